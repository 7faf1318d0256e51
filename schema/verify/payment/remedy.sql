BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.repair', '
  thai_id welfare.thai_id not null
  repaired_at timestamp with time zone not null default clock_timestamp()
  month reference.pay_month not null
  repaired_on date not null default welfare.business_date()
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  way_of_payment reference.way_of_payment not null
  adjustment_number smallint not null
  attempt smallint not null
  bank_code smallint
  bank_branch text
  account_number text
  account_name text
  document text not null
  repaired_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.repair');
SELECT pg_temp.check_constraint('payment.repair', 'repair_account_digits', 'CHECK ((account_number ~ ''^[0-9]{1,20}$''::text))');
SELECT pg_temp.check_constraint('payment.repair', 'repair_account_whole', 'CHECK ((num_nonnulls(bank_code, bank_branch, account_number, account_name) =
CASE
    WHEN (way_of_payment = ANY (ARRAY[''cash_in_person''::reference.way_of_payment, ''cash_to_proxy''::reference.way_of_payment])) THEN 0
    ELSE 4
END))');
SELECT pg_temp.check_constraint('payment.repair', 'repair_bank_fkey', 'FOREIGN KEY (bank_code) REFERENCES reference.bank(bank_code)');
SELECT pg_temp.check_constraint('payment.repair', 'repair_failure_fkey', 'FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, attempt) REFERENCES payment.failure(thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.repair', 'repair_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.repair', 'repair_stated', 'CHECK ((btrim(document) <> ''''::text))');
SELECT pg_temp.check_columns('payment.receipt', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  month reference.pay_month not null
  received_on date not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  budget_type reference.budget_type not null
  adjustment_number smallint not null
  receipt_number smallint not null
  amount reference.baht not null
  top_up reference.baht not null
  document text not null
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.receipt');
SELECT pg_temp.check_constraint('payment.receipt', 'receipt_amount', 'CHECK ((((amount)::numeric > (0)::numeric) AND ((top_up)::numeric <= (amount)::numeric)))');
SELECT pg_temp.check_constraint('payment.receipt', 'receipt_decision_fkey', 'FOREIGN KEY (thai_id, programme, month, adjustment_number) REFERENCES payment.recovery_decision(thai_id, programme, month, adjustment_number)');
SELECT pg_temp.check_constraint('payment.receipt', 'receipt_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, receipt_number)');
SELECT pg_temp.check_constraint('payment.receipt', 'receipt_stated', 'CHECK ((btrim(document) <> ''''::text))');
SELECT pg_temp.check_constraint('payment.receipt', 'receipt_top_up_is_the_authoritys', 'CHECK (((payer = ''local_authority''::reference.payer_name) OR ((top_up)::numeric = (0)::numeric)))');
SELECT pg_temp.check_trigger('payment.repair', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.repair REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''repaired_at,repaired_by'')');
SELECT pg_temp.check_trigger('payment.repair', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.repair REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''repaired_at,repaired_by'')');
SELECT pg_temp.check_trigger('payment.repair', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.repair FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''repaired_at,repaired_by'')');
SELECT pg_temp.check_trigger('payment.repair', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.repair REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''repaired_at,repaired_by'')');
SELECT pg_temp.check_trigger('payment.repair', 'repair_no_change', 'CREATE TRIGGER repair_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.repair FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.receipt', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.receipt REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.receipt', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.receipt REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.receipt', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.receipt FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.receipt', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.receipt REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.receipt', 'receipt_no_change', 'CREATE TRIGGER receipt_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.receipt FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.repair', '');
SELECT pg_temp.check_row_security('payment.receipt', '');

SELECT pg_temp.check_grants('relation', 'payment.repair', '');
SELECT pg_temp.check_grants('relation', 'payment.receipt', '');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.cancellation', '
  thai_id welfare.thai_id not null
  cancelled_at timestamp with time zone not null default clock_timestamp()
  hold_number bigint not null
  month reference.pay_month not null
  cancelled_on date not null default welfare.business_date()
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  adjustment_number smallint not null
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  amount reference.baht not null
  top_up reference.baht not null
  reason text not null
  source text not null
  cancelled_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.cancellation');
SELECT pg_temp.check_constraint('payment.cancellation', 'cancellation_amount', 'CHECK ((((amount)::numeric > (0)::numeric) AND ((top_up)::numeric <= (amount)::numeric)))');
SELECT pg_temp.check_constraint('payment.cancellation', 'cancellation_hold_fkey', 'FOREIGN KEY (thai_id, hold_number) REFERENCES payment.hold(thai_id, hold_number)');
SELECT pg_temp.check_constraint('payment.cancellation', 'cancellation_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer)');
SELECT pg_temp.check_constraint('payment.cancellation', 'cancellation_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('payment.cancellation', 'cancellation_stated', 'CHECK (((btrim(reason) <> ''''::text) AND (btrim(source) <> ''''::text)))');
SELECT pg_temp.check_constraint('payment.cancellation', 'cancellation_top_up_is_the_authoritys', 'CHECK (((payer = ''local_authority''::reference.payer_name) OR ((top_up)::numeric = (0)::numeric)))');
SELECT pg_temp.check_index('payment.cancellation_month', 'CREATE INDEX cancellation_month ON payment.cancellation USING btree (month)');
SELECT pg_temp.check_index('payment.cancellation_authority', 'CREATE INDEX cancellation_authority ON payment.cancellation USING btree (authority_code, month)');
SELECT pg_temp.check_trigger('payment.cancellation', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.cancellation REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''cancelled_at,cancelled_by'')');
SELECT pg_temp.check_trigger('payment.cancellation', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.cancellation REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''cancelled_at,cancelled_by'')');
SELECT pg_temp.check_trigger('payment.cancellation', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.cancellation FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''cancelled_at,cancelled_by'')');
SELECT pg_temp.check_trigger('payment.cancellation', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.cancellation REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''cancelled_at,cancelled_by'')');
SELECT pg_temp.check_trigger('payment.cancellation', 'cancellation_no_change', 'CREATE TRIGGER cancellation_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.cancellation FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.cancellation', '');

SELECT pg_temp.check_grants('relation', 'payment.cancellation', '');

ROLLBACK;

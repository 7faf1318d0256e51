BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.failure_kind', 'held_back, failed, returned, not_collected');
SELECT pg_temp.check_comment('type', 'payment.failure_kind');
SELECT pg_temp.check_enumeration('payment.set_aside_reason', 'held, offset');
SELECT pg_temp.check_comment('type', 'payment.set_aside_reason');
SELECT pg_temp.check_columns('payment.failure', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  delivery_number bigint
  month reference.pay_month not null
  cycle_month reference.pay_month not null
  failed_on date not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  kind payment.failure_kind not null
  adjustment_number smallint not null
  attempt smallint not null
  amount numeric(12,2) not null
  reason_code text not null
  bank_text text
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.failure');
SELECT pg_temp.check_constraint('payment.failure', 'failure_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.failure', 'failure_reason', 'CHECK ((reason_code ~ ''^[A-Z0-9_]{1,35}$''::text))');
SELECT pg_temp.check_columns('payment.instruction', '
  thai_id welfare.thai_id not null
  reference bigint not null
  month reference.pay_month not null
  cycle_month reference.pay_month not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  way_of_payment reference.way_of_payment not null
  budget_type reference.budget_type not null
  adjustment_number smallint not null
  attempt smallint not null
  previous_attempt smallint
  round smallint not null
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  bank_code smallint
  sensitive boolean not null
  amount reference.baht not null
  top_up reference.baht not null
  bank_branch text
  account_number text
  account_name text
  late_reason text');
SELECT pg_temp.check_comment('relation', 'payment.instruction');
SELECT pg_temp.check_constraint('payment.instruction', 'instruction_after_failure', 'FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, previous_attempt) REFERENCES payment.failure(thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.instruction', 'instruction_amount', 'CHECK ((((amount)::numeric > (0)::numeric) AND ((top_up)::numeric <= (amount)::numeric)))');
SELECT pg_temp.check_constraint('payment.instruction', 'instruction_attempt', 'CHECK (
CASE attempt
    WHEN 1 THEN (previous_attempt IS NULL)
    ELSE ((attempt > 1) AND (previous_attempt IS NOT NULL) AND (previous_attempt = (attempt - 1)))
END)');
SELECT pg_temp.check_constraint('payment.instruction', 'instruction_not_before_its_month', 'CHECK ((((cycle_month)::date >= (month)::date) AND (adjustment_number >= 0) AND (round >= 1)))');
SELECT pg_temp.check_constraint('payment.instruction', 'instruction_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.instruction', 'instruction_transfer_has_account', 'CHECK (((way_of_payment = ANY (ARRAY[''cash_in_person''::reference.way_of_payment, ''cash_to_proxy''::reference.way_of_payment])) OR (num_nonnulls(bank_code, bank_branch, account_number, account_name) = 4)))');
SELECT pg_temp.check_columns('payment.credit', '
  thai_id welfare.thai_id not null
  delivery_number bigint
  month reference.pay_month not null
  credited_on date not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  adjustment_number smallint not null
  attempt smallint not null');
SELECT pg_temp.check_comment('relation', 'payment.credit');
SELECT pg_temp.check_constraint('payment.credit', 'credit_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_columns('payment.set_aside', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  month reference.pay_month not null
  cycle_month reference.pay_month not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  reason payment.set_aside_reason not null
  budget_type reference.budget_type not null
  adjustment_number smallint not null
  attempt smallint not null
  round smallint not null
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  amount reference.baht not null
  top_up reference.baht not null
  hold_reasons payment.hold_reason[]');
SELECT pg_temp.check_comment('relation', 'payment.set_aside');
SELECT pg_temp.check_constraint('payment.set_aside', 'set_aside_amount', 'CHECK ((((amount)::numeric > (0)::numeric) AND ((top_up)::numeric <= (amount)::numeric)))');
SELECT pg_temp.check_constraint('payment.set_aside', 'set_aside_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt, reason)');
SELECT pg_temp.check_constraint('payment.set_aside', 'set_aside_why', 'CHECK ((((reason = ''held''::payment.set_aside_reason) = (hold_reasons IS NOT NULL)) AND (hold_reasons <> ''{}''::payment.hold_reason[])))');
SELECT pg_temp.check_index('payment.failure_authority', 'CREATE INDEX failure_authority ON payment.failure USING btree (authority_code, cycle_month)');
SELECT pg_temp.check_index('payment.instruction_reference', 'CREATE INDEX instruction_reference ON ONLY payment.instruction USING btree (reference)');
SELECT pg_temp.check_index('payment.instruction_payroll', 'CREATE INDEX instruction_payroll ON ONLY payment.instruction USING btree (cycle_month, authority_code, programme)');
SELECT pg_temp.check_index('payment.set_aside_authority', 'CREATE INDEX set_aside_authority ON payment.set_aside USING btree (authority_code, programme)');
SELECT pg_temp.check_function('payment.refuse_change_of_payment()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.refuse_change_of_payment()');
SELECT pg_temp.check_function('payment.guard_failure()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'payment.guard_failure()');
SELECT pg_temp.check_function('payment.guard_credit()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'payment.guard_credit()');
SELECT pg_temp.check_function('payment.guard_partition(date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.guard_partition(date)');
SELECT pg_temp.check_function('payment.require_partition(name,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.require_partition(name,date)');
SELECT pg_temp.check_function('payment.attach_partition(name,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.attach_partition(name,date)');
SELECT pg_temp.check_trigger('payment.failure', 'failure_guard', 'CREATE TRIGGER failure_guard AFTER INSERT ON payment.failure REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_failure()');
SELECT pg_temp.check_trigger('payment.failure', 'failure_no_change', 'CREATE TRIGGER failure_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.failure FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.instruction', 'instruction_no_change', 'CREATE TRIGGER instruction_no_change BEFORE DELETE OR UPDATE ON payment.instruction FOR EACH ROW EXECUTE FUNCTION payment.refuse_change_of_payment(''instruction'')');
SELECT pg_temp.check_trigger('payment.instruction', 'instruction_no_removal', 'CREATE TRIGGER instruction_no_removal BEFORE TRUNCATE ON payment.instruction FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change_of_payment(''instruction'')');
SELECT pg_temp.check_trigger('payment.credit', 'credit_guard', 'CREATE TRIGGER credit_guard AFTER INSERT ON payment.credit REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_credit()');
SELECT pg_temp.check_trigger('payment.credit', 'credit_no_change', 'CREATE TRIGGER credit_no_change BEFORE DELETE OR UPDATE ON payment.credit FOR EACH ROW EXECUTE FUNCTION payment.refuse_change_of_payment(''credit'')');
SELECT pg_temp.check_trigger('payment.credit', 'credit_no_removal', 'CREATE TRIGGER credit_no_removal BEFORE TRUNCATE ON payment.credit FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change_of_payment(''credit'')');
SELECT pg_temp.check_trigger('payment.set_aside', 'set_aside_no_change', 'CREATE TRIGGER set_aside_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.set_aside FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.failure', '');
SELECT pg_temp.check_row_security('payment.instruction', '');
SELECT pg_temp.check_row_security('payment.credit', '');
SELECT pg_temp.check_row_security('payment.set_aside', '');

SELECT pg_temp.check_grants('relation', 'payment.failure', '');
SELECT pg_temp.check_grants('relation', 'payment.instruction', '');
SELECT pg_temp.check_grants('relation', 'payment.credit', '');
SELECT pg_temp.check_grants('relation', 'payment.set_aside', '');
SELECT pg_temp.check_grants('function', 'payment.refuse_change_of_payment()', '');
SELECT pg_temp.check_grants('function', 'payment.guard_failure()', '');
SELECT pg_temp.check_grants('function', 'payment.guard_credit()', '');
SELECT pg_temp.check_grants('function', 'payment.guard_partition(date)', '');
SELECT pg_temp.check_grants('function', 'payment.require_partition(name,date)', '');
SELECT pg_temp.check_grants('function', 'payment.attach_partition(name,date)', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF402)');

ROLLBACK;

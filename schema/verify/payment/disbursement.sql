BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.disbursement_state', 'sealed, broken, sent, closed');
SELECT pg_temp.check_comment('type', 'payment.disbursement_state');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_disbursement_fkey', 'FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement(disbursement_number)');
SELECT pg_temp.check_columns('payment.disbursement', '
  disbursement_number bigint not null
  sealed_at timestamp with time zone not null default clock_timestamp()
  sent_at timestamp with time zone
  closed_at timestamp with time zone
  payrolls bigint not null
  transfers bigint not null
  cash_items bigint not null
  held_back bigint not null
  cycle_month reference.pay_month not null
  value_date date not null
  authority_code integer
  executing_agency reference.executing_agency not null
  state payment.disbursement_state not null default ''sealed''::payment.disbursement_state
  control_sum numeric(16,2) not null
  digest bytea not null
  late_reason text
  broken_why text
  sealed_by text not null
  sent_by text');
SELECT pg_temp.check_comment('relation', 'payment.disbursement');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_authority_pays_itself', 'CHECK (((executing_agency = ''local_authority''::reference.executing_agency) = (authority_code IS NOT NULL)))');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_broken_says_why', 'CHECK ((((state = ''broken''::payment.disbursement_state) = (broken_why IS NOT NULL)) AND (btrim(broken_why) <> ''''::text)))');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_closed', 'CHECK (((state = ''closed''::payment.disbursement_state) = (closed_at IS NOT NULL)))');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_counts', 'CHECK (((payrolls > 0) AND (LEAST(transfers, cash_items, held_back) >= 0)))');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_digest', 'CHECK ((length(digest) = 32))');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_pkey', 'PRIMARY KEY (disbursement_number)');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_sent_whole', 'CHECK ((((state = ANY (ARRAY[''sent''::payment.disbursement_state, ''closed''::payment.disbursement_state])) = (sent_at IS NOT NULL)) AND ((sent_at IS NULL) = (sent_by IS NULL))))');
SELECT pg_temp.check_constraint('payment.disbursement', 'disbursement_two_people', 'CHECK ((sent_by <> sealed_by))');
SELECT pg_temp.check_columns('payment.sealed_payroll', '
  disbursement_number bigint not null
  items bigint not null
  transfers bigint not null
  held_back bigint not null
  cycle_month reference.pay_month not null
  authority_code integer not null
  programme reference.programme_name not null
  round smallint not null
  amount numeric(14,2) not null
  digest bytea not null');
SELECT pg_temp.check_comment('relation', 'payment.sealed_payroll');
SELECT pg_temp.check_constraint('payment.sealed_payroll', 'sealed_payroll_disbursement_fkey', 'FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement(disbursement_number)');
SELECT pg_temp.check_constraint('payment.sealed_payroll', 'sealed_payroll_payroll_fkey', 'FOREIGN KEY (cycle_month, authority_code, programme, round) REFERENCES payment.authority_payroll(cycle_month, authority_code, programme, round)');
SELECT pg_temp.check_constraint('payment.sealed_payroll', 'sealed_payroll_pkey', 'PRIMARY KEY (disbursement_number, authority_code, programme, round)');
SELECT pg_temp.check_columns('payment.batch', '
  disbursement_number bigint not null
  reference_from bigint not null
  reference_to bigint not null
  transfers bigint not null
  exported_at timestamp with time zone
  batch_number integer not null
  payer reference.payer_name not null
  bank_code smallint not null
  control_sum numeric(16,2) not null
  digest bytea not null
  exported_by text');
SELECT pg_temp.check_comment('relation', 'payment.batch');
SELECT pg_temp.check_constraint('payment.batch', 'batch_apart', 'EXCLUDE USING gist (disbursement_number WITH =, bank_code WITH =, payer WITH =, int8range(reference_from, reference_to, ''[]''::text) WITH &&)');
SELECT pg_temp.check_constraint('payment.batch', 'batch_bank_fkey', 'FOREIGN KEY (bank_code) REFERENCES reference.bank(bank_code)');
SELECT pg_temp.check_constraint('payment.batch', 'batch_digest', 'CHECK (((length(digest) = 32) AND (transfers > 0) AND (control_sum > (0)::numeric)))');
SELECT pg_temp.check_constraint('payment.batch', 'batch_disbursement_fkey', 'FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement(disbursement_number)');
SELECT pg_temp.check_constraint('payment.batch', 'batch_exported_whole', 'CHECK (((exported_at IS NULL) = (exported_by IS NULL)))');
SELECT pg_temp.check_constraint('payment.batch', 'batch_pkey', 'PRIMARY KEY (disbursement_number, batch_number)');
SELECT pg_temp.check_constraint('payment.batch', 'batch_references', 'CHECK ((reference_from <= reference_to))');
SELECT pg_temp.check_index('payment.disbursement_cycle', 'CREATE INDEX disbursement_cycle ON payment.disbursement USING btree (cycle_month)');
SELECT pg_temp.check_function('payment.guard_disbursement()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.guard_disbursement()');
SELECT pg_temp.check_function('payment.guard_batch()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.guard_batch()');
SELECT pg_temp.check_function('payment.transfer_text(bigint,numeric,smallint,text,text,text)',
  'welfare_owner invoker immutable returns text');
SELECT pg_temp.check_comment('function', 'payment.transfer_text(bigint,numeric,smallint,text,text,text)');
SELECT pg_temp.check_function('payment.payments_under(bigint,date)',
  'welfare_owner invoker stable returns SETOF payment.instruction');
SELECT pg_temp.check_comment('function', 'payment.payments_under(bigint,date)');
SELECT pg_temp.check_function('payment.digests_under(bigint,date)',
  'welfare_owner invoker stable returns TABLE(authority_code integer, programme reference.programme_name, round smallint, digest bytea) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off enable_hashagg=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.digests_under(bigint,date)');
SELECT pg_temp.check_function('payment.come_to_be_held(date,bigint,integer)',
  'welfare_owner invoker stable returns SETOF payment.instruction');
SELECT pg_temp.check_comment('function', 'payment.come_to_be_held(date,bigint,integer)');
SELECT pg_temp.check_function('payment.post_payments(payment.instruction[],payment.ledger_step,payment.ledger_account,payment.ledger_account,timestamp with time zone,bigint,bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.post_payments(payment.instruction[],payment.ledger_step,payment.ledger_account,payment.ledger_account,timestamp with time zone,bigint,bigint)');
SELECT pg_temp.check_function('payment.require_executing(date)',
  'welfare_owner invoker stable returns integer search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.require_executing(date)');
SELECT pg_temp.check_function('payment.seal_disbursement(date,date,text)',
  'welfare_owner definer volatile returns TABLE(disbursement_number bigint, payrolls bigint, transfers bigint, cash_items bigint, held_back bigint, control_sum numeric, digest text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off enable_hashagg=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.seal_disbursement(date,date,text)');
SELECT pg_temp.check_function('payment.make_batches(bigint,date,integer)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.make_batches(bigint,date,integer)');
SELECT pg_temp.check_function('payment.take_disbursement(bigint,payment.disbursement_state)',
  'welfare_owner invoker volatile returns payment.disbursement search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.take_disbursement(bigint,payment.disbursement_state)');
SELECT pg_temp.check_function('payment.send_disbursement(bigint,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.send_disbursement(bigint,text)');
SELECT pg_temp.check_function('payment.break_seal(bigint,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.break_seal(bigint,text)');
SELECT pg_temp.check_trigger('payment.disbursement', 'disbursement_guard', 'CREATE TRIGGER disbursement_guard BEFORE INSERT OR UPDATE ON payment.disbursement FOR EACH ROW EXECUTE FUNCTION payment.guard_disbursement()');
SELECT pg_temp.check_trigger('payment.disbursement', 'disbursement_no_removal', 'CREATE TRIGGER disbursement_no_removal BEFORE DELETE OR TRUNCATE ON payment.disbursement FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.sealed_payroll', 'sealed_payroll_no_change', 'CREATE TRIGGER sealed_payroll_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.sealed_payroll FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.batch', 'batch_guard', 'CREATE TRIGGER batch_guard BEFORE UPDATE ON payment.batch FOR EACH ROW EXECUTE FUNCTION payment.guard_batch()');
SELECT pg_temp.check_trigger('payment.batch', 'batch_no_removal', 'CREATE TRIGGER batch_no_removal BEFORE DELETE OR TRUNCATE ON payment.batch FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.disbursement', '');
SELECT pg_temp.check_row_security('payment.sealed_payroll', '');
SELECT pg_temp.check_row_security('payment.batch', '');

SELECT pg_temp.check_grants('relation', 'payment.disbursement', '');
SELECT pg_temp.check_grants('relation', 'payment.sealed_payroll', '');
SELECT pg_temp.check_grants('relation', 'payment.batch', '');
SELECT pg_temp.check_grants('function', 'payment.guard_disbursement()', '');
SELECT pg_temp.check_grants('function', 'payment.guard_batch()', '');
SELECT pg_temp.check_grants('function', 'payment.transfer_text(bigint,numeric,smallint,text,text,text)', '');
SELECT pg_temp.check_grants('function', 'payment.payments_under(bigint,date)', '');
SELECT pg_temp.check_grants('function', 'payment.digests_under(bigint,date)', '');
SELECT pg_temp.check_grants('function', 'payment.come_to_be_held(date,bigint,integer)', '');
SELECT pg_temp.check_grants('function', 'payment.post_payments(payment.instruction[],payment.ledger_step,payment.ledger_account,payment.ledger_account,timestamp with time zone,bigint,bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.require_executing(date)', '');
SELECT pg_temp.check_grants('function', 'payment.seal_disbursement(date,date,text)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.make_batches(bigint,date,integer)', '');
SELECT pg_temp.check_grants('function', 'payment.take_disbursement(bigint,payment.disbursement_state)', '');
SELECT pg_temp.check_grants('function', 'payment.send_disbursement(bigint,text)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.break_seal(bigint,text)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF408)',
  '(WF409)',
  '(WF40A)',
  '(WF40B)',
  '(WF40C)',
  '(WF40D)',
  '(WF40E)',
  '(WF40J)',
  '(WF40K)');

ROLLBACK;

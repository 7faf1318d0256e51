BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.bank_outcome', 'credited, failed, returned');
SELECT pg_temp.check_comment('type', 'payment.bank_outcome');
SELECT pg_temp.check_columns('payment.outcome_word', '
  word text not null
  outcome payment.bank_outcome not null
  meaning text not null');
SELECT pg_temp.check_comment('relation', 'payment.outcome_word');
SELECT pg_temp.check_constraint('payment.outcome_word', 'outcome_word_pkey', 'PRIMARY KEY (word)');
SELECT pg_temp.check_columns('payment.bank_user', '
  recorded_at timestamp with time zone not null default clock_timestamp()
  bank_code smallint not null
  may_report boolean not null default true
  user_name text not null
  why text not null
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.bank_user');
SELECT pg_temp.check_constraint('payment.bank_user', 'bank_user_bank_fkey', 'FOREIGN KEY (bank_code) REFERENCES reference.bank(bank_code)');
SELECT pg_temp.check_constraint('payment.bank_user', 'bank_user_pkey', 'PRIMARY KEY (user_name, bank_code, recorded_at)');
SELECT pg_temp.check_constraint('payment.bank_user', 'bank_user_why', 'CHECK ((btrim(why) <> ''''::text))');
SELECT pg_temp.check_columns('payment.bank_delivery', '
  delivery_number bigint not null identity
  began_at timestamp with time zone not null default clock_timestamp()
  finished_at timestamp with time zone
  discarded_at timestamp with time zone
  stated_rows bigint
  row_count bigint
  credited bigint
  failed bigint
  returned bigint
  unchanged bigint
  refused bigint
  received_on date not null default welfare.business_date()
  stated_sum numeric(16,2)
  row_sum numeric(18,2)
  credited_sum numeric(16,2)
  failed_sum numeric(16,2)
  returned_sum numeric(16,2)
  unchanged_sum numeric(16,2)
  refused_sum numeric(18,2)
  principal text not null
  source text not null
  file_name text not null
  message_id text');
SELECT pg_temp.check_comment('relation', 'payment.bank_delivery');
SELECT pg_temp.check_constraint('payment.bank_delivery', 'bank_delivery_adds_up', 'CHECK (((row_count = ((((credited + failed) + returned) + unchanged) + refused)) AND (row_sum = ((((credited_sum + failed_sum) + returned_sum) + unchanged_sum) + refused_sum))))');
SELECT pg_temp.check_constraint('payment.bank_delivery', 'bank_delivery_as_stated', 'CHECK ((((row_count = stated_rows) IS NOT FALSE) AND ((row_sum = stated_sum) IS NOT FALSE)))');
SELECT pg_temp.check_constraint('payment.bank_delivery', 'bank_delivery_names', 'CHECK (((btrim(source) <> ''''::text) AND (btrim(file_name) <> ''''::text) AND (btrim(message_id) <> ''''::text)))');
SELECT pg_temp.check_constraint('payment.bank_delivery', 'bank_delivery_one_end', 'CHECK ((num_nonnulls(finished_at, discarded_at) <= 1))');
SELECT pg_temp.check_constraint('payment.bank_delivery', 'bank_delivery_pkey', 'PRIMARY KEY (delivery_number)');
SELECT pg_temp.check_constraint('payment.bank_delivery', 'bank_delivery_whole', 'CHECK ((num_nonnulls(row_count, credited, failed, returned, unchanged, refused, row_sum, credited_sum, failed_sum, returned_sum, unchanged_sum, refused_sum) =
CASE
    WHEN (finished_at IS NULL) THEN 0
    ELSE 12
END))');
SELECT pg_temp.check_columns('payment.bank_delivery_part', '
  delivery_number bigint not null
  disbursement_number bigint not null
  payments bigint not null
  credited boolean not null
  outcome payment.bank_outcome not null
  amount numeric(16,2) not null');
SELECT pg_temp.check_comment('relation', 'payment.bank_delivery_part');
SELECT pg_temp.check_constraint('payment.bank_delivery_part', 'bank_delivery_part_counts', 'CHECK (((payments > 0) AND (amount > (0)::numeric)))');
SELECT pg_temp.check_constraint('payment.bank_delivery_part', 'bank_delivery_part_delivery_fkey', 'FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery(delivery_number)');
SELECT pg_temp.check_constraint('payment.bank_delivery_part', 'bank_delivery_part_disbursement_fkey', 'FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement(disbursement_number)');
SELECT pg_temp.check_constraint('payment.bank_delivery_part', 'bank_delivery_part_pkey', 'PRIMARY KEY (disbursement_number, delivery_number, outcome, credited)');
SELECT pg_temp.check_columns('payment.result_row', '
  delivery_number bigint not null
  line_number integer not null
  principal text not null default welfare.principal()
  problem text
  reference text
  outcome text
  reason_code text
  amount text
  booked_on text
  bank_text text');
SELECT pg_temp.check_comment('relation', 'payment.result_row');
SELECT pg_temp.check_constraint('payment.result_row', 'result_row_line_number', 'CHECK ((line_number > 0))');
SELECT pg_temp.check_columns('payment.result_mark', '
  delivery_number bigint not null');
SELECT pg_temp.check_comment('relation', 'payment.result_mark');
SELECT pg_temp.check_constraint('payment.result_mark', 'result_mark_pkey', 'PRIMARY KEY (delivery_number)');
SELECT pg_temp.check_columns('payment.refused_result', '
  delivery_number bigint not null
  line_number integer not null
  copy_number integer not null
  codes text[] not null
  reasons text[] not null
  raw jsonb not null');
SELECT pg_temp.check_comment('relation', 'payment.refused_result');
SELECT pg_temp.check_constraint('payment.refused_result', 'refused_result_delivery_fkey', 'FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery(delivery_number)');
SELECT pg_temp.check_constraint('payment.refused_result', 'refused_result_pkey', 'PRIMARY KEY (delivery_number, line_number, copy_number)');
SELECT pg_temp.check_constraint('payment.refused_result', 'refused_result_says_why', 'CHECK (((cardinality(codes) > 0) AND (cardinality(codes) = cardinality(reasons))))');
SELECT pg_temp.check_function('payment.banks_of_user(text)',
  'welfare_owner invoker stable returns smallint[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.banks_of_user(text)');
SELECT pg_temp.check_function('payment.let_report(text,integer[],text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.let_report(text,integer[],text)');
SELECT pg_temp.check_function('payment.reported_banks()',
  'welfare_owner invoker stable returns smallint[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.reported_banks()');
SELECT pg_temp.check_function('payment.guard_bank_delivery()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.guard_bank_delivery()');
SELECT pg_temp.check_function('payment.begin_results(text,text,text,bigint,numeric)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.begin_results(text,text,text,bigint,numeric)');
SELECT pg_temp.check_function('payment.take_delivery(bigint)',
  'welfare_owner invoker volatile returns payment.bank_delivery search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.take_delivery(bigint)');
SELECT pg_temp.check_function('payment.empty_staging(bigint,bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.empty_staging(bigint,bigint)');
SELECT pg_temp.check_function('payment.discard_results(bigint)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.discard_results(bigint)');
SELECT pg_temp.check_function('payment.refused_results(bigint)',
  'welfare_owner definer stable returns TABLE(line_number integer, reason text, codes text[]) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.refused_results(bigint)');
SELECT pg_temp.check_trigger('payment.bank_user', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.bank_user REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,bank_code'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.bank_user', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.bank_user REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,bank_code'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.bank_user', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.bank_user FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,bank_code'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.bank_user', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.bank_user REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,bank_code'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.bank_user', 'bank_user_no_change', 'CREATE TRIGGER bank_user_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.bank_user FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.bank_delivery', 'bank_delivery_guard', 'CREATE TRIGGER bank_delivery_guard BEFORE UPDATE ON payment.bank_delivery FOR EACH ROW EXECUTE FUNCTION payment.guard_bank_delivery()');
SELECT pg_temp.check_trigger('payment.bank_delivery', 'bank_delivery_no_removal', 'CREATE TRIGGER bank_delivery_no_removal BEFORE DELETE OR TRUNCATE ON payment.bank_delivery FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.bank_delivery_part', 'bank_delivery_part_no_change', 'CREATE TRIGGER bank_delivery_part_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.bank_delivery_part FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.refused_result', 'refused_result_no_change', 'CREATE TRIGGER refused_result_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.refused_result FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.bank_user', '');
SELECT pg_temp.check_row_security('payment.bank_delivery', '');
SELECT pg_temp.check_row_security('payment.bank_delivery_part', '');
SELECT pg_temp.check_row_security('payment.refused_result', '');

SELECT pg_temp.check_grants('relation', 'payment.outcome_word', 'welfare_admin SELECT, welfare_bank SELECT, welfare_treasury SELECT');
SELECT pg_temp.check_grants('relation', 'payment.bank_user', '');
SELECT pg_temp.check_grants('relation', 'payment.bank_delivery', '');
SELECT pg_temp.check_grants('relation', 'payment.bank_delivery_part', '');
SELECT pg_temp.check_grants('relation', 'payment.result_row', 'welfare_admin amount INSERT, welfare_admin bank_text INSERT, welfare_admin booked_on INSERT, welfare_admin delivery_number INSERT, welfare_admin line_number INSERT, welfare_admin outcome INSERT, welfare_admin problem INSERT, welfare_admin reason_code INSERT, welfare_admin reference INSERT, welfare_bank amount INSERT, welfare_bank bank_text INSERT, welfare_bank booked_on INSERT, welfare_bank delivery_number INSERT, welfare_bank line_number INSERT, welfare_bank outcome INSERT, welfare_bank problem INSERT, welfare_bank reason_code INSERT, welfare_bank reference INSERT, welfare_treasury amount INSERT, welfare_treasury bank_text INSERT, welfare_treasury booked_on INSERT, welfare_treasury delivery_number INSERT, welfare_treasury line_number INSERT, welfare_treasury outcome INSERT, welfare_treasury problem INSERT, welfare_treasury reason_code INSERT, welfare_treasury reference INSERT');
SELECT pg_temp.check_grants('relation', 'payment.result_mark', '');
SELECT pg_temp.check_grants('relation', 'payment.refused_result', '');
SELECT pg_temp.check_grants('function', 'payment.banks_of_user(text)', '');
SELECT pg_temp.check_grants('function', 'payment.let_report(text,integer[],text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.reported_banks()', '');
SELECT pg_temp.check_grants('function', 'payment.guard_bank_delivery()', '');
SELECT pg_temp.check_grants('function', 'payment.begin_results(text,text,text,bigint,numeric)', 'welfare_admin EXECUTE, welfare_bank EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.take_delivery(bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.empty_staging(bigint,bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.discard_results(bigint)', 'welfare_admin EXECUTE, welfare_bank EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.refused_results(bigint)', 'welfare_admin EXECUTE, welfare_bank EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF420)',
  '(WF421)',
  '(WF422)',
  '(WF423)',
  '(WF424)',
  '(WF425)',
  '(WF426)',
  '(WF427)',
  '(WF428)',
  '(WF429)',
  '(WF42A)',
  '(WF42B)',
  '(WF42C)',
  '(WF42D)',
  '(WF42E)',
  '(WF42F)');
SELECT pg_temp.check_rows('payment.outcome_word', 'ROW(word, outcome)',
  '(accc,credited)',
  '(acsc,credited)',
  '(credited,credited)',
  '(failed,failed)',
  '(returned,returned)',
  '(rjct,failed)',
  '(คืนเงิน,returned)',
  '(โอนสำเร็จ,credited)',
  '(โอนไม่สำเร็จ,failed)');

ROLLBACK;

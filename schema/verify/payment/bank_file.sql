BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.list_batches(bigint)',
  'welfare_owner definer stable returns TABLE(disbursement_number bigint, batch_number integer, cycle_month date, value_date date, payer reference.payer_name, bank_code smallint, bank_name text, transfers bigint, control_sum numeric, digest text, state text, exported_at timestamp with time zone) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.list_batches(bigint)');
SELECT pg_temp.check_function('payment.own_batch(bigint,integer)',
  'welfare_owner invoker stable returns payment.batch search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.own_batch(bigint,integer)');
SELECT pg_temp.check_function('payment.file_header(bigint,integer)',
  'welfare_owner definer stable returns TABLE(message_id text, created_at timestamp with time zone, agency_name text, debtor_bank_code smallint, debtor_account text, debtor_account_name text, bank_code smallint, value_date date, transfers bigint, control_sum numeric, digest text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.file_header(bigint,integer)');
SELECT pg_temp.check_function('payment.file_lines(bigint,integer)',
  'welfare_owner definer volatile returns TABLE(reference text, amount numeric, bank_code smallint, bank_branch text, account_number text, account_name text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.file_lines(bigint,integer)');
SELECT pg_temp.check_function('payment.batch_payments(payment.batch,date)',
  'welfare_owner invoker stable returns SETOF payment.instruction');
SELECT pg_temp.check_comment('function', 'payment.batch_payments(payment.batch,date)');
SELECT pg_temp.check_function('payment.batch_digest(payment.batch,date)',
  'welfare_owner invoker stable returns bytea search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.batch_digest(payment.batch,date)');

SELECT pg_temp.check_grants('function', 'payment.list_batches(bigint)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.own_batch(bigint,integer)', '');
SELECT pg_temp.check_grants('function', 'payment.file_header(bigint,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.file_lines(bigint,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.batch_payments(payment.batch,date)', '');
SELECT pg_temp.check_grants('function', 'payment.batch_digest(payment.batch,date)', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF40F)',
  '(WF40G)',
  '(WF40H)');

ROLLBACK;

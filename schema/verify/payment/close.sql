BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.close_payrolls(bigint)',
  'welfare_owner definer volatile returns TABLE(payrolls bigint, disbursements bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.close_payrolls(bigint)');
SELECT pg_temp.check_function('payment.compare_with_bank(bigint)',
  'welfare_owner definer stable returns TABLE(what text, ledger numeric, payments numeric, sealed numeric, bank numeric, difference numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.compare_with_bank(bigint)');

SELECT pg_temp.check_grants('function', 'payment.close_payrolls(bigint)', 'welfare_admin EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.compare_with_bank(bigint)', 'welfare_admin EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;

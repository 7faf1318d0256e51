BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.late_payments(date)',
  'welfare_owner definer stable returns TABLE(authority_code integer, programme reference.programme_name, payer reference.payer_name, late_reason text, payments bigint, amount numeric, arrived bigint, last_arrived_on date, unexplained bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan jit=off');
SELECT pg_temp.check_comment('function', 'payment.late_payments(date)');

SELECT pg_temp.check_grants('function', 'payment.late_payments(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;

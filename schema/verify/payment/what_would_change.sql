BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('type', 'payment.foreseen');
SELECT pg_temp.check_function('payment.what_would_change(jsonb,date,date)',
  'welfare_owner definer volatile returns SETOF payment.foreseen search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.what_would_change(jsonb,date,date)');

SELECT pg_temp.check_grants('function', 'payment.what_would_change(jsonb,date,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');

ROLLBACK;

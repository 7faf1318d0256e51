BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('report.cost_of(welfare.rate_ladder,reference.programme_name,date,date)',
  'welfare_owner definer stable returns TABLE(month date, province_code smallint, province text, from_age integer, claims bigint, present numeric, proposed numeric, difference numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'report.cost_of(welfare.rate_ladder,reference.programme_name,date,date)');

SELECT pg_temp.check_grants('function', 'report.cost_of(welfare.rate_ladder,reference.programme_name,date,date)', 'welfare_admin EXECUTE, welfare_department EXECUTE');

ROLLBACK;

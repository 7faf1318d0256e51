BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('report.summary_by_programme(integer,integer,integer,integer,reference.authority_type_name)',
  'welfare_writer definer stable returns TABLE(province text, district text, local_authority_code integer, local_authority text, elderly bigint, aids bigint, disability bigint, claims bigint, amount numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.summary_by_programme(integer,integer,integer,integer,reference.authority_type_name)');
SELECT pg_temp.check_function('report.totals_in_scope(integer)',
  'welfare_writer invoker stable returns SETOF report.programme_total search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'report.totals_in_scope(integer)');

SELECT pg_temp.check_grants('function', 'report.summary_by_programme(integer,integer,integer,integer,reference.authority_type_name)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'report.totals_in_scope(integer)', '');

ROLLBACK;

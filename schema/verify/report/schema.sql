BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'report');

SELECT pg_temp.check_grants('schema', 'report', 'welfare_admin USAGE, welfare_authority USAGE, welfare_department USAGE, welfare_district USAGE, welfare_province USAGE, welfare_report USAGE, welfare_treasury USAGE, welfare_writer USAGE');

ROLLBACK;

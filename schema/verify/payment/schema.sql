BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'payment');

SELECT pg_temp.check_grants('schema', 'payment', 'welfare_admin USAGE, welfare_authority USAGE, welfare_bank USAGE, welfare_department USAGE, welfare_district USAGE, welfare_portal USAGE, welfare_province USAGE, welfare_treasury USAGE, welfare_writer USAGE');

ROLLBACK;

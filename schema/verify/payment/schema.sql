BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'payment');

SELECT pg_temp.check_grants('schema', 'payment', 'welfare_admin USAGE, welfare_authority USAGE, welfare_writer USAGE');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'portal');

SELECT pg_temp.check_grants('schema', 'portal', 'welfare_admin USAGE, welfare_portal USAGE');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'registry');
SELECT pg_temp.check_enumeration('registry.sex', 'male, female');
SELECT pg_temp.check_comment('type', 'registry.sex');
SELECT pg_temp.check_enumeration('registry.claim_state', 'live, suspended, disposed, deleted');
SELECT pg_temp.check_comment('type', 'registry.claim_state');

SELECT pg_temp.check_grants('schema', 'registry', 'welfare_admin USAGE, welfare_authority USAGE, welfare_writer USAGE');

ROLLBACK;

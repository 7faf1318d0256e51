BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.person_as_of(welfare.thai_id,date,timestamp with time zone)',
  'welfare_writer definer volatile returns SETOF registry.person search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.person_as_of(welfare.thai_id,date,timestamp with time zone)');
SELECT pg_temp.check_function('registry.claims_as_of(welfare.thai_id,date,timestamp with time zone)',
  'welfare_writer definer volatile returns SETOF registry.claim search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.claims_as_of(welfare.thai_id,date,timestamp with time zone)');

SELECT pg_temp.check_grants('function', 'registry.person_as_of(welfare.thai_id,date,timestamp with time zone)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.claims_as_of(welfare.thai_id,date,timestamp with time zone)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');

ROLLBACK;

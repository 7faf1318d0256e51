BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.dispose_claims(registry.claim[],reference.disposal_cause,date,date,date,text,text,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.dispose_claims(registry.claim[],reference.disposal_cause,date,date,date,text,text,date)');
SELECT pg_temp.check_function('registry.end_claims(welfare.thai_id,reference.disposal_cause,date,date,reference.programme_name[],text,text,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.end_claims(welfare.thai_id,reference.disposal_cause,date,date,reference.programme_name[],text,text,date)');

SELECT pg_temp.check_grants('function', 'registry.dispose_claims(registry.claim[],reference.disposal_cause,date,date,date,text,text,date)', '');
SELECT pg_temp.check_grants('function', 'registry.end_claims(welfare.thai_id,reference.disposal_cause,date,date,reference.programme_name[],text,text,date)', 'welfare_writer EXECUTE');

ROLLBACK;

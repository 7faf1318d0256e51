BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.read_past_day(text,text,date)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.read_past_day(text,text,date)');
SELECT pg_temp.check_function('registry.read_actor(jsonb,text,text[],text[],welfare.thai_id)',
  'welfare_owner invoker stable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.read_actor(jsonb,text,text[],text[],welfare.thai_id)');
SELECT pg_temp.check_function('registry.check_channel(jsonb,reference.programme_name,date)',
  'welfare_owner invoker stable returns reference.submission_channel search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.check_channel(jsonb,reference.programme_name,date)');
SELECT pg_temp.check_function('registry.check_submission_fields(jsonb)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.check_submission_fields(jsonb)');
SELECT pg_temp.check_function('registry.read_declination(jsonb)',
  'welfare_owner invoker stable returns registry.submission search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.read_declination(jsonb)');
SELECT pg_temp.check_function('registry.read_application(jsonb,reference.programme_name,date,reference.submission_procedure)',
  'welfare_owner invoker volatile returns registry.submission search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.read_application(jsonb,reference.programme_name,date,reference.submission_procedure)');
SELECT pg_temp.check_function('registry.supersede_elsewhere(welfare.thai_id,reference.programme_name,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.supersede_elsewhere(welfare.thai_id,reference.programme_name,date)');
SELECT pg_temp.check_function('registry.submit(jsonb)',
  'welfare_owner definer volatile returns jsonb search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.submit(jsonb)');

SELECT pg_temp.check_grants('function', 'registry.read_past_day(text,text,date)', '');
SELECT pg_temp.check_grants('function', 'registry.read_actor(jsonb,text,text[],text[],welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'registry.check_channel(jsonb,reference.programme_name,date)', '');
SELECT pg_temp.check_grants('function', 'registry.check_submission_fields(jsonb)', '');
SELECT pg_temp.check_grants('function', 'registry.read_declination(jsonb)', '');
SELECT pg_temp.check_grants('function', 'registry.read_application(jsonb,reference.programme_name,date,reference.submission_procedure)', '');
SELECT pg_temp.check_grants('function', 'registry.supersede_elsewhere(welfare.thai_id,reference.programme_name,date)', '');
SELECT pg_temp.check_grants('function', 'registry.submit(jsonb)', 'welfare_authority EXECUTE');

ROLLBACK;

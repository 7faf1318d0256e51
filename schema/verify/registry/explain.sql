BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.explanation_reader', 'holder, above, person');
SELECT pg_temp.check_comment('type', 'registry.explanation_reader');
SELECT pg_temp.check_function('registry.without_numbers(jsonb)',
  'welfare_owner invoker immutable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.without_numbers(jsonb)');
SELECT pg_temp.check_function('registry.explanation(welfare.thai_id,reference.programme_name,smallint,date,text,registry.explanation_reader)',
  'welfare_owner definer stable returns jsonb search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'registry.explanation(welfare.thai_id,reference.programme_name,smallint,date,text,registry.explanation_reader)');
SELECT pg_temp.check_function('registry.explain(welfare.thai_id,reference.programme_name,date,text)',
  'welfare_writer definer volatile returns jsonb search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.explain(welfare.thai_id,reference.programme_name,date,text)');

SELECT pg_temp.check_grants('function', 'registry.without_numbers(jsonb)', '');
SELECT pg_temp.check_grants('function', 'registry.explanation(welfare.thai_id,reference.programme_name,smallint,date,text,registry.explanation_reader)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.explain(welfare.thai_id,reference.programme_name,date,text)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.code_problem(text,text)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.code_problem(text,text)');
SELECT pg_temp.check_function('registry.date_problem(text,text,date,date)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'registry.date_problem(text,text,date,date)');
SELECT pg_temp.check_function('registry.refuse_import_rows(bigint,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp enable_nestloop=off');
SELECT pg_temp.check_comment('function', 'registry.refuse_import_rows(bigint,date)');
SELECT pg_temp.check_function('registry.finish_import(bigint)',
  'welfare_owner definer volatile returns TABLE(row_count integer, persons_added integer, claims_added integer, unchanged integer, refused integer) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.finish_import(bigint)');

SELECT pg_temp.check_grants('function', 'registry.code_problem(text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.date_problem(text,text,date,date)', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_import_rows(bigint,date)', '');
SELECT pg_temp.check_grants('function', 'registry.finish_import(bigint)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');

ROLLBACK;

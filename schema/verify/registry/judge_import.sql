BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.reason(text,text[])',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.reason(text,text[])');
SELECT pg_temp.check_function('registry.code_problem(text,text)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.code_problem(text,text)');
SELECT pg_temp.check_function('registry.date_problem(text,text,date,date)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'registry.date_problem(text,text,date,date)');
SELECT pg_temp.check_function('registry.text_problem(text,text,boolean,integer)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'registry.text_problem(text,text,boolean,integer)');
SELECT pg_temp.check_function('registry.address_problems(text,reference.address,boolean)',
  'welfare_owner invoker stable returns text[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.address_problems(text,reference.address,boolean)');
SELECT pg_temp.check_function('registry.refuse_import_rows(bigint,date,boolean)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp enable_nestloop=off jit=off work_mem=64MB');
SELECT pg_temp.check_comment('function', 'registry.refuse_import_rows(bigint,date,boolean)');

SELECT pg_temp.check_grants('function', 'registry.reason(text,text[])', '');
SELECT pg_temp.check_grants('function', 'registry.code_problem(text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.date_problem(text,text,date,date)', '');
SELECT pg_temp.check_grants('function', 'registry.text_problem(text,text,boolean,integer)', '');
SELECT pg_temp.check_grants('function', 'registry.address_problems(text,reference.address,boolean)', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_import_rows(bigint,date,boolean)', '');

ROLLBACK;

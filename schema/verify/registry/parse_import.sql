BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.parse_import(bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp work_mem=64MB');
SELECT pg_temp.check_comment('function', 'registry.parse_import(bigint)');

SELECT pg_temp.check_grants('function', 'registry.parse_import(bigint)', '');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.finish_import(bigint)',
  'welfare_owner definer volatile returns TABLE(row_count integer, persons_added integer, claims_added integer, unchanged integer, refused integer) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'registry.finish_import(bigint)');

SELECT pg_temp.check_grants('function', 'registry.finish_import(bigint)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('job.check_invariants(date,text)',
  'welfare_owner definer stable returns TABLE(name text, ok boolean, found bigint, example text, meaning text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.check_invariants(date,text)');

SELECT pg_temp.check_grants('function', 'job.check_invariants(date,text)', 'welfare_admin EXECUTE');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('job.unregister()',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.unregister()');
SELECT pg_temp.check_function('job.register(name,date)',
  'welfare_owner invoker volatile returns TABLE(task text, schedule text, command text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.register(name,date)');

SELECT pg_temp.check_grants('function', 'job.unregister()', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.register(name,date)', 'welfare_job EXECUTE');

ROLLBACK;

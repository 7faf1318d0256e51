BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('job.forgotten_files()',
  'welfare_owner invoker volatile returns TABLE(path text, bytes bigint, written_at timestamp with time zone) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.forgotten_files()');

SELECT pg_temp.check_grants('function', 'job.forgotten_files()', '');

ROLLBACK;

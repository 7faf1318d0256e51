BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('identity.purge_outbox()',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.purge_outbox()');
SELECT pg_temp.check_function('identity.purge_sessions()',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.purge_sessions()');

SELECT pg_temp.check_grants('function', 'identity.purge_outbox()', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.purge_sessions()', 'welfare_admin EXECUTE');

ROLLBACK;

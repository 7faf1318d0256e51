BEGIN;

-- Each function that tells of rows read and locked: not for the public, and for monitoring.
SELECT 1 / (NOT pg_catalog.has_function_privilege('public', oid, 'EXECUTE')
        AND pg_catalog.has_function_privilege('pg_monitor', oid, 'EXECUTE'))::integer
  FROM pg_catalog.pg_proc
 WHERE pronamespace = 'pg_catalog'::regnamespace
   AND (proname ~ '^pg_stat_get_' AND pronargs = 1 AND proargtypes[0] IN ('oid'::regtype, 'integer'::regtype)
          AND proname !~ '^pg_stat_get_subscription'
        OR proname IN ('pg_stat_get_wal', 'pg_stat_get_io', 'pg_stat_get_slru', 'pg_stat_get_progress_info', 'pg_lock_status', 'pg_sequence_last_value'));

SELECT 1 / pg_catalog.has_function_privilege('welfare_owner', 'pg_catalog.pg_lock_status()', 'EXECUTE')::integer;

ROLLBACK;

-- QS1, QS4: what the server counts and locks of every table tells of rows that row security hides: a lock on a tuple that was read
-- and not shown, a counter that went up by two where one row came back. Monitoring sees it, nobody else.
-- Run by a superuser. Running it again, after an upgrade of the server, takes in what that has brought.
BEGIN;

DO $$
DECLARE
  function regprocedure;
BEGIN
  FOR function IN
    SELECT oid::regprocedure
      FROM pg_catalog.pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace
       AND (-- of relations, functions and databases by their OID, of sessions by their number
            proname ~ '^pg_stat_get_' AND pronargs = 1 AND proargtypes[0] IN ('oid'::regtype, 'integer'::regtype)
              AND proname !~ '^pg_stat_get_subscription'
            OR proname IN ('pg_stat_get_wal', 'pg_stat_get_io', 'pg_stat_get_slru', 'pg_stat_get_progress_info', 'pg_lock_status', 'pg_sequence_last_value'))
     ORDER BY proname
  LOOP
    EXECUTE pg_catalog.format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', function);
    -- of which pg_monitor is a member
    EXECUTE pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO pg_read_all_stats', function);
  END LOOP;
END
$$;
-- a session gives back the locks that it has (job.release_task); every row is the owner's anyway
GRANT EXECUTE ON FUNCTION pg_catalog.pg_lock_status() TO welfare_owner;

COMMIT;

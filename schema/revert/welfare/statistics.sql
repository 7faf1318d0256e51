BEGIN;

REVOKE EXECUTE ON FUNCTION pg_catalog.pg_lock_status() FROM welfare_owner;
DO $$
DECLARE
  function regprocedure;
BEGIN
  FOR function IN
    SELECT oid::regprocedure
      FROM pg_catalog.pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace
       AND (proname ~ '^pg_stat_get_' AND pronargs = 1 AND proargtypes[0] IN ('oid'::regtype, 'integer'::regtype)
              AND proname !~ '^pg_stat_get_subscription'
            OR proname IN ('pg_stat_get_wal', 'pg_stat_get_io', 'pg_stat_get_slru', 'pg_stat_get_progress_info', 'pg_lock_status', 'pg_sequence_last_value'))
  LOOP
    EXECUTE pg_catalog.format('REVOKE EXECUTE ON FUNCTION %s FROM pg_read_all_stats', function);
    EXECUTE pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', function);
  END LOOP;
END
$$;

COMMIT;

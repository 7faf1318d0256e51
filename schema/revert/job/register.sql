BEGIN;

-- what pg_cron still has of the tasks would fail from now on
DO $$
BEGIN
  IF pg_catalog.to_regclass('cron.job') IS NOT NULL THEN
    PERFORM job.unregister();
  END IF;
  EXECUTE pg_catalog.format('ALTER ROLE welfare_job IN DATABASE %I RESET ALL', pg_catalog.current_database());
END
$$;
DROP FUNCTION job.register(name, date);
DROP FUNCTION job.unregister();

COMMIT;

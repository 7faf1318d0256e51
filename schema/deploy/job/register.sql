-- AQ: pg_cron learns of the tasks by one function. It fires in GMT and only asks whether something is due; a deployment needs no pg_cron.
BEGIN;

-- The login of what runs by itself carries in this database who it is: an administrator of the nation, by a name that no user has.
DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT list.setting, list.value
      FROM (VALUES ('welfare.principal', 'job'), ('welfare.duty', 'administrator'), ('welfare.nation', 'on'),
                   -- a run takes as long as it takes, and each statement sees what has been committed before it
                   ('statement_timeout', '0'), ('default_transaction_isolation', 'read committed')) AS list (setting, value)
  LOOP
    EXECUTE pg_catalog.format('ALTER ROLE welfare_job IN DATABASE %I SET %I = %L', pg_catalog.current_database(), wanted.setting, wanted.value);
  END LOOP;
  -- a list of names, which %L would make one name
  EXECUTE pg_catalog.format('ALTER ROLE welfare_job IN DATABASE %I SET search_path = pg_catalog, welfare, pg_temp', pg_catalog.current_database());
END
$$;

SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Takes the tasks out of pg_cron. Answers how many. Run by a superuser, or by the role that they run as.
-- Errors: WF705 pg_cron is not installed here.
CREATE FUNCTION job.unregister() RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    removed bigint := 0::bigint;
  BEGIN
    IF to_regclass('cron.job') IS NULL THEN
      PERFORM reference.refuse('WF705', NULL);
    END IF;
    -- by dynamic SQL, because the schema need not be there
    EXECUTE 'SELECT count(cron.unschedule(job.jobid)) FROM cron.job WHERE job.database = current_database() AND job.jobname LIKE $1' INTO removed USING 'welfare %';
    RETURN removed;
  END
  $$;
COMMENT ON FUNCTION job.unregister() IS 'takes the tasks out of pg_cron';

-- Registers every enabled task in pg_cron and takes out those that are not, and lets those begin that have not (job.begin_tasks). Called again
-- it changes nothing more; after a change of job.task it must be. Parameters: role that they run as; day with whose period those that are new
-- begin, default today. Answers a row for each task, with its schedule in GMT. Run by a superuser, or by that role itself.
-- Errors: WF705 pg_cron is not installed here, WF706 a role that may run none, WF707 settings under which it stalls, WF708 a session that may
-- not schedule for the role, WF001, WF004, WF709.
CREATE FUNCTION job.register(run_as name DEFAULT 'welfare_job', begin_on date DEFAULT NULL) RETURNS TABLE (task text, schedule text, command text)
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    is_superuser boolean := (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
    wrong record;
    planned record;
  BEGIN
    PERFORM reference.require_administrator();
    IF to_regclass('cron.job') IS NULL THEN
      PERFORM reference.refuse('WF705', NULL);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = register.run_as AND rolcanlogin AND NOT rolsuper
                      AND pg_has_role(oid, 'welfare_job', 'MEMBER')) THEN
      PERFORM reference.refuse('WF706', NULL, coalesce(register.run_as::text, 'NULL'));
    END IF;
    -- With background workers one long run keeps every other from beginning; without a host that is the socket's folder it asks for TCP.
    -- Who may not read these settings is a role that a superuser has registered before.
    IF pg_has_role(current_user, 'pg_read_all_settings', 'MEMBER') THEN
      SELECT setting.name, setting.wanted, setting.found INTO wrong
        FROM (VALUES ('cron.use_background_workers', 'off', current_setting('cron.use_background_workers', true), current_setting('cron.use_background_workers', true) = 'off'),
                     ('cron.host', split_part(current_setting('unix_socket_directories', true), ',', 1), current_setting('cron.host', true), current_setting('cron.host', true) LIKE '/%'))
          AS setting (name, wanted, found, good)
       WHERE setting.good IS NOT TRUE;
      IF FOUND THEN
        PERFORM reference.refuse('WF707', NULL, wrong.name, coalesce(nullif(wrong.wanted, ''), '/var/run/postgresql'), coalesce(wrong.found, 'NULL'));
      END IF;
    END IF;
    IF NOT is_superuser AND current_user <> register.run_as THEN
      PERFORM reference.refuse('WF708', NULL, current_user::text, register.run_as::text);
    END IF;
    PERFORM job.begin_tasks(register.begin_on);
    IF is_superuser THEN
      EXECUTE format('GRANT USAGE ON SCHEMA cron TO %I', register.run_as);
    END IF;
    -- what is disabled now, or was another role's
    EXECUTE 'SELECT count(cron.unschedule(job.jobid)) FROM cron.job WHERE job.database = current_database() AND job.jobname LIKE ''welfare %''
                AND (job.username <> $1 OR job.jobname <> ALL ($2))'
      USING register.run_as::text, ARRAY(SELECT 'welfare ' || status.task FROM job.status WHERE status.state <> 'disabled');
    FOR planned IN SELECT status.task, status.schedule, format('CALL job.run_task(%L)', status.task) AS command
                     FROM job.status WHERE status.state <> 'disabled' ORDER BY status.position LOOP
      IF is_superuser THEN
        EXECUTE 'SELECT cron.schedule_in_database($1, $2, $3, current_database(), $4)'
          USING 'welfare ' || planned.task, planned.schedule, planned.command, register.run_as::text;
      ELSE
        EXECUTE 'SELECT cron.schedule($1, $2, $3)' USING 'welfare ' || planned.task, planned.schedule, planned.command;
      END IF;
      RETURN QUERY SELECT planned.task, planned.schedule, planned.command;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION job.register(name, date) IS 'registers every enabled task in pg_cron, and lets those begin that have not';

-- Both act with the rights of whoever calls them: pg_cron knows whose jobs are whose.
REVOKE ALL ON FUNCTION job.unregister(), job.register(name, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.unregister(), job.register(name, date) TO welfare_job;

COMMIT;

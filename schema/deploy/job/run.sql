-- AQ, QR1: runs. One at a time for each task; a crash leaves a run that the next start finds abandoned; each step and the word that it is done
-- commit together, so that nothing is done twice and nothing is left out, wherever a kill falls.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE job.run (
  run_number bigint GENERATED ALWAYS AS IDENTITY,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  row_count bigint,
  task text COLLATE "C" NOT NULL,
  period date NOT NULL,
  business_day date NOT NULL,
  server_pid integer NOT NULL DEFAULT pg_backend_pid(),
  attempt smallint NOT NULL,
  state job.run_state NOT NULL DEFAULT 'running',
  forgiven boolean NOT NULL DEFAULT false,
  seconds numeric(12,3),
  failed_step text COLLATE "C",
  error_code text COLLATE "C",
  error_message text,
  login_name text NOT NULL DEFAULT session_user,
  CONSTRAINT run_pkey PRIMARY KEY (run_number),
  CONSTRAINT run_attempt UNIQUE (task, period, attempt),
  CONSTRAINT run_task_fkey FOREIGN KEY (task) REFERENCES job.task (task),
  CONSTRAINT run_ended CHECK ((state = 'running') = (finished_at IS NULL)),
  CONSTRAINT run_counted CHECK (num_nulls(row_count, seconds) = CASE WHEN state IN ('succeeded', 'failed') THEN 0 ELSE 2 END),
  CONSTRAINT run_failed CHECK ((state = 'failed') = (error_code IS NOT NULL))
);
COMMENT ON TABLE job.run IS 'log of runs, one row for each attempt at a period; says nothing of any person';
COMMENT ON COLUMN job.run.run_number IS 'its number';
COMMENT ON COLUMN job.run.started_at IS 'when it began';
COMMENT ON COLUMN job.run.finished_at IS 'when it ended; of an abandoned one when that was found';
COMMENT ON COLUMN job.run.row_count IS 'rows that its steps made, changed or deleted';
COMMENT ON COLUMN job.run.task IS 'the task';
COMMENT ON COLUMN job.run.period IS 'beginning of the period that it served';
COMMENT ON COLUMN job.run.business_day IS 'business date in Thailand that decided so';
COMMENT ON COLUMN job.run.server_pid IS 'process of the server that ran it';
COMMENT ON COLUMN job.run.attempt IS '1 for the first at the period, counting up';
COMMENT ON COLUMN job.run.state IS 'how it stands';
COMMENT ON COLUMN job.run.forgiven IS 'whether it counts no more, because an administrator allowed to try again';
COMMENT ON COLUMN job.run.seconds IS 'seconds that it took';
COMMENT ON COLUMN job.run.failed_step IS 'step that failed';
COMMENT ON COLUMN job.run.error_code IS 'SQLSTATE of the error';
COMMENT ON COLUMN job.run.error_message IS 'its message without personal data; or why an administrator skipped the period';
COMMENT ON COLUMN job.run.login_name IS 'role that was logged in';
CREATE UNIQUE INDEX run_one_running ON job.run (task) WHERE state = 'running';
COMMENT ON INDEX job.run_one_running IS 'the second lock: a task is run once at a time';
CREATE INDEX run_finished_at ON job.run (finished_at);
COMMENT ON INDEX job.run_finished_at IS 'what is old enough to be purged';
ALTER TABLE job.run ENABLE ROW LEVEL SECURITY;

CREATE TABLE job.run_step (
  run_number bigint NOT NULL,
  position smallint NOT NULL,
  step text COLLATE "C" NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  row_count bigint NOT NULL,
  seconds numeric(12,3) NOT NULL,
  is_done boolean NOT NULL,
  CONSTRAINT run_step_pkey PRIMARY KEY (run_number, position),
  CONSTRAINT run_step_run_fkey FOREIGN KEY (run_number) REFERENCES job.run (run_number) ON DELETE CASCADE,
  CONSTRAINT run_step_rows CHECK (row_count >= 0)
);
COMMENT ON TABLE job.run_step IS 'steps that committed: each is written in the transaction that did its work';
COMMENT ON COLUMN job.run_step.run_number IS 'the run';
COMMENT ON COLUMN job.run_step.position IS 'position of the step in its task';
COMMENT ON COLUMN job.run_step.step IS 'the step';
COMMENT ON COLUMN job.run_step.finished_at IS 'when its last transaction ended';
COMMENT ON COLUMN job.run_step.row_count IS 'rows that it made, changed or deleted';
COMMENT ON COLUMN job.run_step.seconds IS 'seconds that it took';
COMMENT ON COLUMN job.run_step.is_done IS 'false while chunks of it are left';
ALTER TABLE job.run_step ENABLE ROW LEVEL SECURITY;

-- What may be kept of an error's message: no national ID however written, and of errors about data nothing that was quoted.
-- Parameters: SQLSTATE; message.
CREATE FUNCTION job.without_personal_data(code text, message text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN left(regexp_replace(CASE WHEN code ~ '^(22|23|P0|XX)' THEN regexp_replace(message, '"[^"]*"', '"…"', 'g') ELSE message END,
                             '[0-9๐-๙](?:[- ]?[0-9๐-๙]){6,}', '…', 'g'), 500);
COMMENT ON FUNCTION job.without_personal_data(text, text) IS 'an error''s message without numbers of persons, and of errors about data without what was quoted (QS4)';

-- Takes a task for this session until it is released or the session ends. Parameters: task. Answers whether it has it: false when another
-- session does. Errors: WF001 and WF004 not an administrator, WF700.
CREATE FUNCTION job.claim_task(task text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    IF NOT EXISTS (SELECT FROM job.task AS known WHERE known.task = claim_task.task) THEN
      PERFORM reference.refuse('WF700', NULL, coalesce(left(claim_task.task, 60), 'NULL'));
    END IF;
    RETURN pg_try_advisory_lock(hashtext('job.run_task'), hashtext(claim_task.task));
  END
  $$;
COMMENT ON FUNCTION job.claim_task(text) IS 'takes a task for this session; false when another session has it';

-- Gives a task back, however often this session has taken it: a run that was cancelled had no time to. Only what the session has is given back, so that
-- no warning is left in the server's log. Parameters: task. Belongs to the owner, who alone sees locks.
CREATE FUNCTION job.release_task(task text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    WHILE EXISTS (SELECT FROM pg_locks AS held
                   WHERE held.locktype = 'advisory' AND held.pid = pg_backend_pid() AND held.granted AND held.objsubid = 2
                     AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                     AND held.classid = hashtext('job.run_task')::oid AND held.objid = hashtext(release_task.task)::oid) LOOP
      -- what is left is the transaction's, and goes with it
      EXIT WHEN NOT pg_advisory_unlock(hashtext('job.run_task'), hashtext(release_task.task));
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION job.release_task(text) IS 'gives a task back that this session has taken';

-- Begins the next attempt at what is due of a task. What an ended session left running is abandoned first, and counts as an attempt.
-- Parameters: task. Answers the run's number; NULL when nothing is due, attempts are used up, or the pause after a failure lasts.
-- Errors: WF001 and WF004 not an administrator, WF700, WF701 another session runs it.
CREATE FUNCTION job.begin_run(task text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    known job.standing;
    made record;
    begun bigint;
  BEGIN
    IF NOT job.claim_task(begin_run.task) THEN
      PERFORM reference.refuse('WF701', NULL, begin_run.task);
    END IF;
    UPDATE job.run SET state = 'abandoned', finished_at = clock_timestamp() WHERE run.task = begin_run.task AND run.state = 'running';
    SELECT * INTO known FROM job.standing WHERE standing.task = begin_run.task;
    IF NOT (known.enabled AND known.has_come AND known.is_next) THEN
      RETURN NULL;
    END IF;
    SELECT count(*) FILTER (WHERE NOT run.forgiven) AS counted, coalesce(max(run.attempt), 0) AS attempts,
           max(run.finished_at) FILTER (WHERE NOT run.forgiven AND run.state = 'failed') AS failed_at
      INTO made
      FROM job.run WHERE run.task = known.task AND run.period = known.next_period;
    IF made.counted >= known.attempts OR clock_timestamp() < made.failed_at + known.pause THEN
      RETURN NULL;
    END IF;
    INSERT INTO job.run (task, period, business_day, attempt)
    VALUES (known.task, known.next_period, welfare.business_date(), made.attempts + 1)
    RETURNING run.run_number INTO begun;
    RETURN begun;
  END
  $$;
COMMENT ON FUNCTION job.begin_run(text) IS 'begins the next attempt at what is due of a task; NULL when nothing is';

-- The run, if it is one of this session's and running. Parameters: its number. Errors: WF702.
CREATE FUNCTION job.own_run(run_number bigint) RETURNS job.run
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    held job.run;
  BEGIN
    SELECT * INTO held FROM job.run AS known
     WHERE known.run_number = own_run.run_number AND known.state = 'running' AND known.server_pid = pg_backend_pid();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF702', NULL, coalesce(own_run.run_number::text, 'NULL'));
    END IF;
    RETURN held;
  END
  $$;
COMMENT ON FUNCTION job.own_run(bigint) IS 'a run of this session that is running';

-- The step of a run that comes next: the first that no attempt at the period has done. No row when all are done.
-- Parameters: number of the run. Errors: WF001 and WF004 not an administrator, WF702.
CREATE FUNCTION job.next_step(run_number bigint) RETURNS TABLE (task text, period date, business_day date, step_position smallint, step text, in_chunks boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held job.run;
  BEGIN
    PERFORM reference.require_administrator();
    held := job.own_run(next_step.run_number);
    RETURN QUERY
      SELECT held.task, held.period, held.business_day, planned.position, planned.step, planned.in_chunks
        FROM job.step AS planned
       WHERE planned.task = held.task
         AND NOT EXISTS (SELECT FROM job.run AS earlier JOIN job.run_step AS made ON made.run_number = earlier.run_number
                          WHERE earlier.task = held.task AND earlier.period = held.period AND made.step = planned.step AND made.is_done)
       ORDER BY planned.position
       LIMIT 1;
  END
  $$;
COMMENT ON FUNCTION job.next_step(bigint) IS 'step of a run that comes next';

-- Writes down that a step, or a chunk of it, is done, in the transaction that did it. Parameters: run; position; step; rows; seconds; whether
-- the step is done. Errors: WF001 and WF004 not an administrator, WF702.
CREATE FUNCTION job.record_step(run_number bigint, step_position smallint, step text, row_count bigint, seconds numeric, is_done boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM job.own_run(record_step.run_number);
    INSERT INTO job.run_step AS made (run_number, position, step, row_count, seconds, is_done)
    VALUES (record_step.run_number, record_step.step_position, record_step.step, coalesce(record_step.row_count, 0), record_step.seconds, record_step.is_done)
    ON CONFLICT ON CONSTRAINT run_step_pkey DO UPDATE
       SET row_count = made.row_count + excluded.row_count, seconds = made.seconds + excluded.seconds, is_done = excluded.is_done,
           finished_at = excluded.finished_at;
  END
  $$;
COMMENT ON FUNCTION job.record_step(bigint, smallint, text, bigint, numeric, boolean) IS 'writes down that a step, or a chunk of it, is done';

-- Ends a run: with success, whereby its period is done; or with the error of a step. Parameters: run; of a failure the step, SQLSTATE, message.
-- Errors: WF001 and WF004 not an administrator, WF702.
CREATE FUNCTION job.finish_run(run_number bigint, failed_step text DEFAULT NULL, error_code text DEFAULT NULL, error_message text DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held job.run;
  BEGIN
    PERFORM reference.require_administrator();
    held := job.own_run(finish_run.run_number);
    UPDATE job.run
       SET state = CASE WHEN finish_run.error_code IS NULL THEN 'succeeded' ELSE 'failed' END::job.run_state,
           finished_at = clock_timestamp(),
           seconds = extract(epoch FROM clock_timestamp() - run.started_at),
           row_count = (SELECT coalesce(sum(made.row_count), 0) FROM job.run_step AS made WHERE made.run_number = held.run_number),
           failed_step = finish_run.failed_step, error_code = finish_run.error_code,
           error_message = job.without_personal_data(finish_run.error_code, finish_run.error_message)
     WHERE run.run_number = held.run_number;
    IF finish_run.error_code IS NULL THEN
      UPDATE job.progress SET served_through = held.period, served_at = clock_timestamp() WHERE progress.task = held.task;
    END IF;
  END
  $$;
COMMENT ON FUNCTION job.finish_run(bigint, text, text, text) IS 'ends a run, with success or with the error of a step';

-- Takes the next step of a run, and writes down what came of it; without a step left the run has succeeded. An error undoes the step alone.
-- Parameters: run. Answers whether there is more to do in it. Errors: WF001 and WF004 not an administrator, WF702.
-- Acts as whoever calls it, as do the steps: each function that a step calls decides itself who may.
CREATE FUNCTION job.take_step(run_number bigint) RETURNS boolean
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    began timestamptz := clock_timestamp();
    planned record;
    made bigint;
    code text;
    told text;
  BEGIN
    SELECT * INTO planned FROM job.next_step(take_step.run_number);
    IF planned.step IS NULL THEN
      PERFORM job.finish_run(take_step.run_number);
      RETURN false;
    END IF;
    BEGIN
      EXECUTE format('SELECT job.%I($1, $2)', planned.step) INTO made USING planned.period, planned.business_day;
    EXCEPTION WHEN query_canceled OR OTHERS THEN
      GET STACKED DIAGNOSTICS code = RETURNED_SQLSTATE, told = MESSAGE_TEXT;
      PERFORM job.finish_run(take_step.run_number, planned.step, code, told);
      RETURN false;
    END;
    PERFORM job.record_step(take_step.run_number, planned.step_position, planned.step, made, extract(epoch FROM clock_timestamp() - began),
                            NOT planned.in_chunks OR coalesce(made, 0) = 0);
    RETURN true;
  END
  $$;
COMMENT ON FUNCTION job.take_step(bigint) IS 'takes the next step of a run; answers whether there is more to do in it';

-- Refuses when a run failed, once that has been committed: whoever started it, pg_cron for one, learns of it. Parameters: run.
-- Errors: WF703, WF001 and WF004 not an administrator.
CREATE FUNCTION job.refuse_failure(run_number bigint) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    told job.run;
  BEGIN
    PERFORM reference.require_administrator();
    SELECT * INTO told FROM job.run AS known WHERE known.run_number = refuse_failure.run_number AND known.state = 'failed';
    IF FOUND THEN
      PERFORM reference.refuse('WF703', NULL, told.task, reference.date_text(told.period), told.attempt::text, told.error_code, coalesce(told.error_message, '-'));
    END IF;
  END
  $$;
COMMENT ON FUNCTION job.refuse_failure(bigint) IS 'refuses when a run failed';

-- The task after another in the order in which they are run; after NULL the first. Parameters: task.
CREATE FUNCTION job.task_after(task text) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    SELECT following.task FROM job.task AS following
     WHERE task_after.task IS NULL OR following.position > (SELECT known.position FROM job.task AS known WHERE known.task = task_after.task)
     ORDER BY following.position LIMIT 1
  $$;
COMMENT ON FUNCTION job.task_after(text) IS 'the task after another in the order in which they are run';

-- A procedure that commits can be neither security definer nor pinned: these two hold qualified calls and COMMIT alone.
-- Runs a task: every period that is due, a transaction for each step. Parameters: task; true: says nothing of a failure, or of another
-- session that runs it. Errors: WF700, WF701 another session runs it, WF703 an attempt failed.
CREATE PROCEDURE job.run_task(task text, quiet boolean DEFAULT false)
  LANGUAGE plpgsql
  AS $$
  DECLARE
    run bigint;
    latest bigint;
  BEGIN
    IF quiet AND NOT job.claim_task(task) THEN
      RETURN;
    END IF;
    LOOP
      run := job.begin_run(task);
      COMMIT;
      EXIT WHEN run IS NULL;
      latest := run;
      WHILE job.take_step(run) LOOP
        COMMIT;
      END LOOP;
      COMMIT;
    END LOOP;
    PERFORM job.release_task(task);
    IF NOT quiet THEN
      PERFORM job.refuse_failure(latest);
    END IF;
  END
  $$;
COMMENT ON PROCEDURE job.run_task(text, boolean) IS 'runs what is due of a task, period by period, a transaction for each step';

-- Runs whatever is due, task by task; one that fails keeps no other back, and job.health tells of it. For schedulers other than pg_cron, and
-- after a downtime.
CREATE PROCEDURE job.run_due()
  LANGUAGE plpgsql
  AS $$
  DECLARE
    task text;
  BEGIN
    LOOP
      task := job.task_after(task);
      EXIT WHEN task IS NULL;
      CALL job.run_task(task, true);
    END LOOP;
  END
  $$;
COMMENT ON PROCEDURE job.run_due() IS 'runs whatever is due, task by task';

REVOKE ALL ON FUNCTION job.without_personal_data(text, text), job.claim_task(text), job.release_task(text), job.begin_run(text), job.own_run(bigint),
  job.next_step(bigint), job.record_step(bigint, smallint, text, bigint, numeric, boolean), job.finish_run(bigint, text, text, text), job.take_step(bigint),
  job.refuse_failure(bigint), job.task_after(text) FROM PUBLIC;
REVOKE ALL ON PROCEDURE job.run_task(text, boolean), job.run_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.claim_task(text), job.release_task(text), job.begin_run(text), job.next_step(bigint),
  job.record_step(bigint, smallint, text, bigint, numeric, boolean), job.finish_run(bigint, text, text, text), job.take_step(bigint), job.refuse_failure(bigint),
  job.task_after(text) TO welfare_job;
GRANT EXECUTE ON PROCEDURE job.run_task(text, boolean), job.run_due() TO welfare_job;

COMMIT;

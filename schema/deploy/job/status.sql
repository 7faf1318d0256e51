-- AQ: what is done, due, late or failed; what watches have found; and what an administrator does about it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE job.task_state AS ENUM ('on_time', 'due', 'waiting', 'running', 'retrying', 'stuck', 'failed', 'not_begun', 'disabled');
COMMENT ON TYPE job.task_state IS 'how a task stands: nothing is due; due; due, waiting for the task that goes before; running; failed, to be tried again; running longer than it may, or ended without a word; failed as often as it may; not begun in this database; disabled';

-- Whether whoever asks may look at what runs by itself: administrators, monitoring, DBAs; a role is no duty. It identifies nobody.
CREATE FUNCTION job.may_look() RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN coalesce(welfare.nation() AND welfare.duty() = 'administrator', false)
        OR (welfare.duty() IS NULL AND (pg_has_role(session_user, 'pg_monitor', 'MEMBER') OR pg_has_role(session_user, 'welfare_owner', 'MEMBER')));
  END
  $$;
COMMENT ON FUNCTION job.may_look() IS 'whether whoever asks may look at what runs by itself: administrators, monitoring';

CREATE VIEW job.status WITH (security_barrier) AS
  SELECT standing.task, standing.position, standing.purpose_thai, standing.purpose_english, standing.period,
         CASE WHEN NOT standing.enabled THEN 'disabled'
              WHEN standing.first_period IS NULL THEN 'not_begun'
              WHEN made.running_since < clock_timestamp() - standing.longest THEN 'stuck'
              WHEN made.running_since IS NOT NULL THEN 'running'
              WHEN NOT standing.has_come THEN 'on_time'
              WHEN made.attempts_used >= standing.attempts THEN 'failed'
              WHEN made.attempts_used > 0 THEN 'retrying'
              WHEN NOT standing.is_next THEN 'waiting'
              ELSE 'due' END::job.task_state AS state,
         standing.served_through AS last_period, standing.served_at AS last_success_at, latest.row_count AS last_row_count, latest.seconds AS last_seconds,
         standing.next_period, standing.due_on,
         CASE WHEN standing.enabled THEN greatest(welfare.business_date() - standing.due_on - standing.late_after_days, 0) END AS days_late,
         made.attempts_used, standing.attempts AS attempts_allowed, made.running_since, made.last_error_code, standing.schedule
    FROM job.standing
   CROSS JOIN LATERAL (
     SELECT count(*) FILTER (WHERE NOT run.forgiven)::integer AS attempts_used, max(run.started_at) FILTER (WHERE run.state = 'running') AS running_since,
            (array_agg(run.error_code ORDER BY run.run_number DESC) FILTER (WHERE run.state = 'failed'))[1] AS last_error_code
       FROM job.run WHERE run.task = standing.task AND run.period = standing.next_period) AS made
    LEFT JOIN LATERAL (
     SELECT run.row_count, run.seconds FROM job.run
      WHERE run.task = standing.task AND run.period = standing.served_through AND run.state = 'succeeded') AS latest ON true
   WHERE job.may_look();
COMMENT ON VIEW job.status IS 'every task: what it has done, what it does next and when that is due, how late it is, and whether it runs now';
COMMENT ON COLUMN job.status.task IS 'the task';
COMMENT ON COLUMN job.status.position IS 'order in which they are run';
COMMENT ON COLUMN job.status.purpose_thai IS 'what it is for, in Thai';
COMMENT ON COLUMN job.status.purpose_english IS 'what it is for, in English';
COMMENT ON COLUMN job.status.period IS 'what it is done once for';
COMMENT ON COLUMN job.status.state IS 'how it stands';
COMMENT ON COLUMN job.status.last_period IS 'last period that was done or skipped';
COMMENT ON COLUMN job.status.last_success_at IS 'when that was';
COMMENT ON COLUMN job.status.last_row_count IS 'rows that it made, changed or deleted';
COMMENT ON COLUMN job.status.last_seconds IS 'seconds that it took';
COMMENT ON COLUMN job.status.next_period IS 'period that it does next';
COMMENT ON COLUMN job.status.due_on IS 'day on which that is due';
COMMENT ON COLUMN job.status.days_late IS 'days that it is late; 0: it is not';
COMMENT ON COLUMN job.status.attempts_used IS 'attempts that the period has had';
COMMENT ON COLUMN job.status.attempts_allowed IS 'attempts that it gets';
COMMENT ON COLUMN job.status.running_since IS 'when the run began that has not ended';
COMMENT ON COLUMN job.status.last_error_code IS 'SQLSTATE of the period''s last failure';
COMMENT ON COLUMN job.status.schedule IS 'when pg_cron looks whether it is due, in GMT';
GRANT SELECT ON job.status TO welfare_admin, pg_monitor;

CREATE VIEW job.run_log WITH (security_barrier) AS
  SELECT run.run_number, run.task, run.period, run.attempt, run.state, run.business_day, run.started_at, run.finished_at, run.seconds, run.row_count,
         run.failed_step, run.error_code, run.error_message, run.forgiven,
         (SELECT jsonb_object_agg(made.step, jsonb_build_object('row_count', made.row_count, 'seconds', made.seconds)) FROM job.run_step AS made
           WHERE made.run_number = run.run_number) AS steps
    FROM job.run
   WHERE job.may_look();
COMMENT ON VIEW job.run_log IS 'log of runs, each with its steps';
COMMENT ON COLUMN job.run_log.run_number IS 'number of the run';
COMMENT ON COLUMN job.run_log.task IS 'the task';
COMMENT ON COLUMN job.run_log.period IS 'beginning of the period that it served';
COMMENT ON COLUMN job.run_log.attempt IS 'which attempt at it';
COMMENT ON COLUMN job.run_log.state IS 'how it stands';
COMMENT ON COLUMN job.run_log.business_day IS 'business date that decided so';
COMMENT ON COLUMN job.run_log.started_at IS 'when it began';
COMMENT ON COLUMN job.run_log.finished_at IS 'when it ended';
COMMENT ON COLUMN job.run_log.seconds IS 'seconds that it took';
COMMENT ON COLUMN job.run_log.row_count IS 'rows that it made, changed or deleted';
COMMENT ON COLUMN job.run_log.failed_step IS 'step that failed';
COMMENT ON COLUMN job.run_log.error_code IS 'SQLSTATE of the error';
COMMENT ON COLUMN job.run_log.error_message IS 'its message without personal data; or why the period was skipped';
COMMENT ON COLUMN job.run_log.forgiven IS 'whether it counts no more';
COMMENT ON COLUMN job.run_log.steps IS 'steps that committed in it, with rows and seconds';
GRANT SELECT ON job.run_log TO welfare_admin, pg_monitor;

CREATE TABLE job.concern (
  concern text COLLATE "C" NOT NULL,
  since date NOT NULL,
  seen_on date NOT NULL,
  how_many bigint NOT NULL,
  urgent boolean NOT NULL,
  code text COLLATE "C" NOT NULL,
  arguments text[] NOT NULL,
  CONSTRAINT concern_pkey PRIMARY KEY (concern),
  CONSTRAINT concern_message_fkey FOREIGN KEY (code) REFERENCES reference.message (code),
  CONSTRAINT concern_counted CHECK (how_many > 0 AND seen_on >= since)
);
COMMENT ON TABLE job.concern IS 'what watches have found and nobody has mended yet; says nothing of any person';
COMMENT ON COLUMN job.concern.concern IS 'what it is about';
COMMENT ON COLUMN job.concern.since IS 'day on which it was first seen';
COMMENT ON COLUMN job.concern.seen_on IS 'day on which it was last seen';
COMMENT ON COLUMN job.concern.how_many IS 'how many of it';
COMMENT ON COLUMN job.concern.urgent IS 'whether the health is not well by it';
COMMENT ON COLUMN job.concern.code IS 'code of the message that tells it';
COMMENT ON COLUMN job.concern.arguments IS 'arguments of the message';
ALTER TABLE job.concern ENABLE ROW LEVEL SECURITY;

-- Says what a watch has found today: none of it ends the concern. Parameters: what it is about; business date; how many; whether it is urgent;
-- code and arguments of the message. Answers how many.
CREATE FUNCTION job.set_concern(concern text, day date, how_many bigint, urgent boolean, code text, VARIADIC arguments text[] DEFAULT '{}') RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    IF set_concern.how_many > 0 THEN
      INSERT INTO job.concern AS known (concern, since, seen_on, how_many, urgent, code, arguments)
      VALUES (set_concern.concern, set_concern.day, set_concern.day, set_concern.how_many, set_concern.urgent, set_concern.code, set_concern.arguments)
      ON CONFLICT ON CONSTRAINT concern_pkey DO UPDATE
         SET since = least(known.since, excluded.since), seen_on = excluded.seen_on, how_many = excluded.how_many, urgent = excluded.urgent, code = excluded.code,
             arguments = excluded.arguments;
    ELSE
      DELETE FROM job.concern AS known WHERE known.concern = set_concern.concern;
    END IF;
    RETURN set_concern.how_many;
  END
  $$;
COMMENT ON FUNCTION job.set_concern(text, date, bigint, boolean, text, text[]) IS 'says what a watch has found; none of it ends the concern';

CREATE VIEW job.attention WITH (security_barrier) AS
  SELECT concern.concern, concern.since, concern.seen_on, concern.how_many, concern.urgent,
         reference.message_text(concern.code, VARIADIC concern.arguments) AS message
    FROM job.concern
   WHERE job.may_look();
COMMENT ON VIEW job.attention IS 'what watches have found and nobody has mended yet, in the session''s language';
COMMENT ON COLUMN job.attention.concern IS 'what it is about';
COMMENT ON COLUMN job.attention.since IS 'day on which it was first seen';
COMMENT ON COLUMN job.attention.seen_on IS 'day on which it was last seen';
COMMENT ON COLUMN job.attention.how_many IS 'how many of it';
COMMENT ON COLUMN job.attention.urgent IS 'whether the health is not well by it';
COMMENT ON COLUMN job.attention.message IS 'what was found';
GRANT SELECT ON job.attention TO welfare_admin, pg_monitor;

-- In one row whether what runs by itself is well: no task late, failed, stuck or not begun, and nothing urgent found. For monitoring: it
-- identifies nobody. Sees as whoever asks. Errors: WF001, WF004 neither an administrator nor monitoring.
CREATE FUNCTION job.health()
  RETURNS TABLE (ok boolean, late_tasks text[], failed_tasks text[], stuck_tasks text[], not_begun_tasks text[], attention text[], most_days_late integer,
                 message text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    IF NOT job.may_look() THEN
      PERFORM reference.require_administrator();
    END IF;
    RETURN QUERY
    WITH task AS (
      SELECT coalesce(array_agg(status.task ORDER BY status.position) FILTER (WHERE status.days_late > 0), '{}') AS late,
             coalesce(array_agg(status.task ORDER BY status.position) FILTER (WHERE status.state IN ('failed', 'retrying')), '{}') AS failed,
             coalesce(array_agg(status.task ORDER BY status.position) FILTER (WHERE status.state = 'stuck'), '{}') AS stuck,
             coalesce(array_agg(status.task ORDER BY status.position) FILTER (WHERE status.state = 'not_begun'), '{}') AS not_begun,
             coalesce(max(status.days_late), 0) AS most_days_late
        FROM job.status
    ),
    found AS (
      SELECT coalesce(array_agg(attention.message ORDER BY attention.urgent DESC, attention.since, attention.concern), '{}') AS messages,
             coalesce(bool_or(attention.urgent), false) AS urgent
        FROM job.attention
    ),
    judged AS (
      SELECT cardinality(task.late || task.failed || task.stuck || task.not_begun) = 0 AND NOT found.urgent AS ok FROM task CROSS JOIN found
    )
    SELECT judged.ok, task.late, task.failed, task.stuck, task.not_begun, found.messages, task.most_days_late,
           CASE WHEN judged.ok THEN reference.message_text('WF710')
                ELSE reference.message_text('WF711', VARIADIC ARRAY(
                       SELECT coalesce(nullif(array_to_string(part.words, part.separator), ''), '-')
                         FROM (VALUES (1, task.late, ', '), (2, task.failed, ', '), (3, task.stuck, ', '), (4, task.not_begun, ', '), (5, found.messages, '; '))
                           AS part (place, words, separator)
                        ORDER BY part.place)) END
      FROM task CROSS JOIN found CROSS JOIN judged;
  END
  $$;
COMMENT ON FUNCTION job.health() IS 'in one row whether what runs by itself is well, and what is late, failed or stuck';

-- The period of a task that waits to be done and is not running, held for the caller. Parameters: task; beginning of the period.
-- Errors: WF001 and WF004 not an administrator, WF700, WF701 it runs now, WF704 another period waits.
CREATE FUNCTION job.require_waiting(task text, period date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    waiting date;
  BEGIN
    PERFORM reference.require_administrator();
    IF NOT EXISTS (SELECT FROM job.task AS known WHERE known.task = require_waiting.task) THEN
      PERFORM reference.refuse('WF700', NULL, coalesce(left(require_waiting.task, 60), 'NULL'));
    END IF;
    -- of the run's own lock, until the transaction ends
    IF NOT pg_try_advisory_xact_lock(hashtext('job.run_task'), hashtext(require_waiting.task)) THEN
      PERFORM reference.refuse('WF701', NULL, require_waiting.task);
    END IF;
    SELECT standing.next_period INTO waiting FROM job.standing WHERE standing.task = require_waiting.task AND standing.has_come;
    IF waiting IS DISTINCT FROM require_waiting.period OR waiting IS NULL THEN
      PERFORM reference.refuse('WF704', NULL, require_waiting.task, coalesce(require_waiting.period::text, 'NULL'), coalesce(waiting::text, '-'));
    END IF;
  END
  $$;
COMMENT ON FUNCTION job.require_waiting(text, date) IS 'refuses a period of a task that does not wait to be done';

-- Lets a period be tried again whose attempts are used up: those it has had count no more. Parameters: task; beginning of the period; why.
-- Answers that it is done. Errors: WF001 and WF004 not an administrator, WF010, WF700, WF701, WF704.
CREATE FUNCTION job.allow_retry(task text, period date, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM job.require_waiting(allow_retry.task, allow_retry.period);
    IF coalesce(btrim(allow_retry.why), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'why');
    END IF;
    UPDATE job.run SET forgiven = true WHERE run.task = allow_retry.task AND run.period = allow_retry.period AND run.state IN ('failed', 'abandoned');
    PERFORM audit.record_call('job.allow_retry', NULL, jsonb_build_object('task', allow_retry.task, 'period', allow_retry.period, 'why', btrim(allow_retry.why)));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION job.allow_retry(text, date, text) IS 'lets a period of a task be tried again whose attempts are used up; administrators only';

-- Takes a period as done that will not be: the next one comes. Parameters: task; beginning of the period; why, which stays in the log.
-- Answers that it is done. Errors: WF001 and WF004 not an administrator, WF010, WF700, WF701, WF704.
CREATE FUNCTION job.skip_period(task text, period date, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM job.require_waiting(skip_period.task, skip_period.period);
    IF coalesce(btrim(skip_period.why), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'why');
    END IF;
    UPDATE job.run SET state = 'abandoned', finished_at = clock_timestamp() WHERE run.task = skip_period.task AND run.state = 'running';
    INSERT INTO job.run (task, period, business_day, attempt, state, finished_at, error_message)
    SELECT skip_period.task, skip_period.period, welfare.business_date(), coalesce(max(run.attempt), 0) + 1, 'skipped', clock_timestamp(), btrim(skip_period.why)
      FROM job.run WHERE run.task = skip_period.task AND run.period = skip_period.period;
    UPDATE job.progress SET served_through = skip_period.period, served_at = clock_timestamp() WHERE progress.task = skip_period.task;
    PERFORM audit.record_call('job.skip_period', NULL, jsonb_build_object('task', skip_period.task, 'period', skip_period.period, 'why', btrim(skip_period.why)));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION job.skip_period(text, date, text) IS 'takes a period of a task as done that will not be; administrators only';

REVOKE ALL ON FUNCTION job.set_concern(text, date, bigint, boolean, text, text[]), job.may_look(), job.health(), job.require_waiting(text, date),
  job.allow_retry(text, date, text), job.skip_period(text, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.health(), job.may_look() TO welfare_admin, pg_monitor;
GRANT EXECUTE ON FUNCTION job.allow_retry(text, date, text), job.skip_period(text, date, text) TO welfare_admin;

COMMIT;

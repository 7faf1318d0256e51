-- AQ, RC4: the tasks, their steps, and when each is due. What is due is decided by the business date in Thailand, never by the moment at
-- which a scheduler fired: it fires in GMT, and perhaps hours late.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE job.task (
  task text COLLATE "C" NOT NULL,
  position smallint NOT NULL,
  period job.period_kind NOT NULL,
  catch_up job.catch_up NOT NULL,
  after_task text COLLATE "C",
  enabled boolean NOT NULL DEFAULT true,
  schedule text NOT NULL,
  attempts smallint NOT NULL DEFAULT 5,
  pause interval NOT NULL DEFAULT '10 minutes',
  late_after_days smallint NOT NULL DEFAULT 0,
  longest interval NOT NULL DEFAULT '6 hours',
  purpose_thai text NOT NULL,
  purpose_english text NOT NULL,
  CONSTRAINT task_pkey PRIMARY KEY (task),
  CONSTRAINT task_position UNIQUE (position),
  CONSTRAINT task_after_fkey FOREIGN KEY (after_task) REFERENCES job.task (task),
  CONSTRAINT task_name CHECK (task ~ '^[a-z][a-z_]{1,40}$'),
  CONSTRAINT task_not_after_itself CHECK (after_task <> task),
  -- one entry of a crontab, or what pg_cron does when the server starts
  CONSTRAINT task_schedule CHECK (schedule ~ '^(@reboot|[-0-9*,/]+( [-0-9*,/]+){4})$'),
  CONSTRAINT task_attempts CHECK (attempts BETWEEN 1 AND 20),
  CONSTRAINT task_pause CHECK (pause BETWEEN '0' AND '1 day'),
  CONSTRAINT task_longest CHECK (longest > '0'),
  CONSTRAINT task_late_after_days CHECK (late_after_days BETWEEN 0 AND 60)
);
COMMENT ON TABLE job.task IS 'what runs by itself, one row each';
COMMENT ON COLUMN job.task.task IS 'its name';
COMMENT ON COLUMN job.task.position IS 'order in which job.run_due takes them';
COMMENT ON COLUMN job.task.period IS 'what it is done once for';
COMMENT ON COLUMN job.task.catch_up IS 'what is done of the periods that were missed';
COMMENT ON COLUMN job.task.after_task IS 'task that must have done the same period before; NULL: none';
COMMENT ON COLUMN job.task.enabled IS 'false: it is not run, and is not late';
COMMENT ON COLUMN job.task.schedule IS 'when pg_cron looks whether it is due, in GMT; the due date itself is no matter of it';
COMMENT ON COLUMN job.task.attempts IS 'how many attempts a period gets before a person must look';
COMMENT ON COLUMN job.task.pause IS 'time after a failed attempt before the next';
COMMENT ON COLUMN job.task.late_after_days IS 'how many days after its due date an undone period is no lateness yet';
COMMENT ON COLUMN job.task.longest IS 'time after which a run that has not ended is told as stuck';
COMMENT ON COLUMN job.task.purpose_thai IS 'what it is for, in Thai';
COMMENT ON COLUMN job.task.purpose_english IS 'what it is for, in English';
CREATE INDEX task_after_task ON job.task (after_task);
COMMENT ON INDEX job.task_after_task IS 'what follows a task';
ALTER TABLE job.task ENABLE ROW LEVEL SECURITY;

CREATE TABLE job.due_rule (
  task text COLLATE "C" NOT NULL,
  valid daterange NOT NULL,
  due_months smallint NOT NULL,
  due_days smallint NOT NULL,
  legal_basis text NOT NULL,
  CONSTRAINT due_rule_task_fkey FOREIGN KEY (task) REFERENCES job.task (task),
  CONSTRAINT due_rule_one_at_a_time EXCLUDE USING gist (task WITH =, valid WITH &&),
  CONSTRAINT due_rule_valid_not_empty CHECK (NOT isempty(valid)),
  -- inside the period that follows at the latest
  CONSTRAINT due_rule_months CHECK (due_months BETWEEN 0 AND 12),
  CONSTRAINT due_rule_days CHECK (due_days BETWEEN 0 AND 31)
);
COMMENT ON TABLE job.due_rule IS 'when the period of a task is due, by date; a period without a row is never due';
COMMENT ON COLUMN job.due_rule.task IS 'the task';
COMMENT ON COLUMN job.due_rule.valid IS 'beginnings of periods to which the row applies';
COMMENT ON COLUMN job.due_rule.due_months IS 'whole months after the beginning of the period';
COMMENT ON COLUMN job.due_rule.due_days IS 'and days after that: 0 is the 1st';
COMMENT ON COLUMN job.due_rule.legal_basis IS 'regulation, or that it is ours to set';
ALTER TABLE job.due_rule ENABLE ROW LEVEL SECURITY;

CREATE TABLE job.step (
  task text COLLATE "C" NOT NULL,
  position smallint NOT NULL,
  step text COLLATE "C" NOT NULL,
  in_chunks boolean NOT NULL DEFAULT false,
  CONSTRAINT step_pkey PRIMARY KEY (task, position),
  CONSTRAINT step_once UNIQUE (task, step),
  CONSTRAINT step_task_fkey FOREIGN KEY (task) REFERENCES job.task (task),
  CONSTRAINT step_name CHECK (step ~ '^[a-z][a-z_]{1,50}$')
);
COMMENT ON TABLE job.step IS 'steps of each task, in order; each is one transaction, done once for a period';
COMMENT ON COLUMN job.step.task IS 'the task';
COMMENT ON COLUMN job.step.position IS 'order; gaps are for steps to come';
COMMENT ON COLUMN job.step.step IS 'function of this room that does it: job.<step>(period date, business_day date), answers a number of rows';
COMMENT ON COLUMN job.step.in_chunks IS 'true: it is called again, a transaction each time, until it answers 0 rows';
ALTER TABLE job.step ENABLE ROW LEVEL SECURITY;

-- A step names a function that is there: a misspelt one would be found on the 1st of a month. Errors: undefined_function.
CREATE FUNCTION job.check_step() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM format('job.%I(date, date)', NEW.step)::regprocedure;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION job.check_step() IS 'refuses a step whose function is not there';
-- at the end of the transaction: restoring a dump wakes no trigger, and a deployment may write the rows first
CREATE CONSTRAINT TRIGGER step_exists AFTER INSERT OR UPDATE ON job.step
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION job.check_step();
COMMENT ON TRIGGER step_exists ON job.step IS 'a step names a function that is there';

CREATE TABLE job.progress (
  task text COLLATE "C" NOT NULL,
  first_period date NOT NULL,
  served_through date,
  served_at timestamptz,
  CONSTRAINT progress_pkey PRIMARY KEY (task),
  CONSTRAINT progress_task_fkey FOREIGN KEY (task) REFERENCES job.task (task),
  CONSTRAINT progress_served_whole CHECK ((served_through IS NULL) = (served_at IS NULL) AND served_through >= first_period)
);
COMMENT ON TABLE job.progress IS 'from which period on each task is done, and up to which it has been';
COMMENT ON COLUMN job.progress.task IS 'the task; one without a row has not begun';
COMMENT ON COLUMN job.progress.first_period IS 'first period that is done: nothing before it is caught up';
COMMENT ON COLUMN job.progress.served_through IS 'last period that was done, or skipped';
COMMENT ON COLUMN job.progress.served_at IS 'when that was';
ALTER TABLE job.progress ENABLE ROW LEVEL SECURITY;

-- The date in Thailand at a moment: what welfare.business_date() answers when nobody has set another. 30 September 17:30 GMT is 1 October.
CREATE FUNCTION job.business_date_at(moment timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (moment AT TIME ZONE 'Asia/Bangkok')::date;
COMMENT ON FUNCTION job.business_date_at(timestamptz) IS 'date in Asia/Bangkok at a moment';

-- The beginning of the period in which a day lies. Parameters: kind of period; day.
CREATE FUNCTION job.period_of(kind job.period_kind, day date) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE kind WHEN 'day' THEN day
                   WHEN 'month' THEN date_trunc('month', day::timestamp)::date
                   ELSE lower(welfare.fiscal_year_range(welfare.fiscal_year(day))) END;
COMMENT ON FUNCTION job.period_of(job.period_kind, date) IS 'beginning of the day, month or fiscal year in which a day lies';

-- The beginning of a period some periods later. Parameters: kind; beginning of a period; how many, negative for earlier ones.
CREATE FUNCTION job.period_plus(kind job.period_kind, period date, how_many integer) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (period::timestamp + how_many * CASE kind WHEN 'day' THEN interval '1 day' WHEN 'month' THEN interval '1 month' ELSE interval '1 year' END)::date;
COMMENT ON FUNCTION job.period_plus(job.period_kind, date, integer) IS 'beginning of a period some periods later';

-- How each task stands by today's business date: the period that it does next, due or not, and whether it may be done now. After what it has
-- done comes the next one; where the latest alone is caught up, the latest that is due. A period without a rule is never due.
CREATE VIEW job.standing WITH (security_barrier) AS
  SELECT task.task, task.position, task.period, task.catch_up, task.after_task, task.enabled, task.schedule, task.attempts, task.pause,
         task.late_after_days, task.longest, task.purpose_thai, task.purpose_english, progress.first_period, progress.served_through, progress.served_at,
         following.next_period, due.due_on,
         coalesce(due.due_on <= welfare.business_date(), false) AS has_come,
         task.after_task IS NULL OR coalesce(earlier.served_through >= following.next_period OR earlier.first_period > following.next_period, false) AS is_next
    FROM job.task
    LEFT JOIN job.progress ON progress.task = task.task
    LEFT JOIN job.progress AS earlier ON earlier.task = task.after_task
   CROSS JOIN LATERAL (
     SELECT greatest(coalesce(job.period_plus(task.period, progress.served_through, 1), progress.first_period),
                     CASE WHEN task.catch_up = 'latest_period' AND progress.first_period IS NOT NULL THEN
                       -- due 31 days into the following period at the latest: those are enough to look at
                       (SELECT max(candidate.period)
                          FROM (SELECT job.period_plus(task.period, job.period_of(task.period, welfare.business_date()), -back) AS period
                                  FROM generate_series(0, CASE task.period WHEN 'day' THEN 31 ELSE 2 END) AS back) AS candidate
                          JOIN job.due_rule AS rule ON rule.task = task.task AND rule.valid @> candidate.period
                         WHERE (candidate.period::timestamp + make_interval(months => rule.due_months, days => rule.due_days))::date <= welfare.business_date())
                     END) AS next_period) AS following
    LEFT JOIN LATERAL (
     SELECT (following.next_period::timestamp + make_interval(months => due_rule.due_months, days => due_rule.due_days))::date AS due_on
       FROM job.due_rule WHERE due_rule.task = task.task AND due_rule.valid @> following.next_period) AS due ON true;
COMMENT ON VIEW job.standing IS 'how each task stands by today''s business date';
COMMENT ON COLUMN job.standing.task IS 'the task';
COMMENT ON COLUMN job.standing.position IS 'order in which they are run';
COMMENT ON COLUMN job.standing.period IS 'what it is done once for';
COMMENT ON COLUMN job.standing.catch_up IS 'what is done of missed periods';
COMMENT ON COLUMN job.standing.after_task IS 'task that goes before';
COMMENT ON COLUMN job.standing.enabled IS 'whether it is run';
COMMENT ON COLUMN job.standing.schedule IS 'when pg_cron looks, in GMT';
COMMENT ON COLUMN job.standing.attempts IS 'attempts that a period gets';
COMMENT ON COLUMN job.standing.pause IS 'time after a failed attempt';
COMMENT ON COLUMN job.standing.late_after_days IS 'days after the due date that are no lateness yet';
COMMENT ON COLUMN job.standing.longest IS 'time after which a run is stuck';
COMMENT ON COLUMN job.standing.purpose_thai IS 'what it is for, in Thai';
COMMENT ON COLUMN job.standing.purpose_english IS 'what it is for, in English';
COMMENT ON COLUMN job.standing.first_period IS 'first period that is done; NULL: it has not begun';
COMMENT ON COLUMN job.standing.served_through IS 'last period that was done or skipped';
COMMENT ON COLUMN job.standing.served_at IS 'when that was';
COMMENT ON COLUMN job.standing.next_period IS 'period that it does next';
COMMENT ON COLUMN job.standing.due_on IS 'day on which that is due; NULL: never';
COMMENT ON COLUMN job.standing.has_come IS 'whether that day has come';
COMMENT ON COLUMN job.standing.is_next IS 'whether the task that goes before has done the period, or never will';

-- The first period of a task that begins on a day: the first that is due in the day's month or later, so that nothing of before is caught up.
-- Parameters: task; day.
CREATE FUNCTION job.first_period(task text, day date) RETURNS date
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    kind job.period_kind := (SELECT known.period FROM job.task AS known WHERE known.task = first_period.task);
    current date := job.period_of(kind, first_period.day);
    due date := (SELECT (current::timestamp + make_interval(months => rule.due_months, days => rule.due_days))::date
                   FROM job.due_rule AS rule WHERE rule.task = first_period.task AND rule.valid @> current);
  BEGIN
    RETURN CASE WHEN due < job.period_of('month', first_period.day) THEN job.period_plus(kind, current, 1) ELSE current END;
  END
  $$;
COMMENT ON FUNCTION job.first_period(text, date) IS 'first period of a task that begins on a day';

-- Lets every task begin that has not: with what is due in the month of a day or later, so that nothing of before is caught up. Called again
-- it does nothing more. Parameters: day, default today. Answers how many tasks began. Errors: WF001 and WF004 not an administrator, WF709 a day to come.
CREATE FUNCTION job.begin_tasks(day date DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    from_day date := coalesce(begin_tasks.day, welfare.business_date());
    begun bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF from_day > welfare.business_date() THEN
      PERFORM reference.refuse('WF709', NULL, from_day::text, welfare.business_date()::text);
    END IF;
    INSERT INTO job.progress (task, first_period)
    SELECT task.task, job.first_period(task.task, from_day) FROM job.task
    ON CONFLICT ON CONSTRAINT progress_pkey DO NOTHING;
    GET DIAGNOSTICS begun = ROW_COUNT;
    RETURN begun;
  END
  $$;
COMMENT ON FUNCTION job.begin_tasks(date) IS 'lets every task begin that has not, with what is due in the month of a day or later; administrators only';

-- Lets a task run or not, from now on. Parameters: task; whether; why. Answers that it is done.
-- Errors: WF001 and WF004 not an administrator, WF010, WF700.
CREATE FUNCTION job.enable_task(task text, enabled boolean, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_administrator();
    IF enable_task.enabled IS NULL OR coalesce(btrim(enable_task.why), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN enable_task.enabled IS NULL THEN 'enabled' ELSE 'why' END);
    END IF;
    UPDATE job.task SET enabled = enable_task.enabled WHERE task.task = enable_task.task;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF700', NULL, coalesce(left(enable_task.task, 60), 'NULL'));
    END IF;
    PERFORM audit.record_call('job.enable_task', NULL, jsonb_build_object('task', enable_task.task, 'enabled', enable_task.enabled, 'why', btrim(enable_task.why)));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION job.enable_task(text, boolean, text) IS 'lets a task run or not; administrators only';

DO $$
BEGIN
  PERFORM audit.track('job.task', '{task}');
  PERFORM audit.track('job.due_rule', '{task,valid}');
END
$$;

REVOKE ALL ON FUNCTION job.check_step(), job.business_date_at(timestamptz), job.period_of(job.period_kind, date), job.period_plus(job.period_kind, date, integer),
  job.first_period(text, date), job.begin_tasks(date), job.enable_task(text, boolean, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.begin_tasks(date), job.enable_task(text, boolean, text) TO welfare_admin;
-- a view calls its functions as whoever reads it
GRANT EXECUTE ON FUNCTION job.business_date_at(timestamptz), job.period_of(job.period_kind, date), job.period_plus(job.period_kind, date, integer)
  TO welfare_admin, pg_monitor;

COMMIT;

-- AQ, QR1: what runs by itself: due by the business date in Thailand, caught up, never twice at once, tried again a bounded number of
-- times, logged, and told when late.
\ir fixture.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SELECT plan(91);
-- as the login of what runs by itself
CREATE FUNCTION pg_temp.act() RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.become('welfare_admin');
    PERFORM set_config('role', 'welfare_job', true);
  END
  $$;
CREATE FUNCTION pg_temp.today(day date) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.business_date', day::text, true);
    PERFORM pg_temp.act();
  END
  $$;
-- What job.run_task does, without its COMMITs: the periods that were served, each with what became of it.
CREATE FUNCTION pg_temp.run(task text) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    run bigint;
    answer text;
  BEGIN
    LOOP
      run := job.begin_run(task);
      EXIT WHEN run IS NULL;
      WHILE job.take_step(run) LOOP NULL; END LOOP;
      answer := concat_ws(' ', answer, (SELECT to_char(period, 'YYYY-MM-DD ') || state FROM job.run_log WHERE run_number = run));
    END LOOP;
    PERFORM job.release_task(task);
    RETURN coalesce(answer, 'nothing');
  END
  $$;
CREATE FUNCTION pg_temp.stands(asked text) RETURNS text
  LANGUAGE sql RETURN (SELECT concat_ws(' ', state, next_period, due_on, days_late, attempts_used) FROM job.status WHERE task = asked);

-- the date in Thailand
SELECT is(job.business_date_at('2026-09-30 16:59:59.999999+00'), '2026-09-30', 'AQ!: a moment before midnight in Bangkok is still September');
SELECT is(job.business_date_at('2026-09-30 17:00+00'), '2026-10-01', 'AQ: 17:00 in GMT is the next month in Bangkok');
SELECT is(job.business_date_at('2026-09-30 17:30+00'), '2026-10-01', 'AQ: as is 17:30');
SELECT is(job.business_date_at('2026-09-30 23:59:59+00'), '2026-10-01', 'AQ: and the last second of GMT''s September');
SELECT is(job.business_date_at('2026-10-01 00:00+00'), '2026-10-01', 'AQ: when GMT follows nothing changes');
SELECT is(job.business_date_at('2026-12-31 17:00+00'), '2027-01-01', 'AQ: a year begins in Bangkok');
RESET ROLE;
SET LOCAL welfare.business_date = '';
SELECT is(string_agg(concat(welfare.business_date() = job.business_date_at(transaction_timestamp()), set_config('TimeZone', zone, true) IS NULL), ' '), 'tf tf tf tf',
          'AQ: today is what that says, in whatever time zone the session is') FROM unnest(ARRAY['GMT', 'Asia/Bangkok', 'Pacific/Kiritimati', 'America/New_York']) AS zone;
SELECT is(welfare.business_date(), job.business_date_at(transaction_timestamp()), 'AQ: in New York, too');
SELECT set_config('TimeZone', 'GMT', true) \g /dev/null
SELECT is(concat_ws(' ', job.period_of('day', '2026-09-30'), job.period_of('month', '2026-09-30'), job.period_of('month', '2026-10-01')), '2026-09-30 2026-09-01 2026-10-01', 'RC4: days and months');
SELECT is(concat_ws(' ', job.period_of('fiscal_year', '2026-09-30'), job.period_of('fiscal_year', '2026-10-01'), job.period_of('fiscal_year', '2027-01-01')), '2025-10-01 2026-10-01 2026-10-01', 'RC4: fiscal years begin on 1 October');

-- nothing has begun
SELECT pg_temp.today('2026-10-01') \g /dev/null
SELECT is(pg_temp.run('month_preparation'), 'nothing', 'AQ!: what has not begun catches nothing up');
SELECT results_eq('SELECT ok, cardinality(not_begun_tasks) = (SELECT count(*) FROM job.status) FROM job.health()', 'VALUES (false, true)', 'AQ: and the health says so');
SELECT throws_ok('SELECT job.begin_tasks(''2026-10-02'')', 'WF709', NULL, 'AQ!: tasks do not begin in the future');
SELECT throws_ok('SELECT job.begin_run(''no_such'')', 'WF700', NULL, 'AQ!: an unknown task is refused');
SELECT is(job.begin_tasks('2026-07-15'), (SELECT count(*) FROM job.status), 'AQ: every task begins');
SELECT is(job.begin_tasks('2026-10-01'), 0::bigint, 'AQ!: once');
SELECT is(pg_temp.stands('month_preparation'), 'due 2026-07-01 2026-07-01 92 0', 'AQ: with the month of that day, which is late');
SELECT is(pg_temp.stands('january_list'), 'on_time 2026-10-01 2027-01-01 0 0', 'DR9!: a January that was over then is not caught up');
SELECT is(pg_temp.stands('october_check'), 'due 2026-10-01 2026-10-01 0 0', 'DR10: the October of today is due');

-- three missed months, in order, and the fourth
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(1)), jsonb_build_object('thai_id', pg_temp.id(2))) \g /dev/null
SELECT pg_temp.act() \g /dev/null
SELECT is(pg_temp.run('late_facts'), 'nothing', 'AQ!: what follows a task waits for it');
SELECT is(pg_temp.stands('late_facts'), 'waiting 2026-07-01 2026-07-01 91 0', 'AQ: and says so');
SELECT is(pg_temp.run('month_preparation'), '2026-07-01 succeeded 2026-08-01 succeeded 2026-09-01 succeeded 2026-10-01 succeeded', 'AQ, ER13: missed months are prepared in order');
SELECT is(pg_temp.run('month_preparation'), 'nothing', 'AQ!: once');
RESET ROLE;
SELECT is((SELECT string_agg(concat(to_char(month, 'MM'), '/', lines), ' ' ORDER BY month) FROM (SELECT month, sum(lines) AS lines FROM payment.payroll GROUP BY month) AS total), '07/2 08/2 09/2 10/2', 'ER13: with their lines');
SELECT is((SELECT string_agg(concat(row_count, '/', business_day), ' ' ORDER BY period) FROM job.run WHERE task = 'month_preparation'), '3/2026-10-01 3/2026-10-01 3/2026-10-01 3/2026-10-01', 'AQ: each run is logged with its rows and the business date');
SELECT ok((SELECT bool_and(seconds > 0 AND finished_at > started_at AND server_pid = pg_backend_pid()) FROM job.run), 'AQ: and with its seconds');
SELECT is((SELECT string_agg(step, ' ' ORDER BY made.position) FROM job.run_step AS made JOIN job.run USING (run_number) WHERE period = '2026-10-01' AND task = 'month_preparation' AND is_done),
          'sweep_registry hold_the_dead check_waiting prepare_month hold_awaiting draft_payrolls', 'ER13, ER15, EG3.1: sweep, holds, waiting forms, lines, awaited acknowledgements');
SELECT pg_temp.act() \g /dev/null
SELECT is(pg_temp.run('late_facts'), '2026-07-01 succeeded 2026-08-01 succeeded 2026-09-01 succeeded 2026-10-01 succeeded', 'ER13: what follows comes after');

-- both sides of a month's boundary, whatever the session's zone
SELECT pg_temp.today(job.business_date_at('2026-10-31 16:59:59+00')) \g /dev/null
SELECT is(pg_temp.run('month_preparation'), 'nothing', 'AQ, ER13!: the last second of October in Bangkok prepares nothing');
SELECT pg_temp.today(job.business_date_at('2026-10-31 17:30+00')) \g /dev/null
SELECT is(pg_temp.run('month_preparation'), '2026-11-01 succeeded', 'AQ, ER13: half past midnight of 1 November does, while GMT has October');
RESET ROLE;
SELECT set_config('TimeZone', 'Asia/Bangkok', true) \g /dev/null
SELECT pg_temp.today(job.business_date_at('2026-11-30 23:59:59+07')) \g /dev/null
SELECT is(pg_temp.run('month_preparation'), 'nothing', 'AQ, ER13!: in a session of Bangkok''s zone November ends as late');
SELECT pg_temp.today(job.business_date_at('2026-12-01 00:00+07')) \g /dev/null
SELECT is(pg_temp.run('month_preparation'), '2026-12-01 succeeded', 'AQ, ER13: and December begins as early');
SELECT pg_temp.today('2026-12-31') \g /dev/null
SELECT is(pg_temp.run('january_list'), 'nothing', 'DR9!: the January list waits for January');
SELECT pg_temp.today('2027-01-01') \g /dev/null
SELECT is(pg_temp.run('january_list') || ', ' || pg_temp.stands('january_list'), '2026-10-01 succeeded, on_time 2027-10-01 2028-01-01 0 0', 'DR9: on 1 January it is opened, for the fiscal year');
SELECT is(pg_temp.run('october_check'), '2026-10-01 succeeded', 'DR10: a missed October check is caught up');
SELECT is(pg_temp.run('liveness_sweep'), '2027-01-01 succeeded', 'AQ: of missed days the latest is enough for what sees everything');
SELECT is(pg_temp.run('liveness_sweep'), 'nothing', 'AQ!: once a day');
SELECT pg_temp.today('2027-01-02') \g /dev/null
SELECT is(pg_temp.run('liveness_sweep') || ', ' || pg_temp.run('fiscal_year_end') || ', ' || pg_temp.run('move_deadlines') || ', ' || pg_temp.run('sign_in_clean_up') || ', ' || pg_temp.run('audit_seal'),
          '2027-01-02 succeeded, 2026-10-01 succeeded, 2027-01-02 succeeded, 2027-01-02 succeeded, 2027-01-02 succeeded', 'AQ: the other tasks run');

-- tasks of the tests: what fails, what counts how often it was called, what comes in chunks
RESET ROLE;
CREATE TABLE public.job_test (step text, period date);
GRANT INSERT, SELECT, DELETE ON public.job_test TO welfare_job;
CREATE FUNCTION job.test_once(period date, business_day date) RETURNS bigint LANGUAGE sql AS $$ INSERT INTO public.job_test VALUES ('once', period); SELECT 3::bigint $$;
CREATE FUNCTION job.test_failing(period date, business_day date) RETURNS bigint LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO public.job_test VALUES ('failing', period);
    IF NOT EXISTS (SELECT FROM public.job_test WHERE step = 'mended') THEN
      RAISE EXCEPTION USING ERRCODE = '22P02', MESSAGE = 'not a number: "สมชาย ใจดี" of 1-0000-00001-00-5 or 1000000001005';
    END IF;
    RETURN 1;
  END $$;
CREATE FUNCTION job.test_chunk(period date, business_day date) RETURNS bigint LANGUAGE sql AS $$
  WITH gone AS (DELETE FROM public.job_test WHERE ctid = ANY (ARRAY(SELECT ctid FROM public.job_test WHERE step = 'chunk' LIMIT 2)) RETURNING 1) SELECT count(*) FROM gone $$;
GRANT EXECUTE ON FUNCTION job.test_once(date, date), job.test_failing(date, date), job.test_chunk(date, date) TO welfare_job;
INSERT INTO job.task (task, position, period, catch_up, schedule, attempts, pause, late_after_days, purpose_thai, purpose_english) VALUES
  ('test_retry', 900, 'month', 'every_period', '* * * * *', 2, '0', 2, 'x', 'x'), ('test_pause', 901, 'day', 'latest_period', '* * * * *', 2, '10 minutes', 0, 'x', 'x'),
  ('test_chunks', 902, 'day', 'latest_period', '* * * * *', 1, '0', 0, 'x', 'x');
INSERT INTO job.due_rule VALUES ('test_retry', '(,2027-03-01)', 0, 4, 'x'), ('test_pause', '(,)', 0, 0, 'x'), ('test_chunks', '(,)', 0, 0, 'x');
INSERT INTO job.step (task, position, step, in_chunks) VALUES ('test_retry', 10, 'test_once', false), ('test_retry', 20, 'test_failing', false), ('test_pause', 10, 'test_failing', false), ('test_chunks', 10, 'test_chunk', true);
SELECT pg_temp.act() \g /dev/null
SELECT is(job.begin_tasks(), 3::bigint, 'AQ: a new task begins at the next registration, the others go on');
SELECT is(pg_temp.stands('test_retry'), 'on_time 2027-01-01 2027-01-05 0 0', 'AQ: due on the day that its rule says');
SELECT pg_temp.today('2027-01-04') \g /dev/null
SELECT is(pg_temp.run('test_retry'), 'nothing', 'AQ!: not the day before');
SELECT pg_temp.today('2027-01-07') \g /dev/null
SELECT is(pg_temp.stands('test_retry'), 'due 2027-01-01 2027-01-05 0 0', 'AQ!: two days after it is not late yet');
SELECT pg_temp.today('2027-01-08') \g /dev/null
SELECT is(pg_temp.stands('test_retry'), 'due 2027-01-01 2027-01-05 1 0', 'AQ: on the third it is');
SELECT ok('test_retry' = ANY (late_tasks) AND NOT ok, 'AQ: and the health tells') FROM job.health();
SELECT is(pg_temp.run('test_retry'), '2027-01-01 failed 2027-01-01 failed', 'AQ: what fails is tried again, as often as it may be');
SELECT is(pg_temp.run('test_retry'), 'nothing', 'AQ!: and no more');
SELECT is(pg_temp.stands('test_retry'), 'failed 2027-01-01 2027-01-05 1 2', 'AQ: until a person looks');
SELECT results_eq($$SELECT attempt::integer, state::text COLLATE "default", failed_step COLLATE "default", error_code COLLATE "default", error_message FROM job.run_log WHERE task = 'test_retry' ORDER BY attempt$$,
  $$VALUES (1, 'failed', 'test_failing', '22P02', 'not a number: "…" of … or …'), (2, 'failed', 'test_failing', '22P02', 'not a number: "…" of … or …')$$, 'QS4: the log has step, code and message, and nobody''s name or number');
SELECT ok('test_retry' = ANY (failed_tasks) AND NOT ok AND message LIKE '%failed: test_retry;%', 'AQ: the health names what failed') FROM job.health();
SELECT is((SELECT string_agg(concat(step, ' ', period), ', ') FROM public.job_test), 'once 2027-01-01', 'QR1: what a step did before it failed is undone; what an earlier step did stays, and is not done again');
SELECT throws_ok($$SELECT job.refuse_failure(max(run_number)) FROM job.run_log WHERE task = 'test_retry'$$, 'WF703', NULL, 'AQ: whoever started it is told');
SELECT lives_ok($$SELECT job.refuse_failure(max(run_number)) FROM job.run_log WHERE task = 'month_preparation'$$, 'AQ!: of no success');
SELECT throws_ok('SELECT job.allow_retry(''test_retry'', ''2027-02-01'', ''x'')', 'WF704', NULL, 'AQ!: another period is not allowed to be tried');
SELECT throws_ok('SELECT job.allow_retry(''test_retry'', ''2027-01-01'', '' '')', 'WF010', NULL, 'AQ!: nor without saying why');
INSERT INTO public.job_test VALUES ('mended');
SELECT is(pg_temp.run('test_retry'), 'nothing', 'AQ!: mending alone is not enough');
SELECT lives_ok('SELECT job.allow_retry(''test_retry'', ''2027-01-01'', ''mended'')', 'AQ: an administrator lets it be tried again');
SELECT is(pg_temp.run('test_retry'), '2027-01-01 succeeded', 'AQ: and it succeeds');
SELECT is(pg_temp.stands('test_retry'), 'on_time 2027-02-01 2027-02-05 0 0', 'AQ: the next period is on time');
SELECT is((SELECT string_agg(step, ' ' ORDER BY step) FROM public.job_test), 'failing mended once', 'QR1: the first step was done once in all three attempts');
SELECT is((SELECT row_count FROM job.run_log WHERE task = 'test_retry' AND state = 'succeeded'), 1::bigint, 'AQ: each run counts its own rows');
DELETE FROM public.job_test;
SELECT is(pg_temp.run('test_pause') || ', ' || pg_temp.run('test_pause'), '2027-01-08 failed, nothing', 'AQ!: before the pause is over nothing is tried again');
SELECT is(pg_temp.stands('test_pause'), 'retrying 2027-01-08 2027-01-08 0 1', 'AQ: but it will be');
SELECT pg_temp.today('2027-01-09') \g /dev/null
SELECT is(pg_temp.run('test_pause'), '2027-01-09 failed', 'AQ: a new day is a new period');
SELECT lives_ok('SELECT job.skip_period(''test_pause'', ''2027-01-09'', ''not needed'')', 'AQ: an administrator skips a period');
SELECT is(pg_temp.stands('test_pause') || (SELECT concat(' ', state, ' ', error_message) FROM job.run_log WHERE task = 'test_pause' ORDER BY run_number DESC LIMIT 1), 'on_time 2027-01-10 2027-01-10 0 0 skipped not needed', 'AQ: the log says so and why');
INSERT INTO public.job_test SELECT 'chunk' FROM generate_series(1, 5);
SELECT pg_temp.run('test_chunks') AS ran \gset
SELECT is(:'ran' || (SELECT concat(' ', row_count, ' ', (steps -> 'test_chunk' ->> 'row_count')) FROM job.run_log WHERE task = 'test_chunks'), '2027-01-09 succeeded 5 5', 'AQ: a step in chunks is taken until nothing is left');
SELECT pg_temp.today('2027-03-31') \g /dev/null
SELECT is(pg_temp.run('test_retry'), '2027-02-01 failed 2027-02-01 failed', 'AQ!: a month that fails keeps the next back: they are in order');
SELECT job.skip_period('test_retry', '2027-02-01', 'x') \g /dev/null
SELECT is(pg_temp.stands('test_retry'), 'on_time 2027-03-01 0 0', 'AQ!: a period that no rule covers is never due');

-- a session that dies in the middle
INSERT INTO public.job_test VALUES ('mended');
SELECT pg_temp.today('2027-04-01') \g /dev/null
SELECT job.take_step(job.begin_run('liveness_sweep')) \g /dev/null
SELECT is(pg_temp.stands('liveness_sweep'), 'running 2027-04-01 2027-04-01 0 1', 'AQ: what runs now shows');
RESET ROLE;
UPDATE job.run SET started_at = started_at - interval '7 hours' WHERE task = 'liveness_sweep' AND state = 'running';
SELECT pg_temp.act() \g /dev/null
SELECT ok(stuck_tasks = '{liveness_sweep}' AND NOT ok, 'AQ: what has run too long is told') FROM job.health();
SELECT is(pg_temp.run('liveness_sweep'), '2027-04-01 succeeded', 'QR1: the next start begins anew');
SELECT results_eq($$SELECT attempt::integer, state::text COLLATE "default", steps ? 'sweep_registry' FROM job.run_log WHERE task = 'liveness_sweep' AND period = '2027-04-01' ORDER BY attempt$$, $$VALUES (1, 'abandoned', true), (2, 'succeeded', false)$$,
  'QR1: the dead run is abandoned and counts; its step is not done twice');
SELECT throws_ok($$SELECT job.take_step(max(run_number)) FROM job.run_log WHERE task = 'liveness_sweep'$$, 'WF702', NULL, 'AQ!: a run that has ended takes no step');
SELECT job.begin_run('audit_seal') AS run \gset
RESET ROLE;
UPDATE job.run SET server_pid = 1 WHERE run_number = :run;
SELECT pg_temp.act() \g /dev/null
SELECT throws_ok(format('SELECT job.take_step(%s)', :run), 'WF702', NULL, 'AQ!: nor does another session''s');
RESET ROLE;
SELECT throws_ok($$INSERT INTO job.run (task, period, business_day, attempt) VALUES ('audit_seal', '2027-04-01', '2027-04-01', 9)$$, '23505', NULL, 'AQ!: two runs of a task at once are refused, whoever begins them');

-- disabled
SELECT pg_temp.act() \g /dev/null
SELECT is(pg_temp.run('audit_seal') || ' ' || job.enable_task('liveness_sweep', false, 'x'), '2027-04-01 succeeded done', 'AQ: an administrator disables a task');
SELECT pg_temp.today('2027-04-03') \g /dev/null
SELECT is(pg_temp.run('liveness_sweep') || ' ' || pg_temp.stands('liveness_sweep'), 'nothing disabled 2027-04-03 2027-04-03 0', 'AQ!: which does not run and is not late');
SELECT throws_ok('SELECT job.enable_task(''liveness_sweep'', true, '''')', 'WF010', NULL, 'AQ!: not without saying why');
SELECT throws_ok('SELECT job.enable_task(''no_such'', true, ''x'')', 'WF700', NULL, 'AQ!: nor one that is not there');

-- cleaning up, and the law
SELECT pg_temp.today('2099-10-01') \g /dev/null
SELECT pg_temp.run('law_watch') AS ran \gset
SELECT is(:'ran' || (SELECT concat(' ', urgent, ' ', message) FROM job.attention WHERE concern = 'law_not_confirmed'), '2099-10-01 succeeded t the law of this fiscal year is not confirmed: elderly, disability, aids', 'RC8: a year whose law nobody confirmed is told');
SELECT pg_temp.today('2027-04-04') \g /dev/null
SELECT ok((SELECT NOT ok AND attention::text LIKE '%not confirmed%' FROM job.health()), 'RC8: and the health is not well by it');
SELECT job.watch_law(NULL, '2027-04-04') \g /dev/null
SELECT ok(NOT EXISTS (SELECT FROM job.attention WHERE concern = 'law_not_confirmed'), 'RC8!: until it is');
RESET ROLE;
UPDATE job.run SET started_at = started_at - interval '801 days', finished_at = finished_at - interval '801 days' WHERE task = 'month_preparation';
UPDATE job.run SET started_at = started_at - interval '799 days', finished_at = finished_at - interval '799 days' WHERE task = 'month_preparation' AND period = '2026-09-01' AND state = 'succeeded';
SELECT pg_temp.act() \g /dev/null
SELECT job.purge_runs(NULL, '2027-04-04') AS ran \gset
SELECT is(:'ran' || (SELECT string_agg(to_char(period, ' YYYY-MM'), '' ORDER BY period) FROM job.run_log WHERE task = 'month_preparation'), '5 2026-12', 'AQ: runs are kept for as long as is said, the last success for ever');

-- who may
RESET ROLE;
SELECT throws_ok('SELECT job.register()', 'WF705', NULL, 'AQ!: without pg_cron nothing is registered, and it is said why');
SELECT pg_temp.act() \g /dev/null
SELECT throws_ok('INSERT INTO job.run (task, period, business_day, attempt) VALUES (''audit_seal'', ''2027-04-01'', ''2027-04-01'', 10)', '42501', NULL, 'AQ!: the log is written by its functions alone');
SELECT throws_ok('CALL job.run_task(''audit_seal'')', '2D000', NULL, 'AQ!: a task is run in transactions of its own, not inside another');
SELECT is_empty($$SELECT role_name, called FROM unnest(ARRAY['welfare_admin', 'welfare_department', 'welfare_authority', 'welfare_treasury', 'welfare_app', 'welfare_report', 'welfare_writer']) AS role_name
  CROSS JOIN unnest(ARRAY['job.run_task(text,boolean)', 'job.run_due()', 'job.begin_run(text)', 'job.take_step(bigint)', 'job.prepare_month(date,date)', 'job.register(name,date)']) AS called WHERE has_function_privilege(role_name, called, 'EXECUTE')$$,
  'AQ!: nobody else may run anything');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT throws_ok(format('SELECT identity.add_user(%L)', '{"user_name": "Job", "duty": "administrator", "first_name": "ก", "last_name": "ข", "email": "a@example.go.th", "agency": "x"}'), 'WF10V', NULL, 'QS2!: nobody is a user by the name of what runs by itself');
-- a session of the login of apps, which may take any group's role
RESET ROLE;
SELECT set_config('welfare.duty', 'local_authority', true), set_config('welfare.nation', 'off', true) \g /dev/null
SET LOCAL SESSION AUTHORIZATION welfare_app;
SET LOCAL ROLE welfare_admin;
SELECT throws_ok('SELECT job.health()', 'WF004', NULL, 'QS1!: an officer who takes the administrators'' role learns nothing');
SELECT is((SELECT count(*) FROM job.status) + (SELECT count(*) FROM job.run_log) + (SELECT count(*) FROM job.attention), 0::bigint, 'QS1!: by no view either');
RESET ROLE; RESET SESSION AUTHORIZATION;
-- monitoring: who it is says the session, and nobody is signed in
CREATE ROLE job_monitor LOGIN;
GRANT pg_monitor TO job_monitor;
GRANT USAGE ON SCHEMA tap TO job_monitor;
SELECT set_config('welfare.principal', '', true), set_config('welfare.duty', '', true) \g /dev/null
SET LOCAL SESSION AUTHORIZATION job_monitor;
SELECT ok((SELECT count(*) = 1 AND bool_and(ok IS NOT NULL) FROM job.health()) AND (SELECT count(*) > 10 FROM job.status), 'AQ: monitoring sees the health and the tasks, without being a user');
RESET SESSION AUTHORIZATION;
SELECT * FROM finish();
ROLLBACK;

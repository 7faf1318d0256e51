#!/usr/bin/env bash
# AQ, QR1: pg_cron itself fires tasks while Bangkok and GMT are on different days and in different months: what it serves is Thailand's month.
# A killed run is gone on from, a task never runs twice at once, each step commits.
#
# Starts a cluster of its own in $WELFARE_TEST_PLACE, whose clock libfaketime sets: 30 September of next year, two minutes before midnight in
# Bangkok, which is 16:58 in GMT. The server's own zone is GMT.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

unset PGOPTIONS PGSERVICE
if [ -z "${WELFARE_TEST_PLACE:-}" ]; then
  WELFARE_TEST_PLACE=$(mktemp -d "${TMPDIR:-/tmp}/welfare-job.XXXXXX")
  chmod 755 "$WELFARE_TEST_PLACE"
  made_here=$WELFARE_TEST_PLACE
fi
place=$WELFARE_TEST_PLACE/cluster-job
finish() {
  tools/cluster remove "$place" >/dev/null 2>&1
  [ -z "${made_here:-}" ] || rm -rf "$made_here"
}
trap finish EXIT
trap 'exit 130' INT TERM

faketime=$(dpkg -L libfaketime 2>/dev/null | grep -m 1 '/libfaketime[.]so[.]1$')
[ -n "$faketime" ] || { echo "not ok 1 - libfaketime is not installed (tools/packages test)"; exit 1; }
tools/cluster prepare "$place" >/dev/null && tools/cluster start "$place" || exit 1
# shellcheck disable=SC1091
. "$place/env"
query() { psql -X -q -At -v ON_ERROR_STOP=1 -c 'SET TimeZone = GMT' "$@"; }
as_job() { PGUSER=welfare_job psql -X -q -At -v VERBOSITY=sqlstate "$@"; }
export PGDATABASE=jobs_deployed
test/deploy jobs_deployed || exit 1
query -c 'SET ROLE welfare_owner' -f demo/places.sql -c 'RESET ROLE' -f test/whole_form.sql
is "$(as_job -c 'CALL job.run_due()' 2>&1; as_job -c 'SELECT count(*) FROM job.run_log')" 0 "AQ!: before anything has begun, nothing is run"
like "$(as_job -c 'SELECT job.register()' 2>&1)" 'WF705' "AQ!: without pg_cron nothing is registered"
is "$(as_job -c 'SELECT welfare.principal(), welfare.duty(), welfare.nation(), session_user, current_user')" "job|administrator|t|welfare_job|welfare_job" "AQ: its login is an administrator by the name of job"
# one elderly person, and the year's law confirmed
year=$(($(date -u +%Y) + 1))
query -v year="$((year + 543))" -f - >/dev/null <<'SQL' || exit 1
INSERT INTO reference.law_confirmation (fiscal_year, programme, document) SELECT wanted, programme, 'ทดสอบ' FROM generate_series(:year, :year + 2) AS wanted CROSS JOIN reference.programme ON CONFLICT DO NOTHING;
BEGIN;
SET LOCAL welfare.principal = 'tester'; SET LOCAL welfare.duty = 'administrator'; SET LOCAL welfare.nation = 'on';
SELECT registry.begin_import('test') AS import \gset
INSERT INTO registry.import_row (import_id, line_number, thai_id, title, first_name, last_name, sex, birth_date, programme, authority_code, claimed_on, ordered_on, budget_type, way_of_payment, facts)
VALUES (:import, 2, '1000000001005', 'นาย', 'ทดสอบ', 'ระบบ', 'male', '15/06/2490', 'elderly', '5730102', '01/11/2550', '05/11/2550', 'general', 'cash_in_person',
        '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}');
SELECT refused FROM registry.finish_import(:import);
COMMIT;
SQL
is "$(query -c 'SELECT count(*) FROM registry.claim')" 1 "there is a claim to pay"

# Its processes that the server starts on an event see the real clock, those that it starts in turn the one that is set: pg_cron is made to try
# again until its database is there. The set clock lies ahead of the real one, so that it need not wait for that.
PGDATABASE=postgres tools/cluster stop "$place" >/dev/null
began="$year-09-30 16:58:00"
ahead=$(($(date -ud "$began" +%s) - $(date -u +%s)))
options="shared_preload_libraries = 'pg_cron'
cron.database_name = 'jobs'
cron.host = '$PGHOST'
cron.use_background_workers = off
timezone = 'GMT'
autovacuum = off"
LD_PRELOAD=$faketime FAKETIME="+${ahead}s" FAKETIME_DONT_FAKE_MONOTONIC=1 CLUSTER_OPTIONS=$options tools/cluster start "$place" || exit 1
# shellcheck disable=SC1091
. "$place/env"
sleep 1
psql -X -q -d postgres -c 'ALTER DATABASE jobs_deployed RENAME TO jobs'
export PGDATABASE=jobs
# the settings of its login go with the database
like "$(query -c "SELECT clock_timestamp() AT TIME ZONE 'GMT'")" "^$year-09-30 16:5[89]:" "the server's clock stands before midnight in Bangkok"
query -c 'CREATE EXTENSION pg_cron' -c "UPDATE job.task SET schedule = '* * * * *' WHERE task = 'month_preparation'"
tasks=$(query -c "SELECT count(*) FROM job.task")
is "$(query -c 'SELECT count(*) FROM job.register()')" "$tasks" "AQ: every task is registered"
is "$(query -c 'SELECT count(*) FROM job.register()' -c "SELECT count(*), min(jobid), max(jobid) FROM cron.job")" "$tasks
$tasks|1|$tasks" "AQ: again, not beside it"
is "$(as_job -c 'SELECT count(*) FROM job.register()' -c 'SELECT count(*) FROM cron.job')" "$tasks
$tasks" "AQ: by its own login, too"
like "$(query -c "SELECT string_agg(DISTINCT concat_ws(' ', username, database, nodename), ',') FROM cron.job")" "^welfare_job jobs $PGHOST\$" "AQ: they run as its login, over the socket"
is "$(query -c "SELECT count(*) FROM cron.job WHERE command !~ '^CALL job[.]run_task\(''[a-z_]+''\)\$'")" 0 "AQ: each is one call"
is "$(query -c "SELECT first_period FROM job.progress WHERE task = 'month_preparation'")" "$year-09-01" "AQ: they begin with the month that it is in Bangkok"

# Waits until a query answers true, at most so many seconds. Parameters: seconds, query.
wait_for() {
  local left=$1
  while [ "$left" -gt 0 ] && [ "$(query -c "SELECT coalesce(($2), false)")" != t ]; do sleep 1; left=$((left - 1)); done
  [ "$left" -gt 0 ]
}
ok "pg_cron fires the task before midnight in Bangkok" wait_for 100 "SELECT served_through >= '$year-09-01' FROM job.progress WHERE task = 'month_preparation'"
ok "and after it, while it is September in GMT" wait_for 150 "SELECT served_through >= '$year-10-01' FROM job.progress WHERE task = 'month_preparation'"
is "$(query -c "SELECT period, business_day, state, attempt, (started_at AT TIME ZONE 'GMT')::date AS day_in_gmt, started_at AT TIME ZONE 'Asia/Bangkok' < '$year-10-01' AS before_midnight, row_count, login_name
                  FROM job.run WHERE task = 'month_preparation' ORDER BY run_number")" \
   "$year-09-01|$year-09-30|succeeded|1|$year-09-30|t|2|welfare_job
$year-10-01|$year-10-01|succeeded|1|$year-09-30|f|2|welfare_job" \
   "AQ: on one day in GMT pg_cron's runs served September before midnight in Bangkok, and October after it"
is "$(query -c "SELECT month, sum(lines) FROM payment.payroll GROUP BY month ORDER BY month")" "$year-09-01|1
$year-10-01|1" "ER13: with the payrolls of both months, and no other"
is "$(query -c "SELECT DISTINCT command, username, database, status FROM cron.job_run_details WHERE command LIKE '%month_preparation%' AND status <> 'running'")" \
   "CALL job.run_task('month_preparation')|welfare_job|jobs|succeeded" "AQ: pg_cron itself ran them, and says that they succeeded"
like "$(query -c "SELECT min(start_time AT TIME ZONE 'GMT') || ' ' || max(start_time AT TIME ZONE 'GMT') FROM cron.job_run_details WHERE command LIKE '%month_preparation%'")" "^$year-09-30 16:5.* $year-09-30 17:" \
   "AQ: by the clock that was set"
is "$(query -c "SELECT prepared_by FROM payment.payroll GROUP BY 1")" "job" "AQ: they are the acts of job"

# What follows is called by hand.
is "$(query -c 'SELECT job.unregister()' -c 'SELECT count(*) FROM cron.job')" "$tasks
0" "AQ: they are taken out again"
like "$(query -c "SELECT job.register('postgres')" 2>&1)" 'cannot run tasks|ใช้ทำงานอัตโนมัติไม่ได้' "AQ!: not for a superuser"
query -c "SELECT job.enable_task('audit_seal', false, 'ทดสอบ')" >/dev/null
is "$(query -c 'SELECT count(*) FROM job.register()' -c "SELECT count(*) FROM cron.job WHERE jobname = 'welfare audit_seal'" -c 'SELECT job.unregister()')" "$((tasks - 1))
0
$((tasks - 1))" "AQ!: nor what is disabled"
query -c "SELECT job.enable_task('audit_seal', true, 'ทดสอบ')" >/dev/null
query -c "UPDATE cron.job_run_details SET end_time = end_time - interval '40 days' WHERE runid = (SELECT min(runid) FROM cron.job_run_details WHERE status = 'succeeded')"
is "$(query -c 'SELECT count(*) FROM cron.job_run_details' | { read -r before; as_job -c "CALL job.run_task('log_clean_up')"; echo "$before $(query -c 'SELECT count(*) FROM cron.job_run_details')"; } |
       { read -r before after; echo $((before - after)); })" 1 "AQ: what pg_cron wrote down long ago is purged, by the login that sees it"

# a task whose steps take their time, and one that fails
query -f - >/dev/null <<'SQL'
CREATE TABLE public.done (step text, at timestamptz DEFAULT clock_timestamp());
GRANT INSERT, SELECT ON public.done TO welfare_job;
CREATE FUNCTION job.test_first(period date, business_day date) RETURNS bigint LANGUAGE sql AS $$ INSERT INTO public.done VALUES ('first'); SELECT 1::bigint $$;
CREATE FUNCTION job.test_slow(period date, business_day date) RETURNS bigint LANGUAGE sql AS $$ INSERT INTO public.done VALUES ('slow'); SELECT pg_sleep(CASE WHEN (SELECT count(*) FROM job.run_log WHERE task = 'test_slow') < 3 THEN 60 ELSE 0 END); SELECT 1::bigint $$;
CREATE FUNCTION job.test_failing(period date, business_day date) RETURNS bigint LANGUAGE sql AS $$ SELECT (1 / 0)::bigint $$;
GRANT EXECUTE ON FUNCTION job.test_first(date, date), job.test_slow(date, date), job.test_failing(date, date) TO welfare_job;
INSERT INTO job.task (task, position, period, catch_up, schedule, attempts, pause, purpose_thai, purpose_english) VALUES
  ('test_slow', 900, 'day', 'latest_period', '* * * * *', 3, '0', 'x', 'x'), ('test_failing', 901, 'day', 'latest_period', '* * * * *', 2, '0', 'x', 'x');
INSERT INTO job.due_rule SELECT task, '(,)', 0, 0, 'x' FROM job.task WHERE task LIKE 'test%';
INSERT INTO job.step (task, position, step) VALUES ('test_slow', 10, 'test_first'), ('test_slow', 20, 'test_slow'), ('test_failing', 10, 'test_failing');
SELECT job.begin_tasks();
SQL
like "$(as_job -c "CALL job.run_task('test_failing')" 2>&1)" 'WF703' "AQ: who starts a task that fails is told"
is "$(query -c "SELECT attempt, state, error_code FROM job.run WHERE task = 'test_failing' ORDER BY attempt")" "1|failed|22012
2|failed|22012" "AQ: the log keeps each attempt, and no more are made"
is "$(as_job -c "CALL job.run_task('test_failing')" -c "SELECT count(*) FROM job.run_log WHERE task = 'test_failing'")" 2 "AQ!: until somebody allows it"

# Starts the slow task and waits until its second step is at work. Sets runner and pid.
start_slow() {
  PGUSER=welfare_job psql -X -q -c "CALL job.run_task('test_slow')" >/dev/null 2>&1 &
  runner=$!
  wait_for 30 "SELECT true FROM job.run_step JOIN job.run USING (run_number) WHERE task = 'test_slow' AND step = 'test_first' AND EXISTS (SELECT FROM pg_stat_activity WHERE pid = server_pid AND wait_event = 'PgSleep') AND run.state = 'running'
                OR EXISTS (SELECT FROM pg_stat_activity WHERE usename = 'welfare_job' AND wait_event = 'PgSleep') LIMIT 1"
  pid=$(query -c "SELECT pid FROM pg_stat_activity WHERE usename = 'welfare_job' AND wait_event = 'PgSleep'")
}
start_slow
is "$(query -c "SELECT string_agg(step, ' ') FROM public.done")" "first" "AQ: a step is committed when the next begins"
like "$(as_job -c "CALL job.run_task('test_slow')" 2>&1)" 'WF701' "AQ!: a second run of the task at once is refused"
is "$(as_job -c 'CALL job.run_due()' 2>&1; as_job -c "SELECT count(*) FROM job.run_log WHERE task = 'test_slow'" -c "SELECT state FROM job.status WHERE task = 'test_slow'")" "1
running" "AQ!: and left alone by who runs whatever is due"
like "$(query -c "SELECT job.skip_period('test_slow', (SELECT next_period FROM job.status WHERE task = 'test_slow'), 'x')" 2>&1)" 'another session|อีกเซสชัน' "AQ!: what runs is not skipped"
kill -9 "$pid"
wait "$runner"
ok "the server comes back after a backend was killed" bash -c 'for try in $(seq 30); do psql -X -q -At -c "SELECT 1" >/dev/null 2>&1 && exit 0; sleep 1; done; exit 1'
is "$(query -c "SELECT state FROM job.run WHERE task = 'test_slow'")" "running" "QR1: a killed run says nothing"
start_slow
is "$(query -c "SELECT attempt, state FROM job.run WHERE task = 'test_slow' ORDER BY attempt")" "1|abandoned
2|running" "QR1: the next start finds it abandoned, and goes on"
query -c "SELECT pg_terminate_backend($pid)" >/dev/null
wait "$runner"
as_job -c "CALL job.run_task('test_slow')"
is "$(query -c "SELECT attempt, state FROM job.run WHERE task = 'test_slow' ORDER BY attempt" -c "SELECT string_agg(step, ' ' ORDER BY at) FROM public.done")" "1|abandoned
2|abandoned
3|succeeded
first slow" "QR1: after two dead runs each step is done once"
is "$(as_job -c "CALL job.run_task('test_slow')" -c "SELECT state FROM job.status WHERE task = 'test_slow'")" "on_time" "QR1: and nothing is left to do"
is "$(as_job -c 'SELECT ok, failed_tasks FROM job.health()')" "f|{test_failing}" "AQ: the health names what failed"
is "$(as_job -c "SELECT job.release_task('test_slow')" -c "SELECT job.claim_task('test_slow'), job.claim_task('test_slow')" -c "SELECT job.release_task('test_slow')" -c "SELECT job.release_task('test_slow')" 2>&1 | paste -sd '#')" "#t|t##" \
   "QR1!: who gives back a task, one not taken included, warns of nothing"
is "$(query -c "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")" 0 "QR1: and nothing is held"
done_testing

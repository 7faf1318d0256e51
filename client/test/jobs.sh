# welfare jobs: what runs by itself, and whether it is well.

run jobs
is "$status" 3 "tasks that have not begun: status 3"
like "$out" '^ Task +\| State +\| Last done for +\| Rows +\| Seconds +\| Due +\| Days late +\| Attempts$' "the table's columns"
is "$(grep -c ' | not_begun | ' <<< "$out") $err" "$(ask 'SELECT count(*) FROM job.task') " "every task, not begun"
like "$out" '^tasks need looking after .*not begun: liveness_sweep, ' "and what is wrong"
PGUSER=client_admin psql -X -q -o /dev/null -c 'SELECT job.begin_tasks()'
# What other suites prepared is to be paid on a day that is known (RC9).
for calendar in government bank; do
  PGUSER=client_admin psql -X -q -o /dev/null -c "SELECT reference.load_holidays('$calendar', 2569, '{\"2026-12-31\": \"วันสิ้นปี\"}', 'test')"
done
# Confirmed for the business date of these tests.
ask "INSERT INTO reference.law_confirmation (fiscal_year, programme, document) SELECT 2570, programme, 'test' FROM reference.programme ON CONFLICT DO NOTHING" > /dev/null
PGUSER=welfare_job psql -X -q -c 'CALL job.run_due()'
run jobs
is "$status$err" 0 "all is well: status 0"
like "$out" '^every task is on time$' "says so"
like "$out" '^ month_preparation +\| on_time +\| 2026-10-01 +\| +[0-9]+ \| +[0-9.]+ \| 2026-11-01 +\| +0 \| +0/5$' "a task, with its period, rows, seconds, due date and attempts"
is "$(grep -c ' on_time ' <<< "$out")" "$(ask 'SELECT count(*) FROM job.task')" "every task"
run jobs --language th
like "$out" '^ month_preparation +\| ตามกำหนด ' "in Thai"
like "$out" '^งานทั้งหมดเป็นไปตามกำหนด$' "with its words"
ask "DELETE FROM job.run WHERE task = 'month_preparation'; UPDATE job.progress SET first_period = '2026-09-01', served_through = '2026-09-01' WHERE task = 'month_preparation'; INSERT INTO job.run (task, period, business_day, attempt, state, finished_at, row_count, seconds, failed_step, error_code)
  SELECT 'month_preparation', '2026-10-01', '2026-10-01', 10 + number, 'failed', clock_timestamp(), 0, 1, 'prepare_month', 'WF340' FROM generate_series(1, 5) AS number" > /dev/null
run jobs
is "$status" 3 "a task that failed as often as it may: status 3"
like "$out" '^ month_preparation +\| failed +\| 2026-09-01 +\| +- \| +- \| 2026-10-01 +\| +0 \| +5/5$' "shown"
like "$out" '^tasks need looking after .*failed: month_preparation;' "said"
run jobs --json
is "$status $(python3 -c 'import json,sys; told = json.load(sys.stdin); print(told["health"]["ok"], told["health"]["failed_tasks"], [task["due_on"] for task in told["tasks"] if task["task"] == "month_preparation"], len(told["tasks"]) > 10)' <<< "$out")" \
   "3 False ['month_preparation'] ['2026-10-01'] True" "JSON: health and tasks"
as=client_officer run jobs
is "$status$out" 1 "who is no administrator sees nothing: status 1"
like "$err" 'permission denied' "says so"
run jobs --format csv
is "$status" 2 "an option of another command: status 2"
run jobs now
is "$status" 2 "a word too many: status 2"
run jobs --help
like "$status $out" '^0 welfare jobs lists' "help"
ask "DELETE FROM job.run WHERE attempt > 10; UPDATE job.progress SET served_through = '2026-10-01' WHERE task = 'month_preparation'" > /dev/null

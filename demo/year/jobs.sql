-- What runs by itself: registered in pg_cron, which asks now and then whether something is due.
\ir staff.psql
RESET ROLE;
SET client_min_messages = warning;
CREATE EXTENSION IF NOT EXISTS pg_cron;
SELECT set_config('welfare.principal', 'demo_admin', false), set_config('welfare.duty', 'administrator', false), set_config('welfare.nation', 'on', false),
       set_config('welfare.business_date', '2027-10-01', false) \g /dev/null
SELECT count(*) AS registered_in_pg_cron FROM job.register();
SELECT task, state, last_period, last_row_count AS rows, round(last_seconds, 2) AS seconds, due_on AS next_due FROM job.status ORDER BY position;
SELECT ok, message FROM job.health();

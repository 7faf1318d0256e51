BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'job');
SELECT pg_temp.check_enumeration('job.period_kind', 'day, month, fiscal_year');
SELECT pg_temp.check_comment('type', 'job.period_kind');
SELECT pg_temp.check_enumeration('job.catch_up', 'every_period, latest_period');
SELECT pg_temp.check_comment('type', 'job.catch_up');
SELECT pg_temp.check_enumeration('job.run_state', 'running, succeeded, failed, abandoned, skipped');
SELECT pg_temp.check_comment('type', 'job.run_state');

SELECT pg_temp.check_grants('schema', 'job', 'pg_monitor USAGE, welfare_admin USAGE, welfare_job USAGE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF700)',
  '(WF701)',
  '(WF702)',
  '(WF703)',
  '(WF704)',
  '(WF705)',
  '(WF706)',
  '(WF707)',
  '(WF708)',
  '(WF709)',
  '(WF710)',
  '(WF711)');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('job.task_state', 'on_time, due, waiting, running, retrying, stuck, failed, not_begun, disabled');
SELECT pg_temp.check_comment('type', 'job.task_state');
SELECT pg_temp.check_columns('job.status', '
  task text
  "position" smallint
  purpose_thai text
  purpose_english text
  period job.period_kind
  state job.task_state
  last_period date
  last_success_at timestamp with time zone
  last_row_count bigint
  last_seconds numeric(12,3)
  next_period date
  due_on date
  days_late integer
  attempts_used integer
  attempts_allowed smallint
  running_since timestamp with time zone
  last_error_code text
  schedule text');
SELECT pg_temp.check_comment('relation', 'job.status');
SELECT pg_temp.check_columns('job.run_log', '
  run_number bigint
  task text
  period date
  attempt smallint
  state job.run_state
  business_day date
  started_at timestamp with time zone
  finished_at timestamp with time zone
  seconds numeric(12,3)
  row_count bigint
  failed_step text
  error_code text
  error_message text
  forgiven boolean
  steps jsonb');
SELECT pg_temp.check_comment('relation', 'job.run_log');
SELECT pg_temp.check_columns('job.concern', '
  concern text not null
  since date not null
  seen_on date not null
  how_many bigint not null
  urgent boolean not null
  code text not null
  arguments text[] not null');
SELECT pg_temp.check_comment('relation', 'job.concern');
SELECT pg_temp.check_constraint('job.concern', 'concern_counted', 'CHECK (((how_many > 0) AND (seen_on >= since)))');
SELECT pg_temp.check_constraint('job.concern', 'concern_message_fkey', 'FOREIGN KEY (code) REFERENCES reference.message(code)');
SELECT pg_temp.check_constraint('job.concern', 'concern_pkey', 'PRIMARY KEY (concern)');
SELECT pg_temp.check_columns('job.attention', '
  concern text
  since date
  seen_on date
  how_many bigint
  urgent boolean
  message text');
SELECT pg_temp.check_comment('relation', 'job.attention');
SELECT pg_temp.check_function('job.may_look()',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.may_look()');
SELECT pg_temp.check_function('job.set_concern(text,date,bigint,boolean,text,text[])',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.set_concern(text,date,bigint,boolean,text,text[])');
SELECT pg_temp.check_function('job.health()',
  'welfare_owner invoker stable returns TABLE(ok boolean, late_tasks text[], failed_tasks text[], stuck_tasks text[], not_begun_tasks text[], attention text[], most_days_late integer, message text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.health()');
SELECT pg_temp.check_function('job.require_waiting(text,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.require_waiting(text,date)');
SELECT pg_temp.check_function('job.allow_retry(text,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.allow_retry(text,date,text)');
SELECT pg_temp.check_function('job.skip_period(text,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.skip_period(text,date,text)');
SELECT pg_temp.check_row_security('job.concern', '');

SELECT pg_temp.check_grants('relation', 'job.status', 'pg_monitor SELECT, welfare_admin SELECT');
SELECT pg_temp.check_grants('relation', 'job.run_log', 'pg_monitor SELECT, welfare_admin SELECT');
SELECT pg_temp.check_grants('relation', 'job.concern', '');
SELECT pg_temp.check_grants('relation', 'job.attention', 'pg_monitor SELECT, welfare_admin SELECT');
SELECT pg_temp.check_grants('function', 'job.may_look()', 'pg_monitor EXECUTE, welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'job.set_concern(text,date,bigint,boolean,text,text[])', '');
SELECT pg_temp.check_grants('function', 'job.health()', 'pg_monitor EXECUTE, welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'job.require_waiting(text,date)', '');
SELECT pg_temp.check_grants('function', 'job.allow_retry(text,date,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'job.skip_period(text,date,text)', 'welfare_admin EXECUTE');

ROLLBACK;

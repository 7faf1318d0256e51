BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('job.run', '
  run_number bigint not null identity
  started_at timestamp with time zone not null default clock_timestamp()
  finished_at timestamp with time zone
  row_count bigint
  task text not null
  period date not null
  business_day date not null
  server_pid integer not null default pg_backend_pid()
  attempt smallint not null
  state job.run_state not null default ''running''::job.run_state
  forgiven boolean not null default false
  seconds numeric(12,3)
  failed_step text
  error_code text
  error_message text
  login_name text not null default SESSION_USER');
SELECT pg_temp.check_comment('relation', 'job.run');
SELECT pg_temp.check_constraint('job.run', 'run_attempt', 'UNIQUE (task, period, attempt)');
SELECT pg_temp.check_constraint('job.run', 'run_counted', 'CHECK ((num_nulls(row_count, seconds) =
CASE
    WHEN (state = ANY (ARRAY[''succeeded''::job.run_state, ''failed''::job.run_state])) THEN 0
    ELSE 2
END))');
SELECT pg_temp.check_constraint('job.run', 'run_ended', 'CHECK (((state = ''running''::job.run_state) = (finished_at IS NULL)))');
SELECT pg_temp.check_constraint('job.run', 'run_failed', 'CHECK (((state = ''failed''::job.run_state) = (error_code IS NOT NULL)))');
SELECT pg_temp.check_constraint('job.run', 'run_pkey', 'PRIMARY KEY (run_number)');
SELECT pg_temp.check_constraint('job.run', 'run_task_fkey', 'FOREIGN KEY (task) REFERENCES job.task(task)');
SELECT pg_temp.check_columns('job.run_step', '
  run_number bigint not null
  "position" smallint not null
  step text not null
  finished_at timestamp with time zone not null default clock_timestamp()
  row_count bigint not null
  seconds numeric(12,3) not null
  is_done boolean not null');
SELECT pg_temp.check_comment('relation', 'job.run_step');
SELECT pg_temp.check_constraint('job.run_step', 'run_step_pkey', 'PRIMARY KEY (run_number, "position")');
SELECT pg_temp.check_constraint('job.run_step', 'run_step_rows', 'CHECK ((row_count >= 0))');
SELECT pg_temp.check_constraint('job.run_step', 'run_step_run_fkey', 'FOREIGN KEY (run_number) REFERENCES job.run(run_number) ON DELETE CASCADE');
SELECT pg_temp.check_index('job.run_one_running', 'CREATE UNIQUE INDEX run_one_running ON job.run USING btree (task) WHERE (state = ''running''::job.run_state)');
SELECT pg_temp.check_index('job.run_finished_at', 'CREATE INDEX run_finished_at ON job.run USING btree (finished_at)');
SELECT pg_temp.check_function('job.without_personal_data(text,text)',
  'welfare_owner invoker immutable returns text');
SELECT pg_temp.check_comment('function', 'job.without_personal_data(text,text)');
SELECT pg_temp.check_function('job.claim_task(text)',
  'welfare_owner definer volatile returns boolean search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.claim_task(text)');
SELECT pg_temp.check_function('job.release_task(text)',
  'welfare_owner definer volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.release_task(text)');
SELECT pg_temp.check_function('job.begin_run(text)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.begin_run(text)');
SELECT pg_temp.check_function('job.own_run(bigint)',
  'welfare_owner invoker stable returns job.run search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.own_run(bigint)');
SELECT pg_temp.check_function('job.next_step(bigint)',
  'welfare_owner definer stable returns TABLE(task text, period date, business_day date, step_position smallint, step text, in_chunks boolean) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.next_step(bigint)');
SELECT pg_temp.check_function('job.record_step(bigint,smallint,text,bigint,numeric,boolean)',
  'welfare_owner definer volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.record_step(bigint,smallint,text,bigint,numeric,boolean)');
SELECT pg_temp.check_function('job.finish_run(bigint,text,text,text)',
  'welfare_owner definer volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.finish_run(bigint,text,text,text)');
SELECT pg_temp.check_function('job.take_step(bigint)',
  'welfare_owner invoker volatile returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.take_step(bigint)');
SELECT pg_temp.check_function('job.refuse_failure(bigint)',
  'welfare_owner definer stable returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.refuse_failure(bigint)');
SELECT pg_temp.check_function('job.task_after(text)',
  'welfare_owner definer stable returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.task_after(text)');
SELECT pg_temp.check_function('job.run_task(text,boolean)',
  'welfare_owner invoker volatile');
SELECT pg_temp.check_comment('function', 'job.run_task(text,boolean)');
SELECT pg_temp.check_function('job.run_due()',
  'welfare_owner invoker volatile');
SELECT pg_temp.check_comment('function', 'job.run_due()');
SELECT pg_temp.check_row_security('job.run', '');
SELECT pg_temp.check_row_security('job.run_step', '');

SELECT pg_temp.check_grants('relation', 'job.run', '');
SELECT pg_temp.check_grants('relation', 'job.run_step', '');
SELECT pg_temp.check_grants('function', 'job.without_personal_data(text,text)', '');
SELECT pg_temp.check_grants('function', 'job.claim_task(text)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.release_task(text)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.begin_run(text)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.own_run(bigint)', '');
SELECT pg_temp.check_grants('function', 'job.next_step(bigint)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.record_step(bigint,smallint,text,bigint,numeric,boolean)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.finish_run(bigint,text,text,text)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.take_step(bigint)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.refuse_failure(bigint)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.task_after(text)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.run_task(text,boolean)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.run_due()', 'welfare_job EXECUTE');

ROLLBACK;

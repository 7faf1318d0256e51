BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('job.task', '
  task text not null
  "position" smallint not null
  period job.period_kind not null
  catch_up job.catch_up not null
  after_task text
  enabled boolean not null default true
  schedule text not null
  attempts smallint not null default 5
  pause interval not null default ''00:10:00''::interval
  late_after_days smallint not null default 0
  longest interval not null default ''06:00:00''::interval
  purpose_thai text not null
  purpose_english text not null');
SELECT pg_temp.check_comment('relation', 'job.task');
SELECT pg_temp.check_constraint('job.task', 'task_after_fkey', 'FOREIGN KEY (after_task) REFERENCES job.task(task)');
SELECT pg_temp.check_constraint('job.task', 'task_attempts', 'CHECK (((attempts >= 1) AND (attempts <= 20)))');
SELECT pg_temp.check_constraint('job.task', 'task_late_after_days', 'CHECK (((late_after_days >= 0) AND (late_after_days <= 60)))');
SELECT pg_temp.check_constraint('job.task', 'task_longest', 'CHECK ((longest > ''00:00:00''::interval))');
SELECT pg_temp.check_constraint('job.task', 'task_name', 'CHECK ((task ~ ''^[a-z][a-z_]{1,40}$''::text))');
SELECT pg_temp.check_constraint('job.task', 'task_not_after_itself', 'CHECK ((after_task <> task))');
SELECT pg_temp.check_constraint('job.task', 'task_pause', 'CHECK (((pause >= ''00:00:00''::interval) AND (pause <= ''1 day''::interval)))');
SELECT pg_temp.check_constraint('job.task', 'task_pkey', 'PRIMARY KEY (task)');
SELECT pg_temp.check_constraint('job.task', 'task_position', 'UNIQUE ("position")');
SELECT pg_temp.check_constraint('job.task', 'task_schedule', 'CHECK ((schedule ~ ''^(@reboot|[-0-9*,/]+( [-0-9*,/]+){4})$''::text))');
SELECT pg_temp.check_columns('job.due_rule', '
  task text not null
  valid daterange not null
  due_months smallint not null
  due_days smallint not null
  legal_basis text not null');
SELECT pg_temp.check_comment('relation', 'job.due_rule');
SELECT pg_temp.check_constraint('job.due_rule', 'due_rule_days', 'CHECK (((due_days >= 0) AND (due_days <= 31)))');
SELECT pg_temp.check_constraint('job.due_rule', 'due_rule_months', 'CHECK (((due_months >= 0) AND (due_months <= 12)))');
SELECT pg_temp.check_constraint('job.due_rule', 'due_rule_one_at_a_time', 'EXCLUDE USING gist (task WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('job.due_rule', 'due_rule_task_fkey', 'FOREIGN KEY (task) REFERENCES job.task(task)');
SELECT pg_temp.check_constraint('job.due_rule', 'due_rule_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_columns('job.step', '
  task text not null
  "position" smallint not null
  step text not null
  in_chunks boolean not null default false');
SELECT pg_temp.check_comment('relation', 'job.step');
SELECT pg_temp.check_constraint('job.step', 'step_name', 'CHECK ((step ~ ''^[a-z][a-z_]{1,50}$''::text))');
SELECT pg_temp.check_constraint('job.step', 'step_once', 'UNIQUE (task, step)');
SELECT pg_temp.check_constraint('job.step', 'step_pkey', 'PRIMARY KEY (task, "position")');
SELECT pg_temp.check_constraint('job.step', 'step_task_fkey', 'FOREIGN KEY (task) REFERENCES job.task(task)');
SELECT pg_temp.check_columns('job.progress', '
  task text not null
  first_period date not null
  served_through date
  served_at timestamp with time zone');
SELECT pg_temp.check_comment('relation', 'job.progress');
SELECT pg_temp.check_constraint('job.progress', 'progress_pkey', 'PRIMARY KEY (task)');
SELECT pg_temp.check_constraint('job.progress', 'progress_served_whole', 'CHECK ((((served_through IS NULL) = (served_at IS NULL)) AND (served_through >= first_period)))');
SELECT pg_temp.check_constraint('job.progress', 'progress_task_fkey', 'FOREIGN KEY (task) REFERENCES job.task(task)');
SELECT pg_temp.check_columns('job.standing', '
  task text
  "position" smallint
  period job.period_kind
  catch_up job.catch_up
  after_task text
  enabled boolean
  schedule text
  attempts smallint
  pause interval
  late_after_days smallint
  longest interval
  purpose_thai text
  purpose_english text
  first_period date
  served_through date
  served_at timestamp with time zone
  next_period date
  due_on date
  has_come boolean
  is_next boolean');
SELECT pg_temp.check_comment('relation', 'job.standing');
SELECT pg_temp.check_index('job.task_after_task', 'CREATE INDEX task_after_task ON job.task USING btree (after_task)');
SELECT pg_temp.check_function('job.check_step()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.check_step()');
SELECT pg_temp.check_function('job.business_date_at(timestamp with time zone)',
  'welfare_owner invoker immutable returns date');
SELECT pg_temp.check_comment('function', 'job.business_date_at(timestamp with time zone)');
SELECT pg_temp.check_function('job.period_of(job.period_kind,date)',
  'welfare_owner invoker immutable returns date');
SELECT pg_temp.check_comment('function', 'job.period_of(job.period_kind,date)');
SELECT pg_temp.check_function('job.period_plus(job.period_kind,date,integer)',
  'welfare_owner invoker immutable returns date');
SELECT pg_temp.check_comment('function', 'job.period_plus(job.period_kind,date,integer)');
SELECT pg_temp.check_function('job.first_period(text,date)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.first_period(text,date)');
SELECT pg_temp.check_function('job.begin_tasks(date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.begin_tasks(date)');
SELECT pg_temp.check_function('job.enable_task(text,boolean,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.enable_task(text,boolean,text)');
SELECT pg_temp.check_trigger('job.task', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON job.task REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task'', '''', '''')');
SELECT pg_temp.check_trigger('job.task', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON job.task REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task'', '''', '''')');
SELECT pg_temp.check_trigger('job.task', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON job.task FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task'', '''', '''')');
SELECT pg_temp.check_trigger('job.task', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON job.task REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task'', '''', '''')');
SELECT pg_temp.check_trigger('job.due_rule', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON job.due_rule REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task,valid'', '''', '''')');
SELECT pg_temp.check_trigger('job.due_rule', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON job.due_rule REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task,valid'', '''', '''')');
SELECT pg_temp.check_trigger('job.due_rule', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON job.due_rule FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task,valid'', '''', '''')');
SELECT pg_temp.check_trigger('job.due_rule', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON job.due_rule REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''task,valid'', '''', '''')');
SELECT pg_temp.check_trigger('job.step', 'step_exists', 'CREATE CONSTRAINT TRIGGER step_exists AFTER INSERT OR UPDATE ON job.step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION job.check_step()');
SELECT pg_temp.check_row_security('job.task', '');
SELECT pg_temp.check_row_security('job.due_rule', '');
SELECT pg_temp.check_row_security('job.step', '');
SELECT pg_temp.check_row_security('job.progress', '');

SELECT pg_temp.check_grants('relation', 'job.task', '');
SELECT pg_temp.check_grants('relation', 'job.due_rule', '');
SELECT pg_temp.check_grants('relation', 'job.step', '');
SELECT pg_temp.check_grants('relation', 'job.progress', '');
SELECT pg_temp.check_grants('relation', 'job.standing', '');
SELECT pg_temp.check_grants('function', 'job.check_step()', '');
SELECT pg_temp.check_grants('function', 'job.business_date_at(timestamp with time zone)', 'pg_monitor EXECUTE, welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'job.period_of(job.period_kind,date)', 'pg_monitor EXECUTE, welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'job.period_plus(job.period_kind,date,integer)', 'pg_monitor EXECUTE, welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'job.first_period(text,date)', '');
SELECT pg_temp.check_grants('function', 'job.begin_tasks(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'job.enable_task(text,boolean,text)', 'welfare_admin EXECUTE');

ROLLBACK;

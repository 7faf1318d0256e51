BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('portal.payment_change', '
  thai_id welfare.thai_id not null
  change_number bigint not null
  published_at timestamp with time zone not null default clock_timestamp()
  month reference.pay_month not null
  cycle_month reference.pay_month not null
  effective_on date not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  state payment.payment_state not null
  adjustment_number smallint not null
  attempt smallint not null
  sensitive boolean not null default false
  amount numeric(12,2) not null
  reason_code text');
SELECT pg_temp.check_comment('relation', 'portal.payment_change');
SELECT pg_temp.check_constraint('portal.payment_change', 'payment_change_no_health_data', 'CHECK ((NOT sensitive))');
SELECT pg_temp.check_constraint('portal.payment_change', 'payment_change_number', 'CHECK ((change_number > 0))');
SELECT pg_temp.check_constraint('portal.payment_change', 'payment_change_pkey', 'PRIMARY KEY (thai_id, change_number)');
SELECT pg_temp.check_constraint('portal.payment_change', 'payment_change_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_columns('portal.change_counter', '
  last_number bigint not null default 0
  purged_through bigint not null default 0
  published_at timestamp with time zone
  is_only boolean not null default true');
SELECT pg_temp.check_comment('relation', 'portal.change_counter');
SELECT pg_temp.check_constraint('portal.change_counter', 'change_counter_in_order', 'CHECK (((purged_through >= 0) AND (purged_through <= last_number)))');
SELECT pg_temp.check_constraint('portal.change_counter', 'change_counter_one_row', 'CHECK (is_only)');
SELECT pg_temp.check_constraint('portal.change_counter', 'change_counter_pkey', 'PRIMARY KEY (is_only)');
SELECT pg_temp.check_index('portal.payment_change_number', 'CREATE UNIQUE INDEX payment_change_number ON portal.payment_change USING btree (change_number)');
SELECT pg_temp.check_function('portal.guard_removal()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'portal.guard_removal()');
SELECT pg_temp.check_function('portal.publish_single(bigint,bigint)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'portal.publish_single(bigint,bigint)');
SELECT pg_temp.check_function('portal.publish_sent(bigint,bigint)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'portal.publish_sent(bigint,bigint)');
SELECT pg_temp.check_function('portal.publish_arrived(bigint,bigint)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'portal.publish_arrived(bigint,bigint)');
SELECT pg_temp.check_function('portal.publish_changes()',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.publish_changes()');
SELECT pg_temp.check_function('portal.payment_changes(bigint,integer,timestamp with time zone)',
  'welfare_owner definer volatile returns TABLE(change_number bigint, national_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, cycle_month date, authority_code integer, state payment.payment_state, amount numeric, effective_on date, reason_code text, published_at timestamp with time zone) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'portal.payment_changes(bigint,integer,timestamp with time zone)');
SELECT pg_temp.check_function('portal.change_status()',
  'welfare_owner definer stable returns TABLE(last_number bigint, first_kept bigint, published_at timestamp with time zone, pending_packets bigint, pending_changes bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.change_status()');
SELECT pg_temp.check_function('portal.purge_changes(timestamp with time zone)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.purge_changes(timestamp with time zone)');
SELECT pg_temp.check_trigger('portal.payment_change', 'payment_change_kept', 'CREATE TRIGGER payment_change_kept AFTER DELETE ON portal.payment_change REFERENCING OLD TABLE AS old_changes FOR EACH STATEMENT EXECUTE FUNCTION portal.guard_removal()');
SELECT pg_temp.check_trigger('portal.payment_change', 'payment_change_no_change', 'CREATE TRIGGER payment_change_no_change BEFORE UPDATE OR TRUNCATE ON portal.payment_change FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('portal.payment_change', '');
SELECT pg_temp.check_row_security('portal.change_counter', '');

SELECT pg_temp.check_grants('relation', 'portal.payment_change', '');
SELECT pg_temp.check_grants('relation', 'portal.change_counter', '');
SELECT pg_temp.check_grants('function', 'portal.guard_removal()', '');
SELECT pg_temp.check_grants('function', 'portal.publish_single(bigint,bigint)', '');
SELECT pg_temp.check_grants('function', 'portal.publish_sent(bigint,bigint)', '');
SELECT pg_temp.check_grants('function', 'portal.publish_arrived(bigint,bigint)', '');
SELECT pg_temp.check_grants('function', 'portal.publish_changes()', 'welfare_admin EXECUTE, welfare_portal EXECUTE');
SELECT pg_temp.check_grants('function', 'portal.payment_changes(bigint,integer,timestamp with time zone)', 'welfare_admin EXECUTE, welfare_portal EXECUTE');
SELECT pg_temp.check_grants('function', 'portal.change_status()', 'welfare_admin EXECUTE, welfare_portal EXECUTE');
SELECT pg_temp.check_grants('function', 'portal.purge_changes(timestamp with time zone)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF800)',
  '(WF801)',
  '(WF802)',
  '(WF806)');
SELECT pg_temp.check_rows('portal.change_counter', 'ROW(last_number, purged_through, published_at, is_only)',
  '(0,0,,t)');

ROLLBACK;

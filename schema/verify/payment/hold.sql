BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.hold_reason', 'registry_death, awaiting_acknowledgement, treasury, paid_by_old_authority, withdrawn_confirmation, proxy_unverified, review, right_ended');
SELECT pg_temp.check_comment('type', 'payment.hold_reason');
SELECT pg_temp.check_columns('payment.hold', '
  thai_id welfare.thai_id not null
  hold_number bigint not null identity
  placed_at timestamp with time zone not null default clock_timestamp()
  released_at timestamp with time zone
  event_number bigint
  programme reference.programme_name not null
  month_from reference.pay_month not null
  placed_on date not null default welfare.business_date()
  released_on date
  reason payment.hold_reason not null
  source text not null
  remark text
  placed_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  released_by text
  released_why text
  order_number text');
SELECT pg_temp.check_comment('relation', 'payment.hold');
SELECT pg_temp.check_constraint('payment.hold', 'hold_of_event', 'CHECK (((reason = ''registry_death''::payment.hold_reason) = (event_number IS NOT NULL)))');
SELECT pg_temp.check_constraint('payment.hold', 'hold_on_record', 'CHECK ((reason <> ALL (ARRAY[''paid_by_old_authority''::payment.hold_reason, ''withdrawn_confirmation''::payment.hold_reason, ''proxy_unverified''::payment.hold_reason, ''right_ended''::payment.hold_reason])))');
SELECT pg_temp.check_constraint('payment.hold', 'hold_order', 'CHECK (((order_number IS NULL) OR (released_at IS NOT NULL)))');
SELECT pg_temp.check_constraint('payment.hold', 'hold_pkey', 'PRIMARY KEY (thai_id, hold_number)');
SELECT pg_temp.check_constraint('payment.hold', 'hold_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('payment.hold', 'hold_released_whole', 'CHECK ((num_nonnulls(released_at, released_on, released_by, released_why) = ANY (ARRAY[0, 4])))');
SELECT pg_temp.check_constraint('payment.hold', 'hold_source', 'CHECK ((btrim(source) <> ''''::text))');
SELECT pg_temp.check_constraint('payment.hold', 'hold_treasury_says_why', 'CHECK (((reason <> ''treasury''::payment.hold_reason) OR (COALESCE(btrim(remark), ''''::text) <> ''''::text)))');
SELECT pg_temp.check_columns('payment.holding', '
  thai_id welfare.thai_id
  programme reference.programme_name
  from_claim smallint
  to_claim smallint
  month_from date
  month_to date
  reason payment.hold_reason');
SELECT pg_temp.check_comment('relation', 'payment.holding');
SELECT pg_temp.check_columns('payment.line_standing', '
  thai_id welfare.thai_id
  programme reference.programme_name
  month reference.pay_month
  authority_code integer
  claim_number smallint
  allowance reference.baht
  top_up reference.baht
  other_payers reference.baht
  held boolean
  reasons payment.hold_reason[]');
SELECT pg_temp.check_comment('relation', 'payment.line_standing');
SELECT pg_temp.check_index('payment.hold_one_open', 'CREATE UNIQUE INDEX hold_one_open ON payment.hold USING btree (thai_id, programme, reason) WHERE (released_at IS NULL)');
SELECT pg_temp.check_function('payment.guard_hold()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.guard_hold()');
SELECT pg_temp.check_function('payment.deaths_standing()',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, event_number bigint, month_from date, source text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.deaths_standing()');
SELECT pg_temp.check_function('payment.hold_the_dead()',
  'welfare_owner definer volatile returns TABLE(placed bigint, replaced bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.hold_the_dead()');
SELECT pg_temp.check_function('payment.hold_awaiting(date)',
  'welfare_owner definer volatile returns TABLE(placed bigint, released bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.hold_awaiting(date)');
SELECT pg_temp.check_trigger('payment.hold', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.hold REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,hold_number'', '''', '''')');
SELECT pg_temp.check_trigger('payment.hold', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.hold REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,hold_number'', '''', '''')');
SELECT pg_temp.check_trigger('payment.hold', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.hold FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,hold_number'', '''', '''')');
SELECT pg_temp.check_trigger('payment.hold', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.hold REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,hold_number'', '''', '''')');
SELECT pg_temp.check_trigger('payment.hold', 'hold_guard', 'CREATE TRIGGER hold_guard BEFORE INSERT OR UPDATE ON payment.hold FOR EACH ROW EXECUTE FUNCTION payment.guard_hold()');
SELECT pg_temp.check_trigger('payment.hold', 'hold_no_removal', 'CREATE TRIGGER hold_no_removal BEFORE DELETE OR TRUNCATE ON payment.hold FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.hold', '');

SELECT pg_temp.check_grants('relation', 'payment.hold', '');
SELECT pg_temp.check_grants('relation', 'payment.holding', '');
SELECT pg_temp.check_grants('relation', 'payment.line_standing', '');
SELECT pg_temp.check_grants('function', 'payment.guard_hold()', '');
SELECT pg_temp.check_grants('function', 'payment.deaths_standing()', '');
SELECT pg_temp.check_grants('function', 'payment.hold_the_dead()', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.hold_awaiting(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF338)',
  '(WF339)',
  '(WF33A)',
  '(WF33B)',
  '(WF33C)');

ROLLBACK;

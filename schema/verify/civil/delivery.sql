BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('civil.event_row', '
  delivery_number bigint not null
  line_number integer not null
  principal text not null default welfare.principal()
  problem text
  thai_id text
  kind text
  happened_on text
  registered_on text
  reported_on text
  birth_date text
  first_name text
  last_name text
  new_first_name text
  new_last_name text
  new_authority_code text
  new_place text
  event_reference text');
SELECT pg_temp.check_comment('relation', 'civil.event_row');
SELECT pg_temp.check_constraint('civil.event_row', 'event_row_line_number', 'CHECK ((line_number > 0))');
SELECT pg_temp.check_constraint('civil.event_row', 'event_row_pkey', 'PRIMARY KEY (delivery_number, principal, line_number)');
SELECT pg_temp.check_columns('civil.delivery_mark', '
  delivery_number bigint not null');
SELECT pg_temp.check_comment('relation', 'civil.delivery_mark');
SELECT pg_temp.check_constraint('civil.delivery_mark', 'delivery_mark_pkey', 'PRIMARY KEY (delivery_number)');
SELECT pg_temp.check_columns('civil.delivery', '
  delivery_number bigint not null identity
  principal text not null
  source text not null
  file_name text not null
  began_at timestamp with time zone not null default clock_timestamp()
  received_on date not null default welfare.business_date()
  finished_at timestamp with time zone
  swept_at timestamp with time zone
  row_count integer
  events_added integer
  unchanged integer
  refused integer');
SELECT pg_temp.check_comment('relation', 'civil.delivery');
SELECT pg_temp.check_constraint('civil.delivery', 'delivery_adds_up', 'CHECK ((row_count = ((events_added + unchanged) + refused)))');
SELECT pg_temp.check_constraint('civil.delivery', 'delivery_names', 'CHECK (((btrim(source) <> ''''::text) AND (btrim(file_name) <> ''''::text)))');
SELECT pg_temp.check_constraint('civil.delivery', 'delivery_pkey', 'PRIMARY KEY (delivery_number)');
SELECT pg_temp.check_constraint('civil.delivery', 'delivery_swept_when_finished', 'CHECK (((swept_at IS NULL) OR (finished_at IS NOT NULL)))');
SELECT pg_temp.check_columns('civil.refused_row', '
  delivery_number bigint not null
  line_number integer not null
  codes text[] not null
  reasons text[] not null
  raw jsonb not null');
SELECT pg_temp.check_comment('relation', 'civil.refused_row');
SELECT pg_temp.check_constraint('civil.refused_row', 'refused_row_delivery_fkey', 'FOREIGN KEY (delivery_number) REFERENCES civil.delivery(delivery_number)');
SELECT pg_temp.check_constraint('civil.refused_row', 'refused_row_pkey', 'PRIMARY KEY (delivery_number, line_number)');
SELECT pg_temp.check_columns('civil.event', '
  thai_id welfare.thai_id not null
  event_number bigint not null identity
  birth_date welfare.birth_date not null
  delivery_number bigint not null
  happened_on date not null
  registered_on date not null
  reported_on date
  received_on date not null
  line_number integer not null
  new_authority_code integer
  kind civil.event_kind not null
  first_name text not null
  last_name text not null
  new_first_name text
  new_last_name text
  new_place text
  event_reference text not null
  raw jsonb not null');
SELECT pg_temp.check_comment('relation', 'civil.event');
SELECT pg_temp.check_constraint('civil.event', 'event_delivery_fkey', 'FOREIGN KEY (delivery_number) REFERENCES civil.delivery(delivery_number)');
SELECT pg_temp.check_constraint('civil.event', 'event_new_name', 'CHECK (((kind = ''name_changed''::civil.event_kind) = (num_nonnulls(new_first_name, new_last_name) > 0)))');
SELECT pg_temp.check_constraint('civil.event', 'event_once', 'UNIQUE (thai_id, kind, event_reference)');
SELECT pg_temp.check_constraint('civil.event', 'event_pkey', 'PRIMARY KEY (thai_id, event_number)');
SELECT pg_temp.check_constraint('civil.event', 'event_registered_after_it_happened', 'CHECK ((registered_on >= happened_on))');
SELECT pg_temp.check_index('civil.delivery_unswept', 'CREATE INDEX delivery_unswept ON civil.delivery USING btree (delivery_number) WHERE (swept_at IS NULL)');
SELECT pg_temp.check_index('civil.event_received_on', 'CREATE INDEX event_received_on ON civil.event USING btree (kind, received_on)');
SELECT pg_temp.check_function('civil.begin_delivery(text,text)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.begin_delivery(text,text)');
SELECT pg_temp.check_function('civil.refused_rows(bigint)',
  'welfare_owner definer stable returns TABLE(line_number integer, reason text, codes text[]) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.refused_rows(bigint)');
SELECT pg_temp.check_trigger('civil.delivery', 'delivery_no_removal', 'CREATE TRIGGER delivery_no_removal BEFORE DELETE OR TRUNCATE ON civil.delivery FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('civil.refused_row', 'refused_row_no_change', 'CREATE TRIGGER refused_row_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON civil.refused_row FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('civil.event', 'event_no_change', 'CREATE TRIGGER event_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON civil.event FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('civil.delivery', '');
SELECT pg_temp.check_row_security('civil.refused_row', '');
SELECT pg_temp.check_row_security('civil.event', '');

SELECT pg_temp.check_grants('relation', 'civil.event_row', 'welfare_admin birth_date INSERT, welfare_admin delivery_number INSERT, welfare_admin event_reference INSERT, welfare_admin first_name INSERT, welfare_admin happened_on INSERT, welfare_admin kind INSERT, welfare_admin last_name INSERT, welfare_admin line_number INSERT, welfare_admin new_authority_code INSERT, welfare_admin new_first_name INSERT, welfare_admin new_last_name INSERT, welfare_admin new_place INSERT, welfare_admin problem INSERT, welfare_admin registered_on INSERT, welfare_admin reported_on INSERT, welfare_admin thai_id INSERT, welfare_civil birth_date INSERT, welfare_civil delivery_number INSERT, welfare_civil event_reference INSERT, welfare_civil first_name INSERT, welfare_civil happened_on INSERT, welfare_civil kind INSERT, welfare_civil last_name INSERT, welfare_civil line_number INSERT, welfare_civil new_authority_code INSERT, welfare_civil new_first_name INSERT, welfare_civil new_last_name INSERT, welfare_civil new_place INSERT, welfare_civil problem INSERT, welfare_civil registered_on INSERT, welfare_civil reported_on INSERT, welfare_civil thai_id INSERT');
SELECT pg_temp.check_grants('relation', 'civil.delivery_mark', '');
SELECT pg_temp.check_grants('relation', 'civil.delivery', '');
SELECT pg_temp.check_grants('relation', 'civil.refused_row', '');
SELECT pg_temp.check_grants('relation', 'civil.event', '');
SELECT pg_temp.check_grants('function', 'civil.begin_delivery(text,text)', 'welfare_admin EXECUTE, welfare_civil EXECUTE');
SELECT pg_temp.check_grants('function', 'civil.refused_rows(bigint)', 'welfare_admin EXECUTE, welfare_civil EXECUTE');

ROLLBACK;

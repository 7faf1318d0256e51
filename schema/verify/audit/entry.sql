BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('audit.entry', '
  entry_id bigint not null identity
  recorded_at timestamp with time zone not null default clock_timestamp()
  principal text default welfare.principal()
  duty text default welfare.duty()
  role_name text not null default COALESCE(NULLIF(current_setting(''role''::text), ''none''::text), (SESSION_USER)::text)
  login_name text not null default SESSION_USER
  client text default NULLIF(concat_ws('' ''::text, host(inet_client_addr()), NULLIF(current_setting(''application_name''::text), ''''::text)), ''''::text)
  action audit.action not null
  relation text not null
  thai_id welfare.thai_id
  key jsonb
  before jsonb
  after jsonb
  changed text[]
  reason text default "left"(welfare.reason(), 500)
  row_count bigint
  transaction_id xid8 not null default pg_current_xact_id()');
SELECT pg_temp.check_comment('relation', 'audit.entry');
SELECT pg_temp.check_constraint('audit.entry', 'entry_relation_given', 'CHECK ((relation <> ''''::text))');
SELECT pg_temp.check_constraint('audit.entry', 'entry_pkey', 'PRIMARY KEY (entry_id)');
SELECT pg_temp.check_index('audit.entry_recorded_at', 'CREATE INDEX entry_recorded_at ON audit.entry USING brin (recorded_at) WITH (pages_per_range=''32'', autosummarize=''on'')');
SELECT pg_temp.check_index('audit.entry_thai_id', 'CREATE INDEX entry_thai_id ON audit.entry USING btree (thai_id, entry_id) WHERE (thai_id IS NOT NULL)');
SELECT pg_temp.check_function('audit.refuse_change()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'audit.refuse_change()');
SELECT pg_temp.check_function('audit.refuse_forgery()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'audit.refuse_forgery()');
SELECT pg_temp.check_trigger('audit.entry', 'entry_append_only', 'CREATE TRIGGER entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change()');
SELECT pg_temp.check_trigger('audit.entry', 'entry_forgery', 'CREATE TRIGGER entry_forgery BEFORE INSERT ON audit.entry FOR EACH ROW WHEN (((new.recorded_at < (clock_timestamp() - ''00:00:00.01''::interval)) OR (new.recorded_at > clock_timestamp()) OR (new.principal IS DISTINCT FROM welfare.principal()) OR (new.duty IS DISTINCT FROM welfare.duty()) OR (new.login_name <> SESSION_USER) OR (new.transaction_id <> pg_current_xact_id()) OR (new.role_name <> COALESCE(NULLIF(current_setting(''role''::text), ''none''::text), (SESSION_USER)::text)))) EXECUTE FUNCTION audit.refuse_forgery()');

SELECT pg_temp.check_grants('relation', 'audit.entry', '');
SELECT pg_temp.check_grants('function', 'audit.refuse_change()', '');
SELECT pg_temp.check_grants('function', 'audit.refuse_forgery()', '');
SELECT pg_temp.check_row_security('audit.entry', '');

ROLLBACK;

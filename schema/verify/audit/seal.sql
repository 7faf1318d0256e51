BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('audit.seal', '
  day date not null
  previous_day date
  first_entry bigint
  last_entry bigint
  entries bigint not null
  digest bytea not null
  sealed_at timestamp with time zone not null default clock_timestamp()
  sealed_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  chain bytea not null');
SELECT pg_temp.check_comment('relation', 'audit.seal');
SELECT pg_temp.check_constraint('audit.seal', 'seal_previous_day', 'CHECK ((previous_day = (day - 1)))');
SELECT pg_temp.check_constraint('audit.seal', 'seal_range', 'CHECK (((entries >= 0) AND ((entries = 0) = (first_entry IS NULL)) AND ((entries = 0) = (last_entry IS NULL))))');
SELECT pg_temp.check_constraint('audit.seal', 'seal_sha256', 'CHECK (((length(digest) = 32) AND (length(chain) = 32)))');
SELECT pg_temp.check_constraint('audit.seal', 'seal_pkey', 'PRIMARY KEY (day)');
SELECT pg_temp.check_function('audit.start_of(date)',
  'welfare_owner invoker immutable returns timestamp with time zone');
SELECT pg_temp.check_comment('function', 'audit.start_of(date)');
SELECT pg_temp.check_function('audit.today()',
  'welfare_owner invoker volatile returns date');
SELECT pg_temp.check_comment('function', 'audit.today()');
SELECT pg_temp.check_function('audit.digest_of(date)',
  'welfare_owner invoker stable returns record search_path=pg_catalog, welfare, pg_temp TimeZone=UTC DateStyle=ISO, YMD IntervalStyle=postgres bytea_output=hex extra_float_digits=1');
SELECT pg_temp.check_comment('function', 'audit.digest_of(date)');
SELECT pg_temp.check_function('audit.chain_of(bytea,audit.seal)',
  'welfare_owner invoker stable returns bytea search_path=pg_catalog, welfare, pg_temp TimeZone=UTC DateStyle=ISO, YMD bytea_output=hex');
SELECT pg_temp.check_comment('function', 'audit.chain_of(bytea,audit.seal)');
SELECT pg_temp.check_function('audit.wait_for_writers()',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp lock_timeout=500ms');
SELECT pg_temp.check_comment('function', 'audit.wait_for_writers()');
SELECT pg_temp.check_function('audit.seal_day(date)',
  'welfare_owner definer volatile returns TABLE(sealed_day date, sealed_entries bigint, sealed_chain bytea) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'audit.seal_day(date)');
SELECT pg_temp.check_function('audit.seal_days()',
  'welfare_owner definer volatile returns TABLE(sealed_day date, sealed_entries bigint, sealed_chain bytea) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'audit.seal_days()');
SELECT pg_temp.check_trigger('audit.seal', 'seal_append_only', 'CREATE TRIGGER seal_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON audit.seal FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change()');

SELECT pg_temp.check_grants('relation', 'audit.seal', '');
SELECT pg_temp.check_grants('function', 'audit.start_of(date)', '');
SELECT pg_temp.check_grants('function', 'audit.today()', '');
SELECT pg_temp.check_grants('function', 'audit.digest_of(date)', '');
SELECT pg_temp.check_grants('function', 'audit.chain_of(bytea,audit.seal)', '');
SELECT pg_temp.check_grants('function', 'audit.wait_for_writers()', '');
SELECT pg_temp.check_grants('function', 'audit.seal_day(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'audit.seal_days()', 'welfare_admin EXECUTE');
SELECT pg_temp.check_row_security('audit.seal', '');

ROLLBACK;

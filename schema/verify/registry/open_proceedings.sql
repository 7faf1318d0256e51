BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.pending_removal', '
  thai_id welfare.thai_id
  programme reference.programme_name
  claim_number smallint
  finding_number smallint
  happened_on date
  found_on date
  state registry.finding_state');
SELECT pg_temp.check_comment('relation', 'registry.pending_removal');
SELECT pg_temp.check_columns('registry.status_check', '
  authority_code integer not null
  month reference.pay_month not null
  programme reference.programme_name not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  checked_on date not null
  recipients integer not null
  sensitive boolean not null
  way text not null
  checked_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.status_check');
SELECT pg_temp.check_constraint('registry.status_check', 'status_check_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('registry.status_check', 'status_check_inside_month', 'CHECK ((checked_on >= (month)::date))');
SELECT pg_temp.check_constraint('registry.status_check', 'status_check_pkey', 'PRIMARY KEY (authority_code, month, programme)');
SELECT pg_temp.check_constraint('registry.status_check', 'status_check_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.status_check', 'status_check_stated', 'CHECK (((btrim(way) <> ''''::text) AND (recipients >= 0)))');
SELECT pg_temp.check_function('registry.unchecked_status(date)',
  'welfare_writer definer stable returns TABLE(programme reference.programme_name, recipients bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.unchecked_status(date)');
SELECT pg_temp.check_function('registry.posted_notices(integer,date)',
  'welfare_owner definer volatile returns TABLE(notice_number text, programme reference.programme_name, posted_on date, open_until date, places reference.notice_place[], place_name text, masked_id text, listed_name text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.posted_notices(integer,date)');
SELECT pg_temp.check_function('registry.open_proceedings()',
  'welfare_writer definer volatile returns TABLE(national_id welfare.thai_id, programme reference.programme_name, finding_number integer, kind registry.finding_kind, path registry.removal_path, state registry.finding_state, authority_code integer, found_on date, verify_by date, posted_on date, open_until date, objections integer, unanswered integer) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.open_proceedings()');
SELECT pg_temp.check_function('registry.record_status_check(reference.programme_name,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.record_status_check(reference.programme_name,text,date)');
SELECT pg_temp.check_trigger('registry.status_check', 'status_check_no_change', 'CREATE TRIGGER status_check_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.status_check FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.status_check', 'status_check_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); status_check_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.pending_removal', '');
SELECT pg_temp.check_grants('relation', 'registry.status_check', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.unchecked_status(date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.posted_notices(integer,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.open_proceedings()', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.record_status_check(reference.programme_name,text,date)', 'welfare_authority EXECUTE');

ROLLBACK;

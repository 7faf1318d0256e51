BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('identity.office', '
  user_name text not null
  office identity.office_name not null
  authority_code integer not null
  valid daterange not null
  delegation_document text
  recorded_at timestamp with time zone not null default clock_timestamp()
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'identity.office');
SELECT pg_temp.check_constraint('identity.office', 'office_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_constraint('identity.office', 'office_valid_begins', 'CHECK ((lower(valid) IS NOT NULL))');
SELECT pg_temp.check_constraint('identity.office', 'office_delegation', 'CHECK ((((office = ''delegate''::identity.office_name) = (delegation_document IS NOT NULL)) AND (delegation_document <> ''''::text)))');
SELECT pg_temp.check_constraint('identity.office', 'office_once_a_user', 'EXCLUDE USING gist (user_name WITH =, office WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('identity.office', 'office_one_executive', 'EXCLUDE USING gist (authority_code WITH =, valid WITH &&) WHERE ((office = ''executive''::identity.office_name))');
SELECT pg_temp.check_constraint('identity.office', 'office_one_clerk', 'EXCLUDE USING gist (authority_code WITH =, valid WITH &&) WHERE ((office = ''clerk''::identity.office_name))');
SELECT pg_temp.check_constraint('identity.office', 'office_user_fkey', 'FOREIGN KEY (user_name) REFERENCES identity.user_account(user_name)');
SELECT pg_temp.check_constraint('identity.office', 'office_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_index('identity.office_user_name', 'CREATE INDEX office_user_name ON identity.office USING btree (user_name)');
SELECT pg_temp.check_function('identity.guard_office()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.guard_office()');
SELECT pg_temp.check_function('identity.has_office(text,identity.office_name,integer,date)',
  'welfare_owner definer stable returns boolean search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.has_office(text,identity.office_name,integer,date)');
SELECT pg_temp.check_function('identity.offices_of(text,date)',
  'welfare_owner definer stable returns text[] search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.offices_of(text,date)');
SELECT pg_temp.check_trigger('identity.office', 'office_guard', 'CREATE TRIGGER office_guard BEFORE INSERT OR UPDATE ON identity.office FOR EACH ROW EXECUTE FUNCTION identity.guard_office()');

SELECT pg_temp.check_grants('relation', 'identity.office', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'identity.guard_office()', '');
SELECT pg_temp.check_grants('function', 'identity.has_office(text,identity.office_name,integer,date)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.offices_of(text,date)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_row_security('identity.office', 'office_own for r to welfare_writer using (user_name = welfare.principal())');

ROLLBACK;

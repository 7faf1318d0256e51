BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.representative_kind', 'proxy, prison_officer, caregiver, legal_representative, curator, guardian');
SELECT pg_temp.check_comment('type', 'registry.representative_kind');
SELECT pg_temp.check_columns('registry.representative', '
  thai_id welfare.thai_id not null
  representative_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  acts daterange not null
  authority_code integer not null
  kind registry.representative_kind not null
  after_death boolean not null default false
  full_name text not null
  relation text not null
  telephone text
  address text
  authority_document text not null
  ended_reason text
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.representative');
SELECT pg_temp.check_constraint('registry.representative', 'representative_is_person', 'CHECK (((welfare.thai_id_category(representative_id) >= 1) AND (welfare.thai_id_category(representative_id) <= 8)))');
SELECT pg_temp.check_constraint('registry.representative', 'representative_is_another', 'CHECK ((representative_id OPERATOR(welfare.<>) thai_id))');
SELECT pg_temp.check_constraint('registry.representative', 'representative_acts_from', 'CHECK (((NOT isempty(acts)) AND (lower(acts) IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.representative', 'representative_telephone_digits', 'CHECK ((telephone ~ ''^[0-9]{9,10}$''::text))');
SELECT pg_temp.check_constraint('registry.representative', 'representative_name_normal', 'CHECK (((full_name <> ''''::text) AND (full_name = welfare.normalise_thai(full_name))))');
SELECT pg_temp.check_constraint('registry.representative', 'representative_stated', 'CHECK (((btrim(relation) <> ''''::text) AND (btrim(authority_document) <> ''''::text)))');
SELECT pg_temp.check_constraint('registry.representative', 'representative_ended_has_reason', 'CHECK ((upper_inf(acts) OR (ended_reason IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.representative', 'representative_pkey', 'PRIMARY KEY (thai_id, representative_id, kind, recorded_at)');
SELECT pg_temp.check_constraint('registry.representative', 'representative_person_fkey', 'FOREIGN KEY (thai_id) REFERENCES registry.person(thai_id)');
SELECT pg_temp.check_index('registry.representative_one_open', 'CREATE UNIQUE INDEX representative_one_open ON registry.representative USING btree (thai_id, authority_code, representative_id, kind) WHERE upper_inf(acts)');
SELECT pg_temp.check_function('registry.refuse_change_of_representative()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_change_of_representative()');
SELECT pg_temp.check_function('registry.add_representative(welfare.thai_id,welfare.thai_id,registry.representative_kind,text,text,text,date,boolean,text,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.add_representative(welfare.thai_id,welfare.thai_id,registry.representative_kind,text,text,text,date,boolean,text,text)');
SELECT pg_temp.check_function('registry.end_representative(welfare.thai_id,welfare.thai_id,registry.representative_kind,date,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.end_representative(welfare.thai_id,welfare.thai_id,registry.representative_kind,date,text)');
SELECT pg_temp.check_trigger('registry.representative', 'representative_no_removal', 'CREATE TRIGGER representative_no_removal BEFORE DELETE OR TRUNCATE ON registry.representative FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.representative', 'representative_only_ends', 'CREATE TRIGGER representative_only_ends BEFORE UPDATE ON registry.representative FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_representative()');

SELECT pg_temp.check_grants('relation', 'registry.representative', 'welfare_writer INSERT/SELECT/UPDATE');
SELECT pg_temp.check_grants('function', 'registry.refuse_change_of_representative()', '');
SELECT pg_temp.check_grants('function', 'registry.add_representative(welfare.thai_id,welfare.thai_id,registry.representative_kind,text,text,text,date,boolean,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.end_representative(welfare.thai_id,welfare.thai_id,registry.representative_kind,date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_row_security('registry.representative', 'representative_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); representative_change for w to welfare_writer using (authority_code = welfare.authority_code()) check (authority_code = welfare.authority_code()); representative_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.person', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  birth_date welfare.birth_date not null
  created_at timestamp with time zone not null default clock_timestamp()
  in_force_from date not null default welfare.business_date()
  authority_code integer not null
  district_code smallint not null
  province_code smallint not null
  sex registry.sex not null
  marital_status registry.marital_status not null
  visibility registry.visibility not null default ''nobody''::registry.visibility
  income_band smallint not null
  telephone_is_authoritys boolean not null
  has_occupation boolean not null
  title text not null
  first_name text not null
  last_name text not null
  telephone text not null
  house_register_address reference.address not null
  contact_address reference.address
  occupation text
  monthly_income reference.baht
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.person');
SELECT pg_temp.check_columns('registry.person_history', '
  superseded_at timestamp with time zone not null
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null
  birth_date welfare.birth_date not null
  created_at timestamp with time zone not null
  in_force_from date not null
  authority_code integer not null
  district_code smallint not null
  province_code smallint not null
  sex registry.sex not null
  marital_status registry.marital_status not null
  visibility registry.visibility not null
  income_band smallint not null
  telephone_is_authoritys boolean not null
  has_occupation boolean not null
  title text not null
  first_name text not null
  last_name text not null
  telephone text not null
  house_register_address reference.address not null
  contact_address reference.address
  occupation text
  monthly_income reference.baht
  recorded_by text not null');
SELECT pg_temp.check_comment('relation', 'registry.person_history');
SELECT pg_temp.check_constraint('registry.person', 'person_thai_id_of_person', 'CHECK (((welfare.thai_id_category(thai_id) >= 1) AND (welfare.thai_id_category(thai_id) <= 8)))');
SELECT pg_temp.check_constraint('registry.person', 'person_title_normal', 'CHECK (((title <> ''''::text) AND (char_length(title) <= 60) AND (title !~ ''[[:cntrl:]]''::text) AND (title = welfare.normalise_thai(title))))');
SELECT pg_temp.check_constraint('registry.person', 'person_first_name_normal', 'CHECK (((first_name <> ''''::text) AND (char_length(first_name) <= 200) AND (first_name !~ ''[[:cntrl:]]''::text) AND (first_name = welfare.normalise_thai(first_name))))');
SELECT pg_temp.check_constraint('registry.person', 'person_last_name_normal', 'CHECK (((last_name <> ''''::text) AND (char_length(last_name) <= 200) AND (last_name !~ ''[[:cntrl:]]''::text) AND (last_name = welfare.normalise_thai(last_name))))');
SELECT pg_temp.check_constraint('registry.person', 'person_telephone_digits', 'CHECK ((telephone ~ ''^[0-9]{9,10}$''::text))');
SELECT pg_temp.check_constraint('registry.person', 'person_occupation_stated', 'CHECK (((has_occupation = (occupation IS NOT NULL)) AND (occupation <> ''''::text)))');
SELECT pg_temp.check_constraint('registry.person', 'person_house_register_address_complete', 'CHECK (reference.is_complete_address(house_register_address))');
SELECT pg_temp.check_constraint('registry.person', 'person_contact_address_complete', 'CHECK (((contact_address IS NULL) OR reference.is_complete_address(contact_address)))');
SELECT pg_temp.check_constraint('registry.person', 'person_pkey', 'PRIMARY KEY (thai_id)');
SELECT pg_temp.check_constraint('registry.person', 'person_place_key', 'UNIQUE (authority_code, district_code, province_code, thai_id)');
SELECT pg_temp.check_constraint('registry.person', 'person_authority_fkey', 'FOREIGN KEY (authority_code, district_code, province_code) REFERENCES reference.local_authority(authority_code, district_code, province_code)');
SELECT pg_temp.check_constraint('registry.person', 'person_income_band_fkey', 'FOREIGN KEY (income_band) REFERENCES reference.income_band(income_band)');
SELECT pg_temp.check_constraint('registry.person_history', 'person_history_pkey', 'PRIMARY KEY (thai_id, recorded_at)');
SELECT pg_temp.check_index('registry.person_first_name', 'CREATE INDEX person_first_name ON registry.person USING btree (province_code, first_name text_pattern_ops) WHERE (visibility = ''everyone''::registry.visibility)');
SELECT pg_temp.check_index('registry.person_last_name', 'CREATE INDEX person_last_name ON registry.person USING btree (province_code, last_name text_pattern_ops) WHERE (visibility = ''everyone''::registry.visibility)');
SELECT pg_temp.check_index('registry.person_seen_above', 'CREATE INDEX person_seen_above ON registry.person USING btree (thai_id) WHERE (visibility = ''everyone''::registry.visibility)');
SELECT pg_temp.check_function('registry.refuse_removal()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_removal()');
SELECT pg_temp.check_function('registry.keep_person_version()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.keep_person_version()');
SELECT pg_temp.check_function('registry.refuse_forged_version()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_forged_version()');
SELECT pg_temp.check_trigger('registry.person', 'person_keep_version', 'CREATE TRIGGER person_keep_version BEFORE UPDATE ON registry.person FOR EACH ROW EXECUTE FUNCTION registry.keep_person_version()');
SELECT pg_temp.check_trigger('registry.person', 'person_no_removal', 'CREATE TRIGGER person_no_removal BEFORE DELETE OR TRUNCATE ON registry.person FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.person_history', 'person_history_no_change', 'CREATE TRIGGER person_history_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.person_history FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.person_history', 'person_history_no_forgery', 'CREATE TRIGGER person_history_no_forgery BEFORE INSERT ON registry.person_history FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_forged_version()');

SELECT pg_temp.check_grants('relation', 'registry.person', 'welfare_writer SELECT/UPDATE');
SELECT pg_temp.check_grants('relation', 'registry.person_history', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'registry.refuse_removal()', '');
SELECT pg_temp.check_grants('function', 'registry.keep_person_version()', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_forged_version()', '');
SELECT pg_temp.check_row_security('registry.person', 'person_change for w to welfare_writer using (authority_code = welfare.authority_code()) check (authority_code = welfare.authority_code()); person_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((visibility = ''everyone''::registry.visibility) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.person_history', 'person_history_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((visibility = ''everyone''::registry.visibility) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

ROLLBACK;

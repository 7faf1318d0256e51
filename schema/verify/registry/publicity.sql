BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.publicity_subject', 'qualifications, papers, place_and_time');
SELECT pg_temp.check_comment('type', 'registry.publicity_subject');
SELECT pg_temp.check_enumeration('registry.publicity_place', 'office, designated_place, website, social_media, public_address, meeting, leaflet, other');
SELECT pg_temp.check_comment('type', 'registry.publicity_place');
SELECT pg_temp.check_columns('registry.publicity', '
  publicity_id bigint not null identity
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  authority_code integer not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null default false
  shown daterange not null
  subjects registry.publicity_subject[] not null
  places registry.publicity_place[] not null
  place_detail text
  document text not null
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.publicity');
SELECT pg_temp.check_constraint('registry.publicity', 'publicity_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('registry.publicity', 'publicity_never_of_health', 'CHECK ((NOT sensitive))');
SELECT pg_temp.check_constraint('registry.publicity', 'publicity_other_place', 'CHECK ((((place_detail <> ''''::text) AND (place_detail IS NOT NULL)) OR (NOT (places && ''{designated_place,other}''::registry.publicity_place[]))))');
SELECT pg_temp.check_constraint('registry.publicity', 'publicity_pkey', 'PRIMARY KEY (publicity_id)');
SELECT pg_temp.check_constraint('registry.publicity', 'publicity_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.publicity', 'publicity_shown_bounded', 'CHECK (((NOT isempty(shown)) AND (lower(shown) IS NOT NULL) AND (upper(shown) IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.publicity', 'publicity_stated', 'CHECK (((cardinality(subjects) > 0) AND (cardinality(places) > 0) AND (btrim(document) <> ''''::text) AND (array_position(subjects, NULL::registry.publicity_subject) IS NULL) AND (array_position(places, NULL::registry.publicity_place) IS NULL)))');
SELECT pg_temp.check_index('registry.publicity_authority_code', 'CREATE INDEX publicity_authority_code ON registry.publicity USING btree (authority_code)');
SELECT pg_temp.check_function('registry.record_publicity(reference.programme_name,registry.publicity_subject[],registry.publicity_place[],date,date,text,text)',
  'welfare_writer definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.record_publicity(reference.programme_name,registry.publicity_subject[],registry.publicity_place[],date,date,text,text)');
SELECT pg_temp.check_function('registry.publicity_of(integer,integer)',
  'welfare_writer definer stable returns TABLE(publicity_id bigint, local_authority_code integer, local_authority text, programme reference.programme_name, subjects registry.publicity_subject[], places registry.publicity_place[], place_detail text, first_day date, last_day date, document text, recorded_at timestamp with time zone, recorded_by text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.publicity_of(integer,integer)');
SELECT pg_temp.check_trigger('registry.publicity', 'publicity_no_change', 'CREATE TRIGGER publicity_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.publicity FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.publicity', 'publicity_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); publicity_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())');

SELECT pg_temp.check_grants('relation', 'registry.publicity', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.record_publicity(reference.programme_name,registry.publicity_subject[],registry.publicity_place[],date,date,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.publicity_of(integer,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF349)');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.notice', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  posted_on date not null
  open_until date not null
  authority_code integer not null
  claim_number smallint not null
  finding_number smallint not null
  sensitive boolean not null
  notice_number text not null
  places reference.notice_place[] not null
  place_name text
  listed_id text not null
  listed_name text not null
  posted_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.notice');
SELECT pg_temp.check_constraint('registry.notice', 'notice_finding_fkey', 'FOREIGN KEY (thai_id, programme, claim_number, finding_number) REFERENCES registry.finding(thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.notice', 'notice_masked', 'CHECK ((listed_id = welfare.mask_thai_id(thai_id)))');
SELECT pg_temp.check_constraint('registry.notice', 'notice_names_designated_place', 'CHECK (((''designated_place''::reference.notice_place <> ALL (places)) OR ((btrim(place_name) <> ''''::text) AND (place_name IS NOT NULL))))');
SELECT pg_temp.check_constraint('registry.notice', 'notice_never_of_health', 'CHECK ((NOT sensitive))');
SELECT pg_temp.check_constraint('registry.notice', 'notice_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.notice', 'notice_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.notice', 'notice_somewhere', 'CHECK (((cardinality(places) > 0) AND (array_position(places, NULL::reference.notice_place) IS NULL)))');
SELECT pg_temp.check_constraint('registry.notice', 'notice_stated', 'CHECK ((btrim(notice_number) <> ''''::text))');
SELECT pg_temp.check_columns('registry.objection', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  received_on date not null
  authority_code integer not null
  claim_number smallint not null
  finding_number smallint not null
  objection_number smallint not null
  objection text not null
  objector_name text
  objector_id welfare.thai_id
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.objection');
SELECT pg_temp.check_constraint('registry.objection', 'objection_notice_fkey', 'FOREIGN KEY (thai_id, programme, claim_number, finding_number) REFERENCES registry.notice(thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.objection', 'objection_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, finding_number, objection_number)');
SELECT pg_temp.check_constraint('registry.objection', 'objection_stated', 'CHECK ((btrim(objection) <> ''''::text))');
SELECT pg_temp.check_index('registry.notice_posted', 'CREATE INDEX notice_posted ON registry.notice USING btree (authority_code, posted_on)');
SELECT pg_temp.check_function('registry.check_notice()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_notice()');
SELECT pg_temp.check_function('registry.count_objection()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.count_objection()');
SELECT pg_temp.check_function('registry.check_objection()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_objection()');
SELECT pg_temp.check_trigger('registry.notice', 'notice_check', 'CREATE TRIGGER notice_check BEFORE INSERT ON registry.notice FOR EACH ROW EXECUTE FUNCTION registry.check_notice()');
SELECT pg_temp.check_trigger('registry.notice', 'notice_no_change', 'CREATE TRIGGER notice_no_change BEFORE UPDATE ON registry.notice FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority()');
SELECT pg_temp.check_trigger('registry.notice', 'notice_no_removal', 'CREATE TRIGGER notice_no_removal BEFORE DELETE OR TRUNCATE ON registry.notice FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.objection', 'objection_check', 'CREATE TRIGGER objection_check BEFORE INSERT ON registry.objection FOR EACH ROW EXECUTE FUNCTION registry.check_objection()');
SELECT pg_temp.check_trigger('registry.objection', 'objection_count', 'CREATE TRIGGER objection_count AFTER INSERT ON registry.objection FOR EACH ROW EXECUTE FUNCTION registry.count_objection()');
SELECT pg_temp.check_trigger('registry.objection', 'objection_no_change', 'CREATE TRIGGER objection_no_change BEFORE UPDATE ON registry.objection FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority()');
SELECT pg_temp.check_trigger('registry.objection', 'objection_no_removal', 'CREATE TRIGGER objection_no_removal BEFORE DELETE OR TRUNCATE ON registry.objection FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.notice', 'notice_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); notice_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.objection', 'objection_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); objection_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.notice', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('relation', 'registry.objection', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.check_notice()', '');
SELECT pg_temp.check_grants('function', 'registry.count_objection()', '');
SELECT pg_temp.check_grants('function', 'registry.check_objection()', '');

ROLLBACK;

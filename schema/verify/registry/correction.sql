BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.correction_kind', 'wrong_disposal, wrong_id');
SELECT pg_temp.check_comment('type', 'registry.correction_kind');
SELECT pg_temp.check_columns('registry.correction', '
  thai_id welfare.thai_id not null
  requested_at timestamp with time zone not null default clock_timestamp()
  confirmed_at timestamp with time zone
  withdrawn_at timestamp with time zone
  right_id welfare.thai_id
  programme reference.programme_name
  authority_code integer not null
  kind registry.correction_kind not null
  reason text not null
  document text not null
  requested_by text not null
  confirmed_by text');
SELECT pg_temp.check_comment('relation', 'registry.correction');
SELECT pg_temp.check_constraint('registry.correction', 'correction_whole', 'CHECK ((((kind = ''wrong_id''::registry.correction_kind) = (right_id IS NOT NULL)) AND ((kind = ''wrong_disposal''::registry.correction_kind) = (programme IS NOT NULL))))');
SELECT pg_temp.check_constraint('registry.correction', 'correction_stated', 'CHECK (((btrim(reason) <> ''''::text) AND (btrim(document) <> ''''::text)))');
SELECT pg_temp.check_constraint('registry.correction', 'correction_confirmed_whole', 'CHECK ((num_nonnulls(confirmed_at, confirmed_by) = ANY (ARRAY[0, 2])))');
SELECT pg_temp.check_constraint('registry.correction', 'correction_two_users', 'CHECK ((confirmed_by <> requested_by))');
SELECT pg_temp.check_constraint('registry.correction', 'correction_pkey', 'PRIMARY KEY (thai_id, requested_at)');
SELECT pg_temp.check_index('registry.correction_one_open', 'CREATE UNIQUE INDEX correction_one_open ON registry.correction USING btree (thai_id, authority_code, kind, programme, right_id) NULLS NOT DISTINCT WHERE ((confirmed_at IS NULL) AND (withdrawn_at IS NULL))');
SELECT pg_temp.check_function('registry.refuse_change_of_correction()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_change_of_correction()');
SELECT pg_temp.check_function('registry.delete_beneficiary(welfare.thai_id,text,boolean,reference.programme_name[])',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.delete_beneficiary(welfare.thai_id,text,boolean,reference.programme_name[])');
SELECT pg_temp.check_function('registry.request_or_confirm(registry.correction_kind,welfare.thai_id,reference.programme_name,welfare.thai_id,text,text)',
  'welfare_owner invoker volatile returns registry.correction search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.request_or_confirm(registry.correction_kind,welfare.thai_id,reference.programme_name,welfare.thai_id,text,text)');
SELECT pg_temp.check_function('registry.re_enter(welfare.thai_id,reference.programme_name,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.re_enter(welfare.thai_id,reference.programme_name,text,text)');
SELECT pg_temp.check_function('registry.correct_id(welfare.thai_id,welfare.thai_id,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.correct_id(welfare.thai_id,welfare.thai_id,text,text)');
SELECT pg_temp.check_trigger('registry.correction', 'correction_no_removal', 'CREATE TRIGGER correction_no_removal BEFORE DELETE OR TRUNCATE ON registry.correction FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.correction', 'correction_only_ends', 'CREATE TRIGGER correction_only_ends BEFORE UPDATE ON registry.correction FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_correction()');

SELECT pg_temp.check_grants('relation', 'registry.correction', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_change_of_correction()', '');
SELECT pg_temp.check_grants('function', 'registry.delete_beneficiary(welfare.thai_id,text,boolean,reference.programme_name[])', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.request_or_confirm(registry.correction_kind,welfare.thai_id,reference.programme_name,welfare.thai_id,text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.re_enter(welfare.thai_id,reference.programme_name,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.correct_id(welfare.thai_id,welfare.thai_id,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_row_security('registry.correction', '');

ROLLBACK;

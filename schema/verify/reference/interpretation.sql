BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.interpretation_kind', 'interpretation, deviation');
SELECT pg_temp.check_comment('type', 'reference.interpretation_kind');
SELECT pg_temp.check_enumeration('reference.interpreter', 'permanent_secretary, director_general, governor');
SELECT pg_temp.check_comment('type', 'reference.interpreter');
SELECT pg_temp.check_enumeration('reference.interpretation_scope', 'nation, province, authority');
SELECT pg_temp.check_comment('type', 'reference.interpretation_scope');
SELECT pg_temp.check_columns('reference.interpretation', '
  interpretation_id integer not null identity
  kind reference.interpretation_kind not null
  interpreter reference.interpreter not null
  scope reference.interpretation_scope not null
  authority_code integer
  province_code smallint
  document_date date not null
  supersedes integer
  recorded_at timestamp with time zone not null default clock_timestamp()
  valid daterange not null
  document_number text not null
  delegation_document text
  rule_ids text[] not null
  question text not null
  decision text not null
  end_document text
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'reference.interpretation');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_delegated', 'CHECK (((interpreter = ''permanent_secretary''::reference.interpreter) = (delegation_document IS NULL)))');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_governor_in_province', 'CHECK (((interpreter <> ''governor''::reference.interpreter) OR (scope <> ''nation''::reference.interpretation_scope)))');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_pkey', 'PRIMARY KEY (interpretation_id)');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_province_fkey', 'FOREIGN KEY (province_code) REFERENCES reference.province(province_code)');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_rules_named', 'CHECK (((cardinality(rule_ids) > 0) AND (array_to_string(rule_ids, '' ''::text, ''none''::text) ~ ''^[A-Z]{2}[0-9]+([.][0-9]+)?( [A-Z]{2}[0-9]+([.][0-9]+)?)*$''::text)))');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_scope_stated', 'CHECK ((((scope = ''authority''::reference.interpretation_scope) = (authority_code IS NOT NULL)) AND ((scope = ''nation''::reference.interpretation_scope) = (province_code IS NULL))))');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_stated', 'CHECK (((btrim(document_number) <> ''''::text) AND (btrim(question) <> ''''::text) AND (btrim(decision) <> ''''::text) AND ((btrim(delegation_document) <> ''''::text) IS NOT FALSE) AND ((btrim(end_document) <> ''''::text) IS NOT FALSE)))');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_supersedes_fkey', 'FOREIGN KEY (supersedes) REFERENCES reference.interpretation(interpretation_id)');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_supersedes_key', 'UNIQUE (supersedes)');
SELECT pg_temp.check_constraint('reference.interpretation', 'interpretation_valid_begins', 'CHECK (((NOT isempty(valid)) AND (lower(valid) IS NOT NULL)))');
SELECT pg_temp.check_function('reference.refuse_change_of_law_record()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.refuse_change_of_law_record()');
SELECT pg_temp.check_function('reference.interpretations_in_force(text,integer,date)',
  'welfare_owner invoker stable returns TABLE(interpretation_id integer, kind reference.interpretation_kind, interpreter reference.interpreter, scope reference.interpretation_scope, document_number text, document_date date, delegation_document text, valid daterange, question text, decision text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.interpretations_in_force(text,integer,date)');
SELECT pg_temp.check_function('reference.guard_interpretation()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.guard_interpretation()');
SELECT pg_temp.check_function('reference.end_interpretation(integer,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'reference.end_interpretation(integer,date,text)');
SELECT pg_temp.check_function('reference.record_interpretation(reference.interpretation_kind,reference.interpreter,text,date,text[],text,text,date,integer,integer,text,date,integer)',
  'welfare_owner definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'reference.record_interpretation(reference.interpretation_kind,reference.interpreter,text,date,text[],text,text,date,integer,integer,text,date,integer)');
SELECT pg_temp.check_trigger('reference.interpretation', 'interpretation_guard', 'CREATE TRIGGER interpretation_guard BEFORE UPDATE ON reference.interpretation FOR EACH ROW EXECUTE FUNCTION reference.guard_interpretation()');
SELECT pg_temp.check_trigger('reference.interpretation', 'interpretation_no_removal', 'CREATE TRIGGER interpretation_no_removal BEFORE DELETE OR TRUNCATE ON reference.interpretation FOR EACH STATEMENT EXECUTE FUNCTION reference.refuse_change_of_law_record()');
SELECT pg_temp.check_row_security('reference.interpretation', 'interpretation_read for r to - using true');

SELECT pg_temp.check_grants('relation', 'reference.interpretation', 'PUBLIC authority_code SELECT, PUBLIC decision SELECT, PUBLIC delegation_document SELECT, PUBLIC document_date SELECT, PUBLIC document_number SELECT, PUBLIC end_document SELECT, PUBLIC interpretation_id SELECT, PUBLIC interpreter SELECT, PUBLIC kind SELECT, PUBLIC province_code SELECT, PUBLIC question SELECT, PUBLIC recorded_at SELECT, PUBLIC rule_ids SELECT, PUBLIC scope SELECT, PUBLIC supersedes SELECT, PUBLIC valid SELECT');
SELECT pg_temp.check_grants('function', 'reference.refuse_change_of_law_record()', '');
SELECT pg_temp.check_grants('function', 'reference.interpretations_in_force(text,integer,date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.guard_interpretation()', '');
SELECT pg_temp.check_grants('function', 'reference.end_interpretation(integer,date,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.record_interpretation(reference.interpretation_kind,reference.interpreter,text,date,text[],text,text,date,integer,integer,text,date,integer)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF345)',
  '(WF346)',
  '(WF347)',
  '(WF348)');

ROLLBACK;

-- ER5: interpretations and agreed deviations, by whom they were decided, where and when they hold. What relies on one cites it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF345', 'การวินิจฉัยหรือข้อตกลงเลขที่ %1$s เปลี่ยนไม่ได้ นอกจากกำหนดวันสิ้นสุดครั้งเดียว', 'interpretation %1$s does not change, but that its end may be set, once',
   'บันทึกฉบับใหม่ที่ใช้แทน (supersedes) หรือสิ้นสุดด้วย reference.end_interpretation', 'Record one that supersedes it, or end it with reference.end_interpretation.'),
  ('WF346', 'ผู้วินิจฉัยที่มิใช่ปลัดกระทรวงต้องมีเอกสารมอบอำนาจ และปลัดกระทรวงไม่ต้องมี', 'who decides in the permanent secretary''s place does so by a document of delegation, and only they',
   NULL, NULL),
  ('WF347', 'ผู้ว่าราชการจังหวัดวินิจฉัยได้เฉพาะในจังหวัด', 'a governor decides for the own province, not for the nation',
   NULL, NULL),
  ('WF348', 'ไม่มีการวินิจฉัยหรือข้อตกลงเลขที่ %1$s ที่มีผลในวันที่ %2$s', 'there is no interpretation %1$s in force on %2$s',
   NULL, NULL);

CREATE TYPE reference.interpretation_kind AS ENUM ('interpretation', 'deviation');
COMMENT ON TYPE reference.interpretation_kind IS 'what was decided: how the regulation is to be read, or an agreed deviation from it (ER5)';

CREATE TYPE reference.interpreter AS ENUM ('permanent_secretary', 'director_general', 'governor');
COMMENT ON TYPE reference.interpreter IS 'who decided: the permanent secretary (ปลัดกระทรวง), or by delegation the director-general (อธิบดี) or the governor (ผู้ว่าราชการจังหวัด)';

CREATE TYPE reference.interpretation_scope AS ENUM ('nation', 'province', 'authority');
COMMENT ON TYPE reference.interpretation_scope IS 'where it holds';

CREATE TABLE reference.interpretation (
  interpretation_id integer GENERATED ALWAYS AS IDENTITY,
  kind reference.interpretation_kind NOT NULL,
  interpreter reference.interpreter NOT NULL,
  scope reference.interpretation_scope NOT NULL,
  authority_code integer,
  province_code smallint,
  document_date date NOT NULL,
  supersedes integer,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  valid daterange NOT NULL,
  document_number text NOT NULL,
  delegation_document text,
  rule_ids text[] COLLATE "C" NOT NULL,
  question text NOT NULL,
  decision text NOT NULL,
  end_document text,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT interpretation_pkey PRIMARY KEY (interpretation_id),
  CONSTRAINT interpretation_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT interpretation_province_fkey FOREIGN KEY (province_code) REFERENCES reference.province (province_code),
  CONSTRAINT interpretation_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES reference.interpretation (interpretation_id),
  CONSTRAINT interpretation_supersedes_key UNIQUE (supersedes),
  CONSTRAINT interpretation_scope_stated CHECK ((scope = 'authority') = (authority_code IS NOT NULL) AND (scope = 'nation') = (province_code IS NULL)),
  CONSTRAINT interpretation_governor_in_province CHECK (interpreter <> 'governor' OR scope <> 'nation'),
  CONSTRAINT interpretation_delegated CHECK ((interpreter = 'permanent_secretary') = (delegation_document IS NULL)),
  CONSTRAINT interpretation_valid_begins CHECK (NOT isempty(valid) AND lower(valid) IS NOT NULL),
  CONSTRAINT interpretation_rules_named CHECK (cardinality(rule_ids) > 0 AND array_to_string(rule_ids, ' ', 'none') ~ '^[A-Z]{2}[0-9]+([.][0-9]+)?( [A-Z]{2}[0-9]+([.][0-9]+)?)*$'),
  CONSTRAINT interpretation_stated CHECK (btrim(document_number) <> '' AND btrim(question) <> '' AND btrim(decision) <> ''
                                          AND btrim(delegation_document) <> '' IS NOT false AND btrim(end_document) <> '' IS NOT false)
);
COMMENT ON TABLE reference.interpretation IS 'interpretations of the regulations and agreed deviations from them (ER5); never changed, only ended or superseded';
COMMENT ON COLUMN reference.interpretation.interpretation_id IS 'number by which it is cited';
COMMENT ON COLUMN reference.interpretation.kind IS 'what was decided';
COMMENT ON COLUMN reference.interpretation.interpreter IS 'who decided';
COMMENT ON COLUMN reference.interpretation.scope IS 'where it holds';
COMMENT ON COLUMN reference.interpretation.authority_code IS 'the local authority, where it holds for one';
COMMENT ON COLUMN reference.interpretation.province_code IS 'the province, where it holds for one or for an authority in it';
COMMENT ON COLUMN reference.interpretation.document_date IS 'day of the document';
COMMENT ON COLUMN reference.interpretation.supersedes IS 'the one that it takes the place of';
COMMENT ON COLUMN reference.interpretation.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN reference.interpretation.valid IS 'days on which it may be relied on';
COMMENT ON COLUMN reference.interpretation.document_number IS 'number of the document';
COMMENT ON COLUMN reference.interpretation.delegation_document IS 'document by which the permanent secretary delegated the decision';
COMMENT ON COLUMN reference.interpretation.rule_ids IS 'rules that it concerns, by their identifiers, such as ER9';
COMMENT ON COLUMN reference.interpretation.question IS 'what was asked';
COMMENT ON COLUMN reference.interpretation.decision IS 'what was decided, in words';
COMMENT ON COLUMN reference.interpretation.end_document IS 'document that ended it before its time';
COMMENT ON COLUMN reference.interpretation.recorded_by IS 'user, or database role, that recorded it';
-- What was decided is everybody's to know, the user who recorded it is not.
GRANT SELECT (interpretation_id, kind, interpreter, scope, authority_code, province_code, document_date, supersedes, recorded_at, valid, document_number,
              delegation_document, rule_ids, question, decision, end_document) ON reference.interpretation TO PUBLIC;
ALTER TABLE reference.interpretation ENABLE ROW LEVEL SECURITY;
CREATE POLICY interpretation_read ON reference.interpretation FOR SELECT TO PUBLIC USING (true);
COMMENT ON POLICY interpretation_read ON reference.interpretation IS 'everybody may know how the law is read';

-- Confirmations are neither changed nor removed: what was paid by them stays explained.
CREATE FUNCTION reference.refuse_change_of_law_record() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.refuse('WF343', NULL, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION reference.refuse_change_of_law_record() IS 'refuses to change or remove what was recorded about the law';

-- An interpretation is never changed: its end is brought forward, once; nothing is removed.
CREATE FUNCTION reference.guard_interpretation() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF to_jsonb(NEW) - '{valid,end_document}'::text[] <> to_jsonb(OLD) - '{valid,end_document}'::text[]
       OR lower(NEW.valid) <> lower(OLD.valid) OR NOT OLD.valid @> NEW.valid OR NEW.valid = OLD.valid
       OR OLD.end_document IS NOT NULL OR NEW.end_document IS NULL THEN
      PERFORM reference.refuse('WF345', NULL, OLD.interpretation_id::text);
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION reference.guard_interpretation() IS 'refuses changes of an interpretation, but for its end, once';
CREATE TRIGGER interpretation_guard BEFORE UPDATE ON reference.interpretation
  FOR EACH ROW EXECUTE FUNCTION reference.guard_interpretation();
COMMENT ON TRIGGER interpretation_guard ON reference.interpretation IS 'interpretations do not change (ER5)';
CREATE TRIGGER interpretation_no_removal BEFORE DELETE OR TRUNCATE ON reference.interpretation
  FOR EACH STATEMENT EXECUTE FUNCTION reference.refuse_change_of_law_record();
COMMENT ON TRIGGER interpretation_no_removal ON reference.interpretation IS 'interpretations stay on record (ER5)';

-- Ends an interpretation. Parameters: its number; last day on which it may be relied on; document that ends it.
-- Answers that it is done. Errors: WF001 and WF004 not an administrator, WF010 something is missing, WF345 ended already,
-- WF348 it is not in force on that day.
CREATE FUNCTION reference.end_interpretation(interpretation_id integer, last_day date, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    missing text := CASE WHEN end_interpretation.interpretation_id IS NULL THEN 'interpretation_id' WHEN end_interpretation.last_day IS NULL THEN 'last_day'
                         WHEN coalesce(btrim(end_interpretation.document), '') = '' THEN 'document' END;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    UPDATE reference.interpretation
       SET valid = valid * daterange(NULL, end_interpretation.last_day, '[]'), end_document = btrim(end_interpretation.document)
     WHERE interpretation_id = end_interpretation.interpretation_id AND valid @> end_interpretation.last_day;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF348', NULL, end_interpretation.interpretation_id::text, reference.date_text(end_interpretation.last_day));
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION reference.end_interpretation(integer, date, text) IS 'ends an interpretation; administrators only';

-- Records an interpretation or an agreed deviation. Parameters: kind; who decided; number and day of the document; rules that it concerns;
-- what was asked; what was decided; first day; authority or province to which it is limited (default the nation); document of delegation,
-- of whoever is not the permanent secretary; last day; number of the one that it supersedes, which ends the day before.
-- Answers its number. Errors: WF001 and WF004 not an administrator, WF010 something is missing, WF012 a rule's identifier is none,
-- WF014 no such authority, WF016 the document is of a day to come, WF017 the last day before the first, WF346, WF347, WF348 nothing
-- in force to supersede.
CREATE FUNCTION reference.record_interpretation(
    kind reference.interpretation_kind, interpreter reference.interpreter, document_number text, document_date date, rule_ids text[],
    question text, decision text, first_day date, authority_code integer DEFAULT NULL, province_code integer DEFAULT NULL,
    delegation_document text DEFAULT NULL, last_day date DEFAULT NULL, supersedes integer DEFAULT NULL)
  RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    given CONSTANT jsonb := jsonb_build_object('kind', record_interpretation.kind, 'interpreter', record_interpretation.interpreter,
      'document_number', nullif(btrim(record_interpretation.document_number), ''), 'document_date', record_interpretation.document_date,
      'rule_ids', nullif(record_interpretation.rule_ids, '{}'), 'question', nullif(btrim(record_interpretation.question), ''),
      'decision', nullif(btrim(record_interpretation.decision), ''), 'first_day', record_interpretation.first_day);
    missing text;
    wrong text;
    province smallint := record_interpretation.province_code::smallint;
    delegation text := nullif(btrim(record_interpretation.delegation_document), '');
    recorded integer;
  BEGIN
    PERFORM reference.require_administrator();
    SELECT min(field.key) INTO missing FROM jsonb_each(given) AS field WHERE field.value = 'null';
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    SELECT min(coalesce(rule.id, 'NULL')) INTO wrong
      FROM unnest(record_interpretation.rule_ids) AS rule (id) WHERE (rule.id ~ '^[A-Z]{2}[0-9]+([.][0-9]+)?$') IS NOT TRUE;
    IF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF012', NULL, 'rule_ids', wrong);
    END IF;
    IF record_interpretation.document_date > welfare.business_date() THEN
      PERFORM reference.refuse('WF016', NULL, 'document_date', record_interpretation.document_date::text, welfare.business_date()::text);
    END IF;
    IF record_interpretation.last_day < record_interpretation.first_day THEN
      PERFORM reference.refuse('WF017', NULL, 'last_day', record_interpretation.last_day::text, 'first_day', record_interpretation.first_day::text);
    END IF;
    IF (record_interpretation.interpreter = 'permanent_secretary') <> (delegation IS NULL) THEN
      PERFORM reference.refuse('WF346', NULL);
    END IF;
    IF record_interpretation.authority_code IS NOT NULL THEN
      SELECT local_authority.province_code INTO province
        FROM reference.local_authority
       WHERE local_authority.authority_code = record_interpretation.authority_code
         AND (record_interpretation.province_code IS NULL OR local_authority.province_code = record_interpretation.province_code);
      IF NOT FOUND THEN
        PERFORM reference.refuse('WF014', NULL, record_interpretation.authority_code::text, record_interpretation.first_day::text);
      END IF;
    END IF;
    IF record_interpretation.interpreter = 'governor' AND province IS NULL THEN
      PERFORM reference.refuse('WF347', NULL);
    END IF;
    IF record_interpretation.supersedes IS NOT NULL THEN
      -- The earlier holds up to the day before; it does so already if that is when it ends.
      IF NOT EXISTS (SELECT FROM reference.interpretation
                      WHERE interpretation_id = record_interpretation.supersedes AND upper(valid) = record_interpretation.first_day) THEN
        PERFORM reference.end_interpretation(record_interpretation.supersedes, record_interpretation.first_day - 1, record_interpretation.document_number);
      END IF;
    END IF;
    INSERT INTO reference.interpretation (kind, interpreter, scope, authority_code, province_code, document_date, supersedes, valid, document_number,
                                          delegation_document, rule_ids, question, decision)
    VALUES (record_interpretation.kind, record_interpretation.interpreter,
            CASE WHEN record_interpretation.authority_code IS NOT NULL THEN 'authority' WHEN province IS NOT NULL THEN 'province' ELSE 'nation' END::reference.interpretation_scope,
            record_interpretation.authority_code, province, record_interpretation.document_date, record_interpretation.supersedes,
            daterange(record_interpretation.first_day, record_interpretation.last_day, '[]'), given ->> 'document_number', delegation,
            record_interpretation.rule_ids, given ->> 'question', given ->> 'decision')
    RETURNING interpretation_id INTO recorded;
    RETURN recorded;
  END
  $$;
COMMENT ON FUNCTION reference.record_interpretation(reference.interpretation_kind, reference.interpreter, text, date, text[], text, text, date, integer, integer, text, date, integer)
  IS 'records an interpretation or an agreed deviation; administrators only';

-- The interpretations of a rule that hold for a local authority on a day, the nearest first: the authority's, the province's, the nation's.
-- Parameters: identifier of the rule; code of the authority; day, default today.
CREATE FUNCTION reference.interpretations_in_force(rule_id text, authority_code integer, day date DEFAULT NULL)
  RETURNS TABLE (interpretation_id integer, kind reference.interpretation_kind, interpreter reference.interpreter, scope reference.interpretation_scope,
                 document_number text, document_date date, delegation_document text, valid daterange, question text, decision text)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT interpretation.interpretation_id, interpretation.kind, interpretation.interpreter, interpretation.scope, interpretation.document_number,
           interpretation.document_date, interpretation.delegation_document, interpretation.valid, interpretation.question, interpretation.decision
      FROM reference.interpretation
     WHERE interpretation.rule_ids @> ARRAY[interpretations_in_force.rule_id COLLATE "C"]
       AND interpretation.valid @> coalesce(interpretations_in_force.day, welfare.business_date())
       AND (interpretation.scope = 'nation'
            OR interpretation.scope = 'authority' AND interpretation.authority_code = interpretations_in_force.authority_code
            OR interpretation.scope = 'province' AND interpretation.province_code =
               (SELECT local_authority.province_code FROM reference.local_authority
                 WHERE local_authority.authority_code = interpretations_in_force.authority_code))
     ORDER BY interpretation.scope DESC, lower(interpretation.valid) DESC, interpretation.interpretation_id DESC
  $$;
COMMENT ON FUNCTION reference.interpretations_in_force(text, integer, date) IS 'interpretations of a rule that hold for a local authority on a day, the nearest first';

REVOKE ALL ON FUNCTION reference.guard_interpretation(), reference.refuse_change_of_law_record(), reference.end_interpretation(integer, date, text),
  reference.record_interpretation(reference.interpretation_kind, reference.interpreter, text, date, text[], text, text, date, integer, integer, text, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reference.end_interpretation(integer, date, text),
  reference.record_interpretation(reference.interpretation_kind, reference.interpreter, text, date, text[], text, text, date, integer, integer, text, date, integer) TO welfare_admin;

COMMIT;

-- ER14, ER16, EG7, DR14, DR16: what officers, the clerk and the executive do about a right that may have ended.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.told_person (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  told_on date NOT NULL,
  authority_code integer NOT NULL,
  claim_number smallint NOT NULL,
  finding_number smallint NOT NULL,
  sensitive boolean NOT NULL,
  way text NOT NULL,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT told_person_pkey PRIMARY KEY (thai_id, programme, claim_number, finding_number),
  CONSTRAINT told_person_finding_fkey FOREIGN KEY (thai_id, programme, claim_number, finding_number)
    REFERENCES registry.finding (thai_id, programme, claim_number, finding_number),
  CONSTRAINT told_person_stated CHECK (btrim(way) <> '')
);
COMMENT ON TABLE registry.told_person IS 'that the person was told of the order (ER16)';
COMMENT ON COLUMN registry.told_person.thai_id IS 'the person';
COMMENT ON COLUMN registry.told_person.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.told_person.programme IS 'the programme';
COMMENT ON COLUMN registry.told_person.told_on IS 'day on which the person was told';
COMMENT ON COLUMN registry.told_person.authority_code IS 'local authority that gave the order';
COMMENT ON COLUMN registry.told_person.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.told_person.finding_number IS 'number of the finding';
COMMENT ON COLUMN registry.told_person.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.told_person.way IS 'how: letter, visit, telephone, and its number';
COMMENT ON COLUMN registry.told_person.recorded_by IS 'user who recorded it';
ALTER TABLE registry.told_person ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.told_person TO welfare_writer;
CREATE POLICY told_person_read ON registry.told_person FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY told_person_read ON registry.told_person IS 'the authority and administrators see who was told';
CREATE POLICY told_person_add ON registry.told_person FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY told_person_add ON registry.told_person IS 'only users of the authority record it (IS9.2)';
CREATE TRIGGER told_person_no_change BEFORE UPDATE ON registry.told_person FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority();
COMMENT ON TRIGGER told_person_no_change ON registry.told_person IS 'that somebody was told is evidence';
CREATE TRIGGER told_person_no_removal BEFORE DELETE OR TRUNCATE ON registry.told_person FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER told_person_no_removal ON registry.told_person IS 'that somebody was told is evidence';

-- The finding of that number about the newest claim that the user's own authority holds or held; its person is locked: whoever
-- else acts on the person waits. Parameters: national ID; programme; number. Errors: WF001, WF007, WF010, WF066, WF32G.
CREATE FUNCTION registry.own_finding(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer) RETURNS registry.finding
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    held registry.person;
    proceeding registry.finding;
  BEGIN
    PERFORM registry.require_officer();
    IF own_finding.programme IS NULL OR own_finding.finding_number IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN own_finding.programme IS NULL THEN 'programme' ELSE 'finding_number' END);
    END IF;
    held := registry.own_person(own_finding.thai_id);
    SELECT * INTO proceeding FROM registry.finding
     WHERE finding.thai_id = held.thai_id AND finding.programme = own_finding.programme
       AND finding.finding_number = own_finding.finding_number AND finding.authority_code = welfare.authority_code()
     ORDER BY finding.claim_number DESC LIMIT 1;
    IF proceeding.thai_id IS NULL THEN
      PERFORM reference.refuse('WF32G', NULL, own_finding.finding_number::text, reference.programme_text(own_finding.programme));
    END IF;
    RETURN proceeding;
  END
  $$;
COMMENT ON FUNCTION registry.own_finding(welfare.thai_id, reference.programme_name, integer) IS 'a finding of the user''s own authority, its person locked';

-- Takes a step of a proceeding as oneself. Parameters: the finding; the state it leads to; day (default today); paper; words.
-- Errors: WF010, and those of registry.check_finding_step.
CREATE FUNCTION registry.take_step(proceeding registry.finding, to_state registry.finding_state, taken_on date, document text, words text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    missing text := CASE WHEN coalesce(btrim(take_step.document), '') = '' THEN CASE WHEN to_state IN ('removed', 'kept') THEN 'order_number' ELSE 'document' END
                         WHEN coalesce(btrim(take_step.words), '') = '' AND take_step.to_state <> 'proposed' THEN
                           CASE take_step.to_state WHEN 'verified' THEN 'how' WHEN 'investigated' THEN 'report' ELSE 'reason' END END;
  BEGIN
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    INSERT INTO registry.finding_step (thai_id, programme, claim_number, finding_number, step_number, to_state, taken_on, authority_code, sensitive,
                                       document, words, taken_by)
    VALUES ((proceeding).thai_id, (proceeding).programme, (proceeding).claim_number, (proceeding).finding_number, 0, take_step.to_state,
            coalesce(take_step.taken_on, welfare.business_date()), (proceeding).authority_code, (proceeding).sensitive,
            btrim(take_step.document), nullif(btrim(take_step.words), ''), welfare.principal());
  END
  $$;
COMMENT ON FUNCTION registry.take_step(registry.finding, registry.finding_state, date, text, text) IS 'takes a step of a proceeding as oneself';

-- Records what ends the right of a beneficiary of the user's own authority, as officer or clerk. Parameters: national ID;
-- programme; kind; day of the event; where it comes from; what was found; terms lost, of a loss; paper; key of a document on
-- record; whether the person never had the right, and received in good faith; day on which it was found (default today).
-- Answers the finding's number. Errors: WF001, WF007, WF010, WF016, WF017, WF066, WF067, WF323, WF32A, WF32E, WF32F, WF32H.
CREATE FUNCTION registry.record_finding(
    thai_id welfare.thai_id, programme reference.programme_name, kind registry.finding_kind, happened_on date, source registry.finding_source,
    facts text, lost_terms text[] DEFAULT NULL, document text DEFAULT NULL, document_key uuid DEFAULT NULL, never_entitled boolean DEFAULT false,
    good_faith boolean DEFAULT false, found_on date DEFAULT NULL)
  RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    added integer;
    seen date := coalesce(record_finding.found_on, welfare.business_date());
    missing text := CASE WHEN record_finding.programme IS NULL THEN 'programme' WHEN record_finding.kind IS NULL THEN 'kind'
                         WHEN record_finding.source IS NULL THEN 'source' WHEN coalesce(btrim(record_finding.facts), '') = '' THEN 'facts'
                         WHEN (record_finding.kind = 'disqualified') <> (coalesce(cardinality(record_finding.lost_terms), 0) > 0)
                              OR array_position(record_finding.lost_terms, NULL) IS NOT NULL THEN 'lost_terms'
                         WHEN record_finding.never_entitled AND record_finding.kind <> 'disqualified' THEN 'never_entitled'
                         WHEN record_finding.good_faith AND record_finding.never_entitled IS NOT TRUE THEN 'never_entitled' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('happened_on', record_finding.happened_on);
    PERFORM registry.require_past('found_on', seen);
    IF seen < record_finding.happened_on THEN
      PERFORM reference.refuse('WF017', NULL, 'found_on', seen::text, 'happened_on', record_finding.happened_on::text);
    END IF;
    IF NOT EXISTS (SELECT FROM unnest('{officer,clerk}'::identity.office_name[]) AS office
                    WHERE identity.has_office(welfare.principal(), office, welfare.authority_code())) THEN
      PERFORM reference.refuse('WF323', NULL, 'officer, clerk', reference.date_text(welfare.business_date()));
    END IF;
    held := registry.own_person(record_finding.thai_id);
    IF record_finding.kind = 'waived' AND coalesce(btrim(record_finding.document), '') = '' AND record_finding.document_key IS NULL
       OR record_finding.document_key IS NOT NULL
          AND NOT EXISTS (SELECT FROM registry.document
                           WHERE document.thai_id = held.thai_id AND document.document_key = record_finding.document_key
                             AND (record_finding.kind <> 'waived' OR document.kind = 'waiver')) THEN
      PERFORM reference.refuse(CASE record_finding.kind WHEN 'waived' THEN 'WF32A' ELSE 'WF010' END, NULL,
                               CASE record_finding.kind WHEN 'waived' THEN reference.programme_text(record_finding.programme) ELSE 'document_key' END);
    END IF;
    INSERT INTO registry.finding (thai_id, programme, claim_number, finding_number, authority_code, sensitive, kind, source, path, happened_on, found_on,
                                  never_entitled, good_faith, lost_terms, facts, document, document_key)
    SELECT claim.thai_id, claim.programme, claim.claim_number, 0, claim.authority_code, claim.sensitive, record_finding.kind, record_finding.source,
           'order', record_finding.happened_on, seen, coalesce(record_finding.never_entitled, false), coalesce(record_finding.good_faith, false),
           CASE record_finding.kind WHEN 'disqualified' THEN record_finding.lost_terms END, btrim(record_finding.facts),
           nullif(btrim(record_finding.document), ''), record_finding.document_key
      FROM registry.claim
     WHERE claim.thai_id = held.thai_id AND claim.programme = record_finding.programme
       AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended')
    ON CONFLICT (thai_id, programme, claim_number, kind) WHERE state NOT IN ('removed', 'kept') DO NOTHING
    RETURNING finding.finding_number::integer INTO added;
    IF added IS NULL THEN
      PERFORM reference.refuse(CASE WHEN EXISTS (SELECT FROM registry.claim
                                                  WHERE claim.thai_id = held.thai_id AND claim.programme = record_finding.programme
                                                    AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended'))
                                    THEN 'WF32H' ELSE 'WF067' END, NULL, record_finding.programme::text);
    END IF;
    RETURN added;
  END
  $$;
COMMENT ON FUNCTION registry.record_finding(welfare.thai_id, reference.programme_name, registry.finding_kind, date, registry.finding_source, text, text[], text, uuid,
  boolean, boolean, date) IS 'records what ends the right of a beneficiary (ER14, DR14)';

-- Posts a public notice that lists people whose loss of a qualification was recorded, as officer or clerk, in one statement.
-- Parameters: programme; national IDs; number of the notice; where it is posted; day (default today); name of the designated place,
-- or address of the page. Answers the last day on which objections are taken.
-- Errors: WF001, WF007, WF010, WF016, WF017, WF321, WF323, WF324, WF32B, WF32E, WF32G, WF32J.
CREATE FUNCTION registry.post_notice(programme reference.programme_name, thai_ids welfare.thai_id[], notice_number text,
                                     places reference.notice_place[], posted_on date DEFAULT NULL, place_name text DEFAULT NULL) RETURNS date
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    day date := coalesce(post_notice.posted_on, welfare.business_date());
    unknown text;
    missing text := CASE WHEN post_notice.programme IS NULL THEN 'programme'
                         WHEN coalesce(cardinality(post_notice.thai_ids), 0) = 0 OR array_position(post_notice.thai_ids, NULL) IS NOT NULL THEN 'thai_ids'
                         WHEN coalesce(btrim(post_notice.notice_number), '') = '' THEN 'notice_number'
                         WHEN coalesce(cardinality(post_notice.places), 0) = 0 OR array_position(post_notice.places, NULL) IS NOT NULL THEN 'places'
                         WHEN 'designated_place' = ANY (post_notice.places) AND coalesce(btrim(post_notice.place_name), '') = '' THEN 'place_name' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM FROM registry.person WHERE person.thai_id = ANY (post_notice.thai_ids) AND person.authority_code = welfare.authority_code()
      ORDER BY person.thai_id FOR UPDATE;
    SELECT string_agg(listed.thai_id::text, ', ') INTO unknown
      FROM unnest(post_notice.thai_ids) AS listed (thai_id)
     WHERE NOT EXISTS (SELECT FROM registry.finding JOIN registry.claim USING (thai_id, programme, claim_number)
                        WHERE finding.thai_id = listed.thai_id AND finding.programme = post_notice.programme AND finding.kind = 'disqualified'
                          AND finding.authority_code = welfare.authority_code() AND finding.state NOT IN ('removed', 'kept')
                          AND claim.state IN ('live', 'suspended'));
    IF unknown IS NOT NULL THEN
      PERFORM reference.refuse('WF32G', NULL, unknown, reference.programme_text(post_notice.programme));
    END IF;
    WITH listed AS (
      SELECT finding.thai_id, finding.programme, finding.claim_number, finding.finding_number, finding.authority_code, finding.sensitive
        FROM registry.finding JOIN registry.claim USING (thai_id, programme, claim_number)
       WHERE finding.thai_id = ANY (post_notice.thai_ids) AND finding.programme = post_notice.programme AND finding.kind = 'disqualified'
         AND finding.authority_code = welfare.authority_code() AND finding.state NOT IN ('removed', 'kept')
         AND claim.state IN ('live', 'suspended')
    )
    INSERT INTO registry.notice (thai_id, programme, claim_number, finding_number, authority_code, sensitive, notice_number, posted_on, open_until, places,
                                 place_name, listed_id, listed_name)
    SELECT listed.thai_id, listed.programme, listed.claim_number, listed.finding_number, listed.authority_code, listed.sensitive,
           btrim(post_notice.notice_number), day, day, post_notice.places, nullif(btrim(post_notice.place_name), ''), '', ''
      FROM listed
    ON CONFLICT DO NOTHING;
    -- of who is posted already, the step is refused
    INSERT INTO registry.finding_step (thai_id, programme, claim_number, finding_number, step_number, to_state, taken_on, authority_code, sensitive,
                                       document, taken_by)
    SELECT finding.thai_id, finding.programme, finding.claim_number, finding.finding_number, 0, 'posted', day, finding.authority_code, finding.sensitive,
           btrim(post_notice.notice_number), welfare.principal()
      FROM registry.finding JOIN registry.claim USING (thai_id, programme, claim_number)
     WHERE finding.thai_id = ANY (post_notice.thai_ids) AND finding.programme = post_notice.programme AND finding.kind = 'disqualified'
       AND finding.authority_code = welfare.authority_code() AND finding.state NOT IN ('removed', 'kept')
       AND claim.state IN ('live', 'suspended');
    RETURN reference.deadline_after('public_notice', day);
  END
  $$;
COMMENT ON FUNCTION registry.post_notice(reference.programme_name, welfare.thai_id[], text, reference.notice_place[], date, text) IS 'posts a public notice of who lost a qualification (ER16, DR16)';

-- Records an objection to a notice, by anybody. Parameters: national ID of whom the notice lists; programme; number of the finding;
-- what it says; day on which it was received (default today); who objects and their national ID, where known.
-- Errors: WF001, WF007, WF010, WF016, WF066, WF329, WF32C, WF32D, WF32G.
CREATE FUNCTION registry.record_objection(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, objection text,
                                          received_on date DEFAULT NULL, objector_name text DEFAULT NULL, objector_id welfare.thai_id DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    proceeding registry.finding := registry.own_finding(record_objection.thai_id, record_objection.programme, record_objection.finding_number);
  BEGIN
    IF coalesce(btrim(record_objection.objection), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'objection');
    END IF;
    INSERT INTO registry.objection (thai_id, programme, claim_number, finding_number, objection_number, authority_code, received_on, objection, objector_name, objector_id)
    VALUES (proceeding.thai_id, proceeding.programme, proceeding.claim_number, proceeding.finding_number, 0, proceeding.authority_code,
            coalesce(record_objection.received_on, welfare.business_date()), btrim(record_objection.objection),
            nullif(btrim(record_objection.objector_name), ''), record_objection.objector_id);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.record_objection(welfare.thai_id, reference.programme_name, integer, text, date, text, welfare.thai_id) IS 'records an objection to a public notice, by anybody (ER16)';

-- The clerk's report on the objections. Parameters: national ID; programme; number of the finding; the report; its paper; day (default
-- today). Errors: WF327 nobody objected, and those of registry.take_step.
CREATE FUNCTION registry.report_objections(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, report text,
                                           document text, taken_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.take_step(registry.own_finding(thai_id, programme, finding_number), 'investigated', taken_on, document, report);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.report_objections(welfare.thai_id, reference.programme_name, integer, text, text, date) IS 'records the clerk''s report on objections (ER16)';

-- The clerk proposes the name for removal, after the notice has closed without objection. Parameters: national ID; programme; number of
-- the finding; number of the proposal; day (default today). Errors: WF325, WF326, and those of registry.take_step.
CREATE FUNCTION registry.propose_removal(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, document text,
                                         taken_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.take_step(registry.own_finding(thai_id, programme, finding_number), 'proposed', taken_on, document, NULL);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.propose_removal(welfare.thai_id, reference.programme_name, integer, text, date) IS 'records the clerk''s proposal (ER16)';

-- The executive, or delegate, verifies the facts. Parameters: national ID; programme; number of the finding; how they were verified; on
-- which papers; day (default today). Errors: WF326, WF328, and those of registry.take_step.
CREATE FUNCTION registry.verify_finding(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, how text,
                                        document text, taken_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.take_step(registry.own_finding(thai_id, programme, finding_number), 'verified', taken_on, document, how);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.verify_finding(welfare.thai_id, reference.programme_name, integer, text, text, date) IS 'records that the executive verified the facts (ER14)';

-- The executive's order that keeps the claim. Parameters: national ID; programme; number of the finding; number of the order; reason; day
-- (default today). Errors: WF322, WF326, and those of registry.take_step.
CREATE FUNCTION registry.order_keep(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, order_number text,
                                    reason text, ordered_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.take_step(registry.own_finding(thai_id, programme, finding_number), 'kept', ordered_on, order_number, reason);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.order_keep(welfare.thai_id, reference.programme_name, integer, text, text, date) IS 'records the executive''s order that keeps a claim (ER16)';

REVOKE ALL ON FUNCTION registry.own_finding(welfare.thai_id, reference.programme_name, integer),
  registry.take_step(registry.finding, registry.finding_state, date, text, text),
  registry.record_finding(welfare.thai_id, reference.programme_name, registry.finding_kind, date, registry.finding_source, text, text[], text, uuid, boolean, boolean, date),
  registry.post_notice(reference.programme_name, welfare.thai_id[], text, reference.notice_place[], date, text),
  registry.record_objection(welfare.thai_id, reference.programme_name, integer, text, date, text, welfare.thai_id),
  registry.report_objections(welfare.thai_id, reference.programme_name, integer, text, text, date),
  registry.propose_removal(welfare.thai_id, reference.programme_name, integer, text, date),
  registry.verify_finding(welfare.thai_id, reference.programme_name, integer, text, text, date),
  registry.order_keep(welfare.thai_id, reference.programme_name, integer, text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.own_finding(welfare.thai_id, reference.programme_name, integer),
  registry.take_step(registry.finding, registry.finding_state, date, text, text) TO welfare_writer;
RESET ROLE;
DO $$
DECLARE
  step regprocedure;
BEGIN
  FOREACH step IN ARRAY ARRAY[
    'registry.record_finding(welfare.thai_id, reference.programme_name, registry.finding_kind, date, registry.finding_source, text, text[], text, uuid, boolean, boolean, date)',
    'registry.post_notice(reference.programme_name, welfare.thai_id[], text, reference.notice_place[], date, text)',
    'registry.record_objection(welfare.thai_id, reference.programme_name, integer, text, date, text, welfare.thai_id)',
    'registry.report_objections(welfare.thai_id, reference.programme_name, integer, text, text, date)',
    'registry.propose_removal(welfare.thai_id, reference.programme_name, integer, text, date)',
    'registry.verify_finding(welfare.thai_id, reference.programme_name, integer, text, text, date)',
    'registry.order_keep(welfare.thai_id, reference.programme_name, integer, text, text, date)']::regprocedure[]
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO welfare_writer', step);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO welfare_authority', step);
  END LOOP;
END
$$;

COMMIT;

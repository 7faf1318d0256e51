-- ER14, ER16, EG7, DR14, DR16, DE6, RC2: the executive's order that ends a claim, and what no disposal gets round.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The second lock behind every disposal: a disqualification has its removal order of that day, from the day on which the law asks
-- for proceedings; a waiver is in writing. What was taken over from a wrong national ID was judged under that. Errors: WF320, WF32A.
CREATE FUNCTION registry.check_disposal() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM registry.claim
                 JOIN registry.disposal AS judged
                   ON judged.thai_id = claim.replaces_thai_id AND judged.programme = claim.programme AND judged.claim_number = claim.replaces_wrong_number
                WHERE (claim.thai_id, claim.programme, claim.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number)
                  AND (judged.cause, judged.ordered_on) = (NEW.cause, NEW.ordered_on)) THEN
      RETURN NEW;
    END IF;
    IF NEW.cause = 'disqualified'
       AND EXISTS (SELECT FROM reference.notice_rule AS law WHERE law.programme = NEW.programme AND law.ordered @> NEW.ordered_on)
       AND NOT EXISTS (SELECT FROM registry.finding JOIN registry.finding_step AS step USING (thai_id, programme, claim_number, finding_number)
                        WHERE (finding.thai_id, finding.programme, finding.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number)
                          AND finding.kind = 'disqualified' AND step.to_state = 'removed' AND step.taken_on = NEW.ordered_on) THEN
      PERFORM reference.refuse('WF320', NULL, reference.programme_text(NEW.programme));
    END IF;
    IF NEW.cause = 'waived' AND coalesce(btrim(NEW.remark), '') = ''
       AND NOT EXISTS (SELECT FROM registry.document
                        WHERE document.thai_id = NEW.thai_id AND document.kind = 'waiver'
                          AND coalesce(document.programme, NEW.programme) = NEW.programme AND document.authority_code = NEW.authority_code) THEN
      PERFORM reference.refuse('WF32A', NULL, reference.programme_text(NEW.programme));
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_disposal() IS 'refuses disqualifications without their order (ER16, DR16), and waivers without a paper (ER14)';
REVOKE ALL ON FUNCTION registry.check_disposal() FROM PUBLIC;
CREATE TRIGGER disposal_has_grounds BEFORE INSERT ON registry.disposal
  FOR EACH ROW WHEN (NEW.cause IN ('waived', 'disqualified')) EXECUTE FUNCTION registry.check_disposal();
COMMENT ON TRIGGER disposal_has_grounds ON registry.disposal IS 'a disqualification has its order, a waiver its paper';

-- The executive's order, or delegate's, that ends the claim, which is disposed the same day (EG7): a removal for disqualification or a
-- waiver that claim, a death every live claim of the person. Who was never entitled gets a recovery case, but for good faith
-- that the law lets keep. Parameters: national ID; programme; number of the finding; number of the order; reason; day (default today).
-- Errors: WF322 who recorded the finding, WF325 before the notice has closed, WF326, WF329, and those of registry.dispose.
CREATE FUNCTION registry.order_removal(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, order_number text,
                                       reason text, ordered_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    proceeding registry.finding := registry.own_finding(order_removal.thai_id, order_removal.programme, order_removal.finding_number);
    day date := coalesce(order_removal.ordered_on, welfare.business_date());
  BEGIN
    PERFORM registry.take_step(proceeding, 'removed', day, order_removal.order_number, order_removal.reason);
    PERFORM registry.dispose(proceeding.thai_id, proceeding.kind::text::reference.disposal_cause, proceeding.happened_on, day,
                             CASE WHEN proceeding.kind <> 'died' THEN ARRAY[proceeding.programme] END, order_removal.order_number,
                             CASE proceeding.kind WHEN 'waived' THEN coalesce(proceeding.document, order_removal.reason) ELSE order_removal.reason END);
    INSERT INTO registry.recovery_case (thai_id, programme, claim_number, finding_number, authority_code, sensitive, cause, from_month, to_month)
    SELECT claim.thai_id, claim.programme, claim.claim_number, proceeding.finding_number, claim.authority_code, claim.sensitive, 'never_entitled',
           claim.first_month, claim.last_month
      FROM registry.claim
     WHERE (claim.thai_id, claim.programme, claim.claim_number) = (proceeding.thai_id, proceeding.programme, proceeding.claim_number)
       AND proceeding.never_entitled AND proceeding.path <> 'good_faith' AND claim.last_month >= claim.first_month;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.order_removal(welfare.thai_id, reference.programme_name, integer, text, text, date) IS 'records the executive''s order that ends a claim, and disposes it (ER16, EG7)';

-- Records that the person was told of the order. Parameters: national ID; programme; number of the finding; how; day (default today).
-- Errors: WF001, WF007, WF010, WF016, WF017 before the order, WF066, WF32G, WF32W no order yet, or told already.
CREATE FUNCTION registry.record_telling(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, way text,
                                        told_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    proceeding registry.finding := registry.own_finding(record_telling.thai_id, record_telling.programme, record_telling.finding_number);
    day date := coalesce(record_telling.told_on, welfare.business_date());
    ordered date;
  BEGIN
    IF coalesce(btrim(record_telling.way), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'way');
    END IF;
    PERFORM registry.require_past('told_on', day);
    SELECT step.taken_on INTO ordered FROM registry.finding_step AS step
     WHERE (step.thai_id, step.programme, step.claim_number, step.finding_number)
         = (proceeding.thai_id, proceeding.programme, proceeding.claim_number, proceeding.finding_number) AND step.to_state IN ('removed', 'kept');
    IF day < ordered THEN
      PERFORM reference.refuse('WF017', NULL, 'told_on', day::text, 'ordered_on', ordered::text);
    END IF;
    INSERT INTO registry.told_person (thai_id, programme, claim_number, finding_number, told_on, authority_code, sensitive, way)
    SELECT proceeding.thai_id, proceeding.programme, proceeding.claim_number, proceeding.finding_number, day, proceeding.authority_code, proceeding.sensitive, btrim(record_telling.way)
     WHERE ordered IS NOT NULL
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF32W', NULL);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.record_telling(welfare.thai_id, reference.programme_name, integer, text, date) IS 'records that the person was told of the order (ER16)';

-- Proceedings of persons who have followed an authority's successor follow them (RC2). Parameters: code of the authority that ended; of
-- its successor. For registry.follow_successor.
CREATE FUNCTION registry.follow_with_proceedings(ended_code integer, successor_code integer) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    relation regclass;
  BEGIN
    FOREACH relation IN ARRAY '{registry.finding,registry.finding_step,registry.notice,registry.objection,registry.told_person,registry.recovery_case,registry.proxy_verification,registry.earned_month_payment}'::regclass[]
    LOOP
      EXECUTE format('UPDATE %s AS kept SET authority_code = $2 FROM registry.person
                       WHERE kept.authority_code = $1 AND person.thai_id = kept.thai_id AND person.authority_code = $2', relation)
        USING ended_code, successor_code;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION registry.follow_with_proceedings(integer, integer) IS 'moves proceedings of persons who have followed a successor (RC2)';

REVOKE ALL ON FUNCTION registry.order_removal(welfare.thai_id, reference.programme_name, integer, text, text, date),
  registry.record_telling(welfare.thai_id, reference.programme_name, integer, text, date),
  registry.follow_with_proceedings(integer, integer) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.order_removal(welfare.thai_id, reference.programme_name, integer, text, text, date) OWNER TO welfare_writer;
ALTER FUNCTION registry.record_telling(welfare.thai_id, reference.programme_name, integer, text, date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.order_removal(welfare.thai_id, reference.programme_name, integer, text, text, date),
  registry.record_telling(welfare.thai_id, reference.programme_name, integer, text, date) TO welfare_authority;

COMMIT;

-- ER14, ER16, DR16, EG7, DE6: how a proceeding goes from the finding to the order, whoever writes and however.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- A finding begins as recorded, about a live claim; authority, number and path follow from the claim and the law (EG7).
-- Errors: WF067 no live claim of that number, WF32E no law of the day, WF32F terms that the criterion does not name.
CREATE FUNCTION registry.check_new_finding() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.claim;
    law reference.notice_rule;
    strange text;
  BEGIN
    SELECT * INTO held FROM registry.claim
     WHERE (claim.thai_id, claim.programme, claim.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number)
       AND claim.state IN ('live', 'suspended')
       FOR UPDATE;
    IF held.thai_id IS NULL THEN
      PERFORM reference.refuse('WF067', NULL, NEW.programme::text);
    END IF;
    NEW.authority_code := held.authority_code;
    NEW.sensitive := held.sensitive;
    NEW.state := 'recorded';
    NEW.objection_count := 0;
    NEW.answered_count := 0;
    NEW.recorded_by := coalesce(welfare.principal(), session_user);
    NEW.path := 'order';
    SELECT 1 + coalesce(max(finding.finding_number), 0) INTO NEW.finding_number
      FROM registry.finding
     WHERE (finding.thai_id, finding.programme, finding.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number);
    IF NEW.kind = 'disqualified' THEN
      SELECT * INTO law FROM reference.notice_rule AS rule WHERE rule.programme = NEW.programme AND rule.ordered @> NEW.found_on;
      IF law.programme IS NULL THEN
        PERFORM reference.refuse('WF32E', NULL, reference.programme_text(NEW.programme), reference.date_text(NEW.found_on));
      END IF;
      NEW.path := CASE WHEN cardinality(law.places) = 0 THEN 'order' WHEN NEW.good_faith AND law.good_faith_keeps THEN 'good_faith'
                       ELSE 'public_notice' END;
      SELECT string_agg(lost.term, ', ') INTO strange
        FROM unnest(NEW.lost_terms) AS lost (term)
       WHERE NOT EXISTS (SELECT FROM reference.criterion
                          WHERE criterion.programme = NEW.programme AND criterion.valid @> NEW.found_on
                            AND lost.term = ANY (welfare.rule_terms(criterion.rule)));
      IF strange IS NOT NULL THEN
        PERFORM reference.refuse('WF32F', NULL, strange, reference.programme_text(NEW.programme));
      END IF;
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_new_finding() IS 'refuses findings about no live claim, and works out how they are decided (EG7)';

-- The first step of a finding is that it was recorded.
CREATE FUNCTION registry.begin_finding() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    INSERT INTO registry.finding_step (thai_id, programme, claim_number, finding_number, step_number, to_state, taken_on, authority_code, sensitive,
                                       document, words, taken_by)
    SELECT added.thai_id, added.programme, added.claim_number, added.finding_number, 1, 'recorded', added.found_on, added.authority_code,
           added.sensitive, added.document, added.facts, added.recorded_by
      FROM added;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.begin_finding() IS 'records that a finding was recorded';

-- A step: by whoever holds its office, on the day of the step and today, as oneself; in the order of the transitions; no earlier
-- than the step before; a removal only when the law's proceedings are complete. The one place where proceedings are judged.
-- Errors: WF010, WF016, WF017, WF067 the claim has ended otherwise, WF321 to WF32D.
CREATE FUNCTION registry.check_finding_step() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.finding;
    latest registry.finding_step;
    law reference.notice_rule;
    allowed identity.office_name[];
    open_until date;
    posted boolean;
  BEGIN
    SELECT * INTO held FROM registry.finding
     WHERE (finding.thai_id, finding.programme, finding.claim_number, finding.finding_number)
         = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number)
       FOR UPDATE;
    SELECT * INTO latest FROM registry.finding_step AS step
     WHERE (step.thai_id, step.programme, step.claim_number, step.finding_number)
         = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number)
     ORDER BY step.step_number DESC LIMIT 1;
    NEW.step_number := 1 + coalesce(latest.step_number, 0);
    NEW.authority_code := held.authority_code;
    NEW.sensitive := held.sensitive;
    NEW.office := NULL;
    NEW.delegation_document := NULL;
    NEW.taken_by := coalesce(welfare.principal(), session_user);
    IF NEW.to_state = 'recorded' AND NEW.step_number = 1 THEN
      RETURN NEW;
    END IF;
    PERFORM registry.require_past('taken_on', NEW.taken_on);
    IF held.state IN ('removed', 'kept') THEN
      PERFORM reference.refuse('WF32D', NULL);
    END IF;
    -- what ended otherwise, by a death above all, has no proceedings any more
    IF NEW.to_state <> 'removed'
       AND NOT EXISTS (SELECT FROM registry.claim
                        WHERE (claim.thai_id, claim.programme, claim.claim_number) = (held.thai_id, held.programme, held.claim_number)
                          AND claim.state IN ('live', 'suspended')) THEN
      PERFORM reference.refuse('WF067', NULL, reference.programme_text(held.programme));
    END IF;
    SELECT transition.offices INTO allowed FROM registry.finding_transition AS transition
     WHERE (transition.from_state, transition.to_state) = (held.state, NEW.to_state);
    IF allowed IS NULL THEN
      PERFORM reference.refuse('WF321', NULL, held.state::text, NEW.to_state::text);
    END IF;
    SELECT office INTO NEW.office
      FROM unnest(allowed) AS office
     WHERE identity.has_office(welfare.principal(), office, held.authority_code, NEW.taken_on)
       AND identity.has_office(welfare.principal(), office, held.authority_code)
     LIMIT 1;
    IF NEW.office IS NULL THEN
      PERFORM reference.refuse('WF323', NULL, array_to_string(allowed, ', '), reference.date_text(NEW.taken_on));
    ELSIF NEW.office = 'delegate' THEN
      SELECT office.delegation_document INTO NEW.delegation_document
        FROM identity.office
       WHERE office.user_name = NEW.taken_by AND office.office = 'delegate' AND office.valid @> NEW.taken_on;
    END IF;
    IF NEW.taken_on < latest.taken_on THEN
      PERFORM reference.refuse('WF017', NULL, 'taken_on', NEW.taken_on::text, latest.to_state::text, latest.taken_on::text);
    END IF;

    SELECT * INTO law FROM reference.notice_rule AS rule WHERE rule.programme = held.programme AND rule.ordered @> NEW.taken_on;
    SELECT notice.open_until INTO open_until FROM registry.notice
     WHERE (notice.thai_id, notice.programme, notice.claim_number, notice.finding_number)
         = (held.thai_id, held.programme, held.claim_number, held.finding_number);
    posted := EXISTS (SELECT FROM registry.finding_step AS step
                       WHERE (step.thai_id, step.programme, step.claim_number, step.finding_number)
                           = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number) AND step.to_state = 'posted');
    IF NEW.to_state = 'posted' AND held.path <> 'public_notice' THEN
      PERFORM reference.refuse('WF324', NULL);
    ELSIF NEW.to_state = 'posted' AND open_until IS NULL THEN
      PERFORM reference.refuse('WF329', NULL);
    ELSIF NEW.to_state = 'posted' AND posted THEN
      PERFORM reference.refuse('WF321', NULL, held.state::text, NEW.to_state::text);
    ELSIF NEW.to_state = 'investigated' AND held.answered_count = held.objection_count THEN
      PERFORM reference.refuse('WF327', NULL);
    ELSIF NEW.to_state IN ('proposed', 'verified', 'removed', 'kept') AND held.answered_count < held.objection_count THEN
      PERFORM reference.refuse('WF326', NULL);
    ELSIF NEW.to_state = 'proposed' AND NEW.taken_on <= open_until THEN
      PERFORM reference.refuse('WF325', NULL, reference.date_text(open_until));
    ELSIF held.state = 'posted' AND NEW.to_state = 'verified' AND law.needs_proposal THEN
      PERFORM reference.refuse('WF328', NULL);
    ELSIF NEW.to_state IN ('removed', 'kept') AND NEW.taken_by = held.recorded_by THEN
      PERFORM reference.refuse('WF322', NULL);
    ELSIF NEW.to_state = 'removed' AND held.path = 'public_notice' THEN
      IF NOT posted THEN
        PERFORM reference.refuse('WF329', NULL);
      ELSIF NEW.taken_on <= open_until THEN
        -- DE6: posting + 16 days
        PERFORM reference.refuse('WF325', NULL, reference.date_text(open_until));
      END IF;
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_finding_step() IS 'refuses steps out of order, out of office, before their day (ER14, ER16, DR16, DE6)';

-- The finding's state is that of its last step; a report answers the objections that there are.
CREATE FUNCTION registry.advance_finding() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    UPDATE registry.finding
       SET state = NEW.to_state, answered_count = CASE NEW.to_state WHEN 'investigated' THEN finding.objection_count ELSE finding.answered_count END
     WHERE (finding.thai_id, finding.programme, finding.claim_number, finding.finding_number)
         = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number) AND NEW.step_number > 1;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.advance_finding() IS 'brings a finding to the state of its step';

-- Nothing of a finding changes but its state, as its steps and objections say, and the authority that succeeds (RC2).
CREATE FUNCTION registry.refuse_change_of_finding() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    unchanged registry.finding := NEW;
    said registry.finding_state;
    counted bigint;
  BEGIN
    unchanged.authority_code := OLD.authority_code;
    unchanged.state := OLD.state;
    unchanged.objection_count := OLD.objection_count;
    unchanged.answered_count := OLD.answered_count;
    SELECT step.to_state INTO said FROM registry.finding_step AS step
     WHERE (step.thai_id, step.programme, step.claim_number, step.finding_number)
         = (OLD.thai_id, OLD.programme, OLD.claim_number, OLD.finding_number)
     ORDER BY step.step_number DESC LIMIT 1;
    SELECT count(*) INTO counted FROM registry.objection
     WHERE (objection.thai_id, objection.programme, objection.claim_number, objection.finding_number)
         = (OLD.thai_id, OLD.programme, OLD.claim_number, OLD.finding_number);
    IF unchanged IS DISTINCT FROM OLD OR NEW.state <> said OR NEW.objection_count <> counted
       OR NEW.answered_count <> OLD.answered_count AND said <> 'investigated' THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.finding');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_change_of_finding() IS 'lets nothing change in a finding but what its steps and objections say';

-- Evidence about a person changes in nothing but the authority that keeps it, when another succeeds it (RC2).
CREATE FUNCTION registry.refuse_change_but_authority() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF to_jsonb(NEW) - 'authority_code' <> to_jsonb(OLD) - 'authority_code' THEN
      PERFORM reference.refuse('WF064', NULL, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_change_but_authority() IS 'lets nothing change in evidence but the authority that keeps it';
REVOKE ALL ON FUNCTION registry.check_new_finding(), registry.begin_finding(), registry.check_finding_step(), registry.advance_finding(),
  registry.refuse_change_of_finding(), registry.refuse_change_but_authority() FROM PUBLIC;

CREATE TRIGGER finding_check_new BEFORE INSERT ON registry.finding FOR EACH ROW EXECUTE FUNCTION registry.check_new_finding();
COMMENT ON TRIGGER finding_check_new ON registry.finding IS 'a finding is about a live claim; its path is the law''s (EG7)';
CREATE TRIGGER finding_begin AFTER INSERT ON registry.finding REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION registry.begin_finding();
COMMENT ON TRIGGER finding_begin ON registry.finding IS 'that it was recorded is its first step';
CREATE TRIGGER finding_only_steps BEFORE UPDATE ON registry.finding FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_finding();
COMMENT ON TRIGGER finding_only_steps ON registry.finding IS 'a finding advances by its steps alone';
CREATE TRIGGER finding_no_removal BEFORE DELETE OR TRUNCATE ON registry.finding FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER finding_no_removal ON registry.finding IS 'findings are evidence';
CREATE TRIGGER finding_step_check BEFORE INSERT ON registry.finding_step FOR EACH ROW EXECUTE FUNCTION registry.check_finding_step();
COMMENT ON TRIGGER finding_step_check ON registry.finding_step IS 'no step is skipped, undone, or taken out of office (ER14, ER16)';
CREATE TRIGGER finding_step_advance AFTER INSERT ON registry.finding_step FOR EACH ROW EXECUTE FUNCTION registry.advance_finding();
COMMENT ON TRIGGER finding_step_advance ON registry.finding_step IS 'a finding''s state is that of its last step';
CREATE TRIGGER finding_step_no_change BEFORE UPDATE ON registry.finding_step FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority();
COMMENT ON TRIGGER finding_step_no_change ON registry.finding_step IS 'steps are evidence';
CREATE TRIGGER finding_step_no_removal BEFORE DELETE OR TRUNCATE ON registry.finding_step FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER finding_step_no_removal ON registry.finding_step IS 'steps are evidence';


COMMIT;

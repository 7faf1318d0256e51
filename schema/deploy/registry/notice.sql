-- ER16, DR16, DE6, DE7, AR2: public notices (ปิดประกาศ), and objections to them by anybody.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.notice (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  posted_on date NOT NULL,
  open_until date NOT NULL,
  authority_code integer NOT NULL,
  claim_number smallint NOT NULL,
  finding_number smallint NOT NULL,
  sensitive boolean NOT NULL,
  notice_number text NOT NULL,
  places reference.notice_place[] NOT NULL,
  place_name text,
  listed_id text NOT NULL,
  listed_name text NOT NULL,
  posted_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT notice_pkey PRIMARY KEY (thai_id, programme, claim_number, finding_number),
  CONSTRAINT notice_finding_fkey FOREIGN KEY (thai_id, programme, claim_number, finding_number)
    REFERENCES registry.finding (thai_id, programme, claim_number, finding_number),
  CONSTRAINT notice_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  -- AR2: who receives an allowance that is health data is never posted
  CONSTRAINT notice_never_of_health CHECK (NOT sensitive),
  CONSTRAINT notice_stated CHECK (btrim(notice_number) <> ''),
  CONSTRAINT notice_somewhere CHECK (cardinality(places) > 0 AND array_position(places, NULL) IS NULL),
  CONSTRAINT notice_names_designated_place CHECK ('designated_place' <> ALL (places) OR btrim(place_name) <> '' AND place_name IS NOT NULL),
  CONSTRAINT notice_masked CHECK (listed_id = welfare.mask_thai_id(thai_id))
);
COMMENT ON TABLE registry.notice IS 'public notices that somebody has lost a qualification; one notice has a row for each whom it lists';
COMMENT ON COLUMN registry.notice.thai_id IS 'the person';
COMMENT ON COLUMN registry.notice.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.notice.programme IS 'the programme';
COMMENT ON COLUMN registry.notice.posted_on IS 'day on which it was posted';
COMMENT ON COLUMN registry.notice.open_until IS 'last day on which objections are taken, the day of the posting not counted';
COMMENT ON COLUMN registry.notice.authority_code IS 'local authority that posted it';
COMMENT ON COLUMN registry.notice.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.notice.finding_number IS 'number of the finding';
COMMENT ON COLUMN registry.notice.sensitive IS 'whether the programme is health data: never (AR2)';
COMMENT ON COLUMN registry.notice.notice_number IS 'number of the notice';
COMMENT ON COLUMN registry.notice.places IS 'where it was posted';
COMMENT ON COLUMN registry.notice.place_name IS 'the designated place, or the address of the page';
COMMENT ON COLUMN registry.notice.listed_id IS 'masked national ID as it is posted';
COMMENT ON COLUMN registry.notice.listed_name IS 'name as it is posted';
COMMENT ON COLUMN registry.notice.posted_by IS 'user who posted it';
CREATE INDEX notice_posted ON registry.notice (authority_code, posted_on);
COMMENT ON INDEX registry.notice_posted IS 'an authority''s notices';

CREATE TABLE registry.objection (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  received_on date NOT NULL,
  authority_code integer NOT NULL,
  claim_number smallint NOT NULL,
  finding_number smallint NOT NULL,
  objection_number smallint NOT NULL,
  objection text NOT NULL,
  objector_name text,
  objector_id welfare.thai_id,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT objection_pkey PRIMARY KEY (thai_id, programme, claim_number, finding_number, objection_number),
  CONSTRAINT objection_notice_fkey FOREIGN KEY (thai_id, programme, claim_number, finding_number)
    REFERENCES registry.notice (thai_id, programme, claim_number, finding_number),
  CONSTRAINT objection_stated CHECK (btrim(objection) <> '')
);
COMMENT ON TABLE registry.objection IS 'objections to public notices, by anybody (ER16)';
COMMENT ON COLUMN registry.objection.thai_id IS 'the person about whom the notice is';
COMMENT ON COLUMN registry.objection.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.objection.programme IS 'the programme';
COMMENT ON COLUMN registry.objection.received_on IS 'day on which the authority received it';
COMMENT ON COLUMN registry.objection.authority_code IS 'local authority that received it';
COMMENT ON COLUMN registry.objection.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.objection.finding_number IS 'number of the finding';
COMMENT ON COLUMN registry.objection.objection_number IS '1 for the first objection to the notice, counting up';
COMMENT ON COLUMN registry.objection.objection IS 'what it says';
COMMENT ON COLUMN registry.objection.objector_name IS 'who objects, where known';
COMMENT ON COLUMN registry.objection.objector_id IS 'national ID of who objects, where known';
COMMENT ON COLUMN registry.objection.recorded_by IS 'user who recorded it';

-- A notice: posted where it counts, after the finding and after the claim was made. Errors: WF017, WF324, WF32B, WF32E, WF32J.
CREATE FUNCTION registry.check_notice() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.finding;
    made_on date;
    law reference.notice_rule;
  BEGIN
    SELECT * INTO held FROM registry.finding
     WHERE (finding.thai_id, finding.programme, finding.claim_number, finding.finding_number)
         = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number)
       FOR UPDATE;
    IF held.path <> 'public_notice' THEN
      PERFORM reference.refuse('WF324', NULL);
    END IF;
    PERFORM registry.require_past('posted_on', NEW.posted_on);
    IF NEW.posted_on < held.found_on THEN
      PERFORM reference.refuse('WF017', NULL, 'posted_on', NEW.posted_on::text, 'found_on', held.found_on::text);
    ELSIF reference.deadline_after('notice_recording', NEW.posted_on) < welfare.business_date() THEN
      -- nobody could read it here, and so object, while it ran
      PERFORM reference.refuse('WF32T', NULL, reference.date_text(NEW.posted_on));
    END IF;
    SELECT claim.claimed_on INTO made_on FROM registry.claim
     WHERE (claim.thai_id, claim.programme, claim.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number);
    IF NEW.posted_on <= made_on THEN
      PERFORM reference.refuse('WF32J', NULL, reference.date_text(NEW.posted_on), reference.date_text(made_on));
    END IF;
    SELECT * INTO law FROM reference.notice_rule AS rule WHERE rule.programme = NEW.programme AND rule.ordered @> NEW.posted_on;
    NEW.open_until := reference.deadline_after('public_notice', NEW.posted_on);
    IF law.programme IS NULL OR NEW.open_until IS NULL THEN
      PERFORM reference.refuse('WF32E', NULL, reference.programme_text(NEW.programme), reference.date_text(NEW.posted_on));
    ELSIF NOT law.places && NEW.places THEN
      PERFORM reference.refuse('WF32B', NULL, array_to_string(NEW.places, ', '), reference.programme_text(NEW.programme), array_to_string(law.places, ', '));
    END IF;
    NEW.authority_code := held.authority_code;
    NEW.sensitive := held.sensitive;
    NEW.listed_id := welfare.mask_thai_id(NEW.thai_id);
    SELECT concat(person.title, person.first_name, ' ', person.last_name) INTO NEW.listed_name
      FROM registry.person WHERE person.thai_id = NEW.thai_id;
    NEW.posted_by := coalesce(welfare.principal(), session_user);
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_notice() IS 'refuses notices that the law does not count (ER16, DR16, DE7), and dates them';

-- An objection: received while the notice is open, and recorded before the order. Errors: WF016, WF32C, WF32D.
CREATE FUNCTION registry.check_objection() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.finding;
    posted registry.notice;
  BEGIN
    SELECT * INTO held FROM registry.finding
     WHERE (finding.thai_id, finding.programme, finding.claim_number, finding.finding_number)
         = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number)
       FOR UPDATE;
    SELECT * INTO posted FROM registry.notice
     WHERE (notice.thai_id, notice.programme, notice.claim_number, notice.finding_number)
         = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number);
    IF posted.thai_id IS NULL THEN
      PERFORM reference.refuse('WF329', NULL);
    ELSIF held.state IN ('removed', 'kept') THEN
      PERFORM reference.refuse('WF32D', NULL);
    END IF;
    PERFORM registry.require_past('received_on', NEW.received_on);
    IF NEW.received_on NOT BETWEEN posted.posted_on AND posted.open_until THEN
      PERFORM reference.refuse('WF32C', NULL, reference.date_text(posted.posted_on), reference.date_text(posted.open_until));
    END IF;
    NEW.authority_code := held.authority_code;
    NEW.objection_number := held.objection_count + 1;
    NEW.recorded_by := coalesce(welfare.principal(), session_user);
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_objection() IS 'refuses objections before the posting, after its last day, or after the order (ER16)';

-- An objection changes its finding's row, so that an order in a snapshot from before it fails.
CREATE FUNCTION registry.count_objection() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    UPDATE registry.finding SET objection_count = NEW.objection_number
     WHERE (finding.thai_id, finding.programme, finding.claim_number, finding.finding_number)
         = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.count_objection() IS 'counts an objection at its finding';
REVOKE ALL ON FUNCTION registry.check_notice(), registry.check_objection(), registry.count_objection() FROM PUBLIC;

CREATE TRIGGER notice_check BEFORE INSERT ON registry.notice FOR EACH ROW EXECUTE FUNCTION registry.check_notice();
COMMENT ON TRIGGER notice_check ON registry.notice IS 'a notice counts where and when the law says (ER16, DR16, DE7)';
CREATE TRIGGER notice_no_change BEFORE UPDATE ON registry.notice FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority();
COMMENT ON TRIGGER notice_no_change ON registry.notice IS 'notices are evidence';
CREATE TRIGGER notice_no_removal BEFORE DELETE OR TRUNCATE ON registry.notice FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER notice_no_removal ON registry.notice IS 'notices are evidence';
CREATE TRIGGER objection_check BEFORE INSERT ON registry.objection FOR EACH ROW EXECUTE FUNCTION registry.check_objection();
COMMENT ON TRIGGER objection_check ON registry.objection IS 'objections are taken while the notice is open (ER16)';
CREATE TRIGGER objection_count AFTER INSERT ON registry.objection FOR EACH ROW EXECUTE FUNCTION registry.count_objection();
COMMENT ON TRIGGER objection_count ON registry.objection IS 'the finding knows how many object';
CREATE TRIGGER objection_no_change BEFORE UPDATE ON registry.objection FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority();
COMMENT ON TRIGGER objection_no_change ON registry.objection IS 'objections are evidence';
CREATE TRIGGER objection_no_removal BEFORE DELETE OR TRUNCATE ON registry.objection FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER objection_no_removal ON registry.objection IS 'objections are evidence';

ALTER TABLE registry.notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.objection ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.notice, registry.objection TO welfare_writer;
CREATE POLICY notice_read ON registry.notice FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY notice_read ON registry.notice IS 'the holding authority and administrators see notices; what is public of them, registry.posted_notices tells';
CREATE POLICY notice_add ON registry.notice FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY notice_add ON registry.notice IS 'only users of the holding authority post (IS9.2)';
CREATE POLICY objection_read ON registry.objection FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY objection_read ON registry.objection IS 'the holding authority and administrators see objections';
CREATE POLICY objection_add ON registry.objection FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY objection_add ON registry.objection IS 'only users of the holding authority record objections (IS9.2)';

COMMIT;

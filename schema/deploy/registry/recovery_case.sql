-- ER14, EG7, guideline 7.3: what somebody received who was never entitled: whether it is reclaimed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF32K', 'เงินที่รับไปโดยสุจริตไม่เรียกคืน', 'what was received in good faith is not reclaimed', NULL, NULL),
  ('WF32L', 'เรื่องเรียกเงินคืนที่อยู่ในขั้น %1$s ไปขั้น %2$s ไม่ได้', 'a recovery case that is %1$s cannot become %2$s', NULL, NULL);

CREATE TYPE registry.recovery_cause AS ENUM ('never_entitled', 'paid_after_end');
COMMENT ON TYPE registry.recovery_cause IS 'why money may be reclaimed: the person never had the right; months after its end were paid';
CREATE TYPE registry.recovery_state AS ENUM ('opened', 'to_recover', 'not_recovered', 'settled');
COMMENT ON TYPE registry.recovery_state IS 'how far a recovery case is: opened; ordered to be reclaimed, or not; settled by payments';

CREATE TABLE registry.recovery_transition (
  from_state registry.recovery_state NOT NULL,
  to_state registry.recovery_state NOT NULL,
  offices identity.office_name[] NOT NULL,
  meaning text NOT NULL,
  CONSTRAINT recovery_transition_pkey PRIMARY KEY (from_state, to_state)
);
COMMENT ON TABLE registry.recovery_transition IS 'which state of a recovery case may follow which';
COMMENT ON COLUMN registry.recovery_transition.from_state IS 'state before';
COMMENT ON COLUMN registry.recovery_transition.to_state IS 'state after';
COMMENT ON COLUMN registry.recovery_transition.offices IS 'offices that decide it; none: payments do';
COMMENT ON COLUMN registry.recovery_transition.meaning IS 'what happens';
INSERT INTO registry.recovery_transition (from_state, to_state, offices, meaning) VALUES
  ('opened', 'to_recover', '{executive,delegate}', 'the executive orders it reclaimed'),
  ('opened', 'not_recovered', '{executive,delegate}', 'the executive orders that it is not'),
  ('to_recover', 'settled', '{}', 'it has come back');

CREATE TABLE registry.recovery_case (
  thai_id welfare.thai_id NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  from_month reference.pay_month NOT NULL,
  to_month reference.pay_month NOT NULL,
  decided_on date,
  authority_code integer NOT NULL,
  cause registry.recovery_cause NOT NULL,
  state registry.recovery_state NOT NULL DEFAULT 'opened',
  decided_office identity.office_name,
  claim_number smallint NOT NULL,
  finding_number smallint NOT NULL,
  sensitive boolean NOT NULL,
  order_number text,
  reason text,
  decided_by text,
  opened_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT recovery_case_pkey PRIMARY KEY (thai_id, programme, claim_number, finding_number),
  CONSTRAINT recovery_case_finding_fkey FOREIGN KEY (thai_id, programme, claim_number, finding_number)
    REFERENCES registry.finding (thai_id, programme, claim_number, finding_number),
  CONSTRAINT recovery_case_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT recovery_case_months CHECK (from_month <= to_month),
  CONSTRAINT recovery_case_decided CHECK ((state = 'opened') = (decided_on IS NULL)
    AND num_nulls(decided_on, decided_office, order_number, reason, decided_by) IN (0, 5) AND btrim(order_number) <> '' AND btrim(reason) <> '')
);
COMMENT ON TABLE registry.recovery_case IS 'what somebody received without a right: the months, and whether it is reclaimed; how much, payments work out';
COMMENT ON COLUMN registry.recovery_case.thai_id IS 'the person';
COMMENT ON COLUMN registry.recovery_case.opened_at IS 'when it was opened';
COMMENT ON COLUMN registry.recovery_case.programme IS 'the programme';
COMMENT ON COLUMN registry.recovery_case.from_month IS 'first month without a right';
COMMENT ON COLUMN registry.recovery_case.to_month IS 'last month that was paid';
COMMENT ON COLUMN registry.recovery_case.decided_on IS 'day of the decision';
COMMENT ON COLUMN registry.recovery_case.authority_code IS 'local authority that held the claim';
COMMENT ON COLUMN registry.recovery_case.cause IS 'why it may be reclaimed';
COMMENT ON COLUMN registry.recovery_case.state IS 'how far it is';
COMMENT ON COLUMN registry.recovery_case.decided_office IS 'office in which it was decided';
COMMENT ON COLUMN registry.recovery_case.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.recovery_case.finding_number IS 'number of the finding';
COMMENT ON COLUMN registry.recovery_case.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.recovery_case.order_number IS 'number of the order that decided';
COMMENT ON COLUMN registry.recovery_case.reason IS 'why it was decided so';
COMMENT ON COLUMN registry.recovery_case.decided_by IS 'user who decided';
COMMENT ON COLUMN registry.recovery_case.opened_by IS 'user, or database role, that opened it';

-- A case rests on a removal of who was not entitled, and never on what was received in good faith where the law lets it be kept;
-- it is decided by who holds the office, as oneself. Errors: WF016, WF064, WF323, WF32K, WF32L.
CREATE FUNCTION registry.check_recovery_case() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    proceeding registry.finding;
    allowed identity.office_name[];
    unchanged registry.recovery_case := NEW;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT * INTO proceeding FROM registry.finding
       WHERE (finding.thai_id, finding.programme, finding.claim_number, finding.finding_number)
           = (NEW.thai_id, NEW.programme, NEW.claim_number, NEW.finding_number);
      IF proceeding.path = 'good_faith' THEN
        PERFORM reference.refuse('WF32K', NULL);
      ELSIF NEW.state <> 'opened' OR proceeding.state <> 'removed' THEN
        PERFORM reference.refuse('WF32L', NULL, proceeding.state::text, NEW.state::text);
      END IF;
      NEW.authority_code := proceeding.authority_code;
      NEW.opened_by := coalesce(welfare.principal(), session_user);
      RETURN NEW;
    END IF;
    unchanged.state := OLD.state;
    unchanged.authority_code := OLD.authority_code;
    unchanged.decided_on := OLD.decided_on;
    unchanged.decided_office := OLD.decided_office;
    unchanged.order_number := OLD.order_number;
    unchanged.reason := OLD.reason;
    unchanged.decided_by := OLD.decided_by;
    IF unchanged IS DISTINCT FROM OLD THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.recovery_case');
    END IF;
    IF NEW.state <> OLD.state THEN
      SELECT transition.offices INTO allowed FROM registry.recovery_transition AS transition
       WHERE (transition.from_state, transition.to_state) = (OLD.state, NEW.state);
      IF allowed IS NULL THEN
        PERFORM reference.refuse('WF32L', NULL, OLD.state::text, NEW.state::text);
      ELSIF cardinality(allowed) > 0 THEN
        PERFORM registry.require_past('decided_on', NEW.decided_on);
        SELECT office INTO NEW.decided_office
          FROM unnest(allowed) AS office
         WHERE identity.has_office(welfare.principal(), office, OLD.authority_code, NEW.decided_on)
           AND identity.has_office(welfare.principal(), office, OLD.authority_code)
         LIMIT 1;
        IF NEW.decided_office IS NULL THEN
          PERFORM reference.refuse('WF323', NULL, array_to_string(allowed, ', '), reference.date_text(NEW.decided_on));
        END IF;
        NEW.decided_by := welfare.principal();
        RETURN NEW;
      END IF;
    END IF;
    IF (NEW.decided_on, NEW.decided_office, NEW.order_number, NEW.reason, NEW.decided_by)
       IS DISTINCT FROM (OLD.decided_on, OLD.decided_office, OLD.order_number, OLD.reason, OLD.decided_by) THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.recovery_case');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_recovery_case() IS 'refuses recovery of what was received in good faith (ER14), and decisions out of order or office';
REVOKE ALL ON FUNCTION registry.check_recovery_case() FROM PUBLIC;
CREATE TRIGGER recovery_case_check BEFORE INSERT OR UPDATE ON registry.recovery_case FOR EACH ROW EXECUTE FUNCTION registry.check_recovery_case();
COMMENT ON TRIGGER recovery_case_check ON registry.recovery_case IS 'good faith is not reclaimed; a case is decided once, by order';
CREATE TRIGGER recovery_case_no_removal BEFORE DELETE OR TRUNCATE ON registry.recovery_case FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER recovery_case_no_removal ON registry.recovery_case IS 'recovery cases are evidence';

ALTER TABLE registry.recovery_case ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON registry.recovery_case TO welfare_writer;
CREATE POLICY recovery_case_read ON registry.recovery_case FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY recovery_case_read ON registry.recovery_case IS 'the authority and administrators see recovery cases';
CREATE POLICY recovery_case_add ON registry.recovery_case FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY recovery_case_add ON registry.recovery_case IS 'only users of the authority open cases (IS9.2)';
CREATE POLICY recovery_case_change ON registry.recovery_case FOR UPDATE TO welfare_writer
  USING (authority_code = welfare.authority_code()) WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY recovery_case_change ON registry.recovery_case IS 'only users of the authority decide cases (IS9.2)';

-- The executive decides whether what was received without a right is reclaimed. Parameters: national ID; programme; number of the
-- finding; whether it is; number of the order; reason; day (default today). Errors: WF001, WF007, WF010, WF016, WF066, WF323, WF32G, WF32L.
CREATE FUNCTION registry.decide_recovery(thai_id welfare.thai_id, programme reference.programme_name, finding_number integer, recover boolean,
                                         order_number text, reason text, decided_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    proceeding registry.finding := registry.own_finding(decide_recovery.thai_id, decide_recovery.programme, decide_recovery.finding_number);
    missing text := CASE WHEN decide_recovery.recover IS NULL THEN 'recover'
                         WHEN coalesce(btrim(decide_recovery.order_number), '') = '' THEN 'order_number'
                         WHEN coalesce(btrim(decide_recovery.reason), '') = '' THEN 'reason' END;
  BEGIN
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    UPDATE registry.recovery_case AS opened
       SET state = CASE WHEN decide_recovery.recover THEN 'to_recover' ELSE 'not_recovered' END::registry.recovery_state,
           decided_on = coalesce(decide_recovery.decided_on, welfare.business_date()),
           order_number = btrim(decide_recovery.order_number), reason = btrim(decide_recovery.reason)
     WHERE (opened.thai_id, opened.programme, opened.claim_number, opened.finding_number)
         = (proceeding.thai_id, proceeding.programme, proceeding.claim_number, proceeding.finding_number);
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF32G', NULL, proceeding.finding_number::text, reference.programme_text(proceeding.programme));
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.decide_recovery(welfare.thai_id, reference.programme_name, integer, boolean, text, text, date) IS 'records whether what was received without a right is reclaimed';
REVOKE ALL ON FUNCTION registry.decide_recovery(welfare.thai_id, reference.programme_name, integer, boolean, text, text, date) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.decide_recovery(welfare.thai_id, reference.programme_name, integer, boolean, text, text, date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.decide_recovery(welfare.thai_id, reference.programme_name, integer, boolean, text, text, date) TO welfare_authority;

COMMIT;

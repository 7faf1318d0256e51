-- ER7, DR7, "The confirmation form": confirmations of right and applications, from receipt to claim. No step is skipped, repeated or undone.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.submission_state AS ENUM ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover', 'recorded', 'started', 'rejected',
  'stopped', 'declined', 'superseded', 'lapsed');
COMMENT ON TYPE registry.submission_state IS 'state of a form: received, with the officer''s opinion, considered by the committee; accepted and waiting for the date of entitlement, or for another authority; accepted and a claim recorded, or started on that date; rejected, stopped for want of a qualification, declined by the person, superseded by a form elsewhere, lapsed';
CREATE TYPE registry.submission_step_kind AS ENUM ('receipt', 'opinion', 'vote', 'order', 'check', 'facts', 'takeover', 'supersession', 'lapse');
COMMENT ON TYPE registry.submission_step_kind IS 'step of a form: receipt, officer''s opinion, vote of a member of the committee, executive''s order, check on the date of entitlement, facts supplied for it, takeover from another authority, supersession by another form, lapse';
CREATE TYPE registry.submission_outcome AS ENUM ('wanted', 'not_wanted', 'complete', 'to_be_checked', 'lacks_qualification', 'should_accept', 'should_not',
  'accept', 'reject', 'other', 'proved', 'unmet', 'undecided', 'supplied', 'taken_over', 'moved', 'lapsed');
COMMENT ON TYPE registry.submission_outcome IS 'what a step of a form came to';

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('submission_state', 'submitted', 'รับแบบแล้ว', 'received'),
  ('submission_state', 'opined', 'เจ้าหน้าที่ให้ความเห็นแล้ว', 'with the officer''s opinion'),
  ('submission_state', 'considered', 'คณะกรรมการให้ความเห็นแล้ว', 'considered by the committee'),
  ('submission_state', 'waiting', 'รับไว้ รอวันที่มีสิทธิ', 'accepted, waiting for the date of entitlement'),
  ('submission_state', 'awaiting_takeover', 'รับไว้ รอแห่งเดิมตอบรับ', 'accepted, waiting for the former authority'),
  ('submission_state', 'recorded', 'รับและบันทึกสิทธิแล้ว', 'accepted and recorded'),
  ('submission_state', 'started', 'เริ่มสิทธิแล้ว', 'started'),
  ('submission_state', 'rejected', 'ไม่รับ', 'rejected'),
  ('submission_state', 'stopped', 'ขาดคุณสมบัติ ณ วันที่มีสิทธิ', 'not qualified on the date of entitlement'),
  ('submission_state', 'declined', 'ไม่ขอรับสิทธิ', 'not wanted'),
  ('submission_state', 'superseded', 'ยื่นแบบใหม่ที่ อปท. อื่นแล้ว', 'superseded by a form elsewhere'),
  ('submission_state', 'lapsed', 'สิ้นผล', 'lapsed');

CREATE SEQUENCE registry.submission_number_sequence;
COMMENT ON SEQUENCE registry.submission_number_sequence IS 'numbers of forms, one row for all, so that a number tells nothing of a person''s other forms (AR2)';

CREATE TABLE registry.submission (
  thai_id welfare.thai_id NOT NULL,
  birth_date welfare.birth_date NOT NULL,
  facts welfare.facts NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  certified_at timestamptz,
  consented_at timestamptz,
  submission_number bigint NOT NULL DEFAULT nextval('registry.submission_number_sequence'),
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  received_on date NOT NULL,
  moved_in_on date,
  ordered_on date,
  expected_first_month reference.pay_month,
  first_month reference.pay_month,
  slip_year reference.fiscal_year NOT NULL,
  slip_number integer NOT NULL,
  state registry.submission_state NOT NULL DEFAULT 'submitted',
  channel reference.submission_channel_name NOT NULL,
  capacity reference.legal_capacity NOT NULL DEFAULT 'full',
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  claim_number smallint,
  certification_version smallint,
  consent_version smallint,
  steps smallint NOT NULL DEFAULT 0,
  round smallint NOT NULL DEFAULT 1,
  sensitive boolean NOT NULL,
  wants_allowance boolean NOT NULL,
  imprisoned boolean NOT NULL DEFAULT false,
  title text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  written_at text,
  order_number text,
  undecided text[],
  evidence text[] NOT NULL,
  actor jsonb,
  certifier jsonb,
  form jsonb NOT NULL,
  CONSTRAINT submission_pkey PRIMARY KEY (thai_id, programme, submission_number),
  CONSTRAINT submission_authority_fkey FOREIGN KEY (authority_code, district_code, province_code)
    REFERENCES reference.local_authority (authority_code, district_code, province_code),
  CONSTRAINT submission_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT submission_claim_fkey FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT submission_thai_id_of_person CHECK (welfare.thai_id_category(thai_id) BETWEEN 1 AND 8),
  CONSTRAINT submission_actor_stated CHECK ((channel = 'in_person') = (actor IS NULL)),
  -- signed by whoever wants the allowance
  CONSTRAINT submission_statements CHECK (NOT wants_allowance OR num_nulls(certification_version, certified_at, consent_version, consented_at) = 0),
  CONSTRAINT submission_claim_with_state CHECK (state NOT IN ('recorded', 'started') OR claim_number IS NOT NULL),
  CONSTRAINT submission_wanted CHECK (wants_allowance OR state IN ('submitted', 'declined')),
  CONSTRAINT submission_accepted_by_order CHECK (state NOT IN ('waiting', 'awaiting_takeover', 'recorded', 'started', 'stopped')
    OR num_nulls(ordered_on, first_month, order_number) = 0)
);
COMMENT ON TABLE registry.submission IS 'confirmations of right (แบบยืนยันสิทธิ, elderly) and applications (คำขอลงทะเบียน, disability and AIDS)';
COMMENT ON COLUMN registry.submission.thai_id IS 'the person';
COMMENT ON COLUMN registry.submission.birth_date IS 'birth date as the form states it';
COMMENT ON COLUMN registry.submission.facts IS 'what the papers prove of the person, with what was supplied later';
COMMENT ON COLUMN registry.submission.created_at IS 'when it was recorded';
COMMENT ON COLUMN registry.submission.certified_at IS 'when the certification was recorded';
COMMENT ON COLUMN registry.submission.consented_at IS 'when the consent was recorded';
COMMENT ON COLUMN registry.submission.submission_number IS 'number of the form; tells nothing';
COMMENT ON COLUMN registry.submission.programme IS 'programme: elderly is confirmed, disability and AIDS are applied for';
COMMENT ON COLUMN registry.submission.authority_code IS 'local authority that received it';
COMMENT ON COLUMN registry.submission.received_on IS 'day on which the complete form was received: that of the confirmation or application (EG4.1)';
COMMENT ON COLUMN registry.submission.moved_in_on IS 'day on which the name came into the house register there, when the form states it (DE11)';
COMMENT ON COLUMN registry.submission.ordered_on IS 'day of the last order';
COMMENT ON COLUMN registry.submission.expected_first_month IS 'first month that the law gives, were the order made; NULL where it counts from the order (DE19)';
COMMENT ON COLUMN registry.submission.first_month IS 'first month that the order names';
COMMENT ON COLUMN registry.submission.slip_year IS 'fiscal year, B.E., of the register';
COMMENT ON COLUMN registry.submission.slip_number IS 'number in the authority''s register of that year (ทะเบียนเลขที่)';
COMMENT ON COLUMN registry.submission.state IS 'state; follows from the steps';
COMMENT ON COLUMN registry.submission.channel IS 'who handed it in';
COMMENT ON COLUMN registry.submission.capacity IS 'legal capacity of the person (DR7)';
COMMENT ON COLUMN registry.submission.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.submission.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.submission.claim_number IS 'number of the claim that came of it';
COMMENT ON COLUMN registry.submission.certification_version IS 'version of the certification that was signed';
COMMENT ON COLUMN registry.submission.consent_version IS 'version of the consent that was signed';
COMMENT ON COLUMN registry.submission.steps IS 'number of the last step';
COMMENT ON COLUMN registry.submission.round IS 'how often it came to the officer: an order `other` returns it';
COMMENT ON COLUMN registry.submission.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.submission.wants_allowance IS 'whether the person wants the allowance; false: a declination (ไม่ขอรับสิทธิ)';
COMMENT ON COLUMN registry.submission.imprisoned IS 'whether the person is in prison (DE8)';
COMMENT ON COLUMN registry.submission.title IS 'title';
COMMENT ON COLUMN registry.submission.first_name IS 'first name, normalised';
COMMENT ON COLUMN registry.submission.last_name IS 'last name, normalised';
COMMENT ON COLUMN registry.submission.written_at IS 'where the form was written (เขียนที่)';
COMMENT ON COLUMN registry.submission.order_number IS 'number of the last order';
COMMENT ON COLUMN registry.submission.undecided IS 'terms that the check on the date of entitlement found undecided; NULL: none, or not checked';
COMMENT ON COLUMN registry.submission.evidence IS 'papers handed in, by their codes in reference.label (kind evidence)';
COMMENT ON COLUMN registry.submission.actor IS 'who handed it in for the person: name, relation or position, national ID, address, telephone';
COMMENT ON COLUMN registry.submission.certifier IS 'who certified the person''s condition: name, national ID, statement (DR7)';
COMMENT ON COLUMN registry.submission.form IS 'the form as registry.add_beneficiary takes it, as typed';

-- ER7: one open form a person and programme in the nation. Of health data an authority knows its own alone (AR2).
CREATE UNIQUE INDEX submission_one_open ON registry.submission (thai_id, programme)
  WHERE NOT sensitive AND state IN ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover');
COMMENT ON INDEX registry.submission_one_open IS 'one open form per person and programme in the nation';
CREATE UNIQUE INDEX submission_one_open_apart ON registry.submission (thai_id, programme, authority_code)
  WHERE sensitive AND state IN ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover');
COMMENT ON INDEX registry.submission_one_open_apart IS 'one open form per person, programme that is health data, and authority (AR2)';
CREATE INDEX submission_authority_code ON registry.submission (authority_code, received_on);
COMMENT ON INDEX registry.submission_authority_code IS 'an authority''s forms by day';
CREATE INDEX submission_waiting ON registry.submission (first_month) WHERE state = 'waiting';
COMMENT ON INDEX registry.submission_waiting IS 'forms that wait for the date of entitlement';

CREATE TABLE registry.submission_register (
  authority_code integer NOT NULL,
  fiscal_year reference.fiscal_year NOT NULL,
  last_number integer NOT NULL,
  CONSTRAINT submission_register_pkey PRIMARY KEY (authority_code, fiscal_year),
  CONSTRAINT submission_register_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code)
);
COMMENT ON TABLE registry.submission_register IS 'last number given in an authority''s register of forms; its row is locked while a number is given';
COMMENT ON COLUMN registry.submission_register.authority_code IS 'local authority';
COMMENT ON COLUMN registry.submission_register.fiscal_year IS 'fiscal year, B.E., of the receipt';
COMMENT ON COLUMN registry.submission_register.last_number IS 'last number given';

CREATE TABLE registry.submission_transition (
  from_state registry.submission_state NOT NULL,
  kind registry.submission_step_kind NOT NULL,
  outcome registry.submission_outcome NOT NULL,
  to_state registry.submission_state NOT NULL,
  offices identity.office_name[],
  CONSTRAINT submission_transition_pkey PRIMARY KEY (from_state, kind, outcome, to_state)
);
COMMENT ON TABLE registry.submission_transition IS 'which step may follow which state of a form, and by which office';
COMMENT ON COLUMN registry.submission_transition.from_state IS 'state before';
COMMENT ON COLUMN registry.submission_transition.kind IS 'step';
COMMENT ON COLUMN registry.submission_transition.outcome IS 'what it comes to';
COMMENT ON COLUMN registry.submission_transition.to_state IS 'state after';
COMMENT ON COLUMN registry.submission_transition.offices IS 'offices of which the step demands one; NULL: none, it follows from another act';
INSERT INTO registry.submission_transition (from_state, kind, outcome, to_state, offices) VALUES
  ('submitted', 'receipt', 'wanted', 'submitted', '{officer}'),
  ('submitted', 'receipt', 'not_wanted', 'declined', '{officer}'),
  ('submitted', 'opinion', 'complete', 'opined', '{officer}'),
  ('submitted', 'opinion', 'to_be_checked', 'opined', '{officer}'),
  ('submitted', 'opinion', 'lacks_qualification', 'opined', '{officer}'),
  ('opined', 'vote', 'should_accept', 'opined', '{committee_member}'),
  ('opined', 'vote', 'should_not', 'opined', '{committee_member}'),
  ('opined', 'vote', 'should_accept', 'considered', '{committee_member}'),
  ('opined', 'vote', 'should_not', 'considered', '{committee_member}'),
  ('waiting', 'check', 'proved', 'started', NULL),
  ('waiting', 'check', 'unmet', 'stopped', NULL),
  ('waiting', 'check', 'undecided', 'waiting', NULL),
  ('waiting', 'facts', 'supplied', 'waiting', '{officer}'),
  ('awaiting_takeover', 'takeover', 'taken_over', 'recorded', NULL);
INSERT INTO registry.submission_transition (from_state, kind, outcome, to_state, offices)
SELECT from_state, 'order'::registry.submission_step_kind, outcome::registry.submission_outcome, to_state::registry.submission_state,
       '{executive, delegate}'::identity.office_name[]
  FROM unnest('{opined, considered}'::registry.submission_state[]) AS from_state
 CROSS JOIN (VALUES ('accept', 'recorded'), ('accept', 'waiting'), ('accept', 'awaiting_takeover'), ('reject', 'rejected'), ('other', 'submitted')) AS given (outcome, to_state)
 UNION ALL
SELECT from_state, 'lapse', 'lapsed', 'lapsed', '{officer}'
  FROM unnest('{submitted, opined, considered, waiting, awaiting_takeover}'::registry.submission_state[]) AS from_state
 UNION ALL
-- DE9
SELECT from_state, 'supersession', 'moved', 'superseded', NULL
  FROM unnest('{submitted, opined, considered, waiting}'::registry.submission_state[]) AS from_state;

CREATE TABLE registry.submission_step (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL,
  submission_number bigint NOT NULL,
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  taken_on date NOT NULL,
  first_month reference.pay_month,
  kind registry.submission_step_kind NOT NULL,
  outcome registry.submission_outcome NOT NULL,
  from_state registry.submission_state NOT NULL,
  to_state registry.submission_state NOT NULL,
  office identity.office_name,
  step_number smallint NOT NULL,
  round smallint NOT NULL,
  user_name text NOT NULL,
  document text,
  remark text,
  CONSTRAINT submission_step_pkey PRIMARY KEY (thai_id, programme, submission_number, step_number),
  CONSTRAINT submission_step_submission_fkey FOREIGN KEY (thai_id, programme, submission_number)
    REFERENCES registry.submission (thai_id, programme, submission_number)
);
COMMENT ON TABLE registry.submission_step IS 'steps of forms: who, in which office, when, and what it came to; evidence';
COMMENT ON COLUMN registry.submission_step.thai_id IS 'the person';
COMMENT ON COLUMN registry.submission_step.recorded_at IS 'when';
COMMENT ON COLUMN registry.submission_step.submission_number IS 'number of the form';
COMMENT ON COLUMN registry.submission_step.programme IS 'the programme';
COMMENT ON COLUMN registry.submission_step.authority_code IS 'local authority that has the form';
COMMENT ON COLUMN registry.submission_step.taken_on IS 'on which day';
COMMENT ON COLUMN registry.submission_step.first_month IS 'first month that an order names';
COMMENT ON COLUMN registry.submission_step.kind IS 'step';
COMMENT ON COLUMN registry.submission_step.outcome IS 'what it came to';
COMMENT ON COLUMN registry.submission_step.from_state IS 'state before';
COMMENT ON COLUMN registry.submission_step.to_state IS 'state after';
COMMENT ON COLUMN registry.submission_step.office IS 'office in which it was taken; NULL: the step follows from another act';
COMMENT ON COLUMN registry.submission_step.step_number IS '1 for the receipt, counting up';
COMMENT ON COLUMN registry.submission_step.round IS 'round of the form';
COMMENT ON COLUMN registry.submission_step.user_name IS 'who took it: user, or database role';
COMMENT ON COLUMN registry.submission_step.document IS 'paper that it refers to: number of an order, paper that proves facts';
COMMENT ON COLUMN registry.submission_step.remark IS 'reason, or what is lacking';

ALTER TABLE registry.submission ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.submission_register ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.submission_step ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON registry.submission TO welfare_writer;
GRANT SELECT, INSERT ON registry.submission_step TO welfare_writer;
CREATE POLICY submission_read ON registry.submission FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY submission_read ON registry.submission IS 'the authority that received a form and administrators see it; nobody above the authority';
CREATE POLICY submission_step_read ON registry.submission_step FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY submission_step_read ON registry.submission_step IS 'the authority that has the form and administrators see its path';
CREATE POLICY submission_step_add ON registry.submission_step FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY submission_step_add ON registry.submission_step IS 'steps are taken at the authority that has the form';
-- A form begins as received, and its state, round and count of steps change by its steps alone; what was handed in never changes, and
-- nothing does once the path has ended. Errors: WF30J.
CREATE FUNCTION registry.guard_submission() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    unchanged registry.submission := NEW;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF (NEW.state, NEW.steps, NEW.round) <> ('submitted', 0, 1)
         OR num_nonnulls(NEW.claim_number, NEW.ordered_on, NEW.order_number, NEW.first_month, NEW.undecided) > 0 THEN
        PERFORM reference.refuse('WF30J', NULL);
      END IF;
      RETURN NEW;
    END IF;
    -- a successor takes over what is open (RC2)
    unchanged.authority_code := OLD.authority_code;
    unchanged.district_code := OLD.district_code;
    unchanged.province_code := OLD.province_code;
    unchanged.facts := OLD.facts;
    unchanged.undecided := OLD.undecided;
    unchanged.ordered_on := OLD.ordered_on;
    unchanged.order_number := OLD.order_number;
    unchanged.first_month := OLD.first_month;
    unchanged.claim_number := OLD.claim_number;
    IF pg_trigger_depth() > 1 THEN
      unchanged.state := OLD.state;
      unchanged.steps := OLD.steps;
      unchanged.round := OLD.round;
    END IF;
    IF unchanged IS DISTINCT FROM OLD OR NEW.claim_number <> OLD.claim_number
       OR NEW IS DISTINCT FROM OLD AND OLD.state NOT IN ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover') THEN
      PERFORM reference.refuse('WF30J', NULL);
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.guard_submission() IS 'refuses changes of a form that no step makes';

-- Takes a step: fills in who, in which office, when and from which state, refuses what may not follow, and moves the form on. The one
-- place at which the path is decided, whoever writes. Errors: WF30A no such form, WF30B the step may not follow, WF30C without the
-- office, WF30D somebody who took another step of the form.
CREATE FUNCTION registry.take_submission_step() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.submission;
    members smallint;
    demanded identity.office_name[];
    separate registry.submission_step_kind[] := ARRAY['receipt', 'opinion', 'vote', 'order'];
  BEGIN
    SELECT * INTO held
      FROM registry.submission
     WHERE (submission.thai_id, submission.programme, submission.submission_number) = (NEW.thai_id, NEW.programme, NEW.submission_number)
       FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF30A', NULL, NEW.submission_number::text);
    END IF;
    NEW.user_name := coalesce(welfare.principal(), session_user);
    NEW.recorded_at := clock_timestamp();
    NEW.taken_on := welfare.business_date();
    NEW.authority_code := held.authority_code;
    NEW.from_state := held.state;
    NEW.round := held.round;
    NEW.step_number := held.steps + 1;
    SELECT procedure.committee_size INTO members
      FROM reference.submission_procedure AS procedure
     WHERE procedure.programme = held.programme AND procedure.valid @> held.received_on;
    IF NEW.kind = 'vote' THEN
      NEW.to_state := CASE WHEN (SELECT count(*) FROM registry.submission_step AS vote
                                  WHERE (vote.thai_id, vote.programme, vote.submission_number) = (NEW.thai_id, NEW.programme, NEW.submission_number)
                                    AND vote.kind = 'vote' AND vote.round = held.round) + 1 >= members
                           THEN 'considered' ELSE 'opined' END::registry.submission_state;
    END IF;
    SELECT transition.offices INTO demanded
      FROM registry.submission_transition AS transition
     WHERE (transition.from_state, transition.kind, transition.outcome, transition.to_state) = (NEW.from_state, NEW.kind, NEW.outcome, NEW.to_state);
    IF NOT FOUND
       OR (held.steps = 0) <> (NEW.kind = 'receipt')
       OR NEW.kind = 'receipt' AND held.wants_allowance <> (NEW.outcome = 'wanted')
       -- the committee's step is there or is not; it is not left out
       OR NEW.kind = 'vote' AND members IS DISTINCT FROM 3
       OR NEW.kind = 'order' AND held.state = 'opined' AND members IS DISTINCT FROM 0 THEN
      PERFORM reference.refuse('WF30B', NULL, registry.word_for('submission_state', held.state::text), NEW.kind::text || ' ' || NEW.outcome::text);
    END IF;
    NEW.office := NULL;
    IF demanded IS NOT NULL THEN
      SELECT office INTO NEW.office
        FROM unnest(demanded) AS office
       WHERE identity.has_office(NEW.user_name, office, held.authority_code, NEW.taken_on)
       LIMIT 1;
      IF NEW.office IS NULL THEN
        PERFORM reference.refuse('WF30C', NULL, array_to_string(demanded, ', '));
      END IF;
    END IF;
    IF NEW.kind = ANY (separate) AND EXISTS (
         SELECT FROM registry.submission_step AS other
          WHERE (other.thai_id, other.programme, other.submission_number) = (NEW.thai_id, NEW.programme, NEW.submission_number)
            AND other.user_name = NEW.user_name AND other.kind = ANY (separate)
            -- a form that came back is looked at by the same people again
            AND (other.kind <> NEW.kind OR other.round = NEW.round)) THEN
      PERFORM reference.refuse('WF30D', NULL);
    END IF;
    UPDATE registry.submission
       SET state = NEW.to_state, steps = NEW.step_number, round = submission.round + (NEW.outcome = 'other')::integer
     WHERE (submission.thai_id, submission.programme, submission.submission_number) = (NEW.thai_id, NEW.programme, NEW.submission_number);
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.take_submission_step() IS 'takes a step of a form: who, in which office, when; refuses what may not follow; moves the form on';
REVOKE ALL ON FUNCTION registry.guard_submission(), registry.take_submission_step() FROM PUBLIC;

CREATE TRIGGER submission_guard BEFORE INSERT OR UPDATE ON registry.submission
  FOR EACH ROW EXECUTE FUNCTION registry.guard_submission();
COMMENT ON TRIGGER submission_guard ON registry.submission IS 'a form changes by its steps alone';
CREATE TRIGGER submission_no_removal BEFORE DELETE OR TRUNCATE ON registry.submission
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER submission_no_removal ON registry.submission IS 'forms are evidence';
CREATE TRIGGER submission_step_take BEFORE INSERT ON registry.submission_step
  FOR EACH ROW EXECUTE FUNCTION registry.take_submission_step();
COMMENT ON TRIGGER submission_step_take ON registry.submission_step IS 'no step is skipped, repeated, or taken without its office';
CREATE TRIGGER submission_step_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.submission_step
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER submission_step_no_change ON registry.submission_step IS 'steps are evidence, and none is undone';

COMMIT;

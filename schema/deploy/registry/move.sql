-- ER8, DR8, DE9–DE14, DE19, EG5.2: moves as a handshake between two authorities: who notified, confirmed and acknowledged, and when.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF310', 'บันทึกการย้ายระหว่าง อปท. ทั้งสองไว้แล้ว และยังไม่เสร็จสิ้น', 'the move between the two local authorities is on record and still open',
   'ดูรายการด้วย registry.open_moves', 'registry.open_moves shows it.'),
  ('WF311', 'วันยืนยันสิทธิ %1$s อยู่ก่อนวันย้าย %2$s', 'the confirmation of %1$s lies before the day of the move, %2$s',
   'สิทธิยืนยันได้กับ อปท. ที่มีภูมิลำเนาในวันนั้นเท่านั้น', 'It counts only at the authority of domicile on that day.'),
  ('WF312', 'การย้ายที่อยู่ในขั้น %1$s จะเปลี่ยนเป็น %2$s โดย อปท. นี้ไม่ได้', 'a move that is %1$s cannot be made %2$s by this local authority',
   NULL, NULL),
  ('WF313', 'ผู้นี้ยืนยันสิทธิกับ อปท. แห่งใหม่แล้ว ต้องดำเนินการเรื่องย้ายให้เสร็จก่อน', 'the person has confirmed at another local authority: the move comes first',
   'อปท. เดิมรับทราบด้วย registry.acknowledge_move หรือแห่งใหม่ถอนด้วย registry.withdraw_confirmation',
   'The old authority acknowledges it (registry.acknowledge_move), or the new one withdraws it (registry.withdraw_confirmation).'),
  ('WF314', 'การย้ายต้องระบุ อปท. ปลายทาง', 'a move names the local authority to which the person goes',
   'ผู้ที่ถูกจำหน่ายชื่อออกจากทะเบียนบ้านโดยไม่ย้ายเข้าที่ใดเป็นผู้ขาดคุณสมบัติ ต้องปิดประกาศก่อน มิใช่การย้าย; กรุงเทพมหานครให้ระบุรหัส',
   'Who is struck off every register has lost a qualification, which takes a public notice and is no move; Bangkok is given by its code.'),
  ('WF315', 'เบี้ย%1$sไม่โอนตามการย้าย อปท. แห่งใหม่พิจารณาใหม่', 'the %1$s allowance does not move: the new local authority decides anew',
   'ใช้ registry.add_beneficiary หลังจากย้ายเสร็จ', 'Use registry.add_beneficiary when the move is done.'),
  ('WF316', 'ไม่มีการย้ายของ %1$s ที่ดำเนินการขั้นนี้ได้', 'there is no move of %1$s that could take this step',
   'แจ้งการย้ายด้วย registry.notify_move หากไม่มีสิทธิอยู่ที่อื่นให้ใช้ registry.add_beneficiary',
   'Notify it first (registry.notify_move); who has no claim elsewhere is added by registry.add_beneficiary.'),
  ('WF317', 'เดือน %1$s ยังมาไม่ถึง จึงยังไม่มีผู้จ่ายแล้ว', 'nobody has paid %1$s yet: the month has not come',
   NULL, NULL),
  ('WF318', 'กลับมาวันที่ %1$s หลังสิ้นปีงบประมาณที่ย้าย (%2$s) จึงต้องยืนยันสิทธิใหม่', 'back on %1$s, after the fiscal year of the move (%2$s): a new confirmation is needed',
   'จำหน่ายรายการเดิมแล้วเพิ่มใหม่', 'Dispose the claim as moved, and add it anew.'),
  ('WF319', '%1$s อยู่ในระบบนี้ จึงไม่ใช่การย้ายจากนอกระบบ', '%1$s is inside the system: only Bangkok is named as where a person comes from',
   'ไม่ต้องระบุ from_authority_code', 'Leave from_authority_code out.'),
  ('WF31A', 'สิทธิที่รอการรับทราบต้องมีการย้าย', 'a claim awaits acknowledgement only in a move',
   'ใช้ registry.confirm_move', 'Use registry.confirm_move.'),
  ('WF31B', 'ยืนยันครั้งละหนึ่งประเภทเบี้ย', 'one programme is confirmed at a time',
   NULL, NULL),
  ('WF31C', 'กรุงเทพมหานครอยู่นอกระบบ จึงจำหน่ายด้วยเอกสาร', 'Bangkok is outside the system: the claim is disposed by its document',
   'ใช้ registry.dispose (moved, claimed_elsewhere_on)', 'Use registry.dispose with moved and claimed_elsewhere_on.');

CREATE TYPE registry.move_state AS ENUM ('notified', 'confirmed', 'acknowledged', 'lapsed', 'resumed', 'cancelled', 'superseded', 'withdrawn', 'ended');
COMMENT ON TYPE registry.move_state IS 'step of one programme in a move: notified; confirmed by the person at the new authority; acknowledged by the old; lapsed, because not confirmed while the old one paid; resumed by a confirmation after that, which needs no acknowledgement; cancelled, because the person came back; superseded by another move; a confirmation withdrawn; ended with the claim';
CREATE TYPE registry.move_party AS ENUM ('old', 'new', 'either');
COMMENT ON TYPE registry.move_party IS 'who takes a step: the old authority, the new one, or either of them, a job included; for Bangkok, outside the system, the other one records it';
CREATE TYPE registry.move_outcome AS ENUM ('completed', 'cancelled', 'superseded');
COMMENT ON TYPE registry.move_outcome IS 'how a move closed: every step was taken, the person came back, another move took its place';

CREATE TABLE registry.move_transition (
  from_state registry.move_state NOT NULL,
  to_state registry.move_state NOT NULL,
  taken_by registry.move_party NOT NULL,
  meaning text NOT NULL,
  CONSTRAINT move_transition_pkey PRIMARY KEY (from_state, to_state)
);
COMMENT ON TABLE registry.move_transition IS 'which step of a move may follow which, and who takes it (ER8)';
COMMENT ON COLUMN registry.move_transition.from_state IS 'step before';
COMMENT ON COLUMN registry.move_transition.to_state IS 'step after';
COMMENT ON COLUMN registry.move_transition.taken_by IS 'who takes it';
COMMENT ON COLUMN registry.move_transition.meaning IS 'what happened';
ALTER TABLE registry.move_transition ENABLE ROW LEVEL SECURITY;
INSERT INTO registry.move_transition (from_state, to_state, taken_by, meaning) VALUES
  ('notified', 'confirmed', 'new', 'the person confirmed at the new authority (ER8.1)'),
  ('confirmed', 'acknowledged', 'old', 'the old authority stated the last month that it pays (EG5.2)'),
  ('notified', 'lapsed', 'either', 'the last month of the old authority is over (ER8.5)'),
  ('lapsed', 'resumed', 'new', 'confirmed after that (ER8.5)'),
  ('notified', 'resumed', 'new', 'confirmed after that, before the day''s job saw it (ER8.5)'),
  ('notified', 'cancelled', 'old', 'back at the old authority in time (DE13)'),
  ('lapsed', 'cancelled', 'old', 'back at the old authority in time, recorded later (DE13)'),
  ('withdrawn', 'cancelled', 'old', 'back at the old authority in time (DE13)'),
  ('notified', 'superseded', 'either', 'moved on before confirming'),
  ('lapsed', 'superseded', 'either', 'moved on before confirming'),
  ('withdrawn', 'superseded', 'either', 'moved on'),
  ('confirmed', 'withdrawn', 'new', 'the confirmation was a mistake'),
  ('withdrawn', 'confirmed', 'new', 'confirmed anew'),
  ('notified', 'ended', 'either', 'the claim ended otherwise'),
  ('confirmed', 'ended', 'either', 'the person died');

CREATE TABLE registry.move (
  thai_id welfare.thai_id NOT NULL,
  notified_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  move_number smallint NOT NULL,
  moved_out_on date NOT NULL,
  notified_on date NOT NULL DEFAULT welfare.business_date(),
  agreed_on date,
  closed_on date,
  from_authority_code integer NOT NULL,
  to_authority_code integer NOT NULL,
  outcome registry.move_outcome,
  document text NOT NULL,
  notified_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  agreed_by text,
  closed_by text,
  CONSTRAINT move_pkey PRIMARY KEY (thai_id, move_number),
  CONSTRAINT move_from_fkey FOREIGN KEY (from_authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT move_to_fkey FOREIGN KEY (to_authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT move_elsewhere CHECK (from_authority_code <> to_authority_code),
  CONSTRAINT move_documented CHECK (btrim(document) <> ''),
  CONSTRAINT move_agreed_whole CHECK (num_nonnulls(agreed_on, agreed_by) IN (0, 2)),
  CONSTRAINT move_closed_whole CHECK (num_nonnulls(closed_on, closed_by, outcome) IN (0, 3))
);
COMMENT ON TABLE registry.move IS 'moves of persons from one authority to another (ER8)';
COMMENT ON COLUMN registry.move.thai_id IS 'the person; of a move from Bangkok perhaps not on record yet';
COMMENT ON COLUMN registry.move.notified_at IS 'when it was recorded';
COMMENT ON COLUMN registry.move.move_number IS '1 for the person''s first move, counting up';
COMMENT ON COLUMN registry.move.moved_out_on IS 'day of moving out in the house register (ER8.3)';
COMMENT ON COLUMN registry.move.notified_on IS 'day on which it was notified (ER8.2)';
COMMENT ON COLUMN registry.move.agreed_on IS 'day on which the old authority notified or agreed, from when on the law''s last month stands; NULL while only the new one has told';
COMMENT ON COLUMN registry.move.closed_on IS 'day on which nothing was left to do';
COMMENT ON COLUMN registry.move.from_authority_code IS 'old authority';
COMMENT ON COLUMN registry.move.to_authority_code IS 'new authority';
COMMENT ON COLUMN registry.move.outcome IS 'how it closed';
COMMENT ON COLUMN registry.move.document IS 'document that shows the move';
COMMENT ON COLUMN registry.move.notified_by IS 'user, or database role, that recorded it';
COMMENT ON COLUMN registry.move.agreed_by IS 'user of the old authority who notified or agreed';
COMMENT ON COLUMN registry.move.closed_by IS 'user whose step was the last';
CREATE UNIQUE INDEX move_one_open ON registry.move (thai_id, from_authority_code, to_authority_code) WHERE closed_on IS NULL;
COMMENT ON INDEX registry.move_one_open IS 'one open move of a person between two authorities';
CREATE INDEX move_from_open ON registry.move (from_authority_code) WHERE closed_on IS NULL;
COMMENT ON INDEX registry.move_from_open IS 'who leaves an authority';
CREATE INDEX move_to_open ON registry.move (to_authority_code) WHERE closed_on IS NULL;
COMMENT ON INDEX registry.move_to_open IS 'who comes to an authority';
CREATE INDEX move_notified_on ON registry.move (notified_on);
COMMENT ON INDEX registry.move_notified_on IS 'moves of a month (ER8.6)';

CREATE TABLE registry.move_claim (
  thai_id welfare.thai_id NOT NULL,
  move_number smallint NOT NULL,
  programme reference.programme_name NOT NULL,
  sensitive boolean NOT NULL DEFAULT false,
  state registry.move_state NOT NULL DEFAULT 'notified',
  old_claim_number smallint,
  new_claim_number smallint,
  claimed_on date,
  confirmed_on date,
  acknowledged_on date,
  escalated_on date,
  ended_on date,
  last_month_paid reference.pay_month,
  confirmed_by text,
  acknowledged_by text,
  ended_by text,
  document text,
  form jsonb,
  details jsonb,
  CONSTRAINT move_claim_pkey PRIMARY KEY (thai_id, move_number, programme),
  CONSTRAINT move_claim_move_fkey FOREIGN KEY (thai_id, move_number) REFERENCES registry.move (thai_id, move_number),
  CONSTRAINT move_claim_old_fkey FOREIGN KEY (thai_id, programme, old_claim_number) REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT move_claim_new_fkey FOREIGN KEY (thai_id, programme, new_claim_number) REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT move_claim_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  -- AR2: of health data the move says nothing, to nobody
  CONSTRAINT move_claim_not_sensitive CHECK (NOT sensitive),
  CONSTRAINT move_claim_confirmed CHECK (state NOT IN ('confirmed', 'resumed') OR num_nulls(claimed_on, confirmed_on, confirmed_by, new_claim_number) = 0),
  CONSTRAINT move_claim_acknowledged CHECK ((state = 'acknowledged') = (acknowledged_on IS NOT NULL) AND (state = 'acknowledged') = (acknowledged_by IS NOT NULL))
);
COMMENT ON TABLE registry.move_claim IS 'what becomes of each programme in a move; of health data never (AR2)';
COMMENT ON COLUMN registry.move_claim.thai_id IS 'the person';
COMMENT ON COLUMN registry.move_claim.move_number IS 'number of the move';
COMMENT ON COLUMN registry.move_claim.programme IS 'the programme';
COMMENT ON COLUMN registry.move_claim.sensitive IS 'false: no programme that is health data stands here';
COMMENT ON COLUMN registry.move_claim.state IS 'last step taken';
COMMENT ON COLUMN registry.move_claim.old_claim_number IS 'claim at the old authority; NULL when it has none of the programme';
COMMENT ON COLUMN registry.move_claim.new_claim_number IS 'claim at the new authority';
COMMENT ON COLUMN registry.move_claim.claimed_on IS 'day of the confirmation or application at the new authority';
COMMENT ON COLUMN registry.move_claim.confirmed_on IS 'day on which that was recorded, from which the old one''s days to acknowledge are counted';
COMMENT ON COLUMN registry.move_claim.acknowledged_on IS 'day of the old authority''s acknowledgement';
COMMENT ON COLUMN registry.move_claim.escalated_on IS 'day on which the missing acknowledgement was marked for the province (ER8.4)';
COMMENT ON COLUMN registry.move_claim.ended_on IS 'day of a last step other than the acknowledgement';
COMMENT ON COLUMN registry.move_claim.last_month_paid IS 'last month that the old authority states it paid; NULL: none beyond the law''s';
COMMENT ON COLUMN registry.move_claim.confirmed_by IS 'user who recorded the confirmation';
COMMENT ON COLUMN registry.move_claim.acknowledged_by IS 'user who acknowledged';
COMMENT ON COLUMN registry.move_claim.ended_by IS 'user, or database role, of that last step';
COMMENT ON COLUMN registry.move_claim.document IS 'document by which Bangkok confirmed or acknowledged';
COMMENT ON COLUMN registry.move_claim.form IS 'the confirmation''s form as it was handed in; the old authority does not see it';
COMMENT ON COLUMN registry.move_claim.details IS 'what the form says of the person, which replaces the record when it comes over';
CREATE UNIQUE INDEX move_claim_one_open ON registry.move_claim (thai_id, programme, old_claim_number) WHERE state IN ('notified', 'confirmed');
COMMENT ON INDEX registry.move_claim_one_open IS 'a claim leaves by one move at a time';
CREATE INDEX move_claim_unacknowledged ON registry.move_claim (confirmed_on) WHERE state = 'confirmed';
COMMENT ON INDEX registry.move_claim_unacknowledged IS 'confirmations that await acknowledgement';

-- Every reading and writing is by functions of the owner, which look at who asks: no role has any right here.
ALTER TABLE registry.move ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.move_claim ENABLE ROW LEVEL SECURITY;

-- The one trigger of the steps: only a step that the table allows, by whom it allows, stamped with who and when; nothing else
-- changes. Errors: WF312, WF064, WF065.
CREATE FUNCTION registry.take_move_step() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    unchanged registry.move_claim := NEW;
    told text := coalesce(welfare.principal(), session_user);
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.state <> 'notified' THEN
        PERFORM reference.refuse('WF312', NULL, '-', NEW.state::text);
      END IF;
      RETURN NEW;
    END IF;
    IF (NEW.thai_id, NEW.move_number, NEW.programme) <> (OLD.thai_id, OLD.move_number, OLD.programme) THEN
      PERFORM reference.refuse('WF065', NULL, 'thai_id, move_number, programme');
    END IF;
    unchanged.state := OLD.state;
    IF NEW.state = OLD.state THEN
      IF OLD.escalated_on IS NULL AND OLD.state = 'confirmed' THEN
        unchanged.escalated_on := NULL;
      END IF;
    ELSE
      IF NOT EXISTS (
        SELECT FROM registry.move_transition AS step
          JOIN registry.move ON move.thai_id = NEW.thai_id AND move.move_number = NEW.move_number
         WHERE step.from_state = OLD.state AND step.to_state = NEW.state
           AND (step.taken_by = 'either'
                OR welfare.authority_code() = CASE
                     WHEN step.taken_by = 'new' AND reference.pays(move.to_authority_code)
                          OR step.taken_by = 'old' AND NOT reference.pays(move.from_authority_code) THEN move.to_authority_code
                     ELSE move.from_authority_code END)) THEN
        PERFORM reference.refuse('WF312', NULL, OLD.state::text, NEW.state::text);
      END IF;
      IF NEW.state IN ('confirmed', 'resumed') THEN
        NEW.confirmed_on := welfare.business_date();
        NEW.confirmed_by := told;
        unchanged.claimed_on := OLD.claimed_on;
        unchanged.new_claim_number := OLD.new_claim_number;
        unchanged.form := OLD.form;
        unchanged.details := OLD.details;
        unchanged.document := OLD.document;
        unchanged.escalated_on := OLD.escalated_on;
      END IF;
      IF NEW.state = 'acknowledged' THEN
        NEW.acknowledged_by := told;
        unchanged.acknowledged_on := OLD.acknowledged_on;
        unchanged.last_month_paid := OLD.last_month_paid;
        unchanged.document := OLD.document;
      ELSIF NEW.state <> 'confirmed' THEN
        NEW.ended_on := welfare.business_date();
        NEW.ended_by := told;
      END IF;
    END IF;
    IF unchanged IS DISTINCT FROM OLD THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.move_claim');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.take_move_step() IS 'lets a move take only the steps that its table allows, by whom it allows, and records who and when';
-- Nothing changes in a move but that the old authority agrees, that an authority's successor takes its place, and that it closes.
CREATE FUNCTION registry.keep_move() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    unchanged registry.move := NEW;
  BEGIN
    unchanged.closed_on := NULL;
    unchanged.closed_by := NULL;
    unchanged.outcome := NULL;
    IF OLD.agreed_on IS NULL THEN
      unchanged.agreed_on := NULL;
      unchanged.agreed_by := NULL;
    END IF;
    IF EXISTS (SELECT FROM reference.local_authority AS gone
                WHERE gone.authority_code = OLD.from_authority_code AND gone.successor_code = NEW.from_authority_code) THEN
      unchanged.from_authority_code := OLD.from_authority_code;
    END IF;
    IF EXISTS (SELECT FROM reference.local_authority AS gone
                WHERE gone.authority_code = OLD.to_authority_code AND gone.successor_code = NEW.to_authority_code) THEN
      unchanged.to_authority_code := OLD.to_authority_code;
    END IF;
    IF unchanged IS DISTINCT FROM OLD THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.move');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.keep_move() IS 'lets nothing change in a move but its agreement and its end';
REVOKE ALL ON FUNCTION registry.take_move_step(), registry.keep_move() FROM PUBLIC;

CREATE TRIGGER move_claim_step BEFORE INSERT OR UPDATE ON registry.move_claim
  FOR EACH ROW EXECUTE FUNCTION registry.take_move_step();
COMMENT ON TRIGGER move_claim_step ON registry.move_claim IS 'no step is skipped or undone (ER8)';
CREATE TRIGGER move_claim_no_removal BEFORE DELETE OR TRUNCATE ON registry.move_claim
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER move_claim_no_removal ON registry.move_claim IS 'moves are evidence';
CREATE TRIGGER move_keep BEFORE UPDATE ON registry.move
  FOR EACH ROW EXECUTE FUNCTION registry.keep_move();
COMMENT ON TRIGGER move_keep ON registry.move IS 'moves are evidence';
CREATE TRIGGER move_no_removal BEFORE DELETE OR TRUNCATE ON registry.move
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER move_no_removal ON registry.move IS 'moves are evidence';

COMMIT;

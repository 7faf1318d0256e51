-- ER13, ER14, DE20, DE21: what a late fact changes in a month that was prepared: arrears or a recovery beside the line, never in it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF360', 'ไม่มีรายการเรียกคืนลำดับที่ %1$s ของเดือน %2$s', 'there is no recovery number %1$s of %2$s to decide on',
   NULL, NULL),
  ('WF361', 'รายการเรียกคืนนี้มีคำสั่งแล้ว', 'that recovery was decided already',
   'หากรายการผิด ให้แก้ข้อเท็จจริง แล้วรายการปรับปรุงใหม่จะหักล้างกัน', 'If it is wrong, mend the fact: another adjustment undoes it.'),
  ('WF362', 'การเรียกคืนต้องสั่งโดยผู้บริหารท้องถิ่นหรือผู้รับมอบอำนาจของ อปท. ในวันที่ %1$s', 'a recovery is decided by who is executive or delegate of the authority on %1$s',
   'ให้ผู้บริหารท้องถิ่นดำเนินการด้วยตนเอง', 'The executive does it, as oneself.'),
  ('WF363', 'ไม่มีกฎหมายให้งดเรียกคืน%1$sที่รับไปโดยสุจริต ในวันที่ %2$s', 'no law lets a %1$s received in good faith be kept on %2$s',
   NULL, NULL),
  ('WF364', 'รายการเรียกคืนนี้ถูกหักล้างด้วยรายการปรับปรุงภายหลังแล้ว', 'a later adjustment undid that recovery',
   NULL, NULL),
  ('WF365', 'การเปลี่ยนแปลงที่จะดูล่วงหน้าต้องเป็นหนึ่งใน edit, dispose, rate', 'a change to look at beforehand is one of edit, dispose, rate',
   NULL, NULL);

CREATE TYPE payment.adjustment_kind AS ENUM ('arrears', 'recovery');
COMMENT ON TYPE payment.adjustment_kind IS 'what an adjustment does: pays what was lacking, asks for what was too much';

CREATE TYPE payment.adjustment_standing AS ENUM ('payable', 'proposed', 'due', 'not_recovered', 'settled');
COMMENT ON TYPE payment.adjustment_standing IS 'how an adjustment stands: arrears to be paid; a recovery that nobody has decided on; one that the executive ordered; one that is let be, received in good faith (ER14, EG7); one of which nothing is asked any more: it came back, or was offset';

CREATE TYPE payment.recovery_outcome AS ENUM ('due', 'not_recovered');
COMMENT ON TYPE payment.recovery_outcome IS 'what the executive decides of a recovery: it is due, or what was received in good faith is let be';

CREATE TYPE payment.adjustment_cause AS ENUM ('rate_changed', 'rule_changed', 'fact_changed', 'birth_date_changed', 'claim_dates_changed', 'top_up_changed',
                                              'late_claim', 'late_disposal', 'death', 'held_released', 'wrong_id', 'adjustment_undone', 'never_entitled');
COMMENT ON TYPE payment.adjustment_cause IS 'why a month is now worth something else: another rate; another criterion or age rule; other facts; another birth date; another first month; another top-up; a claim recorded, or disposed of, late; a death learnt late; a hold or suspension released; the month under this ID was another''s; an earlier adjustment no longer holds; the executive ordered reclaimed what was received without a right';

CREATE TABLE payment.adjustment (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL,
  month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  kind payment.adjustment_kind NOT NULL,
  cause payment.adjustment_cause NOT NULL,
  adjustment_number smallint NOT NULL,
  claim_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  allowance numeric(12,2) NOT NULL,
  top_up numeric(12,2) NOT NULL,
  other_payers numeric(12,2) NOT NULL,
  rule jsonb NOT NULL,
  recorded_by text NOT NULL,
  CONSTRAINT adjustment_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number),
  CONSTRAINT adjustment_claim_fkey FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT adjustment_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT adjustment_number_positive CHECK (adjustment_number >= 1),
  CONSTRAINT adjustment_sign CHECK (CASE kind WHEN 'arrears' THEN least(allowance, top_up, other_payers) = 0 AND greatest(allowance, top_up, other_payers) > 0
                                                  OR least(allowance, top_up, other_payers) > 0
                                              ELSE greatest(allowance, top_up, other_payers) = 0 AND least(allowance, top_up, other_payers) < 0
                                                  OR greatest(allowance, top_up, other_payers) < 0 END)
);
COMMENT ON TABLE payment.adjustment IS 'what was found lacking or too much in a month after it was prepared, beside its line; a wrong one is undone by another';
COMMENT ON COLUMN payment.adjustment.thai_id IS 'the person';
COMMENT ON COLUMN payment.adjustment.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.adjustment.month IS 'the month';
COMMENT ON COLUMN payment.adjustment.authority_code IS 'local authority that pays it, or that paid too much';
COMMENT ON COLUMN payment.adjustment.programme IS 'the programme';
COMMENT ON COLUMN payment.adjustment.kind IS 'arrears or recovery';
COMMENT ON COLUMN payment.adjustment.cause IS 'why the month is worth something else';
COMMENT ON COLUMN payment.adjustment.adjustment_number IS 'running number within the person''s month';
COMMENT ON COLUMN payment.adjustment.claim_number IS 'number of the claim';
COMMENT ON COLUMN payment.adjustment.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.adjustment.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.adjustment.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.adjustment.allowance IS 'baht that the law makes the authority pay, negative in a recovery';
COMMENT ON COLUMN payment.adjustment.top_up IS 'baht that the authority adds, negative in a recovery';
COMMENT ON COLUMN payment.adjustment.other_payers IS 'baht of components that others pay, negative in a recovery';
COMMENT ON COLUMN payment.adjustment.rule IS 'criterion, age and rate rows by which the month was paid (then) and by which it is worth something else (now), and the disposal';
COMMENT ON COLUMN payment.adjustment.recorded_by IS 'user who recorded it';
CREATE INDEX adjustment_month ON payment.adjustment (month, thai_id, programme);
COMMENT ON INDEX payment.adjustment_month IS 'a month''s adjustments';
CREATE INDEX adjustment_authority ON payment.adjustment (authority_code, month);
COMMENT ON INDEX payment.adjustment_authority IS 'an authority''s own adjustments';
ALTER TABLE payment.adjustment ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER adjustment_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.adjustment
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER adjustment_no_change ON payment.adjustment IS 'adjustments are evidence: a wrong one is undone by another';
GRANT SELECT ON payment.adjustment TO welfare_writer;
-- AR2: above the authority nobody but an administrator sees what is health data.
CREATE POLICY adjustment_read ON payment.adjustment FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY adjustment_read ON payment.adjustment IS 'functions that act for a user see what the user''s scope covers';

CREATE TABLE payment.recovery_decision (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  month reference.pay_month NOT NULL,
  decided_on date NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  outcome payment.recovery_outcome NOT NULL,
  signed_as identity.office_name,
  adjustment_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  order_number text NOT NULL,
  reason text NOT NULL,
  decided_by text NOT NULL DEFAULT welfare.principal(),
  CONSTRAINT recovery_decision_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number),
  CONSTRAINT recovery_decision_adjustment_fkey FOREIGN KEY (thai_id, programme, month, adjustment_number)
    REFERENCES payment.adjustment (thai_id, programme, month, adjustment_number),
  CONSTRAINT recovery_decision_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT recovery_decision_signed CHECK (signed_as IN ('executive', 'delegate')),
  CONSTRAINT recovery_decision_stated CHECK (btrim(order_number) <> '' AND btrim(reason) <> '')
);
COMMENT ON TABLE payment.recovery_decision IS 'orders by which proposed recoveries become due, or are let be (ER14, EG7)';
COMMENT ON COLUMN payment.recovery_decision.thai_id IS 'the person';
COMMENT ON COLUMN payment.recovery_decision.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.recovery_decision.month IS 'the month';
COMMENT ON COLUMN payment.recovery_decision.decided_on IS 'day of the order';
COMMENT ON COLUMN payment.recovery_decision.authority_code IS 'local authority that paid too much';
COMMENT ON COLUMN payment.recovery_decision.programme IS 'the programme';
COMMENT ON COLUMN payment.recovery_decision.outcome IS 'what was decided';
COMMENT ON COLUMN payment.recovery_decision.signed_as IS 'office in which it was signed; NULL: on paper';
COMMENT ON COLUMN payment.recovery_decision.adjustment_number IS 'the recovery';
COMMENT ON COLUMN payment.recovery_decision.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.recovery_decision.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.recovery_decision.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.recovery_decision.order_number IS 'number of the order';
COMMENT ON COLUMN payment.recovery_decision.reason IS 'why, and the report that it refers to';
COMMENT ON COLUMN payment.recovery_decision.decided_by IS 'user who signed, or recorded the order on paper';
ALTER TABLE payment.recovery_decision ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER recovery_decision_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.recovery_decision
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER recovery_decision_no_change ON payment.recovery_decision IS 'orders are evidence';
GRANT SELECT ON payment.recovery_decision TO welfare_writer;
CREATE POLICY recovery_decision_read ON payment.recovery_decision FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY recovery_decision_read ON payment.recovery_decision IS 'functions that act for a user see what the user''s scope covers';

DO $$
BEGIN
  PERFORM audit.track('payment.recovery_decision', '{thai_id,programme,month,adjustment_number}', untracked_columns => '{recorded_at,decided_by}');
END
$$;

-- Writes down what was decided on a recovery. It waits for a recording of the month's adjustments and for approvals that would offset it, and these for it.
-- Parameters: authorities whose recoveries it may be; the recovery; what is decided; number of the order; why; day; office, NULL: on paper.
-- Errors: WF360, WF361, WF363, WF364, WF454.
CREATE FUNCTION payment.write_decision(own integer[], thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer,
                                       outcome payment.recovery_outcome, order_number text, reason text, decided_on date, office identity.office_name)
  RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    recovery payment.adjustment;
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('payment.prepare'), write_decision.month - DATE '1900-01-01');
    SELECT * INTO recovery FROM payment.adjustment
     WHERE adjustment.thai_id = write_decision.thai_id AND adjustment.programme = write_decision.programme AND adjustment.month = write_decision.month
       AND adjustment.adjustment_number = write_decision.adjustment_number AND adjustment.kind = 'recovery' AND adjustment.authority_code = ANY (write_decision.own);
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF360', NULL, coalesce(write_decision.adjustment_number::text, 'NULL'), coalesce(write_decision.month::text, 'NULL'));
    END IF;
    PERFORM payment.keep_from_approval(recovery.month, ARRAY[recovery.authority_code], ARRAY[recovery.programme]);
    IF EXISTS (SELECT FROM payment.recovery_decision AS made
                WHERE made.thai_id = recovery.thai_id AND made.programme = recovery.programme AND made.month = recovery.month
                  AND made.adjustment_number = recovery.adjustment_number) THEN
      PERFORM reference.refuse('WF361', NULL);
    -- numbers run by ID, of which the right may have had another (IS9.6)
    ELSIF EXISTS (SELECT FROM payment.records_of_right(recovery.thai_id, recovery.programme, recovery.claim_number) AS record
                    JOIN payment.adjustment AS later
                      ON later.thai_id = record.record_id AND later.programme = recovery.programme AND later.month = recovery.month
                     AND later.claim_number = record.record_number
                   WHERE later.kind = 'arrears'
                     AND CASE WHEN later.thai_id = recovery.thai_id THEN later.adjustment_number > recovery.adjustment_number
                              ELSE later.recorded_at > recovery.recorded_at END) THEN
      PERFORM reference.refuse('WF364', NULL);
    -- what was never paid is offset, and nobody is asked for it: nothing is left to order
    ELSIF NOT EXISTS (SELECT FROM payment.still_asked(recovery.thai_id, recovery.programme, recovery.month, recovery.adjustment_number) AS still
                       WHERE still.amount > 0) THEN
      PERFORM reference.refuse('WF454', NULL);
    ELSIF write_decision.outcome = 'not_recovered'
          AND NOT EXISTS (SELECT FROM reference.notice_rule AS law
                           WHERE law.programme = recovery.programme AND law.ordered @> write_decision.decided_on AND law.good_faith_keeps) THEN
      PERFORM reference.refuse('WF363', NULL, reference.programme_text(recovery.programme), reference.date_text(write_decision.decided_on));
    END IF;
    INSERT INTO payment.recovery_decision (thai_id, programme, month, adjustment_number, decided_on, authority_code, outcome, signed_as, district_code,
                                           province_code, sensitive, order_number, reason)
    VALUES (recovery.thai_id, recovery.programme, recovery.month, recovery.adjustment_number, write_decision.decided_on, recovery.authority_code,
            write_decision.outcome, write_decision.office, recovery.district_code, recovery.province_code, recovery.sensitive,
            btrim(write_decision.order_number), btrim(write_decision.reason));
  END
  $$;
COMMENT ON FUNCTION payment.write_decision(integer[], welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date, identity.office_name)
  IS 'writes down what was decided on a recovery';

-- Decides on a proposed recovery of the user's own authority, or of one that ended with it as its successor (RC2), as executive or delegate on the day of
-- the order. Parameters: national ID; programme; first of month; number of the recovery; what is decided; number of the order; why, with the report that
-- it refers to; day of the order, default today. Answers that it is done.
-- Errors: WF001, WF007, WF010, WF016 a day to come, WF360 no such recovery, WF361 decided already, WF362 not the executive nor a delegate on
-- that day, WF363 the programme's law lets nobody keep it, WF364 undone since, WF454 offset against what had not been paid.
-- Belongs to the owner and names the authorities itself: of one that ended, row security shows its successor nothing.
CREATE FUNCTION payment.decide_recovery(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer,
                                        outcome payment.recovery_outcome, order_number text, reason text, decided_on date DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    decided date := coalesce(decide_recovery.decided_on, welfare.business_date());
    missing text := CASE WHEN decide_recovery.thai_id IS NULL THEN 'thai_id' WHEN decide_recovery.outcome IS NULL THEN 'outcome'
                         WHEN coalesce(btrim(decide_recovery.order_number), '') = '' THEN 'order_number'
                         WHEN coalesce(btrim(decide_recovery.reason), '') = '' THEN 'reason' END;
    office identity.office_name;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('decided_on', decided);
    office := (SELECT held FROM unnest('{executive,delegate}'::identity.office_name[]) AS held
                WHERE identity.has_office(welfare.principal(), held, welfare.authority_code(), decided) ORDER BY held = 'delegate' LIMIT 1);
    IF office IS NULL THEN
      PERFORM reference.refuse('WF362', NULL, reference.date_text(decided));
    END IF;
    PERFORM payment.write_decision(reference.acts_for(welfare.authority_code()), decide_recovery.thai_id, decide_recovery.programme, decide_recovery.month,
                                   decide_recovery.adjustment_number, decide_recovery.outcome, decide_recovery.order_number, decide_recovery.reason, decided, office);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.decide_recovery(welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date)
  IS 'decides on a proposed recovery: due, or let be (ER14, EG7)';

REVOKE ALL ON FUNCTION
  payment.write_decision(integer[], welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date, identity.office_name),
  payment.decide_recovery(welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.decide_recovery(welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date) TO welfare_authority;

COMMIT;

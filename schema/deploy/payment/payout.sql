-- ER13, EG4.3, EG6.2, DR13: cash that was given, and to whom: the person, who was verified for them, or who gets a dead person's month.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF440', 'ไม่มีรายการจ่ายเงินสดดังกล่าวของ อปท. ของท่าน (%1$s)', 'there is no such cash payment of your authority (%1$s)', NULL, NULL),
  ('WF441', 'รายการจ่ายนี้โอนเข้าบัญชี มิใช่จ่ายเงินสด', 'that payment goes to an account, not in cash', NULL, NULL),
  ('WF442', 'บัญชีจ่ายเงินของรายการนี้อยู่ในขั้น %1$s ยังจ่ายไม่ได้', 'the payroll of that payment is %1$s: it has not been handed over', NULL, NULL),
  ('WF443', 'ผู้มีสิทธิถึงแก่ความตายเมื่อ %1$s จึงจ่ายแก่ผู้นั้นหรือผู้รับแทนไม่ได้', 'the person died on %1$s: it is given neither to the person nor to a proxy',
   'ให้บันทึกผู้รับเงินของเดือนที่ถึงแก่ความตาย (registry.record_earned_month)', 'Record who gets the month (registry.record_earned_month).'),
  ('WF444', 'ยังไม่ได้บันทึกว่าเงินของผู้ตายจ่ายแก่ผู้ใด', 'it is not on record who gets the dead person''s money',
   'ให้บันทึกก่อน (registry.record_earned_month)', 'Record it first (registry.record_earned_month).'),
  ('WF445', 'เงินของผู้ตายบันทึกไว้ให้โอนเข้าบัญชีของผู้ตาย', 'the dead person''s money goes to the own account, as is on record',
   'ให้บันทึกว่าไม่มีผู้รับเงินสด (payment.return_cash) แล้วแก้ไขวิธีจ่าย (payment.repair_payment)', 'Record that nobody collected it (payment.return_cash), and repair it (payment.repair_payment).'),
  ('WF446', 'ยังไม่ได้ตรวจสอบตัวผู้รับแทนและการมีชีวิตอยู่ในวันที่ 1 ของเดือน %1$s', 'who is paid for the person, and that the person was alive on the 1st, was not verified for %1$s',
   'ให้ตรวจสอบและบันทึกก่อน (registry.verify_proxy)', 'Verify and record it first (registry.verify_proxy).'),
  ('WF447', 'รายการจ่ายนี้ถูกระงับ (%1$s)', 'that payment is held (%1$s)', NULL, NULL),
  ('WF448', 'รายการที่จ่ายต้องเป็นรายการ JSON แต่ได้รับ %1$s', 'what was given comes as a list in JSON, not as %1$s', NULL, NULL);

CREATE TYPE payment.payout_capacity AS ENUM ('beneficiary', 'representative', 'after_death');
COMMENT ON TYPE payment.payout_capacity IS 'as what somebody is given cash: the beneficiary; who was verified to be paid for them (ER13, DR13); who gets a dead person''s month (EG4.3)';

CREATE TABLE payment.payout (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  representative_id welfare.thai_id,
  month reference.pay_month NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  earned_month reference.pay_month,
  paid_on date NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  capacity payment.payout_capacity NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  claim_number smallint NOT NULL,
  identity_document text NOT NULL,
  late_reason text,
  document text,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT payout_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt),
  -- whatever path is taken: nobody is paid for another unverified, and a dead person's month goes to whom the law gives it
  CONSTRAINT payout_verification_fkey FOREIGN KEY (thai_id, programme, month, representative_id)
    REFERENCES registry.proxy_verification (thai_id, programme, month, representative_id),
  CONSTRAINT payout_earned_fkey FOREIGN KEY (thai_id, programme, claim_number, earned_month)
    REFERENCES registry.earned_month_payment (thai_id, programme, claim_number, month),
  CONSTRAINT payout_capacity_shown CHECK ((capacity = 'representative') = (representative_id IS NOT NULL) AND (capacity = 'after_death') = (earned_month IS NOT NULL)),
  CONSTRAINT payout_earned_before_death CHECK (earned_month >= month),
  CONSTRAINT payout_stated CHECK (btrim(identity_document) <> '' AND btrim(late_reason) <> '' AND btrim(document) <> '')
);
COMMENT ON TABLE payment.payout IS 'cash that was given (EG6.2): to whom, shown by what, on which day; evidence. Each has its arrival (payment.credit)';
COMMENT ON COLUMN payment.payout.thai_id IS 'the person whose allowance it is';
COMMENT ON COLUMN payment.payout.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.payout.representative_id IS 'national ID of who was paid for the person (registry.proxy_verification); NULL: nobody was';
COMMENT ON COLUMN payment.payout.month IS 'month for which it was owed';
COMMENT ON COLUMN payment.payout.cycle_month IS 'month with whose money it was paid';
COMMENT ON COLUMN payment.payout.earned_month IS 'month of the death, of which it is on record who gets it (registry.earned_month_payment); NULL: the person lived';
COMMENT ON COLUMN payment.payout.paid_on IS 'day on which it was given';
COMMENT ON COLUMN payment.payout.authority_code IS 'local authority that gave it';
COMMENT ON COLUMN payment.payout.programme IS 'programme';
COMMENT ON COLUMN payment.payout.payer IS 'whose money it was';
COMMENT ON COLUMN payment.payout.capacity IS 'as what it was taken';
COMMENT ON COLUMN payment.payout.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.payout.attempt IS 'which try';
COMMENT ON COLUMN payment.payout.claim_number IS 'number of the claim';
COMMENT ON COLUMN payment.payout.identity_document IS 'paper that shows who took it';
COMMENT ON COLUMN payment.payout.late_reason IS 'why it was given after the day by which it should have been (ER13, DR13); NULL: in time';
COMMENT ON COLUMN payment.payout.document IS 'letter by which an authority on paper told it; NULL: its own officer, or its successor''s, recorded it';
COMMENT ON COLUMN payment.payout.recorded_by IS 'user who recorded it';
CREATE INDEX payout_authority ON payment.payout (authority_code, cycle_month);
COMMENT ON INDEX payment.payout_authority IS 'what an authority gave in cash';
ALTER TABLE payment.payout ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER payout_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.payout
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER payout_no_change ON payment.payout IS 'what was given is evidence (ER13)';

-- Cash is given of what is cash, once it has arrived on record. One question for all rows of a statement, month by month, as payment.guard_credit asks.
-- Errors: WF440, WF441.
CREATE FUNCTION payment.guard_payout() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  DECLARE
    owed date;
    wrong text;
  BEGIN
    FOR owed IN SELECT DISTINCT given.month FROM new_rows AS given ORDER BY 1 LOOP
      EXECUTE format($query$
        SELECT min(CASE WHEN told.thai_id IS NULL OR arrived.thai_id IS NULL THEN 'WF440' ELSE 'WF441' END)
          FROM new_rows AS given
          LEFT JOIN payment.instruction AS told
            ON told.month = %1$L AND told.thai_id = given.thai_id AND told.programme = given.programme
           AND told.adjustment_number = given.adjustment_number AND told.payer = given.payer AND told.attempt = given.attempt
           AND told.authority_code = given.authority_code AND told.claim_number = given.claim_number AND told.cycle_month = given.cycle_month
          LEFT JOIN payment.credit AS arrived
            ON arrived.month = %1$L AND arrived.thai_id = given.thai_id AND arrived.programme = given.programme
           AND arrived.adjustment_number = given.adjustment_number AND arrived.payer = given.payer AND arrived.attempt = given.attempt
           AND arrived.credited_on = given.paid_on AND arrived.delivery_number IS NULL
         WHERE given.month = %1$L
           AND (told.thai_id IS NULL OR arrived.thai_id IS NULL OR told.way_of_payment NOT IN ('cash_in_person', 'cash_to_proxy')) $query$, owed) INTO wrong;
      IF wrong = 'WF440' THEN
        PERFORM reference.refuse('WF440', NULL, owed::text);
      ELSIF wrong = 'WF441' THEN
        PERFORM reference.refuse('WF441', NULL);
      END IF;
    END LOOP;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.guard_payout() IS 'cash is given of what is cash, once it has arrived on record';
CREATE TRIGGER payout_guard AFTER INSERT ON payment.payout REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_payout();
COMMENT ON TRIGGER payout_guard ON payment.payout IS 'cash is given of what is cash, once it has arrived on record';
REVOKE ALL ON FUNCTION payment.guard_payout() FROM PUBLIC;

DO $$
BEGIN
  PERFORM audit.track('payment.payout', '{thai_id,programme,month,adjustment_number}', untracked_columns => '{recorded_at,recorded_by}');
END
$$;

COMMIT;

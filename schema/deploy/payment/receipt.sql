-- ER13, ER14, EG7: money that comes back for recoveries that the executive ordered; a recovery case is settled when all that is asked for it has come.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF450', 'ไม่มีรายการเรียกคืนลำดับที่ %1$s ของเดือน %2$s ที่มีคำสั่งให้เรียกคืน', 'no recovery number %1$s of %2$s was ordered',
   'ต้องมีคำสั่งก่อน (payment.decide_recovery)', 'It needs an order first (payment.decide_recovery).'),
  ('WF451', 'เงินที่ยังเรียกคืนอยู่มี %1$s บาท จึงรับ %2$s บาทไม่ได้', '%1$s baht are still asked for, not %2$s', NULL, NULL),
  ('WF452', 'ของเดือนนั้นจ่ายถึงผู้รับแล้วเพียง %1$s บาท', 'of that month only %1$s baht have arrived with the person',
   'ส่วนที่ยังไม่จ่ายหักกลบกันเมื่ออนุมัติบัญชี', 'What is not paid is offset when a payroll is approved.'),
  ('WF453', 'จำนวนเงิน %1$s ไม่ใช่จำนวนบาทที่มากกว่าศูนย์ (ทศนิยมไม่เกินสองตำแหน่ง)', '%1$s is not an amount in baht above zero, with at most two decimals', NULL, NULL),
  ('WF454', 'รายการเรียกคืนนี้หักกลบกับเงินที่ยังไม่ได้จ่ายหมดแล้ว', 'that recovery was offset against what had not been paid: nothing of it is asked for', NULL, NULL);

-- What is still asked for one recovery, payer by payer: no more than its own amount less its receipts, nor than what the month's recoveries together still
-- ask for, less receipts and offsets. Rows of nothing included. Parameters: its key. For payment.decide_recovery too.
-- Belongs to the owner: receipts and offsets are nobody's tables.
CREATE FUNCTION payment.still_asked(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint)
  RETURNS TABLE (payer reference.payer_name, amount numeric, allowance_left numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT part.payer, greatest(least(part.amount - coalesce(given.amount, 0), coalesce(asked.amount, 0)), 0), coalesce(asked.amount - asked.top_up, 0)
        FROM payment.adjustment
       CROSS JOIN LATERAL payment.parts_of(-adjustment.allowance, -adjustment.top_up, -adjustment.other_payers, payment.other_payer(adjustment.rule)) AS part
        LEFT JOIN LATERAL (SELECT sum(receipt.amount) AS amount FROM payment.receipt
                            WHERE receipt.thai_id = adjustment.thai_id AND receipt.programme = adjustment.programme AND receipt.month = adjustment.month
                              AND receipt.adjustment_number = adjustment.adjustment_number AND receipt.payer = part.payer) AS given ON true
        LEFT JOIN payment.asked_back(still_asked.thai_id) AS asked
          ON asked.programme = adjustment.programme AND asked.month = adjustment.month AND asked.payer = part.payer
       WHERE adjustment.thai_id = still_asked.thai_id AND adjustment.programme = still_asked.programme AND adjustment.month = still_asked.month
         AND adjustment.adjustment_number = still_asked.adjustment_number AND adjustment.kind = 'recovery';
  END
  $$;
COMMENT ON FUNCTION payment.still_asked(welfare.thai_id, reference.programme_name, date, smallint) IS 'what is still asked for one recovery, payer by payer';

-- What has arrived of a month with a person, of a payer, less what came back of it: received, or returned by the bank. Parameters: the month's key.
CREATE FUNCTION payment.arrived_of(thai_id welfare.thai_id, programme reference.programme_name, month date, payer reference.payer_name) RETURNS numeric
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN coalesce((SELECT sum(told.amount)
                       FROM payment.instruction AS told
                       JOIN payment.credit AS arrived
                         ON arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
                        AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
                      WHERE told.thai_id = arrived_of.thai_id AND told.programme = arrived_of.programme AND told.month = arrived_of.month
                        AND told.payer = arrived_of.payer
                        AND NOT EXISTS (SELECT FROM payment.failure
                                         WHERE failure.thai_id = told.thai_id AND failure.programme = told.programme AND failure.month = told.month
                                           AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer
                                           AND failure.attempt = told.attempt)), 0)
           - coalesce((SELECT sum(receipt.amount) FROM payment.receipt
                        WHERE receipt.thai_id = arrived_of.thai_id AND receipt.programme = arrived_of.programme AND receipt.month = arrived_of.month
                          AND receipt.payer = arrived_of.payer), 0);
  END
  $$;
COMMENT ON FUNCTION payment.arrived_of(welfare.thai_id, reference.programme_name, date, reference.payer_name) IS 'what has arrived of a month with a person, and has not come back';

-- Settles recovery cases that were ordered and of which nothing is asked for any more, nor would be by what is known now. Parameters: one person, NULL for
-- everybody. Answers how many. Payments settle a case, no office does (registry.recovery_transition).
CREATE FUNCTION payment.settle_cases_of(only_person welfare.thai_id) RETURNS integer
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    settled integer;
  BEGIN
    UPDATE registry.recovery_case AS opened SET state = 'settled'
     WHERE opened.state = 'to_recover' AND (settle_cases_of.only_person IS NULL OR opened.thai_id = settle_cases_of.only_person)
       AND NOT EXISTS (SELECT FROM payment.asked_back(opened.thai_id) AS asked
                        WHERE asked.programme = opened.programme AND asked.month BETWEEN opened.from_month AND opened.to_month)
       AND NOT EXISTS (SELECT FROM payment.deltas(opened.from_month, opened.to_month, opened.thai_id) AS delta
                        WHERE delta.programme = opened.programme AND least(delta.allowance, delta.top_up, delta.other_payers) < 0);
    GET DIAGNOSTICS settled = ROW_COUNT;
    RETURN settled;
  END
  $$;
COMMENT ON FUNCTION payment.settle_cases_of(welfare.thai_id) IS 'settles recovery cases of which nothing is asked for any more';

-- Settles the recovery cases of which the last was offset when a payroll was approved; those of which the last was received are settled with it.
-- Answers how many. Errors: WF001 and WF004 not an administrator. Belongs to the owner: receipts and offsets are nobody's tables.
CREATE FUNCTION payment.settle_recoveries() RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    RETURN payment.settle_cases_of(NULL);
  END
  $$;
COMMENT ON FUNCTION payment.settle_recoveries() IS 'settles recovery cases of which nothing is asked for any more; administrators only';

-- Records money that came back for a recovery of one's own authority that was ordered. It goes to the allowance first, then to what the authority added.
-- When nothing more is asked for a recovery case, it is settled. Parameters: national ID; programme; month that was paid too much; number of the
-- recovery; whose money it is; baht; day; number of the receipt. Answers that it is done.
-- Errors: WF001, WF007, WF010, WF016, WF450 not ordered, WF451 more than is asked, WF452 more than arrived, WF453 no amount.
-- Belongs to the owner and names the authority itself: payments are nobody's tables.
CREATE FUNCTION payment.record_receipt(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer,
                                       payer reference.payer_name, amount numeric, received_on date, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    own CONSTANT integer := welfare.authority_code();
    recovery payment.adjustment;
    last_paid payment.instruction;
    asked record;
    arrived numeric;
    added numeric;
    missing text := CASE WHEN record_receipt.thai_id IS NULL THEN 'thai_id' WHEN record_receipt.programme IS NULL THEN 'programme'
                         WHEN record_receipt.month IS NULL THEN 'month' WHEN record_receipt.adjustment_number IS NULL THEN 'adjustment_number'
                         WHEN record_receipt.payer IS NULL THEN 'payer' WHEN record_receipt.amount IS NULL THEN 'amount'
                         WHEN coalesce(btrim(record_receipt.document), '') = '' THEN 'document' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('received_on', record_receipt.received_on);
    IF (record_receipt.amount > 0 AND record_receipt.amount = round(record_receipt.amount, 2) AND record_receipt.amount < 1e10) IS NOT TRUE THEN
      PERFORM reference.refuse('WF453', NULL, record_receipt.amount::text);
    END IF;
    -- an approval that would offset the same waits, as do other receipts of the month
    PERFORM payment.keep_from_approval(record_receipt.month, ARRAY[own], ARRAY[record_receipt.programme]);
    PERFORM FROM payment.recovery_decision AS decision
      WHERE decision.thai_id = record_receipt.thai_id AND decision.programme = record_receipt.programme AND decision.month = record_receipt.month
      ORDER BY decision.adjustment_number
        FOR UPDATE;
    SELECT adjustment.* INTO recovery
      FROM payment.adjustment
      JOIN payment.recovery_decision AS decision
        ON decision.thai_id = adjustment.thai_id AND decision.programme = adjustment.programme AND decision.month = adjustment.month
       AND decision.adjustment_number = adjustment.adjustment_number
     WHERE adjustment.thai_id = record_receipt.thai_id AND adjustment.programme = record_receipt.programme AND adjustment.month = record_receipt.month
       AND adjustment.adjustment_number = record_receipt.adjustment_number AND adjustment.authority_code = own AND decision.outcome = 'due';
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF450', NULL, record_receipt.adjustment_number::text, record_receipt.month::text);
    END IF;
    SELECT still.amount, still.allowance_left INTO asked
      FROM payment.still_asked(recovery.thai_id, recovery.programme, recovery.month, recovery.adjustment_number) AS still
     WHERE still.payer = record_receipt.payer;
    IF record_receipt.amount > coalesce(asked.amount, 0) THEN
      PERFORM reference.refuse('WF451', NULL, coalesce(asked.amount, 0)::text, record_receipt.amount::text);
    END IF;
    arrived := payment.arrived_of(recovery.thai_id, recovery.programme, recovery.month, record_receipt.payer);
    IF record_receipt.amount > arrived THEN
      PERFORM reference.refuse('WF452', NULL, arrived::text);
    END IF;
    -- posted against the payment of the month that arrived last
    SELECT told.* INTO last_paid
      FROM payment.instruction AS told
      JOIN payment.credit AS credited
        ON credited.thai_id = told.thai_id AND credited.programme = told.programme AND credited.month = told.month
       AND credited.adjustment_number = told.adjustment_number AND credited.payer = told.payer AND credited.attempt = told.attempt
     WHERE told.thai_id = recovery.thai_id AND told.programme = recovery.programme AND told.month = recovery.month AND told.payer = record_receipt.payer
     ORDER BY credited.credited_on DESC, told.adjustment_number DESC, told.attempt DESC LIMIT 1;
    added := CASE record_receipt.payer WHEN 'local_authority' THEN least(record_receipt.amount, greatest(record_receipt.amount - asked.allowance_left, 0)) ELSE 0 END;
    INSERT INTO payment.receipt (thai_id, month, received_on, authority_code, programme, payer, budget_type, adjustment_number, receipt_number, amount, top_up,
                                 document)
    SELECT recovery.thai_id, recovery.month, record_receipt.received_on, own, recovery.programme, record_receipt.payer, last_paid.budget_type,
           recovery.adjustment_number, 1 + count(*), record_receipt.amount, added, btrim(record_receipt.document)
      FROM payment.receipt AS earlier
     WHERE earlier.thai_id = recovery.thai_id AND earlier.programme = recovery.programme AND earlier.month = recovery.month
       AND earlier.adjustment_number = recovery.adjustment_number AND earlier.payer = record_receipt.payer;
    PERFORM payment.post_payments(ARRAY[payment.with_amount(last_paid, record_receipt.amount, added)], 'recovered', 'recovered', 'paid',
                                  record_receipt.received_on::timestamp AT TIME ZONE 'Asia/Bangkok', NULL, NULL);
    PERFORM payment.settle_cases_of(recovery.thai_id);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.record_receipt(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text)
  IS 'records money that came back for a recovery that was ordered (ER14)';

REVOKE ALL ON FUNCTION payment.still_asked(welfare.thai_id, reference.programme_name, date, smallint),
  payment.arrived_of(welfare.thai_id, reference.programme_name, date, reference.payer_name),
  payment.settle_cases_of(welfare.thai_id), payment.settle_recoveries(),
  payment.record_receipt(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.still_asked(welfare.thai_id, reference.programme_name, date, smallint) TO welfare_writer;
GRANT EXECUTE ON FUNCTION payment.settle_recoveries() TO welfare_admin;
GRANT EXECUTE ON FUNCTION payment.record_receipt(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text) TO welfare_authority;

COMMIT;

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

-- What is still asked for each recovery, payer by payer: no more than its own amount less its receipts, nor than what the month's recoveries together still
-- ask for, less receipts and offsets, under whatever ID (IS9.6). Rows of nothing included. Parameters: first and last month; one person, by any ID;
-- NULL for everybody.
CREATE FUNCTION payment.left_of_recoveries(from_month date, to_month date, only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name,
                 amount numeric, allowance_left numeric)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    persons CONSTANT welfare.thai_id[] := CASE WHEN only_person IS NOT NULL THEN ARRAY(SELECT known FROM payment.ids_of_person(only_person) AS known) END;
  BEGIN
    RETURN QUERY
      SELECT adjustment.thai_id, adjustment.programme, adjustment.month::date, adjustment.adjustment_number, part.payer,
             greatest(least(part.amount - coalesce(given.amount, 0), coalesce(asked.amount, 0)), 0), coalesce(asked.amount - asked.top_up, 0)
        FROM payment.adjustment
       CROSS JOIN LATERAL payment.parts_of(-adjustment.allowance, -adjustment.top_up, -adjustment.other_payers, payment.other_payer(adjustment.rule)) AS part
        LEFT JOIN LATERAL (SELECT sum(receipt.amount) AS amount FROM payment.receipt
                            WHERE receipt.thai_id = adjustment.thai_id AND receipt.programme = adjustment.programme AND receipt.month = adjustment.month
                              AND receipt.adjustment_number = adjustment.adjustment_number AND receipt.payer = part.payer) AS given ON true
        LEFT JOIN payment.asked_back(left_of_recoveries.only_person) AS asked
          ON asked.thai_id = adjustment.thai_id AND asked.programme = adjustment.programme AND asked.claim_number = adjustment.claim_number
         AND asked.month = adjustment.month AND asked.payer = part.payer
       WHERE adjustment.month BETWEEN left_of_recoveries.from_month AND left_of_recoveries.to_month AND adjustment.kind = 'recovery'
         AND (persons IS NULL OR adjustment.thai_id = ANY (persons));
  END
  $$;
COMMENT ON FUNCTION payment.left_of_recoveries(date, date, welfare.thai_id) IS 'what is still asked for each recovery, payer by payer';

-- What is still asked for one recovery, payer by payer. Rows of nothing included. Parameters: its key.
CREATE FUNCTION payment.still_asked(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint)
  RETURNS TABLE (payer reference.payer_name, amount numeric, allowance_left numeric)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT still.payer, still.amount, still.allowance_left
        FROM payment.left_of_recoveries(still_asked.month, still_asked.month, still_asked.thai_id) AS still
       WHERE still.thai_id = still_asked.thai_id AND still.programme = still_asked.programme AND still.adjustment_number = still_asked.adjustment_number;
  END
  $$;
COMMENT ON FUNCTION payment.still_asked(welfare.thai_id, reference.programme_name, date, smallint) IS 'what is still asked for one recovery, payer by payer';

-- The payments of a month that arrived with a person, of a payer, under whatever ID it was paid (IS9.6); those that the bank returned afterwards included.
-- Parameters: a claim of the right; first of month; payer.
CREATE FUNCTION payment.arrivals_of(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date, payer reference.payer_name)
  RETURNS TABLE (told payment.instruction, credited_on date, returned boolean)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT paid, arrived.credited_on,
             EXISTS (SELECT FROM payment.failure
                      WHERE failure.thai_id = paid.thai_id AND failure.programme = paid.programme AND failure.month = paid.month
                        AND failure.adjustment_number = paid.adjustment_number AND failure.payer = paid.payer AND failure.attempt = paid.attempt)
        FROM payment.records_of_right(arrivals_of.thai_id, arrivals_of.programme, arrivals_of.claim_number) AS record
        JOIN payment.instruction AS paid
          ON paid.thai_id = record.record_id AND paid.programme = arrivals_of.programme AND paid.month = arrivals_of.month
         AND paid.claim_number = record.record_number AND paid.payer = arrivals_of.payer
        JOIN payment.credit AS arrived
          ON arrived.thai_id = paid.thai_id AND arrived.programme = paid.programme AND arrived.month = paid.month
         AND arrived.adjustment_number = paid.adjustment_number AND arrived.payer = paid.payer AND arrived.attempt = paid.attempt;
  END
  $$;
COMMENT ON FUNCTION payment.arrivals_of(welfare.thai_id, reference.programme_name, smallint, date, reference.payer_name)
  IS 'payments of a month that arrived with a person, under whatever ID';

-- What has arrived of a month with a person, of a payer, less what came back of it: received, or returned by the bank. Parameters: a claim of the
-- right; first of month; payer.
CREATE FUNCTION payment.arrived_of(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date,
                                   payer reference.payer_name) RETURNS numeric
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN coalesce((SELECT sum((arrived.told).amount)
                       FROM payment.arrivals_of(arrived_of.thai_id, arrived_of.programme, arrived_of.claim_number, arrived_of.month, arrived_of.payer) AS arrived
                      WHERE NOT arrived.returned), 0)
           - coalesce((SELECT sum(receipt.amount)
                         FROM payment.records_of_right(arrived_of.thai_id, arrived_of.programme, arrived_of.claim_number) AS record
                         JOIN payment.adjustment AS recovery
                           ON recovery.thai_id = record.record_id AND recovery.programme = arrived_of.programme AND recovery.month = arrived_of.month
                          AND recovery.claim_number = record.record_number
                         JOIN payment.receipt
                           ON receipt.thai_id = recovery.thai_id AND receipt.programme = recovery.programme AND receipt.month = recovery.month
                          AND receipt.adjustment_number = recovery.adjustment_number
                        WHERE receipt.payer = arrived_of.payer), 0);
  END
  $$;
COMMENT ON FUNCTION payment.arrived_of(welfare.thai_id, reference.programme_name, smallint, date, reference.payer_name)
  IS 'what has arrived of a month with a person, and has not come back';

-- Settles recovery cases that were ordered and of which nothing is asked for any more, nor would be by what is known now, under whatever ID (IS9.6).
-- Parameters: one person, by any ID; NULL for everybody. Answers how many. Payments settle a case, no office does (registry.recovery_transition).
CREATE FUNCTION payment.settle_cases_of(only_person welfare.thai_id) RETURNS integer
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    persons CONSTANT welfare.thai_id[] := CASE WHEN only_person IS NOT NULL THEN ARRAY(SELECT known FROM payment.ids_of_person(only_person) AS known) END;
    settled integer;
  BEGIN
    UPDATE registry.recovery_case AS opened SET state = 'settled'
     WHERE opened.state = 'to_recover' AND (persons IS NULL OR opened.thai_id = ANY (persons))
       AND NOT EXISTS (SELECT FROM payment.asked_back(opened.thai_id) AS asked
                        WHERE asked.thai_id = opened.thai_id AND asked.claim_number = opened.claim_number AND asked.programme = opened.programme
                          AND asked.month BETWEEN opened.from_month AND opened.to_month)
       AND NOT EXISTS (SELECT FROM payment.deltas(opened.from_month, opened.to_month,
                                                  payment.holder_of(opened.thai_id, opened.programme, opened.claim_number)) AS delta
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

-- Makes drafts and approvals of an authority's payrolls wait for this transaction, which changes what they pay, or waits for them; and the nation's drafts.
-- Other authorities go on: what they pay does not change. Parameters: earliest month for which something changes; the authority; its programme.
CREATE FUNCTION payment.keep_own_from_approval(month_from date, authority_code integer, programme reference.programme_name) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM payment.keep_drafts(prepared.month)
       FROM (SELECT DISTINCT payroll.month::date AS month FROM payment.payroll WHERE payroll.month >= keep_own_from_approval.month_from ORDER BY 1) AS prepared;
    -- as whoever drafts or approves the authority's own
    PERFORM pg_advisory_xact_lock(hashtext('payment.draft.authority'), keep_own_from_approval.authority_code);
    -- whoever approves many authorities' at once waits for their payrolls
    PERFORM payment.touch_payrolls(ARRAY[keep_own_from_approval.authority_code], ARRAY[keep_own_from_approval.programme]);
  END
  $$;
COMMENT ON FUNCTION payment.keep_own_from_approval(date, integer, reference.programme_name) IS 'makes drafts and approvals of an authority wait for what changes their payments';

-- Writes down money that came back. Parameters: authorities whose recoveries it may be; the rest as payment.record_receipt; whether it is told on paper.
-- Errors: WF010, WF016, WF450–WF453, WF456 on paper by whoever recorded the order.
CREATE FUNCTION payment.write_receipt(own integer[], thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer,
                                      payer reference.payer_name, amount numeric, received_on date, document text, on_paper boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    recovery payment.adjustment;
    decided_by text;
    last_paid payment.instruction;
    asked record;
    arrived numeric;
    added numeric;
    missing text := CASE WHEN write_receipt.thai_id IS NULL THEN 'thai_id' WHEN write_receipt.programme IS NULL THEN 'programme'
                         WHEN write_receipt.month IS NULL THEN 'month' WHEN write_receipt.adjustment_number IS NULL THEN 'adjustment_number'
                         WHEN write_receipt.payer IS NULL THEN 'payer' WHEN write_receipt.amount IS NULL THEN 'amount'
                         WHEN coalesce(btrim(write_receipt.document), '') = '' THEN 'document' END;
  BEGIN
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('received_on', write_receipt.received_on);
    IF (write_receipt.amount > 0 AND write_receipt.amount = round(write_receipt.amount, 2) AND write_receipt.amount < 1e10) IS NOT TRUE THEN
      PERFORM reference.refuse('WF453', NULL, write_receipt.amount::text);
    END IF;
    SELECT adjustment.* INTO recovery
      FROM payment.adjustment
      JOIN payment.recovery_decision AS decision
        ON decision.thai_id = adjustment.thai_id AND decision.programme = adjustment.programme AND decision.month = adjustment.month
       AND decision.adjustment_number = adjustment.adjustment_number
     WHERE adjustment.thai_id = write_receipt.thai_id AND adjustment.programme = write_receipt.programme AND adjustment.month = write_receipt.month
       AND adjustment.adjustment_number = write_receipt.adjustment_number AND adjustment.authority_code = ANY (write_receipt.own) AND decision.outcome = 'due';
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF450', NULL, write_receipt.adjustment_number::text, write_receipt.month::text);
    END IF;
    -- an approval that would offset the same waits, as do other receipts of the month, under whatever ID
    PERFORM payment.keep_own_from_approval(recovery.month, recovery.authority_code, recovery.programme);
    PERFORM FROM payment.recovery_decision AS decision
      WHERE decision.thai_id IN (SELECT record.record_id FROM payment.records_of_right(recovery.thai_id, recovery.programme, recovery.claim_number) AS record)
        AND decision.programme = recovery.programme AND decision.month = recovery.month
      ORDER BY decision.thai_id, decision.adjustment_number
        FOR UPDATE;
    SELECT decision.decided_by INTO decided_by
      FROM payment.recovery_decision AS decision
     WHERE decision.thai_id = recovery.thai_id AND decision.programme = recovery.programme AND decision.month = recovery.month
       AND decision.adjustment_number = recovery.adjustment_number;
    IF write_receipt.on_paper AND decided_by = coalesce(welfare.principal(), session_user::text) THEN
      PERFORM reference.refuse('WF456', NULL);
    END IF;
    SELECT still.amount, still.allowance_left INTO asked
      FROM payment.still_asked(recovery.thai_id, recovery.programme, recovery.month, recovery.adjustment_number) AS still
     WHERE still.payer = write_receipt.payer;
    IF write_receipt.amount > coalesce(asked.amount, 0) THEN
      PERFORM reference.refuse('WF451', NULL, coalesce(asked.amount, 0)::text, write_receipt.amount::text);
    END IF;
    arrived := payment.arrived_of(recovery.thai_id, recovery.programme, recovery.claim_number, recovery.month, write_receipt.payer);
    IF write_receipt.amount > arrived THEN
      PERFORM reference.refuse('WF452', NULL, arrived::text);
    END IF;
    -- posted against the payment of the month that arrived last, of the authority that asks
    SELECT (paid.told).* INTO last_paid
      FROM payment.arrivals_of(recovery.thai_id, recovery.programme, recovery.claim_number, recovery.month, write_receipt.payer) AS paid
     ORDER BY (paid.told).authority_code = recovery.authority_code DESC, paid.credited_on DESC, (paid.told).adjustment_number DESC, (paid.told).attempt DESC LIMIT 1;
    added := CASE write_receipt.payer WHEN 'local_authority' THEN least(write_receipt.amount, greatest(write_receipt.amount - asked.allowance_left, 0)) ELSE 0 END;
    INSERT INTO payment.receipt (thai_id, month, received_on, authority_code, programme, payer, budget_type, adjustment_number, receipt_number, amount, top_up,
                                 document)
    SELECT recovery.thai_id, recovery.month, write_receipt.received_on, last_paid.authority_code, recovery.programme, write_receipt.payer, last_paid.budget_type,
           recovery.adjustment_number, 1 + count(*), write_receipt.amount, added, btrim(write_receipt.document)
      FROM payment.receipt AS earlier
     WHERE earlier.thai_id = recovery.thai_id AND earlier.programme = recovery.programme AND earlier.month = recovery.month
       AND earlier.adjustment_number = recovery.adjustment_number AND earlier.payer = write_receipt.payer;
    PERFORM payment.post_payments(ARRAY[payment.with_amount(last_paid, write_receipt.amount, added)], 'recovered', 'recovered', 'paid',
                                  write_receipt.received_on::timestamp AT TIME ZONE 'Asia/Bangkok', NULL, NULL);
    PERFORM payment.settle_cases_of(recovery.thai_id);
  END
  $$;
COMMENT ON FUNCTION payment.write_receipt(integer[], welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text, boolean)
  IS 'writes down money that came back';

-- Records money that came back for a recovery that was ordered, of one's own authority or of one that ended with it as its successor (RC2). It goes to the
-- allowance first, then to what the authority added. When nothing more is asked for a recovery case, it is settled. Parameters: national ID; programme;
-- month that was paid too much; number of the recovery; whose money it is; baht; day; number of the receipt. Answers that it is done.
-- Errors: WF001, WF007, WF010, WF016, WF450 not ordered, WF451 more than is asked, WF452 more than arrived, WF453 no amount.
-- Belongs to the owner and names the authorities itself: payments are nobody's tables.
CREATE FUNCTION payment.record_receipt(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer,
                                       payer reference.payer_name, amount numeric, received_on date, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.require_officer();
    PERFORM payment.write_receipt(reference.acts_for(welfare.authority_code()), record_receipt.thai_id, record_receipt.programme, record_receipt.month,
                                  record_receipt.adjustment_number, record_receipt.payer, record_receipt.amount, record_receipt.received_on,
                                  record_receipt.document, false);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.record_receipt(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text)
  IS 'records money that came back for a recovery that was ordered (ER14)';

REVOKE ALL ON FUNCTION payment.left_of_recoveries(date, date, welfare.thai_id),
  payment.still_asked(welfare.thai_id, reference.programme_name, date, smallint),
  payment.arrivals_of(welfare.thai_id, reference.programme_name, smallint, date, reference.payer_name),
  payment.arrived_of(welfare.thai_id, reference.programme_name, smallint, date, reference.payer_name),
  payment.settle_cases_of(welfare.thai_id), payment.settle_recoveries(), payment.keep_own_from_approval(date, integer, reference.programme_name),
  payment.write_receipt(integer[], welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text, boolean),
  payment.record_receipt(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.settle_recoveries() TO welfare_admin;
GRANT EXECUTE ON FUNCTION payment.record_receipt(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text) TO welfare_authority;

COMMIT;

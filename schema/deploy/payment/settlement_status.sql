-- ER13, IS9.3: how payments stand, for who may see them: a person's, those that failed and wait for a repair, and a month's counts. A payment is done when
-- it has arrived, not when it was handed over.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE payment.payment_state AS ENUM ('prepared', 'held', 'offset', 'approved', 'sealed', 'sent', 'credited', 'failed', 'returned', 'not_collected', 'cancelled');
COMMENT ON TYPE payment.payment_state IS 'how something due stands: in no approved payroll yet; held; set off against a recovery; approved; under a seal; handed over; arrived, which ends it; refused by the bank; come back; cash that nobody collected; cancelled';

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('payment_state', 'prepared', 'จัดทำแล้ว รออนุมัติ', 'prepared, not approved yet'),
  ('payment_state', 'held', 'ระงับไว้', 'held'),
  ('payment_state', 'offset', 'หักกับเงินที่ต้องคืน', 'set off against a recovery'),
  ('payment_state', 'approved', 'อนุมัติแล้ว', 'approved'),
  ('payment_state', 'sealed', 'อยู่ในรอบจ่าย รอส่ง', 'sealed, not handed over yet'),
  ('payment_state', 'sent', 'ส่งจ่ายแล้ว รอผล', 'handed over, not known to have arrived'),
  ('payment_state', 'credited', 'ถึงผู้รับแล้ว', 'arrived'),
  ('payment_state', 'failed', 'จ่ายไม่สำเร็จ', 'failed'),
  ('payment_state', 'returned', 'เงินคืนกลับ', 'came back'),
  ('payment_state', 'not_collected', 'ไม่มีผู้มารับเงินสด', 'not collected'),
  ('payment_state', 'cancelled', 'ยกเลิก', 'cancelled'),
  ('hold_reason', 'registry_death', 'ทะเบียนราษฎรแจ้งว่าเสียชีวิต', 'the civil registry has the person as dead'),
  ('hold_reason', 'awaiting_acknowledgement', 'รอ อปท. เดิมรับทราบการย้าย', 'the authority that the person left has not acknowledged'),
  ('hold_reason', 'treasury', 'กรมบัญชีกลางระงับ', 'held by the Comptroller General''s Department'),
  ('hold_reason', 'paid_by_old_authority', 'อปท. เดิมจ่ายเดือนนี้แล้ว', 'the authority that the person left paid the month'),
  ('hold_reason', 'withdrawn_confirmation', 'การยืนยันสิทธิที่จัดทำไว้ถูกถอน', 'the confirmation that it was prepared for was withdrawn'),
  ('hold_reason', 'review', 'ผู้ตรวจสอบบัญชีระงับไว้', 'held by the officer who reviews the payroll'),
  ('hold_reason', 'proxy_unverified', 'ยังไม่ได้ตรวจสอบผู้รับเงินแทน', 'who is paid for the person has not been verified');

-- An account's number with all but its last digits hidden. Parameters: number.
CREATE FUNCTION payment.mask_account(account_number text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN repeat('x', greatest(length(account_number) - 4, 0)) || right(account_number, least(4, length(account_number) - 1));
COMMENT ON FUNCTION payment.mask_account(text) IS 'an account''s number with all but its last digits hidden';

-- Payments of approved payrolls with how they stand and since when. Parameters: one person; one authority; month of the payrolls; NULL for all.
-- A row set, so that a query absorbs it.
CREATE FUNCTION payment.payments_standing(only_person welfare.thai_id, only_authority integer, only_cycle date)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint,
                 cycle_month date, authority_code integer, round smallint, amount numeric, way_of_payment reference.way_of_payment, account_number text,
                 payroll_state payment.payroll_state, state payment.payment_state, known_on date, reason_code text, kind payment.failure_kind)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT told.thai_id, told.programme, told.month::date, told.adjustment_number, told.payer, told.attempt, told.cycle_month::date, told.authority_code, told.round,
           told.amount::numeric, told.way_of_payment, told.account_number, payroll.state,
           (CASE WHEN failed.kind = 'held_back' THEN 'held' WHEN failed.kind IS NOT NULL THEN failed.kind::text WHEN arrived.thai_id IS NOT NULL THEN 'credited'
                 WHEN payroll.state = 'closed' THEN 'sent' ELSE payroll.state::text END)::payment.payment_state,
           coalesce(failed.failed_on, arrived.credited_on), failed.reason_code, failed.kind
      FROM payment.instruction AS told
      JOIN payment.authority_payroll AS payroll
        ON payroll.cycle_month = told.cycle_month AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
       AND payroll.round = told.round
      LEFT JOIN payment.credit AS arrived
        ON arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
       AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
       AND (payments_standing.only_cycle IS NULL OR arrived.month <= payments_standing.only_cycle)
       AND (payments_standing.only_person IS NULL OR arrived.thai_id = payments_standing.only_person)
      LEFT JOIN payment.failure AS failed
        ON failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
       AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt
     WHERE (payments_standing.only_person IS NULL OR told.thai_id = payments_standing.only_person)
       AND (payments_standing.only_authority IS NULL OR told.authority_code = payments_standing.only_authority)
       AND (payments_standing.only_cycle IS NULL OR told.cycle_month = payments_standing.only_cycle AND told.month <= payments_standing.only_cycle);
  END;
COMMENT ON FUNCTION payment.payments_standing(welfare.thai_id, integer, date) IS 'payments of approved payrolls with how they stand';

-- Everything due to a person at the own authority, month by month and try by try: how much, how, to which account, how it stands since when, and why.
-- Administrators see every authority's. Parameters: national ID. The look is recorded. Errors: WF001, WF007, WF066 nothing of that person is the asker's.
-- Belongs to the owner, and names the scope itself: payments are nobody's tables.
CREATE FUNCTION payment.payments_of(thai_id welfare.thai_id)
  RETURNS TABLE (month date, programme reference.programme_name, payer reference.payer_name, adjustment_number smallint, attempt smallint, cycle_month date,
                 authority_code integer, amount numeric, way_of_payment reference.way_of_payment, account text, state payment.payment_state, state_text text,
                 since date, reason text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    own integer := CASE welfare.duty() WHEN 'local_authority' THEN coalesce(welfare.authority_code(), 0) END;
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    IF welfare.duty() = 'administrator' THEN
      PERFORM reference.require_administrator();
    END IF;
    -- nobody is not everybody
    IF payments_of.thai_id IS NULL THEN
      PERFORM reference.refuse('WF066', NULL, 'NULL');
    END IF;
    RETURN QUERY
      WITH due AS (
        SELECT told.thai_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt, told.cycle_month, told.authority_code, told.amount,
               told.way_of_payment, told.account_number, told.state,
               coalesce(told.known_on, (SELECT max(step.taken_on) FROM payment.payroll_step AS step
                                         WHERE step.cycle_month = told.cycle_month AND step.authority_code = told.authority_code
                                           AND step.programme = told.programme AND step.round = told.round
                                           AND step.to_state = CASE told.payroll_state WHEN 'closed' THEN 'sent' ELSE told.payroll_state END)) AS since,
               told.reason_code, NULL::payment.hold_reason[] AS hold_reasons, NULL::text AS words
          FROM payment.payments_standing(payments_of.thai_id, own, NULL) AS told
         UNION ALL
        SELECT owed.thai_id, owed.programme, owed.month, owed.number, owed.payer, NULL, NULL, owed.authority_code, owed.amount, owed.way_of_payment,
               CASE WHEN owed.way_of_payment IN ('own_account', 'proxy_account') THEN owed.account_number END,
               (CASE WHEN cancelled.thai_id IS NOT NULL THEN 'cancelled' WHEN aside.reason = 'offset' THEN 'offset'
                     WHEN holding.reasons IS NOT NULL THEN 'held' ELSE 'prepared' END)::payment.payment_state,
               coalesce(cancelled.cancelled_on, (aside.recorded_at AT TIME ZONE 'Asia/Bangkok')::date, (owed.prepared_at AT TIME ZONE 'Asia/Bangkok')::date),
               NULL, CASE WHEN cancelled.thai_id IS NULL AND aside.reason IS DISTINCT FROM 'offset' THEN holding.reasons END, cancelled.reason
          FROM (SELECT line.thai_id, line.programme, line.month::date AS month, 0::smallint AS number, part.payer, line.claim_number, line.authority_code, part.amount,
                       line.way_of_payment, line.account_number, payroll.prepared_at
                  FROM payment.line
                  JOIN payment.payroll ON payroll.month = line.month AND payroll.programme = line.programme
                  LEFT JOIN payment.tariff ON tariff.tariff_id = line.tariff_id AND tariff.month = line.month
                 CROSS JOIN LATERAL payment.parts_of(line.allowance, line.top_up, line.other_payers,
                   (SELECT max((component ->> 'payer')::reference.payer_name) FROM jsonb_array_elements(tariff.components) AS component
                     WHERE component ->> 'payer' <> 'local_authority')) AS part
                 WHERE line.thai_id = payments_of.thai_id AND (own IS NULL OR line.authority_code = own)
                 UNION ALL
                SELECT adjustment.thai_id, adjustment.programme, adjustment.month::date, adjustment.adjustment_number, part.payer, adjustment.claim_number,
                       adjustment.authority_code, part.amount, claim.way_of_payment, claim.account_number, adjustment.recorded_at
                  FROM payment.adjustment
                  JOIN registry.claim
                    ON claim.thai_id = adjustment.thai_id AND claim.programme = adjustment.programme AND claim.claim_number = adjustment.claim_number
                 CROSS JOIN LATERAL payment.parts_of(adjustment.allowance, adjustment.top_up, adjustment.other_payers, payment.other_payer(adjustment.rule)) AS part
                 WHERE adjustment.thai_id = payments_of.thai_id AND adjustment.kind = 'arrears' AND (own IS NULL OR adjustment.authority_code = own)) AS owed
          LEFT JOIN payment.cancellation AS cancelled
            ON cancelled.thai_id = owed.thai_id AND cancelled.programme = owed.programme AND cancelled.month = owed.month
           AND cancelled.adjustment_number = owed.number AND cancelled.payer = owed.payer
          LEFT JOIN LATERAL (SELECT aside.reason, aside.recorded_at FROM payment.set_aside AS aside
                              WHERE aside.thai_id = owed.thai_id AND aside.programme = owed.programme AND aside.month = owed.month
                                AND aside.adjustment_number = owed.number AND aside.payer = owed.payer AND aside.attempt = 1
                              ORDER BY aside.reason DESC LIMIT 1) AS aside ON true
         CROSS JOIN LATERAL payment.reasons_holding(owed.thai_id, owed.programme, owed.claim_number, owed.month, owed.way_of_payment) AS holding (reasons)
         WHERE NOT EXISTS (SELECT FROM payment.instruction AS told
                            WHERE told.thai_id = owed.thai_id AND told.programme = owed.programme AND told.month = owed.month
                              AND told.adjustment_number = owed.number AND told.payer = owed.payer)
      )
      SELECT due.month, due.programme, due.payer, due.adjustment_number, due.attempt, due.cycle_month, due.authority_code, due.amount, due.way_of_payment,
             payment.mask_account(due.account_number), due.state, registry.word_for('payment_state', due.state::text), due.since,
             coalesce(due.words, reference.bank_reason_text(due.reason_code, due.since),
                      (SELECT string_agg(registry.word_for('hold_reason', reason::text), '; ' ORDER BY reason) FROM unnest(due.hold_reasons) AS reason))
        FROM due
       ORDER BY due.month DESC, due.programme, due.payer, due.adjustment_number, due.attempt;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found = 0 AND NOT EXISTS (SELECT FROM registry.claim WHERE claim.thai_id = payments_of.thai_id AND (own IS NULL OR claim.authority_code = own)) THEN
      PERFORM reference.refuse('WF066', NULL, coalesce(payments_of.thai_id::text, 'NULL'));
    END IF;
    PERFORM audit.record_look('payment.payments_of', payments_of.thai_id, '{}', found);
  END
  $$;
COMMENT ON FUNCTION payment.payments_of(welfare.thai_id) IS 'everything due to a person at the own authority, and how it stands';

-- Payments of a month's payrolls that failed, came back or were not collected, with the reason in words, whether another account is needed, and what was
-- done: the own authority's, and those of whoever ended with it as successor (RC2), to repair; administrators see all. Parameters: first of month. The look is recorded. Errors: WF001, WF007, WF033, WF034.
-- Belongs to the owner, as payment.payments_of.
CREATE FUNCTION payment.failed_payments(cycle_month date)
  RETURNS TABLE (authority_code integer, national_id welfare.thai_id, person_name text, programme reference.programme_name, month date, adjustment_number smallint,
                 payer reference.payer_name, attempt smallint, amount numeric, way_of_payment reference.way_of_payment, bank_code smallint, account text,
                 kind payment.failure_kind, failed_on date, reason_code text, reason text, bank_text text, needs_new_account boolean, repaired boolean,
                 tried_again boolean)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    own integer[] := CASE welfare.duty() WHEN 'local_authority' THEN reference.acts_for(coalesce(welfare.authority_code(), 0)) END;
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    IF welfare.duty() = 'administrator' THEN
      PERFORM reference.require_administrator();
    END IF;
    PERFORM payment.require_months(failed_payments.cycle_month, failed_payments.cycle_month);
    RETURN QUERY
      SELECT failed.authority_code, failed.thai_id, concat(person.title, person.first_name, ' ', person.last_name), failed.programme, failed.month::date,
             failed.adjustment_number, failed.payer, failed.attempt, failed.amount::numeric, told.way_of_payment, told.bank_code,
             payment.mask_account(told.account_number), failed.kind, failed.failed_on, failed.reason_code,
             reference.bank_reason_text(failed.reason_code, failed.failed_on), failed.bank_text, coalesce(known.needs_new_account, false),
             repair.thai_id IS NOT NULL, again.thai_id IS NOT NULL
        FROM payment.failure AS failed
        JOIN payment.instruction AS told
          ON told.thai_id = failed.thai_id AND told.programme = failed.programme AND told.month = failed.month
         AND told.adjustment_number = failed.adjustment_number AND told.payer = failed.payer AND told.attempt = failed.attempt
        LEFT JOIN registry.person ON person.thai_id = failed.thai_id
        LEFT JOIN reference.bank_reason AS known ON known.reason_code = failed.reason_code AND known.valid @> failed.failed_on
        LEFT JOIN payment.repair
          ON repair.thai_id = failed.thai_id AND repair.programme = failed.programme AND repair.month = failed.month
         AND repair.adjustment_number = failed.adjustment_number AND repair.payer = failed.payer AND repair.attempt = failed.attempt
        LEFT JOIN payment.instruction AS again
          ON again.thai_id = failed.thai_id AND again.programme = failed.programme AND again.month = failed.month
         AND again.adjustment_number = failed.adjustment_number AND again.payer = failed.payer AND again.attempt = failed.attempt + 1
       WHERE failed.cycle_month = failed_payments.cycle_month AND failed.kind <> 'held_back' AND (own IS NULL OR failed.authority_code = ANY (own))
       ORDER BY failed.authority_code, failed.thai_id, failed.programme, failed.month, failed.adjustment_number, failed.payer, failed.attempt;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('payment.failed_payments', NULL, jsonb_build_object('cycle_month', failed_payments.cycle_month), found);
  END
  $$;
COMMENT ON FUNCTION payment.failed_payments(date) IS 'payments of a month that failed, with why and what was done';

-- How what is due of a month's payrolls stands, in counts and baht: the own authority's by programme; the nation's as one for the Comptroller General's
-- Department and administrators, over all programmes together, so that what is health data is no part that can be told from the others (AR2).
-- Parameters: first of month. Identifies nobody. Errors: WF001, WF007, WF033, WF034. Belongs to the owner: it counts what is nobody's table.
CREATE FUNCTION payment.settlement_status(cycle_month date)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, state payment.payment_state, state_text text, payments bigint, amount numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    own integer := CASE welfare.duty() WHEN 'local_authority' THEN coalesce(welfare.authority_code(), 0) END;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'treasury', 'administrator');
    IF own IS NULL AND welfare.duty() IS NOT NULL AND NOT coalesce(welfare.nation(), false) THEN
      PERFORM reference.refuse('WF007', NULL);
    END IF;
    PERFORM payment.require_months(settlement_status.cycle_month, settlement_status.cycle_month);
    RETURN QUERY
      SELECT own, CASE WHEN own IS NOT NULL THEN due.programme END AS told_programme, due.state, registry.word_for('payment_state', due.state::text), count(*),
             sum(due.amount)
        FROM (SELECT standing.programme, standing.state, standing.amount
                FROM payment.payments_standing(NULL, own, settlement_status.cycle_month) AS standing
               UNION ALL
              SELECT payable.programme, (CASE WHEN payable.reasons IS NOT NULL THEN 'held' ELSE 'prepared' END)::payment.payment_state, payable.amount
                FROM payment.lines_payable(settlement_status.cycle_month, own, NULL) AS payable
               WHERE payable.amount > 0
               UNION ALL
              SELECT aside.programme, (CASE WHEN cancelled.thai_id IS NOT NULL THEN 'cancelled' ELSE aside.reason::text END)::payment.payment_state,
                     aside.amount::numeric
                FROM payment.set_aside AS aside
                LEFT JOIN payment.cancellation AS cancelled
                  ON cancelled.thai_id = aside.thai_id AND cancelled.programme = aside.programme AND cancelled.month = aside.month
                 AND cancelled.adjustment_number = aside.adjustment_number AND cancelled.payer = aside.payer
               WHERE aside.cycle_month = settlement_status.cycle_month AND (own IS NULL OR aside.authority_code = own)
                 AND (aside.reason = 'offset'
                      OR NOT EXISTS (SELECT FROM payment.instruction AS told
                                      WHERE told.thai_id = aside.thai_id AND told.programme = aside.programme AND told.month = aside.month
                                        AND told.adjustment_number = aside.adjustment_number AND told.payer = aside.payer AND told.attempt = aside.attempt))) AS due
       GROUP BY told_programme, due.state
       ORDER BY told_programme, due.state;
  END
  $$;
COMMENT ON FUNCTION payment.settlement_status(date) IS 'how what is due of a month''s payrolls stands, in counts and baht';

REVOKE ALL ON FUNCTION payment.mask_account(text), payment.payments_standing(welfare.thai_id, integer, date), payment.payments_of(welfare.thai_id),
  payment.failed_payments(date), payment.settlement_status(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.payments_of(welfare.thai_id), payment.failed_payments(date) TO welfare_authority, welfare_admin;
GRANT EXECUTE ON FUNCTION payment.settlement_status(date) TO welfare_authority, welfare_treasury, welfare_admin;

COMMIT;

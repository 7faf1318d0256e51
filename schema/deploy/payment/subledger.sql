-- ER13, QR8: what the payments themselves say that every account holds: the sub-ledger. The ledger, which was posted as things happened, is compared
-- with it, and corrected only towards it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF460', 'ไม่มีรายการบัญชีแยกประเภทลำดับที่ %1$s', 'there is no ledger entry %1$s', NULL, NULL),
  ('WF461', 'รายการบัญชีลำดับที่ %1$s แก้ไขไปแล้วด้วยรายการที่ %2$s', 'ledger entry %1$s was corrected by entry %2$s already',
   'หากการแก้ไขนั้นผิด ให้แก้ไขรายการที่แก้ไขนั้น', 'If that correction is wrong, correct the correction.'),
  ('WF462', 'จำนวนเงินที่ถูกต้อง %1$s ใช้ไม่ได้: ต้องไม่ติดลบ ทศนิยมไม่เกินสองตำแหน่ง และต่างจากที่บันทึกไว้ (%2$s)',
   'the right amount cannot be %1$s: not negative, two decimals at most, and another than what was posted (%2$s)', NULL, NULL),
  ('WF463', 'การแก้ไขรายการบัญชีลำดับที่ %1$s ไม่ทำให้บัญชีตรงกับรายการจ่ายเงินมากขึ้น', 'correcting ledger entry %1$s brings the ledger no nearer to the payments',
   'ดูส่วนต่างที่ payment.ledger_differences', 'payment.ledger_differences shows what differs.');

-- What every account holds of a month by its payments: each is counted where its money is now and taken from where it came from. Posted totals do not
-- enter into it. One pass over the month's payments and arrivals, which spills to disk, and totals only after that.
-- Parameters: first of month; one authority, NULL for all.
CREATE FUNCTION payment.subledger_of(month date, only_authority integer)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type,
                 account payment.ledger_account, balance numeric)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      WITH moved AS (
        -- a payment: from the budget, or from where an earlier try or a hold had left it; to what became of it
        SELECT told.authority_code, told.programme, told.payer, told.budget_type,
               CASE WHEN earlier.kind = 'held_back' THEN 'held' WHEN earlier.kind IS NOT NULL THEN 'returned'
                    WHEN aside.thai_id IS NOT NULL THEN 'held' ELSE 'budget' END::payment.ledger_account AS source,
               CASE WHEN failed.kind = 'held_back' THEN 'held' WHEN failed.kind IS NOT NULL THEN 'returned' WHEN arrived.thai_id IS NOT NULL THEN 'paid'
                    WHEN payroll.state >= 'sent' THEN 'sent' WHEN told.adjustment_number = 0 THEN 'entitled' ELSE 'arrears' END::payment.ledger_account AS place,
               sum(told.amount) AS amount, sum(told.top_up) AS top_up
          FROM payment.instruction AS told
          LEFT JOIN payment.credit AS arrived
            ON arrived.month = subledger_of.month AND arrived.thai_id = told.thai_id AND arrived.programme = told.programme
           AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
          LEFT JOIN payment.failure AS failed
            ON failed.month = subledger_of.month AND failed.thai_id = told.thai_id AND failed.programme = told.programme
           AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt
          LEFT JOIN payment.failure AS earlier
            ON earlier.month = subledger_of.month AND earlier.thai_id = told.thai_id AND earlier.programme = told.programme
           AND earlier.adjustment_number = told.adjustment_number AND earlier.payer = told.payer AND earlier.attempt = told.previous_attempt
          LEFT JOIN payment.set_aside AS aside
            ON aside.month = subledger_of.month AND aside.reason = 'held' AND aside.thai_id = told.thai_id AND aside.programme = told.programme
           AND aside.adjustment_number = told.adjustment_number AND aside.payer = told.payer AND aside.attempt = told.attempt
          LEFT JOIN payment.authority_payroll AS payroll
            ON payroll.cycle_month = told.cycle_month AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
           AND payroll.round = told.round
         WHERE told.month = subledger_of.month AND (subledger_of.only_authority IS NULL OR told.authority_code = subledger_of.only_authority)
         GROUP BY told.authority_code, told.programme, told.payer, told.budget_type, source, place
         UNION ALL
        -- what was due and held, or offset; an offset may be of what was held before, or of what failed
        SELECT aside.authority_code, aside.programme, aside.payer, aside.budget_type,
               CASE WHEN aside.reason = 'held' THEN 'budget' WHEN earlier.kind = 'held_back' THEN 'held' WHEN earlier.kind IS NOT NULL THEN 'returned'
                    WHEN before.thai_id IS NOT NULL THEN 'held' ELSE 'budget' END::payment.ledger_account AS source,
               CASE aside.reason WHEN 'held' THEN 'held' ELSE 'cancelled' END::payment.ledger_account AS place,
               aside.amount, aside.top_up
          FROM payment.set_aside AS aside
          LEFT JOIN payment.failure AS earlier
            ON earlier.thai_id = aside.thai_id AND earlier.programme = aside.programme AND earlier.month = aside.month
           AND earlier.adjustment_number = aside.adjustment_number AND earlier.payer = aside.payer AND earlier.attempt = aside.attempt - 1
          LEFT JOIN payment.set_aside AS before
            ON before.thai_id = aside.thai_id AND before.programme = aside.programme AND before.month = aside.month
           AND before.adjustment_number = aside.adjustment_number AND before.payer = aside.payer AND before.attempt = aside.attempt
           AND before.reason = 'held'
         WHERE aside.month = subledger_of.month AND (subledger_of.only_authority IS NULL OR aside.authority_code = subledger_of.only_authority)
           -- offset when it was cancelled, before any payroll had it: never posted
           AND aside.round > 0
         UNION ALL
        -- ER15: what was cancelled, from where its last try or its hold had left it; what no approved payroll had dealt with was never posted
        SELECT gone.authority_code, gone.programme, gone.payer, left_at.budget_type, left_at.place AS source, 'cancelled'::payment.ledger_account AS place,
               gone.amount, gone.top_up
          FROM payment.cancellation AS gone
         CROSS JOIN LATERAL (
           SELECT tries.budget_type, tries.place
             FROM (SELECT told.attempt, told.budget_type,
                          CASE WHEN failed.kind = 'held_back' THEN 'held' WHEN failed.kind IS NOT NULL THEN 'returned'
                               WHEN told.adjustment_number = 0 THEN 'entitled' ELSE 'arrears' END::payment.ledger_account AS place
                     FROM payment.instruction AS told
                     LEFT JOIN payment.failure AS failed
                       ON failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
                      AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt
                    WHERE told.month = subledger_of.month AND told.thai_id = gone.thai_id AND told.programme = gone.programme
                      AND told.adjustment_number = gone.adjustment_number AND told.payer = gone.payer
                    UNION ALL
                   SELECT 0::smallint AS attempt, aside.budget_type, 'held'::payment.ledger_account AS place
                     FROM payment.set_aside AS aside
                    WHERE aside.reason = 'held' AND aside.month = subledger_of.month AND aside.thai_id = gone.thai_id AND aside.programme = gone.programme
                      AND aside.adjustment_number = gone.adjustment_number AND aside.payer = gone.payer) AS tries
            ORDER BY tries.attempt DESC LIMIT 1) AS left_at
         WHERE gone.month = subledger_of.month AND (subledger_of.only_authority IS NULL OR gone.authority_code = subledger_of.only_authority)
         UNION ALL
        -- ER14: what came back of what was paid
        SELECT receipt.authority_code, receipt.programme, receipt.payer, receipt.budget_type, 'paid'::payment.ledger_account AS source,
               'recovered'::payment.ledger_account AS place, receipt.amount, receipt.top_up
          FROM payment.receipt
         WHERE receipt.month = subledger_of.month AND (subledger_of.only_authority IS NULL OR receipt.authority_code = subledger_of.only_authority)
      )
      SELECT moved.authority_code, moved.programme, moved.payer, part.budget, leg.account, sum(leg.sign * part.baht)
        FROM moved
       CROSS JOIN LATERAL payment.budget_parts(moved.payer, moved.budget_type, moved.amount, moved.top_up) AS part
       CROSS JOIN LATERAL (VALUES (moved.place, 1), (moved.source, -1)) AS leg (account, sign)
       GROUP BY moved.authority_code, moved.programme, moved.payer, part.budget, leg.account
      HAVING sum(leg.sign * part.baht) <> 0;
  END
  $$;
COMMENT ON FUNCTION payment.subledger_of(date, integer) IS 'what every account holds of a month by its payments';

-- Where the ledger and the payments disagree about a month. Parameters: as payment.subledger_of.
CREATE FUNCTION payment.differences_of(month date, only_authority integer)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type,
                 account payment.ledger_account, ledger numeric, subledger numeric)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT told.authority_code, told.programme, told.payer, told.budget_type, told.account, sum(told.ledger), sum(told.subledger)
        FROM (SELECT leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account, leg.amount AS ledger, 0::numeric AS subledger
                FROM payment.ledger_leg AS leg
               WHERE leg.month = differences_of.month AND (differences_of.only_authority IS NULL OR leg.authority_code = differences_of.only_authority)
               UNION ALL
              SELECT held.authority_code, held.programme, held.payer, held.budget_type, held.account, 0::numeric AS ledger, held.balance AS subledger
                FROM payment.subledger_of(differences_of.month, differences_of.only_authority) AS held) AS told
       GROUP BY told.authority_code, told.programme, told.payer, told.budget_type, told.account
      HAVING sum(told.ledger) <> sum(told.subledger);
  END
  $$;
COMMENT ON FUNCTION payment.differences_of(date, integer) IS 'where the ledger and the payments disagree about a month';

-- Every month of which there is a payroll, a payment or a ledger entry. Few rows, by indexes and partitions.
CREATE FUNCTION payment.months_on_record() RETURNS SETOF date
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN QUERY
      SELECT payroll.month::date FROM payment.payroll
       UNION
      SELECT to_date(right(partition.relname, 7), 'YYYY_MM')
        FROM pg_inherits AS part
        JOIN pg_class AS partition ON partition.oid = part.inhrelid
       WHERE part.inhparent IN ('payment.instruction'::regclass, 'payment.credit'::regclass, 'payment.line'::regclass)
       UNION
      SELECT entry.month::date FROM payment.ledger_entry AS entry
       UNION
      SELECT aside.month::date FROM payment.set_aside AS aside
       ORDER BY 1;
  END
  $$;
COMMENT ON FUNCTION payment.months_on_record() IS 'months of which there is a payroll, a payment or a ledger entry';

-- What every account should hold of a month by its payments (ER13). For administrators and whoever keeps the database. Identifies nobody.
-- Parameters: first of month. Errors: WF001, WF004, WF033, WF034. Belongs to the owner: payments are nobody's tables.
CREATE FUNCTION payment.subledger(month date)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type,
                 account payment.ledger_account, balance numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    IF subledger.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(subledger.month) THEN
      PERFORM reference.refuse('WF034', NULL, subledger.month::text);
    END IF;
    RETURN QUERY SELECT * FROM payment.subledger_of(subledger.month, NULL) AS held ORDER BY 1, 2, 3, 4, 5;
  END
  $$;
COMMENT ON FUNCTION payment.subledger(date) IS 'what every account should hold of a month by its payments';

-- Where the ledger and the payments disagree: nowhere. For administrators and whoever keeps the database. Parameters: first of month, NULL for
-- every month. Errors: WF001, WF004, WF034. Belongs to the owner, as payment.subledger.
CREATE FUNCTION payment.ledger_differences(month date DEFAULT NULL)
  RETURNS TABLE (of_month date, authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type,
                 account payment.ledger_account, ledger numeric, subledger numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    each_month date;
  BEGIN
    PERFORM reference.require_administrator();
    IF NOT reference.is_pay_month(ledger_differences.month) THEN
      PERFORM reference.refuse('WF034', NULL, ledger_differences.month::text);
    END IF;
    FOR each_month IN SELECT known FROM payment.months_on_record() AS known WHERE ledger_differences.month IS NULL OR known = ledger_differences.month LOOP
      RETURN QUERY SELECT each_month, differs.* FROM payment.differences_of(each_month, NULL) AS differs ORDER BY 2, 3, 4, 5, 6;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION payment.ledger_differences(date) IS 'where the ledger and the payments disagree';

-- Corrects a wrong entry by another, which moves what was posted too much back, or what was posted too little after it. The wrong one stays, and is
-- corrected once. Only towards the payments: an entry that they bear out is not corrected. Parameters: number of the entry; the baht that it should
-- have posted, 0: nothing at all; why. Answers the number of the correction.
-- Errors: WF001, WF004 not an administrator, WF010, WF460 no such entry, WF461 corrected already, WF462 no such amount, WF463 the ledger would come no
-- nearer to the payments. Belongs to the owner: nobody writes the ledger but by its functions.
CREATE FUNCTION payment.correct_entry(entry_number bigint, right_amount numeric, remark text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    wrong payment.ledger_entry;
    earlier bigint;
    correction bigint;
    distance numeric;
    missing text := CASE WHEN correct_entry.entry_number IS NULL THEN 'entry_number' WHEN correct_entry.right_amount IS NULL THEN 'right_amount'
                         WHEN coalesce(btrim(correct_entry.remark), '') = '' THEN 'remark' END;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    -- two corrections wait for each other, so that each compares with what the other left
    PERFORM pg_advisory_xact_lock(hashtext('payment.correct_entry'));
    SELECT * INTO wrong FROM payment.ledger_entry AS entry WHERE entry.entry_number = correct_entry.entry_number;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF460', NULL, correct_entry.entry_number::text);
    END IF;
    SELECT entry.entry_number INTO earlier FROM payment.ledger_entry AS entry WHERE entry.corrects = wrong.entry_number;
    IF FOUND THEN
      PERFORM reference.refuse('WF461', NULL, wrong.entry_number::text, earlier::text);
    END IF;
    -- Infinity and NaN are greater than every number of which there is a satang
    IF correct_entry.right_amount < 0 OR correct_entry.right_amount >= 1e10 OR correct_entry.right_amount <> round(correct_entry.right_amount, 2)
       OR correct_entry.right_amount = wrong.amount THEN
      PERFORM reference.refuse('WF462', NULL, correct_entry.right_amount::text, wrong.amount::text);
    END IF;
    SELECT coalesce(sum(abs(differs.ledger - differs.subledger)), 0) INTO distance FROM payment.differences_of(wrong.month, wrong.authority_code) AS differs;
    INSERT INTO payment.ledger_entry AS entry (event_at, disbursement_number, delivery_number, items, corrects, cycle_month, month, authority_code, programme, payer,
                                               budget_type, step, debit, credit, district_code, province_code, sensitive, amount, remark)
    SELECT clock_timestamp(), wrong.disbursement_number, wrong.delivery_number, 0, wrong.entry_number, wrong.cycle_month, wrong.month, wrong.authority_code,
           wrong.programme, wrong.payer, wrong.budget_type, 'corrected',
           CASE WHEN correct_entry.right_amount < wrong.amount THEN wrong.credit ELSE wrong.debit END,
           CASE WHEN correct_entry.right_amount < wrong.amount THEN wrong.debit ELSE wrong.credit END,
           wrong.district_code, wrong.province_code, wrong.sensitive, abs(wrong.amount - correct_entry.right_amount), btrim(correct_entry.remark)
    RETURNING entry.entry_number INTO correction;
    IF (SELECT coalesce(sum(abs(differs.ledger - differs.subledger)), 0) FROM payment.differences_of(wrong.month, wrong.authority_code) AS differs) >= distance THEN
      PERFORM reference.refuse('WF463', NULL, wrong.entry_number::text);
    END IF;
    RETURN correction;
  END
  $$;
COMMENT ON FUNCTION payment.correct_entry(bigint, numeric, text) IS 'corrects a wrong ledger entry by another, towards the payments; administrators only';

REVOKE ALL ON FUNCTION payment.subledger_of(date, integer), payment.differences_of(date, integer), payment.months_on_record(), payment.subledger(date),
  payment.ledger_differences(date), payment.correct_entry(bigint, numeric, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.subledger(date), payment.ledger_differences(date), payment.correct_entry(bigint, numeric, text) TO welfare_admin;

COMMIT;

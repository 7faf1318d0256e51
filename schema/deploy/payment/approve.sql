-- ER13, ER14: a payroll reviewed by an officer and approved by another person's order. What is approved is written down as payments, frozen.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF403', 'ไม่มีบัญชีจ่ายเงินเบี้ย%1$sของเดือน %2$s ที่อยู่ในขั้น %3$s', 'there is no %1$s payroll of %2$s that is %3$s', NULL, NULL),
  ('WF404', 'ผู้ตรวจสอบบัญชีอนุมัติบัญชีนั้นเองไม่ได้', 'who reviewed a payroll does not approve it',
   'ให้ผู้อื่นที่มีอำนาจสั่งอนุมัติ', 'Another person who may, approves it.'),
  ('WF405', 'รหัสตรวจสอบที่อนุมัติไม่ตรงกับบัญชีที่ตรวจสอบแล้ว', 'the digest approved is not that of the payroll as it was reviewed',
   'ให้ตรวจสอบบัญชีอีกครั้ง แล้วอนุมัติด้วยรหัสของบัญชีนั้น', 'Review it again, and approve it by its digest.'),
  ('WF406', 'พ้นวันที่ %1$s ซึ่งต้องจ่ายเงินของเดือนแล้ว จึงต้องระบุเหตุผล', 'it is past %1$s, by which the month is paid: say why', NULL, NULL),
  ('WF407', 'สิ่งที่ต้องจ่ายของ อปท. %1$s เปลี่ยนไปหลังตรวจสอบ (เบี้ย%2$s)', 'what authority %1$s has to pay has changed since the review (%2$s)',
   'ให้จัดทำบัญชีใหม่ (payment.draft_own_payroll) แล้วตรวจสอบอีกครั้ง', 'Draft it anew (payment.draft_own_payroll) and review it again.');

-- Count, sum and digest of what approved payrolls pay, by payroll. Parameters: first of month; one authority, one programme, NULL for all.
CREATE FUNCTION payment.approved_totals(cycle_month date, only_authority integer, only_programme reference.programme_name)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, round smallint, items bigint, transfers bigint, amount numeric, digest bytea)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET enable_hashagg = off
  SET parallel_tuple_cost = 0
  SET plan_cache_mode = force_custom_plan
  AS $$
  BEGIN
    RETURN QUERY
      SELECT told.authority_code, told.programme, told.round, count(*), count(*) FILTER (WHERE told.bank_code IS NOT NULL), sum(told.amount)::numeric,
             payment.payroll_digest(approved_totals.cycle_month, told.authority_code, told.programme, told.round, string_agg(told.item, ''))
        FROM (SELECT instruction.authority_code, instruction.programme, instruction.round, instruction.bank_code, instruction.amount,
                     payment.item_text(instruction.thai_id, instruction.month, instruction.adjustment_number, instruction.payer, instruction.attempt,
                                       instruction.amount, instruction.top_up, instruction.way_of_payment, instruction.bank_code, instruction.bank_branch,
                                       instruction.account_number, instruction.account_name) AS item
                FROM payment.instruction
               WHERE instruction.cycle_month = approved_totals.cycle_month AND instruction.month <= approved_totals.cycle_month
                 AND (approved_totals.only_authority IS NULL OR instruction.authority_code = approved_totals.only_authority)
                 AND (approved_totals.only_programme IS NULL OR instruction.programme = approved_totals.only_programme)
               ORDER BY instruction.authority_code, instruction.programme, instruction.round, instruction.thai_id, instruction.month,
                        instruction.adjustment_number, instruction.payer) AS told
       GROUP BY told.authority_code, told.programme, told.round;
  END
  $$;
COMMENT ON FUNCTION payment.approved_totals(date, integer, reference.programme_name) IS 'count, sum and digest of what approved payrolls pay';

-- Keeps the payrolls of a month from being drafted anew until this transaction ends; taken before any of them is. Parameters: first of month; the
-- authority whose payrolls they are, NULL: many authorities', whom only the nation's draft is kept from.
CREATE FUNCTION payment.keep_drafts(cycle_month date, authority_code integer DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('payment.draft'), keep_drafts.cycle_month - DATE '1900-01-01');
    IF keep_drafts.authority_code IS NOT NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('payment.draft.authority'), keep_drafts.authority_code);
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.keep_drafts(date, integer) IS 'keeps the payrolls of a month from being drafted anew';

-- Writes down what payrolls that are reviewed pay: payments, what is set aside, and the ledger's entries; and that they are approved. Every payroll's
-- payments have the digest by which it was reviewed, or nothing is written. Parameters: first of month; one authority and programme, NULL for all
-- that are listed; authorities, NULL for all; number of the order; office in which it was signed, NULL: on paper; why it is late.
-- Answers how many payrolls. Errors: WF404 reviewed by who approves it, whenever that was, WF407. Set-based: it approves one payroll or the nation's by the same statements.
CREATE FUNCTION payment.write_approved(cycle_month date, only_authority integer, only_programme reference.programme_name, authority_codes integer[],
                                       order_number text, signed_as identity.office_name, late_reason text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET maintenance_work_mem = '128MB'
  SET jit = off
  SET enable_nestloop = on
  SET parallel_tuple_cost = 0
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    cycle date := write_approved.cycle_month;
    partition_name text := to_char(cycle, '"instruction_"YYYY_MM');
    approved payment.authority_payroll[];
    wrong payment.authority_payroll;
    moment timestamptz := clock_timestamp();
    lines text;
    carried text;
    columns text;
    asides payment.set_aside[];
    carried_over payment.instruction[];
  BEGIN
    -- Of the nation's payrolls the planner knows nothing, and takes them for a hundred: everybody's payments are never looked up one by one. Undone at
    -- the end, by the function's own setting.
    IF write_approved.only_authority IS NULL THEN
      PERFORM set_config('enable_nestloop', 'off', true);
    END IF;
    -- what was drafted by this same transaction
    PERFORM payment.number_payrolls();
    PERFORM FROM payment.authority_payroll AS payroll
      WHERE payroll.cycle_month = cycle AND payroll.state = 'reviewed'
        AND (write_approved.only_authority IS NULL OR payroll.authority_code = write_approved.only_authority)
        AND (write_approved.only_programme IS NULL OR payroll.programme = write_approved.only_programme)
        AND (write_approved.authority_codes IS NULL OR payroll.authority_code = ANY (write_approved.authority_codes))
      ORDER BY payroll.authority_code, payroll.programme
        FOR UPDATE;
    approved := ARRAY(
      SELECT payroll FROM payment.authority_payroll AS payroll
       WHERE payroll.cycle_month = cycle AND payroll.state = 'reviewed'
         AND (write_approved.only_authority IS NULL OR payroll.authority_code = write_approved.only_authority)
         AND (write_approved.only_programme IS NULL OR payroll.programme = write_approved.only_programme)
         AND (write_approved.authority_codes IS NULL OR payroll.authority_code = ANY (write_approved.authority_codes))
       ORDER BY payroll.authority_code, payroll.programme);
    -- of what was reviewed while this waited for others too
    IF EXISTS (SELECT FROM unnest(approved) AS payroll WHERE payment.reviewed_by(payroll) = coalesce(welfare.principal(), session_user::text)) THEN
      PERFORM reference.refuse('WF404', NULL);
    END IF;

    -- Everything is worked out from what was there before: of what is written down first, the rest would be worked out otherwise. What is set aside and what
    -- is carried over are few. By EXECUTE: a statement that fills variables itself is never parallel.
    EXECUTE $query$
      SELECT array_agg((payable.thai_id, clock_timestamp(), payable.month, $1, payable.authority_code, payable.programme, payable.payer, aside.reason,
              payable.budget_type, payable.adjustment_number, payable.attempt, payroll.round, payable.claim_number, payable.district_code, payable.province_code,
              payable.sensitive, aside.amount, aside.top_up, CASE aside.reason WHEN 'held' THEN payable.reasons END)::payment.set_aside)
        FROM (SELECT * FROM payment.lines_payable($1, $3, $4)
               UNION ALL
              SELECT * FROM payment.carried_payable($1, $3, $4)) AS payable
        JOIN unnest($2) AS payroll ON payroll.authority_code = payable.authority_code AND payroll.programme = payable.programme
       CROSS JOIN LATERAL (VALUES ('held'::payment.set_aside_reason, CASE WHEN payable.reasons IS NOT NULL THEN payable.amount END, payable.top_up),
                                  ('offset', nullif(payable.offset_amount, 0), payable.offset_top_up)) AS aside (reason, amount, top_up)
       WHERE (payable.reasons IS NOT NULL OR payable.offset_amount > 0) AND aside.amount > 0 $query$
      INTO asides USING cycle, approved, write_approved.only_authority, write_approved.only_programme;

    -- What is carried over belongs to months that have their partitions; the month's own lines are loaded at once when they are its first.
    columns := 'thai_id, reference, month, cycle_month, authority_code, programme, payer, way_of_payment, budget_type, adjustment_number, attempt,
                previous_attempt, round, claim_number, district_code, province_code, bank_code, sensitive, amount, top_up, bank_branch, account_number,
                account_name, late_reason';
    lines := format($query$
      SELECT payable.thai_id, %s AS reference, payable.month::reference.pay_month AS month, $1::reference.pay_month AS cycle_month, payable.authority_code,
             payable.programme, payable.payer, payable.way_of_payment, payable.budget_type, payable.adjustment_number, payable.attempt,
             payable.previous_attempt, payroll.round, payable.claim_number, payable.district_code, payable.province_code,
             CASE WHEN payable.way_of_payment IN ('own_account', 'proxy_account') THEN payable.bank_code END AS bank_code, payable.sensitive,
             payable.amount::numeric(12,2)::reference.baht AS amount, payable.top_up::numeric(12,2)::reference.baht AS top_up,
             CASE WHEN payable.way_of_payment IN ('own_account', 'proxy_account') THEN payable.bank_branch END AS bank_branch,
             CASE WHEN payable.way_of_payment IN ('own_account', 'proxy_account') THEN payable.account_number END AS account_number,
             CASE WHEN payable.way_of_payment IN ('own_account', 'proxy_account') THEN payable.account_name END AS account_name,
             %s AS late_reason
        FROM payment.%I($1, %L, %L) AS payable
        JOIN unnest($2) AS payroll ON payroll.authority_code = payable.authority_code AND payroll.programme = payable.programme
       -- of coalesce the planner expects half of the rows, of IS NULL one in two hundred, for which it would sort everybody once more
       WHERE coalesce(payable.reasons IS NULL, false) AND payable.amount > 0
       ORDER BY payable.authority_code, payable.programme, payable.thai_id, payable.month, payable.adjustment_number, payable.payer $query$,
      'payroll.first_reference + row_number() OVER (PARTITION BY payable.authority_code, payable.programme
         ORDER BY payable.thai_id, payable.month, payable.adjustment_number, payable.payer)', '$3', 'lines_payable',
      write_approved.only_authority, write_approved.only_programme);
    -- numbered from the end, so that neither needs to know how many the other has
    carried := replace(replace(replace(lines, 'payroll.first_reference + row_number()', 'payroll.first_reference + payroll.items + 1 - row_number()'),
                               '$3 AS late_reason', 'coalesce($3, payable.source::text) AS late_reason'), 'lines_payable', 'carried_payable');
    EXECUTE format('SELECT array_agg(ROW(%s)::payment.instruction) FROM (%s) AS told', columns, carried) INTO carried_over
      USING cycle, approved, write_approved.late_reason;
    PERFORM payment.require_partition('instruction', owed.month), payment.require_partition('credit', owed.month)
       FROM (SELECT DISTINCT told.month::date AS month FROM unnest(carried_over) AS told WHERE told.month < cycle) AS owed;
    IF to_regclass(format('payment.%I', partition_name)) IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('payment.partition'), cycle - DATE '1900-01-01');
    END IF;
    IF to_regclass(format('payment.%I', partition_name)) IS NULL THEN
      -- its columns stand in the order of the table's
      EXECUTE format('CREATE TABLE payment.%I AS SELECT %s FROM (%s) AS told', partition_name, columns, lines)
        USING cycle, approved, write_approved.late_reason;
      PERFORM payment.attach_partition('instruction', cycle);
    ELSE
      EXECUTE format('INSERT INTO payment.instruction (%s) %s', columns, lines) USING cycle, approved, write_approved.late_reason;
    END IF;
    INSERT INTO payment.instruction SELECT * FROM unnest(carried_over);
    INSERT INTO payment.set_aside SELECT * FROM unnest(asides);

    SELECT payroll.* INTO wrong
      FROM unnest(approved) AS payroll
      LEFT JOIN payment.approved_totals(cycle, write_approved.only_authority, write_approved.only_programme) AS told
        ON told.authority_code = payroll.authority_code AND told.programme = payroll.programme AND told.round = payroll.round
      LEFT JOIN (SELECT aside.authority_code, aside.programme, aside.round, count(*) AS held, sum(aside.amount) AS amount
                   FROM payment.set_aside AS aside
                  WHERE aside.cycle_month = cycle AND aside.reason = 'held'
                    AND (write_approved.only_authority IS NULL OR aside.authority_code = write_approved.only_authority)
                  GROUP BY aside.authority_code, aside.programme, aside.round) AS aside
        ON aside.authority_code = payroll.authority_code AND aside.programme = payroll.programme AND aside.round = payroll.round
     WHERE (coalesce(told.items, 0), coalesce(told.amount, 0), coalesce(aside.held, 0), coalesce(aside.amount, 0))
             IS DISTINCT FROM (payroll.items, payroll.amount, payroll.held, payroll.held_amount)
        OR coalesce(told.digest, payment.payroll_digest(cycle, payroll.authority_code, payroll.programme, payroll.round, NULL)) <> payroll.digest
     ORDER BY payroll.authority_code, payroll.programme LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF407', NULL, wrong.authority_code::text, reference.programme_text(wrong.programme));
    END IF;

    INSERT INTO payment.ledger_entry (event_at, items, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit,
                                      district_code, province_code, sensitive, amount)
    SELECT moment, count(*), cycle, posted.month, posted.authority_code, posted.programme, posted.payer, part.budget, posted.step, posted.debit, posted.credit,
           posted.district_code, posted.province_code, posted.sensitive, sum(part.baht)
      FROM (SELECT told.month, told.authority_code, told.programme, told.payer, told.budget_type, told.district_code, told.province_code, told.sensitive,
                   told.amount, told.top_up,
                   CASE WHEN aside.thai_id IS NULL AND failed.thai_id IS NULL THEN 'approved' ELSE 'released' END::payment.ledger_step AS step,
                   CASE told.adjustment_number WHEN 0 THEN 'entitled' ELSE 'arrears' END::payment.ledger_account AS debit,
                   CASE WHEN failed.kind = 'held_back' THEN 'held' WHEN failed.thai_id IS NOT NULL THEN 'returned'
                        WHEN aside.thai_id IS NOT NULL THEN 'held' ELSE 'budget' END::payment.ledger_account AS credit
              FROM payment.instruction AS told
              JOIN unnest(approved) AS payroll
                ON payroll.authority_code = told.authority_code AND payroll.programme = told.programme AND payroll.round = told.round
              LEFT JOIN payment.failure AS failed
                ON failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
               AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.previous_attempt
              LEFT JOIN payment.set_aside AS aside
                ON aside.thai_id = told.thai_id AND aside.programme = told.programme AND aside.month = told.month
               AND aside.adjustment_number = told.adjustment_number AND aside.payer = told.payer AND aside.attempt = told.attempt AND aside.reason = 'held'
             WHERE told.cycle_month = cycle AND told.month <= cycle
               AND (write_approved.only_authority IS NULL OR told.authority_code = write_approved.only_authority)
             UNION ALL
            SELECT aside.month, aside.authority_code, aside.programme, aside.payer, aside.budget_type, aside.district_code, aside.province_code, aside.sensitive,
                   aside.amount, aside.top_up, aside.reason::text::payment.ledger_step AS step,
                   CASE aside.reason WHEN 'held' THEN 'held' ELSE 'cancelled' END::payment.ledger_account AS debit,
                   CASE WHEN failed.kind = 'held_back' THEN 'held' WHEN failed.thai_id IS NOT NULL THEN 'returned'
                        WHEN earlier.thai_id IS NOT NULL THEN 'held' ELSE 'budget' END::payment.ledger_account AS credit
              FROM payment.set_aside AS aside
              JOIN unnest(approved) AS payroll
                ON payroll.authority_code = aside.authority_code AND payroll.programme = aside.programme AND payroll.round = aside.round
              LEFT JOIN payment.failure AS failed
                ON failed.thai_id = aside.thai_id AND failed.programme = aside.programme AND failed.month = aside.month
               AND failed.adjustment_number = aside.adjustment_number AND failed.payer = aside.payer AND failed.attempt = aside.attempt - 1
              LEFT JOIN payment.set_aside AS earlier
                ON earlier.thai_id = aside.thai_id AND earlier.programme = aside.programme AND earlier.month = aside.month
               AND earlier.adjustment_number = aside.adjustment_number AND earlier.payer = aside.payer AND earlier.attempt = aside.attempt
               AND earlier.reason = 'held' AND aside.reason = 'offset'
             WHERE aside.cycle_month = cycle) AS posted
     CROSS JOIN LATERAL payment.budget_parts(posted.payer, posted.budget_type, posted.amount, posted.top_up) AS part
     GROUP BY posted.month, posted.authority_code, posted.programme, posted.payer, part.budget, posted.step, posted.debit, posted.credit,
              posted.district_code, posted.province_code, posted.sensitive
     ORDER BY posted.authority_code, posted.programme, posted.month, posted.payer, part.budget, posted.step, posted.debit, posted.credit;

    UPDATE payment.authority_payroll AS payroll SET state = 'approved', late_reason = write_approved.late_reason
      FROM unnest(approved) AS told
     WHERE payroll.cycle_month = cycle AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
       AND payroll.round = told.round;
    PERFORM payment.record_steps(approved, 'approved', write_approved.order_number, write_approved.signed_as, write_approved.late_reason);
    RETURN cardinality(approved)::bigint;
  END
  $$;
COMMENT ON FUNCTION payment.write_approved(date, integer, reference.programme_name, integer[], text, identity.office_name, text)
  IS 'writes down what reviewed payrolls pay, and that they are approved';

-- Records a step of payrolls. Parameters: the payrolls as they were; the step; order, office and remark of it; disbursement.
CREATE FUNCTION payment.record_steps(payrolls payment.authority_payroll[], to_state payment.payroll_state, order_number text DEFAULT NULL,
                                     signed_as identity.office_name DEFAULT NULL, remark text DEFAULT NULL, disbursement_number bigint DEFAULT NULL) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO payment.payroll_step (cycle_month, authority_code, programme, round, step_number, from_state, to_state, digest, order_number, signed_as,
                                      remark, disbursement_number, taken_by)
    SELECT payroll.cycle_month, payroll.authority_code, payroll.programme, payroll.round,
           (SELECT max(step.step_number) + 1 FROM payment.payroll_step AS step
             WHERE step.cycle_month = payroll.cycle_month AND step.authority_code = payroll.authority_code AND step.programme = payroll.programme
               AND step.round = payroll.round),
           payroll.state, record_steps.to_state, payroll.digest, record_steps.order_number, record_steps.signed_as, record_steps.remark,
           record_steps.disbursement_number, coalesce(welfare.principal(), session_user::text)
      FROM unnest(record_steps.payrolls) AS payroll
  $$;
COMMENT ON FUNCTION payment.record_steps(payment.authority_payroll[], payment.payroll_state, text, identity.office_name, text, bigint) IS 'records a step of payrolls';

-- The day by which a month is paid when today is past it; else NULL. Parameters: first of month.
CREATE FUNCTION payment.missed_day(cycle_month date) RETURNS date
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT last.day
      FROM (SELECT missed_day.cycle_month + (reference.disbursement_rule_of('local_authority', missed_day.cycle_month)).latest_day - 1 AS day) AS last
     WHERE last.day < welfare.business_date()
  $$;
COMMENT ON FUNCTION payment.missed_day(date) IS 'day by which a month is paid, when it has passed';

-- Marks payrolls as reviewed. Parameters: first of month; authorities, NULL for all; programme, NULL for all; remark. Answers how many.
CREATE FUNCTION payment.mark_reviewed(cycle_month date, authority_codes integer[], programme reference.programme_name, remark text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    reviewed payment.authority_payroll[];
  BEGIN
    reviewed := ARRAY(
      SELECT payroll FROM payment.authority_payroll AS payroll
       WHERE payroll.cycle_month = mark_reviewed.cycle_month AND payroll.state = 'drafted'
         AND (mark_reviewed.authority_codes IS NULL OR payroll.authority_code = ANY (mark_reviewed.authority_codes))
         AND (mark_reviewed.programme IS NULL OR payroll.programme = mark_reviewed.programme)
       ORDER BY payroll.authority_code, payroll.programme
         FOR UPDATE);
    UPDATE payment.authority_payroll AS payroll SET state = 'reviewed'
      FROM unnest(reviewed) AS told
     WHERE payroll.cycle_month = told.cycle_month AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
       AND payroll.round = told.round;
    PERFORM payment.record_steps(reviewed, 'reviewed', remark => nullif(btrim(mark_reviewed.remark), ''));
    RETURN cardinality(reviewed)::bigint;
  END
  $$;
COMMENT ON FUNCTION payment.mark_reviewed(date, integer[], reference.programme_name, text) IS 'marks payrolls as reviewed';

-- Says that an officer has looked at a payroll of the own authority and at what it holds. Parameters: first of month; programme; remark.
-- Answers its digest, by which it is approved. Errors: WF001, WF007, WF010, WF336 no office, WF403.
-- Belongs to the owner, and names the authority itself: payrolls change by functions only.
CREATE FUNCTION payment.review_payroll(cycle_month date, programme reference.programme_name, remark text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM registry.require_office('officer', 'clerk', 'delegate', 'executive');
    IF review_payroll.cycle_month IS NULL OR review_payroll.programme IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN review_payroll.cycle_month IS NULL THEN 'cycle_month' ELSE 'programme' END);
    END IF;
    PERFORM payment.keep_drafts(review_payroll.cycle_month, welfare.authority_code());
    IF payment.mark_reviewed(review_payroll.cycle_month, ARRAY[welfare.authority_code()], review_payroll.programme, review_payroll.remark) = 0 THEN
      PERFORM reference.refuse('WF403', NULL, reference.programme_text(review_payroll.programme), review_payroll.cycle_month::text, 'drafted');
    END IF;
    RETURN (SELECT encode(payroll.digest, 'hex') FROM payment.authority_payroll AS payroll
             WHERE payroll.cycle_month = review_payroll.cycle_month AND payroll.authority_code = welfare.authority_code()
               AND payroll.programme = review_payroll.programme AND payroll.state = 'reviewed');
  END
  $$;
COMMENT ON FUNCTION payment.review_payroll(date, reference.programme_name, text) IS 'says that an officer has looked at a payroll, and answers its digest';

-- Drafts the payrolls of the own authority anew, after a hold, a release, a repair or a correction. Parameters: first of month.
-- Answers and errors: as payment.draft_payrolls, but WF007 for whoever is no officer of an authority. Belongs to the owner, as that one.
CREATE FUNCTION payment.draft_own_payroll(cycle_month date)
  RETURNS TABLE (payrolls bigint, items bigint, amount numeric, held bigint, held_amount numeric)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.require_officer();
    RETURN QUERY SELECT * FROM payment.write_drafts(draft_own_payroll.cycle_month, welfare.authority_code());
  END
  $$;
COMMENT ON FUNCTION payment.draft_own_payroll(date) IS 'drafts the payrolls of the own authority anew';

-- Approves a reviewed payroll of the own authority, by order of the executive or the delegate, who did not review it. The order names the digest of
-- what was reviewed: nothing else is approved by it. Parameters: first of month; programme; digest (64 hexadecimal digits); number of the order;
-- why it is late, when the day by which the month is paid has passed. Answers that it is done.
-- Errors: WF001, WF007, WF010, WF336 not the executive or the delegate, WF403 none is reviewed, WF404 reviewed by the same person, WF405 another
-- digest, WF406 late without a reason, WF407 changed since the review. Belongs to the owner, as payment.review_payroll.
CREATE FUNCTION payment.approve_payroll(cycle_month date, programme reference.programme_name, digest text, order_number text, late_reason text DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    own CONSTANT integer := welfare.authority_code();
    payroll payment.authority_payroll;
    missing text := CASE WHEN approve_payroll.cycle_month IS NULL THEN 'cycle_month' WHEN approve_payroll.programme IS NULL THEN 'programme'
                         WHEN coalesce(btrim(approve_payroll.digest), '') = '' THEN 'digest'
                         WHEN coalesce(btrim(approve_payroll.order_number), '') = '' THEN 'order_number' END;
  BEGIN
    PERFORM registry.require_office('delegate', 'executive');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM payment.keep_drafts(approve_payroll.cycle_month, own);
    SELECT * INTO payroll FROM payment.authority_payroll AS told
     WHERE told.cycle_month = approve_payroll.cycle_month AND told.authority_code = own AND told.programme = approve_payroll.programme
       AND told.state = 'reviewed'
       FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF403', NULL, reference.programme_text(approve_payroll.programme), approve_payroll.cycle_month::text, 'reviewed');
    END IF;
    IF payment.reviewed_by(payroll) = welfare.principal() THEN
      PERFORM reference.refuse('WF404', NULL);
    END IF;
    IF encode(payroll.digest, 'hex') <> lower(btrim(approve_payroll.digest)) THEN
      PERFORM reference.refuse('WF405', NULL);
    END IF;
    IF coalesce(btrim(approve_payroll.late_reason), '') = '' AND payment.missed_day(payroll.cycle_month) IS NOT NULL THEN
      PERFORM reference.refuse('WF406', NULL, reference.date_text(payment.missed_day(payroll.cycle_month)));
    END IF;
    PERFORM payment.write_approved(payroll.cycle_month, own, payroll.programme, NULL, btrim(approve_payroll.order_number),
      CASE WHEN identity.has_office(welfare.principal(), 'executive', own) THEN 'executive' ELSE 'delegate' END::identity.office_name,
      CASE WHEN payment.missed_day(payroll.cycle_month) IS NOT NULL THEN btrim(approve_payroll.late_reason) END);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.approve_payroll(date, reference.programme_name, text, text, text) IS 'approves a reviewed payroll by order, which names its digest';

-- Who reviewed a payroll last. Parameters: the payroll.
CREATE FUNCTION payment.reviewed_by(payroll payment.authority_payroll) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT step.taken_by FROM payment.payroll_step AS step
     WHERE step.cycle_month = (payroll).cycle_month AND step.authority_code = (payroll).authority_code AND step.programme = (payroll).programme
       AND step.round = (payroll).round AND step.to_state = 'reviewed'
     ORDER BY step.step_number DESC LIMIT 1
  $$;
COMMENT ON FUNCTION payment.reviewed_by(payment.authority_payroll) IS 'who reviewed a payroll last';

-- Says that payrolls of authorities that work on paper were reviewed. Parameters: first of month; the letters that say so; authorities, NULL for
-- all; programme, NULL for all. Answers how many. Errors: WF001, WF004 not an administrator, WF010. Belongs to the owner, as payment.review_payroll.
CREATE FUNCTION payment.review_on_paper(cycle_month date, document text, authority_codes integer[] DEFAULT NULL, programme reference.programme_name DEFAULT NULL)
  RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM payment.require_prepared(review_on_paper.cycle_month);
    IF coalesce(btrim(review_on_paper.document), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'document');
    END IF;
    PERFORM payment.keep_drafts(review_on_paper.cycle_month);
    RETURN payment.mark_reviewed(review_on_paper.cycle_month, review_on_paper.authority_codes, review_on_paper.programme, review_on_paper.document);
  END
  $$;
COMMENT ON FUNCTION payment.review_on_paper(date, text, integer[], reference.programme_name) IS 'says that payrolls of authorities that work on paper were reviewed; administrators only';

-- Records the orders of authorities that work on paper, which approve their reviewed payrolls; another administrator than the one who recorded the
-- reviews. Parameters: first of month; numbers and dates of the orders, in words; authorities, NULL for all that are reviewed; programme, NULL for
-- all; why it is late. Answers how many. Errors: WF001, WF004, WF010, WF032–034, WF404, WF406, WF407. Belongs to the owner, as payment.review_payroll.
CREATE FUNCTION payment.approve_on_paper(cycle_month date, order_number text, authority_codes integer[] DEFAULT NULL,
                                         programme reference.programme_name DEFAULT NULL, late_reason text DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    missed date;
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM payment.require_prepared(approve_on_paper.cycle_month);
    IF coalesce(btrim(approve_on_paper.order_number), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'order_number');
    END IF;
    PERFORM payment.keep_drafts(approve_on_paper.cycle_month);
    IF EXISTS (SELECT FROM payment.authority_payroll AS payroll
                WHERE payroll.cycle_month = approve_on_paper.cycle_month AND payroll.state = 'reviewed'
                  AND (approve_on_paper.authority_codes IS NULL OR payroll.authority_code = ANY (approve_on_paper.authority_codes))
                  AND (approve_on_paper.programme IS NULL OR payroll.programme = approve_on_paper.programme)
                  AND payment.reviewed_by(payroll) = coalesce(welfare.principal(), session_user::text)) THEN
      PERFORM reference.refuse('WF404', NULL);
    END IF;
    missed := payment.missed_day(approve_on_paper.cycle_month);
    IF missed IS NOT NULL AND coalesce(btrim(approve_on_paper.late_reason), '') = '' THEN
      PERFORM reference.refuse('WF406', NULL, reference.date_text(missed));
    END IF;
    RETURN payment.write_approved(approve_on_paper.cycle_month, NULL, approve_on_paper.programme, approve_on_paper.authority_codes,
                                  btrim(approve_on_paper.order_number), NULL, CASE WHEN missed IS NOT NULL THEN btrim(approve_on_paper.late_reason) END);
  END
  $$;
COMMENT ON FUNCTION payment.approve_on_paper(date, text, integer[], reference.programme_name, text) IS 'records orders on paper, which approve reviewed payrolls; administrators only';

REVOKE ALL ON FUNCTION payment.keep_drafts(date, integer), payment.approved_totals(date, integer, reference.programme_name),
  payment.write_approved(date, integer, reference.programme_name, integer[], text, identity.office_name, text),
  payment.record_steps(payment.authority_payroll[], payment.payroll_state, text, identity.office_name, text, bigint), payment.missed_day(date),
  payment.mark_reviewed(date, integer[], reference.programme_name, text), payment.review_payroll(date, reference.programme_name, text),
  payment.draft_own_payroll(date), payment.approve_payroll(date, reference.programme_name, text, text, text), payment.reviewed_by(payment.authority_payroll),
  payment.review_on_paper(date, text, integer[], reference.programme_name),
  payment.approve_on_paper(date, text, integer[], reference.programme_name, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.review_payroll(date, reference.programme_name, text), payment.draft_own_payroll(date),
  payment.approve_payroll(date, reference.programme_name, text, text, text) TO welfare_authority;
GRANT EXECUTE ON FUNCTION payment.review_on_paper(date, text, integer[], reference.programme_name),
  payment.approve_on_paper(date, text, integer[], reference.programme_name, text) TO welfare_admin;

COMMIT;

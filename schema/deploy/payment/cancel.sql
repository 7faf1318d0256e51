-- ER15, AR2: the Comptroller General's Department cancels what is unpaid of the dead, with reason and source. What somebody is entitled to whose death is
-- refuted comes back as arrears (payment.deltas).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE payment.unpaid_item AS (
  told payment.instruction,
  hold_number bigint,
  account payment.ledger_account,
  offset_amount numeric,
  offset_top_up numeric
);
COMMENT ON TYPE payment.unpaid_item IS 'something unpaid of the dead, and where the ledger has it';
COMMENT ON COLUMN payment.unpaid_item.told IS 'what is unpaid, told as the payment that it would be';
COMMENT ON COLUMN payment.unpaid_item.hold_number IS 'hold for the death';
COMMENT ON COLUMN payment.unpaid_item.account IS 'account in which the ledger has it; NULL: it was in no approved payroll, and the ledger does not know of it';
COMMENT ON COLUMN payment.unpaid_item.offset_amount IS 'baht of it that are asked back';
COMMENT ON COLUMN payment.unpaid_item.offset_top_up IS 'of them, what the authority adds';

-- What is unpaid of months that a hold for a death holds: set aside and held; failed and not tried again; prepared and in no approved payroll yet.
-- Nothing that is under way. What is asked back of it is offset, for nobody is asked for what they never got. Parameters: one person, NULL for
-- everybody, whom holds for registered deaths alone concern, not those that the department placed on one person; last month.
CREATE FUNCTION payment.unpaid_of_dead(only_person welfare.thai_id, until date)
  RETURNS SETOF payment.unpaid_item
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  AS $$
    WITH dead AS (
      SELECT hold.thai_id, hold.programme, min(hold.month_from::date) AS month_from,
             (array_agg(hold.hold_number ORDER BY hold.month_from, hold.hold_number))[1] AS hold_number
        FROM payment.hold
       WHERE hold.released_at IS NULL AND (hold.reason = 'registry_death' OR hold.reason = 'treasury' AND unpaid_of_dead.only_person IS NOT NULL)
         AND (unpaid_of_dead.only_person IS NULL OR hold.thai_id = unpaid_of_dead.only_person)
       GROUP BY hold.thai_id, hold.programme
    ),
    -- line by line of the few, each by its key
    prepared AS (
      SELECT dead.thai_id, dead.programme, dead.hold_number, payroll.month::date AS month
        FROM dead
        JOIN payment.payroll ON payroll.programme = dead.programme AND payroll.month BETWEEN dead.month_from AND unpaid_of_dead.until
    ),
    unpaid AS (
      SELECT (aside.thai_id, 0, aside.month, aside.cycle_month, aside.authority_code, aside.programme, aside.payer, 'cash_in_person', aside.budget_type,
              aside.adjustment_number, 1, NULL, aside.round, aside.claim_number, aside.district_code, aside.province_code, NULL, aside.sensitive,
              aside.amount, aside.top_up, NULL, NULL, NULL, NULL)::payment.instruction AS told, dead.hold_number, 'held'::payment.ledger_account AS account
        FROM dead
        JOIN payment.set_aside AS aside
          ON aside.thai_id = dead.thai_id AND aside.programme = dead.programme AND aside.month BETWEEN dead.month_from AND unpaid_of_dead.until
       WHERE aside.reason = 'held'
         AND NOT EXISTS (SELECT FROM payment.set_aside AS wholly
                          WHERE wholly.thai_id = aside.thai_id AND wholly.programme = aside.programme AND wholly.month = aside.month
                            AND wholly.adjustment_number = aside.adjustment_number AND wholly.payer = aside.payer AND wholly.attempt = aside.attempt
                            AND wholly.reason = 'offset')
         AND NOT EXISTS (SELECT FROM payment.instruction AS paid
                          WHERE paid.thai_id = aside.thai_id AND paid.programme = aside.programme AND paid.month = aside.month
                            AND paid.adjustment_number = aside.adjustment_number AND paid.payer = aside.payer)
       UNION ALL
      SELECT (tried.thai_id, 0, tried.month, tried.cycle_month, tried.authority_code, tried.programme, tried.payer, 'cash_in_person', tried.budget_type,
              tried.adjustment_number, tried.attempt + 1, tried.attempt, tried.round, tried.claim_number, tried.district_code, tried.province_code, NULL,
              tried.sensitive, tried.amount, tried.top_up, NULL, NULL, NULL, NULL)::payment.instruction AS told, dead.hold_number,
             CASE failure.kind WHEN 'held_back' THEN 'held' ELSE 'returned' END::payment.ledger_account AS account
        FROM dead
        JOIN payment.failure
          ON failure.thai_id = dead.thai_id AND failure.programme = dead.programme AND failure.month BETWEEN dead.month_from AND unpaid_of_dead.until
        JOIN payment.instruction AS tried
          ON tried.thai_id = failure.thai_id AND tried.programme = failure.programme AND tried.month = failure.month
         AND tried.adjustment_number = failure.adjustment_number AND tried.payer = failure.payer AND tried.attempt = failure.attempt
       WHERE NOT EXISTS (SELECT FROM payment.instruction AS again
                          WHERE again.thai_id = failure.thai_id AND again.programme = failure.programme AND again.month = failure.month
                            AND again.adjustment_number = failure.adjustment_number AND again.payer = failure.payer AND again.attempt = failure.attempt + 1)
         AND NOT EXISTS (SELECT FROM payment.set_aside AS wholly
                          WHERE wholly.thai_id = failure.thai_id AND wholly.programme = failure.programme AND wholly.month = failure.month
                            AND wholly.adjustment_number = failure.adjustment_number AND wholly.payer = failure.payer
                            AND wholly.attempt = failure.attempt + 1 AND wholly.reason = 'offset')
       UNION ALL
      SELECT (owed.thai_id, 0, owed.month, owed.month, owed.authority_code, owed.programme, part.payer, 'cash_in_person', owed.budget_type,
              owed.adjustment_number, 1, NULL, 0, owed.claim_number, owed.district_code, owed.province_code, NULL, owed.sensitive,
              part.amount, part.own_top_up, NULL, NULL, NULL, NULL)::payment.instruction AS told, owed.hold_number, NULL::payment.ledger_account AS account
        FROM (SELECT line.thai_id, line.programme, line.month::date AS month, 0::smallint AS adjustment_number, line.authority_code, line.budget_type,
                     line.claim_number, line.district_code, line.province_code, programme.sensitive, line.allowance::numeric AS allowance,
                     line.top_up::numeric AS top_up, line.other_payers::numeric AS other_payers, other.payer AS other_payer, prepared.hold_number
                FROM prepared
                JOIN payment.line ON line.thai_id = prepared.thai_id AND line.programme = prepared.programme AND line.month = prepared.month
                JOIN reference.programme ON programme.programme = line.programme
                LEFT JOIN LATERAL payment.other_payers(prepared.month) AS other ON other.tariff_id = line.tariff_id
               UNION ALL
              SELECT adjustment.thai_id, adjustment.programme, adjustment.month::date, adjustment.adjustment_number, adjustment.authority_code,
                     claim.budget_type, adjustment.claim_number, adjustment.district_code, adjustment.province_code, adjustment.sensitive,
                     adjustment.allowance, adjustment.top_up, adjustment.other_payers, payment.other_payer(adjustment.rule), dead.hold_number
                FROM dead
                JOIN payment.adjustment
                  ON adjustment.thai_id = dead.thai_id AND adjustment.programme = dead.programme
                 AND adjustment.month BETWEEN dead.month_from AND unpaid_of_dead.until
                JOIN registry.claim
                  ON claim.thai_id = adjustment.thai_id AND claim.programme = adjustment.programme AND claim.claim_number = adjustment.claim_number
               WHERE adjustment.kind = 'arrears') AS owed
       CROSS JOIN LATERAL payment.parts_of(owed.allowance, owed.top_up, owed.other_payers, owed.other_payer) AS part
       WHERE NOT EXISTS (SELECT FROM payment.instruction AS paid
                          WHERE paid.thai_id = owed.thai_id AND paid.programme = owed.programme AND paid.month = owed.month
                            AND paid.adjustment_number = owed.adjustment_number AND paid.payer = part.payer)
         AND NOT EXISTS (SELECT FROM payment.set_aside AS aside
                          WHERE aside.thai_id = owed.thai_id AND aside.programme = owed.programme AND aside.month = owed.month
                            AND aside.adjustment_number = owed.adjustment_number AND aside.payer = part.payer)
    )
    SELECT unpaid.told, unpaid.hold_number, unpaid.account, part.amount, least((unpaid.told).top_up, asked.top_up, part.amount)
      FROM (SELECT unpaid.*,
                   sum((unpaid.told).amount::numeric) OVER (PARTITION BY holder.thai_id, (unpaid.told).programme, (unpaid.told).month, (unpaid.told).payer
                                                            ORDER BY (unpaid.told).adjustment_number > 0, (unpaid.told).thai_id = holder.thai_id,
                                                                     (unpaid.told).thai_id, (unpaid.told).adjustment_number) - (unpaid.told).amount AS before
              FROM unpaid
             CROSS JOIN LATERAL (SELECT payment.holder_of((unpaid.told).thai_id, (unpaid.told).programme, (unpaid.told).claim_number) AS thai_id OFFSET 0) AS holder
             WHERE NOT EXISTS (SELECT FROM payment.cancellation AS cancelled
                                WHERE cancelled.thai_id = (unpaid.told).thai_id AND cancelled.programme = (unpaid.told).programme
                                  AND cancelled.month = (unpaid.told).month AND cancelled.adjustment_number = (unpaid.told).adjustment_number
                                  AND cancelled.payer = (unpaid.told).payer)) AS unpaid
      LEFT JOIN payment.asked_back(unpaid_of_dead.only_person) AS asked
        ON asked.thai_id = (unpaid.told).thai_id AND asked.programme = (unpaid.told).programme AND asked.claim_number = (unpaid.told).claim_number
       AND asked.month = (unpaid.told).month AND asked.payer = (unpaid.told).payer
     CROSS JOIN LATERAL (SELECT greatest(least((unpaid.told).amount, coalesce(asked.amount, 0) - unpaid.before), 0) AS amount) AS part
  $$;
COMMENT ON FUNCTION payment.unpaid_of_dead(welfare.thai_id, date) IS 'what is unpaid of months that a hold for a death holds (ER15)';

-- Locks payrolls that are not approved yet, in their order, and touches them: whoever approves them waits, and whose snapshot is from before this fails to
-- serialize, and does not approve what has changed. Parameters: authorities and programmes, pair by pair.
CREATE FUNCTION payment.touch_payrolls(authority_codes integer[], programmes reference.programme_name[]) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM FROM payment.authority_payroll AS payroll
      WHERE payroll.state < 'approved'
        AND (payroll.authority_code, payroll.programme) IN (SELECT * FROM unnest(touch_payrolls.authority_codes, touch_payrolls.programmes))
      ORDER BY payroll.cycle_month, payroll.authority_code, payroll.programme
        FOR UPDATE;
    UPDATE payment.authority_payroll AS payroll SET state = payroll.state
     WHERE payroll.state < 'approved'
       AND (payroll.authority_code, payroll.programme) IN (SELECT * FROM unnest(touch_payrolls.authority_codes, touch_payrolls.programmes));
  END
  $$;
COMMENT ON FUNCTION payment.touch_payrolls(integer[], reference.programme_name[]) IS 'locks payrolls that are not approved yet, and touches them';

-- Makes drafts and approvals of some payrolls wait for this transaction, which changes what they pay; or waits for them. A draft that was reviewed is then
-- not approved as it stands (WF407). Parameters: earliest month for which something changes; authorities and programmes, pair by pair.
CREATE FUNCTION payment.keep_from_approval(month_from date, authority_codes integer[], programmes reference.programme_name[]) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('payment.draft'), prepared.month - DATE '1900-01-01')
       FROM (SELECT DISTINCT payroll.month::date AS month FROM payment.payroll WHERE payroll.month >= keep_from_approval.month_from ORDER BY 1) AS prepared;
    PERFORM payment.touch_payrolls(keep_from_approval.authority_codes, keep_from_approval.programmes);
  END
  $$;
COMMENT ON FUNCTION payment.keep_from_approval(date, integer[], reference.programme_name[]) IS 'makes drafts and approvals wait for what changes their payments';

-- A payment told with another amount. Parameters: the payment; baht; of which the authority adds.
CREATE FUNCTION payment.with_amount(told payment.instruction, amount numeric, top_up numeric) RETURNS payment.instruction
  LANGUAGE plpgsql IMMUTABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    told.amount := with_amount.amount;
    told.top_up := with_amount.top_up;
    RETURN told;
  END
  $$;
COMMENT ON FUNCTION payment.with_amount(payment.instruction, numeric, numeric) IS 'a payment told with another amount';

-- Cancels what is unpaid of the dead. Parameters: one person, NULL for everybody; last month; why; on what it relies. Answers what it cancelled and what
-- is under way, of what is no health data (AR2). Of what was in no approved payroll the ledger knows nothing, and nothing is posted.
CREATE FUNCTION payment.write_cancellations(only_person welfare.thai_id, until date, reason text, source text)
  RETURNS TABLE (cancelled bigint, amount numeric, under_way bigint)
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    person CONSTANT welfare.thai_id := write_cancellations.only_person;
    last_month CONSTANT date := write_cancellations.until;
    items payment.unpaid_item[] := ARRAY(SELECT unpaid FROM payment.unpaid_of_dead(person, last_month) AS unpaid);
    known_as payment.ledger_account;
    moved payment.instruction[];
    offsets payment.instruction[];
  BEGIN
    IF items <> '{}' THEN
      PERFORM payment.keep_from_approval(min((item.told).month)::date, array_agg((item.told).authority_code), array_agg((item.told).programme))
         FROM unnest(items) AS item;
      -- nor is a hold lifted meanwhile
      PERFORM FROM payment.hold
        WHERE hold.released_at IS NULL AND hold.reason IN ('registry_death', 'treasury') AND hold.thai_id IN (SELECT (item.told).thai_id FROM unnest(items) AS item)
        ORDER BY hold.thai_id, hold.hold_number
          FOR SHARE;
      -- whatever the wait has changed: of what was found before it, what is unpaid now
      items := ARRAY(
        SELECT unpaid
          FROM payment.unpaid_of_dead(person, last_month) AS unpaid
          JOIN (SELECT DISTINCT (item.told).thai_id, (item.told).programme, (item.told).month, (item.told).adjustment_number, (item.told).payer
                  FROM unnest(items) AS item) AS known
            ON known.thai_id = (unpaid.told).thai_id AND known.programme = (unpaid.told).programme AND known.month = (unpaid.told).month
           AND known.adjustment_number = (unpaid.told).adjustment_number AND known.payer = (unpaid.told).payer);
    END IF;
    INSERT INTO payment.set_aside (thai_id, month, cycle_month, authority_code, programme, payer, reason, budget_type, adjustment_number, attempt, round,
                                   claim_number, district_code, province_code, sensitive, amount, top_up)
    SELECT (item.told).thai_id, (item.told).month, (item.told).cycle_month, (item.told).authority_code, (item.told).programme, (item.told).payer, 'offset',
           (item.told).budget_type, (item.told).adjustment_number, (item.told).attempt, (item.told).round, (item.told).claim_number,
           (item.told).district_code, (item.told).province_code, (item.told).sensitive, item.offset_amount, item.offset_top_up
      FROM unnest(items) AS item
     WHERE item.offset_amount > 0;
    INSERT INTO payment.cancellation (thai_id, hold_number, month, authority_code, programme, payer, adjustment_number, claim_number, district_code,
                                      province_code, sensitive, amount, top_up, reason, source)
    SELECT (item.told).thai_id, item.hold_number, (item.told).month, (item.told).authority_code, (item.told).programme, (item.told).payer,
           (item.told).adjustment_number, (item.told).claim_number, (item.told).district_code, (item.told).province_code, (item.told).sensitive,
           (item.told).amount - item.offset_amount, (item.told).top_up - item.offset_top_up, btrim(write_cancellations.reason), btrim(write_cancellations.source)
      FROM unnest(items) AS item
     WHERE (item.told).amount > item.offset_amount;
    FOR known_as, moved, offsets IN
      SELECT item.account,
             array_agg(payment.with_amount(item.told, (item.told).amount - item.offset_amount, (item.told).top_up - item.offset_top_up))
               FILTER (WHERE (item.told).amount > item.offset_amount),
             array_agg(payment.with_amount(item.told, item.offset_amount, item.offset_top_up)) FILTER (WHERE item.offset_amount > 0)
        FROM unnest(items) AS item WHERE item.account IS NOT NULL
       GROUP BY item.account ORDER BY item.account LOOP
      PERFORM payment.post_payments(moved, 'cancelled', 'cancelled', known_as, clock_timestamp(), NULL, NULL),
              payment.post_payments(offsets, 'offset', 'cancelled', known_as, clock_timestamp(), NULL, NULL);
    END LOOP;
    RETURN QUERY
      SELECT count(*) FILTER (WHERE (item.told).amount > item.offset_amount), coalesce(sum((item.told).amount - item.offset_amount), 0),
             (SELECT count(DISTINCT (told.thai_id, told.programme, told.month, told.adjustment_number, told.payer))
                FROM payment.hold
                JOIN payment.instruction AS told
                  ON told.thai_id = hold.thai_id AND told.programme = hold.programme AND told.month BETWEEN hold.month_from AND last_month
               WHERE hold.released_at IS NULL AND (hold.reason = 'registry_death' OR hold.reason = 'treasury' AND person IS NOT NULL)
                 AND (person IS NULL OR hold.thai_id = person) AND NOT told.sensitive
                 AND NOT EXISTS (SELECT FROM payment.failure
                                  WHERE failure.thai_id = told.thai_id AND failure.programme = told.programme AND failure.month = told.month
                                    AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer AND failure.attempt = told.attempt)
                 AND NOT EXISTS (SELECT FROM payment.credit AS arrived
                                  WHERE arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
                                    AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt))
        FROM unnest(items) AS item
       WHERE NOT (item.told).sensitive;
  END
  $$;
COMMENT ON FUNCTION payment.write_cancellations(welfare.thai_id, date, text, text) IS 'cancels what is unpaid of the dead, and answers what is no health data';

-- Cancels, for the Comptroller General's Department, what is unpaid of months of a dead person that are held: for a registered death, the months after its
-- month (ER15); or those that the department holds. Nothing is cancelled of whom no such hold stands. What is under way is left, and counted.
-- Parameters: national ID; why; register or list that it relies on. Answers how many payments it cancelled and their baht, and how many are under way, of
-- what is no health data: what is, is cancelled all the same, and nothing says so, nor that somebody is on record (AR2).
-- Errors: WF001, WF007, WF010. Belongs to the owner: the department sees no line of its own.
CREATE FUNCTION payment.cancel_dead(thai_id welfare.thai_id, reason text, source text) RETURNS TABLE (cancelled bigint, amount numeric, under_way bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN cancel_dead.thai_id IS NULL THEN 'thai_id' WHEN coalesce(btrim(cancel_dead.reason), '') = '' THEN 'reason'
                         WHEN coalesce(btrim(cancel_dead.source), '') = '' THEN 'source' END;
  BEGIN
    PERFORM reference.require_duty('treasury');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM audit.record_call('payment.cancel_dead', cancel_dead.thai_id, jsonb_build_object('reason', cancel_dead.reason, 'source', cancel_dead.source));
    RETURN QUERY SELECT * FROM payment.write_cancellations(cancel_dead.thai_id, 'infinity', cancel_dead.reason, cancel_dead.source);
  END
  $$;
COMMENT ON FUNCTION payment.cancel_dead(welfare.thai_id, text, text) IS 'cancels what is unpaid of a dead person, for the Comptroller General''s Department (ER15)';

-- The same of everybody whom the civil registry has as dead, up to a month. What the department holds of one person it cancels person by person.
-- Parameters: last month (first of month); why; register or list that it relies on. Answers as payment.cancel_dead.
-- Errors: WF001, WF007, WF010, WF032, WF033, WF034. Belongs to the owner, as payment.cancel_dead.
CREATE FUNCTION payment.cancel_all_dead(cycle_month date, reason text, source text) RETURNS TABLE (cancelled bigint, amount numeric, under_way bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  DECLARE
    missing text := CASE WHEN coalesce(btrim(cancel_all_dead.reason), '') = '' THEN 'reason' WHEN coalesce(btrim(cancel_all_dead.source), '') = '' THEN 'source' END;
  BEGIN
    PERFORM reference.require_duty('treasury');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM payment.require_prepared(cancel_all_dead.cycle_month);
    PERFORM audit.record_call('payment.cancel_all_dead', NULL,
                              jsonb_build_object('cycle_month', cancel_all_dead.cycle_month, 'reason', cancel_all_dead.reason, 'source', cancel_all_dead.source));
    RETURN QUERY SELECT * FROM payment.write_cancellations(NULL, cancel_all_dead.cycle_month, cancel_all_dead.reason, cancel_all_dead.source);
  END
  $$;
COMMENT ON FUNCTION payment.cancel_all_dead(date, text, text) IS 'cancels what is unpaid of everybody whom the registry has as dead (ER15)';

REVOKE ALL ON FUNCTION payment.unpaid_of_dead(welfare.thai_id, date), payment.touch_payrolls(integer[], reference.programme_name[]),
  payment.keep_from_approval(date, integer[], reference.programme_name[]),
  payment.with_amount(payment.instruction, numeric, numeric), payment.write_cancellations(welfare.thai_id, date, text, text),
  payment.cancel_dead(welfare.thai_id, text, text), payment.cancel_all_dead(date, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.cancel_dead(welfare.thai_id, text, text), payment.cancel_all_dead(date, text, text) TO welfare_treasury;

COMMIT;

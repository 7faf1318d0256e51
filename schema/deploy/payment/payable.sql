-- ER13, DR13: what a month's payroll of an authority may pay: its lines, and what was carried over from earlier ones.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE payment.carried AS ENUM ('line', 'released', 'repaired', 'arrears');
COMMENT ON TYPE payment.carried IS 'where a payment comes from: the month''s own line; what was held before and is released; a payment that failed and is tried again; arrears';

-- What a line or an adjustment comes to, payer by payer; nothing for who pays nothing. Parameters: baht that the law makes the authority pay; that it
-- adds; that others pay; who these are.
CREATE FUNCTION payment.parts_of(allowance numeric, top_up numeric, other_payers numeric, other_payer reference.payer_name)
  RETURNS TABLE (payer reference.payer_name, amount numeric, own_top_up numeric)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT part.payer, part.amount, part.own_top_up
      FROM (VALUES ('local_authority'::reference.payer_name, parts_of.allowance + parts_of.top_up, parts_of.top_up),
                   (parts_of.other_payer, parts_of.other_payers, 0::numeric)) AS part (payer, amount, own_top_up)
     WHERE part.amount > 0;
  END;
COMMENT ON FUNCTION payment.parts_of(numeric, numeric, numeric, reference.payer_name) IS 'what a line or an adjustment comes to, payer by payer';

-- Who beside the authority pays a part of each case of a month's tariff (RC8.2). Parameters: first of month.
CREATE FUNCTION payment.other_payers(month date) RETURNS TABLE (tariff_id integer, payer reference.payer_name)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT tariff.tariff_id, max(component.payer)
      FROM payment.tariff
     CROSS JOIN LATERAL jsonb_to_recordset(tariff.components) AS component (payer reference.payer_name)
     WHERE tariff.month = other_payers.month AND component.payer <> 'local_authority'
     GROUP BY tariff.tariff_id;
  END;
COMMENT ON FUNCTION payment.other_payers(date) IS 'who beside the authority pays a part of each case of a month''s tariff';

-- Who beside the authority pays a part of an adjustment. Parameters: its rule.
CREATE FUNCTION payment.other_payer(rule jsonb) RETURNS reference.payer_name
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT max((component ->> 'payer')::reference.payer_name)
            FROM jsonb_path_query(rule, '$.*.components[*] ? (@.payer != "local_authority")') AS component);
COMMENT ON FUNCTION payment.other_payer(jsonb) IS 'who beside the authority pays a part of an adjustment';

-- Whether a payment has gone out, or may yet arrive: its last try has not failed. Parameters: its key.
CREATE FUNCTION payment.is_under_way(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint,
                                     payer reference.payer_name) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN EXISTS (
      SELECT FROM payment.instruction AS told
       WHERE told.thai_id = is_under_way.thai_id AND told.programme = is_under_way.programme AND told.month = is_under_way.month
         AND told.adjustment_number = is_under_way.adjustment_number AND told.payer = is_under_way.payer
         AND NOT EXISTS (SELECT FROM payment.failure
                          WHERE failure.thai_id = told.thai_id AND failure.programme = told.programme AND failure.month = told.month
                            AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer AND failure.attempt = told.attempt));
  END
  $$;
COMMENT ON FUNCTION payment.is_under_way(welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name)
  IS 'whether a payment has gone out, or may yet arrive';

-- Whether a month's line has gone out, or may yet arrive, under whatever ID it stands (IS9.6). Parameters: a claim of the right; first of month; payer.
CREATE FUNCTION payment.month_is_under_way(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date,
                                           payer reference.payer_name) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN EXISTS (
      SELECT FROM payment.records_of_right(month_is_under_way.thai_id, month_is_under_way.programme, month_is_under_way.claim_number) AS record
        JOIN payment.line
          ON line.thai_id = record.record_id AND line.programme = month_is_under_way.programme AND line.month = month_is_under_way.month
         AND line.claim_number = record.record_number
       WHERE payment.is_under_way(line.thai_id, line.programme, line.month, 0::smallint, month_is_under_way.payer));
  END
  $$;
COMMENT ON FUNCTION payment.month_is_under_way(welfare.thai_id, reference.programme_name, smallint, date, reference.payer_name)
  IS 'whether a month''s line has gone out, or may yet arrive, under whatever ID it stands';

-- What is asked back of a month, of a payer, and neither received nor offset: recoveries that are proposed or due. There are few. One sum a right, whatever
-- ID it was paid, asked, offset or received under (IS9.6); it is told of each of the right's claims, so that what was paid under any of them finds it.
-- Parameters: one person, by any ID; NULL for everybody.
CREATE FUNCTION payment.asked_back(only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date, payer reference.payer_name, amount numeric,
                 top_up numeric)
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    persons CONSTANT welfare.thai_id[] := CASE WHEN only_person IS NOT NULL THEN ARRAY(SELECT known FROM payment.ids_of_person(only_person) AS known) END;
  BEGIN
    RETURN QUERY
      WITH taken AS MATERIALIZED (
        SELECT over.* FROM payment.claims_taken_over(asked_back.only_person) AS over WHERE over.thai_id <> over.record_id
      ),
      asked AS (
        SELECT coalesce(taken.thai_id, adjustment.thai_id) AS holder, adjustment.programme, adjustment.month::date AS month, part.payer,
               sum(part.amount) AS amount, sum(part.own_top_up) AS top_up
          FROM payment.adjustment
          LEFT JOIN taken
            ON taken.record_id = adjustment.thai_id AND taken.programme = adjustment.programme AND taken.record_number = adjustment.claim_number
          LEFT JOIN payment.recovery_decision AS decision
            ON decision.thai_id = adjustment.thai_id AND decision.programme = adjustment.programme AND decision.month = adjustment.month
           AND decision.adjustment_number = adjustment.adjustment_number
         CROSS JOIN LATERAL payment.parts_of(-adjustment.allowance, -adjustment.top_up, -adjustment.other_payers,
                                             payment.other_payer(adjustment.rule)) AS part
         WHERE adjustment.kind = 'recovery' AND (persons IS NULL OR adjustment.thai_id = ANY (persons))
           -- nobody can be let keep what never went out: it is offset like any other
           AND (decision.outcome IS DISTINCT FROM 'not_recovered'
                OR NOT payment.month_is_under_way(adjustment.thai_id, adjustment.programme, adjustment.claim_number, adjustment.month, part.payer))
         GROUP BY holder, adjustment.programme, adjustment.month, part.payer
      ),
      given AS (
        SELECT coalesce(taken.thai_id, back.thai_id) AS holder, back.programme, back.month, back.payer, sum(back.amount) AS amount, sum(back.top_up) AS top_up
          FROM (SELECT aside.thai_id, aside.programme, aside.claim_number, aside.month::date AS month, aside.payer, aside.amount::numeric AS amount,
                       aside.top_up::numeric AS top_up
                  FROM payment.set_aside AS aside
                 WHERE aside.reason = 'offset' AND (persons IS NULL OR aside.thai_id = ANY (persons))
                 UNION ALL
                SELECT receipt.thai_id, receipt.programme, recovery.claim_number, receipt.month::date AS month, receipt.payer, receipt.amount::numeric AS amount,
                       0::numeric AS top_up
                  FROM payment.receipt
                  JOIN payment.adjustment AS recovery
                    ON recovery.thai_id = receipt.thai_id AND recovery.programme = receipt.programme AND recovery.month = receipt.month
                   AND recovery.adjustment_number = receipt.adjustment_number
                 WHERE persons IS NULL OR receipt.thai_id = ANY (persons)) AS back
          LEFT JOIN taken ON taken.record_id = back.thai_id AND taken.programme = back.programme AND taken.record_number = back.claim_number
         GROUP BY holder, back.programme, back.month, back.payer
      )
      SELECT record.thai_id, asked.programme, record.claim_number, asked.month, asked.payer, asked.amount - coalesce(given.amount, 0),
             greatest(asked.top_up - coalesce(given.top_up, 0), 0)
        FROM asked
        LEFT JOIN given ON given.holder = asked.holder AND given.programme = asked.programme AND given.month = asked.month AND given.payer = asked.payer
       CROSS JOIN LATERAL (
         SELECT claim.thai_id, claim.claim_number
           FROM registry.claim
          WHERE claim.thai_id = asked.holder AND claim.programme = asked.programme
            AND NOT EXISTS (SELECT FROM taken
                             WHERE taken.record_id = claim.thai_id AND taken.programme = claim.programme AND taken.record_number = claim.claim_number)
          UNION ALL
         SELECT taken.record_id AS thai_id, taken.record_number AS claim_number
           FROM taken WHERE taken.thai_id = asked.holder AND taken.programme = asked.programme) AS record
       WHERE asked.amount > coalesce(given.amount, 0);
  END
  $$;
COMMENT ON FUNCTION payment.asked_back(welfare.thai_id) IS 'what is asked back of months and neither received nor offset';

-- What is unpaid of a month before one of its arrears: the line, and arrears found earlier, under whatever ID they stand (IS9.6), less what was offset of
-- them. A recovery is offset against these first. Parameters: the arrears: person, programme, claim, first of month, number, payer.
CREATE FUNCTION payment.unpaid_before(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date,
                                      adjustment_number smallint, payer reference.payer_name) RETURNS numeric
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    found_at timestamptz := (SELECT found.recorded_at FROM payment.adjustment AS found
                              WHERE found.thai_id = unpaid_before.thai_id AND found.programme = unpaid_before.programme
                                AND found.month = unpaid_before.month AND found.adjustment_number = unpaid_before.adjustment_number);
  BEGIN
    RETURN (
      SELECT coalesce(sum(part.amount - coalesce(gone.amount, 0)), 0)
        FROM (SELECT line.thai_id, 0::smallint AS number, line.allowance::numeric AS allowance, line.top_up::numeric AS top_up,
                     line.other_payers::numeric AS other_payers, other.payer
                FROM payment.records_of_right(unpaid_before.thai_id, unpaid_before.programme, unpaid_before.claim_number) AS record
                JOIN payment.line
                  ON line.thai_id = record.record_id AND line.programme = unpaid_before.programme AND line.month = unpaid_before.month
                 AND line.claim_number = record.record_number
                LEFT JOIN payment.other_payers(unpaid_before.month) AS other ON other.tariff_id = line.tariff_id
               UNION ALL
              SELECT adjustment.thai_id, adjustment.adjustment_number, adjustment.allowance, adjustment.top_up, adjustment.other_payers,
                     payment.other_payer(adjustment.rule)
                FROM payment.records_of_right(unpaid_before.thai_id, unpaid_before.programme, unpaid_before.claim_number) AS record
                JOIN payment.adjustment
                  ON adjustment.thai_id = record.record_id AND adjustment.programme = unpaid_before.programme AND adjustment.month = unpaid_before.month
                 AND adjustment.claim_number = record.record_number
               WHERE adjustment.kind = 'arrears'
                 -- numbers run by ID
                 AND CASE WHEN adjustment.thai_id = unpaid_before.thai_id THEN adjustment.adjustment_number < unpaid_before.adjustment_number
                          ELSE adjustment.recorded_at < found_at END) AS earlier
       CROSS JOIN LATERAL payment.parts_of(earlier.allowance, earlier.top_up, earlier.other_payers, earlier.payer) AS part
        LEFT JOIN LATERAL (SELECT sum(aside.amount) AS amount FROM payment.set_aside AS aside
                            WHERE aside.thai_id = earlier.thai_id AND aside.programme = unpaid_before.programme AND aside.month = unpaid_before.month
                              AND aside.adjustment_number = earlier.number AND aside.payer = part.payer AND aside.reason = 'offset') AS gone ON true
       WHERE part.payer = unpaid_before.payer
         -- what was cancelled will not be paid
         AND NOT EXISTS (SELECT FROM payment.cancellation AS cancelled
                          WHERE cancelled.thai_id = earlier.thai_id AND cancelled.programme = unpaid_before.programme
                            AND cancelled.month = unpaid_before.month AND cancelled.adjustment_number = earlier.number AND cancelled.payer = part.payer)
         AND NOT payment.is_under_way(earlier.thai_id, unpaid_before.programme, unpaid_before.month, earlier.number, unpaid_before.payer));
  END
  $$;
COMMENT ON FUNCTION payment.unpaid_before(welfare.thai_id, reference.programme_name, smallint, date, smallint, reference.payer_name)
  IS 'what is unpaid of a month before one of its arrears';

-- Whether the right to a month has ended, or is held, under the claim that replaced one, whatever its ID and number (IS9.5, IS9.6). Parameters: the
-- claim that was deleted; first of month.
CREATE FUNCTION payment.right_ended_since(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN EXISTS (
      SELECT FROM payment.claims_taken_over(right_ended_since.thai_id) AS taken
        JOIN registry.claim AS now ON now.thai_id = taken.thai_id AND now.programme = taken.programme AND now.claim_number = taken.claim_number
       WHERE taken.record_id = right_ended_since.thai_id AND taken.programme = right_ended_since.programme
         AND taken.record_number = right_ended_since.claim_number
         AND (now.state = 'disposed' AND now.last_month < right_ended_since.month
              OR now.state = 'suspended' AND right_ended_since.month > registry.month_of_suspension(now.thai_id, now.programme, now.claim_number)
              OR EXISTS (SELECT FROM payment.holding
                          WHERE holding.thai_id = now.thai_id AND holding.programme = now.programme
                            AND now.claim_number BETWEEN holding.from_claim AND holding.to_claim AND holding.month_from <= right_ended_since.month
                            AND (holding.month_to IS NULL OR holding.month_to >= right_ended_since.month))));
  END
  $$;
COMMENT ON FUNCTION payment.right_ended_since(welfare.thai_id, reference.programme_name, smallint, date)
  IS 'whether the right to a month has ended, or is held, under the claim that replaced one';

-- Whether a claim no longer has the right to a month that was prepared: it ended, or was suspended, before it (ER14, DE6). Such a month waits
-- until it is asked back, and is then offset. Parameters: the claim's key, state and last month; first of month.
CREATE FUNCTION payment.right_ended(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, state registry.claim_state,
                                    last_month date, month date) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE state WHEN 'disposed' THEN last_month < month
                    WHEN 'deleted' THEN payment.right_ended_since(thai_id, programme, claim_number, month)
                    WHEN 'suspended' THEN month > registry.month_of_suspension(thai_id, programme, claim_number)
                    ELSE false END;
COMMENT ON FUNCTION payment.right_ended(welfare.thai_id, reference.programme_name, smallint, registry.claim_state, date, date)
  IS 'whether a claim no longer has the right to a month that was prepared';

-- What holds a payment now: holds on its month (payment.holding), and that who is paid for the person was not verified (ER13, DR13).
-- NULL: nothing does. Parameters: person, programme and claim; first of month; way of payment.
CREATE FUNCTION payment.reasons_holding(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date,
                                        way_of_payment reference.way_of_payment) RETURNS payment.hold_reason[]
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN (
      SELECT array_agg(DISTINCT told.reason ORDER BY told.reason)
        FROM (SELECT holding.reason FROM payment.holding
               WHERE holding.thai_id = reasons_holding.thai_id AND holding.programme = reasons_holding.programme
                 AND reasons_holding.claim_number BETWEEN holding.from_claim AND holding.to_claim
                 AND holding.month_from <= reasons_holding.month AND (holding.month_to IS NULL OR holding.month_to >= reasons_holding.month)
               UNION ALL
              SELECT 'proxy_unverified'::payment.hold_reason AS reason
               WHERE reasons_holding.way_of_payment = 'proxy_account'
                 AND NOT EXISTS (SELECT FROM registry.proxy_verification AS verified
                                  WHERE verified.thai_id = reasons_holding.thai_id AND verified.programme = reasons_holding.programme
                                    AND verified.month = reasons_holding.month)) AS told);
  END
  $$;
COMMENT ON FUNCTION payment.reasons_holding(welfare.thai_id, reference.programme_name, smallint, date, reference.way_of_payment) IS 'what holds a payment now; NULL: nothing';

-- The lines of a month that are held, with what holds them: from the holds, of which there are few. Parameters: first of month.
CREATE FUNCTION payment.lines_held(month date)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, reasons payment.hold_reason[])
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT line.thai_id, line.programme, array_agg(DISTINCT holding.reason ORDER BY holding.reason)
      FROM payment.holding
      JOIN payment.line
        ON line.thai_id = holding.thai_id AND line.programme = holding.programme AND line.month = lines_held.month
       AND line.claim_number BETWEEN holding.from_claim AND holding.to_claim
     WHERE holding.month_from <= lines_held.month AND (holding.month_to IS NULL OR holding.month_to >= lines_held.month)
     GROUP BY line.thai_id, line.programme;
  END;
COMMENT ON FUNCTION payment.lines_held(date) IS 'a month''s lines that are held, with what holds them';

-- The lines of a month that no approved payroll has dealt with, payer by payer, less what is asked back of them; with what holds them.
-- Parameters: first of month; one authority, one programme, NULL for all. A row set, so that a query absorbs it.
CREATE FUNCTION payment.lines_payable(cycle_month date, only_authority integer, only_programme reference.programme_name)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name,
                 attempt smallint, previous_attempt smallint, source payment.carried, claim_number smallint, authority_code integer,
                 district_code smallint, province_code smallint, sensitive boolean, budget_type reference.budget_type,
                 amount numeric, top_up numeric, offset_amount numeric, offset_top_up numeric, way_of_payment reference.way_of_payment,
                 bank_code smallint, bank_branch text, account_number text, account_name text, reasons payment.hold_reason[])
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT due.thai_id, due.programme, due.month, 0::smallint, due.payer, 1::smallint, NULL::smallint, 'line'::payment.carried, due.claim_number,
           due.authority_code, due.district_code, due.province_code, due.sensitive, due.budget_type,
           due.amount - due.offset_amount, due.top_up - least(due.top_up, due.asked_top_up, due.offset_amount), due.offset_amount,
           least(due.top_up, due.asked_top_up, due.offset_amount), due.way_of_payment,
           due.bank_code, due.bank_branch, due.account_number, due.account_name, due.reasons
      FROM (SELECT told.*, CASE WHEN told.reasons IS NULL AND told.asked_amount IS NOT NULL THEN least(told.amount, told.asked_amount) ELSE 0::numeric END AS offset_amount
              FROM (
            SELECT line.thai_id, line.programme, line.month::date AS month, part.payer, line.claim_number, line.authority_code, line.district_code,
                   line.province_code, told.sensitive, line.budget_type, part.amount, part.own_top_up AS top_up,
                   asked.amount AS asked_amount, coalesce(asked.top_up, 0) AS asked_top_up,
                   line.way_of_payment, line.bank_code, line.bank_branch, line.account_number, line.account_name,
                   CASE WHEN line.way_of_payment = 'proxy_account' AND verified.thai_id IS NULL
                        THEN coalesce(held.reasons, '{}'::payment.hold_reason[]) || 'proxy_unverified'::payment.hold_reason
                        WHEN payment.right_ended(claim.thai_id, claim.programme, claim.claim_number, claim.state, claim.last_month, line.month)
                             AND coalesce(asked.amount, 0) < part.amount
                        THEN coalesce(held.reasons, '{}'::payment.hold_reason[]) || 'right_ended'::payment.hold_reason
                        ELSE held.reasons END AS reasons
              FROM payment.line
              JOIN reference.programme AS told ON told.programme = line.programme
              LEFT JOIN registry.claim
                ON claim.thai_id = line.thai_id AND claim.programme = line.programme AND claim.claim_number = line.claim_number
              LEFT JOIN payment.other_payers(lines_payable.cycle_month) AS other ON other.tariff_id = line.tariff_id
             CROSS JOIN LATERAL payment.parts_of(line.allowance, line.top_up, line.other_payers, other.payer) AS part
              LEFT JOIN payment.lines_held(lines_payable.cycle_month) AS held ON held.thai_id = line.thai_id AND held.programme = line.programme
              LEFT JOIN (SELECT DISTINCT proxy.thai_id, proxy.programme FROM registry.proxy_verification AS proxy
                          WHERE proxy.month = lines_payable.cycle_month) AS verified
                ON verified.thai_id = line.thai_id AND verified.programme = line.programme
              LEFT JOIN payment.asked_back() AS asked
                ON asked.thai_id = line.thai_id AND asked.programme = line.programme AND asked.claim_number = line.claim_number AND asked.month = line.month
               AND asked.payer = part.payer
             WHERE line.month = lines_payable.cycle_month
               AND (lines_payable.only_authority IS NULL OR line.authority_code = lines_payable.only_authority)
               AND (lines_payable.only_programme IS NULL OR line.programme = lines_payable.only_programme)
               AND NOT EXISTS (SELECT FROM payment.instruction AS told
                                WHERE told.month = lines_payable.cycle_month AND told.thai_id = line.thai_id AND told.programme = line.programme
                                  AND told.adjustment_number = 0 AND told.payer = part.payer)
               AND NOT EXISTS (SELECT FROM payment.set_aside AS aside
                                WHERE aside.month = lines_payable.cycle_month AND aside.thai_id = line.thai_id AND aside.programme = line.programme
                                  AND aside.adjustment_number = 0 AND aside.payer = part.payer)
               AND NOT EXISTS (SELECT FROM payment.cancellation AS cancelled
                                WHERE cancelled.month = lines_payable.cycle_month AND cancelled.thai_id = line.thai_id
                                  AND cancelled.programme = line.programme AND cancelled.adjustment_number = 0 AND cancelled.payer = part.payer)) AS told) AS due;
  END;
COMMENT ON FUNCTION payment.lines_payable(date, integer, reference.programme_name) IS 'a month''s lines that no approved payroll has dealt with';

-- How what is carried over is paid now: as the claim is; but a proxy acts for nobody dead, and what waited for a proxy's account is given in cash to
-- whoever gets the dead person's month (EG4.3). Parameters: the claim's key and way of payment; first of month.
CREATE FUNCTION payment.way_now(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, way_of_payment reference.way_of_payment,
                                month date) RETURNS reference.way_of_payment
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF way_now.way_of_payment = 'proxy_account'
       AND EXISTS (SELECT FROM registry.earned_month_payment AS earned
                    WHERE earned.thai_id = way_now.thai_id AND earned.programme = way_now.programme AND earned.claim_number = way_now.claim_number
                      AND earned.month >= way_now.month) THEN
      RETURN 'cash_in_person'::reference.way_of_payment;
    END IF;
    RETURN way_now.way_of_payment;
  END
  $$;
COMMENT ON FUNCTION payment.way_now(welfare.thai_id, reference.programme_name, smallint, reference.way_of_payment, date)
  IS 'how what is carried over is paid now: what waited for a proxy''s account, after a death in cash';

-- What a month's payroll takes over from earlier ones: what was held and is released, what failed and was repaired, arrears. What is still held
-- of these does not come, but for arrears, which are then set aside for the first time. Parameters and columns: as payment.lines_payable.
CREATE FUNCTION payment.carried_payable(cycle_month date, only_authority integer, only_programme reference.programme_name)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name,
                 attempt smallint, previous_attempt smallint, source payment.carried, claim_number smallint, authority_code integer,
                 district_code smallint, province_code smallint, sensitive boolean, budget_type reference.budget_type,
                 amount numeric, top_up numeric, offset_amount numeric, offset_top_up numeric, way_of_payment reference.way_of_payment,
                 bank_code smallint, bank_branch text, account_number text, account_name text, reasons payment.hold_reason[])
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH due AS (
      SELECT aside.thai_id, aside.programme, aside.month::date AS month, aside.adjustment_number, aside.payer, 1::smallint AS attempt,
             NULL::smallint AS previous_attempt, 'released'::payment.carried AS source, aside.claim_number, aside.authority_code, aside.district_code,
             aside.province_code, aside.sensitive, aside.budget_type, aside.amount::numeric AS amount, aside.top_up::numeric AS top_up,
             payment.way_now(claim.thai_id, claim.programme, claim.claim_number, claim.way_of_payment, aside.month) AS way_of_payment, claim.bank_code, claim.bank_branch,
             claim.account_number, claim.account_name
        FROM payment.set_aside AS aside
        -- released to where the claim is paid now
        JOIN registry.claim ON claim.thai_id = aside.thai_id AND claim.programme = aside.programme AND claim.claim_number = aside.claim_number
       WHERE aside.reason = 'held' AND aside.month <= carried_payable.cycle_month
         AND (carried_payable.only_authority IS NULL OR aside.authority_code = carried_payable.only_authority)
         AND (carried_payable.only_programme IS NULL OR aside.programme = carried_payable.only_programme)
         AND NOT EXISTS (SELECT FROM payment.set_aside AS wholly
                          WHERE wholly.thai_id = aside.thai_id AND wholly.programme = aside.programme AND wholly.month = aside.month
                            AND wholly.adjustment_number = aside.adjustment_number AND wholly.payer = aside.payer AND wholly.reason = 'offset'
                            AND wholly.attempt = 1)
         AND NOT EXISTS (SELECT FROM payment.instruction AS told
                          WHERE told.thai_id = aside.thai_id AND told.programme = aside.programme AND told.month = aside.month
                            AND told.adjustment_number = aside.adjustment_number AND told.payer = aside.payer)
       UNION ALL
      SELECT failure.thai_id, failure.programme, failure.month::date AS month, failure.adjustment_number, failure.payer,
             (failure.attempt + 1)::smallint AS attempt, failure.attempt AS previous_attempt, 'repaired'::payment.carried AS source, tried.claim_number,
             tried.authority_code, tried.district_code, tried.province_code, tried.sensitive, tried.budget_type, tried.amount::numeric AS amount,
             tried.top_up::numeric AS top_up,
             payment.way_now(tried.thai_id, tried.programme, tried.claim_number, coalesce(repair.way_of_payment, tried.way_of_payment), failure.month) AS way_of_payment,
             CASE WHEN repair.thai_id IS NULL THEN tried.bank_code ELSE repair.bank_code END AS bank_code,
             CASE WHEN repair.thai_id IS NULL THEN tried.bank_branch ELSE repair.bank_branch END AS bank_branch,
             CASE WHEN repair.thai_id IS NULL THEN tried.account_number ELSE repair.account_number END AS account_number,
             CASE WHEN repair.thai_id IS NULL THEN tried.account_name ELSE repair.account_name END AS account_name
        FROM payment.failure
        JOIN payment.instruction AS tried
          ON tried.thai_id = failure.thai_id AND tried.programme = failure.programme AND tried.month = failure.month
         AND tried.adjustment_number = failure.adjustment_number AND tried.payer = failure.payer AND tried.attempt = failure.attempt
        JOIN reference.disbursement_rule AS rule ON rule.payer = failure.payer AND rule.valid::daterange @> carried_payable.cycle_month
        LEFT JOIN payment.repair
          ON repair.thai_id = failure.thai_id AND repair.programme = failure.programme AND repair.month = failure.month
         AND repair.adjustment_number = failure.adjustment_number AND repair.payer = failure.payer AND repair.attempt = failure.attempt
       WHERE (failure.kind = 'held_back'
              OR repair.thai_id IS NOT NULL AND (rule.retry = 'next_disbursement' OR failure.cycle_month < carried_payable.cycle_month))
         AND failure.cycle_month <= carried_payable.cycle_month
         AND (carried_payable.only_authority IS NULL OR failure.authority_code = carried_payable.only_authority)
         AND (carried_payable.only_programme IS NULL OR failure.programme = carried_payable.only_programme)
         AND NOT EXISTS (SELECT FROM payment.instruction AS told
                          WHERE told.thai_id = failure.thai_id AND told.programme = failure.programme AND told.month = failure.month
                            AND told.adjustment_number = failure.adjustment_number AND told.payer = failure.payer
                            AND told.attempt = failure.attempt + 1)
         AND NOT EXISTS (SELECT FROM payment.set_aside AS wholly
                          WHERE wholly.thai_id = failure.thai_id AND wholly.programme = failure.programme AND wholly.month = failure.month
                            AND wholly.adjustment_number = failure.adjustment_number AND wholly.payer = failure.payer AND wholly.reason = 'offset'
                            AND wholly.attempt = failure.attempt + 1)
       UNION ALL
      SELECT adjustment.thai_id, adjustment.programme, adjustment.month::date AS month, adjustment.adjustment_number, part.payer, 1::smallint AS attempt,
             NULL::smallint AS previous_attempt, 'arrears'::payment.carried AS source, adjustment.claim_number, adjustment.authority_code,
             adjustment.district_code, adjustment.province_code, adjustment.sensitive, claim.budget_type, part.amount, part.own_top_up AS top_up,
             payment.way_now(claim.thai_id, claim.programme, claim.claim_number, claim.way_of_payment, adjustment.month) AS way_of_payment, claim.bank_code, claim.bank_branch,
             claim.account_number, claim.account_name
        FROM payment.adjustment
        JOIN registry.claim
          ON claim.thai_id = adjustment.thai_id AND claim.programme = adjustment.programme AND claim.claim_number = adjustment.claim_number
       CROSS JOIN LATERAL payment.parts_of(adjustment.allowance, adjustment.top_up, adjustment.other_payers, payment.other_payer(adjustment.rule)) AS part
       WHERE adjustment.kind = 'arrears' AND adjustment.month <= carried_payable.cycle_month
         AND (carried_payable.only_authority IS NULL OR adjustment.authority_code = carried_payable.only_authority)
         AND (carried_payable.only_programme IS NULL OR adjustment.programme = carried_payable.only_programme)
         AND NOT EXISTS (SELECT FROM payment.instruction AS told
                          WHERE told.thai_id = adjustment.thai_id AND told.programme = adjustment.programme AND told.month = adjustment.month
                            AND told.adjustment_number = adjustment.adjustment_number AND told.payer = part.payer)
         AND NOT EXISTS (SELECT FROM payment.set_aside AS aside
                          WHERE aside.thai_id = adjustment.thai_id AND aside.programme = adjustment.programme AND aside.month = adjustment.month
                            AND aside.adjustment_number = adjustment.adjustment_number AND aside.payer = part.payer)
    ),
    held AS (
      SELECT due.*, asked.amount AS asked_amount, asked.top_up AS asked_top_up,
             CASE WHEN payment.right_ended(claim.thai_id, claim.programme, claim.claim_number, claim.state, claim.last_month, due.month)
                       AND coalesce(asked.amount, 0) < due.amount
                  THEN coalesce(held.reasons, '{}'::payment.hold_reason[]) || 'right_ended'::payment.hold_reason
                  ELSE held.reasons END AS reasons
        FROM due
        JOIN registry.claim ON claim.thai_id = due.thai_id AND claim.programme = due.programme AND claim.claim_number = due.claim_number
       CROSS JOIN LATERAL (SELECT payment.reasons_holding(due.thai_id, due.programme, due.claim_number, due.month, due.way_of_payment) AS reasons OFFSET 0) AS held
        LEFT JOIN payment.asked_back() AS asked
          ON asked.thai_id = due.thai_id AND asked.programme = due.programme AND asked.claim_number = due.claim_number AND asked.month = due.month
         AND asked.payer = due.payer
       WHERE NOT EXISTS (SELECT FROM payment.cancellation AS cancelled
                          WHERE cancelled.thai_id = due.thai_id AND cancelled.programme = due.programme AND cancelled.month = due.month
                            AND cancelled.adjustment_number = due.adjustment_number AND cancelled.payer = due.payer)
    )
    SELECT held.thai_id, held.programme, held.month, held.adjustment_number, held.payer, held.attempt, held.previous_attempt, held.source, held.claim_number,
           held.authority_code, held.district_code, held.province_code, held.sensitive, held.budget_type,
           held.amount - less.amount, held.top_up - least(held.top_up, less.top_up, less.amount), less.amount, least(held.top_up, less.top_up, less.amount),
           held.way_of_payment, held.bank_code, held.bank_branch, held.account_number, held.account_name, held.reasons
      FROM held
     CROSS JOIN LATERAL (
       SELECT CASE WHEN held.asked_amount IS NULL OR held.reasons IS NOT NULL THEN 0::numeric
                   WHEN held.adjustment_number = 0 THEN least(held.amount, held.asked_amount)
                   ELSE least(held.amount, greatest(0, held.asked_amount - payment.unpaid_before(held.thai_id, held.programme, held.claim_number, held.month,
                                                                                                 held.adjustment_number, held.payer))) END AS amount,
              CASE WHEN held.asked_amount IS NULL OR held.reasons IS NOT NULL THEN 0::numeric ELSE held.asked_top_up END AS top_up
       OFFSET 0
     ) AS less
     WHERE held.reasons IS NULL OR held.source = 'arrears';
  END;
COMMENT ON FUNCTION payment.carried_payable(date, integer, reference.programme_name) IS 'what a month''s payroll takes over from earlier ones';

REVOKE ALL ON FUNCTION payment.right_ended_since(welfare.thai_id, reference.programme_name, smallint, date),
  payment.way_now(welfare.thai_id, reference.programme_name, smallint, reference.way_of_payment, date),
  payment.right_ended(welfare.thai_id, reference.programme_name, smallint, registry.claim_state, date, date), payment.parts_of(numeric, numeric, numeric, reference.payer_name), payment.other_payers(date), payment.other_payer(jsonb),
  payment.asked_back(welfare.thai_id), payment.is_under_way(welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name),
  payment.month_is_under_way(welfare.thai_id, reference.programme_name, smallint, date, reference.payer_name),
  payment.unpaid_before(welfare.thai_id, reference.programme_name, smallint, date, smallint, reference.payer_name),
  payment.reasons_holding(welfare.thai_id, reference.programme_name, smallint, date, reference.way_of_payment), payment.lines_held(date),
  payment.lines_payable(date, integer, reference.programme_name), payment.carried_payable(date, integer, reference.programme_name) FROM PUBLIC;

COMMIT;

-- QR8: what must always be true of payments, asked of the rows themselves, whatever path they came by: each question a function, and all of them one
-- call. An answer names a month, an authority, a payment's number or where a row lies; never a person or a programme.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF464', 'ไม่มีการตรวจสอบชื่อ %1$s', 'there is no check named %1$s',
   'ดูรายชื่อที่คอลัมน์ name ของ payment.check_invariants', 'The column name of payment.check_invariants lists them.'),
  ('WF465', 'เพิ่มการตรวจสอบโดยตรงไม่ได้', 'a check is not added directly', 'ให้ใช้ payment.add_invariant', 'payment.add_invariant adds it.');

CREATE TABLE payment.invariant (
  name text COLLATE "C" NOT NULL,
  position smallint NOT NULL,
  by_month boolean NOT NULL,
  asked_by text COLLATE "C" NOT NULL,
  meaning_thai text NOT NULL,
  meaning_english text NOT NULL,
  CONSTRAINT invariant_pkey PRIMARY KEY (name),
  CONSTRAINT invariant_position_key UNIQUE (position),
  CONSTRAINT invariant_asked_by CHECK (asked_by ~ '^[a-z_]+\.check_[a-z_]+$')
);
COMMENT ON TABLE payment.invariant IS 'what must always be true (QR8), and which function asks it';
COMMENT ON COLUMN payment.invariant.name IS 'name of the check';
COMMENT ON COLUMN payment.invariant.position IS 'order; gaps are for checks to come';
COMMENT ON COLUMN payment.invariant.by_month IS 'true: it is asked month by month; false: once';
COMMENT ON COLUMN payment.invariant.asked_by IS 'function that asks it: (month date), answers how many rows break it and an example';
COMMENT ON COLUMN payment.invariant.meaning_thai IS 'what is true, in Thai';
COMMENT ON COLUMN payment.invariant.meaning_english IS 'what is true, in English';
ALTER TABLE payment.invariant ENABLE ROW LEVEL SECURITY;
-- which checks there are is evidence: one that is taken away, or bent, would no longer find anything
CREATE TRIGGER invariant_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.invariant
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER invariant_no_change ON payment.invariant IS 'what is checked is evidence';

-- A check is added by payment.add_invariant alone, which is what calls: the owner's own INSERT included. Errors: WF465.
CREATE FUNCTION payment.guard_invariant() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    calls text;
  BEGIN
    GET DIAGNOSTICS calls = PG_CONTEXT;
    IF calls NOT LIKE E'%\nPL/pgSQL function payment.add_invariant(%' THEN
      PERFORM reference.refuse('WF465', NULL);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.guard_invariant() IS 'a check is added by payment.add_invariant alone';
CREATE TRIGGER invariant_guard BEFORE INSERT ON payment.invariant
  FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_invariant();
COMMENT ON TRIGGER invariant_guard ON payment.invariant IS 'a check is added by payment.add_invariant alone';

-- Adds a check whose function is there. For deployments: it is nobody's but the owner's. Parameters: name; order; whether it is asked month by month; the
-- function, which takes the first of a month and answers how many and an example; what is true, in Thai and in English. Errors: undefined_function.
CREATE FUNCTION payment.add_invariant(name text, place smallint, by_month boolean, asked_by text, meaning_thai text, meaning_english text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM format('%I.%I(date)', split_part(add_invariant.asked_by, '.', 1), split_part(add_invariant.asked_by, '.', 2))::regprocedure;
    INSERT INTO payment.invariant (name, position, by_month, asked_by, meaning_thai, meaning_english)
    VALUES (add_invariant.name, add_invariant.place, add_invariant.by_month, add_invariant.asked_by, add_invariant.meaning_thai, add_invariant.meaning_english);
  END
  $$;
COMMENT ON FUNCTION payment.add_invariant(text, smallint, boolean, text, text, text) IS 'adds a check whose function is there';
REVOKE ALL ON FUNCTION payment.guard_invariant(), payment.add_invariant(text, smallint, boolean, text, text, text) FROM PUBLIC;

-- Where a row lies, for whoever keeps the database: it says nothing of a person. Parameters: month, authority and number, NULL for none; its table; its
-- place in it.
CREATE FUNCTION payment.masked(month date, authority_code integer, number bigint, relation oid, place tid) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  RETURN concat_ws(' ', 'month ' || to_char(month, 'YYYY-MM'), 'authority ' || authority_code, 'number ' || number, relation::regclass::text, 'ctid ' || place::text);
COMMENT ON FUNCTION payment.masked(date, integer, bigint, oid, tid) IS 'where a row lies, without what it says of a person';

-- ER13: money arrives once; a second time only when the first came back. Parameters of this and the following: first of month. They answer how many
-- rows break what is asked, and one of them. They are the owner's: payment.check_invariants calls them.
CREATE FUNCTION payment.check_credited_once(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_credited_once.month, NULL, NULL, later.tableoid, later.ctid))
        FROM payment.credit AS later
        JOIN payment.credit AS earlier
          ON earlier.month = check_credited_once.month AND earlier.thai_id = later.thai_id AND earlier.programme = later.programme
         AND earlier.adjustment_number = later.adjustment_number AND earlier.payer = later.payer AND earlier.attempt < later.attempt
       WHERE later.month = check_credited_once.month AND later.attempt > 1
         AND NOT EXISTS (SELECT FROM payment.failure
                          WHERE failure.thai_id = earlier.thai_id AND failure.programme = earlier.programme AND failure.month = earlier.month
                            AND failure.adjustment_number = earlier.adjustment_number AND failure.payer = earlier.payer
                            AND failure.attempt = earlier.attempt AND failure.kind = 'returned');
  END
  $$;
COMMENT ON FUNCTION payment.check_credited_once(date) IS 'payments that arrived twice without coming back between';

-- Every arrival and every failure is of a payment, a failure of its amount.
CREATE FUNCTION payment.check_results(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(wrong.example)
        FROM (SELECT payment.masked(check_results.month, NULL, NULL, arrived.tableoid, arrived.ctid) AS example
                FROM payment.credit AS arrived
               WHERE arrived.month = check_results.month
                 AND NOT EXISTS (SELECT FROM payment.instruction AS told
                                  WHERE told.month = check_results.month AND told.thai_id = arrived.thai_id AND told.programme = arrived.programme
                                    AND told.adjustment_number = arrived.adjustment_number AND told.payer = arrived.payer AND told.attempt = arrived.attempt)
               UNION ALL
              SELECT payment.masked(check_results.month, failure.authority_code, NULL, failure.tableoid, failure.ctid) AS example
                FROM payment.failure
               WHERE failure.month = check_results.month
                 AND NOT EXISTS (SELECT FROM payment.instruction AS told
                                  WHERE told.month = check_results.month AND told.thai_id = failure.thai_id AND told.programme = failure.programme
                                    AND told.adjustment_number = failure.adjustment_number AND told.payer = failure.payer AND told.attempt = failure.attempt
                                    AND told.amount = failure.amount AND told.authority_code = failure.authority_code
                                    AND told.cycle_month = failure.cycle_month)) AS wrong;
  END
  $$;
COMMENT ON FUNCTION payment.check_results(date) IS 'arrivals and failures without their payment, or of another amount';

-- A payment arrives or fails; what has arrived may come back, and nothing else.
CREATE FUNCTION payment.check_one_result(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_one_result.month, failure.authority_code, NULL, failure.tableoid, failure.ctid))
        FROM payment.failure
        JOIN payment.credit AS arrived
          ON arrived.month = check_one_result.month AND arrived.thai_id = failure.thai_id AND arrived.programme = failure.programme
         AND arrived.adjustment_number = failure.adjustment_number AND arrived.payer = failure.payer AND arrived.attempt = failure.attempt
       WHERE failure.month = check_one_result.month AND failure.kind <> 'returned';
  END
  $$;
COMMENT ON FUNCTION payment.check_one_result(date) IS 'payments that arrived and failed';

-- ER13: a second try has the failure of the first behind it.
CREATE FUNCTION payment.check_tries(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_tries.month, told.authority_code, told.reference, NULL, NULL))
        FROM payment.instruction AS told
       WHERE told.month = check_tries.month
         AND (told.attempt < 1 OR told.attempt = 1 AND told.previous_attempt IS NOT NULL
              OR told.attempt > 1
                 AND (told.previous_attempt IS DISTINCT FROM told.attempt - 1
                      OR NOT EXISTS (SELECT FROM payment.failure
                                      WHERE failure.thai_id = told.thai_id AND failure.programme = told.programme AND failure.month = told.month
                                        AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer
                                        AND failure.attempt = told.attempt - 1)));
  END
  $$;
COMMENT ON FUNCTION payment.check_tries(date) IS 'second tries without the failure of the first';

-- ER13, ER14: what each line and each arrears of a month gives, payer by payer. Parameters: first of month.
CREATE FUNCTION payment.due_of(month date)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, adjustment_number smallint, payer reference.payer_name, authority_code integer,
                 amount numeric, top_up numeric)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT line.thai_id, line.programme, 0::smallint AS adjustment_number, part.payer, line.authority_code, part.amount, part.own_top_up AS top_up
      FROM payment.line
      LEFT JOIN payment.other_payers(due_of.month) AS other ON other.tariff_id = line.tariff_id
     CROSS JOIN LATERAL payment.parts_of(line.allowance, line.top_up, line.other_payers, other.payer) AS part
     WHERE line.month = due_of.month
     UNION ALL
    SELECT adjustment.thai_id, adjustment.programme, adjustment.adjustment_number, part.payer, adjustment.authority_code, part.amount, part.own_top_up AS top_up
      FROM payment.adjustment
     CROSS JOIN LATERAL payment.parts_of(adjustment.allowance, adjustment.top_up, adjustment.other_payers, payment.other_payer(adjustment.rule)) AS part
     WHERE adjustment.month = due_of.month AND adjustment.kind = 'arrears';
  END;
COMMENT ON FUNCTION payment.due_of(date) IS 'what each line and each arrears of a month gives, payer by payer';

-- A payment has a line or arrears behind it, of the same authority, and is what these give less what was offset; a later try what the one before was.
CREATE FUNCTION payment.check_amounts(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_amounts.month, told.authority_code, told.reference, NULL, NULL))
        FROM payment.instruction AS told
        LEFT JOIN payment.due_of(check_amounts.month) AS due
          ON due.thai_id = told.thai_id AND due.programme = told.programme AND due.adjustment_number = told.adjustment_number AND due.payer = told.payer
        LEFT JOIN payment.instruction AS earlier
          ON told.attempt > 1 AND earlier.month = check_amounts.month AND earlier.thai_id = told.thai_id AND earlier.programme = told.programme
         AND earlier.adjustment_number = told.adjustment_number AND earlier.payer = told.payer AND earlier.attempt = told.attempt - 1
        LEFT JOIN payment.set_aside AS less
          ON less.month = check_amounts.month AND less.reason = 'offset' AND less.thai_id = told.thai_id AND less.programme = told.programme
         AND less.adjustment_number = told.adjustment_number AND less.payer = told.payer AND less.attempt = told.attempt
       WHERE told.month = check_amounts.month
         AND (due.thai_id IS NULL OR due.authority_code <> told.authority_code
              OR (told.amount + coalesce(less.amount, 0), told.top_up + coalesce(less.top_up, 0)) IS DISTINCT FROM
                 CASE WHEN told.attempt > 1 THEN (earlier.amount::numeric, earlier.top_up::numeric) ELSE (due.amount, due.top_up) END);
  END
  $$;
COMMENT ON FUNCTION payment.check_amounts(date) IS 'payments without a line or arrears behind them, or of another amount than these give';

-- What was held or offset has a line or arrears behind it, and is no more than these give.
CREATE FUNCTION payment.check_set_aside(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_set_aside.month, aside.authority_code, NULL, aside.tableoid, aside.ctid))
        FROM payment.set_aside AS aside
        LEFT JOIN payment.due_of(check_set_aside.month) AS due
          ON due.thai_id = aside.thai_id AND due.programme = aside.programme AND due.adjustment_number = aside.adjustment_number AND due.payer = aside.payer
       WHERE aside.month = check_set_aside.month
         AND (due.thai_id IS NULL OR due.authority_code <> aside.authority_code
              OR CASE aside.reason WHEN 'held' THEN (aside.amount, aside.top_up) IS DISTINCT FROM (due.amount, due.top_up) ELSE aside.amount > due.amount END);
  END
  $$;
COMMENT ON FUNCTION payment.check_set_aside(date) IS 'what was held or offset without a line or arrears behind it, or above what these give';

-- ER13: nobody has in hand more of a month, from a payer, than its line and its arrears come to, less what was offset.
CREATE FUNCTION payment.check_credited_due(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  -- of two sums by person the planner expects a row each, and would look one through for every row of the other
  SET enable_nestloop = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_credited_due.month, paid.authority_code, paid.reference, NULL, NULL))
        FROM (SELECT told.thai_id, told.programme, told.payer, min(told.authority_code) AS authority_code, max(told.reference) AS reference, sum(told.amount) AS amount
                FROM payment.instruction AS told
                JOIN payment.credit AS arrived
                  ON arrived.month = check_credited_due.month AND arrived.thai_id = told.thai_id AND arrived.programme = told.programme
                 AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
                LEFT JOIN payment.failure AS back
                  ON back.month = check_credited_due.month AND back.thai_id = told.thai_id AND back.programme = told.programme
                 AND back.adjustment_number = told.adjustment_number AND back.payer = told.payer AND back.attempt = told.attempt
               WHERE told.month = check_credited_due.month AND back.thai_id IS NULL
               GROUP BY told.thai_id, told.programme, told.payer) AS paid
        LEFT JOIN (SELECT due.thai_id, due.programme, due.payer, sum(due.amount) AS amount
                     FROM payment.due_of(check_credited_due.month) AS due
                    GROUP BY due.thai_id, due.programme, due.payer) AS owed
          ON owed.thai_id = paid.thai_id AND owed.programme = paid.programme AND owed.payer = paid.payer
        LEFT JOIN (SELECT aside.thai_id, aside.programme, aside.payer, sum(aside.amount) AS amount
                     FROM payment.set_aside AS aside
                    WHERE aside.month = check_credited_due.month AND aside.reason = 'offset'
                    GROUP BY aside.thai_id, aside.programme, aside.payer) AS less
          ON less.thai_id = paid.thai_id AND less.programme = paid.programme AND less.payer = paid.payer
       WHERE paid.amount > coalesce(owed.amount, 0) - coalesce(less.amount, 0);
  END
  $$;
COMMENT ON FUNCTION payment.check_credited_due(date) IS 'people who have more of a month in hand than is due';

-- ER14: what came back, or was offset, is no more than was asked back.
CREATE FUNCTION payment.check_recovered(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_recovered.month, back.authority_code, NULL, NULL, NULL))
        FROM (SELECT coalesce(taken.thai_id, given.thai_id) AS thai_id, given.programme, given.payer, min(given.authority_code) AS authority_code, sum(given.amount) AS amount
                FROM (SELECT aside.thai_id, aside.programme, aside.claim_number, aside.payer, aside.authority_code, aside.amount::numeric AS amount
                        FROM payment.set_aside AS aside
                       WHERE aside.month = check_recovered.month AND aside.reason = 'offset'
                       UNION ALL
                      SELECT receipt.thai_id, receipt.programme, recovery.claim_number, receipt.payer, receipt.authority_code, receipt.amount::numeric AS amount
                        FROM payment.receipt
                        LEFT JOIN payment.adjustment AS recovery
                          ON recovery.thai_id = receipt.thai_id AND recovery.programme = receipt.programme AND recovery.month = receipt.month
                         AND recovery.adjustment_number = receipt.adjustment_number
                       WHERE receipt.month = check_recovered.month) AS given
                -- IS9.6: under whatever ID it was asked
                LEFT JOIN payment.claims_taken_over() AS taken
                  ON taken.record_id = given.thai_id AND taken.programme = given.programme AND taken.record_number = given.claim_number
               GROUP BY coalesce(taken.thai_id, given.thai_id), given.programme, given.payer) AS back
        LEFT JOIN (SELECT coalesce(taken.thai_id, adjustment.thai_id) AS thai_id, adjustment.programme, part.payer, sum(part.amount) AS amount
                     FROM payment.adjustment
                     LEFT JOIN payment.claims_taken_over() AS taken
                       ON taken.record_id = adjustment.thai_id AND taken.programme = adjustment.programme AND taken.record_number = adjustment.claim_number
                    CROSS JOIN LATERAL payment.parts_of(-adjustment.allowance, -adjustment.top_up, -adjustment.other_payers,
                                                        payment.other_payer(adjustment.rule)) AS part
                    WHERE adjustment.month = check_recovered.month AND adjustment.kind = 'recovery'
                    GROUP BY coalesce(taken.thai_id, adjustment.thai_id), adjustment.programme, part.payer) AS asked
          ON asked.thai_id = back.thai_id AND asked.programme = back.programme AND asked.payer = back.payer
       WHERE back.amount > coalesce(asked.amount, 0);
  END
  $$;
COMMENT ON FUNCTION payment.check_recovered(date) IS 'people from whom more came back of a month than was asked';

-- ER15: what was cancelled is neither under way nor paid, and has a line or arrears behind it.
CREATE FUNCTION payment.check_cancelled(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_cancelled.month, gone.authority_code, NULL, gone.tableoid, gone.ctid))
        FROM payment.cancellation AS gone
        LEFT JOIN payment.due_of(check_cancelled.month) AS due
          ON due.thai_id = gone.thai_id AND due.programme = gone.programme AND due.adjustment_number = gone.adjustment_number AND due.payer = gone.payer
       WHERE gone.month = check_cancelled.month
         AND (due.thai_id IS NULL OR due.authority_code <> gone.authority_code OR gone.amount > due.amount
              OR EXISTS (SELECT FROM payment.instruction AS told
                          WHERE told.month = check_cancelled.month AND told.thai_id = gone.thai_id AND told.programme = gone.programme
                            AND told.adjustment_number = gone.adjustment_number AND told.payer = gone.payer
                            AND NOT EXISTS (SELECT FROM payment.failure
                                             WHERE failure.thai_id = told.thai_id AND failure.programme = told.programme AND failure.month = told.month
                                               AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer
                                               AND failure.attempt = told.attempt)));
  END
  $$;
COMMENT ON FUNCTION payment.check_cancelled(date) IS 'what was cancelled and is under way or paid, or was never due';

REVOKE ALL ON FUNCTION payment.masked(date, integer, bigint, oid, tid), payment.check_credited_once(date), payment.check_results(date),
  payment.check_one_result(date), payment.check_tries(date), payment.due_of(date), payment.check_amounts(date), payment.check_set_aside(date),
  payment.check_credited_due(date), payment.check_recovered(date), payment.check_cancelled(date) FROM PUBLIC;

DO $$
BEGIN
  PERFORM payment.add_invariant(told.name, told.place::smallint, told.by_month, told.asked_by, told.meaning_thai, told.meaning_english)
     FROM (VALUES
  ('credited_once', 10, true, 'payment.check_credited_once', 'ไม่มีผู้ใดได้รับเงินของเดือนเดียวกันสองครั้ง เว้นแต่ครั้งก่อนคืนกลับมาแล้ว', 'nobody is credited twice for a month unless the first came back'),
  ('results', 20, true, 'payment.check_results', 'ผลการจ่ายทุกรายการมีคำสั่งจ่ายที่มียอดเท่ากัน', 'every credit and failure has its payment, of the same amount'),
  ('one_result', 30, true, 'payment.check_one_result', 'รายการจ่ายหนึ่งครั้งมีผลเดียว: เข้าบัญชี หรือไม่สำเร็จ', 'a payment arrived or failed, not both'),
  ('tries', 40, true, 'payment.check_tries', 'การจ่ายซ้ำมีผลไม่สำเร็จของครั้งก่อนทุกครั้ง', 'every second try has the failure of the first'),
  ('amounts', 50, true, 'payment.check_amounts', 'ทุกคำสั่งจ่ายมีบัญชีรายชื่อหรือเงินย้อนหลังรองรับ และยอดตรงกัน', 'every payment has a line or arrears behind it, and is what these give'),
  ('set_aside', 60, true, 'payment.check_set_aside', 'ยอดที่ระงับหรือหักกลบมีบัญชีรายชื่อหรือเงินย้อนหลังรองรับ', 'what was held or offset has a line or arrears behind it'),
  ('credited_due', 70, true, 'payment.check_credited_due', 'เงินที่ได้รับของแต่ละเดือนไม่เกินที่มีสิทธิ', 'nobody has more of a month in hand than is due'),
  ('recovered', 80, true, 'payment.check_recovered', 'เงินที่คืนหรือหักกลบไม่เกินที่เรียกคืน', 'what came back is no more than was asked back'),
  ('cancelled', 90, true, 'payment.check_cancelled', 'รายการที่ยกเลิกไม่ได้อยู่ระหว่างจ่ายและไม่ได้จ่าย', 'what was cancelled is neither under way nor paid')
          ) AS told (name, place, by_month, asked_by, meaning_thai, meaning_english);
END
$$;

COMMIT;

-- ER13, ER14, ER15, QR8: two hundred people at three authorities for six months, of whom chance decides: held, released, offset, failed, returned, repaired,
-- in arrears, cancelled, received back, broken seals. After each step everything agrees, and a slow reckoning, person by person, comes to the ledger's balances.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
\ir ledger.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SET LOCAL jit = off;
SELECT no_plan();
SELECT setseed(0.2570) \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- elderly, one in five with a top-up, one in five in cash, one in ten to a proxy's account; one in four disabled as well, half of them with a welfare card;
-- one in twenty with AIDS besides
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(VARIADIC ARRAY(
  SELECT person || programme
    FROM (SELECT number, jsonb_build_object('thai_id', pg_temp.id(number), 'authority_code', (ARRAY['5730102', '6730213', '3730101'])[1 + number % 3],
                                            'birth_date', '15/06/' || 2470 + number % 30, 'top_up', CASE number % 5 WHEN 0 THEN '50.25' ELSE '0' END,
                                            'budget_type', (ARRAY['general', 'specific', 'own'])[1 + number / 7 % 3])
                 || CASE WHEN number % 5 = 1 THEN '{}' ELSE pg_temp.account(number::text, CASE number % 10 WHEN 2 THEN 'proxy_account' ELSE 'own_account' END,
                                                                            (ARRAY['006', '034'])[1 + number % 2]) END AS person
            FROM generate_series(1, 200) AS number) AS people
   CROSS JOIN LATERAL (
     SELECT '{}'::jsonb AS programme
      UNION ALL
     SELECT jsonb_build_object('programme', 'disability', 'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability, '
                               || CASE number % 8 WHEN 0 THEN '' ELSE '!' END || 'welfare_card}') WHERE number % 4 = 0
      UNION ALL
     SELECT '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}' WHERE number % 20 = 3) AS claims))), ARRAY[0], 'all are taken');
RESET ROLE;

-- The slow reckoning: every line and every arrears, payer by payer, is followed by itself. What is in no approved payroll is in no account.
CREATE FUNCTION pg_temp.reckoning() RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    owed record;
    try record;
    account text;
    rest numeric;
    rest_top_up numeric;
    part numeric;
    answer text;
  BEGIN
    CREATE TEMP TABLE reckoned (account text, budget text, baht numeric) ON COMMIT DROP;
    FOR owed IN
      SELECT thai_id, programme, month, 0 AS number, budget_type, 'local_authority' AS payer, allowance + top_up AS amount, top_up FROM payment.line
       UNION ALL
      SELECT thai_id, programme, month, 0, budget_type, 'welfare_card_fund', other_payers, 0 FROM payment.line
       UNION ALL
      SELECT thai_id, programme, month, adjustment_number, budget_type, 'local_authority', allowance + a.top_up, a.top_up
        FROM payment.adjustment AS a JOIN registry.claim USING (thai_id, programme, claim_number) WHERE kind = 'arrears'
       UNION ALL
      SELECT thai_id, programme, month, adjustment_number, budget_type, 'welfare_card_fund', other_payers, 0
        FROM payment.adjustment JOIN registry.claim USING (thai_id, programme, claim_number) WHERE kind = 'arrears'
    LOOP
      CONTINUE WHEN owed.amount = 0;
      account := NULL;
      rest := owed.amount;
      rest_top_up := owed.top_up;
      IF EXISTS (SELECT FROM payment.set_aside AS a WHERE (a.thai_id, a.programme, a.month, a.adjustment_number) = (owed.thai_id, owed.programme, owed.month, owed.number)
                    AND a.payer::text = owed.payer AND reason = 'held') THEN
        account := 'held';
      END IF;
      FOR try IN SELECT * FROM payment.instruction AS i JOIN payment.authority_payroll AS p USING (cycle_month, authority_code, programme, round)
                  WHERE (i.thai_id, i.programme, i.month, i.adjustment_number) = (owed.thai_id, owed.programme, owed.month, owed.number) AND i.payer::text = owed.payer
                  ORDER BY i.attempt LOOP
        account := CASE WHEN try.state IN ('sent', 'closed') THEN 'sent' WHEN owed.number = 0 THEN 'entitled' ELSE 'arrears' END;
        IF EXISTS (SELECT FROM payment.credit AS c WHERE (c.thai_id, c.programme, c.month, c.adjustment_number, c.payer, c.attempt)
                                                       = (try.thai_id, try.programme, try.month, try.adjustment_number, try.payer, try.attempt)) THEN
          account := 'paid';
        END IF;
        account := coalesce((SELECT CASE f.kind WHEN 'held_back' THEN 'held' ELSE 'returned' END FROM payment.failure AS f
                              WHERE (f.thai_id, f.programme, f.month, f.adjustment_number, f.payer, f.attempt)
                                  = (try.thai_id, try.programme, try.month, try.adjustment_number, try.payer, try.attempt)), account);
      END LOOP;
      FOR try IN SELECT * FROM payment.set_aside AS a
                  WHERE (a.thai_id, a.programme, a.month, a.adjustment_number) = (owed.thai_id, owed.programme, owed.month, owed.number) AND a.payer::text = owed.payer
                    AND a.reason = 'offset' AND a.round > 0 LOOP
        INSERT INTO reckoned VALUES ('cancelled', 'own', try.top_up), ('cancelled', CASE owed.payer WHEN 'local_authority' THEN owed.budget_type::text END, try.amount - try.top_up),
                                    ('budget', 'own', -try.top_up), ('budget', CASE owed.payer WHEN 'local_authority' THEN owed.budget_type::text END, try.top_up - try.amount);
        rest := rest - try.amount;
        rest_top_up := rest_top_up - try.top_up;
      END LOOP;
      -- of what no payroll had, nothing was ever posted
      IF account IS NOT NULL AND EXISTS (SELECT FROM payment.cancellation AS c WHERE (c.thai_id, c.programme, c.month, c.adjustment_number)
                                            = (owed.thai_id, owed.programme, owed.month, owed.number) AND c.payer::text = owed.payer) THEN
        account := 'cancelled';
      END IF;
      IF account IS NOT NULL THEN
        INSERT INTO reckoned VALUES (account, 'own', rest_top_up), (account, CASE owed.payer WHEN 'local_authority' THEN owed.budget_type::text END, rest - rest_top_up),
                                    ('budget', 'own', -rest_top_up), ('budget', CASE owed.payer WHEN 'local_authority' THEN owed.budget_type::text END, rest_top_up - rest);
      END IF;
    END LOOP;
    FOR try IN SELECT * FROM payment.receipt LOOP
      INSERT INTO reckoned VALUES ('recovered', 'own', try.top_up), ('recovered', CASE try.payer WHEN 'local_authority' THEN try.budget_type::text END, try.amount - try.top_up),
                                  ('paid', 'own', -try.top_up), ('paid', CASE try.payer WHEN 'local_authority' THEN try.budget_type::text END, try.top_up - try.amount);
    END LOOP;
    SELECT string_agg(concat_ws(' ', told.account, coalesce(budget, 'other'), trim_scale(baht)), ', ' ORDER BY told.account COLLATE "C", budget COLLATE "C") INTO answer
      FROM (SELECT r.account, budget, sum(baht) AS baht FROM reckoned AS r GROUP BY r.account, budget HAVING sum(baht) <> 0) AS told;
    DROP TABLE reckoned;
    RETURN answer;
  END
  $$;
CREATE FUNCTION pg_temp.posted() RETURNS text
  LANGUAGE sql AS $$
    SELECT string_agg(concat_ws(' ', account, coalesce(budget_type::text, 'other'), trim_scale(baht)), ', ' ORDER BY account::text COLLATE "C", budget_type::text COLLATE "C")
      FROM (SELECT account, budget_type, sum(amount) AS baht FROM payment.ledger_leg GROUP BY account, budget_type HAVING sum(amount) <> 0) AS told
  $$;
-- Some of the people, by chance. Parameters: how many of a hundred.
CREATE FUNCTION pg_temp.some(of_hundred integer) RETURNS integer[]
  LANGUAGE sql VOLATILE AS $$ SELECT coalesce(array_agg(number), '{}') FROM generate_series(1, 200) AS number WHERE random() * 100 < of_hundred $$;
CREATE TEMP TABLE walked (step integer GENERATED ALWAYS AS IDENTITY, cycle date, what text, broken text, agrees boolean, posted text);
CREATE FUNCTION pg_temp.look(of_cycle date, step_taken text) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.duty', '', true), set_config('welfare.principal', '', true);
    INSERT INTO walked (cycle, what, broken, posted)
    SELECT of_cycle, step_taken, CASE WHEN step_taken ~ 'sent|late' THEN pg_temp.broken()
                                      ELSE (SELECT CASE count(*) WHEN 0 THEN 'all is well' ELSE count(*) || ' differences' END FROM payment.ledger_differences()) END, pg_temp.posted();
    UPDATE walked SET agrees = posted IS NOT DISTINCT FROM pg_temp.reckoning() WHERE agrees IS NULL;
  END
  $$;
-- Holds, as the Comptroller General's Department places and releases them. Parameters: first month held.
CREATE FUNCTION pg_temp.hold_some(from_month date, of_hundred integer) RETURNS void
  LANGUAGE sql VOLATILE AS $$
    INSERT INTO payment.hold (thai_id, programme, month_from, reason, source, remark)
    SELECT pg_temp.id(number)::thai_id, 'elderly', from_month, 'treasury', 'ทดสอบ', 'ทดสอบ' FROM unnest(pg_temp.some(of_hundred)) AS number
     WHERE NOT EXISTS (SELECT FROM payment.hold WHERE hold.thai_id = pg_temp.id(number)::thai_id AND released_at IS NULL) $$;
CREATE FUNCTION pg_temp.release_some(of_hundred integer) RETURNS void
  LANGUAGE sql VOLATILE AS $$
    UPDATE payment.hold SET released_at = clock_timestamp(), released_on = welfare.business_date(), released_by = 'tester', released_why = 'ทดสอบ'
     WHERE released_at IS NULL AND random() * 100 < of_hundred $$;

-- What the department cancels of people whom it holds; and what comes back of recoveries that are ordered, a part or all of what is asked.
CREATE FUNCTION pg_temp.cancel_some(of_hundred integer) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    chosen welfare.thai_id[] := ARRAY(SELECT thai_id FROM payment.hold WHERE released_at IS NULL AND random() * 100 < of_hundred);
  BEGIN
    PERFORM pg_temp.treasury();
    PERFORM payment.cancel_dead(person, 'ถึงแก่ความตาย', 'ทะเบียนกลาง') FROM unnest(chosen) AS person;
    RESET ROLE;
  END
  $$;
CREATE FUNCTION pg_temp.receive_some(of_hundred integer) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    chance record;
    baht numeric;
  BEGIN
    INSERT INTO payment.recovery_decision (thai_id, month, decided_on, authority_code, programme, outcome, signed_as, adjustment_number, district_code, province_code,
                                           sensitive, order_number, reason, decided_by)
    SELECT thai_id, month, welfare.business_date(), authority_code, programme, 'due', 'executive', adjustment_number, district_code, province_code, sensitive, '1', 'x', 'tester'
      FROM payment.adjustment WHERE kind = 'recovery' ON CONFLICT DO NOTHING;
    FOR chance IN SELECT a.*, part.payer, part.amount FROM payment.adjustment AS a
                   CROSS JOIN LATERAL payment.still_asked(a.thai_id, a.programme, a.month, a.adjustment_number) AS part
                   WHERE a.kind = 'recovery' AND part.amount > 0 AND random() * 100 < of_hundred LOOP
      baht := least(chance.amount, payment.arrived_of(chance.thai_id, chance.programme, chance.claim_number, chance.month, chance.payer));
      CONTINUE WHEN baht <= 0;
      baht := CASE WHEN random() < 0.5 THEN round(baht / 3, 2) ELSE baht END;
      PERFORM pg_temp.sign('officer', chance.authority_code);
      PERFORM payment.record_receipt(chance.thai_id, chance.programme, chance.month, chance.adjustment_number, chance.payer, baht, welfare.business_date(), 'ใบเสร็จ');
      RESET ROLE;
    END LOOP;
  END
  $$;

-- One month: prepared, held, in arrears, asked back, approved, some authorities in two rounds, sealed, once broken, handed over, and what became of it.
CREATE FUNCTION pg_temp.walk(cycle date) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    chance record;
    round integer;
    sealed record;
  BEGIN
    PERFORM pg_temp.is_day(cycle + 1), pg_temp.become('welfare_admin');
    PERFORM payment.prepare(cycle);
    RESET ROLE;
    PERFORM pg_temp.hold_some(cycle, 6), pg_temp.release_some(40);
    FOR round IN 1 .. 2 LOOP
      -- arrears of this and of earlier months, and recoveries of months whatever became of them; no more than was due
      FOR chance IN SELECT number, claim.programme, of_month::date, kind FROM unnest(pg_temp.some(5)) AS number
                      JOIN registry.claim ON claim.thai_id = pg_temp.id(number)::thai_id
                     CROSS JOIN generate_series('2026-10-01'::date, cycle, '1 month') AS of_month
                     CROSS JOIN LATERAL (SELECT CASE WHEN number + random() > 0 THEN random() END AS kind OFFSET 0) AS drawn
                     WHERE random() < 0.5 LOOP
        IF chance.kind < 0.5 THEN
          PERFORM pg_temp.adjust(chance.number, chance.programme::text, chance.of_month, 100, CASE WHEN chance.kind < 0.1 THEN 20.5 ELSE 0 END, CASE WHEN chance.kind < 0.2 AND chance.programme = 'disability' THEN 30 ELSE 0 END);
        ELSIF NOT EXISTS (SELECT FROM payment.adjustment WHERE thai_id = pg_temp.id(chance.number)::thai_id AND programme = chance.programme AND month = chance.of_month AND kind = 'recovery') THEN
          PERFORM pg_temp.adjust(chance.number, chance.programme::text, chance.of_month, CASE WHEN chance.kind < 0.8 THEN -150 ELSE -500 END, CASE WHEN chance.number % 5 = 0 THEN -50.25 ELSE 0 END);
        END IF;
      END LOOP;
      -- in one transaction nobody else looks how many there are
      ANALYZE registry.claim, payment.line, payment.adjustment, payment.set_aside, payment.instruction, payment.credit, payment.failure, payment.hold, payment.receipt;
      PERFORM pg_temp.become('welfare_admin');
      PERFORM payment.draft_payrolls(cycle);
      PERFORM payment.review_on_paper(cycle, 'หนังสือ', CASE round WHEN 1 THEN '{5730102,6730213}'::integer[] END);
      RESET ROLE;
      PERFORM set_config('welfare.principal', 'another', true);
      SET LOCAL ROLE welfare_admin;
      PERFORM payment.approve_on_paper(cycle, '1/2570');
      PERFORM pg_temp.look(cycle, 'approved ' || round);
      PERFORM pg_temp.hold_some(cycle, 3);
      PERFORM pg_temp.treasury('sealer');
      SELECT * INTO sealed FROM payment.seal_disbursement(cycle);
      PERFORM pg_temp.look(cycle, 'sealed ' || round);
      IF random() < 0.5 THEN
        PERFORM pg_temp.treasury('sealer');
        PERFORM payment.break_seal(sealed.disbursement_number, 'ทดสอบ');
        PERFORM pg_temp.look(cycle, 'broken ' || round);
        PERFORM pg_temp.hold_some(cycle, 2), pg_temp.release_some(20);
        PERFORM pg_temp.treasury('sealer');
        SELECT * INTO sealed FROM payment.seal_disbursement(cycle);
      END IF;
      PERFORM pg_temp.treasury('sender');
      PERFORM payment.send_disbursement(sealed.disbursement_number, sealed.digest);
      PERFORM pg_temp.look(cycle, 'sent ' || round);
      PERFORM pg_temp.result('failed', cycle, VARIADIC pg_temp.some(8)), pg_temp.result('not_collected', cycle, VARIADIC pg_temp.some(3)),
              pg_temp.result('returned', cycle, VARIADIC pg_temp.some(2)), pg_temp.result('credited', cycle, VARIADIC pg_temp.some(85)),
              pg_temp.result('returned', cycle, VARIADIC pg_temp.some(6));
      PERFORM pg_temp.look(cycle, 'results ' || round);
      PERFORM pg_temp.cancel_some(15), pg_temp.receive_some(25);
      PERFORM pg_temp.look(cycle, 'cancelled and received ' || round);
      PERFORM pg_temp.repair(VARIADIC pg_temp.some(60)), pg_temp.release_some(30);
    END LOOP;
    -- what is told late
    PERFORM pg_temp.result('credited', cycle, VARIADIC pg_temp.some(60));
    PERFORM pg_temp.look(cycle, 'late results');
  END
  $$;
SELECT pg_temp.walk(cycle::date) FROM generate_series('2026-10-01'::date, '2027-03-01', '1 month') AS cycle \g /dev/null

SELECT is(broken, 'all is well', format('QR8: %s %s: everything agrees', to_char(cycle, 'YYYY-MM'), what)) FROM walked ORDER BY step;
SELECT ok(agrees, format('ER13: %s %s: the slow reckoning comes to the same: %s', to_char(cycle, 'YYYY-MM'), what, posted)) FROM walked ORDER BY step;
-- chance has been everywhere
SELECT cmp_ok(times, '>=', 5::bigint, 'the walk came by ' || what) FROM (
  SELECT 'a hold at approval' AS what, count(*) AS times FROM payment.set_aside WHERE reason = 'held'
   UNION ALL SELECT 'an offset', count(*) FROM payment.set_aside WHERE reason = 'offset'
   UNION ALL SELECT 'an offset of part', count(*) FROM payment.set_aside AS a JOIN payment.instruction USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE reason = 'offset'
   UNION ALL SELECT 'an offset of what failed', count(*) FROM payment.set_aside WHERE reason = 'offset' AND attempt > 1
   UNION ALL SELECT 'an offset of a top-up', count(*) FROM payment.set_aside WHERE reason = 'offset' AND top_up > 0
   UNION ALL SELECT 'what was held, released and offset', 4 + count(*) FROM payment.set_aside AS a JOIN payment.set_aside AS b USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE a.reason = 'held' AND b.reason = 'offset'
   UNION ALL SELECT 'a failure: ' || kind, count(*) FROM payment.failure GROUP BY kind
   UNION ALL SELECT 'a third try', count(*) FROM payment.instruction WHERE attempt = 3
   UNION ALL SELECT 'a second try of what had arrived', count(*) FROM payment.credit JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
   UNION ALL SELECT 'a try after one held back', count(*) FROM payment.failure JOIN payment.instruction AS i ON (i.thai_id, i.programme, i.month, i.adjustment_number, i.payer, i.previous_attempt) = (failure.thai_id, failure.programme, failure.month, failure.adjustment_number, failure.payer, failure.attempt) WHERE kind = 'held_back'
   UNION ALL SELECT 'arrears of another payer', count(*) FROM payment.instruction WHERE payer <> 'local_authority' AND adjustment_number > 0
   UNION ALL SELECT 'a hold of arrears', count(*) FROM payment.set_aside WHERE reason = 'held' AND adjustment_number > 0
   UNION ALL SELECT 'a cancellation', count(*) FROM payment.cancellation
   UNION ALL SELECT 'a receipt', count(*) FROM payment.receipt
   UNION ALL SELECT 'a receipt of a top-up', 4 + count(*) FROM payment.receipt WHERE top_up > 0
   UNION ALL SELECT 'a broken seal', 1 + 2 * count(*) FROM payment.disbursement WHERE state = 'broken'
   UNION ALL SELECT 'a step', count(*) FROM walked) AS counted ORDER BY what;
SELECT * FROM finish();
ROLLBACK;

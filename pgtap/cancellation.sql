-- ER15, AR2: what is unpaid of the dead is cancelled: of which months, for which holds, where the money is then, and what comes back when a death is refuted.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(54);
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
-- Cancels a person's, as the Comptroller General's Department: payments, baht, and how many are under way.
CREATE FUNCTION pg_temp.cancel(number integer) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.treasury();
    SELECT concat_ws(' ', cancelled, trim_scale(amount), under_way) INTO answer FROM payment.cancel_dead(pg_temp.person(number), 'ถึงแก่ความตาย', 'ทะเบียนกลาง');
    RETURN answer;
  END $$;
CREATE FUNCTION pg_temp.cancel_all(cycle date) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.treasury();
    SELECT concat_ws(' ', cancelled, trim_scale(amount), under_way) INTO answer FROM payment.cancel_all_dead(cycle, 'ถึงแก่ความตาย', 'ทะเบียนกลาง');
    RETURN answer;
  END $$;
-- What of a person is cancelled, as a superuser sees it: month, payer and baht.
CREATE FUNCTION pg_temp.cancelled(number integer, asked text DEFAULT 'elderly') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    RESET ROLE;
    SELECT string_agg(to_char(month, 'MM') || CASE adjustment_number WHEN 0 THEN '' ELSE '+' || adjustment_number END || CASE payer WHEN 'local_authority' THEN '' ELSE 'c' END || ':' || trim_scale(amount),
                      ' ' ORDER BY month, adjustment_number, payer) INTO answer
      FROM payment.cancellation WHERE thai_id = pg_temp.person(number) AND programme::text = asked;
    RETURN coalesce(answer, 'none');
  END $$;
-- What is recorded beside a person's lines: month, kind, cause and baht.
CREATE FUNCTION pg_temp.adjusted(number integer) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.become('welfare_admin');
    PERFORM payment.record_adjustments('2026-10-01', '2026-11-01');
    RESET ROLE;
    SELECT string_agg(concat_ws(' ', to_char(month, 'MM'), kind, cause, trim_scale(allowance + top_up + other_payers)), ', ' ORDER BY month, adjustment_number) INTO answer
      FROM payment.adjustment WHERE thai_id = pg_temp.person(number);
    RETURN coalesce(answer, 'nothing');
  END $$;
-- The registry has people as dead since a day, and they are held. Parameters: day; numbers.
CREATE FUNCTION pg_temp.dead(day text, VARIADIC numbers integer[]) RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.told(VARIADIC ARRAY(SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'happened_on', day, 'registered_on', day, 'reported_on', day) FROM unnest(numbers) AS number));
    PERFORM pg_temp.swept();
    RETURN (SELECT concat_ws(' ', placed, replaced) FROM payment.hold_the_dead());
  END $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT refused FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1)), jsonb_build_object('thai_id', pg_temp.id(2)), jsonb_build_object('thai_id', pg_temp.id(2)) || aids,
  jsonb_build_object('thai_id', pg_temp.id(3)) || pg_temp.account('333'), jsonb_build_object('thai_id', pg_temp.id(4)), jsonb_build_object('thai_id', pg_temp.id(5)),
  jsonb_build_object('thai_id', pg_temp.id(6)) || aids,
  jsonb_build_object('thai_id', pg_temp.id(7), 'programme', 'disability', 'top_up', '50', 'facts', '{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}'),
  jsonb_build_object('thai_id', pg_temp.id(8), 'authority_code', '6730213'), jsonb_build_object('thai_id', pg_temp.id(9)), jsonb_build_object('thai_id', pg_temp.id(10)),
  jsonb_build_object('thai_id', pg_temp.id(11)))), 0, 'all are taken')
  FROM (VALUES ('{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'::jsonb)) AS given (aids);
SELECT payment.prepare('2026-10-01') \g /dev/null
-- 1, 6, 7, 9 and 11 died in September, 2 on 1 October; the department holds 8
SELECT is(pg_temp.dead('15/09/2569', 1, 6, 7, 9, 11) || ' ' || pg_temp.dead('01/10/2569', 2), '5 0 2 0', 'ER15: the dead are held');
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.person(8), '2026-10-01', 'ทะเบียนกลาง', 'พบว่าตาย', 'elderly') \g /dev/null
SELECT is(pg_temp.approve('2026-10-01') + pg_temp.approve('2026-10-01', NULL, 6730213), 4::bigint, 'ER13: October is approved');
-- 10 dies once it is approved
SELECT is(pg_temp.dead('16/09/2569', 10), '1 0', 'ER15: another is held once it is approved');
SELECT pg_temp.disburse('2026-10-01') \g /dev/null
SELECT is(pg_temp.balances(), 'budget -8350, held 5050, sent 3300', 'ER13: what is held is held, and the rest is under way');

-- who may
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.cancel_dead(%L, '' '', ''x'')', pg_temp.id(1))) || pg_temp.refused(format('SELECT payment.cancel_dead(%L, ''x'', '''')', pg_temp.id(1)))
          || pg_temp.refused('SELECT payment.cancel_dead(NULL, ''x'', ''x'')'), 'WF010WF010WF010', 'ER15!: nothing is cancelled without reason and source');
SELECT is((SELECT string_agg((SELECT pg_temp.refused(format('SELECT payment.cancel_dead(%L, ''x'', ''x'')', pg_temp.id(1))) FROM pg_temp.act_as(duty, code)), ' ')
             FROM (VALUES ('local_authority', 5730102), ('province', 73), ('department', NULL), ('administrator', NULL)) AS other (duty, code)), '42501 42501 42501 42501', 'ER15!: nor by anybody else');

-- what was set aside
SELECT is(pg_temp.cancel(1), '1 700 0', 'ER15: the department cancels what is held of the dead');
SELECT is(pg_temp.cancelled(1) || ' ' || pg_temp.balances(), '10:700 budget -8350, held 4350, sent 3300, cancelled 700', 'ER15: it is owed no longer, and the ledger says so');
SELECT is(pg_temp.cancel(1), '0 0 0', 'ER15!: once');
RESET ROLE;
SELECT results_eq('SELECT reason, source, cancelled_by, authority_code FROM payment.cancellation', $$VALUES ('ถึงแก่ความตาย', 'ทะเบียนกลาง', 'treasurer', 5730102)$$, 'ER15: with reason and source, and by whom');
SELECT is((SELECT count(*) FROM audit.entry WHERE relation = 'payment.cancel_dead'), 2::bigint, 'QS5: every call is recorded');
SELECT is(pg_temp.cancel(7) || ' ' || pg_temp.cancelled(7, 'disability'), '2 1050 0 10:850 10c:200', 'ER15, RC8.2: of every payer');
SELECT results_eq('SELECT payer::text COLLATE "default", budget_type::text COLLATE "default", amount::numeric, debit::text COLLATE "default", credit::text COLLATE "default" FROM payment.ledger_entry WHERE step = ''cancelled'' AND programme = ''disability'' ORDER BY payer, budget_type',
  $$VALUES ('local_authority', 'general', 800::numeric, 'cancelled', 'held'), ('local_authority', 'own', 50, 'cancelled', 'held'), ('welfare_card_fund', NULL, 200, 'cancelled', 'held')$$, 'RC8.2: budget by budget');
SELECT is(pg_temp.cancel(8) || ' ' || pg_temp.cancelled(8), '1 700 0 10:700', 'ER15: what the department holds itself it cancels too');
SELECT is(pg_temp.cancel(10) || ' ' || pg_temp.cancelled(10), '1 700 0 10:700', 'ER15: and what was held back at the seal');

-- nothing of the living, nothing of the month of death, nothing that is under way
SELECT is(pg_temp.cancel(5) || ' ' || pg_temp.cancelled(5), '0 0 0 none', 'ER15!: of the living nothing is cancelled');
SELECT is(pg_temp.cancel(2) || ' ' || pg_temp.cancelled(2), '0 0 0 none', 'DE3, ER15!: nor of the month of the death, which was paid');
SELECT is(pg_temp.dead('15/09/2569', 3, 4) || ' ' || pg_temp.cancel(3) || ' ' || pg_temp.cancelled(3), '2 0 0 0 1 none', 'ER15!: what is under way is left, and counted');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.return_cash(pg_temp.person(4), 'elderly', '2026-10-01', 0, 'ถึงแก่ความตาย') \g /dev/null
SELECT is(pg_temp.cancel(4) || ' ' || pg_temp.cancelled(4), '1 700 0 10:700', 'ER15: what came back is cancelled');
RESET ROLE;
SELECT is((SELECT credit::text FROM payment.ledger_entry WHERE step = 'cancelled' ORDER BY entry_number DESC LIMIT 1), 'returned', 'ER13: out of what was returned');

-- AR2: health data
SELECT is(pg_temp.cancel(6) || ', ' || pg_temp.cancel(99), '0 0 0, 0 0 0', 'AR2!: the department learns of nobody''s health, nor who is on record');
SELECT is(pg_temp.cancelled(6, 'aids'), '10:500', 'AR2, ER15: and it is cancelled all the same');
SELECT is(pg_temp.balances(), 'budget -8350, held 1400, sent 2600, cancelled 4350', 'ER13: to the satang');

-- prepared, and in no approved payroll
SELECT pg_temp.is_day('2026-11-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.cancel_all_dead(''2026-12-01'', ''x'', ''x'')') || pg_temp.refused('SELECT payment.cancel_all_dead(NULL, ''x'', ''x'')') || pg_temp.refused('SELECT payment.cancel_all_dead(''2026-11-01'', ''x'', '' '')'),
  'WF032WF033WF010', 'ER15!: everybody''s, of a month that is prepared');
SELECT is(pg_temp.cancel_all('2026-10-01'), '2 1400 1', 'ER15: everybody''s at once, up to a month: what is held of 9 and 11; 3 is under way');
SELECT is(pg_temp.cancel_all('2026-10-01'), '0 0 1', 'ER15!: once');
SELECT is(pg_temp.cancelled(2) || ' ' || pg_temp.cancelled(9), 'none 10:700', 'ER15!: not of the months after it');
SELECT is(pg_temp.balances(), 'budget -8350, sent 2600, cancelled 5750', 'ER13: nothing is held any more');
SELECT is(pg_temp.cancel(2) || ' ' || pg_temp.cancelled(2) || ' ' || pg_temp.cancelled(2, 'aids'), '1 700 0 11:700 11:500', 'ER15, DE3: of the month after the death what is prepared is cancelled before it is approved, health data silently');
SELECT is(pg_temp.balances(), 'budget -8350, sent 2600, cancelled 5750', 'ER13: of which the ledger knew nothing');

-- 12 dies, is disposed, and then it is asked back what was never paid
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(registry.dispose(pg_temp.person(2), 'died', '2026-10-01', '2026-11-01'), 'done', 'ER14: a death is recorded');
SELECT is(pg_temp.adjusted(2), 'nothing', 'ER15!: of what was cancelled and never paid nothing is asked back');
SELECT is(pg_temp.adjusted(1), 'nothing', 'ER15!: nor is it lacking while the hold stands');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT count(*) FROM payment.outstanding('2026-10-01', '2026-11-01', pg_temp.person(1))), 0::bigint, 'ER15!: nor shown as such');
SELECT registry.dispose(pg_temp.person(11), 'died', '2026-09-15', '2026-11-01') \g /dev/null
SELECT is(pg_temp.adjusted(11), '11 recovery death -700', 'ER14: of a line that is prepared and not cancelled it is proposed to ask it back');
SELECT is(pg_temp.cancel(11) || ' ' || pg_temp.cancelled(11), '0 0 0 10:700', 'ER15: of which the cancellation sets off the one against the other');
RESET ROLE;
SELECT is((SELECT string_agg(reason || ' ' || to_char(month, 'MM') || ':' || trim_scale(amount), ', ') FROM payment.set_aside WHERE thai_id = pg_temp.person(11) AND reason = 'offset'), 'offset 11:700', 'ER13: which is kept');
SELECT is((SELECT count(*) FROM payment.asked_back(pg_temp.person(11))), 0::bigint, 'ER14!: nobody is asked for what they never got');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.decide_recovery(%L, ''elderly'', ''2026-11-01'', 1, ''due'', ''1'', ''x'')', pg_temp.id(11))), 'WF454', 'ER14!: nor ordered to pay it');

-- the approval of November pays none of them
SELECT is(pg_temp.approve('2026-11-01'), 3::bigint, 'ER13: November is approved');
SELECT is(concat_ws(' ', pg_temp.payments(1), pg_temp.payments(2), pg_temp.payments(6, 'aids'), pg_temp.payments(5), pg_temp.payments(11)), 'none 10:700 none 10:700 11:700 none', 'ER15!: which pays nobody whose month was cancelled');
SELECT is(pg_temp.cancel_all('2026-11-01'), '7 4550 1', 'ER15: and what it held is cancelled: of 1, 3, 4, 9 and 10, and both parts of 7; what is under way stays so');
SELECT is(pg_temp.cancelled(9), '10:700 11:700', 'ER15: month by month');

-- a death that is refuted
SELECT pg_temp.sign('officer') \g /dev/null
SELECT civil.settle_finding(pg_temp.person(9), pg_temp.event_of(9), false, 'พบตัว') \g /dev/null
SELECT is(pg_temp.adjusted(9), 'nothing', 'ER15!: while the hold stands nothing comes back');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(payment.lift_hold(pg_temp.person(9), '2026-11-01', '5/2570', 'ยังมีชีวิต'), 1, 'ER14, ER15: the executive lifts the hold');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', to_char(month, 'MM'), trim_scale(paid), trim_scale(allowance), cause), ', ' ORDER BY month) FROM payment.outstanding('2026-10-01', '2026-11-01', pg_temp.person(9))),
  '10 0 700 held_released, 11 0 700 held_released', 'ER15: the months that were cancelled are lacking: nothing was paid of them');
SELECT is(pg_temp.adjusted(9), '10 arrears held_released 700, 11 arrears held_released 700', 'ER15: they come back as arrears');
SELECT is(pg_temp.adjusted(9), '10 arrears held_released 700, 11 arrears held_released 700', 'ER15!: once');
SELECT is(pg_temp.approve('2026-11-01') || ' ' || pg_temp.payments(9), '1 10+1:700 11+1:700', 'ER13, ER15: and are paid by the next payroll');
-- and once more dead
SELECT is(pg_temp.dead('16/09/2569', 9) || ' ' || pg_temp.cancel(9), '1 0 0 0 2', 'ER15!: what is approved is left, until the seal holds it back');
SELECT pg_temp.disburse('2026-11-01') \g /dev/null
SELECT is(pg_temp.cancel(9) || ' ' || pg_temp.cancelled(9), '2 1400 0 10:700 10+1:700 11:700 11+1:700', 'ER15: then the arrears are cancelled too');

-- whatever path is taken
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT is((SELECT string_agg(pg_temp.refused(statement), ' ') FROM (VALUES ('UPDATE payment.cancellation SET reason = ''x'''), ('DELETE FROM payment.cancellation'), ('TRUNCATE payment.cancellation')) AS tried (statement)), 'WF064 WF064 WF064', 'ER15!: a cancellation is evidence');
SELECT is(pg_temp.refused(format($q$INSERT INTO payment.cancellation (thai_id, hold_number, month, authority_code, programme, payer, adjustment_number, claim_number, district_code, province_code, sensitive, amount, top_up, reason, source)
  VALUES (%L, 0, '2026-10-01', 5730102, 'elderly', 'local_authority', 0, 1, 7301, 73, false, 1, 0, 'x', 'x')$q$, pg_temp.id(5))), '23503', 'ER15!: and rests on a hold');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;

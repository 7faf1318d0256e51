-- IS9.6, ER13, ER14, EG7: what was paid under a wrong national ID and is asked back under the right one, or the other way round, is one sum: received, offset, let
-- be and settled as if the ID had always been right.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(49);
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
CREATE FUNCTION pg_temp.receipt(number integer, amount text, recovery integer DEFAULT 1) RETURNS text
  LANGUAGE sql AS $$ SELECT format('SELECT payment.record_receipt(%L, ''elderly'', ''2026-10-01'', %s, ''local_authority'', %s, welfare.business_date(), ''ใบเสร็จ 1'')', pg_temp.id(number), recovery, amount) $$;
CREATE FUNCTION pg_temp.receive(number integer, amount text, recovery integer DEFAULT 1) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.sign('officer');
    EXECUTE pg_temp.receipt(number, amount, recovery) INTO answer;
    RETURN answer;
  END $$;
-- Orders a recovery of October as the executive.
CREATE FUNCTION pg_temp.order_it(number integer, outcome payment.recovery_outcome DEFAULT 'due', recovery integer DEFAULT 1) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.sign('executive');
    answer := payment.decide_recovery(pg_temp.person(number), 'elderly', '2026-10-01', recovery, outcome, '9/2570', 'รายงาน');
    PERFORM pg_temp.sign('officer');
    RETURN answer;
  END $$;
-- Two users correct the ID of a person: by a hundred.
CREATE FUNCTION pg_temp.correct(number integer) RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.sign('officer');
    PERFORM registry.correct_id(pg_temp.person(number), pg_temp.person(number + 100), 'คีย์ผิด', 'สำเนาบัตร');
    PERFORM pg_temp.sign('clerk');
    RETURN registry.correct_id(pg_temp.person(number), pg_temp.person(number + 100), 'คีย์ผิด', 'สำเนาบัตร');
  END $$;
-- What October's adjustments recorded now are, as an administrator records them: person, kind, number, cause, baht.
CREATE FUNCTION pg_temp.found() RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE before timestamptz := clock_timestamp();
  BEGIN
    PERFORM pg_temp.become('welfare_admin');
    PERFORM payment.record_adjustments('2026-10-01', '2026-10-01');
    RESET ROLE;
    RETURN coalesce((SELECT string_agg(concat_ws(' ', right(thai_id::text, 4)::integer / 10, kind, adjustment_number, cause, trim_scale(allowance + top_up)), ', ' ORDER BY thai_id)
                       FROM payment.adjustment WHERE recorded_at >= before), 'nothing');
  END $$;
-- What is asked back of whom, as each of their IDs tells it.
CREATE FUNCTION pg_temp.asked(number integer) RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    RETURN coalesce((SELECT string_agg(told, ' ' ORDER BY length(told), told) FROM (SELECT DISTINCT concat(right(thai_id::text, 4)::integer / 10, ':', trim_scale(amount)) AS told FROM payment.asked_back(pg_temp.person(number))) AS asked), 'nothing');
  END $$;
-- How a person's adjustments stand, as an officer sees them.
CREATE FUNCTION pg_temp.standing(number integer) RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.sign('officer');
    RETURN coalesce((SELECT string_agg(concat_ws(' ', right(national_id::text, 4)::integer / 10, kind, standing), ', ' ORDER BY national_id, adjustment_number)
                       FROM payment.adjustments('2026-10-01', '2026-10-01', pg_temp.person(number))), 'nothing');
  END $$;
CREATE FUNCTION pg_temp.case_of(number integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN RETURN (SELECT state FROM registry.recovery_case WHERE thai_id = pg_temp.person(number)); END $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 is paid, corrected, found dead; 2 is found dead and asked for it first; 3 likewise, and only a part was received; 4 was never entitled; 5 was taken for dead; 6 is not paid; 7 is let be;
-- 8 is corrected twice; 9 was never entitled, of which nothing was asked before the correction
SELECT is((SELECT refused FROM pg_temp.import(VARIADIC (SELECT array_agg(jsonb_build_object('thai_id', pg_temp.id(number))
    || CASE WHEN number = 1 THEN '{"top_up": "50"}' WHEN number IN (4, 9) THEN '{"claimed_on": "01/08/2569", "ordered_on": "05/08/2569"}' ELSE '{}' END::jsonb) FROM generate_series(1, 9) AS number))), 0, 'all are taken');
SELECT pg_temp.pay('2026-10-01') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT string_agg(payment.record_payout(pg_temp.person(number), 'elderly', '2026-10-01', identity_document => 'บัตรประชาชน'), ' ') FROM unnest('{1,2,3,4,5,7,8,9}'::integer[]) AS number),
  'done done done done done done done done', 'ER13: October is given');
SELECT is(payment.return_cash(pg_temp.person(6), 'elderly', '2026-10-01', 0, 'ไม่มารับ') || payment.repair_payment(pg_temp.person(6), 'elderly', '2026-10-01', document => 'x'), 'donedone', 'ER13: but one does not collect it, which is to be tried again');

-- what was found and ordered before the correction
SELECT pg_temp.is_day('2026-10-02') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.dispose(pg_temp.person(number), 'died', '2026-09-20', '2026-10-02') FROM unnest('{2,3,5}'::integer[]) AS number \g /dev/null
SELECT is(pg_temp.found(), '2 recovery 1 death -700, 3 recovery 1 death -700, 5 recovery 1 death -700', 'ER14: three are asked back');
CREATE FUNCTION pg_temp.remove(number integer) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE finding integer;
  BEGIN
    PERFORM pg_temp.is_day('2026-10-02'), pg_temp.sign('officer');
    finding := registry.record_finding(pg_temp.person(number), 'elderly', 'disqualified', '2026-08-01', 'own_check', 'ไม่มีชื่อ', '{in_house_register}', never_entitled => true, found_on => '2026-10-02');
    PERFORM registry.post_notice('elderly', ARRAY[pg_temp.person(number)], number || '/2569', '{office}', '2026-10-02');
    PERFORM pg_temp.is_day('2026-10-20'), pg_temp.sign('clerk');
    PERFORM registry.propose_removal(pg_temp.person(number), 'elderly', finding, '2/2569', '2026-10-20');
    PERFORM pg_temp.sign('executive');
    PERFORM registry.verify_finding(pg_temp.person(number), 'elderly', finding, 'ตรวจทะเบียนบ้าน', 'ทร. 14', '2026-10-20');
    PERFORM registry.order_removal(pg_temp.person(number), 'elderly', finding, '3/2569', 'ขาดคุณสมบัติ', '2026-10-20');
    PERFORM registry.decide_recovery(pg_temp.person(number), 'elderly', 1, true, '4/2570', 'ไม่สุจริต', '2026-10-20');
  END $$;
SELECT pg_temp.remove(4) \g /dev/null
SELECT is(pg_temp.found(), '4 recovery 1 never_entitled -700', 'EG7: and one of whoever never had the right');
SELECT is(pg_temp.order_it(2) || pg_temp.order_it(3) || pg_temp.order_it(4), 'donedonedone', 'ER14: three are ordered');
SELECT is(pg_temp.receive(3, '300') || pg_temp.receive(4, '699.99'), 'donedone', 'ER14: parts of two are received');
SELECT pg_temp.remove(9) \g /dev/null
-- 5 lives
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.re_enter(pg_temp.person(5), 'elderly', 'ยังมีชีวิต', 'หนังสือ') \g /dev/null
SELECT pg_temp.sign('clerk') \g /dev/null
SELECT is(registry.re_enter(pg_temp.person(5), 'elderly', 'ยังมีชีวิต', 'หนังสือ'), 'done', 'IS9.5: a wrong disposal is undone');

SELECT is((SELECT string_agg(pg_temp.correct(number), ' ') FROM generate_series(1, 9) AS number), 'done done done done done done done done done', 'IS9.6: all their IDs are corrected');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.correct_id(pg_temp.person(108), pg_temp.person(208), 'คีย์ผิด', 'สำเนาบัตร') \g /dev/null
SELECT pg_temp.sign('clerk') \g /dev/null
SELECT is(registry.correct_id(pg_temp.person(108), pg_temp.person(208), 'คีย์ผิด', 'สำเนาบัตร'), 'done', 'IS9.6: one of them twice');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(payment.settle_recoveries() || pg_temp.case_of(9), '0to_recover', 'EG7!: a case of which nothing was recorded before the correction is not settled by it');
SELECT is(pg_temp.found(), '105 arrears 1 adjustment_undone 700, 109 recovery 1 never_entitled -700', 'IS9.5, ER14!: a correction pays nothing; who lives is owed what was asked back of the wrong ID, and what was ordered reclaimed of the wrong one is asked of the right');

-- asked before, received after: the recovery keeps its ID
SELECT is(pg_temp.asked(2), '2:700 102:700', 'IS9.6: what is asked back is told of both IDs');
SELECT is(pg_temp.asked(102), pg_temp.asked(2), 'IS9.6: whichever is asked by');
SELECT is(pg_temp.standing(102), '2 recovery due', 'IS9.6: an officer who looks for the right ID finds what was recorded under the wrong one');
SELECT is(pg_temp.refused(pg_temp.receipt(2, '700.01')) || pg_temp.refused(pg_temp.receipt(102, '700')), 'WF451WF450', 'ER14!: not more than is asked, nor under an ID of which nothing was ordered');
SELECT is(pg_temp.receive(2, '700') || ' ' || pg_temp.standing(102), 'done 2 recovery settled', 'ER14: it is received after the correction, and settled');
SELECT is(pg_temp.refused(pg_temp.receipt(2, '0.01')), 'WF451', 'ER14!: once');
SELECT is(pg_temp.asked(3) || ' ' || pg_temp.refused(pg_temp.receipt(3, '400.01')), '3:400 103:400 WF451', 'ER14!: what was received before the correction is not asked again');
SELECT is(pg_temp.standing(3) || ' ' || pg_temp.receive(3, '400') || ' ' || pg_temp.standing(3), '3 recovery due done 3 recovery settled', 'ER14: the rest is');
-- a case
SELECT is(pg_temp.case_of(4), 'to_recover', 'EG7!: a case of which a satang is lacking is not settled');
SELECT is(pg_temp.receive(4, '0.01') || ' ' || pg_temp.case_of(4), 'done settled', 'EG7: with it, it is');
SELECT is(pg_temp.order_it(109) || pg_temp.receive(109, '699.99') || ' ' || pg_temp.case_of(9), 'donedone to_recover', 'EG7!: nor is one settled by less under the right ID');
SELECT is(pg_temp.receive(109, '0.01') || ' ' || pg_temp.case_of(9), 'done settled', 'EG7: but by all of it');
SELECT is(pg_temp.asked(9), 'nothing', 'EG7: of which nothing is asked any more');
SELECT is(pg_temp.found(), 'nothing', 'EG7!: nor is it paid again');

-- found after the correction, of what was paid before it
SELECT pg_temp.is_day('2026-11-02') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.dispose(pg_temp.person(number), 'died', '2026-09-20', '2026-11-02') FROM unnest('{101,106,107,208}'::integer[]) AS number \g /dev/null
SELECT is(pg_temp.found(), '101 recovery 1 death -750, 106 recovery 1 death -700, 107 recovery 1 death -700, 208 recovery 1 death -700', 'ER14, IS9.6: it is asked back under the right IDs');
SELECT is(pg_temp.asked(1), '1:750 101:750', 'IS9.6: of what was paid under the wrong ones');
SELECT is(pg_temp.order_it(101) || pg_temp.refused(pg_temp.receipt(101, '750.01')) || pg_temp.refused(pg_temp.receipt(1, '1')), 'doneWF451WF450', 'ER14!: not more, nor under another ID than it was recorded');
SELECT is(pg_temp.receive(101, '720') || pg_temp.refused(pg_temp.receipt(101, '30.01')) || pg_temp.receive(101, '30') || pg_temp.standing(101), 'doneWF451done101 recovery settled', 'ER14: it is received, in two parts');
RESET ROLE;
SELECT results_eq('SELECT receipt_number, amount::numeric, top_up::numeric, budget_type::text COLLATE "default" FROM payment.receipt WHERE thai_id = pg_temp.person(101) ORDER BY receipt_number',
  $$VALUES (1::smallint, 720::numeric, 20::numeric, 'general'), (2::smallint, 30, 30, 'general')$$, 'IS8.5: to what it was paid from, the allowance first');
SELECT is(pg_temp.asked(8) || ' ' || pg_temp.asked(108) || ' ' || pg_temp.asked(208), '8:700 108:700 208:700 8:700 108:700 208:700 8:700 108:700 208:700', 'IS9.6: an ID that was corrected twice is one person under three');
SELECT is(pg_temp.order_it(208) || pg_temp.receive(208, '700') || pg_temp.asked(8), 'donedonenothing', 'ER14: who pays it back by the last of them owes nothing by the first');
SELECT is(pg_temp.order_it(107, 'not_recovered') || ' ' || pg_temp.asked(7) || ' ' || pg_temp.standing(107), 'done nothing 107 recovery not_recovered', 'EG7, ER14!: what is let be is asked for under no ID');
-- what was not paid is offset, whichever side stands under the wrong ID
SELECT is(pg_temp.order_it(106) || pg_temp.refused(pg_temp.receipt(106, '0.01')), 'doneWF452', 'ER14!: of what never arrived under any ID nothing is received');
SELECT is(pg_temp.asked(105) || ' ' || pg_temp.asked(106), '5:700 105:700 6:700 106:700', 'IS9.6: two are left');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.approve('2026-11-01') \g /dev/null
SELECT is(pg_temp.payments(6) || ' ' || pg_temp.payments(106), '[10:700] none', 'ER14!: what was not collected under the wrong ID is not paid: it is asked back under the right one');
SELECT is(pg_temp.payments(105), '11:700', 'ER14!: nor are arrears under the right ID paid that are asked back under the wrong one; November is');
RESET ROLE;
SELECT results_eq('SELECT right(thai_id::text, 4)::integer / 10, adjustment_number, attempt, amount::numeric FROM payment.set_aside WHERE reason = ''offset'' ORDER BY thai_id',
  $$VALUES (6, 0::smallint, 2::smallint, 700::numeric), (105, 1::smallint, 1::smallint, 700)$$, 'ER14: both are offset');
SELECT is(pg_temp.asked(5) || pg_temp.asked(105) || pg_temp.asked(6) || pg_temp.asked(106), 'nothingnothingnothingnothing', 'ER14: and nothing is asked any more');
SELECT is(pg_temp.standing(105) || '; ' || pg_temp.standing(106), '5 recovery settled, 105 arrears payable; 106 recovery settled', 'ER14: as everybody sees who may');
SELECT is(pg_temp.found(), 'nothing', 'ER13!: nothing is lacking and nothing too much');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.receipt(106, '0.01')), 'WF451', 'ER14!: nor is what was offset received');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.decide_recovery(%L, ''elderly'', ''2026-10-01'', 1, ''due'', ''1'', ''x'')', pg_temp.id(5))), 'WF364', 'ER14!: nor ordered what arrears under the right ID undid');

-- who may not
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is((SELECT count(*) FROM payment.adjustments('2026-10-01', '2026-10-01', pg_temp.person(105))), 0::bigint, 'IS9.2!: another authority sees none of it, by either ID');
SELECT is((SELECT count(*) FROM payment.adjustments('2026-10-01', '2026-10-01', pg_temp.person(5))), 0::bigint, 'IS9.2!: nor by the other');

-- the books
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT count(*) FROM payment.ledger_differences()), 0::bigint, 'ER13: the ledger agrees with the payments');
SELECT is(pg_temp.balances(), 'budget -7750, entitled 700, paid 1400, cancelled 1400, recovered 4250', 'ER13: to the satang');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(name || ' ' || found || ' ' || coalesce(example, ''), ', ') FROM job.check_invariants() WHERE NOT ok), NULL, 'QR8: and everything that must be true is');
SELECT * FROM finish();
ROLLBACK;

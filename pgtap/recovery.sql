-- ER13, ER14, EG7, RC8.2: what comes back of recoveries that were ordered: never more than is asked, never what did not arrive; and when a case is settled.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(52);
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
-- The call that records a receipt of October. Parameters: number of the person; baht; programme; whose money; day; number of the recovery.
CREATE FUNCTION pg_temp.receipt(number integer, amount text, programme text DEFAULT 'elderly', payer text DEFAULT 'local_authority', day text DEFAULT '2026-11-02', recovery integer DEFAULT 1) RETURNS text
  LANGUAGE sql AS $$ SELECT format('SELECT payment.record_receipt(%L, %L, ''2026-10-01'', %s, %L, %s, %L, ''ใบเสร็จ 1'')', pg_temp.id(number), programme, recovery, payer, amount, day) $$;
CREATE FUNCTION pg_temp.receive(number integer, amount text, programme text DEFAULT 'elderly', payer text DEFAULT 'local_authority') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    EXECUTE pg_temp.receipt(number, amount, programme, payer) INTO answer;
    RETURN answer;
  END $$;
-- Orders a recovery of October as the executive.
CREATE FUNCTION pg_temp.order_it(number integer, outcome payment.recovery_outcome DEFAULT 'due', programme reference.programme_name DEFAULT 'elderly') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.sign('executive');
    answer := payment.decide_recovery(pg_temp.person(number), programme, '2026-10-01', 1, outcome, '9/2570', 'รายงาน');
    PERFORM pg_temp.sign('officer');
    RETURN answer;
  END $$;
-- Gives cash of October, as an officer.
CREATE FUNCTION pg_temp.give(number integer, programme reference.programme_name DEFAULT 'elderly', payer reference.payer_name DEFAULT 'local_authority') RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.sign('officer');
    RETURN payment.record_payout(pg_temp.person(number), programme, '2026-10-01', payer => payer, identity_document => 'บัตรประชาชน');
  END $$;
CREATE FUNCTION pg_temp.case_of(number integer) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN RETURN (SELECT state FROM registry.recovery_case WHERE thai_id = pg_temp.id(number)::welfare.thai_id); END $$;

-- How October's recoveries stand, as an officer sees them.
CREATE FUNCTION pg_temp.standings() RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.sign('officer');
    RETURN (SELECT string_agg(right(national_id::text, 4)::integer / 10 || ' ' || standing, ', ' ORDER BY national_id) FROM payment.adjustments('2026-10-01', '2026-10-01'));
  END $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
-- all in cash: 1 with a top-up, 2 is not given it, 3 it is let be, 4 never had the right, 5 with a welfare card, 6 never had the right and was not given it
SELECT is((SELECT refused FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(1), 'top_up', '50'), jsonb_build_object('thai_id', pg_temp.id(2)), jsonb_build_object('thai_id', pg_temp.id(3)),
  jsonb_build_object('thai_id', pg_temp.id(4), 'claimed_on', '01/08/2569', 'ordered_on', '05/08/2569'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'programme', 'disability', 'facts', '{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}'),
  jsonb_build_object('thai_id', pg_temp.id(6), 'claimed_on', '01/08/2569', 'ordered_on', '05/08/2569'))), 0, 'all are taken');
SELECT pg_temp.pay('2026-10-01') \g /dev/null
SELECT is(pg_temp.give(1) || pg_temp.give(3) || pg_temp.give(4) || pg_temp.give(5, 'disability') || pg_temp.give(5, 'disability', 'welfare_card_fund'), 'donedonedonedonedone', 'ER13: October is given');
-- they had died in September
SELECT pg_temp.is_day('2026-10-02') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.dispose(pg_temp.person(number), 'died', '2026-09-20', '2026-10-02') FROM unnest('{1,2,3,5}'::integer[]) AS number \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', programme, kind, cause, adjustments, trim_scale(allowance), trim_scale(top_up), trim_scale(other_payers)), ', ' ORDER BY programme) FROM payment.record_adjustments('2026-10-01', '2026-10-01')),
  'elderly recovery death 3 -2100 -50 0, disability recovery death 1 -800 0 -200', 'ER14: what was paid too much is proposed to be asked back');

-- only what was ordered
SELECT is(pg_temp.standings(), '1 proposed, 2 proposed, 3 proposed, 5 proposed', 'ER14: each is shown as proposed');
SELECT pg_temp.is_day('2026-11-02') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.receipt(1, '1')), 'WF450', 'ER14!: of what nobody ordered nothing is received');
SELECT is(pg_temp.order_it(1) || pg_temp.order_it(2) || pg_temp.order_it(5, 'due', 'disability'), 'donedonedone', 'ER14: the executive orders it');
SELECT is(pg_temp.refused(pg_temp.receipt(3, '1')), 'WF450', 'ER14!: nor of another that is proposed');
SELECT is(pg_temp.refused(pg_temp.receipt(1, '1', recovery => 2)), 'WF450', 'ER14!: nor of one that is not there');
SELECT is(pg_temp.order_it(3, 'not_recovered') || pg_temp.refused(pg_temp.receipt(3, '1')), 'doneWF450', 'ER14, EG7, ER14!: what is let be is not received');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.refused(pg_temp.receipt(1, '1')), 'WF450', 'IS9.2, ER14!: nor another authority''s');
SELECT is((SELECT string_agg((SELECT pg_temp.refused(pg_temp.receipt(1, '1')) FROM pg_temp.act_as(duty, code)), ' ') FROM (VALUES ('province', 73), ('department', NULL), ('administrator', NULL)) AS other (duty, code)), '42501 42501 42501',
  'ER14!: nor by anybody above it');

-- how much
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT string_agg(pg_temp.refused(pg_temp.receipt(1, amount)), ' ') FROM unnest('{0,-1,0.001}'::text[]) AS amount), 'WF453 WF453 WF453', 'ER14!: it is an amount in baht');
SELECT is(pg_temp.refused(pg_temp.receipt(1, 'NULL')) || pg_temp.refused(pg_temp.receipt(1, '''NaN''')), 'WF010WF453', 'ER14!: which is a number');
SELECT is(pg_temp.refused(pg_temp.receipt(1, '1', day => '2026-11-03')), 'WF016', 'ER14!: received on a day that has come');
SELECT is(pg_temp.refused(replace(pg_temp.receipt(1, '1'), 'ใบเสร็จ 1', ' ')), 'WF010', 'ER14!: with a receipt');
SELECT is(pg_temp.refused(pg_temp.receipt(1, '750.01')), 'WF451', 'ER14!: one satang over is more than is asked');
SELECT is(pg_temp.refused(pg_temp.receipt(1, '750')), 'taken', 'ER14: all of it is not');
SELECT is(pg_temp.receive(1, '680'), 'done', 'ER14: a part is received');
SELECT is(pg_temp.standings(), '1 due, 2 due, 3 not_recovered, 5 due', 'ER14: then as ordered, or let be; also that of which a part has come');
SELECT is(pg_temp.refused(pg_temp.receipt(1, '70.01')), 'WF451', 'ER14!: of the rest again not one satang over');
SELECT is(pg_temp.receive(1, '69.99'), 'done', 'ER14: nor the whole of it');
SELECT is(pg_temp.refused(pg_temp.receipt(1, '0.02')) || pg_temp.refused(pg_temp.receipt(1, '0.01')), 'WF451taken', 'ER14, ER14!: one satang is left');
SELECT is(pg_temp.receive(1, '0.01') || pg_temp.refused(pg_temp.receipt(1, '0.01')), 'doneWF451', 'ER14, ER14!: then nothing');
RESET ROLE;
SELECT results_eq('SELECT receipt_number, amount::numeric, document, recorded_by FROM payment.receipt ORDER BY receipt_number',
  $$VALUES (1::smallint, 680::numeric, 'ใบเสร็จ 1', 'officer'), (2::smallint, 69.99, 'ใบเสร็จ 1', 'officer'), (3::smallint, 0.01, 'ใบเสร็จ 1', 'officer')$$, 'ER14: each receipt is kept');
SELECT results_eq('SELECT budget_type::text COLLATE "default", amount::numeric, debit::text COLLATE "default", credit::text COLLATE "default", cycle_month::date FROM payment.ledger_entry WHERE step = ''recovered'' ORDER BY entry_number',
  $$VALUES ('general', 680::numeric, 'recovered', 'paid', DATE '2026-10-01'), ('general', 20, 'recovered', 'paid', '2026-10-01'), ('own', 49.99, 'recovered', 'paid', '2026-10-01'), ('own', 0.01, 'recovered', 'paid', '2026-10-01')$$,
  'ER13, IS8.5: the allowance first, then what the authority added, out of what was paid');

-- whose money it was
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.receipt(5, '200.01', 'disability', 'welfare_card_fund')) || pg_temp.refused(pg_temp.receipt(5, '800.01', 'disability')), 'WF451WF451', 'RC8.2!: no payer gets back more than it paid');
SELECT is(pg_temp.receive(5, '200', 'disability', 'welfare_card_fund') || pg_temp.receive(5, '800', 'disability'), 'donedone', 'RC8.2: each gets back its own');
SELECT is(pg_temp.refused(pg_temp.receipt(1, '1', payer => 'welfare_card_fund')), 'WF451', 'RC8.2!: who paid nothing gets nothing');

SELECT is(pg_temp.standings(), '1 settled, 2 due, 3 not_recovered, 5 settled', 'ER14: what has come back, from every payer, is shown as settled');

-- what did not arrive
SELECT is(pg_temp.refused(pg_temp.receipt(2, '0.01')), 'WF452', 'ER14!: of what did not arrive nothing is received');
SELECT is(payment.return_cash(pg_temp.person(2), 'elderly', '2026-10-01', 0, 'ถึงแก่ความตาย') || pg_temp.refused(pg_temp.receipt(2, '0.01')), 'doneWF452', 'ER14!: nor of what came back');
SELECT is(pg_temp.balances(), 'budget -4550, sent 700, paid 1400, returned 700, recovered 1750', 'ER13: the ledger, to the satang');

-- a case
SELECT pg_temp.is_day('2026-10-02') \g /dev/null
CREATE FUNCTION pg_temp.remove(number integer) RETURNS text
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
    PERFORM pg_temp.become('welfare_admin');
    RETURN (SELECT coalesce(sum(adjustments), 0) FROM payment.record_adjustments('2026-10-01', '2026-10-01'));
  END $$;
SELECT is(pg_temp.remove(4) || pg_temp.remove(6), '00', 'EG7!: that somebody never had the right asks for nothing before the executive orders it');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT registry.decide_recovery(pg_temp.person(number), 'elderly', 1, true, '4/2570', 'ไม่สุจริต', '2026-10-20') FROM unnest('{4,6}'::integer[]) AS number \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', kind, cause, adjustments, trim_scale(allowance)), ', ') FROM payment.record_adjustments('2026-10-01', '2026-10-01')), 'recovery never_entitled 2 -1400', 'EG7: then all that was paid is');
SELECT is((SELECT payment.settle_recoveries()), 0, 'EG7!: and the case is not settled before it comes');
SELECT pg_temp.is_day('2026-11-02') \g /dev/null
SELECT is(pg_temp.order_it(4) || pg_temp.receive(4, '699.99') || ' ' || pg_temp.case_of(4), 'donedone to_recover', 'EG7!: nor by all but a satang');
SELECT is(pg_temp.receive(4, '0.01') || ' ' || pg_temp.case_of(4), 'done settled', 'EG7: with the last satang it is');
SELECT is(pg_temp.case_of(6), 'to_recover', 'EG7!: another''s is not');
-- 6 was not given it: what comes back is offset by the next payroll that would pay it
SELECT is(payment.return_cash(pg_temp.person(6), 'elderly', '2026-10-01', 0, 'ไม่มารับ') || payment.repair_payment(pg_temp.person(6), 'elderly', '2026-10-01', document => 'x'), 'donedone', 'ER13: what was not collected is repaired');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.approve('2026-11-01') \g /dev/null
SELECT is(pg_temp.payments(6), '[10:700]', 'ER14!: and is not paid');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.decide_recovery(%L, ''elderly'', ''2026-10-01'', 1, ''due'', ''1'', ''x'')', pg_temp.id(6))), 'WF454', 'ER14!: nor asked for');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(payment.settle_recoveries() || ' ' || pg_temp.case_of(6), '1 settled', 'EG7: and the case is settled by the offset');
SELECT is(payment.settle_recoveries(), 0, 'EG7!: once');
SELECT is(pg_temp.standings(), '1 settled, 2 due, 3 not_recovered, 4 settled, 5 settled, 6 settled', 'ER14: so is what was offset, though nobody decided on it');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', programme, standing, adjustments), ', ' ORDER BY programme, standing) FROM payment.adjustment_totals('2026-10-01', '2026-10-01')),
  'elderly due 1, elderly not_recovered 1, elderly settled 3, disability settled 1', 'ER14: and in sum');

-- what is offset of arrears leaves out what an unpaid line, itself offset in part, can still bear
SELECT is((SELECT refused FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(7), 'claimed_on', '02/11/2569', 'ordered_on', '02/11/2569'))), 0, 'one more, from December');
RESET ROLE;
CREATE FUNCTION pg_temp.find(number smallint, baht numeric) RETURNS void
  LANGUAGE sql SECURITY DEFINER AS $$
    INSERT INTO payment.adjustment (thai_id, recorded_at, month, authority_code, programme, kind, cause, adjustment_number, claim_number, district_code, province_code, sensitive,
                                    allowance, top_up, other_payers, rule, recorded_by)
    SELECT thai_id, clock_timestamp(), month, authority_code, programme, CASE WHEN baht > 0 THEN 'arrears' ELSE 'recovery' END::payment.adjustment_kind, 'rate_changed', number, claim_number,
           district_code, province_code, false, baht, 0, 0, '{}', 'test' FROM payment.line WHERE thai_id = pg_temp.person(7) AND month = '2026-12-01' $$;
SELECT pg_temp.is_day('2026-12-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-12-01') \g /dev/null
SELECT pg_temp.find(1::smallint, -300) \g /dev/null
SELECT pg_temp.approve('2026-12-01') \g /dev/null
SELECT pg_temp.disburse('2026-12-01') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.return_cash(pg_temp.person(7), 'elderly', '2026-12-01', 0, 'ไม่มารับ') \g /dev/null
SELECT is(pg_temp.payments(7), '[12:400]', 'ER14: 300 are offset, and 400 come back');
-- 500 more are asked back and 200 found lacking: the line can bear 400
SELECT pg_temp.find(2::smallint, -500), pg_temp.find(3::smallint, 200) \g /dev/null
SELECT pg_temp.is_day('2027-01-04') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2027-01-01') \g /dev/null
SELECT pg_temp.approve('2027-01-01') \g /dev/null
SELECT is(pg_temp.payments(7), '[12:400] 12+3:100 01:700', 'ER14!: of arrears beside a line that was offset in part no more is paid than what the line cannot bear');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.repair_payment(pg_temp.person(7), 'elderly', '2026-12-01', document => 'x') \g /dev/null
SELECT pg_temp.is_day('2027-02-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2027-02-01') \g /dev/null
SELECT pg_temp.approve('2027-02-01') \g /dev/null
SELECT is(pg_temp.payments(7), '[12:400] 12+3:100 01:700 02:700', 'ER14!: the line, once repaired, is wholly offset');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.asked_back(pg_temp.person(7))), 0::bigint, 'ER14: and nothing is asked any more');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(name || ' ' || found || ' ' || coalesce(example, ''), ', ') FROM job.check_invariants() WHERE NOT ok), NULL, 'QR8: everything that must be true is');

-- whatever path is taken
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT is((SELECT string_agg(pg_temp.refused(statement), ' ') FROM (VALUES ('UPDATE payment.receipt SET amount = 1'), ('DELETE FROM payment.receipt'), ('TRUNCATE payment.receipt')) AS tried (statement)), 'WF064 WF064 WF064', 'ER14!: a receipt is evidence');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;

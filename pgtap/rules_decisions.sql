-- DE1–DE9, DE12, DE16–DE21: what was decided where the documents are silent, for and against, on both sides of each boundary. Days and baht
-- are worked out by hand in the comments. The decisions about moves, objections and prisons' officers are proved with what they govern.
\ir fixture.psql
\ir form.psql
\ir rules.psql
SELECT no_plan();
SET LOCAL welfare.business_date = '2026-10-20';
-- A fact of a claim that became known on a day. Parameters: number; programme; terms that change; day from which they are true; today.
CREATE FUNCTION pg_temp.learn(number integer, programme text, differs text[], since date, today date DEFAULT '2026-10-20') RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    plain text[] := (SELECT string_to_array(btrim(facts::text, '{}'), ',') FROM registry.claim WHERE thai_id = pg_temp.id(learn.number)::welfare.thai_id AND claim.programme::text = learn.programme AND state = 'live');
  BEGIN
    RETURN pg_temp.officer(learn.today, format('registry.edit_beneficiary(%L, %L, %L)', pg_temp.id(learn.number),
      jsonb_build_object('programmes', jsonb_build_array(jsonb_build_object('programme', learn.programme, 'facts', pg_temp.facts_but(plain, VARIADIC learn.differs)))), learn.since));
  END $$;

-- DE1, DE2, DE7 ---------------------------------------------------------------------------------------------------------------------------
-- claims of March 2560, 79 and 39 years old: 700 and 800
SELECT is(pg_temp.take(VARIADIC ARRAY[pg_temp.elderly(10, differs => '{!in_house_register}'), pg_temp.elderly(19, differs => '{!thai_nationality}')] || ARRAY(SELECT pg_temp.disabled(number, differs => '{!disability_card}') FROM generate_series(1, 3) AS number) || ARRAY(SELECT pg_temp.disabled(number) FROM generate_series(4, 9) AS number)
  || ARRAY(SELECT pg_temp.elderly(number, differs => '{state_pension,!disability_allowance,!aids_allowance}') FROM generate_series(11, 13) AS number)
  || ARRAY(SELECT pg_temp.elderly(number, differs => '{!disability_allowance,!aids_allowance}') FROM generate_series(14, 18) AS number)), NULL, 'people whose facts change');
SELECT is(pg_temp.learn(number, programme, differs, since), 'done', format('learnt of %s: %s from %s', number, differs, since)) FROM (VALUES
  (10, 'elderly', '{in_house_register}'::text[], DATE '2026-09-01'), (19, 'elderly', '{thai_nationality}', '2026-09-01'), (1, 'disability', '{disability_card}'::text[], DATE '2026-08-31'), (2, 'disability', '{disability_card}', '2026-09-01'),
  (4, 'disability', '{!disability_card}', '2026-09-02'), (5, 'disability', '{!disability_card}', '2026-09-01'), (6, 'disability', '{welfare_card}', '2026-09-01'), (7, 'disability', '{welfare_card}', '2026-09-02'), (8, 'disability', '{state_shelter}', '2026-09-02'),
  (9, 'disability', '{state_shelter}', '2026-09-01'), (11, 'elderly', '{!state_pension}', '2026-09-01'), (12, 'elderly', '{!state_pension}', '2026-09-02'), (14, 'elderly', '{!in_house_register}', '2026-09-02'),
  (15, 'elderly', '{!in_house_register}', '2026-09-01'), (16, 'elderly', '{state_pension}', '2026-09-02'), (17, 'elderly', '{state_pension}', '2026-09-01'), (18, 'elderly', '{!thai_nationality}', '2026-08-15')) AS each (number, programme, differs, since);
SELECT is(pg_temp.learn(3, 'disability', '{disability_card}', '2026-08-31') || pg_temp.learn(3, 'disability', '{!disability_card}', '2026-09-01'), 'donedone', 'a card of one day');
SELECT is(pg_temp.gives(1, 'disability', '2569-08', '2569-09'), 'unmet 800', 'DE1: a card held on 31 August and on 1 September counts in September');
SELECT is(pg_temp.gives(2, 'disability', '2569-09', '2569-10'), 'unmet 800', 'DE1!: one held from 1 September does not: it was not held on the eve');
SELECT is(pg_temp.gives(3, 'disability', '2569-09'), 'unmet', 'DE1!: nor one held on the eve alone');
SELECT is(pg_temp.gives(number, 'elderly', '2569-09', '2569-10'), 'unmet 700', 'DE1!: so with ' || what) FROM (VALUES (10, 'a register entered on 1 September'), (19, 'a nationality acquired on it')) AS each (number, what);
SELECT is(pg_temp.gives(4, 'disability', '2569-09', '2569-10'), '800 800!', 'DE1: lost on 2 September: September in full');
SELECT is(pg_temp.gives(5, 'disability', '2569-08', '2569-09'), '800 800!', 'DE1!: lost by 1 September: September no longer by right');
SELECT is(pg_temp.gives(14, 'elderly', '2569-09', '2569-10') || ' ' || pg_temp.gives(15, 'elderly', '2569-08', '2569-09'), '700 700! 700 700!', 'DE1, DE1!: the house register as well');
SELECT is(pg_temp.gives(11, 'elderly', '2569-08', '2569-09'), 'unmet 700', 'DE2: a pension that ended by 1 September bars nothing in September, whatever the eve');
SELECT is(pg_temp.gives(12, 'elderly', '2569-09', '2569-10'), 'unmet 700', 'DE2!: one that ends on the 2nd still bars September');
SELECT is(pg_temp.gives(17, 'elderly', '2569-08', '2569-09') || ' ' || pg_temp.gives(16, 'elderly', '2569-09', '2569-10'), '700 700! 700 700!', 'DE2, DE2!: one that begins on 1 September counts in September, on the 2nd in October');
SELECT is(pg_temp.gives(9, 'disability', '2569-08', '2569-09') || ' ' || pg_temp.gives(8, 'disability', '2569-09', '2569-10'), '800 800! 800 800!', 'DE2, DE2!: the shelter as well');
SELECT is(pg_temp.gives(6, 'disability', '2569-08', '2569-09') || ' ' || pg_temp.gives(7, 'disability', '2569-09', '2569-10'), '800 800+200 800 800+200', 'DE2, DE2!: the welfare card, by the 1st');
-- DE7
SELECT is(pg_temp.gives(18, 'elderly', '2569-08', '2569-09', '2569-10'), '700 700! 700!', 'DE7: a qualification lost after the first payment: paid on, marked, until an order');
SELECT is(pg_temp.gives(13, 'elderly', '2569-09', '2569-10'), 'unmet unmet', 'DE7!: who never was entitled is not paid on');
SELECT is(pg_temp.gives(3, 'disability', '2569-10'), 'unmet', 'DE7!: nor who held a card for a day that made no month');
SELECT pg_temp.pay('2026-10-20', '2026-09-01') \g /dev/null
SELECT set_eq($$SELECT thai_id::text FROM payment.line WHERE month = '2026-09-01' AND pending_removal$$, ARRAY(SELECT pg_temp.id(number) FROM unnest('{5,9,15,17,18}'::integer[]) AS number), 'DE7: the payroll marks those, and nobody else');
SELECT pg_temp.end_claim(18, 'elderly', 'disqualified', '2026-10-05') \g /dev/null
SELECT is(pg_temp.gives(18, 'elderly', '2569-10', '2569-11'), '700! -', 'DE6, DE7!: after the order not any more');
SAVEPOINT law;
UPDATE reference.continuation SET until_order = false WHERE programme = 'elderly';
SELECT is(pg_temp.gives(15, 'elderly', '2569-08', '2569-09'), '700 unmet', 'DE7!: a dated row decides whether it goes on');
ROLLBACK TO law;

-- ER14: suspended by an order of 20 August --------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.elderly(22), pg_temp.elderly(23)), NULL, 'two more');
SELECT pg_temp.suspend(22, 'elderly', '2026-08-20') \g /dev/null
SELECT is(pg_temp.gives(22, 'elderly', '2569-08', '2569-09'), '700 suspended', 'ER14: the month of the order is the last');
SELECT is(pg_temp.gives(23, 'elderly', '2569-08', '2569-09'), '700 700', 'nobody else is');

-- DE3 -----------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.ends(programme, 'died', '2026-09-01', '2026-10-10') || ' ' || pg_temp.ends(programme, 'died', '2026-09-30', '2026-10-10'), '2569-09 2569-09', 'DE3, ER13, DR13: a death on the 1st pays that month: ' || programme) FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
SELECT is(pg_temp.ends(programme, 'died', '2026-08-31', '2026-10-10'), '2569-08', 'DE3!, ER13!: a death on 31 August pays no September: ' || programme) FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
SELECT is(pg_temp.take(pg_temp.elderly(20), pg_temp.elderly(21)), NULL, 'two who die');
SELECT pg_temp.end_claim(20, 'elderly', 'died', '2026-09-01'), pg_temp.end_claim(21, 'elderly', 'died', '2026-08-31') \g /dev/null
SELECT is(pg_temp.gives(20, 'elderly', '2569-08', '2569-09', '2569-10') || ' ' || pg_temp.gives(21, 'elderly', '2569-08', '2569-09'), '700 700 - 700 -', 'DE3, DE3!: on 1 September and on 31 August');

-- DE4 -----------------------------------------------------------------------------------------------------------------------------------
-- 30: 60 complete on 14 March 2562, 59 when the year began. 31: on 14 January 2565, with the addition of April. 32: 69 when the year began,
-- 70 complete on 14 March 2562. 33: 59 all of September 2566's month, 60 complete on 14 September 2566.
SELECT is(pg_temp.take(pg_temp.elderly(30, '15/03/2502', '30/09/2561'), pg_temp.elderly(31, '15/01/2505', '01/03/2564'), pg_temp.elderly(32, '15/03/2492', '30/09/2561'), pg_temp.elderly(33, '15/09/2506', '01/03/2566')), NULL, 'people below a step when the year began');
SELECT is(pg_temp.gives(30, 'elderly', '2562-04', '2562-09', '2562-10'), '600 600 600', 'DE4: 59 when the fiscal year began counts as 60 for the rate');
SELECT is(pg_temp.gives(31, 'elderly', '2565-02', '2565-04', '2565-09'), '600 700 700', 'DE4: for both components');
SELECT is(pg_temp.gives(30, 'elderly', '2561-11', '2562-03') || ' ' || pg_temp.gives(31, 'elderly', '2565-01'), '- - -', 'DE4!: but nobody is paid before 60 is complete');
SELECT is(pg_temp.gives(32, 'elderly', '2562-04', '2562-10'), '600 700', 'DE4!: and no other age is raised');
SELECT is(pg_temp.gives(33, 'elderly', '2566-09', '2566-10'), '- 600', 'DE4!: from September 2566 there is no such year');

-- DE5 -----------------------------------------------------------------------------------------------------------------------------------
-- 18 complete on 28 February 2569 (born on 1 March 2551, or on 29 February), on 27 February (the 28th), on 1 March (2 March)
SELECT is(pg_temp.take(pg_temp.disabled(40, '01/03/2551', '01/02/2564'), pg_temp.disabled(41, '02/03/2551', '01/02/2564'), pg_temp.disabled(42, '29/02/2551', '01/02/2564'), pg_temp.disabled(43, '28/02/2551', '01/02/2564'), pg_temp.disabled(44, '01/02/2551', '01/02/2564')), NULL, 'people who become 18');
SELECT is(pg_temp.gives(number, 'disability', '2569-02', '2569-03'), '1000 800', 'DE5: ends with February: number ' || number) FROM unnest('{40,42,43}'::integer[]) AS number;
SELECT is(pg_temp.gives(44, 'disability', '2569-01', '2569-02'), '1000 800', 'DE5: born on 1 February: that month is 800');
SELECT is(pg_temp.gives(41, 'disability', '2569-03', '2569-04'), '1000 800', 'DE5!: 18 complete on 1 March: March is still under 18');

-- DE6 -----------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.ends(programme, 'waived', '2026-08-31', '2026-10-10') || ' ' || pg_temp.ends(programme, 'waived', '2026-09-01', '2026-10-10'), '2569-08 2569-09', 'DE6: a waiver takes effect the month after it: ' || programme) FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
SELECT isnt(pg_temp.ends(programme, 'waived', '2026-08-31', '2026-10-10'), '2569-10', 'DE6!: not the month after its order: ' || programme) FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
SELECT is(pg_temp.ends(programme, 'disqualified', '2026-07-10', '2026-08-31') || ' ' || pg_temp.ends(programme, 'disqualified', '2026-07-10', '2026-09-01'), '2569-08 2569-09', 'DE6: a removal the month after the order: ' || programme) FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
SELECT isnt(pg_temp.ends(programme, 'disqualified', '2026-07-10', '2026-08-31'), '2569-07', 'DE6!: not the month after the finding: ' || programme) FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
-- posted on 1 September: objections to the end of the 16th
SELECT is(reference.deadline_after('public_notice', '2026-09-01') + 1, '2026-09-17'::date, 'DE6: the first lawful removal order is the posting and 16 days');
SELECT isnt(reference.deadline_after('public_notice', '2026-09-01') + 1, '2026-09-16'::date, 'DE6!: the posting and 15 days is a day too early');

-- DE8 -----------------------------------------------------------------------------------------------------------------------------------
SELECT is_empty($$SELECT programme FROM reference.criterion CROSS JOIN LATERAL unnest(welfare.rule_terms(rule)) AS asked (term) WHERE term ~ 'prison|jail|convict|correction'$$, 'DE8: no criterion asks whether somebody is in prison');
SELECT alike(pg_temp.take(pg_temp.elderly(50, differs => '{imprisoned}')), '%imprisoned%', 'DE8!: nor is there a fact by which it could bar');
SELECT is(pg_temp.take(pg_temp.elderly(51, differs => '{state_shelter,!disability_allowance,!aids_allowance}'), pg_temp.elderly(52)), NULL, 'one in a shelter, one in no shelter');
SELECT is(pg_temp.gives(52, 'elderly', '2569-08') || ' ' || pg_temp.gives(51, 'elderly', '2569-08'), '700 unmet', 'DE8, DE8!: only the state''s shelter is one');

-- DE9 -----------------------------------------------------------------------------------------------------------------------------------
-- first paid for July 2569; the fiscal year of the move ends with September 2569
SELECT is(pg_temp.ends('elderly', 'moved', day, '2026-10-05', first => '2026-07-01'), '2569-06', 'DE9: moved before the first payment, nothing is paid: ' || day) FROM unnest('{2026-06-15,2026-06-30}'::date[]) AS day;
SELECT is(pg_temp.ends('elderly', 'moved', day, '2026-10-05', first => '2026-07-01'), '2569-09', 'DE9!, ER8.3: moved later, the fiscal year is protected: ' || day) FROM unnest('{2026-07-01,2026-07-15,2026-09-30}'::date[]) AS day;
SELECT is(pg_temp.ends('elderly', 'moved', '2026-07-15', '2026-10-05', elsewhere, '2026-07-01'), last, 'ER8.4: confirmed at the new one on ' || elsewhere || ': the month of the confirmation is the old one''s, and the last') FROM (VALUES (DATE '2026-07-31', '2569-07'), ('2026-08-01', '2569-08')) AS each (elsewhere, last);
SELECT is(pg_temp.ends('elderly', 'moved', '2026-10-01', '2027-10-05', first => '2026-07-01'), '2570-09', 'DE9!: and from 1 October the next one');

-- DE12 ----------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.ends('disability', 'moved', '2026-03-10', '2026-10-05', '2026-08-20'), '2569-08', 'DE12, DR8: the old authority pays until the month of the application at the new one');
SELECT is(pg_temp.ends('disability', 'moved', '2021-01-10', '2026-10-05', '2026-08-31'), '2569-08', 'DE12: without limit');
SELECT isnt(pg_temp.ends('disability', 'moved', '2021-01-10', '2026-10-05', '2026-09-01'), '2564-09', 'DE12!: the end of the fiscal year of the move is none, which it is for the elderly');
SELECT is(pg_temp.ends('elderly', 'moved', '2021-01-10', '2026-10-05', '2026-09-01'), '2564-09', 'DE12!: for whom it is');
SAVEPOINT until_move;
UPDATE reference.ending SET last_month = 'month_of_event', claim_elsewhere_ends = false WHERE programme = 'disability' AND cause = 'moved';
SELECT is(pg_temp.ends('disability', 'moved', '2026-03-10', '2026-10-05', '2026-08-20'), '2569-03', 'DE12!: a row that says so stops it the month after the move');
ROLLBACK TO until_move;

-- DE16 ----------------------------------------------------------------------------------------------------------------------------------
INSERT INTO reference.district (district_code, province_code, name_thai, name_english) VALUES (1001, 10, 'พระนคร', 'Phra Nakhon');
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai) VALUES (1100101, 'bangkok', 1001, 10, 'กรุงเทพมหานคร');
SELECT alike(pg_temp.take(pg_temp.elderly(60, extra => '{"authority_code": "1100101"}')), '%does not pay under these regulations%', 'DE16: under Bangkok there is no claim here to pay');
SELECT is(pg_temp.take(pg_temp.elderly(60)), NULL, 'the same under another authority');
SELECT is(pg_temp.gives(60, 'elderly', '2569-08'), '700', 'DE16!: there an amount is due');
SELECT is_empty('SELECT FROM registry.claim WHERE authority_code = 1100101', 'DE16: and no amount to compute');

-- DE17 ----------------------------------------------------------------------------------------------------------------------------------
-- registered by 31 March 2552, 60 complete on 31 March and on 1 April 2552; registered on 1 April; by and after 30 September 2553
SELECT is(pg_temp.take(pg_temp.elderly(70, '01/04/2492', '31/03/2552'), pg_temp.elderly(71, '02/04/2492', '31/03/2552'), pg_temp.elderly(72, '15/06/2480', '01/04/2552'), pg_temp.elderly(73, '15/06/2480', '30/09/2553'), pg_temp.elderly(74, '15/06/2480', '01/10/2553'),
  pg_temp.elderly(75, '01/10/2493', '30/09/2553'), pg_temp.elderly(76, '02/10/2493', '30/09/2553'), pg_temp.elderly(77, '15/03/2501', '30/09/2560'), pg_temp.elderly(78, '15/03/2502', '01/10/2560'), pg_temp.elderly(79, '15/06/2490', '11/08/2566')), NULL, 'registrations under the old regulations');
SELECT is(pg_temp.gives(70, 'elderly', '2552-03', '2552-04'), '- 500', 'DE17: registered before April 2552, 60 complete on 31 March: from April 2552');
SELECT is(pg_temp.gives(71, 'elderly', '2552-04', '2552-09', '2552-10'), '- - 500', 'DE17!: 60 complete on 1 April: with the next fiscal year');
SELECT is(pg_temp.gives(72, 'elderly', '2552-05', '2552-09', '2552-10'), '- - 500', 'DE17!: registered on 1 April 2552: with the next fiscal year');
SELECT is(pg_temp.gives(73, 'elderly', '2553-09', '2553-10') || ' ' || pg_temp.gives(74, 'elderly', '2553-11', '2554-09', '2554-10'), '- 500 - - 700', 'DE17, DE17!: registered by 30 September 2553: October 2553; a day later October 2554, by then 600 and more by age');
SELECT is(pg_temp.gives(75, 'elderly', '2553-10') || ' ' || pg_temp.gives(76, 'elderly', '2553-10', '2553-11', '2554-10'), '500 - - 600', 'DE17, DE17!: 60 must be complete by 30 September');
SELECT is(pg_temp.gives(77, 'elderly', '2561-04', '2561-09', '2561-10'), '- - 600', 'DE17!: until September 2560 nobody begins during the year');
SELECT is(pg_temp.gives(78, 'elderly', '2562-03', '2562-04'), '- 600', 'DE17: from October 2560 who reaches 60 in March 2562 begins in April');
SELECT is(pg_temp.gives(79, 'elderly', '2566-08', '2566-09'), '- 700', 'DE17: in September 2566 everybody registered falls under the new regulation');

-- DE18 ----------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.disabled(80, claimed => '15/01/2553'), pg_temp.disabled(81, claimed => '01/04/2553'), pg_temp.disabled(82, claimed => '30/09/2553'), pg_temp.disabled(83, claimed => '01/10/2553'), pg_temp.disabled(84, claimed => '30/09/2558'), pg_temp.disabled(85, claimed => '01/10/2558')), NULL, 'registrations of disabled people');
SELECT is(pg_temp.gives(80, 'disability', '2553-03', '2553-04'), '- 500', 'DE18: registered before April 2553: from it');
SELECT is(pg_temp.gives(81, 'disability', '2553-05', '2553-09', '2553-10') || ' ' || pg_temp.gives(82, 'disability', '2553-09', '2553-10') || ' ' || pg_temp.gives(83, 'disability', '2553-11', '2554-09', '2554-10'), '- - 500 - 500 - - 500', 'DE18: then from the next fiscal year');
SELECT is(pg_temp.gives(85, 'disability', '2558-10', '2558-11') || ' ' || pg_temp.gives(84, 'disability', '2558-09', '2558-10'), '- 800 - 800', 'DE18, DE18!: from October 2558 the next month, and not before');

-- DE19 ----------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.aids(90, claimed => '01/02/2569', extra => '{"ordered_on": "31/05/2569"}'), pg_temp.aids(91, claimed => '01/02/2569', differs => '{!thai_nationality}', extra => '{"ordered_on": "01/06/2569"}')), NULL, 'two who are ill');
SELECT is(pg_temp.gives(90, 'aids', '2569-05', '2569-06') || ' ' || pg_temp.gives(91, 'aids', '2569-06', '2569-07'), '- 500 - 500', 'DE19: from the month after the order; nationality is not asked');
SELECT is(pg_temp.gives(90, 'aids', '2569-03', '2569-04'), '- -', 'DE19!: the application alone gives nothing');
SELECT is(pg_temp.ends('aids', 'moved', '2026-08-15', '2026-10-05') || ' ' || pg_temp.ends('aids', 'moved', '2026-09-01', '2026-10-05', '2026-09-20'), '2569-08 2569-09', 'DE19: a move stops it the month after');
SELECT isnt(pg_temp.ends('aids', 'moved', '2026-08-15', '2026-10-05', '2026-09-20'), '2569-09', 'DE19!: an application at the new one prolongs nothing');

-- DE20 ----------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.elderly(100, claimed => '15/06/2569', extra => '{"ordered_on": "20/06/2569"}'), pg_temp.disabled(100, '15/06/2490', '15/06/2569', extra => '{"ordered_on": "20/06/2569"}')), NULL, 'ordered at once');
SELECT pg_temp.pay('2026-08-15', '2026-07-01', '2026-08-01') \g /dev/null
SELECT is(pg_temp.officer('2026-09-20', 'NULL::text') IS NULL AND pg_temp.take(pg_temp.elderly(101, claimed => '15/06/2569', extra => '{"ordered_on": "18/09/2569"}'), pg_temp.disabled(101, '15/06/2490', '15/06/2569', extra => '{"ordered_on": "18/09/2569"}')) IS NULL, true, 'ordered in September');
SELECT is(pg_temp.gives(101, 'elderly', '2569-06', '2569-07') || ' ' || pg_temp.gives(101, 'disability', '2569-06', '2569-07'), '- 700 - 800', 'DE20: the order never moves the first month');
SELECT is(pg_temp.paid(101, 'elderly') || ' ' || pg_temp.paid(100, 'elderly'), 'nothing 2569-07 700, 2569-08 700', 'DE20!: without it nothing was paid');
SELECT pg_temp.pay('2026-09-20', '2026-07-01', '2026-08-01') \g /dev/null
SELECT is(pg_temp.paid(101, 'elderly') || ' ' || pg_temp.paid(101, 'disability'), '2569-07 700, 2569-08 700 2569-07 800, 2569-08 800', 'DE20: late orders make arrears');
SELECT alike(pg_temp.take(pg_temp.elderly(102, claimed => '15/06/2569', extra => '{"ordered_on": null}')), '%ordered_on is required%', 'DE20!: a claim without an order is none');

-- DE21 ----------------------------------------------------------------------------------------------------------------------------------
-- 110: 60 complete on 14 August 2569, so September; really born in June: July. 111: complete on 14 June, so July; really born in August.
SELECT is(pg_temp.officer('2026-08-20', 'NULL::text') IS NULL AND pg_temp.take(pg_temp.elderly(110, '15/08/2509', '01/03/2569'), pg_temp.elderly(111, '15/06/2509', '01/03/2569')) IS NULL, true, 'birth dates as they were first recorded');
SELECT pg_temp.pay('2026-08-20', '2026-07-01', '2026-08-01') \g /dev/null
SELECT is(pg_temp.paid(110, 'elderly') || ' ' || pg_temp.paid(111, 'elderly'), 'nothing 2569-07 600, 2569-08 600', 'paid as known then');
SELECT is(pg_temp.officer('2026-09-20', format('registry.edit_beneficiary(%L, %L)', pg_temp.id(110), '{"birth_date": "15/06/2509"}')), 'done', 'the first birth date is corrected');
SELECT is(pg_temp.officer('2026-09-20', format('registry.edit_beneficiary(%L, %L)', pg_temp.id(111), '{"birth_date": "15/08/2509"}')), 'done', 'the second, too');
SELECT pg_temp.pay('2026-09-20', '2026-07-01', '2026-08-01', '2026-09-01') \g /dev/null
SELECT is(pg_temp.paid(110, 'elderly'), '2569-07 600, 2569-08 600, 2569-09 600', 'DE21: the last recorded birth date counts for all months: earlier ones become arrears');
SELECT is(pg_temp.gives(111, 'elderly', '2569-07', '2569-08', '2569-09'), '- - 600', 'DE21: or cease to be due');
SELECT is(pg_temp.paid(111, 'elderly'), '2569-07 600, 2569-08 600, 2569-09 600', 'DE21!: but what was paid as known is not rewritten');
SELECT * FROM finish();
ROLLBACK;

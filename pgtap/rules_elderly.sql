-- ER4, ER6, ER9, ER12, ER17, ER18, EG3.1, EG4.1, EG6.2, EO1–EO3, RC7, RC8.1: the elderly allowance, rule by rule, for and against, on both
-- sides of each boundary. Days and baht are worked out by hand in the comments.
\ir fixture.psql
\ir form.psql
\ir rules.psql
SELECT no_plan();

-- ER4 -----------------------------------------------------------------------------------------------------------------------------------
-- born 1 and 2 September 2509: 60 complete on 31 August and 1 September 2569
SELECT is(pg_temp.take(pg_temp.elderly(1, '01/09/2509', '15/01/2569'), pg_temp.elderly(2, '02/09/2509', '15/01/2569')), NULL, 'two who are 59 are taken');
SELECT is(pg_temp.gives(1, 'elderly', '2569-08', '2569-09'), '- 600', 'ER4: 60 complete on 31 August: September');
SELECT is(pg_temp.gives(2, 'elderly', '2569-08', '2569-09', '2569-10'), '- - 600', 'ER4!: 60 complete on 1 September: 59 is no elderly person in September''s law');
SELECT is((SELECT string_agg(authority_type::text, ' ' ORDER BY authority_type::text) FROM reference.authority_type WHERE pays),
          'city_municipality pattaya subdistrict_administrative_organization subdistrict_municipality town_municipality', 'ER4: municipalities, subdistrict organizations and Pattaya pay');
SELECT is((SELECT string_agg(authority_type::text, ' ') FROM reference.authority_type WHERE NOT pays), 'bangkok', 'ER4!: Bangkok has its own rules');
SELECT throws_ok($$SELECT 'provincial_administrative_organization'::reference.authority_type_name$$, '22P02', NULL, 'ER4!: a provincial organization is no local authority here');

-- ER6, ER18 -----------------------------------------------------------------------------------------------------------------------------
-- born 15 June 2490, registered in March 2560: 79 in August 2569 (80 complete on 14 June 2570), so 700
CREATE TEMP TABLE barred AS SELECT 10 + (row_number() OVER ())::integer AS number, term FROM unnest('{state_pension,special_pension,state_shelter,state_salary,state_enterprise_salary,local_authority_salary}'::text[]) AS term;
SELECT is(pg_temp.take(VARIADIC ARRAY[pg_temp.elderly(3), pg_temp.elderly(4, differs => '{!thai_nationality}'), pg_temp.elderly(5, differs => '{!in_house_register}'),
    pg_temp.elderly(6, differs => '{?thai_nationality}'), pg_temp.elderly(7, differs => '{?state_pension}')]
  || ARRAY(SELECT pg_temp.elderly(number, differs => ARRAY[term, '!disability_allowance', '!aids_allowance']) FROM barred)
  || ARRAY[pg_temp.elderly(8, differs => '{state_pension}'), pg_temp.elderly(20, differs => '{state_pension}'), pg_temp.disabled(20, '15/06/2490'), pg_temp.elderly(21, differs => '{state_salary}'), pg_temp.aids(21, '15/06/2490'),
           pg_temp.elderly(22, differs => '{state_pension,!disability_allowance,!aids_allowance}'), pg_temp.disabled(22, '15/06/2490', differs => '{state_shelter}'),
           pg_temp.elderly(23, differs => '{state_pension,!disability_allowance,!aids_allowance}'), pg_temp.disabled(23, '15/06/2490', '15/08/2569')]), NULL, 'people of every kind are taken');
SELECT is(pg_temp.gives(3, 'elderly', '2569-08'), '700', 'ER6: Thai, in the house register, 60 and registered, without a bar');
SELECT is(pg_temp.gives(4, 'elderly', '2569-08'), 'unmet', 'ER6!: not of Thai nationality');
SELECT is(pg_temp.gives(5, 'elderly', '2569-08'), 'unmet', 'ER6!: in no house register of the area');
SELECT is(pg_temp.gives(6, 'elderly', '2569-08'), 'undecided', 'ER6!: nationality not known');
SELECT is(pg_temp.gives(99, 'elderly', '2569-08'), '-', 'ER6!: who never registered nor confirmed');
SELECT is(pg_temp.gives(number, 'elderly', '2569-08'), 'unmet', 'ER6!, ER18!: barred by ' || term) FROM barred;
SELECT is(pg_temp.gives(7, 'elderly', '2569-08'), 'undecided', 'ER18!: whether there is a state pension is not known');
SELECT is(pg_temp.gives(8, 'elderly', '2569-08'), 'undecided', 'ER18!: a pension, and whether another allowance lifts the bar is not known');
SELECT is(pg_temp.gives(20, 'elderly', '2569-08') || ' ' || pg_temp.gives(21, 'elderly', '2569-08'), '700 700', 'ER18: the disability and the AIDS allowance lift the bars');
SELECT is(pg_temp.gives(22, 'elderly', '2569-08'), 'unmet', 'ER18!: not one that is not received, its own criterion unmet');
-- applied on 15 August 2569: paid from September
SELECT is(pg_temp.gives(23, 'elderly', '2569-08', '2569-09'), 'unmet 700', 'ER18, ER18!: from the month in which it is received, not before');
-- the Committee's own criterion is one row
SAVEPOINT committee;
UPDATE reference.criterion SET valid = '[2023-09-01,2026-10-01)' WHERE programme = 'elderly' AND upper(valid) IS NULL;
INSERT INTO reference.criterion (programme, valid, rule, legal_basis, certainty) VALUES ('elderly', '[2026-10-01,)', 'thai_nationality & in_house_register & aged_60 & confirmed & insufficient_income', 'ทดสอบ', 'sure');
SELECT is(pg_temp.gives(11, 'elderly', '2569-09', '2569-10'), 'unmet undecided', 'ER18: from the Committee''s row on a pension is no bar, but the income must be known');
-- ER17: on the books before 12 August 2566, of everybody whose right the new criterion would leave undecided
SELECT is(pg_temp.take(pg_temp.elderly(24, claimed => '11/08/2566'), pg_temp.elderly(25, claimed => '12/08/2566', differs => '{!insufficient_income}'), pg_temp.elderly(26, '15/10/2509', '01/09/2569', '{!insufficient_income}')), NULL, 'three more');
SELECT matches(pg_temp.gives(24, 'elderly', '2569-10'), '^700', 'ER17: who was on the books before 12 August 2566 is paid on');
SELECT is(pg_temp.gives(26, 'elderly', '2569-11'), 'unmet', 'ER17!: who confirmed under the new regulation is asked what the new criterion asks');
ROLLBACK TO committee;

-- ER17, EG3.1: grandfathered -------------------------------------------------------------------------------------------------------------
-- 30: registered 1 March 2566, born 15 November 2506: 60 complete on 14 November 2566, so December 2566, with no confirmation.
-- 31: registered 11 August 2566, 76 years old: by the old law October 2566, by the new the month after, September 2566.
-- 32: registered 11 August 2566, born 16 August 2506: 60 complete on 15 August: September. 33: born 2 September 2506: complete on 1 September: October.
-- 34: registered March 2565, 60 long complete: October 2565, paid through August and on.
SELECT is(pg_temp.take(pg_temp.elderly(30, '15/11/2506', '01/03/2566'), pg_temp.elderly(31, '15/06/2490', '11/08/2566'), pg_temp.elderly(32, '16/08/2506', '11/08/2566'), pg_temp.elderly(33, '02/09/2506', '11/08/2566'),
  pg_temp.elderly(34, '15/06/2490', '01/03/2565'), pg_temp.elderly(35, '15/06/2490', '12/08/2566'), pg_temp.elderly(36, '15/06/2490', '31/08/2566'), pg_temp.elderly(38, '15/06/2490', '15/03/2566'), pg_temp.elderly(37, '15/06/2490', '01/09/2566')), NULL, 'registrations around 12 August 2566');
SELECT is(pg_temp.gives(30, 'elderly', '2566-11', '2566-12'), '- 600', 'EG3.1: registered beforehand, 60 in November 2566: paid from December without confirming');
SELECT is(pg_temp.gives(31, 'elderly', '2566-08', '2566-09'), '- 700', 'EG3.1: registered on 11 August 2566: from September 2566, not from October');
SELECT is(pg_temp.gives(32, 'elderly', '2566-08', '2566-09'), '- 600', 'EG3.1: 60 complete on 15 August 2566: from September');
SELECT is(pg_temp.gives(33, 'elderly', '2566-09', '2566-10'), '- 600', 'EG3.1!: not before the month in which they qualify: 60 complete on 1 September');
SELECT is(pg_temp.gives(31, 'elderly', '2566-07', '2566-08'), '- -', 'EG3.1!: nor in a month of the old regulation, which would have begun in October');
SELECT is(pg_temp.gives(38, 'elderly', '2566-08', '2566-09'), '- 700', 'EG3.1!: registered in March for October 2566: September, and not August');
SELECT is(pg_temp.begins(30, 'elderly') || ' ' || pg_temp.begins(33, 'elderly') || ' ' || pg_temp.begins(38, 'elderly'), '2566-12 2566-10 2566-09', 'EG3.1: those are their first months on record');
SELECT is(pg_temp.gives(34, 'elderly', '2565-09', '2565-10', '2566-08', '2566-09', '2569-08'), '- 700 700 700 700', 'ER17: on the books before 12 August 2566: paid before and after, with no confirmation');
SELECT is(pg_temp.gives(37, 'elderly', '2566-09', '2566-10'), '- 700', 'ER17!: the new law''s own: confirmed on 1 September 2566, October');

-- EG4.1 ---------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.elderly(40, '01/09/2506', '31/08/2566'), pg_temp.elderly(41, '01/09/2506', '01/09/2566'), pg_temp.elderly(42, '02/09/2506', '31/08/2566'), pg_temp.elderly(43, '15/09/2507', '01/10/2566'),
  pg_temp.elderly(44, '15/06/2490', '15/06/2567'), pg_temp.elderly(45, '15/06/2490', '31/08/2566', extra => '{"ordered_on": "15/01/2567"}'), pg_temp.elderly(46, '29/02/2507', '01/02/2567'), pg_temp.elderly(47, '28/02/2507', '31/01/2567')), NULL, 'confirmations around the 1st');
SELECT is(pg_temp.gives(40, 'elderly', '2566-08', '2566-09'), '- 600', 'EG4.1: born on 1 September 2506, confirmed on 31 August: September');
SELECT is(pg_temp.gives(41, 'elderly', '2566-09', '2566-10'), '- 600', 'EG4.1!: confirmed on 1 September: not September');
SELECT is(pg_temp.gives(42, 'elderly', '2566-09', '2566-10'), '- 600', 'EG4.1!: born on 2 September: not September, whenever confirmed');
SELECT is(pg_temp.gives(35, 'elderly', '2566-08', '2566-09') || ' ' || pg_temp.gives(36, 'elderly', '2566-08', '2566-09'), '- 700 - 700', 'EG4.1: confirmed on 12 or on 31 August 2566: September');
-- 60 complete on 14 September 2567
SELECT is(pg_temp.gives(43, 'elderly', '2566-11', '2567-09', '2567-10'), '- - 600', 'EG4.1: an early confirmation waits, and delays nothing');
SELECT is(pg_temp.begins(43, 'elderly'), '2567-10', 'EG4.1!: nor is it recorded for an earlier month');
SELECT is(pg_temp.gives(44, 'elderly', '2567-05', '2567-06', '2567-07'), '- - 700', 'EG4.1!: a late confirmation has no arrears');
SELECT is(pg_temp.gives(45, 'elderly', '2566-08', '2566-09'), '- 700', 'EG4.1: the day of the order, in January, delays nothing');
-- 29 February 2507 completes 60 on 28 February 2567, 28 February on the 27th: March for both, confirmed before it
SELECT is(pg_temp.gives(46, 'elderly', '2567-02', '2567-03') || ' ' || pg_temp.gives(47, 'elderly', '2567-02', '2567-03'), '- 600 - 600', 'EG4.1: born on 28 and 29 February: March');

-- EG6.2 ---------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(VARIADIC ARRAY(SELECT pg_temp.elderly(50 + place::integer, extra => jsonb_build_object('way_of_payment', way) || CASE WHEN way LIKE '%account' THEN jsonb '{"bank_code": "006", "bank_branch": "นครปฐม", "account_number": "1234567890", "account_name": "ก"}' ELSE '{}' END)
  FROM unnest('{cash_in_person,cash_to_proxy,own_account,proxy_account}'::text[]) WITH ORDINALITY AS four (way, place))), NULL, 'EG6.2: four ways to be paid');
SELECT isnt(pg_temp.take(pg_temp.elderly(55, extra => jsonb_build_object('way_of_payment', way))), NULL, 'EG6.2!: refused: ' || way) FROM unnest('{cheque,own_account,proxy_account}'::text[]) AS way;

-- ER9 -----------------------------------------------------------------------------------------------------------------------------------
-- born 1 January 2497: 70 complete on 31 December 2566. 2 January: on 1 January 2567. 29 February 2499: on 28 February 2569; 1 March: that day
-- too; 2 March: on 1 March. 15 February 2478 is 15 February 1936 (BE − 542): 90 complete on 14 February 2026. Year 2479 alone: 1 April 1936,
-- 90 complete on 31 March 2026. 31 March 2479 is 1937: 90 complete on 30 March 2027.
SELECT is(pg_temp.take(pg_temp.elderly(60, '01/01/2497'), pg_temp.elderly(61, '02/01/2497'), pg_temp.elderly(62, '29/02/2499'), pg_temp.elderly(63, '01/03/2499'), pg_temp.elderly(64, '02/03/2499'),
  pg_temp.elderly(65, '15/02/2478'), pg_temp.elderly(66, '00/00/2479'), pg_temp.elderly(67, '31/03/2479'), pg_temp.elderly(68, '31/10/2486'), pg_temp.elderly(69, '31/08/2476')), NULL, 'people near a step');
SELECT is(pg_temp.gives(60, 'elderly', '2566-12', '2567-01'), '600 700', 'ER9: 70 complete on 31 December: from January');
SELECT is(pg_temp.gives(61, 'elderly', '2567-01', '2567-02'), '600 700', 'ER9!: 70 complete on 1 January: January stays 600');
SELECT is(pg_temp.gives(62, 'elderly', '2569-02', '2569-03') || ' ' || pg_temp.gives(63, 'elderly', '2569-02', '2569-03'), '600 700 600 700', 'ER9: born on 29 February or 1 March 2499: from March 2569');
SELECT is(pg_temp.gives(64, 'elderly', '2569-03', '2569-04'), '600 700', 'ER9!: born on 2 March: not in March');
SELECT is(pg_temp.gives(65, 'elderly', '2569-02', '2569-03'), '800 1000', 'ER9: 90 complete on 14 February 2569: from March');
SELECT is(pg_temp.gives(65, 'elderly', '2568-03'), '800', 'ER9!: January to March of 2478 is not 1935');
SELECT is(pg_temp.gives(66, 'elderly', '2569-03', '2569-04'), '800 1000', 'ER9: only the year 2479 known: 1 April, so from April');
SELECT is(pg_temp.gives(66, 'elderly', '2569-01', '2569-02', '2569-03'), '800 800 800', 'ER9!: and not from January');
SELECT is(pg_temp.gives(67, 'elderly', '2569-04', '2570-03', '2570-04'), '800 800 1000', 'ER9!: 31 March 2479 was in 1937: a year later than the year alone');
-- 80 complete on 30 October 2566; 90 complete on 30 August 2566
SELECT is(pg_temp.gives(68, 'elderly', '2566-10', '2566-11'), '700 800', 'ER9: 80 complete on 30 October: from November');
SELECT is(pg_temp.gives(69, 'elderly', '2566-08', '2566-09'), '800 1000', 'ER9: 90 complete on 30 August 2566: from September');

-- ER12, RC8.1 -----------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.elderly(70, '15/06/2500'), pg_temp.elderly(71, '15/06/2475')), NULL, 'one of 69 and one of 94');
SELECT is(pg_temp.gives(70, 'elderly', '2569-08') || ' ' || pg_temp.gives(3, 'elderly', '2569-08') || ' ' || pg_temp.gives(71, 'elderly', '2569-08'), '600 700 1000', 'ER12: the cabinet''s ladder of 18 October 2554');
SELECT unalike(pg_temp.gives(70, 'elderly', '2569-08') || ' ' || pg_temp.gives(3, 'elderly', '2569-08') || ' ' || pg_temp.gives(71, 'elderly', '2569-08'), '%50%', 'ER12!, RC8.4!: and none that was only proposed');
-- 64 in April 2565: 600 and 100; 74: 700 and 150; 89 (90 complete on 14 June 2565, counted from October): 800 and 200
SELECT is(pg_temp.gives(70, 'elderly', '2565-03', '2565-04', '2565-09', '2565-10'), '600 700 700 600', 'RC8.1: the addition of April to September 2565 at 60');
SELECT is(pg_temp.gives(3, 'elderly', '2565-03', '2565-04', '2565-09', '2565-10'), '700 850 850 700', 'RC8.1, RC8.1!: at 70, and neither before nor after');
SELECT is(pg_temp.gives(71, 'elderly', '2565-04', '2565-09', '2565-10'), '1000 1000 1000', 'RC8.1!: at 89 when the year began: 800 and 200, and 1,000 only when it ends');
SAVEPOINT resolution;
UPDATE reference.rate SET valid = '[2011-10-01,2026-10-01)' WHERE programme = 'elderly' AND upper(valid) IS NULL;
SELECT is(pg_temp.gives(70, 'elderly', '2569-09', '2569-10'), '600 -', 'ER12!: without a resolution in force nothing is guessed');
INSERT INTO reference.rate (programme, component, valid, ladder, legal_basis, certainty) VALUES ('elderly', 'base', '[2026-10-01,)', '60:700,70:850,80:1000,90:1250', 'ทดสอบ', 'sure');
SELECT is(pg_temp.gives(70, 'elderly', '2569-09', '2569-10'), '600 700', 'ER12: a new resolution is a row, from its month on');
ROLLBACK TO resolution;

-- EO1 -----------------------------------------------------------------------------------------------------------------------------------
-- 80: registered January 2560, 60 complete on 14 June 2560. 81, 82: registered 30 September 2560, 60 complete on 30 September and 1 October 2560.
-- 83: registered 1 October 2560, 60 complete on 1 October 2561. 84–89: 60 long complete, on both sides of the windows of 2561 and 2562.
-- 90: registered 1 November 2561, 60 complete on 14 December 2561.
SELECT is(pg_temp.take(pg_temp.elderly(80, '15/06/2500', '15/01/2560'), pg_temp.elderly(81, '01/10/2500', '30/09/2560'), pg_temp.elderly(82, '02/10/2500', '30/09/2560'), pg_temp.elderly(83, '02/10/2501', '01/10/2560'),
  pg_temp.elderly(84, '15/06/2490', '30/09/2561'), pg_temp.elderly(85, '15/06/2490', '01/10/2561'), pg_temp.elderly(86, '15/06/2490', '30/11/2561'), pg_temp.elderly(87, '15/06/2490', '01/12/2561'),
  pg_temp.elderly(88, '15/06/2490', '30/11/2562'), pg_temp.elderly(89, '15/06/2490', '01/12/2562'), pg_temp.elderly(90, '15/12/2501', '01/11/2561'), pg_temp.elderly(91, '15/06/2490', '30/09/2562'), pg_temp.elderly(92, '15/06/2490', '01/10/2562')), NULL, 'registrations of 2560 to 2562');
SELECT is(pg_temp.gives(80, 'elderly', '2560-07', '2560-09', '2560-10'), '- - 600', 'EO1: registered beforehand: from the next fiscal year');
SELECT is(pg_temp.gives(81, 'elderly', '2560-09', '2560-10') || ' ' || pg_temp.gives(82, 'elderly', '2560-10', '2561-09', '2561-10'), '- 600 - - 600', 'EO1, EO1!: 60 complete by 30 September 2560, and a day later a year more');
SELECT is(pg_temp.gives(83, 'elderly', '2561-10', '2561-11'), '- 600', 'EO1: registered from October 2560, 60 on 1 October 2561: the month after');
SELECT is(pg_temp.gives(84, 'elderly', '2561-09', '2561-10'), '- 700', 'EO1: registered on 30 September 2561: October');
SELECT is(pg_temp.gives(85, 'elderly', '2561-10', '2561-11') || ' ' || pg_temp.gives(86, 'elderly', '2561-11', '2561-12'), '- 700 - 700', 'EO1: in the window of October and November 2561: the month after');
SELECT is(pg_temp.gives(87, 'elderly', '2562-01', '2562-09', '2562-10'), '- - 700', 'EO1!: on 1 December 2561 it has closed: the next fiscal year');
SELECT is(pg_temp.gives(91, 'elderly', '2562-09', '2562-10') || ' ' || pg_temp.gives(92, 'elderly', '2562-10', '2562-11') || ' ' || pg_temp.gives(88, 'elderly', '2562-11', '2562-12'), '- 700 - 700 - 700', 'EO1: in that of 2562 too');
SELECT is(pg_temp.gives(89, 'elderly', '2563-01', '2563-09', '2563-10'), '- - 700', 'EO1!: on 1 December 2562 it has closed');
SELECT is(pg_temp.gives(90, 'elderly', '2561-12', '2562-01'), '- 600', 'EO1: in the window, 60 on 14 December 2561: January 2562');

-- EO2, RC7, EO3 -----------------------------------------------------------------------------------------------------------------------------
-- 100, 101: 70 complete on 30 September and 1 October 2562. 102: 80 complete on 14 March 2564. 103: 15 February 2473 is 1931: 90 complete on
-- 14 February 2564. 104, 105: 70 complete on 30 September and 1 October 2565. 106–108: on 30 August, 31 August, 1 September 2566.
SELECT is(pg_temp.take(pg_temp.elderly(100, '01/10/2492'), pg_temp.elderly(101, '02/10/2492'), pg_temp.elderly(102, '15/03/2484'), pg_temp.elderly(103, '15/02/2473'), pg_temp.elderly(104, '01/10/2495'), pg_temp.elderly(105, '02/10/2495'),
  pg_temp.elderly(106, '31/08/2496'), pg_temp.elderly(107, '01/09/2496'), pg_temp.elderly(108, '02/09/2496')), NULL, 'people near a step of before September 2566');
SELECT is(pg_temp.gives(100, 'elderly', '2562-09', '2562-10'), '600 700', 'EO2, RC7: 70 complete on 30 September 2562: from 1 October');
SELECT is(pg_temp.gives(101, 'elderly', '2562-10', '2562-11', '2563-09', '2563-10'), '600 600 600 700', 'EO2!, RC7!: on 1 October: a year later');
SELECT is(pg_temp.gives(102, 'elderly', '2564-03', '2564-04', '2564-09', '2564-10'), '700 700 700 800', 'EO2, EO2!: 80 in March 2564: from October, not from April');
SELECT is(pg_temp.gives(103, 'elderly', '2563-10', '2564-03', '2564-10'), '800 800 1000', 'EO2: 90 in February 2564, for January to March 2473 is 1931');
SELECT is(pg_temp.gives(104, 'elderly', '2565-03', '2565-10', '2566-08', '2566-09'), '600 700 700 700', 'EO3: 70 complete on 30 September 2565: 700 from October 2565');
SELECT is(pg_temp.gives(105, 'elderly', '2565-10', '2566-08', '2566-09'), '600 600 700', 'EO3, EO3!: a day later: August 2566 by the old regulation, September by the new');
SELECT is(pg_temp.gives(106, 'elderly', '2566-08', '2566-09') || ' ' || pg_temp.gives(107, 'elderly', '2566-08', '2566-09'), '600 700 600 700', 'EO3: a step of August 2566, the 31st too, is taken in September');
SELECT is(pg_temp.gives(108, 'elderly', '2566-09', '2566-10'), '600 700', 'EO3!: one of 1 September is not');
SELECT * FROM finish();
ROLLBACK;

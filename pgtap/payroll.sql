-- ER9, ER12, ER13, DR12, RC6–RC8, DE1–DE5, DE17–DE19: first months and amounts on both sides of every boundary.
\ir fixture.psql
SELECT plan(63);
CREATE FUNCTION pg_temp.elderly(number integer, born text, claimed text DEFAULT '01/11/2550', ordered text DEFAULT NULL) RETURNS jsonb
  LANGUAGE sql AS $$
    SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born, 'claimed_on', claimed, 'ordered_on', coalesce(ordered, claimed))
  $$;
CREATE FUNCTION pg_temp.disabled(number integer, born text, claimed text, facts text DEFAULT '!welfare_card') RETURNS jsonb
  LANGUAGE sql AS $$
    SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born, 'claimed_on', claimed, 'ordered_on', claimed, 'programme', 'disability',
                              'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter, ' || facts || '}')
  $$;
-- first month of the claim of a number, as its owner sees it
CREATE FUNCTION pg_temp.first_month(number integer) RETURNS date
  LANGUAGE sql SECURITY DEFINER AS $$ SELECT first_month FROM registry.claim WHERE thai_id = pg_temp.id(number)::welfare.thai_id $$;
-- what a month pays a number: the authority's baht and others', or nothing
CREATE FUNCTION pg_temp.paid(number integer, month date) RETURNS text
  LANGUAGE sql SECURITY DEFINER AS $$
    SELECT concat_ws('+', allowance, nullif(other_payers, 0)) FROM payment.line
     WHERE line.thai_id = pg_temp.id(number)::welfare.thai_id AND line.month = paid.month $$;

SELECT pg_temp.become('welfare_admin');
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(
  -- EG4.1, RC6: born on the 1st and on the 2nd
  pg_temp.elderly(1, '01/09/2505', '01/08/2566'),
  pg_temp.elderly(2, '02/09/2505', '01/08/2566'),
  pg_temp.elderly(3, '01/09/2506', '31/08/2566'),
  pg_temp.elderly(4, '01/09/2506', '01/09/2566'),
  pg_temp.elderly(5, '01/09/2506', '30/09/2566'),
  pg_temp.elderly(6, '02/09/2506', '31/08/2566'),
  pg_temp.elderly(7, '29/02/2507', '12/08/2566'),
  -- DE17: 30 September and 1 October, registrations before October 2560
  pg_temp.elderly(10, '01/10/2493', '30/09/2553'),
  pg_temp.elderly(11, '02/10/2493', '30/09/2553'),
  pg_temp.elderly(12, '01/10/2493', '01/10/2553'),
  -- reaching 60 during the year, registered on either side of 1 October 2560
  pg_temp.elderly(13, '15/03/2501', '30/09/2560'),
  pg_temp.elderly(14, '15/03/2501', '01/10/2560'),
  pg_temp.elderly(15, '15/03/2502', '30/09/2561'),
  -- registrations of October–November 2561, and the first of December
  pg_temp.elderly(16, '15/03/2490', '30/11/2561'),
  pg_temp.elderly(17, '15/03/2490', '01/12/2561'),
  -- EG3.1: registered before 12 August 2566 for the next fiscal year, paid from September 2566; confirmed on the 12th
  pg_temp.elderly(18, '15/03/2490', '11/08/2566'),
  pg_temp.elderly(19, '15/03/2490', '12/08/2566'),
  pg_temp.elderly(20, '01/01/2480', '01/03/2552'),
  -- steps
  pg_temp.elderly(30, '01/10/2485'),
  pg_temp.elderly(31, '02/10/2485'),
  pg_temp.elderly(32, '01/01/2497', '01/01/2558'),
  pg_temp.elderly(33, '02/01/2497', '01/01/2558'),
  pg_temp.elderly(34, '15/03/2496', '01/01/2557'),
  pg_temp.elderly(35, '15/02/2478'),
  pg_temp.elderly(36, '00/00/2479'),
  pg_temp.elderly(37, '00/07/2489'),
  pg_temp.elderly(38, '01/03/2499', '01/01/2559')
  )), ARRAY[0], 'all are taken');

SELECT is(pg_temp.first_month(3), '2023-09-01', 'EG4.1: born 1 September 2506, confirmed by 31 August 2566: September');
SELECT is(pg_temp.first_month(4), '2023-10-01', 'EG4.1: confirmed on 1 September: October');
SELECT is(pg_temp.first_month(5), '2023-10-01', 'EG4.1: confirmed on 30 September: October');
SELECT is(pg_temp.first_month(6), '2023-10-01', 'EG4.1: born 2 September 2506, confirmed in August: October');
SELECT is(pg_temp.first_month(7), '2024-03-01', 'RC6: born 29 February 2507: complete on 28 February 2567, from March');
SELECT is(pg_temp.first_month(10), '2010-10-01', 'DE17: 60 complete on 30 September 2553, registered that day: October 2553');
SELECT is(pg_temp.first_month(11), '2011-10-01', 'DE17: 60 complete on 1 October 2553: a year later');
SELECT is(pg_temp.first_month(12), '2011-10-01', 'DE17: registered on 1 October 2553: the fiscal year after');
SELECT is(pg_temp.first_month(13), '2018-10-01', 'DE17: registered by 30 September 2560, 60 during the year: the fiscal year after it');
SELECT is(pg_temp.first_month(14), '2018-10-01', 'DE17: registered on 1 October 2560: paid from the next fiscal year');
SELECT is(pg_temp.first_month(15), '2019-04-01', 'DE17: registered by September 2561, 60 in March 2562: the month after');
SELECT is(pg_temp.first_month(16), '2018-12-01', 'DE17: registered on 30 November 2561: the next month');
SELECT is(pg_temp.first_month(17), '2019-10-01', 'DE17: registered on 1 December 2561: the next fiscal year');
SELECT is(pg_temp.first_month(18), '2023-09-01', 'EG3.1: registered on 11 August 2566 for October: paid from September 2566');
SELECT is(pg_temp.first_month(19), '2023-09-01', 'EG4.1: confirmed on 12 August 2566: September 2566');
SELECT is(pg_temp.first_month(1), '2023-09-01', 'EG3.1: registered in August 2566, 60 long before: September 2566');
SELECT is(pg_temp.first_month(20), '2009-04-01', 'DE17: registered before 1 April 2552: April 2552');

SELECT payment.prepare(month::date) FROM unnest(ARRAY['2009-04-01', '2009-10-01', '2011-09-01', '2011-10-01', '2012-09-01', '2012-10-01', '2022-03-01',
  '2022-04-01', '2022-09-01', '2022-10-01', '2023-08-01', '2023-09-01', '2023-12-01', '2024-01-01', '2024-02-01', '2024-03-01', '2026-02-01',
  '2026-03-01', '2026-04-01', '2026-07-01', '2026-08-01']) AS month \g /dev/null

SELECT is(pg_temp.paid(20, '2009-04-01'), '500.00', 'RC8.1: April 2552: 500 for all');
SELECT is(pg_temp.paid(20, '2011-09-01'), '500.00', 'RC8.1: September 2554: still 500');
SELECT is(pg_temp.paid(20, '2011-10-01'), '700.00', 'RC8.1: October 2554: by age, 70–79: 700');
SELECT is(pg_temp.paid(10, '2011-10-01'), '600.00', 'RC8.1: October 2554: 60–69: 600');
-- RC7: by the fiscal year's start. Born 1 October 2485 completes 70 on 30 September 2555.
SELECT is(pg_temp.paid(30, '2012-09-01'), '600.00', 'RC7: September 2555, 70 not complete when the fiscal year began: 600');
SELECT is(pg_temp.paid(30, '2012-10-01'), '700.00', 'RC7: 70 complete on 30 September 2555: 700 from October');
SELECT is(pg_temp.paid(31, '2012-10-01'), '600.00', 'RC7: 70 complete on 1 October 2555: 600 all that fiscal year');
-- the temporary addition
SELECT is(pg_temp.paid(30, '2022-03-01'), '700.00', 'RC8.1: March 2565: 700');
SELECT is(pg_temp.paid(30, '2022-04-01'), '850.00', 'RC8.1: April 2565: 700 and 150');
SELECT is(pg_temp.paid(16, '2022-09-01'), '850.00', 'RC8.1: September 2565: still added');
SELECT is(pg_temp.paid(30, '2022-10-01'), '800.00', 'RC8.1: October 2565: 80 complete on 30 September, and nothing added');
SELECT is(pg_temp.paid(31, '2022-10-01'), '700.00', 'RC8.1: October 2565: 80 not complete, and nothing added');
-- EO3: August 2566 under the old regulation, September 2566 under the new
SELECT is(pg_temp.paid(34, '2023-08-01'), '600.00', 'EO3: 70 in March 2566: August 2566 still by the fiscal year''s start');
SELECT is(pg_temp.paid(34, '2023-09-01'), '700.00', 'EO3: September 2566 by the month');
-- ER9: the month after the step
SELECT is(pg_temp.paid(32, '2023-12-01'), '600.00', 'ER9: born 1 January 2497: December 2566: 600');
SELECT is(pg_temp.paid(32, '2024-01-01'), '700.00', 'RC6: born on the 1st: 70 complete on 31 December, 700 from January');
SELECT is(pg_temp.paid(33, '2024-01-01'), '600.00', 'RC6: born on the 2nd: January still 600');
SELECT is(pg_temp.paid(33, '2024-02-01'), '700.00', 'RC6: born on the 2nd: 700 from February');
SELECT is(pg_temp.paid(38, '2026-02-01'), '600.00', 'ER9: born 1 March 2499: February 2569: 600');
SELECT is(pg_temp.paid(38, '2026-03-01'), '700.00', 'ER9: March 2569: 700');
-- RC3, RC5: births before 2484
SELECT is(pg_temp.paid(35, '2026-02-01'), '800.00', 'RC3: 15 February 2478 is 15 February 1936: 90 complete in February 2569, February still 800');
SELECT is(pg_temp.paid(35, '2026-03-01'), '1000.00', 'RC3: and 1,000 from March 2569');
SELECT is(pg_temp.paid(36, '2026-03-01'), '800.00', 'RC5: year 2479 alone: born on 1 April 1936, March 2569 still 800');
SELECT is(pg_temp.paid(36, '2026-04-01'), '1000.00', 'RC5: 1,000 from April 2569');
SELECT is(pg_temp.paid(37, '2026-07-01'), '800.00', 'RC5: month alone counts as its 1st: July 2489 completes 80 on 30 June 2569, 800 from July');
SELECT is(pg_temp.paid(1, '2023-08-01'), NULL, 'nothing is paid before the first month');

-- disability: RC8.2, DE5, DE18, WC8
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(
  pg_temp.disabled(50, '15/06/2530', '31/03/2553'),
  pg_temp.disabled(51, '15/06/2530', '01/04/2553'),
  pg_temp.disabled(52, '15/06/2530', '30/09/2558'),
  pg_temp.disabled(53, '15/06/2530', '01/10/2558'),
  pg_temp.disabled(54, '01/03/2551', '01/02/2564', 'welfare_card'),
  pg_temp.disabled(55, '02/03/2551', '01/02/2564', 'welfare_card'),
  pg_temp.disabled(56, '02/03/2551', '01/02/2564'),
  jsonb_build_object('thai_id', pg_temp.id(57), 'birth_date', '15/06/2520', 'claimed_on', '01/02/2565', 'ordered_on', '15/05/2565', 'programme', 'aids',
                     'facts', '{in_house_register, aids_certified, cannot_work}'))), ARRAY[0], 'all are taken');
SELECT is(pg_temp.first_month(50), '2010-04-01', 'DE18: registered before April 2553: April 2553');
SELECT is(pg_temp.first_month(51), '2010-10-01', 'DE18: registered in April 2553: the next fiscal year');
SELECT is(pg_temp.first_month(52), '2015-10-01', 'DE18: registered on 30 September 2558: October 2558');
SELECT is(pg_temp.first_month(53), '2015-11-01', 'DE18: registered on 1 October 2558: the next month');
SELECT is(pg_temp.first_month(57), '2022-06-01', 'DE19: AIDS: the month after the executive''s order');
SELECT payment.prepare(month::date) FROM unnest(ARRAY['2014-09-01', '2014-10-01', '2020-09-01', '2020-10-01', '2026-02-01', '2026-03-01', '2026-04-01', '2026-08-01']) AS month \g /dev/null
SELECT is(pg_temp.paid(50, '2014-09-01'), '500.00', 'RC8.2: September 2557: 500');
SELECT is(pg_temp.paid(50, '2014-10-01'), '800.00', 'RC8.2: October 2557: 800');
SELECT is(pg_temp.paid(54, '2026-02-01'), '1000.00', 'RC8.2: under 18: 1,000 whatever the card');
SELECT is(pg_temp.paid(54, '2026-03-01'), '800.00+200.00', 'DE5: born 1 March 2551: 18 complete on 28 February 2569; from March 800, and 200 by the card''s payer');
SELECT is(pg_temp.paid(55, '2026-03-01'), '1000.00', 'DE5: born on the 2nd: March still 1,000');
SELECT is(pg_temp.paid(55, '2026-04-01'), '800.00+200.00', 'DE5: from April 800, and 200 by the card''s payer');
SELECT is(pg_temp.paid(56, '2026-04-01'), '800.00', 'RC8.2: without the card 800 alone');
SELECT is(pg_temp.paid(57, '2026-08-01'), '500.00', 'RC8.3: AIDS: 500');

RESET ROLE;
SELECT results_eq($$SELECT component::text, payer::text, amount FROM payment.line_component WHERE month = '2022-04-01' AND thai_id = pg_temp.id(30)::welfare.thai_id ORDER BY 1$$,
  $$VALUES ('additional', 'local_authority', 150.00), ('base', 'local_authority', 700.00)$$, 'RC8.1: April 2565 shows both components');
SELECT results_eq($$SELECT component::text, payer::text, amount FROM payment.line_component WHERE month = '2026-04-01' AND thai_id = pg_temp.id(55)::welfare.thai_id ORDER BY 1$$,
  $$VALUES ('base', 'local_authority', 800.00), ('welfare_card', 'welfare_card_fund', 200.00)$$, 'RC8.2: the card''s component has another payer');
SELECT is((SELECT count(*) FROM (SELECT thai_id, programme, month FROM payment.line GROUP BY 1, 2, 3 HAVING count(*) > 1) AS twice), 0::bigint, 'ER13: nobody is paid twice for a month');
SELECT is((SELECT count(*) FROM payment.line JOIN payment.tariff USING (month, tariff_id)
            WHERE line.allowance + line.other_payers <> (SELECT sum((part ->> 'amount')::numeric) FROM jsonb_array_elements(components) AS part)),
          0::bigint, 'each line is the sum of its components');
SELECT throws_ok($$INSERT INTO payment.line SELECT * FROM payment.line LIMIT 1$$, '23505', NULL, 'ER13: a second line of a person, programme and month is refused by constraint');
SELECT * FROM finish();
ROLLBACK;

-- The manual's own figures (IS10.3, figure 31): fiscal year 2553, เทศบาลตำบลดอนยายหอม, five people, 2 / 1 / 2 / 5 / 2,500.00.
\ir fixture.psql
SELECT plan(14);
SELECT pg_temp.become('welfare_admin');

-- the manual's placeholder numbers fail the check digit, and are refused
SELECT alike(pg_temp.refusal(jsonb_build_object('thai_id', repeat(digit::text, 13))), '%4444444444444%', 'RC1: the placeholder 4444444444444 is refused')
  FROM generate_series(4, 4) AS digit;
SELECT is((SELECT count(*) FROM generate_series(3, 7) AS digit WHERE welfare.is_valid_thai_id(repeat(digit::text, 13))), 0::bigint,
          'RC1: none of the manual''s placeholder numbers is a national ID');

SELECT is((SELECT array_agg(claims_added) FROM pg_temp.import(
  jsonb_build_object('thai_id', '4000000001000', 'birth_date', '01/12/2490', 'claimed_on', '15/11/2551', 'ordered_on', '20/11/2551', 'budget_type', 'specific'),
  jsonb_build_object('thai_id', '3000000007000', 'birth_date', '00/00/2480', 'claimed_on', '15/05/2552', 'ordered_on', '20/05/2552', 'budget_type', 'specific'),
  jsonb_build_object('thai_id', '5000000001008', 'birth_date', '11/05/2515', 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}',
                     'claimed_on', '01/09/2552', 'ordered_on', '15/09/2552', 'budget_type', 'specific'),
  jsonb_build_object('thai_id', '3000000004001', 'birth_date', '10/05/2515', 'programme', 'disability', 'budget_type', 'specific',
                     'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter}', 'claimed_on', '10/09/2552', 'ordered_on', '15/09/2552'),
  jsonb_build_object('thai_id', '2000000001003', 'birth_date', '00/07/2503', 'programme', 'disability', 'budget_type', 'specific',
                     'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter}', 'claimed_on', '11/09/2552', 'ordered_on', '15/09/2552'))),
  ARRAY[5], 'the five people are taken');
RESET ROLE;
SELECT is((SELECT array_agg(DISTINCT first_month::date) FROM registry.claim WHERE programme <> 'elderly'), ARRAY[DATE '2009-10-01'],
          'RC8.2, DE19: the three on assistance begin in October 2552');
SELECT is((SELECT array_agg(first_month::date ORDER BY thai_id) FROM registry.claim WHERE programme = 'elderly'), ARRAY[DATE '2009-10-01', DATE '2009-04-01'],
          'DE17: registered in May 2552 begins in October 2552, registered before April 2552 in April 2552');
SELECT pg_temp.become('welfare_admin');

SELECT is((SELECT sum(lines) FROM generate_series(DATE '2009-10-01', DATE '2010-09-01', '1 month') AS month
            CROSS JOIN LATERAL payment.prepare(month::date)), 60::numeric, 'all twelve months of the fiscal year are prepared: five lines each');
SELECT is((SELECT sum(added) FROM payment.prepare('2010-09-01')), 0::numeric, 'preparing a month again adds nothing');
SELECT throws_ok($$SELECT * FROM report.summary_by_programme(2553)$$, 'WF041', NULL, 'IS10: a year that has not been compiled is not reported');
SELECT is(report.compile(2553), 5::bigint, 'the year is closed and compiled at its September');
SELECT results_eq(
  $$SELECT province, district, local_authority, elderly, aids, disability, claims, amount FROM report.summary_by_programme(2553)$$,
  $$VALUES ('นครปฐม', 'เมืองนครปฐม', 'เทศบาลตำบลดอนยายหอม', 2::bigint, 1::bigint, 2::bigint, 5::bigint, 2500.00)$$,
  'IS10.3: 2 / 1 / 2 / 5 / 2,500.00');
SELECT is((SELECT count(*) FROM report.summary_by_programme(2553, province_code => 10)), 0::bigint, 'IS10: another province''s report is empty');

SELECT is((SELECT array_agg(claims_added) FROM pg_temp.import(
  jsonb_build_object('thai_id', '8000000001002', 'birth_date', '11/05/2515', 'programme', 'aids', 'facts', '{in_house_register, aids_certified, no_supporter}',
                     'claimed_on', '02/09/2552', 'ordered_on', '16/09/2552', 'budget_type', 'specific'))), ARRAY[1], 'one more AIDS claim');
SELECT is((SELECT sum(added) FROM payment.prepare('2010-09-01')), 1::numeric, 'adds one line to September');
SELECT report.compile(2553) \g /dev/null
SELECT results_eq(
  $$SELECT elderly, aids, disability, claims, amount FROM report.summary_by_programme(2553)$$,
  $$VALUES (2::bigint, 2::bigint, 2::bigint, 6::bigint, 3000.00)$$,
  'IS10.3: 2 / 2 / 2 / 6 / 3,000.00');
SELECT * FROM finish();
ROLLBACK;

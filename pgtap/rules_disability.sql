-- DR6, DR7, DR12, DR17, AR1, AR3, RC8.2, RC8.3: the disability and AIDS allowances, rule by rule, for and against, on both sides of each
-- boundary. Days and baht are worked out by hand in the comments.
\ir fixture.psql
\ir form.psql
\ir rules.psql
SELECT no_plan();

-- DR6: applied in March 2560, 39 years old in 2569: 800 --------------------------------------------------------------------------------
CREATE TEMP TABLE bad AS SELECT 10 + (row_number() OVER ())::integer AS number, differs, stands FROM (VALUES ('!thai_nationality', 'unmet'), ('!in_house_register', 'unmet'), ('!disability_card', 'unmet'), ('state_shelter', 'unmet'),
  ('?thai_nationality', 'undecided'), ('?in_house_register', 'undecided'), ('?disability_card', 'undecided'), ('?state_shelter', 'undecided')) AS each (differs, stands);
SELECT is(pg_temp.take(VARIADIC ARRAY[pg_temp.disabled(1), pg_temp.disabled(2, differs => '{state_pension,state_salary,!insufficient_income}'), pg_temp.disabled(3, differs => '{?welfare_card}')]
  || ARRAY(SELECT pg_temp.disabled(number, differs => ARRAY[differs]) FROM bad)), NULL, 'disabled people of every kind are taken');
SELECT is(pg_temp.gives(1, 'disability', '2569-08'), '800', 'DR6: Thai, in the house register, with a valid card, in no state institution');
SELECT is(pg_temp.gives(2, 'disability', '2569-08'), '800', 'DR6: a pension, a salary or an income is no bar');
SELECT is(pg_temp.gives(number, 'disability', '2569-08'), stands, 'DR6!: ' || differs) FROM bad;
SELECT is(pg_temp.gives(98, 'disability', '2569-08'), '-', 'DR6!: who never applied');
SELECT isnt(pg_temp.take(pg_temp.disabled(9, differs => '{?unspecified_disability}', extra => '{"facts": "{thai_nationality, in_house_register, seeing_disability, unspecified_disability}"}')), NULL, 'DR6!: a kind of disability that is unspecified and specified is refused');

-- DR7 -----------------------------------------------------------------------------------------------------------------------------------
-- amendment (2): applied from 1 October 2558 on: the next month; before it the next fiscal year, 30 September 2558 being October 2558
SELECT is(pg_temp.take(pg_temp.disabled(20, claimed => '30/09/2558'), pg_temp.disabled(21, claimed => '01/10/2558'), pg_temp.disabled(22, claimed => '15/11/2558'), pg_temp.disabled(23, claimed => '31/08/2569'), pg_temp.disabled(24, claimed => '01/09/2569'),
  pg_temp.disabled(25, claimed => '01/10/2557'), pg_temp.disabled(26, claimed => '15/11/2556'), pg_temp.disabled(27, claimed => '31/07/2569', extra => '{"ordered_on": "15/09/2569"}')), NULL, 'applications around October 2558 and September 2569');
SELECT is(pg_temp.gives(23, 'disability', '2569-08', '2569-09'), '- 800', 'DR7: applied on 31 August: September');
SELECT is(pg_temp.gives(24, 'disability', '2569-09', '2569-10'), '- 800', 'DR7!: applied on 1 September: not September');
SELECT is(pg_temp.gives(21, 'disability', '2558-10', '2558-11') || ' ' || pg_temp.gives(22, 'disability', '2558-11', '2558-12'), '- 800 - 800', 'DR7: from October 2558 on the month after, those of November 2558 too');
SELECT is(pg_temp.gives(20, 'disability', '2558-09', '2558-10') || ' ' || pg_temp.gives(25, 'disability', '2557-11', '2558-09', '2558-10') || ' ' || pg_temp.gives(26, 'disability', '2556-12', '2557-09', '2557-10'),
          '- 800 - - 800 - - 800', 'DR7!, DE18: before it not the month after, but the next fiscal year');
SELECT is(pg_temp.gives(27, 'disability', '2569-07', '2569-08'), '- 800', 'DR7: the day of the order delays nothing');

-- DR12, RC8.2 -----------------------------------------------------------------------------------------------------------------------------
-- 30: 15 June 2530, applied 2552: the whole ladder. 31: born 1 October 2545: 18 complete on 30 September 2563. 32: a day younger. Card: from 18 on.
SELECT is(pg_temp.take(pg_temp.disabled(30, claimed => '01/05/2552', differs => '{welfare_card}'), pg_temp.disabled(31, '01/10/2545', '01/05/2562', '{welfare_card}'), pg_temp.disabled(32, '02/10/2545', '01/05/2562', '{welfare_card}'),
  pg_temp.disabled(33, '29/02/2551', '01/05/2562'), pg_temp.disabled(34, '02/03/2551', '01/05/2562')), NULL, 'people for the ladder');
SELECT is(pg_temp.gives(30, 'disability', '2553-03', '2553-04', '2557-09', '2557-10', '2563-09', '2563-10'), '500 500 500 800 800 800+200', 'DR12, RC8.2: 500, from October 2557 800, from October 2563 200 of the card''s payer');
SELECT is(pg_temp.gives(3, 'disability', '2569-08') || ' ' || pg_temp.gives(1, 'disability', '2569-08'), '800 800', 'DR12!, RC8.2!: no card, or none known of: no 200');
SELECT is(pg_temp.gives(31, 'disability', '2563-09', '2563-10') || ' ' || pg_temp.gives(32, 'disability', '2563-09', '2563-10', '2563-11'), '800 800+200 800 1000 800+200', 'RC8.2, RC8.2!: under 18 in October 2563 1,000 whatever the card; nothing more before it');
SELECT is(pg_temp.gives(33, 'disability', '2569-02', '2569-03') || ' ' || pg_temp.gives(34, 'disability', '2569-03', '2569-04'), '1000 800 1000 800', 'RC8.2: 18 complete on 28 February 2569, born on 29 February; a birth on 2 March is a month later');
SAVEPOINT resolution;
UPDATE reference.rate SET valid = '[2020-10-01,2026-10-01)' WHERE programme = 'disability' AND component = 'base' AND upper(valid) IS NULL;
INSERT INTO reference.rate (programme, component, valid, ladder, legal_basis, certainty) VALUES ('disability', 'base', '[2026-10-01,)', '0:1000', 'ทดสอบ', 'sure');
SELECT is(pg_temp.gives(1, 'disability', '2569-09', '2569-10'), '800 1000', 'DR12, DR12!: another resolution is a row, from its month on and not before');
ROLLBACK TO resolution;

-- DR17 ----------------------------------------------------------------------------------------------------------------------------------
-- the regulation B.E. 2553 is in force from April 2553; its registration of October 2552 to March 2553 is paid from April
SELECT is(pg_temp.take(pg_temp.disabled(40, claimed => '01/05/2549'), pg_temp.disabled(41, claimed => '30/09/2552'), pg_temp.disabled(42, claimed => '01/10/2552'), pg_temp.disabled(43, claimed => '31/03/2553'), pg_temp.disabled(44, claimed => '01/04/2553')), NULL, 'people of before and after April 2553');
SELECT is(pg_temp.gives(40, 'disability', '2549-05', '2549-06', '2553-03', '2553-04', '2569-08'), '- 500 500 500 800', 'DR17: assistance under the regulation B.E. 2548 goes on under that of 2553, with no new registration');
SELECT is(pg_temp.gives(41, 'disability', '2552-09', '2552-10', '2553-04'), '- 500 500', 'DR17: that of September 2552 too');
SELECT is(pg_temp.gives(42, 'disability', '2552-11', '2553-03', '2553-04') || ' ' || pg_temp.gives(43, 'disability', '2553-03', '2553-04'), '- - 500 - 500', 'DR17!, DE18: what was registered for the new one is not paid before April 2553');
SELECT is(pg_temp.gives(44, 'disability', '2553-05', '2553-09', '2553-10'), '- - 500', 'DR17!, DE18!: nor is one of April 2553 one of before it');

-- AR1, RC8.3 ------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.take(VARIADIC ARRAY(SELECT pg_temp.aids(50 + place::integer, differs => ARRAY['?poor', need]) FROM unnest('{poor,abandoned,no_supporter,cannot_work}'::text[]) WITH ORDINALITY AS four (need, place))
  || ARRAY[pg_temp.aids(55, differs => '{!poor,!abandoned,!no_supporter,!cannot_work}'), pg_temp.aids(56, differs => '{?poor}'), pg_temp.aids(57, differs => '{!in_house_register}'), pg_temp.aids(58, differs => '{!thai_nationality,state_pension}')]), NULL, 'people who are ill, of every kind');
SELECT is(pg_temp.gives(50 + place::integer, 'aids', '2569-08'), '500', 'AR1, RC8.3: ' || need) FROM unnest('{poor,abandoned,no_supporter,cannot_work}'::text[]) WITH ORDINALITY AS four (need, place);
SELECT is(pg_temp.gives(55, 'aids', '2569-08'), 'unmet', 'AR1!: none of the four');
SELECT is(pg_temp.gives(56, 'aids', '2569-08'), 'undecided', 'AR1!: none of them known');
SELECT is(pg_temp.gives(57, 'aids', '2569-08'), 'unmet', 'AR1!: no domicile in the area');
SELECT is(pg_temp.gives(58, 'aids', '2569-08'), '500', 'AR1, DE19: nationality is not asked, and a pension is no bar');
SELECT matches(pg_temp.take(pg_temp.aids(59, differs => ARRAY[certified])), 'certif', 'AR1!: without a physician''s certificate: ' || certified) FROM unnest('{?aids_certified,!aids_certified}'::text[]) AS certified;

-- AR3: all three at once, born 15 June 2490, 79 in August 2569 --------------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.elderly(70, extra => '{"top_up": "100", "budget_type": "general"}'), pg_temp.disabled(70, '15/06/2490', differs => '{welfare_card}', extra => '{"budget_type": "specific"}'), pg_temp.aids(70, '15/06/2490', extra => '{"top_up": "50", "budget_type": "own"}')), NULL, 'one person, three programmes');
SELECT is(pg_temp.gives(70, 'elderly', '2569-08') || ' ' || pg_temp.gives(70, 'disability', '2569-08') || ' ' || pg_temp.gives(70, 'aids', '2569-08'), '800 800+200 550', 'AR3: each its own rate and top-up: 700 and 100, 800 and the card''s 200, 500 and 50');
SELECT pg_temp.pay('2026-08-01', '2026-08-01') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', programme, allowance::integer, top_up::integer, other_payers::integer, budget_type), ', ' ORDER BY programme) FROM payment.line WHERE thai_id = pg_temp.id(70)::welfare.thai_id),
          'elderly 700 100 0 general, disability 800 0 200 specific, aids 500 50 0 own', 'AR3: and budget type; three lines');
SELECT throws_ok(format($$INSERT INTO registry.claim (thai_id, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, claim_number, district_code, province_code, sensitive, facts)
  SELECT thai_id, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, 2, district_code, province_code, sensitive, facts FROM registry.claim WHERE thai_id = %L AND programme = 'aids'$$, pg_temp.id(70)), '23505', NULL, 'AR3!: but none twice');
SELECT pg_temp.end_claim(70, 'elderly', 'waived', '2026-08-15') \g /dev/null
SELECT is(pg_temp.gives(70, 'elderly', '2569-08', '2569-09') || ' ' || pg_temp.gives(70, 'disability', '2569-09') || ' ' || pg_temp.gives(70, 'aids', '2569-09'), '800 - 800+200 550', 'AR3: the others go on');
SELECT is(pg_temp.officer('2026-08-20', format('registry.edit_beneficiary(%L, %L, ''2026-08-20'')', pg_temp.id(70), '{"programmes": [{"programme": "disability", "top_up": "300"}]}')), 'done', 'a top-up on one');
SELECT is(pg_temp.gives(70, 'disability', '2569-09') || ' ' || pg_temp.gives(70, 'aids', '2569-09'), '1100+200 550', 'AR3!: is none on another');

-- AR2: what functions that act for somebody can read, whatever they ask ------------------------------------------------------------------
SELECT is(pg_temp.take(pg_temp.aids(80), pg_temp.disabled(81)), NULL, 'one of health data, one of none');
SELECT pg_temp.end_claim(80, 'aids', 'died', '2026-08-15'), pg_temp.end_claim(81, 'disability', 'died', '2026-08-15') \g /dev/null
CREATE FUNCTION pg_temp.read_as(duty text, code integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    counted text;
  BEGIN
    PERFORM pg_temp.act_as(duty, code);
    RESET ROLE;
    SET LOCAL ROLE welfare_writer;
    SELECT concat_ws(' ', (SELECT bool_or(programme = 'disability') FROM registry.claim), (SELECT bool_or(programme = 'aids') FROM registry.claim), (SELECT bool_or(programme = 'disability') FROM registry.claim_history),
                     (SELECT bool_or(programme = 'aids') FROM registry.claim_history), (SELECT bool_or(programme = 'disability') FROM registry.disposal), (SELECT bool_or(programme = 'aids') FROM registry.disposal)) INTO counted;
    RESET ROLE;
    RETURN counted;
  END $$;
SELECT is(pg_temp.read_as('local_authority', 5730102), 't t t t t t', 'AR2: the holding authority reads claims, their versions and disposals');
SELECT is(pg_temp.read_as(duty, code), 't f t f t f', 'AR2!: none of health data is read for the ' || duty) FROM (VALUES ('province', 73), ('district', 7301), ('department', NULL)) AS above (duty, code);
SELECT * FROM finish();
ROLLBACK;

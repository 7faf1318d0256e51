-- ER6, ER9, ER18, EG4.1, EO1–EO3, DR6, AR2, RC5–RC8, DE1–DE8, DE17–DE19: explanations, with the facts worked out by hand; their keys are those of doc/explain.md.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
\set doc `cat doc/explain.md`
\set bars '!state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary'
\set pension '{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !disability_allowance, !aids_allowance}'
CREATE FUNCTION pg_temp.person(number integer, born text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS jsonb
  LANGUAGE sql AS $$
    SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born)
           || coalesce((SELECT jsonb_object_agg(key, value) FROM unnest(extra) AS form CROSS JOIN LATERAL jsonb_each(form)), '{}')
  $$;
CREATE FUNCTION pg_temp.disabled(number integer, born text, facts text DEFAULT '!welfare_card', claimed text DEFAULT '01/02/2564') RETURNS jsonb
  LANGUAGE sql AS $$
    SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born, 'claimed_on', claimed, 'ordered_on', claimed, 'programme', 'disability',
                              'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter, ' || facts || '}')
  $$;
CREATE FUNCTION pg_temp.claimed(day text) RETURNS jsonb LANGUAGE sql AS $$ SELECT jsonb_build_object('claimed_on', day, 'ordered_on', day) $$;
CREATE FUNCTION pg_temp.x(number integer, month date DEFAULT '2026-10-01', programme text DEFAULT 'elderly', language text DEFAULT 'en') RETURNS jsonb
  LANGUAGE sql AS $$ SELECT registry.explain(pg_temp.id(number)::thai_id, programme::reference.programme_name, month, language) $$;
-- some fields of a part, in words
CREATE FUNCTION pg_temp.of(part jsonb, VARIADIC fields text[]) RETURNS text
  LANGUAGE sql AS $$ SELECT string_agg(coalesce(part #>> string_to_array(field, '.'), '-'), ' ' ORDER BY position) FROM unnest(fields) WITH ORDINALITY AS asked (field, position) $$;
-- a term of the criterion: known, source, since, eve, first
CREATE FUNCTION pg_temp.term(explained jsonb, name text) RETURNS text
  LANGUAGE sql AS $$
    SELECT pg_temp.of(term, 'known', 'source', 'since', 'held_on_eve', 'held_on_first', 'counts_on') FROM jsonb_array_elements(explained #> '{criterion,terms}') AS term WHERE term ->> 'term' = name
  $$;

CREATE TEMP TABLE documented AS
SELECT line[1] AS path, regexp_split_to_table(line[2], ' or ') AS type FROM regexp_matches(:'doc', '^\| `([a-z_.\[\]]+)` \| ([a-z ]+) \|', 'gn') AS line;
CREATE TEMP TABLE observed (path text, type text);
CREATE TEMP TABLE seen (reader text, number integer, explained jsonb);
GRANT SELECT, INSERT ON documented, observed, seen TO PUBLIC;
CREATE FUNCTION pg_temp.keys(explained jsonb) RETURNS TABLE (path text, type text)
  LANGUAGE sql AS $$
    WITH RECURSIVE node (path, value) AS (
      SELECT NULL::text, explained
       UNION ALL
      SELECT below.path, below.value FROM node
       CROSS JOIN LATERAL (
         SELECT concat_ws('.', node.path, field.key) AS path, field.value FROM jsonb_each(CASE jsonb_typeof(node.value) WHEN 'object' THEN node.value END) AS field
          UNION ALL
         SELECT node.path || '[]', item.value FROM jsonb_array_elements(CASE jsonb_typeof(node.value) WHEN 'array' THEN node.value END) AS item) AS below
    )
    SELECT DISTINCT path, jsonb_typeof(value) FROM node WHERE path IS NOT NULL
  $$;
-- without the texts
CREATE FUNCTION pg_temp.coded(explained jsonb) RETURNS text
  LANGUAGE sql AS $$ SELECT regexp_replace(explained::text, '"([a-z_]*_text|meaning|language)": ("[^"]*"|null),? ?', '', 'g') $$;

SELECT pg_temp.become('welfare_admin');
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(
  pg_temp.person(1, '00/00/2479'), pg_temp.person(2, '00/07/2489'),
  pg_temp.person(3, '01/01/2497', pg_temp.claimed('01/01/2558')), pg_temp.person(4, '02/01/2497', pg_temp.claimed('01/01/2558')),
  pg_temp.person(5, '15/06/2490', jsonb_build_object('facts', :'pension')), pg_temp.disabled(5, '15/06/2490'),
  pg_temp.person(6, '15/06/2490', jsonb_build_object('facts', :'pension')), pg_temp.person(6, '15/06/2490', '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
  pg_temp.person(7, '15/06/2490', '{"facts": "{thai_nationality, in_house_register}"}'),
  pg_temp.person(8, '15/06/2490'), pg_temp.person(9, '15/06/2490'), pg_temp.person(18, '15/06/2490', jsonb_build_object('facts', :'pension')),
  pg_temp.person(10, '02/09/2506', pg_temp.claimed('31/08/2566')), pg_temp.person(11, '01/09/2506', pg_temp.claimed('31/08/2566')), pg_temp.person(12, '01/09/2506', pg_temp.claimed('01/09/2566')),
  pg_temp.person(13, '15/03/2490', pg_temp.claimed('11/08/2566')), pg_temp.person(16, '15/03/2502', pg_temp.claimed('15/09/2561')),
  pg_temp.person(14, '15/06/2490'), pg_temp.person(15, '15/06/2490'), pg_temp.person(17, '15/06/2490', '{"top_up": "150"}'), pg_temp.person(19, '01/10/2485'),
  pg_temp.person(25, '00/00/2480', pg_temp.claimed('15/05/2552')), pg_temp.person(27, '15/03/2505', pg_temp.claimed('01/10/2563')), pg_temp.person(28, '15/03/2490', pg_temp.claimed('01/12/2561')), pg_temp.person(29, '15/06/2490'), pg_temp.person(31, '15/06/2490'),
  pg_temp.disabled(20, '01/03/2551', 'welfare_card'), pg_temp.disabled(21, '02/03/2551'), pg_temp.disabled(22, '15/06/2530'), pg_temp.disabled(23, '15/06/2530', '!welfare_card', '31/03/2553'),
  pg_temp.disabled(24, '15/06/2530', '!welfare_card', '01/02/2552'),
  pg_temp.person(26, '15/06/2520', '{"programme": "aids", "facts": "{in_house_register, aids_certified, cannot_work}", "claimed_on": "01/02/2565", "ordered_on": "15/05/2565"}'),
  pg_temp.person(30, '15/06/2490', '{"authority_code": "3730101"}'))), ARRAY[0], 'all are taken');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null

-- the birth date
SELECT is(pg_temp.of(pg_temp.x(1) -> 'person', 'birth_date', 'known_part', 'legal_birth_date', 'known_part_text'),
          '00/00/2479 year 1936-04-01 only the year of birth is known: it counts as the first day of that calendar year', 'RC5: year 2479 alone is 1 April 1936, and why');
SELECT is(pg_temp.of(pg_temp.x(2) -> 'person', 'birth_date', 'known_part', 'legal_birth_date', 'legal_birth_date_text'), '1946-07-XX month 1946-07-01 1 July 1946', 'RC5: the day unknown: the 1st');
SELECT is(pg_temp.of(pg_temp.x(3) -> 'person', 'known_part', 'legal_birth_date'), 'day 1954-01-01', 'RC5!: a whole date is taken as it is');
-- the first month
SELECT is(pg_temp.of(pg_temp.x(11) -> 'first_month', 'month', 'reason', 'by_claim', 'by_age', 'age_complete_on', 'way'), '2023-09-01 claim 2023-09-01 2023-09-01 2023-08-31 month_after_claim',
          'EG4.1, RC6: born 1 September 2506, confirmed on 31 August: September by both');
SELECT is(pg_temp.of(pg_temp.x(10) -> 'first_month', 'month', 'reason', 'by_claim', 'by_age', 'age_complete_on'), '2023-10-01 age 2023-09-01 2023-10-01 2023-09-01', 'EG4.1, RC6!: born on the 2nd: October, by the age');
SELECT is(pg_temp.of(pg_temp.x(12) -> 'first_month', 'month', 'reason', 'by_claim', 'by_age'), '2023-10-01 claim 2023-10-01 2023-09-01', 'EG4.1!: confirmed on 1 September: not September, by the claim');
SELECT is(pg_temp.of(pg_temp.x(13) -> 'first_month', 'month', 'reason', 'by_claim', 'by_law', 'later_law_from', 'way', 'claimed_from', 'claimed_to'),
          '2023-09-01 later_law 2023-10-01 2023-09-01 2023-09-01 next_fiscal_year 2019-12-01 2023-08-11', 'EO1, DE17: registered on 11 August 2566 for the next fiscal year; the regulation of 2566 pays from September');
SELECT is(pg_temp.of(pg_temp.x(16) -> 'first_month', 'month', 'reason', 'by_claim', 'by_age', 'way'), '2019-04-01 age 2018-10-01 2019-04-01 next_fiscal_year', 'EO1, DE17: 60 in March 2562, during the fiscal year: the month after');
SELECT is(pg_temp.of(pg_temp.x(1) -> 'first_month', 'month', 'reason', 'way', 'legal_basis'), '2009-04-01 claim fixed_month ผู้ที่ขึ้นทะเบียนก่อน 1 เมษายน 2552 และอายุครบ 60 ปีภายใน 31 มีนาคม 2552', 'EO1, DE17: registered before April 2552: April 2552, with the row''s legal basis');
SELECT is(pg_temp.of(pg_temp.x(23, '2026-10-01', 'disability') -> 'first_month', 'month', 'way', 'by_age', 'least_age'), '2010-04-01 fixed_month - -', 'DE18: applied before April 2553: April 2553, whatever the age');
SELECT is(pg_temp.of(pg_temp.x(24, '2026-10-01', 'disability') -> 'first_month', 'month', 'way'), '2009-03-01 month_after_claim', 'DE18!: not those on assistance already');
SELECT is(pg_temp.of(pg_temp.x(26, '2026-10-01', 'aids') -> 'first_month', 'month', 'way', 'by_claim'), '2022-06-01 month_after_order 2022-06-01', 'DE19: from the month after the order');
SELECT is(pg_temp.of(pg_temp.x(26, '2022-05-01', 'aids'), 'state', 'not_covered.why'), 'not_covered before_first_month', 'DE19!: not from the application');

SELECT is(pg_temp.of(pg_temp.x(28) -> 'first_month', 'month', 'by_claim', 'way'), '2019-10-01 2019-10-01 next_fiscal_year', 'EO1!, DE17!: registered on 1 December 2561: no month of that fiscal year');
-- the figures of fiscal year 2553
SELECT is(pg_temp.of(pg_temp.x(25, '2009-10-01'), 'first_month.month', 'first_month.by_claim', 'person.legal_birth_date', 'age.age', 'amount.due', 'rates.0.valid_from', 'next_change.month', 'next_change.reason', 'next_change.allowance'),
          '2009-10-01 2009-10-01 1937-04-01 72 500.00 2009-04-01 2011-10-01 rate_begins 700.00', 'DE17, RC5, RC8: born in 2480, registered in May 2552: 500 from October 2552; by age from October 2554');
SELECT is(pg_temp.of(pg_temp.x(25, '2009-09-01'), 'state', 'amount.due'), 'not_covered 0', 'DE17!: September 2552 is not paid');
SELECT is(pg_temp.of(pg_temp.x(27, '2022-04-01'), 'first_month.month', 'first_month.reason', 'age.age', 'age.least_age', 'age.complete_by', 'amount.due'), '2022-04-01 age 60 60 2021-09-30 700.00', 'DE4: 60 in March 2565, 59 when the fiscal year began: it counts as 60');
SELECT is(pg_temp.of(pg_temp.x(27, '2023-09-01'), 'age.age', 'age.least_age'), '61 -', 'DE4!: from September 2566 the age counts as it is');

-- steps and the next one
SELECT is(pg_temp.of(pg_temp.x(3, '2023-12-01'), 'age.age', 'age.complete_by', 'age.step', 'age.basis', 'amount.due', 'next_change.month', 'next_change.reason', 'next_change.step', 'next_change.allowance'),
          '69 2023-11-30 60 month 600.00 2024-01-01 age 70 700.00', 'ER9, RC6: born on the 1st: December 600, the next step in January');
SELECT is(pg_temp.of(pg_temp.x(4, '2024-01-01'), 'age.age', 'age.complete_by', 'amount.due', 'next_change.month', 'next_change.allowance'), '69 2023-12-31 600.00 2024-02-01 700.00', 'ER9!: born on the 2nd: January not yet, February');
SELECT is(pg_temp.of(pg_temp.x(1, '2026-04-01'), 'age.step', 'amount.due', 'next_change'), '90 1000.00 -', 'ER9!: after the last step there is no next one');
SELECT is(pg_temp.of(pg_temp.x(1, '2026-03-01'), 'age.step', 'next_change.month', 'next_change.allowance', 'next_change.month_text'), '80 2026-04-01 1000.00 April 2026', 'RC5, ER9: year 2479 alone: 90 from April 2569');
SELECT is(pg_temp.of(pg_temp.x(19, '2012-01-01'), 'age.age', 'age.complete_by', 'age.basis', 'next_change.month', 'next_change.reason'), '69 2011-09-30 fiscal_year_start 2012-10-01 age', 'RC7, EO2: by the fiscal year''s start: the next step with the next one');
SELECT is(pg_temp.of(pg_temp.x(19, '2022-03-01'), 'rates.0.component', 'rates.1.component', 'next_change.month', 'next_change.reason', 'next_change.allowance'), 'base - 2022-04-01 rate_begins 850.00', 'RC8: in March 2565 the addition of April is on record');
SELECT is(pg_temp.of(pg_temp.x(19, '2022-04-01'), 'rates.0.component', 'rates.0.amount', 'rates.1.component', 'rates.1.amount', 'rates.0.valid_to', 'next_change.month', 'next_change.reason', 'next_change.allowance', 'next_change.step'),
          'base 700.00 additional 150.00 - 2022-10-01 rate_ends 800.00 80', 'RC8, ER12: April 2565: two rows, of which one ends as the step comes');
SELECT is(pg_temp.of(pg_temp.x(19, '2022-10-01'), 'rates.1', 'amount.due', 'next_change.month', 'next_change.reason'), '- 800.00 2032-10-01 age', 'RC8!: October 2565: one row, and the next step at 90');
SELECT is(pg_temp.of(pg_temp.x(16, '2022-10-01'), 'age.age', 'next_change.month'), '63 2029-04-01', 'EO3: the next step is foreseen by the regulation of its own month');
SELECT is(pg_temp.of(pg_temp.x(8, '2017-08-01'), 'age.age', 'next_change.month', 'next_change.reason'), '69 2017-10-01 age', 'EO3!, RC7: under the old regulation with the fiscal year');
SELECT is(pg_temp.of(pg_temp.x(17), 'amount.due', 'amount.allowance', 'amount.top_up', 'amount.other_payers'), '850.00 700.00 150.00 0', 'ER12: the top-up is told apart');
SELECT is(pg_temp.of(pg_temp.x(20, '2026-02-01', 'disability'), 'amount.due', 'age.step', 'rates.0.ladder', 'next_change.month', 'next_change.reason', 'next_change.allowance', 'next_change.other_payers', 'next_change.rates.1.payer'),
          '1000.00 0 0:1000,18:800 2026-03-01 age 800.00 200.00 welfare_card_fund', 'DR12, DE5, RC8: under 18, with the card: 800 and 200 by its fund are next');
SELECT is(pg_temp.of(pg_temp.x(21, '2026-03-01', 'disability'), 'amount.due', 'next_change.month', 'next_change.allowance', 'next_change.other_payers', 'next_change.rates.1'), '1000.00 2026-04-01 800.00 0 -', 'DR12!, DE5!: born on the 2nd, without the card: March still 1,000, then 800 alone');
SELECT is(pg_temp.of(pg_temp.x(24, '2014-09-01', 'disability'), 'amount.due', 'next_change.month', 'next_change.reason', 'next_change.allowance'), '500.00 2014-10-01 rate_begins 800.00', 'RC8: a new rate');

-- the criterion, term by term
SELECT is(pg_temp.of(pg_temp.x(8), 'state', 'criterion.proved', 'criterion.unmet', 'criterion.undecided', 'criterion.certainty'), 'payable true [] [] sure', 'ER6: everything is proved');
SELECT is((SELECT string_agg(concat_ws(':', term, reference.age_of_term(term)), ' ' ORDER BY term) FROM welfare.eligibility_terms() WHERE reference.age_of_term(term) IS NOT NULL OR term IN ('poor', 'confirmed')), 'aged_60:60 confirmed poor', 'ER4: an age is named by its term, and by no other');
SELECT is((SELECT string_agg(reference.facts_of_age(age)::text, ' ' ORDER BY age) FROM generate_series(59, 61) AS age), '{!aged_60} {aged_60} {aged_60}', 'ER4, ER4!: and is reached with its year');
SELECT is(pg_temp.term(pg_temp.x(8), 'thai_nationality') || ', ' || pg_temp.term(pg_temp.x(8), 'aged_60') || ', ' || pg_temp.term(pg_temp.x(8), 'confirmed') || ', ' || pg_temp.term(pg_temp.x(8), 'state_pension'),
          'true papers - true true eve_and_first, true age 2007-06-14 - - -, true claim 2007-11-01 - - -, false papers - false false first', 'ER6, DE1, DE2: each term from what it is known, and on which days it counts');
SELECT is(pg_temp.of(pg_temp.x(18), 'state', 'amount.due', 'amount.allowance', 'criterion.proved', 'criterion.unmet'), 'unmet 0 700.00 false ["state_pension", "disability_allowance", "aids_allowance"]', 'ER6!, ER18!: a pensioner without such an allowance: what is unmet is named');
SELECT is(pg_temp.of(pg_temp.x(7), 'state', 'criterion.proved', 'criterion.unmet') || jsonb_array_length(pg_temp.x(7) #> '{criterion,undecided}'), 'undecided unknown []8', 'ER6!: what is undecided is named');
SELECT is(pg_temp.term(pg_temp.x(7), 'state_salary'), 'unknown none - - - first', 'ER6!: of which nothing is known');
SELECT is(pg_temp.of(pg_temp.x(5), 'state', 'amount.due') || ' ' || pg_temp.term(pg_temp.x(5), 'state_pension') || ', ' || pg_temp.term(pg_temp.x(5), 'disability_allowance'),
          'payable 700.00 true papers - true true first, true other_allowance - - - -', 'ER18: a pensioner with the disability allowance: by another allowance of the person');
SELECT is(pg_temp.term(pg_temp.x(6), 'aids_allowance'), 'true other_allowance - - - -', 'ER18, AR2: the holding authority sees which');
SELECT is(pg_temp.of(pg_temp.x(22, '2026-10-01', 'disability'), 'criterion.rule', 'criterion.legal_basis'), 'thai_nationality & in_house_register & disability_card & applied & !state_shelter ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 6', 'DR6: the rule and its citation');
SELECT is(pg_temp.of(pg_temp.x(24, '2010-03-01', 'disability'), 'criterion.legal_basis', 'criterion.valid_to', 'criterion.certainty'), 'ระเบียบกระทรวงมหาดไทย พ.ศ. 2548 (สิทธิคงเดิมตามระเบียบ พ.ศ. 2553) 2010-03-31 unverified', 'EO3: of the month''s own row');

-- DE1, DE2, DE7: what changes on the 1st and on the 2nd
SELECT registry.edit_beneficiary(pg_temp.id(8)::thai_id, jsonb_build_object('facts', :'pension'), '2026-09-01') \g /dev/null
SELECT registry.edit_beneficiary(pg_temp.id(9)::thai_id, jsonb_build_object('facts', :'pension'), '2026-09-02') \g /dev/null
SELECT is(pg_temp.of(pg_temp.x(8, '2026-08-01'), 'state', 'pending_removal', 'pending_removal_since') || ' ' || pg_temp.term(pg_temp.x(8, '2026-08-01'), 'state_pension'), 'payable false - false papers - false false first', 'DE7!: before the pension nothing is pending');
SELECT is(pg_temp.of(pg_temp.x(8), 'state', 'amount.due', 'pending_removal', 'pending_removal_since', 'criterion.proved') || ' ' || pg_temp.term(pg_temp.x(8), 'state_pension'), 'payable 700.00 true 2026-09-01 false true papers 2026-09-01 true true first',
          'DE2, DE7: a pension from 1 September: paid on, pending since September');
SELECT is(pg_temp.of(pg_temp.x(8, '2026-09-01'), 'pending_removal_since') || ' ' || pg_temp.term(pg_temp.x(8, '2026-09-01'), 'state_pension'), '2026-09-01 true papers 2026-09-01 false true first', 'DE2: it counts on the 1st, though it was not there on the eve');
SELECT is(pg_temp.of(pg_temp.x(9, '2026-09-01'), 'pending_removal') || ' ' || pg_temp.term(pg_temp.x(9, '2026-09-01'), 'state_pension'), 'false false papers - false false first', 'DE2!: from the 2nd: not in September');
SELECT is(pg_temp.of(pg_temp.x(9), 'pending_removal', 'pending_removal_since'), 'true 2026-10-01', 'DE7: pending since October');
SELECT is(pg_temp.of(pg_temp.x(18), 'pending_removal', 'pending_removal_since'), 'false -', 'DE7!: what was never proved is not pending');
SELECT registry.edit_beneficiary(pg_temp.id(22)::thai_id, '{"facts": "{thai_nationality, in_house_register, !disability_card, !state_shelter}"}', '2026-07-15') \g /dev/null
SELECT registry.edit_beneficiary(pg_temp.id(22)::thai_id, '{"facts": "{thai_nationality, in_house_register, disability_card, !state_shelter}"}', '2026-09-01') \g /dev/null
SELECT is((SELECT string_agg(pg_temp.of(explained, 'criterion.proved', 'pending_removal_since') || ' ' || pg_temp.term(explained, 'disability_card'), ', ' ORDER BY month)
             FROM generate_series(DATE '2026-07-01', '2026-10-01', '1 month') AS month CROSS JOIN LATERAL pg_temp.x(22, month::date, 'disability') AS explained),
          'true - true papers - true true eve_and_first, false 2026-08-01 false papers 2026-07-15 false false eve_and_first, false 2026-08-01 false papers 2026-09-01 false true eve_and_first, true - true papers 2026-09-01 true true eve_and_first',
          'DE1, DE1!, DE7, DR6, DR6!: a card that lapsed on 15 July and is valid again from 1 September, which was not held on the eve of it');
-- the end, suspension
SELECT registry.dispose(pg_temp.id(14)::thai_id, 'died', '2026-09-01', '2026-09-02') \g /dev/null
SELECT is(pg_temp.of(pg_temp.x(14), 'state', 'not_covered.why', 'not_covered.cause', 'last_month.month', 'last_month.counted_by', 'last_month.happened_on', 'criterion', 'age', 'rates', 'amount.due', 'amount.allowance'),
          'not_covered after_last_month died 2026-09-01 month_of_event 2026-09-01 - - [] 0 -', 'DE3: after the last month: why, and nothing is computed');
SELECT is(pg_temp.of(pg_temp.x(14, '2026-09-01'), 'state', 'not_covered', 'amount.due', 'next_change'), 'payable - 700.00 -', 'DE3!: the month of a death on the 1st is paid, and no step comes any more');
SELECT is(pg_temp.of(pg_temp.x(10, '2023-09-01'), 'state', 'not_covered.why', 'not_covered.why_text', 'next_change'), 'not_covered before_first_month before the first month that is paid -', 'EG4.1!: before the first month');
SELECT registry.dispose(pg_temp.id(29)::thai_id, 'waived', '2026-08-15', '2026-07-20', '{elderly}', NULL, 'หนังสือสละสิทธิ') \g /dev/null
SELECT is(pg_temp.of(pg_temp.x(29, '2026-08-01'), 'state', 'last_month.cause', 'last_month.month', 'last_month.legal_basis'), 'payable waived 2026-08-01 ระเบียบ พ.ศ. 2566 ข้อ 14: มีผลเดือนถัดจากการสละสิทธิ', 'DE6: a waiver takes effect the month after it');
SELECT is(pg_temp.of(pg_temp.x(29, '2026-09-01'), 'state', 'not_covered.cause', 'not_covered.cause_text'), 'not_covered waived waived', 'DE6!: that month is not paid');
SELECT registry.suspend(pg_temp.id(15)::thai_id, '{elderly}', '2026-08-20', '1', 'เหตุผล') \g /dev/null
SELECT is(pg_temp.of(pg_temp.x(15), 'state', 'amount.due', 'amount.allowance', 'claim.state', 'claim.suspended_from'), 'suspended 0 700.00 suspended 2026-09-01', 'ER14: suspended from the month after the order');
SELECT is(pg_temp.of(pg_temp.x(15, '2026-08-01'), 'state', 'amount.due'), 'payable 700.00', 'ER14!: the month of the order is paid');

-- languages: the same but for the texts
SELECT is((SELECT count(*) FROM generate_series(1, 19) AS number WHERE pg_temp.coded(pg_temp.x(number, '2026-10-01', 'elderly', 'th')) <> pg_temp.coded(pg_temp.x(number, '2026-10-01', 'elderly', 'en'))), 0::bigint, 'both languages give the same coded facts');
SELECT is(pg_temp.of(pg_temp.x(3, '2023-12-01', 'elderly', 'th'), 'month_text', 'state_text', 'person.legal_birth_date_text', 'next_change.reason_text'), 'ธันวาคม 2566 จ่ายได้ 1 มกราคม 2497 อายุถึงขั้นถัดไป', 'in Thai');
SELECT is((SELECT string_agg(key, ' ') FROM jsonb_each_text(pg_temp.x(8) || (pg_temp.x(8) -> 'criterion') || (pg_temp.x(8) -> 'first_month') || (pg_temp.x(8) -> 'age') || (pg_temp.x(8) -> 'claim') || (pg_temp.x(8) -> 'next_change')) WHERE value IS NULL AND key LIKE '%_text'), NULL, 'every code has its words');
SELECT is((SELECT count(*) FROM reference.label WHERE name_thai = name_english), 0::bigint, 'in both languages');
SELECT matches(pg_temp.refusal_of(format('SELECT registry.explain(%L, %L, %L, %L)', pg_temp.id(1), 'elderly', '2026-10-01', 'fr')), '^WF011', 'no other language');
SELECT matches(pg_temp.refusal_of(format('SELECT registry.explain(%L, %L, %L, NULL)', pg_temp.id(1), 'elderly', '2026-10-01')), '^WF010 language', 'nor none');
SELECT matches(pg_temp.refusal_of(format('SELECT registry.explain(%L, %L, NULL)', pg_temp.id(1), 'elderly')), '^WF033', 'a month is named');
SELECT matches(pg_temp.refusal_of(format('SELECT registry.explain(%L, %L, %L)', pg_temp.id(30), 'elderly', '2026-10-01')), '^WF350', 'another authority''s is not told of');

-- doc/explain.md: its table names every key with its types, and no other; its example is what is answered
INSERT INTO observed
SELECT DISTINCT keys.* FROM (SELECT pg_temp.x(number) FROM generate_series(1, 19) AS number UNION ALL SELECT pg_temp.x(20, '2026-02-01', 'disability') UNION ALL SELECT pg_temp.x(19, '2022-04-01')
                       UNION ALL SELECT pg_temp.x(22, '2010-03-01', 'disability') UNION ALL SELECT pg_temp.x(23, '2012-01-01', 'disability') UNION ALL SELECT pg_temp.x(26, '2026-10-01', 'aids')) AS each (explained)
 CROSS JOIN LATERAL pg_temp.keys(explained) AS keys;
SELECT is_empty('SELECT path FROM observed EXCEPT SELECT path FROM documented', 'every key has its row in doc/explain.md');
SELECT is_empty('SELECT path FROM documented EXCEPT SELECT path FROM observed', 'and no other has');
SELECT is_empty('SELECT * FROM observed EXCEPT SELECT path, type FROM documented', 'with every type that it can have');
SELECT is((SELECT count(*) FROM generate_series(1, 19) AS number CROSS JOIN LATERAL pg_temp.x(number) AS explained
            WHERE (SELECT array_agg(key ORDER BY key) FROM jsonb_object_keys(explained) AS key) <> (SELECT array_agg(DISTINCT path ORDER BY path) FROM documented WHERE path !~ '[.\[]')), 0::bigint, 'keys do not come and go');
SELECT is(pg_temp.x(20, '2026-02-01', 'disability', 'en'), substring(:'doc' from '```json\s+(.*?)```')::jsonb, 'the example is what is answered');

-- who sees what
INSERT INTO seen
SELECT 'holder' AS reader, number, pg_temp.x(number) AS explained FROM unnest(ARRAY[3, 5, 6, 17, 18]) AS number;
SELECT pg_temp.act_as('district', 7301) \g /dev/null
INSERT INTO seen SELECT 'district', number, pg_temp.x(number) FROM unnest(ARRAY[3, 5, 6, 17, 18]) AS number;
SELECT is(pg_temp.refusal_of(format('SELECT registry.explain(%L, %L, %L)', pg_temp.id(6), 'aids', '2026-10-01')), format('WF350 there is no claim of the AIDS allowance under national ID %s in your scope', pg_temp.id(6)), 'AR2!: a district is not told of the AIDS allowance');
SELECT is(pg_temp.refusal_of(format('SELECT registry.explain(%L, %L, %L)', pg_temp.id(3), 'aids', '2026-10-01')), format('WF350 there is no claim of the AIDS allowance under national ID %s in your scope', pg_temp.id(3)), 'AR2!: nor that there is none');
SELECT pg_temp.act_as('province', 73) \g /dev/null
INSERT INTO seen SELECT 'province', number, pg_temp.x(number) FROM unnest(ARRAY[3, 5, 6, 17, 18]) AS number;
SELECT pg_temp.act_as('department') \g /dev/null
INSERT INTO seen SELECT 'department', number, pg_temp.x(number) FROM unnest(ARRAY[3, 5, 6, 17, 18]) AS number;
SELECT pg_temp.act_as('administrator') \g /dev/null
INSERT INTO seen SELECT 'administrator', number, pg_temp.x(number) FROM unnest(ARRAY[3, 5, 6, 17, 18]) AS number;
SELECT is((SELECT string_agg(DISTINCT reader, ' ' ORDER BY reader) FROM seen WHERE explained #- '{criterion,rule}' @? '$.criterion.terms[*] ? (@.term == "aids_allowance")'), 'administrator holder', 'AR2: the holding authority and administrators see by which allowance ER18''s exception is proved');
SELECT is((SELECT count(*) FROM seen WHERE reader IN ('district', 'province', 'department') AND (explained #- '{criterion,rule}')::text ~* 'aids|เอดส์'), 0::bigint, 'AR2!: nobody above sees a word of it');
SELECT is((SELECT count(DISTINCT (explained #- '{person}' #- '{criterion,terms,0}')::text) FROM seen WHERE reader = 'province' AND number IN (5, 6)), 1::bigint, 'AR2!: a pensioner with the disability allowance and one with the AIDS allowance are explained alike');
SELECT is((SELECT (explained -> 'criterion')::text FROM seen WHERE reader = 'province' AND number = 6), (SELECT (explained -> 'criterion')::text FROM seen WHERE reader = 'province' AND number = 17), 'AR2!: and as somebody without a pension');
SELECT is((SELECT pg_temp.term(explained, 'no_other_benefit') FROM seen WHERE reader = 'province' AND number = 6), 'true combined - - - -', 'ER18, AR2: told as one: no other benefit, or another allowance of the local authority');
SELECT is((SELECT pg_temp.of(explained, 'state', 'criterion.unmet') FROM seen WHERE reader = 'province' AND number = 18), 'unmet ["no_other_benefit"]', 'ER18!: where it is unmet, it says so');
SELECT is((SELECT count(*) FROM seen JOIN seen AS holder USING (number) WHERE holder.reader = 'holder' AND seen.explained #- '{criterion}' #- '{claim,number}' <> holder.explained #- '{criterion}' #- '{claim,number}'), 0::bigint, 'everything else is the same for all');
SELECT is((SELECT string_agg(DISTINCT reader, ' ') FROM seen WHERE explained #>> '{claim,number}' IS NOT NULL), 'administrator', 'numbers of claims show to administrators');
SELECT is_empty('SELECT keys.path, keys.type FROM seen CROSS JOIN LATERAL pg_temp.keys(explained) AS keys EXCEPT SELECT path, type FROM documented', 'under the same keys');
SELECT pg_temp.act_as('province', 50) \g /dev/null
SELECT matches(pg_temp.refusal_of(format('SELECT registry.explain(%L, %L, %L)', pg_temp.id(3), 'elderly', '2026-10-01')), '^WF350', 'another province is told nothing');
-- whom the person has left
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT registry.dispose(pg_temp.id(31)::thai_id, 'moved', '2026-08-15', '2026-09-02') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(pg_temp.person(31, '15/06/2490', '{"authority_code": "3730101", "programme": "aids", "facts": "{in_house_register, aids_certified, poor}", "claimed_on": "20/08/2569", "ordered_on": "21/08/2569"}'))),
          ARRAY[0], 'the new authority records another allowance');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT is(pg_temp.of(pg_temp.x(31, '2026-09-01'), 'state', 'last_month.month', 'last_month.cause') || ' ' || pg_temp.term(pg_temp.x(31, '2026-09-01'), 'no_other_benefit'), 'payable 2026-09-01 moved true combined - - - -', 'AR2: the authority that the person left explains its last months as those above do');
SELECT is((pg_temp.x(31, '2026-09-01') #- '{criterion,rule}')::text ~* 'aids|เอดส์', false, 'AR2!: and learns nothing of what the new one keeps');
-- the person's own, for the portal
RESET ROLE;
CREATE TEMP TABLE own AS SELECT registry.explanation(pg_temp.id(6)::thai_id, 'elderly', 1::smallint, '2026-10-01', 'th', 'person') AS explained;
SELECT is((SELECT pg_temp.of(explained, 'person.masked', 'person.thai_id', 'claim.number', 'criterion.criterion_id', 'rates.0.rate_id', 'amount.due') FROM own),
          format('true %s - - - 700.00', welfare.mask_thai_id(pg_temp.id(6)::thai_id)), 'the person reads the ID masked, and no number of our rows');
SELECT is((SELECT count(*) FROM own WHERE (explained #- '{criterion,rule}')::text ~* 'aids|เอดส์'), 0::bigint, 'AR2!: nor what others who look on should not');
SELECT is_empty('SELECT keys.path, keys.type FROM own CROSS JOIN LATERAL pg_temp.keys(explained) AS keys EXCEPT SELECT path, type FROM documented', 'under the same keys');
SELECT is(registry.explanation(pg_temp.id(99)::thai_id, 'elderly', 1::smallint, '2026-10-01', 'th', 'person'), NULL, 'nobody''s is nothing');
SELECT ok((SELECT count(*) >= 5 FROM audit.entry WHERE relation = 'registry.explain' AND action = 'read' AND thai_id = pg_temp.id(6)::thai_id AND key = '{"programme": "elderly", "month": "2026-10-01"}'), 'every look is recorded, with person, programme and month');

-- by key: where an index could do, nothing reads a table of persons or claims through
SET LOCAL enable_seqscan = off;
DISCARD PLANS;
CREATE TEMP TABLE scans AS SELECT relname, seq_scan FROM pg_stat_xact_user_tables WHERE schemaname = 'registry';
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT pg_temp.x(number) FROM unnest(ARRAY[3, 5, 6, 8, 14, 15, 18]) AS number \g /dev/null
SELECT pg_temp.x(22, '2026-09-01', 'disability') \g /dev/null
SELECT count(*) FROM registry.entitlements_of_authority('2026-10-01') \g /dev/null
RESET ROLE;
SELECT is_empty($$SELECT relname FROM pg_stat_xact_user_tables AS now JOIN scans USING (relname) WHERE now.schemaname = 'registry' AND now.seq_scan > scans.seq_scan$$, 'each is found by key');
SET LOCAL enable_seqscan = on;
DISCARD PLANS;

-- ER18's switch is one row: the explanation follows it
SET LOCAL ROLE welfare_owner;
UPDATE reference.criterion SET valid = '[2023-09-01,2026-10-01)' WHERE programme = 'elderly' AND valid @> DATE '2026-10-01';
INSERT INTO reference.criterion (programme, valid, rule, legal_basis, certainty) VALUES ('elderly', '[2026-10-01,)', 'thai_nationality & in_house_register & aged_60 & confirmed & insufficient_income', 'ทดสอบ', 'unverified');
RESET ROLE;
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT is(pg_temp.of(pg_temp.x(3, '2026-09-01'), 'criterion.proved', 'pending_removal') || ', ' || pg_temp.of(pg_temp.x(3), 'criterion.proved', 'criterion.undecided', 'criterion.legal_basis', 'pending_removal', 'pending_removal_since'),
          'true false, unknown ["insufficient_income"] ทดสอบ true 2026-10-01', 'ER18, ER18!: from the month of the new criterion it is the one that is explained');
-- a claim that took over from an authority that was still paying
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE registry.claim SET takes_over = true WHERE thai_id = ANY (ARRAY[pg_temp.id(12), pg_temp.id(10)]::thai_id[]);
SET LOCAL session_replication_role = origin;
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT is(pg_temp.of(pg_temp.x(12) -> 'first_month', 'month', 'reason', 'by_law', 'way'), '2023-10-01 taking_over 2023-10-01 month_after_claim', 'ER8.4: a claim that took over begins by that law');
SELECT is(pg_temp.of(pg_temp.x(10) -> 'first_month', 'month', 'reason', 'by_law'), '2023-10-01 record 2023-09-01', 'ER8.4!: another month is told as what it is, recorded');
SELECT * FROM finish();
ROLLBACK;

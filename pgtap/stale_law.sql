-- RC8, EO3: stale law is loud: no month is paid by law that is not on record, or that nobody has confirmed for its fiscal year.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.day(today date) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.business_date', today::text, true);
    PERFORM pg_temp.act_as('administrator', NULL, 'keeper');
  END $$;

-- what is shipped
SELECT results_eq('SELECT programme::text, min(fiscal_year)::integer, max(fiscal_year)::integer, count(*) FROM reference.law_confirmation WHERE document <> ''ทดสอบ'' GROUP BY programme ORDER BY 1',
  $$VALUES ('aids', 2549, 2569, 21::bigint), ('disability', 2549, 2569, 21), ('elderly', 2552, 2569, 18)$$, 'RC8.1, RC8.2, RC8.3: every year is confirmed from each programme''s beginning to 2569');
SELECT is((SELECT string_agg(DISTINCT certainty::text, ' ') FROM reference.law_confirmation WHERE fiscal_year = 2569), 'likely', 'and of 2569, of which the first quarter alone is sure, it says so');
SELECT matches((SELECT document FROM reference.law_confirmation WHERE fiscal_year = 2565 AND programme = 'elderly'), 'มติคณะรัฐมนตรี 18 ตุลาคม 2554.*มติคณะรัฐมนตรี 26 เมษายน 2565', 'RC8.1: with both resolutions of 2565');

-- the boundary between a year that is confirmed and one that is not: 30 September and 1 October 2575
SELECT pg_temp.day('2032-10-01') \g /dev/null
SELECT lives_ok($$SELECT payment.prepare('2032-09-01')$$, 'RC8.1, EO3: the last month of a confirmed year is prepared');
SELECT throws_ok($$SELECT payment.prepare('2032-10-01')$$, 'WF340', 'nobody has confirmed the law of the elderly allowance for fiscal year 2576', 'RC8.1!, EO3!: the first of the next is refused, not guessed');
SELECT is(pg_temp.refusal_of($$SELECT report.cost_of('60:700', 'elderly', '2033-10-01', '2033-10-01')$$), NULL, 'RC8.4: what a proposal would cost is computed for a year that nobody has confirmed');
SET LOCAL welfare.language = 'th';
SELECT throws_ok($$SELECT payment.prepare('2032-10-01')$$, 'WF340', 'ยังไม่มีผู้ยืนยันกฎหมายของเบี้ยผู้สูงอายุสำหรับปีงบประมาณ 2576', 'in Thai, too');
SET LOCAL welfare.language = 'en';

-- who is warned of what
SELECT results_eq('SELECT programme::text, fiscal_year, is_confirmed, confirmed_to, ending, ends_with FROM reference.law_expiring(''2032-09-30'')',
  $$VALUES ('elderly', 2575, true, DATE '2032-09-01', NULL::text, NULL::date), ('disability', 2575, true, '2032-09-01', NULL, NULL), ('aids', 2575, true, '2032-09-01', NULL, NULL)$$,
  'RC8.1, RC8.2, RC8.3: on the last day of a confirmed year, that it is the last');
SELECT results_eq('SELECT programme::text, is_confirmed, confirmed_to FROM reference.law_expiring() ORDER BY 1',
  $$VALUES ('aids', false, NULL::date), ('disability', false, NULL), ('elderly', false, NULL)$$, 'RC8.1!: on the day after, that nothing is confirmed');
SELECT results_eq('SELECT programme::text, ending, ends_with FROM reference.law_expiring(''2022-05-15'')',
  $$VALUES ('elderly', 'rate additional', DATE '2022-09-01'), ('disability', NULL, NULL), ('aids', NULL, NULL)$$, 'RC8.1: in May 2565, that the additional component ends with September');
SELECT is((SELECT confirmed_to FROM reference.law_expiring('2026-10-01') WHERE programme = 'elderly'), '2032-09-01'::date, 'a run of confirmed years goes to its end');

-- an administrator confirms
SELECT is(reference.confirm_law(2576, 'elderly', ' มติคณะรัฐมนตรี ตุลาคม 2575 '), 'done', 'RC8.1: an administrator confirms a programme''s year');
RESET ROLE;
SELECT results_eq($$SELECT confirmed_on, document, confirmed_by FROM reference.law_confirmation WHERE fiscal_year = 2576$$,
  $$VALUES (DATE '2032-10-01', 'มติคณะรัฐมนตรี ตุลาคม 2575', 'keeper')$$, 'with day, document and name');
SELECT pg_temp.act_as('administrator', NULL, 'keeper') \g /dev/null
SELECT throws_ok('SELECT confirmed_by FROM reference.law_confirmation', '42501', NULL, 'of whom others learn nothing');
SELECT throws_ok($$SELECT payment.prepare('2032-10-01')$$, 'WF340', 'nobody has confirmed the law of the disability allowance for fiscal year 2576', 'RC8.2!: one programme is not all');
SELECT is(reference.confirm_law(2576, 'disability', 'x'), 'done', 'RC8.2: the next');
SELECT throws_ok($$SELECT payment.prepare('2032-10-01')$$, 'WF340', 'nobody has confirmed the law of the AIDS allowance for fiscal year 2576', 'RC8.3!: nor are two');
SELECT is(reference.confirm_law(2576, 'aids', 'x'), 'done', 'RC8.3: the last');
SELECT lives_ok($$SELECT payment.prepare('2032-10-01')$$, 'EO3: and the month is prepared');
SELECT throws_ok($$SELECT reference.confirm_law(2576, 'aids', 'y')$$, 'WF341', 'the law of the AIDS allowance for fiscal year 2576 was confirmed on 2032-10-01', 'once');
SELECT is(reference.confirm_law(2577, 'elderly', 'x'), 'done', 'the next year may be confirmed');
SELECT throws_ok($$SELECT reference.confirm_law(2578, 'elderly', 'x')$$, 'WF342', 'the law cannot be confirmed beyond fiscal year 2577', 'RC8.1!: the one after it may not');
SELECT throws_ok($$SELECT reference.confirm_law(2551, 'elderly', 'x')$$, 'WF031', 'there is no rate of the elderly allowance for 2007-10-01', 'RC8.1!: nor one before the programme began');
SELECT throws_ok($$SELECT reference.confirm_law(NULL, 'elderly', 'x')$$, 'WF010', 'fiscal_year is required', 'a year is named');
SELECT throws_ok($$SELECT reference.confirm_law(2577, NULL, 'x')$$, 'WF010', 'programme is required', 'a programme, too');
SELECT throws_ok($$SELECT reference.confirm_law(2577, 'aids', ' ')$$, 'WF010', 'document is required', 'and the document that says so');

-- law that ends inside the year: the year cannot be confirmed, nor the months paid
RESET ROLE;
UPDATE reference.rate SET valid = '[2005-10-01,2033-06-01)' WHERE programme = 'aids';
SELECT pg_temp.day('2033-10-01') \g /dev/null
SELECT throws_ok($$SELECT reference.confirm_law(2577, 'aids', 'x')$$, 'WF031', 'there is no rate of the AIDS allowance for 2033-10-01', 'RC8.3!: law that has ended is not confirmed');
SELECT lives_ok($$SELECT payment.prepare('2033-05-01')$$, 'RC8.3: the last month of a rate is prepared');
SELECT throws_ok($$SELECT payment.prepare('2033-06-01')$$, 'WF031', 'there is no rate of the AIDS allowance for 2033-06-01', 'RC8.3!: the month after it is refused, in a confirmed year as well');
SELECT results_eq($$SELECT ending, ends_with FROM reference.law_expiring('2033-05-31') WHERE programme = 'aids'$$, $$VALUES ('rate base', DATE '2033-05-01')$$, 'and the end was told before');
RESET ROLE;
UPDATE reference.criterion SET valid = '[2023-09-01,2033-08-01)' WHERE programme = 'elderly' AND valid @> DATE '2026-01-01';
UPDATE reference.rate SET valid = '[2005-10-01,)' WHERE programme = 'aids';
SELECT pg_temp.day('2033-10-01') \g /dev/null
SELECT lives_ok($$SELECT payment.prepare('2033-07-01')$$, 'ER6: the last month of a criterion is prepared');
SELECT throws_ok($$SELECT payment.prepare('2033-08-01')$$, 'WF031', 'there is no criterion of the elderly allowance for 2033-08-01', 'ER6!: the month after it is refused');
SELECT throws_ok($$SELECT report.cost_of('60:700', 'elderly', '2033-08-01', '2033-08-01')$$, 'WF031', NULL, 'RC8.4!: nor is a proposal costed by law that is not on record');

-- who may not, and what nobody does
SELECT pg_temp.act_as('department');
SELECT is(pg_temp.refusal_of($$SELECT reference.confirm_law(2578, 'aids', 'x')$$) ~ '^42501', true, 'RC8.1!: the department confirms nothing');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.refusal_of($$SELECT reference.confirm_law(2578, 'aids', 'x')$$) ~ '^42501', true, 'RC8.1!: nor does an officer');
SELECT isnt_empty('SELECT * FROM reference.law_expiring()', 'but everybody may know how long the law lasts');
RESET ROLE; SET LOCAL ROLE welfare_admin;
SELECT alike(pg_temp.refusal_of($$SELECT reference.confirm_law(2578, 'aids', 'x')$$), 'WF004%', 'nor one that takes the administrators'' role');
RESET ROLE;
SELECT throws_ok('DELETE FROM reference.law_confirmation WHERE fiscal_year = 2576', 'WF343', NULL, 'RC8.1!: a confirmation is not taken back');
SELECT throws_ok('UPDATE reference.law_confirmation SET fiscal_year = 2590 WHERE fiscal_year = 2576', 'WF343', NULL, 'RC8.1!: nor changed');
SELECT throws_ok('TRUNCATE reference.law_confirmation', 'WF343', NULL, 'nor are all');
SELECT * FROM finish();
ROLLBACK;

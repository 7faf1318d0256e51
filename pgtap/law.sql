-- Law is data with dates: what the tables take and refuse, a change of law as one row, and a month without law.
\ir fixture.psql
SELECT plan(40);

-- domains keep mixed-up eras and half months out of keys and partitions
SELECT throws_ok($$SELECT '2026-10-02'::reference.pay_month$$, '23514', NULL, 'AQ: a month is a first-of-month');
SELECT lives_ok($$SELECT '2026-10-01'::reference.pay_month$$, 'AQ: and is taken as one');
SELECT throws_ok($$SELECT '2569-10-01'::reference.pay_month$$, '23514', NULL, 'RC3: a Buddhist-era year typed as CE is no month');
SELECT throws_ok($$SELECT 2026::reference.fiscal_year$$, '23514', NULL, 'RC4: a fiscal year is Buddhist-era');
SELECT throws_ok($$SELECT '[2026-10-02,)'::reference.months$$, '23514', NULL, 'EO3: law begins with a month');
SELECT throws_ok($$SELECT 'empty'::reference.months$$, '23514', NULL, 'EO3: law holds for a month at least');
SELECT throws_ok($$SELECT (-1)::reference.baht$$, '23514', NULL, 'AQ: money is never negative');

-- what is shipped
SELECT is((SELECT count(*) FROM reference.province), 77::bigint, 'RC2: seventy-seven provinces');
SELECT is((SELECT name_thai FROM reference.province WHERE province_code = 39), 'หนองบัวลำภู', 'RC2: province 39 is spelt with ภ');
SELECT results_eq($$SELECT programme::text, ladder @ 65, ladder @ 75, ladder @ 85, ladder @ 95 FROM reference.rate WHERE component = 'base' AND valid @> DATE '2026-10-01' ORDER BY rate.programme$$,
  $$VALUES ('elderly', 600.00, 700.00, 800.00, 1000.00), ('disability', 800.00, 800.00, 800.00, 800.00), ('aids', 500.00, 500.00, 500.00, 500.00)$$, 'RC8: the rates of today');
SELECT is((SELECT count(*) FROM reference.rate WHERE legal_basis = ''), 0::bigint, 'RC8: each with its legal basis');
SELECT is((SELECT string_agg(programme::text, ',') FROM reference.programme WHERE sensitive), 'aids', 'AR2: the AIDS allowance is health data');

-- two laws at once are refused, a new one is a row
SET LOCAL ROLE welfare_owner;
SELECT throws_ok($$INSERT INTO reference.rate (programme, component, valid, ladder, legal_basis, certainty) VALUES ('elderly', 'base', '[2027-10-01,)', '60:1000', 'x', 'sure')$$,
  '23P01', NULL, 'RC8: two base rates of one month are refused');
SELECT throws_ok($$INSERT INTO reference.criterion (programme, valid, rule, legal_basis, certainty) VALUES ('elderly', '[2027-10-01,)', 'aged_60', 'x', 'sure')$$,
  '23P01', NULL, 'ER6: two criteria of one month are refused');
SELECT throws_ok($$INSERT INTO reference.age_rule (programme, valid, basis, legal_basis, certainty) VALUES ('elderly', '[2027-10-01,)', 'month', 'x', 'sure')$$,
  '23P01', NULL, 'RC7: two age rules of one month are refused');
SELECT throws_ok($$INSERT INTO reference.commencement (programme, claimed, way, taking_over, legal_basis, certainty) VALUES ('aids', '[2027-10-01,)', 'month_after_claim', 'month_after_claim', 'x', 'sure')$$,
  '23P01', NULL, 'EG4.1: two first-month rules of one day are refused');
SELECT throws_ok($$INSERT INTO reference.rate (programme, component, valid, ladder, condition, legal_basis, certainty) VALUES ('elderly', 'base', '[1999-10-01,2000-10-01)', '60:1000', 'poor', 'x', 'sure')$$,
  '23514', NULL, 'RC8: a base rate has no condition');
SELECT throws_ok($$INSERT INTO reference.rate (programme, component, valid, ladder, condition, legal_basis, certainty) VALUES ('elderly', 'additional', '[1999-10-01,2000-10-01)', '60:1000', 'por', 'x', 'sure')$$,
  '22P02', NULL, 'a misspelt term never becomes law');
RESET ROLE;

-- the citizen of the switch of ER18: neither pension nor need is known
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1), 'facts', '{thai_nationality, in_house_register, insufficient_income}'),
  jsonb_build_object('thai_id', pg_temp.id(2), 'facts', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'),
  jsonb_build_object('thai_id', pg_temp.id(3), 'facts', '{thai_nationality, in_house_register, state_pension, !disability_allowance, !aids_allowance}'),
  jsonb_build_object('thai_id', pg_temp.id(4), 'facts', '{thai_nationality, in_house_register, state_pension, disability_allowance}'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'facts', '{!thai_nationality, in_house_register}')) \g /dev/null
SELECT payment.prepare('2026-08-01') \g /dev/null
RESET ROLE;
SELECT set_eq($$SELECT thai_id FROM payment.line WHERE month = '2026-08-01'$$, ARRAY[pg_temp.id(2)::thai_id, pg_temp.id(4)::thai_id],
  'ER18: paid are those proved to have no other benefit, and those excepted');
SELECT pg_temp.become('welfare_admin');
SELECT results_eq($$SELECT term, decided, claims FROM payment.unpaid_summary('2026-08-01') WHERE term IN ('state_pension', 'thai_nationality') ORDER BY 1, 2$$,
  $$VALUES ('state_pension', false, 1::bigint), ('state_pension', true, 1::bigint), ('thai_nationality', true, 1::bigint)$$,
  'the officer is told what is unmet and what is undecided');
SELECT is((SELECT count(*) FROM payment.unpaid_summary('2026-08-01') WHERE term = 'thai_nationality' AND NOT decided), 0::bigint, 'a term that is known is not asked for');

-- the Committee determines (4): from September 2569 one row, and the same people are judged anew
SET LOCAL ROLE welfare_owner;
UPDATE reference.criterion SET valid = '[2023-09-01,2026-09-01)' WHERE programme = 'elderly' AND valid @> DATE '2026-08-01';
INSERT INTO reference.criterion (programme, valid, rule, legal_basis, certainty)
VALUES ('elderly', '[2026-09-01,)', 'thai_nationality & in_house_register & aged_60 & confirmed & insufficient_income', 'ทดสอบ', 'sure');
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT payment.prepare('2026-09-01') \g /dev/null
RESET ROLE;
SELECT set_eq($$SELECT thai_id FROM payment.line WHERE month = '2026-09-01' AND NOT pending_removal$$, ARRAY[pg_temp.id(1)::thai_id], 'ER18: the switch is one row: from then on need decides');
SELECT set_eq($$SELECT thai_id FROM payment.line WHERE month = '2026-09-01' AND pending_removal$$, ARRAY[pg_temp.id(2)::thai_id, pg_temp.id(4)::thai_id], 'DE7: who was paid before it is paid on, marked, until a lawful order');
SELECT set_eq($$SELECT thai_id FROM payment.line WHERE month = '2026-08-01'$$, ARRAY[pg_temp.id(2)::thai_id, pg_temp.id(4)::thai_id], 'and August stands as it was');

-- a late row does not rewrite a month that has been prepared
SET LOCAL ROLE welfare_owner;
UPDATE reference.rate SET valid = '[2011-10-01,2026-08-01)' WHERE programme = 'elderly' AND component = 'base' AND valid @> DATE '2026-08-01';
INSERT INTO reference.rate (programme, component, valid, ladder, legal_basis, certainty) VALUES ('elderly', 'base', '[2026-08-01,)', '60:1000', 'ทดสอบ', 'sure');
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(6))) \g /dev/null
SELECT is((SELECT sum(added) FROM payment.prepare('2026-08-01')), 1::numeric, 'a claim recorded late is added');
RESET ROLE;
SELECT is((SELECT array_agg(DISTINCT allowance::numeric) FROM payment.line WHERE month = '2026-08-01'), ARRAY[700.00]::numeric[], 'RC8: by the law that the month was frozen with; the new rate is arrears');
SELECT pg_temp.become('welfare_admin');
SELECT payment.prepare('2026-10-01') \g /dev/null
RESET ROLE;
SELECT is((SELECT array_agg(DISTINCT allowance::numeric) FROM payment.line WHERE month = '2026-10-01'), ARRAY[1000.00]::numeric[], 'a month not yet prepared takes the new rate');

-- months without law, and months that have not come
SELECT pg_temp.become('welfare_admin');
SELECT throws_ok($$SELECT payment.prepare('2005-09-01')$$, 'WF031', NULL, 'a month before any allowance is refused, not guessed');
SELECT results_eq($$SELECT programme::text, lines FROM payment.prepare('2009-03-01') WHERE programme = 'elderly'$$, $$VALUES ('elderly', 0::bigint)$$,
  'RC8.1: before April 2552 the others are paid, and no elderly person');
RESET ROLE;
SET LOCAL ROLE welfare_owner;
UPDATE reference.rate SET valid = '[2005-10-01,2026-07-01)' WHERE programme = 'aids';
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT lives_ok($$SELECT payment.prepare('2026-06-01')$$, 'the last month of a rate is prepared');
SELECT throws_ok($$SELECT payment.prepare('2026-07-01')$$, 'WF031', 'there is no rate of the AIDS allowance for 2026-07-01', 'and the month after it is refused, not guessed');
RESET ROLE;
SET LOCAL ROLE welfare_owner;
UPDATE reference.rate SET valid = '[2005-10-01,)' WHERE programme = 'aids';
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT throws_ok($$SELECT payment.prepare('2026-11-01')$$, 'WF030', NULL, 'ER13: a month that has not come is not prepared');
SELECT throws_ok($$SELECT payment.prepare('2026-09-15')$$, 'WF034', NULL, 'AQ: nor half a month');
SELECT throws_ok($$SELECT payment.prepare('2569-09-01')$$, 'WF034', NULL, 'RC3: nor a Buddhist-era year typed as CE');
SELECT throws_ok($$SELECT payment.prepare(NULL)$$, 'WF033', 'the month is required', 'nor no month');
SET LOCAL welfare.language = 'th';
SELECT throws_ok($$SELECT payment.prepare('2026-11-01')$$, 'WF030', 'เดือน 2026-11-01 ยังมาไม่ถึง (วันนี้ 2026-10-01)', 'and says so in Thai');
SELECT throws_ok($$SELECT report.compile(NULL)$$, 'WF040', 'กรุณาระบุ ปี', 'IS10: the year is required');
SELECT throws_ok($$SELECT * FROM report.summary_by_programme()$$, 'WF040', 'กรุณาระบุ ปี', 'IS10: in a report too');
SELECT throws_ok($$SELECT report.compile(2570)$$, 'WF042', NULL, 'IS10: a year that is not over is not closed');
SELECT throws_ok($$SELECT report.compile(2569, '2026-10-01')$$, 'WF043', NULL, 'IS10: nor counted at a month outside it');
SELECT * FROM finish();
ROLLBACK;

-- AR2: what is shown to those who may not know whom it counts: no health data, and no small count, nor what would give one away;
-- and what refusals tell. Beside it two databases are compared by test/aids_apart.t.
\ir fixture.psql
SELECT plan(29);

-- two in one authority, five in another and six in a third; one of them on the AIDS allowance
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.import(VARIADIC (SELECT array_agg(jsonb_build_object('thai_id', pg_temp.id(number), 'authority_code', CASE WHEN number <= 2 THEN '5730102' WHEN number <= 7 THEN '6730213' ELSE '6730123' END)) FROM generate_series(1, 13) AS number)
  || jsonb_build_object('thai_id', pg_temp.id(3), 'authority_code', '6730213', 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}')) \g /dev/null
SELECT payment.prepare('2026-09-01') \g /dev/null
SELECT report.compile(2569) \g /dev/null
SELECT is((SELECT sum(claims) FROM report.summary_by_programme(2569)), 14::numeric, 'an administrator sees true counts');
SELECT pg_temp.become('welfare_report');
SELECT results_eq('SELECT authority_code, programme::text, suppressed, claims, amount, other_payers FROM report.allowance_by_authority ORDER BY authority_code',
                  $$VALUES (5730102, 'elderly', true, NULL::bigint, NULL::numeric, NULL::numeric), (6730123, 'elderly', false, 6, 4200.00, 0.00), (6730213, 'elderly', true, NULL, NULL, NULL)$$,
                  'AR2: BI sees no count under five, nor the next smallest, that the province''s total would tell it by; nor a row of the AIDS allowance');
SELECT throws_ok('SELECT * FROM report.summary_by_programme(2569)', '42501', NULL, 'BI does not call the officers'' report');
SELECT throws_ok('SELECT * FROM report.programme_total', '42501', NULL, 'nor reads the roll-up itself');
SELECT throws_ok('SELECT * FROM report.public_total', '42501', NULL, 'nor what lies under the view');
SELECT throws_ok('SELECT * FROM report.disclosed_totals(2569, ''2026-10-01'')', '42501', NULL, 'nor how it is worked out, by another day''s rule');
RESET ROLE;
SELECT is((SELECT array_agg(DISTINCT num_nulls(claims, amount, other_payers)) FROM report.public_total WHERE suppressed), '{3}', 'what a view does not show is not stored for it either');

-- the rule is a row: another threshold, another day; without a rule nothing is shown
UPDATE reference.disclosure_rule SET valid = daterange(NULL, '2026-10-01');
INSERT INTO reference.disclosure_rule (valid, least_count, legal_basis) VALUES ('[2026-10-01,2026-11-01)', 1, 'ทดสอบ');
SELECT is((SELECT count(*) FILTER (WHERE suppressed) FROM report.disclosed_totals(2569, '2026-10-01')), 0::bigint, 'a least of one shows every count');
SELECT is((SELECT count(*) FILTER (WHERE suppressed) FROM report.disclosed_totals(2569, '2026-09-30')), 2::bigint, 'the day before, the rule of that day');
SELECT is((SELECT count(*) FILTER (WHERE NOT suppressed) FROM report.disclosed_totals(2569, '2026-11-01')), 0::bigint, 'no rule on the day: nothing is shown');
UPDATE reference.disclosure_rule SET valid = daterange(NULL, '2020-01-01') WHERE least_count = 5;
UPDATE reference.disclosure_rule SET valid = '[2020-01-01,)', least_count = 5 WHERE least_count = 1;

-- Brute force: a hundred nations of four provinces with one to four authorities each, counts of all sizes.
SET LOCAL ROLE welfare_owner;
SELECT setseed(0.42) \g /dev/null
INSERT INTO reference.district (district_code, province_code, name_thai, name_english)
SELECT province_code * 100 + 99, province_code, 'ทดสอบ', 'Test' FROM reference.province WHERE province_code IN (10, 50, 73, 90);
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai)
SELECT 6000000 + province_code * 10000 + 9900 + number, 'subdistrict_administrative_organization', province_code * 100 + 99, province_code, 'ทดสอบ ' || number
  FROM reference.province CROSS JOIN generate_series(1, 4) AS number WHERE province_code IN (10, 50, 73, 90);
INSERT INTO report.compilation (fiscal_year, reference_month, compiled_at, compiled_by)
SELECT year, (upper(welfare.fiscal_year_range(year)) - 1 - interval '29 days')::date, now(), 'tester' FROM generate_series(2570, 2669) AS year;
INSERT INTO report.programme_total (fiscal_year, authority_code, programme, district_code, province_code, claims, amount, other_payers)
SELECT year, authority_code, programme, district_code, province_code, claims, claims * 600, 0
  FROM (SELECT year, authority_code, programme, district_code, province_code,
               CASE WHEN random() < 0.4 THEN 1 + floor(random() * 4) WHEN random() < 0.8 THEN 5 + floor(random() * 6) ELSE 11 + floor(random() * 500) END::bigint AS claims
          FROM generate_series(2570, 2669) AS year CROSS JOIN reference.local_authority CROSS JOIN reference.programme
         WHERE authority_code % 10000 / 100 = 99 AND random() < 0.6) AS made;
RESET ROLE;
CREATE TEMP TABLE cell AS
SELECT shown.*, total.claims AS truth FROM generate_series(2570, 2669) AS year CROSS JOIN LATERAL report.disclosed_totals(year, '2026-10-01') AS shown
  JOIN report.programme_total AS total USING (fiscal_year, authority_code, programme);
CREATE TEMP TABLE hidden AS
SELECT fiscal_year, programme, province_code, count(*) AS cells, sum(truth) AS total, array_agg(truth ORDER BY authority_code) AS truth
  FROM cell WHERE suppressed GROUP BY fiscal_year, programme, province_code;
SELECT ok((SELECT count(*) > 1000 AND count(*) FILTER (WHERE suppressed) > 500 AND count(*) FILTER (WHERE NOT suppressed) > 300 FROM cell), 'there is enough to try, suppressed and shown');
SELECT ok((SELECT count(*) FROM cell) = (SELECT count(*) FROM report.programme_total WHERE fiscal_year >= 2570 AND programme <> 'aids')
          AND NOT EXISTS (SELECT FROM cell WHERE programme = 'aids'), 'AR2: every row but those of health data');
SELECT is_empty('SELECT * FROM cell WHERE truth < 5 AND NOT suppressed', 'AR2: no count under five is shown');
SELECT is_empty('SELECT * FROM cell WHERE NOT suppressed AND (claims, amount) IS DISTINCT FROM (truth, truth * 600::numeric)', 'what is shown is true');
SELECT is_empty('SELECT * FROM cell WHERE suppressed AND num_nonnulls(claims, amount, other_payers) > 0', 'what is suppressed shows no figure');
-- Whoever knows a province's total knows the sum of what is suppressed in it: every way to make it up of counts from one on is tried.
CREATE TEMP TABLE guess AS
WITH RECURSIVE made AS (
  SELECT fiscal_year, programme, province_code, cells, total, '{}'::bigint[] AS guessed, total AS left_over FROM hidden
   WHERE total <= 40
   UNION ALL
  SELECT fiscal_year, programme, province_code, cells, total, guessed || value, left_over - value
    FROM made CROSS JOIN LATERAL generate_series(1, left_over::integer - (cells::integer - cardinality(guessed) - 1)) AS value
   WHERE cardinality(guessed) < cells AND (cardinality(guessed) < cells - 1 OR value = left_over)
)
SELECT fiscal_year, programme, province_code, position, count(DISTINCT value) AS values, max(value) AS largest
  FROM made CROSS JOIN LATERAL unnest(guessed) WITH ORDINALITY AS each (value, position)
 WHERE cardinality(guessed) = cells AND left_over = 0
 GROUP BY fiscal_year, programme, province_code, position;
SELECT ok((SELECT count(DISTINCT (fiscal_year, programme, province_code)) > 300 FROM guess), 'many sums are tried');
SELECT is_empty($$SELECT guess.* FROM guess WHERE (values < 5 OR largest < 5)
                   AND EXISTS (SELECT FROM cell WHERE (cell.fiscal_year, cell.programme, cell.province_code) = (guess.fiscal_year, guess.programme, guess.province_code) AND NOT suppressed)$$,
                'AR2: beside a province''s total, each suppressed count could be five others, and five or more, unless all of the province is suppressed');
SELECT is_empty($$SELECT fiscal_year, programme FROM cell WHERE suppressed GROUP BY fiscal_year, programme HAVING (count(*) < 2 OR sum(truth) - count(*) < 4)
                   AND EXISTS (SELECT FROM cell AS shown WHERE (shown.fiscal_year, shown.programme) = (cell.fiscal_year, cell.programme) AND NOT shown.suppressed)$$, 'nor does the nation''s total tell one');
SELECT is_empty($$SELECT * FROM cell WHERE suppressed AND truth >= 5
                   AND NOT EXISTS (SELECT FROM cell AS small WHERE (small.fiscal_year, small.programme) = (cell.fiscal_year, cell.programme) AND small.truth < 5)$$, 'nothing is suppressed where nothing is small');
SELECT is_empty($$SELECT 1 FROM cell JOIN cell AS smaller USING (fiscal_year, programme, province_code) WHERE cell.suppressed AND NOT smaller.suppressed AND smaller.truth < cell.truth$$, 'beside small counts the smallest go first');

-- AR2, IS8.3: rows broken on purpose ask the register nothing. Held at 6730213: one with the AIDS allowance, one without;
-- a third is known to nobody. Whatever an officer of 5730102 tries, the answers about the three are the same.
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(11), 'authority_code', '6730213'),
  jsonb_build_object('thai_id', pg_temp.id(11), 'authority_code', '6730213', 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}'),
  jsonb_build_object('thai_id', pg_temp.id(12), 'authority_code', '6730213'),
  jsonb_build_object('thai_id', pg_temp.id(12), 'authority_code', '6730213', 'programme', 'disability', 'facts', '{disability_card}')) \g /dev/null
SELECT pg_temp.become('welfare_authority', 5730102);
SELECT is((SELECT count(DISTINCT replace(coalesce(pg_temp.refusal(probe || jsonb_build_object('thai_id', pg_temp.id(person))), 'taken'), pg_temp.id(person), 'ID')) FROM unnest(ARRAY[11, 12, 13]) AS person),
          1::bigint, 'AR2: ' || probe::text || ' tells nothing of who is held elsewhere')
  FROM unnest(ARRAY[
    '{"programme": "aids", "authority_code": "6730213", "title": "", "facts": "{!poor}"}',
    '{"programme": "aids", "authority_code": "6730213", "facts": "{!poor}"}',
    '{"programme": "aids", "authority_code": "", "facts": "{!poor}"}',
    '{"programme": "aids", "authority_code": "6730213", "birth_date": "01/01/2480"}',
    '{"programme": "elderly", "authority_code": "6730213", "first_name": "อื่น"}']::jsonb[]) AS probe;
SELECT is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(11), 'programme', 'aids', 'facts', '{aids_certified}')), pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(12), 'programme', 'aids', 'facts', '{aids_certified}')),
          'IS8.3: asked for the own authority, the answer names the holder, whatever the programme');

-- administrators' acts need an administrator who is known and sees the nation
SELECT pg_temp.become('welfare_admin');
RESET ROLE;
SELECT set_config('welfare.nation', 'off', true) \g /dev/null
CREATE ROLE tester_login IN ROLE welfare_admin;
SET LOCAL SESSION AUTHORIZATION tester_login;
SELECT throws_ok('SELECT payment.prepare(''2026-08-01'')', 'WF004', NULL, 'QS1: a payroll needs sight of the nation');
SELECT throws_ok('SELECT * FROM payment.unpaid_summary(''2026-09-01'')', 'WF004', NULL, 'so does the list of the unpaid');
SELECT throws_ok('SELECT report.compile(2569)', 'WF004', NULL, 'and the closing of a year');
RESET SESSION AUTHORIZATION;
SELECT * FROM finish();
ROLLBACK;

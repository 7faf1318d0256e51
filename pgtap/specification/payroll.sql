-- The specification on import, payroll and the summary report: ER13, DR13, RC7, RC8, AR3, DC5, IS10.3, the golden case.
\set ON_ERROR_STOP on
BEGIN;
SET search_path = tap, welfare, public;
SET welfare.language = 'en';
SELECT plan(179);
SET LOCAL welfare.principal = 'specification';
SET LOCAL welfare.nation = on;
SET LOCAL welfare.duty = 'administrator';
SET LOCAL welfare.business_date = '2026-10-01';

\ir people.psql


------------------------------------------------------------------ golden case of fiscal year 2553
SELECT registry.begin_import('golden') AS imp \gset
SELECT pg_temp.add(:imp, 201, '15/06/2480', 'elderly', '15/08/2552', '20/08/2552');
SELECT pg_temp.add(:imp, 202, '00/00/2478', 'elderly', '๑๕ สิงหาคม ๒๕๕๒', '2009-08-20');
SELECT pg_temp.add(:imp, 203, '15/06/2510', 'aids', '15/08/2552', '20/09/2552');
SELECT pg_temp.add(:imp, 204, '15/06/2510', 'disability', '15/09/2552', '20/09/2552');
SELECT pg_temp.add(:imp, 205, '15/06/2535', 'disability', '15/09/2552', '20/09/2552');
CREATE TEMP TABLE fin AS SELECT * FROM registry.finish_import(:imp);
SELECT is((SELECT row_count::int FROM fin), 5, 'golden: five rows');
SELECT is((SELECT persons_added::int FROM fin), 5, 'golden: five persons');
SELECT is((SELECT claims_added::int FROM fin), 5, 'golden: five claims');
SELECT is((SELECT refused::int FROM fin), 0, 'golden: none refused');
SELECT is((SELECT count(*)::int FROM registry.import_refusals(:imp)), 0, 'golden: no refusals listed');
SELECT is(pg_temp.first(n, p), date '2009-10-01', format('golden: entitlement of %s starts October 2552', n)) FROM (VALUES (201, 'elderly'), (202, 'elderly'), (203, 'aids'), (204, 'disability'), (205, 'disability')) v(n, p);

CREATE TEMP TABLE pay0 AS SELECT * FROM payment.prepare('2009-09-01');
SELECT is((SELECT coalesce(sum(lines), 0)::int FROM pay0), 0, 'golden: nothing in September 2552');
CREATE TEMP TABLE pay1 AS SELECT * FROM payment.prepare('2009-10-01');
SELECT is((SELECT sum(lines)::int FROM pay1), 5, 'golden: five lines in October 2552');
SELECT is((SELECT sum(added)::int FROM pay1), 5, 'golden: all five new');
SELECT is((SELECT sum(allowance)::numeric FROM pay1), 2500::numeric, 'golden: 2,500 baht');
SELECT is((SELECT coalesce(sum(top_up), 0)::numeric + coalesce(sum(other_payers), 0) FROM pay1), 0::numeric, 'golden: no top-up, no other payer');
SELECT is((SELECT lines::int FROM pay1 WHERE programme::text = p), n, 'golden: lines of ' || p) FROM (VALUES ('elderly', 2), ('aids', 1), ('disability', 2)) v(p, n);
SELECT is((SELECT allowance::numeric FROM pay1 WHERE programme::text = p), n::numeric, 'golden: baht of ' || p) FROM (VALUES ('elderly', 1000), ('aids', 500), ('disability', 1000)) v(p, n);
CREATE TEMP TABLE pay2 AS SELECT * FROM payment.prepare('2009-10-01');
SELECT is((SELECT coalesce(sum(added), 0)::int FROM pay2), 0, 'golden: October again adds nothing');
SELECT is((SELECT count(*)::int FROM payment.line WHERE month = '2009-10-01'), 5, 'golden: still five lines');
SELECT is((SELECT sum(lines)::int FROM pay2), 5, 'golden: October again counts five lines');

-- uncompiled
CREATE FUNCTION pg_temp.rows_of(y integer) RETURNS integer LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT count(*) FROM report.summary_by_programme(fiscal_year => y));
EXCEPTION WHEN OTHERS THEN RETURN 0;
END $$;
SELECT is(pg_temp.rows_of(2553), 0, 'IS10 a year that is not compiled shows nothing');

SELECT count(*) FROM generate_series('2009-11-01'::date, '2010-09-01', '1 month') g, LATERAL payment.prepare(g::date) p;
SELECT is((SELECT count(*)::int FROM payment.line WHERE month BETWEEN '2009-10-01' AND '2010-09-01'), 60, 'golden: sixty lines in twelve months');
SELECT is((SELECT sum(allowance)::numeric FROM payment.line WHERE month BETWEEN '2009-10-01' AND '2010-09-01'), 30000::numeric, 'golden: 30,000 baht in the year');
SELECT is((SELECT array_agg(DISTINCT allowance::numeric) FROM payment.line WHERE month BETWEEN '2009-10-01' AND '2010-09-01'), ARRAY[500::numeric], 'golden: 500 each');
SELECT report.compile(2553);
CREATE FUNCTION pg_temp.summary(y integer) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(format('%s / %s / %s / %s / %s', elderly, aids, disability, claims, to_char(amount, 'FM999,999,990.00')), '; ')
  FROM report.summary_by_programme(fiscal_year => y) WHERE local_authority_code::text = '5730102' $$;
SELECT is(pg_temp.summary(2553), '2 / 1 / 2 / 5 / 2,500.00', 'golden: figure 31');
SELECT is((SELECT array_agg(province::text || '|' || district::text || '|' || local_authority::text) FROM report.summary_by_programme(fiscal_year => 2553) WHERE local_authority_code::text = '5730102'),
          ARRAY['นครปฐม|เมืองนครปฐม|เทศบาลตำบลดอนยายหอม'], 'golden: names of province, district and authority');

-- one more AIDS claim
SELECT registry.begin_import('golden-6') AS imp6 \gset
SELECT pg_temp.add(:imp6, 206, '15/06/2512', 'aids', '15/08/2552', '20/09/2552');
SELECT is((SELECT claims_added::int FROM registry.finish_import(:imp6)), 1, 'golden: one more AIDS claim');
CREATE TEMP TABLE pay3 AS SELECT p.* FROM generate_series('2009-10-01'::date, '2010-09-01', '1 month') g, LATERAL payment.prepare(g::date) p;
SELECT is((SELECT sum(added)::int FROM pay3), 12, 'golden: twelve more lines');
SELECT is((SELECT sum(lines)::int FROM pay3), 72, 'golden: seventy-two lines');
SELECT is(pg_temp.summary(2553), '2 / 1 / 2 / 5 / 2,500.00', 'IS10 the compiled year keeps its figures until it is compiled again');
SELECT report.compile(2553);
SELECT is(pg_temp.summary(2553), '2 / 2 / 2 / 6 / 3,000.00', 'golden: with one more AIDS claim');
SELECT throws_ok('SELECT * FROM report.summary_by_programme(fiscal_year => NULL)', NULL, NULL, 'IS10 the year is required');
SET welfare.language = 'th';
SELECT throws_like('SELECT * FROM report.summary_by_programme(fiscal_year => NULL)', '%กรุณาระบุ ปี%', 'IS10 the message for a missing year');
SET welfare.language = 'en';

------------------------------------------------------------------ import: refusals and the second run
SELECT registry.begin_import('specification-refusals') AS bad \gset
SELECT pg_temp.add(:bad, 300 + g, '15/06/2490', 'elderly', '15/01/2568', '20/01/2568') FROM generate_series(1, 20) g;
CREATE TEMP TABLE l AS SELECT line_number, row_number() OVER (ORDER BY line_number) AS k FROM registry.import_row WHERE import_id = :bad;
CREATE FUNCTION pg_temp.spoil(k integer, what text, val text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('UPDATE registry.import_row SET %I = %L WHERE line_number = (SELECT line_number FROM pg_temp.l WHERE l.k = %s) AND import_id = (SELECT max(import_id) FROM registry.import_row)', what, val, k);
END $$;
SELECT pg_temp.spoil(k, what, val) FROM (VALUES
  (1, 'thai_id', '4444444444444'), (2, 'thai_id', '9999999999999'), (3, 'thai_id', '1000000001006'), (4, 'thai_id', '0994000617721'), (5, 'thai_id', '9000000000004'),
  (6, 'birth_date', '15/02/2483'), (7, 'birth_date', '29/02/2484'), (8, 'birth_date', '15/06/1947'), (9, 'facts', '{thai_natonality}'), (10, 'programme', 'widows'),
  (11, 'authority_code', '5739999'), (12, 'claimed_on', '31/02/2568'), (13, 'thai_id', NULL), (14, 'budget_type', 'imaginary'), (15, 'way_of_payment', 'by_pigeon'),
  (16, 'sex', 'ชาย'), (17, 'claimed_on', '๑๕ ม.ค. ๖๘'), (18, 'thai_id', '๓-๐๐๐๐-๐๐๐๔๐-๐๐-' || to_thai_digits((thai_id_check_digit('300000004000'))::text))) v(k, what, val);
CREATE TEMP TABLE finbad AS SELECT * FROM registry.finish_import(:bad);
SELECT is((SELECT row_count::int FROM finbad), 20, 'refusals: twenty rows');
SELECT is((SELECT refused::int FROM finbad), 15, 'refusals: fifteen refused');
SELECT is((SELECT claims_added::int FROM finbad), 5, 'refusals: the five good rows are claims');
SELECT ok(EXISTS (SELECT FROM registry.import_refusals(:bad) r JOIN l USING (line_number) WHERE l.k = v.k AND coalesce(reason::text, '') <> ''), 'refused with a reason: ' || why) FROM (VALUES
  (1, 'the manual''s 4444444444444'), (2, 'the manual''s 9999999999999'), (3, 'wrong check digit'), (4, 'DC5 first digit 0'), (5, 'DC5 first digit 9'), (6, 'RC5 February 2483'), (7, '29 February 2484'), (8, 'CE year'),
  (9, 'misspelt fact'), (10, 'unknown programme'), (11, 'unknown authority'), (12, '31 February'), (13, 'no number'), (14, 'unknown budget type'), (15, 'unknown way of payment')) v(k, why);
SELECT is((SELECT array_agg(k ORDER BY k) FROM registry.import_refusals(:bad) r JOIN l USING (line_number) WHERE k > 15), NULL, 'no good row is refused');
SELECT ok(EXISTS (SELECT FROM registry.claim WHERE thai_id = ('300000004000' || thai_id_check_digit('300000004000'))::thai_id), 'a number in Thai digits is that person');
SELECT ok(NOT EXISTS (SELECT FROM registry.claim WHERE thai_id::text ~ '^[09]'), 'DC5 nobody with first digit 0 or 9 has a claim');

SELECT registry.begin_import('golden-again') AS again \gset
SELECT pg_temp.add(:again, 201, '15/06/2480', 'elderly', '15/08/2552', '20/08/2552');
SELECT pg_temp.add(:again, 202, '00/00/2478', 'elderly', '15/08/2552', '20/08/2552');
SELECT pg_temp.add(:again, 203, '15/06/2510', 'aids', '15/08/2552', '20/09/2552');
CREATE TEMP TABLE finagain AS SELECT * FROM registry.finish_import(:again);
SELECT is((SELECT persons_added::int + claims_added::int FROM finagain), 0, 'a second run adds nothing');
SELECT is((SELECT unchanged::int FROM finagain), 3, 'a second run counts the rows as unchanged');
SELECT is((SELECT refused::int FROM finagain), 0, 'a second run refuses nothing');

-- IS8.3: live claims are unique in the nation; no programme while another authority has a live claim
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai)
  VALUES ('5730103', 'subdistrict_municipality', '7301', '73', 'เทศบาลตำบลทดสอบ') ON CONFLICT DO NOTHING;
CREATE FUNCTION pg_temp.refusal(n integer, born text, prog text, claimed text, ordered text, what text DEFAULT NULL, val text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
DECLARE i bigint := registry.begin_import('specification-one-' || n || prog);
BEGIN
  PERFORM pg_temp.add(i, n, born, prog, claimed, ordered);
  IF what IS NOT NULL THEN EXECUTE format('UPDATE registry.import_row SET %I = %L WHERE import_id = %s', what, val, i); END IF;
  PERFORM * FROM registry.finish_import(i);
  RETURN (SELECT string_agg(reason::text, '; ') FROM registry.import_refusals(i));
END $$;
SELECT matches(pg_temp.refusal(203, '15/06/2510', p, '15/06/2567', '20/06/2567', 'authority_code', '5730103'), 'เทศบาลตำบลดอนยายหอม', 'IS8.3 refused, naming the authority of the live claim: ' || p) FROM unnest(ARRAY['aids', 'disability', 'elderly']) p;
SELECT doesnt_match(pg_temp.refusal(203, '15/06/2510', 'disability', '15/06/2567', '20/06/2567', 'authority_code', '5730103'), '(?i)aids|เอดส์', 'IS8.3 AR2 never naming a programme');
SELECT isnt(pg_temp.refusal(201, '15/06/2480', 'elderly', '15/07/2567', '20/07/2567'), NULL, 'DE15 a second claim at the same authority is refused as already recorded');
SELECT isnt(pg_temp.refusal(350, '15/06/2500', 'elderly', '15/06/2567', '20/06/2567', what, val), NULL, 'refused: ' || why) FROM (VALUES
  ('way_of_payment', 'own_account', 'IS8.6 a transfer needs an account'), ('top_up', '-5', 'a negative top-up'), ('top_up', 'abc', 'a top-up in letters'), ('budget_type', NULL, 'IS8.5 budget type is required'),
  ('first_name', ' ', 'IS8.2 first name is required'), ('birth_date', NULL, 'IS8.2 birth date is required'), ('last_name', NULL, 'IS8.2 last name is required'), ('sex', 'x', 'unknown sex')) v(what, val, why);
SELECT is(pg_temp.refusal(350, '15/06/2500', 'elderly', '15/06/2567', '20/06/2567'), NULL, 'the same row without the mistake is taken');

------------------------------------------------------------------ components
SELECT registry.begin_import('specification-components') AS imp \gset
SELECT pg_temp.add(:imp, n, born, 'elderly', '15/03/2560', '20/03/2560') FROM (VALUES
  (401, '15/06/2500'), (402, '15/06/2490'), (403, '15/06/2480'), (404, '15/06/2470'), (405, '15/05/2496'), (406, '02/10/2496'), (407, '01/10/2496'), (408, '15/10/2486'),
  (409, '00/00/2479'), (410, '00/00/2487'), (411, '00/07/2487'), (412, '00/02/2478'), (413, '00/00/2478'), (414, '15/05/2476')) v(n, born);
-- 401 is registered in March 2560 with 60 complete by 30 September 2560
SELECT pg_temp.add(:imp, n, born, 'disability', '15/06/2563', '20/06/2563', f) FROM (VALUES
  (421, '15/06/2510', '{thai_nationality, in_house_register, disability_card, !state_shelter, welfare_card}'),
  (422, '15/06/2510', '{thai_nationality, in_house_register, disability_card, !state_shelter, !welfare_card}'),
  (423, '15/08/2551', '{thai_nationality, in_house_register, disability_card, !state_shelter, welfare_card}'),
  (424, '01/10/2551', '{thai_nationality, in_house_register, disability_card, !state_shelter}')) v(n, born, f);
-- bars and what is not known (ER6, ER18, DR6)
SELECT pg_temp.add(:imp, n, '15/06/2500', p, '15/06/2567', '20/06/2567', f) FROM (VALUES
  (431, 'elderly', '{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'),
  (432, 'elderly', '{thai_nationality, in_house_register, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'),
  (433, 'elderly', '{!thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'),
  (434, 'elderly', '{thai_nationality, !in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'),
  (435, 'disability', '{thai_nationality, in_house_register, !disability_card, !state_shelter}'),
  (436, 'disability', '{thai_nationality, in_house_register, disability_card, state_shelter}'),
  (437, 'disability', '{thai_nationality, in_house_register, disability_card}'),
  (438, 'aids', '{!thai_nationality, in_house_register, aids_certified, poor}'),
  (451, 'elderly', '{thai_nationality, in_house_register, !state_pension, special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'),
  (452, 'elderly', '{thai_nationality, in_house_register, !state_pension, !special_pension, state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'),
  (453, 'elderly', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, state_salary, !state_enterprise_salary, !local_authority_salary}'),
  (454, 'elderly', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, state_enterprise_salary, !local_authority_salary}'),
  (455, 'elderly', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, local_authority_salary}'),
  (456, 'elderly', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !insufficient_income}'),
  (457, 'elderly', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !aged_60}'),
  (458, 'disability', '{thai_nationality, in_house_register, disability_card, !state_shelter, state_pension}'),
  (459, 'disability', '{!thai_nationality, in_house_register, disability_card, !state_shelter}'),
  (460, 'disability', '{}'),
  (461, 'aids', '{in_house_register, aids_certified, abandoned}'),
  (462, 'aids', '{in_house_register, aids_certified, no_supporter}'),
  (463, 'aids', '{in_house_register, aids_certified, cannot_work}'),
  (464, 'aids', '{in_house_register, aids_certified}'),
  (465, 'aids', '{in_house_register, poor}'),
  (466, 'aids', '{in_house_register, !aids_certified, poor}'),
  (467, 'aids', '{!in_house_register, aids_certified, poor}'),
  (468, 'aids', '{in_house_register, aids_certified, !poor, !abandoned, !no_supporter, !cannot_work}'),
  (439, 'elderly', NULL)) v(n, p, f);
SELECT pg_temp.add(:imp, 440, '15/06/2520', 'elderly', '15/06/2567', '20/06/2567');
-- one person, three programmes (AR3), with a top-up on one
SELECT pg_temp.add(:imp, 441, '15/06/2500', p, '15/06/2567', '20/06/2567',
  '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, disability_card, welfare_card, aids_certified, poor}', t)
  FROM (VALUES ('elderly', '200'), ('disability', NULL), ('aids', NULL)) v(p, t);
CREATE TEMP TABLE fin2 AS SELECT * FROM registry.finish_import(:imp);
SELECT is((SELECT array_agg(r::text) FROM registry.import_refusals(:imp) r WHERE (SELECT refused FROM fin2) > 0 AND codes <> '{WF06L}'), NULL, 'no row is refused but, by IS8.5, AIDS without the physician''s certification');

SELECT count(*) FROM generate_series('2021-10-01'::date, '2022-10-01', '1 month') g, LATERAL payment.prepare(g::date) p;
SELECT is(pg_temp.comp(n, 'elderly', m), c, format('RC8.1 components of %s in %s', n, to_char(m, 'YYYY-MM'))) FROM (VALUES
  (401, date '2022-03-01', 'base=600'), (401, '2022-04-01', 'additional=100 base=600'), (401, '2022-05-01', 'additional=100 base=600'), (401, '2022-06-01', 'additional=100 base=600'), (401, '2022-07-01', 'additional=100 base=600'),
  (401, '2022-08-01', 'additional=100 base=600'), (401, '2022-09-01', 'additional=100 base=600'), (401, '2022-10-01', 'base=600'),
  (402, '2022-03-01', 'base=700'), (402, '2022-04-01', 'additional=150 base=700'), (402, '2022-09-01', 'additional=150 base=700'), (402, '2022-10-01', 'base=700'),
  (403, '2022-03-01', 'base=800'), (403, '2022-04-01', 'additional=200 base=800'), (403, '2022-09-01', 'additional=200 base=800'), (403, '2022-10-01', 'base=800'),
  (404, '2022-03-01', 'base=1000'), (404, '2022-04-01', 'additional=250 base=1000'), (404, '2022-09-01', 'additional=250 base=1000'), (404, '2022-10-01', 'base=1000')) v(n, m, c);
SELECT is(pg_temp.comp(421, 'disability', m), 'base=800 welfare_card=200', 'RC8.2 no additional component for disability in ' || m) FROM (VALUES (date '2022-03-01'), ('2022-04-01')) v(m);
SELECT is(pg_temp.comp(422, 'disability', '2022-04-01'), 'base=800', 'RC8.2 no card, no component');
SELECT is(pg_temp.comp(423, 'disability', '2022-04-01'), 'base=1000', 'RC8.2 under 18: 1,000 and no card component');
SELECT isnt((SELECT payer::text FROM payment.line_component WHERE thai_id::text = pg_temp.tid(421) AND month = '2022-04-01' AND component::text = 'welfare_card'),
            (SELECT payer::text FROM payment.line_component WHERE thai_id::text = pg_temp.tid(421) AND month = '2022-04-01' AND component::text = 'base'), 'RC8.2 the card component has another payer');
SELECT is((SELECT allowance::numeric FROM payment.line WHERE thai_id::text = pg_temp.tid(421) AND month = '2022-04-01'), 800::numeric, 'RC8.2 the line''s own amount stays 800');
SELECT is((SELECT other_payers::numeric FROM payment.line WHERE thai_id::text = pg_temp.tid(421) AND month = '2022-04-01'), 200::numeric, 'RC8.2 the line keeps the 200 apart');
SELECT is((SELECT allowance::numeric FROM payment.line WHERE thai_id::text = pg_temp.tid(404) AND month = '2022-04-01'), 1250::numeric, 'RC8.1 the line carries both components');
SELECT is((SELECT count(*)::int FROM payment.line l WHERE l.allowance + l.other_payers IS DISTINCT FROM
           (SELECT sum(c.amount) FROM payment.line_component c WHERE c.thai_id = l.thai_id AND c.programme = l.programme AND c.month = l.month AND c.component::text IN ('base', 'additional', 'welfare_card'))), 0, 'components add up to the line');

------------------------------------------------------------------ steps before and after September 2566
SELECT count(*) FROM generate_series('2023-07-01'::date, '2024-08-01', '1 month') g, LATERAL payment.prepare(g::date) p;
SELECT is(pg_temp.amt(n, 'elderly', m), r::numeric, format('step: %s in %s', n, to_char(m, 'YYYY-MM'))) FROM (VALUES
  (405, date '2023-07-01', 600), (405, '2023-08-01', 600), (405, '2023-09-01', 700), (406, '2023-10-01', 600), (406, '2023-11-01', 700), (407, '2023-09-01', 600), (407, '2023-10-01', 700), (408, '2023-10-01', 700), (408, '2023-11-01', 800),
  (414, '2023-08-01', 800), (414, '2023-09-01', 1000), (410, '2023-12-01', 700), (410, '2024-01-01', 800), (411, '2024-06-01', 700), (411, '2024-07-01', 800)) v(n, m, r);

------------------------------------------------------------------ unknown birth dates before 2484
SELECT count(*) FROM unnest(ARRAY['2025-12-01','2026-01-01','2026-02-01','2026-03-01','2026-04-01']::date[]) g, LATERAL payment.prepare(g) p;
SELECT is(pg_temp.amt(n, 'elderly', m), r::numeric, format('RC5 april: %s in %s', n, to_char(m, 'YYYY-MM'))) FROM (VALUES
  (409, date '2025-12-01', 800), (409, '2026-01-01', 800), (409, '2026-03-01', 800), (409, '2026-04-01', 1000), (412, '2026-01-01', 800), (412, '2026-02-01', 1000)) v(n, m, r);
SET LOCAL welfare.unknown_birth_before_2484 = 'january';
SELECT count(*) FROM unnest(ARRAY['2024-12-01','2025-01-01']::date[]) g, LATERAL payment.prepare(g) p;
SELECT is(pg_temp.amt(n, 'elderly', m), r::numeric, format('DC1 january: %s in %s', n, to_char(m, 'YYYY-MM'))) FROM (VALUES
  (413, date '2024-12-01', 800), (413, '2025-01-01', 1000), (412, '2025-01-01', 800), (409, '2025-01-01', 800)) v(n, m, r);
SET LOCAL welfare.unknown_birth_before_2484 = 'april';
SELECT count(*) FROM unnest(ARRAY['2025-03-01','2025-04-01']::date[]) g, LATERAL payment.prepare(g) p;
SELECT is(pg_temp.amt(413, 'elderly', m), r::numeric, format('RC5 april: 413 in %s', to_char(m, 'YYYY-MM'))) FROM (VALUES (date '2025-03-01', 800), ('2025-04-01', 1000)) v(m, r);

------------------------------------------------------------------ 18, bars, three programmes, top-up
CREATE TEMP TABLE pay26 AS SELECT 8 AS m, p.* FROM payment.prepare('2026-08-01') p UNION ALL SELECT 9, p.* FROM payment.prepare('2026-09-01') p UNION ALL SELECT 10, p.* FROM payment.prepare('2026-10-01') p;
SELECT is(pg_temp.comp(n, 'disability', m), c, format('DE5 components of %s in %s', n, to_char(m, 'YYYY-MM'))) FROM (VALUES
  (423, date '2026-08-01', 'base=1000'), (423, '2026-09-01', 'base=800 welfare_card=200'), (424, '2026-09-01', 'base=1000'), (424, '2026-10-01', 'base=800')) v(n, m, c);
SELECT is(pg_temp.amt(n, p, '2026-09-01'), r::numeric, format('%s %s: %s', p, n, why)) FROM (VALUES
  (431, 'elderly', NULL, 'ER18 a state pension bars'), (432, 'elderly', NULL, 'not known: nothing is paid'), (433, 'elderly', NULL, 'ER6 nationality'), (434, 'elderly', NULL, 'ER6 house register'), (439, 'elderly', 600, 'all criteria hold'),
  (435, 'disability', NULL, 'DR6 no card'), (436, 'disability', NULL, 'DR6 in a state shelter'), (437, 'disability', NULL, 'shelter not known: nothing is paid'), (438, 'aids', 500, 'DE19 nationality is not asked'),
  (451, 'elderly', NULL, 'ER18 a special pension bars'), (452, 'elderly', NULL, 'ER18 a state shelter bars'), (453, 'elderly', NULL, 'ER18 a state salary bars'), (454, 'elderly', NULL, 'ER18 a state enterprise salary bars'), (455, 'elderly', NULL, 'ER18 a local authority salary bars'),
  (456, 'elderly', 600, 'ER18 income is not yet the criterion'), (457, 'elderly', 600, 'IS8.5 60-or-over is computed'), (458, 'disability', 800, 'DR6 a pension is no bar'), (459, 'disability', NULL, 'DR6 nationality'), (460, 'disability', NULL, 'nothing known, nothing paid'),
  (461, 'aids', 500, 'AR1 abandoned'), (462, 'aids', 500, 'AR1 without a supporter'), (463, 'aids', 500, 'AR1 unable to work'), (464, 'aids', NULL, 'AR1 no ground known'), (465, 'aids', NULL, 'AR1 certificate not known'), (466, 'aids', NULL, 'AR1 not certified'), (467, 'aids', NULL, 'AR1 not domiciled'), (468, 'aids', NULL, 'AR1 no ground'), (440, 'elderly', NULL, 'not 60 yet'),
  (441, 'elderly', 600, 'AR3'), (441, 'disability', 800, 'AR3'), (441, 'aids', 500, 'AR3')) v(n, p, r, why);
SELECT is((SELECT top_up::numeric FROM payment.line WHERE thai_id::text = pg_temp.tid(441) AND programme::text = 'elderly' AND month = '2026-09-01'), 200::numeric, 'IS8.5 top-up on its line');
SELECT is((SELECT sum(coalesce(top_up, 0))::numeric FROM payment.line WHERE thai_id::text = pg_temp.tid(441) AND programme::text <> 'elderly' AND month = '2026-09-01'), 0::numeric, 'IS8.5 no top-up on the others');
SELECT is((SELECT count(*)::int FROM (SELECT FROM payment.line GROUP BY thai_id, programme, month HAVING count(*) > 1) d), 0, 'one line per claim and month');
SELECT is((SELECT array[sum(lines)::numeric, sum(allowance), sum(top_up), sum(other_payers)] FROM pay26 WHERE m = 9),
          (SELECT array[count(*)::numeric, sum(allowance), sum(top_up), sum(other_payers)] FROM payment.line WHERE month = '2026-09-01'), 'prepare reports the lines that it made');
SELECT is((SELECT array_agg(DISTINCT authority_code::text) FROM payment.line WHERE month = '2026-09-01'), ARRAY['5730102'], 'every line has its authority');

SELECT throws_ok($$SELECT * FROM payment.prepare('2026-11-01')$$, NULL, NULL, 'a month that has not come is refused');
SELECT throws_ok($$SELECT * FROM payment.prepare('2026-09-15')$$, NULL, NULL, 'a month is named by its 1st');
SELECT throws_ok($$SELECT * FROM payment.prepare(NULL)$$, NULL, NULL, 'no month is refused');
SELECT throws_ok('SELECT report.compile(2570)', NULL, NULL, 'IS10 a year that is not over cannot be compiled');
SELECT report.compile(2569);
SELECT is((SELECT array[elderly, aids, disability, claims]::int[] FROM report.summary_by_programme(fiscal_year => 2569) WHERE local_authority_code::text = '5730102'),
          (SELECT array[count(*) FILTER (WHERE programme::text = 'elderly'), count(*) FILTER (WHERE programme::text = 'aids'), count(*) FILTER (WHERE programme::text = 'disability'), count(*)]::int[] FROM payment.line WHERE month = '2026-09-01'), 'IS10 counts are those of September');
SELECT is((SELECT amount::numeric FROM report.summary_by_programme(fiscal_year => 2569) WHERE local_authority_code::text = '5730102'),
          (SELECT sum(allowance + coalesce(top_up, 0))::numeric FROM payment.line WHERE month = '2026-09-01'), 'IS10 baht: base and top-up, other payers apart');
SELECT is(pg_temp.summary(2553), '2 / 2 / 2 / 6 / 3,000.00', 'the compiled year 2553 is unchanged by later years');

SELECT * FROM finish();
ROLLBACK;

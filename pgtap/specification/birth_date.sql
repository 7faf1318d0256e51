-- The specification on welfare.birth_date: RC5, RC6, DC1, DC2, DC3.
\set ON_ERROR_STOP on
BEGIN;
SET search_path = tap, welfare, public;
SET welfare.language = 'en';
SELECT plan(184);

CREATE FUNCTION pg_temp.hint(sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE h text;
BEGIN
  EXECUTE sql;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS h = PG_EXCEPTION_HINT;
  RETURN h;
END $$;

-- RC5 spellings of one date
SELECT is(x::birth_date, '15/02/2478'::birth_date, 'RC5 same date: ' || x) FROM unnest(ARRAY[
  '15/02/2478', '๑๕ กุมภาพันธ์ ๒๔๗๘', '15 กุมภาพันธ์ 2478', '15 ก.พ. 2478', '24780215', '๒๔๗๘๐๒๑๕', '1936-02-15', '๑๕/๐๒/๒๔๗๘', ' 15/02/2478 ']) x;
SELECT is(legal_birth_date('15/02/2478'), date '1936-02-15', 'RC3 15 Feb 2478 is 15 Feb 1936');
SELECT is(legal_birth_date('1935-02-15'), date '1935-02-15', 'ISO is CE');
SELECT is('1935-02-15'::birth_date, '15/02/2477'::birth_date, 'ISO February 1935 is BE 2477');
SELECT is(x::birth_date, '00/00/2480'::birth_date, 'RC5 year only: ' || x) FROM unnest(ARRAY['24800000', '๐๐/๐๐/๒๔๘๐']) x;
SELECT is(x::birth_date, '00/07/2490'::birth_date, 'RC5 year and month: ' || x) FROM unnest(ARRAY['24900700', '1947-07-XX']) x;
SELECT is('1947-XX-XX'::birth_date, '00/00/2490'::birth_date, 'RC5 EDTF year only from 1941');
SELECT is('1941-XX-XX'::birth_date, '00/00/2484'::birth_date, 'RC5 EDTF 1941 is the first CE year without a month');
SELECT is('1940-07-XX'::birth_date, '00/07/2483'::birth_date, 'RC5 EDTF with month before 1941');
SELECT is('1940-02-XX'::birth_date, '00/02/2482'::birth_date, 'RC5 EDTF February 1940 is BE 2482');

-- precision kept
SELECT ok('00/00/2490'::birth_date <> '01/01/2490'::birth_date, 'RC5 unknown day and month is not 1 January');
SELECT ok('00/07/2490'::birth_date <> '01/07/2490'::birth_date, 'RC5 unknown day is not the 1st');
SELECT ok('00/00/2490'::birth_date <> '00/07/2490'::birth_date, 'RC5 precisions differ');
SELECT ok('00/00/2490'::birth_date < '01/01/2490'::birth_date, 'order on stored parts');

-- RC5 legal day
SELECT is(legal_birth_date(x::birth_date), r, 'RC5 legal day of ' || x) FROM (VALUES
  ('00/07/2490', date '1947-07-01'), ('00/00/2490', '1947-01-01'), ('00/00/2484', '1941-01-01'), ('00/00/2483', '1940-04-01'),
  ('00/00/2482', '1939-04-01'), ('00/00/2480', '1937-04-01'), ('00/00/2432', '1889-04-01'), ('00/02/2480', '1938-02-01'), ('00/04/2480', '1937-04-01'),
  ('00/03/2482', '1940-03-01'), ('00/12/2483', '1940-12-01'), ('29/02/2482', '1940-02-29'), ('31/12/2483', '1940-12-31'), ('01/01/2484', '1941-01-01'),
  ('01/04/2483', '1940-04-01'), ('31/03/2482', '1940-03-31'), ('31/12/2482', '1939-12-31'), ('31/03/2432', '1890-03-31'), ('01/04/2432', '1889-04-01'),
  ('31/12/2700', '2157-12-31')) v(x, r);
SET LOCAL welfare.unknown_birth_before_2484 = 'january';
SELECT is(legal_birth_date(x::birth_date), r, 'DC1 january: legal day of ' || x) FROM (VALUES
  ('00/00/2480', date '1937-01-01'), ('00/00/2483', '1940-01-01'), ('00/00/2484', '1941-01-01'), ('00/02/2480', '1938-02-01'), ('00/07/2480', '1937-07-01'),
  ('15/02/2478', '1936-02-15')) v(x, r);
SELECT is(first_month('00/00/2480', 90), date '2027-01-01', 'DC1 january: 90 from January 2570');
SELECT is('00/00/2480'::birth_date::text::birth_date, '00/00/2480'::birth_date, 'DC1 the setting does not change what is stored');
SET LOCAL welfare.unknown_birth_before_2484 = 'april';
SELECT is(legal_birth_date('00/00/2480'), date '1937-04-01', 'april again');
SELECT throws_ok($$SET LOCAL welfare.unknown_birth_before_2484 = 'may'$$, '22023', NULL, 'unknown value of the setting refused');

-- refusals
SELECT throws_ok(format('SELECT %L::birth_date', x), NULL, NULL, 'refused: ' || x || ' (' || why || ')') FROM (VALUES
  ('1940-XX-XX', 'two BE years'), ('1937-XX-XX', 'two BE years'), ('31/12/2431', 'before 2432'), ('00/00/2431', 'before 2432'), ('1889-03-31', 'before 2432'),
  ('01/01/2701', 'after 2700'), ('00/00/2701', 'after 2700'), ('2158-01-01', 'after 2700'), ('2490-07-15', 'era'), ('2478-02-15', 'era'), ('2490-07-XX', 'era'),
  ('2490-XX-XX', 'era'), ('15/07/1947', 'era'), ('00/00/1947', 'era'), ('19470715', 'era'), ('15 กรกฎาคม 1947', 'era'), ('15/02/78', 'two-digit year'), ('15 ก.พ. 78', 'two-digit year'),
  ('15/00/2480', 'day without month'), ('24800015', 'day without month'), ('1947-XX-15', 'day without month'), ('15/02/2483', 'never existed'),
  ('01/01/2483', 'never existed'), ('31/03/2483', 'never existed'), ('24830215', 'never existed'), ('00/02/2483', 'never existed'), ('1 มกราคม 2483', 'never existed'),
  ('29/02/2479', 'not a leap year'), ('29/02/2484', 'not a leap year'), ('30/02/2490', 'no such day'), ('31/04/2490', 'no such day'), ('32/01/2490', 'no such day'),
  ('15/13/2490', 'no such month'), ('00/13/2490', 'no such month'), ('1947-02-30', 'no such day'), ('99999999', 'no date'), ('', 'empty'), ('ไม่ทราบ', 'text'), ('15/02/2490 x', 'trailing text'),
  ('infinity', 'infinity')) v(x, why);
SELECT throws_ok(format('SELECT %L::birth_date', x), '22007', NULL, 'a bad literal has the SQLSTATE of PostgreSQL''s own date (22007): ' || x) FROM unnest(ARRAY['', 'abc', '12-34']) x;
-- RC5: "says so": that 1 January was entered for unknown, and what is written instead
SELECT matches(pg_temp.hint(format('SELECT %L::birth_date', x)), '1 January.*00/00/2483', 'RC5 the HINT tells of 1 January for unknown: ' || x) FROM unnest(ARRAY['15/02/2483', '01/01/2483', '24830331', '00/03/2483']) x;
SELECT lives_ok(format('SELECT %L::birth_date', x), 'accepted: ' || x) FROM unnest(ARRAY['01/04/2483', '31/12/2482', '00/00/2483', '00/04/2483', '29/02/2478', '29/02/2482', '29/02/2503', '1889-04-01', '2157-12-31', '00/00/2700']) x;

-- output reads back
SELECT is(x::birth_date::text::birth_date, x::birth_date, 'DC2 output reads back: ' || x) FROM unnest(ARRAY[
  '15/02/2478', '00/00/2480', '00/07/2490', '00/00/2490', '00/02/2482', '00/00/2483', '00/00/2484', '29/02/2503', '01/04/2432', '31/12/2700', '00/02/2432', '31/03/2482']) x;
SELECT matches('00/00/2480'::birth_date::text, '2480', 'DC2 a year before 2484 alone is written in BE');
SELECT is((SELECT count(*)::int FROM generate_series('1889-04-01'::date, '2030-12-31', '7 days') g
           WHERE legal_birth_date(to_char(g, 'YYYY-MM-DD')::birth_date) IS DISTINCT FROM g::date
              OR to_char(g, 'YYYY-MM-DD')::birth_date::text::birth_date <> to_char(g, 'YYYY-MM-DD')::birth_date), 0, 'full dates: legal day and read-back, 1889 to 2030');
SELECT is((SELECT count(*)::int FROM generate_series(2432, 2700) y WHERE (format('00/00/%s', y)::birth_date::text)::birth_date <> format('00/00/%s', y)::birth_date), 0, 'every year alone reads back');
SELECT is((SELECT count(*)::int FROM generate_series(2432, 2700) y, generate_series(1, 12) m
           WHERE NOT (y = 2483 AND m < 4) AND (format('00/%s/%s', lpad(m::text, 2, '0'), y)::birth_date::text)::birth_date <> format('00/%s/%s', lpad(m::text, 2, '0'), y)::birth_date), 0, 'every month alone reads back');
SELECT is((SELECT count(DISTINCT x::text)::int FROM (VALUES ('00/00/2490'::birth_date), ('01/01/2490'), ('00/01/2490')) v(x)), 3, 'outputs are unambiguous');

-- RC6 completion
SELECT is(completes_age_on(b::birth_date, a), r, format('RC6 %s completes %s', b, a)) FROM (VALUES
  ('01/09/2505', 60, date '2022-08-31'), ('02/09/2505', 60, '2022-09-01'), ('15/02/2478', 90, '2026-02-14'), ('01/01/2503', 60, '2019-12-31'), ('31/12/2503', 60, '2020-12-30'),
  ('29/02/2503', 60, '2020-02-28'), ('29/02/2503', 61, '2021-02-28'), ('01/03/2503', 60, '2020-02-29'), ('01/03/2503', 61, '2021-02-28'), ('02/03/2503', 60, '2020-03-01'),
  ('28/02/2503', 60, '2020-02-27'), ('00/00/2480', 90, '2027-03-31'), ('00/00/2484', 90, '2030-12-31'), ('00/07/2490', 80, '2027-06-30'), ('00/02/2482', 80, '2020-01-31'), ('01/10/2494', 70, '2021-09-30')) v(b, a, r);
SELECT is(first_month(b::birth_date, a), r, format('RC6 first month of %s at %s', b, a)) FROM (VALUES
  ('01/09/2505', 60, date '2022-09-01'), ('02/09/2505', 60, '2022-10-01'), ('31/08/2505', 60, '2022-09-01'), ('30/09/2505', 60, '2022-10-01'), ('01/10/2505', 60, '2022-10-01'),
  ('02/10/2505', 60, '2022-11-01'), ('01/01/2503', 60, '2020-01-01'), ('31/12/2503', 60, '2021-01-01'), ('29/02/2503', 60, '2020-03-01'), ('29/02/2503', 61, '2021-03-01'),
  ('28/02/2503', 60, '2020-03-01'), ('01/03/2503', 60, '2020-03-01'), ('02/03/2503', 60, '2020-04-01'), ('15/02/2478', 90, '2026-03-01'), ('01/02/2478', 90, '2026-02-01'),
  ('00/00/2480', 90, '2027-04-01'), ('00/00/2479', 90, '2026-04-01'), ('00/00/2484', 80, '2021-01-01'), ('00/07/2490', 70, '2017-07-01'), ('15/08/2551', 18, '2026-09-01'), ('01/09/2551', 18, '2026-09-01')) v(b, a, r);

-- RC6 age
SELECT is(age_on(b::birth_date, d), r, format('RC6 age of %s on %s', b, d)) FROM (VALUES
  ('15/06/2505', date '2022-06-13', 59), ('15/06/2505', '2022-06-14', 60), ('15/06/2505', '2022-06-15', 60), ('15/06/2505', '2023-06-13', 60),
  ('01/10/2494', '2021-09-29', 69), ('01/10/2494', '2021-09-30', 70), ('02/10/2494', '2021-09-30', 69), ('02/10/2494', '2021-10-01', 70),
  ('29/02/2503', '2021-02-27', 60), ('29/02/2503', '2021-02-28', 61), ('29/02/2503', '2021-03-01', 61), ('01/12/2490', '2010-09-30', 62), ('15/02/2478', '2026-02-13', 89), ('15/02/2478', '2026-02-15', 90)) v(b, d, r);
SELECT is((SELECT count(*)::int FROM generate_series('1920-01-01'::date, '1970-12-31', '13 days') g, unnest(ARRAY[18, 60, 70, 80, 90]) a,
                  LATERAL (SELECT to_char(g, 'YYYY-MM-DD')::birth_date AS b) x
           WHERE first_month(b, a) <> (date_trunc('month', completes_age_on(b, a)) + interval '1 month')::date
              OR age_on(b, completes_age_on(b, a)) <> a OR age_on(b, completes_age_on(b, a) - 1) <> a - 1), 0, 'RC6 the three functions agree');
SELECT is(first_month(NULL, 60), NULL, 'first_month strict');

-- indexes, hash, binary COPY
CREATE TEMP TABLE births (b birth_date);
INSERT INTO births SELECT to_char(g, 'YYYY-MM-DD')::birth_date FROM generate_series('1930-01-01'::date, '1950-12-31', '11 days') g;
INSERT INTO births SELECT format('00/00/%s', y)::birth_date FROM generate_series(2460, 2500) y;
CREATE INDEX ON births (b);
CREATE INDEX ON births USING hash (b);
SET LOCAL enable_seqscan = off;
SELECT is((SELECT count(*)::int FROM births WHERE b = '00/00/2480'), 1, 'equality through an index');
RESET enable_seqscan;
SELECT is((SELECT count(*)::int FROM births a JOIN births c USING (b)), (SELECT count(*)::int FROM births), 'join on equality');
SELECT current_setting('data_directory') || '/specification-birth_date.bin' AS binary_file \gset
COPY births TO :'binary_file' (FORMAT binary);
CREATE TEMP TABLE births2 (LIKE births);
COPY births2 FROM :'binary_file' (FORMAT binary);
SELECT is((SELECT count(*)::int FROM births a JOIN births2 c USING (b) WHERE a.b::text = c.b::text), (SELECT count(*)::int FROM births), 'binary COPY round trip');

SELECT * FROM finish();
ROLLBACK;

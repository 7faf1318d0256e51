-- The type birth_date, and ages.
SET welfare.language = 'en';
SET search_path = welfare, public;
SET DateStyle = 'ISO, YMD';
SET TimeZone = 'UTC';
\pset null '(null)'
\pset format unaligned

-- the operator classes are complete: no rows
SELECT amname, opcname FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
WHERE opcintype = 'welfare.birth_date'::regtype AND NOT amvalidate(pg_opclass.oid);
SELECT amname, opcname, opcdefault FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
WHERE opcintype = 'welfare.birth_date'::regtype ORDER BY amname;

-- What a query raises: SQLSTATE, message, detail, hint.
CREATE FUNCTION pg_temp.refused(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  message text; detail text; hint text; result text;
BEGIN
  EXECUTE query INTO result;
  RETURN 'NOT REFUSED: ' || coalesce(result, 'NULL');
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  RETURN SQLSTATE || ' ' || message || coalesce(E'\n  ' || nullif(detail, ''), '') || coalesce(E'\n  ' || nullif(hint, ''), '');
END
$$;

-- Whether a query's plan names something.
CREATE FUNCTION pg_temp.plan_has(query text, something text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  line text;
BEGIN
  FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
    IF line ~ something THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END
$$;

-- RC5: what is read, how it is written, what it means
SELECT value, value::birth_date AS birth_date, birth_date_precision(value::birth_date) AS precision, be_birth_year(value::birth_date),
  legal_birth_date(value::birth_date, 'april') AS april, legal_birth_date(value::birth_date, 'january') AS january
FROM unnest(ARRAY[
  '15/02/2478', '๑๕ กุมภาพันธ์ ๒๔๗๘', '15 ก.พ. 2478', '15กพ2478', '24780215', '1936-02-15', '1935-02-15', 'วันเสาร์ที่ 15 กุมภาพันธ์ พ.ศ. 2478',
  '00/07/2490', '24900700', 'กรกฎาคม 2490', 'ก.ค. 2490', 'เดือนกรกฎาคม พ.ศ. ๒๔๙๐', '1947-07-XX', '1947-07-xx', '0/7/2490',
  '00/02/2482', '1940-02-XX', '00/04/2483', '1940-04-XX',
  '00/00/2490', '24900000', 'พ.ศ. 2490', 'ปี พ.ศ. ๒๔๙๐', 'ปี 2490', '1947-XX-XX',
  '00/00/2432', '00/00/2482', '00/00/2483', '24830000', 'พ.ศ. 2483', '00/00/2484', '1941-XX-XX', '00/00/2700', '2157-XX-XX',
  '01/04/2432', '1889-04-01', '1889-04-XX', '31/12/2700', '2157-12-31', '29/02/2478', '1936-02-29',
  U&' \FEFF๐๐\FF0F๐๐\FF0F๒๔๘๐ ', U&'กร\200Bกฎาคม\00A02490', U&'1947\2011XX\2011XX']) AS value;

-- Every birth date there is: days, months and years alone. Output is read back identically,
-- and so is each way of writing it in Thai (DC2, RC10).
CREATE TEMPORARY TABLE birth (born birth_date);
INSERT INTO birth SELECT (date '1889-04-01' + n)::birth_date FROM generate_series(0, date '2157-12-31' - date '1889-04-01') AS n;
INSERT INTO birth SELECT format('00/%s/%s', month, year)::birth_date FROM generate_series(2432, 2700) AS year, generate_series(1, 12) AS month
WHERE NOT (year = 2483 AND month < 4);
INSERT INTO birth SELECT format('00/00/%s', year)::birth_date FROM generate_series(2432, 2700) AS year;
ANALYZE birth;
SELECT birth_date_precision(born) AS precision, count(*), count(DISTINCT born), count(DISTINCT born::text) AS spellings,
  count(*) FILTER (WHERE born::text::birth_date = born) AS read_back, min(born), max(born)
FROM birth GROUP BY 1 ORDER BY 1;
SELECT style, count(*) FILTER (WHERE format_birth_date(born, style)::birth_date = born) AS read_back
FROM birth, unnest('{long, long_thai, short, numeric, numeric_thai}'::text[]) AS style GROUP BY style ORDER BY style;
-- a day's text is the ISO date, and is the date's own cast
SELECT count(*) FROM birth WHERE birth_date_precision(born) = 'day' AND born::text::date::birth_date = born AND legal_birth_date(born) = born::text::date;

-- binary COPY keeps every value, and refuses what no text could be
\copy birth to 'results/birth_date.bin' (format binary)
CREATE TEMPORARY TABLE received (born birth_date);
\copy received from 'results/birth_date.bin' (format binary)
SELECT count(*), count(*) = (SELECT count(*) FROM birth) AS all_of_them FROM received;
SELECT count(*) AS differences FROM (TABLE birth EXCEPT ALL TABLE received) AS d;
-- recv makes the same checks as in, on the number year * 512 + month * 32 + day
\copy (SELECT year * 512 + month * 32 + day FROM (VALUES (1936, 2, 29), (1947, 7, 0), (1947, 0, 0), (1889, 0, 0), (1889, 4, 0), (1889, 4, 1), (2157, 12, 31)) AS v(year, month, day)) to 'results/birth_date.bin' (format binary)
TRUNCATE received;
\copy received from 'results/birth_date.bin' (format binary)
SELECT array_agg(born ORDER BY born) FROM received;
-- 30 February
\copy (SELECT 1936 * 512 + 2 * 32 + 30) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- 29 February of a common year
\copy (SELECT 1935 * 512 + 2 * 32 + 29) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- a day without a month
\copy (SELECT 1947 * 512 + 15) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- month 13
\copy (SELECT 1947 * 512 + 13 * 32) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- the day before the calendar
\copy (SELECT 1889 * 512 + 3 * 32 + 31) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- a month before it
\copy (SELECT 1889 * 512 + 3 * 32) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- a year before it
\copy (SELECT 1888 * 512) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- the year after it
\copy (SELECT 2158 * 512) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- a year of the Buddhist era
\copy (SELECT 2490 * 512 + 7 * 32 + 1) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- nothing
\copy (SELECT 0) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
-- a negative number
\copy (SELECT -1936 * 512 + 2 * 32 + 15) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)
SELECT birth_date_send('1936-02-15') AS sent, int4send(1936 * 512 + 2 * 32 + 15) AS number;

-- RC5, DC3: what is refused
SELECT pg_temp.refused(format('SELECT %L::birth_date', value)) FROM unnest(ARRAY[
  '1937-XX-XX', '1940-XX-XX', '1889-XX-XX', '15/00/2480', '24800015', '1947-XX-15',
  '31/03/2431', '00/00/2431', '24310000', '1889-03-31', '1889-03-XX', '1888-XX-XX', '01/01/2701', '00/00/2701', '2158-XX-XX', '2158-01-01',
  '15/02/78', '1 ก.ย. 05', '00/00/80', 'พ.ศ. 80',
  '2478-02-15', '2490-07-XX', '2490-XX-XX', '15/02/1936', '00/07/1947', '00/00/1947', '00/00/1937', '19360215', '19470000', '15 กุมภาพันธ์ 1936',
  'กรกฎาคม ค.ศ. 1947', 'ค.ศ. 1937',
  '01/01/2483', '31/03/2483', '00/02/2483', '24830101', 'มกราคม 2483',
  '31/02/2500', '29/02/2500', '30/02/2503', '31/04/2500', '32/01/2500', '15/13/2500', '00/13/2500', '1957-02-29', '1947-13-XX', '1947-00-XX', '1947-07-00',
  '0 กรกฎาคม 2490', 'วันศุกร์ที่ 15 กุมภาพันธ์ 2478', 'unknown']) AS value;
-- none of these is a birth date in any form
SELECT count(*) AS refused FROM unnest(ARRAY[
  '', ' ', '2480', '1947', '1947-07', '194X-XX-XX', '1947-0X-XX', '1947-X7-XX', '1947-XX', '1947-XX-XXX', 'XXXX-XX-XX', 'XX/XX/2480', '2480XXXX', '--/--/2480',
  '15 กุมภาพันธ์', 'กรกฎาคม', 'เดือน พ.ศ. 2480', '15 พ.ศ. 2480', '15 2480', 'วันที่ กรกฎาคม 2490', 'วันที่ 15 พ.ศ. 2480', 'พ.ศ.', 'พ.ค.', '00/00/248', '000/00/2480', '0000/2480',
  '15.02.2478', '15-02-2478', '247802150', '2478021']) AS value
WHERE pg_temp.refused(format('SELECT %L::birth_date', value)) LIKE '22007 invalid input syntax for type birth_date%';
-- RC5: 1 January of 2482 and 2484 are real days, between them only the hint helps
SELECT '01/01/2482'::birth_date, '00/00/2483'::birth_date, '01/04/2483'::birth_date, '01/01/2484'::birth_date;

-- RC5, DC1: the setting decides what a year alone before 2484 means; nothing else moves
SELECT born, legal_birth_date(born) FROM unnest('{00/00/2479, 00/00/2483, 00/00/2484, 1947-07-XX, 1936-02-15, 00/02/2482}'::birth_date[]) AS born;
SET welfare.unknown_birth_before_2484 = 'january';
SELECT born, legal_birth_date(born) FROM unnest('{00/00/2479, 00/00/2483, 00/00/2484, 1947-07-XX, 1936-02-15, 00/02/2482}'::birth_date[]) AS born;
-- the year of the 80 to 90 step: nine months earlier for those born 2480
SELECT completes_age_on('00/00/2480', 90), first_month('00/00/2480', 90), age_on('00/00/2480', '2026-12-31');
RESET welfare.unknown_birth_before_2484;
SELECT completes_age_on('00/00/2480', 90), first_month('00/00/2480', 90), age_on('00/00/2480', '2026-12-31');
SELECT completes_age_on('00/00/2480', 90, 'january'), first_month('00/00/2480', 90, 'january'), age_on('00/00/2480', '2026-12-31', 'january'),
  completes_age_on('00/00/2480', 90, 'april'), first_month('00/00/2480', 90, 'april'), age_on('00/00/2480', '2026-12-31', 'april');

-- RC6: the day of birth counts; the age is complete the day before the birthday, paid from the month after
SELECT born, completes_age_on(born, 60), first_month(born, 60), format_thai_date(first_month(born, 60)) AS month
FROM unnest('{01/09/2505, 02/09/2505, 30/09/2505, 01/10/2505, 31/12/2505, 01/01/2506, 15/02/2478, 31/01/2505, 28/02/2503, 29/02/2503, 01/03/2503, 29/02/2478,
  31/03/2482, 01/04/2483, 00/09/2505, 00/00/2505, 00/00/2480}'::birth_date[]) AS born;
-- the steps, each with the same formula (DE5 for 18)
SELECT age, first_month('01/09/2505', age) AS born_on_1st, first_month('02/09/2505', age) AS born_on_2nd, first_month('29/02/2503', age) AS born_on_leap_day
FROM unnest('{0, 18, 60, 70, 80, 90, 150}'::integer[]) AS age;
-- 29 February: complete on 28 February in every year, leap or not; paid from March
SELECT DISTINCT to_char(completes_age_on('29/02/2503', age), 'DD/MM') AS complete, to_char(first_month('29/02/2503', age), 'DD/MM') AS paid FROM generate_series(0, 150) AS age;

-- RC7: 60 complete by 30 September: born up to 1 October
SELECT born, completes_age_on(born, 60) <= '2022-09-30' AS by_30_september, age_on(born, '2022-09-30'), age_on(born, '2022-10-01')
FROM unnest('{30/09/2505, 01/10/2505, 02/10/2505}'::birth_date[]) AS born;

-- age_on: both sides of each change
SELECT day, age_on('01/09/2505', day) AS first, age_on('02/09/2505', day) AS second, age_on('29/02/2503', day) AS leap_day
FROM unnest('{1960-02-28, 1960-02-29, 1961-02-27, 1961-02-28, 1961-03-01, 1962-08-31, 1962-09-01, 1962-09-02, 2020-02-27, 2020-02-28, 2020-02-29, 2022-08-30, 2022-08-31, 2022-09-01, 2157-12-31}'::date[]) AS day;
-- before the legal day of birth there is no age, far before it neither
SELECT age_on('01/09/2505', '1962-08-31'), age_on('01/09/2505', '1962-09-01'), age_on('00/00/2480', '1937-03-31'), age_on('00/00/2480', '1937-04-01'),
  age_on('00/00/2480', '1937-03-31', 'january'), age_on('01/09/2505', '0044-03-15 BC');

-- The same, for every birth date and many ages: complete on that day and not before, and the
-- first month by the definition of RC6. 29 February apart, the birthday is the date's own sum.
CREATE TEMPORARY TABLE aged AS SELECT born, age, rule, completes_age_on(born, age, rule) AS complete
FROM birth, unnest('{0, 1, 18, 60, 90, 150}'::integer[]) AS age, unnest('{april, january}'::text[]) AS rule;
SELECT count(*) AS rows,
  count(*) FILTER (WHERE first_month(born, age, rule) = date_trunc('month', complete)::date + interval '1 month') AS month_after,
  count(*) FILTER (WHERE complete + 1 = (legal_birth_date(born, rule) + make_interval(years => age))::date) AS by_birthday,
  count(*) FILTER (WHERE complete + 1 <> (legal_birth_date(born, rule) + make_interval(years => age))::date AND born::text NOT LIKE '%-02-29') AS otherwise
FROM aged;
SELECT count(*) AS rows, count(*) FILTER (WHERE age_on(born, complete, rule) = age) AS complete,
  count(*) FILTER (WHERE age_on(born, complete - 1, rule) = age - 1) AS not_before
FROM aged WHERE age > 0 AND complete <= '2157-12-31';

-- functions by the setting agree with functions by the rule
SELECT count(*) AS rows, count(*) FILTER (WHERE legal_birth_date(born) = legal_birth_date(born, 'april') AND completes_age_on(born, 60) = completes_age_on(born, 60, 'april')
  AND first_month(born, 60) = first_month(born, 60, 'april') AND age_on(born, '2157-01-01') IS NOT DISTINCT FROM age_on(born, '2157-01-01', 'april')) AS equal FROM birth;
SET welfare.unknown_birth_before_2484 = 'january';
SELECT count(*) AS rows, count(*) FILTER (WHERE legal_birth_date(born) = legal_birth_date(born, 'january') AND completes_age_on(born, 60) = completes_age_on(born, 60, 'january')
  AND first_month(born, 60) = first_month(born, 60, 'january') AND age_on(born, '2157-01-01') IS NOT DISTINCT FROM age_on(born, '2157-01-01', 'january')) AS equal FROM birth;
RESET welfare.unknown_birth_before_2484;

SELECT pg_temp.refused(q) FROM unnest(ARRAY[
  'SELECT completes_age_on(''01/09/2505'', -1)', 'SELECT completes_age_on(''01/09/2505'', 151)', 'SELECT first_month(''01/09/2505'', 151)',
  'SELECT first_month(''01/09/2505'', -1, ''april'')', 'SELECT age_on(''01/09/2505'', ''infinity'')', 'SELECT age_on(''01/09/2505'', ''-infinity'')',
  'SELECT age_on(''01/09/2505'', ''2158-01-01'')', 'SELECT legal_birth_date(''00/00/2480'', ''march'')', 'SELECT age_on(''00/00/2480'', ''2026-01-01'', ''April'')',
  'SELECT date ''1889-03-31''::birth_date', 'SELECT date ''2158-01-01''::birth_date', 'SELECT date ''infinity''::birth_date',
  'SELECT format_birth_date(''01/09/2505'', ''iso'')']) AS q;

-- RC10: in Thai, what is unknown left out; the year of a birth is never two digits (DC3)
SELECT born, format_birth_date(born) AS long, format_birth_date(born, 'long_thai') AS long_thai, format_birth_date(born, 'short') AS short,
  format_birth_date(born, 'numeric') AS numeric, format_birth_date(born, 'numeric_thai') AS numeric_thai
FROM unnest('{15/02/2478, 00/07/2490, 00/00/2490, 00/00/2480, 02/09/2505}'::birth_date[]) AS born;

-- order: year, month and day as stored, an unknown part first
SELECT array_agg(born ORDER BY born) FROM unnest('{1947-07-02, 1947-XX-XX, 1947-07-XX, 1947-07-01, 1946-12-31, 00/00/2480, 1937-04-01, 1947-08-XX}'::birth_date[]) AS born;
SELECT a, b, a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt, birth_date_cmp(a, b) AS cmp
FROM (VALUES ('1947-07-XX'::birth_date, '1947-07-01'::birth_date), ('1947-07-XX', '24900700'), ('1947-07-01', '1947-XX-XX')) AS v(a, b);
SELECT min(born), max(born) FROM birth;
SELECT min(born), max(born), count(born) FROM (VALUES (NULL::birth_date), ('1947-07-XX'), (NULL)) AS v(born);
SELECT min(born), max(born) FROM birth WHERE false;
SELECT count(DISTINCT born) FROM (TABLE birth UNION ALL TABLE birth) AS twice;
-- equal values hash alike, whatever the spelling they came from
SELECT count(DISTINCT birth_date_hash(value::birth_date)), count(DISTINCT birth_date_hash_extended(value::birth_date, 7))
FROM unnest('{15/02/2478, 1936-02-15, 24780215}'::text[]) AS value;
SELECT birth_date_hash('1936-02-15') = hashint4(1936 * 512 + 2 * 32 + 15) AS like_integer;

-- indexes, joins and hash tables use the operators
CREATE INDEX birth_btree ON birth (born);
CREATE INDEX birth_hash ON birth USING hash (born);
ANALYZE birth;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SELECT count(*) FROM birth WHERE born = '15/02/2478';
SELECT count(*) FROM birth WHERE born >= '1947-01-01' AND born < '1948-01-01';
SELECT pg_temp.plan_has('SELECT * FROM birth WHERE born >= ''1947-01-01'' AND born < ''1948-01-01''', 'Index.* using birth_btree') AS range,
  pg_temp.plan_has('SELECT * FROM birth ORDER BY born DESC LIMIT 1', 'Index.* Backward using birth_btree') AS backward,
  pg_temp.plan_has('SELECT min(born) FROM birth', 'Index.* using birth_btree') AS min,
  pg_temp.plan_has('SELECT max(born) FROM birth', 'Index.* Backward using birth_btree') AS max;
DROP INDEX birth_btree;
SELECT pg_temp.plan_has('SELECT * FROM birth WHERE born = ''1947-07-01''', 'Index Scan using birth_hash') AS hash;
SELECT count(*) FROM birth WHERE born = '1947-07-01';
RESET enable_seqscan;
RESET enable_bitmapscan;
SET enable_nestloop = off;
SELECT pg_temp.plan_has('SELECT * FROM birth JOIN received USING (born)', 'Hash Join') AS hash_join;
SET enable_hashjoin = off;
SELECT pg_temp.plan_has('SELECT * FROM birth JOIN received USING (born)', 'Merge Join') AS merge_join;
RESET enable_nestloop;
RESET enable_hashjoin;

-- what compares and hashes is LEAKPROOF, so that row security does not keep an index away;
-- only what reads the setting is STABLE
SELECT count(*) AS leakproof FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace AND proname ~ '^birth_date_(lt|le|eq|ne|ge|gt|cmp|hash|hash_extended)$'
  AND proleakproof AND proisstrict AND provolatile = 'i' AND proparallel = 's';
SELECT p.oid::regprocedure AS function, provolatile FROM pg_proc AS p WHERE pronamespace = 'welfare'::regnamespace
  AND 'welfare.birth_date'::regtype = ANY (proargtypes) AND (provolatile <> 'i' OR NOT proisstrict OR proparallel <> 's') AND prokind = 'f'
ORDER BY p.oid::regprocedure::text;
SELECT castcontext, castmethod, castfunc::regprocedure FROM pg_cast WHERE casttarget = 'welfare.birth_date'::regtype OR castsource = 'welfare.birth_date'::regtype;
SELECT count(*) AS without_comment FROM (
  SELECT 'pg_proc'::regclass, oid FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace
    AND ('welfare.birth_date'::regtype IN (SELECT unnest(proargtypes)) OR prorettype = 'welfare.birth_date'::regtype)
  UNION ALL SELECT 'pg_operator'::regclass, oid FROM pg_operator WHERE oprleft = 'welfare.birth_date'::regtype
  UNION ALL SELECT 'pg_opclass'::regclass, oid FROM pg_opclass WHERE opcintype = 'welfare.birth_date'::regtype) AS o(class, oid)
WHERE obj_description(o.oid, o.class::text) IS NULL;

SELECT legal_birth_date(NULL), age_on(NULL, '2026-01-01'), first_month('1947-XX-XX', NULL), format_birth_date(NULL);

-- the same refusals in Thai
SET welfare.language = 'th';
SELECT pg_temp.refused(q) FROM unnest(ARRAY[
  'SELECT ''unknown''::birth_date', 'SELECT ''1937-XX-XX''::birth_date', 'SELECT ''15/00/2480''::birth_date', 'SELECT ''15/02/78''::birth_date', 'SELECT ''2478-02-15''::birth_date',
  'SELECT ''00/00/1937''::birth_date', 'SELECT ''01/01/2483''::birth_date', 'SELECT ''1947-07-00''::birth_date', 'SELECT ''00/00/2701''::birth_date',
  'SELECT completes_age_on(''01/09/2505'', 151)', 'SELECT legal_birth_date(''00/00/2480'', ''march'')']) AS q;
\copy (SELECT 0) to 'results/birth_date.bin' (format binary)
\copy received from 'results/birth_date.bin' (format binary)

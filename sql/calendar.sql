-- The Thai calendar, dates in Thai, the fiscal year.
SET welfare.language = 'en';
SET search_path = welfare, public;
SET DateStyle = 'ISO, YMD';
SET TimeZone = 'UTC';

-- What a query raises, in one line: SQLSTATE, message, detail, hint.
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
\pset null '(null)'
\pset format unaligned

-- RC3: the year began on 1 April up to 2483, on 1 January from 2484 on
SELECT d AS day, be_year(d) FROM unnest('{1889-04-01, 1890-03-31, 1890-04-01, 1935-02-15, 1936-02-15,
  1939-12-31, 1940-01-01, 1940-03-31, 1940-04-01, 1940-12-31, 1941-01-01, 1941-03-31, 1941-04-01,
  2026-09-30, 2026-10-01, 2157-12-31}'::date[]) AS d;
SELECT be_date(2432, 4, 1), be_date(2432, 3, 31), be_date(2433, 4, 1), be_date(2482, 12, 31), be_date(2482, 1, 1),
  be_date(2482, 3, 31), be_date(2483, 4, 1), be_date(2483, 12, 31), be_date(2484, 1, 1), be_date(2700, 12, 31);
-- RC3: 15 February 2478 was in 1936, 29 June 2477 in 1934, 5 February 2477 in 1935
SELECT be_date(2478, 2, 15), be_date(2477, 6, 29), be_date(year => 2477, month => 2, day => 5);
-- a leap day belongs to its real year: 29 February 2478 was in 1936, and 2503 was 1960
SELECT be_date(2478, 2, 29), be_date(2503, 2, 29);

-- The calendar's days, all 98,160: what be_year says steps up by one, on the right day only,
-- and be_date finds the way back.
CREATE TEMPORARY TABLE day AS
  SELECT date '1889-04-01' + n AS day FROM generate_series(0, date '2157-12-31' - date '1889-04-01') AS n;
ANALYZE day;
SELECT count(*) AS days, min(be_year(day)), max(be_year(day)),
  count(*) FILTER (WHERE be_date(be_year(day), extract(month FROM day)::integer, extract(day FROM day)::integer) = day) AS found_again
FROM day;
SELECT to_char(day, 'DD/MM') AS new_year, min(be_year(day)), max(be_year(day)), count(*)
FROM day WHERE day > '1889-04-01' AND be_year(day) <> be_year(day - 1) GROUP BY 1 ORDER BY 2;
SELECT count(*) AS steps_not_by_one
FROM day WHERE day > '1889-04-01' AND be_year(day) - be_year(day - 1) NOT IN (0, 1);

-- RC3: what the calendar does not have
SELECT pg_temp.refused(q) FROM unnest(ARRAY[
  'SELECT be_year(''1889-03-31'')', 'SELECT be_year(''2158-01-01'')', 'SELECT be_year(''infinity'')',
  'SELECT be_year(''-infinity'')', 'SELECT be_year(''0044-03-15 BC'')',
  'SELECT be_date(2431, 12, 31)', 'SELECT be_date(2701, 1, 1)', 'SELECT be_date(-5, 1, 1)',
  'SELECT be_date(2483, 1, 1)', 'SELECT be_date(2483, 3, 31)', 'SELECT be_date(2483, 2, 29)',
  'SELECT be_date(2026, 10, 1)', 'SELECT be_date(2569, 0, 1)', 'SELECT be_date(2569, 13, 1)',
  'SELECT be_date(2569, 4, 0)', 'SELECT be_date(2569, 4, 31)', 'SELECT be_date(2569, 2, 29)',
  'SELECT be_date(2479, 2, 29)', 'SELECT be_date(2147483647, 2147483647, 2147483647)']) AS q;

-- RC10: how dates are written
SELECT format_thai_date('2026-10-01'), format_thai_date('2026-10-01', 'long'), format_thai_date('2026-10-01', 'long_thai'),
  format_thai_date('2026-10-01', 'short'), format_thai_date('2026-10-01', 'numeric'), format_thai_date('2026-10-01', 'numeric_thai');
SELECT format_thai_date('1936-02-29'), format_thai_date('1936-02-29', 'long_thai'), format_thai_date('1936-02-29', 'numeric');
-- DC3: two digits of a year are 25yy, so no other century is written with two
SELECT style, array_agg(format_thai_date(d, style))
FROM unnest('{1956-12-31, 1957-01-01, 2056-12-31, 2057-01-01}'::date[]) AS d, unnest('{short}'::text[]) AS style GROUP BY style;
SELECT month, thai_month_name(month), thai_month_name(month, 'short'), thai_month_name(month, 'long') = thai_month_name(month) AS same
FROM generate_series(1, 12) AS month;
SELECT pg_temp.refused(q) FROM unnest(ARRAY[
  'SELECT format_thai_date(''2026-10-01'', ''iso'')', 'SELECT format_thai_date(''2026-10-01'', '''')',
  'SELECT format_thai_date(''2026-10-01'', ''longer'')',
  'SELECT format_thai_date(''1889-03-31'')', 'SELECT format_thai_date(''2158-01-01'', ''short'')', 'SELECT format_thai_date(''infinity'')',
  'SELECT thai_month_name(0)', 'SELECT thai_month_name(13)', 'SELECT thai_month_name(13, ''short'')',
  'SELECT thai_month_name(1, ''numeric'')']) AS q;

-- RC10: one day, as people and files write it
SELECT count(*), count(DISTINCT parse_thai_date(value)), min(parse_thai_date(value)) FROM unnest(ARRAY[
  '1 ตุลาคม 2569', '๑ ตุลาคม ๒๕๖๙', '01 ตุลาคม 2569', '1ตุลาคม2569', '1 ตุลาคม 69', '1 ต.ค. 69', '1 ต.ค. 2569', '1 ต.ค 69', '1 ตค 69', '1ตค69',
  '๑ ต.ค. ๖๙', '1 ต. ค. 69', '1 ตุลาคม พ.ศ. 2569', '1 ตุลาคม พ.ศ.2569', '1 ตุลาคม พศ 2569', '1 ตุลาคม ปี 2569', '1 ตุลาคม ปี พ.ศ. 2569',
  '1 เดือนตุลาคม 2569', 'วันที่ 1 เดือน ตุลาคม พ.ศ. 2569', 'วันพฤหัสบดีที่ 1 ตุลาคม 2569', 'วันพฤหัสบดีที่ ๑ ตุลาคม พ.ศ. ๒๕๖๙',
  'พฤหัสบดี 1 ต.ค. 69', 'พฤ. 1 ต.ค. 69', 'วันพฤหัสที่ 1 ต.ค. 69',
  '01/10/2569', '1/10/2569', '1/10/69', '๐๑/๑๐/๒๕๖๙', '1 / 10 / 2569', '25691001', '๒๕๖๙๑๐๐๑', '2026-10-01', '๒๐๒๖-๑๐-๐๑',
  -- full-width digits and slashes, other dashes
  '０１/１０/２５６９', U&'1\FF0F10\FF0F2569', U&'2026\201310\201301',
  -- tabs, no-break, ideographic and zero-width spaces, a byte-order mark
  E'\t1  ตุลาคม\n2569 ', U&'1\00A0ตุลาคม\00A02569', U&'1\3000ตุลาคม\20092569', U&'1\200B ตุ\200Bลาคม 25\200B69', U&'\FEFF01/10/2569',
  -- the tone mark typed before its vowel in ที่
  U&'วันท\0E48\0E35 1 ตุลาคม 2569']) AS value;
-- every abbreviation, with dots and without
SELECT month, parse_thai_date('7 ' || thai_month_name(month, 'short') || ' 2569') AS dotted,
  parse_thai_date('7' || replace(thai_month_name(month, 'short'), '.', '') || '69') AS bare
FROM generate_series(1, 12) AS month;
-- every weekday, in full and abbreviated; the wrong one is refused
SELECT day, day_name, parse_thai_date('วัน' || day_name || 'ที่ ' || format_thai_date(day)) = day
  AND parse_thai_date(abbreviation || ' ' || format_thai_date(day, 'short')) = day AS read
FROM unnest('{อาทิตย์, จันทร์, อังคาร, พุธ, พฤหัสบดี, ศุกร์, เสาร์}'::text[], '{อา., จ., อ., พ., พฤ., ศ., ส.}'::text[]) WITH ORDINALITY AS w(day_name, abbreviation, n),
  LATERAL (SELECT date '2026-09-26' + n::integer) AS d(day) ORDER BY day;
SELECT pg_temp.refused($$SELECT parse_thai_date('วันศุกร์ที่ 1 ตุลาคม 2569')$$);

-- RC3, DC3: eras. January to March of a year up to 2482 were in the next year of the Christian era.
SELECT parse_thai_date('15 ก.พ. 2478'), parse_thai_date('24820331'), parse_thai_date('01/04/2483'), parse_thai_date('1 มกราคม 2484'),
  parse_thai_date('1 ม.ค. 00'), parse_thai_date('31/12/99'), parse_thai_date('1889-04-01'), parse_thai_date('31/12/2700');

-- every day is read back from every style
SELECT style, count(*) FILTER (WHERE parse_thai_date(format_thai_date(day, style)) = day) AS read_back
FROM day, unnest('{long, long_thai, short, numeric, numeric_thai}'::text[]) AS style GROUP BY style ORDER BY style;
SELECT count(*) FILTER (WHERE parse_thai_date(be_year(day) || to_char(day, 'MMDD')) = day) AS eight_digits,
  count(*) FILTER (WHERE parse_thai_date(to_char(day, 'YYYY-MM-DD')) = day) AS iso FROM day;

-- DC3: the wrong era, and what is no date
SELECT pg_temp.refused(format('SELECT parse_thai_date(%L)', value)) FROM unnest(ARRAY[
  '2569-10-01', '01/10/2026', '01/01/1937', '20261001', '1 ตุลาคม 2026', '1 ตุลาคม ค.ศ. 2026', '1 ต.ค. ค.ศ. 26',
  '1889-03-31', '31/03/2431', '1888-12-31', '2158-01-01', '01/01/2701', '2431-01-01', '01/01/2158',
  '01/01/2483', '31 มีนาคม 2483', '24830215',
  '30/02/2569', '29/02/2569', '2026-02-29', '31/04/2569', '32/01/2569', '2026-13-01', '2026-00-01', '2026-10-00', '01/13/2569', '0 ตุลาคม 2569',
  '00/10/2569', '00/00/2569', '25690000', 'ตุลาคม 2569', 'พ.ศ. 2569', '2026-10-XX']) AS value;
-- none of these is a date in any form
SELECT count(*) AS refused FROM unnest(ARRAY[
  '', ' ', 'x', '2569', '69', '1', '1 ตุลาคม', '1 2569', '1 ตุลาคม 256', '1 ตุลาคม 25690', '1 ตุลาคม 9', '001 ตุลาคม 2569', '1 ตุลาคมม 2569', '1 ตุลา 2569',
  '1 ตุลาคม 2569 น.', 'ที่ ตุลาคม 2569', 'วันจันทร์ ตุลาคม 2569', '1 1 ตุลาคม 2569', '1-10-2569', '1.10.2569', '01/10', '01/10/', '/10/2569', '01//2569',
  '1/10/256', '01/10/02569', '2026-1-1', '2026-10', '2026-10-011', '2026-10-01T00:00', '2026-X1-01', '202610011', '2569100', '2569 1001', '25691001x',
  '1 ตุลาคม -2569', U&'1 ตุ\200Bลา 2569', repeat('1', 200), repeat('ก', 200)]) AS value
WHERE pg_temp.refused(format('SELECT parse_thai_date(%L)', value)) LIKE '22007 invalid input syntax for a Thai date%';
SELECT pg_temp.refused($$SELECT parse_thai_date('tomorrow')$$);

-- RC4: the fiscal year runs from 1 October to 30 September and is named by the year in which it ends
SELECT d AS day, fiscal_year(d), fiscal_quarter(d), fiscal_month(d) FROM unnest('{1889-04-01, 1889-09-30, 1889-10-01, 1940-09-30, 1940-10-01,
  2021-09-30, 2021-10-01, 2021-12-31, 2022-01-01, 2022-03-31, 2022-04-01, 2022-06-30, 2022-07-01, 2022-09-30, 2022-10-01, 2157-09-30}'::date[]) AS d;
SELECT year, fiscal_year_range(year) FROM unnest('{2432, 2433, 2484, 2565, 2569, 2700}'::integer[]) AS year;
SELECT month, fiscal_month_date(2565, month) FROM generate_series(1, 12) AS month;
-- every day lies in its own fiscal year's range, its month begins where fiscal_month_date says, its quarter has its month
SELECT count(*) AS days, count(*) FILTER (WHERE day <@ fiscal_year_range(fiscal_year(day))) AS in_range,
  count(*) FILTER (WHERE fiscal_month_date(fiscal_year(day), fiscal_month(day)) = date_trunc('month', day)::date) AS in_month,
  count(*) FILTER (WHERE fiscal_quarter(day) = (fiscal_month(day) - 1) / 3 + 1) AS in_quarter,
  count(*) FILTER (WHERE fiscal_year(day) = be_year(day + 92)) AS like_three_months_later
FROM day WHERE day BETWEEN '1941-01-01' AND '2157-09-30';
-- the ranges follow each other without gap or overlap
SELECT count(*) FROM generate_series(2432, 2699) AS year
WHERE upper(fiscal_year_range(year)) = lower(fiscal_year_range(year + 1)) AND lower_inc(fiscal_year_range(year)) AND NOT upper_inc(fiscal_year_range(year));
SELECT pg_temp.refused(q) FROM unnest(ARRAY[
  'SELECT fiscal_year(''1889-03-31'')', 'SELECT fiscal_year(''2157-10-01'')', 'SELECT fiscal_year(''infinity'')', 'SELECT fiscal_quarter(''1889-03-31'')',
  'SELECT fiscal_month(''2158-01-01'')', 'SELECT fiscal_year_range(2431)', 'SELECT fiscal_year_range(2701)', 'SELECT fiscal_year_range(2022)',
  'SELECT fiscal_month_date(2701, 1)', 'SELECT fiscal_month_date(2565, 0)', 'SELECT fiscal_month_date(2565, 13)', 'SELECT fiscal_month_date(2432, 6)']) AS q;
SELECT fiscal_month_date(2432, 7), fiscal_month_date(2433, 1), fiscal_month_date(2700, 12);

-- every function is IMMUTABLE, STRICT and PARALLEL SAFE
SELECT proname, provolatile, proisstrict, proparallel, count(*) FROM pg_proc
WHERE pronamespace = 'welfare'::regnamespace AND (proname ~ '^(be_(year|date)|fiscal_|thai_month_name|parse_thai_date|format_thai_date)')
GROUP BY 1, 2, 3, 4 ORDER BY 1;
SELECT be_year(NULL), format_thai_date('2026-10-01', NULL), fiscal_year_range(NULL);

-- the same refusals in Thai
SET welfare.language = 'th';
SELECT pg_temp.refused(q) FROM unnest(ARRAY[
  'SELECT be_year(''1889-03-31'')', 'SELECT be_date(2483, 3, 31)', 'SELECT be_date(2569, 2, 29)', 'SELECT parse_thai_date(''2569-10-01'')',
  'SELECT parse_thai_date(''01/10/2026'')', 'SELECT parse_thai_date(''วันศุกร์ที่ 1 ตุลาคม 2569'')', 'SELECT parse_thai_date(''ตุลาคม 2569'')',
  'SELECT parse_thai_date(''tomorrow'')', 'SELECT format_thai_date(''2026-10-01'', ''iso'')', 'SELECT thai_month_name(13)', 'SELECT fiscal_year_range(2701)']) AS q;

-- The specification on the calendar functions: RC3, RC4, RC10, DC3.
\set ON_ERROR_STOP on
BEGIN;
SET search_path = tap, welfare, public;
SET welfare.language = 'en';
SELECT plan(142);

CREATE FUNCTION pg_temp.err(sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE m text; d text; h text;
BEGIN
  EXECUTE sql;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  RETURN concat_ws(' | ', SQLSTATE, m, d, h);
END $$;

-- RC3 be_year
SELECT is(be_year(d), y, 'RC3 be_year ' || d) FROM (VALUES
  (date '1889-04-01', 2432), ('1889-12-31', 2432), ('1890-01-01', 2432), ('1890-03-31', 2432), ('1890-04-01', 2433),
  ('1936-02-15', 2478), ('1935-04-01', 2478), ('1936-04-01', 2479),
  ('1940-03-31', 2482), ('1940-04-01', 2483), ('1940-12-31', 2483), ('1941-01-01', 2484), ('1941-03-31', 2484),
  ('2026-10-01', 2569), ('2026-01-01', 2569), ('2025-12-31', 2568)) v(d, y);
SELECT throws_ok($$SELECT be_year('1889-03-31')$$, NULL, NULL, 'RC3 be_year before 1 April 2432 refused');

-- RC3 be_date
SELECT is(be_date(y, m, d), r, format('RC3 be_date %s-%s-%s', y, m, d)) FROM (VALUES
  (2432, 4, 1, date '1889-04-01'), (2432, 3, 31, '1890-03-31'), (2478, 2, 15, '1936-02-15'), (2478, 4, 15, '1935-04-15'),
  (2478, 2, 29, '1936-02-29'), (2482, 2, 29, '1940-02-29'), (2482, 3, 31, '1940-03-31'), (2482, 12, 31, '1939-12-31'),
  (2483, 4, 1, '1940-04-01'), (2483, 12, 31, '1940-12-31'), (2484, 1, 1, '1941-01-01'), (2484, 3, 31, '1941-03-31'),
  (2567, 2, 29, '2024-02-29'), (2569, 10, 1, '2026-10-01')) v(y, m, d, r);
SELECT throws_ok(format('SELECT be_date(%s,%s,%s)', y, m, d), NULL, NULL, format('RC3 be_date %s-%s-%s refused', y, m, d)) FROM (VALUES
  (2483, 1, 1), (2483, 2, 15), (2483, 3, 31), (2431, 12, 31), (2431, 3, 31), (2479, 2, 29), (2484, 2, 29), (2569, 2, 29),
  (2569, 13, 1), (2569, 0, 1), (2569, 4, 31), (2569, 10, 0), (2569, 10, 32)) v(y, m, d);
SELECT matches(pg_temp.err('SELECT be_date(2483,2,15)'), '2483', 'RC3 the refusal of February 2483 explains itself');
SELECT is((SELECT count(*)::int FROM generate_series('1889-04-01'::date, '2026-12-31', '1 day') g
           WHERE be_date(be_year(g::date), extract(month FROM g)::int, extract(day FROM g)::int) IS DISTINCT FROM g::date), 0,
          'be_year and be_date are inverse on every day from 1 April 2432');

-- DC3, RC10 parse
SELECT is(parse_thai_date(x), r, 'RC10 parse ' || x) FROM (VALUES
  ('1 ตุลาคม 2569', date '2026-10-01'), ('๑ ตุลาคม ๒๕๖๙', '2026-10-01'), ('1 ต.ค. 69', '2026-10-01'), ('01/10/2569', '2026-10-01'),
  ('๐๑/๑๐/๒๕๖๙', '2026-10-01'), ('25691001', '2026-10-01'), ('๒๕๖๙๑๐๐๑', '2026-10-01'), ('2026-10-01', '2026-10-01'),
  ('1/10/2569', '2026-10-01'), ('  1 ตุลาคม 2569 ', '2026-10-01'), ('1 ต.ค. 2569', '2026-10-01'), ('๑ ต.ค. ๖๙', '2026-10-01'),
  ('1 ก.พ. 83', '2040-02-01'), ('31 ธ.ค. 99', '2056-12-31'), ('1 ม.ค. 00', '1957-01-01'), ('01/10/69', '2026-10-01'),
  ('29/02/2567', '2024-02-29'), ('15/02/2478', '1936-02-15'), ('15 กุมภาพันธ์ 2482', '1940-02-15'), ('24820331', '1940-03-31'),
  ('1940-02-15', '1940-02-15'), ('1 เมษายน 2432', '1889-04-01'), ('31/03/2432', '1890-03-31'), ('1889-04-01', '1889-04-01'),
  ('01/04/2483', '1940-04-01'), ('01/01/2484', '1941-01-01')) v(x, r);
SELECT throws_ok(format('SELECT parse_thai_date(%L)', x), NULL, NULL, 'DC3/RC3 parse refuses ' || x) FROM (VALUES
  ('2569-10-01'), ('01/01/1937'), ('1 ตุลาคม 2026'), ('20261001'), ('15/02/2483'), ('24830101'), ('31 มีนาคม 2483'), ('31/12/2431'),
  ('1889-03-31'), ('29/02/2569'), ('31/04/2569'), ('32/01/2569'), ('01/13/2569'), ('00/10/2569'), ('00/00/2569'), ('25690001'), (''), ('วันนี้'),
  ('1 ตุลา 2569 x'), ('2026-02-30'), ('99999999'), ('infinity')) v(x);
SELECT matches(pg_temp.err($$SELECT parse_thai_date('15/02/2483')$$), '2483', 'RC3 parse of February 2483 explains itself');
SELECT is(parse_thai_date(NULL), NULL, 'parse_thai_date strict');

-- RC10 format
SELECT is(format_thai_date('2026-10-01', 'long'), '1 ตุลาคม 2569', 'long');
SELECT is(format_thai_date('2026-10-01', 'long_thai'), '๑ ตุลาคม ๒๕๖๙', 'long_thai');
SELECT is(format_thai_date('2026-10-01', 'short'), '1 ต.ค. 69', 'short');
SELECT is(format_thai_date('2026-10-01', 'numeric'), '01/10/2569', 'numeric');
SELECT is(format_thai_date('2026-10-01', 'numeric_thai'), '๐๑/๑๐/๒๕๖๙', 'numeric_thai');
SELECT is(format_thai_date('1940-02-15', 'long'), '15 กุมภาพันธ์ 2482', 'long, February 1940 is BE 2482');
SELECT is(format_thai_date('1941-02-15', 'numeric'), '15/02/2484', 'numeric, February 1941 is BE 2484');
SELECT is(format_thai_date('1957-03-09', 'short'), '9 มี.ค. 00', 'short, BE 2500 is 00');
SELECT is(format_thai_date('2026-12-31', 'long_thai'), '๓๑ ธันวาคม ๒๕๖๙', 'long_thai, 31 December');
SELECT throws_ok($$SELECT format_thai_date('1889-03-31', 'long')$$, NULL, NULL, 'format before 1 April 2432 refused');
SELECT throws_ok($$SELECT format_thai_date('2026-10-01', 'nonsense')$$, NULL, NULL, 'unknown style refused');
SELECT is((SELECT count(*)::int FROM generate_series('1889-04-01'::date, '2026-12-31', '17 days') g, unnest(ARRAY['long','long_thai','numeric','numeric_thai']) s
           WHERE parse_thai_date(format_thai_date(g::date, s)) IS DISTINCT FROM g::date), 0, 'four styles read back, 1889 to 2026');
SELECT is((SELECT count(*)::int FROM generate_series('1957-01-01'::date, '2056-12-31', '17 days') g
           WHERE parse_thai_date(format_thai_date(g::date, 'short')) IS DISTINCT FROM g::date), 0, 'short style reads back, BE 2500 to 2599');

-- month names
SELECT is((SELECT array_agg(thai_month_name(m) ORDER BY m) FROM generate_series(1, 12) m),
  ARRAY['มกราคม','กุมภาพันธ์','มีนาคม','เมษายน','พฤษภาคม','มิถุนายน','กรกฎาคม','สิงหาคม','กันยายน','ตุลาคม','พฤศจิกายน','ธันวาคม'], 'month names');
SELECT is((SELECT array_agg(format_thai_date(make_date(2026, m, 5), 'short') ORDER BY m) FROM generate_series(1, 12) m),
  ARRAY['5 ม.ค. 69','5 ก.พ. 69','5 มี.ค. 69','5 เม.ย. 69','5 พ.ค. 69','5 มิ.ย. 69','5 ก.ค. 69','5 ส.ค. 69','5 ก.ย. 69','5 ต.ค. 69','5 พ.ย. 69','5 ธ.ค. 69'], 'short months');
SELECT throws_ok('SELECT thai_month_name(0)', NULL, NULL, 'month 0 has no name');
SELECT throws_ok('SELECT thai_month_name(13)', NULL, NULL, 'month 13 has no name');

-- digits, normalisation
SELECT is(to_thai_digits('31/12/2569 ก'), '๓๑/๑๒/๒๕๖๙ ก', 'to_thai_digits');
SELECT is(to_thai_digits('0123456789'), '๐๑๒๓๔๕๖๗๘๙', 'to_thai_digits, all ten');
SELECT is(to_arabic_digits('๐๑๒๓๔๕๖๗๘๙'), '0123456789', 'to_arabic_digits, all ten');
SELECT is(to_arabic_digits('หมู่ ๑2'), 'หมู่ 12', 'to_arabic_digits, mixed');
SELECT is(normalise_thai(U&'\0E19\0E4D\0E32'), U&'\0E19\0E33', 'RC10 nikhahit + aa is sara am');
SELECT is(normalise_thai(U&'\0E19\0E49\0E4D\0E32'), U&'\0E19\0E49\0E33', 'RC10 tone, nikhahit, aa: tone + sara am');
SELECT is(normalise_thai(U&'\0E19\0E4D\0E49\0E32'), U&'\0E19\0E49\0E33', 'RC10 nikhahit, tone, aa: tone + sara am');
SELECT is(normalise_thai(U&'\0E17\0E48\0E35'), U&'\0E17\0E35\0E48', 'RC10 tone before vowel ii');
SELECT is(normalise_thai(U&'\0E1C\0E49\0E39'), U&'\0E1C\0E39\0E49', 'RC10 tone before vowel uu');
SELECT is(normalise_thai('กำนัน ที่ผู้ใหญ่'), 'กำนัน ที่ผู้ใหญ่', 'RC10 right spelling is left alone');
SELECT is(normalise_thai(normalise_thai(U&'\0E19\0E4D\0E49\0E32 \0E17\0E48\0E35')), normalise_thai(U&'\0E19\0E4D\0E49\0E32 \0E17\0E48\0E35'), 'normalise_thai is idempotent');

-- RC4 fiscal years
SELECT is(fiscal_year(d), y, 'RC4 fiscal_year ' || d) FROM (VALUES
  (date '2026-09-30', 2569), ('2026-10-01', 2570), ('2009-09-30', 2552), ('2009-10-01', 2553), ('2010-09-30', 2553), ('2010-10-01', 2554),
  ('2026-12-31', 2570), ('2026-01-01', 2569), ('1940-02-01', 2483), ('1940-10-01', 2484)) v(d, y);
SELECT is(fiscal_year_range(2553), daterange('2009-10-01', '2010-10-01'), 'RC4 range of 2553');
SELECT is(fiscal_year_range(2570), daterange('2026-10-01', '2027-10-01'), 'RC4 range of 2570');
SELECT is(fiscal_year_range(2484), daterange('1940-10-01', '1941-10-01'), 'RC4 range of 2484');
SELECT is((SELECT count(*)::int FROM generate_series('1960-01-01'::date, '2030-12-31', '1 day') g WHERE NOT fiscal_year_range(fiscal_year(g::date)) @> g::date), 0, 'RC4 both ways agree');
SELECT is((SELECT array_agg(fiscal_quarter(make_date(2026, m, 1)) ORDER BY m) FROM generate_series(1, 12) m), ARRAY[2,2,2,3,3,3,4,4,4,1,1,1], 'RC4 quarters');
SELECT is((SELECT array_agg(fiscal_month(make_date(2026, m, 28)) ORDER BY m) FROM generate_series(1, 12) m), ARRAY[4,5,6,7,8,9,10,11,12,1,2,3], 'RC4 months');
SELECT is(fiscal_quarter('2026-09-30'), 4, 'RC4 30 September is quarter 4');
SELECT is(fiscal_quarter('2026-10-01'), 1, 'RC4 1 October is quarter 1');

SELECT * FROM finish();
ROLLBACK;

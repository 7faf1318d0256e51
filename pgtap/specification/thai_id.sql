-- The specification on welfare.thai_id: RC1, DC5.
\set ON_ERROR_STOP on
BEGIN;
SET search_path = tap, welfare, public;
SET welfare.language = 'en';
SELECT plan(116);

CREATE FUNCTION pg_temp.err(sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE m text; d text; h text;
BEGIN
  EXECUTE sql;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  RETURN concat_ws(' | ', SQLSTATE, m, d, h);
END $$;

-- RC1: the check digit
SELECT is('1000000001005'::thai_id::text, '1000000001005', 'RC1 office 0000, remainder 6');
SELECT is('3000000004001'::thai_id::text, '3000000004001', 'RC1 remainder 0 gives 1');
SELECT is('3000000007000'::thai_id::text, '3000000007000', 'RC1 remainder 1 gives 0');
SELECT throws_ok($$SELECT '3000000004000'::thai_id$$, '22P02', NULL, 'RC1 remainder 0, check 0 refused');
SELECT throws_ok($$SELECT '3000000007001'::thai_id$$, '22P02', NULL, 'RC1 remainder 1, check 1 refused');
SELECT is(x::thai_id::text, x, 'RC1 published sample ' || x)
  FROM unnest(ARRAY['1234545678781','3100600445635','1101700207030','1101700230708','1112034563562',
                    '1200100090237','3012304567082','2000000001003','4000000001000','5000000001008','8000000001002']) x;
SELECT throws_ok(format('SELECT %L::thai_id', '100000000100' || d), '22P02', NULL, 'RC1 wrong check digit ' || d)
  FROM unnest(ARRAY[0,1,2,3,4,6,7,8,9]) d;
SELECT matches(pg_temp.err($$SELECT '1000000001001'::thai_id$$), '(\D|^)5(\D|$)', 'wrong check digit: the error states the one expected (5)');
SELECT matches(pg_temp.err($$SELECT '3000000004007'::thai_id$$), '(\D|^)1(\D|$)', 'wrong check digit: the error states the one expected (1)');
SELECT throws_ok(format('SELECT %L::thai_id', repeat(d::text, 13)), '22P02', NULL, 'thirteen equal digits refused: ' || d)
  FROM generate_series(0, 9) d;

-- RC1, DC5: spellings
SELECT is(x::thai_id::text, '1000000001005', 'spelling: ' || what) FROM (VALUES
  ('1-0000-00001-00-5', 'dashed'),
  ('1 0000 00001 00 5', 'spaced'),
  ('  1000000001005  ', 'surrounded by spaces'),
  ('๑๐๐๐๐๐๐๐๐๑๐๐๕', 'Thai digits'),
  ('๑-๐๐๐๐-๐๐๐๐๑-๐๐-๕', 'Thai digits, dashed'),
  ('1-๐๐๐๐-00001-๐๐-5', 'mixed digits'),
  ('1 0 0 0 0 0 0 0 0 1 0 0 5', 'spaces between all digits'),
  (U&'\FF11\FF10\FF10\FF10\FF10\FF10\FF10\FF10\FF10\FF11\FF10\FF10\FF15', 'full-width digits'),
  (U&'1\20130000\201300001\201300\20135', 'en dashes'),
  (U&'1\20140000\201400001\201400\20145', 'em dashes'),
  (U&'1\20100000\201100001\201200\22125', 'hyphen, non-breaking hyphen, figure dash, minus'),
  (U&'1\FF0D0000\FF0D00001\FF0D00\FF0D5', 'full-width hyphens'),
  (U&'1\00A00000\00A000001\00A000\00A05', 'no-break spaces'),
  (U&'1\30000000\202F00001\200900\20075', 'ideographic, narrow, thin, figure spaces'),
  (E'\t1000000001005\n', 'tab and newline around'),
  (U&'\FEFF1000\200B000001\200D00\200C5', 'zero-width characters and BOM'),
  ('1-0000 00001-00 5', 'dashes and spaces mixed')) v(x, what);
SELECT throws_ok(format('SELECT %L::thai_id', x), '22P02', NULL, 'refused: ' || what) FROM (VALUES
  ('', 'empty'),
  ('   ', 'only spaces'),
  ('100000000100', 'twelve digits'),
  ('10000000010050', 'fourteen digits'),
  ('01000000001005', 'fourteen digits with a leading zero'),
  ('100000000100A', 'a letter'),
  ('1000000001005x', 'a letter after'),
  ('1.0000.00001.00.5', 'full stops'),
  ('1/0000/00001/00/5', 'slashes'),
  ('+1000000001005', 'plus sign'),
  ('1000000001005.0', 'decimal'),
  ('1,000,000,001,005', 'commas'),
  ('1_000_000_001_005', 'underscores'),
  ('1e12', 'exponent'),
  ('๑๐๐๐๐๐๐๐๐๑๐๐๖', 'Thai digits, wrong check'),
  ('----', 'only dashes'),
  ('X-XXXX-XXXX1-00-5', 'the masked form')) v(x, what);

-- DC5: any first digit in the type
SELECT is('0994000617721'::thai_id::text, '0994000617721', 'DC5 first digit 0: leading zero kept');
SELECT is('0105536112014'::thai_id::text, '0105536112014', 'DC5 juristic person is a thai_id');
SELECT is('9000000000004'::thai_id::text, '9000000000004', 'DC5 first digit 9 is a thai_id');

-- formats
SELECT is(format_thai_id('1000000001005'), '1-0000-00001-00-5', 'RC1 dashed form');
SELECT is(format_thai_id('1234567890121'), '1-2345-67890-12-1', 'RC1 dashed form of the page''s example');
SELECT is(format_thai_id('0994000617721'), '0-9940-00617-72-1', 'dashed form keeps the leading zero');
SELECT is(mask_thai_id('1234567890121'), 'X-XXXX-XXXX0-12-1', 'RC1 masked form');
SELECT is(mask_thai_id('1101700230708'), 'X-XXXX-XXXX0-70-8', 'RC1 masked form shows the last four digits only');
SELECT is(format_thai_id('3100600445635')::thai_id, '3100600445635'::thai_id, 'the dashed form reads back');

-- validity
SELECT ok(is_valid_thai_id('1-0000-00001-00-5'), 'is_valid_thai_id true');
SELECT is(is_valid_thai_id('1000000001006'), false, 'is_valid_thai_id false on the check digit');
SELECT is(is_valid_thai_id('abc'), false, 'is_valid_thai_id false on rubbish');
SELECT is(is_valid_thai_id(NULL), NULL, 'is_valid_thai_id strict');
SELECT is(try_thai_id('๑๐๐๐๐๐๐๐๐๑๐๐๕'), '1000000001005'::thai_id, 'try_thai_id reads Thai digits');
SELECT is(try_thai_id('1000000001006'), NULL, 'try_thai_id NULL when bad');
SELECT is(try_thai_id('rubbish'), NULL, 'try_thai_id NULL on rubbish');
SELECT is(thai_id_check_digit('100000000100'), 5, 'check digit 5');
SELECT is(thai_id_check_digit('300000000400'), 1, 'check digit, remainder 0');
SELECT is(thai_id_check_digit('300000000700'), 0, 'check digit, remainder 1');
SELECT throws_ok($$SELECT thai_id_check_digit('10000000010')$$, NULL, NULL, 'check digit of eleven digits refused');
SELECT throws_ok($$SELECT thai_id_check_digit('10000000010x')$$, NULL, NULL, 'check digit of a letter refused');
SELECT is(thai_id_category('8000000001002'), 8, 'category is the first digit');
SELECT is(thai_id_category('0994000617721'), 0, 'category 0');

-- look-alikes
SELECT is((SELECT count(*)::int FROM thai_id_lookalikes('1000000001005')), 9, 'nine look-alikes');
SELECT is((SELECT array_agg(l::text ORDER BY l::text) FROM thai_id_lookalikes('1000000001005') l),
          (SELECT array_agg('10' || d || '0000001005' ORDER BY d) FROM generate_series(1, 9) d),
          'look-alikes differ only in the third digit');
SELECT is((SELECT count(*)::int FROM thai_id_lookalikes('3100600445635') l WHERE is_valid_thai_id(l::text)), 9, 'look-alikes pass the check');
SELECT ok(NOT EXISTS (SELECT FROM thai_id_lookalikes('3100600445635') l WHERE l = '3100600445635'), 'a number is not its own look-alike');

-- casts
SELECT is('1000000001005'::thai_id::bigint, 1000000001005::bigint, 'cast to bigint');
SELECT is(1000000001005::bigint::thai_id, '1000000001005'::thai_id, 'cast from bigint');
SELECT is(994000617721::bigint::thai_id::text, '0994000617721', 'cast from bigint restores the leading zero');
SELECT throws_ok($$SELECT 1000000001006::bigint::thai_id$$, NULL, NULL, 'cast from bigint is checked');
SELECT throws_ok($$SELECT (-1000000001005)::bigint::thai_id$$, NULL, NULL, 'negative bigint refused');
SELECT throws_ok($$SELECT 10000000010050::bigint::thai_id$$, NULL, NULL, 'bigint of fourteen digits refused');
SELECT is('1-0000-00001-00-5'::text::thai_id::text, '1000000001005', 'cast from text is checked and normalised');
SELECT throws_ok($$SELECT '1000000001006'::text::thai_id$$, '22P02', NULL, 'cast from text refuses');
SELECT throws_ok($$SELECT '1000000001005'::thai_id = 1000000001005::bigint$$, '42883', NULL, 'no implicit comparison with bigint');
SELECT throws_ok($$CREATE TEMP TABLE bad_t (x bigint); INSERT INTO bad_t SELECT '1000000001005'::thai_id$$, '42804', NULL, 'no assignment cast to bigint');

-- order, indexes
CREATE TEMP TABLE ids (id thai_id);
INSERT INTO ids SELECT x::text::thai_id FROM (
  SELECT p || thai_id_check_digit(p)::text AS x FROM (SELECT '10000' || lpad(g::text, 7, '0') AS p FROM generate_series(1, 2000) g) a) b;
CREATE INDEX ids_b ON ids (id);
CREATE INDEX ids_h ON ids USING hash (id);
CREATE INDEX ids_r ON ids USING brin (id);
ANALYZE ids;
SELECT is((SELECT min(id)::text FROM ids), (SELECT min(id::text) FROM ids), 'min');
SELECT is((SELECT max(id)::text FROM ids), (SELECT max(id::text) FROM ids), 'max');
SET LOCAL enable_seqscan = off;
SELECT is((SELECT count(*)::int FROM ids WHERE id BETWEEN (SELECT min(id) FROM ids) AND '1000000001005'),
          (SELECT count(*)::int FROM ids WHERE id::text <= '1000000001005'), 'range through an index');
SELECT is((SELECT count(*)::int FROM ids WHERE id = '1-0000-00001-00-5'), 1, 'equality through an index');
RESET enable_seqscan;
SELECT is((SELECT array_agg(id::text ORDER BY id) FROM ids), (SELECT array_agg(id::text ORDER BY id::text COLLATE "C") FROM ids), 'order is that of the digits');
SELECT is((SELECT count(DISTINCT id)::int FROM (SELECT id FROM ids UNION ALL SELECT id FROM ids) x), 2000, 'distinct');
SELECT ok('0994000617721'::thai_id < '1000000001005'::thai_id AND '1000000001005'::thai_id <> '1010000001005'::thai_id
          AND '1000000001005'::thai_id >= '1-0000-00001-00-5'::thai_id, 'comparison operators');

-- binary COPY round trip
SELECT current_setting('data_directory') || '/specification-thai_id.bin' AS binary_file \gset
COPY ids TO :'binary_file' (FORMAT binary);
CREATE TEMP TABLE ids2 (LIKE ids);
COPY ids2 FROM :'binary_file' (FORMAT binary);
SELECT is((SELECT count(*)::int FROM (SELECT id::text FROM ids EXCEPT SELECT id::text FROM ids2) x) + (SELECT 2000 - count(*)::int FROM ids2), 0, 'binary COPY round trip');

SELECT * FROM finish();
ROLLBACK;

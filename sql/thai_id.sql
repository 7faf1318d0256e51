SET welfare.language = 'en';
SET search_path = welfare, public;

-- every operator class is complete
SELECT amname, opcname FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.thai_id'::regtype AND NOT amvalidate(pg_opclass.oid);
SELECT amname, opcname, opcdefault FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.thai_id'::regtype ORDER BY amname;
-- every object of the type is commented: none is left
SELECT pg_describe_object(classid, objid, 0) FROM pg_depend
 WHERE deptype = 'e' AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'welfare')
   AND pg_describe_object(classid, objid, 0) LIKE '%thai_id%' AND pg_describe_object(classid, objid, 0) NOT LIKE 'type %[]'
   AND obj_description(objid, (SELECT relname FROM pg_class WHERE oid = classid)) IS NULL
 ORDER BY 1;

-- RC1: the example numbers, with check digit by remainder 0 (1) and by remainder 1 (0)
SELECT '1000000001005'::thai_id AS office_0000, '3000000004001'::thai_id AS remainder_0, '3000000007000'::thai_id AS remainder_1;
-- DC5: any first digit is a number: published examples of juristic persons, and 9
SELECT '0105536112014'::thai_id, '0994000617721'::thai_id, '9000000000004'::thai_id;
-- the smallest and the greatest number, and thirteen equal digits, none of which is right
SELECT '0000000000001'::thai_id AS smallest, '9999999999994'::thai_id AS greatest;
SELECT digit, is_valid_thai_id(repeat(digit::text, 13)) FROM generate_series(0, 9) AS digit WHERE is_valid_thai_id(repeat(digit::text, 13));

-- RC1, DC5: spellings of one number; those that are read as another: none
CREATE TEMPORARY TABLE spelling (number integer, given text);
INSERT INTO spelling VALUES
  (1, '1000000001005'),
  (2, '1-0000-00001-00-5'),
  (3, '1 0000 00001 00 5'),
  (4, '1 0 0 0 0 0 0 0 0 1 0 0 5'),
  (5, '๑๐๐๐๐๐๐๐๐๑๐๐๕'),
  (6, '๑-๐๐๐๐-๐๐๐๐๑-๐๐-๕'),
  (7, '１００００００００１００５'),
  (8, '１-0000-๐๐๐๐๑ 00—5'),
  (9, '  1000000001005  '),
  (10, U&'1\2010\0030000\2011\0030\0030001\201200\20135'),
  (11, U&'1\20140000\221200001\FF0D00\00AD5'),
  (12, U&'1\00A00000\200900001\300000\202F5'),
  (13, U&'\FEFF1000\200B000\200C00\200D1005\200E'),
  (14, E'1000000001005\r\n'),
  (15, E'\t1-0000-00001-00-5'),
  (16, '1--0000- -00001-00-5-'),
  (17, '10000000010-05');
SELECT count(*) FROM spelling;
SELECT number, given FROM spelling WHERE NOT is_valid_thai_id(given) OR try_thai_id(given) IS DISTINCT FROM '1000000001005';
-- the input function agrees with try_thai_id
SELECT count(*), min(given::thai_id), max(given::thai_id) FROM spelling;
-- every dash, space and invisible character is let pass between the digits
SELECT count(*) AS characters, count(try_thai_id('100000' || chr(c) || '0001005')) AS taken
  FROM unnest(ARRAY(SELECT generate_series(x'2000'::int, x'2015'::int)) || ARRAY[x'2d'::int, x'ad'::int, x'2212'::int, x'ff0d'::int, x'a0'::int, x'3000'::int, x'feff'::int, x'2060'::int]) AS c;
-- and of ASCII nothing else: digits aside, only the dash and six kinds of space
SELECT string_agg(c::text, ' ' ORDER BY c) FROM generate_series(1, 127) AS c WHERE is_valid_thai_id('1000000' || chr(c) || '001005');

-- refusals say what, where, and what to do
SELECT ''::thai_id;
SELECT '-'::thai_id;
SELECT '100000000100'::thai_id;
SELECT '10000000010055'::thai_id;
SELECT '1000000001005 1000000001005'::thai_id;
SELECT '1OOOOOOOO1OO5'::thai_id;
SELECT '1.0000.00001.00.5'::thai_id;
SELECT '1-0000-00001-00-5 ก'::thai_id;
SELECT '๑๐๐๐x'::thai_id;
SELECT E'1000000\x07001005'::thai_id;
SELECT '+1000000001005'::thai_id;
SELECT '١000000001005'::thai_id;
SELECT '😀'::thai_id;
-- a wrong check digit: the one expected
SELECT '1000000001004'::thai_id;
SELECT '๑-๐๐๐๐-๐๐๐๐๑-๐๐-๖'::thai_id;
SELECT '3000000004000'::thai_id;
SELECT '3000000007001'::thai_id;
-- the same texts are NULL and false, not errors
SELECT count(*) AS bad, count(try_thai_id(given)) AS tried, count(*) FILTER (WHERE is_valid_thai_id(given)) AS valid
  FROM unnest(ARRAY['', '-', '100000000100', '10000000010055', '1000000001005 1000000001005', '1OOOOOOOO1OO5', '1.0000.00001.00.5',
                    '1-0000-00001-00-5 ก', '+1000000001005', '١000000001005', '😀', '1000000001004', '3000000004000', '3000000007001',
                    repeat('0', 1000000), 'null']) AS given;
SELECT try_thai_id('1-0000-00001-00-5'), is_valid_thai_id('1-0000-00001-00-5');
SELECT try_thai_id(NULL) IS NULL AS tried, is_valid_thai_id(NULL) IS NULL AS valid, format_thai_id(NULL) IS NULL AS formatted,
       mask_thai_id(NULL) IS NULL AS masked, thai_id_check_digit(NULL) IS NULL AS digit, thai_id_category(NULL) IS NULL AS category,
       NULL::thai_id IS NULL AS cast, NULL::bigint::thai_id IS NULL AS cast_from_number;

-- RC1: 20,000 numbers against the rule written out over their digits
WITH number AS (
  SELECT lpad(((n * 7919873501::numeric) % 10000000000000)::text, 13, '0') AS digits FROM generate_series(1, 20000) AS n
), wanted AS (
  SELECT digits, (11 - (SELECT sum((14 - place) * substr(digits, place, 1)::integer) FROM generate_series(1, 12) AS place) % 11) % 10 AS check_digit
    FROM number
)
SELECT count(*) AS numbers,
       count(*) FILTER (WHERE is_valid_thai_id(digits) <> (right(digits, 1)::integer = check_digit)) AS judged_otherwise,
       count(*) FILTER (WHERE thai_id_check_digit(digits) <> check_digit) AS other_check_digit,
       count(*) FILTER (WHERE try_thai_id(left(digits, 12) || check_digit)::text IS DISTINCT FROM left(digits, 12) || check_digit) AS other_value,
       count(*) FILTER (WHERE right(digits, 1)::integer = check_digit) AS good,
       count(DISTINCT check_digit) AS check_digits
  FROM wanted;

-- thai_id_check_digit: twelve digits, or thirteen of which the last is ignored
SELECT thai_id_check_digit('100000000100'), thai_id_check_digit('1000000001009'), thai_id_check_digit('1-0000-00001-00'),
       thai_id_check_digit('๑๐๐๐๐๐๐๐๐๑๐๐'), thai_id_check_digit('300000000400') AS remainder_0, thai_id_check_digit('300000000700') AS remainder_1;
SELECT thai_id_check_digit('10000000010');
SELECT thai_id_check_digit('10000000010055');
SELECT thai_id_check_digit('');
SELECT thai_id_check_digit('1000000001O0');

-- casts: explicit only
SELECT castsource::regtype, casttarget::regtype, castcontext FROM pg_cast
 WHERE 'welfare.thai_id'::regtype IN (castsource, casttarget) ORDER BY castsource::regtype::text, casttarget::regtype::text;
SELECT '0105536112014'::thai_id::bigint, 105536112014::thai_id, '1-0000-00001-00-5'::text::thai_id, '0105536112014'::thai_id::text;
SELECT pg_typeof('1000000001005'::thai_id::text), pg_typeof('1000000001005'::thai_id::bigint), 1::bigint::thai_id, 9999999999994::thai_id;
SELECT 1000000001004::thai_id;
SELECT 105536112015::thai_id;
SELECT 0::bigint::thai_id;
SELECT 10000000000000::thai_id;
SELECT (-1)::bigint::thai_id;
SELECT (-9223372036854775808)::bigint::thai_id;
SELECT 'x'::text::thai_id;
SELECT 1000000001005 = '1000000001005'::thai_id;
CREATE TEMPORARY TABLE other_types (as_text text, as_bigint bigint, as_id thai_id);
INSERT INTO other_types (as_text) VALUES ('1000000001005'::thai_id);
INSERT INTO other_types (as_bigint) VALUES ('1000000001005'::thai_id);
INSERT INTO other_types (as_id) VALUES (1000000001005);
INSERT INTO other_types (as_id) VALUES ('1000000001005'::text);
INSERT INTO other_types (as_id) VALUES ('1-0000-00001-00-5') RETURNING as_id;

-- spellings going out
SELECT id, format_thai_id(id), mask_thai_id(id), thai_id_category(id)
  FROM unnest(ARRAY['1000000001005', '3000000007000', '0105536112014', '9999999999994', '8000000001002']::thai_id[]) AS id;
SELECT to_jsonb('0105536112014'::thai_id) AS json, ARRAY['0105536112014', '1000000001005']::thai_id[] AS array, ROW('0105536112014'::thai_id) AS row;
-- what goes out comes in the same
SELECT count(*), count(*) FILTER (WHERE id::text::thai_id <> id OR format_thai_id(id)::thai_id <> id OR id::bigint::thai_id <> id
                                        OR to_thai_digits(format_thai_id(id))::thai_id <> id) AS different
  FROM (SELECT (left(digits, 12) || thai_id_check_digit(digits))::thai_id AS id
          FROM (SELECT lpad(((n * 6700417123::numeric) % 10000000000000)::text, 13, '0') AS digits FROM generate_series(1, 5000) AS n) AS number) AS made;

-- the other nine with another third digit: all right, ascending, and the given one is not among them
SELECT array_agg(lookalike) FROM thai_id_lookalikes('1050000001005') AS lookalike;
SELECT array_agg(lookalike) FROM thai_id_lookalikes('1000000001005') AS lookalike;
SELECT array_agg(lookalike) FROM thai_id_lookalikes('1090000001005') AS lookalike;
SELECT count(*) AS all_ways, count(*) FILTER (WHERE is_valid_thai_id(lookalike::text)) AS right_ones
  FROM unnest(ARRAY['1000000001005', '3000000007000', '0105536112014', '9999999999994']::thai_id[]) AS id, thai_id_lookalikes(id) AS lookalike
 WHERE lookalike <> id AND overlay(lookalike::text PLACING '_' FROM 3 FOR 1) = overlay(id::text PLACING '_' FROM 3 FOR 1);
SELECT count(*) FROM thai_id_lookalikes(NULL);
-- how many of the nine wrong digits at each place pass the check: the third place is blind, and
-- remainders 0 and 10 share the check digit 1
SELECT place, count(*) FILTER (WHERE is_valid_thai_id(overlay('3000000004001' PLACING digit::text FROM place FOR 1))) AS unseen
  FROM generate_series(1, 13) AS place, generate_series(0, 9) AS digit
 WHERE substr('3000000004001', place, 1) <> digit::text
 GROUP BY place ORDER BY place;

-- comparison, one operator at a time
SELECT a < b AS lt, a <= b AS le, a = b AS eq, a <> b AS ne, a >= b AS ge, a > b AS gt, thai_id_cmp(a, b) AS cmp
  FROM (VALUES ('1000000001005'::thai_id, '3000000004001'::thai_id), ('3000000004001', '3000000004001'), ('3000000004001', '1000000001005')) AS pair (a, b);
-- leading zeros sort first, as the digits do
SELECT array_agg(id ORDER BY id) AS ascending, array_agg(id ORDER BY id DESC) AS descending, min(id), max(id)
  FROM unnest(ARRAY['3000000004001', '0105536112014', NULL, '9999999999994', '1000000001005']::thai_id[]) AS id;
SELECT min(id) IS NULL AS no_minimum, max(id) IS NULL AS no_maximum FROM (SELECT NULL::thai_id AS id WHERE false) AS nothing;
-- the functions behind =, < and the others are leakproof, or row security keeps them off indexes
SELECT oprname, oprcode, proleakproof, provolatile, proparallel, oprrest, oprjoin, oprcanhash, oprcanmerge
  FROM pg_operator JOIN pg_proc ON pg_proc.oid = oprcode
 WHERE oprleft = 'welfare.thai_id'::regtype AND oprright = 'welfare.thai_id'::regtype ORDER BY oprname COLLATE "C";
SELECT amname, amprocnum, amproc FROM pg_amproc JOIN pg_opfamily ON pg_opfamily.oid = amprocfamily JOIN pg_am ON pg_am.oid = opfmethod
 WHERE amproclefttype = 'welfare.thai_id'::regtype ORDER BY amname, amprocnum;
-- nothing that is called in queries can be called from workers less than safely
SELECT proname FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace
   AND (prorettype = 'thai_id'::regtype OR 'thai_id'::regtype = ANY (proargtypes) OR proname LIKE '%thai_id%')
   AND (provolatile <> 'i' OR proparallel <> 's' OR NOT (proisstrict OR prokind = 'a'));

-- a table of 5,000 numbers, all of the office 0000
CREATE TABLE id_person (thai_id thai_id PRIMARY KEY, sequence integer);
INSERT INTO id_person
  SELECT ('30000' || lpad(n::text, 7, '0') || thai_id_check_digit('30000' || lpad(n::text, 7, '0')))::thai_id, n FROM generate_series(1, 5000) AS n;
ANALYZE id_person;
INSERT INTO id_person VALUES ('3-0000-00001-00-1', 0);
SELECT * FROM id_person WHERE thai_id = '๓-๐๐๐๐-๐๐๐๐๑-๐๐-๑';

-- equality, ranges, order, minimum and maximum use the index
CREATE FUNCTION pg_temp.scans(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE
  line text;
BEGIN
  FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
    IF line ~ 'Scan|Join|Cond|Sort|Aggregate|Unique' THEN
      RETURN NEXT btrim(line, ' ->');
    END IF;
  END LOOP;
END $$;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
SELECT * FROM pg_temp.scans($$SELECT * FROM id_person WHERE thai_id = '3000000001001'$$);
SELECT * FROM pg_temp.scans($$SELECT * FROM id_person WHERE thai_id > '3000000001001' AND thai_id <= '3000000002008'$$);
SELECT * FROM pg_temp.scans($$SELECT * FROM id_person WHERE thai_id IN ('3000000001001', '3000000002008')$$);
SELECT * FROM pg_temp.scans($$SELECT sequence FROM id_person ORDER BY thai_id DESC LIMIT 1$$);
SELECT * FROM pg_temp.scans($$SELECT min(thai_id) FROM id_person$$) WHERE scans LIKE 'Index%Scan%';
SELECT min(thai_id), max(thai_id) FROM id_person;
SELECT count(*), min(sequence), max(sequence) FROM id_person WHERE thai_id > '3000000001001' AND thai_id <= '3000000002008';
-- row security does not keep an equality off the index
CREATE ROLE regress_thai_id_reader;
GRANT USAGE ON SCHEMA welfare TO regress_thai_id_reader;
GRANT SELECT ON id_person TO regress_thai_id_reader;
ALTER TABLE id_person ENABLE ROW LEVEL SECURITY;
CREATE POLICY even_only ON id_person USING (sequence % 2 = 0);
SET ROLE regress_thai_id_reader;
SELECT * FROM pg_temp.scans($$SELECT * FROM id_person WHERE thai_id = '3000000002008'$$);
SELECT count(*) FROM id_person WHERE thai_id IN ('3000000002008', '3000000002016');
RESET ROLE;
DROP POLICY even_only ON id_person;
ALTER TABLE id_person DISABLE ROW LEVEL SECURITY;
REVOKE USAGE ON SCHEMA welfare FROM regress_thai_id_reader;
REVOKE ALL ON id_person FROM regress_thai_id_reader;
DROP ROLE regress_thai_id_reader;

-- hash and BRIN indexes
CREATE TABLE id_other (thai_id thai_id, sequence integer);
INSERT INTO id_other SELECT * FROM id_person ORDER BY thai_id;
INSERT INTO id_other VALUES (NULL, NULL);
CREATE INDEX id_other_hash ON id_other USING hash (thai_id);
SELECT * FROM pg_temp.scans($$SELECT * FROM id_other WHERE thai_id = '3000000001001'$$);
SELECT sequence FROM id_other WHERE thai_id = '3000000001001';
DROP INDEX id_other_hash;
SET enable_bitmapscan = on;
CREATE INDEX id_other_brin ON id_other USING brin (thai_id) WITH (pages_per_range = 4);
SELECT * FROM pg_temp.scans($$SELECT * FROM id_other WHERE thai_id BETWEEN '3000000001001' AND '3000000002008'$$);
SELECT count(*) FROM id_other WHERE thai_id BETWEEN '3000000001001' AND '3000000002008';
SELECT count(*) FROM id_other WHERE thai_id IS NULL;
RESET enable_seqscan;

-- joins and DISTINCT by hash and by order give the same
SET enable_nestloop = off;
SET enable_mergejoin = off;
SELECT * FROM pg_temp.scans('SELECT count(*) FROM id_person JOIN id_other USING (thai_id)') WHERE scans ~ '^Hash Join';
SELECT count(*), sum(id_person.sequence - id_other.sequence) AS apart FROM id_person JOIN id_other USING (thai_id);
RESET enable_mergejoin;
SET enable_hashjoin = off;
SELECT * FROM pg_temp.scans('SELECT count(*) FROM id_person JOIN id_other USING (thai_id)') WHERE scans ~ '^Merge Join';
SELECT count(*), sum(id_person.sequence - id_other.sequence) AS apart FROM id_person JOIN id_other USING (thai_id);
RESET enable_hashjoin;
RESET enable_nestloop;
CREATE TABLE id_twice AS SELECT thai_id FROM id_other UNION ALL SELECT thai_id FROM id_other;
SET enable_sort = off;
SELECT * FROM pg_temp.scans('SELECT DISTINCT thai_id FROM id_twice');
SELECT count(*) FROM (SELECT DISTINCT thai_id FROM id_twice) AS once;
RESET enable_sort;
SET enable_hashagg = off;
SELECT * FROM pg_temp.scans('SELECT DISTINCT thai_id FROM id_twice') WHERE scans ~ 'Unique|Sort$';
SELECT count(*) FROM (SELECT DISTINCT thai_id FROM id_twice) AS once;
RESET enable_hashagg;
-- aggregates in parallel workers
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
SET min_parallel_table_scan_size = 0;
SELECT count(*) > 0 AS in_workers FROM pg_temp.scans('SELECT min(thai_id), max(thai_id) FROM id_twice') WHERE scans ~ 'Partial Aggregate';
SELECT min(thai_id), max(thai_id) FROM id_twice;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
RESET min_parallel_table_scan_size;

-- partitions by hash: every row is found again, in one partition
CREATE TABLE id_split (thai_id thai_id PRIMARY KEY, sequence integer) PARTITION BY HASH (thai_id);
CREATE TABLE id_split_0 PARTITION OF id_split FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE id_split_1 PARTITION OF id_split FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE id_split_2 PARTITION OF id_split FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE TABLE id_split_3 PARTITION OF id_split FOR VALUES WITH (MODULUS 4, REMAINDER 3);
INSERT INTO id_split SELECT * FROM id_person;
SELECT tableoid::regclass AS partition, count(*) > 1000 AS fair_share FROM id_split GROUP BY tableoid ORDER BY 1;
SELECT count(*) AS partitions_read FROM pg_temp.scans($$SELECT * FROM id_split WHERE thai_id = '3000000001001'$$) WHERE scans ~ 'Scan';
SELECT count(*) FROM id_person WHERE EXISTS (SELECT FROM id_split WHERE id_split.thai_id = id_person.thai_id);
SELECT sequence FROM id_split WHERE thai_id = '3-0000-00001-00-1';
-- the hash is that of bigint, and stays so
SELECT bool_and(thai_id_hash(thai_id) = hashint8(thai_id::bigint)) AS hash,
       bool_and(thai_id_hash_extended(thai_id, 42) = hashint8extended(thai_id::bigint, 42)) AS extended FROM id_person;
SELECT thai_id_hash('1000000001005'), thai_id_hash_extended('1000000001005', 0);

-- binary: out and in again; what goes in is checked
SELECT thai_id_send('1000000001005');
\copy (SELECT thai_id, sequence FROM id_other) TO 'results/thai_id.bin' WITH (FORMAT binary)
CREATE TABLE id_back (LIKE id_other);
\copy id_back FROM 'results/thai_id.bin' WITH (FORMAT binary)
SELECT count(*) FROM id_back;
SELECT * FROM id_back EXCEPT ALL SELECT * FROM id_other;
CREATE TABLE id_only (id thai_id);
\copy (SELECT 105536112014::bigint) TO 'results/thai_id.bin' WITH (FORMAT binary)
\copy id_only FROM 'results/thai_id.bin' WITH (FORMAT binary)
\copy (SELECT 1000000001004::bigint) TO 'results/thai_id.bin' WITH (FORMAT binary)
\copy id_only FROM 'results/thai_id.bin' WITH (FORMAT binary)
\copy (SELECT 10000000000000::bigint) TO 'results/thai_id.bin' WITH (FORMAT binary)
\copy id_only FROM 'results/thai_id.bin' WITH (FORMAT binary)
\copy (SELECT (-5)::bigint) TO 'results/thai_id.bin' WITH (FORMAT binary)
\copy id_only FROM 'results/thai_id.bin' WITH (FORMAT binary)
\copy (SELECT 1::integer) TO 'results/thai_id.bin' WITH (FORMAT binary)
\copy id_only FROM 'results/thai_id.bin' WITH (FORMAT binary)
SELECT id FROM id_only;
-- text
COPY id_only FROM stdin;
1-0000-00001-00-5
๓๐๐๐๐๐๐๐๐๔๐๐๑
\N
\.
COPY id_only FROM stdin;
1000000001006
\.
COPY id_only TO stdout;

-- the same in Thai
SET welfare.language = 'th';
SELECT '1000000001004'::thai_id;
SELECT '100000000100'::thai_id;
SELECT '1OOOOOOOO1OO5'::thai_id;
SELECT 10000000000000::thai_id;
SELECT 1000000001004::thai_id;
SELECT thai_id_check_digit('10000000010');
SELECT thai_id_check_digit('1000000001O0');
RESET welfare.language;

DROP TABLE id_person, id_other, id_twice, id_split, id_back, id_only;

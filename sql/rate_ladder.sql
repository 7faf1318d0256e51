SET welfare.language = 'en';
SET search_path = welfare, public;

-- every operator class is complete
SELECT amname, opcname FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.rate_ladder'::regtype AND NOT amvalidate(pg_opclass.oid);
SELECT amname, opcname, opcdefault FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.rate_ladder'::regtype ORDER BY amname;
-- the comparison functions reveal nothing, so that row security does not keep them from an index
SELECT count(*) AS comparison_functions, bool_and(proleakproof) AS leakproof
  FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace AND proname ~ '^rate_ladder_(eq|ne|lt|le|gt|ge|cmp|hash|hash_extended)$';

-- RC8.1: elderly from October 2554; RC8.2: disability from October 2563; a rate without steps
SELECT '60:600,70:700,80:800,90:1000'::rate_ladder AS elderly, '0:1000,18:800'::rate_ladder AS disability, '0:500'::rate_ladder AS flat;

-- one form comes out of every spelling: spaces, scripts, zeros, decimals
-- unaligned: how wide an invisible character is depends on the psql
\pset format unaligned
SELECT to_json(given) AS given, given::rate_ladder AS read, given::rate_ladder::text::rate_ladder = given::rate_ladder AS again
  FROM (VALUES ('60:600,70:700.5'), ('60:600.00,70:700.50'), ('  60 : 600 , 70 : 700.05  '), (E'60:600,\n\t70:700'),
               ('๖๐:๖๐๐,๗๐:๗๐๐.๕๐'), ('６０：６００，７０：７００．５'), ('๖0:６๐0'), ('060:0600'), ('0:0,1:0.01'),
               (U&'60:600\00A0,\200B70:700'), ('0:9999999999.99,150:9999999999')) AS spelling (given);
\pset format aligned

-- ladder @ age: each step from its age on, nothing below the first
SELECT age, '60:600,70:700,80:800,90:1000'::rate_ladder @ age AS amount, ladder_step('60:600,70:700,80:800,90:1000', age) AS step
  FROM unnest(ARRAY[-1, 0, 59, 60, 61, 69, 70, 79, 80, 89, 90, 91, 150, 2147483647]) AS age;
SELECT age, '0:1000,18:800'::rate_ladder @ age AS amount, ladder_amount('0:1000,18:800', age) AS by_function
  FROM unnest(ARRAY[-2147483648, -1, 0, 17, 18, 150]) AS age;
-- amounts have two decimals, whatever they are
SELECT '0:0,1:0.01,2:0.1,3:1,4:1234.5,5:10000,6:9999999999.99'::rate_ladder @ age AS amount,
       scale('0:0,1:0.01,2:0.1,3:1,4:1234.5,5:10000,6:9999999999.99'::rate_ladder @ age) AS scale
  FROM generate_series(0, 6) AS age;
SELECT pg_typeof('0:1'::rate_ladder @ 1), NULL::rate_ladder @ 60 AS no_ladder, '60:600'::rate_ladder @ NULL AS no_age, ladder_step(NULL, 60), ladder_step('60:600', NULL);
-- a ladder of a column, of every length up to the limit, against the steps themselves
CREATE TEMPORARY TABLE ladder_length AS
  SELECT steps, (SELECT string_agg(age * 4 || ':' || age * 100.25, ',' ORDER BY age) FROM generate_series(1, steps) AS age)::rate_ladder AS ladder
    FROM generate_series(1, 32) AS steps;
SELECT count(*) AS compared,
       count(*) FILTER (WHERE ladder @ age IS DISTINCT FROM (SELECT amount FROM ladder_steps(ladder) WHERE from_age <= age ORDER BY from_age DESC LIMIT 1)) AS amounts_differ,
       count(*) FILTER (WHERE ladder_step(ladder, age) IS DISTINCT FROM (SELECT max(from_age) FROM ladder_steps(ladder) WHERE from_age <= age)) AS steps_differ,
       count(*) FILTER (WHERE ladder @ age IS DISTINCT FROM CASE WHEN age >= 4 THEN least(age / 4, steps) * 100.25 END) AS wrong
  FROM ladder_length CROSS JOIN generate_series(0, 150) AS age;

-- ladder_steps: what was given, in its order
SELECT * FROM ladder_steps('60:600,70:700,80:800,90:1000.5');
SELECT steps, from_age, amount FROM ladder_length CROSS JOIN LATERAL ladder_steps(ladder) WHERE steps IN (1, 3) ORDER BY steps, from_age;
SELECT count(*) AS steps FROM ladder_length CROSS JOIN LATERAL ladder_steps(ladder);
SELECT * FROM ladder_steps('60:600,70:700') LIMIT 1;
SELECT * FROM ladder_steps(NULL);

-- refusals say what, where, and what to do
SELECT ''::rate_ladder;
SELECT '   '::rate_ladder;
SELECT '60'::rate_ladder;
SELECT '60:'::rate_ladder;
SELECT ':600'::rate_ladder;
SELECT '60:600,'::rate_ladder;
SELECT ',60:600'::rate_ladder;
SELECT '60:600 70:700'::rate_ladder;
SELECT '60-69:600'::rate_ladder;
SELECT '60:600;70:700'::rate_ladder;
SELECT '6 0:600'::rate_ladder;
SELECT '-1:600'::rate_ladder;
SELECT '60:-600'::rate_ladder;
SELECT '60.5:600'::rate_ladder;
SELECT '60:1,000,70:1,200'::rate_ladder;
SELECT '60:600.'::rate_ladder;
SELECT '60:.50'::rate_ladder;
SELECT '60:NaN'::rate_ladder;
SELECT 'หกสิบ:600'::rate_ladder;
SELECT U&'60:6\200B00'::rate_ladder;
-- at most two decimals, not even zeros
SELECT '60:600.505'::rate_ladder;
SELECT '60:600.500'::rate_ladder;
-- ages strictly increase
SELECT '60:600,60:700'::rate_ladder;
SELECT '60:600,70:700,69:800'::rate_ladder;
-- ages 0 to 150
SELECT '150:1'::rate_ladder;
SELECT '151:1'::rate_ladder;
SELECT '60:600,99999999999999999999999999:700'::rate_ladder;
-- amounts 0 to 9999999999.99
SELECT '60:10000000000'::rate_ladder;
SELECT '60:9999999999.99,70:99999999999999999999999999999.99'::rate_ladder;
-- 1 to 32 steps
SELECT length(string_agg(age || ':1', ',' ORDER BY age)::rate_ladder::text) FROM generate_series(1, 32) AS age;
SELECT string_agg(age || ':1', ',' ORDER BY age)::rate_ladder FROM generate_series(1, 33) AS age;

-- order: step by step, age before amount, the shorter before its continuation
CREATE TEMPORARY TABLE ladder (id integer, ladder rate_ladder);
INSERT INTO ladder VALUES (7, '70:1'), (6, '60:700'), (5, '60:600,80:1'), (4, '60:600,70:700.01'), (3, '60:600,70:700'), (2, '60:600'), (1, '0:1000,18:800'),
                          (3, '๖๐:๖๐๐.๐๐,๗๐:๗๐๐'), (8, NULL);
SELECT id, ladder FROM ladder ORDER BY ladder, id;
SELECT string_agg(DISTINCT id::text, ' ') AS equal_ones FROM ladder GROUP BY ladder HAVING count(*) > 1;
-- the six comparisons agree with the order, for every pair
SELECT count(*) AS pairs,
       bool_and((a.ladder < b.ladder) = (a.id < b.id)) AS lt, bool_and((a.ladder <= b.ladder) = (a.id <= b.id)) AS le,
       bool_and((a.ladder = b.ladder) = (a.id = b.id)) AS eq, bool_and((a.ladder <> b.ladder) = (a.id <> b.id)) AS ne,
       bool_and((a.ladder >= b.ladder) = (a.id >= b.id)) AS ge, bool_and((a.ladder > b.ladder) = (a.id > b.id)) AS gt,
       bool_and(rate_ladder_cmp(a.ladder, b.ladder) = sign(a.id - b.id)) AS cmp,
       bool_and((rate_ladder_hash(a.ladder) = rate_ladder_hash(b.ladder)) = (a.id = b.id)) AS hash,
       bool_and((rate_ladder_hash_extended(a.ladder, 42) = rate_ladder_hash_extended(b.ladder, 42)) = (a.id = b.id)) AS hash_extended
  FROM ladder AS a, ladder AS b WHERE a.ladder IS NOT NULL AND b.ladder IS NOT NULL;
-- the extended hash with seed 0 ends in the plain one, as hash partitioning expects
SELECT bool_and(rate_ladder_hash(ladder)::bit(32) = rate_ladder_hash_extended(ladder, 0)::bit(32)) AS same_low_bits FROM ladder WHERE ladder IS NOT NULL;

-- indexes of both kinds find what a scan finds; a unique one refuses a ladder spelt another way
CREATE TEMPORARY TABLE indexed AS SELECT steps, ladder FROM ladder_length, generate_series(1, 300);
CREATE INDEX indexed_hash ON indexed USING hash (ladder);
ANALYZE indexed;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT steps FROM indexed WHERE ladder = '4:100.25,8:200.5';
SELECT steps, count(*) FROM indexed WHERE ladder = '4:100.25,8:200.5' GROUP BY steps;
DROP INDEX indexed_hash;
CREATE INDEX indexed_btree ON indexed (ladder);
EXPLAIN (COSTS OFF) SELECT steps FROM indexed WHERE ladder < '4:100.25,8:200.5';
SELECT steps, count(*) FROM indexed WHERE ladder < '4:100.25,8:200.5' GROUP BY steps;
SELECT steps, count(*) FROM indexed WHERE ladder = '4:100.25,8:200.5' GROUP BY steps;
RESET enable_seqscan;
RESET enable_bitmapscan;
CREATE UNIQUE INDEX ON ladder_length (ladder);
INSERT INTO ladder_length VALUES (1, ' ๔ : 100.25 ');
-- hash join, merge join and both kinds of DISTINCT
SET enable_nestloop = off;
SET enable_mergejoin = off;
SELECT count(*) FROM indexed JOIN ladder_length USING (ladder);
RESET enable_mergejoin;
SET enable_hashjoin = off;
SELECT count(*) FROM indexed JOIN ladder_length USING (ladder);
RESET enable_hashjoin;
RESET enable_nestloop;
SET enable_hashagg = off;
SELECT count(*) FROM (SELECT DISTINCT ladder FROM indexed) AS sorted;
RESET enable_hashagg;
SET enable_sort = off;
SELECT count(*) FROM (SELECT DISTINCT ladder FROM indexed) AS hashed;
RESET enable_sort;

-- binary: out and in again, in tables, arrays and rows
\copy (SELECT steps, ladder FROM ladder_length) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
CREATE TEMPORARY TABLE ladder_back (LIKE ladder_length);
\copy ladder_back FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
SELECT count(*) AS rows, count(*) FILTER (WHERE a.ladder = b.ladder) AS equal FROM ladder_length AS a JOIN ladder_back AS b USING (steps);
SELECT rate_ladder_send('60:600,70:700.5');
SELECT ARRAY['60:600', '0:1000,18:800']::rate_ladder[] AS ladders, ROW('60:600,70:700'::rate_ladder, 1) AS in_a_row;
-- what comes in is checked as text is
CREATE TEMPORARY TABLE ladder_only (ladder rate_ladder);
\copy (SELECT '\x00000001 0000003c 000000000000ea60'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
-- no step, too many, a negative number
\copy (SELECT '\x00000000'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy (SELECT '\x00000021'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy (SELECT '\xffffffff'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
-- an age of -1, of 151; an amount of -1, of one satang too many; ages that do not increase
\copy (SELECT '\x00000001 ffffffff 0000000000000001'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy (SELECT '\x00000001 00000097 0000000000000001'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy (SELECT '\x00000001 0000003c ffffffffffffffff'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy (SELECT '\x00000001 0000003c 000000e8d4a51000'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy (SELECT '\x00000002 0000003c 000000000000ea60 0000003c 000000000000ea60'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
-- too few bytes, too many
\copy (SELECT '\x00000001 0000003c'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy (SELECT '\x00000001 0000003c 000000000000ea60 00'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)
SELECT ladder FROM ladder_only;

-- errors in Thai
SET welfare.language = 'th';
SELECT '60:'::rate_ladder;
SELECT '60:600,60:700'::rate_ladder;
SELECT '151:1'::rate_ladder;
SELECT string_agg(age || ':1', ',' ORDER BY age)::rate_ladder FROM generate_series(1, 33) AS age;
SELECT '60:10000000000'::rate_ladder;
SELECT '60:600.505'::rate_ladder;
\copy (SELECT '\x00000001 00000097 0000000000000001'::bytea) TO 'results/rate_ladder.bin' WITH (FORMAT binary)
\copy ladder_only FROM 'results/rate_ladder.bin' WITH (FORMAT binary)

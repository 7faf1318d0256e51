SET welfare.language = 'en';
SET search_path = welfare, public;

-- every operator class is complete
SELECT amname, opcname FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.facts'::regtype AND NOT amvalidate(pg_opclass.oid);
SELECT amname, opcname, opcdefault FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.facts'::regtype ORDER BY amname;
-- the comparison functions reveal nothing, so that row security does not keep them from an index
SELECT count(*) AS comparison_functions, bool_and(proleakproof) AS leakproof
  FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace AND proname ~ '^facts_(eq|ne|lt|le|gt|ge|cmp|hash|hash_extended)$';
-- 16 bytes, aligned as double, by reference
SELECT typlen, typalign, typbyval, typstorage FROM pg_type WHERE oid = 'welfare.facts'::regtype;

-- ER6, ER18, DR6, DR7, AR1, IS8.5, RC8.2: the vocabulary. A term's position is its bit on disk: this list only ever grows at its end.
SELECT position, term, rules FROM eligibility_terms();
-- each term is explained in both languages, by a text of its own
SELECT count(*) AS terms, count(DISTINCT term) AS names, count(DISTINCT meaning_thai) AS in_thai, count(DISTINCT meaning_english) AS in_english,
       bool_and(meaning_thai ~ '^[ก-๛ ]+$') AS thai, bool_and(meaning_english ~ '^[[:ascii:]]+$') AS english, bool_and(term ~ '^[a-z][a-z0-9_]{1,30}$') AS lower_case
  FROM eligibility_terms();
SELECT term, meaning_thai, meaning_english FROM eligibility_terms() WHERE term IN ('aged_60', 'state_shelter', 'aids_certified', 'unspecified_disability');
-- each term is read and written as itself, both ways
SELECT count(*) AS terms, bool_and(('{' || term || '}')::facts::text = '{' || term || '}') AS held, bool_and(('{!' || term || '}')::facts::text = '{!' || term || '}') AS not_held,
       bool_and(facts_send(('{' || term || '}')::facts) = int8send(1::bigint << position) || int8send(0)) AS bit_held,
       bool_and(facts_send(('{!' || term || '}')::facts) = int8send(0) || int8send(1::bigint << position)) AS bit_not_held
  FROM eligibility_terms();

-- one form comes out of every spelling: the vocabulary's order, no spaces, each term once
-- unaligned: how wide an invisible character is depends on the psql
\pset format unaligned
SELECT to_json(given) AS given, given::facts AS read, given::facts::text::facts = given::facts AS again
  FROM (VALUES ('{thai_nationality, in_house_register, aged_60, !state_pension}'), ('{!state_pension,aged_60,in_house_register,thai_nationality}'),
               ('{}'), (' { } '), ('{poor,poor , poor}'), ('{!poor,! poor}'), (E'\n{\taged_60\n,\t!\tpoor }\r\n'),
               (U&'\FEFF{aged_60\00A0,\3000!\200Bpoor}')) AS spelling (given);
\pset format aligned
SELECT length(everything::facts::text) AS longest, everything::facts::text = everything AS in_order
  FROM (SELECT '{' || string_agg('!' || term, ',' ORDER BY position) || '}' AS everything FROM eligibility_terms()) AS all_terms;

-- refusals say what, where, and what to do
SELECT ''::facts;
SELECT 'aged_60'::facts;
SELECT '{'::facts;
SELECT '{aged_60'::facts;
SELECT '{aged_60,'::facts;
SELECT '{aged_60,}'::facts;
SELECT '{,aged_60}'::facts;
SELECT '{!}'::facts;
SELECT '{!!aged_60}'::facts;
SELECT '{aged_60 poor}'::facts;
SELECT '{aged_60 & poor}'::facts;
SELECT '{aged_60=true}'::facts;
SELECT '{"aged_60"}'::facts;
SELECT '{aged_60} poor'::facts;
SELECT '{aged_60}}'::facts;
SELECT U&'{aged_60\200B\200Bpoor}'::facts;
SELECT '{(}'::facts;
-- a term given twice is one; given both ways it is an error
SELECT '{aged_60,poor,!aged_60}'::facts;
SELECT '{!aged_60,aged_60}'::facts;
-- a misspelt term is an error that names the nearest one
SELECT '{thai_nationality, aged60}'::facts;
SELECT '{!state_pensoin}'::facts;
SELECT '{Thai-Nationality}'::facts;
SELECT '{aged_๖๐}'::facts;
SELECT '{ผู้พิการ}'::facts;
SELECT ('{' || repeat('very', 30) || 'poor}')::facts;
DO $$
DECLARE
  misspelling record;
  hint text;
  asked integer := 0;
  wrong integer := 0;
BEGIN
  -- one letter left out, doubled, replaced or exchanged with its neighbour still finds the term
  FOR misspelling IN
    SELECT term, spelling
      FROM eligibility_terms() CROSS JOIN generate_series(2, length(term) - 1) AS place
     CROSS JOIN LATERAL (VALUES (left(term, place - 1) || substr(term, place + 1)), (left(term, place) || substr(term, place)),
                                (overlay(term PLACING 'q' FROM place FOR 1)), (overlay(term PLACING reverse(substr(term, place, 2)) FROM place FOR 2))) AS wrong (spelling)
     WHERE spelling <> term
  LOOP
    asked := asked + 1;
    BEGIN
      PERFORM ('{' || misspelling.spelling || '}')::facts;
      wrong := wrong + 1;
    EXCEPTION WHEN invalid_text_representation THEN
      GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT;
      IF hint NOT LIKE 'The nearest term is "' || misspelling.term || '"%' THEN
        RAISE NOTICE '%: %', misspelling.spelling, hint;
        wrong := wrong + 1;
      END IF;
    END;
  END LOOP;
  RAISE NOTICE 'more than 1500 misspellings: %, not understood: %', asked > 1500, wrong;
END
$$;

-- facts(known_true, known_false)
SELECT facts(ARRAY['thai_nationality', 'aged_60'], ARRAY['state_pension']), facts('{}', '{}') AS nothing, facts('{}'::text[], '{poor,poor}') AS twice,
       facts(ARRAY[ARRAY['poor'], ARRAY['abandoned']], '{}') AS two_dimensions;
-- no array is no term: what array_agg() answers over no row
SELECT facts(NULL, ARRAY['poor']) AS none_true, facts(ARRAY['poor'], NULL) AS none_false, facts(NULL, NULL) AS nothing;
SELECT facts(ARRAY['aged_60', 'poor'], ARRAY['poor']);
SELECT facts(ARRAY['aged_61'], '{}');
SELECT facts('{}', ARRAY['!poor']);
SELECT facts(ARRAY['poor', NULL], '{}');

-- facts || facts: the right side wins where they differ
SELECT '{aged_60, poor, !applied}'::facts || '{!poor, applied, confirmed}'::facts AS later_wins, '{poor}'::facts || '{}' AS nothing_new, '{}'::facts || '{!poor}' AS all_new, '{poor}'::facts || NULL AS unknown;
-- for one term: every state before, every state after
SELECT before, after, before || after AS merged FROM unnest('{"{}","{poor}","{!poor}"}'::facts[]) AS before, unnest('{"{}","{poor}","{!poor}"}'::facts[]) AS after;

-- facts ? term: true, false, NULL for what is unknown
SELECT facts ? 'poor' AS poor, facts ? 'applied' AS applied, facts ? 'aged_60' AS aged_60, holds(facts, 'poor') AS by_function, facts ? NULL AS no_term, NULL::facts ? 'poor' AS no_facts
  FROM (VALUES ('{poor, !applied}'::facts)) AS person (facts);
SELECT '{poor}'::facts ? 'por';
SELECT '{poor}'::facts ? '';
SELECT '{poor}'::facts ? '!poor';

-- facts - term: what was known of it is forgotten
SELECT '{poor, !applied, aged_60}'::facts - 'poor' AS held, '{poor, !applied, aged_60}'::facts - 'applied' AS not_held, '{poor, !applied, aged_60}'::facts - 'abandoned' AS unknown, forget_term('{poor}', 'poor') AS by_function;
SELECT '{poor}'::facts - 'rich';

-- known_terms: what is known, in the vocabulary's order; the constructor makes the same of it
SELECT * FROM known_terms('{poor, !state_pension, aged_60}');
SELECT count(*) AS nothing FROM known_terms('{}');
SELECT * FROM known_terms('{poor, !state_pension, aged_60}') LIMIT 1;
SELECT facts(array_agg(term) FILTER (WHERE held), array_agg(term) FILTER (WHERE NOT held)) AS again FROM known_terms('{poor, !state_pension, aged_60}');
SELECT facts, term, held FROM unnest('{"{}","{poor}","{!poor,unspecified_disability}"}'::facts[]) AS facts LEFT JOIN LATERAL known_terms(facts) ON true;

-- order: a total one, in which the six comparisons and both hashes agree, for every pair
CREATE TEMPORARY TABLE known (id integer, facts facts);
INSERT INTO known
  SELECT row_number() OVER (ORDER BY held, refuted), ('{' || coalesce(string_agg(CASE WHEN held >> position & 1 = 1 THEN term WHEN refuted >> position & 1 = 1 THEN '!' || term END, ','), '') || '}')::facts
    FROM generate_series(0, 31) AS held, generate_series(0, 31) AS refuted, eligibility_terms()
   WHERE held & refuted = 0
   GROUP BY held, refuted;
SELECT count(*) AS facts FROM known;
SELECT count(*) AS pairs,
       bool_and((a.facts < b.facts) = (a.id < b.id)) AS lt, bool_and((a.facts <= b.facts) = (a.id <= b.id)) AS le,
       bool_and((a.facts = b.facts) = (a.id = b.id)) AS eq, bool_and((a.facts <> b.facts) = (a.id <> b.id)) AS ne,
       bool_and((a.facts >= b.facts) = (a.id >= b.id)) AS ge, bool_and((a.facts > b.facts) = (a.id > b.id)) AS gt,
       bool_and(facts_cmp(a.facts, b.facts) = sign(a.id - b.id)) AS cmp,
       bool_and((facts_hash(a.facts) = facts_hash(b.facts)) = (a.id = b.id)) AS hash,
       bool_and((facts_hash_extended(a.facts, 42) = facts_hash_extended(b.facts, 42)) = (a.id = b.id)) AS hash_extended
  FROM known AS a, known AS b;
-- the terms of each make the same facts again
SELECT count(*) AS facts, count(*) FILTER (WHERE facts <> (SELECT facts(array_agg(term) FILTER (WHERE held), array_agg(term) FILTER (WHERE NOT held)) FROM known_terms(facts))) AS made_otherwise FROM known;
-- the extended hash with seed 0 ends in the plain one, as hash partitioning expects
SELECT count(*) AS compared, bool_and(facts_hash(facts)::bit(32) = facts_hash_extended(facts, 0)::bit(32)) AS same_low_bits FROM known;
INSERT INTO known VALUES (0, NULL);
SELECT facts FROM known ORDER BY facts NULLS FIRST LIMIT 4;
SELECT facts FROM known ORDER BY facts DESC NULLS LAST LIMIT 2;

-- indexes of both kinds find what a scan finds; a unique one refuses facts spelt another way
CREATE TEMPORARY TABLE indexed AS SELECT id, facts FROM known, generate_series(1, 100);
CREATE INDEX indexed_hash ON indexed USING hash (facts);
ANALYZE indexed;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT id FROM indexed WHERE facts = '{aged_60,thai_nationality}';
SELECT facts, count(*) FROM indexed WHERE facts = '{aged_60,thai_nationality}' GROUP BY facts;
DROP INDEX indexed_hash;
CREATE INDEX indexed_btree ON indexed (facts);
EXPLAIN (COSTS OFF) SELECT id FROM indexed WHERE facts < '{!in_house_register}';
SELECT facts, count(*) FROM indexed WHERE facts < '{!in_house_register}' GROUP BY facts ORDER BY facts;
RESET enable_seqscan;
RESET enable_bitmapscan;
CREATE UNIQUE INDEX ON known (facts);
INSERT INTO known VALUES (1, ' { ! thai_nationality } ');
-- hash join, merge join and both kinds of DISTINCT
SET enable_nestloop = off;
SET enable_mergejoin = off;
SELECT count(*) FROM indexed JOIN known USING (facts);
RESET enable_mergejoin;
SET enable_hashjoin = off;
SELECT count(*) FROM indexed JOIN known USING (facts);
RESET enable_hashjoin;
RESET enable_nestloop;
SET enable_hashagg = off;
SELECT count(*) FROM (SELECT DISTINCT facts FROM indexed) AS sorted;
RESET enable_hashagg;
SET enable_sort = off;
SELECT count(*) FROM (SELECT DISTINCT facts FROM indexed) AS hashed;
RESET enable_sort;

-- binary: out and in again, in tables, arrays and rows
\copy (SELECT id, facts FROM known) TO 'results/facts.bin' WITH (FORMAT binary)
CREATE TEMPORARY TABLE known_back (LIKE known);
\copy known_back FROM 'results/facts.bin' WITH (FORMAT binary)
SELECT count(*) AS rows, count(*) FILTER (WHERE a.facts IS NOT DISTINCT FROM b.facts) AS equal FROM known AS a JOIN known_back AS b USING (id);
SELECT facts_send('{thai_nationality,!in_house_register,unspecified_disability}');
SELECT ARRAY['{poor,!applied}', '{}']::facts[] AS facts, ROW('{poor,!applied}'::facts, 1) AS in_a_row;
-- what comes in is checked: no term both ways, no bit beyond the vocabulary
CREATE TEMPORARY TABLE facts_only (facts facts);
\copy (SELECT '\x0000000000000005 0000000000000002'::bytea) TO 'results/facts.bin' WITH (FORMAT binary)
\copy facts_only FROM 'results/facts.bin' WITH (FORMAT binary)
\copy (SELECT '\x000000003fffffff 0000000000000000'::bytea) TO 'results/facts.bin' WITH (FORMAT binary)
\copy facts_only FROM 'results/facts.bin' WITH (FORMAT binary)
\copy (SELECT '\x0000000000000005 0000000000000004'::bytea) TO 'results/facts.bin' WITH (FORMAT binary)
\copy facts_only FROM 'results/facts.bin' WITH (FORMAT binary)
\copy (SELECT '\x0000000040000000 0000000000000000'::bytea) TO 'results/facts.bin' WITH (FORMAT binary)
\copy facts_only FROM 'results/facts.bin' WITH (FORMAT binary)
\copy (SELECT '\x0000000000000000 8000000000000000'::bytea) TO 'results/facts.bin' WITH (FORMAT binary)
\copy facts_only FROM 'results/facts.bin' WITH (FORMAT binary)
\copy (SELECT '\x0000000000000000'::bytea) TO 'results/facts.bin' WITH (FORMAT binary)
\copy facts_only FROM 'results/facts.bin' WITH (FORMAT binary)
\copy (SELECT '\x0000000000000000 0000000000000000 00'::bytea) TO 'results/facts.bin' WITH (FORMAT binary)
\copy facts_only FROM 'results/facts.bin' WITH (FORMAT binary)
SELECT facts FROM facts_only ORDER BY facts;
-- stored by a later version, with more terms: refused rather than shown in part
CREATE CAST (point AS facts) WITHOUT FUNCTION;
SELECT point(0, 0)::facts AS no_bit;
SELECT point(1, 0)::facts;
DROP CAST (point AS facts);

-- errors in Thai
SET welfare.language = 'th';
SELECT '{aged_60'::facts;
SELECT '{aged60}'::facts;
SELECT '{aged_60,!aged_60}'::facts;
SELECT '{poor}'::facts ? 'por';
SELECT facts(ARRAY['poor'], ARRAY['poor']);
SELECT facts(ARRAY['poor', NULL], '{}');

SET welfare.language = 'en';
SET search_path = welfare, public;

-- every operator class is complete
SELECT amname, opcname FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.eligibility_rule'::regtype AND NOT amvalidate(pg_opclass.oid);
SELECT amname, opcname, opcdefault FROM pg_opclass JOIN pg_am ON pg_am.oid = opcmethod
 WHERE opcintype = 'welfare.eligibility_rule'::regtype ORDER BY amname;
-- the comparison functions reveal nothing, so that row security does not keep them from an index
SELECT count(*) AS comparison_functions, bool_and(proleakproof) AS leakproof
  FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace AND proname ~ '^eligibility_rule_(eq|ne|lt|le|gt|ge|cmp|hash|hash_extended)$';
-- @@ both ways: commutators, no negator (of NULL the opposite is NULL), the estimators of matching operators
SELECT oprleft::regtype, oprright::regtype, oprcom::regoperator, oprnegate, oprrest, oprjoin FROM pg_operator
 WHERE oprname = '@@' AND oprnamespace = 'welfare'::regnamespace ORDER BY oprleft::regtype::text;

-- architecture.md: the example; what is unknown decides nothing and is named
SELECT '{thai_nationality, in_house_register, aged_60, !state_pension}'::facts @@ 'thai_nationality & in_house_register & aged_60 & confirmed & !state_pension'::eligibility_rule IS NULL AS undecided,
       undecided('{thai_nationality, in_house_register, aged_60, !state_pension}', 'thai_nationality & in_house_register & aged_60 & confirmed & !state_pension') AS ask,
       unmet('{thai_nationality, in_house_register, aged_60, !state_pension}', 'thai_nationality & in_house_register & aged_60 & confirmed & !state_pension') AS unmet;

-- ER6 with ER18, DR6 with DR7, AR1 with DE19: the criteria as rules, each with people of every outcome
CREATE TEMPORARY TABLE criterion (programme text, rule eligibility_rule);
INSERT INTO criterion VALUES
  ('elderly', 'thai_nationality & in_house_register & aged_60 & confirmed
               & (!(state_pension | special_pension | state_shelter | state_salary | state_enterprise_salary | local_authority_salary | other_state_benefit)
                  | disability_allowance | aids_allowance)'),
  ('elderly, once determined', 'thai_nationality & in_house_register & aged_60 & confirmed & insufficient_income'),
  ('disability', 'thai_nationality & in_house_register & disability_card & !state_shelter & applied'),
  ('aids', 'in_house_register & aids_certified & (poor | abandoned | no_supporter | cannot_work) & executive_order');
CREATE TEMPORARY TABLE person (number integer, what text, facts facts);
INSERT INTO person VALUES
  (1, 'draws nothing from the state', '{thai_nationality, in_house_register, aged_60, confirmed, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !other_state_benefit}'),
  (2, 'a pensioner', '{thai_nationality, in_house_register, aged_60, confirmed, state_pension, !disability_allowance, !aids_allowance}'),
  (3, 'a pensioner with the disability allowance', '{thai_nationality, in_house_register, aged_60, confirmed, state_pension, disability_allowance, disability_card, !state_shelter, applied}'),
  (4, 'a pensioner not asked about other allowances', '{thai_nationality, in_house_register, aged_60, confirmed, state_pension}'),
  (5, 'not asked about salaries', '{thai_nationality, in_house_register, aged_60, confirmed, !state_pension, !special_pension, !state_shelter, !other_state_benefit, !disability_allowance, !aids_allowance}'),
  (6, 'of another nationality, not confirmed', '{!thai_nationality, in_house_register, aged_60, !confirmed, aids_certified, poor, executive_order}'),
  (7, 'abandoned, not accepted', '{in_house_register, aids_certified, abandoned, !executive_order}'),
  (8, 'neither poor nor in need', '{in_house_register, aids_certified, !poor, !abandoned, !no_supporter, !cannot_work, executive_order}'),
  (9, 'nothing is known', '{}');
SELECT programme, number, what, facts @@ rule AS entitled, unmet(facts, rule), undecided(facts, rule)
  FROM criterion CROSS JOIN person ORDER BY programme, number;
-- the same from the other side, and by name
SELECT count(*) AS asked, count(*) FILTER (WHERE (facts @@ rule) IS DISTINCT FROM (rule @@ facts)) AS differ,
       count(*) FILTER (WHERE (facts @@ rule) IS DISTINCT FROM satisfies(facts, rule) OR (facts @@ rule) IS DISTINCT FROM satisfied_by(rule, facts)) AS named_differ
  FROM criterion CROSS JOIN person;
-- a filter keeps what is proved; what is false and what is undecided both stay outside
SELECT programme, array_agg(number ORDER BY number) FILTER (WHERE facts @@ rule) AS proved,
       array_agg(number ORDER BY number) FILTER (WHERE (facts @@ rule) IS NOT TRUE) AS not_proved, array_agg(number ORDER BY number) FILTER (WHERE NOT facts @@ rule) AS refuted
  FROM criterion CROSS JOIN person GROUP BY programme ORDER BY programme;

-- Kleene's tables: for & and | every pair of states, for ! every state
SELECT a.state AS poor, b.state AS applied, (a.facts || b.facts) @@ 'poor & applied' AS both, (a.facts || b.facts) @@ 'poor | applied' AS either, a.facts @@ '!poor' AS not_poor,
       unmet(a.facts || b.facts, 'poor & applied') AS unmet_both, undecided(a.facts || b.facts, 'poor & applied') AS open_both,
       unmet(a.facts || b.facts, 'poor | applied') AS unmet_either, undecided(a.facts || b.facts, 'poor | applied') AS open_either
  FROM (VALUES (1, 'true', '{poor}'::facts), (2, 'unknown', '{}'), (3, 'false', '{!poor}')) AS a (n, state, facts),
       (VALUES (1, 'true', '{applied}'::facts), (2, 'unknown', '{}'), (3, 'false', '{!applied}')) AS b (n, state, facts)
 ORDER BY a.n, b.n;
-- each agrees with SQL's own three-valued logic over ?
SELECT count(*) AS asked,
       count(*) FILTER (WHERE (facts @@ 'aged_60 & poor | !confirmed') IS DISTINCT FROM (facts ? 'aged_60' AND facts ? 'poor' OR NOT facts ? 'confirmed')) AS first_differs,
       count(*) FILTER (WHERE (facts @@ '!(aged_60 | !poor) & (confirmed | aged_60)') IS DISTINCT FROM (NOT (facts ? 'aged_60' OR NOT facts ? 'poor') AND (facts ? 'confirmed' OR facts ? 'aged_60'))) AS second_differs
  FROM unnest('{"{}","{aged_60}","{!aged_60}"}'::facts[]) AS a, unnest('{"{}","{poor}","{!poor}"}'::facts[]) AS b, unnest('{"{}","{confirmed}","{!confirmed}"}'::facts[]) AS c,
       LATERAL (SELECT a || b || c AS facts) AS together;

-- unmet and undecided go into the operands that decide, under ! for the opposite reason; each term once, in the vocabulary's order
SELECT number, facts, rule, facts @@ rule AS satisfied, unmet(facts, rule), undecided(facts, rule)
  FROM (VALUES
    (1, '{!poor, !applied}'::facts, 'poor & applied & aged_60'::eligibility_rule),
    (2, '{!poor, applied}', 'poor & applied & aged_60'),
    (3, '{!poor, !applied}', 'poor | applied'),
    (4, '{poor, applied}', '!(poor | applied)'),
    (5, '{poor, !applied}', '!(poor | applied)'),
    (6, '{poor, applied}', '!(poor & applied)'),
    (7, '{poor, !applied}', '!(!poor | applied & aged_60) & confirmed'),
    (8, '{!poor, !applied, !confirmed}', '(poor & aged_60 | applied) & (confirmed | poor)'),
    (9, '{poor}', 'applied & poor | aged_60 & !confirmed'),
    (10, '{poor, !aged_60}', 'applied & poor | aged_60 & !confirmed'),
    (11, '{applied}', '!(applied & poor) & !(poor & confirmed)'),
    (12, '{!applied, !poor}', 'applied & poor & applied | poor & applied'),
    (13, '{}', '!!poor | !!!applied'),
    (14, '{}', 'poor | !poor')) AS given (number, facts, rule)
 ORDER BY number;
SELECT unmet(NULL, 'poor'), undecided('{}', NULL), NULL::facts @@ 'poor'::eligibility_rule AS no_facts, '{}'::facts @@ NULL::eligibility_rule AS no_rule;

-- rule_terms and restrict_facts: what a rule asks for, and what is known of that; which decides alone
SELECT programme, rule_terms(rule) FROM criterion ORDER BY programme;
SELECT restrict_facts('{poor, !applied, aged_60, !state_pension}', 'applied & (poor | confirmed) & !poor') AS restricted, restrict_facts('{poor}', 'applied') AS nothing;
SELECT count(*) AS asked, count(*) FILTER (WHERE (facts @@ rule) IS DISTINCT FROM (restrict_facts(facts, rule) @@ rule)) AS differ FROM criterion CROSS JOIN person;

-- one form comes out: & and | spaced, parentheses only where the meaning needs them, chains from left to right
-- unaligned: how wide an invisible character is depends on the psql
\pset format unaligned
SELECT number, to_json(given) AS given, given::eligibility_rule AS read, given::eligibility_rule::text::eligibility_rule = given::eligibility_rule AS again
  FROM (VALUES
    (1, 'poor'), (2, ' ( ( poor ) ) '), (3, 'poor&applied|aged_60'), (4, 'poor&(applied|aged_60)'), (5, '(poor&applied)|aged_60'), (6, 'poor|applied&aged_60'),
    (7, '(poor|applied)&aged_60'), (8, 'poor&(applied&(aged_60&confirmed))'), (9, '((poor|applied)|(aged_60|confirmed))'), (10, '!poor&!(applied)'), (11, '!(poor&applied)'),
    (12, '!(poor)&!(!(applied))'), (13, '! ! ! poor'), (14, '!(!(poor|applied)&aged_60)'), (15, E'\tpoor\n&\r\napplied '), (16, U&'\FEFFpoor\00A0|\200Bapplied'),
    (17, 'poor&(applied&aged_60|confirmed&abandoned)&(no_supporter&cannot_work)')) AS spelling (number, given)
 ORDER BY number;
\pset format aligned
-- an order of operands is kept: these are different rules of one meaning
SELECT 'poor & applied'::eligibility_rule = 'applied & poor' AS same, 'poor & applied'::eligibility_rule = '(poor)&applied' AS spelt_otherwise;

-- & | ! make rules of rules
SELECT 'poor | applied'::eligibility_rule & 'aged_60' AS both, 'poor & applied'::eligibility_rule | 'aged_60' AS either, !'poor | applied'::eligibility_rule AS negated, !(!'poor'::eligibility_rule) AS twice,
       rule_and('poor', 'aged_60 & applied') AS chain, rule_or('poor | applied', 'aged_60 | confirmed') AS longer_chain, rule_not('poor & applied') AS by_name, 'poor'::eligibility_rule & NULL AS unknown;
SELECT count(*) AS asked,
       count(*) FILTER (WHERE (facts @@ (a.rule & b.rule)) IS DISTINCT FROM (facts @@ a.rule AND facts @@ b.rule)) AS and_differs,
       count(*) FILTER (WHERE (facts @@ (a.rule | b.rule)) IS DISTINCT FROM (facts @@ a.rule OR facts @@ b.rule)) AS or_differs,
       count(*) FILTER (WHERE (facts @@ (!a.rule)) IS DISTINCT FROM (NOT facts @@ a.rule)) AS not_differs
  FROM criterion AS a CROSS JOIN criterion AS b CROSS JOIN person;

-- refusals say what, where, and what was expected
SELECT ''::eligibility_rule;
SELECT '  '::eligibility_rule;
SELECT 'poor &'::eligibility_rule;
SELECT '& poor'::eligibility_rule;
SELECT 'poor | | applied'::eligibility_rule;
SELECT 'poor && applied'::eligibility_rule;
SELECT 'poor applied'::eligibility_rule;
SELECT 'poor ! applied'::eligibility_rule;
SELECT 'poor, applied'::eligibility_rule;
SELECT '(poor | applied'::eligibility_rule;
SELECT 'poor | applied)'::eligibility_rule;
SELECT '()'::eligibility_rule;
SELECT '!'::eligibility_rule;
SELECT '!(poor))'::eligibility_rule;
SELECT '(poor}'::eligibility_rule;
SELECT '{poor}'::eligibility_rule;
SELECT 'poor &{applied}'::eligibility_rule;
-- a misspelt term is an error that names the nearest one
SELECT 'thai_nationality & in_house_registry'::eligibility_rule;
SELECT 'poor and applied'::eligibility_rule;
SELECT 'not_poor'::eligibility_rule;
SELECT 'มีสัญชาติไทย & aged60'::eligibility_rule;
-- bounded: 512 terms and operators, 30 levels of ( and !
SELECT octet_length(eligibility_rule_send((repeat('poor & ', 255) || 'poor')::eligibility_rule)) - 1 AS length, octet_length(eligibility_rule_send(('!' || repeat('poor | ', 255) || 'poor')::eligibility_rule)) - 1 AS longest;
SELECT (repeat('poor & ', 256) || 'poor')::eligibility_rule;
SELECT ('!!' || repeat('poor & ', 255) || 'poor')::eligibility_rule;
SELECT length((repeat('(', 30) || 'poor' || repeat(')', 30))::eligibility_rule::text) AS parentheses, length((repeat('!', 30) || 'poor')::eligibility_rule::text) AS negations;
SELECT (repeat('(', 31) || 'poor' || repeat(')', 31))::eligibility_rule;
SELECT (repeat('!', 31) || 'poor')::eligibility_rule;
SELECT repeat('(', 1000000)::eligibility_rule;
-- the deepest rule there is: read, written, evaluated, explained
WITH deepest AS (SELECT (repeat('poor | applied & (', 30) || 'aged_60 | confirmed & abandoned' || repeat(')', 30))::eligibility_rule AS rule)
SELECT rule::text::eligibility_rule = rule AS again, length(rule::text), '{!poor, applied, !aged_60, confirmed, !abandoned}'::facts @@ rule AS refuted, '{!poor, applied, !aged_60, confirmed, abandoned}'::facts @@ rule AS proved,
       unmet('{!poor, applied, !aged_60, confirmed, !abandoned}', rule), undecided('{!poor, applied, !aged_60, confirmed}', rule)
  FROM deepest;
-- a rule made of rules keeps to the bounds
SELECT (repeat('poor & ', 127) || 'poor')::eligibility_rule & (repeat('poor & ', 127) || 'poor')::eligibility_rule = (repeat('poor & ', 255) || 'poor')::eligibility_rule AS of_two_halves;
SELECT (repeat('poor & ', 127) || 'poor')::eligibility_rule | (repeat('poor & ', 128) || 'poor')::eligibility_rule;
SELECT !('!' || repeat('poor & ', 255) || 'poor')::eligibility_rule;
SELECT !(repeat('!', 30) || 'poor')::eligibility_rule;
SELECT (repeat('poor | applied & (', 30) || 'aged_60 | confirmed' || repeat(')', 30))::eligibility_rule & 'poor';

-- order: a total one, in which the six comparisons and both hashes agree, for every pair
CREATE TEMPORARY TABLE ordered (id integer, rule eligibility_rule);
INSERT INTO ordered VALUES (1, 'thai_nationality'), (2, '!thai_nationality'), (3, 'thai_nationality & aged_60'), (4, '!(thai_nationality & aged_60)'), (5, 'thai_nationality | aged_60'),
                           (6, 'aged_60'), (7, 'aged_60 & poor'), (8, 'aged_60 | poor'), (9, 'poor');
SELECT count(*) AS pairs,
       bool_and((a.rule = b.rule) = (a.id = b.id)) AS eq, bool_and((a.rule <> b.rule) = (a.id <> b.id)) AS ne,
       bool_and((a.rule < b.rule) = (rule_cmp < 0)) AS lt, bool_and((a.rule <= b.rule) = (rule_cmp <= 0)) AS le,
       bool_and((a.rule > b.rule) = (rule_cmp > 0)) AS gt, bool_and((a.rule >= b.rule) = (rule_cmp >= 0)) AS ge,
       bool_and(sign(rule_cmp) = -sign(eligibility_rule_cmp(b.rule, a.rule))) AS antisymmetric,
       bool_and((eligibility_rule_hash(a.rule) = eligibility_rule_hash(b.rule)) = (a.id = b.id)) AS hash,
       bool_and((eligibility_rule_hash_extended(a.rule, 42) = eligibility_rule_hash_extended(b.rule, 42)) = (a.id = b.id)) AS hash_extended
  FROM ordered AS a, ordered AS b, LATERAL (SELECT eligibility_rule_cmp(a.rule, b.rule) AS rule_cmp) AS compared;
SELECT count(*) AS not_transitive FROM ordered AS a, ordered AS b, ordered AS c WHERE a.rule < b.rule AND b.rule < c.rule AND NOT a.rule < c.rule;
-- the extended hash with seed 0 ends in the plain one, as hash partitioning expects
SELECT bool_and(eligibility_rule_hash(rule)::bit(32) = eligibility_rule_hash_extended(rule, 0)::bit(32)) AS same_low_bits FROM ordered;
INSERT INTO ordered VALUES (9, '( poor )'), (10, NULL);
SELECT rule FROM ordered ORDER BY rule, id;
SELECT DISTINCT rule FROM ordered ORDER BY rule DESC NULLS LAST LIMIT 2;

-- indexes of both kinds find what a scan finds; a unique one refuses a rule spelt another way
CREATE TEMPORARY TABLE indexed AS SELECT DISTINCT rule FROM ordered;
INSERT INTO indexed SELECT (a.term || ' & ' || b.term || ' | ' || c.term)::eligibility_rule FROM eligibility_terms() AS a, eligibility_terms() AS b, eligibility_terms() AS c WHERE c.position < 5;
CREATE INDEX indexed_hash ON indexed USING hash (rule);
ANALYZE indexed;
SET enable_seqscan = off;
SET enable_bitmapscan = off;
EXPLAIN (COSTS OFF) SELECT rule FROM indexed WHERE rule = 'poor & applied | aged_60';
SELECT rule FROM indexed WHERE rule = 'poor & applied | aged_60';
DROP INDEX indexed_hash;
CREATE UNIQUE INDEX indexed_btree ON indexed (rule);
EXPLAIN (COSTS OFF) SELECT count(*) FROM indexed WHERE rule < 'in_house_register';
SELECT count(*) FROM indexed WHERE rule < 'in_house_register';
SELECT rule FROM indexed WHERE rule = 'poor & applied | aged_60';
RESET enable_seqscan;
RESET enable_bitmapscan;
INSERT INTO indexed VALUES ('(poor)&applied|(aged_60)');
-- hash join, merge join and both kinds of DISTINCT
SET enable_nestloop = off;
SET enable_mergejoin = off;
SELECT count(*) FROM indexed JOIN ordered USING (rule);
RESET enable_mergejoin;
SET enable_hashjoin = off;
SELECT count(*) FROM indexed JOIN ordered USING (rule);
RESET enable_hashjoin;
RESET enable_nestloop;
SET enable_hashagg = off;
SELECT count(*) FROM (SELECT DISTINCT rule FROM ordered) AS sorted;
RESET enable_hashagg;
SET enable_sort = off;
SELECT count(*) FROM (SELECT DISTINCT rule FROM ordered) AS hashed;
RESET enable_sort;
-- matchingsel: an estimate from the values that ANALYZE saw, NULL answers included
CREATE TEMPORARY TABLE estimated AS SELECT (ARRAY['{poor}', '{!poor}', '{}', '{poor,applied}'])[number % 4 + 1]::facts AS facts FROM generate_series(1, 1000) AS number;
ANALYZE estimated;
SELECT count(*) FILTER (WHERE facts @@ 'poor') AS proved, count(*) FILTER (WHERE NOT facts @@ 'poor') AS refuted, count(*) FILTER (WHERE (facts @@ 'poor') IS NULL) AS undecided FROM estimated;
CREATE FUNCTION pg_temp.estimated_rows(query text) RETURNS numeric LANGUAGE plpgsql AS $$
DECLARE
  plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
  RETURN plan #>> '{0,Plan,Plan Rows}';
END
$$;
SELECT pg_temp.estimated_rows('SELECT FROM estimated WHERE facts @@ ''poor''') BETWEEN 450 AND 550 AS half, pg_temp.estimated_rows('SELECT FROM estimated WHERE ''poor & applied''::welfare.eligibility_rule @@ facts') BETWEEN 200 AND 300 AS quarter;

-- binary: out and in again, in tables, arrays and rows
\copy (SELECT rule FROM indexed) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
CREATE TEMPORARY TABLE rule_back (LIKE indexed);
\copy rule_back FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
SELECT count(*) AS rows, count(b.rule) AS equal FROM indexed AS a LEFT JOIN rule_back AS b USING (rule);
SELECT eligibility_rule_send('thai_nationality & !(in_house_register | aged_60)');
SELECT ARRAY['poor & applied', '!poor']::eligibility_rule[] AS rules, ROW('poor & applied'::eligibility_rule, 1) AS in_a_row;
-- what comes in is checked: version, terms, operators, operands, chains, bounds
CREATE TEMPORARY TABLE rule_only (rule eligibility_rule);
\copy (SELECT '\x01 00 01 41 02 42'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x02 00'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT ''::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
-- a term beyond the vocabulary, a code beyond the operators
\copy (SELECT '\x01 1d'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01 1e'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01 00 01 43'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
-- operators without operands, operands without operator
\copy (SELECT '\x01 40'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01 00 41'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01 00 01'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
-- a chain from right to left would be a second form of one rule
\copy (SELECT '\x01 00 01 02 41 41'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
-- 30 negations and 31; 512 bytes and 513; more values on the stack than a rule can leave
\copy (SELECT '\x01 00'::bytea || decode(repeat('40', 30), 'hex')) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01 00'::bytea || decode(repeat('40', 31), 'hex')) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01 00'::bytea || decode(repeat('0041', 255) || '40', 'hex')) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01 00'::bytea || decode(repeat('0041', 256), 'hex')) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy (SELECT '\x01'::bytea || decode(repeat('00', 100), 'hex')) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)
SELECT left(rule::text, 60) AS begins, length(rule::text), rule::text::eligibility_rule = rule AS again FROM rule_only ORDER BY rule;
-- stored by a later version, with more terms: refused rather than shown in part
CREATE CAST (bytea AS eligibility_rule) WITHOUT FUNCTION;
CREATE TEMPORARY TABLE later AS SELECT '\x00'::bytea::eligibility_rule AS sound, '\x001e41'::bytea::eligibility_rule AS unsound;
SELECT sound FROM later;
SELECT unsound FROM later;
SELECT unmet('{}', unsound) FROM later;
SELECT unsound & 'poor' FROM later;
SELECT 'poor' | unsound FROM later;
SELECT !unsound FROM later;
DROP TABLE later;
DROP CAST (bytea AS eligibility_rule);

-- errors in Thai
SET welfare.language = 'th';
SELECT 'poor &'::eligibility_rule;
SELECT '(poor | applied'::eligibility_rule;
SELECT 'poor & (aged60)'::eligibility_rule;
SELECT (repeat('(', 31) || 'poor' || repeat(')', 31))::eligibility_rule;
SELECT (repeat('poor & ', 256) || 'poor')::eligibility_rule;
SELECT !(repeat('!', 30) || 'poor')::eligibility_rule;
\copy (SELECT '\x01 00 41'::bytea) TO 'results/eligibility_rule.bin' WITH (FORMAT binary)
\copy rule_only FROM 'results/eligibility_rule.bin' WITH (FORMAT binary)

-- The specification on welfare.facts and welfare.eligibility_rule (ER6, ER18, DR6, AR1).
-- T = thai_nationality (known true), F = state_pension (known false), U = disability_card (not known)
\set ON_ERROR_STOP on
BEGIN;
SET search_path = tap, welfare, public;
SET welfare.language = 'en';
SELECT plan(114);

CREATE FUNCTION pg_temp.err(sql text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE m text; d text; h text;
BEGIN
  EXECUTE sql;
  RETURN NULL;
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  RETURN concat_ws(' | ', SQLSTATE, m, d, h);
END $$;
CREATE FUNCTION pg_temp.s(a text[]) RETURNS text[] LANGUAGE sql AS $$ SELECT coalesce(array_agg(x ORDER BY x), '{}') FROM unnest(a) x $$;
CREATE FUNCTION pg_temp.r(x text) RETURNS eligibility_rule LANGUAGE sql AS $$
  SELECT replace(replace(replace(x, 'T', 'thai_nationality'), 'F', 'state_pension'), 'U', 'disability_card')::eligibility_rule $$;

-- Kleene's tables
SELECT is('{thai_nationality, !state_pension}'::facts @@ pg_temp.r(x), v, 'Kleene: ' || x) FROM (VALUES
  ('T', true), ('F', false), ('U', NULL), ('!T', false), ('!F', true), ('!U', NULL), ('!!T', true), ('!!U', NULL),
  ('T & T', true), ('T & F', false), ('T & U', NULL), ('F & T', false), ('F & F', false), ('F & U', false), ('U & T', NULL), ('U & F', false), ('U & U', NULL),
  ('T | T', true), ('T | F', true), ('T | U', true), ('F | T', true), ('F | F', false), ('F | U', NULL), ('U | T', true), ('U | F', NULL), ('U | U', NULL),
  ('U | !U', NULL), ('U & !U', NULL),
  ('T | F & F', true), ('(T | F) & F', false), ('F & F | T', true), ('!F & T', true), ('!(F & T)', true), ('!F | T', true), ('!(T | U)', false), ('!(F | U)', NULL),
  ('!(U & F)', true), ('(U | T) & (F | T)', true), ('((T))', true), ('T&!F', true), (E' T\t&\n !F ', true)) v(x, v);

-- criteria of the law
SELECT is('{thai_nationality, in_house_register, aged_60, !state_pension}'::facts @@ 'thai_nationality & in_house_register & aged_60 & !state_pension'::eligibility_rule, true, 'ER6: an example');
SELECT is(f::facts @@ 'thai_nationality & in_house_register & aged_60 & !(state_pension | special_pension | state_shelter | state_salary | state_enterprise_salary | local_authority_salary)'::eligibility_rule, v, 'ER18 ' || f) FROM (VALUES
  ('{thai_nationality, in_house_register, aged_60, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}', true),
  ('{thai_nationality, in_house_register, aged_60, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary}', NULL),
  ('{thai_nationality, in_house_register, aged_60, local_authority_salary}', false),
  ('{!thai_nationality}', false),
  ('{}', NULL)) v(f, v);
SELECT is('{thai_nationality, in_house_register, disability_card, !state_shelter}'::facts @@ 'thai_nationality & in_house_register & disability_card & !state_shelter'::eligibility_rule, true, 'DR6');
SELECT is('{in_house_register, aids_certified, poor}'::facts @@ 'in_house_register & aids_certified & poor'::eligibility_rule, true, 'AR1');
SELECT is('{}'::facts @@ 'poor'::eligibility_rule, NULL, 'nothing known decides nothing');
SELECT is(NULL::facts @@ 'poor'::eligibility_rule, NULL, '@@ strict');

-- spelling of facts
SELECT is('{ thai_nationality , ! state_pension }'::facts @@ 'thai_nationality & !state_pension'::eligibility_rule, true, 'spaces in facts');
SELECT is('{thai_nationality,!state_pension}'::facts @@ 'thai_nationality & !state_pension'::eligibility_rule, true, 'no spaces in facts');
SELECT is('{!state_pension, thai_nationality}'::facts::text, '{thai_nationality, !state_pension}'::facts::text, 'order of terms does not matter');
SELECT ok(x::facts::text::facts::text = x::facts::text, 'facts read back: ' || x) FROM unnest(ARRAY['{}', '{poor}', '{!poor}', '{thai_nationality, !state_pension, disability_card}']) x;
SELECT is((x::eligibility_rule::text)::eligibility_rule::text, x::eligibility_rule::text, 'rule reads back: ' || x)
  FROM unnest(ARRAY['poor', '!poor', 'poor & (thai_nationality | !state_pension)', '!(poor | thai_nationality) & disability_card', 'poor | thai_nationality & state_pension']) x;
SELECT is('{!poor, thai_nationality}'::facts @@ ('(poor | thai_nationality) & poor'::eligibility_rule::text)::eligibility_rule, false, 'parentheses survive the output');
SELECT is('{!poor, thai_nationality}'::facts @@ ('!(poor & thai_nationality)'::eligibility_rule::text)::eligibility_rule, true, 'negated parentheses survive the output');

-- refusals
SELECT throws_ok(format('SELECT %L::facts', x), '22P02', NULL, 'facts refused: ' || x) FROM unnest(ARRAY['', '{', 'thai_nationality', '{thai_nationality', '{thai_nationality,}', '{thai_nationality poor}', '{!}', '{thai_natonality}', '{thai_nationality, !thai_nationality}']) x;
SELECT throws_ok(format('SELECT %L::eligibility_rule', x), '22P02', NULL, 'rule refused: ' || x) FROM unnest(ARRAY['', '(', 'poor &', '& poor', 'poor poor', '(poor', 'poor)', '()', '!', 'poor || thai_nationality x', 'poor_', 'thai_natonality & poor']) x;
SELECT matches(pg_temp.err($$SELECT '{thai_natonality}'::facts$$), 'thai_nationality', 'a misspelt fact: the nearest is named');
SELECT matches(pg_temp.err($$SELECT 'disabilty_card'::eligibility_rule$$), 'disability_card', 'a misspelt term of a rule: the nearest is named');
SELECT matches(pg_temp.err($$SELECT '{poor}'::facts ? 'in_house_registr'$$), 'in_house_register', 'a misspelt term of ?: the nearest is named');

-- unmet
SELECT is(pg_temp.s(unmet(f::facts, r::eligibility_rule)), pg_temp.s(e), format('unmet(%s, %s)', f, r)) FROM (VALUES
  ('{thai_nationality, poor}', 'thai_nationality & poor', '{}'::text[]),
  ('{!thai_nationality, poor}', 'thai_nationality & poor', '{thai_nationality}'),
  ('{!thai_nationality, !poor}', 'thai_nationality & poor', '{thai_nationality,poor}'),
  ('{!thai_nationality}', 'thai_nationality & poor', '{thai_nationality}'),
  ('{state_pension, thai_nationality}', 'thai_nationality & !state_pension', '{state_pension}'),
  ('{!poor, !disability_card}', 'poor | disability_card', '{poor,disability_card}'),
  ('{!poor, disability_card, !thai_nationality}', '(poor | disability_card) & thai_nationality', '{thai_nationality}'),
  ('{thai_nationality}', 'thai_nationality & poor', '{}')) v(f, r, e);

-- undecided
SELECT is(pg_temp.s(undecided(f::facts, r::eligibility_rule)), pg_temp.s(e), format('undecided(%s, %s)', f, r)) FROM (VALUES
  ('{}', 'thai_nationality & poor', '{thai_nationality,poor}'::text[]),
  ('{thai_nationality}', 'thai_nationality & in_house_register & !state_pension', '{in_house_register,state_pension}'),
  ('{!thai_nationality}', 'thai_nationality & in_house_register', '{}'),
  ('{poor}', 'poor | disability_card', '{}'),
  ('{!poor}', '(poor & disability_card) | thai_nationality', '{thai_nationality}'),
  ('{poor}', '(poor | disability_card) & thai_nationality', '{thai_nationality}'),
  ('{thai_nationality, poor}', 'thai_nationality & poor', '{}')) v(f, r, e);

-- || and ?
SELECT is(('{thai_nationality}'::facts || '{!state_pension}'::facts) @@ 'thai_nationality & !state_pension'::eligibility_rule, true, '|| joins');
SELECT is(('{thai_nationality}'::facts || '{}'::facts)::text, '{thai_nationality}'::facts::text, '|| with nothing');
SELECT is(('{poor}'::facts || '{!poor}'::facts) @@ 'poor'::eligibility_rule, false, '|| the right side is the later knowledge');
SELECT is(('{!poor}'::facts || '{poor}'::facts) @@ 'poor'::eligibility_rule, true, '|| the right side is the later knowledge (2)');
SELECT is('{poor}'::facts ? 'poor', true, '? known true');
SELECT is('{!poor}'::facts ? 'poor', false, '? known false');
SELECT is('{}'::facts ? 'poor', NULL, '? not known');

-- the vocabulary
SELECT ok((SELECT count(*) FROM eligibility_terms()) BETWEEN 12 AND 64, 'at most 64 terms');
SELECT is((SELECT array_agg(t) FROM unnest(ARRAY['thai_nationality','in_house_register','aged_60','state_pension','special_pension','state_shelter','state_salary',
            'state_enterprise_salary','local_authority_salary','disability_card','welfare_card','aids_certified','poor']) t
           WHERE NOT EXISTS (SELECT FROM eligibility_terms() e WHERE to_jsonb(e)::text LIKE '%"' || t || '"%')), NULL, 'the terms of ER6, ER18, DR6, AR1 are listed');

CREATE TEMP TABLE fr (f facts, r eligibility_rule);
INSERT INTO fr VALUES ('{thai_nationality, !state_pension}', 'poor & (thai_nationality | !state_pension)'), ('{}', 'poor'), (NULL, NULL);
SELECT current_setting('data_directory') || '/specification-facts.bin' AS binary_file \gset
COPY fr TO :'binary_file' (FORMAT binary);
CREATE TEMP TABLE fr2 (LIKE fr);
COPY fr2 FROM :'binary_file' (FORMAT binary);
SELECT is((SELECT array_agg(x::text ORDER BY x::text) FROM fr2 x), (SELECT array_agg(x::text ORDER BY x::text) FROM fr x), 'binary COPY round trip');

SELECT * FROM finish();
ROLLBACK;

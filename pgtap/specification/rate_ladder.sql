-- The specification on welfare.rate_ladder: RC8.
\set ON_ERROR_STOP on
BEGIN;
SET search_path = tap, welfare, public;
SET welfare.language = 'en';
SELECT plan(56);

SELECT is('60:600,70:700,80:800,90:1000'::rate_ladder @ a, r::numeric, 'elderly ladder at ' || a) FROM (VALUES
  (0, NULL), (59, NULL), (60, 600), (69, 600), (70, 700), (79, 700), (80, 800), (89, 800), (90, 1000), (91, 1000), (130, 1000)) v(a, r);
SELECT is('0:1000,18:800'::rate_ladder @ a, r::numeric, 'disability ladder at ' || a) FROM (VALUES (0, 1000), (17, 1000), (18, 800), (60, 800)) v(a, r);
SELECT is('60:100,70:150,80:200,90:250'::rate_ladder @ a, r::numeric, 'additional ladder at ' || a) FROM (VALUES (59, NULL), (60, 100), (70, 150), (80, 200), (90, 250)) v(a, r);
SELECT is('0:500'::rate_ladder @ 0, 500::numeric, 'flat ladder at 0');
SELECT is('0:500'::rate_ladder @ 45, 500::numeric, 'flat ladder at 45');
SELECT is(pg_typeof('0:500'::rate_ladder @ 1)::text, 'numeric', '@ gives numeric');
SELECT is('0:500'::rate_ladder @ NULL::integer, NULL, '@ strict in age');
SELECT is(NULL::rate_ladder @ 60, NULL, '@ strict in ladder');

SELECT results_eq($$SELECT from_age::int, amount::numeric FROM ladder_steps('60:600,70:700,80:800,90:1000')$$,
                  $$VALUES (60, 600::numeric), (70, 700), (80, 800), (90, 1000)$$, 'steps in order');
SELECT results_eq($$SELECT from_age::int, amount::numeric FROM ladder_steps('0:1000,18:800')$$, $$VALUES (0, 1000::numeric), (18, 800)$$, 'steps of the disability ladder');
SELECT is((SELECT count(*)::int FROM ladder_steps('0:500')), 1, 'one step');

SELECT ok('60:600,70:700'::rate_ladder = '60:600,70:700'::rate_ladder, 'equal');
SELECT is('60:600,70:700'::rate_ladder = '60:600,70:701'::rate_ladder, false, 'another amount is another ladder');
SELECT is('60:600,70:700'::rate_ladder = '60:600,71:700'::rate_ladder, false, 'another age is another ladder');
SELECT is('60:600'::rate_ladder = '60:600,70:700'::rate_ladder, false, 'a prefix is another ladder');
SELECT ok('60:600'::rate_ladder <> '60:700'::rate_ladder, 'not equal');
SELECT ok(x::rate_ladder::text::rate_ladder = x::rate_ladder, 'output reads back: ' || x)
  FROM unnest(ARRAY['60:600,70:700,80:800,90:1000', '0:1000,18:800', '0:500']) x;
SELECT is('60:600,70:700,80:800,90:1000'::rate_ladder::text, '60:600,70:700,80:800,90:1000', 'output is the input''s form');

SELECT throws_ok(format('SELECT %L::rate_ladder', x), '22P02', NULL, 'refused: ' || why || ' ' || x) FROM (VALUES
  ('', 'empty'), ('60', 'no amount'), ('60:', 'no amount'), (':600', 'no age'), ('a:b', 'letters'), ('60:600,', 'trailing comma'), (',60:600', 'leading comma'),
  ('60:600;70:700', 'semicolon'), ('60:600 70:700', 'no comma'), ('60:six', 'letters'), ('60:600:700', 'three parts'), ('60.5:600', 'age not whole'), ('60:NaN', 'NaN')) v(x, why);
SELECT throws_ok(format('SELECT %L::rate_ladder', x), NULL, NULL, 'refused: ' || why || ' ' || x) FROM (VALUES
  ('70:700,60:600', 'decreasing ages'), ('60:600,60:700', 'equal ages'), ('60:600,70:700,65:650', 'not increasing'), ('-1:500', 'negative age'), ('60:-600', 'negative amount')) v(x, why);

CREATE TEMP TABLE ladders (l rate_ladder);
INSERT INTO ladders VALUES ('60:600,70:700,80:800,90:1000'), ('0:1000,18:800'), ('0:500'), (NULL);
SELECT current_setting('data_directory') || '/specification-rate_ladder.bin' AS binary_file \gset
COPY ladders TO :'binary_file' (FORMAT binary);
CREATE TEMP TABLE ladders2 (LIKE ladders);
COPY ladders2 FROM :'binary_file' (FORMAT binary);
SELECT is((SELECT array_agg(l::text ORDER BY l::text) FROM ladders2), (SELECT array_agg(l::text ORDER BY l::text) FROM ladders), 'binary COPY round trip');

SELECT * FROM finish();
ROLLBACK;

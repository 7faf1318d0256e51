-- Soft errors: what the input functions refuse where the caller asks for no exception.
SET welfare.language = 'en';
SET search_path = welfare, public;
-- PostgreSQL 15 has no soft errors; soft_errors_1.out is what it answers.
SELECT current_setting('server_version_num')::integer < 160000 AS without_soft_errors \gset
\if :without_soft_errors
\quit
\endif
\pset null '(null)'
\pset format unaligned

-- the types of this suite, each with every way in which its input can be good or bad
CREATE TEMPORARY TABLE literal (number integer GENERATED ALWAYS AS IDENTITY, type text, value text);
INSERT INTO literal (type, value) SELECT 'thai_id', value FROM unnest(ARRAY[
  '1000000001005', '๑-๐๐๐๐-๐๐๐๐๑-๐๐-๕', 'x', '', '100000000100', '10000000010055', '1000000001006']) AS value;
INSERT INTO literal (type, value) SELECT 'birth_date', value FROM unnest(ARRAY[
  '15/02/2478', '1947-07-XX', 'พ.ศ. 2480', 'x', '', '31/03/2431', '01/01/2701', '15/02/1936', '00/00/1937', '2478-02-15', '15/13/2478', '1936-00-15', '1947-00-00', '29/02/2500',
  '1957-02-29', 'วันศุกร์ที่ 15 กุมภาพันธ์ 2478', '01/01/2483', '15/00/2480', '1947-XX-15', '15/02/78', '1937-XX-XX']) AS value;
INSERT INTO literal (type, value) SELECT 'rate_ladder', value FROM unnest(ARRAY[
  '60:600,70:700,80:800,90:1000', '๐:๕๐๐.๕', 'x', '', '60', '60:', '60:600,', '60:600 70:700', '60:600.', '60:600.125', '151:600', '60:99999999999', '70:700,60:600', '60:600,60:600',
  (SELECT string_agg(age || ':' || age, ',' ORDER BY age) FROM generate_series(0, 150) AS age)]) AS value;
INSERT INTO literal (type, value) SELECT 'facts', value FROM unnest(ARRAY[
  '{thai_nationality, aged_60, !state_pension}', '{}', 'x', '', '{', '{aged_60', '{aged_60,}', '{aged_60 poor}', '{!}', '{poor}}', '{aged60}', '{poor, !poor}']) AS value;
INSERT INTO literal (type, value) SELECT 'eligibility_rule', value FROM unnest(ARRAY[
  'thai_nationality & (aged_60 | !poor)', 'x', '', 'poor &', 'poor applied', '(poor', 'poor)', '()', '!', 'poor & aged60',
  repeat('poor & ', 256) || 'poor', repeat('(', 31) || 'poor' || repeat(')', 31), repeat('(', 100000)]) AS value;

-- whether it is taken; what would be raised, and under which SQLSTATE
SELECT number, type, CASE WHEN length(value) > 60 THEN left(value, 20) || '… (' || length(value) || ')' ELSE value END AS value, pg_input_is_valid(value, 'welfare.' || type) AS valid,
  sql_error_code, CASE WHEN length(message) > 200 THEN left(message, 60) || '… (' || length(message) || ')' ELSE message END AS message, detail, hint
FROM literal, LATERAL pg_input_error_info(value, 'welfare.' || type) ORDER BY number;

-- What a cast raises, as pg_input_error_info puts it; NULLs where it raises nothing.
CREATE FUNCTION pg_temp.raised(value text, type text, OUT message text, OUT detail text, OUT hint text, OUT sql_error_code text) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SELECT %L::welfare.%I', value, type);
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT, sql_error_code = RETURNED_SQLSTATE;
  detail := nullif(detail, '');
  hint := nullif(hint, '');
END
$$;

-- For every literal and every one that a character left out, doubled or replaced makes of it: the soft
-- answer comes without an exception, is the cast's, and says the same.
CREATE TEMPORARY TABLE spelling AS
  SELECT type, value FROM literal
  UNION SELECT type, spelt
  FROM literal, generate_series(1, least(length(value), 60)) AS place,
    unnest(ARRAY[overlay(value PLACING '' FROM place), overlay(value PLACING repeat(substr(value, place, 1), 2) FROM place),
      overlay(value PLACING '9' FROM place), overlay(value PLACING '๙' FROM place), overlay(value PLACING '!' FROM place), overlay(value PLACING U&'\200B' FROM place), left(value, place)]) AS spelt
  WHERE length(value) <= 1000;
SELECT type, count(*) > 100 AS hundreds, bool_or(valid) AND NOT bool_and(valid) AS good_and_bad,
  count(*) FILTER (WHERE valid <> (raised.sql_error_code IS NULL)) AS other_answer,
  count(*) FILTER (WHERE (soft.message, soft.detail, soft.hint, soft.sql_error_code) IS DISTINCT FROM (raised.message, raised.detail, raised.hint, raised.sql_error_code)) AS other_words
FROM spelling, LATERAL pg_input_is_valid(value, 'welfare.' || type) AS valid, LATERAL pg_input_error_info(value, 'welfare.' || type) AS soft, LATERAL pg_temp.raised(value, type) AS raised
GROUP BY type ORDER BY type;

-- the same inside arrays, rows and domains
CREATE DOMAIN pg_temp.elderly_rate AS rate_ladder CHECK (ladder_step(VALUE, 59) IS NULL);
CREATE TYPE pg_temp.person AS (id thai_id, born birth_date, known facts);
SELECT type, value, pg_input_is_valid(value, type) AS valid, sql_error_code, message
FROM (VALUES (1, 'welfare.thai_id[]', '{1000000001005,NULL}'), (2, 'welfare.thai_id[]', '{1000000001005,1000000001006}'),
  (3, 'welfare.eligibility_rule[]', '{poor,"poor & aged60"}'), (4, 'pg_temp.elderly_rate', '60:600'), (5, 'pg_temp.elderly_rate', '59:600'), (6, 'pg_temp.elderly_rate', '60'),
  (7, 'pg_temp.person', '(1000000001005,15/02/2478,"{poor, !applied}")'), (8, 'pg_temp.person', '(1000000001005,15/02/78,"{poor, !applied}")'),
  (9, 'pg_temp.person', '(1000000001005,15/02/2478,"{poor, !poor}")')) AS given (number, type, value), LATERAL pg_input_error_info(value, type)
ORDER BY number;

-- in Thai
SET welfare.language = 'th';
SELECT type, value, message, detail, hint FROM literal, LATERAL pg_input_error_info(value, 'welfare.' || type) WHERE value = 'x' ORDER BY number;
SELECT pg_input_is_valid('x', 'welfare.thai_id') AS valid, * FROM pg_input_error_info('x', 'welfare.thai_id');

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('audit.key_of(jsonb,text[])',
  'welfare_owner invoker stable returns jsonb');
SELECT pg_temp.check_comment('function', 'audit.key_of(jsonb,text[])');
SELECT pg_temp.check_function('audit.record_change()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning TimeZone=UTC DateStyle=ISO, YMD IntervalStyle=postgres bytea_output=hex extra_float_digits=1 jit=off');
SELECT pg_temp.check_comment('function', 'audit.record_change()');
SELECT pg_temp.check_function('audit.track(regclass,text[],text[],text[])',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'audit.track(regclass,text[],text[],text[])');
SELECT pg_temp.check_function('audit.untrack(regclass)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'audit.untrack(regclass)');
SELECT pg_temp.check_function('audit.record_look(text,welfare.thai_id,jsonb,bigint)',
  'welfare_owner definer volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'audit.record_look(text,welfare.thai_id,jsonb,bigint)');
SELECT pg_temp.check_function('audit.record_call(text,welfare.thai_id,jsonb)',
  'welfare_owner definer volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'audit.record_call(text,welfare.thai_id,jsonb)');

SELECT pg_temp.check_grants('function', 'audit.key_of(jsonb,text[])', '');
SELECT pg_temp.check_grants('function', 'audit.record_change()', '');
SELECT pg_temp.check_grants('function', 'audit.track(regclass,text[],text[],text[])', '');
SELECT pg_temp.check_grants('function', 'audit.untrack(regclass)', '');
SELECT pg_temp.check_grants('function', 'audit.record_look(text,welfare.thai_id,jsonb,bigint)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'audit.record_call(text,welfare.thai_id,jsonb)', 'welfare_writer EXECUTE');

ROLLBACK;

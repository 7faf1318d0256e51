BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.own_submission(welfare.thai_id,reference.programme_name,bigint)',
  'welfare_owner invoker stable returns registry.submission search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.own_submission(welfare.thai_id,reference.programme_name,bigint)');
SELECT pg_temp.check_function('registry.opine(welfare.thai_id,reference.programme_name,bigint,text,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.opine(welfare.thai_id,reference.programme_name,bigint,text,text)');
SELECT pg_temp.check_function('registry.consider(welfare.thai_id,reference.programme_name,bigint,text,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.consider(welfare.thai_id,reference.programme_name,bigint,text,text)');
SELECT pg_temp.check_function('registry.order_submission(welfare.thai_id,reference.programme_name,bigint,text,text,text,date)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.order_submission(welfare.thai_id,reference.programme_name,bigint,text,text,text,date)');
SELECT pg_temp.check_function('registry.supply_facts(welfare.thai_id,reference.programme_name,bigint,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.supply_facts(welfare.thai_id,reference.programme_name,bigint,text,text)');
SELECT pg_temp.check_function('registry.lapse_submission(welfare.thai_id,reference.programme_name,bigint,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.lapse_submission(welfare.thai_id,reference.programme_name,bigint,text)');

SELECT pg_temp.check_grants('function', 'registry.own_submission(welfare.thai_id,reference.programme_name,bigint)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.opine(welfare.thai_id,reference.programme_name,bigint,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.consider(welfare.thai_id,reference.programme_name,bigint,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.order_submission(welfare.thai_id,reference.programme_name,bigint,text,text,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.supply_facts(welfare.thai_id,reference.programme_name,bigint,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.lapse_submission(welfare.thai_id,reference.programme_name,bigint,text)', 'welfare_authority EXECUTE');

ROLLBACK;

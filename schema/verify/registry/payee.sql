BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.verify_proxy(welfare.thai_id,reference.programme_name,date,welfare.thai_id,registry.representative_kind,text,text,date)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.verify_proxy(welfare.thai_id,reference.programme_name,date,welfare.thai_id,registry.representative_kind,text,text,date)');
SELECT pg_temp.check_function('registry.find_payee_after_death(welfare.thai_id,reference.programme_name)',
  'welfare_writer definer volatile returns TABLE(month date, payee registry.earned_payee, payee_id welfare.thai_id, full_name text, relation text, document text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.find_payee_after_death(welfare.thai_id,reference.programme_name)');
SELECT pg_temp.check_function('registry.record_earned_month(welfare.thai_id,reference.programme_name,registry.earned_payee,text,welfare.thai_id,text,text,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.record_earned_month(welfare.thai_id,reference.programme_name,registry.earned_payee,text,welfare.thai_id,text,text,text,date)');

SELECT pg_temp.check_grants('function', 'registry.verify_proxy(welfare.thai_id,reference.programme_name,date,welfare.thai_id,registry.representative_kind,text,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.find_payee_after_death(welfare.thai_id,reference.programme_name)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.record_earned_month(welfare.thai_id,reference.programme_name,registry.earned_payee,text,welfare.thai_id,text,text,text,date)', 'welfare_authority EXECUTE');

ROLLBACK;

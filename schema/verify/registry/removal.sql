BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.check_disposal()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_disposal()');
SELECT pg_temp.check_function('registry.follow_with_proceedings(integer,integer)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.follow_with_proceedings(integer,integer)');
SELECT pg_temp.check_function('registry.order_removal(welfare.thai_id,reference.programme_name,integer,text,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.order_removal(welfare.thai_id,reference.programme_name,integer,text,text,date)');
SELECT pg_temp.check_function('registry.record_telling(welfare.thai_id,reference.programme_name,integer,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.record_telling(welfare.thai_id,reference.programme_name,integer,text,date)');
SELECT pg_temp.check_trigger('registry.disposal', 'disposal_has_grounds', 'CREATE TRIGGER disposal_has_grounds BEFORE INSERT ON registry.disposal FOR EACH ROW WHEN ((new.cause = ANY (ARRAY[''waived''::reference.disposal_cause, ''disqualified''::reference.disposal_cause]))) EXECUTE FUNCTION registry.check_disposal()');

SELECT pg_temp.check_grants('function', 'registry.check_disposal()', '');
SELECT pg_temp.check_grants('function', 'registry.follow_with_proceedings(integer,integer)', '');
SELECT pg_temp.check_grants('function', 'registry.order_removal(welfare.thai_id,reference.programme_name,integer,text,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.record_telling(welfare.thai_id,reference.programme_name,integer,text,date)', 'welfare_authority EXECUTE');

ROLLBACK;

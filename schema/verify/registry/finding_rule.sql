BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.check_new_finding()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_new_finding()');
SELECT pg_temp.check_function('registry.begin_finding()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.begin_finding()');
SELECT pg_temp.check_function('registry.check_finding_step()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_finding_step()');
SELECT pg_temp.check_function('registry.advance_finding()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.advance_finding()');
SELECT pg_temp.check_function('registry.refuse_change_of_finding()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.refuse_change_of_finding()');
SELECT pg_temp.check_function('registry.refuse_change_but_authority()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_change_but_authority()');
SELECT pg_temp.check_trigger('registry.finding', 'finding_begin', 'CREATE TRIGGER finding_begin AFTER INSERT ON registry.finding REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.begin_finding()');
SELECT pg_temp.check_trigger('registry.finding', 'finding_check_new', 'CREATE TRIGGER finding_check_new BEFORE INSERT ON registry.finding FOR EACH ROW EXECUTE FUNCTION registry.check_new_finding()');
SELECT pg_temp.check_trigger('registry.finding', 'finding_no_removal', 'CREATE TRIGGER finding_no_removal BEFORE DELETE OR TRUNCATE ON registry.finding FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.finding', 'finding_only_steps', 'CREATE TRIGGER finding_only_steps BEFORE UPDATE ON registry.finding FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_finding()');
SELECT pg_temp.check_trigger('registry.finding_step', 'finding_step_advance', 'CREATE TRIGGER finding_step_advance AFTER INSERT ON registry.finding_step FOR EACH ROW EXECUTE FUNCTION registry.advance_finding()');
SELECT pg_temp.check_trigger('registry.finding_step', 'finding_step_check', 'CREATE TRIGGER finding_step_check BEFORE INSERT ON registry.finding_step FOR EACH ROW EXECUTE FUNCTION registry.check_finding_step()');
SELECT pg_temp.check_trigger('registry.finding_step', 'finding_step_no_change', 'CREATE TRIGGER finding_step_no_change BEFORE UPDATE ON registry.finding_step FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority()');
SELECT pg_temp.check_trigger('registry.finding_step', 'finding_step_no_removal', 'CREATE TRIGGER finding_step_no_removal BEFORE DELETE OR TRUNCATE ON registry.finding_step FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');

SELECT pg_temp.check_grants('function', 'registry.check_new_finding()', '');
SELECT pg_temp.check_grants('function', 'registry.begin_finding()', '');
SELECT pg_temp.check_grants('function', 'registry.check_finding_step()', '');
SELECT pg_temp.check_grants('function', 'registry.advance_finding()', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_change_of_finding()', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_change_but_authority()', '');

ROLLBACK;

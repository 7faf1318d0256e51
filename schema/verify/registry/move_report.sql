BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.open_moves()',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, move_number smallint, moved_out_on date, from_authority_code integer, to_authority_code integer, document text, agreed_on date, programme reference.programme_name, state registry.move_state, claimed_on date, acknowledge_by date, own_claim_state registry.claim_state, own_first_month date, own_last_month date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.open_moves()');
SELECT pg_temp.check_function('registry.overdue_moves()',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, programme reference.programme_name, from_authority_code integer, to_authority_code integer, confirmed_on date, acknowledge_by date, escalated_on date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.overdue_moves()');
SELECT pg_temp.check_function('registry.escalate_moves(date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.escalate_moves(date)');
SELECT pg_temp.check_function('registry.close_unconfirmed_moves(date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.close_unconfirmed_moves(date)');
SELECT pg_temp.check_function('registry.moves_of_month(date)',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, moved_out_on date, notified_on date, from_authority_code integer, to_authority_code integer, programmes reference.programme_name[], confirmed bigint, acknowledged bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.moves_of_month(date)');
SELECT pg_temp.check_function('registry.move_totals(date)',
  'welfare_owner definer stable returns TABLE(from_province_code smallint, to_province_code smallint, programme reference.programme_name, state registry.move_state, moves bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.move_totals(date)');

SELECT pg_temp.check_grants('function', 'registry.open_moves()', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.overdue_moves()', 'welfare_admin EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.escalate_moves(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.close_unconfirmed_moves(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.moves_of_month(date)', 'welfare_admin EXECUTE, welfare_department EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.move_totals(date)', 'welfare_admin EXECUTE, welfare_department EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;

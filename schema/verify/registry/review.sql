BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.open_reviews()',
  'welfare_writer definer volatile returns TABLE(national_id welfare.thai_id, kind registry.review_kind, opened_at timestamp with time zone, opened_by text, authority_code integer, lookalike welfare.thai_id) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.open_reviews()');
SELECT pg_temp.check_function('registry.close_review(welfare.thai_id,registry.review_kind,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.close_review(welfare.thai_id,registry.review_kind,text)');
SELECT pg_temp.check_function('registry.follow_successor(integer)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.follow_successor(integer)');

SELECT pg_temp.check_grants('function', 'registry.open_reviews()', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.close_review(welfare.thai_id,registry.review_kind,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.follow_successor(integer)', 'welfare_admin EXECUTE');

ROLLBACK;

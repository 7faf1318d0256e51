BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('audit.trail(welfare.thai_id,text,text,timestamp with time zone,timestamp with time zone,integer,integer)',
  'welfare_owner definer volatile returns TABLE(total bigint, entry_id bigint, entry_recorded_at timestamp with time zone, entry_principal text, duty text, role_name text, login_name text, client text, action audit.action, entry_relation text, entry_thai_id welfare.thai_id, key jsonb, before jsonb, after jsonb, changed text[], reason text, row_count bigint, transaction_id xid8) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'audit.trail(welfare.thai_id,text,text,timestamp with time zone,timestamp with time zone,integer,integer)');
SELECT pg_temp.check_function('audit.verify(date,date,bytea)',
  'welfare_owner definer stable returns TABLE(day date, entries bigint, chain bytea, findings audit.finding[], explanation text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'audit.verify(date,date,bytea)');

SELECT pg_temp.check_grants('function', 'audit.trail(welfare.thai_id,text,text,timestamp with time zone,timestamp with time zone,integer,integer)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'audit.verify(date,date,bytea)', 'welfare_admin EXECUTE');

ROLLBACK;

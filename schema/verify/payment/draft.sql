BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.item_text(welfare.thai_id,date,smallint,reference.payer_name,smallint,numeric,numeric,reference.way_of_payment,smallint,text,text,text)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'payment.item_text(welfare.thai_id,date,smallint,reference.payer_name,smallint,numeric,numeric,reference.way_of_payment,smallint,text,text,text)');
SELECT pg_temp.check_function('payment.payroll_digest(date,integer,reference.programme_name,smallint,text)',
  'welfare_owner invoker immutable returns bytea');
SELECT pg_temp.check_comment('function', 'payment.payroll_digest(date,integer,reference.programme_name,smallint,text)');
SELECT pg_temp.check_function('payment.draft_payrolls(date,integer)',
  'welfare_owner definer volatile returns TABLE(payrolls bigint, items bigint, amount numeric, held bigint, held_amount numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.draft_payrolls(date,integer)');
SELECT pg_temp.check_function('payment.write_drafts(date,integer)',
  'welfare_owner invoker volatile returns TABLE(payrolls bigint, items bigint, amount numeric, held bigint, held_amount numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off enable_hashagg=off parallel_tuple_cost=0');
SELECT pg_temp.check_comment('function', 'payment.write_drafts(date,integer)');
SELECT pg_temp.check_function('payment.require_prepared(date)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.require_prepared(date)');

SELECT pg_temp.check_grants('function', 'payment.item_text(welfare.thai_id,date,smallint,reference.payer_name,smallint,numeric,numeric,reference.way_of_payment,smallint,text,text,text)', '');
SELECT pg_temp.check_grants('function', 'payment.payroll_digest(date,integer,reference.programme_name,smallint,text)', '');
SELECT pg_temp.check_grants('function', 'payment.draft_payrolls(date,integer)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.write_drafts(date,integer)', '');
SELECT pg_temp.check_grants('function', 'payment.require_prepared(date)', '');

ROLLBACK;

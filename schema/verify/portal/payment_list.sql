BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('portal.payment_list', '
  made_at timestamp with time zone not null default clock_timestamp()
  as_of_change bigint not null
  payments bigint not null
  cycle_month reference.pay_month not null
  made_on date not null default welfare.business_date()
  list_number smallint not null
  disbursements bigint[] not null
  amount numeric(16,2) not null
  digest bytea not null
  made_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'portal.payment_list');
SELECT pg_temp.check_constraint('portal.payment_list', 'payment_list_counts', 'CHECK (((list_number > 0) AND (payments >= 0) AND (amount >= (0)::numeric) AND (as_of_change >= 0)))');
SELECT pg_temp.check_constraint('portal.payment_list', 'payment_list_digest', 'CHECK ((length(digest) = 32))');
SELECT pg_temp.check_constraint('portal.payment_list', 'payment_list_of_something', 'CHECK (((cardinality(disbursements) > 0) AND (array_position(disbursements, NULL::bigint) IS NULL)))');
SELECT pg_temp.check_constraint('portal.payment_list', 'payment_list_pkey', 'PRIMARY KEY (cycle_month, list_number)');
SELECT pg_temp.check_function('portal.payments_listed(date,bigint[],welfare.thai_id)',
  'welfare_owner invoker stable returns SETOF payment.instruction');
SELECT pg_temp.check_comment('function', 'portal.payments_listed(date,bigint[],welfare.thai_id)');
SELECT pg_temp.check_function('portal.totals_listed(date,bigint[])',
  'welfare_owner invoker stable returns TABLE(payments bigint, amount numeric, digest bytea) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'portal.totals_listed(date,bigint[])');
SELECT pg_temp.check_function('portal.make_payment_list(date)',
  'welfare_owner definer volatile returns TABLE(list_number smallint, as_of_change bigint, payments bigint, amount numeric, digest text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.make_payment_list(date)');
SELECT pg_temp.check_function('portal.make_payment_lists()',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.make_payment_lists()');
SELECT pg_temp.check_function('portal.list_payments(date)',
  'welfare_owner definer stable returns TABLE(cycle_month date, list_number smallint, as_of_change bigint, payments bigint, amount numeric, digest text, made_on date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.list_payments(date)');
SELECT pg_temp.check_function('portal.payment_list_lines(date,integer,welfare.thai_id,integer)',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, authority_code integer, amount numeric, way_of_payment reference.way_of_payment, bank_code smallint, account text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'portal.payment_list_lines(date,integer,welfare.thai_id,integer)');
SELECT pg_temp.check_trigger('portal.payment_list', 'payment_list_no_change', 'CREATE TRIGGER payment_list_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON portal.payment_list FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('portal.payment_list', '');

SELECT pg_temp.check_grants('relation', 'portal.payment_list', '');
SELECT pg_temp.check_grants('function', 'portal.payments_listed(date,bigint[],welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'portal.totals_listed(date,bigint[])', '');
SELECT pg_temp.check_grants('function', 'portal.make_payment_list(date)', 'welfare_admin EXECUTE, welfare_portal EXECUTE');
SELECT pg_temp.check_grants('function', 'portal.make_payment_lists()', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'portal.list_payments(date)', 'welfare_admin EXECUTE, welfare_portal EXECUTE');
SELECT pg_temp.check_grants('function', 'portal.payment_list_lines(date,integer,welfare.thai_id,integer)', 'welfare_admin EXECUTE, welfare_portal EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF803)',
  '(WF804)',
  '(WF805)');

ROLLBACK;

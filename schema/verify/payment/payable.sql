BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.carried', 'line, released, repaired, arrears');
SELECT pg_temp.check_comment('type', 'payment.carried');
SELECT pg_temp.check_function('payment.parts_of(numeric,numeric,numeric,reference.payer_name)',
  'welfare_owner invoker immutable returns TABLE(payer reference.payer_name, amount numeric, own_top_up numeric)');
SELECT pg_temp.check_comment('function', 'payment.parts_of(numeric,numeric,numeric,reference.payer_name)');
SELECT pg_temp.check_function('payment.other_payers(date)',
  'welfare_owner invoker stable returns TABLE(tariff_id integer, payer reference.payer_name)');
SELECT pg_temp.check_comment('function', 'payment.other_payers(date)');
SELECT pg_temp.check_function('payment.other_payer(jsonb)',
  'welfare_owner invoker immutable returns reference.payer_name');
SELECT pg_temp.check_comment('function', 'payment.other_payer(jsonb)');
SELECT pg_temp.check_function('payment.asked_back(welfare.thai_id)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date, payer reference.payer_name, amount numeric, top_up numeric) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.asked_back(welfare.thai_id)');
SELECT pg_temp.check_function('payment.unpaid_before(welfare.thai_id,reference.programme_name,smallint,date,smallint,reference.payer_name)',
  'welfare_owner invoker stable returns numeric search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.unpaid_before(welfare.thai_id,reference.programme_name,smallint,date,smallint,reference.payer_name)');
SELECT pg_temp.check_function('payment.is_under_way(welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.is_under_way(welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name)');
SELECT pg_temp.check_function('payment.month_is_under_way(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.month_is_under_way(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)');
SELECT pg_temp.check_function('payment.right_ended_since(welfare.thai_id,reference.programme_name,smallint,date)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.right_ended_since(welfare.thai_id,reference.programme_name,smallint,date)');
SELECT pg_temp.check_function('payment.right_ended(welfare.thai_id,reference.programme_name,smallint,registry.claim_state,date,date)',
  'welfare_owner invoker stable returns boolean');
SELECT pg_temp.check_comment('function', 'payment.right_ended(welfare.thai_id,reference.programme_name,smallint,registry.claim_state,date,date)');
SELECT pg_temp.check_function('payment.reasons_holding(welfare.thai_id,reference.programme_name,smallint,date,reference.way_of_payment)',
  'welfare_owner invoker stable returns payment.hold_reason[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.reasons_holding(welfare.thai_id,reference.programme_name,smallint,date,reference.way_of_payment)');
SELECT pg_temp.check_function('payment.lines_held(date)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, reasons payment.hold_reason[])');
SELECT pg_temp.check_comment('function', 'payment.lines_held(date)');
SELECT pg_temp.check_function('payment.lines_payable(date,integer,reference.programme_name)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, previous_attempt smallint, source payment.carried, claim_number smallint, authority_code integer, district_code smallint, province_code smallint, sensitive boolean, budget_type reference.budget_type, amount numeric, top_up numeric, offset_amount numeric, offset_top_up numeric, way_of_payment reference.way_of_payment, bank_code smallint, bank_branch text, account_number text, account_name text, reasons payment.hold_reason[])');
SELECT pg_temp.check_comment('function', 'payment.lines_payable(date,integer,reference.programme_name)');
SELECT pg_temp.check_function('payment.way_now(welfare.thai_id,reference.programme_name,smallint,reference.way_of_payment,date)',
  'welfare_owner invoker stable returns reference.way_of_payment search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.way_now(welfare.thai_id,reference.programme_name,smallint,reference.way_of_payment,date)');
SELECT pg_temp.check_function('payment.carried_payable(date,integer,reference.programme_name)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, previous_attempt smallint, source payment.carried, claim_number smallint, authority_code integer, district_code smallint, province_code smallint, sensitive boolean, budget_type reference.budget_type, amount numeric, top_up numeric, offset_amount numeric, offset_top_up numeric, way_of_payment reference.way_of_payment, bank_code smallint, bank_branch text, account_number text, account_name text, reasons payment.hold_reason[])');
SELECT pg_temp.check_comment('function', 'payment.carried_payable(date,integer,reference.programme_name)');

SELECT pg_temp.check_grants('function', 'payment.parts_of(numeric,numeric,numeric,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.other_payers(date)', '');
SELECT pg_temp.check_grants('function', 'payment.other_payer(jsonb)', '');
SELECT pg_temp.check_grants('function', 'payment.asked_back(welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.unpaid_before(welfare.thai_id,reference.programme_name,smallint,date,smallint,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.is_under_way(welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.month_is_under_way(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.right_ended_since(welfare.thai_id,reference.programme_name,smallint,date)', '');
SELECT pg_temp.check_grants('function', 'payment.right_ended(welfare.thai_id,reference.programme_name,smallint,registry.claim_state,date,date)', '');
SELECT pg_temp.check_grants('function', 'payment.reasons_holding(welfare.thai_id,reference.programme_name,smallint,date,reference.way_of_payment)', '');
SELECT pg_temp.check_grants('function', 'payment.lines_held(date)', '');
SELECT pg_temp.check_grants('function', 'payment.lines_payable(date,integer,reference.programme_name)', '');
SELECT pg_temp.check_grants('function', 'payment.way_now(welfare.thai_id,reference.programme_name,smallint,reference.way_of_payment,date)', '');
SELECT pg_temp.check_grants('function', 'payment.carried_payable(date,integer,reference.programme_name)', '');

ROLLBACK;

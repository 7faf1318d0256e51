BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.invariant', '
  name text not null
  "position" smallint not null
  by_month boolean not null
  asked_by text not null
  meaning_thai text not null
  meaning_english text not null');
SELECT pg_temp.check_comment('relation', 'payment.invariant');
SELECT pg_temp.check_constraint('payment.invariant', 'invariant_asked_by', 'CHECK ((asked_by ~ ''^[a-z_]+\.check_[a-z_]+$''::text))');
SELECT pg_temp.check_constraint('payment.invariant', 'invariant_pkey', 'PRIMARY KEY (name)');
SELECT pg_temp.check_constraint('payment.invariant', 'invariant_position_key', 'UNIQUE ("position")');
SELECT pg_temp.check_function('payment.guard_invariant()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.guard_invariant()');
SELECT pg_temp.check_function('payment.add_invariant(text,smallint,boolean,text,text,text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.add_invariant(text,smallint,boolean,text,text,text)');
SELECT pg_temp.check_function('payment.masked(date,integer,bigint,oid,tid)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.masked(date,integer,bigint,oid,tid)');
SELECT pg_temp.check_function('payment.check_credited_once(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_credited_once(date)');
SELECT pg_temp.check_function('payment.check_results(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_results(date)');
SELECT pg_temp.check_function('payment.check_one_result(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_one_result(date)');
SELECT pg_temp.check_function('payment.check_tries(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_tries(date)');
SELECT pg_temp.check_function('payment.due_of(date)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, adjustment_number smallint, payer reference.payer_name, authority_code integer, amount numeric, top_up numeric)');
SELECT pg_temp.check_comment('function', 'payment.due_of(date)');
SELECT pg_temp.check_function('payment.check_amounts(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_amounts(date)');
SELECT pg_temp.check_function('payment.check_set_aside(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_set_aside(date)');
SELECT pg_temp.check_function('payment.check_credited_due(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off enable_nestloop=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_credited_due(date)');
SELECT pg_temp.check_function('payment.check_recovered(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_recovered(date)');
SELECT pg_temp.check_function('payment.check_cancelled(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_cancelled(date)');
SELECT pg_temp.check_trigger('payment.invariant', 'invariant_guard', 'CREATE TRIGGER invariant_guard BEFORE INSERT ON payment.invariant FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_invariant()');
SELECT pg_temp.check_trigger('payment.invariant', 'invariant_no_change', 'CREATE TRIGGER invariant_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.invariant FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.invariant', '');

SELECT pg_temp.check_grants('relation', 'payment.invariant', '');
SELECT pg_temp.check_grants('function', 'payment.guard_invariant()', '');
SELECT pg_temp.check_grants('function', 'payment.add_invariant(text,smallint,boolean,text,text,text)', '');
SELECT pg_temp.check_grants('function', 'payment.masked(date,integer,bigint,oid,tid)', '');
SELECT pg_temp.check_grants('function', 'payment.check_credited_once(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_results(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_one_result(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_tries(date)', '');
SELECT pg_temp.check_grants('function', 'payment.due_of(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_amounts(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_set_aside(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_credited_due(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_recovered(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_cancelled(date)', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF464)',
  '(WF465)');
SELECT pg_temp.check_rows('payment.invariant', 'ROW(name, "position", by_month, asked_by, meaning_thai)',
  '(amounts,50,t,payment.check_amounts,"ทุกคำสั่งจ่ายมีบัญชีรายชื่อหรือเงินย้อนหลังรองรับ และยอดตรงกัน")',
  '(cancelled,90,t,payment.check_cancelled,รายการที่ยกเลิกไม่ได้อยู่ระหว่างจ่ายและไม่ได้จ่าย)',
  '(credited_due,70,t,payment.check_credited_due,เงินที่ได้รับของแต่ละเดือนไม่เกินที่มีสิทธิ)',
  '(credited_once,10,t,payment.check_credited_once,"ไม่มีผู้ใดได้รับเงินของเดือนเดียวกันสองครั้ง เว้นแต่ครั้งก่อนคืนกลับมาแล้ว")',
  '(one_result,30,t,payment.check_one_result,"รายการจ่ายหนึ่งครั้งมีผลเดียว: เข้าบัญชี หรือไม่สำเร็จ")',
  '(recovered,80,t,payment.check_recovered,เงินที่คืนหรือหักกลบไม่เกินที่เรียกคืน)',
  '(results,20,t,payment.check_results,ผลการจ่ายทุกรายการมีคำสั่งจ่ายที่มียอดเท่ากัน)',
  '(set_aside,60,t,payment.check_set_aside,ยอดที่ระงับหรือหักกลบมีบัญชีรายชื่อหรือเงินย้อนหลังรองรับ)',
  '(tries,40,t,payment.check_tries,การจ่ายซ้ำมีผลไม่สำเร็จของครั้งก่อนทุกครั้ง)');

ROLLBACK;

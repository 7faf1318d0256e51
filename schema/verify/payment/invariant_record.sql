BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.check_approved(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_approved(date)');
SELECT pg_temp.check_function('payment.check_references(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_references(date)');
SELECT pg_temp.check_function('payment.check_seals(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off enable_hashagg=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_seals(date)');
SELECT pg_temp.check_function('payment.check_batches(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off enable_hashagg=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_batches(date)');
SELECT pg_temp.check_function('payment.check_ledger_balances(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_ledger_balances(date)');
SELECT pg_temp.check_function('payment.check_ledger_agrees(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_ledger_agrees(date)');
SELECT pg_temp.check_function('payment.check_prepared(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_prepared(date)');
SELECT pg_temp.check_function('payment.check_lines_once(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_lines_once(date)');
SELECT pg_temp.check_function('payment.check_line_claims(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_line_claims(date)');
SELECT pg_temp.check_function('payment.check_claim_months(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_claim_months(date)');
SELECT pg_temp.check_function('payment.check_histories(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_histories(date)');
SELECT pg_temp.check_function('payment.check_guards(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_guards(date)');
SELECT pg_temp.check_function('payment.check_audit(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_audit(date)');
SELECT pg_temp.check_function('payment.check_invariants(date,text)',
  'welfare_owner definer stable returns TABLE(name text, ok boolean, found bigint, example text, meaning text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.check_invariants(date,text)');

SELECT pg_temp.check_grants('function', 'payment.check_approved(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_references(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_seals(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_batches(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_ledger_balances(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_ledger_agrees(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_prepared(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_lines_once(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_line_claims(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_claim_months(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_histories(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_guards(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_audit(date)', '');
SELECT pg_temp.check_grants('function', 'payment.check_invariants(date,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('payment.invariant', 'ROW(name, "position", by_month, asked_by, meaning_thai)',
  '(approved,110,t,payment.check_approved,"คำสั่งจ่ายของทุกบัญชีตรงกับที่อนุมัติ (จำนวน ยอดเงิน รหัสตรวจสอบ)")',
  '(audit,240,f,payment.check_audit,บันทึกการใช้งานตรงกับที่ปิดผนึก)',
  '(batches,140,t,payment.check_batches,ชุดรายการที่ส่งธนาคารตรงกับที่ปิดผนึกและครบถ้วน)',
  '(claim_months,210,f,payment.check_claim_months,เดือนของสิทธิไม่ทับซ้อนกัน)',
  '(guards,230,f,payment.check_guards,เครื่องป้องกันในฐานข้อมูลเปิดใช้ครบ)',
  '(histories,220,f,payment.check_histories,ประวัติของบุคคลและสิทธิไม่ทับซ้อนกัน)',
  '(ledger_agrees,160,t,payment.check_ledger_agrees,บัญชีแยกประเภทตรงกับรายการจ่ายเงิน)',
  '(ledger_balances,150,t,payment.check_ledger_balances,"บัญชีแยกประเภทสมดุล และไม่มีบัญชีใดติดลบนอกจากงบประมาณ")',
  '(line_claims,190,t,payment.check_line_claims,ทุกรายการในบัญชีรายชื่อมีสิทธิที่บันทึกไว้)',
  '(lines_once,180,t,payment.check_lines_once,ผู้มีสิทธิหนึ่งคนมีหนึ่งรายการต่อเบี้ยต่อเดือน)',
  '(prepared,170,t,payment.check_prepared,ยอดบัญชีรายชื่อประจำเดือนตรงกับรายการและอัตรา)',
  '(references,120,t,payment.check_references,เลขอ้างอิงของรายการจ่ายไม่ซ้ำกันและเป็นของบัญชีนั้น)',
  '(seals,130,t,payment.check_seals,รอบจ่ายเงินตรงกับที่ปิดผนึก)');

ROLLBACK;

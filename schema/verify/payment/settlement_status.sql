BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.payment_state', 'prepared, held, offset, approved, sealed, sent, credited, failed, returned, not_collected, cancelled');
SELECT pg_temp.check_comment('type', 'payment.payment_state');
SELECT pg_temp.check_function('payment.mask_account(text)',
  'welfare_owner invoker immutable returns text');
SELECT pg_temp.check_comment('function', 'payment.mask_account(text)');
SELECT pg_temp.check_function('payment.payments_standing(welfare.thai_id,integer,date)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, cycle_month date, authority_code integer, round smallint, amount numeric, way_of_payment reference.way_of_payment, account_number text, payroll_state payment.payroll_state, state payment.payment_state, known_on date, reason_code text, kind payment.failure_kind)');
SELECT pg_temp.check_comment('function', 'payment.payments_standing(welfare.thai_id,integer,date)');
SELECT pg_temp.check_function('payment.payments_of(welfare.thai_id)',
  'welfare_owner definer volatile returns TABLE(month date, programme reference.programme_name, payer reference.payer_name, adjustment_number smallint, attempt smallint, cycle_month date, authority_code integer, amount numeric, way_of_payment reference.way_of_payment, account text, state payment.payment_state, state_text text, since date, reason text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan jit=off');
SELECT pg_temp.check_comment('function', 'payment.payments_of(welfare.thai_id)');
SELECT pg_temp.check_function('payment.failed_payments(date)',
  'welfare_owner definer volatile returns TABLE(authority_code integer, national_id welfare.thai_id, person_name text, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, amount numeric, way_of_payment reference.way_of_payment, bank_code smallint, account text, kind payment.failure_kind, failed_on date, reason_code text, reason text, bank_text text, needs_new_account boolean, repaired boolean, tried_again boolean) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan jit=off');
SELECT pg_temp.check_comment('function', 'payment.failed_payments(date)');
SELECT pg_temp.check_function('payment.settlement_status(date)',
  'welfare_owner definer stable returns TABLE(authority_code integer, programme reference.programme_name, state payment.payment_state, state_text text, payments bigint, amount numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.settlement_status(date)');

SELECT pg_temp.check_grants('function', 'payment.mask_account(text)', '');
SELECT pg_temp.check_grants('function', 'payment.payments_standing(welfare.thai_id,integer,date)', '');
SELECT pg_temp.check_grants('function', 'payment.payments_of(welfare.thai_id)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.failed_payments(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.settlement_status(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(hold_reason,awaiting_acknowledgement,"รอ อปท. เดิมรับทราบการย้าย")',
  '(hold_reason,paid_by_old_authority,"อปท. เดิมจ่ายเดือนนี้แล้ว")',
  '(hold_reason,proxy_unverified,ยังไม่ได้ตรวจสอบผู้รับเงินแทน)',
  '(hold_reason,registry_death,ทะเบียนราษฎรแจ้งว่าเสียชีวิต)',
  '(hold_reason,review,ผู้ตรวจสอบบัญชีระงับไว้)',
  '(hold_reason,treasury,กรมบัญชีกลางระงับ)',
  '(hold_reason,withdrawn_confirmation,การยืนยันสิทธิที่จัดทำไว้ถูกถอน)',
  '(payment_state,approved,อนุมัติแล้ว)',
  '(payment_state,cancelled,ยกเลิก)',
  '(payment_state,credited,ถึงผู้รับแล้ว)',
  '(payment_state,failed,จ่ายไม่สำเร็จ)',
  '(payment_state,held,ระงับไว้)',
  '(payment_state,not_collected,ไม่มีผู้มารับเงินสด)',
  '(payment_state,offset,หักกับเงินที่ต้องคืน)',
  '(payment_state,prepared,"จัดทำแล้ว รออนุมัติ")',
  '(payment_state,returned,เงินคืนกลับ)',
  '(payment_state,sealed,"อยู่ในรอบจ่าย รอส่ง")',
  '(payment_state,sent,"ส่งจ่ายแล้ว รอผล")');

ROLLBACK;

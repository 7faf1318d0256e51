BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('job.sweep_registry(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.sweep_registry(date,date)');
SELECT pg_temp.check_function('job.hold_the_dead(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.hold_the_dead(date,date)');
SELECT pg_temp.check_function('job.check_waiting(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.check_waiting(date,date)');
SELECT pg_temp.check_function('job.prepare_month(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.prepare_month(date,date)');
SELECT pg_temp.check_function('job.draft_payrolls(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.draft_payrolls(date,date)');
SELECT pg_temp.check_function('job.hold_awaiting(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.hold_awaiting(date,date)');
SELECT pg_temp.check_function('job.record_adjustments(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.record_adjustments(date,date)');
SELECT pg_temp.check_function('job.escalate_moves(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.escalate_moves(date,date)');
SELECT pg_temp.check_function('job.close_unconfirmed_moves(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.close_unconfirmed_moves(date,date)');
SELECT pg_temp.check_function('job.open_october_check(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.open_october_check(date,date)');
SELECT pg_temp.check_function('job.open_january_list(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.open_january_list(date,date)');
SELECT pg_temp.check_function('job.purge_sessions(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.purge_sessions(date,date)');
SELECT pg_temp.check_function('job.seal_audit(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.seal_audit(date,date)');
SELECT pg_temp.check_function('job.watch_law(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.watch_law(date,date)');
SELECT pg_temp.check_function('job.purge_staged_rows(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.purge_staged_rows(date,date)');
SELECT pg_temp.check_function('job.purge_runs(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.purge_runs(date,date)');
SELECT pg_temp.check_function('job.purge_cron_log(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.purge_cron_log(date,date)');
SELECT pg_temp.check_function('job.cron_log_days(date)',
  'welfare_owner definer stable returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.cron_log_days(date)');

SELECT pg_temp.check_grants('function', 'job.sweep_registry(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.hold_the_dead(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.check_waiting(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.prepare_month(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.draft_payrolls(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.hold_awaiting(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.record_adjustments(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.escalate_moves(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.close_unconfirmed_moves(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.open_october_check(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.open_january_list(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.purge_sessions(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.seal_audit(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.watch_law(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.purge_staged_rows(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.purge_runs(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.purge_cron_log(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.cron_log_days(date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF720)',
  '(WF721)');
SELECT pg_temp.check_rows('job.task', 'ROW(task, "position", period, catch_up, after_task, enabled, schedule, attempts, pause, late_after_days, longest, purpose_thai)',
  '(audit_seal,130,day,latest_period,,t,"9,39 * * * *",5,00:10:00,0,06:00:00,ผนึกบันทึกการตรวจสอบของวันที่สิ้นสุดแล้ว)',
  '(fiscal_year_end,70,fiscal_year,every_period,,t,"3,33 * * * *",5,00:10:00,0,06:00:00,ปิดการย้ายที่ไม่ได้ยืนยันสิทธิภายในสิ้นปีงบประมาณ)',
  '(january_list,90,fiscal_year,every_period,,t,"23 * * * *",5,00:10:00,0,06:00:00,เปิดบัญชีรายชื่อเพื่อขอรับงบประมาณในเดือนมกราคม)',
  '(late_facts,30,month,every_period,month_preparation,t,"17,47 * * * *",5,00:10:00,1,24:00:00,บันทึกเงินตกเบิกและเงินเรียกคืนจากข้อเท็จจริงที่ทราบภายหลัง)',
  '(law_watch,120,day,latest_period,,t,"29 * * * *",5,00:10:00,0,01:00:00,เฝ้าดูการยืนยันและวันสิ้นสุดของกฎหมาย)',
  '(liveness_sweep,10,day,latest_period,,t,"1,31 * * * *",5,00:10:00,0,06:00:00,"ตรวจผู้รับเบี้ยกับทะเบียนราษฎร และระงับการจ่ายให้ผู้ถึงแก่กรรม")',
  '(log_clean_up,160,day,latest_period,,t,"49 * * * *",5,00:10:00,1,06:00:00,"ลบแถวนำเข้าที่ค้าง และบันทึกการทำงานที่พ้นกำหนดเก็บ")',
  '(month_preparation,20,month,every_period,,t,"*/10 * * * *",5,00:10:00,0,12:00:00,"จัดทำบัญชีจ่ายเบี้ยประจำเดือน ในวันที่ 1")',
  '(move_deadlines,60,day,latest_period,,t,"7 * * * *",5,00:10:00,0,06:00:00,"กำหนดเวลาของการย้าย และการรับทราบของ อปท. เดิม")',
  '(october_check,80,fiscal_year,every_period,,t,"13 * * * *",5,00:10:00,0,06:00:00,เปิดการตรวจสอบคนพิการประจำเดือนตุลาคม)',
  '(sign_in_clean_up,140,day,latest_period,,t,"19 * * * *",5,00:10:00,1,06:00:00,"ลบเซสชัน รหัส และจดหมายที่หมดอายุ")');
SELECT pg_temp.check_rows('job.due_rule', 'ROW(task, lower(valid), due_months, due_days)',
  '(audit_seal,,0,0)',
  '(fiscal_year_end,,0,0)',
  '(january_list,,3,0)',
  '(late_facts,,0,0)',
  '(law_watch,,0,0)',
  '(liveness_sweep,,0,0)',
  '(log_clean_up,,0,0)',
  '(month_preparation,,0,0)',
  '(move_deadlines,,0,0)',
  '(october_check,,0,0)',
  '(sign_in_clean_up,,0,0)');
SELECT pg_temp.check_rows('job.step', 'ROW(task, "position", step, in_chunks)',
  '(audit_seal,10,seal_audit,f)',
  '(fiscal_year_end,10,close_unconfirmed_moves,f)',
  '(january_list,10,open_january_list,f)',
  '(late_facts,10,record_adjustments,f)',
  '(late_facts,20,draft_payrolls,f)',
  '(law_watch,10,watch_law,f)',
  '(liveness_sweep,10,sweep_registry,f)',
  '(liveness_sweep,20,hold_the_dead,f)',
  '(log_clean_up,10,purge_staged_rows,f)',
  '(log_clean_up,20,purge_runs,f)',
  '(log_clean_up,30,purge_cron_log,f)',
  '(month_preparation,10,sweep_registry,f)',
  '(month_preparation,20,hold_the_dead,f)',
  '(month_preparation,30,check_waiting,f)',
  '(month_preparation,40,prepare_month,f)',
  '(month_preparation,50,hold_awaiting,f)',
  '(month_preparation,60,draft_payrolls,f)',
  '(move_deadlines,10,escalate_moves,f)',
  '(move_deadlines,20,close_unconfirmed_moves,f)',
  '(move_deadlines,30,hold_awaiting,f)',
  '(october_check,10,open_october_check,f)',
  '(sign_in_clean_up,10,purge_sessions,f)');

ROLLBACK;

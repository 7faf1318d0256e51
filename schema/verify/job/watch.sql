BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('job.pay_days(date)',
  'welfare_owner invoker stable returns TABLE(month date, pay_day date, unsent bigint, unsettled bigint) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.pay_days(date)');
SELECT pg_temp.check_function('job.watch_pay_day(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.watch_pay_day(date,date)');
SELECT pg_temp.check_function('job.watch_partitions(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.watch_partitions(date,date)');
SELECT pg_temp.check_function('job.summarise_month(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.summarise_month(date,date)');
SELECT pg_temp.check_function('job.count_open_work(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.count_open_work(date,date)');
SELECT pg_temp.check_function('job.count_age_notices(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.count_age_notices(date,date)');
SELECT pg_temp.check_function('job.count_moves(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.count_moves(date,date)');
SELECT pg_temp.check_function('job.purge_outbox(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.purge_outbox(date,date)');

SELECT pg_temp.check_grants('function', 'job.pay_days(date)', '');
SELECT pg_temp.check_grants('function', 'job.watch_pay_day(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.watch_partitions(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.summarise_month(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.count_open_work(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.count_age_notices(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.count_moves(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.purge_outbox(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF722)',
  '(WF723)',
  '(WF724)',
  '(WF725)');
SELECT pg_temp.check_rows('job.task', 'ROW(task, "position", period, catch_up, after_task, enabled, schedule, attempts, pause, late_after_days, longest, purpose_thai)',
  '(age_notices,110,month,latest_period,,t,"37 * * * *",5,00:10:00,1,06:00:00,"นับผู้ที่จะมีอายุครบกำหนดในเดือนถัดไป ซึ่ง อปท. ต้องแจ้งให้ทราบ")',
  '(month_summary,40,month,every_period,month_preparation,t,"27,57 * * * *",5,00:10:00,1,06:00:00,รวบรวมข้อมูลรายเดือนเข้าสู่ระบบรายงาน)',
  '(move_report,50,month,every_period,,t,"11 * * * *",5,00:10:00,1,06:00:00,จัดทำรายงานการย้ายประจำเดือนต่อกรมส่งเสริมการปกครองท้องถิ่นและกรมบัญชีกลาง)',
  '(notice_expiry,105,day,latest_period,,t,"25 * * * *",5,00:10:00,0,06:00:00,"นับประกาศที่ครบกำหนด และเรื่องที่ค้างเกินกำหนดของแต่ละ อปท.")',
  '(outbox_clean_up,150,day,latest_period,,t,"51 * * * *",5,00:10:00,1,06:00:00,ลบจดหมายที่หมดอายุออกจากกล่องขาออก)',
  '(partition_watch,125,day,latest_period,,t,"41 * * * *",5,00:10:00,1,01:00:00,เฝ้าดูว่าข้อมูลการจ่ายของทุกเดือนอยู่ครบ)',
  '(pay_day_watch,100,day,latest_period,,t,"21 * * * *",5,00:10:00,0,02:00:00,เฝ้าดูการส่งจ่ายและผลการจ่ายเมื่อถึงวันจ่าย)');
SELECT pg_temp.check_rows('job.due_rule', 'ROW(task, lower(valid), due_months, due_days)',
  '(age_notices,,0,0)',
  '(month_summary,,0,0)',
  '(move_report,,0,0)',
  '(notice_expiry,,0,0)',
  '(outbox_clean_up,,0,0)',
  '(partition_watch,,0,0)',
  '(pay_day_watch,,0,0)');
SELECT pg_temp.check_rows('job.step', 'ROW(task, "position", step, in_chunks)',
  '(age_notices,10,count_age_notices,f)',
  '(month_summary,10,summarise_month,f)',
  '(move_report,10,count_moves,f)',
  '(notice_expiry,10,count_open_work,f)',
  '(outbox_clean_up,10,purge_outbox,f)',
  '(partition_watch,10,watch_partitions,f)',
  '(pay_day_watch,10,watch_pay_day,f)');

ROLLBACK;

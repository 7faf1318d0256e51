BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('job.close_payrolls(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.close_payrolls(date,date)');
SELECT pg_temp.check_function('job.settle_recoveries(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.settle_recoveries(date,date)');

SELECT pg_temp.check_grants('function', 'job.close_payrolls(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.settle_recoveries(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_rows('job.task', 'ROW(task, "position", period, catch_up, after_task, enabled, schedule, attempts, pause, late_after_days, longest, purpose_thai)',
  '(payment_closing,95,day,latest_period,,t,"53 * * * *",5,00:10:00,1,06:00:00,"ปิดบัญชีจ่ายเงินที่ทราบผลครบทุกรายการ และเรื่องเรียกคืนที่ไม่มียอดค้าง")');
SELECT pg_temp.check_rows('job.due_rule', 'ROW(task, lower(valid), due_months, due_days)',
  '(payment_closing,,0,0)');
SELECT pg_temp.check_rows('job.step', 'ROW(task, "position", step, in_chunks)',
  '(payment_closing,10,close_payrolls,f)',
  '(payment_closing,20,settle_recoveries,f)');

ROLLBACK;

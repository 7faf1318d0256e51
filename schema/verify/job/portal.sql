BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('job.publish_changes(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.publish_changes(date,date)');
SELECT pg_temp.check_function('job.make_payment_lists(date,date)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.make_payment_lists(date,date)');
SELECT pg_temp.check_function('job.purge_changes(date,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'job.purge_changes(date,date)');

SELECT pg_temp.check_grants('function', 'job.publish_changes(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.make_payment_lists(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_grants('function', 'job.purge_changes(date,date)', 'welfare_job EXECUTE');
SELECT pg_temp.check_rows('job.task', 'ROW(task, "position", period, catch_up, after_task, enabled, schedule, attempts, pause, late_after_days, longest, purpose_thai)',
  '(portal_changes,155,day,latest_period,,t,"11,41 * * * *",5,00:10:00,1,06:00:00,"ประกาศการเปลี่ยนแปลงของการจ่ายเงิน และจัดทำบัญชีรายการจ่าย แก่ผู้ให้บริการเว็บบริการประชาชน")');
SELECT pg_temp.check_rows('job.due_rule', 'ROW(task, lower(valid), due_months, due_days)',
  '(portal_changes,,0,0)');
SELECT pg_temp.check_rows('job.step', 'ROW(task, "position", step, in_chunks)',
  '(portal_changes,10,publish_changes,f)',
  '(portal_changes,20,make_payment_lists,f)',
  '(portal_changes,30,purge_changes,f)');

ROLLBACK;

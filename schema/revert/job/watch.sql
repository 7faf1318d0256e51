BEGIN;

DELETE FROM job.concern WHERE code IN ('WF722', 'WF723', 'WF724', 'WF725');
DELETE FROM job.run WHERE task IN ('month_summary', 'move_report', 'pay_day_watch', 'notice_expiry', 'age_notices', 'partition_watch', 'outbox_clean_up');
DELETE FROM job.progress WHERE task IN ('month_summary', 'move_report', 'pay_day_watch', 'notice_expiry', 'age_notices', 'partition_watch', 'outbox_clean_up');
DELETE FROM job.step WHERE task IN ('month_summary', 'move_report', 'pay_day_watch', 'notice_expiry', 'age_notices', 'partition_watch', 'outbox_clean_up');
DELETE FROM job.due_rule WHERE task IN ('month_summary', 'move_report', 'pay_day_watch', 'notice_expiry', 'age_notices', 'partition_watch', 'outbox_clean_up');
DELETE FROM job.task WHERE task IN ('month_summary', 'move_report', 'pay_day_watch', 'notice_expiry', 'age_notices', 'partition_watch', 'outbox_clean_up');
DROP FUNCTION job.purge_outbox(date, date);
DROP FUNCTION job.count_moves(date, date);
DROP FUNCTION job.count_age_notices(date, date);
DROP FUNCTION job.count_open_work(date, date);
DROP FUNCTION job.summarise_month(date, date);
DROP FUNCTION job.watch_partitions(date, date);
DROP FUNCTION job.watch_pay_day(date, date);
DROP FUNCTION job.pay_days(date);
DELETE FROM reference.message WHERE code IN ('WF722', 'WF723', 'WF724', 'WF725');

COMMIT;

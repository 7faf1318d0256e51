BEGIN;

-- what ran belongs to the tasks
DELETE FROM job.concern;
DELETE FROM job.run;
DELETE FROM job.progress;
DELETE FROM job.step;
DELETE FROM job.due_rule;
UPDATE job.task SET after_task = NULL;
DELETE FROM job.task;
DROP FUNCTION job.purge_cron_log(date, date);
DROP FUNCTION job.purge_runs(date, date);
DROP FUNCTION job.purge_staged_rows(date, date);
DROP FUNCTION job.watch_law(date, date);
DROP FUNCTION job.seal_audit(date, date);
DROP FUNCTION job.purge_sessions(date, date);
DROP FUNCTION job.open_january_list(date, date);
DROP FUNCTION job.open_october_check(date, date);
DROP FUNCTION job.close_unconfirmed_moves(date, date);
DROP FUNCTION job.escalate_moves(date, date);
DROP FUNCTION job.record_adjustments(date, date);
DROP FUNCTION job.hold_awaiting(date, date);
DROP FUNCTION job.draft_payrolls(date, date);
DROP FUNCTION job.prepare_month(date, date);
DROP FUNCTION job.check_waiting(date, date);
DROP FUNCTION job.hold_the_dead(date, date);
DROP FUNCTION job.sweep_registry(date, date);
DROP FUNCTION job.cron_log_days(date);
DELETE FROM reference.message WHERE code IN ('WF720', 'WF721');

COMMIT;

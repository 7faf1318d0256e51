BEGIN;

DROP FUNCTION job.enable_task(text, boolean, text);
DROP FUNCTION job.begin_tasks(date);
DROP FUNCTION job.first_period(text, date);
DROP VIEW job.standing;
DROP FUNCTION job.period_plus(job.period_kind, date, integer);
DROP FUNCTION job.period_of(job.period_kind, date);
DROP FUNCTION job.business_date_at(timestamptz);
DROP TABLE job.progress;
DROP TABLE job.step;
DROP FUNCTION job.check_step();
DROP TABLE job.due_rule;
DROP TABLE job.task;

COMMIT;

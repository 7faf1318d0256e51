BEGIN;

DROP FUNCTION job.skip_period(text, date, text);
DROP FUNCTION job.allow_retry(text, date, text);
DROP FUNCTION job.require_waiting(text, date);
DROP FUNCTION job.health();
DROP VIEW job.attention;
DROP FUNCTION job.set_concern(text, date, bigint, boolean, text, text[]);
DROP TABLE job.concern;
DROP VIEW job.run_log;
DROP VIEW job.status;
DROP FUNCTION job.may_look();
DROP TYPE job.task_state;

COMMIT;

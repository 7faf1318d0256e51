BEGIN;

DROP PROCEDURE job.run_due();
DROP PROCEDURE job.run_task(text, boolean);
DROP FUNCTION job.task_after(text);
DROP FUNCTION job.refuse_failure(bigint);
DROP FUNCTION job.take_step(bigint);
DROP FUNCTION job.finish_run(bigint, text, text, text);
DROP FUNCTION job.record_step(bigint, smallint, text, bigint, numeric, boolean);
DROP FUNCTION job.next_step(bigint);
DROP FUNCTION job.own_run(bigint);
DROP FUNCTION job.begin_run(text);
DROP FUNCTION job.release_task(text);
DROP FUNCTION job.claim_task(text);
DROP FUNCTION job.without_personal_data(text, text);
DROP TABLE job.run_step;
DROP TABLE job.run;

COMMIT;

-- Whatever else is due, late facts above all. An attempt that was killed counts as one; when a period has had all of them an
-- administrator says that it is tried again, which shows once the last has been found abandoned.
\connect - welfare_job
CALL job.run_due();
\connect - crash_first
SELECT format('SELECT job.allow_retry(%L, %L, ''the server was killed'')', task, next_period) FROM job.status WHERE state = 'failed'
\gexec
\connect - welfare_job
CALL job.run_due();

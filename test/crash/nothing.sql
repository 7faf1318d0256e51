-- What a job costs that has nothing to do: connections to a server that has just been started.
\connect - crash_first
SELECT format('SELECT %L', task) FROM job.status WHERE state = 'failed'
\gexec

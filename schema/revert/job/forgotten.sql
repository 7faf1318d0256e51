BEGIN;
DROP FUNCTION job.forgotten_files();
COMMIT;

BEGIN;
DROP FUNCTION job.check_invariants(date, text);
COMMIT;

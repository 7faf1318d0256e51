BEGIN;

DROP FUNCTION registry.check_waiting(date);
DROP FUNCTION registry.evaluate_submissions(date, welfare.thai_id, reference.programme_name, bigint);
DROP TYPE registry.submission_verdict;
DROP FUNCTION registry.record_submission(welfare.thai_id, reference.programme_name, bigint);
DROP FUNCTION registry.record_submissions(welfare.thai_id[], reference.programme_name[], bigint[]);
DROP FUNCTION registry.is_taking_over(welfare.thai_id, reference.programme_name, integer);

COMMIT;

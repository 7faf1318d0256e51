BEGIN;

DROP FUNCTION registry.slip(welfare.thai_id, reference.programme_name, bigint);
DROP FUNCTION registry.submission_path(welfare.thai_id, reference.programme_name, bigint);
DROP FUNCTION registry.submissions(reference.programme_name, registry.submission_state[], date, date, boolean, integer, integer);

COMMIT;

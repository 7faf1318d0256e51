BEGIN;

DROP FUNCTION registry.monthly_checks(date);
DROP FUNCTION registry.record_monthly_check(date, text);
DROP TABLE registry.monthly_check_band;
DROP TABLE registry.monthly_check;
DELETE FROM reference.message WHERE code IN ('WF33K');

COMMIT;

BEGIN;

DROP TRIGGER law_confirmation_no_change ON reference.law_confirmation;
DROP FUNCTION reference.law_expiring(date);
DROP FUNCTION reference.confirm_law(integer, reference.programme_name, text);
DROP FUNCTION reference.check_law(date);
DROP FUNCTION reference.check_law_on_record(date, reference.programme_name);
DROP FUNCTION reference.missing_law(date);
DROP TABLE reference.law_confirmation;
DELETE FROM reference.message WHERE code IN ('WF340', 'WF341', 'WF342', 'WF343');

COMMIT;

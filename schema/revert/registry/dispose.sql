BEGIN;

DROP FUNCTION registry.resume(welfare.thai_id, reference.programme_name[], date, text, text);
DROP FUNCTION registry.suspend(welfare.thai_id, reference.programme_name[], date, text, text);
DROP FUNCTION registry.change_suspension(registry.suspension_action, welfare.thai_id, reference.programme_name[], date, text, text);
DROP FUNCTION registry.dispose(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date);
DROP FUNCTION registry.word_for(text, text);
DROP FUNCTION registry.require_past(text, date);
DROP TABLE registry.suspension_order;
DROP TYPE registry.suspension_action;

COMMIT;

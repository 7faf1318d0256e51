BEGIN;

DROP FUNCTION registry.correct_id(welfare.thai_id, welfare.thai_id, text, text);
DROP FUNCTION registry.re_enter(welfare.thai_id, reference.programme_name, text, text);
DROP FUNCTION registry.request_or_confirm(registry.correction_kind, welfare.thai_id, reference.programme_name, welfare.thai_id, text, text);
DROP FUNCTION registry.delete_beneficiary(welfare.thai_id, text, boolean, reference.programme_name[]);
DROP TABLE registry.correction;
DROP FUNCTION registry.refuse_change_of_correction();
DROP TYPE registry.correction_kind;

COMMIT;

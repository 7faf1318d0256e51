BEGIN;

DROP FUNCTION registry.own_or_leaving_person(welfare.thai_id);
DROP FUNCTION registry.edit_beneficiary(welfare.thai_id, jsonb, date);
DROP FUNCTION registry.own_person(welfare.thai_id);
DROP FUNCTION registry.require_officer();
DROP FUNCTION registry.add_beneficiary(jsonb);
DROP FUNCTION registry.holder_elsewhere(welfare.thai_id, integer);
DROP FUNCTION registry.close_form(bigint, bigint, bigint);
DROP FUNCTION registry.take_form(jsonb[], boolean, boolean);
DROP FUNCTION registry.rows_of_form(jsonb);
DROP FUNCTION registry.refuse_structures(jsonb);
DROP FUNCTION registry.form_of(registry.person, registry.claim);
DROP FUNCTION registry.claim_fields();
DROP FUNCTION registry.person_fields();

COMMIT;

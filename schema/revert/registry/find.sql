BEGIN;

DROP FUNCTION registry.beneficiary_detail(welfare.thai_id);
DROP FUNCTION registry.find_beneficiaries(welfare.thai_id, text, text, integer, integer, integer, reference.programme_name, registry.claim_state, text[], integer, integer);

COMMIT;

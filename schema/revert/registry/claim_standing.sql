BEGIN;

DROP FUNCTION registry.entitlements_of_authority(date, reference.programme_name);
DROP FUNCTION registry.entitlement(welfare.thai_id, reference.programme_name, date);
DROP FUNCTION registry.claim_asked_for(welfare.thai_id, reference.programme_name, date);
DROP FUNCTION registry.require_month(date, reference.programme_name);
DROP FUNCTION registry.standing_of(welfare.thai_id, reference.programme_name, smallint, date);
DROP FUNCTION registry.base_step(jsonb);
DROP TYPE registry.claim_standing;
DROP TYPE registry.not_covered_cause;
DELETE FROM reference.message WHERE code = 'WF350';

COMMIT;

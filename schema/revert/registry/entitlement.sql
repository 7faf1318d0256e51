BEGIN;

DROP FUNCTION registry.entitlements(date, welfare.thai_id, integer);
DROP TYPE registry.entitlement_state;

COMMIT;

BEGIN;

DROP TABLE registry.claim;
DROP FUNCTION registry.refuse_overlapping_claim();

COMMIT;

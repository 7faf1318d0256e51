BEGIN;

DROP FUNCTION registry.record_candidates(bigint);
DROP FUNCTION registry.review_lookalikes(bigint);
DROP FUNCTION registry.lookalikes(welfare.thai_id);
DROP TABLE registry.review;
DROP TYPE registry.review_kind;

COMMIT;

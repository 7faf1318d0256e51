BEGIN;

DROP FUNCTION registry.follow_successor(integer);
DROP FUNCTION registry.close_review(welfare.thai_id, registry.review_kind, text);
DROP FUNCTION registry.open_reviews();

COMMIT;

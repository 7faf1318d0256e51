BEGIN;

DROP FUNCTION civil.finding_counts();
DROP FUNCTION civil.findings(boolean);
DROP FUNCTION civil.settle_finding(welfare.thai_id, bigint, boolean, text, date);
DROP TRIGGER claim_findings ON registry.claim;
DROP FUNCTION civil.follow_claim();
DROP TABLE civil.finding;
DROP TABLE civil.finding_transition;
DROP FUNCTION civil.guard_new_finding();
DROP FUNCTION civil.guard_finding();

COMMIT;

BEGIN;

DROP TABLE reference.payee_rule;
DROP TABLE reference.notice_rule;
DROP TYPE reference.notice_place;

COMMIT;

BEGIN;

DROP TABLE reference.campaign_rule;
DROP TYPE reference.campaign_kind;

COMMIT;

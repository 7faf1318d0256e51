BEGIN;

DROP TABLE reference.age_rule;
DROP TYPE reference.age_basis;
DROP TABLE reference.rate;
DROP TYPE reference.payer_name;
DROP TYPE reference.rate_component;

COMMIT;

BEGIN;

DROP TABLE reference.income_band;

COMMIT;

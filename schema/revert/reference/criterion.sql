BEGIN;

DROP FUNCTION reference.facts_of_age(integer);
DROP TABLE reference.criterion;

COMMIT;

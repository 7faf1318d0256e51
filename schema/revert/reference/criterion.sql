BEGIN;

DROP FUNCTION reference.facts_of_age(integer);
DROP FUNCTION reference.age_of_term(text);
DROP TABLE reference.criterion;

COMMIT;

BEGIN;

DROP FUNCTION reference.tariff_of(date), reference.tariff_case(smallint, integer, integer), reference.law_of(date);
DROP TABLE reference.continuation, reference.fact_timing;
DROP TYPE reference.fact_days;

COMMIT;

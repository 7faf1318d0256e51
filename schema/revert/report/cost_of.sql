BEGIN;

DROP FUNCTION report.cost_of(welfare.rate_ladder, reference.programme_name, date, date);

COMMIT;

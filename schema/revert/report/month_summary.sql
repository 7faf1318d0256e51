BEGIN;

DROP FUNCTION report.month_totals(date, date);
DROP FUNCTION report.summarise_month(date);
DROP TABLE report.month_total;

COMMIT;

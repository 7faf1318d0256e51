BEGIN;

DROP VIEW report.allowance_by_authority;
DROP FUNCTION report.compile(integer, date);
DROP FUNCTION report.disclosed_totals(integer, date);
DROP TABLE report.public_total;
DROP TABLE report.programme_total;
DROP TABLE report.compilation;

COMMIT;

BEGIN;

DROP FUNCTION report.open_work();
DROP FUNCTION report.count_open_work(date, integer, report.work_kind[]);
DROP TABLE report.open_work;
DROP TYPE report.work_kind;

COMMIT;

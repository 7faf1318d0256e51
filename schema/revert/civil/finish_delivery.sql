BEGIN;

DROP FUNCTION civil.registrar_reports(date, date);
DROP FUNCTION civil.finish_delivery(bigint);
DROP FUNCTION civil.problems_of(civil.event_row, civil.candidate, date);
DROP TABLE civil.candidate;

COMMIT;

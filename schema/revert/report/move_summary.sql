BEGIN;

DROP FUNCTION report.moves_of_month(date);
DROP FUNCTION report.summarise_moves(date);
DROP TABLE report.move_total;
DROP TYPE report.move_source;

COMMIT;

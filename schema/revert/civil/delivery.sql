BEGIN;

DROP FUNCTION civil.refused_rows(bigint);
DROP FUNCTION civil.begin_delivery(text, text);
DROP TABLE civil.event;
DROP TABLE civil.refused_row;
DROP TABLE civil.delivery_mark;
DROP TABLE civil.event_row;
DROP TABLE civil.delivery;

COMMIT;

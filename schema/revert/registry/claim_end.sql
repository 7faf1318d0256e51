BEGIN;

DROP TABLE registry.tombstone;
DROP TABLE registry.disposal;

COMMIT;

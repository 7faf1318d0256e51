BEGIN;

DROP FUNCTION identity.purge_sessions();

COMMIT;

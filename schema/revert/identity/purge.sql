BEGIN;

DROP FUNCTION identity.purge_sessions();
DROP FUNCTION identity.purge_outbox();

COMMIT;

BEGIN;

DROP FUNCTION audit.seal_days();
DROP FUNCTION audit.seal_day(date);
DROP FUNCTION audit.wait_for_writers();
DROP FUNCTION audit.chain_of(bytea, audit.seal);
DROP FUNCTION audit.digest_of(date);
DROP FUNCTION audit.today();
DROP FUNCTION audit.start_of(date);
DROP TABLE audit.seal;

COMMIT;

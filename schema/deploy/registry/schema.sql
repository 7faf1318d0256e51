-- AQ: the room of persons and their claims.
BEGIN;

CREATE SCHEMA registry AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA registry IS 'persons, claims and the forms that bring them';
GRANT USAGE ON SCHEMA registry TO welfare_writer, welfare_admin, welfare_authority;

SET LOCAL ROLE welfare_owner;

CREATE TYPE registry.sex AS ENUM ('male', 'female');
COMMENT ON TYPE registry.sex IS 'sex as the house register states it';

CREATE TYPE registry.claim_state AS ENUM ('live', 'suspended', 'disposed', 'deleted');
COMMENT ON TYPE registry.claim_state IS 'state of a claim (IS9.5, IS9.6): live, suspended by order, disposed for good, deleted as a wrong entry';

COMMIT;

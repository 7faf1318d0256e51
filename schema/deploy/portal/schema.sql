-- AQ: the room of what the operator of the citizen portal is told.
BEGIN;

CREATE SCHEMA portal AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA portal IS 'what the operator of the citizen portal is told: lists of payments, and their changes by number';
GRANT USAGE ON SCHEMA portal TO welfare_portal, welfare_admin;

COMMIT;

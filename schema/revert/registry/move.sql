BEGIN;

DROP TABLE registry.move_claim;
DROP TABLE registry.move;
DROP FUNCTION registry.keep_move();
DROP FUNCTION registry.take_move_step();
DROP TABLE registry.move_transition;
DROP TYPE registry.move_outcome;
DROP TYPE registry.move_party;
DROP TYPE registry.move_state;
DELETE FROM reference.message WHERE code IN ('WF310', 'WF311', 'WF312', 'WF313', 'WF314', 'WF315', 'WF316', 'WF317', 'WF318', 'WF319', 'WF31A', 'WF31B', 'WF31C');

COMMIT;

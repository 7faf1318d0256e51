BEGIN;

DROP TABLE registry.person_history;
DROP TABLE registry.person;
DROP FUNCTION registry.keep_person_version();
DROP FUNCTION registry.refuse_forged_version();
DROP FUNCTION registry.refuse_removal();

COMMIT;

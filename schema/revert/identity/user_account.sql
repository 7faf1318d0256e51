BEGIN;

DROP TABLE identity.user_account;
DROP FUNCTION identity.guard_user_account();

COMMIT;

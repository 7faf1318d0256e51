BEGIN;

DROP FUNCTION identity.whoami();
DROP FUNCTION identity.revoke_sessions(bigint, text);
DROP FUNCTION identity.logout(text);
DROP FUNCTION identity.attach(text);
DROP FUNCTION identity.check_token(text);
DROP FUNCTION identity.login(text, text);
DROP FUNCTION identity.standing(bigint);
DROP FUNCTION identity.failures(bigint, identity.attempt_kind, bigint, integer);
DROP FUNCTION identity.account_or_next(text);
DROP FUNCTION identity.take_turn(text);
DROP TABLE identity.session;
DROP TABLE identity.attempt;
DROP TABLE identity.turn;

COMMIT;

BEGIN;

DROP FUNCTION identity.reset_password(text, text, text);
DROP FUNCTION identity.take_mail(integer);
DROP FUNCTION identity.request_reset(text, text, text);
DROP FUNCTION identity.queue_reset(bigint, boolean);
DROP FUNCTION identity.confirm_password(text);
DROP FUNCTION identity.change_password(text, text, text);
DROP FUNCTION identity.own_account();
DROP FUNCTION identity.refuse_password(text, text, text);
DROP TABLE identity.outgoing_mail;
DROP TABLE identity.reset_token;
DROP TABLE identity.password_change;

COMMIT;

BEGIN;

DROP FUNCTION identity.end_office(text, identity.office_name, date);
DROP FUNCTION identity.assign_office(text, identity.office_name, date, date, text);
DROP FUNCTION identity.send_reset(text);
DROP FUNCTION identity.unlock_user(text);
DROP FUNCTION identity.enable_user(text);
DROP FUNCTION identity.disable_user(text);
DROP FUNCTION identity.edit_user(text, jsonb);
DROP FUNCTION identity.add_user(jsonb);
DROP FUNCTION identity.read_scope(jsonb, text);
DROP FUNCTION identity.named_account(text);

COMMIT;

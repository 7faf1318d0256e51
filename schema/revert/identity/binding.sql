BEGIN;

DROP FUNCTION identity.bound_roles();
DROP FUNCTION identity.bind_role(name, text);
DROP FUNCTION identity.unbind_role(name);
DROP FUNCTION identity.settings_of(text);

COMMIT;

BEGIN;

DROP FUNCTION identity.update_profile(jsonb);
DROP FUNCTION identity.profile();
DROP FUNCTION identity.read_address(jsonb);
DROP FUNCTION identity.read_person(jsonb);
DROP FUNCTION identity.refuse_blank(jsonb, text[]);
DROP FUNCTION identity.field(jsonb, text, integer);

COMMIT;

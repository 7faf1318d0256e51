BEGIN;

DROP FUNCTION identity.user_detail(text);
DROP FUNCTION identity.find_users(text, text, welfare.thai_id, text, integer, integer, integer, text[], integer, integer);
DROP FUNCTION identity.status_name(timestamptz, timestamptz);
DROP FUNCTION identity.refuse_paging(text[], text[], integer, integer);
DROP TYPE identity.shown_user;
DROP TYPE identity.found_user;

COMMIT;

BEGIN;

DROP FUNCTION identity.offices_of(text, date);
DROP FUNCTION identity.has_office(text, identity.office_name, integer, date);
DROP TABLE identity.office;
DROP FUNCTION identity.guard_office();

COMMIT;

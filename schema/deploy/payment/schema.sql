-- AQ: the room of payrolls and payment lines.
BEGIN;

CREATE SCHEMA payment AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA payment IS 'payrolls, tariffs and payment lines';
GRANT USAGE ON SCHEMA payment TO welfare_writer, welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority, welfare_portal, welfare_treasury, welfare_bank;

COMMIT;

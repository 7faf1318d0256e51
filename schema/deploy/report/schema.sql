-- AQ: the room of compiled years and reports.
BEGIN;

CREATE SCHEMA report AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA report IS 'compiled fiscal years and the reports that read them';
GRANT USAGE ON SCHEMA report TO welfare_writer, welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority, welfare_treasury, welfare_report;

COMMIT;

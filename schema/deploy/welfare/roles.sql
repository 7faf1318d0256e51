-- AQ: the roles of the database. They belong to the cluster, so a second database finds
-- them there; whoever deploys must be a superuser, once per cluster.
BEGIN;

DO $$
DECLARE
  wanted record;
BEGIN
  FOR wanted IN
    SELECT role_name, purpose
      FROM (VALUES
        ('welfare_owner', 'owns every table and the functions that must create tables; nobody logs in as it'),
        ('welfare_writer', 'owns the functions that act for a user; owns no table, is subject to row security'),
        ('welfare_admin', 'administrators: windows, closing of years, law, users'),
        ('welfare_authority', 'officers of a local authority; see the rows of their own'),
        ('welfare_report', 'BI tools: aggregates that identify nobody')
      ) AS list (role_name, purpose)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.role_name) THEN
      EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', wanted.role_name);
    END IF;
    EXECUTE pg_catalog.format('COMMENT ON ROLE %I IS %L', wanted.role_name, wanted.purpose);
  END LOOP;

  -- Nobody but the owner creates objects that a search path could pick up.
  EXECUTE pg_catalog.format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', pg_catalog.current_database());
  EXECUTE pg_catalog.format('GRANT TEMPORARY, CREATE ON DATABASE %I TO welfare_owner', pg_catalog.current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
END
$$;

-- Who is asking can be said by the owner's functions only.
GRANT SET ON PARAMETER
  "welfare.principal", "welfare.authority_code", "welfare.district_code", "welfare.province_code",
  "welfare.nation", "welfare.business_date"
  TO welfare_owner;

COMMIT;

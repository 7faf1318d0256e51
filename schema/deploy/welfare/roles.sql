-- AQ: the roles of the database. They belong to the cluster, so a second database finds
-- them there; whoever deploys must be a superuser, once per cluster.
BEGIN;
SET LOCAL client_min_messages = warning;

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
        ('welfare_department', 'officers of the department (กรมส่งเสริมการปกครองท้องถิ่น); see the nation, and nobody''s health'),
        ('welfare_province', 'officers of a province; see its rows, and nobody''s health'),
        ('welfare_district', 'officers of a district; see its rows, and nobody''s health'),
        ('welfare_authority', 'officers of a local authority; see the rows of their own'),
        ('welfare_treasury', 'Comptroller General''s Department (กรมบัญชีกลาง)'),
        ('welfare_civil', 'feed of the civil registry'),
        ('welfare_bank', 'banks that pay out'),
        ('welfare_portal', 'gateway of the citizen portal, and sender of queued mail'),
        ('welfare_card_team', 'team of the State Welfare Card'),
        ('welfare_finance', 'Ministry of Finance (กระทรวงการคลัง)'),
        ('welfare_report', 'BI tools: aggregates that identify nobody')
      ) AS list (role_name, purpose)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted.role_name) THEN
      EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', wanted.role_name);
    END IF;
    EXECUTE pg_catalog.format('COMMENT ON ROLE %I IS %L', wanted.role_name, wanted.purpose);
  END LOOP;

  -- Existing apps log in as this one and are nobody until identity.attach makes them a user for a transaction.
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'welfare_app') THEN
    CREATE ROLE welfare_app LOGIN NOINHERIT;
  END IF;
  COMMENT ON ROLE welfare_app IS 'login of existing apps: no right of its own but to sign users in and to act as one for a transaction';
  GRANT welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority, welfare_treasury,
        welfare_civil, welfare_bank, welfare_portal TO welfare_app;
  -- a transaction that an app forgets keeps others waiting, and old versions of rows from being removed
  EXECUTE pg_catalog.format('ALTER ROLE welfare_app IN DATABASE %I SET idle_in_transaction_session_timeout = %L', pg_catalog.current_database(), '5min');

  -- What runs by itself logs in as this one; job/register.sql says who that is to the functions.
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'welfare_job') THEN
    CREATE ROLE welfare_job LOGIN;
  END IF;
  COMMENT ON ROLE welfare_job IS 'login of what runs by itself: an administrator of the nation, by the name of job; no person logs in as it';
  GRANT welfare_admin TO welfare_job;

  -- Nobody but the owner creates objects that a search path could pick up.
  EXECUTE pg_catalog.format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', pg_catalog.current_database());
  EXECUTE pg_catalog.format('GRANT TEMPORARY, CREATE ON DATABASE %I TO welfare_owner', pg_catalog.current_database());
  REVOKE CREATE ON SCHEMA public FROM PUBLIC;
END
$$;

-- Who is asking can be said by the owner's functions only.
GRANT SET ON PARAMETER
  "welfare.principal", "welfare.duty", "welfare.authority_code", "welfare.district_code", "welfare.province_code",
  "welfare.nation", "welfare.business_date"
  TO welfare_owner;

COMMIT;

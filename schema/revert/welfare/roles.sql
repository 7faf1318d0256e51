BEGIN;

DO $$
DECLARE
  role_name text;
BEGIN
  EXECUTE pg_catalog.format('ALTER ROLE welfare_app IN DATABASE %I RESET idle_in_transaction_session_timeout', pg_catalog.current_database());
  EXECUTE pg_catalog.format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM welfare_owner', pg_catalog.current_database());
  EXECUTE pg_catalog.format('GRANT TEMPORARY ON DATABASE %I TO PUBLIC', pg_catalog.current_database());

  -- Another database of the cluster may still use them; the last one to go takes them along.
  BEGIN
    REVOKE SET ON PARAMETER
      "welfare.principal", "welfare.duty", "welfare.authority_code", "welfare.district_code", "welfare.province_code",
      "welfare.nation", "welfare.business_date"
      FROM welfare_owner;
    FOREACH role_name IN ARRAY ARRAY['welfare_job', 'welfare_app', 'welfare_report', 'welfare_finance', 'welfare_card_team', 'welfare_portal', 'welfare_bank',
                                   'welfare_civil', 'welfare_treasury', 'welfare_authority', 'welfare_district', 'welfare_province',
                                   'welfare_department', 'welfare_admin', 'welfare_writer', 'welfare_owner']
    LOOP
      EXECUTE pg_catalog.format('DROP ROLE %I', role_name);
    END LOOP;
  EXCEPTION WHEN dependent_objects_still_exist THEN
    RAISE NOTICE 'the roles stay: another database of this cluster uses them';
  END;
END
$$;

COMMIT;

BEGIN;

SELECT pg_catalog.pg_get_object_address('role', ARRAY[role_name], '{}')
  FROM pg_catalog.unnest(ARRAY['welfare_owner', 'welfare_writer', 'welfare_admin', 'welfare_department', 'welfare_province', 'welfare_district',
                               'welfare_authority', 'welfare_treasury', 'welfare_civil', 'welfare_bank', 'welfare_portal',
                               'welfare_card_team', 'welfare_finance', 'welfare_report', 'welfare_app']) AS role_name;

SELECT 1 / pg_catalog.count(*)
 WHERE NOT pg_catalog.has_database_privilege('welfare_authority', pg_catalog.current_database(), 'TEMPORARY')
   AND NOT pg_catalog.has_schema_privilege('welfare_authority', 'public', 'CREATE');

SELECT 1 / (pg_catalog.has_parameter_privilege('welfare_owner', parameter, 'SET')
        AND NOT pg_catalog.has_parameter_privilege('welfare_authority', parameter, 'SET'))::integer
  FROM pg_catalog.unnest(ARRAY['welfare.principal', 'welfare.duty', 'welfare.authority_code', 'welfare.district_code',
                               'welfare.province_code', 'welfare.nation', 'welfare.business_date']) AS parameter;

-- The login of apps inherits nothing: it has a right only while it acts as a user.
SELECT 1 / (NOT rolinherit AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreaterole)::integer
  FROM pg_catalog.pg_roles WHERE rolname = 'welfare_app';

ROLLBACK;

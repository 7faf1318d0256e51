BEGIN;

SELECT pg_catalog.pg_get_object_address('role', ARRAY[role_name], '{}')
  FROM pg_catalog.unnest(ARRAY['welfare_owner', 'welfare_writer', 'welfare_admin', 'welfare_authority', 'welfare_report']) AS role_name;

SELECT 1 / pg_catalog.count(*)
 WHERE NOT pg_catalog.has_database_privilege('welfare_authority', pg_catalog.current_database(), 'TEMPORARY')
   AND NOT pg_catalog.has_schema_privilege('welfare_authority', 'public', 'CREATE');

SELECT 1 / (pg_catalog.has_parameter_privilege('welfare_owner', parameter, 'SET')
        AND NOT pg_catalog.has_parameter_privilege('welfare_authority', parameter, 'SET'))::integer
  FROM pg_catalog.unnest(ARRAY['welfare.principal', 'welfare.authority_code', 'welfare.district_code',
                               'welfare.province_code', 'welfare.nation', 'welfare.business_date']) AS parameter;

ROLLBACK;

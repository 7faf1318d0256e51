-- Who signs in the year beside the staff of the law's steps: another executive, two of the Comptroller General's Department. Administrators and the
-- officers of the other authorities have no account here: each would take half a second, to hash a password that nobody uses.
-- Running it twice changes nothing.
\ir staff.psql
SELECT NOT EXISTS (SELECT FROM identity.user_account WHERE user_name = 'demo.treasurer') AS is_new \gset
\if :is_new
BEGIN;
CREATE TEMP TABLE staff AS
SELECT * FROM (VALUES ('demo.neighbour.executive', 'local_authority', :there, 'executive'),
                      ('demo.treasurer', 'treasury', NULL, NULL), ('demo.treasurer.second', 'treasury', NULL, NULL)) AS staff (user_name, duty, authority_code, office);
GRANT SELECT ON staff TO PUBLIC;
SELECT pg_temp.act('demo_admin', '2026-10-01') \g /dev/null
SELECT identity.add_user(jsonb_strip_nulls(jsonb_build_object('user_name', user_name, 'duty', duty, 'authority_code', authority_code, 'first_name', 'ทดสอบ',
                           'last_name', 'ระบบ', 'email', user_name || '@example.go.th', 'agency', CASE WHEN office IS NULL THEN 'หน่วยงานสาธิต' END)))
  FROM staff \g /dev/null
SELECT identity.assign_office(user_name, office::identity.office_name, '2026-01-01') FROM staff WHERE office IS NOT NULL \g /dev/null
COMMIT;
\endif

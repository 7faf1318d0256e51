-- QS1, QS3: the room of users keeps its secrets, and shows each scope its own. What every role may touch is in sight.sql.
\ir identity.psql
SELECT plan(7);
SELECT is_empty($$SELECT oid::regclass FROM pg_class WHERE relnamespace = 'identity'::regnamespace AND relkind IN ('r', 'p') AND NOT relrowsecurity$$, 'QS1: row security is on for every table');
SELECT is_empty($$SELECT attname FROM pg_attribute WHERE attrelid = 'identity.user_account'::regclass AND attname ~ 'hash' AND has_column_privilege('welfare_writer', attrelid, attname, 'SELECT')$$, 'QS2: functions that act for a user read no hash');
SELECT is_empty($$SELECT attname FROM pg_attribute WHERE attrelid = 'identity.user_account'::regclass AND attname IN ('user_name', 'user_number', 'duty', 'scope', 'authority_code', 'district_code', 'province_code', 'agency', 'password_hash', 'disabled_at')
                   AND has_column_privilege('welfare_writer', attrelid, attname, 'UPDATE')$$, 'IS5: nor can they write duty, agency, scope or password');
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'identity'::regnamespace AND prosecdef AND proowner NOT IN ('welfare_owner'::regrole, 'welfare_writer'::regrole)$$, 'QS3: definer functions belong to the owner or the writer');

-- the second lock: what the writer itself sees
SELECT pg_temp.act_as('nakhonpathom') \g /dev/null
RESET ROLE; SET LOCAL ROLE welfare_writer;
SELECT is((SELECT string_agg(user_name, ' ' ORDER BY user_name) FROM identity.user_account), '5730102 5730102b 6730213 mueang nakhonpathom', 'QS1: row security shows a province its own');
RESET ROLE; SELECT pg_temp.act_as('5730102') \g /dev/null
RESET ROLE; SET LOCAL ROLE welfare_writer;
SELECT is((SELECT string_agg(user_name, ' ' ORDER BY user_name) FROM identity.user_account), '5730102', 'an authority''s user oneself');
RESET ROLE; SELECT pg_temp.act_as_nobody() \g /dev/null
SET LOCAL ROLE welfare_writer;
SELECT is((SELECT count(*) FROM identity.user_account) + (SELECT count(*) FROM identity.office), 0::bigint, 'and nobody nothing');
SELECT * FROM finish();
ROLLBACK;

-- The staff of two authorities with their offices, and five people of the first whom the steps through the law are about.
-- Running it twice changes nothing.
\ir staff.psql
SELECT NOT EXISTS (SELECT FROM identity.user_account WHERE user_name = 'demo.officer') AS no_staff,
       NOT EXISTS (SELECT FROM registry.person WHERE thai_id = pg_temp.id(5)) AS no_people \gset
\if :no_staff
CREATE TEMP TABLE staff AS
SELECT * FROM (VALUES ('demo.officer', 'officer', 5730102), ('demo.second', 'officer', 5730102), ('demo.member1', 'committee_member', 5730102),
    ('demo.member2', 'committee_member', 5730102), ('demo.member3', 'committee_member', 5730102), ('demo.clerk', 'clerk', 5730102),
    ('demo.executive', 'executive', 5730102), ('demo.neighbour', 'officer', 6730213)) AS staff (user_name, office, authority_code);
GRANT SELECT ON staff TO PUBLIC;
SELECT pg_temp.act('demo_admin', '2026-10-01') \g /dev/null
SELECT identity.add_user(jsonb_build_object('user_name', user_name, 'duty', 'local_authority', 'authority_code', authority_code, 'first_name', 'ทดสอบ',
                           'last_name', 'ระบบ', 'email', user_name || '@example.go.th')),
       identity.assign_office(user_name, office::identity.office_name, '2026-01-01')
  FROM staff \g /dev/null
\endif
\if :no_people
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT registry.add_beneficiary(pg_temp.form(number, '{"claimed_on": "01/11/2552", "ordered_on": "05/11/2552"}'))
  FROM generate_series(1, 5) AS number \g /dev/null
\endif

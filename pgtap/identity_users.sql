-- IS5, IS7 and offices: administrators add and edit users; each office looks for users below itself.
\ir identity.psql
SELECT plan(104);

CREATE TEMP TABLE bad_user (more jsonb, code text, english text, thai text);
INSERT INTO bad_user VALUES
  ('{"user_name": "5730102"}', 'WF10A', 'there is a user 5730102 already', 'มีชื่อผู้ใช้งาน 5730102 อยู่แล้ว'),
  ('{"user_name": "ADMIN"}', 'WF10A', 'there is a user ADMIN already', 'มีชื่อผู้ใช้งาน ADMIN อยู่แล้ว'),
  ('{"user_name": "a b"}', 'WF10V', 'user name "a b" is not of the right form', 'ชื่อผู้ใช้งาน "a b" ไม่ถูกรูปแบบ'),
  ('{"user_name": "ก"}', 'WF10V', 'user name "ก" is not of the right form', 'ชื่อผู้ใช้งาน "ก" ไม่ถูกรูปแบบ'),
  ('{"duty": "king"}', 'WF011', 'duty: unknown value "king"', 'duty: ไม่รู้จักค่า "king"'),
  ('{"authority_code": null}', 'WF10B', 'duty local_authority takes exactly this scope: authority_code', 'หน้าที่ local_authority ต้องระบุขอบเขตดังนี้เท่านั้น: authority_code'),
  ('{"province_code": 73}', 'WF10B', 'duty local_authority takes exactly this scope: authority_code', 'หน้าที่ local_authority ต้องระบุขอบเขตดังนี้เท่านั้น: authority_code'),
  ('{"duty": "department"}', 'WF10B', 'duty department takes exactly this scope: -', 'หน้าที่ department ต้องระบุขอบเขตดังนี้เท่านั้น: -'),
  ('{"authority_code": 9999999}', 'WF014', 'there is no local authority 9999999 on 2026-10-01', 'ไม่มี อปท. รหัส 9999999 ในวันที่ 2026-10-01'),
  ('{"authority_code": "1; DROP TABLE x"}', 'WF014', 'there is no local authority 1; DROP TABLE x', 'ไม่มี อปท. รหัส 1; DROP TABLE x'),
  ('{"duty": "district", "authority_code": "", "district_code": 9901}', 'WF10C', 'district_code: there is no code "9901"', 'district_code: ไม่มีรหัส "9901"'),
  ('{"duty": "province", "authority_code": "", "province_code": 99}', 'WF10C', 'province_code: there is no code "99"', 'province_code: ไม่มีรหัส "99"'),
  ('{"email": ""}', 'WF010', 'email is required', 'ต้องระบุ email'),
  ('{"password": "x"}', 'WF008', 'the form has unknown fields: "password"', 'แบบฟอร์มมีช่องที่ไม่รู้จัก: "password"');
CREATE FUNCTION pg_temp.user_form(more jsonb) RETURNS jsonb LANGUAGE sql AS
  $$ SELECT '{"user_name": "new", "duty": "local_authority", "authority_code": 5730102, "first_name": "ใหม่", "last_name": "มาก", "email": "new@example.go.th"}'::jsonb || more $$;

-- Total and names of what is found.
CREATE FUNCTION pg_temp.found(VARIADIC given text[]) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    EXECUTE format('SELECT coalesce(max(total), 0) || '': '' || coalesce(string_agg(user_name, '' '' ORDER BY row_number), '''') FROM identity.find_users(%s)', array_to_string(given, ', ')) INTO answer;
    RETURN answer;
  END $$;

SELECT throws_like(format('SELECT identity.add_user(pg_temp.user_form(%L))', more), english || '%', code || ': ' || more) FROM bad_user;
SET LOCAL welfare.language = 'th';
SELECT throws_like(format('SELECT identity.add_user(pg_temp.user_form(%L))', more), thai || '%', code || ' in Thai') FROM bad_user;
SET LOCAL welfare.language = 'en';
SELECT is((SELECT count(*) FROM bad_user WHERE NOT EXISTS (SELECT FROM reference.message WHERE message.code = bad_user.code)), 0::bigint, 'the codes are those of the messages');

SELECT pg_temp.act_as('admin') \g /dev/null
SELECT is(identity.add_user(pg_temp.user_form('{"user_name": "A.b-c_d@e9"}')), 'done', 'an administrator adds a user, the fourth of that authority');
SELECT results_eq($$SELECT agency, status, created_by, last_login_at FROM identity.user_detail('a.b-c_d@e9')$$, $$VALUES ('เทศบาลตำบลดอนยายหอม', 'ready', 'admin', NULL::timestamptz)$$, 'whose agency is by default the authority');
SELECT is(identity.edit_user('a.b-c_d@e9', '{"duty": "district", "district_code": 7302, "first_name": "แก้", "agency": "อำเภอ"}'), 'done', 'and edits duty and scope');
SELECT results_eq($$SELECT duty, first_name, last_name, authority_code, district_code, province_code FROM identity.user_detail('A.b-c_d@e9')$$, $$VALUES ('district', 'แก้', 'มาก', NULL::integer, 7302, 73)$$, 'what the form does not have stays');
SELECT throws_ok($$SELECT identity.edit_user('admin', '{"duty": "department"}')$$, 'WF103', 'users cannot change their own duty', 'IS5: administrators too change not their own duty');
SELECT throws_ok($$SELECT identity.edit_user('Admin', '{"agency": "x", "province_code": 73}')$$, 'WF103', 'users cannot change their own agency, province_code', 'nor agency and scope');
SELECT is(identity.edit_user('admin', '{"first_name": "ตน"}'), 'done', 'but their own names');
SELECT throws_ok($$SELECT identity.edit_user('nobody', '{}')$$, 'WF104', NULL, 'an unknown user is not edited');
SELECT throws_ok($$SELECT identity.edit_user('dla', '{"user_name": "other"}')$$, 'WF008', NULL, 'nor renamed');
SELECT throws_ok($$SELECT identity.edit_user('dla', '{"email": " "}')$$, 'WF010', NULL, 'nor robbed of the e-mail');
SELECT throws_ok($$SELECT identity.edit_user('dla', '{"province_code": 73}')$$, 'WF10B', NULL, 'nor given a scope that the duty has not');
SELECT pg_temp.act_as('dla') \g /dev/null
SELECT throws_ok($$SELECT identity.add_user('{}')$$, '42501', NULL, 'the department adds nobody');

-- IS7, by rows and by counts
SELECT pg_temp.act_as('admin') \g /dev/null
SELECT is(pg_temp.found('sort => ''{user_name}'''), '13: 3500101 5730102 5730102b 6730213 A.b-c_d@e9 admin admin2 cgd chiangmai dla mail mueang nakhonpathom', 'IS7: administrators find all');
SELECT pg_temp.act_as('dla') \g /dev/null
SELECT is(pg_temp.found('sort => ''{user_name}'''), '9: 3500101 5730102 5730102b 6730213 A.b-c_d@e9 chiangmai dla mueang nakhonpathom', 'the department itself and what is below');
SELECT is(pg_temp.found('duty => ''administrator'''), '0: ', 'no administrator, asked for by duty');
SELECT throws_ok($$SELECT identity.user_detail('admin')$$, 'WF104', 'there is no user admin in your scope', 'nor by name');
SELECT throws_ok($$SELECT identity.user_detail('nobody')$$, 'WF104', 'there is no user nobody in your scope', 'and the answer is that to an unknown one');
SELECT pg_temp.act_as('nakhonpathom') \g /dev/null
SELECT is(pg_temp.found('sort => ''{user_name}'''), '6: 5730102 5730102b 6730213 A.b-c_d@e9 mueang nakhonpathom', 'a province itself and what lies in it');
SELECT is(pg_temp.found('province_code => 50'), '0: ', 'nothing of another province');
SELECT is(pg_temp.found('authority_code => 3500101'), '0: ', 'nor of its authorities');
SELECT throws_ok($$SELECT identity.user_detail('chiangmai')$$, 'WF104', NULL, 'nor its users by name');
SELECT throws_ok($$SELECT identity.user_detail('dla')$$, 'WF104', NULL, 'nor the department''s');
SELECT is((SELECT user_name FROM identity.user_detail('5730102')), '5730102', 'it looks at its own');
SELECT pg_temp.act_as('mueang') \g /dev/null
SELECT throws_ok('SELECT identity.find_users()', '42501', NULL, 'a district finds nobody');
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT throws_ok('SELECT identity.find_users()', '42501', NULL, 'nor does an authority');
SELECT throws_ok('SELECT * FROM identity.user_account', '42501', NULL, 'nor reads the table');
-- filters, alone and together
SELECT pg_temp.act_as('admin') \g /dev/null
SELECT is(pg_temp.found('name => ''ก'''), '1: 5730102b', 'by the beginning of the first name');
SELECT is(pg_temp.found('surname => ''ข'''), '1: 5730102b', 'by that of the surname');
SELECT is(pg_temp.found('name => ''%'''), '0: ', 'a percent sign is a percent sign');
SELECT is(pg_temp.found('name => repeat(''ก'', 100000)'), '0: ', 'a very long name is found nowhere');
SELECT is(pg_temp.found('thai_id => ''3-0000-00004-00-1'''), '1: 5730102b', 'by national ID, as people write it');
SELECT is(pg_temp.found('authority_code => 5730102', 'sort => ''{user_name}'''), '2: 5730102 5730102b', 'by authority');
SELECT is(pg_temp.found('authority_code => 5730102', 'surname => ''ก'''), '1: 5730102', 'by both');
SELECT is(pg_temp.found('district_code => 7301', 'duty => ''district'''), '1: mueang', 'by district and duty');
-- orders: ก before ข, and a leading vowel sorts after its consonant
SELECT is(pg_temp.found('duty => ''local_authority''', 'sort => ''{name}'''), '4: 5730102b 5730102 6730213 3500101', 'IS7: ก–ฮ, as dictionaries sort');
SELECT is(pg_temp.found('duty => ''local_authority''', 'sort => ''{-name}'''), '4: 3500101 6730213 5730102 5730102b', 'IS7: ฮ–ก');
SELECT is(pg_temp.found('duty => ''local_authority''', 'sort => ''{thai_id,-user_name}'''), '4: 5730102 5730102b 6730213 3500101', 'two keys in order');
SELECT is(pg_temp.found('duty => ''local_authority''', 'sort => ''{-thai_id,user_name}'''), '4: 3500101 6730213 5730102b 5730102', 'and the other way');
SELECT throws_ok($$SELECT identity.find_users(sort => '{password_hash}')$$, 'WF011', 'sort: unknown value "password_hash"; known are user_name, -user_name, name, -name, thai_id, -thai_id', 'an unknown key is refused');
SELECT throws_ok($$SELECT identity.find_users(sort => ARRAY['name; DROP TABLE x'])$$, 'WF011', NULL, 'so is an injection');
-- pages
SELECT is(pg_temp.found('sort => ''{user_name}''', 'page => 2', 'page_size => 5'), '13: admin admin2 cgd chiangmai dla', 'IS7: the second page, with the total');
SELECT is((SELECT array_agg(row_number) FROM identity.find_users(page => 3, page_size => 5)), '{11,12,13}', 'rows are numbered through');
SELECT is(pg_temp.found('page => 4', 'page_size => 5'), '0: ', 'after the last page there is nothing');
SELECT throws_ok($$SELECT identity.find_users(page => 0)$$, 'WF10P', NULL, 'there is no page 0');
SELECT throws_ok($$SELECT identity.find_users(page_size => 1001)$$, 'WF10P', NULL, 'nor one of 1001 rows');
-- columns, in Thai
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT pg_temp.sign_in('5730102', 'wrong') FROM generate_series(1, 3) \g /dev/null
SET LOCAL welfare.language = 'th';
SELECT pg_temp.act_as('nakhonpathom') \g /dev/null
SELECT results_eq($$SELECT row_number, user_name, thai_id::text, full_name, authority, district, province, status, total FROM identity.find_users(authority_code => 5730102, sort => '{user_name}')$$,
  $$VALUES (1::bigint, '5730102', '1000000001005', 'เก ก', 'เทศบาลตำบลดอนยายหอม', 'เมืองนครปฐม', 'นครปฐม', 'ถูกล็อก', 2::bigint), (2::bigint, '5730102b', '3000000004001', 'กา ข', 'เทศบาลตำบลดอนยายหอม', 'เมืองนครปฐม', 'นครปฐม', 'พร้อมใช้งาน', 2::bigint)$$,
  'IS7: the columns of the manual');
SET LOCAL welfare.language = 'en';

-- offices
SELECT pg_temp.act_as('admin') \g /dev/null
SELECT is(identity.assign_office('5730102', 'executive', '2026-01-01'), 'done', 'an executive, with no end');
SELECT throws_ok($$SELECT identity.assign_office('5730102b', 'executive', '2027-01-01')$$, 'WF10F', NULL, 'an authority has one at a time');
SELECT is(identity.assign_office('6730213', 'executive', '2026-01-01'), 'done', 'another authority its own');
SELECT is(identity.assign_office('5730102b', 'officer', '2026-01-01', '2026-06-30') || identity.assign_office('5730102b', 'officer', '2026-07-01'), 'donedone', 'an office again, from the day after');
SELECT throws_ok($$SELECT identity.assign_office('5730102b', 'officer', '2026-06-30', '2026-06-30')$$, 'WF10F', NULL, 'not on a day on which it is held');
SELECT throws_ok($$SELECT identity.assign_office('5730102b', 'delegate', '2026-01-01')$$, 'WF10G', NULL, 'a delegate needs the written delegation');
SELECT throws_ok($$SELECT identity.assign_office('5730102b', 'clerk', '2026-01-01', NULL, 'x')$$, 'WF10G', NULL, 'a clerk has none');
SELECT throws_ok($$SELECT identity.assign_office('mueang', 'officer', '2026-01-01')$$, 'WF10E', NULL, 'a district''s user holds no office');
SELECT throws_ok($$SELECT identity.assign_office('5730102', 'officer', '2026-02-01', '2026-01-31')$$, 'WF017', NULL, 'no office ends before it begins');
SELECT throws_ok($$SELECT identity.edit_user('5730102b', '{"authority_code": 6730213}')$$, 'WF10Q', NULL, 'who holds an office does not move');
SELECT is(identity.end_office('5730102b', 'officer', '2026-09-30'), 'done', 'an office ends');
SELECT throws_ok($$SELECT identity.end_office('5730102b', 'officer', '2026-10-01')$$, 'WF10R', NULL, 'once');
SELECT is(identity.edit_user('5730102b', '{"authority_code": 6730213}'), 'done', 'then the user moves');
RESET ROLE;
SELECT results_eq($$SELECT identity.has_office('5730102', 'executive', 5730102, day) FROM unnest('{2025-12-31,2026-01-01,2126-01-01}'::date[]) AS day$$, 'VALUES (false), (true), (true)', 'from the first day on');
SELECT ok(NOT identity.has_office('5730102', 'executive', 6730213) AND NOT identity.has_office('5730102', 'clerk', 5730102) AND NOT identity.has_office('5730102b', 'officer', 5730102, '2026-02-01'),
  'in that authority alone, that office alone, and by who is still there');
SELECT throws_ok($$INSERT INTO identity.office (user_name, office, authority_code, valid) VALUES ('6730213', 'officer', 5730102, '[2026-01-01,)')$$, 'WF10E', NULL, 'no path gives an office in another authority');
SELECT throws_ok($$UPDATE identity.office SET office = 'clerk' WHERE user_name = '6730213'$$, 'WF10F', NULL, 'nor changes more than its end');

-- binding of database roles: what a DBA does
CREATE ROLE tester_tool LOGIN;
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT throws_ok(format('SELECT identity.bind_role(%L, %L)', role_name, user_name), code, NULL, format('%s is not bound to %s', role_name, user_name))
  FROM (VALUES ('postgres', 'admin', 'WF10S'), ('welfare_app', 'admin', 'WF10S'), ('welfare_admin', 'admin', 'WF10S'), ('nobody_such', 'admin', 'WF10S'), ('tester_tool', 'nobody', 'WF104')) AS bad (role_name, user_name, code);
SELECT is(identity.bind_role('tester_tool', 'NAKHONPATHOM') || identity.bind_role('tester_tool', '6730213'), 'donedone', 'a role is bound, and bound anew');
SELECT is((SELECT string_agg(entry, ' ' ORDER BY entry COLLATE "C") FROM pg_db_role_setting, unnest(setconfig) AS entry WHERE setrole = 'tester_tool'::regrole),
  'welfare.authority_code=6730213 welfare.duty=local_authority welfare.principal=6730213', 'it carries the last one''s scope and no other');
SELECT ok(pg_has_role('tester_tool', 'welfare_authority', 'USAGE') AND NOT pg_has_role('tester_tool', 'welfare_province', 'MEMBER'), 'and role');
SELECT is((SELECT string_agg(bound::text, ' ') FROM identity.bound_roles() AS bound), '(tester_tool,6730213,t)', 'bindings are listed');
SELECT identity.edit_user('6730213', '{"first_name": "ก"}'), identity.disable_user('6730213') \g /dev/null
SELECT is((SELECT string_agg(bound::text, ' ') FROM identity.bound_roles() AS bound), '(tester_tool,6730213,f)', 'one that its user has outgrown is told');
SELECT is(identity.unbind_role('tester_tool'), 'done', 'a binding is taken away');
SELECT ok(NOT EXISTS (SELECT FROM identity.bound_roles()) AND NOT pg_has_role('tester_tool', 'welfare_authority', 'MEMBER'), 'settings and role');
SELECT * FROM finish();
ROLLBACK;

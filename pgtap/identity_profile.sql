-- IS3, IS5, IS6: the own profile, changing a password, setting a new one through the secret question.
\ir identity.psql
SELECT plan(126);

CREATE FUNCTION pg_temp.form(more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT '{"title": "นาง", "first_name": "สมหญิง", "last_name": "ใจดี", "thai_id": "1-0000-00001-00-5", "sex": "หญิง", "birth_date": "15/06/2520", "email": "somying@example.go.th",
    "question": "จังหวัดที่ท่านเกิด", "answer": "นครปฐม", "agency_house_number": "๑", "agency_village_number": "2", "agency_building": "", "agency_lane": "3", "agency_road": "เพชรเกษม",
    "agency_subdistrict": "ดอนยายหอม", "agency_district": "เมืองนครปฐม", "agency_province": "นครปฐม", "agency_postcode": "๗๓๐๐๐"}'::jsonb || more $$;
-- The refusal of a form, as SQLSTATE and message; NULL when it is taken.
CREATE FUNCTION pg_temp.form_refusal(form jsonb) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM identity.update_profile(form);
    RETURN NULL;
  EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE || ' ' || SQLERRM;
  END $$;

CREATE TEMP TABLE bad (field text, value jsonb, english text, thai text);
GRANT SELECT ON bad TO PUBLIC;
INSERT INTO bad VALUES
  ('thai_id', '"1000000001006"', 'WF012 thai_id: invalid input syntax', 'WF012 thai_id: รูปแบบของชนิด thai_id ไม่ถูกต้อง'),
  ('thai_id', '"x"', 'WF012 thai_id: ', 'WF012 thai_id: '),
  ('thai_id', '"0000000000000"', 'WF01[23] ', 'WF01[23] '),
  ('birth_date', '"31/02/2520"', 'WF012 birth_date: ', 'WF012 birth_date: '),
  ('birth_date', '"01/11/2569"', 'WF016 birth_date .* lies after today', 'WF016 birth_date .*อยู่หลังวันนี้'),
  ('sex', '"x"', 'WF011 sex: unknown value "x"; known are female', 'WF011 sex: ไม่รู้จักค่า "x"'),
  ('email', '"nobody"', 'WF10U email: "nobody" is not of the right form', 'WF10U email: "nobody" ไม่ถูกรูปแบบ'),
  ('email', '"a@b.c, d@e.com"', 'WF10U email', 'WF10U email'),
  ('question', '"what?"', 'WF011 question: unknown value "what\?"; known are birth_province', 'WF011 question: ไม่รู้จักค่า'),
  ('agency_postcode', '"7300"', 'WF10U agency_postcode: "7300"', 'WF10U agency_postcode: "7300" ไม่ถูกรูปแบบ'),
  ('first_name', to_jsonb(repeat('ก', 101)), 'WF10X first_name has more than 100 characters', 'WF10X first_name ยาวเกิน 100 ตัวอักษร'),
  ('first_name', '["ก"]', 'WF10U first_name: .* is not of the right form', 'WF10U first_name: .*ไม่ถูกรูปแบบ'),
  ('last_name', 'true', 'WF10U last_name', 'WF10U last_name'),
  ('agency_road', to_jsonb(repeat('ก', 101)), 'WF10X agency_road has more than 100 characters', 'WF10X agency_road ยาวเกิน'),
  ('no_such_field', '1', 'WF008 the form has unknown fields: "no_such_field"', 'WF008 แบบฟอร์มมีช่องที่ไม่รู้จัก: "no_such_field"'),
  ('password', '"x"', 'WF008 the form has unknown fields: "password"', 'WF008 แบบฟอร์มมีช่องที่ไม่รู้จัก: "password"');

SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT is(identity.update_profile(pg_temp.form()), 'done', 'IS5: a profile is taken');
SET LOCAL welfare.language = 'th';
SELECT is(identity.update_profile(pg_temp.form()), 'ทำรายการเรียบร้อยแล้ว', 'IS5: in the words of the manual');
SET LOCAL welfare.language = 'en';
SELECT results_eq($$SELECT user_name, duty, title, first_name, last_name, thai_id::text, sex, birth_date::text, email, question, agency_house_number, agency_building, agency_postcode FROM identity.profile()$$,
  $$VALUES ('5730102', 'local_authority', 'นาง', 'สมหญิง', 'ใจดี', '1000000001005', 'female', '1977-06-15', 'somying@example.go.th', 'birth_province', '๑', NULL::text, '73000')$$, 'and shown');
SELECT is((SELECT count(*) FROM (SELECT to_jsonb(profile)::text AS shown FROM identity.profile()) AS own WHERE shown ~ 'นครปฐม.*\$2a|answer|hash'), 0::bigint, 'but for the answer and every hash');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT is((SELECT count(*) FROM identity.user_account WHERE answer_hash ~ 'นครปฐม' OR answer_hash !~ '^\$2a\$04\$'), 0::bigint, 'the answer is stored hashed');
SELECT throws_ok('SELECT identity.profile()', 'WF001', NULL, 'nobody has no profile');
SELECT throws_ok($$SELECT identity.update_profile('{}')$$, 'WF001', NULL, 'nor edits one');

-- what a user may not change, by name
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT is(pg_temp.form_refusal(pg_temp.form(jsonb_build_object(field, 'x'))), 'WF103 users cannot change their own ' || field, 'IS5: ' || field || ' is read-only')
  FROM unnest(ARRAY['user_name', 'duty', 'agency', 'authority_code', 'district_code', 'province_code', 'authority', 'district', 'province']) AS field;
SET LOCAL welfare.language = 'th';
SELECT is(pg_temp.form_refusal('{"duty": "administrator", "province_code": 50}'), 'WF103 ผู้ใช้งานแก้ไข duty, province_code ของตนเองไม่ได้', 'IS5 in Thai');
SET LOCAL welfare.language = 'en';

-- every required field, absent and blank, and those that are not required
SELECT is(pg_temp.form_refusal(pg_temp.form() - field), 'WF010 ' || field || ' is required', field || ' is required')
  FROM unnest(ARRAY['first_name', 'last_name', 'thai_id', 'sex', 'birth_date', 'email', 'question', 'answer', 'agency_house_number', 'agency_subdistrict', 'agency_district', 'agency_province', 'agency_postcode']) AS field;
SELECT is(pg_temp.form_refusal(pg_temp.form() || jsonb_build_object(field, E' \u200B ')), 'WF010 ' || field || ' is required', field || ' is not blank')
  FROM unnest(ARRAY['first_name', 'answer']) AS field;
SELECT is(pg_temp.form_refusal(pg_temp.form() - field), NULL, field || ' is not required')
  FROM unnest(ARRAY['title', 'agency_village_number', 'agency_building', 'agency_lane', 'agency_road']) AS field;
SELECT is(pg_temp.form_refusal('{}'), 'WF010 first_name, last_name, thai_id, sex, birth_date, email, question, answer, agency_house_number, agency_subdistrict, agency_district, agency_province, agency_postcode is required', 'all that are missing are named at once');

-- each field's refusals, in both languages
SELECT matches(pg_temp.form_refusal(pg_temp.form(jsonb_build_object(field, value))), '^' || english, format('%s %s is refused', field, left(value::text, 30))) FROM bad;
SET LOCAL welfare.language = 'th';
SELECT matches(pg_temp.form_refusal(pg_temp.form(jsonb_build_object(field, value))), '^' || thai, format('%s %s is refused in Thai', field, left(value::text, 30))) FROM bad;
SET LOCAL welfare.language = 'en';
SELECT is(pg_temp.form_refusal('[]'), 'WF00A the form must be a JSON object, not array', 'a form is an object');
SELECT is(pg_temp.form_refusal(NULL), 'WF00A the form must be a JSON object, not NULL', 'and is given');
SELECT is(pg_temp.form_refusal(pg_temp.form('{"first_name": "Robert''); DROP TABLE identity.user_account; --", "last_name": "กํา"}')), NULL, 'an injection is a name');
SELECT is((SELECT first_name || ' ' || last_name FROM identity.profile()), 'Robert''); DROP TABLE identity.user_account; -- กำ', 'kept as it is, and Thai in its one spelling');

-- the second lock: plain UPDATE, as the table's owner and as a superuser
SELECT throws_ok($$UPDATE identity.user_account SET first_name = 'x'$$, '42501', NULL, 'AQ: an officer writes no table');
RESET ROLE;
SELECT throws_ok($$UPDATE identity.user_account SET duty = 'department', scope = 'nation', authority_code = NULL, district_code = NULL, province_code = NULL WHERE user_name = '5730102'$$,
  'WF103', NULL, 'IS5: no path changes the own duty');
SELECT throws_ok($$UPDATE identity.user_account SET agency = 'x' WHERE user_name = '5730102'$$, 'WF103', NULL, 'nor the own agency');
SELECT throws_ok($$UPDATE identity.user_account SET user_name = 'other' WHERE user_name = '6730213'$$, 'WF10D', NULL, 'a user name never changes');
SELECT throws_ok($$DELETE FROM identity.user_account WHERE user_name = '6730213'$$, 'WF10D', NULL, 'and no user is deleted');
SELECT throws_ok($$TRUNCATE identity.user_account, identity.office$$, 'WF10D', NULL, 'nor all of them');
SELECT throws_ok($$UPDATE identity.user_account SET authority_code = NULL WHERE user_name = '6730213'$$, '23514', NULL, 'the scope is exactly what the duty needs');
SELECT throws_ok($$UPDATE identity.user_account SET scope = 'district', authority_code = NULL WHERE user_name = '6730213'$$, '23503', NULL, 'and the duty''s own');
SELECT throws_ok($$UPDATE identity.user_account SET password_hash = 'clear text' WHERE user_name = '6730213'$$, '23514', NULL, 'no password is stored in clear');

-- IS6
SELECT pg_temp.act_as('nakhonpathom') \g /dev/null
SELECT throws_ok($$SELECT identity.change_password('right password', 'NakhonPathom', 'NakhonPathom')$$, 'WF107', NULL, 'IS6: the user name is no password, in any case');
RESET ROLE;
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT throws_ok(format('SELECT identity.change_password(%L, %L, %L)', old, new, again), code, NULL, 'IS6: ' || why)
  FROM (VALUES ('right password', '1234567', '1234567', 'WF105', 'seven characters are too few'), ('right password', repeat('x', 73), repeat('x', 73), 'WF106', '73 bytes are too many for bcrypt'),
    ('right password', repeat('ก', 25), repeat('ก', 25), 'WF106', 'so are 25 Thai letters'), ('right password', 'new password', 'new passwore', 'WF108', 'the same twice'),
    ('right password', 'new password', NULL, 'WF108', 'twice'), ('right password', 'right password', 'right password', 'WF109', 'not the old one'), ('right password', '', '', 'WF010', 'one is needed')) AS bad (old, new, again, code, why);
SELECT is(identity.change_password('right password', 'รหัสใหม่', 'รหัสใหม่'), 'the change of password is requested, please confirm it', 'IS6: eight Thai letters are enough');
SELECT throws_ok('SELECT identity.confirm_password()', 'WF10M', NULL, 'QS2: the transaction that asked may not confirm');
SELECT pg_temp.sign_in('5730102') AS kept, pg_temp.sign_in('5730102') AS other \gset
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT is(identity.confirm_password(:'kept'), 'done', 'a later one does');
SELECT throws_ok('SELECT identity.confirm_password()', 'WF10M', NULL, 'once');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT isnt(pg_temp.attached(:'kept'), 'WF102', 'the session that is kept goes on');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT is(pg_temp.attached(:'other'), 'WF102', 'the others are over');
SELECT is(pg_temp.attached(pg_temp.sign_in('5730102')), 'WF100', 'the old password is no good');
SELECT pg_temp.attached(pg_temp.sign_in('5730102', 'รหัสใหม่')) AS answer \gset
SELECT is(:'answer'::text, 'welfare_authority 5730102 local_authority 5730102', 'the new one is');
SELECT throws_ok($$SELECT identity.change_password('รหัสใหม่', 'new password', 'new password')$$, '42501', NULL, 'an app that is nobody changes none') FROM (SELECT set_config('role', 'welfare_app', true)) AS app;
RESET ROLE;
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT identity.change_password('wrong', 'new password', 'new password') \g /dev/null
RESET ROLE; UPDATE identity.password_change SET transaction_id = '3';
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT throws_ok('SELECT identity.confirm_password()', 'WF10L', 'the old password is not right', 'a wrong old password is told then');
SELECT identity.change_password('wrong', 'new password', 'new password'), identity.change_password('wrong', 'new password', 'new password') \g /dev/null
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT is(pg_temp.attached(:'kept'), 'WF102', 'IS2.2: and three of them lock');

-- IS3
SELECT is((SELECT count(DISTINCT identity.request_reset(user_name, question, answer)) FROM (VALUES ('nobody', 'birth_province', 'x'), ('5730102', 'birth_province', 'x'), ('5730102', 'no such', 'นครปฐม'),
  (NULL, NULL, NULL), ('5730102', 'จังหวัดที่ท่านเกิด', E' นครปฐม\u200B'), ('mueang', 'birth_province', '')) AS asked (user_name, question, answer)), 1::bigint, 'IS3: a request is answered the same whatever is wrong');
SELECT results_eq($$SELECT count(*) FILTER (WHERE NOT is_good), count(*) FILTER (WHERE is_good) - (SELECT count(*) FROM identity.user_account) FROM identity.outgoing_mail$$,
  'VALUES (5::bigint, 1::bigint)', 'a mail is queued each time, and is good for the right answer alone; spelling, case and spaces do not matter');
SELECT pg_temp.act_as('mail') \g /dev/null
SELECT results_eq('SELECT email, user_name, full_name FROM identity.take_mail(1)', $$VALUES ('admin@example.go.th', 'admin', 'ทดสอบ ระบบ')$$, 'the portal takes the mails in order');
SELECT is((SELECT count(*) FROM identity.take_mail(0)), 0::bigint, 'as many as it asks for');
SELECT pg_temp.act_as_nobody() \g /dev/null
CREATE TEMP TABLE mail AS SELECT * FROM identity.take_mail();
SELECT results_eq($$SELECT user_name, email FROM mail WHERE mail_number > (SELECT max(mail_number) FROM mail) - 1$$, $$VALUES ('5730102', 'somying@example.go.th')$$, 'the last is to the user who answered right');
SELECT is((SELECT count(*) FROM identity.take_mail()), 0::bigint, 'each once');
SELECT is((SELECT count(*) FROM identity.outgoing_mail WHERE token IS NOT NULL AND is_good), 0::bigint, 'and no code is kept');
SELECT is((SELECT count(*) FROM identity.reset_token JOIN mail ON token_digest = decode(token, 'hex')), 0::bigint, 'codes are stored as digests');
SELECT token AS code FROM mail WHERE user_name = '5730102' ORDER BY mail_number DESC LIMIT 1 \gset
SELECT token AS older FROM mail WHERE user_name = '5730102' ORDER BY mail_number LIMIT 1 \gset
SET LOCAL ROLE welfare_app;
SELECT throws_ok(format('SELECT identity.reset_password(%L, %L, %L)', token, new, again), code, NULL, 'IS3: ' || why)
  FROM (VALUES ('never given', 'new password', 'new password', 'WF10H', 'a code that was never given'), (NULL, 'new password', 'new password', 'WF10H', 'none'), (:'code', '5730102', '5730102', 'WF105', 'too short'),
    (:'code', 'new password', '', 'WF108', 'not the same twice')) AS bad (token, new, again, code, why);
SELECT is(identity.reset_password(:'code', 'newest password', 'newest password'), 'done', 'IS3: a code sets a new password');
SELECT throws_ok(format('SELECT identity.reset_password(%L, %L, %L)', :'code', 'other password', 'other password'), 'WF10H', NULL, 'once');
SELECT throws_ok(format('SELECT identity.reset_password(%L, %L, %L)', :'older', 'other password', 'other password'), 'WF10H', NULL, 'and older ones of the user are void');
SELECT isnt(pg_temp.attached(pg_temp.sign_in('5730102', 'newest password')), 'WF100', 'the locked user signs in with it');
SELECT pg_temp.act_as_nobody() \g /dev/null
-- the code ends, and is no use to who is disabled
SELECT identity.send_reset('mueang'), identity.send_reset('6730213') \g /dev/null
CREATE TEMP TABLE late AS SELECT * FROM identity.take_mail();
SELECT identity.disable_user('6730213') \g /dev/null
UPDATE identity.reset_token SET created_at = '2026-01-01', expires_at = clock_timestamp() WHERE user_number = (SELECT user_number FROM identity.user_account WHERE user_name = 'mueang');
SELECT throws_ok(format('SELECT identity.reset_password(%L, %L, %L)', token, 'new password', 'new password'), 'WF10H', NULL, 'IS3: no code of ' || user_name) FROM late ORDER BY user_name;
-- IS2.2: three wrong answers lock the reset
SELECT identity.request_reset('mueang', 'birth_province', 'x') FROM generate_series(1, 2) \g /dev/null
SELECT isnt((SELECT reset_locked_at FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = 'mueang'), NULL, 'IS2.2: three wrong answers lock the reset');
UPDATE identity.user_account SET answer_hash = identity.answer_hash('ลำปาง', public.gen_salt('bf', 4)) WHERE user_name = 'mueang';
SELECT identity.request_reset('mueang', 'birth_province', 'ลำปาง') \g /dev/null
SELECT is((SELECT count(*) FROM identity.take_mail()), 0::bigint, 'a right one is then no good');
SELECT isnt(pg_temp.attached(pg_temp.sign_in('mueang')), 'WF100', 'signing in goes on');
SELECT pg_temp.act_as('admin') \g /dev/null
SELECT is(identity.unlock_user('MUEANG'), 'done', 'IS3: an administrator unlocks it');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT identity.request_reset('Mueang', 'the province in which you were born', 'ลำปาง') \g /dev/null
SELECT is((SELECT count(*) FROM identity.take_mail()), 1::bigint, 'and the right answer is good again');
SELECT identity.request_reset('mueang', 'birth_province', 'x') FROM generate_series(1, 2) \g /dev/null
SELECT identity.request_reset('mueang', 'birth_province', 'ลำปาง') \g /dev/null
SELECT is((SELECT failed_answers FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = 'mueang'), 0, 'IS2.2: two wrong and one right lock nothing');
SELECT * FROM finish();
ROLLBACK;

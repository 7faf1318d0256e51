-- IS2–IS7, as far as one transaction allows (what login did is told only in another one): written from the specification alone.
\ir ../fixture.psql
\ir ../form.psql
RESET ROLE;
CREATE TEMP TABLE kept (name text, value text);
GRANT ALL ON kept TO PUBLIC;
SELECT no_plan();

CREATE FUNCTION pg_temp.said(call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN EXECUTE call INTO answer; RETURN coalesce(answer, '-'); EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM; END $$;
-- Everything that an error tells.
CREATE FUNCTION pg_temp.told(call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE m text; d text; h text; s text;
  BEGIN EXECUTE call; RETURN 'taken'; EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS s = RETURNED_SQLSTATE, m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT; RETURN concat_ws('|', s, m, d, h); END $$;
-- Acts as what an application is before a user is attached; as an administrator; as a user of an authority.
CREATE FUNCTION pg_temp.app() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_temp.act_as('local_authority', NULL, ''); RESET ROLE; PERFORM set_config('welfare.principal', '', true), set_config('welfare.duty', '', true); SET LOCAL ROLE welfare_app; END $$;
CREATE FUNCTION pg_temp.root() RETURNS void LANGUAGE sql AS $$ SELECT pg_temp.act_as('administrator', NULL, 'root') $$;
CREATE FUNCTION pg_temp.user_form(name text, duty text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('user_name', name, 'duty', duty, 'first_name', 'สมชาย', 'last_name', 'ใจดี', 'email', name || '@example.go.th') || coalesce((SELECT jsonb_object_agg(key, value) FROM unnest(extra) AS form CROSS JOIN LATERAL jsonb_each(form)), '{}') $$;
CREATE FUNCTION pg_temp.add_user(name text, duty text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.said(format('SELECT identity.add_user(%L)', pg_temp.user_form(name, duty, VARIADIC extra))) $$;
-- Takes the mails that wait, as the portal's gateway: 'user:number of mails ...'; their codes are kept.
CREATE FUNCTION pg_temp.mails() RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.act_as('portal', NULL, 'gateway');
    WITH mail AS MATERIALIZED (SELECT * FROM identity.take_mail(1000)), put AS (INSERT INTO kept SELECT user_name, token FROM mail RETURNING name)
      SELECT string_agg(user_name || ':' || n, ' ' ORDER BY user_name COLLATE "C") INTO answer FROM (SELECT user_name, count(*) AS n FROM mail GROUP BY user_name) AS m;
    RETURN coalesce(answer, 'none');
  END $$;
CREATE FUNCTION pg_temp.code(name text) RETURNS text LANGUAGE sql AS $$ SELECT value FROM kept WHERE kept.name = code.name ORDER BY ctid DESC LIMIT 1 $$;
CREATE FUNCTION pg_temp.status(name text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE a text; BEGIN PERFORM pg_temp.root(); SELECT status INTO a FROM identity.user_detail(name); RETURN a; END $$;
CREATE FUNCTION pg_temp.profile_form(VARIADIC extra jsonb[] DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('first_name', 'สมศรี', 'last_name', 'มีสุข', 'thai_id', pg_temp.id(500), 'sex', 'หญิง', 'birth_date', '01/12/2520', 'email', 'somsri@example.go.th', 'question', 'first_pet', 'answer', 'ด่าง',
    'agency_house_number', '1', 'agency_subdistrict', 'ดอนยายหอม', 'agency_district', 'เมืองนครปฐม', 'agency_province', 'นครปฐม', 'agency_postcode', '73000')
    || coalesce((SELECT jsonb_object_agg(key, value) FROM unnest(extra) AS form CROSS JOIN LATERAL jsonb_each(form)), '{}') $$;

-- users -----------------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.root();
SELECT is(pg_temp.add_user('5730102', 'local_authority', '{"authority_code": "5730102"}'), 'done', 'IS7: the 7-digit code is an authority''s first user''s name');
SELECT is(pg_temp.add_user('second', 'local_authority', '{"authority_code": "5730102", "first_name": "กมล", "thai_id": "1000000001005"}'), 'done', 'IS7: an authority has any number of users');
SELECT is(pg_temp.add_user('third', 'local_authority', '{"authority_code": "5730102", "first_name": "เกษม"}'), 'done', 'IS7: any number');
SELECT pg_temp.add_user('kamphaeng', 'local_authority', '{"authority_code": "5730201"}');
SELECT pg_temp.add_user('mueang', 'district', '{"agency": "สำนักงาน", "district_code": "7301"}');
SELECT pg_temp.add_user('nakhon', 'province', '{"agency": "สำนักงาน", "province_code": "73"}');
SELECT pg_temp.add_user('ratchaburi', 'province', '{"agency": "สำนักงาน", "province_code": "70"}');
SELECT pg_temp.add_user('dla', 'department', '{"agency": "กรมส่งเสริมฯ"}');
SELECT pg_temp.add_user('root', 'administrator', '{"agency": "ผู้ดูแล"}');
SELECT pg_temp.add_user('cgd', 'treasury', '{"agency": "กรมบัญชีกลาง"}');
SELECT pg_temp.add_user('dopa', 'civil_registry', '{"agency": "กรมการปกครอง"}');
SELECT pg_temp.add_user('gateway', 'portal', '{"agency": "DGA"}');
SELECT matches(pg_temp.add_user('bad', duty, extra, '{"agency": "สำนักงาน"}'), '^(WF|22|23)', format('IS5: a scope that is not the duty''s is refused: %s %s', duty, extra))
  FROM (VALUES ('local_authority', '{}'::jsonb), ('local_authority', '{"province_code": "73"}'), ('province', '{}'), ('province', '{"authority_code": "5730102"}'), ('department', '{"province_code": "73"}'), ('province', '{"province_code": "99"}'), ('local_authority', '{"authority_code": "5739999"}'), ('king', '{}'), ('district', '{"district_code": "7301", "province_code": "73"}')) AS v (duty, extra);
SELECT matches(pg_temp.add_user('second', 'province', '{"agency": "สำนักงาน", "province_code": "73"}'), '^WF10A', 'IS7: a user name that is taken is refused');
SELECT matches(pg_temp.add_user('SECOND', 'province', '{"agency": "สำนักงาน", "province_code": "73"}'), '^WF10', 'IS7: in capitals too');
SELECT is(pg_temp.mails(), '5730102:1 cgd:1 dla:1 dopa:1 gateway:1 kamphaeng:1 mueang:1 nakhon:1 ratchaburi:1 root:1 second:1 third:1', 'IS3: each new user is mailed a code, once, never a password');
SELECT is(pg_temp.mails(), 'none', 'IS3: and each mail is taken once');
SELECT matches(pg_temp.told('SELECT * FROM identity.take_mail()'), 'taken', 'IS3: the gateway may look again') ;
-- administrators only
SELECT pg_temp.act_as(duty, code, 'nakhon') FROM (VALUES ('province', 73)) AS v (duty, code);
SELECT matches(pg_temp.told(call), '^(42501|WF)', 'IS2.2, IS5: a provincial user is refused ' || left(call, 45))
  FROM unnest(ARRAY[$$SELECT identity.add_user(pg_temp.user_form('x', 'province', '{"province_code": "73"}'))$$, $$SELECT identity.edit_user('second', '{"first_name": "x"}')$$, $$SELECT identity.unlock_user('second')$$, $$SELECT identity.disable_user('second')$$, $$SELECT identity.enable_user('second')$$, $$SELECT identity.send_reset('second')$$, $$SELECT identity.assign_office('second', 'officer', '2026-10-01')$$, $$SELECT * FROM identity.take_mail()$$]) AS call;
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT matches(pg_temp.told(call), '^(42501|WF)', 'IS2.2, IS5: an authority''s user is refused ' || left(call, 45))
  FROM unnest(ARRAY[$$SELECT identity.add_user(pg_temp.user_form('x', 'local_authority', '{"authority_code": "5730102"}'))$$, $$SELECT identity.edit_user('third', '{"first_name": "x"}')$$, $$SELECT identity.edit_user('second', '{"duty": "administrator"}')$$, $$SELECT identity.unlock_user('third')$$, $$SELECT identity.disable_user('third')$$, $$SELECT identity.send_reset('third')$$, $$SELECT * FROM identity.find_users()$$, $$SELECT * FROM identity.user_detail('third')$$, $$SELECT * FROM identity.take_mail()$$, 'SELECT * FROM identity.user_account', 'SELECT * FROM identity.session', 'SELECT * FROM identity.outgoing_mail']) AS call;

-- IS3, IS6: the first password, by the mailed code -------------------------------------------------------------------------------
SELECT pg_temp.app();
SELECT alike(pg_temp.told(format('SELECT identity.reset_password(%L, %L, %L)', coalesce(code, pg_temp.code('second')), password, again)), pattern, 'IS3, IS6: refused: ' || why)
  FROM (VALUES ('no such code', 'Correct-horse-9', 'Correct-horse-9', 'WF10H%', 'a code that was never given'), (NULL, 'Correct-horse-9', 'Correct-horse-8', 'WF108%', 'new and again differ'), (NULL, 'short', 'short', 'WF105%', 'too short'), (NULL, repeat('ก', 25), repeat('ก', 25), 'WF106%', 'more than 72 bytes'), (NULL, '', '', 'WF%', 'nothing')) AS v (code, password, again, pattern, why);
SET LOCAL welfare.language = 'th';
SELECT is(pg_temp.said(format('SELECT identity.reset_password(%L, %L, %L)', pg_temp.code('second'), 'Correct-horse-9', 'Correct-horse-9')), 'ทำรายการเรียบร้อยแล้ว', 'IS3, IS6: a password is set by the code, after refusals too');
SET LOCAL welfare.language = 'en';
SELECT alike(pg_temp.told(format('SELECT identity.reset_password(%L, %L, %L)', pg_temp.code('second'), 'Correct-horse-8', 'Correct-horse-8')), 'WF10H%', 'IS3: the code is one-time');
SELECT pg_temp.said(format('SELECT identity.reset_password(%L, %L, %L)', pg_temp.code(name), 'Correct-horse-9', 'Correct-horse-9')) FROM unnest('{third,5730102,nakhon,mueang,dla,root}'::text[]) AS name;

-- IS2.1: signing in ------------------------------------------------------------------------------------------------------------------
SELECT is((SELECT count(DISTINCT length(pg_temp.said(format('SELECT identity.login(%L, %L)', name, password)))) FROM (VALUES ('second', 'Correct-horse-9'), ('second', 'wrong'), ('nobody', 'wrong'), (repeat('x', 1000), 'y'), ('', '')) AS v (name, password)), 1::bigint, 'IS2.1: login answers alike: right, wrong, unknown');
SELECT is((SELECT count(DISTINCT pg_temp.told(format('SELECT identity.attach(%L)', identity.login(name, password)))) FROM (VALUES ('third', 'Correct-horse-9'), ('third', 'wrong'), ('nobody', 'wrong')) AS v (name, password)), 1::bigint, 'IS2.1: before its transaction is committed, nothing tells right from wrong');
SELECT alike(pg_temp.told(format('SELECT identity.attach(%L)', token)), 'WF102%', 'IS2: a token that was never given is refused: ' || coalesce(token, 'NULL')) FROM unnest('{abc,"",null}'::text[]) AS token;
SET LOCAL welfare.language = 'th';
RESET ROLE;
SELECT is(reference.message_text('WF100'), 'ชื่อผู้ใช้งาน หรือ รหัสผ่าน ไม่ถูกต้อง กรุณาลองอีกครั้ง', 'IS2.1: the message, in the manual''s words');
SELECT is(reference.message_text('WF009'), 'ไม่พบข้อมูล ตามเงื่อนไขที่กำหนด', 'IS7: nothing found, in the manual''s words');
SELECT is(pg_temp.status('third'), 'พร้อมใช้งาน', 'IS7: one wrong password: พร้อมใช้งาน');
SET LOCAL welfare.language = 'en';

-- IS2.2: three in a row lock ------------------------------------------------------------------------------------------------------
SELECT pg_temp.app();
SELECT identity.login('5730102', 'wrong') IS NOT NULL;
SELECT identity.login('5730102', 'wrong') IS NOT NULL;
SELECT is(pg_temp.status('5730102'), 'ready', 'IS2.2: two wrong passwords do not lock');
SELECT pg_temp.app();
SELECT identity.login('5730102', 'Correct-horse-9') IS NOT NULL;
SELECT identity.login('5730102', 'wrong') IS NOT NULL;
SELECT identity.login('5730102', 'wrong') IS NOT NULL;
SELECT is(pg_temp.status('5730102'), 'ready', 'IS2.2: a right one between starts the row anew');
SELECT pg_temp.app();
SELECT identity.login('5730102', 'wrong') IS NOT NULL;
SELECT isnt(pg_temp.status('5730102'), 'ready', 'IS2.2: three in a row lock');
SELECT pg_temp.app();
SELECT identity.login('5730102', 'Correct-horse-9') IS NOT NULL;
SELECT isnt(pg_temp.status('5730102'), 'ready', 'IS2.2: the right password does not unlock');
SELECT is(pg_temp.status('second'), 'ready', 'IS2.2: nobody else is locked');
SELECT pg_temp.root();
SELECT is(pg_temp.said($$SELECT identity.unlock_user('5730102')$$), 'done', 'IS2.2: an administrator unlocks');
SELECT is(pg_temp.status('5730102'), 'ready', 'IS2.2: and the user is ready');
SELECT pg_temp.app();
SELECT identity.login('5730102', 'wrong') IS NOT NULL FROM generate_series(1, 3);
SELECT pg_temp.root();
SELECT identity.send_reset('5730102');
SELECT is(pg_temp.mails(), '5730102:1', 'IS3: who forgot the answer is mailed a code by an administrator');
SELECT pg_temp.app();
SELECT is(pg_temp.said(format('SELECT identity.reset_password(%L, %L, %L)', pg_temp.code('5730102'), 'Another-horse-9', 'Another-horse-9')), 'done', 'IS3: locked: the code sets a new password');
SELECT is(pg_temp.status('5730102'), 'ready', 'IS3: and unlocks');

-- IS5: the profile ----------------------------------------------------------------------------------------------------------------
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT alike(pg_temp.told(format('SELECT identity.update_profile(%L)', pg_temp.profile_form() - field)), 'WF010%' || field || '%', 'IS5: ' || field || ' is required, and named')
  FROM unnest('{first_name,last_name,thai_id,sex,birth_date,email,question,answer,agency_house_number,agency_subdistrict,agency_district,agency_province,agency_postcode}'::text[]) AS field;
SELECT alike(pg_temp.told(format('SELECT identity.update_profile(%L)', pg_temp.profile_form(jsonb_build_object(field, value)))), 'WF103%', 'IS5: ' || field || ' is read-only for the user')
  FROM (VALUES ('user_name', 'x'), ('duty', 'administrator'), ('authority_code', '5730201'), ('district_code', '7302'), ('province_code', '70')) AS v (field, value);
SELECT matches(pg_temp.told(format('SELECT identity.update_profile(%L)', pg_temp.profile_form(jsonb_build_object(field, value)))), '^WF', format('IS5: a wrong %s is refused: %s', field, left(value, 20)))
  FROM (VALUES ('thai_id', '1000000001006'), ('thai_id', '0000000000001'), ('sex', 'x'), ('birth_date', '31/02/2520'), ('email', 'no mail'), ('question', 'no such'), ('agency_postcode', '1'), ('colour', 'red'), ('first_name', repeat('ก', 10000)), ('password', 'x'), ('birth_date', '01/12/2600')) AS v (field, value);
SET LOCAL welfare.language = 'th';
SELECT is(pg_temp.said(format('SELECT identity.update_profile(%L)', pg_temp.profile_form())), 'ทำรายการเรียบร้อยแล้ว', 'IS5: the whole profile is taken, and answered so');
SET LOCAL welfare.language = 'en';
SELECT is((SELECT concat_ws(' ', user_name, duty, authority_code, first_name, last_name, thai_id, sex, birth_date, email, question) FROM identity.profile()), concat_ws(' ', 'second local_authority 5730102 สมศรี มีสุข', pg_temp.id(500), 'female 1977-12-01 somsri@example.go.th first_pet'), 'IS5: and is what the profile shows');
SELECT unalike((SELECT profile::text FROM identity.profile() AS profile), '%ด่าง%', 'IS5: the answer is shown to nobody: not to oneself');
SELECT pg_temp.root();
SELECT unalike((SELECT u::text FROM identity.user_detail('second') AS u), '%ด่าง%', 'IS5: not to an administrator');
SELECT unalike((SELECT string_agg(t::text, '') FROM audit.trail(recorded_from => now() - interval '1 hour', page_size => 1000) AS t), '%' || secret || '%', 'IS5: and the audit keeps no ' || what) FROM (VALUES ('ด่าง', 'answer'), ('Correct-horse-9', 'password'), (pg_temp.code('second'), 'code')) AS v (secret, what);
RESET ROLE;
CREATE FUNCTION pg_temp.lies_in(secret text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE r record; hit boolean; answer text;
  BEGIN
    FOR r IN SELECT c.oid::regclass AS relation FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = relnamespace WHERE relkind = 'r' AND nspname IN ('identity', 'audit', 'reference') LOOP
      EXECUTE format('SELECT EXISTS (SELECT FROM %s AS t WHERE strpos(t::text, $1) > 0)', r.relation) INTO hit USING secret;
      IF hit THEN answer := concat_ws(' ', answer, r.relation); END IF;
    END LOOP;
    RETURN answer;
  END $$;
SELECT is(pg_temp.lies_in(secret), NULL, 'IS5, QS2: stored nowhere as it is: the ' || what) FROM (VALUES ('ด่าง', 'answer'), ('Correct-horse-9', 'password'), ('Another-horse-9', 'reset password'), (pg_temp.code('second'), 'used code'), (pg_temp.code('kamphaeng'), 'unused code, once taken')) AS v (secret, what);
SELECT pg_temp.root();
SELECT alike(pg_temp.told($$SELECT identity.edit_user('root', '{"duty": "department"}')$$), 'WF103%', 'IS5: not even an administrator changes the own duty');
SELECT is(pg_temp.said($$SELECT identity.edit_user('third', '{"authority_code": "5730201"}')$$), 'done', 'IS5: an administrator changes another''s authority');
SELECT is((SELECT concat_ws(' ', authority_code, district_code, province_code) FROM identity.user_detail('third')), '5730201 7302 73', 'IS5: and with it district and province');
SELECT is(pg_temp.said($$SELECT identity.edit_user('third', '{"authority_code": "5730102"}')$$), 'done', 'IS5: and back');
SELECT matches(pg_temp.told($$SELECT identity.edit_user('third', '{"user_name": "fourth"}')$$), '^WF|taken', 'IS5: a user name changes by an administrator, or never');

-- IS3: forgotten passwords ----------------------------------------------------------------------------------------------------------
SELECT pg_temp.app();
SELECT is((SELECT count(DISTINCT pg_temp.said(format('SELECT identity.request_reset(%L, %L, %L)', name, question, answer))) FROM (VALUES ('second', 'first_pet', 'ด่าง'), ('second', 'first_pet', 'แดง'), ('second', 'first_school', 'ด่าง'), ('nobody', 'first_pet', 'ด่าง'), ('kamphaeng', 'first_pet', 'ด่าง')) AS v (name, question, answer)), 1::bigint, 'IS3: the answer to a request is the same: right, wrong answer, wrong question, unknown user, user without an answer');
SELECT is(pg_temp.mails(), 'second:1', 'IS3: only the right one is mailed a code');
SELECT pg_temp.root();
SELECT is(pg_temp.said($$SELECT identity.unlock_user('second')$$), 'done', 'IS3: (wrong answers forgiven)');
SELECT pg_temp.app();
SELECT identity.request_reset('second', 'first_pet', 'แดง') FROM generate_series(1, 2);
SELECT identity.request_reset('second', 'first_pet', 'ด่าง');
SELECT is(pg_temp.mails(), 'second:1', 'IS2.2: after two wrong answers the right one is taken');
SELECT pg_temp.app();
SELECT identity.request_reset('second', 'first_pet', 'แดง') FROM generate_series(1, 3);
SELECT identity.request_reset('second', 'first_pet', 'ด่าง');
SELECT is(pg_temp.mails(), 'none', 'IS2.2: three wrong answers lock the reset: the right one is in vain');
SELECT is(pg_temp.status('second'), 'ready', 'IS2.2: the reset is locked, not the user');
SELECT is(pg_temp.said($$SELECT identity.unlock_user('second')$$), 'done', 'IS3: an administrator unlocks it');
SELECT pg_temp.app();
SELECT identity.request_reset('second', 'first_pet', 'ด่าง');
SELECT is(pg_temp.mails(), 'second:1', 'IS3: and it works again');
SELECT pg_temp.root();
SELECT identity.disable_user('third');
SELECT isnt(pg_temp.status('third'), 'ready', 'IS7: a disabled user is not ready');
SELECT pg_temp.root();
SELECT identity.enable_user('third');

-- IS4, IS6 -------------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT is((SELECT concat_ws(' ', first_name, last_name, agency, province_code, duty) FROM identity.whoami()), 'สมศรี มีสุข เทศบาลตำบลดอนยายหอม 73 local_authority', 'IS4: whoami: name, agency and province');
SELECT ok((SELECT 'registry.add_beneficiary' = ANY (functions) FROM identity.whoami()), 'IS4: and what they may do');
SELECT ok((SELECT NOT 'identity.add_user' = ANY (functions) FROM identity.whoami()), 'IS4: and not what they may not');
SELECT is((SELECT count(*) FROM identity.whoami() CROSS JOIN LATERAL unnest(functions) AS f WHERE NOT EXISTS (SELECT FROM pg_proc WHERE pronamespace::regnamespace || '.' || proname = f AND has_function_privilege(current_user, oid, 'EXECUTE'))), 0::bigint, 'IS4: every function that is named may be called');
SELECT alike(pg_temp.told(format('SELECT identity.change_password(%L, %L, %L)', old, new, again)), pattern, 'IS6: refused: ' || why)
  FROM (VALUES ('Correct-horse-9', 'Battery-staple-1', 'Battery-staple-2', 'WF108%', 'not the same twice'), ('Correct-horse-9', 'short', 'short', 'WF105%', 'too short'), ('Correct-horse-9', 'Correct-horse-9', 'Correct-horse-9', 'WF109%', 'the old one'), ('Correct-horse-9', repeat('ก', 25), repeat('ก', 25), 'WF106%', 'over 72 bytes')) AS v (old, new, again, pattern, why);
SELECT pg_temp.act_as('province', 73, 'nakhon');
SELECT is((SELECT concat_ws(' ', duty, province_code, authority_code) FROM identity.whoami()), 'province 73', 'IS4: a province''s user');

-- IS7: finding users ------------------------------------------------------------------------------------------------------------------
SELECT is((SELECT string_agg(user_name, ' ' ORDER BY user_name COLLATE "C") FROM identity.find_users(page_size => 100) WHERE user_name <> 'nakhon'), '5730102 kamphaeng mueang second third', 'IS7: a province finds its districts'' and authorities'' users, and nobody else''s');
SELECT is((SELECT max(total) FROM identity.find_users(page_size => 100)), (SELECT count(*) FROM identity.find_users(page_size => 100)), 'IS7: and the total counts the same');
SELECT is(pg_temp.told(format('SELECT * FROM identity.user_detail(%L)', name)), replace(pg_temp.told($$SELECT * FROM identity.user_detail('nobody')$$), 'nobody', name), 'IS7: who is outside the scope is as nobody: ' || name) FROM unnest('{ratchaburi,dla,root,cgd,dopa,gateway}'::text[]) AS name;
SELECT is((SELECT count(*) FROM identity.find_users(province_code => 70)), 0::bigint, 'IS7: asking for another province finds nobody');
SELECT pg_temp.act_as('province', 70, 'ratchaburi');
SELECT is((SELECT count(*) FROM identity.find_users() WHERE user_name <> 'ratchaburi'), 0::bigint, 'IS7: another province finds none of them');
SELECT pg_temp.act_as('department', NULL, 'dla');
SELECT ok((SELECT array_agg(user_name) @> '{nakhon,ratchaburi,mueang,second,third,kamphaeng,5730102}' FROM identity.find_users(page_size => 100)), 'IS7: the department finds provinces, districts and authorities');
SELECT is((SELECT count(*) FROM identity.find_users(page_size => 100) WHERE user_name = 'root'), 0::bigint, 'IS7: "each only below itself": the department finds no administrator');
SELECT pg_temp.act_as('district', 7301, 'mueang');
SELECT matches(pg_temp.told('SELECT * FROM identity.find_users()'), '^(42501|WF007)', 'IS7: a district finds no users');
SELECT pg_temp.root();
SELECT is((SELECT max(total) FROM identity.find_users()), 12::bigint, 'IS7: an administrator finds all twelve');
SELECT is((SELECT string_agg(user_name, ' ' ORDER BY row_number) FROM identity.find_users(name => 'สมศรี', surname => 'มีสุข')), 'second', 'IS7: by name and surname');
SELECT is((SELECT count(*) FROM identity.find_users(name => 'สมศรี', surname => 'ใจดี')), 0::bigint, 'IS7: conditions hold together');
SELECT is((SELECT string_agg(user_name, ' ') FROM identity.find_users(thai_id => pg_temp.id(500)::thai_id)), 'second', 'IS7: by ID');
SELECT is((SELECT max(total) FROM identity.find_users(duty => 'local_authority')), 4::bigint, 'IS7: by duty');
SELECT is((SELECT max(total) FROM identity.find_users(authority_code => 5730102)), 3::bigint, 'IS7: by authority');
SELECT is((SELECT max(total) FROM identity.find_users(district_code => 7301, duty => 'local_authority')), 3::bigint, 'IS7: by district and duty');
SELECT is((SELECT max(total) FROM identity.find_users(province_code => 73)), 6::bigint, 'IS7: by province');
SELECT is((SELECT string_agg(split_part(full_name, ' ', 1), ' ' ORDER BY row_number) FROM identity.find_users(authority_code => 5730102, sort => '{name}')), 'เกษม สมชาย สมศรี', 'IS7, RC10: by name ก–ฮ');
SELECT is((SELECT string_agg(split_part(full_name, ' ', 1), ' ' ORDER BY row_number) FROM identity.find_users(authority_code => 5730102, sort => '{-name}')), 'สมศรี สมชาย เกษม', 'IS7: by name ฮ–ก');
SELECT is((SELECT count(*) FROM identity.find_users(sort => '{name,-thai_id}')), 12::bigint, 'IS7: several keys in order');
SELECT is((SELECT string_agg(row_number || '/' || total, ' ' ORDER BY row_number) FROM identity.find_users(page => 3, page_size => 5)), '11/12 12/12', 'IS7: pages with the total');
SELECT matches(pg_temp.told('SELECT * FROM identity.find_users(' || arguments || ')'), '^(WF|22)', 'IS7: refused: ' || arguments) FROM unnest(ARRAY['page => 0', 'page_size => 0', $$sort => '{shoe_size}'$$]) AS arguments;
SELECT is((SELECT count(*) FROM identity.find_users(name => '%')), 0::bigint, 'IS7: a wildcard is no name');
SELECT unalike((SELECT string_agg(f::text, '') FROM identity.find_users(page_size => 100) AS f), '%$2%', 'IS7: the list holds no hash');
SELECT matches((SELECT string_agg(status, '') FROM identity.find_users('สมศรี')), 'ready', 'IS7: and the status');

-- offices ------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.said($$SELECT identity.assign_office('second', 'officer', '2026-10-01', '2026-12-31')$$), 'done', 'Offices are dated rows: an officer');
SELECT matches(pg_temp.told($$SELECT identity.assign_office('second', 'officer', '2026-12-31')$$), '^WF10F', 'Offices: overlap on the last day is refused');
SELECT is(pg_temp.said($$SELECT identity.assign_office('second', 'officer', '2027-01-01')$$), 'done', 'Offices: the day after it is taken');
SELECT matches(pg_temp.told($$SELECT identity.assign_office('second', 'delegate', '2026-10-01')$$), '^WF10G', 'Offices: a delegate without the written delegation is refused');
SELECT is(pg_temp.said($$SELECT identity.assign_office('second', 'delegate', '2026-10-01', delegation_document => 'คำสั่ง 1/2569')$$), 'done', 'Offices: with it taken');
SELECT matches(pg_temp.told($$SELECT identity.assign_office('nakhon', 'officer', '2026-10-01')$$), '^WF10E', 'Offices: who is no user of an authority holds none');
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT ok((SELECT offices @> '{officer,delegate}' FROM identity.whoami()), 'IS4: whoami names the offices of today');
RESET ROLE;
SELECT matches(coalesce(pg_temp.refusal_of($$DELETE FROM identity.user_account WHERE user_name = 'third'$$), 'taken'), '^WF10D', 'IS7: users are never deleted, by anybody');
SELECT matches(coalesce(pg_temp.refusal_of($$UPDATE identity.user_account SET user_name = 'fifth' WHERE user_name = 'third'$$), 'taken'), '^WF10D', 'IS7: nor renamed');
SELECT * FROM finish();
ROLLBACK;

-- IS2, IS3, QS2: signing in, acting as a user, locking. What needs several transactions is in test/sign_in.t.
\ir identity.psql
SELECT plan(65);

-- IS2.1
SELECT pg_temp.sign_in('5730102') AS good \gset
SELECT is(pg_temp.attached(:'good'), 'welfare_authority 5730102 local_authority 5730102', 'a right password gives the user, the duty, the role and the one scope');
SELECT is(pg_temp.attached(pg_temp.sign_in('5730102', 'wrong')), 'WF100', 'a wrong one is told by attach');
SELECT is(pg_temp.attached(pg_temp.sign_in('nobody')), 'WF100', 'an unknown user alike');
SELECT is(pg_temp.attached(pg_temp.sign_in('5730102zzz')), 'WF100', 'a name that begins like a known one too');
SELECT is(pg_temp.attached(pg_temp.sign_in('zzzz')), 'WF100', 'and one after all known ones');
SELECT is(pg_temp.attached(pg_temp.sign_in(NULL, NULL)), 'WF100', 'and none at all');
SELECT is(pg_temp.attached(pg_temp.sign_in('5730102', '')), 'WF100', 'and an empty password');
SELECT is(pg_temp.attached(pg_temp.sign_in('ADMIN2')), 'welfare_admin admin2 administrator t', 'names are known in any case');
SELECT is(pg_temp.attached(pg_temp.sign_in($$' OR true; --$$, $$' OR '1'='1$$)), 'WF100', 'an injection is a wrong name');
SELECT is(pg_temp.attached(pg_temp.sign_in(repeat('ก', 100000), repeat('x', 1000000))), 'WF100', 'so is a very long one');
SELECT is(pg_temp.attached(NULL), 'WF102', 'no token is no session');
SELECT is(pg_temp.attached('x'), 'WF102', 'nor is one that was never given');
SELECT is(pg_temp.attached(pg_temp.sign_in('dla')), 'welfare_department dla department t', 'the department sees the nation');
SELECT is(pg_temp.attached(pg_temp.sign_in('nakhonpathom')), 'welfare_province nakhonpathom province 73', 'a province sees its own');
SELECT is(pg_temp.attached(pg_temp.sign_in('mueang')), 'welfare_district mueang district 7301', 'a district its own');
SELECT is(pg_temp.attached(pg_temp.sign_in('mail')), 'welfare_portal mail portal', 'the portal nothing');
SET LOCAL ROLE welfare_app;
SET LOCAL welfare.language = 'th';
SELECT throws_ok(format('SELECT identity.attach(%L)', pg_temp.sign_in('nobody')), 'WF100', 'ชื่อผู้ใช้งาน หรือ รหัสผ่าน ไม่ถูกต้อง กรุณาลองอีกครั้ง', 'IS2.1 in Thai');
SET LOCAL welfare.language = 'en';
SELECT throws_ok(format('SELECT identity.attach(%L)', pg_temp.sign_in('nobody')), 'WF100', 'the user name or the password is not right, please try again', 'and in English');

-- a sign-in tells nothing to the transaction that made it
SELECT pg_temp.act_as_nobody() \g /dev/null
SET LOCAL ROLE welfare_app;
SELECT identity.login('5730102', 'right password') AS right, identity.login('5730102', 'wrong') AS wrong \gset
SELECT is(pg_temp.attached(:'right'), 'WF101', 'QS2: the transaction of the sign-in may not use it');
SELECT is(pg_temp.attached(:'wrong'), 'WF101', 'and a wrong one gets the same answer');
SELECT is(length(:'right'), 64, 'a token has 32 bytes');

-- QS2: secrets are stored as digests
SELECT is((SELECT count(*) FROM identity.session WHERE token_digest = decode(:'right', 'hex') OR token_digest = convert_to(:'right', 'UTF8')), 0::bigint, 'no token is stored');
SELECT is((SELECT count(*) FROM identity.session WHERE token_digest = sha256(convert_to(:'right', 'UTF8'))), 1::bigint, 'its digest is');
SELECT is((SELECT count(*) FROM identity.user_account WHERE password_hash !~ '^\$2a\$04\$'), 0::bigint, 'passwords are bcrypt of the policy''s cost');

-- IS2.2: boundaries of the lock
SELECT pg_temp.sign_in('6730213', 'wrong'), pg_temp.sign_in('6730213', 'wrong') \g /dev/null
SELECT is((SELECT locked_at FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = '6730213'), NULL, 'two wrong passwords do not lock');
SELECT is(pg_temp.attached(pg_temp.sign_in('6730213')), 'welfare_authority 6730213 local_authority 6730213', 'a right one after two wrong signs in');
SELECT is((SELECT failed_passwords FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = '6730213'), 0, 'and begins the count anew');
SELECT pg_temp.sign_in('6730213') AS before \gset
SELECT pg_temp.sign_in('6730213', 'wrong'), pg_temp.sign_in('6730213', 'wrong'), pg_temp.sign_in('6730213', 'wrong') \g /dev/null
SELECT isnt((SELECT locked_at FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = '6730213'), NULL, 'three in a row lock');
SELECT is(pg_temp.attached(pg_temp.sign_in('6730213')), 'WF100', 'a right password is then refused as a wrong one is');
SELECT is(pg_temp.attached(:'before'), 'WF102', 'and sessions of before are over');
SELECT is((SELECT failed_passwords FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = '6730213'), 3, 'tries of who is locked count no further');
SELECT is(pg_temp.attached(pg_temp.sign_in('3500101')), 'welfare_authority 3500101 local_authority 3500101', 'another user is not locked');
SELECT pg_temp.sign_in('nobody', 'x'), pg_temp.sign_in('nobody', 'x'), pg_temp.sign_in('nobody', 'x'), pg_temp.sign_in('nobody', 'x') \g /dev/null
SELECT is((SELECT count(*) FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE locked_at IS NOT NULL), 1::bigint, 'nor is one whose name comes after an unknown one''s');
-- IS3: unlocking without the answer
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT throws_ok($$SELECT identity.unlock_user('6730213')$$, '42501', NULL, 'an officer unlocks nobody');
SELECT pg_temp.act_as('admin') \g /dev/null
SELECT is(identity.unlock_user('6730213'), 'done', 'an administrator does');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT is(pg_temp.attached(pg_temp.sign_in('6730213')), 'welfare_authority 6730213 local_authority 6730213', 'and the user signs in');

-- a session ends
SELECT pg_temp.sign_in('3500101') AS ended, pg_temp.sign_in('3500101') AS other \gset
UPDATE identity.session SET created_at = created_at - interval '1 day', expires_at = clock_timestamp() WHERE token_digest = sha256(convert_to(:'ended', 'UTF8'));
SELECT is(pg_temp.attached(:'ended'), 'WF102', 'a session ends when its time is over');
UPDATE identity.session SET expires_at = clock_timestamp() + interval '1 minute' WHERE token_digest = sha256(convert_to(:'ended', 'UTF8'));
SELECT is(pg_temp.attached(:'ended'), 'welfare_authority 3500101 local_authority 3500101', 'and not before');
SET LOCAL ROLE welfare_app;
SELECT is(identity.logout(:'ended'), 'done', 'IS2: signing out');
SELECT is(identity.logout('never given'), 'done', 'answers the same for any token');
SELECT is(pg_temp.attached(:'ended'), 'WF102', 'it ends the session');
SELECT is(pg_temp.attached(:'other'), 'welfare_authority 3500101 local_authority 3500101', 'and no other');
SELECT pg_temp.act_as('admin') \g /dev/null
SELECT is(identity.disable_user('3500101'), 'done', 'an administrator disables a user');
SELECT throws_ok($$SELECT identity.disable_user('admin')$$, 'WF103', NULL, 'and not oneself');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT is(pg_temp.attached(:'other'), 'WF102', 'whose sessions are over');
SELECT is(pg_temp.attached(pg_temp.sign_in('3500101')), 'WF100', 'and who signs in no more');
SELECT identity.enable_user('3500101') \g /dev/null
SELECT is(pg_temp.attached(pg_temp.sign_in('3500101')), 'welfare_authority 3500101 local_authority 3500101', 'until enabled');

-- A, then B, in one transaction: nothing of A is left
SELECT pg_temp.sign_in('admin') AS first, pg_temp.sign_in('nakhonpathom') AS second, pg_temp.sign_in('5730102') AS third, pg_temp.sign_in('mail') AS fourth \gset
SELECT pg_temp.attached(:'first'), pg_temp.attached(:'second') \g /dev/null
SELECT is(pg_temp.attached(:'third'), 'welfare_authority 5730102 local_authority 5730102', 'attaching another user leaves nothing of the one before');
SELECT is(pg_temp.attached(:'fourth'), 'welfare_portal mail portal', 'not even for one with no scope');
-- an app may change to any role it has, and has no more sight for it
SET LOCAL ROLE welfare_app;
SELECT identity.attach(:'third') \g /dev/null
SET LOCAL ROLE welfare_admin;
SELECT throws_ok('SELECT * FROM identity.find_users()', 'WF007', NULL, 'QS1: another role has no sight of users');
SELECT throws_ok($$SELECT identity.add_user('{}')$$, 'WF004', NULL, 'and adds none');
SELECT throws_ok($$SELECT identity.unlock_user('6730213')$$, 'WF004', NULL, 'nor unlocks one');
SET LOCAL ROLE welfare_portal;
SELECT throws_ok('SELECT * FROM identity.take_mail()', 'WF007', NULL, 'nor takes the mail');
SELECT is((SELECT user_name FROM identity.whoami()), '5730102', 'and stays who it was');

-- IS4
SELECT identity.attach(:'third') \g /dev/null
SELECT results_eq('SELECT user_name, duty_name, agency, authority, district, province FROM identity.whoami()',
  $$VALUES ('5730102', 'officer of a local authority', 'เทศบาล', 'เทศบาลตำบลดอนยายหอม', 'Mueang Nakhon Pathom', 'Nakhon Pathom')$$, 'IS4: who is signed in, and where');
SELECT ok((SELECT functions @> '{identity.whoami,registry.begin_import}' AND NOT functions && '{identity.add_user,payment.prepare}' FROM identity.whoami()), 'IS4: and what they may do');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT throws_ok('SELECT * FROM identity.whoami()', 'WF001', NULL, 'nobody signed in is nobody');

-- what sign-in leaves behind is purged, and the lock stays
SELECT pg_temp.sign_in('6730213', 'wrong'), pg_temp.sign_in('6730213', 'wrong'), pg_temp.sign_in('6730213', 'wrong'), pg_temp.sign_in('6730213', 'wrong') \g /dev/null
UPDATE identity.session SET created_at = '2026-01-01', expires_at = '2026-01-02';
UPDATE identity.attempt SET made_at = '2026-01-01';
SELECT cmp_ok(identity.purge_sessions(), '>', 20::bigint, 'what has ended is purged');
SELECT is((SELECT count(*) FROM identity.session) + (SELECT count(*) FROM identity.attempt WHERE NOT counts), 0::bigint, 'to the last row');
SELECT results_eq($$SELECT standing.locked_at, standing.last_login_at FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = '6730213'$$,
  $$VALUES ('2026-01-01'::timestamptz, '2026-01-01'::timestamptz)$$, 'but the lock, and when the user last signed in');
-- the numbers are law-like: dated rows
SELECT throws_ok($$INSERT INTO identity.policy SELECT '[2026-01-01,)', 5, session_lifetime, reset_lifetime, bcrypt_cost, least_password_length, 'test' FROM identity.policy$$, '23P01', NULL, 'one policy holds at a time');
UPDATE identity.policy SET valid = '(,2026-10-01)';
SELECT throws_ok($$SELECT identity.login('admin', 'x')$$, 'WF10J', NULL, 'without one nobody signs in');
INSERT INTO identity.policy SELECT '[2026-10-01,)', 1, '1 minute', reset_lifetime, 5, 20, 'test' FROM identity.policy;
SELECT is(pg_temp.attached(pg_temp.sign_in('cgd')), 'welfare_treasury cgd treasury t', 'under a new one');
SELECT pg_temp.act_as_nobody() \g /dev/null
SELECT pg_temp.sign_in('cgd', 'wrong') \g /dev/null
SELECT is(pg_temp.attached(pg_temp.sign_in('cgd')), 'WF100', 'other numbers hold: one failure locks');
SELECT pg_temp.act_as('nakhonpathom') \g /dev/null
SELECT throws_ok(format('SELECT identity.change_password(%L, %L, %L)', 'right password', new, new), 'WF105', 'the new password needs at least 20 characters', 'and passwords are longer') FROM (VALUES ('nineteen characters')) AS list (new);
SELECT * FROM finish();
ROLLBACK;

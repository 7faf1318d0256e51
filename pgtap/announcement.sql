-- EG8: monthly announcements: numbered, dated, frozen editions of the month's list with masked IDs, and who confirmed in the month.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
UPDATE identity.policy SET bcrypt_cost = 4;
SELECT identity.add_user(jsonb_build_object('user_name', name, 'duty', 'local_authority', 'authority_code', authority, 'first_name', 'ก', 'last_name', 'ข', 'agency', 'ค', 'email', name || '@example.go.th'))
  FROM (VALUES ('nayok', 5730102), ('rong', 5730102), ('officer', 5730102), ('nayok2', 6730213)) AS account (name, authority) \g /dev/null
INSERT INTO identity.office (user_name, office, authority_code, valid, delegation_document) VALUES
  ('nayok', 'executive', 5730102, '[2026-01-01,2026-10-01)', NULL), ('rong', 'delegate', 5730102, '[2026-01-01,)', 'คำสั่ง 1/2569'), ('officer', 'officer', 5730102, '[2026-01-01,)', NULL),
  ('nayok2', 'executive', 6730213, '[2026-01-01,)', NULL);
CREATE FUNCTION pg_temp.entitled(number integer, first_name text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT pg_temp.add(number, VARIADIC jsonb_build_object('first_name', first_name, 'facts',
    '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}') || extra) $$;
-- a list as text: part, position, masked ID, name, baht, day
CREATE FUNCTION pg_temp.list(authority integer, month date, edition integer DEFAULT NULL) RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT string_agg(concat_ws(' ', part, place_in_part, masked_id, person_name, amount::integer, confirmed_on), E'\n') FROM payment.announcement_list(authority, month, edition) $$;
CREATE FUNCTION pg_temp.list_as(duty text, code integer) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.act_as(duty, code);
    RETURN pg_temp.list(5730102, '2026-08-01', 1);
  END $$;

-- 1 and 2 paid, 3 confirmed in August and paid from September, 4 confirmed on 1 September, 5 with AIDS beside it, 6 of another authority
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT pg_temp.entitled(1, 'เอก', '{"top_up": "100"}'), pg_temp.entitled(2, 'กอบ'), pg_temp.entitled(3, 'มานะ', '{"claimed_on": "31/08/2569", "ordered_on": "31/08/2569"}'),
       pg_temp.entitled(4, 'วีระ', '{"claimed_on": "01/09/2569", "ordered_on": "01/09/2569"}'), pg_temp.entitled(5, 'ชูใจ'),
       pg_temp.add(5, '{"first_name": "ชูใจ", "programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'), pg_temp.entitled(7, 'ปิติ', '{"claimed_on": "01/08/2569", "ordered_on": "05/08/2569"}') \g /dev/null
SELECT pg_temp.act_as('local_authority', 6730213) \g /dev/null
SELECT pg_temp.entitled(6, 'อื่น') \g /dev/null
SELECT pg_temp.act_as('local_authority', 5730102, 'nayok') \g /dev/null
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '12', '2026-08-05', '{office}', '2026-08-06')$$), 'WF032%', 'EG8!: a month that is not prepared is not announced');
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT payment.prepare('2026-08-01') \g /dev/null

-- who signs
SELECT pg_temp.act_as('local_authority', 5730102, 'officer') \g /dev/null
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '12', '2026-08-05', '{office}', '2026-08-06')$$), 'WF34A%', 'EG8!: an officer does not sign');
SELECT pg_temp.act_as('local_authority', 5730102, 'nayok2') \g /dev/null
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '12', '2026-08-05', '{office}', '2026-08-06')$$), 'WF34A%', 'EG8!: nor another authority''s executive');
SELECT pg_temp.act_as('local_authority', 5730102, 'nayok') \g /dev/null
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '12', '2026-10-01', '{office}', '2026-10-01')$$), 'WF34A%', 'EG8!: nor who is executive no more');
SELECT alike(pg_temp.refusal_of(format('SELECT payment.announce(%s)', given)), refusal, 'EG8!: refused: ' || given)
  FROM (VALUES ($$'2026-08-01', ' ', '2026-08-05', '{office}', '2026-08-06'$$, 'WF010 number_text%'), ($$'2026-08-01', '12', '2026-08-05', '{}', '2026-08-06'$$, 'WF010 places%'),
               ($$'2026-08-01', '12', '2026-08-05', '{designated_place}', '2026-08-06'$$, 'WF010 place_detail%'), ($$'2026-08-01', '12', NULL, '{office}', '2026-08-06'$$, 'WF010 announced_on%'),
               ($$'2026-08-01', '12', '2026-08-05', '{office}', NULL$$, 'WF010 posted_on%'), ($$'2026-08-02', '12', '2026-08-05', '{office}', '2026-08-06'$$, 'WF034%'), ($$NULL, '12', '2026-08-05', '{office}', '2026-08-06'$$, 'WF034%'),
               ($$'2026-08-01', '12', '2026-07-31', '{office}', '2026-08-06'$$, 'WF017%'), ($$'2026-08-01', '12', '2026-08-05', '{office}', '2026-08-04'$$, 'WF017%'), ($$'2026-08-01', '12', '2026-08-05', '{office}', '2026-10-02'$$, 'WF016%'),
               ($$'2026-08-01', '12', '2026-08-05', '{office}', '2026-08-06', NULL, 'แก้ไข'$$, 'WF34C%')) AS tried (given, refusal);

-- the first edition
SELECT is(payment.announce('2026-08-01', '12', '2026-09-01', '{office,designated_place}', '2026-09-02', 'ศาลากลางหมู่บ้าน'), 1, 'EG8: the executive announces August: edition 1 of the year 2569');
SELECT results_eq($$SELECT announcement_year, edition::integer, number_text, announced_on, places::text, place_detail, posted_on, signed_as::text, entitled, amount::integer, confirmed, is_intact FROM payment.announcements(5730102, '2026-08-01')$$,
  $$VALUES (2569, 1, '12', DATE '2026-09-01', '{office,designated_place}', 'ศาลากลางหมู่บ้าน', DATE '2026-09-02', 'executive', 3::bigint, 2200, 2::bigint, true)$$, 'EG8: numbered, dated, with place and date of posting, and how many');
-- กอบ, ชูใจ, เอก: a vowel written before its consonant sorts after it
SELECT is(pg_temp.list(5730102, '2026-08-01'),
  'entitled 1 ' || welfare.mask_thai_id(pg_temp.id(2)::thai_id) || E' นายกอบ ใจดี 700\nentitled 2 ' || welfare.mask_thai_id(pg_temp.id(5)::thai_id) || E' นายชูใจ ใจดี 700\nentitled 3 ' || welfare.mask_thai_id(pg_temp.id(1)::thai_id)
  || E' นายเอก ใจดี 800\nconfirmed 1 ' || welfare.mask_thai_id(pg_temp.id(7)::thai_id) || E' นายปิติ ใจดี 2026-08-01\nconfirmed 2 ' || welfare.mask_thai_id(pg_temp.id(3)::thai_id) || ' นายมานะ ใจดี 2026-08-31',
  'EG8: names and masked IDs, by name; and who confirmed from the 1st to the 31st');
SELECT unalike(pg_temp.list(5730102, '2026-08-01'), '%วีระ%', 'EG8!: who confirmed on the 1st of the next month is not in it');
SELECT unalike(pg_temp.list(5730102, '2026-08-01'), '%อื่น%', 'EG8!: nor who is paid elsewhere');
SELECT ok(NOT EXISTS (SELECT FROM generate_series(1, 7) AS number WHERE pg_temp.list(5730102, '2026-08-01') LIKE '%' || right(pg_temp.id(number), 6) || '%'), 'EG8!: no ID in full');
SELECT is((SELECT count(*) FROM payment.announcement_list(5730102, '2026-08-01') WHERE person_name ~ 'ชูใจ'), 1::bigint, 'AR2!: who has AIDS beside it stands once, like everybody');

-- frozen; a correction is a new edition
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '13', '2026-09-03', '{office}', '2026-09-03')$$), 'WF34B%12/2569%', 'EG8!: a month is announced once');
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '12', '2026-09-03', '{office}', '2026-09-03', NULL, 'แก้ไข')$$), 'WF34D%', 'EG8!: under a number of its own');
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '13', '2026-08-31', '{office}', '2026-09-03', NULL, 'แก้ไข')$$), 'WF017%', 'EG8!: a correction is not older than what it corrects');
SELECT registry.edit_beneficiary(pg_temp.id(2)::thai_id, '{"first_name": "กบ"}') \g /dev/null
SELECT pg_temp.entitled(8, 'ดวง') \g /dev/null
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT payment.prepare('2026-08-01'), payment.prepare('2026-09-01') \g /dev/null
SELECT pg_temp.act_as('local_authority', 5730102, 'rong') \g /dev/null
SELECT is(payment.announce('2026-08-01', '13', '2026-09-10', '{office,website}', '2026-09-10', NULL, 'เพิ่มผู้มีสิทธิที่ตกหล่น'), 2, 'EG8: a correction is a new edition, signed by the delegate');
SELECT is((SELECT string_agg(concat_ws('/', edition, signed_as, entitled, correction, corrects, is_intact), ' ') FROM payment.announcements(5730102, '2026-08-01')), '2/delegate/4/เพิ่มผู้มีสิทธิที่ตกหล่น/12/2569/t 1/executive/3/t', 'EG8: that says what it corrects and why');
SELECT alike(pg_temp.list(5730102, '2026-08-01'), '%กบ ใจดี%ดวง%', 'EG8: the newest is read');
SELECT alike(pg_temp.list(5730102, '2026-08-01', 1), '%กอบ ใจดี%', 'EG8: the first stays as it was posted');
SELECT unalike(pg_temp.list(5730102, '2026-08-01', 1), '%ดวง%', 'EG8!: and gains nobody');
SELECT is(payment.announce('2026-09-01', '14', '2026-10-01', '{office}', '2026-10-01'), 3, 'EG8: editions of a year are numbered through');
SELECT alike(pg_temp.list(5730102, '2026-09-01'), '%entitled % นายมานะ ใจดี 700%confirmed 1 % นายวีระ ใจดี 2026-09-01', 'EG8: September: who confirmed in August is entitled, who confirmed on the 1st is named');
SELECT pg_temp.act_as('local_authority', 6730213, 'nayok2') \g /dev/null
SELECT is(payment.announce('2026-08-01', '12', '2026-09-01', '{office}', '2026-09-02'), 1, 'EG8: each authority has numbers of its own');
SELECT is((SELECT string_agg(person_name, ' ') FROM payment.announcement_list(6730213, '2026-08-01')), 'นายอื่น ใจดี', 'and its own people');
-- the year of editions is that of the announcement
RESET ROLE;
SELECT set_config('welfare.business_date', '2027-01-05', true) \g /dev/null
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT payment.prepare('2026-12-01') \g /dev/null
SELECT pg_temp.act_as('local_authority', 5730102, 'rong') \g /dev/null
SELECT is(payment.announce('2026-12-01', '12', '2027-01-04', '{office}', '2027-01-04'), 1, 'EG8: they begin anew on 1 January, as do the documents'' numbers');

-- who reads: everybody who is signed in, the portal for the public; each look is recorded
SELECT is(pg_temp.list_as(duty, code), pg_temp.list_as('local_authority', 5730102), 'EG8: read by ' || duty)
  FROM (VALUES ('administrator', NULL::integer), ('department', NULL), ('province', 50), ('district', 7302), ('local_authority', 3730101), ('portal', NULL)) AS reading (duty, code);
SELECT is(pg_temp.act_as(duty)::text || left(pg_temp.refusal_of($$SELECT payment.announcement_list(5730102, '2026-08-01')$$), 5), '42501', 'EG8!: not by ' || duty) FROM unnest(ARRAY['treasury', 'bank']) AS duty;
SELECT pg_temp.act_as('portal') \g /dev/null
SELECT alike(pg_temp.refusal_of($$SELECT payment.announcement_list(5730102, '2026-07-01')$$), 'WF34E%', 'EG8!: a month that was not announced has no list');
SELECT alike(pg_temp.refusal_of($$SELECT payment.announcement_list(5730102, '2026-08-01', 3)$$), 'WF34E%', 'EG8!: nor has an edition of another month');
SELECT alike(pg_temp.refusal_of($$SELECT payment.announce('2026-08-01', '15', '2026-10-01', '{office}', '2026-10-01', NULL, 'x')$$), '42501%', 'EG8!: the portal announces nothing');
RESET ROLE;
SELECT cmp_ok((SELECT count(*) FROM audit.entry WHERE relation = 'payment.announcement_list' AND key ->> 'month' = '2026-08-01'), '>', 10::bigint, 'QS5: looks are recorded');
SET LOCAL client_min_messages = warning;
SELECT alike(pg_temp.refusal_of(statement), refusal, 'EG8!: whatever path is taken: ' || left(statement, 60))
  FROM (VALUES ('UPDATE payment.announcement SET entitled = 4', 'WF064%'), ('DELETE FROM payment.announcement', 'WF064%'), ('TRUNCATE payment.announcement CASCADE', 'WF064%'),
               ('UPDATE payment.announcement_entry SET person_name = ''x''', 'WF064%'), ('DELETE FROM payment.announcement_entry', 'WF064%'), ('TRUNCATE payment.announcement_entry', 'WF064%'),
               (format('INSERT INTO payment.announcement_entry VALUES (%L, 5730102, 2569, 1, ''entitled'', 9, %L, ''x'', 700, NULL)', pg_temp.id(9), welfare.mask_thai_id(pg_temp.id(9)::thai_id)), 'WF34F%'),
               (format('INSERT INTO payment.announcement_entry VALUES (%L, 5730102, 2569, 1, ''entitled'', 9, %L, ''x'', 700, NULL)', pg_temp.id(9), pg_temp.id(9)), '23514%')) AS tried (statement, refusal);
-- what a superuser changes with the triggers off shows
SET LOCAL session_replication_role = replica;
UPDATE payment.announcement_entry SET amount = 1000 WHERE edition = 1 AND authority_code = 5730102 AND announcement_year = 2569 AND part = 'entitled' AND position = 1;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT results_eq($$SELECT edition::integer, is_intact FROM payment.announcements(5730102, '2026-08-01') ORDER BY 1$$, $$VALUES (1, false), (2, true)$$, 'EG8!: what was changed behind the triggers is not what was posted');
SELECT * FROM finish();
ROLLBACK;

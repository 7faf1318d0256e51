-- IS8.1–IS8.6, RC1, RC5, RC10 at entry: written from the specification alone. Every field: what is taken, what is refused, and in which words.
\ir ../fixture.psql
\ir ../form.psql
RESET ROLE;
ALTER TABLE registry.import_row DISABLE TRIGGER whole_form;   -- the forms here are whole, or lack on purpose
CREATE TEMP TABLE told (person integer, said text);
GRANT ALL ON told TO PUBLIC;
SELECT no_plan();

-- Today is another day.
CREATE FUNCTION pg_temp.today(day date) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN RESET ROLE; PERFORM set_config('welfare.business_date', day::text, true); PERFORM pg_temp.act_as('local_authority', 5730102); END $$;
-- What the form of a person is refused with: NULL when it is taken (and undone).
CREATE FUNCTION pg_temp.form_refused(form jsonb) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.refusal_of(format('SELECT registry.add_beneficiary(%L::jsonb)', form)) $$;
CREATE FUNCTION pg_temp.with_form(extra jsonb) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.form_refused(pg_temp.form(900, extra)) $$;
CREATE FUNCTION pg_temp.code(extra jsonb) RETURNS text LANGUAGE sql AS $$ SELECT left(pg_temp.with_form(extra), 5) $$;
CREATE FUNCTION pg_temp.detail(number integer) RETURNS jsonb LANGUAGE sql AS $$ SELECT registry.beneficiary_detail(pg_temp.id(number)::thai_id) $$;
-- What is on record of the person whose form was added, then undone.
CREATE FUNCTION pg_temp.kept(extra jsonb, VARIADIC path text[]) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    BEGIN
      PERFORM registry.add_beneficiary(pg_temp.form(901, extra));
      answer := pg_temp.detail(901) #>> path;
      RAISE EXCEPTION USING ERRCODE = 'XX998';
    EXCEPTION WHEN SQLSTATE 'XX998' THEN RETURN answer;
              WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM;
    END;
  END $$;

-- IS8.1: the entry window --------------------------------------------------------------------------------------------------------
SELECT pg_temp.act_as('administrator');
SELECT lives_ok($$SELECT reference.set_entry_window(2570, 'elderly', '2026-11-01', '2026-11-30', 'คำสั่งทดสอบ')$$, 'IS8.1: an administrator sets the entry window of a fiscal year and programme');
SELECT isnt(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'aids', '2026-09-30', '2026-11-30', 'x')$$), NULL, 'IS8.1: a window that begins before its fiscal year is refused');
SELECT is(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'aids', '2026-10-01', '2027-09-30', 'x')$$), NULL, 'IS8.1: a window of the whole fiscal year is taken');
SELECT isnt(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'aids', '2026-10-01', '2027-10-01', 'x')$$), NULL, 'IS8.1: a window that ends after its fiscal year is refused');
SELECT isnt(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'aids', '2026-12-01', '2026-11-30', 'x')$$), NULL, 'IS8.1: a window that ends before it begins is refused');
SELECT pg_temp.act_as(duty, code) FROM (VALUES ('local_authority', 5730102)) AS who (duty, code);
SELECT isnt(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-10-01', '2026-11-30', 'x')$$), NULL, 'IS9.2: a local authority sets no entry window');
SELECT pg_temp.act_as('province', 73);
SELECT isnt(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-10-01', '2026-11-30', 'x')$$), NULL, 'IS9.2: a province sets no entry window');
SELECT pg_temp.act_as('department');
SELECT isnt(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-10-01', '2026-11-30', 'x')$$), NULL, 'IS9.2: the department sets no entry window: administrators do');

SELECT pg_temp.today('2026-10-31');
SELECT is(pg_temp.code('{}'), 'WF060', 'IS8.1: entry on the day before the window opens is refused');
SELECT matches(pg_temp.with_form('{}'), 'WF060 .*(2026-11-01|1 .*2569).*(2026-11-30|30 .*2569)', 'IS8.1: the refusal names the window''s dates');
SET LOCAL welfare.language = 'th';
SELECT alike(pg_temp.with_form('{}'), 'WF060 %1 พฤศจิกายน 2569%30 พฤศจิกายน 2569%', 'IS8.1, RC10: in Thai too, as Thai dates');
SET LOCAL welfare.language = 'en';
SELECT is(pg_temp.code('{"programme": "disability", "facts": "{disability_card, seeing_disability}"}'), NULL, 'IS8.1: the window is a row per programme: disability stays open while elderly is closed');
SELECT pg_temp.today('2026-11-01');
SELECT is(pg_temp.code('{}'), NULL, 'IS8.1: entry on the first day of the window is taken');
SELECT pg_temp.today('2026-11-30');
SELECT is(pg_temp.code('{}'), NULL, 'IS8.1: entry on the last day of the window is taken');
SELECT pg_temp.add(801);
SELECT pg_temp.add(802);
SELECT pg_temp.add(803);
SELECT pg_temp.add(804);
SELECT pg_temp.add(805);
SELECT pg_temp.today('2026-12-01');
SELECT is(pg_temp.code('{}'), 'WF060', 'IS8.1: entry on the day after the window closed is refused');
SELECT alike(pg_temp.refusal(pg_temp.form(900) || '{"authority_code": "5730102"}'), '%outside the entry window%', 'IS8.1: the window governs imports too');
SELECT is(registry.edit_beneficiary(pg_temp.id(801)::thai_id, '{"telephone": "0811111111"}'), 'done', 'IS8.1: the window does not govern edits');
SELECT is(registry.dispose(pg_temp.id(801)::thai_id, 'died', '2026-11-20'), 'done', 'IS8.1: the window does not govern disposals');
SELECT is(registry.delete_beneficiary(pg_temp.id(802)::thai_id, 'ผิดคน', true), 'done', 'IS8.1: the window does not govern deletions');
SELECT registry.re_enter(pg_temp.id(801)::thai_id, 'elderly', 'จำหน่ายผิด', 'บันทึก 1');
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT is(pg_temp.refusal_of($$SELECT registry.re_enter(pg_temp.id(801)::thai_id, 'elderly', 'จำหน่ายผิด', 'บันทึก 1')$$), NULL, 'IS8.1: the window does not govern the re-entry after a wrong disposal');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT registry.correct_id(pg_temp.id(803)::thai_id, pg_temp.id(813)::thai_id, 'คีย์ผิด', 'สำเนาบัตร');
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT is(pg_temp.refusal_of($$SELECT registry.correct_id(pg_temp.id(803)::thai_id, pg_temp.id(813)::thai_id, 'คีย์ผิด', 'สำเนาบัตร')$$), NULL, 'IS9.6: correct_id works outside any window');
SELECT pg_temp.today('2048-01-15');
SELECT is(pg_temp.code('{"birth_date": "01/12/2510"}'), 'WF061', 'IS8.1: a year and programme without a window is closed');

-- IS8.1: the fiscal year of a window is that of the day of entry
SELECT pg_temp.today('2026-09-30');
SELECT is(pg_temp.code('{}'), NULL, 'IS8.1: 30 September 2569 is entry in fiscal year 2569');
SELECT pg_temp.today('2026-10-01');
SELECT is(pg_temp.code('{}'), 'WF060', 'IS8.1: 1 October 2569 is entry in fiscal year 2570');
SELECT pg_temp.act_as('administrator');
SELECT reference.set_entry_window(2570, 'elderly', '2026-10-01', '2027-09-30', 'คำสั่งทดสอบ');

-- IS8.2: starred fields -----------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-01');
SELECT is(pg_temp.with_form('{}'), NULL, 'IS8.2: the whole form is taken');
SELECT is(registry.add_beneficiary(pg_temp.form(1)), 'done', 'IS8.2: what was taken is answered as done');
SET LOCAL welfare.language = 'th';
SELECT is(registry.add_beneficiary(pg_temp.form(2)), 'ทำรายการเรียบร้อยแล้ว', 'IS8.2: and in Thai by the manual''s words');
SET LOCAL welfare.language = 'en';
SELECT is((SELECT total FROM registry.find_beneficiaries(thai_id => pg_temp.id(1)::thai_id)), 1::bigint, 'IS8.2: and the person is on the list, once');
SELECT alike(pg_temp.form_refused(pg_temp.form(900) - field), 'WF010 %' || field || '%', 'IS8.2, IS8.4–IS8.6: ' || field || ' is required, and named when it is missing')
  FROM unnest('{thai_id,title,first_name,last_name,sex,birth_date,marital_status,income_band,occupation,house_number,subdistrict,district,province,postcode,programme,budget_type,way_of_payment}'::text[]) AS field;
SELECT alike(pg_temp.with_form(jsonb_build_object(field, '   ')), 'WF010 %' || field || '%', 'IS8.2: ' || field || ' of spaces counts as not given')
  FROM unnest('{title,first_name,last_name,occupation,house_number,subdistrict}'::text[]) AS field;
SELECT alike(pg_temp.with_form(jsonb_build_object(field, NULL)), 'WF010 %' || field || '%', 'IS8.2: ' || field || ' of null counts as not given')
  FROM unnest('{title,first_name,last_name,sex,birth_date}'::text[]) AS field;
SELECT alike(pg_temp.with_form('{"favourite_colour": "red"}'), 'WF008 %favourite_colour%', 'IS8.2: an unknown field is refused by name');
SELECT isnt(pg_temp.form_refused('[]'), NULL, 'IS8.2: a form that is no object is refused');
SELECT isnt(pg_temp.form_refused('null'), NULL, 'IS8.2: a form of JSON null is refused');
SELECT isnt(pg_temp.refusal_of('SELECT registry.add_beneficiary(NULL)'), NULL, 'IS8.2: no form at all is refused');
SELECT isnt(pg_temp.with_form('{"first_name": {"a": 1}}'), NULL, 'IS8.2: a name that is an object is refused');

SELECT is(pg_temp.kept(jsonb_build_object('title', given), 'title'), given, 'IS8.2: title ' || given || ' is taken') FROM unnest('{นาย,นาง,นางสาว,พันตำรวจเอก}'::text[]) AS given;
SELECT is(pg_temp.kept(jsonb_build_object('sex', given), 'sex'), wanted, 'IS8.2: sex ' || given) FROM (VALUES ('ชาย', 'male'), ('หญิง', 'female'), ('female', 'female')) AS v (given, wanted);
SELECT is(pg_temp.code('{"sex": "x"}'), 'WF011', 'IS8.2: a sex that is no word for one is refused');
SELECT is(pg_temp.kept(jsonb_build_object('marital_status', given), 'marital_status'), wanted, 'IS8.2: marital status ' || given || ' of the confirmation form')
  FROM (VALUES ('โสด', 'single'), ('สมรส', 'married'), ('หม้าย', 'widowed'), ('หย่าร้าง', 'divorced'), ('แยกกันอยู่', 'separated'), ('อื่นๆ', 'other'), ('อื่น ๆ', 'other'), ('single', 'single'), ('separated', 'separated'), ('other', 'other')) AS v (given, wanted);
SELECT is(pg_temp.code('{"marital_status": "bigamous"}'), 'WF011', 'IS8.2: an unknown marital status is refused');

-- telephone
SELECT is(pg_temp.kept(jsonb_build_object('telephone', given), 'telephone'), wanted, 'IS8.2: telephone ' || given) FROM (VALUES ('034-222-222', '034222222'), ('๐๘๑-๒๓๔-๕๖๗๘', '0812345678'), ('081 234 5678', '0812345678')) AS v (given, wanted);
SELECT is(pg_temp.code(jsonb_build_object('telephone', given)), 'WF06D', 'IS8.2: telephone ' || given || ' is refused') FROM unnest('{03422222,08123456789,call me}'::text[]) AS given;
SELECT is(left(pg_temp.form_refused(pg_temp.form(900) - 'telephone'), 5), 'WF06M', 'IS8.2: no telephone, where the authority has none to fall back on, is refused');
RESET ROLE;
UPDATE reference.local_authority SET telephone = '034111111' WHERE authority_code = 5730102;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(registry.add_beneficiary(pg_temp.form(3) - 'telephone'), 'done', 'IS8.2: no telephone: the authority''s stands in');
SELECT is(pg_temp.detail(3) ->> 'telephone', '034111111', 'IS8.2: and is what the detail shows');
SELECT is(pg_temp.detail(3) ->> 'telephone_is_authoritys', 'true', 'IS8.2: known as the authority''s');
SELECT is(pg_temp.detail(1) ->> 'telephone_is_authoritys', 'false', 'IS8.2: one''s own is known as one''s own');

-- income and occupation
SELECT is(pg_temp.kept(jsonb_build_object('income_band', given), 'income_band'), '1', 'IS8.2: income band as ' || given) FROM unnest(ARRAY['0 - 5,000 บาท', '1']) AS given;
SELECT isnt(pg_temp.code('{"income_band": "99"}'), NULL, 'IS8.2: a band that is not in the table is refused');
SELECT is(pg_temp.code('{"monthly_income": "5000"}'), NULL, 'IS8.2: an exact amount at the band''s upper end is taken');
SELECT is(pg_temp.code('{"monthly_income": "5000.01"}'), 'WF06B', 'IS8.2: an exact amount past the band is refused');
SELECT is(pg_temp.code('{"monthly_income": "0"}'), NULL, 'IS8.2: an income of nothing is taken');
SELECT isnt(pg_temp.code('{"monthly_income": "-1"}'), NULL, 'IS8.2: a negative income is refused');
SELECT isnt(pg_temp.code('{"monthly_income": "many"}'), NULL, 'IS8.2: an income that is no number is refused');
SELECT isnt(pg_temp.code('{"monthly_income": "NaN"}'), NULL, 'IS8.2: an income of NaN is refused');
SELECT is(pg_temp.kept('{"occupation": "ทำนา"}', 'occupation'), 'ทำนา', 'IS8.2: มีอาชีพ with its text is kept');
SELECT is(pg_temp.code('{"occupation": "ไม่มีอาชีพ"}'), NULL, 'IS8.2: ไม่มีอาชีพ is taken');

-- RC5: birth dates with unknown parts --------------------------------------------------------------------------------------------
SELECT is(pg_temp.kept(jsonb_build_object('birth_date', given), 'birth_date'), wanted, 'RC5: birth date ' || given || ' keeps what is unknown, never 1 January')
  FROM (VALUES ('00/00/2490', '1947-XX-XX'), ('1947-XX-XX', '1947-XX-XX'), ('24900000', '1947-XX-XX'), ('00/07/2490', '1947-07-XX'), ('00/00/2480', '00/00/2480'), ('01/01/2490', '1947-01-01'),
               ('01/12/2490', '1947-12-01'), ('1 ธันวาคม 2490', '1947-12-01'), ('๑ ธันวาคม ๒๔๙๐', '1947-12-01'), ('24901201', '1947-12-01'), ('1947-12-01', '1947-12-01')) AS v (given, wanted);
SELECT is(pg_temp.kept('{"birth_date": "15/02/2478"}', 'birth_date'), '1936-02-15', 'RC3: January to March before 2484 is CE y − 542');
SELECT isnt(pg_temp.code(jsonb_build_object('birth_date', given)), NULL, format('RC5, RC3: birth date %s is refused: %s', given, why))
  FROM (VALUES ('1 ธ.ค. 90', 'two-digit year'), ('15/02/2483', 'never existed'), ('15/00/2490', 'a day without a month'), ('1940-XX-XX', 'a CE year before 1941 without a month spans two'), ('31/02/2490', 'no such day'), ('2490-12-01', 'wrong era'), ('01/12/1947', 'wrong era'), ('01/12/2600', 'the future'), ('29/02/2490', 'no leap year'), ('01/01/2400', 'before 2432'), ('yesterday', 'no date')) AS v (given, why);
SELECT is(pg_temp.code('{"birth_date": "29/02/2491"}'), NULL, 'RC3: 29 February of a leap year is taken');

-- IS8.2: the displayed age
SELECT pg_temp.today('2009-12-30');
SELECT is(pg_temp.kept('{"claimed_on": "01/11/2552", "ordered_on": "05/11/2552"}', 'age_shown'), '62', 'IS8.2: figure 20: born 1 Dec 2490, entered 30 Dec 2552: 62');
SELECT is(pg_temp.kept('{"claimed_on": "01/11/2552", "ordered_on": "05/11/2552", "birth_date": "30/09/2491"}', 'age_shown'), '62', 'IS8.2: whose birthday is that 30 September has the age');
SELECT is(pg_temp.kept('{"claimed_on": "01/11/2552", "ordered_on": "05/11/2552", "birth_date": "02/10/2491"}', 'age_shown'), '61', 'IS8.2: whose birthday is 2 October after has not');
SELECT pg_temp.today('2009-09-30');
SELECT is(pg_temp.kept('{"claimed_on": "01/11/2551", "ordered_on": "05/11/2551"}', 'age_shown'), '61', 'IS8.2: entered on 30 September 2552, the year that ends is 2552');
SELECT pg_temp.today('2009-10-01');
SELECT is(pg_temp.kept('{"claimed_on": "01/11/2551", "ordered_on": "05/11/2551"}', 'age_shown'), '62', 'IS8.2: entered on 1 October 2552, it is 2553');
SELECT pg_temp.today('2009-12-30');
SELECT pg_temp.add(4, '{"claimed_on": "01/11/2552", "ordered_on": "05/11/2552"}');
SELECT pg_temp.today('2026-10-01');
SELECT is(pg_temp.detail(4) ->> 'age_shown', '62', 'IS8.2: the displayed age is of the fiscal year of entry, for ever');

-- RC1: the national ID -----------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.with_form(jsonb_build_object('thai_id', given)), NULL, 'RC1: ID as ' || given)
  FROM unnest(ARRAY['1000000001005', '1-0000-00001-00-5', '๑-๐๐๐๐-๐๐๐๐๑-๐๐-๕', '1 0000 00001 00 5', '1-๐๐๐๐-00001-00-๕', '3000000004001', '3000000007000']) AS given;
SELECT is(left(pg_temp.with_form(jsonb_build_object('thai_id', given)), 5), 'WF012', 'RC1: ID ' || given || ' is refused: ' || why)
  FROM (VALUES ('1000000001006', 'check digit'), ('100000000100', '12 digits'), ('10000000010055', '14 digits'), ('1000000001OO5', 'letters'), ('4444444444444', 'the manual''s placeholder'), ('1000000001005; DROP TABLE registry.person', 'not an ID')) AS v (given, why);
SELECT is(left(pg_temp.with_form(jsonb_build_object('thai_id', first || '00000000000' || welfare.thai_id_check_digit(first || '00000000000'))), 5), CASE WHEN first IN ('0', '9') THEN 'WF013' END, 'RC1, DC5: an ID that begins with ' || first)
  FROM unnest('{0,1,2,3,4,5,6,7,8,9}'::text[]) AS first;
SET LOCAL welfare.language = 'th';
SELECT alike(pg_temp.with_form('{"thai_id": "1000000001006"}'), 'WF012 %', 'RC1: a wrong check digit in Thai has the same SQLSTATE');
SELECT ok(pg_temp.with_form('{"thai_id": "1000000001006"}') ~ '[ก-ฮ]', 'RC1: and a Thai message');
SET LOCAL welfare.language = 'en';
-- the third digit is weighted 11, so the check never catches it
SELECT pg_temp.add(5, '{"thai_id": "1000000001005"}');
SELECT is(registry.add_beneficiary(pg_temp.form(6, '{"thai_id": "1010000001005"}')), 'done', 'RC1: an ID that differs in the third digit alone is taken');
SELECT is((SELECT count(*) FROM registry.open_reviews() WHERE '1010000001005'::thai_id IN (national_id, lookalike)), 1::bigint, 'RC1: and reported for review, once');
SELECT is((SELECT count(*) FROM registry.open_reviews()), 1::bigint, 'RC1: IDs that are no lookalikes wait for no review');

-- names: normalised, no injection, no overlong text ------------------------------------------------------------------------------
SELECT is(pg_temp.kept(jsonb_build_object('first_name', given), 'first_name'), wanted, 'RC10: a name is normalised: ' || what)
  FROM (VALUES ('ค' || U&'\0E4D' || 'า', 'ค' || U&'\0E33', 'nikhahit and sara aa'), ('น' || U&'\0E49\0E4D' || 'า', 'น' || U&'\0E49\0E33', 'tone, nikhahit, sara aa'), ('ท' || U&'\0E48\0E35', 'ท' || U&'\0E35\0E48', 'tone before vowel'), ('  สม   ชาย ', 'สม ชาย', 'spaces'), ('สม' || U&'\200B' || 'ชาย', 'สมชาย', 'zero-width space')) AS v (given, wanted, what);
SELECT is(pg_temp.kept(jsonb_build_object('first_name', given), 'first_name'), given, 'IS8.2: a name that looks like SQL is a name, or refused, never executed')
  FROM unnest(ARRAY[$$O'Brien$$, $$x'); DROP TABLE registry.person; --$$, '%', '_', $$\$$]) AS given;
SELECT ok(to_regclass('registry.person') IS NOT NULL, 'IS8.2: and the table stands');
SELECT matches(pg_temp.with_form(jsonb_build_object('first_name', repeat('ก', 100000))), '^WF', 'IS8.2: a name of a hundred thousand letters is refused');
SELECT ok(coalesce(pg_temp.with_form(jsonb_build_object('remark', repeat('ก', 1000000))), 'WF') ~ '^WF', 'IS8.6: a remark of a million letters is taken or refused by a rule, no worse');
SELECT isnt(pg_temp.with_form(jsonb_build_object('thai_id', repeat('1', 1000000))), NULL, 'RC1: an ID of a million digits is refused');
SELECT throws_ok($$SELECT '{"first_name": "a\u0000b"}'::jsonb$$, '22P05', NULL, 'IS8.2: NUL does not even become a form');
SELECT isnt(pg_temp.with_form(jsonb_build_object('first_name', E'สม\nชาย')), '', 'IS8.2: a line break in a name is normalised or refused');
SELECT unalike(pg_temp.kept(jsonb_build_object('first_name', E'สม\u0007ชาย'), 'first_name'), E'%\u0007%', 'IS8.2: a control character is never kept in a name');

-- IS8.3: one authority in the nation ---------------------------------------------------------------------------------------------
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT pg_temp.add(20);
SELECT pg_temp.add(21, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}');
SELECT is(left(pg_temp.form_refused(pg_temp.form(20)), 5), 'WF06S', 'IS8.3: the same programme again at the same authority is refused as recorded (DE15)');
SELECT is(pg_temp.form_refused(pg_temp.form(20, '{"programme": "disability", "facts": "{disability_card, hearing_disability}"}')), NULL, 'AR3: another programme at the same authority is taken');
SELECT pg_temp.act_as('local_authority', 5730201);
SELECT alike(pg_temp.form_refused(pg_temp.form(20, extra)), 'WF020 %เทศบาลตำบลดอนยายหอม%', 'IS8.3: any programme at another authority is refused, naming the holder')
  FROM unnest(ARRAY['{}', '{"programme": "disability", "facts": "{disability_card, hearing_disability}"}', '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}']::jsonb[]) AS extra;
SELECT is(pg_temp.form_refused(pg_temp.form(21, extra)), pg_temp.form_refused(pg_temp.form(20, extra)), 'IS8.3, AR2: the answer does not tell which programme is held')
  FROM unnest(ARRAY['{}', '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}']::jsonb[]) AS extra;
DO $$
DECLARE m text; d text; h text; c text; n integer;
BEGIN
  FOREACH n IN ARRAY ARRAY[20, 21] LOOP
    BEGIN
      PERFORM registry.add_beneficiary(pg_temp.form(n));
      INSERT INTO told VALUES (n, 'taken');
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT, c = CONSTRAINT_NAME;
      INSERT INTO told VALUES (n, replace(concat_ws('|', m, d, h, c), pg_temp.id(n), 'ID'));
    END;
  END LOOP;
END $$;
SELECT is((SELECT count(DISTINCT said) FROM told), 1::bigint, 'IS8.3: message, DETAIL and HINT are the same whichever programme is held');
SELECT ok((SELECT bool_and(said !~* 'elderly|disab|aids|ผู้สูงอายุ|พิการ|เอดส์|สมชาย|ใจดี') FROM told), 'IS8.3: and name no programme, and nothing of the person');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT registry.dispose(pg_temp.id(20)::thai_id, 'waived', '2026-10-01', programmes => '{elderly}', remark => 'หนังสือสละสิทธิ');
SELECT registry.delete_beneficiary(pg_temp.id(21)::thai_id, 'ผิดคน', true);
SELECT pg_temp.act_as('local_authority', 5730201);
SELECT is(pg_temp.form_refused(pg_temp.form(20, '{"claimed_on": "01/10/2569", "ordered_on": "01/10/2569"}')), NULL, 'IS8.3: a disposed record does not count');
SELECT is(pg_temp.form_refused(pg_temp.form(21, '{"claimed_on": "01/10/2569", "ordered_on": "01/10/2569"}')), NULL, 'IS8.3: a deleted record does not count');
SELECT is(left(pg_temp.form_refused(pg_temp.form(22, '{"authority_code": "5730102"}')), 5), 'WF002', 'IS9.2: another authority than the user''s own is refused');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT pg_temp.add(23);
SELECT registry.suspend(pg_temp.id(23)::thai_id, '{elderly}', '2026-10-01', '1/2569', 'ตรวจสอบ');
SELECT pg_temp.act_as('local_authority', 5730201);
SELECT is(left(pg_temp.form_refused(pg_temp.form(23)), 5), 'WF020', 'IS8.3: a suspended claim is one that lives');
SELECT pg_temp.act_as('local_authority', 5730102);

-- IS8.4: addresses -----------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.kept('{"village_number": "3", "building": "ก", "lane": "วัดใหม่", "road": "เพชรเกษม"}', 'house_register_address', field), wanted, 'IS8.4: ' || field || ' is kept')
  FROM (VALUES ('house_number', '2'), ('village_number', '3'), ('building', 'ก'), ('lane', 'วัดใหม่'), ('road', 'เพชรเกษม'), ('subdistrict', 'ดอนยายหอม'), ('district', 'เมืองนครปฐม'), ('province', 'นครปฐม'), ('postcode', '73000')) AS v (field, wanted);
SELECT is(pg_temp.kept('{}', 'contact_address', 'house_number'), '2', 'IS8.4: without a contact address it is the same');
SELECT is(pg_temp.kept('{"contact_house_number": "9/1", "contact_subdistrict": "สามเสนใน", "contact_district": "พญาไท", "contact_province": "กรุงเทพมหานคร", "contact_postcode": "10400"}', 'contact_address', 'house_number'), '9/1', 'IS8.4: a contact address of its own is kept');
SELECT alike(pg_temp.form_refused(pg_temp.form(900, '{"contact_house_number": "9/1", "contact_subdistrict": "สามเสนใน", "contact_district": "พญาไท", "contact_province": "กรุงเทพมหานคร", "contact_postcode": "10400"}') - field), 'WF010 %' || field || '%', 'IS8.4: a contact address lacks ' || field)
  FROM unnest('{contact_house_number,contact_subdistrict,contact_district,contact_province,contact_postcode}'::text[]) AS field;
SELECT is(pg_temp.code(jsonb_build_object('postcode', given)), 'WF06E', 'IS8.4: postcode ' || given || ' is refused') FROM unnest('{7300,730000,ABCDE}'::text[]) AS given;
SELECT is(pg_temp.code('{"postcode": "๗๓๐๐๐"}'), NULL, 'IS8.4: a postcode in Thai digits is taken');
SELECT is(pg_temp.code('{"province": "เชียงกรุง"}'), 'WF06F', 'IS8.4: a province that is none is refused');
SELECT is(pg_temp.code('{"district": "บ้านแพ้ว"}'), 'WF06G', 'IS8.4: a district of another province is refused');

-- IS8.5: programmes ---------------------------------------------------------------------------------------------------------------
RESET ROLE;
CREATE FUNCTION pg_temp.several(programmes jsonb) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.form_refused((pg_temp.form(900) - 'programme' - 'facts' - 'budget_type') || jsonb_build_object('programmes', programmes)) $$;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.several('[{"programme": "elderly", "budget_type": "specific"}]'), NULL, 'IS8.5: one programme in a list');
SELECT is(pg_temp.several('[{"programme": "elderly", "budget_type": "specific"}, {"programme": "disability", "budget_type": "general", "facts": ["seeing_disability"]}, {"programme": "aids", "budget_type": "own", "facts": ["aids_certified"]}]'), NULL, 'IS8.5: three programmes, each with its budget type');
SELECT isnt(pg_temp.several('[]'), NULL, 'IS8.5: no programme is refused');
SELECT isnt(pg_temp.several('[{"programme": "elderly", "budget_type": "specific"}, {"programme": "elderly", "budget_type": "general"}]'), NULL, 'IS8.5: one programme twice is refused');
SELECT isnt(pg_temp.several('[{"programme": "elderly", "budget_type": "specific"}, {"programme": "disability", "budget_type": "general", "facts": ["seeing_disability"]}, {"programme": "aids", "budget_type": "own", "facts": ["aids_certified"]}, {"programme": "elderly", "budget_type": "own"}]'), NULL, 'IS8.5: four programmes are refused');
SELECT alike(pg_temp.several('[{"programme": "elderly", "budget_type": "specific"}, {"programme": "disability", "facts": ["seeing_disability"]}]'), 'WF010 %budget_type%', 'IS8.5: the budget type is required per programme');
SELECT alike(pg_temp.several('[{"programme": "elderly", "budget_type": "specific", "colour": "red"}]'), 'WF008 %colour%', 'IS8.5: an unknown field of a programme is refused by name');
SELECT is(pg_temp.code(jsonb_build_object('budget_type', given)), NULL, 'IS8.5: budget type ' || given) FROM unnest(ARRAY['general', 'specific', 'own', 'งบทั่วไป', 'งบเฉพาะกิจ', 'งบ อปท. จ่ายเอง']) AS given;
SELECT is(pg_temp.code('{"budget_type": "black"}'), 'WF011', 'IS8.5: an unknown budget type is refused');
SELECT is(pg_temp.code('{"programme": "card"}'), 'WF011', 'IS8.5: an unknown programme is refused');
SELECT is(pg_temp.code(jsonb_build_object('programme', 'disability', 'facts', jsonb_build_array('disability_card', kind || '_disability'))), NULL, 'DR: disability kind ' || kind) FROM unnest('{seeing,hearing,physical,mental,intellectual,multiple,unspecified}'::text[]) AS kind;
SELECT is(pg_temp.code('{"programme": "disability", "facts": "{disability_card}"}'), 'WF06J', 'IS8.5: disability without a kind is refused');
SELECT is(pg_temp.code('{"programme": "disability", "facts": "{disability_card, !seeing_disability}"}'), 'WF06J', 'IS8.5: a kind that is denied is none');
SELECT is(pg_temp.code('{"programme": "disability", "facts": "{seeing_disability, hearing_disability}"}'), NULL, 'IS8.5: two kinds are taken');
SELECT is(pg_temp.code('{"programme": "disability", "facts": "{seeing_disability, unspecified_disability}"}'), 'WF06K', 'IS8.5: unspecified stands alone');
SELECT is(pg_temp.code('{"programme": "aids", "facts": "{poor}"}'), 'WF06L', 'IS8.5: AIDS without the physician''s certification is refused');
SELECT is(pg_temp.code('{"programme": "aids", "facts": "{!aids_certified, poor}"}'), 'WF06L', 'IS8.5: a certification that is denied is none');
SELECT is(pg_temp.code('{"programme": "aids", "facts": "{aids_certified}"}'), NULL, 'IS8.5: AIDS with it is taken');
SELECT isnt(pg_temp.code('{"facts": "{handsome}"}'), NULL, 'IS8.5: a fact that is none is refused');
SELECT unalike(coalesce(pg_temp.kept('{"facts": "{aged_60}", "birth_date": "01/12/2515"}', 'claims', '0', 'facts'), ''), '%aged_60%', 'IS8.5: 60-or-over is computed, never stated');
SELECT is(pg_temp.kept(jsonb_build_object('top_up', given), 'claims', '0', 'top_up'), wanted, 'IS8.5: top-up ' || given) FROM (VALUES ('200', '200.00'), ('0', '0.00'), ('๑๐๐', '100.00'), ('1,000.50', '1000.50')) AS v (given, wanted);
SELECT is(pg_temp.code(jsonb_build_object('top_up', given)), 'WF01A', 'IS8.5: top-up ' || given || ' is refused') FROM unnest('{-1,1.005,much,NaN,Infinity,100000000000}'::text[]) AS given;

-- IS8.6: payment ----------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.code(jsonb_build_object('way_of_payment', way)), NULL, 'EG6.2: ' || way || ' needs no account') FROM unnest('{cash_in_person,cash_to_proxy}'::text[]) AS way;
SELECT is(pg_temp.code(jsonb_build_object('way_of_payment', way)), 'WF024', 'IS8.6: ' || way || ' without an account is refused') FROM unnest('{own_account,proxy_account}'::text[]) AS way;
SELECT is(pg_temp.code('{"way_of_payment": "barter"}'), 'WF011', 'EG6.2: there are four ways to be paid, no fifth');
SELECT is(pg_temp.code(jsonb_build_object('way_of_payment', way, 'bank_code', '006', 'bank_branch', 'นครปฐม', 'account_number', '7010123456', 'account_name', 'สมชาย ใจดี')), NULL, 'IS8.6: ' || way || ' with all of it is taken') FROM unnest('{own_account,proxy_account}'::text[]) AS way;
SELECT is(left(pg_temp.form_refused(pg_temp.form(900, '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "7010123456", "account_name": "สมชาย ใจดี"}') - field), 5), 'WF024', 'IS8.6: a transfer without ' || field || ' is refused')
  FROM unnest('{bank_code,bank_branch,account_number,account_name}'::text[]) AS field;
SELECT is(pg_temp.code(jsonb_build_object('way_of_payment', 'own_account', 'bank_code', '006', 'bank_branch', 'นครปฐม', 'account_name', 'สมชาย ใจดี', 'account_number', given)), wanted, 'IS8.6: account number ' || left(given, 30))
  FROM (VALUES ('7010123456', NULL), ('๗๐๑๐๑๒๓๔๕๖', NULL), ('70101A3456', 'WF01B'), (repeat('1', 21), 'WF01B'), (repeat('1', 20), NULL), ('0', NULL)) AS v (given, wanted);
SELECT is(pg_temp.kept('{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "0010123456", "account_name": "สมชาย ใจดี"}', 'claims', '0', 'account_number'), '0010123456', 'IS8.6: leading zeros of an account number are kept');
SELECT is(pg_temp.code('{"way_of_payment": "own_account", "bank_code": "999", "bank_branch": "นครปฐม", "account_number": "7010123456", "account_name": "สมชาย ใจดี"}'), 'WF01C', 'IS8.6: a bank on no list is refused');
SELECT is(pg_temp.kept('{}', 'claims', '0', 'received_since'), pg_temp.kept('{}', 'claims', '0', 'first_month'), 'IS8.6: received since defaults to the first month to be paid');
SELECT is(pg_temp.kept('{"claimed_on": "15/11/2568", "ordered_on": "16/11/2568", "received_since": "10/2552"}', 'claims', '0', 'received_since'), '2009-10-01', 'IS8.6: keyed earlier it is kept as history');
SELECT is(pg_temp.kept('{"claimed_on": "15/11/2568", "ordered_on": "16/11/2568", "received_since": "10/2552"}', 'claims', '0', 'first_month'), '2025-12-01', 'IS8.6: and makes no month payable');
SELECT is(pg_temp.code('{"claimed_on": "15/11/2568", "ordered_on": "16/11/2568", "received_since": "12/2568"}'), NULL, 'IS8.6: received since the first month itself is taken');
SELECT is(pg_temp.code('{"claimed_on": "15/11/2568", "ordered_on": "16/11/2568", "received_since": "01/2569"}'), 'WF06I', 'IS8.6: received since later than the first month is refused');
SELECT is(pg_temp.code('{"received_since": "13/2568"}'), 'WF06H', 'IS8.6: a month that is none is refused');
SELECT is(pg_temp.kept('{"remark": "มาด้วยตนเอง"}', 'claims', '0', 'remark'), 'มาด้วยตนเอง', 'IS8.6: the remark is kept');

-- RC10: all spellings of a date; order of dates ----------------------------------------------------------------------------------
SELECT is(pg_temp.kept(jsonb_build_object('claimed_on', given, 'ordered_on', '02/10/2568'), 'claims', '0', 'claimed_on'), '2025-10-01', 'RC10: a date typed as ' || given || ' is read')
  FROM unnest(ARRAY['1 ตุลาคม 2568', '๑ ตุลาคม ๒๕๖๘', '1 ต.ค. 68', '01/10/2568', '25681001', '2025-10-01']) AS given;
SELECT isnt(pg_temp.code(jsonb_build_object('claimed_on', given)), NULL, 'RC10, DC3: ' || given || ' is refused') FROM unnest(ARRAY['01/10/2025', '2568-10-01', '32/10/2568', '30/02/2568', 'infinity', 'today', '00/10/2568']) AS given;
SELECT is(pg_temp.code('{"claimed_on": "01/10/2569", "ordered_on": "01/10/2569"}'), NULL, 'EG4.1: a confirmation of today is taken');
SELECT is(pg_temp.code('{"claimed_on": "02/10/2569", "ordered_on": "02/10/2569"}'), 'WF016', 'EG4.1: a confirmation of tomorrow is refused');
SELECT is(pg_temp.code('{"claimed_on": "02/11/2568", "ordered_on": "01/11/2568"}'), 'WF017', 'EG4.1: an order before the confirmation is refused');
-- the first month in law
SELECT is(pg_temp.kept(jsonb_build_object('birth_date', born, 'claimed_on', claimed, 'ordered_on', coalesce(ordered, claimed), 'programme', programme, 'facts', '{seeing_disability, aids_certified}'), 'claims', '0', 'first_month'), first, format('EG4.1, DR7, DE19: %s born %s, claimed %s, ordered %s, is paid from %s', programme, born, claimed, ordered, first))
  FROM (VALUES ('elderly', '01/09/2506', '31/08/2566', NULL, '2023-09-01'), ('elderly', '01/09/2506', '01/09/2566', NULL, '2023-10-01'), ('elderly', '01/09/2506', '30/09/2566', '15/11/2566', '2023-10-01'), ('elderly', '02/09/2506', '31/08/2566', NULL, '2023-10-01'),
               ('elderly', '00/00/2507', '31/08/2566', NULL, '2024-01-01'), ('elderly', '29/02/2507', '31/08/2566', NULL, '2024-03-01'), ('disability', '01/12/2490', '31/01/2569', '15/03/2569', '2026-02-01'), ('disability', '01/12/2490', '01/02/2569', NULL, '2026-03-01'),
               ('aids', '01/12/2490', '31/01/2569', '15/03/2569', '2026-04-01')) AS v (programme, born, claimed, ordered, first);
-- several reasons at once
DO $$
DECLARE m text; d text;
BEGIN
  PERFORM registry.add_beneficiary(pg_temp.form(902, '{"sex": "x", "postcode": "1", "way_of_payment": "barter"}'));
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL;
  INSERT INTO told VALUES (902, concat_ws('|', m, d));
END $$;
SELECT matches((SELECT said FROM told WHERE person = 902), field, 'IS8.2: a form with several faults names ' || field) FROM unnest('{sex,postcode,way_of_payment}'::text[]) AS field;
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(thai_id => pg_temp.id(902)::thai_id)), 0::bigint, 'IS8.2: and leaves nobody on record');

-- import: the legacy reading of unknown birth dates (RC5) ------------------------------------------------------------------------
RESET ROLE;
CREATE FUNCTION pg_temp.legacy(number integer, born text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE opened bigint := registry.begin_import('legacy', true);
  BEGIN
    INSERT INTO registry.import_row (import_id, line_number, thai_id, title, first_name, last_name, sex, birth_date, programme, authority_code, claimed_on, ordered_on, budget_type, way_of_payment, facts,
                                     marital_status, telephone, income_band, occupation, house_number, subdistrict, district, province, postcode)
    VALUES (opened, 2, pg_temp.id(number), 'นาย', 'เก่า', 'แก่', 'male', born, 'elderly', '5730102', '01/11/2550', '05/11/2550', 'general', 'cash_in_person', '{thai_nationality}',
            'โสด', '034222222', '1', 'none', '2', 'ดอนยายหอม', 'เมืองนครปฐม', 'นครปฐม', '73000');
    PERFORM registry.finish_import(opened);
    RETURN coalesce((SELECT reason FROM registry.import_refusals(opened)), pg_temp.detail(number) ->> 'birth_date');
  END $$;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.legacy(30, '01/01/2482'), '00/00/2482', 'RC5: --legacy-unknown-birth reads 1 January 2482 as an unknown day and month');
SELECT is(pg_temp.legacy(31, '01/01/2483'), '00/00/2483', 'RC5: and 1 January 2483, which never was');
SELECT is(pg_temp.legacy(32, '01/01/2484'), '1941-01-01', 'RC5: 1 January 2484 is as given');
SELECT is(pg_temp.legacy(33, '02/02/2484'), '1941-02-02', 'RC5: any other day is as given');
SELECT is((SELECT count(*) FROM registry.open_reviews() WHERE national_id::text IN (pg_temp.id(30), pg_temp.id(31), pg_temp.id(32))), 3::bigint, 'RC5: all three are listed for review');
SELECT is((SELECT count(*) FROM registry.open_reviews() WHERE national_id::text = pg_temp.id(33)), 0::bigint, 'RC5: other days are not');
SELECT is(pg_temp.kept('{"birth_date": "01/01/2482"}', 'birth_date'), '1940-01-01', 'RC5: without the option 1 January 2482 is 1 January, of CE 1940');
SELECT is(pg_temp.refusal(pg_temp.form(910 + number) || '{"authority_code": "5730102"}' || jsonb_build_object(field, value)), NULL, 'IS8: import takes ' || field || ' like the form')
  FROM (VALUES ('occupation', 'ทำนา', 1), ('remark', 'x', 2), ('received_since', '10/2551', 3)) AS v (field, value, number);
SELECT isnt(pg_temp.refusal(pg_temp.form(900) || '{"authority_code": "5730102"}' || jsonb_build_object(field, value)), NULL, 'IS8: import refuses a wrong ' || field || ' like the form')
  FROM (VALUES ('sex', 'x'), ('marital_status', 'x'), ('telephone', '1'), ('income_band', '99'), ('monthly_income', '99999'), ('postcode', '1'), ('province', 'x'), ('district', 'บ้านแพ้ว'), ('received_since', '13/2551'), ('top_up', '-1'), ('contact_house_number', '1'), ('way_of_payment', 'own_account'), ('birth_date', '15/02/2483')) AS v (field, value);
SELECT is(pg_temp.refusal_of($$SELECT pg_temp.import(pg_temp.form(920) || '{"authority_code": "5730102"}' || jsonb_build_object('first_name', repeat('ก', 100000)), pg_temp.form(921) || '{"authority_code": "5730102"}')$$), NULL, 'QR6: one overlong name refuses its row, never the whole import');
SELECT * FROM finish();
ROLLBACK;

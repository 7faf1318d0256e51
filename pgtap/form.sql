-- IS8: every field of the form, taken and refused, in English and in Thai, by add_beneficiary and by import alike.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
-- here nothing is filled in
DROP TRIGGER whole_form ON registry.import_row;

-- taken as typed, stored as meant
CREATE TEMP TABLE taken (number serial, field text, given jsonb, stored text, meaning text);
INSERT INTO taken (field, given, stored, meaning) VALUES
  ('person.thai_id::text', '{}', NULL, 'IS8.2: the national ID'),
  ('person.title', '{"title": "นางสาว"}', 'นางสาว', 'IS8.2: a title of the four'),
  ('person.title', '{"title": "หม่อมราชวงศ์"}', 'หม่อมราชวงศ์', 'IS8.2: another title, as written'),
  ('person.first_name', '{"first_name": " สม  ชาย "}', 'สม ชาย', 'RC10: names are normalised on entry'),
  ('person.first_name', '{"first_name": "น\u0e4d\u0e32"}', 'น' || chr(3635), 'RC10: nikhahit and aa become one'),
  ('person.last_name', '{"last_name": "''; DROP TABLE registry.person; --"}', '''; DROP TABLE registry.person; --', 'QS3: an injection string is a name like any other'),
  ('person.sex::text', '{"sex": "หญิง"}', 'female', 'IS8.2: sex by its Thai word'),
  ('person.birth_date::text', '{"birth_date": "๐๑/๑๒/๒๔๙๐"}', '1947-12-01', 'RC1: Thai digits'),
  ('person.birth_date::text', '{"birth_date": "00/00/2480"}', (SELECT ('00/00/2480'::welfare.birth_date)::text), 'RC5: an unknown day and month stay unknown'),
  ('person.marital_status::text', '{"marital_status": "แยกกันอยู่"}', 'separated', 'IS8.2: marital status'),
  ('person.telephone', '{"telephone": "+66 81 234 5678"}', '0812345678', 'IS8.2: telephone'),
  ('person.telephone', '{"telephone": "๐๓๔๒๒๒๒๒๒"}', '034222222', 'IS8.2: telephone in Thai digits'),
  ('person.income_band::text', '{"income_band": "2"}', '2', 'IS8.2: the band by its number'),
  ('person.monthly_income::text', '{"income_band": 1, "monthly_income": 5000}', '5000.00', 'IS8.2: an exact amount, at the upper end of its band'),
  ('person.monthly_income::text', '{"income_band": 2, "monthly_income": "5,000.01"}', '5000.01', 'and just above it in the next'),
  ('coalesce(person.occupation, ''none'')', '{"occupation": "none"}', 'none', 'IS8.2: no occupation'),
  ('person.occupation', '{"occupation": "ทำนา"}', 'ทำนา', 'IS8.2: an occupation, in words'),
  ('person.house_register_address::text', '{"village_number": "3", "building": "อาคาร ก", "lane": "วัด", "road": "เพชรเกษม", "province": "จังหวัดนครปฐม", "district": "อำเภอเมืองนครปฐม", "subdistrict": "ตำบลดอนยายหอม"}',
     '(2,3,"อาคาร ก",วัด,เพชรเกษม,ดอนยายหอม,เมืองนครปฐม,นครปฐม,73000)', 'IS8.4: the whole address, names bare'),
  ('coalesce(person.contact_address::text, ''same'')', '{}', 'same', 'IS8.4: the contact address is the same'),
  ('(person.contact_address).province', '{"contact_house_number": "9/1", "contact_subdistrict": "สุเทพ", "contact_district": "เมืองเชียงใหม่", "contact_province": "เชียงใหม่", "contact_postcode": "50200"}',
     'เชียงใหม่', 'IS8.4: or another, in a province whose districts are not on record'),
  ('coalesce(person.contact_address::text, ''same'')', '{"contact_house_number": "2", "contact_subdistrict": "ดอนยายหอม", "contact_district": "เมืองนครปฐม", "contact_province": "นครปฐม", "contact_postcode": "73000"}',
     'same', 'IS8.4: the same address written out is the same'),
  ('claim.programme::text', '{"programme": "ผู้สูงอายุ"}', 'elderly', 'IS8.5: the programme by its Thai name'),
  ('claim.facts::text', '{"facts": ["abandoned", "no_supporter"]}', '{abandoned,no_supporter}', 'IS8.5: qualifications as a list'),
  ('claim.facts::text', '{"programme": "disability", "facts": "{unspecified_disability}"}', '{unspecified_disability}', 'IS8.5: unspecified stands alone'),
  ('claim.facts::text', '{"programme": "disability", "facts": "{seeing_disability, hearing_disability}"}', '{seeing_disability,hearing_disability}', 'IS8.5: several kinds'),
  ('claim.sensitive::text', '{"programme": "aids", "facts": "{aids_certified}"}', 'true', 'IS8.5: AIDS, certified by a physician'),
  ('claim.claimed_on::text', '{"claimed_on": "1 พ.ย. 51"}', '2008-11-01', 'RC10: day of the confirmation'),
  ('claim.ordered_on::text', '{"ordered_on": "2008-11-01"}', '2008-11-01', 'the order on the same day'),
  ('claim.budget_type::text', '{"budget_type": "งบทั่วไป"}', 'general', 'IS8.5: budget type'),
  ('claim.top_up::text', '{"top_up": "50"}', '50.00', 'IS8.5: top-up'),
  ('claim.received_since::text', '{"received_since": "10/2550"}', '2007-10-01', 'IS8.6: received since an earlier month'),
  ('claim.received_since::text', '{}', '2009-04-01', 'IS8.6: by default since the first month that is paid'),
  ('claim.first_month::text', '{"received_since": "10/2550"}', '2009-04-01', 'IS8.6: which makes no earlier month payable'),
  ('claim.way_of_payment::text', '{"way_of_payment": "รับเงินสดด้วยตนเอง"}', 'cash_in_person', 'IS8.6: cash needs no account'),
  ('concat_ws(''/'', claim.bank_code, claim.bank_branch, claim.account_number, claim.account_name)',
     '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "123-4-56789-0", "account_name": "นายสมชาย ใจดี"}',
     '6/นครปฐม/1234567890/นายสมชาย ใจดี', 'IS8.6: a transfer has it all, the number as digits'),
  ('claim.remark', '{"remark": "มารับเงินช้า"}', 'มารับเงินช้า', 'IS8.6: remark');
GRANT SELECT ON taken TO PUBLIC;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(100 + number, given), 'done', meaning || ': taken') FROM taken ORDER BY number;
RESET ROLE;
CREATE FUNCTION pg_temp.stored(number integer, field text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    EXECUTE format('SELECT %s FROM registry.person JOIN registry.claim USING (thai_id) WHERE thai_id = $1', field) INTO answer USING pg_temp.id(number)::welfare.thai_id;
    RETURN answer;
  END $$;
SELECT is(pg_temp.stored(100 + number, field), coalesce(stored, pg_temp.id(100 + number)), meaning) FROM taken ORDER BY number;

-- refused: SQLSTATE, and what it says in both languages
CREATE TEMP TABLE refused (number serial, given jsonb, code text, english text, thai text);
INSERT INTO refused (given, code, english, thai) VALUES
  ('{"thai_id": null}', 'WF010', 'thai_id is required', 'ต้องระบุ thai_id'),
  ('{"thai_id": "4444444444444"}', 'WF012', 'thai_id: %4444444444444%', 'thai_id: %4444444444444%'),
  ('{"thai_id": "9000000001001"}', 'WF013', '%9000000001001%', '%9000000001001%'),
  ('{"title": " "}', 'WF010', 'title is required', 'ต้องระบุ title'),
  ('{"first_name": ""}', 'WF010', 'first_name is required', 'ต้องระบุ first_name'),
  ('{"last_name": null}', 'WF010', 'last_name is required', 'ต้องระบุ last_name'),
  ('{"sex": "หญิงชาย"}', 'WF011', 'sex: unknown value "หญิงชาย"; known are female (หญิง), male (ชาย)', 'sex: ไม่รู้จักค่า "หญิงชาย"%'),
  ('{"birth_date": ""}', 'WF010', 'birth_date is required', 'ต้องระบุ birth_date'),
  ('{"birth_date": "31/02/2490"}', 'WF012', 'birth_date: %31/02/2490%', 'birth_date: %31/02/2490%'),
  ('{"birth_date": "01/01/2483"}', 'WF012', 'birth_date: %', 'birth_date: %'),
  ('{"birth_date": "01/11/2569"}', 'WF017', 'claimed_on 2008-11-01 lies before birth_date 2026-11-01', 'claimed_on 2008-11-01 อยู่ก่อน%'),
  ('{"marital_status": "หมั้น"}', 'WF011', 'marital_status: unknown value "หมั้น"%', 'marital_status: ไม่รู้จักค่า "หมั้น"%'),
  ('{"marital_status": null}', 'WF010', 'marital_status is required', 'ต้องระบุ marital_status'),
  ('{"telephone": "12345678"}', 'WF06D', 'telephone: "12345678" is not a telephone number: 9 or 10 digits', 'telephone: "12345678" ไม่ใช่หมายเลขโทรศัพท์%'),
  ('{"telephone": "01234567890"}', 'WF06D', 'telephone: "01234567890"%', 'telephone: "01234567890"%'),
  ('{"telephone": null}', 'WF06M', 'telephone is required: local authority เทศบาลตำบลดอนยายหอม has none%', '%เทศบาลตำบลดอนยายหอม%telephone'),
  ('{"income_band": null}', 'WF010', 'income_band is required', 'ต้องระบุ income_band'),
  ('{"income_band": "9"}', 'WF011', 'income_band: unknown value "9"; known are 1 (0 - 5,000 บาท)%', 'income_band: ไม่รู้จักค่า "9"%'),
  ('{"monthly_income": "5000.01"}', 'WF06B', 'monthly_income: 5000.01 baht is not in the band 0 - 5,000 บาท', 'monthly_income: 5000.01 บาท ไม่อยู่ในช่วง%'),
  ('{"monthly_income": "-1"}', 'WF06C', 'monthly_income: "-1" is not an amount in baht%', 'monthly_income: "-1" ไม่ใช่จำนวนเงิน%'),
  ('{"occupation": null}', 'WF010', 'occupation is required', 'ต้องระบุ occupation'),
  ('{"house_number": null}', 'WF010', 'house_number is required', 'ต้องระบุ house_number'),
  ('{"subdistrict": ""}', 'WF010', 'subdistrict is required', 'ต้องระบุ subdistrict'),
  ('{"district": null}', 'WF010', 'district is required', 'ต้องระบุ district'),
  ('{"district": "บางรัก"}', 'WF06G', 'district: there is no district "บางรัก" in the province นครปฐม', 'district: ไม่มีอำเภอชื่อ "บางรัก"%'),
  ('{"province": null}', 'WF010', 'province is required', 'ต้องระบุ province'),
  ('{"province": "นครปฐพี"}', 'WF06F', 'province: there is no province "นครปฐพี"', 'province: ไม่มีจังหวัดชื่อ "นครปฐพี"'),
  ('{"postcode": "7300"}', 'WF06E', 'postcode: "7300" is not a postcode: 5 digits', 'postcode: "7300" ไม่ใช่รหัสไปรษณีย์%'),
  ('{"contact_house_number": "9"}', 'WF010', 'contact_subdistrict is required', 'ต้องระบุ contact_subdistrict'),
  ('{"contact_house_number": "9", "contact_subdistrict": "ก", "contact_district": "ข", "contact_province": "เชียงใหม่", "contact_postcode": "ABCDE"}', 'WF06E', 'contact_postcode: "ABCDE"%', 'contact_postcode: "ABCDE"%'),
  ('{"programme": null}', 'WF010', 'programme is required', 'ต้องระบุ programme'),
  ('{"programme": "ว่างงาน"}', 'WF011', 'programme: unknown value "ว่างงาน"%', 'programme: ไม่รู้จักค่า "ว่างงาน"%'),
  ('{"facts": "{poorr}"}', 'WF012', 'facts: %poorr%', 'facts: %poorr%'),
  ('{"programme": "disability"}', 'WF06J', 'at least one kind of disability is required', 'ต้องระบุประเภทความพิการ%'),
  ('{"programme": "disability", "facts": "{unspecified_disability, seeing_disability}"}', 'WF06K', 'unspecified_disability stands alone%', '"ไม่ระบุความพิการ"%'),
  ('{"programme": "aids", "facts": "{poor}"}', 'WF06L', 'a physician''s certification (aids_certified) is required', 'ต้องมีการรับรอง%'),
  ('{"authority_code": "5730103"}', 'WF002', 'local authority 5730103 is outside your scope', 'อปท. 5730103 อยู่นอกขอบเขต%'),
  ('{"authority_code": "5739999"}', 'WF014', 'there is no local authority 5739999 on 2008-11-01', 'ไม่มี อปท. รหัส 5739999%'),
  ('{"claimed_on": "02/10/2569"}', 'WF016', 'claimed_on 2026-10-02 lies after today (2026-10-01)', 'claimed_on 2026-10-02 อยู่หลังวันนี้%'),
  ('{"claimed_on": "1/13/2551"}', 'WF012', 'claimed_on: %', 'claimed_on: %'),
  ('{"ordered_on": "31/10/2551"}', 'WF017', 'ordered_on 2008-10-31 lies before claimed_on 2008-11-01', 'ordered_on 2008-10-31%'),
  ('{"budget_type": "งบลับ"}', 'WF011', 'budget_type: unknown value "งบลับ"%', 'budget_type: ไม่รู้จักค่า%'),
  ('{"budget_type": null}', 'WF010', 'budget_type is required', 'ต้องระบุ budget_type'),
  ('{"top_up": "ห้าสิบ"}', 'WF01A', 'top_up: "ห้าสิบ" is not an amount%', 'top_up: "ห้าสิบ" ไม่ใช่จำนวนเงิน%'),
  ('{"received_since": "13/2552"}', 'WF06H', 'received_since: "13/2552" is not a month%', 'received_since: "13/2552" ไม่ใช่เดือน%'),
  ('{"received_since": "05/2552"}', 'WF06I', 'received_since: 05/2552 lies after the first month that is paid (2009-04)', 'received_since: 05/2552 อยู่หลัง%'),
  ('{"way_of_payment": "เช็ค"}', 'WF011', 'way_of_payment: unknown value "เช็ค"%', 'way_of_payment: ไม่รู้จักค่า%'),
  ('{"way_of_payment": "own_account"}', 'WF024', 'own_account needs bank, branch, account number and account name', 'own_account ต้องมีธนาคาร%'),
  ('{"bank_code": "999"}', 'WF01C', 'bank_code: there is no bank "999"%', 'bank_code: ไม่มีธนาคารรหัส "999"%'),
  ('{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "ก", "account_number": "12AB", "account_name": "ข"}', 'WF01B', 'account_number: "12AB" is not an account number%', 'account_number: "12AB" ไม่ใช่เลขที่บัญชี%'),
  ('{"favourite_colour": "ชมพู", "Title": "นาย"}', 'WF008', 'the form has unknown fields: "Title", "favourite_colour"%', 'แบบฟอร์มมีช่องที่ไม่รู้จัก: "Title", "favourite_colour"%');
GRANT SELECT ON refused TO PUBLIC;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of(format('SELECT pg_temp.add(1, %L)', given)), code || ' ' || english, 'refused: ' || given::text) FROM refused ORDER BY number;
SET LOCAL welfare.language = 'th';
SELECT alike(pg_temp.refusal_of(format('SELECT pg_temp.add(1, %L)', given)), code || ' ' || thai, 'ปฏิเสธ: ' || given::text) FROM refused ORDER BY number;
SET LOCAL welfare.language = 'en';
-- the same checks as the import's
SELECT is((SELECT array_agg(pg_temp.refusal(pg_temp.form(1, '{"authority_code": "5730102"}', given)) LIKE english || '%') FROM refused WHERE code <> 'WF008'),
          (SELECT array_agg(true) FROM refused WHERE code <> 'WF008'), 'an import refuses each with the same first reason');

-- very long, NUL and not UTF-8
SELECT is(pg_temp.add(2, jsonb_build_object('remark', repeat('ก', 2000))), 'done', 'a remark of 2,000 letters is kept');
SELECT alike(pg_temp.refusal_of(format('SELECT pg_temp.add(1, %L)', jsonb_build_object('remark', repeat('ก', 2001)))), 'WF01D remark: longer than 2000 characters', 'one of 2,001 is refused');
SELECT is(pg_temp.refusal_of(format('SELECT pg_temp.add(1, %L)', jsonb_build_object('first_name', repeat('ก', 200)))), NULL, 'a name of 200 letters is taken');
SELECT alike(pg_temp.refusal_of(format('SELECT pg_temp.add(1, %L)', jsonb_build_object(field, repeat('x', 100000)))), code, 'QR6: a very long ' || field || ' is refused by name')
  FROM (VALUES ('first_name', 'WF01D first_name%'), ('last_name', 'WF01D last_name%'), ('title', 'WF01D title%'), ('occupation', 'WF01D occupation%'), ('house_number', 'WF01D address%'),
               ('bank_branch', 'WF01D bank_branch%'), ('account_name', 'WF01D account_name%'), ('thai_id', 'WF012 thai_id%'), ('received_since', 'WF06H%'), ('programme', 'WF011 programme%')) AS long (field, code);
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(1, '{"first_name": "a\u0007b"}')$$), 'WF01E first_name%', 'control characters are refused');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(1, '{"first_name": {"a": 1}}')$$), 'WF071 first_name%', 'a name is no structure');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(1, '{"facts": [1]}')$$), 'WF071 facts%', 'nor are facts numbers');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(1, '{"received_since": "10/2500"}')$$), 'WF06H%', 'a month before any allowance is none');
SELECT alike(pg_temp.refusal_of($$SELECT registry.add_beneficiary('{"first_name": "a\u0000b"}')$$), '22P05%', 'NUL in a form is refused');
SELECT alike(pg_temp.refusal_of($$SELECT registry.add_beneficiary(convert_from('\xff', 'UTF8')::jsonb)$$), '22021%', 'so is what is not UTF-8');
SELECT alike(pg_temp.refusal_of($$SELECT registry.add_beneficiary('[]')$$), 'WF00A%', 'a form is an object');
SELECT alike(pg_temp.refusal_of($$SELECT registry.add_beneficiary(NULL)$$), 'WF00A%', 'and not nothing');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(1, '{"programmes": []}')$$), 'WF010 programmes is required', 'a list of programmes is not empty');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(1, '{"programmes": [{"programme": "elderly", "sex": "male"}]}')$$), 'WF008%"sex"%', 'and has fields of claims only');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(1, '{"programmes": [{"programme": "elderly"}, {"programme": "elderly"}]}')$$), 'WF018%', 'each once');

-- AR3: up to three at once, each its own
SELECT is(pg_temp.add(3, '{"facts": null, "programmes": [{"programme": "elderly", "top_up": 50}, {"programme": "disability", "facts": "{seeing_disability}", "budget_type": "general"},
  {"programme": "aids", "facts": "{aids_certified}"}]}'), 'done', 'AR3: three programmes in one form');
RESET ROLE;
SELECT results_eq(format('SELECT programme::text, budget_type::text, top_up::numeric FROM registry.claim WHERE thai_id = %L ORDER BY claim.programme', pg_temp.id(3)),
  $$VALUES ('elderly', 'specific', 50.00), ('disability', 'general', 0.00), ('aids', 'specific', 0.00)$$, 'AR3: each with its own budget type and top-up');
-- all or nothing
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(4, '{"programmes": [{"programme": "elderly"}, {"programme": "disability"}]}')$$), 'WF06J%', 'one wrong claim refuses the whole form');
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(thai_id => pg_temp.id(4)::welfare.thai_id)), 0::bigint, 'and nothing of it is kept');

-- IS8.2: the authority's telephone stands in
RESET ROLE;
UPDATE reference.local_authority SET telephone = '034999999' WHERE authority_code = 5730102;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(5, '{"telephone": null}'), 'done', 'IS8.2: without a telephone that of the authority stands in');
RESET ROLE;
SELECT is((SELECT telephone || telephone_is_authoritys FROM registry.person WHERE thai_id = pg_temp.id(5)::welfare.thai_id), '034999999true', 'IS8.2: and is marked as such');

-- RC1: a lookalike in the third digit is asked about, not refused
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(6, jsonb_build_object('thai_id', (SELECT alike::text FROM (SELECT (pg_temp.id(5)::bigint + 10000000000)::welfare.thai_id AS alike) AS x))), 'done', 'IS9: a lookalike ID is taken');
SELECT results_eq('SELECT kind::text, lookalike FROM registry.open_reviews()', $$VALUES ('lookalike_id', NULL::welfare.thai_id)$$, 'and waits for review, without the other ID');
SELECT pg_temp.act_as('administrator');
SELECT results_eq('SELECT lookalike FROM registry.open_reviews()', format('VALUES (%L::welfare.thai_id)', pg_temp.id(5)), 'which only an administrator is told');

-- who may
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.add(7)'), '42501%', 'IS9.2: an administrator does not add');
SELECT pg_temp.act_as('province', 73);
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.add(7)'), '42501%', 'IS9.2: nor a province');
RESET ROLE;
SET LOCAL ROLE welfare_authority;
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.add(7)'), 'WF007%', 'QS1: a province that changes its role is still a province');
SELECT * FROM finish();
ROLLBACK;

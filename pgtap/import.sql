-- IS8.2–IS8.6, IS9.2, RC1, DC5: every field has what is taken and what is refused; every refusal says what, which value, what to do.
\ir fixture.psql
SELECT plan(89);
CREATE FUNCTION pg_temp.with(given jsonb) RETURNS jsonb LANGUAGE sql STABLE
  RETURN jsonb_build_object('thai_id', pg_temp.id(1)) || given;
-- a refusal rolls nothing back: each case is tried on a person of its own number, and leaves nothing when refused
CREATE FUNCTION pg_temp.refused(given jsonb, pattern text, description text) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN RETURN tap.alike(coalesce(pg_temp.refusal(pg_temp.with(given)), 'taken'), pattern, description); END $$;
CREATE FUNCTION pg_temp.taken(number integer, given jsonb, description text) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN RETURN tap.is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(number)) || given), NULL, description); END $$;

-- nobody signed in
SET LOCAL ROLE welfare_admin;
SELECT throws_ok($$SELECT registry.begin_import('x')$$, 'WF001', NULL, 'AQ: without a principal nothing is imported');
RESET ROLE;
SELECT pg_temp.become('welfare_admin');

-- thai_id
SELECT pg_temp.refused('{"thai_id": ""}', 'thai_id is required%', 'IS8.2: thai_id is required');
SELECT pg_temp.refused('{"thai_id": "1000000001006"}', '%must be 5%', 'RC1: a wrong check digit is refused with the one expected');
SELECT pg_temp.refused('{"thai_id": "100000000100"}', '%12%', 'RC1: twelve digits are refused');
SELECT pg_temp.refused('{"thai_id": "0994000617721"}', '%begins with 0%', 'DC5: a juristic person is refused');
SELECT pg_temp.refused(jsonb_build_object('thai_id', '900000000100' || welfare.thai_id_check_digit('900000000100')), '%begins with 9%', 'DC5: first digit 9 is refused');
SELECT pg_temp.taken(100, jsonb_build_object('thai_id', welfare.to_thai_digits(welfare.format_thai_id(pg_temp.id(100)::welfare.thai_id))), 'RC1: Thai digits with dashes are taken');
-- names
SELECT pg_temp.refused('{"title": " "}', 'title is required', 'IS8.2: title is required');
SELECT pg_temp.refused('{"first_name": ""}', 'first_name is required', 'IS8.2: first name is required');
SELECT pg_temp.refused('{"last_name": null}', 'last_name is required', 'IS8.2: last name is required');
SELECT pg_temp.taken(101, jsonb_build_object('first_name', 'น' || U&'\0E4D' || U&'\0E49' || 'า  ผ' || U&'\0E36' || U&'\0E49' || 'ง'), 'RC10: a name typed apart is taken');
RESET ROLE;
SELECT is((SELECT first_name FROM registry.person WHERE thai_id = pg_temp.id(101)::welfare.thai_id), 'น้ำ ผึ้ง', 'RC10: and kept as it should be written');
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.taken(102, jsonb_build_object('last_name', $q$'); DROP TABLE registry.person; --$q$), 'a name that looks like SQL is a name');
-- sex
SELECT pg_temp.refused('{"sex": ""}', 'sex is required', 'IS8.2: sex is required');
SELECT pg_temp.refused('{"sex": "x"}', 'sex: unknown value "x"; known are%ชาย%', 'IS8.2: an unknown sex is refused with the known ones');
SELECT pg_temp.taken(103, '{"sex": "หญิง"}', 'IS8.2: the Thai word is taken');
-- birth date
SELECT pg_temp.refused('{"birth_date": ""}', 'birth_date is required', 'IS8.2: the birth date is required');
SELECT pg_temp.refused('{"birth_date": "15/02/2483"}', '%2483%00/00/2483%', 'RC3, RC5: February 2483 never was; the hint says what to write');
SELECT pg_temp.refused('{"birth_date": "15/06/1947"}', 'birth_date:%', 'DC3: a year CE with slashes is refused');
SELECT pg_temp.refused('{"birth_date": "31/06/2490"}', 'birth_date:%', 'a day that does not exist is refused');
SELECT pg_temp.refused('{"birth_date": "15/06/2552"}', '%claimed_on%lies before birth_date%', 'a claim before the birth is refused');
SELECT pg_temp.taken(104, '{"birth_date": "00/00/2480"}', 'IS8.2, RC5: an unknown day and month are recorded as unknown');
-- programme
SELECT pg_temp.refused('{"programme": ""}', 'programme is required%', 'IS8.5: the programme is required');
SELECT pg_temp.refused('{"programme": "student"}', 'programme: unknown value "student"%', 'IS8.5: an unknown programme is refused');
SELECT pg_temp.taken(105, '{"programme": "ผู้พิการ", "facts": "{disability_card}"}', 'IS8.5: the Thai name is taken');
-- authority
SELECT pg_temp.refused('{"authority_code": ""}', 'authority_code is required', 'the authority is required');
SELECT pg_temp.refused('{"authority_code": "9999999"}', 'there is no local authority 9999999%', 'RC2: an unknown authority is refused');
SELECT pg_temp.refused('{"authority_code": "57301"}', 'there is no local authority 57301%', 'RC2: five digits are refused');
SELECT pg_temp.taken(106, '{"authority_code": "๖๗๓๐๒๑๓"}', 'RC2: Thai digits are taken');
RESET ROLE;
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai, valid, successor_code)
VALUES (6730299, 'subdistrict_administrative_organization', 7302, 73, 'อบต. เดิม', '[2000-01-01,2007-11-01)', 5730201);
INSERT INTO reference.district VALUES (1001, 10, 'พระนคร', 'Phra Nakhon');
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai) VALUES (1100101, 'bangkok', 1001, 10, 'กรุงเทพมหานคร');
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.refused('{"authority_code": "6730299"}', 'there is no local authority 6730299 on 2007-11-01', 'RC2: an authority that had ended is refused');
SELECT pg_temp.refused('{"authority_code": "6730299", "claimed_on": "31/10/2550", "ordered_on": "31/10/2550"}', 'there is no local authority 6730299 on 2026-10-01', 'RC2: nor does it enter anybody today, of its last day');
SELECT pg_temp.taken(107, '{"claimed_on": "31/10/2550"}', 'RC2: its successor does');
SELECT pg_temp.refused('{"authority_code": "1100101"}', 'กรุงเทพมหานคร does not pay under these regulations', 'ER4, DE16: Bangkok is refused');
-- dates
SELECT pg_temp.refused('{"claimed_on": ""}', 'claimed_on is required', 'the day of the claim is required');
SELECT pg_temp.refused('{"claimed_on": "2569-10-01"}', 'claimed_on:%', 'DC3: a Buddhist-era year in ISO spelling is refused');
SELECT pg_temp.refused('{"claimed_on": "02/10/2569", "ordered_on": "02/10/2569"}', 'claimed_on 2026-10-02 lies after today (2026-10-01)%', 'tomorrow is refused');
SELECT pg_temp.taken(108, '{"claimed_on": "01/10/2569", "ordered_on": "2026-10-01"}', 'today is taken');
SELECT pg_temp.refused('{"ordered_on": null}', 'ordered_on is required', 'DE20: the day of the order is required');
SELECT pg_temp.refused('{"ordered_on": "31/10/2550"}', 'ordered_on 2007-10-31 lies before claimed_on 2007-11-01', 'an order before the claim is refused');
-- money
SELECT pg_temp.refused('{"budget_type": ""}', 'budget_type is required', 'IS8.5: the budget type is required');
SELECT pg_temp.refused('{"budget_type": "secret"}', 'budget_type: unknown value "secret"%', 'IS8.5: an unknown budget type is refused');
SELECT pg_temp.taken(109, '{"budget_type": "งบ อปท. จ่ายเอง"}', 'IS8.5: the Thai name is taken');
SELECT pg_temp.refused('{"way_of_payment": ""}', 'way_of_payment is required', 'IS8.6: the way of payment is required');
SELECT pg_temp.refused('{"way_of_payment": "own_account"}', 'own_account needs bank%', 'IS8.6: a transfer without an account is refused');
SELECT pg_temp.refused('{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "1234567890"}', 'own_account needs%', 'IS8.6: a transfer without the account''s name is refused');
SELECT pg_temp.refused('{"way_of_payment": "own_account", "bank_code": "999", "bank_branch": "x", "account_number": "1", "account_name": "y"}', 'bank_code: there is no bank "999"; known are 002%', 'IS8.6: an unknown bank is refused');
SELECT pg_temp.refused('{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "x", "account_number": "12A4", "account_name": "y"}', 'account_number: "12A4" is not%', 'IS8.6: an account number of digits only');
SELECT pg_temp.taken(110, '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "123-4-56789-0", "account_name": "นายทดสอบ"}', 'IS8.6: with all of it a transfer is taken');
SELECT pg_temp.refused('{"top_up": "-5"}', 'top_up: "-5" is not an amount%', 'IS8.5: a negative top-up is refused');
SELECT pg_temp.refused('{"top_up": "5.001"}', 'top_up: "5.001" is not%', 'IS8.5: a third decimal is refused');
SELECT pg_temp.taken(111, '{"top_up": "๑,๐๕๐.๕๐"}', 'IS8.5: an amount in Thai digits is taken');
SELECT pg_temp.refused('{"top_up": "1,50"}', 'top_up: "1,50" is not%', 'IS8.5: a comma is between thousands, never before satang');
SELECT pg_temp.refused('{"top_up": ",,5,,"}', 'top_up: ",,5,,"%', 'IS8.5: nor anywhere else');
-- a year typed wrong costs its row, not the file
SELECT is((SELECT array_agg(claims_added || '/' || refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(120)),
  jsonb_build_object('thai_id', pg_temp.id(121), 'programme', 'disability', 'claimed_on', '01/05/2530', 'ordered_on', '02/05/2530'))), ARRAY['1/1'],
  'QR6: a claim before any law is refused by itself');
-- facts
SELECT pg_temp.refused('{"facts": "{thai_nationalty}"}', '%thai_nationality%', 'a misspelt fact is refused with the nearest one');
SELECT pg_temp.taken(112, '{"facts": ""}', 'nothing known is no error');
-- records that the client could not read
SELECT pg_temp.refused('{"problem": "expected 13 fields, found 12"}', 'the record cannot be read: expected 13 fields, found 12', 'a broken record is refused with its reason');
SELECT pg_temp.refused('{"title": "", "sex": "x", "top_up": "y"}', 'title is required; sex: unknown value "x"%; top_up: "y"%', 'all reasons are given at once');
SET LOCAL welfare.language = 'th';
SELECT pg_temp.refused('{"title": ""}', 'ต้องระบุ title', 'and in Thai');
SET LOCAL welfare.language = 'en';

-- IS8.3: one live claim in the nation
SELECT pg_temp.taken(200, '{}', 'a claim is taken');
SELECT pg_temp.taken(200, '{}', 'said again it is found unchanged');
SELECT is((SELECT array_agg(unchanged || '/' || claims_added) FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(200)))), ARRAY['1/0'], 'and counted so');
SELECT alike(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(200), 'top_up', '50')), 'the claim is already recorded%top_up', 'said differently it is refused');
SELECT alike(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(200), 'first_name', 'อื่น')), 'the person''s details differ%first_name', 'another name on the same ID is refused');
SELECT is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(200), 'authority_code', '6730213', 'first_name', 'อื่น', 'facts', '{aids_certified}')),
  'the person has a live claim at เทศบาลตำบลดอนยายหอม', 'IS8.3: another authority learns the authority''s name and nothing else');
SELECT is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(200), 'authority_code', '6730213', 'programme', 'disability')),
  'the person has a live claim at เทศบาลตำบลดอนยายหอม', 'IS8.3: for any programme');
SELECT pg_temp.taken(200, '{"programme": "disability", "facts": "{disability_card}"}', 'AR3: at the same authority a second programme is taken');

-- IS9.5: a claim that has ended is not revived by the file that brought it, and a new one begins after it
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT pg_temp.end_claims(pg_temp.id(110), '2026-08-01');
SELECT throws_ok(format($$INSERT INTO registry.claim (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, received_since,
  way_of_payment, budget_type, claim_number, district_code, province_code, sensitive) SELECT thai_id, facts, programme, authority_code, first_month, claimed_on,
  ordered_on, received_since, 'cash_in_person', budget_type, 2, district_code, province_code, sensitive FROM registry.claim WHERE thai_id = %L$$, pg_temp.id(110)),
  'WF050', NULL, 'ER13: a claim that overlaps an earlier one is refused by trigger, the owner''s too');
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT is((SELECT array_agg(claims_added || '/' || unchanged) FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(110)) ||
  '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "123-4-56789-0", "account_name": "นายทดสอบ"}')), ARRAY['0/1'],
  'IS9.5: the same row again finds the ended claim and changes nothing');
SELECT pg_temp.taken(110, '{"claimed_on": "01/09/2569", "ordered_on": "02/09/2569"}', 'a new confirmation is taken');
RESET ROLE;
SELECT results_eq(format('SELECT claim_number, state::text, first_month::date FROM registry.claim WHERE thai_id = %L ORDER BY 1', pg_temp.id(110)),
  $$VALUES (1::smallint, 'disposed', DATE '2009-04-01'), (2::smallint, 'live', DATE '2026-10-01')$$, 'as a claim of its own, from the month after it');
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.taken(122, '{"claimed_on": "01/11/2550"}', 'a claim is taken');
RESET ROLE;
SELECT pg_temp.end_claims(pg_temp.id(122), '2026-08-01', '2026-06-10');
SELECT pg_temp.become('welfare_admin');
SELECT is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(122)) || '{"claimed_on": "10/06/2569", "ordered_on": "10/06/2569"}'),
  'the claim is already recorded at this authority, with other details: claimed_on, ordered_on', 'IS9.5: one made by the day of the disposal''s order is what was disposed');
SELECT pg_temp.taken(122, '{"claimed_on": "11/06/2569", "ordered_on": "11/06/2569"}', 'one made the day after is new');
RESET ROLE;
SELECT is((SELECT first_month::date FROM registry.claim WHERE thai_id = pg_temp.id(122)::welfare.thai_id AND claim_number = 2), DATE '2026-09-01', 'ER13: begins after the last month of the one that ended: nothing is paid twice');
SELECT pg_temp.become('welfare_admin');

-- a crash between staging and finishing
SELECT registry.begin_import('crashed') AS crashed \gset
RESET ROLE;
TRUNCATE registry.import_mark, registry.import_row;
SELECT pg_temp.become('welfare_admin');
SELECT throws_ok('SELECT * FROM registry.finish_import(' || :crashed || ')', 'WF005', NULL, 'QR1: staged rows that a crash has emptied are missed, not taken for an empty file');
SELECT throws_ok($$INSERT INTO registry.import_row (import_id, line_number) VALUES (1, -2147483648)$$, '23514', NULL, 'a line has a number');

-- the file against itself
SELECT is((SELECT array_agg(claims_added || '/' || refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(210)), jsonb_build_object('thai_id', pg_temp.id(210)))), ARRAY['1/1'], 'the same row twice: one is taken');
SELECT is((SELECT array_agg(claims_added || '/' || refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(211)), jsonb_build_object('thai_id', pg_temp.id(211), 'top_up', '50'))), ARRAY['0/2'], 'one claim described twice: neither is taken for the right one');
SELECT is((SELECT array_agg(claims_added || '/' || refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(212)), jsonb_build_object('thai_id', pg_temp.id(212), 'programme', 'disability', 'sex', 'female'))), ARRAY['0/2'], 'one person described twice: neither is taken');
SELECT is((SELECT array_agg(claims_added || '/' || refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(213)), jsonb_build_object('thai_id', pg_temp.id(213), 'programme', 'disability', 'authority_code', '6730213'))), ARRAY['0/2'], 'IS8.3: one person at two authorities: neither is taken');
SELECT is((SELECT array_agg(row_count || '/' || persons_added || '/' || claims_added) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(214)), jsonb_build_object('thai_id', pg_temp.id(214), 'programme', 'disability'), jsonb_build_object('thai_id', pg_temp.id(214), 'programme', 'aids', 'facts', '{aids_certified}'))),
  ARRAY['3/1/3'], 'AR3: three programmes of one person are one person and three claims');

-- IS9.2: an officer adds to the own authority alone
SELECT pg_temp.become('welfare_authority', 5730102);
SELECT is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(300))), NULL, 'IS9.2: an officer adds to the own authority');
SELECT is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(301), 'authority_code', '6730213')), 'local authority 6730213 is outside your scope', 'IS9.2: not to another');
SELECT throws_ok($$INSERT INTO registry.import_row (import_id, line_number, principal) VALUES (1, 1, 'somebody else')$$, '42501', NULL, 'the principal of a staged row cannot be given');
SELECT throws_ok($$SELECT * FROM registry.import_row$$, '42501', NULL, 'staged rows cannot be read');
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT registry.begin_import('open') AS open_import \gset
RESET ROLE;
SELECT set_config('welfare.principal', 'somebody else', true) \g /dev/null
SET LOCAL ROLE welfare_authority;
SELECT throws_ok('SELECT * FROM registry.import_refusals(' || :open_import || ')', 'WF003', NULL, 'nobody reads the refusals of another''s import');
SELECT throws_ok('SELECT * FROM registry.finish_import(' || :open_import || ')', 'WF003', NULL, 'nor finishes it');
RESET ROLE;
SELECT is((SELECT count(*) FROM registry.import_row), 0::bigint, 'nothing staged is left behind');
SELECT * FROM finish();
ROLLBACK;

-- ER6, ER7, EG3.1, EG3.2, EG4.1, DE8, DE9, DE11, DE15, DE20: the confirmation of right, from the form to the claim: each step's office, order
-- and refusal, both sides of every day.
\ir fixture.psql
SELECT no_plan();
\ir form.psql
\ir submission.psql
CREATE TEMP TABLE proxy AS SELECT jsonb_build_object('channel', 'by_proxy', 'evidence', '["confirmation_form", "proxy_letter", "identity_cards_of_both"]'::jsonb, 'actor',
  jsonb_build_object('name', 'นางสมศรี ใจดี', 'relation', 'บุตร', 'thai_id', pg_temp.id(900), 'address', 'บ้านเดียวกัน', 'telephone', '034-111-111')) AS form;
GRANT SELECT ON proxy TO PUBLIC;
CREATE TEMP TABLE prison AS SELECT jsonb_build_object('channel', 'prison_officer', 'imprisoned', true, 'evidence', '["confirmation_form", "prison_authorisation"]'::jsonb, 'actor',
  jsonb_build_object('name', 'นายเรือน จำ', 'position', 'commander', 'thai_id', pg_temp.id(901))) AS form;
GRANT SELECT ON prison TO PUBLIC;

-- receipt: the slip
SELECT pg_temp.today_is('2023-08-31');
SELECT is(pg_temp.by('receiver', pg_temp.submit(1, 'elderly', '{}', '{"birth_date": "01/09/2506"}'))::jsonb - 'submission_number',
  '{"register_number": "1/2566", "received_on": "2023-08-31", "expected_first_month": "2023-09-01", "state": "submitted"}', 'ER7, EG4.1: a form is received: number, day, expected first month');
SELECT results_eq(format('SELECT line FROM registry.slip(%s)', pg_temp.key(1)),
  ARRAY['เทศบาลตำบลดอนยายหอม', 'Register number 1/2566', 'elderly allowance: form received on 2023-08-31', 'นายสมชาย ใจดี', welfare.mask_thai_id(pg_temp.id(1)::welfare.thai_id), 'Expected to be paid from 2023-09, if qualified'],
  'ER7: the slip shows the masked ID alone');
SET LOCAL welfare.language = 'th';
SELECT ok(bool_or(line = 'ยื่นแบบยืนยันสิทธิการขอรับเงินเบี้ยยังชีพผู้สูงอายุ เมื่อวันที่ 31 สิงหาคม 2566') AND bool_or(line = 'คาดว่าจะได้รับตั้งแต่เดือน กันยายน 2566 เป็นต้นไป หากมีคุณสมบัติครบถ้วน'), 'ER7: in Thai, as the form has it')
  FROM (SELECT line FROM registry.slip(pg_temp.id(1)::thai_id, 'elderly', split_part(pg_temp.key(1), ', ', 3)::bigint)) AS slip;
SET LOCAL welfare.language = 'en';
SELECT matches(pg_temp.refused('receiver_b', format('count(*) FROM registry.slip(%s)', pg_temp.key(1))), '^WF30A', 'ER7!: another authority sees no slip');
SELECT matches(pg_temp.refused(who, pg_temp.submit(2)), '^WF30C', 'ER7!: a form is not received by ' || who) FROM unnest('{idle,clerk,mayor,member1,former}'::text[]) AS who;
SELECT pg_temp.act_as('administrator');
SELECT matches(pg_temp.refusal_of('SELECT ' || pg_temp.submit(2)), '^42501', 'ER7!: nor by an administrator');

-- the path: each step by its office, in order, once
SELECT matches(pg_temp.refused('member1', format('registry.consider(%s, ''should_accept'')', pg_temp.key(1))), '^WF30B', 'ER7!: no committee before the opinion');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', ''1'')', pg_temp.key(1))), '^WF30B', 'ER7!: no order before the opinion');
SELECT matches(pg_temp.refused('receiver', format('registry.opine(%s, ''complete'')', pg_temp.key(1))), '^WF30D', 'ER7!: the receiving officer gives no opinion');
SELECT matches(pg_temp.refused(who, format('registry.opine(%s, ''complete'')', pg_temp.key(1))), '^WF30C', 'ER7!: no opinion by ' || who) FROM unnest('{idle,clerk,mayor,member1,former}'::text[]) AS who;
SELECT matches(pg_temp.refused('opiner_b', format('registry.opine(%s, ''complete'')', pg_temp.key(1))), '^WF30A', 'ER7!: nor by another authority''s officer');
SELECT matches(pg_temp.refused('opiner', format('registry.opine(%s, ''lacks_qualification'')', pg_temp.key(1))), '^WF010 reason', 'ER7!: what is lacking is said');
SELECT matches(pg_temp.refused('opiner', format('registry.opine(%s, ''fine'')', pg_temp.key(1))), '^WF011', 'ER7!: an opinion is one of three');
SELECT is(pg_temp.by('opiner', format('registry.opine(%s, ''complete'')', pg_temp.key(1))), 'done', 'ER7: the officer''s opinion');
SELECT matches(pg_temp.refused('opiner', format('registry.opine(%s, ''complete'')', pg_temp.key(1))), '^WF30B', 'ER7!: it is given once');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', ''1'')', pg_temp.key(1))), '^WF30B', 'ER7!: no order before the committee');
SELECT matches(pg_temp.refused(who, format('registry.consider(%s, ''should_accept'')', pg_temp.key(1))), '^WF30C', 'ER7!: no vote by ' || who) FROM unnest('{idle,clerk,mayor,receiver}'::text[]) AS who;
SELECT is(pg_temp.by('member1', format('registry.consider(%s, ''should_accept'')', pg_temp.key(1))), 'done', 'ER7: the first member votes');
SELECT matches(pg_temp.refused('member1', format('registry.consider(%s, ''should_accept'')', pg_temp.key(1))), '^WF30D', 'ER7!: a member votes once');
SELECT is(pg_temp.by('member2', format('registry.consider(%s, ''should_not'', ''รายได้สูง'')', pg_temp.key(1))), 'done', 'ER7: the second');
SELECT is(pg_temp.stands(1), 'opined', 'ER7!: two are no committee');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', ''1'')', pg_temp.key(1))), '^WF30B', 'ER7!: nor is there an order after two');
SELECT is(pg_temp.by('member3', format('registry.consider(%s, ''should_accept'')', pg_temp.key(1))), 'done', 'ER7: the third');
SELECT is(pg_temp.stands(1), 'considered', 'ER7: three are');
SELECT matches(pg_temp.refused('member4', format('registry.consider(%s, ''should_accept'')', pg_temp.key(1))), '^WF30B', 'ER7!: there is no fourth');
SELECT matches(pg_temp.refused(who, format('registry.order_submission(%s, ''accept'', ''1'')', pg_temp.key(1))), '^WF30C', 'ER7!: no order by ' || who) FROM unnest('{idle,clerk,receiver,member4}'::text[]) AS who;
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', '' '')', pg_temp.key(1))), '^WF010 order_number', 'ER7!: an order has a number');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''reject'', ''1'')', pg_temp.key(1))), '^WF010 reason', 'ER7!: a rejection has a reason');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', ''1'', NULL, ''2023-08-01'')', pg_temp.key(1))), '^WF30E', 'EG4.1!: an order names no month before the law''s');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', ''1'', NULL, ''2023-10-01'')', pg_temp.key(1))), '^WF010 reason', 'EG4.1!: nor a later one without a reason');

-- DE20, EG4.1: a late order makes arrears
SELECT pg_temp.today_is('2023-11-20');
SELECT is(pg_temp.by('mayor', format('registry.order_submission(%s, ''accept'', ''1/2567'')', pg_temp.key(1))), 'done', 'ER7: the executive''s order');
SELECT isnt(pg_temp.stands(1), 'recorded 2023-12 1 2023-12', 'DE20!: the month after the order is not the first');
SELECT is(pg_temp.stands(1), 'recorded 2023-09 1 2023-09', 'EG4.1, DE20: born on 1 September, received on 31 August, ordered in November: September');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''reject'', ''2'', ''x'')', pg_temp.key(1))), '^WF30B', 'ER7!: no order after the order');
SELECT results_eq(format('SELECT kind::text, outcome::text, user_name, office::text, taken_on FROM registry.submission_path(%s)', pg_temp.key(1)),
  $$VALUES ('receipt', 'wanted', 'receiver', 'officer', '2023-08-31'::date), ('opinion', 'complete', 'opiner', 'officer', '2023-08-31'), ('vote', 'should_accept', 'member1', 'committee_member', '2023-08-31'),
    ('vote', 'should_not', 'member2', 'committee_member', '2023-08-31'), ('vote', 'should_accept', 'member3', 'committee_member', '2023-08-31'), ('order', 'accept', 'mayor', 'executive', '2023-11-20')$$,
  'ER7: the path says who, in which office, when');
RESET ROLE;
SELECT results_eq(format('SELECT origin::text, claimed_on, ordered_on, state::text FROM registry.claim WHERE thai_id = %L', pg_temp.id(1)), $$VALUES ('submission', '2023-08-31'::date, '2023-11-20'::date, 'live')$$,
  'EG4.1: claimed on the day of receipt');
-- one day later, and a day that matters not
SELECT pg_temp.today_is('2023-09-01');
SELECT pg_temp.by('receiver', pg_temp.submit(3, 'elderly', '{}', '{"birth_date": "01/09/2506"}')), pg_temp.by('receiver', pg_temp.submit(4, 'elderly', '{"received_on": "31/08/2566"}', '{"birth_date": "02/09/2506"}')) \g /dev/null
SELECT is(pg_temp.accept(3), 'recorded 2023-10 1 2023-10', 'EG4.1!: received on 1 September it is not paid for September');
SELECT is(pg_temp.accept(4), 'waiting 2023-10', 'EG4.1: born on the 2nd, the month after; received on the day that the paper bears, not that of the entry');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'elderly', '{"received_on": "02/09/2566"}')), '^WF016', 'EG4.1!: nothing is received tomorrow');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'elderly', '{"received_on": "11/08/2566"}')), '^WF300', 'ER7!: before 12 August 2566 nobody confirmed');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(5, 'elderly', '{"received_on": "12/08/2566"}')), NULL, 'ER7: from that day on they do');

-- a later month with a reason holds through edits
SELECT pg_temp.by('receiver', pg_temp.submit(6)) \g /dev/null
SELECT is(pg_temp.accept(6, 'elderly', 'complete', ', ''ยื่นเอกสารเพิ่ม'', ''2023-12-01'''), 'recorded 2023-12 1 2023-12', 'ER7: a later month with a reason');
SELECT pg_temp.by('receiver', format('registry.edit_beneficiary(%L, ''{"occupation": "ขายของ"}'')', pg_temp.id(6))) \g /dev/null
SELECT is(pg_temp.stands(6), 'recorded 2023-12 1 2023-12', 'ER7!: and an edit does not bring it forward');

-- other: back to the officer; reject
SELECT pg_temp.by('receiver', pg_temp.submit(7)), pg_temp.consider(7) \g /dev/null
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''other'', ''3'')', pg_temp.key(7))), '^WF010 reason', 'ER7!: other says what');
SELECT is(pg_temp.by('deputy', format('registry.order_submission(%s, ''other'', ''3'', ''ขอทะเบียนบ้านฉบับใหม่'')', pg_temp.key(7))), 'done', 'ER7: the delegate orders too: other');
SELECT is(pg_temp.stands(7), 'submitted', 'ER7: the form is with the officer again');
SELECT matches(pg_temp.refused('deputy', format('registry.order_submission(%s, ''accept'', ''4'')', pg_temp.key(7))), '^WF30B', 'ER7!: not with the executive');
SELECT matches(pg_temp.refused('many', format('registry.consider(%s, ''should_accept'')', pg_temp.key(7))), '^WF30B', 'ER7!: nor with the committee');
SELECT pg_temp.consider(7, 'elderly', 'lacks_qualification') \g /dev/null
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', ''4'')', pg_temp.key(7))), '^WF010 reason', 'ER7!: whom the officer finds unqualified is not accepted without a reason');
SELECT is(pg_temp.by('mayor', format('registry.order_submission(%s, ''reject'', ''4'', ''ขาดคุณสมบัติ'')', pg_temp.key(7))), 'done', 'ER7: rejected');
SELECT is(pg_temp.stands(7), 'rejected', 'ER7!: a rejected form makes no claim');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(7)), NULL, 'ER7: and a new form is open');
-- one person in many offices takes one step
SELECT pg_temp.by('many', pg_temp.submit(8)) \g /dev/null
SELECT matches(pg_temp.refused('many', format('registry.opine(%s, ''complete'')', pg_temp.key(8))), '^WF30D', 'ER7!: nobody fills two steps: receipt and opinion');
SELECT pg_temp.by('opiner', format('registry.opine(%s, ''complete'')', pg_temp.key(8))) \g /dev/null
SELECT matches(pg_temp.refused('many', format('registry.consider(%s, ''should_accept'')', pg_temp.key(8))), '^WF30D', 'ER7!: receipt and vote');
SELECT pg_temp.by(member, format('registry.consider(%s, ''should_accept'')', pg_temp.key(8))) FROM unnest('{member1,member2,member4}'::text[]) AS member \g /dev/null
SELECT matches(pg_temp.refused('many', format('registry.order_submission(%s, ''accept'', ''1'')', pg_temp.key(8))), '^WF30D', 'ER7!: receipt and order');

-- nobody gets round the path, the owner neither
RESET ROLE;
SELECT pg_temp.act_as('administrator');
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT matches(pg_temp.refusal_of(format('UPDATE registry.submission SET state = ''recorded'' WHERE thai_id = %L', pg_temp.id(8))), '^WF30J', 'ER7!: the owner moves no form on');
SELECT matches(pg_temp.refusal_of(format('UPDATE registry.submission SET received_on = ''2023-08-12'' WHERE thai_id = %L', pg_temp.id(8))), '^WF30J', 'ER7!: and dates none back');
SELECT matches(pg_temp.refusal_of(format('UPDATE registry.submission SET facts = ''{}'' WHERE thai_id = %L', pg_temp.id(1))), '^WF30J', 'ER7!: a form whose path has ended never changes');
SELECT matches(pg_temp.refusal_of(format('DELETE FROM registry.submission WHERE thai_id = %L', pg_temp.id(8))), '^WF064', 'ER7!: forms are not removed');
SELECT matches(pg_temp.refusal_of('UPDATE registry.submission_step SET outcome = ''complete'''), '^WF064', 'ER7!: steps are not changed');
SELECT matches(pg_temp.refusal_of(format('INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state) SELECT thai_id, programme, submission_number, ''order'', ''accept'', ''waiting'' FROM registry.submission WHERE thai_id = %L', pg_temp.id(8))),
  '^WF30C', 'ER7!: nor taken without the office');
SELECT matches(pg_temp.refusal_of(format('INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state) SELECT thai_id, programme, submission_number, ''check'', ''proved'', ''started'' FROM registry.submission WHERE thai_id = %L', pg_temp.id(8))),
  '^WF30B', 'ER7!: or out of turn');
SELECT matches(pg_temp.refusal_of(format('INSERT INTO registry.submission (thai_id, birth_date, programme, authority_code, district_code, province_code, received_on, slip_year, slip_number, channel, sensitive, wants_allowance, title, first_name, last_name, evidence, form, state)
  SELECT %L, birth_date, programme, authority_code, district_code, province_code, received_on, slip_year, slip_number, channel, sensitive, false, title, first_name, last_name, evidence, form, ''declined'' FROM registry.submission WHERE thai_id = %L', pg_temp.id(9), pg_temp.id(8))),
  '^WF30J', 'ER7!: every form begins as received');

-- declination
SELECT pg_temp.by('receiver', pg_temp.submit(10, 'elderly', '{"wants_allowance": false, "certified": false, "consented": false}')) \g /dev/null
SELECT is(pg_temp.stands(10), 'declined', 'ER7: who does not want it declines');
SELECT matches(pg_temp.refused('opiner', format('registry.opine(%s, ''complete'')', pg_temp.key(10))), '^WF30B', 'ER7!: a declination goes no further and makes no claim');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(10)), NULL, 'ER7: and a later confirmation stays open');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(1, 'elderly', '{"wants_allowance": false}')), '^WF06S', 'ER7!: who has the allowance waives it instead');

-- papers, statements, proxies (ER7)
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{"evidence": []}')), '^WF304 .*confirmation form', 'ER7!: no form without its papers');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{}', '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "ก", "account_number": "1", "account_name": "ก"}')), '^WF304 .*bank book', 'ER7!: a transfer needs the bank book');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{"evidence": ["confirmation_form", "bank_book"]}', '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "ก", "account_number": "1", "account_name": "ก"}')), NULL, 'ER7: with it, it is taken');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{"certified": false}')), '^WF309 .*certified', 'ER7!: the certification is signed');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{"consented": false}')), '^WF309 .*consented', 'ER7!: and the consent');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{"colour": 1}')), '^WF008', 'ER7!: no unknown fields');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{"wants_allowance": "yes"}')), '^WF011', 'ER7!: a box is ticked or not');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(11, 'elderly', '{}', '{"claimed_on": "01/08/2566"}')), '^WF008', 'ER7!: nobody types when it was claimed');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(12, 'elderly', form)), NULL, 'ER7: a written proxy hands it in') FROM proxy;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(12, 'elderly', form || '{"evidence": ["confirmation_form"]}')), '^WF304 .*written proxy', 'ER7!: not without the letter') FROM proxy;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(12, 'elderly', jsonb_set(form, '{actor}', (form -> 'actor') - field))), '^WF010 actor.' || field, 'ER7!: the proxy''s ' || field || ' is stated')
  FROM proxy CROSS JOIN unnest('{name,relation,thai_id,address,telephone}'::text[]) AS field;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(12, 'elderly', jsonb_set(form, '{actor,thai_id}', to_jsonb(pg_temp.id(12))))), '^WF090', 'ER7!: nobody is one''s own proxy') FROM proxy;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(12, 'elderly', form || '{"channel": "caregiver"}')), '^WF303 .*known are in_person, by_proxy, prison_officer', 'ER7!: a caregiver does not confirm for the elderly') FROM proxy;
-- EG3.2, DE8
SELECT is(pg_temp.refused('receiver', pg_temp.submit(13, 'elderly', jsonb_set(form, '{actor,position}', to_jsonb(position)))), NULL, 'EG3.2, DE8: a prisoner confirms through the ' || position) FROM prison CROSS JOIN unnest('{commander,director,named_officer}'::text[]) AS position;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(13, 'elderly', jsonb_set(form, '{actor,position}', '"cook"'))), '^WF011', 'EG3.2!: and through nobody else of the prison') FROM prison;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(13, 'elderly', form || '{"evidence": ["confirmation_form"]}')), '^WF304', 'EG3.2!: not without having authorised them') FROM prison;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(13, 'elderly', form || '{"imprisoned": true}')), '^WF306', 'DE8!: a prisoner sends no proxy') FROM proxy;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(13, 'elderly', '{"imprisoned": true}')), '^WF306', 'DE8!: and does not come in person');
SELECT pg_temp.by('receiver', pg_temp.submit(13, 'elderly', form)) FROM prison \g /dev/null
SELECT is(pg_temp.accept(13), 'recorded 2023-10 1 2023-10', 'DE8: imprisonment bars nothing else');

-- ER6, DE11: at the authority of domicile
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(14, 'elderly', '{}', '{"facts": "{thai_nationality, !in_house_register}"}')), '^WF30K', 'ER6!, DE11!: who is in no house register there does not confirm there');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(14, 'elderly', '{}', '{"province": "เชียงใหม่", "district": "เมืองเชียงใหม่"}')), '^WF30K', 'DE11!: nor who lives in another province');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(14, 'elderly', '{"received_on": "31/08/2566", "moved_in_on": "01/09/2566"}')), '^WF30K', 'DE11!: nor on the day before moving in');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(14, 'elderly', '{"received_on": "01/09/2566", "moved_in_on": "01/09/2566"}')), NULL, 'DE11: on that day it counts');

-- DE15, and one open form in the nation
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(1, 'elderly', '{}', '{"birth_date": "01/09/2506"}')), '^WF06S', 'DE15!: no second confirmation while the first lives');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(8)), '^WF302 .*[(]register number [0-9]+/2566[)]', 'DE15!: nor while the first form is open');
SELECT matches(pg_temp.refused('receiver_b', pg_temp.submit(8)), '^WF301 the person has an open form at เทศบาลตำบลดอนยายหอม', 'ER7!: nor at another authority, which is told where');
SELECT matches(pg_temp.refused('receiver_b', pg_temp.submit(1, 'elderly', '{}', '{"birth_date": "01/09/2506"}')), '^WF020 the person has a live claim at เทศบาลตำบลดอนยายหอม', 'ER7!: nor when the claim lives there');
SELECT is(pg_temp.by('opiner', format('registry.lapse_submission(%s, ''ถอนแบบ'')', pg_temp.key(8))), 'done', 'ER7: a form that is withdrawn lapses');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(8)), NULL, 'DE15: then another is open');
SELECT matches(pg_temp.refused('opiner', format('registry.lapse_submission(%s, ''อีก'')', pg_temp.key(8))), '^WF30B', 'ER7!: a lapsed form does not lapse again');

-- the window
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT reference.set_entry_window(2566, 'elderly', '2023-08-12', '2023-08-31', 'ทดสอบ') \g /dev/null
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(15)), '^WF060', 'EG3.1!: outside the window nothing is received');
SELECT pg_temp.today_is('2023-08-31');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(15)), NULL, 'EG3.1: on its last day it is');
SELECT pg_temp.by('receiver', pg_temp.submit(15)) \g /dev/null
SELECT pg_temp.today_is('2023-09-05');
SELECT is(pg_temp.accept(15), 'recorded 2023-09 1 2023-09', 'EG3.1: the window is that of the receipt, not of the order');

-- EG3.1: those registered under the old regulation need none
RESET ROLE;
SELECT pg_temp.today_is('2026-10-01');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT refused FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(20), 'claimed_on', '01/11/2560', 'ordered_on', '01/11/2560'))), 0, 'EG3.1, ER17: who was registered before comes by import');
SELECT payment.prepare('2026-09-01') \g /dev/null
RESET ROLE;
SELECT ok(EXISTS (SELECT FROM payment.line WHERE thai_id = pg_temp.id(20)::thai_id) AND NOT EXISTS (SELECT FROM registry.submission WHERE thai_id = pg_temp.id(20)::thai_id), 'EG3.1, ER17, DE17: and is paid without a confirmation');
SELECT ok(NOT EXISTS (SELECT FROM payment.line WHERE thai_id = pg_temp.id(14)::thai_id), 'ER6, ER7!: who has neither registered nor confirmed is not paid');

-- DE17, EO: registered in the fiscal year before, for the next: September 2566 pays whom 12 August 2566 found registered, and no month before
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT refused FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(21), 'birth_date', '15/02/2506', 'claimed_on', '01/12/2565', 'ordered_on', '01/12/2565'))), 0, 'DE17: registered in December 2565, 60 in February 2566');
RESET ROLE;
SELECT is((SELECT first_month::date FROM registry.claim WHERE thai_id = pg_temp.id(21)::thai_id), '2023-09-01', 'DE17, ER17: paid from September 2566 without a confirmation');
SELECT payment.prepare('2023-08-01') \g /dev/null
SELECT ok(NOT EXISTS (SELECT FROM payment.line WHERE thai_id = pg_temp.id(21)::thai_id), 'DE17!, ER17!: and not for August, which is the old regulation''s');
-- DE21: the last recorded birth date counts for all months
SELECT pg_temp.by('receiver', format('registry.edit_beneficiary(%L, ''{"birth_date": "15/10/2506"}'')', pg_temp.id(3))) \g /dev/null
SELECT is(pg_temp.stands(3), 'recorded 2023-10 1 2023-11', 'DE21: a birth date recorded later moves the first month, whatever the order named');
SELECT pg_temp.by('receiver', format('registry.edit_beneficiary(%L, ''{"birth_date": "15/10/2480"}'')', pg_temp.id(3))) \g /dev/null
SELECT is(pg_temp.stands(3), 'recorded 2023-10 1 2023-10', 'DE21!: and never before the month after the confirmation');

-- the list
SELECT pg_temp.become_staff('receiver');
SELECT is((SELECT count(*) FROM registry.submissions('elderly', '{recorded}')), 5::bigint, 'ER7: the list shows who confirmed');
SELECT is((SELECT count(*) FROM registry.submissions(received_to => '2023-08-30')), 0::bigint, 'ER7!: and nobody before their day');
SELECT pg_temp.become_staff('receiver_b');
SELECT is((SELECT count(*) FROM registry.submissions()), 0::bigint, 'ER7!: another authority''s are not shown');
-- RC2: an authority's successor takes over what is open, and nothing else
SELECT pg_temp.by('receiver', pg_temp.submit(16)) \g /dev/null
RESET ROLE;
SET LOCAL ROLE welfare_owner;
UPDATE reference.local_authority SET valid = daterange(lower(valid), '2026-10-01'), successor_code = 6730123 WHERE authority_code = 5730102;
RESET ROLE;
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT registry.follow_successor(5730102) \g /dev/null
SELECT is(pg_temp.refused('opiner_b', format('registry.opine(%s, ''complete'')', pg_temp.key(16))), NULL, 'RC2: the successor''s officer gives the opinion of a form that was open');
SELECT matches(pg_temp.refused('opiner', format('registry.opine(%s, ''complete'')', pg_temp.key(16))), '^WF30A', 'RC2!: the former officer does not');
SELECT matches(pg_temp.refused('receiver_b', format('registry.slip(%s)', pg_temp.key(7))), '^WF30A', 'RC2!: a form whose path has ended stays where it was');
SELECT * FROM finish();
ROLLBACK;

-- IS8.6, ER7, EG3.2, EG4.3, DR7, RC2, RC5: who acts for a person, documents, what waits for review, history on two axes, successors.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
-- A call that records who acts for a numbered person.
CREATE FUNCTION pg_temp.represent(number integer, other integer, kind text, extra text DEFAULT '') RETURNS text LANGUAGE sql AS $$
  SELECT format('SELECT registry.add_representative(%L, %L, %L, ''นายแทน ใจดี'', ''บุตร'', ''หนังสือมอบอำนาจ 1/2569''%s)', pg_temp.id(number), pg_temp.id(other), kind, extra) $$;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(number), 'done', 'a beneficiary') FROM generate_series(1, 3) AS number;

-- who acts
SELECT is(pg_temp.refusal_of(pg_temp.represent(1, 9, kind)), NULL, 'ER7, EG3.2, DR7: ' || kind || ' is recorded')
  FROM unnest(ARRAY['proxy', 'prison_officer', 'caregiver', 'legal_representative', 'curator', 'guardian']) AS kind;
SELECT is(registry.add_representative(pg_temp.id(1)::welfare.thai_id, pg_temp.id(9)::welfare.thai_id, 'proxy', ' นายแทน  ใจดี', 'บุตร', 'หนังสือมอบอำนาจ 1/2569', after_death => true, telephone => '081-234-5678'), 'done', 'EG4.3: a proxy both while alive and after death');
SELECT alike(pg_temp.refusal_of(pg_temp.represent(1, 9, 'proxy')), 'WF091%', 'one capacity is recorded once while it lasts');
SELECT is(pg_temp.refusal_of(pg_temp.represent(1, 9, 'caregiver')), NULL, 'another capacity may be added');
SELECT alike(pg_temp.refusal_of(pg_temp.represent(1, 1, 'proxy')), 'WF090%', 'nobody is their own representative');
SELECT alike(pg_temp.refusal_of(pg_temp.represent(8, 9, 'proxy')), 'WF066%', 'of nobody');
SELECT alike(pg_temp.refusal_of(pg_temp.represent(1, 8, 'proxy', ', telephone => ''12''')), 'WF06D%', 'a telephone is digits');
SELECT alike(pg_temp.refusal_of(pg_temp.represent(1, 8, 'proxy', ', acts_from => ''2026-10-02''')), 'WF016%', 'not from a day to come');
SELECT is(pg_temp.refusal_of(pg_temp.represent(1, 8, 'proxy', ', acts_from => ''2026-10-01''')), NULL, 'from today on');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.add_representative(%L, %L, ''proxy'', ''ก'', ''ข'', '' '')', pg_temp.id(1), pg_temp.id(8))), 'WF010 authority_document%', 'ER13: by a paper');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.end_representative(%L, %L, ''proxy'', ''2026-10-02'', ''x'')', pg_temp.id(1), pg_temp.id(9))), 'WF016%', 'it does not end in days to come');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.end_representative(%L, %L, ''proxy'', ''2026-09-30'', ''x'')', pg_temp.id(1), pg_temp.id(9))), 'WF017%', 'nor before it began');
SELECT is(registry.end_representative(pg_temp.id(1)::welfare.thai_id, pg_temp.id(9)::welfare.thai_id, 'proxy', '2026-10-01', 'เลิก'), 'done', 'it ends');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.end_representative(%L, %L, ''proxy'', ''2026-10-01'', ''x'')', pg_temp.id(1), pg_temp.id(9))), 'WF067%', 'once');
SELECT is(pg_temp.refusal_of(pg_temp.represent(1, 9, 'proxy')), NULL, 'and may begin anew');
RESET ROLE;
SELECT is((SELECT concat_ws('/', full_name, telephone, after_death, acts, ended_reason) FROM registry.representative), 'นายแทน ใจดี/0812345678/t/[2026-10-01,2026-10-02)/เลิก', 'as recorded');
SELECT throws_ok($$UPDATE registry.representative SET full_name = 'x'$$, 'WF064', NULL, 'who acted is evidence');
SELECT throws_ok($$UPDATE registry.representative SET acts = '[2026-10-01,)'$$, 'WF064', NULL, 'what ended does not begin again');
SELECT throws_ok('DELETE FROM registry.representative', 'WF064', NULL, 'nor is it removed');

-- documents
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT isnt(registry.add_document(pg_temp.id(1)::welfare.thai_id, 'waiver', 'หนังสือสละสิทธิ', sha256('x'), issued_on => '2026-09-30'), NULL, 'IS9.5: a written waiver is recorded by its digest');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.add_document(%L, ''waiver'', ''x'', ''\x00'')', pg_temp.id(1))), 'WF092%', 'a digest is a SHA-256');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.add_document(%L, ''waiver'', '''', sha256(''x''))', pg_temp.id(1))), 'WF010 title%', 'a document has a title');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.add_document(%L, ''waiver'', ''x'', sha256(''x''), issued_on => ''2026-10-02'')', pg_temp.id(1))), 'WF016%', 'not of a day to come');
SELECT is((registry.beneficiary_detail(pg_temp.id(1)::welfare.thai_id) #>> '{documents,0,title}'), 'หนังสือสละสิทธิ', 'IS9.3: the detail shows it');
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT alike(pg_temp.refusal_of(format('SELECT registry.add_document(%L, ''waiver'', ''x'', sha256(''x''))', pg_temp.id(1))), 'WF066%', 'IS9.2: another authority does not');
RESET ROLE;
SELECT throws_ok($$UPDATE registry.document SET digest = sha256('y')$$, 'WF064', NULL, 'documents are evidence');

-- RC5: reviews of an import that takes 1 January for unknown
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT set_config('fixture.import', registry.begin_import('old.csv', true)::text, true) \g /dev/null
INSERT INTO registry.import_row (import_id, line_number, thai_id, title, first_name, last_name, sex, birth_date, programme, authority_code, claimed_on, ordered_on, budget_type, way_of_payment)
SELECT current_setting('fixture.import')::bigint, 1 + number, pg_temp.id(20 + number::integer), 'นาย', 'เก่า', 'ระบบ', 'male', typed, 'elderly', '5730102', '01/11/2551', '05/11/2551', 'general', 'cash_in_person'
  FROM unnest(ARRAY['01/01/2483', '1 ม.ค. 2483', '24830101', '01/01/2482', '01/01/2484', '02/01/2484']) WITH ORDINALITY AS each (typed, number);
SELECT is((SELECT concat_ws('/', row_count, claims_added, refused) FROM registry.finish_import(current_setting('fixture.import')::bigint)), '6/6/0', 'RC5: under legacy_unknown_birth all are taken');
SELECT is((SELECT array_agg(national_id::text ORDER BY national_id) FROM registry.open_reviews() WHERE kind = 'legacy_unknown_birth'), (SELECT array_agg(pg_temp.id(number) ORDER BY 1) FROM generate_series(21, 25) AS number), 'RC5: every 1 January waits for review, another day does not');
SELECT is(registry.close_review(pg_temp.id(21)::welfare.thai_id, 'legacy_unknown_birth', 'ตามทะเบียนบ้านไม่ทราบวันเดือน'), 'done', 'an officer settles one');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.close_review(%L, ''legacy_unknown_birth'', ''x'')', pg_temp.id(21))), 'WF093%', 'once');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.close_review(%L, ''legacy_unknown_birth'', '' '')', pg_temp.id(22))), 'WF010 outcome%', 'with what was found');
RESET ROLE;
SELECT results_eq(format('SELECT birth_date::text FROM registry.person WHERE thai_id BETWEEN %L AND %L ORDER BY thai_id', pg_temp.id(21), pg_temp.id(26)),
  $$SELECT (born::welfare.birth_date)::text FROM unnest(ARRAY['00/00/2483', '00/00/2483', '00/00/2483', '00/00/2482', '01/01/2484', '02/01/2484']) AS born$$, 'RC5: until 2483 as unknown, from 2484 as given');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal(pg_temp.form(30, '{"birth_date": "01/01/2483", "authority_code": "5730102"}')), 'birth_date: %', 'RC5: without it January 2483 is refused');

-- as of × as known
SELECT is(registry.edit_beneficiary(pg_temp.id(2)::welfare.thai_id, '{"first_name": "สมปอง"}', '2026-09-15'), 'done', 'a change of name, in force from 15 September');
SELECT is(registry.edit_beneficiary(pg_temp.id(2)::welfare.thai_id, '{"telephone": "0999999999", "programmes": [{"programme": "elderly", "top_up": 100}]}', '2026-09-20'), 'done', 'a telephone and a top-up, from the 20th');
RESET ROLE;
-- recorded on three days: the entry, the name, the rest
SET LOCAL session_replication_role = replica;
UPDATE registry.person_history SET recorded_at = '2026-09-01 09:00+07', in_force_from = '2026-09-01' WHERE thai_id = pg_temp.id(2)::welfare.thai_id AND first_name = 'สมชาย';
UPDATE registry.person_history SET recorded_at = '2026-09-16 09:00+07' WHERE thai_id = pg_temp.id(2)::welfare.thai_id AND first_name = 'สมปอง';
UPDATE registry.person SET recorded_at = '2026-09-21 09:00+07' WHERE thai_id = pg_temp.id(2)::welfare.thai_id;
UPDATE registry.claim_history SET recorded_at = '2026-09-01 09:00+07', in_force_from = '2026-09-01' WHERE thai_id = pg_temp.id(2)::welfare.thai_id;
UPDATE registry.claim SET recorded_at = '2026-09-21 09:00+07' WHERE thai_id = pg_temp.id(2)::welfare.thai_id;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is((SELECT concat_ws('/', first_name, telephone) FROM registry.person_as_of(pg_temp.id(2)::welfare.thai_id, in_force, known)), wanted, format('as of %s, as known on %s', in_force, known))
  FROM (VALUES (DATE '2026-09-14', '2026-09-30 00:00+07'::timestamptz, 'สมชาย/034222222'), ('2026-09-15', '2026-09-30 00:00+07', 'สมปอง/034222222'), ('2026-09-15', '2026-09-16 08:59+07', 'สมชาย/034222222'),
               ('2026-09-15', '2026-09-16 09:00+07', 'สมปอง/034222222'), ('2026-09-19', '2026-09-30 00:00+07', 'สมปอง/034222222'), ('2026-09-20', '2026-09-30 00:00+07', 'สมปอง/0999999999'),
               ('2026-09-20', '2026-09-20 00:00+07', 'สมปอง/034222222'), ('2026-08-31', '2026-09-30 00:00+07', NULL), ('2026-09-30', '2026-08-31 00:00+07', NULL)) AS asked (in_force, known, wanted);
SELECT is((SELECT top_up::numeric FROM registry.claims_as_of(pg_temp.id(2)::welfare.thai_id, in_force, known)), wanted, format('the claim as of %s, as known on %s', in_force, known))
  FROM (VALUES (DATE '2026-09-19', '2026-09-30 00:00+07'::timestamptz, 0.00), ('2026-09-20', '2026-09-30 00:00+07', 100.00), ('2026-09-20', '2026-09-20 00:00+07', 0.00)) AS asked (in_force, known, wanted);
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT is((SELECT count(*) FROM registry.person_as_of(pg_temp.id(2)::welfare.thai_id, '2026-09-30')), 0::bigint, 'QS1: another authority sees no version');
SELECT pg_temp.act_as('administrator');
SELECT is((SELECT count(*) FROM registry.person_as_of(pg_temp.id(2)::welfare.thai_id, '2026-09-30')), 1::bigint, 'an administrator does');
SELECT pg_temp.act_as('province', 73);
SELECT alike(pg_temp.refusal_of(format('SELECT registry.person_as_of(%L, ''2026-09-30'')', pg_temp.id(2))), '42501%', 'AR2: a province does not ask');
RESET ROLE;
-- what history copies is what the tables have
SELECT is((SELECT array_agg(attname || ' ' || format_type(atttypid, atttypmod) ORDER BY attnum) FROM pg_attribute WHERE attrelid = ('registry.' || subject || '_history')::regclass AND attnum > 1),
          (SELECT array_agg(attname || ' ' || format_type(atttypid, atttypmod) ORDER BY attnum) FROM pg_attribute WHERE attrelid = ('registry.' || subject)::regclass AND attnum > 0), 'versions of a ' || subject || ' are whole')
  FROM unnest(ARRAY['person', 'claim']) AS subject;
-- every look is recorded, one entry a call
SELECT is((SELECT count(*) FROM audit.entry WHERE action = 'read' AND relation = 'registry.person_as_of'), 11::bigint, 'IS9.3: each look has its entry');
SELECT is((SELECT count(*) FROM audit.entry WHERE action = 'read' AND relation = 'registry.beneficiary_detail' AND thai_id = pg_temp.id(1)::welfare.thai_id AND principal = 'tester'), 1::bigint, 'IS9.3: with whose, and by whom');

-- RC2: successors
SELECT is(registry.dispose(pg_temp.id(3)::welfare.thai_id, 'died', '2026-09-30'), 'done', 'one is disposed') FROM pg_temp.act_as('local_authority', 5730102);
RESET ROLE;
UPDATE reference.local_authority SET valid = '(,2026-10-02)', successor_code = 5730103 WHERE authority_code = 5730102;
SELECT pg_temp.act_as('administrator');
SELECT alike(pg_temp.refusal_of('SELECT registry.follow_successor(5730102)'), 'WF094%', 'RC2: on its last day it has not ended');
RESET ROLE;
SET LOCAL welfare.business_date = '2026-10-02';
SELECT pg_temp.act_as('administrator');
SELECT is(registry.follow_successor(5730102), 8::bigint, 'RC2: the day after, everybody with a live claim follows');
SELECT is(registry.follow_successor(5730102), 0::bigint, 'RC2: once');
SELECT pg_temp.act_as('local_authority', 5730103);
SELECT is((SELECT count(*) FROM registry.find_beneficiaries()), 8::bigint, 'RC2: the successor sees them');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is((SELECT array_agg(national_id::text) FROM registry.find_beneficiaries()), ARRAY[pg_temp.id(3)], 'RC2: what was disposed stays');
RESET ROLE;
SELECT is((SELECT count(*) FROM registry.claim WHERE state = 'live' AND authority_code <> 5730103), 0::bigint, 'RC2: with their claims');
SELECT * FROM finish();
ROLLBACK;

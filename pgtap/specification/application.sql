-- Applications for disability and AIDS (DR6–DR8, DR13, AR1–AR3, DE18–DE20): who applies for whom, with which papers, and the first month; from the regulations alone.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
RESET ROLE;
ALTER TABLE registry.import_row DISABLE TRIGGER whole_form;
SELECT no_plan();

-- DR7: papers and who may apply -------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-06-10');
\set whole '["application_form", "disability_card", "house_register", "proof_of_representation", "certificate_of_condition", "evidence_of_both"]'
\set mother '{"name": "สมหญิง ใจดี", "relation": "มารดา", "thai_id": "1000000001005"}'
SELECT is(pg_temp.submit_would('a.receiver', 1, 'disability', more, person), wanted, 'DR7' || CASE wanted WHEN 'taken' THEN ': ' ELSE '!: ' END || why)
  FROM (VALUES ('{}'::jsonb, '{}'::jsonb, 'taken', 'in person, with card and house register'), ('{"evidence": ["application_form", "house_register"]}', '{}', 'WF304', 'without the disability card'), ('{"evidence": ["application_form", "disability_card"]}', '{}', 'WF304', 'without the house register'),
    ('{"evidence": ["application_form", "disability_card", "house_register"]}', '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "7010123456", "account_name": "สมชาย"}', 'WF304', 'by bank without the bank book'),
    ('{"certified": false}', '{}', 'WF309', 'without the certification'), ('{"channel": "prison_officer"}', '{}', 'WF303', 'through a prison''s officer, whom this regulation does not know'), ('{"channel": "by_proxy"}', '{}', 'WF303', 'through a mere proxy'),
    ('{"capacity": "incompetent"}', '{}', 'WF307', 'an incompetent person in person'), ('{"capacity": "quasi_incompetent"}', '{}', 'WF307', 'a quasi-incompetent person in person'),
    ('{}', '{"facts": "{thai_nationality, in_house_register, disability_card, !state_shelter}"}', 'WF06J', 'without a kind of disability')) AS v (more, person, wanted, why);
SELECT is(pg_temp.submit_would('a.receiver', 1, 'disability', jsonb_build_object('channel', channel, 'capacity', capacity, 'evidence', :'whole'::jsonb, 'actor', :'mother'::jsonb) || CASE WHEN certified THEN '{"certifier": {"name": "กำนัน ตำบล", "thai_id": "3000000004001", "statement": "พิการจริง ไปไหนไม่ได้"}}' ELSE '{}' END::jsonb,
            jsonb_build_object('birth_date', born)), wanted, format('DR7%s: %s person born %s through %s%s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, capacity, born, channel, CASE WHEN certified THEN ', certified' ELSE '' END))
  FROM (VALUES ('legal_representative', 'minor', '01/01/2560', false, 'taken'), ('guardian', 'incompetent', '01/01/2530', false, 'taken'), ('curator', 'quasi_incompetent', '01/01/2530', false, 'taken'), ('curator', 'incompetent', '01/01/2530', false, 'WF307'), ('guardian', 'minor', '01/01/2560', false, 'WF307'),
               ('legal_representative', 'full', '01/01/2530', false, 'WF307'), ('caregiver', 'full', '01/01/2530', true, 'taken'), ('caregiver', 'full', '01/01/2530', false, 'WF010'), ('caregiver', 'minor', '01/01/2560', true, 'WF307')) AS v (channel, capacity, born, certified, wanted);
SELECT is(pg_temp.submit_would('a.receiver', 1, 'disability', jsonb_build_object('channel', 'legal_representative', 'capacity', 'minor', 'evidence', '["application_form", "disability_card", "house_register"]'::jsonb, 'actor', :'mother'::jsonb), '{"birth_date": "01/01/2560"}'), 'WF304', 'DR7!: a representative without proof of it');
-- a minor of full capacity: 20 is complete at the end of the day before (RC6): born 10 June 2549 is 20 on the day, 11 June 2549 since today
SELECT is(pg_temp.submit_would('a.receiver', 1, 'disability', '{}', jsonb_build_object('birth_date', born, 'marital_status', married)), wanted, format('DR7%s: %s, born %s, alone on 10 June 2569', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, married, born))
  FROM (VALUES ('10/06/2549', 'single', 'taken'), ('12/06/2549', 'single', 'WF308'), ('12/06/2549', 'married', 'taken'), ('01/01/2560', 'single', 'WF308')) AS v (born, married, wanted);

-- DR7, DE20: paid from the month after the application, whenever the order comes ---------------------------------------------------------
CREATE FUNCTION pg_temp.first_of(number integer, programme text, received date, ordered date, person jsonb DEFAULT '{}', more jsonb DEFAULT '{}') RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.today(received);
    answer := pg_temp.submit('a.receiver', number, programme, more, person);
    IF answer LIKE 'WF%' THEN RETURN answer; END IF;
    PERFORM pg_temp.today(ordered);
    RETURN split_part(pg_temp.path('a', number, programme), ' ', 2);
  END $$;
SELECT is(pg_temp.first_of(n, programme, received, ordered), first, format('DR7, DE18, DE19, DE20: %s applied for on %s, ordered on %s, from %s', programme, received, ordered, first))
  FROM (VALUES (10, 'disability', '2026-01-31'::date, '2026-01-31'::date, '2026-02'), (11, 'disability', '2026-02-01', '2026-02-02', '2026-03'), (12, 'disability', '2026-01-31', '2026-05-20', '2026-02'), (13, 'disability', '2015-10-01', '2015-12-01', '2015-11'),
               (14, 'aids', '2026-01-31', '2026-01-31', '2026-02'), (15, 'aids', '2026-01-31', '2026-02-01', '2026-03'), (16, 'aids', '2026-01-31', '2026-05-20', '2026-06')) AS v (n, programme, received, ordered, first);
SELECT pg_temp.today('2015-09-30');
SELECT is(pg_temp.submit_would('a.receiver', 17, 'disability'), 'WF300', 'DE18!: before fiscal year 2559 people registered in November: no such form');
SELECT pg_temp.jobs('2026-05-01', '2026-06-01');
SELECT pg_temp.pay('2026-02-01', '2026-04-01');
SELECT is(pg_temp.ledger(12, '2026-01-01', '2026-06-01', 'disability'), 'A02 800 A03 800 A04 800 A05 800 A06 800', 'DE20: the order of May makes arrears from February');
SELECT is(pg_temp.ledger(16, '2026-01-01', '2026-06-01', 'aids'), 'A06 500', 'DE19!: an AIDS allowance has no arrears before its order');

-- RC8.2, DE5: under 18 gets 1,000; 18 complete steps down ---------------------------------------------------------------------------------
SELECT is(pg_temp.first_of(n, 'disability', '2026-06-15', '2026-06-16', jsonb_build_object('birth_date', born), jsonb_build_object('channel', 'legal_representative', 'capacity', 'minor', 'evidence', :'whole'::jsonb, 'actor', :'mother'::jsonb)), '2026-07', 'DR7: a minor born ' || born)
  FROM (VALUES (20, '01/09/2551'), (21, '02/09/2551'), (22, '29/02/2551'), (23, '01/01/2560')) AS v (n, born);
SELECT pg_temp.jobs('2026-07-01', '2026-10-01');
SELECT is(pg_temp.ledger(20, '2026-07-01', '2026-10-01', 'disability'), 'A07 1000 A08 1000 A09 800 A10 800', 'DE5: 18 on 1 September: 800 in that month');
SELECT is(pg_temp.ledger(21, '2026-07-01', '2026-10-01', 'disability'), 'A07 1000 A08 1000 A09 1000 A10 800', 'DE5: born on the 2nd: from the month after');
SELECT is(pg_temp.ledger(22, '2026-07-01', '2026-10-01', 'disability'), 'A07 800 A08 800 A09 800 A10 800', 'RC6, RC8.2: born on 29 February 2551, 18 since February 2569: 800');
SELECT is(pg_temp.ledger(23, '2026-07-01', '2026-10-01', 'disability'), 'A07 1000 A08 1000 A09 1000 A10 1000', 'RC8.2: a child: 1,000');

-- AR3: all three at once; AR2: nobody above learns of the third ----------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-05');
SELECT ok(pg_temp.submit('a.receiver', 30, programme) LIKE '{%', 'AR3: ' || programme || ' is applied for by one person') FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
SELECT is(pg_temp.path('a', 30, programme), 'recorded 2026-11', 'AR3: ' || programme || ' is accepted') FROM unnest('{elderly,disability,aids}'::text[]) AS programme;
SELECT pg_temp.job('2026-11-01');
SELECT is(pg_temp.ledger(30, '2026-11-01', '2026-11-01', programme), wanted, 'AR3: each has its rate: ' || programme) FROM (VALUES ('elderly', 'A11 700'), ('disability', 'A11 800'), ('aids', 'A11 500')) AS v (programme, wanted);
SELECT is(pg_temp.by(who, format('(SELECT string_agg(claim ->> ''programme'', '' '' ORDER BY claim ->> ''programme'') FROM jsonb_array_elements(registry.beneficiary_detail(%L) -> ''claims'') AS claim)', pg_temp.p(30))), 'disability elderly', 'AR2!: the detail shows no third claim to ' || who) FROM unnest('{province,district,department}'::text[]) AS who;
SELECT unalike(pg_temp.by(who, format('registry.beneficiary_detail(%L)::text', pg_temp.p(30))), '%aids%', 'AR2!: nor a word of it to ' || who) FROM unnest('{province,district,department}'::text[]) AS who;
SELECT is(pg_temp.by('a.officer', format('(SELECT count(*) FROM jsonb_array_elements(registry.beneficiary_detail(%L) -> ''claims''))', pg_temp.p(30))), '3', 'AR2: the authority sees its three');
SELECT is(pg_temp.sees('province', format('SELECT national_id FROM registry.find_beneficiaries(%L)', pg_temp.p(14))), NULL, 'AR2!: who has nothing else is not found by the province');
SELECT is(pg_temp.sees('a.officer', format('SELECT national_id FROM registry.find_beneficiaries(%L)', pg_temp.p(14))), format('(%s)', pg_temp.p(14)), 'AR2: the authority finds them');
-- a form of AIDS at another authority is never said
SELECT ok(pg_temp.submit('a.receiver', 31, 'aids') LIKE '{%', 'AR1: an open form of AIDS at one authority');
SELECT is(pg_temp.submit_would('b.receiver', 31, 'aids'), pg_temp.submit_would('b.receiver', 32, 'aids'), 'AR2!: another authority cannot tell who has one from who has not');
SELECT is(pg_temp.submit_would('b.receiver', 31, 'elderly'), 'taken', 'AR2!: nor by another programme');
SELECT is(pg_temp.would(who, 'count(*) FROM registry.submissions(''aids'')'), wanted, 'AR2' || CASE wanted WHEN 'taken' THEN ': ' ELSE '!: ' END || 'forms of AIDS read by ' || who) FROM (VALUES ('a.officer', 'taken'), ('province', '42501'), ('department', '42501'), ('treasury', '42501')) AS v (who, wanted);
SELECT is(pg_temp.sees('b.officer', 'SELECT national_id FROM registry.submissions(''aids'')'), NULL, 'AR2!: the other authority lists none');
-- AR1: the certificate, and one of the grounds
SELECT is(pg_temp.submit_would('a.receiver', 33, 'aids', more, person), wanted, 'AR1' || CASE wanted WHEN 'taken' THEN ': ' ELSE '!: ' END || why)
  FROM (VALUES ('{"evidence": ["application_form", "house_register"]}'::jsonb, '{}'::jsonb, 'WF304', 'without the medical certificate'), ('{}', '{"facts": "{in_house_register, poor}"}', 'WF06L', 'not certified'), ('{}', '{"facts": "{in_house_register, aids_certified, abandoned}"}', 'taken', 'abandoned'),
    ('{"channel": "caregiver"}', '{}', 'WF303', 'through a caregiver')) AS v (more, person, wanted, why);
-- AIDS has no committee: the order follows the opinion
SELECT is(pg_temp.would('a.member1', format('registry.consider(%s, ''should_accept'')', pg_temp.key(31, 'aids'))), 'WF30B', 'AR1!: no committee looks at a form of AIDS');
SELECT is(pg_temp.path('a', 31, 'aids'), 'recorded 2026-12', 'AR1: accepted in November, paid from December');
SELECT is(pg_temp.submit_would('a.receiver', 31, 'aids'), 'WF06S', 'DE15!: a second application while the first lives');

-- DR8: an application of who has moved in, by the whole path -----------------------------------------------------------------------------------
SELECT pg_temp.today('2026-11-10');
SELECT pg_temp.enter('a.officer', n, 'disability') FROM generate_series(40, 41) AS n;
SELECT pg_temp.enter('a.officer', n, 'elderly') FROM generate_series(42, 43) AS n;
SELECT pg_temp.enter('a.officer', 44, 'elderly');
SELECT is(pg_temp.submit_would('b.receiver', n, programme, '{"moved_in_on": "2026-11-08"}'), 'WF020', 'DR8!, ER8.1!: without a word of the move, another authority''s claim stands: ' || programme) FROM (VALUES (40, 'disability'), (42, 'elderly')) AS v (n, programme);
SELECT is(pg_temp.notify('a.officer', n, '2026-11-08', 6730123), 'done', 'ER8.2: the old authority tells of the move of ' || n) FROM unnest('{40,42,44}'::integer[]) AS n;
SELECT is(pg_temp.submit_would('c.receiver', 42), 'WF020', 'ER8.1!: a third authority takes no form');
SELECT is(pg_temp.submit_would('b.receiver', 42, 'elderly', '{"received_on": "2026-11-07"}') LIKE 'WF%', true, 'DE11!: received the day before the move it counts only at the old authority');
SELECT is(pg_temp.submit_would('b.receiver', 42, 'elderly', '{"received_on": "2026-11-08"}'), 'taken', 'DE11: on the day of the move it counts at the new one');
SELECT ok(pg_temp.submit('b.receiver', n, programme, '{"moved_in_on": "2026-11-08"}') LIKE '{%2026-12-01%', 'DR8, ER8.1: who moved in on 8 November hands a form in: ' || programme) FROM (VALUES (40, 'disability'), (42, 'elderly'), (44, 'elderly')) AS v (n, programme);
SELECT is(pg_temp.claims(42), 'A live 25-02 27-09', 'ER8.3!: a form that nobody has decided ends nothing');
SELECT is(pg_temp.path('b', 40, 'disability'), 'recorded 2026-12', 'DR8: accepted, from the month after the application');
SELECT is(pg_temp.path('b', 42), 'recorded 2026-12', 'ER8.4: so is a confirmation of right');
SELECT is(pg_temp.claims(40, 'disability') || ' | ' || pg_temp.claims(42), 'A live 25-02 26-11, B awaiting 26-12 | A live 25-02 26-11, B awaiting 26-12', 'DR8, ER8.4: November is the old authority''s, December awaits its acknowledgement');
SELECT pg_temp.jobs('2026-12-01', '2027-01-01');
SELECT is(pg_temp.ledger(42, '2026-12-01', '2027-01-01'), 'B12 700* B01 700*', 'ER8.4: prepared and held');
SELECT is(pg_temp.ledger(40, '2026-12-01', '2027-01-01', 'disability'), 'B12 800* B01 800*', 'DR8: so is disability');
SELECT is(pg_temp.ledger(44, '2026-12-01', '2027-01-01'), 'A12 700 A01 700', 'ER8.3: who waits for the order is paid by the old authority meanwhile');
SELECT pg_temp.today('2027-01-05');
SELECT is(pg_temp.path('b', 44), 'recorded 2026-12', 'EG4.1: the order of January names December, the month after the receipt');
SELECT is(pg_temp.by('a.officer', format('registry.acknowledge_move(%L, ''elderly'', ''2027-01-01'')', pg_temp.p(44))), 'done', 'ER8.4: the old authority states that it paid until January');
SELECT pg_temp.job('2027-02-01');
SELECT pg_temp.pay('2026-11-01', '2027-02-01');
SELECT is(pg_temp.ledger(44, '2026-12-01', '2027-02-01'), 'A12 700 A01 700 B02 700', 'ER8.4: no month twice, none without');
SELECT is(pg_temp.submit_would('b.receiver', 42), 'WF06S', 'DE15!: a second form at the new authority while its claim awaits');
SELECT is(pg_temp.submit_would('a.receiver', 42) LIKE 'WF%', true, 'DE11!: nor at the old one, where the domicile is no more');
-- an open form elsewhere when a death becomes known
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2027-01-20'')', pg_temp.p(43))) LIKE 'WF%', false, 'DR14, ER14: a death');
SELECT is(pg_temp.submit_would('b.receiver', 43, 'elderly', '{"moved_in_on": "2027-01-30"}') LIKE 'WF%', true, 'ER14!: nobody confirms for who is recorded as dead elsewhere');
SELECT * FROM finish();
ROLLBACK;

-- The confirmation of right (ER6, ER7, EG3, EG4.1, EG6.2, the form and its path): written from the specification and the regulation alone.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
SELECT no_plan();
CREATE TEMP SEQUENCE people START 100;
GRANT USAGE ON SEQUENCE people TO PUBLIC;

-- EG4.1: the first month, from the day of receipt and the birth; the order comes late ------------------------------------------------
CREATE FUNCTION pg_temp.first_of(born text, received date, ordered date) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE number integer := nextval('people'); answer text;
  BEGIN
    PERFORM pg_temp.today(received);
    answer := pg_temp.submit('a.receiver', number, 'elderly', '{}', jsonb_build_object('birth_date', born));
    IF answer LIKE 'WF%' THEN RETURN answer; END IF;
    PERFORM pg_temp.today(ordered);
    answer := pg_temp.path('a', number);
    IF answer = 'waiting' THEN
      PERFORM pg_temp.today('2026-10-01'), pg_temp.be('admin');
      PERFORM registry.check_waiting('2026-10-01');
      RESET ROLE;
      answer := pg_temp.stands(number);
    END IF;
    RETURN split_part(answer, ' ', 2);
  END $$;
SELECT is(pg_temp.first_of(born, received, coalesce(ordered, received)), first, format('EG4.1, ER7, RC6: born %s, confirmed %s, ordered %s: paid from %s', born, received, coalesce(ordered, received), first))
  FROM (VALUES ('01/09/2506', '2023-08-31'::date, NULL::date, '2023-09'), ('01/09/2506', '2023-08-12', '2023-10-20', '2023-09'), ('01/09/2506', '2023-09-01', NULL, '2023-10'), ('01/09/2506', '2023-09-30', '2023-12-01', '2023-10'),
               ('02/09/2506', '2023-08-31', NULL, '2023-10'), ('30/09/2506', '2023-09-30', NULL, '2023-10'), ('01/10/2506', '2023-09-30', NULL, '2023-10'), ('01/10/2506', '2023-10-01', NULL, '2023-11'),
               ('29/02/2507', '2024-01-15', NULL, '2024-03'), ('29/02/2507', '2024-02-29', NULL, '2024-03'), ('29/02/2507', '2024-03-01', NULL, '2024-04'), ('28/02/2507', '2024-02-01', NULL, '2024-03'), ('01/03/2507', '2024-02-29', NULL, '2024-03'),
               ('00/00/2507', '2023-12-31', NULL, '2024-01'), ('00/00/2507', '2024-01-01', NULL, '2024-02'), ('00/03/2507', '2024-02-10', NULL, '2024-03'), ('31/12/2506', '2023-12-31', NULL, '2024-01'), ('01/01/2507', '2023-12-31', NULL, '2024-01'),
               ('00/00/2480', '2024-05-31', '2024-08-01', '2024-06'), ('15/06/2490', '2026-06-30', '2026-09-30', '2026-07')) AS v (born, received, ordered, first);
-- ER12, RC5, RC8: and what the law pays at the step: who has only the year 2480 turns 90 on 1 April 2570
SELECT pg_temp.today('2026-12-20');
SELECT is(pg_temp.submit('a.receiver', 1, 'elderly', '{}', '{"birth_date": "00/00/2480"}') ~ '2027-01', true, 'EG4.1: the slip names the expected first month');
SELECT is(pg_temp.path('a', 1), 'recorded 2027-01', 'ER7: a complete form is recorded by the order');
SELECT is(pg_temp.submit('a.receiver', 2, 'elderly', '{}', '{"birth_date": "01/02/2500"}') LIKE '{%', true, 'ER7: another');
SELECT is(pg_temp.path('a', 2), 'recorded 2027-01', 'ER7: who is recorded too');
SELECT is(pg_temp.submit('a.receiver', 3, 'elderly', '{}', '{"birth_date": "29/02/2500"}'), 'WF012', 'RC5!: 29 February 2500, which was no leap year, is refused');
SELECT is(pg_temp.submit('a.receiver', 3, 'elderly', '{}', '{"birth_date": "28/02/2500"}') LIKE '{%', true, 'RC5: the day before is taken');
SELECT is(pg_temp.path('a', 3), 'recorded 2027-01', 'ER7: and recorded');
SELECT pg_temp.jobs('2027-01-01', '2027-05-01');
SELECT is(pg_temp.ledger(1, '2026-12-01', '2027-05-01'), 'A01 800 A02 800 A03 800 A04 1000 A05 1000', 'RC5, RC8, ER9: 90 is complete on 31 March 2570 for who has only the year 2480: 1,000 from April, not January');
SELECT is(pg_temp.ledger(2, '2026-12-01', '2027-05-01'), 'A01 600 A02 700 A03 700 A04 700 A05 700', 'ER9, RC6: born on 1 February: 700 in the month of the 70th birthday itself');
SELECT is(pg_temp.ledger(3, '2026-12-01', '2027-05-01'), 'A01 600 A02 600 A03 700 A04 700 A05 700', 'ER9: born on 28 February: 700 from March');

CREATE FUNCTION pg_temp.on_day(day date, born text) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_temp.today(day); RETURN pg_temp.submit_would('a.receiver', 90, 'elderly', '{}', jsonb_build_object('birth_date', born)); END $$;
-- EG3.1: how early, both sides of each boundary ------------------------------------------------------------------------------------
SELECT is(pg_temp.on_day(day, born), wanted, format('EG3.1%s: on %s, born %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, day, born))
  FROM (VALUES ('2026-09-30'::date, '01/10/2510', 'taken'), ('2026-09-30', '02/10/2510', 'WF305'), ('2026-10-01', '02/10/2510', 'taken'), ('2026-10-01', '01/10/2511', 'taken'), ('2026-10-01', '02/10/2511', 'WF305'), ('2026-12-31', '15/06/2511', 'taken'), ('2027-01-01', '15/06/2511', 'taken')) AS v (day, born, wanted);
SELECT pg_temp.today('2023-08-11');
SELECT is(pg_temp.submit_would('a.receiver', 90), 'WF300', 'ER7!, EG3.1!: before 12 August 2566 nobody confirms');
SELECT pg_temp.today('2023-08-12');
SELECT is(pg_temp.submit_would('a.receiver', 90), 'taken', 'ER7, EG3.1: from 12 August 2566 they do');

-- The papers and the statements ------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-06-10');
SELECT is(pg_temp.submit_would('a.receiver', 90, 'elderly', more, person), wanted, 'ER7' || CASE wanted WHEN 'taken' THEN ': ' ELSE '!: ' END || why)
  FROM (VALUES ('{"certified": false}'::jsonb, '{}'::jsonb, 'WF309', 'without the certification'), ('{"consented": false}', '{}', 'WF309', 'without the consent'), ('{"certified": null}', '{}', 'WF309', 'silent about the certification'),
    ('{"evidence": []}', '{}', 'WF304', 'without the confirmation form'), ('{"received_on": "2026-06-11"}', '{}', 'WF016', 'received tomorrow'), ('{"received_on": "2026-06-10"}', '{}', 'taken', 'received today'),
    ('{}', '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "7010123456", "account_name": "สมชาย"}', 'WF304', 'paid by bank without the bank book'),
    ('{"evidence": ["confirmation_form", "bank_book"]}', '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "7010123456", "account_name": "สมชาย"}', 'taken', 'paid by bank with it'),
    ('{"channel": "by_proxy", "evidence": ["confirmation_form", "proxy_letter", "identity_cards_of_both"]}', '{}', 'WF010', 'by a proxy who is not named'),
    ('{"channel": "by_proxy", "evidence": ["confirmation_form"], "actor": {"name": "สมหญิง ใจดี", "relation": "บุตร", "thai_id": "1000000001005", "address": "2 ดอนยายหอม", "telephone": "034-222-222"}}', '{}', 'WF304', 'by a proxy without the letter and the cards'),
    ('{"channel": "by_proxy", "evidence": ["confirmation_form", "proxy_letter", "identity_cards_of_both"], "actor": {"name": "สมหญิง ใจดี", "relation": "บุตร", "thai_id": "1000000001005", "address": "2 ดอนยายหอม", "telephone": "034-222-222"}}', '{}', 'taken', 'by a proxy with them'),
    ('{"channel": "caregiver"}', '{}', 'WF303', 'by a caregiver, whom this allowance does not know'),
    ('{"channel": "in_person", "imprisoned": true}', '{}', 'WF306', 'a prisoner in person'),
    ('{"channel": "by_proxy", "imprisoned": true, "evidence": ["confirmation_form", "proxy_letter", "identity_cards_of_both"], "actor": {"name": "สมหญิง ใจดี", "relation": "บุตร", "thai_id": "1000000001005", "address": "2 ดอนยายหอม", "telephone": "034-222-222"}}', '{}', 'WF306', 'a prisoner through a relative (DE8)')) AS v (more, person, wanted, why);
SELECT is(pg_temp.submit_would('a.receiver', 90, 'elderly', jsonb_build_object('channel', 'prison_officer', 'imprisoned', true, 'evidence', '["confirmation_form", "prison_authorisation"]'::jsonb,
            'actor', jsonb_build_object('name', 'ผู้บัญชาการ เรือนจำ', 'position', position, 'thai_id', '1000000001005'))), 'taken', 'EG3.2, DE8: a prisoner through the prison''s ' || position) FROM unnest('{commander,director,named_officer}'::text[]) AS position;
SELECT is(pg_temp.submit_would('a.receiver', 90, 'elderly', '{"channel": "prison_officer", "imprisoned": true, "evidence": ["confirmation_form"], "actor": {"name": "x", "position": "commander", "thai_id": "1000000001005"}}'), 'WF304', 'EG3.2!: without the authorisation');
SELECT isnt(pg_temp.submit_would('a.receiver', 90, 'elderly', '{"channel": "prison_officer", "imprisoned": true, "evidence": ["confirmation_form", "prison_authorisation"], "actor": {"name": "x", "position": "cook", "thai_id": "1000000001005"}}'), 'taken', 'EG3.2!: another of the prison''s staff');
SELECT is(pg_temp.submit_would(who, 90), wanted, 'ER7' || CASE wanted WHEN 'taken' THEN '' ELSE '!' END || ': received by ' || who)
  FROM (VALUES ('a.receiver', 'taken'), ('a.plain', 'WF30C'), ('a.clerk', 'WF30C'), ('a.executive', 'WF30C'), ('a.member1', 'WF30C'), ('province', '42501'), ('department', '42501'), ('admin', '42501'), ('portal', '42501'), ('civil', '42501')) AS v (who, wanted);

-- The path: who, in which office, in which order; nobody twice -----------------------------------------------------------------------
SELECT ok(pg_temp.submit('a.receiver', 5) LIKE '{%', 'ER7: the form that goes the whole path');
CREATE FUNCTION pg_temp.step(who text, call text, number integer DEFAULT 5) RETURNS text LANGUAGE sql AS $$ SELECT left(pg_temp.by(who, format(call, pg_temp.key(number))), 5) $$;
CREATE FUNCTION pg_temp.may(who text, call text, number integer DEFAULT 5) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.would(who, format(call, pg_temp.key(number))) $$;
SELECT is(pg_temp.may(who, call), wanted, format('EG4.1, ER7%s: at the start, %s by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, call, who))
  FROM (VALUES ('a.officer', 'registry.opine(%s, ''complete'')', 'taken'), ('a.receiver', 'registry.opine(%s, ''complete'')', 'WF30D'), ('a.clerk', 'registry.opine(%s, ''complete'')', 'WF30C'), ('a.executive', 'registry.opine(%s, ''complete'')', 'WF30C'),
               ('a.plain', 'registry.opine(%s, ''complete'')', 'WF30C'), ('b.officer', 'registry.opine(%s, ''complete'')', 'WF30A'), ('a.officer', 'registry.opine(%s, ''lacks_qualification'')', 'WF010'), ('a.officer', 'registry.opine(%s, ''fine'')', 'WF011'),
               ('a.member1', 'registry.consider(%s, ''should_accept'')', 'WF30B'), ('a.executive', 'registry.order_submission(%s, ''accept'', ''1'')', 'WF30B'), ('admin', 'registry.opine(%s, ''complete'')', '42501')) AS v (who, call, wanted);
SELECT unalike(coalesce(pg_temp.step('a.officer', 'registry.opine(%s, ''complete'')'), ''), 'WF%', 'ER7: the officer''s opinion');
SELECT is(pg_temp.may('a.receiver', 'registry.opine(%s, ''complete'')'), 'WF30B', 'ER7!: no second opinion');
SELECT unalike(coalesce(pg_temp.step('a.member' || n, 'registry.consider(%s, ''should_accept'')'), ''), 'WF%', 'ER7: the vote of member ' || n) FROM generate_series(1, 2) AS n;
SELECT is(pg_temp.may('a.member1', 'registry.consider(%s, ''should_accept'')'), 'WF30D', 'ER7!: no member votes twice');
SELECT is(pg_temp.may('a.officer', 'registry.consider(%s, ''should_accept'')'), 'WF30C', 'ER7!: the officer is no member');
SELECT is(pg_temp.may('a.executive', 'registry.order_submission(%s, ''accept'', ''1'')'), 'WF30B', 'ER7!: two votes are no committee');
SELECT unalike(coalesce(pg_temp.step('a.member3', 'registry.consider(%s, ''should_not'', ''ไม่ควร'')'), ''), 'WF%', 'ER7: the third vote');
SELECT is(pg_temp.may('a.member4', 'registry.consider(%s, ''should_accept'')'), 'WF30B', 'ER7!: the committee is of exactly three');
SELECT is(pg_temp.may(who, 'registry.order_submission(%s, ' || args || ')'), wanted, format('ER7, EG4.1%s: the order by %s: %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, who, args))
  FROM (VALUES ('a.executive', '''accept'', ''1/2569''', 'taken'), ('a.delegate', '''accept'', ''1/2569''', 'taken'), ('a.clerk', '''accept'', ''1/2569''', 'WF30C'), ('a.officer', '''accept'', ''1/2569''', 'WF30C'), ('b.executive', '''accept'', ''1/2569''', 'WF30A'),
               ('a.executive', '''accept'', ''1/2569'', first_month => ''2026-06-01''', 'WF30E'), ('a.executive', '''accept'', ''1/2569'', first_month => ''2026-07-01''', 'taken'), ('a.executive', '''accept'', ''1/2569'', first_month => ''2026-08-01''', 'WF010'),
               ('a.executive', '''accept'', ''1/2569'', ''รอเอกสาร'', ''2026-08-01''', 'taken'), ('a.executive', '''accept'', ''1/2569'', ''รอเอกสาร'', ''2026-08-02''', 'WF034'), ('a.executive', '''other'', ''1/2569''', 'WF010'), ('a.executive', '''accept'', NULL', 'WF010'),
               ('a.executive', '''perhaps'', ''1/2569''', 'WF011'), ('a.executive', '''reject'', ''1/2569'', ''ขาดคุณสมบัติ''', 'taken')) AS v (who, args, wanted);
-- other: back to the officer; each step again
SELECT unalike(coalesce(pg_temp.step('a.executive', 'registry.order_submission(%s, ''other'', ''1/2569'', ''ให้ตรวจเงินเดือน'')'), ''), 'WF%', 'ER7: another order returns the form');
SELECT is(pg_temp.may('a.executive', 'registry.order_submission(%s, ''accept'', ''1'')'), 'WF30B', 'ER7!: it cannot be accepted without the officer');
SELECT is(pg_temp.may('a.member1', 'registry.consider(%s, ''should_accept'')'), 'WF30B', 'ER7!: nor voted on');
SELECT is(pg_temp.path('a', 5), 'recorded 2026-07', 'ER7: the second round ends in the claim, from the month after the receipt');
SELECT is(pg_temp.may(who, call), 'WF30B', 'ER7!: nothing is undone: ' || call)
  FROM (VALUES ('a.officer', 'registry.opine(%s, ''complete'')'), ('a.member4', 'registry.consider(%s, ''should_not'')'), ('a.executive', 'registry.order_submission(%s, ''reject'', ''2'', ''x'')'), ('a.officer', 'registry.lapse_submission(%s, ''x'')')) AS v (who, call);
SELECT is(pg_temp.sees('a.officer', format('SELECT count(*) FROM registry.submission_path(%s)', pg_temp.key(5))), '(11)', 'ER7: every step is on the path, of both rounds');
SELECT is(pg_temp.submit('a.receiver', 5), 'WF06S', 'DE15!: a second confirmation while the first lives is already recorded');
SELECT is(pg_temp.submit('b.receiver', 5), 'WF020', 'ER7!, IS8.3!: nor at another authority, without a move');
SELECT ok(pg_temp.submit('a.receiver', 6) LIKE '{%', 'ER7: a form that is open');
SELECT is(pg_temp.submit('a.receiver', 6), 'WF302', 'DE15!: a second form while the first is open');
SELECT is(pg_temp.submit('b.receiver', 6), 'WF301', 'ER7!: nor at another authority');
SELECT is(pg_temp.sees('b.officer', format('SELECT count(*) FROM registry.submissions(''elderly'')')), '(0)', 'ER7!: another authority lists no form of this one');
SELECT is(pg_temp.would('b.officer', format('(SELECT count(*) FROM registry.slip(%s))', pg_temp.key(6))), 'WF30A', 'ER7!: nor prints its slip');
SELECT is(pg_temp.would('province', 'count(*) FROM registry.submissions()'), '42501', 'ER7!: above the authority nobody reads forms');
SET LOCAL welfare.language = 'th';
SELECT ok(pg_temp.sees('a.officer', format('SELECT line FROM registry.slip(%s)', pg_temp.key(6))) ~ '10 (มิถุนายน|มิ.ย.) ?(2569|69)', 'ER7, RC10: the slip carries the date in Thai');
SELECT ok(pg_temp.sees('a.officer', format('SELECT line FROM registry.slip(%s)', pg_temp.key(6))) !~ pg_temp.id(6), 'ER7!: and no whole national ID');
SET LOCAL welfare.language = 'en';
-- reject; then a new form
SELECT is(pg_temp.path('a', 6, 'elderly', 'lacks_qualification', ', ''ตรวจแล้วมีสิทธิ'''), 'recorded 2026-07', 'ER7: the executive may accept against the opinion, saying why');
SELECT ok(pg_temp.submit('a.receiver', 7) LIKE '{%', 'ER7: a form to be rejected');
SELECT pg_temp.by('a.officer', format('registry.opine(%s, ''lacks_qualification'', ''มีเงินเดือน'')', pg_temp.key(7)));
SELECT pg_temp.by('a.' || m, format('registry.consider(%s, ''should_not'', ''x'')', pg_temp.key(7))) FROM unnest('{member1,member2,member3}'::text[]) AS m;
SELECT unalike(coalesce(pg_temp.step('a.delegate', 'registry.order_submission(%s, ''reject'', ''3/2569'', ''มีเงินเดือน'')', 7), ''), 'WF%', 'ER7: the delegate rejects');
SELECT is(pg_temp.claims(7), NULL, 'ER7!: a rejected form makes no claim');
SELECT ok(pg_temp.submit('a.receiver', 7) LIKE '{%', 'ER7: a new form is open after a rejection');
-- does not want
SELECT ok(pg_temp.submit('a.receiver', 8, 'elderly', '{"wants_allowance": false}') LIKE '{"state": "declined"%', 'ER7: a declination is one');
SELECT is(pg_temp.claims(8), NULL, 'ER14!: a declination is no waiver: no claim');
SELECT is(pg_temp.may('a.officer', 'registry.opine(%s, ''complete'')', 8), 'WF30B', 'ER7!: nothing follows a declination');
SELECT pg_temp.today('2026-07-15');
SELECT ok(pg_temp.submit('a.receiver', 8) LIKE '%2026-08-01%', 'ER7: a later confirmation stays open, paid from the month after it, without arrears');

-- EG4.1, DE20: what the authority's own work delays is arrears; what the person delays is not ------------------------------------------
SELECT pg_temp.today('2026-02-27');
SELECT pg_temp.submit('a.receiver', 10);
SELECT pg_temp.jobs('2026-03-01', '2026-05-01');
SELECT is(pg_temp.ledger(10, '2026-01-01', '2026-05-01'), NULL, 'DE20!: without the order nothing is paid');
SELECT pg_temp.today('2026-05-20');
SELECT is(pg_temp.path('a', 10), 'recorded 2026-03', 'EG4.1: the order of May names March, the month after the receipt');
SELECT pg_temp.pay('2026-03-01', '2026-05-01');
SELECT is(pg_temp.ledger(10, '2026-01-01', '2026-05-01'), 'A03 700 A04 700 A05 700', 'EG4.1, DE20: March to May as arrears, once');
SELECT pg_temp.pay('2026-03-01', '2026-05-01');
SELECT is(pg_temp.ledger(10, '2026-01-01', '2026-05-01'), 'A03 700 A04 700 A05 700', 'EG4.1!: a second run pays nothing twice');

-- Early confirmations: born 15 November 2509, 60 complete on 14 November 2569, paid from December ---------------------------------------
SELECT pg_temp.today('2026-10-05');
SELECT pg_temp.submit('a.receiver', n, 'elderly', '{}', jsonb_build_object('birth_date', '15/11/2509', 'facts', facts))
  FROM (VALUES (20, pg_temp.proof('elderly')), (21, replace(pg_temp.proof('elderly'), '!state_pension', 'state_pension, !disability_allowance, !aids_allowance')), (22, '{thai_nationality, in_house_register}'), (23, pg_temp.proof('elderly')), (24, pg_temp.proof('elderly')), (25, pg_temp.proof('elderly'))) AS v (n, facts);
SELECT is(pg_temp.path('a', n, 'elderly', CASE n WHEN 23 THEN 'to_be_checked' ELSE 'complete' END), 'waiting', 'EG3.1: an early confirmation, accepted, waits: ' || n) FROM unnest('{20,21,22,23,24,25}'::integer[]) AS n;
SELECT pg_temp.jobs('2026-10-01', '2026-11-01');
SELECT is(pg_temp.ledger(20, '2026-10-01', '2026-11-01'), NULL, 'EG3.1!: nothing is paid before the first month');
-- who waits at A moves to B before the first payment and confirms there; another dies
SELECT pg_temp.today('2026-11-10');
SELECT ok(pg_temp.submit('b.receiver', 24, 'elderly', '{"moved_in_on": "2026-11-08"}', '{"birth_date": "15/11/2509"}') LIKE '{%2026-12-01%', 'DE9: who waits and moves before the first payment confirms anew, still in time for December');
SELECT is(pg_temp.path('b', 24), 'recorded 2026-12', 'DE9: and is recorded at the new authority for December');
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.feed(25, '{"happened_on": "12/11/2569", "registered_on": "13/11/2569", "birth_date": "15/11/2509"}'), '1 0 0', 'ER15: the registry tells of a death while a form waits');
SELECT is(pg_temp.would('admin', 'registry.check_waiting(''2027-01-01'')'), 'WF30G', 'EG3.1!: qualifications are not checked two months ahead');
SELECT pg_temp.job('2026-12-01');
SELECT pg_temp.job('2026-12-02');
SELECT is(pg_temp.stands(n), wanted, 'EG3.1: ' || why) FROM (VALUES (20, 'started 2026-12', 'true starts the claim in the month of the law'), (21, 'stopped', 'false stops it: a state pension'), (22, 'waiting', 'undecided goes on waiting'), (23, 'started 2026-12', 'what was to be checked on the day is checked')) AS v (n, wanted, why);
SELECT is(pg_temp.ledger(n, '2026-10-01', '2026-12-01'), wanted, 'EG3.1' || CASE WHEN wanted IS NULL THEN '!' ELSE '' END || ': in December ' || n || ' is paid ' || coalesce(wanted, 'nothing'))
  FROM (VALUES (20, 'A12 600'), (21, NULL), (22, NULL), (23, 'A12 600'), (24, 'B12 600')) AS v (n, wanted);
SELECT is(coalesce(pg_temp.ledger(25, '2026-10-01', '2026-12-01'), 'A12 600*'), 'A12 600*', 'ER13!, ER15!: who died on 12 November is not paid for December without a hold');
SELECT ok(pg_temp.sees('a.officer', 'SELECT national_id FROM registry.submissions(undecided_only => true)') LIKE '%' || pg_temp.id(22) || '%', 'EG3.1: the undecided stand on the officer''s list');
SELECT is(pg_temp.submit('a.receiver', 21, 'elderly', '{}', '{"birth_date": "15/11/2509"}') LIKE '{%', true, 'EG3.1: who was stopped may confirm anew');
SELECT pg_temp.jobs('2027-01-01', '2027-02-01');
SELECT pg_temp.by('a.officer', format('registry.supply_facts(%s, ''{!state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'', ''หนังสือกรมบัญชีกลาง'')', pg_temp.key(22)));
SELECT pg_temp.pay('2026-12-01', '2027-02-01');
SELECT is(pg_temp.ledger(22, '2026-10-01', '2027-02-01'), 'A12 600 A01 600 A02 600', 'EG3.1: checked in February, paid from the due month as arrears');

-- A waiver, then a new confirmation -----------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-06-20');
SELECT pg_temp.enter('a.officer', 30 + n) FROM generate_series(0, 1) AS n;
SELECT is(pg_temp.would('a.officer', format('registry.dispose(%L, ''waived'', ''2026-06-10'', programmes => ''{elderly}'')', pg_temp.p(30))), 'WF32A', 'ER14!: a waiver without its paper');
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''waived'', ''2026-06-10'', programmes => ''{elderly}'', remark => ''หนังสือสละสิทธิ'')', pg_temp.p(30 + n))) LIKE 'WF%', false, 'ER14: a waiver in writing') FROM generate_series(0, 1) AS n;
SELECT is(pg_temp.submit_would('a.receiver', 30), 'taken', 'ER14, EG4.1: waived on the 10th, ordered on the 20th, confirmed on the 20th');
SELECT pg_temp.today('2026-06-21');
SELECT ok(pg_temp.submit('a.receiver', 30) LIKE '{%2026-07-01%', 'ER14, EG4.1: confirmed on the 21st');
SELECT is(pg_temp.path('a', 30), 'recorded 2026-07', 'ER14, EG4.1: who waives and confirms in one month is paid without a gap');
SELECT pg_temp.today('2026-08-31');
SELECT pg_temp.submit('a.receiver', 31);
SELECT is(pg_temp.path('a', 31), 'recorded 2026-09', 'EG4.1: who confirms in August is paid from September');
SELECT pg_temp.jobs('2026-05-01', '2026-10-01');
SELECT is(pg_temp.ledger(30, '2026-05-01', '2026-10-01'), 'A05 700 A06 700 A07 700 A08 700 A09 700 A10 700', 'DE6, EG4.1: each month once');
SELECT is(pg_temp.ledger(31, '2026-05-01', '2026-10-01'), 'A05 700 A06 700 A09 700 A10 700', 'DE6, EG4.1!: July and August are nobody''s');
SELECT * FROM finish();
ROLLBACK;

-- How a right ends: findings, verification, public notices, objections, orders, waivers, good faith, recovery; both sides of every boundary.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
SET LOCAL welfare.business_date = '2026-11-20';
SELECT pg_temp.hold_offices(authority) FROM unnest('{5730102,6730213}'::integer[]) AS authority \g /dev/null

-- Acts as the holder of an office of 5730102.
CREATE FUNCTION pg_temp.as_office(office text, authority integer DEFAULT 5730102) RETURNS void LANGUAGE sql AS $$ SELECT pg_temp.act_as('local_authority', authority, office || '.' || authority) $$;
-- Enters somebody whose papers prove a programme, as the officer.
CREATE FUNCTION pg_temp.enter(number integer, programme text DEFAULT 'elderly', extra jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('officer');
  SELECT pg_temp.add(number, jsonb_build_object('programme', programme, 'facts', CASE programme WHEN 'aids' THEN '{in_house_register, aids_certified, poor}'
    WHEN 'disability' THEN '{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability}' ELSE '{thai_nationality, in_house_register}' END), extra) $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
-- Records a loss of a qualification as the officer, on 1 October unless said otherwise.
CREATE FUNCTION pg_temp.find(number integer, programme reference.programme_name DEFAULT 'elderly', never boolean DEFAULT false, good_faith boolean DEFAULT false, found_on date DEFAULT '2026-10-01') RETURNS integer LANGUAGE sql AS $$
  SELECT pg_temp.as_office('officer');
  SELECT registry.record_finding(pg_temp.person(number), programme, 'disqualified', least(found_on, '2026-09-15'), 'own_check', 'ไม่พบชื่อในทะเบียนบ้าน', '{in_house_register}',
                                 never_entitled => never, good_faith => good_faith, found_on => found_on) $$;
-- Posts it on its day, and comes back to today.
CREATE FUNCTION pg_temp.post(number integer, programme reference.programme_name DEFAULT 'elderly', posted_on date DEFAULT '2026-10-01', places reference.notice_place[] DEFAULT '{office}') RETURNS date LANGUAGE plpgsql AS $$
  DECLARE
    today date := welfare.business_date();
    until date;
  BEGIN
    PERFORM pg_temp.as_office('officer');
    PERFORM pg_temp.is_day(least(posted_on, today));
    until := registry.post_notice(programme, ARRAY[pg_temp.person(number)], '1/2570', places, posted_on, CASE WHEN 'designated_place' = ANY (places) THEN 'ศาลาประชาคม' END);
    PERFORM pg_temp.is_day(today);
    RETURN until;
  END $$;
CREATE FUNCTION pg_temp.verify(number integer, taken_on date, programme reference.programme_name DEFAULT 'elderly', finding integer DEFAULT 1) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('executive');
  SELECT registry.verify_finding(pg_temp.person(number), programme, finding, 'ตรวจทะเบียนราษฎร', 'ทร. 14', taken_on) $$;
CREATE FUNCTION pg_temp.propose(number integer, taken_on date) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('clerk');
  SELECT registry.propose_removal(pg_temp.person(number), 'elderly', 1, '2/2570', taken_on) $$;
CREATE FUNCTION pg_temp.remove(number integer, ordered_on date, programme reference.programme_name DEFAULT 'elderly', finding integer DEFAULT 1) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('executive');
  SELECT registry.order_removal(pg_temp.person(number), programme, finding, '3/2570', 'ขาดคุณสมบัติ', ordered_on) $$;
CREATE FUNCTION pg_temp.object(number integer, received_on date, programme reference.programme_name DEFAULT 'elderly') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('officer');
  SELECT registry.record_objection(pg_temp.person(number), programme, 1, 'ยังอยู่ในพื้นที่', received_on) $$;
-- The newest claim of a person as state/last month, as whoever sees all.
CREATE FUNCTION pg_temp.stands(number integer, programme reference.programme_name DEFAULT 'elderly') RETURNS text LANGUAGE plpgsql AS $$
  BEGIN RESET ROLE; RETURN (SELECT concat_ws('/', state, left(last_month::text, 7)) FROM registry.claim WHERE thai_id = pg_temp.person(number) AND claim.programme = stands.programme ORDER BY claim_number DESC LIMIT 1); END $$;
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
-- What a call is refused with to a user of another duty.
CREATE FUNCTION pg_temp.refused_as(duty text, code integer, call text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_temp.act_as(duty, code); RETURN pg_temp.refused('SELECT ' || call); END $$;

-- ER16, DE6: the days of a notice
SELECT is(pg_temp.enter(1), 'done', 'a beneficiary');
SELECT is(pg_temp.find(1), 1, 'ER14: what was found is recorded, as number 1');
SELECT is(pg_temp.refused($$SELECT pg_temp.find(1)$$), 'WF32H', 'ER14!: once, while it is open');
SELECT pg_temp.is_day('2026-10-05') \g /dev/null
SELECT is(pg_temp.refused($$SELECT registry.post_notice('elderly', ARRAY[pg_temp.person(1)], '1/2570', '{office}', '2026-10-01')$$), 'WF32T', 'ER16!: what is recorded four days after it was posted has to be posted anew');
SELECT is(pg_temp.refused($$SELECT registry.post_notice('elderly', ARRAY[pg_temp.person(1)], '1/2570', '{office}', '2026-10-02')$$), 'taken', 'ER16: three days after it was posted it is recorded');
SELECT pg_temp.is_day('2026-11-20') \g /dev/null
SELECT is(pg_temp.post(1), DATE '2026-10-16', 'ER16, DE6: posted on the 1st, objections run to the end of the 16th');
SELECT is(pg_temp.refused($$SELECT pg_temp.post(1)$$), 'WF321', 'ER16!: what is posted is not posted again');
SELECT is(pg_temp.refused(format('SELECT pg_temp.object(1, %L)', day)), answer, format('ER16%s: an objection received on %s', mark, day))
  FROM (VALUES ('2026-09-30', 'WF32C', '!'), ('2026-10-01', 'taken', ''), ('2026-10-16', 'taken', ''), ('2026-10-17', 'WF32C', '!'), ('2026-11-21', 'WF016', '!')) AS v (day, answer, mark);
SELECT is(pg_temp.refused(format('SELECT pg_temp.propose(1, %L)', day)), answer, format('ER16%s: the clerk proposes on %s', mark, day))
  FROM (VALUES ('2026-10-16', 'WF325', '!'), ('2026-10-17', 'taken', '')) AS v (day, answer, mark);
SELECT is(pg_temp.refused($$SELECT pg_temp.verify(1, '2026-10-17')$$), 'WF328', 'ER16!: no verification for the order without the clerk''s proposal');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(1, '2026-10-17')$$), 'WF321', 'ER16, ER14!: nor an order at once');
SELECT is(pg_temp.propose(1, '2026-10-17'), 'done', 'ER16: the clerk proposes');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(1, '2026-10-17')$$), 'WF321', 'ER14!: no order before the facts are verified');
SELECT is(pg_temp.verify(1, '2026-10-17'), 'done', 'ER14: the executive verifies');
SELECT is(pg_temp.stands(1), 'live', 'DE7, ER16: the claim is live until the order');
SELECT is((SELECT string_agg(state::text, ' ') FROM registry.pending_removal WHERE thai_id = pg_temp.person(1)), 'verified', 'DE7: and marked as awaiting removal');
SELECT is(pg_temp.remove(1, '2026-10-17'), 'done', 'ER16, DE6: the order of the 17th is lawful');
SELECT is(pg_temp.stands(1), 'disposed/2026-10', 'ER16, DE6: payment stops from the month after the order');
SELECT is((SELECT count(*) FROM registry.pending_removal WHERE thai_id = pg_temp.person(1)), 0::bigint, 'DE7!: what is ordered awaits nothing');
SELECT is((SELECT concat_ws('/', cause, happened_on, ordered_on, order_number, remark) FROM registry.disposal WHERE thai_id = pg_temp.person(1)), 'disqualified/2026-09-15/2026-10-17/3/2570/ขาดคุณสมบัติ', 'EG7: the disposal is of the day of the order, every field complete');
SELECT is((SELECT string_agg(concat_ws(' ', to_state, office, taken_by), ', ' ORDER BY step_number) FROM registry.finding_step WHERE thai_id = pg_temp.person(1)),
          'recorded officer.5730102, posted officer officer.5730102, proposed clerk clerk.5730102, verified executive executive.5730102, removed executive executive.5730102', 'ER14, ER16: each step has who and in which office');
SELECT pg_temp.as_office('officer');
SELECT is(pg_temp.refused($$SELECT pg_temp.object(1, '2026-10-16')$$), 'WF32D', 'ER16!: after the order no objection is taken, even of the last day');
SELECT is(pg_temp.refused($$SELECT registry.record_telling(pg_temp.person(1), 'elderly', 1, 'จดหมาย', '2026-10-16')$$), 'WF017', 'ER16!: nobody is told before the order');
SELECT is(registry.record_telling(pg_temp.person(1), 'elderly', 1, 'จดหมาย', '2026-10-18'), 'done', 'ER16: the person is told');
SELECT is(pg_temp.refused($$SELECT registry.record_telling(pg_temp.person(1), 'elderly', 1, 'จดหมาย', '2026-10-18')$$), 'WF32W', 'ER16!: once');
-- the order on the 16th, of a notice verified before
SELECT is(pg_temp.enter(2) || pg_temp.find(2), 'done1', 'another');
SELECT is(pg_temp.verify(2, '2026-10-01') || pg_temp.post(2), 'done2026-10-16', 'verified, then posted');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(2, '2026-10-17')$$), 'WF321', 'ER14!: a verification from before the notice does not do');
SELECT is(pg_temp.enter(3, 'disability') || pg_temp.find(3, 'disability'), 'done1', 'a disabled person');
SELECT is(pg_temp.refused(format('SELECT pg_temp.post(3, ''disability'', places => %L)', places)), answer, format('DR16%s: a notice at %s', mark, places))
  FROM (VALUES ('{website}', 'WF32B', '!'), ('{office}', 'taken', ''), ('{designated_place}', 'taken', ''), ('{website,office}', 'taken', ''), ('{}', 'WF010', '!')) AS v (places, answer, mark);
SELECT is(pg_temp.refused($$SELECT pg_temp.enter(4), pg_temp.find(4), pg_temp.post(4, places => '{website}')$$), 'taken', 'ER16: for the elderly a website alone counts');
SELECT is(pg_temp.post(3, 'disability') || pg_temp.verify(3, '2026-10-10', 'disability'), '2026-10-16done', 'DR16: posted, and verified without a proposal');
SELECT is(pg_temp.refused(format('SELECT pg_temp.remove(3, %L, ''disability'')', day)), answer, format('DR16, DE6%s: the order of %s', mark, day))
  FROM (VALUES ('2026-10-16', 'WF325', '!'), ('2026-10-17', 'taken', '')) AS v (day, answer, mark);
SELECT is(pg_temp.remove(3, '2026-10-31', 'disability'), 'done', 'DR14: the executive orders the stop');
SELECT is(pg_temp.stands(3, 'disability'), 'disposed/2026-10', 'DR16: at once: from the next month');
-- offices
SELECT is(pg_temp.enter(5) || pg_temp.find(5), 'done1', 'who may do what');
SELECT is((SELECT string_agg(office || ' ' || pg_temp.refused(format('SELECT pg_temp.as_office(%L), %s', office, call)), ', ' ORDER BY office) FROM unnest('{clerk,delegate,executive,officer}'::text[]) AS office), answer, rules || ': ' || what)
  FROM (VALUES (1, $$registry.post_notice('elderly', ARRAY[pg_temp.person(5)], '1', '{office}', '2026-11-19')$$, 'clerk taken, delegate WF323, executive WF323, officer taken', 'ER16, ER16!', 'officer and clerk post'),
               (2, $$registry.verify_finding(pg_temp.person(5), 'elderly', 1, 'x', 'x', '2026-10-01')$$, 'clerk WF323, delegate taken, executive taken, officer WF323', 'ER14, ER14!', 'executive and delegate verify')) AS v (number, call, answer, rules, what) ORDER BY number;
SELECT is(pg_temp.post(5), DATE '2026-10-16', 'posted');
SELECT is((SELECT string_agg(office || ' ' || pg_temp.refused(format('SELECT pg_temp.as_office(%L), registry.propose_removal(pg_temp.person(5), ''elderly'', 1, ''x'', ''2026-10-17'')', office)), ', ' ORDER BY office) FROM unnest('{clerk,delegate,executive,officer}'::text[]) AS office),
          'clerk taken, delegate WF323, executive WF323, officer WF323', 'ER16, ER16!: the clerk alone proposes');
SELECT is(pg_temp.propose(5, '2026-10-17') || pg_temp.verify(5, '2026-10-20'), 'donedone', 'proposed and verified');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(5, '2026-10-19')$$), 'WF017', 'ER14!: no order of a day before the verification');
SELECT is((SELECT string_agg(office || ' ' || pg_temp.refused(format('SELECT pg_temp.as_office(%L), registry.order_removal(pg_temp.person(5), ''elderly'', 1, ''x'', ''x'', ''2026-10-20'')', office)), ', ' ORDER BY office) FROM unnest('{clerk,delegate,executive,officer}'::text[]) AS office),
          'clerk WF323, delegate taken, executive taken, officer WF323', 'ER14, ER14!: executive and delegate order');
-- an officer who is given the office of a delegate does not sign what they found; and no office counts but on its day
RESET ROLE;
INSERT INTO identity.office (user_name, office, authority_code, valid, delegation_document) VALUES ('officer.5730102', 'delegate', 5730102, '[2026-10-01,)', 'คำสั่ง 9/2570');
SELECT pg_temp.as_office('officer');
SELECT is(pg_temp.refused($$SELECT registry.order_removal(pg_temp.person(5), 'elderly', 1, 'x', 'x', '2026-10-20')$$), 'WF322', 'ER14!: who recorded the finding does not sign the order');
SELECT is(pg_temp.refused($$SELECT registry.order_keep(pg_temp.person(5), 'elderly', 1, 'x', 'x', '2026-10-20')$$), 'WF322', 'ER14!: either way');
SELECT pg_temp.as_office('delegate');
SELECT is(registry.order_removal(pg_temp.person(5), 'elderly', 1, 'x', 'x', '2026-10-20'), 'done', 'ER14: another delegate does');
RESET ROLE;
SELECT is((SELECT delegation_document FROM registry.finding_step WHERE thai_id = pg_temp.person(5) AND to_state = 'removed'), 'คำสั่ง 1/2552', 'ER14: with the written delegation');
SELECT is(pg_temp.enter(6) || pg_temp.find(6), 'done1', 'another');
RESET ROLE;
UPDATE identity.office SET valid = '[2009-01-01,2026-10-15)' WHERE user_name = 'executive.5730102';
SELECT is(pg_temp.refused($$SELECT pg_temp.verify(6, '2026-10-14')$$), 'WF323', 'ER14!: an executive whose office has ended signs nothing any more, whatever day is given');
RESET ROLE;
UPDATE identity.office SET valid = '[2009-01-01,)' WHERE user_name = 'executive.5730102';
-- the clerk records what was found, and the executive does both
SELECT pg_temp.enter(7), pg_temp.as_office('clerk') \g /dev/null
SELECT is(registry.record_finding(pg_temp.person(7), 'elderly', 'disqualified', '2026-10-01', 'report', 'x', '{thai_nationality}'), 1, 'ER10: found by the monthly check, by officer or clerk');
SELECT pg_temp.as_office('executive');
SELECT is(pg_temp.refused($$SELECT registry.record_finding(pg_temp.person(6), 'elderly', 'died', '2026-10-01', 'report', 'x')$$), 'WF323', 'ER14!: whoever holds neither office records no finding');
-- what a finding states
SELECT pg_temp.enter(8), pg_temp.as_office('officer') \g /dev/null
SELECT is(pg_temp.refused(format($$SELECT registry.record_finding(pg_temp.person(8), 'elderly', %s)$$, call)), answer, 'ER14!: refused: ' || why)
  FROM (VALUES ($$'disqualified', '2026-10-01', 'own_check', 'x'$$, 'WF010', 'a loss of no term'), ($$'disqualified', '2026-10-01', 'own_check', 'x', '{disability_card}'$$, 'WF32F', 'a term that the criterion does not name'),
               ($$'disqualified', '2026-10-01', 'own_check', 'x', '{nonsense}'$$, 'WF32F', 'a word that is no term'), ($$'died', '2026-10-01', 'own_check', 'x', '{thai_nationality}'$$, 'WF010', 'a death that loses a term'),
               ($$'died', '2026-11-21', 'own_check', 'x'$$, 'WF016', 'a death of tomorrow'), ($$'died', '2026-10-02', 'own_check', 'x', found_on => '2026-10-01'$$, 'WF017', 'found before it happened'),
               ($$'disqualified', '2026-10-01', 'own_check', ' ', '{thai_nationality}'$$, 'WF010', 'no facts'), ($$'disqualified', '2023-08-11', 'own_check', 'x', '{thai_nationality}', found_on => '2023-08-11'$$, 'WF32E', 'before the regulation'),
               ($$'died', '2026-10-01', 'own_check', 'x', good_faith => true$$, 'WF010', 'good faith of the dead')) AS v (call, answer, why);
SELECT is(pg_temp.refused($$SELECT registry.record_finding(pg_temp.person(8), 'elderly', 'disqualified', '2023-08-12', 'own_check', 'x', '{thai_nationality}', found_on => '2023-08-12')$$), 'taken', 'ER16: from 12 August 2566');
SELECT is(pg_temp.refused($$SELECT registry.record_finding(pg_temp.person(8), 'disability', 'disqualified', '2026-10-01', 'own_check', 'x', '{disability_card}')$$), 'WF067', 'ER14!: about a programme that the person does not receive');
-- DE7: a notice counts if posted after the claim was made
SELECT is(pg_temp.enter(9, extra => '{"claimed_on": "05/10/2569", "ordered_on": "06/10/2569"}') || pg_temp.find(9), 'done1', 'a claim of 5 October');
SELECT is(pg_temp.refused(format('SELECT pg_temp.post(9, posted_on => %L)', day)), answer, format('DE7%s: posted on %s', mark, day))
  FROM (VALUES ('2026-10-04', 'WF32J', '!'), ('2026-10-05', 'WF32J', '!'), ('2026-10-06', 'taken', ''), ('2026-09-30', 'WF017', '!')) AS v (day, answer, mark);
-- objections: by anybody, answered by the clerk, decided by the executive
SELECT is(pg_temp.enter(10) || pg_temp.find(10), 'done1', 'somebody');
SELECT pg_temp.as_office('clerk');
SELECT is(pg_temp.refused($$SELECT pg_temp.object(10, '2026-10-01')$$), 'WF329', 'ER16!: to what is not posted nobody objects');
SELECT is(pg_temp.post(10), DATE '2026-10-16', 'posted');
SELECT is(pg_temp.refused($$SELECT pg_temp.as_office('clerk'), registry.report_objections(pg_temp.person(10), 'elderly', 1, 'x', 'x', '2026-10-10')$$), 'WF327', 'ER16!: where nobody objects there is nothing to report');
SELECT is(pg_temp.object(10, '2026-10-10'), 'done', 'ER16: anybody objects, without a name');
SELECT is(registry.record_objection(pg_temp.person(10), 'elderly', 1, 'เพื่อนบ้าน', '2026-10-16', 'สมหมาย ใจดี', pg_temp.person(99)), 'done', 'ER16: or with name and ID');
SELECT is(pg_temp.refused($$SELECT pg_temp.propose(10, '2026-10-17')$$), 'WF326', 'ER16!: no proposal while an objection is open');
SELECT is(pg_temp.refused($$SELECT pg_temp.verify(10, '2026-10-17')$$), 'WF326', 'ER16!: nor a verification');
SELECT is((SELECT string_agg(office || ' ' || pg_temp.refused(format('SELECT pg_temp.as_office(%L), registry.report_objections(pg_temp.person(10), ''elderly'', 1, ''x'', ''x'', ''2026-10-20'')', office)), ', ' ORDER BY office) FROM unnest('{clerk,delegate,executive,officer}'::text[]) AS office),
          'clerk taken, delegate WF323, executive WF323, officer WF323', 'ER16, ER16!: the clerk alone reports');
SELECT pg_temp.as_office('clerk');
SELECT is(registry.report_objections(pg_temp.person(10), 'elderly', 1, 'อยู่จริง', 'บันทึก 1', '2026-10-20'), 'done', 'ER16: the clerk reports');
SELECT is(pg_temp.verify(10, '2026-10-21'), 'done', 'the executive verifies');
SELECT is(pg_temp.object(10, '2026-10-15'), 'done', 'ER16: an objection of the 15th that is recorded late');
SELECT is(pg_temp.refused(format($$SELECT pg_temp.as_office('executive'), registry.%s(pg_temp.person(10), 'elderly', 1, 'x', 'x', '2026-10-22')$$, what)), 'WF326', 'ER16, DR16!: no order before the clerk''s report on it: ' || what) FROM unnest('{order_removal,order_keep}'::text[]) AS what;
SELECT pg_temp.as_office('clerk');
SELECT is(registry.report_objections(pg_temp.person(10), 'elderly', 1, 'อยู่จริง', 'บันทึก 2', '2026-10-22'), 'done', 'ER16: the clerk reports again');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(10, '2026-10-22')$$), 'WF321', 'ER14!: and the facts are verified again');
SELECT is(pg_temp.verify(10, '2026-10-22'), 'done', 'verified');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(10, '2026-10-22')$$), 'taken', 'ER16: the executive may remove');
SELECT pg_temp.as_office('executive');
SELECT is(registry.order_keep(pg_temp.person(10), 'elderly', 1, '4/2570', 'อยู่จริง', '2026-10-22'), 'done', 'ER16: or keep');
SELECT is(pg_temp.stands(10), 'live', 'ER16: who is kept stays live');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(10, '2026-10-23')$$), 'WF32D', 'ER16!: what is decided is not undone');
SELECT is(pg_temp.refused($$SELECT pg_temp.object(10, '2026-10-16')$$), 'WF32D', 'ER16!: nor objected to');
SELECT is(pg_temp.find(10, found_on => '2026-11-01'), 2, 'ER14: what is found anew is another finding');
-- IS9.5: the record of the paper order alone removes nobody
SELECT pg_temp.as_office('executive');
SELECT is(pg_temp.refused($$SELECT registry.dispose(pg_temp.person(8), 'disqualified', '2026-09-15', '2026-10-17', '{elderly}', '1', 'x')$$), 'WF320', 'ER16, EG7!: a disqualification without proceedings is refused');
SELECT is(pg_temp.refused($$SELECT registry.dispose(pg_temp.person(8), 'disqualified', '2023-08-01', '2023-08-11', '{elderly}', '1', 'x')$$), 'taken', 'ER17: ordered before 12 August 2566, the order stands');
SELECT is(pg_temp.refused($$SELECT registry.dispose(pg_temp.person(8), 'disqualified', '2023-08-01', '2023-08-12', '{elderly}', '1', 'x')$$), 'WF320', 'ER17!: from that day it is this regulation''s');
-- DE14: struck off every register
SELECT is(pg_temp.refused($$SELECT pg_temp.find(8), pg_temp.post(8)$$), 'taken', 'DE14: struck off every register is a lost qualification, with a notice');
SELECT is(pg_temp.refused($$SELECT pg_temp.find(8), pg_temp.verify(8, '2026-10-20'), pg_temp.remove(8, '2026-10-20')$$), 'WF329', 'DE14!, ER16!: without the notice nobody is removed');
-- IS9.6: what was decided under a wrong ID is decided; what was not, is not
SELECT pg_temp.as_office('officer');
SELECT alike(registry.correct_id(pg_temp.person(1), pg_temp.person(31), 'x', 'y') || registry.correct_id(pg_temp.person(6), pg_temp.person(36), 'x', 'y'), 'the request is recorded%', 'a removed person''s wrong ID, and a live one''s');
SELECT pg_temp.as_office('clerk');
SELECT is(registry.correct_id(pg_temp.person(1), pg_temp.person(31), 'x', 'y') || registry.correct_id(pg_temp.person(6), pg_temp.person(36), 'x', 'y'), 'donedone', 'corrected by two');
SELECT is(pg_temp.stands(31), 'disposed/2026-10', 'EG7: the removal stands');
SELECT pg_temp.as_office('executive');
SELECT is(pg_temp.refused($$SELECT registry.dispose(pg_temp.person(36), 'disqualified', '2026-09-15', '2026-10-17', '{elderly}', '1', 'x')$$), 'WF320', 'EG7!: and a corrected ID is no way round the proceedings');
-- EG7 path B
SELECT is(pg_temp.enter(11) || pg_temp.find(11, never => true, good_faith => true), 'done1', 'received in good faith without a right');
SELECT is(pg_temp.refused($$SELECT pg_temp.post(11)$$), 'WF324', 'EG7!: path B has no notice');
SELECT is(pg_temp.verify(11, '2026-10-02') || pg_temp.remove(11, '2026-10-02'), 'donedone', 'EG7: fact report, executive''s order, the next day');
SELECT is(pg_temp.stands(11), 'disposed/2026-10', 'EG7: payment stops');
SELECT is((SELECT count(*) FROM registry.recovery_case WHERE thai_id = pg_temp.person(11)), 0::bigint, 'ER14, EG7: nothing is reclaimed');
SELECT is(pg_temp.refused($$INSERT INTO registry.recovery_case (thai_id, programme, claim_number, finding_number, authority_code, sensitive, cause, from_month, to_month)
  SELECT thai_id, programme, claim_number, 1, authority_code, sensitive, 'never_entitled', first_month, last_month FROM registry.claim WHERE thai_id = pg_temp.person(11)$$), 'WF32K', 'ER14!: whoever tries, as superuser');
SELECT is(pg_temp.enter(12, 'disability') || pg_temp.find(12, 'disability', true, true), 'done1', 'a disabled person, in good faith too');
SELECT is(pg_temp.verify(12, '2026-10-02', 'disability'), 'done', 'verified');
SELECT is(pg_temp.refused($$SELECT pg_temp.remove(12, '2026-10-30', 'disability')$$), 'WF329', 'EG7!: path B is for the elderly only');
SELECT is(pg_temp.post(12, 'disability', '2026-10-02') || pg_temp.verify(12, '2026-10-20', 'disability') || pg_temp.remove(12, '2026-10-20', 'disability'), '2026-10-17donedone', 'removed after a notice');
RESET ROLE;
SELECT is((SELECT concat_ws('/', cause, from_month, to_month, recovery_case.state) FROM registry.recovery_case WHERE thai_id = pg_temp.person(12)), 'never_entitled/2008-12-01/2026-10-01/opened', 'EG7: and a recovery case is open');
SELECT is((SELECT count(*) FROM registry.recovery_case WHERE thai_id = pg_temp.person(3)), 0::bigint, 'DE7!: who was entitled before the loss owes nothing of what was paid until the order');
SELECT pg_temp.as_office('clerk');
SELECT is(pg_temp.refused($$SELECT registry.decide_recovery(pg_temp.person(12), 'disability', 1, true, '5', 'x', '2026-10-21')$$), 'WF323', 'ER14!: the clerk does not decide it');
SELECT pg_temp.as_office('executive');
SELECT is(registry.decide_recovery(pg_temp.person(12), 'disability', 1, true, '5/2570', 'ไม่สุจริต', '2026-10-21'), 'done', 'the executive does');
SELECT is(pg_temp.refused($$SELECT registry.decide_recovery(pg_temp.person(12), 'disability', 1, false, '6', 'x', '2026-10-21')$$), 'WF32L', 'once');
SELECT is(pg_temp.refused($$SELECT registry.decide_recovery(pg_temp.person(11), 'elderly', 1, true, '6', 'x', '2026-10-21')$$), 'WF32G', 'ER14!: of good faith there is no case to decide');
SELECT is(pg_temp.enter(13) || pg_temp.find(13, never => true), 'done1', 'an elderly person who was not in good faith');
SELECT is(pg_temp.post(13) || pg_temp.propose(13, '2026-10-17') || pg_temp.verify(13, '2026-10-17') || pg_temp.remove(13, '2026-10-17'), '2026-10-16donedonedone', 'goes path A');
RESET ROLE;
SELECT is((SELECT state::text FROM registry.recovery_case WHERE thai_id = pg_temp.person(13)), 'opened', 'EG7: with a recovery case');
SELECT is(pg_temp.refused($$UPDATE registry.recovery_case SET state = 'settled' WHERE thai_id = pg_temp.person(13)$$), 'WF32L', 'what is not decided is not settled');
SELECT is(pg_temp.refused($$UPDATE registry.recovery_case SET state = 'settled' WHERE thai_id = pg_temp.person(12)$$), 'taken', 'what is decided is');
-- AR2: AIDS
SELECT is(pg_temp.enter(14, 'aids') || pg_temp.find(14, 'aids'), 'done1', 'an AIDS allowance');
SELECT is(pg_temp.refused($$SELECT pg_temp.post(14, 'aids')$$), 'WF324', 'AR2!: is never posted');
RESET ROLE;
SET LOCAL session_replication_role = replica;
SELECT alike(pg_temp.refusal_of($$INSERT INTO registry.notice (thai_id, programme, claim_number, finding_number, authority_code, sensitive, notice_number, posted_on, open_until, places, listed_id, listed_name)
  VALUES (pg_temp.person(14), 'aids', 1, 1, 5730102, true, '1', '2026-10-01', '2026-10-16', '{office}', welfare.mask_thai_id(pg_temp.person(14)), 'x')$$), '23514%notice_never_of_health%', 'AR2!: by a superuser, with all triggers off');
SET LOCAL session_replication_role = origin;
SELECT throws_ok($$UPDATE reference.notice_rule SET places = '{office}' WHERE programme = 'aids'$$, '23514', NULL, 'AR2!: nor by a row of law');
SELECT is(pg_temp.verify(14, '2026-10-02', 'aids') || pg_temp.remove(14, '2026-10-02', 'aids'), 'donedone', 'AR2: finding, verification, order');
SELECT is(pg_temp.stands(14, 'aids'), 'disposed/2026-10', 'AR2: and it ends');
-- waivers
SELECT is(pg_temp.enter(15) || pg_temp.enter(16), 'donedone', 'two who give up');
SELECT is(pg_temp.refused($$SELECT registry.record_finding(pg_temp.person(15), 'elderly', 'waived', '2026-10-01', 'person', 'x')$$), 'WF32A', 'ER14, DR14!: a waiver is in writing');
SELECT is(pg_temp.refused($$SELECT registry.record_finding(pg_temp.person(15), 'elderly', 'waived', '2026-10-01', 'person', 'x', document_key => registry.add_document(pg_temp.person(15), 'other', 'x', sha256('x')))$$), 'WF32A', 'ER14!: and a document of another kind is none');
SELECT is(registry.record_finding(pg_temp.person(15), 'elderly', 'waived', '2026-10-01', 'person', 'ขอสละสิทธิ', document => 'หนังสือ 1 ต.ค. 2569', found_on => '2026-10-01'), 1, 'ER14: with its paper it is recorded');
SELECT is(pg_temp.refused($$SELECT pg_temp.post(15)$$), 'WF32G', 'ER16!: a waiver is not posted');
SELECT is(pg_temp.verify(15, '2026-10-02') || pg_temp.remove(15, '2026-10-05'), 'donedone', 'ER14: verified and ordered');
SELECT is(pg_temp.stands(15), 'disposed/2026-10', 'DE6: it takes effect the month after the waiver');
SELECT pg_temp.as_office('officer');
SELECT is(pg_temp.refused($$SELECT registry.dispose(pg_temp.person(16), 'waived', '2026-10-01', '2026-10-05', '{elderly}')$$), 'WF32A', 'ER14!: nor does the record of the order do without');
SELECT is(pg_temp.refused($$SELECT registry.dispose(pg_temp.person(16), 'waived', '2026-10-01', '2026-10-05', '{elderly}', remark => 'หนังสือ 1 ต.ค. 2569')$$), 'taken', 'ER14, DR14: which names it in the remark');
SELECT is(pg_temp.refused($$SELECT registry.add_document(pg_temp.person(16), 'waiver', 'หนังสือสละสิทธิ', sha256('x')), registry.dispose(pg_temp.person(16), 'waived', '2026-10-01', '2026-10-05', '{elderly}')$$), 'taken', 'ER14: or finds it among the documents');
-- what is evidence; whoever writes a step is who is signed in, and a DBA holds no office
RESET ROLE;
SELECT set_config('welfare.principal', 'dba', true) \g /dev/null
SELECT isnt(pg_temp.refused(call), 'taken', 'ER14!: nobody gets round it, as superuser: ' || call)
  FROM unnest(ARRAY[$$UPDATE registry.finding SET state = 'removed' WHERE thai_id = pg_temp.person(2)$$, $$UPDATE registry.finding SET good_faith = true, never_entitled = true WHERE thai_id = pg_temp.person(2)$$, $$DELETE FROM registry.finding WHERE thai_id = pg_temp.person(2)$$,
    $$UPDATE registry.finding_step SET taken_on = '2026-10-01'$$, $$DELETE FROM registry.finding_step$$, $$UPDATE registry.notice SET posted_on = '2026-09-01'$$, $$DELETE FROM registry.objection$$, $$UPDATE registry.objection SET received_on = '2026-10-02'$$, 'TRUNCATE registry.finding CASCADE',
    $$UPDATE registry.finding SET objection_count = 0 WHERE thai_id = pg_temp.person(10)$$, $$DELETE FROM registry.recovery_case$$, $$UPDATE registry.told_person SET way = 'x'$$, $$UPDATE registry.recovery_case SET order_number = 'x' WHERE thai_id = pg_temp.person(12)$$,
    $$INSERT INTO registry.finding_step (thai_id, programme, claim_number, finding_number, step_number, to_state, taken_on, authority_code, sensitive, document, words, taken_by) SELECT thai_id, programme, claim_number, finding_number, 0, 'verified', '2026-10-02', authority_code, sensitive, 'x', 'x', 'executive.5730102' FROM registry.finding WHERE thai_id = pg_temp.person(7)$$,
    $$INSERT INTO registry.disposal (thai_id, programme, claim_number, happened_on, ordered_on, authority_code, cause, district_code, province_code, sensitive, remark) SELECT thai_id, programme, claim_number, '2026-10-01', '2026-10-17', authority_code, 'disqualified', district_code, province_code, sensitive, 'x' FROM registry.claim WHERE thai_id = pg_temp.person(8)$$]) AS call;
SELECT is(pg_temp.refused($$UPDATE registry.finding SET authority_code = 5730103 WHERE thai_id = pg_temp.person(2)$$), 'taken', 'RC2: but it follows an authority''s successor');
-- what is posted, as anybody reads it
SELECT is(pg_temp.enter(17) || pg_temp.enter(17, 'aids') || pg_temp.find(17) || pg_temp.post(17), 'donedone12026-10-16', 'somebody who receives two allowances is posted for one');
SELECT pg_temp.act_as('province', 73);
SELECT is((SELECT string_agg(masked_id || ' ' || listed_name, ', ') FROM registry.posted_notices(5730102, '2026-10-16') WHERE masked_id = welfare.mask_thai_id(pg_temp.person(17))), welfare.mask_thai_id(pg_temp.person(17)) || ' นายสมชาย ใจดี', 'ER16, DR16: everybody reads the notice with masked IDs');
SELECT ok(bool_and(masked_id LIKE 'X-XXXX-XXXX_-__-_') AND bool_and(programme <> 'aids'), 'AR2: never whole, never of health data') FROM registry.posted_notices(5730102, '2026-10-16');
SELECT is((SELECT string_agg((EXISTS (SELECT FROM registry.posted_notices(5730102, day) WHERE masked_id = welfare.mask_thai_id(pg_temp.person(17))))::text, ' ' ORDER BY day) FROM unnest('{2026-09-30,2026-10-01,2026-10-16,2026-10-17}'::date[]) AS day), 'false true true false', 'ER16, ER16!: from the day of the posting to the 16th');
SELECT is((SELECT count(*) FROM registry.posted_notices(6730213, '2026-10-10')), 0::bigint, 'of the authority that is asked for');
-- sights
SELECT is(pg_temp.refused_as(duty, code, call), '42501', format('QS1: %s: %s', duty, call))
  FROM (VALUES ('province', 73), ('district', 7301), ('department', NULL)) AS v (duty, code)
 CROSS JOIN unnest(ARRAY['registry.open_proceedings()', $$registry.record_finding(pg_temp.person(8), 'elderly', 'died', '2026-10-01', 'report', 'x')$$, $$registry.order_removal(pg_temp.person(2), 'elderly', 1, 'x', 'x')$$]) AS call;
SELECT pg_temp.as_office('executive', 6730213);
SELECT is(pg_temp.refused(call), 'WF066', 'IS9.2: another authority: ' || call)
  FROM unnest(ARRAY[$$SELECT registry.verify_finding(pg_temp.person(7), 'elderly', 1, 'x', 'x')$$, $$SELECT registry.order_removal(pg_temp.person(2), 'elderly', 1, 'x', 'x')$$, $$SELECT registry.record_objection(pg_temp.person(2), 'elderly', 1, 'x')$$]) AS call;
SELECT is((SELECT count(*) FROM registry.open_proceedings()), 0::bigint, 'QS1: sees none of these proceedings');
SELECT pg_temp.as_office('officer');
SELECT is((SELECT string_agg(concat_ws('/', state, posted_on, open_until, verify_by), ' ') FROM registry.open_proceedings() WHERE national_id = pg_temp.person(17)), 'posted/2026-10-01/2026-10-16/2026-10-31', 'ER10: the authority sees what is open, and until when');
SELECT is((SELECT count(*) FROM registry.open_proceedings() WHERE national_id IN (pg_temp.person(1), pg_temp.person(11))), 0::bigint, 'ER10!: and nothing that is decided');
-- ER10: the monthly check
SELECT ok((SELECT recipients FROM registry.unchecked_status('2026-11-01') WHERE programme = 'elderly') > 5, 'ER10: November is unchecked');
SELECT is(registry.record_status_check('elderly', 'ตรวจทะเบียนราษฎร', '2026-11-05'), 'done', 'ER10: the check is recorded');
SELECT is((SELECT count(*) FROM registry.unchecked_status('2026-11-15') WHERE programme = 'elderly'), 0::bigint, 'ER10!: and the month is not outstanding any more');
SELECT is((SELECT count(*) FROM registry.unchecked_status('2026-10-01') WHERE programme = 'elderly'), 1::bigint, 'ER10: while October is');
SELECT is(pg_temp.refused($$SELECT registry.record_status_check('elderly', 'x', '2026-11-06')$$), 'WF32S', 'ER10!: once a month');
SELECT is(pg_temp.refused($$SELECT registry.record_status_check('elderly', 'x', '2026-12-01')$$), 'WF016', 'ER10!: not in advance');
-- RC2: proceedings follow the successor with their persons; what is over stays
RESET ROLE;
UPDATE reference.local_authority SET valid = '(,2026-11-20)', successor_code = 5730103 WHERE authority_code = 5730102;
SELECT pg_temp.act_as('administrator');
SELECT ok(registry.follow_successor(5730102) > 5, 'RC2: an authority''s people follow its successor');
RESET ROLE;
SELECT is((SELECT string_agg(DISTINCT concat_ws('/', finding.authority_code, step.authority_code, notice.authority_code), ' ') FROM registry.finding JOIN registry.finding_step AS step USING (thai_id, programme, claim_number, finding_number)
             JOIN registry.notice USING (thai_id, programme, claim_number, finding_number) WHERE thai_id = pg_temp.person(17)), '5730103/5730103/5730103', 'RC2: with their open proceedings');
SELECT is((SELECT authority_code FROM registry.finding WHERE thai_id = pg_temp.person(11)), 5730102, 'RC2!: who was removed before stays');
SELECT * FROM finish();
ROLLBACK;

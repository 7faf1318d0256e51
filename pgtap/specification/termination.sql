-- How rights end (ER14, ER16, EG7, DR14, DR16, DE6, DE7, DE14): who, in which office, on which day, and what is paid meanwhile; from the regulation alone.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
SELECT no_plan();
-- A call about a person's finding: %1$s is "national ID, programme, number". Answers as pg_temp.by.
CREATE FUNCTION pg_temp.last_finding(number integer, programme text DEFAULT 'elderly') RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS
  $$ SELECT format('%L, %L, %s', thai_id, finding.programme, max(finding_number)) FROM registry.finding WHERE thai_id = pg_temp.p(number) AND finding.programme::text = last_finding.programme GROUP BY thai_id, finding.programme $$;
CREATE FUNCTION pg_temp.does(who text, number integer, call text, programme text DEFAULT 'elderly') RETURNS text LANGUAGE sql AS $$ SELECT left(coalesce(pg_temp.by(who, format(call, pg_temp.last_finding(number, programme))), 'done'), 5) $$;
CREATE FUNCTION pg_temp.may(who text, number integer, call text, programme text DEFAULT 'elderly') RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.would(who, format(call, pg_temp.last_finding(number, programme))) $$;
CREATE FUNCTION pg_temp.found(who text, number integer, programme text DEFAULT 'elderly', lost text DEFAULT '{in_house_register}', happened date DEFAULT '2026-06-01', more text DEFAULT '') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('registry.record_finding(%L, %L, ''disqualified'', %L, ''own_check'', ''ขาดคุณสมบัติ'', %L%s)', pg_temp.p(number), programme, happened, lost, more)) $$;
CREATE FUNCTION pg_temp.post(who text, VARIADIC numbers integer[]) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('registry.post_notice(''elderly'', %L, ''1/2569'', ''{office}'')', (SELECT array_agg(pg_temp.id(n)) FROM unnest(numbers) AS n))) $$;
\set verify 'registry.verify_finding(%s, ''ตรวจทะเบียนบ้าน'', ''ทร. 14'')'
\set propose 'registry.propose_removal(%s, ''บันทึก 2/2569'')'
\set remove 'registry.order_removal(%s, ''3/2569'', ''ขาดคุณสมบัติ'')'
\set keep 'registry.order_keep(%s, ''3/2569'', ''มีคุณสมบัติ'')'
\set report 'registry.report_objections(%s, ''ตรวจแล้ว'', ''บันทึก 5/2569'')'
\set object 'registry.record_objection(%s, ''ยังอยู่ในทะเบียน'', objector_name => ''ญาติ'')'

-- Who may record what -----------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-07-01');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(1, 12) AS n;
SELECT pg_temp.enter('a.officer', n, 'disability') FROM generate_series(20, 22) AS n;
SELECT pg_temp.enter('a.officer', n, 'aids') FROM generate_series(30, 31) AS n;
SELECT pg_temp.pay('2026-05-01', '2026-07-01');
SELECT is(pg_temp.would(who, format('registry.record_finding(%L, ''elderly'', ''disqualified'', ''2026-06-01'', ''own_check'', ''x'', ''{in_house_register}'')', pg_temp.p(1))), wanted, format('ER14%s: a finding by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, who))
  FROM (VALUES ('a.officer', 'taken'), ('a.clerk', 'taken'), ('a.plain', 'WF323'), ('a.member1', 'WF323'), ('b.officer', 'WF066'), ('province', '42501'), ('department', '42501'), ('admin', '42501'), ('treasury', '42501')) AS v (who, wanted);
SELECT is(pg_temp.would('a.officer', format('registry.record_finding(%L, ''elderly'', %L, %L, ''own_check'', %L%s)', pg_temp.p(1), kind, happened, facts, more)), wanted, format('ER14!: %s', why))
  FROM (VALUES ('disqualified', '2026-07-02', 'x', ', ''{in_house_register}''', 'WF016', 'a loss of tomorrow'), ('disqualified', '2026-06-01', 'x', ', ''{disability_card}''', 'WF32F', 'a term that the criterion does not name'), ('disqualified', '2026-06-01', 'x', '', 'WF010', 'a loss that names no term'),
               ('waived', '2026-06-01', 'x', '', 'WF32A', 'a waiver without a paper'), ('disqualified', '2026-06-01', NULL, ', ''{in_house_register}''', 'WF010', 'no facts')) AS v (kind, happened, facts, more, wanted, why);

-- Path A, day by day: found 1 July, posted 1 July, objections to the end of the 16th, removal on the 17th ---------------------------------
SELECT unalike(pg_temp.found('a.officer', n), 'WF%', 'ER14: found: ' || n) FROM unnest('{1,2,3,4,5,6,9}'::integer[]) AS n;
SELECT is(pg_temp.found('a.officer', 1), 'WF32H', 'ER14!: not found twice while the first is open');
SELECT is(pg_temp.may('a.executive', 1, :'remove'), 'WF321', 'ER14!: no order before the facts are verified');
SELECT is(pg_temp.may('a.clerk', 1, :'propose'), 'WF321', 'ER16!: no proposal before the notice');
SELECT is(pg_temp.would('a.executive', format('registry.post_notice(''elderly'', %L, ''1/2569'', ''{office}'')', ARRAY[pg_temp.id(1)])), 'WF323', 'ER16!: the executive posts no notice');
SELECT is(pg_temp.would('a.officer', format('registry.post_notice(''elderly'', %L, ''1/2569'', %L, ''2026-07-01'')', ARRAY[pg_temp.id(1)], places)), wanted, format('ER16%s: posted at %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, places))
  FROM (VALUES ('{office}', 'taken'), ('{website}', 'taken'), ('{}', 'WF010')) AS v (places, wanted);
SELECT is(pg_temp.post('a.officer', 1, 2, 3, 4, 5, 6, 9), '2026-07-16', 'ER16: posted on the 1st, objections run to the end of the 16th');
SELECT is(pg_temp.sees('a.officer', 'SELECT count(*) FROM registry.posted_notices(5730102)'), '(7)', 'ER16: one notice names many');
SELECT is(pg_temp.sees('a.officer', 'SELECT masked_id FROM registry.posted_notices(5730102)') !~ pg_temp.id(1), true, 'ER16!: the board never shows a whole national ID');
CREATE FUNCTION pg_temp.on_day(day date, who text, number integer, call text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_temp.today(day); RETURN pg_temp.may(who, number, call); END $$;
SELECT is(pg_temp.on_day(day::date, who, 1, call), wanted, format('ER16, DE6%s: on %s, %s: %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, day, who, left(call, 24)))
  FROM (VALUES ('2026-07-16', 'a.clerk', :'propose', 'WF325'), ('2026-07-17', 'a.clerk', :'propose', 'taken'), ('2026-07-17', 'a.officer', :'propose', 'WF323'), ('2026-07-17', 'a.executive', :'propose', 'WF323'), ('2026-07-17', 'b.clerk', :'propose', 'WF066'),
               ('2026-07-01', 'a.plain', :'object', 'taken'), ('2026-07-16', 'a.plain', :'object', 'taken'), ('2026-07-17', 'a.plain', :'object', 'WF32C'), ('2026-07-16', 'a.executive', :'verify', 'WF328'), ('2026-07-17', 'a.executive', :'verify', 'WF328'), ('2026-07-17', 'a.executive', :'remove', 'WF321'), ('2026-07-17', 'a.clerk', :'report', 'WF327')) AS v (day, who, call, wanted);
-- recorded late, received in time
SELECT pg_temp.today('2026-07-20');
SELECT is(pg_temp.may('a.plain', 1, 'registry.record_objection(%s, ''x'', ''2026-07-16'', ''ญาติ'')'), 'taken', 'ER16: an objection received on the 16th and recorded on the 20th counts');
SELECT is(pg_temp.may('a.plain', 1, 'registry.record_objection(%s, ''x'', ''2026-07-17'', ''ญาติ'')'), 'WF32C', 'ER16!: received on the 17th it does not');
-- nobody objected: proposed, verified, ordered on the 17th
SELECT pg_temp.today('2026-07-17');
SELECT is(pg_temp.does('a.clerk', n, :'propose'), 'done', 'ER16: the clerk proposes ' || n) FROM unnest('{1,2,6}'::integer[]) AS n;
SELECT is(pg_temp.may('a.clerk', 1, :'verify'), 'WF323', 'ER14!: the clerk verifies nothing for the executive');
SELECT is(pg_temp.does('a.executive', n, :'verify'), 'done', 'ER14: the executive verifies ' || n) FROM unnest('{1,2,6}'::integer[]) AS n;
SELECT is(pg_temp.may(who, 1, :'remove'), wanted, format('ER14, ER16%s: the order by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, who))
  FROM (VALUES ('a.executive', 'taken'), ('a.delegate', 'taken'), ('a.officer', 'WF323'), ('a.clerk', 'WF323'), ('b.executive', 'WF066')) AS v (who, wanted);
SELECT is(pg_temp.may('a.executive', 1, 'registry.order_removal(%s, ''3'', ''x'', ''2026-07-16'')'), 'WF017', 'DE6!: an order of the 16th, signed on the 17th');
SELECT is(pg_temp.may('a.executive', 1, 'registry.order_removal(%s, ''3'', ''x'', ''2026-07-18'')'), 'WF016', 'ER16!: an order of tomorrow');
SELECT is(pg_temp.may('a.executive', 1, 'registry.order_removal(%s, NULL, ''x'')'), 'WF010', 'EG7!: an order without a number');
SELECT is(pg_temp.would('a.officer', format('registry.dispose(%L, ''disqualified'', ''2026-06-01'', ''2026-07-17'', ''{elderly}'', ''3'', ''x'')', pg_temp.p(1))), 'WF320', 'ER14!: nobody is removed round the proceedings');
SELECT is(pg_temp.does('a.executive', 1, :'remove'), 'done', 'ER16, DE6: removed on the 17th');
SELECT is(pg_temp.claims(1), 'A disposed 25-02 26-07', 'ER16, DE6: July, the month of the order, is the last');
SELECT is(pg_temp.may('a.executive', 1, :'remove'), 'WF32D', 'EG7!: nothing is ordered twice') ;
SELECT is(pg_temp.may('a.executive', 1, :'keep'), 'WF32D', 'EG7!: nor undone');
SELECT is(pg_temp.may('a.plain', 1, :'object'), 'WF32D', 'ER16!: nobody objects after the order');
SELECT is(pg_temp.does('a.plain', 1, 'registry.record_telling(%s, ''จดหมายลงทะเบียน'')'), 'done', 'ER16: the person is told');
SELECT is(pg_temp.may('a.plain', 2, 'registry.record_telling(%s, ''จดหมาย'')'), 'WF32W', 'ER16!: nobody is told of an order that was not made');
-- ordered on 31 July or 1 August
SELECT pg_temp.today('2026-08-01');
SELECT is(pg_temp.does('a.delegate', 2, :'remove'), 'done', 'ER16: removed on 1 August by the delegate');
SELECT is(pg_temp.claims(2), 'A disposed 25-02 26-08', 'ER16, DE6: August is paid, it stops from the month after the order');
SELECT pg_temp.jobs('2026-08-01', '2026-09-01');
SELECT is(pg_temp.ledger(1, '2026-05-01', '2026-09-01') || ' | ' || pg_temp.ledger(2, '2026-05-01', '2026-09-01'), 'A05 700 A06 700 A07 700 | A05 700 A06 700 A07 700 A08 700', 'ER16, DE7: paid until the order, though the loss was of June');

-- Objections: the clerk investigates, the executive decides -------------------------------------------------------------------------------
SELECT pg_temp.today('2026-07-10');
SELECT is(pg_temp.does('a.plain', n, :'object'), 'done', 'ER16: somebody objects for ' || n) FROM unnest('{3,4}'::integer[]) AS n;
SELECT pg_temp.today('2026-07-20');
SELECT is(pg_temp.may('a.clerk', 3, :'propose'), 'WF326', 'ER16!: no proposal over an objection');
SELECT is(pg_temp.may('a.executive', 3, :'verify'), 'WF326', 'ER16!: no verification before the clerk''s report');
SELECT is(pg_temp.may('a.officer', 3, :'report'), 'WF323', 'ER16!: the officer is not the clerk');
SELECT is(pg_temp.does('a.clerk', n, :'report'), 'done', 'ER16: the clerk reports on ' || n) FROM unnest('{3,4}'::integer[]) AS n;
SELECT is(pg_temp.does('a.executive', n, :'verify'), 'done', 'ER14: the executive verifies ' || n) FROM unnest('{3,4}'::integer[]) AS n;
SELECT is(pg_temp.does('a.executive', 3, :'keep'), 'done', 'ER16: and keeps the claim');
SELECT is(pg_temp.does('a.executive', 4, :'remove'), 'done', 'ER16: or removes it');
SELECT is(pg_temp.claims(3) || ' | ' || pg_temp.claims(4), 'A live 25-02 | A disposed 25-02 26-07', 'ER16: the one is kept, the other ends with July');
SELECT is(pg_temp.may('a.executive', 3, :'remove'), 'WF32D', 'ER16!: what was kept is not removed by the same proceeding');
SELECT unalike(pg_temp.found('a.officer', 3, 'elderly', '{thai_nationality}', '2026-07-15'), 'WF%', 'ER14: a new finding about who was kept');
SELECT is(pg_temp.may('a.executive', 3, :'remove'), 'WF321', 'ER16!: which needs its own notice');
-- who recorded the finding signs no order: an executive who is also an officer
RESET ROLE;
INSERT INTO identity.office (user_name, office, authority_code, valid, delegation_document) VALUES ('a.plain', 'officer', 5730102, '[2026-01-01,)', NULL),
  ('a.plain', 'delegate', 5730102, '[2026-01-01,)', 'คำสั่ง 2/2569'), ('a.member4', 'delegate', 5730102, '[2026-07-18,2026-07-19)', 'คำสั่ง 3/2569');
SELECT pg_temp.today('2026-07-01');
SELECT unalike(pg_temp.found('a.plain', 7), 'WF%', 'ER14: found by an officer who is a delegate too');
SELECT is(pg_temp.post('a.officer', 7), '2026-07-16', 'ER16: posted');
SELECT pg_temp.today('2026-07-18');
SELECT pg_temp.does('a.clerk', 7, :'propose'), pg_temp.does('a.executive', 7, :'verify');
SELECT is(pg_temp.may('a.plain', 7, :'remove'), 'WF322', 'ER14!: who recorded the finding signs no order');
SELECT is(pg_temp.may('a.plain', 7, :'keep'), 'WF322', 'ER14!: not even one that keeps');
SELECT is(pg_temp.may('a.member4', 7, :'remove'), 'taken', 'ER14: the delegate of that one day may');
SELECT pg_temp.today('2026-07-19');
SELECT is(pg_temp.may('a.member4', 7, :'remove'), 'WF323', 'ER14!: the day after not');
SELECT is(pg_temp.may('a.member4', 7, 'registry.order_removal(%s, ''3'', ''x'', ''2026-07-18'')'), 'WF323', 'ER14!: nor for the day before');

-- Combined: a death, a waiver, a move and a registry death during a notice ----------------------------------------------------------------
SELECT pg_temp.today('2026-07-21');
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2026-07-12'')', pg_temp.p(5))) LIKE 'WF%', false, 'ER14: dies while the notice is posted');
SELECT is(pg_temp.claims(5), 'A disposed 25-02 26-07', 'ER13: July is earned');
SELECT isnt(pg_temp.may('a.clerk', 5, :'propose'), 'taken', 'ER16!: nobody who is dead is proposed');
SELECT is(pg_temp.sees('a.officer', format('SELECT national_id FROM registry.open_proceedings() WHERE national_id = %L', pg_temp.p(5))), NULL, 'ER16!: the proceeding is no more open');
SELECT isnt(pg_temp.may('a.executive', 5, :'remove'), 'taken', 'ER16!: nor removed');
SELECT is(pg_temp.notify('a.officer', 6, '2026-07-10', 6730123), 'done', 'ER8.2: moves out when the removal awaits only the order');
SELECT is(pg_temp.confirm('b.officer', 6, '2026-07-20'), 'done', 'ER8.1: and confirms at the new authority');
SELECT is(pg_temp.claims(6), 'A live 25-02 26-07, B awaiting 26-08', 'ER8.4: July is the old one''s last');
SELECT is(pg_temp.may('a.executive', 6, :'remove'), 'WF313', 'ER14!: what is confirmed elsewhere is acknowledged, not removed');
SELECT is(pg_temp.by('a.officer', format('registry.acknowledge_move(%L, ''elderly'')', pg_temp.p(6))), 'done', 'EG5.2: acknowledged');
SELECT is(pg_temp.claims(6), 'A disposed 25-02 26-07, B live 26-08', 'EG5.2: the new authority holds the claim');
SELECT isnt(pg_temp.may('a.executive', 6, :'remove'), 'taken', 'ER14!: the old one removes nobody any more');
SELECT is(pg_temp.sees('b.officer', 'SELECT national_id FROM registry.open_proceedings()'), NULL, 'ER14!: and its proceedings are not the new one''s');
SELECT is(pg_temp.notify('a.officer', 9, '2026-07-10', 6730123), 'done', 'ER8.2: another moves out during the notice, and does not confirm');
SELECT is(pg_temp.does('a.clerk', 9, :'propose') || pg_temp.does('a.executive', 9, :'verify') || pg_temp.does('a.executive', 9, :'remove'), 'donedonedone', 'ER16: who has lost another qualification is removed all the same');
SELECT is(pg_temp.claims(9), 'A disposed 25-02 26-07', 'ER16, DE6: July is the last, not September');
SELECT isnt(pg_temp.confirm('b.officer', 9, '2026-07-21'), NULL, 'ER8.1: confirming after a removal answers something');
SELECT pg_temp.jobs('2026-08-01', '2026-08-01');

-- Path B: good faith (guideline 7.3): found by an officer, ordered by the executive, no notice, nothing reclaimed ---------------------------
SELECT pg_temp.today('2026-07-21');
SELECT unalike(pg_temp.found('a.officer', 10, 'elderly', '{thai_nationality}', '2025-01-01', ', never_entitled => true, good_faith => true'), 'WF%', 'EG7: found to have no right, in good faith');
SELECT is(pg_temp.may('a.executive', 10, :'remove'), 'WF321', 'EG7, ER14!: the executive verifies first');
SELECT is(pg_temp.would('a.officer', format('registry.post_notice(''elderly'', %L, ''9/2569'', ''{office}'')', ARRAY[pg_temp.id(10)])), 'WF324', 'EG7!: no notice of good faith');
SELECT is(pg_temp.does('a.executive', 10, :'verify') || pg_temp.does('a.executive', 10, :'remove'), 'donedone', 'EG7: verified and ordered on the same day by the executive');
SELECT is(pg_temp.claims(10), 'A disposed 25-02 26-07', 'EG7: the payment stops from the month after');
SELECT is(pg_temp.may('a.executive', 10, 'registry.decide_recovery(%s, true, ''4/2569'', ''x'')') LIKE 'WF%', true, 'ER14!: nothing is reclaimed');
SELECT unalike(pg_temp.found('a.officer', 11, 'elderly', '{thai_nationality}', '2025-01-01', ', never_entitled => true'), 'WF%', 'ER14: another, not in good faith');
SELECT is(pg_temp.does('a.executive', 11, :'verify') || pg_temp.may('a.executive', 11, :'remove'), 'doneWF329', 'ER16!: whose removal goes by the notice');
SELECT is(pg_temp.may('a.executive', 11, 'registry.decide_recovery(%s, true, ''4/2569'', ''x'')'), 'WF32G', 'ER14!: no recovery before the removal');

-- DR16: disability; AIDS is never posted -----------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-07-01');
SELECT unalike(pg_temp.found('a.officer', n, 'disability', '{disability_card}'), 'WF%', 'DR16: the card has expired: ' || n) FROM unnest('{20,21}'::integer[]) AS n;
SELECT is(pg_temp.would('a.officer', format('registry.post_notice(''disability'', %L, ''2/2569'', %L)', ARRAY[pg_temp.id(20)], places)), wanted, format('DR16%s: posted at %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, places))
  FROM (VALUES ('{website}', 'WF32B'), ('{office}', 'taken'), ('{office,website}', 'taken')) AS v (places, wanted);
SELECT is(pg_temp.by('a.officer', format('registry.post_notice(''disability'', %L, ''2/2569'', ''{office}'')', ARRAY[pg_temp.id(20), pg_temp.id(21)]))::date, '2026-07-16'::date, 'DR16: fifteen days');
SELECT pg_temp.today('2026-07-16');
SELECT isnt(pg_temp.does('a.executive', 20, 'registry.order_removal(%s, ''3'', ''x'')', 'disability'), 'done', 'DR16!: no order on the 16th');
SELECT pg_temp.today('2026-07-17');
SELECT is(pg_temp.does('a.executive', 20, :'verify', 'disability') || pg_temp.does('a.executive', 20, :'remove', 'disability'), 'donedone', 'DR16: without a proposal, on the 17th');
SELECT is(pg_temp.claims(20, 'disability'), 'A disposed 25-02 26-07', 'DR16, DE6: July is the last');
SELECT unalike(pg_temp.found('a.officer', 30, 'aids', '{in_house_register}'), 'WF%', 'AR1: found: no more in the house register');
SELECT is(pg_temp.would('a.officer', format('registry.post_notice(''aids'', %L, ''2/2569'', ''{office}'')', ARRAY[pg_temp.id(30)])), 'WF324', 'AR2!: health data is never posted');
SELECT is(pg_temp.does('a.executive', 30, :'verify', 'aids') || pg_temp.does('a.executive', 30, :'remove', 'aids'), 'donedone', 'AR1, DE19: verified and ordered without a notice');
SELECT is(pg_temp.sees(who, 'SELECT programme FROM registry.open_proceedings()') LIKE '42501%', true, 'AR2!: no proceedings for ' || who) FROM unnest('{province,department,district,treasury}'::text[]) AS who;
-- ER14, DE6: a waiver by its proceeding; DE7: a notice before the claim
SELECT pg_temp.today('2026-07-31');
SELECT unalike(pg_temp.by('a.officer', format('registry.record_finding(%L, ''elderly'', ''waived'', ''2026-07-31'', ''person'', ''สละสิทธิ'', document => ''หนังสือสละสิทธิ'')', pg_temp.p(12))), 'WF%', 'ER14: a waiver in writing');
SELECT is(pg_temp.does('a.executive', 12, :'verify') || pg_temp.does('a.executive', 12, :'remove'), 'donedone', 'ER14: verified, ordered');
SELECT is(pg_temp.claims(12), 'A disposed 25-02 26-07', 'DE6: a waiver of 31 July takes effect in August');
SELECT * FROM finish();
ROLLBACK;

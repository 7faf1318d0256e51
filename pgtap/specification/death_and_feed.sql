-- Deaths and the civil registry's feed (ER13–ER15, EG4.3, DR13–DR15, DE3, DE14): what is held, by whom it is ended, who is paid the last month; from the regulation alone.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.settle(who text, number integer, is_true boolean DEFAULT true, more text DEFAULT '') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('registry_settle.* FROM civil.settle_finding(%L, %s, %L, ''ตรวจทะเบียนบ้าน''%s) AS registry_settle', pg_temp.p(number), coalesce(pg_temp.event(who, number), '0'), is_true, more)) $$;
CREATE FUNCTION pg_temp.swept(day date) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_temp.today(day), pg_temp.be('admin'); PERFORM civil.sweep(), payment.hold_the_dead(); RESET ROLE; END $$;

-- A death of the 31st, of the 1st: which months are held ----------------------------------------------------------------------------------
SELECT pg_temp.today('2026-06-20');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(1, 12) AS n;
SELECT pg_temp.enter('a.officer', n, 'disability') FROM unnest('{1,2,20,21}'::integer[]) AS n;
SELECT pg_temp.enter('a.officer', n, 'aids') FROM unnest('{1,2,22}'::integer[]) AS n;
SELECT pg_temp.jobs('2026-06-01', '2026-09-01');
SELECT is(pg_temp.feed(1, '{"happened_on": "31/07/2569", "registered_on": "01/08/2569", "reported_on": "01/08/2569"}'), '1 0 0', 'ER15: the registry tells of a death of 31 July');
SELECT is(pg_temp.feed(2, '{"happened_on": "01/08/2569", "registered_on": "08/08/2569", "reported_on": "01/08/2569"}'), '1 0 0', 'ER15: and of 1 August');
SELECT is(pg_temp.feed(1, '{"happened_on": "31/07/2569", "registered_on": "01/08/2569", "reported_on": "01/08/2569"}'), '0 1 0', 'ER15: delivered twice it is known');
SELECT is(pg_temp.feed(3, '{"happened_on": "02/09/2569", "registered_on": "02/09/2569"}'), '0 0 1', 'ER15!: a death of tomorrow is refused');
SELECT is(pg_temp.feed(3, '{"happened_on": "01/01/2480", "registered_on": "01/09/2569"}'), '0 0 1', 'ER15!: a death before the birth is refused');
SELECT is(pg_temp.would(who, 'civil.begin_delivery(''x'')'), wanted, format('ER15%s: a delivery by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, who)) FROM (VALUES ('civil', 'taken'), ('admin', 'taken'), ('a.officer', '42501'), ('treasury', '42501'), ('department', '42501'), ('portal', '42501')) AS v (who, wanted);
SELECT pg_temp.swept('2026-09-01');
SELECT is(pg_temp.ledger(1, '2026-06-01', '2026-09-01', programme), wanted, 'ER15, DR14, DE3: died on 31 July: August is held, ' || programme) FROM (VALUES ('elderly', 'A06 700 A07 700 A08 700* A09 700*'), ('disability', 'A06 800 A07 800 A08 800* A09 800*'), ('aids', 'A06 500 A07 500 A08 500* A09 500*')) AS v (programme, wanted);
SELECT is(pg_temp.ledger(2, '2026-06-01', '2026-09-01', programme), wanted, 'ER13, DR13, DE3: died on 1 August: August is paid, ' || programme) FROM (VALUES ('elderly', 'A06 700 A07 700 A08 700 A09 700*'), ('disability', 'A06 800 A07 800 A08 800 A09 800*'), ('aids', 'A06 500 A07 500 A08 500 A09 500*')) AS v (programme, wanted);
SELECT is(pg_temp.claims(1), 'A live 25-02', 'ER14!: no delivery ends a claim');
SELECT is(pg_temp.sees('a.officer', 'SELECT DISTINCT national_id FROM civil.findings()'), format('(%s) (%s)', pg_temp.p(1), pg_temp.p(2)), 'ER14: the authority has its findings');
SELECT is(pg_temp.sees('b.officer', 'SELECT * FROM civil.findings()'), NULL, 'ER14!: another authority has not');
SELECT is(pg_temp.sees('treasury', 'SELECT DISTINCT programme FROM payment.held_lines(''2026-09-01'')'), '(disability) (elderly)', 'ER15, AR2!: the Comptroller General''s Department sees what is held, AIDS never');
SELECT is(left(pg_temp.sees(who, 'SELECT * FROM payment.held_lines(''2026-09-01'')'), 5), '42501', 'ER15!: held people are not shown to ' || who) FROM unnest('{province,department,district,portal,civil}'::text[]) AS who;
SELECT pg_temp.swept('2026-09-01');
SELECT is(pg_temp.ledger(1, '2026-06-01', '2026-09-01'), 'A06 700 A07 700 A08 700* A09 700*', 'ER15: a second sweep changes nothing');
-- registrar's seven days (DR15): reported 1 August, registered/told the 8th is in time, the 9th late
SELECT pg_temp.feed(20, '{"happened_on": "20/08/2569", "registered_on": "20/08/2569", "reported_on": "20/08/2569"}');
SELECT pg_temp.swept('2026-09-01');
SELECT is(pg_temp.ledger(20, '2026-08-01', '2026-09-01', 'disability'), 'A08 800 A09 800*', 'DR14: a disabled person''s death holds September');
SELECT is(pg_temp.sees('department', 'SELECT deaths FROM civil.registrar_reports(''2026-07-01'', ''2026-09-30'')'), '(3)', 'DR15: three deaths are measured');
SELECT is(left(pg_temp.sees('a.officer', 'SELECT * FROM civil.registrar_reports(''2026-07-01'', ''2026-09-30'')'), 5), '42501', 'DR15!: not by an authority');

-- Verified, then ended by order: the officer finds, the executive orders ---------------------------------------------------------------------
SELECT is(pg_temp.settle('b.officer', 1), 'WF334', 'ER14!: another authority settles nothing');
SELECT is(pg_temp.settle('a.plain', 1), 'WF336', 'ER14!: nor who holds no office');
SELECT unalike(pg_temp.settle('a.officer', 1), 'WF%', 'ER14: an officer verifies the death');
SELECT is(pg_temp.claims(1), 'A live 25-02', 'ER14!: which ends no claim: only an order does');
SELECT is(pg_temp.settle('a.officer', 1), 'WF334', 'ER14!: nothing is settled twice');
SELECT unalike(pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2026-07-31'', ''2026-09-01'', order_number => ''6/2569'')', pg_temp.p(1))), 'WF%', 'ER14: the executive''s order is recorded');
SELECT is(pg_temp.claims(1) || pg_temp.claims(1, 'disability') || pg_temp.claims(1, 'aids'), 'A disposed 25-02 26-07A disposed 25-02 26-07A disposed 25-02 26-07', 'ER13, DE3: all claims end with July');
SELECT is(pg_temp.ledger(1, '2026-07-01', '2026-09-01'), 'A07 700 A08 700* A09 700*', 'ER15: what was prepared for August stays held');
SELECT pg_temp.job('2026-10-01');
SELECT is(pg_temp.ledger(1, '2026-10-01', '2026-10-01'), NULL, 'ER13!: October has no line');

-- A mistaken death --------------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.feed(3, '{"happened_on": "10/08/2569", "registered_on": "11/08/2569"}');
SELECT pg_temp.swept('2026-10-01');
SELECT is(pg_temp.ledger(3, '2026-08-01', '2026-10-01'), 'A08 700 A09 700* A10 700*', 'ER15: a death of 10 August, told of in October, holds what was prepared');
SELECT is(pg_temp.by('a.executive', format('payment.lift_hold(%L, ''2026-10-01'', ''7/2569'', ''ยังมีชีวิต'')', pg_temp.p(3))), 'WF33B', 'ER14!: no hold is lifted while the death stands');
SELECT unalike(pg_temp.settle('a.officer', 3, false), 'WF%', 'ER14: the officer finds that the person lives');
SELECT pg_temp.swept('2026-10-02');
SELECT is(pg_temp.ledger(3, '2026-09-01', '2026-10-01'), 'A09 700* A10 700*', 'ER14, ER15!: what is refuted is still held, until the order');
SELECT is(pg_temp.by(who, format('payment.lift_hold(%L, ''2026-10-02'', ''7/2569'', ''ยังมีชีวิต'')', pg_temp.p(3))), wanted, 'ER14!: not lifted by ' || who) FROM (VALUES ('a.officer', 'WF336'), ('a.clerk', 'WF336'), ('b.executive', 'WF339'), ('a.plain', 'WF336')) AS v (who, wanted);
SELECT is(pg_temp.would(who, format('payment.lift_hold(%L, ''2026-10-02'', ''7/2569'', ''x'')', pg_temp.p(3))), '42501', 'ER14!: nor by ' || who) FROM unnest('{treasury,admin,province}'::text[]) AS who;
SELECT is(pg_temp.would('treasury', format('payment.release_hold(%L, ''x'')', pg_temp.p(3))), 'WF339', 'ER15!: the Comptroller General''s Department releases only its own');
SELECT unalike(pg_temp.by('a.delegate', format('payment.lift_hold(%L, ''2026-10-02'', ''7/2569'', ''ยังมีชีวิต'')', pg_temp.p(3))), 'WF%', 'ER14: lifted by the delegate''s order');
SELECT is(pg_temp.ledger(3, '2026-08-01', '2026-10-01'), 'A08 700 A09 700 A10 700', 'ER14, ER15: the held months are payable, each once');
SELECT pg_temp.swept('2026-10-03');
SELECT is(pg_temp.ledger(3, '2026-08-01', '2026-10-01'), 'A08 700 A09 700 A10 700', 'ER15!: a later sweep does not hold them again');
SELECT is(pg_temp.feed(3, '{"happened_on": "10/08/2569", "registered_on": "11/08/2569"}'), '0 1 0', 'ER15: the same mistaken death delivered again');
SELECT pg_temp.swept('2026-10-04');
SELECT is(pg_temp.ledger(3, '2026-08-01', '2026-10-01'), 'A08 700 A09 700 A10 700', 'ER15!: holds nothing anew');
-- taken back by the registry itself
SELECT pg_temp.feed(4, '{"happened_on": "10/08/2569", "registered_on": "11/08/2569", "event_reference": "D-4"}');
SELECT pg_temp.swept('2026-10-04');
SELECT is(pg_temp.feed(4, '{"kind": "death_cancelled", "happened_on": "10/08/2569", "registered_on": "20/09/2569", "event_reference": "C-4"}'), '1 0 0', 'ER15: the registry takes a death back');
SELECT pg_temp.swept('2026-10-05');
SELECT unalike(pg_temp.by('a.executive', format('payment.lift_hold(%L, ''2026-10-05'', ''8/2569'', ''ทะเบียนยกเลิกการตาย'')', pg_temp.p(4))), 'WF%', 'ER14: the executive lifts the hold by order');
SELECT is(pg_temp.ledger(4, '2026-08-01', '2026-10-01'), 'A08 700 A09 700 A10 700', 'ER15: September and October follow');
-- the cancellation is delivered before the death: the later registered event decides
SELECT pg_temp.feed(5, '{"kind": "death_cancelled", "happened_on": "10/08/2569", "registered_on": "20/09/2569", "event_reference": "C-5"}');
SELECT pg_temp.feed(5, '{"happened_on": "10/08/2569", "registered_on": "11/08/2569", "event_reference": "D-5"}');
SELECT pg_temp.swept('2026-10-05');
SELECT is(pg_temp.ledger(5, '2026-08-01', '2026-10-01'), 'A08 700 A09 700 A10 700', 'ER15!: a death that was taken back before it arrives holds nothing');
-- a namesake: another birth date makes it a question
SELECT is(pg_temp.feed(6, '{"happened_on": "10/09/2569", "registered_on": "11/09/2569", "birth_date": "02/12/2490"}'), '1 0 0', 'ER15: a death whose birth date differs');
SELECT pg_temp.swept('2026-10-05');
SELECT is(pg_temp.ledger(6, '2026-10-01', '2026-10-01'), 'A10 700', 'ER15!: a question holds nothing');
SELECT unalike(pg_temp.settle('a.officer', 6, true), 'WF%', 'ER14: the officer answers that it is this person');
SELECT pg_temp.swept('2026-10-06');
SELECT is(pg_temp.ledger(6, '2026-09-01', '2026-10-01'), 'A09 700 A10 700*', 'ER15: then October is held');
-- the Comptroller General's Department holds
SELECT is(pg_temp.would(who, format('payment.hold_line(%L, ''2026-10-01'', ''ทะเบียนกลาง'', ''สงสัยว่าตาย'')', pg_temp.p(7))), wanted, format('ER15%s: held by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, who)) FROM (VALUES ('treasury', 'taken'), ('a.officer', '42501'), ('department', '42501'), ('admin', '42501')) AS v (who, wanted);
SELECT is(pg_temp.would('treasury', format('payment.hold_line(%L, ''2026-10-01'', ''ทะเบียนกลาง'', NULL)', pg_temp.p(7))), 'WF010', 'ER15!: not without a reason');
SELECT is(pg_temp.would('treasury', format('payment.hold_line(%L, ''2026-10-01'', ''x'', ''x'', ''aids'')', pg_temp.p(22))), 'WF33A', 'AR2!: nor the AIDS allowance by its name');
SELECT is(pg_temp.would('treasury', format('payment.hold_line(%L, ''2026-10-01'', ''x'', ''x'')', pg_temp.p(22))), pg_temp.would('treasury', format('payment.hold_line(%L, ''2026-10-01'', ''x'', ''x'')', pg_temp.p(998))), 'AR2!: who has nothing but AIDS is to it as who is nowhere');

-- A move told of by the registry; struck off (DE14); a death of somebody whose claim awaits acknowledgement --------------------------------------
SELECT is(pg_temp.feed(8, '{"kind": "moved_out", "happened_on": "20/09/2569", "registered_on": "20/09/2569", "new_authority_code": "6730123"}'), '1 0 0', 'ER8.6: a move in the registry');
SELECT is(pg_temp.feed(22, '{"kind": "moved_out", "happened_on": "20/09/2569", "registered_on": "20/09/2569", "new_authority_code": "6730123"}'), '1 0 0', 'ER8.6: and one of somebody with AIDS alone');
SELECT pg_temp.swept('2026-10-06');
SELECT is(pg_temp.sees(who, 'SELECT DISTINCT national_id FROM civil.moves_found(''2026-10-01'')'), format('(%s)', pg_temp.p(8)), 'ER8.6, AR2!: reported to ' || who || ', without who has AIDS alone') FROM unnest('{department,treasury}'::text[]) AS who;
SELECT is(left(pg_temp.sees(who, 'SELECT * FROM civil.moves_found(''2026-10-01'')'), 5), '42501', 'ER8.6!: not to ' || who) FROM unnest('{province,a.officer,portal,civil}'::text[]) AS who;
SELECT is(pg_temp.claims(8), 'A live 25-02', 'ER8.3!: a move in the registry changes no claim');
SELECT is(pg_temp.feed(9, '{"kind": "struck_off", "happened_on": "20/09/2569", "registered_on": "20/09/2569"}'), '1 0 0', 'DE14: struck off every register');
SELECT pg_temp.swept('2026-10-06');
SELECT is(pg_temp.claims(9), 'A live 25-02', 'DE14!: which is a lost qualification, for the notice');
SELECT is(pg_temp.sees('department', format('SELECT national_id FROM civil.moves_found(''2026-10-01'') WHERE national_id = %L', pg_temp.p(9))), NULL, 'DE14!: and no move');
SELECT pg_temp.notify('a.officer', 10, '2026-10-01', 6730123), pg_temp.confirm('b.officer', 10, '2026-10-05');
SELECT pg_temp.job('2026-11-01');
SELECT is(pg_temp.ledger(10, '2026-10-01', '2026-11-01'), 'A10 700 B11 700*', 'ER8.4: November is held until the acknowledgement');
SELECT pg_temp.feed(10, '{"happened_on": "20/10/2569", "registered_on": "21/10/2569"}');
SELECT pg_temp.swept('2026-11-02');
SELECT is(pg_temp.sees('a.officer', format('SELECT kind FROM civil.findings() WHERE national_id = %L', pg_temp.p(10))) || pg_temp.sees('b.officer', format('SELECT kind FROM civil.findings() WHERE national_id = %L', pg_temp.p(10))), '(death)(death)', 'ER14: both authorities find the death');
SELECT is(pg_temp.by('a.officer', format('registry.acknowledge_move(%L, ''elderly'')', pg_temp.p(10))), 'done', 'EG5.2: the old one acknowledges all the same');
SELECT pg_temp.job('2026-11-03');
SELECT is(pg_temp.ledger(10, '2026-10-01', '2026-11-01'), 'A10 700 B11 700*', 'ER13, ER15!: the acknowledgement releases no month after the death');
-- a refuted death while both pay: lifted by each for its own
SELECT pg_temp.enter('a.officer', n) FROM generate_series(30, 32) AS n;
-- who confirms after the death was told of: an event against a claim that is new
SELECT pg_temp.feed(40, '{"happened_on": "20/10/2569", "registered_on": "21/10/2569"}');
SELECT pg_temp.submit('a.receiver', 40), pg_temp.path('a', 40);
SELECT pg_temp.job('2026-12-01');
SELECT pg_temp.job('2026-12-02');
SELECT is(coalesce(pg_temp.ledger(40, '2026-12-01', '2026-12-01'), 'A12 700*'), 'A12 700*', 'ER15: who is entered after the registry told of the death is held too');

-- a mistaken death that was ordered: the claim is entered again by two users, the months follow as arrears, once
SELECT pg_temp.today('2026-12-02');
SELECT pg_temp.job('2026-12-12');
SELECT is(pg_temp.feed(31, '{"happened_on": "10/12/2569", "registered_on": "11/12/2569", "event_reference": "D-31"}'), '1 0 0', 'ER15: a death of 10 December');
SELECT pg_temp.job('2027-01-01');
SELECT pg_temp.job('2027-02-01');
SELECT is(pg_temp.ledger(31, '2026-12-01', '2027-02-01'), 'A12 700 A01 700* A02 700*', 'ER15: January and February are prepared and held');
SELECT unalike(pg_temp.settle('a.officer', 31), 'WF%', 'ER14: verified');
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2026-12-10'')', pg_temp.p(31))) LIKE 'WF%', false, 'ER14: disposed');
SELECT pg_temp.job('2027-03-01');
SELECT is(pg_temp.feed(31, '{"kind": "death_cancelled", "happened_on": "10/12/2569", "registered_on": "01/03/2570", "event_reference": "C-31"}'), '1 0 0', 'ER15: the registry takes it back');
SELECT pg_temp.swept('2027-03-02');
SELECT is(pg_temp.by('a.officer', format('registry.re_enter(%L, ''elderly'', ''ยังมีชีวิต'', ''ทะเบียนยกเลิกการตาย'')', pg_temp.p(31))) LIKE 'WF%', false, 'IS9.5: one user asks');
SELECT is(pg_temp.claims(31), 'A disposed 25-02 26-12', 'IS9.5!: one user alone undoes nothing');
SELECT is(pg_temp.by('a.receiver', format('registry.re_enter(%L, ''elderly'', ''ยังมีชีวิต'', ''ทะเบียนยกเลิกการตาย'')', pg_temp.p(31))) LIKE 'WF%', false, 'IS9.5: another confirms');
SELECT pg_temp.pay('2026-12-01', '2027-03-01');
SELECT is(pg_temp.ledger(31, '2026-12-01', '2027-03-01'), 'A12 700 A01 700* A02 700* A03 700*', 'ER14!: what was held stays held until the order, March too');
SELECT unalike(pg_temp.by('a.executive', format('payment.lift_hold(%L, ''2027-03-02'', ''9/2570'', ''ยังมีชีวิต'')', pg_temp.p(31))), 'WF%', 'ER14: the order lifts it');
SELECT is(pg_temp.ledger(31, '2026-12-01', '2027-03-01'), 'A12 700 A01 700 A02 700 A03 700', 'ER13, ER14: every month once');
SELECT pg_temp.today('2026-12-02');

-- EG4.3: who gets the earned month ------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.sees('a.officer', format('SELECT month, payee FROM registry.find_payee_after_death(%L, ''elderly'')', pg_temp.p(1))), '(2026-07-01,heirs)', 'EG4.3: paid in cash and nobody named: the heirs, July');
SELECT is(pg_temp.would('a.officer', format('registry.record_earned_month(%L, ''elderly'', ''named_person'', ''สมหญิง'', ''1000000001005'', ''บุตร'', ''หนังสือ'', ''บัตร'')', pg_temp.p(1))), 'WF32R', 'EG4.3!: nobody was named');
SELECT is(pg_temp.would('b.officer', format('registry.record_earned_month(%L, ''elderly'', ''heirs'', ''สมหญิง'', ''1000000001005'', ''บุตร'', ''หนังสือ'', ''บัตร'')', pg_temp.p(1))), 'WF066', 'EG4.3!: another authority pays nobody');
SELECT unalike(pg_temp.by('a.officer', format('registry.record_earned_month(%L, ''elderly'', ''heirs'', ''สมหญิง'', ''1000000001005'', ''บุตร'', ''บันทึกรับรองทายาท'', ''บัตร'')', pg_temp.p(1))), 'WF%', 'EG4.3: paid to an heir');
SELECT is(pg_temp.would('a.officer', format('registry.record_earned_month(%L, ''elderly'', ''heirs'', ''สมหญิง'', ''1000000001005'', ''บุตร'', ''x'', ''บัตร'')', pg_temp.p(1))), 'WF32S', 'EG4.3!: not paid twice');
SELECT is(pg_temp.would('a.officer', format('registry.record_earned_month(%L, ''elderly'', ''heirs'', ''x'', ''1000000001005'', ''บุตร'', ''x'', ''บัตร'')', pg_temp.p(11))), 'WF32Q', 'EG4.3!: the living have no such month');
SELECT pg_temp.by('a.officer', format('registry.add_representative(%L, ''1000000001005'', ''proxy'', ''สมหญิง ใจดี'', ''บุตร'', ''หนังสือมอบอำนาจ'', ''2026-06-01'', %L)', pg_temp.p(n), n = 11)) FROM unnest('{11,12}'::integer[]) AS n;
SELECT pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2026-11-15'')', pg_temp.p(n))) FROM unnest('{11,12}'::integer[]) AS n;
SELECT is(pg_temp.sees('a.officer', format('SELECT month, payee, payee_id FROM registry.find_payee_after_death(%L, ''elderly'')', pg_temp.p(11))), '(2026-11-01,named_person,1000000001005)', 'EG4.3: whom the person named for while alive and after death');
SELECT is(pg_temp.sees('a.officer', format('SELECT month, payee FROM registry.find_payee_after_death(%L, ''elderly'')', pg_temp.p(12))), '(2026-11-01,heirs)', 'EG4.3!: a proxy for life alone gets nothing after it');
-- ER13: before a proxy is paid; DR13: no mere proxy
SELECT pg_temp.by('a.officer', format('registry.add_representative(%L, ''1000000001005'', %L, ''สมหญิง ใจดี'', ''บุตร'', ''หนังสือ'', ''2026-06-01'')', pg_temp.p(n), kind)) FROM (VALUES (30, 'proxy'), (21, 'proxy'), (21, 'caregiver')) AS v (n, kind);
SELECT is(pg_temp.would(who, format('registry.verify_proxy(%L, %L, %L, ''1000000001005'', %L, ''บัตร'', ''พบตัว'', %L)', pg_temp.p(n), programme, '2026-12-01', kind, day)), wanted, format('ER13, DR13%s: %s of %s by %s on %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, kind, programme, who, day))
  FROM (VALUES ('a.officer', 30, 'elderly', 'proxy', '2026-12-01', 'taken'), ('a.officer', 30, 'elderly', 'proxy', '2026-11-30', 'WF32P'), ('a.officer', 30, 'elderly', 'guardian', '2026-12-01', 'WF32N'), ('a.officer', 21, 'disability', 'proxy', '2026-12-01', 'WF32M'),
               ('a.officer', 21, 'disability', 'caregiver', '2026-12-01', 'taken'), ('b.officer', 30, 'elderly', 'proxy', '2026-12-01', 'WF066')) AS v (who, n, programme, kind, day, wanted);

-- What is learnt late: proposed recoveries and arrears, each once; AIDS never above the authority -----------------------------------------------------
SELECT pg_temp.today('2026-12-02');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(50, 53) AS n;
SELECT pg_temp.enter('a.officer', 54, 'aids');
SELECT pg_temp.pay('2026-08-01', '2026-12-01');
SELECT pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', %L)', pg_temp.p(n), day)) FROM (VALUES (50, '2026-09-30'), (51, '2026-10-01'), (54, '2026-09-30')) AS v (n, day);
SELECT pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, ''{"birth_date": "15/10/2489"}'')', pg_temp.p(52)));
SELECT pg_temp.notify('a.officer', 53, '2026-08-20', 6730123), pg_temp.confirm('b.officer', 53, '2026-09-15');
SELECT pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-08-01'', ''2026-12-01'')');
CREATE FUNCTION pg_temp.late(who text, number integer) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.sees(who, format('SELECT month, kind, standing, allowance::integer FROM payment.adjustments(''2026-08-01'', ''2026-12-01'', %L)', pg_temp.p(number))) $$;
SELECT is(pg_temp.late('a.officer', 50), '(2026-10-01,recovery,proposed,-700) (2026-11-01,recovery,proposed,-700) (2026-12-01,recovery,proposed,-700)', 'ER13: a death of 30 September, learnt in December: October to December are proposed for recovery');
SELECT is(pg_temp.late('a.officer', 51), '(2026-11-01,recovery,proposed,-700) (2026-12-01,recovery,proposed,-700)', 'ER13!, DE3!: of 1 October: October is not');
SELECT is(pg_temp.late('a.officer', 52), '(2026-11-01,arrears,payable,100) (2026-12-01,arrears,payable,100)', 'ER9, DE21: who turns out to be 80 on 15 October has 100 more from November');
SELECT is(pg_temp.late('a.officer', 53), NULL, 'ER8.4!, DE10: what the old authority paid after a confirmation that came late is paid once, and not asked back');
SELECT is(pg_temp.late('b.officer', 53), NULL, 'ER8.4!: nor owed again by the new one');
SELECT is(pg_temp.late('a.officer', 54), '(2026-10-01,recovery,proposed,-500) (2026-11-01,recovery,proposed,-500) (2026-12-01,recovery,proposed,-500)', 'DE3: AIDS alike, for the authority');
SELECT is(pg_temp.late(who, 54), NULL, 'AR2!: never for the ' || who) FROM unnest('{province,district,department}'::text[]) AS who;
SELECT is(pg_temp.would(who, format('(SELECT registry.explain(%L, ''aids'', ''2026-09-01''))', pg_temp.p(54))), pg_temp.would(who, format('(SELECT registry.explain(%L, ''aids'', ''2026-09-01''))', pg_temp.p(998))), 'AR2!: nothing of it is explained to the ' || who) FROM unnest('{province,district,department}'::text[]) AS who;
SELECT is(pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-08-01'', ''2026-12-01'')'), '0', 'DE21: a second run records nothing');
SELECT * FROM finish();
ROLLBACK;

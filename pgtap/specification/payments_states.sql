-- The states of a month's payments (ER13, DR13, AR3): from preparing to handing over, who takes which step, what cannot be skipped, and what changes in between.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
-- somebody who is officer and delegate of authority A at once; a clerk of A whose delegation has ended
INSERT INTO identity.office (user_name, office, authority_code, valid, delegation_document) VALUES
  ('a.plain', 'officer', 5730102, '[2009-01-01,)', NULL), ('a.plain', 'delegate', 5730102, '[2009-01-01,)', 'คำสั่งที่ 2/2552'), ('a.clerk', 'delegate', 5730102, '[2020-01-01,2026-09-01)', 'คำสั่งที่ 2/2563');
CREATE FUNCTION pg_temp.zero() RETURNS text LANGUAGE sql IMMUTABLE RETURN repeat('0', 64);
CREATE FUNCTION pg_temp.hold(number integer, from_month date) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('treasury', format('payment.hold_line(%L, %L, ''ทะเบียนราษฎร'', ''รอตรวจสอบ'')', pg_temp.p(number), from_month)) $$;
CREATE FUNCTION pg_temp.release(number integer) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('treasury', format('payment.release_hold(%L, ''ตรวจแล้ว'')', pg_temp.p(number))) $$;

SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter('a.officer', 1), pg_temp.enter('a.officer', 2, 'elderly', pg_temp.account('0000000012')), pg_temp.enter('a.officer', 5, 'elderly', pg_temp.account('0000000015')),
       pg_temp.enter('a.officer', 3, 'disability', pg_temp.account('0000000013') || '{"birth_date": "01/12/2510", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability, welfare_card}"}'),
       pg_temp.enter('b.officer', 11, 'elderly', pg_temp.account('0000000021')), pg_temp.enter('b.officer', 12) \g /dev/null

-- Nothing before its time ---------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-08-31');
SELECT is(pg_temp.prepare(:m), 'WF030', 'ER13!: a month is not prepared before it has come');
SELECT pg_temp.today('2026-09-01');
SELECT is(pg_temp.draft('a.officer', :m), 'WF032', 'ER13!: nothing is drafted of a month that is not prepared');
SELECT is(pg_temp.review('a.officer', :m), 'WF403', 'ER13!: nothing is reviewed of it');
SELECT is(pg_temp.approve('a.executive', :m, pg_temp.zero()), 'WF403', 'ER13!: nothing is approved of it');
SELECT is(pg_temp.seal('treasury', :m), 'WF032', 'ER13!: nothing is sealed of it');
SELECT is(pg_temp.prepare(:m), 'elderly 5 5 3500 0 0, disability 1 1 800 0 200', 'ER13: prepared on the 1st, with the fund''s component apart');
SELECT is(pg_temp.prepare(:m), 'elderly 5 0 3500 0 0, disability 1 0 800 0 200', 'ER13: prepared again it adds nothing');
SELECT is(pg_temp.review('a.officer', :m), 'WF403', 'ER13!: what is not drafted is not reviewed');
SELECT is(pg_temp.draft('a.officer', '2026-08-15'), 'WF034', 'ER13!: a payroll is of a month');
SELECT is(pg_temp.draft('a.officer', :m), '2 5 3100 0 0', 'ER13: the own authority''s: programmes, payments, baht, none held');
SELECT is(pg_temp.payrolls(:m), 'A elderly 1 drafted, A disability 1 drafted', 'ER13: nobody else''s');
SELECT is(pg_temp.draft('admin', :m), '3 7 4500 0 0', 'ER13: an administrator drafts the nation''s');
SELECT is(pg_temp.payrolls(:m), 'A elderly 1 drafted, A disability 1 drafted, B elderly 1 drafted', 'ER13: a payroll per month, programme and authority');
SELECT is(left(pg_temp.would(who, format('count(*) FROM payment.draft_own_payroll(%L)', :m)), 5), '42501', 'ER13!: not drafted by ' || who) FROM unnest('{province,district,department,treasury,portal,bank,report}'::text[]) AS who;
SELECT is(left(pg_temp.would(who, format('count(*) FROM payment.draft_payrolls(%L)', :m)), 5), '42501', 'ER13!: not drafted for all by ' || who) FROM unnest('{a.officer,province,district,department,treasury,portal,bank,report}'::text[]) AS who;
SELECT is(left(pg_temp.would(who, format('count(*) FROM payment.prepare(%L)', :m)), 5), '42501', 'ER13!: not prepared by ' || who) FROM unnest('{a.officer,a.executive,province,district,department,treasury,portal,bank,report}'::text[]) AS who;

-- No state is skipped -------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.approve('a.executive', :m, pg_temp.digest_of('a.officer', :m)), 'WF403', 'ER13!: not approved before it is reviewed');
SELECT is(pg_temp.seal('treasury', :m), 'WF408', 'ER13!: not sealed before it is approved');
SELECT is(pg_temp.would(who, format('payment.review_payroll(%L, ''elderly'')', :m)), 'WF336', 'ER13!: an officer reviews, not ' || who) FROM unnest('{a.member1,a.nobody,b.officer.2}'::text[]) AS who;
SELECT is(pg_temp.review('b.officer', :m, 'disability'), 'WF403', 'ER13!: an authority reviews what it has, not its neighbour''s');
SELECT is(left(pg_temp.would(who, format('payment.review_payroll(%L, ''elderly'')', :m)), 5), '42501', 'ER13!: not reviewed by ' || who) FROM unnest('{admin,province,district,department,treasury,portal,bank,report}'::text[]) AS who;
SELECT pg_temp.review('a.officer', :m) AS digest \gset
SELECT matches(:'digest'::text, '^[0-9a-f]{64}$', 'ER13: the review answers a SHA-256');
SELECT is(pg_temp.digest_of('a.officer', :m), :'digest'::text, 'ER13: which is the payroll''s');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 reviewed, B elderly 1 drafted', 'ER13: A''s is reviewed');
SELECT is(pg_temp.review('a.officer', :m), 'WF403', 'ER13!: not reviewed twice');
SELECT is(pg_temp.draft('a.officer', :m), '2 5 3100 0 0', 'ER13: drafted again unchanged');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 reviewed, B elderly 1 drafted', 'ER13: it stays reviewed');
SELECT is(pg_temp.digest_of('a.officer', :m), :'digest'::text, 'ER13: under the same digest');
SELECT is(pg_temp.seal('treasury', :m), 'WF408', 'ER13!: what is reviewed is not sealed');

-- The order names the digest, and is another person's -----------------------------------------------------------------------------------
SELECT is(pg_temp.approve_would('a.executive', :m, digest), 'WF405', 'ER13!: approved with ' || why)
  FROM (VALUES (pg_temp.zero(), 'another digest'), (pg_temp.digest_of('b.officer', :m), 'the digest of the neighbour''s payroll'), (pg_temp.digest_of('a.officer', :m, 'disability'), 'the digest of another programme'),
               (left(:'digest', 63), 'a part of the digest'), (:'digest' || '0', 'more than the digest'), ('x', 'no digest')) AS wrong (digest, why);
SELECT is(pg_temp.approve_would('a.executive', :m, digest), 'WF010', 'ER13!: approved without naming the digest') FROM (VALUES (NULL), ('')) AS none (digest);
SELECT is(pg_temp.approve_would(who, :m, :'digest'), 'WF336', 'ER14!: the executive or the delegate approves, not ' || who) FROM unnest('{a.officer,a.member1,a.clerk,a.nobody}'::text[]) AS who;
SELECT is(left(pg_temp.approve_would(who, :m, :'digest'), 5), '42501', 'ER13!: not approved by ' || who) FROM unnest('{admin,province,district,department,treasury,portal,bank,report}'::text[]) AS who;
SELECT is(pg_temp.approve_would('b.executive', :m, :'digest'), 'WF403', 'ER13!: the neighbour''s executive has nothing reviewed to approve');
SELECT isnt(pg_temp.would('a.executive', format('payment.approve_payroll(%L, ''elderly'', %L, %L)', :m, :'digest', number)), 'taken', 'ER13!: an order has a number: ' || coalesce(quote_literal(number), 'NULL')) FROM (VALUES (NULL), (' '), ('')) AS paper (number);
SELECT is(pg_temp.approve_would(who, :m, :'digest'), 'taken', 'ER13: the order may be signed by ' || who) FROM unnest('{a.executive,a.delegate,a.plain}'::text[]) AS who;
SELECT pg_temp.review('a.plain', :m, 'disability') AS disability \gset
SELECT is(pg_temp.approve_would('a.plain', :m, :'disability', 'disability'), 'WF404', 'ER13!: who reviewed does not approve, whatever offices they hold');
SELECT is(pg_temp.approve_would('a.executive', :m, :'disability', 'disability'), 'taken', 'ER13: another does');
SELECT is(pg_temp.role_would('welfare_owner', format('UPDATE payment.authority_payroll SET state = %L, disbursement_number = %L WHERE authority_code = 5730102 AND programme = ''elderly''', state, number)), 'WF401', 'ER13!: not even the owner takes it from reviewed to ' || state)
  FROM (VALUES ('sealed', 1), ('sent', 1)) AS skipped (state, number);

-- Held between review and approval ------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.hold(2, :m), 'done', 'ER15: the Comptroller General''s Department holds somebody after the review');
SELECT is(pg_temp.approve('a.executive', :m, :'digest'), 'WF407', 'ER15!: what was reviewed is not what would be approved');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 reviewed, B elderly 1 drafted', 'ER15: and nothing of it is');
SELECT is(pg_temp.payments(1), NULL, 'ER15: nobody is paid by it');
SELECT is(pg_temp.draft('a.officer', :m), '2 4 2400 1 700', 'ER15: drafted anew, held apart');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 drafted, B elderly 1 drafted', 'ER15: a change takes the review away');
SELECT is(pg_temp.approve_would('a.executive', :m, :'digest'), 'WF403', 'ER15!: and the old digest with it');
SELECT is(pg_temp.sees('a.officer', format('SELECT national_id, amount, held, reasons FROM payment.payroll_items(%L, ''elderly'') WHERE held', :m)), format('(%s,700.00,t,{treasury})', pg_temp.p(2)), 'ER15: the officer sees who is held, and by what reason');
SELECT pg_temp.review('a.officer', :m) AS held \gset
SELECT isnt(:'held', :'digest'::text, 'ER15: the digest is another');
SELECT is(pg_temp.release(2), 'done', 'ER15: the hold is released with a reason after the review');
SELECT is(pg_temp.approve_would('a.executive', :m, :'held'), 'WF407', 'ER15!: that, too, needs another review');
SELECT pg_temp.draft('a.officer', :m) \g /dev/null
SELECT is(pg_temp.review('a.officer', :m), :'digest', 'ER13: the same payments have the same digest');

-- A late line, an account, between review and approval ----------------------------------------------------------------------------------
SELECT is(pg_temp.enter('a.officer', 6), 'done', 'DE20: a claim that was ordered before is recorded after the review');
SELECT is(pg_temp.approve_would('a.executive', :m, :'digest'), 'taken', 'ER13: what is not prepared is no part of it');
SELECT is(pg_temp.prepare(:m), 'elderly 6 1 4200 0 0, disability 1 0 800 0 200', 'DE21: known by the end of the 1st it gets its line');
SELECT is(pg_temp.approve_would('a.executive', :m, :'digest'), 'WF407', 'ER13!: a line added after the review is not approved with it');
SELECT is(pg_temp.draft('a.officer', :m), '2 6 3800 0 0', 'ER13: drafted anew it is in');
SELECT pg_temp.review('a.officer', :m) AS six \gset
SELECT pg_temp.today('2026-09-02');
SELECT is(pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, %L)', pg_temp.p(5), jsonb_build_object('account_number', '0000000099'))), 'done', 'EG6.2: an account is changed in the register after the month was prepared');
SELECT is(pg_temp.sees('a.officer', format('SELECT account_number FROM payment.payroll_items(%L, ''elderly'') WHERE national_id = %L', :m, pg_temp.p(5))), '(0000000015)', 'ER13: the line keeps the account as it was when it was prepared');
SELECT is(pg_temp.approve('a.executive', :m, :'six'), 'done', 'ER13: approved as reviewed');
SELECT is((SELECT account_number FROM payment.instruction WHERE thai_id = pg_temp.p(5)), '0000000015', 'ER13: what goes out is what was reviewed');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 approved, B elderly 1 drafted', 'ER13: A''s is approved');
SELECT is(pg_temp.approve('a.delegate', :m, :'six'), 'WF403', 'ER13!: not approved twice');
SELECT is(pg_temp.review('a.officer', :m), 'WF403', 'ER13!: not reviewed after approval');
SELECT is((SELECT string_agg(concat_ws(' ', to_state, taken_by, signed_as, order_number), ', ' ORDER BY step_number DESC) FROM (SELECT * FROM payment.payroll_step WHERE authority_code = 5730102 AND programme = 'elderly' ORDER BY step_number DESC LIMIT 2) AS last),
          'approved a.executive executive 1/2570, reviewed a.officer', 'ER13: each step has its person, the order its number and office');
SELECT is((SELECT count(*) FROM payment.instruction WHERE cycle_month = :m AND authority_code = 5730102 AND programme = 'elderly'), 4::bigint, 'ER13: as many payments as were approved');
SELECT is((SELECT sum(amount) FROM payment.instruction WHERE cycle_month = :m AND authority_code = 5730102 AND programme = 'elderly'), 2800::numeric, 'ER13: and as much');

-- A line added after approval: another round --------------------------------------------------------------------------------------------
SELECT is(pg_temp.draft('a.officer', :m), '1 2 1000 0 0', 'ER13: nothing of what was approved is drafted again');
SELECT pg_temp.today('2026-09-01');
SELECT is(pg_temp.enter('a.officer', 7, 'elderly', pg_temp.account('0000000017')), 'done', 'DE21: one more is known by the end of the 1st');
SELECT pg_temp.today('2026-09-02');
SELECT is(pg_temp.prepare(:m), 'elderly 7 1 4900 0 0, disability 1 0 800 0 200', 'ER13: one more line');
SELECT is(pg_temp.approve('a.executive', :m, :'disability', 'disability'), 'done', 'ER13: disability is approved');
SELECT is(pg_temp.payments(3, 'disability'), '09 A 800 09 Ac 200', 'RC8.2: the welfare-card component is another payer''s, apart from the authority''s 800');

-- Held between approval and seal; the seal ----------------------------------------------------------------------------------------------
SELECT is(pg_temp.hold(2, :m), 'done', 'ER15: held between approval and seal');
SELECT is(left(pg_temp.would(who, format('count(*) FROM payment.seal_disbursement(%L)', :m)), 5), '42501', 'ER13!: not sealed by ' || who) FROM unnest('{province,district,department,portal,bank,report}'::text[]) AS who;
SELECT isnt(pg_temp.would('a.executive', format('count(*) FROM payment.seal_disbursement(%L)', :m)), 'taken', 'ER13!: not by an authority when the Comptroller General''s Department executes');
SELECT is(pg_temp.seal('treasury', :m), '2 3 2 1 3100', 'ER13: sealed: payrolls, transfers, cash, held back, control sum');
SELECT matches(pg_temp.seal_of(), '^[0-9a-f]{64}$', 'ER13: under a SHA-256');
SELECT is(pg_temp.payrolls(:m), 'A elderly 1 sealed, A disability 1 sealed, B elderly 1 drafted', 'ER13: what was approved is sealed, nothing else');
SELECT is(pg_temp.payments(2), '[09 A 700]', 'ER15: what was held is held back');
SELECT is(pg_temp.seal('treasury.2', :m), 'WF408', 'ER13!: nothing is sealed twice');
SELECT is(pg_temp.sees('treasury', 'SELECT sum(transfers), sum(control_sum) FROM payment.list_batches()'), '(3,1700.00)', 'ER13: the batches hold the transfers, all of them and no more');
SELECT is(pg_temp.sees('treasury', 'SELECT payer, transfers, control_sum FROM payment.list_batches()'), '(local_authority,2,1500.00) (welfare_card_fund,1,200.00)', 'ER13: a batch per bank and payer');

-- Handing over --------------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.last_disbursement() AS first_one, pg_temp.seal_of() AS seal \gset
SELECT is(pg_temp.send('treasury', :first_one), 'WF40E', 'ER13!: who sealed does not hand over');
SELECT is(pg_temp.send('treasury.2', :first_one, digest), 'WF405', 'ER13!: handed over with ' || why) FROM (VALUES (pg_temp.zero(), 'another seal'), (:'six', 'a payroll''s digest'), (left(:'seal', 63), 'a part of the seal')) AS wrong (digest, why);
SELECT isnt(pg_temp.would('treasury.2', format('payment.send_disbursement(%s, NULL)', :first_one)), 'taken', 'ER13!: handed over without naming the seal');
SELECT is(left(pg_temp.would(who, format('payment.send_disbursement(%s, %L)', :first_one, :'seal')), 5), '42501', 'ER13!: not handed over by ' || who) FROM unnest('{province,district,department,portal,bank,report}'::text[]) AS who;
SELECT isnt(pg_temp.would('a.executive', format('payment.send_disbursement(%s, %L)', :first_one, :'seal')), 'taken', 'ER13!: an authority does not hand over what another agency sealed');
SELECT is(pg_temp.hold(5, :m), 'done', 'ER15: held between seal and handing over');
SELECT is(pg_temp.send('treasury.2', :first_one), 'WF40B', 'ER15!: it is not handed over');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 sealed, B elderly 1 drafted', 'ER15: nothing of it');
SELECT isnt(pg_temp.would('treasury', format('payment.break_seal(%s, %L)', :first_one, why)), 'taken', 'ER13!: a seal is broken for a reason') FROM (VALUES (NULL), (' ')) AS given (why);
SELECT is(left(pg_temp.would(who, format('payment.break_seal(%s, ''x'')', :first_one)), 5), '42501', 'ER13!: not broken by ' || who) FROM unnest('{province,district,department,portal,bank,report}'::text[]) AS who;
SELECT is(pg_temp.break('treasury', :first_one), 'done', 'ER13: the seal is broken');
SELECT is(pg_temp.break('treasury', :first_one), 'WF40A', 'ER13!: not twice');
SELECT is(pg_temp.payrolls(:m), 'A elderly 1 approved, A disability 1 approved, B elderly 1 drafted', 'ER13: the payrolls are approved again');
SELECT is(pg_temp.send('treasury.2', :first_one), 'WF40A', 'ER13!: what is broken is not handed over');
SELECT is(pg_temp.sees('treasury', 'SELECT * FROM payment.list_batches()'), NULL, 'ER13!: and has no batches to export');
SELECT is(pg_temp.sees('treasury', format('SELECT * FROM payment.file_lines(%s, 1)', :first_one)), 'WF40F', 'ER13!: nor a file');
SELECT is(pg_temp.seal('treasury', :m), '2 2 2 2 2400', 'ER13: sealed anew without who is held');
SELECT is(pg_temp.send('treasury.2', NULL, :'seal'), 'WF405', 'ER13!: the broken seal opens nothing');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over by another person, naming the seal');
SELECT is(pg_temp.payrolls(:m), 'A elderly 1 sent, A disability 1 sent, B elderly 1 drafted', 'ER13: sent');
SELECT is(pg_temp.send('treasury.2'), 'WF40A', 'ER13!: not handed over twice');
SELECT is(pg_temp.break('treasury'), 'WF40A', 'ER13!: what was handed over has no seal to break');
SELECT is(pg_temp.payments(1) || ', ' || pg_temp.payments(2) || ', ' || pg_temp.payments(5) || ', ' || pg_temp.payments(6), '09 A 700, [09 A 700], [09 A 700], 09 A 700', 'ER15: each once, the held back as such');

-- Round 2, and what was held back, released ---------------------------------------------------------------------------------------------
SELECT is(pg_temp.release(2), 'done', 'ER15: one is released');
SELECT is(pg_temp.draft('a.officer', :m), '1 2 1400 0 0', 'ER15: and waits in the next round, with the line that was added after approval');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 sent, A elderly 2 drafted, B elderly 1 drafted', 'ER13: round 2 beside round 1');
SELECT pg_temp.review('a.officer', :m) AS second \gset
SELECT is(pg_temp.approve_would('a.executive', :m, :'six'), 'WF405', 'ER13!: the digest of round 1 does not approve round 2');
SELECT is(pg_temp.approve('a.executive', :m, :'second'), 'done', 'ER13: round 2 has its own review and order');
SELECT is(pg_temp.payments(2), '[09 A 700] 09 A#2 700', 'ER15: the second try follows the first, which came to nothing');
SELECT is(pg_temp.payments(5), '[09 A 700]', 'ER15!: who is held is not paid');
SELECT is(pg_temp.seal('treasury', :m), '1 2 0 0 1400', 'ER13: a second disbursement in one month');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
SELECT is(pg_temp.sign_all('b', :m), 'elderly done', 'ER13: another authority comes later');
SELECT is(pg_temp.seal('treasury', :m), '1 1 1 0 1400', 'ER13: in a third');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
SELECT is((SELECT count(*) FROM (SELECT FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE failure.thai_id IS NULL
                                  GROUP BY instruction.thai_id, programme, month, payer HAVING count(*) > 1) AS twice), 0::bigint, 'ER13!: nobody is under way twice for a programme, month and component');
SELECT is((SELECT count(*) FROM payment.line WHERE month = :m), (SELECT count(DISTINCT (thai_id, programme)) FROM payment.instruction WHERE month = :m), 'ER13: every line has been approved, each in one payroll');
SELECT is((SELECT sum(allowance + top_up + other_payers) FROM payment.line WHERE month = :m),
          (SELECT sum(instruction.amount) FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE failure.thai_id IS NULL) + 700,
          'ER13: lines are payments under way and the one that is held');
SELECT pg_temp.draft('admin', :m) \g /dev/null
SELECT is(pg_temp.payrolls(:m), 'A elderly 1 sent, A elderly 2 sent, A disability 1 sent, B elderly 1 sent', 'ER15: nothing is left but the one that is held');
SELECT is(pg_temp.sees('a.officer', format('SELECT national_id, allowance, reasons FROM payment.held_lines(%L)', :m)), format('(%s,700.00,{treasury})', pg_temp.p(5)), 'ER15: who is not forgotten');

-- A round after the first is drafted as often as the first is ---------------------------------------------------------------------------------
SELECT is(pg_temp.release(5), 'done', 'ER15: the last is released');
SELECT is(pg_temp.draft('a.officer', :m), '1 1 700 0 0', 'ER13: round 3');
SELECT is(pg_temp.draft('a.officer', :m), '1 1 700 0 0', 'ER13: drafted again, unchanged');
SELECT is(pg_temp.hold(5, :m), 'done', 'ER15: held again') UNION ALL SELECT matches(pg_temp.draft('a.officer', :m), '^[01] 0 0 0 0$', 'ER15: drafted again, there is nothing to pay');
SELECT is(pg_temp.release(5), 'done', 'ER15: released again') UNION ALL SELECT is(pg_temp.draft('a.officer', :m), '1 1 700 0 0', 'ER13: drafted again because it has changed');
SELECT is(pg_temp.payrolls(:m, 'elderly'), 'A elderly 1 sent, A elderly 2 sent, A elderly 3 drafted, B elderly 1 sent', 'ER13: it is the same round');
SELECT is(pg_temp.sign_all('a', :m), 'elderly done', 'ER13: reviewed and approved');
SELECT is(pg_temp.payments(5), '[09 A 700] 09 A#2 700', 'ER15: paid once');

-- A payroll of which everything is held stands in nobody's way ---------------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.hold(11, '2026-10-01'), 'done', 'ER15: all of B is held') UNION ALL SELECT is(pg_temp.hold(12, '2026-10-01'), 'done', 'ER15: both');
SELECT is(pg_temp.sign_all('b', '2026-10-01'), 'elderly done', 'ER13: a payroll of which everything is held is approved');
SELECT is(pg_temp.sign_all('a', '2026-10-01'), 'elderly done disability done', 'ER13: and the next authority''s');
SELECT is(pg_temp.seal('treasury', '2026-10-01'), '3 5 2 0 4500', 'ER13: sealed with the others') UNION ALL SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
SELECT is(pg_temp.release(11), 'done', 'ER15: one is released') UNION ALL SELECT is(pg_temp.draft('b.officer', '2026-10-01'), '1 1 700 0 0', 'ER15: and is B''s second round');
SELECT is(pg_temp.prepare('2026-10-01') IS NOT NULL AND pg_temp.sign_all('b', '2026-10-01') = 'elderly done', true, 'ER13: which is approved');
SELECT is(pg_temp.payments(11), '09 B 700 10 B 700', 'ER15: so the released is paid');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

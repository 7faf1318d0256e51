-- RC2, ER13, ER14: what is done about payments of authorities that ended: by their successors' officers; and of those that have no users: by administrators, by letters.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(58);
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
-- A call about October of a person. Parameters: function; number; what else is said.
CREATE FUNCTION pg_temp.call(name text, number integer, said text DEFAULT '') RETURNS text
  LANGUAGE sql AS $$ SELECT format('SELECT payment.%I(%L, ''elderly'', ''2026-10-01''%s)', name, pg_temp.id(number), said) $$;
CREATE FUNCTION pg_temp.do(name text, number integer, said text DEFAULT '') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    EXECUTE pg_temp.call(name, number, said) INTO answer;
    RETURN answer;
  END $$;
-- Every act of an authority on October's payments of those that ended, as the asker: repair of 1, cash of 2, return of 3, order on 4, receipt of 4.
CREATE FUNCTION pg_temp.acts() RETURNS text
  LANGUAGE sql AS $$
    SELECT concat_ws(' ', pg_temp.refused(pg_temp.call('repair_payment', 1, ', document => ''คำร้อง'', account_number => ''999'', bank_code => 6, bank_branch => ''นครปฐม''')),
                     pg_temp.refused(pg_temp.call('record_payout', 2, ', identity_document => ''บัตรประชาชน'', late_reason => ''x''')),
                     pg_temp.refused(pg_temp.call('return_cash', 3, ', 0, ''ไม่มารับ''')),
                     pg_temp.refused(pg_temp.call('decide_recovery', 4, ', 1, ''due'', ''9/2570'', ''รายงาน''')),
                     pg_temp.refused(pg_temp.call('record_receipt', 4, ', 1, ''local_authority'', 1, welfare.business_date(), ''ใบเสร็จ'''))) $$;
-- The last try of October fails as a bank says, with the ledger.
CREATE FUNCTION pg_temp.fail(number integer) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE told payment.instruction;
  BEGIN
    RESET ROLE;
    SELECT * INTO told FROM payment.instruction WHERE instruction.thai_id = pg_temp.person(number) ORDER BY attempt DESC LIMIT 1;
    INSERT INTO payment.failure (thai_id, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt, amount, reason_code)
    VALUES (told.thai_id, told.month, told.cycle_month, welfare.business_date(), told.authority_code, told.programme, told.payer, 'failed', 0, told.attempt, told.amount, 'AC04');
    PERFORM payment.post_payments(ARRAY[told], 'failed', 'returned', 'sent', clock_timestamp(), NULL, NULL);
  END $$;
-- An administrator, by name.
CREATE FUNCTION pg_temp.administrator(name text DEFAULT 'one') RETURNS void LANGUAGE sql AS $$ SELECT pg_temp.act_as('administrator', NULL, name) $$;
-- What two administrators review and approve on paper.
CREATE FUNCTION pg_temp.on_paper(cycle date) RETURNS bigint
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.administrator('one');
    PERFORM payment.draft_payrolls(cycle);
    PERFORM payment.review_on_paper(cycle, 'หนังสือ');
    PERFORM pg_temp.administrator('two');
    RETURN payment.approve_on_paper(cycle, '1/2570', late_reason => 'x');
  END $$;
-- What an authority on paper may be told to have done, as the asker: as pg_temp.acts, of 6 to 9. Parameters: authority; document.
CREATE FUNCTION pg_temp.paper_acts(authority integer DEFAULT 5730201, document text DEFAULT 'นฐ 1/2570') RETURNS text
  LANGUAGE sql AS $$
    SELECT concat_ws(' ',
      pg_temp.refused(format('SELECT payment.repair_on_paper(%s, %L, %L, account_number => ''999'', bank_code => 6, bank_branch => ''นครปฐม'')', authority, pg_temp.id(6), document)),
      pg_temp.refused(format('SELECT payment.record_payouts_on_paper(%s, ''2026-10-01'', %L, ''[]'')', authority, document)),
      pg_temp.refused(format('SELECT payment.return_cash_on_paper(%s, %L, %L, ''elderly'', ''2026-10-01'', 0, ''ไม่มารับ'')', authority, document, pg_temp.id(8))),
      pg_temp.refused(format('SELECT payment.decide_recovery_on_paper(%s, %L, ''elderly'', ''2026-10-01'', 1, ''due'', %L, ''รายงาน'')', authority, pg_temp.id(9), document)),
      pg_temp.refused(format('SELECT payment.record_receipt_on_paper(%s, %L, ''elderly'', ''2026-10-01'', 1, ''local_authority'', 1, welfare.business_date(), %L)', authority, pg_temp.id(9), document))) $$;

-- RC2: for whom one acts
SELECT is(reference.acts_for(5730102), '{5730102}', 'RC2: who is nobody''s successor acts for oneself');
SELECT is(reference.acts_for(NULL), '{NULL}', 'RC2!: and nobody for nobody');
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 6730213: 1 to an account, 2 to 4 in cash; 5730103, which it follows: 5 in cash; 5730201, which has no users: 6 to an account, 7 to 9 in cash; 5730102: 10 in cash
SELECT is((SELECT refused FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1), 'authority_code', '6730213') || pg_temp.account('111'), jsonb_build_object('thai_id', pg_temp.id(2), 'authority_code', '6730213'),
  jsonb_build_object('thai_id', pg_temp.id(3), 'authority_code', '6730213'), jsonb_build_object('thai_id', pg_temp.id(4), 'authority_code', '6730213'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'authority_code', '5730103'), jsonb_build_object('thai_id', pg_temp.id(6), 'authority_code', '5730201') || pg_temp.account('666'),
  jsonb_build_object('thai_id', pg_temp.id(7), 'authority_code', '5730201'), jsonb_build_object('thai_id', pg_temp.id(8), 'authority_code', '5730201'),
  jsonb_build_object('thai_id', pg_temp.id(9), 'authority_code', '5730201'), jsonb_build_object('thai_id', pg_temp.id(10)))), 0, 'all are taken');
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.on_paper('2026-10-01'), 4::bigint, 'ER13: four payrolls');
SELECT pg_temp.disburse('2026-10-01') \g /dev/null
SELECT pg_temp.fail(number) FROM unnest('{1,6}'::integer[]) AS number \g /dev/null
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.do('record_payout', 4, ', identity_document => ''บัตรประชาชน'''), 'done', 'ER13: one is given by the authority itself');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.acts(), 'WF449 WF440 WF440 WF362 WF450', 'IS9.2!: another authority''s officers do nothing for it');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(split_part(pg_temp.acts(), ' ', 4), 'WF360', 'IS9.2!: nor its executive');

-- the one ends with October, the other had ended before it
RESET ROLE;
UPDATE reference.local_authority SET valid = '(,2026-11-01)', successor_code = 5730102 WHERE authority_code = 6730213;
UPDATE reference.local_authority SET valid = '(,2026-10-21)', successor_code = 6730213 WHERE authority_code = 5730103;
SELECT is((SELECT string_agg(day || ': ' || array_to_string(ARRAY(SELECT code FROM unnest(reference.acts_for(5730102, day)) AS code ORDER BY code), ' '), ', ' ORDER BY day)
             FROM unnest('{2026-10-20,2026-10-21,2026-10-31,2026-11-01}'::date[]) AS day),
  '2026-10-20: 5730102, 2026-10-21: 5730102, 2026-10-31: 5730102, 2026-11-01: 5730102 5730103 6730213', 'RC2: from the day after its last one acts for it, and for those that it acted for');
SELECT is((SELECT string_agg(day || ': ' || array_to_string(ARRAY(SELECT code FROM unnest(reference.acts_for(6730213, day)) AS code ORDER BY code), ' '), ', ' ORDER BY day)
             FROM unnest('{2026-10-20,2026-10-21}'::date[]) AS day), '2026-10-20: 6730213, 2026-10-21: 5730103 6730213', 'RC2: each from its own');
SELECT pg_temp.is_day('2026-10-31') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.acts(), 'WF449 WF440 WF440 WF362 WF450', 'RC2!: on its last day nobody acts for it but itself');
SELECT pg_temp.is_day('2026-11-01') \g /dev/null
SELECT pg_temp.administrator() \g /dev/null
SELECT is(registry.follow_successor(5730103) + registry.follow_successor(6730213), 6::bigint, 'RC2: their people follow, one of them twice');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.dispose(pg_temp.person(4), 'died', '2026-09-20', '2026-11-01') \g /dev/null
SELECT pg_temp.administrator() \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', kind, cause, adjustments, trim_scale(allowance)), ', ') FROM payment.record_adjustments('2026-10-01', '2026-10-01')), 'recovery death 1 -700', 'ER14: what it paid too much is asked back');

-- the successor's
SELECT pg_temp.sign('chiangmai', 3500101) \g /dev/null
SELECT is(pg_temp.acts(), 'WF449 WF440 WF440 WF360 WF450', 'IS9.2!: who is not its successor does nothing, the day after either');
SELECT is((SELECT count(*) FROM payment.failed_payments('2026-10-01')) + (SELECT count(*) FROM payment.payout_list('2026-10-01')) + (SELECT count(*) FROM payment.adjustments('2026-10-01', '2026-10-01')), 0::bigint, 'IS9.2!: nor sees any of it');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.acts(), 'taken taken taken WF362 WF450', 'RC2: its successor''s officers may, but an order is the executive''s');
SELECT is((SELECT string_agg(right(national_id::text, 4)::integer / 10 || ' ' || f.authority_code, ', ') FROM payment.failed_payments('2026-10-01') AS f), '1 6730213', 'RC2: they see what failed');
SELECT is((SELECT count(*) FROM payment.payout_list('2026-10-01')), 4::bigint, 'RC2: and what is to be given, of both, beside their own');
SELECT is((SELECT string_agg(authority_code || ' ' || standing, ', ') FROM payment.adjustments('2026-10-01', '2026-10-01')), '6730213 proposed', 'RC2: and what is asked back');
SELECT is((SELECT sum(adjustments) FROM payment.adjustment_totals('2026-10-01', '2026-10-01'))::bigint, 1::bigint, 'RC2: in sum too');
SELECT is(pg_temp.do('repair_payment', 1, ', document => ''คำร้อง'', account_number => ''999'', bank_code => 6, bank_branch => ''นครปฐม'''), 'done', 'RC2, EG6.2: they repair what failed');
SELECT is(pg_temp.refused(pg_temp.call('repair_payment', 6, ', document => ''x''')) || pg_temp.refused(pg_temp.call('repair_payment', 1, ', document => ''x''')), 'WF449WF44A', 'RC2!: not of another that ended with nobody, nor twice');
SELECT is((SELECT string_agg(line_number || ' ' || coalesce(code, 'recorded'), ', ' ORDER BY line_number) FROM payment.record_payouts('2026-10-01', jsonb_build_array(
  jsonb_build_object('thai_id', pg_temp.id(2), 'programme', 'elderly', 'month', '01/10/2569', 'identity_document', 'บัตร', 'late_reason', 'x'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'programme', 'elderly', 'month', '01/10/2569', 'identity_document', 'บัตร', 'late_reason', 'x'),
  jsonb_build_object('thai_id', pg_temp.id(7), 'programme', 'elderly', 'month', '01/10/2569', 'identity_document', 'บัตร', 'late_reason', 'x')))), '1 recorded, 2 recorded, 3 WF440', 'RC2, ER13, ER13!: record what was given, of both that ended, not of a third');
SELECT is(pg_temp.do('return_cash', 3, ', 0, ''ไม่มารับ'''), 'done', 'RC2: and what was not collected');
SELECT is(pg_temp.refused(pg_temp.call('record_receipt', 4, ', 1, ''local_authority'', 1, ''2026-11-01'', ''ใบเสร็จ''')), 'WF450', 'ER14!: nothing is received before an order');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(pg_temp.do('decide_recovery', 4, ', 1, ''due'', ''9/2570'', ''รายงาน'''), 'done', 'RC2, ER14: the successor''s executive orders');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.call('record_receipt', 4, ', 1, ''local_authority'', 700.01, ''2026-11-01'', ''ใบเสร็จ''')), 'WF451', 'ER14!: not more than is asked');
SELECT is(pg_temp.do('record_receipt', 4, ', 1, ''local_authority'', 700, ''2026-11-01'', ''ใบเสร็จ'''), 'done', 'RC2, ER14: the officers record what came back');
RESET ROLE;
SELECT is((SELECT string_agg(DISTINCT told.authority_code || ' ' || told.by, ', ') FROM (SELECT authority_code, recorded_by AS by FROM payment.receipt UNION ALL SELECT authority_code, decided_by FROM payment.recovery_decision
   UNION ALL SELECT authority_code, repaired_by FROM payment.repair UNION ALL SELECT authority_code, recorded_by FROM payment.payout WHERE recorded_by <> 'neighbour') AS told),
  '5730103 officer, 6730213 executive, 6730213 officer', 'RC2: it stays the business of the authority that paid, with who did it');
SELECT is((SELECT count(*) FROM payment.payout WHERE document IS NOT NULL), 0::bigint, 'and rests on no letter');

-- an authority without users
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.call('repair_payment', 6, ', document => ''x''')) || pg_temp.refused(pg_temp.call('record_payout', 7, ', identity_document => ''x''')), 'WF449WF440', 'IS9.2!: of an authority without users nobody else acts');
SELECT pg_temp.administrator() \g /dev/null
SELECT is(pg_temp.paper_acts(), 'taken taken taken WF360 WF450', 'RC2, ER13: an administrator records what its letters say');
SELECT is(pg_temp.paper_acts(document => ' '), 'WF010 WF010 WF010 WF010 WF010', 'ER13!: never without one');
SELECT is(pg_temp.paper_acts(5730102), 'WF455 WF455 WF455 WF455 WF455', 'ER13!: of no authority that has users');
SELECT is(pg_temp.paper_acts(5730103), 'WF455 WF455 WF455 WF455 WF455', 'RC2!: nor of one whose successor''s successor has');
SELECT is(pg_temp.paper_acts(3730101), 'WF449 taken WF440 WF360 WF450', 'ER13!: nor anything of one by the name of another');
SELECT pg_temp.administrator() \g /dev/null
SELECT is((SELECT string_agg((SELECT pg_temp.paper_acts() FROM pg_temp.act_as(duty, code)), ', ') FROM (VALUES ('province', 73), ('department', NULL), ('local_authority', 5730201)) AS other (duty, code)),
  '42501 42501 42501 42501 42501, 42501 42501 42501 42501 42501, 42501 42501 42501 42501 42501', 'ER13!: and nobody else');
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.paper_acts(), '42501 42501 42501 42501 42501', 'ER13!: the treasury neither');
RESET ROLE;
SELECT set_config('welfare.principal', '', true), set_config('welfare.duty', '', true), set_config('welfare.nation', 'off', true) \g /dev/null
SELECT pg_temp.user_of('late', 5730201) \g /dev/null
SELECT pg_temp.administrator() \g /dev/null
SELECT is(pg_temp.paper_acts(), 'WF455 WF455 WF455 WF455 WF455', 'ER13!: nor once it has a user');
RESET ROLE;
UPDATE identity.user_account SET disabled_at = clock_timestamp() WHERE user_name = 'late';
SELECT pg_temp.administrator() \g /dev/null
SELECT is(payment.repair_on_paper(5730201, pg_temp.person(6), 'นฐ 1/2570', account_number => '999', bank_code => 6, bank_branch => 'นครปฐม'), 1, 'EG6.2: when nobody is left, it is repaired by letter');
SELECT is((SELECT string_agg(line_number || ' ' || coalesce(code, 'recorded'), ', ' ORDER BY line_number) FROM payment.record_payouts_on_paper(5730201, '2026-10-01', 'นฐ 2/2570', jsonb_build_array(
  jsonb_build_object('thai_id', pg_temp.id(7), 'programme', 'elderly', 'month', '01/10/2569', 'identity_document', 'บัตร', 'late_reason', 'x'),
  jsonb_build_object('thai_id', pg_temp.id(9), 'programme', 'elderly', 'month', '01/10/2569', 'identity_document', 'บัตร', 'late_reason', 'x'),
  jsonb_build_object('thai_id', pg_temp.id(10), 'programme', 'elderly', 'month', '01/10/2569', 'identity_document', 'บัตร', 'late_reason', 'x')))), '1 recorded, 2 recorded, 3 WF440', 'ER13, ER13!: cash is recorded by its letter, of its own people');
SELECT is(pg_temp.refused(format('SELECT payment.return_cash_on_paper(5730201, ''นฐ 3/2570'', %L, ''elderly'', ''2026-10-01'', 0, ''x'')', pg_temp.id(7))), 'WF402', 'ER13!: what was given does not come back');
SELECT is(payment.return_cash_on_paper(5730201, 'นฐ 3/2570', pg_temp.person(8), 'elderly', '2026-10-01', 0, 'ไม่มารับ'), 'done', 'ER13: what was not, does');
RESET ROLE;
SELECT is((SELECT string_agg(bank_text, ', ') FROM payment.failure WHERE thai_id = pg_temp.person(8)), 'นฐ 3/2570: ไม่มารับ', 'with its letter');
SELECT is((SELECT string_agg(DISTINCT document || ' ' || recorded_by, ', ') FROM payment.payout WHERE document IS NOT NULL), 'นฐ 2/2570 one', 'ER13: so is what was given');
SELECT pg_temp.end_claims(pg_temp.id(9), '2026-09-01', '2026-11-01') \g /dev/null
SELECT pg_temp.administrator() \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', kind, cause, adjustments, trim_scale(allowance)), ', ') FROM payment.record_adjustments('2026-10-01', '2026-10-01')), 'recovery late_disposal 1 -700', 'ER14: something is asked back');
SELECT is(pg_temp.refused(format('SELECT payment.decide_recovery_on_paper(5730201, %L, ''elderly'', ''2026-10-01'', 1, ''due'', ''5/2570'', ''x'', ''2026-11-02'')', pg_temp.id(9))), 'WF016', 'ER14!: an order is of no day to come');
SELECT is(payment.decide_recovery_on_paper(5730201, pg_temp.person(9), 'elderly', '2026-10-01', 1, 'due', 'คำสั่งที่ 5/2570', 'รายงาน'), 'done', 'ER14: its executive''s order is recorded');
SELECT is(pg_temp.refused(format('SELECT payment.decide_recovery_on_paper(5730201, %L, ''elderly'', ''2026-10-01'', 1, ''not_recovered'', ''6/2570'', ''x'')', pg_temp.id(9))), 'WF361', 'ER14!: once');
SELECT is(pg_temp.refused(format('SELECT payment.record_receipt_on_paper(5730201, %L, ''elderly'', ''2026-10-01'', 1, ''local_authority'', 700, ''2026-11-01'', ''ใบเสร็จ'')', pg_temp.id(9))), 'WF456', 'ER14!: who recorded the order does not record the money');
SELECT pg_temp.administrator('two') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.record_receipt_on_paper(5730201, %L, ''elderly'', ''2026-10-01'', 1, ''local_authority'', 700.01, ''2026-11-01'', ''ใบเสร็จ'')', pg_temp.id(9))), 'WF451', 'ER14!: nor more than is asked');
SELECT is(payment.record_receipt_on_paper(5730201, pg_temp.person(9), 'elderly', '2026-10-01', 1, 'local_authority', 700, '2026-11-01', 'ใบเสร็จ'), 'done', 'ER14: another administrator does');
RESET ROLE;
SELECT results_eq('SELECT signed_as::text COLLATE "default", order_number, decided_by FROM payment.recovery_decision WHERE thai_id = pg_temp.person(9)', $$VALUES (NULL::text, 'คำสั่งที่ 5/2570', 'one')$$, 'ER14: by whom, and that it was on paper, is kept');
SELECT is((SELECT string_agg(concat_ws(' ', relation, principal, key ->> 'authority_code'), ', ' ORDER BY relation) FROM audit.entry WHERE action = 'call' AND relation LIKE 'payment.%on_paper'),
  'payment.decide_recovery_on_paper one 5730201, payment.record_payouts_on_paper one 5730201, payment.record_receipt_on_paper two 5730201, payment.repair_on_paper one 5730201, payment.return_cash_on_paper one 5730201',
  'IS9.3: each call is in the audit');

-- what was repaired goes with the next month's payroll of the authority that owes it, by two administrators
SELECT pg_temp.administrator() \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.on_paper('2026-11-01') \g /dev/null
SELECT is(pg_temp.payments(1) || '; ' || pg_temp.payments(6), '[10:700] 10#2:700 11:700; [10:700] 10#2:700 11:700', 'RC2, ER13: both are tried again');
RESET ROLE;
SELECT results_eq('SELECT right(thai_id::text, 4)::integer / 10, authority_code, account_number COLLATE "default" FROM payment.instruction WHERE attempt = 2 ORDER BY thai_id',
  $$VALUES (1, 6730213, '999'), (6, 5730201, '999')$$, 'RC2: by the authority that owed it, to the new account');
SELECT is(pg_temp.payments(3) || '; ' || pg_temp.payments(8), '[10:700] 11:700; [10:700] 11:700', 'ER13!: what was not collected waits for its repair');
SELECT pg_temp.administrator() \g /dev/null
SELECT is((SELECT count(*) FROM payment.ledger_differences()), 0::bigint, 'ER13: the ledger agrees with the payments');
SELECT is((SELECT string_agg(name || ' ' || found || ' ' || coalesce(example, ''), ', ') FROM job.check_invariants() WHERE NOT ok), NULL, 'QR8: and everything that must be true is');
SELECT * FROM finish();
ROLLBACK;

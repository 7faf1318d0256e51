-- ER13, DR13, EG4.3: paths on which money was paid twice, or due and never payable again, and two people were one.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(39);
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 to an account, 2 to a proxy's that is verified, 3 to one that is not and dies in October, 4 likewise of whom nobody has said who gets the month, 5 to one that is not and moves away in
-- October, 7 elsewhere
SELECT is((SELECT refused FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1)) || pg_temp.account('111'), jsonb_build_object('thai_id', pg_temp.id(2)) || pg_temp.account('222', 'proxy_account'),
  jsonb_build_object('thai_id', pg_temp.id(3)) || pg_temp.account('333', 'proxy_account'), jsonb_build_object('thai_id', pg_temp.id(4)) || pg_temp.account('444', 'proxy_account'),
  jsonb_build_object('thai_id', pg_temp.id(5)) || pg_temp.account('555', 'proxy_account'),
  jsonb_build_object('thai_id', pg_temp.id(7), 'authority_code', '6730213') || pg_temp.account('777'))), 0, 'all are taken');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.add_representative(pg_temp.person(number), pg_temp.person(90 + number), 'proxy', 'สมศรี ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', '2026-09-01') FROM generate_series(1, 5) AS number \g /dev/null
SELECT registry.verify_proxy(pg_temp.person(2), 'elderly', '2026-10-01', pg_temp.person(92), 'proxy', 'บัตรประชาชน', 'เห็นตัว') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.approve('2026-10-01'), 1::bigint, 'ER13: approved');
SELECT is(pg_temp.payments(1) || ' ' || pg_temp.payments(2) || ' ' || pg_temp.payments(3), '10:700 10:700 none', 'DR13: a proxy''s account that nobody verified is held');

-- a file that is written before the seal can no longer be broken would be paid beside the next one
SELECT pg_temp.treasury('sealer') \g /dev/null
SELECT disbursement_number AS first FROM payment.seal_disbursement('2026-10-01') \gset
SELECT is((SELECT count(*) FROM payment.list_batches(:first)), 1::bigint, 'ER13: sealed, its batches are listed');
SELECT is(pg_temp.refused(format('SELECT payment.file_lines(%s, 1)', :first)), 'WF40A', 'ER13!: but nobody writes a file of what is not handed over');
SELECT is(pg_temp.refused(format('SELECT payment.file_header(%s, 1)', :first)), 'WF40A', 'ER13!: nor its head');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.batch WHERE exported_at IS NOT NULL), 0::bigint, 'and none is marked as exported');
SELECT pg_temp.treasury('sealer') \g /dev/null
SELECT payment.break_seal(:first, 'ทดสอบ') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.file_lines(%s, 1)', :first)), 'WF40F', 'ER13!: nor of a broken seal');
SELECT pg_temp.disburse('2026-10-01') AS second \gset
SELECT is((SELECT count(*) FROM payment.file_lines(:second, 1)), 2::bigint, 'ER13: once it is handed over, the file is written');
SELECT is((SELECT transfers FROM payment.file_header(:second, 1)), 2::bigint, 'and its head');
SELECT is(pg_temp.refused(format('SELECT payment.break_seal(%s, ''x'')', :second)), 'WF40A', 'ER13!: and then its seal is not broken');

-- who reviewed does not approve, whatever was reviewed while the approval waited
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.draft_payrolls('2026-10-01', 6730213) \g /dev/null
SELECT payment.review_on_paper('2026-10-01', 'หนังสือ', ARRAY[6730213]) \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.approve_on_paper(''2026-10-01'', ''1'')'), 'WF404', 'ER14!: who recorded the review does not record the order');
RESET ROLE;
SELECT set_config('welfare.principal', (SELECT taken_by FROM payment.payroll_step WHERE authority_code = 6730213 AND to_state = 'reviewed'), true) \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.write_approved(''2026-10-01'', NULL, NULL, NULL, ''1'', NULL, NULL)'), 'WF404', 'ER14!: nor is it written, when the review came after the question');
SELECT set_config('welfare.principal', 'another', true) \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.write_approved(''2026-10-01'', NULL, NULL, NULL, ''1'', NULL, NULL)'), 'taken', 'ER14: another person''s is');

-- a payment that failed, repaired to a proxy's account of which nobody verified the month before the person died
SET LOCAL ROLE welfare_owner;
INSERT INTO payment.failure (thai_id, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt, amount, reason_code)
SELECT thai_id, month, cycle_month, '2026-10-01', authority_code, programme, payer, 'failed', adjustment_number, attempt, amount, 'AC04' FROM payment.instruction
 WHERE thai_id = pg_temp.person(1);
SELECT payment.post_payments(array_agg(told), 'failed', 'returned', 'sent', clock_timestamp(), :second, NULL) FROM payment.instruction AS told
 WHERE thai_id = pg_temp.person(1) \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.repair_payments(pg_temp.person(1), 'x', 'proxy_account', 6, 'นครปฐม', '999', 'สมศรี ใจดี') \g /dev/null

-- EG4.3: the month that a person had earned, of whom a proxy was to be paid: after the death no proxy is verified, and the heirs get it in cash
SELECT pg_temp.is_day('2026-10-05') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.dispose(pg_temp.person(number), 'died', '2026-10-04', '2026-10-05') FROM unnest('{1,3,4}'::integer[]) AS number \g /dev/null
SELECT is(pg_temp.refused(format('SELECT registry.verify_proxy(%L, ''elderly'', ''2026-10-01'', %L, ''proxy'', ''บัตร'', ''เห็นตัว'')', pg_temp.id(3), pg_temp.id(93))), 'WF067', 'EG4.3!: a proxy of the dead is not verified');
SELECT registry.record_earned_month(pg_temp.person(number), 'elderly', 'heirs', 'สมบัติ ใจดี', pg_temp.person(96), 'บุตร', 'ใบมรณบัตร', 'บัตรประชาชน 96', '2026-10-05') FROM unnest('{1,3}'::integer[]) AS number \g /dev/null

-- ER8.3: the month in which somebody moves is paid by the authority that is left, also when the proxy is verified only after the new one has taken over
RESET ROLE;
CREATE FUNCTION pg_temp.verify(number integer, month text) RETURNS text
  LANGUAGE sql AS $$ SELECT format('SELECT registry.verify_proxy(%L, ''elderly'', %L, %L, ''proxy'', ''บัตร'', ''เห็นตัว'')', pg_temp.id(number), month, pg_temp.id(90 + number)) $$;
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.notify_move(pg_temp.person(5), '2026-10-04', 6730213, 'ท.ร. 14') \g /dev/null
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT registry.confirm_move(pg_temp.person(5), pg_temp.form(5, '{"claimed_on": "05/10/2569", "ordered_on": "05/10/2569", "house_number": "99", "birth_date": "15/06/2490"}')) \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.acknowledge_move(pg_temp.person(5), 'elderly', '2026-10-01') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.verify(5, '2026-11-01')), 'WF066', 'ER8.3!: not of the month after, which is the new authority''s');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT registry.add_representative(pg_temp.person(5), pg_temp.person(95), 'proxy', 'สมศรี ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', '2026-10-05') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.verify(5, '2026-10-01')), 'WF067', 'ER8.3!: nor does the new one verify the month that is not its');
SELECT pg_temp.sign('chiangmai', 3500101) \g /dev/null
SELECT is(pg_temp.refused(pg_temp.verify(5, '2026-10-01')), 'WF066', 'IS9.2!: nor any third');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(replace(pg_temp.verify(5, '2026-10-01'), pg_temp.id(95), pg_temp.id(94))), 'WF32N', 'DR13!: nor of somebody who acts for another');
SELECT is(pg_temp.refused(pg_temp.verify(3, '2026-10-01')), 'WF067', 'EG4.3!: of the dead there is none');
SELECT is(registry.verify_proxy(pg_temp.person(5), 'elderly', '2026-10-01', pg_temp.person(95), 'proxy', 'บัตร', 'เห็นตัว'), 'done', 'ER8.3, ER13: the authority that was left verifies the month of the move');
SELECT is(pg_temp.refused(pg_temp.verify(5, '2026-10-01')), 'WF32S', 'ER13!: once');
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT is(pg_temp.refused(format($$INSERT INTO registry.proxy_verification (thai_id, representative_id, representative_recorded_at, programme, month, verified_on, authority_code, kind, claim_number, sensitive,
  alive_on_first, identity_document, alive_shown_by) VALUES (%L, %L, now(), 'elderly', '2026-10-01', '2026-10-05', 5730102, 'proxy', 1, false, true, 'x', 'x')$$, pg_temp.id(3), pg_temp.id(93))), 'WF067', 'EG4.3!: a proxy of the dead is verified on no path');
RESET ROLE;
SELECT results_eq('SELECT authority_code, claim_number FROM registry.proxy_verification WHERE thai_id = pg_temp.person(5)', 'VALUES (5730102, 1::smallint)', 'ER8.3: for the claim that is paid');
SELECT pg_temp.is_day('2026-11-02') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT is(pg_temp.approve('2026-11-01'), 1::bigint, 'ER13: the next month');
SELECT is(pg_temp.payments(1), '[10:700] 10#2:700', 'EG4.3: so is what failed and was repaired to a proxy''s account');
SELECT is(pg_temp.payments(3), '10:700', 'EG4.3: what was held for a proxy''s account is paid once it is on record who gets it');
RESET ROLE;
SELECT is((SELECT way_of_payment::text COLLATE "default" FROM payment.instruction WHERE thai_id = pg_temp.person(3)), 'cash_in_person', 'EG4.3: in cash');
SELECT is((SELECT way_of_payment::text COLLATE "default" FROM payment.instruction WHERE thai_id = pg_temp.person(1) AND attempt = 2), 'cash_in_person', 'EG4.3: in cash too');
SELECT is((SELECT num_nonnulls(bank_code, bank_branch, account_number, account_name) FROM payment.instruction WHERE thai_id = pg_temp.person(3)), 0, 'EG4.3!: not to the proxy''s account');
SELECT is(pg_temp.payments(4), 'none', 'EG4.3!: of whom nobody has said who gets it, it waits');
SELECT is(pg_temp.payments(5), '10:700', 'ER8.3, ER13: the month of the move is paid');
RESET ROLE;
SELECT is((SELECT concat_ws(' ', authority_code, way_of_payment, account_number) FROM payment.instruction WHERE thai_id = pg_temp.person(5)), '5730102 proxy_account 555', 'ER8.3: by the authority that was left, to the proxy');
SELECT pg_temp.disburse('2026-11-01') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.record_payout(%L, ''elderly'', ''2026-10-01'', identity_document => ''บัตร'')', pg_temp.id(3))), 'WF443', 'EG4.3!: not to the dead');
SELECT is(payment.record_payout(pg_temp.person(3), 'elderly', '2026-10-01', payee => 'after_death', paid_on => '2026-11-02', late_reason => 'ทายาทมารับ'), 'done', 'EG4.3: but to the heirs');
SELECT registry.record_earned_month(pg_temp.person(4), 'elderly', 'heirs', 'สมบัติ ใจดี', pg_temp.person(96), 'บุตร', 'ใบมรณบัตร', 'บัตรประชาชน 96', '2026-11-02') \g /dev/null
SELECT is(pg_temp.approve('2026-11-01'), 1::bigint, 'EG4.3: once it is on record');
SELECT is(pg_temp.payments(4), '10:700', 'EG4.3: it is paid with another round');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT count(*) FROM payment.ledger_differences()), 0::bigint, 'ER13: and the ledger agrees');
SELECT is(pg_temp.payments(3), '10:700', 'ER13!: once');
SELECT * FROM finish();
ROLLBACK;

-- ER13, ER14, ER15, DR13, RC9, AR2: a month from its lines to the banks: drafted, reviewed, approved by order, sealed, handed over.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(129);
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 and 2 to accounts, 3 in cash, 4 disabled with a welfare card, 5 AIDS beside old age, 6 to a proxy's account, 7 at another authority
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1)) || pg_temp.account('111'),
  jsonb_build_object('thai_id', pg_temp.id(2), 'top_up', '50') || pg_temp.account('222', bank => '034'),
  jsonb_build_object('thai_id', pg_temp.id(3)),
  jsonb_build_object('thai_id', pg_temp.id(4), 'programme', 'disability', 'birth_date', '01/01/2530', 'facts', '{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}') || pg_temp.account('444'),
  jsonb_build_object('thai_id', pg_temp.id(5)) || pg_temp.account('555'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}') || pg_temp.account('556'),
  jsonb_build_object('thai_id', pg_temp.id(6)) || pg_temp.account('666', 'proxy_account'),
  jsonb_build_object('thai_id', pg_temp.id(7), 'authority_code', '6730213') || pg_temp.account('777'))), ARRAY[0], 'all are taken');

-- drafted
SELECT is(left(pg_temp.refusal_of('SELECT payment.draft_payrolls(''2026-10-01'')'), 5), 'WF032', 'ER13!: a month that is not prepared is not drafted');
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT results_eq('SELECT payrolls, items, amount, held, held_amount FROM payment.draft_payrolls(''2026-10-01'')', $$VALUES (4::bigint, 8::bigint, 5050::numeric, 1::bigint, 700::numeric)$$,
  'ER13, DR13, RC8.2: a payroll for each programme and authority; the card''s part is a payment of its own; a proxy''s account that nobody verified is held');
SELECT results_eq('SELECT payrolls, items FROM payment.draft_payrolls(''2026-10-01'')', $$VALUES (4::bigint, 8::bigint)$$, 'a second draft is the same');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.payroll_step), 4::bigint, 'and no step where nothing changed');
SELECT is((SELECT last_number FROM payment.counter WHERE name = 'reference'), 0::bigint, 'ER13!: nor are numbers taken while a transaction drafts');
SELECT is((SELECT count(*) FROM payment.authority_payroll WHERE first_reference IS NOT NULL), 0::bigint, 'none has any');
SET CONSTRAINTS payment.authority_payroll_number IMMEDIATE;
SELECT is((SELECT string_agg(concat_ws(' ', authority_code, programme, first_reference, items), ', ' ORDER BY first_reference) FROM payment.authority_payroll),
          '5730102 elderly 0 4, 5730102 disability 4 2, 5730102 aids 6 1, 6730213 elderly 7 1', 'ER13: when it ends each has as many as it pays, one after the other');
SELECT is((SELECT last_number FROM payment.counter WHERE name = 'reference'), 8::bigint, 'and no number is lost');
SET CONSTRAINTS payment.authority_payroll_number DEFERRED;
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.draft_payrolls('2026-10-01') \g /dev/null
RESET ROLE;
SELECT is((SELECT last_number || ' ' || (SELECT count(*) FROM payment.authority_payroll WHERE first_reference IS NULL) FROM payment.counter WHERE name = 'reference'), '8 0',
          'ER13!: what is drafted anew and has not changed takes none');
SELECT is((SELECT digest FROM payment.authority_payroll WHERE authority_code = 6730213),
          sha256(convert_to((DATE '2026-10-01' - DATE '1900-01-01') || '|6730213|elderly|1' || E'\n' || pg_temp.id(7) || '|' || (DATE '2026-10-01' - DATE '1900-01-01')
                            || '|0|local_authority|1|700.00|0.00|own_account|6|18:นครปฐม|3:777|28:ทดสอบ ระบบ' || E'\n', 'UTF8')), 'ER13: the digest is SHA-256 over the payments as written');
-- what people have written may hold bars: each pair once had one text
SELECT isnt(payment.item_text(pg_temp.id(7)::thai_id, '2026-10-01', 0::smallint, 'local_authority', 1::smallint, 700, 0, 'own_account', 6::smallint, 'ก|7', '77', 'ข'),
            payment.item_text(pg_temp.id(7)::thai_id, '2026-10-01', 0::smallint, 'local_authority', 1::smallint, 700, 0, 'own_account', 6::smallint, 'ก', '7', '77|ข'),
            'ER13!: no two payments have one text, whatever stands in a branch and a name');
SELECT isnt(payment.transfer_text(7, 700, 6::smallint, 'ก|7', '77', 'ข'), payment.transfer_text(7, 700, 6::smallint, 'ก', '7', '77|ข'), 'ER13!: nor two lines of a file');
SELECT isnt(payment.transfer_text(7, 700, 6::smallint, 'ก', '7', E'ข\n000000000000008|1.00|6|1:ก|1:8|3:ค'),
            payment.transfer_text(7, 700, 6::smallint, 'ก', '7', 'ข') || payment.transfer_text(8, 1, 6::smallint, 'ก', '8', 'ค'), 'ER13!: nor one line and two');
SELECT isnt(payment.transfer_text(7, 700, 6::smallint, '1:', '1', '1'), payment.transfer_text(7, 700, 6::smallint, '1', ':1', '1'), 'ER13!: nor does a length pass for a text');

-- reviewed
SELECT pg_temp.sign('officer') \g /dev/null
SELECT results_eq($$SELECT programme::text COLLATE "default", state::text COLLATE "default", items, amount, held FROM payment.list_payrolls('2026-10-01')$$,
  $$VALUES ('elderly', 'drafted', 4::bigint, 2850::numeric, 1::bigint), ('disability', 'drafted', 2, 1000, 0), ('aids', 'drafted', 1, 500, 0)$$, 'IS9.2: an authority sees its payrolls');
SELECT results_eq($$SELECT right(national_id::text, 3)::integer / 10, amount, held, reasons::text COLLATE "default" FROM payment.payroll_items('2026-10-01', 'elderly')$$,
  $$VALUES (1, 700::numeric, false, NULL), (2, 750, false, NULL), (3, 700, false, NULL), (5, 700, false, NULL), (6, 700, true, '{proxy_unverified}')$$, 'ER13: and what is in them, and what is held and why');
SELECT is(left(pg_temp.refusal_of('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', repeat(''0'', 64), ''1'')'), 5), 'WF336', 'ER14!: an officer approves nothing');
SELECT is(left(pg_temp.refusal_of('SELECT payment.draft_payrolls(''2026-10-01'')'), 5), '42501', 'ER13!: nor drafts the nation''s');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', repeat(''0'', 64), ''1'')'), 5), 'WF403', 'ER14!: what nobody reviewed is not approved');
SELECT payment.review_payroll('2026-10-01', 'aids') AS aids_digest \gset
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.approve_payroll(''2026-10-01'', ''aids'', %L, ''1'')', :'aids_digest')), 5), 'WF404', 'ER14!: nor by who reviewed it');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.review_payroll('2026-10-01', 'elderly') AS digest \gset
SELECT payment.review_payroll('2026-10-01', 'disability', 'ครบถ้วน') AS disability_digest \gset
SELECT is(left(pg_temp.refusal_of('SELECT payment.review_payroll(''2026-10-01'', ''elderly'')'), 5), 'WF403', 'ER13!: once');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', repeat(''0'', 64), ''1'')'), 5), 'WF405', 'ER13!: nor by another digest');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', %L, '' '')', :'digest')), 5), 'WF010', 'ER14!: nor without an order');
SELECT pg_temp.is_day('2026-10-11') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', %L, ''1'')', :'digest')), 5), 'WF406', 'ER13, ER13!: after the 10th, not without a reason');
SELECT pg_temp.is_day('2026-10-10') \g /dev/null
SELECT is(pg_temp.refusal_of(format('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', %L, ''1'')', :'digest')), NULL, 'ER13: on the 10th it needs none');
SELECT pg_temp.is_day('2026-10-01') \g /dev/null

-- what changes between review and approval
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.id(1)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'ตรวจสอบ') \g /dev/null
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', %L, ''1'')', :'digest')), 5), 'WF407', 'ER13!: what has come to be held since the review is not approved');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT results_eq('SELECT payrolls, items, held FROM payment.draft_own_payroll(''2026-10-01'')', 'VALUES (3::bigint, 6::bigint, 2::bigint)', 'ER13: it is drafted anew');
SELECT is((SELECT string_agg(state::text, ' ' ORDER BY programme) FROM payment.list_payrolls('2026-10-01')), 'drafted reviewed reviewed', 'and what did not change stays reviewed');
SELECT payment.review_payroll('2026-10-01', 'elderly') AS digest \gset
SELECT pg_temp.sign('delegate') \g /dev/null
SELECT is(payment.approve_payroll('2026-10-01', 'elderly', upper(:'digest'), '12/2570'), 'done', 'ER14: the delegate approves as the executive does');
SELECT is(payment.approve_payroll('2026-10-01', 'disability', :'disability_digest', '12/2570'), 'done', 'DR13: programme by programme');
SELECT is(pg_temp.payments(1) || ' | ' || pg_temp.payments(2) || ' | ' || pg_temp.payments(4, 'disability') || ' | ' || pg_temp.payments(6), 'none | 10:750 | 10:800 10c:200 | none', 'ER13, RC8.2: what is approved is written down, payer by payer');
SELECT is(pg_temp.balances(), 'budget -4550, entitled 3150, held 1400', 'ER13: and posted: what is owed, and what is held');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.review_payroll(''2026-10-01'', ''elderly'')'), 5), 'WF403', 'ER13!: what is approved is not reviewed again');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.approve_payroll(''2026-10-01'', ''elderly'', %L, ''1'')', :'digest')), 5), 'WF403', 'ER13!: nor approved twice');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is((SELECT count(*) FROM payment.payroll_items('2026-10-01', 'elderly')), 1::bigint, 'IS9.2!: another authority sees its own payments');
SELECT is((SELECT string_agg(authority_code::text, ' ') FROM payment.list_payrolls('2026-10-01')), '6730213', 'IS9.2!: and payrolls');
SELECT pg_temp.treasury() \g /dev/null
SELECT throws_ok('SELECT payment.list_payrolls(''2026-10-01'')', '42501', NULL, 'AR2!: the Comptroller General''s Department sees no payroll of a programme');
SELECT results_eq('SELECT authority_code, state::text COLLATE "default", items, amount FROM payment.payroll_progress(''2026-10-01'')',
  $$VALUES (5730102, 'reviewed', NULL::bigint, NULL::numeric), (6730213, 'drafted', NULL, NULL)$$, 'AR2: but how far each authority is, in one row, without sums of what is not sealed');

-- sealed
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2026-11-01'')'), 5), 'WF032', 'ER13!: a month that is not prepared is not sealed');
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2026-10-01'', ''2026-09-30'')'), 5), 'WF40D', 'ER13!: nor for a day that has passed');
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2026-10-01'', ''2026-10-12'')'), 5), 'WF406', 'ER13!: nor for one after the 10th without a reason');
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2026-10-01'', ''2026-10-10'')'), 5), 'WF40J', 'RC9!: nor for a Saturday');
SELECT results_eq('SELECT disbursement_number, payrolls, transfers, cash_items, held_back, control_sum FROM payment.seal_disbursement(''2026-10-01'')',
  'VALUES (1::bigint, 2::bigint, 4::bigint, 1::bigint, 0::bigint, 3150::numeric)', 'ER13: what is approved is sealed, with its count and control sum');
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2026-10-01'')'), 5), 'WF408', 'ER13!: once');
RESET ROLE;
SELECT is((SELECT value_date FROM payment.disbursement), '2026-10-09', 'RC9: for the pay day, the working day before Saturday the 10th');
SELECT is((SELECT digest FROM payment.disbursement),
          (SELECT sha256(convert_to(string_agg(format('%s|%s|%s|%s', authority_code, programme, round, encode(digest, 'hex')), E'\n' ORDER BY authority_code, programme, round), 'UTF8'))
             FROM payment.authority_payroll WHERE state = 'sealed'), 'ER13: its digest is over the payrolls'' digests');
SELECT results_eq('SELECT batch_number, payer::text COLLATE "default", bank_code, transfers, control_sum FROM payment.batch ORDER BY 1',
  $$VALUES (1, 'local_authority', 6::smallint, 2::bigint, 1500::numeric), (2, 'welfare_card_fund', 6::smallint, 1, 200), (3, 'local_authority', 34::smallint, 1, 750)$$, 'EG6.2, RC8.2: a batch for each bank and payer, whatever the programme');
SELECT is((SELECT count(*) FROM payment.ledger_entry WHERE step NOT IN ('approved', 'held')), 0::bigint, 'a seal posts nothing');

-- a hold after the approval, and one after the seal
SELECT pg_temp.treasury('other') \g /dev/null
SELECT payment.hold_line(pg_temp.id(5)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'ตรวจสอบ') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.send_disbursement(1, %L)', (SELECT digest FROM payment.list_disbursements()))), 5), 'WF40B', 'ER15, ER15!: what has come to be held is not handed over');
SELECT is(left(pg_temp.refusal_of('SELECT payment.break_seal(1, '' '')'), 5), 'WF010', 'a seal is not broken without a reason');
SELECT is(payment.break_seal(1, 'มีรายการถูกระงับ'), 'done', 'ER15: the seal is broken');
SELECT is(left(pg_temp.refusal_of('SELECT payment.break_seal(1, ''x'')'), 5), 'WF40A', 'once');
SELECT results_eq('SELECT disbursement_number, payrolls, transfers, cash_items, held_back, control_sum FROM payment.seal_disbursement(''2026-10-01'')',
  'VALUES (2::bigint, 2::bigint, 3::bigint, 1::bigint, 1::bigint, 2450::numeric)', 'ER15: and another made without what is held');
SELECT is(pg_temp.payments(5), '[10:700]', 'ER15: which is held back');
SELECT is(pg_temp.balances(), 'budget -4550, entitled 2450, held 2100', 'ER13: and posted as held');
SELECT pg_temp.treasury('other') \g /dev/null
SELECT digest FROM payment.list_disbursements() WHERE state = 'sealed' \gset
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.send_disbursement(2, %L)', :'digest')), 5), 'WF40E', 'ER13!: who sealed it does not hand it over');
SELECT pg_temp.treasury('third') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.send_disbursement(2, repeat(''0'', 64))'), 5), 'WF405', 'ER13!: nor does anybody by another digest');
SELECT is(left(pg_temp.refusal_of('SELECT payment.send_disbursement(3, repeat(''0'', 64))'), 5), 'WF409', 'ER13!: nor one that does not exist');
SELECT is(payment.send_disbursement(2, :'digest'), 'done', 'ER13: another person does');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.send_disbursement(2, %L)', :'digest')), 5), 'WF40A', 'ER13!: once');
SELECT is(left(pg_temp.refusal_of('SELECT payment.break_seal(2, ''x'')'), 5), 'WF40A', 'ER13!: and then the seal is not broken');
SELECT is(pg_temp.balances(), 'budget -4550, held 2100, sent 2450', 'ER13: what is handed over is under way, and not yet paid');

-- the files
SELECT pg_temp.treasury() \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', disbursement_number, batch_number, payer, bank_code, transfers, trim_scale(control_sum), state), ', ' ORDER BY batch_number) FROM payment.list_batches()),
  '2 1 local_authority 6 1 800 sent, 2 2 welfare_card_fund 6 1 200 sent, 2 3 local_authority 34 1 750 sent', 'AR2: batches name a bank and a payer, no programme; those of a broken seal are gone');
SELECT results_eq('SELECT message_id, debtor_account, value_date, transfers, control_sum FROM payment.file_header(2, 3)', $$VALUES ('WF-256910-000002-0003', '0000000001', DATE '2026-10-09', 1::bigint, 750::numeric)$$,
  'ER13: the head of a file');
SELECT is((SELECT debtor_account FROM payment.file_header(2, 2)), '0000000002', 'RC8.2: another payer''s money leaves its own account');
SELECT results_eq('SELECT reference ~ ''^[0-9]{15}$'', amount, bank_code, bank_branch, account_number, account_name FROM payment.file_lines(2, 3)', $$VALUES (true, 750::numeric, 34::smallint, 'นครปฐม', '222', 'ทดสอบ ระบบ')$$,
  'AR2, ER13: and its lines: number, amount and account, nothing of person and programme');
SELECT is((SELECT string_agg(first::text, ' ') FROM payment.file_lines(2, 3) AS first), (SELECT string_agg(second::text, ' ') FROM payment.file_lines(2, 3) AS second), 'ER13: exported again they are the same');
SELECT is(left(pg_temp.refusal_of('SELECT payment.file_lines(1, 1)'), 5), 'WF40F', 'ER13!: those of a broken seal are not exported');
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET account_number = '999' WHERE thai_id = pg_temp.id(2)::thai_id;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.treasury() \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.file_lines(2, 3)'), 5), 'WF40H', 'ER13!: what is not what was sealed is refused');
SELECT pg_temp.act_for('bank') \g /dev/null
SELECT throws_ok('SELECT payment.file_lines(2, 1)', '42501', NULL, 'ER13!: a bank reads no file of ours');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.file_lines(2, 1)'), 5), 'WF40F', 'ER13!: nor an authority that does not pay itself');
SELECT is((SELECT count(*) FROM payment.list_disbursements()) + (SELECT count(*) FROM payment.list_batches()), 0::bigint, 'nor sees it batches of others');
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2026-10-01'')'), 5), 'WF007', 'ER13!: nor seals');
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET account_number = '222' WHERE thai_id = pg_temp.id(2)::thai_id;
SET LOCAL session_replication_role = origin;

-- another round: the rest of the programmes, and what is released
SELECT pg_temp.sign('delegate') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.approve_payroll(''2026-10-01'', ''aids'', %L, ''13/2570'')', :'aids_digest')), 5), 'WF407', 'ER15!: the hold is on every programme of the person');
SELECT pg_temp.treasury('other') \g /dev/null
SELECT payment.release_hold(pg_temp.id(1)::thai_id, 'ตรวจแล้ว'), payment.release_hold(pg_temp.id(5)::thai_id, 'ตรวจแล้ว') \g /dev/null
SELECT pg_temp.sign('delegate') \g /dev/null
SELECT is(payment.approve_payroll('2026-10-01', 'aids', :'aids_digest', '13/2570'), 'done', 'AR3: each programme in its own time; released, it is what was reviewed');
SELECT is(pg_temp.approve('2026-10-01'), 1::bigint, 'ER13: what was held and is released comes with another round');
SELECT is(pg_temp.payments(1) || ' | ' || pg_temp.payments(5), '10:700 | [10:700] 10#2:700', 'ER13: once each; what was held back by a second try');
RESET ROLE;
SELECT is((SELECT string_agg(DISTINCT late_reason, ' ' ORDER BY late_reason) FROM payment.instruction WHERE late_reason IS NOT NULL), 'released repaired', 'ER13: and says why it comes later');
SELECT is(pg_temp.balances(), 'budget -5050, entitled 1900, held 700, sent 2450', 'ER13: from what was held to what is owed');
SELECT pg_temp.disburse('2026-10-01') \g /dev/null
SELECT is(pg_temp.balances(), 'budget -5050, held 700, sent 4350', 'ER13: and handed over');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT results_eq('SELECT payrolls, items FROM payment.draft_payrolls(''2026-10-01'', 5730102)', 'VALUES (0::bigint, 0::bigint)', 'ER13!: nothing is paid twice');

-- whatever path is taken
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT is(left(pg_temp.refusal_of(format('UPDATE payment.%s', change)), 5), 'WF064', 'ER13!: ' || change || ' is refused to the owner')
  FROM unnest(ARRAY['instruction SET amount = 1', 'instruction SET reference = 0', 'set_aside SET amount = 1', 'failure SET amount = 1', 'ledger_entry SET amount = 1', 'sealed_payroll SET items = 0',
                    'payroll_step SET remark = ''x''', 'authority_payroll SET amount = 1, state = ''closed'', settled_at = now() WHERE state = ''sent''',
                    'disbursement SET control_sum = 1, state = ''closed'', closed_at = now() WHERE state = ''sent''', 'batch SET transfers = 9']) AS change;
SELECT is(left(pg_temp.refusal_of(format('DELETE FROM payment.%s', name)), 5), 'WF064', 'ER13!: nor is ' || name || ' deleted')
  FROM unnest('{instruction,set_aside,failure,ledger_entry,sealed_payroll,payroll_step,authority_payroll,disbursement,batch}'::text[]) AS name;
SET LOCAL client_min_messages = warning;
SET CONSTRAINTS payment.authority_payroll_number IMMEDIATE;
SET CONSTRAINTS payment.authority_payroll_number DEFERRED;
SELECT is(left(pg_temp.refusal_of(format('TRUNCATE payment.%s CASCADE', name)), 5), 'WF064', 'ER13!: nor truncated: ' || name)
  FROM unnest('{instruction,credit,set_aside,failure,ledger_entry,sealed_payroll,payroll_step,authority_payroll,disbursement,batch}'::text[]) AS name;
SELECT is(left(pg_temp.refusal_of($$UPDATE payment.authority_payroll SET state = 'drafted' WHERE state = 'sent'$$), 5), 'WF401', 'ER13!: no step goes back');
SELECT is(left(pg_temp.refusal_of($$UPDATE payment.authority_payroll SET state = 'approved' WHERE state = 'drafted'$$), 5), 'WF401', 'ER13!: nor is one skipped')
  FROM (SELECT count(*) FROM payment.authority_payroll WHERE state = 'drafted') AS open (many) WHERE many > 0;
-- by the keys alone, without a trigger
RESET ROLE;
SET LOCAL session_replication_role = replica;
SELECT throws_ok(format('INSERT INTO payment.instruction SELECT (jsonb_populate_record(told, ''{"cycle_month": "2026-11-01", "reference": 99, "authority_code": 6730213, "round": 2}'')).* FROM payment.instruction AS told WHERE thai_id = %L AND attempt = 1', pg_temp.id(2)),
  '23505', NULL, 'ER13!: nobody is paid twice for a month, programme and payer, whatever the authority, the month or the round');
SET LOCAL session_replication_role = origin;
SELECT throws_ok(format('INSERT INTO payment.instruction SELECT (jsonb_populate_record(told, ''{"attempt": 2, "previous_attempt": 1}'')).* FROM payment.instruction AS told WHERE thai_id = %L AND attempt = 1', pg_temp.id(2)),
  '23503', NULL, 'ER13!: nor tried again unless the first try failed');
SELECT throws_ok(format('INSERT INTO payment.instruction SELECT (jsonb_populate_record(told, ''{"attempt": 2}'')).* FROM payment.instruction AS told WHERE thai_id = %L AND attempt = 1', pg_temp.id(2)),
  '23514', NULL, 'ER13!: nor without saying which try failed');

-- what is added to a month after it was approved
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(8)) || pg_temp.account('888'))), ARRAY[0], 'late');
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.approve('2026-10-01'), 1::bigint, 'ER13, DE20: a line added to the month comes with another round');
SELECT is(pg_temp.payments(8), '10:700', 'ER13: and is paid');
SELECT pg_temp.disburse('2026-10-01') \g /dev/null

-- frozen accounts: what is edited after the month was prepared counts from the next
SELECT pg_temp.is_day('2026-11-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.edit_beneficiary(pg_temp.id(2)::thai_id, '{"account_number": "2222"}') \g /dev/null
SELECT is(pg_temp.approve('2026-11-01'), 3::bigint, 'ER13: the next month');
RESET ROLE;
SELECT is((SELECT string_agg(account_number, ' ' ORDER BY month) FROM payment.instruction WHERE thai_id = pg_temp.id(2)::thai_id), '222 222', 'ER13: a month is paid to the account as of then');
SELECT pg_temp.disburse('2026-11-01') \g /dev/null

-- an authority that pays itself: before January 2563
RESET ROLE;
INSERT INTO identity.office (user_name, office, authority_code, valid) VALUES
  ('executive', 'executive', 5730102, '[2019-01-01,2020-01-01)'), ('officer', 'officer', 5730102, '[2019-01-01,2020-01-01)');
SELECT pg_temp.is_day('2019-12-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2019-12-01') \g /dev/null
SELECT is(pg_temp.approve('2019-12-01') > 0, true, 'ER13: a month of before January 2563');
SELECT pg_temp.treasury() \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2019-12-01'')'), 5), 'WF007', 'ER13!: is not the Comptroller General''s Department''s to pay');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT digest, disbursement_number FROM payment.seal_disbursement('2019-12-01') \gset
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(payment.send_disbursement(:disbursement_number, :'digest'), 'done', 'ER13: but the authority''s own');
SELECT is((SELECT string_agg(DISTINCT debtor_account, ' ') FROM payment.list_batches() AS batch CROSS JOIN LATERAL payment.file_header(batch.disbursement_number, batch.batch_number)), '0000000003', 'ER13: from its account');

-- RC9: the pay day
RESET ROLE;
SET LOCAL ROLE welfare_owner;
INSERT INTO reference.government_holiday (holiday, name_thai, document) VALUES ('2020-02-10', 'ชดเชยวันมาฆบูชา', 'มติคณะรัฐมนตรี');
SELECT is(reference.pay_day('2020-02-01'), '2020-02-07', 'RC9: 7 February 2563, as the 10th is the substitute of Makha Bucha');
DELETE FROM reference.government_holiday WHERE holiday = '2020-02-10';
INSERT INTO reference.bank_holiday (holiday, name_thai, document) VALUES ('2020-02-10', 'ชดเชยวันมาฆบูชา', 'ประกาศ ธปท.');
SELECT is(reference.pay_day('2020-02-01'), '2020-02-07', 'RC9: or a holiday of the banks alone');
DELETE FROM reference.bank_holiday WHERE holiday = '2020-02-10';
SELECT is(reference.pay_day('2020-02-01'), '2020-02-10', 'RC9!: without either it is the 10th');
UPDATE reference.disbursement_rule SET latest_day = 8 WHERE payer = 'local_authority';
SELECT is(reference.pay_day('2020-02-01'), '2020-02-07', 'RC9: by what day is a dated row');
SELECT * FROM finish();
ROLLBACK;

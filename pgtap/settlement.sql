-- ER13, DR13, EG6.2, AR2, QR8: payrolls are closed when everything has arrived or failed; what the ledger, the payments, the seal and the banks say is the same; and
-- who sees how payments stand.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
\ir settlement.psql
SELECT plan(67);
GRANT USAGE ON SCHEMA tap TO PUBLIC;
-- The rows of a comparison that say something, with their difference. Parameters: the disbursement.
CREATE FUNCTION pg_temp.compared(disbursement bigint) RETURNS text
  LANGUAGE sql AS $$
    SELECT string_agg(concat(what, ' ', concat_ws('/', coalesce(trim_scale(ledger)::text, '-'), coalesce(trim_scale(payments)::text, '-'), coalesce(trim_scale(sealed)::text, '-'),
                                                 coalesce(trim_scale(bank)::text, '-')), CASE WHEN difference <> 0 THEN ' DIFFERS' END), ', ')
      FROM payment.compare_with_bank(disbursement) WHERE greatest(ledger, payments, sealed, bank) > 0 $$;
-- How a person's payments stand, as the current role sees them.
CREATE FUNCTION pg_temp.standing(number integer) RETURNS text
  LANGUAGE sql AS $$
    SELECT string_agg(concat_ws(' ', to_char(month, 'MM'), left(programme::text, 1), trim_scale(amount), attempt, account, state, since, reason), ' | '
                      ORDER BY month, programme, payer, attempt) FROM payment.payments_of(pg_temp.id(number)::welfare.thai_id) $$;
-- The counts of a month, as the current role sees them.
CREATE FUNCTION pg_temp.counted(month date DEFAULT '2026-10-01') RETURNS text
  LANGUAGE sql AS $$
    SELECT string_agg(concat_ws(' ', authority_code, left(programme::text, 1), state, payments, trim_scale(amount)), ' | ' ORDER BY programme, state) FROM payment.settlement_status(month) $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 to 4 by transfer, 5 in cash, 6 AIDS by transfer, 7 disabled with a welfare card (two payers), 8 at another authority, 9 with a top-up
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number)) || more)) FROM (VALUES
  (1, pg_temp.account('1234567890')), (2, pg_temp.account('0000000002')), (3, pg_temp.account('0000000003')), (4, pg_temp.account('0000000004')), (5, '{}'::jsonb),
  (6, pg_temp.account('0000000006') || '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
  (7, pg_temp.account('0000000007') || '{"programme": "disability", "birth_date": "01/01/2530", "facts": "{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}"}'),
  (8, pg_temp.account('0000000008') || '{"authority_code": "6730213"}'), (9, pg_temp.account('0000000009') || '{"top_up": "50"}')) AS person (number, more) \g /dev/null
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT concat_ws(' ', month, programme, payer, amount, account, state, state_text, attempt, cycle_month) FROM payment.payments_of(pg_temp.id(1)::thai_id)),
          '2026-10-01 elderly local_authority 700.00 xxxxxx7890 prepared prepared, not approved yet', 'ER13: what is prepared is told as prepared, its account masked');
SELECT is((SELECT concat_ws(' ', state, account, way_of_payment) FROM payment.payments_of(pg_temp.id(5)::thai_id)), 'prepared cash_in_person', 'EG6.2: cash has none');
SELECT is(pg_temp.counted(), '5730102 e prepared 6 4250 | 5730102 d prepared 2 1000 | 5730102 a prepared 1 500', 'ER13: and counted, for the authority by programme');
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.id(4)::thai_id, '2026-10-01', 'ทะเบียน', 'ตรวจสอบ') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT concat_ws(' ', state, reason) FROM payment.payments_of(pg_temp.id(4)::thai_id)), 'held held by the Comptroller General''s Department', 'ER15: what is held is told with the reason');
SET LOCAL welfare.language = 'th';
SELECT is((SELECT concat_ws(' ', state_text, reason) FROM payment.payments_of(pg_temp.id(4)::thai_id)), 'ระงับไว้ กรมบัญชีกลางระงับ', 'in Thai as well');
SET LOCAL welfare.language = 'en';
SELECT pg_temp.approve('2026-10-01') \g /dev/null
SELECT pg_temp.approve('2026-10-01', NULL, 6730213) \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT concat_ws(' ', attempt, cycle_month, state, since) FROM payment.payments_of(pg_temp.id(1)::thai_id)), '1 2026-10-01 approved 2026-10-01', 'ER13: approved');
SELECT is((SELECT concat_ws(' ', attempt, state) FROM payment.payments_of(pg_temp.id(4)::thai_id)), 'held', 'what was held is in no payroll');
SELECT is(pg_temp.counted(), '5730102 e held 1 700 | 5730102 e approved 5 3550 | 5730102 d approved 2 1000 | 5730102 a approved 1 500', 'and is counted as held');
SELECT pg_temp.treasury('sealer') \g /dev/null
SELECT disbursement_number AS disbursement, digest FROM payment.seal_disbursement('2026-10-01') \gset
SELECT is(pg_temp.compared(:disbursement), 'handed_over -/5750/5750/-, transfers -/5050/5050/-, under_way -/5750/-/-', 'QR8: what is sealed is what was approved');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT state::text FROM payment.payments_of(pg_temp.id(1)::thai_id)), 'sealed', 'ER13: sealed');
SELECT pg_temp.treasury('sender') \g /dev/null
SELECT payment.send_disbursement(:disbursement, :'digest') \g /dev/null
SELECT is(concat_ws(' ', payrolls, disbursements), '0 0', 'ER13!: nothing is closed while payments are under way') FROM payment.close_payrolls(:disbursement);
SELECT is(pg_temp.compared(:disbursement), 'handed_over 5750/5750/5750/-, transfers -/5050/5050/5050, under_way 5750/5750/-/-', 'QR8: handed over');
SELECT pg_temp.is_day('2026-10-09') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT concat_ws(' ', state, state_text, since) FROM payment.payments_of(pg_temp.id(1)::thai_id)), 'sent handed over, not known to have arrived 2026-10-01', 'ER13: what was handed over has not arrived yet');

-- results
SELECT is(pg_temp.settled(pg_temp.result(1), pg_temp.result(2, '{"outcome": "RJCT", "reason_code": "AC04", "bank_text": "account closed"}'), pg_temp.result(3, '{"outcome": "returned", "reason_code": "AG01"}'),
                          pg_temp.result(6, '{}', '2026-10-01', 'aids'), pg_temp.result(9)), '5 3 1 1 0 0', 'results of one authority');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT concat_ws(' ', state, since, reason) FROM payment.payments_of(pg_temp.id(1)::thai_id)), 'credited 2026-10-09', 'ER13: the end is that it arrived');
SELECT is((SELECT concat_ws(' ', state, since, reason) FROM payment.payments_of(pg_temp.id(2)::thai_id)), 'failed 2026-10-09 the account is closed', 'ER13: or failed, and why');
SELECT is((SELECT concat_ws(' ', programme, state) FROM payment.payments_of(pg_temp.id(6)::thai_id)), 'aids credited', 'AR2: the authority sees its own');
SELECT is((SELECT string_agg(concat_ws(' ', payer, trim_scale(amount), state), ', ' ORDER BY payer) FROM payment.payments_of(pg_temp.id(7)::thai_id)), 'local_authority 800 sent, welfare_card_fund 200 sent',
          'DR13, RC8.2: each payer''s part stands by itself');
SELECT is(left(pg_temp.refusal_of('SELECT * FROM payment.payments_of(pg_temp.id(8)::thai_id)'), 5), 'WF066', 'QS1!: of another authority''s people an officer sees nothing');
SELECT is(left(pg_temp.refusal_of('SELECT * FROM payment.payments_of(NULL)'), 5), 'WF066', 'nor of nobody');
SELECT is(pg_temp.counted(), '5730102 e held 1 700 | 5730102 e sent 1 700 | 5730102 e credited 2 1450 | 5730102 e failed 1 700 | 5730102 e returned 1 700 | 5730102 d sent 2 1000 | 5730102 a credited 1 500',
          'ER13: the month as it stands');
SELECT results_eq($$SELECT right(national_id::text, 3)::integer / 10, person_name, amount, account, kind::text COLLATE "default", reason_code COLLATE "default", reason, bank_text, needs_new_account, repaired, tried_again FROM payment.failed_payments('2026-10-01')$$,
  $$VALUES (2, 'นายทดสอบ ระบบ', 700.00::numeric, 'xxxxxx0002', 'failed', 'AC04', 'the account is closed', 'account closed', true, false, false),
           (3, 'นายทดสอบ ระบบ', 700.00, 'xxxxxx0003', 'returned', 'AG01', 'the account may not take this kind of transfer', NULL, true, false, false)$$, 'ER13: what failed, to repair');
SET LOCAL welfare.language = 'th';
SELECT is((SELECT reason FROM payment.failed_payments('2026-10-01') LIMIT 1), 'บัญชีปิดแล้ว', 'in Thai as well');
SET LOCAL welfare.language = 'en';
SELECT is(left(pg_temp.refusal_of('SELECT * FROM payment.failed_payments(NULL)'), 5), 'WF010', 'a list is of a month');
SELECT is((SELECT count(*) FROM payment.failed_payments('2026-09-01')), 0::bigint, 'of which nothing failed, it is empty');
SELECT throws_ok('SELECT * FROM payment.instruction', '42501', NULL, 'QS1!: payments are nobody''s table');
SELECT throws_ok(format('SELECT * FROM payment.compare_with_bank(%s)', :disbursement), '42501', NULL, 'nor does an officer compare the nation''s totals');
SELECT throws_ok('SELECT payment.close_payrolls()', '42501', NULL, 'nor close payrolls');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is((SELECT count(*) FROM payment.failed_payments('2026-10-01')), 0::bigint, 'QS1!: another authority has nothing to repair');
SELECT is(left(pg_temp.refusal_of('SELECT * FROM payment.payments_of(pg_temp.id(2)::thai_id)'), 5), 'WF066', 'nor to see');
SELECT is(pg_temp.counted(), '6730213 e sent 1 700', 'and counts its own');
RESET ROLE;
SELECT set_config('welfare.duty', 'local_authority', true), set_config('welfare.authority_code', '0', true) \g /dev/null
SET LOCAL ROLE welfare_authority;
SELECT is(pg_temp.counted(), NULL, 'QS1!: an officer of no authority counts nothing');
SELECT is((SELECT count(*) FROM payment.failed_payments('2026-10-01')), 0::bigint, 'and lists nothing');
RESET ROLE;
SELECT is((SELECT count(*) FROM audit.entry WHERE action = 'read' AND relation = 'payment.payments_of' AND thai_id = pg_temp.id(2)::thai_id), 1::bigint, 'IS9.3: who looked is on record');
SELECT cmp_ok((SELECT count(*) FROM audit.entry WHERE action = 'read' AND relation = 'payment.failed_payments' AND row_count = 2), '>=', 1::bigint, 'IS9.3: also at the list');

-- the nation
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.counted(), 'held 1 700 | sent 4 2400 | credited 3 1950 | failed 1 700 | returned 1 700', 'AR2: the Comptroller General''s Department has the nation''s counts, no programme''s and no authority''s');
SELECT throws_ok('SELECT * FROM payment.payments_of(pg_temp.id(1)::thai_id)', '42501', NULL, 'AR2!: and sees nobody');
SELECT throws_ok('SELECT * FROM payment.failed_payments(''2026-10-01'')', '42501', NULL, 'AR2!: nor whose payments failed');
SELECT is(pg_temp.compared(:disbursement), 'handed_over 5750/5750/5750/-, transfers -/5050/5050/5050, credited 1950/1950/-/1950, failed 1400/1400/-/1400, under_way 2400/2400/-/-', 'QR8: ledger, payments, seal and banks say the same');
SELECT is((SELECT count(*) FROM payment.compare_with_bank(:disbursement) WHERE difference <> 0), 0::bigint, 'QR8: to the satang');
SELECT is(left(pg_temp.refusal_of('SELECT payment.compare_with_bank(0)'), 5), 'WF409', 'of a disbursement that is');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT throws_ok('SELECT * FROM payment.settlement_status(''2026-10-01'')', '42501', NULL, 'AR2!: a province counts nothing of it');
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT is(pg_temp.counted(), 'held 1 700 | sent 4 2400 | credited 3 1950 | failed 1 700 | returned 1 700', 'AR2: an administrator''s counts are the nation''s, too');
SELECT is((SELECT count(*) FROM payment.failed_payments('2026-10-01')), 2::bigint, 'administrators see what failed');
SELECT is((SELECT state::text FROM payment.payments_of(pg_temp.id(8)::thai_id)), 'sent', 'of every authority');

-- closing
SELECT is(concat_ws(' ', payrolls, disbursements), '1 0', 'ER13: a payroll of which everything has arrived is closed, the others and the disbursement not') FROM payment.close_payrolls();
RESET ROLE;
SELECT is((SELECT string_agg(concat(authority_code, programme), ' ') FROM payment.authority_payroll WHERE state = 'closed' AND settled_at IS NOT NULL), '5730102aids', 'that one');
SELECT is((SELECT concat_ws(' ', from_state, to_state) FROM payment.payroll_step WHERE to_state = 'closed'), 'sent closed', 'as a step');
SELECT is(pg_temp.settled(pg_temp.result(7, '{}', '2026-10-01', 'disability'), pg_temp.result(8)), '2 2 0 0 0 0', 'more results') ;
SELECT pg_temp.treasury() \g /dev/null
SELECT is(concat_ws(' ', payrolls, disbursements), '1 0', 'DR13!: not the payroll of which another payer''s part is under way') FROM payment.close_payrolls(:disbursement);
SELECT is(pg_temp.settled(pg_temp.result(7, jsonb_build_object('reference', pg_temp.reference_of(7, '2026-10-01', 'disability', 'welfare_card_fund'), 'amount', '200'), '2026-10-01', 'disability')), '1 1 0 0 0 0', 'which then arrives');
-- the cash is given, as the officers' function records it
RESET ROLE;
INSERT INTO payment.credit (thai_id, month, credited_on, programme, payer, adjustment_number, attempt) VALUES (pg_temp.id(5)::thai_id, '2026-10-01', '2026-10-09', 'elderly', 'local_authority', 0, 1);
SELECT payment.post_payments(ARRAY(SELECT told FROM payment.instruction AS told WHERE told.thai_id = pg_temp.id(5)::thai_id), 'credited', 'paid', 'sent', clock_timestamp(), :disbursement, NULL) \g /dev/null
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.compared(:disbursement), 'handed_over 5750/5750/5750/-, transfers -/5050/5050/5050, credited 3650/3650/-/3650, given_in_cash 700/700/-/-, failed 1400/1400/-/1400', 'QR8: everything has come to an end');
SELECT is(concat_ws(' ', payrolls, disbursements), '2 1', 'ER13: the last payrolls are closed, and the disbursement') FROM payment.close_payrolls(:disbursement);
SELECT is(concat_ws(' ', payrolls, disbursements), '0 0', 'once') FROM payment.close_payrolls();
RESET ROLE;
SELECT is((SELECT concat_ws(' ', state, closed_at IS NOT NULL) FROM payment.disbursement), 'closed t', 'which is on record');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "returned", "reason_code": "MD07"}')), '1 0 0 1 0 0', 'ER13: what arrived may come back after the closing');
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.compared(:disbursement), 'handed_over 5750/5750/5750/-, transfers -/5050/5050/5050, credited 3650/3650/-/3650, given_in_cash 700/700/-/-, failed 1400/1400/-/1400, returned_after_credit 700/700/-/700', 'QR8: which changes no total but its own');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT concat_ws(' ', state, reason) FROM payment.payments_of(pg_temp.id(1)::thai_id)), 'returned the holder of the account has died', 'and is told');

SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(name || ' ' || example, ', ') FROM payment.check_invariants('2026-10-01') WHERE NOT ok), NULL, 'QR8: what must always be true is true of the month');

-- what is amiss shows
RESET ROLE;
SET LOCAL session_replication_role = replica;
DELETE FROM payment.credit WHERE thai_id = pg_temp.id(9)::thai_id;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.treasury() \g /dev/null
SELECT cmp_ok((SELECT count(*) FROM payment.compare_with_bank(:disbursement) WHERE difference <> 0), '>', 0::bigint, 'QR8!: an arrival that is lost is seen');

-- a second month: what failed is tried again, with its own number
SELECT pg_temp.is_day('2026-11-01') \g /dev/null
RESET ROLE;
INSERT INTO payment.repair (thai_id, month, authority_code, programme, payer, way_of_payment, adjustment_number, attempt, bank_code, bank_branch, account_number, account_name, document)
VALUES (pg_temp.id(2)::thai_id, '2026-10-01', 5730102, 'elderly', 'local_authority', 'own_account', 0, 1, 6, 'นครปฐม', '2222222222', 'ทดสอบ ระบบ', 'สมุดบัญชี');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.approve('2026-11-01') \g /dev/null
SELECT pg_temp.disburse('2026-11-01') AS next \gset
SELECT pg_temp.is_day('2026-11-10') \g /dev/null
SELECT is(pg_temp.settled(pg_temp.result(2, jsonb_build_object('reference', pg_temp.reference_of(2, '2026-10-01', attempt => 1), 'booked_on', '10/11/2569'))), '1 0 0 0 0 1 | WF429', 'ER13!: the first try has failed for good');
SELECT is(pg_temp.settled(pg_temp.result(2, '{"booked_on": "10/11/2569"}'), pg_temp.result(2, '{"booked_on": "10/11/2569"}', '2026-11-01'), pg_temp.result(3, '{"booked_on": "10/11/2569"}', '2026-11-01')), '3 3 0 0 0 0',
          'ER13: the second arrives, of the month before, with the month''s own, of which nothing had arrived');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', to_char(month, 'MM'), attempt, to_char(cycle_month, 'MM'), account, state), ', ' ORDER BY month, attempt) FROM payment.payments_of(pg_temp.id(2)::thai_id)),
          '10 1 10 xxxxxx0002 failed, 10 2 11 xxxxxx2222 credited, 11 1 11 xxxxxx0002 credited', 'try by try');
SELECT is((SELECT concat_ws(' ', repaired, tried_again) FROM payment.failed_payments('2026-10-01') WHERE national_id = pg_temp.id(2)::thai_id), 't t', 'ER13: the list says what was done');
SELECT pg_temp.treasury() \g /dev/null
SELECT is((SELECT count(*) FROM payment.compare_with_bank(:next) WHERE difference <> 0), 0::bigint, 'QR8: the second month agrees as well');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.bank_delivery_part WHERE disbursement_number = :next), 1::bigint, 'a delivery over two months is one part of one disbursement');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(name || ' ' || example, ', ') FROM payment.check_invariants('2026-11-01') WHERE NOT ok), NULL, 'QR8: and what must always be true is true of it');
SELECT * FROM finish();
ROLLBACK;

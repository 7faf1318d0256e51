-- ER13, DR13, EG6.2, AR2, QR6, QS1: deliveries of bank results: what is taken, what is refused and why, and who sees what of them.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
\ir settlement.psql
SELECT plan(97);
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 to 20 by transfer, 21 in cash, 22 AIDS by transfer, 23 held before the seal, 24 at another authority, never approved
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number)) || more)) FROM (
  SELECT number, pg_temp.account(lpad(number::text, 10, '0')) AS more FROM generate_series(1, 20) AS number
   UNION ALL
  SELECT number, more FROM (VALUES (21, '{}'::jsonb), (22, pg_temp.account('0000000022') || '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
    (23, pg_temp.account('0000000023')), (24, pg_temp.account('0000000024') || '{"authority_code": "6730213"}')) AS person (number, more)) AS person \g /dev/null
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT pg_temp.approve('2026-10-01') \g /dev/null
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.id(23)::thai_id, '2026-10-01', 'ทะเบียน', 'ตรวจสอบ') \g /dev/null
SELECT pg_temp.disburse('2026-10-01') AS disbursement \gset
-- approved and not handed over
SELECT pg_temp.approve('2026-10-01', NULL, 6730213) \g /dev/null
SELECT pg_temp.is_day('2026-10-09') \g /dev/null
RESET ROLE;
SELECT pg_temp.balances() \g /dev/null

-- who delivers
SELECT pg_temp.act_as_bank() \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.begin_results('''', ''x'')'), 5), 'WF010', 'a delivery has a name');
SELECT is(left(pg_temp.refusal_of('SELECT payment.begin_results(''x'', '' '')'), 5), 'WF010', 'and a bank');
SELECT is(pg_temp.refusal_of('SELECT payment.finish_results(0)'), 'WF420 there is no delivery 0 of yours for that', 'of no delivery there is nothing to finish');
SELECT is(left(pg_temp.refusal_of('SELECT payment.refused_results(NULL)'), 5), 'WF420', 'nor to read');
SELECT throws_ok('SELECT * FROM payment.bank_delivery', '42501', NULL, 'ER13!: a bank reads no deliveries, not even its own');
SELECT throws_ok('SELECT * FROM payment.result_row', '42501', NULL, 'nor what is staged');
SELECT throws_ok('SELECT * FROM payment.instruction', '42501', NULL, 'ER13!: nor payments');
SELECT throws_ok('SELECT * FROM payment.credit', '42501', NULL, 'nor arrivals');
SELECT throws_ok('INSERT INTO payment.result_row (delivery_number, line_number, principal) VALUES (1, 1, ''x'')', '42501', NULL, 'nor stages in another''s name');
SELECT throws_ok('SELECT payment.payments_of(pg_temp.id(1)::thai_id)', '42501', NULL, 'ER13!: nor asks how a person''s payments stand');
SELECT throws_ok(format('SELECT payment.compare_with_bank(%s)', :disbursement), '42501', NULL, 'nor how a disbursement stands');
SELECT throws_ok('SELECT payment.close_payrolls()', '42501', NULL, 'nor closes payrolls');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT throws_ok('SELECT payment.begin_results(''x'', ''x'')', '42501', NULL, 'ER13!: officers deliver no results');
RESET ROLE;
SELECT set_config('welfare.principal', '', true) \g /dev/null
SET LOCAL ROLE welfare_bank;
SELECT is(left(pg_temp.refusal_of('SELECT payment.begin_results(''x'', ''x'')'), 5), 'WF001', 'nor does who is nobody');

-- what is refused, each with its reasons
SELECT is(pg_temp.settled(pg_temp.result(1, '{"problem": "it has 3 fields"}')), '1 0 0 0 0 1 | WF023', 'QR6!: a record that cannot be read');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"reference": " "}'), pg_temp.result(1, '{"reference": "12a"}'), pg_temp.result(1, '{"reference": "0000000000000001"}')),
          '3 0 0 0 0 3 | WF010 WF424 WF424', 'ER13!: no number, none that is one, one that is too long');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"reference": "999999999999999"}'), pg_temp.result(1, '{"reference": "0"}')), '2 0 0 0 0 2 | WF425 WF425', 'ER13!: a number that no payment has');
SELECT is(pg_temp.settled(pg_temp.result(24)), '1 0 0 0 0 1 | WF426', 'ER13!: a payment that was approved and not handed over');
SELECT is(pg_temp.settled(pg_temp.result(23)), '1 0 0 0 0 1 | WF426', 'ER15!: one that was held back');
SELECT is(pg_temp.settled(pg_temp.result(21)), '1 0 0 0 0 1 | WF42A', 'EG6.2!: one that is in cash');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"amount": "699.99"}'), pg_temp.result(2, '{"amount": ""}'), pg_temp.result(3, '{"amount": "๗๐๐"}'), pg_temp.result(4, '{"amount": "-700"}'),
                          pg_temp.result(5, '{"amount": "700.001"}')), '5 0 0 0 0 5 | WF427 WF010 WF42B WF42B WF42B', 'ER13!: another amount, none, none that is one');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "ACSP"}'), pg_temp.result(2, '{"outcome": ""}')), '2 0 0 0 0 2 | WF011 WF010', 'ER13!: an outcome that is none, or not final');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"booked_on": "10/10/2569"}'), pg_temp.result(2, '{"booked_on": "30/09/2569"}'), pg_temp.result(3, '{"booked_on": ""}'),
                          pg_temp.result(4, '{"booked_on": "31/09/2569"}')), '4 0 0 0 0 4 | WF016 WF017 WF010 WF012', 'ER13!: a day to come, one before the hand-over, none');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "failed", "reason_code": "not a code"}'), pg_temp.result(2, '{"outcome": "failed", "bank_text": "a\u0001"}')), '2 0 0 0 0 2 | WF42C WF01E',
          'a code that is none, and words that are');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "x", "amount": "1", "booked_on": "x"}')), '1 0 0 0 0 1 | WF011+WF427+WF012', 'QR6: every reason is told');
SELECT is(pg_temp.settled(pg_temp.result(1), pg_temp.result(1, '{"outcome": "RJCT", "reason_code": "AC04"}'), pg_temp.result(2)), '3 1 0 0 0 2 | WF428 WF428',
          'ER13!: a payment twice in a file with two results has none');
SELECT is(pg_temp.settled(pg_temp.result(1), pg_temp.result(1, '{"outcome": "failed", "amount": "1"}')), '2 0 0 0 0 2 | WF428 WF427+WF428', 'ER13!: even where one of them is wrong by itself');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.credit), 1::bigint, 'nothing of what was refused is recorded');
SELECT matches((SELECT reasons[1] FROM payment.refused_result WHERE codes = '{WF428}' AND line_number = 2 ORDER BY delivery_number DESC LIMIT 1), '(lines 2, 3)', 'ER13: the lines are named');
SELECT is((SELECT raw ->> 'amount' FROM payment.refused_result WHERE codes = '{WF427}' AND delivery_number < (SELECT max(delivery_number) FROM payment.bank_delivery)), '699.99', 'QR6: and rows are kept as they came');
SELECT is((SELECT count(*) FROM payment.refused_result WHERE codes <> '{WF023}' AND reasons::text ~* 'aids|elderly|เอดส์'), 0::bigint, 'AR2!: no reason names a programme');
SET LOCAL welfare.language = 'th';
SELECT is(pg_temp.settled(pg_temp.result(21)), '1 0 0 0 0 1 | WF42A', 'in Thai');
SELECT matches((SELECT reason FROM payment.refused_results(pg_temp.last_delivery())), 'จ่ายเป็นเงินสด', 'reasons are in Thai');
SET LOCAL welfare.language = 'en';

-- what is taken
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "ACSC"}'), pg_temp.result(3, '{"outcome": " Credited "}'), pg_temp.result(4, '{"outcome": "accc"}'), pg_temp.result(5, '{"outcome": "โอนสำเร็จ"}'),
                          pg_temp.result(6, jsonb_build_object('reference', ltrim(pg_temp.reference_of(6, '2026-10-01'), '0'))), pg_temp.result(7, '{"amount": "700", "booked_on": "2026-10-09"}'),
                          pg_temp.result(22, '{}', '2026-10-01', 'aids')),
          '7 7 0 0 0 0', 'ER13, EG6.2: what arrived, in the words of ISO 20022 and in Thai, with and without leading zeros');
SELECT is(pg_temp.settled(pg_temp.result(8, '{"outcome": "RJCT", "reason_code": "ac04", "bank_text": "closed"}'), pg_temp.result(9, '{"outcome": "failed"}'), pg_temp.result(10, '{"outcome": "returned", "reason_code": "AC06"}')),
          '3 0 2 1 0 0', 'ER13: what did not, and what came back');
RESET ROLE;
SELECT results_eq($$SELECT right(thai_id::text, 3)::integer / 10, kind::text COLLATE "default", reason_code COLLATE "default", bank_text, amount, failed_on FROM payment.failure WHERE kind <> 'held_back' ORDER BY 1$$,
  $$VALUES (8, 'failed', 'AC04', 'closed', 700.00, date '2026-10-09'), (9, 'failed', 'MS03', NULL, 700.00, '2026-10-09'), (10, 'returned', 'AC06', NULL, 700.00, '2026-10-09')$$,
  'ER13: with the reason, which is that the bank gives none where it gives none');
SELECT is((SELECT recorded_by FROM payment.failure WHERE reason_code = 'AC04'), 'baac', 'and who told it');
SELECT is((SELECT count(*) FROM payment.credit WHERE credited_on = '2026-10-09'), 8::bigint, 'ER13: arrivals on the day that the bank booked them');
-- 20 elderly by transfer, one in cash, one held back and one not handed over at 700, AIDS at 500
SELECT is(pg_temp.balances(), 'budget -16600, entitled 700, held 700, sent 7700, paid 5400, returned 2100', 'QR8: the ledger has it in the right accounts');
SELECT is((SELECT count(*) FROM payment.ledger_entry WHERE step IN ('credited', 'failed', 'returned') AND delivery_number IS NULL), 0::bigint, 'with the delivery');
SELECT is((SELECT string_agg(DISTINCT disbursement_number::text, ' ') FROM payment.ledger_entry WHERE delivery_number IS NOT NULL), :'disbursement', 'and the disbursement');
SELECT is((SELECT DISTINCT event_at FROM payment.ledger_entry WHERE delivery_number IS NOT NULL), '2026-10-09 00:00:00+07'::timestamptz, 'and the day that it was booked');
SELECT is((SELECT sum(items) FROM payment.ledger_entry WHERE delivery_number = (SELECT max(delivery_number) FROM payment.bank_delivery)), 3::numeric, 'and how many it sums up');

-- told again
SELECT is(pg_temp.settled(pg_temp.result(1), pg_temp.result(8, '{"outcome": "failed", "reason_code": "AC01"}'), pg_temp.result(10, '{"outcome": "returned"}')), '3 0 0 0 3 0', 'ER13!: what was told already changes nothing');
SELECT is(pg_temp.settled(pg_temp.result(11), pg_temp.result(11), pg_temp.result(12, '{"outcome": "failed"}'), pg_temp.result(12, '{"outcome": "failed"}')), '4 1 1 0 2 0', 'nor does what stands twice in a file with one result');
SELECT is(pg_temp.settled(pg_temp.result(13, '{"amount": "1"}'), pg_temp.result(13), pg_temp.result(13)), '3 1 0 0 1 1 | WF427', 'of which the first line that can be taken counts');
SELECT is(pg_temp.settled(pg_temp.result(8)), '1 0 0 0 0 1 | WF429', 'ER13!: what failed does not arrive');
SELECT is(pg_temp.settled(pg_temp.result(10)), '1 0 0 0 0 1 | WF429', 'nor what came back');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "failed"}')), '1 0 0 0 0 1 | WF429', 'ER13!: what arrived does not fail');
SELECT is(pg_temp.settled(pg_temp.result(8, '{"outcome": "returned"}')), '1 0 0 0 0 1 | WF429', 'nor does what failed come back');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "returned", "reason_code": "MD07"}')), '1 0 0 1 0 0', 'ER13: what arrived may come back');
SELECT is(pg_temp.settled(pg_temp.result(1)), '1 0 0 0 1 0', 'and the delivery that told of its arrival changes nothing');
SELECT is(pg_temp.settled(pg_temp.result(1, '{"outcome": "failed"}')), '1 0 0 0 0 1 | WF429', 'ER13!: nor did it fail');
SELECT is(pg_temp.balances(), 'budget -16600, entitled 700, held 700, sent 5600, paid 6100, returned 3500', 'QR8: money that came back left the account of what is paid');
RESET ROLE;
SELECT is((SELECT debit::text || ' ' || credit FROM payment.ledger_entry ORDER BY entry_number DESC LIMIT 1), 'returned paid', 'as an entry of its own');

-- totals that the file states
SELECT pg_temp.act_as_bank() \g /dev/null
SELECT pg_temp.stage(payment.begin_results('t.csv', 'GSB', 'MSG-1', 2, 1400.00), pg_temp.result(14), pg_temp.result(15, '{"outcome": "failed"}')) AS good \gset
SELECT is((SELECT concat_ws(' ', row_count, credited, failed) FROM payment.finish_results(:good)), '2 1 1', 'ER13: a file whose totals are those of its rows is taken');
SELECT pg_temp.stage(payment.begin_results('t.csv', 'GSB', 'MSG-2', 3, 1400.00), pg_temp.result(16), pg_temp.result(17)) AS few \gset
SELECT matches(pg_temp.refusal_of(format('SELECT payment.finish_results(%s)', :few)), '^WF423 .*3 rows, 1400.00 baht.*2 rows, 1400.00 baht', 'QR6!: one that lacks a row is not');
SELECT pg_temp.stage(payment.begin_results('t.csv', 'GSB', 'MSG-3', 2, 1400.01), pg_temp.result(16), pg_temp.result(17)) AS odd \gset
SELECT matches(pg_temp.refusal_of(format('SELECT payment.finish_results(%s)', :odd)), '^WF423', 'QR6!: nor one whose sum is another, by a satang');
SELECT pg_temp.stage(payment.begin_results('t.csv', 'GSB', 'MSG-4', 2, 1400.00), pg_temp.result(16), pg_temp.result(17, '{"problem": "x", "amount": null}')) AS torn \gset
SELECT matches(pg_temp.refusal_of(format('SELECT payment.finish_results(%s)', :torn)), '^WF423', 'QR6!: nor one with a record that cannot be read');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.credit WHERE thai_id IN (pg_temp.id(16)::thai_id, pg_temp.id(17)::thai_id)), 0::bigint, 'ER13!: nothing of these files is taken');
SELECT is((SELECT count(*) FROM pg_class WHERE relname LIKE 'result\_%\_total' OR relname ~ '^result_[0-9]'), 0::bigint, 'and nothing is left lying about');
SELECT is((SELECT count(*) FROM payment.bank_delivery WHERE delivery_number IN (:few, :odd, :torn) AND finished_at IS NULL), 3::bigint, 'they stay open');
SELECT is((SELECT count(*) FROM payment.result_row), 6::bigint, 'with what was staged');
SELECT pg_temp.act_as_bank('gsb') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.discard_results(%s)', :few)), 5), 'WF420', 'ER13!: another bank gives no delivery of theirs up');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.finish_results(%s)', :few)), 5), 'WF420', 'nor finishes it');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.refused_results(%s)', :good)), 5), 'WF420', 'ER13!: nor reads it');
SELECT pg_temp.stage(:few, pg_temp.result(18)) \g /dev/null
SELECT pg_temp.act_as_bank() \g /dev/null
SELECT is(payment.discard_results(:few), 'done', 'who delivered gives it up');
SELECT is(payment.discard_results(:odd), 'done', 'both');
SELECT is(payment.discard_results(:torn), 'done', 'all three');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.discard_results(%s)', :odd)), 5), 'WF420', 'once');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.discard_results(%s)', :good)), 5), 'WF420', 'and not what is finished');
RESET ROLE;
SELECT is((SELECT string_agg(principal, ' ') FROM payment.result_row), 'gsb', 'only its own rows go');
SELECT is((SELECT count(*) FROM payment.bank_delivery WHERE discarded_at IS NOT NULL AND finished_at IS NULL AND row_count IS NULL), 3::bigint, 'and it is on record that they were');
SELECT is((SELECT concat_ws(' ', row_count, row_sum, credited, credited_sum, failed, failed_sum, returned, unchanged, refused, stated_rows, stated_sum, source, message_id, principal) FROM payment.bank_delivery WHERE delivery_number = :good),
          '2 1400.00 1 700.00 1 700.00 0 0 0 2 1400.00 GSB MSG-1 baac', 'ER13: a delivery keeps its counts and sums');
SELECT is((SELECT concat_ws(' ', row_sum, refused_sum, unchanged_sum) FROM payment.bank_delivery WHERE row_count = 3 AND credited = 1 AND refused = 1 AND unchanged = 1), '1401.00 1.00 700.00', 'also of what was refused');

-- a crash
SELECT pg_temp.act_as_bank() \g /dev/null
SELECT payment.begin_results('c.csv', 'GSB') AS lost \gset
RESET ROLE;
TRUNCATE payment.result_mark, payment.result_row;
SELECT pg_temp.act_as_bank() \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.finish_results(%s)', :lost)), 5), 'WF421', 'QR1: a delivery whose rows a crash has emptied is delivered again');
SELECT is(pg_temp.settled(VARIADIC '{}'::jsonb[]), '0 0 0 0 0 0', 'QR6: an empty file is one');
SELECT pg_temp.treasury() \g /dev/null
SELECT pg_temp.stage(payment.begin_results('own.csv', 'KTB'), pg_temp.result(16)) AS own \gset
SELECT is((SELECT credited FROM payment.finish_results(:own)), 1, 'ER13: the Comptroller General''s Department may deliver them itself');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.finish_results(%s)', :own)), 5), 'WF420', 'once');

-- whatever path is taken
RESET ROLE;
SELECT throws_ok('UPDATE payment.bank_delivery SET credited = 0', 'WF064', NULL, 'ER13!: what banks told is not rewritten');
SELECT throws_ok('DELETE FROM payment.bank_delivery', 'WF064', NULL, 'nor removed');
SELECT throws_ok('UPDATE payment.refused_result SET raw = ''{}''', 'WF064', NULL, 'nor what was refused');
SELECT throws_ok('DELETE FROM payment.bank_delivery_part', 'WF064', NULL, 'nor what it came to');
SELECT throws_ok('UPDATE payment.credit SET credited_on = ''2026-10-08''', 'WF064', NULL, 'ER13!: nor arrivals');
SELECT throws_ok($$INSERT INTO payment.credit (thai_id, delivery_number, month, credited_on, programme, payer, adjustment_number, attempt) VALUES (pg_temp.id(8)::thai_id, 1, '2026-10-01', '2026-10-09', 'elderly', 'local_authority', 0, 1)$$, 'WF402', NULL, 'ER13!: what failed does not arrive, whoever says so');
SELECT throws_ok($$INSERT INTO payment.credit_2026_10 (thai_id, delivery_number, month, credited_on, programme, payer, adjustment_number, attempt) VALUES (pg_temp.id(8)::thai_id, 1, '2026-10-01', '2026-10-09', 'elderly', 'local_authority', 0, 1)$$, 'WF402', NULL, 'nor straight into the month''s table');
SELECT throws_ok($$INSERT INTO payment.credit_2026_10 (thai_id, delivery_number, month, credited_on, programme, payer, adjustment_number, attempt) VALUES (pg_temp.id(99)::thai_id, 1, '2026-10-01', '2026-10-09', 'elderly', 'local_authority', 0, 1)$$, 'WF402', NULL, 'ER13!: nor what nobody was to pay');
SELECT throws_ok($$INSERT INTO payment.credit (thai_id, delivery_number, month, credited_on, programme, payer, adjustment_number, attempt) VALUES (pg_temp.id(3)::thai_id, 1, '2026-10-01', '2026-10-09', 'elderly', 'local_authority', 0, 1)$$, '23505', NULL, 'ER13!: nothing arrives twice');
SELECT throws_ok($$INSERT INTO payment.failure (thai_id, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt, amount, reason_code) VALUES (pg_temp.id(3)::thai_id, '2026-10-01', '2026-10-01', '2026-10-09', 5730102, 'elderly', 'local_authority', 'failed', 0, 1, 700, 'AC01')$$, 'WF402', NULL, 'ER13!: what arrived does not fail');
SELECT throws_ok($$INSERT INTO payment.failure (thai_id, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt, amount, reason_code) VALUES (pg_temp.id(18)::thai_id, '2026-10-01', '2026-10-01', '2026-10-09', 5730102, 'elderly', 'local_authority', 'failed', 0, 1, 699, 'AC01')$$, 'WF402', NULL, 'nor does anything fail by another amount');
SELECT lives_ok($$INSERT INTO payment.credit (thai_id, delivery_number, month, credited_on, programme, payer, adjustment_number, attempt) VALUES (pg_temp.id(18)::thai_id, 1, '2026-10-01', '2026-10-09', 'elderly', 'local_authority', 0, 1)$$, 'the guard lets pass what is right');
SELECT throws_ok('UPDATE reference.bank_reason SET name_thai = '' ''', '23514', NULL, 'reasons have words');
SELECT is((SELECT count(*) FROM reference.bank_reason WHERE reason_code IN ('AC01', 'AC04', 'AC06', 'BE01', 'AG01', 'AM09', 'MS03') AND valid = '(,)'), 7::bigint, 'ER13: the codes of banks have words');
SELECT is((SELECT string_agg(reason_code, ' ' ORDER BY reason_code) FROM reference.bank_reason WHERE needs_new_account), 'AC01 AC03 AC04 AC06 AC13 AG01 BE01 MD07 RC01', 'and say which need another account');
-- the first line that can be taken counts, be the other wrong by its day only, which the totals tell
SELECT is(pg_temp.settled(pg_temp.result(20, '{"outcome": "failed", "reason_code": "AC04", "booked_on": "30/09/2569"}'),
                          pg_temp.result(20, '{"outcome": "failed", "reason_code": "AC04"}')), '2 0 1 0 0 1 | WF017', 'ER13: a failure told twice is taken by the line whose day is right');
RESET ROLE;
SELECT is((SELECT failed_on FROM payment.failure WHERE thai_id = pg_temp.id(20)::thai_id), '2026-10-09'::date, 'of that day');
SELECT is(current_setting('enable_nestloop') || ' ' || current_setting('enable_hashjoin'), 'on on', 'judging leaves the session''s settings as they were');
SELECT * FROM finish();
ROLLBACK;

-- QR8, QS5, AR2: what must always be true is asked of the rows; whoever changes one with the triggers out of the way is found by the right question.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
\ir ledger.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT no_plan();
-- Does something with the triggers and foreign keys out of the way, as only a superuser can, and answers what is then found broken; undone. An answer that
-- names a person or a programme ends in an exclamation mark. Parameters: what is done; the month asked, NULL for all.
CREATE FUNCTION pg_temp.sabotage(call text, asked date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
    touched bigint;
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.duty', '', true), set_config('welfare.principal', '', true);
    BEGIN
      PERFORM set_config('session_replication_role', 'replica', true);
      EXECUTE call;
      GET DIAGNOSTICS touched = ROW_COUNT;
      PERFORM set_config('session_replication_role', 'origin', true);
      SELECT string_agg(told.name || ' ' || coalesce(told.found::text, told.example), ', ' ORDER BY told.name)
             || CASE WHEN bool_or(told.example ~ '[0-9]{13}|elderly|disability|aids|ทดสอบ') THEN ' !' ELSE '' END
        INTO answer FROM job.check_invariants(asked) AS told WHERE NOT told.ok;
      RAISE EXCEPTION USING ERRCODE = 'XX999';
    EXCEPTION WHEN SQLSTATE 'XX999' THEN NULL;
    END;
    RETURN coalesce(answer, 'all is well') || CASE WHEN touched = 0 AND call ~ '^(INSERT|UPDATE|DELETE|WITH)' THEN ' (nothing was done)' ELSE '' END;
  END
  $$;
CREATE FUNCTION pg_temp.of_person(number integer) RETURNS text
  LANGUAGE sql AS $$ SELECT format('thai_id = %L', pg_temp.id(number)) $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1)) || pg_temp.account('111'),
  jsonb_build_object('thai_id', pg_temp.id(2), 'top_up', '50') || pg_temp.account('222', bank => '034'),
  jsonb_build_object('thai_id', pg_temp.id(3)),
  jsonb_build_object('thai_id', pg_temp.id(4), 'programme', 'disability', 'birth_date', '01/01/2530', 'facts', '{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}') || pg_temp.account('444'),
  jsonb_build_object('thai_id', pg_temp.id(5)) || pg_temp.account('555'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}') || pg_temp.account('556'),
  jsonb_build_object('thai_id', pg_temp.id(6)) || pg_temp.account('666', 'proxy_account'),
  jsonb_build_object('thai_id', pg_temp.id(7), 'authority_code', '6730213') || pg_temp.account('777'),
  jsonb_build_object('thai_id', pg_temp.id(8), 'budget_type', 'specific') || pg_temp.account('888'),
  jsonb_build_object('thai_id', pg_temp.id(9)) || pg_temp.account('999')) \g /dev/null
SELECT payment.prepare('2026-10-01'), pg_temp.approve('2026-10-01'), pg_temp.approve('2026-10-01', authority => 6730213) \g /dev/null
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.id(9)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'ตรวจสอบ') \g /dev/null
SELECT pg_temp.disburse('2026-10-01') \g /dev/null
SELECT pg_temp.result('credited', '2026-10-01', 1, 4, 5, 7, 8), pg_temp.result('failed', '2026-10-01', 2), pg_temp.result('not_collected', '2026-10-01', 3),
       pg_temp.result('returned', '2026-10-01', 7), pg_temp.repair(2, 3, 7), pg_temp.adjust(1, 'elderly', '2026-10-01', 300), pg_temp.adjust(3, 'elderly', '2026-10-01', -200) \g /dev/null
SET LOCAL welfare.business_date = '2026-11-02';
SELECT pg_temp.become('welfare_admin'), payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.approve('2026-11-01'), pg_temp.approve('2026-11-01', authority => 6730213), pg_temp.disburse('2026-11-01'), pg_temp.result('credited', '2026-11-01', 1, 2, 3, 4, 5, 7) \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- of the year that is over, and of a day that is over
SELECT pg_temp.is_day('2027-10-01') \g /dev/null
SELECT report.compile(2570, '2026-10-01') \g /dev/null
SELECT pg_temp.is_day('2026-11-02') \g /dev/null
SELECT report.summarise_month('2026-11-01') \g /dev/null
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE audit.entry SET recorded_at = recorded_at - interval '1 day';
SET LOCAL session_replication_role = origin;
SELECT set_config('welfare.duty', '', true) \g /dev/null
SELECT count(*) FROM audit.seal_days() \g /dev/null

SELECT is(pg_temp.broken(), 'all is well', 'QR8: two months walked through, everything is as it must be');
SELECT is((SELECT count(*) || ' ' || count(meaning) FROM job.check_invariants()), (SELECT count(*) || ' ' || count(*) FROM payment.invariant), 'QR8: every question is asked, and says what it is');
SELECT is(pg_temp.sabotage('SELECT 1'), 'all is well', 'QR8!: doing nothing breaks nothing');

CREATE TEMP TABLE tried (what text, call text, found text);
INSERT INTO tried VALUES
  ('an arrival is removed', 'DELETE FROM payment.credit WHERE month = ''2026-10-01'' AND ' || pg_temp.of_person(5) || ' AND programme = ''elderly''', 'ledger_agrees 2'),
  ('an arrival is made up', 'INSERT INTO payment.credit SELECT thai_id, 1, month, ''2026-11-05'', programme, payer, adjustment_number, attempt FROM payment.instruction WHERE ' || pg_temp.of_person(8) || ' AND month = ''2026-11-01''', 'ledger_agrees 2'),
  ('an arrival of no payment is made up', format('INSERT INTO payment.credit VALUES (%L, 1, ''2026-11-01'', ''2026-11-05'', ''elderly'', ''local_authority'', 0, 1)', pg_temp.id(77)), 'results 1'),
  ('a failure is removed', 'DELETE FROM payment.failure WHERE kind = ''held_back''', 'batches 1, ledger_agrees 2, seals 1'),
  ('the failure before a second try is removed', 'DELETE FROM payment.failure WHERE ' || pg_temp.of_person(2), 'ledger_agrees 4, tries 1'),
  ('what had arrived and failed is made a failure that never arrived', 'UPDATE payment.failure SET kind = ''failed'' WHERE ' || pg_temp.of_person(7), 'credited_once 1, one_result 1, portal_told 1'),
  ('a failure is of another amount', 'UPDATE payment.failure SET amount = amount + 1 WHERE ' || pg_temp.of_person(3), 'results 1'),
  ('a payment is worth more', 'UPDATE payment.instruction SET amount = amount + 100 WHERE month = ''2026-10-01'' AND ' || pg_temp.of_person(8), 'amounts 1, approved 1, batches 1, credited_due 1, ledger_agrees 2, seals 1'),
  ('a payment goes to another account', 'UPDATE payment.instruction SET account_number = ''666'' WHERE month = ''2026-11-01'' AND attempt = 1 AND ' || pg_temp.of_person(1) || ' AND adjustment_number = 0', 'approved 1, batches 1'),
  ('a payment is another''s', format('UPDATE payment.instruction SET thai_id = %L WHERE month = ''2026-11-01'' AND %s', pg_temp.id(77), pg_temp.of_person(8)), 'amounts 1, approved 1'),
  ('a payment is removed', 'DELETE FROM payment.instruction WHERE month = ''2026-11-01'' AND ' || pg_temp.of_person(8), 'approved 1, batches 1, ledger_agrees 2'),
  ('two payments change their numbers', 'UPDATE payment.instruction SET reference = (SELECT sum(other.reference) FROM payment.instruction AS other WHERE other.month = ''2026-11-01'' AND other.way_of_payment = ''cash_in_person'' AND other.previous_attempt IS NULL) WHERE month = ''2026-11-01'' AND ' || pg_temp.of_person(8), 'batches 1, references 1'),
  ('a third try is made up', 'INSERT INTO payment.instruction SELECT thai_id, reference, month, cycle_month, authority_code, programme, payer, way_of_payment, budget_type, adjustment_number, 3, 2, round, claim_number, district_code, province_code, bank_code, sensitive, amount, top_up, bank_branch, account_number, account_name FROM payment.instruction WHERE attempt = 2 AND ' || pg_temp.of_person(2), 'approved 1, ledger_agrees 4, references 1, tries 1'),
  ('and arrives, too', 'WITH made AS (INSERT INTO payment.instruction SELECT thai_id, 999, month, cycle_month, authority_code, programme, payer, way_of_payment, budget_type, adjustment_number, 3, 2, round, claim_number, district_code, province_code, bank_code, sensitive, amount, top_up, bank_branch, account_number, account_name FROM payment.instruction WHERE attempt = 2 AND ' || pg_temp.of_person(2) || ' RETURNING *) INSERT INTO payment.credit SELECT thai_id, 1, month, ''2026-11-05'', programme, payer, adjustment_number, attempt FROM made', 'approved 1, credited_due 1, credited_once 1, ledger_agrees 4, references 1, tries 1'),
  ('what was held is worth more', 'UPDATE payment.set_aside SET amount = amount + 1 WHERE month = ''2026-10-01'' AND reason = ''held''', 'ledger_agrees 2, set_aside 1'),
  ('what was offset is worth more', 'UPDATE payment.set_aside SET amount = 701 WHERE reason = ''offset''', 'amounts 1, credited_due 1, ledger_agrees 2, recovered 1, set_aside 1'),
  ('what was offset was never asked', 'DELETE FROM payment.adjustment WHERE kind = ''recovery''', 'recovered 1'),
  ('arrears that were paid are removed', 'DELETE FROM payment.adjustment WHERE kind = ''arrears''', 'amounts 1, credited_due 1'),
  ('arrears are worth more', 'UPDATE payment.adjustment SET allowance = 999 WHERE kind = ''arrears''', 'amounts 1'),
  ('an entry is made up', 'INSERT INTO payment.ledger_entry (event_at, items, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit, district_code, province_code, sensitive, amount) SELECT event_at, items, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit, district_code, province_code, sensitive, 1 FROM payment.ledger_entry WHERE step = ''approved'' LIMIT 1', 'ledger_agrees 2'),
  ('an entry is removed', 'DELETE FROM payment.ledger_entry WHERE step = ''credited'' AND month = ''2026-11-01'' AND authority_code = 6730213', 'ledger_agrees 2'),
  ('an entry is worth more', 'UPDATE payment.ledger_entry SET amount = amount + 1 WHERE step = ''approved'' AND authority_code = 6730213 AND month = ''2026-11-01''', 'ledger_agrees 2'),
  ('an entry that gives more than there is', 'UPDATE payment.ledger_entry SET amount = amount + 1 WHERE step = ''credited'' AND authority_code = 6730213 AND month = ''2026-11-01''', 'ledger_agrees 2, ledger_balances 1'),
  ('an entry has one account', 'ALTER TABLE payment.ledger_entry DROP CONSTRAINT ledger_entry_two_accounts; UPDATE payment.ledger_entry SET debit = credit WHERE step = ''approved'' AND authority_code = 6730213 AND month = ''2026-11-01''', 'ledger_agrees 2, ledger_balances 1'),
  ('a line is worth more', 'UPDATE payment.line SET allowance = allowance + 1 WHERE month = ''2026-11-01'' AND ' || pg_temp.of_person(8), 'amounts 1, prepared 1, rolled_up 1'),
  ('a line that was compiled is worth more', 'UPDATE payment.line SET top_up = top_up + 1 WHERE month = ''2026-10-01'' AND ' || pg_temp.of_person(8), 'amounts 1, compiled 1, prepared 1'),
  ('a line is removed', 'DELETE FROM payment.line WHERE month = ''2026-11-01'' AND ' || pg_temp.of_person(8), 'amounts 1, prepared 1, rolled_up 1'),
  ('a line is of no claim', 'UPDATE payment.line SET claim_number = 2 WHERE month = ''2026-11-01'' AND ' || pg_temp.of_person(8), 'line_claims 1'),
  ('a line is of nobody', format('UPDATE payment.line SET thai_id = %L WHERE month = ''2026-11-01'' AND %s', pg_temp.id(77), pg_temp.of_person(8)), 'amounts 1, line_claims 1'),
  ('prepared totals are others', 'UPDATE payment.payroll SET allowance = allowance + 1 WHERE month = ''2026-11-01'' AND programme = ''aids''', 'prepared 1'),
  ('a payroll has another digest', 'UPDATE payment.authority_payroll SET digest = sha256(''x'') WHERE cycle_month = ''2026-11-01'' AND authority_code = 6730213', 'approved 1, seals 1'),
  ('a payroll has another sum', 'UPDATE payment.authority_payroll SET amount = amount + 1 WHERE cycle_month = ''2026-11-01'' AND authority_code = 6730213', 'approved 1, seals 1'),
  ('a payroll is no longer approved', 'UPDATE payment.authority_payroll SET state = ''drafted'', disbursement_number = NULL WHERE cycle_month = ''2026-11-01'' AND authority_code = 6730213', 'approved 1, seals 1'),
  ('a payroll is under another seal', 'UPDATE payment.authority_payroll SET disbursement_number = 1 WHERE cycle_month = ''2026-11-01'' AND authority_code = 6730213', 'seals 2'),
  ('a seal has another digest of a payroll', 'UPDATE payment.sealed_payroll SET digest = sha256(''x'') WHERE cycle_month = ''2026-11-01'' AND authority_code = 6730213', 'seals 2'),
  ('a seal forgets a payroll', 'DELETE FROM payment.sealed_payroll WHERE cycle_month = ''2026-11-01'' AND authority_code = 6730213', 'batches 1, seals 2'),
  ('a disbursement has another sum', 'UPDATE payment.disbursement SET control_sum = control_sum + 1 WHERE disbursement_number = 1', 'seals 1'),
  ('a disbursement has another digest', 'UPDATE payment.disbursement SET digest = sha256(''x'') WHERE disbursement_number = 1', 'seals 1'),
  ('a batch has another sum', 'UPDATE payment.batch SET control_sum = control_sum + 1 WHERE disbursement_number = 1 AND batch_number = 1', 'batches 1'),
  ('a batch is removed', 'DELETE FROM payment.batch WHERE disbursement_number = 1 AND batch_number = 1', 'batches 1'),
  ('a claim''s months overlap another''s', 'INSERT INTO registry.claim (thai_id, facts, programme, authority_code, first_month, last_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, state, claim_number, district_code, province_code, sensitive)
     SELECT thai_id, facts, programme, authority_code, first_month, first_month, claimed_on, ordered_on, received_since, ''cash_in_person'', budget_type, ''disposed'', 2, district_code, province_code, sensitive FROM registry.claim WHERE ' || pg_temp.of_person(8), 'claim_months 1'),
  ('a version of a claim outlives the next', 'INSERT INTO registry.claim_history SELECT clock_timestamp() + interval ''1 day'', claim.* FROM registry.claim WHERE ' || pg_temp.of_person(8) || '; UPDATE registry.claim_history SET recorded_at = recorded_at - interval ''1 day''', 'histories 1'),
  ('a version of a person ends before it begins', 'INSERT INTO registry.person_history SELECT person.recorded_at - interval ''2 days'', person.* FROM registry.person WHERE ' || pg_temp.of_person(8) || '; UPDATE registry.person_history SET recorded_at = recorded_at - interval ''1 day''', 'histories 1'),
  ('the audit trail is changed', 'UPDATE audit.entry SET reason = ''x'' WHERE entry_id = (SELECT min(entry_id) FROM audit.entry)', 'audit 1'),
  ('an entry of the audit trail is removed', 'DELETE FROM audit.entry WHERE entry_id = (SELECT min(entry_id) FROM audit.entry)', 'audit 1'),
  ('a trigger is left disabled', 'ALTER TABLE payment.ledger_entry DISABLE TRIGGER ledger_entry_no_change', 'guards 1'),
  ('a trigger of a month is left disabled', 'ALTER TABLE payment.instruction_2026_10 DISABLE TRIGGER instruction_no_change', 'guards 1'),
  ('row security is left off', 'ALTER TABLE payment.line DISABLE ROW LEVEL SECURITY', 'guards 1'),
  ('a constraint is not proved', 'ALTER TABLE payment.failure ADD CONSTRAINT later CHECK (amount > 0) NOT VALID', 'guards 1'),
  ('a key is dropped', 'ALTER TABLE payment.set_aside DROP CONSTRAINT set_aside_pkey', 'guards 1'),
  ('the key of lines is dropped and a line doubled', 'ALTER TABLE payment.line DROP CONSTRAINT line_pkey; INSERT INTO payment.line SELECT * FROM payment.line WHERE month = ''2026-11-01'' AND ' || pg_temp.of_person(8), 'guards 1, lines_once 1, prepared 1, rolled_up 1'),
  ('compiled totals are others', 'UPDATE report.programme_total SET amount = amount + 1 WHERE programme = ''aids''', 'compiled 1'),
  ('compiled totals are forgotten', 'DELETE FROM report.programme_total WHERE programme = ''aids''', 'compiled 1'),
  ('a month rolled up is another', 'UPDATE report.month_total SET lines = lines + 1 WHERE programme = ''aids''', 'rolled_up 1'),
  ('a month rolled up is forgotten in part', 'DELETE FROM report.month_total WHERE programme = ''aids''', 'rolled_up 1'),
  ('what was paid is cancelled', 'INSERT INTO payment.cancellation (thai_id, hold_number, month, authority_code, programme, payer, adjustment_number, claim_number, district_code, province_code, sensitive, amount, top_up, reason, source)
     SELECT thai_id, 1, month, authority_code, programme, payer, adjustment_number, claim_number, district_code, province_code, sensitive, amount, top_up, ''x'', ''x'' FROM payment.instruction WHERE month = ''2026-10-01'' AND ' || pg_temp.of_person(8), 'cancelled 1, ledger_agrees 2, portal_told 1'),
  ('what was never asked is received', 'INSERT INTO payment.receipt (thai_id, month, received_on, authority_code, programme, payer, budget_type, adjustment_number, receipt_number, amount, top_up, document)
     SELECT thai_id, month, ''2026-11-02'', authority_code, programme, payer, budget_type, 1, 1, 10, 0, ''x'' FROM payment.instruction WHERE month = ''2026-10-01'' AND ' || pg_temp.of_person(8), 'ledger_agrees 2, recovered 1'),
  ('a check is gone', 'DROP FUNCTION payment.check_tries(date)', 'tries SQLSTATE 42883');
SELECT is(pg_temp.sabotage(call), found, 'QR8!: ' || what) FROM tried;

SELECT is(pg_temp.broken(), 'all is well', 'QR8: and each was undone');
-- month by month, and check by check
SELECT is(pg_temp.sabotage(call, '2026-11-01'), 'all is well', 'QR8: November says nothing of October: ' || what) FROM tried WHERE what IN ('an arrival is removed', 'a disbursement has another sum', 'compiled totals are others');
SELECT is(pg_temp.sabotage(call, '2026-10-01'), found, 'QR8!: October says its own: ' || what) FROM tried WHERE what IN ('an arrival is removed', 'a disbursement has another sum', 'compiled totals are others');
SELECT is((SELECT string_agg(name, ' ') FROM job.check_invariants('2026-10-01', 'tries')), 'tries', 'QR8: one check is asked by itself');
SELECT results_eq('SELECT * FROM payment.check_tries(''2026-10-01'')', 'VALUES (0::bigint, NULL::text)', 'QR8: and by its function');
SELECT is((SELECT count(*) FROM job.check_invariants('2020-01-01') WHERE NOT ok), 0::bigint, 'QR8: a month of which nothing is on record is well');
SELECT is(left(pg_temp.refusal_of('SELECT job.check_invariants(''2026-10-02'')'), 5), 'WF034', 'a first of month');
SELECT is(left(pg_temp.refusal_of('SELECT job.check_invariants(NULL, ''x'')'), 5), 'WF464', 'a check that there is');
SET LOCAL welfare.language = 'th';
SELECT is((SELECT meaning FROM job.check_invariants(NULL, 'tries')), 'การจ่ายซ้ำมีผลไม่สำเร็จของครั้งก่อนทุกครั้ง', 'QE: in Thai');
SET LOCAL welfare.language = 'en';
SELECT is((SELECT meaning FROM job.check_invariants(NULL, 'tries')), 'every second try has the failure of the first', 'QE: and English');

-- where to look, without personal data
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE payment.line SET claim_number = 2 WHERE month = '2026-11-01' AND thai_id = pg_temp.id(8)::thai_id;
UPDATE payment.instruction SET account_number = '666' WHERE month = '2026-11-01' AND thai_id = pg_temp.id(8)::thai_id;
SET LOCAL session_replication_role = origin;
SELECT matches((SELECT example FROM job.check_invariants(NULL, 'line_claims')), '^month 2026-11 authority 5730102 payment.line_2026_11 ctid \(0,[0-9]+\)$', 'AR2: an example says where a row lies, not whose it is');
SELECT matches((SELECT example FROM job.check_invariants(NULL, 'approved')), '^month 2026-11 authority 5730102$', 'AR2: or of which authority');

-- who may ask
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT count(*) FROM job.check_invariants(NULL, 'line_claims') WHERE NOT ok), 1::bigint, 'QR8: an administrator may');
SELECT is((SELECT count(*) FROM payment.check_invariants(NULL, 'line_claims') WHERE NOT ok), 1::bigint, 'QR8: in either room');
SELECT throws_ok('SELECT payment.check_tries(''2026-10-01'')', '42501', NULL, 'QS1!: but not by what asks it');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT throws_ok(call, '42501', NULL, 'QS1!: an authority may not: ' || call) FROM unnest(ARRAY['SELECT job.check_invariants()', 'SELECT payment.check_invariants()', 'SELECT FROM payment.invariant']) AS call;
RESET ROLE;
SELECT set_config('welfare.duty', '', true), set_config('welfare.principal', '', true) \g /dev/null
SET LOCAL ROLE welfare_owner;
SELECT is((SELECT count(*) FROM job.check_invariants(NULL, 'line_claims') WHERE NOT ok), 1::bigint, 'QR8: who keeps the database may, with nobody signed in');
-- which checks there are is evidence
SELECT throws_ok(statement, 'WF064', NULL, 'QR8!: not by the owner: ' || statement)
  FROM unnest(ARRAY['DELETE FROM payment.invariant WHERE name = ''line_claims''', 'UPDATE payment.invariant SET asked_by = ''payment.check_audit''', 'TRUNCATE payment.invariant']) AS statement;
SELECT throws_ok($$INSERT INTO payment.invariant VALUES ('x', 999, true, 'payment.check_audit', 'x', 'x')$$, 'WF465', NULL, 'QR8!: nor is one added by an INSERT');
SELECT throws_ok($$SELECT payment.add_invariant('x', 999::smallint, true, 'payment.check_nothing', 'x', 'x')$$, '42883', NULL, 'QR8!: nor one that nothing asks');
SELECT lives_ok($$SELECT payment.add_invariant('x', 999::smallint, true, 'payment.check_audit', 'x', 'x')$$, 'QR8: but by its function');
SELECT is((SELECT count(*) FROM payment.invariant WHERE name = 'x'), 1::bigint, 'and it is there');
RESET ROLE;
SELECT throws_ok('DELETE FROM payment.invariant', 'WF064', NULL, 'QR8!: not even by a superuser');
SELECT throws_ok($$INSERT INTO payment.invariant VALUES ('y', 998, true, 'payment.check_audit', 'x', 'x')$$, 'WF465', NULL, 'QR8!: who adds none either');
SELECT is(has_function_privilege('welfare_admin', 'payment.add_invariant(text, smallint, boolean, text, text, text)', 'EXECUTE'), false, 'QR8!: and administrators add none');
SELECT * FROM finish();
ROLLBACK;

-- The ledger (ER13, ER15, AR3, QR8): double entry in totals, which always agrees with the payments, and which nobody edits.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
CREATE FUNCTION pg_temp.hold(number integer, from_month date) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('treasury', format('payment.hold_line(%L, %L, ''ทะเบียนราษฎร'', ''รอตรวจสอบ'')', pg_temp.p(number), from_month)) $$;
CREATE FUNCTION pg_temp.release(number integer) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('treasury', format('payment.release_hold(%L, ''ตรวจแล้ว'')', pg_temp.p(number))) $$;
-- The sub-ledger, from the payments themselves: what each payment is now, by account; nothing of the ledger is looked at.
CREATE FUNCTION pg_temp.payments_say(at text DEFAULT NULL) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN RETURN (
  WITH payment AS (
    SELECT CASE WHEN failure.kind = 'held_back' THEN 'held' WHEN failure.thai_id IS NOT NULL THEN 'returned' WHEN credit.thai_id IS NOT NULL THEN 'paid' WHEN payroll.state IN ('sent', 'closed') THEN 'sent'
                WHEN instruction.adjustment_number > 0 THEN 'arrears' ELSE 'entitled' END::payment.ledger_account AS account, instruction.amount
      FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt) LEFT JOIN payment.credit USING (thai_id, programme, month, adjustment_number, payer, attempt)
      JOIN payment.authority_payroll AS payroll ON payroll.cycle_month = instruction.cycle_month AND payroll.authority_code = instruction.authority_code AND payroll.programme = instruction.programme AND payroll.round = instruction.round
     WHERE (at IS NULL OR instruction.authority_code = pg_temp.place(at || '.x'))
       AND NOT EXISTS (SELECT FROM payment.instruction AS later WHERE (later.thai_id, later.programme, later.month, later.adjustment_number, later.payer) = (instruction.thai_id, instruction.programme, instruction.month, instruction.adjustment_number, instruction.payer) AND later.attempt > instruction.attempt)
       AND NOT EXISTS (SELECT FROM payment.cancellation AS c WHERE (c.thai_id, c.programme, c.month, c.adjustment_number, c.payer) = (instruction.thai_id, instruction.programme, instruction.month, instruction.adjustment_number, instruction.payer))
    UNION ALL
    SELECT 'held'::payment.ledger_account AS account, aside.amount FROM payment.set_aside AS aside
     WHERE aside.reason = 'held' AND (at IS NULL OR aside.authority_code = pg_temp.place(at || '.x'))
       AND NOT EXISTS (SELECT FROM payment.instruction AS later WHERE (later.thai_id, later.programme, later.month, later.adjustment_number, later.payer) = (aside.thai_id, aside.programme, aside.month, aside.adjustment_number, aside.payer))
       AND NOT EXISTS (SELECT FROM payment.cancellation AS c WHERE (c.thai_id, c.programme, c.month, c.adjustment_number, c.payer) = (aside.thai_id, aside.programme, aside.month, aside.adjustment_number, aside.payer))
    UNION ALL
    SELECT 'cancelled'::payment.ledger_account AS account, amount FROM payment.cancellation WHERE at IS NULL OR authority_code = pg_temp.place(at || '.x')),
  balance AS (SELECT account, sum(amount) AS amount FROM payment GROUP BY account UNION ALL SELECT 'budget'::payment.ledger_account AS account, -sum(amount) AS amount FROM payment)
  SELECT string_agg(account || ' ' || trim_scale(amount), ', ' ORDER BY account) FROM balance WHERE amount <> 0); END $$;
CREATE FUNCTION pg_temp.agrees(what text) RETURNS SETOF text LANGUAGE plpgsql AS $$
  BEGIN
    RETURN NEXT is(pg_temp.balances(), pg_temp.payments_say(), 'ER13: ledger and payments agree, ' || what);
    RETURN NEXT is(pg_temp.balances('b'), pg_temp.payments_say('b'), 'ER13: B''s, too, ' || what);
  END $$;
-- The balances of an account by payer and budget. Parameters: account.
CREATE FUNCTION pg_temp.budgets(asked text) RETURNS text LANGUAGE sql SECURITY DEFINER AS $$
  SELECT string_agg(concat_ws(' ', payer, budget_type, trim_scale(balance)), ', ' ORDER BY payer, budget_type)
    FROM (SELECT payer, budget_type, sum(CASE WHEN debit::text = asked THEN amount ELSE -amount END) AS balance FROM payment.ledger_entry WHERE asked IN (debit::text, credit::text) GROUP BY payer, budget_type) AS balance WHERE balance <> 0 $$;

SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter('a.officer', n, 'elderly', CASE n % 2 WHEN 0 THEN pg_temp.account('000000000' || n) ELSE '{}' END) FROM generate_series(1, 5) AS n \g /dev/null
SELECT pg_temp.enter('a.officer', 6, 'elderly', '{"budget_type": "general", "top_up": "50"}'), pg_temp.enter('a.officer', 7, 'aids', '{"budget_type": "own"}'),
       pg_temp.enter('a.officer', 8, 'disability', pg_temp.account('0000000008') || '{"birth_date": "01/12/2510", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability, welfare_card}"}'),
       pg_temp.enter('b.officer', 21), pg_temp.enter('b.officer', 22, 'elderly', pg_temp.account('0000000022')) \g /dev/null
SELECT pg_temp.today('2026-09-01');
SELECT pg_temp.prepare(:m) \g /dev/null
SELECT is((SELECT count(*) FROM payment.ledger_entry), 0::bigint, 'ER13: nothing is posted for what is prepared');
SELECT is(pg_temp.hold(1, :m), 'done', 'ER15: one is held');
SELECT pg_temp.draft('admin', :m), pg_temp.review('a.officer', :m) \g /dev/null
SELECT is((SELECT count(*) FROM payment.ledger_entry), 0::bigint, 'ER13: nor for what is drafted or reviewed');
SELECT is(pg_temp.sign_all('a', :m), 'elderly done disability done aids done', 'ER13: A approves');
SELECT is(pg_temp.balances(), 'budget -5750, entitled 5050, held 700', 'ER13: approval burdens the budget with what is due and what is held');
SELECT is(pg_temp.balances(), pg_temp.payments_say(), 'ER13: which the payments say as well');
SELECT is(pg_temp.budgets('budget'), 'local_authority general -700, local_authority specific -4300, local_authority own -550, welfare_card_fund -200', 'AR3, RC8.2: each payer and budget its own; the top-up is the authority''s, from its own budget');
SELECT is(pg_temp.sign_all('b', :m), 'elderly done', 'ER13: B approves');
SELECT * FROM pg_temp.agrees('after approval');
SELECT is((SELECT max(items) FROM payment.ledger_entry WHERE step = 'approved' AND programme = 'elderly' AND authority_code = 6730123), 2::bigint, 'ER13: posted in totals, not payment by payment');
SELECT cmp_ok((SELECT count(*) FROM payment.ledger_entry), '<', (SELECT count(*) + 4 FROM payment.instruction), 'ER13: so there are no more entries than payments and budgets');
SELECT is((SELECT count(*) FROM information_schema.columns WHERE table_schema = 'payment' AND column_name ~ 'amount|^allowance$|top_up|other_payers|control_sum' AND table_name IN ('line', 'instruction', 'ledger_entry', 'adjustment', 'cancellation', 'receipt', 'failure', 'set_aside')
             AND (numeric_precision, numeric_scale) IS DISTINCT FROM (12, 2)), 0::bigint, 'AQ: money of payments is numeric(12,2)');

-- The seal, handing over, breaking -----------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.hold(2, :m), 'done', 'ER15: another is held after approval');
SELECT is(pg_temp.seal('treasury', :m), '4 4 5 1 5750', 'ER13: sealed');
SELECT * FROM pg_temp.agrees('after the seal');
SELECT is(pg_temp.balances('a'), 'budget -5750, entitled 4350, held 1400', 'ER15: what is held back is held in the ledger');
SELECT is(pg_temp.break('treasury'), 'done', 'ER13: the seal is broken');
SELECT * FROM pg_temp.agrees('after the breaking');
SELECT is(pg_temp.release(2), 'done', 'ER15: the second hold is released');
SELECT is(pg_temp.seal('treasury', :m), '4 4 5 1 5750', 'ER13: sealed again; what was held back waits for the next round');
SELECT * FROM pg_temp.agrees('after the second seal');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
SELECT * FROM pg_temp.agrees('after the handing over');
SELECT is(pg_temp.budgets('sent'), 'local_authority general 700, local_authority specific 4300, local_authority own 550, welfare_card_fund 200', 'ER13: handed over, by payer and budget');
SELECT is(pg_temp.release(1), 'done', 'ER15: the first hold is released');
SELECT is(pg_temp.sign_all('a', :m), 'elderly done', 'ER15: and the held are paid in the next round');
SELECT * FROM pg_temp.agrees('after the second round');
SELECT pg_temp.seal('treasury', :m), pg_temp.send('treasury.2') \g /dev/null
SELECT * FROM pg_temp.agrees('after its handing over');
SELECT is(pg_temp.payments(1) || ' ' || pg_temp.payments(2), '09 A 700 [09 A 700] 09 A#2 700', 'ER15: each once');
SELECT is(pg_temp.balances(), 'budget -7150, sent 7150', 'ER13: all of the month is under way');
SELECT is(pg_temp.balances(), (SELECT format('budget -%1$s, sent %1$s', trim_scale(sum(allowance + top_up + other_payers))) FROM payment.line), 'ER13: which is what the lines of the month come to');

-- Arrears and the next month -------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-09-20');
SELECT is(pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, ''{"birth_date": "01/12/2480"}'')', pg_temp.p(3))), 'done', 'DE21: somebody is older than was known');
SELECT pg_temp.by('admin', format('count(*) FROM payment.record_adjustments(%L, %L)', :m, :m)) \g /dev/null
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.prepare('2026-10-01'), pg_temp.hold(4, '2026-10-01'), pg_temp.sign_all('a', '2026-10-01'), pg_temp.sign_all('b', '2026-10-01') \g /dev/null
SELECT * FROM pg_temp.agrees('with arrears');
SELECT is((SELECT trim_scale(sum(amount)) FROM payment.ledger_entry WHERE debit = 'arrears'), 100::numeric, 'DE21: arrears have their account');
SELECT pg_temp.seal('treasury', '2026-10-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT * FROM pg_temp.agrees('after October');
SELECT is((SELECT count(*) FROM payment.ledger_entry WHERE month < cycle_month), 2::bigint, 'DE21: entries of September in October''s cycle: approved and sent');

-- Nobody edits it ------------------------------------------------------------------------------------------------------------------------------
SELECT isnt(pg_temp.role_would('welfare_owner', statement), 'taken', 'ER13!: ' || statement) FROM unnest(ARRAY['UPDATE payment.ledger_entry SET amount = amount + 1', 'UPDATE payment.ledger_entry SET remark = ''x''', 'UPDATE payment.ledger_entry SET event_at = now()',
  'DELETE FROM payment.ledger_entry', 'DELETE FROM payment.ledger_entry WHERE entry_number = (SELECT min(entry_number) FROM payment.ledger_entry)', 'TRUNCATE payment.ledger_entry CASCADE',
  'INSERT INTO payment.ledger_entry OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(entry, ''{"entry_number": 100001, "amount": 0}'')).* FROM payment.ledger_entry AS entry LIMIT 1',
  'INSERT INTO payment.ledger_entry OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(entry, ''{"entry_number": 100002, "amount": -1}'')).* FROM payment.ledger_entry AS entry LIMIT 1',
  'INSERT INTO payment.ledger_entry OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(entry, ''{"entry_number": 100003, "debit": "budget", "credit": "budget"}'')).* FROM payment.ledger_entry AS entry LIMIT 1',
  'INSERT INTO payment.ledger_entry OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(entry, ''{"entry_number": 100004, "step": "corrected"}'')).* FROM payment.ledger_entry AS entry LIMIT 1']) AS statement;
SELECT is(left(pg_temp.would(who, 'count(*) FROM payment.ledger_entry'), 5), '42501', 'AR2!: the ledger''s table is not read by ' || who) FROM unnest('{a.officer,a.executive,district,province,department,treasury,admin,bank,portal,report}'::text[]) AS who;
SELECT is((SELECT count(*) FROM payment.ledger_entry WHERE recorded_at IS NULL OR event_at IS NULL OR posted_by IS NULL), 0::bigint, 'ER13: each entry has both times and who');
SELECT is((SELECT count(DISTINCT posted_by) > 1 FROM payment.ledger_entry), true, 'ER13: who, as oneself');
SELECT is((SELECT count(*) FROM payment.ledger_entry AS entry JOIN reference.local_authority AS authority ON authority.authority_code = entry.authority_code
            WHERE (entry.district_code, entry.province_code) IS DISTINCT FROM (authority.district_code, authority.province_code)), 0::bigint, 'ER13: per authority, in its district and province');
-- What is shown of it ---------------------------------------------------------------------------------------------------------------------------
CREATE FUNCTION pg_temp.shown(who text, asked text) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.sees(who, format('SELECT trim_scale(sum(balance)) FROM payment.ledger_balances(''2026-09-01'', ''2026-09-01'') WHERE account = %L', asked)) $$;
SELECT is(pg_temp.shown('a.officer', 'sent'), (SELECT format('(%s)', trim_scale(sum(instruction.amount))) FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
            WHERE failure.thai_id IS NULL AND month = :m AND instruction.authority_code = 5730102), 'ER13: an authority sees its own ledger, all programmes');
SELECT is(pg_temp.shown('b.officer', 'sent'), '(1400)', 'ER13: and nobody else''s');
SELECT is(left(pg_temp.shown(who, 'sent'), 5), '42501', 'AR2!: not shown to ' || who) FROM unnest('{district,province,department,bank,portal,report,finance,civil}'::text[]) AS who;
SELECT unalike(pg_temp.sees('treasury', 'SELECT * FROM payment.ledger_balances(''2026-09-01'', ''2026-10-01'')'), '%aids%', 'AR2!: the treasury is not told of AIDS');
SELECT is(pg_temp.sees('treasury', 'SELECT authority_code, trim_scale(sum(balance)) FROM payment.ledger_balances(''2026-09-01'', ''2026-10-01'') WHERE account = ''sent'' GROUP BY authority_code'),
          (SELECT string_agg(format('(%s,%s)', authority_code, trim_scale(sum)), ' ' ORDER BY authority_code) FROM (SELECT authority_code, sum(amount) FROM payment.ledger_entry WHERE debit = 'sent' GROUP BY authority_code) AS ledger),
          'AR2!: nor can it subtract: what it is shown of an authority is all that was sent');

-- The check that any administrator runs (QR8) ---------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.broken(), NULL, 'QR8: all is well');
SELECT cmp_ok((SELECT string_agg(answer, '')::integer FROM pg_temp.by('admin', 'count(*) FROM payment.check_invariants()') AS answer), '>', 5, 'QR8: a row for each thing that was asked');
SELECT is(left(pg_temp.by(who, 'count(*) FROM payment.check_invariants()'), 5), '42501', 'QR8!: not by ' || who) FROM unnest('{a.officer,treasury,province,department,bank,portal}'::text[]) AS who;
-- what a superuser does behind the triggers is found, whatever it is; all is well again when it is undone
CREATE FUNCTION pg_temp.found(statement text) RETURNS boolean LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    BEGIN
      RESET ROLE;
      SET LOCAL session_replication_role = replica;
      EXECUTE statement;
      SET LOCAL session_replication_role = origin;
      answer := pg_temp.broken();
      RAISE EXCEPTION USING ERRCODE = 'XX999';
    EXCEPTION WHEN SQLSTATE 'XX999' THEN
      RETURN answer IS NOT NULL;
    END;
  END $$;
SELECT ok(pg_temp.found(statement), 'QR8: found: ' || why) FROM (VALUES
  ('UPDATE payment.ledger_entry SET amount = amount + 1 WHERE entry_number = (SELECT min(entry_number) FROM payment.ledger_entry)', 'an entry of another amount'), ('DELETE FROM payment.ledger_entry WHERE entry_number = (SELECT min(entry_number) FROM payment.ledger_entry)', 'an entry that is gone'),
  ('UPDATE payment.ledger_entry SET authority_code = 6730123 WHERE entry_number = (SELECT min(entry_number) FROM payment.ledger_entry)', 'an entry under another authority'), ('UPDATE payment.ledger_entry SET payer = ''welfare_card_fund'', budget_type = NULL WHERE entry_number = (SELECT min(entry_number) FROM payment.ledger_entry)', 'an entry of another payer'),
  ('UPDATE payment.ledger_entry SET debit = credit, credit = debit WHERE entry_number = (SELECT min(entry_number) FROM payment.ledger_entry)', 'an entry the wrong way round'), ('INSERT INTO payment.ledger_entry OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(entry, ''{"entry_number": 900001}'')).* FROM payment.ledger_entry AS entry WHERE entry_number = (SELECT min(entry_number) FROM payment.ledger_entry)', 'an entry twice'),
  ('UPDATE payment.instruction SET amount = amount + 1 WHERE reference = (SELECT min(reference) FROM payment.instruction)', 'a payment of another amount'), ('DELETE FROM payment.instruction WHERE reference = (SELECT min(reference) FROM payment.instruction)', 'a payment that is gone'),
  ('UPDATE payment.instruction SET account_number = ''6666666666'' WHERE reference = (SELECT min(reference) FROM payment.instruction WHERE account_number IS NOT NULL)', 'a payment to another account'),
  ('UPDATE payment.line SET allowance = allowance + 1 WHERE thai_id = (SELECT min(thai_id) FROM payment.line) AND month = ''2026-09-01''', 'a line of another amount'),
  ('DELETE FROM payment.line WHERE thai_id = (SELECT min(thai_id) FROM payment.line) AND month = ''2026-09-01''', 'a line that is gone'),
  ('UPDATE payment.authority_payroll SET amount = amount + 1 WHERE state = ''sent'' AND programme = ''elderly'' AND authority_code = 6730123 AND cycle_month = ''2026-09-01''', 'a payroll of another sum'),
  ('UPDATE payment.disbursement SET control_sum = control_sum + 1 WHERE disbursement_number = (SELECT max(disbursement_number) FROM payment.disbursement)', 'a seal of another sum'),
  ('UPDATE payment.disbursement SET digest = sha256(''x'') WHERE disbursement_number = (SELECT max(disbursement_number) FROM payment.disbursement)', 'a seal of another digest'),
  ('UPDATE payment.batch SET control_sum = control_sum + 1', 'a batch of another sum'), ('DELETE FROM payment.batch', 'a batch that is gone'), ('DELETE FROM payment.failure WHERE kind = ''held_back''', 'a failure that is gone, though there was a second try'),
  ('DELETE FROM payment.set_aside', 'what was set aside, gone'),
  ('INSERT INTO payment.credit (thai_id, month, credited_on, programme, payer, adjustment_number, attempt) SELECT thai_id, month, failed_on, programme, payer, adjustment_number, attempt FROM payment.failure WHERE kind = ''held_back''', 'an arrival of what was held back')) AS done (statement, why);
SELECT ok(pg_temp.found(statement), 'QR8: found: ' || why) FROM (VALUES
  ('DELETE FROM payment.payroll_step WHERE to_state = ''approved''', 'an order that is gone'), ('UPDATE payment.payroll_step SET taken_by = ''a.officer'' WHERE to_state = ''approved''', 'an order signed by who reviewed')) AS done (statement, why);
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

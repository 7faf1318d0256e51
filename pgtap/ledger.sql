-- ER13, ER14, ER15, AR2: where the money is, step by step, by the ledger and by the payments; and that the ledger is never rewritten.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
\ir ledger.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT no_plan();
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 and 2 to accounts, 2 with a top-up; 3 in cash; 4 disabled with a welfare card; 5 AIDS beside old age; 6 to a proxy's account that nobody verified;
-- 7 at another authority; 8 to an account, of another budget
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1)) || pg_temp.account('111'),
  jsonb_build_object('thai_id', pg_temp.id(2), 'top_up', '50') || pg_temp.account('222', bank => '034'),
  jsonb_build_object('thai_id', pg_temp.id(3)),
  jsonb_build_object('thai_id', pg_temp.id(4), 'programme', 'disability', 'birth_date', '01/01/2530', 'facts', '{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}') || pg_temp.account('444'),
  jsonb_build_object('thai_id', pg_temp.id(5)) || pg_temp.account('555'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}') || pg_temp.account('556'),
  jsonb_build_object('thai_id', pg_temp.id(6)) || pg_temp.account('666', 'proxy_account'),
  jsonb_build_object('thai_id', pg_temp.id(7), 'authority_code', '6730213') || pg_temp.account('777'),
  jsonb_build_object('thai_id', pg_temp.id(8), 'budget_type', 'specific') || pg_temp.account('888'))), ARRAY[0], 'all are taken');
RESET ROLE;
-- Balances by account, payer and budget, as the asker sees them. Parameters: what more to group by.
CREATE FUNCTION pg_temp.seen(more text DEFAULT '') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    EXECUTE format($q$SELECT string_agg(concat_ws(' ', %1$s account, nullif(payer::text, 'local_authority'), nullif(budget_type::text, 'general'), trim_scale(balance)), ', '
                                       ORDER BY %1$s account, payer, budget_type)
                        FROM (SELECT %1$s account, payer, budget_type, sum(balance) AS balance FROM payment.ledger_balances('2026-10-01', '2027-12-01')
                               GROUP BY %1$s account, payer, budget_type HAVING sum(balance) <> 0) AS held$q$, more) INTO answer;
    RETURN coalesce(answer, 'nothing');
  END
  $$;

-- approved
SELECT is(pg_temp.broken(), 'all is well', 'QR8: before anything is prepared, everything agrees');
SELECT pg_temp.become('welfare_admin'), payment.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.broken(), 'all is well', 'QR8: with lines of which nothing is posted');
SELECT is(pg_temp.balances(), NULL, 'ER13: what is prepared is not posted');
SELECT is(pg_temp.approve('2026-10-01') + pg_temp.approve('2026-10-01', authority => 6730213), 4::bigint, 'ER13: four payrolls are approved');
SELECT is(pg_temp.broken(), 'all is well', 'QR8: approved and held, everything agrees');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(pg_temp.seen(), 'budget -5500, budget specific -700, budget own -50, budget welfare_card_fund -200, entitled 4800, entitled specific 700, entitled own 50, entitled welfare_card_fund 200, held 700',
  'ER13, IS8.5, RC8.2: approval moves it from the budgets to those entitled, the top-up from the authority''s own, the card''s part from no budget; what is held is held');
SELECT results_eq('SELECT account::text COLLATE "default", debits, credits, balance FROM payment.trial_balance(''2026-10-01'') WHERE debits + credits > 0',
  $$VALUES ('budget', 0::numeric, 6450::numeric, -6450::numeric), ('entitled', 5750, 0, 5750), ('held', 700, 0, 700), (NULL, 6450, 6450, 0)$$, 'ER13: the trial balance: debits are credits, and only the budget is negative');
SELECT results_eq('SELECT count(*), count(account), sum(balance) FROM payment.trial_balance(''2026-10-01'')', 'VALUES (10::bigint, 9::bigint, 0::numeric)', 'ER13: it shows every account, and the sum');
SELECT results_eq('SELECT count(*), sum(debits) FROM payment.trial_balance(''2026-09-01'')', 'VALUES (10::bigint, 0::numeric)', 'ER13!: a month without entries is nil');
RESET ROLE;
SELECT results_eq('SELECT count(*), sum(amount), sum(amount) FILTER (WHERE amount > 0) FROM payment.ledger_leg', 'SELECT 2 * count(*), 0::numeric, sum(amount)::numeric FROM payment.ledger_entry', 'ER13: each entry has two legs, which cancel');

-- sealed, held back, broken, sealed again, handed over
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.id(8)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'ตรวจสอบ') \g /dev/null
SELECT control_sum FROM payment.seal_disbursement('2026-10-01') \gset
SELECT is(:'control_sum'::numeric, 5050.00, 'ER15: what has come to be held does not go out');
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -6450, entitled 5050, held 1400', 'QR8, ER15: held back at the seal, everything agrees');
SELECT pg_temp.treasury('other') \g /dev/null
SELECT payment.break_seal(1, 'ทดสอบ') \g /dev/null
SELECT is(pg_temp.broken(), 'all is well', 'QR8: with the seal broken');
SELECT is(pg_temp.disburse('2026-10-01'), 2::bigint, 'ER13: sealed anew and handed over');
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -6450, held 1400, sent 5050', 'QR8: handed over, everything agrees');

-- results
SELECT is(pg_temp.result('credited', '2026-10-01', 1, 4, 5, 7), 6, 'ER13: six arrive');
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -6450, held 1400, sent 1450, paid 3600', 'QR8: what arrived is paid');
SELECT is(pg_temp.result('failed', '2026-10-01', 2) + pg_temp.result('not_collected', '2026-10-01', 3), 2, 'ER13: one is refused by the bank, one is not collected');
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -6450, held 1400, paid 3600, returned 1450', 'QR8: what failed has come back');
SELECT is(pg_temp.result('returned', '2026-10-01', 7), 1, 'ER13: one comes back after it arrived');
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -6450, held 1400, paid 2900, returned 2150', 'QR8: and is paid no longer');

-- the next month: released, tried again, arrears, offset, held
SELECT is(pg_temp.repair(2, 3), 2::bigint, 'ER13: two are repaired');
SELECT is(payment.release_hold(pg_temp.id(8)::thai_id, 'ตรวจแล้ว'), 'done', 'ER15: a hold is released') FROM (SELECT pg_temp.treasury()) AS asked;
SELECT pg_temp.adjust(1, 'elderly', '2026-10-01', 300), pg_temp.adjust(4, 'disability', '2026-10-01', 100, 20, 30), pg_temp.adjust(6, 'elderly', '2026-10-01', 40) \g /dev/null
-- 3 is asked for part of the month that failed, 7 for all of it: nobody is asked for what they never got
SELECT pg_temp.adjust(3, 'elderly', '2026-10-01', -200), pg_temp.adjust(7, 'elderly', '2026-10-01', -700) \g /dev/null
SELECT is(pg_temp.repair(7), 1::bigint, 'ER13: and the third');
SET LOCAL welfare.business_date = '2026-11-02';
SELECT pg_temp.become('welfare_admin'), payment.prepare('2026-11-01') \g /dev/null
SELECT is(pg_temp.approve('2026-11-01') + pg_temp.approve('2026-11-01', authority => 6730213), 4::bigint, 'ER13: November is approved, with what it takes over');
SELECT is(pg_temp.broken(), 'all is well', 'QR8: released, tried again, offset, with arrears, everything agrees');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(pg_temp.seen('month,'), '2026-10-01 budget -5940, 2026-10-01 budget specific -700, 2026-10-01 budget own -70, 2026-10-01 budget welfare_card_fund -230, 2026-10-01 entitled 1200, 2026-10-01 entitled specific 700, 2026-10-01 entitled own 50, 2026-10-01 arrears 400, 2026-10-01 arrears own 20, 2026-10-01 arrears welfare_card_fund 30, 2026-10-01 held 740, 2026-10-01 paid 2700, 2026-10-01 paid welfare_card_fund 200, 2026-10-01 cancelled 900, 2026-11-01 budget -5500, 2026-11-01 budget specific -700, 2026-11-01 budget own -50, 2026-11-01 budget welfare_card_fund -200, 2026-11-01 entitled 4800, 2026-11-01 entitled specific 700, 2026-11-01 entitled own 50, 2026-11-01 entitled welfare_card_fund 200, 2026-11-01 held 700',
  'ER13, ER14: October''s money is where it is now, month by month: tried again, in arrears, offset, held');
SELECT is(pg_temp.disburse('2026-11-01'), 3::bigint, 'ER13: and handed over');
SELECT is(pg_temp.result('credited', '2026-11-01', 1, 2, 3, 4, 5, 7, 8), 15, 'ER13: and arrives');
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -13390, held 1440, paid 11050, cancelled 900', 'QR8: all but what is held and what was offset is paid, and everything agrees');
SELECT is(pg_temp.result('returned', '2026-11-01', 2), 2, 'ER13: a second try comes back, too');
SELECT is(pg_temp.broken(), 'all is well', 'QR8: and everything agrees');

-- cancelled, and received back
SAVEPOINT remedies;
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.id(2)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'ตรวจสอบ'), payment.hold_line(pg_temp.id(6)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'ตรวจสอบ') \g /dev/null
SELECT payment.cancel_dead(pg_temp.id(2)::thai_id, 'ถึงแก่ความตาย', 'ทะเบียนกลาง'), payment.cancel_dead(pg_temp.id(6)::thai_id, 'ถึงแก่ความตาย', 'ทะเบียนกลาง') \g /dev/null
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -13390, paid 9550, cancelled 3840', 'QR8, ER15: what had come back, and what was held, is cancelled, and everything agrees');
SELECT pg_temp.adjust(4, 'disability', '2026-10-01', -300, -20, -100) \g /dev/null
SELECT pg_temp.sign('executive') \g /dev/null
SELECT payment.decide_recovery(pg_temp.id(4)::thai_id, 'disability', '2026-10-01', 2, 'due', '9/2570', 'รายงาน') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.record_receipt(pg_temp.id(4)::thai_id, 'disability', '2026-10-01', 2, 'local_authority', 310, '2026-11-02', 'ใบเสร็จ 1'),
       payment.record_receipt(pg_temp.id(4)::thai_id, 'disability', '2026-10-01', 2, 'welfare_card_fund', 40.25, '2026-11-02', 'ใบเสร็จ 2') \g /dev/null
SELECT is(pg_temp.broken() || '; ' || pg_temp.balances(), 'all is well; budget -13390, paid 9199.75, cancelled 3840, recovered 350.25', 'QR8, ER14: what came back is recovered, budget by budget, and everything agrees');
ROLLBACK TO remedies;

-- who sees what
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT string_agg(DISTINCT authority_code::text, ' ') FROM payment.ledger_balances('2026-10-01', '2026-11-01')), '5730102', 'IS9.2!: an authority sees its own');
SELECT is((SELECT string_agg(DISTINCT programme::text, ' ') FROM payment.ledger_balances('2026-10-01', '2026-11-01')), 'aids disability elderly', 'AR2: with every programme, for it pays them');
SELECT is((SELECT balance FROM payment.trial_balance('2026-10-01') WHERE account = 'budget'), -6240.00, 'ER13: and its own trial balance');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.seen(), 'budget -1400, paid 700, cancelled 700', 'IS9.2!: another sees its own');
SELECT pg_temp.treasury() \g /dev/null
SELECT is((SELECT string_agg(DISTINCT authority_code::text, ' ') || count(programme) FROM payment.ledger_balances('2026-10-01', '2026-11-01')), '5730102 67302130', 'AR2!: the Comptroller General''s Department sees the nation, and no programme');
SELECT is((SELECT sum(balance) FROM payment.ledger_balances('2026-11-01', '2026-11-01') WHERE account = 'budget'), -6450.00, 'AR2: health data is in every sum, and apart in none: of 6,450 baht, 500 are');
SELECT is((SELECT balance FROM payment.trial_balance('2026-11-01') WHERE account = 'budget'), -6450.00, 'AR2: as in the trial balance');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT sum(balance) FROM payment.ledger_balances('2026-11-01', '2026-11-01') WHERE account = 'budget'), -6450.00, 'AR2: an administrator sees everything');
SELECT is(left(pg_temp.refusal_of('SELECT payment.ledger_balances(''2026-11-01'', ''2026-10-01'')'), 5), 'WF017', 'months in their order');
SELECT is(left(pg_temp.refusal_of('SELECT payment.trial_balance(''2026-11-02'')'), 5), 'WF034', 'a first of month');
SELECT is(left(pg_temp.refusal_of('SELECT payment.trial_balance(NULL)'), 5), 'WF010', 'one is required');
SELECT throws_ok(call, '42501', NULL, 'QS1!: a ' || duty || ' reads no ledger: ' || call)
  FROM (VALUES ('province', 73), ('district', 7301), ('department', NULL)) AS scope (duty, code)
 CROSS JOIN LATERAL (SELECT pg_temp.act_as(duty, code)) AS acting
 CROSS JOIN unnest(ARRAY['SELECT payment.ledger_balances(''2026-11-01'', ''2026-11-01'')', 'SELECT payment.trial_balance(''2026-11-01'')', 'SELECT FROM payment.ledger_leg', 'SELECT FROM payment.ledger_entry']) AS call;
SELECT pg_temp.treasury() \g /dev/null
SELECT throws_ok(call, '42501', NULL, 'QS1!: nor does the Comptroller General''s Department ' || call)
  FROM unnest(ARRAY['SELECT payment.subledger(''2026-11-01'')', 'SELECT payment.ledger_differences()', 'SELECT payment.check_invariants()', 'SELECT payment.correct_entry(1, 0, ''x'')', 'SELECT FROM payment.ledger_entry']) AS call;

-- never rewritten
RESET ROLE;
SELECT throws_ok(call, 'WF064', NULL, 'ER13!: as a superuser: ' || call)
  FROM unnest(ARRAY['UPDATE payment.ledger_entry SET amount = 1', 'UPDATE payment.ledger_entry SET remark = ''x'' WHERE false', 'DELETE FROM payment.ledger_entry', 'TRUNCATE payment.ledger_entry CASCADE']) AS call;
SET LOCAL ROLE welfare_owner;
SELECT throws_ok(call, 'WF064', NULL, 'ER13!: as the owner: ' || call)
  FROM unnest(ARRAY['UPDATE payment.ledger_entry SET amount = 1', 'DELETE FROM payment.ledger_entry', 'TRUNCATE payment.ledger_entry']) AS call;
RESET ROLE;
CREATE TEMP TABLE refused AS SELECT '' AS role_name, '' AS call, '' AS state LIMIT 0;
DO $$
DECLARE
  tried record;
  state text;
BEGIN
  FOR tried IN SELECT role_name, call FROM unnest(ARRAY['welfare_writer', 'welfare_admin', 'welfare_department', 'welfare_province', 'welfare_district', 'welfare_authority',
                 'welfare_treasury', 'welfare_civil', 'welfare_bank', 'welfare_portal', 'welfare_card_team', 'welfare_finance', 'welfare_report', 'welfare_app', 'welfare_job']) AS role_name
                CROSS JOIN unnest(ARRAY['INSERT INTO payment.ledger_entry DEFAULT VALUES', 'UPDATE payment.ledger_entry SET amount = 1', 'DELETE FROM payment.ledger_entry', 'TRUNCATE payment.ledger_entry']) AS call LOOP
    BEGIN
      EXECUTE format('SET LOCAL ROLE %I', tried.role_name);
      EXECUTE tried.call;
      state := 'done';
    EXCEPTION WHEN OTHERS THEN
      state := SQLSTATE;
    END;
    RESET ROLE;
    INSERT INTO refused VALUES (tried.role_name, tried.call, state);
  END LOOP;
END
$$;
SELECT results_eq('SELECT state, count(*) FROM refused GROUP BY state', $$VALUES ('42501', 60::bigint)$$, 'ER13!: no role writes the ledger, in any way');
SELECT throws_ok('INSERT INTO payment.ledger_entry (event_at, items, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit, district_code, province_code, sensitive, amount)
  SELECT event_at, items, cycle_month, month, authority_code, programme, payer, budget_type, ''sent'', debit, ' || told || ' FROM payment.ledger_entry LIMIT 1', '23514', NULL, 'ER13!: an entry is not made: ' || told)
  FROM unnest(ARRAY['debit, district_code, province_code, sensitive, 1', 'credit, district_code, province_code, sensitive, 0', 'credit, district_code, province_code, sensitive, -1']) AS told;

-- corrected by another entry, towards the payments
SELECT min(entry_number) AS sound FROM payment.ledger_entry WHERE step = 'credited' \gset
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.correct_entry(%s, 0, ''ผิด'')', :sound)), 5), 'WF463', 'ER13!: what the payments bear out is not corrected') FROM (SELECT pg_temp.become('welfare_admin')) AS asked;
RESET ROLE;
-- 150 baht too much posted as paid, 50 too little, and one entry of nothing at all
INSERT INTO payment.ledger_entry (event_at, items, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit, district_code, province_code, sensitive, amount)
SELECT event_at, 0, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit, district_code, province_code, sensitive, wrong
  FROM payment.ledger_entry CROSS JOIN unnest(ARRAY[150, 70]) AS wrong WHERE entry_number = :sound ORDER BY wrong;
SELECT max(entry_number) - 1 AS small, max(entry_number) AS wrong FROM payment.ledger_entry \gset
SELECT is(pg_temp.broken(), 'ledger_agrees 2, ledger_balances 1', 'QR8!: a ledger that posted too much disagrees about two accounts, of which one is overdrawn');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT string_agg(account || ' ' || trim_scale(ledger - subledger), ', ' ORDER BY account) FROM payment.ledger_differences('2026-10-01')), 'sent -220, paid 220', 'QR8!: which ones, and by how much');
SELECT is((SELECT count(*) FROM payment.ledger_differences('2026-11-01')), 0::bigint, 'QR8: the other month agrees');
SELECT is(left(pg_temp.refusal_of(format(call, :wrong)), 5), code, 'ER13!: ' || format(call, 'the wrong entry'))
  FROM (VALUES ('SELECT payment.correct_entry(%s, 0, '' '')', 'WF010'), ('SELECT payment.correct_entry(NULL, 0, ''%s'')', 'WF010'), ('SELECT payment.correct_entry(%s, NULL, ''x'')', 'WF010'),
               ('SELECT payment.correct_entry(%s, -0.01, ''x'')', 'WF462'), ('SELECT payment.correct_entry(%s, 0.001, ''x'')', 'WF462'), ('SELECT payment.correct_entry(%s, 150, ''x'')', 'WF462'),
               ('SELECT payment.correct_entry(%s, ''NaN'', ''x'')', 'WF462'), ('SELECT payment.correct_entry(%s, 1e10, ''x'')', 'WF462'), ('SELECT payment.correct_entry(%s + 1, 0, ''x'')', 'WF460'),
               ('SELECT payment.correct_entry(%s, 151, ''x'')', 'WF463')) AS tried (call, code);
SELECT payment.correct_entry(:wrong, 30, ' ลงบัญชีเกิน ') AS correction \gset
SELECT is((SELECT string_agg(account || ' ' || trim_scale(ledger - subledger), ', ' ORDER BY account) FROM payment.ledger_differences()), 'sent -100, paid 100', 'ER13: a correction moves back what was too much');
RESET ROLE;
SELECT results_eq(format('SELECT step::text COLLATE "default", corrects, amount::numeric, items, remark, (debit, credit) = (SELECT credit, debit FROM payment.ledger_entry AS wrong WHERE wrong.entry_number = %s) FROM payment.ledger_entry WHERE entry_number = %s', :wrong, :correction),
  format('VALUES (''corrected'', %s::bigint, 120::numeric, 0::bigint, ''ลงบัญชีเกิน'', true)', :wrong), 'ER13: as an entry the other way, that says which it corrects and why');
SELECT results_eq(format('SELECT amount::numeric, step::text COLLATE "default" FROM payment.ledger_entry WHERE entry_number = %s', :wrong), $$VALUES (150::numeric, 'credited')$$, 'ER13!: the wrong one stays as it was');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.correct_entry(%s, 0, ''x'')', :wrong)), 5), 'WF461', 'ER13!: it is corrected once');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.correct_entry(%s, 100, ''x'')', :correction)), 5), 'WF463', 'ER13!: a correction is made only towards the payments');
SELECT payment.correct_entry(:correction, 150, 'แก้ไขไม่หมด') AS second \gset
SELECT is((SELECT string_agg(account || ' ' || trim_scale(ledger - subledger), ', ' ORDER BY account) FROM payment.ledger_differences()), 'sent -70, paid 70', 'ER13: a correction is an entry, and corrected as one');
SELECT payment.correct_entry(:small, 0, 'ลงบัญชีซ้ำ') \g /dev/null
SELECT is(pg_temp.broken(), 'all is well', 'QR8: then everything agrees');
SELECT throws_ok(format('INSERT INTO payment.ledger_entry (event_at, items, corrects, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit, district_code, province_code, sensitive, amount, remark)
  SELECT event_at, 0, %s, cycle_month, month, authority_code, programme, payer, budget_type, ''corrected'', debit, credit, district_code, province_code, sensitive, amount, ''x'' FROM payment.ledger_entry WHERE entry_number = %1$s', :wrong), '23505', NULL, 'ER13!: whatever path is taken');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.correct_entry(1, 0, ''x'')'), 5), '42501', 'ER13!: an authority corrects nothing');
SELECT pg_temp.act_as('administrator') \g /dev/null
RESET ROLE;
SELECT set_config('welfare.nation', 'off', true) \g /dev/null
SET LOCAL ROLE welfare_admin;
SELECT is(left(pg_temp.refusal_of(call), 5), code, 'QS1!: nor does an administrator without sight of the nation: ' || call)
  FROM (VALUES ('SELECT payment.correct_entry(1, 0, ''x'')', 'WF004'), ('SELECT payment.check_invariants()', 'WF004'), ('SELECT payment.subledger(''2026-10-01'')', 'WF004'),
               ('SELECT payment.ledger_differences()', 'WF004'), ('SELECT payment.ledger_balances(''2026-10-01'', ''2026-10-01'')', 'WF007')) AS tried (call, code);
SELECT * FROM finish();
ROLLBACK;

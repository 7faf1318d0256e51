-- Cash (EG6.2, ER13, DR13, EG4.3): lists of who is to be given what, to whom it is given and on what proof; what comes back is repaired and tried again; what the dead are owed is cancelled (ER15).
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
CREATE FUNCTION pg_temp.represent(number integer, representative integer, kind text, after_death boolean DEFAULT false) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('registry.add_representative(%L, %L, %L, ''นางแทน ระบบ'', ''บุตร'', ''หนังสือ 1/2569'', ''2026-01-01'', %L)', pg_temp.p(number), pg_temp.p(representative), kind, after_death)) $$;
CREATE FUNCTION pg_temp.verify(number integer, programme text, cycle date, representative integer, kind text) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('registry.verify_proxy(%L, %L, %L, %L, %L, ''บัตรประชาชน'', ''พบตัว'')', pg_temp.p(number), programme, cycle, pg_temp.p(representative), kind)) $$;
-- Cash is given. Parameters: user; person; programme; to whom; who that is; day; why late; month; papers.
CREATE FUNCTION pg_temp.give(who text, number integer, programme text DEFAULT 'elderly', payee text DEFAULT 'beneficiary', payee_id integer DEFAULT NULL, day date DEFAULT NULL, late text DEFAULT NULL, cycle date DEFAULT '2026-09-01', paper text DEFAULT 'บัตรประชาชน') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('payment.record_payout(%L, %L, %L, payee => %L, payee_id => %L, identity_document => %L, paid_on => %L, late_reason => %L)', pg_temp.p(number), programme, cycle, payee, pg_temp.p(payee_id), paper, day, late)) $$;
CREATE FUNCTION pg_temp.back(who text, number integer, why text DEFAULT 'ไม่มารับ', cycle date DEFAULT '2026-09-01') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('payment.return_cash(%L, ''elderly'', %L, 0, %L)', pg_temp.p(number), cycle, why)) $$;
CREATE FUNCTION pg_temp.repair(who text, number integer, more text) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.by(who, format('payment.repair_payment(%L, ''elderly'', ''2026-09-01'', %s)', pg_temp.p(number), more)) $$;
CREATE FUNCTION pg_temp.dies(number integer, day date) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    told text := pg_temp.feed(number, jsonb_build_object('happened_on', day, 'registered_on', welfare.business_date(), 'reported_on', welfare.business_date(), 'event_reference', 'R' || number));
  BEGIN
    PERFORM pg_temp.be('admin');
    PERFORM civil.sweep(), payment.hold_the_dead();
    RESET ROLE;
    RETURN told;
  END $$;
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter('a.officer', n, 'elderly', CASE WHEN n = 2 THEN '{"way_of_payment": "cash_to_proxy"}' WHEN n = 8 THEN pg_temp.account('0000000008') ELSE '{}' END) FROM generate_series(1, 15) AS n WHERE n NOT IN (3, 7) \g /dev/null
SELECT pg_temp.enter('a.officer', 3, 'disability', '{"birth_date": "01/12/2510", "way_of_payment": "cash_to_proxy"}'), pg_temp.enter('a.officer', 7, 'aids'), pg_temp.enter('b.officer', 21) \g /dev/null
SELECT pg_temp.represent(2, 92, 'proxy'), pg_temp.represent(3, 95, 'caregiver'), pg_temp.represent(3, 96, 'proxy'), pg_temp.represent(5, 91, 'proxy', true) \g /dev/null
SELECT pg_temp.today('2026-09-01');
SELECT pg_temp.prepare(:m), pg_temp.sign_all('a', :m), pg_temp.sign_all('b', :m), pg_temp.seal('treasury', :m) \g /dev/null
SELECT is(pg_temp.sees('a.officer', 'SELECT * FROM payment.payout_list(''2026-09-01'')'), NULL, 'EG6.2!: there is no list before the money is handed over');
SELECT is(pg_temp.give('a.officer', 1), 'WF442', 'EG6.2!: nothing is given before it is handed over');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');

-- The list ------------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.sees('a.officer', 'SELECT count(*), sum(amount) FROM payment.payout_list(''2026-09-01'')'), '(14,9700.00)', 'EG6.2: the authority''s cash, all programmes, no transfer');
SELECT is(pg_temp.sees('b.officer', 'SELECT count(*), sum(amount) FROM payment.payout_list(''2026-09-01'')'), '(1,700.00)', 'EG6.2: the neighbour''s is the neighbour''s');
SELECT is(pg_temp.sees('a.officer', 'SELECT masked_id FROM payment.payout_list(''2026-09-01'') WHERE programme = ''aids'''), format('(%s)', welfare.mask_thai_id(pg_temp.p(7))), 'QS4: by masked number');
SELECT is(left(pg_temp.sees(who, 'SELECT * FROM payment.payout_list(''2026-09-01'')'), 5), '42501', 'AR2!: no list for ' || who) FROM unnest('{district,province,department,treasury,admin,bank,portal,report}'::text[]) AS who;

-- Given, to the person -------------------------------------------------------------------------------------------------------------------------
SELECT is(left(pg_temp.give(who, 1), 5), '42501', 'ER13!: not recorded by ' || who) FROM unnest('{district,province,department,treasury,admin,bank,portal}'::text[]) AS who;
SELECT is(pg_temp.give('b.officer', 1), 'WF440', 'ER13!: nor by the neighbour') UNION ALL SELECT is(pg_temp.give('a.officer', 21), 'WF440', 'ER13!: nor for it');
SELECT is(pg_temp.give('a.officer', 8), 'WF441', 'EG6.2!: a transfer is not given in cash');
SELECT is(pg_temp.give('a.officer', 1, paper => NULL), 'WF010', 'ER13!: whose paper was seen is recorded');
SELECT is(pg_temp.give('a.officer', 1, day => '2026-09-02'), 'WF016', 'ER13!: nothing was given tomorrow') UNION ALL SELECT isnt(pg_temp.give('a.officer', 1, day => '2026-08-31'), 'done', 'ER13!: nor before it was handed over');
SELECT is(pg_temp.give('a.officer', 1, cycle => '2026-08-01'), 'WF440', 'ER13!: nor another month');
SELECT is(pg_temp.give('a.officer', 1), 'done', 'ER13: given in person');
SELECT is(pg_temp.payments(1), '09 A 700*', 'ER13: it has arrived') UNION ALL SELECT is(pg_temp.give('a.officer', 1), 'WF402', 'ER13!: it is not given twice') UNION ALL SELECT is(pg_temp.back('a.officer', 1), 'WF402', 'ER13!: nor has it come back');
SELECT is((SELECT concat_ws(' ', capacity, identity_document, paid_on, recorded_by) FROM payment.payout WHERE thai_id = pg_temp.p(1)), 'beneficiary บัตรประชาชน 2026-09-01 a.officer', 'EG6.2: payee, paper, day and officer');
SELECT is(pg_temp.give('a.officer', 7, 'aids'), 'done', 'AR3: whatever the programme');

-- To another: verified for that month, and one who may be (ER13, DR13) ---------------------------------------------------------------------------
SELECT is(pg_temp.give('a.officer', 2, payee => 'representative', payee_id => 92), 'WF446', 'ER13!: nothing to a proxy before identity and "alive on the 1st" are verified');
SELECT is(pg_temp.verify(2, 'elderly', :m, 92, 'proxy'), 'done', 'ER13: verified');
SELECT isnt(pg_temp.give('a.officer', 2, payee => 'representative', payee_id => 91), 'done', 'ER13!: not to somebody else');
SELECT is(pg_temp.give('a.officer', 2, payee => 'representative'), 'done', 'ER13: to the proxy, the only one verified');
SELECT is((SELECT representative_id FROM payment.payout WHERE thai_id = pg_temp.p(2)), pg_temp.p(92), 'ER13: who is on record as payee');
SELECT is(pg_temp.give('a.officer', 3, 'disability', 'representative', 96) ~ '^WF', true, 'DR13!: a mere proxy of a disabled person is given nothing');
SELECT is(pg_temp.verify(3, 'disability', :m, 96, 'proxy'), 'WF32M', 'DR13!: nor verified') UNION ALL SELECT is(pg_temp.verify(3, 'disability', :m, 95, 'caregiver'), 'done', 'DR13: the caregiver is');
SELECT is(pg_temp.give('a.officer', 3, 'disability', 'representative', 96) ~ '^WF', true, 'DR13!: still not the proxy') UNION ALL SELECT is(pg_temp.give('a.officer', 3, 'disability', 'representative', 95), 'done', 'DR13: but the caregiver');
SELECT is(pg_temp.give('a.officer', 9, payee => 'after_death', payee_id => 91) ~ '^WF', true, 'EG4.3!: nobody inherits from the living');

-- The dead (EG4.3): died on the 2nd, so September was earned -------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-09-03');
SELECT is(pg_temp.dies(4, '2026-09-02'), '1 0 0', 'EG4.3: one died without a statement') UNION ALL SELECT is(pg_temp.dies(5, '2026-09-02'), '1 0 0', 'EG4.3: one who had named somebody');
SELECT is(pg_temp.sees('a.officer', format('SELECT died_on FROM payment.payout_list(''2026-09-01'') WHERE masked_id IN (%L, %L)', welfare.mask_thai_id(pg_temp.p(4)), welfare.mask_thai_id(pg_temp.p(5)))), '(2026-09-02) (2026-09-02)', 'EG4.3: the list says who has died');
SELECT is(pg_temp.would('a.officer', format('payment.record_payout(%L, ''elderly'', ''2026-09-01'', identity_document => ''x'')', pg_temp.p(n))), 'WF443', 'EG4.3!: nothing is given to whom the registry has as dead') FROM unnest('{4,5}'::integer[]) AS n;
SELECT is(pg_temp.by('a.officer', format('civil.settle_finding(%L, %s, true, ''ใบมรณบัตร'')', pg_temp.p(n), pg_temp.event('a.officer', n))), '1', 'ER14: verified') FROM unnest('{4,5}'::integer[]) AS n;
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2026-09-02'')', pg_temp.p(n))), 'done', 'ER14: and disposed') FROM unnest('{4,5}'::integer[]) AS n;
SELECT is(pg_temp.give('a.officer', n), 'WF443', 'EG4.3!: nothing is given to the dead') FROM unnest('{4,5}'::integer[]) AS n;
SELECT is(pg_temp.give('a.officer', 5, payee => 'representative', payee_id => 91), 'WF443', 'EG4.3!: nor to the proxy as such');
SELECT is(pg_temp.give('a.officer', n, payee => 'after_death', payee_id => 91), 'WF444', 'EG4.3!: nor to whom nobody has recorded') FROM unnest('{4,5}'::integer[]) AS n;
SELECT is(pg_temp.by('a.officer', format('registry.record_earned_month(%L, ''elderly'', ''named_person'', ''นางแทน ระบบ'', %L, ''บุตร'', document => ''หนังสือ 1/2569'', identity_document => ''บัตรประชาชน'')', pg_temp.p(5), pg_temp.p(91))), 'done', 'EG4.3: the named person is recorded');
SELECT is(pg_temp.give('a.officer', 5, payee => 'after_death', payee_id => 91), 'done', 'EG4.3: and given the month');
SELECT is(pg_temp.by('a.officer', format('registry.record_earned_month(%L, ''elderly'', ''heirs'', ''นางทายาท ระบบ'', %L, ''บุตร'', ''บัญชีเครือญาติ'', ''บัตรประชาชน'')', pg_temp.p(4), pg_temp.p(93))) ~ '^(WF|[0-9])', false, 'EG4.3: without a statement the heirs are recorded');
SELECT is(pg_temp.give('a.officer', 4, payee => 'after_death', payee_id => 93), 'done', 'EG4.3: and given the month in cash');
SELECT is(pg_temp.payments(4) || ', ' || pg_temp.payments(5), '09 A 700*, 09 A 700*', 'EG4.3: each once');

-- Held after it was handed over ---------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.by('treasury', format('payment.hold_line(%L, %L, ''ทะเบียน'', ''รอตรวจสอบ'')', pg_temp.p(9), :m)), 'done', 'ER15: one is held when the cash is at the authority');
SELECT is(pg_temp.give('a.officer', 9), 'WF447', 'ER15!: it is not given');
SELECT is(pg_temp.by('treasury', format('payment.release_hold(%L, ''ตรวจแล้ว'')', pg_temp.p(9))), 'done', 'ER15: released') UNION ALL SELECT is(pg_temp.give('a.officer', 9), 'done', 'ER15: it is');

-- After the 10th ------------------------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-09-11');
SELECT is(pg_temp.give('a.officer', 10, day => '2026-09-10'), 'done', 'ER13: given on the 10th, recorded on the 11th');
SELECT is(pg_temp.give('a.officer', 11), 'WF406', 'ER13!: given on the 11th it needs a reason') UNION ALL SELECT is(pg_temp.give('a.officer', 11, late => ' '), 'WF406', 'ER13!: which is said') UNION ALL SELECT is(pg_temp.give('a.officer', 11, late => 'ป่วย'), 'done', 'ER13: and recorded');
SELECT is((SELECT late_reason FROM payment.payout WHERE thai_id = pg_temp.p(11)), 'ป่วย', 'ER13: the reason is there');

-- Not collected: back, repaired, tried again (never lost, never doubled) -----------------------------------------------------------------------------
SELECT is(pg_temp.back('a.officer', 12, NULL), 'WF010', 'EG6.2!: what comes back says why') UNION ALL SELECT is(pg_temp.back('b.officer', 12), 'WF440', 'EG6.2!: at the authority that had it');
SELECT is(pg_temp.back('a.officer', n), 'done', 'EG6.2: not collected') FROM unnest('{12,13}'::integer[]) AS n;
SELECT is(pg_temp.back('a.officer', 12) ~ '^WF', true, 'EG6.2!: once') UNION ALL SELECT is(pg_temp.give('a.officer', 12, late => 'x') ~ '^WF', true, 'EG6.2!: what came back is not given as if it had not');
SELECT is(pg_temp.sees('a.officer', 'SELECT count(*) FROM payment.payout_list(''2026-09-01'')'), (SELECT format('(%s)', 14 - count(*)) FROM (SELECT FROM payment.credit UNION ALL SELECT FROM payment.failure) AS done), 'EG6.2: the list holds what is still to be given');
SELECT is(pg_temp.draft('a.officer', :m), '0 0 0 0 0', 'EG6.2!: unrepaired it is not tried again');
SELECT is(pg_temp.repair('a.officer', 1, 'document => ''x'', way_of_payment => ''cash_in_person'''), 'WF449', 'EG6.2!: what arrived is not repaired') UNION ALL SELECT is(pg_temp.repair('b.officer', 12, 'document => ''x'', way_of_payment => ''cash_in_person''') ~ '^WF', true, 'EG6.2!: nor by the neighbour');
SELECT is(pg_temp.repair('a.officer', 12, 'way_of_payment => ''cash_in_person'''), 'WF010', 'EG6.2!: a repair has its document') UNION ALL SELECT is(pg_temp.repair('a.officer', 12, 'document => ''x'', way_of_payment => ''own_account''') ~ '^WF', true, 'EG6.2!: and an account, for a transfer');
SELECT is(pg_temp.repair('a.officer', 12, 'document => ''คำขอ 1'', way_of_payment => ''own_account'', bank_code => 6, bank_branch => ''นครปฐม'', account_number => ''0000000112'', account_name => ''ทดสอบ ระบบ'''), 'done', 'EG6.2: repaired, to an account');
SELECT is(pg_temp.repair('a.officer', 12, 'document => ''x'', way_of_payment => ''cash_in_person'''), 'WF44A', 'EG6.2!: once for a try') UNION ALL SELECT is(pg_temp.repair('a.officer', 13, 'document => ''คำขอ 2'', way_of_payment => ''cash_in_person'''), 'done', 'EG6.2: another in cash again');
SELECT is(left(pg_temp.repair(who, 13, 'document => ''x'', way_of_payment => ''cash_in_person'''), 5), '42501', 'EG6.2!: not repaired by ' || who) FROM unnest('{province,district,department,treasury,admin,bank}'::text[]) AS who;
SELECT is(pg_temp.draft('a.officer', :m), '0 0 0 0 0', 'EG6.2: the next cycle is the next month''s, not this one''s');
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.sign_all('a', '2026-10-01'), 'elderly done disability done aids done', 'EG6.2: October');
SELECT is(pg_temp.payments(n), '[09 A 700] 09 A#2 700 10 A 700', 'EG6.2: tried again with the next month') FROM unnest('{12,13}'::integer[]) AS n;
SELECT is((SELECT concat_ws(' ', way_of_payment, account_number, btrim(coalesce(late_reason, '')) <> '') FROM payment.instruction WHERE thai_id = pg_temp.p(12) AND attempt = 2), 'own_account 0000000112 t', 'EG6.2, ER13: by the new account, late with its reason');
SELECT is((SELECT concat_ws(' ', way_of_payment, account_number) FROM payment.instruction WHERE thai_id = pg_temp.p(12) AND month = '2026-10-01'), 'cash_in_person', 'EG6.2: what the register says of the other months is not the repair''s');
SELECT is(pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-09-01'', ''2026-09-01'')'), '0', 'DE21!: what failed is owed by its repair, not by arrears as well');
SELECT pg_temp.seal('treasury', '2026-10-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.back('a.officer', 13), 'done', 'EG6.2: a second time not collected') UNION ALL SELECT is(pg_temp.repair('a.officer', 13, 'document => ''คำขอ 3'', way_of_payment => ''cash_in_person'''), 'done', 'EG6.2: repaired again');
SELECT pg_temp.today('2026-11-01');
SELECT pg_temp.prepare('2026-11-01'), pg_temp.sign_all('a', '2026-11-01'), pg_temp.seal('treasury', '2026-11-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.payments(13), '[09 A 700] [09 A#2 700] 09 A#3 700 10 A 700 11 A 700', 'EG6.2: a third try follows the second');
SELECT is(pg_temp.give('a.officer', 13, late => 'x'), 'done', 'EG6.2: and is given');
SELECT is(pg_temp.payments(13), '[09 A 700] [09 A#2 700] 09 A#3 700* 10 A 700 11 A 700', 'EG6.2: at last');

-- The unpaid lines of the dead are cancelled by the Comptroller General's Department (ER15) ------------------------------------------------------------
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.dies(14, '2026-11-15'), '1 0 0', 'ER15: a death of November') UNION ALL SELECT is(pg_temp.dies(15, '2026-11-16'), '1 0 0', 'ER15: and another, by mistake');
SELECT pg_temp.job('2026-12-01');
SELECT is(pg_temp.sign_all('a', '2026-12-01') ~ 'elderly done', true, 'ER15: December, without the two');
SELECT is(pg_temp.payments(14), '09 A 700 10 A 700 11 A 700', 'ER15!: the dead is not paid December');
SELECT is(left(pg_temp.would(who, format('count(*) FROM payment.cancel_dead(%L, ''x'', ''x'')', pg_temp.p(14))), 5), '42501', 'ER15!: not cancelled by ' || who) FROM unnest('{a.officer,a.executive,province,district,department,admin,bank,portal}'::text[]) AS who;
SELECT isnt(pg_temp.would('treasury', format('count(*) FROM payment.cancel_dead(%L, %L, %L)', pg_temp.p(14), reason, source)), 'taken', 'ER15!: without ' || why) FROM (VALUES (NULL, 'x', 'a reason'), ('x', NULL, 'a source'), (' ', 'x', 'words')) AS v (reason, source, why);
SELECT is(pg_temp.by('treasury', format('concat_ws('' '', cancelled, trim_scale(amount)) FROM payment.cancel_dead(%L, ''เสียชีวิต'', ''ทะเบียนราษฎร'')', pg_temp.p(14))), '1 700', 'ER15: December is cancelled, November stays');
SELECT is(pg_temp.by('treasury', format('concat_ws('' '', cancelled, trim_scale(amount)) FROM payment.cancel_dead(%L, ''เสียชีวิต'', ''ทะเบียนราษฎร'')', pg_temp.p(14))), '0 0', 'ER15!: once');
SELECT is(pg_temp.by('treasury', format('concat_ws('' '', cancelled, trim_scale(amount)) FROM payment.cancel_dead(%L, ''เสียชีวิต'', ''ทะเบียนราษฎร'')', pg_temp.p(n))) IN ('0 0', 'WF449') OR n < 0, true, 'ER15!: nothing of the living is cancelled') FROM unnest('{10,11}'::integer[]) AS n;
SELECT is((SELECT concat_ws(' ', to_char(month, 'MM'), amount, reason, source, cancelled_by) FROM payment.cancellation), '12 700.00 เสียชีวิต ทะเบียนราษฎร treasury', 'ER15: with reason, source and who');
SELECT is((SELECT sum(CASE WHEN debit = 'cancelled' THEN amount ELSE -amount END) FROM payment.ledger_entry WHERE 'cancelled' IN (debit, credit)), 700::numeric, 'ER15: in the ledger, too');
-- a death that was a mistake, found out after the cancellation
SELECT is(pg_temp.by('treasury', format('concat_ws('' '', cancelled, trim_scale(amount)) FROM payment.cancel_dead(%L, ''เสียชีวิต'', ''ทะเบียนราษฎร'')', pg_temp.p(15))), '1 700', 'ER15: the other''s December is cancelled, too');
SELECT pg_temp.today('2026-12-05');
SELECT is(pg_temp.by('a.officer', format('civil.settle_finding(%L, %s, false, ''พบตัว'')', pg_temp.p(15), pg_temp.event('a.officer', 15))), '1', 'ER14: who is found alive') UNION ALL SELECT is(pg_temp.by('a.executive', format('payment.lift_hold(%L, ''2026-12-05'', ''7/2570'', ''ยังมีชีวิต'')', pg_temp.p(15))), '1', 'ER14: by order');
SELECT is(pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-11-01'', ''2026-12-01'')'), '1', 'ER15: is owed December as arrears');
SELECT is(pg_temp.sign_all('a', '2026-12-01'), 'elderly done', 'ER15: which is approved');
SELECT is(pg_temp.payments(15), '09 A 700 10 A 700 11 A 700 12 A+1 700', 'ER15: and paid once');
SELECT pg_temp.today('2027-01-01');
SELECT pg_temp.job('2027-01-01');
SELECT pg_temp.sign_all('a', '2026-12-01', 'x'), pg_temp.sign_all('a', '2027-01-01') \g /dev/null
SELECT is(pg_temp.payments(14), '09 A 700 10 A 700 11 A 700', 'ER15!: what was cancelled does not come back');
SELECT is(pg_temp.payments(15), '09 A 700 10 A 700 11 A 700 12 A+1 700 01 A 700', 'ER15!: nor what was owed again');
SELECT is((SELECT count(*) FROM (SELECT FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE failure.thai_id IS NULL
                                  GROUP BY instruction.thai_id, programme, month, payer HAVING count(*) > 1) AS twice), 0::bigint, 'ER13!: nobody is paid twice');
SELECT is((SELECT count(*) FROM payment.credit JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE failure.kind <> 'returned'), 0::bigint, 'ER13!: nothing both arrived and failed');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

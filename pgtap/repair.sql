-- ER10, ER13, EG6.2, DR13: what failed is repaired and tried again, once each, to where it may go; what an officer holds comes when it is released.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(45);
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
-- The call that repairs October of a person. Parameters: number; what else is said, default the paper alone; programme.
CREATE FUNCTION pg_temp.repair(number integer, said text DEFAULT 'document => ''คำร้อง''', programme text DEFAULT 'elderly') RETURNS text
  LANGUAGE sql AS $$ SELECT format('SELECT payment.repair_payment(%L, %L, ''2026-10-01'', %s)', pg_temp.id(number), programme, said) $$;
CREATE FUNCTION pg_temp.try(number integer, said text DEFAULT 'document => ''คำร้อง''', programme text DEFAULT 'elderly') RETURNS text
  LANGUAGE sql AS $$ SELECT pg_temp.refused(pg_temp.repair(number, said, programme)) $$;
CREATE FUNCTION pg_temp.do(number integer, said text DEFAULT 'document => ''คำร้อง''', programme text DEFAULT 'elderly') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    EXECUTE pg_temp.repair(number, said, programme) INTO answer;
    RETURN answer;
  END $$;
-- The last try of a month fails as a bank says, with the ledger. Parameters: number; reason; first of month; programme.
CREATE FUNCTION pg_temp.fail(number integer, reason text, asked date DEFAULT '2026-10-01', programme reference.programme_name DEFAULT 'elderly') RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE told payment.instruction;
  BEGIN
    RESET ROLE;
    SELECT * INTO told FROM payment.instruction WHERE instruction.thai_id = pg_temp.person(number) AND instruction.programme = fail.programme AND month = asked ORDER BY attempt DESC LIMIT 1;
    INSERT INTO payment.failure (thai_id, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt, amount, reason_code)
    VALUES (told.thai_id, told.month, told.cycle_month, welfare.business_date(), told.authority_code, told.programme, told.payer, 'failed', 0, told.attempt, told.amount, reason);
    PERFORM payment.post_payments(ARRAY[told], 'failed', 'returned', 'sent', clock_timestamp(), NULL, NULL);
  END $$;
-- Where a person's last try of a month goes.
CREATE FUNCTION pg_temp.goes(number integer, asked date DEFAULT '2026-10-01', programme reference.programme_name DEFAULT 'elderly') RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    RETURN (SELECT concat_ws(' ', attempt, way_of_payment, bank_code, account_number, account_name, late_reason) FROM payment.instruction
             WHERE instruction.thai_id = pg_temp.person(number) AND instruction.programme = goes.programme AND month = asked ORDER BY attempt DESC LIMIT 1);
  END $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 to 5 to accounts, 6 in cash, 7 elsewhere, 8 disabled to an account, 9 is held by an officer, 10 dies
SELECT is((SELECT refused FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(1)) || pg_temp.account('111'), jsonb_build_object('thai_id', pg_temp.id(2)) || pg_temp.account('222'),
  jsonb_build_object('thai_id', pg_temp.id(3)) || pg_temp.account('333'), jsonb_build_object('thai_id', pg_temp.id(4)) || pg_temp.account('444'), jsonb_build_object('thai_id', pg_temp.id(5)) || pg_temp.account('555'),
  jsonb_build_object('thai_id', pg_temp.id(6)), jsonb_build_object('thai_id', pg_temp.id(7), 'authority_code', '6730213') || pg_temp.account('777'),
  jsonb_build_object('thai_id', pg_temp.id(8), 'programme', 'disability', 'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability}') || pg_temp.account('888'),
  jsonb_build_object('thai_id', pg_temp.id(9)), jsonb_build_object('thai_id', pg_temp.id(10)) || pg_temp.account('1010'))), 0, 'all are taken');
SELECT payment.prepare('2026-10-01') \g /dev/null

-- an officer holds at the review
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.hold_own(%L, ''elderly'', ''2026-10-01'', '' '')', pg_temp.id(9))) || pg_temp.refused(format('SELECT payment.hold_own(%L, ''elderly'', NULL, ''x'')', pg_temp.id(9)))
          || pg_temp.refused(format('SELECT payment.hold_own(%L, ''elderly'', ''2026-10-02'', ''x'')', pg_temp.id(9))), 'WF010WF033WF034', 'ER10!: nothing is held without a reason, nor from a day that is no month');
SELECT is(pg_temp.refused(format('SELECT payment.hold_own(%L, ''elderly'', ''2026-10-01'', ''x'')', pg_temp.id(7))) || pg_temp.refused(format('SELECT payment.hold_own(%L, ''disability'', ''2026-10-01'', ''x'')', pg_temp.id(9))), 'WF066WF066',
  'IS9.2, ER10!: nor another authority''s, nor what is not there');
SELECT is(payment.hold_own(pg_temp.person(9), 'elderly', '2026-10-01', 'รอเอกสาร'), 'done', 'ER10: an officer holds what asks questions');
SELECT is(pg_temp.refused(format('SELECT payment.hold_own(%L, ''elderly'', ''2026-10-01'', ''x'')', pg_temp.id(9))), 'WF338', 'ER10!: once');
SELECT results_eq('SELECT right(national_id::text, 3)::integer / 10, reasons::text COLLATE "default" FROM payment.held_lines(''2026-10-01'')', $$VALUES (9, '{review}')$$, 'ER10: it is seen as held for a review');
SELECT pg_temp.approve('2026-10-01'), pg_temp.approve('2026-10-01', NULL, 6730213), pg_temp.disburse('2026-10-01') \g /dev/null
SELECT is(pg_temp.payments(9), 'none', 'ER13!: what is held is not paid');
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.release_own(%L, ''elderly'', ''x'')', pg_temp.id(9))) || pg_temp.refused(format('SELECT payment.release_hold(%L, ''x'')', pg_temp.id(9))), '42501WF339', 'ER10!: the department does not release what an officer holds');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.release_own(%L, ''elderly'', ''x'')', pg_temp.id(9))), 'WF066', 'ER10!: nor does another authority');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.release_own(%L, ''elderly'', '''')', pg_temp.id(9))) || pg_temp.refused(format('SELECT payment.release_own(%L, ''elderly'', ''x'')', pg_temp.id(1))), 'WF010WF339', 'ER10!: nor without a reason, nor what is not held');
SELECT is(payment.release_own(pg_temp.person(9), 'elderly', 'ครบถ้วน'), 'done', 'ER10: it is released');
SELECT is(pg_temp.approve('2026-10-01') || ' ' || pg_temp.payments(9) || ' ' || pg_temp.goes(9), '1 10:700 1 cash_in_person released', 'ER13: and paid by the next round, late for that reason');
SELECT pg_temp.disburse('2026-10-01') \g /dev/null

-- what fails
SELECT pg_temp.is_day('2026-10-12') \g /dev/null
SELECT pg_temp.fail(1, 'AC04'), pg_temp.fail(2, 'AC01'), pg_temp.fail(3, 'AC06'), pg_temp.fail(4, 'AC04'), pg_temp.fail(7, 'AC04'), pg_temp.fail(8, 'BE01', programme => 'disability'), pg_temp.fail(10, 'AC04') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.return_cash(pg_temp.person(6), 'elderly', '2026-10-01', 0, 'ไม่มารับ') \g /dev/null
SELECT is(pg_temp.try(5) || pg_temp.try(7) || pg_temp.try(99), 'WF449WF449WF449', 'IS9.2, ER13!: what has not failed is not repaired, nor another authority''s');
SELECT is(pg_temp.try(1, 'document => '' ''') || pg_temp.try(1, 'same_account => true'), 'WF010WF010', 'ER13!: it rests on a paper');
SELECT is((SELECT string_agg(pg_temp.refused(call), '') FROM (VALUES ('SELECT payment.repair_payment(NULL, ''elderly'', ''2026-10-01'')'), ('SELECT payment.repair_payments(NULL, ''x'')'), (pg_temp.repair(1, 'document => ''x'', same_account => NULL'))) AS asked (call)), 'WF010WF010WF010',
  'ER13!: of what is named');
SELECT is(pg_temp.try(1), 'WF44B', 'ER13!: the account that failed is not tried again by default');
SELECT is(pg_temp.try(1, 'document => ''x'', bank_code => 6, bank_branch => ''นครปฐม'', account_number => ''1-1-1'''), 'WF44B', 'ER13!: nor when it is written otherwise');
SELECT is(pg_temp.try(1, 'document => ''x'', bank_code => 34, bank_branch => ''นครปฐม'', account_number => ''111'''), 'taken', 'ER13: the same number at another bank is another account');
SELECT is(pg_temp.try(3, 'document => ''x'', same_account => true'), 'taken', 'ER13: or it is said that it is');
SELECT is(pg_temp.try(1, 'document => ''x'', account_number => ''12a''') || pg_temp.try(1, 'document => ''x'', bank_code => 999, bank_branch => ''x'', account_number => ''1''')
          || pg_temp.try(1, 'document => ''x'', account_number => ''9''') || pg_temp.try(1, 'document => ''x'', way_of_payment => ''cash_in_person'', account_number => ''9'''), 'WF01BWF01CWF024WF024', 'EG6.2!: an account is whole, and none beside cash');
-- one by one
SELECT is(pg_temp.do(1, 'document => ''สมุดบัญชี'', bank_code => 34, bank_branch => ''นครปฐม'', account_number => ''๙๙-๙'''), 'done', 'EG6.2: to another own account');
SELECT is(pg_temp.try(1, 'document => ''x'', way_of_payment => ''cash_in_person'''), 'WF44A', 'ER13!: once');
SELECT is(pg_temp.do(3, 'document => ''คำร้อง'', way_of_payment => ''cash_in_person'''), 'done', 'EG6.2: or in cash');
SELECT registry.edit_beneficiary(pg_temp.person(2), '{"account_number": "2222"}') \g /dev/null
SELECT is(pg_temp.do(2), 'done', 'ER13: by default to where the claim is paid now');
SELECT is(pg_temp.do(6), 'done', 'ER13: which is cash again for whom it is');
-- to a proxy
SELECT is(pg_temp.try(4, 'document => ''x'', way_of_payment => ''proxy_account'', bank_code => 34, bank_branch => ''นครปฐม'', account_number => ''44'', account_name => ''สมศรี ใจดี'''), 'WF44C', 'ER13!: to a proxy''s account, not without a proxy on record');
SELECT registry.add_representative(pg_temp.person(4), pg_temp.person(94), 'proxy', 'สมศรี ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', '2026-10-12'), registry.add_representative(pg_temp.person(8), pg_temp.person(98), 'proxy', 'สมศรี ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', '2026-10-12') \g /dev/null
SELECT is(pg_temp.try(4, 'document => ''x'', way_of_payment => ''proxy_account'', bank_code => 34, bank_branch => ''นครปฐม'', account_number => ''44'''), 'WF024', 'EG6.2!: nor without the account''s name');
SELECT is(pg_temp.do(4, 'document => ''x'', way_of_payment => ''proxy_account'', bank_code => 34, bank_branch => ''นครปฐม'', account_number => ''44'', account_name => ''สมศรี ใจดี'''), 'done', 'EG6.2: with one it goes');
SELECT is(pg_temp.try(8, 'document => ''x'', way_of_payment => ''proxy_account'', bank_code => 34, bank_branch => ''นครปฐม'', account_number => ''44'', account_name => ''สมศรี ใจดี''', 'disability')
          || pg_temp.try(8, 'document => ''x'', way_of_payment => ''cash_to_proxy''', 'disability'), 'WF44CWF44C', 'DR13!: a mere proxy is not paid for the disabled');
SELECT registry.add_representative(pg_temp.person(8), pg_temp.person(97), 'caregiver', 'สมใจ ใจดี', 'บุตร', 'บัตรผู้ดูแล', '2026-10-12') \g /dev/null
SELECT is(pg_temp.do(8, 'document => ''x'', way_of_payment => ''cash_to_proxy''', 'disability'), 'done', 'DR13: a caregiver is');
RESET ROLE;
SELECT results_eq('SELECT right(thai_id::text, 3)::integer / 10, way_of_payment::text COLLATE "default", bank_code, account_number COLLATE "default", account_name, attempt, repaired_by FROM payment.repair ORDER BY 1',
  $$VALUES (1, 'own_account', 34::smallint, '999', 'ทดสอบ ระบบ', 1::smallint, 'officer'), (2, 'own_account', 6::smallint, '2222', 'ทดสอบ ระบบ', 1::smallint, 'officer'), (3, 'cash_in_person', NULL, NULL, NULL, 1::smallint, 'officer'),
    (4, 'proxy_account', 34::smallint, '44', 'สมศรี ใจดี', 1::smallint, 'officer'), (6, 'cash_in_person', NULL, NULL, NULL, 1::smallint, 'officer'), (8, 'cash_to_proxy', NULL, NULL, NULL, 1::smallint, 'officer')$$, 'ER13: how each is tried again is kept');

-- the next month takes them up
SELECT is(pg_temp.approve('2026-10-01', 'ซ่อม'), 0::bigint, 'ER13!: not with the same month: the law says the next');
SELECT pg_temp.is_day('2026-11-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.verify_proxy(pg_temp.person(4), 'elderly', '2026-10-01', pg_temp.person(94), 'proxy', 'บัตรประชาชน', 'พบตัว', '2026-11-01') \g /dev/null
SELECT pg_temp.approve('2026-11-01') \g /dev/null
SELECT is(concat_ws(', ', pg_temp.goes(1), pg_temp.goes(2), pg_temp.goes(3), pg_temp.goes(4), pg_temp.goes(6), pg_temp.goes(8, programme => 'disability')),
  '2 own_account 34 999 ทดสอบ ระบบ repaired, 2 own_account 6 2222 ทดสอบ ระบบ repaired, 2 cash_in_person repaired, 2 proxy_account 34 44 สมศรี ใจดี repaired, 2 cash_in_person repaired, 2 cash_to_proxy repaired',
  'ER13: with the next month each is tried again, where it was said, late for that reason');
SELECT is(pg_temp.payments(1), '[10:700] 10#2:700 11:700', 'ER13: beside the month''s own');
SELECT is(pg_temp.payments(10), '[10:700] 11:700', 'ER13!: what nobody repaired is not');
SELECT pg_temp.disburse('2026-11-01') \g /dev/null

-- all of a person at once
SELECT pg_temp.fail(10, 'AC04', '2026-11-01') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.repair_payments(%L, ''x'')', pg_temp.id(10))), 'WF44B', 'ER13!: all together or none: the account is the same');
SELECT is(payment.repair_payments(pg_temp.person(10), 'สมุดบัญชี', bank_code => 34, bank_branch => 'นครปฐม', account_number => '1011', account_name => 'ชื่อใหม่'), 2, 'ER13: every month that failed is repaired at once');
SELECT is(pg_temp.refused(format('SELECT payment.repair_payments(%L, ''x'', ''cash_in_person'')', pg_temp.id(10))) || pg_temp.refused(format('SELECT payment.repair_payments(%L, ''x'', ''cash_in_person'')', pg_temp.id(5))), 'WF44AWF449', 'ER13!: once, of whom something failed');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.repair_payments(%L, ''x'', ''cash_in_person'')', pg_temp.id(10))), 'WF449', 'IS9.2, ER13!: nor by another authority');
SELECT is((SELECT string_agg((SELECT pg_temp.try(10) FROM pg_temp.act_as(duty, code)), ' ') FROM (VALUES ('province', 73), ('department', NULL), ('administrator', NULL)) AS other (duty, code)), '42501 42501 42501', 'ER13!: nor by anybody above');
-- a second failure is repaired again
SELECT pg_temp.fail(1, 'AC06') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.try(1, 'document => ''x'', bank_code => 34, bank_branch => ''x'', account_number => ''999''') || pg_temp.try(1), 'WF44Btaken', 'ER13: of the second try the account is that one: the claim''s own may be tried again');
SELECT is(pg_temp.do(1) || ' ' || pg_temp.payments(1), 'done [10:700] [10#2:700] 11:700', 'ER13: and it is tried a third time');
SELECT pg_temp.is_day('2026-12-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-12-01') \g /dev/null
SELECT pg_temp.approve('2026-12-01') \g /dev/null
SELECT is(pg_temp.payments(1) || ', ' || pg_temp.payments(10), '[10:700] [10#2:700] 10#3:700 11:700 12:700, [10:700] 10#2:700 [11:700] 11#2:700 12:700', 'ER13: by December each is under way once');

-- a death: what failed is cancelled, and not repaired
SELECT pg_temp.fail(5, 'AC04', '2026-11-01') \g /dev/null
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.person(5), '2026-11-01', 'ทะเบียนกลาง', 'พบว่าตาย', 'elderly') \g /dev/null
SELECT cancelled FROM payment.cancel_dead(pg_temp.person(5), 'ถึงแก่ความตาย', 'ทะเบียนกลาง') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.repair_payments(%L, ''x'', ''cash_in_person'')', pg_temp.id(5))), 'WF449', 'ER15!: what was cancelled is not repaired');

-- whatever path is taken
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT is((SELECT string_agg(pg_temp.refused(statement), ' ') FROM (VALUES ('UPDATE payment.repair SET document = ''x'''), ('DELETE FROM payment.repair'), ('TRUNCATE payment.repair')) AS tried (statement)), 'WF064 WF064 WF064', 'ER13!: a repair is evidence');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;

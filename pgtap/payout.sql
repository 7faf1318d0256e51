-- ER13, EG4.3, EG6.2, DR13, AR2: cash: who is on the list, to whom it is given and by what proof, by which day, and what nobody collected.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(76);
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
-- The call that records that a person was given cash. Parameters: number; what else is said.
CREATE FUNCTION pg_temp.payout(number integer, said text DEFAULT '', programme text DEFAULT 'elderly', month text DEFAULT '2026-10-01') RETURNS text
  LANGUAGE sql AS $$ SELECT format('SELECT payment.record_payout(%L, %L, %L%s)', pg_temp.id(number), programme, month, CASE WHEN said <> '' THEN ', ' || said ELSE '' END) $$;
CREATE FUNCTION pg_temp.give(number integer, said text DEFAULT '', programme text DEFAULT 'elderly', month text DEFAULT '2026-10-01') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    EXECUTE pg_temp.payout(number, said, programme, month) INTO answer;
    RETURN answer;
  END $$;
-- The numbers of those on the payout list, with their proxies.
CREATE FUNCTION pg_temp.listed(cycle date DEFAULT '2026-10-01') RETURNS text
  LANGUAGE sql AS $$ SELECT coalesce(string_agg(concat_ws(' ', ascii(right(person_name, 1)) - 3584, programme, trim_scale(amount), proxy, proxy_kind, died_on), ', ' ORDER BY right(person_name, 1), programme, amount), 'nobody')
                       FROM payment.payout_list(cycle) $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 in person, 2 to a proxy, 3 dies in October with heirs, 4 disabled with a caregiver, 5 to an account, 6 AIDS, 7 elsewhere, 8 and 9 in person, 10 disabled with a welfare card,
-- 11 is held once it was sent, 12 died of whom it was heard after the payment
SELECT is((SELECT refused FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1), 'last_name', chr(3584 + 1), 'top_up', '50'), jsonb_build_object('thai_id', pg_temp.id(2), 'last_name', chr(3584 + 2), 'way_of_payment', 'cash_to_proxy'),
  jsonb_build_object('thai_id', pg_temp.id(3), 'last_name', chr(3584 + 3)), jsonb_build_object('thai_id', pg_temp.id(4), 'last_name', chr(3584 + 4), 'way_of_payment', 'cash_to_proxy') || disabled,
  jsonb_build_object('thai_id', pg_temp.id(5), 'last_name', chr(3584 + 5)) || pg_temp.account('555'), jsonb_build_object('thai_id', pg_temp.id(6), 'last_name', chr(3584 + 6), 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}'),
  jsonb_build_object('thai_id', pg_temp.id(7), 'last_name', chr(3584 + 7), 'authority_code', '6730213'), jsonb_build_object('thai_id', pg_temp.id(8), 'last_name', chr(3584 + 8)), jsonb_build_object('thai_id', pg_temp.id(9), 'last_name', chr(3584 + 9)),
  jsonb_build_object('thai_id', pg_temp.id(10), 'last_name', chr(3584 + 10)) || disabled || '{"facts": "{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}"}',
  jsonb_build_object('thai_id', pg_temp.id(11), 'last_name', chr(3584 + 11)), jsonb_build_object('thai_id', pg_temp.id(12), 'last_name', chr(3584 + 12)))), 0, 'all are taken')
  FROM (VALUES ('{"programme": "disability", "birth_date": "01/01/2530", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability}"}'::jsonb)) AS given (disabled);
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.add_representative(pg_temp.person(2), pg_temp.person(92), 'proxy', 'สมศรี ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', '2026-09-01'),
       registry.add_representative(pg_temp.person(2), pg_temp.person(93), 'proxy', 'สมปอง ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', '2026-09-01'),
       registry.add_representative(pg_temp.person(4), pg_temp.person(94), 'proxy', 'สมหมาย ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', '2026-09-01'),
       registry.add_representative(pg_temp.person(4), pg_temp.person(95), 'caregiver', 'สมใจ ใจดี', 'บุตร', 'บัตรผู้ดูแล', '2026-09-01') \g /dev/null

-- nothing before it is handed over
SELECT is(pg_temp.listed(), 'nobody', 'EG6.2!: nobody is on the list of a month without payrolls');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.approve('2026-10-01'), 3::bigint, 'ER13: three payrolls are approved');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.listed() || pg_temp.refused(pg_temp.payout(1, 'identity_document => ''x''')), 'nobodyWF442', 'ER13!: what is approved is not given before it is handed over');
SELECT pg_temp.approve('2026-10-01', NULL, 6730213) \g /dev/null
SELECT pg_temp.is_day('2026-10-02') \g /dev/null
SELECT pg_temp.disburse('2026-10-01') AS sent \gset
RESET ROLE;
SELECT is(pg_temp.balances(), 'budget -8650, sent 8650', 'ER13: all of it is under way');

-- the list
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.listed(), '1 elderly 750, 2 elderly 700, 3 elderly 700, 4 disability 800, 6 aids 500, 8 elderly 700, 9 elderly 700, 10 disability 200, 10 disability 800, 11 elderly 700, 12 elderly 700',
  'EG6.2: the list of what is given in cash, the card''s part by itself, and no account; of the own authority, its health data too');
SELECT is((SELECT masked_id || ' ' || person_name FROM payment.payout_list('2026-10-01') WHERE programme = 'aids'), welfare.mask_thai_id(pg_temp.person(6)) || ' นายทดสอบ ' || chr(3590), 'EG6.2: with masked ID and name');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.listed(), '7 elderly 700', 'IS9.2, EG6.2!: another authority''s is its own');
SELECT is((SELECT string_agg(pg_temp.refused(call), ' ') FROM (VALUES ('SELECT payment.payout_list(NULL)'), ('SELECT payment.payout_list(''2026-10-02'')')) AS asked (call)), 'WF033 WF034', 'EG6.2!: of a month');
SELECT is((SELECT string_agg((SELECT pg_temp.refused('SELECT payment.payout_list(''2026-10-01'')') FROM pg_temp.act_as(duty, code)), ' ') FROM (VALUES ('province', 73), ('district', 7301), ('department', NULL)) AS other (duty, code)),
  '42501 42501 42501', 'AR2!: nobody above an authority reads it');
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.payout_list(''2026-10-01'')'), '42501', 'AR2!: nor does the Comptroller General''s Department');
RESET ROLE;
SELECT is((SELECT string_agg(row_count::text, ' ' ORDER BY entry_id) FROM audit.entry WHERE relation = 'payment.payout_list'), '0 0 11 11 1', 'IS9.3: every look at it is recorded');

-- to the person
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.payout(1)), 'WF010', 'ER13!: it is not given to whom nothing shows');
SELECT is(pg_temp.refused(pg_temp.payout(1, 'identity_document => '' ''')), 'WF010', 'ER13!: nor to whom a blank shows');
SELECT is(pg_temp.refused(pg_temp.payout(1, 'identity_document => ''x'', paid_on => ''2026-10-03''')), 'WF016', 'ER13!: nor on a day to come');
SELECT is(pg_temp.refused(pg_temp.payout(1, 'identity_document => ''x'', paid_on => ''2026-10-01''')), 'WF017', 'ER13!: nor on a day before it was handed over');
SELECT is(pg_temp.give(1, 'identity_document => ''บัตรประชาชน'''), 'done', 'ER13, EG6.2: the person is given it, shown by a paper');
SELECT is(pg_temp.refused(pg_temp.payout(1, 'identity_document => ''x''')), 'WF402', 'ER13!: once');
SELECT is(pg_temp.refused(pg_temp.payout(5, 'identity_document => ''x''')), 'WF441', 'EG6.2!: what goes to an account is not given in cash');
SELECT is(pg_temp.refused(pg_temp.payout(7, 'identity_document => ''x''')), 'WF440', 'IS9.2, ER13!: another authority''s payment is not this one''s');
SELECT is(pg_temp.refused(pg_temp.payout(99, 'identity_document => ''x''')), 'WF440', 'AR2!: as one that is not there');
SELECT is(pg_temp.refused('SELECT payment.record_payout(NULL, ''elderly'', ''2026-10-01'')'), 'WF010', 'a payment is named');
SELECT is(pg_temp.give(6, 'identity_document => ''บัตรประชาชน''', 'aids'), 'done', 'AR1: the AIDS allowance is given as any');
SELECT is(pg_temp.give(10, 'payer => ''welfare_card_fund'', identity_document => ''บัตรประชาชน''', 'disability'), 'done', 'RC8.2: the card''s part is given by itself');
SELECT is(pg_temp.listed(), '2 elderly 700, 3 elderly 700, 4 disability 800, 8 elderly 700, 9 elderly 700, 10 disability 800, 11 elderly 700, 12 elderly 700', 'EG6.2: what was given is off the list');
RESET ROLE;
SELECT is(pg_temp.balances(), 'budget -8650, sent 7200, paid 1450', 'ER13: the ledger has it as paid, to the satang');
SELECT results_eq($$SELECT payer::text COLLATE "default", budget_type::text COLLATE "default", amount::numeric, items, event_at::date FROM payment.ledger_entry WHERE step = 'credited' AND programme <> 'aids' ORDER BY entry_number$$,
  $$VALUES ('local_authority', 'general', 700::numeric, 1::bigint, DATE '2026-10-02'), ('local_authority', 'own', 50, 1, '2026-10-02'), ('welfare_card_fund', NULL, 200, 1, '2026-10-02')$$, 'ER13, RC8.2: budget by budget, on the day it was given');

-- to a proxy
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.payout(2, 'payee => ''representative''')), 'WF446', 'ER13!: a proxy is given nothing before who it is, and that the person was alive on the 1st, are verified');
SELECT registry.verify_proxy(pg_temp.person(2), 'elderly', '2026-10-01', pg_temp.person(92), 'proxy', 'บัตรประชาชน 92', 'พบตัว') \g /dev/null
SELECT is(pg_temp.listed(), '2 elderly 700 สมศรี ใจดี proxy, 3 elderly 700, 4 disability 800, 8 elderly 700, 9 elderly 700, 10 disability 800, 11 elderly 700, 12 elderly 700', 'ER13: the list names who was verified');
SELECT is(pg_temp.refused(pg_temp.payout(2, format('payee => ''representative'', payee_id => %L', pg_temp.id(93)))), 'WF446', 'ER13!: another proxy is not the one that was verified');
SELECT pg_temp.is_day('2026-10-05') \g /dev/null
SELECT registry.verify_proxy(pg_temp.person(2), 'elderly', '2026-10-01', pg_temp.person(93), 'proxy', 'บัตรประชาชน 93', 'พบตัว') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.payout(2, 'payee => ''representative''')), 'WF010', 'ER13!: of two, it is said which');
SELECT is(pg_temp.refused(pg_temp.payout(2, format('payee => ''representative'', payee_id => %L, paid_on => ''2026-10-04''', pg_temp.id(93)))), 'WF446', 'ER13!: the verification comes before the payment');
SELECT is(pg_temp.refused(pg_temp.payout(2, format('payee => ''representative'', payee_id => %L, paid_on => ''2026-10-05''', pg_temp.id(93)))), 'taken', 'ER13: or on its day');
SELECT is(pg_temp.give(2, format('payee => ''representative'', payee_id => %L', pg_temp.id(92))), 'done', 'ER13, EG6.2: who was verified is given it');
SELECT is(pg_temp.refused(format('SELECT registry.verify_proxy(%L, ''disability'', ''2026-10-01'', %L, ''proxy'', ''x'', ''x'')', pg_temp.id(4), pg_temp.id(94))), 'WF32M', 'DR13!: a mere proxy is not paid for the disabled');
SELECT is(pg_temp.refused(pg_temp.payout(4, 'payee => ''representative''', 'disability')), 'WF446', 'DR13!: nor is a caregiver whom nobody verified');
SELECT registry.verify_proxy(pg_temp.person(4), 'disability', '2026-10-01', pg_temp.person(95), 'caregiver', 'บัตรประชาชน 95', 'พบตัว') \g /dev/null
SELECT is(pg_temp.give(4, 'payee => ''representative''', 'disability'), 'done', 'DR13: a caregiver who was verified is given it');
RESET ROLE;
SELECT results_eq('SELECT right(thai_id::text, 3)::integer / 10, right(representative_id::text, 3)::integer / 10, capacity::text COLLATE "default", identity_document, recorded_by FROM payment.payout WHERE representative_id IS NOT NULL ORDER BY 1',
  $$VALUES (2, 92, 'representative', 'บัตรประชาชน 92', 'officer'), (4, 95, 'representative', 'บัตรประชาชน 95', 'officer')$$, 'ER13, DR13: to whom, and by what it was shown, is kept');
SELECT is((SELECT string_agg(capacity || ' ' || credited_on, ', ' ORDER BY payout.recorded_at) FROM payment.payout JOIN payment.credit USING (thai_id, programme, month, adjustment_number, payer, attempt)),
  'beneficiary 2026-10-02, beneficiary 2026-10-02, beneficiary 2026-10-02, representative 2026-10-05, representative 2026-10-05', 'ER13: each with its arrival');

-- after a death
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.dispose(pg_temp.person(3), 'died', '2026-10-04', '2026-10-05') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.payout(3, 'identity_document => ''x''')), 'WF443', 'EG4.3!: the dead are given nothing');
SELECT is(pg_temp.refused(pg_temp.payout(3, 'identity_document => ''x'', paid_on => ''2026-10-04''')), 'taken', 'DE3: what was given on the last day was given to the living');
SELECT is(pg_temp.refused(pg_temp.payout(3, 'payee => ''after_death''')), 'WF444', 'EG4.3!: nor is anybody before it is on record who gets the month');
SELECT registry.record_earned_month(pg_temp.person(3), 'elderly', 'heirs', 'สมบัติ ใจดี', pg_temp.person(96), 'บุตร', 'ใบมรณบัตร', 'บัตรประชาชน 96', '2026-10-05') \g /dev/null
SELECT is((SELECT concat_ws(' ', proxy, proxy_kind, died_on) FROM payment.payout_list('2026-10-01') WHERE died_on IS NOT NULL), 'สมบัติ ใจดี heirs 2026-10-04', 'EG4.3: the list says who gets it');
SELECT is(pg_temp.refused(pg_temp.payout(3, format('payee => ''after_death'', payee_id => %L', pg_temp.id(97)))), 'WF32R', 'EG4.3!: another gets nothing');
SELECT is(pg_temp.give(3, format('payee => ''after_death'', payee_id => %L', pg_temp.id(96))), 'done', 'EG4.3, DE3: the heirs get the month of the death');
SELECT is(pg_temp.refused(pg_temp.payout(9, 'payee => ''after_death'', identity_document => ''x''')), 'WF444', 'EG4.3!: of the living there are no heirs');

-- what is held meanwhile
SELECT is(payment.hold_own(pg_temp.person(11), 'elderly', '2026-10-01', 'ตรวจสอบ'), 'done', 'ER10: an officer holds what is not given yet');
SELECT is(pg_temp.refused(pg_temp.payout(11, 'identity_document => ''x''')), 'WF447', 'ER13!: what is held is not given');
SELECT is(pg_temp.refused(pg_temp.payout(11, 'identity_document => ''x'', paid_on => ''2026-10-04''')), 'taken', 'ER13: what was given before is recorded');
SELECT is(payment.release_own(pg_temp.person(11), 'elderly', 'ครบถ้วน') || pg_temp.refused(pg_temp.payout(11, 'identity_document => ''x''')), 'donetaken', 'ER10: once it is released, it is given');

-- the 10th and the 11th
SELECT pg_temp.is_day('2026-10-10') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.payout(8, 'identity_document => ''x''')), 'taken', 'ER13: on the 10th it needs no reason');
SELECT pg_temp.is_day('2026-10-11') \g /dev/null
SELECT is(pg_temp.refused(pg_temp.payout(8, 'identity_document => ''x''')), 'WF406', 'ER13!: on the 11th it does');
SELECT is(pg_temp.refused(pg_temp.payout(8, 'identity_document => ''x'', late_reason => '' ''')), 'WF406', 'ER13!: in words');
SELECT is(pg_temp.refused(pg_temp.payout(10, 'identity_document => ''x''', 'disability')), 'WF406', 'DR13!: so for the disabled');
SELECT is(pg_temp.refused(pg_temp.payout(8, 'identity_document => ''x'', paid_on => ''2026-10-10''')), 'taken', 'ER13: what was given on the 10th is in time, whenever it is recorded');
SELECT is(pg_temp.give(8, 'identity_document => ''บัตรประชาชน'', late_reason => ''ป่วย'''), 'done', 'ER13: with a reason it is given late');
SELECT is(pg_temp.give(10, 'identity_document => ''บัตรประชาชน'', paid_on => ''2026-10-10'', late_reason => ''ไม่เกี่ยว''', 'disability'), 'done', 'DR13: in time');
RESET ROLE;
SELECT is((SELECT string_agg(right(thai_id::text, 3)::integer / 10 || ' ' || late_reason, ', ') FROM payment.payout WHERE late_reason IS NOT NULL), '8 ป่วย', 'ER13, ER13!: and the reason is kept, of what was late alone');

-- a list at once
SELECT pg_temp.sign('officer') \g /dev/null
SELECT reference AS number FROM payment.payout_list('2026-10-01') WHERE ascii(right(person_name, 1)) - 3584 = 9 \gset
SELECT results_eq(format($q$SELECT line_number, recorded, coalesce(code, '') FROM payment.record_payouts('2026-10-01', %L)$q$, jsonb_build_array(
    jsonb_build_object('reference', :number, 'identity_document', 'บัตรประชาชน', 'paid_on', '09/10/2569'), jsonb_build_object('reference', :number, 'identity_document', 'บัตรประชาชน', 'paid_on', '09/10/2569'),
    jsonb_build_object('thai_id', pg_temp.id(11), 'programme', 'elderly', 'month', '2026-10-01'), jsonb_build_object('thai_id', pg_temp.id(1), 'programme', 'elderly', 'month', '2026-10-01', 'identity_document', 'x'),
    jsonb_build_object('thai_id', '1', 'programme', 'elderly', 'month', '2026-10-01'), jsonb_build_object('programme', 'elderly', 'month', '2026-10-01'), '7'::jsonb, jsonb_build_object('reference', :number, 'colour', 'x'),
    jsonb_build_object('thai_id', pg_temp.id(11), 'programme', 'elderly', 'month', '2026-10-01', 'payee', 'friend'),
    jsonb_build_object('thai_id', pg_temp.id(11), 'programme', 'elderly', 'month', '2026-10-01', 'identity_document', 'บัตรประชาชน', 'paid_on', '2026-10-11', 'late_reason', 'อยู่ไกล'))),
  $$VALUES (1, true, ''), (2, false, 'WF402'), (3, false, 'WF406'), (4, false, 'WF402'), (5, false, 'WF012'), (6, false, 'WF010'), (7, false, 'WF00A'), (8, false, 'WF008'), (9, false, 'WF012'), (10, true, '')$$,
  'ER13, ER13!: of a list what is right is recorded, and each row that is not is told why');
SELECT is((SELECT reason FROM payment.record_payouts('2026-10-01', jsonb_build_array(jsonb_build_object('reference', :number, 'identity_document', 'x')))), 'that payment has the result credited already', 'ER13!: in words');
SELECT is((SELECT count(*) FROM payment.record_payouts('2026-10-01', '[]')), 0::bigint, 'ER13: an empty list is none');
SELECT is((SELECT string_agg(pg_temp.refused(call), ' ') FROM (VALUES ('SELECT payment.record_payouts(''2026-10-01'', ''{}'')'), ('SELECT payment.record_payouts(NULL, ''[]'')'), ('SELECT payment.record_payouts(''2026-10-02'', ''[]'')'),
  ('SELECT payment.record_payouts(''2026-10-01'', NULL)')) AS asked (call)), 'WF448 WF033 WF034 WF448', 'ER13!: a list of a month');
SELECT is((SELECT code FROM payment.record_payouts('2026-11-01', jsonb_build_array(jsonb_build_object('thai_id', pg_temp.id(12), 'programme', 'elderly', 'month', '2026-10-01', 'identity_document', 'x')))), 'WF440', 'ER13!: of that month alone');
SELECT is(pg_temp.listed(), '12 elderly 700', 'EG6.2: one is left');

-- not collected
SELECT is(pg_temp.refused(format('SELECT payment.return_cash(%L, ''elderly'', ''2026-10-01'', 0, '' '')', pg_temp.id(12))), 'WF010', 'ER13!: what comes back says why');
SELECT is(pg_temp.refused(format('SELECT payment.return_cash(%L, ''elderly'', ''2026-10-01'', 0, ''x'')', pg_temp.id(9))), 'WF402', 'ER13!: what was given does not come back');
SELECT is(pg_temp.refused(format('SELECT payment.return_cash(%L, ''elderly'', ''2026-10-01'', 0, ''x'')', pg_temp.id(5))), 'WF441', 'ER13!: nor does a transfer');
SELECT is(payment.return_cash(pg_temp.person(12), 'elderly', '2026-10-01', 0, 'ไม่มารับ'), 'done', 'ER13: what nobody collected comes back, late or not');
SELECT is(pg_temp.refused(pg_temp.payout(12, 'identity_document => ''x'', late_reason => ''x''')) || pg_temp.listed(), 'WF402nobody', 'ER13!: and is not given then');
SELECT is(pg_temp.payments(12), '[10:700]', 'ER13: it failed');
SELECT is(pg_temp.balances(), 'budget -8650, sent 1400, paid 6550, returned 700', 'ER13: the ledger has it as returned; the transfer and the neighbour''s are under way');

-- late, and why
SELECT pg_temp.sign('officer') \g /dev/null
SELECT results_eq($$SELECT programme::text COLLATE "default", late_reason, payments, amount, arrived, unexplained FROM payment.late_payments('2026-10-01')$$,
  $$VALUES ('elderly', 'ป่วย', 1::bigint, 700::numeric, 1::bigint, 0::bigint), ('elderly', 'อยู่ไกล', 1, 700, 1, 0)$$, 'ER13: what was paid late, and why');
SELECT pg_temp.treasury() \g /dev/null
SELECT results_eq($$SELECT authority_code, late_reason, payments FROM payment.late_payments('2026-10-01')$$, $$VALUES (5730102, NULL::text, 2::bigint)$$, 'ER13, AR2!: above the authority how many, and not in whose words');
SELECT is(pg_temp.refused('SELECT payment.late_payments(''2026-10-02'')') || pg_temp.refused('SELECT payment.late_payments(NULL)'), 'WF034WF033', 'ER13!: of a month');

-- whatever path is taken
RESET ROLE;
SET LOCAL ROLE welfare_owner;
SELECT is((SELECT string_agg(pg_temp.refused(statement), ' ') FROM (VALUES ('UPDATE payment.payout SET late_reason = ''x'''), ('DELETE FROM payment.payout'), ('TRUNCATE payment.payout')) AS tried (statement)), 'WF064 WF064 WF064', 'ER13!: evidence stays as it is');
SELECT is(pg_temp.refused(format($q$INSERT INTO payment.payout (thai_id, month, cycle_month, paid_on, authority_code, programme, payer, capacity, adjustment_number, attempt, claim_number, identity_document)
  VALUES (%L, '2026-10-01', '2026-10-01', '2026-10-11', 5730102, 'elderly', 'local_authority', 'beneficiary', 0, 1, 1, 'x')$q$, pg_temp.id(12))), 'WF440', 'ER13!: nor is given what did not arrive');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;

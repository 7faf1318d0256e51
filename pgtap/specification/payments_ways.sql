-- The four ways of payment (EG6.2): cash and transfers, to the person or to another (ER13, DR13), the batches and their files.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
CREATE FUNCTION pg_temp.represent(number integer, representative integer, kind text, after_death boolean DEFAULT false) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('registry.add_representative(%L, %L, %L, ''นางแทน ระบบ'', ''บุตร'', ''หนังสือ 1/2569'', ''2026-01-01'', %L)', pg_temp.p(number), pg_temp.p(representative), kind, after_death)) $$;
CREATE FUNCTION pg_temp.verify(who text, number integer, programme text, cycle date, representative integer, kind text, day date DEFAULT NULL) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('registry.verify_proxy(%L, %L, %L, %L, %L, ''บัตรประชาชน'', ''พบตัว'', %L)', pg_temp.p(number), programme, cycle, pg_temp.p(representative), kind, day)) $$;

SELECT pg_temp.today('2026-08-20');
SELECT is(pg_temp.enter('a.officer', 1), 'done', 'EG6.2: cash in person');
SELECT is(pg_temp.enter('a.officer', 2, 'elderly', '{"way_of_payment": "cash_to_proxy"}'), 'done', 'EG6.2: cash to a proxy');
SELECT is(pg_temp.enter('a.officer', 3, 'elderly', pg_temp.account('0000000003')), 'done', 'EG6.2: transfer to the own account');
SELECT is(pg_temp.enter('a.officer', 4, 'elderly', pg_temp.account('0000000004', 'proxy_account')), 'done', 'EG6.2: transfer to a proxy''s account');
SELECT is(pg_temp.enter('a.officer', 5, 'disability', pg_temp.account('0000000005', 'proxy_account', '034') || '{"birth_date": "01/12/2510", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability, welfare_card}"}'), 'done', 'DR13: a disabled person''s caregiver''s account');
SELECT is(pg_temp.enter('a.officer', 6, 'elderly', pg_temp.account('0000000006', 'own_account', '034')), 'done', 'EG6.2: at another bank');
SELECT is(pg_temp.represent(2, 92, 'proxy'), 'done', 'ER13: 2''s proxy') UNION ALL SELECT is(pg_temp.represent(4, 94, 'proxy'), 'done', 'ER13: 4''s proxy') UNION ALL SELECT is(pg_temp.represent(5, 95, 'caregiver'), 'done', 'DR13: 5''s caregiver');
SELECT isnt(pg_temp.represent(5, 96, 'proxy'), NULL, 'DR13: a proxy may be on record for other things');

-- Paid to another only when identity and life on the 1st are verified, month by month (ER13, DR13) ---------------------------------------------
SELECT is(pg_temp.verify('a.officer', 2, 'elderly', :m, 92, 'proxy', '2026-08-20'), 'WF32P', 'ER13!: before the 1st nobody is alive on the 1st yet');
SELECT pg_temp.today('2026-09-01');
SELECT is(pg_temp.prepare(:m), 'elderly 5 5 3500 0 0, disability 1 1 800 0 200', 'EG6.2: a line for each');
SELECT is(pg_temp.draft('a.officer', :m), '2 4 2800 3 1700', 'ER13: what would go to another''s account is held; cash is verified when it is handed out');
SELECT is(pg_temp.sees('a.officer', 'SELECT way_of_payment, held, reasons FROM payment.payroll_items(''2026-09-01'', ''elderly'')'), '(cash_in_person,f,) (cash_to_proxy,f,) (own_account,f,) (own_account,f,) (proxy_account,t,{proxy_unverified})', 'ER13: by that reason');
SELECT is(pg_temp.verify('a.officer', 2, 'elderly', :m, 95, 'proxy'), 'WF32N', 'ER13!: verified is who is on record, no other');
SELECT is(pg_temp.verify('b.officer', 2, 'elderly', :m, 92, 'proxy') ~ '^WF', true, 'ER13!: by the authority that pays');
SELECT is(left(pg_temp.verify(who, 2, 'elderly', :m, 92, 'proxy'), 5), '42501', 'ER13!: not by ' || who) FROM unnest('{treasury,province,admin,portal}'::text[]) AS who;
SELECT is(pg_temp.verify('a.officer', 5, 'disability', :m, 96, 'proxy'), 'WF32M', 'DR13!: a mere proxy is refused');
SELECT is(pg_temp.verify('a.officer', 2, 'elderly', :m, 92, 'proxy'), 'done', 'ER13: identity and "alive on the 1st" are recorded');
SELECT is(pg_temp.verify('a.officer', 5, 'disability', :m, 95, 'caregiver'), 'done', 'DR13: the caregiver''s, too');
SELECT is(pg_temp.sign_all('a', :m), 'elderly done disability done', 'ER13: approved');
SELECT is((SELECT string_agg(concat_ws(' ', right(thai_id::text, 2), way_of_payment, payer, amount), ', ' ORDER BY thai_id, payer) FROM payment.instruction),
          format('%s cash_in_person local_authority 700.00, %s cash_to_proxy local_authority 700.00, %s own_account local_authority 700.00, %s proxy_account local_authority 800.00, %s proxy_account welfare_card_fund 200.00, %s own_account local_authority 700.00',
                 right(pg_temp.id(1), 2), right(pg_temp.id(2), 2), right(pg_temp.id(3), 2), right(pg_temp.id(5), 2), right(pg_temp.id(5), 2), right(pg_temp.id(6), 2)), 'ER13: the verified are paid, and who is not is not');
SELECT is(pg_temp.payments(4), NULL, 'ER13!: unverified, a proxy is paid nothing');

-- The batches, by bank and payer, and their files ------------------------------------------------------------------------------------------------
SELECT is(pg_temp.seal('treasury', :m), '2 4 2 0 3800', 'ER13: sealed: transfers and cash apart');
SELECT is(pg_temp.sees('treasury', 'SELECT payer, bank_code, transfers, control_sum FROM payment.list_batches()'), '(local_authority,34,2,1500.00) (local_authority,6,1,700.00) (welfare_card_fund,34,1,200.00)', 'ER13: a batch per bank and payer');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
CREATE FUNCTION pg_temp.file(who text, batch integer, number bigint DEFAULT NULL) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.sees(who, format('SELECT amount, bank_code, account_number, account_name FROM payment.file_lines(%s, %s)', coalesce(number, pg_temp.last_disbursement()), batch)) $$;
SELECT is((SELECT string_agg(answer, ' ' ORDER BY answer COLLATE "C") FROM generate_series(1, 3) AS batch CROSS JOIN LATERAL pg_temp.file('treasury', batch) AS answer),
          '(200.00,34,0000000005,"ทดสอบ ระบบ") (700.00,34,0000000006,"ทดสอบ ระบบ") (800.00,34,0000000005,"ทดสอบ ระบบ") (700.00,6,0000000003,"ทดสอบ ระบบ")', 'ER13: each transfer in one file, cash in none');
SELECT is((SELECT count(*) FROM generate_series(1, 3) AS batch CROSS JOIN LATERAL pg_temp.by('treasury', format('(SELECT bool_and(header.transfers = (SELECT count(*) FROM payment.file_lines(%1$s, %2$s)) AND header.control_sum = (SELECT sum(amount) FROM payment.file_lines(%1$s, %2$s))) FROM payment.file_header(%1$s, %2$s) AS header)',
             pg_temp.last_disbursement(), batch)) AS agrees WHERE agrees = 'true'), 3::bigint, 'ER13: count and control sum of each head are those of its lines');
SELECT is((SELECT count(DISTINCT answer) FROM generate_series(1, 3) AS batch CROSS JOIN LATERAL pg_temp.by('treasury', format('message_id FROM payment.file_header(%s, %s)', pg_temp.last_disbursement(), batch)) AS answer), 3::bigint, 'ER13: each file has its own number');
SELECT is((SELECT string_agg(DISTINCT answer, ' ' ORDER BY answer) FROM generate_series(1, 3) AS batch CROSS JOIN LATERAL pg_temp.by('treasury', format('concat_ws(''/'', debtor_account, agency_name) FROM payment.file_header(%s, %s)', pg_temp.last_disbursement(), batch)) AS answer),
          '0000000001/กรมบัญชีกลาง 0000000002/กรมบัญชีกลาง', 'ER13: each transfer keeps its executing agency, each payer its account');
SELECT is(pg_temp.by('treasury', format('bool_and(reference ~ ''^[0-9]{15}$'') FROM payment.file_lines(%s, 1)', pg_temp.last_disbursement())), 'true', 'ER13: references of 15 digits');
SELECT is((SELECT count(*) = count(DISTINCT reference) FROM payment.instruction), true, 'ER13: each its own');
SELECT is(pg_temp.file('treasury', 1), pg_temp.file('treasury.2', 1), 'ER13: written twice, a file is the same');
SELECT is(pg_temp.file('treasury', 4), 'WF40F', 'ER13!: no file of what is no batch');
SELECT isnt(left(pg_temp.file(who, 1), 1), '(', 'ER13!: no file for ' || who) FROM unnest('{a.officer,a.executive,b.executive,district,province,department,bank,portal,report,finance,civil}'::text[]) AS who;
SELECT pg_temp.file('treasury', 1) AS first_file \gset
SELECT is(pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, %L)', pg_temp.p(3), jsonb_build_object('account_number', '0000000077'))), 'done', 'EG6.2: an account is changed after handing over');
SELECT is(pg_temp.file('treasury', 1), :'first_file'::text, 'ER13: the file stays as it was');

-- Verified later, within the month and after it ----------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-09-09');
SELECT is(pg_temp.verify('a.officer', 4, 'elderly', :m, 94, 'proxy'), 'done', 'ER13: the other proxy is verified on the 9th');
SELECT is(pg_temp.sign_all('a', :m), 'elderly done', 'ER13: and paid in the next round, in time');
SELECT is(pg_temp.payments(4), '09 A 700', 'ER13: once');
SELECT is(pg_temp.seal('treasury', :m), '1 1 0 0 700', 'ER13: sealed') UNION ALL SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: and handed over');
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.verify('a.officer', 5, 'disability', '2026-10-01', 95, 'caregiver'), 'done', 'DR13: the caregiver is verified for October');
SELECT is(pg_temp.draft('a.officer', '2026-10-01'), '2 6 3800 1 700', 'ER13: last month''s verification does not count for the next');
SELECT is((SELECT account_number FROM payment.line WHERE thai_id = pg_temp.p(3) AND month = '2026-10-01'), '0000000077', 'EG6.2: the new account counts from the next month');

-- Before 2563 the authority carries the payments out itself -------------------------------------------------------------------------------------------
SELECT pg_temp.today('2019-01-20');
SELECT is(pg_temp.enter('a.officer', 41, 'elderly', pg_temp.account('0000000041') || '{"claimed_on": "2017-11-01", "ordered_on": "2017-11-05"}'), 'done', 'ER13: somebody of 2562') UNION ALL
SELECT is(pg_temp.enter('b.officer', 42, 'elderly', '{"claimed_on": "2017-11-01", "ordered_on": "2017-11-05"}'), 'done', 'ER13: somebody of B');
SELECT pg_temp.today('2019-02-01');
SELECT pg_temp.prepare('2019-02-01'), pg_temp.sign_all('a', '2019-02-01'), pg_temp.sign_all('b', '2019-02-01') \g /dev/null
SELECT is(pg_temp.seal('treasury', '2019-02-01') ~ '^WF', true, 'ER13!: in 2562 the Comptroller General''s Department carried out nothing of the authorities''');
SELECT is(pg_temp.seal('a.executive', '2019-02-01'), '1 1 0 0 700', 'ER13: the authority does, its own');
SELECT is(pg_temp.send('a.executive'), 'WF40E', 'ER13!: by two people') UNION ALL SELECT is(pg_temp.send('b.executive') ~ '^WF', true, 'ER13!: of its own') UNION ALL SELECT is(pg_temp.send('a.delegate'), 'done', 'ER13: handed over');
SELECT is(pg_temp.by('a.delegate', format('concat_ws('' '', debtor_account, agency_name) FROM payment.file_header(%s, 1)', pg_temp.last_disbursement())), '0000000003 เทศบาลตำบลดอนยายหอม', 'ER13: from its own account, under its own name');
SELECT is(pg_temp.file('b.executive', 1) ~ '^WF', true, 'ER13!: the neighbour does not read the file');
SELECT is(pg_temp.seal('b.executive', '2019-02-01'), '1 0 1 0 700', 'ER13: cash needs no account and no batch');
SELECT is(pg_temp.sees('b.executive', 'SELECT batch_number FROM payment.list_batches()'), NULL, 'ER13!: nor has it a file');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

-- The calendar of payments: pay day (RC9), the 10th (ER13, DR13), and the reason of what is late.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.holidays(calendar text, year integer, VARIADIC days date[]) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('admin', format('reference.load_holidays(%L, %s, %L, ''ทดสอบ'')', calendar, year + 543, (SELECT jsonb_object_agg(day, 'วันหยุด') FROM unnest(days) AS day))) $$;
-- Whether who may approve a month on a day, and under what reason.
CREATE FUNCTION pg_temp.on_day(day date, cycle date, late text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_temp.today(day); RETURN pg_temp.approve_would('a.executive', cycle, pg_temp.digest_of('a.officer', cycle), 'elderly', late); END $$;

-- RC9: the 10th, or the working day before; two tables, loaded -----------------------------------------------------------------------------
SELECT is(reference.pay_day('2020-02-01'), date '2020-02-10', 'RC9: the 10th of February 2563, while nobody has loaded its holiday');
SELECT is(pg_temp.holidays('government', 2020, '2020-02-10'), '1', 'RC9: the substitute for Makha Bucha is the government''s holiday');
SELECT is(reference.pay_day('2020-02-01'), date '2020-02-07', 'RC9: 7 February 2563, over the weekend');
SELECT pg_temp.holidays('government', 2020, '2020-12-31'), pg_temp.holidays('bank', 2020, '2020-02-10') \g /dev/null
SELECT is(reference.pay_day('2020-02-01'), date '2020-02-07', 'RC9: so when it is the banks'' alone');
SELECT pg_temp.holidays('government', 2020, '2020-02-10', '2020-12-10'), pg_temp.holidays('bank', 2020, '2020-02-07', '2020-05-08') \g /dev/null
SELECT is(reference.pay_day('2020-02-01'), date '2020-02-06', 'RC9: a holiday of the one and a holiday of the other push it on');
SELECT is(reference.pay_day('2020-05-01'), date '2020-05-07', 'RC9: a Sunday, a Saturday, a holiday: the Thursday');
SELECT is(reference.pay_day('2020-12-01'), date '2020-12-09', 'RC9: Constitution Day');
SELECT is(reference.pay_day('2020-11-01'), date '2020-11-10', 'RC9: a plain Tuesday');
SELECT is(reference.pay_day('2020-10-01'), date '2020-10-09', 'RC9: a Saturday gives the Friday');
SELECT is(left(pg_temp.refusal_of('SELECT reference.pay_day(''2031-02-01'')'), 5), 'WF34G', 'RC9!: a year whose holidays nobody loaded has no pay day');
SELECT is(pg_temp.refusal_of('SELECT reference.pay_day(''2020-02-02'')') IS NULL, false, 'RC9!: a day that is no month has none');
SELECT is(left(pg_temp.by(who, 'reference.load_holidays(''bank'', 2569, ''{}'', ''x'')'), 5), '42501', 'RC9!: holidays are not loaded by ' || who) FROM unnest('{a.executive,treasury,bank,department,province,portal}'::text[]) AS who;

-- February 2563, paid by the Comptroller General's Department on the 7th ---------------------------------------------------------------------
SELECT pg_temp.holidays('government', 2020, '2020-02-10'), pg_temp.holidays('bank', 2020, '2020-02-10') \g /dev/null
SELECT pg_temp.today('2020-01-20');
SELECT pg_temp.enter('a.officer', 1, 'elderly', pg_temp.account('0000000011') || '{"claimed_on": "2017-11-01", "ordered_on": "2017-11-05"}') \g /dev/null
SELECT pg_temp.today('2020-02-03');
SELECT pg_temp.prepare('2020-02-01'), pg_temp.sign_all('a', '2020-02-01') \g /dev/null
SELECT is(pg_temp.seal('treasury', '2020-02-01'), '1 1 0 0 700', 'RC9: February 2563 is sealed on the 3rd');
SELECT is(pg_temp.sees('treasury', 'SELECT value_date FROM payment.list_disbursements(''2020-02-01'')'), '(2020-02-07)', 'RC9: to be paid on the 7th');
SELECT is(pg_temp.send('treasury.2'), 'done', 'RC9: it is handed over');
SELECT is(pg_temp.sees('treasury', format('SELECT value_date, bank_code, debtor_account FROM payment.file_header(%s, 1)', pg_temp.last_disbursement())), '(2020-02-07,6,0000000001)', 'RC9: which its file says');

-- The 10th (ER13): on the day nothing is asked, a day later a reason is ---------------------------------------------------------------------
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter('a.officer', 2, 'elderly', pg_temp.account('0000000012')), pg_temp.enter('a.officer', 3, 'disability', pg_temp.account('0000000013') || '{"birth_date": "01/12/2510"}'), pg_temp.enter('b.officer', 4) \g /dev/null
SELECT pg_temp.today('2026-09-01');
SELECT pg_temp.prepare('2026-09-01'), pg_temp.draft('a.officer', '2026-09-01'), pg_temp.review('a.officer', '2026-09-01'), pg_temp.review('a.officer', '2026-09-01', 'disability') \g /dev/null
SELECT is(reference.pay_day('2026-09-01'), date '2026-09-10', 'RC9: 10 September 2569 is a Thursday');
SELECT is(pg_temp.on_day('2026-09-10', '2026-09-01'), 'taken', 'ER13: approved on the 10th without a reason');
SELECT is(pg_temp.on_day('2026-09-11', '2026-09-01'), 'WF406', 'ER13!: on the 11th it needs one');
SELECT is(pg_temp.on_day('2026-09-11', '2026-09-01', ' '), 'WF406', 'ER13!: which is said');
SELECT is(pg_temp.on_day('2026-09-11', '2026-09-01', 'ระบบขัดข้อง'), 'taken', 'ER13: with the reason it is taken');
SELECT is(pg_temp.approve_would('a.executive', '2026-09-01', pg_temp.digest_of('a.officer', '2026-09-01', 'disability'), 'disability'), 'WF406', 'DR13!: no less for disability');
SELECT is(pg_temp.approve('a.executive', '2026-09-01', pg_temp.digest_of('a.officer', '2026-09-01'), 'elderly', 'ระบบขัดข้อง'), 'done', 'ER13: approved late, with its reason');
SELECT is((SELECT string_agg(DISTINCT late_reason, ', ') FROM payment.instruction WHERE cycle_month = '2026-09-01'), 'ระบบขัดข้อง', 'ER13: which its payments carry');
SELECT is(pg_temp.sees('a.officer', 'SELECT programme, late_reason FROM payment.list_payrolls(''2026-09-01'') WHERE state = ''approved'''), '(elderly,ระบบขัดข้อง)', 'ER13: and its payroll');
SELECT is(pg_temp.seal('treasury', '2026-09-01'), 'WF406', 'ER13!: sealing after the 10th needs a reason');
SELECT is(pg_temp.seal('treasury', '2026-09-01', 'ระบบขัดข้อง'), '1 2 0 0 1400', 'ER13: and is recorded with it');
SELECT is(pg_temp.sees('treasury', 'SELECT late_reason, value_date >= ''2026-09-11'' FROM payment.list_disbursements(''2026-09-01'')'), '(ระบบขัดข้อง,t)', 'ER13: the day of payment is none that has passed');
SELECT is(extract(isodow FROM (SELECT value_date FROM payment.disbursement WHERE cycle_month = '2026-09-01')) < 6, true, 'RC9: and a working day');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');

-- Approved in time, sealed or paid late ---------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-09-02');
SELECT is(pg_temp.sign_all('b', '2026-09-01'), 'elderly done', 'ER13: another authority approves in time');
SELECT is(pg_temp.would('treasury', 'count(*) FROM payment.seal_disbursement(''2026-09-01'', ''2026-09-01'')'), 'WF40D', 'ER13!: nothing is paid yesterday');
SELECT is(pg_temp.would('treasury', 'count(*) FROM payment.seal_disbursement(''2026-09-01'', ''2026-09-11'')'), 'WF406', 'ER13!: a day of payment after the 10th needs a reason, whenever it is sealed');
SELECT is(pg_temp.would('treasury', 'count(*) FROM payment.seal_disbursement(''2026-09-01'', ''2026-09-11'', ''ธนาคารหยุด'')'), 'taken', 'ER13: and is taken with one');
SELECT isnt(pg_temp.would('treasury', format('count(*) FROM payment.seal_disbursement(''2026-09-01'', %L)', day)), 'taken', 'RC9!: nothing is paid on ' || why) FROM (VALUES ('2026-09-05', 'a Saturday'), ('2026-09-06', 'a Sunday')) AS free (day, why);
SELECT pg_temp.holidays('bank', 2026, '2026-09-09') \g /dev/null
SELECT isnt(pg_temp.would('treasury', 'count(*) FROM payment.seal_disbursement(''2026-09-01'', ''2026-09-09'')'), 'taken', 'RC9!: nothing is paid on a holiday of the banks');
SELECT is(pg_temp.would('treasury', 'count(*) FROM payment.seal_disbursement(''2026-09-01'', ''2026-09-08'')'), 'taken', 'ER13: an earlier working day may be');
SELECT pg_temp.seal('treasury', '2026-09-01') \g /dev/null
SELECT pg_temp.today('2026-09-11');
SELECT isnt(pg_temp.send('treasury.2'), 'done', 'ER13!: what was sealed for the 10th is not handed over on the 11th as if it were');

-- Months behind: whoever is paid a month after its 10th has the reason on the payment (ER13, DR13) ----------------------------------------------
SELECT pg_temp.today('2026-09-20');
SELECT is(pg_temp.enter('b.officer', 5, 'elderly', '{"claimed_on": "2026-07-20", "ordered_on": "2026-08-15"}'), 'done', 'DE20: an order of acceptance late by the authority''s own work');
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.prepare('2026-08-01'), pg_temp.prepare('2026-09-01'), pg_temp.prepare('2026-10-01') \g /dev/null
SELECT is(pg_temp.sign_all('b', '2026-10-01'), 'elderly done', 'DE20: October is approved in time');
SELECT is(pg_temp.sign_all('b', '2026-08-01'), 'elderly WF406', 'ER13!: the months that the authority''s work delayed are not approved without a reason');
SELECT is(pg_temp.sign_all('b', month, 'ออกคำสั่งล่าช้า'), 'elderly done', 'DE20: but with one, ' || month) FROM unnest('{2026-08-01,2026-09-01}'::date[]) AS month;
SELECT is(pg_temp.payments(5), '08 B 700 09 B 700 10 B 700', 'DE20: each month once');
SELECT is((SELECT count(*) FROM payment.instruction WHERE authority_code = 6730123 AND month < '2026-10-01' AND thai_id = pg_temp.p(5) AND late_reason = 'ออกคำสั่งล่าช้า'), 2::bigint, 'ER13: both say why they are late');
SELECT is((SELECT count(*) FROM payment.instruction WHERE cycle_month = '2026-10-01' AND late_reason IS NOT NULL), 0::bigint, 'ER13: what is in time has none');

-- The 10th is watched (ER13) -----------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-12-01');
SELECT is(pg_temp.by('admin', 'job.begin_tasks(''2026-12-01'') IS NOT NULL'), 'true', 'ER13: the watch begins in December');
SELECT pg_temp.prepare('2026-12-01') \g /dev/null
CREATE FUNCTION pg_temp.told(day date) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.today(day);
    SET LOCAL ROLE welfare_job;
    PERFORM job.watch_pay_day(day, day);
    RESET ROLE;
    RETURN (SELECT string_agg(concat_ws(' ', concern, how_many), ', ' ORDER BY concern) FROM job.concern);
  END $$;
SELECT is(pg_temp.told('2026-12-09'), NULL, 'ER13!: before the 10th nothing is late');
SELECT is(pg_temp.told('2026-12-10'), 'pay_day_unsent 3', 'ER13: on the 10th what nobody has drafted is not sent: two programmes of A, one of B');
SELECT pg_temp.today('2026-12-10');
SELECT pg_temp.draft('admin', '2026-12-01') \g /dev/null
SELECT is(pg_temp.told('2026-12-10'), 'pay_day_unsent 3', 'ER13: nor what is drafted');
SELECT is(pg_temp.sign_all('a', '2026-12-01'), 'elderly done disability done', 'ER13: A approves on the last day');
SELECT is(pg_temp.told('2026-12-10'), 'pay_day_unsent 3', 'ER13: nor what is approved');
SELECT alike(pg_temp.seal('treasury', '2026-12-01'), '2 %', 'ER13: sealed') UNION ALL SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: and handed over');
SELECT is(pg_temp.told('2026-12-10'), 'pay_day_unsent 1', 'ER13: only B is behind');
SELECT is(pg_temp.told('2026-12-11'), 'pay_day_unsent 1, pay_day_unsettled 2', 'ER13: the day after, what has not arrived is told as well');
SELECT is(pg_temp.sign_all('b', '2026-12-01', 'ทดสอบ'), 'elderly done', 'ER13: B comes late, with a reason') UNION ALL SELECT alike(pg_temp.seal('treasury', '2026-12-01', 'ทดสอบ'), '1 %', 'ER13: sealed') UNION ALL SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: and handed over');
SELECT is(pg_temp.told('2026-12-12'), 'pay_day_unsettled 3', 'ER13: what is sent is unsent no more');
SELECT is((SELECT count(*) FROM job.concern WHERE concat_ws(' ', concern, code, arguments) ~* 'aids|elderly'), 0::bigint, 'AR2!: no programme is named');

-- Another day by another row of law --------------------------------------------------------------------------------------------------------
SET LOCAL ROLE welfare_owner;
UPDATE reference.disbursement_rule SET valid = daterange(lower(valid::daterange), '2026-11-01') WHERE upper_inf(valid::daterange) AND payer = 'local_authority';
INSERT INTO reference.disbursement_rule (payer, valid, executing_agency, latest_day, retry, transfers_per_batch, legal_basis, certainty)
SELECT payer, daterange('2026-11-01', NULL), executing_agency, 5, retry, transfers_per_batch, 'ทดสอบ', certainty FROM reference.disbursement_rule WHERE upper(valid::daterange) = '2026-11-01';
RESET ROLE;
SELECT pg_temp.today('2026-11-01');
SELECT pg_temp.prepare('2026-11-01'), pg_temp.draft('a.officer', '2026-11-01'), pg_temp.review('a.officer', '2026-11-01') \g /dev/null
SELECT is(pg_temp.on_day('2026-11-05', '2026-11-01'), 'taken', 'ER13: the latest day is a dated row: the 5th from November');
SELECT is(pg_temp.on_day('2026-11-06', '2026-11-01'), 'WF406', 'ER13!: and the 6th is late');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

-- What is paid, to whom, and once (ER13, ER15, DR13, EG4.3, RC8.2, DE3, DE20, DE21): a person at most once per programme, month and component, whatever happens in between.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.edit(who text, number integer, form jsonb, in_force_from date DEFAULT NULL) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('registry.edit_beneficiary(%L, %L, %L)', pg_temp.p(number), form, in_force_from)) $$;
CREATE FUNCTION pg_temp.adjust(from_month date, to_month date) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('admin', format('string_agg(concat_ws('' '', to_char(month, ''MM''), kind, cause, adjustments, trim_scale(allowance)), '', '' ORDER BY month, kind) FROM payment.record_adjustments(%L, %L)', from_month, to_month)) $$;
-- What a person has got or is getting, over all tries that did not come to nothing, wrong numbers included. Parameters: months; numbers.
CREATE FUNCTION pg_temp.got(from_month date, to_month date, VARIADIC numbers integer[]) RETURNS numeric LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT coalesce(sum(instruction.amount), 0) FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
   WHERE failure.thai_id IS NULL AND month BETWEEN from_month AND to_month AND thai_id IN (SELECT pg_temp.p(number) FROM unnest(numbers) AS number) $$;
-- Whether a statement can be run as the database's owner; what it is refused with.
CREATE FUNCTION pg_temp.owner_would(statement text) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.role_would('welfare_owner', statement) $$;

-- A line keeps what it was computed from ---------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-07-20');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(1, 9) AS n \g /dev/null
SELECT pg_temp.enter('a.officer', 10, 'elderly', pg_temp.account('0000000010') || '{"top_up": "50"}'),
       pg_temp.enter('a.officer', 12, 'disability', pg_temp.account('0000000012') || '{"birth_date": "01/12/2510", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability, welfare_card}"}'),
       pg_temp.enter('a.officer', 13, 'aids', '{"birth_date": "01/12/2510"}'), pg_temp.enter('a.officer', 14), pg_temp.enter('a.officer', 14, 'aids'), pg_temp.enter('a.officer', 14, 'disability') \g /dev/null
SELECT pg_temp.today('2026-08-01');
SELECT is(pg_temp.prepare('2026-08-01'), 'elderly 11 11 7700 50 0, disability 2 2 1600 0 200, aids 2 2 1000 0 0', 'AR3: one person may be paid in three programmes, each once');
CREATE TEMP TABLE frozen AS SELECT * FROM payment.line;
CREATE TEMP TABLE parts AS SELECT * FROM payment.line_component;
SELECT is((SELECT row(allowance, top_up, way_of_payment, bank_code, account_number, budget_type, age, claim_number)::text FROM frozen WHERE thai_id = pg_temp.p(10)), '(700.00,50.00,own_account,6,0000000010,specific,78,1)', 'ER13: amount, top-up, way, account, budget type, age and claim');
SELECT is((SELECT string_agg(component || ' ' || payer || ' ' || amount, ', ' ORDER BY component) FROM parts WHERE thai_id = pg_temp.p(12)), 'base local_authority 800.00, welfare_card welfare_card_fund 200.00', 'RC8.2: each component with its payer');
SELECT is((SELECT count(*) FROM parts WHERE rate_id IS NULL), 0::bigint, 'RC8: and the rate row that gave it');
SELECT pg_temp.today('2026-08-05');
SELECT pg_temp.edit('a.officer', 10, '{"account_number": "0000000099", "top_up": "75"}'), pg_temp.edit('a.officer', 1, '{"birth_date": "01/12/2480"}') \g /dev/null
SELECT is(pg_temp.by('admin', 'reference.set_rate(''elderly'', ''base'', ''[2026-08-01,)'', ''60:700,70:850,80:1000,90:1250'', ''ทดสอบ'')') IS NOT NULL, true, 'RC8.4: a resolution with effect from a month that is prepared');
SELECT is(pg_temp.prepare('2026-08-01'), 'elderly 11 0 7700 50 0, disability 2 0 1600 0 200, aids 2 0 1000 0 0', 'ER13!: prepared again, nothing that was learnt since changes it');
SELECT is((SELECT count(*) FROM (TABLE payment.line EXCEPT ALL TABLE frozen) AS changed), 0::bigint, 'ER13!: no line is another');
SELECT is((SELECT count(*) FROM (TABLE payment.line_component EXCEPT ALL TABLE parts) AS changed), 0::bigint, 'RC8!: no component is another, though the rate is');
SELECT is(pg_temp.sign_all('a', '2026-08-01'), 'elderly done disability done aids done', 'ER13: three payrolls');
SELECT is(pg_temp.payments(1) || ', ' || pg_temp.payments(10), '08 A 700, 08 A 750', 'ER13: paid as prepared');
SELECT is((SELECT account_number FROM payment.instruction WHERE thai_id = pg_temp.p(10)), '0000000010', 'ER13: to the account as of then');
SELECT is(pg_temp.payments(14) || ', ' || pg_temp.payments(14, 'aids') || ', ' || pg_temp.payments(14, 'disability'), '08 A 700, 08 A 500, 08 A 800', 'AR3: three programmes, three payments');
SELECT is(pg_temp.payments(12, 'disability'), '08 A 800 08 Ac 200', 'RC8.2: two payers, two payments');

-- Never twice, by constraint: the owner himself cannot ---------------------------------------------------------------------------------------
CREATE FUNCTION pg_temp.copy(number integer, changes text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.owner_would(format('INSERT INTO payment.instruction SELECT (jsonb_populate_record(old, %L)).* FROM payment.instruction AS old WHERE thai_id = %L AND payer = ''local_authority''', changes::jsonb || '{"reference": 999999}', pg_temp.p(number))) $$;
SELECT is(pg_temp.copy(1, changes), '23505', 'ER13!: paid again ' || why)
  FROM (VALUES ('{}', 'as it is'), ('{"authority_code": 6730123}', 'by another authority'), ('{"round": 7}', 'in another round'), ('{"cycle_month": "2026-09-01"}', 'in another month''s payroll'), ('{"claim_number": 2}', 'for another claim'),
               ('{"amount": 1}', 'with another amount'), ('{"way_of_payment": "cash_to_proxy"}', 'another way')) AS changed (changes, why);
SELECT is(pg_temp.copy(1, '{"attempt": 2, "previous_attempt": 1}'), '23503', 'ER13!: a second try without a first that failed');
SELECT is(pg_temp.copy(1, changes), '23514', 'ER13!: a second try that ' || why)
  FROM (VALUES ('{"attempt": 2}', 'follows none'), ('{"attempt": 3, "previous_attempt": 1}', 'leaps over one'), ('{"attempt": 2, "previous_attempt": 2}', 'follows itself'), ('{"attempt": 0}', 'is none')) AS changed (changes, why);
SELECT is(pg_temp.owner_would(format('INSERT INTO payment.line SELECT (jsonb_populate_record(old, %L)).* FROM payment.line AS old WHERE thai_id = %L', changes, pg_temp.p(1))), '23505', 'ER13!: a second line ' || why)
  FROM (VALUES ('{}', 'as the first'), ('{"authority_code": 6730123}', 'of another authority'), ('{"claim_number": 2}', 'of another claim'), ('{"allowance": 1}', 'with another amount')) AS changed (changes, why);
SELECT pg_temp.seal('treasury', '2026-08-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.draft('a.officer', '2026-08-01'), '0 0 0 0 0', 'ER13!: nothing of the month is left to pay');
SELECT is(pg_temp.draft('admin', '2026-08-01'), '0 0 0 0 0', 'ER13!: for nobody');

-- Late facts become entries beside the line, paid once (DE21) ----------------------------------------------------------------------------------
SELECT pg_temp.today('2026-08-20');
SELECT is(pg_temp.adjust('2026-08-01', '2026-08-01') ~ 'arrears', true, 'DE21: what was learnt late is recorded as arrears');
SELECT is(pg_temp.adjust('2026-08-01', '2026-08-01'), NULL, 'DE21!: once');
SELECT pg_temp.today('2026-09-01');
SELECT pg_temp.prepare('2026-09-01') \g /dev/null
SELECT is(pg_temp.sign_all('a', '2026-09-01'), 'elderly done disability done aids done', 'ER13: September');
SELECT is(pg_temp.payments(2), '08 A 700 08 A+1 150 09 A 850', 'DE21: the difference of August with September');
SELECT is(pg_temp.payments(1), '08 A 700 08 A+1 300 09 A 1000', 'DE21: another birth date counts for all months');
SELECT is((SELECT account_number FROM payment.instruction WHERE thai_id = pg_temp.p(10) AND month = '2026-09-01' AND adjustment_number = 0), '0000000099', 'ER13: the new account from the next month on');
SELECT is((SELECT count(*) FROM payment.instruction WHERE month < cycle_month AND btrim(coalesce(late_reason, '')) = ''), 0::bigint, 'ER13!: no arrears are paid without their reason');
SELECT is(pg_temp.adjust('2026-08-01', '2026-09-01'), NULL, 'DE21!: nothing more is owed');
SELECT is(pg_temp.copy(3, '{"adjustment_number": 0, "cycle_month": "2026-09-01"}'), '23505', 'ER13!: nor can it be paid');
SELECT pg_temp.seal('treasury', '2026-09-01'), pg_temp.send('treasury.2') \g /dev/null

-- Facts recorded by the end of the 1st count, those of the 2nd are late (DE21) ------------------------------------------------------------------
SELECT is(pg_temp.edit('a.officer', 2, '{"top_up": "10"}'), 'done', 'DE21: on the 1st');
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.edit('a.officer', 3, '{"top_up": "10"}') \g /dev/null
SELECT pg_temp.today('2026-10-02');
SELECT pg_temp.edit('a.officer', 4, '{"top_up": "10"}') \g /dev/null
SELECT pg_temp.prepare('2026-10-01') \g /dev/null
SELECT is((SELECT string_agg(top_up::text, ' ' ORDER BY thai_id) FROM payment.line WHERE month = '2026-10-01' AND programme = 'elderly' AND thai_id IN (pg_temp.p(2), pg_temp.p(3), pg_temp.p(4))), '10.00 10.00 0.00', 'DE21: known by the end of the 1st counts, of the 2nd not');

-- Alive on the 1st (ER13, DE3); the dead are held (ER15) -----------------------------------------------------------------------------------------
SELECT is(pg_temp.feed(n, jsonb_build_object('happened_on', day, 'registered_on', '2026-10-02', 'reported_on', '2026-10-02', 'event_reference', 'D' || n, 'birth_date', '01/12/2490')), '1 0 0', 'ER15: a death of ' || day)
  FROM (VALUES (5, '2026-09-30'), (6, '2026-10-01'), (7, '2026-09-01')) AS died (n, day);
SELECT pg_temp.be('admin');
SELECT civil.sweep(), payment.hold_the_dead() \g /dev/null
RESET ROLE;
SELECT is(pg_temp.sees('a.officer', 'SELECT national_id FROM payment.held_lines(''2026-10-01'')'), format('(%s) (%s)', pg_temp.p(5), pg_temp.p(7)), 'DE3: a death on the 1st pays that month, a death the day before does not');
SELECT pg_temp.sign_all('a', '2026-10-01') \g /dev/null
SELECT is(pg_temp.payments(n), want, why) FROM (VALUES
  (5, '08 A 700 08 A+1 150 09 A 850', 'DE3!: died on 30 September: October is not paid'), (6, '08 A 700 08 A+1 150 09 A 850 10 A 850', 'DE3: died on 1 October: October is'), (7, '08 A 700 08 A+1 150 09 A 850', 'DE3: died on 1 September: September is, October is not')) AS died (n, want, why);
SELECT pg_temp.seal('treasury', '2026-10-01'), pg_temp.send('treasury.2') \g /dev/null

-- An item of another authority ------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-20');
SELECT pg_temp.enter('b.officer', 21), pg_temp.enter('b.officer', 22, 'elderly', pg_temp.account('0000000022')) \g /dev/null
SELECT is(pg_temp.sees('b.officer', 'SELECT * FROM payment.payroll_items(''2026-10-01'', ''elderly'')'), NULL, 'ER13!: B sees nothing of A''s payments');
SELECT is(pg_temp.sees('a.officer', format('SELECT * FROM payment.payroll_items(''2026-10-01'', ''elderly'') WHERE national_id = %L', pg_temp.p(21))), NULL, 'ER13!: nor A of B''s');
SELECT pg_temp.today('2026-11-01');
SELECT pg_temp.prepare('2026-11-01'), pg_temp.draft('admin', '2026-11-01') \g /dev/null
SELECT is(pg_temp.sees('b.officer', 'SELECT national_id FROM payment.payroll_items(''2026-11-01'', ''elderly'')'), format('(%s) (%s)', pg_temp.p(21), pg_temp.p(22)), 'ER13: each its own');
SELECT is(pg_temp.sign_all('b', '2026-11-01'), 'elderly done', 'ER13: B approves its own');
SELECT is((SELECT count(*) FROM payment.instruction WHERE cycle_month = '2026-11-01' AND authority_code <> 6730123), 0::bigint, 'ER13!: nothing of A''s with it');
SELECT is((SELECT count(*) FROM payment.instruction WHERE cycle_month = '2026-11-01'), 2::bigint, 'ER13: both of B''s');

-- Recoveries of what was never paid; arrears of what was never paid ------------------------------------------------------------------------------
-- 8: waived with effect from a month that is prepared and not paid; 9: owed more for a month that is prepared and not paid
SELECT pg_temp.today('2026-11-05');
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''waived'', ''2026-10-15'', programmes => ''{elderly}'', remark => ''หนังสือสละสิทธิ'')', pg_temp.p(8))), 'done', 'DE6: a waiver of October, keyed in November');
SELECT is(pg_temp.edit('a.officer', 9, '{"birth_date": "01/12/2480"}'), 'done', 'DE21: another birth date after November was prepared');
SELECT is(pg_temp.adjust('2026-11-01', '2026-11-01') ~ '11 arrears .* 1 150, 11 recovery late_disposal 1 -850', true, 'DE21: more for the one, too much for the other');
SELECT is(pg_temp.sign_all('a', '2026-11-01') ~ 'elderly done', true, 'ER13: A''s November is approved after that');
SELECT is(pg_temp.got('2026-11-01', '2026-11-01', 8), 0::numeric, 'DE6!: what is not owed any more and was not paid is not paid');
SELECT is(pg_temp.got('2026-11-01', '2026-11-01', 9), 1000::numeric, 'DE21: what is owed is paid once, line and difference');
SELECT pg_temp.sign_all('a', '2026-11-01') \g /dev/null
SELECT pg_temp.today('2026-12-01');
SELECT pg_temp.prepare('2026-12-01'), pg_temp.sign_all('a', '2026-11-01', 'x'), pg_temp.sign_all('a', '2026-12-01') \g /dev/null
SELECT is(pg_temp.got('2026-11-01', '2026-11-01', 8), 0::numeric, 'DE6!: nor a month later');
SELECT is(pg_temp.got('2026-11-01', '2026-11-01', 9), 1000::numeric, 'DE21: nor is the other paid more');
SELECT is(pg_temp.got('2026-12-01', '2026-12-01', 8), 0::numeric, 'DE6!: and December is not paid');
SELECT pg_temp.by('a.executive', format('payment.decide_recovery(%L, ''elderly'', ''2026-11-01'', 1, ''due'', ''5/2570'', ''x'')', pg_temp.p(8))) \g /dev/null
SELECT is((SELECT sum(amount) FROM payment.asked_back(pg_temp.p(8))), NULL, 'ER14!: money that never went out is not asked back, whatever is ordered');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

-- One person, one payment of a programme and month: who moves between authorities (ER8, DR8), whose wrong national ID is corrected (IS9.6), who dies (EG4.3, ER15).
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.acknowledge(number integer, more text DEFAULT '') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('registry.acknowledge_move(%L, ''elderly''%s)', pg_temp.p(number), more)) $$;
-- A month with its jobs, signed by both authorities, sealed and handed over by the Comptroller General's Department.
CREATE FUNCTION pg_temp.month(cycle date, late text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.job(cycle);
    PERFORM pg_temp.sign_all('a', cycle, late), pg_temp.sign_all('b', cycle, late);
    RETURN pg_temp.seal('treasury', cycle, late) || ' ' || pg_temp.send('treasury.2');
  END $$;
-- Records what is owed as arrears, then drafts and approves it with the payroll of a month.
CREATE FUNCTION pg_temp.adjust(from_month date, to_month date) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('admin', format('string_agg(concat_ws('' '', to_char(month, ''MM''), kind, cause, adjustments, trim_scale(allowance)), '', '' ORDER BY month, kind) FROM payment.record_adjustments(%L, %L)', from_month, to_month)) $$;
CREATE FUNCTION pg_temp.twice() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT string_agg(told, ', ') FROM (SELECT concat_ws(' ', instruction.thai_id, instruction.month, count(*)) AS told FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
   WHERE failure.thai_id IS NULL GROUP BY instruction.thai_id, instruction.programme, instruction.month, instruction.payer HAVING sum(instruction.amount) > 700) AS twice $$;

-- Moved out 15 June, confirmed at B 18 July: July is A's, August B's, held until A acknowledges ------------------------------------------------
SELECT pg_temp.today('2026-06-20');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(1, 6) AS n \g /dev/null
SELECT pg_temp.enter('b.officer', 7) \g /dev/null
SELECT is(pg_temp.notify('a.officer', n, '2026-06-15', 6730123), 'done', 'ER8.2: moved ' || n) FROM generate_series(1, 5) AS n;
SELECT is(pg_temp.month('2026-07-01'), '2 0 7 0 4900 done', 'ER8.3: July is A''s, but for one who always was B''s');
SELECT pg_temp.today('2026-07-18');
SELECT is(pg_temp.confirm('b.officer', n, '2026-07-18'), 'done', 'ER8.1: confirmed at B: ' || n) FROM generate_series(1, 3) AS n;
SELECT is(pg_temp.month('2026-08-01'), '2 0 4 0 2800 done', 'ER8.4: August: A pays who has not confirmed, B''s are held');
SELECT is(pg_temp.payments(1), '07 A 700', 'ER8.4!: who has confirmed is paid by neither until it is acknowledged');
SELECT is(pg_temp.payments(4), '07 A 700 08 A 700', 'ER8.3: who has not is paid by A');
SELECT is(pg_temp.sees('b.officer', 'SELECT state, items, held, held_amount FROM payment.list_payrolls(''2026-08-01'')'), '(sent,1,3,2100.00)', 'ER8.4: B''s payroll shows what it holds');
SELECT pg_temp.today('2026-08-20');
-- 4 confirms at B in August when A has been approved and sent for August: A's month
SELECT is(pg_temp.confirm('b.officer', 4, '2026-08-20'), 'done', 'ER8.1: confirmed in August: August is A''s, September B''s');
SELECT is(pg_temp.acknowledge(1), 'done', 'EG5.2: A acknowledges 1');
SELECT is(pg_temp.acknowledge(2, ', ''2026-08-01'''), 'done', 'ER8.4: and of 2 states that it paid August');
SELECT is(pg_temp.acknowledge(4), 'done', 'EG5.2: and 4');
SELECT is(pg_temp.month('2026-09-01'), '2 0 7 0 4900 done', 'ER8.4: September and what was released');
SELECT is(pg_temp.payments(1), '07 A 700 08 B 700 09 B 700', 'ER8.4: the held August is released as arrears');
SELECT is(pg_temp.payments(2), '07 A 700 09 B 700', 'ER8.4!: but not what the old authority says that it paid');
SELECT is(pg_temp.payments(3), '07 A 700', 'ER8.4!: unacknowledged it stays held');
SELECT is(pg_temp.payments(4), '07 A 700 08 A 700 09 B 700', 'ER8.4: A''s until the month of the confirmation, B''s from the next, none twice, none missing');
SELECT is(pg_temp.payments(5), '07 A 700 08 A 700 09 A 700', 'ER8.3: who has not confirmed stays A''s until the end of the fiscal year');
SELECT is((SELECT btrim(coalesce(late_reason, '')) <> '' FROM payment.instruction WHERE thai_id = pg_temp.p(1) AND month = '2026-08-01'), true, 'ER13: August, paid in September, says why');
SELECT is(pg_temp.twice(), NULL, 'ER13!: nobody is paid a month by two authorities');
SELECT is(pg_temp.adjust('2026-07-01', '2026-09-01'), NULL, 'ER8.4!: nothing of it is owed or asked back');

-- A confirmation acknowledged between A's approval and the handing over of the same month
SELECT pg_temp.today('2026-09-25');
SELECT is(pg_temp.acknowledge(3), 'done', 'EG5.2: A acknowledges 3 at last');
SELECT is(pg_temp.month('2026-10-01'), '2 0 8 0 5600 done', 'ER8.5: October: 1 to 4 at B, 3 with August and September, 6 at A, 5 nowhere');
SELECT is(pg_temp.payments(3), '07 A 700 08 B 700 09 B 700 10 B 700', 'ER8.4: each month once');
SELECT is(pg_temp.payments(5), '07 A 700 08 A 700 09 A 700', 'ER8.5: not confirmed in the fiscal year, payment stops');
SELECT is(pg_temp.twice(), NULL, 'ER13!: nobody twice');

-- Back dated: confirmed at B while A's payroll of the same month is drafted, reviewed, approved, sealed --------------------------------------------
SELECT pg_temp.today('2026-10-05');
SELECT pg_temp.enter('a.officer', 10 + n) FROM generate_series(1, 4) AS n \g /dev/null
SELECT pg_temp.notify('a.officer', 10 + n, '2026-10-02', 6730123) FROM generate_series(1, 4) AS n \g /dev/null
SELECT pg_temp.today('2026-10-20');
SELECT is(pg_temp.confirm('b.officer', 11, '2026-10-20'), 'done', 'ER8.1: 11 confirms on 20 October, recorded in time');
SELECT pg_temp.job('2026-11-01');
SELECT pg_temp.draft('a.officer', '2026-11-01'), pg_temp.review('a.officer', '2026-11-01') AS digest \gset
SELECT is(pg_temp.confirm('b.officer', 12, '2026-10-20'), 'done', 'ER8.1: 12, too, keyed when A has reviewed November');
SELECT pg_temp.be('admin');
SELECT payment.prepare('2026-11-01'), payment.hold_awaiting('2026-11-01') \g /dev/null
RESET ROLE;
SELECT pg_temp.sign_all('a', '2026-11-01'), pg_temp.sign_all('b', '2026-11-01') \g /dev/null
SELECT is(pg_temp.confirm('b.officer', 13, '2026-10-20'), 'done', 'ER8.1: 13, keyed when A has approved November');
SELECT pg_temp.be('admin');
SELECT payment.prepare('2026-11-01'), payment.hold_awaiting('2026-11-01') \g /dev/null
RESET ROLE;
SELECT pg_temp.seal('treasury', '2026-11-01') \g /dev/null
SELECT is(pg_temp.confirm('b.officer', 14, '2026-10-20'), 'done', 'ER8.1: 14, keyed when it is sealed');
SELECT pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.acknowledge(n), 'done', 'EG5.2: acknowledged ' || n) FROM generate_series(11, 14) AS n;
SELECT pg_temp.adjust('2026-10-01', '2026-11-01') \g /dev/null
SELECT pg_temp.today('2026-11-02');
SELECT pg_temp.sign_all('a', '2026-11-01'), pg_temp.sign_all('b', '2026-11-01'), pg_temp.seal('treasury', '2026-11-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.month('2026-12-01') ~ 'done$', true, 'ER13: December is paid');
SELECT is(pg_temp.twice(), NULL, 'ER13!: nobody is paid November by both, whenever the confirmation was keyed');
SELECT is((SELECT string_agg(concat_ws(' ', n, (SELECT sum(amount) FROM payment.instruction WHERE thai_id = pg_temp.p(n) AND month = '2026-11-01')), ', ' ORDER BY n) FROM generate_series(11, 14) AS n), '11 700.00, 12 700.00, 13 700.00, 14 700.00', 'ER8.4: and everybody is paid it');
SELECT is((SELECT string_agg(concat_ws(' ', n, (SELECT sum(amount) FROM payment.instruction WHERE thai_id = pg_temp.p(n) AND month = '2026-12-01' AND authority_code = 6730123)), ', ' ORDER BY n) FROM generate_series(11, 14) AS n), '11 700.00, 12 700.00, 13 700.00, 14 700.00', 'ER8.4: December by B');

-- A wrong national ID corrected: before drafting, between approval and sending, after sending (IS9.6) ---------------------------------------------
SELECT pg_temp.today('2026-12-05');
SELECT pg_temp.enter('b.officer', 20 + n) FROM generate_series(1, 5) AS n \g /dev/null
CREATE FUNCTION pg_temp.mend(wrong integer, correct integer) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.by('b.officer', format('registry.correct_id(%L, %L, ''พิมพ์ผิด'', ''สำเนาบัตร'')', pg_temp.p(wrong), pg_temp.p(correct)));
    RETURN pg_temp.by('b.clerk', format('registry.correct_id(%L, %L, ''พิมพ์ผิด'', ''สำเนาบัตร'')', pg_temp.p(wrong), pg_temp.p(correct)));
  END $$;
-- what both numbers together got for a month
CREATE FUNCTION pg_temp.both(wrong integer, cycle date) RETURNS numeric LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT coalesce(sum(instruction.amount), 0) FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
   WHERE failure.thai_id IS NULL AND month = cycle AND thai_id IN (pg_temp.p(wrong), pg_temp.p(wrong + 10)) $$;
SELECT pg_temp.job('2027-01-01');
SELECT is(pg_temp.mend(21, 31) ~ '^WF|^[0-9]', false, 'IS9.6: corrected after the month was prepared');
SELECT pg_temp.by('admin', 'count(*) FROM payment.prepare(''2027-01-01'')'), pg_temp.draft('b.officer', '2027-01-01') \g /dev/null
SELECT pg_temp.review('b.officer', '2027-01-01') \g /dev/null
SELECT is(pg_temp.mend(22, 32) ~ '^WF|^[0-9]', false, 'IS9.6: corrected after the review');
SELECT pg_temp.by('admin', 'count(*) FROM payment.prepare(''2027-01-01'')'), pg_temp.sign_all('b', '2027-01-01') \g /dev/null
SELECT is(pg_temp.mend(23, 33) ~ '^WF|^[0-9]', false, 'IS9.6: corrected after approval');
SELECT pg_temp.by('admin', 'count(*) FROM payment.prepare(''2027-01-01'')'), pg_temp.sign_all('b', '2027-01-01'), pg_temp.seal('treasury', '2027-01-01') \g /dev/null
SELECT is(pg_temp.mend(24, 34) ~ '^WF|^[0-9]', false, 'IS9.6: corrected after the seal');
SELECT pg_temp.by('admin', 'count(*) FROM payment.prepare(''2027-01-01'')'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.mend(25, 35) ~ '^WF|^[0-9]', false, 'IS9.6: corrected after it was handed over');
SELECT pg_temp.by('admin', 'count(*) FROM payment.prepare(''2027-01-01'')'), pg_temp.adjust('2026-12-01', '2027-01-01'), pg_temp.sign_all('b', '2027-01-01'), pg_temp.seal('treasury', '2027-01-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.month('2027-02-01') ~ 'done$', true, 'ER13: February is paid');
SELECT is(pg_temp.both(n, '2027-01-01'), 700::numeric, format('IS9.6: %s is paid January once, under whichever number', n)) FROM generate_series(21, 25) AS n;
SELECT is(pg_temp.both(n, '2027-02-01'), 700::numeric, format('IS9.6: %s is paid February once', n)) FROM generate_series(21, 25) AS n;
SELECT is((SELECT sum(amount) FROM payment.instruction WHERE month = '2027-02-01' AND thai_id IN (SELECT pg_temp.p(n) FROM generate_series(31, 35) AS n)), 3500::numeric, 'IS9.6: under the right numbers');
SELECT is(pg_temp.adjust('2027-01-01', '2027-02-01'), NULL, 'IS9.6!: nothing is owed or asked back for it');
SELECT is(pg_temp.twice(), NULL, 'ER13!: nobody twice');

-- The month that a dead person had earned (EG4.3) -------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2027-02-05');
SELECT pg_temp.enter('a.officer', 40 + n, 'elderly', CASE n WHEN 3 THEN pg_temp.account('0000000043') ELSE '{}' END) FROM generate_series(1, 3) AS n \g /dev/null
SELECT is(pg_temp.by('a.officer', format('registry.add_representative(%L, %L, ''proxy'', ''นางทายาท ระบบ'', ''บุตร'', ''หนังสือ 1/2570'', ''2026-01-01'', true)', pg_temp.p(41), pg_temp.p(91))) ~ '^WF|^[0-9]', false, 'EG4.3: 41 has named somebody for while alive and after death');
SELECT pg_temp.job('2027-03-01');
SELECT pg_temp.today('2027-03-04');
SELECT is(pg_temp.feed(40 + n, jsonb_build_object('happened_on', '2027-03-02', 'registered_on', '2027-03-03', 'reported_on', '2027-03-03', 'event_reference', 'E' || n)), '1 0 0', 'ER15: a death of 2 March') FROM generate_series(1, 3) AS n;
SELECT pg_temp.be('admin');
SELECT civil.sweep(), payment.hold_the_dead() \g /dev/null
RESET ROLE;
SELECT pg_temp.sign_all('a', '2027-03-01') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', right(thai_id::text, 3), way_of_payment, amount), ', ' ORDER BY thai_id) FROM payment.instruction WHERE month = '2027-03-01' AND thai_id IN (pg_temp.p(41), pg_temp.p(42), pg_temp.p(43))),
          (SELECT string_agg(concat_ws(' ', right(pg_temp.id(40 + n), 3), CASE n WHEN 3 THEN 'own_account' ELSE 'cash_in_person' END, '700.00'), ', ' ORDER BY n) FROM generate_series(1, 3) AS n), 'EG4.3, ER13: the month of the death is paid, each in its way');
SELECT pg_temp.job('2027-04-01');
SELECT pg_temp.sign_all('a', '2027-04-01') \g /dev/null
SELECT is((SELECT count(*) FROM payment.instruction WHERE month > '2027-03-01' AND thai_id IN (pg_temp.p(41), pg_temp.p(42), pg_temp.p(43))), 0::bigint, 'EG4.3!: and none after it');
SELECT is((SELECT count(*) FROM payment.line_standing WHERE month = '2027-04-01' AND held AND thai_id IN (pg_temp.p(41), pg_temp.p(42), pg_temp.p(43))), 3::bigint, 'ER15: they are held');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

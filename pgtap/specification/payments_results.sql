-- What the banks answer (ER13, EG6.2): matched one to one by reference; paid, failed, returned; what failed is never lost and never doubled.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
-- The reference of a payment. Parameters: person; programme; month; payer; try.
CREATE FUNCTION pg_temp.ref(number integer, asked text DEFAULT 'elderly', cycle date DEFAULT '2026-09-01', asked_payer text DEFAULT 'local_authority', asked_attempt integer DEFAULT 1) RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN RETURN (SELECT lpad(reference::text, 15, '0') FROM payment.instruction WHERE thai_id = pg_temp.p(number) AND programme::text = asked AND month = cycle AND payer::text = asked_payer AND attempt = asked_attempt); END $$;
-- Delivers rows 'reference outcome amount reason' as somebody, and answers rows, credited, failed, returned, unchanged, refused; a refusal of the whole by its code. Parameters: user; rows; what the file states; day of booking.
CREATE FUNCTION pg_temp.deliver(who text, given text[], stated_rows bigint DEFAULT NULL, stated_sum numeric DEFAULT NULL, booked text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    opened bigint;
    answer text;
  BEGIN
    PERFORM pg_temp.be(who);
    BEGIN
      opened := payment.begin_results('result.csv', 'ธนาคาร', NULL, stated_rows, stated_sum);
      INSERT INTO payment.result_row (delivery_number, line_number, reference, outcome, amount, reason_code, booked_on)
      SELECT opened, 1 + line, split_part(text, ' ', 1), split_part(text, ' ', 2), nullif(split_part(text, ' ', 3), ''), nullif(split_part(text, ' ', 4), ''), coalesce(booked, welfare.business_date()::text)
        FROM unnest(given) WITH ORDINALITY AS row (text, line);
      SELECT concat_ws(' ', row_count, credited, failed, returned, unchanged, refused) INTO answer FROM payment.finish_results(opened);
    EXCEPTION WHEN OTHERS THEN
      answer := SQLSTATE || CASE WHEN SQLSTATE LIKE 'WF%' THEN '' ELSE ' ' || SQLERRM END;
    END;
    RESET ROLE;
    RETURN answer;
  END $$;
CREATE FUNCTION pg_temp.last_delivery() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT max(delivery_number) FROM payment.bank_delivery';
-- Why the rows of the last delivery of somebody were refused: 'line codes'.
CREATE FUNCTION pg_temp.why(who text) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('string_agg(line_number || '' '' || array_to_string(codes, ''+''), '', '' ORDER BY line_number) FROM payment.refused_results(%s)', pg_temp.last_delivery())) $$;
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter('a.officer', n, 'elderly', pg_temp.account('000000000' || n)) FROM generate_series(1, 9) AS n \g /dev/null
SELECT pg_temp.enter('a.officer', 10), pg_temp.enter('a.officer', 11, 'aids', pg_temp.account('0000000011')), pg_temp.enter('b.officer', 21, 'elderly', pg_temp.account('0000000021')),
       pg_temp.enter('a.officer', 12, 'disability', pg_temp.account('0000000012') || '{"birth_date": "01/12/2510", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability, welfare_card}"}') \g /dev/null
SELECT pg_temp.today('2026-09-01');
SELECT pg_temp.prepare(:m), pg_temp.sign_all('a', :m) \g /dev/null
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(1) || ' credited 700']), '1 0 0 0 0 1', 'ER13!: nothing arrives before it is sealed') UNION ALL SELECT is(pg_temp.why('bank'), '2 WF426', 'ER13!: for it was not handed over');
SELECT pg_temp.seal('treasury', :m) \g /dev/null
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(1) || ' credited 700']), '1 0 0 0 0 1', 'ER13!: nor before it is handed over') UNION ALL SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(1) || ' failed 700 AC04']), '1 0 0 0 0 1', 'ER13!: nor does it fail');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
SELECT is(pg_temp.payments(1), '09 A 700', 'ER13!: handed over is not arrived');

-- Who may tell --------------------------------------------------------------------------------------------------------------------------------------
SELECT matches(pg_temp.deliver(who, ARRAY[pg_temp.ref(1) || ' credited 700']), '^(42501|WF007)', 'ER13!: results are not told by ' || who) FROM unnest('{a.officer,a.executive,district,province,department,portal,report,finance,civil}'::text[]) AS who;
SELECT is(pg_temp.payments(1), '09 A 700', 'ER13!: and nothing of it stays');

-- Credited, failed, returned: one to one --------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(1) || ' credited 700', pg_temp.ref(2) || ' failed 700 AC04', pg_temp.ref(3) || ' ACSC 700.00', pg_temp.ref(4) || ' RJCT 700 BE01', pg_temp.ref(5) || ' returned 700 AC06', pg_temp.ref(11, 'aids') || ' credited 500',
                    pg_temp.ref(12, 'disability') || ' credited 800', pg_temp.ref(12, 'disability', :m, 'welfare_card_fund') || ' failed 200 AC01']), '8 4 3 1 0 0', 'ER13: each row is one payment');
SELECT is(pg_temp.payments(1) || ', ' || pg_temp.payments(2) || ', ' || pg_temp.payments(3) || ', ' || pg_temp.payments(4) || ', ' || pg_temp.payments(5), '09 A 700*, [09 A 700], 09 A 700*, [09 A 700], [09 A 700]', 'ER13: paid, failed, returned');
SELECT is(pg_temp.payments(12, 'disability'), '09 A 800* [09 Ac 200]', 'RC8.2: one payer''s arrives, the other''s does not');
SELECT is((SELECT string_agg(concat_ws(' ', kind, reason_code, amount), ', ' ORDER BY thai_id) FROM payment.failure WHERE programme = 'elderly'), 'failed AC04 700.00, failed BE01 700.00, returned AC06 700.00', 'ER13: with the bank''s reason');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(1) || ' credited 700', pg_temp.ref(2) || ' failed 700 AC04']), '2 0 0 0 2 0', 'ER13: told twice, nothing changes');
SELECT is((SELECT count(*) FROM payment.credit WHERE thai_id = pg_temp.p(1)), 1::bigint, 'ER13!: it arrived once');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(6) || ' credited 699', '999999999999999 credited 700', 'abc credited 700', pg_temp.ref(2) || ' credited 700', pg_temp.ref(3) || ' failed 700 AC04', pg_temp.ref(6) || ' arrived 700', pg_temp.ref(10) || ' credited 700', pg_temp.ref(6) || ' failed x AC04']),
          '8 0 0 0 0 8', 'ER13!: what does not fit is refused, row by row');
SELECT is(pg_temp.by('bank', format('count(DISTINCT line_number) FROM payment.refused_results(%s)', pg_temp.last_delivery())), '8', 'ER13: each with its reason');
SELECT alike(pg_temp.why('bank'), pattern, 'ER13!: ' || why) FROM (VALUES ('%2 %WF427%', 'another amount'), ('%3 WF425,%', 'a reference that is nobody''s'), ('%4 WF424,%', 'no reference'), ('%5 WF429,%', 'arrived after it failed'), ('%6 WF429,%', 'failed after it arrived'), ('%8 WF42A,%', 'cash through a bank'), ('%WF42B%', 'no amount')) AS v (pattern, why);
SELECT is(pg_temp.payments(6) || ', ' || pg_temp.payments(2) || ', ' || pg_temp.payments(3), '09 A 700, [09 A 700], 09 A 700*', 'ER13!: and nothing of it stays');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(6) || ' credited 700', pg_temp.ref(6) || ' failed 700 AC04']), '2 0 0 0 0 2', 'ER13!: two results of one payment in one file are neither') UNION ALL SELECT alike(pg_temp.why('bank'), '%WF428%', 'ER13!: for they contradict each other');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(6) || ' credited 700', pg_temp.ref(6) || ' credited 700']) IN ('2 1 0 0 1 0', '2 1 0 0 0 1', '2 0 0 0 0 2'), true, 'ER13: the same row twice counts once at most');
SELECT is((SELECT count(*) < 2 FROM payment.credit WHERE thai_id = pg_temp.p(6)), true, 'ER13!: not twice');
SELECT isnt(pg_temp.deliver('bank', ARRAY[pg_temp.ref(7) || ' credited 700'], booked => day), '1 1 0 0 0 0', 'ER13!: nothing is booked ' || why) FROM (VALUES ('2026-09-02', 'tomorrow'), ('2026-08-31', 'before it was handed over'), ('yesterday', 'on no day')) AS v (day, why);
-- what arrived may come back
SELECT is(pg_temp.deliver('treasury', ARRAY[pg_temp.ref(3) || ' returned 700 AC04']), '1 0 0 1 0 0', 'ER13: what arrived is returned a day later');
SELECT is(pg_temp.payments(3), '[09 A 700]', 'ER13: it has not arrived') UNION ALL SELECT is(pg_temp.deliver('treasury', ARRAY[pg_temp.ref(3) || ' returned 700 AC04']), '1 0 0 0 1 0', 'ER13: once') UNION ALL SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(3) || ' credited 700']) ~ '^1 0 0 0', true, 'ER13!: and does not arrive again by the old news');

-- The file states what it holds ---------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(7) || ' credited 700'], 2, 700), 'WF423', 'ER13!: a file of another count is not taken') UNION ALL SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(7) || ' credited 700'], 1, 701), 'WF423', 'ER13!: nor of another sum');
SELECT is(pg_temp.payments(7), '09 A 700', 'ER13!: nothing of it stays');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(7) || ' credited 700'], 1, 700), '1 1 0 0 0 0', 'ER13: as it states it is');

-- Deliveries are their sender's; errors tell nobody's programme ---------------------------------------------------------------------------------------------
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(11, 'aids') || ' failed 500 AC04', pg_temp.ref(11, 'aids') || ' credited 1']), '2 0 0 0 0 2', 'AR2: a refusal of a payment for AIDS');
SELECT is(pg_temp.sees('bank', format('SELECT line_number, reason FROM payment.refused_results(%s)', pg_temp.last_delivery())) ~* 'aids|เอดส์|elderly|10000000', false, 'AR2!: says neither programme nor person');
SELECT isnt(left(coalesce(pg_temp.sees('bank.2', format('SELECT * FROM payment.refused_results(%s)', pg_temp.last_delivery())), '-'), 1), '(', 'QS4!: another user does not see what was refused');
SELECT is(left(pg_temp.by('bank', 'count(*) FROM payment.' || relation), 5), '42501', 'QS4!: a bank does not read ' || relation) FROM unnest('{instruction,credit,failure,line,ledger_entry,batch}'::text[]) AS relation;

-- Ledger, and what is left ---------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.balances('a'), (SELECT format('budget -%s, sent %s, paid %s, returned %s', trim_scale(sum(amount)), trim_scale(sum(amount) FILTER (WHERE state = 's')), trim_scale(sum(amount) FILTER (WHERE state = 'p')), trim_scale(sum(amount) FILTER (WHERE state = 'r')))
   FROM (SELECT instruction.amount, CASE WHEN failure.thai_id IS NOT NULL THEN 'r' WHEN credit.thai_id IS NOT NULL THEN 'p' ELSE 's' END AS state FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
           LEFT JOIN payment.credit USING (thai_id, programme, month, adjustment_number, payer, attempt)) AS payment), 'ER13: the ledger says of every baht what the payments say: sent, paid, returned');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(8) || ' credited 700', pg_temp.ref(9) || ' credited 700', pg_temp.ref(6) || ' credited 700']) ~ ' 0$', true, 'ER13: the rest arrives');
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.prepare('2026-10-01'), pg_temp.sign_all('a', '2026-10-01') \g /dev/null
SELECT is(pg_temp.payments(2), '[09 A 700] 10 A 700', 'EG6.2!: what failed is not sent to the same account unasked');
SELECT is((SELECT count(*) FROM payment.instruction WHERE month = :m AND attempt > 1), 0::bigint, 'EG6.2!: nothing of September is');
SELECT is(pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-09-01'', ''2026-09-01'')'), '0', 'EG6.2!: nor is it owed as arrears besides');

-- Repaired, tried a second and a third time (never lost, never doubled) -----------------------------------------------------------------------------------
CREATE FUNCTION pg_temp.repair(number integer, account text) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('payment.repair_payment(%L, ''elderly'', ''2026-09-01'', document => ''คำขอ'', way_of_payment => ''own_account'', bank_code => 6, bank_branch => ''นครปฐม'', account_number => %L, account_name => ''ทดสอบ ระบบ'')', pg_temp.p(number), account)) $$;
SELECT pg_temp.seal('treasury', '2026-10-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.repair(1, '0000000201') ~ '^WF', true, 'EG6.2!: what arrived is not repaired') UNION ALL SELECT is(pg_temp.repair(2, '0000000002'), 'WF44B', 'EG6.2!: nor is the account that failed a new one') UNION ALL SELECT is(pg_temp.repair(n, '000000020' || n), 'done', 'EG6.2: a new account') FROM unnest('{2,3,4,5}'::integer[]) AS n;
SELECT pg_temp.today('2026-11-01');
SELECT pg_temp.prepare('2026-11-01'), pg_temp.sign_all('a', '2026-11-01'), pg_temp.seal('treasury', '2026-11-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.payments(n), format('[09 A 700] 09 A#2 700 10 A 700 11 A 700', n), 'EG6.2: tried again in the next cycle: ' || n) FROM unnest('{2,3,4,5}'::integer[]) AS n;
SELECT is((SELECT count(*) FROM payment.instruction WHERE attempt = 2 AND (account_number !~ '^000000020' OR btrim(coalesce(late_reason, '')) = '')), 0::bigint, 'EG6.2, ER13: each to the new account, each with why it is late');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(2) || ' credited 700']) ~ '^1 0 0 0 0 1', true, 'EG6.2!: the first try does not arrive after the second has gone out');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(2, asked_attempt => 2) || ' credited 700', pg_temp.ref(3, asked_attempt => 2) || ' failed 700 AC04', pg_temp.ref(4, asked_attempt => 2) || ' returned 700 AC04']), '3 1 1 1 0 0', 'EG6.2: the second arrives, or fails');
SELECT is(pg_temp.repair(2, '0000000302') ~ '^WF', true, 'EG6.2!: what arrived at the second try is not repaired') UNION ALL SELECT is(pg_temp.repair(3, '0000000303'), 'done', 'EG6.2: what failed again is');
SELECT pg_temp.today('2026-12-01');
SELECT pg_temp.prepare('2026-12-01'), pg_temp.sign_all('a', '2026-12-01'), pg_temp.seal('treasury', '2026-12-01'), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.payments(3), '[09 A 700] [09 A#2 700] 09 A#3 700 10 A 700 11 A 700 12 A 700', 'EG6.2: a third try') UNION ALL SELECT is(pg_temp.payments(2), '[09 A 700] 09 A#2 700* 10 A 700 11 A 700 12 A 700', 'EG6.2!: none for what arrived') UNION ALL
SELECT is(pg_temp.payments(4), '[09 A 700] [09 A#2 700] 10 A 700 11 A 700 12 A 700', 'EG6.2!: nor for what nobody has repaired');
SELECT is(pg_temp.deliver('bank', ARRAY[pg_temp.ref(3, asked_attempt => 3) || ' credited 700']), '1 1 0 0 0 0', 'EG6.2: and arrives');
SELECT is((SELECT count(*) FROM (SELECT FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE failure.thai_id IS NULL
                                  GROUP BY instruction.thai_id, programme, month, payer HAVING count(*) > 1) AS twice), 0::bigint, 'ER13!: nobody is paid twice');
SELECT alike(pg_temp.broken()::text, '%(concerns,1,%', 'ER13, QR8: that the first try is said to have arrived after the second went out is in doubt until somebody finds out');
SELECT is(pg_temp.by('treasury', format('payment.answer_concern(%s, ''paid_once'', ''หนังสือธนาคาร'')', pg_temp.ref(2)::bigint)), 'done', 'ER13: the treasury does');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

-- What the operator of the citizen portal is told of payments (PT6, AR2, QS1, QS4): lists of a month, changes by number, to whom, and nothing of health data.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
-- Whose a row is: the number of the person within the tests.
CREATE FUNCTION pg_temp.whose(national_id text) RETURNS integer LANGUAGE sql IMMUTABLE RETURN substr(national_id, 6, 7)::integer;
GRANT EXECUTE ON FUNCTION pg_temp.whose(text) TO PUBLIC;
CREATE FUNCTION pg_temp.publish(who text DEFAULT 'portal') RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.by(who, 'portal.publish_changes()') $$;
CREATE FUNCTION pg_temp.status(what text DEFAULT 'last_number, pending_packets + pending_changes') RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.sees('portal', 'SELECT ' || what || ' FROM portal.change_status()') $$;
CREATE FUNCTION pg_temp.make(cycle date, who text DEFAULT 'portal') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('concat_ws('' '', list_number, payments, trim_scale(amount)) FROM portal.make_payment_list(%L)', cycle)) $$;
-- The lines of a list: '1 elderly 08 700 cash_in_person', with '+1' an adjustment, '#2' a second try, 'c' the fund's, '@5730102' another authority than A.
CREATE FUNCTION pg_temp.lines(cycle date, number integer, more text DEFAULT '') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.by('portal', format($q$string_agg(concat_ws(' ', pg_temp.whose(national_id::text), programme, to_char(month, 'MM') || CASE adjustment_number WHEN 0 THEN '' ELSE '+' || adjustment_number END
         || CASE attempt WHEN 1 THEN '' ELSE '#' || attempt END || CASE payer WHEN 'local_authority' THEN '' ELSE 'c' END || CASE authority_code WHEN 5730102 THEN '' WHEN 6730123 THEN 'b' ELSE '?' END, trim_scale(amount)), ', ' ORDER BY national_id::text, programme, month, adjustment_number, payer, attempt)
         FROM portal.payment_list_lines(%L, %s%s)$q$, cycle, number, more)) $$;
-- Changes as they are given, in the order in which they are: 'number person programme month state'. Parameters: after; how many; of whom; columns besides.
CREATE FUNCTION pg_temp.changes(after bigint DEFAULT 0, maximum integer DEFAULT 10000, of_whom integer DEFAULT NULL, columns text DEFAULT 'change_number, pg_temp.whose(national_id::text), programme, state') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.by('portal', format($q$string_agg(told, ', ' ORDER BY place) FROM (SELECT concat_ws(' ', %s) AS told, row_number() OVER () AS place, national_id FROM portal.payment_changes(%s, %s)) AS change WHERE %L::integer IS NULL OR pg_temp.whose(national_id::text) = %L::integer$q$,
         columns, after, maximum, of_whom, of_whom)) $$;
-- How one person's payments went, in order: '09 sent, 09 credited'.
CREATE FUNCTION pg_temp.course(number integer) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.changes(0, 10000, number, $q$to_char(month, 'MM') || CASE programme WHEN 'elderly' THEN '' ELSE programme::text END || CASE adjustment_number WHEN 0 THEN '' ELSE '+' || adjustment_number END || CASE attempt WHEN 1 THEN '' ELSE '#' || attempt END || CASE payer WHEN 'local_authority' THEN '' ELSE 'c' END, state$q$) $$;
-- A reader that keeps the number of the last change that it has taken, from one on, some at a time: everything that it gets.
CREATE FUNCTION pg_temp.walk(after bigint, maximum integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    answer text[] := '{}';
    got text;
    turns integer := 0;
  BEGIN
    LOOP
      got := pg_temp.changes(after, maximum);
      EXIT WHEN got IS NULL OR turns > 500;
      answer := answer || got;
      after := split_part(split_part(got, ', ', -1), ' ', 1);
      turns := turns + 1;
    END LOOP;
    RETURN array_to_string(answer, ', ');
  END $$;
-- What of a person is given by a bank: reference of the last try. Parameters: number; programme; month; payer.
CREATE FUNCTION pg_temp.ref(number integer, asked text DEFAULT 'elderly', cycle date DEFAULT '2026-09-01', asked_payer text DEFAULT 'local_authority') RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS $$
  SELECT lpad(reference::text, 15, '0') FROM payment.instruction WHERE thai_id = pg_temp.p(number) AND programme::text = asked AND month = cycle AND payer::text = asked_payer ORDER BY adjustment_number, attempt DESC LIMIT 1 $$;
-- Delivers rows 'reference outcome amount reason' of a bank: answers rows, credited, failed, returned, unchanged, refused.
CREATE FUNCTION pg_temp.deliver(given text[]) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    opened bigint;
    answer text;
  BEGIN
    PERFORM pg_temp.be('bank');
    opened := payment.begin_results('result.csv', 'ธนาคาร');
    INSERT INTO payment.result_row (delivery_number, line_number, reference, outcome, amount, reason_code, booked_on)
    SELECT opened, 1 + line, split_part(text, ' ', 1), split_part(text, ' ', 2), split_part(text, ' ', 3), nullif(split_part(text, ' ', 4), ''), welfare.business_date()::text
      FROM unnest(given) WITH ORDINALITY AS row (text, line);
    SELECT concat_ws(' ', row_count, credited, failed, returned, unchanged, refused) INTO answer FROM payment.finish_results(opened);
    RESET ROLE;
    RETURN answer;
  END $$;
CREATE FUNCTION pg_temp.give(number integer, asked text DEFAULT 'elderly', cycle date DEFAULT '2026-09-01') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('payment.record_payout(%L, %L, %L, identity_document => ''บัตรประชาชน'')', pg_temp.p(number), asked, cycle)) $$;
CREATE FUNCTION pg_temp.back(number integer, asked text DEFAULT 'elderly', cycle date DEFAULT '2026-09-01') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('payment.return_cash(%L, %L, %L, 0, ''ไม่มารับ'')', pg_temp.p(number), asked, cycle)) $$;
CREATE FUNCTION pg_temp.repair(number integer, account text, asked text DEFAULT 'elderly', cycle date DEFAULT '2026-09-01') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('a.officer', format('payment.repair_payment(%L, %L, %L, document => ''คำขอ'', way_of_payment => ''own_account'', bank_code => 6, bank_branch => ''นครปฐม'', account_number => %L, account_name => ''ทดสอบ ระบบ'')', pg_temp.p(number), asked, cycle, account)) $$;
CREATE FUNCTION pg_temp.hold(number integer, from_month date) RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by('treasury', format('payment.hold_line(%L, %L, ''ทะเบียนราษฎร'', ''รอตรวจสอบ'')', pg_temp.p(number), from_month)) $$;
CREATE FUNCTION pg_temp.release(number integer) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.by('treasury', format('payment.release_hold(%L, ''ตรวจแล้ว'')', pg_temp.p(number))) $$;

-- Everybody: 1 cash, 2 4 6 by transfer, 3 disability of two payers, 5 cash, 7 elderly and AIDS, 8 AIDS alone, 9 elderly and disability; 21 of B, 22 of B and 31 of C AIDS alone.
CREATE FUNCTION pg_temp.people(with_aids boolean) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.enter('a.officer', n, 'elderly', CASE WHEN n IN (2, 4, 6) THEN pg_temp.account('770000000' || n) ELSE '{}' END) FROM unnest('{1,2,4,5,6,7,9}'::integer[]) AS n;
    PERFORM pg_temp.enter('a.officer', 3, 'disability', pg_temp.account('7700000003') || '{"birth_date": "01/12/2510", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability, welfare_card}"}'),
            pg_temp.enter('a.officer', 9, 'disability'), pg_temp.enter('b.officer', 21, 'elderly', pg_temp.account('7700000021'));
    IF with_aids THEN
      PERFORM pg_temp.enter('a.officer', n, 'aids', pg_temp.account('770000001' || n)) FROM unnest('{7,8}'::integer[]) AS n;
      PERFORM pg_temp.enter('b.officer', 22, 'aids', pg_temp.account('7700000022')), pg_temp.enter('c.officer', 31, 'aids');
    END IF;
  END $$;
SELECT pg_temp.today('2026-07-20');
CREATE TEMP TABLE before_all AS SELECT coalesce(max(entry_id), 0) AS entry_id FROM audit.entry;

-- Two worlds: with people of the AIDS allowance, and without; the operator cannot tell them apart (AR2) ------------------------------------------
-- Everything that the operator of the portal may ask about payments, at one moment, digests and numbers included; only the moments themselves are left out.
CREATE FUNCTION pg_temp.everything(what text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    answer text := what;
    query text;
  BEGIN
    FOREACH query IN ARRAY ARRAY['SELECT last_number, first_kept, published_at IS NULL, pending_packets, pending_changes FROM portal.change_status()', 'SELECT portal.publish_changes()',
        'SELECT last_number, first_kept, published_at IS NULL, pending_packets, pending_changes FROM portal.change_status()',
        'SELECT change_number, national_id, programme, month, adjustment_number, payer, attempt, cycle_month, authority_code, state, amount, effective_on, reason_code FROM portal.payment_changes(0)',
        'SELECT change_number FROM portal.payment_changes(3, 2)', 'SELECT * FROM portal.list_payments()']
      || ARRAY(SELECT format(list.query, month::date) FROM generate_series('2026-08-01'::date, '2026-12-01', interval '1 month') AS month
                CROSS JOIN unnest(ARRAY['SELECT * FROM portal.make_payment_list(%L)', 'SELECT * FROM portal.payment_list_lines(%L, 1)', 'SELECT * FROM portal.payment_list_lines(%L, 2)', 'SELECT * FROM portal.payment_list_lines(%L, 3, NULL, 2)']) AS list (query))
      || ARRAY['SELECT * FROM portal.list_payments()', format('SELECT * FROM portal.payment_list_lines(''2026-09-01'', 1, %L, 1)', pg_temp.p(7)), format('SELECT * FROM portal.payment_list_lines(''2026-09-01'', 1, %L, 1)', pg_temp.p(8))] LOOP
      answer := concat_ws(E'\n', answer, replace(query, pg_temp.p(8)::text, 'person 8') || ': ' || coalesce(pg_temp.sees('portal', query), '-'));
    END LOOP;
    RETURN answer;
  END $$;
-- Four months of one of the worlds, told at each step; in the world with AIDS everything that happens to others happens to it, too.
CREATE FUNCTION pg_temp.world(with_aids boolean) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
    had text;
  BEGIN
    BEGIN
      PERFORM pg_temp.today('2026-07-20'), pg_temp.people(with_aids), pg_temp.today('2026-08-01');
      answer := pg_temp.everything('nothing is handed over');
      PERFORM pg_temp.pay_out('2026-08-01', 'abc');
      answer := concat_ws(E'\n', answer, pg_temp.everything('August is handed over'));
      IF with_aids THEN had := concat_ws(' | ', had, pg_temp.deliver(ARRAY[pg_temp.ref(22, 'aids', '2026-08-01') || ' credited 500']), pg_temp.by('c.officer', format('payment.record_payout(%L, ''aids'', ''2026-08-01'', identity_document => ''x'')', pg_temp.p(31)))); END IF;
      answer := concat_ws(E'\n', answer, pg_temp.everything('in one world only the hidden one has arrived'));
      PERFORM pg_temp.deliver(ARRAY[pg_temp.ref(2, 'elderly', '2026-08-01') || ' credited 700', pg_temp.ref(21, 'elderly', '2026-08-01') || ' credited 700', pg_temp.ref(4, 'elderly', '2026-08-01') || ' failed 700 AC04']
                || CASE WHEN with_aids THEN ARRAY[pg_temp.ref(7, 'aids', '2026-08-01') || ' credited 500', pg_temp.ref(8, 'aids', '2026-08-01') || ' failed 500 AC04'] ELSE '{}' END), pg_temp.give(1, cycle => '2026-08-01'), pg_temp.back(5, cycle => '2026-08-01');
      answer := concat_ws(E'\n', answer, pg_temp.everything('mixed with others'));
      PERFORM pg_temp.today('2026-09-01'), pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, ''{"birth_date": "01/12/2480"}'')', pg_temp.p(1))), pg_temp.repair(4, '7700000104', cycle => '2026-08-01');
      IF with_aids THEN
        had := concat_ws(' | ', had, pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, ''{"programme": "aids", "top_up": "50"}'', ''2026-08-01'')', pg_temp.p(8))), pg_temp.repair(8, '7700000108', 'aids', '2026-08-01'));
      END IF;
      PERFORM pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-08-01'', ''2026-08-01'')'), pg_temp.prepare('2026-09-01'), pg_temp.hold(5, '2026-09-01');
      IF with_aids THEN had := concat_ws(' | ', had, pg_temp.by('a.officer', format('payment.hold_own(%L, ''aids'', ''2026-09-01'', ''x'')', pg_temp.p(8)))); END IF;
      PERFORM pg_temp.sign_all('a', '2026-09-01'), pg_temp.sign_all('b', '2026-09-01'), pg_temp.hold(6, '2026-09-01');
      IF with_aids THEN had := concat_ws(' | ', had, pg_temp.by('b.officer', format('payment.hold_own(%L, ''aids'', ''2026-09-01'', ''x'')', pg_temp.p(22)))); END IF;
      PERFORM pg_temp.seal('treasury', '2026-09-01');
      answer := concat_ws(E'\n', answer, pg_temp.everything('sealed'));
      PERFORM pg_temp.break('treasury');
      answer := concat_ws(E'\n', answer, pg_temp.everything('the seal is broken'));
      PERFORM pg_temp.seal('treasury', '2026-09-01'), pg_temp.send('treasury.2');
      answer := concat_ws(E'\n', answer, pg_temp.everything('September is handed over'));
      -- a second disbursement, which holds in one world AIDS, and is not there in the other
      IF with_aids THEN had := concat_ws(' | ', had, pg_temp.sign_all('c', '2026-09-01'), pg_temp.seal('treasury', '2026-09-01'), pg_temp.send('treasury.2')); END IF;
      answer := concat_ws(E'\n', answer, pg_temp.everything('in one world only the hidden one is handed over besides'));
      IF with_aids THEN
        had := concat_ws(' | ', had, pg_temp.by('b.officer', format('payment.release_own(%L, ''aids'', ''x'')', pg_temp.p(22))), pg_temp.by('c.officer', format('payment.return_cash(%L, ''aids'', ''2026-09-01'', 0, ''x'')', pg_temp.p(31))),
                 pg_temp.deliver(ARRAY[pg_temp.ref(7, 'aids') || ' failed 550 AC04']));
      END IF;
      answer := concat_ws(E'\n', answer, pg_temp.everything('in one world only the hidden one failed, was not collected, was released'));
      -- 7 dies, who is paid for both: the unpaid is cancelled
      PERFORM pg_temp.today('2026-09-20'), pg_temp.release(5), pg_temp.release(6);
      PERFORM pg_temp.feed(n, jsonb_build_object('happened_on', '2026-09-15', 'registered_on', '2026-09-20', 'reported_on', '2026-09-20', 'event_reference', 'E' || n)) FROM unnest('{7}'::integer[]) AS n;
      IF with_aids THEN PERFORM pg_temp.feed(n, jsonb_build_object('happened_on', '2026-09-15', 'registered_on', '2026-09-20', 'reported_on', '2026-09-20', 'event_reference', 'E' || n)) FROM unnest('{8}'::integer[]) AS n; END IF;
      PERFORM pg_temp.job('2026-10-01'), pg_temp.sign_all('a', '2026-10-01'), pg_temp.sign_all('b', '2026-10-01'), pg_temp.sign_all('c', '2026-10-01');
      answer := concat_ws(E'\n', answer, pg_temp.everything('October is approved'));
      PERFORM pg_temp.by('treasury', format('cancelled FROM payment.cancel_dead(%L, ''x'', ''x'')', pg_temp.p(n))) FROM unnest('{7,8}'::integer[]) AS n;
      answer := concat_ws(E'\n', answer, pg_temp.everything('the dead are cancelled'));
      PERFORM pg_temp.seal('treasury', '2026-10-01'), pg_temp.send('treasury.2');
      answer := concat_ws(E'\n', answer, pg_temp.everything('October is handed over'));
      PERFORM pg_temp.by('admin', 'portal.make_payment_lists()'), pg_temp.by('admin', 'portal.purge_changes(clock_timestamp())');
      answer := concat_ws(E'\n', answer, pg_temp.everything('everything is purged'));
      -- November: in one world only AIDS is paid
      IF with_aids THEN
        PERFORM pg_temp.today('2026-11-01');
        had := concat_ws(' | ', had, pg_temp.prepare('2026-11-01'), pg_temp.sign_all('c', '2026-11-01'), pg_temp.seal('treasury', '2026-11-01'), pg_temp.send('treasury.2'));
      END IF;
      PERFORM pg_temp.today('2026-11-02');
      answer := concat_ws(E'\n', answer, pg_temp.everything('a month of the hidden one alone'));
      answer := concat_ws(E'\n', answer, 'broken: ' || coalesce(pg_temp.broken(), 'nothing'));
      RAISE EXCEPTION USING ERRCODE = 'XX999';
    EXCEPTION WHEN SQLSTATE 'XX999' THEN
      IF with_aids THEN PERFORM set_config('test.had', had, true); END IF;
      RETURN answer;
    END;
  END $$;
CREATE TEMP TABLE world AS SELECT with_aids, pg_temp.world(with_aids) AS told FROM unnest('{true,false}'::boolean[]) AS with_aids;
CREATE TEMP TABLE line_of AS SELECT with_aids, number, line FROM world CROSS JOIN LATERAL regexp_split_to_table(told, E'\n') WITH ORDINALITY AS row (line, number);
SELECT is(a.line, b.line, 'AR2!: the same answer with and without AIDS: ' || left(coalesce(a.line, b.line), 60)) FROM (SELECT * FROM line_of WHERE with_aids) AS a FULL JOIN (SELECT * FROM line_of WHERE NOT with_aids) AS b USING (number)
 WHERE a.line IS DISTINCT FROM b.line OR number <= 6;
SELECT is((SELECT told FROM world WHERE with_aids), (SELECT told FROM world WHERE NOT with_aids), 'AR2!: nothing that the portal is told differs between a world with AIDS and one without');
SELECT cmp_ok((SELECT length(told) FROM world WHERE with_aids), '>', 10000, 'AR2: and it is told much');
SELECT doesnt_match((SELECT told FROM world WHERE with_aids), (SELECT '(?i)aids|เอดส์|' || string_agg(pg_temp.id(n), '|') FROM unnest('{8,22,31}'::integer[]) AS n), 'AR2!: neither the word nor who has it alone');
SELECT is((SELECT string_agg(oid::regprocedure::text, ', ' ORDER BY proname) FROM pg_proc WHERE pronamespace = 'portal'::regnamespace AND has_function_privilege('welfare_portal', oid, 'EXECUTE')
             AND NOT EXISTS (SELECT FROM world WHERE strpos(told, 'portal.' || proname || '(') > 0)), NULL, 'AR2!: the portal calls no other function of the schema');
SELECT alike((SELECT told FROM world WHERE with_aids), '%broken: nothing', 'QR8: what must always be true is, in both');
SELECT is(current_setting('test.had'), '1 1 0 0 0 0 | done | done | done | done | done | aids done | 1 0 1 0 500 | done | done | done | 1 0 0 0 0 1 | elderly 8 8 5700 0 0, disability 2 2 1600 0 200, aids 4 4 2000 50 0 | aids done | 1 0 1 0 500 | done',
          'AR2: in the one world AIDS arrived, was given, repaired, held, handed over alone, released, not collected');

-- Months that each authority pays itself, until December 2562: told like every other, as one month ------------------------------------------------------
SAVEPOINT begun;
INSERT INTO identity.office (user_name, office, authority_code, valid) SELECT at || '.plain', 'officer', pg_temp.place(at || '.plain'), '[2009-01-01,)' FROM unnest('{a,b}'::text[]) AS at;
SELECT pg_temp.today('2019-11-10');
SELECT pg_temp.enter('a.officer', 1, 'elderly', day), pg_temp.enter('a.officer', 2, 'elderly', pg_temp.account('7700000002', 'own_account', '034') || day), pg_temp.enter('a.officer', 8, 'aids', day), pg_temp.enter('b.officer', 22, 'aids', day), pg_temp.enter('b.officer', 21, 'elderly', day)
  FROM (VALUES ('{"claimed_on": "2018-11-01", "ordered_on": "2018-11-05"}'::jsonb)) AS v (day) \g /dev/null
SELECT pg_temp.today('2019-12-02');
SELECT pg_temp.prepare('2019-12-01'), pg_temp.sign_all('a', '2019-12-01'), pg_temp.sign_all('b', '2019-12-01'), pg_temp.seal('b.officer', '2019-12-01') \g /dev/null
SELECT is(pg_temp.send('b.plain'), 'done', 'ER13: one authority hands its money over') UNION ALL SELECT is(pg_temp.publish() || ' ' || pg_temp.make('2019-12-01'), '1 1 1 700', 'PT6: a list of that one, without health data');
SELECT alike(pg_temp.seal('a.officer', '2019-12-01'), '2 1 2 %', 'ER13: the other seals its own') UNION ALL SELECT is(pg_temp.send('a.plain'), 'done', 'ER13: and hands it over') UNION ALL SELECT is(pg_temp.publish() || ' ' || pg_temp.make('2019-12-01'), '2 2 3 2100', 'PT6: the next list is of both');
SELECT is(pg_temp.lines('2019-12-01', 1), '21 elderly 12b 700', 'PT6: the first is still of the one') UNION ALL SELECT is(pg_temp.lines('2019-12-01', 2), '1 elderly 12 700, 2 elderly 12 700, 21 elderly 12b 700', 'PT6: the second of both');
SELECT is(pg_temp.give(1, cycle => '2019-12-01') || ' ' || pg_temp.publish() || ' ' || pg_temp.course(1), 'done 1 12 sent, 12 credited', 'PT6: what is given is told') UNION ALL SELECT is(pg_temp.broken(), NULL, 'QR8: everything is in order');
ROLLBACK TO begun;

-- From nothing to a month that is handed over ------------------------------------------------------------------------------------------------------
SELECT pg_temp.people(true) \g /dev/null
SELECT pg_temp.today('2026-08-01');
SELECT is(pg_temp.status('*'), '(0,1,,0,0)', 'PT6: no change has been given');
SELECT is(pg_temp.publish(), '0', 'PT6: nothing is published') UNION ALL SELECT is(pg_temp.changes(), NULL, 'PT6: nor given') UNION ALL SELECT is(pg_temp.sees('portal', 'SELECT * FROM portal.list_payments()'), NULL, 'PT6: there is no list');
SELECT is(pg_temp.make('2026-08-01'), 'WF803', 'PT6!: nor is one made of a month of which nothing is handed over');
SELECT pg_temp.prepare('2026-08-01'), pg_temp.sign_all(at, '2026-08-01') FROM unnest('{a,b,c}'::text[]) AS at \g /dev/null
SELECT is(pg_temp.publish() || ' ' || pg_temp.make('2026-08-01'), '0 WF803', 'PT6!: nothing of what is approved');
SELECT pg_temp.seal('treasury', '2026-08-01') \g /dev/null
SELECT is(pg_temp.publish() || ' ' || pg_temp.make('2026-08-01'), '0 WF803', 'PT6!: nor of what is sealed');
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: August is handed over');
SELECT is(pg_temp.changes(), NULL, 'PT6: what is not published is not given') UNION ALL SELECT is(pg_temp.status('pending_packets + pending_changes > 0'), '(t)', 'PT6: it waits');
SELECT is(pg_temp.publish(), '11', 'PT6: published') UNION ALL SELECT is(pg_temp.publish(), '0', 'PT6!: once') UNION ALL SELECT is(pg_temp.status(), '(11,0)', 'PT6: nothing waits');
SELECT is(pg_temp.changes(columns => 'change_number, state, month, cycle_month, published_at IS NOT NULL'), (SELECT string_agg(n || ' sent 2026-08-01 2026-08-01 t', ', ' ORDER BY n) FROM generate_series(1, 11) AS n), 'PT6: numbers from 1 on, without a gap, in their order');
SELECT is((SELECT string_agg(told, ', ' ORDER BY split_part(told, ' ', 1)::integer, told) FROM unnest(string_to_array(pg_temp.changes(columns => 'pg_temp.whose(national_id::text), programme, payer, authority_code, trim_scale(amount)'), ', ')) AS told),
  '1 elderly local_authority 5730102 700, 2 elderly local_authority 5730102 700, 3 disability local_authority 5730102 800, 3 disability welfare_card_fund 5730102 200, 4 elderly local_authority 5730102 700, 5 elderly local_authority 5730102 700, 6 elderly local_authority 5730102 700, 7 elderly local_authority 5730102 700, '
  || '9 disability local_authority 5730102 800, 9 elderly local_authority 5730102 700, 21 elderly local_authority 6730123 700', 'PT6: each payment once, both payers, both programmes, both authorities');
SELECT is(pg_temp.make('2026-08-01'), '1 11 7400', 'PT6: the list of the month, counted and added up') UNION ALL SELECT is(pg_temp.make('2026-08-01'), '1 11 7400', 'PT6: asked again, the same one');
SELECT is(pg_temp.sees('portal', 'SELECT cycle_month, list_number, as_of_change, payments, amount, digest ~ ''^[0-9a-f]{64}$'', made_on FROM portal.list_payments()'), '(2026-08-01,1,11,11,7400.00,t,2026-08-01)', 'PT6: there is one list, with the number of the change to go on from');
SELECT is(pg_temp.lines('2026-08-01', 1), '1 elderly 08 700, 2 elderly 08 700, 3 disability 08 800, 3 disability 08c 200, 4 elderly 08 700, 5 elderly 08 700, 6 elderly 08 700, 7 elderly 08 700, 9 elderly 08 700, 9 disability 08 800, 21 elderly 08b 700', 'PT6: its lines, cash and transfer');
SELECT is(pg_temp.sees('portal', 'SELECT DISTINCT way_of_payment, bank_code IS NULL, account IS NULL FROM portal.payment_list_lines(''2026-08-01'', 1)'), '(cash_in_person,t,t) (own_account,f,f)', 'PT6: accounts of transfers, none of cash');
SELECT doesnt_match(pg_temp.sees('portal', 'SELECT * FROM portal.payment_list_lines(''2026-08-01'', 1)'), '77000000\d\d|ทดสอบ|สมชาย|ใจดี', 'QS4!: no account in full, no name');
SELECT doesnt_match(pg_temp.sees('portal', 'SELECT * FROM portal.payment_changes(0)'), '77000000\d\d|ทดสอบ|สมชาย|ใจดี', 'QS4!: nor in a change');

-- What happens to payments (each of one person), in its order -------------------------------------------------------------------------------------
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(2, cycle => '2026-08-01') || ' credited 700', pg_temp.ref(4, cycle => '2026-08-01') || ' failed 700 AC04', pg_temp.ref(21, cycle => '2026-08-01') || ' credited 700', pg_temp.ref(3, 'disability', '2026-08-01') || ' credited 800',
     pg_temp.ref(3, 'disability', '2026-08-01', 'welfare_card_fund') || ' failed 200 AC01', pg_temp.ref(7, 'aids', '2026-08-01') || ' credited 500', pg_temp.ref(8, 'aids', '2026-08-01') || ' failed 500 AC04']), '7 4 3 0 0 0', 'ER13: a bank tells');
SELECT is(pg_temp.publish(), '5', 'PT6: five of its seven are published, two are health data');
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(2, cycle => '2026-08-01') || ' credited 700']), '1 0 0 0 1 0', 'ER13: told again') UNION ALL SELECT is(pg_temp.publish(), '0', 'PT6!: nothing comes of it');
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(21, cycle => '2026-08-01') || ' returned 700 AC06']), '1 0 0 1 0 0', 'ER13: what arrived comes back, before it is read') UNION ALL SELECT is(pg_temp.give(n, cycle => '2026-08-01'), 'done', 'EG6.2: cash is given') FROM unnest('{1,7}'::integer[]) AS n;
SELECT is(pg_temp.back(5, cycle => '2026-08-01'), 'done', 'EG6.2: or not collected') UNION ALL SELECT is(pg_temp.by('c.officer', format('payment.record_payout(%L, ''aids'', ''2026-08-01'', identity_document => ''x'')', pg_temp.p(31))), 'done', 'EG6.2: of AIDS, too');
SELECT is(pg_temp.publish(), '4', 'PT6: four more');
SELECT is(pg_temp.course(n), want, 'PT6: ' || why) FROM (VALUES (1, '08 sent, 08 credited', 'given in cash'), (2, '08 sent, 08 credited', 'arrived'), (3, '08disability sent, 08disabilityc sent, 08disabilityc failed, 08disability credited', 'of two payers one arrives'),
  (4, '08 sent, 08 failed', 'failed'), (5, '08 sent, 08 not_collected', 'not collected'), (21, '08 sent, 08 credited, 08 returned', 'arrived and returned, in that order')) AS v (n, want, why);
SELECT is(pg_temp.changes(0, 10000, n, 'state, trim_scale(amount), effective_on, reason_code'), want, 'PT6: with the day and the bank''s reason') FROM (VALUES (4, 'sent 700 2026-08-10, failed 700 2026-08-01 AC04'), (21, 'sent 700 2026-08-10, credited 700 2026-08-01, returned 700 2026-08-01 AC06')) AS v (n, want);

-- September: arrears, a second try, one held, one held back at the seal, a seal that is broken ------------------------------------------------------
SELECT pg_temp.today('2026-09-01');
SELECT is(pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, ''{"birth_date": "01/12/2480"}'')', pg_temp.p(1))), 'done', 'DE21: 1 is older') UNION ALL SELECT is(pg_temp.repair(4, '7700000104', cycle => '2026-08-01'), 'done', 'EG6.2: 4 has another account');
SELECT is(pg_temp.publish(), '0', 'PT6!: a repair is no change of a payment yet');
SELECT pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-08-01'', ''2026-08-01'')'), pg_temp.prepare(:m), pg_temp.hold(5, :m) \g /dev/null
SELECT is(pg_temp.publish(), '0', 'PT6!: nor what is prepared, or adjusted');
SELECT is(pg_temp.sign_all('a', :m), 'elderly done disability done aids done', 'ER13: A approves') UNION ALL SELECT is(pg_temp.sign_all('b', :m), 'elderly done aids done', 'ER13: and B') UNION ALL SELECT is(pg_temp.publish(), '1', 'PT6: who is held is told');
SELECT is(pg_temp.course(5), '08 sent, 08 not_collected, 09 held', 'PT6: as held');
SELECT is(pg_temp.hold(6, :m), 'done', 'ER15: 6 is held when it is approved') UNION ALL SELECT alike(pg_temp.seal('treasury', :m), '%', 'ER13: sealed') UNION ALL SELECT is(pg_temp.publish(), '1', 'PT6: who is held back is told');
SELECT is(pg_temp.break('treasury'), 'done', 'ER13: the seal is broken') UNION ALL SELECT is(pg_temp.publish() || pg_temp.make(:m), '0WF803', 'PT6!: of which nothing is told');
SELECT alike(pg_temp.seal('treasury', :m), '%', 'ER13: sealed again') UNION ALL SELECT is(pg_temp.publish() || pg_temp.make(:m), '0WF803', 'PT6!: nor of this') UNION ALL SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
SELECT is(pg_temp.publish(), '11', 'PT6: what goes out') UNION ALL SELECT is(pg_temp.make(:m), '1 11 6900', 'PT6: the list of September');
SELECT is(pg_temp.lines(:m, 1), '1 elderly 08+1 100, 1 elderly 09 800, 2 elderly 09 700, 3 disability 09 800, 3 disability 09c 200, 4 elderly 08#2 700, 4 elderly 09 700, 7 elderly 09 700, 9 elderly 09 700, 9 disability 09 800, 21 elderly 09b 700',
  'PT6: arrears and second tries stand in the month that pays them; the held and the held back do not');
SELECT is(pg_temp.course(n), want, 'PT6: ' || why) FROM (VALUES (1, '08 sent, 08 credited, 08+1 sent, 09 sent', 'arrears besides the month'), (4, '08 sent, 08 failed, 08#2 sent, 09 sent', 'a second try after the failure'), (6, '08 sent, 09 held', 'held back: held, and not sent')) AS v (n, want, why);
SELECT is(pg_temp.lines('2026-08-01', 1), '1 elderly 08 700, 2 elderly 08 700, 3 disability 08 800, 3 disability 08c 200, 4 elderly 08 700, 5 elderly 08 700, 6 elderly 08 700, 7 elderly 08 700, 9 elderly 08 700, 9 disability 08 800, 21 elderly 08b 700', 'PT6: August''s list is what it was, whatever became of it');
-- released, they are paid in a later round of the same month: a second list, of everything that was handed over of it
SELECT pg_temp.today('2026-09-05');
SELECT is(pg_temp.release(n), 'done', 'ER15: released') FROM unnest('{5,6}'::integer[]) AS n;
SELECT is(pg_temp.sign_all('a', :m), 'elderly done', 'ER13: a second round') UNION ALL SELECT alike(pg_temp.seal('treasury', :m), '1 %', 'ER13: sealed') UNION ALL SELECT is(pg_temp.make(:m), '1 11 6900', 'PT6!: no new list yet') UNION ALL SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: handed over');
SELECT is(pg_temp.publish(), '2', 'PT6: two more');
SELECT is(pg_temp.course(5), '08 sent, 08 not_collected, 09 held, 09 sent', 'PT6: held, then sent') UNION ALL SELECT is(pg_temp.course(6), '08 sent, 09 held, 09#2 sent', 'PT6: held back, then sent by a second try');
SELECT is(pg_temp.make(:m), '2 13 8300', 'PT6: a second list, of all of the month') UNION ALL SELECT is(pg_temp.make(:m), '2 13 8300', 'PT6: once');
SELECT is(pg_temp.lines(:m, 1), '1 elderly 08+1 100, 1 elderly 09 800, 2 elderly 09 700, 3 disability 09 800, 3 disability 09c 200, 4 elderly 08#2 700, 4 elderly 09 700, 7 elderly 09 700, 9 elderly 09 700, 9 disability 09 800, 21 elderly 09b 700', 'PT6: the first list is still what it was');
SELECT is(pg_temp.lines(:m, 2), '1 elderly 08+1 100, 1 elderly 09 800, 2 elderly 09 700, 3 disability 09 800, 3 disability 09c 200, 4 elderly 08#2 700, 4 elderly 09 700, 5 elderly 09 700, 6 elderly 09#2 700, 7 elderly 09 700, 9 elderly 09 700, 9 disability 09 800, 21 elderly 09b 700', 'PT6: the second has both');

-- Counts and sums: list, lines, and what the database has handed over ---------------------------------------------------------------------------------
SELECT is(pg_temp.sees('portal', 'SELECT list_number, (SELECT count(*) FROM portal.payment_list_lines(list.cycle_month, list.list_number)) = payments, (SELECT sum(line.amount) FROM portal.payment_list_lines(list.cycle_month, list.list_number) AS line) = amount FROM portal.list_payments() AS list WHERE cycle_month = ''2026-09-01'''), '(1,t,t) (2,t,t)', 'PT6: count and sum of each list are those of its lines');
SELECT is(pg_temp.sees('portal', format('SELECT count(*), sum(amount) FROM portal.payment_list_lines(%L, 2)', :m)), (SELECT format('(%s,%s)', count(*), sum(instruction.amount)) FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
   WHERE instruction.cycle_month = :m AND programme <> 'aids' AND failure.kind IS DISTINCT FROM 'held_back'), 'PT6: the list is what was handed over, less health data and what was held back');
SELECT is(pg_temp.sees('portal', 'SELECT count(*) FROM portal.payment_changes(0) WHERE state = ''sent'''), (SELECT format('(%s)', sum(payments)) FROM (SELECT DISTINCT ON (cycle_month) payments FROM portal.payment_list ORDER BY cycle_month, list_number DESC) AS last), 'PT6: as many were told as sent as stand in the last lists');
SELECT is(pg_temp.sees('portal', 'SELECT count(*) FROM portal.payment_changes(0) GROUP BY national_id, programme, month, adjustment_number, payer, attempt, state HAVING count(*) > 1'), NULL, 'PT6!: no state of a payment is told twice');
SELECT is(pg_temp.sees('portal', 'SELECT national_id, month, attempt FROM portal.payment_changes(0) GROUP BY national_id, programme, month, adjustment_number, payer, attempt
   HAVING min(change_number) FILTER (WHERE state = ''sent'') > min(change_number) FILTER (WHERE state IN (''credited'', ''failed'', ''returned'', ''not_collected''))'), NULL, 'PT6!: no payment is told to have arrived or failed before it is sent');
-- by person, some payments at a time; each person whole, so that none is left out and none comes twice. Parameters: month; list; how many.
CREATE FUNCTION pg_temp.leaf(cycle date, number integer, maximum integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    answer text[] := '{}';
    got text;
    turns integer := 0;
  BEGIN
    LOOP
      got := pg_temp.lines(cycle, number, format(', %L, %s', CASE turns WHEN 0 THEN NULL ELSE pg_temp.p(split_part(split_part(got, ', ', -1), ' ', 1)::integer) END, maximum));
      EXIT WHEN got IS NULL OR turns > 50;
      answer := answer || got;
      turns := turns + 1;
    END LOOP;
    RETURN array_to_string(answer, ', ');
  END $$;
SELECT is(pg_temp.leaf(:m, 2, maximum), pg_temp.lines(:m, 2), 'PT6: leafed through by ' || maximum || ', a list is the same') FROM unnest('{1,2,3,12,13,14,100}'::integer[]) AS maximum;
SELECT is(pg_temp.lines(:m, 2, format(', %L, %s', pg_temp.p(2), maximum)), '3 disability 09 800, 3 disability 09c 200', 'PT6: who is paid by two payers stands on one page') FROM unnest('{1,2}'::integer[]) AS maximum;
SELECT is(pg_temp.lines(:m, 2, format(', %L, 1', pg_temp.p(8))), '9 elderly 09 700, 9 disability 09 800', 'AR2!: after somebody who has AIDS alone comes the next') UNION ALL SELECT is(pg_temp.lines(:m, 2, format(', %L, 1', pg_temp.p(80))), NULL, 'PT6: after the last comes nobody');

-- Resuming: from any number, by any number at a time ----------------------------------------------------------------------------------------------------
SELECT is(pg_temp.status('last_number, first_kept'), '(35,1)', 'PT6: up to the last number');
SELECT is(pg_temp.walk(0, maximum), pg_temp.changes(), 'PT6: read ' || maximum || ' at a time, they are the same, none lost, none twice') FROM unnest('{1,2,7,34,35,36}'::integer[]) AS maximum;
SELECT is((SELECT count(*) FROM generate_series(0, 35) AS after WHERE coalesce(pg_temp.changes(after) || ', ', '') IS DISTINCT FROM coalesce((SELECT string_agg(told || ', ', '' ORDER BY place) FROM unnest(string_to_array(pg_temp.changes(), ', ')) WITH ORDINALITY AS row (told, place) WHERE place > after), '')), 0::bigint, 'PT6: from any number on, what comes is the rest');
SELECT is(pg_temp.changes(columns => 'change_number'), (SELECT string_agg(n::text, ', ' ORDER BY n) FROM generate_series(1, 35) AS n), 'PT6!: no number is left out, none comes twice');
SELECT is(pg_temp.changes(), pg_temp.changes(), 'PT6: asked twice, the same');
SELECT is(pg_temp.changes(35), NULL, 'PT6: after the last there is nothing') UNION ALL SELECT is(pg_temp.changes(36), 'WF800', 'PT6!: a number that was never given is refused') UNION ALL SELECT is(pg_temp.changes(9223372036854775807), 'WF800', 'PT6!: nor the greatest');
SELECT matches(pg_temp.by('portal', format('count(*) FROM portal.payment_changes(%s, %s)', after, maximum)), '^WF', format('PT6!: refused: after %s at most %s', after, maximum)) FROM (VALUES ('NULL', '1'), ('-1', '1'), ('0', '0'), ('0', '-1'), ('0', 'NULL'), ('0', '2147483647')) AS v (after, maximum);
SELECT is(pg_temp.by('portal', format('count(*) FROM portal.payment_list_lines(%L, %L)', cycle, number)), 'WF804', 'PT6!: there is no such list') FROM (VALUES ('2026-09-01'::date, 3), ('2026-09-01', 0), ('2026-09-01', -1), ('2026-09-01', NULL), ('2026-10-01', 1), (NULL, 1)) AS v (cycle, number);
SELECT matches(pg_temp.by('portal', format('count(*) FROM portal.payment_list_lines(''2026-09-01'', 1, NULL, %s)', maximum)), '^WF', 'PT6!: refused: persons at most ' || maximum) FROM unnest('{0,-1}'::text[]) AS maximum;
SELECT is(pg_temp.make(cycle), 'WF803', 'PT6!: no list is made of ' || cycle) FROM unnest('{2026-10-01,2025-09-01,2009-10-01}'::date[]) AS cycle;
SELECT matches(pg_temp.make(cycle), '^WF03', 'PT6!: nor of what is no month: ' || coalesce(cycle::text, 'nothing')) FROM unnest('{2026-09-02,1900-01-01,infinity,-infinity,NULL}'::date[]) AS cycle;

-- What comes after: a second try and arrears arrive; a list that is made late; a national ID that is corrected (IS9.6) ------------------------------------
SAVEPOINT later;
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(4, cycle => '2026-08-01') || ' credited 700', pg_temp.ref(6) || ' credited 700', pg_temp.ref(21) || ' failed 700 AC04', pg_temp.ref(3, 'disability', :m, 'welfare_card_fund') || ' credited 200']), '4 3 1 0 0 0', 'ER13: a bank tells of several months, tries and payers');
SELECT is(pg_temp.by('a.officer', format('payment.record_payout(%L, ''elderly'', ''2026-08-01'', 1, identity_document => ''x'')', pg_temp.p(1))), 'done', 'DE21: arrears are given') UNION ALL SELECT is(pg_temp.publish(), '5', 'PT6: all of it is published');
SELECT is(pg_temp.course(n), want, 'PT6: ' || why) FROM (VALUES (1, '08 sent, 08 credited, 08+1 sent, 09 sent, 08+1 credited', 'the arrears, not the month'), (4, '08 sent, 08 failed, 08#2 sent, 09 sent, 08#2 credited', 'the second try'), (6, '08 sent, 09 held, 09#2 sent, 09#2 credited', 'what had been held back'),
  (3, '08disability sent, 08disabilityc sent, 08disabilityc failed, 08disability credited, 09disability sent, 09disabilityc sent, 09disabilityc credited', 'the fund''s part')) AS v (n, want, why);
SELECT is(pg_temp.by('b.officer', format('registry.correct_id(%L, %L, ''พิมพ์ผิด'', ''สำเนาบัตร'')', pg_temp.p(21), pg_temp.p(61))) IS NOT NULL AND pg_temp.by('b.clerk', format('registry.correct_id(%L, %L, ''พิมพ์ผิด'', ''สำเนาบัตร'')', pg_temp.p(21), pg_temp.p(61))) = 'done', true, 'IS9.6: a wrong number is corrected');
SELECT is(pg_temp.publish(), '0', 'PT6!: no payment has changed') UNION ALL SELECT is(pg_temp.make(:m), '2 13 8300', 'PT6: the list is what was handed over, under the number of then') UNION ALL SELECT alike(pg_temp.lines(:m, 2), '%, 21 elderly 09b 700', 'PT6: and is given');
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(4) || ' credited 700']), '1 1 0 0 0 0', 'ER13: a result of September');
SELECT pg_temp.today('2026-10-01');
SELECT is(pg_temp.pay_out('2026-10-01', 'ab') ~ 'done$', true, 'ER13: October is handed over');
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(61, cycle => '2026-10-01') || ' credited 700', pg_temp.ref(2, cycle => '2026-10-01') || ' failed 700 AC04']), '2 1 1 0 0 0', 'ER13: a bank tells of it before anybody has asked for its list');
SELECT pg_temp.publish(), pg_temp.make('2026-10-01') \g /dev/null
SELECT is(pg_temp.course(21), '08 sent, 08 credited, 08 returned, 09 sent, 09 failed', 'IS9.6: under the old number what was handed over under it') UNION ALL SELECT is(pg_temp.course(61), '10 sent, 10 credited', 'IS9.6: under the right one what came after');
SELECT is(pg_temp.sees('portal', 'SELECT pg_temp.whose(told.national_id::text), told.state FROM portal.list_payments(''2026-10-01'') AS list CROSS JOIN LATERAL portal.payment_changes(list.as_of_change) AS told'), '(2,failed) (61,credited)', 'PT6!: who begins with a list that was made late is told what had become of its payments');
SELECT is(pg_temp.sees('portal', 'SELECT list.cycle_month, list.list_number FROM portal.list_payments() AS list WHERE EXISTS (SELECT FROM portal.payment_changes(0) AS told JOIN portal.payment_list_lines(list.cycle_month, list.list_number) AS line
     ON (line.national_id, line.programme, line.month, line.adjustment_number, line.payer, line.attempt) = (told.national_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt)
   WHERE told.state IN (''credited'', ''failed'', ''returned'', ''not_collected'') AND told.change_number <= list.as_of_change)'), NULL, 'PT6!: of no list is anything lost');
SELECT is(pg_temp.broken(), NULL, 'QR8: everything is in order');
ROLLBACK TO later;

-- Who may not (QS1) -----------------------------------------------------------------------------------------------------------------------------------
CREATE TEMP TABLE call (call text, admin boolean);
INSERT INTO call VALUES ('portal.publish_changes()', true), ('count(*) FROM portal.payment_changes(0)', true), ('last_number FROM portal.change_status()', true), ('payments FROM portal.make_payment_list(''2026-09-01'')', true), ('count(*) FROM portal.list_payments()', true),
  ('count(*) FROM portal.payment_list_lines(''2026-09-01'', 1)', true), ('portal.make_payment_lists()', false), ('portal.purge_changes(''2020-01-01'')', false);
SELECT is(left(pg_temp.by(who, call), 5), '42501', format('QS1!: %s is not told: %s', who, call)) FROM call CROSS JOIN unnest('{a.officer,a.executive,b.clerk,district,province,department,treasury,bank,report,finance,card,civil}'::text[]) AS who;
SELECT is(left(pg_temp.by('portal', call), 5), '42501', 'QS1!: the portal does not do what the jobs do: ' || call) FROM call WHERE NOT admin;
SELECT is(pg_temp.would('admin', call), 'taken', 'QS1: an administrator may: ' || call) FROM call UNION ALL SELECT is(pg_temp.would('portal', call), 'taken', 'QS1: the portal may: ' || call) FROM call WHERE admin;
-- A login of the role itself, no superuser behind it. Parameters: role; who is asking; duty; call.
CREATE FUNCTION pg_temp.login_would(role_name text, who text, duty text, call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    PERFORM set_config('welfare.principal', who, true), set_config('welfare.duty', duty, true);
    EXECUTE format('SET LOCAL SESSION AUTHORIZATION %I', role_name);
    answer := coalesce(left(pg_temp.refusal_of('SELECT ' || call), 5), 'taken');
    RESET SESSION AUTHORIZATION;
    RETURN answer;
  END $$;
SELECT matches(pg_temp.login_would(role_name, '', '', call), '^(42501|WF001)', format('QS1!: as %s with nobody set: %s', role_name, call)) FROM call CROSS JOIN unnest('{welfare_portal,welfare_admin,welfare_app,welfare_authority,welfare_report,welfare_job}'::text[]) AS role_name;
SELECT matches(pg_temp.login_would('welfare_portal', 'x', duty, call), '^(42501|WF007)', format('QS1!: the portal''s role is not its duty: %s as %s', call, duty)) FROM call CROSS JOIN unnest('{bank,treasury,local_authority,department}'::text[]) AS duty;
SELECT is(pg_temp.login_would('welfare_portal', 'gateway', 'portal', call), 'taken', 'QS1: a login of the portal: ' || call) FROM call WHERE admin;
SELECT is(pg_temp.by('portal', 'count(*) FROM ' || relation), '42501 permission denied for table ' || split_part(relation, '.', 2), 'QS1!: the portal reads no table: ' || relation) FROM (SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'portal'::regnamespace AND relkind IN ('r', 'p', 'v')) AS r (relation);
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', rolname, relname, privilege), ', ') FROM pg_roles CROSS JOIN pg_class CROSS JOIN unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) AS privilege WHERE relnamespace = 'portal'::regnamespace AND relkind IN ('r', 'p', 'v')
   AND rolname ~ '^welfare_' AND rolname <> 'welfare_owner' AND NOT pg_has_role(rolname, 'welfare_owner', 'USAGE') AND has_table_privilege(rolname, pg_class.oid, privilege)), NULL, 'QS1!: nor does any other role, nor write one');
SELECT isnt(pg_temp.role_would('welfare_owner', format(statement, relation)), 'taken', format('QS5!: the owner neither: ' || statement, relation)) FROM unnest('{payment_change,payment_list}'::text[]) AS relation CROSS JOIN unnest('{DELETE FROM portal.%s,TRUNCATE portal.%s,UPDATE portal.%s SET amount = amount + 1}'::text[]) AS statement;

-- Every look is recorded (PT8, QS5), with how many rows; health data is not in it -----------------------------------------------------------------------
CREATE FUNCTION pg_temp.recorded(call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    last_entry bigint := (SELECT coalesce(max(entry_id), 0) FROM audit.entry);
  BEGIN
    PERFORM pg_temp.by('portal', call);
    RETURN (SELECT string_agg(concat_ws(' ', principal, duty, action, relation, row_count), ', ' ORDER BY entry_id) FROM audit.entry WHERE entry_id > last_entry);
  END $$;
SELECT is(pg_temp.recorded('count(*) FROM portal.payment_changes(30)'), 'portal portal read portal.payment_changes 5', 'QS5: a look at changes is recorded') UNION ALL SELECT is(pg_temp.recorded('count(*) FROM portal.payment_changes(35)'), 'portal portal read portal.payment_changes 0', 'QS5: also one that finds nothing') UNION ALL
SELECT is(pg_temp.recorded('count(*) FROM portal.payment_list_lines(''2026-09-01'', 1)'), 'portal portal read portal.payment_list_lines 11', 'QS5: a look at a list') UNION ALL SELECT is(pg_temp.recorded('count(*) FROM portal.payment_list_lines(''2026-09-01'', 2, NULL, 3)'), 'portal portal read portal.payment_list_lines 3', 'QS5: at a part of it');
SELECT doesnt_match((SELECT string_agg(entry::text, ' ') FROM audit.entry WHERE entry_id > (SELECT entry_id FROM before_all) AND relation LIKE 'portal.%'), '(?i)aids|เอดส์|7700000', 'QS4!: what is recorded of looks names neither programme nor account');

-- What is no longer what was handed over is refused; the check finds it ----------------------------------------------------------------------------------
SAVEPOINT tampered;
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET amount = amount + 1 WHERE cycle_month = :m AND thai_id = pg_temp.p(2);
SET LOCAL session_replication_role = origin;
SELECT is(pg_temp.lines(:m, 1), 'WF805', 'PT6!: a list of which a payment was changed is refused') UNION ALL SELECT alike(pg_temp.broken(), '%portal_lists%', 'QR8: and found');
ROLLBACK TO tampered;
SET LOCAL session_replication_role = replica;
DELETE FROM portal.payment_change WHERE change_number = 20;
SET LOCAL session_replication_role = origin;
SELECT alike(pg_temp.broken(), '%portal_numbers%', 'QR8: a change that somebody took out is found');
ROLLBACK TO tampered;
-- A restored database: a reader that is ahead of it is told so, not given the numbers anew.
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(2) || ' credited 700']) || ' ' || pg_temp.publish(), '1 1 0 0 0 0 1', 'PT6: a number that is given') UNION ALL SELECT is(pg_temp.changes(35), '36 2 elderly credited', 'PT6: and read');
ROLLBACK TO tampered;
SELECT is(pg_temp.changes(36), 'WF800', 'PT6!: undone, it was never given');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');

-- What is no longer kept ----------------------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.deliver(ARRAY[pg_temp.ref(2) || ' credited 700']), '1 1 0 0 0 0', 'ER13: something waits');
SELECT is(pg_temp.by('admin', 'portal.purge_changes(clock_timestamp() - interval ''1 day'')'), '0', 'PT6: nothing is old enough') UNION ALL SELECT is(pg_temp.status('last_number, first_kept'), '(35,1)', 'PT6: everything is kept');
SELECT matches(pg_temp.by('admin', 'portal.purge_changes(NULL)'), '^(WF|0$)', 'PT6!: nothing is removed without saying before when');
SELECT is(pg_temp.by('admin', 'portal.purge_changes(clock_timestamp())'), '35', 'PT6: what is published is removed, what waits is not') UNION ALL SELECT is(pg_temp.status(), '(35,1)', 'PT6: the numbers stand') UNION ALL SELECT is(pg_temp.status('first_kept'), '(36)', 'PT6: from the next on they are kept');
SELECT is(pg_temp.changes(after), 'WF801', 'PT6!: who stopped at ' || after || ' has missed some, and is told') FROM unnest('{0,1,34}'::bigint[]) AS after UNION ALL SELECT is(pg_temp.changes(35), NULL, 'PT6: who has read all has not');
SELECT is(pg_temp.sees('portal', 'SELECT DISTINCT as_of_change FROM portal.list_payments()'), '(35)', 'PT6: who begins again with the lists is sent to what is kept');
SELECT is(pg_temp.broken(), NULL, 'QR8: that nothing is kept is no disorder');
SELECT is(pg_temp.publish() || ' ' || pg_temp.changes(35), '1 36 2 elderly credited', 'PT6: the numbers go on');
SELECT is(pg_temp.make(:m) || ' ' || pg_temp.make('2026-08-01'), '2 13 8300 1 11 7400', 'PT6: the lists are there still, to begin again with');
SELECT is(pg_temp.broken(), NULL, 'QR8: after the removal, too');
SELECT * FROM finish();
ROLLBACK;

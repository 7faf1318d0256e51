-- Who sees and who changes payments (AR2, QS4, QS5): what each role sees of AIDS payments, and what nobody writes by hand, the owner of the database included.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
-- What somebody sees by a query, without the times and digests that differ from run to run.
CREATE FUNCTION pg_temp.looks(who text, query text) RETURNS text LANGUAGE sql AS
  $$ SELECT regexp_replace(regexp_replace(coalesce(pg_temp.sees(who, query), '-'), '[0-9a-f]{64}', '#', 'g'), '"?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.0-9+]*"?', '@', 'g') $$;
-- Everything that can be asked about a month's payments, and who is above the authority.
CREATE TEMP TABLE asked (query text);
INSERT INTO asked VALUES ('SELECT * FROM payment.list_payrolls(''2026-09-01'')'), ('SELECT * FROM payment.payroll_progress(''2026-09-01'')'), ('SELECT * FROM payment.adjustment_totals(''2026-08-01'', ''2026-10-01'')'), ('SELECT * FROM payment.list_disbursements()'), ('SELECT * FROM payment.list_batches()'), ('SELECT * FROM payment.held_lines(''2026-09-01'')'),
  ('SELECT * FROM payment.adjustments(''2026-08-01'', ''2026-09-01'')'), ('SELECT * FROM payment.adjustment_totals(''2026-08-01'', ''2026-09-01'')'), ('SELECT * FROM payment.outstanding(''2026-08-01'', ''2026-09-01'')'),
  ('SELECT * FROM payment.payroll_items(''2026-09-01'', ''aids'')'), ('SELECT * FROM payment.payroll_items(''2026-09-01'', ''elderly'')'), ('SELECT * FROM payment.announcements(5730102, ''2026-09-01'')'),
  ('SELECT * FROM payment.file_header(pg_temp.last_disbursement(), 1)'), ('SELECT * FROM payment.file_lines(pg_temp.last_disbursement(), 1)'), ('SELECT * FROM payment.file_lines(pg_temp.last_disbursement(), 2)');
CREATE TEMP TABLE above (who text);
INSERT INTO above VALUES ('district'), ('province'), ('province.50'), ('department'), ('treasury'), ('bank'), ('portal'), ('report'), ('finance'), ('card'), ('civil');
GRANT SELECT ON asked, above TO PUBLIC;

SELECT pg_temp.today('2026-07-20');
-- 1 to 6 elderly, 11 and 12 AIDS alone, 13 AIDS and elderly; 21 of B AIDS alone
SELECT pg_temp.enter('a.officer', n, 'elderly', CASE n % 2 WHEN 0 THEN pg_temp.account('000000000' || n) ELSE '{}' END) FROM generate_series(1, 6) AS n \g /dev/null
SELECT pg_temp.enter('a.officer', 13), pg_temp.enter('a.officer', n, 'aids', pg_temp.account('00000000' || n)) FROM generate_series(11, 13) AS n \g /dev/null
SELECT pg_temp.enter('b.officer', 21, 'aids', pg_temp.account('0000000021')) \g /dev/null
SELECT pg_temp.today('2026-08-01');
SELECT pg_temp.prepare('2026-08-01') \g /dev/null
SELECT pg_temp.today('2026-09-01');
SELECT pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, ''{"birth_date": "01/12/2480"}'')', pg_temp.p(1))), pg_temp.by('a.officer', format('registry.edit_beneficiary(%L, ''{"programme": "aids", "top_up": "50"}'', ''2026-08-01'')', pg_temp.p(11))) \g /dev/null
SELECT pg_temp.by('admin', 'count(*) FROM payment.record_adjustments(''2026-08-01'', ''2026-08-01'')') \g /dev/null
SELECT pg_temp.prepare(:m) \g /dev/null

-- Holds of who is unknown above the authority ----------------------------------------------------------------------------------------------
SELECT is(pg_temp.by('treasury', format('payment.hold_line(%L, %L, ''x'', ''x'', ''aids'')', pg_temp.p(n), :m)), 'WF33A', 'AR2!: nobody is held for that alone: ' || why) FROM (VALUES (11, 'AIDS alone'), (13, 'AIDS and elderly'), (1, 'elderly'), (99, 'nobody')) AS v (n, why);
SELECT is(pg_temp.would('treasury', format('payment.hold_line(%L, %L, ''x'', ''x'')', pg_temp.p(11), :m)), pg_temp.would('treasury', format('payment.hold_line(%L, %L, ''x'', ''x'')', pg_temp.p(98), :m)), 'AR2!: whether somebody has that allowance alone is not learnt by a hold');
SELECT is(pg_temp.by('treasury', format('payment.hold_line(%L, %L, ''ทะเบียนราษฎร'', ''รอตรวจสอบ'')', pg_temp.p(2), :m)), 'done', 'ER15: somebody is held');
SELECT pg_temp.sign_all('a', '2026-08-01', 'ทดสอบ'), pg_temp.sign_all('a', :m), pg_temp.sign_all('b', :m), pg_temp.seal('treasury', :m), pg_temp.send('treasury.2') \g /dev/null
SELECT is(pg_temp.payrolls(:m), 'A elderly 1 sent, A aids 1 sent, B aids 1 sent', 'AR3: paid like every other');

-- Nobody above the authority is told a programme (AR2) --------------------------------------------------------------------------------------
SELECT is(pg_temp.looks('a.officer', 'SELECT programme, items FROM payment.list_payrolls(''2026-09-01'')'), '(aids,3) (elderly,6)', 'AR2: the authority sees its own');
SELECT is(pg_temp.looks('b.officer', 'SELECT programme, items FROM payment.list_payrolls(''2026-09-01'')'), '(aids,1)', 'AR2: and nobody else''s');
SELECT is(pg_temp.looks('c.officer', 'SELECT * FROM payment.list_payrolls(''2026-09-01'')'), '-', 'AR2!: a third sees nothing');
SELECT unalike(pg_temp.looks(who, query), '%aids%', format('AR2!: %s is not told of AIDS by %s', who, query)) FROM above CROSS JOIN asked WHERE query NOT LIKE '%''aids''%';
SELECT is(left(pg_temp.looks(who, query), 5), '42501', format('AR2!: %s does not ask for AIDS', who)) FROM above CROSS JOIN asked WHERE query LIKE '%''aids''%';
SELECT unalike(pg_temp.looks(who, query), '%' || pg_temp.p(n) || '%', format('AR2!: %s sees nobody with AIDS alone (%s) by %s', who, n, query)) FROM above CROSS JOIN asked CROSS JOIN unnest('{11,12,21}'::integer[]) AS n WHERE query !~ 'file_lines|''aids''';
SELECT is(pg_temp.looks('treasury', 'SELECT national_id FROM payment.held_lines(''2026-09-01'')'), format('(%s)', pg_temp.p(2)), 'AR2: the Comptroller General''s Department sees who else is held');
SELECT unalike(pg_temp.looks('treasury', query), pattern, 'AR2!: no file says a person''s number or programme') FROM asked CROSS JOIN unnest('{%aids%,%elderly%,%disability%,%เอดส์%,%10000000%}'::text[]) AS pattern WHERE query LIKE '%payment.file\_%';
SELECT is(pg_temp.looks('treasury', 'SELECT payer, transfers FROM payment.list_batches()'), (SELECT format('(local_authority,%s)', count(*)) FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
           WHERE failure.thai_id IS NULL AND instruction.cycle_month = :m AND way_of_payment::text LIKE '%account'), 'AR2: a batch holds all programmes together');
-- what the treasury sees of a disbursement adds up, and is not told by programme: what is left out would be the hidden one
SELECT is(left(pg_temp.looks('treasury', 'SELECT * FROM payment.list_payrolls(''2026-09-01'')'), 5), '42501', 'AR2!: the treasury does not see payrolls by programme');
SELECT is(pg_temp.looks('treasury', 'SELECT sum(amount) FROM payment.payroll_progress(''2026-09-01'') WHERE disbursement_number = pg_temp.last_disbursement()'),
          pg_temp.looks('treasury', 'SELECT control_sum FROM payment.list_disbursements() WHERE disbursement_number = pg_temp.last_disbursement()'), 'AR2!: control sum less what is shown does not tell what is hidden');
SELECT is(pg_temp.looks('treasury', 'SELECT authority_code, count(*) FROM payment.payroll_progress(''2026-09-01'') GROUP BY authority_code, state'), '(5730102,1) (6730123,1)', 'AR2!: one line for an authority, whatever its programmes');
-- the numbers that banks and the treasury see do not follow the programmes: with six of the one and three of the other, a mixture has more than two runs
SELECT todo_start('references are given programme by programme');
SELECT cmp_ok((SELECT count(*) FILTER (WHERE before IS DISTINCT FROM programme) FROM (SELECT programme, lag(programme) OVER (ORDER BY reference) AS before FROM payment.instruction WHERE cycle_month = :m AND authority_code = 5730102) AS sequence), '>', 2::bigint, 'AR2!: references do not come programme by programme');
SELECT todo_end();

-- Two worlds: 71 has the AIDS allowance, or nothing; nobody above the authority but the payer of the money can tell --------------------------
CREATE FUNCTION pg_temp.world(with_aids boolean, who text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    BEGIN
      PERFORM pg_temp.today('2026-09-20');
      PERFORM pg_temp.enter('a.officer', 72);
      IF with_aids THEN PERFORM pg_temp.enter('a.officer', 71, 'aids', pg_temp.account('0000000071')); END IF;
      PERFORM pg_temp.today('2026-10-01');
      PERFORM pg_temp.prepare('2026-10-01'), pg_temp.sign_all('a', '2026-10-01'), pg_temp.sign_all('b', '2026-10-01');
      PERFORM pg_temp.seal('treasury', '2026-10-01'), pg_temp.send('treasury.2');
      SELECT string_agg(query || ': ' || pg_temp.looks(who, replace(query, '2026-09-01', '2026-10-01')), E'\n' ORDER BY query) INTO answer FROM asked;
      RAISE EXCEPTION USING ERRCODE = 'XX999';
    EXCEPTION WHEN SQLSTATE 'XX999' THEN
      RETURN answer;
    END;
  END $$;
SELECT is(pg_temp.world(true, who), pg_temp.world(false, who), 'AR2!: ' || who || ' cannot tell whether somebody is paid for AIDS') FROM above WHERE who <> 'treasury';
SELECT isnt(pg_temp.world(true, 'a.officer'), pg_temp.world(false, 'a.officer'), 'AR2: the authority can');

-- Errors (QS4) ---------------------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.prepare('2026-10-01'), pg_temp.sign_all('a', '2026-10-01') \g /dev/null
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET amount = amount + 1 WHERE cycle_month = '2026-10-01' AND programme = 'aids' AND thai_id = pg_temp.p(11);
SET LOCAL session_replication_role = origin;
SELECT pg_temp.be('treasury');
SELECT coalesce(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2026-10-01'')'), 'taken') AS told \gset
RESET ROLE;
SELECT alike(:'told'::text, 'WF40C%', 'ER13!: payments that are not those that were approved are not sealed');
SELECT doesnt_match(:'told'::text, '(?i)aids|เอดส์', 'AR2!: and the refusal does not name the programme');
SELECT doesnt_match(:'told'::text, pg_temp.p(11)::text, 'QS4!: nor the person');
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET amount = amount - 1 WHERE cycle_month = '2026-10-01' AND programme = 'aids' AND thai_id = pg_temp.p(11);
SET LOCAL session_replication_role = origin;
SELECT alike(pg_temp.seal('treasury', '2026-10-01'), '2 %', 'ER13: put right again, they are');
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET account_number = '6666666666' WHERE cycle_month = '2026-10-01' AND programme = 'aids' AND thai_id = pg_temp.p(11);
SET LOCAL session_replication_role = origin;
SELECT isnt(pg_temp.would('treasury.2', format('payment.send_disbursement(%s, %L)', pg_temp.last_disbursement(), pg_temp.seal_of())), 'taken', 'ER13!: what was changed behind the seal is not handed over');
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET account_number = '0000000011' WHERE cycle_month = '2026-10-01' AND programme = 'aids' AND thai_id = pg_temp.p(11);
SET LOCAL session_replication_role = origin;
SELECT is(pg_temp.send('treasury.2'), 'done', 'ER13: put right again, it is handed over');
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET account_number = '6666666666' WHERE cycle_month = '2026-10-01' AND programme = 'aids' AND thai_id = pg_temp.p(11);
SET LOCAL session_replication_role = origin;
SELECT is(left(pg_temp.looks('treasury', 'SELECT * FROM payment.file_lines(pg_temp.last_disbursement(), 1)'), 5), 'WF40H', 'ER13!: a file whose accounts were changed behind the seal is refused');
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET account_number = '0000000011' WHERE cycle_month = '2026-10-01' AND programme = 'aids' AND thai_id = pg_temp.p(11);
SET LOCAL session_replication_role = origin;
SELECT is(pg_temp.looks('treasury', 'SELECT * FROM payment.file_lines(pg_temp.last_disbursement(), 1)'), pg_temp.looks('treasury.2', 'SELECT * FROM payment.file_lines(pg_temp.last_disbursement(), 1)'), 'ER13: re-export is identical');

-- No table is written by hand (AQ, QS5) ------------------------------------------------------------------------------------------------------------
SET LOCAL client_min_messages = warning;
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', role_name, relation.oid::regclass, privilege), ', ') FROM pg_class AS relation CROSS JOIN unnest('{INSERT,UPDATE,DELETE,TRUNCATE}'::text[]) AS privilege
            CROSS JOIN unnest('{welfare_authority,welfare_district,welfare_province,welfare_department,welfare_treasury,welfare_bank,welfare_portal,welfare_report,welfare_finance,welfare_card_team,welfare_civil,welfare_admin,welfare_job,welfare_app,public}'::text[]) AS role_name
            WHERE relnamespace = 'payment'::regnamespace AND relkind IN ('r', 'p', 'v') AND relname NOT LIKE '%\_row' AND has_table_privilege(role_name, relation.oid, privilege)), NULL, 'AQ!: no application role writes any payment table');
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', role_name, relation.oid::regclass), ', ') FROM pg_class AS relation
            CROSS JOIN unnest('{welfare_authority,welfare_district,welfare_province,welfare_department,welfare_treasury,welfare_bank,welfare_portal,welfare_report,welfare_finance,welfare_card_team,welfare_civil,welfare_admin,welfare_job,welfare_app,public}'::text[]) AS role_name
            WHERE relnamespace = 'payment'::regnamespace AND relkind IN ('r', 'p', 'v') AND has_any_column_privilege(role_name, relation.oid, 'SELECT')
              AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation.oid AND attname IN ('thai_id', 'account_number'))
              AND relname NOT LIKE '%\_row'), NULL, 'AQ!: no application role reads a payment table that identifies a person');
-- The owner: what is evidence is neither changed nor removed, in the whole or in one month's part.
CREATE FUNCTION pg_temp.by_hand(what text) RETURNS TABLE (relation text, answer text) LANGUAGE plpgsql AS $$
  BEGIN
    FOR relation IN SELECT oid::regclass::text FROM pg_class WHERE relnamespace = 'payment'::regnamespace AND relkind IN ('r', 'p')
                       AND relname NOT IN ('counter', 'payroll', 'payroll_transition', 'invariant', 'bank_reason', 'outcome_word') AND relname NOT LIKE '%\_row' ORDER BY 1 LOOP
      answer := CASE what WHEN 'DELETE' THEN pg_temp.role_would('welfare_owner', format('DELETE FROM %s', relation)) WHEN 'TRUNCATE' THEN pg_temp.role_would('welfare_owner', format('TRUNCATE %s CASCADE', relation))
                  ELSE pg_temp.role_would('welfare_owner', format('UPDATE %s SET %s', relation, (SELECT string_agg(format('%1$I = %1$I', attname), ', ') FROM pg_attribute WHERE attrelid = relation::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = ''))) END;
      IF answer = 'taken' THEN
        EXECUTE format('SELECT CASE count(*) WHEN 0 THEN ''empty'' ELSE ''taken'' END FROM %s', relation) INTO answer;
      END IF;
      RETURN NEXT;
    END LOOP;
  END $$;
SELECT is((SELECT string_agg(relation, ' ') FROM pg_temp.by_hand(what) WHERE answer = 'taken'), NULL, 'QS5!: the owner does not ' || what || ' what payments left') FROM unnest('{DELETE,TRUNCATE}'::text[]) AS what;
SELECT is((SELECT string_agg(relation, ' ') FROM pg_temp.by_hand('UPDATE') WHERE answer = 'taken' AND relation !~ 'hold|authority_payroll|disbursement|batch'), NULL, 'QS5!: nor change it');
SELECT isnt(pg_temp.role_would('welfare_owner', statement), 'taken', 'QS5!: ' || statement) FROM unnest(ARRAY[
  'UPDATE payment.authority_payroll SET amount = amount + 1 WHERE state = ''sent''', 'UPDATE payment.authority_payroll SET items = items + 1 WHERE state = ''sent''', 'UPDATE payment.authority_payroll SET digest = sha256(''x'') WHERE state = ''sent''',
  'UPDATE payment.authority_payroll SET state = ''approved'', disbursement_number = NULL WHERE state = ''sent''', 'UPDATE payment.authority_payroll SET state = ''drafted'', disbursement_number = NULL WHERE state = ''sent''',
  'UPDATE payment.authority_payroll SET authority_code = 6730123 WHERE authority_code = 5730102', 'UPDATE payment.authority_payroll SET late_reason = ''x'' WHERE state = ''sent''', 'UPDATE payment.authority_payroll SET first_reference = first_reference + 1000',
  'UPDATE payment.disbursement SET control_sum = control_sum + 1', 'UPDATE payment.disbursement SET digest = sha256(''x'')', 'UPDATE payment.disbursement SET value_date = value_date + 1', 'UPDATE payment.disbursement SET sent_by = ''x''',
  'UPDATE payment.disbursement SET state = ''sealed'', sent_at = NULL, sent_by = NULL', 'UPDATE payment.disbursement SET transfers = transfers + 1', 'UPDATE payment.disbursement SET sealed_by = ''x''',
  'UPDATE payment.batch SET control_sum = control_sum + 1', 'UPDATE payment.batch SET digest = sha256(''x'')', 'UPDATE payment.batch SET reference_to = reference_to + 1', 'UPDATE payment.batch SET bank_code = 34',
  'UPDATE payment.batch SET exported_at = NULL, exported_by = NULL WHERE exported_at IS NOT NULL', 'UPDATE payment.hold SET reason = ''awaiting_acknowledgement''', 'UPDATE payment.hold SET month_from = ''2026-08-01''']) AS statement;
SELECT is(pg_temp.role_would('welfare_owner', statement), want, 'QS5!: ' || why) FROM (VALUES
  ('INSERT INTO payment.authority_payroll SELECT (jsonb_populate_record(old, ''{"round": 9, "first_reference": 99999}'')).* FROM payment.authority_payroll AS old WHERE state = ''sent'' LIMIT 1', 'WF401', 'a payroll does not begin as sent')) AS given (statement, want, why);
SELECT isnt(pg_temp.role_would('welfare_owner', statement), 'taken', 'QS5!: ' || why) FROM (VALUES
  ('INSERT INTO payment.disbursement SELECT (jsonb_populate_record(old, ''{"disbursement_number": 99}'')).* FROM payment.disbursement AS old WHERE state = ''sent'' LIMIT 1', 'a disbursement does not begin as sent'),
  ('INSERT INTO payment.batch SELECT (jsonb_populate_record(old, ''{"batch_number": 99}'')).* FROM payment.batch AS old LIMIT 1', 'payments of a sent disbursement come in no second batch')) AS given (statement, why);
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

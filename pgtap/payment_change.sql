-- PT6, AR2: what the operator of the citizen portal is told of payments: lists of what was handed over, changes by number. Nothing of it is an AIDS allowance.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
\ir settlement.psql
SELECT plan(102);
GRANT USAGE ON SCHEMA tap TO PUBLIC;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
-- Acts as the portal's gateway.
CREATE FUNCTION pg_temp.portal() RETURNS void LANGUAGE sql AS $$ SELECT pg_temp.act_as('portal', NULL, 'gateway') $$;
-- What the gateway reads after a number: person, month, programme, payer if it is not the authority, try, state.
CREATE FUNCTION pg_temp.changes(after bigint, most integer DEFAULT 10000) RETURNS text
  LANGUAGE sql AS $$
    SELECT coalesce(string_agg(concat(right(told.national_id::text, 3)::integer / 10, left(told.programme::text, 1), CASE told.payer WHEN 'local_authority' THEN '' ELSE 'c' END,
                                      to_char(told.month, 'MM'), '#', told.attempt, ' ', told.state, ' ' || told.reason_code), ', ' ORDER BY told.change_number), 'nothing')
      FROM portal.payment_changes(after, most) AS told $$;
-- The error of a statement of the current role: its code.
CREATE FUNCTION pg_temp.code(call text) RETURNS text LANGUAGE sql AS $$ SELECT left(pg_temp.refusal_of(call), 5) $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 to 4 by transfer, 4 held; 5 and 9 in cash; 6 AIDS by transfer, 10 in cash, 11 held; 7 disabled with a welfare card (two payers); 8 at another authority;
-- 12 has both the elderly and the AIDS allowance
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number)) || more)) FROM (VALUES
  (1, pg_temp.account('1234567890')), (2, pg_temp.account('0000000002')), (3, pg_temp.account('0000000003')), (4, pg_temp.account('0000000004')), (5, '{}'::jsonb), (9, '{}'),
  (6, pg_temp.account('0000000006') || '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
  (10, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'), (11, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
  (7, pg_temp.account('0000000007') || '{"programme": "disability", "birth_date": "01/01/2530", "facts": "{thai_nationality, in_house_register, disability_card, welfare_card, !state_shelter, seeing_disability}"}'),
  (8, pg_temp.account('0000000008') || '{"authority_code": "6730213"}'),
  (12, pg_temp.account('0000000012')), (12, pg_temp.account('0000000012') || '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}')) AS person (number, more) \g /dev/null
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT pg_temp.treasury() \g /dev/null
SELECT payment.hold_line(pg_temp.id(4)::thai_id, '2026-10-01', 'ทะเบียน', 'ตรวจสอบ') \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.hold_own(pg_temp.id(11)::thai_id, 'aids', '2026-10-01', 'ตรวจสอบ') \g /dev/null

-- before anything is handed over
SELECT pg_temp.portal() \g /dev/null
SELECT is(concat_ws(' ', last_number, first_kept, pending_packets, pending_changes, published_at), '0 1 0 0', 'PT6: nothing has happened') FROM portal.change_status();
SELECT is(pg_temp.changes(0), 'nothing', 'PT6: and nothing is read');
SELECT is(portal.publish_changes(), 0::bigint, 'PT6: nor published');
SELECT is(pg_temp.code('SELECT portal.make_payment_list(''2026-10-01'')'), 'WF803', 'PT6!: there is no list of what was not handed over');
SELECT is((SELECT string_agg(pg_temp.code(call), ' ' ORDER BY number) FROM (VALUES (1, 'SELECT portal.make_payment_list(NULL)'), (2, 'SELECT portal.make_payment_list(''2026-10-02'')'),
  (3, 'SELECT * FROM portal.payment_changes(NULL)'), (4, 'SELECT * FROM portal.payment_changes(1)'), (5, 'SELECT * FROM portal.payment_changes(-1)'), (6, 'SELECT * FROM portal.payment_changes(0, 0)'),
  (7, 'SELECT * FROM portal.payment_changes(0, 100001)'), (8, 'SELECT * FROM portal.payment_changes(0, NULL)'), (9, 'SELECT * FROM portal.payment_list_lines(''2026-10-01'', 1)'),
  (10, 'SELECT * FROM portal.payment_list_lines(NULL, NULL)')) AS asked (number, call)),
  'WF033 WF034 WF010 WF800 WF801 WF802 WF802 WF802 WF804 WF804', 'PT6!: what is asked wrongly is refused, each with its reason');

-- approved: what is held is told, the rest waits for the money
SELECT pg_temp.approve('2026-10-01') \g /dev/null
SELECT pg_temp.approve('2026-10-01', NULL, 6730213) \g /dev/null
SELECT pg_temp.portal() \g /dev/null
SELECT is(concat_ws(' ', last_number, pending_packets, pending_changes), '0 0 1', 'PT6, AR2!: of two that are held, that of health data is not even counted') FROM portal.change_status();
SELECT is(pg_temp.changes(0), 'nothing', 'PT6: before it is published it has no number');
SELECT is(portal.publish_changes(), 1::bigint, 'PT6: it gets one');
SELECT is(pg_temp.changes(0), '4e10#1 held', 'PT6: what is held is told');
SELECT is(portal.publish_changes(), 0::bigint, 'PT6!: once');

-- handed over
SELECT pg_temp.disburse('2026-10-01') AS disbursement \gset
SELECT pg_temp.portal() \g /dev/null
SELECT is(concat_ws(' ', pending_packets, pending_changes), '1 0', 'PT6: a disbursement waits as one row') FROM portal.change_status();
SELECT results_eq('SELECT list_number::integer, as_of_change, payments, amount FROM portal.make_payment_list(''2026-10-01'')', 'VALUES (1, 10::bigint, 9::bigint, 5900::numeric)',
                  'PT6, AR2!: the list has nine payments, not the twelve that went out, and their baht alone');
SELECT is(pg_temp.changes(1), '1e10#1 sent, 2e10#1 sent, 3e10#1 sent, 5e10#1 sent, 7d10#1 sent, 7dc10#1 sent, 8e10#1 sent, 9e10#1 sent, 12e10#1 sent', 'PT6, AR2!: each change follows the one before');
SELECT is((SELECT string_agg(change_number::text, ' ' ORDER BY change_number) FROM portal.payment_changes(0)), '1 2 3 4 5 6 7 8 9 10', 'PT6, AR2!: without a gap where health data went out');
SELECT results_eq('SELECT change_number FROM portal.payment_changes(3, 2)', 'VALUES (4::bigint), (5)', 'PT6: resumed from a number, as many as asked');
SELECT results_eq('SELECT change_number FROM portal.payment_changes(9, 5)', 'VALUES (10::bigint)', 'PT6: the last');
SELECT is(pg_temp.changes(10), 'nothing', 'PT6: after it nothing');
SELECT is(pg_temp.code('SELECT * FROM portal.payment_changes(11)'), 'WF800', 'PT6!: who has a number that was never given is not fooled');
SELECT is((SELECT string_agg(concat(right(national_id::text, 3)::integer / 10, left(programme::text, 1), ' ', trim_scale(amount), ' ', account), ', ' ORDER BY national_id, programme, payer) FROM portal.payment_list_lines('2026-10-01', 1)),
          '1e 700 xxxxxx7890, 2e 700 xxxxxx0002, 3e 700 xxxxxx0003, 5e 700 , 7d 800 xxxxxx0007, 7d 200 xxxxxx0007, 8e 700 xxxxxx0008, 9e 700 , 12e 700 xxxxxx0012',
          'PT1, PT6, AR2!: the list by person, accounts masked, of who has both allowances the one');
SELECT results_eq(format('SELECT right(national_id::text, 3)::integer / 10 FROM portal.payment_list_lines(''2026-10-01'', 1, %L, 2)', pg_temp.id(5)), 'VALUES (7), (7)', 'PT6: in parts, each person whole');
SELECT results_eq(format('SELECT right(national_id::text, 3)::integer / 10 FROM portal.payment_list_lines(''2026-10-01'', 1, %L, 1)', pg_temp.id(5)), 'VALUES (7), (7)', 'PT6: also when fewer were asked');
SELECT results_eq(format('SELECT right(national_id::text, 3)::integer / 10 FROM portal.payment_list_lines(''2026-10-01'', 1, %L, 9)', pg_temp.id(9)), 'VALUES (12)', 'PT6: to the end');
SELECT is_empty(format('SELECT * FROM portal.payment_list_lines(''2026-10-01'', 1, %L)', pg_temp.id(12)), 'PT6: after which there is nothing');
SELECT is(pg_temp.code('SELECT * FROM portal.payment_list_lines(''2026-10-01'', 1, NULL, 0)'), 'WF802', 'PT6!: not none at all');
SELECT digest FROM portal.list_payments('2026-10-01') \gset
SELECT is((SELECT concat_ws(' ', list_number, digest = :'digest') FROM portal.make_payment_list('2026-10-01')), '1 t', 'PT6: asked again it is the same list');

-- what became of them: 1, 6 and 12's AIDS arrive, 2 fails; 5 and 10 are given their cash
SELECT pg_temp.is_day('2026-10-09') \g /dev/null
SELECT pg_temp.settled(pg_temp.result(1), pg_temp.result(2, '{"outcome": "RJCT", "reason_code": "AC04"}'), pg_temp.result(3), pg_temp.result(6, '{}', '2026-10-01', 'aids'), pg_temp.result(12, '{}', '2026-10-01', 'aids')) \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT count(*) FILTER (WHERE recorded) FROM payment.record_payouts('2026-10-01', (SELECT jsonb_agg(jsonb_build_object('thai_id', pg_temp.id(number), 'programme', programme, 'month', '2026-10-01', 'identity_document', 'บัตร', 'paid_on', '09/10/2569'))
                                                                   FROM (VALUES (5, 'elderly'), (10, 'aids')) AS given (number, programme)))), 2::bigint, 'two are given cash');
SELECT pg_temp.portal() \g /dev/null
SELECT is(concat_ws(' ', pending_packets, pending_changes), '1 2', 'PT6: a delivery waits as one row, a failure and cash as one each') FROM portal.change_status();
SELECT is(portal.publish_changes(), 4::bigint, 'PT6: four things have happened');
SELECT is(pg_temp.changes(10), '2e10#1 failed AC04, 1e10#1 credited, 3e10#1 credited, 5e10#1 credited', 'PT6, AR2!: what arrived, what failed and why, what was given; of health data nothing');
SELECT is((SELECT concat_ws(' ', cycle_month, authority_code, trim_scale(amount), effective_on) FROM portal.payment_changes(10) WHERE state = 'failed'), '2026-10-01 5730102 700 2026-10-09', 'PT6: with authority, baht and day');
-- told again it is no change; what comes back is one
SELECT pg_temp.settled(pg_temp.result(1), pg_temp.result(3, '{"outcome": "returned", "reason_code": "AG01"}'), pg_temp.result(6, '{"outcome": "returned", "reason_code": "AG01"}', '2026-10-01', 'aids')) \g /dev/null
SELECT pg_temp.portal() \g /dev/null
SELECT is(portal.publish_changes(), 1::bigint, 'PT6!: what was told already is not told twice');
SELECT is(pg_temp.changes(14), '3e10#1 returned AG01', 'PT6: what came back is');
SELECT is((SELECT concat_ws(' ', list_number, payments, digest = :'digest') FROM portal.make_payment_list('2026-10-01')), '1 9 t', 'PT6: the list is of what was handed over, whatever became of it');
-- not collected, repaired, cancelled; the next month tries again
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.return_cash(pg_temp.person(9), 'elderly', '2026-10-01', 0, 'ไม่มารับ') \g /dev/null
SELECT payment.repair_payments(pg_temp.person(2), 'x', 'own_account', 6, 'นครปฐม', '9990000002', 'ทดสอบ ระบบ') \g /dev/null
SELECT pg_temp.is_day('2026-11-01') \g /dev/null
SELECT pg_temp.pay('2026-11-01') AS next_disbursement \gset
SELECT pg_temp.portal() \g /dev/null
SELECT results_eq('SELECT list_number::integer FROM portal.make_payment_list(''2026-11-01'')', 'VALUES (1)', 'PT6: the next month has its own');
SELECT is((SELECT string_agg(concat(change_number, ' ', state, ' ', attempt, to_char(cycle_month, ' MM')), ', ' ORDER BY change_number) FROM portal.payment_changes(15) WHERE national_id = pg_temp.person(2) AND month = '2026-10-01'),
          (SELECT concat(change_number, ' sent 2 11') FROM portal.payment_changes(15) WHERE national_id = pg_temp.person(2) AND month = '2026-10-01'), 'PT6: a second try goes out with the month''s money');
SELECT is((SELECT string_agg(concat(month, ' ', attempt), ', ' ORDER BY month, attempt) FROM portal.payment_list_lines('2026-11-01', 1) WHERE national_id = pg_temp.person(2)), '2026-10-01 2, 2026-11-01 1', 'PT6: and stands in its list');
SELECT is((SELECT count(*) FROM portal.payment_changes(15) WHERE state = 'not_collected' AND national_id = pg_temp.person(9)), 1::bigint, 'PT6: cash that nobody collected is told');
SELECT is((SELECT count(*) FROM portal.payment_changes(0) WHERE programme = 'aids'), 0::bigint, 'AR2!: no AIDS allowance among all changes');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.instruction WHERE NOT sensitive AND cycle_month = '2026-11-01'), (SELECT count(*) FROM portal.payment_change WHERE state = 'sent' AND cycle_month = '2026-11-01'), 'PT6: every payment of the month that is no health data was told');
SELECT is((SELECT string_agg(DISTINCT md5(told.state::text || told.amount), '') FROM portal.payment_change AS told WHERE told.sensitive), NULL, 'AR2!: none of them is health data');
-- the last thing that the portal was told of a payment is how it stands
SELECT is((SELECT count(*) FROM (SELECT DISTINCT ON (thai_id, programme, month, adjustment_number, payer, attempt) * FROM portal.payment_change WHERE attempt > 0 AND state NOT IN ('held', 'offset')
                                  ORDER BY thai_id, programme, month, adjustment_number, payer, attempt, change_number DESC) AS told
            JOIN payment.payments_standing(NULL, NULL, NULL) AS standing USING (thai_id, programme, month, adjustment_number, payer, attempt)
           WHERE told.state <> standing.state), 0::bigint, 'PT6: what is told last of a payment is how it stands');
SELECT is((SELECT count(*) FROM payment.payments_standing(NULL, NULL, NULL) AS standing WHERE standing.programme <> 'aids' AND standing.payroll_state IN ('sent', 'closed')
             AND NOT EXISTS (SELECT FROM portal.payment_change AS told WHERE (told.thai_id, told.programme, told.month::date, told.adjustment_number, told.payer, told.attempt)
                                                                              = (standing.thai_id, standing.programme, standing.month, standing.adjustment_number, standing.payer, standing.attempt))), 0::bigint, 'PT6!: no payment is lost');

-- whatever path is taken
SELECT throws_ok($$INSERT INTO portal.payment_change SELECT thai_id, 1000, now(), month, cycle_month, effective_on, authority_code, 'aids', payer, state, adjustment_number, attempt, false, amount FROM portal.payment_change LIMIT 1$$, '23503', NULL, 'AR2!: nobody writes an AIDS allowance there as if it were none');
SELECT throws_ok($$INSERT INTO portal.payment_change SELECT thai_id, 1000, now(), month, cycle_month, effective_on, authority_code, 'aids', payer, state, adjustment_number, attempt, true, amount FROM portal.payment_change LIMIT 1$$, '23514', NULL, 'AR2!: nor as what it is');
SELECT throws_ok($$INSERT INTO portal.pending_change SELECT thai_id, 1000, month, cycle_month, effective_on, authority_code, 'aids', payer, state, adjustment_number, attempt, true, amount FROM portal.payment_change LIMIT 1$$, '23514', NULL, 'AR2!: nor to be published');
SELECT throws_ok('UPDATE portal.payment_change SET amount = 1', 'WF064', NULL, 'PT6!: what was published is not changed');
SELECT throws_ok('DELETE FROM portal.payment_change WHERE change_number = 3', 'WF064', NULL, 'PT6!: nor removed');
SELECT throws_ok('TRUNCATE portal.payment_change', 'WF064', NULL, 'PT6!: nor emptied');
SELECT throws_ok($$INSERT INTO portal.payment_change SELECT thai_id, 1, now(), month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, 99, false, amount FROM portal.payment_change WHERE change_number = 2$$, '23505', NULL, 'PT6!: no number twice');
SELECT throws_ok('UPDATE portal.payment_list SET payments = 1', 'WF064', NULL, 'PT6!: a list that was handed over is evidence');
SELECT throws_ok('DELETE FROM portal.payment_list', 'WF064', NULL, 'PT6!: that stays');
SAVEPOINT tampered;
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET amount = amount + 1 WHERE thai_id = pg_temp.person(1) AND month = '2026-10-01';
SET LOCAL session_replication_role = origin;
SELECT pg_temp.portal() \g /dev/null
SELECT is(pg_temp.code('SELECT * FROM portal.payment_list_lines(''2026-10-01'', 1)'), 'WF805', 'PT6!: a list that is not what was handed over is refused');
RESET ROLE;
ROLLBACK TO tampered;
SET LOCAL session_replication_role = replica;
UPDATE payment.instruction SET account_number = '6666666666' WHERE thai_id = pg_temp.person(1) AND month = '2026-10-01';
SET LOCAL session_replication_role = origin;
SELECT pg_temp.portal() \g /dev/null
SELECT is(pg_temp.code('SELECT * FROM portal.payment_list_lines(''2026-10-01'', 1)'), 'WF805', 'PT6!: also one that names another account');
RESET ROLE;
ROLLBACK TO tampered;

-- a number that is given twice: read and then rolled back, or restored from a backup and overtaken since
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.return_cash(pg_temp.person(9), 'elderly', '2026-11-01', 0, 'ไม่มารับ') \g /dev/null
SELECT pg_temp.portal() \g /dev/null
SELECT portal.publish_changes() \g /dev/null
SELECT last_number AS given FROM portal.change_status() \gset
SELECT published_at AS moment FROM portal.payment_changes(:given - 1) \gset
SELECT is((SELECT count(*) FROM portal.payment_changes(:given, 10, :'moment')), 0::bigint, 'PT6: who names when the last change was published goes on');
SELECT is((SELECT count(*) FROM portal.payment_changes(:given - 1, 10, NULL)) + (SELECT count(*) FROM portal.payment_changes(0, 1, :'moment')), 2::bigint, 'PT6: who has none, or does not name it, as well');
ROLLBACK TO tampered;
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.return_cash(pg_temp.person(5), 'elderly', '2026-11-01', 0, 'ไม่มารับ') \g /dev/null
SELECT pg_temp.portal() \g /dev/null
SELECT is(pg_temp.code(format('SELECT * FROM portal.payment_changes(%s, 10, %L)', :given, :'moment')), 'WF800', 'PT6!: a number that was given up is not known');
SELECT portal.publish_changes() \g /dev/null
SELECT is(last_number, :given::bigint, 'PT6: given again, to another change') FROM portal.change_status();
SELECT is(pg_temp.code(format('SELECT * FROM portal.payment_changes(%s, 10, %L)', :given, :'moment')), 'WF806', 'PT6!: who had the first is told that it is another');
RESET ROLE;
ROLLBACK TO tampered;

-- what must always be true
CREATE FUNCTION pg_temp.sabotage(call text) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.duty', '', true), set_config('welfare.principal', '', true);
    BEGIN
      PERFORM set_config('session_replication_role', 'replica', true);
      EXECUTE call;
      PERFORM set_config('session_replication_role', 'origin', true);
      SELECT string_agg(told.name || ' ' || coalesce(told.found::text, told.example), ', ' ORDER BY told.name) || CASE WHEN bool_or(told.example ~ '[0-9]{13}|elderly|disability|aids|ทดสอบ') THEN ' !' ELSE '' END
        INTO answer FROM job.check_invariants() AS told WHERE NOT told.ok AND told.name LIKE 'portal%';
      RAISE EXCEPTION USING ERRCODE = 'XX999';
    EXCEPTION WHEN SQLSTATE 'XX999' THEN NULL;
    END;
    RETURN coalesce(answer, 'all is well');
  END
  $$;
SELECT is(pg_temp.sabotage(call), found, 'QR8, PT6!: ' || what) FROM (VALUES
  ('nothing was done', 'SELECT 1', 'all is well'),
  ('a change is removed', 'DELETE FROM portal.payment_change WHERE change_number = 3', 'portal_numbers 1, portal_told 1'),
  ('an arrival is not told', 'UPDATE portal.payment_change SET state = ''sent'' WHERE change_number = 12', 'portal_told 1'),
  ('a failure is not told', 'UPDATE portal.payment_change SET attempt = 9 WHERE change_number = 11', 'portal_told 1'),
  ('cash is not told', 'UPDATE portal.payment_change SET month = ''2026-09-01'' WHERE change_number = 14', 'portal_told 1'),
  ('a hold is not told', 'UPDATE portal.payment_change SET attempt = 9 WHERE change_number = 1', 'portal_told 1'),
  ('a cancellation is not told', 'INSERT INTO payment.cancellation (thai_id, hold_number, month, authority_code, programme, payer, adjustment_number, claim_number, district_code, province_code, sensitive, amount, top_up, reason, source)
     SELECT thai_id, 1, month, authority_code, programme, payer, adjustment_number, claim_number, district_code, province_code, sensitive, amount, top_up, ''x'', ''x'' FROM payment.instruction WHERE NOT sensitive ORDER BY thai_id, month LIMIT 1', 'portal_told 1'),
  ('of health data it is none', 'INSERT INTO payment.cancellation (thai_id, hold_number, month, authority_code, programme, payer, adjustment_number, claim_number, district_code, province_code, sensitive, amount, top_up, reason, source)
     SELECT thai_id, 1, month, authority_code, programme, payer, adjustment_number, claim_number, district_code, province_code, sensitive, amount, top_up, ''x'', ''x'' FROM payment.instruction WHERE sensitive ORDER BY thai_id, month LIMIT 1', 'all is well'),
  ('a list names another account', format('UPDATE payment.instruction SET account_number = ''6666666666'' WHERE month = ''2026-10-01'' AND thai_id = %L', pg_temp.id(1)), 'portal_lists 1'),
  ('a disbursement is forgotten', 'DELETE FROM portal.payment_change WHERE state = ''sent'' AND cycle_month = ''2026-10-01''', 'portal_numbers 9, portal_told 9'),
  ('a number was never given', 'UPDATE portal.payment_change SET change_number = 999999 WHERE change_number = 3', 'portal_numbers 2'),
  ('a list has another sum', 'UPDATE portal.payment_list SET amount = amount + 1 WHERE cycle_month = ''2026-10-01''', 'portal_lists 1'),
  ('a payment of a list is another''s', format('UPDATE payment.instruction SET thai_id = %L WHERE month = ''2026-10-01'' AND thai_id = %L', pg_temp.id(77), pg_temp.id(8)), 'portal_lists 1, portal_told 1'))
  AS tried (what, call, found);

-- who may
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(pg_temp.changes(15, 1) <> 'nothing', true, 'an administrator reads them');
SELECT is((SELECT count(*) FROM unnest('{local_authority,district,province,department,treasury,bank,civil}'::text[]) AS duty
            WHERE (SELECT count(*) FROM unnest(ARRAY['publish_changes()', 'payment_changes(bigint,integer,timestamptz)', 'change_status()', 'make_payment_list(date)', 'list_payments(date)', 'payment_list_lines(date,integer,thai_id,integer)']) AS call
                    WHERE has_function_privilege(CASE duty WHEN 'local_authority' THEN 'welfare_authority' ELSE 'welfare_' || duty END, ('portal.' || call)::regprocedure, 'EXECUTE')) > 0), 0::bigint, 'QS1!: no other duty may call any of it');
SELECT pg_temp.portal() \g /dev/null
SELECT is((SELECT string_agg(pg_temp.code(call), ' ') FROM (VALUES ('SELECT * FROM portal.payment_change'), ('SELECT * FROM portal.pending_change'), ('SELECT * FROM portal.pending_packet'), ('SELECT * FROM portal.payment_list'),
  ('SELECT * FROM portal.change_counter'), ('SELECT portal.purge_changes(now())'), ('SELECT portal.make_payment_lists()'), ('SELECT portal.publish_sent(0, 1)'), ('SELECT nextval(''portal.pending_number'')')) AS asked (call)),
  '42501 42501 42501 42501 42501 42501 42501 42501 42501', 'QS1!: the gateway has the functions, and nothing else');
RESET ROLE;
SELECT set_config('welfare.duty', 'bank', true) \g /dev/null
SET LOCAL ROLE welfare_portal;
SELECT is((SELECT string_agg(pg_temp.code(call), ' ') FROM (VALUES ('SELECT portal.publish_changes()'), ('SELECT * FROM portal.payment_changes(0)'), ('SELECT * FROM portal.change_status()'), ('SELECT portal.make_payment_list(''2026-10-01'')'),
  ('SELECT * FROM portal.list_payments()'), ('SELECT * FROM portal.payment_list_lines(''2026-10-01'', 1)')) AS asked (call)), 'WF007 WF007 WF007 WF007 WF007 WF007', 'QS1!: by duty, not by role');
RESET ROLE;
SELECT set_config('welfare.principal', '', true), set_config('welfare.duty', 'portal', true) \g /dev/null
SET LOCAL ROLE welfare_portal;
SELECT is(pg_temp.code('SELECT * FROM portal.payment_changes(0)'), 'WF001', 'QS1!: nobody reads nothing');
RESET ROLE;
SELECT cmp_ok((SELECT count(*) FROM audit.entry WHERE action = 'read' AND relation = 'portal.payment_changes' AND principal = 'gateway'), '>=', 8::bigint, 'IS9.3: who read changes is on record');
SELECT cmp_ok((SELECT count(*) FROM audit.entry WHERE action = 'read' AND relation = 'portal.payment_list_lines' AND row_count = 9), '>=', 1::bigint, 'IS9.3: also who read a list');

-- a month of which health data alone is handed over and arrives (AR2)
SELECT pg_temp.is_day('2026-12-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT portal.publish_changes() \g /dev/null
SELECT payment.prepare('2026-12-01') \g /dev/null
SELECT payment.draft_payrolls('2026-12-01', 5730102) \g /dev/null
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.review_payroll('2026-12-01', 'aids') AS digest \gset
SELECT pg_temp.sign('executive') \g /dev/null
SELECT payment.approve_payroll('2026-12-01', 'aids', :'digest', '1/2570') \g /dev/null
SELECT pg_temp.disburse('2026-12-01') AS disbursement \gset
SELECT is(pg_temp.settled(pg_temp.result(12, '{"booked_on": "01/12/2569"}', '2026-12-01', 'aids')), '1 1 0 0 0 0', 'an AIDS allowance arrives');
SELECT pg_temp.portal() \g /dev/null
SELECT is(concat_ws(' ', pending_packets, pending_changes), '0 0', 'AR2, PT6!: where health data alone was handed over and arrived, nothing waits') FROM portal.change_status();
SELECT is(pg_temp.code('SELECT portal.make_payment_list(''2026-12-01'')'), 'WF803', 'AR2!: nor is there a list');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(portal.make_payment_lists(), 0::bigint, 'AR2!: nor does the task make one');
RESET ROLE;

-- a list that is made late: what became of its payments before comes after its number all the same
SELECT pg_temp.is_day('2027-01-01') \g /dev/null
SELECT pg_temp.pay('2027-01-01') AS late_disbursement \gset
SELECT pg_temp.settled(pg_temp.result(1, '{"booked_on": "01/01/2570"}', '2027-01-01'), pg_temp.result(3, '{"outcome": "RJCT", "reason_code": "AC04", "booked_on": "01/01/2570"}', '2027-01-01')) \g /dev/null
SELECT pg_temp.portal() \g /dev/null
SELECT portal.publish_changes() \g /dev/null
SELECT as_of_change AS late FROM portal.make_payment_list('2027-01-01') \gset
SELECT is((SELECT string_agg(DISTINCT state::text, ' ' ORDER BY state::text) FROM portal.payment_changes(:late) WHERE month = '2027-01-01'), 'credited failed', 'PT6!: a list loses nothing that was told before it was made');
SELECT is((SELECT count(*) FROM portal.payment_changes(:late) WHERE state = 'sent'), 0::bigint, 'PT6: and does not tell of the handing over anew');
SELECT is((SELECT last_number FROM portal.change_status()) - :late, 2::bigint, 'PT6: its number is that before the first of them');
SELECT is((SELECT as_of_change FROM portal.make_payment_list('2027-01-01')), :late::bigint, 'PT6: asked again, the same');
RESET ROLE;

-- the tasks, and what is no longer kept
SELECT is((SELECT string_agg(step, ' ' ORDER BY position) FROM job.step WHERE task = 'portal_changes'), 'publish_changes make_payment_lists purge_changes', 'PT6: a task does so every day');
SELECT last_number AS last FROM portal.change_counter \gset
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(portal.make_payment_lists(), 0::bigint, 'PT6: every month has its list');
SELECT is(portal.purge_changes('2020-01-01'), 0::bigint, 'PT6!: what is younger is kept');
SELECT is(pg_temp.code('SELECT portal.purge_changes(NULL)'), 'WF010', 'PT6!: not without a moment');
SELECT is((SELECT min(change_number) FROM portal.payment_changes(0)), 1::bigint, 'PT6: the first is there');
RESET ROLE;
SELECT published_at AS moment FROM portal.payment_change WHERE change_number = 5 \gset
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(portal.purge_changes(:'moment'), 4::bigint, 'PT6: what is older goes');
SELECT is(concat_ws(' ', last_number, first_kept), :'last' || ' 5', 'PT6: the numbers go on') FROM portal.change_status();
SELECT pg_temp.portal() \g /dev/null
SELECT is(pg_temp.code('SELECT * FROM portal.payment_changes(3)'), 'WF801', 'PT6!: who was away too long is told so, instead of missing something');
SELECT is((SELECT min(change_number) FROM portal.payment_changes(4)), 5::bigint, 'PT6: who was not goes on');
SELECT is((SELECT string_agg(concat_ws(' ', to_char(cycle_month, 'MM'), as_of_change), ', ' ORDER BY cycle_month) FILTER (WHERE as_of_change < 5) FROM portal.list_payments()), NULL, 'PT6!: no list sends its reader to changes that are gone');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT cmp_ok(portal.purge_changes('infinity'), '>', 0::bigint, 'PT6: all');
SELECT is(concat_ws(' ', last_number, first_kept), :'last' || ' ' || :'last'::bigint + 1, 'PT6: the next number is not the first again') FROM portal.change_status();
SELECT is((SELECT count(*) FROM portal.list_payments() AS list CROSS JOIN LATERAL portal.payment_changes(list.as_of_change) AS told), 0::bigint, 'PT6: whoever comes back after everything is gone begins with the lists, and can go on');
SELECT is((SELECT as_of_change FROM portal.make_payment_list('2026-10-01')), :'last'::bigint, 'PT6: also by asking for the list');
SELECT is(pg_temp.sabotage('SELECT 1'), 'all is well', 'QR8: nothing is missed of what is no longer kept');
SELECT is(pg_temp.sabotage('INSERT INTO payment.set_aside SELECT (jsonb_populate_record(aside, ''{"adjustment_number": 9, "recorded_at": "infinity"}'')).* FROM payment.set_aside AS aside WHERE NOT sensitive LIMIT 1'), 'portal_told 1', 'QR8!: but what happens after that is');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;

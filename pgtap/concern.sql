-- ER13, QR8, QS1: a bank's user reports results of that bank's accounts alone; and what a bank says has arrived of which it had said that it failed is kept
-- as money that may have arrived twice, until somebody has found out.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
\ir settlement.psql
SELECT plan(63);
GRANT USAGE ON SCHEMA tap TO PUBLIC;
-- Delivers rows as somebody; the counts and the codes of what was refused.
CREATE FUNCTION pg_temp.told(who text, VARIADIC given jsonb[]) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    opened bigint;
    counts text;
  BEGIN
    IF who = 'treasurer' THEN PERFORM pg_temp.treasury(); ELSE PERFORM pg_temp.act_as_bank(who); END IF;
    opened := pg_temp.stage(payment.begin_results('results.csv', 'x'), VARIADIC given);
    SELECT concat_ws(' ', row_count, credited, failed, returned, unchanged, refused) INTO counts FROM payment.finish_results(opened);
    RETURN concat_ws(' | ', counts, (SELECT string_agg(array_to_string(codes, '+'), ' ' ORDER BY line_number) FROM payment.refused_results(opened)));
  END
  $$;
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
-- Concerns as the treasury sees them: number of the person's payment, try, later try, baht.
CREATE FUNCTION pg_temp.doubts(only_open boolean DEFAULT true) RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.treasury();
    RETURN (SELECT coalesce(string_agg(concat_ws(' ', told.attempt, told.later_try, trim_scale(told.amount), told.outcome), ', ' ORDER BY told.reference), 'none')
              FROM payment.concerns(only_open) AS told);
  END
  $$;
-- What an administrator sees of them: whether the check holds, how many, and whether the example is a number alone.
CREATE FUNCTION pg_temp.checked() RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.become('welfare_admin');
    RETURN (SELECT concat_ws(' ', told.ok, told.found, told.example ~ '^month 2026-10 authority 5730102 number [0-9]+$') FROM payment.check_invariants('2026-10-01', 'concerns') AS told);
  END
  $$;
-- Other checks that no longer hold.
CREATE FUNCTION pg_temp.broken() RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.become('welfare_admin');
    RETURN (SELECT coalesce(string_agg(told.name, ' '), 'none') FROM payment.check_invariants() AS told WHERE NOT told.ok AND told.name NOT IN ('concerns', 'audit'));
  END
  $$;
-- Counts what is to be done, and what an authority is told of it.
CREATE FUNCTION pg_temp.work(office text DEFAULT 'officer', authority integer DEFAULT 5730102) RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.become('welfare_admin');
    PERFORM report.count_open_work(welfare.business_date(), 0, 'paid_twice');
    PERFORM pg_temp.sign(office, authority);
    RETURN (SELECT coalesce(string_agg(concat_ws(' ', told.authority_code, told.kind, told.programme, told.how_many, told.oldest), ', ' ORDER BY told.programme), 'nothing') FROM report.open_work() AS told);
  END
  $$;

SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 to 9 at bank 006; 10 at 030; 11 AIDS at 006; 12 in cash
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number)) || more)) FROM (
  SELECT number, pg_temp.account(lpad(number::text, 10, '0')) AS more FROM generate_series(1, 9) AS number
   UNION ALL
  SELECT number, more FROM (VALUES (10, pg_temp.account('0000000010', bank => '030')),
    (11, pg_temp.account('0000000011') || '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'), (12, '{}'::jsonb)) AS person (number, more)) AS person \g /dev/null
SELECT payment.prepare('2026-10-01') \g /dev/null
SELECT pg_temp.approve('2026-10-01') \g /dev/null
SELECT pg_temp.disburse('2026-10-01') AS disbursement \gset
SELECT pg_temp.is_day('2026-10-09') \g /dev/null

-- whose results a bank's user reports
SELECT pg_temp.act_as_bank('stranger') \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.begin_results(''x'', ''GSB'')'), 'WF42E', 'QS1!: a bank''s user of whom no bank is on record reports nothing');
SELECT is(pg_temp.refused('SELECT payment.let_report(''stranger'', ''{6}'', ''x'')'), '42501', 'QS1!: nor says so itself');
SELECT throws_ok('SELECT * FROM payment.bank_user', '42501', NULL, 'QS1!: nor reads who does');
SELECT is(pg_temp.told('gsb', pg_temp.result(1)), '1 0 0 0 0 1 | WF42F', 'ER13!: a bank does not report what became of another bank''s account');
SELECT is(pg_temp.told('gsb', pg_temp.result(1, '{"outcome": "failed", "reason_code": "AC04"}'), pg_temp.result(2, '{"outcome": "returned"}')), '2 0 0 0 0 2 | WF42F WF42F', 'ER13!: nor that it failed, nor came back');
SELECT is(pg_temp.told('gsb', pg_temp.result(1, '{"amount": "1", "booked_on": "2020-01-01"}')), '1 0 0 0 0 1 | WF42F', 'QS1!: and learns neither its amount nor its day');
SELECT unalike((SELECT reason FROM payment.refused_results(pg_temp.last_delivery())), '%700%', 'QS1!: the reason says nothing of it');
SELECT is((SELECT line_number FROM payment.refused_results(pg_temp.last_delivery())), 2, 'ER13: the line is told');
SELECT is(pg_temp.told('gsb', pg_temp.result(10), pg_temp.result(3), pg_temp.result(12)), '3 1 0 0 0 2 | WF42F WF42A', 'ER13: its own accounts it reports, beside rows that are refused; cash is nobody''s');
SELECT is(pg_temp.told('baac', pg_temp.result(10)), '1 0 0 0 0 1 | WF42F', 'ER13!: nor does the other report the one''s, not even what is known');
SELECT is(pg_temp.told('gsb', pg_temp.result(10)), '1 0 0 0 1 0', 'ER13: who has told it already tells nothing new');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.credit), 1::bigint, 'ER13!: of all that one payment has arrived');
SELECT is((SELECT count(*) FROM payment.failure), 0::bigint, 'ER13!: and nothing has failed');
SELECT is((SELECT count(*) FROM payment.concern), 0::bigint, 'ER13!: nor is anything in doubt');
SELECT is(pg_temp.told('treasurer', pg_temp.result(9), pg_temp.result(11, '{"outcome": "failed"}', '2026-10-01', 'aids')), '2 1 1 0 0 0', 'ER13: the Comptroller General''s Department loads files of any bank');
SELECT is(pg_temp.refused('SELECT payment.let_report(''gsb'', ''{6}'', ''x'')'), '42501', 'QS1!: and names no banks');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.let_report(''officer'', ''{6}'', ''x'')'), '42501', 'QS1!: nor do officers');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.let_report('' '', ''{6}'', ''x'')') || pg_temp.refused('SELECT payment.let_report(''x'', NULL, ''x'')') || pg_temp.refused('SELECT payment.let_report(''x'', ''{6}'', '''')'),
          'WF010WF010WF010', 'QS1!: nobody is let report without a name, banks and a document');
SELECT is(pg_temp.refused('SELECT payment.let_report(''gsb'', ''{6,999}'', ''x'')') || pg_temp.refused('SELECT payment.let_report(''gsb'', ''{6,NULL}'', ''x'')'), 'WF011WF011', 'nor for a bank that there is not');
SELECT is(payment.let_report('gsb', '{6,30,6}', 'หนังสือธนาคาร'), 'done', 'QS1: an administrator lets one user speak for two banks');
SELECT is(pg_temp.told('gsb', pg_temp.result(8)), '1 1 0 0 0 0', 'ER13: which it then does');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(payment.let_report('gsb', '{30}', 'หนังสือธนาคาร'), 'done', 'QS1: or for one no longer');
SELECT is(pg_temp.told('gsb', pg_temp.result(7)), '1 0 0 0 0 1 | WF42F', 'ER13!: which it then does not');
SELECT pg_temp.act_as_bank('gsb') \g /dev/null
SELECT pg_temp.stage(payment.begin_results('x', 'x'), pg_temp.result(10)) AS begun \gset
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(payment.let_report('gsb', '{}', 'สิ้นสุดสัญญา'), 'done', 'QS1: or for none');
SELECT pg_temp.act_as_bank('gsb') \g /dev/null
SELECT is(pg_temp.refused(format('SELECT payment.finish_results(%s)', :begun)), 'WF42E', 'QS1!: what it began before is not taken then');
RESET ROLE;
SELECT is((SELECT count(*) FROM audit.entry WHERE relation::text = 'payment.bank_user'), 8::bigint, 'QS5: who may speak for which bank is in the audit trail');

-- what failed and is said to have arrived
SELECT is(pg_temp.told('baac', pg_temp.result(1, '{"outcome": "failed", "reason_code": "AC04"}'), pg_temp.result(2, '{"outcome": "failed"}'), pg_temp.result(3, '{"outcome": "failed"}'),
                       pg_temp.result(4, '{"outcome": "returned"}'), pg_temp.result(5, '{"outcome": "returned"}'), pg_temp.result(6)), '6 1 3 2 0 0', 'some fail and come back');
SELECT pg_temp.is_day('2026-10-12') \g /dev/null
SELECT is(pg_temp.doubts() || ' ' || pg_temp.checked() || ' ' || pg_temp.work(), 'none t 0 nothing', 'QR8: as long as nothing is in doubt nothing says so');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT payment.repair_payment(pg_temp.id(number)::thai_id, 'elderly', '2026-10-01', document => 'คำร้อง', same_account => true) FROM generate_series(1, 2) AS number \g /dev/null
SELECT pg_temp.is_day('2026-11-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2026-11-01') \g /dev/null
SELECT pg_temp.approve('2026-11-01') \g /dev/null
SELECT pg_temp.disburse('2026-11-01') \g /dev/null
SELECT pg_temp.is_day('2026-11-12') \g /dev/null
SELECT is(pg_temp.payments(1) || ', ' || pg_temp.payments(2), '[10:700] 10#2:700 11:700, [10:700] 10#2:700 11:700', 'two are tried again, and are under way');
-- the number of the first try
CREATE FUNCTION pg_temp.first_try(number integer, more jsonb DEFAULT '{}', programme text DEFAULT 'elderly') RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER
  AS $$ SELECT pg_temp.result(number, jsonb_build_object('reference', pg_temp.reference_of(number, '2026-10-01', programme, attempt => 1)) || more, '2026-10-01', programme) $$;
SELECT is(pg_temp.told('baac', pg_temp.first_try(1, '{"booked_on": "2026-10-12"}')), '1 0 0 0 0 1 | WF429', 'ER13!: what failed does not arrive');
SELECT is(pg_temp.doubts(), '1 under_way 700', 'ER13: but the second try is under way, so that it may arrive twice: 700 baht');
SELECT is(pg_temp.checked(), 'f 1 t', 'QR8: which the checks say, without a name');
SELECT is(pg_temp.work(), '5730102 paid_twice elderly 1 2026-11-12', 'ER13: and which stands among what is to be done');
SELECT is(pg_temp.work('other_officer', 6730213), 'nothing', 'IS9.2!: of another authority');
SELECT is(pg_temp.told('baac', pg_temp.result(2, '{"booked_on": "2026-11-10"}')), '1 1 0 0 0 0', 'the second try of the other arrives');
SELECT is(pg_temp.told('baac', pg_temp.first_try(2, '{"booked_on": "2026-10-12"}'), pg_temp.first_try(1)), '2 0 0 0 0 2 | WF429 WF429', 'ER13!: and its first is said to have');
SELECT is(pg_temp.doubts(), '1 under_way 700, 1 credited 700', 'ER13: one more concern, once for each payment however often it is told');
RESET ROLE;
SELECT is((SELECT string_agg(refused.line_number || ' ' || refused.codes[1] || ' ' || (refused.raw ->> 'outcome'), ', ' ORDER BY concern.reference)
             FROM payment.concern JOIN payment.refused_result AS refused USING (delivery_number, line_number)), '2 WF429 credited, 2 WF429 credited', 'QR6: the rows are kept with line and reason');
SELECT is(pg_temp.told('baac', pg_temp.first_try(3, '{"amount": "1", "booked_on": "2026-10-12"}')), '1 0 0 0 0 1 | WF427+WF429', 'ER13: also a row of which something else is wrong');
SELECT is(pg_temp.doubts(), '1 under_way 700, 1 credited 700, 1 none 700', 'ER13: and before anybody has tried again');
SELECT is(pg_temp.told('baac', pg_temp.first_try(4, '{"booked_on": "2026-10-09"}')), '1 0 0 0 0 1 | WF429', 'ER13!: what came back does not arrive');
SELECT is(pg_temp.doubts(), '1 under_way 700, 1 credited 700, 1 none 700', 'ER13!: that it had arrived by the day on which it came back is nothing new');
SELECT is(pg_temp.told('baac', pg_temp.first_try(4, '{"booked_on": "2026-10-10"}')), '1 0 0 0 0 1 | WF429', 'ER13!: nor the day after');
SELECT is(pg_temp.doubts(), '1 under_way 700, 1 credited 700, 1 none 700, 1 none 700', 'ER13: which is a concern');
SELECT is(pg_temp.told('baac', pg_temp.first_try(6, '{"outcome": "failed"}'), pg_temp.first_try(5, '{"outcome": "failed"}')), '2 0 0 0 0 2 | WF429 WF429', 'ER13!: that something failed which arrived, or came back');
SELECT is(pg_temp.doubts(), '1 under_way 700, 1 credited 700, 1 none 700, 1 none 700', 'ER13!: pays nobody twice');
SELECT is(pg_temp.told('baac', pg_temp.first_try(11, '{"booked_on": "2026-10-12"}', 'aids')), '1 0 0 0 0 1 | WF429', 'a payment of another programme');
SELECT matches(pg_temp.work(), 'paid_twice aids 1 ', 'AR2: the authority sees that of health data');
SELECT pg_temp.act_for('department') \g /dev/null
SELECT is((SELECT string_agg(programme || ' ' || how_many, ', ') FROM report.open_work()), 'elderly 4', 'AR2!: the department does not');
SELECT is(pg_temp.broken(), 'none', 'QR8: everything else holds');

-- who finds out
SELECT pg_temp.reference_of(2, '2026-10-01', attempt => 1)::bigint AS second, pg_temp.reference_of(1, '2026-10-01', attempt => 1)::bigint AS first \gset
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.concerns()') || pg_temp.refused(format('SELECT payment.answer_concern(%s, ''paid_once'', ''x'')', :first)), '4250142501', 'QS1!: officers neither see nor answer them');
SELECT pg_temp.act_as_bank('baac') \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.concerns()') || pg_temp.refused(format('SELECT payment.answer_concern(%s, ''paid_once'', ''x'')', :first)), '4250142501', 'QS1!: nor do banks');
SELECT throws_ok('SELECT * FROM payment.concern', '42501', NULL, 'QS1!: whose they are is nobody''s');
SELECT pg_temp.treasury() \g /dev/null
SELECT is(pg_temp.refused('SELECT payment.answer_concern(NULL, ''paid_once'', ''x'')') || pg_temp.refused(format('SELECT payment.answer_concern(%s, NULL, ''x'')', :first))
          || pg_temp.refused(format('SELECT payment.answer_concern(%s, ''paid_once'', '' '')', :first)) || pg_temp.refused('SELECT payment.answer_concern(999999, ''paid_once'', ''x'')'),
          'WF010WF010WF010WF42G', 'ER13!: no answer without its payment, what it is, and where it says so');
SELECT is(payment.answer_concern(:second, 'paid_once', 'หนังสือธนาคาร 1'), 'done', 'ER13: the department answers');
SELECT is(payment.answer_concern(:second, 'paid_twice', 'หนังสือธนาคาร 2'), 'done', 'and answers again');
SELECT is(pg_temp.checked() || ' ' || pg_temp.doubts(), 'f 4 t 1 under_way 700, 1 none 700, 1 none 700, 1 none 500', 'ER13: what is answered is open no more');
SELECT matches(pg_temp.doubts(false), '1 credited 700 paid_twice', 'ER13: and stays, with its last answer');
RESET ROLE;
SELECT is((SELECT string_agg(outcome || ' ' || document || ' ' || answered_by, ', ' ORDER BY answer_number) FROM payment.concern_answer), 'paid_once หนังสือธนาคาร 1 treasurer, paid_twice หนังสือธนาคาร 2 treasurer', 'both answers are kept');
SET LOCAL ROLE welfare_owner;
SELECT throws_ok(statement, 'WF064', NULL, 'QR8!: evidence: ' || statement)
  FROM unnest(ARRAY['DELETE FROM payment.concern', 'UPDATE payment.concern SET amount = 1', 'TRUNCATE payment.concern_answer', 'UPDATE payment.concern_answer SET outcome = ''paid_once''']) AS statement;
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;

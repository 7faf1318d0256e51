-- ER7, ER8.4, ER8.6, ER9, ER13, ER16, RC9: what the jobs count for reports and for who has something to do, and what they watch.
\ir fixture.psql
\ir form.psql
\ir civil.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-10-01';
SELECT plan(49);
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 completes 70 on 31 October 2026, born on 1 November: counts from November; 2 a day later: December; 3 on 30 October: November; 4 is 80 from November.
-- 5 completes 60 on 14 November 2026, with a disability claim alone: December; 6 on 30 October: November; 7 reached it long ago; 8 has an AIDS claim alone.
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born) || more)) FROM (VALUES
  (1, '01/11/2499', '{"claimed_on": "01/11/2559", "ordered_on": "05/11/2559"}'::jsonb), (2, '02/11/2499', '{"claimed_on": "01/11/2559", "ordered_on": "05/11/2559"}'),
  (3, '31/10/2499', '{"claimed_on": "01/11/2559", "ordered_on": "05/11/2559"}'), (4, '15/10/2489', '{}'),
  (5, '15/11/2509', '{"programme": "disability", "facts": "{disability_card, thai_nationality, in_house_register, !state_shelter}"}'),
  (6, '31/10/2509', '{"programme": "disability", "facts": "{disability_card, thai_nationality, in_house_register, !state_shelter}"}'),
  (7, '15/06/2490', '{"programme": "disability", "facts": "{disability_card, thai_nationality, in_house_register, !state_shelter}"}'),
  (8, '20/10/2509', '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
  (9, '15/10/2489', '{"authority_code": "6730213"}')) AS person (number, born, more) \g /dev/null
RESET ROLE;
CREATE FUNCTION pg_temp.aged(from_month date DEFAULT NULL, to_month date DEFAULT NULL) RETURNS text
  LANGUAGE sql RETURN (SELECT coalesce(string_agg(concat(right(national_id::text, 3)::integer / 10, ' ', kind, ' ', age, to_char(counts_from, ' YYYY-MM')), ', ' ORDER BY national_id, programme), 'nobody')
                         FROM registry.age_notices(from_month, to_month));
CREATE FUNCTION pg_temp.work() RETURNS text
  LANGUAGE sql RETURN (SELECT coalesce(string_agg(concat_ws(' ', authority_code, kind, programme, how_many, oldest), ', ' ORDER BY authority_code, kind, programme), 'nothing') FROM report.open_work());

-- who is told of an age
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.aged(), '1 step 70 2026-11, 3 step 70 2026-11, 4 step 80 2026-11, 6 reaches_age 60 2026-11, 7 reaches_age 60 2007-07, 8 reaches_age 60 2026-11',
          'ER7, ER9, RC6: who reaches an age in the next month, and who reached 60 and has handed nothing in');
SELECT is(pg_temp.aged('2026-12-01'), '2 step 70 2026-12, 5 reaches_age 60 2026-12, 6 reaches_age 60 2026-11, 7 reaches_age 60 2007-07, 8 reaches_age 60 2026-11', 'RC6: a birthday a day later counts a month later');
SELECT is(pg_temp.aged('2026-11-01', '2026-12-01'), '1 step 70 2026-11, 2 step 70 2026-12, 3 step 70 2026-11, 4 step 80 2026-11, 5 reaches_age 60 2026-12, 6 reaches_age 60 2026-11, 7 reaches_age 60 2007-07, 8 reaches_age 60 2026-11', 'ER7: over more months');
SELECT throws_ok('SELECT registry.age_notices(''2026-12-01'', ''2026-11-01'')', 'WF017', NULL, 'ER7!: not backwards');
SELECT throws_ok('SELECT registry.age_notices(''2026-12-02'')', 'WF034', NULL, 'ER7!: nor from the middle of a month');
SELECT is((SELECT string_agg(DISTINCT full_name || ' ' || telephone, ', ') FROM registry.age_notices() WHERE kind = 'step'), (SELECT string_agg(DISTINCT full_name || ' ' || telephone, ', ') FROM registry.age_notices()), 'ER7: with whom to call');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.aged(), '9 step 80 2026-11', 'QS1: another authority is told of its own');
RESET ROLE;
SELECT is((SELECT sum((key ->> 'to_month' = '2026-11-01')::integer) || '/' || max(row_count) FROM audit.entry WHERE relation = 'registry.age_notices'), '4/8', 'QS5: the look is recorded');
-- who has declined is not reminded
SELECT pg_temp.sign('officer') \g /dev/null
SAVEPOINT declined;
RESET ROLE;
SET LOCAL session_replication_role = replica;
INSERT INTO registry.disposal (thai_id, programme, claim_number, authority_code, district_code, province_code, sensitive, cause, happened_on, ordered_on)
VALUES (pg_temp.id(6)::thai_id, 'disability', 1, 5730102, 7301, 73, false, 'died', '2026-09-30', '2026-09-30'), (pg_temp.id(7)::thai_id, 'elderly', 1, 5730102, 7301, 73, false, 'waived', '2026-09-30', '2026-09-30'),
       (pg_temp.id(8)::thai_id, 'disability', 1, 5730102, 7301, 73, false, 'waived', '2026-09-30', '2026-09-30');
SET LOCAL session_replication_role = origin;
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.aged(), '1 step 70 2026-11, 3 step 70 2026-11, 4 step 80 2026-11, 8 reaches_age 60 2026-11', 'ER7!: who died, or waived it, is not told; who waived something else is');
ROLLBACK TO declined;

-- counted for each authority
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(report.count_open_work('2026-10-01', 1, 'reaches_age', 'unconfirmed', 'age_step'), 5::bigint, 'ER7, ER9: they are counted');
SELECT is(report.count_open_work('2026-10-01', 1, 'reaches_age', 'unconfirmed', 'age_step'), 5::bigint, 'ER7!: again, not beside it');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(pg_temp.work(), '5730102 reaches_age elderly 2 2026-11-01, 5730102 unconfirmed elderly 1 2007-07-01, 5730102 age_step elderly 3 2026-11-01', 'ER7, ER9: an authority sees its own counts');
SELECT pg_temp.act_for('department') \g /dev/null
SELECT is(pg_temp.work(), '5730102 reaches_age elderly 1 2026-11-01, 5730102 unconfirmed elderly 1 2007-07-01, 5730102 age_step elderly 3 2026-11-01, 6730213 age_step elderly 1 2026-11-01',
          'AR2!: above it nobody counts a person who is known by that allowance alone');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(pg_temp.work(), '6730213 age_step elderly 1 2026-11-01', 'QS1!: another authority sees its own');
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT throws_ok('SELECT report.open_work()', '42501', NULL, 'QS1!: the treasury has nothing to do with it');

-- notices whose days are over: posted on the 1st, open to the end of the 16th
SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.record_finding(pg_temp.id(2)::thai_id, 'elderly', 'disqualified', '2026-09-20', 'report', 'ขาดคุณสมบัติ', '{thai_nationality}') \g /dev/null
SELECT registry.post_notice('elderly', ARRAY[pg_temp.id(2)::thai_id], 'ป 1/2570', '{office}') \g /dev/null
RESET ROLE; SET LOCAL welfare.business_date = '2026-10-16';
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(report.count_open_work('2026-10-16', 0, 'notice_expired'), 0::bigint, 'ER16!: on the last day of a notice nothing is to be ordered');
SELECT is(report.count_open_work('2026-10-17', 0, 'notice_expired'), 1::bigint, 'ER16: the day after it is');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT ok(pg_temp.work() LIKE '%notice_expired elderly 1 2026-10-16%', 'ER16: the authority is told since when');
-- findings of the civil registry that are overdue
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(3), 'birth_date', '31/10/2499', 'happened_on', '01/10/2569', 'registered_on', '02/10/2569'),
                    jsonb_build_object('thai_id', pg_temp.id(8), 'birth_date', '20/10/2509', 'happened_on', '01/10/2569', 'registered_on', '02/10/2569')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(report.count_open_work('2026-10-23', 0, 'finding_overdue'), 0::bigint, 'ER14!: on the last day nothing is overdue');
SELECT is(report.count_open_work('2026-10-24', 0, 'finding_overdue'), 2::bigint, 'ER14: the day after it is');
SELECT is(report.count_open_work('2026-10-24', 0, 'move_unacknowledged', 'form_undecided'), 0::bigint, 'ER8.4!: without moves and forms there are none');
SELECT pg_temp.act_for('department') \g /dev/null
SELECT ok(pg_temp.work() LIKE '%finding_overdue elderly 1 %' AND pg_temp.work() NOT LIKE '%aids%', 'AR2!: above the authority without health data');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT ok(pg_temp.work() LIKE '%finding_overdue aids 1%', 'AR2: which the authority sees');

-- months rolled up
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT throws_ok('SELECT report.summarise_month(''2026-10-01'')', 'WF032', NULL, 'IS10.3!: a month that is not prepared is not rolled up');
SELECT payment.prepare(month::date) FROM generate_series('2026-09-01'::date, '2026-10-01', '1 month') AS month \g /dev/null
SELECT is(report.summarise_month('2026-09-01') + report.summarise_month('2026-10-01'), 8::bigint, 'IS10.3: a row for each authority and programme');
SELECT is(report.summarise_month('2026-10-01'), 4::bigint, 'IS10.3!: again, not beside it');
RESET ROLE;
SELECT is_empty('SELECT month, authority_code, programme, lines, allowance, top_up FROM report.month_total
  EXCEPT SELECT month, authority_code, programme, count(*), sum(allowance), sum(top_up) FROM payment.line GROUP BY 1, 2, 3', 'QR8: the roll-up is what the lines add up to');
SELECT is((SELECT sum(lines) FROM report.month_total), (SELECT count(*)::numeric FROM payment.line), 'QR8: all of them');
SELECT pg_temp.act_for('department') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', authority_code, programme, lines), ', ' ORDER BY authority_code, programme) FROM report.month_totals('2026-10-01', '2026-10-01')),
          '5730102 elderly 4, 5730102 disability 3, 5730102 aids 1, 6730213 elderly 1', 'AR2: true counts of every programme, as in the summary reports');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is((SELECT count(*) || ' ' || min(authority_code) FROM report.month_totals('2026-09-01', '2026-10-01')), '2 6730213', 'QS1: an authority reads its own months');
SELECT throws_ok('SELECT report.month_totals(''2026-10-01'', ''2026-09-01'')', 'WF017', NULL, 'IS10.3!: not backwards');

-- the monthly report of moves
RESET ROLE; SET LOCAL welfare.business_date = '2026-10-31';
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT throws_ok('SELECT report.summarise_moves(''2026-10-01'')', 'WF030', NULL, 'ER8.6!: a month that is not over is not reported');
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(4), 'birth_date', '15/10/2489', 'kind', 'moved_out', 'happened_on', '05/10/2569', 'registered_on', '06/10/2569'),
                    jsonb_build_object('thai_id', pg_temp.id(8), 'birth_date', '20/10/2509', 'kind', 'moved_out', 'happened_on', '05/10/2569', 'registered_on', '06/10/2569')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
RESET ROLE; SET LOCAL welfare.business_date = '2026-11-01';
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(report.summarise_moves('2026-10-01') || ' ' || report.summarise_moves('2026-10-01'), '1 0', 'ER8.6: on the 1st the month before is counted, once');
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', source, province_code, programme, moves), ', ') FROM report.moves_of_month('2026-10-01')), 'civil_registry 73 elderly 1', 'ER8.6, AR2: the treasury is told, and of no health data');

-- pay day: the 10th is a Saturday in October 2026
RESET ROLE; SET LOCAL welfare.business_date = '2026-10-12';
INSERT INTO job.progress (task, first_period) VALUES ('month_preparation', '2026-10-01');
CREATE FUNCTION pg_temp.concerns(day date) RETURNS text
  LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    PERFORM job.watch_pay_day(NULL, day);
    RETURN coalesce((SELECT string_agg(concat_ws(' ', concern, how_many, arguments), ', ' ORDER BY concern) FROM job.concern WHERE concern LIKE 'pay_day%'), 'none');
  END
  $$;
SELECT is(pg_temp.concerns('2026-10-12'), 'pay_day_unknown 1 {2026-10}', 'RC9: while holidays are not loaded, nobody knows pay day, and that is told');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT reference.load_holidays('government', 2569, '{"2026-10-23": "วันปิยมหาราช"}', 'x'), reference.load_holidays('bank', 2569, '{"2026-10-23": "วันปิยมหาราช"}', 'x') \g /dev/null
SELECT is(pg_temp.concerns('2026-10-08'), 'none', 'RC9!: before pay day nothing is late');
SELECT is(pg_temp.concerns('2026-10-09'), 'pay_day_unsent 4 {2026-10}', 'RC9, ER13: on pay day, the working day before the 10th, what is not sent is told; September, before the jobs, is not');
SELECT is(pg_temp.concerns('2026-10-20'), 'pay_day_unsent 4 {2026-10}', 'ER13: and goes on being told');
SELECT is((SELECT since || ' ' || seen_on FROM job.concern WHERE concern = 'pay_day_unsent'), '2026-10-09 2026-10-20', 'ER13: with the day since when');

-- of the four, one is drafted, one sent, one closed
SAVEPOINT paid;
SET LOCAL session_replication_role = replica;
INSERT INTO payment.authority_payroll (drafted_at, settled_at, first_reference, disbursement_number, items, transfers, held, cycle_month, authority_code, programme, state, round, district_code, province_code, sensitive,
                                       amount, held_amount, digest, drafted_by)
VALUES (now(), NULL, 1, NULL, 1, 0, 0, '2026-10-01', 6730213, 'elderly', 'drafted', 1, 7302, 73, false, 1, 0, sha256('x'), 'x'),
       (now(), NULL, 2, 1, 1, 0, 0, '2026-10-01', 5730102, 'elderly', 'sent', 1, 7301, 73, false, 1, 0, sha256('x'), 'x'),
       (now(), now(), 3, 1, 1, 0, 0, '2026-10-01', 5730102, 'disability', 'closed', 1, 7301, 73, false, 1, 0, sha256('x'), 'x');
SET LOCAL session_replication_role = origin;
SELECT is(pg_temp.concerns('2026-10-09'), 'pay_day_unsent 2 {2026-10}', 'ER13: what is drafted, or not even that, is not sent; what is sent may still arrive on pay day');
SELECT is(pg_temp.concerns('2026-10-10'), 'pay_day_unsent 2 {2026-10}, pay_day_unsettled 1 {2026-10}', 'ER13: the day after it is told that nobody knows of it');
SET LOCAL session_replication_role = replica;
UPDATE payment.authority_payroll SET state = 'closed', settled_at = now(), disbursement_number = 1;
INSERT INTO payment.authority_payroll (drafted_at, settled_at, first_reference, disbursement_number, items, transfers, held, cycle_month, authority_code, programme, state, round, district_code, province_code, sensitive,
                                       amount, held_amount, digest, drafted_by)
VALUES (now(), now(), 4, 1, 1, 0, 0, '2026-10-01', 5730102, 'aids', 'closed', 1, 7301, 73, true, 1, 0, sha256('x'), 'x');
SET LOCAL session_replication_role = origin;
SELECT is(pg_temp.concerns('2026-10-31'), 'none', 'ER13!: when everything is settled nothing is told');
SELECT is(job.watch_partitions(NULL, '2026-10-12'), 1::bigint, 'AQ!: payments that went out and are not there are told');
ROLLBACK TO paid;

-- partitions
SELECT is(job.watch_partitions(NULL, '2026-10-12'), 0::bigint, 'AQ: every prepared month has its partition');
ALTER TABLE payment.line DETACH PARTITION payment.line_2026_09;
SELECT is(job.watch_partitions(NULL, '2026-10-12'), 1::bigint, 'AQ!: one that is taken off is told');
SELECT is((SELECT arguments::text FROM job.concern WHERE concern = 'partition_missing'), '{line_2026_09}', 'AQ!: by its name');

-- rows that were staged and left
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT registry.begin_import('left') AS left_import, registry.begin_import('open') AS open_import \gset
INSERT INTO registry.import_row (import_id, line_number, thai_id) VALUES (:left_import, 2, '1000000001005'), (:open_import, 2, '1000000001005');
RESET ROLE;
UPDATE registry.import SET started_at = clock_timestamp() - interval '3 days' WHERE import_id = :left_import;
SELECT is(job.purge_staged_rows(NULL, '2026-10-12'), 1::bigint, 'QS4: rows of an import that was left are deleted');
SELECT is((SELECT string_agg(file_name, ' ') FROM registry.import_row JOIN registry.import USING (import_id)), 'open', 'QS4!: those of one that is open stay');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT throws_ok(format('SELECT * FROM registry.finish_import(%s)', :left_import), 'WF005', NULL, 'QS4: who comes back to it is told that its rows are gone');
SELECT * FROM finish();
ROLLBACK;

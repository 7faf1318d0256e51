-- ER8.4, ER14, ER15, DE3: what is held, from which month, by whom, and how it is released.
\ir fixture.psql
\ir form.psql
\ir civil.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SET LOCAL welfare.business_date = '2026-12-05';
SELECT plan(45);
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number)) || more)) FROM (VALUES
  (1, '{}'::jsonb), (1, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'), (2, '{}'), (3, '{}'), (4, '{"authority_code": "6730213"}'), (5, '{}'), (6, '{}'), (7, '{}'),
  (8, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}')) AS person (number, more) \g /dev/null
SELECT payment.prepare(month::date) FROM generate_series('2026-09-01'::date, '2026-12-01', '1 month') AS month \g /dev/null

RESET ROLE;
-- A person's held months of a programme, as a superuser sees them.
CREATE FUNCTION pg_temp.held(number integer, asked text DEFAULT 'elderly') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    RESET ROLE;
    SELECT string_agg(to_char(month, 'MM'), ' ' ORDER BY month) INTO answer
      FROM payment.line_standing WHERE thai_id = pg_temp.id(number)::thai_id AND programme::text = asked AND held;
    RETURN coalesce(answer, 'none');
  END
  $$;
CREATE FUNCTION pg_temp.hold_the_dead() RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    PERFORM pg_temp.become('welfare_admin');
    SELECT concat_ws(' ', placed, replaced) INTO answer FROM payment.hold_the_dead();
    RETURN answer;
  END
  $$;
-- 1 died on 1 October, 2 on 31 October, 3 on 1 November, 4 elsewhere, of 5 it is a question, 6 nobody says anything
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(1), 'happened_on', '01/10/2569', 'registered_on', '02/10/2569'), jsonb_build_object('thai_id', pg_temp.id(2), 'happened_on', '31/10/2569', 'registered_on', '01/11/2569'),
                    jsonb_build_object('thai_id', pg_temp.id(3), 'happened_on', '01/11/2569', 'registered_on', '01/11/2569'), jsonb_build_object('thai_id', pg_temp.id(4), 'happened_on', '30/09/2569', 'registered_on', '01/10/2569'),
                    jsonb_build_object('thai_id', pg_temp.id(5), 'birth_date', '16/06/2490'), jsonb_build_object('thai_id', pg_temp.id(8), 'happened_on', '01/10/2569', 'registered_on', '02/10/2569')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT is(pg_temp.hold_the_dead(), '6 0', 'ER15: everybody whom the registry has as dead is held');
SELECT is(pg_temp.hold_the_dead(), '0 0', 'ER15!: once');
SELECT is(concat_ws(' | ', pg_temp.held(1), pg_temp.held(1, 'aids'), pg_temp.held(8, 'aids')), '11 12 | 11 12 | 11 12', 'DE3, ER15, ER13: a death on the 1st pays that month, and holds those after it, in every programme');
SELECT is(pg_temp.held(2), '11 12', 'ER15: as one on the last day does');
SELECT is(pg_temp.held(3), '12', 'DE3, ER13!: a death on the next day holds a month less');
SELECT is(pg_temp.held(4), '10 11 12', 'ER15: a death on the last of September holds October');
SELECT is(pg_temp.held(5) || ' ' || pg_temp.held(6), 'none none', 'ER15!: a question holds nothing');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.line WHERE thai_id = pg_temp.id(1)::thai_id), 8::bigint, 'ER15!: no line is removed');
SELECT is((SELECT string_agg(DISTINCT state::text, ' ') FROM registry.claim), 'live', 'ER14!: and no claim changed');

-- what is held is seen
SELECT pg_temp.sign('officer') \g /dev/null
SELECT results_eq('SELECT right(national_id::text, 3)::integer / 10, programme::text COLLATE "default", reasons::text COLLATE "default" FROM payment.held_lines(''2026-11-01'')',
  $$VALUES (1, 'elderly', '{registry_death}'), (1, 'aids', '{registry_death}'), (2, 'elderly', '{registry_death}'), (8, 'aids', '{registry_death}')$$, 'ER15: an authority sees its held lines');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is((SELECT count(*) FROM payment.held_lines('2026-11-01')), 1::bigint, 'ER15!: another sees its own');
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT results_eq('SELECT right(national_id::text, 3)::integer / 10, programme::text COLLATE "default" FROM payment.held_lines(''2026-11-01'') ORDER BY 1', $$VALUES (1, 'elderly'), (2, 'elderly'), (4, 'elderly')$$,
  'ER15, AR2!: the Comptroller General''s Department sees the nation''s, but no health data');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT count(*) FROM payment.held_lines('2026-11-01')), 5::bigint, 'an administrator all');
SELECT is(left(pg_temp.refusal_of('SELECT payment.held_lines(''2026-11-02'')'), 5), 'WF034', 'of a month');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT throws_ok('SELECT payment.held_lines(''2026-11-01'')', '42501', NULL, 'ER15!: a province sees none');

-- a corrected day of death
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(2), 'happened_on', '30/09/2569', 'registered_on', '10/11/2569')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT is(pg_temp.hold_the_dead() || ' ' || pg_temp.held(2), '1 1 10 11 12', 'ER15: a corrected day of death holds from its month');
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(2), 'happened_on', '15/11/2569', 'registered_on', '05/11/2569', 'event_reference', 'x'),
                    jsonb_build_object('thai_id', pg_temp.id(2), 'happened_on', '01/11/2569', 'registered_on', '05/11/2569', 'event_reference', 'y')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT is(pg_temp.hold_the_dead() || ' ' || pg_temp.held(2), '0 0 10 11 12', 'ER15!: one that was registered before does not');

-- a mistaken death
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.lift_hold(%L, ''2026-12-05'', ''1/2570'', ''ยังมีชีวิต'')', pg_temp.id(1))), 5), 'WF33B', 'ER14!: while the death stands, nothing is lifted');
SELECT pg_temp.sign('delegate') \g /dev/null
SELECT civil.settle_finding(pg_temp.id(1)::thai_id, pg_temp.event_of(1), false, 'พบตัว') \g /dev/null
SELECT is(pg_temp.hold_the_dead() || ' ' || pg_temp.held(1), '0 0 11 12', 'ER14!: nor by the verification alone');
SELECT pg_temp.sign('delegate') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.lift_hold(%L, ''2026-12-05'', ''1/2570'', ''ยังมีชีวิต'')', pg_temp.id(1))), 5), 'WF33C', 'ER14!: who recorded it does not sign');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.lift_hold(%L, ''2026-12-05'', ''1/2570'', ''ยังมีชีวิต'')', pg_temp.id(1))), 5), 'WF336', 'ER14!: nor does an officer');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.lift_hold(%L, ''2026-12-05'', ''1/2570'', ''ยังมีชีวิต'')', pg_temp.id(1))), 5), 'WF339', 'ER14!: nor another authority');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.lift_hold(%L, ''2026-12-05'', '' '', ''x'')', pg_temp.id(1))), 5), 'WF010', 'an order has a number');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.lift_hold(%L, ''2026-12-04'', ''1'', ''x'')', pg_temp.id(1))), 5), 'WF017', 'and comes after the hold');
SELECT is(payment.lift_hold(pg_temp.id(1)::thai_id, '2026-12-05', '1/2570', 'ยังมีชีวิต'), 2, 'ER14, ER15: the executive lifts a mistaken death''s holds by order');
SELECT is(pg_temp.held(1) || ' ' || pg_temp.held(1, 'aids'), 'none none', 'ER15: the held months are payable again');
SELECT is(pg_temp.hold_the_dead() || ' ' || pg_temp.held(1), '0 0 none', 'ER15!: and are not held again for the same death');
-- the executive may verify and order
SELECT pg_temp.sign('executive') \g /dev/null
SELECT civil.settle_finding(pg_temp.id(3)::thai_id, pg_temp.event_of(3), false, 'พบตัว') \g /dev/null
SELECT is(payment.lift_hold(pg_temp.id(3)::thai_id, '2026-12-05', '2/2570', 'ยังมีชีวิต'), 1, 'ER14: the executive may verify and order');
-- the registry takes back what it said of 4
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(4), 'kind', 'death_cancelled', 'happened_on', '01/12/2569', 'registered_on', '01/12/2569')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT is(pg_temp.hold_the_dead() || ' ' || pg_temp.held(4), '0 0 10 11 12', 'ER15!: the registry''s cancellation lifts nothing by itself');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT payment.lift_hold(pg_temp.id(4)::thai_id, '2026-12-05', '3/2570', 'ทะเบียนยกเลิกการตาย') \g /dev/null
SELECT is(pg_temp.held(4), 'none', 'ER15: the order that follows it does');

-- the Comptroller General's Department
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT is(payment.hold_line(pg_temp.id(6)::thai_id, '2026-11-01', 'ทะเบียนกลาง', 'พบว่าตาย', 'elderly'), 'done', 'ER15: the department cancels payments, with reason and source');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.hold_line(%L, ''2026-11-01'', ''x'', '' '')', pg_temp.id(7))), 5), 'WF010', 'ER15!: not without a reason');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.hold_line(%L, ''2026-11-01'', '''', ''x'')', pg_temp.id(7))), 5), 'WF010', 'ER15!: nor without a source');
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.hold_line(%L, ''2026-11-01'', ''x'', ''x'', ''elderly'')', pg_temp.id(6))), 5), 'WF338', 'ER15!: nor twice');
SELECT is(pg_temp.refusal_of(format('SELECT payment.hold_line(%L, ''2026-11-01'', ''x'', ''x'', ''aids'')', pg_temp.id(8))), pg_temp.refusal_of(format('SELECT payment.hold_line(%L, ''2026-11-01'', ''x'', ''x'', ''aids'')', pg_temp.id(99))),
          'AR2!: it learns of nobody''s health by asking');
SELECT is(payment.hold_line(pg_temp.id(8)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'พบว่าตาย') || payment.hold_line(pg_temp.id(99)::thai_id, '2026-10-01', 'ทะเบียนกลาง', 'พบว่าตาย'), 'donedone', 'AR2: every payment to a person is held without saying which there are');
SELECT is(pg_temp.held(6) || ' ' || pg_temp.held(8, 'aids'), '11 12 10 11 12', 'and they are');
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT payment.release_hold(%L, ''x'')', pg_temp.id(2))), 5), 'WF339', 'ER15!: it releases what it holds, and no other''s');
SELECT payment.release_hold(pg_temp.id(6)::thai_id, 'ตรวจสอบแล้ว') \g /dev/null
SELECT is(pg_temp.held(6), 'none', 'ER15: it releases what it holds');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT throws_ok(format('SELECT payment.hold_line(%L, ''2026-11-01'', ''x'', ''x'')', pg_temp.id(6)), '42501', NULL, 'ER15!: an authority holds nothing so');

-- ER8.4
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE registry.claim SET state = 'awaiting' WHERE thai_id = pg_temp.id(7)::thai_id;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.hold_awaiting('2026-11-01'), payment.hold_awaiting('2026-12-01') \g /dev/null
SELECT is(pg_temp.held(7) || ' ' || pg_temp.held(6), '11 12 none', 'ER8.4: lines of a claim that awaits an acknowledgement are held');
SET LOCAL session_replication_role = replica;
UPDATE registry.claim SET state = 'live' WHERE thai_id = pg_temp.id(7)::thai_id;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.hold_awaiting('2026-12-01') \g /dev/null
SELECT is(pg_temp.held(7), 'none', 'ER8.4!: once it is acknowledged they are not');

-- whatever path is taken
RESET ROLE;
SELECT throws_ok('DELETE FROM payment.hold', 'WF064', NULL, 'ER15!: holds are never deleted');
SELECT throws_ok('UPDATE payment.hold SET month_from = ''2026-01-01''', 'WF064', NULL, 'ER15!: nor moved');
SELECT throws_ok(format('INSERT INTO payment.hold (thai_id, programme, month_from, reason, source, event_number) VALUES (%L, ''elderly'', ''2026-01-01'', ''registry_death'', ''x'', 1)', pg_temp.id(2)), 'WF338', NULL, 'nor doubled');
SELECT * FROM finish();
ROLLBACK;

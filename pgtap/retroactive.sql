-- ER13, ER14, EG7, DE3, DE7, DE20, DE21, RC8.1, IS9.6, AR2: late facts: a payment stays as it was made; what it should have been comes beside it.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
RESET ROLE;
ALTER TABLE registry.import_row DISABLE TRIGGER whole_form;
UPDATE identity.policy SET bcrypt_cost = 4;
SELECT pg_temp.hold_offices(5730102) \g /dev/null

CREATE FUNCTION pg_temp.today(day date, authority integer DEFAULT 5730102, user_name text DEFAULT 'first') RETURNS void LANGUAGE plpgsql AS $$
  BEGIN RESET ROLE; PERFORM set_config('welfare.business_date', day::text, true); PERFORM pg_temp.act_as('local_authority', authority, user_name); END $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::thai_id $$;
CREATE FUNCTION pg_temp.proved(programme text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('programme', programme, 'facts', CASE programme
    WHEN 'elderly' THEN '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'
    WHEN 'disability' THEN '{thai_nationality, in_house_register, disability_card, !state_shelter, !welfare_card, seeing_disability}'
    ELSE '{in_house_register, aids_certified, poor}' END, 'claimed_on', '01/01/2568', 'ordered_on', '05/01/2568') $$;
-- Records a claim at the user's own authority, by the same path in whatever month it is.
CREATE FUNCTION pg_temp.enter(number integer, programme text DEFAULT 'elderly', extra jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS
  $$ SELECT registry.add_beneficiary(pg_temp.form(number, pg_temp.proved(programme), extra)) $$;
-- Does something as an administrator, and comes back as the user who called.
CREATE FUNCTION pg_temp.as_administrator(call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    who text := welfare.principal(); duty text := welfare.duty(); code integer := welfare.authority_code(); answer text;
  BEGIN
    PERFORM pg_temp.act_as('administrator');
    EXECUTE call INTO answer;
    PERFORM pg_temp.act_as(duty, code, who);
    RETURN answer;
  END $$;
CREATE FUNCTION pg_temp.pay(VARIADIC months date[]) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_administrator(format('SELECT sum(prepared.added) FROM unnest(%L::date[]) AS month CROSS JOIN LATERAL payment.prepare(month) AS prepared', months)) $$;
CREATE FUNCTION pg_temp.record(from_month date DEFAULT '2026-01-01', to_month date DEFAULT '2026-12-01') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_administrator(format('SELECT coalesce(sum(adjustments), 0) FROM payment.record_adjustments(%L, %L)', from_month, to_month)) $$;
-- What there is to tell of a person, as 'mm programme allowance+top_up+others cause, ...', by the deltas, by the outstanding list, by the adjustments.
CREATE FUNCTION pg_temp.told(month date, programme text, allowance numeric, top_up numeric, others numeric, cause text) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', to_char(month, 'MM'), nullif(programme, 'elderly'), concat_ws('+', trunc(allowance), nullif(trunc(top_up), 0), nullif(trunc(others), 0)), cause) $$;
CREATE FUNCTION pg_temp.deltas(number integer) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(pg_temp.told(month, programme::text, allowance, top_up, other_payers, cause::text), ', ' ORDER BY month, programme), 'none')
    FROM payment.outstanding('2022-01-01', '2026-12-01', pg_temp.person(number)) $$;
CREATE FUNCTION pg_temp.adjusted(number integer) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(pg_temp.told(month, programme::text, allowance, top_up, other_payers, cause::text) || ' ' || standing, ', ' ORDER BY month, programme, adjustment_number), 'none')
    FROM payment.adjustments('2022-01-01', '2026-12-01', pg_temp.person(number)) $$;
CREATE FUNCTION pg_temp.foreseen(change jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(pg_temp.told(month, programme::text, allowance, top_up, other_payers, cause::text), ', ' ORDER BY month, programme), 'none')
    FROM payment.what_would_change(change, '2022-01-01', '2026-12-01') $$;
-- Whose deaths are seen, as what is outstanding and as what is recorded; and which programmes' sums.
CREATE FUNCTION pg_temp.outstanding_seen() RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(DISTINCT (right(national_id::text, 3)::integer / 10)::text, ' '), 'nobody') FROM payment.outstanding('2026-09-01', '2026-09-01') WHERE cause = 'death' $$;
CREATE FUNCTION pg_temp.seen() RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(DISTINCT (right(national_id::text, 3)::integer / 10)::text, ' '), 'nobody') FROM payment.adjustments('2026-09-01', '2026-09-01') WHERE cause = 'death' AND standing = 'proposed' $$;
CREATE FUNCTION pg_temp.totals() RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(DISTINCT programme::text, ' '), 'nothing') FROM payment.adjustment_totals('2026-09-01', '2026-09-01') $$;
-- every payment line there is, and every row of every table but the audit trail, as one digest each
CREATE FUNCTION pg_temp.lines() RETURNS text LANGUAGE sql SECURITY DEFINER AS $$ SELECT md5(string_agg(line::text, ',' ORDER BY thai_id, programme, month)) FROM payment.line $$;
CREATE FUNCTION pg_temp.everything() RETURNS text LANGUAGE plpgsql SECURITY DEFINER AS $$
  DECLARE
    room record; one text; every text := '';
  BEGIN
    FOR room IN SELECT oid::regclass AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace IN ('registry'::regnamespace, 'payment'::regnamespace,
                  'reference'::regnamespace, 'identity'::regnamespace, 'report'::regnamespace) ORDER BY oid::regclass::text LOOP
      EXECUTE format('SELECT %L || count(*) || md5(coalesce(string_agg(whole::text, '','' ORDER BY whole::text), '''')) FROM %s AS whole', room.name, room.name) INTO one;
      every := every || one || E'\n';
    END LOOP;
    RETURN every;
  END $$;
-- The person's months in the months of the current fiscal-year tests, ages 69 to 75 or so.
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter(number, 'elderly', extra)
  FROM (VALUES (1, '{}'::jsonb), (2, '{}'), (3, '{}'), (4, '{"top_up": 100}'), (5, '{}'), (6, '{}'), (7, '{}'), (8, '{}'), (9, '{}'), (10, '{}'), (11, '{}'),
               (12, '{"birth_date": "15/06/2502"}'), (13, '{}'), (14, '{}'), (15, '{}'), (40, '{}')) AS v (number, extra) \g /dev/null
SELECT pg_temp.enter(20, 'disability') \g /dev/null
SELECT pg_temp.enter(21, 'aids') \g /dev/null
SELECT pg_temp.today('2026-10-20');
SELECT is(pg_temp.pay('2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'), '72', '18 people, four months');
RESET ROLE;
CREATE TEMP TABLE before AS SELECT pg_temp.lines() AS lines;
GRANT SELECT ON before TO PUBLIC;
SELECT pg_temp.act_as('administrator');
SELECT is((SELECT count(*) FROM payment.outstanding('2022-01-01', '2026-12-01')), 0::bigint, 'DE21!: as known then is as known now: nothing is lacking, nothing too much');
SELECT is(pg_temp.record(), '0', 'ER13!: and nothing is recorded');

-- a death that is learnt late ---------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-20');
SELECT is(pg_temp.foreseen(jsonb_build_object('dispose', jsonb_build_object('thai_id', pg_temp.person(1), 'cause', 'died', 'happened_on', '2026-08-01', 'ordered_on', '2026-10-15'))),
          '09 -700 death, 10 -700 death', 'ER14, DE3: seen beforehand: who died on 1 August is paid August, and not September and October');
SELECT is(pg_temp.deltas(1), 'none', 'DE3!: the look leaves the person alive');
SELECT registry.dispose(pg_temp.person(1), 'died', '2026-08-01', '2026-10-15') \g /dev/null
SELECT is(pg_temp.deltas(1), '09 -700 death, 10 -700 death', 'DE3, DR14: the months after the death are too much; the month of the death stays');
SELECT is(pg_temp.record(), '2', 'ER13: two recoveries');
SELECT is(pg_temp.adjusted(1), '09 -700 death proposed, 10 -700 death proposed', 'ER14: proposed, and due when the executive orders it');
SELECT is(pg_temp.deltas(1), 'none', 'ER13!: what was recorded is not found again');
SELECT is(pg_temp.record(), '0', 'ER13!: nor recorded');
SELECT is((SELECT rule -> 'disposal' ->> 'happened_on' FROM payment.adjustments('2026-09-01', '2026-09-01', pg_temp.person(1))), '2026-08-01', 'EG7: with the disposal that says so');
SELECT is((SELECT (rule #>> '{then,components,0,rate_id}')::integer FROM payment.adjustments('2026-09-01', '2026-09-01', pg_temp.person(1))),
          (SELECT rate_id::integer FROM reference.rate WHERE programme = 'elderly' AND component = 'base' AND valid @> DATE '2026-09-01'), 'RC8: and the rate row by which it was paid');

-- the executive decides ----------------------------------------------------------------------------------------------------------------
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', 'x')$$, pg_temp.person(1))), 'WF362%', 'ER14!: an officer decides nothing');
SELECT pg_temp.today('2026-10-20', 5730102, 'clerk.5730102');
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', 'x')$$, pg_temp.person(1))), 'WF362%', 'ER14!: nor the clerk');
SELECT pg_temp.today('2026-10-20', 5730102, 'executive.5730102');
SELECT alike(pg_temp.refusal_of(format(call, pg_temp.person(1))), code || '%', 'ER14!: refused: ' || code || ' ' || call)
  FROM (VALUES ($$SELECT payment.decide_recovery(%L, 'elderly', '2026-08-01', 1, 'due', '1', 'x')$$, 'WF360'), ($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 2, 'due', '1', 'x')$$, 'WF360'),
               ($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', ' ', 'x')$$, 'WF010 order_number'), ($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', '')$$, 'WF010 reason'),
               ($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, NULL, '1', 'x')$$, 'WF010 outcome'), ($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', 'x', '2026-10-21')$$, 'WF016'),
               ($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', 'x', '2008-12-31')$$, 'WF362')) AS v (call, code);
SELECT is(payment.decide_recovery(pg_temp.person(1), 'elderly', '2026-09-01', 1, 'due', '12/2570', 'ทายาทรับเงินไป'), 'done', 'ER14: the executive orders a recovery');
SELECT is(payment.decide_recovery(pg_temp.person(1), 'elderly', '2026-10-01', 1, 'not_recovered', '13/2570', 'รับโดยสุจริต'), 'done', 'ER14, EG7: or lets be what was received in good faith');
SELECT is(pg_temp.adjusted(1), '09 -700 death due, 10 -700 death not_recovered', 'EG7: each stands as decided');
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'not_recovered', '1', 'x')$$, pg_temp.person(1))), 'WF361%', 'EG7!: once');
SELECT is(pg_temp.deltas(1), 'none', 'EG7!: what is let be is not asked for again');
-- found alive after all: what was let be was kept, and is not paid again; what is due no more comes back
SELECT registry.re_enter(pg_temp.person(1), 'elderly', 'ยังมีชีวิต', 'บันทึก') \g /dev/null
SELECT pg_temp.today('2026-10-20');
SELECT registry.re_enter(pg_temp.person(1), 'elderly', 'ยังมีชีวิต', 'บันทึก') \g /dev/null
SELECT is(pg_temp.deltas(1), '09 700 adjustment_undone', 'EG7, ER13!: a wrong death: the recovery is undone by arrears; October, which the person kept, is not paid twice');
SELECT pg_temp.record() \g /dev/null
SELECT is(pg_temp.adjusted(1), '09 -700 death due, 09 700 adjustment_undone payable, 10 -700 death not_recovered', 'ER13: a wrong adjustment is undone by another, beside it');
SELECT is(pg_temp.deltas(1), 'none', 'ER13!: and that is all');

-- a wrong birth date -------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-20');
SELECT is(pg_temp.foreseen(jsonb_build_object('edit', jsonb_build_object('thai_id', pg_temp.person(2), 'form', '{"birth_date": "01/09/2489"}'::jsonb))),
          '09 100 birth_date_changed, 10 100 birth_date_changed', 'DE21, ER9: 80 complete on 31 August, as a better birth date has it: arrears from September');
SELECT registry.edit_beneficiary(pg_temp.person(2), '{"birth_date": "01/09/2489"}') \g /dev/null
SELECT is(pg_temp.deltas(2), '09 100 birth_date_changed, 10 100 birth_date_changed', 'DE21, ER9: the step is taken in the month in which it was due');
SELECT registry.edit_beneficiary(pg_temp.person(3), '{"birth_date": "02/09/2489"}') \g /dev/null
SELECT is(pg_temp.deltas(3), '10 100 birth_date_changed', 'RC6!, ER9!: born on the 2nd: from October alone');
-- younger than it was said: by the step, and below 60
SELECT registry.edit_beneficiary(pg_temp.person(12), '{"birth_date": "15/07/2509", "claimed_on": "01/06/2569", "ordered_on": "05/06/2569"}') \g /dev/null
SELECT is(pg_temp.deltas(12), '07 -600 birth_date_changed', 'EG4.1: 60 complete in July: August is the first month; July was too much');
SELECT is((SELECT count(*) FROM payment.outstanding('2026-08-01', '2026-12-01', pg_temp.person(12))), 0::bigint, 'EG4.1!: and August is not');
SELECT registry.edit_beneficiary(pg_temp.person(13), '{"birth_date": "10/09/2499"}') \g /dev/null
SELECT is(pg_temp.deltas(13), '07 -100 birth_date_changed, 08 -100 birth_date_changed, 09 -100 birth_date_changed', 'DE21, RC6: 70 only on 9 September: 600 until then was right');
SELECT is(pg_temp.record(), '7', 'DE21: one for each month');

-- facts with a day, top-ups --------------------------------------------------------------------------------------------------------------
SELECT registry.edit_beneficiary(pg_temp.person(4), '{"top_up": 250}', '2026-09-01') \g /dev/null
SELECT is(pg_temp.deltas(4), '09 0+150 top_up_changed, 10 0+150 top_up_changed', 'DE2, IS9.4: a top-up in force from September, recorded in October');
SELECT registry.edit_beneficiary(pg_temp.person(4), '{"top_up": 0}', '2026-10-01') \g /dev/null
SELECT is(pg_temp.deltas(4), '09 0+150 top_up_changed, 10 0+-100 top_up_changed', 'DE2!: and none from October');
SELECT registry.edit_beneficiary(pg_temp.person(20), '{"facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, welfare_card, seeing_disability}"}', '2026-09-02') \g /dev/null
SELECT is(pg_temp.deltas(20), '10 disability 0+200 fact_changed', 'DE2, RC8.2: a card held from 2 September counts from October, for who pays it');
SELECT is((SELECT count(*) FROM payment.outstanding('2026-07-01', '2026-09-01', pg_temp.person(20))), 0::bigint, 'DE2!, RC8.2!: September is as it was: on its 1st there was no card');
SELECT is((SELECT string_agg(concat_ws(':', allowance::integer, top_up::integer, other_payers::integer), ' ') FROM payment.outstanding('2026-10-01', '2026-10-01', pg_temp.person(20))), '0:0:200', 'RC8.2: 200 of the card fund, not the authority''s');
-- a bar that was there from the first: recovery; one that came later is paid until an order ends it (DE7)
SELECT registry.edit_beneficiary(pg_temp.person(5), '{"facts": "{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"}', '2025-01-01') \g /dev/null
SELECT is(pg_temp.deltas(5), '07 -700 fact_changed, 08 -700 fact_changed, 09 -700 fact_changed, 10 -700 fact_changed', 'ER6, DE2: a pension there all along: nothing was ever due');
SELECT registry.edit_beneficiary(pg_temp.person(6), '{"facts": "{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"}', '2026-08-15') \g /dev/null
SELECT is(pg_temp.deltas(6), 'none', 'DE7, ER16!: a pension since August: paid on until an order ends it, so nothing is asked for');
SELECT registry.edit_beneficiary(pg_temp.person(7), '{"facts": "{thai_nationality, in_house_register}"}', '2025-01-01') \g /dev/null
SELECT is(pg_temp.deltas(7), '07 -700 fact_changed, 08 -700 fact_changed, 09 -700 fact_changed, 10 -700 fact_changed', 'ER6!: of whom the papers prove nothing after all: too much, until they do');
SELECT registry.edit_beneficiary(pg_temp.person(7), '{"facts": "{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"}', '2025-01-01') \g /dev/null
SELECT is(pg_temp.deltas(7), 'none', 'ER6, ER18!: and once they do, nothing is asked for');
SELECT is((SELECT sum(allowance) FROM payment.outstanding('2026-07-01', '2026-07-01', pg_temp.person(5))), -700::numeric, 'ER6: of which 700 in July');
SELECT pg_temp.record() \g /dev/null
SELECT is(pg_temp.adjusted(4), '09 0+150 top_up_changed payable, 10 0+-100 top_up_changed proposed', 'ER13: arrears and recovery');

-- disposed of late -------------------------------------------------------------------------------------------------------------------------
SELECT registry.dispose(pg_temp.person(8), 'waived', '2026-08-10', '2026-10-20', '{elderly}', remark => 'หนังสือสละสิทธิ') \g /dev/null
SELECT is(pg_temp.deltas(8), '09 -700 late_disposal, 10 -700 late_disposal', 'DE6: waived on 10 August, recorded in October: from September it was too much');
SELECT pg_temp.proceed(9, 'elderly', '2026-07-10', '2026-10-20') \g /dev/null
SELECT is(pg_temp.deltas(9), 'none', 'DE6!, ER16!: a removal counts from the month after the order: October stays');
-- a suspension: what was paid before it stays, what was not is not paid before it is lifted
SELECT registry.suspend(pg_temp.person(10), '{elderly}', '2026-08-20', '1/2570', 'ตรวจสอบ') \g /dev/null
SELECT is(pg_temp.deltas(10), 'none', 'ER14!: what was paid before the suspension was recorded is not asked for');
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.pay('2026-11-01'), '14', 'the suspended, the disposed and the barred are not paid in November');
SELECT is(pg_temp.deltas(10), 'none', 'ER14!: a suspended month is no arrears');
SELECT registry.resume(pg_temp.person(10), '{elderly}', '2026-11-20', '2/2570', 'ครบถ้วน') \g /dev/null
SELECT is(pg_temp.deltas(10), '11 700 held_released', 'ER14, IS9.5: resumed: what was held back is arrears');
-- prepared again, or adjusted: whichever comes first pays, and once
SELECT is(pg_temp.as_administrator($$SELECT count(*) FROM payment.outstanding('2026-11-01', '2026-11-01')$$), '1', 'one person is lacking November');
SELECT is(pg_temp.pay('2026-11-01'), '1', 'DE20, ER13: prepared first: a line');
SELECT is(pg_temp.deltas(10), 'none', 'ER13!: then no arrears');
SELECT is(pg_temp.record(), '2', 'ER13!: and none are recorded: the two are the late waiver''s');
SELECT pg_temp.enter(30, 'elderly', '{"claimed_on": "05/07/2569", "ordered_on": "18/11/2569"}') \g /dev/null
SELECT is(pg_temp.deltas(30), '08 700 late_claim, 09 700 late_claim, 10 700 late_claim, 11 700 late_claim', 'DE20, EG4.1: confirmed on 5 July, ordered in November: arrears from August');
SELECT is((SELECT count(*) FROM payment.outstanding('2026-07-01', '2026-07-01', pg_temp.person(30))), 0::bigint, 'EG4.1!, DE20!: the month of the confirmation is none, however late the order');
SELECT is(pg_temp.pay('2026-08-01'), '1', 'DE20: August is prepared again: the line is added');
SELECT is(pg_temp.record(), '3', 'DE20: the others are recorded as arrears');
SELECT is(pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'), '0', 'ER13!: a preparation adds no line where there are arrears');
SELECT is(pg_temp.deltas(30) || '; ' || pg_temp.adjusted(30), 'none; 09 700 late_claim payable, 10 700 late_claim payable, 11 700 late_claim payable', 'ER13, DR13: each month once');
RESET ROLE;
SELECT is((SELECT string_agg(to_char(month, 'MM'), ' ' ORDER BY month) FROM payment.line WHERE thai_id = pg_temp.person(30)), '08', 'ER13, DR13!: and no line beside the arrears');

-- awaiting the authority that the person left: held, and released ------------------------------------------------------------------------
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.enter(31, 'elderly', '{"claimed_on": "05/07/2569", "ordered_on": "18/11/2569"}') \g /dev/null
RESET ROLE;
SET LOCAL session_replication_role = replica;
UPDATE registry.claim SET state = 'awaiting' WHERE thai_id = pg_temp.person(31);
SET LOCAL session_replication_role = origin;
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.deltas(31), 'none', 'ER8.4!: what is held is no arrears yet');
RESET ROLE;
SET LOCAL session_replication_role = replica;
INSERT INTO registry.claim_history SELECT clock_timestamp(), claim.* FROM registry.claim WHERE thai_id = pg_temp.person(31);
UPDATE registry.claim SET state = 'live', recorded_at = clock_timestamp() WHERE thai_id = pg_temp.person(31);
SET LOCAL session_replication_role = origin;
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.deltas(31), '08 700 late_claim, 09 700 late_claim, 10 700 late_claim, 11 700 late_claim', 'ER8.4: released, it is');
SELECT pg_temp.record() \g /dev/null

-- a month paid here that another authority owes: paid -------------------------------------------------------------------------------------
SELECT registry.dispose(pg_temp.person(11), 'moved', '2026-08-05', '2026-11-20', claimed_elsewhere_on => '2026-08-10') \g /dev/null
SELECT is(pg_temp.deltas(11), '09 -700 late_disposal, 10 -700 late_disposal, 11 -700 late_disposal', 'ER8.4: moved and confirmed elsewhere in August: September was not this authority''s');
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT pg_temp.enter(11, 'elderly', '{"claimed_on": "10/08/2569", "ordered_on": "11/08/2569"}') \g /dev/null
SELECT is(pg_temp.deltas(11), 'none', 'ER8.4, ER13!: once the new authority has recorded it, those months are paid: by whom is the authorities'' affair');

-- an ID under which another was paid ------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-11-20');
SELECT registry.correct_id(pg_temp.person(30), pg_temp.person(32), 'คีย์ผิด', 'สำเนาบัตร') \g /dev/null
SELECT pg_temp.today('2026-11-20', 5730102, 'second');
SELECT registry.correct_id(pg_temp.person(30), pg_temp.person(32), 'คีย์ผิด', 'สำเนาบัตร') \g /dev/null
SELECT is(pg_temp.deltas(32), 'none', 'IS9.6!: lines and arrears under the wrong ID were this person''s');
SELECT is(pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'), '0', 'IS9.6!: and are not paid again under the right one');
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT pg_temp.enter(30, 'elderly', '{"first_name": "เจ้าของ", "last_name": "ตัวจริง", "claimed_on": "10/07/2569", "ordered_on": "11/07/2569"}') \g /dev/null
SELECT is(pg_temp.deltas(30), '08 700 wrong_id, 09 700 late_claim, 10 700 late_claim, 11 700 late_claim', 'IS9.6: who holds that ID loses no month to those paid under it by mistake');
SELECT is(pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01'), '0', 'ER13!: which no line can pay, for the key is taken');
SELECT is(pg_temp.record(), '4', 'IS9.6: arrears do');
SELECT is(pg_temp.deltas(30), 'none', 'IS9.6!: once');
SELECT is(pg_temp.adjusted(30), '08 700 wrong_id payable, 09 700 late_claim payable, 10 700 late_claim payable, 11 700 late_claim payable', 'AR2, IS9.6!: and their new authority sees nothing of what was paid to the other');
-- twice wrong: the line follows
SELECT pg_temp.today('2026-11-20');
SELECT registry.correct_id(pg_temp.person(32), pg_temp.person(33), 'คีย์ผิดอีก', 'สำเนาบัตร') \g /dev/null
SELECT pg_temp.today('2026-11-20', 5730102, 'second');
SELECT registry.correct_id(pg_temp.person(32), pg_temp.person(33), 'คีย์ผิดอีก', 'สำเนาบัตร') \g /dev/null
SELECT is(pg_temp.deltas(33), 'none', 'IS9.6!: through two corrections');
SELECT registry.edit_beneficiary(pg_temp.person(33), '{"birth_date": "01/09/2489"}') \g /dev/null
SELECT is(pg_temp.deltas(33), '09 100 birth_date_changed, 10 100 birth_date_changed, 11 100 birth_date_changed', 'IS9.6, DE21: what is lacking then comes under the right one');

-- nobody rewrites -----------------------------------------------------------------------------------------------------------------------
RESET ROLE;
SELECT is((SELECT md5(string_agg(line::text, ',' ORDER BY thai_id, programme, month)) FROM payment.line WHERE month <= '2026-10-01' AND thai_id <> pg_temp.person(30)), lines,
          'ER13!: after all this not one payment line has changed') FROM before;
SELECT throws_ok($$UPDATE payment.adjustment SET allowance = 1$$, 'WF064', NULL, 'ER13!: an adjustment is not changed');
SELECT throws_ok($$DELETE FROM payment.adjustment$$, 'WF064', NULL, 'ER13!: nor removed');
SELECT throws_ok($$TRUNCATE payment.recovery_decision CASCADE$$, 'WF064', NULL, 'ER13!: nor emptied');
SELECT throws_ok($$UPDATE payment.recovery_decision SET outcome = 'due'$$, 'WF064', NULL, 'ER13!, ER14!: nor an order');
SELECT throws_ok($$INSERT INTO payment.adjustment SELECT thai_id, recorded_at, month, authority_code, programme, 'recovery', cause, 9, claim_number, district_code, province_code, sensitive, allowance, top_up, other_payers, rule, recorded_by FROM payment.adjustment WHERE kind = 'arrears' LIMIT 1$$,
                 '23514', NULL, 'ER13!: a recovery is not positive');
SELECT pg_temp.today('2026-11-20');
SELECT alike(pg_temp.refusal_of(format($$SELECT registry.delete_beneficiary(%L, 'ผิด', true)$$, pg_temp.person(31))), 'WF080%', 'IS9.6!: who has arrears and no line is not deleted either');

-- April 2565 -----------------------------------------------------------------------------------------------------------------------------
RESET ROLE;
ALTER TABLE registry.import_row ENABLE TRIGGER whole_form;
DELETE FROM reference.rate WHERE component = 'additional';
SELECT pg_temp.act_as('administrator');
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(50), 'birth_date', '01/05/2503', 'claimed_on', '01/11/2562', 'ordered_on', '01/11/2562'),
  jsonb_build_object('thai_id', pg_temp.id(51), 'birth_date', '01/05/2490'), jsonb_build_object('thai_id', pg_temp.id(52), 'birth_date', '01/05/2480'),
  jsonb_build_object('thai_id', pg_temp.id(53), 'birth_date', '01/05/2470'), jsonb_build_object('thai_id', pg_temp.id(54), 'birth_date', '01/05/2490', 'claimed_on', '01/05/2565', 'ordered_on', '01/05/2565'))),
  ARRAY[0], 'of 61, 74, 84 and 94, and one who registered too late for it');
SELECT pg_temp.act_as('administrator');
SELECT is((SELECT sum(allowance) FROM unnest('{2022-04-01,2022-05-01,2022-06-01}'::date[]) AS month CROSS JOIN LATERAL payment.prepare(month) WHERE programme = 'elderly'), 3 * 3100::numeric, 'RC8.1!: prepared before the cabinet resolved: 600, 700, 800, 1,000');
RESET ROLE;
CREATE TEMP TABLE april AS SELECT pg_temp.everything() AS everything;
GRANT SELECT ON april TO PUBLIC;
CREATE TEMP TABLE resolution AS SELECT jsonb_build_object('rate', jsonb_build_object('programme', 'elderly', 'component', 'additional', 'valid', '[2022-04-01,2022-10-01)',
  'ladder', '60:100,70:150,80:200,90:250', 'legal_basis', 'มติคณะรัฐมนตรี 26 เมษายน 2565')) AS change;
GRANT SELECT ON resolution TO PUBLIC;
SELECT pg_temp.act_as('administrator');
SELECT results_eq($$SELECT month, from_age, people, allowance, cause::text FROM resolution, payment.what_would_change(change, '2022-01-01', '2022-12-01')$$,
  $$SELECT month::date, age, 1::bigint, more::numeric, 'rate_changed' FROM unnest('{2022-04-01,2022-05-01,2022-06-01}'::date[]) AS month, (VALUES (60, 100), (70, 150), (80, 200), (90, 250)) AS v (age, more) ORDER BY month, age$$,
  'RC8.1: the resolution of 26 April 2565 seen beforehand: 100, 150, 200, 250 for each month paid');
SELECT is((SELECT count(*) FROM payment.outstanding('2022-01-01', '2022-12-01')), 0::bigint, 'RC8.1!: and nothing of it remains');
RESET ROLE;
SELECT is(pg_temp.everything(), everything, 'ER13!: not a row of any table') FROM april;
SELECT pg_temp.act_as('administrator');
SELECT lives_ok($$SELECT reference.set_rate('elderly', 'additional', '[2022-04-01,2022-10-01)', '60:100,70:150,80:200,90:250', 'มติคณะรัฐมนตรี 26 เมษายน 2565')$$, 'the cabinet resolves, with effect from 1 April');
SELECT results_eq($$SELECT month, kind::text, cause::text, adjustments, allowance FROM payment.record_adjustments('2022-01-01', '2022-12-01')$$,
  $$VALUES (DATE '2022-04-01', 'arrears', 'rate_changed', 4::bigint, 700::numeric), ('2022-05-01', 'arrears', 'rate_changed', 4, 700), ('2022-06-01', 'arrears', 'rate_changed', 4, 700)$$,
  'RC8.1: April, May and June: 100 + 150 + 200 + 250 each, paid in arrears');
SELECT is((SELECT string_agg(concat_ws(':', right(adjusted.national_id::text, 3)::integer / 10, adjusted.allowance::integer), ' ' ORDER BY adjusted.national_id) FROM payment.adjustments('2022-06-01', '2022-06-01') AS adjusted), '50:100 51:150 52:200 53:250', 'RC8.1: by the step of each');
SELECT is((SELECT count(*) FROM payment.adjustments('2022-01-01', '2022-12-01', pg_temp.person(54))), 0::bigint, 'RC8.1!: nothing for who was not paid those months');
SELECT is((SELECT DISTINCT (SELECT part ->> 'component' FROM jsonb_array_elements(rule #> '{now,components}') AS part
                             WHERE (part ->> 'rate_id')::integer = rate.rate_id) || jsonb_array_length(rule #> '{then,components}')
             FROM payment.adjustments('2022-04-01', '2022-06-01'), reference.rate WHERE rate.component = 'additional'), 'additional1', 'RC8.1: the new row is named, and what was before it');
SELECT is((SELECT count(*) FROM payment.record_adjustments('2022-01-01', '2022-12-01')), 0::bigint, 'RC8.1!: a second run records nothing');
SELECT is((SELECT sum(added) FROM payment.prepare('2022-04-01')), 0::numeric, 'RC8.1!: a second preparation adds nothing');
SELECT is((SELECT allowance FROM payment.prepare('2022-07-01') WHERE programme = 'elderly'), 3800::numeric, 'RC8.1: July has it in the line');
SELECT is((SELECT count(*) FROM payment.outstanding('2022-07-01', '2022-07-01')), 0::bigint, 'RC8.1!: and lacks nothing');
-- the resolution is taken back
RESET ROLE;
DELETE FROM reference.rate WHERE component = 'additional';
SELECT pg_temp.act_as('administrator');
SELECT is((SELECT string_agg(DISTINCT concat_ws(' ', to_char(month, 'MM'), cause, sum), ', ') FROM (SELECT month, cause, sum(allowance) AS sum FROM payment.outstanding('2022-01-01', '2022-12-01') GROUP BY 1, 2) AS v),
          '04 adjustment_undone -700.00, 05 adjustment_undone -700.00, 06 adjustment_undone -700.00, 07 rate_changed -700.00', 'ER13: taken back, arrears and line alike are too much');

-- a rate with effect from the past cuts what it replaces --------------------------------------------------------------------------------
SELECT lives_ok($$SELECT reference.set_rate('elderly', 'base', '[2022-07-01,2022-08-01)', '60:1', 'ทดสอบ')$$, 'a base rate of one month');
SELECT is((SELECT string_agg(concat(valid, ladder), ' ' ORDER BY valid) FROM reference.rate WHERE programme = 'elderly' AND component = 'base' AND valid && '[2022-01-01,)'),
          '[2011-10-01,2022-07-01)60:600,70:700,80:800,90:1000 [2022-07-01,2022-08-01)60:1 [2022-08-01,)60:600,70:700,80:800,90:1000', 'RC8: the row is cut where the new one begins, and goes on after it');
SELECT alike(pg_temp.refusal_of($$SELECT reference.set_rate('elderly', 'base', 'empty', '60:1', 'x')$$), 'WF010 valid%', 'RC8!: no months');
SELECT alike(pg_temp.refusal_of($$SELECT reference.set_rate('elderly', 'base', '[2022-07-01,2022-08-01)', '60:1', ' ')$$), 'WF010 legal_basis%', 'RC8!: no legal basis');

-- who sees what, who may -------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-11-20');
SELECT registry.dispose(pg_temp.person(21), 'died', '2026-08-05', '2026-11-20') \g /dev/null
SELECT registry.dispose(pg_temp.person(14), 'died', '2026-08-05', '2026-11-20') \g /dev/null
SELECT is(pg_temp.deltas(21), '09 aids -500 death, 10 aids -500 death, 11 aids -500 death', 'AR1, DE3: of the AIDS allowance too');
SELECT is(pg_temp.outstanding_seen(), '14 21', 'AR2: the authority sees its own');
SELECT pg_temp.act_as('province', 73);
SELECT is(pg_temp.outstanding_seen(), '14', 'AR2!: the province sees no health data');
SELECT pg_temp.act_as('district', 7301);
SELECT is(pg_temp.outstanding_seen(), '14', 'AR2!: nor the district');
SELECT pg_temp.act_as('department');
SELECT is(pg_temp.outstanding_seen(), '14', 'AR2!: nor the department');
SELECT pg_temp.act_as('administrator');
SELECT is(pg_temp.outstanding_seen(), '14 21', 'administrators see everything');
SELECT pg_temp.act_as('local_authority', 5730201);
SELECT is(pg_temp.outstanding_seen(), 'nobody', 'IS9.2!: another authority sees nobody');
SELECT is((SELECT count(*) FROM payment.outstanding('2026-09-01', '2026-09-01', pg_temp.person(14))), 0::bigint, 'IS9.2!: nor by ID');
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.record('2026-09-01', '2026-09-01'), '8', 'and they are recorded, with the step under the right ID and the arrears of the five who came in since');
SELECT is(pg_temp.seen(), '14 21', 'AR2: the authority sees its own adjustments');
SELECT matches(pg_temp.totals(), 'aids', 'AR2: and sums of all');
SELECT pg_temp.act_as('province', 73);
SELECT is(pg_temp.seen() || ' ' || pg_temp.totals(), '14 elderly', 'AR2!: no health data for the province, nor in its sums');
SELECT pg_temp.act_as('province', 50);
SELECT is(pg_temp.seen() || ' ' || pg_temp.totals(), 'nobody nothing', 'IS9.2!: nothing of another province');
SELECT pg_temp.act_as('district', 7301);
SELECT is(pg_temp.seen() || ' ' || pg_temp.totals(), '14 elderly', 'AR2!: nor for the district');
SELECT pg_temp.act_as('department');
SELECT is(pg_temp.seen() || ' ' || pg_temp.totals(), '14 elderly', 'AR2!: nor for the department');
-- the functions above name the scope themselves; row security has it, too, for whatever acts for a user
SELECT pg_temp.act_as('district', 7301);
RESET ROLE;
SET LOCAL ROLE welfare_writer;
SELECT is((SELECT string_agg(DISTINCT programme::text, ' ') FROM payment.adjustment), 'disability elderly', 'AR2!: row security alone shows the district no health data either');
RESET ROLE;
SELECT pg_temp.act_as('local_authority', 5730201);
RESET ROLE;
SET LOCAL ROLE welfare_writer;
SELECT is((SELECT count(*) FROM payment.adjustment WHERE authority_code <> 5730201), 0::bigint, 'IS9.2!: nor another authority anything');
RESET ROLE;
SELECT pg_temp.act_as('treasury');
RESET ROLE;
SET LOCAL welfare.nation = 'on';
SET LOCAL ROLE welfare_treasury;
SELECT is(pg_temp.totals(), 'elderly', 'AR2!: nor for the treasury, which gets sums');
SELECT alike(pg_temp.refusal_of($$SELECT payment.adjustments('2026-09-01', '2026-09-01')$$), '42501%', 'IS9.2!: and no person');
SELECT pg_temp.act_as('administrator');
SELECT is(pg_temp.seen(), '14 21', 'administrators see everything');
SELECT pg_temp.today('2026-11-20', 5730201, 'executive.5730102');
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', 'x')$$, pg_temp.person(14))), 'WF362%', 'IS9.2!: the executive of one authority decides nothing of another');
SELECT pg_temp.today('2026-11-20', 5730102, 'executive.5730102');
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.decide_recovery(%L, 'aids', '2026-09-01', 1, 'not_recovered', '1', 'x')$$, pg_temp.person(21))), 'WF363%', 'EG7!, DR14!: of another programme than elderly no law lets anything be');
SELECT is(payment.decide_recovery(pg_temp.person(21), 'aids', '2026-09-01', 1, 'due', '14/2570', 'x'), 'done', 'DR14: it is due');
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', 'x')$$, pg_temp.person(1))), 'WF361%', 'ER14!: what was decided stays decided');
SELECT registry.re_enter(pg_temp.person(14), 'elderly', 'ยังมีชีวิต', 'บันทึก') \g /dev/null
SELECT pg_temp.today('2026-11-20');
SELECT registry.re_enter(pg_temp.person(14), 'elderly', 'ยังมีชีวิต', 'บันทึก') \g /dev/null
SELECT pg_temp.record() \g /dev/null
SELECT pg_temp.today('2026-11-20', 5730102, 'executive.5730102');
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.decide_recovery(%L, 'elderly', '2026-09-01', 1, 'due', '1', 'x')$$, pg_temp.person(14))), 'WF364%', 'ER14!: what was undone before anybody decided is not due');
-- the look beforehand
SELECT pg_temp.today('2026-11-20');
SELECT alike(coalesce(pg_temp.refusal_of(format('SELECT payment.what_would_change(%L, %L, %L)', change, '2026-01-01', '2026-12-01')), 'taken'), code || '%', 'refused: ' || code || ' ' || coalesce(change, 'NULL'))
  FROM (VALUES ('{}', 'WF365'), (NULL, 'WF365'), ('[]', 'WF365'), ('{"edit": 1}', 'WF365'), ('{"delete": {}}', 'WF365'), ('{"edit": {}, "rate": {}}', 'WF365'), ('{"edit": {"x": 1}}', 'WF008'),
               ('{"edit": {}}', 'WF'), ('{"rate": {}}', 'WF004'), ('{"dispose": {"cause": "died"}}', 'WF010')) AS v (change, code);
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.what_would_change('{"dispose": {"thai_id": "%s", "cause": "died", "happened_on": "2026-12-01"}}', '2026-01-01', '2026-12-01')$$, pg_temp.person(15))), 'WF016%', 'IS9.5!: what the change is refused with, the look is');
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.what_would_change('{"dispose": {"thai_id": "%s", "cause": "died", "happened_on": "2026-11-01"}}', '2026-01-01', '2026-12-01')$$, pg_temp.person(15))), 'WF066%', 'IS9.2!: nobody looks at another authority''s');
SELECT pg_temp.act_as('administrator');
SELECT alike(pg_temp.refusal_of(format($$SELECT payment.what_would_change('{"edit": {"thai_id": "%s", "form": {}}}', '2026-01-01', '2026-12-01')$$, pg_temp.person(15))), 'WF007%', 'IS9.2!: an administrator edits nobody, nor looks how it would be');
SELECT alike(pg_temp.refusal_of(call), code || '%', 'refused: ' || code || ' ' || call)
  FROM (VALUES ($$SELECT payment.record_adjustments(NULL, '2026-12-01')$$, 'WF010'), ($$SELECT payment.record_adjustments('2026-12-01', '2026-11-01')$$, 'WF017'), ($$SELECT payment.record_adjustments('2026-12-02', '2026-12-05')$$, 'WF034')) AS v (call, code);
-- looks at a person are on record; what was looked at and undone is not
SELECT ok((SELECT count(*) >= 1 FROM audit.trail(pg_temp.person(2)) WHERE entry_relation = 'payment.what_would_change' OR changed::text LIKE '%what_would%' OR key::text LIKE '%what_would%' OR reason LIKE '%what_would%'), 'QS5: the look beforehand is on record');
SELECT pg_temp.today('2026-11-20');
RESET ROLE;
CREATE TEMP TABLE november AS SELECT pg_temp.everything() AS everything;
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.foreseen(jsonb_build_object('edit', jsonb_build_object('thai_id', pg_temp.person(40), 'form', '{"birth_date": "01/09/2489", "top_up": 50}'::jsonb, 'in_force_from', '2026-10-01'))),
          '09 100 birth_date_changed, 10 100+50 birth_date_changed, 11 100+50 birth_date_changed', 'DE21: seen beforehand');
SELECT is(pg_temp.foreseen(jsonb_build_object('dispose', jsonb_build_object('thai_id', pg_temp.person(40), 'cause', 'waived', 'happened_on', '2026-10-05', 'programmes', '["elderly"]'::jsonb, 'remark', 'หนังสือสละสิทธิ'))),
          '11 -700 late_disposal', 'DE6: or a waiver');
RESET ROLE;
SELECT is(pg_temp.everything(), everything, 'DE21!: and not a row of any table remains') FROM november;
SELECT pg_temp.today('2026-11-20');
SELECT registry.edit_beneficiary(pg_temp.person(40), '{"birth_date": "01/09/2489", "top_up": 50}', '2026-10-01') \g /dev/null
SELECT is(pg_temp.deltas(40), '09 100 birth_date_changed, 10 100+50 birth_date_changed, 11 100+50 birth_date_changed', 'DE21: as it was foreseen');
SELECT * FROM finish();
ROLLBACK;

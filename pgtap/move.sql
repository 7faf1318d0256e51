-- ER8, EG5.2, DR8, DE9–DE16, DE19, IS8.3: moves as a handshake between two authorities.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
-- 5730102 is a, 6730213 of the next district b, 3730101 c; Bangkok is outside the system
SET LOCAL ROLE welfare_owner;
INSERT INTO reference.district (district_code, province_code, name_thai, name_english) VALUES (1001, 10, 'พระนคร', 'Phra Nakhon'), (5001, 50, 'เมืองเชียงใหม่', 'Mueang Chiang Mai');
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai) VALUES
  (3100000, 'bangkok', 1001, 10, 'กรุงเทพมหานคร'), (3500101, 'city_municipality', 5001, 50, 'เทศบาลนครเชียงใหม่');
RESET ROLE;

CREATE FUNCTION pg_temp.code(letter text) RETURNS integer LANGUAGE sql IMMUTABLE
  RETURN CASE letter WHEN 'a' THEN 5730102 WHEN 'b' THEN 6730213 WHEN 'c' THEN 3730101 WHEN 'k' THEN 3100000 END;
-- Acts as a user of an authority on a day, or as the duty given. Parameters: letter or duty; day.
CREATE FUNCTION pg_temp.at(who text, day date, place integer DEFAULT NULL, user_name text DEFAULT NULL) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.business_date', day::text, true);
    IF pg_temp.code(who) IS NOT NULL THEN
      PERFORM pg_temp.act_as('local_authority', pg_temp.code(who), coalesce(user_name, 'officer of ' || who));
    ELSE
      PERFORM pg_temp.act_as(who, place);
    END IF;
  END $$;
-- The form of a person as a confirmation at the asker's authority: everything but the new address as before.
CREATE FUNCTION pg_temp.new_form(number integer, claimed text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS jsonb LANGUAGE sql STABLE
  RETURN pg_temp.form(number, VARIADIC ARRAY[jsonb_build_object('claimed_on', claimed, 'ordered_on', claimed, 'house_number', '99', 'telephone', '081-111-1111')] || extra);
CREATE FUNCTION pg_temp.notify(number integer, moved date, destination text) RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT registry.notify_move(pg_temp.id(number)::thai_id, moved, pg_temp.code(destination), 'ท.ร. 14') $$;
CREATE FUNCTION pg_temp.confirm(number integer, claimed text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT registry.confirm_move(pg_temp.id(number)::thai_id, pg_temp.new_form(number, claimed, VARIADIC extra)) $$;
CREATE FUNCTION pg_temp.acknowledge(number integer, paid date DEFAULT NULL, programme reference.programme_name DEFAULT 'elderly') RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT registry.acknowledge_move(pg_temp.id(number)::thai_id, acknowledge.programme, paid) $$;
-- What a refusal says of it: the code and no more.
CREATE FUNCTION pg_temp.code_of(call text) RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
-- Whose months they are, a letter a month from January 2569 (2026) to December 2570: A, B, C as live or disposed, small while held;
-- - for nobody, ! for two. Nothing of the schemas is used but the rows.
CREATE FUNCTION pg_temp.months(number integer, wanted text DEFAULT 'elderly') RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    before name := current_user;
    answer text;
  BEGIN
    RESET ROLE;
    SELECT string_agg(coalesce(each.letter, '-'), '' ORDER BY month) INTO answer
      FROM generate_series(date '2026-01-01', date '2027-12-01', interval '1 month') AS month
      LEFT JOIN LATERAL (
        SELECT CASE WHEN count(*) > 1 THEN '!' ELSE min(CASE state WHEN 'awaiting' THEN letter WHEN 'suspended' THEN letter ELSE upper(letter) END) END AS letter
          FROM registry.claim JOIN (VALUES (5730102, 'a'), (6730213, 'b'), (3730101, 'c')) AS place (authority_code, letter) USING (authority_code)
         WHERE thai_id::text = pg_temp.id(number) AND programme::text = wanted AND state <> 'deleted'
           AND first_month <= month AND coalesce(last_month, 'infinity') >= month HAVING count(*) > 0) AS each ON true;
    EXECUTE format('SET LOCAL ROLE %I', before);
    RETURN left(answer, 12) || ' ' || right(answer, 12);
  END $$;
-- Programmes with their claims: authority and state, and where the record is.
CREATE FUNCTION pg_temp.standing(number integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    before name := current_user;
    answer text;
  BEGIN
    RESET ROLE;
    SELECT concat_ws(' ', (SELECT authority_code FROM registry.person WHERE thai_id::text = pg_temp.id(number)),
                     string_agg(concat_ws(':', programme, authority_code, state, CASE WHEN leaving AND state <> 'disposed' THEN 'leaving' END), ' ' ORDER BY programme, claim_number)) INTO answer
      FROM registry.claim WHERE thai_id::text = pg_temp.id(number) AND state <> 'deleted';
    EXECUTE format('SET LOCAL ROLE %I', before);
    RETURN replace(replace(replace(answer, '5730102', 'a'), '6730213', 'b'), '3730101', 'c');
  END $$;
CREATE FUNCTION pg_temp.steps(number integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    before name := current_user;
    answer text;
  BEGIN
    RESET ROLE;
    SELECT string_agg(concat_ws(':', move_number, programme, state, outcome), ' ' ORDER BY move_number, programme) INTO answer
      FROM registry.move LEFT JOIN registry.move_claim USING (thai_id, move_number) WHERE thai_id::text = pg_temp.id(number);
    EXECUTE format('SET LOCAL ROLE %I', before);
    RETURN answer;
  END $$;

SELECT pg_temp.at('a', '2026-01-10') \g /dev/null
SELECT pg_temp.add(number) FROM generate_series(1, 19) AS number \g /dev/null
SELECT pg_temp.add(number, '{"programmes": [{"programme": "elderly"}, {"programme": "disability", "facts": "{seeing_disability}"}, {"programme": "aids", "facts": "{aids_certified}"}]}')
  FROM generate_series(20, 29) AS number \g /dev/null
SELECT pg_temp.add(number) FROM generate_series(34, 35) AS number \g /dev/null
SELECT pg_temp.add(36, '{"programme": "aids", "facts": "{aids_certified}"}'), pg_temp.add(37, '{"programme": "aids", "facts": "{aids_certified}"}') \g /dev/null
SELECT pg_temp.add(30, '{"programme": "aids", "facts": "{aids_certified}"}'), pg_temp.add(31, '{"programme": "disability", "facts": "{seeing_disability}"}') \g /dev/null

-- ER8.3: the end of the fiscal year of moving out
SELECT pg_temp.at('a', '2026-10-01') \g /dev/null
SELECT is(pg_temp.notify(1, '2026-09-30', 'b'), 'done', 'ER8.2: the old authority notifies');
SELECT is(pg_temp.months(1), 'AAAAAAAAA--- ------------', 'ER8.3: moved out on 30 September, paid to that September');
SELECT is(pg_temp.standing(1), 'a elderly:a:live', 'EG5.2: and the old claim stays live');
SELECT is(pg_temp.notify(2, '2026-10-01', 'b'), 'done', 'ER8.2: one day later');
SELECT is(pg_temp.months(2), 'AAAAAAAAAAAA AAAAAAAAA---', 'ER8.3: moved out on 1 October, paid to the next September');
SELECT is(pg_temp.code_of(format('SELECT pg_temp.notify(2, ''2026-10-01'', ''b'')')), 'WF310', 'ER8.2!: not twice');
SELECT is(pg_temp.code_of(format('SELECT pg_temp.notify(3, ''2026-10-02'', ''b'')')), 'WF016', 'ER8.3!: not a move to come');
SELECT is(pg_temp.code_of(format('SELECT pg_temp.notify(3, ''2008-10-31'', ''b'')')), 'WF017', 'DE11!: nor one before the confirmation at the old authority');
SELECT is(pg_temp.code_of(format('SELECT registry.notify_move(%L, ''2026-09-30'', NULL, ''x'')', pg_temp.id(3))), 'WF314', 'DE14!: who is struck off every register has not moved');
SELECT is(pg_temp.code_of(format('SELECT registry.notify_move(%L, ''2026-09-30'', 6730213, '' '')', pg_temp.id(3))), 'WF010', 'ER8.2!: nor without a document');
SELECT is(pg_temp.proceed(3, 'elderly', '2026-09-01', '2026-10-01'), 'done', 'DE14: it is a lost qualification');
SELECT is(pg_temp.months(3), 'AAAAAAAAAA-- ------------', 'DE14, ER16: paid until the order');
SELECT is(pg_temp.code_of(format('SELECT pg_temp.notify(3, ''2026-10-01'', ''b'')')), 'WF316', 'ER8.1!: and nothing is left to move');

-- ER8.4: confirmation in month M: M is the old one's, M + 1 the new one's, held until acknowledged
SELECT pg_temp.at('b', '2026-12-31') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(2, '30/09/2569')$$), 'WF311', 'DE11!: a confirmation before moving in is none');
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(4, '01/12/2569')$$), 'WF316', 'ER8.1!: nor without a move');
SELECT is(pg_temp.code_of($$SELECT registry.add_beneficiary(pg_temp.new_form(2, '01/12/2569', '{"authority_code": "6730213"}'))$$), 'WF020', 'IS8.3!: nor is the person simply added');
SELECT is(pg_temp.confirm(2, '31/12/2569'), 'done', 'ER8.1: confirmed at the new authority');
SELECT is(pg_temp.months(2), 'AAAAAAAAAAAA bbbbbbbbbbbb', 'ER8.4, DE10: the month of the confirmation is the old one''s, the next the new one''s, held');
SELECT is(pg_temp.standing(2), 'a elderly:a:live elderly:b:awaiting', 'ER8.4, EG5.2!: the record stays until the old authority acknowledges');
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(2, '31/12/2569')$$), 'WF06S', 'DE15!: not confirmed twice');
SELECT is(pg_temp.code_of(format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(2))), 'WF066', 'ER8.4!: the new authority does not see the record yet');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(2)$$), 'WF316', 'ER8.4!: nor does it acknowledge for the old one');
SELECT is((SELECT string_agg(concat_ws(' ', national_id, programme, state, own_claim_state, acknowledge_by), ', ') FROM registry.open_moves() WHERE national_id = pg_temp.id(2)::thai_id),
          pg_temp.id(2)::thai_id || ' elderly confirmed awaiting 2027-01-15', 'ER8.4: but it sees the move and the day by which to acknowledge');
SELECT pg_temp.at('c', '2026-12-31') \g /dev/null
SELECT is((SELECT count(*) FROM registry.open_moves()), 0::bigint, 'ER8.2!: which nobody else does');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(2)$$), 'WF316', 'ER8.4!: nor acknowledges');
SELECT pg_temp.at('a', '2027-01-10') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT registry.dispose(pg_temp.id(2)::thai_id, 'waived', '2027-01-02', '2027-01-05', '{elderly}', NULL, 'หนังสือสละสิทธิ')$$), 'WF313', 'EG5.2!: the old one does not end the claim otherwise meanwhile');
SELECT is(pg_temp.code_of($$SELECT registry.dispose(pg_temp.id(2)::thai_id, 'moved', '2026-10-01', claimed_elsewhere_on => '2026-12-31')$$), 'WF313', 'EG5.2!: nor dispose as moved without answering');
SELECT is(pg_temp.code_of($$SELECT registry.delete_beneficiary(pg_temp.id(2)::thai_id, 'x', true)$$), 'WF313', 'EG5.2, IS9.6!: nor delete it');
SELECT is(pg_temp.code_of($$SELECT registry.cancel_move(pg_temp.id(2)::thai_id, '2027-01-05', 'x')$$), 'WF313', 'DE13!: nor call the move off');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(2, '2027-02-01')$$), 'WF317', 'ER8.4!: nor state a month that has not come');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(2, '2027-01-02')$$), 'WF034', 'ER8.4!: nor a day that is no month');
SELECT is(pg_temp.acknowledge(2), 'done', 'EG5.2: it acknowledges');
SELECT is(pg_temp.months(2), 'AAAAAAAAAAAA BBBBBBBBBBBB', 'ER8.4, DE10: and the held months are released, each month once');
SELECT is(pg_temp.standing(2), 'b elderly:a:disposed elderly:b:live', 'EG5.2: the old claim is disposed, the record has gone over');
SELECT is(pg_temp.steps(2), '1:elderly:acknowledged:completed', 'ER8.2: every step is taken');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(2)$$), 'WF316', 'ER8.4!: none is taken twice');
SELECT is(pg_temp.code_of(format('SELECT registry.edit_beneficiary(%L, ''{"occupation": "ขายของ"}'')', pg_temp.id(2))), 'WF066', 'EG5.2!: the old authority edits no more');
SELECT is(pg_temp.code_of(format('SELECT registry.re_enter(%L, ''elderly'', ''x'', ''x'')', pg_temp.id(2))), 'WF020', 'EG5.2, IS9.5!: nor re-enters what it acknowledged');
SELECT pg_temp.at('b', '2027-01-10') \g /dev/null
SELECT is(registry.beneficiary_detail(pg_temp.id(2)::thai_id) ->> 'telephone', '0811111111', 'EG5.2: with the details of the new form');
SELECT is(registry.edit_beneficiary(pg_temp.id(2)::thai_id, '{"occupation": "ขายของ"}'), 'done', 'EG5.2: which the new authority keeps from now on');
RESET ROLE;
SELECT results_eq(format('SELECT cause::text, happened_on, claimed_elsewhere_on FROM registry.disposal WHERE thai_id = %L', pg_temp.id(2)), $$VALUES ('moved', date '2026-10-01', date '2026-12-31')$$, 'EG5.2: disposed as moved');
SELECT results_eq(format('SELECT confirmed_by, acknowledged_by, confirmed_on, acknowledged_on FROM registry.move_claim WHERE thai_id = %L', pg_temp.id(2)),
  $$VALUES ('officer of b', 'officer of a', date '2026-12-31', date '2027-01-10')$$, 'ER8.4: each step with who and when');
SELECT is(pg_temp.code_of(format('UPDATE registry.move_claim SET state = ''notified'' WHERE thai_id = %L', pg_temp.id(2))), 'WF312', 'ER8.4!: no step is undone, by whatever path');
SELECT is(pg_temp.code_of(format('UPDATE registry.move_claim SET last_month_paid = ''2027-05-01'' WHERE thai_id = %L', pg_temp.id(2))), 'WF064', 'ER8.4!: nor rewritten');
SELECT is(pg_temp.code_of(format('UPDATE registry.move_claim SET state = ''acknowledged'', acknowledged_on = ''2027-01-01'' WHERE thai_id = %L', pg_temp.id(1))), 'WF312', 'ER8.4!: nor skipped');
SELECT is(pg_temp.code_of('DELETE FROM registry.move'), 'WF064', 'ER8.2!: nor removed');
SELECT is(pg_temp.code_of(format('UPDATE registry.move SET moved_out_on = ''2026-09-01'' WHERE thai_id = %L', pg_temp.id(1))), 'WF064', 'ER8.3!: nor the day of moving out');
SELECT is(pg_temp.code_of(format($$INSERT INTO registry.claim (thai_id, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, district_code, province_code, sensitive, state, claim_number)
  VALUES (%L, 'elderly', 6730213, '2030-01-01', '2026-09-01', '2026-09-01', '2026-09-01', 'cash_in_person', 'general', 7302, 73, false, 'awaiting', 9)$$, pg_temp.id(5))), 'WF31A', 'ER8.4!: nothing awaits without a move');

-- ER8.4: what the old one states it paid
SELECT pg_temp.at('a', '2027-03-31') \g /dev/null
SELECT pg_temp.notify(4, '2026-11-15', 'b'), pg_temp.notify(5, '2026-11-15', 'b') \g /dev/null
SELECT pg_temp.at('b', '2027-03-31') \g /dev/null
SELECT pg_temp.confirm(number, '20/12/2569') FROM generate_series(4, 5) AS number \g /dev/null
SELECT is(pg_temp.months(4), 'AAAAAAAAAAAA bbbbbbbbbbbb', 'DE10: from the month after the confirmation, whenever recorded');
SELECT pg_temp.at('a', '2027-03-31') \g /dev/null
SELECT is(pg_temp.acknowledge(4, '2027-02-01'), 'done', 'ER8.4: two months paid already are stated');
SELECT is(pg_temp.months(4), 'AAAAAAAAAAAA AABBBBBBBBBB', 'ER8.4!: and are not the new one''s');
SELECT is(pg_temp.acknowledge(5, '2026-11-01'), 'done', 'ER8.4: a statement of less than the law''s months');
SELECT is(pg_temp.months(5), 'AAAAAAAAAAAA BBBBBBBBBBBB', 'DE10, ER8.4!: takes none from the person: the old one owes them');

-- ER8.5: not confirmed by 30 September
SELECT pg_temp.at('a', '2026-09-02') \g /dev/null
SELECT pg_temp.notify(6, '2026-08-15', 'b'), pg_temp.notify(7, '2026-08-15', 'b'), pg_temp.notify(8, '2026-08-15', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-10-01') \g /dev/null
SELECT pg_temp.confirm(6, '30/09/2569') \g /dev/null
SELECT is(pg_temp.months(6), 'AAAAAAAAAbbb bbbbbbbbbbbb', 'ER8.5: confirmed on 30 September: none is lost');
SELECT is(pg_temp.confirm(7, '01/10/2569'), 'done', 'ER8.5: confirmed on 1 October');
SELECT is(pg_temp.months(7), 'AAAAAAAAA-BB BBBBBBBBBBBB', 'ER8.5, ER8.3!: October is lost, by the law; November is the new one''s');
SELECT is(pg_temp.standing(7), 'b elderly:a:disposed elderly:b:live', 'ER8.5, DE10: without acknowledgement, for the old one pays no more');
SELECT is(pg_temp.steps(7), '1:elderly:resumed:completed', 'ER8.5: the move is over');
SELECT pg_temp.at('administrator', '2026-09-30') \g /dev/null
SELECT is(registry.close_unconfirmed_moves(), 0::bigint, 'ER8.5!: nothing lapses on 30 September');
SELECT pg_temp.at('administrator', '2026-10-01') \g /dev/null
SELECT is(registry.close_unconfirmed_moves(), 2::bigint, 'ER8.5: on 1 October it does');
SELECT is(registry.close_unconfirmed_moves(), 0::bigint, 'ER8.5!: once');
SELECT is(pg_temp.steps(8) || ' ' || pg_temp.steps(1), '1:elderly:lapsed 1:elderly:lapsed', 'ER8.5: of all who did not confirm');
SELECT is(pg_temp.months(8), 'AAAAAAAAA--- ------------', 'ER8.5!: who are paid no more');
SELECT pg_temp.at('a', '2026-10-01') \g /dev/null
SELECT is(registry.dispose(pg_temp.id(8)::thai_id, 'moved', '2026-08-15'), 'done', 'EG5.2: the old authority disposes as moved');
SELECT is(pg_temp.steps(8), '1:elderly:lapsed:completed', 'EG5.2: which closes the move');
SELECT pg_temp.at('b', '2027-02-20') \g /dev/null
SELECT is(registry.add_beneficiary(pg_temp.new_form(8, '20/02/2570', '{"authority_code": "6730213"}')), 'done', 'ER8.5: a later confirmation');
SELECT is(pg_temp.months(8), 'AAAAAAAAA--- --BBBBBBBBBB', 'ER8.5: resumes in the month after it');
SELECT is(pg_temp.confirm(1, '28/02/2570', '{"claimed_on": "20/02/2570", "ordered_on": "20/02/2570"}'), 'done', 'ER8.5: so does one of a move that lapsed and was not disposed');
SELECT is(pg_temp.months(1) || ' ' || pg_temp.steps(1), 'AAAAAAAAA--- --BBBBBBBBBB 1:elderly:resumed:completed', 'ER8.5, EG5.2: which disposes the old claim');

-- DE9: before the first payment
SELECT pg_temp.at('a', '2026-09-20') \g /dev/null
SELECT pg_temp.add(40, '{"birth_date": "15/09/2509", "claimed_on": "01/09/2569", "ordered_on": "01/09/2569"}'), pg_temp.add(41, '{"birth_date": "15/09/2509", "claimed_on": "01/09/2569", "ordered_on": "01/09/2569"}') \g /dev/null
SELECT is(pg_temp.months(40), '---------AAA AAAAAAAAAAAA', 'EG4.1: first paid in October');
SELECT pg_temp.at('a', '2026-10-01') \g /dev/null
SELECT pg_temp.notify(40, '2026-09-18', 'b'), pg_temp.notify(41, '2026-10-01', 'b') \g /dev/null
SELECT is(pg_temp.months(40), '------------ ------------', 'DE9!, ER8.3!: who moves before the first payment is paid nothing by the old authority');
SELECT is(pg_temp.months(41), '---------AAA AAAAAAAAA---', 'DE9: who moves on the 1st of the first month is');
SELECT pg_temp.at('b', '2026-10-05') \g /dev/null
SELECT pg_temp.confirm(40, '05/10/2569', '{"birth_date": "15/09/2509"}') \g /dev/null
SELECT is(pg_temp.months(40) || ' ' || pg_temp.standing(40), '----------BB BBBBBBBBBBBB b elderly:a:disposed elderly:b:live', 'DE9: a new confirmation is needed, and needs no acknowledgement');

-- DE11: who moves on the 1st; the new authority opens
SELECT pg_temp.at('b', '2026-11-03') \g /dev/null
SELECT is(pg_temp.notify(9, '2026-11-01', 'b'), 'done', 'ER8.2: the person comes to the new authority first');
SELECT is(pg_temp.months(9), 'AAAAAAAAAAAA AAAAAAAAAAAA', 'ER8.3!: whose word alone ends nothing');
SELECT is((SELECT string_agg(concat_ws(' ', from_authority_code, programme), ',') FROM registry.open_moves() WHERE national_id = pg_temp.id(9)::thai_id), '5730102', 'AR2!: nor tells it of the programmes');
SELECT pg_temp.confirm(9, '01/11/2569') \g /dev/null
SELECT is(pg_temp.months(9), 'AAAAAAAAAAAb bbbbbbbbbbbb', 'DE11: moved and confirmed on 1 November: that month is the old one''s');
SELECT is(pg_temp.notify(10, '2026-08-15', 'b'), 'done', 'ER8.2: a move of last year');
SELECT pg_temp.at('a', '2026-11-03') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT pg_temp.notify(10, '2026-08-16', 'b')$$), 'WF310', 'ER8.2!: the old one does not agree to another day');
SELECT is(pg_temp.notify(10, '2026-08-15', 'b'), 'done', 'ER8.2: the old one is told, and agrees');
SELECT is(pg_temp.months(10), 'AAAAAAAAA--- ------------', 'ER8.3: from when on the law''s last month stands');
SELECT pg_temp.at('b', '2026-11-03') \g /dev/null
SELECT pg_temp.notify(11, '2026-08-15', 'b'), pg_temp.confirm(11, '03/11/2569') \g /dev/null
SELECT is(pg_temp.months(11) || ' ' || pg_temp.standing(11), 'AAAAAAAAAAAb bbbbbbbbbbbb a elderly:a:live elderly:b:awaiting', 'ER8.4, DE10!: while it has not, a backdated move takes nobody over, and nothing before the confirmation, without it');
SELECT pg_temp.at('a', '2026-11-10') \g /dev/null
SELECT is(pg_temp.acknowledge(11, '2026-11-01'), 'done', 'ER8.4: the old one paid on, not knowing');
SELECT is(pg_temp.months(11), 'AAAAAAAAAAAB BBBBBBBBBBBB', 'ER8.4: which is stated');

SELECT pg_temp.at('b', '2026-11-03') \g /dev/null
SELECT pg_temp.notify(34, '2026-08-15', 'b'), pg_temp.confirm(34, '03/11/2569'), pg_temp.notify(35, '2008-10-31', 'b'), pg_temp.notify(36, '1999-01-01', 'b') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(35, '03/11/2569')$$), 'WF017', 'DE11!: nobody left before confirming at the old authority');
SELECT is(pg_temp.confirm(36, '03/11/2569'), 'done', 'AR2: nor does a day tell whether the old authority pays AIDS alone');
SELECT pg_temp.at('a', '2026-11-10') \g /dev/null
SELECT is(pg_temp.acknowledge(34), 'done', 'ER8.3: an acknowledgement of a late move that states nothing paid');
SELECT is(pg_temp.months(34), 'AAAAAAAAA--B BBBBBBBBBBBB', 'ER8.3, ER8.5!: ends with the year of the move');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(36)$$), 'WF017', 'DE11!: what the old one pays it began to pay before the move');

-- DE13: back in time
SELECT pg_temp.at('a', '2026-10-02') \g /dev/null
SELECT pg_temp.notify(12, '2026-08-20', 'b'), pg_temp.notify(13, '2026-08-20', 'b') \g /dev/null
SELECT is(registry.cancel_move(pg_temp.id(12)::thai_id, '2026-09-30', 'ท.ร. 14'), 'done', 'DE13: back on 30 September');
SELECT is(pg_temp.months(12) || ' ' || pg_temp.steps(12), 'AAAAAAAAAAAA AAAAAAAAAAAA 1:elderly:cancelled:cancelled', 'DE13: needs no new confirmation');
SELECT is(pg_temp.code_of($$SELECT registry.cancel_move(pg_temp.id(13)::thai_id, '2026-10-01', 'x')$$), 'WF318', 'DE13!: back on 1 October does');
SELECT is(pg_temp.code_of($$SELECT registry.cancel_move(pg_temp.id(13)::thai_id, '2026-08-19', 'x')$$), 'WF017', 'DE13!: nobody is back before having left');
SELECT is(pg_temp.code_of($$SELECT registry.cancel_move(pg_temp.id(14)::thai_id, '2026-08-19', 'x')$$), 'WF316', 'DE13!: nor without a move');
SELECT is(registry.dispose(pg_temp.id(13)::thai_id, 'moved', '2026-08-20'), 'done', 'DE13: then the claim is disposed');
SELECT pg_temp.at('a', '2026-10-03') \g /dev/null
SELECT is(registry.add_beneficiary(pg_temp.form(13, '{"claimed_on": "03/10/2569", "ordered_on": "03/10/2569"}')), 'done', 'DE13, DE15: and confirmed anew, the first having ended');
SELECT is(pg_temp.months(13), 'AAAAAAAAA-AA AAAAAAAAAAAA', 'DE13, ER8.5: from the month after');

-- the second move: A to B to C
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT pg_temp.notify(14, '2026-08-20', 'b'), pg_temp.notify(15, '2026-10-20', 'b') \g /dev/null
SELECT is(pg_temp.notify(14, '2026-10-20', 'c'), 'done', 'ER8.1: moved on before confirming');
SELECT is(pg_temp.steps(14), '1:elderly:superseded:superseded 2:elderly:notified', 'ER8.1: the second move takes the place of the first');
SELECT is(pg_temp.months(14), 'AAAAAAAAA--- ------------', 'ER8.3!: which makes the old authority pay no longer than the first');
SELECT pg_temp.at('b', '2026-11-20') \g /dev/null
SELECT pg_temp.confirm(15, '20/11/2569') \g /dev/null
SELECT pg_temp.at('c', '2027-01-15') \g /dev/null
SELECT is(pg_temp.notify(15, '2027-01-05', 'c'), 'done', 'ER8.1: moved on after confirming, before the acknowledgement');
SELECT is(pg_temp.confirm(15, '15/01/2570'), 'done', 'ER8.1: and confirmed there');
SELECT is(pg_temp.months(15), 'AAAAAAAAAAAb bccccccccccc', 'ER8.4: three authorities, no month twice, none lost');
SELECT pg_temp.at('b', '2027-01-20') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(15)$$), 'WF313', 'ER8.4!: the second cannot acknowledge before the first has');
SELECT is(pg_temp.code_of($$SELECT registry.withdraw_confirmation(pg_temp.id(15)::thai_id, 'elderly', 'x')$$), 'WF316', 'ER8.4!: nor take back what the third has taken over');
SELECT pg_temp.at('a', '2027-01-20') \g /dev/null
SELECT is(pg_temp.acknowledge(15), 'done', 'ER8.4: the first acknowledges');
SELECT pg_temp.at('b', '2027-01-21') \g /dev/null
SELECT is(pg_temp.acknowledge(15), 'done', 'ER8.4: then the second');
SELECT is(pg_temp.months(15), 'AAAAAAAAAAAB BCCCCCCCCCCC', 'ER8.4: each month once');
SELECT is(pg_temp.standing(15), 'c elderly:a:disposed elderly:b:disposed elderly:c:live', 'EG5.2: the record has followed');

-- withdrawn
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT pg_temp.notify(16, '2026-10-20', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-11-20') \g /dev/null
SELECT pg_temp.confirm(16, '20/11/2569') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT registry.withdraw_confirmation(pg_temp.id(16)::thai_id, 'elderly', ' ')$$), 'WF010', 'ER8.4!: a confirmation is not taken back without a reason');
SELECT is(registry.withdraw_confirmation(pg_temp.id(16)::thai_id, 'elderly', 'ผิดคน'), 'done', 'ER8.4: a wrong one is taken back');
SELECT is(pg_temp.months(16), 'AAAAAAAAAAAA AAAAAAAAA---', 'ER8.3: and the old one pays on as by the move');
SELECT is(pg_temp.confirm(16, '20/11/2569'), 'done', 'ER8.1: the right one follows');
SELECT is(pg_temp.months(16) || ' ' || pg_temp.steps(16), 'AAAAAAAAAAAb bbbbbbbbbbbb 1:elderly:confirmed', 'ER8.4: as if it were the first');

-- DR8, DE12, DE19: three programmes
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT is(pg_temp.notify(20, '2026-10-20', 'b'), 'done', 'ER8.2: who has three programmes moves');
SELECT is(concat_ws(', ', pg_temp.months(20), pg_temp.months(20, 'disability'), pg_temp.months(20, 'aids')),
          'AAAAAAAAAAAA AAAAAAAAA---, AAAAAAAAAAAA AAAAAAAAAAAA, AAAAAAAAAA-- ------------', 'ER8.3, DE12, DE19: the year''s end; no end; the month of the move');
SELECT is(pg_temp.steps(20), '1:elderly:notified 1:disability:notified', 'AR2!: of AIDS the move says nothing');
SELECT pg_temp.at('b', '2026-12-10') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(20, '10/12/2569', '{"programme": "aids", "facts": "{aids_certified}"}')$$), 'WF315', 'DE19!: AIDS does not move');
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(20, '10/12/2569', '{"programmes": [{"programme": "elderly"}, {"programme": "disability", "facts": "{seeing_disability}"}]}')$$), 'WF31B', 'ER8.1, DR8!: one programme at a time');
SELECT pg_temp.confirm(20, '10/12/2569') \g /dev/null
SELECT pg_temp.at('a', '2026-12-12') \g /dev/null
SELECT is(pg_temp.acknowledge(20), 'done', 'EG5.2: the elderly claim goes');
SELECT is(pg_temp.standing(20), 'b elderly:a:disposed elderly:b:live disability:a:live:leaving aids:a:disposed', 'DR8, DE19: disability is paid on by the old one, AIDS ends');
SELECT is(concat_ws(', ', pg_temp.months(20), pg_temp.months(20, 'disability'), pg_temp.months(20, 'aids')),
          'AAAAAAAAAAAA BBBBBBBBBBBB, AAAAAAAAAAAA AAAAAAAAAAAA, AAAAAAAAAA-- ------------', 'DR8, DE12, DE19: with the months of each');
SELECT is(pg_temp.code_of(format('SELECT registry.edit_beneficiary(%L, ''{"telephone": "0899999999"}'')', pg_temp.id(20))), 'WF066', 'DR8!: the old one does not edit the record');
SELECT is(pg_temp.code_of(format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(20))), 'WF066', 'DR8!: nor sees the new address');
SELECT is(registry.suspend(pg_temp.id(20)::thai_id, '{disability}', '2026-12-12', '1', 'ตรวจสอบ'), 'done', 'DR8, DR14: but it suspends what it pays');
SELECT is(registry.resume(pg_temp.id(20)::thai_id, '{disability}', '2026-12-12', '2', 'ครบ'), 'done', 'DR8, DR14: and resumes it');
SELECT is((SELECT string_agg(concat_ws(' ', programme, state, own_claim_state), ',') FROM registry.open_moves() WHERE national_id = pg_temp.id(20)::thai_id),
          'elderly acknowledged disposed,disability notified live', 'DR8: and finds it among its moves');
SELECT pg_temp.at('b', '2026-12-20') \g /dev/null
SELECT is(jsonb_path_query_array(registry.beneficiary_detail(pg_temp.id(20)::thai_id), '$.claims[*].programme'), '["elderly"]', 'AR2!: the new one sees nothing of what the old one paid or pays');
SELECT is(registry.add_beneficiary(pg_temp.new_form(20, '20/12/2569', '{"programme": "aids", "facts": "{aids_certified}", "authority_code": "6730213"}')), 'done', 'DE19: the new one decides anew on AIDS');
SELECT is(pg_temp.months(20, 'aids'), 'AAAAAAAAAA-- BBBBBBBBBBBB', 'DE19: from the month after its order');
SELECT is(pg_temp.code_of($$SELECT registry.add_beneficiary(pg_temp.new_form(20, '20/12/2569', '{"programme": "disability", "facts": "{seeing_disability}", "authority_code": "6730213"}'))$$), 'WF020', 'DR8!: disability is not added beside the move');
SELECT pg_temp.at('b', '2027-03-15') \g /dev/null
SELECT is(pg_temp.confirm(20, '15/03/2570', '{"programme": "disability", "facts": "{seeing_disability}"}'), 'done', 'DR8: the application follows later');
SELECT is(pg_temp.months(20, 'disability'), 'AAAAAAAAAAAA AAAbbbbbbbbb', 'DR8, DE12: the old one pays its month, the new one from the next');
SELECT pg_temp.at('a', '2027-03-20') \g /dev/null
SELECT is(pg_temp.acknowledge(20, NULL, 'disability'), 'done', 'DR8: after the old one confirms');
SELECT is(pg_temp.standing(20), 'b elderly:a:disposed elderly:b:live disability:a:disposed disability:b:live aids:a:disposed aids:b:live', 'DR8: all is at the new authority');
SELECT is(pg_temp.months(20, 'disability') || ' ' || pg_temp.steps(20), 'AAAAAAAAAAAA AAABBBBBBBBB 1:elderly:acknowledged:completed 1:disability:acknowledged:completed', 'DR8: nothing is paid twice');
-- an unregistered mover is stopped only by order
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT pg_temp.notify(21, '2026-08-20', 'b') \g /dev/null
SELECT is(pg_temp.months(21, 'disability'), 'AAAAAAAAAAAA AAAAAAAAAAAA', 'DR8, DE12: an unregistered mover stays on the monthly list');
SELECT is(registry.dispose(pg_temp.id(21)::thai_id, 'moved', '2026-08-20', '2026-11-01'), 'done', 'DR8: until the executive''s order');
SELECT is(concat_ws(', ', pg_temp.months(21), pg_temp.months(21, 'disability'), pg_temp.months(21, 'aids')),
          'AAAAAAAAA--- ------------, AAAAAAAAAAA- ------------, AAAAAAAA---- ------------', 'DE12!, ER8.3, DE19: which ends each with its own month');
RESET ROLE;
SET LOCAL ROLE welfare_owner;
UPDATE reference.ending SET last_month = 'month_of_event' WHERE programme = 'disability' AND cause = 'moved';
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT pg_temp.notify(22, '2026-08-20', 'b') \g /dev/null
SELECT is(pg_temp.months(22, 'disability'), 'AAAAAAAA---- ------------', 'DE12: one row makes the old one stop the month after the move');
RESET ROLE;
SET LOCAL ROLE welfare_owner;
UPDATE reference.ending SET last_month = 'month_of_order' WHERE programme = 'disability' AND cause = 'moved';

-- AR2: AIDS alone, and who asks first
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT is(pg_temp.notify(30, '2026-10-20', 'b'), 'done', 'DE19: who has AIDS alone moves');
SELECT is((SELECT count(*) FROM registry.open_moves() WHERE national_id = pg_temp.id(30)::thai_id), 1::bigint, 'DE19: the holding authority sees it');
SELECT pg_temp.at('b', '2026-11-01') \g /dev/null
SELECT is((SELECT count(*) FROM registry.open_moves() WHERE national_id = pg_temp.id(30)::thai_id), 0::bigint, 'AR2!: the new one does not');
SELECT pg_temp.at('department', '2026-11-01') \g /dev/null
SELECT is((SELECT count(*) FROM registry.moves_of_month('2026-11-01') WHERE national_id = pg_temp.id(30)::thai_id), 0::bigint, 'AR2!: nor the department');
SELECT pg_temp.at('b', '2026-11-02') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(30, '02/11/2569')$$), 'WF316', 'AR2!: nor does a confirmation find it');
SELECT is(replace(pg_temp.refusal_of($$SELECT pg_temp.confirm(30, '02/11/2569')$$), pg_temp.id(30), 'x'), replace(pg_temp.refusal_of($$SELECT pg_temp.confirm(998, '02/11/2569')$$), pg_temp.id(998), 'x'),
          'AR2!: which is refused as of somebody who is on record nowhere');
SELECT is(pg_temp.notify(30, '2026-10-20', 'b'), 'done', 'ER8.2: the new one notifies its own, the person having come there');
SELECT is(pg_temp.confirm(30, '02/11/2569'), 'done', 'ER8.1: and elderly is confirmed there');
SELECT is(pg_temp.standing(30), 'a elderly:b:awaiting aids:a:live', 'AR2!: as of anybody whom the old one pays: it awaits');
SELECT pg_temp.at('province', '2026-12-31', 73) \g /dev/null
SELECT is((SELECT count(*) FROM registry.overdue_moves() WHERE national_id = pg_temp.id(30)::thai_id), 0::bigint, 'AR2!: the province does not learn of it');
SELECT pg_temp.at('a', '2026-11-03') \g /dev/null
SELECT is(pg_temp.acknowledge(30), 'done', 'ER8.4: the old one acknowledges what it never paid');
SELECT is(pg_temp.standing(30), 'b elderly:b:live aids:a:disposed', 'DE19: and AIDS ends with it');
SELECT pg_temp.notify(37, '2026-10-20', 'b'), registry.dispose(pg_temp.id(37)::thai_id, 'moved', '2026-10-20') \g /dev/null
SELECT is(pg_temp.steps(37) || ' ' || pg_temp.months(37, 'aids'), '1:completed AAAAAAAAAA-- ------------', 'DE19: or by the old authority''s order, which closes the move');
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT pg_temp.notify(23, '2026-10-20', 'b'), pg_temp.notify(24, '2026-10-20', 'b') \g /dev/null
SELECT pg_temp.at('a', '2026-12-01') \g /dev/null
SELECT registry.cancel_move(pg_temp.id(23)::thai_id, '2026-10-31', 'x'), registry.cancel_move(pg_temp.id(24)::thai_id, '2026-11-01', 'x') \g /dev/null
SELECT is(pg_temp.months(23, 'aids') || ' ' || pg_temp.standing(23), 'AAAAAAAAAAAA AAAAAAAAAAAA a elderly:a:live disability:a:live aids:a:live', 'DE13, DE19!: back in the month of the move, nothing stopped');
SELECT is(pg_temp.months(24, 'aids') || ' ' || pg_temp.standing(24), 'AAAAAAAAAA-- ------------ a elderly:a:live disability:a:live aids:a:disposed', 'DE19: back later, AIDS has stopped, and is decided anew');

-- ER8.5 with three programmes: what the old one has left is left to it
SELECT pg_temp.at('a', '2026-01-10') \g /dev/null
SELECT pg_temp.add(32, '{"programmes": [{"programme": "elderly"}, {"programme": "disability", "facts": "{seeing_disability}"}, {"programme": "aids", "facts": "{aids_certified}"}]}') \g /dev/null
SELECT pg_temp.at('a', '2026-09-02') \g /dev/null
SELECT pg_temp.notify(32, '2026-08-15', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-11-20') \g /dev/null
SELECT is(pg_temp.confirm(32, '20/11/2569'), 'done', 'ER8.5: elderly confirmed after the year''s end');
SELECT is(pg_temp.standing(32), 'b elderly:a:disposed elderly:b:live disability:a:live:leaving aids:a:live:leaving', 'ER8.5, DE10: is live at once, and takes nothing else from the old authority');
SELECT is(registry.edit_beneficiary(pg_temp.id(32)::thai_id, '{"way_of_payment": "cash_to_proxy"}'), 'done', 'ER8.5: the new one edits the record');
RESET ROLE;
SELECT results_eq(format('SELECT programme::text, way_of_payment::text FROM registry.claim WHERE thai_id = %L AND state = ''live'' ORDER BY programme', pg_temp.id(32)),
  $$VALUES ('aids', 'cash_in_person'), ('disability', 'cash_in_person'), ('elderly', 'cash_to_proxy')$$, 'DR8!: and nothing of what the old one pays');
SELECT pg_temp.at('b', '2026-11-20') \g /dev/null
SELECT is(pg_temp.code_of(format('SELECT registry.suspend(%L, ''{disability}'', ''2026-11-20'', ''1'', ''x'')', pg_temp.id(32))), 'WF067', 'DR8!: nor suspends that');
SELECT is(pg_temp.code_of(format('SELECT registry.notify_move(%L, ''2026-08-15'', 6730213, ''x'')', pg_temp.id(32))), 'WF310', 'ER8.2!: the move is open still, for disability');
SELECT pg_temp.at('a', '2026-11-25') \g /dev/null
SELECT is(registry.dispose(pg_temp.id(32)::thai_id, 'moved', '2026-08-15', '2026-11-25'), 'done', 'DR8: the old one ends by order what nobody registered');
SELECT is(concat_ws(', ', pg_temp.months(32), pg_temp.months(32, 'disability'), pg_temp.months(32, 'aids')),
          'AAAAAAAAA--B BBBBBBBBBBBB, AAAAAAAAAAA- ------------, AAAAAAAA---- ------------', 'ER8.5, DR8, DE19: with the months of each');
SELECT is(pg_temp.steps(32), '1:elderly:resumed:completed 1:disability:lapsed:completed', 'ER8.5, DR8: and the move is over');
-- elderly anew at the new authority, disability at the old
SELECT pg_temp.notify(31, '2026-10-20', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-11-26') \g /dev/null
SELECT pg_temp.confirm(31, '26/11/2569') \g /dev/null
SELECT is(pg_temp.standing(31), 'a elderly:b:awaiting disability:a:live', 'ER8.4: elderly of whom the old one pays disability alone awaits, too');
SELECT pg_temp.at('a', '2026-11-27') \g /dev/null
SELECT pg_temp.acknowledge(31) \g /dev/null
SELECT is(pg_temp.standing(31), 'b elderly:b:live disability:a:live:leaving', 'ER8.4, DR8: and goes over, without disability');
SELECT pg_temp.at('b', '2026-12-10') \g /dev/null
SELECT pg_temp.confirm(31, '10/12/2569', '{"programme": "disability", "facts": "{seeing_disability}"}') \g /dev/null
SELECT pg_temp.at('a', '2026-12-11') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT registry.dispose(pg_temp.id(31)::thai_id, 'waived', '2026-12-11', '2026-12-11', '{disability}', NULL, 'หนังสือสละสิทธิ')$$), 'WF313', 'DR8!: what is confirmed is acknowledged, not waived');
SELECT pg_temp.acknowledge(31, NULL, 'disability') \g /dev/null
-- back where disability never left
SELECT is(pg_temp.standing(31) || ' ' || pg_temp.months(31, 'disability'), 'b elderly:b:live disability:a:disposed disability:b:live AAAAAAAAAAAA BBBBBBBBBBBB', 'DR8: which hands disability over');
SELECT pg_temp.at('a', '2026-12-01') \g /dev/null
SELECT pg_temp.add(33, '{"programmes": [{"programme": "elderly"}, {"programme": "disability", "facts": "{seeing_disability}"}]}'), pg_temp.notify(33, '2026-10-20', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-12-02') \g /dev/null
SELECT pg_temp.confirm(33, '02/12/2569') \g /dev/null
SELECT pg_temp.at('a', '2026-12-02') \g /dev/null
SELECT pg_temp.acknowledge(33) \g /dev/null
SELECT pg_temp.at('b', '2027-02-02') \g /dev/null
SELECT pg_temp.notify(33, '2027-02-01', 'a') \g /dev/null
SELECT pg_temp.at('a', '2027-02-03') \g /dev/null
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(33, '03/02/2570', '{"programme": "disability", "facts": "{seeing_disability}"}')$$), 'WF06S', 'DE15!: what never left is not confirmed again');
SELECT is(pg_temp.confirm(33, '03/02/2570'), 'done', 'ER8.1: who comes back to the first authority confirms there');
SELECT pg_temp.at('b', '2027-02-03') \g /dev/null
SELECT pg_temp.acknowledge(33) \g /dev/null
SELECT is(pg_temp.standing(33) || ' ' || pg_temp.months(33), 'a elderly:a:disposed elderly:b:disposed elderly:a:live disability:a:live AAAAAAAAAAAA BBAAAAAAAAAA', 'ER8.4, DR8: and finds disability where it was');

-- Bangkok, outside the system
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT is(pg_temp.notify(25, '2026-10-20', 'k'), 'done', 'ER8.1: a move to Bangkok');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(25)$$), 'WF31C', 'ER8.4!: nobody confirms there in the system');
SELECT is(registry.dispose(pg_temp.id(25)::thai_id, 'moved', '2026-10-20', '2026-11-01', claimed_elsewhere_on => '2026-10-25', order_number => 'กท 1/2569'), 'done', 'ER8.4: its document disposes');
SELECT is(pg_temp.months(25) || ' ' || pg_temp.months(25, 'disability') || ' ' || pg_temp.steps(25),
  'AAAAAAAAAA-- ------------ AAAAAAAAAA-- ------------ 1:elderly:acknowledged:completed 1:disability:acknowledged:completed', 'ER8.4, DE16: with the month of the confirmation there, and nothing under Bangkok');
SELECT pg_temp.at('b', '2026-11-20') \g /dev/null
SELECT is(pg_temp.code_of(format('SELECT registry.notify_move(%L, ''2026-11-01'', 6730213, ''x'', 3730101)', pg_temp.id(50))), 'WF319', 'DE16!: only Bangkok is where one comes from');
SELECT is(pg_temp.code_of(format('SELECT registry.notify_move(%L, ''2026-11-01'', 6730213, ''x'', 3100000)', pg_temp.id(17))), 'WF020', 'IS8.3!: and not who has a claim in the system');
SELECT is(registry.notify_move(pg_temp.id(50)::thai_id, '2026-11-01', 6730213, 'ท.ร. 14', 3100000), 'done', 'ER8.1: a move from Bangkok');
SELECT is(pg_temp.confirm(50, '20/11/2569'), 'done', 'ER8.1: of somebody not on record');
SELECT is(pg_temp.months(50) || ' ' || pg_temp.standing(50), '-----------b bbbbbbbbbbbb b elderly:b:awaiting', 'ER8.4, DE16!: held, and nothing is computed under Bangkok');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(50, '2026-11-01')$$), 'WF010', 'ER8.4!: Bangkok acknowledges by a document');
SELECT pg_temp.at('b', '2027-01-10') \g /dev/null
SELECT is(registry.acknowledge_move(pg_temp.id(50)::thai_id, 'elderly', '2026-12-01', document => 'กท 2/2570'), 'done', 'ER8.4: which the new authority records');
SELECT is(pg_temp.months(50) || ' ' || pg_temp.standing(50), '------------ BBBBBBBBBBBB b elderly:b:live', 'ER8.4: without the month that Bangkok states it paid');

-- death, in either order
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT pg_temp.notify(number, '2026-10-20', 'b') FROM unnest(ARRAY[17, 18, 26, 27]) AS number \g /dev/null
SELECT pg_temp.at('b', '2026-11-20') \g /dev/null
SELECT pg_temp.confirm(number, '20/11/2569') FROM unnest(ARRAY[17, 18, 26]) AS number \g /dev/null
SELECT pg_temp.at('a', '2027-01-20') \g /dev/null
SELECT is(registry.dispose(pg_temp.id(17)::thai_id, 'died', '2027-01-15'), 'done', 'ER14: the old authority records the death');
SELECT is(pg_temp.months(17) || ' ' || pg_temp.standing(17), 'AAAAAAAAAAAB B----------- a elderly:a:disposed elderly:b:disposed', 'ER14, ER8.4: which ends both claims, each with its months');
SELECT is(pg_temp.code_of($$SELECT pg_temp.acknowledge(17)$$), 'WF316', 'ER8.4!: the dead are not handed over');
SELECT is(pg_temp.steps(17), '1:elderly:ended:completed', 'ER8.4: the move has ended');
SELECT pg_temp.at('b', '2027-01-20') \g /dev/null
SELECT is(registry.dispose(pg_temp.id(18)::thai_id, 'died', '2026-11-25'), 'done', 'ER14: the new authority records one');
SELECT is(pg_temp.months(18) || ' ' || pg_temp.standing(18), 'AAAAAAAAAAA- ------------ a elderly:a:disposed elderly:b:disposed', 'ER14, ER8.4: before its first month');
SELECT is(pg_temp.code_of($$SELECT pg_temp.confirm(18, '20/11/2569')$$), 'WF06Y', 'ER14!: the dead do not confirm');
SELECT pg_temp.at('a', '2026-11-22') \g /dev/null
SELECT pg_temp.acknowledge(26) \g /dev/null
SELECT pg_temp.at('b', '2027-01-20') \g /dev/null
SELECT is(registry.dispose(pg_temp.id(26)::thai_id, 'died', '2027-01-02'), 'done', 'ER14: after the acknowledgement, disability still at the old authority');
SELECT is(pg_temp.months(26) || ' ' || pg_temp.months(26, 'disability') || ' ' || pg_temp.standing(26),
  'AAAAAAAAAAAB B----------- AAAAAAAAAAAA A----------- b elderly:a:disposed elderly:b:disposed disability:a:disposed aids:a:disposed', 'ER14, DR14: no claim of the dead lives anywhere');
SELECT pg_temp.at('a', '2027-01-20') \g /dev/null
SELECT is(registry.dispose(pg_temp.id(27)::thai_id, 'died', '2027-01-15'), 'done', 'ER14: and before anybody confirmed');
SELECT is(pg_temp.months(27) || ' ' || pg_temp.steps(27), 'AAAAAAAAAAAA A----------- 1:elderly:ended:completed 1:disability:ended:completed', 'ER14: which ends the move');
SELECT pg_temp.at('b', '2027-01-21') \g /dev/null
SELECT is(registry.withdraw_confirmation(pg_temp.id(17)::thai_id, 'elderly', 'บันทึกตายผิดคน'), 'done', 'IS9.5: of a death that was none the new one takes its claim back');
SELECT pg_temp.at('a', '2027-01-22', NULL, 'first') \g /dev/null
SELECT registry.re_enter(pg_temp.id(17)::thai_id, 'elderly', 'ผิดคน', 'x') \g /dev/null
SELECT pg_temp.at('a', '2027-01-22', NULL, 'second') \g /dev/null
SELECT is(registry.re_enter(pg_temp.id(17)::thai_id, 'elderly', 'ผิดคน', 'x'), 'done', 'IS9.5: and the old one re-enters');
SELECT is(pg_temp.standing(17), 'a elderly:a:live', 'IS9.5: as before the move');

-- suspension, deletion, correction
SELECT pg_temp.at('a', '2026-11-01') \g /dev/null
SELECT pg_temp.notify(19, '2026-10-20', 'b'), pg_temp.notify(28, '2026-10-20', 'b'), pg_temp.notify(29, '2026-10-20', 'b') \g /dev/null
SELECT is(registry.suspend(pg_temp.id(19)::thai_id, '{elderly}', '2026-11-01', '1', 'ตรวจสอบ'), 'done', 'ER14: a mover is suspended');
SELECT pg_temp.at('b', '2026-12-20') \g /dev/null
SELECT pg_temp.confirm(19, '20/12/2569') \g /dev/null
SELECT pg_temp.at('a', '2026-12-22') \g /dev/null
SELECT pg_temp.acknowledge(19) \g /dev/null
SELECT is(pg_temp.months(19), 'AAAAAAAAAAA- BBBBBBBBBBBB', 'ER14, ER8.4!: acknowledging pays nothing that was suspended');
SELECT is(registry.delete_beneficiary(pg_temp.id(28)::thai_id, 'ผิดคน', true), 'done', 'IS9.6: a wrong entry that moves is deleted while nobody confirmed');
SELECT is(pg_temp.steps(28), '1:elderly:ended:completed 1:disability:ended:completed', 'IS9.6: which ends the move');
SELECT pg_temp.at('b', '2026-12-20') \g /dev/null
SELECT pg_temp.confirm(29, '20/12/2569') \g /dev/null
SELECT pg_temp.at('a', '2026-12-22', NULL, 'first') \g /dev/null
SELECT registry.correct_id(pg_temp.id(29)::thai_id, pg_temp.id(60)::thai_id, 'x', 'x') \g /dev/null
SELECT pg_temp.at('a', '2026-12-22', NULL, 'second') \g /dev/null
SELECT is(pg_temp.code_of(format('SELECT registry.correct_id(%L, %L, ''x'', ''x'')', pg_temp.id(29), pg_temp.id(60))), 'WF313', 'IS9.6!: an ID is not corrected while another authority holds a claim of it');

-- ER8.4: fifteen days
SELECT pg_temp.at('administrator', '2027-01-04') \g /dev/null
SELECT is(registry.escalate_moves('2027-01-04') > 0, true, 'ER8.4: earlier ones escalate');
RESET ROLE;
SELECT is((SELECT escalated_on FROM registry.move_claim WHERE thai_id::text = pg_temp.id(29) AND programme = 'elderly'), NULL, 'ER8.4!: on the fifteenth day after 20 December it does not');
SELECT pg_temp.at('province', '2027-01-04', 73) \g /dev/null
SELECT is((SELECT count(*) FROM registry.overdue_moves() WHERE national_id = pg_temp.id(29)::thai_id), 0::bigint, 'ER8.4!: nor is it overdue');
SELECT pg_temp.at('administrator', '2027-01-05') \g /dev/null
SELECT is(registry.escalate_moves(), 1::bigint, 'ER8.4: on the sixteenth it is');
SELECT is(registry.escalate_moves(), 0::bigint, 'ER8.4!: once');
SELECT is(pg_temp.code_of('SELECT registry.escalate_moves(''2027-01-06'')'), 'WF016', 'ER8.4!: nor ahead of the day');
SELECT pg_temp.at('province', '2027-01-05', 73) \g /dev/null
SELECT is((SELECT concat_ws(' ', programme, from_authority_code, to_authority_code, confirmed_on, acknowledge_by, escalated_on) FROM registry.overdue_moves() WHERE national_id = pg_temp.id(29)::thai_id),
          'elderly 5730102 6730213 2026-12-20 2027-01-04 2027-01-05', 'ER8.4: the province sees it');
SELECT pg_temp.at('district', '2027-01-05', 7301) \g /dev/null
SELECT is((SELECT count(*) FROM registry.overdue_moves() WHERE national_id = pg_temp.id(29)::thai_id), 1::bigint, 'ER8.4: so does the old one''s district');
SELECT pg_temp.at('district', '2027-01-05', 7302) \g /dev/null
SELECT is((SELECT count(*) FROM registry.overdue_moves() WHERE national_id = pg_temp.id(29)::thai_id), 0::bigint, 'ER8.4!: the other district does not');
SELECT pg_temp.at('province', '2027-01-05', 50) \g /dev/null
SELECT is((SELECT count(*) FROM registry.overdue_moves()), 0::bigint, 'ER8.4!: nor another province');
SELECT pg_temp.at('a', '2027-01-05') \g /dev/null
SELECT is(pg_temp.acknowledge(29), 'done', 'ER8.4: late is better than never');
SELECT pg_temp.at('department', '2027-01-05') \g /dev/null
SELECT is((SELECT count(*) FROM registry.overdue_moves() WHERE national_id = pg_temp.id(29)::thai_id), 0::bigint, 'ER8.4!: and not overdue any more');

-- ER8.6
SELECT is((SELECT concat_ws(' ', moved_out_on, from_authority_code, to_authority_code, programmes, confirmed, acknowledged) FROM registry.moves_of_month('2026-11-01') WHERE national_id = pg_temp.id(20)::thai_id),
          '2026-10-20 5730102 6730213 {elderly,disability} 2 2', 'ER8.6: the department reads the month''s moves');
SELECT is((SELECT count(*) FROM registry.moves_of_month('2026-07-01')), 0::bigint, 'ER8.6!: not in another month');
SELECT is((SELECT sum(moves) FROM registry.move_totals('2026-11-01')), (SELECT sum(cardinality(programmes)) FROM registry.moves_of_month('2026-11-01'))::numeric, 'ER8.6: counts agree with the list');
SELECT is((SELECT count(*) FROM registry.moves_of_month('2026-11-01') WHERE 'aids' = ANY (programmes)), 0::bigint, 'AR2, ER8.6!: AIDS is in none');
SELECT is(pg_temp.code_of('SELECT registry.moves_of_month(''2026-11-02'')'), 'WF034', 'ER8.6!: not by a day');
SELECT is(pg_temp.code_of('SELECT registry.move_totals(NULL)'), 'WF033', 'ER8.6!: nor without a month');
SELECT pg_temp.at('treasury', '2027-01-05') \g /dev/null
SELECT is((SELECT count(*) FROM registry.moves_of_month('2026-11-01')) > 5, true, 'ER8.6: so does the Comptroller General''s Department');
SELECT pg_temp.at('province', '2027-01-05', 73) \g /dev/null
SELECT is(pg_temp.code_of('SELECT registry.moves_of_month(''2026-11-01'')'), '42501', 'ER8.6!: a province does not');
RESET ROLE;

-- RC2: an authority ends while people move from it and to it
SELECT pg_temp.act_as('local_authority', 5730201) \g /dev/null
SELECT registry.add_beneficiary(pg_temp.form(number, '{"authority_code": "5730201"}')) FROM generate_series(70, 73) AS number \g /dev/null
SELECT registry.notify_move(pg_temp.id(70)::thai_id, '2026-11-01', 5730103, 'x'), registry.notify_move(pg_temp.id(71)::thai_id, '2026-11-01', 5730103, 'x'),
       registry.notify_move(pg_temp.id(72)::thai_id, '2026-11-01', 6730213, 'x') \g /dev/null
SELECT pg_temp.act_as('local_authority', 5730103) \g /dev/null
SELECT registry.confirm_move(pg_temp.id(71)::thai_id, pg_temp.new_form(71, '01/12/2569')) \g /dev/null
SELECT pg_temp.at('b', '2027-01-05') \g /dev/null
SELECT pg_temp.confirm(72, '01/12/2569') \g /dev/null
RESET ROLE;
UPDATE reference.local_authority SET valid = '(,2027-01-05)', successor_code = 5730103 WHERE authority_code = 5730201;
SELECT pg_temp.at('administrator', '2027-01-05') \g /dev/null
SELECT is(registry.follow_successor(5730201), 4::bigint, 'RC2: its people follow the successor');
RESET ROLE;
SELECT results_eq(format('SELECT thai_id, authority_code, state::text, last_month::date FROM registry.claim WHERE thai_id BETWEEN %L AND %L ORDER BY thai_id, claim_number', pg_temp.id(70), pg_temp.id(73)),
  format($$VALUES (%L::thai_id, 5730103, 'live', NULL::date), (%L, 5730103, 'live', NULL), (%L, 5730103, 'deleted', NULL),
                  (%L, 5730103, 'live', '2026-12-01'), (%L, 6730213, 'awaiting', NULL), (%L, 5730103, 'live', NULL)$$,
         pg_temp.id(70), pg_temp.id(71), pg_temp.id(71), pg_temp.id(72), pg_temp.id(72), pg_temp.id(73)), 'RC2, ER8.1!: between the two nobody has moved any more');
SELECT is(pg_temp.steps(70) || ' ' || pg_temp.steps(71), '1:elderly:ended:superseded 1:elderly:ended:superseded', 'RC2: whose moves are over');
SELECT pg_temp.act_as('local_authority', 5730103) \g /dev/null
SELECT is(pg_temp.acknowledge(72), 'done', 'RC2, ER8.4: and the successor acknowledges for the one that ended');
RESET ROLE;

-- everything at once: no month of any person and programme belongs to two claims, and no live claim lies where the record is not but as leaving
SELECT is_empty($$SELECT one.thai_id, month FROM registry.claim AS one CROSS JOIN generate_series(date '2026-01-01', date '2028-12-01', interval '1 month') AS month
                   WHERE one.state <> 'deleted' AND one.first_month <= month AND coalesce(one.last_month, 'infinity') >= month
                   GROUP BY one.thai_id, one.programme, month HAVING count(*) > 1$$, 'ER8.4!, ER13!: no month twice');
SELECT is_empty($$SELECT thai_id FROM registry.claim JOIN registry.person USING (thai_id) WHERE state IN ('live', 'suspended') AND NOT leaving AND claim.authority_code <> person.authority_code$$, 'IS8.3!: no live claim away from the record');
SET CONSTRAINTS ALL IMMEDIATE;
SELECT * FROM finish();
ROLLBACK;

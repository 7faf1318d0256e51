-- ER8, DE9, DE10, ER15, RC1, AR2: what an attacker, or a slip of the pen, would get out of moves and of the civil registry's feed.
\ir fixture.psql
\ir form.psql
\ir civil.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SELECT plan(51);
CREATE FUNCTION pg_temp.code(letter text) RETURNS integer LANGUAGE sql IMMUTABLE
  RETURN CASE letter WHEN 'a' THEN 5730102 WHEN 'b' THEN 6730213 WHEN 'c' THEN 3730101 END;
-- Acts as a user of an authority on a day. Parameters: letter, or another duty; day.
CREATE FUNCTION pg_temp.at(who text, day date) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.business_date', day::text, true);
    PERFORM pg_temp.act_as(CASE WHEN pg_temp.code(who) IS NULL THEN who ELSE 'local_authority' END, pg_temp.code(who), 'officer of ' || who);
  END $$;
CREATE FUNCTION pg_temp.proved() RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN '{"facts": "{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"}'::jsonb;
CREATE FUNCTION pg_temp.notify(number integer, moved date, destination text) RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT registry.notify_move(pg_temp.id(number)::thai_id, moved, pg_temp.code(destination), 'ท.ร. 14') $$;
CREATE FUNCTION pg_temp.confirm(number integer, claimed text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT registry.confirm_move(pg_temp.id(number)::thai_id, pg_temp.form(number, VARIADIC ARRAY[pg_temp.proved(), jsonb_build_object('claimed_on', claimed, 'ordered_on', claimed)] || extra)) $$;
CREATE FUNCTION pg_temp.acknowledge(number integer, paid date DEFAULT NULL) RETURNS text LANGUAGE sql VOLATILE AS
  $$ SELECT registry.acknowledge_move(pg_temp.id(number)::thai_id, 'elderly', paid) $$;
-- Whose months of 2026 and 2027 they are: capitals live or disposed, small while held, - nobody's, ! two's.
CREATE FUNCTION pg_temp.months(number integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    before name := current_user;
    answer text;
  BEGIN
    RESET ROLE;
    SELECT string_agg(coalesce(each.letter, '-'), '' ORDER BY month) INTO answer
      FROM generate_series(date '2026-01-01', date '2027-12-01', interval '1 month') AS month
      LEFT JOIN LATERAL (
        SELECT CASE WHEN count(*) > 1 THEN '!' ELSE min(CASE state WHEN 'awaiting' THEN letter ELSE upper(letter) END) END AS letter
          FROM registry.claim JOIN (VALUES (5730102, 'a'), (6730213, 'b'), (3730101, 'c')) AS place (authority_code, letter) USING (authority_code)
         WHERE thai_id::text = pg_temp.id(number) AND programme = 'elderly' AND state <> 'deleted'
           AND first_month <= month AND coalesce(last_month, 'infinity') >= month HAVING count(*) > 0) AS each ON true;
    EXECUTE format('SET LOCAL ROLE %I', before);
    RETURN left(answer, 12) || ' ' || right(answer, 12);
  END $$;
-- A person's prepared months with what holds each, as a superuser sees them.
CREATE FUNCTION pg_temp.lines(number integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    before name := current_user;
    answer text;
  BEGIN
    RESET ROLE;
    SELECT string_agg(concat_ws(':', to_char(month, 'MM'), reasons::text), ' ' ORDER BY month) INTO answer
      FROM payment.line_standing WHERE thai_id = pg_temp.id(number)::thai_id;
    EXECUTE format('SET LOCAL ROLE %I', before);
    RETURN answer;
  END $$;
-- How many prepared months are taken for paid, as a superuser sees them.
CREATE FUNCTION pg_temp.paid(number integer) RETURNS bigint LANGUAGE plpgsql AS $$
  DECLARE
    before name := current_user;
    answer bigint;
  BEGIN
    RESET ROLE;
    SELECT count(*) INTO answer
      FROM generate_series(date '2026-03-01', date '2026-06-01', interval '1 month') AS month
     CROSS JOIN LATERAL payment.paid_in(month::date, pg_temp.id(number)::thai_id);
    EXECUTE format('SET LOCAL ROLE %I', before);
    RETURN answer;
  END $$;
SELECT pg_temp.at('a', '2026-01-10') \g /dev/null
SELECT pg_temp.add(number, pg_temp.proved()) FROM generate_series(1, 9) AS number \g /dev/null
SELECT pg_temp.add(number, pg_temp.proved()) FROM generate_series(12, 14) AS number \g /dev/null
SELECT pg_temp.add(20, '{"programme": "aids", "facts": "{aids_certified}"}') \g /dev/null

-- from a to b to c before a answers, and a has paid on
SELECT pg_temp.at('a', '2026-02-10') \g /dev/null
SELECT pg_temp.notify(1, '2026-01-20', 'b'), pg_temp.notify(2, '2026-01-20', 'b'), pg_temp.notify(3, '2026-01-20', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-02-10') \g /dev/null
SELECT pg_temp.confirm(1, '10/02/2569'), pg_temp.confirm(2, '10/02/2569'), pg_temp.confirm(3, '10/02/2569') \g /dev/null
SELECT pg_temp.at('b', '2026-03-10') \g /dev/null
SELECT pg_temp.notify(1, '2026-03-05', 'c'), pg_temp.notify(2, '2026-03-05', 'c') \g /dev/null
SELECT pg_temp.at('c', '2026-03-10') \g /dev/null
SELECT pg_temp.confirm(1, '10/03/2569'), pg_temp.confirm(2, '10/03/2569') \g /dev/null
SELECT is(pg_temp.months(1), 'AAbccccccccc cccccccccccc', 'ER8.4: moved on before the first authority answers: one month is the second''s, the rest the third''s');
SELECT pg_temp.at('a', '2026-06-10') \g /dev/null
SELECT is(pg_temp.acknowledge(1, '2026-05-01'), 'done', 'ER8.4: the first states that it paid until May');
SELECT is(pg_temp.months(1), 'AAAAAccccccc cccccccccccc', 'ER8.4!: its months are neither the second''s nor the third''s');
SELECT is(pg_temp.acknowledge(2, '2026-03-01'), 'done', 'ER8.4: or until March');
SELECT is(pg_temp.months(2), 'AAAccccccccc cccccccccccc', 'ER8.4: then the third begins where it would');
SELECT pg_temp.at('b', '2026-06-11') \g /dev/null
SELECT is(pg_temp.acknowledge(1), 'done', 'EG5.2: the second, who never paid a month, acknowledges in its turn');
SELECT is(pg_temp.months(1), 'AAAAACCCCCCC CCCCCCCCCCCC', 'ER8.4: no month is lost');

-- 12 as 3 will be a mistake, 13 moves on at once, 14 stays
SELECT pg_temp.at('a', '2026-02-10') \g /dev/null
SELECT pg_temp.notify(12, '2026-01-20', 'b'), pg_temp.notify(13, '2026-01-20', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-02-10') \g /dev/null
SELECT pg_temp.confirm(12, '10/02/2569'), pg_temp.confirm(13, '10/02/2569') \g /dev/null
SELECT pg_temp.at('b', '2026-02-20') \g /dev/null
SELECT pg_temp.notify(13, '2026-02-15', 'c') \g /dev/null
SELECT pg_temp.at('c', '2026-02-20') \g /dev/null
SELECT pg_temp.confirm(13, '20/02/2569') \g /dev/null

-- lines that were prepared and held for months that the old authority paid
SELECT pg_temp.at('administrator', '2026-06-11') \g /dev/null
SELECT payment.prepare(month::date) FROM generate_series('2026-03-01'::date, '2026-06-01', '1 month') AS month \g /dev/null
SELECT payment.hold_awaiting(month::date) FROM generate_series('2026-03-01'::date, '2026-06-01', '1 month') AS month \g /dev/null
SELECT is(pg_temp.lines(3), '03:{awaiting_acknowledgement} 04:{awaiting_acknowledgement} 05:{awaiting_acknowledgement} 06:{awaiting_acknowledgement}', 'ER8.4: held until acknowledged');
SELECT pg_temp.at('a', '2026-06-12') \g /dev/null
SELECT is(pg_temp.acknowledge(3, '2026-04-01'), 'done', 'ER8.4: the old authority states that it paid until April');
SELECT pg_temp.at('administrator', '2026-06-12') \g /dev/null
SELECT is((SELECT released FROM payment.hold_awaiting('2026-06-01')), 1::bigint, 'ER8.4: the hold is released');
SELECT is(pg_temp.lines(3), '03:{paid_by_old_authority} 04:{paid_by_old_authority} 05 06', 'ER8.4!, ER13!: but what the old authority paid is not paid again');
SELECT results_eq($$SELECT national_id::text, reasons::text FROM payment.held_lines('2026-04-01') WHERE national_id IN (pg_temp.id(2)::thai_id, pg_temp.id(3)::thai_id) ORDER BY 1$$, format('VALUES (%L, ''{awaiting_acknowledgement}''), (%L, ''{paid_by_old_authority}'')', pg_temp.id(2), pg_temp.id(3)), 'ER8.4: and is listed as held');
SELECT is((SELECT count(*) FROM payment.held_lines('2026-05-01') WHERE national_id = pg_temp.id(3)::thai_id), 0::bigint, 'ER8.4!: the months after it are not');

-- a confirmation that was a mistake, whose lines were prepared: held for ever, whatever becomes of the move
SELECT pg_temp.at('b', '2026-06-12') \g /dev/null
SELECT is(registry.withdraw_confirmation(pg_temp.id(12)::thai_id, 'elderly', 'ผิดคน'), 'done', 'ER8.4: a wrong confirmation is taken back');
SELECT pg_temp.at('administrator', '2026-06-12') \g /dev/null
SELECT is(pg_temp.lines(12), '03:{awaiting_acknowledgement,withdrawn_confirmation} 04:{awaiting_acknowledgement,withdrawn_confirmation} 05:{awaiting_acknowledgement,withdrawn_confirmation} 06:{awaiting_acknowledgement,withdrawn_confirmation}', 'ER8.4!: its lines are held by that, too');
SELECT released FROM payment.hold_awaiting('2026-06-01') \g /dev/null
SELECT is(pg_temp.lines(12), '03:{withdrawn_confirmation} 04:{withdrawn_confirmation} 05:{withdrawn_confirmation} 06:{withdrawn_confirmation}', 'ER8.4!: and by that alone when nothing is awaited');
SELECT is(pg_temp.paid(12), 0::bigint, 'ER13!: and are nothing that was paid');
SELECT pg_temp.at('a', '2026-06-12') \g /dev/null
SELECT is(registry.cancel_move(pg_temp.id(12)::thai_id, '2026-06-01', 'ท.ร. 14'), 'done', 'DE13: the person is back');
SELECT pg_temp.at('administrator', '2026-06-12') \g /dev/null
SELECT is(pg_temp.lines(12), '03:{withdrawn_confirmation} 04:{withdrawn_confirmation} 05:{withdrawn_confirmation} 06:{withdrawn_confirmation}', 'ER8.4!: which makes the wrong lines no better');
SELECT is(pg_temp.paid(12), 0::bigint, 'ER13!: nor paid');
SELECT results_eq($$SELECT authority_code, reasons::text COLLATE "default" FROM payment.held_lines('2026-06-01') WHERE national_id = pg_temp.id(12)::thai_id$$, $$VALUES (6730213, '{withdrawn_confirmation}')$$, 'ER8.4: they are listed as held, once');
-- two authorities state the same month
SELECT pg_temp.at('a', '2026-06-12') \g /dev/null
SELECT pg_temp.acknowledge(13, '2026-03-01') \g /dev/null
SELECT pg_temp.at('b', '2026-06-12') \g /dev/null
SELECT pg_temp.acknowledge(13, '2026-04-01') \g /dev/null
SELECT pg_temp.at('administrator', '2026-06-12') \g /dev/null
SELECT released FROM payment.hold_awaiting('2026-06-01') \g /dev/null
SELECT is(pg_temp.lines(13), '03:{paid_by_old_authority} 04:{paid_by_old_authority} 05 06', 'ER8.4!, ER13!: a reason is told once, though two authorities state that they paid');
SELECT results_eq($$SELECT authority_code, reasons::text COLLATE "default" FROM payment.held_lines('2026-03-01') WHERE national_id = pg_temp.id(13)::thai_id$$, $$VALUES (3730101, '{paid_by_old_authority}')$$, 'ER8.4: in the list, too');
SELECT is(pg_temp.lines(14), '03 04 05 06', 'ER8.4!: nothing holds who stayed');
SELECT is((SELECT count(*) FROM payment.held_lines('2026-03-01') WHERE national_id = pg_temp.id(14)::thai_id), 0::bigint, 'ER8.4!: nor is that listed');
-- in one place
RESET ROLE;
SELECT results_eq(format('SELECT right(thai_id::text, 3)::integer / 10, from_claim::integer, to_claim::integer, month_from, month_to, reason::text COLLATE "default" FROM payment.holding WHERE thai_id IN (%L, %L, %L, %L) ORDER BY 1, 2', pg_temp.id(3), pg_temp.id(12), pg_temp.id(13), pg_temp.id(14)),
  $$VALUES (3, 2, 32767, date '-infinity', date '2026-04-01', 'paid_by_old_authority'), (12, 2, 2, '-infinity', NULL, 'withdrawn_confirmation'),
           (13, 2, 32767, '-infinity', '2026-03-01', 'paid_by_old_authority'), (13, 3, 32767, '-infinity', '2026-04-01', 'paid_by_old_authority')$$, 'ER8.4: what holds lines is a row of one view, a hold that was released none');
SELECT results_eq(format('SELECT from_claim::integer, to_claim::integer, month_from, month_to, reason::text COLLATE "default" FROM payment.holding WHERE thai_id = %L ORDER BY 1', pg_temp.id(2)), $$VALUES (0, 32767, date '2026-04-01', NULL::date, 'awaiting_acknowledgement'), (2, 32767, '-infinity', '2026-03-01', 'paid_by_old_authority')$$,
  'ER8.4: one that stands holds every claim, with no last month');
SELECT throws_ok(format($$INSERT INTO payment.hold (thai_id, programme, month_from, reason, source) VALUES (%L, 'elderly', '2026-06-01', %L, 'x')$$, pg_temp.id(14), reason), '23514', 'new row for relation "hold" violates check constraint "hold_on_record"', 'ER13!, DR13!: none is put on record for ' || reason)
  FROM unnest('{paid_by_old_authority,withdrawn_confirmation,proxy_unverified}'::text[]) AS reason;

-- no order on paper is dated back over what was paid
SELECT pg_temp.at('a', '2026-06-12') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.dispose(%L, ''disqualified'', ''2023-07-01'', ''2023-08-01'', ''{elderly}'', ''1/2566'', ''ขาดคุณสมบัติ'')', pg_temp.id(8))), 5),
          'WF320', 'ER16!: who was paid since is not removed by an order of before the regulation');
SELECT pg_temp.add(11, pg_temp.proved(), '{"claimed_on": "12/06/2566", "ordered_on": "12/06/2566", "birth_date": "15/06/2500", "facts": "{thai_nationality, in_house_register}"}') \g /dev/null
SELECT is(registry.dispose(pg_temp.id(11)::thai_id, 'disqualified', '2023-07-01', '2023-08-01', '{elderly}', '1/2566', 'ขาดคุณสมบัติ'), 'done', 'ER16, ER17: of who was not, it is recorded late');

-- a third authority's mistake does not undo what the old one agreed to
SELECT pg_temp.at('a', '2026-03-10') \g /dev/null
SELECT pg_temp.notify(4, '2026-03-01', 'b') \g /dev/null
SELECT pg_temp.at('c', '2026-03-11') \g /dev/null
SELECT pg_temp.notify(4, '2026-03-01', 'c'), pg_temp.confirm(4, '11/03/2569') \g /dev/null
SELECT is(registry.withdraw_confirmation(pg_temp.id(4)::thai_id, 'elderly', 'ผิดคน'), 'done', 'ER8.4: a wrong confirmation is taken back');
SELECT is(pg_temp.months(4), 'AAAAAAAAA--- ------------', 'ER8.3, ER8.3!: and the old authority pays until the end of the fiscal year of the move that it told, and no longer');

-- a claim whose first month has not come is not paying
SELECT pg_temp.at('a', '2026-01-10') \g /dev/null
SELECT pg_temp.add(10, pg_temp.proved(), '{"birth_date": "15/06/2509", "claimed_on": "10/01/2569", "ordered_on": "10/01/2569"}') \g /dev/null
SELECT pg_temp.at('b', '2026-02-10') \g /dev/null
SELECT pg_temp.notify(10, '2026-02-01', 'b') \g /dev/null
SELECT is(pg_temp.confirm(10, '10/02/2569', '{"birth_date": "15/06/2509"}'), 'done', 'DE9: who moves before the first payment confirms anew');
SELECT is(pg_temp.months(10), '------BBBBBB BBBBBBBBBBBB', 'DE9, DE10!: from the month of the age, and nothing is awaited from who never paid');
SELECT pg_temp.at('b', '2026-06-20') \g /dev/null
SELECT pg_temp.notify(10, '2026-06-18', 'c') \g /dev/null
SELECT is(pg_temp.months(10), '------------ ------------', 'DE9!: nor is it protected when the person moves on before that month');

-- a confirmation dated back before the old authority's first month takes nothing from it without its answer
SELECT pg_temp.at('b', '2026-06-20') \g /dev/null
SELECT pg_temp.notify(9, '2008-11-10', 'b') \g /dev/null
SELECT is(pg_temp.confirm(9, '20/11/2551'), 'done', 'ER8.4: a confirmation is recorded as of the day on which it was received');
RESET ROLE;
SELECT is((SELECT string_agg(state::text, ' ' ORDER BY claim_number) FROM registry.claim WHERE thai_id = pg_temp.id(9)::thai_id), 'live awaiting', 'DE10, DE10!: who has been paying is asked, however early the day');

-- health data alone: the new authority, asking itself, learns nothing of what the old one told
SELECT pg_temp.at('a', '2026-05-10') \g /dev/null
SELECT pg_temp.notify(20, '2026-05-01', 'b') \g /dev/null
SELECT pg_temp.at('b', '2026-05-11') \g /dev/null
SELECT is((SELECT count(*) FROM registry.open_moves() WHERE national_id = pg_temp.id(20)::thai_id), 0::bigint, 'AR2!: it is not listed');
SELECT is(pg_temp.notify(20, '2026-05-02', 'b'), 'done', 'AR2!: nor does its own notice say that the move is on record');
SELECT is((SELECT array_agg(programme::text) FROM registry.open_moves() WHERE national_id = pg_temp.id(20)::thai_id), ARRAY[NULL]::text[], 'AR2!: it is listed then as anybody''s of whom it asks, without a programme');
SELECT is(left(pg_temp.refusal_of($$SELECT pg_temp.notify(20, '2026-05-02', 'b')$$), 5), 'WF310', 'ER8.2!: twice it does not');

-- what the registry tells under another birth date takes nothing back
RESET ROLE;
SELECT set_config('welfare.business_date', '2026-12-05', true) \g /dev/null
SELECT is(pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(5), 'first_name', 'สมชาย', 'last_name', 'ใจดี', 'birth_date', '01/12/2490', 'happened_on', '01/10/2569', 'registered_on', '02/10/2569'),
                       jsonb_build_object('thai_id', pg_temp.id(5), 'kind', 'death_cancelled', 'happened_on', '03/10/2569', 'registered_on', '03/10/2569'),
                       jsonb_build_object('thai_id', pg_temp.id(6), 'first_name', 'สมชาย', 'last_name', 'ใจดี', 'birth_date', '01/12/2490', 'happened_on', '01/10/2569', 'registered_on', '02/10/2569'),
                       jsonb_build_object('thai_id', pg_temp.id(7), 'first_name', 'สมชาย', 'last_name', 'ใจดี', 'birth_date', '01/12/2490', 'happened_on', '01/10/2569', 'registered_on', '02/10/2569')), '4 4 0 0', 'RC1: a death, and a cancellation of another''s under the same ID');
SELECT pg_temp.swept() \g /dev/null
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(6), 'kind', 'death_cancelled', 'happened_on', '03/10/2569', 'registered_on', '03/10/2569'),
                    jsonb_build_object('thai_id', pg_temp.id(7), 'kind', 'death_cancelled', 'happened_on', '03/10/2569', 'registered_on', '03/10/2569', 'first_name', 'สมชาย', 'last_name', 'ใจดี', 'birth_date', '01/12/2490')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
RESET ROLE;
SELECT is((SELECT state::text FROM civil.finding WHERE thai_id = pg_temp.id(5)::thai_id AND kind = 'death'), 'open', 'ER15, RC1!: delivered together, the death is found all the same');
SELECT is((SELECT state::text FROM civil.finding WHERE thai_id = pg_temp.id(6)::thai_id AND kind = 'death'), 'open', 'ER15, RC1!: delivered later, it stands');
SELECT is((SELECT count(*) FROM civil.finding WHERE thai_id IN (pg_temp.id(5)::thai_id, pg_temp.id(6)::thai_id) AND kind = 'question'), 2::bigint, 'RC1: the cancellation is a question');
SELECT is((SELECT state::text FROM civil.finding WHERE thai_id = pg_temp.id(7)::thai_id AND kind = 'death'), 'superseded', 'ER14: the person''s own cancellation takes it back');
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT is((SELECT placed FROM payment.hold_the_dead()), 2::bigint, 'ER15, ER15!: the two are held, and not the third');

-- a dump spells neither operator nor schema of a join by name, nor of IS DISTINCT FROM: of our own types a restore finds none
RESET ROLE;
CREATE FUNCTION pg_temp.stored_text() RETURNS TABLE (name text, body text) LANGUAGE sql STABLE AS $$
  SELECT function.oid::regprocedure::text, pg_get_function_sqlbody(function.oid)
    FROM pg_proc AS function JOIN pg_namespace AS room ON room.oid = function.pronamespace
   WHERE room.nspname IN ('reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job') AND function.prosqlbody IS NOT NULL
   UNION ALL
  SELECT view.oid::regclass::text, pg_get_viewdef(view.oid)
    FROM pg_class AS view JOIN pg_namespace AS room ON room.oid = view.relnamespace
   WHERE room.nspname IN ('reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job') AND view.relkind IN ('v', 'm') $$;
SELECT ok((SELECT count(*) > 20 FROM pg_temp.stored_text()), 'QR2: views and functions whose text is stored as it was understood');
SELECT is_empty($$SELECT name FROM pg_temp.stored_text() WHERE body ~ 'USING \([^)]*thai_id'$$, 'QR2!: none of them joins on a column of our own type by its name, which no restore would understand');
SELECT finish();
ROLLBACK;

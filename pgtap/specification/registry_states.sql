-- IS9.4–IS9.6: edit, dispose, suspend, delete, re-enter and correct: written from the specification alone.
-- The last month of each cause and programme (ER8.3, ER13, ER16, DR8, DR13, DE3, DE6, DE9, DE12, DE19); who is paid which month, and how often.
\ir ../fixture.psql
\ir ../form.psql
RESET ROLE;
ALTER TABLE registry.import_row DISABLE TRIGGER whole_form;
SELECT no_plan();

-- Today is another day; the user is the first or the second of the authority.
CREATE FUNCTION pg_temp.today(day date, authority integer DEFAULT 5730102, user_name text DEFAULT 'first') RETURNS void LANGUAGE plpgsql AS $$
  BEGIN RESET ROLE; PERFORM set_config('welfare.business_date', day::text, true); PERFORM pg_temp.act_as('local_authority', authority, user_name); END $$;
-- A form whose facts prove the programme.
CREATE FUNCTION pg_temp.proved(programme text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('programme', programme, 'facts', CASE programme
    WHEN 'elderly' THEN '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'
    WHEN 'disability' THEN '{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability}'
    ELSE '{in_house_register, aids_certified, poor}' END, 'claimed_on', '01/01/2568', 'ordered_on', '05/01/2568') $$;
CREATE FUNCTION pg_temp.enter(number integer, programme text, extra jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$ SELECT registry.add_beneficiary(pg_temp.form(number, pg_temp.proved(programme), extra)) $$;
CREATE FUNCTION pg_temp.three(number integer) RETURNS void LANGUAGE sql AS $$ SELECT pg_temp.enter(number, p) FROM unnest('{elderly,disability,aids}'::text[]) AS p $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::thai_id $$;
CREATE FUNCTION pg_temp.claim(number integer, programme text, field text) RETURNS text LANGUAGE sql AS
  $$ SELECT string_agg(claim ->> field, ' ' ORDER BY claim ->> 'claim_number') FROM jsonb_array_elements(registry.beneficiary_detail(pg_temp.person(number)) -> 'claims') AS claim WHERE claim ->> 'programme' = $2 $$;

-- The last months that a disposal gives to each claim of a person, as 'programme=month ...', or its refusal; undone.
CREATE FUNCTION pg_temp.last(number integer, call text, instead text DEFAULT NULL) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    BEGIN
      EXECUTE coalesce(instead, format('SELECT registry.dispose(%L, %s)', pg_temp.person(number), call));
      SELECT string_agg(coalesce(left(claim ->> 'last_month', 7), claim ->> 'state'), ' ' ORDER BY array_position('{elderly,disability,aids}', claim ->> 'programme')) INTO answer
        FROM jsonb_array_elements(registry.beneficiary_detail(pg_temp.person(number)) -> 'claims') AS claim;
      RAISE EXCEPTION USING ERRCODE = 'XX998';
    EXCEPTION WHEN SQLSTATE 'XX998' THEN RETURN answer;
              WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM;
    END;
  END $$;
-- Prepares a month's payroll as an administrator, and comes back as the user who called.
CREATE FUNCTION pg_temp.pay(VARIADIC months date[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    who text := welfare.principal(); duty text := welfare.duty(); code integer := coalesce(nullif(welfare.authority_code(), 0), 0); m date;
  BEGIN
    PERFORM pg_temp.act_as('administrator');
    FOREACH m IN ARRAY months LOOP PERFORM payment.prepare(m); END LOOP;
    PERFORM pg_temp.act_as(duty, code, who);
  END $$;
-- The months paid to people, as 'yyyy-mm yyyy-mm ...', a month paid twice appearing twice.
CREATE FUNCTION pg_temp.paid(programme text, VARIADIC numbers integer[]) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    who text := welfare.principal(); duty text := welfare.duty(); code integer := welfare.authority_code(); answer text;
  BEGIN
    RESET ROLE;
    SELECT string_agg(left(line.month::text, 7), ' ' ORDER BY line.month) INTO answer FROM payment.line
     WHERE line.thai_id IN (SELECT pg_temp.person(number) FROM unnest(numbers) AS number) AND line.programme::text = $1;
    PERFORM pg_temp.act_as(duty, code, who);
    RETURN answer;
  END $$;
-- What a call answers, or is refused with.
CREATE FUNCTION pg_temp.said(call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN EXECUTE call INTO answer; RETURN answer; EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM; END $$;
-- Does it if it may be done; what it was refused with otherwise. Later tests tell the difference.
CREATE FUNCTION pg_temp.try(call text) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN EXECUTE call; RETURN 'done'; EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM; END $$;
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;

-- IS9.5: the last month of each cause, both sides of each boundary ---------------------------------------------------------------
SELECT pg_temp.today('2026-10-15');
SELECT pg_temp.three(1);
SELECT is(pg_temp.claim(1, p, 'first_month'), '2025-02-01', 'DR7, EG4.1, DE19: ' || p || ' claimed and ordered in January 2568 is paid from February') FROM unnest('{elderly,disability,aids}'::text[]) AS p;
SELECT is(pg_temp.last(1, format($$'died', %L, %L$$, happened, ordered)), last || ' ' || last || ' ' || last, format('ER13, DR13, DE3: a death on %s, ordered %s, pays up to %s in every programme', happened, ordered, last))
  FROM (VALUES ('2026-08-31', '2026-10-15', '2026-08'), ('2026-09-01', '2026-10-15', '2026-09'), ('2026-09-30', '2026-09-30', '2026-09'), ('2026-10-01', '2026-10-15', '2026-10'), ('2026-10-15', '2026-10-15', '2026-10')) AS v (happened, ordered, last);
SELECT is(pg_temp.last(1, format($$'waived', %L, %L, '{elderly,disability,aids}', remark => 'หนังสือสละสิทธิ'$$, happened, ordered)), last || ' ' || last || ' ' || last, format('DE6: a waiver of %s takes effect the month after it: up to %s', happened, last))
  FROM (VALUES ('2026-08-31', '2026-08-31', '2026-08'), ('2026-09-01', '2026-09-01', '2026-09'), ('2026-09-30', '2026-10-01', '2026-09'), ('2026-10-01', '2026-10-01', '2026-10')) AS v (happened, ordered, last);
SELECT is(pg_temp.last(1, NULL, format('SELECT pg_temp.proceed(1, programme, %L, %L) FROM unnest(''{elderly,disability,aids}''::reference.programme_name[]) AS programme', happened, ordered)), last || ' ' || last || ' ' || last, format('ER16, DE6: a loss of %s, removed by order of %s, pays up to %s', happened, ordered, last))
  FROM (VALUES ('2026-06-01', '2026-08-31', '2026-08'), ('2026-06-01', '2026-09-01', '2026-09'), ('2026-06-01', '2026-09-30', '2026-09'), ('2026-06-01', '2026-10-01', '2026-10')) AS v (happened, ordered, last);
SELECT is(pg_temp.last(1, $$'waived', '2026-09-10', '2026-09-11', '{elderly}', remark => 'หนังสือสละสิทธิ'$$), '2026-09 live live', 'IS9.5: a waiver ends the programmes named and no other');
SELECT is(split_part(pg_temp.last(1, format($$'moved', %L, '2026-10-15'$$, happened)), ' ', 1), last, format('ER8.3: the elderly allowance of who moved on %s without confirming elsewhere is paid up to %s', happened, last))
  FROM (VALUES ('2025-09-30', '2025-09'), ('2025-10-01', '2026-09'), ('2026-09-30', '2026-09')) AS v (happened, last);
SELECT ok(split_part(pg_temp.last(1, $$'moved', '2026-10-01', '2026-10-15'$$), ' ', 1) IN ('2027-09') OR pg_temp.last(1, $$'moved', '2026-10-01', '2026-10-15'$$) LIKE 'WF%', 'ER8.3, EG5.2: who moved on 1 October is paid up to the next September, or stays live until then');
SELECT is(split_part(pg_temp.last(1, format($$'moved', %L, '2026-10-15', claimed_elsewhere_on => %L$$, happened, elsewhere)), ' ', 1), last, format('ER8.4: moved %s, confirmed at the new authority %s: the month of the confirmation is the old one''s, up to %s', happened, elsewhere, last))
  FROM (VALUES ('2026-06-15', '2026-07-31', '2026-07'), ('2026-06-15', '2026-08-01', '2026-08'), ('2026-06-15', '2026-06-15', '2026-06'), ('2026-06-15', '2026-09-30', '2026-09'), ('2026-06-15', '2026-10-01', '2026-09'), ('2026-10-01', '2026-10-10', '2026-10'), ('2026-09-30', '2026-10-15', '2026-09')) AS v (happened, elsewhere, last);
SELECT is(split_part(pg_temp.last(1, format($$'moved', %L, %L, claimed_elsewhere_on => %L$$, happened, ordered, elsewhere)), ' ', 2), last, format('DR8, DE12: disability, moved %s, registered elsewhere %s, ordered %s: the month of that registration is the old one''s, without limit, up to %s', happened, coalesce(elsewhere, 'never'), ordered, last))
  FROM (VALUES ('2025-06-15', '2026-07-31', '2026-10-15', '2026-07'), ('2025-06-15', '2026-08-01', '2026-10-15', '2026-08'), ('2026-06-15', '2026-10-10', '2026-10-15', '2026-10'), ('2025-06-15', NULL, '2026-09-30', '2026-09'), ('2025-06-15', NULL, '2026-10-01', '2026-10')) AS v (happened, elsewhere, ordered, last);
SELECT is(split_part(pg_temp.last(1, format($$'moved', %L, '2026-10-15', claimed_elsewhere_on => %L$$, happened, elsewhere)), ' ', 3), last, format('DE19: AIDS, moved %s, registered elsewhere %s: stops the month after the move, up to %s', happened, coalesce(elsewhere, 'never'), last))
  FROM (VALUES ('2026-08-31', NULL, '2026-08'), ('2026-09-01', NULL, '2026-09'), ('2026-09-30', '2026-10-10', '2026-09'), ('2026-10-01', '2026-10-10', '2026-10')) AS v (happened, elsewhere, last);
SELECT is(pg_temp.last(1, $$'moved', '2026-08-20', '2026-10-15', claimed_elsewhere_on => '2026-10-05'$$), '2026-09 2026-10 2026-08', 'IS9.5: one move ends all three claims in one transaction, each by its own law');
-- refusals
SELECT isnt(pg_temp.refused(format($$SELECT registry.dispose(pg_temp.person(1), %s)$$, call)), 'taken', 'IS9.5: refused: ' || why)
  FROM (VALUES ($$'died', '2026-10-16'$$, 'a death of tomorrow'), ($$'died', '2026-10-10', '2026-10-09'$$, 'an order before the event'), ($$'died', '2026-10-10', '2026-10-16'$$, 'an order of tomorrow'),
               ($$'died', NULL$$, 'a death without a day'), ($$NULL, '2026-10-10'$$, 'no cause'), ($$'died', '1900-01-01'$$, 'a death before the birth'), ($$'died', '2026-10-10', programmes => '{elderly}'$$, 'a death that names programmes'), ($$'moved', '2026-10-10', programmes => '{elderly}'$$, 'a move that names programmes'),
               ($$'waived', '2026-10-10'$$, 'a waiver that names no programme'), ($$'waived', '2026-10-10', programmes => '{}'$$, 'a waiver of an empty list'), ($$'disqualified', '2026-10-10', remark => 'x'$$, 'a disqualification that names no programme'), ($$'disqualified', '2026-10-10', programmes => '{elderly}'$$, 'a disqualification without a remark'),
               ($$'disqualified', '2026-10-10', programmes => '{elderly}', remark => '  '$$, 'a disqualification with a blank remark'), ($$'moved', '2026-10-10', claimed_elsewhere_on => '2026-10-16'$$, 'a confirmation elsewhere of tomorrow'),
               ($$'moved', '2026-10-10', claimed_elsewhere_on => '2026-10-09'$$, 'a confirmation elsewhere before the move (DE11)'), ($$'died', '2026-10-10', claimed_elsewhere_on => '2026-10-11'$$, 'a dead person who confirms elsewhere')) AS v (call, why);
SELECT is(pg_temp.last(1, $$'moved', '2026-10-10', claimed_elsewhere_on => '2026-10-10'$$), '2026-10 2026-10 2026-10', 'ER8.4: a confirmation elsewhere on the day of the move is taken');
SELECT pg_temp.today('2026-10-15', 5730201);
SELECT is(pg_temp.refused($$SELECT registry.dispose(pg_temp.person(1), 'died', '2026-10-10')$$), 'WF066', 'IS9.2: another authority disposes of nobody here: the person does not exist for it');
SELECT is(pg_temp.refusal_of($$SELECT registry.dispose(pg_temp.person(1), 'died', '2026-10-10')$$), replace(pg_temp.refusal_of($$SELECT registry.dispose(pg_temp.person(999), 'died', '2026-10-10')$$), pg_temp.id(999), pg_temp.id(1)), 'IS9.2: in the same words as for who is nowhere');

-- DE9: who moves before the first payment is not protected
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.try($$SELECT pg_temp.enter(2, 'elderly', '{"claimed_on": "01/10/2569", "ordered_on": "01/10/2569"}')$$);
SELECT ok(coalesce(pg_temp.last(2, $$'moved', '2026-10-10', '2026-11-20'$$), '') < '2026-11', 'DE9: confirmed 1 October, moved 10 October, before the first payment (November): the old authority pays nothing');
SELECT ok(pg_temp.last(2, $$'moved', '2026-11-05', '2026-11-20'$$) IN ('2027-09') OR pg_temp.last(2, $$'moved', '2026-11-05', '2026-11-20'$$) LIKE 'WF%', 'DE9, ER8.3: moved 5 November, after the first payment: protected until September 2570');

-- IS9.5: states and their words; a disposed record never changes -------------------------------------------------------------------
SELECT pg_temp.today('2026-10-15');
SET LOCAL welfare.language = 'th';
SELECT is((SELECT status FROM registry.find_beneficiaries(pg_temp.person(1))), 'มีชีวิตอยู่', 'IS9.5: live is shown as มีชีวิตอยู่');
SELECT pg_temp.try($$SELECT pg_temp.enter(10, 'elderly')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(11, 'elderly')$$);
SELECT is(pg_temp.said($$SELECT registry.dispose(pg_temp.person(10), 'died', '2026-09-15', '2026-10-01', order_number => '12/2569')$$), 'ทำรายการเรียบร้อยแล้ว', 'IS9.5: a disposal answers so');
SELECT is(pg_temp.said($$SELECT registry.edit_beneficiary(pg_temp.person(11), '{"telephone": "0811111111"}')$$), 'ทำรายการเรียบร้อยแล้ว', 'IS9.4: an edit answers so');
SELECT is(pg_temp.said($$SELECT registry.suspend(pg_temp.person(11), '{elderly}', '2026-10-01', '1/2570', 'ตรวจสอบ')$$), 'ทำรายการเรียบร้อยแล้ว', 'IS9.5: a suspension answers so');
SELECT is(pg_temp.said($$SELECT registry.resume(pg_temp.person(11), '{elderly}', '2026-10-02', '2/2570', 'ถูกต้อง')$$), 'ทำรายการเรียบร้อยแล้ว', 'IS9.5: its end answers so');
SELECT is(pg_temp.claim(10, 'elderly', 'state'), 'disposed', 'IS9.5: the claim is disposed');
SELECT matches((SELECT claim::text FROM jsonb_array_elements(registry.beneficiary_detail(pg_temp.person(10)) -> 'claims') AS claim), '12/2569', 'EG7: the order''s number is on record');
SET LOCAL welfare.language = 'en';
SELECT isnt(pg_temp.refused(call), 'taken', 'IS9.5: a disposed record cannot be edited: ' || left(call, 60))
  FROM unnest(ARRAY[$$SELECT registry.edit_beneficiary(pg_temp.person(10), '{"telephone": "0822222222"}')$$, $$SELECT registry.edit_beneficiary(pg_temp.person(10), '{"programmes": [{"programme": "elderly", "top_up": 100}]}')$$,
    $$SELECT registry.dispose(pg_temp.person(10), 'died', '2026-09-14')$$, $$SELECT registry.suspend(pg_temp.person(10), '{elderly}', '2026-10-01', '1', 'x')$$, $$SELECT registry.resume(pg_temp.person(10), '{elderly}', '2026-10-01', '1', 'x')$$]) AS call;
RESET ROLE;
SELECT isnt(pg_temp.refused(call), 'taken', 'IS9.5: a disposed record cannot be edited, by anyone, through any path; as superuser, in the disposing transaction: ' || call)
  FROM unnest(ARRAY['UPDATE registry.claim SET top_up = 5 WHERE thai_id = pg_temp.person(10)', $$UPDATE registry.claim SET state = 'live', last_month = NULL WHERE thai_id = pg_temp.person(10)$$, $$UPDATE registry.claim SET last_month = '2027-01-01' WHERE thai_id = pg_temp.person(10)$$,
    $$UPDATE registry.claim SET remark = 'x' WHERE thai_id = pg_temp.person(10)$$, $$UPDATE registry.person SET last_name = 'อื่น' WHERE thai_id = pg_temp.person(10)$$, 'DELETE FROM registry.claim WHERE thai_id = pg_temp.person(10)', 'DELETE FROM registry.person WHERE thai_id = pg_temp.person(10)',
    'TRUNCATE registry.claim CASCADE', $$UPDATE registry.claim SET thai_id = pg_temp.person(998) WHERE thai_id = pg_temp.person(11)$$, $$UPDATE registry.claim SET authority_code = 5730201 WHERE thai_id = pg_temp.person(10)$$]) AS call;
SET LOCAL ROLE welfare_owner;
SELECT isnt(pg_temp.refused(format('UPDATE registry.claim SET top_up = 5 WHERE thai_id = %L', pg_temp.id(10))), 'taken', 'IS9.5: nor does the owner');
SELECT pg_temp.today('2026-10-15');
-- a disposed claim beside a live one: the disposed one stays as it is when the person is edited
SELECT pg_temp.try($$SELECT pg_temp.enter(12, 'elderly')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(12, 'disability')$$);
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(12), 'waived', '2026-09-10', '2026-09-11', '{elderly}', remark => 'หนังสือสละสิทธิ')$$);
SELECT isnt(pg_temp.refused($$SELECT registry.edit_beneficiary(pg_temp.person(12), '{"programmes": [{"programme": "elderly", "top_up": 100}]}')$$), 'taken', 'IS9.5: beside a live claim the disposed one is refused just the same');
SELECT pg_temp.try($$SELECT registry.edit_beneficiary(pg_temp.person(12), '{"top_up": 70}')$$);
SELECT is(pg_temp.claim(12, 'elderly', 'top_up') || ' ' || pg_temp.claim(12, 'disability', 'top_up'), '0.00 70.00', 'IS9.5: an edit of "every live claim" passes the disposed one by');

-- IS9.4: edit ----------------------------------------------------------------------------------------------------------------------
SELECT isnt(pg_temp.refused(format($$SELECT registry.edit_beneficiary(pg_temp.person(11), %L)$$, form)), 'taken', 'IS9.4: refused: ' || form)
  FROM unnest(ARRAY['{"colour": "red"}', '{"first_name": ""}', '{"telephone": "1"}', '{"sex": "x"}', '{"birth_date": "31/02/2490"}', '{"way_of_payment": "own_account"}', '{"budget_type": ""}', '{"thai_id": "1000000001005"}', '{"authority_code": "5730201"}', '{"programmes": [{"programme": "aids", "top_up": 5}]}', '{"postcode": ""}', '{"birth_date": "01/12/2600"}', '{"top_up": -1}', '[]']) AS form;
SELECT is(pg_temp.refused(format($$SELECT registry.edit_beneficiary(pg_temp.person(11), %L)$$, form)), 'taken', 'IS9.4: taken: ' || form)
  FROM unnest(ARRAY['{"first_name": "สมหญิง", "title": "นาง", "sex": "หญิง"}', '{"birth_date": "00/00/2490"}', '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "7010123456", "account_name": "สมชาย ใจดี"}', '{"top_up": 100}', '{"remark": "ใหม่"}', '{"monthly_income": "2500.50"}']) AS form;
SELECT pg_temp.today('2026-10-15', 5730201);
SELECT is(pg_temp.refused($$SELECT registry.edit_beneficiary(pg_temp.person(11), '{"telephone": "0833333333"}')$$), 'WF066', 'IS9.2: another authority edits nobody here');
SELECT pg_temp.today('2026-10-15');
-- the birth date decides the first month and earlier months become arrears (DE21)
SELECT pg_temp.try($$SELECT pg_temp.enter(13, 'elderly', '{"birth_date": "15/12/2509", "claimed_on": "01/12/2568", "ordered_on": "02/12/2568"}')$$);
SELECT is(pg_temp.claim(13, 'elderly', 'first_month'), '2027-01-01', 'RC6: 60 on 14 December 2569, paid from January 2570');
SELECT pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01');
SELECT is(pg_temp.paid('elderly', 13), NULL, 'EG4.1: nothing is paid before');
SELECT is(pg_temp.refusal_of($$SELECT registry.edit_beneficiary(pg_temp.person(13), '{"birth_date": "15/08/2509"}')$$), NULL, 'IS9.4, DE21: a birth date is corrected to an earlier one; "received since", never keyed, follows the first month (IS8.6)');
SELECT pg_temp.try($$SELECT registry.edit_beneficiary(pg_temp.person(13), '{"birth_date": "15/08/2509", "received_since": "09/2569"}')$$);
SELECT is(pg_temp.claim(13, 'elderly', 'first_month'), '2026-09-01', 'DE21, EG4.1: after the birth date is corrected the first month is the law''s');
SELECT pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01');
SELECT is(pg_temp.paid('elderly', 13), '2026-09 2026-10', 'DE21: and the earlier months become arrears, once each');

-- IS9.5: suspension and arrears ----------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.try($$SELECT pg_temp.enter(20, 'elderly')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(20, 'disability')$$);
SELECT pg_temp.try($$SELECT registry.suspend(pg_temp.person(20), '{elderly}', '2026-08-20', '5/2569', 'ตรวจสอบ')$$);
SELECT is(pg_temp.claim(20, 'elderly', 'state') || ' ' || pg_temp.claim(20, 'disability', 'state'), 'suspended live', 'IS9.5: one programme is suspended, the other is not');
SELECT isnt(pg_temp.refused($$SELECT registry.suspend(pg_temp.person(20), '{elderly}', '2026-08-20', '5/2569', 'x')$$), 'taken', 'IS9.5: what is suspended is not suspended again');
SELECT isnt(pg_temp.refused($$SELECT registry.resume(pg_temp.person(20), '{disability}', '2026-08-20', '5/2569', 'x')$$), 'taken', 'IS9.5: what is live is not resumed');
SELECT isnt(pg_temp.refused($$SELECT registry.suspend(pg_temp.person(20), '{disability}', '2026-08-21', '5/2569', 'x')$$), 'taken', 'IS9.5: an order of tomorrow is refused');
SELECT isnt(pg_temp.refused($$SELECT registry.suspend(pg_temp.person(20), '{disability}', NULL, '5/2569', 'x')$$), 'taken', 'IS9.5: a suspension without the day of its order is refused');
SELECT isnt(pg_temp.refused($$SELECT registry.suspend(pg_temp.person(20), '{}', '2026-08-20', '5/2569', 'x')$$), 'taken', 'IS9.5: a suspension of nothing is refused');
SELECT pg_temp.today('2026-10-20');
SELECT pg_temp.pay('2026-09-01', '2026-10-01');
SELECT is(pg_temp.paid('elderly', 20), NULL, 'IS9.5: a suspended claim is not paid');
SELECT is(pg_temp.paid('disability', 20), '2026-09 2026-10', 'IS9.5: the person''s other claim is');
SELECT pg_temp.try($$SELECT registry.resume(pg_temp.person(20), '{elderly}', '2026-10-20', '9/2570', 'ถูกต้อง')$$);
SELECT pg_temp.pay('2026-09-01', '2026-10-01');
SELECT is(pg_temp.paid('elderly', 20), '2026-09 2026-10', 'IS9.5: after the order to resume the months between are arrears, once each');
SELECT pg_temp.pay('2026-09-01', '2026-10-01');
SELECT is(pg_temp.paid('elderly', 20), '2026-09 2026-10', 'IS9.5: and preparing again pays nothing twice');

-- disposal and payment: the months that the law gives are paid, no other -----------------------------------------------------------
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.three(30);
SELECT pg_temp.three(31);
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(30), 'died', '2026-09-01', '2026-11-20')$$);
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(31), 'died', '2026-08-31', '2026-11-20')$$);
SELECT pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid(p, 30), '2026-08 2026-09', 'ER13, DR13, DE3: a death on 1 September pays September, and not October: ' || p) FROM unnest('{elderly,disability,aids}'::text[]) AS p;
SELECT is(pg_temp.paid(p, 31), '2026-08', 'ER13, DR13, DE3: a death on 31 August does not pay September: ' || p) FROM unnest('{elderly,disability,aids}'::text[]) AS p;
-- moved on 1 October, nobody has confirmed: paid on (ER8.3), and the new authority can record who confirms (ER8.4, IS8.3)
SELECT pg_temp.try($$SELECT pg_temp.enter(32, 'elderly')$$);
SELECT pg_temp.refused($$SELECT registry.dispose(pg_temp.person(32), 'moved', '2026-10-01', '2026-11-20')$$) <> 'taken' AS stays \gset
SELECT coalesce(pg_temp.last(32, $$'moved', '2026-10-01', '2026-11-20'$$), '');
DO $$ BEGIN PERFORM registry.dispose(pg_temp.person(32), 'moved', '2026-10-01', '2026-11-20'); EXCEPTION WHEN OTHERS THEN NULL; END $$;
SELECT pg_temp.pay('2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid('elderly', 32), '2026-10 2026-11', 'ER8.3: who moved on 1 October is still paid by the old authority in November');
SELECT pg_temp.today('2026-12-10', 5730201);
SELECT is(coalesce(left(pg_temp.refusal_of($$SELECT pg_temp.enter(32, 'elderly', '{"claimed_on": "10/12/2569", "ordered_on": "10/12/2569"}')$$), 5), 'taken'), CASE WHEN :'stays' THEN 'WF020' ELSE 'taken' END, 'EG5.2: who has confirmed at the new authority is recorded there at once, when the old one has disposed of the claim');
-- as soon as the person has confirmed there, the old authority disposes the claim (EG5.2)
SELECT pg_temp.today('2026-12-10', 5730102);
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(32), 'moved', '2026-10-01', '2026-12-10', claimed_elsewhere_on => '2026-12-10')$$);
SELECT pg_temp.today('2026-12-10', 5730201);
SELECT pg_temp.try($$SELECT pg_temp.enter(32, 'elderly', '{"claimed_on": "10/12/2569", "ordered_on": "10/12/2569"}')$$);
SELECT pg_temp.today('2027-02-20', 5730201);
SELECT pg_temp.pay('2026-12-01', '2027-01-01', '2027-02-01');
SELECT is(pg_temp.paid('elderly', 32), '2026-10 2026-11 2026-12 2027-01 2027-02', 'ER8.4: every month is paid once');
RESET ROLE;
SELECT is((SELECT string_agg(authority_code::text, ' ' ORDER BY month) FROM payment.line WHERE thai_id = pg_temp.person(32)), '5730102 5730102 5730102 5730201 5730201', 'ER8.4: up to the month of the confirmation by the old authority, from the month after by the new one');
-- disposed as moved with the confirmation elsewhere: no overlap, no gap
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.try($$SELECT pg_temp.enter(33, 'elderly')$$);
SELECT pg_temp.today('2026-09-20');
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(33), 'moved', '2026-08-25', '2026-09-20', claimed_elsewhere_on => '2026-09-15')$$);
SELECT pg_temp.today('2026-09-20', 5730201);
SELECT is(pg_temp.said($$SELECT pg_temp.enter(33, 'elderly', '{"claimed_on": "15/09/2569", "ordered_on": "20/09/2569"}')$$), 'done', 'EG5.2: the new authority records the person');
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid('elderly', 33), '2026-08 2026-09 2026-10 2026-11', 'ER8.4: every month of a move is paid once');

-- IS9.6: delete -----------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.try($$SELECT pg_temp.enter(40, 'elderly')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(41, 'elderly')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(42, 'elderly')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(42, 'disability')$$);
SELECT isnt(pg_temp.refused(format('SELECT registry.delete_beneficiary(pg_temp.person(40), %s)', call)), 'taken', 'IS9.6: refused: ' || why)
  FROM (VALUES ($$'ผิด', false$$, 'not confirmed'), ($$'ผิด', NULL$$, 'neither yes nor no'), ($$'', true$$, 'no reason'), ($$NULL, true$$, 'a NULL reason'), ($$'  ', true$$, 'a blank reason'), ($$'ผิด', true, '{aids}'$$, 'a programme that is not there')) AS v (call, why);
SET LOCAL welfare.language = 'th';
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(40))), 1::bigint, 'IS9.6: before, the record is on the list');
SELECT is(pg_temp.said($$SELECT registry.delete_beneficiary(pg_temp.person(40), 'คีย์ผิดคน', true)$$), 'ทำรายการเรียบร้อยแล้ว', 'IS9.6: a deletion answers so');
SET LOCAL welfare.language = 'en';
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(40))), 0::bigint, 'IS9.6: it leaves every list');
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(40), state => 'deleted')), 0::bigint, 'IS9.6: even one asked for the deleted');
SELECT isnt(pg_temp.refused('SELECT registry.beneficiary_detail(pg_temp.person(40))'), 'taken', 'IS9.6: and has no detail');
SELECT pg_temp.pay('2026-11-01');
SELECT is(pg_temp.paid('elderly', 40), NULL, 'IS9.6: and is not paid');
SELECT pg_temp.act_as('administrator');
SELECT cmp_ok((SELECT count(*) FROM audit.trail(pg_temp.person(40), page_size => 100)), '>=', 2::bigint, 'IS9.6: its history remains for audit');
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT is(pg_temp.said($$SELECT pg_temp.enter(40, 'elderly')$$), 'done', 'IS9.6: its ID is free again, at any authority');
SELECT pg_temp.pay('2026-11-01');
SELECT is(pg_temp.paid('elderly', 40), '2026-11', 'IS9.6: and the new record is paid');
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.refused($$SELECT registry.delete_beneficiary(pg_temp.person(41), 'ผิด', true)$$), 'WF080', 'IS9.6: a record with a paid line is not deleted');
RESET ROLE;
SELECT isnt(pg_temp.refused($$UPDATE registry.claim SET state = 'deleted' WHERE thai_id = pg_temp.person(41)$$), 'taken', 'IS9.6: not by a superuser either');
SELECT isnt(pg_temp.refused($$DELETE FROM payment.line WHERE thai_id = pg_temp.person(41)$$), 'taken', 'IS9.6: and payments remain: a paid line is not removed');
SELECT isnt(pg_temp.refused($$UPDATE payment.line SET allowance = 1 WHERE thai_id = pg_temp.person(41)$$), 'taken', 'IS9.6: nor changed');
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT is(pg_temp.refused($$SELECT registry.delete_beneficiary(pg_temp.person(41), 'ผิด', true)$$), 'WF066', 'IS9.2: another authority deletes nobody here');

-- IS9.5: a wrong disposal: re-entered by two users ------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.try($$SELECT pg_temp.enter(50, 'elderly', '{"top_up": 100, "remark": "เดิม"}')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(51, 'elderly')$$);
SELECT pg_temp.today('2026-09-20');
SELECT pg_temp.pay('2026-08-01', '2026-09-01');
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(50), 'died', '2026-08-31', '2026-09-20')$$);
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(51), 'waived', '2026-09-10', '2026-09-20', '{elderly}', remark => 'หนังสือสละสิทธิ')$$);
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.pay('2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid('elderly', 50), '2026-08 2026-09', 'IS9.5: disposed of, nothing more is paid');
SELECT isnt(pg_temp.refused($$SELECT registry.re_enter(pg_temp.person(50), 'elderly', '', 'บันทึก')$$), 'taken', 'IS9.6: a re-entry needs a reason');
SELECT isnt(pg_temp.refused($$SELECT registry.re_enter(pg_temp.person(41), 'elderly', 'x', 'บันทึก')$$), 'taken', 'IS9.5: what is live is not re-entered');
SELECT pg_temp.try($$SELECT registry.re_enter(pg_temp.person(50), 'elderly', 'ยังมีชีวิต', 'บันทึก 7')$$);
SELECT is(pg_temp.claim(50, 'elderly', 'state'), 'disposed', 'IS9.6: one user alone re-enters nothing');
SELECT pg_temp.try($$SELECT registry.re_enter(pg_temp.person(50), 'elderly', 'ยังมีชีวิต', 'บันทึก 7')$$);
SELECT is(pg_temp.claim(50, 'elderly', 'state'), 'disposed', 'IS9.6: nor by saying it twice');
SELECT pg_temp.today('2026-11-20', 5730201, 'second');
SELECT is(pg_temp.refused($$SELECT registry.re_enter(pg_temp.person(50), 'elderly', 'ยังมีชีวิต', 'บันทึก 7')$$), 'WF066', 'IS9.2: a second user of another authority does not count');
SELECT pg_temp.today('2026-11-20', 5730102, 'second');
SELECT is(pg_temp.said($$SELECT registry.re_enter(pg_temp.person(50), 'elderly', 'ยังมีชีวิต', 'บันทึก 7')$$), 'done', 'IS9.6: the second user does it');
SELECT is((SELECT string_agg(concat_ws(' ', claim ->> 'state', claim ->> 'first_month', claim ->> 'claimed_on', claim ->> 'top_up', claim ->> 'remark', claim ->> 'replaces_claim_number'), ', ') FROM jsonb_array_elements(registry.beneficiary_detail(pg_temp.person(50)) -> 'claims') AS claim), 'live 2025-02-01 2025-01-01 100.00 เดิม 1', 'IS9.5: the new record names the one it replaces and inherits its confirmation and first month');
SELECT is((SELECT total FROM registry.find_beneficiaries(pg_temp.person(50))), 1::bigint, 'IS9.5: the person is on the list once');
SELECT pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid('elderly', 50), '2026-08 2026-09 2026-10 2026-11', 'IS9.5: nothing is paid twice, and nothing is lost');
SELECT isnt(pg_temp.refused($$SELECT registry.re_enter(pg_temp.person(50), 'elderly', 'x', 'y')$$), 'taken', 'IS9.5: and is not re-entered once more');
-- months before the entry that were never prepared are not lost by re-entry either
SELECT pg_temp.pay('2026-07-01');
SELECT is(pg_temp.paid('elderly', 50), '2026-07 2026-08 2026-09 2026-10 2026-11', 'IS9.5: months due before the disposal that were not paid are paid to the new record');
-- who is recorded elsewhere since cannot be re-entered
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT pg_temp.try($$SELECT pg_temp.enter(51, 'elderly', '{"claimed_on": "20/10/2569", "ordered_on": "20/10/2569"}')$$);
SELECT pg_temp.today('2026-11-20');
SELECT registry.re_enter(pg_temp.person(51), 'elderly', 'x', 'y') WHERE pg_temp.refused($$SELECT registry.re_enter(pg_temp.person(51), 'elderly', 'x', 'y')$$) = 'taken';
SELECT pg_temp.today('2026-11-20', 5730102, 'second');
SELECT isnt(pg_temp.refused($$SELECT registry.re_enter(pg_temp.person(51), 'elderly', 'x', 'y')$$), 'taken', 'IS8.3: who has a live claim elsewhere by now is not re-entered');
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.pay('2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid('elderly', 51), '2026-07 2026-08 2026-09 2026-11', 'DE6, EG4.1: waived 10 September, confirmed elsewhere 20 October: October is nobody''s');

-- IS9.6: a wrong ID: corrected by two users, with months already paid ------------------------------------------------------------------
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.three(60);
SELECT pg_temp.try($$SELECT registry.edit_beneficiary(pg_temp.person(60), '{"remark": "เดิม", "top_up": 100}')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(62, 'elderly')$$);
SELECT pg_temp.try($$SELECT pg_temp.enter(64, 'elderly')$$);
SELECT pg_temp.today('2026-09-20');
SELECT pg_temp.pay('2026-08-01', '2026-09-01');
SELECT isnt(pg_temp.refused(format('SELECT registry.correct_id(pg_temp.person(60), %s)', call)), 'taken', 'IS9.6: refused: ' || why)
  FROM (VALUES ($$pg_temp.person(60), 'x', 'y'$$, 'the same ID'), ($$pg_temp.person(61), '', 'y'$$, 'no reason'), ($$pg_temp.person(61), NULL, 'y'$$, 'a NULL reason'), ($$pg_temp.person(61), 'x', ''$$, 'no document'), ($$NULL, 'x', 'y'$$, 'no ID'),
               ($$('0000000000000')::thai_id, 'x', 'y'$$, 'nobody''s'), ($$(('900000000000') || welfare.thai_id_check_digit('900000000000'))::thai_id, 'x', 'y'$$, 'first digit 9')) AS v (call, why);
SELECT pg_temp.try($$SELECT registry.correct_id(pg_temp.person(60), pg_temp.person(61), 'คีย์ผิด', 'สำเนาบัตร')$$);
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(61))), 0::bigint, 'IS9.6: one user alone corrects nothing');
SELECT pg_temp.try($$SELECT registry.correct_id(pg_temp.person(60), pg_temp.person(61), 'คีย์ผิด', 'สำเนาบัตร')$$);
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(61))), 0::bigint, 'IS9.6: nor by saying it twice');
SELECT pg_temp.today('2026-09-20', 5730201, 'second');
SELECT is(pg_temp.refused($$SELECT registry.correct_id(pg_temp.person(60), pg_temp.person(61), 'คีย์ผิด', 'สำเนาบัตร')$$), 'WF066', 'IS9.2: a second user of another authority does not count');
SELECT pg_temp.today('2026-09-20', 5730102, 'second');
SELECT pg_temp.try($$SELECT registry.correct_id(pg_temp.person(60), pg_temp.person(63), 'คีย์ผิด', 'สำเนาบัตร')$$);
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(60))), 1::bigint, 'IS9.6: a second user who names another right ID confirms nothing');
SELECT is(pg_temp.said($$SELECT registry.correct_id(pg_temp.person(60), pg_temp.person(61), 'คีย์ผิด', 'สำเนาบัตร')$$), 'done', 'IS9.6: the second user who says the same does it');
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(60))), 0::bigint, 'IS9.6: the wrong ID leaves every list');
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(61))), 1::bigint, 'IS9.6: the right one is on it, once');
SELECT is(pg_temp.claim(61, p, 'state') || ' ' || pg_temp.claim(61, p, 'first_month') || ' ' || pg_temp.claim(61, p, 'top_up'), 'live 2025-02-01 100.00', 'IS9.6: everything moved to the right one: ' || p) FROM unnest('{elderly,disability,aids}'::text[]) AS p;
SELECT is(registry.beneficiary_detail(pg_temp.person(61)) ->> 'last_name', 'ใจดี', 'IS9.6: the person too');
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.pay('2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid(p, 60, 61), '2026-07 2026-08 2026-09 2026-10 2026-11', 'IS9.6: under both IDs no month is paid twice, and none is lost: ' || p) FROM unnest('{elderly,disability,aids}'::text[]) AS p;
SELECT is(pg_temp.refused($$SELECT registry.delete_beneficiary(pg_temp.person(61), 'ผิด', true)$$), 'WF080', 'IS9.6: the inherited months protect the new record from deletion');
-- the wrong ID is its real holder's: free again, and owed its own months
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT is(coalesce(pg_temp.refusal_of($$SELECT pg_temp.enter(60, 'elderly', '{"first_name": "เจ้าของ", "last_name": "ตัวจริง", "claimed_on": "10/07/2569", "ordered_on": "11/07/2569"}')$$), 'taken'), 'taken', 'IS9.6: the wrong ID is free for the person whose it is');
SELECT pg_temp.try($$SELECT pg_temp.enter(60, 'elderly', '{"first_name": "เจ้าของ", "last_name": "ตัวจริง", "claimed_on": "10/07/2569", "ordered_on": "11/07/2569"}')$$);
SELECT pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
RESET ROLE;
SELECT pg_temp.act_as('administrator');
SELECT payment.record_adjustments('2026-08-01', '2026-11-01') \g /dev/null
RESET ROLE;
SELECT is((SELECT string_agg(left(month::text, 7), ' ' ORDER BY month)
             FROM (SELECT month FROM payment.line WHERE thai_id = pg_temp.person(60) AND programme = 'elderly' AND authority_code = 5730201
                    UNION ALL
                   SELECT month FROM payment.adjustment WHERE thai_id = pg_temp.person(60) AND programme = 'elderly' AND authority_code = 5730201 AND kind = 'arrears') AS paid),
          '2026-08 2026-09 2026-10 2026-11', 'IS9.6: and who holds that ID loses no month to those paid under it by mistake: what has no line comes as arrears');
SELECT pg_temp.today('2026-11-20', 5730201);
SELECT unalike(registry.beneficiary_detail(pg_temp.person(60))::text, '%5730102%', 'IS9.6: of the record that stood under the ID by mistake its holder''s shows nothing');
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(pg_temp.person(60))), 1::bigint, 'IS9.6: and is on the list once');
-- a suspended claim stays suspended under the right ID; a disposed one stays disposed
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.try($$SELECT registry.suspend(pg_temp.person(62), '{elderly}', '2026-11-20', '9/2570', 'x')$$);
SELECT pg_temp.try($$SELECT registry.correct_id(pg_temp.person(62), pg_temp.person(65), 'คีย์ผิด', 'สำเนาบัตร')$$);
SELECT pg_temp.today('2026-11-20', 5730102, 'second');
SELECT pg_temp.try($$SELECT registry.correct_id(pg_temp.person(62), pg_temp.person(65), 'คีย์ผิด', 'สำเนาบัตร')$$);
SELECT is(pg_temp.claim(65, 'elderly', 'state'), 'suspended', 'IS9.6, IS9.5: a suspended claim stays suspended under the right ID');
SELECT is(pg_temp.said($$SELECT registry.resume(pg_temp.person(65), '{elderly}', '2026-11-20', '10/2570', 'x')$$), 'done', 'IS9.5: and is resumed there');
-- a wrong ID whose claim was disposed of already
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(64), 'died', '2026-10-05', '2026-11-20')$$);
SELECT coalesce(pg_temp.refusal_of($$SELECT registry.correct_id(pg_temp.person(64), pg_temp.person(66), 'คีย์ผิด', 'สำเนาบัตร')$$), 'asked');
DO $$ BEGIN PERFORM registry.correct_id(pg_temp.person(64), pg_temp.person(66), 'คีย์ผิด', 'สำเนาบัตร'); EXCEPTION WHEN OTHERS THEN NULL; END $$;
SELECT pg_temp.today('2026-11-20', 5730102, 'second');
DO $$ BEGIN PERFORM registry.correct_id(pg_temp.person(64), pg_temp.person(66), 'คีย์ผิด', 'สำเนาบัตร'); EXCEPTION WHEN OTHERS THEN NULL; END $$;
SELECT isnt(coalesce((SELECT string_agg(status, ' ') FROM registry.find_beneficiaries(pg_temp.person(66))), 'none'), 'live', 'IS9.5: a disposed claim never comes to life by correcting the ID');
SELECT pg_temp.pay('2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid('elderly', 64, 66), '2026-07 2026-08 2026-09 2026-10 2026-11', 'IS9.6: what was paid under either ID stands, once a month');
-- a suspended claim, disposed of by mistake: the re-entry is no order to pay again
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter(70, 'elderly');
SELECT pg_temp.pay('2026-08-01');
SELECT pg_temp.try($$SELECT registry.suspend(pg_temp.person(70), '{elderly}', '2026-08-20', '5/2569', 'ตรวจสอบ')$$);
SELECT pg_temp.today('2026-10-20');
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(70), 'died', '2026-10-05', '2026-10-20')$$);
SELECT pg_temp.try($$SELECT registry.re_enter(pg_temp.person(70), 'elderly', 'x', 'y')$$);
SELECT pg_temp.today('2026-10-20', 5730102, 'second');
SELECT pg_temp.try($$SELECT registry.re_enter(pg_temp.person(70), 'elderly', 'x', 'y')$$);
SELECT is(pg_temp.claim(70, 'elderly', 'state'), 'disposed suspended', 'IS9.5, ER14: what was suspended when it was disposed of by mistake is re-entered suspended: only an order resumes it') WHERE pg_temp.claim(70, 'elderly', 'state') LIKE 'disposed %';
SELECT is(pg_temp.claim(70, 'elderly', 'state'), 'suspended', 'IS9.5, ER14: what was suspended when it was disposed of by mistake is re-entered suspended: only an order resumes it') WHERE pg_temp.claim(70, 'elderly', 'state') NOT LIKE 'disposed %';
SELECT pg_temp.pay('2026-09-01', '2026-10-01');
SELECT is(pg_temp.paid('elderly', 70), '2026-08', 'IS9.5: and its suspended months are not paid without that order');
-- a right ID under which there was once something, deleted or over
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter(71, 'elderly');
SELECT pg_temp.enter(72, 'elderly');
SELECT pg_temp.try($$SELECT registry.delete_beneficiary(pg_temp.person(72), 'คีย์ผิด', true)$$);
SELECT is(pg_temp.said($$SELECT registry.correct_id(pg_temp.person(71), pg_temp.person(72), 'x', 'y')$$) ~ '^(done|the request)', true, 'IS9.6: an ID is free again after a deletion: also as the right ID of a correction');
SELECT pg_temp.today('2026-08-20', 5730201);
SELECT pg_temp.enter(73, 'elderly');
SELECT pg_temp.try($$SELECT registry.dispose(pg_temp.person(73), 'waived', '2025-03-10', '2026-08-20', '{elderly}', remark => 'หนังสือสละสิทธิ')$$);
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter(74, 'elderly', '{"claimed_on": "10/04/2568", "ordered_on": "11/04/2568"}');
SELECT is(pg_temp.said($$SELECT registry.correct_id(pg_temp.person(74), pg_temp.person(73), 'x', 'y')$$) ~ '^(done|the request)', true, 'IS8.3, IS9.6: disposed records do not count: an ID whose own claim ended earlier, elsewhere, can be the right one');
-- the top-up of a month is what was in force in it
SELECT pg_temp.enter(75, 'elderly');
SELECT pg_temp.today('2026-10-20');
SELECT pg_temp.try($$SELECT registry.edit_beneficiary(pg_temp.person(75), '{"top_up": 100}', '2026-10-01')$$);
SELECT pg_temp.pay('2026-06-01', '2026-10-01');
RESET ROLE;
SELECT is((SELECT string_agg(top_up::text, ' ' ORDER BY month) FROM payment.line WHERE thai_id = pg_temp.person(75) AND month IN ('2026-06-01', '2026-10-01')), '0.00 100.00', 'IS9.4: a top-up that is in force from October is not paid for an arrear of June');
-- what the papers prove counts from when it is true
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter(76, 'elderly');
SELECT pg_temp.today('2026-10-20');
SELECT pg_temp.try($$SELECT registry.edit_beneficiary(pg_temp.person(76), '{"facts": "{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"}', '2026-10-01')$$);
SELECT pg_temp.pay('2026-06-01');
SELECT is(pg_temp.paid('elderly', 76), '2026-06', 'DE2: a pension that counts from October does not take an arrear of June');
-- suspended, then removed: what the suspension held back is not released by the removal
SELECT pg_temp.today('2026-08-20');
SELECT pg_temp.enter(77, 'elderly');
SELECT pg_temp.pay('2026-08-01');
SELECT pg_temp.try($$SELECT registry.suspend(pg_temp.person(77), '{elderly}', '2026-08-20', '5/2569', 'x')$$);
SELECT pg_temp.today('2026-11-20');
SELECT pg_temp.try($$SELECT pg_temp.proceed(77, 'elderly', '2026-08-10', '2026-11-20')$$);
SELECT pg_temp.pay('2026-09-01', '2026-10-01', '2026-11-01');
SELECT is(pg_temp.paid('elderly', 77), '2026-08', 'IS9.5, ER14: who was suspended in August and removed in November, never resumed, is not paid the months between');
SELECT * FROM finish();
ROLLBACK;

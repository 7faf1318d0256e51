-- A death: which month is the last, who gets the month that was earned, and what is verified before somebody is paid for another.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
SET LOCAL welfare.business_date = '2026-11-20';
SELECT pg_temp.hold_offices(5730102) \g /dev/null
CREATE FUNCTION pg_temp.as_office(office text, authority integer DEFAULT 5730102) RETURNS void LANGUAGE sql AS $$ SELECT pg_temp.act_as('local_authority', authority, office || '.' || authority) $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS welfare.thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::welfare.thai_id $$;
CREATE FUNCTION pg_temp.enter(number integer, programme text DEFAULT 'elderly', extra jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('officer');
  SELECT pg_temp.add(number, jsonb_build_object('programme', programme, 'facts', CASE programme WHEN 'aids' THEN '{in_house_register, aids_certified, poor}'
    WHEN 'disability' THEN '{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability}' ELSE '{thai_nationality, in_house_register}' END), extra) $$;
CREATE FUNCTION pg_temp.account(number integer) RETURNS jsonb LANGUAGE sql AS $$
  SELECT '{"way_of_payment": "own_account", "bank_code": "006", "bank_branch": "นครปฐม", "account_number": "1234567890", "account_name": "สมชาย ใจดี"}'::jsonb $$;
-- Who may be paid the earned month, as the officer reads it.
CREATE FUNCTION pg_temp.payees(number integer, programme reference.programme_name DEFAULT 'elderly') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('officer');
  SELECT coalesce(string_agg(concat_ws(' ', left(month::text, 7), payee, full_name), ', ' ORDER BY payee), 'nobody') FROM registry.find_payee_after_death(pg_temp.person(number), programme) $$;
CREATE FUNCTION pg_temp.die(number integer, happened_on date, ordered_on date DEFAULT '2026-11-20') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('officer');
  SELECT registry.dispose(pg_temp.person(number), 'died', happened_on, ordered_on) $$;
CREATE FUNCTION pg_temp.name_proxy(number integer, other integer, kind registry.representative_kind, after_death boolean DEFAULT true, since date DEFAULT '2026-01-05') RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.as_office('officer');
  SELECT registry.add_representative(pg_temp.person(number), pg_temp.person(other), kind, 'สมศรี ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', since, after_death) $$;
CREATE FUNCTION pg_temp.refused(call text) RETURNS text LANGUAGE sql AS $$ SELECT coalesce(left(pg_temp.refusal_of(call), 5), 'taken') $$;
-- What a call is refused with to a user of another duty.
CREATE FUNCTION pg_temp.refused_as(duty text, code integer, call text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_temp.act_as(duty, code); RETURN pg_temp.refused('SELECT ' || call); END $$;

-- DE3: which month was earned
SELECT is(pg_temp.enter(1), 'done', 'a beneficiary');
SELECT is(pg_temp.payees(1), 'nobody', 'EG4.3!: of the living nobody gets anything');
RESET ROLE;
CREATE FUNCTION pg_temp.if_dead(number integer, happened_on date, programme reference.programme_name DEFAULT 'elderly') RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    BEGIN
      PERFORM pg_temp.die(number, happened_on);
      answer := pg_temp.payees(number, programme);
      RAISE EXCEPTION USING ERRCODE = 'XX998';
    EXCEPTION WHEN SQLSTATE 'XX998' THEN RETURN answer;
    END;
  END $$;
SELECT is(pg_temp.if_dead(1, day), wanted || ' heirs', format('%s: a death on %s earns %s', rules, day, wanted))
  FROM (VALUES (DATE '2026-10-01', '2026-10', 'DE3, ER13, EG4.3'), ('2026-09-30', '2026-09', 'DE3!, ER13!'), ('2026-10-31', '2026-10', 'DE3, EG4.3'), ('2026-11-01', '2026-11', 'DE3')) AS v (day, wanted, rules);
SELECT is(pg_temp.enter(2, 'disability') || pg_temp.if_dead(2, '2026-10-01', 'disability') || pg_temp.if_dead(2, '2026-09-30', 'disability'), 'done2026-10 heirs2026-09 heirs', 'DR13, DR13!, DE3: so for the disabled');
SELECT is(pg_temp.enter(3, extra => '{"claimed_on": "05/10/2569", "ordered_on": "06/10/2569"}') || pg_temp.if_dead(3, '2026-10-31') || ' ' || pg_temp.if_dead(3, '2026-11-01'), 'donenobody 2026-11 heirs', 'EG4.3!: who dies before the first month has earned none');
SELECT is(pg_temp.enter(4), 'done', 'suspended');
SELECT is(registry.suspend(pg_temp.person(4), '{elderly}', '2026-09-10', '1', 'x'), 'done', 'in September');
SELECT is(pg_temp.if_dead(4, '2026-10-15'), 'nobody', 'EG4.3!: and dead in October: what was suspended was not earned');
-- EG4.3: who gets it
SELECT is(pg_temp.enter(5, extra => pg_temp.account(5)), 'done', 'paid by own account');
SELECT is(pg_temp.if_dead(5, '2026-10-15'), '2026-10 heirs, 2026-10 own_account', 'EG4.3: heirs in cash, or the own account');
SELECT is(pg_temp.name_proxy(5, 91, 'proxy', false), 'done', 'with a proxy for while alive');
SELECT is(pg_temp.if_dead(5, '2026-10-15'), '2026-10 heirs, 2026-10 own_account', 'EG4.3!: a proxy for while alive gets nothing after death');
SELECT is(pg_temp.name_proxy(5, 92, 'proxy', true, '2026-06-10'), 'done', 'with one for while alive and after death');
SELECT is(pg_temp.if_dead(5, '2026-10-15'), '2026-10 named_person สมศรี ใจดี', 'EG4.3: the person named in writing gets it, and nobody else');
SELECT is(pg_temp.if_dead(5, '2026-06-09'), '2026-06 heirs, 2026-06 own_account', 'EG4.3!: not before the statement was made');
SELECT is(pg_temp.if_dead(5, '2026-06-10'), '2026-06 named_person สมศรี ใจดี', 'EG4.3: but from that day');
SELECT is(registry.end_representative(pg_temp.person(5), pg_temp.person(92), 'proxy', '2026-10-14', 'เพิกถอน'), 'done', 'revoked on the 14th');
SELECT is(pg_temp.if_dead(5, '2026-10-14'), '2026-10 named_person สมศรี ใจดี', 'EG4.3: it holds on its last day');
SELECT is(pg_temp.if_dead(5, '2026-10-15'), '2026-10 heirs, 2026-10 own_account', 'EG4.3!: and not the day after');
SELECT is(pg_temp.name_proxy(2, 93, 'proxy') || pg_temp.if_dead(2, '2026-10-15', 'disability'), 'done2026-10 heirs', 'DR13!: a mere proxy gets no disabled person''s month');
SELECT is(pg_temp.name_proxy(2, 93, 'caregiver') || pg_temp.if_dead(2, '2026-10-15', 'disability'), 'done2026-10 named_person สมศรี ใจดี', 'DR13, EG4.3: the caregiver named does');
-- EG6.2: the four ways, and who gets the month by each where nobody is named
SELECT is(pg_temp.enter(10 + number, extra => form || jsonb_build_object('way_of_payment', way)) || pg_temp.if_dead(10 + number, '2026-10-15'), 'done' || wanted, 'EG6.2, EG4.3: paid by ' || way)
  FROM (VALUES (1, 'cash_in_person', '{}'::jsonb, '2026-10 heirs'), (2, 'cash_to_proxy', '{}', '2026-10 heirs'), (3, 'own_account', pg_temp.account(1), '2026-10 heirs, 2026-10 own_account'),
               (4, 'proxy_account', pg_temp.account(1), '2026-10 heirs')) AS v (number, way, form, wanted);
SELECT isnt(pg_temp.refused($$SELECT pg_temp.enter(15, extra => '{"way_of_payment": "cheque"}')$$), 'taken', 'EG6.2!: there is no fifth');
SELECT isnt(pg_temp.refused($$SELECT pg_temp.enter(15, extra => '{"way_of_payment": "proxy_account"}')$$), 'taken', 'EG6.2!: nor a transfer to no account');
-- recorded
SELECT is(pg_temp.enter(6) || pg_temp.name_proxy(6, 94, 'proxy') || pg_temp.die(6, '2026-10-15'), 'donedonedone', 'dead, with a person named');
SELECT is(pg_temp.refused(format($$SELECT pg_temp.as_office('officer'), registry.record_earned_month(pg_temp.person(6), 'elderly', %s)$$, call)), answer, rules || why)
  FROM (VALUES ($$'heirs', 'ทายาท หนึ่ง', pg_temp.person(95), 'บุตร', 'หนังสือรับรอง', 'บัตร'$$, 'WF32R', 'EG4.3!: ', 'the heirs do not get what is another''s'), ($$'own_account'$$, 'WF32R', 'EG4.3!: ', 'nor the account'),
               ($$'named_person', 'คนอื่น', pg_temp.person(95), 'บุตร', 'หนังสือ', 'บัตร'$$, 'WF32R', 'EG4.3!: ', 'nor somebody who is not the one named'), ($$'named_person', 'สมศรี ใจดี', pg_temp.person(94), 'บุตร', 'หนังสือ', ' '$$, 'WF010', 'ER13!: ', 'whose identity was not verified'),
               ($$'named_person', 'สมศรี ใจดี', pg_temp.person(94), 'บุตร', 'หนังสือ', 'บัตร', '2026-10-14'$$, 'WF017', 'EG4.3!: ', 'before the death'), ($$'named_person', 'สมศรี ใจดี', pg_temp.person(94), 'บุตร', 'หนังสือ', 'บัตร', '2026-11-21'$$, 'WF016', 'EG4.3!: ', 'tomorrow'),
               ($$'named_person', 'สมศรี ใจดี', pg_temp.person(6), 'บุตร', 'หนังสือ', 'บัตร'$$, 'WF090', 'EG4.3!: ', 'the dead person'),
               ($$'named_person', 'สมศรี ใจดี', pg_temp.person(94), 'บุตร', 'หนังสือมอบอำนาจ', 'บัตรประชาชน', '2026-10-20'$$, 'taken', 'EG4.3, ER13: ', 'the person named')) AS v (call, answer, rules, why);
SELECT pg_temp.as_office('officer');
SELECT is(registry.record_earned_month(pg_temp.person(6), 'elderly', 'named_person', 'สมศรี ใจดี', pg_temp.person(94), 'บุตร', 'หนังสือมอบอำนาจ', 'บัตรประชาชน', '2026-10-20'), 'done', 'EG4.3: recorded');
SELECT is(pg_temp.refused($$SELECT registry.record_earned_month(pg_temp.person(6), 'elderly', 'named_person', 'สมศรี ใจดี', pg_temp.person(94), 'บุตร', 'หนังสือมอบอำนาจ', 'บัตรประชาชน', '2026-10-21')$$), 'WF32S', 'EG4.3!: once');
SELECT is(pg_temp.refused($$SELECT registry.record_earned_month(pg_temp.person(1), 'elderly', 'heirs', 'x', pg_temp.person(95), 'x', 'x', 'x')$$), 'WF32Q', 'EG4.3!: of the living no month is recorded');
SELECT is(pg_temp.die(5, '2026-10-15'), 'done', 'dead, with an account');
SELECT is(registry.record_earned_month(pg_temp.person(5), 'elderly', 'own_account'), 'done', 'EG4.3: the own account');
RESET ROLE;
SELECT is((SELECT concat_ws('/', month, payee, full_name, payee_id = pg_temp.person(94), relation, alive_on_first, recorded_by) FROM registry.earned_month_payment WHERE thai_id = pg_temp.person(6)), '2026-10-01/named_person/สมศรี ใจดี/t/บุตร/t/officer.5730102', 'EG4.3: with who, by which paper, by whom');
SELECT is((SELECT left(last_month::text, 7) || state FROM registry.claim WHERE thai_id = pg_temp.person(6)), '2026-10disposed', 'EG4.3: nothing from the next month');
SELECT isnt(pg_temp.refused(call), 'taken', 'EG4.3!: evidence, as superuser: ' || call)
  FROM unnest(ARRAY['UPDATE registry.earned_month_payment SET paid_on = paid_on + 1', 'DELETE FROM registry.earned_month_payment', 'TRUNCATE registry.proxy_verification',
    $$INSERT INTO registry.earned_month_payment (thai_id, programme, month, paid_on, authority_code, payee, claim_number, sensitive, alive_on_first) VALUES (pg_temp.person(1), 'elderly', '2026-10-01', '2026-10-20', 5730102, 'own_account', 1, false, true)$$]) AS call;
-- one death ends every claim
SELECT is(pg_temp.enter(7) || pg_temp.enter(7, 'disability') || pg_temp.enter(7, 'aids'), 'donedonedone', 'three allowances');
SELECT is(registry.record_finding(pg_temp.person(7), 'disability', 'died', '2026-10-15', 'civil_registry', 'ทะเบียนแจ้งตาย', document => 'มรณบัตร', found_on => '2026-10-20'), 1, 'DR15, ER14: the registry''s report of a death is recorded');
SELECT is((SELECT verify_by FROM registry.open_proceedings() WHERE national_id = pg_temp.person(7)), DATE '2026-10-27', 'DR15: to be verified within its days');
SELECT is(pg_temp.refused($$SELECT pg_temp.as_office('executive'), registry.order_removal(pg_temp.person(7), 'disability', 1, '1', 'x', '2026-10-21')$$), 'WF321', 'ER14!, DR15!: no report of the registry ends a claim unverified');
SELECT pg_temp.as_office('executive');
SELECT is(registry.verify_finding(pg_temp.person(7), 'disability', 1, 'สอบถามญาติ', 'มรณบัตร', '2026-10-21') || registry.order_removal(pg_temp.person(7), 'disability', 1, '1', 'ถึงแก่กรรม', '2026-10-21'), 'donedone', 'ER14, DR14: verified and ordered');
RESET ROLE;
SELECT is((SELECT string_agg(concat_ws('/', programme, state, left(last_month::text, 7)), ' ' ORDER BY programme) FROM registry.claim WHERE thai_id = pg_temp.person(7)), 'elderly/disposed/2026-10 disability/disposed/2026-10 aids/disposed/2026-10', 'DR15, DE3: every claim ends with the month of the death');
SELECT is(pg_temp.payees(7, 'aids'), '2026-10 heirs', 'AR2: the authority alone reads of the AIDS allowance');
SELECT is(registry.record_earned_month(pg_temp.person(7), 'aids', 'heirs', 'ทายาท หนึ่ง', pg_temp.person(95), 'บุตร', 'หนังสือรับรอง', 'บัตร', '2026-10-25'), 'done', 'and records its payment');

-- ER13, DR13: before somebody is paid for another
SELECT is(pg_temp.name_proxy(1, 91, 'proxy', false) || pg_temp.name_proxy(1, 96, 'caregiver', false), 'donedone', 'an elderly person with a proxy');
RESET ROLE;
CREATE FUNCTION pg_temp.proxied(number integer, programme text, other integer, kind text, month date, verified_on date) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.refused(format('SELECT pg_temp.as_office(''officer''), registry.verify_proxy(pg_temp.person(%s), %L, %L, pg_temp.person(%s), %L, ''บัตร'', ''พบตัว'', %L)', number, programme, month, other, kind, verified_on)) $$;
SELECT is(pg_temp.proxied(1, 'elderly', other, kind, month, day), answer, rules || what)
  FROM (VALUES (91, 'proxy', DATE '2026-11-01', DATE '2026-11-01', 'taken', 'ER13: ', 'a proxy, verified on the 1st'), (91, 'proxy', '2026-11-01', '2026-10-31', 'WF32P', 'ER13!: ', 'before it nobody knows who is alive on it'),
               (91, 'proxy', '2026-11-01', '2026-11-21', 'WF016', 'ER13!: ', 'nor tomorrow'), (92, 'proxy', '2026-11-01', '2026-11-01', 'WF32N', 'ER13!: ', 'somebody who is not on record'), (91, 'guardian', '2026-11-01', '2026-11-01', 'WF32N', 'ER13!: ', 'or not in that capacity'),
               (96, 'caregiver', '2026-11-01', '2026-11-01', 'WF32M', 'ER13!: ', 'a caregiver without the person''s authority')) AS v (other, kind, month, day, answer, rules, what);
SELECT is(pg_temp.proxied(2, 'disability', 93, kind, '2026-11-01', '2026-11-05'), answer, rules || what)
  FROM (VALUES ('proxy', 'WF32M', 'DR13!: ', 'a mere proxy is refused for disability'), ('caregiver', 'taken', 'DR13: ', 'the caregiver on record is paid')) AS v (kind, answer, rules, what);
SELECT is(pg_temp.name_proxy(2, 97, 'legal_representative') || pg_temp.proxied(2, 'disability', 97, 'legal_representative', '2026-11-01', '2026-11-05'), 'donetaken', 'DR13: and the legal representative');
SELECT is(pg_temp.proxied(6, 'elderly', 94, 'proxy', '2026-11-01', '2026-11-05'), 'WF067', 'ER13!: nobody is paid for the dead');
SELECT pg_temp.as_office('officer');
SELECT is(registry.verify_proxy(pg_temp.person(1), 'elderly', '2026-11-01', pg_temp.person(91), 'proxy', 'บัตรประชาชน', 'พบตัวที่บ้าน', '2026-11-02'), 'done', 'ER13: recorded');
SELECT is(registry.verify_proxy(pg_temp.person(1), 'elderly', '2026-10-01', pg_temp.person(91), 'proxy', 'บัตรประชาชน', 'พบตัวที่บ้าน', '2026-11-02'), 'done', 'ER13: each month anew');
SELECT is(pg_temp.refused($$SELECT registry.verify_proxy(pg_temp.person(1), 'elderly', '2026-11-01', pg_temp.person(91), 'proxy', 'x', 'x', '2026-11-03')$$), 'WF32S', 'ER13!: once a month');
SELECT is(pg_temp.refused($$SELECT registry.verify_proxy(pg_temp.person(1), 'elderly', '2026-11-01', pg_temp.person(91), 'proxy', ' ', 'x', '2026-11-03')$$), 'WF010', 'ER13!: not without a paper that shows who it is');
-- a change of the law is a row
RESET ROLE;
UPDATE reference.payee_rule SET capacities = capacities || '{caregiver}' WHERE programme = 'elderly';
SELECT is(pg_temp.proxied(1, 'elderly', 96, 'caregiver', '2026-11-01', '2026-11-05'), 'taken', 'DR13: who may be paid is a dated row');
-- sights
SELECT pg_temp.act_as('local_authority', 6730213, 'other');
SELECT is(pg_temp.refused(call), 'WF066', 'IS9.2: another authority: ' || call)
  FROM unnest(ARRAY[$$SELECT registry.find_payee_after_death(pg_temp.person(6), 'elderly')$$, $$SELECT registry.verify_proxy(pg_temp.person(1), 'elderly', '2026-11-01', pg_temp.person(91), 'proxy', 'x', 'x')$$, $$SELECT registry.record_earned_month(pg_temp.person(6), 'elderly', 'own_account')$$]) AS call;
SELECT is(pg_temp.refused_as(duty, code, 'registry.find_payee_after_death(pg_temp.person(7), ''aids'')'), '42501', 'AR2!: nobody above the authority: ' || duty)
  FROM (VALUES ('province', 73), ('district', 7301), ('department', NULL), ('administrator', NULL)) AS v (duty, code);
SELECT * FROM finish();
ROLLBACK;

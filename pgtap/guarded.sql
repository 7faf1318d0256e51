-- Ways that lead round the rules, and do not: months paid twice or lost, the dead and the corrected entered anew by old files, people and
-- health shown by what is not said.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.paid_form(number integer, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT pg_temp.add(number, VARIADIC '{"facts": "{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"}'::jsonb || extra) $$;
CREATE FUNCTION pg_temp.pay(VARIADIC months date[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.act_as('administrator');
    PERFORM payment.prepare(month) FROM unnest(months) AS month;
    RESET ROLE;
  END $$;
-- Months paid to numbered people, with the authority that pays.
CREATE FUNCTION pg_temp.paid(VARIADIC numbers integer[]) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(to_char(line.month, 'YYYY-MM') || '/' || line.authority_code, ' ' ORDER BY line.month, line.thai_id)
    FROM payment.line WHERE line.thai_id IN (SELECT pg_temp.id(number)::welfare.thai_id FROM unnest(numbers) AS number) $$;
CREATE FUNCTION pg_temp.day(today date) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    PERFORM set_config('welfare.business_date', today::text, true);
  END $$;
-- Two users of an authority, one after the other, make the same call.
CREATE FUNCTION pg_temp.by_two(authority integer, call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE said text;
  BEGIN
    PERFORM pg_temp.act_as('local_authority', authority, 'first'); EXECUTE call INTO said;
    PERFORM pg_temp.act_as('local_authority', authority, 'second'); EXECUTE call INTO said;
    RESET ROLE;
    RETURN said;
  END $$;

-- ER13, IS9.6: after a correction an edit does not reach back over the months of the authority before
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.paid_form(1), 'done', 'paid at A');
SELECT is(registry.dispose(pg_temp.id(1)::welfare.thai_id, 'moved', '2026-08-20', '2026-10-01', claimed_elsewhere_on => '2026-09-10'), 'done', 'moved, confirmed elsewhere on 10 September');
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT is(pg_temp.paid_form(1, '{"claimed_on": "10/09/2569", "ordered_on": "11/09/2569"}'), 'done', 'recorded at B');
SELECT is(pg_temp.by_two(6730213, format('SELECT registry.correct_id(%L, %L, ''x'', ''y'')', pg_temp.id(1), pg_temp.id(11))), 'done', 'whose ID B corrects');
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT is(registry.edit_beneficiary(pg_temp.id(11)::welfare.thai_id, '{"claimed_on": "01/06/2569", "ordered_on": "01/06/2569"}'), 'done', 'and whose confirmation it dates back');
SELECT pg_temp.pay('2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01');
SELECT is(pg_temp.paid(1, 11), '2026-07/5730102 2026-08/5730102 2026-09/5730102 2026-10/6730213', 'ER13: each month once, by the authority whose it is');
SELECT throws_ok(format('UPDATE registry.claim SET first_month = ''2026-09-01'' WHERE thai_id = %L', pg_temp.id(11)), '23514', NULL, 'ER13: nor does a superuser''s UPDATE reach back');

-- IS9.6, RC2: a correction after the authority's successor took over
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.paid_form(2), 'done', 'paid by an authority that ends');
SELECT pg_temp.pay('2026-08-01');
UPDATE reference.local_authority SET valid = '(,2026-10-02)', successor_code = 3730101 WHERE authority_code = 5730102;
SELECT pg_temp.day('2026-10-02');
SELECT pg_temp.act_as('administrator');
SELECT is(registry.follow_successor(5730102), 1::bigint, 'RC2: its people follow');
SELECT is(pg_temp.by_two(3730101, format('SELECT registry.correct_id(%L, %L, ''x'', ''y'')', pg_temp.id(2), pg_temp.id(22))), 'done', 'the successor corrects an ID');
SELECT pg_temp.pay('2026-08-01');
SELECT is((SELECT count(*) FROM payment.line WHERE month = '2026-08-01' AND thai_id IN (pg_temp.id(2)::welfare.thai_id, pg_temp.id(22)::welfare.thai_id)), 1::bigint, 'IS9.6: August is not paid again');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.paid_form(3)'), 'WF014%2026-10-02%', 'RC2: an authority that has ended enters nobody');
RESET ROLE;
UPDATE reference.local_authority SET valid = '(,)', successor_code = NULL WHERE authority_code = 5730102;
SELECT pg_temp.day('2026-10-01');

-- EG5.2: who has moved stays live until the last month has come
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.paid_form(4), 'done', 'a mover');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.dispose(%L, ''moved'', ''2026-10-01'')', pg_temp.id(4))), 'WF070%2027-09-01%', 'EG5.2: moved in the new fiscal year, paid until its end: not disposed yet');
SELECT is(pg_temp.refusal_of(format('SELECT registry.dispose(%L, ''moved'', ''2026-09-30'')', pg_temp.id(4))), NULL, 'EG5.2: moved in the year that is over: disposed on 1 October');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.dispose(%L, ''moved'', ''2026-09-20'', claimed_elsewhere_on => ''2026-09-19'')', pg_temp.id(4))), 'WF017 claimed_elsewhere_on%', 'DE11: nobody confirms elsewhere before having moved there');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.dispose(%L, ''died'', ''1940-01-01'')', pg_temp.id(4))), 'WF017 happened_on%birth_date%', 'nobody dies before birth');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.dispose(%L, ''waived'', ''2026-09-20'', programmes => ''{NULL}'')', pg_temp.id(4))), 'WF010 programmes%', 'a list of nothing names nothing');

-- IS9.5, IS9.6: old files bring back neither the dead nor what was corrected
SELECT is(pg_temp.paid_form(5), 'done', 'somebody') ;
SELECT is(registry.edit_beneficiary(pg_temp.id(5)::welfare.thai_id, '{"claimed_on": "02/11/2551"}'), 'done', 'whose confirmation was dated a day late');
SELECT is(registry.dispose(pg_temp.id(5)::welfare.thai_id, 'died', '2026-09-15', '2026-09-20'), 'done', 'dies');
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.paid_form(5)'), 'WF0%', 'IS9.5: the old form does not bring them back');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.paid_form(5, '{"claimed_on": "01/10/2569", "ordered_on": "01/10/2569"}')$$), 'WF06Y%ดอนยายหอม%', 'ER14: the dead do not confirm anew');
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.paid_form(5, '{"programme": "disability", "facts": "{seeing_disability}", "claimed_on": "01/10/2569", "ordered_on": "01/10/2569"}')$$), 'WF06Y%', 'ER14: to no programme');
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.paid_form(5, '{"claimed_on": "01/10/2569", "ordered_on": "01/10/2569"}')$$), 'WF06Y the person''s record at เทศบาลตำบลดอนยายหอม must be settled first', 'ER14: at no authority, which is told where to ask and no more');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.paid_form(6), 'done', 'somebody under a wrong ID');
SELECT is(pg_temp.by_two(5730102, format('SELECT registry.correct_id(%L, %L, ''x'', ''y'')', pg_temp.id(6), pg_temp.id(66))), 'done', 'corrected');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.paid_form(6)'), 'WF06Z%', 'IS9.6: the old file does not bring the wrong ID back');
SELECT is(pg_temp.paid_form(6, '{"first_name": "คนอื่น", "claimed_on": "01/09/2569", "ordered_on": "01/09/2569"}'), 'done', 'IS9.6: whose ID it is may come');

-- IS9.4: what an edit does not say it leaves
SELECT is(pg_temp.paid_form(7), 'done', 'a beneficiary');
SELECT is(registry.edit_beneficiary(pg_temp.id(7)::welfare.thai_id, '{"first_name": "ใหม่", "claimed_on": null, "ordered_on": null, "received_since": null, "facts": null, "telephone": null}'), 'done', 'a client that sends NULL for what it does not change');
RESET ROLE;
SELECT is((SELECT concat_ws('/', first_name, claimed_on, ordered_on, first_month, facts::text <> '{}', telephone) FROM registry.claim JOIN registry.person USING (thai_id) WHERE thai_id = pg_temp.id(7)::welfare.thai_id),
  'ใหม่/2008-11-01/2008-11-05/2009-04-01/t/034222222', 'IS9.4: changes nothing else');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(8, '{"birth_date": "01/12/2506", "claimed_on": "01/09/2569", "ordered_on": "01/09/2569"}'), 'done', 'born on 1 December 2506, by mistake');
SELECT is(registry.edit_beneficiary(pg_temp.id(8)::welfare.thai_id, '{"birth_date": "01/12/2495"}'), 'done', 'DE21, IS8.6: an earlier birth date is recorded, whatever the stored month since which nobody stated');
-- a claim that ended before its first month stands in nobody's way
SELECT is(pg_temp.paid_form(9, '{"birth_date": "01/06/2510", "claimed_on": "01/09/2569", "ordered_on": "01/09/2569"}'), 'done', 'too young by mistake: first paid in June 2570');
SELECT is(registry.dispose(pg_temp.id(9)::welfare.thai_id, 'waived', '2026-09-10', '2026-09-10', '{elderly}', remark => 'หนังสือสละสิทธิ'), 'done', 'given up before it began');
SELECT is(pg_temp.paid_form(9, '{"birth_date": "01/06/2500", "claimed_on": "11/09/2569", "ordered_on": "11/09/2569", "house_number": "77"}'), 'done', 'IS8.2: and come back with the right date, and a new address');
RESET ROLE;
SELECT results_eq(format('SELECT claim_number, first_month::date FROM registry.claim WHERE thai_id = %L AND state = ''live''', pg_temp.id(9)), $$VALUES (2::smallint, DATE '2026-10-01')$$, 'EG4.1: from the month after the confirmation, not from June');

-- IS9.6: what was paid under an earlier record is paid
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.paid_form(10), 'done', 'paid');
SELECT pg_temp.pay('2026-08-01');
SELECT is(registry.dispose(pg_temp.id(10)::welfare.thai_id, 'waived', '2026-08-31', programmes => '{elderly}', remark => 'หนังสือสละสิทธิ'), 'done', 'disposed') FROM pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.by_two(5730102, format('SELECT registry.re_enter(%L, ''elderly'', ''x'', ''y'')', pg_temp.id(10))), 'done', 're-entered');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of(format('SELECT registry.delete_beneficiary(%L, ''x'', true)', pg_temp.id(10))), 'WF080%', 'IS9.6: one user does not delete what was paid under the record before');
-- a request lapses when its claim changes
SELECT alike(registry.correct_id(pg_temp.id(10)::welfare.thai_id, pg_temp.id(100)::welfare.thai_id, 'x', 'y'), 'the request is recorded%', 'one asks');
SELECT is(registry.edit_beneficiary(pg_temp.id(10)::welfare.thai_id, '{"remark": "เปลี่ยน"}'), 'done', 'the claim changes');
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT alike(registry.correct_id(pg_temp.id(10)::welfare.thai_id, pg_temp.id(100)::welfare.thai_id, 'x', 'y'), 'the request is recorded%', 'IS9.6: the second asks anew, and confirms nothing that is stale');
-- IS9.5: what is suspended is paid when it is resumed, and not by ending it
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.paid_form(12), 'done', 'a beneficiary');
SELECT is(registry.suspend(pg_temp.id(12)::welfare.thai_id, '{elderly}', '2026-06-30', '1/2569', 'x'), 'done', 'suspended on 30 June');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.resume(%L, ''{elderly}'', ''2026-06-29'', ''2/2569'', ''x'')', pg_temp.id(12))), 'WF017%', 'not resumed before that');
SELECT is(pg_temp.proceed(12, 'elderly', '2026-06-25', '2026-09-10'), 'done', 'removed by order of 10 September');
SELECT is(pg_temp.by_two(5730102, format('SELECT registry.re_enter(%L, ''elderly'', ''x'', ''y'')', pg_temp.id(12))), 'done', 'wrongly');
SELECT is((SELECT string_agg(concat_ws('/', claim_number, state, last_month), ' ' ORDER BY claim_number) FROM registry.claim WHERE thai_id = pg_temp.id(12)::welfare.thai_id), '1/deleted/2026-06-01 2/suspended', 'ER14: the last month was that of the suspension; re-entered, it is suspended still');

-- AR2: who may know of a person follows the claims, up and down, at the authority that keeps the record
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.paid_form(13), 'done', 'elderly at A');
SELECT is(registry.dispose(pg_temp.id(13)::welfare.thai_id, 'waived', '2026-08-31', programmes => '{elderly}', remark => 'หนังสือสละสิทธิ'), 'done', 'waived');
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT is(pg_temp.add(13, '{"programme": "aids", "facts": "{aids_certified, poor}", "claimed_on": "10/09/2569", "ordered_on": "10/09/2569"}'), 'done', 'AIDS at B');
SELECT pg_temp.act_as('district', 7302);
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(thai_id => pg_temp.id(13)::welfare.thai_id)), 0::bigint, 'AR2: the district of B finds nobody');
SELECT pg_temp.act_as('province', 73);
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(thai_id => pg_temp.id(13)::welfare.thai_id)), 0::bigint, 'AR2: nor the province');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(13))), 'WF066%', 'AR2: nor a detail');
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT is((SELECT created_at > now() - interval '1 hour' FROM registry.person_as_of(pg_temp.id(13)::welfare.thai_id, '2026-10-01')), true, 'and B learns nothing of when A began the record');

-- QR6: a file with somebody who has gone elsewhere takes the others
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(14), 'done', 'at A');
SELECT is(registry.dispose(pg_temp.id(14)::welfare.thai_id, 'waived', '2026-08-31', programmes => '{elderly}', remark => 'หนังสือสละสิทธิ'), 'done', 'then at B');
SELECT pg_temp.act_as('local_authority', 6730213);
SELECT is(pg_temp.add(14, '{"claimed_on": "10/09/2569", "ordered_on": "10/09/2569"}'), 'done', 'recorded');
SELECT is(registry.dispose(pg_temp.id(14)::welfare.thai_id, 'waived', '2026-09-20', programmes => '{elderly}', remark => 'หนังสือสละสิทธิ'), 'done', 'and disposed there');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is((SELECT concat_ws('/', claims_added, unchanged, refused) FROM pg_temp.import(pg_temp.form(14, '{"authority_code": "5730102"}'), pg_temp.form(15, '{"authority_code": "5730102"}'))), '1/1/0', 'QR6: A''s old file: one is on record, the other is added');
SELECT lives_ok('SET CONSTRAINTS ALL IMMEDIATE', 'and the transaction would commit');
SET CONSTRAINTS ALL DEFERRED;

-- as of: a late word on one field leaves the others
SELECT is(registry.edit_beneficiary(pg_temp.id(15)::welfare.thai_id, '{"first_name": "ปัจจุบัน"}', '2026-09-01'), 'done', 'a name from September');
SELECT is(registry.edit_beneficiary(pg_temp.id(15)::welfare.thai_id, '{"telephone": "0811111111"}', '2026-01-01'), 'done', 'a telephone that was so since January');
SELECT is((SELECT concat_ws('/', first_name, telephone) FROM registry.person_as_of(pg_temp.id(15)::welfare.thai_id, day)), wanted, 'as of ' || day)
  FROM (VALUES (DATE '2025-12-31', 'สมชาย/034222222'), ('2026-01-01', 'สมชาย/0811111111'), ('2026-08-31', 'สมชาย/0811111111'), ('2026-09-01', 'ปัจจุบัน/0811111111')) AS asked (day, wanted);
SELECT is((SELECT count(*) FROM registry.claims_as_of(pg_temp.id(15)::welfare.thai_id, day)), wanted, 'a claim as of ' || day)
  FROM (VALUES (DATE '2008-10-31', 0::bigint), ('2008-11-01', 1)) AS asked (day, wanted);
SELECT alike(pg_temp.refusal_of(format('SELECT registry.edit_beneficiary(%L, %L, ''-infinity'')', pg_temp.id(15), '{"first_name": "x"}')), 'WF017%', 'nothing is true since before birth');
-- what was paid and kept is evidence
RESET ROLE;
SELECT throws_ok(statement, 'WF064', NULL, 'evidence: ' || statement)
  FROM unnest(ARRAY['DELETE FROM payment.line', 'UPDATE payment.line SET allowance = 0', 'TRUNCATE payment.line', 'DELETE FROM registry.correction', 'UPDATE registry.correction SET reason = ''x''',
    'INSERT INTO registry.person_history SELECT now(), * FROM registry.person', 'INSERT INTO registry.claim_history SELECT now(), * FROM registry.claim', 'UPDATE registry.document SET title = ''x'' WHERE false', 'DELETE FROM registry.review']) AS statement
 WHERE statement NOT LIKE '%WHERE false';
SELECT * FROM finish();
ROLLBACK;

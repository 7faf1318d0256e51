-- IS9.5, IS9.6, ER13: wrong entries, wrong disposals and wrong IDs: what was paid is neither lost nor paid again.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
-- whoever is paid: born long ago, entitled by every fact
CREATE FUNCTION pg_temp.paid_form(number integer, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT pg_temp.add(number, VARIADIC '{"facts": "{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"}'::jsonb || extra) $$;
CREATE FUNCTION pg_temp.pay(VARIADIC months date[]) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.act_as('administrator');
    PERFORM payment.prepare(month) FROM unnest(months) AS month;
    RESET ROLE;
  END $$;
-- Lines of numbered people: ID's number, month, claim, baht.
CREATE FUNCTION pg_temp.lines(VARIADIC numbers integer[]) RETURNS TABLE (number integer, month date, claim_number smallint, allowance numeric) LANGUAGE sql AS $$
  SELECT number, line.month::date, line.claim_number, line.allowance::numeric
    FROM unnest(numbers) AS number JOIN payment.line ON line.thai_id = pg_temp.id(number)::welfare.thai_id ORDER BY 1, 2 $$;
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT is(pg_temp.paid_form(number), 'done', 'a beneficiary') FROM generate_series(1, 6) AS number;
SELECT pg_temp.pay('2026-07-01', '2026-08-01');

-- IS9.6: deletion
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.delete_beneficiary(%L, ''x'', false)', pg_temp.id(1))), 'WF068%', 'IS9.6: a deletion is confirmed');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.delete_beneficiary(%L, ''x'', NULL)', pg_temp.id(1))), 'WF068%', 'IS9.6: and said to be');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.delete_beneficiary(%L, '' '', true)', pg_temp.id(1))), 'WF010 reason%', 'IS9.6: has a reason');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.delete_beneficiary(%L, ''x'', true)', pg_temp.id(1))), 'WF080%', 'IS9.6: a record of which a month was paid is not deleted');
RESET ROLE;
INSERT INTO registry.tombstone (thai_id, programme, claim_number, authority_code, reason, recorded_by, confirmed_by) VALUES (pg_temp.id(6)::welfare.thai_id, 'elderly', 1, 5730102, 'x', 'a', 'b');
SELECT alike(pg_temp.refusal_of(format('UPDATE registry.claim SET state = ''deleted'' WHERE thai_id = %L', pg_temp.id(6))), 'WF080%', 'IS9.6: nor by a superuser''s plain SQL, with two users but no replacement');
SELECT throws_ok($$INSERT INTO registry.tombstone (thai_id, programme, claim_number, authority_code, reason, recorded_by, confirmed_by) VALUES (pg_temp.id(5)::welfare.thai_id, 'elderly', 1, 5730102, 'x', 'a', 'a')$$, '23514', NULL, 'IS9.6: the second user is another');
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT is(pg_temp.add(7), 'done', 'a wrong entry, undecided and so never paid');
SELECT is(registry.delete_beneficiary(pg_temp.id(7)::welfare.thai_id, 'typed twice', true), 'done', 'IS9.6: is deleted');
SELECT is((SELECT count(*) FROM registry.find_beneficiaries(thai_id => pg_temp.id(7)::welfare.thai_id)), 0::bigint, 'IS9.6: it leaves the list');
SELECT is((SELECT DISTINCT total FROM registry.find_beneficiaries()), 6::bigint, 'IS9.6: and the count');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(7))), 'WF066%', 'IS9.6: and the detail');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.edit_beneficiary(%L, %L)', pg_temp.id(7), '{"first_name": "x"}')), 'WF066%', 'IS9.6: and every act');
RESET ROLE;
SELECT is((SELECT state::text FROM registry.claim WHERE thai_id = pg_temp.id(7)::welfare.thai_id), 'deleted', 'IS9.6: its history stays');
SELECT pg_temp.act_as('local_authority', 6730213, 'elsewhere');
SELECT is(pg_temp.add(7, '{"first_name": "คนใหม่", "birth_date": "05/05/2485", "authority_code": "6730213"}'), 'done', 'IS9.6: the ID is free again, for whoever holds it, elsewhere');
RESET ROLE;
SELECT results_eq(format('SELECT first_name, birth_date::text, authority_code FROM registry.person WHERE thai_id = %L', pg_temp.id(7)), $$VALUES ('คนใหม่', '1942-05-05', 6730213)$$, 'with the details of its own form');
SELECT results_eq(format('SELECT first_name, authority_code FROM registry.person_history WHERE thai_id = %L', pg_temp.id(7)), $$VALUES ('สมชาย', 5730102)$$, 'and the wrong ones as history');
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(7))), 'WF066%', 'IS9.1: whom the first authority sees no more');

-- IS9.5: a wrong disposal
SELECT is(registry.dispose(pg_temp.id(2)::welfare.thai_id, 'died', '2026-08-31'), 'done', 'IS9.5: taken for dead');
SELECT pg_temp.pay('2026-09-01');
SELECT results_eq('SELECT * FROM pg_temp.lines(2)', $$VALUES (2, DATE '2026-07-01', 1::smallint, 700.00), (2, DATE '2026-08-01', 1::smallint, 700.00)$$, 'ER13: dead on 31 August, August is the last month paid');
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT is(registry.re_enter(pg_temp.id(2)::welfare.thai_id, 'elderly', 'alive', 'letter 5'), 'the request is recorded; a second user of the authority confirms it by the same call', 'IS9.6: one user asks');
SELECT is(registry.re_enter(pg_temp.id(2)::welfare.thai_id, 'elderly', 'alive', 'letter 5'), 'the request is recorded; a second user of the authority confirms it by the same call', 'IS9.6: and is not the second');
SELECT pg_temp.act_as('local_authority', 6730213, 'elsewhere');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.re_enter(%L, ''elderly'', ''x'', ''y'')', pg_temp.id(2))), 'WF066%', 'IS9.2: nor is a user of another authority');
RESET ROLE; UPDATE reference.entry_window SET open_on = '[2026-10-15,2026-10-16)' WHERE fiscal_year = 2570;
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT is(registry.re_enter(pg_temp.id(2)::welfare.thai_id, 'elderly', 'alive', 'letter 5'), 'done', 'IS9.5: a second user does it, outside the entry window');
SELECT pg_temp.pay('2026-07-01', '2026-08-01', '2026-09-01');
SELECT results_eq('SELECT * FROM pg_temp.lines(2)', $$VALUES (2, DATE '2026-07-01', 1::smallint, 700.00), (2, DATE '2026-08-01', 1::smallint, 700.00), (2, DATE '2026-09-01', 2::smallint, 700.00)$$,
  'IS9.5: the new record inherits the payments, and what was missed is paid: nothing twice, nothing lost');
SELECT results_eq(format('SELECT claim_number, state::text, origin::text, replaces_claim_number, first_month::date, last_month::date FROM registry.claim WHERE thai_id = %L ORDER BY 1', pg_temp.id(2)),
  $$VALUES (1::smallint, 'deleted', 'entry', NULL::smallint, DATE '2009-04-01', DATE '2026-08-01'), (2::smallint, 'live', 're_entry', 1::smallint, DATE '2009-04-01', NULL)$$, 'IS9.5: the new record names the one it replaces');
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.re_enter(%L, ''elderly'', ''x'', ''y'')', pg_temp.id(2))), 'WF067%', 'IS9.5: what lives is not entered anew');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.delete_beneficiary(%L, ''x'', true)', pg_temp.id(2))), 'WF080%', 'IS9.6: nor deleted: a month of it was paid');

-- IS9.6: a wrong national ID, corrected twice
SELECT is(registry.correct_id(pg_temp.id(3)::welfare.thai_id, pg_temp.id(33)::welfare.thai_id, 'typing', 'card'), 'the request is recorded; a second user of the authority confirms it by the same call', 'IS9.6: a wrong ID: one user asks');
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT is(registry.correct_id(pg_temp.id(3)::welfare.thai_id, pg_temp.id(33)::welfare.thai_id, 'typing', 'card'), 'done', 'another does it');
SELECT pg_temp.pay('2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01');
SELECT results_eq('SELECT number, month FROM pg_temp.lines(3, 33)', $$VALUES (3, DATE '2026-07-01'), (3, DATE '2026-08-01'), (3, DATE '2026-09-01'), (33, DATE '2026-10-01')$$,
  'IS9.6: the months paid under the wrong ID are not paid again, the next under the right one');
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT is(registry.correct_id(pg_temp.id(33)::welfare.thai_id, pg_temp.id(34)::welfare.thai_id, 'again', 'card') IS NOT NULL, true, 'corrected once more');
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT is(registry.correct_id(pg_temp.id(33)::welfare.thai_id, pg_temp.id(34)::welfare.thai_id, 'again', 'card'), 'done', 'by another');
RESET ROLE;
SET LOCAL welfare.business_date = '2026-11-05';
SELECT pg_temp.pay('2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01');
SELECT results_eq('SELECT number, month FROM pg_temp.lines(3, 33, 34)', $$VALUES (3, DATE '2026-07-01'), (3, DATE '2026-08-01'), (3, DATE '2026-09-01'), (33, DATE '2026-10-01'), (34, DATE '2026-11-01')$$, 'IS9.6: twice corrected, each month once');
SET LOCAL welfare.business_date = '2026-10-01';
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT is((SELECT array_agg(national_id::text ORDER BY 1) FROM registry.find_beneficiaries() WHERE national_id::text IN (pg_temp.id(3), pg_temp.id(33), pg_temp.id(34))), ARRAY[pg_temp.id(34)], 'IS9.6: only the right ID is listed');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.correct_id(%L, %L, ''x'', ''y'')', pg_temp.id(4), '9000000001001')), 'WF013%', 'DC5: to a person''s ID');
SELECT is(registry.correct_id(pg_temp.id(4)::welfare.thai_id, pg_temp.id(other)::welfare.thai_id, 'x', 'y'), 'the request is recorded; a second user of the authority confirms it by the same call',
  'IS8.3: one user alone learns nothing of who holds an ID') FROM unnest(ARRAY[5, 7, 77]) AS other;
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.correct_id(%L, %L, ''x'', ''y'')', pg_temp.id(4), pg_temp.id(5))), 'WF06V%', 'IS9.6: not to the ID of somebody who is on record');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.correct_id(%L, %L, ''x'', ''y'')', pg_temp.id(4), pg_temp.id(7))), 'WF020%รางพิกุล%', 'IS8.3: at another authority, which is named');
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.correct_id(%L, %L, ''x'', ''y'')', pg_temp.id(4), pg_temp.id(4))), 'WF067%', 'nor to itself');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.correct_id(%L, %L, '''', ''y'')', pg_temp.id(4), pg_temp.id(44))), 'WF010 reason%', 'with a reason');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.correct_id(%L, %L, ''x'', NULL)', pg_temp.id(4), pg_temp.id(44))), 'WF010 document%', 'and a document');
-- of disposed and live claims together
SELECT is(registry.dispose(pg_temp.id(4)::welfare.thai_id, 'waived', '2026-06-15', '2026-06-20', '{elderly}', remark => 'หนังสือสละสิทธิ'), 'done', 'waived');
RESET ROLE; UPDATE reference.entry_window SET open_on = welfare.fiscal_year_range(2570) WHERE fiscal_year = 2570;
SELECT pg_temp.act_as('local_authority', 5730102, 'first');
SELECT is(pg_temp.paid_form(4, '{"claimed_on": "20/08/2569", "ordered_on": "20/08/2569"}'), 'done', 'and confirmed again');
SELECT is(registry.correct_id(pg_temp.id(4)::welfare.thai_id, pg_temp.id(44)::welfare.thai_id, 'typing', 'card') IS NOT NULL, true, 'a wrong ID of both');
SELECT pg_temp.act_as('local_authority', 5730102, 'second');
SELECT is(registry.correct_id(pg_temp.id(4)::welfare.thai_id, pg_temp.id(44)::welfare.thai_id, 'typing', 'card'), 'done', 'is corrected');
RESET ROLE;
SELECT results_eq(format('SELECT claim_number, state::text, last_month::date FROM registry.claim WHERE thai_id = %L ORDER BY 1', pg_temp.id(44)),
  $$VALUES (1::smallint, 'disposed', DATE '2026-06-01'), (2::smallint, 'live', NULL)$$, 'IS9.6: the disposed one stays disposed, the live one lives');
SELECT is((SELECT cause::text FROM registry.disposal WHERE thai_id = pg_temp.id(44)::welfare.thai_id), 'waived', 'with its disposal');
SELECT pg_temp.pay('2026-07-01', '2026-08-01', '2026-09-01');
SELECT results_eq('SELECT number, month FROM pg_temp.lines(4, 44)', $$VALUES (4, DATE '2026-07-01'), (4, DATE '2026-08-01'), (4, DATE '2026-09-01'), (4, DATE '2026-10-01'), (4, DATE '2026-11-01')$$, 'ER13: and no month twice');
SELECT * FROM finish();
ROLLBACK;

-- What becomes known between the steps of a month's payments (ER13, ER14, ER15, DE3, DE6, DE7): a death, a suspension, a waiver, after the lines were prepared and before the money leaves.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
\ir payments.psql
SELECT no_plan();
\set m '\'2026-09-01\'::date'
-- The civil registry tells of a death, and the day's jobs follow.
CREATE FUNCTION pg_temp.registry_tells(number integer, day date) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE
    told text := pg_temp.feed(number, jsonb_build_object('happened_on', day, 'registered_on', welfare.business_date(), 'reported_on', welfare.business_date(), 'event_reference', 'R' || number));
  BEGIN
    PERFORM pg_temp.be('admin');
    PERFORM civil.sweep(), payment.hold_the_dead();
    RESET ROLE;
    RETURN told;
  END $$;
-- The authority itself records that somebody has died; suspends somebody by order; takes a waiver.
CREATE FUNCTION pg_temp.dies(number integer, day date) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', %L)', pg_temp.p(number), day)) $$;
CREATE FUNCTION pg_temp.suspend(number integer, day date) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.by('a.executive', format('registry.suspend(%L, ''{elderly}'', %L, ''1/2569'', ''สงสัยว่าขาดคุณสมบัติ'')', pg_temp.p(number), day)) $$;
CREATE FUNCTION pg_temp.waives(number integer, day date) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.by('a.officer', format('registry.dispose(%L, ''waived'', %L, programmes => ''{elderly}'', remark => ''หนังสือสละสิทธิ'')', pg_temp.p(number), day)) $$;
-- What of September is on its way to somebody, or has been.
CREATE FUNCTION pg_temp.under_way(number integer) RETURNS numeric LANGUAGE plpgsql SECURITY DEFINER AS $$
  BEGIN RETURN (SELECT coalesce(sum(instruction.amount), 0) FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt)
                 WHERE failure.thai_id IS NULL AND thai_id = pg_temp.p(number) AND month = '2026-09-01'); END $$;

SELECT pg_temp.today('2026-08-10');
SELECT pg_temp.enter('a.officer', n, 'elderly', CASE n % 2 WHEN 0 THEN pg_temp.account('00000000' || n) ELSE '{}' END) FROM generate_series(10, 59) AS n \g /dev/null
SELECT pg_temp.today('2026-09-01');
SELECT pg_temp.prepare(:m) \g /dev/null
SELECT pg_temp.today('2026-09-03');
-- known before the draft: tens; 1x the registry, 2x the authority, 3x a suspension, 4x a waiver; x1 before the draft, x2 before approval, x3 before the seal, x4 before handing over
-- in each the right ends with August; x6 to x9 the same, with the right ending with September, which is paid
SELECT is(pg_temp.registry_tells(11, '2026-08-31'), '1 0 0', 'ER15: a death of 31 August') UNION ALL SELECT is(pg_temp.registry_tells(16, '2026-09-01'), '1 0 0', 'ER15: and of 1 September');
SELECT is(pg_temp.dies(21, '2026-08-31'), 'done', 'ER14: a death of 31 August, by the authority') UNION ALL SELECT is(pg_temp.dies(26, '2026-09-01'), 'done', 'ER14: and of 1 September');
SELECT is(pg_temp.suspend(31, '2026-08-31'), 'done', 'ER14: a suspension of 31 August') UNION ALL SELECT is(pg_temp.suspend(36, '2026-09-01'), 'done', 'ER14: and of 1 September');
SELECT is(pg_temp.waives(41, '2026-08-31'), 'done', 'DE6: a waiver of 31 August') UNION ALL SELECT is(pg_temp.waives(46, '2026-09-01'), 'done', 'DE6: and of 1 September');
SELECT pg_temp.draft('a.officer', :m), pg_temp.review('a.officer', :m) AS digest \gset
SELECT is(pg_temp.sees('a.officer', format('SELECT national_id FROM payment.payroll_items(%L, ''elderly'') WHERE NOT held AND national_id = %L', :m, pg_temp.p(n))), NULL, 'DE3!, DE6!: no September is drafted for ' || why)
  FROM (VALUES (11, 'whom the registry has as dead in August'), (21, 'whom the authority has as dead in August'), (31, 'who was suspended in August'), (41, 'who waived in August')) AS v (n, why);
SELECT is(pg_temp.sees('a.officer', format('SELECT amount FROM payment.payroll_items(%L, ''elderly'') WHERE NOT held AND national_id = %L', :m, pg_temp.p(n))), '(700.00)', 'DE3, DE6: September is for ' || why)
  FROM (VALUES (16, 'who died on the 1st'), (26, 'who died on the 1st by the authority''s record'), (36, 'who was suspended on the 1st'), (46, 'who waived on the 1st')) AS v (n, why);

-- Between review and approval
SELECT is(pg_temp.registry_tells(17, '2026-09-02'), '1 0 0', 'ER15: a death of September after the review');
SELECT is(pg_temp.approve_would('a.executive', :m, :'digest'), 'taken', 'DE3: changes nothing of September');
SELECT is(pg_temp.dies(22, '2026-08-31'), 'done', 'ER14: the authority hears of a death of August after the review');
SELECT is(pg_temp.approve_would('a.executive', :m, :'digest'), 'WF407', 'DE3!: what was reviewed pays a dead person');
SELECT is(pg_temp.suspend(32, '2026-08-31'), 'done', 'ER14: a suspension of August after the review') UNION ALL SELECT is(pg_temp.waives(42, '2026-08-31'), 'done', 'DE6: a waiver of August');
SELECT is(pg_temp.approve_would('a.executive', :m, :'digest'), 'WF407', 'ER14!, DE6!: what was reviewed pays who is not entitled');
SELECT is(pg_temp.registry_tells(12, '2026-08-31'), '1 0 0', 'ER15: a death of August after the review');
SELECT is(pg_temp.approve_would('a.executive', :m, :'digest'), 'WF407', 'ER15!: what was reviewed pays a dead person');
SELECT is(pg_temp.sign_all('a', :m), 'elderly done', 'ER13: drafted anew, reviewed, approved');
SELECT is(pg_temp.under_way(n), 0::numeric, 'DE3!, DE6!: not paid is ' || n) FROM unnest('{11,12}'::integer[]) AS n;
SELECT is(pg_temp.under_way(n), 0::numeric, 'DE3!, ER14!, DE6!: nor is ' || n) FROM unnest('{21,22,31,32,41,42}'::integer[]) AS n;
SELECT is(pg_temp.under_way(n), 700::numeric, 'DE3, DE6: paid is ' || n) FROM unnest('{16,17,26,36,46,50}'::integer[]) AS n;

-- Between approval and seal
SELECT is(pg_temp.registry_tells(13, '2026-08-31'), '1 0 0', 'ER15: a death of August after approval') UNION ALL SELECT is(pg_temp.registry_tells(18, '2026-09-01'), '1 0 0', 'ER15: and of 1 September');
SELECT is(pg_temp.dies(23, '2026-08-31'), 'done', 'ER14: so by the authority') UNION ALL SELECT is(pg_temp.suspend(33, '2026-08-31'), 'done', 'ER14: a suspension') UNION ALL SELECT is(pg_temp.waives(43, '2026-08-31'), 'done', 'DE6: a waiver');
SELECT alike(pg_temp.seal('treasury', :m), '1 %', 'ER13: sealed');
SELECT is(pg_temp.under_way(13), 0::numeric, 'ER15!: the dead is held back') UNION ALL SELECT is(pg_temp.under_way(18), 700::numeric, 'DE3: who died on the 1st is not');
SELECT is(pg_temp.under_way(n), 0::numeric, 'ER13!: known before the seal, ' || why || ' is not sealed') FROM (VALUES (23, 'a death'), (33, 'a suspension'), (43, 'a waiver')) AS v (n, why);

-- Between seal and handing over
SELECT is(pg_temp.registry_tells(19, '2026-09-01'), '1 0 0', 'ER15: a death of 1 September after the seal');
SELECT is(pg_temp.would('treasury.2', format('payment.send_disbursement(%s, %L)', pg_temp.last_disbursement(), pg_temp.seal_of())), 'taken', 'DE3: keeps nothing');
SELECT is(pg_temp.dies(24, '2026-08-31'), 'done', 'ER14: the authority hears of a death of August after the seal');
SELECT is(pg_temp.would('treasury.2', format('payment.send_disbursement(%s, %L)', pg_temp.last_disbursement(), pg_temp.seal_of())), 'WF40B', 'ER13!: it is not handed over');
SELECT is(pg_temp.registry_tells(14, '2026-08-31'), '1 0 0', 'ER15: a death of August after the seal');
SELECT is(pg_temp.send('treasury.2'), 'WF40B', 'ER15!: it is not handed over') UNION ALL SELECT is(pg_temp.break('treasury'), 'done', 'ER15: the seal is broken');
SELECT alike(pg_temp.seal('treasury', :m), '1 %', 'ER15: sealed anew') UNION ALL SELECT is(pg_temp.send('treasury.2'), 'done', 'ER15: and handed over');
SELECT is(pg_temp.under_way(14), 0::numeric, 'ER15!: without the dead') UNION ALL SELECT is(pg_temp.under_way(19), 700::numeric, 'DE3: with who died on the 1st');

-- After handing over: October is not paid, September is not asked for twice
SELECT is(pg_temp.registry_tells(15, '2026-08-31'), '1 0 0', 'ER15: a death of August when all is handed over');
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.job('2026-10-01');
SELECT pg_temp.sign_all('a', :m, 'x'), pg_temp.sign_all('a', '2026-10-01') \g /dev/null
SELECT is((SELECT count(*) FROM payment.instruction WHERE month = '2026-10-01' AND thai_id IN (SELECT pg_temp.p(n) FROM generate_series(11, 49) AS n WHERE n % 10 <> 0 AND n NOT IN (25, 27, 28, 29, 34, 35, 37, 38, 39, 44, 45, 47, 48, 49))), 0::bigint, 'DE3!, DE6!: October is paid to none of them');
SELECT is((SELECT count(*) FROM payment.instruction WHERE month = '2026-10-01' AND thai_id IN (SELECT pg_temp.p(n) FROM unnest('{10,20,25,27,28,29,30,34,35,37,38,39,40,44,45,47,48,49,50,51,59}'::integer[]) AS n)), 21::bigint, 'ER13: and to everybody else');
SELECT is((SELECT count(*) FROM (SELECT FROM payment.instruction LEFT JOIN payment.failure USING (thai_id, programme, month, adjustment_number, payer, attempt) WHERE failure.thai_id IS NULL
                                  GROUP BY instruction.thai_id, month HAVING count(*) > 1) AS twice), 0::bigint, 'ER13!: nobody is paid twice');
SELECT is(pg_temp.broken(), NULL, 'QR8: after all of it everything that must always be true is');
SELECT * FROM finish();
ROLLBACK;

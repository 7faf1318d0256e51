-- RC8.4: what a proposed rate would cost: the proposals of B.E. 2567, against sums made by hand.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.entitled(number integer, born text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS text LANGUAGE sql VOLATILE AS $$
  SELECT pg_temp.add(number, VARIADIC jsonb_build_object('birth_date', born, 'facts',
    '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}') || extra) $$;
SELECT pg_temp.act_as('local_authority', 5730102);
-- 69 until 30 November 2569, 70 from December; 75; 85; 95; one barred by a pension, one disposed with October
SELECT is(pg_temp.entitled(1, '01/12/2499', '{"claimed_on": "01/11/2560", "ordered_on": "01/11/2560"}'), 'done', 'born on 1 December 2499');
SELECT is(pg_temp.entitled(2, '05/05/2494', '{"claimed_on": "01/11/2560", "ordered_on": "01/11/2560"}'), 'done', '75');
SELECT is(pg_temp.entitled(3, '05/05/2484'), 'done', '85');
SELECT is(pg_temp.entitled(4, '05/05/2474'), 'done', '95');
SELECT is(pg_temp.entitled(5, '05/05/2484', '{"facts": "{thai_nationality, in_house_register, state_pension}"}'), 'done', 'barred');
SELECT is(pg_temp.entitled(6, '05/05/2484'), 'done', 'ends');
SELECT is(registry.dispose(pg_temp.id(6)::welfare.thai_id, 'waived', '2026-10-01', programmes => '{elderly}', remark => 'หนังสือสละสิทธิ'), 'done', 'with October');
SELECT pg_temp.act_as('department');
SELECT results_eq($$SELECT month, from_age, claims, present, proposed, difference FROM report.cost_of('60:700,70:850,80:1000,90:1250', 'elderly', '2026-10-01', '2026-12-01')$$,
  $$VALUES (DATE '2026-10-01', 60, 1::bigint, 600::numeric, 700::numeric, 100::numeric), ('2026-10-01', 70, 1, 700, 850, 150), ('2026-10-01', 80, 2, 1600, 2000, 400), ('2026-10-01', 90, 1, 1000, 1250, 250),
           ('2026-11-01', 60, 1, 600, 700, 100), ('2026-11-01', 70, 1, 700, 850, 150), ('2026-11-01', 80, 1, 800, 1000, 200), ('2026-11-01', 90, 1, 1000, 1250, 250),
           ('2026-12-01', 70, 2, 1400, 1700, 300), ('2026-12-01', 80, 1, 800, 1000, 200), ('2026-12-01', 90, 1, 1000, 1250, 250)$$,
  'RC8.4: 700/850/1,000/1,250: the step of 1 December is taken in December (RC6), who is barred costs nothing, who has ended no more');
SELECT results_eq($$SELECT sum(claims), sum(present), sum(proposed), sum(difference) FROM report.cost_of('60:1000', 'elderly', '2026-11-01', '2026-11-01')$$,
  $$VALUES (4::numeric, 3100::numeric, 4000::numeric, 900::numeric)$$, 'RC8.4: a flat 1,000');
SELECT is((SELECT sum(difference) FROM report.cost_of('60:600,70:700,80:800,90:1000', 'elderly', '2026-10-01', '2027-09-01')), 0::numeric, 'RC8.4: the present ladder costs nothing more, in any month');
-- the additional component of April to September 2565 stays beside the proposal
SELECT results_eq($$SELECT sum(present), sum(proposed) FROM report.cost_of('60:700', 'elderly', '2022-04-01', '2022-04-01') WHERE from_age = 60$$,
  $$SELECT sum(law + more)::numeric, sum(700 + more)::numeric FROM (VALUES (600, 100), (700, 150), (800, 200), (800, 200), (1000, 250)) AS step (law, more)$$, 'RC8.1: what is paid beside the base goes on');
SELECT alike(pg_temp.refusal_of($$SELECT report.cost_of(NULL, 'elderly', '2026-10-01', '2026-10-01')$$), 'WF010 ladder%', 'a ladder is required');
SELECT alike(pg_temp.refusal_of($$SELECT report.cost_of('60:1', 'elderly', '2026-10-02', '2026-11-01')$$), 'WF034%', 'months begin on the 1st');
SELECT alike(pg_temp.refusal_of($$SELECT report.cost_of('60:1', 'elderly', '2026-11-01', '2026-10-01')$$), 'WF017%', 'and not backwards');
SELECT alike(pg_temp.refusal_of($$SELECT report.cost_of('60:1', 'elderly', '1999-11-01', '1999-11-01')$$), 'WF031%', 'a month without law is refused, not guessed');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of($$SELECT report.cost_of('60:1', 'elderly', '2026-10-01', '2026-10-01')$$), '42501%', 'an officer does not ask');
RESET ROLE; SET LOCAL ROLE welfare_department;
SELECT alike(pg_temp.refusal_of($$SELECT report.cost_of('60:1', 'elderly', '2026-10-01', '2026-10-01')$$), 'WF007%', 'nor one that changes the role');
SELECT * FROM finish();
ROLLBACK;

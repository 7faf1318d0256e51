-- EG3.1, EG4.1, ER6, ER18, DE1, DE9, DE20: confirmations before 60: how early, who waits, and what the date of entitlement makes of it.
\ir fixture.psql
SELECT no_plan();
\ir form.psql
\ir submission.psql
SELECT pg_temp.today_is('2026-10-01');

-- how early: 60 by the end of the next fiscal year, 30 September 2571
SELECT is(pg_temp.refused('receiver', pg_temp.submit(1, 'elderly', '{}', '{"birth_date": "01/10/2511"}')), NULL, 'EG3.1: who is 60 by the end of the next fiscal year confirms: born on the 1st, complete the day before');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(1, 'elderly', '{}', '{"birth_date": "02/10/2511"}')), '^WF305 .*2028-10-01, after 2028-09-30', 'EG3.1!: who is so one day later does not');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(1, 'elderly', '{"received_on": "30/09/2569"}', '{"birth_date": "01/10/2510"}')), NULL, 'EG3.1: the fiscal year is that of the receipt');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(1, 'elderly', '{"received_on": "30/09/2569"}', '{"birth_date": "02/10/2510"}')), '^WF305', 'EG3.1!: which on 30 September is the old one');

-- waiting: born in November 2509; the first month is December 2569, born on the 1st November
SELECT pg_temp.by('receiver', pg_temp.submit(number, 'elderly', '{}', jsonb_build_object('birth_date', born) || CASE WHEN facts IS NULL THEN '{}' ELSE jsonb_build_object('facts', facts) END))
  FROM (VALUES (1, '01/11/2509', NULL), (2, '02/11/2509', NULL), (3, '15/10/2509', NULL), (4, '15/10/2509', '{thai_nationality, in_house_register, state_pension, !disability_allowance, !aids_allowance}'),
               (5, '15/10/2509', '{thai_nationality, in_house_register, !disability_allowance, !aids_allowance}'), (6, '15/10/2509', '{thai_nationality, in_house_register, state_pension, disability_allowance}'),
               (7, '01/01/2490', NULL), (8, '02/12/2509', NULL), (9, '02/12/2509', NULL)) AS given (number, born, facts) \g /dev/null
SELECT is(pg_temp.accept(1), 'recorded 2026-11 1 2026-11', 'EG4.1: the month after the confirmation is that of the age: nothing is early, and no claim waits');
SELECT is(pg_temp.accept(2), 'waiting 2026-12', 'EG3.1: an early confirmation waits');
SELECT is(pg_temp.accept(3, 'elderly', 'to_be_checked'), 'waiting 2026-11', 'ER7: and so does one to be checked on the date of entitlement');
SELECT pg_temp.accept(4, 'elderly', 'to_be_checked'), pg_temp.accept(5, 'elderly', 'to_be_checked'), pg_temp.accept(6, 'elderly', 'to_be_checked') \g /dev/null
SELECT is(pg_temp.accept(7, 'elderly', 'complete'), 'recorded 2026-11 1 2026-11', 'ER7!: who is 60 does not wait');
SELECT pg_temp.accept(8), pg_temp.accept(9) \g /dev/null
RESET ROLE;
SELECT is((SELECT count(*) FROM registry.claim WHERE thai_id::text = ANY (ARRAY(SELECT pg_temp.id(number) FROM generate_series(2, 6) AS number))), 0::bigint, 'EG3.1!: whoever waits has no claim');

-- the check
SELECT pg_temp.act_as('administrator');
SELECT matches(pg_temp.refusal_of('SELECT registry.check_waiting(''2026-12-01'')'), '^WF30G', 'EG3.1!: nobody is checked two months before');
SELECT matches(pg_temp.refusal_of('SELECT registry.check_waiting(''2026-11-02'')'), '^WF034', 'EG3.1!: a month is its first day');
SELECT matches(pg_temp.refused('mayor', 'registry.check_waiting(''2026-11-01'')'), '^42501', 'ER7!: no authority runs the check');
SELECT pg_temp.today_is('2026-10-31'), pg_temp.act_as('administrator');
SELECT results_eq('SELECT * FROM registry.check_waiting(''2026-11-01'')', 'VALUES (2::bigint, 1::bigint, 1::bigint)', 'EG3.1, ER6, ER18: on the eve: two start, one stops, one is undecided');
SELECT is(pg_temp.stands(3), 'started 2026-11 1 2026-11', 'ER6: proved starts the claim');
SELECT is(pg_temp.stands(6), 'started 2026-11 1 2026-11', 'ER18: a pension bars nobody who receives the disability allowance');
SELECT is(pg_temp.stands(4), 'stopped 2026-11', 'ER6, ER18!: a pension stops the form');
SELECT ok(pg_temp.stands(5) LIKE 'waiting 2026-11 %state_pension%', 'ER18!: what nobody knows starts nothing');
SELECT is(pg_temp.stands(2), 'waiting 2026-12', 'EG3.1: the next month''s wait on');
SELECT results_eq('SELECT * FROM registry.check_waiting(''2026-11-01'')', 'VALUES (0::bigint, 0::bigint, 1::bigint)', 'ER7: run again it changes nothing');
SELECT is((SELECT string_agg(kind || ' ' || outcome || coalesce(' ' || remark, ''), ', ' ORDER BY step_number) FROM registry.submission_path(pg_temp.id(4)::thai_id, 'elderly', split_part(pg_temp.key(4), ', ', 3)::bigint) WHERE kind = 'check'),
  'check unmet state_pension, disability_allowance, aids_allowance', 'ER18: the path names the terms: the bar, and what would lift it');
SELECT is((SELECT count(*) FROM registry.submission_path(pg_temp.id(5)::thai_id, 'elderly', split_part(pg_temp.key(5), ', ', 3)::bigint) WHERE kind = 'check'), 1::bigint, 'ER7!: the same doubt is no second step');
-- the list, and what is supplied later
SELECT pg_temp.today_is('2027-01-15'), pg_temp.become_staff('receiver');
SELECT results_eq('SELECT national_id::text FROM registry.submissions(undecided_only => true)', ARRAY[pg_temp.id(5)], 'ER7: the undecided are on the officer''s list');
SELECT matches(pg_temp.refused('mayor', format('registry.supply_facts(%s, ''{!state_pension}'', ''x'')', pg_temp.key(5))), '^WF30C', 'ER7!: facts are supplied by an officer');
SELECT matches(pg_temp.refused('receiver', format('registry.supply_facts(%s, ''{!state_pension}'', '''')', pg_temp.key(5))), '^WF010 document', 'ER7!: with a paper');
SELECT matches(pg_temp.refused('receiver', format('registry.supply_facts(%s, ''{moon}'', ''x'')', pg_temp.key(5))), '^WF012', 'ER7!: in the vocabulary');
SELECT pg_temp.by('receiver', format('registry.supply_facts(%s, ''{!state_pension, !special_pension}'', ''หนังสือกรมบัญชีกลาง'')', pg_temp.key(5))) \g /dev/null
SELECT ok(pg_temp.stands(5) LIKE 'waiting 2026-11 %state_salary%' AND pg_temp.stands(5) NOT LIKE '%pension%', 'ER7: what is still open stays on the list');
SELECT pg_temp.by('receiver', format('registry.supply_facts(%s, ''{!state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'', ''หนังสือ'')', pg_temp.key(5))) \g /dev/null
SELECT is(pg_temp.stands(5), 'started 2026-11 1 2026-11', 'DE20, EG4.1: checked in January, the claim is paid from November: arrears follow');
SELECT matches(pg_temp.refused('receiver', format('registry.supply_facts(%s, ''{state_pension}'', ''x'')', pg_temp.key(5))), '^WF30B', 'ER7!: nothing is supplied to a claim by its form');
-- a late order of a form to be checked
SELECT pg_temp.by('receiver', pg_temp.submit(11, 'elderly', '{"received_on": "15/11/2569"}')) \g /dev/null
SELECT is(pg_temp.accept(11, 'elderly', 'to_be_checked'), 'started 2026-12 1 2026-12', 'DE20: ordered after its month came, a form to be checked is checked at once');

-- the owner's job says who it is
RESET ROLE;
SELECT set_config('welfare.principal', '', true), set_config('welfare.duty', '', true), set_config('welfare.nation', 'off', true), set_config('welfare.authority_code', '0', true) \g /dev/null
SELECT results_eq('SELECT started FROM registry.check_waiting(''2026-12-01'')', ARRAY[1::bigint], 'EG3.1: a job runs it as the owner');
SELECT is(pg_temp.stands(2), 'started 2026-12 1 2026-12', 'EG4.1: born on 2 November: December');
SELECT ok(welfare.principal() IS NULL AND NOT coalesce(welfare.nation(), false), 'ER7!: and is nobody afterwards');

-- DE9: who moves before the first payment confirms anew
SELECT pg_temp.today_is('2026-11-20');
SELECT matches(pg_temp.refused('receiver_b', pg_temp.submit(8, 'elderly', '{}', '{"birth_date": "02/12/2509"}')), '^WF301', 'DE9!: while the form is open elsewhere, no other');
SELECT matches(pg_temp.refused('receiver_b', pg_temp.submit(8, 'elderly', '{"moved_in_on": "01/10/2569"}', '{"birth_date": "02/12/2509"}')), '^WF301', 'DE9!: nor for who had moved before that form, which would be wrong');
SELECT is(pg_temp.by('receiver_b', pg_temp.submit(8, 'elderly', '{"moved_in_on": "10/11/2569"}', '{"birth_date": "02/12/2509"}'))::jsonb ->> 'expected_first_month', '2027-01-01', 'DE9: who moved before the first month confirms at the new authority');
SELECT pg_temp.become_staff('receiver');
SELECT results_eq('SELECT state::text FROM registry.submissions(states => ''{superseded}'')', ARRAY['superseded'], 'DE9: and the waiting form is superseded');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(8, 'elderly', '{}', '{"birth_date": "02/12/2509"}')), '^WF301 .*หนองปากโลง', 'DE9!: the old authority''s right is gone');
SELECT pg_temp.today_is('2027-01-01');
SELECT matches(pg_temp.refused('receiver_b', pg_temp.submit(9, 'elderly', '{"moved_in_on": "01/01/2570"}', '{"birth_date": "02/12/2509"}')), '^WF301', 'DE9, DE11!: who moves on the 1st of the first month is still with the old one');
SELECT pg_temp.by('opiner', format('registry.lapse_submission(%s, ''ย้าย'')', pg_temp.key(9))) \g /dev/null
SELECT is(pg_temp.stands(9), 'lapsed 2027-01', 'DE9: an officer lapses a form of who moved');
SELECT is(pg_temp.refused('receiver_b', pg_temp.submit(9, 'elderly', '{}', '{"birth_date": "02/12/2509"}')), NULL, 'DE9: and then the new authority takes one');
-- ER18: another allowance that the authority pays lifts the bar
SELECT pg_temp.by('receiver', pg_temp.submit(number, 'elderly', '{}', '{"facts": "{thai_nationality, in_house_register, state_pension}", "birth_date": "15/01/2510"}')) FROM unnest('{12,13}'::integer[]) AS number \g /dev/null
SELECT pg_temp.by('receiver', format('registry.add_beneficiary(%L)', pg_temp.form(12, '{"birth_date": "15/01/2510", "programme": "disability", "facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability}", "claimed_on": "01/12/2569", "ordered_on": "01/12/2569"}'))) \g /dev/null
SELECT pg_temp.accept(12, 'elderly', 'to_be_checked'), pg_temp.accept(13, 'elderly', 'to_be_checked') \g /dev/null
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT registry.check_waiting('2027-02-01') \g /dev/null
SELECT is(pg_temp.stands(12), 'started 2027-02 1 2027-02', 'ER18: who receives the disability allowance there is not barred by a pension');
SELECT ok(pg_temp.stands(13) LIKE 'waiting 2027-02%', 'ER18!: of whom nothing is known, the officer is asked');
SELECT * FROM finish();
ROLLBACK;

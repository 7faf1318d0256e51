-- ER6, ER9, ER12, ER13, ER18, EG4.1, EO2, EO3, DR6, DR12, AR1, AR2, RC5–RC8, DE1–DE7: what a claim is entitled to in a month, for those who may see it.
\ir fixture.psql
\ir form.psql
SELECT plan(77);
CREATE FUNCTION pg_temp.elderly(number integer, born text, VARIADIC extra jsonb[] DEFAULT '{}') RETURNS jsonb
  LANGUAGE sql AS $$
    SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born)
           || coalesce((SELECT jsonb_object_agg(key, value) FROM unnest(extra) AS form CROSS JOIN LATERAL jsonb_each(form)), '{}')
  $$;
CREATE FUNCTION pg_temp.disabled(number integer, born text, facts text DEFAULT '!welfare_card', claimed text DEFAULT '01/02/2564') RETURNS jsonb
  LANGUAGE sql AS $$
    SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born, 'claimed_on', claimed, 'ordered_on', claimed, 'programme', 'disability',
                              'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter, ' || facts || '}')
  $$;
CREATE FUNCTION pg_temp.sick(number integer, born text DEFAULT '15/06/2490') RETURNS jsonb
  LANGUAGE sql AS $$
    SELECT jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', born, 'claimed_on', '01/02/2564', 'ordered_on', '15/05/2564', 'programme', 'aids',
                              'facts', '{in_house_register, aids_certified, cannot_work}')
  $$;
-- State, amount due and rate rows of a claim in a month as the current role; who pays is in the components.
CREATE FUNCTION pg_temp.told(number integer, month date, programme text DEFAULT 'elderly') RETURNS text
  LANGUAGE sql AS $$
    SELECT concat_ws(' ', state, not_covered, ended_by, CASE WHEN pending_removal THEN 'pending' END, amount::integer)
      FROM registry.entitlement(pg_temp.id(number)::thai_id, programme::reference.programme_name, month)
  $$;
CREATE FUNCTION pg_temp.parts(number integer, month date, programme text DEFAULT 'elderly') RETURNS text
  LANGUAGE sql AS $$
    SELECT concat_ws(' ', age, step, age_day, (SELECT string_agg(concat_ws('/', part ->> 'component', part ->> 'payer', (part ->> 'amount')::numeric::integer), ' ' ORDER BY part ->> 'component')
                                                 FROM jsonb_array_elements(components) AS part))
      FROM registry.entitlement(pg_temp.id(number)::thai_id, programme::reference.programme_name, month)
  $$;
CREATE FUNCTION pg_temp.asks(number integer, programme text, month date) RETURNS text
  LANGUAGE sql AS $$ SELECT pg_temp.refusal_of(format('SELECT * FROM registry.entitlement(%L, %L, %L)', pg_temp.id(number), programme, month)) $$;
\set pension '''{"facts": "{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !disability_allowance, !aids_allowance}"}''::jsonb'

SELECT pg_temp.become('welfare_admin');
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(
  pg_temp.elderly(1, '01/01/2497', '{"claimed_on": "01/01/2558", "ordered_on": "01/01/2558"}'), pg_temp.elderly(2, '02/01/2497', '{"claimed_on": "01/01/2558", "ordered_on": "01/01/2558"}'),
  pg_temp.elderly(3, '00/00/2479'), pg_temp.elderly(4, '00/07/2489'),
  pg_temp.elderly(5, '15/06/2490', :pension), pg_temp.elderly(6, '15/06/2490', :pension), pg_temp.disabled(6, '15/06/2490'),
  pg_temp.elderly(7, '15/06/2490', :pension), pg_temp.sick(7),
  pg_temp.elderly(8, '15/06/2490', '{"facts": "{thai_nationality, in_house_register}"}'),
  pg_temp.elderly(9, '15/06/2490', '{"top_up": "150"}'), pg_temp.elderly(10, '15/06/2490', '{"claimed_on": "31/08/2566", "ordered_on": "05/09/2566"}'),
  pg_temp.elderly(11, '01/10/2485'), pg_temp.elderly(12, '02/10/2485'), pg_temp.elderly(13, '15/03/2496', '{"claimed_on": "01/01/2557", "ordered_on": "01/01/2557"}'),
  pg_temp.elderly(14, '15/06/2490'), pg_temp.elderly(15, '15/06/2490'), pg_temp.elderly(16, '15/06/2490'), pg_temp.elderly(17, '15/06/2490'),
  pg_temp.elderly(18, '15/03/2500', '{"claimed_on": "01/10/2560", "ordered_on": "01/10/2560"}'),
  pg_temp.disabled(20, '01/03/2551', 'welfare_card'), pg_temp.disabled(21, '02/03/2551', 'welfare_card'), pg_temp.disabled(22, '02/03/2551'),
  pg_temp.disabled(23, '15/06/2530'), pg_temp.disabled(24, '15/06/2530'), pg_temp.disabled(25, '15/06/2530', '!welfare_card', '01/02/2550'),
  pg_temp.sick(26), pg_temp.elderly(30, '15/06/2490', '{"authority_code": "3730101"}'))), ARRAY[0], 'all are taken');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null

-- ER6, ER12, ER18
SELECT is(pg_temp.told(14, '2026-10-01'), 'payable 700', 'ER6, ER12: qualified, 79 years old: 700');
SELECT is(pg_temp.told(5, '2026-10-01'), 'unmet 0', 'ER6!, ER18!, ER12!: a pensioner of the state is due nothing');
SELECT is(pg_temp.told(6, '2026-10-01'), 'payable 700', 'ER18: a pensioner with the disability allowance is');
SELECT is(pg_temp.told(6, '2021-02-01'), 'unmet 0', 'ER18!: not before that allowance begins');
SELECT is(pg_temp.told(6, '2021-03-01'), 'payable 700', 'ER18: from its first month on');
SELECT is(pg_temp.told(7, '2026-10-01'), 'payable 700', 'ER18: a pensioner with the AIDS allowance is, too');
SELECT is(pg_temp.told(8, '2026-10-01'), 'undecided 0', 'ER6!: what is not decided pays nothing');
SELECT is((SELECT (amount, allowance, top_up, other_payers)::text FROM registry.entitlement(pg_temp.id(9)::thai_id, 'elderly', '2026-10-01')), '(850.00,700.00,150.00,0)', 'ER12: the authority''s own top-up comes on top');
SELECT is((SELECT (amount, allowance, state)::text FROM registry.entitlement(pg_temp.id(5)::thai_id, 'elderly', '2026-10-01')), '(0,700.00,unmet)', 'ER12: what the law would give is told beside what is due');
-- ER9, RC6, RC5
SELECT is(pg_temp.told(1, '2023-12-01'), 'payable 600', 'ER9!, RC6!: born 1 January 2497: in December 2566 not yet 700');
SELECT is(pg_temp.told(1, '2024-01-01'), 'payable 700', 'ER9, RC6: born on the 1st: 700 from January');
SELECT is(pg_temp.told(2, '2024-01-01'), 'payable 600', 'ER9!, RC6!: born on the 2nd: in January not');
SELECT is(pg_temp.told(2, '2024-02-01'), 'payable 700', 'ER9, RC6: but from February');
SELECT is(pg_temp.parts(2, '2024-02-01'), '70 70 2024-01-31 base/local_authority/700', 'ER9: by the age complete on the eve');
SELECT is(pg_temp.told(3, '2026-03-01'), 'payable 800', 'RC5!: year 2479 alone is no birthday in January');
SELECT is(pg_temp.told(3, '2026-04-01'), 'payable 1000', 'RC5: year 2479 alone: born on 1 April');
SELECT is(pg_temp.told(4, '2026-06-01') || ', ' || pg_temp.told(4, '2026-07-01'), 'payable 700, payable 800', 'RC5: month alone: born on its 1st');
-- EO2, EO3, RC7, DE4, RC8.1
SELECT is(pg_temp.told(11, '2012-09-01') || ', ' || pg_temp.told(11, '2012-10-01'), 'payable 600, payable 700', 'EO2, RC7: 70 complete on 30 September 2555: 700 from October');
SELECT is(pg_temp.told(12, '2012-11-01') || ', ' || pg_temp.told(12, '2013-10-01'), 'payable 600, payable 700', 'EO2, RC7, EO2!, RC7!: complete on 1 October 2555: not that fiscal year, but the next');
SELECT is(pg_temp.parts(11, '2012-12-01'), '70 70 2012-09-30 base/local_authority/700', 'RC7: by the age complete before the fiscal year');
SELECT is(pg_temp.told(13, '2023-08-01') || ', ' || pg_temp.told(13, '2023-09-01'), 'payable 600, payable 700', 'EO3, EO3!: August 2566 by the old regulation, September by the new');
SELECT is(pg_temp.parts(18, '2018-10-01'), '61 60 2018-09-30 base/local_authority/600', 'RC7: 61 when the fiscal year began');
SELECT is(pg_temp.parts(11, '2022-03-01'), '79 70 2021-09-30 base/local_authority/700', 'RC8.1!: March 2565: nothing is added');
SELECT is(pg_temp.parts(11, '2022-04-01'), '79 70 2021-09-30 additional/local_authority/150 base/local_authority/700', 'RC8.1: April 2565: 700 and 150, two rows');
SELECT is(pg_temp.told(11, '2022-09-01') || ', ' || pg_temp.told(11, '2022-10-01'), 'payable 850, payable 800', 'RC8.1: to September 2565; 80 in October');
-- EG4.1, and after the last month
SELECT is(pg_temp.told(10, '2023-08-01'), 'not_covered before_first_month 0', 'EG4.1!: the month of the confirmation is not paid');
SELECT is(pg_temp.told(10, '2023-09-01'), 'payable 700', 'EG4.1: the month after it is');
SELECT is(pg_temp.told(10, '2008-01-01'), 'not_covered before_first_month 0', 'EG4.1!: nor a month before the programme began');
SELECT registry.dispose(pg_temp.id(15)::thai_id, 'died', '2026-09-01', '2026-09-02') \g /dev/null
SELECT is(pg_temp.told(15, '2026-09-01'), 'payable 700', 'ER13, DE3: a death on the 1st: the month is due');
SELECT is(pg_temp.told(15, '2026-10-01'), 'not_covered after_last_month died 0', 'ER13!, DE3!: the next is not, and why');
SELECT is((SELECT (allowance IS NULL AND components IS NULL AND criterion_id IS NULL AND last_month = '2026-09-01')::text FROM registry.entitlement(pg_temp.id(15)::thai_id, 'elderly', '2026-10-01')), 'true', 'then nothing is computed');
SELECT registry.dispose(pg_temp.id(16)::thai_id, 'moved', '2026-08-15', '2026-09-02') \g /dev/null
SELECT is(pg_temp.told(16, '2026-09-01') || ', ' || pg_temp.told(16, '2026-10-01'), 'payable 700, not_covered after_last_month moved 0', 'a move in August: to the end of the fiscal year');
SELECT registry.suspend(pg_temp.id(17)::thai_id, '{elderly}', '2026-08-20', '1', 'x') \g /dev/null
SELECT is(pg_temp.told(17, '2026-08-01') || ', ' || pg_temp.told(17, '2026-09-01'), 'payable 700, suspended 0', 'ER14: suspended in August: August is due, September is not');
SELECT registry.resume(pg_temp.id(17)::thai_id, '{elderly}', '2026-09-20', '2', 'x') \g /dev/null
SELECT is(pg_temp.told(17, '2026-09-01'), 'payable 700', 'ER14: resumed: it is');
-- DE7 with DE1 and DE2: a loss on the 1st and on the 2nd
SELECT registry.edit_beneficiary(pg_temp.id(14)::thai_id, '{"facts": "{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !disability_allowance, !aids_allowance}"}', '2026-09-01') \g /dev/null
SELECT is(pg_temp.told(14, '2026-08-01') || ', ' || pg_temp.told(14, '2026-09-01'), 'payable 700, payable pending 700', 'DE2, DE7: a pension from the 1st counts in that month, and payment goes on, marked');
SELECT registry.edit_beneficiary(pg_temp.id(9)::thai_id, '{"facts": "{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !disability_allowance, !aids_allowance}"}', '2026-09-02') \g /dev/null
SELECT is(pg_temp.told(9, '2026-09-01') || ', ' || pg_temp.told(9, '2026-10-01'), 'payable 850, payable pending 850', 'DE2!, DE7: from the 2nd it does not, but in the next');
SELECT registry.edit_beneficiary(pg_temp.id(5)::thai_id, '{"facts": "{thai_nationality, !in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !disability_allowance, !aids_allowance}"}', '2026-09-01') \g /dev/null
SELECT is(pg_temp.told(5, '2026-09-01'), 'unmet 0', 'DE7!: what was never proved is not paid on');
SELECT registry.edit_beneficiary(pg_temp.id(8)::thai_id, '{"facts": "{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !disability_allowance, !aids_allowance}"}', '2026-09-01') \g /dev/null
SELECT is(pg_temp.told(8, '2026-08-01') || ', ' || pg_temp.told(8, '2026-09-01'), 'undecided 0, payable 700', 'DE2: bars known not to hold from the 1st count in that month');
SELECT registry.edit_beneficiary(pg_temp.id(23)::thai_id, '{"facts": "{thai_nationality, in_house_register, !disability_card, !state_shelter, !welfare_card}"}', '2026-08-01') \g /dev/null
SELECT registry.edit_beneficiary(pg_temp.id(23)::thai_id, '{"facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, !welfare_card}"}', '2026-09-01') \g /dev/null
SELECT is((SELECT string_agg(pg_temp.told(23, month::date, 'disability'), ', ' ORDER BY month) FROM generate_series(DATE '2026-07-01', '2026-10-01', '1 month') AS month),
          'payable 800, payable pending 800, payable pending 800, payable 800', 'DE1, DE1!: a card again valid from the 1st was not held on the eve: it counts in the month after');
-- DR6, DR12, DE5, RC8.2, AR1
SELECT is(pg_temp.told(22, '2026-03-01', 'disability') || ', ' || pg_temp.told(22, '2026-04-01', 'disability'), 'payable 1000, payable 800', 'DR12, RC8.2, DE5, DE5!: under 18, and 18');
SELECT is(pg_temp.parts(20, '2026-03-01', 'disability'), '18 18 2026-02-28 base/local_authority/800 welfare_card/welfare_card_fund/200', 'DR12, RC8.2: with the card 200 of another payer');
SELECT is(pg_temp.parts(21, '2026-03-01', 'disability'), '17 0 2026-02-28 base/local_authority/1000', 'RC8.2!: under 18 not');
SELECT is((SELECT (amount, allowance, other_payers)::text FROM registry.entitlement(pg_temp.id(20)::thai_id, 'disability', '2026-03-01')), '(1000.00,800.00,200.00)', 'DR12: kept apart');
SELECT is(pg_temp.told(25, '2010-03-01', 'disability') || ', ' || pg_temp.told(25, '2014-10-01', 'disability'), 'payable 500, payable 800', 'DR12, RC8.2: by the rate of the month');
SELECT registry.edit_beneficiary(pg_temp.id(24)::thai_id, '{"facts": "{thai_nationality, in_house_register, disability_card, state_shelter, !welfare_card}"}', '2021-03-01') \g /dev/null
SELECT is(pg_temp.told(24, '2026-09-01', 'disability'), 'unmet 0', 'DR6!, DR12!: in the care of an institution from the first month on: nothing');
SELECT is(pg_temp.told(22, '2026-09-01', 'disability'), 'payable 800', 'DR6: not in its care');
SELECT is(pg_temp.told(26, '2026-09-01', 'aids') || ', ' || pg_temp.told(26, '2021-05-01', 'aids'), 'payable 500, not_covered before_first_month 0', 'AR1, DE19, AR1!, DE19!: 500, from the month after the order');

-- an authority's own people
SELECT results_eq($$SELECT programme::text, state::text, count(*), sum(amount) FROM registry.entitlements_of_authority('2026-10-01') GROUP BY 1, 2 ORDER BY 1, 2$$,
  $$VALUES ('aids', 'payable', 2::bigint, 1000.00), ('disability', 'payable', 6, 5200.00), ('disability', 'unmet', 1, 0), ('elderly', 'payable', 15, 11150.00), ('elderly', 'unmet', 1, 0)$$, 'ER12, DR12: the authority''s claims, by programme and state');
SELECT is((SELECT count(*) FROM registry.entitlements_of_authority('2026-10-01') AS whole
            CROSS JOIN LATERAL registry.entitlement(whole.national_id, whole.programme, '2026-10-01') AS one
            WHERE (one.state, one.pending_removal, one.amount, one.allowance, one.top_up, one.other_payers, one.components, one.step, one.age, one.age_day, one.criterion_id)
                  IS DISTINCT FROM (whole.state, whole.pending_removal, whole.amount, whole.allowance, whole.top_up, whole.other_payers, whole.components, whole.step, whole.age, whole.age_day, whole.criterion_id)),
          0::bigint, 'one by one as all together');
SELECT is((SELECT string_agg(DISTINCT programme::text, ' ') FROM registry.entitlements_of_authority('2026-10-01', 'disability')), 'disability', 'of one programme');
SELECT is((SELECT count(*) FROM registry.entitlements_of_authority('2026-10-01') WHERE national_id = pg_temp.id(30)::thai_id), 0::bigint, 'nobody else''s');

-- refusals
SELECT is(pg_temp.asks(1, 'elderly', NULL), 'WF033 the month is required', 'a month is named');
SELECT matches(pg_temp.asks(1, 'elderly', '2026-10-02'), '^WF034', 'the first of one');
SELECT matches(pg_temp.refusal_of('SELECT registry.entitlement(NULL, ''elderly'', ''2026-10-01'')'), '^WF010 thai_id', 'a person');
SELECT matches(pg_temp.asks(1, NULL, '2026-10-01'), '^WF010 programme', 'a programme');
SELECT is(pg_temp.asks(99, 'elderly', '2026-10-01'), format('WF350 there is no claim of the elderly allowance under national ID %s in your scope', pg_temp.id(99)), 'nobody knows the person');
SELECT is(pg_temp.asks(30, 'elderly', '2026-10-01'), format('WF350 there is no claim of the elderly allowance under national ID %s in your scope', pg_temp.id(30)), 'nor is another authority''s told of');
SELECT matches(pg_temp.refusal_of('SELECT * FROM registry.entitlements_of_authority(NULL)'), '^WF033', 'of all, too, a month is named');
RESET ROLE;
UPDATE reference.rate SET valid = '[2011-10-01,2027-01-01)' WHERE programme = 'elderly' AND valid @> DATE '2026-10-01';
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT is(pg_temp.asks(1, 'elderly', '2026-12-01'), NULL, 'EO3: the last month on record is told');
SELECT is(pg_temp.asks(1, 'elderly', '2027-01-01'), 'WF031 there is no rate of the elderly allowance for 2027-01-01', 'EO3!: a month without law is refused');
SELECT is(pg_temp.asks(22, 'disability', '2027-01-01'), NULL, 'EO3: which is another programme''s matter');
SELECT matches(pg_temp.refusal_of('SELECT * FROM registry.entitlements_of_authority(''2027-01-01'')'), '^WF031', 'EO3!: of all programmes it is refused');

-- AR2: above the authority
SELECT pg_temp.act_as('district', 7301) \g /dev/null
SELECT is(pg_temp.told(1, '2026-10-01') || ', ' || pg_temp.told(7, '2026-10-01'), 'payable 700, payable 700', 'ER18: a district is told the same of what it may see');
SELECT is(pg_temp.asks(7, 'aids', '2026-10-01'), replace(pg_temp.asks(1, 'aids', '2026-10-01'), pg_temp.id(1), pg_temp.id(7)), 'AR2!: of the AIDS allowance as of somebody without it');
SELECT is(pg_temp.asks(26, 'aids', '2026-10-01'), replace(pg_temp.asks(99, 'aids', '2026-10-01'), pg_temp.id(99), pg_temp.id(26)), 'AR2!: and as of somebody whom nobody knows');
SELECT throws_ok('SELECT * FROM registry.entitlements_of_authority(''2026-10-01'')', '42501', NULL, 'the list is the authority''s');
SELECT pg_temp.act_as('province', 50) \g /dev/null
SELECT matches(pg_temp.asks(1, 'elderly', '2026-10-01'), '^WF350', 'another province is told nothing');
SELECT pg_temp.act_as('department') \g /dev/null
SELECT is(pg_temp.told(1, '2026-10-01') || ', ' || left(pg_temp.asks(26, 'aids', '2026-10-01'), 5), 'payable 700, WF350', 'AR2!: the department everything but that');
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT is(pg_temp.told(26, '2026-10-01', 'aids'), 'payable 500', 'AR2: an administrator sees it');
SELECT pg_temp.act_as('local_authority', 3730101) \g /dev/null
SELECT matches(pg_temp.asks(1, 'elderly', '2026-10-01'), '^WF350', 'a neighbour nothing');
RESET ROLE;
SELECT is((SELECT array_agg(DISTINCT relation ORDER BY relation) FROM audit.entry WHERE action = 'read' AND relation LIKE 'registry.entitle%'), '{registry.entitlement,registry.entitlements_of_authority}', 'every look is recorded');
SELECT is((SELECT count(*) FROM audit.entry WHERE relation = 'registry.entitlement' AND thai_id = pg_temp.id(26)::thai_id AND key = '{"programme": "aids", "month": "2026-09-01"}'), 1::bigint, 'with person, programme and month');
-- ER8.4: held until the authority that the person left acknowledges
SET LOCAL session_replication_role = replica;
UPDATE registry.claim SET state = 'awaiting' WHERE thai_id = pg_temp.id(1)::thai_id;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT is(pg_temp.told(1, '2026-10-01'), 'held 700', 'ER8.4: a claim that awaits acknowledgement is held, at its full amount');

-- many changes of two claims, neither of which was ever proved: versions are read claim by claim, and not again for each month
RESET ROLE;
SET LOCAL session_replication_role = replica;
CREATE FUNCTION pg_temp.facts_of_version(facts welfare.facts, programme reference.programme_name, number integer) RETURNS welfare.facts LANGUAGE sql AS $$
  SELECT facts || CASE programme WHEN 'disability' THEN '{!disability_card}'::welfare.facts ELSE '{}' END || (ARRAY['{poor}', '{!poor}'])[1 + number % 2]::welfare.facts $$;
INSERT INTO registry.claim_history
SELECT (version.past).*
  FROM (SELECT jsonb_populate_record(NULL::registry.claim_history, to_jsonb(claim) || jsonb_build_object('recorded_at', timestamptz '2021-03-01' + number * interval '30 days',
                 'superseded_at', timestamptz '2021-03-01' + (number + 1) * interval '30 days', 'in_force_from', date '2021-03-01' + number * 30,
                 'facts', pg_temp.facts_of_version(facts, programme, number))) AS past
          FROM registry.claim CROSS JOIN generate_series(0, 39) AS number WHERE thai_id = pg_temp.id(6)::thai_id) AS version;
UPDATE registry.claim SET facts = pg_temp.facts_of_version(facts, programme, 40), in_force_from = date '2021-03-01' + 1200, varied_from = date '2021-03-01' + 1200,
                          recorded_at = timestamptz '2021-03-01' + 1200 * interval '1 day'
 WHERE thai_id = pg_temp.id(6)::thai_id;
SET LOCAL session_replication_role = origin;
SET LOCAL track_functions = 'pl';
SELECT results_eq(format('SELECT programme::text, state::text FROM registry.entitlements(''2024-01-01'', %L) ORDER BY 1', pg_temp.id(6)), $$VALUES ('disability', 'unmet'), ('elderly', 'unmet')$$, 'ER18!, DE7!: what was never proved is not paid on, nor received');
SELECT cmp_ok((SELECT sum(calls) FROM pg_stat_xact_user_functions WHERE schemaname = 'registry' AND funcname IN ('claim_terms_over', 'proved_in_months', 'received_over')), '<=', 40::numeric, 'and is found out in few passes over eighty versions, not in one a month');
SET LOCAL track_functions = 'none';
-- a card for one version, and lost
SET LOCAL session_replication_role = replica;
UPDATE registry.claim_history SET facts = facts || '{disability_card}' WHERE thai_id = pg_temp.id(6)::thai_id AND programme = 'disability' AND in_force_from = date '2021-03-01' + 20 * 30;
SET LOCAL session_replication_role = origin;
SELECT results_eq(format('SELECT month::date, string_agg(concat_ws('' '', programme, state, CASE WHEN pending_removal THEN ''pending'' END), '', '' ORDER BY programme) FROM generate_series(date ''2022-10-01'', ''2022-12-01'', ''1 month'') AS month, registry.entitlements(month::date, %L) GROUP BY month', pg_temp.id(6)),
  $$VALUES (date '2022-10-01', 'elderly unmet, disability unmet'), ('2022-11-01', 'elderly payable, disability payable'), ('2022-12-01', 'elderly payable, disability payable pending')$$,
  'DE1, DE7, ER18: a card from 22 October counts in November, is lost on 21 November, and paid on until an order: with it goes what it opens');
SELECT * FROM finish();
ROLLBACK;

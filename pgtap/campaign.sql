-- DR9, DR10, ER10, EG9: yearly lists and checks, monthly checks.
\ir fixture.psql
\ir form.psql
\ir civil.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SELECT plan(45);
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- disability: 1 to 4 at 5730102, 5 at 6730213, 6 at Pattaya; 7 elderly turns 80 with October, 8 is 79 until November, 9 AIDS, 10 disability from November on
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number)) || more)) FROM (
  SELECT number, '{"programme": "disability", "facts": "{unspecified_disability, disability_card, thai_nationality, in_house_register, !state_shelter, !welfare_card}"}'::jsonb || place
    FROM (VALUES (1, '{}'::jsonb), (2, '{}'), (3, '{}'), (4, '{}'), (5, '{"authority_code": "6730213"}'), (6, '{"authority_code": "8200401"}')) AS disabled (number, place)
  UNION ALL VALUES (7, '{"birth_date": "15/09/2489"}'::jsonb), (8, '{"birth_date": "15/10/2489"}'), (9, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}')) AS person (number, more) \g /dev/null
SELECT pg_temp.sign('executive') \g /dev/null
SELECT registry.suspend(pg_temp.id(2)::thai_id, '{disability}', '2026-09-10', '1', 'ตรวจสอบ') \g /dev/null
SELECT registry.dispose(pg_temp.id(3)::thai_id, 'died', '2026-09-15', '2026-09-20') \g /dev/null

-- DR10
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT registry.open_campaign(''disability_october_check'', 2571)'), 5), 'WF030', 'DR10!: not before its October');
SELECT is((SELECT recipients FROM registry.open_campaign('disability_october_check', 2570)), 5::bigint, 'DR10: every recipient on the 1st of October is to be checked');
SELECT pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(10), 'claimed_on', '01/09/2569', 'ordered_on', '02/09/2569', 'programme', 'disability', 'facts', '{unspecified_disability, disability_card, thai_nationality, in_house_register, !state_shelter}')) \g /dev/null
SELECT is((SELECT recipients FROM registry.open_campaign('disability_october_check', 2570)), 5::bigint, 'DR10!: who is recorded later is not on the list that was frozen');
RESET ROLE;
SELECT is((SELECT string_agg(right(thai_id::text, 3)::integer / 10 || CASE WHEN suspended THEN 's' ELSE '' END, ' ' ORDER BY thai_id) FROM registry.campaign_recipient), '1 2s 4 5 6', 'DR10, DR10!: those who are paid or suspended, and not who died in September');
SELECT is((SELECT count(*) FROM registry.campaign_recipient WHERE programme <> 'disability'), 0::bigint, 'DR10!: nobody of another programme');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT count(*) FROM registry.outstanding_checks('disability_october_check', 2570)), 3::bigint, 'DR10: an authority lists its own who are unchecked');
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.record_check(''disability_october_check'', 2570, %L, ''alive_and_eligible'', '' '')', pg_temp.id(1))), 5), 'WF33J', 'DR10!: a check says how');
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.record_check(''disability_october_check'', 2570, %L, NULL, ''x'')', pg_temp.id(1))), 5), 'WF010', 'and what was found');
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.record_check(''disability_october_check'', 2570, %L, ''dead'', ''x'', ''2026-09-30'')', pg_temp.id(1))), 5), 'WF017', 'DR10!: not before October');
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.record_check(''disability_october_check'', 2570, %L, ''dead'', ''x'')', pg_temp.id(5))), 5), 'WF33G', 'DR10!: nor another authority''s');
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.record_check(''disability_october_check'', 2569, %L, ''dead'', ''x'')', pg_temp.id(1))), 5), 'WF33D', 'nor of a year that was not opened');
SELECT is(registry.record_check('disability_october_check', 2570, pg_temp.id(1)::thai_id, 'alive_and_eligible', 'เยี่ยมบ้าน'), 'done', 'DR10: an officer records a check');
SELECT pg_temp.sign('plain') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.record_check(''disability_october_check'', 2570, %L, ''dead'', ''x'')', pg_temp.id(4))), 5), 'WF336', 'DR10!: nobody without the office');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT string_agg(right(national_id::text, 3)::integer / 10 || '', ' ' ORDER BY national_id) FROM registry.outstanding_checks('disability_october_check', 2570)), '2 4', 'DR10!: who was checked is not outstanding');
RESET ROLE; SET LOCAL welfare.business_date = '2026-10-31'; SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.record_check('disability_october_check', 2570, pg_temp.id(2)::thai_id, 'moved', 'โทรศัพท์') \g /dev/null
SELECT is((SELECT count(*) FROM registry.outstanding_checks('disability_october_check', 2570)), 1::bigint, 'DR10: a check on the 31st is in time');
RESET ROLE; SET LOCAL welfare.business_date = '2026-11-01'; SELECT pg_temp.sign('officer') \g /dev/null
SELECT registry.record_check('disability_october_check', 2570, pg_temp.id(4)::thai_id, 'dead', 'ใบมรณบัตร') \g /dev/null
SELECT results_eq('SELECT right(national_id::text, 3)::integer / 10, checked_late_on FROM registry.outstanding_checks(''disability_october_check'', 2570)', $$VALUES (4, date '2026-11-01')$$, 'DR10!: one of 1 November leaves the person on the list, with its day');
SELECT results_eq('SELECT recipients, checked, checked_in_month FROM registry.campaign_progress(''disability_october_check'', 2570)', $$VALUES (3::bigint, 3::bigint, 2::bigint)$$, 'DR10: and progress tells both');
RESET ROLE;
SELECT is((SELECT string_agg(state::text, ' ' ORDER BY thai_id) FROM registry.claim WHERE thai_id IN (pg_temp.id(2)::thai_id, pg_temp.id(4)::thai_id)), 'suspended live', 'ER14, DR10!: a check changes no claim');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT is((SELECT count(*) FROM registry.outstanding_checks('disability_october_check', 2570)), 2::bigint, 'DR10: a province lists what is outstanding in it');
SELECT pg_temp.act_as('province', 50) \g /dev/null
SELECT is((SELECT count(*) FROM registry.outstanding_checks('disability_october_check', 2570)), 0::bigint, 'DR10!: and nothing elsewhere');
SELECT pg_temp.act_as('department') \g /dev/null
SELECT is((SELECT count(*) FROM registry.outstanding_checks('disability_october_check', 2570)), 3::bigint, 'DR10: the department the nation');
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT throws_ok('SELECT * FROM registry.outstanding_checks(''disability_october_check'', 2570)', '42501', NULL, 'and nobody else');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT throws_ok('SELECT registry.open_campaign(''disability_october_check'', 2570)', '42501', NULL, 'officers open no campaign');
RESET ROLE;
SELECT throws_ok('UPDATE registry.campaign_recipient SET suspended = false', 'WF064', NULL, 'DR10!: the list is frozen');
SELECT throws_ok('DELETE FROM registry.campaign_check', 'WF064', NULL, 'and checks are evidence');
SELECT throws_ok('UPDATE registry.campaign SET recipients = 0', 'WF064', NULL, 'as campaigns are');

-- DR9
RESET ROLE; SET LOCAL welfare.business_date = '2026-12-31'; SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT registry.open_campaign(''january_list'', 2570)'), 5), 'WF030', 'DR9!: no list before January');
RESET ROLE; SET LOCAL welfare.business_date = '2027-01-01'; SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT recipients FROM registry.open_campaign('january_list', 2570)), 5::bigint, 'DR9, DR9!: in January the entitled are listed, but not Pattaya''s, which sets its own procedure');
SELECT results_eq('SELECT authority_code, own_procedure, recipients, allowance FROM registry.campaign_progress(''january_list'', 2570) WHERE recipients > 0 OR own_procedure',
  $$VALUES (5730102, false, 4::bigint, 2400.00), (6730213, false, 1::bigint, 800.00), (8200401, true, 0::bigint, 0.00)$$, 'DR9: with counts and baht for the budget request');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT registry.record_check(''january_list'', 2570, %L, ''dead'', ''x'')', pg_temp.id(1))), 5), 'WF33F', 'DR9!: a list checks nobody');
SELECT is((SELECT count(*) FROM registry.outstanding_checks('january_list', 2570)), 0::bigint, 'and nobody is outstanding');
SELECT pg_temp.sign('plain') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT registry.report_list(''january_list'', 2570)'), 5), 'WF336', 'DR9!: nobody without the office reports');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT allowance FROM registry.report_list('january_list', 2570)), 2400.00, 'DR9: the authority reports its list');
SELECT is(left(pg_temp.refusal_of('SELECT registry.report_list(''january_list'', 2570)'), 5), 'WF33H', 'DR9!: once');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT registry.open_campaign(''january_list'', NULL)'), 5), 'WF010', 'a campaign has a year');
RESET ROLE; SET LOCAL ROLE welfare_owner;
DELETE FROM reference.campaign_rule WHERE kind = 'january_list';
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT registry.open_campaign(''january_list'', 2571)'), 5), 'WF33E', 'DR9!: what no law asks for is not opened');

-- ER10, EG9
RESET ROLE; SET LOCAL welfare.business_date = '2026-10-20'; SELECT pg_temp.sign('officer') \g /dev/null
SELECT results_eq('SELECT programme::text COLLATE "default", state::text COLLATE "default", from_age::integer, recipients::integer, stepped_up::integer, allowance FROM registry.record_monthly_check(''2026-10-01'', ''ครบ'')',
  $$VALUES ('elderly', 'payable', 70, 1, 0, 700.00), ('elderly', 'payable', 80, 1, 1, 800.00), ('disability', 'payable', 18, 3, 0, 2400.00), ('disability', 'suspended', 18, 1, 0, 800.00), ('aids', 'payable', 0, 1, 0, 500.00)$$,
  'ER10, EG9, EG9!, ER9: a month''s statuses and age bands are recorded as checked; who is 80 in the month itself is not in the step yet');
SELECT is(left(pg_temp.refusal_of('SELECT registry.record_monthly_check(''2026-10-01'')'), 5), 'WF33K', 'ER10!: once a month');
SELECT is(left(pg_temp.refusal_of('SELECT registry.record_monthly_check(''2026-11-01'')'), 5), 'WF030', 'ER10!: and not beforehand');
SELECT pg_temp.sign('plain') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT registry.record_monthly_check(''2026-09-01'')'), 5), 'WF336', 'ER10!: nor without the office');
SELECT is((SELECT count(*) FROM registry.monthly_checks('2026-10-01') WHERE programme = 'aids'), 1::bigint, 'the authority reads its own figures');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT is((SELECT count(*) FROM registry.monthly_checks('2026-10-01') WHERE programme = 'aids'), 0::bigint, 'AR2!: above it nobody''s health is counted');
SELECT ok((SELECT count(DISTINCT authority_code) = 1 FROM registry.monthly_checks('2026-10-01') WHERE checked_at IS NOT NULL) AND (SELECT count(*) > 10 FROM registry.monthly_checks('2026-10-01') WHERE checked_at IS NULL),
          'ER10, ER10!: a province sees which authorities have checked, and which have not');
SELECT pg_temp.act_as('province', 50) \g /dev/null
SELECT is((SELECT count(*) FROM registry.monthly_checks('2026-10-01') WHERE checked_at IS NOT NULL), 0::bigint, 'and no other province''s');
RESET ROLE;
SELECT throws_ok('UPDATE registry.monthly_check_band SET recipients = 0', 'WF064', NULL, 'EG9!: what was checked is not rewritten');
SELECT * FROM finish();
ROLLBACK;

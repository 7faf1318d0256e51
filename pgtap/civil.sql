-- ER8.6, ER10, ER14, ER15, DR15, RC1: the civil registry's feed, the liveness sweep and its findings.
\ir fixture.psql
\ir form.psql
\ir civil.psql
SELECT plan(74);
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 elderly; 2 elderly and AIDS; 3 AIDS alone; 4 disability at 6730213; 5 to 20 elderly
SELECT pg_temp.import(VARIADIC array_agg(jsonb_build_object('thai_id', pg_temp.id(number)) || more)) FROM (VALUES
  (1, '{}'::jsonb), (2, '{}'), (2, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
  (3, '{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'),
  (4, '{"programme": "disability", "authority_code": "6730213", "facts": "{unspecified_disability, disability_card, thai_nationality, in_house_register, !state_shelter}"}'),
  (5, '{}'), (6, '{}'), (7, '{}'), (8, '{}'), (9, '{}'), (10, '{}'), (11, '{}'), (12, '{}'), (13, '{}'), (14, '{}'), (15, '{}'), (16, '{}')) AS person (number, more) \g /dev/null
RESET ROLE;
CREATE TEMP TABLE claims_before AS SELECT * FROM registry.claim;

-- what is delivered
SELECT is(pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(1))), '1 1 0 0', 'ER15: a death is taken');
SELECT is(pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(1))), '1 0 1 0', 'ER15!: and once, however often it is delivered');
SELECT is(pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(1), 'event_reference', 'A1'), jsonb_build_object('thai_id', pg_temp.id(1), 'event_reference', 'A1')), '2 1 1 0', 'nor twice in one file');
SELECT is(pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(1), 'event_reference', 'A1', 'happened_on', '14/09/2569')), '1 0 0 1', 'the registry''s own number with another day is refused');
SELECT is(pg_temp.told(
  '{"thai_id": ""}', '{"thai_id": "1000000001006"}', jsonb_build_object('thai_id', '000000000012' || welfare.thai_id_check_digit('000000000012')), jsonb_build_object('thai_id', pg_temp.id(5), 'kind', 'x'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'happened_on', '02/10/2569', 'registered_on', '02/10/2569'), jsonb_build_object('thai_id', pg_temp.id(5), 'happened_on', '17/09/2569'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'birth_date', NULL), jsonb_build_object('thai_id', pg_temp.id(5), 'birth_date', '15/10/2569'), jsonb_build_object('thai_id', pg_temp.id(5), 'last_name', ' '),
  jsonb_build_object('thai_id', pg_temp.id(5), 'kind', 'name_changed'), jsonb_build_object('thai_id', pg_temp.id(5), 'new_last_name', 'ใหม่'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'kind', 'moved_out', 'new_authority_code', '9999999'), '{"problem": "it has 3 fields"}'), '13 0 0 13', 'bad rows are refused');
RESET ROLE;
SELECT max(delivery_number) AS bad FROM civil.delivery \gset
SELECT pg_temp.act_for('civil') \g /dev/null
SELECT results_eq(format($$SELECT left(array_to_string(codes, ' '), 11) COLLATE "default" FROM civil.refused_rows(%s) ORDER BY line_number$$, :bad),
  $$VALUES ('WF010'), ('WF012'), ('WF013'), ('WF011'), ('WF016 WF016'), ('WF017'), ('WF010'), ('WF017'), ('WF010'), ('WF010'), ('WF011'), ('WF014'), ('WF023')$$, 'RC1!: each with its reasons: no ID, a wrong check digit, no person''s');
RESET ROLE;
SELECT is((SELECT count(*) FROM civil.refused_row WHERE raw ? 'kind'), 14::bigint, 'and kept as it came');
SELECT is((SELECT raw ->> 'happened_on' FROM civil.event WHERE thai_id = pg_temp.id(1)::thai_id AND event_reference = 'A1'), '15/09/2569', 'as what is taken is');
SELECT pg_temp.act_for('civil') \g /dev/null
SELECT is(pg_temp.refusal_of('SELECT civil.refused_rows(0)'), 'WF330 there is no delivery 0 of yours', 'of no delivery there is nothing to read');
SELECT is(left(pg_temp.refusal_of('SELECT civil.begin_delivery('''')'), 5), 'WF010', 'a delivery has a name');
SELECT throws_ok('SELECT * FROM civil.event', '42501', NULL, 'ER15!: the registry reads nothing back');
SELECT throws_ok('SELECT * FROM registry.claim', '42501', NULL, 'ER15!: nor claims');
SELECT throws_ok('INSERT INTO civil.event_row (delivery_number, line_number, principal) VALUES (1, 99, ''somebody'')', '42501', NULL, 'nor stages in another''s name');
SELECT throws_ok('INSERT INTO civil.event (thai_id) VALUES (NULL)', '42501', NULL, 'nor writes events by itself');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT throws_ok('SELECT civil.begin_delivery(''x'')', '42501', NULL, 'officers deliver nothing');

-- the sweep
SELECT is(pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(2)), jsonb_build_object('thai_id', pg_temp.id(3)), jsonb_build_object('thai_id', pg_temp.id(4)),
                       jsonb_build_object('thai_id', pg_temp.id(5), 'birth_date', '15/06/2491'), jsonb_build_object('thai_id', pg_temp.id(6), 'last_name', 'อื่น'),
                       jsonb_build_object('thai_id', pg_temp.id(7), 'first_name', 'อื่น'), jsonb_build_object('thai_id', pg_temp.id(99)),
                       -- RC1: differs from 8 in the third digit alone
                       jsonb_build_object('thai_id', (SELECT min(alike) FROM welfare.thai_id_lookalikes(pg_temp.id(8)::thai_id) AS alike))), '8 8 0 0', 'more deaths');
SELECT is(pg_temp.swept(), '8 0', 'ER10, ER15: the sweep opens a finding for each claim of who died');
SELECT is(pg_temp.swept(), '0 0', 'ER10!: a second run opens nothing');
SELECT is(concat_ws(' | ', pg_temp.findings_of(1), pg_temp.findings_of(2), pg_temp.findings_of(3), pg_temp.findings_of(4)),
          'elderly death open | elderly death open, aids death open | aids death open | disability death open', 'ER15, DR14: in every programme');
SELECT is(concat_ws(' | ', pg_temp.findings_of(5), pg_temp.findings_of(6), pg_temp.findings_of(7)), 'elderly question open | elderly question open | elderly question open',
          'ER15!: an ID with another birth date or name is a question');
SELECT is(pg_temp.findings_of(8), NULL, 'RC1!: a lookalike''s death is nobody else''s');
SELECT is((SELECT count(DISTINCT thai_id) FROM civil.finding), 7::bigint, 'RC1: equal IDs match; a namesake of the same birth date does not');
SELECT results_eq('SELECT DISTINCT kind::text COLLATE "default", due_on FROM civil.finding ORDER BY 1', $$VALUES ('death', date '2026-10-08'), ('question', date '2026-10-08')$$, 'ER14: due within the deadline of the law''s row');
SELECT is_empty('SELECT * FROM registry.claim EXCEPT SELECT * FROM claims_before', 'ER14!: no claim is changed by what is found');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT throws_ok('SELECT civil.sweep()', '42501', NULL, 'officers do not sweep');
SELECT pg_temp.act_for('civil') \g /dev/null
SELECT throws_ok('SELECT civil.sweep()', '42501', NULL, 'nor does the registry');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT civil.sweep(''2026-10-02'')'), 5), 'WF016', 'nobody sweeps a day to come');

-- a claim that comes on record after its person's death was delivered
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(30))) \g /dev/null
SELECT is(pg_temp.swept(), '0 0', 'a death of nobody on record finds nothing');
SELECT pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(30))) \g /dev/null
SELECT is(pg_temp.swept(), '1 0', 'ER10: until a claim of that person is recorded');

-- sights
SELECT pg_temp.sign('officer') \g /dev/null
SELECT results_eq('SELECT DISTINCT right(national_id::text, 3)::integer / 10, programme::text COLLATE "default", kind::text COLLATE "default" FROM civil.findings() WHERE right(national_id::text, 3)::integer / 10 < 9 ORDER BY 1, 2',
  $$VALUES (1, 'elderly', 'death'), (2, 'aids', 'death'), (2, 'elderly', 'death'), (3, 'aids', 'death'), (5, 'elderly', 'question'), (6, 'elderly', 'question'), (7, 'elderly', 'question')$$, 'ER14: an authority sees its own findings');
SELECT results_eq('SELECT registry_birth_date::text COLLATE "default", overdue FROM civil.findings() WHERE kind = ''question'' ORDER BY national_id LIMIT 1', $$VALUES ('1948-06-15', false)$$, 'with what the registry has');
SELECT is((SELECT sum(opened) FROM civil.finding_counts()), 8::numeric, 'and counts them');
SELECT pg_temp.sign('neighbour', 6730213) \g /dev/null
SELECT is((SELECT count(*) FROM civil.findings()), 1::bigint, 'ER14!: another authority sees its own alone');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT results_eq('SELECT authority_code, kind::text COLLATE "default", opened FROM civil.finding_counts()', $$VALUES (5730102, 'question', 3::bigint), (5730102, 'death', 3::bigint), (6730213, 'death', 1::bigint)$$, 'AR2, ER15: a province counts findings, of health data none');
SELECT throws_ok('SELECT * FROM civil.findings()', '42501', NULL, 'AR2!: and sees nobody');
SELECT pg_temp.act_as('province', 50) \g /dev/null
SELECT is((SELECT count(*) FROM civil.finding_counts()), 0::bigint, 'another province nothing');
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT is((SELECT sum(opened) FROM civil.finding_counts()), 7::numeric, 'AR2!: nor does the Comptroller General''s Department count health data');
RESET ROLE; SET LOCAL ROLE welfare_writer;
SELECT is((SELECT count(*) FROM civil.finding WHERE sensitive), 0::bigint, 'AR2!: row security is the second lock');
SELECT throws_ok('SELECT * FROM civil.event', '42501', NULL, 'and events are no writer''s');

-- verification
SELECT pg_temp.sign('plain') \g /dev/null
SELECT matches(pg_temp.refusal_of(format('SELECT civil.settle_finding(%L, %s, true, ''ใบมรณบัตร'')', pg_temp.id(1), pg_temp.event_of(1))), '^WF336 .*officer', 'ER14!: who holds no office verifies nothing');
SELECT pg_temp.sign('clerk') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT civil.settle_finding(%L, %s, true, ''ใบมรณบัตร'')', pg_temp.id(1), pg_temp.event_of(1))), 5), 'WF336', 'ER14!: nor does the clerk');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT civil.settle_finding(%L, %s, true, '' '')', pg_temp.id(2), pg_temp.event_of(2))), 5), 'WF010', 'nor without saying how');
SELECT is(left(pg_temp.refusal_of(format('SELECT civil.settle_finding(%L, %s, true, ''x'', ''2026-09-30'')', pg_temp.id(2), pg_temp.event_of(2))), 5), 'WF017', 'nor before it was found');
SELECT is(left(pg_temp.refusal_of(format('SELECT civil.settle_finding(%L, %s, true, ''x'', ''2026-10-02'')', pg_temp.id(2), pg_temp.event_of(2))), 5), 'WF016', 'nor in time to come');
SELECT is(left(pg_temp.refusal_of(format('SELECT civil.settle_finding(%L, %s, true, ''x'')', pg_temp.id(4), pg_temp.event_of(4))), 5), 'WF334', 'ER14!: another authority''s finding is not there');
SELECT is(civil.settle_finding(pg_temp.id(2)::thai_id, pg_temp.event_of(2), true, 'ใบมรณบัตร 1/2569'), 2, 'ER14: an officer verifies the death, for all claims at once');
SELECT is(pg_temp.findings_of(2), 'elderly death verified, aids death verified', 'which is recorded');
SELECT pg_temp.sign('executive') \g /dev/null
SELECT is(left(pg_temp.refusal_of(format('SELECT civil.settle_finding(%L, %s, true, ''x'')', pg_temp.id(2), pg_temp.event_of(2))), 5), 'WF334', 'and not verified again');
SELECT is(civil.settle_finding(pg_temp.id(3)::thai_id, pg_temp.event_of(3), false, 'พบตัว'), 1, 'ER14: the executive may verify');
SELECT is(civil.settle_finding(pg_temp.id(5)::thai_id, pg_temp.event_of(5), true, 'ทะเบียนบ้าน'), 1, 'a question is answered');
SELECT is(pg_temp.findings_of(5), 'elderly question verified, elderly death open', 'ER15: and becomes the finding that it asked about');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT civil.settle_finding(pg_temp.id(6)::thai_id, pg_temp.event_of(6), false, 'คนละคน') \g /dev/null
SELECT is(pg_temp.findings_of(6), 'elderly question refuted', 'ER15!: or nothing');
SELECT throws_ok(format('UPDATE civil.finding SET state = ''open'' WHERE thai_id = %L', pg_temp.id(6)), 'WF335', NULL, 'ER14!: no step is undone, whoever tries');
SELECT throws_ok(format('UPDATE civil.finding SET settled_how = ''x'' WHERE thai_id = %L', pg_temp.id(6)), 'WF064', NULL, 'ER14!: nor rewritten');
SELECT throws_ok('DELETE FROM civil.finding', 'WF064', NULL, 'ER14!: nor removed');
SELECT throws_ok(format('INSERT INTO civil.finding (thai_id, event_number, programme, authority_code, opened_on, happened_on, registered_on, event_kind, kind, state, claim_number, district_code, province_code, sensitive, settled_at, settled_on, settled_by, settled_how) VALUES (%L, 0, ''elderly'', 5730102, ''2026-10-01'', ''2026-10-01'', ''2026-10-01'', ''death'', ''death'', ''verified'', 1, 7301, 73, false, now(), ''2026-10-01'', ''x'', ''x'')', pg_temp.id(6)), 'WF335', NULL, 'ER14!: nor begun as verified');
SELECT throws_ok('UPDATE civil.event SET first_name = ''x''', 'WF064', NULL, 'no more than events are');
SELECT is((SELECT count(*) FROM audit.entry WHERE relation = 'civil.finding' AND action = 'update' AND thai_id = pg_temp.id(2)::thai_id), 2::bigint, 'QS5: what was settled is in the trail');

-- the claim ends
SELECT pg_temp.sign('executive') \g /dev/null
SELECT registry.dispose(pg_temp.id(1)::thai_id, 'died', '2026-09-15', '2026-10-01') \g /dev/null
SELECT is(pg_temp.findings_of(1), 'elderly death closed', 'ER14: a disposal closes the finding');
SELECT is(pg_temp.findings_of(2), 'elderly death verified, aids death verified', 'ER14!: of that claim alone');

-- later and earlier events, in whatever order
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(9), 'kind', 'death_cancelled', 'happened_on', '20/09/2569', 'registered_on', '25/09/2569')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(9))) \g /dev/null
SELECT is(pg_temp.swept() || coalesce(pg_temp.findings_of(9), ' nothing'), '0 0 nothing', 'ER15!: a death delivered after its cancellation finds nothing');
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(10)), jsonb_build_object('thai_id', pg_temp.id(11), 'kind', 'nationality_lost')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(10), 'kind', 'death_cancelled', 'happened_on', '20/09/2569', 'registered_on', '25/09/2569'),
                    jsonb_build_object('thai_id', pg_temp.id(11), 'kind', 'nationality_gained', 'registered_on', '25/09/2569')) \g /dev/null
SELECT is(pg_temp.swept(), '2 2', 'ER15: a cancellation takes a death back, and tells the authority');
SELECT is(pg_temp.findings_of(10) || ' | ' || pg_temp.findings_of(11), 'elderly death superseded, elderly death_cancelled open | elderly nationality_lost superseded, elderly nationality_gained open', 'as regained nationality its loss');
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(10), 'event_reference', 'again', 'registered_on', '30/09/2569')) \g /dev/null
SELECT is(pg_temp.swept() || ' ' || pg_temp.findings_of(10), '1 1 elderly death superseded, elderly death_cancelled superseded, elderly death open', 'a death registered after that stands');
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(10), 'event_reference', 'older', 'registered_on', '18/09/2569')) \g /dev/null
SELECT is(pg_temp.swept(), '0 0', 'ER15!: what was registered before and comes after decides nothing');

-- moves and names
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(12), 'kind', 'ย้ายออก', 'new_authority_code', '6730213'), jsonb_build_object('thai_id', pg_temp.id(12), 'kind', 'moved_in', 'new_authority_code', '6730213'),
                    jsonb_build_object('thai_id', pg_temp.id(13), 'kind', 'moved_in', 'new_authority_code', '5730102'), jsonb_build_object('thai_id', pg_temp.id(14), 'kind', 'moved_out', 'happened_on', '01/10/2550', 'registered_on', '01/10/2550'),
                    jsonb_build_object('thai_id', pg_temp.id(15), 'kind', 'name_changed', 'new_last_name', 'ใหม่'), jsonb_build_object('thai_id', pg_temp.id(2), 'kind', 'moved_out', 'new_place', 'กรุงเทพมหานคร')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT is(pg_temp.findings_of(12), 'elderly moved_out open', 'ER8.6: a move is one finding');
SELECT is(concat(pg_temp.findings_of(13), pg_temp.findings_of(14)), '', 'ER8.6!: a move into the own authority, or before the claim was made, is none');
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(15), 'happened_on', '20/09/2569', 'registered_on', '21/09/2569', 'last_name', 'ใหม่')) \g /dev/null
SELECT pg_temp.swept() \g /dev/null
SELECT is(pg_temp.findings_of(15), 'elderly name_changed open, elderly death open', 'ER15: under a name that the registry has changed the person is the same');
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(12), 'kind', 'moved_in', 'happened_on', '25/09/2569', 'registered_on', '25/09/2569', 'new_authority_code', '5730102')) \g /dev/null
SELECT is(pg_temp.swept() || ' ' || pg_temp.findings_of(12), '0 1 elderly moved_out superseded', 'DE13: who is back has not moved');
SELECT pg_temp.act_for('treasury') \g /dev/null
SELECT results_eq('SELECT right(national_id::text, 3)::integer / 10, programme::text COLLATE "default", new_place COLLATE "default" FROM civil.moves_found(''2026-10-01'') ORDER BY 1', $$VALUES (2, 'elderly', 'กรุงเทพมหานคร'), (12, 'elderly', NULL)$$,
  'ER8.6, AR2: the Comptroller General''s Department is told of a month''s moves, without health data');
SELECT is((SELECT count(*) FROM civil.moves_found('2026-09-01')), 0::bigint, 'ER8.6!: of no other month''s');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT throws_ok('SELECT civil.moves_found(''2026-10-01'')', '42501', NULL, 'ER8.6!: a province is not');

-- DR15
SELECT pg_temp.told(jsonb_build_object('thai_id', pg_temp.id(40), 'reported_on', '24/09/2569'), jsonb_build_object('thai_id', pg_temp.id(41), 'reported_on', '23/09/2569'), jsonb_build_object('thai_id', pg_temp.id(42), 'reported_on', '')) \g /dev/null
SELECT pg_temp.act_as('department') \g /dev/null
SELECT is((SELECT in_time FROM civil.registrar_reports('2026-10-01', '2026-10-01')), 1::bigint, 'DR15: told seven days after the report is in time');
SELECT ok((SELECT late = deaths - 2 AND not_known = 1 AND longest_days = 15 FROM civil.registrar_reports('2026-10-01', '2026-10-01')), 'DR15!: eight days are late, and taken all the same');
SELECT * FROM finish();
ROLLBACK;

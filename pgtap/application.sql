-- DR6, DR7, DR9, DR17, AR1, AR2, DE18, DE19: applications for the disability and the AIDS allowance, from the form to the claim.
\ir fixture.psql
SELECT no_plan();
\ir form.psql
\ir submission.psql
-- nothing is filled in here
DROP TRIGGER whole_form ON registry.import_row;
SELECT pg_temp.today_is('2026-10-15');
CREATE TEMP TABLE paper AS
SELECT jsonb_build_object('actor', jsonb_build_object('name', 'นางสมศรี ใจดี', 'relation', 'มารดา', 'thai_id', pg_temp.id(900))) AS actor,
       '{"evidence": ["application_form", "disability_card", "house_register", "proof_of_representation"]}'::jsonb AS representation,
       jsonb_build_object('channel', 'caregiver', 'evidence', '["application_form", "disability_card", "house_register", "certificate_of_condition", "evidence_of_both"]'::jsonb,
         'actor', jsonb_build_object('name', 'นางสมศรี ใจดี', 'relation', 'ผู้ดูแลคนพิการ', 'thai_id', pg_temp.id(900)),
         'certifier', jsonb_build_object('name', 'นายผู้ใหญ่ บ้าน', 'thai_id', pg_temp.id(901), 'statement', 'เดินไม่ได้')) AS caregiver;
GRANT SELECT ON paper TO PUBLIC;

-- disability: in person, the next month
SELECT is(pg_temp.by('receiver', pg_temp.submit(1, 'disability'))::jsonb ->> 'expected_first_month', '2026-11-01', 'DR7: who applies is told the next month');
SELECT pg_temp.today_is('2026-12-03');
SELECT is(pg_temp.accept(1, 'disability'), 'recorded 2026-11 1 2026-11', 'DR7, DE18, DE20: paid from the month after the application, whenever ordered');
SELECT pg_temp.today_is('2026-10-31');
SELECT pg_temp.by('receiver', pg_temp.submit(2, 'disability')) \g /dev/null
SELECT pg_temp.today_is('2026-11-01');
SELECT pg_temp.by('receiver', pg_temp.submit(3, 'disability')) \g /dev/null
SELECT is(pg_temp.accept(2, 'disability'), 'recorded 2026-11 1 2026-11', 'DR7: applied on 31 October: November');
SELECT is(pg_temp.accept(3, 'disability'), 'recorded 2026-12 1 2026-12', 'DR7!, DE18!: on 1 November: December, neither that month nor the next fiscal year');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(4, 'disability', '{"received_on": "30/09/2558"}')), '^WF300', 'DE18!: before October 2558 people registered, they did not apply');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(4, 'disability', '{"evidence": ["application_form", "house_register"]}')), '^WF304 .*disability card', 'DR6!, DR7!: no application without the disability card');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(4, 'disability', '{}', '{"facts": "{thai_nationality, in_house_register, disability_card}"}')), '^WF06J', 'DR6!: nor without a kind of disability');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(4, 'disability', '{"wants_allowance": true, "channel": "by_proxy"}')), '^WF303 .*in_person, legal_representative, curator, guardian, caregiver', 'DR7!: a mere proxy does not apply');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(4, 'disability', '{}', '{"birth_date": "01/01/2540"}')), NULL, 'DR7: at any age');

-- capacity
SELECT is(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', actor || representation || jsonb_build_object('channel', channel, 'capacity', capacity), '{"birth_date": "02/11/2550"}')), NULL, 'DR7: who is ' || capacity || ' acts through the ' || channel)
  FROM paper CROSS JOIN (VALUES ('legal_representative', 'minor'), ('curator', 'quasi_incompetent'), ('guardian', 'incompetent')) AS acting (channel, capacity);
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', actor || representation || jsonb_build_object('channel', channel, 'capacity', capacity))), '^WF307', 'DR7!: who is ' || capacity || ' does not act through the ' || channel)
  FROM paper CROSS JOIN (VALUES ('legal_representative', 'incompetent'), ('curator', 'minor'), ('guardian', 'full')) AS acting (channel, capacity);
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', '{"capacity": "minor"}')), '^WF307', 'DR7!: a minor does not apply alone');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', '{}', '{"birth_date": "03/11/2549"}')), '^WF308', 'DR7!: who is not yet 20 is a minor, said or not');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', '{}', '{"birth_date": "02/11/2549"}')), NULL, 'DR7: who is 20 the day before the birthday is none');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', '{}', '{"birth_date": "03/11/2549", "marital_status": "married"}')), NULL, 'DR7: nor who is married');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', actor || '{"channel": "legal_representative", "capacity": "minor"}')), '^WF304 .*proof of representation', 'DR7!: no representation without proof') FROM paper;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', representation || '{"channel": "guardian", "capacity": "incompetent"}')), '^WF010 actor.name', 'DR7!: or without saying who') FROM paper;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(5, 'disability', '{"capacity": "tired"}')), '^WF011', 'DR7!: capacity is one of four');
-- caregivers
SELECT is(pg_temp.refused('receiver', pg_temp.submit(6, 'disability', caregiver)), NULL, 'DR7: a caregiver applies, with who certifies the condition') FROM paper;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(6, 'disability', caregiver - 'certifier')), '^WF010 certifier.name', 'DR7!: not without') FROM paper;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(6, 'disability', jsonb_set(caregiver, '{certifier}', (caregiver -> 'certifier') - field))), '^WF010 certifier.' || field, 'DR7!: whose ' || field || ' is stated')
  FROM paper CROSS JOIN unnest('{name,thai_id,statement}'::text[]) AS field;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(6, 'disability', jsonb_set(caregiver, '{certifier,thai_id}', to_jsonb(pg_temp.id(900))))), '^WF090', 'DR7!: and who is not the caregiver') FROM paper;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(6, 'disability', caregiver || '{"evidence": ["application_form", "disability_card", "house_register"]}')), '^WF304', 'DR7!: evidence of both is handed in') FROM paper;

-- DR6 on the date of entitlement
SELECT pg_temp.by('receiver', pg_temp.submit(7, 'disability', '{}', '{"facts": "{thai_nationality, in_house_register, disability_card, state_shelter, seeing_disability}"}')),
       pg_temp.by('receiver', pg_temp.submit(8, 'disability', '{}', '{"facts": "{thai_nationality, in_house_register, disability_card, !state_shelter, hearing_disability}"}')) \g /dev/null
SELECT pg_temp.accept(7, 'disability', 'to_be_checked'), pg_temp.accept(8, 'disability', 'to_be_checked') \g /dev/null
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT results_eq('SELECT * FROM registry.check_waiting(''2026-12-01'')', 'VALUES (1::bigint, 1::bigint, 0::bigint)', 'DR6: the criterion decides on the date of entitlement');
SELECT is(pg_temp.stands(7, 'disability'), 'stopped 2026-12', 'DR6!: who is in the care of the state is stopped');
SELECT is(pg_temp.stands(8, 'disability'), 'started 2026-12 1 2026-12', 'DR6: who is not starts');
SELECT is(pg_temp.refused('receiver', pg_temp.submit(7, 'disability')), NULL, 'DR7: and who was stopped applies anew');

-- DR17: who was registered under the old regulation counts as registered
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT is((SELECT refused FROM pg_temp.import(pg_temp.form(10) || jsonb_build_object('programme', 'disability', 'claimed_on', '01/05/2552', 'ordered_on', '01/05/2552',
  'facts', '{thai_nationality, in_house_register, disability_card, !state_shelter, seeing_disability}'))), 0, 'DR17: who was registered under the regulation of 2548 comes by import');
SELECT payment.prepare('2026-10-01') \g /dev/null
RESET ROLE;
SELECT ok(EXISTS (SELECT FROM payment.line WHERE thai_id = pg_temp.id(10)::thai_id) AND NOT EXISTS (SELECT FROM registry.submission WHERE thai_id = pg_temp.id(10)::thai_id), 'DR17: and is paid without an application');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(10, 'disability')), '^WF06S', 'DR17!: and applies for nothing that lives');

-- DR9: the list for the budget is of those who applied
SELECT pg_temp.become_staff('receiver');
SELECT is((SELECT count(*) FROM registry.submissions('disability', '{recorded,started}')), 4::bigint, 'DR9: who applied and was accepted is listed');
SELECT is((SELECT count(*) FROM registry.submissions('disability', '{recorded,started}', received_from => '2027-01-01')), 0::bigint, 'DR9!: by the day of the application');

-- AIDS: no committee, the month after the order, and nobody elsewhere learns of it
SELECT is(pg_temp.by('receiver', pg_temp.submit(20, 'aids'))::jsonb -> 'expected_first_month', 'null', 'DE19: no month is promised before the order');
SELECT ok(bool_or(line = 'Expected to be paid from the month after the order'), 'DE19: as the slip says')
  FROM (SELECT line FROM registry.slip(pg_temp.id(20)::thai_id, 'aids', split_part(pg_temp.key(20, 'aids'), ', ', 3)::bigint)) AS slip;
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(21, 'aids', '{"evidence": ["application_form", "house_register"]}')), '^WF304 .*medical certificate', 'AR1!: no application without a physician''s certificate');
SELECT pg_temp.by('opiner', format('registry.opine(%s, ''complete'')', pg_temp.key(20, 'aids'))) \g /dev/null
SELECT matches(pg_temp.refused('member1', format('registry.consider(%s, ''should_accept'')', pg_temp.key(20, 'aids'))), '^WF30B', 'AR1!: a programme without a committee has no votes');
SELECT pg_temp.today_is('2026-12-31');
SELECT matches(pg_temp.refused('mayor', format('registry.order_submission(%s, ''accept'', ''1'', NULL, ''2026-12-01'')', pg_temp.key(20, 'aids'))), '^WF30E', 'DE19!: the month after the application is not its first');
SELECT pg_temp.by('mayor', format('registry.order_submission(%s, ''accept'', ''1'')', pg_temp.key(20, 'aids'))) \g /dev/null
SELECT is(pg_temp.stands(20, 'aids'), 'recorded 2027-01 1 2027-01', 'DE19, AR1: applied in November, ordered on 31 December: January');
SELECT pg_temp.by('receiver', pg_temp.submit(22, 'aids', '{}', '{"facts": "{!thai_nationality, in_house_register, aids_certified, poor}"}')) \g /dev/null
SELECT pg_temp.today_is('2027-01-01');
SELECT is(pg_temp.accept(22, 'aids'), 'recorded 2027-02 1 2027-02', 'DE19: ordered on 1 January: February; nationality is not asked');
-- AR2
SELECT pg_temp.by('receiver', pg_temp.submit(23, 'aids')) \g /dev/null
SELECT is(pg_temp.refused('receiver_b', pg_temp.submit(23, 'aids')), NULL, 'AR2: an open application for it is no hindrance elsewhere, for nobody may learn of it');
SELECT matches(pg_temp.refused('receiver', pg_temp.submit(23, 'aids')), '^WF302', 'AR2: at the authority itself it is');
SELECT pg_temp.by('receiver_b', pg_temp.submit(24)) \g /dev/null
SELECT is(pg_temp.refused('receiver', pg_temp.submit(24, 'aids')), NULL, 'AR2: nor does a form of another programme elsewhere hinder it');
SELECT pg_temp.become_staff('receiver_b');
SELECT is((SELECT string_agg(submission_programme::text, ',') FROM registry.submissions()), 'elderly', 'AR2!: another authority sees none');
SELECT pg_temp.act_as('department', NULL) \g /dev/null
SELECT matches(pg_temp.refusal_of('SELECT * FROM registry.submissions()'), '^42501', 'AR2!: nor does anybody above: department');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT matches(pg_temp.refusal_of('SELECT * FROM registry.submissions()'), '^42501', 'AR2!: nor does anybody above: province');
SELECT pg_temp.act_as('district', 7301) \g /dev/null
SELECT matches(pg_temp.refusal_of('SELECT * FROM registry.submissions()'), '^42501', 'AR2!: nor does anybody above: district');
RESET ROLE;
SELECT pg_temp.act_as('province', 73);
RESET ROLE;
SET LOCAL ROLE welfare_writer;
SELECT is((SELECT count(*) FROM registry.submission), 0::bigint, 'AR2!: whatever function may ask for them');
RESET ROLE;
SELECT matches(pg_temp.refused('receiver_b', pg_temp.submit(20)), '^WF020', 'IS8.3: a live claim elsewhere is named as ever, and not its programme');
SELECT * FROM finish();
ROLLBACK;

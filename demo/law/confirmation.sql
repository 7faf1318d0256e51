-- A confirmation of right, from its receipt to the executive's order, and the slip that the person takes home.
\ir staff.psql
\echo '-- A confirmation: received, an opinion, three votes, the order; each step by whoever holds the office'
SELECT NOT EXISTS (SELECT FROM registry.submission WHERE thai_id = pg_temp.id(6)) AS is_new \gset
\if :is_new
BEGIN;
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT registry.submit(jsonb_build_object('programme', 'elderly', 'channel', 'in_person', 'wants_allowance', true, 'certified', true, 'consented', true,
  'written_at', 'สำนักงานเทศบาล', 'evidence', '["confirmation_form"]'::jsonb, 'beneficiary', pg_temp.form(6, '{"birth_date": "15/06/2509"}') - 'programme')) \g /dev/null
RESET ROLE;
SELECT max(submission_number) AS form FROM registry.submission WHERE thai_id = pg_temp.id(6) \gset
SELECT pg_temp.act('demo.second', '2026-10-01', :here) \g /dev/null
SELECT registry.opine(pg_temp.id(6), 'elderly', :form, 'complete') \g /dev/null
SELECT pg_temp.act('demo.member1', '2026-10-01', :here) \g /dev/null
SELECT registry.consider(pg_temp.id(6), 'elderly', :form, 'should_accept') \g /dev/null
SELECT pg_temp.act('demo.member2', '2026-10-01', :here) \g /dev/null
SELECT registry.consider(pg_temp.id(6), 'elderly', :form, 'should_accept') \g /dev/null
SELECT pg_temp.act('demo.member3', '2026-10-01', :here) \g /dev/null
SELECT registry.consider(pg_temp.id(6), 'elderly', :form, 'should_not', 'รายได้สูง') \g /dev/null
SELECT pg_temp.act('demo.executive', '2026-10-01', :here) \g /dev/null
SELECT registry.order_submission(pg_temp.id(6), 'elderly', :form, 'accept', '1/2570') \g /dev/null
COMMIT;
\endif
RESET ROLE;
SELECT max(submission_number) AS form FROM registry.submission WHERE thai_id = pg_temp.id(6) \gset
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT kind, outcome, user_name, office, to_state, first_month FROM registry.submission_path(pg_temp.id(6), 'elderly', :form);
SELECT line AS slip FROM registry.slip(pg_temp.id(6), 'elderly', :form);

-- Persons and claims as of a date in force and as known on a date recorded (IS9.5, IS9.6 keep history): written from the specification alone.
\ir ../fixture.psql
\ir ../form.psql
RESET ROLE;
ALTER TABLE registry.import_row DISABLE TRIGGER whole_form;
CREATE TEMP TABLE moment (name text PRIMARY KEY, at timestamptz);
GRANT ALL ON moment TO PUBLIC;
SELECT no_plan();

CREATE FUNCTION pg_temp.today(day date, authority integer DEFAULT 5730102, user_name text DEFAULT 'first') RETURNS void LANGUAGE plpgsql AS $$
  BEGIN RESET ROLE; PERFORM set_config('welfare.business_date', day::text, true); PERFORM pg_temp.act_as('local_authority', authority, user_name); END $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::thai_id $$;
CREATE FUNCTION pg_temp.enter(number integer, programme text, extra jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
  SELECT registry.add_beneficiary(pg_temp.form(number, jsonb_build_object('programme', programme, 'claimed_on', '01/12/2568', 'ordered_on', '05/12/2568', 'facts', CASE programme
    WHEN 'elderly' THEN '{thai_nationality, in_house_register}' WHEN 'disability' THEN '{disability_card, seeing_disability}' ELSE '{in_house_register, aids_certified, poor}' END), extra)) $$;
CREATE FUNCTION pg_temp.said(call text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN EXECUTE call INTO answer; RETURN answer; EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || ' ' || SQLERRM; END $$;
-- Remembers this moment.
CREATE FUNCTION pg_temp.mark(name text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.002); INSERT INTO moment VALUES (name, clock_timestamp()); PERFORM pg_sleep(0.002); END $$;
CREATE FUNCTION pg_temp.known(name text) RETURNS timestamptz LANGUAGE sql AS $$ SELECT at FROM moment WHERE moment.name = known.name $$;
-- Telephones of a person, and 'state top-up' of the claims of a programme, as of a day and as known at a moment ('now': as known now).
CREATE FUNCTION pg_temp.telephone(number integer, day date, at text DEFAULT 'now') RETURNS text LANGUAGE sql AS
  $$ SELECT string_agg(telephone, ' ') FROM registry.person_as_of(pg_temp.person(number), day, pg_temp.known(at)) $$;
CREATE FUNCTION pg_temp.claim(number integer, programme text, day date, at text DEFAULT 'now') RETURNS text LANGUAGE sql AS
  $$ SELECT string_agg(state || ' ' || top_up, ', ' ORDER BY claim_number) FROM registry.claims_as_of(pg_temp.person(number), day, pg_temp.known(at)) WHERE claims_as_of.programme::text = $2 $$;

SELECT pg_temp.today('2026-01-10');
SELECT pg_temp.mark('before');
SELECT pg_temp.enter(1, 'elderly');
SELECT pg_temp.enter(1, 'disability');
SELECT pg_temp.enter(1, 'aids');
SELECT pg_temp.mark('entered');
SELECT pg_temp.today('2026-03-05');
SELECT registry.edit_beneficiary(pg_temp.person(1), '{"telephone": "0811111111"}');
SELECT pg_temp.mark('telephone');
SELECT pg_temp.today('2026-06-20');
SELECT registry.edit_beneficiary(pg_temp.person(1), '{"programmes": [{"programme": "elderly", "top_up": 100}]}', '2026-04-01');
SELECT pg_temp.mark('top-up');
SELECT pg_temp.today('2026-08-15');
SELECT registry.dispose(pg_temp.person(1), 'waived', '2026-08-10', '2026-08-15', '{elderly}', remark => 'หนังสือสละสิทธิ');
SELECT pg_temp.mark('waived');
SELECT pg_temp.today('2026-09-01');
SELECT registry.edit_beneficiary(pg_temp.person(1), '{"telephone": "0822222222"}', '2026-02-01');
SELECT pg_temp.mark('corrected');

SELECT is(pg_temp.telephone(1, day, at), wanted, format('History: the telephone as of %s, as known when %s', day, at))
  FROM (VALUES ('2026-01-10'::date, 'before', NULL), ('2026-09-01', 'before', NULL), ('2026-01-10', 'entered', '034222222'), ('2026-09-01', 'entered', '034222222'),
    ('2026-03-04', 'telephone', '034222222'), ('2026-03-05', 'telephone', '0811111111'), ('2026-03-05', 'entered', '034222222'), ('2026-09-01', 'telephone', '0811111111'), ('2026-02-01', 'waived', '034222222'), ('2026-03-04', 'waived', '034222222'), ('2026-03-05', 'waived', '0811111111'),
    ('2026-01-31', 'corrected', '034222222'), ('2026-02-01', 'corrected', '0822222222'), ('2026-03-04', 'corrected', '0822222222'), ('2026-03-05', 'corrected', '0822222222'), ('2026-09-01', 'corrected', '0822222222'),
    ('2026-01-31', 'now', '034222222'), ('2026-02-01', 'now', '0822222222')) AS v (day, at, wanted);
SELECT is(pg_temp.claim(1, 'elderly', day, at), wanted, format('History: the elderly claim as of %s, as known when %s', day, at))
  FROM (VALUES ('2026-09-01'::date, 'before', NULL), ('2026-01-10', 'entered', 'live 0.00'), ('2026-09-01', 'entered', 'live 0.00'), ('2026-09-01', 'telephone', 'live 0.00'), ('2026-05-01', 'telephone', 'live 0.00'),
    ('2026-03-31', 'top-up', 'live 0.00'), ('2026-04-01', 'top-up', 'live 100.00'), ('2026-06-20', 'top-up', 'live 100.00'), ('2026-09-01', 'top-up', 'live 100.00'), ('2026-03-31', 'waived', 'live 0.00'), ('2026-04-01', 'waived', 'live 100.00'),
    ('2026-08-09', 'waived', 'live 100.00'), ('2026-08-16', 'waived', 'disposed 100.00'), ('2026-09-01', 'now', 'disposed 100.00'), ('2026-05-01', 'now', 'live 100.00')) AS v (day, at, wanted);
SELECT is(pg_temp.claim(1, 'disability', day, at), wanted, format('History: the disability claim, never changed, as of %s, as known when %s', day, at))
  FROM (VALUES ('2026-01-10'::date, 'before', NULL), ('2026-01-10', 'entered', 'live 0.00'), ('2026-05-01', 'waived', 'live 0.00'), ('2026-09-01', 'now', 'live 0.00')) AS v (day, at, wanted);
SELECT is((SELECT count(*) FROM registry.claims_as_of(pg_temp.person(1), day, pg_temp.known(at))), wanted, format('History: as of %s, as known when %s, there are %s claims, one a programme', day, at, wanted))
  FROM (VALUES ('2026-09-01'::date, 'before', 0::bigint), ('2026-01-10', 'entered', 3), ('2026-05-01', 'corrected', 3), ('2026-09-01', 'now', 3)) AS v (day, at, wanted);
SELECT is((SELECT count(*) FROM registry.person_as_of(pg_temp.person(1), day)), 1::bigint, format('History: as of %s the person is one row', day)) FROM unnest('{2026-01-10,2026-02-01,2026-03-05,2026-09-01}'::date[]) AS day;
SELECT is((SELECT string_agg(telephone, ' ') FROM registry.person_as_of(pg_temp.person(1), '2026-09-01', clock_timestamp() + interval '1 year')), '0822222222', 'History: as known in a year is as known now');
SELECT is((SELECT string_agg(telephone, ' ') FROM registry.person_as_of(pg_temp.person(1), '2030-01-01')), '0822222222', 'History: what is true today is expected of a day to come');

-- two edits of one day: both stay known
SELECT registry.edit_beneficiary(pg_temp.person(1), '{"telephone": "0833333333"}');
SELECT pg_temp.mark('first of the day');
SELECT registry.edit_beneficiary(pg_temp.person(1), '{"telephone": "0844444444"}');
SELECT pg_temp.mark('second of the day');
SELECT is(pg_temp.telephone(1, '2026-09-01', at), wanted, 'History: two edits of one day, as known after the ' || at) FROM (VALUES ('first of the day', '0833333333'), ('second of the day', '0844444444'), ('corrected', '0822222222')) AS v (at, wanted);
SELECT is(pg_temp.telephone(1, '2026-08-31'), '0822222222', 'History: the day before is untouched');

-- suspension
SELECT pg_temp.today('2026-09-10');
SELECT registry.suspend(pg_temp.person(1), '{disability}', '2026-09-10', '1/2569', 'x');
SELECT pg_temp.today('2026-09-20');
SELECT registry.resume(pg_temp.person(1), '{disability}', '2026-09-20', '2/2569', 'x');
SELECT is(pg_temp.claim(1, 'disability', day), wanted, 'History: suspended from the 10th, resumed on the 20th: on ' || day) FROM (VALUES ('2026-09-09'::date, 'live 0.00'), ('2026-09-10', 'suspended 0.00'), ('2026-09-19', 'suspended 0.00'), ('2026-09-20', 'live 0.00')) AS v (day, wanted);

-- a wrong disposal, undone: the history tells both
SELECT pg_temp.mark('before re-entry');
SELECT registry.re_enter(pg_temp.person(1), 'elderly', 'x', 'y');
SELECT pg_temp.today('2026-09-20', 5730102, 'second');
SELECT registry.re_enter(pg_temp.person(1), 'elderly', 'x', 'y');
SELECT is(pg_temp.claim(1, 'elderly', '2026-09-20', 'before re-entry'), 'disposed 100.00', 'IS9.5: as known before the re-entry the claim was disposed of');
SELECT matches(pg_temp.claim(1, 'elderly', '2026-09-20'), 'live 100.00', 'IS9.5: as known now it lives, in the new record');
SELECT is((SELECT count(*) FROM registry.claims_as_of(pg_temp.person(1), '2026-09-20') WHERE programme = 'elderly' AND state IN ('live', 'suspended')), 1::bigint, 'IS8.3: as of any day one live claim a programme');

-- a deletion: before it there was a record, after it there is none
SELECT pg_temp.today('2026-09-20');
SELECT pg_temp.enter(2, 'elderly');
SELECT pg_temp.mark('before deletion');
SELECT registry.delete_beneficiary(pg_temp.person(2), 'คีย์ผิด', true);
SELECT is(pg_temp.claim(2, 'elderly', '2026-09-20', 'before deletion'), 'live 0.00', 'IS9.6: as known before the deletion the record stood');
SELECT unalike(coalesce(pg_temp.claim(2, 'elderly', '2026-09-20'), 'none'), '%live%', 'IS9.6: as known now it does not');

-- a wrong ID
SELECT pg_temp.today('2026-09-20');
SELECT pg_temp.enter(3, 'elderly');
SELECT pg_temp.mark('before the right ID');
SELECT registry.correct_id(pg_temp.person(3), pg_temp.person(4), 'x', 'y');
SELECT pg_temp.today('2026-09-20', 5730102, 'second');
SELECT registry.correct_id(pg_temp.person(3), pg_temp.person(4), 'x', 'y');
SELECT is(pg_temp.claim(3, 'elderly', '2026-09-20', 'before the right ID'), 'live 0.00', 'IS9.6: as known before, the claim stood under the wrong ID');
SELECT is(pg_temp.claim(4, 'elderly', '2026-09-20', 'before the right ID'), NULL, 'IS9.6: and not under the right one');
SELECT unalike(coalesce(pg_temp.claim(3, 'elderly', '2026-09-20'), 'none'), '%live%', 'IS9.6: as known now, not under the wrong one');
SELECT is(pg_temp.claim(4, 'elderly', '2026-09-20'), 'live 0.00', 'IS9.6: but under the right one');

-- who may ask, and that asking is logged
SELECT pg_temp.today('2026-09-20', 5730201);
SELECT is((SELECT count(*) FROM (SELECT pg_temp.said(format('SELECT count(*)::text FROM %s', f)) AS s FROM unnest(ARRAY['registry.person_as_of(pg_temp.person(1), ''2026-09-20'')', 'registry.claims_as_of(pg_temp.person(1), ''2026-09-20'')', 'registry.claims_as_of(pg_temp.person(2), ''2026-09-20'')']) AS f) AS asked WHERE s = '0' OR s LIKE 'WF%'), 3::bigint, 'IS9.1: another authority learns nothing of the history');
SELECT pg_temp.act_as('province', 73);
SELECT alike(pg_temp.said('SELECT count(*)::text FROM registry.claims_as_of(pg_temp.person(1), ''2026-09-20'')'), '42501%', 'AR2: a province does not ask for history');
SELECT pg_temp.act_as('department');
SELECT alike(pg_temp.said('SELECT count(*)::text FROM registry.person_as_of(pg_temp.person(1), ''2026-09-20'')'), '42501%', 'AR2: nor the department');
SELECT pg_temp.act_as('administrator', NULL, 'auditor');
SELECT is((SELECT count(*) FROM registry.claims_as_of(pg_temp.person(1), '2026-01-10')), 3::bigint, 'IS9.2: an administrator sees all of it');
SELECT is((SELECT count(*) FROM audit.trail(pg_temp.person(1), principal => 'auditor') WHERE action::text = 'read' AND entry_relation LIKE '%claims_as_of%'), 1::bigint, 'IS9.3: and the look is logged, once');
-- history is evidence
RESET ROLE;
SELECT isnt(pg_temp.refusal_of(format('DELETE FROM registry.%I', relname)), NULL, 'IS9.6: nobody removes rows of registry.' || relname) FROM pg_class WHERE relnamespace = 'registry'::regnamespace AND relkind = 'r' AND relname ~ '(version|history|tombstone|disposal)';
SELECT * FROM finish();
ROLLBACK;

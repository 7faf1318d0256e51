-- IS9.1–IS9.3, AR2, QS1, QS4: who sees whom: written from the specification alone. By rows, counts, flags, detail, errors and plans;
-- and two databases that differ in one AIDS claim, which nobody above the authority but an administrator can tell apart.
\ir ../fixture.psql
\ir ../form.psql
RESET ROLE;
ALTER TABLE registry.import_row DISABLE TRIGGER whole_form;
SELECT no_plan();

CREATE FUNCTION pg_temp.today(day date, authority integer DEFAULT 5730102, user_name text DEFAULT 'first') RETURNS void LANGUAGE plpgsql AS $$
  BEGIN RESET ROLE; PERFORM set_config('welfare.business_date', day::text, true); PERFORM pg_temp.act_as('local_authority', authority, user_name); END $$;
CREATE FUNCTION pg_temp.person(number integer) RETURNS thai_id LANGUAGE sql AS $$ SELECT pg_temp.id(number)::thai_id $$;
CREATE FUNCTION pg_temp.enter(number integer, programme text, extra jsonb DEFAULT '{}') RETURNS text LANGUAGE sql AS $$
  SELECT registry.add_beneficiary(pg_temp.form(number, jsonb_build_object('programme', programme, 'claimed_on', '01/01/2568', 'ordered_on', '05/01/2568', 'first_name', 'คน' || number, 'facts', CASE programme
    WHEN 'elderly' THEN '{thai_nationality, in_house_register, abandoned}' WHEN 'disability' THEN '{disability_card, seeing_disability}' ELSE '{in_house_register, aids_certified, poor}' END), extra)) $$;
-- What a query answers, row by row and in its order; or everything that an error tells.
CREATE FUNCTION pg_temp.answer(query text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text; m text; d text; h text; c text; s text; x text;
  BEGIN
    EXECUTE format('SELECT string_agg(t::text, E''\n'') FROM (%s) AS t', query) INTO answer;
    RETURN coalesce(answer, '-');
  EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS s = RETURNED_SQLSTATE, m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT, c = CONSTRAINT_NAME, x = TABLE_NAME;
    RETURN rtrim(concat_ws('|', s, m, d, h, c, x), '|');
  END $$;
CREATE FUNCTION pg_temp.plan_of(query text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE line text; answer text := '';
  BEGIN FOR line IN EXECUTE query LOOP answer := answer || regexp_replace(line, 'Memory: \S+|Memory Usage: \S+', '') || E'\n'; END LOOP; RETURN answer;
  EXCEPTION WHEN OTHERS THEN RETURN SQLSTATE || SQLERRM; END $$;
CREATE FUNCTION pg_temp.found(VARIADIC seen integer[]) RETURNS text LANGUAGE sql AS
  $$ SELECT string_agg(n::text, ' ' ORDER BY found.row_number) || '/' || max(found.total) FROM registry.find_beneficiaries(page_size => 100) AS found JOIN unnest(seen) AS n ON pg_temp.person(n) = found.national_id $$;
CREATE FUNCTION pg_temp.how_many(arguments text DEFAULT '') RETURNS bigint LANGUAGE plpgsql AS
  $$ DECLARE n bigint; BEGIN EXECUTE format('SELECT count(*) FROM registry.find_beneficiaries(%s)', arguments) INTO n; RETURN n; END $$;

-- Places: 5730102 and 3730101 in district 7301, 5730201 in 7302; another province.
SET LOCAL ROLE welfare_owner;
INSERT INTO reference.district (district_code, province_code, name_thai, name_english) VALUES (7001, 70, 'เมืองราชบุรี', 'Mueang Ratchaburi') ON CONFLICT DO NOTHING;
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai) VALUES (4700101, 'town_municipality', 7001, 70, 'เทศบาลเมืองราชบุรี') ON CONFLICT DO NOTHING;
RESET ROLE;
SELECT pg_temp.today('2026-10-15');
SELECT pg_temp.enter(1, 'elderly', '{"remark": "รับยาต้านไวรัส"}');
SELECT pg_temp.enter(2, 'disability');
SELECT pg_temp.enter(3, 'aids', '{"remark": "ลับ"}');
SELECT pg_temp.enter(4, 'elderly');
SELECT pg_temp.enter(4, 'aids', '{"top_up": 123}');
SELECT pg_temp.today('2026-10-15', 3730101);
SELECT pg_temp.enter(5, 'elderly');
SELECT pg_temp.enter(6, 'aids');
SELECT pg_temp.today('2026-10-15', 5730201);
SELECT pg_temp.enter(7, 'elderly');
SELECT pg_temp.enter(8, 'aids');
SELECT pg_temp.today('2026-10-15', 4700101);
SELECT pg_temp.enter(9, 'elderly', '{"district": "เมืองราชบุรี", "province": "ราชบุรี"}');

-- IS9.1: each duty's people, by rows and by the total

RESET ROLE;
CREATE TEMP TABLE sight AS SELECT * FROM (VALUES ('local_authority', 5730102, '{1,2,3,4}'::integer[]), ('local_authority', 3730101, '{5,6}'), ('local_authority', 5730201, '{7,8}'), ('local_authority', 4700101, '{9}'), ('local_authority', 5730103, '{}'),
  ('district', 7301, '{1,2,4,5}'), ('district', 7302, '{7}'), ('district', 7303, '{}'), ('district', 7001, '{9}'), ('province', 73, '{1,2,4,5,7}'), ('province', 70, '{9}'), ('province', 71, '{}'),
  ('department', NULL, '{1,2,4,5,7,9}'), ('administrator', NULL, '{1,2,3,4,5,6,7,8,9}')) AS v (duty, code, people);
GRANT SELECT ON sight TO PUBLIC;
CREATE FUNCTION pg_temp.as_duty(duty text, code integer, query text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE a text; BEGIN PERFORM pg_temp.act_as(duty, code); a := pg_temp.answer(query); RESET ROLE; RETURN a; END $$;
SELECT is(pg_temp.as_duty(duty, code, 'SELECT array_agg(n ORDER BY n) FROM generate_series(1, 9) AS n WHERE pg_temp.person(n) IN (SELECT national_id FROM registry.find_beneficiaries(page_size => 100))'),
          coalesce('(' || CASE WHEN people = '{}' THEN '' WHEN array_length(people, 1) = 1 THEN people::text ELSE '"' || people::text || '"' END || ')', ''), format('IS9.1, AR2: %s %s finds exactly %s', duty, code, people)) FROM sight;
SELECT is(pg_temp.as_duty(duty, code, 'SELECT count(*), coalesce(max(total), 0) FROM registry.find_beneficiaries()'), format('(%s,%s)', cardinality(people), cardinality(people)), format('IS9.1, AR2: %s %s: rows and total count the same people', duty, code)) FROM sight;
SELECT is(pg_temp.as_duty(duty, code, format('SELECT registry.beneficiary_detail(%L) ->> ''first_name''', pg_temp.id(n))), CASE WHEN n = ANY (people) THEN '(คน' || n || ')' ELSE replace(pg_temp.as_duty(duty, code, format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(99))), pg_temp.id(99), pg_temp.id(n)) END,
          format('IS9.3, AR2: the detail of person %s for %s %s: %s', n, duty, code, CASE WHEN n = ANY (people) THEN 'shown' ELSE 'as of nobody' END)) FROM sight CROSS JOIN generate_series(1, 9) AS n;
SELECT is(pg_temp.as_duty(duty, code, format('SELECT count(*) FROM registry.find_beneficiaries(thai_id => %L)', pg_temp.id(n))), CASE WHEN n = ANY (people) THEN '(1)' ELSE '(0)' END, format('IS9.1, AR2: %s %s looks for the ID of person %s', duty, code, n))
  FROM sight CROSS JOIN generate_series(3, 8) AS n WHERE duty <> 'local_authority';
SELECT is(pg_temp.as_duty(duty, code, 'SELECT count(*) FROM registry.find_beneficiaries() WHERE aids'), format('(%s)', CASE duty WHEN 'administrator' THEN 4 WHEN 'local_authority' THEN CASE code WHEN 5730102 THEN 2 WHEN 4700101 THEN 0 WHEN 5730103 THEN 0 ELSE 1 END ELSE 0 END), format('AR2: %s %s: the AIDS flag', duty, code)) FROM sight;
SELECT ok(pg_temp.as_duty(duty, code, $$SELECT * FROM registry.find_beneficiaries(programme => 'aids')$$) = '-' OR pg_temp.as_duty(duty, code, $$SELECT * FROM registry.find_beneficiaries(programme => 'aids')$$) LIKE 'WF%', format('AR2: %s %s has no AIDS filter: it finds nobody', duty, code)) FROM sight WHERE duty IN ('district', 'province', 'department');
SELECT is(pg_temp.as_duty('local_authority', 5730102, $$SELECT count(*) FROM registry.find_beneficiaries(programme => 'aids')$$), '(2)', 'IS9.1: the authority itself has it');
SELECT unalike(pg_temp.as_duty(duty, code, format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(n))), '%' || word || '%', format('AR2, IS9.2: the detail of person %s for %s %s does not hold "%s"', n, duty, code, word))
  FROM (VALUES ('district', 7301), ('province', 73), ('department', NULL)) AS who (duty, code) CROSS JOIN (VALUES (1, 'ต้านไวรัส'), (4, 'aids'), (4, '123'), (4, 'เอดส์'), (4, 'poor')) AS secret (n, word);
SELECT alike(pg_temp.as_duty('local_authority', 5730102, format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(4))), '%aids%123%', 'IS9.3: the authority''s own detail shows everything');
SELECT alike(pg_temp.as_duty('local_authority', 5730102, format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(1))), '%ต้านไวรัส%', 'IS9.3: remarks too');
SELECT alike(pg_temp.as_duty('administrator', NULL, format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(3))), '%aids%', 'IS9.2: administrators see all');
-- other duties, and nobody
SELECT alike(pg_temp.as_duty(duty, NULL, query), '42501|%', format('QS1: %s: refused: %s', duty, left(query, 50)))
  FROM unnest('{treasury,civil,bank,portal}'::text[]) AS duty CROSS JOIN unnest(ARRAY['SELECT * FROM registry.find_beneficiaries()', 'SELECT registry.beneficiary_detail(pg_temp.person(1))']) AS query;
CREATE FUNCTION pg_temp.nobody(role_name text, query text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE a text; BEGIN
  PERFORM pg_temp.act_as('local_authority', NULL); RESET ROLE; PERFORM set_config('welfare.principal', '', true), set_config('welfare.duty', '', true), set_config('welfare.authority_code', '0', true);
  EXECUTE format('SET LOCAL ROLE %I', role_name); a := pg_temp.answer(query); RESET ROLE; RETURN a; END $$;
SELECT matches(pg_temp.nobody(role_name, query), '^(-$|WF001|WF007|WF066|42501)', format('QS1: nobody signed in, as %s: fails closed: %s', role_name, left(query, 50)))
  FROM unnest('{welfare_authority,welfare_district,welfare_province,welfare_department,welfare_admin}'::text[]) AS role_name CROSS JOIN unnest(ARRAY['SELECT * FROM registry.find_beneficiaries()', 'SELECT registry.beneficiary_detail(pg_temp.person(1))']) AS query;
-- an application may SET ROLE to another duty's group, and gains nothing
CREATE FUNCTION pg_temp.dressed_as(role_name text, query text) RETURNS text LANGUAGE plpgsql AS $$ DECLARE a text; BEGIN
  PERFORM pg_temp.act_as('province', 73); RESET ROLE; EXECUTE format('SET LOCAL ROLE %I', role_name); a := pg_temp.answer(query); RESET ROLE; RETURN a; END $$;
SELECT unalike(replace(pg_temp.dressed_as(role_name, query), 'there is no beneficiary ' || pg_temp.id(3), ''), '%' || CASE WHEN query LIKE '%first_name%' THEN 'คน3' ELSE pg_temp.id(3) END || '%', format('QS1: a province''s user in the role %s does not see the AIDS person by %s', role_name, left(query, 60)))
  FROM unnest('{welfare_authority,welfare_admin,welfare_department}'::text[]) AS role_name CROSS JOIN unnest(ARRAY['SELECT national_id FROM registry.find_beneficiaries(page_size => 100)', 'SELECT registry.beneficiary_detail(pg_temp.person(3)) ->> ''first_name''', 'SELECT thai_id FROM registry.claims_as_of(pg_temp.person(3), ''2026-10-15'')', 'SELECT entry_thai_id FROM audit.trail(pg_temp.person(3))']) AS query;

-- IS9.2: who is not the holding authority changes nothing
SELECT matches(pg_temp.as_duty(duty, code, call), '^(42501|WF0)', format('IS9.2: %s %s: refused: %s', duty, code, left(call, 45)))
  FROM (VALUES ('district', 7301), ('province', 73), ('department', NULL), ('administrator', NULL), ('local_authority', 5730201)) AS who (duty, code)
 CROSS JOIN unnest(ARRAY[$$SELECT registry.edit_beneficiary(pg_temp.person(1), '{"telephone": "0811111111"}')$$, $$SELECT registry.dispose(pg_temp.person(1), 'died', '2026-10-10')$$, $$SELECT registry.delete_beneficiary(pg_temp.person(1), 'x', true)$$, $$SELECT registry.suspend(pg_temp.person(1), '{elderly}', '2026-10-10', '1', 'x')$$, $$SELECT registry.correct_id(pg_temp.person(1), pg_temp.person(98), 'x', 'y')$$]) AS call;
SELECT alike(pg_temp.as_duty(duty, code, $$SELECT registry.add_beneficiary(pg_temp.form(97))$$), pattern, format('IS9.2: %s adds nobody', duty)) FROM (VALUES ('district', 7301, '42501%'), ('province', 73, '42501%'), ('department', NULL, '42501%'), ('administrator', NULL, '%|%')) AS who (duty, code, pattern);
-- no table that identifies a person can be read
SELECT alike(pg_temp.as_duty(duty, code, format('SELECT count(*) FROM %s', relation)), '42501|permission denied%', format('QS1: %s reads no %s', duty, relation))
  FROM (VALUES ('local_authority', 5730102), ('province', 73), ('department', NULL), ('administrator', NULL)) AS who (duty, code) CROSS JOIN unnest('{registry.person,registry.claim,registry.disposal,payment.line}'::text[]) AS relation;

-- IS9.1: filters, sorting by the Thai alphabet, pages with a total -------------------------------------------------------------------
SELECT pg_temp.today('2026-10-15', 5730103);
SELECT pg_temp.enter(20 + n::integer, 'elderly', jsonb_build_object('first_name', name)) FROM unnest('{เกษม,กมล,โกวิท,ขวัญ,ไก่,ฮานา,แก้ว,อรุณ}'::text[]) WITH ORDINALITY AS v (name, n);
SELECT is((SELECT string_agg(substr(full_name, 4, strpos(full_name, ' ') - 4), ' ' ORDER BY row_number) FROM registry.find_beneficiaries(sort => '{name}')), 'กมล เกษม แก้ว โกวิท ไก่ ขวัญ อรุณ ฮานา', 'IS9.1, RC10: by name ก–ฮ, vowels before the consonant sort after it');
SELECT is((SELECT string_agg(substr(full_name, 4, strpos(full_name, ' ') - 4), ' ' ORDER BY row_number) FROM registry.find_beneficiaries(sort => '{-name}')), 'ฮานา อรุณ ขวัญ ไก่ โกวิท แก้ว เกษม กมล', 'IS9.1: by name ฮ–ก');
SELECT is((SELECT array_agg(national_id ORDER BY row_number) FROM registry.find_beneficiaries(sort => '{thai_id}')), (SELECT array_agg(national_id ORDER BY national_id) FROM registry.find_beneficiaries()), 'IS9.1: by ID ascending');
SELECT is((SELECT array_agg(national_id ORDER BY row_number) FROM registry.find_beneficiaries(sort => '{-thai_id}')), (SELECT array_agg(national_id ORDER BY national_id DESC) FROM registry.find_beneficiaries()), 'IS9.1: by ID descending');
SELECT is((SELECT string_agg(row_number || '/' || total, ' ' ORDER BY row_number) FROM registry.find_beneficiaries(sort => '{thai_id}', page => p, page_size => 3)), wanted, 'IS9.1: page ' || p || ' of three, numbered through, with the total')
  FROM (VALUES (1, '1/8 2/8 3/8'), (2, '4/8 5/8 6/8'), (3, '7/8 8/8')) AS v (p, wanted);
SELECT is((SELECT count(DISTINCT national_id) FROM generate_series(1, 3) AS p CROSS JOIN LATERAL registry.find_beneficiaries(page => p, page_size => 3)), 8::bigint, 'IS9.1: unsorted pages too show everybody once');
SELECT matches(pg_temp.answer('SELECT * FROM registry.find_beneficiaries(' || arguments || ')'), '^(WF|22)', 'IS9.1: refused: ' || arguments) FROM unnest(ARRAY['page => 0', 'page => -1', 'page_size => 0', 'page_size => -5', $$sort => '{shoe_size}'$$, $$sort => '{name; DROP TABLE registry.person}'$$]) AS arguments;
SELECT is(pg_temp.how_many(arguments), wanted::bigint, 'IS9.1: find by ' || arguments)
  FROM (VALUES ($$first_name => 'กมล'$$, 1), ($$first_name => 'ก'$$, 1), ($$first_name => 'แก'$$, 1), ($$first_name => '%'$$, 0), ($$first_name => '_'$$, 0), ($$first_name => 'กมล', last_name => 'ใจ'$$, 1), ($$first_name => 'กมล', last_name => 'อื่น'$$, 0), ('first_name => $q$'' OR true --$q$', 0), ($$last_name => 'ใจดี'$$, 8),
    ('authority_code => 5730103', 8), ('district_code => 7301', 8), ('district_code => 7302', 0), ('province_code => 73', 8), ('province_code => 70', 0), ($$programme => 'elderly'$$, 8), ($$programme => 'disability'$$, 0), ($$state => 'live'$$, 8), ($$state => 'disposed'$$, 0)) AS v (arguments, wanted);
SELECT ok(pg_temp.answer('SELECT * FROM registry.find_beneficiaries(authority_code => 5730102)') IN ('-') OR pg_temp.answer('SELECT * FROM registry.find_beneficiaries(authority_code => 5730102)') LIKE 'WF%', 'IS9.1: naming another authority shows nobody of it');
SELECT pg_temp.enter(29, 'elderly', jsonb_build_object('first_name', 'น' || U&'\0E49\0E33' || 'ฝน'));
SELECT is(pg_temp.how_many(format('first_name => %L', 'น' || U&'\0E49\0E4D' || 'า')), 1::bigint, 'RC10: a search is normalised as the entry was: ํ and า find ำ');
SELECT is((SELECT status || elderly || disability || aids || entered_on FROM registry.find_beneficiaries(thai_id => pg_temp.person(29))), 'livetruefalsefalse2026-10-15', 'IS9.1: the list shows status, programmes and the day of entry');

SELECT is(pg_temp.answer('SELECT reference.message_text(''WF009'')'), '("nothing matches what was asked for")', 'IS9.1, IS7: a search that finds nothing can be told so in the manual''s words, by the role that searches');

-- IS9.3: looking is logged ----------------------------------------------------------------------------------------------------------
SELECT pg_temp.act_as('province', 73, 'looker');
SELECT registry.beneficiary_detail(pg_temp.person(1)) IS NOT NULL;
SELECT count(*) FROM registry.find_beneficiaries(first_name => 'คน1');
SELECT pg_temp.act_as('administrator', NULL, 'auditor');
SELECT is((SELECT string_agg(concat_ws(' ', action, entry_relation, duty, row_count), ', ') FROM audit.trail(pg_temp.person(1), principal => 'looker')), 'read registry.beneficiary_detail province 1', 'IS9.3: a look at the detail is one entry: who, what, whose');
SELECT is((SELECT count(*) FROM audit.trail(principal => 'looker', recorded_from => now() - interval '1 hour', page_size => 100)), 2::bigint, 'IS9.3: a search is one entry too, however many it found');
SELECT alike(pg_temp.as_duty(duty, code, 'SELECT * FROM audit.trail(pg_temp.person(1))'), '42501%', format('IS9.3: %s does not read the trail', duty)) FROM sight WHERE duty <> 'administrator' AND people <> '{}';

-- AR2: two databases that differ in one AIDS claim ----------------------------------------------------------------------------------
RESET ROLE;
CREATE FUNCTION pg_temp.age_records(days integer) RETURNS void LANGUAGE plpgsql AS $$
  -- What was recorded so far was recorded some days ago.
  BEGIN
    RESET ROLE;
    SET LOCAL session_replication_role = replica;
    UPDATE registry.person SET recorded_at = recorded_at - make_interval(days => days), created_at = created_at - make_interval(days => days) WHERE thai_id IN (SELECT pg_temp.person(n) FROM generate_series(70, 79) AS n);
    UPDATE registry.claim SET recorded_at = recorded_at - make_interval(days => days), created_at = created_at - make_interval(days => days) WHERE thai_id IN (SELECT pg_temp.person(n) FROM generate_series(70, 79) AS n);
    SET LOCAL session_replication_role = origin;
  END $$;
-- The world of a scenario, with or without its AIDS claim, as a user sees it: everything that a user can ask. Undone.
CREATE FUNCTION pg_temp.world(scenario text, with_aids boolean, duty text, code integer) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE seen text := ''; query text; call text;
  BEGIN
    BEGIN
      IF scenario = 'AIDS long before' AND with_aids THEN PERFORM pg_temp.today('2024-02-01'); PERFORM pg_temp.enter(71, 'aids', '{"claimed_on": "01/01/2567", "ordered_on": "05/01/2567"}'); PERFORM pg_temp.age_records(900); END IF;
      PERFORM pg_temp.today('2026-10-02');
      PERFORM pg_temp.enter(70, 'elderly');
      PERFORM pg_temp.enter(71, 'elderly');
      PERFORM pg_temp.enter(72, 'disability');
      PERFORM pg_temp.age_records(10);
      PERFORM pg_temp.today('2026-10-12');
      CASE scenario
        WHEN 'AIDS long before' THEN NULL;
        WHEN 'beside elderly' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); END IF;
        WHEN 'AIDS alone' THEN IF with_aids THEN PERFORM pg_temp.enter(73, 'aids'); END IF;
        WHEN 'lookalike' THEN
          IF with_aids THEN PERFORM pg_temp.enter(73, 'aids', jsonb_build_object('thai_id', overlay(pg_temp.id(71) PLACING '5' FROM 3 FOR 1))); END IF;
        WHEN 'lookalike after' THEN
          IF with_aids THEN PERFORM pg_temp.enter(73, 'aids'); END IF;
          PERFORM pg_temp.enter(74, 'elderly', jsonb_build_object('thai_id', overlay(pg_temp.id(73) PLACING '5' FROM 3 FOR 1)));
        WHEN 'AIDS suspended' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); PERFORM registry.suspend(pg_temp.person(71), '{aids}', '2026-10-12', '1/2570', 'x'); END IF;
        WHEN 'AIDS waived' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); PERFORM registry.dispose(pg_temp.person(71), 'waived', '2026-10-12', '2026-10-12', '{aids}', remark => 'x'); END IF;
        WHEN 'AIDS deleted' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); PERFORM registry.delete_beneficiary(pg_temp.person(71), 'x', true, '{aids}'); END IF;
        WHEN 'AIDS edited' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); PERFORM registry.edit_beneficiary(pg_temp.person(71), '{"programmes": [{"programme": "aids", "top_up": 50, "remark": "x"}]}'); END IF;
        WHEN 'elderly waived' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); END IF; PERFORM registry.dispose(pg_temp.person(71), 'waived', '2026-10-12', '2026-10-12', '{elderly}', remark => 'x');
        WHEN 'elderly deleted' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); END IF; PERFORM registry.delete_beneficiary(pg_temp.person(71), 'x', true, '{elderly}');
        WHEN 'died' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); END IF; PERFORM registry.dispose(pg_temp.person(71), 'died', '2026-10-12', '2026-10-12');
        WHEN 'document' THEN IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); PERFORM registry.add_document(pg_temp.person(71), (SELECT min(k) FROM unnest(enum_range(NULL::registry.document_kind)) AS k), 'ใบรับรองแพทย์', sha256('x'), '2026-10-01', 'aids'); END IF;
        WHEN 'corrected' THEN
          IF with_aids THEN PERFORM pg_temp.enter(71, 'aids'); END IF;
          PERFORM registry.correct_id(pg_temp.person(71), pg_temp.person(75), 'x', 'y'); PERFORM pg_temp.today('2026-10-12', 5730102, 'second'); PERFORM registry.correct_id(pg_temp.person(71), pg_temp.person(75), 'x', 'y');
      END CASE;
      PERFORM pg_temp.today('2026-10-15');
      PERFORM pg_temp.act_as(duty, code);
      FOR query IN
        SELECT 'SELECT * FROM registry.find_beneficiaries(' || arguments || ')' FROM unnest(ARRAY['page_size => 100', 'page_size => 2, page => 2', $q$sort => '{name}', page_size => 100$q$, $q$sort => '{-thai_id}', page_size => 100$q$, $q$programme => 'aids'$q$, $q$programme => 'elderly', page_size => 100$q$, $q$state => 'live', page_size => 100$q$, $q$state => 'suspended'$q$, $q$state => 'disposed'$q$, $q$state => 'deleted'$q$, $q$first_name => 'คน7'$q$, 'authority_code => 5730102']) AS arguments
        UNION ALL SELECT format('SELECT registry.beneficiary_detail(%L)', id) FROM unnest(ARRAY[pg_temp.id(70), pg_temp.id(71), pg_temp.id(72), pg_temp.id(73), pg_temp.id(75), overlay(pg_temp.id(71) PLACING '5' FROM 3 FOR 1), overlay(pg_temp.id(73) PLACING '5' FROM 3 FOR 1)]) AS id
        UNION ALL SELECT 'SELECT * FROM registry.open_reviews()' UNION ALL SELECT 'SELECT * FROM registry.claims_as_of(pg_temp.person(71), ''2026-10-15'')' UNION ALL SELECT 'SELECT * FROM registry.person_as_of(pg_temp.person(73), ''2026-10-15'')'
        UNION ALL SELECT format('SELECT registry.edit_beneficiary(%L, ''{}'')', pg_temp.id(n)) FROM unnest('{71,73}'::integer[]) AS n UNION ALL SELECT 'SELECT * FROM audit.trail(pg_temp.person(71))'
        UNION ALL SELECT format('SELECT count(*) FROM %I.%I', nspname, relname) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace WHERE relkind IN ('r', 'v', 'm', 'p') AND nspname IN ('registry', 'payment', 'audit', 'report') AND NOT relispartition
      LOOP
        seen := seen || query || E'\n' || pg_temp.answer(query) || E'\n';
      END LOOP;
      FOREACH query IN ARRAY ARRAY['SELECT * FROM registry.find_beneficiaries()', $q$SELECT * FROM registry.find_beneficiaries(programme => 'elderly') WHERE aids$q$, 'SELECT registry.beneficiary_detail(pg_temp.person(71))'] LOOP
        seen := seen || pg_temp.plan_of('EXPLAIN ' || query) || pg_temp.plan_of('EXPLAIN (ANALYZE, VERBOSE, TIMING off, SUMMARY off) ' || query);
      END LOOP;
      RAISE EXCEPTION USING ERRCODE = 'XX998';
    EXCEPTION WHEN SQLSTATE 'XX998' THEN NULL;
    END;
    -- the moment of a look and the numbers of rows change from one run to the next; nothing else may
    RETURN seen;
  END $$;
-- The first line in which two texts differ.
CREATE FUNCTION pg_temp.difference(one text, other text) RETURNS text LANGUAGE sql AS $$
  SELECT 'with: ' || coalesce(a, '(nothing)') || E'\nwithout: ' || coalesce(b, '(nothing)') FROM ROWS FROM (string_to_table(one, E'\n'), string_to_table(other, E'\n')) WITH ORDINALITY AS v (a, b, n) WHERE a IS DISTINCT FROM b ORDER BY n LIMIT 1 $$;
SELECT is(pg_temp.difference(pg_temp.world(scenario, true, duty, code), pg_temp.world(scenario, false, duty, code)), NULL, format('AR2: %s %s cannot tell whether there is an AIDS claim: %s', duty, code, scenario))
  FROM unnest('{AIDS long before,beside elderly,AIDS alone,lookalike,lookalike after,AIDS suspended,AIDS waived,AIDS deleted,AIDS edited,elderly waived,elderly deleted,died,document,corrected}'::text[]) AS scenario
 CROSS JOIN (VALUES ('district', 7301), ('province', 73), ('department', NULL), ('local_authority', 5730201)) AS who (duty, code);
SELECT isnt(pg_temp.difference(pg_temp.world(scenario, true, duty, code), pg_temp.world(scenario, false, duty, code)), NULL, format('AR2: %s %s can tell: the comparison is sharp: %s', duty, code, scenario))
  FROM unnest('{beside elderly,AIDS alone,AIDS long before}'::text[]) AS scenario CROSS JOIN (VALUES ('local_authority', 5730102), ('administrator', NULL)) AS who (duty, code);

-- the old authority and the record that it disposed of
SELECT pg_temp.today('2026-10-15', 5730201);
SELECT registry.dispose(pg_temp.person(7), 'moved', '2026-10-05', '2026-10-15', claimed_elsewhere_on => '2026-10-10');
SELECT is((SELECT status FROM registry.find_beneficiaries(thai_id => pg_temp.person(7))), 'disposed', 'IS9.1: what was disposed of stays on the authority''s list, as disposed');
SELECT pg_temp.today('2026-10-15', 4700101);
SELECT pg_temp.enter(7, 'elderly', '{"claimed_on": "10/10/2569", "ordered_on": "12/10/2569", "telephone": "0899999999"}');
SELECT is((SELECT status FROM registry.find_beneficiaries(thai_id => pg_temp.person(7))), 'live', 'EG5.2: and is live at the new one');
SELECT unalike(registry.beneficiary_detail(pg_temp.person(7))::text, '%5730201%', 'IS9.1: which does not see the old one''s record');
SELECT pg_temp.today('2026-10-15', 5730201);
SELECT is((SELECT state::text FROM registry.claims_as_of(pg_temp.person(7), '2026-10-15') WHERE programme = 'elderly'), 'disposed', 'IS9.1, EG7: the old authority still reads the record that it disposed of');
SELECT unalike(pg_temp.answer('SELECT registry.beneficiary_detail(pg_temp.person(7))'), '%0899999999%', 'IS9.1: without what the new authority recorded');
SELECT * FROM finish();
ROLLBACK;

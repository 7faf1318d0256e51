-- ER5, EG3.3: interpretations and agreed deviations, and what authorities made public, as records.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
-- what holds for a rule at an authority on a day, the nearest first
CREATE FUNCTION pg_temp.held(rule text, authority integer, day date) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(document_number, ' '), 'nothing') FROM reference.interpretations_in_force(rule, authority, day) $$;
CREATE FUNCTION pg_temp.number(document text) RETURNS integer LANGUAGE sql AS $$ SELECT interpretation_id FROM reference.interpretation WHERE document_number = document ORDER BY 1 DESC LIMIT 1 $$;
CREATE FUNCTION pg_temp.refused(more text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.refusal_of('SELECT reference.record_interpretation(' || (SELECT string_agg(coalesce(given.value, plain.value), ', ' ORDER BY position)
            FROM (VALUES (1, 'kind', $q$kind => 'interpretation'$q$), (2, 'interpreter', $q$interpreter => 'permanent_secretary'$q$), (3, 'document_number', $q$document_number => 'ม'$q$),
                         (4, 'document_date', $q$document_date => '2026-10-01'$q$), (5, 'rule_ids', $q$rule_ids => '{ER9}'$q$), (6, 'question', $q$question => 'ก'$q$), (7, 'decision', $q$decision => 'ข'$q$),
                         (8, 'first_day', $q$first_day => '2026-10-01'$q$)) AS plain (position, key, value)
            LEFT JOIN LATERAL (SELECT part AS value FROM regexp_split_to_table(more, '; ') AS part WHERE part LIKE plain.key || ' =>%') AS given ON true)
         || (SELECT coalesce(string_agg(', ' || part, ''), '') FROM regexp_split_to_table(more, '; ') AS part WHERE part ~ '^(authority_code|province_code|delegation_document|last_day|supersedes) =>') || ')') $$;
CREATE FUNCTION pg_temp.publicity(authority integer DEFAULT NULL) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce(string_agg(concat_ws('/', local_authority_code, subjects::text, places::text, first_day, last_day, document, recorded_by), ' '), 'nothing') FROM registry.publicity_of(2569, authority) $$;
CREATE FUNCTION pg_temp.seen_as(duty text, code integer) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_temp.act_as(duty, code);
    RETURN pg_temp.publicity();
  END $$;

SELECT pg_temp.act_as('administrator', NULL, 'keeper') \g /dev/null

-- by the permanent secretary for the nation, by delegation for a province and for one authority
SELECT lives_ok($$SELECT reference.record_interpretation('interpretation', 'permanent_secretary', 'มท 1', '2026-01-10', '{ER9,RC6}', 'ขั้นอายุของผู้เกิดวันที่ 1', 'ให้ถือเดือนเกิด', '2026-02-01')$$, 'ER5: the permanent secretary''s interpretation is recorded');
SELECT lives_ok($$SELECT reference.record_interpretation('deviation', 'governor', 'นฐ 2', '2026-01-10', '{ER13}', 'จ่ายหลังวันที่ 10', 'ตกลง', '2026-02-01', province_code => 73, delegation_document => 'คำสั่ง มท 5/2569', last_day => '2026-06-30')$$, 'ER5: a governor''s agreed deviation, by delegation, for the province');
SELECT lives_ok($$SELECT reference.record_interpretation('interpretation', 'director_general', 'สถ 3', '2026-01-10', '{ER9}', 'ก', 'ข', '2026-03-01', authority_code => 5730102, delegation_document => 'คำสั่ง มท 6/2569')$$, 'ER5: the director-general''s, for one authority');
RESET ROLE;
SELECT results_eq($$SELECT kind::text, interpreter::text, scope::text, authority_code, province_code::integer, valid, (rule_ids::text COLLATE "default"), recorded_by FROM reference.interpretation ORDER BY interpretation_id$$,
  $$VALUES ('interpretation', 'permanent_secretary', 'nation', NULL::integer, NULL::integer, daterange('2026-02-01', NULL), '{ER9,RC6}', 'keeper'),
           ('deviation', 'governor', 'province', NULL, 73, '[2026-02-01,2026-07-01)', '{ER13}', 'keeper'),
           ('interpretation', 'director_general', 'authority', 5730102, 73, '[2026-03-01,)', '{ER9}', 'keeper')$$, 'ER5: with document, scope and dates');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT is(pg_temp.held('ER9', 5730102, '2026-02-28'), 'มท 1', 'ER5: everybody reads what holds: on the last day before the authority''s own');
SELECT is(pg_temp.held('ER9', 5730102, '2026-03-01'), 'สถ 3 มท 1', 'ER5: on its first day, the nearest first');
SELECT is(pg_temp.held('ER9', 3730101, '2026-03-01'), 'มท 1', 'ER5!: a neighbour''s does not hold');
SELECT is(pg_temp.held('ER13', 3730101, '2026-06-30'), 'นฐ 2', 'ER5: the province''s, on its last day');
SELECT is(pg_temp.held('ER13', 3730101, '2026-07-01'), 'nothing', 'ER5!: not on the day after');
SELECT is(pg_temp.held('ER1', 5730102, '2026-03-01') || ' ' || pg_temp.held('ER9', 5730102, '2026-01-31'), 'nothing nothing', 'ER5!: nor for another rule, nor before');

-- rows of law that rest on one
RESET ROLE;
SELECT lives_ok(format('UPDATE reference.age_rule SET interpretation_id = %s WHERE programme = ''elderly'' AND valid @> DATE ''2026-02-01''', pg_temp.number('มท 1')), 'ER5: a row of law that rests on one cites it');
SELECT throws_ok('UPDATE reference.commencement SET interpretation_id = 2000000000 WHERE programme = ''aids''', '23503', NULL, 'ER5!: one that there is not');

-- superseding and ending
SELECT pg_temp.act_as('administrator', NULL, 'keeper') \g /dev/null
SELECT lives_ok(format($$SELECT reference.record_interpretation('interpretation', 'permanent_secretary', 'มท 7', '2026-09-01', '{ER9}', 'ก', 'ค', '2026-09-15', supersedes => %s)$$, pg_temp.number('มท 1')), 'ER5: one takes the place of another');
SELECT is(pg_temp.held('ER9', 3730101, '2026-09-14') || ' | ' || pg_temp.held('ER9', 3730101, '2026-09-15'), 'มท 1 | มท 7', 'ER5: from its first day on');
SELECT is(reference.end_interpretation(pg_temp.number('สถ 3'), '2026-09-30', 'สถ 8'), 'done', 'ER5: one is ended');
SELECT is(pg_temp.held('ER9', 5730102, '2026-09-30') || ' | ' || pg_temp.held('ER9', 5730102, '2026-10-01'), 'สถ 3 มท 7 | มท 7', 'ER5: with the day named');
SELECT alike(pg_temp.refusal_of(format('SELECT reference.end_interpretation(%s, ''2026-09-20'', ''x'')', pg_temp.number('สถ 3'))), 'WF345%', 'ER5!: once');
SELECT alike(pg_temp.refusal_of(format('SELECT reference.end_interpretation(%s, ''2026-10-01'', ''x'')', pg_temp.number('สถ 3'))), 'WF348%', 'ER5!: nor after its end');
SELECT alike(pg_temp.refusal_of('SELECT reference.end_interpretation(NULL, ''2026-10-01'', ''x'')'), 'WF010 interpretation_id%', 'a number is required');
SELECT alike(pg_temp.refusal_of(format('SELECT reference.end_interpretation(%s, ''2026-10-01'', '' '')', pg_temp.number('มท 7'))), 'WF010 document%', 'and the document that ends it');

-- what is refused
SELECT is(pg_temp.refused(''), NULL, 'as it is, it is taken');
SELECT alike(pg_temp.refused(more), refusal, 'ER5!: refused: ' || more)
  FROM (VALUES ('kind => NULL', 'WF010 kind%'), ('document_number => '' ''', 'WF010 document_number%'), ('rule_ids => ''{}''', 'WF010 rule_ids%'), ('question => NULL', 'WF010 question%'), ('decision => ''''', 'WF010 decision%'),
               ('first_day => NULL', 'WF010 first_day%'), ('document_date => NULL', 'WF010 document_date%'), ('rule_ids => ''{ER9,er9}''', 'WF012 rule_ids: er9'), ('rule_ids => ''{NULL}''', 'WF012 rule_ids: NULL'),
               ('document_date => ''2026-10-02''', 'WF016%'), ('last_day => ''2026-09-30''', 'WF017%'), ('interpreter => ''director_general''', 'WF346%'), ('delegation_document => ''x''', 'WF346%'),
               ('interpreter => ''governor''; delegation_document => ''x''', 'WF347%'), ('authority_code => 9999999', 'WF014%'), ('authority_code => 5730102; province_code => 50', 'WF014%'), ('supersedes => 2000000000', 'WF348%')) AS tried (more, refusal);
SELECT is(pg_temp.refused('last_day => ''2026-10-01'''), NULL, 'ER5: for one day');
SELECT pg_temp.act_as('department') \g /dev/null
SELECT alike(pg_temp.refused(''), '42501%', 'ER5!: the department records none');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT alike(pg_temp.refused(''), '42501%', 'ER5!: nor an officer');
RESET ROLE; SET LOCAL ROLE welfare_admin;
SELECT alike(pg_temp.refused(''), 'WF004%', 'ER5!: nor one that takes the administrators'' role');
RESET ROLE;
SET LOCAL client_min_messages = warning;
SELECT alike(pg_temp.refusal_of(statement), 'WF34%', 'ER5!: whatever path is taken: ' || statement)
  FROM unnest(ARRAY['UPDATE reference.interpretation SET decision = ''x''', 'UPDATE reference.interpretation SET valid = ''(,)''', 'UPDATE reference.interpretation SET valid = daterange(lower(valid), ''2027-01-01'') WHERE upper(valid) IS NULL',
                    'DELETE FROM reference.interpretation', 'TRUNCATE reference.interpretation CASCADE']) AS statement;

-- EG3.3
SELECT pg_temp.act_as('local_authority', 5730102, 'writer') \g /dev/null
SELECT lives_ok($$SELECT registry.record_publicity('elderly', '{qualifications,papers}', '{office,website}', '2026-09-30', '2026-12-31', 'ภาพถ่าย 1')$$, 'EG3.3, ER7: what was made public is recorded: what, where, when');
SELECT lives_ok($$SELECT registry.record_publicity('disability', '{papers}', '{designated_place}', '2026-10-01', '2026-10-01', 'ภาพถ่าย 2', 'วัดดอนยายหอม')$$, 'EG3.3: at a designated place, which is named');
SELECT is(pg_temp.publicity(), '5730102/{qualifications,papers}/{office,website}/2026-09-30/2026-12-31/ภาพถ่าย 1/writer', 'EG3.3: by fiscal year: on its last day');
SELECT results_eq('SELECT document FROM registry.publicity_of(2570)', ARRAY['ภาพถ่าย 1', 'ภาพถ่าย 2'], 'EG3.3: what runs on is in the next as well');
SELECT is_empty('SELECT * FROM registry.publicity_of(2568)', 'EG3.3!: and not in the one before');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.record_publicity(%s)', given)), refusal, 'EG3.3!: refused: ' || given)
  FROM (VALUES ($$'elderly', '{}', '{office}', '2026-09-30', '2026-10-01', 'x'$$, 'WF010 subjects%'), ($$'elderly', '{papers}', '{}', '2026-09-30', '2026-10-01', 'x'$$, 'WF010 places%'),
               ($$'elderly', '{papers}', '{office}', NULL, '2026-10-01', 'x'$$, 'WF010 first_day%'), ($$'elderly', '{papers}', '{office}', '2026-09-30', NULL, 'x'$$, 'WF010 last_day%'),
               ($$'elderly', '{papers}', '{office}', '2026-09-30', '2026-10-01', ' '$$, 'WF010 document%'), ($$'elderly', '{papers}', '{other}', '2026-09-30', '2026-10-01', 'x'$$, 'WF010 place_detail%'),
               ($$'elderly', '{papers}', '{office}', '2026-10-02', '2026-10-03', 'x'$$, 'WF016%'), ($$'elderly', '{papers}', '{office}', '2026-09-30', '2026-09-29', 'x'$$, 'WF017%'),
               ($$'aids', '{papers}', '{office}', '2026-09-30', '2026-10-01', 'x'$$, 'WF349%'), ($$NULL, '{papers}', '{office}', '2026-09-30', '2026-10-01', 'x'$$, 'WF010 programme%')) AS tried (given, refusal);
SELECT alike(pg_temp.refusal_of('SELECT registry.publicity_of(NULL)'), 'WF040%', 'a year is required');
SELECT is(pg_temp.seen_as(duty, code), seen, 'EG3.3' || CASE seen WHEN 'nothing' THEN '!' ELSE '' END || ': what ' || duty || ' ' || coalesce(code::text, '') || ' sees')
  FROM (VALUES ('administrator', NULL, '5730102/{qualifications,papers}/{office,website}/2026-09-30/2026-12-31/ภาพถ่าย 1/writer'), ('department', NULL, '5730102/{qualifications,papers}/{office,website}/2026-09-30/2026-12-31/ภาพถ่าย 1/writer'),
               ('province', 73, '5730102/{qualifications,papers}/{office,website}/2026-09-30/2026-12-31/ภาพถ่าย 1/writer'), ('province', 50, 'nothing'), ('district', 7301, '5730102/{qualifications,papers}/{office,website}/2026-09-30/2026-12-31/ภาพถ่าย 1/writer'),
               ('district', 7302, 'nothing'), ('local_authority', 3730101, 'nothing')) AS looking (duty, code, seen);
SELECT is(pg_temp.refusal_of($$SELECT registry.record_publicity('elderly', '{papers}', '{office}', '2026-09-30', '2026-10-01', 'x')$$), NULL, 'EG3.3: another authority records its own');
SELECT pg_temp.act_as('province', 73) \g /dev/null
SELECT alike(pg_temp.refusal_of($$SELECT registry.record_publicity('elderly', '{papers}', '{office}', '2026-09-30', '2026-10-01', 'x')$$), '42501%', 'EG3.3!: a province records nothing');
SELECT pg_temp.act_as('treasury') \g /dev/null
SELECT alike(pg_temp.refusal_of('SELECT registry.publicity_of(2569)'), '42501%', 'nor does the treasury read');
RESET ROLE;
SELECT alike(pg_temp.refusal_of(statement), 'WF064%', 'EG3.3!: it is evidence: ' || statement)
  FROM unnest(ARRAY['UPDATE registry.publicity SET document = ''x''', 'DELETE FROM registry.publicity', 'TRUNCATE registry.publicity']) AS statement;
SELECT throws_ok($$INSERT INTO registry.publicity (programme, sensitive, authority_code, district_code, province_code, shown, subjects, places, document)
                   VALUES ('aids', true, 5730102, 7301, 73, '[2026-09-01,2026-10-01)', '{papers}', '{office}', 'x')$$, '23514', NULL, 'AR2!: nor is anything of health made public by the owner');
SELECT * FROM finish();
ROLLBACK;

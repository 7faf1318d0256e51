-- IS8.1, IS8.3, IS9.5, IS9.6, ER13: rules that no path gets round: stored functions, plain SQL as owner and as superuser, COPY, ON CONFLICT.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(1), 'done', 'a beneficiary');
SELECT is(pg_temp.add(2, '{"programmes": [{"programme": "elderly"}, {"programme": "disability", "facts": "{seeing_disability}"}, {"programme": "aids", "facts": "{aids_certified}"}]}'), 'done', 'another, of three programmes');
RESET ROLE;

-- A claim like that of person 1 with what differs, inserted by plain SQL. Parameters: columns and their values as SQL.
CREATE FUNCTION pg_temp.insert_claim(differs jsonb, ending text DEFAULT '') RETURNS text LANGUAGE sql AS $$
  SELECT format('INSERT INTO registry.claim (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type,
                   claim_number, district_code, province_code, sensitive, state, origin, last_month, bank_code, replaces_claim_number)
                 SELECT %s FROM registry.claim WHERE thai_id = %L AND programme = ''elderly'' %s',
                string_agg(coalesce(differs ->> wanted, wanted), ', ' ORDER BY number), pg_temp.id(1), ending)
    FROM unnest(ARRAY['thai_id', 'facts', 'programme', 'authority_code', 'first_month', 'claimed_on', 'ordered_on', 'received_since', 'way_of_payment', 'budget_type',
                      'claim_number', 'district_code', 'province_code', 'sensitive', 'state', 'origin', 'last_month', 'bank_code', 'replaces_claim_number']) WITH ORDINALITY AS each (wanted, number) $$;
CREATE TEMP TABLE path (number serial, role_name text);
INSERT INTO path (role_name) VALUES ('postgres'), ('welfare_owner');
GRANT SELECT ON path TO PUBLIC;
-- Tries a statement as a superuser and as the owner of the tables. Parameters: statement; SQLSTATE that refuses it; what it proves.
CREATE FUNCTION pg_temp.nobody(statement text, code text, proves text) RETURNS SETOF text LANGUAGE plpgsql AS $$
  DECLARE
    role_name text;
  BEGIN
    FOREACH role_name IN ARRAY ARRAY[session_user::text, 'welfare_owner'] LOOP
      EXECUTE format('SET LOCAL ROLE %I', role_name);
      RETURN NEXT alike(pg_temp.refusal_of(statement), code || '%', proves || ', as ' || CASE role_name WHEN 'welfare_owner' THEN 'the owner' ELSE 'a superuser' END);
      RESET ROLE;
    END LOOP;
  END $$;

-- IS8.3: one live claim per person and programme in the nation, all of a person's at one authority
SELECT pg_temp.nobody(pg_temp.insert_claim('{"claim_number": "2"}'), '23505', 'IS8.3: a second live claim of the programme');
SELECT pg_temp.nobody(pg_temp.insert_claim('{"claim_number": "2"}', 'ON CONFLICT (thai_id, programme, claim_number) DO UPDATE SET state = ''live'''), '23505', 'IS8.3: nor by ON CONFLICT on another key');
SELECT pg_temp.nobody(pg_temp.insert_claim('{"programme": "''disability''", "facts": "''{seeing_disability}''", "authority_code": "6730213", "district_code": "7302"}'), '23503',
                      'IS8.3: a live claim of another programme at another authority');
SELECT pg_temp.nobody(format('UPDATE registry.person SET authority_code = 5730103 WHERE thai_id = %L', pg_temp.id(1)), '23503', 'IS8.3: the person''s record leaves no live claim behind');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET authority_code = 5730103 WHERE thai_id = %L', pg_temp.id(1)), '23503', 'IS8.3: nor does a live claim leave the record');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET live_authority_code = NULL WHERE thai_id = %L', pg_temp.id(1)), '428C9', 'IS8.3: where a live claim is cannot be hidden');
SELECT pg_temp.nobody(format('INSERT INTO registry.claim (thai_id, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, district_code, province_code, sensitive)
  VALUES (%L, ''elderly'', 5730102, ''2026-10-01'', ''2026-09-01'', ''2026-09-01'', ''2026-10-01'', ''cash_in_person'', ''general'', 7301, 73, false)', pg_temp.id(99)), '23503', 'a claim of nobody');
-- IS8.5, IS8.6, AR2
SELECT pg_temp.nobody(format('UPDATE registry.claim SET facts = ''{}'' WHERE thai_id = %L AND programme = ''disability''', pg_temp.id(2)), '23514', 'IS8.5: disability has a kind');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET facts = ''{seeing_disability, unspecified_disability}'' WHERE thai_id = %L AND programme = ''disability''', pg_temp.id(2)), '23514', 'IS8.5: unspecified stands alone');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET facts = ''{poor}'' WHERE thai_id = %L AND programme = ''aids''', pg_temp.id(2)), '23514', 'IS8.5: AIDS is certified');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET sensitive = false WHERE thai_id = %L AND programme = ''aids''', pg_temp.id(2)), '23503', 'AR2: what is health data cannot be called otherwise');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET budget_type = NULL WHERE thai_id = %L', pg_temp.id(1)), '23502', 'IS8.5: a budget type is required');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET way_of_payment = ''own_account'' WHERE thai_id = %L', pg_temp.id(1)), '23514', 'IS8.6: a transfer has an account');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET received_since = ''2026-10-01'' WHERE thai_id = %L AND programme = ''elderly''', pg_temp.id(1)), '23514', 'IS8.6: what was received before is not after');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET top_up = -1 WHERE thai_id = %L', pg_temp.id(1)), '23514', 'IS8.5: a top-up is not negative');
-- IS8.2, IS8.4: required fields
SELECT pg_temp.nobody(format('UPDATE registry.person SET %I = NULL WHERE thai_id = %L', field, pg_temp.id(1)), '23502', 'IS8.2: ' || field || ' is required')
  FROM unnest(ARRAY['title', 'first_name', 'last_name', 'sex', 'birth_date', 'marital_status', 'telephone', 'income_band', 'has_occupation', 'house_register_address', 'authority_code']) AS field;
SELECT pg_temp.nobody(format('UPDATE registry.person SET first_name = '''' WHERE thai_id = %L', pg_temp.id(1)), '23514', 'IS8.2: a name is not empty');
SELECT pg_temp.nobody(format('UPDATE registry.person SET first_name = ''น'' || chr(3661) || chr(3634) WHERE thai_id = %L', pg_temp.id(1)), '23514', 'RC10: a name is stored normalised');
SELECT pg_temp.nobody(format('UPDATE registry.person SET house_register_address.postcode = ''7300'' WHERE thai_id = %L', pg_temp.id(1)), '23514', 'IS8.4: a postcode has five digits');
SELECT pg_temp.nobody(format('UPDATE registry.person SET telephone = ''12-34'' WHERE thai_id = %L', pg_temp.id(1)), '23514', 'IS8.2: a telephone is digits');
SELECT pg_temp.nobody(format('UPDATE registry.person SET thai_id = %L WHERE thai_id = %L', '9000000001001', pg_temp.id(1)), 'WF065', 'IS9.6: a national ID never changes');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET thai_id = %L WHERE thai_id = %L', pg_temp.id(2), pg_temp.id(1)), 'WF065', 'IS9.6: nor that of a claim');
-- IS9.5: states
SELECT pg_temp.nobody(format('UPDATE registry.claim SET state = ''disposed'', last_month = ''2026-09-01'' WHERE thai_id = %L', pg_temp.id(1)), 'WF06P', 'IS9.5: a disposal has its record');
SELECT pg_temp.nobody(format('UPDATE registry.claim SET state = ''deleted'' WHERE thai_id = %L', pg_temp.id(1)), 'WF06Q', 'IS9.6: a deletion has its reason');
SELECT pg_temp.nobody(pg_temp.insert_claim('{"claim_number": "2", "state": "''disposed''", "last_month": "DATE ''2009-04-01''"}'), 'WF06N', 'IS9.5: a claim begins as live');
-- IS9.6: nothing is removed
SELECT pg_temp.nobody(format(statement, pg_temp.id(1)), 'WF064', 'IS9.6: ' || statement)
  FROM unnest(ARRAY['DELETE FROM registry.claim WHERE thai_id = %L', 'DELETE FROM registry.person WHERE thai_id = %L', 'TRUNCATE registry.person, registry.claim CASCADE']) AS statement;

-- IS8.1: the entry window, both sides
RESET ROLE;
UPDATE reference.entry_window SET open_on = '[2026-10-02,2026-10-31)' WHERE (fiscal_year, programme) = (2570, 'elderly');
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.refusal_of('SELECT pg_temp.add(10)'), 'WF060 outside the entry window of the elderly allowance, which is open from 2026-10-02 to 2026-10-30 (today is 2026-10-01)', 'IS8.1: the day before the window opens, with its dates');
SELECT is(pg_temp.refusal(pg_temp.form(10, '{"authority_code": "5730102"}')), 'outside the entry window of the elderly allowance, which is open from 2026-10-02 to 2026-10-30 (today is 2026-10-01)', 'IS8.1: the import''s rows too');
SELECT is(registry.edit_beneficiary(pg_temp.id(1)::welfare.thai_id, '{"first_name": "สมหมาย"}'), 'done', 'IS8.1: an edit is not governed by it');
RESET ROLE;
SELECT pg_temp.nobody(format('INSERT INTO registry.claim (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, claim_number, district_code, province_code, sensitive)
  SELECT thai_id, ''{}'', ''elderly'', authority_code, ''2009-04-01'', ''2008-11-01'', ''2008-11-01'', ''2009-04-01'', ''cash_in_person'', ''general'', 7, district_code, province_code, false FROM registry.person WHERE thai_id = %L',
  pg_temp.id(2)), '23505', 'a claim that is there is refused first');
SET LOCAL welfare.business_date = '2026-10-02';
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(10), 'done', 'IS8.1: the day on which it opens');
RESET ROLE;
SET LOCAL welfare.business_date = '2026-10-30';
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(pg_temp.add(11), 'done', 'IS8.1: the last day');
RESET ROLE;
SET LOCAL welfare.business_date = '2026-10-31';
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.add(12)'), 'WF060%', 'IS8.1: the day after it');
RESET ROLE;
-- by plain SQL: a person without a claim is brought one, outside the window
SELECT pg_temp.nobody(format('WITH someone AS (INSERT INTO registry.person (thai_id, birth_date, authority_code, district_code, province_code, sex, marital_status, income_band, telephone_is_authoritys,
    has_occupation, title, first_name, last_name, telephone, house_register_address)
  SELECT %L, birth_date, authority_code, district_code, province_code, sex, marital_status, income_band, telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone, house_register_address
    FROM registry.person WHERE thai_id = %L RETURNING thai_id)
  INSERT INTO registry.claim (thai_id, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, district_code, province_code, sensitive)
  SELECT thai_id, ''elderly'', 5730102, ''2009-04-01'', ''2008-11-01'', ''2008-11-01'', ''2009-04-01'', ''cash_in_person'', ''general'', 7301, 73, false FROM someone', pg_temp.id(12), pg_temp.id(1)), 'WF060', 'IS8.1: plain SQL outside the window');
DELETE FROM reference.entry_window WHERE (fiscal_year, programme) = (2570, 'aids');
SET LOCAL welfare.language = 'th';
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT alike(pg_temp.refusal_of($$SELECT pg_temp.add(13, '{"programme": "aids", "facts": "{aids_certified}"}')$$), 'WF061 ยังไม่ได้กำหนดช่วงเวลา%2570', 'IS8.1: ไม่มีช่วงเวลา');
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.add(12)'), 'WF060 อยู่นอกช่วงเวลา%2 ตุลาคม 2569%30 ตุลาคม 2569%', 'IS8.1: บอกวันที่');
RESET ROLE;
SET LOCAL welfare.language = 'en';
SET LOCAL welfare.business_date = '2026-10-01';
-- who opens it
SELECT pg_temp.act_as('administrator');
SELECT is(reference.set_entry_window(2570, 'elderly', '2026-10-01', '2027-09-30', 'คำสั่ง 1/2569'), 'done', 'IS9.2: an administrator opens it');
SELECT alike(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-09-30', '2027-09-30', 'x')$$), 'WF06A%', 'IS8.1: inside its fiscal year, from the first day');
SELECT alike(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-10-01', '2027-10-01', 'x')$$), 'WF06A%', 'IS8.1: to the last');
SELECT alike(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-10-02', '2026-10-01', 'x')$$), 'WF017%', 'and not backwards');
SELECT alike(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-10-02', '2026-10-03', ' ')$$), 'WF010 legal_basis%', 'with a reason');
SELECT pg_temp.act_as('department');
RESET ROLE; SET LOCAL ROLE welfare_admin;
SELECT alike(pg_temp.refusal_of($$SELECT reference.set_entry_window(2570, 'elderly', '2026-10-01', '2027-09-30', 'x')$$), 'WF004%', 'IS9.2: a department that changes its role does not');

-- IS9.5: a disposed claim never changes again
SELECT pg_temp.act_as('local_authority', 5730102);
SELECT is(registry.dispose(pg_temp.id(1)::welfare.thai_id, 'died', '2026-09-15', order_number => '12/2569'), 'done', 'IS9.5: died');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.edit_beneficiary(%L, %L)', pg_temp.id(1), '{"first_name": "อื่น"}')), 'WF062%', 'IS9.5: no edit any more');
SELECT alike(pg_temp.refusal_of(format('SELECT registry.dispose(%L, ''died'', ''2026-09-16'')', pg_temp.id(1))), 'WF062%', 'IS9.5: nor another disposal');
RESET ROLE;
SELECT pg_temp.nobody(format('UPDATE registry.claim SET %s WHERE thai_id = %L', change, pg_temp.id(1)), 'WF062', 'IS9.5: disposed, ' || change)
  FROM unnest(ARRAY['state = ''live'', last_month = NULL', 'state = ''suspended''', 'last_month = ''2026-10-01''', 'top_up = 100', 'remark = ''x''', 'facts = ''{poor}''',
                    'state = ''deleted'', top_up = 100']) AS change;
-- in a later transaction than the disposal
SET LOCAL session_replication_role = replica;
UPDATE registry.claim SET recorded_at = now() - interval '1 day' WHERE thai_id = pg_temp.id(1)::welfare.thai_id;
SET LOCAL session_replication_role = origin;
SELECT pg_temp.nobody(format('UPDATE registry.person SET first_name = ''อื่น'' WHERE thai_id = %L', pg_temp.id(1)), 'WF06W', 'IS9.5: the person''s record neither');
SELECT pg_temp.nobody(format(statement, pg_temp.id(1)), 'WF064', 'IS9.5: ' || statement)
  FROM unnest(ARRAY['UPDATE registry.disposal SET cause = ''moved'' WHERE thai_id = %L', 'DELETE FROM registry.disposal WHERE thai_id = %L', 'DELETE FROM registry.claim_history WHERE thai_id = %L',
                    'UPDATE registry.claim_history SET top_up = 0 WHERE thai_id = %L', 'DELETE FROM registry.person_history WHERE thai_id = %L', 'TRUNCATE registry.tombstone']) AS statement;
SELECT lives_ok(format('UPDATE registry.claim SET top_up = top_up WHERE thai_id = %L', pg_temp.id(1)), 'what changes nothing is no change');
SELECT is((SELECT count(*) FROM registry.claim_history WHERE thai_id = pg_temp.id(1)::welfare.thai_id), 1::bigint, 'and no version');

-- by COPY, in a file: the same triggers and constraints
CREATE TEMP TABLE copied (program text);
COPY (SELECT thai_id, programme, 2, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, district_code, province_code, sensitive, facts
        FROM registry.claim WHERE thai_id = pg_temp.id(2)::welfare.thai_id AND programme = 'elderly') TO '/tmp/welfare_copied_claim.csv' (FORMAT csv);
SELECT alike(pg_temp.refusal_of($$COPY registry.claim (thai_id, programme, claim_number, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, district_code, province_code, sensitive, facts)
  FROM '/tmp/welfare_copied_claim.csv' (FORMAT csv)$$), '23505%', 'IS8.3: COPY brings no second live claim');
COPY (SELECT thai_id, programme, 2, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, district_code, province_code, sensitive, facts
        FROM registry.claim WHERE thai_id = pg_temp.id(1)::welfare.thai_id AND programme = 'elderly') TO '/tmp/welfare_copied_claim.csv' (FORMAT csv);
SELECT alike(pg_temp.refusal_of($$COPY registry.claim (thai_id, programme, claim_number, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, district_code, province_code, sensitive, facts)
  FROM '/tmp/welfare_copied_claim.csv' (FORMAT csv)$$), 'WF050%', 'ER13: nor one whose months overlap a disposed one''s');
SELECT * FROM finish();
ROLLBACK;

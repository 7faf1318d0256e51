-- What the specs of two sessions at once share, in a schema that no deployment has.
-- The places of demo/places.sql must be there. Run as a superuser, who owns it all.
CREATE SCHEMA isolation;
GRANT USAGE ON SCHEMA isolation TO PUBLIC;

-- Empties what the specs fill, whatever triggers guard it.
CREATE PROCEDURE isolation.reset()
  LANGUAGE plpgsql
  SET session_replication_role = replica
  SET client_min_messages = error
  AS $$
  DECLARE
    month regclass;
  BEGIN
    FOR month IN SELECT relid FROM pg_partition_tree('payment.line') WHERE isleaf AND relid <> 'payment.line'::regclass LOOP
      EXECUTE format('DROP TABLE %s', month);
    END LOOP;
    TRUNCATE audit.entry, registry.correction, registry.person, registry.person_history, registry.claim, registry.claim_history, registry.import, registry.import_row, registry.import_mark, registry.import_candidate, registry.import_refusal,
      payment.payroll, payment.law, payment.tariff, report.compilation, report.programme_total RESTART IDENTITY CASCADE;
  END
  $$;

-- A person whom 5730102 has on record, without a claim.
CREATE PROCEDURE isolation.know(thai_id text)
  LANGUAGE sql SECURITY DEFINER
  SET search_path = pg_catalog, welfare
  AS $$
    INSERT INTO registry.person (thai_id, birth_date, authority_code, district_code, province_code, sex, marital_status, visibility, income_band,
                                 telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone, house_register_address)
    VALUES (know.thai_id::welfare.thai_id, '15/02/2490', 5730102, 7301, 73, 'male', 'single', 'everyone', 1,
            false, false, 'นาย', 'ทดสอบ', 'ทดสอบ', '034000000', ROW('1', NULL, NULL, NULL, NULL, 'ดอนยายหอม', 'เมืองนครปฐม', 'นครปฐม', '73000'))
  $$;

-- Stages one row, as the caller, under an import of its own.
CREATE PROCEDURE isolation.stage(thai_id text, programme text, authority_code text)
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM set_config('isolation.import_id', registry.begin_import('isolation.csv')::text, false);
    CALL isolation.stage_row(2, thai_id, programme, authority_code);
  END
  $$;

-- Stages a row more under the same import.
CREATE PROCEDURE isolation.stage_row(line_number integer, thai_id text, programme text, authority_code text)
  LANGUAGE sql
  AS $$
    INSERT INTO registry.import_row (import_id, line_number, thai_id, title, first_name, last_name, sex, birth_date, facts, programme,
                                     authority_code, claimed_on, ordered_on, budget_type, way_of_payment)
    VALUES (current_setting('isolation.import_id')::bigint, line_number, thai_id, 'นาย', 'ทดสอบ', 'ทดสอบ', 'ชาย', '15/02/2490',
            CASE programme
              WHEN 'elderly' THEN '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'
              WHEN 'disability' THEN '{thai_nationality, in_house_register, disability_card, !state_shelter}'
              WHEN 'aids' THEN '{in_house_register, aids_certified, poor}'
            END,
            programme, authority_code, '15/11/2560', '20/11/2560', 'specific', 'cash_in_person')
  $$;

-- Makes the caller's sessions share the newest import of its user.
CREATE PROCEDURE isolation.share()
  LANGUAGE plpgsql SECURITY DEFINER
  AS $$
  BEGIN
    PERFORM set_config('isolation.import_id', (SELECT max(import_id)::text FROM registry.import WHERE principal = welfare.principal()), false);
  END
  $$;

-- Judges and records what the caller staged.
CREATE FUNCTION isolation.finish()
  RETURNS TABLE (row_count integer, persons_added integer, claims_added integer, unchanged integer, refused integer)
  LANGUAGE sql VOLATILE
  AS $$ SELECT * FROM registry.finish_import(current_setting('isolation.import_id')::bigint) $$;

-- The reasons for which the caller's rows were refused.
CREATE FUNCTION isolation.refusals() RETURNS TABLE (line_number integer, reason text)
  LANGUAGE sql STABLE
  AS $$ SELECT line_number, reason FROM registry.import_refusals(current_setting('isolation.import_id')::bigint) $$;

-- An import from beginning to end, as a superuser who sees the nation.
CREATE PROCEDURE isolation.add(thai_id text, programme text, authority_code text)
  LANGUAGE plpgsql
  SET welfare.principal = 'fixture'
  SET welfare.nation = on
  SET welfare.duty = 'administrator'
  AS $$
  BEGIN
    CALL isolation.stage(thai_id, programme, authority_code);
    IF (SELECT claims_added FROM isolation.finish()) <> 1 THEN
      RAISE EXCEPTION '%', (SELECT string_agg(reason, '; ') FROM isolation.refusals());
    END IF;
  END
  $$;

-- The whole form of the person of these specs, as jsonb.
CREATE FUNCTION isolation.form(programme text DEFAULT 'elderly') RETURNS jsonb
  LANGUAGE sql STABLE
  RETURN jsonb_build_object('thai_id', '1000000001005', 'title', 'นาย', 'first_name', 'ทดสอบ', 'last_name', 'ทดสอบ', 'sex', 'male', 'birth_date', '15/02/2490',
    'marital_status', 'single', 'telephone', '034000000', 'income_band', '1', 'occupation', 'none', 'house_number', '1', 'subdistrict', 'ดอนยายหอม',
    'district', 'เมืองนครปฐม', 'province', 'นครปฐม', 'postcode', '73000', 'programme', programme, 'budget_type', 'specific', 'way_of_payment', 'cash_in_person',
    'claimed_on', '15/11/2560', 'ordered_on', '20/11/2560', 'facts', CASE programme WHEN 'disability' THEN '{seeing_disability}' ELSE '{}' END);

-- What is on record of persons: name, and the number of versions before.
CREATE FUNCTION isolation.persons() RETURNS TABLE (thai_id text, first_name text, authority_code integer, versions bigint)
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare
  AS $$
    SELECT person.thai_id::text, person.first_name, person.authority_code,
           (SELECT count(*) FROM registry.person_history WHERE person_history.thai_id = person.thai_id)
      FROM registry.person ORDER BY 1
  $$;

-- Claims, by authority, with the number of payment lines that each has in September 2569.
CREATE FUNCTION isolation.claims()
  RETURNS TABLE (thai_id text, programme text, authority_code integer, state text, lines bigint)
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare
  AS $$
    SELECT claim.thai_id::text, claim.programme::text, claim.authority_code, claim.state::text,
           (SELECT count(*) FROM payment.line
             WHERE line.thai_id = claim.thai_id AND line.programme = claim.programme AND line.month = '2026-09-01')
      FROM registry.claim
     ORDER BY 1, 2, 3
  $$;

\ir ../test/whole_form.sql
-- One user of the authority 5730102, of that name, who has tried nothing yet.
CREATE PROCEDURE isolation.user()
  LANGUAGE plpgsql
  SET session_replication_role = replica
  AS $$
  BEGIN
    UPDATE identity.policy SET bcrypt_cost = 4;
    TRUNCATE identity.user_account, identity.office, identity.session, identity.attempt, identity.password_change, identity.reset_token,
      identity.outgoing_mail RESTART IDENTITY;
    PERFORM identity.add_user('{"user_name": "5730102", "duty": "local_authority", "authority_code": 5730102, "first_name": "ทดสอบ", "last_name": "ทดสอบ", "email": "a@example.go.th"}');
    UPDATE identity.user_account SET password_hash = public.crypt('right password', public.gen_salt('bf', 4)),
           answer_hash = identity.answer_hash('right', public.gen_salt('bf', 4));
    TRUNCATE identity.reset_token, identity.outgoing_mail;
  END
  $$;

-- How that user stands, and how many mails wait for it.
CREATE FUNCTION isolation.standing() RETURNS TABLE (failed_passwords integer, locked boolean, failed_answers integer, reset_locked boolean, mails bigint)
  LANGUAGE sql VOLATILE
  AS $$
    SELECT standing.failed_passwords, standing.locked_at IS NOT NULL, standing.failed_answers, standing.reset_locked_at IS NOT NULL,
           (SELECT count(*) FROM identity.outgoing_mail WHERE is_good)
      FROM identity.user_account CROSS JOIN identity.standing(user_number)
  $$;

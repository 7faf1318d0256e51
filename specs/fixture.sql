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
    FOR month IN SELECT relid FROM unnest('{payment.line,payment.instruction,payment.credit}'::regclass[]) AS parent
                  CROSS JOIN pg_partition_tree(parent) WHERE isleaf AND relid <> parent LOOP
      EXECUTE format('DROP TABLE %s', month);
    END LOOP;
    TRUNCATE audit.entry, registry.correction, registry.move, registry.move_claim, registry.person, registry.person_history, registry.claim, registry.claim_history, registry.submission, registry.submission_step, registry.submission_register, registry.import, registry.import_row, registry.import_mark, registry.import_candidate, registry.import_refusal,
      payment.authority_payroll, payment.disbursement, payment.failure, payment.set_aside, payment.bank_delivery, payment.result_row, payment.result_mark, payment.ledger_entry, payment.hold, payment.adjustment,
      identity.user_account, identity.office, identity.session, identity.attempt, identity.password_change, identity.reset_token, identity.outgoing_mail,
      payment.payroll, payment.law, payment.tariff, report.compilation, report.programme_total,
      portal.payment_change, portal.pending_change, portal.payment_list RESTART IDENTITY CASCADE;
    UPDATE portal.change_counter SET last_number = 0, purged_through = 0;
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

-- Claims with their months, and the number of months that two of them share.
CREATE FUNCTION isolation.months()
  RETURNS TABLE (programme text, authority_code integer, state text, first_month date, last_month date, shared bigint)
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare
  AS $$
    SELECT claim.programme::text, claim.authority_code, claim.state::text, claim.first_month::date, claim.last_month::date,
           (SELECT count(*) FROM generate_series(timestamp '2017-12-01', '2027-12-01', '1 month') AS month
              JOIN registry.claim AS other
                ON other.thai_id = claim.thai_id AND other.programme = claim.programme AND other.claim_number <> claim.claim_number
               AND other.state <> 'deleted' AND month BETWEEN other.first_month AND coalesce(other.last_month, 'infinity')
             WHERE claim.state <> 'deleted' AND month BETWEEN claim.first_month AND coalesce(claim.last_month, 'infinity'))
      FROM registry.claim
     ORDER BY 1, claim.claim_number
  $$;

\ir ../test/whole_form.sql
\ir ../test/confirmed_law.sql
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

-- Somebody whom 5730102 has posted from 10 to 25 September, proposed and verified on the 26th, by an officer, the clerk and the executive.
CREATE PROCEDURE isolation.post_notice()
  LANGUAGE plpgsql
  SET welfare.duty = 'local_authority'
  SET welfare.authority_code = 5730102
  SET search_path = pg_catalog, welfare
  AS $$
  DECLARE
    today date;
  BEGIN
    PERFORM set_config('welfare.principal', '', true), set_config('welfare.duty', '', true), set_config('welfare.authority_code', '0', true),
            set_config('session_replication_role', 'replica', true);
    UPDATE identity.policy SET bcrypt_cost = 4;
    TRUNCATE identity.user_account, identity.office, identity.session, identity.attempt, identity.password_change, identity.reset_token,
      identity.outgoing_mail RESTART IDENTITY;
    PERFORM set_config('session_replication_role', 'origin', true);
    PERFORM identity.add_user(jsonb_build_object('user_name', office, 'duty', 'local_authority', 'authority_code', 5730102, 'first_name', 'ทดสอบ', 'last_name', 'ทดสอบ', 'email', 'a@example.go.th'))
       FROM unnest('{officer,clerk,executive}'::text[]) AS office;
    INSERT INTO identity.office (user_name, office, authority_code, valid)
    SELECT office::text, office, 5730102, '[2009-01-01,)' FROM unnest('{officer,clerk,executive}'::identity.office_name[]) AS office;
    PERFORM set_config('welfare.principal', 'officer', true), set_config('welfare.duty', 'local_authority', true), set_config('welfare.authority_code', '5730102', true);
    PERFORM registry.add_beneficiary(isolation.form());
    PERFORM registry.record_finding('1000000001005', 'elderly', 'disqualified', '2026-09-01', 'own_check', 'x', '{in_house_register}', found_on => '2026-09-10');
    today := welfare.business_date();
    PERFORM set_config('welfare.business_date', '2026-09-10', true);
    PERFORM registry.post_notice('elderly', '{1000000001005}', '1', '{office}', '2026-09-10');
    PERFORM set_config('welfare.business_date', to_char(today, 'YYYY-MM-DD'), true);
    PERFORM set_config('welfare.principal', 'clerk', true);
    PERFORM registry.propose_removal('1000000001005', 'elderly', 1, '2', '2026-09-26');
    PERFORM set_config('welfare.principal', 'executive', true);
    PERFORM registry.verify_finding('1000000001005', 'elderly', 1, 'x', 'x', '2026-09-26');
  END
  $$;

-- How the proceedings stand, and the claim.
CREATE FUNCTION isolation.proceedings() RETURNS TABLE (finding text, objections smallint, claim text)
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare
  AS $$ SELECT finding.state::text, objection_count, claim.state::text FROM registry.finding JOIN registry.claim USING (thai_id, programme, claim_number) $$;

-- Officers, committee and executives of 5730102 and 6730123, with their offices.
CREATE PROCEDURE isolation.staff()
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM identity.add_user(jsonb_build_object('user_name', staff.user_name, 'duty', 'local_authority', 'authority_code', staff.authority_code,
                                                 'first_name', 'ทดสอบ', 'last_name', 'ทดสอบ', 'email', 'a@example.go.th'))
       FROM (SELECT name || place AS user_name, authority_code
               FROM unnest(ARRAY['receiver', 'opiner', 'member1', 'member2', 'member3', 'mayor', 'deputy']) AS name
              CROSS JOIN (VALUES ('_one', 5730102), ('_two', 6730123)) AS place (place, authority_code)) AS staff
      WHERE NOT EXISTS (SELECT FROM identity.user_account WHERE user_account.user_name = staff.user_name);
    INSERT INTO identity.office (user_name, office, authority_code, valid, delegation_document)
    SELECT account.user_name, given.office::identity.office_name, account.authority_code, '[2020-01-01,)', CASE given.office WHEN 'delegate' THEN '1/2563' END
      FROM (VALUES ('receiver', 'officer'), ('opiner', 'officer'), ('member1', 'committee_member'), ('member2', 'committee_member'), ('member3', 'committee_member'),
                   ('mayor', 'executive'), ('deputy', 'delegate')) AS given (name, office)
      JOIN identity.user_account AS account ON account.user_name IN (given.name || '_one', given.name || '_two')
     WHERE NOT EXISTS (SELECT FROM identity.office WHERE office.user_name = account.user_name);
  END
  $$;

-- The form of the person of these specs, handed in at the caller's authority.
CREATE FUNCTION isolation.submit(programme text DEFAULT 'elderly') RETURNS text
  LANGUAGE sql VOLATILE
  AS $$
    SELECT registry.submit(jsonb_build_object('programme', programme, 'channel', 'in_person', 'wants_allowance', true, 'certified', true, 'consented', true,
      'evidence', '["confirmation_form", "application_form", "medical_certificate", "disability_card", "house_register"]'::jsonb,
      'beneficiary', isolation.form(programme) - '{programme,claimed_on,ordered_on}'::text[]
                     || CASE programme WHEN 'aids' THEN '{"facts": "{aids_certified}"}' ELSE '{}' END::jsonb)) ->> 'state'
  $$;

-- Takes a step of that person's last elderly form, as the caller's user. Parameters: function; its arguments after the key.
CREATE FUNCTION isolation.step(function_name text, VARIADIC arguments text[]) RETURNS text
  LANGUAGE plpgsql
  AS $$
  DECLARE
    answer text;
  BEGIN
    EXECUTE format('SELECT registry.%I(%L, %L, %s, %s)', function_name, '1000000001005', 'elderly', isolation.last_submission(),
                   (SELECT string_agg(quote_literal(argument), ', ') FROM unnest(arguments) AS argument)) INTO answer;
    RETURN answer;
  END
  $$;
CREATE FUNCTION isolation.last_submission() RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER
  AS $$ SELECT max(submission_number) FROM registry.submission WHERE programme = 'elderly' $$;

-- Takes that form at 5730102 to a place on its path. Parameters: how many members have voted.
CREATE PROCEDURE isolation.take_form(votes integer)
  LANGUAGE plpgsql
  SET welfare.principal = 'receiver_one'
  SET welfare.duty = 'local_authority'
  SET welfare.authority_code = 5730102
  AS $$
  BEGIN
    PERFORM isolation.submit();
    PERFORM set_config('welfare.principal', 'opiner_one', true);
    PERFORM isolation.step('opine', 'complete');
    FOR member IN 1 .. votes LOOP
      PERFORM set_config('welfare.principal', 'member' || member || '_one', true);
      PERFORM isolation.step('consider', 'should_accept');
    END LOOP;
  END
  $$;

-- Forms, by authority and number in the register, with the steps that each has taken.
CREATE FUNCTION isolation.submissions() RETURNS TABLE (programme text, authority_code integer, register_number text, state text, steps text)
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare
  AS $$
    SELECT form.programme::text, form.authority_code, form.slip_number || '/' || form.slip_year, form.state::text,
           (SELECT string_agg(step.kind || ' ' || step.outcome, ', ' ORDER BY step.step_number) FROM registry.submission_step AS step
             WHERE (step.thai_id, step.programme, step.submission_number) = (form.thai_id, form.programme, form.submission_number))
      FROM registry.submission AS form
     ORDER BY 1, 2, form.slip_number
  $$;
\ir payments.sql

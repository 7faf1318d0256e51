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
    TRUNCATE registry.person, registry.claim, registry.import, registry.import_row, registry.import_mark, registry.import_candidate, registry.import_refusal,
      payment.payroll, payment.law, payment.tariff, report.compilation, report.programme_total RESTART IDENTITY CASCADE;
  END
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
  AS $$ SELECT * FROM registry.import_refusals(current_setting('isolation.import_id')::bigint) $$;

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

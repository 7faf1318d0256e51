-- What bench/60_registry.sh calls. Run as a superuser.
CREATE SCHEMA bench;
CREATE TABLE bench.authority AS
  SELECT row_number() OVER (ORDER BY authority_code) AS number, authority_code
    FROM (SELECT DISTINCT authority_code FROM registry.person) AS each;
CREATE TABLE bench.person AS
  SELECT row_number() OVER (ORDER BY thai_id) AS number, thai_id, authority_code
    FROM registry.claim WHERE programme = 'elderly' AND state = 'live' ORDER BY thai_id LIMIT 1000;
ANALYZE bench.authority, bench.person;

-- The statements that list each of so many authorities' people, by the function as its officer, and by hand as the owner, whom no row
-- security concerns.
CREATE FUNCTION bench.by_function(authorities integer) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(format('SET welfare.authority_code = %s; SET ROLE welfare_authority; SELECT * FROM registry.find_beneficiaries(page_size => 10000); RESET ROLE;', authority_code), E'\n')
    FROM bench.authority WHERE number <= authorities $$;
CREATE FUNCTION bench.by_hand(authorities integer) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(format('SET ROLE welfare_owner; SELECT counted.number, counted.thai_id, concat_ws('' '', person.title || person.first_name, person.last_name),
      local_authority.name_thai, district.name_thai, province.name_thai, label.name_thai, held.elderly, held.disability, held.aids, held.entered_on,
      (greatest(held.recorded_at, person.recorded_at) AT TIME ZONE ''Asia/Bangkok'')::date, counted.total
    FROM (SELECT person.thai_id, count(*) OVER () AS total, row_number() OVER (ORDER BY person.thai_id) AS number
            FROM registry.person WHERE person.authority_code = %1$s AND person.visibility <> ''nobody'' ORDER BY person.thai_id LIMIT 10000) AS counted
    JOIN registry.person ON person.thai_id = counted.thai_id
    JOIN reference.local_authority ON local_authority.authority_code = person.authority_code
    JOIN reference.district ON district.district_code = person.district_code
    JOIN reference.province ON province.province_code = person.province_code
   CROSS JOIN LATERAL (
     SELECT min(claim.state) AS state, min(claim.entered_on) AS entered_on, max(claim.recorded_at) AS recorded_at, bool_or(claim.programme = ''elderly'') AS elderly,
            bool_or(claim.programme = ''disability'') AS disability, bool_or(claim.programme = ''aids'') AS aids
       FROM registry.claim WHERE claim.thai_id = person.thai_id AND claim.state <> ''deleted'') AS held
    LEFT JOIN reference.label ON label.kind = ''claim_state'' AND label.value = held.state::text
   ORDER BY counted.number; SET ROLE NONE;', authority_code), E'\n')
    FROM bench.authority WHERE number <= authorities $$;

-- So many edits of a name, each a call as the officer of the person's authority.
CREATE FUNCTION bench.edit(edits integer, name text) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE
    one record;
  BEGIN
    PERFORM set_config('welfare.principal', 'officer', true), set_config('welfare.duty', 'local_authority', true);
    FOR one IN SELECT * FROM bench.person WHERE number <= edits LOOP
      PERFORM set_config('welfare.authority_code', one.authority_code::text, true);
      PERFORM registry.edit_beneficiary(one.thai_id, jsonb_build_object('first_name', name || one.number));
    END LOOP;
  END $$;

-- Lets the audit record changes of the registry, or not.
CREATE PROCEDURE bench.audit_registry(recorded boolean) LANGUAGE plpgsql AS $$
  DECLARE
    one record;
  BEGIN
    FOR one IN SELECT tgrelid::regclass AS relation, tgname FROM pg_trigger WHERE tgfoid = 'audit.record_change'::regproc AND tgrelid::regclass::text LIKE 'registry.%' LOOP
      EXECUTE format('ALTER TABLE %s %s TRIGGER %I', one.relation, CASE WHEN recorded THEN 'ENABLE' ELSE 'DISABLE' END, one.tgname);
    END LOOP;
  END $$;

-- So many forms, of people whom nobody has on record.
CREATE FUNCTION bench.add(first integer, forms integer) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM set_config('welfare.principal', 'officer', true), set_config('welfare.duty', 'local_authority', true), set_config('welfare.authority_code', '5730102', true);
    PERFORM registry.add_beneficiary(jsonb_build_object('thai_id', twelve || welfare.thai_id_check_digit(twelve), 'title', 'นาย', 'first_name', 'ทดสอบ', 'last_name', 'ทดสอบ',
        'sex', 'male', 'birth_date', '01/12/2490', 'marital_status', 'single', 'telephone', '034222222', 'income_band', '1', 'occupation', 'none', 'house_number', '2',
        'subdistrict', 'ดอนยายหอม', 'district', 'เมืองนครปฐม', 'province', 'นครปฐม', 'postcode', '73000', 'programme', 'elderly', 'budget_type', 'specific',
        'way_of_payment', 'cash_in_person', 'claimed_on', '01/11/2551', 'ordered_on', '05/11/2551'))
       FROM (SELECT '1000099' || lpad(number::text, 5, '0') AS twelve FROM generate_series(first, first + forms - 1) AS number) AS person;
  END $$;

SELECT identity.add_user('{"user_name": "bench", "duty": "local_authority", "authority_code": 5730102, "first_name": "ทดสอบ", "last_name": "ทดสอบ", "email": "a@example.go.th"}');
UPDATE identity.user_account SET password_hash = public.crypt('right password', public.gen_salt('bf', (SELECT bcrypt_cost FROM identity.policy ORDER BY valid DESC LIMIT 1)));

-- IS5: the own profile, and the fields of people that forms bring.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- A field of a form as one line of text in its one spelling; NULL when it is absent or blank.
-- Parameters: form; name of the field; most characters. Errors: WF10U not text, WF10X too long.
CREATE FUNCTION identity.field(form jsonb, name text, longest integer DEFAULT 200) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    given text := form ->> name;
  BEGIN
    IF jsonb_typeof(form -> name) IN ('object', 'array', 'boolean') THEN
      PERFORM reference.refuse('WF10U', NULL, name, left(given, 60));
    ELSIF char_length(given) > longest THEN
      PERFORM reference.refuse('WF10X', NULL, name, longest::text);
    END IF;
    RETURN nullif(btrim(welfare.normalise_thai(regexp_replace(given, '[[:cntrl:][:space:]]+', ' ', 'g'))), '');
  END
  $$;
COMMENT ON FUNCTION identity.field(jsonb, text, integer) IS 'field of a form as text; NULL when blank';

-- Refuses a form in which required fields are blank, naming them all. Errors: WF010.
CREATE FUNCTION identity.refuse_blank(form jsonb, required text[]) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    blank text;
  BEGIN
    SELECT string_agg(name, ', ' ORDER BY position) INTO blank
      FROM unnest(required) WITH ORDINALITY AS list (name, position)
     WHERE identity.field(form, name) IS NULL;
    IF blank IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, blank);
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.refuse_blank(jsonb, text[]) IS 'refuses a form in which required fields are blank';

-- The fields of a form that describe a person, checked; NULL where blank.
-- Errors: WF012 what a type says of its literal, WF013 no person's ID, WF016 born after today, WF011 an unknown sex,
-- WF10U an e-mail of another form, WF10X too long.
CREATE FUNCTION identity.read_person(form jsonb, OUT title text, OUT first_name text, OUT last_name text, OUT thai_id welfare.thai_id,
    OUT sex text, OUT birth_date welfare.birth_date, OUT email text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    reading text;
    message text;
    detail text;
  BEGIN
    title := identity.field(form, 'title', 60);
    first_name := identity.field(form, 'first_name', 100);
    last_name := identity.field(form, 'last_name', 100);
    BEGIN
      reading := 'thai_id';
      thai_id := identity.field(form, reading, 60)::welfare.thai_id;
      reading := 'birth_date';
      birth_date := identity.field(form, reading, 60)::welfare.birth_date;
    EXCEPTION WHEN data_exception THEN
      GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL;
      PERFORM reference.refuse('WF012', nullif(detail, ''), reading, message);
    END;
    IF welfare.thai_id_category(thai_id) NOT BETWEEN 1 AND 8 THEN
      PERFORM reference.refuse('WF013', NULL, thai_id::text, left(thai_id::text, 1));
    ELSIF welfare.legal_birth_date(birth_date) > welfare.business_date() THEN
      PERFORM reference.refuse('WF016', NULL, 'birth_date', birth_date::text, welfare.business_date()::text);
    END IF;
    reading := lower(identity.field(form, 'sex', 60));
    SELECT word.value INTO sex FROM reference.word WHERE word.kind = 'sex' AND word.word = reading;
    IF reading IS NOT NULL AND sex IS NULL THEN
      PERFORM reference.refuse('WF011', NULL, 'sex', reading,
        (SELECT string_agg(label.value || ' (' || label.name_thai || ')', ', ' ORDER BY label.value) FROM reference.label WHERE label.kind = 'sex'));
    END IF;
    email := identity.field(form, 'email', 254);
    IF email !~ '^[^@[:space:]<>,;"]{1,64}@[A-Za-z0-9.-]{1,180}\.[A-Za-z]{2,24}$' THEN
      PERFORM reference.refuse('WF10U', NULL, 'email', email);
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.read_person(jsonb) IS 'fields of a form that describe a person, checked';

-- The agency's address in a form, checked; NULL when it is all blank. Errors: WF10U a postcode of another form, WF10X too long.
CREATE FUNCTION identity.read_address(form jsonb) RETURNS reference.address
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    address reference.address := ROW(
      identity.field(form, 'agency_house_number', 60), identity.field(form, 'agency_village_number', 60),
      identity.field(form, 'agency_building', 100), identity.field(form, 'agency_lane', 100), identity.field(form, 'agency_road', 100),
      identity.field(form, 'agency_subdistrict', 100), identity.field(form, 'agency_district', 100), identity.field(form, 'agency_province', 100),
      welfare.to_arabic_digits(identity.field(form, 'agency_postcode', 60)));
  BEGIN
    IF address.postcode !~ '^[0-9]{5}$' THEN
      PERFORM reference.refuse('WF10U', NULL, 'agency_postcode', address.postcode);
    END IF;
    RETURN CASE WHEN address IS NULL THEN NULL ELSE address END;
  END
  $$;
COMMENT ON FUNCTION identity.read_address(jsonb) IS 'the agency''s address in a form, checked';

-- IS5: the own profile: everything but the password and the answer, which are shown to nobody.
-- Errors: WF001 nobody is signed in, WF104 the user is not on record.
CREATE FUNCTION identity.profile()
  RETURNS TABLE (user_name text, duty text, authority_code integer, district_code integer, province_code integer, agency text,
                 title text, first_name text, last_name text, thai_id welfare.thai_id, sex text, birth_date welfare.birth_date,
                 email text, question text, agency_house_number text, agency_village_number text, agency_building text,
                 agency_lane text, agency_road text, agency_subdistrict text, agency_district text, agency_province text,
                 agency_postcode text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    RETURN QUERY
      SELECT account.user_name, account.duty, account.authority_code, account.district_code::integer, account.province_code::integer,
             account.agency, account.title, account.first_name, account.last_name, account.thai_id, account.sex, account.birth_date,
             account.email, account.question, (account.agency_address).house_number, (account.agency_address).village_number,
             (account.agency_address).building, (account.agency_address).lane, (account.agency_address).road,
             (account.agency_address).subdistrict, (account.agency_address).district, (account.agency_address).province,
             (account.agency_address).postcode
        FROM identity.user_account AS account
       WHERE account.user_name = welfare.principal();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF104', NULL, welfare.principal());
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.profile() IS 'the own profile, without password and answer (IS5)';

-- IS5: takes the own profile anew, whole: a field that is not given is blank.
-- Parameters: form with first_name*, last_name*, thai_id*, sex*, birth_date*, email*, question*, answer*, title, and of the agency's
-- address agency_house_number*, agency_village_number, agency_building, agency_lane, agency_road, agency_subdistrict*,
-- agency_district*, agency_province*, agency_postcode* (* required). Answers WF000's text.
-- Errors: WF001, WF103 a field that only an administrator changes, WF008 an unknown one, WF010, those of identity.read_person,
-- WF011 an unknown question, WF104.
CREATE FUNCTION identity.update_profile(form jsonb) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    refused text;
    person record;
    asked text;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    IF jsonb_typeof(form) = 'object' THEN
      SELECT string_agg(key, ', ' ORDER BY key) INTO refused
        FROM jsonb_object_keys(form) AS key
       WHERE key IN ('user_name', 'duty', 'agency', 'authority_code', 'district_code', 'province_code', 'authority', 'district', 'province');
      IF refused IS NOT NULL THEN
        PERFORM reference.refuse('WF103', NULL, refused);
      END IF;
    END IF;
    PERFORM reference.refuse_unknown_keys(form, ARRAY['title', 'first_name', 'last_name', 'thai_id', 'sex', 'birth_date', 'email', 'question',
      'answer', 'agency_house_number', 'agency_village_number', 'agency_building', 'agency_lane', 'agency_road', 'agency_subdistrict',
      'agency_district', 'agency_province', 'agency_postcode']);
    PERFORM identity.refuse_blank(form, ARRAY['first_name', 'last_name', 'thai_id', 'sex', 'birth_date', 'email', 'question', 'answer',
      'agency_house_number', 'agency_subdistrict', 'agency_district', 'agency_province', 'agency_postcode']);
    person := identity.read_person(form);
    asked := identity.question_named(identity.field(form, 'question'));
    IF asked IS NULL THEN
      PERFORM reference.refuse('WF011', NULL, 'question', identity.field(form, 'question'),
        (SELECT string_agg(secret_question.question || ' (' || secret_question.name_thai || ')', ', ' ORDER BY secret_question.position)
           FROM identity.secret_question));
    END IF;
    UPDATE identity.user_account AS account
       SET title = person.title, first_name = person.first_name, last_name = person.last_name, thai_id = person.thai_id,
           sex = person.sex, birth_date = person.birth_date, email = person.email, agency_address = identity.read_address(form),
           question = asked,
           answer_hash = identity.answer_hash(form ->> 'answer', public.gen_salt('bf', (identity.policy_today()).bcrypt_cost))
     WHERE account.user_name = welfare.principal();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF104', NULL, welfare.principal());
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.update_profile(jsonb) IS 'takes the own profile anew (IS5)';

RESET ROLE;
ALTER FUNCTION identity.profile() OWNER TO welfare_writer;
ALTER FUNCTION identity.update_profile(jsonb) OWNER TO welfare_writer;
REVOKE ALL ON FUNCTION identity.field(jsonb, text, integer), identity.refuse_blank(jsonb, text[]), identity.read_person(jsonb), identity.read_address(jsonb),
  identity.profile(), identity.update_profile(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.field(jsonb, text, integer), identity.refuse_blank(jsonb, text[]), identity.read_person(jsonb),
  identity.read_address(jsonb) TO welfare_writer;
GRANT EXECUTE ON FUNCTION identity.profile(), identity.update_profile(jsonb)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority,
     welfare_treasury, welfare_civil, welfare_bank, welfare_portal;

COMMIT;

-- IS3, IS5, IS7: what administrators do to users: add, edit, disable, unlock, send a code, give and end offices.
-- They neither see nor set a password. The owner may do all this too, for the first administrator.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The account of a user whom an administrator names, in any case. Errors: WF104.
CREATE FUNCTION identity.named_account(user_name text) RETURNS identity.user_account
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    SELECT * INTO account FROM identity.user_account
     WHERE lower(user_account.user_name) = lower(named_account.user_name COLLATE "C");
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF104', NULL, coalesce(left(named_account.user_name, 60), 'NULL'));
    END IF;
    RETURN account;
  END
  $$;
COMMENT ON FUNCTION identity.named_account(text) IS 'account of a user whom an administrator names';

-- The scope that a form gives a duty: exactly the code that its kind of scope needs, and the places around it.
-- Parameters: form; duty. Errors: WF011 unknown duty, WF10B more or less than the duty needs, WF014 and WF10C no such place.
CREATE FUNCTION identity.read_scope(form jsonb, duty text, OUT scope identity.scope_kind, OUT authority_code integer,
    OUT district_code smallint, OUT province_code smallint, OUT place text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    needed text;
    given text;
    code text;
  BEGIN
    SELECT known.scope INTO scope FROM identity.duty AS known WHERE known.duty = read_scope.duty;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF011', NULL, 'duty', read_scope.duty,
        (SELECT string_agg(known.duty || ' (' || known.name_thai || ')', ', ' ORDER BY known.duty) FROM identity.duty AS known));
    END IF;
    needed := CASE scope WHEN 'authority' THEN 'authority_code' WHEN 'district' THEN 'district_code' WHEN 'province' THEN 'province_code' ELSE '' END;
    SELECT coalesce(string_agg(name, ', '), '') INTO given
      FROM unnest(ARRAY['authority_code', 'district_code', 'province_code']) AS name
     WHERE identity.field(form, name) IS NOT NULL;
    IF given <> needed THEN
      PERFORM reference.refuse('WF10B', NULL, read_scope.duty, coalesce(nullif(needed, ''), '-'));
    END IF;
    code := identity.field(form, needed, 60);
    CASE scope
      WHEN 'authority' THEN
        SELECT known.authority_code, known.district_code, known.province_code, known.name_thai
          INTO authority_code, district_code, province_code, place
          FROM reference.local_authority AS known
         WHERE known.authority_code::text = code AND known.valid @> welfare.business_date();
        IF NOT FOUND THEN
          PERFORM reference.refuse('WF014', NULL, code, welfare.business_date()::text);
        END IF;
      WHEN 'district' THEN
        SELECT known.district_code, known.province_code INTO district_code, province_code
          FROM reference.district AS known WHERE known.district_code::text = code;
      WHEN 'province' THEN
        SELECT known.province_code INTO province_code FROM reference.province AS known WHERE known.province_code::text = code;
      ELSE NULL;
    END CASE;
    IF needed <> '' AND province_code IS NULL THEN
      PERFORM reference.refuse('WF10C', NULL, needed, code);
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.read_scope(jsonb, text) IS 'scope that a form gives a duty';

-- Adds a user, and queues the mail with which the user sets the first password.
-- Parameters: form with user_name*, duty*, the one code that the duty's scope needs (authority_code, district_code or
-- province_code)*, agency* (default the authority's name), first_name*, last_name*, email*, title, thai_id, sex, birth_date and the
-- fields of the agency's address. Errors: WF001, WF004, WF008, WF010, WF10V, WF10A, those of read_scope and read_person.
CREATE FUNCTION identity.add_user(form jsonb) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    cost integer := (identity.policy_today()).bcrypt_cost::integer;
    person record;
    address reference.address;
    place record;
    wanted_name text;
    wanted_agency text;
    added bigint;
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM reference.refuse_unknown_keys(form, ARRAY['user_name', 'duty', 'authority_code', 'district_code', 'province_code', 'agency', 'title',
      'first_name', 'last_name', 'thai_id', 'sex', 'birth_date', 'email', 'agency_house_number', 'agency_village_number', 'agency_building',
      'agency_lane', 'agency_road', 'agency_subdistrict', 'agency_district', 'agency_province', 'agency_postcode']);
    PERFORM identity.refuse_blank(form, ARRAY['user_name', 'duty', 'first_name', 'last_name', 'email']);
    wanted_name := form ->> 'user_name';
    IF wanted_name !~ '^[A-Za-z0-9][A-Za-z0-9._@-]{0,59}$' OR lower(wanted_name) = 'job' THEN
      PERFORM reference.refuse('WF10V', NULL, left(wanted_name, 60));
    END IF;
    place := identity.read_scope(form, identity.field(form, 'duty', 60));
    person := identity.read_person(form);
    address := identity.read_address(form);
    wanted_agency := coalesce(identity.field(form, 'agency'), place.place);
    IF wanted_agency IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'agency');
    END IF;
    BEGIN
      -- Nobody knows what these two are hashes of.
      INSERT INTO identity.user_account (user_name, duty, scope, authority_code, district_code, province_code, agency, agency_address,
        title, first_name, last_name, thai_id, sex, birth_date, email, question, answer_hash, password_hash)
      VALUES (wanted_name, identity.field(form, 'duty', 60), place.scope, place.authority_code, place.district_code, place.province_code, wanted_agency,
        address, person.title, person.first_name, person.last_name, person.thai_id, person.sex, person.birth_date, person.email,
        (SELECT question FROM identity.secret_question ORDER BY position LIMIT 1),
        public.crypt(encode(public.gen_random_bytes(32), 'hex'), public.gen_salt('bf', cost)),
        public.crypt(encode(public.gen_random_bytes(32), 'hex'), public.gen_salt('bf', cost)))
      RETURNING user_number INTO added;
    EXCEPTION WHEN unique_violation THEN
      PERFORM reference.refuse('WF10A', NULL, wanted_name);
    END;
    PERFORM identity.queue_reset(added, true);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.add_user(jsonb) IS 'adds a user and queues the mail for the first password';

-- Edits a user: fields that the form has are changed. A change of duty or scope ends the user's sessions.
-- Parameters: user; form as of add_user, without user_name. Errors: WF001, WF004, WF008, WF010, WF103 own duty, agency or scope,
-- WF104, WF10Q offices that the scope would take away, those of read_scope and read_person.
CREATE FUNCTION identity.edit_user(user_name text, form jsonb) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    account identity.user_account;
    person record;
    address reference.address;
    place record;
    own text;
    offices text;
    moves boolean;
    wanted_duty text;
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM reference.refuse_unknown_keys(form, ARRAY['duty', 'authority_code', 'district_code', 'province_code', 'agency', 'title',
      'first_name', 'last_name', 'thai_id', 'sex', 'birth_date', 'email', 'agency_house_number', 'agency_village_number', 'agency_building',
      'agency_lane', 'agency_road', 'agency_subdistrict', 'agency_district', 'agency_province', 'agency_postcode']);
    account := identity.named_account(edit_user.user_name);
    SELECT string_agg(key, ', ' ORDER BY key) INTO own
      FROM jsonb_object_keys(form) AS key
     WHERE key IN ('duty', 'agency', 'authority_code', 'district_code', 'province_code');
    IF own IS NOT NULL AND account.user_name = welfare.principal() THEN
      PERFORM reference.refuse('WF103', NULL, own);
    END IF;
    -- What is required may be left out, and not emptied.
    PERFORM identity.refuse_blank(form, ARRAY(SELECT key FROM jsonb_object_keys(form) AS key
                                               WHERE key IN ('duty', 'agency', 'first_name', 'last_name', 'email') ORDER BY key));
    person := identity.read_person(form);
    address := identity.read_address(form);
    moves := form ?| ARRAY['duty', 'authority_code', 'district_code', 'province_code'];
    IF moves THEN
      wanted_duty := coalesce(identity.field(form, 'duty', 60), account.duty);
      place := identity.read_scope(form, wanted_duty);
      IF place.authority_code IS DISTINCT FROM account.authority_code THEN
        SELECT string_agg(office.office::text, ', ' ORDER BY office.office) INTO offices
          FROM identity.office
         WHERE office.user_name = account.user_name AND NOT office.valid << daterange(welfare.business_date(), NULL);
        IF offices IS NOT NULL THEN
          PERFORM reference.refuse('WF10Q', NULL, account.user_name, offices);
        END IF;
      END IF;
      UPDATE identity.user_account AS changed
         SET duty = wanted_duty, scope = place.scope, authority_code = place.authority_code,
             district_code = place.district_code, province_code = place.province_code
       WHERE changed.user_number = account.user_number;
      PERFORM identity.revoke_sessions(account.user_number);
    END IF;
    UPDATE identity.user_account AS changed
       SET agency = coalesce(identity.field(form, 'agency'), changed.agency),
           title = CASE WHEN form ? 'title' THEN person.title ELSE changed.title END,
           first_name = coalesce(person.first_name, changed.first_name),
           last_name = coalesce(person.last_name, changed.last_name),
           thai_id = CASE WHEN form ? 'thai_id' THEN person.thai_id ELSE changed.thai_id END,
           sex = CASE WHEN form ? 'sex' THEN person.sex ELSE changed.sex END,
           birth_date = CASE WHEN form ? 'birth_date' THEN person.birth_date ELSE changed.birth_date END,
           email = coalesce(person.email, changed.email),
           -- An address is given whole.
           agency_address = CASE WHEN address IS NULL THEN changed.agency_address ELSE address END
     WHERE changed.user_number = account.user_number;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.edit_user(text, jsonb) IS 'edits a user: duty, scope, agency, names, e-mail';

-- Disables a user, who cannot sign in from now on and is signed out; or enables the user again.
-- Parameters: user. Errors: WF001, WF004, WF104, WF103 oneself.
CREATE FUNCTION identity.disable_user(user_name text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    PERFORM reference.require_administrator();
    account := identity.named_account(disable_user.user_name);
    UPDATE identity.user_account AS changed SET disabled_at = clock_timestamp()
     WHERE changed.user_number = account.user_number AND changed.disabled_at IS NULL;
    PERFORM identity.revoke_sessions(account.user_number);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.disable_user(text) IS 'disables a user and ends the sessions';

CREATE FUNCTION identity.enable_user(user_name text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    PERFORM reference.require_administrator();
    account := identity.named_account(enable_user.user_name);
    UPDATE identity.user_account AS changed SET disabled_at = NULL WHERE changed.user_number = account.user_number;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.enable_user(text) IS 'lets a disabled user sign in again';

-- IS3: forgives a user's wrong passwords and wrong answers, without the answer. Parameters: user. Errors: WF001, WF004, WF104.
CREATE FUNCTION identity.unlock_user(user_name text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    PERFORM reference.require_administrator();
    account := identity.named_account(unlock_user.user_name);
    PERFORM identity.take_turn(account.user_name);
    UPDATE identity.user_account AS changed
       SET (cleared_passwords, cleared_answers) =
           (SELECT coalesce(max(attempt.attempt_number), 0), coalesce(max(attempt.attempt_number), 0) FROM identity.attempt)
     WHERE changed.user_number = account.user_number;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.unlock_user(text) IS 'unlocks a user''s sign-in and reset (IS3)';

-- IS3: sends a user a code for a new password, for who has forgotten the answer. Parameters: user. Errors: WF001, WF004, WF104.
CREATE FUNCTION identity.send_reset(user_name text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    PERFORM reference.require_administrator();
    account := identity.named_account(send_reset.user_name);
    PERFORM identity.queue_reset(account.user_number, true);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.send_reset(text) IS 'sends a user a code for a new password (IS3)';

-- Gives a user an office in the own authority.
-- Parameters: user; office; first day; last day, NULL for no end; number and date of the written delegation, for a delegate.
-- Errors: WF001, WF004, WF104, WF010 no first day, WF017 ends before it begins, WF10E no authority's user, WF10F overlaps, WF10G.
CREATE FUNCTION identity.assign_office(user_name text, office identity.office_name, valid_from date, valid_to date DEFAULT NULL,
    delegation_document text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    account identity.user_account;
    document text := nullif(btrim(assign_office.delegation_document), '');
  BEGIN
    PERFORM reference.require_administrator();
    account := identity.named_account(assign_office.user_name);
    IF assign_office.office IS NULL OR assign_office.valid_from IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, concat_ws(', ', CASE WHEN assign_office.office IS NULL THEN 'office' END,
                                                              CASE WHEN assign_office.valid_from IS NULL THEN 'valid_from' END));
    ELSIF assign_office.valid_to < assign_office.valid_from THEN
      PERFORM reference.refuse('WF017', NULL, 'valid_to', assign_office.valid_to::text, 'valid_from', assign_office.valid_from::text);
    ELSIF account.authority_code IS NULL THEN
      PERFORM reference.refuse('WF10E', NULL, account.user_name);
    ELSIF (assign_office.office = 'delegate') <> (document IS NOT NULL) THEN
      PERFORM reference.refuse('WF10G', NULL);
    END IF;
    BEGIN
      INSERT INTO identity.office (user_name, office, authority_code, valid, delegation_document)
      VALUES (account.user_name, assign_office.office, account.authority_code,
              daterange(assign_office.valid_from, assign_office.valid_to, '[]'), document);
    EXCEPTION WHEN exclusion_violation THEN
      PERFORM reference.refuse('WF10F', NULL, assign_office.office::text);
    END;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.assign_office(text, identity.office_name, date, date, text) IS 'gives a user an office in the own authority';

-- Ends an office. Parameters: user; office; its last day, on which it is still held.
-- Errors: WF001, WF004, WF104, WF10R not held on that day.
CREATE FUNCTION identity.end_office(user_name text, office identity.office_name, last_day date) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    PERFORM reference.require_administrator();
    account := identity.named_account(end_office.user_name);
    UPDATE identity.office AS ended SET valid = daterange(lower(ended.valid), end_office.last_day, '[]')
     WHERE ended.user_name = account.user_name AND ended.office = end_office.office AND ended.valid @> end_office.last_day;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF10R', NULL, account.user_name, coalesce(end_office.office::text, 'NULL'), coalesce(end_office.last_day::text, 'NULL'));
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.end_office(text, identity.office_name, date) IS 'ends an office';

REVOKE ALL ON FUNCTION identity.named_account(text), identity.read_scope(jsonb, text), identity.add_user(jsonb),
  identity.edit_user(text, jsonb), identity.disable_user(text), identity.enable_user(text), identity.unlock_user(text), identity.send_reset(text),
  identity.assign_office(text, identity.office_name, date, date, text), identity.end_office(text, identity.office_name, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.add_user(jsonb),
  identity.edit_user(text, jsonb), identity.disable_user(text), identity.enable_user(text), identity.unlock_user(text), identity.send_reset(text),
  identity.assign_office(text, identity.office_name, date, date, text), identity.end_office(text, identity.office_name, date) TO welfare_admin;

COMMIT;

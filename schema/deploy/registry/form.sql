-- IS8, IS9.4: the form as one JSON object: adding and editing a beneficiary, with the same checks as an import.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The fields of the form that describe the person; those that describe a claim. Their names are those of import files.
CREATE FUNCTION registry.person_fields() RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['thai_id', 'title', 'first_name', 'last_name', 'sex', 'birth_date', 'marital_status', 'telephone', 'income_band',
    'monthly_income', 'occupation', 'house_number', 'village_number', 'building', 'lane', 'road', 'subdistrict', 'district',
    'province', 'postcode', 'contact_house_number', 'contact_village_number', 'contact_building', 'contact_lane', 'contact_road',
    'contact_subdistrict', 'contact_district', 'contact_province', 'contact_postcode', 'authority_code'];
COMMENT ON FUNCTION registry.person_fields() IS 'fields of the form that describe the person';
CREATE FUNCTION registry.claim_fields() RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ARRAY['programme', 'facts', 'claimed_on', 'ordered_on', 'budget_type', 'top_up', 'received_since', 'way_of_payment',
    'bank_code', 'bank_branch', 'account_number', 'account_name', 'remark'];
COMMENT ON FUNCTION registry.claim_fields() IS 'fields of the form that describe a claim';

-- What is on record of a person and one claim, as the form that would bring it. Parameters: the rows.
CREATE FUNCTION registry.form_of(person registry.person, claim registry.claim) RETURNS jsonb
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT jsonb_strip_nulls(jsonb_build_object(
      'thai_id', person.thai_id::text, 'title', person.title, 'first_name', person.first_name, 'last_name', person.last_name,
      'sex', person.sex, 'birth_date', person.birth_date::text, 'marital_status', person.marital_status,
      'telephone', CASE WHEN NOT person.telephone_is_authoritys THEN person.telephone END,
      'income_band', person.income_band::text, 'monthly_income', person.monthly_income::text,
      'occupation', coalesce(person.occupation, 'none'), 'authority_code', person.authority_code::text)
    || (SELECT jsonb_object_agg(key, value) FROM jsonb_each_text(to_jsonb(person.house_register_address)))
    || coalesce((SELECT jsonb_object_agg('contact_' || key, value) FROM jsonb_each_text(to_jsonb(person.contact_address))), '{}')
    || jsonb_build_object(
      'programme', claim.programme, 'facts', claim.facts::text, 'claimed_on', to_char(claim.claimed_on, 'YYYY-MM-DD'),
      'ordered_on', to_char(claim.ordered_on, 'YYYY-MM-DD'), 'budget_type', claim.budget_type, 'top_up', claim.top_up::text,
      'received_since', to_char(claim.received_since, 'YYYY-MM-DD'), 'way_of_payment', claim.way_of_payment,
      'bank_code', lpad(claim.bank_code::text, 3, '0'), 'bank_branch', claim.bank_branch, 'account_number', claim.account_number,
      'account_name', claim.account_name, 'remark', claim.remark))
  $$;
COMMENT ON FUNCTION registry.form_of(registry.person, registry.claim) IS 'what is on record of a person and one claim, as the form that would bring it';

-- Refuses fields that are neither texts nor numbers; facts may be a list of texts. Parameters: form. Errors: WF071.
CREATE FUNCTION registry.refuse_structures(form jsonb) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    wrong text;
  BEGIN
    SELECT string_agg(key, ', ' ORDER BY key) INTO wrong
      FROM jsonb_each(form)
     WHERE jsonb_typeof(value) IN ('object', 'boolean')
        OR jsonb_typeof(value) = 'array' AND (key <> 'facts' OR jsonb_path_exists(value, '$[*] ? (@.type() != "string")'));
    IF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF071', NULL, wrong);
    END IF;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_structures(jsonb) IS 'refuses fields of a form that are neither texts nor numbers';

-- The rows of a form, one a programme: fields of the person and of the payment are shared, those of the list programmes go first.
-- Parameters: form. Errors: WF008 unknown fields, WF00A no object, WF010 no programme.
CREATE FUNCTION registry.rows_of_form(form jsonb) RETURNS jsonb[]
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    item jsonb;
    rows jsonb[] := ARRAY[]::jsonb[];
  BEGIN
    PERFORM reference.refuse_unknown_keys(form, registry.person_fields() || registry.claim_fields() || 'programmes'::text);
    PERFORM registry.refuse_structures(form - 'programmes');
    IF coalesce(jsonb_typeof(form -> 'programmes'), 'null') = 'null' THEN
      RETURN ARRAY[form - 'programmes'];
    END IF;
    IF jsonb_typeof(form -> 'programmes') <> 'array' OR form -> 'programmes' = '[]' THEN
      PERFORM reference.refuse('WF010', NULL, 'programmes');
    END IF;
    FOR item IN SELECT value FROM jsonb_array_elements(form -> 'programmes') LOOP
      PERFORM reference.refuse_unknown_keys(item, registry.claim_fields());
      PERFORM registry.refuse_structures(item);
      rows := rows || (form - 'programmes' || item);
    END LOOP;
    RETURN rows;
  END
  $$;
COMMENT ON FUNCTION registry.rows_of_form(jsonb) IS 'rows of a form, one a programme';

-- Judges rows of a form as an import's: raises every reason, or leaves the candidates and answers their import's number.
-- Parameters: rows; whether they edit claims on record; whether a claim that lives at another authority is to be taken over, and so
-- is no hindrance. Errors: those of imports, the first as SQLSTATE and message, the
-- others in DETAIL.
CREATE FUNCTION registry.take_form(rows jsonb[], editing boolean, taking_over boolean DEFAULT false) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  AS $$
  DECLARE
    taken bigint;
    codes text[];
    reasons text[];
  BEGIN
    INSERT INTO registry.import (principal, file_name) VALUES (welfare.principal(), 'form') RETURNING import_id INTO taken;
    INSERT INTO registry.import_row
    SELECT filled.*
      FROM unnest(rows) WITH ORDINALITY AS row (form, number)
     CROSS JOIN LATERAL jsonb_populate_record(NULL::registry.import_row,
              jsonb_build_object('authority_code', welfare.authority_code())
              || CASE WHEN editing THEN '{}'
                      ELSE jsonb_build_object('claimed_on', to_char(welfare.business_date(), 'YYYY-MM-DD'),
                                              'ordered_on', to_char(welfare.business_date(), 'YYYY-MM-DD')) END
              || jsonb_strip_nulls(row.form)
              -- a list of facts is as good as their literal
              || CASE WHEN jsonb_typeof(row.form -> 'facts') = 'array'
                      THEN jsonb_build_object('facts', (SELECT '{' || string_agg(fact, ', ') || '}' FROM jsonb_array_elements_text(row.form -> 'facts') AS fact))
                      ELSE '{}' END
              || jsonb_build_object('import_id', taken, 'line_number', row.number, 'principal', welfare.principal())) AS filled;
    PERFORM registry.parse_import(taken);
    IF taking_over THEN
      UPDATE registry.import_candidate SET held_at = NULL WHERE import_candidate.import_id = taken;
    END IF;
    PERFORM registry.refuse_import_rows(taken, welfare.business_date(), editing);
    SELECT array_agg(told.code ORDER BY told.line_number, told.number), array_agg(told.reason ORDER BY told.line_number, told.number)
      INTO codes, reasons
      FROM (SELECT DISTINCT ON (each.reason) each.code, each.reason, refusal.line_number, each.number
              FROM registry.import_refusal AS refusal
             CROSS JOIN LATERAL unnest(refusal.codes, refusal.reasons) WITH ORDINALITY AS each (code, reason, number)
             WHERE refusal.import_id = taken
             ORDER BY each.reason, refusal.line_number, each.number) AS told;
    IF codes IS NOT NULL THEN
      PERFORM reference.raise_refusal(codes[1], reasons[1], nullif(array_to_string(reasons[2:], '; '), ''));
    END IF;
    RETURN taken;
  END
  $$;
COMMENT ON FUNCTION registry.take_form(jsonb[], boolean, boolean) IS 'judges rows of a form as an import''s: raises every reason, or answers the number under which the candidates are';

-- Closes what take_form opened.
CREATE FUNCTION registry.close_form(taken bigint, persons bigint, claims bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    DELETE FROM registry.import_row WHERE import_row.import_id = taken AND import_row.principal = welfare.principal();
    DELETE FROM registry.import_candidate WHERE import_candidate.import_id = taken;
    UPDATE registry.import
       SET finished_at = clock_timestamp(), row_count = claims, persons_added = persons, claims_added = claims, unchanged = 0, refused = 0
     WHERE import.import_id = taken;
  END
  $$;
COMMENT ON FUNCTION registry.close_form(bigint, bigint, bigint) IS 'closes what registry.take_form opened';

-- The name of another authority at which a person has a live claim; NULL when there is none (IS8.3).
-- Parameters: national ID; the asker's authority.
CREATE FUNCTION registry.holder_elsewhere(thai_id welfare.thai_id, authority_code integer) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT local_authority.name_thai
      FROM registry.claim
      JOIN reference.local_authority ON local_authority.authority_code = claim.authority_code
     WHERE claim.thai_id = holder_elsewhere.thai_id AND claim.state IN ('live', 'suspended')
       AND claim.authority_code <> holder_elsewhere.authority_code
     LIMIT 1
  $$;
COMMENT ON FUNCTION registry.holder_elsewhere(welfare.thai_id, integer) IS 'name of another authority at which a person has a live claim (IS8.3)';

-- Adds a beneficiary: a person with one to three claims at the user's own authority (IS8.1–IS8.6).
-- Parameters: form; fields by the names of import files, claims in the list programmes or, for one, beside the others.
-- Answers that it is done. Errors: WF001, WF007 not an officer of an authority, WF008 unknown fields, WF06S already recorded,
-- WF020 the person has a live claim elsewhere, WF060 and WF061 outside the entry window, WF010–WF06M each field's own.
-- Belongs to the owner: the duplicate check looks at every authority's claims (IS8.3).
CREATE FUNCTION registry.add_beneficiary(form jsonb) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    rows jsonb[];
    taken bigint;
    added record;
    elsewhere text;
  BEGIN
    PERFORM registry.require_officer();
    -- kept when the transaction is not: whoever only asks what a form would be told is seen asking
    RAISE LOG 'registry.add_beneficiary called by %', welfare.principal();
    rows := registry.rows_of_form(form);
    taken := registry.take_form(rows, false);
    IF EXISTS (SELECT FROM registry.import_candidate WHERE import_candidate.import_id = taken AND import_candidate.claim_on_record) THEN
      PERFORM reference.refuse('WF06S', NULL);
    END IF;
    SELECT * INTO added FROM registry.record_candidates(taken);
    IF added.claims <> cardinality(rows) THEN
      -- somebody else was quicker
      elsewhere := registry.holder_elsewhere(welfare.try_thai_id(form ->> 'thai_id'), welfare.authority_code());
      IF elsewhere IS NOT NULL THEN
        PERFORM reference.refuse('WF020', NULL, elsewhere);
      END IF;
      PERFORM reference.refuse('WF025', NULL);
    END IF;
    PERFORM registry.close_form(taken, added.persons, added.claims);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.add_beneficiary(jsonb) IS 'adds a beneficiary: a person with one to three claims at the user''s own authority (IS8)';

-- Refuses whoever is not an officer of a local authority. Errors: WF001 nobody is signed in, WF007.
CREATE FUNCTION registry.require_officer() RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    IF (welfare.duty() = 'local_authority' AND welfare.authority_code() IS NOT NULL) IS NOT TRUE THEN
      PERFORM reference.refuse('WF007', NULL);
    END IF;
  END
  $$;
COMMENT ON FUNCTION registry.require_officer() IS 'refuses whoever is not an officer of a local authority (IS9.2)';

-- Changes what is on record of a beneficiary of the user's own authority; fields that are not given, or NULL, stay; an empty text
-- empties a field. Parameters: national ID; form with the fields to change, those of claims in the list programmes or, for every
-- live claim, beside the others; day from which it is true (default today; the day it has been true since for a correction).
-- Answers that it is done. Errors: WF001, WF007, WF008, WF016 a day to come, WF062 and WF066, WF065 the ID or the
-- authority, WF067 no live claim of a programme named, and each field's own.
-- Belongs to the owner for the judging; it changes rows of the user's own authority only.
CREATE FUNCTION registry.edit_beneficiary(thai_id welfare.thai_id, form jsonb, in_force_from date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    since date := coalesce(edit_beneficiary.in_force_from, welfare.business_date());
    given jsonb;
    rows jsonb[] := ARRAY[]::jsonb[];
    held registry.person;
    claim registry.claim;
    changes jsonb := jsonb_strip_nulls(edit_beneficiary.form);
    taken bigint;
    named text[];
    wrong text;
  BEGIN
    PERFORM registry.require_officer();
    PERFORM registry.rows_of_form(form);
    IF since > welfare.business_date() THEN
      PERFORM reference.refuse('WF016', NULL, 'in_force_from', since::text, welfare.business_date()::text);
    END IF;
    held := registry.own_person(edit_beneficiary.thai_id);
    IF since < welfare.legal_birth_date(held.birth_date) THEN
      PERFORM reference.refuse('WF017', NULL, 'in_force_from', since::text, 'birth_date', held.birth_date::text);
    END IF;
    IF form ? 'thai_id' AND welfare.try_thai_id(form ->> 'thai_id') IS DISTINCT FROM held.thai_id
       OR form ? 'authority_code' AND registry.try_code(form ->> 'authority_code', '^[1-9][0-9]{6}$') IS DISTINCT FROM held.authority_code THEN
      PERFORM reference.refuse('WF065', NULL, 'thai_id, authority_code');
    END IF;
    FOR claim IN SELECT * FROM registry.claim AS live
                  WHERE live.thai_id = held.thai_id AND live.authority_code = held.authority_code
                    AND live.state IN ('live', 'suspended')
                  ORDER BY live.programme LOOP
      SELECT item.value INTO given
        FROM jsonb_array_elements(coalesce(changes -> 'programmes', '[]')) AS item
       WHERE item.value ->> 'programme' = claim.programme::text;
      named := named || claim.programme::text;
      given := (changes - '{programmes,programme,thai_id,authority_code}'::text[]) || coalesce(given, '{}');
      rows := rows || (registry.form_of(held, claim)
                       -- what nobody stated follows the first month, wherever that moves (IS8.6)
                       - CASE WHEN claim.received_since = claim.first_month THEN 'received_since' ELSE '' END
                       || given);
    END LOOP;
    IF rows = '{}' THEN
      PERFORM reference.refuse('WF062', NULL);
    END IF;
    IF changes ? 'programme' AND (changes ->> 'programme') <> ALL (named) THEN
      PERFORM reference.refuse('WF067', NULL, changes ->> 'programme');
    END IF;
    -- each item names a live claim, and none comes twice
    SELECT string_agg(coalesce(item.programme, 'NULL'), ', ') INTO wrong
      FROM (SELECT value ->> 'programme' AS programme, count(*) AS times
              FROM jsonb_array_elements(coalesce(changes -> 'programmes', '[]')) GROUP BY 1) AS item
     WHERE coalesce(item.programme, '') <> ALL (named) OR item.times > 1;
    IF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF067', NULL, wrong);
    END IF;

    taken := registry.take_form(rows, true);
    UPDATE registry.person
       SET birth_date = candidate.birth_date, sex = candidate.sex, marital_status = candidate.marital_status,
           income_band = candidate.income_band, telephone_is_authoritys = candidate.telephone_is_authoritys,
           has_occupation = candidate.has_occupation, title = candidate.title, first_name = candidate.first_name,
           last_name = candidate.last_name, telephone = candidate.telephone,
           house_register_address = candidate.house_register_address, contact_address = candidate.contact_address,
           occupation = candidate.occupation, monthly_income = candidate.monthly_income, in_force_from = since
      FROM (SELECT * FROM registry.import_candidate WHERE import_candidate.import_id = taken LIMIT 1) AS candidate
     WHERE person.thai_id = held.thai_id
       AND (person.birth_date, person.sex, person.marital_status, person.income_band, person.telephone_is_authoritys,
            person.has_occupation, person.title, person.first_name, person.last_name, person.telephone,
            person.house_register_address, person.contact_address, person.occupation, person.monthly_income)
           IS DISTINCT FROM
           (candidate.birth_date, candidate.sex, candidate.marital_status, candidate.income_band, candidate.telephone_is_authoritys,
            candidate.has_occupation, candidate.title, candidate.first_name, candidate.last_name, candidate.telephone,
            candidate.house_register_address, candidate.contact_address, candidate.occupation, candidate.monthly_income);
    UPDATE registry.claim
       SET facts = candidate.facts, claimed_on = candidate.claimed_on, ordered_on = candidate.ordered_on,
           first_month = candidate.begins, received_since = least(candidate.received_since, candidate.begins),
           way_of_payment = candidate.way_of_payment, budget_type = candidate.budget_type, bank_code = candidate.bank_code,
           top_up = candidate.top_up, bank_branch = candidate.bank_branch, account_number = candidate.account_number,
           account_name = candidate.account_name, remark = candidate.remark, in_force_from = since
      FROM (SELECT import_candidate.*,
                   -- never back over the months of an earlier claim
                   greatest(import_candidate.first_month, changed.not_before) AS begins
              FROM registry.import_candidate
              JOIN registry.claim AS changed
                ON changed.thai_id = import_candidate.thai_id AND changed.programme = import_candidate.programme AND changed.live_authority_code = held.authority_code
             WHERE import_candidate.import_id = taken) AS candidate
     WHERE claim.thai_id = held.thai_id AND claim.programme = candidate.programme AND claim.live_authority_code = held.authority_code
       AND (claim.facts, claim.claimed_on, claim.ordered_on, claim.first_month, claim.received_since, claim.way_of_payment,
            claim.budget_type, claim.bank_code, claim.top_up, claim.bank_branch, claim.account_number, claim.account_name, claim.remark)
           IS DISTINCT FROM
           (candidate.facts, candidate.claimed_on, candidate.ordered_on, candidate.begins, least(candidate.received_since, candidate.begins),
            candidate.way_of_payment, candidate.budget_type, candidate.bank_code, candidate.top_up, candidate.bank_branch,
            candidate.account_number, candidate.account_name, candidate.remark);
    PERFORM registry.close_form(taken, 0, 0);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.edit_beneficiary(welfare.thai_id, jsonb, date) IS 'changes what is on record of a beneficiary of the user''s own authority (IS9.4)';

-- The person whose record the user's own authority keeps, locked: whoever else acts on the person waits.
-- Parameters: national ID. Errors: WF010 no ID, WF066 nobody of that ID in the user's scope.
CREATE FUNCTION registry.own_person(thai_id welfare.thai_id) RETURNS registry.person
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    held registry.person;
  BEGIN
    IF own_person.thai_id IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'thai_id');
    END IF;
    SELECT * INTO held
      FROM registry.person
     WHERE person.thai_id = own_person.thai_id
       AND person.authority_code = welfare.authority_code()
       AND person.visibility <> 'nobody'
       FOR UPDATE;
    IF held.thai_id IS NULL THEN
      PERFORM reference.refuse('WF066', NULL, own_person.thai_id::text);
    END IF;
    RETURN held;
  END
  $$;
COMMENT ON FUNCTION registry.own_person(welfare.thai_id) IS 'the person whose record the user''s own authority keeps, locked';

-- The person whose record the user's own authority keeps; or one whose record went to another authority with a move, while a
-- claim here is still paid or awaits acknowledgement: then nothing is told but the ID and the birth date (DE12). Locked.
-- Parameters: national ID. Errors: WF010 no ID, WF066 nobody of that ID in the user's scope.
-- Belongs to the owner: the record is another authority's. It looks for claims of the user's own only.
CREATE FUNCTION registry.own_or_leaving_person(thai_id welfare.thai_id) RETURNS registry.person
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    kept registry.person;
    told registry.person;
  BEGIN
    IF own_or_leaving_person.thai_id IS NOT NULL
       AND EXISTS (SELECT FROM registry.claim
                    WHERE claim.thai_id = own_or_leaving_person.thai_id AND claim.authority_code = welfare.authority_code()
                      AND (claim.leaving AND claim.state IN ('live', 'suspended') OR claim.state = 'awaiting')) THEN
      SELECT * INTO kept FROM registry.person WHERE person.thai_id = own_or_leaving_person.thai_id FOR UPDATE;
      IF kept.authority_code <> welfare.authority_code() THEN
        told.thai_id := kept.thai_id;
        told.birth_date := kept.birth_date;
        RETURN told;
      END IF;
    END IF;
    RETURN registry.own_person(own_or_leaving_person.thai_id);
  END
  $$;
COMMENT ON FUNCTION registry.own_or_leaving_person(welfare.thai_id) IS 'the person whose record, or still a claim, is at the user''s own authority, locked';

REVOKE ALL ON FUNCTION registry.own_or_leaving_person(welfare.thai_id), registry.refuse_structures(jsonb), registry.form_of(registry.person, registry.claim), registry.person_fields(), registry.claim_fields(),
  registry.rows_of_form(jsonb), registry.take_form(jsonb[], boolean, boolean), registry.close_form(bigint, bigint, bigint),
  registry.add_beneficiary(jsonb), registry.holder_elsewhere(welfare.thai_id, integer), registry.require_officer(), registry.edit_beneficiary(welfare.thai_id, jsonb, date),
  registry.own_person(welfare.thai_id) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.require_officer(), registry.own_person(welfare.thai_id), registry.own_or_leaving_person(welfare.thai_id),
  registry.form_of(registry.person, registry.claim) TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.add_beneficiary(jsonb), registry.edit_beneficiary(welfare.thai_id, jsonb, date) TO welfare_authority;

COMMIT;

-- ER7, ER13, EG3.2, EG4.3, DR7, DR13: who may act or be paid for a person, by which paper, and for how long.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.representative_kind AS ENUM ('proxy', 'prison_officer', 'caregiver', 'legal_representative', 'curator', 'guardian');
COMMENT ON TYPE registry.representative_kind IS 'in what capacity somebody acts: by written proxy (ER7), for a prison''s commander (EG3.2), as caregiver (DR7, DR13), legal representative, curator or guardian (DR7)';

CREATE TABLE registry.representative (
  thai_id welfare.thai_id NOT NULL,
  representative_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  acts daterange NOT NULL,
  authority_code integer NOT NULL,
  kind registry.representative_kind NOT NULL,
  after_death boolean NOT NULL DEFAULT false,
  full_name text NOT NULL,
  relation text NOT NULL,
  telephone text COLLATE "C",
  address text,
  authority_document text NOT NULL,
  ended_reason text,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT representative_pkey PRIMARY KEY (thai_id, representative_id, kind, recorded_at),
  CONSTRAINT representative_person_fkey FOREIGN KEY (thai_id) REFERENCES registry.person (thai_id),
  CONSTRAINT representative_is_person CHECK (welfare.thai_id_category(representative_id) BETWEEN 1 AND 8),
  CONSTRAINT representative_is_another CHECK (representative_id <> thai_id),
  CONSTRAINT representative_acts_from CHECK (NOT isempty(acts) AND lower(acts) IS NOT NULL),
  CONSTRAINT representative_telephone_digits CHECK (telephone ~ '^[0-9]{9,10}$'),
  CONSTRAINT representative_name_normal CHECK (full_name <> '' AND full_name = welfare.normalise_thai(full_name)),
  CONSTRAINT representative_stated CHECK (btrim(relation) <> '' AND btrim(authority_document) <> ''),
  CONSTRAINT representative_ended_has_reason CHECK (upper_inf(acts) OR ended_reason IS NOT NULL)
);
COMMENT ON TABLE registry.representative IS 'who may act or be paid for a person';
COMMENT ON COLUMN registry.representative.thai_id IS 'the person';
COMMENT ON COLUMN registry.representative.representative_id IS 'national ID of who acts';
COMMENT ON COLUMN registry.representative.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.representative.acts IS 'days on which the authority to act holds';
COMMENT ON COLUMN registry.representative.authority_code IS 'local authority that recorded it';
COMMENT ON COLUMN registry.representative.kind IS 'in what capacity';
COMMENT ON COLUMN registry.representative.after_death IS 'whether the person has written that it holds both while alive and after death (EG4.3)';
COMMENT ON COLUMN registry.representative.full_name IS 'name, normalised';
COMMENT ON COLUMN registry.representative.relation IS 'relation to the person';
COMMENT ON COLUMN registry.representative.telephone IS 'telephone, digits only';
COMMENT ON COLUMN registry.representative.address IS 'address';
COMMENT ON COLUMN registry.representative.authority_document IS 'paper that gives the authority: proxy letter, court order, certificate';
COMMENT ON COLUMN registry.representative.ended_reason IS 'why it ended';
COMMENT ON COLUMN registry.representative.recorded_by IS 'user, or database role, that recorded it';
CREATE UNIQUE INDEX representative_one_open ON registry.representative (thai_id, authority_code, representative_id, kind) WHERE upper_inf(acts);
COMMENT ON INDEX registry.representative_one_open IS 'a capacity is recorded once while it lasts';
ALTER TABLE registry.representative ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON registry.representative TO welfare_writer;
CREATE POLICY representative_read ON registry.representative FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY representative_read ON registry.representative IS 'the authority''s officers and administrators see who acts';
CREATE POLICY representative_add ON registry.representative FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY representative_add ON registry.representative IS 'only users of the holding authority record who acts (IS9.2)';
CREATE POLICY representative_change ON registry.representative FOR UPDATE TO welfare_writer
  USING (authority_code = welfare.authority_code()) WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY representative_change ON registry.representative IS 'only users of the holding authority end it (IS9.2)';

-- Only its end may be added to a record of who acts; and it follows an authority's successor (RC2).
CREATE FUNCTION registry.refuse_change_of_representative() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    unchanged registry.representative := NEW;
  BEGIN
    unchanged.acts := OLD.acts;
    unchanged.ended_reason := OLD.ended_reason;
    unchanged.authority_code := OLD.authority_code;
    IF unchanged IS DISTINCT FROM OLD OR NEW.acts <> OLD.acts AND (NOT upper_inf(OLD.acts) OR lower(NEW.acts) <> lower(OLD.acts)) THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.representative');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_change_of_representative() IS 'lets nothing change in who acts but its end';
CREATE TRIGGER representative_only_ends BEFORE UPDATE ON registry.representative
  FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_representative();
COMMENT ON TRIGGER representative_only_ends ON registry.representative IS 'who acted is evidence; it ends, and another begins';
CREATE TRIGGER representative_no_removal BEFORE DELETE OR TRUNCATE ON registry.representative
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER representative_no_removal ON registry.representative IS 'who acted is evidence';

-- Records who may act or be paid for a beneficiary of the user's own authority.
-- Parameters: national ID of the person; of who acts; capacity; name; relation; paper that gives the authority; first day
-- (default today); whether it holds after death (EG4.3); telephone; address.
-- Errors: WF001, WF007, WF010, WF013, WF016, WF018 recorded already, WF066, WF06D, WF090 the person themselves.
CREATE FUNCTION registry.add_representative(
    thai_id welfare.thai_id, representative_id welfare.thai_id, kind registry.representative_kind, full_name text, relation text,
    authority_document text, acts_from date DEFAULT NULL, after_death boolean DEFAULT false, telephone text DEFAULT NULL, address text DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    since date := coalesce(add_representative.acts_from, welfare.business_date());
    digits text := nullif(translate(welfare.to_arabic_digits(add_representative.telephone), '- ().', ''), '');
    missing text := CASE WHEN add_representative.representative_id IS NULL THEN 'representative_id'
                         WHEN add_representative.kind IS NULL THEN 'kind'
                         WHEN coalesce(welfare.normalise_thai(add_representative.full_name), '') = '' THEN 'full_name'
                         WHEN coalesce(btrim(add_representative.relation), '') = '' THEN 'relation'
                         WHEN coalesce(btrim(add_representative.authority_document), '') = '' THEN 'authority_document' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('acts_from', since);
    IF welfare.thai_id_category(add_representative.representative_id) NOT BETWEEN 1 AND 8 THEN
      PERFORM reference.refuse('WF013', NULL, add_representative.representative_id::text,
                               welfare.thai_id_category(add_representative.representative_id)::text);
    ELSIF add_representative.representative_id = add_representative.thai_id THEN
      PERFORM reference.refuse('WF090', NULL);
    ELSIF digits !~ '^[0-9]{9,10}$' THEN
      PERFORM reference.refuse('WF06D', NULL, add_representative.telephone);
    END IF;
    held := registry.own_person(add_representative.thai_id);
    INSERT INTO registry.representative
      (thai_id, representative_id, acts, authority_code, kind, after_death, full_name, relation, telephone, address, authority_document)
    VALUES (held.thai_id, add_representative.representative_id, daterange(since, NULL), held.authority_code, add_representative.kind,
            coalesce(add_representative.after_death, false), welfare.normalise_thai(add_representative.full_name),
            btrim(add_representative.relation), digits, nullif(btrim(add_representative.address), ''),
            btrim(add_representative.authority_document))
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF091', NULL, add_representative.representative_id::text);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.add_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, text, text, text, date, boolean, text, text)
  IS 'records who may act or be paid for a beneficiary';

-- Ends what a representative may do. Parameters: national IDs; capacity; last day; why. Errors: WF001, WF007, WF010, WF016, WF017,
-- WF066, WF067 none is recorded.
CREATE FUNCTION registry.end_representative(thai_id welfare.thai_id, representative_id welfare.thai_id, kind registry.representative_kind,
                                            last_day date, reason text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    since date;
  BEGIN
    PERFORM registry.require_officer();
    PERFORM registry.require_past('last_day', end_representative.last_day);
    IF coalesce(btrim(end_representative.reason), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'reason');
    END IF;
    held := registry.own_person(end_representative.thai_id);
    SELECT lower(acting.acts) INTO since
      FROM registry.representative AS acting
     WHERE acting.thai_id = held.thai_id AND acting.representative_id = end_representative.representative_id
       AND acting.kind = end_representative.kind AND upper_inf(acting.acts);
    IF since IS NULL THEN
      PERFORM reference.refuse('WF067', NULL, coalesce(end_representative.representative_id::text, 'NULL'));
    ELSIF end_representative.last_day < since THEN
      PERFORM reference.refuse('WF017', NULL, 'last_day', end_representative.last_day::text, 'acts_from', since::text);
    END IF;
    UPDATE registry.representative AS acting
       SET acts = daterange(since, end_representative.last_day, '[]'), ended_reason = btrim(end_representative.reason)
     WHERE acting.thai_id = held.thai_id AND acting.representative_id = end_representative.representative_id
       AND acting.kind = end_representative.kind AND upper_inf(acting.acts);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.end_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, date, text) IS 'ends what a representative may do';

REVOKE ALL ON FUNCTION registry.refuse_change_of_representative(),
  registry.add_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, text, text, text, date, boolean, text, text),
  registry.end_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, date, text) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.add_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, text, text, text, date, boolean, text, text) OWNER TO welfare_writer;
ALTER FUNCTION registry.end_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, date, text) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION
  registry.add_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, text, text, text, date, boolean, text, text),
  registry.end_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, date, text) TO welfare_authority;

COMMIT;

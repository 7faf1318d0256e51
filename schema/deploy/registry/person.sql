-- IS8.2, IS8.4, RC1, RC5: one row per human being, keyed by national ID, which never changes (IS9.6).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.person (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  birth_date welfare.birth_date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  in_force_from date NOT NULL DEFAULT welfare.business_date(),
  authority_code integer NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sex registry.sex NOT NULL,
  marital_status registry.marital_status NOT NULL,
  visibility registry.visibility NOT NULL DEFAULT 'nobody',
  income_band smallint NOT NULL,
  telephone_is_authoritys boolean NOT NULL,
  has_occupation boolean NOT NULL,
  title text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  telephone text COLLATE "C" NOT NULL,
  house_register_address reference.address NOT NULL,
  contact_address reference.address,
  occupation text,
  monthly_income reference.baht,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT person_pkey PRIMARY KEY (thai_id),
  -- what a live claim refers to: all of a person's live claims are at one authority (IS8.3); and an authority's own people
  CONSTRAINT person_place_key UNIQUE (authority_code, district_code, province_code, thai_id),
  CONSTRAINT person_authority_fkey FOREIGN KEY (authority_code, district_code, province_code)
    REFERENCES reference.local_authority (authority_code, district_code, province_code),
  CONSTRAINT person_income_band_fkey FOREIGN KEY (income_band) REFERENCES reference.income_band (income_band),
  CONSTRAINT person_thai_id_of_person CHECK (welfare.thai_id_category(thai_id) BETWEEN 1 AND 8),
  CONSTRAINT person_title_normal CHECK (title <> '' AND char_length(title) <= 60 AND title !~ '[[:cntrl:]]' AND title = welfare.normalise_thai(title)),
  CONSTRAINT person_first_name_normal CHECK (first_name <> '' AND char_length(first_name) <= 200 AND first_name !~ '[[:cntrl:]]' AND first_name = welfare.normalise_thai(first_name)),
  CONSTRAINT person_last_name_normal CHECK (last_name <> '' AND char_length(last_name) <= 200 AND last_name !~ '[[:cntrl:]]' AND last_name = welfare.normalise_thai(last_name)),
  CONSTRAINT person_telephone_digits CHECK (telephone ~ '^[0-9]{9,10}$'),
  CONSTRAINT person_occupation_stated CHECK (has_occupation = (occupation IS NOT NULL) AND occupation <> ''),
  CONSTRAINT person_house_register_address_complete CHECK (reference.is_complete_address(house_register_address)),
  CONSTRAINT person_contact_address_complete CHECK (contact_address IS NULL OR reference.is_complete_address(contact_address))
);
COMMENT ON TABLE registry.person IS 'persons (บุคคล), as last recorded';
COMMENT ON COLUMN registry.person.thai_id IS 'national ID; first digit 1 to 8 (DC5)';
COMMENT ON COLUMN registry.person.recorded_at IS 'when the row was recorded as it is';
COMMENT ON COLUMN registry.person.birth_date IS 'birth date, with what of it is known (RC5)';
COMMENT ON COLUMN registry.person.created_at IS 'when the person first came on record';
COMMENT ON COLUMN registry.person.in_force_from IS 'day from which what the row says is true';
COMMENT ON COLUMN registry.person.authority_code IS 'local authority that keeps the person''s record; every live claim is there (IS8.3)';
COMMENT ON COLUMN registry.person.district_code IS 'district of that authority';
COMMENT ON COLUMN registry.person.province_code IS 'province of that authority';
COMMENT ON COLUMN registry.person.sex IS 'sex';
COMMENT ON COLUMN registry.person.marital_status IS 'marital status (สถานภาพ)';
COMMENT ON COLUMN registry.person.visibility IS 'who may know that the person is on record; follows from the claims (AR2, IS9.6)';
COMMENT ON COLUMN registry.person.income_band IS 'band of monthly income (IS8.2)';
COMMENT ON COLUMN registry.person.telephone_is_authoritys IS 'whether the telephone is that of the authority, because the person has none (IS8.2)';
COMMENT ON COLUMN registry.person.has_occupation IS 'whether the person has an occupation';
COMMENT ON COLUMN registry.person.title IS 'title (คำนำหน้า)';
COMMENT ON COLUMN registry.person.first_name IS 'first name, normalised (RC10)';
COMMENT ON COLUMN registry.person.last_name IS 'last name, normalised (RC10)';
COMMENT ON COLUMN registry.person.telephone IS 'telephone, digits only';
COMMENT ON COLUMN registry.person.house_register_address IS 'address in the house register (ที่อยู่ตามทะเบียนบ้าน)';
COMMENT ON COLUMN registry.person.contact_address IS 'address at which the person is reached (ที่อยู่ติดต่อได้); NULL: the same';
COMMENT ON COLUMN registry.person.occupation IS 'occupation; NULL: none';
COMMENT ON COLUMN registry.person.monthly_income IS 'exact income in baht a month, inside the band; NULL: not stated';
COMMENT ON COLUMN registry.person.recorded_by IS 'user, or database role, that recorded the row as it is';

-- IS9.1: by the first letters of a name inside a province. Whom only the authority may see is in none of these indexes: those above
-- it read by them, and counters of what was read tell nothing (AR2).
CREATE INDEX person_first_name ON registry.person (province_code, first_name text_pattern_ops) WHERE visibility = 'everyone';
COMMENT ON INDEX registry.person_first_name IS 'persons by the first letters of the first name';
CREATE INDEX person_last_name ON registry.person (province_code, last_name text_pattern_ops) WHERE visibility = 'everyone';
COMMENT ON INDEX registry.person_last_name IS 'persons by the first letters of the last name';

CREATE INDEX person_seen_above ON registry.person (thai_id) WHERE visibility = 'everyone';
COMMENT ON INDEX registry.person_seen_above IS 'persons whom those above the authority see';

-- What was on record before: every version, with when it was replaced. One statement more than the table itself, in the
-- order of its columns, so that a version is copied whole.
CREATE TABLE registry.person_history (
  superseded_at timestamptz NOT NULL,
  LIKE registry.person INCLUDING COMMENTS,
  CONSTRAINT person_history_pkey PRIMARY KEY (thai_id, recorded_at)
);
COMMENT ON TABLE registry.person_history IS 'earlier versions of persons';
COMMENT ON COLUMN registry.person_history.superseded_at IS 'when another version replaced this one';

ALTER TABLE registry.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.person_history ENABLE ROW LEVEL SECURITY;

-- Nobody reads or writes persons but through functions; those that act for a user see what the user may (QS1): the holding
-- authority its own, everybody above those whose claims are not health data alone (AR2).
GRANT SELECT, UPDATE ON registry.person TO welfare_writer;
GRANT SELECT ON registry.person_history TO welfare_writer;
CREATE POLICY person_read ON registry.person FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR visibility = 'everyone' AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY person_read ON registry.person IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY person_change ON registry.person FOR UPDATE TO welfare_writer
  USING (authority_code = welfare.authority_code()) WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY person_change ON registry.person IS 'only users of the holding authority change a person (IS9.2)';
CREATE POLICY person_history_read ON registry.person_history FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR visibility = 'everyone' AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY person_history_read ON registry.person_history IS 'a version belongs to the authority that kept the record then';

-- Rows that are evidence are neither removed nor changed, whatever path is taken.
CREATE FUNCTION registry.refuse_removal() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.refuse('WF064', NULL, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_removal() IS 'refuses to remove or change rows that are evidence (IS9.6)';

-- Keeps the version that an update replaces. A change of visibility alone follows from a claim and is no new version:
-- when it happened would tell of a claim that is health data (AR2).
CREATE FUNCTION registry.keep_person_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    unchanged registry.person := NEW;
  BEGIN
    IF NEW.thai_id <> OLD.thai_id THEN
      PERFORM reference.refuse('WF065', NULL, 'thai_id');
    END IF;
    unchanged.recorded_at := OLD.recorded_at;
    unchanged.created_at := OLD.created_at;
    unchanged.recorded_by := OLD.recorded_by;
    unchanged.visibility := OLD.visibility;
    -- whoever takes the record over learns nothing of when another authority began it
    NEW.created_at := CASE WHEN NEW.authority_code = OLD.authority_code THEN OLD.created_at ELSE clock_timestamp() END;
    IF unchanged IS NOT DISTINCT FROM OLD THEN
      NEW.recorded_at := OLD.recorded_at;
      NEW.recorded_by := OLD.recorded_by;
      RETURN NEW;
    END IF;
    NEW.recorded_at := greatest(clock_timestamp(), OLD.recorded_at + interval '1 microsecond');
    NEW.recorded_by := coalesce(welfare.principal(), session_user);
    INSERT INTO registry.person_history SELECT NEW.recorded_at, OLD.*;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.keep_person_version() IS 'keeps the version of a person that an update replaces';
-- A version comes from the row that it was, by the trigger that keeps it, and in no other way.
CREATE FUNCTION registry.refuse_forged_version() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF pg_trigger_depth() < 2 THEN
      PERFORM reference.refuse('WF064', NULL, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_forged_version() IS 'refuses versions that no trigger keeps';
REVOKE ALL ON FUNCTION registry.refuse_removal(), registry.keep_person_version(), registry.refuse_forged_version() FROM PUBLIC;

CREATE TRIGGER person_keep_version BEFORE UPDATE ON registry.person
  FOR EACH ROW EXECUTE FUNCTION registry.keep_person_version();
COMMENT ON TRIGGER person_keep_version ON registry.person IS 'every version of a person is kept';
CREATE TRIGGER person_no_removal BEFORE DELETE OR TRUNCATE ON registry.person
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER person_no_removal ON registry.person IS 'a person is never removed (IS9.6)';
CREATE TRIGGER person_history_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.person_history
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
CREATE TRIGGER person_history_no_forgery BEFORE INSERT ON registry.person_history
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_forged_version();
COMMENT ON TRIGGER person_history_no_forgery ON registry.person_history IS 'versions are kept by a trigger alone';
COMMENT ON TRIGGER person_history_no_change ON registry.person_history IS 'versions are evidence';

COMMIT;

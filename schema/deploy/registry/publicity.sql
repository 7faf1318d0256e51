-- ER7, EG3.3: what a local authority made public to those who may be entitled: what, where and when.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF349', 'เบี้ย%1$sไม่มีการประชาสัมพันธ์หรือประกาศรายชื่อ', 'nothing is made public about the %1$s allowance',
   NULL, NULL);

CREATE TYPE registry.publicity_subject AS ENUM ('qualifications', 'papers', 'place_and_time');
COMMENT ON TYPE registry.publicity_subject IS 'what was made public: who is entitled, which papers are needed, where and when to come';

CREATE TYPE registry.publicity_place AS ENUM ('office', 'designated_place', 'website', 'social_media', 'public_address', 'meeting', 'leaflet', 'other');
COMMENT ON TYPE registry.publicity_place IS 'where it was made public: at the office, at a place that the authority designates, on its website, in social media, by the village''s loudspeakers, at a meeting, by leaflets, elsewhere';

CREATE TABLE registry.publicity (
  publicity_id bigint GENERATED ALWAYS AS IDENTITY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL DEFAULT false,
  shown daterange NOT NULL,
  subjects registry.publicity_subject[] NOT NULL,
  places registry.publicity_place[] NOT NULL,
  place_detail text,
  document text NOT NULL,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT publicity_pkey PRIMARY KEY (publicity_id),
  CONSTRAINT publicity_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT publicity_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT publicity_never_of_health CHECK (NOT sensitive),
  CONSTRAINT publicity_shown_bounded CHECK (NOT isempty(shown) AND lower(shown) IS NOT NULL AND upper(shown) IS NOT NULL),
  CONSTRAINT publicity_stated CHECK (cardinality(subjects) > 0 AND cardinality(places) > 0 AND btrim(document) <> ''
                                     AND array_position(subjects, NULL) IS NULL AND array_position(places, NULL) IS NULL),
  CONSTRAINT publicity_other_place CHECK (place_detail <> '' AND place_detail IS NOT NULL OR NOT places && '{designated_place,other}')
);
COMMENT ON TABLE registry.publicity IS 'what local authorities made public to those who may be entitled (EG3.3)';
COMMENT ON COLUMN registry.publicity.publicity_id IS 'number of the record';
COMMENT ON COLUMN registry.publicity.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.publicity.programme IS 'the programme';
COMMENT ON COLUMN registry.publicity.authority_code IS 'the local authority';
COMMENT ON COLUMN registry.publicity.district_code IS 'its district';
COMMENT ON COLUMN registry.publicity.province_code IS 'its province';
COMMENT ON COLUMN registry.publicity.sensitive IS 'false: what is health data is made public nowhere (AR2)';
COMMENT ON COLUMN registry.publicity.shown IS 'days on which it was to be seen or heard';
COMMENT ON COLUMN registry.publicity.subjects IS 'what was made public';
COMMENT ON COLUMN registry.publicity.places IS 'where';
COMMENT ON COLUMN registry.publicity.place_detail IS 'which place; required of a designated and of another place';
COMMENT ON COLUMN registry.publicity.document IS 'document or photograph that shows it';
COMMENT ON COLUMN registry.publicity.recorded_by IS 'user, or database role, that recorded it';
CREATE INDEX publicity_authority_code ON registry.publicity (authority_code);

ALTER TABLE registry.publicity ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.publicity TO welfare_writer;
CREATE POLICY publicity_read ON registry.publicity FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation());
COMMENT ON POLICY publicity_read ON registry.publicity IS 'the authority, and whoever''s scope covers it';
CREATE POLICY publicity_add ON registry.publicity FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY publicity_add ON registry.publicity IS 'only users of the authority record what it did (IS9.2)';
CREATE TRIGGER publicity_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.publicity
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER publicity_no_change ON registry.publicity IS 'what was made public is evidence';

-- Records what the user's own authority made public. Parameters: programme; what; where; first and last day; document or photograph that
-- shows it; which place, required of a designated or another place.
-- Answers the number of the record. Errors: WF001, WF007, WF010 something is missing, WF014 an authority that has ended, WF016 it begins
-- on a day to come, WF017 the last day before the first, WF349 a programme that is health data.
CREATE FUNCTION registry.record_publicity(
    programme reference.programme_name, subjects registry.publicity_subject[], places registry.publicity_place[], first_day date, last_day date,
    document text, place_detail text DEFAULT NULL)
  RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    place text := nullif(btrim(record_publicity.place_detail), '');
    missing text := CASE WHEN record_publicity.programme IS NULL THEN 'programme'
                         WHEN cardinality(array_remove(record_publicity.subjects, NULL)) > 0 IS NOT TRUE THEN 'subjects'
                         WHEN cardinality(array_remove(record_publicity.places, NULL)) > 0 IS NOT TRUE THEN 'places'
                         WHEN record_publicity.last_day IS NULL THEN 'last_day'
                         WHEN coalesce(btrim(record_publicity.document), '') = '' THEN 'document'
                         WHEN record_publicity.places && '{designated_place,other}' AND place IS NULL THEN 'place_detail' END;
    own reference.local_authority;
    recorded bigint;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('first_day', record_publicity.first_day);
    IF record_publicity.last_day < record_publicity.first_day THEN
      PERFORM reference.refuse('WF017', NULL, 'last_day', record_publicity.last_day::text, 'first_day', record_publicity.first_day::text);
    END IF;
    IF (SELECT sensitive FROM reference.programme WHERE programme.programme = record_publicity.programme) THEN
      PERFORM reference.refuse('WF349', NULL, reference.programme_text(record_publicity.programme));
    END IF;
    SELECT * INTO own FROM reference.local_authority
     WHERE authority_code = welfare.authority_code() AND valid @> record_publicity.first_day;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF014', NULL, welfare.authority_code()::text, record_publicity.first_day::text);
    END IF;
    INSERT INTO registry.publicity (programme, authority_code, district_code, province_code, shown, subjects, places, place_detail, document)
    VALUES (record_publicity.programme, own.authority_code, own.district_code, own.province_code,
            daterange(record_publicity.first_day, record_publicity.last_day, '[]'), array_remove(record_publicity.subjects, NULL),
            array_remove(record_publicity.places, NULL), place, btrim(record_publicity.document))
    RETURNING publicity_id INTO recorded;
    RETURN recorded;
  END
  $$;
COMMENT ON FUNCTION registry.record_publicity(reference.programme_name, registry.publicity_subject[], registry.publicity_place[], date, date, text, text) IS 'records what the user''s own authority made public (EG3.3)';

-- What authorities in the asker's scope made public on any day of a fiscal year. Parameters: fiscal year (B.E.); authority, default all.
-- Errors: WF001 nobody is signed in, WF007 a duty that does not ask, WF040 no year given.
CREATE FUNCTION registry.publicity_of(fiscal_year integer, authority_code integer DEFAULT NULL)
  RETURNS TABLE (publicity_id bigint, local_authority_code integer, local_authority text, programme reference.programme_name, subjects registry.publicity_subject[],
                 places registry.publicity_place[], place_detail text, first_day date, last_day date, document text, recorded_at timestamptz, recorded_by text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF publicity_of.fiscal_year IS NULL THEN
      PERFORM reference.refuse('WF040', NULL);
    END IF;
    RETURN QUERY
      SELECT publicity.publicity_id, publicity.authority_code, local_authority.name_thai, publicity.programme, publicity.subjects, publicity.places,
             publicity.place_detail, lower(publicity.shown), upper(publicity.shown) - 1, publicity.document, publicity.recorded_at, publicity.recorded_by
        FROM registry.publicity
        JOIN reference.local_authority ON local_authority.authority_code = publicity.authority_code
       WHERE publicity.shown && welfare.fiscal_year_range(publicity_of.fiscal_year)
         AND (publicity_of.authority_code IS NULL OR publicity.authority_code = publicity_of.authority_code)
       ORDER BY publicity.authority_code, lower(publicity.shown), publicity.publicity_id;
  END
  $$;
COMMENT ON FUNCTION registry.publicity_of(integer, integer) IS 'what authorities in the asker''s scope made public in a fiscal year (EG3.3)';

RESET ROLE;
ALTER FUNCTION registry.record_publicity(reference.programme_name, registry.publicity_subject[], registry.publicity_place[], date, date, text, text) OWNER TO welfare_writer;
ALTER FUNCTION registry.publicity_of(integer, integer) OWNER TO welfare_writer;
REVOKE ALL ON FUNCTION registry.record_publicity(reference.programme_name, registry.publicity_subject[], registry.publicity_place[], date, date, text, text),
  registry.publicity_of(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.record_publicity(reference.programme_name, registry.publicity_subject[], registry.publicity_place[], date, date, text, text) TO welfare_authority;
GRANT EXECUTE ON FUNCTION registry.publicity_of(integer, integer) TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority;

COMMIT;

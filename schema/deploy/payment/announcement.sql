-- EG8: each month's announcement (ประกาศ เรื่อง บัญชีรายชื่อผู้มีสิทธิรับเงินเบี้ยยังชีพผู้สูงอายุ): a numbered, dated, frozen edition with place
-- and day of posting and masked IDs, and those who confirmed in that month. A correction is a new edition. Elderly alone; never AIDS (AR2).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF34A', 'ประกาศต้องลงนามโดยผู้บริหารท้องถิ่นหรือผู้รับมอบอำนาจของ อปท. ในวันที่ %1$s', 'an announcement is signed by who is executive or delegate of the authority on %1$s',
   'ให้ผู้บริหารท้องถิ่นดำเนินการด้วยตนเอง', 'The executive does it, as oneself.'),
  ('WF34B', 'เดือน %1$s ประกาศแล้วตามประกาศเลขที่ %2$s', 'the list of %1$s was announced already by announcement %2$s',
   'หากแก้ไข ให้ออกฉบับใหม่โดยระบุเหตุผล (correction)', 'A correction is a new edition: give its reason (correction).'),
  ('WF34C', 'เดือน %1$s ยังไม่มีประกาศที่จะแก้ไข', 'there is no announcement of %1$s to correct',
   NULL, NULL),
  ('WF34D', 'ประกาศเลขที่ %1$s ของปี %2$s มีแล้ว', 'announcement %1$s of %2$s exists already',
   NULL, NULL),
  ('WF34E', 'ไม่มีประกาศรายชื่อของ อปท. %1$s สำหรับเดือน %2$s', 'there is no announcement of local authority %1$s for %2$s',
   NULL, NULL),
  ('WF34F', 'ประกาศที่ออกแล้วเพิ่มรายชื่อไม่ได้', 'names are not added to an announcement that was made',
   'ออกประกาศฉบับใหม่', 'Make a new edition.');

CREATE TYPE payment.announcement_place AS ENUM ('office', 'designated_place', 'website');
COMMENT ON TYPE payment.announcement_place IS 'where it is posted: at the office, at a place that the authority designates, on its website';

CREATE TYPE payment.announcement_part AS ENUM ('entitled', 'confirmed');
COMMENT ON TYPE payment.announcement_part IS 'part of an announcement: those entitled to the month''s money, those who confirmed their right in the month';

CREATE TABLE payment.announcement (
  authority_code integer NOT NULL,
  announcement_year integer NOT NULL,
  edition smallint NOT NULL,
  month reference.pay_month NOT NULL,
  announced_on date NOT NULL,
  posted_on date NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  corrects_year integer,
  corrects_edition smallint,
  signed_as identity.office_name NOT NULL,
  places payment.announcement_place[] NOT NULL,
  entitled bigint NOT NULL,
  amount numeric(16,2) NOT NULL,
  confirmed bigint NOT NULL,
  number_text text NOT NULL,
  place_detail text,
  correction text,
  signed_by text NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT announcement_pkey PRIMARY KEY (authority_code, announcement_year, edition),
  CONSTRAINT announcement_number_key UNIQUE (authority_code, announcement_year, number_text),
  CONSTRAINT announcement_corrected_once UNIQUE (authority_code, corrects_year, corrects_edition),
  CONSTRAINT announcement_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT announcement_corrects_fkey FOREIGN KEY (authority_code, corrects_year, corrects_edition)
    REFERENCES payment.announcement (authority_code, announcement_year, edition),
  CONSTRAINT announcement_year_of_day CHECK (announcement_year = welfare.be_year(announced_on)),
  CONSTRAINT announcement_in_order CHECK (announced_on >= month AND posted_on >= announced_on),
  CONSTRAINT announcement_signed CHECK (signed_as IN ('executive', 'delegate')),
  CONSTRAINT announcement_correction_stated CHECK ((corrects_edition IS NULL) = (correction IS NULL) AND (corrects_edition IS NULL) = (corrects_year IS NULL) AND btrim(correction) <> '' IS NOT false),
  CONSTRAINT announcement_stated CHECK (btrim(number_text) <> '' AND cardinality(places) > 0 AND array_position(places, NULL) IS NULL
                                        AND ('designated_place' <> ALL (places) OR btrim(place_detail) <> '' AND place_detail IS NOT NULL)),
  CONSTRAINT announcement_digest CHECK (octet_length(digest) = 32)
);
COMMENT ON TABLE payment.announcement IS 'monthly announcements of those entitled to the elderly allowance (EG8): frozen editions';
COMMENT ON COLUMN payment.announcement.authority_code IS 'the local authority';
COMMENT ON COLUMN payment.announcement.announcement_year IS 'Buddhist-era calendar year of the announcement, in which editions are numbered';
COMMENT ON COLUMN payment.announcement.edition IS 'running number within the authority and the year';
COMMENT ON COLUMN payment.announcement.month IS 'the month whose list it is';
COMMENT ON COLUMN payment.announcement.announced_on IS 'day of the announcement';
COMMENT ON COLUMN payment.announcement.posted_on IS 'day on which it was posted';
COMMENT ON COLUMN payment.announcement.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.announcement.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.announcement.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.announcement.corrects_year IS 'year of the edition that it corrects';
COMMENT ON COLUMN payment.announcement.corrects_edition IS 'edition that it corrects; NULL: the first of its month';
COMMENT ON COLUMN payment.announcement.signed_as IS 'office in which it was signed';
COMMENT ON COLUMN payment.announcement.places IS 'where it was posted';
COMMENT ON COLUMN payment.announcement.entitled IS 'how many are entitled to the month''s money';
COMMENT ON COLUMN payment.announcement.amount IS 'baht to which they are entitled';
COMMENT ON COLUMN payment.announcement.confirmed IS 'how many confirmed their right in the month';
COMMENT ON COLUMN payment.announcement.number_text IS 'number that the document bears';
COMMENT ON COLUMN payment.announcement.place_detail IS 'which place, website or page';
COMMENT ON COLUMN payment.announcement.correction IS 'what it corrects and why';
COMMENT ON COLUMN payment.announcement.signed_by IS 'user who signed';
COMMENT ON COLUMN payment.announcement.digest IS 'SHA-256 of its entries, by which a change would show';
CREATE INDEX announcement_month ON payment.announcement (authority_code, month);

CREATE TABLE payment.announcement_entry (
  thai_id welfare.thai_id NOT NULL,
  authority_code integer NOT NULL,
  announcement_year integer NOT NULL,
  edition smallint NOT NULL,
  part payment.announcement_part NOT NULL,
  position integer NOT NULL,
  masked_id text NOT NULL,
  person_name text NOT NULL,
  amount reference.baht,
  confirmed_on date,
  CONSTRAINT announcement_entry_pkey PRIMARY KEY (thai_id, authority_code, announcement_year, edition, part),
  CONSTRAINT announcement_entry_announcement_fkey FOREIGN KEY (authority_code, announcement_year, edition)
    REFERENCES payment.announcement (authority_code, announcement_year, edition),
  CONSTRAINT announcement_entry_part CHECK ((part = 'entitled') = (amount IS NOT NULL) AND (part = 'confirmed') = (confirmed_on IS NOT NULL)),
  CONSTRAINT announcement_entry_masked CHECK (masked_id = welfare.mask_thai_id(thai_id))
);
COMMENT ON TABLE payment.announcement_entry IS 'names of an announcement, as they were posted';
COMMENT ON COLUMN payment.announcement_entry.thai_id IS 'the person; never posted';
COMMENT ON COLUMN payment.announcement_entry.authority_code IS 'the local authority';
COMMENT ON COLUMN payment.announcement_entry.announcement_year IS 'year of the announcement';
COMMENT ON COLUMN payment.announcement_entry.edition IS 'the announcement';
COMMENT ON COLUMN payment.announcement_entry.part IS 'the part of the announcement';
COMMENT ON COLUMN payment.announcement_entry.position IS 'position in the part, by name';
COMMENT ON COLUMN payment.announcement_entry.masked_id IS 'masked national ID';
COMMENT ON COLUMN payment.announcement_entry.person_name IS 'name as posted';
COMMENT ON COLUMN payment.announcement_entry.amount IS 'baht of the month, top-up included';
COMMENT ON COLUMN payment.announcement_entry.confirmed_on IS 'day of the confirmation';
CREATE INDEX announcement_entry_edition ON payment.announcement_entry (authority_code, announcement_year, edition);

ALTER TABLE payment.announcement ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.announcement_entry ENABLE ROW LEVEL SECURITY;

CREATE TRIGGER announcement_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.announcement
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER announcement_no_change ON payment.announcement IS 'editions are frozen (EG8)';
CREATE TRIGGER announcement_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.announcement_entry
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER announcement_entry_no_change ON payment.announcement_entry IS 'editions are frozen (EG8)';

-- Refuses names that are added after an edition was made: it has as many as it says. Reads the transition table new_entries.
CREATE FUNCTION payment.freeze_announcement() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM payment.announcement
                WHERE (announcement.authority_code, announcement.announcement_year, announcement.edition)
                      IN (SELECT new_entries.authority_code, new_entries.announcement_year, new_entries.edition FROM new_entries)
                  AND (SELECT count(*) FROM payment.announcement_entry AS entry
                        WHERE entry.authority_code = announcement.authority_code AND entry.announcement_year = announcement.announcement_year
                          AND entry.edition = announcement.edition) <> announcement.entitled + announcement.confirmed) THEN
      PERFORM reference.refuse('WF34F', NULL);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.freeze_announcement() IS 'refuses names that are added after an edition was made';
CREATE TRIGGER announcement_entry_no_addition AFTER INSERT ON payment.announcement_entry REFERENCING NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION payment.freeze_announcement();
COMMENT ON TRIGGER announcement_entry_no_addition ON payment.announcement_entry IS 'editions are frozen (EG8)';

-- What an announcement's digest is made of: one entry as a line of text, a name preceded by its length in bytes, as a bar may stand in it. Parameters: the entry's fields, as posted.
CREATE FUNCTION payment.entry_text(part payment.announcement_part, place_in_part integer, masked_id text, person_name text, amount numeric, confirmed_on date) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN concat_ws('|', part, place_in_part, masked_id, octet_length(person_name) || ':' || person_name, amount, to_char(confirmed_on, 'YYYY-MM-DD')) || E'\n';
COMMENT ON FUNCTION payment.entry_text(payment.announcement_part, integer, text, text, numeric, date) IS 'an entry of an announcement as the line of text that its digest is made of';

-- Makes the announcement of a month of the user's own authority from the prepared payment lines, with those who confirmed in the month.
-- Parameters: first of month; number that the document bears; its day; places; day of posting; which place, required of a designated one;
-- reason, when it corrects the announcement of the same month made before.
-- Answers the edition's running number in the authority and the year. Errors: WF001, WF007, WF010 something is missing, WF014 no such
-- authority that day, WF016 a day to come, WF017 posted before it was made or made before the month, WF032 the month is not prepared,
-- WF034, WF34A not the executive nor a delegate on that day, WF34B announced already, WF34C nothing to correct, WF34D a number in use.
-- Belongs to the owner: head and names are one piece of evidence; it reads and writes the user's own authority only.
CREATE FUNCTION payment.announce(
    month date, number_text text, announced_on date, places payment.announcement_place[], posted_on date, place_detail text DEFAULT NULL, correction text DEFAULT NULL)
  RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    own CONSTANT integer := welfare.authority_code();
    place text := nullif(btrim(announce.place_detail), '');
    reason text := nullif(btrim(announce.correction), '');
    numbered text := btrim(announce.number_text);
    missing text := CASE WHEN coalesce(btrim(announce.number_text), '') = '' THEN 'number_text'
                         WHEN cardinality(array_remove(announce.places, NULL)) > 0 IS NOT TRUE THEN 'places'
                         WHEN 'designated_place' = ANY (announce.places) AND place IS NULL THEN 'place_detail' END;
    office identity.office_name;
    place_of_authority reference.local_authority;
    earlier payment.announcement;
    year integer;
    made integer;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('announced_on', announce.announced_on), registry.require_past('posted_on', announce.posted_on);
    IF coalesce(NOT reference.is_pay_month(announce.month), true) THEN
      PERFORM reference.refuse('WF034', NULL, coalesce(announce.month::text, 'NULL'));
    ELSIF announce.announced_on < announce.month THEN
      PERFORM reference.refuse('WF017', NULL, 'announced_on', announce.announced_on::text, 'month', announce.month::text);
    ELSIF announce.posted_on < announce.announced_on THEN
      PERFORM reference.refuse('WF017', NULL, 'posted_on', announce.posted_on::text, 'announced_on', announce.announced_on::text);
    END IF;
    office := (SELECT held FROM unnest('{executive,delegate}'::identity.office_name[]) AS held
                WHERE identity.has_office(welfare.principal(), held, own, announce.announced_on) ORDER BY held = 'delegate' LIMIT 1);
    IF office IS NULL THEN
      PERFORM reference.refuse('WF34A', NULL, reference.date_text(announce.announced_on));
    END IF;
    SELECT * INTO place_of_authority FROM reference.local_authority
     WHERE local_authority.authority_code = own AND local_authority.valid @> announce.announced_on;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF014', NULL, own::text, announce.announced_on::text);
    END IF;
    IF NOT EXISTS (SELECT FROM payment.payroll WHERE payroll.month = announce.month) THEN
      PERFORM reference.refuse('WF032', NULL, announce.month::text);
    END IF;

    -- Two announcements of one authority wait for each other.
    PERFORM pg_advisory_xact_lock(hashtext('payment.announce'), own);
    year := welfare.be_year(announce.announced_on);
    SELECT * INTO earlier FROM payment.announcement
     WHERE announcement.authority_code = own AND announcement.month = announce.month
     ORDER BY announcement.announcement_year DESC, announcement.edition DESC LIMIT 1;
    IF FOUND AND reason IS NULL THEN
      PERFORM reference.refuse('WF34B', NULL, announce.month::text, earlier.number_text || '/' || earlier.announcement_year);
    ELSIF NOT FOUND AND reason IS NOT NULL THEN
      PERFORM reference.refuse('WF34C', NULL, announce.month::text);
    ELSIF announce.announced_on < earlier.announced_on THEN
      PERFORM reference.refuse('WF017', NULL, 'announced_on', announce.announced_on::text, 'announced_on', earlier.announced_on::text);
    ELSIF EXISTS (SELECT FROM payment.announcement
                   WHERE announcement.authority_code = own AND announcement.announcement_year = year AND announcement.number_text = numbered) THEN
      PERFORM reference.refuse('WF34D', NULL, numbered, year::text);
    END IF;
    made := 1 + coalesce((SELECT max(announcement.edition) FROM payment.announcement
                           WHERE announcement.authority_code = own AND announcement.announcement_year = year), 0);

    WITH listed AS (
      SELECT 'entitled'::payment.announcement_part AS part, line.thai_id, line.allowance + line.top_up AS amount, NULL::date AS confirmed_on
        FROM payment.line
       WHERE line.month = announce.month AND line.programme = 'elderly' AND line.authority_code = own
       UNION ALL
      SELECT 'confirmed', claim.thai_id, NULL, max(claim.claimed_on)
        FROM registry.claim
       WHERE claim.programme = 'elderly' AND claim.authority_code = own AND claim.state <> 'deleted'
         AND claim.claimed_on >= announce.month AND claim.claimed_on < reference.month_after(announce.month)
       GROUP BY claim.thai_id
    ),
    entry AS MATERIALIZED (
      SELECT listed.thai_id, listed.part,
             row_number() OVER (PARTITION BY listed.part ORDER BY person.first_name COLLATE reference.thai, person.last_name COLLATE reference.thai, listed.thai_id)::integer AS position,
             welfare.mask_thai_id(listed.thai_id) AS masked_id, concat(person.title, person.first_name, ' ', person.last_name) AS person_name,
             listed.amount::numeric(12,2) AS amount, listed.confirmed_on
        FROM listed
        JOIN registry.person ON person.thai_id = listed.thai_id
    ),
    head AS (
      INSERT INTO payment.announcement (authority_code, announcement_year, edition, month, announced_on, posted_on, district_code, province_code,
                                        corrects_year, corrects_edition, signed_as, places, entitled, amount, confirmed, number_text, place_detail,
                                        correction, signed_by, digest)
      SELECT own, year, made, announce.month, announce.announced_on, announce.posted_on, place_of_authority.district_code, place_of_authority.province_code,
             earlier.announcement_year, earlier.edition, office, array_remove(announce.places, NULL), count(*) FILTER (WHERE entry.part = 'entitled'),
             coalesce(sum(entry.amount), 0), count(*) FILTER (WHERE entry.part = 'confirmed'), numbered, place, reason, welfare.principal(),
             sha256(convert_to(coalesce(string_agg(payment.entry_text(entry.part, entry.position, entry.masked_id, entry.person_name, entry.amount, entry.confirmed_on), ''
                                                   ORDER BY entry.part, entry.position), ''), 'UTF8'))
        FROM entry
      RETURNING 1
    )
    INSERT INTO payment.announcement_entry (thai_id, authority_code, announcement_year, edition, part, position, masked_id, person_name, amount, confirmed_on)
    SELECT entry.thai_id, own, year, made, entry.part, entry.position, entry.masked_id, entry.person_name, entry.amount, entry.confirmed_on
      FROM entry;
    RETURN made;
  END
  $$;
COMMENT ON FUNCTION payment.announce(date, text, date, payment.announcement_place[], date, text, text) IS 'announces a month''s list of those entitled to the elderly allowance: a frozen edition (EG8)';

-- The announcements of a local authority for a month, newest first, and whether their names are still those that were posted.
-- Parameters: authority; first of month. Public: for whoever is signed in. Errors: WF001, WF007.
CREATE FUNCTION payment.announcements(authority_code integer, month date)
  RETURNS TABLE (announcement_year integer, edition smallint, number_text text, announced_on date, places payment.announcement_place[], place_detail text,
                 posted_on date, signed_as identity.office_name, entitled bigint, amount numeric, confirmed bigint, correction text, corrects text, digest text, is_intact boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator', 'portal');
    RETURN QUERY
      SELECT announcement.announcement_year, announcement.edition, announcement.number_text, announcement.announced_on, announcement.places, announcement.place_detail,
             announcement.posted_on, announcement.signed_as, announcement.entitled, announcement.amount, announcement.confirmed, announcement.correction,
             corrected.number_text || '/' || corrected.announcement_year, encode(announcement.digest, 'hex'),
             announcement.digest = sha256(convert_to(coalesce((
               SELECT string_agg(payment.entry_text(entry.part, entry.position, entry.masked_id, entry.person_name, entry.amount, entry.confirmed_on), ''
                                 ORDER BY entry.part, entry.position)
                 FROM payment.announcement_entry AS entry
                WHERE entry.authority_code = announcement.authority_code AND entry.announcement_year = announcement.announcement_year
                  AND entry.edition = announcement.edition), ''), 'UTF8'))
        FROM payment.announcement
        LEFT JOIN payment.announcement AS corrected
          ON corrected.authority_code = announcement.authority_code AND corrected.announcement_year = announcement.corrects_year
         AND corrected.edition = announcement.corrects_edition
       WHERE announcement.authority_code = announcements.authority_code AND announcement.month = announcements.month
       ORDER BY announcement.announcement_year DESC, announcement.edition DESC;
  END
  $$;
COMMENT ON FUNCTION payment.announcements(integer, date) IS 'announcements of a local authority for a month, newest first (EG8)';

-- The names of an announcement as they were posted, with masked IDs. Public: for whoever is signed in; the look is recorded.
-- Parameters: authority; first of month; edition, default the newest of the month. Errors: WF001, WF007, WF34E.
CREATE FUNCTION payment.announcement_list(authority_code integer, month date, edition integer DEFAULT NULL)
  RETURNS TABLE (part payment.announcement_part, place_in_part integer, masked_id text, person_name text, amount numeric, confirmed_on date)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    head payment.announcement;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator', 'portal');
    SELECT * INTO head FROM payment.announcement
     WHERE announcement.authority_code = announcement_list.authority_code AND announcement.month = announcement_list.month
       AND (announcement_list.edition IS NULL OR announcement.edition = announcement_list.edition)
     ORDER BY announcement.announcement_year DESC, announcement.edition DESC LIMIT 1;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF34E', NULL, announcement_list.authority_code::text, announcement_list.month::text);
    END IF;
    PERFORM audit.record_look('payment.announcement_list', NULL, jsonb_build_object('authority_code', head.authority_code, 'month', head.month, 'edition', head.edition),
                              head.entitled + head.confirmed);
    RETURN QUERY
      SELECT entry.part, entry.position, entry.masked_id, entry.person_name, entry.amount::numeric, entry.confirmed_on
        FROM payment.announcement_entry AS entry
       WHERE entry.authority_code = head.authority_code AND entry.announcement_year = head.announcement_year AND entry.edition = head.edition
       ORDER BY entry.part, entry.position;
  END
  $$;
COMMENT ON FUNCTION payment.announcement_list(integer, date, integer) IS 'names of an announcement as they were posted, with masked IDs (EG8)';

REVOKE ALL ON FUNCTION payment.freeze_announcement(), payment.entry_text(payment.announcement_part, integer, text, text, numeric, date),
  payment.announce(date, text, date, payment.announcement_place[], date, text, text), payment.announcements(integer, date),
  payment.announcement_list(integer, date, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.announce(date, text, date, payment.announcement_place[], date, text, text) TO welfare_authority;
GRANT EXECUTE ON FUNCTION payment.announcements(integer, date), payment.announcement_list(integer, date, integer)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority, welfare_portal;
DO $$
BEGIN
  PERFORM audit.track('payment.announcement', '{authority_code,announcement_year,edition}', untracked_columns => '{recorded_at}');
END
$$;

COMMIT;

-- IS9.5, EJ7: papers about a person: what they are, where they lie, and a digest that shows they are the same.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.document_kind AS ENUM ('confirmation_form', 'application_form', 'national_id_card', 'house_register', 'bank_book',
  'disability_card', 'medical_certificate', 'proxy_letter', 'court_order', 'waiver', 'death_certificate', 'order', 'other');
COMMENT ON TYPE registry.document_kind IS 'kind of document';

CREATE TABLE registry.document (
  thai_id welfare.thai_id NOT NULL,
  document_key uuid NOT NULL DEFAULT gen_random_uuid(),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  issued_on date,
  authority_code integer NOT NULL,
  kind registry.document_kind NOT NULL,
  programme reference.programme_name,
  byte_size bigint,
  title text NOT NULL,
  media_type text,
  location text,
  digest bytea NOT NULL,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT document_pkey PRIMARY KEY (thai_id, document_key),
  CONSTRAINT document_person_fkey FOREIGN KEY (thai_id) REFERENCES registry.person (thai_id),
  CONSTRAINT document_digest_sha256 CHECK (octet_length(digest) = 32),
  CONSTRAINT document_title_stated CHECK (btrim(title) <> ''),
  CONSTRAINT document_byte_size_positive CHECK (byte_size > 0)
);
COMMENT ON TABLE registry.document IS 'documents: what is known of them; the files themselves lie outside';
COMMENT ON COLUMN registry.document.thai_id IS 'the person';
COMMENT ON COLUMN registry.document.document_key IS 'key; random, so that it tells nothing of how many there are';
COMMENT ON COLUMN registry.document.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.document.issued_on IS 'day on which it was issued';
COMMENT ON COLUMN registry.document.authority_code IS 'local authority that keeps it';
COMMENT ON COLUMN registry.document.kind IS 'kind';
COMMENT ON COLUMN registry.document.programme IS 'programme that it is about; NULL: all';
COMMENT ON COLUMN registry.document.byte_size IS 'size in bytes';
COMMENT ON COLUMN registry.document.title IS 'title';
COMMENT ON COLUMN registry.document.media_type IS 'media type, such as application/pdf';
COMMENT ON COLUMN registry.document.location IS 'where the file or the paper lies';
COMMENT ON COLUMN registry.document.digest IS 'SHA-256 of the file';
COMMENT ON COLUMN registry.document.recorded_by IS 'user, or database role, that recorded it';
ALTER TABLE registry.document ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.document TO welfare_writer;
CREATE POLICY document_read ON registry.document FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY document_read ON registry.document IS 'the authority''s officers and administrators see its documents';
CREATE POLICY document_add ON registry.document FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY document_add ON registry.document IS 'only users of the holding authority record documents (IS9.2)';
CREATE TRIGGER document_no_removal BEFORE DELETE OR TRUNCATE ON registry.document
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER document_no_removal ON registry.document IS 'documents are evidence';

-- Nothing of a document changes but the authority that keeps it, when another succeeds it (RC2).
CREATE FUNCTION registry.refuse_change_of_document() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    unchanged registry.document := NEW;
  BEGIN
    unchanged.authority_code := OLD.authority_code;
    IF unchanged IS DISTINCT FROM OLD THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.document');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_change_of_document() IS 'lets nothing change in a document but the authority that keeps it';
REVOKE ALL ON FUNCTION registry.refuse_change_of_document() FROM PUBLIC;
CREATE TRIGGER document_no_change BEFORE UPDATE ON registry.document
  FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_document();
COMMENT ON TRIGGER document_no_change ON registry.document IS 'documents are evidence';

-- Records a document about a beneficiary of the user's own authority. Parameters: national ID; kind; title; SHA-256 of the file;
-- day of issue; programme that it is about; media type; size in bytes; where it lies. Answers its key.
-- Errors: WF001, WF007, WF010, WF016, WF066, WF092 no SHA-256.
CREATE FUNCTION registry.add_document(
    thai_id welfare.thai_id, kind registry.document_kind, title text, digest bytea, issued_on date DEFAULT NULL,
    programme reference.programme_name DEFAULT NULL, media_type text DEFAULT NULL, byte_size bigint DEFAULT NULL, location text DEFAULT NULL)
  RETURNS uuid
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.person;
    added uuid;
    missing text := CASE WHEN add_document.kind IS NULL THEN 'kind' WHEN coalesce(btrim(add_document.title), '') = '' THEN 'title'
                         WHEN add_document.digest IS NULL THEN 'digest' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF octet_length(add_document.digest) <> 32 THEN
      PERFORM reference.refuse('WF092', NULL, octet_length(add_document.digest)::text);
    END IF;
    IF add_document.byte_size <= 0 THEN
      PERFORM reference.refuse('WF095', NULL, add_document.byte_size::text);
    END IF;
    IF add_document.issued_on IS NOT NULL THEN
      PERFORM registry.require_past('issued_on', add_document.issued_on);
    END IF;
    held := registry.own_person(add_document.thai_id);
    INSERT INTO registry.document (thai_id, issued_on, authority_code, kind, programme, byte_size, title, media_type, location, digest)
    VALUES (held.thai_id, add_document.issued_on, held.authority_code, add_document.kind, add_document.programme, add_document.byte_size,
            btrim(add_document.title), add_document.media_type, add_document.location, add_document.digest)
    RETURNING document_key INTO added;
    RETURN added;
  END
  $$;
COMMENT ON FUNCTION registry.add_document(welfare.thai_id, registry.document_kind, text, bytea, date, reference.programme_name, text, bigint, text)
  IS 'records a document about a beneficiary';
REVOKE ALL ON FUNCTION registry.add_document(welfare.thai_id, registry.document_kind, text, bytea, date, reference.programme_name, text, bigint, text) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.add_document(welfare.thai_id, registry.document_kind, text, bytea, date, reference.programme_name, text, bigint, text) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.add_document(welfare.thai_id, registry.document_kind, text, bytea, date, reference.programme_name, text, bigint, text) TO welfare_authority;

COMMIT;

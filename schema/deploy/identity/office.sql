-- ER14, ER16: offices inside a local authority, as dated rows.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE identity.office (
  user_name text COLLATE "C" NOT NULL,
  office identity.office_name NOT NULL,
  authority_code integer NOT NULL,
  valid daterange NOT NULL,
  delegation_document text,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user::text),
  CONSTRAINT office_user_fkey FOREIGN KEY (user_name) REFERENCES identity.user_account (user_name),
  CONSTRAINT office_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT office_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT office_valid_begins CHECK (lower(valid) IS NOT NULL),
  CONSTRAINT office_delegation CHECK ((office = 'delegate') = (delegation_document IS NOT NULL) AND delegation_document <> ''),
  CONSTRAINT office_once_a_user EXCLUDE USING gist (user_name WITH =, office WITH =, valid WITH &&),
  CONSTRAINT office_one_executive EXCLUDE USING gist (authority_code WITH =, valid WITH &&) WHERE (office = 'executive'),
  CONSTRAINT office_one_clerk EXCLUDE USING gist (authority_code WITH =, valid WITH &&) WHERE (office = 'clerk')
);
COMMENT ON TABLE identity.office IS 'offices that users hold in their local authority';
COMMENT ON COLUMN identity.office.user_name IS 'the holder';
COMMENT ON COLUMN identity.office.office IS 'the office';
COMMENT ON COLUMN identity.office.authority_code IS 'the authority, that of the user when the office was given';
COMMENT ON COLUMN identity.office.valid IS 'days on which it is held';
COMMENT ON COLUMN identity.office.delegation_document IS 'the written delegation of a delegate: number and date';
COMMENT ON COLUMN identity.office.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN identity.office.recorded_by IS 'who recorded it';
CREATE INDEX office_user_name ON identity.office (user_name);

-- An office is given in the holder's own authority, and only its end changes.
CREATE FUNCTION identity.guard_office() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM identity.user_account AS account
                                         WHERE account.user_name = NEW.user_name AND account.duty = 'local_authority'
                                           AND account.authority_code = NEW.authority_code) THEN
      PERFORM reference.refuse('WF10E', NULL, NEW.user_name);
    ELSIF TG_OP = 'UPDATE' AND (NEW.user_name, NEW.office, NEW.authority_code, lower(NEW.valid), NEW.delegation_document)
                               IS DISTINCT FROM (OLD.user_name, OLD.office, OLD.authority_code, lower(OLD.valid), OLD.delegation_document) THEN
      PERFORM reference.refuse('WF10F', NULL, OLD.office::text);
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION identity.guard_office() IS 'refuses offices outside the holder''s authority, and changes of anything but the end';
REVOKE ALL ON FUNCTION identity.guard_office() FROM PUBLIC;
CREATE TRIGGER office_guard BEFORE INSERT OR UPDATE ON identity.office
  FOR EACH ROW EXECUTE FUNCTION identity.guard_office();

GRANT SELECT ON identity.office TO welfare_writer;
ALTER TABLE identity.office ENABLE ROW LEVEL SECURITY;
CREATE POLICY office_own ON identity.office FOR SELECT TO welfare_writer USING (user_name = welfare.principal());
COMMENT ON POLICY office_own ON identity.office IS 'everybody sees the own offices';

-- Whether a user holds an office in an authority on a day, is still there and may sign in.
-- Parameters: user; office; authority's code; day, default today.
CREATE FUNCTION identity.has_office(user_name text, office identity.office_name, authority_code integer, on_date date DEFAULT NULL)
  RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    SELECT EXISTS (
      SELECT FROM identity.office
        JOIN identity.user_account AS account USING (user_name)
       WHERE office.user_name = has_office.user_name AND office.office = has_office.office
         AND office.authority_code = has_office.authority_code AND account.authority_code = has_office.authority_code
         AND office.valid @> coalesce(on_date, welfare.business_date()) AND account.disabled_at IS NULL)
  $$;
COMMENT ON FUNCTION identity.has_office(text, identity.office_name, integer, date) IS 'whether a user holds an office in an authority on a day';

-- The offices of a user on a day, by name. Parameters: user; day, default today.
CREATE FUNCTION identity.offices_of(user_name text, on_date date DEFAULT NULL) RETURNS text[]
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    SELECT coalesce(array_agg(office.office::text ORDER BY office.office), '{}')
      FROM identity.office
     WHERE office.user_name = offices_of.user_name AND office.valid @> coalesce(on_date, welfare.business_date())
  $$;
COMMENT ON FUNCTION identity.offices_of(text, date) IS 'offices that a user holds on a day';

REVOKE ALL ON FUNCTION identity.has_office(text, identity.office_name, integer, date), identity.offices_of(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.has_office(text, identity.office_name, integer, date), identity.offices_of(text, date) TO welfare_writer;

COMMIT;

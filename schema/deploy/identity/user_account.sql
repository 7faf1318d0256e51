-- IS2, IS5: users. A name never changes and is never used again; a user is disabled, not deleted.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE identity.user_account (
  user_name text COLLATE "C" NOT NULL,
  user_number bigint GENERATED ALWAYS AS IDENTITY,
  duty text COLLATE "C" NOT NULL,
  scope identity.scope_kind NOT NULL,
  authority_code integer,
  district_code smallint,
  province_code smallint,
  agency text NOT NULL,
  agency_address reference.address,
  title text,
  first_name text NOT NULL,
  last_name text NOT NULL,
  thai_id welfare.thai_id,
  sex text COLLATE "C",
  birth_date welfare.birth_date,
  email text NOT NULL,
  question text COLLATE "C" NOT NULL,
  answer_hash text COLLATE "C" NOT NULL,
  password_hash text COLLATE "C" NOT NULL,
  cleared_passwords bigint NOT NULL DEFAULT 0,
  cleared_answers bigint NOT NULL DEFAULT 0,
  disabled_at timestamptz,
  last_login_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user::text),
  CONSTRAINT user_account_pkey PRIMARY KEY (user_name),
  CONSTRAINT user_account_number_key UNIQUE (user_number),
  CONSTRAINT user_account_duty_fkey FOREIGN KEY (duty, scope) REFERENCES identity.duty (duty, scope),
  CONSTRAINT user_account_authority_fkey FOREIGN KEY (authority_code, district_code, province_code)
    REFERENCES reference.local_authority (authority_code, district_code, province_code),
  CONSTRAINT user_account_district_fkey FOREIGN KEY (district_code, province_code) REFERENCES reference.district (district_code, province_code),
  CONSTRAINT user_account_province_fkey FOREIGN KEY (province_code) REFERENCES reference.province (province_code),
  CONSTRAINT user_account_question_fkey FOREIGN KEY (question) REFERENCES identity.secret_question (question),
  CONSTRAINT user_account_name_form CHECK (user_name ~ '^[A-Za-z0-9][A-Za-z0-9._@-]{0,59}$'),
  -- what runs by itself acts by this name
  CONSTRAINT user_account_not_job CHECK (lower(user_name) <> 'job'),
  CONSTRAINT user_account_authority_scope CHECK ((authority_code IS NOT NULL) = (scope = 'authority')),
  CONSTRAINT user_account_district_scope CHECK ((district_code IS NOT NULL) = (scope IN ('authority', 'district'))),
  CONSTRAINT user_account_province_scope CHECK ((province_code IS NOT NULL) = (scope IN ('authority', 'district', 'province'))),
  CONSTRAINT user_account_agency CHECK (agency <> ''),
  CONSTRAINT user_account_title_normal CHECK (title <> '' AND title = welfare.normalise_thai(title)),
  CONSTRAINT user_account_first_name_normal CHECK (first_name <> '' AND first_name = welfare.normalise_thai(first_name)),
  CONSTRAINT user_account_last_name_normal CHECK (last_name <> '' AND last_name = welfare.normalise_thai(last_name)),
  CONSTRAINT user_account_thai_id_of_person CHECK (welfare.thai_id_category(thai_id) BETWEEN 1 AND 8),
  CONSTRAINT user_account_sex CHECK (sex IN ('male', 'female')),
  CONSTRAINT user_account_email_form CHECK (email ~ '^[^@[:space:]<>,;"]{1,64}@[A-Za-z0-9.-]{1,180}\.[A-Za-z]{2,24}$'),
  CONSTRAINT user_account_answer_hashed CHECK (answer_hash ~ '^\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}$'),
  CONSTRAINT user_account_password_hashed CHECK (password_hash ~ '^\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}$')
);
COMMENT ON TABLE identity.user_account IS 'users (ผู้ใช้งาน)';
COMMENT ON COLUMN identity.user_account.user_name IS 'name to sign in with; what welfare.principal() answers; never changes';
COMMENT ON COLUMN identity.user_account.user_number IS 'number of the user: what sessions refer to, because names differ in length';
COMMENT ON COLUMN identity.user_account.duty IS 'the duty';
COMMENT ON COLUMN identity.user_account.scope IS 'kind of places that the duty sees; with the duty, for the checks';
COMMENT ON COLUMN identity.user_account.authority_code IS 'local authority of an authority''s user';
COMMENT ON COLUMN identity.user_account.district_code IS 'district of a district''s or an authority''s user';
COMMENT ON COLUMN identity.user_account.province_code IS 'province of a province''s, district''s or authority''s user';
COMMENT ON COLUMN identity.user_account.agency IS 'name of the agency (หน่วยงาน)';
COMMENT ON COLUMN identity.user_account.agency_address IS 'postal address of the agency';
COMMENT ON COLUMN identity.user_account.title IS 'title (คำนำหน้า)';
COMMENT ON COLUMN identity.user_account.first_name IS 'first name, normalised (RC10)';
COMMENT ON COLUMN identity.user_account.last_name IS 'last name, normalised (RC10)';
COMMENT ON COLUMN identity.user_account.thai_id IS 'national ID';
COMMENT ON COLUMN identity.user_account.sex IS 'sex: male or female';
COMMENT ON COLUMN identity.user_account.birth_date IS 'birth date';
COMMENT ON COLUMN identity.user_account.email IS 'e-mail to which codes for a new password go';
COMMENT ON COLUMN identity.user_account.question IS 'secret question chosen';
COMMENT ON COLUMN identity.user_account.answer_hash IS 'its answer, hashed; until one is given, that of something nobody knows';
COMMENT ON COLUMN identity.user_account.password_hash IS 'password, hashed by bcrypt; until one is set, that of something nobody knows';
COMMENT ON COLUMN identity.user_account.cleared_passwords IS 'number of the last attempt that unlocking has forgiven (identity.attempt)';
COMMENT ON COLUMN identity.user_account.cleared_answers IS 'the same for answers to the secret question';
COMMENT ON COLUMN identity.user_account.disabled_at IS 'when an administrator disabled the user; NULL when the user may sign in';
COMMENT ON COLUMN identity.user_account.last_login_at IS 'last sign-in of sessions that have been purged; identity.standing tells the last of all';
COMMENT ON COLUMN identity.user_account.created_at IS 'when the user was added';
COMMENT ON COLUMN identity.user_account.created_by IS 'who added the user';

-- Names differ by more than case. Sign-in also walks this index to the next name, see identity.account_or_next.
CREATE UNIQUE INDEX user_account_name_any_case ON identity.user_account (lower(user_name));
CREATE INDEX user_account_duty ON identity.user_account (duty, scope);
CREATE INDEX user_account_question ON identity.user_account (question);
CREATE INDEX user_account_place ON identity.user_account (province_code, district_code, authority_code);
CREATE INDEX user_account_thai_id ON identity.user_account (thai_id);

-- What must never happen, whatever path is taken: a name that changes, a user deleted, and users who change
-- their own duty, agency or scope (IS5).
CREATE FUNCTION identity.guard_user_account() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    own text;
  BEGIN
    IF TG_OP = 'TRUNCATE' THEN
      PERFORM reference.refuse('WF10D', NULL, TG_TABLE_NAME);
    ELSIF TG_OP = 'DELETE' THEN
      PERFORM reference.refuse('WF10D', NULL, OLD.user_name);
    ELSIF (NEW.user_name, NEW.user_number) IS DISTINCT FROM (OLD.user_name, OLD.user_number) THEN
      PERFORM reference.refuse('WF10D', NULL, OLD.user_name);
    ELSIF OLD.user_name = welfare.principal() THEN
      own := concat_ws(', ',
        CASE WHEN NEW.duty IS DISTINCT FROM OLD.duty OR NEW.scope IS DISTINCT FROM OLD.scope THEN 'duty' END,
        CASE WHEN NEW.agency IS DISTINCT FROM OLD.agency THEN 'agency' END,
        CASE WHEN NEW.authority_code IS DISTINCT FROM OLD.authority_code THEN 'authority_code' END,
        CASE WHEN NEW.district_code IS DISTINCT FROM OLD.district_code THEN 'district_code' END,
        CASE WHEN NEW.province_code IS DISTINCT FROM OLD.province_code THEN 'province_code' END,
        CASE WHEN NEW.disabled_at IS DISTINCT FROM OLD.disabled_at THEN 'disabled_at' END);
      IF own <> '' THEN
        PERFORM reference.refuse('WF103', NULL, own);
      END IF;
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION identity.guard_user_account() IS 'refuses to rename or delete users, and users who change their own duty, agency or scope';
REVOKE ALL ON FUNCTION identity.guard_user_account() FROM PUBLIC;
CREATE TRIGGER user_account_guard BEFORE UPDATE OR DELETE ON identity.user_account
  FOR EACH ROW EXECUTE FUNCTION identity.guard_user_account();
CREATE TRIGGER user_account_guard_truncate BEFORE TRUNCATE ON identity.user_account
  FOR EACH STATEMENT EXECUTE FUNCTION identity.guard_user_account();

-- Functions that act for a user never see a hash, and write nothing but the own profile.
GRANT SELECT (user_name, user_number, duty, scope, authority_code, district_code, province_code, agency, agency_address, title,
              first_name, last_name, thai_id, sex, birth_date, email, question, disabled_at, last_login_at, created_at, created_by)
  ON identity.user_account TO welfare_writer;
GRANT UPDATE (agency_address, title, first_name, last_name, thai_id, sex, birth_date, email, question, answer_hash)
  ON identity.user_account TO welfare_writer;
ALTER TABLE identity.user_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY user_account_own ON identity.user_account FOR SELECT TO welfare_writer
  USING (user_name = welfare.principal());
CREATE POLICY user_account_edit_own ON identity.user_account FOR UPDATE TO welfare_writer
  USING (user_name = welfare.principal()) WITH CHECK (user_name = welfare.principal());
-- IS7: each only below itself.
CREATE POLICY user_account_administrator ON identity.user_account FOR SELECT TO welfare_writer
  USING (welfare.nation() AND welfare.duty() = 'administrator');
CREATE POLICY user_account_department ON identity.user_account FOR SELECT TO welfare_writer
  USING (welfare.nation() AND welfare.duty() = 'department' AND duty IN ('department', 'province', 'district', 'local_authority'));
CREATE POLICY user_account_province ON identity.user_account FOR SELECT TO welfare_writer
  USING (province_code = welfare.province_code() AND welfare.duty() = 'province');
COMMENT ON POLICY user_account_own ON identity.user_account IS 'everybody sees the own account';
COMMENT ON POLICY user_account_edit_own ON identity.user_account IS 'and edits it alone';
COMMENT ON POLICY user_account_administrator ON identity.user_account IS 'administrators see all users';
COMMENT ON POLICY user_account_department ON identity.user_account IS 'the department sees itself and what is below it';
COMMENT ON POLICY user_account_province ON identity.user_account IS 'a province sees itself and what lies in it';

COMMIT;

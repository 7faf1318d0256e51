-- Imports: a file's rows are staged by COPY, judged in one statement, and each is added, found
-- unchanged, or refused with every reason. Nothing is lost and nothing is guessed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.import (
  import_id bigint GENERATED ALWAYS AS IDENTITY,
  principal text NOT NULL,
  file_name text NOT NULL,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  row_count integer,
  persons_added integer,
  claims_added integer,
  unchanged integer,
  refused integer,
  legacy_unknown_birth boolean NOT NULL DEFAULT false,
  CONSTRAINT import_pkey PRIMARY KEY (import_id),
  CONSTRAINT import_adds_up CHECK (row_count = claims_added + unchanged + refused)
);
COMMENT ON TABLE registry.import IS 'imports of files, with what became of their rows';
COMMENT ON COLUMN registry.import.import_id IS 'number of the import';
COMMENT ON COLUMN registry.import.principal IS 'user who imported';
COMMENT ON COLUMN registry.import.file_name IS 'name of the file';
COMMENT ON COLUMN registry.import.started_at IS 'when it began';
COMMENT ON COLUMN registry.import.finished_at IS 'when its rows were judged';
COMMENT ON COLUMN registry.import.row_count IS 'rows in the file';
COMMENT ON COLUMN registry.import.persons_added IS 'persons added';
COMMENT ON COLUMN registry.import.claims_added IS 'rows that added a claim';
COMMENT ON COLUMN registry.import.unchanged IS 'rows that said what was on record already';
COMMENT ON COLUMN registry.import.refused IS 'rows refused';
COMMENT ON COLUMN registry.import.legacy_unknown_birth IS 'whether 1 January stands for an unknown day and month, as the old system''s manual had it (RC5)';

-- Staged rows live for one transaction; after a crash the file is imported again.
CREATE UNLOGGED TABLE registry.import_row (
  import_id bigint NOT NULL,
  line_number integer NOT NULL,
  principal text NOT NULL DEFAULT welfare.principal(),
  problem text,
  thai_id text,
  title text,
  first_name text,
  last_name text,
  sex text,
  birth_date text,
  facts text,
  programme text,
  authority_code text,
  claimed_on text,
  ordered_on text,
  budget_type text,
  way_of_payment text,
  bank_code text,
  bank_branch text,
  account_number text,
  account_name text,
  top_up text,
  marital_status text,
  telephone text,
  income_band text,
  monthly_income text,
  occupation text,
  house_number text,
  village_number text,
  building text,
  lane text,
  road text,
  subdistrict text,
  district text,
  province text,
  postcode text,
  contact_house_number text,
  contact_village_number text,
  contact_building text,
  contact_lane text,
  contact_road text,
  contact_subdistrict text,
  contact_district text,
  contact_province text,
  contact_postcode text,
  received_since text,
  remark text,
  -- The principal is part of the key: nobody can take a line of another's import by staging it first.
  CONSTRAINT import_row_pkey PRIMARY KEY (import_id, principal, line_number),
  CONSTRAINT import_row_line_number CHECK (line_number > 0)
);
COMMENT ON TABLE registry.import_row IS 'rows of a file as typed, staged by COPY until they are judged';
COMMENT ON COLUMN registry.import_row.import_id IS 'the import';
COMMENT ON COLUMN registry.import_row.line_number IS 'line of the file on which the record begins';
COMMENT ON COLUMN registry.import_row.principal IS 'user who staged the row; cannot be given';
COMMENT ON COLUMN registry.import_row.problem IS 'why the client could not read the record; NULL when it could';
COMMENT ON COLUMN registry.import_row.thai_id IS 'national ID';
COMMENT ON COLUMN registry.import_row.title IS 'title';
COMMENT ON COLUMN registry.import_row.first_name IS 'first name';
COMMENT ON COLUMN registry.import_row.last_name IS 'last name';
COMMENT ON COLUMN registry.import_row.sex IS 'sex: code or Thai name';
COMMENT ON COLUMN registry.import_row.birth_date IS 'birth date, any spelling of RC5';
COMMENT ON COLUMN registry.import_row.facts IS 'facts known of the person; empty: none';
COMMENT ON COLUMN registry.import_row.programme IS 'programme: code or Thai name';
COMMENT ON COLUMN registry.import_row.authority_code IS 'seven-digit code of the local authority';
COMMENT ON COLUMN registry.import_row.claimed_on IS 'day of confirmation or application, any spelling of RC10';
COMMENT ON COLUMN registry.import_row.ordered_on IS 'day of the executive''s order that accepted it';
COMMENT ON COLUMN registry.import_row.budget_type IS 'budget type: code or Thai name';
COMMENT ON COLUMN registry.import_row.way_of_payment IS 'way of payment: code or Thai name';
COMMENT ON COLUMN registry.import_row.bank_code IS 'bank code, for transfers';
COMMENT ON COLUMN registry.import_row.bank_branch IS 'branch, for transfers';
COMMENT ON COLUMN registry.import_row.account_number IS 'account number, for transfers';
COMMENT ON COLUMN registry.import_row.account_name IS 'account name, for transfers';
COMMENT ON COLUMN registry.import_row.top_up IS 'baht a month that the authority adds; empty: none';
COMMENT ON COLUMN registry.import_row.marital_status IS 'marital status: code or Thai name';
COMMENT ON COLUMN registry.import_row.telephone IS 'telephone; empty: that of the authority';
COMMENT ON COLUMN registry.import_row.income_band IS 'band of monthly income: number or Thai name';
COMMENT ON COLUMN registry.import_row.monthly_income IS 'exact income in baht a month; empty: not stated';
COMMENT ON COLUMN registry.import_row.occupation IS 'occupation; none or ไม่มีอาชีพ: no occupation';
COMMENT ON COLUMN registry.import_row.house_number IS 'house register: house number (บ้านเลขที่)';
COMMENT ON COLUMN registry.import_row.village_number IS 'house register: village number (หมู่)';
COMMENT ON COLUMN registry.import_row.building IS 'house register: building (อาคาร)';
COMMENT ON COLUMN registry.import_row.lane IS 'house register: lane (ซอย)';
COMMENT ON COLUMN registry.import_row.road IS 'house register: road (ถนน)';
COMMENT ON COLUMN registry.import_row.subdistrict IS 'house register: subdistrict (ตำบล)';
COMMENT ON COLUMN registry.import_row.district IS 'house register: district (อำเภอ)';
COMMENT ON COLUMN registry.import_row.province IS 'house register: province (จังหวัด)';
COMMENT ON COLUMN registry.import_row.postcode IS 'house register: postcode';
COMMENT ON COLUMN registry.import_row.contact_house_number IS 'contact address: house number (บ้านเลขที่)';
COMMENT ON COLUMN registry.import_row.contact_village_number IS 'contact address: village number (หมู่)';
COMMENT ON COLUMN registry.import_row.contact_building IS 'contact address: building (อาคาร)';
COMMENT ON COLUMN registry.import_row.contact_lane IS 'contact address: lane (ซอย)';
COMMENT ON COLUMN registry.import_row.contact_road IS 'contact address: road (ถนน)';
COMMENT ON COLUMN registry.import_row.contact_subdistrict IS 'contact address: subdistrict (ตำบล)';
COMMENT ON COLUMN registry.import_row.contact_district IS 'contact address: district (อำเภอ)';
COMMENT ON COLUMN registry.import_row.contact_province IS 'contact address: province (จังหวัด)';
COMMENT ON COLUMN registry.import_row.contact_postcode IS 'contact address: postcode';
COMMENT ON COLUMN registry.import_row.received_since IS 'month since which an allowance is received, such as 10/2552; empty: the first month paid';
COMMENT ON COLUMN registry.import_row.remark IS 'remark';
-- Insert only, and not the principal: nobody reads what others stage, or stages for others.
GRANT INSERT (import_id, line_number, problem, thai_id, title, first_name, last_name, sex, birth_date, facts, programme,
              authority_code, claimed_on, ordered_on, budget_type, way_of_payment, bank_code, bank_branch,
              account_number, account_name, top_up, marital_status, telephone, income_band, monthly_income, occupation,
              house_number, village_number, building, lane, road, subdistrict, district, province, postcode,
              contact_house_number, contact_village_number, contact_building, contact_lane, contact_road, contact_subdistrict,
              contact_district, contact_province, contact_postcode, received_since, remark)
  ON registry.import_row TO welfare_admin, welfare_authority;

-- A crash empties unlogged tables. The mark of an open import is then gone with its rows, and finish_import says so
-- instead of finding an empty file.
CREATE UNLOGGED TABLE registry.import_mark (
  import_id bigint NOT NULL,
  CONSTRAINT import_mark_pkey PRIMARY KEY (import_id)
);
COMMENT ON TABLE registry.import_mark IS 'open imports whose staged rows no crash has emptied';
COMMENT ON COLUMN registry.import_mark.import_id IS 'the import';

CREATE TABLE registry.import_refusal (
  import_id bigint NOT NULL,
  line_number integer NOT NULL,
  codes text[] NOT NULL,
  reasons text[] NOT NULL,
  CONSTRAINT import_refusal_pkey PRIMARY KEY (import_id, line_number),
  CONSTRAINT import_refusal_import_fkey FOREIGN KEY (import_id) REFERENCES registry.import (import_id)
);
COMMENT ON TABLE registry.import_refusal IS 'rows that an import refused, with every reason';
COMMENT ON COLUMN registry.import_refusal.import_id IS 'the import';
COMMENT ON COLUMN registry.import_refusal.line_number IS 'line of the file';
COMMENT ON COLUMN registry.import_refusal.codes IS 'codes of the reasons (reference.message), in their order';
COMMENT ON COLUMN registry.import_refusal.reasons IS 'reasons, in the language of who imported';
ALTER TABLE registry.import ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.import_refusal ENABLE ROW LEVEL SECURITY;

-- What a type says of a literal that it refuses. Called for refused rows only.
-- Parameters: value as typed; kind of literal. NULL when the literal is good.
CREATE FUNCTION registry.literal_problem(value text, kind text) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    message text;
    detail text;
    hint text;
  BEGIN
    CASE kind
      WHEN 'thai_id' THEN PERFORM value::welfare.thai_id;
      WHEN 'birth_date' THEN PERFORM value::welfare.birth_date;
      WHEN 'date' THEN PERFORM welfare.parse_thai_date(value);
      WHEN 'facts' THEN PERFORM value::welfare.facts;
    END CASE;
    RETURN NULL;
  EXCEPTION WHEN data_exception OR invalid_parameter_value THEN
    GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    RETURN concat_ws('; ', message, nullif(detail, ''), nullif(hint, ''));
  END
  $$;
COMMENT ON FUNCTION registry.literal_problem(text, text) IS 'what a type says of a literal that it refuses; NULL when it is good';

-- The known codes of a kind, for the message that refuses an unknown one.
CREATE FUNCTION registry.known_values(kind text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT string_agg(label.value || ' (' || label.name_thai || ')', ', ' ORDER BY label.value)
      FROM reference.label
     WHERE label.kind = known_values.kind;
  END;
COMMENT ON FUNCTION registry.known_values(text) IS 'known codes of a kind, for messages';

-- Opens an import. Parameters: name of the file; whether 1 January of a year stands for an unknown day and month, as the
-- old system's manual told officers to enter it (RC5). Answers the number to stage rows under.
-- Errors: WF001 nobody is signed in, WF007 neither an officer of an authority nor an administrator, WF010 no name.
CREATE FUNCTION registry.begin_import(file_name text, legacy_unknown_birth boolean DEFAULT false) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    opened bigint;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    PERFORM reference.require_duty('local_authority', 'administrator');
    IF begin_import.file_name IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'file_name');
    END IF;
    INSERT INTO registry.import (principal, file_name, legacy_unknown_birth)
    VALUES (welfare.principal(), begin_import.file_name, coalesce(begin_import.legacy_unknown_birth, false))
    RETURNING import_id INTO opened;
    INSERT INTO registry.import_mark (import_id) VALUES (opened);
    RETURN opened;
  END
  $$;
COMMENT ON FUNCTION registry.begin_import(text, boolean) IS 'opens an import and answers the number to stage its rows under';

-- The refused rows of one of the caller's own imports. Errors: WF003.
CREATE FUNCTION registry.import_refusals(import_id bigint)
  RETURNS TABLE (line_number integer, reason text, codes text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM registry.import
                    WHERE import.import_id = import_refusals.import_id AND import.principal = welfare.principal()) THEN
      PERFORM reference.refuse('WF003', NULL, import_refusals.import_id::text);
    END IF;
    RETURN QUERY
      SELECT import_refusal.line_number, array_to_string(import_refusal.reasons, '; '), import_refusal.codes
        FROM registry.import_refusal
       WHERE import_refusal.import_id = import_refusals.import_id
       ORDER BY import_refusal.line_number;
  END
  $$;
COMMENT ON FUNCTION registry.import_refusals(bigint) IS 'refused rows of one of the caller''s own imports, by line';

REVOKE ALL ON FUNCTION registry.literal_problem(text, text), registry.known_values(text),
  registry.begin_import(text, boolean), registry.import_refusals(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.begin_import(text, boolean), registry.import_refusals(bigint)
  TO welfare_admin, welfare_authority;

COMMIT;

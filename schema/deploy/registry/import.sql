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
-- Insert only, and not the principal: nobody reads what others stage, or stages for others.
GRANT INSERT (import_id, line_number, problem, thai_id, title, first_name, last_name, sex, birth_date, facts, programme,
              authority_code, claimed_on, ordered_on, budget_type, way_of_payment, bank_code, bank_branch,
              account_number, account_name, top_up)
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
  reason text NOT NULL,
  CONSTRAINT import_refusal_pkey PRIMARY KEY (import_id, line_number),
  CONSTRAINT import_refusal_import_fkey FOREIGN KEY (import_id) REFERENCES registry.import (import_id)
);
COMMENT ON TABLE registry.import_refusal IS 'rows that an import refused, with every reason';
COMMENT ON COLUMN registry.import_refusal.import_id IS 'the import';
COMMENT ON COLUMN registry.import_refusal.line_number IS 'line of the file';
COMMENT ON COLUMN registry.import_refusal.reason IS 'reasons, in the language of who imported';
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

-- Opens an import. Parameters: name of the file. Answers the number to stage rows under.
-- Errors: WF001 when nobody is signed in, WF010 without a name.
CREATE FUNCTION registry.begin_import(file_name text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    opened bigint;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    IF begin_import.file_name IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'file_name');
    END IF;
    INSERT INTO registry.import (principal, file_name)
    VALUES (welfare.principal(), begin_import.file_name)
    RETURNING import_id INTO opened;
    INSERT INTO registry.import_mark (import_id) VALUES (opened);
    RETURN opened;
  END
  $$;
COMMENT ON FUNCTION registry.begin_import(text) IS 'opens an import and answers the number to stage its rows under';

-- The refused rows of one of the caller's own imports. Errors: WF003.
CREATE FUNCTION registry.import_refusals(import_id bigint)
  RETURNS TABLE (line_number integer, reason text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM registry.import
                    WHERE import.import_id = import_refusals.import_id AND import.principal = welfare.principal()) THEN
      PERFORM reference.refuse('WF003', NULL, import_refusals.import_id::text);
    END IF;
    RETURN QUERY
      SELECT import_refusal.line_number, import_refusal.reason
        FROM registry.import_refusal
       WHERE import_refusal.import_id = import_refusals.import_id
       ORDER BY import_refusal.line_number;
  END
  $$;
COMMENT ON FUNCTION registry.import_refusals(bigint) IS 'refused rows of one of the caller''s own imports, by line';

REVOKE ALL ON FUNCTION registry.literal_problem(text, text), registry.known_values(text),
  registry.begin_import(text), registry.import_refusals(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.begin_import(text), registry.import_refusals(bigint)
  TO welfare_admin, welfare_authority;

COMMIT;

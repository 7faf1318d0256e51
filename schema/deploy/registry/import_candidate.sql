-- IS8.2–IS8.6, DC5: what the words of staged rows mean, and what is on record about them.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE UNLOGGED TABLE registry.import_candidate (
  import_id bigint NOT NULL,
  line_number integer NOT NULL,
  thai_id welfare.thai_id,
  title text,
  first_name text,
  last_name text,
  sex registry.sex,
  birth_date welfare.birth_date,
  facts welfare.facts,
  programme reference.programme_name,
  authority_code integer,
  claimed_on date,
  ordered_on date,
  budget_type reference.budget_type,
  way_of_payment reference.way_of_payment,
  bank_code smallint,
  bank_branch text,
  account_number text,
  account_name text,
  top_up numeric,
  district_code smallint,
  province_code smallint,
  authority_name text,
  authority_pays boolean,
  first_month date,
  person_on_record boolean,
  person_differs text,
  claim_on_record boolean,
  claim_differs text,
  held_at text,
  CONSTRAINT import_candidate_pkey PRIMARY KEY (import_id, line_number)
);
COMMENT ON TABLE registry.import_candidate IS 'staged rows with what their words mean; NULL where a value cannot be read; lives for one transaction';
COMMENT ON COLUMN registry.import_candidate.import_id IS 'the import';
COMMENT ON COLUMN registry.import_candidate.line_number IS 'line of the file';
COMMENT ON COLUMN registry.import_candidate.thai_id IS 'national ID';
COMMENT ON COLUMN registry.import_candidate.title IS 'title, normalised';
COMMENT ON COLUMN registry.import_candidate.first_name IS 'first name, normalised';
COMMENT ON COLUMN registry.import_candidate.last_name IS 'last name, normalised';
COMMENT ON COLUMN registry.import_candidate.sex IS 'sex';
COMMENT ON COLUMN registry.import_candidate.birth_date IS 'birth date';
COMMENT ON COLUMN registry.import_candidate.facts IS 'facts';
COMMENT ON COLUMN registry.import_candidate.programme IS 'programme';
COMMENT ON COLUMN registry.import_candidate.authority_code IS 'local authority';
COMMENT ON COLUMN registry.import_candidate.claimed_on IS 'day of confirmation or application';
COMMENT ON COLUMN registry.import_candidate.ordered_on IS 'day of the executive''s order';
COMMENT ON COLUMN registry.import_candidate.budget_type IS 'budget type';
COMMENT ON COLUMN registry.import_candidate.way_of_payment IS 'way of payment';
COMMENT ON COLUMN registry.import_candidate.bank_code IS 'bank';
COMMENT ON COLUMN registry.import_candidate.bank_branch IS 'branch';
COMMENT ON COLUMN registry.import_candidate.account_number IS 'account number, digits only';
COMMENT ON COLUMN registry.import_candidate.account_name IS 'account name';
COMMENT ON COLUMN registry.import_candidate.top_up IS 'baht a month that the authority adds';
COMMENT ON COLUMN registry.import_candidate.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.import_candidate.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.import_candidate.authority_name IS 'name of the authority, NULL when there is none of that code on that day';
COMMENT ON COLUMN registry.import_candidate.authority_pays IS 'whether these regulations make the authority pay (DE16)';
COMMENT ON COLUMN registry.import_candidate.first_month IS 'first month that the claim is lawfully paid';
COMMENT ON COLUMN registry.import_candidate.person_on_record IS 'whether the person is on record';
COMMENT ON COLUMN registry.import_candidate.person_differs IS 'fields in which the person on record differs; empty: none';
COMMENT ON COLUMN registry.import_candidate.claim_on_record IS 'whether the authority has the claim: a live one of the person and programme, or one that ended, made on the same day';
COMMENT ON COLUMN registry.import_candidate.claim_differs IS 'fields in which that claim differs; empty: none';
COMMENT ON COLUMN registry.import_candidate.held_at IS 'another authority at which the person has a live claim (IS8.3)';

-- Reads a number of at most so many digits, in any digits; NULL when it is none.
CREATE FUNCTION registry.try_code(word text, pattern text) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN btrim(welfare.to_arabic_digits(word)) ~ pattern THEN btrim(welfare.to_arabic_digits(word))::integer END;
COMMENT ON FUNCTION registry.try_code(text, text) IS 'number that a word of digits means; NULL when it does not match the pattern';

-- Reads an amount of baht, in any digits, commas between thousands only; nothing typed is 0; NULL when it is no amount.
CREATE FUNCTION registry.try_baht(word text) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(btrim(word), '') = '' THEN 0
    WHEN btrim(welfare.to_arabic_digits(word)) ~ '^([0-9]{1,10}|[0-9]{1,3}(,[0-9]{3}){1,2}|[0-9](,[0-9]{3}){3})([.][0-9]{1,2})?$'
      THEN replace(btrim(welfare.to_arabic_digits(word)), ',', '')::numeric
  END;
COMMENT ON FUNCTION registry.try_baht(text) IS 'amount in baht that a word means; NULL when it means none';

-- Fills registry.import_candidate with the rows staged under an import. Parameters: import number.
-- Called by registry.finish_import, as the owner: the duplicate check looks at every authority's claims.
CREATE FUNCTION registry.parse_import(import_id bigint) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    -- Each word is read once, before anything is looked up by what it means.
    WITH parsed AS MATERIALIZED (
      SELECT typed.import_id, typed.line_number,
             welfare.try_thai_id(typed.thai_id) AS thai_id,
             nullif(welfare.normalise_thai(typed.title), '') AS title,
             nullif(welfare.normalise_thai(typed.first_name), '') AS first_name,
             nullif(welfare.normalise_thai(typed.last_name), '') AS last_name,
             sex.value::registry.sex AS sex,
             welfare.try_birth_date(typed.birth_date) AS birth_date,
             welfare.try_facts(coalesce(nullif(btrim(typed.facts), ''), '{}')) AS facts,
             programme.value::reference.programme_name AS programme,
             registry.try_code(typed.authority_code, '^[1-9][0-9]{6}$') AS authority_code,
             welfare.try_thai_date(typed.claimed_on) AS claimed_on,
             welfare.try_thai_date(typed.ordered_on) AS ordered_on,
             budget_type.value::reference.budget_type AS budget_type,
             way_of_payment.value::reference.way_of_payment AS way_of_payment,
             registry.try_code(typed.bank_code, '^[0-9]{1,3}$')::smallint AS bank_code,
             nullif(welfare.normalise_thai(typed.bank_branch), '') AS bank_branch,
             nullif(translate(welfare.to_arabic_digits(typed.account_number), '- ', ''), '') AS account_number,
             nullif(welfare.normalise_thai(typed.account_name), '') AS account_name,
             registry.try_baht(typed.top_up) AS top_up
        -- OFFSET 0: the words are made once a row, not once a comparison
        FROM (SELECT import_row.*,
                     lower(welfare.normalise_thai(import_row.sex)) AS sex_word,
                     lower(welfare.normalise_thai(import_row.programme)) AS programme_word,
                     lower(welfare.normalise_thai(import_row.budget_type)) AS budget_type_word,
                     lower(welfare.normalise_thai(import_row.way_of_payment)) AS way_of_payment_word
                FROM registry.import_row
               WHERE import_row.import_id = parse_import.import_id
                 AND import_row.principal = welfare.principal()
              OFFSET 0) AS typed
        LEFT JOIN reference.word AS sex ON sex.kind = 'sex' AND sex.word = typed.sex_word
        LEFT JOIN reference.word AS programme ON programme.kind = 'programme' AND programme.word = typed.programme_word
        LEFT JOIN reference.word AS budget_type ON budget_type.kind = 'budget_type' AND budget_type.word = typed.budget_type_word
        LEFT JOIN reference.word AS way_of_payment
          ON way_of_payment.kind = 'way_of_payment' AND way_of_payment.word = typed.way_of_payment_word
    ),
    -- Who holds the person (IS8.3): one look at one live claim, whatever its programme, and only for rows of the asker's
    -- scope. What is read of a person must not depend on a programme held elsewhere: counters show how much was read (AR2).
    held AS MATERIALIZED (
      SELECT parsed.*,
             CASE WHEN welfare.nation() OR parsed.authority_code = welfare.authority_code()
                  THEN (SELECT other.authority_code FROM registry.claim AS other
                         WHERE other.thai_id = parsed.thai_id AND other.state IN ('live', 'suspended') LIMIT 1) END AS holder_code
        FROM parsed
    ),
    -- The person and the authority's own claim, where nobody else holds the person.
    known AS MATERIALIZED (
      SELECT held.*,
             CASE WHEN open THEN (SELECT person FROM registry.person WHERE person.thai_id = held.thai_id) END AS person,
             CASE WHEN open THEN (SELECT claim FROM registry.claim
                                   WHERE claim.thai_id = held.thai_id AND claim.programme = held.programme
                                     AND claim.authority_code = held.authority_code
                                     AND (claim.state IN ('live', 'suspended')
                                          OR (claim.state = 'disposed' AND claim.claimed_on = held.claimed_on))
                                   ORDER BY claim.claim_number DESC LIMIT 1) END AS claim
        FROM held
       CROSS JOIN LATERAL (
         SELECT (welfare.nation() OR held.authority_code = welfare.authority_code())
                AND (held.holder_code IS NULL OR held.holder_code = held.authority_code) AS open
       ) AS sight
    )
    INSERT INTO registry.import_candidate
    SELECT known.import_id, known.line_number, known.thai_id, known.title, known.first_name, known.last_name, known.sex,
           known.birth_date, known.facts, known.programme, known.authority_code, known.claimed_on, known.ordered_on,
           known.budget_type, known.way_of_payment, known.bank_code, known.bank_branch, known.account_number,
           known.account_name, known.top_up,
           local_authority.district_code, local_authority.province_code, local_authority.name_thai, authority_type.pays,
           commencement.first_month,
           (known.person).thai_id IS NOT NULL,
           concat_ws(', ',
             CASE WHEN (known.person).title <> known.title THEN 'title' END,
             CASE WHEN (known.person).first_name <> known.first_name THEN 'first_name' END,
             CASE WHEN (known.person).last_name <> known.last_name THEN 'last_name' END,
             CASE WHEN (known.person).sex <> known.sex THEN 'sex' END,
             CASE WHEN (known.person).birth_date <> known.birth_date THEN 'birth_date' END),
           (known.claim).thai_id IS NOT NULL,
           concat_ws(', ',
             CASE WHEN (known.claim).facts <> known.facts THEN 'facts' END,
             CASE WHEN (known.claim).claimed_on <> known.claimed_on THEN 'claimed_on' END,
             CASE WHEN (known.claim).ordered_on <> known.ordered_on THEN 'ordered_on' END,
             CASE WHEN (known.claim).budget_type <> known.budget_type THEN 'budget_type' END,
             CASE WHEN (known.claim).way_of_payment <> known.way_of_payment THEN 'way_of_payment' END,
             CASE WHEN (known.claim).thai_id IS NOT NULL
                       AND ((known.claim).bank_code, (known.claim).bank_branch, (known.claim).account_number, (known.claim).account_name)
                           IS DISTINCT FROM (known.bank_code, known.bank_branch, known.account_number, known.account_name)
                  THEN 'account' END,
             CASE WHEN (known.claim).top_up <> known.top_up THEN 'top_up' END),
           holder.name_thai
      FROM known
      LEFT JOIN reference.local_authority
        ON local_authority.authority_code = known.authority_code AND local_authority.valid @> known.claimed_on
      LEFT JOIN reference.authority_type ON authority_type.authority_type = local_authority.authority_type
      LEFT JOIN reference.local_authority AS holder
        ON holder.authority_code = known.holder_code AND known.holder_code <> known.authority_code
      LEFT JOIN LATERAL reference.first_month(known.programme, known.birth_date, known.claimed_on, known.ordered_on)
             AS commencement ON true
  $$;
COMMENT ON FUNCTION registry.parse_import(bigint) IS 'fills registry.import_candidate with what the staged rows of an import mean';

REVOKE ALL ON FUNCTION registry.try_code(text, text), registry.try_baht(text), registry.parse_import(bigint) FROM PUBLIC;

COMMIT;

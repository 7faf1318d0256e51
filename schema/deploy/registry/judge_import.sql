-- IS8.1–IS8.6: why staged rows cannot be taken: every reason of every row, each with its code.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- A reason: the message of a code behind the code itself. Parameters: code; arguments of the message.
CREATE FUNCTION registry.reason(code text, VARIADIC arguments text[] DEFAULT '{}') RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  -- what was typed may be long
  AS $$ SELECT code || ' ' || reference.message_text(code, VARIADIC ARRAY(SELECT left(argument, 1000) FROM unnest(arguments) WITH ORDINALITY AS each (argument, number) ORDER BY number)) $$;
COMMENT ON FUNCTION registry.reason(text, text[]) IS 'message of a code behind the code itself';

-- Why a word is no code of its kind. Parameters: kind, which is also the column's name; word as typed.
CREATE FUNCTION registry.code_problem(kind text, word text) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE WHEN coalesce(btrim(word), '') = '' THEN registry.reason('WF010', kind)
                ELSE registry.reason('WF011', kind, word, registry.known_values(kind)) END
  $$;
COMMENT ON FUNCTION registry.code_problem(text, text) IS 'why a word is no code of its kind';

-- Why a date of the form cannot be taken; NULL when it can.
-- Parameters: column; word as typed; date that it means, if any; today.
CREATE FUNCTION registry.date_problem(column_name text, word text, meant date, today date) RETURNS text
  LANGUAGE sql STABLE
  RETURN CASE
    WHEN meant <= today THEN NULL
    WHEN coalesce(btrim(word), '') = '' THEN registry.reason('WF010', column_name)
    WHEN meant IS NULL THEN registry.reason('WF012', column_name, registry.literal_problem(word, 'date'))
    ELSE registry.reason('WF016', column_name, meant::text, today::text)
  END;
COMMENT ON FUNCTION registry.date_problem(text, text, date, date) IS 'why a date of a form cannot be taken; NULL when it can';

-- Why a text of the form cannot be taken; NULL when it can. Parameters: column; text, normalised; whether one is required; letters
-- that it may have.
CREATE FUNCTION registry.text_problem(column_name text, meant text, required boolean, longest integer) RETURNS text
  LANGUAGE sql STABLE
  RETURN CASE
    WHEN meant IS NULL THEN CASE WHEN required THEN registry.reason('WF010', column_name) END
    WHEN char_length(meant) > longest THEN registry.reason('WF01D', column_name, longest::text)
    WHEN meant ~ '[[:cntrl:]]' THEN registry.reason('WF01E', column_name)
  END;
COMMENT ON FUNCTION registry.text_problem(text, text, boolean, integer) IS 'why a text of a form cannot be taken; NULL when it can';

-- Why an address cannot be taken: every reason. Parameters: prefix of its columns (contact_ or nothing); the address, NULL when
-- none was typed; whether one is required.
CREATE FUNCTION registry.address_problems(prefix text, address reference.address, required boolean) RETURNS text[]
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE WHEN address IS NULL AND NOT required THEN '{}' ELSE array_remove(ARRAY[
      CASE WHEN greatest(char_length((address).house_number), char_length((address).village_number), char_length((address).building),
                         char_length((address).lane), char_length((address).road), char_length((address).subdistrict)) > 200
             THEN registry.reason('WF01D', prefix || 'address', '200') END,
      CASE WHEN (address).house_number IS NULL THEN registry.reason('WF010', prefix || 'house_number') END,
      CASE WHEN (address).subdistrict IS NULL THEN registry.reason('WF010', prefix || 'subdistrict') END,
      CASE WHEN (address).district IS NULL THEN registry.reason('WF010', prefix || 'district')
           -- a province whose districts are not on record takes any
           WHEN EXISTS (SELECT FROM reference.district JOIN reference.province USING (province_code)
                         WHERE province.name_thai = (address).province)
                AND NOT EXISTS (SELECT FROM reference.district JOIN reference.province USING (province_code)
                                 WHERE province.name_thai = (address).province AND district.name_thai = (address).district)
             THEN registry.reason('WF06G', prefix || 'district', (address).district, (address).province) END,
      CASE WHEN (address).province IS NULL THEN registry.reason('WF010', prefix || 'province')
           WHEN NOT EXISTS (SELECT FROM reference.province WHERE province.name_thai = (address).province)
             THEN registry.reason('WF06F', prefix || 'province', (address).province) END,
      CASE WHEN (address).postcode IS NULL THEN registry.reason('WF010', prefix || 'postcode')
           WHEN (address).postcode !~ '^[0-9]{5}$' THEN registry.reason('WF06E', prefix || 'postcode', (address).postcode) END
    ], NULL) END
  $$;
COMMENT ON FUNCTION registry.address_problems(text, reference.address, boolean) IS 'why an address cannot be taken (IS8.4)';

-- Writes registry.import_refusal for the rows of an import that cannot be taken.
-- Parameters: import number; today; whether the rows are edits of claims on record, which no entry window governs (IS8.1).
-- The file's rows are judged against each other too: where they describe one person or one claim differently, none of them is
-- taken for the right one.
CREATE FUNCTION registry.refuse_import_rows(import_id bigint, today date, editing boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  -- the planner takes the staging tables for empty, and would compare every row with every other
  SET enable_nestloop = off
  -- and so for dear enough to compile
  SET jit = off
  -- a file is sorted and hashed whole
  SET work_mem = '64MB'
  AS $$
  BEGIN
    WITH compared AS (
      SELECT candidate.*,
             CASE WHEN line_number = min(line_number) OVER person THEN max(line_number) OVER person
                  ELSE min(line_number) OVER person END AS person_line,
             min(identity) OVER person IS DISTINCT FROM max(identity) OVER person AS person_ambiguous,
             CASE WHEN line_number = min(line_number) OVER claim THEN max(line_number) OVER claim
                  ELSE min(line_number) OVER claim END AS claim_line,
             min(content) OVER claim IS DISTINCT FROM max(content) OVER claim AS claim_ambiguous,
             min(candidate.authority_code) OVER person <> max(candidate.authority_code) OVER person AS authority_ambiguous
        FROM (SELECT import_candidate.*,
                     -- equal hashes of unequal rows would only name another reason: such rows are refused as repeated claims
                     hash_record_extended(ROW(title, first_name, last_name, sex, birth_date, marital_status, telephone, income_band,
                                              monthly_income, occupation, house_register_address, contact_address), 0) AS identity,
                     hash_record_extended(ROW(facts, authority_code, claimed_on, ordered_on, budget_type, way_of_payment, bank_code,
                                              bank_branch, account_number, account_name, top_up, received_since, remark), 0) AS content
                FROM registry.import_candidate
               WHERE import_candidate.import_id = refuse_import_rows.import_id) AS candidate
      WINDOW person AS (PARTITION BY coalesce(candidate.thai_id::bigint, -line_number::bigint)),
             claim AS (PARTITION BY coalesce(candidate.thai_id::bigint, -line_number::bigint), candidate.programme)
    ),
    -- three answers, not one a row
    entry AS MATERIALIZED (
      SELECT programme.programme, CASE WHEN NOT editing THEN reference.entry_problem(programme.programme, today) END AS problem
        FROM reference.programme
    ),
    judged AS (
      SELECT compared.line_number,
             CASE WHEN typed.problem IS NOT NULL
                  THEN ARRAY[registry.reason('WF023', typed.problem)]
             ELSE array_remove(ARRAY[
               -- IS8.2: required, and readable
               CASE WHEN coalesce(btrim(typed.thai_id), '') = '' THEN registry.reason('WF010', 'thai_id')
                    WHEN compared.thai_id IS NULL
                      THEN registry.reason('WF012', 'thai_id', registry.literal_problem(typed.thai_id, 'thai_id'))
                    -- DC5: 0 and 9 are nobody who can claim
                    WHEN welfare.thai_id_category(compared.thai_id) NOT BETWEEN 1 AND 8
                      THEN registry.reason('WF013', compared.thai_id::text, welfare.thai_id_category(compared.thai_id)::text) END,
               registry.text_problem('title', compared.title, true, 60),
               registry.text_problem('first_name', compared.first_name, true, 200),
               registry.text_problem('last_name', compared.last_name, true, 200),
               CASE WHEN compared.sex IS NULL THEN registry.code_problem('sex', typed.sex) END,
               CASE WHEN coalesce(btrim(typed.birth_date), '') = '' THEN registry.reason('WF010', 'birth_date')
                    WHEN compared.birth_date IS NULL
                      THEN registry.reason('WF012', 'birth_date', registry.literal_problem(typed.birth_date, 'birth_date')) END,
               CASE WHEN compared.marital_status IS NULL THEN registry.code_problem('marital_status', typed.marital_status) END,
               CASE WHEN compared.telephone !~ '^[0-9]{9,10}$' THEN registry.reason('WF06D', typed.telephone)
                    WHEN compared.telephone IS NULL AND compared.authority_name IS NOT NULL
                      THEN registry.reason('WF06M', compared.authority_name) END,
               CASE WHEN income_band.income_band IS NULL THEN
                      CASE WHEN coalesce(btrim(typed.income_band), '') = '' THEN registry.reason('WF010', 'income_band')
                           ELSE registry.reason('WF011', 'income_band', typed.income_band,
                                                (SELECT string_agg(format('%s (%s)', band.income_band, band.name_thai), ', ' ORDER BY band.income_band)
                                                   FROM reference.income_band AS band)) END END,
               CASE WHEN btrim(typed.monthly_income) <> '' AND compared.monthly_income IS NULL
                      THEN registry.reason('WF06C', 'monthly_income', typed.monthly_income)
                    WHEN NOT income_band.income @> compared.monthly_income
                      THEN registry.reason('WF06B', compared.monthly_income::text, income_band.name_thai) END,
               CASE WHEN compared.has_occupation IS NULL THEN registry.reason('WF010', 'occupation') END,
               registry.text_problem('occupation', compared.occupation, false, 200)
             ]
             -- a complete address in a known place needs no longer look
             || CASE WHEN house_place.district IS NULL OR NOT reference.is_complete_address(compared.house_register_address)
                          OR octet_length(compared.house_register_address::text) > 200
                     THEN registry.address_problems('', compared.house_register_address, true) END
             || CASE WHEN NOT compared.contact_address IS NULL
                     THEN registry.address_problems('contact_', compared.contact_address, false) END
             || ARRAY[
               CASE WHEN compared.facts IS NULL
                      THEN registry.reason('WF012', 'facts', registry.literal_problem(typed.facts, 'facts')) END,
               CASE WHEN compared.programme IS NULL THEN registry.code_problem('programme', typed.programme) END,
               -- IS8.5: what each programme's form must state
               CASE WHEN compared.programme = 'disability'
                         AND (compared.facts @@ 'seeing_disability | hearing_disability | physical_disability | mental_disability
                              | intellectual_disability | multiple_disability | unspecified_disability'::welfare.eligibility_rule) IS NOT TRUE
                      THEN registry.reason('WF06J') END,
               CASE WHEN (compared.facts @@ 'unspecified_disability & (seeing_disability | hearing_disability | physical_disability
                          | mental_disability | intellectual_disability | multiple_disability)'::welfare.eligibility_rule)
                      THEN registry.reason('WF06K') END,
               CASE WHEN compared.programme = 'aids' AND (compared.facts @@ 'aids_certified'::welfare.eligibility_rule) IS NOT TRUE
                      THEN registry.reason('WF06L') END,
               CASE WHEN coalesce(btrim(typed.authority_code), '') = '' THEN registry.reason('WF010', 'authority_code')
                    WHEN compared.authority_name IS NULL AND (compared.claimed_on IS NOT NULL OR compared.authority_code IS NULL)
                      THEN registry.reason('WF014', typed.authority_code, coalesce(compared.claimed_on::text, typed.claimed_on))
                    -- RC2: an authority that has ended enters nobody any more
                    WHEN NOT editing AND compared.authority_name IS NOT NULL AND NOT EXISTS (
                      SELECT FROM reference.local_authority
                       WHERE local_authority.authority_code = compared.authority_code AND local_authority.valid @> today)
                      THEN registry.reason('WF014', typed.authority_code, today::text)
                    WHEN NOT compared.authority_pays THEN registry.reason('WF015', compared.authority_name)
                    -- IS9.2: only the holding authority adds
                    WHEN (welfare.nation() OR compared.authority_code = welfare.authority_code()) IS NOT TRUE
                      THEN registry.reason('WF002', compared.authority_code::text) END,
               registry.date_problem('claimed_on', typed.claimed_on, compared.claimed_on, today),
               registry.date_problem('ordered_on', typed.ordered_on, compared.ordered_on, today),
               CASE WHEN compared.claimed_on < welfare.legal_birth_date(compared.birth_date)
                      THEN registry.reason('WF017', 'claimed_on', compared.claimed_on::text, 'birth_date', compared.birth_date::text) END,
               CASE WHEN compared.ordered_on < compared.claimed_on
                      THEN registry.reason('WF017', 'ordered_on', compared.ordered_on::text, 'claimed_on', compared.claimed_on::text) END,
               CASE WHEN compared.budget_type IS NULL THEN registry.code_problem('budget_type', typed.budget_type) END,
               CASE WHEN compared.way_of_payment IS NULL THEN registry.code_problem('way_of_payment', typed.way_of_payment)
                    -- IS8.6: a transfer needs all of the account, cash none of it
                    WHEN compared.way_of_payment IN ('own_account', 'proxy_account')
                         AND num_nulls(compared.bank_code, compared.bank_branch, compared.account_number, compared.account_name) > 0
                      THEN registry.reason('WF024', typed.way_of_payment) END,
               CASE WHEN coalesce(btrim(typed.bank_code), '') <> ''
                         AND NOT EXISTS (SELECT FROM reference.bank WHERE bank.bank_code = compared.bank_code)
                      THEN registry.reason('WF01C', typed.bank_code,
                                                  (SELECT string_agg(lpad(bank.bank_code::text, 3, '0'), ', ' ORDER BY bank.bank_code) FROM reference.bank)) END,
               registry.text_problem('bank_branch', compared.bank_branch, false, 200),
               registry.text_problem('account_name', compared.account_name, false, 200),
               registry.text_problem('remark', compared.remark, false, 2000),
               CASE WHEN compared.account_number !~ '^[0-9]{1,20}$'
                      THEN registry.reason('WF01B', typed.account_number) END,
               CASE WHEN num_nonnulls(compared.bank_code, compared.bank_branch, compared.account_number, compared.account_name) BETWEEN 1 AND 3
                         AND compared.way_of_payment IN ('cash_in_person', 'cash_to_proxy')
                      THEN registry.reason('WF024', typed.way_of_payment) END,
               CASE WHEN compared.top_up IS NULL THEN registry.reason('WF01A', typed.top_up) END,
               CASE WHEN num_nulls(compared.programme, compared.birth_date, compared.claimed_on, compared.ordered_on) = 0
                         AND coalesce(reference.is_pay_month(compared.first_month), false) IS NOT TRUE
                      THEN registry.reason('WF022', reference.programme_text(compared.programme), compared.claimed_on::text) END,
               -- IS8.6: what was received before is history; it cannot begin after the first month that is paid
               CASE WHEN btrim(typed.received_since) <> '' AND registry.try_month(typed.received_since) IS NULL
                      THEN registry.reason('WF06H', typed.received_since)
                    WHEN compared.received_since > compared.first_month
                      THEN registry.reason('WF06I', typed.received_since, to_char(compared.first_month, 'YYYY-MM')) END,
               CASE WHEN NOT compared.claim_on_record AND compared.origin = 'entry' THEN entry.problem END,
               -- the file against itself
               CASE WHEN compared.person_ambiguous THEN registry.reason('WF026', compared.person_line::text)
                    WHEN compared.authority_ambiguous THEN registry.reason('WF028', compared.person_line::text)
                    WHEN compared.claim_ambiguous THEN registry.reason('WF027', compared.claim_line::text)
                    WHEN compared.line_number > compared.claim_line
                      THEN registry.reason('WF018', compared.claim_line::text) END
             ], NULL) END AS reasons,
             -- IS8.3: the message names the authority, and nothing else of the person. It is given only for a row that is
             -- whole and the asker's own to add: a row broken on purpose must not ask the register anything.
             CASE WHEN editing THEN NULL
                  WHEN compared.held_at IS NOT NULL THEN registry.reason('WF020', compared.held_at)
                  WHEN compared.corrected THEN registry.reason('WF06Z')
                  WHEN compared.died_at IS NOT NULL AND NOT compared.claim_on_record THEN registry.reason('WF06Y', compared.died_at)
                  WHEN compared.person_differs <> '' THEN registry.reason('WF019', compared.person_differs)
                  WHEN compared.claim_on_record AND compared.claim_differs <> ''
                    THEN registry.reason('WF021', compared.claim_differs) END AS register_reason
        FROM compared
        JOIN registry.import_row AS typed
          ON typed.import_id = compared.import_id AND typed.line_number = compared.line_number AND typed.principal = welfare.principal()
        LEFT JOIN reference.income_band ON income_band.income_band = compared.income_band
        LEFT JOIN entry ON entry.programme = compared.programme
        LEFT JOIN (SELECT province.name_thai AS province, district.name_thai AS district
                     FROM reference.district JOIN reference.province USING (province_code)) AS house_place
          ON house_place.province = (compared.house_register_address).province
         AND house_place.district = (compared.house_register_address).district
    ),
    refused AS (
      SELECT judged.line_number,
             CASE WHEN cardinality(judged.reasons) > 0 THEN judged.reasons ELSE ARRAY[judged.register_reason] END AS reasons
        FROM judged
       WHERE cardinality(judged.reasons) > 0 OR judged.register_reason IS NOT NULL
    )
    INSERT INTO registry.import_refusal (import_id, line_number, codes, reasons)
    SELECT refuse_import_rows.import_id, refused.line_number, told.codes, told.reasons
      FROM refused
     CROSS JOIN LATERAL (
       SELECT array_agg(left(reason, 5) ORDER BY number) AS codes, array_agg(substr(reason, 7) ORDER BY number) AS reasons
         FROM unnest(refused.reasons) WITH ORDINALITY AS each (reason, number)) AS told;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_import_rows(bigint, date, boolean) IS 'writes the refusals of an import''s rows that cannot be taken, with every reason';

REVOKE ALL ON FUNCTION registry.reason(text, text[]), registry.code_problem(text, text), registry.date_problem(text, text, date, date),
  registry.text_problem(text, text, boolean, integer), registry.address_problems(text, reference.address, boolean), registry.refuse_import_rows(bigint, date, boolean) FROM PUBLIC;

COMMIT;

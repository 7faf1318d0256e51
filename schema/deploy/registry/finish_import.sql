-- IS8.1–IS8.6: every staged row is added, found unchanged, or refused with all its reasons.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Why a word is no code of its kind. Parameters: kind, which is also the column's name; word as typed.
CREATE FUNCTION registry.code_problem(kind text, word text) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE WHEN coalesce(btrim(word), '') = '' THEN reference.message_text('WF010', kind)
                ELSE reference.message_text('WF011', kind, word, registry.known_values(kind)) END
  $$;
COMMENT ON FUNCTION registry.code_problem(text, text) IS 'why a word is no code of its kind';

-- Why a date of the form cannot be taken; NULL when it can.
-- Parameters: column; word as typed; date that it means, if any; today.
CREATE FUNCTION registry.date_problem(column_name text, word text, meant date, today date) RETURNS text
  LANGUAGE sql STABLE
  RETURN CASE
    WHEN meant <= today THEN NULL
    WHEN coalesce(btrim(word), '') = '' THEN reference.message_text('WF010', column_name)
    WHEN meant IS NULL THEN reference.message_text('WF012', column_name, registry.literal_problem(word, 'date'))
    ELSE reference.message_text('WF016', column_name, meant::text, today::text)
  END;
COMMENT ON FUNCTION registry.date_problem(text, text, date, date) IS 'why a date of a form cannot be taken; NULL when it can';

-- Writes registry.import_refusal for the rows of an import that cannot be taken.
-- Parameters: import number; today. The file's rows are judged against each other too: where they
-- describe one person or one claim differently, none of them is taken for the right one.
CREATE FUNCTION registry.refuse_import_rows(import_id bigint, today date) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  -- the planner takes the staging tables for empty, and would compare every row with every other
  SET enable_nestloop = off
  AS $$
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
                     ROW(title, first_name, last_name, sex, birth_date)::text AS identity,
                     ROW(facts, authority_code, claimed_on, ordered_on, budget_type, way_of_payment,
                         bank_code, bank_branch, account_number, account_name, top_up)::text AS content
                FROM registry.import_candidate
               WHERE import_candidate.import_id = refuse_import_rows.import_id) AS candidate
      WINDOW person AS (PARTITION BY coalesce(candidate.thai_id::bigint, -line_number::bigint)),
             claim AS (PARTITION BY coalesce(candidate.thai_id::bigint, -line_number::bigint), candidate.programme)
    ),
    judged AS (
      SELECT compared.line_number,
             CASE WHEN typed.problem IS NOT NULL
                  THEN ARRAY[reference.message_text('WF023', typed.problem)]
             ELSE array_remove(ARRAY[
               -- IS8.2: required, and readable
               CASE WHEN coalesce(btrim(typed.thai_id), '') = '' THEN reference.message_text('WF010', 'thai_id')
                    WHEN compared.thai_id IS NULL
                      THEN reference.message_text('WF012', 'thai_id', registry.literal_problem(typed.thai_id, 'thai_id'))
                    -- DC5: 0 and 9 are nobody who can claim
                    WHEN welfare.thai_id_category(compared.thai_id) NOT BETWEEN 1 AND 8
                      THEN reference.message_text('WF013', compared.thai_id::text, welfare.thai_id_category(compared.thai_id)::text) END,
               CASE WHEN compared.title IS NULL THEN reference.message_text('WF010', 'title') END,
               CASE WHEN compared.first_name IS NULL THEN reference.message_text('WF010', 'first_name') END,
               CASE WHEN compared.last_name IS NULL THEN reference.message_text('WF010', 'last_name') END,
               CASE WHEN compared.sex IS NULL THEN registry.code_problem('sex', typed.sex) END,
               CASE WHEN coalesce(btrim(typed.birth_date), '') = '' THEN reference.message_text('WF010', 'birth_date')
                    WHEN compared.birth_date IS NULL
                      THEN reference.message_text('WF012', 'birth_date', registry.literal_problem(typed.birth_date, 'birth_date')) END,
               CASE WHEN compared.facts IS NULL
                      THEN reference.message_text('WF012', 'facts', registry.literal_problem(typed.facts, 'facts')) END,
               CASE WHEN compared.programme IS NULL THEN registry.code_problem('programme', typed.programme) END,
               CASE WHEN coalesce(btrim(typed.authority_code), '') = '' THEN reference.message_text('WF010', 'authority_code')
                    WHEN compared.authority_name IS NULL AND (compared.claimed_on IS NOT NULL OR compared.authority_code IS NULL)
                      THEN reference.message_text('WF014', typed.authority_code, coalesce(compared.claimed_on::text, typed.claimed_on))
                    WHEN NOT compared.authority_pays THEN reference.message_text('WF015', compared.authority_name)
                    -- IS9.2: only the holding authority adds
                    WHEN (welfare.nation() OR compared.authority_code = welfare.authority_code()) IS NOT TRUE
                      THEN reference.message_text('WF002', compared.authority_code::text) END,
               registry.date_problem('claimed_on', typed.claimed_on, compared.claimed_on, refuse_import_rows.today),
               registry.date_problem('ordered_on', typed.ordered_on, compared.ordered_on, refuse_import_rows.today),
               CASE WHEN compared.claimed_on < welfare.legal_birth_date(compared.birth_date)
                      THEN reference.message_text('WF017', 'claimed_on', compared.claimed_on::text, 'birth_date', compared.birth_date::text) END,
               CASE WHEN compared.ordered_on < compared.claimed_on
                      THEN reference.message_text('WF017', 'ordered_on', compared.ordered_on::text, 'claimed_on', compared.claimed_on::text) END,
               CASE WHEN compared.budget_type IS NULL THEN registry.code_problem('budget_type', typed.budget_type) END,
               CASE WHEN compared.way_of_payment IS NULL THEN registry.code_problem('way_of_payment', typed.way_of_payment)
                    -- IS8.6: a transfer needs all of the account, cash none of it
                    WHEN compared.way_of_payment IN ('own_account', 'proxy_account')
                         AND num_nulls(compared.bank_code, compared.bank_branch, compared.account_number, compared.account_name) > 0
                      THEN reference.message_text('WF024', typed.way_of_payment) END,
               CASE WHEN coalesce(btrim(typed.bank_code), '') <> ''
                         AND NOT EXISTS (SELECT FROM reference.bank WHERE bank.bank_code = compared.bank_code)
                      THEN reference.message_text('WF01C', typed.bank_code,
                                                  (SELECT string_agg(lpad(bank.bank_code::text, 3, '0'), ', ' ORDER BY bank.bank_code) FROM reference.bank)) END,
               CASE WHEN compared.account_number !~ '^[0-9]{1,20}$'
                      THEN reference.message_text('WF01B', typed.account_number) END,
               CASE WHEN num_nonnulls(compared.bank_code, compared.bank_branch, compared.account_number, compared.account_name) BETWEEN 1 AND 3
                         AND compared.way_of_payment IN ('cash_in_person', 'cash_to_proxy')
                      THEN reference.message_text('WF024', typed.way_of_payment) END,
               CASE WHEN compared.top_up IS NULL THEN reference.message_text('WF01A', typed.top_up) END,
               CASE WHEN num_nulls(compared.programme, compared.birth_date, compared.claimed_on, compared.ordered_on) = 0
                         AND coalesce(reference.is_pay_month(compared.first_month), false) IS NOT TRUE
                      THEN reference.message_text('WF022', typed.programme, compared.claimed_on::text) END,
               -- the file against itself
               CASE WHEN compared.person_ambiguous THEN reference.message_text('WF026', compared.person_line::text)
                    WHEN compared.authority_ambiguous THEN reference.message_text('WF028', compared.person_line::text)
                    WHEN compared.claim_ambiguous THEN reference.message_text('WF027', compared.claim_line::text)
                    WHEN compared.line_number > compared.claim_line
                      THEN reference.message_text('WF018', compared.claim_line::text) END
             ], NULL) END AS reasons,
             -- IS8.3: the message names the authority, and nothing else of the person. It is given only for a row that is
             -- whole and the asker's own to add: a row broken on purpose must not ask the register anything.
             CASE WHEN compared.held_at IS NOT NULL THEN reference.message_text('WF020', compared.held_at)
                  WHEN compared.person_on_record AND compared.person_differs <> ''
                    THEN reference.message_text('WF019', compared.person_differs)
                  WHEN compared.claim_on_record AND compared.claim_differs <> ''
                    THEN reference.message_text('WF021', compared.claim_differs) END AS register_reason
        FROM compared
        JOIN registry.import_row AS typed
          ON typed.import_id = compared.import_id AND typed.line_number = compared.line_number AND typed.principal = welfare.principal()
    )
    INSERT INTO registry.import_refusal (import_id, line_number, reason)
    SELECT refuse_import_rows.import_id, judged.line_number,
           CASE WHEN cardinality(judged.reasons) > 0 THEN array_to_string(judged.reasons, '; ') ELSE judged.register_reason END
      FROM judged
     WHERE cardinality(judged.reasons) > 0 OR judged.register_reason IS NOT NULL
  $$;
COMMENT ON FUNCTION registry.refuse_import_rows(bigint, date) IS 'writes the refusals of an import''s rows that cannot be taken, with every reason';

-- Judges and records the rows staged under an import of the caller's own.
-- Parameters: import number. Answers counts of rows. Errors: WF001, WF003, WF005 when a crash has
-- emptied the staging, WF006 when rows were staged meanwhile. Belongs to the owner, because the duplicate check looks at every authority's claims (IS8.3).
CREATE FUNCTION registry.finish_import(import_id bigint)
  RETURNS TABLE (row_count integer, persons_added integer, claims_added integer, unchanged integer, refused integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    today date := welfare.business_date();
    rows_staged bigint;
    rows_deleted bigint;
    persons bigint;
    claims bigint;
    same bigint;
    refusals bigint;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    PERFORM FROM registry.import
      WHERE import.import_id = finish_import.import_id
        AND import.principal = welfare.principal()
        AND import.finished_at IS NULL
      FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF003', NULL, finish_import.import_id::text);
    END IF;

    DELETE FROM registry.import_mark WHERE import_mark.import_id = finish_import.import_id;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF005', NULL, finish_import.import_id::text);
    END IF;

    PERFORM registry.parse_import(finish_import.import_id);
    PERFORM registry.refuse_import_rows(finish_import.import_id, today);

    WITH added AS (
      INSERT INTO registry.person (thai_id, birth_date, sex, title, first_name, last_name)
      SELECT DISTINCT thai_id, birth_date, sex, title, first_name, last_name
        FROM registry.import_candidate AS candidate
       WHERE candidate.import_id = finish_import.import_id
         AND NOT candidate.person_on_record
         AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                      WHERE import_refusal.import_id = finish_import.import_id)
       ORDER BY thai_id
      ON CONFLICT (thai_id) DO NOTHING
      RETURNING 1)
    SELECT count(*) INTO persons FROM added;

    -- IS8.3: imports that name one person take turns, in the order of the IDs, so that neither overlooks what the other records.
    PERFORM FROM registry.person
      WHERE person.thai_id IN (SELECT candidate.thai_id FROM registry.import_candidate AS candidate
                                WHERE candidate.import_id = finish_import.import_id AND NOT candidate.claim_on_record)
      ORDER BY person.thai_id
      FOR NO KEY UPDATE;

    INSERT INTO registry.claim
      (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, way_of_payment, budget_type,
       claim_number, district_code, province_code, bank_code, top_up, bank_branch, account_number, account_name)
    -- A claim after one that ended begins after it: no month is paid twice.
    SELECT thai_id, facts, programme, authority_code,
           greatest(candidate.first_month, reference.month_after(earlier.last_month)),
           claimed_on, ordered_on, way_of_payment, budget_type,
           1 + coalesce(earlier.claim_number, 0), district_code, province_code, bank_code, top_up,
           bank_branch, account_number, account_name
      FROM registry.import_candidate AS candidate
      JOIN registry.person USING (thai_id, title, first_name, last_name, sex, birth_date)
     CROSS JOIN LATERAL (
       SELECT max(claim.claim_number) AS claim_number, max(claim.last_month) FILTER (WHERE claim.state = 'disposed') AS last_month
         FROM registry.claim
        WHERE claim.thai_id = candidate.thai_id AND claim.programme = candidate.programme
     ) AS earlier
     WHERE candidate.import_id = finish_import.import_id
       AND NOT candidate.claim_on_record
       AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                      WHERE import_refusal.import_id = finish_import.import_id)
       AND NOT EXISTS (SELECT FROM registry.claim AS other
                        WHERE other.thai_id = candidate.thai_id AND other.authority_code <> candidate.authority_code
                          AND other.state IN ('live', 'suspended'))
     ORDER BY thai_id, programme
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS claims = ROW_COUNT;

    -- Another session may have recorded the person or the claim since the rows were judged: what it recorded stands,
    -- and ours is refused unless it says the same.
    INSERT INTO registry.import_refusal (import_id, line_number, reason)
    SELECT candidate.import_id, candidate.line_number, reference.message_text('WF025')
      FROM registry.import_candidate AS candidate
     WHERE candidate.import_id = finish_import.import_id
       AND NOT candidate.claim_on_record
       AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                      WHERE import_refusal.import_id = finish_import.import_id)
       AND NOT EXISTS (SELECT FROM registry.claim
                        WHERE claim.thai_id = candidate.thai_id AND claim.programme = candidate.programme
                          AND claim.authority_code = candidate.authority_code AND claim.state IN ('live', 'suspended')
                          AND EXISTS (SELECT FROM registry.person
                                       WHERE person.thai_id = candidate.thai_id
                                         AND (person.title, person.first_name, person.last_name, person.sex, person.birth_date)
                                           = (candidate.title, candidate.first_name, candidate.last_name, candidate.sex, candidate.birth_date))
                          AND (claim.facts, claim.claimed_on, claim.ordered_on, claim.way_of_payment, claim.budget_type, claim.top_up)
                            = (candidate.facts, candidate.claimed_on, candidate.ordered_on, candidate.way_of_payment, candidate.budget_type, candidate.top_up)
                          AND (claim.bank_code, claim.bank_branch, claim.account_number, claim.account_name)
                            IS NOT DISTINCT FROM (candidate.bank_code, candidate.bank_branch, candidate.account_number, candidate.account_name));

    SELECT count(*) INTO refusals FROM registry.import_refusal WHERE import_refusal.import_id = finish_import.import_id;
    SELECT count(*) INTO rows_staged FROM registry.import_candidate WHERE import_candidate.import_id = finish_import.import_id;
    same := rows_staged - claims - refusals;

    -- A row staged since the others were judged would be thrown away unread: then nothing is recorded at all.
    DELETE FROM registry.import_row
     WHERE import_row.import_id = finish_import.import_id AND import_row.principal = welfare.principal();
    GET DIAGNOSTICS rows_deleted = ROW_COUNT;
    IF rows_deleted <> rows_staged THEN
      PERFORM reference.refuse('WF006', NULL, finish_import.import_id::text);
    END IF;
    DELETE FROM registry.import_candidate WHERE import_candidate.import_id = finish_import.import_id;
    UPDATE registry.import
       SET finished_at = clock_timestamp(), row_count = rows_staged, persons_added = persons,
           claims_added = claims, unchanged = same, refused = refusals
     WHERE import.import_id = finish_import.import_id;
    RETURN QUERY SELECT rows_staged::integer, persons::integer, claims::integer, same::integer, refusals::integer;
  END
  $$;
COMMENT ON FUNCTION registry.finish_import(bigint) IS 'judges and records the staged rows of an import: each is added, found unchanged or refused';

REVOKE ALL ON FUNCTION registry.refuse_import_rows(bigint, date), registry.code_problem(text, text),
  registry.date_problem(text, text, date, date), registry.finish_import(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.finish_import(bigint) TO welfare_admin, welfare_authority;

COMMIT;

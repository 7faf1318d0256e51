-- IS8.1–IS8.6: every staged row is added, found unchanged, or refused with all its reasons.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Judges and records the rows staged under an import of the caller's own.
-- Parameters: import number. Answers counts of rows. Errors: WF001, WF003, WF005 when a crash has
-- emptied the staging, WF006 when rows were staged meanwhile. Belongs to the owner, because the duplicate check looks at every authority's claims (IS8.3).
CREATE FUNCTION registry.finish_import(import_id bigint)
  RETURNS TABLE (row_count integer, persons_added integer, claims_added integer, unchanged integer, refused integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
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
    PERFORM registry.refuse_import_rows(finish_import.import_id, today, false);
    SELECT recorded.persons, recorded.claims INTO persons, claims FROM registry.record_candidates(finish_import.import_id) AS recorded;

    -- Another session may have recorded the person or the claim since the rows were judged: what it recorded stands,
    -- and ours is refused unless it says the same.
    INSERT INTO registry.import_refusal (import_id, line_number, codes, reasons)
    SELECT candidate.import_id, candidate.line_number, ARRAY['WF025'], ARRAY[reference.message_text('WF025')]
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
                                         AND (person.title, person.first_name, person.last_name, person.sex, person.birth_date,
                                              person.marital_status, person.telephone, person.income_band, person.monthly_income,
                                              person.occupation, person.house_register_address, person.contact_address)
                                             IS NOT DISTINCT FROM
                                             (candidate.title, candidate.first_name, candidate.last_name, candidate.sex, candidate.birth_date,
                                              candidate.marital_status, candidate.telephone, candidate.income_band, candidate.monthly_income,
                                              candidate.occupation, candidate.house_register_address, candidate.contact_address))
                          AND (claim.facts, claim.claimed_on, claim.ordered_on, claim.way_of_payment, claim.budget_type, claim.top_up)
                            = (candidate.facts, candidate.claimed_on, candidate.ordered_on, candidate.way_of_payment, candidate.budget_type, candidate.top_up)
                          AND (claim.bank_code, claim.bank_branch, claim.account_number, claim.account_name, claim.remark)
                            IS NOT DISTINCT FROM (candidate.bank_code, candidate.bank_branch, candidate.account_number, candidate.account_name, candidate.remark));

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

REVOKE ALL ON FUNCTION registry.finish_import(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.finish_import(bigint) TO welfare_admin, welfare_authority;

COMMIT;

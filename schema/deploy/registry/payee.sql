-- ER13, EG4.3, DR13: recording who was verified before being paid for a person, and who got a dead person's month.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Records that, before somebody is paid for a beneficiary, their identity and that the beneficiary was alive on the 1st were verified; of a claim that ended
-- otherwise than by death, of a month up to its last: that of a move is paid by the authority that was left, or its successor (ER8.3, RC2). Parameters: national ID; programme; month that is paid; national ID of who is paid; capacity; paper that shows who it is; what shows
-- that the person was alive; day (default today).
-- Errors: WF001, WF007, WF010, WF016, WF066, WF067, WF32M no such capacity is paid, WF32N, WF32P, WF32S recorded already.
-- Belongs to the owner and names the authority itself: who has moved away is another authority's person.
CREATE FUNCTION registry.verify_proxy(thai_id welfare.thai_id, programme reference.programme_name, month date, representative_id welfare.thai_id,
                                      kind registry.representative_kind, identity_document text, alive_shown_by text, verified_on date DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    paid registry.claim;
    missing text := CASE WHEN verify_proxy.programme IS NULL THEN 'programme' WHEN verify_proxy.month IS NULL THEN 'month'
                         WHEN verify_proxy.representative_id IS NULL THEN 'representative_id' WHEN verify_proxy.kind IS NULL THEN 'kind'
                         WHEN coalesce(btrim(verify_proxy.identity_document), '') = '' THEN 'identity_document'
                         WHEN coalesce(btrim(verify_proxy.alive_shown_by), '') = '' THEN 'alive_shown_by' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    SELECT claim.* INTO paid
      FROM registry.claim
     WHERE claim.thai_id = verify_proxy.thai_id AND claim.programme = verify_proxy.programme AND claim.state = 'disposed'
       AND claim.authority_code = ANY (reference.acts_for(welfare.authority_code())) AND verify_proxy.month BETWEEN claim.first_month AND claim.last_month
       AND NOT EXISTS (SELECT FROM registry.disposal AS ended
                        WHERE ended.thai_id = claim.thai_id AND ended.programme = claim.programme AND ended.claim_number = claim.claim_number
                          AND ended.cause = 'died')
     ORDER BY claim.claim_number DESC LIMIT 1;
    IF paid.thai_id IS NULL THEN
      PERFORM registry.own_person(verify_proxy.thai_id);
      SELECT claim.* INTO paid
        FROM registry.claim
       WHERE claim.thai_id = verify_proxy.thai_id AND claim.programme = verify_proxy.programme
         AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended')
         AND verify_proxy.month BETWEEN claim.first_month AND coalesce(claim.last_month, 'infinity');
      IF NOT FOUND THEN
        PERFORM reference.refuse('WF067', NULL, verify_proxy.programme::text);
      END IF;
    END IF;
    INSERT INTO registry.proxy_verification (thai_id, representative_id, representative_recorded_at, programme, month, verified_on, authority_code, kind,
                                             claim_number, sensitive, alive_on_first, identity_document, alive_shown_by)
    VALUES (paid.thai_id, verify_proxy.representative_id, clock_timestamp(), paid.programme, verify_proxy.month,
            coalesce(verify_proxy.verified_on, welfare.business_date()), paid.authority_code, verify_proxy.kind, paid.claim_number, paid.sensitive,
            true, btrim(verify_proxy.identity_document), btrim(verify_proxy.alive_shown_by))
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF32S', NULL);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.verify_proxy(welfare.thai_id, reference.programme_name, date, welfare.thai_id, registry.representative_kind, text, text, date)
  IS 'records that who is paid for a beneficiary was verified, and that the beneficiary was alive on the 1st (ER13, DR13)';

-- Who may be paid the month that a dead beneficiary of the user's own authority had earned; none when there is no such month. The look
-- is recorded. Parameters: national ID; programme. Errors: WF001, WF007, WF010, WF066.
CREATE FUNCTION registry.find_payee_after_death(thai_id welfare.thai_id, programme reference.programme_name)
  RETURNS TABLE (month date, payee registry.earned_payee, payee_id welfare.thai_id, full_name text, relation text, document text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    found bigint;
  BEGIN
    PERFORM registry.require_officer();
    held := registry.own_person(find_payee_after_death.thai_id);
    RETURN QUERY
      SELECT allowed.month::date, allowed.payee, allowed.payee_id, allowed.full_name, allowed.relation, allowed.document
        FROM registry.payee_after_death(held.thai_id, find_payee_after_death.programme) AS allowed
       ORDER BY allowed.payee;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.find_payee_after_death', held.thai_id, jsonb_build_object('programme', find_payee_after_death.programme), found);
  END
  $$;
COMMENT ON FUNCTION registry.find_payee_after_death(welfare.thai_id, reference.programme_name) IS 'who may be paid the month that a dead beneficiary had earned (EG4.3)';

-- Records to whom the month was paid that a dead beneficiary had earned. Parameters: national ID; programme; who got it; name, national
-- ID, relation of a person; paper that gives the right; paper that shows who it is; day of the payment (default today).
-- Errors: WF001, WF007, WF010, WF013, WF016, WF017, WF066, WF32Q no such month, WF32R another gets it, WF32S recorded already.
CREATE FUNCTION registry.record_earned_month(thai_id welfare.thai_id, programme reference.programme_name, payee registry.earned_payee,
                                             full_name text DEFAULT NULL, payee_id welfare.thai_id DEFAULT NULL, relation text DEFAULT NULL,
                                             document text DEFAULT NULL, identity_document text DEFAULT NULL, paid_on date DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    to_person boolean := record_earned_month.payee <> 'own_account';
    missing text := CASE WHEN record_earned_month.programme IS NULL THEN 'programme' WHEN record_earned_month.payee IS NULL THEN 'payee'
                         WHEN NOT to_person THEN NULL
                         WHEN coalesce(welfare.normalise_thai(record_earned_month.full_name), '') = '' THEN 'full_name'
                         WHEN record_earned_month.payee_id IS NULL THEN 'payee_id'
                         WHEN coalesce(btrim(record_earned_month.relation), '') = '' THEN 'relation'
                         WHEN coalesce(btrim(record_earned_month.document), '') = '' THEN 'document'
                         WHEN coalesce(btrim(record_earned_month.identity_document), '') = '' THEN 'identity_document' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF record_earned_month.payee_id = record_earned_month.thai_id THEN
      PERFORM reference.refuse('WF090', NULL);
    END IF;
    held := registry.own_person(record_earned_month.thai_id);
    IF NOT EXISTS (SELECT FROM registry.payee_after_death(held.thai_id, record_earned_month.programme)) THEN
      PERFORM reference.refuse('WF32Q', NULL, reference.programme_text(record_earned_month.programme));
    END IF;
    INSERT INTO registry.earned_month_payment (thai_id, programme, month, paid_on, authority_code, payee, claim_number, sensitive, alive_on_first, full_name,
                                               payee_id, relation, document, identity_document)
    SELECT held.thai_id, record_earned_month.programme, earned.month, coalesce(record_earned_month.paid_on, welfare.business_date()), held.authority_code,
           record_earned_month.payee, earned.claim_number, false, true,
           CASE WHEN to_person THEN welfare.normalise_thai(record_earned_month.full_name) END, CASE WHEN to_person THEN record_earned_month.payee_id END,
           CASE WHEN to_person THEN btrim(record_earned_month.relation) END, CASE WHEN to_person THEN btrim(record_earned_month.document) END,
           CASE WHEN to_person THEN btrim(record_earned_month.identity_document) END
      FROM (SELECT DISTINCT allowed.claim_number, allowed.month FROM registry.payee_after_death(held.thai_id, record_earned_month.programme) AS allowed) AS earned
     ORDER BY earned.claim_number DESC LIMIT 1
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF32S', NULL);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.record_earned_month(welfare.thai_id, reference.programme_name, registry.earned_payee, text, welfare.thai_id, text, text, text, date)
  IS 'records to whom a dead beneficiary''s month was paid (EG4.3)';

REVOKE ALL ON FUNCTION registry.verify_proxy(welfare.thai_id, reference.programme_name, date, welfare.thai_id, registry.representative_kind, text, text, date),
  registry.find_payee_after_death(welfare.thai_id, reference.programme_name),
  registry.record_earned_month(welfare.thai_id, reference.programme_name, registry.earned_payee, text, welfare.thai_id, text, text, text, date) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.find_payee_after_death(welfare.thai_id, reference.programme_name) OWNER TO welfare_writer;
ALTER FUNCTION registry.record_earned_month(welfare.thai_id, reference.programme_name, registry.earned_payee, text, welfare.thai_id, text, text, text, date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.verify_proxy(welfare.thai_id, reference.programme_name, date, welfare.thai_id, registry.representative_kind, text, text, date),
  registry.find_payee_after_death(welfare.thai_id, reference.programme_name),
  registry.record_earned_month(welfare.thai_id, reference.programme_name, registry.earned_payee, text, welfare.thai_id, text, text, text, date) TO welfare_authority;

COMMIT;

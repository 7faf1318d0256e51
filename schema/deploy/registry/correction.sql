-- IS9.5, IS9.6: wrong entries, wrong disposals, wrong national IDs. What was recorded stays as history.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.correction_kind AS ENUM ('wrong_disposal', 'wrong_id');
COMMENT ON TYPE registry.correction_kind IS 'what is corrected: a disposal that should not have been, or the national ID under which somebody was recorded';

CREATE TABLE registry.correction (
  thai_id welfare.thai_id NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  right_id welfare.thai_id,
  programme reference.programme_name,
  authority_code integer NOT NULL,
  kind registry.correction_kind NOT NULL,
  reason text NOT NULL,
  document text NOT NULL,
  requested_by text NOT NULL,
  confirmed_by text,
  CONSTRAINT correction_pkey PRIMARY KEY (thai_id, requested_at),
  CONSTRAINT correction_whole CHECK ((kind = 'wrong_id') = (right_id IS NOT NULL) AND (kind = 'wrong_disposal') = (programme IS NOT NULL)),
  CONSTRAINT correction_stated CHECK (btrim(reason) <> '' AND btrim(document) <> ''),
  CONSTRAINT correction_confirmed_whole CHECK (num_nonnulls(confirmed_at, confirmed_by) IN (0, 2)),
  CONSTRAINT correction_two_users CHECK (confirmed_by <> requested_by)
);
COMMENT ON TABLE registry.correction IS 'corrections that need two users: one asks, another confirms (IS9.6)';
COMMENT ON COLUMN registry.correction.thai_id IS 'the person, by the ID on record';
COMMENT ON COLUMN registry.correction.requested_at IS 'when it was asked for';
COMMENT ON COLUMN registry.correction.confirmed_at IS 'when it was confirmed and done';
COMMENT ON COLUMN registry.correction.withdrawn_at IS 'when a claim that it is about changed, so that it is about nothing any more';
COMMENT ON COLUMN registry.correction.right_id IS 'the right national ID, of a wrong one';
COMMENT ON COLUMN registry.correction.programme IS 'the programme, of a wrong disposal';
COMMENT ON COLUMN registry.correction.authority_code IS 'local authority whose record it is';
COMMENT ON COLUMN registry.correction.kind IS 'what is corrected';
COMMENT ON COLUMN registry.correction.reason IS 'why';
COMMENT ON COLUMN registry.correction.document IS 'document that shows it';
COMMENT ON COLUMN registry.correction.requested_by IS 'user who asked';
COMMENT ON COLUMN registry.correction.confirmed_by IS 'second user, who confirmed';
CREATE UNIQUE INDEX correction_one_open ON registry.correction (thai_id, authority_code, kind, programme, right_id) NULLS NOT DISTINCT
  WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;
COMMENT ON INDEX registry.correction_one_open IS 'one open request for one correction';
-- Only its end may be added to a request.
CREATE FUNCTION registry.refuse_change_of_correction() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    unchanged registry.correction := NEW;
  BEGIN
    unchanged.confirmed_at := OLD.confirmed_at;
    unchanged.confirmed_by := OLD.confirmed_by;
    unchanged.withdrawn_at := OLD.withdrawn_at;
    IF unchanged IS DISTINCT FROM OLD OR OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.correction');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_change_of_correction() IS 'lets nothing change in a request but its end';
REVOKE ALL ON FUNCTION registry.refuse_change_of_correction() FROM PUBLIC;
CREATE TRIGGER correction_only_ends BEFORE UPDATE ON registry.correction
  FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_correction();
COMMENT ON TRIGGER correction_only_ends ON registry.correction IS 'requests are evidence';
CREATE TRIGGER correction_no_removal BEFORE DELETE OR TRUNCATE ON registry.correction
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER correction_no_removal ON registry.correction IS 'requests are evidence';
ALTER TABLE registry.correction ENABLE ROW LEVEL SECURITY;

-- Deletes claims that were entered by mistake: they leave every list and count, the ID is free again, and their history stays.
-- Parameters: national ID; why; whether the user has confirmed; programmes (default: all of the person's at the authority). Of each
-- programme the last record is deleted: what was disposed before it stays.
-- A claim of which a month was paid is refused: it is deleted only as a wrong disposal or a wrong ID (registry.re_enter,
-- registry.correct_id). Answers that it is done. Errors: WF001, WF007, WF010, WF066, WF067, WF068 not confirmed, WF080 paid.
CREATE FUNCTION registry.delete_beneficiary(thai_id welfare.thai_id, reason text, confirmed boolean, programmes reference.programme_name[] DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    missing text;
  BEGIN
    PERFORM registry.require_officer();
    IF coalesce(btrim(delete_beneficiary.reason), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'reason');
    END IF;
    IF delete_beneficiary.confirmed IS NOT TRUE THEN
      PERFORM reference.refuse('WF068', NULL);
    END IF;
    held := registry.own_person(delete_beneficiary.thai_id);
    SELECT string_agg(named::text, ', ') INTO missing
      FROM unnest(delete_beneficiary.programmes) AS named
     WHERE NOT EXISTS (SELECT FROM registry.claim
                        WHERE claim.thai_id = held.thai_id AND claim.programme = named
                          AND claim.authority_code = welfare.authority_code() AND claim.state <> 'deleted');
    IF missing IS NOT NULL OR cardinality(delete_beneficiary.programmes) = 0 OR array_position(delete_beneficiary.programmes, NULL) IS NOT NULL THEN
      PERFORM reference.refuse('WF067', NULL, coalesce(missing, '{}'));
    END IF;
    INSERT INTO registry.tombstone (thai_id, programme, claim_number, authority_code, reason)
    SELECT claim.thai_id, claim.programme, claim.claim_number, claim.authority_code, btrim(delete_beneficiary.reason)
      FROM registry.claim
     WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state <> 'deleted'
       AND (delete_beneficiary.programmes IS NULL OR claim.programme = ANY (delete_beneficiary.programmes))
       AND NOT EXISTS (SELECT FROM registry.claim AS later
                        WHERE later.thai_id = claim.thai_id AND later.programme = claim.programme
                          AND later.claim_number > claim.claim_number AND later.state <> 'deleted');
    UPDATE registry.claim
       SET state = 'deleted', in_force_from = welfare.business_date()
     WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state <> 'deleted'
       AND EXISTS (SELECT FROM registry.tombstone
                    WHERE tombstone.thai_id = claim.thai_id AND tombstone.programme = claim.programme
                      AND tombstone.claim_number = claim.claim_number);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.delete_beneficiary(welfare.thai_id, text, boolean, reference.programme_name[]) IS 'deletes claims entered by mistake, as tombstones (IS9.6)';

-- Records a correction's request, or confirms the one that another user of the authority made. Parameters: the correction.
-- Answers the request when it is confirmed now, nothing when it waits for a second user. Errors: WF010.
CREATE FUNCTION registry.request_or_confirm(kind registry.correction_kind, thai_id welfare.thai_id, programme reference.programme_name,
                                            right_id welfare.thai_id, reason text, document text)
  RETURNS registry.correction
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    request registry.correction;
    missing text := CASE WHEN coalesce(btrim(request_or_confirm.reason), '') = '' THEN 'reason'
                         WHEN coalesce(btrim(request_or_confirm.document), '') = '' THEN 'document' END;
  BEGIN
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    -- A request is about the claims as they stood when it was made.
    UPDATE registry.correction
       SET withdrawn_at = clock_timestamp()
     WHERE correction.thai_id = request_or_confirm.thai_id AND correction.confirmed_at IS NULL AND correction.withdrawn_at IS NULL
       AND EXISTS (SELECT FROM registry.claim
                    WHERE claim.thai_id = correction.thai_id AND claim.state <> 'deleted'
                      AND (correction.programme IS NULL OR claim.programme = correction.programme)
                      AND claim.recorded_at > correction.requested_at);
    UPDATE registry.correction
       SET confirmed_by = welfare.principal(), confirmed_at = clock_timestamp()
     WHERE correction.thai_id = request_or_confirm.thai_id AND correction.kind = request_or_confirm.kind
       AND correction.programme IS NOT DISTINCT FROM request_or_confirm.programme
       AND correction.right_id IS NOT DISTINCT FROM request_or_confirm.right_id
       AND correction.authority_code = welfare.authority_code()
       AND correction.confirmed_at IS NULL AND correction.withdrawn_at IS NULL AND correction.requested_by <> welfare.principal()
    RETURNING * INTO request;
    IF request.thai_id IS NULL THEN
      INSERT INTO registry.correction (thai_id, right_id, programme, authority_code, kind, reason, document, requested_by)
      VALUES (request_or_confirm.thai_id, request_or_confirm.right_id, request_or_confirm.programme, welfare.authority_code(),
              request_or_confirm.kind, btrim(request_or_confirm.reason), btrim(request_or_confirm.document), welfare.principal())
      ON CONFLICT DO NOTHING;
    END IF;
    RETURN request;
  END
  $$;
COMMENT ON FUNCTION registry.request_or_confirm(registry.correction_kind, welfare.thai_id, reference.programme_name, welfare.thai_id, text, text)
  IS 'records the request for a correction, or confirms the one that another user made';

-- Undoes a wrong disposal: the disposed claim becomes a tombstone, and a new claim that names it inherits its confirmation,
-- first month and payments (IS9.5). Two users of the authority call it with the same person and programme; the second does it.
-- Parameters: national ID; programme; why; document. Answers that it is done, or waits. Errors: WF001, WF007, WF010,
-- WF020 the person has a live claim elsewhere, WF066, WF067 no disposed claim, or one that is live.
-- Belongs to the owner: nobody else adds claims.
CREATE FUNCTION registry.re_enter(thai_id welfare.thai_id, programme reference.programme_name, reason text, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.person;
    wrong registry.claim;
    request registry.correction;
    elsewhere text;
  BEGIN
    PERFORM registry.require_officer();
    IF re_enter.programme IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'programme');
    END IF;
    elsewhere := registry.holder_elsewhere(re_enter.thai_id, welfare.authority_code());
    IF elsewhere IS NOT NULL AND EXISTS (SELECT FROM registry.claim
                                          WHERE claim.thai_id = re_enter.thai_id AND claim.programme = re_enter.programme
                                            AND claim.authority_code = welfare.authority_code() AND claim.state = 'disposed') THEN
      PERFORM reference.refuse('WF020', NULL, elsewhere);
    END IF;
    held := registry.own_person(re_enter.thai_id);
    SELECT * INTO wrong
      FROM registry.claim
     WHERE claim.thai_id = held.thai_id AND claim.programme = re_enter.programme AND claim.state <> 'deleted'
     ORDER BY claim.claim_number DESC
     LIMIT 1;
    IF (wrong.state = 'disposed' AND wrong.authority_code = welfare.authority_code()) IS NOT TRUE THEN
      PERFORM reference.refuse('WF067', NULL, re_enter.programme::text);
    END IF;
    request := registry.request_or_confirm('wrong_disposal', held.thai_id, re_enter.programme, NULL, re_enter.reason, re_enter.document);
    IF request.thai_id IS NULL THEN
      RETURN reference.message_text('WF06U');
    END IF;
    -- what was paid is kept once the new claim stands
    SET CONSTRAINTS registry.claim_keep_paid, registry.person_not_disposed DEFERRED;
    INSERT INTO registry.tombstone (thai_id, programme, claim_number, authority_code, reason, document, recorded_by, confirmed_by)
    VALUES (wrong.thai_id, wrong.programme, wrong.claim_number, wrong.authority_code, request.reason, request.document,
            request.requested_by, request.confirmed_by);
    UPDATE registry.claim SET state = 'deleted', in_force_from = welfare.business_date()
     WHERE claim.thai_id = wrong.thai_id AND claim.programme = wrong.programme AND claim.claim_number = wrong.claim_number;
    INSERT INTO registry.claim
      (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type,
       origin, claim_number, district_code, province_code, bank_code, replaces_claim_number, sensitive, top_up, bank_branch,
       account_number, account_name, remark, entered_on, not_before, varied_from, takes_over)
    VALUES (wrong.thai_id, wrong.facts, wrong.programme, wrong.authority_code, wrong.first_month, wrong.claimed_on, wrong.ordered_on,
            wrong.received_since, wrong.way_of_payment, wrong.budget_type, 're_entry',
            (SELECT max(claim.claim_number) + 1 FROM registry.claim
              WHERE claim.thai_id = wrong.thai_id AND claim.programme = wrong.programme),
            wrong.district_code, wrong.province_code, wrong.bank_code, wrong.claim_number, wrong.sensitive, wrong.top_up,
            wrong.bank_branch, wrong.account_number, wrong.account_name, wrong.remark, wrong.entered_on,
            wrong.not_before, wrong.varied_from, wrong.takes_over);
    -- ER14: what an order had suspended stays so until an order resumes it
    UPDATE registry.claim SET state = 'suspended'
     WHERE claim.thai_id = wrong.thai_id AND claim.programme = wrong.programme AND claim.state = 'live'
       AND (SELECT before.state FROM registry.claim_history AS before
             WHERE before.thai_id = wrong.thai_id AND before.programme = wrong.programme AND before.claim_number = wrong.claim_number
               AND before.state <> 'disposed'
             ORDER BY before.recorded_at DESC LIMIT 1) = 'suspended';
    INSERT INTO registry.suspension_order (thai_id, programme, claim_number, ordered_on, authority_code, action, order_number, reason)
    SELECT ordered.thai_id, ordered.programme, renewed.claim_number, ordered.ordered_on, ordered.authority_code, ordered.action,
           ordered.order_number, ordered.reason
      FROM registry.suspension_order AS ordered
      JOIN registry.claim AS renewed
        ON renewed.thai_id = ordered.thai_id AND renewed.programme = ordered.programme AND renewed.replaces_claim_number = ordered.claim_number
     WHERE ordered.thai_id = wrong.thai_id AND ordered.programme = wrong.programme AND ordered.claim_number = wrong.claim_number;
    SET CONSTRAINTS registry.claim_keep_paid IMMEDIATE;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.re_enter(welfare.thai_id, reference.programme_name, text, text) IS 'undoes a wrong disposal, by two users (IS9.5)';

-- Corrects a wrong national ID: every record of the person at the authority moves to the right ID, as new records that name the
-- wrong one; those under the wrong ID become tombstones and free it (IS9.6). No entry window governs it. Two users of the
-- authority call it with the same IDs; the second does it.
-- Parameters: ID on record; right ID; why; document. Answers that it is done, or waits. Errors: WF001, WF007, WF010,
-- WF013 no person's ID, WF020 the right ID has a live claim elsewhere, WF066, WF067 the IDs are the same or nothing is left to
-- correct, WF06V the right ID is on record with claims.
-- Belongs to the owner: it looks at every authority's claims, and nobody else adds any.
CREATE FUNCTION registry.correct_id(wrong_id welfare.thai_id, right_id welfare.thai_id, reason text, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.person;
    wrong registry.claim;
    request registry.correction;
    elsewhere text;
  BEGIN
    PERFORM registry.require_officer();
    IF correct_id.right_id IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'right_id');
    END IF;
    IF welfare.thai_id_category(correct_id.right_id) NOT BETWEEN 1 AND 8 THEN
      PERFORM reference.refuse('WF013', NULL, correct_id.right_id::text, welfare.thai_id_category(correct_id.right_id)::text);
    END IF;
    held := registry.own_person(correct_id.wrong_id);
    IF correct_id.right_id = held.thai_id OR NOT EXISTS (
      SELECT FROM registry.claim WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state <> 'deleted') THEN
      PERFORM reference.refuse('WF067', NULL, correct_id.right_id::text);
    END IF;
    -- Whoever asks alone learns nothing of who holds the right ID: that is looked at when a second user confirms (IS8.3).
    request := registry.request_or_confirm('wrong_id', held.thai_id, NULL, correct_id.right_id, correct_id.reason, correct_id.document);
    IF request.thai_id IS NULL THEN
      RETURN reference.message_text('WF06U');
    END IF;
    -- what another authority has of the person by a move would stay behind under the wrong ID
    IF EXISTS (SELECT FROM registry.claim
                WHERE claim.thai_id = held.thai_id AND claim.authority_code <> welfare.authority_code()
                  AND claim.state IN ('live', 'suspended', 'awaiting')) THEN
      PERFORM reference.refuse('WF313', NULL);
    END IF;
    PERFORM FROM registry.person WHERE person.thai_id = correct_id.right_id FOR UPDATE;
    elsewhere := registry.holder_elsewhere(correct_id.right_id, welfare.authority_code());
    IF elsewhere IS NOT NULL THEN
      PERFORM reference.refuse('WF020', NULL, elsewhere);
    ELSIF EXISTS (SELECT FROM registry.claim
                   WHERE claim.thai_id = correct_id.right_id AND claim.authority_code = welfare.authority_code() AND claim.state <> 'deleted') THEN
      PERFORM reference.refuse('WF06V', NULL, correct_id.right_id::text);
    END IF;

    SET CONSTRAINTS registry.claim_keep_paid, registry.person_not_disposed DEFERRED;
    INSERT INTO registry.person AS person
      (thai_id, birth_date, in_force_from, authority_code, district_code, province_code, sex, marital_status, visibility, income_band,
       telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone, house_register_address, contact_address,
       occupation, monthly_income)
    VALUES (correct_id.right_id, held.birth_date, held.in_force_from, held.authority_code, held.district_code, held.province_code,
            held.sex, held.marital_status, held.visibility, held.income_band, held.telephone_is_authoritys, held.has_occupation,
            held.title, held.first_name, held.last_name, held.telephone, held.house_register_address, held.contact_address,
            held.occupation, held.monthly_income)
    ON CONFLICT ON CONSTRAINT person_pkey DO UPDATE
       SET birth_date = excluded.birth_date, in_force_from = excluded.in_force_from, authority_code = excluded.authority_code,
           district_code = excluded.district_code, province_code = excluded.province_code, sex = excluded.sex,
           marital_status = excluded.marital_status, visibility = excluded.visibility, income_band = excluded.income_band,
           telephone_is_authoritys = excluded.telephone_is_authoritys, has_occupation = excluded.has_occupation,
           title = excluded.title, first_name = excluded.first_name, last_name = excluded.last_name, telephone = excluded.telephone,
           house_register_address = excluded.house_register_address, contact_address = excluded.contact_address,
           occupation = excluded.occupation, monthly_income = excluded.monthly_income;

    -- One person's few claims, in the order of their numbers, because only the last of a programme may stay live.
    FOR wrong IN SELECT * FROM registry.claim
                  WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state <> 'deleted'
                  ORDER BY claim.programme, claim.claim_number LOOP
      INSERT INTO registry.tombstone (thai_id, programme, claim_number, authority_code, reason, document, recorded_by, confirmed_by)
      VALUES (wrong.thai_id, wrong.programme, wrong.claim_number, wrong.authority_code, request.reason, request.document,
              request.requested_by, request.confirmed_by);
      UPDATE registry.claim SET state = 'deleted', in_force_from = welfare.business_date()
       WHERE claim.thai_id = wrong.thai_id AND claim.programme = wrong.programme AND claim.claim_number = wrong.claim_number;
      INSERT INTO registry.claim
        (thai_id, facts, programme, authority_code, first_month, last_month, claimed_on, ordered_on, received_since, way_of_payment,
         budget_type, origin, claim_number, district_code, province_code, bank_code, replaces_claim_number, sensitive, top_up,
         bank_branch, account_number, account_name, remark, replaces_thai_id, replaces_wrong_number, entered_on, not_before, varied_from, takes_over)
      VALUES (correct_id.right_id, wrong.facts, wrong.programme, wrong.authority_code, wrong.first_month, wrong.last_month,
              wrong.claimed_on, wrong.ordered_on, wrong.received_since, wrong.way_of_payment, wrong.budget_type, 'corrected_id',
              (SELECT coalesce(max(claim.claim_number), 0) + 1 FROM registry.claim
                WHERE claim.thai_id = correct_id.right_id AND claim.programme = wrong.programme),
              wrong.district_code, wrong.province_code, wrong.bank_code, NULL, wrong.sensitive, wrong.top_up, wrong.bank_branch,
              wrong.account_number, wrong.account_name, wrong.remark, wrong.thai_id, wrong.claim_number, wrong.entered_on,
              wrong.not_before, wrong.varied_from, wrong.takes_over);
      IF wrong.state = 'disposed' THEN
        INSERT INTO registry.disposal
          (thai_id, programme, claim_number, happened_on, ordered_on, claimed_elsewhere_on, authority_code, cause, district_code,
           province_code, sensitive, order_number, remark)
        SELECT correct_id.right_id, ended.programme,
               (SELECT max(claim.claim_number) FROM registry.claim
                 WHERE claim.thai_id = correct_id.right_id AND claim.programme = wrong.programme),
               ended.happened_on, ended.ordered_on, ended.claimed_elsewhere_on, ended.authority_code, ended.cause, ended.district_code,
               ended.province_code, ended.sensitive, ended.order_number, ended.remark
          FROM registry.disposal AS ended
         WHERE ended.thai_id = wrong.thai_id AND ended.programme = wrong.programme AND ended.claim_number = wrong.claim_number;
      END IF;
      UPDATE registry.claim SET state = wrong.state
       WHERE claim.thai_id = correct_id.right_id AND claim.programme = wrong.programme AND claim.state = 'live'
         AND wrong.state <> 'live';
      INSERT INTO registry.suspension_order (thai_id, programme, claim_number, ordered_on, authority_code, action, order_number, reason)
      SELECT renewed.thai_id, ordered.programme, renewed.claim_number, ordered.ordered_on, ordered.authority_code, ordered.action,
             ordered.order_number, ordered.reason
        FROM registry.suspension_order AS ordered
        JOIN registry.claim AS renewed
          ON renewed.thai_id = correct_id.right_id AND renewed.programme = ordered.programme
         AND renewed.replaces_thai_id = ordered.thai_id AND renewed.replaces_wrong_number = ordered.claim_number
       WHERE ordered.thai_id = wrong.thai_id AND ordered.programme = wrong.programme AND ordered.claim_number = wrong.claim_number;
    END LOOP;
    -- who acts for the person, and the papers, are the person's under any ID
    INSERT INTO registry.representative
      (thai_id, representative_id, acts, authority_code, kind, after_death, full_name, relation, telephone, address, authority_document, ended_reason)
    SELECT correct_id.right_id, acting.representative_id, acting.acts, acting.authority_code, acting.kind, acting.after_death,
           acting.full_name, acting.relation, acting.telephone, acting.address, acting.authority_document, acting.ended_reason
      FROM registry.representative AS acting
     WHERE acting.thai_id = held.thai_id AND acting.authority_code = welfare.authority_code()
       AND acting.representative_id <> correct_id.right_id
    ON CONFLICT DO NOTHING;
    INSERT INTO registry.document (thai_id, issued_on, authority_code, kind, programme, byte_size, title, media_type, location, digest)
    SELECT correct_id.right_id, paper.issued_on, paper.authority_code, paper.kind, paper.programme, paper.byte_size, paper.title,
           paper.media_type, paper.location, paper.digest
      FROM registry.document AS paper
     WHERE paper.thai_id = held.thai_id AND paper.authority_code = welfare.authority_code();
    SET CONSTRAINTS registry.claim_keep_paid IMMEDIATE;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.correct_id(welfare.thai_id, welfare.thai_id, text, text) IS 'corrects a wrong national ID, by two users (IS9.6)';

REVOKE ALL ON FUNCTION registry.delete_beneficiary(welfare.thai_id, text, boolean, reference.programme_name[]),
  registry.request_or_confirm(registry.correction_kind, welfare.thai_id, reference.programme_name, welfare.thai_id, text, text),
  registry.re_enter(welfare.thai_id, reference.programme_name, text, text),
  registry.correct_id(welfare.thai_id, welfare.thai_id, text, text) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.delete_beneficiary(welfare.thai_id, text, boolean, reference.programme_name[]) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.delete_beneficiary(welfare.thai_id, text, boolean, reference.programme_name[]),
  registry.re_enter(welfare.thai_id, reference.programme_name, text, text),
  registry.correct_id(welfare.thai_id, welfare.thai_id, text, text) TO welfare_authority;

COMMIT;

-- IS9.5, EG7, ER8.4, ER13: what every end of a claim writes: the disposal, the last month, and the state.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Ends claims of a person at the user's own authority and records their disposal. A death ends every claim that the person has
-- in a move between two authorities, on both sides: they share one person (IS9.5). A last month that was set stands.
-- Parameters: national ID, of a person whom the caller has locked; cause; day of the event; day of the order; programmes, NULL
-- for all; number of the order; remark; day of the confirmation elsewhere. Answers how many claims of the user's authority ended.
-- Errors: WF313 the new authority has confirmed, and the move is to be acknowledged instead.
-- Belongs to the owner for the other side's claims; whose those are the user's authority does not learn.
CREATE FUNCTION registry.end_claims(thai_id welfare.thai_id, cause reference.disposal_cause, happened_on date, ordered_on date,
                                    programmes reference.programme_name[], order_number text, remark text, claimed_elsewhere_on date)
  RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    own bigint;
  BEGIN
    SELECT count(*) INTO own
      FROM registry.claim
     WHERE claim.thai_id = end_claims.thai_id AND claim.authority_code = welfare.authority_code()
       AND (claim.state IN ('live', 'suspended') OR end_claims.cause = 'died' AND claim.state = 'awaiting')
       AND (end_claims.programmes IS NULL OR claim.programme = ANY (end_claims.programmes));
    IF own = 0 THEN
      RETURN own;
    END IF;
    IF end_claims.cause = 'moved' THEN
      PERFORM registry.move_out(end_claims.thai_id, welfare.authority_code(), end_claims.claimed_elsewhere_on,
                                coalesce(end_claims.remark, end_claims.order_number));
    END IF;
    INSERT INTO registry.disposal
      (thai_id, programme, claim_number, happened_on, ordered_on, claimed_elsewhere_on, authority_code, cause, district_code,
       province_code, sensitive, order_number, remark)
    SELECT claim.thai_id, claim.programme, claim.claim_number, end_claims.happened_on, end_claims.ordered_on,
           end_claims.claimed_elsewhere_on, claim.authority_code, end_claims.cause, claim.district_code, claim.province_code,
           claim.sensitive, nullif(btrim(end_claims.order_number), ''), nullif(btrim(end_claims.remark), '')
      FROM registry.claim
     WHERE claim.thai_id = end_claims.thai_id
       AND (claim.state IN ('live', 'suspended') AND claim.authority_code = welfare.authority_code()
            OR claim.state IN ('live', 'suspended', 'awaiting') AND end_claims.cause = 'died')
       AND (end_claims.programmes IS NULL OR claim.programme = ANY (end_claims.programmes));
    UPDATE registry.claim
       SET state = 'disposed', in_force_from = end_claims.ordered_on,
           -- ended before it was ever paid: with the month before its first
           last_month = greatest(least((SELECT ended.last_month
                                          FROM reference.last_month(claim.programme, end_claims.cause, end_claims.happened_on, end_claims.ordered_on,
                                                                    end_claims.claimed_elsewhere_on, CASE WHEN NOT claim.takes_over THEN claim.first_month END) AS ended),
                                       -- what a move has set already
                                       claim.last_month,
                                       -- what is suspended is paid when it is resumed, and not by ending it
                                       CASE WHEN claim.state = 'suspended' THEN registry.month_of_suspension(claim.thai_id, claim.programme, claim.claim_number) END),
                                 (claim.first_month - interval '1 month')::date)
     WHERE claim.thai_id = end_claims.thai_id
       AND (claim.state IN ('live', 'suspended') AND claim.authority_code = welfare.authority_code()
            OR claim.state IN ('live', 'suspended', 'awaiting') AND end_claims.cause = 'died')
       AND (end_claims.programmes IS NULL OR claim.programme = ANY (end_claims.programmes));
    RETURN own;
  END
  $$;
COMMENT ON FUNCTION registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date)
  IS 'ends claims and records their disposal';

REVOKE ALL ON FUNCTION registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date)
  TO welfare_writer;

COMMIT;

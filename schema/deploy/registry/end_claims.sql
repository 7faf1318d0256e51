-- IS9.5, EG7, ER8.4, ER13: what every end of a claim writes: the disposal, the last month, and the state.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Disposes claims: the disposal, the last month that the law gives, and the state. A last month that was set stands. Parameters: the claims, of
-- one person whom the caller has locked; cause; day of the event; day of the order; day of the confirmation elsewhere; number of the order;
-- remark; last month that was paid beyond the law's, or NULL.
CREATE FUNCTION registry.dispose_claims(ending registry.claim[], cause reference.disposal_cause, happened_on date, ordered_on date, claimed_elsewhere_on date,
                                        order_number text, remark text, paid_until date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    INSERT INTO registry.disposal
      (thai_id, programme, claim_number, happened_on, ordered_on, claimed_elsewhere_on, authority_code, cause, district_code,
       province_code, sensitive, order_number, remark)
    SELECT held.thai_id, held.programme, held.claim_number, dispose_claims.happened_on, dispose_claims.ordered_on,
           dispose_claims.claimed_elsewhere_on, held.authority_code, dispose_claims.cause, held.district_code, held.province_code,
           held.sensitive, nullif(btrim(dispose_claims.order_number), ''), nullif(btrim(dispose_claims.remark), '')
      FROM unnest(dispose_claims.ending) AS held;
    UPDATE registry.claim
       SET state = 'disposed', in_force_from = dispose_claims.ordered_on,
           -- ended before it was ever paid: with the month before its first
           last_month = greatest(least((SELECT ended.last_month
                                          FROM reference.last_month(claim.programme, dispose_claims.cause, dispose_claims.happened_on, dispose_claims.ordered_on,
                                                                    dispose_claims.claimed_elsewhere_on, CASE WHEN NOT claim.takes_over THEN claim.first_month END) AS ended),
                                       -- what a move has set already
                                       claim.last_month,
                                       -- what is suspended is paid when it is resumed, and not by ending it
                                       CASE WHEN claim.state = 'suspended' THEN registry.month_of_suspension(claim.thai_id, claim.programme, claim.claim_number) END),
                                 (claim.first_month - interval '1 month')::date,
                                 dispose_claims.paid_until)
      FROM unnest(dispose_claims.ending) AS held
     WHERE claim.thai_id = held.thai_id AND claim.programme = held.programme AND claim.claim_number = held.claim_number;
  END
  $$;
COMMENT ON FUNCTION registry.dispose_claims(registry.claim[], reference.disposal_cause, date, date, date, text, text, date) IS 'disposes claims: the disposal, the last month, the state';

-- Ends claims of a person at the user's own authority and records their disposal. A death ends every claim that the person has
-- in a move between two authorities, on both sides: they share one person (IS9.5).
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
    PERFORM registry.dispose_claims(
      ARRAY(SELECT claim
              FROM registry.claim
             WHERE claim.thai_id = end_claims.thai_id
               AND (claim.state IN ('live', 'suspended') AND claim.authority_code = welfare.authority_code()
                    OR claim.state IN ('live', 'suspended', 'awaiting') AND end_claims.cause = 'died')
               AND (end_claims.programmes IS NULL OR claim.programme = ANY (end_claims.programmes))),
      end_claims.cause, end_claims.happened_on, end_claims.ordered_on, end_claims.claimed_elsewhere_on, end_claims.order_number, end_claims.remark, NULL);
    RETURN own;
  END
  $$;
COMMENT ON FUNCTION registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date)
  IS 'ends claims and records their disposal';

REVOKE ALL ON FUNCTION registry.dispose_claims(registry.claim[], reference.disposal_cause, date, date, date, text, text, date),
  registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date)
  TO welfare_writer;

COMMIT;

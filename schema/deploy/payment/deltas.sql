-- ER13, DE20, DE21, RC8.1: what each prepared month is worth by what is known now, beside what was paid for it; and its recording.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The national IDs under which a person's claims have stood, however often an ID was corrected: those before and those since (IS9.6). Another person
-- who really has one of them is among them too: whose a record is, its claim says (payment.claims_taken_over). Parameters: one of the IDs.
CREATE FUNCTION payment.ids_of_person(thai_id welfare.thai_id) RETURNS SETOF welfare.thai_id
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE known (thai_id) AS (
      SELECT ids_of_person.thai_id
       UNION
      SELECT other.thai_id
        FROM known
       CROSS JOIN LATERAL (
         SELECT claim.thai_id FROM registry.claim WHERE claim.replaces_thai_id = known.thai_id
          UNION ALL
         SELECT claim.replaces_thai_id AS thai_id FROM registry.claim WHERE claim.thai_id = known.thai_id AND claim.replaces_thai_id IS NOT NULL) AS other
    )
    SELECT known.thai_id FROM known;
  END;
COMMENT ON FUNCTION payment.ids_of_person(welfare.thai_id) IS 'national IDs under which a person''s claims have stood';

-- The claims that were deleted, each with the claim that holds its right now: the one that replaces it, under whatever number or ID, or
-- itself; and whether corrected IDs alone lie between, no wrong disposal. Parameters: one person, whose claims under whatever ID are looked at; NULL
-- for everybody.
CREATE FUNCTION payment.claims_taken_over(only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (record_id welfare.thai_id, programme reference.programme_name, record_number smallint, thai_id welfare.thai_id, claim_number smallint,
                 corrected boolean)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH RECURSIVE followed (record_id, programme, record_number, thai_id, claim_number, state, corrected) AS (
      SELECT claim.thai_id, claim.programme, claim.claim_number, claim.thai_id, claim.claim_number, claim.state, true
        FROM registry.claim
       WHERE claim.state = 'deleted'
         AND (claims_taken_over.only_person IS NULL
              OR claim.thai_id = ANY (ARRAY(SELECT known FROM payment.ids_of_person(claims_taken_over.only_person) AS known)))
       UNION
      SELECT followed.record_id, followed.programme, followed.record_number, next.thai_id, next.claim_number, next.state, followed.corrected AND next.corrected
        FROM followed
       CROSS JOIN LATERAL (
         SELECT claim.thai_id, claim.claim_number, claim.state, false AS corrected FROM registry.claim
          WHERE claim.thai_id = followed.thai_id AND claim.programme = followed.programme AND claim.replaces_claim_number = followed.claim_number
          UNION ALL
         SELECT claim.thai_id, claim.claim_number, claim.state, true AS corrected FROM registry.claim
          WHERE claim.replaces_thai_id = followed.thai_id AND claim.programme = followed.programme
            AND claim.replaces_wrong_number = followed.claim_number) AS next
    )
    SELECT DISTINCT ON (followed.record_id, followed.programme, followed.record_number)
           followed.record_id, followed.programme, followed.record_number, followed.thai_id, followed.claim_number, followed.corrected
      FROM followed
     ORDER BY followed.record_id, followed.programme, followed.record_number, followed.state = 'deleted',
              (followed.thai_id, followed.claim_number) = (followed.record_id, followed.record_number) DESC;
  END;
COMMENT ON FUNCTION payment.claims_taken_over(welfare.thai_id) IS 'claims that were deleted, each with the claim that holds its right now';

-- The national ID under which a claim's right stands now: another than its own once that was corrected (IS9.6). Parameters: the claim.
CREATE FUNCTION payment.holder_of(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint) RETURNS welfare.thai_id
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN coalesce((SELECT taken.thai_id FROM payment.claims_taken_over(holder_of.thai_id) AS taken
                      WHERE taken.record_id = holder_of.thai_id AND taken.programme = holder_of.programme
                        AND taken.record_number = holder_of.claim_number), holder_of.thai_id);
  END
  $$;
COMMENT ON FUNCTION payment.holder_of(welfare.thai_id, reference.programme_name, smallint) IS 'national ID under which a claim''s right stands now';

-- The claims, under whatever IDs and numbers, of whoever holds a claim's right now: what was paid under any of them was paid for that right (IS9.6).
-- Parameters: the claim.
CREATE FUNCTION payment.records_of_right(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint)
  RETURNS TABLE (record_id welfare.thai_id, record_number smallint)
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    holder CONSTANT welfare.thai_id := payment.holder_of(thai_id, programme, claim_number);
  BEGIN
    RETURN QUERY
      SELECT taken.record_id, taken.record_number
        FROM payment.claims_taken_over(holder) AS taken
       WHERE taken.thai_id = holder AND taken.programme = records_of_right.programme
       UNION
      SELECT claim.thai_id, claim.claim_number
        FROM registry.claim
       WHERE claim.thai_id = holder AND claim.programme = records_of_right.programme AND claim.state <> 'deleted';
  END
  $$;
COMMENT ON FUNCTION payment.records_of_right(welfare.thai_id, reference.programme_name, smallint)
  IS 'claims, under whatever IDs and numbers, of whoever holds a claim''s right now';

-- What was paid for a month under each right, whatever ID and number it stood under: the line, and what was found since. One row a person
-- and programme. Parameters: first of month; one person, NULL for everybody.
-- kept is what a decision let be (never positive): the person has it, and it is asked for no more. What was cancelled of the dead was not paid
-- (ER15): cancelled says that there is such.
CREATE FUNCTION payment.paid_in(month date, only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, authority_code integer, district_code smallint,
                 province_code smallint, tariff_id integer, age smallint, components jsonb, allowance numeric, top_up numeric, other_payers numeric,
                 line_allowance numeric, line_top_up numeric, line_other_payers numeric,
                 kept_allowance numeric, kept_top_up numeric, kept_other_payers numeric, cancelled boolean)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH taken_over AS MATERIALIZED (
      SELECT * FROM payment.claims_taken_over(paid_in.only_person)
    ),
    line AS (
      SELECT line.thai_id, line.programme, line.claim_number, line.authority_code, line.district_code, line.province_code, line.tariff_id,
             line.age, line.allowance, line.top_up, line.other_payers
        FROM payment.line
       WHERE line.month = paid_in.month AND (paid_in.only_person IS NULL OR line.thai_id = paid_in.only_person)
         AND NOT EXISTS (SELECT FROM taken_over
                          WHERE taken_over.record_id = line.thai_id AND taken_over.programme = line.programme
                            AND taken_over.record_number = line.claim_number)
    ),
    -- few: lines of records that another replaces, what was found since, and what was cancelled
    beside AS (
      SELECT taken_over.thai_id, taken_over.programme, taken_over.claim_number, line.authority_code, line.district_code, line.province_code,
             line.tariff_id, line.age, NULL::jsonb AS components, line.allowance::numeric AS allowance, line.top_up::numeric AS top_up,
             line.other_payers::numeric AS other_payers, NULL::payment.recovery_outcome AS outcome, true AS is_line, false AS is_cancelled, NULL::timestamptz AS recorded_at
        FROM taken_over
        JOIN payment.line
          ON line.thai_id = taken_over.record_id AND line.programme = taken_over.programme AND line.claim_number = taken_over.record_number
       WHERE line.month = paid_in.month
         -- prepared for a wrong confirmation, and never payable
         AND NOT EXISTS (SELECT FROM payment.holding
                          WHERE holding.thai_id = line.thai_id AND holding.programme = line.programme
                            AND line.claim_number BETWEEN holding.from_claim AND holding.to_claim AND holding.reason = 'withdrawn_confirmation'
                         -- by key, line by line
                         OFFSET bigint '0')
       UNION ALL
      SELECT coalesce(taken_over.thai_id, adjustment.thai_id), adjustment.programme, coalesce(taken_over.claim_number, adjustment.claim_number),
             adjustment.authority_code, adjustment.district_code, adjustment.province_code, NULL::integer AS tariff_id,
             (adjustment.rule #>> '{now,age}')::smallint, adjustment.rule #> '{now,components}',
             adjustment.allowance, adjustment.top_up, adjustment.other_payers, decision.outcome, false, false, adjustment.recorded_at
        FROM payment.adjustment
        LEFT JOIN taken_over
          ON taken_over.record_id = adjustment.thai_id AND taken_over.programme = adjustment.programme
         AND taken_over.record_number = adjustment.claim_number
        LEFT JOIN payment.recovery_decision AS decision
          ON decision.thai_id = adjustment.thai_id AND decision.programme = adjustment.programme AND decision.month = adjustment.month
         AND decision.adjustment_number = adjustment.adjustment_number
       WHERE adjustment.month = paid_in.month
         AND (paid_in.only_person IS NULL OR adjustment.thai_id = paid_in.only_person OR taken_over.thai_id = paid_in.only_person)
       UNION ALL
      SELECT coalesce(taken_over.thai_id, cancelled.thai_id), cancelled.programme, coalesce(taken_over.claim_number, cancelled.claim_number),
             cancelled.authority_code, cancelled.district_code, cancelled.province_code, NULL::integer AS tariff_id, NULL::smallint AS age,
             NULL::jsonb AS components,
             CASE cancelled.payer WHEN 'local_authority' THEN cancelled.top_up - cancelled.amount ELSE 0 END AS allowance, -cancelled.top_up AS top_up,
             CASE cancelled.payer WHEN 'local_authority' THEN 0 ELSE -cancelled.amount END AS other_payers,
             NULL::payment.recovery_outcome AS outcome, false AS is_line, true AS is_cancelled, cancelled.cancelled_at
        FROM payment.cancellation AS cancelled
        LEFT JOIN taken_over
          ON taken_over.record_id = cancelled.thai_id AND taken_over.programme = cancelled.programme
         AND taken_over.record_number = cancelled.claim_number
       WHERE cancelled.month = paid_in.month
         AND (paid_in.only_person IS NULL OR cancelled.thai_id = paid_in.only_person OR taken_over.thai_id = paid_in.only_person)
    ),
    summed AS (
      SELECT beside.thai_id, beside.programme, max(beside.claim_number) AS claim_number,
             (array_agg(beside.authority_code ORDER BY beside.is_line DESC, beside.claim_number DESC))[1] AS authority_code,
             (array_agg(beside.district_code ORDER BY beside.is_line DESC, beside.claim_number DESC))[1] AS district_code,
             (array_agg(beside.province_code ORDER BY beside.is_line DESC, beside.claim_number DESC))[1] AS province_code,
             max(beside.tariff_id) AS tariff_id,
             -- of the line, else of what was last found due
             (array_agg(beside.age ORDER BY beside.is_line DESC, beside.recorded_at DESC) FILTER (WHERE beside.age IS NOT NULL))[1] AS age,
             (array_agg(beside.components ORDER BY beside.recorded_at DESC) FILTER (WHERE beside.components IS NOT NULL))[1] AS components,
             sum(beside.allowance) FILTER (WHERE beside.outcome IS DISTINCT FROM 'not_recovered') AS allowance,
             sum(beside.top_up) FILTER (WHERE beside.outcome IS DISTINCT FROM 'not_recovered') AS top_up,
             sum(beside.other_payers) FILTER (WHERE beside.outcome IS DISTINCT FROM 'not_recovered') AS other_payers,
             sum(beside.allowance) FILTER (WHERE beside.is_line) AS line_allowance, sum(beside.top_up) FILTER (WHERE beside.is_line) AS line_top_up,
             sum(beside.other_payers) FILTER (WHERE beside.is_line) AS line_other_payers,
             sum(beside.allowance) FILTER (WHERE beside.outcome = 'not_recovered') AS kept_allowance,
             sum(beside.top_up) FILTER (WHERE beside.outcome = 'not_recovered') AS kept_top_up,
             sum(beside.other_payers) FILTER (WHERE beside.outcome = 'not_recovered') AS kept_other_payers,
             bool_or(beside.is_cancelled) AS cancelled
        FROM beside
       WHERE paid_in.only_person IS NULL OR beside.thai_id = paid_in.only_person
       GROUP BY beside.thai_id, beside.programme
    )
    SELECT coalesce(line.thai_id, summed.thai_id), coalesce(line.programme, summed.programme), coalesce(line.claim_number, summed.claim_number),
           coalesce(line.authority_code, summed.authority_code), coalesce(line.district_code, summed.district_code),
           coalesce(line.province_code, summed.province_code), coalesce(line.tariff_id, summed.tariff_id),
           coalesce(line.age, summed.age), summed.components,
           coalesce(line.allowance, 0) + coalesce(summed.allowance, 0), coalesce(line.top_up, 0) + coalesce(summed.top_up, 0),
           coalesce(line.other_payers, 0) + coalesce(summed.other_payers, 0),
           -- a month with adjustments and no line: NULL
           CASE WHEN line.thai_id IS NULL THEN summed.line_allowance ELSE line.allowance + coalesce(summed.line_allowance, 0) END,
           CASE WHEN line.thai_id IS NULL THEN summed.line_top_up ELSE line.top_up + coalesce(summed.line_top_up, 0) END,
           CASE WHEN line.thai_id IS NULL THEN summed.line_other_payers ELSE line.other_payers + coalesce(summed.line_other_payers, 0) END,
           coalesce(summed.kept_allowance, 0), coalesce(summed.kept_top_up, 0), coalesce(summed.kept_other_payers, 0), coalesce(summed.cancelled, false)
      FROM line
      FULL JOIN summed ON summed.thai_id = line.thai_id AND summed.programme = line.programme;
  END;
COMMENT ON FUNCTION payment.paid_in(date, welfare.thai_id) IS 'what was paid for a month under each right, whatever ID and number it stood under';

-- What is lacking or too much of one amount of a month. Parameters: what it is worth; whether that is payable now; what was paid and found
-- since; what was let be (never positive). What is held or suspended is not paid now, and what was paid of it is not asked for.
CREATE FUNCTION payment.difference(worth numeric, payable boolean, paid numeric, kept numeric) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN worth > paid THEN CASE WHEN payable THEN worth - paid ELSE 0 END
              ELSE least(worth - paid - kept, 0) END;
COMMENT ON FUNCTION payment.difference(numeric, boolean, numeric, numeric) IS 'what is lacking or too much of one amount of a month';

-- Why an unpaid month of a claim is payable now: what was otherwise when its payroll was prepared. Parameters: the claim; first of month;
-- criterion now.
CREATE FUNCTION payment.cause_of_arrears(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date,
                                         rule welfare.eligibility_rule) RETURNS payment.adjustment_cause
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    prepared timestamptz := (SELECT payroll.prepared_at FROM payment.payroll
                              WHERE payroll.month = cause_of_arrears.month AND payroll.programme = cause_of_arrears.programme);
    then_on_record registry.claim_history;
  BEGIN
    IF EXISTS (SELECT FROM payment.line
                WHERE line.thai_id = cause_of_arrears.thai_id AND line.programme = cause_of_arrears.programme AND line.month = cause_of_arrears.month) THEN
      RETURN 'wrong_id'::payment.adjustment_cause;
    END IF;
    SELECT version.* INTO then_on_record
      FROM registry.records_of_claim(cause_of_arrears.thai_id, cause_of_arrears.programme, cause_of_arrears.claim_number) AS record
      JOIN (SELECT 'infinity'::timestamptz AS superseded_at, claim.* FROM registry.claim
             UNION ALL
            SELECT history.* FROM registry.claim_history AS history) AS version
        ON version.thai_id = record.record_id AND version.programme = cause_of_arrears.programme AND version.claim_number = record.record_number
     WHERE version.recorded_at <= prepared AND version.state <> 'deleted'
     ORDER BY version.recorded_at DESC
     LIMIT 1;
    RETURN CASE
      WHEN then_on_record.thai_id IS NULL THEN 'late_claim'
      WHEN then_on_record.state IN ('awaiting', 'suspended') THEN 'held_released'
      WHEN EXISTS (SELECT FROM registry.person
                     JOIN registry.person_history AS earlier USING (thai_id)
                    WHERE earlier.thai_id = cause_of_arrears.thai_id AND earlier.superseded_at > prepared
                      AND earlier.birth_date IS DISTINCT FROM person.birth_date) THEN 'birth_date_changed'
      WHEN then_on_record.state = 'disposed' AND then_on_record.last_month < cause_of_arrears.month THEN 'adjustment_undone'
      WHEN then_on_record.first_month > cause_of_arrears.month THEN 'claim_dates_changed'
      WHEN cause_of_arrears.rule <> (SELECT law.rule FROM payment.law WHERE law.month = cause_of_arrears.month AND law.programme = cause_of_arrears.programme)
        THEN 'rule_changed'
      ELSE 'fact_changed' END::payment.adjustment_cause;
  END
  $$;
COMMENT ON FUNCTION payment.cause_of_arrears(welfare.thai_id, reference.programme_name, smallint, date, welfare.eligibility_rule) IS 'why an unpaid month of a claim is payable now';

-- Why a month that was paid is not to be paid: its disposal, or that the claim begins later. Parameters: the claim; first of month; whether
-- the birth date is another.
CREATE FUNCTION payment.cause_of_ending(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date, born_otherwise boolean)
  RETURNS payment.adjustment_cause
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE WHEN claim.last_month < cause_of_ending.month AND disposal.cause = 'died' THEN 'death'
                WHEN claim.last_month < cause_of_ending.month THEN 'late_disposal'
                WHEN cause_of_ending.born_otherwise THEN 'birth_date_changed'
                WHEN claim.first_month > cause_of_ending.month THEN 'claim_dates_changed'
                ELSE 'rate_changed' END::payment.adjustment_cause
      FROM registry.claim
      LEFT JOIN registry.disposal
        ON disposal.thai_id = claim.thai_id AND disposal.programme = claim.programme AND disposal.claim_number = claim.claim_number
     WHERE claim.thai_id = cause_of_ending.thai_id AND claim.programme = cause_of_ending.programme AND claim.claim_number = cause_of_ending.claim_number
  $$;
COMMENT ON FUNCTION payment.cause_of_ending(welfare.thai_id, reference.programme_name, smallint, date, boolean) IS 'why a month that was paid is not to be paid';

-- What one prepared month is worth by what is known now, less what was paid for it: people and programmes of whom that is not nothing.
-- Parameters: first of month; one person, NULL for everybody.
-- A month that a right was paid for by one authority and owed by another is paid: nothing is lacking and nothing too much (ER13).
-- One pass over claims and lines; why and by what rule is worked out for those alone of whom there is something to tell.
CREATE FUNCTION payment.deltas_of_month(month date, only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, pay_month date, authority_code integer,
                 district_code smallint, province_code smallint, sensitive boolean,
                 entitled_allowance numeric, entitled_top_up numeric, entitled_other_payers numeric,
                 paid_allowance numeric, paid_top_up numeric, paid_other_payers numeric,
                 allowance numeric, top_up numeric, other_payers numeric, cause payment.adjustment_cause, rule jsonb)
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    WITH compared AS (
      SELECT coalesce(entitled.thai_id, paid.thai_id) AS thai_id, coalesce(entitled.programme, paid.programme) AS programme,
             coalesce(entitled.claim_number, paid.claim_number) AS claim_number,
             entitled.claim_number AS entitled_claim, paid.claim_number AS paid_claim, entitled.state,
             entitled.authority_code AS entitled_authority, entitled.district_code AS entitled_district, entitled.province_code AS entitled_province,
             paid.authority_code AS paid_authority, paid.district_code AS paid_district, paid.province_code AS paid_province,
             CASE WHEN entitled.state IN ('payable', 'held', 'suspended') AND reclaimed.thai_id IS NULL THEN entitled.allowance ELSE 0 END AS entitled_allowance,
             CASE WHEN entitled.state IN ('payable', 'held', 'suspended') AND reclaimed.thai_id IS NULL THEN entitled.top_up ELSE 0 END AS entitled_top_up,
             CASE WHEN entitled.state IN ('payable', 'held', 'suspended') AND reclaimed.thai_id IS NULL THEN entitled.other_payers ELSE 0 END AS entitled_other_payers,
             coalesce(paid.allowance, 0) AS paid_allowance, coalesce(paid.top_up, 0) AS paid_top_up, coalesce(paid.other_payers, 0) AS paid_other_payers,
             paid.line_allowance, paid.line_top_up, paid.line_other_payers, paid.cancelled, reclaimed.thai_id IS NOT NULL AS reclaimed,
             -- ER15: of the dead nothing is lacking, nor comes back what was cancelled, until the death is refuted and the hold lifted
             coalesce(entitled.state = 'payable', false) AND dead.thai_id IS NULL AS payable,
             coalesce(paid.kept_allowance, 0) AS kept_allowance, coalesce(paid.kept_top_up, 0) AS kept_top_up, coalesce(paid.kept_other_payers, 0) AS kept_other_payers,
             paid.tariff_id AS paid_tariff, paid.components AS found_components, paid.age AS paid_age,
             entitled.age, entitled.facts, entitled.age_day, entitled.criterion_id, entitled.rule, entitled.components
        FROM (SELECT * FROM registry.entitlements(deltas_of_month.month, deltas_of_month.only_person) OFFSET bigint '0') AS entitled
        FULL JOIN payment.paid_in(deltas_of_month.month, deltas_of_month.only_person) AS paid
          ON paid.thai_id = entitled.thai_id AND paid.programme = entitled.programme
        LEFT JOIN (SELECT DISTINCT holding.thai_id, holding.programme FROM payment.holding
                    WHERE holding.reason IN ('registry_death', 'treasury') AND holding.month_from <= deltas_of_month.month
                      AND (deltas_of_month.only_person IS NULL OR holding.thai_id = deltas_of_month.only_person)) AS dead
          ON dead.thai_id = entitled.thai_id AND dead.programme = entitled.programme
        -- ER14, EG7: months of which the executive ordered that they are reclaimed were never earned
        LEFT JOIN (SELECT DISTINCT coalesce(taken.thai_id, ordered.thai_id) AS thai_id, ordered.programme, coalesce(taken.claim_number, ordered.claim_number) AS claim_number
                     FROM registry.recovery_case AS ordered
                     -- under whatever ID it stands since; a wrong disposal undoes it
                     LEFT JOIN payment.claims_taken_over(deltas_of_month.only_person) AS taken
                       ON taken.record_id = ordered.thai_id AND taken.programme = ordered.programme AND taken.record_number = ordered.claim_number AND taken.corrected
                    WHERE ordered.state IN ('to_recover', 'settled') AND deltas_of_month.month BETWEEN ordered.from_month AND ordered.to_month) AS reclaimed
          ON reclaimed.thai_id = entitled.thai_id AND reclaimed.programme = entitled.programme AND reclaimed.claim_number = entitled.claim_number
      -- taken no further apart: each state and amount is worked out once
      OFFSET bigint '0'
    ),
    unequal AS (
      SELECT compared.*,
             payment.difference(entitled_allowance, payable, paid_allowance, kept_allowance) AS allowance,
             payment.difference(entitled_top_up, payable, paid_top_up, kept_top_up) AS top_up,
             payment.difference(entitled_other_payers, payable, paid_other_payers, kept_other_payers) AS other_payers
        FROM compared
       WHERE entitled_allowance <> paid_allowance OR entitled_top_up <> paid_top_up OR entitled_other_payers <> paid_other_payers
      OFFSET bigint '0'
    ),
    differing AS (
      SELECT unequal.*, law.criterion_id AS paid_criterion, law.rule AS paid_rule, law.age_day AS paid_age_day, law.least_age, law.asked_by_rates,
             coalesce(tariff.components, unequal.found_components) AS paid_components
        FROM unequal
        LEFT JOIN payment.law ON law.month = deltas_of_month.month AND law.programme = unequal.programme
        LEFT JOIN payment.tariff ON tariff.month = deltas_of_month.month AND tariff.tariff_id = unequal.paid_tariff
       WHERE unequal.allowance <> 0 OR unequal.top_up <> 0 OR unequal.other_payers <> 0
      OFFSET bigint '0'
    )
    SELECT differing.thai_id, differing.programme,
           -- what was paid too much is the affair of the claim that was paid
           CASE WHEN differing.is_arrears THEN coalesce(differing.entitled_claim, differing.paid_claim) ELSE coalesce(differing.paid_claim, differing.entitled_claim) END,
           deltas_of_month.month,
           CASE WHEN differing.is_arrears THEN coalesce(differing.entitled_authority, differing.paid_authority) ELSE coalesce(differing.paid_authority, differing.entitled_authority) END,
           CASE WHEN differing.is_arrears THEN coalesce(differing.entitled_district, differing.paid_district) ELSE coalesce(differing.paid_district, differing.entitled_district) END,
           CASE WHEN differing.is_arrears THEN coalesce(differing.entitled_province, differing.paid_province) ELSE coalesce(differing.paid_province, differing.entitled_province) END,
           programme.sensitive,
           differing.entitled_allowance, differing.entitled_top_up, differing.entitled_other_payers,
           differing.paid_allowance, differing.paid_top_up, differing.paid_other_payers,
           differing.allowance, differing.top_up, differing.other_payers,
           CASE
             WHEN differing.entitled_claim IS NULL
               THEN payment.cause_of_ending(differing.thai_id, differing.programme, differing.paid_claim, deltas_of_month.month,
                      (SELECT greatest(welfare.age_on(person.birth_date, differing.paid_age_day), differing.least_age) <> differing.paid_age
                         FROM registry.person WHERE person.thai_id = differing.thai_id))
             WHEN differing.paid_claim IS NULL
               THEN payment.cause_of_arrears(differing.thai_id, differing.programme, differing.entitled_claim, deltas_of_month.month, differing.rule)
             WHEN differing.reclaimed THEN 'never_entitled'
             WHEN differing.cancelled AND differing.is_arrears THEN 'held_released'
             WHEN (differing.entitled_allowance, differing.entitled_top_up, differing.entitled_other_payers)
                  = (differing.line_allowance, differing.line_top_up, differing.line_other_payers)
                  OR differing.line_allowance IS NULL AND differing.state = 'payable' AND differing.allowance <> 0 AND differing.components = differing.paid_components
               THEN 'adjustment_undone'::payment.adjustment_cause
             WHEN differing.age <> differing.paid_age AND differing.age_day = differing.paid_age_day THEN 'birth_date_changed'
             WHEN differing.age <> differing.paid_age OR differing.state IN ('unmet', 'undecided') AND differing.rule <> differing.paid_rule THEN 'rule_changed'
             WHEN differing.state IN ('unmet', 'undecided') THEN 'fact_changed'
             WHEN differing.allowance = 0 AND differing.other_payers = 0 THEN 'top_up_changed'
             -- by the tariff of then, the facts of now are worth the same as by that of now: it is they that changed
             WHEN EXISTS (SELECT FROM payment.tariff
                           WHERE tariff.month = deltas_of_month.month AND tariff.programme = differing.programme
                             AND differing.age BETWEEN tariff.from_age AND tariff.to_age
                             AND tariff.facts_case = coalesce(welfare.facts_case(differing.facts, differing.asked_by_rates), 0)
                             AND (tariff.allowance, tariff.other_payers) = (differing.entitled_allowance, differing.entitled_other_payers))
               THEN 'fact_changed'
             ELSE 'rate_changed' END,
           jsonb_strip_nulls(jsonb_build_object(
             'then', CASE WHEN differing.paid_components IS NOT NULL
                          THEN jsonb_build_object('criterion_id', differing.paid_criterion, 'age', differing.paid_age, 'components', differing.paid_components) END,
             'now', CASE WHEN differing.entitled_claim IS NOT NULL
                         THEN jsonb_build_object('criterion_id', differing.criterion_id, 'age', differing.age, 'state', differing.state,
                                                 'components', CASE WHEN differing.state NOT IN ('unmet', 'undecided') THEN differing.components END) END,
             'disposal', CASE WHEN differing.entitled_claim IS NULL
                              THEN (SELECT jsonb_build_object('cause', disposal.cause, 'happened_on', disposal.happened_on, 'ordered_on', disposal.ordered_on)
                                      FROM registry.disposal
                                     WHERE disposal.thai_id = differing.thai_id AND disposal.programme = differing.programme
                                       AND disposal.claim_number = differing.paid_claim) END))
      FROM (SELECT differing.*, differing.allowance + differing.top_up + differing.other_payers > 0 AS is_arrears FROM differing) AS differing
      JOIN reference.programme ON programme.programme = differing.programme;
  END;
COMMENT ON FUNCTION payment.deltas_of_month(date, welfare.thai_id) IS 'what one prepared month is worth by what is known now, less what was paid for it';

-- What is lacking or too much in the months that were prepared. Parameters: first and last month (first of month); one person, NULL for
-- everybody. Internal: it shows everybody to whoever may call it. Columns: payment.deltas_of_month.
CREATE FUNCTION payment.deltas(from_month date, to_month date, only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date, authority_code integer,
                 district_code smallint, province_code smallint, sensitive boolean,
                 entitled_allowance numeric, entitled_top_up numeric, entitled_other_payers numeric,
                 paid_allowance numeric, paid_top_up numeric, paid_other_payers numeric,
                 allowance numeric, top_up numeric, other_payers numeric, cause payment.adjustment_cause, rule jsonb)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  -- as in payment.prepare
  SET work_mem = '64MB'
  SET jit = off
  SET enable_mergejoin = off
  AS $$
  #variable_conflict use_column
  DECLARE
    prepared date;
  BEGIN
    -- months, not people; each by its own plan, which knows its partition
    FOR prepared IN SELECT DISTINCT payroll.month::date FROM payment.payroll
                     WHERE payroll.month BETWEEN deltas.from_month AND deltas.to_month ORDER BY 1 LOOP
      RETURN QUERY EXECUTE format('SELECT * FROM payment.deltas_of_month(%L, %L)', prepared, deltas.only_person);
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION payment.deltas(date, date, welfare.thai_id) IS 'what is lacking or too much in the months that were prepared';

-- Refuses months that are none. Parameters: first and last month. Errors: WF010, WF017 the last before the first, WF034.
CREATE FUNCTION payment.require_months(from_month date, to_month date) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    wrong date := (SELECT min(day) FROM unnest(ARRAY[from_month, to_month]) AS day WHERE NOT reference.is_pay_month(day));
  BEGIN
    IF from_month IS NULL OR to_month IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN from_month IS NULL THEN 'from_month' ELSE 'to_month' END);
    ELSIF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF034', NULL, wrong::text);
    ELSIF to_month < from_month THEN
      PERFORM reference.refuse('WF017', NULL, 'to_month', to_month::text, 'from_month', from_month::text);
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.require_months(date, date) IS 'refuses months that are none';

REVOKE ALL ON FUNCTION payment.ids_of_person(welfare.thai_id), payment.claims_taken_over(welfare.thai_id),
  payment.holder_of(welfare.thai_id, reference.programme_name, smallint), payment.records_of_right(welfare.thai_id, reference.programme_name, smallint),
  payment.paid_in(date, welfare.thai_id),
  payment.cause_of_arrears(welfare.thai_id, reference.programme_name, smallint, date, welfare.eligibility_rule),
  payment.cause_of_ending(welfare.thai_id, reference.programme_name, smallint, date, boolean),
  payment.deltas_of_month(date, welfare.thai_id), payment.deltas(date, date, welfare.thai_id), payment.require_months(date, date),
  payment.difference(numeric, boolean, numeric, numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.require_months(date, date) TO welfare_writer;

COMMIT;

-- ER6, ER12, ER13, ER18, DR6, DR12, AR1, EO3, RC7, RC8: what each claim is entitled to in a month, by the law of that month.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.entitlement_state AS ENUM ('payable', 'held', 'suspended', 'unmet', 'undecided', 'not_covered');
COMMENT ON TYPE registry.entitlement_state IS 'how a claim stands in a month: payable; payable but held until the authority that the person left acknowledges (ER8.4); suspended by order; a criterion is not met; a criterion is not decided, which pays nothing; the claim does not cover the month, which is then asked of it alone';

-- What every claim that covers a month is entitled to, by the law of that month as it is on record now. Parameters: first of month; one
-- person, NULL for everybody; one authority, NULL for all. Call it with the plan made for these values (plan_cache_mode): what is one
-- person's or one authority's is then read by key. Internal: it shows everybody to whoever may call it.
-- rule is the criterion, law_row its number; components name rate rows, payers and steps (reference.tariff_of). No row: the claim does not
-- cover the month, or the law pays nothing for the age.
CREATE FUNCTION registry.entitlements(month date, only_person welfare.thai_id DEFAULT NULL, only_authority integer DEFAULT NULL)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, authority_code integer, district_code smallint,
                 province_code smallint, sensitive boolean, state registry.entitlement_state, pending_removal boolean, age integer,
                 facts welfare.facts, rule welfare.eligibility_rule, criterion_id smallint, age_day date, tariff_id integer, allowance numeric, top_up reference.baht,
                 other_payers numeric, components jsonb)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT due.thai_id, due.programme_name, due.claim_number, due.authority_code, due.district_code, due.province_code, due.sensitive,
           CASE WHEN due.suspended THEN 'suspended'::registry.entitlement_state
                WHEN NOT coalesce((due.look).payable, true)
                  THEN CASE WHEN ((due.look).facts @@ due.rule) IS NULL THEN 'undecided'::registry.entitlement_state ELSE 'unmet' END
                WHEN due.state = 'awaiting' THEN 'held'
                ELSE 'payable' END,
           coalesce((due.look).pending_removal, false), due.age, coalesce((due.look).facts, due.facts), due.rule, due.criterion_id, due.age_day,
           tariff.tariff_id, tariff.allowance, due.top_up, tariff.other_payers, tariff.components
      FROM (SELECT claim.*, law.rule, law.criterion_id, law.age_day,
                   CASE WHEN coalesce(claim.facts @@ law.rule, false) THEN NULL
                        ELSE registry.look_again(claim.thai_id, claim.programme_name, claim.claim_number, claim.first_month, claim.varied_from,
                                                 entitlements.month, claim.facts, law.rule, law.same_since, law.until_order) END AS look
              FROM reference.law_of(entitlements.month) AS law
             CROSS JOIN LATERAL registry.claims_in_month(entitlements.month, law.programme, law.law_number, law.age_day, law.least_age, law.claim_facts,
                                                         law.asked_by_rates) AS claim
             WHERE (entitlements.only_person IS NULL OR claim.thai_id = entitlements.only_person)
               AND (entitlements.only_authority IS NULL OR claim.authority_code = entitlements.only_authority)
            OFFSET bigint '0') AS due
      JOIN (SELECT tariff.tariff_id, tariff.allowance, tariff.other_payers, tariff.components,
                   reference.tariff_case(law.law_number, tariff.facts_case, year.age) AS tariff_case
              FROM reference.tariff_of(entitlements.month) AS tariff
              JOIN reference.law_of(entitlements.month) AS law ON law.programme = tariff.programme
             CROSS JOIN LATERAL generate_series(tariff.from_age, tariff.to_age) AS year (age)
            OFFSET bigint '0') AS tariff
        ON tariff.tariff_case = due.tariff_case;
  END;
COMMENT ON FUNCTION registry.entitlements(date, welfare.thai_id, integer) IS 'what every claim that covers a month is entitled to, by the law of that month';

REVOKE ALL ON FUNCTION registry.entitlements(date, welfare.thai_id, integer) FROM PUBLIC;

COMMIT;

-- ER6, ER9, ER12, ER18, DR6, DR12, AR1, AR2, EG4.1, EO3, DE7: what one claim, or an authority's claims, are entitled to in a month, for those who may see them.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.not_covered_cause AS ENUM ('before_first_month', 'after_last_month', 'no_rate');
COMMENT ON TYPE registry.not_covered_cause IS 'why a claim does not cover a month: it has not begun; it has ended; the law of the month pays nothing for the age';

CREATE TYPE registry.claim_standing AS (
  state registry.entitlement_state,
  not_covered registry.not_covered_cause,
  ended_by reference.disposal_cause,
  pending_removal boolean,
  amount numeric,
  allowance numeric,
  top_up numeric,
  other_payers numeric,
  components jsonb,
  step integer,
  age integer,
  age_day date,
  criterion_id smallint,
  rule welfare.eligibility_rule,
  facts welfare.facts
);
COMMENT ON TYPE registry.claim_standing IS 'how a claim stands in a month, and what the law of that month gives it';
COMMENT ON COLUMN registry.claim_standing.state IS 'how it stands';
COMMENT ON COLUMN registry.claim_standing.not_covered IS 'why it does not cover the month; NULL when it does';
COMMENT ON COLUMN registry.claim_standing.ended_by IS 'cause of the disposal that ended it before the month; NULL when none did';
COMMENT ON COLUMN registry.claim_standing.pending_removal IS 'paid on until a lawful order ends it (DE7)';
COMMENT ON COLUMN registry.claim_standing.amount IS 'baht due for the month from all payers, top-up included; 0 when it is neither payable nor held';
COMMENT ON COLUMN registry.claim_standing.allowance IS 'baht that the law gives for the age and the facts, from the local authority; NULL when the month is not covered';
COMMENT ON COLUMN registry.claim_standing.top_up IS 'baht that the authority adds of its own';
COMMENT ON COLUMN registry.claim_standing.other_payers IS 'baht that others pay';
COMMENT ON COLUMN registry.claim_standing.components IS 'rate rows used, with payer, step and amount (reference.tariff_of)';
COMMENT ON COLUMN registry.claim_standing.step IS 'age from which the step of the base rate''s ladder counts';
COMMENT ON COLUMN registry.claim_standing.age IS 'age in complete years that chose the step';
COMMENT ON COLUMN registry.claim_standing.age_day IS 'day by whose end that age was complete (RC7)';
COMMENT ON COLUMN registry.claim_standing.criterion_id IS 'criterion that was looked at';
COMMENT ON COLUMN registry.claim_standing.rule IS 'its rule';
COMMENT ON COLUMN registry.claim_standing.facts IS 'facts that were looked at';

-- The age of the base rate's step among components (reference.tariff_of).
CREATE FUNCTION registry.base_step(components jsonb) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (jsonb_path_query_first(components, '$[*] ? (@.component == "base").from_age') #>> '{}')::integer;
COMMENT ON FUNCTION registry.base_step(jsonb) IS 'age of the base rate''s step among components';

-- How a claim stands in a month, whoever asks: for the functions that have made sure that the asker may see the claim. Parameters: the
-- claim; first of month. NULL: there is no such claim.
-- Belongs to the owner: what another claim proves (ER18) counts, though the asker may not see that claim. Planned for its values, so that
-- the person is found by key.
CREATE FUNCTION registry.standing_of(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date)
  RETURNS registry.claim_standing
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  SET jit = off
  AS $$
  DECLARE
    held registry.claim;
    standing registry.claim_standing;
  BEGIN
    SELECT * INTO held
      FROM registry.claim
     WHERE claim.thai_id = standing_of.thai_id AND claim.programme = standing_of.programme AND claim.claim_number = standing_of.claim_number;
    IF held.thai_id IS NULL THEN
      RETURN NULL;
    END IF;
    IF standing_of.month > held.last_month THEN
      standing.not_covered := 'after_last_month';
      standing.ended_by := (SELECT disposal.cause FROM registry.disposal
                             WHERE disposal.thai_id = held.thai_id AND disposal.programme = held.programme AND disposal.claim_number = held.claim_number);
    ELSIF standing_of.month < held.first_month THEN
      standing.not_covered := 'before_first_month';
    ELSE
      SELECT entitled.state, NULL::registry.not_covered_cause, NULL::reference.disposal_cause, entitled.pending_removal,
             CASE WHEN entitled.state IN ('payable', 'held') THEN entitled.allowance + entitled.top_up + entitled.other_payers ELSE 0 END,
             entitled.allowance, entitled.top_up::numeric, entitled.other_payers, entitled.components, registry.base_step(entitled.components),
             entitled.age, entitled.age_day, entitled.criterion_id, entitled.rule, entitled.facts
        INTO standing
        FROM registry.entitlements(standing_of.month, standing_of.thai_id) AS entitled
       WHERE entitled.programme = standing_of.programme AND entitled.claim_number = standing_of.claim_number;
      IF standing.state IS NULL THEN
        standing.not_covered := 'no_rate';
      END IF;
    END IF;
    IF standing.not_covered IS NOT NULL THEN
      standing.state := 'not_covered';
      standing.pending_removal := false;
      standing.amount := 0;
    END IF;
    RETURN standing;
  END
  $$;
COMMENT ON FUNCTION registry.standing_of(welfare.thai_id, reference.programme_name, smallint, date) IS 'how a claim stands in a month';

-- Refuses a month that cannot be asked about. Parameters: the month; programme, NULL for every one. Errors: WF033 no month, WF034 no first
-- of month, WF031 its law is not on record.
CREATE FUNCTION registry.require_month(month date, programme reference.programme_name DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF require_month.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(require_month.month) THEN
      PERFORM reference.refuse('WF034', NULL, require_month.month::text);
    END IF;
    PERFORM reference.check_law_on_record(require_month.month, require_month.programme);
  END
  $$;
COMMENT ON FUNCTION registry.require_month(date, reference.programme_name) IS 'refuses a month that cannot be asked about';

-- The claim that somebody asks about, out of those that the asker may see: the one that has begun last by the month, else the first. Who
-- sees what is row security's: the caller acts as welfare_writer. Above the authority a claim that is health data is none (AR2): somebody
-- whom nobody knows, somebody without such a claim and one with it are refused with the same words.
-- Parameters: national ID; programme; first of month. Errors: WF001, WF007, WF010 something is missing, WF031, WF033, WF034, WF350 no claim.
CREATE FUNCTION registry.claim_asked_for(thai_id welfare.thai_id, programme reference.programme_name, month date) RETURNS registry.claim
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    found registry.claim;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF claim_asked_for.thai_id IS NULL OR claim_asked_for.programme IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN claim_asked_for.thai_id IS NULL THEN 'thai_id' ELSE 'programme' END);
    END IF;
    PERFORM registry.require_month(claim_asked_for.month, claim_asked_for.programme);
    IF welfare.duty() IN ('local_authority', 'administrator') OR welfare.duty() IS NULL THEN
      SELECT * INTO found
        FROM registry.claim
       WHERE claim.thai_id = claim_asked_for.thai_id AND claim.programme = claim_asked_for.programme AND claim.state <> 'deleted'
       ORDER BY claim.first_month <= claim_asked_for.month DESC,
                CASE WHEN claim.first_month <= claim_asked_for.month THEN claim_asked_for.month - claim.first_month
                     ELSE claim.first_month - claim_asked_for.month END,
                claim.claim_number DESC
       LIMIT 1;
    ELSE
      -- those above the authority read by an index that has none of what they may not see
      SELECT * INTO found
        FROM registry.claim
       WHERE claim.thai_id = claim_asked_for.thai_id AND claim.programme = claim_asked_for.programme AND claim.state <> 'deleted' AND NOT claim.sensitive
       ORDER BY claim.first_month <= claim_asked_for.month DESC,
                CASE WHEN claim.first_month <= claim_asked_for.month THEN claim_asked_for.month - claim.first_month
                     ELSE claim.first_month - claim_asked_for.month END,
                claim.claim_number DESC
       LIMIT 1;
    END IF;
    IF found.thai_id IS NULL THEN
      PERFORM reference.refuse('WF350', NULL, reference.programme_text(claim_asked_for.programme), claim_asked_for.thai_id::text);
    END IF;
    RETURN found;
  END
  $$;
COMMENT ON FUNCTION registry.claim_asked_for(welfare.thai_id, reference.programme_name, date) IS 'the claim that somebody asks about, out of those that the asker may see';

-- What a claim is entitled to in a month, by the law of that month and what is on record now: one row. The look is recorded.
-- Parameters: national ID; programme; first of month. Errors: WF001, WF007, WF010 something is missing, WF031 a month without law, WF033,
-- WF034, WF350 no claim of that programme in the asker's scope.
CREATE FUNCTION registry.entitlement(thai_id welfare.thai_id, programme reference.programme_name, month date)
  RETURNS TABLE (state registry.entitlement_state, not_covered registry.not_covered_cause, ended_by reference.disposal_cause, pending_removal boolean,
                 amount numeric, allowance numeric, top_up numeric, other_payers numeric, components jsonb, step integer, age integer, age_day date,
                 criterion_id smallint, authority_code integer, first_month date, last_month date)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    asked registry.claim := registry.claim_asked_for(entitlement.thai_id, entitlement.programme, entitlement.month);
    standing registry.claim_standing := registry.standing_of(asked.thai_id, asked.programme, asked.claim_number, entitlement.month);
  BEGIN
    PERFORM audit.record_look('registry.entitlement', asked.thai_id,
                              jsonb_build_object('programme', asked.programme, 'month', entitlement.month), 1);
    RETURN QUERY
      SELECT standing.state, standing.not_covered, standing.ended_by, standing.pending_removal, standing.amount, standing.allowance, standing.top_up,
             standing.other_payers, standing.components, standing.step, standing.age, standing.age_day, standing.criterion_id,
             asked.authority_code, asked.first_month::date, asked.last_month::date;
  END
  $$;
COMMENT ON FUNCTION registry.entitlement(welfare.thai_id, reference.programme_name, date) IS 'what a claim is entitled to in a month, by the law of that month';

-- What the claims of the officer's own authority that cover a month are entitled to. The look is recorded. Parameters: first of month;
-- programme, NULL for every one. Errors: WF001 and WF007 not an officer of an authority, WF031 a month without law, WF033, WF034.
-- Belongs to the owner, for what other claims prove (ER18); the rows are those of the one authority, read by its index.
CREATE FUNCTION registry.entitlements_of_authority(month date, only_programme reference.programme_name DEFAULT NULL)
  RETURNS TABLE (national_id welfare.thai_id, programme reference.programme_name, state registry.entitlement_state, pending_removal boolean,
                 amount numeric, allowance numeric, top_up numeric, other_payers numeric, components jsonb, step integer, age integer, age_day date,
                 criterion_id smallint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    own_authority integer;
    found bigint;
  BEGIN
    PERFORM registry.require_officer();
    own_authority := welfare.authority_code();
    PERFORM registry.require_month(entitlements_of_authority.month, entitlements_of_authority.only_programme);
    RETURN QUERY
      SELECT entitled.thai_id, entitled.programme, entitled.state, entitled.pending_removal,
             CASE WHEN entitled.state IN ('payable', 'held') THEN entitled.allowance + entitled.top_up + entitled.other_payers ELSE 0 END,
             entitled.allowance, entitled.top_up::numeric, entitled.other_payers, entitled.components, registry.base_step(entitled.components),
             entitled.age, entitled.age_day, entitled.criterion_id
        FROM registry.entitlements(entitlements_of_authority.month, NULL, own_authority) AS entitled
       WHERE entitlements_of_authority.only_programme IS NULL OR entitled.programme = entitlements_of_authority.only_programme
       ORDER BY entitled.thai_id, entitled.programme;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.entitlements_of_authority', NULL,
                              jsonb_build_object('month', entitlements_of_authority.month, 'programme', entitlements_of_authority.only_programme), found);
  END
  $$;
COMMENT ON FUNCTION registry.entitlements_of_authority(date, reference.programme_name) IS 'what the claims of the officer''s own authority are entitled to in a month';

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF350', 'ไม่พบสิทธิเบี้ย%1$sของเลขประจำตัวประชาชน %2$s ในขอบเขตที่ท่านมองเห็น', 'there is no claim of the %1$s allowance under national ID %2$s in your scope',
   'ตรวจสอบเลขประจำตัวประชาชนและประเภทเบี้ย', 'Check the national ID and the programme.');

REVOKE ALL ON FUNCTION registry.base_step(jsonb), registry.standing_of(welfare.thai_id, reference.programme_name, smallint, date),
  registry.require_month(date, reference.programme_name), registry.claim_asked_for(welfare.thai_id, reference.programme_name, date),
  registry.entitlement(welfare.thai_id, reference.programme_name, date),
  registry.entitlements_of_authority(date, reference.programme_name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.standing_of(welfare.thai_id, reference.programme_name, smallint, date),
  registry.require_month(date, reference.programme_name),
  registry.claim_asked_for(welfare.thai_id, reference.programme_name, date) TO welfare_writer;
RESET ROLE;
ALTER FUNCTION registry.entitlement(welfare.thai_id, reference.programme_name, date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.entitlement(welfare.thai_id, reference.programme_name, date)
  TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;
GRANT EXECUTE ON FUNCTION registry.entitlements_of_authority(date, reference.programme_name) TO welfare_authority;

COMMIT;

-- ER13, DE20, AR2: recording what late facts change, and who sees it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Records what is lacking or too much in the months that were prepared, as arrears and as proposed recoveries; what was recorded already is
-- not recorded again. Parameters: first and last month (first of month). Answers what it added, by month.
-- A preparation of the month waits for it, and it for that: whichever comes second finds what the first did (ER13). One that works with a
-- snapshot from before the other fails to serialize, for both write the month's payroll.
-- Errors: WF001 and WF004 not an administrator, WF010, WF017, WF034.
CREATE FUNCTION payment.record_adjustments(from_month date, to_month date)
  RETURNS TABLE (month date, programme reference.programme_name, kind payment.adjustment_kind, cause payment.adjustment_cause, adjustments bigint,
                 allowance numeric, top_up numeric, other_payers numeric)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    prepared date;
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM payment.require_months(record_adjustments.from_month, record_adjustments.to_month);
    FOR prepared IN SELECT DISTINCT payroll.month::date FROM payment.payroll
                     WHERE payroll.month BETWEEN record_adjustments.from_month AND record_adjustments.to_month ORDER BY 1 LOOP
      PERFORM pg_advisory_xact_lock(hashtext('payment.prepare'), prepared - DATE '1900-01-01');
      RETURN QUERY
        WITH recorded AS (
          INSERT INTO payment.adjustment AS adjustment
                 (thai_id, recorded_at, month, authority_code, programme, kind, cause, adjustment_number, claim_number, district_code, province_code,
                  sensitive, allowance, top_up, other_payers, rule, recorded_by)
          SELECT delta.thai_id, clock_timestamp(), prepared, delta.authority_code, delta.programme, part.kind, delta.cause,
                 coalesce(earlier.last_number, 0) + row_number() OVER (PARTITION BY delta.thai_id, delta.programme ORDER BY part.kind),
                 delta.claim_number, delta.district_code, delta.province_code, delta.sensitive, part.allowance, part.top_up, part.other_payers,
                 delta.rule, coalesce(welfare.principal(), session_user)
            FROM payment.deltas(prepared, prepared) AS delta
           CROSS JOIN LATERAL (VALUES
             ('arrears'::payment.adjustment_kind, greatest(delta.allowance, 0), greatest(delta.top_up, 0), greatest(delta.other_payers, 0)),
             ('recovery', least(delta.allowance, 0), least(delta.top_up, 0), least(delta.other_payers, 0))) AS part (kind, allowance, top_up, other_payers)
            LEFT JOIN (SELECT numbered.thai_id, numbered.programme, max(numbered.adjustment_number) AS last_number
                         FROM payment.adjustment AS numbered WHERE numbered.month = prepared
                        GROUP BY numbered.thai_id, numbered.programme) AS earlier
              ON earlier.thai_id = delta.thai_id AND earlier.programme = delta.programme
           WHERE (part.allowance, part.top_up, part.other_payers) <> (0, 0, 0)
          RETURNING adjustment.programme, adjustment.kind, adjustment.cause, adjustment.allowance, adjustment.top_up, adjustment.other_payers
        ),
        marked AS (
          UPDATE payment.payroll SET adjusted_at = clock_timestamp()
           WHERE payroll.month = prepared AND payroll.programme IN (SELECT recorded.programme FROM recorded)
        )
        SELECT prepared, recorded.programme, recorded.kind, recorded.cause, count(*), sum(recorded.allowance), sum(recorded.top_up), sum(recorded.other_payers)
          FROM recorded
         GROUP BY recorded.programme, recorded.kind, recorded.cause
         ORDER BY recorded.programme, recorded.kind, recorded.cause;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION payment.record_adjustments(date, date) IS 'records what is lacking or too much in prepared months, as arrears and proposed recoveries';

-- How recoveries stand: proposed, ordered or let be; settled when nothing of one is asked any more, received or offset whoever decided (ER14).
-- Parameters: first and last month; one person, NULL for everybody. Few, and asked at once.
CREATE FUNCTION payment.recovery_standings(from_month date, to_month date, only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, standing payment.adjustment_standing)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT recovery.thai_id, recovery.programme, recovery.month::date, recovery.adjustment_number,
             CASE WHEN decision.outcome = 'not_recovered' THEN 'not_recovered' WHEN still.amount > 0 THEN coalesce(decision.outcome::text, 'proposed')
                  ELSE 'settled' END::payment.adjustment_standing
        FROM payment.adjustment AS recovery
        LEFT JOIN payment.recovery_decision AS decision
          ON decision.thai_id = recovery.thai_id AND decision.programme = recovery.programme AND decision.month = recovery.month
         AND decision.adjustment_number = recovery.adjustment_number
        JOIN (SELECT left_over.thai_id, left_over.programme, left_over.month, left_over.adjustment_number, sum(left_over.amount) AS amount
                FROM payment.left_of_recoveries(recovery_standings.from_month, recovery_standings.to_month, recovery_standings.only_person) AS left_over
               GROUP BY left_over.thai_id, left_over.programme, left_over.month, left_over.adjustment_number) AS still
          ON still.thai_id = recovery.thai_id AND still.programme = recovery.programme AND still.month = recovery.month
         AND still.adjustment_number = recovery.adjustment_number
       WHERE recovery.month BETWEEN recovery_standings.from_month AND recovery_standings.to_month AND recovery.kind = 'recovery';
  END
  $$;
COMMENT ON FUNCTION payment.recovery_standings(date, date, welfare.thai_id) IS 'how recoveries stand: proposed, due, let be, settled';

-- The adjustments inside the asker's scope, by month and person; an authority's, with those of whoever ended with it as successor (RC2). Of one person
-- those are among them that were recorded under an ID that was corrected (IS9.6). Parameters: first and last month; one person. The look is recorded.
-- Errors: WF001, WF007, WF010, WF017, WF034.
-- Belongs to the owner and names the scope itself: of authorities that ended, row security shows their successor nothing, nor what came back.
CREATE FUNCTION payment.adjustments(from_month date, to_month date, only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (national_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, claim_number smallint,
                 authority_code integer, kind payment.adjustment_kind, standing payment.adjustment_standing, cause payment.adjustment_cause,
                 allowance numeric, top_up numeric, other_payers numeric, rule jsonb, recorded_at timestamptz, recorded_by text,
                 decided_on date, order_number text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    own CONSTANT integer[] := CASE WHEN welfare.duty() = 'local_authority' THEN reference.acts_for(welfare.authority_code()) END;
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    PERFORM payment.require_months(adjustments.from_month, adjustments.to_month);
    RETURN QUERY
      SELECT adjustment.thai_id, adjustment.programme, adjustment.month::date, adjustment.adjustment_number, adjustment.claim_number,
             adjustment.authority_code, adjustment.kind, coalesce(stands.standing, 'payable'),
             adjustment.cause, adjustment.allowance, adjustment.top_up, adjustment.other_payers, adjustment.rule, adjustment.recorded_at,
             adjustment.recorded_by, decision.decided_on, decision.order_number
        FROM payment.adjustment
        LEFT JOIN payment.recovery_decision AS decision
          ON decision.thai_id = adjustment.thai_id AND decision.programme = adjustment.programme AND decision.month = adjustment.month
         AND decision.adjustment_number = adjustment.adjustment_number
        LEFT JOIN payment.recovery_standings(adjustments.from_month, adjustments.to_month, adjustments.only_person) AS stands
          ON stands.thai_id = adjustment.thai_id AND stands.programme = adjustment.programme AND stands.month = adjustment.month
         AND stands.adjustment_number = adjustment.adjustment_number
       WHERE adjustment.month BETWEEN adjustments.from_month AND adjustments.to_month
         AND CASE WHEN own IS NOT NULL THEN adjustment.authority_code = ANY (own)
                  ELSE payment.may_see(adjustment.authority_code, adjustment.district_code, adjustment.province_code, adjustment.sensitive) END
         AND (adjustments.only_person IS NULL OR adjustment.thai_id = adjustments.only_person
              OR (adjustment.thai_id, adjustment.programme, adjustment.claim_number)
                 IN (SELECT taken.record_id, taken.programme, taken.record_number FROM payment.claims_taken_over(adjustments.only_person) AS taken
                      WHERE taken.thai_id = adjustments.only_person))
       ORDER BY adjustment.month, adjustment.thai_id, adjustment.programme, adjustment.adjustment_number;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('payment.adjustments', adjustments.only_person,
                              jsonb_build_object('from_month', adjustments.from_month, 'to_month', adjustments.to_month), found);
  END
  $$;
COMMENT ON FUNCTION payment.adjustments(date, date, welfare.thai_id) IS 'adjustments inside the asker''s scope, with how they stand';

-- Sums of the adjustments by month, programme, province and kind, of what is no health data; administrators, and an authority of its own, of
-- everything. Identifies nobody. Parameters: first and last month. Errors: WF001, WF007, WF010, WF017, WF034.
-- Belongs to the owner: it counts by the scope of whoever asks, and shows no row.
CREATE FUNCTION payment.adjustment_totals(from_month date, to_month date)
  RETURNS TABLE (month date, programme reference.programme_name, province_code smallint, kind payment.adjustment_kind, standing payment.adjustment_standing,
                 adjustments bigint, allowance numeric, top_up numeric, other_payers numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    own CONSTANT integer[] := CASE WHEN welfare.duty() = 'local_authority' THEN reference.acts_for(welfare.authority_code()) END;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator', 'treasury');
    PERFORM payment.require_months(adjustment_totals.from_month, adjustment_totals.to_month);
    RETURN QUERY
      SELECT adjustment.month::date, adjustment.programme, adjustment.province_code, adjustment.kind, shown.standing, count(*), sum(adjustment.allowance),
             sum(adjustment.top_up), sum(adjustment.other_payers)
        FROM payment.adjustment
        LEFT JOIN payment.recovery_standings(adjustment_totals.from_month, adjustment_totals.to_month) AS stands
          ON stands.thai_id = adjustment.thai_id AND stands.programme = adjustment.programme AND stands.month = adjustment.month
         AND stands.adjustment_number = adjustment.adjustment_number
       CROSS JOIN LATERAL (SELECT coalesce(stands.standing, 'payable') AS standing) AS shown
       WHERE adjustment.month BETWEEN adjustment_totals.from_month AND adjustment_totals.to_month
         AND CASE WHEN own IS NOT NULL THEN adjustment.authority_code = ANY (own)
                  ELSE payment.may_see(adjustment.authority_code, adjustment.district_code, adjustment.province_code, adjustment.sensitive) END
       GROUP BY adjustment.month, adjustment.programme, adjustment.province_code, adjustment.kind, shown.standing
       ORDER BY adjustment.month, adjustment.programme, adjustment.province_code, adjustment.kind, shown.standing;
  END
  $$;
COMMENT ON FUNCTION payment.adjustment_totals(date, date) IS 'sums of adjustments inside the asker''s scope, by month, programme, province and kind';

-- Whether whoever asks may see something of an authority: its own users; above it, what is no health data (AR2); administrators everything.
-- Parameters: authority; its district and province; whether it is health data.
CREATE FUNCTION payment.may_see(authority_code integer, district_code smallint, province_code smallint, sensitive boolean) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  RETURN coalesce(CASE welfare.duty()
    WHEN 'local_authority' THEN may_see.authority_code = welfare.authority_code()
    WHEN 'district' THEN NOT may_see.sensitive AND may_see.district_code = welfare.district_code()
    WHEN 'province' THEN NOT may_see.sensitive AND may_see.province_code = welfare.province_code()
    WHEN 'department' THEN NOT may_see.sensitive AND welfare.nation()
    WHEN 'treasury' THEN NOT may_see.sensitive AND welfare.nation()
    WHEN 'administrator' THEN welfare.nation()
    ELSE welfare.duty() IS NULL END, false);
COMMENT ON FUNCTION payment.may_see(integer, smallint, smallint, boolean) IS 'whether whoever asks may see something of an authority';

-- What is lacking or too much by what is known now and not recorded yet, inside the asker's scope. Parameters: first and last month; one
-- person. With one person it is a matter of milliseconds; for everybody it compares the nation. The look is recorded.
-- Errors: WF001, WF007, WF010, WF017, WF034.
-- Belongs to the owner: what a month is worth is worked out over whatever proves it; it shows rows of the asker's scope alone.
CREATE FUNCTION payment.outstanding(from_month date, to_month date, only_person welfare.thai_id DEFAULT NULL)
  RETURNS TABLE (national_id welfare.thai_id, programme reference.programme_name, month date, claim_number smallint, authority_code integer,
                 entitled numeric, paid numeric, allowance numeric, top_up numeric, other_payers numeric, cause payment.adjustment_cause, rule jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    PERFORM payment.require_months(outstanding.from_month, outstanding.to_month);
    RETURN QUERY
      SELECT delta.thai_id, delta.programme, delta.month, delta.claim_number, delta.authority_code,
             delta.entitled_allowance + delta.entitled_top_up + delta.entitled_other_payers,
             delta.paid_allowance + delta.paid_top_up + delta.paid_other_payers,
             delta.allowance, delta.top_up, delta.other_payers, delta.cause, delta.rule
        FROM payment.deltas(outstanding.from_month, outstanding.to_month, outstanding.only_person) AS delta
       WHERE payment.may_see(delta.authority_code, delta.district_code, delta.province_code, delta.sensitive)
       ORDER BY delta.month, delta.thai_id, delta.programme;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('payment.outstanding', outstanding.only_person,
                              jsonb_build_object('from_month', outstanding.from_month, 'to_month', outstanding.to_month), found);
  END
  $$;
COMMENT ON FUNCTION payment.outstanding(date, date, welfare.thai_id) IS 'what is lacking or too much in prepared months and not recorded yet, inside the asker''s scope';

REVOKE ALL ON FUNCTION payment.record_adjustments(date, date), payment.recovery_standings(date, date, welfare.thai_id), payment.adjustments(date, date, welfare.thai_id), payment.adjustment_totals(date, date),
  payment.may_see(integer, smallint, smallint, boolean), payment.outstanding(date, date, welfare.thai_id) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.record_adjustments(date, date) TO welfare_admin;
GRANT EXECUTE ON FUNCTION payment.adjustment_totals(date, date)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority, welfare_treasury;
GRANT EXECUTE ON FUNCTION payment.outstanding(date, date, welfare.thai_id)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority;
GRANT EXECUTE ON FUNCTION payment.adjustments(date, date, welfare.thai_id)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority;

COMMIT;

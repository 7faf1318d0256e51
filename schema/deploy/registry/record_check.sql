-- DR9, DR10: opening yearly lists and checks, recording what was found, and listing what is outstanding.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Opens a campaign for every authority and freezes whom it is about: who is paid, or suspended by order, in the month on its 1st; with what the
-- month's law pays them. Opening it again does nothing. Parameters: kind; fiscal year, B.E. Answers how many authorities and recipients it
-- covers now. Errors: WF001 and WF004 not an administrator, WF010, WF030 its month has not come, WF33E no law asks for it.
-- Belongs to the owner: it covers the nation.
CREATE FUNCTION registry.open_campaign(kind reference.campaign_kind, fiscal_year integer)
  RETURNS TABLE (authorities bigint, recipients bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    law record;
    missing text := CASE WHEN open_campaign.kind IS NULL THEN 'kind' WHEN open_campaign.fiscal_year IS NULL THEN 'fiscal_year' END;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('registry.open_campaign'), hashtext(open_campaign.kind || ' ' || open_campaign.fiscal_year));
    SELECT campaign_rule.*, asked.month::date AS month, programme.sensitive INTO law
      FROM generate_series(lower(welfare.fiscal_year_range(open_campaign.fiscal_year)), upper(welfare.fiscal_year_range(open_campaign.fiscal_year)) - 1,
                           interval '1 month') AS asked (month)
      JOIN reference.campaign_rule ON campaign_rule.kind = open_campaign.kind AND campaign_rule.valid @> asked.month::date
       AND campaign_rule.month_of_year = extract(month FROM asked.month)
      JOIN reference.programme ON programme.programme = campaign_rule.programme;
    IF law.kind IS NULL THEN
      PERFORM reference.refuse('WF33E', NULL, open_campaign.kind::text, open_campaign.fiscal_year::text);
    END IF;
    IF law.month > welfare.business_date() THEN
      PERFORM reference.refuse('WF030', NULL, law.month::text, welfare.business_date()::text);
    END IF;

    IF NOT EXISTS (SELECT FROM registry.campaign WHERE campaign.kind = open_campaign.kind AND campaign.fiscal_year = open_campaign.fiscal_year) THEN
      INSERT INTO registry.campaign_recipient (thai_id, kind, fiscal_year, programme, authority_code, claim_number, district_code, province_code,
                                               sensitive, suspended, allowance, top_up)
      SELECT DISTINCT ON (entitled.thai_id) entitled.thai_id, open_campaign.kind, open_campaign.fiscal_year, entitled.programme, entitled.authority_code,
             entitled.claim_number, entitled.district_code, entitled.province_code, entitled.sensitive, entitled.state = 'suspended',
             entitled.allowance, entitled.top_up
        FROM registry.entitlements(law.month) AS entitled
        JOIN reference.local_authority USING (authority_code)
       WHERE entitled.programme = law.programme AND entitled.state IN ('payable', 'suspended')
         AND NOT local_authority.authority_type = ANY (law.own_procedure)
       ORDER BY entitled.thai_id, entitled.claim_number DESC;
      INSERT INTO registry.campaign (kind, fiscal_year, authority_code, programme, month, own_procedure, district_code, province_code, sensitive,
                                     recipients, allowance, top_up)
      SELECT open_campaign.kind, open_campaign.fiscal_year, local_authority.authority_code, law.programme, law.month,
             local_authority.authority_type = ANY (law.own_procedure), local_authority.district_code, local_authority.province_code, law.sensitive,
             count(listed.thai_id), coalesce(sum(listed.allowance) FILTER (WHERE NOT listed.suspended), 0),
             coalesce(sum(listed.top_up) FILTER (WHERE NOT listed.suspended), 0)
        FROM reference.local_authority
        JOIN reference.authority_type USING (authority_type)
        LEFT JOIN registry.campaign_recipient AS listed
          ON listed.authority_code = local_authority.authority_code AND listed.kind = open_campaign.kind
         AND listed.fiscal_year = open_campaign.fiscal_year
       WHERE authority_type.pays AND local_authority.valid @> law.month
       GROUP BY local_authority.authority_code;
    END IF;
    RETURN QUERY
      SELECT count(*), sum(campaign.recipients)::bigint
        FROM registry.campaign
       WHERE campaign.kind = open_campaign.kind AND campaign.fiscal_year = open_campaign.fiscal_year;
  END
  $$;
COMMENT ON FUNCTION registry.open_campaign(reference.campaign_kind, integer) IS 'opens a yearly list or check, and freezes whom it is about (DR9, DR10)';

-- The campaign of the user's own authority. Parameters: kind; fiscal year. Errors: WF010, WF33D it has not been opened.
CREATE FUNCTION registry.own_campaign(kind reference.campaign_kind, fiscal_year integer) RETURNS registry.campaign
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    held registry.campaign;
    missing text := CASE WHEN own_campaign.kind IS NULL THEN 'kind' WHEN own_campaign.fiscal_year IS NULL THEN 'fiscal_year' END;
  BEGIN
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    SELECT * INTO held
      FROM registry.campaign
     WHERE campaign.kind = own_campaign.kind AND campaign.fiscal_year = own_campaign.fiscal_year
       AND campaign.authority_code = welfare.authority_code();
    IF held.kind IS NULL THEN
      PERFORM reference.refuse('WF33D', NULL, own_campaign.kind::text, own_campaign.fiscal_year::text);
    END IF;
    RETURN held;
  END
  $$;
COMMENT ON FUNCTION registry.own_campaign(reference.campaign_kind, integer) IS 'the campaign of the user''s own authority';

-- Records the check of a recipient by an officer of the authority (DR10). A later check stands beside an earlier. No claim changes.
-- Parameters: kind; fiscal year; national ID; outcome; how it was checked; day of it. Errors: WF001, WF007, WF010, WF016,
-- WF017 a day before the month, WF336 no officer, WF33D, WF33F a list only, WF33G not on the list, WF33J.
CREATE FUNCTION registry.record_check(kind reference.campaign_kind, fiscal_year integer, thai_id welfare.thai_id, outcome registry.check_outcome, how text,
                                      checked_on date DEFAULT welfare.business_date())
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.campaign;
    missing text := CASE WHEN record_check.thai_id IS NULL THEN 'thai_id' WHEN record_check.outcome IS NULL THEN 'outcome' END;
  BEGIN
    PERFORM registry.require_office('officer');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF coalesce(btrim(record_check.how), '') = '' THEN
      PERFORM reference.refuse('WF33J', NULL);
    END IF;
    held := registry.own_campaign(record_check.kind, record_check.fiscal_year);
    IF NOT EXISTS (SELECT FROM reference.campaign_rule
                    WHERE campaign_rule.kind = held.kind AND campaign_rule.programme = held.programme AND campaign_rule.valid @> held.month::date
                      AND campaign_rule.each_is_checked) THEN
      PERFORM reference.refuse('WF33F', NULL, record_check.kind::text);
    END IF;
    PERFORM registry.require_past('checked_on', record_check.checked_on);
    IF record_check.checked_on < held.month THEN
      PERFORM reference.refuse('WF017', NULL, 'checked_on', record_check.checked_on::text, 'month', held.month::text);
    END IF;
    INSERT INTO registry.campaign_check (thai_id, checked_on, kind, fiscal_year, programme, authority_code, outcome, district_code, province_code, sensitive, how)
    SELECT listed.thai_id, record_check.checked_on, listed.kind, listed.fiscal_year, listed.programme, listed.authority_code, record_check.outcome,
           listed.district_code, listed.province_code, listed.sensitive, btrim(record_check.how)
      FROM registry.campaign_recipient AS listed
     WHERE listed.thai_id = record_check.thai_id AND listed.kind = record_check.kind AND listed.fiscal_year = record_check.fiscal_year
       AND listed.authority_code = welfare.authority_code();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF33G', NULL, record_check.thai_id::text);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.record_check(reference.campaign_kind, integer, welfare.thai_id, registry.check_outcome, text, date) IS 'records the check of a recipient (DR10)';

-- Recipients in the asker's scope of whom no check of the campaign's month is recorded: at the month's end what is unchecked (DR10). Who was
-- checked later stays on the list, with the day. Parameters: kind; fiscal year. The look is recorded. Errors: WF001, WF007, WF010.
CREATE FUNCTION registry.outstanding_checks(kind reference.campaign_kind, fiscal_year integer)
  RETURNS TABLE (authority_code integer, national_id welfare.thai_id, first_name text, last_name text, suspended boolean, checked_late_on date)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
    missing text := CASE WHEN outstanding_checks.kind IS NULL THEN 'kind' WHEN outstanding_checks.fiscal_year IS NULL THEN 'fiscal_year' END;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    RETURN QUERY
      SELECT listed.authority_code, listed.thai_id, person.first_name, person.last_name, listed.suspended,
             (SELECT min(late.checked_on) FROM registry.campaign_check AS late
               WHERE late.thai_id = listed.thai_id AND late.programme = listed.programme AND late.kind = listed.kind AND late.fiscal_year = listed.fiscal_year)
        FROM registry.campaign_recipient AS listed
        JOIN registry.campaign USING (kind, fiscal_year, programme, authority_code)
        LEFT JOIN registry.person ON person.thai_id = listed.thai_id
       WHERE listed.kind = outstanding_checks.kind AND listed.fiscal_year = outstanding_checks.fiscal_year
         AND EXISTS (SELECT FROM reference.campaign_rule
                      WHERE campaign_rule.kind = listed.kind AND campaign_rule.programme = listed.programme AND campaign_rule.valid @> campaign.month::date
                        AND campaign_rule.each_is_checked)
         AND NOT EXISTS (SELECT FROM registry.campaign_check AS made
                          WHERE made.thai_id = listed.thai_id AND made.programme = listed.programme AND made.kind = listed.kind
                            AND made.fiscal_year = listed.fiscal_year AND made.checked_on < reference.month_after(campaign.month))
       ORDER BY listed.authority_code, listed.thai_id;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.outstanding_checks', NULL,
                              jsonb_build_object('kind', outstanding_checks.kind, 'fiscal_year', outstanding_checks.fiscal_year), found);
  END
  $$;
COMMENT ON FUNCTION registry.outstanding_checks(reference.campaign_kind, integer) IS 'recipients in the asker''s scope who were not checked in the campaign''s month (DR10)';

-- Records that the user's own authority reports its list (DR9). Parameters: kind; fiscal year. Answers the list's figures.
-- Errors: WF001, WF007, WF010, WF336 no officer, WF33D, WF33H reported already.
CREATE FUNCTION registry.report_list(kind reference.campaign_kind, fiscal_year integer)
  RETURNS TABLE (recipients bigint, allowance numeric, top_up numeric)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.campaign;
  BEGIN
    PERFORM registry.require_office('officer');
    held := registry.own_campaign(report_list.kind, report_list.fiscal_year);
    IF held.reported_at IS NOT NULL THEN
      PERFORM reference.refuse('WF33H', NULL);
    END IF;
    UPDATE registry.campaign
       SET reported_at = clock_timestamp(), reported_by = welfare.principal()
     WHERE campaign.kind = held.kind AND campaign.fiscal_year = held.fiscal_year AND campaign.authority_code = held.authority_code;
    RETURN QUERY SELECT held.recipients, held.allowance::numeric, held.top_up::numeric;
  END
  $$;
COMMENT ON FUNCTION registry.report_list(reference.campaign_kind, integer) IS 'records that the user''s own authority reports its list (DR9)';

-- How each authority in the asker's scope stands: counts and sums for the budget request (DR9), and how many were checked (DR10).
-- Parameters: kind; fiscal year. Errors: WF001, WF007, WF010.
CREATE FUNCTION registry.campaign_progress(kind reference.campaign_kind, fiscal_year integer)
  RETURNS TABLE (authority_code integer, own_procedure boolean, recipients bigint, allowance numeric, top_up numeric, checked bigint,
                 checked_in_month bigint, reported_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    missing text := CASE WHEN campaign_progress.kind IS NULL THEN 'kind' WHEN campaign_progress.fiscal_year IS NULL THEN 'fiscal_year' END;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    RETURN QUERY
      SELECT campaign.authority_code, campaign.own_procedure, campaign.recipients, campaign.allowance::numeric, campaign.top_up::numeric,
             coalesce(made.checked, 0), coalesce(made.in_month, 0), campaign.reported_at
        FROM registry.campaign
        LEFT JOIN (SELECT checks.authority_code, checks.programme, count(DISTINCT checks.thai_id) AS checked,
                          count(DISTINCT checks.thai_id) FILTER (WHERE checks.checked_on < reference.month_after(opened.month)) AS in_month
                     FROM registry.campaign_check AS checks
                     JOIN registry.campaign AS opened USING (kind, fiscal_year, programme, authority_code)
                    WHERE checks.kind = campaign_progress.kind AND checks.fiscal_year = campaign_progress.fiscal_year
                    GROUP BY checks.authority_code, checks.programme) AS made
          ON made.authority_code = campaign.authority_code AND made.programme = campaign.programme
       WHERE campaign.kind = campaign_progress.kind AND campaign.fiscal_year = campaign_progress.fiscal_year
       ORDER BY campaign.authority_code;
  END
  $$;
COMMENT ON FUNCTION registry.campaign_progress(reference.campaign_kind, integer) IS 'how each authority in the asker''s scope stands in a yearly list or check';

REVOKE ALL ON FUNCTION registry.open_campaign(reference.campaign_kind, integer), registry.own_campaign(reference.campaign_kind, integer),
  registry.record_check(reference.campaign_kind, integer, welfare.thai_id, registry.check_outcome, text, date),
  registry.outstanding_checks(reference.campaign_kind, integer), registry.report_list(reference.campaign_kind, integer),
  registry.campaign_progress(reference.campaign_kind, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.own_campaign(reference.campaign_kind, integer) TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.open_campaign(reference.campaign_kind, integer) TO welfare_admin;
RESET ROLE;
ALTER FUNCTION registry.record_check(reference.campaign_kind, integer, welfare.thai_id, registry.check_outcome, text, date) OWNER TO welfare_writer;
ALTER FUNCTION registry.outstanding_checks(reference.campaign_kind, integer) OWNER TO welfare_writer;
ALTER FUNCTION registry.report_list(reference.campaign_kind, integer) OWNER TO welfare_writer;
ALTER FUNCTION registry.campaign_progress(reference.campaign_kind, integer) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.record_check(reference.campaign_kind, integer, welfare.thai_id, registry.check_outcome, text, date),
  registry.report_list(reference.campaign_kind, integer) TO welfare_authority;
GRANT EXECUTE ON FUNCTION registry.outstanding_checks(reference.campaign_kind, integer), registry.campaign_progress(reference.campaign_kind, integer)
  TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;

COMMIT;

-- IS10.3, AR2: the months rolled up: lines and baht by month, programme and authority, for whoever reports on more than a compiled year's one month.
-- Not for BI tools: of two months that follow each other the difference would tell of a person.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE report.month_total (
  month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  lines bigint NOT NULL,
  allowance numeric(16,2) NOT NULL,
  top_up numeric(16,2) NOT NULL,
  other_payers numeric(16,2) NOT NULL,
  summarised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT month_total_pkey PRIMARY KEY (month, authority_code, programme),
  CONSTRAINT month_total_authority_fkey FOREIGN KEY (authority_code, district_code, province_code)
    REFERENCES reference.local_authority (authority_code, district_code, province_code),
  CONSTRAINT month_total_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT month_total_counted CHECK (lines > 0)
);
COMMENT ON TABLE report.month_total IS 'roll-up: payment lines and their baht by month, authority and programme';
COMMENT ON COLUMN report.month_total.month IS 'the month';
COMMENT ON COLUMN report.month_total.authority_code IS 'local authority';
COMMENT ON COLUMN report.month_total.programme IS 'the programme';
COMMENT ON COLUMN report.month_total.district_code IS 'district of the authority';
COMMENT ON COLUMN report.month_total.province_code IS 'province of the authority';
COMMENT ON COLUMN report.month_total.lines IS 'payment lines';
COMMENT ON COLUMN report.month_total.allowance IS 'baht of allowances';
COMMENT ON COLUMN report.month_total.top_up IS 'baht that the authority adds';
COMMENT ON COLUMN report.month_total.other_payers IS 'baht that others pay';
COMMENT ON COLUMN report.month_total.summarised_at IS 'when it was counted';
CREATE INDEX month_total_province_code ON report.month_total (province_code, month);
COMMENT ON INDEX report.month_total_province_code IS 'months of a province';
CREATE INDEX month_total_district_code ON report.month_total (district_code, month);
COMMENT ON INDEX report.month_total_district_code IS 'months of a district';
CREATE INDEX month_total_authority_code ON report.month_total (authority_code, district_code, province_code);
COMMENT ON INDEX report.month_total_authority_code IS 'months of an authority';
ALTER TABLE report.month_total ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON report.month_total TO welfare_writer;
-- true counts and sums of every programme, as in the summary reports (AR2); never who
CREATE POLICY month_total_writer ON report.month_total FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR district_code = welfare.district_code()
         OR province_code = welfare.province_code() OR welfare.nation());
COMMENT ON POLICY month_total_writer ON report.month_total IS 'functions that act for a user see what the user''s scope covers';

-- Rolls a prepared month up, or rolls it up anew. Parameters: first of month. Answers how many rows. Errors: WF001 and WF004 not an administrator,
-- WF032 not prepared, WF033, WF034. Belongs to the owner: lines are nobody's table.
CREATE FUNCTION report.summarise_month(month date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    summarised bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF summarise_month.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(summarise_month.month) THEN
      PERFORM reference.refuse('WF034', NULL, summarise_month.month::text);
    ELSIF NOT EXISTS (SELECT FROM payment.payroll WHERE payroll.month = summarise_month.month) THEN
      PERFORM reference.refuse('WF032', NULL, summarise_month.month::text);
    END IF;
    DELETE FROM report.month_total WHERE month_total.month = summarise_month.month;
    INSERT INTO report.month_total (month, authority_code, programme, district_code, province_code, lines, allowance, top_up, other_payers)
    SELECT summarise_month.month, line.authority_code, line.programme, line.district_code, line.province_code, count(*), sum(line.allowance), sum(line.top_up),
           sum(line.other_payers)
      FROM payment.line
     WHERE line.month = summarise_month.month
     GROUP BY line.authority_code, line.programme, line.district_code, line.province_code;
    GET DIAGNOSTICS summarised = ROW_COUNT;
    RETURN summarised;
  END
  $$;
COMMENT ON FUNCTION report.summarise_month(date) IS 'rolls a prepared month up by authority and programme';

-- The months of the authorities in the asker's scope, one branch per kind of scope, so that each uses its index. Parameters: first and last month.
-- Those above the authority see true counts and sums of every programme, and never who (AR2). Errors: WF001, WF007, WF010, WF017, WF034.
CREATE FUNCTION report.month_totals(from_month date, to_month date)
  RETURNS TABLE (month date, province_code smallint, district_code smallint, authority_code integer, programme reference.programme_name, lines bigint,
                 allowance numeric, top_up numeric, other_payers numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    PERFORM payment.require_months(month_totals.from_month, month_totals.to_month);
    IF welfare.nation() THEN
      RETURN QUERY SELECT total.month::date, total.province_code, total.district_code, total.authority_code, total.programme, total.lines, total.allowance::numeric,
                          total.top_up::numeric, total.other_payers::numeric
                     FROM report.month_total AS total WHERE total.month BETWEEN month_totals.from_month AND month_totals.to_month
                    ORDER BY total.month, total.authority_code, total.programme;
    ELSIF welfare.province_code() IS NOT NULL THEN
      RETURN QUERY SELECT total.month::date, total.province_code, total.district_code, total.authority_code, total.programme, total.lines, total.allowance::numeric,
                          total.top_up::numeric, total.other_payers::numeric
                     FROM report.month_total AS total WHERE total.month BETWEEN month_totals.from_month AND month_totals.to_month AND total.province_code = welfare.province_code()
                    ORDER BY total.month, total.authority_code, total.programme;
    ELSIF welfare.district_code() IS NOT NULL THEN
      RETURN QUERY SELECT total.month::date, total.province_code, total.district_code, total.authority_code, total.programme, total.lines, total.allowance::numeric,
                          total.top_up::numeric, total.other_payers::numeric
                     FROM report.month_total AS total WHERE total.month BETWEEN month_totals.from_month AND month_totals.to_month AND total.district_code = welfare.district_code()
                    ORDER BY total.month, total.authority_code, total.programme;
    ELSE
      RETURN QUERY SELECT total.month::date, total.province_code, total.district_code, total.authority_code, total.programme, total.lines, total.allowance::numeric,
                          total.top_up::numeric, total.other_payers::numeric
                     FROM report.month_total AS total WHERE total.month BETWEEN month_totals.from_month AND month_totals.to_month AND total.authority_code = welfare.authority_code()
                    ORDER BY total.month, total.authority_code, total.programme;
    END IF;
  END
  $$;
COMMENT ON FUNCTION report.month_totals(date, date) IS 'lines and baht by month, authority and programme, in the asker''s scope';

REVOKE ALL ON FUNCTION report.summarise_month(date), report.month_totals(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.summarise_month(date) TO welfare_admin;
RESET ROLE;
ALTER FUNCTION report.month_totals(date, date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION report.month_totals(date, date) TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;

COMMIT;

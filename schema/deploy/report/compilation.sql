-- IS10: reports read fiscal years that an administrator has closed and compiled, at one reference month.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE report.compilation (
  fiscal_year reference.fiscal_year NOT NULL,
  reference_month reference.pay_month NOT NULL,
  compiled_at timestamptz NOT NULL,
  compiled_by text NOT NULL,
  CONSTRAINT compilation_pkey PRIMARY KEY (fiscal_year),
  CONSTRAINT compilation_month_in_year CHECK (welfare.fiscal_year(reference_month) = fiscal_year)
);
COMMENT ON TABLE report.compilation IS 'fiscal years that have been closed and compiled';
COMMENT ON COLUMN report.compilation.fiscal_year IS 'fiscal year, B.E.';
COMMENT ON COLUMN report.compilation.reference_month IS 'month of the year whose claims and amounts the reports show';
COMMENT ON COLUMN report.compilation.compiled_at IS 'when it was last compiled';
COMMENT ON COLUMN report.compilation.compiled_by IS 'user who compiled it';

CREATE TABLE report.programme_total (
  fiscal_year reference.fiscal_year NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  claims bigint NOT NULL,
  amount numeric(16,2) NOT NULL,
  other_payers numeric(16,2) NOT NULL,
  CONSTRAINT programme_total_pkey PRIMARY KEY (fiscal_year, authority_code, programme),
  CONSTRAINT programme_total_compilation_fkey FOREIGN KEY (fiscal_year) REFERENCES report.compilation (fiscal_year) ON DELETE CASCADE,
  CONSTRAINT programme_total_authority_fkey FOREIGN KEY (authority_code, district_code, province_code)
    REFERENCES reference.local_authority (authority_code, district_code, province_code),
  CONSTRAINT programme_total_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme)
);
COMMENT ON TABLE report.programme_total IS 'roll-up (รวบรวมข้อมูลเข้าสู่ระบบรายงาน): claims and monthly baht by authority and programme';
COMMENT ON COLUMN report.programme_total.fiscal_year IS 'fiscal year, B.E.';
COMMENT ON COLUMN report.programme_total.authority_code IS 'local authority';
COMMENT ON COLUMN report.programme_total.programme IS 'the programme';
COMMENT ON COLUMN report.programme_total.district_code IS 'district of the authority';
COMMENT ON COLUMN report.programme_total.province_code IS 'province of the authority';
COMMENT ON COLUMN report.programme_total.claims IS 'claims paid in the reference month';
COMMENT ON COLUMN report.programme_total.amount IS 'their baht for that month, allowance and top-up';
COMMENT ON COLUMN report.programme_total.other_payers IS 'their baht for that month that others pay';

-- What BI tools may see is stored apart: EXPLAIN ANALYZE counts rows that a view hides, so none may be there to count.
CREATE TABLE report.public_total (
  fiscal_year reference.fiscal_year NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  suppressed boolean NOT NULL,
  claims bigint,
  amount numeric(16,2),
  other_payers numeric(16,2),
  CONSTRAINT public_total_pkey PRIMARY KEY (fiscal_year, authority_code, programme),
  CONSTRAINT public_total_compilation_fkey FOREIGN KEY (fiscal_year) REFERENCES report.compilation (fiscal_year) ON DELETE CASCADE,
  CONSTRAINT public_total_suppressed_whole CHECK (num_nulls(claims, amount, other_payers) = CASE WHEN suppressed THEN 3 ELSE 0 END)
);
COMMENT ON TABLE report.public_total IS 'roll-up without programmes that are health data and without small counts (AR2), for BI tools';
COMMENT ON COLUMN report.public_total.fiscal_year IS 'fiscal year, B.E.';
COMMENT ON COLUMN report.public_total.authority_code IS 'local authority';
COMMENT ON COLUMN report.public_total.programme IS 'the programme';
COMMENT ON COLUMN report.public_total.district_code IS 'district of the authority';
COMMENT ON COLUMN report.public_total.province_code IS 'province of the authority';
COMMENT ON COLUMN report.public_total.suppressed IS 'whether the figures are withheld, because they or another''s could tell of a person';
COMMENT ON COLUMN report.public_total.claims IS 'claims paid in the reference month; NULL: suppressed';
COMMENT ON COLUMN report.public_total.amount IS 'their baht for that month, allowance and top-up; NULL: suppressed';
COMMENT ON COLUMN report.public_total.other_payers IS 'their baht for that month that others pay; NULL: suppressed';
ALTER TABLE report.public_total ENABLE ROW LEVEL SECURITY;
CREATE INDEX programme_total_province_code ON report.programme_total (province_code, fiscal_year);
CREATE INDEX programme_total_district_code ON report.programme_total (district_code, fiscal_year);
CREATE INDEX programme_total_authority_code ON report.programme_total (authority_code, district_code, province_code);

ALTER TABLE report.compilation ENABLE ROW LEVEL SECURITY;
ALTER TABLE report.programme_total ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON report.compilation, report.programme_total TO welfare_writer;
-- Which years are compiled identifies nobody.
CREATE POLICY compilation_writer ON report.compilation FOR SELECT TO welfare_writer USING (true);
-- The second lock behind the functions: they name the scope's column themselves.
CREATE POLICY programme_total_writer ON report.programme_total FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR district_code = welfare.district_code()
         OR province_code = welfare.province_code() OR welfare.nation());
COMMENT ON POLICY compilation_writer ON report.compilation IS 'functions that act for a user see which years are compiled';
COMMENT ON POLICY programme_total_writer ON report.programme_total IS 'functions that act for a user see what the user''s scope covers';

-- What BI tools may see of a compiled year: programmes that are not health data, small counts suppressed (AR2).
-- Counts under the rule's least are suppressed, and beside them the next smallest of the programme, in the nation and in each
-- province, until those suppressed there are two or more and each could, for all that their sum tells, be as large as the least.
-- So neither the programme's total of a province nor that of the nation gives one away.
-- Parameters: fiscal year (B.E.); day of compilation, which chooses the rule. No rule on that day: nothing is shown.
CREATE FUNCTION report.disclosed_totals(fiscal_year integer, compiled_on date) RETURNS SETOF report.public_total
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH cell AS (
      SELECT total.*, rule.least_count, coalesce(total.claims < rule.least_count, true) AS small
        FROM report.programme_total AS total
        JOIN reference.programme ON programme.programme = total.programme AND NOT programme.sensitive
        LEFT JOIN reference.disclosure_rule AS rule ON rule.valid @> disclosed_totals.compiled_on
       WHERE total.fiscal_year = disclosed_totals.fiscal_year
    ),
    in_nation AS (
      SELECT cell.*,
             small OR bool_or(small) OVER (PARTITION BY programme)
                      AND (count(*) OVER smaller >= 2 AND sum(claims) OVER smaller - count(*) OVER smaller >= least_count - 1) IS NOT TRUE AS withheld
        FROM cell
      WINDOW smaller AS (PARTITION BY programme ORDER BY small DESC, claims, authority_code ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ),
    in_province AS (
      SELECT in_nation.*,
             withheld OR bool_or(withheld) OVER (PARTITION BY programme, province_code)
                         AND (count(*) OVER smaller >= 2 AND sum(claims) OVER smaller - count(*) OVER smaller >= least_count - 1) IS NOT TRUE AS suppressed
        FROM in_nation
      WINDOW smaller AS (PARTITION BY programme, province_code ORDER BY withheld DESC, claims, authority_code ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    )
    SELECT fiscal_year, authority_code, programme, district_code, province_code, suppressed,
           CASE WHEN NOT suppressed THEN claims END, CASE WHEN NOT suppressed THEN amount END, CASE WHEN NOT suppressed THEN other_payers END
      FROM in_province
  $$;
COMMENT ON FUNCTION report.disclosed_totals(integer, date) IS 'what BI tools may see of a compiled year: without health data, small counts suppressed (AR2)';
REVOKE ALL ON FUNCTION report.disclosed_totals(integer, date) FROM PUBLIC;

-- Closes and compiles a fiscal year, or compiles it anew.
-- Parameters: fiscal year (B.E.); reference month (first of month in that year; default its September).
-- Answers the number of claims. Errors: WF040 no year, WF042 the year is not over, WF043 month outside the year,
-- WF034 not the first of a month, WF032 the month's payroll is not prepared, WF001 and WF004 not an administrator.
CREATE FUNCTION report.compile(fiscal_year integer, reference_month date DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    year daterange;
    counted_month date;
    compiled bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF compile.fiscal_year IS NULL THEN
      PERFORM reference.refuse('WF040', NULL);
    END IF;
    year := welfare.fiscal_year_range(compile.fiscal_year);
    IF upper(year) > welfare.business_date() THEN
      PERFORM reference.refuse('WF042', NULL, compile.fiscal_year::text, welfare.business_date()::text);
    END IF;
    counted_month := coalesce(compile.reference_month, date_trunc('month', upper(year) - 1)::date);
    IF NOT reference.is_pay_month(counted_month) THEN
      PERFORM reference.refuse('WF034', NULL, counted_month::text);
    END IF;
    IF NOT year @> counted_month THEN
      PERFORM reference.refuse('WF043', NULL, counted_month::text, compile.fiscal_year::text);
    END IF;
    IF NOT EXISTS (SELECT FROM payment.payroll WHERE payroll.month = counted_month) THEN
      PERFORM reference.refuse('WF032', NULL, counted_month::text);
    END IF;

    INSERT INTO report.compilation AS compilation (fiscal_year, reference_month, compiled_at, compiled_by)
    VALUES (compile.fiscal_year, counted_month, clock_timestamp(), coalesce(welfare.principal(), session_user))
    ON CONFLICT ON CONSTRAINT compilation_pkey DO UPDATE
       SET reference_month = excluded.reference_month, compiled_at = excluded.compiled_at, compiled_by = excluded.compiled_by;
    DELETE FROM report.programme_total WHERE programme_total.fiscal_year = compile.fiscal_year;
    INSERT INTO report.programme_total
    SELECT compile.fiscal_year, line.authority_code, line.programme, line.district_code, line.province_code,
           count(*), sum(line.allowance + line.top_up), sum(line.other_payers)
      FROM payment.line
     WHERE line.month = counted_month
     GROUP BY line.authority_code, line.programme, line.district_code, line.province_code;
    DELETE FROM report.public_total WHERE public_total.fiscal_year = compile.fiscal_year;
    INSERT INTO report.public_total SELECT * FROM report.disclosed_totals(compile.fiscal_year, welfare.business_date());
    SELECT coalesce(sum(programme_total.claims), 0)::bigint INTO compiled
      FROM report.programme_total
     WHERE programme_total.fiscal_year = compile.fiscal_year;
    RETURN compiled;
  END
  $$;
COMMENT ON FUNCTION report.compile(integer, date) IS 'closes and compiles a fiscal year at one reference month; answers the number of claims';

REVOKE ALL ON FUNCTION report.compile(integer, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.compile(integer, date) TO welfare_admin;

-- What BI tools read: identifies nobody, and leaves out the programme that is health data (AR2).
CREATE VIEW report.allowance_by_authority WITH (security_barrier) AS
  SELECT public_total.fiscal_year, compilation.reference_month, public_total.province_code, public_total.district_code,
         public_total.authority_code, local_authority.name_thai AS authority_name, public_total.programme,
         public_total.suppressed, public_total.claims, public_total.amount, public_total.other_payers
    FROM report.public_total
    JOIN report.compilation ON compilation.fiscal_year = public_total.fiscal_year
    JOIN reference.local_authority ON local_authority.authority_code = public_total.authority_code;
COMMENT ON VIEW report.allowance_by_authority IS 'claims and monthly baht by compiled fiscal year, authority and programme, for BI tools; without programmes that are health data, small counts suppressed';
COMMENT ON COLUMN report.allowance_by_authority.fiscal_year IS 'fiscal year, B.E.';
COMMENT ON COLUMN report.allowance_by_authority.reference_month IS 'month that is counted';
COMMENT ON COLUMN report.allowance_by_authority.province_code IS 'province';
COMMENT ON COLUMN report.allowance_by_authority.district_code IS 'district';
COMMENT ON COLUMN report.allowance_by_authority.authority_code IS 'local authority';
COMMENT ON COLUMN report.allowance_by_authority.authority_name IS 'its name';
COMMENT ON COLUMN report.allowance_by_authority.programme IS 'the programme';
COMMENT ON COLUMN report.allowance_by_authority.suppressed IS 'whether the figures are withheld, because they or another''s could tell of a person';
COMMENT ON COLUMN report.allowance_by_authority.claims IS 'claims paid in that month; NULL: suppressed';
COMMENT ON COLUMN report.allowance_by_authority.amount IS 'their baht, allowance and top-up; NULL: suppressed';
COMMENT ON COLUMN report.allowance_by_authority.other_payers IS 'baht that others pay; NULL: suppressed';
GRANT SELECT ON report.allowance_by_authority TO welfare_report;

COMMIT;

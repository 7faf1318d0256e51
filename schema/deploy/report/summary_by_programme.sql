-- IS10.3: รายงาน แสดง จำนวนผู้ได้รับเบี้ยยังชีพ แต่ละประเภท.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Claims and monthly baht of a compiled year by authority, inside the asker's scope.
-- Parameters: fiscal year (B.E., required); province, district, authority and authority type in any combination.
-- Those above the authority see true counts and sums of the AIDS allowance here, and never who (AR2).
-- Errors: WF001 nobody is signed in, WF007 a duty that reads no report, WF040 no year given, WF041 the year has not been compiled.
CREATE FUNCTION report.summary_by_programme(
    fiscal_year integer DEFAULT NULL,
    province_code integer DEFAULT NULL,
    district_code integer DEFAULT NULL,
    authority_code integer DEFAULT NULL,
    authority_type reference.authority_type_name DEFAULT NULL)
  RETURNS TABLE (province text, district text, local_authority_code integer, local_authority text,
                 elderly bigint, aids bigint, disability bigint, claims bigint, amount numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF summary_by_programme.fiscal_year IS NULL THEN
      PERFORM reference.refuse('WF040', NULL);
    END IF;
    IF NOT EXISTS (SELECT FROM report.compilation WHERE compilation.fiscal_year = summary_by_programme.fiscal_year) THEN
      PERFORM reference.refuse('WF041', NULL, summary_by_programme.fiscal_year::text);
    END IF;
    RETURN QUERY
      SELECT province.name_thai, district.name_thai, local_authority.authority_code, local_authority.name_thai,
             coalesce(sum(total.claims) FILTER (WHERE total.programme = 'elderly'), 0)::bigint,
             coalesce(sum(total.claims) FILTER (WHERE total.programme = 'aids'), 0)::bigint,
             coalesce(sum(total.claims) FILTER (WHERE total.programme = 'disability'), 0)::bigint,
             sum(total.claims)::bigint, sum(total.amount)
        FROM report.totals_in_scope(summary_by_programme.fiscal_year) AS total
        JOIN reference.local_authority ON local_authority.authority_code = total.authority_code
        JOIN reference.district ON district.district_code = total.district_code
        JOIN reference.province ON province.province_code = total.province_code
       WHERE (summary_by_programme.province_code IS NULL OR total.province_code = summary_by_programme.province_code)
         AND (summary_by_programme.district_code IS NULL OR total.district_code = summary_by_programme.district_code)
         AND (summary_by_programme.authority_code IS NULL OR total.authority_code = summary_by_programme.authority_code)
         AND (summary_by_programme.authority_type IS NULL OR local_authority.authority_type = summary_by_programme.authority_type)
       GROUP BY total.province_code, province.name_thai, total.district_code, district.name_thai,
                local_authority.authority_code, local_authority.name_thai
       ORDER BY total.province_code, total.district_code, local_authority.authority_code;
  END
  $$;

-- The compiled totals that the asker's scope covers: one branch per kind of scope, so that each uses its index.
-- Parameters: fiscal year (B.E.). Nothing is set: nothing is seen.
CREATE FUNCTION report.totals_in_scope(fiscal_year integer) RETURNS SETOF report.programme_total
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF welfare.nation() THEN
      RETURN QUERY SELECT * FROM report.programme_total AS total WHERE total.fiscal_year = totals_in_scope.fiscal_year;
    ELSIF welfare.province_code() IS NOT NULL THEN
      RETURN QUERY SELECT * FROM report.programme_total AS total
                    WHERE total.fiscal_year = totals_in_scope.fiscal_year AND total.province_code = welfare.province_code();
    ELSIF welfare.district_code() IS NOT NULL THEN
      RETURN QUERY SELECT * FROM report.programme_total AS total
                    WHERE total.fiscal_year = totals_in_scope.fiscal_year AND total.district_code = welfare.district_code();
    ELSE
      RETURN QUERY SELECT * FROM report.programme_total AS total
                    WHERE total.fiscal_year = totals_in_scope.fiscal_year AND total.authority_code = welfare.authority_code();
    END IF;
  END
  $$;
COMMENT ON FUNCTION report.totals_in_scope(integer) IS 'compiled totals that the asker''s scope covers';
COMMENT ON FUNCTION report.summary_by_programme(integer, integer, integer, integer, reference.authority_type_name) IS 'report IS10.3: claims by programme and monthly baht, by authority, for a compiled fiscal year';

RESET ROLE;
ALTER FUNCTION report.totals_in_scope(integer) OWNER TO welfare_writer;
ALTER FUNCTION report.summary_by_programme(integer, integer, integer, integer, reference.authority_type_name) OWNER TO welfare_writer;
REVOKE ALL ON FUNCTION report.totals_in_scope(integer),
  report.summary_by_programme(integer, integer, integer, integer, reference.authority_type_name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.summary_by_programme(integer, integer, integer, integer, reference.authority_type_name)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority;

COMMIT;

-- ER8.6, AR2: the moves of a month as they are reported: counted once, and kept as they were then.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE report.move_source AS ENUM ('authorities', 'civil_registry');
COMMENT ON TYPE report.move_source IS 'who told of a move: an authority (registry.move), the civil registry (civil.finding)';

CREATE TABLE report.move_total (
  month reference.pay_month NOT NULL,
  source report.move_source NOT NULL,
  province_code smallint NOT NULL,
  programme reference.programme_name NOT NULL,
  moves bigint NOT NULL,
  summarised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT move_total_pkey PRIMARY KEY (month, source, province_code, programme),
  CONSTRAINT move_total_province_fkey FOREIGN KEY (province_code) REFERENCES reference.province (province_code),
  CONSTRAINT move_total_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT move_total_counted CHECK (moves > 0)
);
COMMENT ON TABLE report.move_total IS 'roll-up: moves of recipients in a month, by who told of them, province of the authority that they left, and programme; never of health data (AR2)';
COMMENT ON COLUMN report.move_total.month IS 'month in which they were notified, or found';
COMMENT ON COLUMN report.move_total.source IS 'who told';
COMMENT ON COLUMN report.move_total.province_code IS 'province that they left, or of which the finding is';
COMMENT ON COLUMN report.move_total.programme IS 'the programme';
COMMENT ON COLUMN report.move_total.moves IS 'how many';
COMMENT ON COLUMN report.move_total.summarised_at IS 'when it was counted';
ALTER TABLE report.move_total ENABLE ROW LEVEL SECURITY;

-- Counts the moves of a month that is over, once; what is learnt of it later is the next report's. Parameters: first of month. Answers how many rows.
-- Errors: WF001 and WF004 not an administrator, WF030 the month is not over, WF033, WF034. Belongs to the owner: a move is of two authorities.
CREATE FUNCTION report.summarise_moves(month date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    counted bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF summarise_moves.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(summarise_moves.month) THEN
      PERFORM reference.refuse('WF034', NULL, summarise_moves.month::text);
    ELSIF reference.month_after(summarise_moves.month) > welfare.business_date() THEN
      PERFORM reference.refuse('WF030', NULL, reference.month_after(summarise_moves.month)::text, welfare.business_date()::text);
    END IF;
    INSERT INTO report.move_total (month, source, province_code, programme, moves)
    SELECT summarise_moves.month, found.source, found.province_code, found.programme, sum(found.moves)
      FROM (SELECT 'authorities'::report.move_source AS source, notified.from_province_code AS province_code, notified.programme, notified.moves
              FROM registry.move_totals(summarise_moves.month) AS notified
             UNION ALL
            SELECT 'civil_registry'::report.move_source AS source, finding.province_code, finding.programme, count(*) AS moves
              FROM civil.finding
             WHERE finding.kind IN ('moved_out', 'moved_in') AND NOT finding.sensitive
               AND finding.opened_on >= summarise_moves.month AND finding.opened_on < reference.month_after(summarise_moves.month)
             GROUP BY finding.province_code, finding.programme) AS found
     GROUP BY found.source, found.province_code, found.programme
    ON CONFLICT ON CONSTRAINT move_total_pkey DO NOTHING;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
  END
  $$;
COMMENT ON FUNCTION report.summarise_moves(date) IS 'counts the moves of a month that is over, for the monthly report (ER8.6)';

-- The monthly report of moves, for the department and the Comptroller General's Department. Parameters: first of month.
-- Errors: WF001, WF007, WF033, WF034. Belongs to the owner: no role sees the roll-up otherwise.
CREATE FUNCTION report.moves_of_month(month date)
  RETURNS TABLE (source report.move_source, province_code smallint, programme reference.programme_name, moves bigint, summarised_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('department', 'treasury', 'administrator');
    IF moves_of_month.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(moves_of_month.month) THEN
      PERFORM reference.refuse('WF034', NULL, moves_of_month.month::text);
    END IF;
    RETURN QUERY
      SELECT total.source, total.province_code, total.programme, total.moves, total.summarised_at
        FROM report.move_total AS total
       WHERE total.month = moves_of_month.month
       ORDER BY total.source, total.province_code, total.programme;
  END
  $$;
COMMENT ON FUNCTION report.moves_of_month(date) IS 'monthly report of moves, counted (ER8.6)';

REVOKE ALL ON FUNCTION report.summarise_moves(date), report.moves_of_month(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.summarise_moves(date) TO welfare_admin;
GRANT EXECUTE ON FUNCTION report.moves_of_month(date) TO welfare_department, welfare_treasury, welfare_admin;

COMMIT;

-- ER10, EG9: each month an authority checks and updates the status of its recipients, their age bands and amounts; that it did is recorded
-- with the figures as they then stood.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF33K', 'บันทึกการตรวจสอบของเดือน %1$s แล้ว', 'the check of %1$s is recorded already',
   NULL, NULL);

CREATE TABLE registry.monthly_check (
  authority_code integer NOT NULL,
  month reference.pay_month NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  checked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  checked_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  remark text,
  CONSTRAINT monthly_check_pkey PRIMARY KEY (authority_code, month),
  CONSTRAINT monthly_check_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code)
);
COMMENT ON TABLE registry.monthly_check IS 'months in which an authority checked the status of its recipients (ER10)';
COMMENT ON COLUMN registry.monthly_check.authority_code IS 'local authority';
COMMENT ON COLUMN registry.monthly_check.month IS 'the month';
COMMENT ON COLUMN registry.monthly_check.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.monthly_check.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.monthly_check.checked_at IS 'when it was recorded';
COMMENT ON COLUMN registry.monthly_check.checked_by IS 'officer who checked';
COMMENT ON COLUMN registry.monthly_check.remark IS 'what was updated';

CREATE TABLE registry.monthly_check_band (
  authority_code integer NOT NULL,
  month reference.pay_month NOT NULL,
  programme reference.programme_name NOT NULL,
  state registry.entitlement_state NOT NULL,
  from_age smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  recipients bigint NOT NULL,
  stepped_up bigint NOT NULL,
  allowance numeric(16,2) NOT NULL,
  CONSTRAINT monthly_check_band_pkey PRIMARY KEY (authority_code, month, programme, state, from_age),
  CONSTRAINT monthly_check_band_check_fkey FOREIGN KEY (authority_code, month) REFERENCES registry.monthly_check (authority_code, month),
  CONSTRAINT monthly_check_band_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive)
);
COMMENT ON TABLE registry.monthly_check_band IS 'recipients and amounts by status and step of the rate''s ladder, as checked (EG9)';
COMMENT ON COLUMN registry.monthly_check_band.authority_code IS 'local authority';
COMMENT ON COLUMN registry.monthly_check_band.month IS 'the month';
COMMENT ON COLUMN registry.monthly_check_band.programme IS 'the programme';
COMMENT ON COLUMN registry.monthly_check_band.state IS 'how the claims stand in the month';
COMMENT ON COLUMN registry.monthly_check_band.from_age IS 'step of the ladder: age from which it is paid';
COMMENT ON COLUMN registry.monthly_check_band.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.monthly_check_band.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.monthly_check_band.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.monthly_check_band.recipients IS 'how many claims';
COMMENT ON COLUMN registry.monthly_check_band.stepped_up IS 'how many of them reach the step with this month (ER9)';
COMMENT ON COLUMN registry.monthly_check_band.allowance IS 'baht that the law makes the authority pay them in the month';

ALTER TABLE registry.monthly_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.monthly_check_band ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON registry.monthly_check, registry.monthly_check_band TO welfare_writer;
CREATE POLICY monthly_check_read ON registry.monthly_check FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation());
COMMENT ON POLICY monthly_check_read ON registry.monthly_check IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY monthly_check_band_read ON registry.monthly_check_band FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY monthly_check_band_read ON registry.monthly_check_band IS 'functions that act for a user see what the user''s scope covers';
CREATE TRIGGER monthly_check_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.monthly_check
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER monthly_check_no_change ON registry.monthly_check IS 'checks are evidence';
CREATE TRIGGER monthly_check_band_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.monthly_check_band
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER monthly_check_band_no_change ON registry.monthly_check_band IS 'checks are evidence';

-- Records, by an officer, that the own authority has checked and updated the statuses of a month, once, with the figures as they stand.
-- Parameters: first of month; what was updated. Answers the figures. Errors: WF001, WF007, WF030 the month has not come, WF033,
-- WF034, WF336 no officer, WF33K recorded already. Belongs to the owner, who alone works out entitlements; the authority is named here.
CREATE FUNCTION registry.record_monthly_check(month date, remark text DEFAULT NULL)
  RETURNS TABLE (programme reference.programme_name, state registry.entitlement_state, from_age smallint, recipients bigint, stepped_up bigint, allowance numeric)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    own reference.local_authority;
  BEGIN
    PERFORM registry.require_office('officer');
    IF record_monthly_check.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(record_monthly_check.month) THEN
      PERFORM reference.refuse('WF034', NULL, record_monthly_check.month::text);
    END IF;
    IF record_monthly_check.month > welfare.business_date() THEN
      PERFORM reference.refuse('WF030', NULL, record_monthly_check.month::text, welfare.business_date()::text);
    END IF;
    SELECT * INTO own FROM reference.local_authority WHERE local_authority.authority_code = welfare.authority_code();
    INSERT INTO registry.monthly_check (authority_code, month, district_code, province_code, remark)
    VALUES (own.authority_code, record_monthly_check.month, own.district_code, own.province_code, nullif(btrim(record_monthly_check.remark), ''))
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF33K', NULL, record_monthly_check.month::text);
    END IF;
    INSERT INTO registry.monthly_check_band (authority_code, month, programme, state, from_age, district_code, province_code, sensitive, recipients,
                                             stepped_up, allowance)
    SELECT own.authority_code, record_monthly_check.month, entitled.programme, entitled.state, step.from_age, own.district_code, own.province_code,
           entitled.sensitive, count(*),
           -- the age that the ladder takes a month before was below the step
           count(*) FILTER (WHERE welfare.age_on(person.birth_date, (entitled.age_day - interval '1 month')::date) < step.from_age
                              AND entitled.age >= step.from_age),
           sum(entitled.allowance)
      FROM registry.entitlements(record_monthly_check.month, NULL, own.authority_code) AS entitled
      JOIN registry.person ON person.thai_id = entitled.thai_id
     CROSS JOIN LATERAL (SELECT coalesce(max((component ->> 'from_age')::smallint), 0::smallint)
                           FROM jsonb_array_elements(entitled.components) AS component) AS step (from_age)
     GROUP BY entitled.programme, entitled.state, step.from_age, entitled.sensitive;
    RETURN QUERY
      SELECT band.programme, band.state, band.from_age, band.recipients, band.stepped_up, band.allowance::numeric
        FROM registry.monthly_check_band AS band
       WHERE band.authority_code = own.authority_code AND band.month = record_monthly_check.month
       ORDER BY band.programme, band.state, band.from_age;
  END
  $$;
COMMENT ON FUNCTION registry.record_monthly_check(date, text) IS 'records that the own authority has checked the statuses of a month, with the figures (ER10, EG9)';

-- Which authorities in the asker's scope have checked a month, with the figures; an authority that has not shows no figures.
-- Parameters: first of month. Errors: WF001, WF007, WF033, WF034. Above the authority without health data (AR2).
CREATE FUNCTION registry.monthly_checks(month date)
  RETURNS TABLE (authority_code integer, checked_at timestamptz, checked_by text, programme reference.programme_name, state registry.entitlement_state,
                 from_age smallint, recipients bigint, stepped_up bigint, allowance numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF monthly_checks.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(monthly_checks.month) THEN
      PERFORM reference.refuse('WF034', NULL, monthly_checks.month::text);
    END IF;
    RETURN QUERY
      SELECT local_authority.authority_code, made.checked_at, made.checked_by, band.programme, band.state, band.from_age, band.recipients, band.stepped_up,
             band.allowance::numeric
        FROM reference.local_authority
        JOIN reference.authority_type ON authority_type.authority_type = local_authority.authority_type AND authority_type.pays
        LEFT JOIN registry.monthly_check AS made ON made.authority_code = local_authority.authority_code AND made.month = monthly_checks.month
        LEFT JOIN registry.monthly_check_band AS band ON band.authority_code = made.authority_code AND band.month = made.month
       WHERE local_authority.valid @> monthly_checks.month
         AND (local_authority.authority_code = welfare.authority_code() OR local_authority.district_code = welfare.district_code()
              OR local_authority.province_code = welfare.province_code() OR welfare.nation())
       ORDER BY local_authority.authority_code, band.programme, band.state, band.from_age;
  END
  $$;
COMMENT ON FUNCTION registry.monthly_checks(date) IS 'which authorities in the asker''s scope have checked a month, with the figures (ER10, EG9)';

REVOKE ALL ON FUNCTION registry.record_monthly_check(date, text), registry.monthly_checks(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.record_monthly_check(date, text) TO welfare_authority;
RESET ROLE;
ALTER FUNCTION registry.monthly_checks(date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.monthly_checks(date) TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;

COMMIT;

-- DR9, DR10, ER10: once a year an authority lists its recipients for the budget request, and checks each of them. Who is to be listed and
-- checked is frozen as of the 1st of the month; what is unchecked at its end is listed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF336', 'ต้องดำรงตำแหน่ง %1$s ใน อปท. ของท่าน', 'this needs the office of %1$s in your local authority',
   'ให้ผู้ดำรงตำแหน่งนั้นดำเนินการ', 'Whoever holds the office can do it.'),
  ('WF33D', 'ยังไม่ได้เปิดรายการ %1$s ของปีงบประมาณ %2$s', 'campaign %1$s of fiscal year %2$s has not been opened',
   'ให้ผู้ดูแลระบบเปิดรายการ (registry.open_campaign)', 'An administrator opens it (registry.open_campaign).'),
  ('WF33E', 'ไม่มีกฎหมายที่กำหนดรายการ %1$s ของปีงบประมาณ %2$s', 'no law on record asks for campaign %1$s in fiscal year %2$s',
   NULL, NULL),
  ('WF33F', 'รายการ %1$s ไม่มีการตรวจสอบรายบุคคล', 'campaign %1$s checks nobody one by one',
   NULL, NULL),
  ('WF33G', '%1$s ไม่อยู่ในบัญชีรายชื่อของ อปท. ของท่าน', '%1$s is not on the list of your local authority',
   NULL, NULL),
  ('WF33H', 'รายงานบัญชีรายชื่อแล้ว', 'the list was reported already',
   NULL, NULL),
  ('WF33J', 'ต้องระบุวิธีตรวจสอบ', 'how it was checked is required',
   NULL, NULL);

CREATE TYPE registry.check_outcome AS ENUM ('alive_and_eligible', 'dead', 'disqualified', 'moved', 'not_found');
COMMENT ON TYPE registry.check_outcome IS 'what a check found: alive and qualified as before; dead; a qualification lost; moved; the person could not be found';

CREATE TABLE registry.campaign (
  kind reference.campaign_kind NOT NULL,
  fiscal_year integer NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  month reference.pay_month NOT NULL,
  own_procedure boolean NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  recipients bigint NOT NULL,
  allowance numeric(16,2) NOT NULL,
  top_up numeric(16,2) NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  opened_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  reported_at timestamptz,
  reported_by text,
  CONSTRAINT campaign_pkey PRIMARY KEY (kind, fiscal_year, programme, authority_code),
  CONSTRAINT campaign_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT campaign_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT campaign_reported_whole CHECK (num_nonnulls(reported_at, reported_by) IN (0, 2)),
  CONSTRAINT campaign_own_procedure_empty CHECK (NOT own_procedure OR recipients = 0)
);
COMMENT ON TABLE registry.campaign IS 'yearly lists and checks of recipients, one for each authority; frozen as of the 1st of the month';
COMMENT ON COLUMN registry.campaign.kind IS 'what is done';
COMMENT ON COLUMN registry.campaign.fiscal_year IS 'fiscal year, B.E.';
COMMENT ON COLUMN registry.campaign.authority_code IS 'local authority';
COMMENT ON COLUMN registry.campaign.programme IS 'the programme';
COMMENT ON COLUMN registry.campaign.month IS 'month in which it is done';
COMMENT ON COLUMN registry.campaign.own_procedure IS 'whether the authority sets its own procedure, and nothing is listed here (DR9)';
COMMENT ON COLUMN registry.campaign.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.campaign.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.campaign.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.campaign.recipients IS 'how many recipients are listed';
COMMENT ON COLUMN registry.campaign.allowance IS 'baht that the law makes the authority pay them in the month';
COMMENT ON COLUMN registry.campaign.top_up IS 'baht that the authority adds in the month';
COMMENT ON COLUMN registry.campaign.opened_at IS 'when it was opened and frozen';
COMMENT ON COLUMN registry.campaign.opened_by IS 'user, or database role, that opened it';
COMMENT ON COLUMN registry.campaign.reported_at IS 'when the authority recorded its list as reported (DR9)';
COMMENT ON COLUMN registry.campaign.reported_by IS 'officer who reported it';

CREATE TABLE registry.campaign_recipient (
  thai_id welfare.thai_id NOT NULL,
  kind reference.campaign_kind NOT NULL,
  fiscal_year integer NOT NULL,
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  claim_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  suspended boolean NOT NULL,
  allowance reference.baht NOT NULL,
  top_up reference.baht NOT NULL,
  CONSTRAINT campaign_recipient_pkey PRIMARY KEY (thai_id, programme, kind, fiscal_year)
);
COMMENT ON TABLE registry.campaign_recipient IS 'recipients of a campaign, frozen';
COMMENT ON COLUMN registry.campaign_recipient.thai_id IS 'the person';
COMMENT ON COLUMN registry.campaign_recipient.kind IS 'the campaign';
COMMENT ON COLUMN registry.campaign_recipient.fiscal_year IS 'its fiscal year, B.E.';
COMMENT ON COLUMN registry.campaign_recipient.programme IS 'the programme';
COMMENT ON COLUMN registry.campaign_recipient.authority_code IS 'local authority that pays on the 1st';
COMMENT ON COLUMN registry.campaign_recipient.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.campaign_recipient.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.campaign_recipient.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.campaign_recipient.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.campaign_recipient.suspended IS 'whether the claim was suspended by order';
COMMENT ON COLUMN registry.campaign_recipient.allowance IS 'baht that the law makes the authority pay in the month';
COMMENT ON COLUMN registry.campaign_recipient.top_up IS 'baht that the authority adds in the month';
CREATE INDEX campaign_recipient_authority_code ON registry.campaign_recipient (authority_code, kind, fiscal_year);
COMMENT ON INDEX registry.campaign_recipient_authority_code IS 'an authority''s list';

CREATE TABLE registry.campaign_check (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  checked_on date NOT NULL,
  kind reference.campaign_kind NOT NULL,
  fiscal_year integer NOT NULL,
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  outcome registry.check_outcome NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  how text NOT NULL,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT campaign_check_pkey PRIMARY KEY (thai_id, programme, kind, fiscal_year, recorded_at),
  CONSTRAINT campaign_check_recipient_fkey FOREIGN KEY (thai_id, programme, kind, fiscal_year)
    REFERENCES registry.campaign_recipient (thai_id, programme, kind, fiscal_year),
  CONSTRAINT campaign_check_how CHECK (btrim(how) <> '')
);
COMMENT ON TABLE registry.campaign_check IS 'checks of recipients: what was found, when, how and by whom (DR10); evidence';
COMMENT ON COLUMN registry.campaign_check.thai_id IS 'the person';
COMMENT ON COLUMN registry.campaign_check.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.campaign_check.checked_on IS 'day of the check';
COMMENT ON COLUMN registry.campaign_check.kind IS 'the campaign';
COMMENT ON COLUMN registry.campaign_check.fiscal_year IS 'its fiscal year, B.E.';
COMMENT ON COLUMN registry.campaign_check.programme IS 'the programme';
COMMENT ON COLUMN registry.campaign_check.authority_code IS 'local authority that checked';
COMMENT ON COLUMN registry.campaign_check.outcome IS 'what was found';
COMMENT ON COLUMN registry.campaign_check.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.campaign_check.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.campaign_check.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.campaign_check.how IS 'how it was checked: visit, document, telephone';
COMMENT ON COLUMN registry.campaign_check.recorded_by IS 'officer who checked';

ALTER TABLE registry.campaign ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.campaign_recipient ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.campaign_check ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ON registry.campaign TO welfare_writer;
GRANT SELECT ON registry.campaign_recipient TO welfare_writer;
GRANT SELECT, INSERT ON registry.campaign_check TO welfare_writer;
CREATE POLICY campaign_read ON registry.campaign FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY campaign_read ON registry.campaign IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY campaign_change ON registry.campaign FOR UPDATE TO welfare_writer
  USING (authority_code = welfare.authority_code()) WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY campaign_change ON registry.campaign IS 'the authority''s officers report their list';
CREATE POLICY campaign_recipient_read ON registry.campaign_recipient FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY campaign_recipient_read ON registry.campaign_recipient IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY campaign_check_read ON registry.campaign_check FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY campaign_check_read ON registry.campaign_check IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY campaign_check_add ON registry.campaign_check FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY campaign_check_add ON registry.campaign_check IS 'the authority''s officers check';

-- A campaign is frozen; all that still comes is that its list is reported, once.
CREATE FUNCTION registry.guard_campaign() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    reported registry.campaign := OLD;
  BEGIN
    reported.reported_at := NEW.reported_at;
    reported.reported_by := NEW.reported_by;
    IF OLD.reported_at IS NOT NULL OR NEW.reported_at IS NULL OR reported IS DISTINCT FROM NEW THEN
      PERFORM reference.refuse('WF064', NULL, 'registry.campaign');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.guard_campaign() IS 'refuses changes of a campaign beside its report';
CREATE TRIGGER campaign_guard BEFORE UPDATE ON registry.campaign
  FOR EACH ROW EXECUTE FUNCTION registry.guard_campaign();
COMMENT ON TRIGGER campaign_guard ON registry.campaign IS 'campaigns are frozen';
CREATE TRIGGER campaign_no_removal BEFORE DELETE OR TRUNCATE ON registry.campaign
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER campaign_no_removal ON registry.campaign IS 'campaigns are evidence';
CREATE TRIGGER campaign_recipient_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.campaign_recipient
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER campaign_recipient_no_change ON registry.campaign_recipient IS 'lists are evidence';
CREATE TRIGGER campaign_check_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.campaign_check
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER campaign_check_no_change ON registry.campaign_check IS 'checks are evidence';
-- Refuses whoever holds none of some offices in the own authority today. Parameters: offices. Errors: WF001, WF007, WF336.
CREATE FUNCTION registry.require_office(VARIADIC offices identity.office_name[]) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM registry.require_officer();
    IF NOT EXISTS (SELECT FROM unnest(require_office.offices) AS office
                    WHERE identity.has_office(welfare.principal(), office, welfare.authority_code())) THEN
      PERFORM reference.refuse('WF336', NULL, array_to_string(require_office.offices, ', '));
    END IF;
  END
  $$;
COMMENT ON FUNCTION registry.require_office(identity.office_name[]) IS 'refuses whoever holds none of some offices in the own authority';

REVOKE ALL ON FUNCTION registry.guard_campaign(), registry.require_office(identity.office_name[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.require_office(identity.office_name[]) TO welfare_writer;

COMMIT;

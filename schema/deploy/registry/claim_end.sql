-- IS9.5, IS9.6: why and by whose order a claim ended, or was deleted as a wrong entry. Evidence: never changed, never removed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.disposal (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  happened_on date NOT NULL,
  ordered_on date NOT NULL,
  claimed_elsewhere_on date,
  authority_code integer NOT NULL,
  cause reference.disposal_cause NOT NULL,
  claim_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  order_number text,
  remark text,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT disposal_pkey PRIMARY KEY (thai_id, programme, claim_number),
  CONSTRAINT disposal_claim_fkey FOREIGN KEY (thai_id, programme, claim_number)
    REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT disposal_disqualified_has_remark CHECK (cause <> 'disqualified' OR btrim(remark) <> '' AND remark IS NOT NULL),
  CONSTRAINT disposal_ordered_after_event CHECK (ordered_on >= happened_on OR cause = 'waived'),
  CONSTRAINT disposal_claimed_elsewhere_moved CHECK (claimed_elsewhere_on IS NULL OR cause = 'moved')
);
COMMENT ON TABLE registry.disposal IS 'disposals (การจำหน่าย)';
COMMENT ON COLUMN registry.disposal.thai_id IS 'the person';
COMMENT ON COLUMN registry.disposal.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.disposal.programme IS 'the programme';
COMMENT ON COLUMN registry.disposal.happened_on IS 'day of the death, of moving out in the house register, of the waiver, of the finding';
COMMENT ON COLUMN registry.disposal.ordered_on IS 'day of the executive''s order (EG7)';
COMMENT ON COLUMN registry.disposal.claimed_elsewhere_on IS 'day of the confirmation or application at the new authority, for a move';
COMMENT ON COLUMN registry.disposal.authority_code IS 'local authority that held the claim';
COMMENT ON COLUMN registry.disposal.cause IS 'cause (IS9.5)';
COMMENT ON COLUMN registry.disposal.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.disposal.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.disposal.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.disposal.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.disposal.order_number IS 'number of the order';
COMMENT ON COLUMN registry.disposal.remark IS 'remark; required of a disqualification';
COMMENT ON COLUMN registry.disposal.recorded_by IS 'user, or database role, that recorded it';

CREATE TABLE registry.tombstone (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  claim_number smallint NOT NULL,
  reason text NOT NULL,
  document text,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  confirmed_by text,
  CONSTRAINT tombstone_pkey PRIMARY KEY (thai_id, programme, claim_number),
  CONSTRAINT tombstone_claim_fkey FOREIGN KEY (thai_id, programme, claim_number)
    REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT tombstone_has_reason CHECK (btrim(reason) <> ''),
  CONSTRAINT tombstone_two_users CHECK (confirmed_by <> recorded_by)
);
COMMENT ON TABLE registry.tombstone IS 'wrong entries that were deleted, with the reason; their claims stay as history (IS9.6)';
COMMENT ON COLUMN registry.tombstone.thai_id IS 'the person';
COMMENT ON COLUMN registry.tombstone.recorded_at IS 'when it was deleted';
COMMENT ON COLUMN registry.tombstone.programme IS 'the programme';
COMMENT ON COLUMN registry.tombstone.authority_code IS 'local authority that held the claim';
COMMENT ON COLUMN registry.tombstone.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.tombstone.reason IS 'why it was a wrong entry';
COMMENT ON COLUMN registry.tombstone.document IS 'document that shows it';
COMMENT ON COLUMN registry.tombstone.recorded_by IS 'user, or database role, that asked for it';
COMMENT ON COLUMN registry.tombstone.confirmed_by IS 'second user; required where a month had been paid';

ALTER TABLE registry.disposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.tombstone ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.disposal TO welfare_writer;
GRANT SELECT, INSERT ON registry.tombstone TO welfare_writer;
CREATE POLICY disposal_read ON registry.disposal FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY disposal_read ON registry.disposal IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY disposal_add ON registry.disposal FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY disposal_add ON registry.disposal IS 'only users of the holding authority dispose (IS9.2)';
CREATE POLICY tombstone_read ON registry.tombstone FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY tombstone_read ON registry.tombstone IS 'the holding authority and administrators see what was deleted';
CREATE POLICY tombstone_add ON registry.tombstone FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY tombstone_add ON registry.tombstone IS 'only users of the holding authority delete (IS9.2)';

CREATE TRIGGER disposal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.disposal
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER disposal_no_change ON registry.disposal IS 'disposals are evidence';
CREATE TRIGGER tombstone_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.tombstone
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER tombstone_no_change ON registry.tombstone IS 'tombstones are evidence';

COMMIT;

-- IS8.3, IS8.5, AR3: one person's standing in one programme at one local authority.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.claim (
  thai_id welfare.thai_id NOT NULL,
  facts welfare.facts NOT NULL DEFAULT '{}',
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  first_month reference.pay_month NOT NULL,
  last_month reference.pay_month,
  claimed_on date NOT NULL,
  ordered_on date NOT NULL,
  way_of_payment reference.way_of_payment NOT NULL,
  budget_type reference.budget_type NOT NULL,
  state registry.claim_state NOT NULL DEFAULT 'live',
  claim_number smallint NOT NULL DEFAULT 1,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  bank_code smallint,
  top_up reference.baht NOT NULL DEFAULT 0,
  bank_branch text,
  account_number text COLLATE "C",
  account_name text,
  CONSTRAINT claim_pkey PRIMARY KEY (thai_id, programme, claim_number),
  CONSTRAINT claim_person_fkey FOREIGN KEY (thai_id) REFERENCES registry.person (thai_id),
  CONSTRAINT claim_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT claim_authority_fkey FOREIGN KEY (authority_code, district_code, province_code)
    REFERENCES reference.local_authority (authority_code, district_code, province_code),
  CONSTRAINT claim_bank_fkey FOREIGN KEY (bank_code) REFERENCES reference.bank (bank_code),
  CONSTRAINT claim_account_digits CHECK (account_number ~ '^[0-9]{1,20}$'),
  CONSTRAINT claim_account_all_or_none CHECK (num_nonnulls(bank_code, bank_branch, account_number, account_name) IN (0, 4)),
  CONSTRAINT claim_transfer_has_account CHECK (way_of_payment IN ('cash_in_person', 'cash_to_proxy') OR account_number IS NOT NULL),
  CONSTRAINT claim_number_positive CHECK (claim_number >= 1),
  CONSTRAINT claim_last_month_not_before_first CHECK (last_month >= first_month),
  CONSTRAINT claim_ended_has_last_month CHECK (state IN ('live', 'suspended', 'deleted') OR last_month IS NOT NULL),
  CONSTRAINT claim_ordered_after_claimed CHECK (ordered_on >= claimed_on)
);
COMMENT ON TABLE registry.claim IS 'claims (สิทธิรับเบี้ย)';
COMMENT ON COLUMN registry.claim.thai_id IS 'the person';
COMMENT ON COLUMN registry.claim.facts IS 'what the claim''s papers prove of the person, in the vocabulary of the criteria; kept with the claim because another authority may not learn it; what the claim or an age itself proves is not repeated';
COMMENT ON COLUMN registry.claim.recorded_at IS 'when the row was recorded';
COMMENT ON COLUMN registry.claim.programme IS 'the programme';
COMMENT ON COLUMN registry.claim.authority_code IS 'local authority that holds the claim';
COMMENT ON COLUMN registry.claim.first_month IS 'first month that is paid (EG4.1)';
COMMENT ON COLUMN registry.claim.last_month IS 'last month that is paid; NULL while none is set';
COMMENT ON COLUMN registry.claim.claimed_on IS 'day on which the complete confirmation or application was received (EG4.1)';
COMMENT ON COLUMN registry.claim.ordered_on IS 'day of the executive''s order that accepted it';
COMMENT ON COLUMN registry.claim.way_of_payment IS 'way of payment (EG6.2)';
COMMENT ON COLUMN registry.claim.budget_type IS 'budget type (IS8.5)';
COMMENT ON COLUMN registry.claim.state IS 'state (IS9.5)';
COMMENT ON COLUMN registry.claim.claim_number IS '1 for the person''s first claim of the programme, counting up';
COMMENT ON COLUMN registry.claim.district_code IS 'district of the authority, for the sight of district officers';
COMMENT ON COLUMN registry.claim.province_code IS 'province of the authority, for the sight of provincial officers';
COMMENT ON COLUMN registry.claim.bank_code IS 'bank of the account (IS8.6); NULL with the rest of it for cash';
COMMENT ON COLUMN registry.claim.bank_branch IS 'branch of the account';
COMMENT ON COLUMN registry.claim.account_number IS 'account number, digits only';
COMMENT ON COLUMN registry.claim.account_name IS 'name of the account';
COMMENT ON COLUMN registry.claim.top_up IS 'baht a month that the authority adds of its own (IS8.5)';

-- IS8.3: one live claim per person and programme in the nation.
CREATE UNIQUE INDEX claim_one_live ON registry.claim (thai_id, programme) WHERE state IN ('live', 'suspended');
COMMENT ON INDEX registry.claim_one_live IS 'one live claim per person and programme in the nation (IS8.3)';
CREATE INDEX claim_authority_code ON registry.claim (authority_code, thai_id);
COMMENT ON INDEX registry.claim_authority_code IS 'an authority''s own claims';

-- No month belongs to two claims of one person and programme, whatever path is taken (ER13): the payroll's key would
-- refuse the whole month. Deleted claims do not count (IS9.6).
CREATE FUNCTION registry.refuse_overlapping_claim() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF NEW.state <> 'deleted' AND EXISTS (
      SELECT FROM registry.claim AS other
       WHERE other.thai_id = NEW.thai_id AND other.programme = NEW.programme AND other.claim_number <> NEW.claim_number
         AND other.state <> 'deleted'
         AND daterange(other.first_month, other.last_month, '[]') && daterange(NEW.first_month, NEW.last_month, '[]'))
    THEN
      PERFORM reference.refuse('WF050', NULL);
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_overlapping_claim() IS 'refuses a claim whose months overlap another of the same person and programme';
REVOKE ALL ON FUNCTION registry.refuse_overlapping_claim() FROM PUBLIC;
CREATE TRIGGER claim_no_overlap BEFORE INSERT OR UPDATE OF first_month, last_month, state ON registry.claim
  FOR EACH ROW EXECUTE FUNCTION registry.refuse_overlapping_claim();
COMMENT ON TRIGGER claim_no_overlap ON registry.claim IS 'no month belongs to two claims of one person and programme (ER13)';

ALTER TABLE registry.claim ENABLE ROW LEVEL SECURITY;

COMMIT;

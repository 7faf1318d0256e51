-- IS8.3, IS8.5, IS9.5, AR3: one person's standing in one programme at one local authority.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.claim (
  thai_id welfare.thai_id NOT NULL,
  facts welfare.facts NOT NULL DEFAULT '{}',
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  first_month reference.pay_month NOT NULL,
  last_month reference.pay_month,
  not_before reference.pay_month,
  claimed_on date NOT NULL,
  ordered_on date NOT NULL,
  received_since reference.pay_month NOT NULL,
  entered_on date NOT NULL DEFAULT welfare.business_date(),
  in_force_from date NOT NULL DEFAULT welfare.business_date(),
  varied_from date,
  way_of_payment reference.way_of_payment NOT NULL,
  budget_type reference.budget_type NOT NULL,
  state registry.claim_state NOT NULL DEFAULT 'live',
  origin registry.claim_origin NOT NULL DEFAULT 'entry',
  live_authority_code integer GENERATED ALWAYS AS (CASE WHEN state IN ('live', 'suspended') AND NOT leaving THEN authority_code END) STORED,
  claim_number smallint NOT NULL DEFAULT 1,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  bank_code smallint,
  replaces_claim_number smallint,
  replaces_wrong_number smallint,
  sensitive boolean NOT NULL,
  leaving boolean NOT NULL DEFAULT false,
  takes_over boolean NOT NULL DEFAULT false,
  top_up reference.baht NOT NULL DEFAULT 0,
  bank_branch text,
  account_number text COLLATE "C",
  account_name text,
  remark text,
  replaces_thai_id welfare.thai_id,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT claim_pkey PRIMARY KEY (thai_id, programme, claim_number),
  -- IS8.3: a live claim is where the person's record is kept, so all live claims of a person are at one authority, whoever
  -- records them and at whatever isolation. Every claim begins as live, so this is also the reference to the person; or as
  -- awaiting the acknowledgement of a move (ER8.4), while another authority keeps the record still.
  -- Deferrable: an authority's successor takes over persons and claims together (RC2).
  CONSTRAINT claim_live_at_persons_authority FOREIGN KEY (live_authority_code, district_code, province_code, thai_id)
    REFERENCES registry.person (authority_code, district_code, province_code, thai_id) DEFERRABLE INITIALLY IMMEDIATE,
  CONSTRAINT claim_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT claim_bank_fkey FOREIGN KEY (bank_code) REFERENCES reference.bank (bank_code),
  CONSTRAINT claim_replaces_fkey FOREIGN KEY (thai_id, programme, replaces_claim_number)
    REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT claim_account_digits CHECK (account_number ~ '^[0-9]{1,20}$'),
  CONSTRAINT claim_account_all_or_none CHECK (num_nonnulls(bank_code, bank_branch, account_number, account_name) IN (0, 4)),
  CONSTRAINT claim_transfer_has_account CHECK (way_of_payment IN ('cash_in_person', 'cash_to_proxy') OR account_number IS NOT NULL),
  CONSTRAINT claim_number_positive CHECK (claim_number >= 1),
  -- a claim that ends before it is ever paid ends with the month before its first
  -- ER13: what an edit works out anew never reaches back over months that are another claim's, whatever its ID
  CONSTRAINT claim_first_month_not_before CHECK (first_month >= not_before),
  CONSTRAINT claim_last_month_not_before_first CHECK (last_month >= first_month - interval '1 month'),
  CONSTRAINT claim_disposed_has_last_month CHECK (state <> 'disposed' OR last_month IS NOT NULL),
  CONSTRAINT claim_leaving_was_live CHECK (NOT leaving OR state <> 'awaiting'),
  CONSTRAINT claim_ordered_after_claimed CHECK (ordered_on >= claimed_on),
  CONSTRAINT claim_received_not_after_first CHECK (received_since <= first_month),
  -- IS8.5: what each programme's form must state
  CONSTRAINT claim_disability_kinds CHECK (programme <> 'disability' OR (facts @@ 'seeing_disability | hearing_disability | physical_disability
    | mental_disability | intellectual_disability | multiple_disability | unspecified_disability'::welfare.eligibility_rule) IS TRUE),
  CONSTRAINT claim_unspecified_disability_alone CHECK ((facts @@ 'unspecified_disability & (seeing_disability | hearing_disability | physical_disability
    | mental_disability | intellectual_disability | multiple_disability)'::welfare.eligibility_rule) IS NOT TRUE),
  CONSTRAINT claim_aids_certified CHECK (programme <> 'aids' OR (facts @@ 'aids_certified'::welfare.eligibility_rule) IS TRUE),
  CONSTRAINT claim_origin_names_replaced CHECK ((origin IN ('entry', 'submission')) = (replaces_claim_number IS NULL AND replaces_thai_id IS NULL)
    AND (origin = 'corrected_id') = (replaces_thai_id IS NOT NULL) AND (replaces_thai_id IS NULL) = (replaces_wrong_number IS NULL))
);
COMMENT ON TABLE registry.claim IS 'claims (สิทธิรับเบี้ย), as last recorded';
COMMENT ON COLUMN registry.claim.thai_id IS 'the person';
COMMENT ON COLUMN registry.claim.facts IS 'what the claim''s papers prove of the person, in the vocabulary of the criteria; kept with the claim because another authority may not learn it; what the claim or an age itself proves is not repeated';
COMMENT ON COLUMN registry.claim.recorded_at IS 'when the row was recorded as it is';
COMMENT ON COLUMN registry.claim.created_at IS 'when the claim came on record';
COMMENT ON COLUMN registry.claim.programme IS 'the programme';
COMMENT ON COLUMN registry.claim.authority_code IS 'local authority that holds the claim';
COMMENT ON COLUMN registry.claim.first_month IS 'first month that is paid (EG4.1)';
COMMENT ON COLUMN registry.claim.last_month IS 'last month that is paid; NULL while none is set';
COMMENT ON COLUMN registry.claim.not_before IS 'month before which nothing is paid: the one after the last of an earlier claim; NULL when there was none';
COMMENT ON COLUMN registry.claim.claimed_on IS 'day on which the complete confirmation or application was received (EG4.1)';
COMMENT ON COLUMN registry.claim.ordered_on IS 'day of the executive''s order that accepted it';
COMMENT ON COLUMN registry.claim.received_since IS 'month since which the person has received an allowance, as the form states it; history that makes no month payable (IS8.6)';
COMMENT ON COLUMN registry.claim.entered_on IS 'day on which the claim was entered';
COMMENT ON COLUMN registry.claim.in_force_from IS 'day from which what the row says is true';
COMMENT ON COLUMN registry.claim.varied_from IS 'latest day from which a change of the facts or the top-up is true: months from it on read the row alone, earlier ones the versions too; NULL: nothing ever changed';
COMMENT ON COLUMN registry.claim.way_of_payment IS 'way of payment (EG6.2)';
COMMENT ON COLUMN registry.claim.budget_type IS 'budget type (IS8.5)';
COMMENT ON COLUMN registry.claim.state IS 'state (IS9.5)';
COMMENT ON COLUMN registry.claim.origin IS 'how the claim came on record';
COMMENT ON COLUMN registry.claim.live_authority_code IS 'the authority while the claim is live or suspended where the person''s record is kept, else NULL';
COMMENT ON COLUMN registry.claim.claim_number IS '1 for the person''s first claim of the programme, counting up';
COMMENT ON COLUMN registry.claim.district_code IS 'district of the authority, for the sight of district officers';
COMMENT ON COLUMN registry.claim.province_code IS 'province of the authority, for the sight of provincial officers';
COMMENT ON COLUMN registry.claim.bank_code IS 'bank of the account (IS8.6); NULL with the rest of it for cash';
COMMENT ON COLUMN registry.claim.replaces_claim_number IS 'wrong record of the same person that this one replaces (IS9.5)';
COMMENT ON COLUMN registry.claim.replaces_wrong_number IS 'number of the claim under that wrong national ID';
COMMENT ON COLUMN registry.claim.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.claim.leaving IS 'whether the person''s record went to another authority with a move while this claim is still paid by the old one (DE12)';
COMMENT ON COLUMN registry.claim.takes_over IS 'whether it took over from an authority that was still paying, and is protected at once (DE9)';
COMMENT ON COLUMN registry.claim.top_up IS 'baht a month that the authority adds of its own (IS8.5)';
COMMENT ON COLUMN registry.claim.bank_branch IS 'branch of the account';
COMMENT ON COLUMN registry.claim.account_number IS 'account number, digits only';
COMMENT ON COLUMN registry.claim.account_name IS 'name of the account';
COMMENT ON COLUMN registry.claim.remark IS 'remark of the form (หมายเหตุ)';
COMMENT ON COLUMN registry.claim.replaces_thai_id IS 'wrong national ID under which the claim stood (IS9.6)';
COMMENT ON COLUMN registry.claim.recorded_by IS 'user, or database role, that recorded the row as it is';

-- IS8.3: one live claim per person and programme in the nation.
CREATE UNIQUE INDEX claim_one_live ON registry.claim (thai_id, programme) WHERE state IN ('live', 'suspended');
COMMENT ON INDEX registry.claim_one_live IS 'one live claim per person and programme in the nation (IS8.3)';
CREATE INDEX claim_authority_code ON registry.claim (authority_code, thai_id);
COMMENT ON INDEX registry.claim_authority_code IS 'an authority''s own claims';
-- AR2: those above the authority read by an index in which health data is not, so that counters of what was read do not tell of it.
CREATE INDEX claim_seen_above ON registry.claim (thai_id, programme, claim_number) WHERE NOT sensitive;
COMMENT ON INDEX registry.claim_seen_above IS 'claims that those above the authority see';
CREATE INDEX claim_replaces ON registry.claim (replaces_thai_id) WHERE replaces_thai_id IS NOT NULL;
COMMENT ON INDEX registry.claim_replaces IS 'claims taken over from a wrong national ID';
CREATE INDEX claim_deleted ON registry.claim (thai_id, programme, claim_number) WHERE state = 'deleted';
COMMENT ON INDEX registry.claim_deleted IS 'wrong entries, among which are records that others replace';

CREATE TABLE registry.claim_history (
  superseded_at timestamptz NOT NULL,
  LIKE registry.claim INCLUDING COMMENTS,
  CONSTRAINT claim_history_pkey PRIMARY KEY (thai_id, programme, claim_number, recorded_at)
);
COMMENT ON TABLE registry.claim_history IS 'earlier versions of claims';
COMMENT ON COLUMN registry.claim_history.superseded_at IS 'when another version replaced this one';

ALTER TABLE registry.claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.claim_history ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ON registry.claim TO welfare_writer;
GRANT SELECT ON registry.claim_history TO welfare_writer;
-- AR2, IS9.2: above the authority nobody but an administrator sees a claim that is health data.
CREATE POLICY claim_read ON registry.claim FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY claim_read ON registry.claim IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY claim_change ON registry.claim FOR UPDATE TO welfare_writer
  USING (authority_code = welfare.authority_code()) WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY claim_change ON registry.claim IS 'only users of the holding authority change a claim (IS9.2)';
CREATE POLICY claim_history_read ON registry.claim_history FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY claim_history_read ON registry.claim_history IS 'a version belongs to the authority that held the claim then';

COMMIT;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.claim', '
  thai_id welfare.thai_id not null
  facts welfare.facts not null default ''{}''::welfare.facts
  recorded_at timestamp with time zone not null default clock_timestamp()
  created_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  authority_code integer not null
  first_month reference.pay_month not null
  last_month reference.pay_month
  not_before reference.pay_month
  claimed_on date not null
  ordered_on date not null
  received_since reference.pay_month not null
  entered_on date not null default welfare.business_date()
  in_force_from date not null default welfare.business_date()
  varied_from date
  way_of_payment reference.way_of_payment not null
  budget_type reference.budget_type not null
  state registry.claim_state not null default ''live''::registry.claim_state
  origin registry.claim_origin not null default ''entry''::registry.claim_origin
  live_authority_code integer default  CASE WHEN ((state = ANY (ARRAY[''live''::registry.claim_state, ''suspended''::registry.claim_state])) AND (NOT leaving)) THEN authority_code ELSE NULL::integer END
  claim_number smallint not null default 1
  district_code smallint not null
  province_code smallint not null
  bank_code smallint
  replaces_claim_number smallint
  replaces_wrong_number smallint
  sensitive boolean not null
  leaving boolean not null default false
  takes_over boolean not null default false
  top_up reference.baht not null default 0
  bank_branch text
  account_number text
  account_name text
  remark text
  replaces_thai_id welfare.thai_id
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.claim');
SELECT pg_temp.check_constraint('registry.claim', 'claim_account_all_or_none', 'CHECK ((num_nonnulls(bank_code, bank_branch, account_number, account_name) = ANY (ARRAY[0, 4])))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_account_digits', 'CHECK ((account_number ~ ''^[0-9]{1,20}$''::text))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_aids_certified', 'CHECK (((programme <> ''aids''::reference.programme_name) OR ((facts OPERATOR(welfare.@@) ''aids_certified''::welfare.eligibility_rule) IS TRUE)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_bank_fkey', 'FOREIGN KEY (bank_code) REFERENCES reference.bank(bank_code)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_disability_kinds', 'CHECK (((programme <> ''disability''::reference.programme_name) OR ((facts OPERATOR(welfare.@@) ''seeing_disability | hearing_disability | physical_disability | mental_disability | intellectual_disability | multiple_disability | unspecified_disability''::welfare.eligibility_rule) IS TRUE)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_disposed_has_last_month', 'CHECK (((state <> ''disposed''::registry.claim_state) OR (last_month IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_first_month_not_before', 'CHECK (((first_month)::date >= (not_before)::date))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_last_month_not_before_first', 'CHECK (((last_month)::date >= ((first_month)::date - ''1 mon''::interval)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_leaving_was_live', 'CHECK (((NOT leaving) OR (state <> ''awaiting''::registry.claim_state)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_live_at_persons_authority', 'FOREIGN KEY (live_authority_code, district_code, province_code, thai_id) REFERENCES registry.person(authority_code, district_code, province_code, thai_id) DEFERRABLE');
SELECT pg_temp.check_constraint('registry.claim', 'claim_number_positive', 'CHECK ((claim_number >= 1))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_ordered_after_claimed', 'CHECK ((ordered_on >= claimed_on))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_origin_names_replaced', 'CHECK ((((origin = ANY (ARRAY[''entry''::registry.claim_origin, ''submission''::registry.claim_origin])) = ((replaces_claim_number IS NULL) AND (replaces_thai_id IS NULL))) AND ((origin = ''corrected_id''::registry.claim_origin) = (replaces_thai_id IS NOT NULL)) AND ((replaces_thai_id IS NULL) = (replaces_wrong_number IS NULL))))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_pkey', 'PRIMARY KEY (thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_received_not_after_first', 'CHECK (((received_since)::date <= (first_month)::date))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_replaces_fkey', 'FOREIGN KEY (thai_id, programme, replaces_claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_transfer_has_account', 'CHECK (((way_of_payment = ANY (ARRAY[''cash_in_person''::reference.way_of_payment, ''cash_to_proxy''::reference.way_of_payment])) OR (account_number IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_unspecified_disability_alone', 'CHECK (((facts OPERATOR(welfare.@@) ''unspecified_disability & (seeing_disability | hearing_disability | physical_disability | mental_disability | intellectual_disability | multiple_disability)''::welfare.eligibility_rule) IS NOT TRUE))');
SELECT pg_temp.check_columns('registry.claim_history', '
  superseded_at timestamp with time zone not null
  thai_id welfare.thai_id not null
  facts welfare.facts not null
  recorded_at timestamp with time zone not null
  created_at timestamp with time zone not null
  programme reference.programme_name not null
  authority_code integer not null
  first_month reference.pay_month not null
  last_month reference.pay_month
  not_before reference.pay_month
  claimed_on date not null
  ordered_on date not null
  received_since reference.pay_month not null
  entered_on date not null
  in_force_from date not null
  varied_from date
  way_of_payment reference.way_of_payment not null
  budget_type reference.budget_type not null
  state registry.claim_state not null
  origin registry.claim_origin not null
  live_authority_code integer
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  bank_code smallint
  replaces_claim_number smallint
  replaces_wrong_number smallint
  sensitive boolean not null
  leaving boolean not null
  takes_over boolean not null
  top_up reference.baht not null
  bank_branch text
  account_number text
  account_name text
  remark text
  replaces_thai_id welfare.thai_id
  recorded_by text not null');
SELECT pg_temp.check_comment('relation', 'registry.claim_history');
SELECT pg_temp.check_constraint('registry.claim_history', 'claim_history_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, recorded_at)');
SELECT pg_temp.check_index('registry.claim_one_live', 'CREATE UNIQUE INDEX claim_one_live ON registry.claim USING btree (thai_id, programme) WHERE (state = ANY (ARRAY[''live''::registry.claim_state, ''suspended''::registry.claim_state]))');
SELECT pg_temp.check_index('registry.claim_authority_code', 'CREATE INDEX claim_authority_code ON registry.claim USING btree (authority_code, thai_id)');
SELECT pg_temp.check_index('registry.claim_seen_above', 'CREATE INDEX claim_seen_above ON registry.claim USING btree (thai_id, programme, claim_number) WHERE (NOT sensitive)');
SELECT pg_temp.check_index('registry.claim_replaces', 'CREATE INDEX claim_replaces ON registry.claim USING btree (replaces_thai_id) WHERE (replaces_thai_id IS NOT NULL)');
SELECT pg_temp.check_index('registry.claim_deleted', 'CREATE INDEX claim_deleted ON registry.claim USING btree (thai_id, programme, claim_number) WHERE (state = ''deleted''::registry.claim_state)');
SELECT pg_temp.check_row_security('registry.claim', 'claim_change for w to welfare_writer using (authority_code = welfare.authority_code()) check (authority_code = welfare.authority_code()); claim_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.claim_history', 'claim_history_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.claim', 'welfare_writer SELECT/UPDATE');
SELECT pg_temp.check_grants('relation', 'registry.claim_history', 'welfare_writer SELECT');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.claim', '
  thai_id welfare.thai_id not null
  facts welfare.facts not null default ''{}''::welfare.facts
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  authority_code integer not null
  first_month reference.pay_month not null
  last_month reference.pay_month
  claimed_on date not null
  ordered_on date not null
  way_of_payment reference.way_of_payment not null
  budget_type reference.budget_type not null
  state registry.claim_state not null default ''live''::registry.claim_state
  claim_number smallint not null default 1
  district_code smallint not null
  province_code smallint not null
  bank_code smallint
  top_up reference.baht not null default 0
  bank_branch text
  account_number text
  account_name text');
SELECT pg_temp.check_comment('relation', 'registry.claim');
SELECT pg_temp.check_constraint('registry.claim', 'claim_account_digits', 'CHECK ((account_number ~ ''^[0-9]{1,20}$''::text))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_account_all_or_none', 'CHECK ((num_nonnulls(bank_code, bank_branch, account_number, account_name) = ANY (ARRAY[0, 4])))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_transfer_has_account', 'CHECK (((way_of_payment = ANY (ARRAY[''cash_in_person''::reference.way_of_payment, ''cash_to_proxy''::reference.way_of_payment])) OR (account_number IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_number_positive', 'CHECK ((claim_number >= 1))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_last_month_not_before_first', 'CHECK (((last_month)::date >= (first_month)::date))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_ended_has_last_month', 'CHECK (((state = ANY (ARRAY[''live''::registry.claim_state, ''suspended''::registry.claim_state, ''deleted''::registry.claim_state])) OR (last_month IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_ordered_after_claimed', 'CHECK ((ordered_on >= claimed_on))');
SELECT pg_temp.check_constraint('registry.claim', 'claim_pkey', 'PRIMARY KEY (thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_person_fkey', 'FOREIGN KEY (thai_id) REFERENCES registry.person(thai_id)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_authority_fkey', 'FOREIGN KEY (authority_code, district_code, province_code) REFERENCES reference.local_authority(authority_code, district_code, province_code)');
SELECT pg_temp.check_constraint('registry.claim', 'claim_bank_fkey', 'FOREIGN KEY (bank_code) REFERENCES reference.bank(bank_code)');
SELECT pg_temp.check_index('registry.claim_authority_code', 'CREATE INDEX claim_authority_code ON registry.claim USING btree (authority_code, thai_id)');
SELECT pg_temp.check_index('registry.claim_one_live', 'CREATE UNIQUE INDEX claim_one_live ON registry.claim USING btree (thai_id, programme) WHERE (state = ANY (ARRAY[''live''::registry.claim_state, ''suspended''::registry.claim_state]))');
SELECT pg_temp.check_function('registry.refuse_overlapping_claim()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_overlapping_claim()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_no_overlap', 'CREATE TRIGGER claim_no_overlap BEFORE INSERT OR UPDATE OF first_month, last_month, state ON registry.claim FOR EACH ROW EXECUTE FUNCTION registry.refuse_overlapping_claim()');

SELECT pg_temp.check_grants('relation', 'registry.claim', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_overlapping_claim()', '');
SELECT pg_temp.check_row_security('registry.claim', '');

ROLLBACK;

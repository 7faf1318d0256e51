BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.executing_agency', 'local_authority, treasury');
SELECT pg_temp.check_comment('type', 'reference.executing_agency');
SELECT pg_temp.check_enumeration('reference.retry_cycle', 'next_month, next_disbursement');
SELECT pg_temp.check_comment('type', 'reference.retry_cycle');
SELECT pg_temp.check_columns('reference.disbursement_rule', '
  payer reference.payer_name not null
  valid reference.months not null
  executing_agency reference.executing_agency not null
  latest_day smallint not null
  retry reference.retry_cycle not null
  transfers_per_batch integer not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.disbursement_rule');
SELECT pg_temp.check_constraint('reference.disbursement_rule', 'disbursement_rule_batch', 'CHECK (((transfers_per_batch >= 1) AND (transfers_per_batch <= 1000000)))');
SELECT pg_temp.check_constraint('reference.disbursement_rule', 'disbursement_rule_latest_day', 'CHECK (((latest_day >= 1) AND (latest_day <= 28)))');
SELECT pg_temp.check_constraint('reference.disbursement_rule', 'disbursement_rule_one_at_a_time', 'EXCLUDE USING gist (payer WITH =, ((valid)::daterange) WITH &&)');
SELECT pg_temp.check_columns('reference.paying_account', '
  executing_agency reference.executing_agency not null
  payer reference.payer_name not null
  valid daterange not null
  authority_code integer
  bank_code smallint not null
  account_number text not null
  account_name text not null
  legal_basis text not null');
SELECT pg_temp.check_comment('relation', 'reference.paying_account');
SELECT pg_temp.check_constraint('reference.paying_account', 'paying_account_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('reference.paying_account', 'paying_account_authority_pays_itself', 'CHECK (((executing_agency = ''local_authority''::reference.executing_agency) = (authority_code IS NOT NULL)))');
SELECT pg_temp.check_constraint('reference.paying_account', 'paying_account_bank_fkey', 'FOREIGN KEY (bank_code) REFERENCES reference.bank(bank_code)');
SELECT pg_temp.check_constraint('reference.paying_account', 'paying_account_digits', 'CHECK ((account_number ~ ''^[0-9]{1,20}$''::text))');
SELECT pg_temp.check_constraint('reference.paying_account', 'paying_account_named', 'CHECK (((btrim(account_name) <> ''''::text) AND (btrim(legal_basis) <> ''''::text)))');
SELECT pg_temp.check_constraint('reference.paying_account', 'paying_account_one_at_a_time', 'EXCLUDE USING gist (executing_agency WITH =, payer WITH =, COALESCE(authority_code, 0) WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.paying_account', 'paying_account_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_function('reference.disbursement_rule_of(reference.payer_name,date)',
  'welfare_owner invoker stable returns reference.disbursement_rule search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.disbursement_rule_of(reference.payer_name,date)');
SELECT pg_temp.check_row_security('reference.paying_account', '');

SELECT pg_temp.check_grants('relation', 'reference.disbursement_rule', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.paying_account', '');
SELECT pg_temp.check_grants('function', 'reference.disbursement_rule_of(reference.payer_name,date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF400)');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(executing_agency,local_authority,องค์กรปกครองส่วนท้องถิ่น)',
  '(executing_agency,treasury,กรมบัญชีกลาง)');
SELECT pg_temp.check_rows('reference.disbursement_rule', 'ROW(payer, lower(valid), executing_agency, latest_day, retry, transfers_per_batch)',
  '(local_authority,,local_authority,10,next_month,100000)',
  '(local_authority,2020-01-01,treasury,10,next_month,100000)',
  '(welfare_card_fund,,treasury,10,next_month,100000)');

ROLLBACK;

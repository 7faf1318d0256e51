BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.line', '
  thai_id welfare.thai_id not null
  facts welfare.facts not null
  month reference.pay_month not null
  authority_code integer not null
  tariff_id integer not null
  programme reference.programme_name not null
  way_of_payment reference.way_of_payment not null
  budget_type reference.budget_type not null
  district_code smallint not null
  province_code smallint not null
  claim_number smallint not null
  age smallint not null
  pending_removal boolean not null
  allowance reference.baht not null
  top_up reference.baht not null
  other_payers reference.baht not null
  bank_code smallint
  bank_branch text
  account_number text
  account_name text');
SELECT pg_temp.check_comment('relation', 'payment.line');
SELECT pg_temp.check_constraint('payment.line', 'line_pkey', 'PRIMARY KEY (thai_id, programme, month)');
SELECT pg_temp.check_columns('payment.payroll', '
  month reference.pay_month not null
  programme reference.programme_name not null
  lines bigint not null
  allowance numeric(16,2) not null
  top_up numeric(16,2) not null
  other_payers numeric(16,2) not null
  prepared_at timestamp with time zone not null
  adjusted_at timestamp with time zone
  prepared_by text not null');
SELECT pg_temp.check_comment('relation', 'payment.payroll');
SELECT pg_temp.check_constraint('payment.payroll', 'payroll_pkey', 'PRIMARY KEY (month, programme)');
SELECT pg_temp.check_constraint('payment.payroll', 'payroll_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_row_security('payment.line', '');
SELECT pg_temp.check_row_security('payment.payroll', 'payroll_read for r to welfare_admin using (welfare.nation() AND (welfare.duty() = ''administrator''::text))');

SELECT pg_temp.check_grants('relation', 'payment.line', '');
SELECT pg_temp.check_grants('relation', 'payment.payroll', 'welfare_admin SELECT');

ROLLBACK;

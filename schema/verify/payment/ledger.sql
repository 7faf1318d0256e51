BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.ledger_account', 'budget, entitled, arrears, held, sent, paid, returned, cancelled, recovered');
SELECT pg_temp.check_comment('type', 'payment.ledger_account');
SELECT pg_temp.check_enumeration('payment.ledger_step', 'approved, held, released, held_back, sent, credited, failed, returned, cancelled, reinstated, offset, recovered, corrected');
SELECT pg_temp.check_comment('type', 'payment.ledger_step');
SELECT pg_temp.check_columns('payment.ledger_entry', '
  entry_number bigint not null identity
  recorded_at timestamp with time zone not null default clock_timestamp()
  event_at timestamp with time zone not null
  disbursement_number bigint
  delivery_number bigint
  items bigint not null
  corrects bigint
  cycle_month reference.pay_month not null
  month reference.pay_month not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  budget_type reference.budget_type
  step payment.ledger_step not null
  debit payment.ledger_account not null
  credit payment.ledger_account not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  amount numeric(12,2) not null
  remark text
  posted_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.ledger_entry');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_amount_positive', 'CHECK (((amount > (0)::numeric) AND (items >= 0)))');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_budget', 'CHECK (((payer = ''local_authority''::reference.payer_name) = (budget_type IS NOT NULL)))');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_correction', 'CHECK ((((step = ''corrected''::payment.ledger_step) = (corrects IS NOT NULL)) AND ((corrects IS NULL) OR ((btrim(remark) <> ''''::text) AND (remark IS NOT NULL)))))');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_corrects_fkey', 'FOREIGN KEY (corrects) REFERENCES payment.ledger_entry(entry_number)');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_pkey', 'PRIMARY KEY (entry_number)');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('payment.ledger_entry', 'ledger_entry_two_accounts', 'CHECK ((debit <> credit))');
SELECT pg_temp.check_index('payment.ledger_entry_corrected_once', 'CREATE UNIQUE INDEX ledger_entry_corrected_once ON payment.ledger_entry USING btree (corrects) WHERE (corrects IS NOT NULL)');
SELECT pg_temp.check_index('payment.ledger_entry_month', 'CREATE INDEX ledger_entry_month ON payment.ledger_entry USING btree (month, authority_code)');
SELECT pg_temp.check_index('payment.ledger_entry_delivery', 'CREATE INDEX ledger_entry_delivery ON payment.ledger_entry USING btree (delivery_number) WHERE (delivery_number IS NOT NULL)');
SELECT pg_temp.check_index('payment.ledger_entry_disbursement', 'CREATE INDEX ledger_entry_disbursement ON payment.ledger_entry USING btree (disbursement_number) WHERE (disbursement_number IS NOT NULL)');
SELECT pg_temp.check_function('payment.budget_parts(reference.payer_name,reference.budget_type,numeric,numeric)',
  'welfare_owner invoker immutable returns TABLE(budget reference.budget_type, baht numeric)');
SELECT pg_temp.check_comment('function', 'payment.budget_parts(reference.payer_name,reference.budget_type,numeric,numeric)');
SELECT pg_temp.check_trigger('payment.ledger_entry', 'ledger_entry_no_change', 'CREATE TRIGGER ledger_entry_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.ledger_entry', 'ledger_entry_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'payment.ledger_entry', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'payment.budget_parts(reference.payer_name,reference.budget_type,numeric,numeric)', '');

ROLLBACK;

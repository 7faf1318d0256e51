BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.earned_payee', 'named_person, heirs, own_account');
SELECT pg_temp.check_comment('type', 'registry.earned_payee');
SELECT pg_temp.check_columns('registry.proxy_verification', '
  thai_id welfare.thai_id not null
  representative_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  representative_recorded_at timestamp with time zone not null
  programme reference.programme_name not null
  month reference.pay_month not null
  verified_on date not null
  authority_code integer not null
  kind registry.representative_kind not null
  claim_number smallint not null
  sensitive boolean not null
  alive_on_first boolean not null
  identity_document text not null
  alive_shown_by text not null
  verified_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.proxy_verification');
SELECT pg_temp.check_constraint('registry.proxy_verification', 'proxy_verification_alive', 'CHECK (alive_on_first)');
SELECT pg_temp.check_constraint('registry.proxy_verification', 'proxy_verification_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.proxy_verification', 'proxy_verification_on_the_first', 'CHECK ((verified_on >= (month)::date))');
SELECT pg_temp.check_constraint('registry.proxy_verification', 'proxy_verification_pkey', 'PRIMARY KEY (thai_id, programme, month, representative_id)');
SELECT pg_temp.check_constraint('registry.proxy_verification', 'proxy_verification_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.proxy_verification', 'proxy_verification_representative_fkey', 'FOREIGN KEY (thai_id, representative_id, kind, representative_recorded_at) REFERENCES registry.representative(thai_id, representative_id, kind, recorded_at)');
SELECT pg_temp.check_constraint('registry.proxy_verification', 'proxy_verification_stated', 'CHECK (((btrim(identity_document) <> ''''::text) AND (btrim(alive_shown_by) <> ''''::text)))');
SELECT pg_temp.check_columns('registry.earned_month_payment', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  month reference.pay_month not null
  paid_on date not null
  authority_code integer not null
  payee registry.earned_payee not null
  claim_number smallint not null
  sensitive boolean not null
  alive_on_first boolean not null
  full_name text
  payee_id welfare.thai_id
  relation text
  document text
  identity_document text
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.earned_month_payment');
SELECT pg_temp.check_constraint('registry.earned_month_payment', 'earned_month_payment_alive', 'CHECK (alive_on_first)');
SELECT pg_temp.check_constraint('registry.earned_month_payment', 'earned_month_payment_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.earned_month_payment', 'earned_month_payment_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, month)');
SELECT pg_temp.check_constraint('registry.earned_month_payment', 'earned_month_payment_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.earned_month_payment', 'earned_month_payment_to_another', 'CHECK ((payee_id OPERATOR(welfare.<>) thai_id))');
SELECT pg_temp.check_constraint('registry.earned_month_payment', 'earned_month_payment_whole', 'CHECK ((num_nonnulls(full_name, payee_id, relation, document, identity_document) =
CASE payee
    WHEN ''own_account''::registry.earned_payee THEN 0
    ELSE 5
END))');
SELECT pg_temp.check_function('registry.check_proxy_verification()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_proxy_verification()');
SELECT pg_temp.check_function('registry.check_earned_month()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_earned_month()');
SELECT pg_temp.check_function('registry.payee_after_death(welfare.thai_id,reference.programme_name)',
  'welfare_owner invoker stable returns TABLE(claim_number smallint, month reference.pay_month, payee registry.earned_payee, payee_id welfare.thai_id, full_name text, relation text, document text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.payee_after_death(welfare.thai_id,reference.programme_name)');
SELECT pg_temp.check_trigger('registry.proxy_verification', 'proxy_verification_check', 'CREATE TRIGGER proxy_verification_check BEFORE INSERT ON registry.proxy_verification FOR EACH ROW EXECUTE FUNCTION registry.check_proxy_verification()');
SELECT pg_temp.check_trigger('registry.proxy_verification', 'proxy_verification_no_change', 'CREATE TRIGGER proxy_verification_no_change BEFORE UPDATE ON registry.proxy_verification FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority()');
SELECT pg_temp.check_trigger('registry.proxy_verification', 'proxy_verification_no_removal', 'CREATE TRIGGER proxy_verification_no_removal BEFORE DELETE OR TRUNCATE ON registry.proxy_verification FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.earned_month_payment', 'earned_month_payment_check', 'CREATE TRIGGER earned_month_payment_check BEFORE INSERT ON registry.earned_month_payment FOR EACH ROW EXECUTE FUNCTION registry.check_earned_month()');
SELECT pg_temp.check_trigger('registry.earned_month_payment', 'earned_month_payment_no_change', 'CREATE TRIGGER earned_month_payment_no_change BEFORE UPDATE ON registry.earned_month_payment FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority()');
SELECT pg_temp.check_trigger('registry.earned_month_payment', 'earned_month_payment_no_removal', 'CREATE TRIGGER earned_month_payment_no_removal BEFORE DELETE OR TRUNCATE ON registry.earned_month_payment FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.proxy_verification', 'proxy_verification_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.earned_month_payment', 'earned_month_payment_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); earned_month_payment_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.proxy_verification', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'registry.earned_month_payment', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.check_proxy_verification()', '');
SELECT pg_temp.check_grants('function', 'registry.check_earned_month()', '');
SELECT pg_temp.check_grants('function', 'registry.payee_after_death(welfare.thai_id,reference.programme_name)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF32M)',
  '(WF32N)',
  '(WF32P)',
  '(WF32Q)',
  '(WF32R)',
  '(WF32S)');

ROLLBACK;

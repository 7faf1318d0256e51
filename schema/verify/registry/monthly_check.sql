BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.monthly_check', '
  authority_code integer not null
  month reference.pay_month not null
  district_code smallint not null
  province_code smallint not null
  checked_at timestamp with time zone not null default clock_timestamp()
  checked_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  remark text');
SELECT pg_temp.check_comment('relation', 'registry.monthly_check');
SELECT pg_temp.check_constraint('registry.monthly_check', 'monthly_check_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('registry.monthly_check', 'monthly_check_pkey', 'PRIMARY KEY (authority_code, month)');
SELECT pg_temp.check_columns('registry.monthly_check_band', '
  authority_code integer not null
  month reference.pay_month not null
  programme reference.programme_name not null
  state registry.entitlement_state not null
  from_age smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  recipients bigint not null
  stepped_up bigint not null
  allowance numeric(16,2) not null');
SELECT pg_temp.check_comment('relation', 'registry.monthly_check_band');
SELECT pg_temp.check_constraint('registry.monthly_check_band', 'monthly_check_band_check_fkey', 'FOREIGN KEY (authority_code, month) REFERENCES registry.monthly_check(authority_code, month)');
SELECT pg_temp.check_constraint('registry.monthly_check_band', 'monthly_check_band_pkey', 'PRIMARY KEY (authority_code, month, programme, state, from_age)');
SELECT pg_temp.check_constraint('registry.monthly_check_band', 'monthly_check_band_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_function('registry.record_monthly_check(date,text)',
  'welfare_owner definer volatile returns TABLE(programme reference.programme_name, state registry.entitlement_state, from_age smallint, recipients bigint, stepped_up bigint, allowance numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'registry.record_monthly_check(date,text)');
SELECT pg_temp.check_function('registry.monthly_checks(date)',
  'welfare_writer definer stable returns TABLE(authority_code integer, checked_at timestamp with time zone, checked_by text, programme reference.programme_name, state registry.entitlement_state, from_age smallint, recipients bigint, stepped_up bigint, allowance numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.monthly_checks(date)');
SELECT pg_temp.check_trigger('registry.monthly_check', 'monthly_check_no_change', 'CREATE TRIGGER monthly_check_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.monthly_check FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.monthly_check_band', 'monthly_check_band_no_change', 'CREATE TRIGGER monthly_check_band_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.monthly_check_band FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.monthly_check', 'monthly_check_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())');
SELECT pg_temp.check_row_security('registry.monthly_check_band', 'monthly_check_band_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.monthly_check', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'registry.monthly_check_band', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'registry.record_monthly_check(date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.monthly_checks(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF33K)');

ROLLBACK;

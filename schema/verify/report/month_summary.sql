BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('report.month_total', '
  month reference.pay_month not null
  authority_code integer not null
  programme reference.programme_name not null
  district_code smallint not null
  province_code smallint not null
  lines bigint not null
  allowance numeric(16,2) not null
  top_up numeric(16,2) not null
  other_payers numeric(16,2) not null
  summarised_at timestamp with time zone not null default clock_timestamp()');
SELECT pg_temp.check_comment('relation', 'report.month_total');
SELECT pg_temp.check_constraint('report.month_total', 'month_total_authority_fkey', 'FOREIGN KEY (authority_code, district_code, province_code) REFERENCES reference.local_authority(authority_code, district_code, province_code)');
SELECT pg_temp.check_constraint('report.month_total', 'month_total_counted', 'CHECK ((lines > 0))');
SELECT pg_temp.check_constraint('report.month_total', 'month_total_pkey', 'PRIMARY KEY (month, authority_code, programme)');
SELECT pg_temp.check_constraint('report.month_total', 'month_total_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_index('report.month_total_province_code', 'CREATE INDEX month_total_province_code ON report.month_total USING btree (province_code, month)');
SELECT pg_temp.check_index('report.month_total_district_code', 'CREATE INDEX month_total_district_code ON report.month_total USING btree (district_code, month)');
SELECT pg_temp.check_index('report.month_total_authority_code', 'CREATE INDEX month_total_authority_code ON report.month_total USING btree (authority_code, district_code, province_code)');
SELECT pg_temp.check_function('report.summarise_month(date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.summarise_month(date)');
SELECT pg_temp.check_function('report.month_totals(date,date)',
  'welfare_writer definer stable returns TABLE(month date, province_code smallint, district_code smallint, authority_code integer, programme reference.programme_name, lines bigint, allowance numeric, top_up numeric, other_payers numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.month_totals(date,date)');
SELECT pg_temp.check_row_security('report.month_total', 'month_total_writer for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())');

SELECT pg_temp.check_grants('relation', 'report.month_total', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'report.summarise_month(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'report.month_totals(date,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');

ROLLBACK;

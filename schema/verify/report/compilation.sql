BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('report.compilation', '
  fiscal_year reference.fiscal_year not null
  reference_month reference.pay_month not null
  compiled_at timestamp with time zone not null
  compiled_by text not null');
SELECT pg_temp.check_comment('relation', 'report.compilation');
SELECT pg_temp.check_columns('report.programme_total', '
  fiscal_year reference.fiscal_year not null
  authority_code integer not null
  programme reference.programme_name not null
  district_code smallint not null
  province_code smallint not null
  claims bigint not null
  amount numeric(16,2) not null
  other_payers numeric(16,2) not null');
SELECT pg_temp.check_comment('relation', 'report.programme_total');
SELECT pg_temp.check_columns('report.public_total', '
  fiscal_year reference.fiscal_year not null
  authority_code integer not null
  programme reference.programme_name not null
  district_code smallint not null
  province_code smallint not null
  suppressed boolean not null
  claims bigint
  amount numeric(16,2)
  other_payers numeric(16,2)');
SELECT pg_temp.check_comment('relation', 'report.public_total');
SELECT pg_temp.check_columns('report.allowance_by_authority', '
  fiscal_year reference.fiscal_year
  reference_month reference.pay_month
  province_code smallint
  district_code smallint
  authority_code integer
  authority_name text
  programme reference.programme_name
  suppressed boolean
  claims bigint
  amount numeric(16,2)
  other_payers numeric(16,2)');
SELECT pg_temp.check_comment('relation', 'report.allowance_by_authority');
SELECT pg_temp.check_constraint('report.compilation', 'compilation_month_in_year', 'CHECK ((welfare.fiscal_year((reference_month)::date) = (fiscal_year)::integer))');
SELECT pg_temp.check_constraint('report.compilation', 'compilation_pkey', 'PRIMARY KEY (fiscal_year)');
SELECT pg_temp.check_constraint('report.programme_total', 'programme_total_pkey', 'PRIMARY KEY (fiscal_year, authority_code, programme)');
SELECT pg_temp.check_constraint('report.programme_total', 'programme_total_compilation_fkey', 'FOREIGN KEY (fiscal_year) REFERENCES report.compilation(fiscal_year) ON DELETE CASCADE');
SELECT pg_temp.check_constraint('report.programme_total', 'programme_total_authority_fkey', 'FOREIGN KEY (authority_code, district_code, province_code) REFERENCES reference.local_authority(authority_code, district_code, province_code)');
SELECT pg_temp.check_constraint('report.programme_total', 'programme_total_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('report.public_total', 'public_total_suppressed_whole', 'CHECK ((num_nulls(claims, amount, other_payers) =
CASE
    WHEN suppressed THEN 3
    ELSE 0
END))');
SELECT pg_temp.check_constraint('report.public_total', 'public_total_pkey', 'PRIMARY KEY (fiscal_year, authority_code, programme)');
SELECT pg_temp.check_constraint('report.public_total', 'public_total_compilation_fkey', 'FOREIGN KEY (fiscal_year) REFERENCES report.compilation(fiscal_year) ON DELETE CASCADE');
SELECT pg_temp.check_index('report.programme_total_authority_code', 'CREATE INDEX programme_total_authority_code ON report.programme_total USING btree (authority_code, district_code, province_code)');
SELECT pg_temp.check_index('report.programme_total_district_code', 'CREATE INDEX programme_total_district_code ON report.programme_total USING btree (district_code, fiscal_year)');
SELECT pg_temp.check_index('report.programme_total_province_code', 'CREATE INDEX programme_total_province_code ON report.programme_total USING btree (province_code, fiscal_year)');
SELECT pg_temp.check_function('report.disclosed_totals(integer,date)',
  'welfare_owner invoker stable returns SETOF report.public_total search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'report.disclosed_totals(integer,date)');
SELECT pg_temp.check_function('report.compile(integer,date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.compile(integer,date)');

SELECT pg_temp.check_grants('relation', 'report.compilation', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'report.programme_total', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'report.public_total', '');
SELECT pg_temp.check_grants('relation', 'report.allowance_by_authority', 'welfare_report SELECT');
SELECT pg_temp.check_grants('function', 'report.disclosed_totals(integer,date)', '');
SELECT pg_temp.check_grants('function', 'report.compile(integer,date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_row_security('report.compilation', 'compilation_writer for r to welfare_writer using true');
SELECT pg_temp.check_row_security('report.programme_total', 'programme_total_writer for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())');
SELECT pg_temp.check_row_security('report.public_total', '');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.entry_window', '
  fiscal_year reference.fiscal_year not null
  programme reference.programme_name not null
  open_on daterange not null
  legal_basis text not null');
SELECT pg_temp.check_comment('relation', 'reference.entry_window');
SELECT pg_temp.check_constraint('reference.entry_window', 'entry_window_bounded', 'CHECK (((NOT isempty(open_on)) AND (lower(open_on) IS NOT NULL) AND (upper(open_on) IS NOT NULL)))');
SELECT pg_temp.check_constraint('reference.entry_window', 'entry_window_in_year', 'CHECK ((welfare.fiscal_year_range((fiscal_year)::integer) @> open_on))');
SELECT pg_temp.check_constraint('reference.entry_window', 'entry_window_pkey', 'PRIMARY KEY (fiscal_year, programme)');
SELECT pg_temp.check_constraint('reference.entry_window', 'entry_window_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_function('reference.set_entry_window(integer,reference.programme_name,date,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'reference.set_entry_window(integer,reference.programme_name,date,date,text)');
SELECT pg_temp.check_function('reference.entry_problem(reference.programme_name,date)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.entry_problem(reference.programme_name,date)');

SELECT pg_temp.check_grants('relation', 'reference.entry_window', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.set_entry_window(integer,reference.programme_name,date,date,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.entry_problem(reference.programme_name,date)', '');
SELECT pg_temp.check_rows('reference.entry_window', 'ROW(fiscal_year, programme, open_on)',
  '(2559,disability,"[2015-10-01,2016-10-01)")',
  '(2560,disability,"[2016-10-01,2017-10-01)")',
  '(2561,disability,"[2017-10-01,2018-10-01)")',
  '(2562,disability,"[2018-10-01,2019-10-01)")',
  '(2563,disability,"[2019-10-01,2020-10-01)")',
  '(2564,disability,"[2020-10-01,2021-10-01)")',
  '(2565,disability,"[2021-10-01,2022-10-01)")',
  '(2566,disability,"[2022-10-01,2023-10-01)")',
  '(2566,elderly,"[2023-08-12,2023-10-01)")',
  '(2567,disability,"[2023-10-01,2024-10-01)")',
  '(2567,elderly,"[2023-10-01,2024-10-01)")',
  '(2568,disability,"[2024-10-01,2025-10-01)")',
  '(2568,elderly,"[2024-10-01,2025-10-01)")',
  '(2569,disability,"[2025-10-01,2026-10-01)")',
  '(2569,elderly,"[2025-10-01,2026-10-01)")',
  '(2570,disability,"[2026-10-01,2027-10-01)")',
  '(2570,elderly,"[2026-10-01,2027-10-01)")',
  '(2571,disability,"[2027-10-01,2028-10-01)")',
  '(2571,elderly,"[2027-10-01,2028-10-01)")',
  '(2572,disability,"[2028-10-01,2029-10-01)")',
  '(2572,elderly,"[2028-10-01,2029-10-01)")',
  '(2573,disability,"[2029-10-01,2030-10-01)")',
  '(2573,elderly,"[2029-10-01,2030-10-01)")',
  '(2574,disability,"[2030-10-01,2031-10-01)")',
  '(2574,elderly,"[2030-10-01,2031-10-01)")',
  '(2575,disability,"[2031-10-01,2032-10-01)")',
  '(2575,elderly,"[2031-10-01,2032-10-01)")');

ROLLBACK;

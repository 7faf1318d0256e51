BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('report.move_source', 'authorities, civil_registry');
SELECT pg_temp.check_comment('type', 'report.move_source');
SELECT pg_temp.check_columns('report.move_total', '
  month reference.pay_month not null
  source report.move_source not null
  province_code smallint not null
  programme reference.programme_name not null
  moves bigint not null
  summarised_at timestamp with time zone not null default clock_timestamp()');
SELECT pg_temp.check_comment('relation', 'report.move_total');
SELECT pg_temp.check_constraint('report.move_total', 'move_total_counted', 'CHECK ((moves > 0))');
SELECT pg_temp.check_constraint('report.move_total', 'move_total_pkey', 'PRIMARY KEY (month, source, province_code, programme)');
SELECT pg_temp.check_constraint('report.move_total', 'move_total_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('report.move_total', 'move_total_province_fkey', 'FOREIGN KEY (province_code) REFERENCES reference.province(province_code)');
SELECT pg_temp.check_function('report.summarise_moves(date)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.summarise_moves(date)');
SELECT pg_temp.check_function('report.moves_of_month(date)',
  'welfare_owner definer stable returns TABLE(source report.move_source, province_code smallint, programme reference.programme_name, moves bigint, summarised_at timestamp with time zone) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.moves_of_month(date)');
SELECT pg_temp.check_row_security('report.move_total', '');

SELECT pg_temp.check_grants('relation', 'report.move_total', '');
SELECT pg_temp.check_grants('function', 'report.summarise_moves(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'report.moves_of_month(date)', 'welfare_admin EXECUTE, welfare_department EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;

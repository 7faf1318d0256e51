BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('report.work_kind', 'notice_expired, finding_overdue, move_unacknowledged, form_undecided, reaches_age, unconfirmed, age_step, paid_twice');
SELECT pg_temp.check_comment('type', 'report.work_kind');
SELECT pg_temp.check_columns('report.open_work', '
  kind report.work_kind not null
  authority_code integer not null
  programme reference.programme_name not null
  sensitive boolean not null
  counted_on date not null
  oldest date not null
  district_code smallint not null
  province_code smallint not null
  how_many bigint not null');
SELECT pg_temp.check_comment('relation', 'report.open_work');
SELECT pg_temp.check_constraint('report.open_work', 'open_work_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('report.open_work', 'open_work_counted', 'CHECK ((how_many > 0))');
SELECT pg_temp.check_constraint('report.open_work', 'open_work_pkey', 'PRIMARY KEY (authority_code, kind, programme, sensitive)');
SELECT pg_temp.check_constraint('report.open_work', 'open_work_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_function('report.count_open_work(date,integer,report.work_kind[])',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.count_open_work(date,integer,report.work_kind[])');
SELECT pg_temp.check_function('report.open_work()',
  'welfare_writer definer stable returns TABLE(authority_code integer, kind report.work_kind, programme reference.programme_name, how_many bigint, oldest date, counted_on date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'report.open_work()');
SELECT pg_temp.check_row_security('report.open_work', 'open_work_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'report.open_work', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'report.count_open_work(date,integer,report.work_kind[])', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'report.open_work()', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');

ROLLBACK;

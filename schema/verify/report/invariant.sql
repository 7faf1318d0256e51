BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('report.check_compiled(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'report.check_compiled(date)');
SELECT pg_temp.check_function('report.check_rolled_up(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'report.check_rolled_up(date)');

SELECT pg_temp.check_grants('function', 'report.check_compiled(date)', '');
SELECT pg_temp.check_grants('function', 'report.check_rolled_up(date)', '');
SELECT pg_temp.check_rows('payment.invariant', 'ROW(name, "position", by_month, asked_by, meaning_thai)',
  '(compiled,310,t,report.check_compiled,ยอดรวมในระบบรายงานตรงกับบัญชีรายชื่อ)',
  '(rolled_up,320,t,report.check_rolled_up,ยอดรวมรายเดือนตรงกับบัญชีรายชื่อ)');

ROLLBACK;

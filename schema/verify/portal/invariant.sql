BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('portal.check_numbers(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'portal.check_numbers(date)');
SELECT pg_temp.check_function('portal.check_told(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'portal.check_told(date)');
SELECT pg_temp.check_function('portal.check_lists(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'portal.check_lists(date)');

SELECT pg_temp.check_grants('function', 'portal.check_numbers(date)', '');
SELECT pg_temp.check_grants('function', 'portal.check_told(date)', '');
SELECT pg_temp.check_grants('function', 'portal.check_lists(date)', '');
SELECT pg_temp.check_rows('payment.invariant', 'ROW(name, "position", by_month, asked_by, meaning_thai)',
  '(portal_lists,350,t,portal.check_lists,บัญชีรายการจ่ายที่ส่งมอบแก่เว็บบริการประชาชนตรงกับที่จ่าย)',
  '(portal_numbers,330,f,portal.check_numbers,เลขที่ของการเปลี่ยนแปลงที่ประกาศแก่เว็บบริการประชาชนเรียงต่อกันไม่ขาด)',
  '(portal_told,340,t,portal.check_told,ทุกสิ่งที่เกิดกับรายการจ่ายประกาศแก่เว็บบริการประชาชนแล้วหรือรอประกาศ)');

ROLLBACK;

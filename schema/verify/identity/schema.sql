BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'identity');
SELECT pg_temp.check_enumeration('identity.scope_kind', 'nation, province, district, authority, none');
SELECT pg_temp.check_comment('type', 'identity.scope_kind');
SELECT pg_temp.check_enumeration('identity.office_name', 'officer, committee_member, clerk, executive, delegate');
SELECT pg_temp.check_comment('type', 'identity.office_name');
SELECT pg_temp.check_enumeration('identity.attempt_kind', 'password, answer');
SELECT pg_temp.check_comment('type', 'identity.attempt_kind');

SELECT pg_temp.check_grants('schema', 'identity', 'PUBLIC USAGE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF100)',
  '(WF101)',
  '(WF102)',
  '(WF103)',
  '(WF104)',
  '(WF105)',
  '(WF106)',
  '(WF107)',
  '(WF108)',
  '(WF109)',
  '(WF10A)',
  '(WF10B)',
  '(WF10C)',
  '(WF10D)',
  '(WF10E)',
  '(WF10F)',
  '(WF10G)',
  '(WF10H)',
  '(WF10J)',
  '(WF10K)',
  '(WF10L)',
  '(WF10M)',
  '(WF10N)',
  '(WF10P)',
  '(WF10Q)',
  '(WF10R)',
  '(WF10S)',
  '(WF10U)',
  '(WF10V)',
  '(WF10X)');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(office,clerk,"ปลัด อปท.")',
  '(office,committee_member,กรรมการ)',
  '(office,delegate,ผู้รับมอบอำนาจจากผู้บริหาร)',
  '(office,executive,"ผู้บริหาร อปท.")',
  '(office,officer,เจ้าหน้าที่)',
  '(user_status,disabled,ระงับการใช้งาน)',
  '(user_status,locked,ถูกล็อก)',
  '(user_status,ready,พร้อมใช้งาน)');

ROLLBACK;

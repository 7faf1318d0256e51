BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('identity.duty', '
  duty text not null
  scope identity.scope_kind not null
  role_name name not null
  name_thai text not null
  name_english text not null');
SELECT pg_temp.check_comment('relation', 'identity.duty');
SELECT pg_temp.check_columns('identity.secret_question', '
  question text not null
  "position" smallint not null
  name_thai text not null
  name_english text not null');
SELECT pg_temp.check_comment('relation', 'identity.secret_question');
SELECT pg_temp.check_columns('identity.policy', '
  valid daterange not null
  failures_allowed smallint not null
  session_lifetime interval not null
  reset_lifetime interval not null
  bcrypt_cost smallint not null
  least_password_length smallint not null
  legal_basis text not null');
SELECT pg_temp.check_comment('relation', 'identity.policy');
SELECT pg_temp.check_constraint('identity.duty', 'duty_pkey', 'PRIMARY KEY (duty)');
SELECT pg_temp.check_constraint('identity.duty', 'duty_scope_key', 'UNIQUE (duty, scope)');
SELECT pg_temp.check_constraint('identity.duty', 'duty_name_thai_key', 'UNIQUE (name_thai)');
SELECT pg_temp.check_constraint('identity.secret_question', 'secret_question_pkey', 'PRIMARY KEY (question)');
SELECT pg_temp.check_constraint('identity.secret_question', 'secret_question_position_key', 'UNIQUE ("position")');
SELECT pg_temp.check_constraint('identity.secret_question', 'secret_question_name_thai_key', 'UNIQUE (name_thai)');
SELECT pg_temp.check_constraint('identity.secret_question', 'secret_question_name_english_key', 'UNIQUE (name_english)');
SELECT pg_temp.check_constraint('identity.policy', 'policy_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_constraint('identity.policy', 'policy_failures_allowed', 'CHECK (((failures_allowed >= 1) AND (failures_allowed <= 10)))');
SELECT pg_temp.check_constraint('identity.policy', 'policy_session_lifetime', 'CHECK ((session_lifetime > ''00:00:00''::interval))');
SELECT pg_temp.check_constraint('identity.policy', 'policy_reset_lifetime', 'CHECK ((reset_lifetime > ''00:00:00''::interval))');
SELECT pg_temp.check_constraint('identity.policy', 'policy_bcrypt_cost', 'CHECK (((bcrypt_cost >= 4) AND (bcrypt_cost <= 20)))');
SELECT pg_temp.check_constraint('identity.policy', 'policy_least_password_length', 'CHECK (((least_password_length >= 1) AND (least_password_length <= 72)))');
SELECT pg_temp.check_constraint('identity.policy', 'policy_one_at_a_time', 'EXCLUDE USING gist (valid WITH &&)');
SELECT pg_temp.check_function('identity.policy_today()',
  'welfare_owner definer stable returns identity.policy search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.policy_today()');
SELECT pg_temp.check_function('identity.question_named(text)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.question_named(text)');
SELECT pg_temp.check_function('identity.answer_hash(text,text)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.answer_hash(text,text)');

SELECT pg_temp.check_grants('relation', 'identity.duty', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'identity.secret_question', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'identity.policy', '');
SELECT pg_temp.check_grants('function', 'identity.policy_today()', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.question_named(text)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.answer_hash(text,text)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_row_security('identity.duty', 'duty_words for r to - using true');
SELECT pg_temp.check_row_security('identity.secret_question', 'secret_question_words for r to - using true');
SELECT pg_temp.check_row_security('identity.policy', '');
SELECT pg_temp.check_rows('identity.duty', 'ROW(duty, scope, role_name, name_thai)',
  '(administrator,nation,welfare_admin,ผู้ดูแลระบบ)',
  '(bank,none,welfare_bank,ธนาคาร)',
  '(civil_registry,nation,welfare_civil,สำนักทะเบียนกลาง)',
  '(department,nation,welfare_department,"เจ้าหน้าที่ กรมส่งเสริมการปกครองท้องถิ่น")',
  '(district,district,welfare_district,"เจ้าหน้าที่ อำเภอ")',
  '(local_authority,authority,welfare_authority,"เจ้าหน้าที่ อปท.")',
  '(portal,none,welfare_portal,เว็บบริการประชาชน)',
  '(province,province,welfare_province,"เจ้าหน้าที่ จังหวัด")',
  '(treasury,nation,welfare_treasury,"เจ้าหน้าที่ กรมบัญชีกลาง")');
SELECT pg_temp.check_rows('identity.secret_question', 'ROW(question, position, name_thai)',
  '(birth_province,1,จังหวัดที่ท่านเกิด)',
  '(favourite_teacher,4,ชื่อครูที่ท่านประทับใจ)',
  '(first_pet,3,ชื่อสัตว์เลี้ยงตัวแรกของท่าน)',
  '(first_school,2,โรงเรียนแห่งแรกของท่าน)');
SELECT pg_temp.check_rows('identity.policy', 'ROW(lower(valid), failures_allowed)',
  '(,3)');

ROLLBACK;

-- AQ, IS2, IS3: duties with their database roles, secret questions, and the numbers that govern sign-in, by date.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE identity.duty (
  duty text COLLATE "C" NOT NULL,
  scope identity.scope_kind NOT NULL,
  role_name name NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  CONSTRAINT duty_pkey PRIMARY KEY (duty),
  CONSTRAINT duty_scope_key UNIQUE (duty, scope),
  CONSTRAINT duty_name_thai_key UNIQUE (name_thai)
);
COMMENT ON TABLE identity.duty IS 'duties (หน้าที่): what a user is to the system';
COMMENT ON COLUMN identity.duty.duty IS 'the duty; what welfare.duty() answers';
COMMENT ON COLUMN identity.duty.scope IS 'kind of places that the duty sees';
COMMENT ON COLUMN identity.duty.role_name IS 'database role in which its users act';
COMMENT ON COLUMN identity.duty.name_thai IS 'name in Thai';
COMMENT ON COLUMN identity.duty.name_english IS 'name in English';

INSERT INTO identity.duty (duty, scope, role_name, name_thai, name_english) VALUES
  ('administrator', 'nation', 'welfare_admin', 'ผู้ดูแลระบบ', 'administrator'),
  ('department', 'nation', 'welfare_department', 'เจ้าหน้าที่ กรมส่งเสริมการปกครองท้องถิ่น', 'officer of the department'),
  ('province', 'province', 'welfare_province', 'เจ้าหน้าที่ จังหวัด', 'officer of a province'),
  ('district', 'district', 'welfare_district', 'เจ้าหน้าที่ อำเภอ', 'officer of a district'),
  ('local_authority', 'authority', 'welfare_authority', 'เจ้าหน้าที่ อปท.', 'officer of a local authority'),
  ('treasury', 'nation', 'welfare_treasury', 'เจ้าหน้าที่ กรมบัญชีกลาง', 'officer of the Comptroller General''s Department'),
  ('civil_registry', 'nation', 'welfare_civil', 'สำนักทะเบียนกลาง', 'civil registry'),
  ('bank', 'none', 'welfare_bank', 'ธนาคาร', 'bank'),
  ('portal', 'none', 'welfare_portal', 'เว็บบริการประชาชน', 'citizen portal');

CREATE TABLE identity.secret_question (
  question text COLLATE "C" NOT NULL,
  position smallint NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  CONSTRAINT secret_question_pkey PRIMARY KEY (question),
  CONSTRAINT secret_question_position_key UNIQUE (position),
  CONSTRAINT secret_question_name_thai_key UNIQUE (name_thai),
  CONSTRAINT secret_question_name_english_key UNIQUE (name_english)
);
COMMENT ON TABLE identity.secret_question IS 'secret questions (คำถามลับ) to choose from (IS3)';
COMMENT ON COLUMN identity.secret_question.question IS 'the question, as forms name it';
COMMENT ON COLUMN identity.secret_question.position IS 'place in the list';
COMMENT ON COLUMN identity.secret_question.name_thai IS 'its words in Thai';
COMMENT ON COLUMN identity.secret_question.name_english IS 'its words in English';

INSERT INTO identity.secret_question (question, position, name_thai, name_english) VALUES
  ('birth_province', 1, 'จังหวัดที่ท่านเกิด', 'the province in which you were born'),
  ('first_school', 2, 'โรงเรียนแห่งแรกของท่าน', 'your first school'),
  ('first_pet', 3, 'ชื่อสัตว์เลี้ยงตัวแรกของท่าน', 'the name of your first pet'),
  ('favourite_teacher', 4, 'ชื่อครูที่ท่านประทับใจ', 'the teacher whom you liked best');

CREATE TABLE identity.policy (
  valid daterange NOT NULL,
  failures_allowed smallint NOT NULL,
  session_lifetime interval NOT NULL,
  reset_lifetime interval NOT NULL,
  bcrypt_cost smallint NOT NULL,
  least_password_length smallint NOT NULL,
  legal_basis text NOT NULL,
  CONSTRAINT policy_one_at_a_time EXCLUDE USING gist (valid WITH &&),
  CONSTRAINT policy_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT policy_failures_allowed CHECK (failures_allowed BETWEEN 1 AND 10),
  CONSTRAINT policy_session_lifetime CHECK (session_lifetime > interval '0'),
  CONSTRAINT policy_reset_lifetime CHECK (reset_lifetime > interval '0'),
  CONSTRAINT policy_bcrypt_cost CHECK (bcrypt_cost BETWEEN 4 AND 20),
  CONSTRAINT policy_least_password_length CHECK (least_password_length BETWEEN 1 AND 72)
);
COMMENT ON TABLE identity.policy IS 'the numbers that govern sign-in, by date; one row holds on any day';
COMMENT ON COLUMN identity.policy.valid IS 'days on which the row holds';
COMMENT ON COLUMN identity.policy.failures_allowed IS 'wrong passwords, or wrong answers, in a row that lock (IS2.2)';
COMMENT ON COLUMN identity.policy.session_lifetime IS 'how long a session lasts from sign-in';
COMMENT ON COLUMN identity.policy.reset_lifetime IS 'how long a code for a new password, and a change of password not confirmed, last';
COMMENT ON COLUMN identity.policy.bcrypt_cost IS 'cost of bcrypt for new passwords and answers: each step doubles the work';
COMMENT ON COLUMN identity.policy.least_password_length IS 'characters that a new password needs';
COMMENT ON COLUMN identity.policy.legal_basis IS 'where the numbers come from';

INSERT INTO identity.policy (valid, failures_allowed, session_lifetime, reset_lifetime, bcrypt_cost, least_password_length, legal_basis) VALUES
  ('(,)', 3, '12 hours', '1 hour', 12, 8, 'three failures: the system''s user manual (IS2.2); the others: decision of whoever runs the system');

ALTER TABLE identity.duty ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.secret_question ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.policy ENABLE ROW LEVEL SECURITY;
-- Lists of words: forms show them before anybody has signed in.
GRANT SELECT ON identity.duty, identity.secret_question TO PUBLIC;
CREATE POLICY duty_words ON identity.duty FOR SELECT USING (true);
CREATE POLICY secret_question_words ON identity.secret_question FOR SELECT USING (true);
COMMENT ON POLICY duty_words ON identity.duty IS 'words that everybody may read';
COMMENT ON POLICY secret_question_words ON identity.secret_question IS 'words that everybody may read';

-- The policy that holds today. Errors: WF10J when none does.
CREATE FUNCTION identity.policy_today() RETURNS identity.policy
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    today identity.policy;
  BEGIN
    SELECT * INTO today FROM identity.policy WHERE policy.valid @> welfare.business_date();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF10J', NULL, welfare.business_date()::text);
    END IF;
    RETURN today;
  END
  $$;
COMMENT ON FUNCTION identity.policy_today() IS 'the policy of sign-in that holds today';

-- The question that a form names by its code or its words, Thai or English; NULL when there is none such.
CREATE FUNCTION identity.question_named(words text) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT secret_question.question
      FROM identity.secret_question
     WHERE btrim(words) IN (secret_question.question, secret_question.name_thai, secret_question.name_english)
  $$;
COMMENT ON FUNCTION identity.question_named(text) IS 'secret question by its code or its words';

-- What is stored of an answer: bcrypt of a digest, because bcrypt itself would look at the first 24 Thai letters only.
-- Spelling, case and spaces do not matter. Parameters: answer; an earlier hash, or a salt.
CREATE FUNCTION identity.answer_hash(answer text, salt text) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT public.crypt(encode(sha256(convert_to(lower(welfare.normalise_thai(coalesce(answer, '')) COLLATE "C"), 'UTF8')), 'base64'), salt)
  $$;
COMMENT ON FUNCTION identity.answer_hash(text, text) IS 'what is stored of an answer to the secret question';

REVOKE ALL ON FUNCTION identity.policy_today(), identity.question_named(text), identity.answer_hash(text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.policy_today(), identity.question_named(text), identity.answer_hash(text, text) TO welfare_writer;

COMMIT;

-- ER6, ER18, DR6, AR1: who is entitled, by date. A change of the law is a row.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE reference.criterion (
  criterion_id smallint GENERATED ALWAYS AS IDENTITY,
  programme reference.programme_name NOT NULL,
  valid reference.months NOT NULL,
  rule welfare.eligibility_rule NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT criterion_pkey PRIMARY KEY (criterion_id),
  CONSTRAINT criterion_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT criterion_one_at_a_time EXCLUDE USING gist (programme WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.criterion IS 'criteria of entitlement by date (ER6, ER18, DR6, AR1)';
COMMENT ON COLUMN reference.criterion.criterion_id IS 'number of the row';
COMMENT ON COLUMN reference.criterion.programme IS 'programme';
COMMENT ON COLUMN reference.criterion.valid IS 'months in which the criterion holds';
COMMENT ON COLUMN reference.criterion.rule IS 'what must be proved of a person';
COMMENT ON COLUMN reference.criterion.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.criterion.certainty IS 'how sure the fact is';
GRANT SELECT ON reference.criterion TO PUBLIC;

INSERT INTO reference.criterion (programme, valid, rule, legal_basis, certainty) VALUES
  ('elderly', '[2009-04-01,2023-09-01)',
   'thai_nationality & in_house_register & aged_60 & confirmed
    & (disability_allowance | aids_allowance
       | !(state_pension | special_pension | state_shelter | state_salary | state_enterprise_salary | local_authority_salary))',
   'ระเบียบกระทรวงมหาดไทย พ.ศ. 2552', 'likely'),
  ('elderly', '[2023-09-01,)',
   'thai_nationality & in_house_register & aged_60 & confirmed
    & (disability_allowance | aids_allowance
       | !(state_pension | special_pension | state_shelter | state_salary | state_enterprise_salary | local_authority_salary))',
   'ระเบียบกระทรวงมหาดไทย พ.ศ. 2566 ข้อ 6 และข้อ 18 (คุณสมบัติตามระเบียบ พ.ศ. 2552 จนกว่าคณะกรรมการผู้สูงอายุแห่งชาติจะกำหนด)', 'sure'),
  ('disability', '[2005-10-01,2010-04-01)',
   'thai_nationality & in_house_register & disability_card & applied & !state_shelter',
   'ระเบียบกระทรวงมหาดไทย พ.ศ. 2548 (สิทธิคงเดิมตามระเบียบ พ.ศ. 2553)', 'unverified'),
  ('disability', '[2010-04-01,)',
   'thai_nationality & in_house_register & disability_card & applied & !state_shelter',
   'ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 6', 'likely'),
  ('aids', '[2005-10-01,)',
   'in_house_register & aids_certified & applied & executive_order & (poor | abandoned | no_supporter | cannot_work)',
   'ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548', 'likely');

-- The age in complete years that a term of the vocabulary names, as aged_60 does; NULL: the term is of no age. Parameters: term.
CREATE FUNCTION reference.age_of_term(term text) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN substring(term FROM '^aged_([0-9]+)$')::integer;
COMMENT ON FUNCTION reference.age_of_term(text) IS 'age in complete years that a term of the vocabulary names';

-- The facts that an age decides. This is what the vocabulary's term says, not a rule of law.
-- Parameters: age in complete years, NULL before birth. Answers true or false of the term aged_60.
CREATE FUNCTION reference.facts_of_age(age integer) RETURNS welfare.facts
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN age >= reference.age_of_term('aged_60') THEN facts '{aged_60}' ELSE facts '{!aged_60}' END;
COMMENT ON FUNCTION reference.facts_of_age(integer) IS 'what an age in complete years says of the vocabulary''s terms of age';

COMMIT;

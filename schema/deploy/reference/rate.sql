-- RC7, RC8: the rates, and on which age their steps look, by date.
BEGIN;
SET LOCAL ROLE welfare_owner;

CREATE TYPE reference.rate_component AS ENUM ('base', 'additional', 'welfare_card');
COMMENT ON TYPE reference.rate_component IS 'component of an amount: the base rate, a temporary addition, the welfare card''s addition';

CREATE TYPE reference.payer_name AS ENUM ('local_authority', 'welfare_card_fund');
COMMENT ON TYPE reference.payer_name IS 'who pays a component: the local authority, or the State Welfare Card fund';

CREATE TABLE reference.rate (
  rate_id smallint GENERATED ALWAYS AS IDENTITY,
  programme reference.programme_name NOT NULL,
  component reference.rate_component NOT NULL,
  valid reference.months NOT NULL,
  ladder welfare.rate_ladder NOT NULL,
  condition welfare.eligibility_rule,
  payer reference.payer_name NOT NULL DEFAULT 'local_authority',
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT rate_pkey PRIMARY KEY (rate_id),
  CONSTRAINT rate_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT rate_base_unconditional CHECK (component <> 'base' OR condition IS NULL),
  CONSTRAINT rate_one_at_a_time EXCLUDE USING gist (programme WITH =, component WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.rate IS 'rates by date (RC8): a month''s amount is the sum of the components whose condition holds';
COMMENT ON COLUMN reference.rate.rate_id IS 'number of the row';
COMMENT ON COLUMN reference.rate.programme IS 'programme';
COMMENT ON COLUMN reference.rate.component IS 'component of the amount';
COMMENT ON COLUMN reference.rate.valid IS 'months to which the rate applies';
COMMENT ON COLUMN reference.rate.ladder IS 'baht a month from each age on';
COMMENT ON COLUMN reference.rate.condition IS 'facts that must be proved for the component; NULL: none';
COMMENT ON COLUMN reference.rate.payer IS 'who pays the component';
COMMENT ON COLUMN reference.rate.legal_basis IS 'resolution or regulation that set the rate';
COMMENT ON COLUMN reference.rate.certainty IS 'how sure the fact is';

CREATE TYPE reference.age_basis AS ENUM ('fiscal_year_start', 'month');
COMMENT ON TYPE reference.age_basis IS 'age that chooses the step: complete before the fiscal year began, or before the month began';

CREATE TABLE reference.age_rule (
  programme reference.programme_name NOT NULL,
  valid reference.months NOT NULL,
  basis reference.age_basis NOT NULL,
  least_age integer,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  interpretation_id integer,
  CONSTRAINT age_rule_interpretation_fkey FOREIGN KEY (interpretation_id) REFERENCES reference.interpretation (interpretation_id),
  CONSTRAINT age_rule_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT age_rule_least_age CHECK (least_age BETWEEN 0 AND 150),
  CONSTRAINT age_rule_one_at_a_time EXCLUDE USING gist (programme WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.age_rule IS 'on which age the ladder''s step is taken, by date (RC7, EO2, EO3)';
COMMENT ON COLUMN reference.age_rule.programme IS 'programme';
COMMENT ON COLUMN reference.age_rule.valid IS 'months to which the rule applies';
COMMENT ON COLUMN reference.age_rule.basis IS 'age complete by the day before the fiscal year, or by the day before the month';
COMMENT ON COLUMN reference.age_rule.least_age IS 'a lower age counts as this one (DE4); NULL: as it is';
COMMENT ON COLUMN reference.age_rule.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.age_rule.certainty IS 'how sure the fact is';
COMMENT ON COLUMN reference.age_rule.interpretation_id IS 'interpretation on which the row rests (ER5); NULL: none';

GRANT SELECT ON reference.rate, reference.age_rule TO PUBLIC;

INSERT INTO reference.rate (programme, component, valid, ladder, condition, payer, legal_basis, certainty) VALUES
  ('elderly', 'base', '[2009-04-01,2011-10-01)', '60:500', NULL, 'local_authority',
   'เบี้ยยังชีพผู้สูงอายุถ้วนหน้า ระเบียบกระทรวงมหาดไทย พ.ศ. 2552 ตั้งแต่ 1 เมษายน 2552', 'likely'),
  ('elderly', 'base', '[2011-10-01,)', '60:600,70:700,80:800,90:1000', NULL, 'local_authority',
   'มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554', 'sure'),
  ('elderly', 'additional', '[2022-04-01,2022-10-01)', '60:100,70:150,80:200,90:250', NULL, 'local_authority',
   'มติคณะรัฐมนตรี 26 เมษายน 2565 เพิ่มชั่วคราว เมษายน–กันยายน 2565', 'sure'),
  ('disability', 'base', '[2005-10-01,2010-04-01)', '0:500', NULL, 'local_authority',
   'เงินสงเคราะห์เพื่อการยังชีพ ระเบียบกระทรวงมหาดไทย พ.ศ. 2548', 'likely'),
  ('disability', 'base', '[2010-04-01,2014-10-01)', '0:500', NULL, 'local_authority',
   'ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 12', 'sure'),
  ('disability', 'base', '[2014-10-01,2020-10-01)', '0:800', NULL, 'local_authority',
   'มติคณะรัฐมนตรี ตุลาคม 2557 ตั้งแต่ 1 ตุลาคม 2557', 'sure'),
  ('disability', 'base', '[2020-10-01,)', '0:1000,18:800', NULL, 'local_authority',
   'มติคณะรัฐมนตรี 28 เมษายน 2563 ผู้พิการอายุต่ำกว่า 18 ปี ตั้งแต่ 1 ตุลาคม 2563', 'likely'),
  ('disability', 'welfare_card', '[2020-10-01,)', '18:200', 'welfare_card', 'welfare_card_fund',
   'มติคณะรัฐมนตรี 28 มกราคม 2563 ผู้พิการที่มีบัตรสวัสดิการแห่งรัฐ ตั้งแต่ 1 ตุลาคม 2563', 'likely'),
  ('aids', 'base', '[2005-10-01,)', '0:500', NULL, 'local_authority',
   'ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548', 'sure');

INSERT INTO reference.age_rule (programme, valid, basis, least_age, legal_basis, certainty) VALUES
  ('elderly', '[2009-04-01,2023-09-01)', 'fiscal_year_start', 60,
   'อายุครบขั้นนับ ณ วันเริ่มปีงบประมาณ ตามระเบียบ พ.ศ. 2552', 'likely'),
  ('elderly', '[2023-09-01,)', 'month', NULL,
   'ระเบียบกระทรวงมหาดไทยว่าด้วยหลักเกณฑ์การจ่ายเงินเบี้ยยังชีพผู้สูงอายุ พ.ศ. 2566 ข้อ 9', 'sure'),
  ('disability', '[2005-10-01,)', 'month', NULL,
   'อายุต่ำกว่า 18 ปีสิ้นสุดเมื่ออายุครบ 18 ปี', 'unverified'),
  ('aids', '[2005-10-01,)', 'month', NULL,
   'อัตราเดียวทุกอายุ', 'sure');

COMMIT;

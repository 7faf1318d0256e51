-- ER7, EG3.1, EG3.2, DE8, DR7: how confirmations and applications are made, by date: who may hand in the form, with which papers, how
-- early, whether a committee looks at it, and what is signed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE reference.submission_channel_name AS ENUM ('in_person', 'by_proxy', 'prison_officer', 'legal_representative', 'curator', 'guardian', 'caregiver');
COMMENT ON TYPE reference.submission_channel_name IS 'who hands in the form: the person, a proxy (ER7), a prison''s officer (EG3.2), a legal representative, curator, guardian or caregiver (DR7)';

CREATE TYPE reference.legal_capacity AS ENUM ('full', 'minor', 'quasi_incompetent', 'incompetent');
COMMENT ON TYPE reference.legal_capacity IS 'legal capacity of a person (DR7): full, minor (ผู้เยาว์), quasi-incompetent (คนเสมือนไร้ความสามารถ), incompetent (คนไร้ความสามารถ)';

CREATE TYPE reference.statement_kind AS ENUM ('certification', 'consent');
COMMENT ON TYPE reference.statement_kind IS 'statement of the form: that the person is qualified and what is said is true; that the data may be entered and checked';

CREATE TABLE reference.submission_procedure (
  programme reference.programme_name NOT NULL,
  valid daterange NOT NULL,
  committee_size smallint NOT NULL,
  majority_age smallint,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT submission_procedure_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT submission_procedure_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT submission_procedure_committee CHECK (committee_size IN (0, 3)),
  CONSTRAINT submission_procedure_majority CHECK (majority_age BETWEEN 1 AND 30),
  CONSTRAINT submission_procedure_one_at_a_time EXCLUDE USING gist (programme WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.submission_procedure IS 'path of a form received on a day; without a row no form is taken';
COMMENT ON COLUMN reference.submission_procedure.programme IS 'programme';
COMMENT ON COLUMN reference.submission_procedure.valid IS 'days of receipt to which the row applies';
COMMENT ON COLUMN reference.submission_procedure.committee_size IS 'members of the committee that looks at the form between opinion and order; 0: no committee';
COMMENT ON COLUMN reference.submission_procedure.majority_age IS 'complete years from which an unmarried person acts alone; NULL: not asked';
COMMENT ON COLUMN reference.submission_procedure.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.submission_procedure.certainty IS 'how sure the fact is';
INSERT INTO reference.submission_procedure (programme, valid, committee_size, majority_age, legal_basis, certainty) VALUES
  ('elderly', '[2023-08-12,)', 3, NULL, 'แบบยืนยันสิทธิตามระเบียบ พ.ศ. 2566: ความเห็นคณะกรรมการตรวจสอบคุณสมบัติสามคน', 'sure'),
  ('disability', '[2015-10-01,)', 3, 20, 'แบบคำขอลงทะเบียนตามระเบียบ (ฉบับที่ 2) พ.ศ. 2559; ประมวลกฎหมายแพ่งและพาณิชย์ มาตรา 19', 'unverified'),
  ('aids', '[2005-10-01,)', 0, 20, 'ระเบียบ พ.ศ. 2548: คำสั่งของผู้บริหารท้องถิ่น; ประมวลกฎหมายแพ่งและพาณิชย์ มาตรา 19', 'unverified');

CREATE TABLE reference.early_confirmation (
  programme reference.programme_name NOT NULL,
  valid daterange NOT NULL,
  least_age smallint NOT NULL,
  fiscal_years_ahead smallint NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT early_confirmation_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT early_confirmation_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT early_confirmation_least_age CHECK (least_age BETWEEN 1 AND 150),
  CONSTRAINT early_confirmation_years CHECK (fiscal_years_ahead BETWEEN 0 AND 10),
  CONSTRAINT early_confirmation_one_at_a_time EXCLUDE USING gist (programme WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.early_confirmation IS 'how long before the age is complete a right may be confirmed (EG3.1)';
COMMENT ON COLUMN reference.early_confirmation.programme IS 'programme';
COMMENT ON COLUMN reference.early_confirmation.valid IS 'days of receipt to which the row applies';
COMMENT ON COLUMN reference.early_confirmation.least_age IS 'age in complete years that the programme asks for';
COMMENT ON COLUMN reference.early_confirmation.fiscal_years_ahead IS 'the age is complete by the end of this many fiscal years after that of the receipt';
COMMENT ON COLUMN reference.early_confirmation.legal_basis IS 'regulation, or that it is ours to set';
COMMENT ON COLUMN reference.early_confirmation.certainty IS 'how sure the fact is';
INSERT INTO reference.early_confirmation (programme, valid, least_age, fiscal_years_ahead, legal_basis, certainty) VALUES
  ('elderly', '[2023-08-12,)', 60, 1, 'แนวทางปฏิบัติข้อ 3.1: ผู้ที่จะมีอายุครบ 60 ปี (ไม่ได้กำหนดช่วง ใช้ภายในปีงบประมาณถัดไป)', 'unverified');

CREATE TABLE reference.submission_channel (
  programme reference.programme_name NOT NULL,
  channel reference.submission_channel_name NOT NULL,
  valid daterange NOT NULL,
  capacity reference.legal_capacity NOT NULL,
  for_prisoners boolean NOT NULL DEFAULT false,
  needs_certifier boolean NOT NULL DEFAULT false,
  actor_fields text[] NOT NULL,
  evidence text[] NOT NULL,
  evidence_for_transfer text[] NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT submission_channel_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT submission_channel_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT submission_channel_actor_fields CHECK (actor_fields <@ ARRAY['name', 'relation', 'thai_id', 'address', 'telephone', 'position']),
  CONSTRAINT submission_channel_in_person CHECK ((channel = 'in_person') = (actor_fields = '{}')),
  CONSTRAINT submission_channel_one_at_a_time EXCLUDE USING gist (programme WITH =, channel WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.submission_channel IS 'who may hand in the form of a programme, for whom, and with which papers (ER7, EG3.2, DR7, EJ7)';
COMMENT ON COLUMN reference.submission_channel.programme IS 'programme';
COMMENT ON COLUMN reference.submission_channel.channel IS 'who hands it in';
COMMENT ON COLUMN reference.submission_channel.valid IS 'days of receipt to which the row applies';
COMMENT ON COLUMN reference.submission_channel.capacity IS 'legal capacity of the person for whom it is';
COMMENT ON COLUMN reference.submission_channel.for_prisoners IS 'whether it is for prisoners, who while it holds have no other (DE8)';
COMMENT ON COLUMN reference.submission_channel.needs_certifier IS 'whether a credible person certifies the person''s condition (DR7)';
COMMENT ON COLUMN reference.submission_channel.actor_fields IS 'what the form must say of who hands it in';
COMMENT ON COLUMN reference.submission_channel.evidence IS 'papers, by their codes in reference.label (kind evidence)';
COMMENT ON COLUMN reference.submission_channel.evidence_for_transfer IS 'papers beside, when paid to an account';
COMMENT ON COLUMN reference.submission_channel.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.submission_channel.certainty IS 'how sure the fact is';

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('evidence', 'confirmation_form', 'แบบยืนยันสิทธิ', 'confirmation form'),
  ('evidence', 'application_form', 'แบบคำขอลงทะเบียน', 'application form'),
  ('evidence', 'bank_book', 'สำเนาสมุดบัญชีเงินฝากธนาคาร', 'copy of the bank book'),
  ('evidence', 'proxy_letter', 'หนังสือมอบอำนาจ', 'written proxy'),
  ('evidence', 'identity_cards_of_both', 'บัตรประจำตัวประชาชนของผู้มอบอำนาจและผู้รับมอบอำนาจ', 'identity cards of both'),
  ('evidence', 'prison_authorisation', 'หนังสือมอบอำนาจให้เรือนจำยืนยันสิทธิ', 'authorisation of the prison'),
  ('evidence', 'disability_card', 'บัตรประจำตัวคนพิการ', 'disability card'),
  ('evidence', 'house_register', 'ทะเบียนบ้าน', 'house register'),
  ('evidence', 'proof_of_representation', 'หลักฐานการเป็นผู้แทนโดยชอบธรรม ผู้พิทักษ์ หรือผู้อนุบาล', 'proof of representation'),
  ('evidence', 'certificate_of_condition', 'หนังสือรับรองสภาพความพิการโดยผู้ที่เชื่อถือได้', 'certificate of the person''s condition'),
  ('evidence', 'evidence_of_both', 'หลักฐานของคนพิการและผู้ดูแลคนพิการ', 'evidence of the disabled person and of the caregiver'),
  ('evidence', 'medical_certificate', 'ใบรับรองแพทย์', 'medical certificate');

INSERT INTO reference.submission_channel
  (programme, channel, valid, capacity, for_prisoners, needs_certifier, actor_fields, evidence, evidence_for_transfer, legal_basis, certainty)
SELECT 'elderly'::reference.programme_name, channel::reference.submission_channel_name, '[2023-08-12,)'::daterange, 'full'::reference.legal_capacity, channel = 'prison_officer', false, actor_fields::text[],
       evidence::text[], '{bank_book}'::text[], legal_basis, 'sure'::reference.certainty
  FROM (VALUES
    ('in_person', '{}', '{confirmation_form}', 'ระเบียบ พ.ศ. 2566 ข้อ 7 และแนวทางปฏิบัติข้อ 3.1'),
    ('by_proxy', '{name, relation, thai_id, address, telephone}', '{confirmation_form, proxy_letter, identity_cards_of_both}',
     'ระเบียบ พ.ศ. 2566 ข้อ 7 และแนวทางปฏิบัติข้อ 3.1: มอบอำนาจเป็นลายลักษณ์อักษร'),
    ('prison_officer', '{name, position, thai_id}', '{confirmation_form, prison_authorisation}', 'แนวทางปฏิบัติข้อ 3.2'))
    AS given (channel, actor_fields, evidence, legal_basis)
 UNION ALL
SELECT 'disability', channel::reference.submission_channel_name, '[2015-10-01,)', capacity::reference.legal_capacity, false, channel = 'caregiver', actor_fields::text[],
       '{application_form, disability_card, house_register}'::text[] || evidence::text[], '{bank_book}', 'ระเบียบ พ.ศ. 2553 ข้อ 7 แก้ไขเพิ่มเติม (ฉบับที่ 2) พ.ศ. 2559', 'sure'
  FROM (VALUES
    ('in_person', 'full', '{}', '{}'),
    ('legal_representative', 'minor', '{name, relation, thai_id}', '{proof_of_representation}'),
    ('curator', 'quasi_incompetent', '{name, relation, thai_id}', '{proof_of_representation}'),
    ('guardian', 'incompetent', '{name, relation, thai_id}', '{proof_of_representation}'),
    ('caregiver', 'full', '{name, relation, thai_id}', '{certificate_of_condition, evidence_of_both}')) AS given (channel, capacity, actor_fields, evidence)
 UNION ALL
SELECT 'aids', channel::reference.submission_channel_name, '[2005-10-01,)', capacity::reference.legal_capacity, false, false, actor_fields::text[],
       '{application_form, medical_certificate, house_register}'::text[] || evidence::text[], '{bank_book}', 'ระเบียบ พ.ศ. 2548 (ไม่มีตัวบท)', 'unverified'
  FROM (VALUES
    ('in_person', 'full', '{}', '{}'),
    ('by_proxy', 'full', '{name, relation, thai_id, address, telephone}', '{proxy_letter, identity_cards_of_both}'),
    ('legal_representative', 'minor', '{name, relation, thai_id}', '{proof_of_representation}'),
    ('curator', 'quasi_incompetent', '{name, relation, thai_id}', '{proof_of_representation}'),
    ('guardian', 'incompetent', '{name, relation, thai_id}', '{proof_of_representation}')) AS given (channel, capacity, actor_fields, evidence);

CREATE TABLE reference.statement_wording (
  programme reference.programme_name NOT NULL,
  kind reference.statement_kind NOT NULL,
  version smallint NOT NULL,
  valid daterange NOT NULL,
  wording_thai text NOT NULL,
  wording_english text NOT NULL,
  CONSTRAINT statement_wording_pkey PRIMARY KEY (programme, kind, version),
  CONSTRAINT statement_wording_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT statement_wording_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT statement_wording_one_at_a_time EXCLUDE USING gist (programme WITH =, kind WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.statement_wording IS 'what the person certifies and consents to, by version';
COMMENT ON COLUMN reference.statement_wording.programme IS 'programme';
COMMENT ON COLUMN reference.statement_wording.kind IS 'which statement';
COMMENT ON COLUMN reference.statement_wording.version IS 'version';
COMMENT ON COLUMN reference.statement_wording.valid IS 'days of receipt of the forms that carry it';
COMMENT ON COLUMN reference.statement_wording.wording_thai IS 'wording that is signed';
COMMENT ON COLUMN reference.statement_wording.wording_english IS 'the same in English, for reading';
INSERT INTO reference.statement_wording (programme, kind, version, valid, wording_thai, wording_english)
SELECT programme, kind, 1, '(,)', wording_thai, wording_english
  FROM (VALUES
    ('elderly'::reference.programme_name, 'certification'::reference.statement_kind,
     'ข้าพเจ้าขอรับรองว่าข้าพเจ้าเป็นผู้มีคุณสมบัติครบถ้วน ณ วันที่ข้าพเจ้ามีสิทธิได้รับเบี้ยยังชีพผู้สูงอายุ และขอรับรองว่าข้อความดังกล่าวข้างต้นเป็นความจริงทุกประการ',
     'I certify that I am fully qualified on the day on which I am entitled to the allowance, and that everything said above is true.'),
    ('elderly', 'consent',
     'ข้าพเจ้ายินยอมให้นำข้อมูลส่วนบุคคลเข้าสู่ระบบคอมพิวเตอร์ของกรมส่งเสริมการปกครองท้องถิ่น และยินยอมให้ตรวจสอบข้อมูลกับฐานข้อมูลทะเบียนกลางภาครัฐ',
     'I consent that my personal data are entered into the computer system of the Department of Local Administration and checked against the state''s central registers.'),
    ('disability', 'certification',
     'ข้าพเจ้าขอรับรองว่าข้าพเจ้าเป็นผู้มีคุณสมบัติครบถ้วน และขอรับรองว่าข้อความดังกล่าวข้างต้นเป็นความจริงทุกประการ',
     'I certify that I am fully qualified, and that everything said above is true.'),
    ('disability', 'consent',
     'ข้าพเจ้ายินยอมให้นำข้อมูลส่วนบุคคลเข้าสู่ระบบคอมพิวเตอร์ของกรมส่งเสริมการปกครองท้องถิ่น และยินยอมให้ตรวจสอบข้อมูลกับฐานข้อมูลทะเบียนกลางภาครัฐ',
     'I consent that my personal data are entered into the computer system of the Department of Local Administration and checked against the state''s central registers.'),
    ('aids', 'certification',
     'ข้าพเจ้าขอรับรองว่าข้อความดังกล่าวข้างต้นเป็นความจริงทุกประการ',
     'I certify that everything said above is true.'),
    ('aids', 'consent',
     'ข้าพเจ้ายินยอมให้องค์กรปกครองส่วนท้องถิ่นเก็บข้อมูลสุขภาพของข้าพเจ้าไว้เป็นความลับเพื่อการจ่ายเบี้ยยังชีพ',
     'I consent that the local authority keeps my health data in confidence in order to pay the allowance.'))
    AS given (programme, kind, wording_thai, wording_english);

GRANT SELECT ON reference.submission_procedure, reference.early_confirmation, reference.submission_channel, reference.statement_wording TO PUBLIC;

COMMIT;

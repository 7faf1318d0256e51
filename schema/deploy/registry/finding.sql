-- ER14, EG7, DR14: what an officer found that ends a right, who verified it, and the steps up to the executive's order.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF320', 'การจำหน่าย%1$sเพราะขาดคุณสมบัติต้องมีคำสั่งถอนรายชื่อของวันเดียวกัน', 'the %1$s claim is disposed for disqualification only by a removal order of that day',
   'บันทึกข้อเท็จจริง (registry.record_finding) ปิดประกาศ แล้วสั่งด้วย registry.order_removal', 'Record the finding (registry.record_finding), post it, and order by registry.order_removal, which disposes the claim.'),
  ('WF321', 'เรื่องที่อยู่ในขั้น %1$s ไปขั้น %2$s ไม่ได้', 'a finding that is %1$s cannot become %2$s', NULL, NULL),
  ('WF322', 'ผู้ที่บันทึกข้อเท็จจริงลงนามในคำสั่งไม่ได้', 'who recorded the finding does not sign the order', NULL, NULL),
  ('WF323', 'ขั้นตอนนี้เป็นของผู้ดำรงตำแหน่ง %1$s ในวันที่ %2$s และในวันนี้', 'this step is for who holds one of these offices on %2$s and today: %1$s', NULL, NULL),
  ('WF324', 'เรื่องนี้ไม่ปิดประกาศ', 'this finding is not posted', NULL, NULL),
  ('WF325', 'ประกาศเปิดให้คัดค้านถึงวันที่ %1$s จึงดำเนินการก่อนวันถัดไปไม่ได้', 'objections are taken until %1$s, and this is done on the day after it at the earliest', NULL, NULL),
  ('WF326', 'มีผู้คัดค้านที่ปลัดยังไม่รายงานผลการตรวจสอบ', 'an objection waits for the clerk''s report', NULL, NULL),
  ('WF327', 'ไม่มีคำคัดค้านที่ต้องตรวจสอบ', 'there is no objection to report on', NULL, NULL),
  ('WF328', 'ปลัดต้องเสนอรายชื่อก่อน', 'the clerk proposes the names first', NULL, NULL),
  ('WF329', 'ต้องปิดประกาศก่อนสั่งถอนรายชื่อ', 'a public notice comes before the removal order', NULL, NULL),
  ('WF32A', 'การสละสิทธิ%1$sต้องเป็นหนังสือ จึงต้องระบุเอกสาร', 'the %1$s allowance is waived in writing: name the document',
   'ระบุเลขที่และวันที่ของหนังสือในหมายเหตุ หรือบันทึกเอกสารประเภท waiver', 'Name it in the remark, or record it as a document of the kind waiver.'),
  ('WF32B', 'ประกาศของเบี้ย%2$sต้องปิด ณ ที่ใดที่หนึ่งใน %3$s (ระบุ %1$s)', 'a notice of the %2$s allowance is posted at one of %3$s, not only at: %1$s', NULL, NULL),
  ('WF32C', 'รับคำคัดค้านตั้งแต่วันที่ %1$s ถึง %2$s', 'objections are taken from %1$s to %2$s', NULL, NULL),
  ('WF32D', 'เรื่องนี้มีคำสั่งแล้ว', 'the finding has been decided', NULL, NULL),
  ('WF32E', 'ไม่มีกฎหมายที่กำหนดวิธีถอนรายชื่อ%1$s ในวันที่ %2$s', 'no law on record says how the %1$s claim of somebody who lost a qualification is ended on %2$s', NULL, NULL),
  ('WF32F', '%1$s ไม่ใช่คุณสมบัติหรือลักษณะต้องห้ามของเบี้ย%2$s', '%1$s is neither a qualification nor a bar of the %2$s allowance', NULL, NULL),
  ('WF32G', 'ไม่พบเรื่องที่ %1$s ของเบี้ย%2$s', 'there is no finding %1$s about the %2$s claim', NULL, NULL),
  ('WF32H', 'มีเรื่องเดียวกันที่ยังไม่มีคำสั่งอยู่แล้ว', 'a finding of that kind is open already', NULL, NULL),
  ('WF32T', 'ประกาศที่ปิดวันที่ %1$s บันทึกช้าเกินกำหนด', 'the notice posted on %1$s is recorded too late',
   'ให้ปิดประกาศใหม่ แล้วบันทึกภายในกำหนด (reference.deadline: notice_recording)', 'Post it anew, and record it in time (reference.deadline: notice_recording).'),
  ('WF32J', 'ประกาศของวันที่ %1$s ใช้กับสิทธิที่ยื่นเมื่อ %2$s ไม่ได้', 'a notice of %1$s does not count against a claim made on %2$s', NULL, NULL),
  ('WF32W', 'ยังไม่มีคำสั่งที่จะแจ้ง หรือแจ้งแล้ว', 'there is no order of which the person has not been told', NULL, NULL);

CREATE TYPE registry.finding_kind AS ENUM ('died', 'disqualified', 'waived');
COMMENT ON TYPE registry.finding_kind IS 'what ends a right (ER14, DR14): death, loss of a qualification or a bar, written waiver';
CREATE TYPE registry.finding_source AS ENUM ('own_check', 'annual_check', 'civil_registry', 'treasury', 'report', 'person');
COMMENT ON TYPE registry.finding_source IS 'where a finding comes from: the authority''s monthly check (ER10), the yearly one (DR10), the civil registry, the Comptroller General''s Department (ER15), somebody''s report, the person';
CREATE TYPE registry.removal_path AS ENUM ('public_notice', 'good_faith', 'order');
COMMENT ON TYPE registry.removal_path IS 'how a finding is decided: after a public notice (EG7 path A), as received in good faith (path B, guideline 7.3), by order alone';
CREATE TYPE registry.finding_state AS ENUM ('recorded', 'posted', 'investigated', 'proposed', 'verified', 'removed', 'kept');
COMMENT ON TYPE registry.finding_state IS 'how far it is: recorded; posted; objections investigated by the clerk; proposed by the clerk; facts verified by the executive; ordered: removed or kept';

CREATE TABLE registry.finding (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  happened_on date NOT NULL,
  found_on date NOT NULL,
  authority_code integer NOT NULL,
  kind registry.finding_kind NOT NULL,
  source registry.finding_source NOT NULL,
  path registry.removal_path NOT NULL,
  state registry.finding_state NOT NULL DEFAULT 'recorded',
  claim_number smallint NOT NULL,
  finding_number smallint NOT NULL,
  objection_count smallint NOT NULL DEFAULT 0,
  answered_count smallint NOT NULL DEFAULT 0,
  sensitive boolean NOT NULL,
  never_entitled boolean NOT NULL DEFAULT false,
  good_faith boolean NOT NULL DEFAULT false,
  lost_terms text[] COLLATE "C",
  facts text NOT NULL,
  document text,
  document_key uuid,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT finding_pkey PRIMARY KEY (thai_id, programme, claim_number, finding_number),
  CONSTRAINT finding_claim_fkey FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT finding_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT finding_document_fkey FOREIGN KEY (thai_id, document_key) REFERENCES registry.document (thai_id, document_key),
  CONSTRAINT finding_stated CHECK (btrim(facts) <> ''),
  CONSTRAINT finding_found_after_event CHECK (found_on >= happened_on),
  -- ER14: a written waiver
  CONSTRAINT finding_waiver_is_written CHECK (kind <> 'waived' OR document_key IS NOT NULL OR (btrim(document) <> '' AND document IS NOT NULL)),
  CONSTRAINT finding_loss_names_terms CHECK ((kind = 'disqualified') = (lost_terms IS NOT NULL) AND lost_terms <> '{}' AND array_position(lost_terms, NULL) IS NULL),
  CONSTRAINT finding_only_loss_is_posted CHECK (path = 'order' OR kind = 'disqualified'),
  -- AR2: health data is never posted
  CONSTRAINT finding_health_is_not_posted CHECK (path <> 'public_notice' OR NOT sensitive),
  CONSTRAINT finding_good_faith_never_entitled CHECK (NOT good_faith OR never_entitled),
  CONSTRAINT finding_never_entitled_is_loss CHECK (NOT never_entitled OR kind = 'disqualified'),
  CONSTRAINT finding_good_faith_path CHECK (path <> 'good_faith' OR good_faith),
  CONSTRAINT finding_answers_objections CHECK (answered_count BETWEEN 0 AND objection_count)
);
COMMENT ON TABLE registry.finding IS 'what was found that ends a right: the recorded facts on which an order rests (ER14)';
COMMENT ON COLUMN registry.finding.thai_id IS 'the person';
COMMENT ON COLUMN registry.finding.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.finding.programme IS 'the programme';
COMMENT ON COLUMN registry.finding.happened_on IS 'day of the death, of the loss, of the waiver';
COMMENT ON COLUMN registry.finding.found_on IS 'day on which it was found';
COMMENT ON COLUMN registry.finding.authority_code IS 'local authority that holds the claim';
COMMENT ON COLUMN registry.finding.kind IS 'what it is';
COMMENT ON COLUMN registry.finding.source IS 'where it comes from';
COMMENT ON COLUMN registry.finding.path IS 'how it is decided; worked out from the law of the day on which it was found';
COMMENT ON COLUMN registry.finding.state IS 'how far it is: that of its last step';
COMMENT ON COLUMN registry.finding.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.finding.finding_number IS '1 for the first finding about the claim, counting up';
COMMENT ON COLUMN registry.finding.objection_count IS 'how many have objected';
COMMENT ON COLUMN registry.finding.answered_count IS 'how many objections the clerk has reported on';
COMMENT ON COLUMN registry.finding.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.finding.never_entitled IS 'whether the person never had the right';
COMMENT ON COLUMN registry.finding.good_faith IS 'whether what was paid without a right was received in good faith';
COMMENT ON COLUMN registry.finding.lost_terms IS 'qualifications that are lost and bars that have come, in the vocabulary of the criteria';
COMMENT ON COLUMN registry.finding.facts IS 'what was found, in words';
COMMENT ON COLUMN registry.finding.document IS 'paper that shows it: number and date';
COMMENT ON COLUMN registry.finding.document_key IS 'the document on record, where there is one';
COMMENT ON COLUMN registry.finding.recorded_by IS 'user, or database role, that recorded it, who signs no order about it (ER14)';
CREATE UNIQUE INDEX finding_one_open ON registry.finding (thai_id, programme, claim_number, kind) WHERE state NOT IN ('removed', 'kept');
COMMENT ON INDEX registry.finding_one_open IS 'one proceeding at a time about a claim and a kind of end';
CREATE INDEX finding_open ON registry.finding (authority_code, found_on) WHERE state NOT IN ('removed', 'kept');
COMMENT ON INDEX registry.finding_open IS 'an authority''s open proceedings';

CREATE TABLE registry.finding_transition (
  from_state registry.finding_state NOT NULL,
  to_state registry.finding_state NOT NULL,
  offices identity.office_name[] NOT NULL,
  meaning text NOT NULL,
  CONSTRAINT finding_transition_pkey PRIMARY KEY (from_state, to_state)
);
COMMENT ON TABLE registry.finding_transition IS 'which step of a proceeding may follow which, and whose office it is; nothing is undone';
COMMENT ON COLUMN registry.finding_transition.from_state IS 'state before';
COMMENT ON COLUMN registry.finding_transition.to_state IS 'state after';
COMMENT ON COLUMN registry.finding_transition.offices IS 'offices that take the step';
COMMENT ON COLUMN registry.finding_transition.meaning IS 'what happens';
INSERT INTO registry.finding_transition (from_state, to_state, offices, meaning) VALUES
  ('recorded', 'posted', '{officer,clerk}', 'the notice is posted (ER16, DR16)'),
  ('recorded', 'verified', '{executive,delegate}', 'the facts are verified (ER14)'),
  ('verified', 'posted', '{officer,clerk}', 'verified before the notice; verified again after it'),
  ('posted', 'proposed', '{clerk}', 'nobody objected: the clerk proposes the names (ER16)'),
  ('posted', 'investigated', '{clerk}', 'the clerk reports on objections (ER16)'),
  ('posted', 'verified', '{executive,delegate}', 'the facts are verified, where the law asks for no proposal (DR16)'),
  ('proposed', 'verified', '{executive,delegate}', 'the facts are verified (ER14)'),
  ('proposed', 'investigated', '{clerk}', 'an objection received in time was recorded late'),
  ('investigated', 'investigated', '{clerk}', 'the clerk reports on further objections'),
  ('investigated', 'verified', '{executive,delegate}', 'the facts are verified (ER14)'),
  ('verified', 'investigated', '{clerk}', 'an objection came after the verification'),
  ('verified', 'removed', '{executive,delegate}', 'the claim is ended by order'),
  ('verified', 'kept', '{executive,delegate}', 'the claim is kept by order');

CREATE TABLE registry.finding_step (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  taken_on date NOT NULL,
  authority_code integer NOT NULL,
  to_state registry.finding_state NOT NULL,
  office identity.office_name,
  claim_number smallint NOT NULL,
  finding_number smallint NOT NULL,
  step_number smallint NOT NULL,
  sensitive boolean NOT NULL,
  document text,
  words text,
  delegation_document text,
  taken_by text NOT NULL,
  CONSTRAINT finding_step_pkey PRIMARY KEY (thai_id, programme, claim_number, finding_number, step_number),
  CONSTRAINT finding_step_finding_fkey FOREIGN KEY (thai_id, programme, claim_number, finding_number)
    REFERENCES registry.finding (thai_id, programme, claim_number, finding_number),
  CONSTRAINT finding_step_has_document CHECK (to_state = 'recorded' OR btrim(document) <> '' AND document IS NOT NULL),
  CONSTRAINT finding_step_has_words CHECK (to_state IN ('recorded', 'posted', 'proposed') OR btrim(words) <> '' AND words IS NOT NULL),
  CONSTRAINT finding_step_has_office CHECK (to_state = 'recorded' OR office IS NOT NULL),
  CONSTRAINT finding_step_delegation CHECK ((office IS NOT DISTINCT FROM 'delegate') = (delegation_document IS NOT NULL))
);
COMMENT ON TABLE registry.finding_step IS 'steps of proceedings: who took them, in which office, when, by which paper';
COMMENT ON COLUMN registry.finding_step.thai_id IS 'the person';
COMMENT ON COLUMN registry.finding_step.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.finding_step.programme IS 'the programme';
COMMENT ON COLUMN registry.finding_step.taken_on IS 'day of the step, as its paper states';
COMMENT ON COLUMN registry.finding_step.authority_code IS 'local authority that holds the claim';
COMMENT ON COLUMN registry.finding_step.to_state IS 'state that it led to';
COMMENT ON COLUMN registry.finding_step.office IS 'office in which it was taken';
COMMENT ON COLUMN registry.finding_step.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.finding_step.finding_number IS 'number of the finding';
COMMENT ON COLUMN registry.finding_step.step_number IS '1 for the recording, counting up';
COMMENT ON COLUMN registry.finding_step.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.finding_step.document IS 'paper: number of the notice, of the proposal, of the report, of the order; papers on which a verification rests';
COMMENT ON COLUMN registry.finding_step.words IS 'how the facts were verified; what the clerk reports; why the executive orders so';
COMMENT ON COLUMN registry.finding_step.delegation_document IS 'written delegation of a delegate';
COMMENT ON COLUMN registry.finding_step.taken_by IS 'user who took it';

ALTER TABLE registry.finding ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.finding_step ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.finding, registry.finding_step TO welfare_writer;
CREATE POLICY finding_read ON registry.finding FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY finding_read ON registry.finding IS 'the holding authority and administrators see findings';
CREATE POLICY finding_add ON registry.finding FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY finding_add ON registry.finding IS 'only users of the holding authority record findings (IS9.2)';
CREATE POLICY finding_step_read ON registry.finding_step FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY finding_step_read ON registry.finding_step IS 'the holding authority and administrators see steps';
CREATE POLICY finding_step_add ON registry.finding_step FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY finding_step_add ON registry.finding_step IS 'only users of the holding authority take steps (IS9.2)';

COMMIT;

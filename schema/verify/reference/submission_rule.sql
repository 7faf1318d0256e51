BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.submission_channel_name', 'in_person, by_proxy, prison_officer, legal_representative, curator, guardian, caregiver');
SELECT pg_temp.check_comment('type', 'reference.submission_channel_name');
SELECT pg_temp.check_enumeration('reference.legal_capacity', 'full, minor, quasi_incompetent, incompetent');
SELECT pg_temp.check_comment('type', 'reference.legal_capacity');
SELECT pg_temp.check_enumeration('reference.statement_kind', 'certification, consent');
SELECT pg_temp.check_comment('type', 'reference.statement_kind');
SELECT pg_temp.check_columns('reference.submission_channel', '
  programme reference.programme_name not null
  channel reference.submission_channel_name not null
  valid daterange not null
  capacity reference.legal_capacity not null
  for_prisoners boolean not null default false
  needs_certifier boolean not null default false
  actor_fields text[] not null
  evidence text[] not null
  evidence_for_transfer text[] not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.submission_channel');
SELECT pg_temp.check_constraint('reference.submission_channel', 'submission_channel_actor_fields', 'CHECK ((actor_fields <@ ARRAY[''name''::text, ''relation''::text, ''thai_id''::text, ''address''::text, ''telephone''::text, ''position''::text]))');
SELECT pg_temp.check_constraint('reference.submission_channel', 'submission_channel_in_person', 'CHECK (((channel = ''in_person''::reference.submission_channel_name) = (actor_fields = ''{}''::text[])))');
SELECT pg_temp.check_constraint('reference.submission_channel', 'submission_channel_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, channel WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.submission_channel', 'submission_channel_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('reference.submission_channel', 'submission_channel_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_columns('reference.statement_wording', '
  programme reference.programme_name not null
  kind reference.statement_kind not null
  version smallint not null
  valid daterange not null
  wording_thai text not null
  wording_english text not null');
SELECT pg_temp.check_comment('relation', 'reference.statement_wording');
SELECT pg_temp.check_constraint('reference.statement_wording', 'statement_wording_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, kind WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.statement_wording', 'statement_wording_pkey', 'PRIMARY KEY (programme, kind, version)');
SELECT pg_temp.check_constraint('reference.statement_wording', 'statement_wording_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('reference.statement_wording', 'statement_wording_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_columns('reference.submission_procedure', '
  programme reference.programme_name not null
  valid daterange not null
  committee_size smallint not null
  majority_age smallint
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.submission_procedure');
SELECT pg_temp.check_constraint('reference.submission_procedure', 'submission_procedure_committee', 'CHECK ((committee_size = ANY (ARRAY[0, 3])))');
SELECT pg_temp.check_constraint('reference.submission_procedure', 'submission_procedure_majority', 'CHECK (((majority_age >= 1) AND (majority_age <= 30)))');
SELECT pg_temp.check_constraint('reference.submission_procedure', 'submission_procedure_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.submission_procedure', 'submission_procedure_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('reference.submission_procedure', 'submission_procedure_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_columns('reference.early_confirmation', '
  programme reference.programme_name not null
  valid daterange not null
  least_age smallint not null
  fiscal_years_ahead smallint not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.early_confirmation');
SELECT pg_temp.check_constraint('reference.early_confirmation', 'early_confirmation_least_age', 'CHECK (((least_age >= 1) AND (least_age <= 150)))');
SELECT pg_temp.check_constraint('reference.early_confirmation', 'early_confirmation_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.early_confirmation', 'early_confirmation_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('reference.early_confirmation', 'early_confirmation_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_constraint('reference.early_confirmation', 'early_confirmation_years', 'CHECK (((fiscal_years_ahead >= 0) AND (fiscal_years_ahead <= 10)))');

SELECT pg_temp.check_grants('relation', 'reference.submission_channel', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.statement_wording', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.submission_procedure', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.early_confirmation', 'PUBLIC SELECT');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(evidence,application_form,แบบคำขอลงทะเบียน)',
  '(evidence,bank_book,สำเนาสมุดบัญชีเงินฝากธนาคาร)',
  '(evidence,certificate_of_condition,หนังสือรับรองสภาพความพิการโดยผู้ที่เชื่อถือได้)',
  '(evidence,confirmation_form,แบบยืนยันสิทธิ)',
  '(evidence,disability_card,บัตรประจำตัวคนพิการ)',
  '(evidence,evidence_of_both,หลักฐานของคนพิการและผู้ดูแลคนพิการ)',
  '(evidence,house_register,ทะเบียนบ้าน)',
  '(evidence,identity_cards_of_both,บัตรประจำตัวประชาชนของผู้มอบอำนาจและผู้รับมอบอำนาจ)',
  '(evidence,medical_certificate,ใบรับรองแพทย์)',
  '(evidence,prison_authorisation,หนังสือมอบอำนาจให้เรือนจำยืนยันสิทธิ)',
  '(evidence,proof_of_representation,"หลักฐานการเป็นผู้แทนโดยชอบธรรม ผู้พิทักษ์ หรือผู้อนุบาล")',
  '(evidence,proxy_letter,หนังสือมอบอำนาจ)');
SELECT pg_temp.check_rows('reference.submission_channel', 'ROW(programme, channel, lower(valid), capacity, for_prisoners, needs_certifier, actor_fields, evidence, evidence_for_transfer)',
  '(aids,by_proxy,2005-10-01,full,f,f,"{name,relation,thai_id,address,telephone}","{application_form,medical_certificate,house_register,proxy_letter,identity_cards_of_both}",{bank_book})',
  '(aids,curator,2005-10-01,quasi_incompetent,f,f,"{name,relation,thai_id}","{application_form,medical_certificate,house_register,proof_of_representation}",{bank_book})',
  '(aids,guardian,2005-10-01,incompetent,f,f,"{name,relation,thai_id}","{application_form,medical_certificate,house_register,proof_of_representation}",{bank_book})',
  '(aids,in_person,2005-10-01,full,f,f,{},"{application_form,medical_certificate,house_register}",{bank_book})',
  '(aids,legal_representative,2005-10-01,minor,f,f,"{name,relation,thai_id}","{application_form,medical_certificate,house_register,proof_of_representation}",{bank_book})',
  '(disability,caregiver,2015-10-01,full,f,t,"{name,relation,thai_id}","{application_form,disability_card,house_register,certificate_of_condition,evidence_of_both}",{bank_book})',
  '(disability,curator,2015-10-01,quasi_incompetent,f,f,"{name,relation,thai_id}","{application_form,disability_card,house_register,proof_of_representation}",{bank_book})',
  '(disability,guardian,2015-10-01,incompetent,f,f,"{name,relation,thai_id}","{application_form,disability_card,house_register,proof_of_representation}",{bank_book})',
  '(disability,in_person,2015-10-01,full,f,f,{},"{application_form,disability_card,house_register}",{bank_book})',
  '(disability,legal_representative,2015-10-01,minor,f,f,"{name,relation,thai_id}","{application_form,disability_card,house_register,proof_of_representation}",{bank_book})',
  '(elderly,by_proxy,2023-08-12,full,f,f,"{name,relation,thai_id,address,telephone}","{confirmation_form,proxy_letter,identity_cards_of_both}",{bank_book})',
  '(elderly,in_person,2023-08-12,full,f,f,{},{confirmation_form},{bank_book})',
  '(elderly,prison_officer,2023-08-12,full,t,f,"{name,position,thai_id}","{confirmation_form,prison_authorisation}",{bank_book})');
SELECT pg_temp.check_rows('reference.statement_wording', 'ROW(programme, kind, version, lower(valid))',
  '(aids,certification,1,)',
  '(aids,consent,1,)',
  '(disability,certification,1,)',
  '(disability,consent,1,)',
  '(elderly,certification,1,)',
  '(elderly,consent,1,)');
SELECT pg_temp.check_rows('reference.submission_procedure', 'ROW(programme, lower(valid), committee_size, majority_age)',
  '(aids,2005-10-01,0,20)',
  '(disability,2015-10-01,3,20)',
  '(elderly,2023-08-12,3,)');
SELECT pg_temp.check_rows('reference.early_confirmation', 'ROW(programme, lower(valid), least_age, fiscal_years_ahead)',
  '(elderly,2023-08-12,60,1)');

ROLLBACK;

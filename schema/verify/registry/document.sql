BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.document_kind', 'confirmation_form, application_form, national_id_card, house_register, bank_book, disability_card, medical_certificate, proxy_letter, court_order, waiver, death_certificate, order, other');
SELECT pg_temp.check_comment('type', 'registry.document_kind');
SELECT pg_temp.check_columns('registry.document', '
  thai_id welfare.thai_id not null
  document_key uuid not null default gen_random_uuid()
  recorded_at timestamp with time zone not null default clock_timestamp()
  issued_on date
  authority_code integer not null
  kind registry.document_kind not null
  programme reference.programme_name
  byte_size bigint
  title text not null
  media_type text
  location text
  digest bytea not null
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.document');
SELECT pg_temp.check_constraint('registry.document', 'document_digest_sha256', 'CHECK ((octet_length(digest) = 32))');
SELECT pg_temp.check_constraint('registry.document', 'document_title_stated', 'CHECK ((btrim(title) <> ''''::text))');
SELECT pg_temp.check_constraint('registry.document', 'document_byte_size_positive', 'CHECK ((byte_size > 0))');
SELECT pg_temp.check_constraint('registry.document', 'document_pkey', 'PRIMARY KEY (thai_id, document_key)');
SELECT pg_temp.check_constraint('registry.document', 'document_person_fkey', 'FOREIGN KEY (thai_id) REFERENCES registry.person(thai_id)');
SELECT pg_temp.check_function('registry.refuse_change_of_document()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_change_of_document()');
SELECT pg_temp.check_function('registry.add_document(welfare.thai_id,registry.document_kind,text,bytea,date,reference.programme_name,text,bigint,text)',
  'welfare_writer definer volatile returns uuid search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.add_document(welfare.thai_id,registry.document_kind,text,bytea,date,reference.programme_name,text,bigint,text)');
SELECT pg_temp.check_trigger('registry.document', 'document_no_change', 'CREATE TRIGGER document_no_change BEFORE UPDATE ON registry.document FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_of_document()');
SELECT pg_temp.check_trigger('registry.document', 'document_no_removal', 'CREATE TRIGGER document_no_removal BEFORE DELETE OR TRUNCATE ON registry.document FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');

SELECT pg_temp.check_grants('relation', 'registry.document', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.refuse_change_of_document()', '');
SELECT pg_temp.check_grants('function', 'registry.add_document(welfare.thai_id,registry.document_kind,text,bytea,date,reference.programme_name,text,bigint,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_row_security('registry.document', 'document_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); document_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

ROLLBACK;

BEGIN;

DROP FUNCTION registry.add_document(welfare.thai_id, registry.document_kind, text, bytea, date, reference.programme_name, text, bigint, text);
DROP TABLE registry.document;
DROP FUNCTION registry.refuse_change_of_document();
DROP TYPE registry.document_kind;

COMMIT;

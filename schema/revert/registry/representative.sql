BEGIN;

DROP FUNCTION registry.end_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, date, text);
DROP FUNCTION registry.add_representative(welfare.thai_id, welfare.thai_id, registry.representative_kind, text, text, text, date, boolean, text, text);
DROP TABLE registry.representative;
DROP FUNCTION registry.refuse_change_of_representative();
DROP TYPE registry.representative_kind;

COMMIT;

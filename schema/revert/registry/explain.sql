BEGIN;

DROP FUNCTION registry.explain(welfare.thai_id, reference.programme_name, date, text);
DROP FUNCTION registry.without_numbers(jsonb);
DROP FUNCTION registry.explanation(welfare.thai_id, reference.programme_name, smallint, date, text, registry.explanation_reader);
DROP TYPE registry.explanation_reader;

COMMIT;

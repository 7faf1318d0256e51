BEGIN;

DROP FUNCTION reference.interpretations_in_force(text, integer, date);
DROP FUNCTION reference.record_interpretation(reference.interpretation_kind, reference.interpreter, text, date, text[], text, text, date, integer, integer, text, date, integer);
DROP FUNCTION reference.end_interpretation(integer, date, text);
DROP TABLE reference.interpretation;
DROP FUNCTION reference.guard_interpretation();
DROP FUNCTION reference.refuse_change_of_law_record();
DROP TYPE reference.interpretation_scope;
DROP TYPE reference.interpreter;
DROP TYPE reference.interpretation_kind;
DELETE FROM reference.message WHERE code IN ('WF345', 'WF346', 'WF347', 'WF348');

COMMIT;

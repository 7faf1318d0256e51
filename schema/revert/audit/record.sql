BEGIN;

DROP FUNCTION audit.record_call(text, welfare.thai_id, jsonb);
DROP FUNCTION audit.record_look(text, welfare.thai_id, jsonb, bigint);
DROP FUNCTION audit.untrack(regclass);
DROP FUNCTION audit.track(regclass, text[], text[], text[]);
DROP FUNCTION audit.record_change();
DROP FUNCTION audit.key_of(jsonb, text[]);

COMMIT;

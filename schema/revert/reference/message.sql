BEGIN;

DROP FUNCTION reference.require_administrator();
DROP FUNCTION reference.date_text(date);
DROP FUNCTION reference.require_duty(text[]);
DROP FUNCTION reference.refuse_unknown_keys(jsonb, text[]);
DROP FUNCTION reference.refuse(text, text, text[]);
DROP FUNCTION reference.raise_refusal(text, text, text);
DROP FUNCTION reference.message_text(text, text[]);
DROP TABLE reference.message;

COMMIT;

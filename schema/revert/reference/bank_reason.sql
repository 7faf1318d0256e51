BEGIN;
DROP FUNCTION reference.bank_reason_text(text, date);
DROP TABLE reference.bank_reason;
COMMIT;

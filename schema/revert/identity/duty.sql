BEGIN;

DROP FUNCTION identity.answer_hash(text, text);
DROP FUNCTION identity.question_named(text);
DROP FUNCTION identity.policy_today();
DROP TABLE identity.policy;
DROP TABLE identity.secret_question;
DROP TABLE identity.duty;

COMMIT;

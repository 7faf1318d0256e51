BEGIN;

DROP TABLE registry.earned_month_payment;
DROP TABLE registry.proxy_verification;
DROP FUNCTION registry.check_earned_month();
DROP FUNCTION registry.check_proxy_verification();
DROP FUNCTION registry.payee_after_death(welfare.thai_id, reference.programme_name);
DROP TYPE registry.earned_payee;
DELETE FROM reference.message WHERE code IN ('WF32M', 'WF32N', 'WF32P', 'WF32Q', 'WF32R', 'WF32S');

COMMIT;

BEGIN;
DROP FUNCTION payment.list_disbursements(date);
DROP FUNCTION payment.payroll_items(date, reference.programme_name);
DROP FUNCTION payment.payroll_progress(date);
DROP FUNCTION payment.list_payrolls(date);
COMMIT;

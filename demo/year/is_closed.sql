-- Whether a month has been sealed and every payroll of it is closed. Parameters: month.
SELECT coalesce(bool_and(state = 'closed'), false) FROM payment.authority_payroll WHERE cycle_month = :'month';

-- The 25th: cash that nobody collected comes back, the Comptroller General's Department cancels what is held of the dead. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
DECLARE
  cycle CONSTANT date := current_setting('demo.month');
  left_over record;
BEGIN
  FOR left_over IN SELECT told.authority_code, told.thai_id, told.programme, told.month, told.adjustment_number, told.payer
                     FROM payment.instruction AS told
                    WHERE told.cycle_month = cycle AND told.way_of_payment IN ('cash_in_person', 'cash_to_proxy')
                      AND NOT EXISTS (SELECT FROM payment.credit AS arrived
                                       WHERE (arrived.thai_id, arrived.programme, arrived.month, arrived.adjustment_number, arrived.payer, arrived.attempt)
                                           = (told.thai_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt))
                      AND NOT EXISTS (SELECT FROM payment.failure
                                       WHERE (failure.thai_id, failure.programme, failure.month, failure.adjustment_number, failure.payer, failure.attempt)
                                           = (told.thai_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt))
                    ORDER BY told.authority_code, told.thai_id LOOP
    PERFORM pg_temp.act(pg_temp.officer_of(left_over.authority_code), cycle + 24, left_over.authority_code);
    PERFORM payment.return_cash(left_over.thai_id, left_over.programme, left_over.month, left_over.adjustment_number, 'ไม่มารับเงิน', left_over.payer);
  END LOOP;
  RESET ROLE;
END
$$;
SELECT pg_temp.act_treasury('demo.treasurer', :'month'::date + 24) \g /dev/null
SELECT * FROM payment.cancel_all_dead(:'month', 'ถึงแก่กรรม', 'ทะเบียนราษฎร') \g /dev/null
SELECT * FROM payment.close_payrolls() \g /dev/null

-- The 2nd: officers repair what failed: what went to a closed account goes to another, what a bank had blocked is tried again, cash goes to the
-- counter again, all of it with this month's payroll. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
DECLARE
  day CONSTANT date := current_setting('demo.month')::date + 1;
  failed record;
BEGIN
  FOR failed IN SELECT failure.authority_code, failure.thai_id, array_agg(DISTINCT failure.reason_code ORDER BY failure.reason_code) AS reasons
                  FROM payment.failure
                 WHERE failure.kind IN ('failed', 'returned', 'not_collected') AND failure.cycle_month < current_setting('demo.month')::date
                   AND NOT EXISTS (SELECT FROM payment.repair
                                    WHERE (repair.thai_id, repair.programme, repair.month, repair.adjustment_number, repair.payer, repair.attempt)
                                        = (failure.thai_id, failure.programme, failure.month, failure.adjustment_number, failure.payer, failure.attempt))
                   AND NOT EXISTS (SELECT FROM payment.holding WHERE holding.thai_id = failure.thai_id AND holding.reason = 'registry_death')
                 GROUP BY failure.authority_code, failure.thai_id
                 ORDER BY failure.authority_code, failure.thai_id LOOP
    PERFORM pg_temp.act(pg_temp.officer_of(failed.authority_code), day, failed.authority_code);
    IF failed.thai_id = pg_temp.id(113) AND 'AC04' = ANY (failed.reasons) THEN
      PERFORM registry.edit_beneficiary(failed.thai_id, jsonb_build_object('bank_code', '006', 'bank_branch', 'นครปฐม', 'account_number', '8800000213',
                                                                           'account_name', 'บัญชีใหม่'));
      PERFORM payment.repair_payments(failed.thai_id, 'สำเนาสมุดบัญชี');
    ELSIF 'AC04' = ANY (failed.reasons) THEN
      PERFORM payment.repair_payments(failed.thai_id, 'สำเนาสมุดบัญชี', 'own_account', 6, 'นครปฐม', to_char(day, '9YYMM') || right(failed.thai_id::text, 5), 'บัญชีใหม่');
    ELSE
      PERFORM payment.repair_payments(failed.thai_id, 'บันทึกการติดต่อผู้รับเงิน', same_account => true,
        way_of_payment => CASE WHEN 'NOT_COLLECTED' = ANY (failed.reasons) THEN 'cash_in_person'::reference.way_of_payment END);
    END IF;
  END LOOP;
  RESET ROLE;
END
$$;

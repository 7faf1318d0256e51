-- What was paid after a death that was learnt late is asked back: the executive decides, and the heirs pay it in the month after. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
DECLARE
  this_month CONSTANT date := current_setting('demo.month');
  proposed record;
BEGIN
  FOR proposed IN SELECT adjustment.* FROM payment.adjustment
                   LEFT JOIN payment.recovery_decision AS decision USING (thai_id, programme, month, adjustment_number)
                   WHERE adjustment.kind = 'recovery' AND decision.thai_id IS NULL AND adjustment.authority_code = 5730102 AND adjustment.thai_id::text ~ '^8' LOOP
    PERFORM pg_temp.act('demo.executive', this_month + 1, 5730102);
    PERFORM payment.decide_recovery(proposed.thai_id, proposed.programme, proposed.month, proposed.adjustment_number, 'due', '70/2570', 'รับเงินหลังถึงแก่กรรม');
  END LOOP;
  RESET ROLE;
  FOR proposed IN SELECT decision.thai_id, decision.programme, decision.month, decision.adjustment_number, asked.payer, asked.amount
                    FROM payment.recovery_decision AS decision
                   CROSS JOIN LATERAL payment.still_asked(decision.thai_id, decision.programme, decision.month, decision.adjustment_number) AS asked
                   WHERE decision.outcome = 'due' AND decision.decided_on < this_month AND asked.amount > 0
                   -- sorted, and so asked for at once, before the role changes
                   ORDER BY decision.thai_id, decision.month, decision.adjustment_number, asked.payer LOOP
    PERFORM pg_temp.act('demo.officer', this_month + 1, 5730102);
    PERFORM payment.record_receipt(proposed.thai_id, proposed.programme, proposed.month, proposed.adjustment_number, proposed.payer, proposed.amount,
                                   this_month + 1, 'ใบเสร็จ ' || to_char(proposed.month, 'YYYYMM'));
  END LOOP;
  RESET ROLE;
END
$$;

-- The cashiers of every authority come back: most of a month's cash was given, some was not collected; and what failed or came back, of accounts too, is
-- repaired: with the next month it is given in cash. Done again it does what is left. Parameters: month; work, a folder.
\connect - postgres
SET search_path = pg_catalog, welfare, pg_temp;
\pset format unaligned
\pset tuples_only on
CREATE TEMPORARY VIEW waiting AS
  SELECT told.*, hashint8extended(told.reference, 2570) % 40 = 0 AS uncollected
    FROM payment.instruction AS told
    JOIN payment.authority_payroll AS payroll
      ON payroll.cycle_month = told.cycle_month AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
     AND payroll.round = told.round AND payroll.state IN ('sent', 'closed')
   WHERE told.cycle_month = :'month' AND told.bank_code IS NULL
     AND NOT EXISTS (SELECT FROM payment.credit AS ended
                      WHERE ended.thai_id = told.thai_id AND ended.programme = told.programme AND ended.month = told.month
                        AND ended.adjustment_number = told.adjustment_number AND ended.payer = told.payer AND ended.attempt = told.attempt)
     AND NOT EXISTS (SELECT FROM payment.failure AS ended
                      WHERE ended.thai_id = told.thai_id AND ended.programme = told.programme AND ended.month = told.month
                        AND ended.adjustment_number = told.adjustment_number AND ended.payer = told.payer AND ended.attempt = told.attempt);
\o :work/cash.1
SELECT told.command
  FROM (SELECT authority_code, 1 AS step, format(E'\\connect - crash_officer_%s', authority_code) AS command FROM reference.local_authority
         UNION ALL
        SELECT authority_code, 2, format('SELECT recorded, code, count(*) FROM payment.record_payouts(%L, %L) GROUP BY recorded, code;', :'month',
                                         jsonb_agg(jsonb_build_object('reference', reference, 'identity_document', 'ทดสอบ', 'late_reason', 'ทดสอบ') ORDER BY reference))
          FROM waiting WHERE NOT uncollected GROUP BY authority_code
         UNION ALL
        SELECT authority_code, 3, string_agg(format('SELECT payment.return_cash(%L, %L, %L, %s, %L, %L);', thai_id, programme, month, adjustment_number, 'ไม่มารับ', payer),
                                             E'\n' ORDER BY reference)
          FROM waiting WHERE uncollected GROUP BY authority_code) AS told
 ORDER BY told.authority_code, told.step;
\o
\i :work/cash.1
\connect - postgres
SET search_path = pg_catalog, welfare, pg_temp;
\o :work/cash.2
SELECT format(E'\\connect - crash_officer_%s\n', failed.authority_code)
         || string_agg(format('SELECT payment.repair_payment(%L, %L, %L, %s, %L, %L, %L);', failed.thai_id, failed.programme, failed.month, failed.adjustment_number,
                              failed.payer, 'ทดสอบ', 'cash_in_person'), E'\n' ORDER BY failed.thai_id, failed.programme, failed.month, failed.adjustment_number, failed.payer)
  FROM payment.failure AS failed
 WHERE failed.cycle_month = :'month' AND failed.kind <> 'held_back'
   AND NOT EXISTS (SELECT FROM payment.repair
                    WHERE repair.thai_id = failed.thai_id AND repair.programme = failed.programme AND repair.month = failed.month
                      AND repair.adjustment_number = failed.adjustment_number AND repair.payer = failed.payer AND repair.attempt = failed.attempt)
 GROUP BY failed.authority_code ORDER BY failed.authority_code;
\o
\i :work/cash.2

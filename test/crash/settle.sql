-- What the banks say of a month's transfers, a file from each bank. After a crash every file is delivered again, whole: what was told already is found so.
-- What a bank says depends on the payment alone; of one in a hundred it says nothing. Parameters: month; work, a folder, as $CRASH_WORK too.
\connect - postgres
SET search_path = pg_catalog, welfare, pg_temp;
CREATE TEMPORARY VIEW result AS
  SELECT told.bank_code, row_number() OVER (PARTITION BY told.bank_code ORDER BY told.reference) AS line_number, told.reference,
         CASE WHEN drawn.number < 96 THEN 'credited' WHEN drawn.number < 98 THEN 'failed' ELSE 'returned' END AS outcome,
         CASE WHEN drawn.number >= 96 THEN (ARRAY['AC04', 'AC01', 'BE01'])[1 + drawn.number % 3] END AS reason_code, told.amount,
         disbursement.value_date AS booked_on
    FROM payment.disbursement
    JOIN payment.sealed_payroll AS sealed ON sealed.disbursement_number = disbursement.disbursement_number
    JOIN payment.instruction AS told
      ON told.cycle_month = sealed.cycle_month AND told.authority_code = sealed.authority_code AND told.programme = sealed.programme AND told.round = sealed.round
   CROSS JOIN LATERAL (SELECT (hashint8extended(told.reference, 2569) & 2147483647) % 100 AS number) AS drawn
   WHERE disbursement.cycle_month = :'month' AND disbursement.state IN ('sent', 'closed') AND told.bank_code IS NOT NULL AND drawn.number < 99;
\o :work/results.6
COPY (SELECT line_number, reference, outcome, reason_code, amount, booked_on FROM pg_temp.result WHERE bank_code = 6 ORDER BY line_number) TO STDOUT;
\o :work/results.30
COPY (SELECT line_number, reference, outcome, reason_code, amount, booked_on FROM pg_temp.result WHERE bank_code = 30 ORDER BY line_number) TO STDOUT;
\o :work/results.34
COPY (SELECT line_number, reference, outcome, reason_code, amount, booked_on FROM pg_temp.result WHERE bank_code = 34 ORDER BY line_number) TO STDOUT;
\o
\connect - crash_bank
SELECT payment.begin_results('results.6', '006') AS delivery
\gset
\setenv DELIVERY :delivery
\copy payment.result_row (delivery_number, line_number, reference, outcome, reason_code, amount, booked_on) FROM PROGRAM 'sed "s/^/$DELIVERY\t/" "$CRASH_WORK/results.6"'
SELECT * FROM payment.finish_results(:delivery);
SELECT payment.begin_results('results.30', '030') AS delivery
\gset
\setenv DELIVERY :delivery
\copy payment.result_row (delivery_number, line_number, reference, outcome, reason_code, amount, booked_on) FROM PROGRAM 'sed "s/^/$DELIVERY\t/" "$CRASH_WORK/results.30"'
SELECT * FROM payment.finish_results(:delivery);
SELECT payment.begin_results('results.34', '034') AS delivery
\gset
\setenv DELIVERY :delivery
\copy payment.result_row (delivery_number, line_number, reference, outcome, reason_code, amount, booked_on) FROM PROGRAM 'sed "s/^/$DELIVERY\t/" "$CRASH_WORK/results.34"'
SELECT * FROM payment.finish_results(:delivery);

-- For tests: the law of the fiscal years that they reach into is confirmed, as an administrator does once a year.
INSERT INTO reference.law_confirmation (fiscal_year, programme, document)
SELECT year, programme.programme, 'ทดสอบ'
  FROM generate_series(2570, 2575) AS year
 CROSS JOIN reference.programme;

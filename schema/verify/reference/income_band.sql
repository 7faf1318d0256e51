BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.income_band', '
  income_band smallint not null
  name_thai text not null
  name_english text not null
  income numrange not null');
SELECT pg_temp.check_comment('relation', 'reference.income_band');
SELECT pg_temp.check_constraint('reference.income_band', 'income_band_pkey', 'PRIMARY KEY (income_band)');
SELECT pg_temp.check_constraint('reference.income_band', 'income_band_name_thai_key', 'UNIQUE (name_thai)');
SELECT pg_temp.check_constraint('reference.income_band', 'income_band_no_overlap', 'EXCLUDE USING gist (income WITH &&)');

SELECT pg_temp.check_grants('relation', 'reference.income_band', 'PUBLIC SELECT');
SELECT pg_temp.check_rows('reference.income_band', 'ROW(income_band, name_thai, income)',
  '(1,"0 - 5,000 บาท","[0,5000]")',
  '(2,"5,001 - 10,000 บาท","(5000,10000]")',
  '(3,"10,001 - 20,000 บาท","(10000,20000]")',
  '(4,"20,001 - 30,000 บาท","(20000,30000]")',
  '(5,"มากกว่า 30,000 บาท","(30000,)")');

ROLLBACK;

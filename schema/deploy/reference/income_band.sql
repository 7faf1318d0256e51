-- IS8.2: the bands of monthly income that the form offers.
BEGIN;
SET LOCAL ROLE welfare_owner;

CREATE TABLE reference.income_band (
  income_band smallint NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  income numrange NOT NULL,
  CONSTRAINT income_band_pkey PRIMARY KEY (income_band),
  CONSTRAINT income_band_name_thai_key UNIQUE (name_thai),
  CONSTRAINT income_band_no_overlap EXCLUDE USING gist (income WITH &&)
);
COMMENT ON TABLE reference.income_band IS 'bands of monthly income (รายได้ต่อเดือน); the first is the manual''s, the others are this system''s';
COMMENT ON COLUMN reference.income_band.income_band IS 'number of the band, as forms give it';
COMMENT ON COLUMN reference.income_band.name_thai IS 'name in Thai, as forms print it';
COMMENT ON COLUMN reference.income_band.name_english IS 'name in English';
COMMENT ON COLUMN reference.income_band.income IS 'baht a month that the band covers';
GRANT SELECT ON reference.income_band TO PUBLIC;

INSERT INTO reference.income_band (income_band, name_thai, name_english, income) VALUES
  (1, '0 - 5,000 บาท', '0 - 5,000 baht', '[0,5000]'),
  (2, '5,001 - 10,000 บาท', '5,001 - 10,000 baht', '(5000,10000]'),
  (3, '10,001 - 20,000 บาท', '10,001 - 20,000 baht', '(10000,20000]'),
  (4, '20,001 - 30,000 บาท', '20,001 - 30,000 baht', '(20000,30000]'),
  (5, 'มากกว่า 30,000 บาท', 'more than 30,000 baht', '(30000,)');

COMMIT;

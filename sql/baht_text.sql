-- Amounts of money in Thai words.
SET welfare.language = 'en';
SET search_path = welfare, public;
\pset null '(null)'
\pset format unaligned

-- RC10: the amounts that are paid
SELECT amount, baht_text(amount) FROM unnest('{500, 600, 700, 800, 850, 1000, 1250, 2500, 3000}'::numeric[]) AS amount;

-- DC4: zero, and below one baht only the satang
SELECT amount, baht_text(amount) FROM unnest('{0, 0.00, -0, 0.01, 0.10, 0.11, 0.20, 0.21, 0.25, 0.99, 1, 1.01, 1.11, 10.10, 600.50}'::numeric[]) AS amount;

-- DC4: สิบ and ยี่สิบ, and เอ็ด after anything above the units
SELECT amount, baht_text(amount) FROM unnest('{1, 2, 10, 11, 12, 20, 21, 22, 31, 91, 100, 101, 110, 111, 120, 121, 201, 1000, 1001, 1010, 1011, 10000, 10001, 11111,
  100000, 100001, 121121, 999999}'::numeric[]) AS amount;

-- DC4: ล้าน, and ล้านล้าน
SELECT amount, baht_text(amount) FROM unnest('{1000000, 1000001, 1000010, 1000011, 1000100, 2000000, 10000000, 11000000, 11000001, 20000000, 21000021, 101000000, 123456789,
  999999999999, 1000000000000, 1000000000001, 1000001000000, 1000001000001, 11000000000000, 1000000000000000000, 1000000000000000001}'::numeric[]) AS amount;

-- DC4: negative amounts, and rounding half away from zero
SELECT amount, baht_text(amount) FROM unnest('{-1, -0.01, -2500.75, -0.004, -0.005, 0.004, 0.005, 0.0049999, 0.994, 0.995, 0.999, 1.005, -1.005, 999999.995, 1.10000}'::numeric[]) AS amount;
SELECT baht_text(2500::integer), baht_text(2500::bigint), baht_text(1e3);

-- no amount is too long: the largest numeric has 131,072 digits
SELECT left(baht_text(amount), 12), right(baht_text(amount), 15), length(baht_text(amount)) FROM (SELECT ('9' || repeat('0', 131071))::numeric) AS n(amount);
SELECT length(baht_text(repeat('9', 131072)::numeric)), length(baht_text(repeat('1', 131072)::numeric));

-- two amounts never share their words
SELECT count(*), count(DISTINCT baht_text(n / 100.0)) FROM generate_series(0, 150000) AS n;
SELECT count(*), count(DISTINCT baht_text(n * 1013.0)) FROM generate_series(0, 150000) AS n;

-- what is no amount
SELECT baht_text('NaN');
SELECT baht_text('Infinity');
SELECT baht_text('-Infinity');
SELECT baht_text(NULL);
SELECT provolatile, proisstrict, proparallel FROM pg_proc WHERE oid = 'welfare.baht_text(numeric)'::regprocedure;

-- the same refusal in Thai
SET welfare.language = 'th';
SELECT baht_text('NaN');

-- What stands in for the payroll and the ledger while the client is tested: answers of the functions that it calls, from tables that a test can
-- spoil. A sound database never gives a control character, a wrong digest or a reference twice; the client must refuse them all the same.
CREATE SCHEMA payment;
CREATE TYPE payment.payer AS ENUM ('treasury');

CREATE TABLE payment.batch (disbursement_number bigint, batch_number integer, message_id text, created_at timestamptz DEFAULT '2026-10-06 20:30:05.25+00',
  agency_name text DEFAULT 'กรมทดสอบ', debtor_bank_code smallint DEFAULT 6, debtor_account text DEFAULT '0001234567', debtor_account_name text DEFAULT 'เงินทดสอบ & <ระบบ>',
  state text DEFAULT 'sent', exported_at timestamptz, looks integer DEFAULT 0, transfers bigint, control_sum numeric(16,2), digest text,
  PRIMARY KEY (disbursement_number, batch_number));
CREATE TABLE payment.transfer (disbursement_number bigint, batch_number integer, place bigint, reference text, amount numeric(12,2), bank_code smallint, bank_branch text,
  account_number text, account_name text);

-- The digest as payment.transfer_text() has it, and doc/client.md.
CREATE FUNCTION payment.counted(text) RETURNS text LANGUAGE sql AS $$ SELECT octet_length(coalesce($1, '')) || ':' || coalesce($1, '') $$;
CREATE FUNCTION payment.digest(bigint, integer) RETURNS text LANGUAGE sql AS $$
  SELECT encode(sha256(convert_to(string_agg(concat_ws('|', reference, amount, bank_code, payment.counted(bank_branch), payment.counted(account_number), payment.counted(account_name)) || E'\n',
                                               '' ORDER BY reference), 'UTF8')), 'hex')
    FROM payment.transfer WHERE (disbursement_number, batch_number) = ($1, $2) $$;
CREATE FUNCTION payment.seal(bigint, integer, message_id text) RETURNS void LANGUAGE sql AS $$
  DELETE FROM payment.batch WHERE (disbursement_number, batch_number) = ($1, $2);
  INSERT INTO payment.batch (disbursement_number, batch_number, message_id, transfers, control_sum, digest)
  SELECT $1, $2, $3, count(*), sum(amount), payment.digest($1, $2) FROM payment.transfer WHERE (disbursement_number, batch_number) = ($1, $2) $$;

CREATE FUNCTION payment.list_batches(only_disbursement bigint DEFAULT NULL)
RETURNS TABLE (disbursement_number bigint, batch_number integer, cycle_month date, value_date date, payer payment.payer, bank_code smallint, bank_name text, transfers bigint,
               control_sum numeric, digest text, state text, exported_at timestamptz) LANGUAGE sql AS $$
  SELECT batch.disbursement_number, batch.batch_number, DATE '2026-10-01', DATE '2026-10-09', 'treasury'::payment.payer, 6::smallint, 'ธนาคารกรุงไทย', batch.transfers,
         batch.control_sum, batch.digest, batch.state, batch.exported_at
    FROM payment.batch WHERE ($1 IS NULL OR batch.disbursement_number = $1) AND batch.state <> 'broken' $$;
CREATE FUNCTION payment.file_header(disbursement_number bigint, batch_number integer)
RETURNS TABLE (message_id text, created_at timestamptz, agency_name text, debtor_bank_code smallint, debtor_account text, debtor_account_name text, bank_code smallint,
               value_date date, transfers bigint, control_sum numeric(16,2), digest text) LANGUAGE sql AS $$
  SELECT batch.message_id, batch.created_at, batch.agency_name, batch.debtor_bank_code, batch.debtor_account, batch.debtor_account_name, 6::smallint, DATE '2026-10-09',
         batch.transfers, batch.control_sum, batch.digest
    FROM payment.batch WHERE (batch.disbursement_number, batch.batch_number) = ($1, $2) $$;
CREATE FUNCTION payment.file_lines(disbursement_number bigint, batch_number integer)
RETURNS TABLE (reference text, amount numeric(12,2), bank_code smallint, bank_branch text, account_number text, account_name text) LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE payment.batch SET exported_at = coalesce(batch.exported_at, clock_timestamp()), looks = batch.looks + 1
     WHERE (batch.disbursement_number, batch.batch_number) = ($1, $2);
    RETURN QUERY SELECT transfer.reference, transfer.amount, transfer.bank_code, transfer.bank_branch, transfer.account_number, transfer.account_name
                   FROM payment.transfer WHERE (transfer.disbursement_number, transfer.batch_number) = ($1, $2) ORDER BY transfer.place;
  END $$;

CREATE TABLE payment.delivery (delivery_number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, file_name text, source text, message_id text, stated_rows bigint, stated_sum numeric);
CREATE TABLE payment.result_row (delivery_number bigint, line_number integer, problem text, reference text, outcome text, reason_code text, amount text, booked_on text,
  bank_text text, PRIMARY KEY (delivery_number, line_number));
CREATE FUNCTION payment.begin_results(file_name text, source text, message_id text DEFAULT NULL, stated_rows bigint DEFAULT NULL, stated_sum numeric DEFAULT NULL)
RETURNS bigint LANGUAGE sql AS $$
  INSERT INTO payment.delivery (file_name, source, message_id, stated_rows, stated_sum) VALUES ($1, $2, $3, $4, $5) RETURNING delivery_number $$;
CREATE FUNCTION payment.judged(bigint) RETURNS TABLE (line_number integer, verdict text, reason text) LANGUAGE sql AS $$
  SELECT result.line_number,
         CASE WHEN result.problem IS NOT NULL OR result.repeated OR (result.reference ~ '^[0-9]{15}$' AND coalesce(result.amount, '0') ~ '^[0-9]+([.][0-9]{1,2})?$') IS NOT TRUE THEN 'refused'
              WHEN result.outcome IN ('credited', 'ACSC', 'ACCC') THEN 'credited' WHEN result.outcome IN ('failed', 'RJCT') THEN 'failed'
              WHEN result.outcome = 'returned' THEN 'returned' ELSE 'refused' END,
         coalesce('the record cannot be read: ' || result.problem, CASE WHEN result.repeated THEN 'the reference comes twice' ELSE 'this is no result' END)
    FROM (SELECT *, reference IS NOT NULL AND row_number() OVER (PARTITION BY reference ORDER BY line_number) > 1 AS repeated
            FROM payment.result_row WHERE delivery_number = $1) AS result $$;
CREATE FUNCTION payment.finish_results(delivery_number bigint)
RETURNS TABLE (row_count integer, credited integer, failed integer, returned integer, unchanged integer, refused integer) LANGUAGE sql AS $$
  SELECT count(*)::integer, count(*) FILTER (WHERE verdict = 'credited')::integer, count(*) FILTER (WHERE verdict = 'failed')::integer,
         count(*) FILTER (WHERE verdict = 'returned')::integer, 0, count(*) FILTER (WHERE verdict = 'refused')::integer FROM payment.judged($1) $$;
CREATE FUNCTION payment.refused_results(delivery_number bigint) RETURNS TABLE (line_number integer, reason text, codes text[]) LANGUAGE sql AS $$
  SELECT judged.line_number, judged.reason, '{WF000}'::text[] FROM payment.judged($1) WHERE verdict = 'refused' ORDER BY judged.line_number $$;

GRANT USAGE ON SCHEMA payment TO client_admin;
GRANT ALL ON ALL TABLES IN SCHEMA payment TO client_admin;

-- Two batches of disbursement 12: every tenth amount has satang, branches are a code, a name or none, one name needs escaping.
INSERT INTO payment.transfer
SELECT 12, 1, n, to_char(100000000000000 + n * 7919, 'FM000000000000000'), CASE WHEN n % 10 = 0 THEN 700.50 ELSE 600 END, 6,
       CASE n % 3 WHEN 0 THEN 'นครปฐม' WHEN 1 THEN '0123' END, to_char(n, 'FM0000000000'), CASE WHEN n = 5 THEN '"ร้าน" <ก & ข>, | ทดสอบ' ELSE 'นางทดสอบ ระบบ' END
  FROM generate_series(1, 50) AS n;
INSERT INTO payment.transfer
SELECT 12, 2, n, to_char(200000000000000 + n * 7919, 'FM000000000000000'), 1000, 34, NULL, to_char(n, 'FM000000000000'), 'นายทดสอบ ระบบ' FROM generate_series(1, 3) AS n;
SELECT payment.seal(12, 1, 'WF-256910-000012-001'), payment.seal(12, 2, 'WF-256910-000012-002');

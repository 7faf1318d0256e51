-- ER13, AR2: what a bank is told: batches, and the lines of a file, which are those that were sealed or are refused. No programme stands in any of it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF40F', 'ไม่มีชุดรายการที่ %1$s ของรอบจ่ายเงินที่ %2$s', 'there is no batch %1$s of disbursement %2$s', NULL, NULL),
  ('WF40G', 'ไม่มีบัญชีธนาคารของผู้จ่าย (%1$s) ในวันที่ %2$s', 'no account of the payer (%1$s) is on record for %2$s',
   'ให้ผู้ดูแลระบบเพิ่มแถวใน reference.paying_account', 'An administrator adds a row to reference.paying_account.'),
  ('WF40H', 'รายการของชุดที่ %1$s รอบจ่ายเงินที่ %2$s ไม่ตรงกับที่ปิดผนึก', 'the payments of batch %1$s of disbursement %2$s are not those that were sealed',
   'ห้ามส่งแฟ้มนี้ ให้ตรวจสอบฐานข้อมูล (payment.check_invariants)', 'Send no file; examine the database (payment.check_invariants).');

-- The batches of disbursements whose seal is whole: of one's own authority where it pays itself, else of the Comptroller General's Department.
-- Parameters: a disbursement, NULL for all. Identifies nobody. Errors: WF001, WF007.
-- Belongs to the owner, and names the scope itself: nobody reads payments.
CREATE FUNCTION payment.list_batches(only_disbursement bigint DEFAULT NULL)
  RETURNS TABLE (disbursement_number bigint, batch_number integer, cycle_month date, value_date date, payer reference.payer_name, bank_code smallint,
                 bank_name text, transfers bigint, control_sum numeric, digest text, state text, exported_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator', 'local_authority');
    RETURN QUERY
      SELECT batch.disbursement_number, batch.batch_number, told.cycle_month::date, told.value_date, batch.payer, batch.bank_code,
             CASE welfare.language() WHEN 'en' THEN bank.name_english ELSE bank.name_thai END, batch.transfers, batch.control_sum::numeric,
             encode(batch.digest, 'hex'), told.state::text, batch.exported_at
        FROM payment.batch
        JOIN payment.disbursement AS told ON told.disbursement_number = batch.disbursement_number
        JOIN reference.bank ON bank.bank_code = batch.bank_code
       WHERE (list_batches.only_disbursement IS NULL OR batch.disbursement_number = list_batches.only_disbursement)
         AND told.state <> 'broken'
         AND told.authority_code IS NOT DISTINCT FROM CASE welfare.duty() WHEN 'local_authority' THEN welfare.authority_code() END
         AND (welfare.duty() IS DISTINCT FROM 'local_authority' OR welfare.authority_code() IS NOT NULL)
       ORDER BY batch.disbursement_number, batch.batch_number;
  END
  $$;
COMMENT ON FUNCTION payment.list_batches(bigint) IS 'batches of disbursements whose seal is whole';

-- A batch that the user may write to a file: once it is handed over, when its seal can no longer be broken, so that no payment stands in two files.
-- Parameters: disbursement; batch. Errors: WF001, WF007, WF40A not handed over, WF40F.
CREATE FUNCTION payment.own_batch(disbursement_number bigint, batch_number integer) RETURNS payment.batch
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    own payment.batch;
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator', 'local_authority');
    SELECT batch.* INTO own
      FROM payment.batch
      JOIN payment.disbursement AS told ON told.disbursement_number = batch.disbursement_number
     WHERE batch.disbursement_number = own_batch.disbursement_number AND batch.batch_number = own_batch.batch_number
       AND told.state <> 'broken'
       AND told.authority_code IS NOT DISTINCT FROM CASE welfare.duty() WHEN 'local_authority' THEN welfare.authority_code() END
       AND (welfare.duty() IS DISTINCT FROM 'local_authority' OR welfare.authority_code() IS NOT NULL);
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF40F', NULL, coalesce(own_batch.batch_number::text, 'NULL'), coalesce(own_batch.disbursement_number::text, 'NULL'));
    ELSIF EXISTS (SELECT FROM payment.disbursement AS told WHERE told.disbursement_number = own.disbursement_number AND told.state = 'sealed') THEN
      PERFORM reference.refuse('WF40A', NULL, own.disbursement_number::text, 'sealed');
    END IF;
    RETURN own;
  END
  $$;
COMMENT ON FUNCTION payment.own_batch(bigint, integer) IS 'a batch that the user may write to a file';

-- The head of a batch's file: who pays, from which account, when, how many, how much. It says nothing that a second export would say otherwise.
-- Parameters: disbursement; batch. Errors: WF001, WF007, WF40A not handed over, WF40F, WF40G no account of the payer. Belongs to the owner, as payment.list_batches.
CREATE FUNCTION payment.file_header(disbursement_number bigint, batch_number integer)
  RETURNS TABLE (message_id text, created_at timestamptz, agency_name text, debtor_bank_code smallint, debtor_account text, debtor_account_name text,
                 bank_code smallint, value_date date, transfers bigint, control_sum numeric, digest text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    told payment.batch := payment.own_batch(file_header.disbursement_number, file_header.batch_number);
    made payment.disbursement;
    account reference.paying_account;
  BEGIN
    SELECT * INTO made FROM payment.disbursement AS sealed WHERE sealed.disbursement_number = told.disbursement_number;
    SELECT * INTO account FROM reference.paying_account AS paying
     WHERE paying.executing_agency = made.executing_agency AND paying.payer = told.payer AND paying.valid @> made.value_date
       AND paying.authority_code IS NOT DISTINCT FROM made.authority_code;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF40G', NULL, told.payer::text, reference.date_text(made.value_date));
    END IF;
    RETURN QUERY
      SELECT 'WF-' || (welfare.be_year(made.cycle_month))::text || to_char(made.cycle_month, 'MM') || '-' || lpad(made.disbursement_number::text, 6, '0')
               || '-' || lpad(told.batch_number::text, 4, '0'),
             made.sealed_at,
             coalesce((SELECT authority.name_thai FROM reference.local_authority AS authority WHERE authority.authority_code = made.authority_code),
                      (SELECT label.name_thai FROM reference.label WHERE label.kind = 'executing_agency' AND label.value = made.executing_agency::text)),
             account.bank_code, account.account_number, account.account_name, told.bank_code, made.value_date, told.transfers, told.control_sum::numeric,
             encode(told.digest, 'hex');
  END
  $$;
COMMENT ON FUNCTION payment.file_header(bigint, integer) IS 'head of a batch''s file';

-- The lines of a batch's file, in the order of their numbers. They are those that were sealed, or none: another export is identical. The first marks
-- the batch as exported; each is recorded as a look. Parameters: disbursement; batch. Errors: WF001, WF007, WF40A, WF40F,
-- WF40H not what was sealed.
-- Belongs to the owner, as payment.list_batches.
CREATE FUNCTION payment.file_lines(disbursement_number bigint, batch_number integer)
  RETURNS TABLE (reference text, amount numeric, bank_code smallint, bank_branch text, account_number text, account_name text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    told payment.batch := payment.own_batch(file_lines.disbursement_number, file_lines.batch_number);
    cycle date := (SELECT made.cycle_month::date FROM payment.disbursement AS made WHERE made.disbursement_number = told.disbursement_number);
  BEGIN
    IF told.digest IS DISTINCT FROM payment.batch_digest(told, cycle) THEN
      PERFORM reference.refuse('WF40H', NULL, told.batch_number::text, told.disbursement_number::text);
    END IF;
    UPDATE payment.batch SET exported_at = clock_timestamp(), exported_by = coalesce(welfare.principal(), session_user::text)
     WHERE batch.disbursement_number = told.disbursement_number AND batch.batch_number = told.batch_number AND batch.exported_at IS NULL;
    PERFORM audit.record_look('payment.file_lines', NULL,
                              jsonb_build_object('disbursement_number', told.disbursement_number, 'batch_number', told.batch_number), told.transfers);
    RETURN QUERY
      SELECT lpad(sent.reference::text, 15, '0'), sent.amount::numeric, sent.bank_code, sent.bank_branch, sent.account_number, sent.account_name
        FROM payment.batch_payments(told, cycle) AS sent
       ORDER BY sent.reference;
  END
  $$;
COMMENT ON FUNCTION payment.file_lines(bigint, integer) IS 'lines of a batch''s file: those that were sealed, or none';

-- The payments of a batch. Parameters: the batch; month of its disbursement.
CREATE FUNCTION payment.batch_payments(batch payment.batch, cycle_month date) RETURNS SETOF payment.instruction
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT told.*
      FROM payment.payments_under((batch_payments.batch).disbursement_number, batch_payments.cycle_month) AS told
     WHERE told.bank_code = (batch_payments.batch).bank_code AND told.payer = (batch_payments.batch).payer
       AND told.reference BETWEEN (batch_payments.batch).reference_from AND (batch_payments.batch).reference_to;
  END;
COMMENT ON FUNCTION payment.batch_payments(payment.batch, date) IS 'payments of a batch';

-- The digest of a batch's payments as they are now. Parameters: the batch; month of its disbursement.
CREATE FUNCTION payment.batch_digest(batch payment.batch, cycle_month date) RETURNS bytea
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  BEGIN
    RETURN (
      SELECT sha256(convert_to(coalesce(string_agg(payment.transfer_text(told.reference, told.amount, told.bank_code, told.bank_branch, told.account_number,
                                                                         told.account_name), '' ORDER BY told.reference), ''), 'UTF8'))
        FROM payment.batch_payments(batch_digest.batch, batch_digest.cycle_month) AS told);
  END
  $$;
COMMENT ON FUNCTION payment.batch_digest(payment.batch, date) IS 'digest of a batch''s payments as they are now';

REVOKE ALL ON FUNCTION payment.list_batches(bigint), payment.own_batch(bigint, integer), payment.file_header(bigint, integer),
  payment.file_lines(bigint, integer), payment.batch_payments(payment.batch, date), payment.batch_digest(payment.batch, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.list_batches(bigint), payment.file_header(bigint, integer), payment.file_lines(bigint, integer)
  TO welfare_treasury, welfare_admin, welfare_authority;

COMMIT;

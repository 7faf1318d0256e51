-- RC2, ER13, ER14: what is done about payments of authorities that have no users, nor a successor that has: an administrator records it, by their letters.
-- What it comes to is paid only by payrolls that two administrators review and approve (payment.review_on_paper, payment.approve_on_paper).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF455', 'อปท. %1$s หรือ อปท. ที่รับช่วงมีผู้ใช้งานของตนเอง', 'local authority %1$s, or its successor, has users of its own',
   'ให้ผู้ใช้งานของ อปท. นั้นดำเนินการ', 'They do it themselves.'),
  ('WF456', 'ผู้บันทึกคำสั่งเรียกคืนบันทึกการรับเงินคืนเองไม่ได้', 'who recorded the order does not record the money that came back',
   'ให้ผู้ดูแลระบบอีกคนหนึ่งบันทึก', 'Another administrator records it.');

-- Refuses whoever is no administrator, and authorities that act for themselves: which have users, or of which a successor has (RC2).
-- Parameters: authority; the letter that tells it. Errors: WF001, WF004, WF010, WF455.
CREATE FUNCTION payment.require_paper(authority_code integer, document text) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    IF require_paper.authority_code IS NULL OR coalesce(btrim(require_paper.document), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN require_paper.authority_code IS NULL THEN 'authority_code' ELSE 'document' END);
    ELSIF EXISTS (SELECT FROM identity.user_account AS account
                   WHERE account.disabled_at IS NULL AND account.duty = 'local_authority'
                     -- few have taken another's place
                     AND (account.authority_code = require_paper.authority_code
                          OR account.authority_code IN (SELECT gone.successor_code FROM reference.local_authority AS gone WHERE gone.successor_code IS NOT NULL))
                     AND require_paper.authority_code = ANY (reference.acts_for(account.authority_code))) THEN
      PERFORM reference.refuse('WF455', NULL, require_paper.authority_code::text);
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.require_paper(integer, text) IS 'refuses whoever is no administrator, and authorities that have users, themselves or by a successor';

-- Says how payments to a person that failed are tried again, as payment.repair_payment, for an authority on paper. Parameters: authority; national ID; its
-- letter; way of the next try, bank, branch, number and name of the account; whether the account that failed is tried again; one programme, month,
-- number (0 the line, else the arrears) and payer, NULL for all that wait. Answers how many.
-- Errors: WF001, WF004, WF010, WF01B, WF01C, WF024, WF449–WF44C, WF455. Belongs to the owner, as that one.
CREATE FUNCTION payment.repair_on_paper(authority_code integer, thai_id welfare.thai_id, document text, way_of_payment reference.way_of_payment DEFAULT NULL,
                                        bank_code integer DEFAULT NULL, bank_branch text DEFAULT NULL, account_number text DEFAULT NULL,
                                        account_name text DEFAULT NULL, same_account boolean DEFAULT false,
                                        programme reference.programme_name DEFAULT NULL, month date DEFAULT NULL, adjustment_number integer DEFAULT NULL,
                                        payer reference.payer_name DEFAULT NULL) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM payment.require_paper(repair_on_paper.authority_code, repair_on_paper.document);
    IF repair_on_paper.thai_id IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'thai_id');
    END IF;
    PERFORM audit.record_call('payment.repair_on_paper', repair_on_paper.thai_id,
                              jsonb_build_object('authority_code', repair_on_paper.authority_code, 'document', repair_on_paper.document));
    RETURN payment.write_repairs(ARRAY[repair_on_paper.authority_code], repair_on_paper.thai_id, repair_on_paper.programme, repair_on_paper.month,
      repair_on_paper.adjustment_number::smallint, repair_on_paper.payer, repair_on_paper.document, repair_on_paper.way_of_payment, repair_on_paper.bank_code,
      repair_on_paper.bank_branch, repair_on_paper.account_number, repair_on_paper.account_name, repair_on_paper.same_account);
  END
  $$;
COMMENT ON FUNCTION payment.repair_on_paper(integer, welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean, reference.programme_name, date, integer, reference.payer_name)
  IS 'says how payments that failed are tried again, for an authority on paper; administrators only';

-- Records a list of what was given in cash, as payment.record_payouts, for an authority on paper. Parameters: authority; month with whose money it was paid;
-- its letter; the list. Answers each row. Errors: WF001, WF004, WF010, WF455; as payment.record_payouts. Belongs to the owner, as that one.
CREATE FUNCTION payment.record_payouts_on_paper(authority_code integer, cycle_month date, document text, rows jsonb)
  RETURNS TABLE (line_number integer, recorded boolean, code text, reason text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM payment.require_paper(record_payouts_on_paper.authority_code, record_payouts_on_paper.document);
    PERFORM audit.record_call('payment.record_payouts_on_paper', NULL,
                              jsonb_build_object('authority_code', record_payouts_on_paper.authority_code, 'cycle_month', record_payouts_on_paper.cycle_month,
                                                 'document', record_payouts_on_paper.document));
    RETURN QUERY SELECT * FROM payment.write_payout_list(ARRAY[record_payouts_on_paper.authority_code], record_payouts_on_paper.cycle_month,
                                                         record_payouts_on_paper.rows, record_payouts_on_paper.document);
  END
  $$;
COMMENT ON FUNCTION payment.record_payouts_on_paper(integer, date, text, jsonb) IS 'records a list of what was given in cash, for an authority on paper; administrators only';

-- Records that nobody collected a cash payment, as payment.return_cash, for an authority on paper. Parameters: authority; its letter; national ID; programme;
-- month for which it was owed; 0 for the line, else the number of the arrears; why; whose money it is. Answers that it is done.
-- Errors: WF001, WF004, WF010, WF402, WF440–WF442, WF455. Belongs to the owner, as that one.
CREATE FUNCTION payment.return_cash_on_paper(authority_code integer, document text, thai_id welfare.thai_id, programme reference.programme_name, month date,
                                             adjustment_number integer, reason text, payer reference.payer_name DEFAULT 'local_authority') RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM payment.require_paper(return_cash_on_paper.authority_code, return_cash_on_paper.document);
    IF coalesce(btrim(return_cash_on_paper.reason), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'reason');
    END IF;
    PERFORM audit.record_call('payment.return_cash_on_paper', return_cash_on_paper.thai_id,
                              jsonb_build_object('authority_code', return_cash_on_paper.authority_code, 'document', return_cash_on_paper.document));
    PERFORM payment.write_return(ARRAY[return_cash_on_paper.authority_code], return_cash_on_paper.thai_id, return_cash_on_paper.programme,
                                 return_cash_on_paper.month, return_cash_on_paper.adjustment_number, return_cash_on_paper.payer,
                                 concat_ws(': ', btrim(return_cash_on_paper.document), btrim(return_cash_on_paper.reason)));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.return_cash_on_paper(integer, text, welfare.thai_id, reference.programme_name, date, integer, text, reference.payer_name)
  IS 'records that nobody collected a cash payment, for an authority on paper; administrators only';

-- Records the order on paper that decides on a proposed recovery, as payment.decide_recovery, for an authority on paper. What comes back for it another
-- administrator records. Parameters: authority; national ID; programme; first of month; number of the recovery; what is decided; number and date of the
-- order, in words; why; day of the order, default today. Answers that it is done.
-- Errors: WF001, WF004, WF010, WF016, WF360, WF361, WF363, WF364, WF454, WF455. Belongs to the owner, as that one.
CREATE FUNCTION payment.decide_recovery_on_paper(authority_code integer, thai_id welfare.thai_id, programme reference.programme_name, month date,
                                                 adjustment_number integer, outcome payment.recovery_outcome, order_number text, reason text,
                                                 decided_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    decided date := coalesce(decide_recovery_on_paper.decided_on, welfare.business_date());
    missing text := CASE WHEN decide_recovery_on_paper.thai_id IS NULL THEN 'thai_id' WHEN decide_recovery_on_paper.outcome IS NULL THEN 'outcome'
                         WHEN coalesce(btrim(decide_recovery_on_paper.order_number), '') = '' THEN 'order_number'
                         WHEN coalesce(btrim(decide_recovery_on_paper.reason), '') = '' THEN 'reason' END;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM payment.require_paper(decide_recovery_on_paper.authority_code, decide_recovery_on_paper.order_number);
    PERFORM registry.require_past('decided_on', decided);
    PERFORM audit.record_call('payment.decide_recovery_on_paper', decide_recovery_on_paper.thai_id,
                              jsonb_build_object('authority_code', decide_recovery_on_paper.authority_code, 'order_number', decide_recovery_on_paper.order_number));
    PERFORM payment.write_decision(ARRAY[decide_recovery_on_paper.authority_code], decide_recovery_on_paper.thai_id, decide_recovery_on_paper.programme,
                                   decide_recovery_on_paper.month, decide_recovery_on_paper.adjustment_number, decide_recovery_on_paper.outcome,
                                   decide_recovery_on_paper.order_number, decide_recovery_on_paper.reason, decided, NULL);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.decide_recovery_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date)
  IS 'records the order that decides on a recovery, for an authority on paper; administrators only (ER14, EG7)';

-- Records money that came back, as payment.record_receipt, for an authority on paper: by another administrator than who recorded the order. Parameters:
-- authority; the rest as that one. Answers that it is done. Errors: WF001, WF004, WF010, WF016, WF450–WF453, WF455, WF456. Belongs to the owner, as that one.
CREATE FUNCTION payment.record_receipt_on_paper(authority_code integer, thai_id welfare.thai_id, programme reference.programme_name, month date,
                                                adjustment_number integer, payer reference.payer_name, amount numeric, received_on date, document text)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM payment.require_paper(record_receipt_on_paper.authority_code, record_receipt_on_paper.document);
    PERFORM audit.record_call('payment.record_receipt_on_paper', record_receipt_on_paper.thai_id,
                              jsonb_build_object('authority_code', record_receipt_on_paper.authority_code, 'document', record_receipt_on_paper.document));
    PERFORM payment.write_receipt(ARRAY[record_receipt_on_paper.authority_code], record_receipt_on_paper.thai_id, record_receipt_on_paper.programme,
                                  record_receipt_on_paper.month, record_receipt_on_paper.adjustment_number, record_receipt_on_paper.payer,
                                  record_receipt_on_paper.amount, record_receipt_on_paper.received_on, record_receipt_on_paper.document, true);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.record_receipt_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text)
  IS 'records money that came back for a recovery, for an authority on paper; administrators only (ER14)';

REVOKE ALL ON FUNCTION payment.require_paper(integer, text),
  payment.repair_on_paper(integer, welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean, reference.programme_name, date, integer, reference.payer_name),
  payment.record_payouts_on_paper(integer, date, text, jsonb),
  payment.return_cash_on_paper(integer, text, welfare.thai_id, reference.programme_name, date, integer, text, reference.payer_name),
  payment.decide_recovery_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date),
  payment.record_receipt_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  payment.repair_on_paper(integer, welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean, reference.programme_name, date, integer, reference.payer_name),
  payment.record_payouts_on_paper(integer, date, text, jsonb),
  payment.return_cash_on_paper(integer, text, welfare.thai_id, reference.programme_name, date, integer, text, reference.payer_name),
  payment.decide_recovery_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date),
  payment.record_receipt_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text) TO welfare_admin;

COMMIT;

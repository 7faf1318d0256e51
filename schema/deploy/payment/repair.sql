-- ER13, EG6.2, DR13: how a payment that failed is tried again: by default to where the claim is paid now. The next payroll that may, takes it up.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF449', 'ไม่มีรายการจ่ายที่ไม่สำเร็จของ %1$s ที่ต้องแก้ไข', 'no payment to %1$s has failed and waits to be repaired', NULL, NULL),
  ('WF44A', 'รายการจ่ายที่ไม่สำเร็จนี้แก้ไขแล้ว', 'that payment is repaired already', 'รอรอบจ่ายถัดไป', 'It goes with a later payroll.'),
  ('WF44B', 'บัญชีเดิม (%1$s) จ่ายไม่สำเร็จด้วยเหตุ %2$s', 'the payment to that same account (%1$s) failed: %2$s',
   'หากจะโอนเข้าบัญชีเดิมอีก ให้ระบุ same_account => true', 'To try the same account again, say same_account => true.'),
  ('WF44C', 'ไม่มีผู้รับแทนที่กฎหมายให้รับเบี้ย%1$sที่บันทึกไว้ในวันที่ %2$s', 'nobody who may be paid the %1$s allowance for the person is on record on %2$s',
   'ให้บันทึกก่อน (registry.add_representative)', 'Record it first (registry.add_representative).');

-- The payments of authorities that failed, were returned or not collected, and are neither tried again, nor cancelled, nor offset. Parameters:
-- authorities; one person; one programme, month, adjustment and payer, NULL for all.
CREATE FUNCTION payment.waiting_for_repair(own integer[], thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint,
                                           payer reference.payer_name) RETURNS SETOF payment.failure
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT failure.*
      FROM payment.failure
     WHERE failure.thai_id = waiting_for_repair.thai_id AND failure.authority_code = ANY (waiting_for_repair.own) AND failure.kind <> 'held_back'
       AND (waiting_for_repair.programme IS NULL OR failure.programme = waiting_for_repair.programme)
       AND (waiting_for_repair.month IS NULL OR failure.month = waiting_for_repair.month)
       AND (waiting_for_repair.adjustment_number IS NULL OR failure.adjustment_number = waiting_for_repair.adjustment_number)
       AND (waiting_for_repair.payer IS NULL OR failure.payer = waiting_for_repair.payer)
       AND NOT EXISTS (SELECT FROM payment.instruction AS again
                        WHERE again.thai_id = failure.thai_id AND again.programme = failure.programme AND again.month = failure.month
                          AND again.adjustment_number = failure.adjustment_number AND again.payer = failure.payer AND again.attempt = failure.attempt + 1)
       AND NOT EXISTS (SELECT FROM payment.set_aside AS aside
                        WHERE aside.thai_id = failure.thai_id AND aside.programme = failure.programme AND aside.month = failure.month
                          AND aside.adjustment_number = failure.adjustment_number AND aside.payer = failure.payer
                          AND aside.attempt = failure.attempt + 1 AND aside.reason = 'offset')
       AND NOT EXISTS (SELECT FROM payment.cancellation AS cancelled
                        WHERE cancelled.thai_id = failure.thai_id AND cancelled.programme = failure.programme AND cancelled.month = failure.month
                          AND cancelled.adjustment_number = failure.adjustment_number AND cancelled.payer = failure.payer)
  $$;
COMMENT ON FUNCTION payment.waiting_for_repair(integer[], welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name)
  IS 'payments to a person that failed and are neither tried again, nor cancelled, nor offset';

-- The work of payment.repair_payment and payment.repair_payments, of all that waits or of nothing. Parameters: as theirs; NULL for all.
-- Answers how many were repaired. Errors: WF010, WF01B, WF01C, WF024, WF449–WF44C.
CREATE FUNCTION payment.write_repairs(own integer[], thai_id welfare.thai_id, only_programme reference.programme_name, only_month date,
                                      only_adjustment smallint, only_payer reference.payer_name, document text, way_of_payment reference.way_of_payment,
                                      bank_code integer, bank_branch text, account_number text, account_name text, same_account boolean)
  RETURNS integer
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    digits text := nullif(translate(welfare.to_arabic_digits(write_repairs.account_number), '- ', ''), '');
    branch text := nullif(welfare.normalise_thai(write_repairs.bank_branch), '');
    named text := nullif(welfare.normalise_thai(write_repairs.account_name), '');
    today date := welfare.business_date();
    planned payment.repair[];
    wrong record;
    written integer;
  BEGIN
    IF coalesce(btrim(write_repairs.document), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'document');
    ELSIF write_repairs.same_account IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'same_account');
    ELSIF digits !~ '^[0-9]{1,20}$' THEN
      PERFORM reference.refuse('WF01B', NULL, write_repairs.account_number);
    ELSIF write_repairs.bank_code IS NOT NULL AND NOT EXISTS (SELECT FROM reference.bank WHERE bank.bank_code = write_repairs.bank_code) THEN
      PERFORM reference.refuse('WF01C', NULL, write_repairs.bank_code::text, (SELECT string_agg(bank.bank_code::text, ', ' ORDER BY bank.bank_code) FROM reference.bank));
    END IF;
    -- whoever repairs the same waits
    PERFORM FROM payment.failure AS failed
      WHERE failed.thai_id = write_repairs.thai_id AND failed.authority_code = ANY (write_repairs.own)
      ORDER BY failed.programme, failed.month, failed.adjustment_number, failed.payer, failed.attempt
        FOR UPDATE;
    IF NOT EXISTS (SELECT FROM payment.waiting_for_repair(write_repairs.own, write_repairs.thai_id, write_repairs.only_programme, write_repairs.only_month,
                                                          write_repairs.only_adjustment, write_repairs.only_payer)) THEN
      PERFORM reference.refuse('WF449', NULL, write_repairs.thai_id::text);
    END IF;
    planned := ARRAY(
      SELECT (failed.thai_id, clock_timestamp(), failed.month, today, failed.authority_code, failed.programme, failed.payer, plan.way,
              failed.adjustment_number, failed.attempt,
              CASE WHEN plan.to_account THEN CASE WHEN digits IS NULL THEN claim.bank_code ELSE write_repairs.bank_code END END,
              CASE WHEN plan.to_account THEN CASE WHEN digits IS NULL THEN claim.bank_branch ELSE branch END END,
              CASE WHEN plan.to_account THEN CASE WHEN digits IS NULL THEN claim.account_number ELSE digits END END,
              CASE WHEN plan.to_account THEN CASE WHEN digits IS NULL THEN claim.account_name
                                                  WHEN plan.way = 'own_account' THEN coalesce(named, concat_ws(' ', person.first_name, person.last_name))
                                                  ELSE named END END,
              btrim(write_repairs.document), welfare.principal())::payment.repair
        FROM payment.waiting_for_repair(write_repairs.own, write_repairs.thai_id, write_repairs.only_programme, write_repairs.only_month,
                                        write_repairs.only_adjustment, write_repairs.only_payer) AS failed
        JOIN payment.instruction AS tried
          ON tried.thai_id = failed.thai_id AND tried.programme = failed.programme AND tried.month = failed.month
         AND tried.adjustment_number = failed.adjustment_number AND tried.payer = failed.payer AND tried.attempt = failed.attempt
        JOIN registry.claim ON claim.thai_id = tried.thai_id AND claim.programme = tried.programme AND claim.claim_number = tried.claim_number
        JOIN registry.person ON person.thai_id = tried.thai_id
       CROSS JOIN LATERAL (
         SELECT way, way IN ('own_account', 'proxy_account') AS to_account
           FROM (SELECT coalesce(write_repairs.way_of_payment, CASE WHEN digits IS NOT NULL THEN 'own_account' ELSE claim.way_of_payment END) AS way) AS chosen) AS plan
       WHERE NOT EXISTS (SELECT FROM payment.repair AS earlier
                          WHERE earlier.thai_id = failed.thai_id AND earlier.programme = failed.programme AND earlier.month = failed.month
                            AND earlier.adjustment_number = failed.adjustment_number AND earlier.payer = failed.payer AND earlier.attempt = failed.attempt));
    IF planned = '{}' THEN
      PERFORM reference.refuse('WF44A', NULL);
    END IF;
    -- an account is whole, and is none beside cash
    SELECT repair.way_of_payment INTO wrong
      FROM unnest(planned) AS repair
     WHERE CASE WHEN repair.way_of_payment IN ('own_account', 'proxy_account')
                THEN num_nonnulls(repair.bank_code, repair.bank_branch, repair.account_number, repair.account_name) < 4
                ELSE num_nonnulls(write_repairs.bank_code, branch, digits, named) > 0 END
     LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF024', NULL, wrong.way_of_payment::text);
    END IF;
    SELECT repair.programme INTO wrong
      FROM unnest(planned) AS repair
     WHERE repair.way_of_payment IN ('proxy_account', 'cash_to_proxy')
       AND NOT EXISTS (SELECT FROM registry.representative AS acting
                         JOIN reference.payee_rule AS law ON law.programme = repair.programme AND law.months @> repair.month::date
                        WHERE acting.thai_id = repair.thai_id AND acting.authority_code = ANY (write_repairs.own) AND acting.acts @> today
                          AND acting.kind::text = ANY (law.capacities))
     LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF44C', NULL, reference.programme_text(wrong.programme), reference.date_text(today));
    END IF;
    SELECT repair.account_number, failure.reason_code INTO wrong
      FROM unnest(planned) AS repair
      JOIN payment.instruction AS tried
        ON tried.thai_id = repair.thai_id AND tried.programme = repair.programme AND tried.month = repair.month
       AND tried.adjustment_number = repair.adjustment_number AND tried.payer = repair.payer AND tried.attempt = repair.attempt
      JOIN payment.failure
        ON failure.thai_id = repair.thai_id AND failure.programme = repair.programme AND failure.month = repair.month
       AND failure.adjustment_number = repair.adjustment_number AND failure.payer = repair.payer AND failure.attempt = repair.attempt
     WHERE tried.bank_code = repair.bank_code AND tried.account_number = repair.account_number AND NOT write_repairs.same_account
     LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF44B', NULL, wrong.account_number, wrong.reason_code);
    END IF;
    INSERT INTO payment.repair SELECT repair.* FROM unnest(planned) AS repair;
    GET DIAGNOSTICS written = ROW_COUNT;
    RETURN written;
  END
  $$;
COMMENT ON FUNCTION payment.write_repairs(integer[], welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name, text, reference.way_of_payment, integer, text, text, text, boolean)
  IS 'says how payments that failed are tried again';

-- Says how a payment that failed, was returned or not collected is tried again, of one's own authority or of one that ended with it as its successor (RC2). Parameters: national ID; programme; month for which it
-- is owed; 0 for the line, else the number of the arrears; whose money it is; paper on which it rests; way of the next try, bank, branch, number and
-- name of the account: by default where the claim is paid now, and of a new own account the person's name; whether the account that failed is tried
-- again. Answers that it is done. Errors: WF001, WF007, WF010, WF01B, WF01C, WF024, WF449 nothing waits, WF44A repaired already, WF44B the same
-- account, WF44C no representative. Belongs to the owner and names the authority itself: payments are nobody's tables.
CREATE FUNCTION payment.repair_payment(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer DEFAULT 0,
                                       payer reference.payer_name DEFAULT 'local_authority', document text DEFAULT NULL,
                                       way_of_payment reference.way_of_payment DEFAULT NULL, bank_code integer DEFAULT NULL, bank_branch text DEFAULT NULL,
                                       account_number text DEFAULT NULL, account_name text DEFAULT NULL, same_account boolean DEFAULT false) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN repair_payment.thai_id IS NULL THEN 'thai_id' WHEN repair_payment.programme IS NULL THEN 'programme'
                         WHEN repair_payment.month IS NULL THEN 'month' WHEN repair_payment.adjustment_number IS NULL THEN 'adjustment_number'
                         WHEN repair_payment.payer IS NULL THEN 'payer' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM payment.write_repairs(reference.acts_for(welfare.authority_code()), repair_payment.thai_id, repair_payment.programme, repair_payment.month,
      repair_payment.adjustment_number::smallint, repair_payment.payer, repair_payment.document, repair_payment.way_of_payment, repair_payment.bank_code,
      repair_payment.bank_branch, repair_payment.account_number, repair_payment.account_name, repair_payment.same_account);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.repair_payment(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, text, reference.way_of_payment, integer, text, text, text, boolean)
  IS 'says how a payment that failed is tried again (EG6.2)';

-- The same for every payment to a person that failed and waits, all together or none. Parameters: national ID; the rest as payment.repair_payment has it.
-- Answers how many. Errors: as payment.repair_payment. Belongs to the owner, as that one.
CREATE FUNCTION payment.repair_payments(thai_id welfare.thai_id, document text, way_of_payment reference.way_of_payment DEFAULT NULL, bank_code integer DEFAULT NULL,
                                        bank_branch text DEFAULT NULL, account_number text DEFAULT NULL, account_name text DEFAULT NULL,
                                        same_account boolean DEFAULT false) RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.require_officer();
    IF repair_payments.thai_id IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'thai_id');
    END IF;
    RETURN payment.write_repairs(reference.acts_for(welfare.authority_code()), repair_payments.thai_id, NULL, NULL, NULL, NULL, repair_payments.document,
      repair_payments.way_of_payment, repair_payments.bank_code, repair_payments.bank_branch, repair_payments.account_number, repair_payments.account_name,
      repair_payments.same_account);
  END
  $$;
COMMENT ON FUNCTION payment.repair_payments(welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean)
  IS 'says how every payment to a person that failed is tried again (EG6.2)';

REVOKE ALL ON FUNCTION payment.waiting_for_repair(integer[], welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name),
  payment.write_repairs(integer[], welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name, text, reference.way_of_payment, integer, text, text, text, boolean),
  payment.repair_payment(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, text, reference.way_of_payment, integer, text, text, text, boolean),
  payment.repair_payments(welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
  payment.repair_payment(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, text, reference.way_of_payment, integer, text, text, text, boolean),
  payment.repair_payments(welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean) TO welfare_authority;

COMMIT;

-- ER13, EG4.3, DR13, DR15, DE3: before somebody is paid for a person, and who gets the month that a dead person had earned.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF32M', 'ผู้กระทำการแทนประเภท %1$s รับเบี้ย%2$sแทนไม่ได้ (รับแทนได้เฉพาะ %3$s)', 'a %1$s is not paid the %2$s allowance for another; only these are: %3$s', NULL, NULL),
  ('WF32N', 'ไม่มีผู้กระทำการแทน %1$s ที่บันทึกไว้ในวันที่ %2$s', 'no representative %1$s is on record on %2$s', NULL, NULL),
  ('WF32P', 'การมีชีวิตอยู่ในวันที่ 1 ของเดือนตรวจสอบก่อนวันนั้นไม่ได้ (%1$s)', 'that somebody is alive on the 1st is not verified before it (%1$s)', NULL, NULL),
  ('WF32Q', 'ไม่มีเดือนที่ผู้ตายได้รับสิทธิแล้วของเบี้ย%1$s', 'there is no month of the %1$s allowance that the dead person had earned', NULL, NULL),
  ('WF32R', 'ผู้มีสิทธิรับเงินของเดือนนั้นคือ %1$s', 'the month is paid to another: %1$s', NULL, NULL),
  ('WF32S', 'บันทึกไว้แล้ว', 'it is recorded already', NULL, NULL);

CREATE TABLE registry.proxy_verification (
  thai_id welfare.thai_id NOT NULL,
  representative_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  representative_recorded_at timestamptz NOT NULL,
  programme reference.programme_name NOT NULL,
  month reference.pay_month NOT NULL,
  verified_on date NOT NULL,
  authority_code integer NOT NULL,
  kind registry.representative_kind NOT NULL,
  claim_number smallint NOT NULL,
  sensitive boolean NOT NULL,
  alive_on_first boolean NOT NULL,
  identity_document text NOT NULL,
  alive_shown_by text NOT NULL,
  verified_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT proxy_verification_pkey PRIMARY KEY (thai_id, programme, month, representative_id),
  CONSTRAINT proxy_verification_claim_fkey FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT proxy_verification_representative_fkey FOREIGN KEY (thai_id, representative_id, kind, representative_recorded_at)
    REFERENCES registry.representative (thai_id, representative_id, kind, recorded_at),
  CONSTRAINT proxy_verification_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT proxy_verification_alive CHECK (alive_on_first),
  CONSTRAINT proxy_verification_on_the_first CHECK (verified_on >= month),
  CONSTRAINT proxy_verification_stated CHECK (btrim(identity_document) <> '' AND btrim(alive_shown_by) <> '')
);
COMMENT ON TABLE registry.proxy_verification IS 'that, before somebody was paid for a person, their identity and that the person was alive on the 1st were verified (ER13, DR13)';
COMMENT ON COLUMN registry.proxy_verification.thai_id IS 'the person';
COMMENT ON COLUMN registry.proxy_verification.representative_id IS 'national ID of who is paid';
COMMENT ON COLUMN registry.proxy_verification.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.proxy_verification.representative_recorded_at IS 'when the capacity was recorded: the key of its record';
COMMENT ON COLUMN registry.proxy_verification.programme IS 'the programme';
COMMENT ON COLUMN registry.proxy_verification.month IS 'month that is paid';
COMMENT ON COLUMN registry.proxy_verification.verified_on IS 'day of the verification';
COMMENT ON COLUMN registry.proxy_verification.authority_code IS 'local authority that verified';
COMMENT ON COLUMN registry.proxy_verification.kind IS 'capacity of who is paid';
COMMENT ON COLUMN registry.proxy_verification.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.proxy_verification.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.proxy_verification.alive_on_first IS 'that the person was alive on the 1st of the month';
COMMENT ON COLUMN registry.proxy_verification.identity_document IS 'paper that shows who is paid';
COMMENT ON COLUMN registry.proxy_verification.alive_shown_by IS 'what shows that the person was alive';
COMMENT ON COLUMN registry.proxy_verification.verified_by IS 'user who verified';

CREATE TYPE registry.earned_payee AS ENUM ('named_person', 'heirs', 'own_account');
COMMENT ON TYPE registry.earned_payee IS 'who gets a dead person''s month (EG4.3): the person named in writing for while alive and after death; the legal heirs, in cash; the person''s own account';

CREATE TABLE registry.earned_month_payment (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  month reference.pay_month NOT NULL,
  paid_on date NOT NULL,
  authority_code integer NOT NULL,
  payee registry.earned_payee NOT NULL,
  claim_number smallint NOT NULL,
  sensitive boolean NOT NULL,
  alive_on_first boolean NOT NULL,
  full_name text,
  payee_id welfare.thai_id,
  relation text,
  document text,
  identity_document text,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT earned_month_payment_pkey PRIMARY KEY (thai_id, programme, claim_number, month),
  CONSTRAINT earned_month_payment_claim_fkey FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT earned_month_payment_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT earned_month_payment_alive CHECK (alive_on_first),
  CONSTRAINT earned_month_payment_to_another CHECK (payee_id <> thai_id),
  CONSTRAINT earned_month_payment_whole CHECK (num_nonnulls(full_name, payee_id, relation, document, identity_document)
    = CASE payee WHEN 'own_account' THEN 0 ELSE 5 END)
);
COMMENT ON TABLE registry.earned_month_payment IS 'to whom the month was paid that somebody had earned who then died (EG4.3)';
COMMENT ON COLUMN registry.earned_month_payment.thai_id IS 'the dead person';
COMMENT ON COLUMN registry.earned_month_payment.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.earned_month_payment.programme IS 'the programme';
COMMENT ON COLUMN registry.earned_month_payment.month IS 'month of the death';
COMMENT ON COLUMN registry.earned_month_payment.paid_on IS 'day of the payment';
COMMENT ON COLUMN registry.earned_month_payment.authority_code IS 'local authority that paid';
COMMENT ON COLUMN registry.earned_month_payment.payee IS 'who got it';
COMMENT ON COLUMN registry.earned_month_payment.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.earned_month_payment.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.earned_month_payment.alive_on_first IS 'that the person was alive on the 1st of the month';
COMMENT ON COLUMN registry.earned_month_payment.full_name IS 'name of who got it';
COMMENT ON COLUMN registry.earned_month_payment.payee_id IS 'national ID of who got it';
COMMENT ON COLUMN registry.earned_month_payment.relation IS 'relation to the dead person';
COMMENT ON COLUMN registry.earned_month_payment.document IS 'paper that gives the right: statement of the dead person, proof of being an heir';
COMMENT ON COLUMN registry.earned_month_payment.identity_document IS 'paper that shows who got it';
COMMENT ON COLUMN registry.earned_month_payment.recorded_by IS 'user who recorded it';

-- Who may be paid the month that a dead person had earned: one row when the person named somebody in writing for while alive and after
-- death; otherwise the heirs in cash, and the own account of who was paid by it. None when there is no such month: alive on no
-- 1st since the first month, suspended, or not disposed as dead. Inside what the caller sees.
-- Parameters: national ID; programme.
CREATE FUNCTION registry.payee_after_death(thai_id welfare.thai_id, programme reference.programme_name)
  RETURNS TABLE (claim_number smallint, month reference.pay_month, payee registry.earned_payee, payee_id welfare.thai_id, full_name text, relation text, document text)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH earned AS (
      SELECT claim.claim_number, claim.last_month, claim.way_of_payment, claim.authority_code, ended.happened_on
        FROM registry.claim
        JOIN registry.disposal AS ended USING (thai_id, programme, claim_number)
       WHERE claim.thai_id = payee_after_death.thai_id AND claim.programme = payee_after_death.programme
         AND claim.state = 'disposed' AND ended.cause = 'died'
         -- alive on the 1st (DE3), and entitled to the month
         AND claim.last_month = date_trunc('month', ended.happened_on::timestamp)::date AND claim.last_month >= claim.first_month
    ), named AS (
      SELECT acting.representative_id, acting.full_name, acting.relation, acting.authority_document
        FROM earned
        JOIN registry.representative AS acting ON acting.thai_id = payee_after_death.thai_id AND acting.authority_code = earned.authority_code
        JOIN reference.payee_rule AS law ON law.programme = payee_after_death.programme AND law.months @> earned.last_month::date
       WHERE acting.after_death AND acting.acts @> earned.happened_on AND acting.kind::text = ANY (law.capacities)
       ORDER BY acting.recorded_at DESC
       LIMIT 1
    )
    SELECT earned.claim_number, earned.last_month, 'named_person'::registry.earned_payee, named.representative_id, named.full_name, named.relation, named.authority_document
      FROM earned CROSS JOIN named
     UNION ALL
    SELECT earned.claim_number, earned.last_month, way.payee, NULL, NULL, NULL, NULL
      FROM earned
     CROSS JOIN unnest('{heirs,own_account}'::registry.earned_payee[]) AS way (payee)
     WHERE NOT EXISTS (SELECT FROM named) AND (way.payee = 'heirs' OR earned.way_of_payment = 'own_account')
  $$;
COMMENT ON FUNCTION registry.payee_after_death(welfare.thai_id, reference.programme_name) IS 'who may be paid the month that a dead person had earned (EG4.3)';

-- Before somebody is paid: on record in a capacity that the law pays, on that day; after the 1st. Errors: WF016, WF067, WF32M, WF32N, WF32P.
CREATE FUNCTION registry.check_proxy_verification() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.claim;
    acting registry.representative;
    capacities text[];
  BEGIN
    SELECT * INTO held FROM registry.claim
     WHERE (claim.thai_id, claim.programme, claim.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number)
       AND NEW.month BETWEEN claim.first_month AND coalesce(claim.last_month, 'infinity')
       AND (claim.state IN ('live', 'suspended')
            -- the month of a move, and those before it (ER8.3)
            OR claim.state = 'disposed'
               AND NOT EXISTS (SELECT FROM registry.disposal AS ended
                                WHERE (ended.thai_id, ended.programme, ended.claim_number) = (claim.thai_id, claim.programme, claim.claim_number)
                                  AND ended.cause = 'died'));
    IF held.thai_id IS NULL THEN
      PERFORM reference.refuse('WF067', NULL, NEW.programme::text);
    END IF;
    PERFORM registry.require_past('verified_on', NEW.verified_on);
    IF NEW.verified_on < NEW.month THEN
      PERFORM reference.refuse('WF32P', NULL, reference.date_text(NEW.month));
    END IF;
    SELECT * INTO acting FROM registry.representative AS known
     WHERE known.thai_id = NEW.thai_id AND known.representative_id = NEW.representative_id AND known.kind = NEW.kind
       AND held.authority_code = ANY (reference.acts_for(known.authority_code)) AND known.acts @> NEW.verified_on
     ORDER BY known.recorded_at DESC LIMIT 1;
    IF acting.thai_id IS NULL THEN
      PERFORM reference.refuse('WF32N', NULL, NEW.representative_id::text, reference.date_text(NEW.verified_on));
    END IF;
    SELECT law.capacities INTO capacities FROM reference.payee_rule AS law WHERE law.programme = NEW.programme AND law.months @> NEW.month::date;
    IF (NEW.kind::text = ANY (capacities)) IS NOT TRUE THEN
      PERFORM reference.refuse('WF32M', NULL, NEW.kind::text, reference.programme_text(NEW.programme), array_to_string(capacities, ', '));
    END IF;
    NEW.representative_recorded_at := acting.recorded_at;
    NEW.authority_code := held.authority_code;
    NEW.sensitive := held.sensitive;
    NEW.verified_by := coalesce(welfare.principal(), session_user);
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_proxy_verification() IS 'refuses who is not paid for a person by law: a mere proxy for disability (DR13)';

-- A dead person's month: to whom the law gives it. Errors: WF016, WF017, WF32Q, WF32R.
CREATE FUNCTION registry.check_earned_month() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    lawful record;
    others text;
    ended registry.disposal;
  BEGIN
    SELECT string_agg(concat_ws(' ', allowed.payee, allowed.full_name), ', ') INTO others
      FROM registry.payee_after_death(NEW.thai_id, NEW.programme) AS allowed
     WHERE allowed.claim_number = NEW.claim_number AND allowed.month = NEW.month;
    IF others IS NULL THEN
      PERFORM reference.refuse('WF32Q', NULL, reference.programme_text(NEW.programme));
    END IF;
    SELECT allowed.payee INTO lawful
      FROM registry.payee_after_death(NEW.thai_id, NEW.programme) AS allowed
     WHERE allowed.claim_number = NEW.claim_number AND allowed.payee = NEW.payee
       AND (NEW.payee <> 'named_person' OR allowed.payee_id = NEW.payee_id);
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF32R', NULL, others);
    END IF;
    SELECT * INTO ended FROM registry.disposal
     WHERE (disposal.thai_id, disposal.programme, disposal.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number);
    PERFORM registry.require_past('paid_on', NEW.paid_on);
    IF NEW.paid_on < ended.happened_on THEN
      PERFORM reference.refuse('WF017', NULL, 'paid_on', NEW.paid_on::text, 'happened_on', ended.happened_on::text);
    END IF;
    NEW.authority_code := ended.authority_code;
    NEW.sensitive := ended.sensitive;
    NEW.recorded_by := coalesce(welfare.principal(), session_user);
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.check_earned_month() IS 'refuses whoever the law does not give a dead person''s month (EG4.3)';
REVOKE ALL ON FUNCTION registry.payee_after_death(welfare.thai_id, reference.programme_name), registry.check_proxy_verification(), registry.check_earned_month() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.payee_after_death(welfare.thai_id, reference.programme_name) TO welfare_writer;

CREATE TRIGGER proxy_verification_check BEFORE INSERT ON registry.proxy_verification FOR EACH ROW EXECUTE FUNCTION registry.check_proxy_verification();
COMMENT ON TRIGGER proxy_verification_check ON registry.proxy_verification IS 'who is paid for a person is on record in a lawful capacity (DR13)';
CREATE TRIGGER proxy_verification_no_change BEFORE UPDATE ON registry.proxy_verification FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority();
COMMENT ON TRIGGER proxy_verification_no_change ON registry.proxy_verification IS 'verifications are evidence';
CREATE TRIGGER proxy_verification_no_removal BEFORE DELETE OR TRUNCATE ON registry.proxy_verification FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER proxy_verification_no_removal ON registry.proxy_verification IS 'verifications are evidence';
CREATE TRIGGER earned_month_payment_check BEFORE INSERT ON registry.earned_month_payment FOR EACH ROW EXECUTE FUNCTION registry.check_earned_month();
COMMENT ON TRIGGER earned_month_payment_check ON registry.earned_month_payment IS 'a dead person''s month goes to whom the law gives it (EG4.3)';
CREATE TRIGGER earned_month_payment_no_change BEFORE UPDATE ON registry.earned_month_payment FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority();
COMMENT ON TRIGGER earned_month_payment_no_change ON registry.earned_month_payment IS 'payments are evidence';
CREATE TRIGGER earned_month_payment_no_removal BEFORE DELETE OR TRUNCATE ON registry.earned_month_payment FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER earned_month_payment_no_removal ON registry.earned_month_payment IS 'payments are evidence';

ALTER TABLE registry.proxy_verification ENABLE ROW LEVEL SECURITY;
ALTER TABLE registry.earned_month_payment ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON registry.proxy_verification TO welfare_writer;
GRANT SELECT, INSERT ON registry.earned_month_payment TO welfare_writer;
CREATE POLICY proxy_verification_read ON registry.proxy_verification FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY proxy_verification_read ON registry.proxy_verification IS 'the authority and administrators see verifications';
CREATE POLICY earned_month_payment_read ON registry.earned_month_payment FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY earned_month_payment_read ON registry.earned_month_payment IS 'the authority and administrators see these payments';
CREATE POLICY earned_month_payment_add ON registry.earned_month_payment FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY earned_month_payment_add ON registry.earned_month_payment IS 'only users of the authority record them (IS9.2)';

COMMIT;

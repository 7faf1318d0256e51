-- IS9.5, IS9.6: what was paid under a record that turns out wrong is neither lost nor paid again.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF080', 'รายการนี้จ่ายเงินไปแล้ว จึงลบไม่ได้', 'a month of this record was paid, so it cannot be deleted',
   'หากจำหน่ายผิดให้ใช้ registry.re_enter หากเลขประจำตัวผิดให้ใช้ registry.correct_id',
   'For a wrong disposal use registry.re_enter, for a wrong national ID registry.correct_id.');

CREATE TABLE payment.inherited_month (
  thai_id welfare.thai_id NOT NULL,
  month reference.pay_month NOT NULL,
  programme reference.programme_name NOT NULL,
  paid_under welfare.thai_id NOT NULL,
  CONSTRAINT inherited_month_pkey PRIMARY KEY (thai_id, programme, month)
);
COMMENT ON TABLE payment.inherited_month IS 'months that were paid under a wrong national ID, before its claims moved to the right one';
COMMENT ON COLUMN payment.inherited_month.thai_id IS 'the right national ID';
COMMENT ON COLUMN payment.inherited_month.month IS 'the month';
COMMENT ON COLUMN payment.inherited_month.programme IS 'the programme';
COMMENT ON COLUMN payment.inherited_month.paid_under IS 'national ID under which the payment line stands';
ALTER TABLE payment.inherited_month ENABLE ROW LEVEL SECURITY;

-- A claim and those that it replaces, back to the first: records of one right, under whatever number or ID. Parameters: the claim.
CREATE FUNCTION payment.records_of_claim(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint)
  RETURNS TABLE (record_id welfare.thai_id, record_number smallint)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH RECURSIVE record (thai_id, claim_number) AS (
      SELECT records_of_claim.thai_id, records_of_claim.claim_number
       UNION
      SELECT coalesce(claim.replaces_thai_id, claim.thai_id), coalesce(claim.replaces_wrong_number, claim.replaces_claim_number)
        FROM record
        JOIN registry.claim
          ON claim.thai_id = record.thai_id AND claim.programme = records_of_claim.programme AND claim.claim_number = record.claim_number
       WHERE claim.origin <> 'entry'
    )
    SELECT record.thai_id, record.claim_number FROM record
  $$;
COMMENT ON FUNCTION payment.records_of_claim(welfare.thai_id, reference.programme_name, smallint) IS 'a claim and those that it replaces, back to the first';

-- Takes over the months paid under the wrong ID of which new claims are the correction. Reads the transition table new_claims.
CREATE FUNCTION payment.inherit_months() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    -- almost always nothing: the months need not be looked at
    IF NOT EXISTS (SELECT FROM new_claims WHERE replaces_thai_id IS NOT NULL) THEN
      RETURN NULL;
    END IF;
    INSERT INTO payment.inherited_month (thai_id, month, programme, paid_under)
    SELECT new_claims.thai_id, line.month, line.programme, line.thai_id
      FROM new_claims
     CROSS JOIN LATERAL payment.records_of_claim(new_claims.thai_id, new_claims.programme, new_claims.claim_number) AS record
      JOIN payment.line
        ON line.thai_id = record.record_id AND line.programme = new_claims.programme AND line.claim_number = record.record_number
     WHERE new_claims.replaces_thai_id IS NOT NULL AND record.record_id <> new_claims.thai_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.inherit_months() IS 'takes over the months paid under a wrong national ID';

-- Refuses to delete a claim of which a month was paid, under whatever record, unless a second user confirmed and another claim
-- replaces it.
CREATE FUNCTION payment.keep_paid_claim() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM payment.records_of_claim(NEW.thai_id, NEW.programme, NEW.claim_number) AS record
                 JOIN payment.line
                   ON line.thai_id = record.record_id AND line.programme = NEW.programme AND line.claim_number = record.record_number)
       AND NOT (EXISTS (SELECT FROM registry.tombstone
                         WHERE tombstone.thai_id = NEW.thai_id AND tombstone.programme = NEW.programme
                           AND tombstone.claim_number = NEW.claim_number AND tombstone.confirmed_by IS NOT NULL)
                AND EXISTS (SELECT FROM registry.claim AS replacing
                             WHERE replacing.programme = NEW.programme AND replacing.state <> 'deleted'
                               AND (replacing.thai_id = NEW.thai_id AND replacing.replaces_claim_number = NEW.claim_number
                                    OR replacing.replaces_thai_id = NEW.thai_id AND replacing.replaces_wrong_number = NEW.claim_number))) THEN
      PERFORM reference.refuse('WF080', NULL);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.keep_paid_claim() IS 'refuses to delete a claim of which a month was paid, unless another replaces it by two users'' hands';

-- Payment lines are neither removed nor changed, whatever path is taken.
CREATE FUNCTION payment.refuse_change_of_line() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.refuse('WF064', NULL, 'payment.line');
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.refuse_change_of_line() IS 'refuses to remove or change payment lines';
REVOKE ALL ON FUNCTION payment.records_of_claim(welfare.thai_id, reference.programme_name, smallint), payment.inherit_months(),
  payment.keep_paid_claim(), payment.refuse_change_of_line() FROM PUBLIC;

CREATE TRIGGER line_no_change BEFORE UPDATE OR DELETE ON payment.line
  FOR EACH ROW EXECUTE FUNCTION payment.refuse_change_of_line();
COMMENT ON TRIGGER line_no_change ON payment.line IS 'what was paid is evidence (ER13)';
CREATE TRIGGER line_no_removal BEFORE TRUNCATE ON payment.line
  FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change_of_line();
COMMENT ON TRIGGER line_no_removal ON payment.line IS 'what was paid is evidence (ER13)';

CREATE TRIGGER claim_inherit_months AFTER INSERT ON registry.claim REFERENCING NEW TABLE AS new_claims
  FOR EACH STATEMENT EXECUTE FUNCTION payment.inherit_months();
COMMENT ON TRIGGER claim_inherit_months ON registry.claim IS 'months paid under a wrong national ID are not paid again (IS9.6)';
CREATE CONSTRAINT TRIGGER claim_keep_paid AFTER UPDATE OF state ON registry.claim DEFERRABLE INITIALLY IMMEDIATE
  FOR EACH ROW WHEN (NEW.state = 'deleted' AND OLD.state <> 'deleted') EXECUTE FUNCTION payment.keep_paid_claim();
COMMENT ON TRIGGER claim_keep_paid ON registry.claim IS 'a record with a paid month is deleted only with its replacement, by two users (IS9.6)';

COMMIT;

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
     CROSS JOIN LATERAL registry.records_of_claim(new_claims.thai_id, new_claims.programme, new_claims.claim_number) AS record
     CROSS JOIN LATERAL (
       SELECT line.month, line.programme, line.thai_id FROM payment.line
        WHERE line.thai_id = record.record_id AND line.programme = new_claims.programme AND line.claim_number = record.record_number
        UNION
       -- what was found afterwards and paid beside the line, or without any
       SELECT adjustment.month, adjustment.programme, adjustment.thai_id FROM payment.adjustment
        WHERE adjustment.thai_id = record.record_id AND adjustment.programme = new_claims.programme AND adjustment.claim_number = record.record_number
     ) AS line
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
    IF EXISTS (SELECT FROM registry.records_of_claim(NEW.thai_id, NEW.programme, NEW.claim_number) AS record
                WHERE EXISTS (SELECT FROM payment.line
                               WHERE line.thai_id = record.record_id AND line.programme = NEW.programme AND line.claim_number = record.record_number)
                   OR EXISTS (SELECT FROM payment.adjustment
                               WHERE adjustment.thai_id = record.record_id AND adjustment.programme = NEW.programme
                                 AND adjustment.claim_number = record.record_number))
       -- prepared and held while it awaited, and never released: a wrong confirmation that is taken back (ER8.4)
       AND NOT (OLD.state = 'awaiting'
                AND EXISTS (SELECT FROM registry.move_claim AS part
                             WHERE part.thai_id = NEW.thai_id AND part.programme = NEW.programme AND part.new_claim_number = NEW.claim_number
                               AND part.state = 'withdrawn'))
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

-- Refuses a disqualification on paper, of before the law asked for proceedings (reference.notice_rule), of a claim that was paid for months after
-- it: who is paid is removed by the proceedings, and no order is dated back over what was paid (ER16, DR16). Errors: WF320.
CREATE FUNCTION payment.keep_paid_right() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM payment.line
                WHERE line.thai_id = NEW.thai_id AND line.programme = NEW.programme AND line.authority_code = NEW.authority_code
                  AND line.claim_number <= NEW.claim_number AND line.month > NEW.ordered_on)
       AND NOT EXISTS (SELECT FROM registry.finding JOIN registry.finding_step AS step USING (thai_id, programme, claim_number, finding_number)
                        WHERE (finding.thai_id, finding.programme, finding.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number)
                          AND finding.kind = 'disqualified' AND step.to_state = 'removed') THEN
      PERFORM reference.refuse('WF320', NULL, reference.programme_text(NEW.programme));
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.keep_paid_right() IS 'refuses a disqualification on paper of a claim that was paid for months after it (ER16, DR16)';

-- Keeps a month's partition from being truncated by itself, which triggers of the parent do not see. Parameters: the parent; the partition.
CREATE FUNCTION payment.guard_partition(parent name, partition_name name) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    EXECUTE format('CREATE TRIGGER %1$I BEFORE TRUNCATE ON payment.%2$I FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()',
                   parent || '_month_no_removal', partition_name);
    EXECUTE format('COMMENT ON TRIGGER %1$I ON payment.%2$I IS %3$L', parent || '_month_no_removal', partition_name, 'payments are evidence (ER13)');
  END
  $$;
COMMENT ON FUNCTION payment.guard_partition(name, name) IS 'keeps a month''s partition from being truncated by itself';

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
REVOKE ALL ON FUNCTION payment.guard_partition(name, name), payment.inherit_months(),
  payment.keep_paid_claim(), payment.keep_paid_right(), payment.refuse_change_of_line() FROM PUBLIC;
CREATE TRIGGER disposal_keep_paid AFTER INSERT ON registry.disposal
  FOR EACH ROW WHEN (NEW.cause = 'disqualified') EXECUTE FUNCTION payment.keep_paid_right();
COMMENT ON TRIGGER disposal_keep_paid ON registry.disposal IS 'who was paid is removed by the proceedings (ER16, DR16)';

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

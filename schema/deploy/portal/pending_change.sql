-- PT6: what has happened to payments and has not been published yet. It is noted in the transaction in which it happens, so that nothing is lost: of
-- millions at once as one row that names them, of the others a row each. Health data is never noted (AR2).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- One sequence for both tables: what happened to a payment later has the higher number, for it waited for what was before it.
CREATE SEQUENCE portal.pending_number;
COMMENT ON SEQUENCE portal.pending_number IS 'order in which things happened to one payment';

CREATE TABLE portal.pending_packet (
  pending_number bigint NOT NULL DEFAULT nextval('portal.pending_number'),
  disbursement_number bigint,
  delivery_number bigint,
  CONSTRAINT pending_packet_pkey PRIMARY KEY (pending_number),
  CONSTRAINT pending_packet_disbursement_fkey FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement (disbursement_number),
  CONSTRAINT pending_packet_delivery_fkey FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery (delivery_number),
  CONSTRAINT pending_packet_names_one CHECK (num_nonnulls(disbursement_number, delivery_number) = 1)
);
COMMENT ON TABLE portal.pending_packet IS 'changes of many payments at once that are still to be published: a disbursement handed over, arrivals told by a delivery';
COMMENT ON COLUMN portal.pending_packet.pending_number IS 'order in which it happened';
COMMENT ON COLUMN portal.pending_packet.disbursement_number IS 'disbursement that was handed over';
COMMENT ON COLUMN portal.pending_packet.delivery_number IS 'delivery of bank results that told of arrivals';
CREATE INDEX pending_packet_disbursement ON portal.pending_packet (disbursement_number);
COMMENT ON INDEX portal.pending_packet_disbursement IS 'what is pending of a disbursement';
CREATE INDEX pending_packet_delivery ON portal.pending_packet (delivery_number);
COMMENT ON INDEX portal.pending_packet_delivery IS 'what is pending of a delivery';

CREATE TABLE portal.pending_change (
  thai_id welfare.thai_id NOT NULL,
  pending_number bigint NOT NULL DEFAULT nextval('portal.pending_number'),
  month reference.pay_month NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  effective_on date NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  state payment.payment_state NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  sensitive boolean NOT NULL DEFAULT false,
  amount numeric(12,2) NOT NULL,
  reason_code text COLLATE "C",
  CONSTRAINT pending_change_pkey PRIMARY KEY (thai_id, pending_number),
  CONSTRAINT pending_change_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT pending_change_no_health_data CHECK (NOT sensitive)
);
COMMENT ON TABLE portal.pending_change IS 'changes of single payments that are still to be published';
COMMENT ON COLUMN portal.pending_change.thai_id IS 'the person';
COMMENT ON COLUMN portal.pending_change.pending_number IS 'order in which it happened';
COMMENT ON COLUMN portal.pending_change.month IS 'month for which it is owed';
COMMENT ON COLUMN portal.pending_change.cycle_month IS 'month with whose money it is paid';
COMMENT ON COLUMN portal.pending_change.effective_on IS 'day on which it happened';
COMMENT ON COLUMN portal.pending_change.authority_code IS 'local authority';
COMMENT ON COLUMN portal.pending_change.programme IS 'programme';
COMMENT ON COLUMN portal.pending_change.payer IS 'whose money it is';
COMMENT ON COLUMN portal.pending_change.state IS 'how the payment stands by it';
COMMENT ON COLUMN portal.pending_change.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN portal.pending_change.attempt IS 'which try';
COMMENT ON COLUMN portal.pending_change.sensitive IS 'false: health data is never noted (AR2)';
COMMENT ON COLUMN portal.pending_change.amount IS 'baht';
COMMENT ON COLUMN portal.pending_change.reason_code IS 'why it came to nothing (reference.bank_reason); NULL: it did not';
CREATE INDEX pending_change_number ON portal.pending_change (pending_number);
COMMENT ON INDEX portal.pending_change_number IS 'in their order';
ALTER TABLE portal.pending_packet ENABLE ROW LEVEL SECURITY;
ALTER TABLE portal.pending_change ENABLE ROW LEVEL SECURITY;

-- Whether anything of a disbursement is no health data: of others the portal is not told that they are (AR2). Parameters: the disbursement.
CREATE FUNCTION portal.may_be_told(disbursement_number bigint) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN EXISTS (SELECT FROM payment.sealed_payroll AS sealed
                     JOIN reference.programme ON programme.programme = sealed.programme AND NOT programme.sensitive
                    WHERE sealed.disbursement_number = may_be_told.disbursement_number);
  END
  $$;
COMMENT ON FUNCTION portal.may_be_told(bigint) IS 'whether anything of a disbursement is no health data';

-- Notes that a disbursement is handed over, or that a delivery told of arrivals: when anything of it is no health data. The functions below belong to the owner: who pays may not write here.
CREATE FUNCTION portal.note_packet() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF TG_TABLE_NAME = 'disbursement' THEN
      IF portal.may_be_told(NEW.disbursement_number) THEN
        INSERT INTO portal.pending_packet (disbursement_number) VALUES (NEW.disbursement_number);
      END IF;
    ELSIF EXISTS (SELECT FROM payment.ledger_entry AS entry
                   WHERE entry.delivery_number = NEW.delivery_number AND entry.step = 'credited' AND NOT entry.sensitive) THEN
      INSERT INTO portal.pending_packet (delivery_number) VALUES (NEW.delivery_number);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION portal.note_packet() IS 'notes that a disbursement is handed over, or that a delivery told of arrivals';
CREATE TRIGGER disbursement_note_change AFTER UPDATE ON payment.disbursement
  FOR EACH ROW WHEN (OLD.state <> 'sent' AND NEW.state = 'sent') EXECUTE FUNCTION portal.note_packet();
COMMENT ON TRIGGER disbursement_note_change ON payment.disbursement IS 'the portal is told what was handed over (PT6)';
CREATE TRIGGER bank_delivery_note_change AFTER UPDATE ON payment.bank_delivery
  FOR EACH ROW WHEN (OLD.finished_at IS NULL AND NEW.credited > 0) EXECUTE FUNCTION portal.note_packet();
COMMENT ON TRIGGER bank_delivery_note_change ON payment.bank_delivery IS 'the portal is told what arrived (PT6)';

-- Notes what came to nothing, what was given in cash, what was held or offset, what was cancelled: the rows of one statement.
CREATE FUNCTION portal.note_failures() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    INSERT INTO portal.pending_change (thai_id, month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, attempt, amount, reason_code)
    SELECT failed.thai_id, failed.month, failed.cycle_month, failed.failed_on, failed.authority_code, failed.programme, failed.payer,
           (CASE failed.kind WHEN 'held_back' THEN 'held' ELSE failed.kind::text END)::payment.payment_state, failed.adjustment_number, failed.attempt,
           failed.amount, failed.reason_code
      FROM new_failures AS failed
      JOIN reference.programme ON programme.programme = failed.programme AND NOT programme.sensitive
     ORDER BY failed.thai_id;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION portal.note_failures() IS 'notes payments that came to nothing';
CREATE TRIGGER failure_note_change AFTER INSERT ON payment.failure REFERENCING NEW TABLE AS new_failures
  FOR EACH STATEMENT EXECUTE FUNCTION portal.note_failures();
COMMENT ON TRIGGER failure_note_change ON payment.failure IS 'the portal is told what failed (PT6)';

CREATE FUNCTION portal.note_payouts() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    INSERT INTO portal.pending_change (thai_id, month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, attempt, amount)
    SELECT given.thai_id, given.month, given.cycle_month, given.paid_on, given.authority_code, given.programme, given.payer, 'credited', given.adjustment_number,
           given.attempt, told.amount
      FROM new_payouts AS given
      JOIN payment.instruction AS told
        ON told.thai_id = given.thai_id AND told.programme = given.programme AND told.month = given.month
       AND told.adjustment_number = given.adjustment_number AND told.payer = given.payer AND told.attempt = given.attempt
     WHERE NOT told.sensitive
     ORDER BY given.thai_id;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION portal.note_payouts() IS 'notes what was given in cash';
CREATE TRIGGER payout_note_change AFTER INSERT ON payment.payout REFERENCING NEW TABLE AS new_payouts
  FOR EACH STATEMENT EXECUTE FUNCTION portal.note_payouts();
COMMENT ON TRIGGER payout_note_change ON payment.payout IS 'the portal is told what was given in cash (PT6)';

CREATE FUNCTION portal.note_set_aside() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    INSERT INTO portal.pending_change (thai_id, month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, attempt, amount)
    SELECT aside.thai_id, aside.month, aside.cycle_month, welfare.business_date(), aside.authority_code, aside.programme, aside.payer,
           aside.reason::text::payment.payment_state, aside.adjustment_number, aside.attempt, aside.amount
      FROM new_set_aside AS aside
     WHERE NOT aside.sensitive
     ORDER BY aside.thai_id;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION portal.note_set_aside() IS 'notes what was held, or offset';
CREATE TRIGGER set_aside_note_change AFTER INSERT ON payment.set_aside REFERENCING NEW TABLE AS new_set_aside
  FOR EACH STATEMENT EXECUTE FUNCTION portal.note_set_aside();
COMMENT ON TRIGGER set_aside_note_change ON payment.set_aside IS 'the portal is told what is held, or offset (PT6)';

-- What is cancelled is paid with no month's money; the month itself stands for that.
CREATE FUNCTION portal.note_cancellations() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    INSERT INTO portal.pending_change (thai_id, month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, attempt, amount)
    SELECT cancelled.thai_id, cancelled.month, cancelled.month, cancelled.cancelled_on, cancelled.authority_code, cancelled.programme, cancelled.payer, 'cancelled',
           cancelled.adjustment_number, 0, cancelled.amount
      FROM new_cancellations AS cancelled
     WHERE NOT cancelled.sensitive
     ORDER BY cancelled.thai_id;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION portal.note_cancellations() IS 'notes what was cancelled of the dead';
CREATE TRIGGER cancellation_note_change AFTER INSERT ON payment.cancellation REFERENCING NEW TABLE AS new_cancellations
  FOR EACH STATEMENT EXECUTE FUNCTION portal.note_cancellations();
COMMENT ON TRIGGER cancellation_note_change ON payment.cancellation IS 'the portal is told what was cancelled (PT6, ER15)';

REVOKE ALL ON FUNCTION portal.may_be_told(bigint), portal.note_packet(), portal.note_failures(), portal.note_payouts(), portal.note_set_aside(), portal.note_cancellations() FROM PUBLIC;

COMMIT;

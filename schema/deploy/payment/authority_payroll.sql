-- ER13, DR13: a month's payroll of one programme at one authority, from the draft to its closing. What it pays stands in payment.instruction.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF401', 'บัญชีจ่ายเงินที่อยู่ในขั้น %1$s ไปขั้น %2$s ไม่ได้', 'a payroll that is %1$s cannot become %2$s', NULL, NULL);

CREATE TYPE payment.payroll_state AS ENUM ('drafted', 'reviewed', 'approved', 'sealed', 'sent', 'closed');
COMMENT ON TYPE payment.payroll_state IS 'how far an authority''s payroll is: drafted from the prepared lines; reviewed by an officer; approved by order; under the seal of a disbursement; handed over; closed, every payment having arrived or failed';

CREATE TABLE payment.authority_payroll (
  drafted_at timestamptz NOT NULL,
  settled_at timestamptz,
  first_reference bigint,
  disbursement_number bigint,
  items bigint NOT NULL,
  transfers bigint NOT NULL,
  held bigint NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  state payment.payroll_state NOT NULL DEFAULT 'drafted',
  round smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  amount numeric(14,2) NOT NULL,
  held_amount numeric(14,2) NOT NULL,
  digest bytea NOT NULL,
  drafted_by text NOT NULL,
  late_reason text,
  CONSTRAINT authority_payroll_pkey PRIMARY KEY (cycle_month, authority_code, programme, round),
  CONSTRAINT authority_payroll_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT authority_payroll_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT authority_payroll_round_positive CHECK (round >= 1),
  CONSTRAINT authority_payroll_adds_up CHECK (held >= 0 AND transfers >= 0 AND transfers <= items),
  CONSTRAINT authority_payroll_amounts CHECK (amount >= 0 AND held_amount >= 0 AND (items > 0 OR amount = 0)),
  CONSTRAINT authority_payroll_digest CHECK (length(digest) = 32),
  CONSTRAINT authority_payroll_numbered CHECK (state < 'approved' OR first_reference IS NOT NULL),
  CONSTRAINT authority_payroll_under_seal CHECK ((state >= 'sealed') = (disbursement_number IS NOT NULL)),
  CONSTRAINT authority_payroll_settled CHECK ((state = 'closed') = (settled_at IS NOT NULL))
);
COMMENT ON TABLE payment.authority_payroll IS 'payrolls of a month, programme and authority: how much they pay, under which digest, and how far they are';
COMMENT ON COLUMN payment.authority_payroll.drafted_at IS 'when it was last drafted';
COMMENT ON COLUMN payment.authority_payroll.settled_at IS 'when every payment had arrived or failed; NULL: not yet';
COMMENT ON COLUMN payment.authority_payroll.first_reference IS 'number before that of its first payment; NULL: taken when the transaction that drafts it ends';
COMMENT ON COLUMN payment.authority_payroll.disbursement_number IS 'disbursement under whose seal it stands; NULL: none yet';
COMMENT ON COLUMN payment.authority_payroll.items IS 'payments';
COMMENT ON COLUMN payment.authority_payroll.transfers IS 'of them to an account';
COMMENT ON COLUMN payment.authority_payroll.held IS 'what is due and held, and not paid with it';
COMMENT ON COLUMN payment.authority_payroll.cycle_month IS 'month with whose money it is paid';
COMMENT ON COLUMN payment.authority_payroll.authority_code IS 'local authority';
COMMENT ON COLUMN payment.authority_payroll.programme IS 'programme';
COMMENT ON COLUMN payment.authority_payroll.state IS 'how far it is: that of its last step';
COMMENT ON COLUMN payment.authority_payroll.round IS '1 for the month''s payroll, counting up for what is paid after it was approved';
COMMENT ON COLUMN payment.authority_payroll.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.authority_payroll.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.authority_payroll.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.authority_payroll.amount IS 'sum of its payments in baht: the control sum';
COMMENT ON COLUMN payment.authority_payroll.held_amount IS 'sum in baht of what is held';
COMMENT ON COLUMN payment.authority_payroll.digest IS 'SHA-256 over its payments in their order';
COMMENT ON COLUMN payment.authority_payroll.drafted_by IS 'user who drafted it last';
COMMENT ON COLUMN payment.authority_payroll.late_reason IS 'why it is approved after the day by which it should have been paid (ER13, DR13); NULL: in time';
-- one that pays nothing, of which all is held, takes no number
CREATE UNIQUE INDEX authority_payroll_reference ON payment.authority_payroll (first_reference) WHERE items > 0;
COMMENT ON INDEX payment.authority_payroll_reference IS 'a number is taken once';
CREATE INDEX authority_payroll_unnumbered ON payment.authority_payroll (cycle_month) WHERE first_reference IS NULL;
COMMENT ON INDEX payment.authority_payroll_unnumbered IS 'payrolls that this transaction has drafted and not numbered';
CREATE INDEX authority_payroll_authority ON payment.authority_payroll (authority_code, cycle_month);
COMMENT ON INDEX payment.authority_payroll_authority IS 'an authority''s payrolls';
CREATE INDEX authority_payroll_disbursement ON payment.authority_payroll (disbursement_number) WHERE disbursement_number IS NOT NULL;
COMMENT ON INDEX payment.authority_payroll_disbursement IS 'the payrolls under a seal';
CREATE INDEX authority_payroll_open ON payment.authority_payroll (cycle_month) WHERE state < 'sealed';
COMMENT ON INDEX payment.authority_payroll_open IS 'payrolls that no disbursement has taken';
-- one that nobody has approved yet is drafted anew, not beside another
CREATE UNIQUE INDEX authority_payroll_one_open ON payment.authority_payroll (cycle_month, authority_code, programme) WHERE state < 'approved';
COMMENT ON INDEX payment.authority_payroll_one_open IS 'one payroll at a time that is not approved';
ALTER TABLE payment.authority_payroll ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON payment.authority_payroll TO welfare_writer;
CREATE POLICY authority_payroll_read ON payment.authority_payroll FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY authority_payroll_read ON payment.authority_payroll IS 'functions that act for a user see what the user''s scope covers';

CREATE TABLE payment.payroll_transition (
  from_state payment.payroll_state NOT NULL,
  to_state payment.payroll_state NOT NULL,
  meaning text NOT NULL,
  CONSTRAINT payroll_transition_pkey PRIMARY KEY (from_state, to_state)
);
COMMENT ON TABLE payment.payroll_transition IS 'steps that an authority''s payroll can take; no other is possible';
COMMENT ON COLUMN payment.payroll_transition.from_state IS 'before';
COMMENT ON COLUMN payment.payroll_transition.to_state IS 'after';
COMMENT ON COLUMN payment.payroll_transition.meaning IS 'what happened';
GRANT SELECT ON payment.payroll_transition TO PUBLIC;
INSERT INTO payment.payroll_transition (from_state, to_state, meaning) VALUES
  ('drafted', 'drafted', 'drafted anew, before anybody had reviewed it'),
  ('reviewed', 'drafted', 'drafted anew: what it pays has changed'),
  ('drafted', 'reviewed', 'an officer has looked at it, and at what is held'),
  ('reviewed', 'approved', 'ordered by the executive or the delegate, another person than the reviewer'),
  ('approved', 'sealed', 'under the seal of a disbursement'),
  ('sealed', 'approved', 'the seal was broken before anything was handed over'),
  ('sealed', 'sent', 'handed over to the banks, and to the authority for cash'),
  ('sent', 'closed', 'every payment has arrived or failed');

CREATE TABLE payment.payroll_step (
  taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  disbursement_number bigint,
  cycle_month reference.pay_month NOT NULL,
  taken_on date NOT NULL DEFAULT welfare.business_date(),
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  from_state payment.payroll_state,
  to_state payment.payroll_state NOT NULL,
  signed_as identity.office_name,
  round smallint NOT NULL,
  step_number smallint NOT NULL,
  digest bytea NOT NULL,
  order_number text,
  remark text,
  taken_by text NOT NULL,
  CONSTRAINT payroll_step_pkey PRIMARY KEY (cycle_month, authority_code, programme, round, step_number),
  CONSTRAINT payroll_step_payroll_fkey FOREIGN KEY (cycle_month, authority_code, programme, round)
    REFERENCES payment.authority_payroll (cycle_month, authority_code, programme, round),
  CONSTRAINT payroll_step_transition_fkey FOREIGN KEY (from_state, to_state) REFERENCES payment.payroll_transition (from_state, to_state),
  CONSTRAINT payroll_step_ordered CHECK ((to_state = 'approved' AND from_state = 'reviewed') = (order_number IS NOT NULL) AND btrim(order_number) <> ''),
  CONSTRAINT payroll_step_signed CHECK (signed_as IS NULL OR order_number IS NOT NULL AND signed_as IN ('executive', 'delegate'))
);
COMMENT ON TABLE payment.payroll_step IS 'steps that payrolls took, each with who and when; evidence';
COMMENT ON COLUMN payment.payroll_step.taken_at IS 'when';
COMMENT ON COLUMN payment.payroll_step.disbursement_number IS 'disbursement whose seal it came under, or left';
COMMENT ON COLUMN payment.payroll_step.cycle_month IS 'month with whose money it is paid';
COMMENT ON COLUMN payment.payroll_step.taken_on IS 'day';
COMMENT ON COLUMN payment.payroll_step.authority_code IS 'local authority';
COMMENT ON COLUMN payment.payroll_step.programme IS 'programme';
COMMENT ON COLUMN payment.payroll_step.from_state IS 'before; NULL: the first draft';
COMMENT ON COLUMN payment.payroll_step.to_state IS 'after';
COMMENT ON COLUMN payment.payroll_step.signed_as IS 'office in which the order was signed; NULL: the order is on paper';
COMMENT ON COLUMN payment.payroll_step.round IS 'round of the payroll';
COMMENT ON COLUMN payment.payroll_step.step_number IS '1 for its first step, counting up';
COMMENT ON COLUMN payment.payroll_step.digest IS 'digest to which the step refers';
COMMENT ON COLUMN payment.payroll_step.order_number IS 'number of the order that approved it';
COMMENT ON COLUMN payment.payroll_step.remark IS 'what was remarked, or why it is late';
COMMENT ON COLUMN payment.payroll_step.taken_by IS 'user, or database role';
ALTER TABLE payment.payroll_step ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER payroll_step_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.payroll_step
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER payroll_step_no_change ON payment.payroll_step IS 'who approved what is evidence';
GRANT SELECT ON payment.payroll_step TO welfare_writer;
CREATE POLICY payroll_step_read ON payment.payroll_step FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.district_code() IS NOT NULL OR welfare.province_code() IS NOT NULL OR welfare.nation());
COMMENT ON POLICY payroll_step_read ON payment.payroll_step IS 'steps are read by the key of a payroll that the user sees';

-- A payroll takes only steps that are allowed; what it pays changes only by a new draft. Once approved, nothing of it changes but how far it is.
-- Errors: WF401, WF064.
CREATE FUNCTION payment.guard_payroll() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    allowed payment.authority_payroll := NEW;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.state <> 'drafted' THEN
        PERFORM reference.refuse('WF401', NULL, '-', NEW.state::text);
      END IF;
      RETURN NEW;
    END IF;
    -- touched, so that whoever works with what was before it is refused (payment.keep_from_approval)
    IF NEW IS NOT DISTINCT FROM OLD THEN
      RETURN NEW;
    END IF;
    -- numbered (payment.number_payrolls), and nothing else
    allowed := OLD;
    allowed.first_reference := NEW.first_reference;
    IF OLD.first_reference IS NULL AND NEW.first_reference IS NOT NULL AND allowed IS NOT DISTINCT FROM NEW THEN
      RETURN NEW;
    END IF;
    allowed := NEW;
    IF NOT EXISTS (SELECT FROM payment.payroll_transition AS transition
                    WHERE transition.from_state = OLD.state AND transition.to_state = NEW.state) THEN
      PERFORM reference.refuse('WF401', NULL, OLD.state::text, NEW.state::text);
    END IF;
    IF NEW.state <> 'drafted' THEN
      allowed := OLD;
      allowed.state := NEW.state;
      allowed.disbursement_number := NEW.disbursement_number;
      allowed.settled_at := NEW.settled_at;
      IF NEW.state = 'approved' AND OLD.state = 'reviewed' THEN
        allowed.late_reason := NEW.late_reason;
      END IF;
    END IF;
    IF (allowed.cycle_month, allowed.authority_code, allowed.programme, allowed.round)
         IS DISTINCT FROM (OLD.cycle_month, OLD.authority_code, OLD.programme, OLD.round) OR allowed IS DISTINCT FROM NEW THEN
      PERFORM reference.refuse('WF064', NULL, 'payment.authority_payroll');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION payment.guard_payroll() IS 'a payroll takes only steps that are allowed, and once approved changes in nothing else';
CREATE TRIGGER authority_payroll_guard BEFORE INSERT OR UPDATE ON payment.authority_payroll
  FOR EACH ROW EXECUTE FUNCTION payment.guard_payroll();
COMMENT ON TRIGGER authority_payroll_guard ON payment.authority_payroll IS 'a payroll takes only steps that are allowed';
CREATE TRIGGER authority_payroll_no_removal BEFORE DELETE OR TRUNCATE ON payment.authority_payroll
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER authority_payroll_no_removal ON payment.authority_payroll IS 'payrolls are evidence';

-- Numbers without gaps: taken in the transaction that uses them, and given back if it fails.
CREATE TABLE payment.counter (
  name text COLLATE "C" NOT NULL,
  last_number bigint NOT NULL,
  CONSTRAINT counter_pkey PRIMARY KEY (name),
  CONSTRAINT counter_not_negative CHECK (last_number >= 0)
);
COMMENT ON TABLE payment.counter IS 'numbers last given: payments'' references, disbursements';
COMMENT ON COLUMN payment.counter.name IS 'what is numbered';
COMMENT ON COLUMN payment.counter.last_number IS 'the number last given';
ALTER TABLE payment.counter ENABLE ROW LEVEL SECURITY;
INSERT INTO payment.counter (name, last_number) VALUES ('reference', 0), ('disbursement', 0);

-- Takes numbers, and answers the last one before them. Others who take some wait for this transaction: it is called when little is left to do. Parameters: what is numbered; how many.
CREATE FUNCTION payment.take_numbers(name text, how_many bigint) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    UPDATE payment.counter SET last_number = counter.last_number + take_numbers.how_many
     WHERE counter.name = take_numbers.name
    RETURNING counter.last_number - take_numbers.how_many
  $$;
COMMENT ON FUNCTION payment.take_numbers(text, bigint) IS 'takes numbers without gaps, and answers the last one before them';

-- Numbers the payrolls that this transaction has drafted: at its end (authority_payroll_number), so that one who drafts and does not commit keeps nobody
-- waiting; or before what is drafted is approved in the same transaction. Others' drafts are numbered before anybody else sees them.
CREATE FUNCTION payment.number_payrolls() RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    first_number bigint;
    wanted bigint := (SELECT sum(greatest(payroll.items, 1))::bigint FROM payment.authority_payroll AS payroll WHERE payroll.first_reference IS NULL);
  BEGIN
    IF wanted IS NULL THEN
      RETURN;
    END IF;
    first_number := payment.take_numbers('reference', wanted);
    UPDATE payment.authority_payroll AS payroll SET first_reference = first_number + numbered.before
      FROM (SELECT drafted.cycle_month, drafted.authority_code, drafted.programme, drafted.round,
                   sum(greatest(drafted.items, 1)) OVER (ORDER BY drafted.cycle_month, drafted.authority_code, drafted.programme, drafted.round)
                     - greatest(drafted.items, 1) AS before
              FROM payment.authority_payroll AS drafted WHERE drafted.first_reference IS NULL) AS numbered
     WHERE payroll.cycle_month = numbered.cycle_month AND payroll.authority_code = numbered.authority_code AND payroll.programme = numbered.programme
       AND payroll.round = numbered.round;
  END
  $$;
COMMENT ON FUNCTION payment.number_payrolls() IS 'numbers the payrolls that this transaction has drafted';

-- Numbers what the transaction has drafted when it ends, all by the first of its rows. Belongs to the owner, whoever commits.
CREATE FUNCTION payment.number_at_the_end() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM payment.authority_payroll AS payroll
                WHERE payroll.cycle_month = NEW.cycle_month AND payroll.authority_code = NEW.authority_code AND payroll.programme = NEW.programme
                  AND payroll.round = NEW.round AND payroll.first_reference IS NULL) THEN
      PERFORM payment.number_payrolls();
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.number_at_the_end() IS 'numbers what the transaction has drafted when it ends';
CREATE CONSTRAINT TRIGGER authority_payroll_number AFTER INSERT OR UPDATE ON payment.authority_payroll
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.first_reference IS NULL) EXECUTE FUNCTION payment.number_at_the_end();
COMMENT ON TRIGGER authority_payroll_number ON payment.authority_payroll IS 'what is drafted is numbered when its transaction ends, so that nobody waits for it';

REVOKE ALL ON FUNCTION payment.guard_payroll(), payment.take_numbers(text, bigint), payment.number_payrolls(), payment.number_at_the_end() FROM PUBLIC;

COMMIT;

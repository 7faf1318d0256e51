-- ER10, ER14, ER15: what the sweep finds about a claim, for its authority to verify. A finding changes no claim: only an order does.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE civil.finding_transition (
  from_state civil.finding_state NOT NULL,
  to_state civil.finding_state NOT NULL,
  meaning text NOT NULL,
  CONSTRAINT finding_transition_pkey PRIMARY KEY (from_state, to_state)
);
COMMENT ON TABLE civil.finding_transition IS 'which state of a finding may follow which';
COMMENT ON COLUMN civil.finding_transition.from_state IS 'state before';
COMMENT ON COLUMN civil.finding_transition.to_state IS 'state after';
COMMENT ON COLUMN civil.finding_transition.meaning IS 'what happened';
INSERT INTO civil.finding_transition (from_state, to_state, meaning) VALUES
  ('open', 'verified', 'an officer verified the fact'),
  ('open', 'refuted', 'an officer found it wrong'),
  ('open', 'superseded', 'a later event of the registry says otherwise'),
  ('open', 'closed', 'the claim ended'),
  ('verified', 'refuted', 'what was verified turned out wrong'),
  ('verified', 'superseded', 'a later event of the registry says otherwise'),
  ('verified', 'closed', 'the claim ended'),
  ('closed', 'refuted', 'what the claim ended for turned out wrong'),
  ('closed', 'superseded', 'a later event of the registry says otherwise');

-- No foreign key to claim or event: findings are made from both in one statement, and neither is ever removed.
CREATE TABLE civil.finding (
  thai_id welfare.thai_id NOT NULL,
  event_number bigint NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_at timestamptz,
  ended_at timestamptz,
  programme reference.programme_name NOT NULL,
  authority_code integer NOT NULL,
  opened_on date NOT NULL,
  due_on date,
  happened_on date NOT NULL,
  registered_on date NOT NULL,
  settled_on date,
  event_kind civil.event_kind NOT NULL,
  kind civil.finding_kind NOT NULL,
  state civil.finding_state NOT NULL DEFAULT 'open',
  claim_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  settled_by text,
  settled_how text,
  ended_why text,
  CONSTRAINT finding_pkey PRIMARY KEY (thai_id, programme, claim_number, event_number, kind),
  CONSTRAINT finding_settled_whole CHECK (num_nonnulls(settled_at, settled_on, settled_by, settled_how) IN (0, 4)),
  CONSTRAINT finding_settled CHECK (state NOT IN ('verified', 'refuted') OR settled_at IS NOT NULL),
  CONSTRAINT finding_ended CHECK ((state IN ('superseded', 'closed')) <= (ended_at IS NOT NULL AND ended_why IS NOT NULL)),
  CONSTRAINT finding_kind_of_event CHECK (kind = 'question' OR kind::text = event_kind::text)
);
COMMENT ON TABLE civil.finding IS 'findings of the liveness sweep: an event of the registry about the person of a claim';
COMMENT ON COLUMN civil.finding.thai_id IS 'the person';
COMMENT ON COLUMN civil.finding.event_number IS 'the event (civil.event)';
COMMENT ON COLUMN civil.finding.opened_at IS 'when it was found';
COMMENT ON COLUMN civil.finding.settled_at IS 'when an officer recorded what is true';
COMMENT ON COLUMN civil.finding.ended_at IS 'when it was superseded or closed';
COMMENT ON COLUMN civil.finding.programme IS 'programme of the claim';
COMMENT ON COLUMN civil.finding.authority_code IS 'local authority that holds the claim, and verifies';
COMMENT ON COLUMN civil.finding.opened_on IS 'day on which it was found';
COMMENT ON COLUMN civil.finding.due_on IS 'last day of the verification (reference.deadline)';
COMMENT ON COLUMN civil.finding.happened_on IS 'day of the event';
COMMENT ON COLUMN civil.finding.registered_on IS 'day on which the registry recorded it';
COMMENT ON COLUMN civil.finding.settled_on IS 'day of the verification';
COMMENT ON COLUMN civil.finding.event_kind IS 'kind of the event';
COMMENT ON COLUMN civil.finding.kind IS 'the event''s kind, or a question: a match of the ID alone, whose birth date or name differs';
COMMENT ON COLUMN civil.finding.state IS 'state';
COMMENT ON COLUMN civil.finding.claim_number IS 'number of the claim';
COMMENT ON COLUMN civil.finding.district_code IS 'district of the authority';
COMMENT ON COLUMN civil.finding.province_code IS 'province of the authority';
COMMENT ON COLUMN civil.finding.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN civil.finding.settled_by IS 'officer who verified';
COMMENT ON COLUMN civil.finding.settled_how IS 'how it was verified, and what was found';
COMMENT ON COLUMN civil.finding.ended_why IS 'why it was superseded or closed';
CREATE INDEX finding_authority_code ON civil.finding (authority_code) WHERE state = 'open';
COMMENT ON INDEX civil.finding_authority_code IS 'an authority''s open findings';

ALTER TABLE civil.finding ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON civil.finding TO welfare_writer;
CREATE POLICY finding_read ON civil.finding FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY finding_read ON civil.finding IS 'functions that act for a user see what the user''s scope covers';
CREATE POLICY finding_add ON civil.finding FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY finding_add ON civil.finding IS 'a question that is answered becomes the finding that it asked about';
CREATE POLICY finding_change ON civil.finding FOR UPDATE TO welfare_writer
  USING (authority_code = welfare.authority_code()) WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY finding_change ON civil.finding IS 'only users of the holding authority settle';

-- One finding's step: only what is in civil.finding_transition, and what identifies it stays.
CREATE FUNCTION civil.guard_finding() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF (NEW.thai_id, NEW.event_number, NEW.programme, NEW.claim_number, NEW.kind, NEW.event_kind, NEW.happened_on, NEW.registered_on, NEW.opened_on, NEW.sensitive)
       <> (OLD.thai_id, OLD.event_number, OLD.programme, OLD.claim_number, OLD.kind, OLD.event_kind, OLD.happened_on, OLD.registered_on, OLD.opened_on, OLD.sensitive) THEN
      PERFORM reference.refuse('WF065', NULL, 'thai_id, event_number, programme, claim_number');
    END IF;
    IF NEW.state <> OLD.state AND NOT EXISTS (SELECT FROM civil.finding_transition
                                               WHERE finding_transition.from_state = OLD.state AND finding_transition.to_state = NEW.state) THEN
      PERFORM reference.refuse('WF335', NULL, OLD.state::text, NEW.state::text);
    END IF;
    IF NEW.state = OLD.state AND (NEW.settled_at, NEW.settled_on, NEW.settled_by, NEW.settled_how, NEW.ended_why)
                                 IS DISTINCT FROM (OLD.settled_at, OLD.settled_on, OLD.settled_by, OLD.settled_how, OLD.ended_why) THEN
      PERFORM reference.refuse('WF064', NULL, 'civil.finding');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION civil.guard_finding() IS 'refuses steps of a finding that are none';

-- A finding begins as open. Called for those that do not.
CREATE FUNCTION civil.guard_new_finding() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.refuse('WF335', NULL, 'open', NEW.state::text);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION civil.guard_new_finding() IS 'refuses findings that begin otherwise than open';

-- A claim's findings end with it, and follow it to an authority's successor (RC2).
CREATE FUNCTION civil.follow_claim() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF NEW.authority_code <> OLD.authority_code THEN
      UPDATE civil.finding
         SET authority_code = NEW.authority_code, district_code = NEW.district_code, province_code = NEW.province_code
       WHERE finding.thai_id = NEW.thai_id AND finding.programme = NEW.programme AND finding.claim_number = NEW.claim_number;
    END IF;
    IF NEW.state IN ('disposed', 'deleted') THEN
      UPDATE civil.finding
         SET state = 'closed', ended_at = clock_timestamp(), ended_why = 'claim ' || NEW.state
       WHERE finding.thai_id = NEW.thai_id AND finding.programme = NEW.programme AND finding.claim_number = NEW.claim_number
         AND finding.state IN ('open', 'verified');
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION civil.follow_claim() IS 'ends the findings of a claim that ends, and takes them along to a successor';
REVOKE ALL ON FUNCTION civil.guard_finding(), civil.guard_new_finding(), civil.follow_claim() FROM PUBLIC;

CREATE TRIGGER finding_guard BEFORE UPDATE ON civil.finding
  FOR EACH ROW EXECUTE FUNCTION civil.guard_finding();
COMMENT ON TRIGGER finding_guard ON civil.finding IS 'findings take the steps of civil.finding_transition and no other';
-- sweeps add many at once: the condition calls nothing
CREATE TRIGGER finding_guard_new BEFORE INSERT ON civil.finding
  FOR EACH ROW WHEN (NEW.state <> 'open' OR NEW.settled_at IS NOT NULL OR NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION civil.guard_new_finding();
COMMENT ON TRIGGER finding_guard_new ON civil.finding IS 'a finding begins as open';
CREATE TRIGGER finding_no_removal BEFORE DELETE OR TRUNCATE ON civil.finding
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER finding_no_removal ON civil.finding IS 'findings are evidence';
CREATE TRIGGER claim_findings AFTER UPDATE OF state, authority_code ON registry.claim
  FOR EACH ROW WHEN (NEW.state IN ('disposed', 'deleted') AND OLD.state <> NEW.state OR NEW.authority_code <> OLD.authority_code)
  EXECUTE FUNCTION civil.follow_claim();
COMMENT ON TRIGGER claim_findings ON registry.claim IS 'findings end with their claim';

-- Records what the user's own authority found true about an event of the registry, for all of the person's claims there (ER14).
-- Parameters: national ID; number of the event; true: it is so (of a question: it is this person), false: it is not; how it was
-- verified and what was found; day of it. Answers how many findings were settled. A question answered with true becomes the event's finding.
-- Errors: WF001, WF007, WF010, WF016, WF017 a day before the finding, WF334 nothing to settle, WF336 neither officer, delegate nor executive.
CREATE FUNCTION civil.settle_finding(thai_id welfare.thai_id, event_number bigint, is_true boolean, how text, settled_on date DEFAULT welfare.business_date())
  RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    settled integer;
    opened date;
    missing text := CASE WHEN settle_finding.thai_id IS NULL THEN 'thai_id' WHEN settle_finding.event_number IS NULL THEN 'event_number'
                         WHEN settle_finding.is_true IS NULL THEN 'is_true' WHEN coalesce(btrim(settle_finding.how), '') = '' THEN 'how' END;
  BEGIN
    PERFORM registry.require_office('officer', 'delegate', 'executive');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('settled_on', settle_finding.settled_on);
    SELECT max(finding.opened_on) INTO opened
      FROM civil.finding
     WHERE finding.thai_id = settle_finding.thai_id AND finding.event_number = settle_finding.event_number
       AND finding.authority_code = welfare.authority_code()
       AND (finding.state = 'open' OR NOT settle_finding.is_true AND finding.state IN ('verified', 'closed'));
    IF opened IS NULL THEN
      PERFORM reference.refuse('WF334', NULL, settle_finding.thai_id::text);
    END IF;
    IF settle_finding.settled_on < opened THEN
      PERFORM reference.refuse('WF017', NULL, 'settled_on', settle_finding.settled_on::text, 'opened_on', opened::text);
    END IF;
    WITH settled AS (
      UPDATE civil.finding
         SET state = CASE WHEN settle_finding.is_true THEN 'verified' ELSE 'refuted' END::civil.finding_state, settled_at = clock_timestamp(),
             settled_on = settle_finding.settled_on, settled_by = welfare.principal(), settled_how = btrim(settle_finding.how)
       WHERE finding.thai_id = settle_finding.thai_id AND finding.event_number = settle_finding.event_number
         AND finding.authority_code = welfare.authority_code()
         AND (finding.state = 'open' OR NOT settle_finding.is_true AND finding.state IN ('verified', 'closed'))
      RETURNING finding.*
    ),
    asked AS (
      INSERT INTO civil.finding (thai_id, event_number, programme, authority_code, opened_on, due_on, happened_on, registered_on, event_kind, kind,
                                 claim_number, district_code, province_code, sensitive)
      SELECT settled.thai_id, settled.event_number, settled.programme, settled.authority_code, settle_finding.settled_on,
             reference.deadline_after(CASE settled.event_kind WHEN 'death' THEN 'death_verification' ELSE 'finding_verification' END::reference.deadline_kind,
                                      settle_finding.settled_on),
             settled.happened_on, settled.registered_on, settled.event_kind, settled.event_kind::text::civil.finding_kind, settled.claim_number,
             settled.district_code, settled.province_code, settled.sensitive
        FROM settled
       WHERE settled.kind = 'question' AND settle_finding.is_true
      ON CONFLICT DO NOTHING
    )
    SELECT count(*) INTO settled FROM settled;
    RETURN settled;
  END
  $$;
COMMENT ON FUNCTION civil.settle_finding(welfare.thai_id, bigint, boolean, text, date) IS 'records what the user''s own authority found true about an event of the registry (ER14)';

-- The findings of the user's own authority with what the registry has of the person, those due first; an administrator sees all.
-- Parameters: true: those that are settled or ended too. The look is recorded. Errors: WF001, WF007.
-- Belongs to the owner, and names the authority itself: events are nobody's until they are found to be about a claim.
CREATE FUNCTION civil.findings(with_settled boolean DEFAULT false)
  RETURNS TABLE (authority_code integer, national_id welfare.thai_id, event_number bigint, programme reference.programme_name, kind civil.finding_kind,
                 event_kind civil.event_kind, happened_on date, registered_on date, opened_on date, due_on date, overdue boolean,
                 state civil.finding_state, settled_on date, settled_by text, settled_how text, registry_birth_date welfare.birth_date,
                 registry_first_name text, registry_last_name text, new_first_name text, new_last_name text, new_authority_code integer, new_place text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    RETURN QUERY
      SELECT finding.authority_code, finding.thai_id, finding.event_number, finding.programme, finding.kind, finding.event_kind, finding.happened_on,
             finding.registered_on, finding.opened_on, finding.due_on, finding.state = 'open' AND finding.due_on < welfare.business_date(), finding.state,
             finding.settled_on, finding.settled_by, finding.settled_how, event.birth_date, event.first_name, event.last_name, event.new_first_name,
             event.new_last_name, event.new_authority_code, event.new_place
        FROM civil.finding
        JOIN civil.event ON event.thai_id = finding.thai_id AND event.event_number = finding.event_number
       WHERE (finding.authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator')
         AND (finding.state = 'open' OR findings.with_settled)
       ORDER BY finding.due_on, finding.thai_id, finding.event_number, finding.programme;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('civil.findings', NULL, jsonb_build_object('with_settled', findings.with_settled), found);
  END
  $$;
COMMENT ON FUNCTION civil.findings(boolean) IS 'findings of the user''s own authority, with what the registry has of the person';

-- How many findings each authority in the asker's scope has, and how many are overdue; above the authority without health data (AR2).
-- Errors: WF001, WF007.
CREATE FUNCTION civil.finding_counts()
  RETURNS TABLE (authority_code integer, kind civil.finding_kind, opened bigint, still_open bigint, overdue bigint, verified bigint, refuted bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'treasury', 'administrator');
    RETURN QUERY
      SELECT finding.authority_code, finding.kind, count(*), count(*) FILTER (WHERE finding.state = 'open'),
             count(*) FILTER (WHERE finding.state = 'open' AND finding.due_on < welfare.business_date()),
             count(*) FILTER (WHERE finding.state = 'verified'), count(*) FILTER (WHERE finding.state = 'refuted')
        FROM civil.finding
       GROUP BY finding.authority_code, finding.kind
       ORDER BY finding.authority_code, finding.kind;
  END
  $$;
COMMENT ON FUNCTION civil.finding_counts() IS 'how many findings each authority in the asker''s scope has';

REVOKE ALL ON FUNCTION civil.settle_finding(welfare.thai_id, bigint, boolean, text, date),
  civil.findings(boolean), civil.finding_counts() FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION civil.settle_finding(welfare.thai_id, bigint, boolean, text, date) OWNER TO welfare_writer;
ALTER FUNCTION civil.finding_counts() OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION civil.settle_finding(welfare.thai_id, bigint, boolean, text, date) TO welfare_authority;
GRANT EXECUTE ON FUNCTION civil.findings(boolean) TO welfare_authority, welfare_admin;
GRANT EXECUTE ON FUNCTION civil.finding_counts() TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_treasury, welfare_admin;

COMMIT;

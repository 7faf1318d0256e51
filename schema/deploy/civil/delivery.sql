-- ER8.6, ER15, DR15: what the civil registry delivers. Rows are staged by COPY or INSERT, judged in a few statements, and each is kept as an
-- event, found delivered already, or refused with every reason. Events and refused rows are evidence: nothing is lost.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE civil.delivery (
  delivery_number bigint GENERATED ALWAYS AS IDENTITY,
  principal text NOT NULL,
  source text NOT NULL,
  file_name text NOT NULL,
  began_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  received_on date NOT NULL DEFAULT welfare.business_date(),
  finished_at timestamptz,
  swept_at timestamptz,
  row_count integer,
  events_added integer,
  unchanged integer,
  refused integer,
  CONSTRAINT delivery_pkey PRIMARY KEY (delivery_number),
  CONSTRAINT delivery_adds_up CHECK (row_count = events_added + unchanged + refused),
  CONSTRAINT delivery_swept_when_finished CHECK (swept_at IS NULL OR finished_at IS NOT NULL),
  CONSTRAINT delivery_names CHECK (btrim(source) <> '' AND btrim(file_name) <> '')
);
COMMENT ON TABLE civil.delivery IS 'deliveries of the civil registry, with what became of their rows';
COMMENT ON COLUMN civil.delivery.delivery_number IS 'number of the delivery';
COMMENT ON COLUMN civil.delivery.principal IS 'user who delivered';
COMMENT ON COLUMN civil.delivery.source IS 'register that the rows come from';
COMMENT ON COLUMN civil.delivery.file_name IS 'name of the file';
COMMENT ON COLUMN civil.delivery.began_at IS 'when it began';
COMMENT ON COLUMN civil.delivery.received_on IS 'day on which it was received: that on which the registrar told of its events (DR15)';
COMMENT ON COLUMN civil.delivery.finished_at IS 'when its rows were judged';
COMMENT ON COLUMN civil.delivery.swept_at IS 'when its events were first compared with the claims; NULL: not yet';
COMMENT ON COLUMN civil.delivery.row_count IS 'rows delivered';
COMMENT ON COLUMN civil.delivery.events_added IS 'rows kept as events';
COMMENT ON COLUMN civil.delivery.unchanged IS 'rows that had been delivered already';
COMMENT ON COLUMN civil.delivery.refused IS 'rows refused';
CREATE INDEX delivery_unswept ON civil.delivery (delivery_number) WHERE swept_at IS NULL;
COMMENT ON INDEX civil.delivery_unswept IS 'deliveries that no sweep has seen';

-- Staged rows live for one transaction; after a crash the file is delivered again.
CREATE UNLOGGED TABLE civil.event_row (
  delivery_number bigint NOT NULL,
  line_number integer NOT NULL,
  principal text NOT NULL DEFAULT welfare.principal(),
  problem text,
  thai_id text,
  kind text,
  happened_on text,
  registered_on text,
  reported_on text,
  birth_date text,
  first_name text,
  last_name text,
  new_first_name text,
  new_last_name text,
  new_authority_code text,
  new_place text,
  event_reference text,
  CONSTRAINT event_row_pkey PRIMARY KEY (delivery_number, principal, line_number),
  CONSTRAINT event_row_line_number CHECK (line_number > 0)
);
COMMENT ON TABLE civil.event_row IS 'rows as the civil registry delivers them, staged until they are judged';
COMMENT ON COLUMN civil.event_row.delivery_number IS 'the delivery';
COMMENT ON COLUMN civil.event_row.line_number IS 'line of the file on which the record begins';
COMMENT ON COLUMN civil.event_row.principal IS 'user who staged the row; cannot be given';
COMMENT ON COLUMN civil.event_row.problem IS 'why the client could not read the record; NULL when it could';
COMMENT ON COLUMN civil.event_row.thai_id IS 'national ID';
COMMENT ON COLUMN civil.event_row.kind IS 'kind of event: code or Thai name (reference.label, civil_event_kind)';
COMMENT ON COLUMN civil.event_row.happened_on IS 'day of the event, any spelling of RC10';
COMMENT ON COLUMN civil.event_row.registered_on IS 'day on which the registry recorded it';
COMMENT ON COLUMN civil.event_row.reported_on IS 'day on which the registrar received the report; empty: not known';
COMMENT ON COLUMN civil.event_row.birth_date IS 'birth date as the registry has it, any spelling of RC5';
COMMENT ON COLUMN civil.event_row.first_name IS 'first name as the registry had it before the event';
COMMENT ON COLUMN civil.event_row.last_name IS 'last name as the registry had it before the event';
COMMENT ON COLUMN civil.event_row.new_first_name IS 'first name from then on, of a change of name';
COMMENT ON COLUMN civil.event_row.new_last_name IS 'last name from then on, of a change of name';
COMMENT ON COLUMN civil.event_row.new_authority_code IS 'seven-digit code of the local authority moved to; empty: not known or outside the system';
COMMENT ON COLUMN civil.event_row.new_place IS 'place moved to, in words';
COMMENT ON COLUMN civil.event_row.event_reference IS 'the registry''s own number of the event; empty: it gives none';
GRANT INSERT (delivery_number, line_number, problem, thai_id, kind, happened_on, registered_on, reported_on, birth_date, first_name, last_name,
              new_first_name, new_last_name, new_authority_code, new_place, event_reference)
  ON civil.event_row TO welfare_admin, welfare_civil;

-- A crash empties unlogged tables; the mark of an open delivery is then gone with its rows.
CREATE UNLOGGED TABLE civil.delivery_mark (
  delivery_number bigint NOT NULL,
  CONSTRAINT delivery_mark_pkey PRIMARY KEY (delivery_number)
);
COMMENT ON TABLE civil.delivery_mark IS 'open deliveries whose staged rows no crash has emptied';
COMMENT ON COLUMN civil.delivery_mark.delivery_number IS 'the delivery';

CREATE TABLE civil.refused_row (
  delivery_number bigint NOT NULL,
  line_number integer NOT NULL,
  codes text[] NOT NULL,
  reasons text[] NOT NULL,
  raw jsonb NOT NULL,
  CONSTRAINT refused_row_pkey PRIMARY KEY (delivery_number, line_number),
  CONSTRAINT refused_row_delivery_fkey FOREIGN KEY (delivery_number) REFERENCES civil.delivery (delivery_number)
);
COMMENT ON TABLE civil.refused_row IS 'rows that were refused, as they came, with every reason';
COMMENT ON COLUMN civil.refused_row.delivery_number IS 'the delivery';
COMMENT ON COLUMN civil.refused_row.line_number IS 'line of the file';
COMMENT ON COLUMN civil.refused_row.codes IS 'codes of the reasons (reference.message), in their order';
COMMENT ON COLUMN civil.refused_row.reasons IS 'reasons, in the language of who delivered';
COMMENT ON COLUMN civil.refused_row.raw IS 'the row as it was delivered';

CREATE TABLE civil.event (
  thai_id welfare.thai_id NOT NULL,
  event_number bigint GENERATED ALWAYS AS IDENTITY,
  birth_date welfare.birth_date NOT NULL,
  delivery_number bigint NOT NULL,
  happened_on date NOT NULL,
  registered_on date NOT NULL,
  reported_on date,
  received_on date NOT NULL,
  line_number integer NOT NULL,
  new_authority_code integer,
  kind civil.event_kind NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  new_first_name text,
  new_last_name text,
  new_place text,
  event_reference text COLLATE "C" NOT NULL,
  raw jsonb NOT NULL,
  CONSTRAINT event_pkey PRIMARY KEY (thai_id, event_number),
  -- the same event delivered again is the same event
  CONSTRAINT event_once UNIQUE (thai_id, kind, event_reference),
  CONSTRAINT event_delivery_fkey FOREIGN KEY (delivery_number) REFERENCES civil.delivery (delivery_number),
  CONSTRAINT event_registered_after_it_happened CHECK (registered_on >= happened_on),
  CONSTRAINT event_new_name CHECK ((kind = 'name_changed') = (num_nonnulls(new_first_name, new_last_name) > 0))
);
COMMENT ON TABLE civil.event IS 'events of the civil registry, as delivered; evidence';
COMMENT ON COLUMN civil.event.thai_id IS 'national ID, as the registry has it';
COMMENT ON COLUMN civil.event.event_number IS 'number of the event';
COMMENT ON COLUMN civil.event.birth_date IS 'birth date, as the registry has it';
COMMENT ON COLUMN civil.event.delivery_number IS 'delivery that first brought it';
COMMENT ON COLUMN civil.event.happened_on IS 'day of the death, of moving out in the house register (ER8.3), of the change';
COMMENT ON COLUMN civil.event.registered_on IS 'day on which the registry recorded it; the later registered decides';
COMMENT ON COLUMN civil.event.reported_on IS 'day on which the registrar received the report; NULL: not known';
COMMENT ON COLUMN civil.event.received_on IS 'day on which it was received here (DR15)';
COMMENT ON COLUMN civil.event.line_number IS 'line of that delivery''s file';
COMMENT ON COLUMN civil.event.new_authority_code IS 'local authority moved to; NULL: not known or outside the system';
COMMENT ON COLUMN civil.event.kind IS 'kind of event';
COMMENT ON COLUMN civil.event.first_name IS 'first name, as the registry had it before the event';
COMMENT ON COLUMN civil.event.last_name IS 'last name, as the registry had it before the event';
COMMENT ON COLUMN civil.event.new_first_name IS 'first name from then on, of a change of name';
COMMENT ON COLUMN civil.event.new_last_name IS 'last name from then on, of a change of name';
COMMENT ON COLUMN civil.event.new_place IS 'place moved to, in words';
COMMENT ON COLUMN civil.event.event_reference IS 'the registry''s own number of the event; where it gives none, the day of the event';
COMMENT ON COLUMN civil.event.raw IS 'the row as it was delivered';
CREATE INDEX event_received_on ON civil.event (kind, received_on);
COMMENT ON INDEX civil.event_received_on IS 'events of a kind by the day on which they were received';

ALTER TABLE civil.delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE civil.refused_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE civil.event ENABLE ROW LEVEL SECURITY;

CREATE TRIGGER event_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON civil.event
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER event_no_change ON civil.event IS 'what the registry delivered is evidence';
CREATE TRIGGER refused_row_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON civil.refused_row
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER refused_row_no_change ON civil.refused_row IS 'what the registry delivered is evidence';
CREATE TRIGGER delivery_no_removal BEFORE DELETE OR TRUNCATE ON civil.delivery
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER delivery_no_removal ON civil.delivery IS 'deliveries are evidence';

-- Opens a delivery. Parameters: name of the file; register that its rows come from. Answers the number to stage rows under.
-- Errors: WF001 nobody is signed in, WF007 neither the civil registry nor an administrator, WF010 no name.
CREATE FUNCTION civil.begin_delivery(file_name text, source text DEFAULT 'ทะเบียนราษฎร') RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    opened bigint;
    missing text := CASE WHEN coalesce(btrim(begin_delivery.file_name), '') = '' THEN 'file_name'
                         WHEN coalesce(btrim(begin_delivery.source), '') = '' THEN 'source' END;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    PERFORM reference.require_duty('civil_registry', 'administrator');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    INSERT INTO civil.delivery (principal, source, file_name)
    VALUES (welfare.principal(), begin_delivery.source, begin_delivery.file_name)
    RETURNING delivery_number INTO opened;
    INSERT INTO civil.delivery_mark (delivery_number) VALUES (opened);
    RETURN opened;
  END
  $$;
COMMENT ON FUNCTION civil.begin_delivery(text, text) IS 'opens a delivery and answers the number to stage its rows under';

-- The refused rows of one of the caller's own deliveries. Errors: WF330.
CREATE FUNCTION civil.refused_rows(delivery_number bigint)
  RETURNS TABLE (line_number integer, reason text, codes text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('civil_registry', 'administrator');
    IF NOT EXISTS (SELECT FROM civil.delivery
                    WHERE delivery.delivery_number = refused_rows.delivery_number AND delivery.principal = welfare.principal()) THEN
      PERFORM reference.refuse('WF330', NULL, coalesce(refused_rows.delivery_number::text, 'NULL'));
    END IF;
    RETURN QUERY
      SELECT refused_row.line_number, array_to_string(refused_row.reasons, '; '), refused_row.codes
        FROM civil.refused_row
       WHERE refused_row.delivery_number = refused_rows.delivery_number
       ORDER BY refused_row.line_number;
  END
  $$;
COMMENT ON FUNCTION civil.refused_rows(bigint) IS 'refused rows of one of the caller''s own deliveries, by line';

REVOKE ALL ON FUNCTION civil.begin_delivery(text, text), civil.refused_rows(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION civil.begin_delivery(text, text), civil.refused_rows(bigint) TO welfare_admin, welfare_civil;

COMMIT;

-- RC1, RC5, RC10, DR15: every delivered row is kept as an event, found delivered already, or refused with all its reasons.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE UNLOGGED TABLE civil.candidate (
  delivery_number bigint NOT NULL,
  line_number integer NOT NULL,
  thai_id welfare.thai_id,
  birth_date welfare.birth_date,
  happened_on date,
  registered_on date,
  reported_on date,
  new_authority_code integer,
  kind civil.event_kind,
  first_name text,
  last_name text,
  new_first_name text,
  new_last_name text,
  new_place text,
  event_reference text,
  raw jsonb NOT NULL,
  problems text[],
  CONSTRAINT candidate_pkey PRIMARY KEY (delivery_number, line_number)
);
COMMENT ON TABLE civil.candidate IS 'what staged rows mean, while a delivery is judged';
COMMENT ON COLUMN civil.candidate.delivery_number IS 'the delivery';
COMMENT ON COLUMN civil.candidate.line_number IS 'line of the file';
COMMENT ON COLUMN civil.candidate.thai_id IS 'national ID';
COMMENT ON COLUMN civil.candidate.birth_date IS 'birth date';
COMMENT ON COLUMN civil.candidate.happened_on IS 'day of the event';
COMMENT ON COLUMN civil.candidate.registered_on IS 'day on which the registry recorded it';
COMMENT ON COLUMN civil.candidate.reported_on IS 'day on which the registrar received the report';
COMMENT ON COLUMN civil.candidate.new_authority_code IS 'local authority moved to';
COMMENT ON COLUMN civil.candidate.kind IS 'kind of event';
COMMENT ON COLUMN civil.candidate.first_name IS 'first name before the event';
COMMENT ON COLUMN civil.candidate.last_name IS 'last name before the event';
COMMENT ON COLUMN civil.candidate.new_first_name IS 'first name from then on';
COMMENT ON COLUMN civil.candidate.new_last_name IS 'last name from then on';
COMMENT ON COLUMN civil.candidate.new_place IS 'place moved to, in words';
COMMENT ON COLUMN civil.candidate.event_reference IS 'the registry''s own number of the event, or its day';
COMMENT ON COLUMN civil.candidate.raw IS 'the row as it was delivered';
COMMENT ON COLUMN civil.candidate.problems IS 'why it is refused, each behind its code; NULL: it is not';

-- Why a staged row cannot be taken: every reason behind its code; NULL when it can. Parameters: the row as staged; what it means; today.
CREATE FUNCTION civil.problems_of(typed civil.event_row, meant civil.candidate, today date) RETURNS text[]
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE WHEN typed.problem IS NOT NULL THEN ARRAY[registry.reason('WF023', typed.problem)]
                ELSE nullif(array_remove(ARRAY[
      CASE WHEN meant.thai_id IS NULL
             THEN CASE WHEN coalesce(btrim(typed.thai_id), '') = '' THEN registry.reason('WF010', 'thai_id')
                       ELSE registry.reason('WF012', 'thai_id', registry.literal_problem(typed.thai_id, 'thai_id')) END
           WHEN welfare.thai_id_category(meant.thai_id) NOT BETWEEN 1 AND 8
             THEN registry.reason('WF013', welfare.format_thai_id(meant.thai_id), welfare.thai_id_category(meant.thai_id)::text) END,
      CASE WHEN meant.kind IS NULL
             THEN CASE WHEN coalesce(btrim(typed.kind), '') = '' THEN registry.reason('WF010', 'kind')
                       ELSE registry.reason('WF011', 'kind', typed.kind, registry.known_values('civil_event_kind')) END END,
      registry.date_problem('happened_on', typed.happened_on, meant.happened_on, problems_of.today),
      registry.date_problem('registered_on', typed.registered_on, meant.registered_on, problems_of.today),
      CASE WHEN coalesce(btrim(typed.reported_on), '') <> ''
             THEN registry.date_problem('reported_on', typed.reported_on, meant.reported_on, problems_of.today) END,
      CASE WHEN meant.registered_on < meant.happened_on
             THEN registry.reason('WF017', 'registered_on', meant.registered_on::text, 'happened_on', meant.happened_on::text) END,
      CASE WHEN meant.birth_date IS NULL
             THEN CASE WHEN coalesce(btrim(typed.birth_date), '') = '' THEN registry.reason('WF010', 'birth_date')
                       ELSE registry.reason('WF012', 'birth_date', registry.literal_problem(typed.birth_date, 'birth_date')) END
           WHEN meant.happened_on < welfare.legal_birth_date(meant.birth_date)
             THEN registry.reason('WF017', 'happened_on', meant.happened_on::text, 'birth_date', meant.birth_date::text) END,
      registry.text_problem('first_name', meant.first_name, true, 200),
      registry.text_problem('last_name', meant.last_name, true, 200),
      CASE WHEN meant.kind = 'name_changed' AND meant.new_first_name IS NULL AND meant.new_last_name IS NULL
             THEN registry.reason('WF010', 'new_first_name, new_last_name') END,
      CASE WHEN meant.kind <> 'name_changed' AND num_nonnulls(meant.new_first_name, meant.new_last_name) > 0
             THEN registry.reason('WF011', 'new_first_name, new_last_name', concat_ws(' ', meant.new_first_name, meant.new_last_name), 'name_changed') END,
      registry.text_problem('new_first_name', meant.new_first_name, false, 200),
      registry.text_problem('new_last_name', meant.new_last_name, false, 200),
      registry.text_problem('new_place', meant.new_place, false, 400),
      registry.text_problem('event_reference', meant.event_reference, false, 60),
      CASE WHEN coalesce(btrim(typed.new_authority_code), '') <> ''
             AND NOT EXISTS (SELECT FROM reference.local_authority WHERE local_authority.authority_code = meant.new_authority_code)
             THEN registry.reason('WF014', typed.new_authority_code, coalesce(meant.happened_on::text, 'NULL')) END], NULL), '{}') END
  $$;
COMMENT ON FUNCTION civil.problems_of(civil.event_row, civil.candidate, date) IS 'why a staged row cannot be taken: every reason behind its code';

-- Judges and records the rows staged under a delivery of the caller's own. Parameters: number of the delivery. Answers counts of rows.
-- Errors: WF001, WF330, WF331 when a crash has emptied the staging, WF333 when rows were staged meanwhile.
-- Belongs to the owner: it writes evidence, which no role may.
CREATE FUNCTION civil.finish_delivery(delivery_number bigint)
  RETURNS TABLE (row_count integer, events_added integer, unchanged integer, refused integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    today date := welfare.business_date();
    received date;
    staged bigint;
    deleted bigint;
    added bigint;
    refusals bigint;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    PERFORM reference.require_duty('civil_registry', 'administrator');
    SELECT delivery.received_on INTO received
      FROM civil.delivery
     WHERE delivery.delivery_number = finish_delivery.delivery_number AND delivery.principal = welfare.principal() AND delivery.finished_at IS NULL
       FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF330', NULL, coalesce(finish_delivery.delivery_number::text, 'NULL'));
    END IF;
    DELETE FROM civil.delivery_mark WHERE delivery_mark.delivery_number = finish_delivery.delivery_number;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF331', NULL, finish_delivery.delivery_number::text);
    END IF;

    INSERT INTO civil.candidate AS candidate
    SELECT (read.typed).delivery_number, (read.typed).line_number, (read.meant).thai_id, (read.meant).birth_date, (read.meant).happened_on,
           (read.meant).registered_on, (read.meant).reported_on, (read.meant).new_authority_code, (read.meant).kind, (read.meant).first_name,
           (read.meant).last_name, (read.meant).new_first_name, (read.meant).new_last_name, (read.meant).new_place, (read.meant).event_reference,
           jsonb_strip_nulls(to_jsonb(read.typed) - '{delivery_number,line_number,principal}'::text[]),
           civil.problems_of(read.typed, read.meant, today)
      FROM (SELECT event_row AS typed,
                   ROW(event_row.delivery_number, event_row.line_number, welfare.try_thai_id(event_row.thai_id),
                       welfare.try_birth_date(event_row.birth_date), welfare.try_thai_date(event_row.happened_on),
                       welfare.try_thai_date(event_row.registered_on), welfare.try_thai_date(event_row.reported_on),
                       registry.try_code(event_row.new_authority_code, '^[1-9][0-9]{6}$'), word.value,
                       nullif(welfare.normalise_thai(event_row.first_name), ''), nullif(welfare.normalise_thai(event_row.last_name), ''),
                       nullif(welfare.normalise_thai(event_row.new_first_name), ''), nullif(welfare.normalise_thai(event_row.new_last_name), ''),
                       nullif(welfare.normalise_thai(event_row.new_place), ''),
                       coalesce(nullif(btrim(event_row.event_reference), ''), welfare.try_thai_date(event_row.happened_on)::text),
                       '{}'::jsonb, NULL::text[])::civil.candidate AS meant
              FROM civil.event_row
              LEFT JOIN reference.word ON word.kind = 'civil_event_kind' AND word.word = lower(welfare.normalise_thai(event_row.kind))
             WHERE event_row.delivery_number = finish_delivery.delivery_number AND event_row.principal = welfare.principal()
            OFFSET 0) AS read;
    GET DIAGNOSTICS staged = ROW_COUNT;

    -- the first line of an event stands; those after it say the same, or are refused
    INSERT INTO civil.event (thai_id, birth_date, delivery_number, happened_on, registered_on, reported_on, received_on, line_number,
                             new_authority_code, kind, first_name, last_name, new_first_name, new_last_name, new_place, event_reference, raw)
    SELECT candidate.thai_id, candidate.birth_date, candidate.delivery_number, candidate.happened_on, candidate.registered_on,
           candidate.reported_on, received, candidate.line_number, candidate.new_authority_code, candidate.kind, candidate.first_name,
           candidate.last_name, candidate.new_first_name, candidate.new_last_name, candidate.new_place, candidate.event_reference, candidate.raw
      FROM civil.candidate
     WHERE candidate.delivery_number = finish_delivery.delivery_number AND candidate.problems IS NULL
     ORDER BY candidate.thai_id, candidate.line_number
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS added = ROW_COUNT;

    INSERT INTO civil.refused_row (delivery_number, line_number, codes, reasons, raw)
    SELECT candidate.delivery_number, candidate.line_number, ARRAY(SELECT left(problem, 5) FROM unnest(told.problems) AS problem),
           ARRAY(SELECT substr(problem, 7) FROM unnest(told.problems) AS problem), candidate.raw
      FROM civil.candidate
      LEFT JOIN civil.event
        ON candidate.problems IS NULL AND event.thai_id = candidate.thai_id AND event.kind = candidate.kind
       AND event.event_reference = candidate.event_reference
     CROSS JOIN LATERAL (
       SELECT coalesce(candidate.problems,
                       CASE WHEN (event.birth_date, event.happened_on, event.registered_on, event.reported_on, event.new_authority_code, event.first_name,
                                  event.last_name, event.new_first_name, event.new_last_name, event.new_place)
                                 IS DISTINCT FROM
                                 (candidate.birth_date, candidate.happened_on, candidate.registered_on, candidate.reported_on, candidate.new_authority_code,
                                  candidate.first_name, candidate.last_name, candidate.new_first_name, candidate.new_last_name, candidate.new_place)
                            THEN ARRAY[registry.reason('WF332', candidate.event_reference, event.delivery_number || ':' || event.line_number)] END) AS problems
     ) AS told
     WHERE candidate.delivery_number = finish_delivery.delivery_number AND told.problems IS NOT NULL;
    GET DIAGNOSTICS refusals = ROW_COUNT;

    DELETE FROM civil.candidate WHERE candidate.delivery_number = finish_delivery.delivery_number;
    -- A row staged since the others were judged would be thrown away unread: then nothing is recorded at all.
    DELETE FROM civil.event_row
     WHERE event_row.delivery_number = finish_delivery.delivery_number AND event_row.principal = welfare.principal();
    GET DIAGNOSTICS deleted = ROW_COUNT;
    IF deleted <> staged THEN
      PERFORM reference.refuse('WF333', NULL, finish_delivery.delivery_number::text);
    END IF;
    UPDATE civil.delivery
       SET finished_at = clock_timestamp(), row_count = staged, events_added = added, unchanged = staged - added - refusals, refused = refusals
     WHERE delivery.delivery_number = finish_delivery.delivery_number;
    RETURN QUERY SELECT staged::integer, added::integer, (staged - added - refusals)::integer, refusals::integer;
  END
  $$;
COMMENT ON FUNCTION civil.finish_delivery(bigint) IS 'judges and records the staged rows of a delivery: each is kept, found delivered already or refused';

-- DR15: how many deaths the registrars told of in time, measured and enforced nowhere. Parameters: first and last day of receipt.
-- A death whose report's day is not known is neither in time nor late. Errors: WF001, WF007, WF010. Counts alone.
CREATE FUNCTION civil.registrar_reports(from_day date, to_day date)
  RETURNS TABLE (deaths bigint, in_time bigint, late bigint, not_known bigint, longest_days integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN registrar_reports.from_day IS NULL THEN 'from_day' WHEN registrar_reports.to_day IS NULL THEN 'to_day' END;
  BEGIN
    PERFORM reference.require_duty('civil_registry', 'administrator', 'department');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    RETURN QUERY
      SELECT count(*), count(*) FILTER (WHERE event.received_on <= due.day), count(*) FILTER (WHERE event.received_on > due.day),
             count(*) FILTER (WHERE due.day IS NULL), max(event.received_on - event.reported_on)
        FROM civil.event
       CROSS JOIN LATERAL (SELECT reference.deadline_after('registrar_report', event.reported_on)) AS due (day)
       WHERE event.kind = 'death' AND event.received_on BETWEEN registrar_reports.from_day AND registrar_reports.to_day;
  END
  $$;
COMMENT ON FUNCTION civil.registrar_reports(date, date) IS 'how many deaths the registrars told of in time (DR15)';

REVOKE ALL ON FUNCTION civil.problems_of(civil.event_row, civil.candidate, date), civil.finish_delivery(bigint), civil.registrar_reports(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION civil.finish_delivery(bigint) TO welfare_admin, welfare_civil;
GRANT EXECUTE ON FUNCTION civil.registrar_reports(date, date) TO welfare_admin, welfare_department, welfare_civil;

COMMIT;

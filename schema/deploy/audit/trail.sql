-- QS5: reading the trail, and verifying it against its seals.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Entries, the newest first, with how many match in all. For administrators; the look is recorded itself.
-- Parameters: whose data; table or function (schema.name); user; from when (inclusive) to when (exclusive); page, from 1;
-- rows of a page, 1 to 1000. Errors: WF001, WF004, WF206 neither person nor time, WF207.
CREATE FUNCTION audit.trail(
    thai_id welfare.thai_id DEFAULT NULL,
    relation text DEFAULT NULL,
    principal text DEFAULT NULL,
    recorded_from timestamptz DEFAULT NULL,
    recorded_to timestamptz DEFAULT NULL,
    page integer DEFAULT 1,
    page_size integer DEFAULT 20)
  RETURNS TABLE (total bigint, entry_id bigint, entry_recorded_at timestamptz, entry_principal text, duty text, role_name text,
                 login_name text, client text, action audit.action, entry_relation text, entry_thai_id welfare.thai_id, key jsonb,
                 before jsonb, after jsonb, changed text[], reason text, row_count bigint, transaction_id xid8)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  -- What was not asked for must not cost: the statement is planned for each question.
  SET plan_cache_mode = force_custom_plan
  AS $$
  DECLARE
    given bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF trail.thai_id IS NULL AND trail.recorded_from IS NULL THEN
      PERFORM reference.refuse('WF206', NULL);
    END IF;
    IF (trail.page >= 1 AND trail.page_size BETWEEN 1 AND 1000) IS NOT TRUE THEN
      PERFORM reference.refuse('WF207', NULL, format('%s/%s', trail.page, trail.page_size));
    END IF;
    RETURN QUERY
      SELECT count(*) OVER (), entry.entry_id, entry.recorded_at, entry.principal, entry.duty, entry.role_name, entry.login_name,
             entry.client, entry.action, entry.relation, entry.thai_id, entry.key, entry.before, entry.after, entry.changed,
             entry.reason, entry.row_count, entry.transaction_id
        FROM audit.entry
       WHERE (trail.thai_id IS NULL OR entry.thai_id = trail.thai_id)
         AND (trail.relation IS NULL OR entry.relation = trail.relation)
         AND (trail.principal IS NULL OR entry.principal = trail.principal)
         AND (trail.recorded_from IS NULL OR entry.recorded_at >= trail.recorded_from)
         AND (trail.recorded_to IS NULL OR entry.recorded_at < trail.recorded_to)
       ORDER BY entry.entry_id DESC
       LIMIT trail.page_size OFFSET (trail.page - 1)::bigint * trail.page_size;
    GET DIAGNOSTICS given = ROW_COUNT;
    PERFORM audit.record_look('audit.trail', trail.thai_id,
                              jsonb_build_object('relation', trail.relation, 'principal', trail.principal, 'recorded_from', trail.recorded_from,
                                                 'recorded_to', trail.recorded_to, 'page', trail.page, 'page_size', trail.page_size), given);
  END
  $$;
COMMENT ON FUNCTION audit.trail(welfare.thai_id, text, text, timestamptz, timestamptz, integer, integer) IS 'entries of the audit trail, the newest first; the look is recorded itself';

-- Compares each day that is over with its seal, and each seal with the one before. For administrators.
-- Parameters: first day, NULL for the first there is; last day, NULL for yesterday; chain of the last day as it was kept
-- outside, NULL when it was not. Answers a row a day; an intact day has no findings. Errors: WF001, WF004.
CREATE FUNCTION audit.verify(from_day date DEFAULT NULL, to_day date DEFAULT NULL, expected_chain bytea DEFAULT NULL)
  RETURNS TABLE (day date, entries bigint, chain bytea, findings audit.finding[], explanation text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    first_sealed date := (SELECT min(seal.day) FROM audit.seal);
    last_day date := least(coalesce(verify.to_day, audit.today() - 1), audit.today() - 1);
  BEGIN
    PERFORM reference.require_administrator();
    RETURN QUERY
      SELECT compared.day, compared.entries, compared.chain, compared.findings,
             (SELECT string_agg(reference.message_text(CASE finding
                                                         WHEN 'not_sealed' THEN 'WF210'
                                                         WHEN 'entries_missing' THEN 'WF211'
                                                         WHEN 'entries_added' THEN 'WF212'
                                                         WHEN 'entries_changed' THEN 'WF213'
                                                         WHEN 'chain_broken' THEN 'WF214'
                                                         WHEN 'chain_differs' THEN 'WF215'
                                                       END), '; ' ORDER BY finding)
                FROM unnest(compared.findings) AS finding)
        FROM (SELECT checked.day, found.entries, seal.chain,
                     array_remove(ARRAY[
                       CASE WHEN seal.day IS NULL THEN 'not_sealed' END,
                       CASE WHEN found.entries < seal.entries THEN 'entries_missing' END,
                       CASE WHEN found.entries > seal.entries THEN 'entries_added' END,
                       CASE WHEN found.entries = seal.entries
                             AND (found.digest, found.first_entry, found.last_entry) IS DISTINCT FROM (seal.digest, seal.first_entry, seal.last_entry)
                            THEN 'entries_changed' END,
                       CASE WHEN seal.day IS NOT NULL
                             AND (seal.previous_day IS DISTINCT FROM previous.day OR seal.chain <> audit.chain_of(previous.chain, seal))
                            THEN 'chain_broken' END,
                       CASE WHEN verify.expected_chain IS NOT NULL AND checked.day = last_day AND seal.chain IS DISTINCT FROM verify.expected_chain
                            THEN 'chain_differs' END]::audit.finding[], NULL) AS findings
                FROM (SELECT first_sealed + number AS day FROM generate_series(0, last_day - first_sealed) AS number
                       UNION
                      -- entries where no seal ever was, and the last day, whatever there is
                      SELECT (entry.recorded_at AT TIME ZONE 'Asia/Bangkok')::date FROM audit.entry
                       WHERE entry.recorded_at < audit.start_of(coalesce(first_sealed, last_day + 1))
                       UNION
                      SELECT last_day WHERE verify.expected_chain IS NOT NULL) AS checked (day)
               CROSS JOIN LATERAL audit.digest_of(checked.day) AS found
                LEFT JOIN audit.seal ON seal.day = checked.day
                LEFT JOIN audit.seal AS previous ON previous.day = checked.day - 1
               WHERE (verify.from_day IS NULL OR checked.day >= verify.from_day) AND checked.day <= last_day) AS compared
       ORDER BY compared.day;
  END
  $$;
COMMENT ON FUNCTION audit.verify(date, date, bytea) IS 'compares each day with its seal and each seal with the one before; an intact day has no findings';

REVOKE ALL ON FUNCTION audit.trail(welfare.thai_id, text, text, timestamptz, timestamptz, integer, integer),
  audit.verify(date, date, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.trail(welfare.thai_id, text, text, timestamptz, timestamptz, integer, integer),
  audit.verify(date, date, bytea) TO welfare_admin;

COMMIT;

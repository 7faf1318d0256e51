-- QS5: each day is sealed with a hash over its entries, chained to the day before. Whoever alters an entry with the
-- triggers out of the way changes its day's hash; whoever recomputes that changes every seal after it; and the last
-- seal's value is kept outside the database.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE audit.seal (
  day date NOT NULL,
  previous_day date,
  first_entry bigint,
  last_entry bigint,
  entries bigint NOT NULL,
  digest bytea NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sealed_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user::text),
  chain bytea NOT NULL,
  CONSTRAINT seal_pkey PRIMARY KEY (day),
  CONSTRAINT seal_previous_day CHECK (previous_day = day - 1),
  CONSTRAINT seal_range CHECK (entries >= 0 AND (entries = 0) = (first_entry IS NULL) AND (entries = 0) = (last_entry IS NULL)),
  CONSTRAINT seal_sha256 CHECK (length(digest) = 32 AND length(chain) = 32)
);
COMMENT ON TABLE audit.seal IS 'seals of the days of audit.entry, each chained to the day before';
COMMENT ON COLUMN audit.seal.day IS 'day in Asia/Bangkok';
COMMENT ON COLUMN audit.seal.previous_day IS 'the day before, whose seal this one continues; NULL for the first';
COMMENT ON COLUMN audit.seal.first_entry IS 'least entry_id of the day; NULL when it has no entries';
COMMENT ON COLUMN audit.seal.last_entry IS 'greatest entry_id of the day';
COMMENT ON COLUMN audit.seal.entries IS 'entries of the day';
COMMENT ON COLUMN audit.seal.digest IS 'SHA-256 over the entries of the day';
COMMENT ON COLUMN audit.seal.sealed_at IS 'when it was sealed';
COMMENT ON COLUMN audit.seal.sealed_by IS 'user, or else database role, that sealed it';
COMMENT ON COLUMN audit.seal.chain IS 'SHA-256 over the chain of the day before and every other column of this row; keep the last one outside';
ALTER TABLE audit.seal ENABLE ROW LEVEL SECURITY;

CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.seal
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
COMMENT ON TRIGGER seal_append_only ON audit.seal IS 'QS5: seals are never changed or removed';

-- The moment at which a day begins in Thailand.
CREATE FUNCTION audit.start_of(day date) RETURNS timestamptz
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN day::timestamp AT TIME ZONE 'Asia/Bangkok';
COMMENT ON FUNCTION audit.start_of(date) IS 'moment at which a day begins in Asia/Bangkok';

-- What the server's clock takes for today in Thailand; tests cannot move it, as recorded_at cannot be moved either.
CREATE FUNCTION audit.today() RETURNS date
  LANGUAGE sql VOLATILE PARALLEL SAFE
  RETURN (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date;
COMMENT ON FUNCTION audit.today() IS 'date in Asia/Bangkok by the server''s clock';

-- The digest of a day's entries, with what it covers. Parameters: day.
-- An entry is hashed as the text of its row, its blocks of 4096 numbers as the hashes of their entries, the day as the
-- hashes of its blocks: what is sorted and held is 32 bytes an entry at most, and the sort goes to disk.
CREATE FUNCTION audit.digest_of(day date, OUT first_entry bigint, OUT last_entry bigint, OUT entries bigint, OUT digest bytea)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  -- The text of a row must not depend on the session.
  SET TimeZone = 'UTC'
  SET DateStyle = 'ISO, YMD'
  SET IntervalStyle = 'postgres'
  SET bytea_output = 'hex'
  SET extra_float_digits = 1
  AS $$
    SELECT min(block.first_entry), max(block.last_entry), coalesce(sum(block.entries), 0)::bigint,
           sha256(coalesce(string_agg(block.digest, '' ORDER BY block.number), ''))
      FROM (SELECT hashed.entry_id / 4096 AS number, min(hashed.entry_id) AS first_entry, max(hashed.entry_id) AS last_entry,
                   count(*) AS entries, sha256(string_agg(hashed.digest, '' ORDER BY hashed.entry_id)) AS digest
              FROM (SELECT entry.entry_id,
                           sha256(convert_to(ROW(entry.entry_id, entry.recorded_at, entry.principal, entry.duty, entry.role_name,
                                                 entry.login_name, entry.client, entry.action, entry.relation, entry.thai_id, entry.key,
                                                 entry.before, entry.after, entry.changed, entry.reason, entry.row_count,
                                                 entry.transaction_id)::text, 'UTF8')) AS digest
                      FROM audit.entry
                     WHERE entry.recorded_at >= audit.start_of(digest_of.day)
                       AND entry.recorded_at < audit.start_of(digest_of.day + 1)) AS hashed
             GROUP BY hashed.entry_id / 4096) AS block
  $$;
COMMENT ON FUNCTION audit.digest_of(date) IS 'SHA-256 over the entries of a day, with how many and which they are';

-- The chain value of a seal. Parameters: chain of the day before, NULL for the first; the seal, whatever its chain says.
CREATE FUNCTION audit.chain_of(previous bytea, seal audit.seal) RETURNS bytea
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET TimeZone = 'UTC'
  SET DateStyle = 'ISO, YMD'
  SET bytea_output = 'hex'
  AS $$
    SELECT sha256(coalesce(previous, '') || convert_to(ROW(seal.day, seal.previous_day, seal.first_entry, seal.last_entry, seal.entries,
                                                           seal.digest, seal.sealed_at, seal.sealed_by)::text, 'UTF8'))
  $$;
COMMENT ON FUNCTION audit.chain_of(bytea, audit.seal) IS 'SHA-256 over the chain of the day before and a seal';

-- Waits until whoever was writing entries when it was called has finished. Whoever begins later reads the clock later,
-- so after this no entry of a day that is over is still to come.
-- A SHARE lock waits for every writer; it is taken in a subtransaction that is undone, so that it is held for a moment
-- only, and asked for half a second at a time, because new writers queue behind it.
CREATE FUNCTION audit.wait_for_writers() RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET lock_timeout = '500ms'
  AS $$
  BEGIN
    LOOP
      BEGIN
        LOCK TABLE audit.entry IN SHARE MODE;
        RAISE EXCEPTION USING ERRCODE = 'WF2ZZ';
      EXCEPTION
        WHEN SQLSTATE 'WF2ZZ' THEN RETURN;
        WHEN lock_not_available THEN PERFORM pg_sleep(0.2);
      END;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION audit.wait_for_writers() IS 'waits until whoever is writing entries has finished';

-- Seals a day that is over, and every day before it that is not sealed, empty ones too; the chain begins with the day of
-- the first entry. A day that is sealed already is left alone. Run it in a transaction of its own.
-- Parameters: day in Asia/Bangkok. Answers what it sealed. Errors: WF001, WF004, WF010, WF202, WF203, WF204.
CREATE FUNCTION audit.seal_day(day date) RETURNS TABLE (sealed_day date, sealed_entries bigint, sealed_chain bytea)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    newest audit.seal;
    earliest date;
    made audit.seal;
  BEGIN
    PERFORM reference.require_administrator();
    IF seal_day.day IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'day');
    END IF;
    IF seal_day.day >= audit.today() THEN
      PERFORM reference.refuse('WF202', NULL, seal_day.day::text, audit.today()::text);
    END IF;
    IF current_setting('transaction_isolation') <> 'read committed' THEN
      PERFORM reference.refuse('WF204', NULL, upper(current_setting('transaction_isolation')));
    END IF;
    -- One session seals at a time; each statement from here on sees what has been committed before it.
    LOCK TABLE audit.seal IN SHARE ROW EXCLUSIVE MODE;
    PERFORM audit.wait_for_writers();
    SELECT * INTO newest FROM audit.seal ORDER BY seal.day DESC LIMIT 1;
    IF newest.day IS NULL THEN
      SELECT (min(entry.recorded_at) AT TIME ZONE 'Asia/Bangkok')::date INTO earliest FROM audit.entry;
    ELSE
      SELECT min(seal.day) INTO earliest FROM audit.seal;
    END IF;
    IF earliest IS NULL THEN
      RETURN;
    END IF;
    IF seal_day.day < earliest THEN
      PERFORM reference.refuse('WF203', NULL, seal_day.day::text, earliest::text);
    END IF;
    FOR next_day IN 0 .. seal_day.day - coalesce(newest.day + 1, earliest) LOOP
      made := NULL;
      made.day := coalesce(newest.day + 1, earliest);
      made.previous_day := newest.day;
      SELECT found.first_entry, found.last_entry, found.entries, found.digest
        INTO made.first_entry, made.last_entry, made.entries, made.digest
        FROM audit.digest_of(made.day) AS found;
      made.sealed_at := clock_timestamp();
      made.sealed_by := coalesce(welfare.principal(), session_user::text);
      made.chain := audit.chain_of(newest.chain, made);
      INSERT INTO audit.seal SELECT made.*;
      newest := made;
      sealed_day := made.day;
      sealed_entries := made.entries;
      sealed_chain := made.chain;
      RETURN NEXT;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION audit.seal_day(date) IS 'seals a day that is over, and every day before it that is not sealed';

-- Seals every day up to yesterday. Answers what it sealed: keep the last chain outside. Errors: as audit.seal_day.
CREATE FUNCTION audit.seal_days() RETURNS TABLE (sealed_day date, sealed_entries bigint, sealed_chain bytea)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    RETURN QUERY SELECT * FROM audit.seal_day(audit.today() - 1);
  EXCEPTION WHEN SQLSTATE 'WF203' THEN
    -- The first entry is of today: there is nothing to seal yet.
    RETURN;
  END
  $$;
COMMENT ON FUNCTION audit.seal_days() IS 'seals every day up to yesterday';

REVOKE ALL ON FUNCTION audit.start_of(date), audit.today(), audit.digest_of(date), audit.chain_of(bytea, audit.seal),
  audit.wait_for_writers(), audit.seal_day(date), audit.seal_days() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.seal_day(date), audit.seal_days() TO welfare_admin;

COMMIT;

-- QS5: the trail itself. One row per row changed, per look at a person, per call worth telling.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Who and when are defaults, so that whoever records an entry says only what was done.
CREATE TABLE audit.entry (
  entry_id bigint GENERATED ALWAYS AS IDENTITY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  principal text DEFAULT welfare.principal(),
  duty text DEFAULT welfare.duty(),
  role_name text NOT NULL DEFAULT coalesce(nullif(current_setting('role'), 'none'), session_user::text),
  login_name text NOT NULL DEFAULT session_user,
  client text DEFAULT nullif(concat_ws(' ', host(inet_client_addr()), nullif(current_setting('application_name'), '')), ''),
  action audit.action NOT NULL,
  relation text NOT NULL,
  thai_id welfare.thai_id,
  key jsonb,
  before jsonb,
  after jsonb,
  changed text[],
  reason text DEFAULT left(welfare.reason(), 500),
  row_count bigint,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT entry_pkey PRIMARY KEY (entry_id),
  CONSTRAINT entry_relation_given CHECK (relation <> '')
);
COMMENT ON TABLE audit.entry IS 'append-only trail of changes and looks; sealed by audit.seal_days';
COMMENT ON COLUMN audit.entry.entry_id IS 'number; a transaction rolled back leaves a gap';
COMMENT ON COLUMN audit.entry.recorded_at IS 'when, by the server''s clock';
COMMENT ON COLUMN audit.entry.principal IS 'user on whose behalf the session acted; NULL when nobody was signed in';
COMMENT ON COLUMN audit.entry.duty IS 'duty in which the user acted';
COMMENT ON COLUMN audit.entry.role_name IS 'database role that the session had taken, whichever function acted';
COMMENT ON COLUMN audit.entry.login_name IS 'database role that had logged in';
COMMENT ON COLUMN audit.entry.client IS 'address of the client, and its name as it told';
COMMENT ON COLUMN audit.entry.action IS 'what was done';
COMMENT ON COLUMN audit.entry.relation IS 'table changed, or function that read or acted';
COMMENT ON COLUMN audit.entry.thai_id IS 'whose data; NULL when nobody''s in particular';
COMMENT ON COLUMN audit.entry.key IS 'key of the row; of a look or call, what was asked for';
COMMENT ON COLUMN audit.entry.before IS 'row before, without NULLs: all of it when deleted, the columns changed when updated';
COMMENT ON COLUMN audit.entry.after IS 'row after, without NULLs: all of it when inserted, the columns changed when updated';
COMMENT ON COLUMN audit.entry.changed IS 'columns changed; one that is not in before or after was or became NULL';
COMMENT ON COLUMN audit.entry.reason IS 'order or request for which it was done (welfare.reason), at most 500 characters';
COMMENT ON COLUMN audit.entry.row_count IS 'rows read, or lost by a TRUNCATE';
COMMENT ON COLUMN audit.entry.transaction_id IS 'transaction, in which entries of one act share';

CREATE INDEX entry_thai_id ON audit.entry (thai_id, entry_id) WHERE thai_id IS NOT NULL;
CREATE INDEX entry_recorded_at ON audit.entry USING brin (recorded_at) WITH (pages_per_range = 32, autosummarize = on);
-- Every function that reads it is the owner's; nobody else has any privilege.
ALTER TABLE audit.entry ENABLE ROW LEVEL SECURITY;

-- QS5: refuses to change what is append-only, whoever asks: the owner and superusers, too.
-- Errors: WF200.
CREATE FUNCTION audit.refuse_change() RETURNS trigger
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.refuse('WF200', NULL, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME, TG_OP);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION audit.refuse_change() IS 'refuses to change what is append-only (QS5)';

-- Per statement: an UPDATE or DELETE that would touch no row is refused as well.
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
COMMENT ON TRIGGER entry_append_only ON audit.entry IS 'QS5: entries are never changed or removed';

-- QS5: an entry says who really acts and what the clock says. Called only for entries that do not.
-- Errors: WF201.
CREATE FUNCTION audit.refuse_forgery() RETURNS trigger
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    late interval := clock_timestamp() - NEW.recorded_at;
  BEGIN
    -- A process that was held up between reading the clock and getting here is no forger.
    IF late BETWEEN interval '-1 minute' AND interval '1 minute' AND NEW.principal IS NOT DISTINCT FROM welfare.principal()
       AND NEW.duty IS NOT DISTINCT FROM welfare.duty() AND NEW.login_name = session_user
       AND NEW.role_name = coalesce(nullif(current_setting('role'), 'none'), session_user::text)
       AND NEW.transaction_id = pg_current_xact_id() THEN
      NEW.recorded_at := clock_timestamp();
      RETURN NEW;
    END IF;
    PERFORM reference.refuse('WF201', NULL);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION audit.refuse_forgery() IS 'refuses entries that do not say who acts and when (QS5)';

-- The condition is compiled, and costs an honest entry a fraction of calling a function.
CREATE TRIGGER entry_forgery BEFORE INSERT ON audit.entry
  FOR EACH ROW
  WHEN (NEW.recorded_at < clock_timestamp() - interval '10 milliseconds' OR NEW.recorded_at > clock_timestamp()
        OR NEW.principal IS DISTINCT FROM welfare.principal() OR NEW.duty IS DISTINCT FROM welfare.duty()
        OR NEW.login_name <> session_user OR NEW.transaction_id <> pg_current_xact_id()
        OR NEW.role_name <> coalesce(nullif(current_setting('role'), 'none'), session_user::text))
  EXECUTE FUNCTION audit.refuse_forgery();
COMMENT ON TRIGGER entry_forgery ON audit.entry IS 'QS5: who acts and when is not what the writer says';

REVOKE ALL ON FUNCTION audit.refuse_change(), audit.refuse_forgery() FROM PUBLIC;

COMMIT;

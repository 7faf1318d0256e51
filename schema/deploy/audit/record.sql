-- QS5, IS9.3, QP13: recording changes by one trigger function for all tables, and looks by one call.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Key of a row. Inlined into the statements that use it, for which it may hold no subquery: hence four columns at most.
-- Parameters: row; names of the key columns.
CREATE FUNCTION audit.key_of(image jsonb, key_columns text[]) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE cardinality(key_columns)
           WHEN 1 THEN jsonb_build_object(key_columns[1], image -> key_columns[1])
           WHEN 2 THEN jsonb_build_object(key_columns[1], image -> key_columns[1], key_columns[2], image -> key_columns[2])
           WHEN 3 THEN jsonb_build_object(key_columns[1], image -> key_columns[1], key_columns[2], image -> key_columns[2],
                                          key_columns[3], image -> key_columns[3])
           WHEN 4 THEN jsonb_build_object(key_columns[1], image -> key_columns[1], key_columns[2], image -> key_columns[2],
                                          key_columns[3], image -> key_columns[3], key_columns[4], image -> key_columns[4])
         END;
COMMENT ON FUNCTION audit.key_of(jsonb, text[]) IS 'key of a row, as an object of its key columns';

-- Records what a statement did to a tracked table: one entry per row inserted, deleted, or really changed.
-- Per statement with transition tables, so that a million rows are one INSERT … SELECT.
-- Arguments: key columns; secret columns, whose values are never stored; columns left out altogether; each a comma list.
CREATE FUNCTION audit.record_change() RETURNS trigger
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  -- Values look the same whatever the session has set.
  SET TimeZone = 'UTC'
  SET DateStyle = 'ISO, YMD'
  SET IntervalStyle = 'postgres'
  SET bytea_output = 'hex'
  SET extra_float_digits = 1
  -- of transition tables the planner knows nothing, and would compile for a single row
  SET jit = off
  AS $$
  DECLARE
    relation_name CONSTANT text := TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME;
    key_columns CONSTANT text[] := string_to_array(TG_ARGV[0], ',');
    secret_columns CONSTANT text[] := string_to_array(TG_ARGV[1], ',');
    untracked_columns CONSTANT text[] := string_to_array(TG_ARGV[2], ',');
    lost bigint;
  BEGIN
    -- OFFSET 0 keeps a row from being made into jsonb once for each use.
    IF TG_OP = 'INSERT' THEN
      INSERT INTO audit.entry (action, relation, thai_id, key, after)
      SELECT 'insert', relation_name, (made.image ->> 'thai_id')::welfare.thai_id, audit.key_of(made.image, key_columns),
             CASE WHEN secret_columns = '{}' THEN jsonb_strip_nulls(made.image)
                  ELSE (SELECT jsonb_object_agg(field.name, CASE WHEN field.name = ANY (secret_columns) THEN '"***"' ELSE field.value END)
                          FROM jsonb_each(made.image) AS field (name, value)
                         WHERE field.value <> 'null')
             END
        FROM (SELECT to_jsonb(new_rows) - untracked_columns AS image FROM new_rows OFFSET 0) AS made;
    ELSIF TG_OP = 'UPDATE' THEN
      -- a statement that found nothing is no change, and is common
      IF NOT EXISTS (SELECT FROM new_rows) THEN
        RETURN NULL;
      END IF;
      -- A full join is never a nested loop: the plan, made once, serves one row and a million.
      -- A key that changed in spite of all finds no partner, and shows as one row gone and one come.
      INSERT INTO audit.entry (action, relation, thai_id, key, before, after, changed)
      SELECT 'update', relation_name, (coalesce(later.image, earlier.image) ->> 'thai_id')::welfare.thai_id, coalesce(later.key, earlier.key),
             difference.before, difference.after, difference.changed
        FROM (SELECT image, audit.key_of(image, key_columns) AS key
                FROM (SELECT to_jsonb(old_rows) - untracked_columns AS image FROM old_rows OFFSET 0) AS made OFFSET 0) AS earlier
        FULL JOIN (SELECT image, audit.key_of(image, key_columns) AS key
                     FROM (SELECT to_jsonb(new_rows) - untracked_columns AS image FROM new_rows OFFSET 0) AS made OFFSET 0) AS later
          ON later.key = earlier.key
       CROSS JOIN LATERAL (
         -- Both have the same columns in the same order; one that is missing gives NULLs.
         SELECT jsonb_object_agg(field.name, CASE WHEN field.name = ANY (secret_columns) THEN '"***"' ELSE field.was END)
                  FILTER (WHERE field.was <> 'null') AS before,
                jsonb_object_agg(field.name, CASE WHEN field.name = ANY (secret_columns) THEN '"***"' ELSE field.became END)
                  FILTER (WHERE field.became <> 'null') AS after,
                array_agg(field.name) AS changed
           FROM (SELECT coalesce(pair.earlier_name, pair.later_name) AS name, pair.was, pair.became
                   FROM ROWS FROM (jsonb_each(earlier.image), jsonb_each(later.image)) AS pair (earlier_name, was, later_name, became)
                  WHERE pair.was IS DISTINCT FROM pair.became) AS field
       ) AS difference
       WHERE earlier.image IS DISTINCT FROM later.image;
    ELSIF TG_OP = 'DELETE' THEN
      INSERT INTO audit.entry (action, relation, thai_id, key, before)
      SELECT 'delete', relation_name, (made.image ->> 'thai_id')::welfare.thai_id, audit.key_of(made.image, key_columns),
             CASE WHEN secret_columns = '{}' THEN jsonb_strip_nulls(made.image)
                  ELSE (SELECT jsonb_object_agg(field.name, CASE WHEN field.name = ANY (secret_columns) THEN '"***"' ELSE field.value END)
                          FROM jsonb_each(made.image) AS field (name, value)
                         WHERE field.value <> 'null')
             END
        FROM (SELECT to_jsonb(old_rows) - untracked_columns AS image FROM old_rows OFFSET 0) AS made;
    ELSE
      EXECUTE format('SELECT count(*) FROM %s', TG_RELID::regclass) INTO lost;
      INSERT INTO audit.entry (action, relation, row_count) VALUES ('truncate', relation_name, lost);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION audit.record_change() IS 'records what a statement did to a tracked table (see audit.track)';

-- Tracks a table: its changes are recorded from now on. For deployments, as the owner of both.
-- Parameters: table; its key columns, which never change; columns whose values are never stored (hashes);
-- columns left out (who last changed it, say, which the entry tells). Errors: WF205, WF208.
CREATE FUNCTION audit.track(relation regclass, key_columns text[], secret_columns text[] DEFAULT '{}', untracked_columns text[] DEFAULT '{}') RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    key_list CONSTANT text := array_to_string(key_columns, ',');
    secret_list CONSTANT text := array_to_string(secret_columns, ',');
    untracked_list CONSTANT text := array_to_string(untracked_columns, ',');
    absent text;
    operation text;
  BEGIN
    SELECT min(name) INTO absent
      FROM unnest(key_columns || secret_columns || untracked_columns) AS name
     WHERE NOT EXISTS (SELECT FROM pg_attribute
                        WHERE attrelid = relation AND attname = name AND attnum > 0 AND NOT attisdropped);
    IF absent IS NOT NULL THEN
      PERFORM reference.refuse('WF205', NULL, relation::text, absent);
    END IF;
    IF cardinality(key_columns) BETWEEN 1 AND 4 IS NOT TRUE THEN
      PERFORM reference.refuse('WF208', NULL, coalesce(cardinality(key_columns), 0)::text);
    END IF;
    EXECUTE format('CREATE TRIGGER audit_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(%L, %L, %L)', relation, key_list, secret_list, untracked_list);
    EXECUTE format('CREATE TRIGGER audit_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(%L, %L, %L)', relation, key_list, secret_list, untracked_list);
    EXECUTE format('CREATE TRIGGER audit_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
                    FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(%L, %L, %L)', relation, key_list, secret_list, untracked_list);
    EXECUTE format('CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON %s
                    FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(%L, %L, %L)', relation, key_list, secret_list, untracked_list);
    FOREACH operation IN ARRAY ARRAY['insert', 'update', 'delete', 'truncate'] LOOP
      EXECUTE format('COMMENT ON TRIGGER %I ON %s IS %L', 'audit_' || operation, relation, 'QS5: records every ' || operation);
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION audit.track(regclass, text[], text[], text[]) IS 'records the changes of a table from now on; for deployments';

-- Takes the triggers of audit.track away. For reverting deployments. Parameters: table.
CREATE FUNCTION audit.untrack(relation regclass) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    trigger_name text;
  BEGIN
    FOREACH trigger_name IN ARRAY ARRAY['audit_insert', 'audit_update', 'audit_delete', 'audit_truncate'] LOOP
      EXECUTE format('DROP TRIGGER %I ON %s', trigger_name, relation);
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION audit.untrack(regclass) IS 'stops recording the changes of a table; for reverting deployments';

-- IS9.3: records a look at a person, or a list of persons, by the function that gives it.
-- Parameters: function that reads (schema.name); whose data, NULL for many; what was asked for; how many rows were given.
-- A transaction rolled back takes its entry along, not what its user has seen: a line in the server's log, which nobody
-- but its operator reads, keeps who looked. It names no person.
CREATE FUNCTION audit.record_look(function_name text, thai_id welfare.thai_id, criteria jsonb, row_count bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    recorded bigint;
  BEGIN
    INSERT INTO audit.entry (action, relation, thai_id, key, row_count)
    VALUES ('read', record_look.function_name, record_look.thai_id, jsonb_strip_nulls(record_look.criteria), record_look.row_count)
    RETURNING entry.entry_id INTO recorded;
    RAISE LOG 'audit entry %: % looked by % (% rows)', recorded, coalesce(welfare.principal(), session_user), record_look.function_name, record_look.row_count;
  END
  $$;
COMMENT ON FUNCTION audit.record_look(text, welfare.thai_id, jsonb, bigint) IS 'records a look at a person''s data (IS9.3); for the functions that give it';

-- Records an act that changes no row of a tracked table (an export, a sign-in).
-- Parameters: function that acts (schema.name); whose data, NULL for nobody's; what was asked for, without secrets.
CREATE FUNCTION audit.record_call(function_name text, thai_id welfare.thai_id, criteria jsonb) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    INSERT INTO audit.entry (action, relation, thai_id, key)
    VALUES ('call', record_call.function_name, record_call.thai_id, jsonb_strip_nulls(record_call.criteria))
  $$;
COMMENT ON FUNCTION audit.record_call(text, welfare.thai_id, jsonb) IS 'records an act that changes no row of a tracked table; for the functions that do it';

REVOKE ALL ON FUNCTION audit.key_of(jsonb, text[]), audit.record_change(),
  audit.track(regclass, text[], text[], text[]), audit.untrack(regclass),
  audit.record_look(text, welfare.thai_id, jsonb, bigint), audit.record_call(text, welfare.thai_id, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION audit.record_look(text, welfare.thai_id, jsonb, bigint),
  audit.record_call(text, welfare.thai_id, jsonb) TO welfare_writer;

COMMIT;

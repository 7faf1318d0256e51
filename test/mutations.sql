-- Takes away or loosens every deployed object in turn and asks the verify scripts: each time one must refuse.
-- Expects the scripts' statements in pg_temp.verify_script and the checks of schema/verify/checks.sql in the session.
-- Prints a TAP line per mutation.
CREATE TEMP TABLE mutation (number integer GENERATED ALWAYS AS IDENTITY, statement text NOT NULL);

CREATE TEMP VIEW room AS
  SELECT oid, nspname AS name FROM pg_namespace WHERE nspname IN ('reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job');
CREATE TEMP VIEW relation AS
  SELECT pg_class.oid, pg_class.oid::regclass::text AS name, relkind, CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind, relacl, relowner
    FROM pg_class JOIN room ON relnamespace = room.oid WHERE relkind IN ('r', 'p', 'v') AND NOT relispartition;

INSERT INTO mutation (statement)
SELECT format('DROP SCHEMA %I CASCADE', name) FROM room
UNION ALL
SELECT format('DROP %s %s CASCADE', kind, name) FROM relation
UNION ALL
SELECT format('ALTER TABLE %s DROP COLUMN %I CASCADE', name, attname)
  FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped WHERE relkind <> 'v'
   AND NOT EXISTS (SELECT FROM pg_partitioned_table WHERE partrelid = attrelid AND attnum = ANY (partattrs::smallint[]))
UNION ALL
SELECT format('ALTER TABLE %s ALTER %I DROP NOT NULL', name, attname)
  FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND attnotnull AND attidentity = '' WHERE relkind <> 'v'
   AND NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = attrelid AND contype = 'p' AND attnum = ANY (conkey))
UNION ALL
SELECT format('ALTER TABLE %s ALTER %I DROP %s', name, attname, CASE attgenerated WHEN '' THEN 'DEFAULT' ELSE 'EXPRESSION' END)
  FROM relation JOIN pg_attribute ON attrelid = relation.oid AND atthasdef
UNION ALL
SELECT format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', name) FROM relation JOIN pg_class USING (oid) WHERE relrowsecurity
UNION ALL
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I CASCADE', name, conname) FROM relation JOIN pg_constraint ON conrelid = relation.oid WHERE contype NOT IN ('n', 't')
UNION ALL
SELECT format('ALTER DOMAIN %s DROP CONSTRAINT %I', contypid::regtype, conname) FROM pg_constraint JOIN room ON connamespace = room.oid WHERE contypid <> 0
UNION ALL
SELECT format('DROP INDEX %s', indexrelid::regclass) FROM pg_index JOIN relation ON indrelid = relation.oid
 WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
UNION ALL
SELECT format('DROP TYPE %I.%I CASCADE', room.name, typname) FROM pg_type JOIN room ON typnamespace = room.oid WHERE typtype IN ('d', 'e')
UNION ALL
SELECT format('ALTER TYPE %I.%I RENAME VALUE %L TO %L', room.name, typname, enumlabel, enumlabel || '_other')
  FROM pg_type JOIN room ON typnamespace = room.oid JOIN pg_enum ON enumtypid = pg_type.oid
UNION ALL
SELECT format('DROP ROUTINE %s CASCADE', pg_proc.oid::regprocedure) FROM pg_proc JOIN room ON pronamespace = room.oid
UNION ALL
SELECT format('ALTER ROUTINE %s %s', pg_proc.oid::regprocedure, CASE WHEN prosecdef THEN 'SECURITY INVOKER' ELSE 'SECURITY DEFINER' END)
  FROM pg_proc JOIN room ON pronamespace = room.oid
UNION ALL
SELECT format('ALTER ROUTINE %s RESET search_path', pg_proc.oid::regprocedure) FROM pg_proc JOIN room ON pronamespace = room.oid
 WHERE prosqlbody IS NULL AND proconfig::text ~ 'search_path'
UNION ALL
SELECT format('ALTER ROUTINE %s OWNER TO postgres', pg_proc.oid::regprocedure) FROM pg_proc JOIN room ON pronamespace = room.oid
UNION ALL
-- a definer function that PUBLIC could call is a leak; so is a table that PUBLIC could read
SELECT format('GRANT EXECUTE ON ROUTINE %s TO PUBLIC', pg_proc.oid::regprocedure) FROM pg_proc JOIN room ON pronamespace = room.oid
 WHERE NOT has_function_privilege('public', pg_proc.oid, 'EXECUTE')
UNION ALL
SELECT format('GRANT SELECT ON %s TO PUBLIC', name) FROM relation WHERE NOT has_table_privilege('public', oid, 'SELECT')
UNION ALL
SELECT format('REVOKE ALL ON %s FROM %s', name, grantee::regrole) FROM relation CROSS JOIN LATERAL aclexplode(relacl) WHERE grantee NOT IN (0, relowner) GROUP BY name, grantee
UNION ALL
SELECT format('REVOKE EXECUTE ON ROUTINE %s FROM %s', pg_proc.oid::regprocedure, grantee::regrole)
  FROM pg_proc JOIN room ON pronamespace = room.oid CROSS JOIN LATERAL aclexplode(proacl) WHERE grantee NOT IN (0, proowner)
UNION ALL
SELECT format('REVOKE USAGE ON SCHEMA %I FROM %s', nspname, grantee::regrole)
  FROM pg_namespace JOIN room USING (oid) CROSS JOIN LATERAL aclexplode(nspacl) WHERE grantee NOT IN (0, nspowner) AND privilege_type = 'USAGE'
UNION ALL
SELECT format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
UNION ALL
SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname) FROM pg_trigger JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
UNION ALL
SELECT format('DROP POLICY %I ON %s', polname, polrelid::regclass) FROM pg_policy
UNION ALL
SELECT format('ALTER POLICY %I ON %s USING (true OR %s)', polname, polrelid::regclass, pg_get_expr(polqual, polrelid))
  FROM pg_policy WHERE polqual IS NOT NULL
UNION ALL
SELECT format('ALTER POLICY %I ON %s WITH CHECK (true OR %s)', polname, polrelid::regclass, pg_get_expr(polwithcheck, polrelid))
  FROM pg_policy WHERE polwithcheck IS NOT NULL
UNION ALL
SELECT format('COMMENT ON %s %s IS NULL', kind, name) FROM relation
UNION ALL
SELECT format('COMMENT ON COLUMN %s.%I IS NULL', name, attname) FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT format('COMMENT ON ROUTINE %s IS NULL', pg_proc.oid::regprocedure) FROM pg_proc JOIN room ON pronamespace = room.oid
UNION ALL
SELECT 'DROP EXTENSION welfare CASCADE'
UNION ALL
SELECT 'DROP EXTENSION btree_gist CASCADE'
UNION ALL
SELECT 'DROP EXTENSION pgcrypto CASCADE'
UNION ALL
SELECT format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', function) FROM unnest(ARRAY['pg_lock_status()', 'pg_stat_get_activity(integer)', 'pg_stat_get_xact_tuples_fetched(oid)']) AS function
UNION ALL
SELECT format('REVOKE EXECUTE ON ROUTINE %s FROM pg_read_all_stats', function) FROM unnest(ARRAY['pg_lock_status()', 'pg_stat_get_live_tuples(oid)']) AS function
UNION ALL
SELECT 'REVOKE SET ON PARAMETER ' || quote_ident(parname) || ' FROM welfare_owner' FROM pg_parameter_acl WHERE parname LIKE 'welfare.%';

-- the law that is shipped: every row
DO $$
DECLARE
  law text;
BEGIN
  FOREACH law IN ARRAY ARRAY['province', 'authority_type', 'label', 'bank', 'programme', 'rate', 'age_rule', 'criterion', 'commencement', 'message', 'disclosure_rule']
  LOOP
    EXECUTE format($f$INSERT INTO mutation (statement) SELECT format('SET LOCAL session_replication_role = replica; DELETE FROM reference.%1$s WHERE ctid = %%L', ctid) FROM reference.%1$s$f$, law);
  END LOOP;
END
$$;

CREATE FUNCTION pg_temp.try_mutation(mutation text) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    script record;
    refused text;
    mutated boolean := false;
    -- the scripts that name what is mutated come first: one of them refuses
    object text := coalesce(substring(mutation FROM '((reference|identity|audit|registry|civil|payment|report)\.[a-z_]+)'), '');
  BEGIN
    BEGIN
      SET LOCAL client_min_messages = error;
      EXECUTE mutation;
      mutated := true;
      FOR script IN SELECT * FROM verify_script ORDER BY strpos(statements, object) = 0, name LOOP
        BEGIN
          EXECUTE script.statements;
        EXCEPTION WHEN OTHERS THEN
          refused := script.name || ': ' || SQLERRM;
        END;
        EXIT WHEN refused IS NOT NULL;
      END LOOP;
      RAISE EXCEPTION 'undo';
    EXCEPTION WHEN OTHERS THEN
      IF NOT mutated THEN
        refused := NULL;
        RAISE WARNING 'mutation failed: %', SQLERRM;
      END IF;
    END;
    RETURN refused;
  END
  $$;

-- the control: with nothing taken away, nothing is refused
SELECT CASE WHEN pg_temp.try_mutation('SELECT 1') IS NULL THEN '' ELSE 'not ' END || 'ok 1 - verify refuses nothing as deployed';
SELECT CASE WHEN refused IS NULL THEN 'not ' ELSE '' END || 'ok ' || 1 + row_number() OVER (ORDER BY number) || ' - verify refuses after: ' || replace(statement, '#', '')
  FROM (SELECT number, statement, pg_temp.try_mutation(statement) AS refused FROM mutation ORDER BY number OFFSET 0) AS tried
 ORDER BY number;
SELECT '1..' || 1 + count(*) FROM mutation;

-- What the verify scripts have in common: each check raises with the name of what is missing or different.
-- Sourced by \ir inside the script's transaction, which is rolled back.
SET LOCAL client_min_messages = warning;

-- A table or view with exactly these columns, in order: name, type, "not null", default or generation.
CREATE OR REPLACE FUNCTION pg_temp.check_columns(relation text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    SELECT string_agg(concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'not null' END,
                                CASE WHEN attidentity <> '' THEN 'identity' END, 'default ' || regexp_replace(pg_get_expr(adbin, adrelid), '[[:space:]]+', ' ', 'g')),
                      E'\n' ORDER BY attnum)
      INTO found
      FROM pg_attribute
      LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
     WHERE attrelid = relation::regclass AND attnum > 0 AND NOT attisdropped;
    IF found IS DISTINCT FROM btrim(regexp_replace(wanted, '\n\s+', E'\n', 'g'), E'\n ') THEN
      RAISE EXCEPTION 'columns of % differ: %', relation, found;
    END IF;
  END
  $$;

-- Constraints of a table or domain, by name and definition.
CREATE OR REPLACE FUNCTION pg_temp.check_constraint(owner text, constraint_name text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    SELECT pg_get_constraintdef(oid) INTO found
      FROM pg_constraint
     WHERE conname = constraint_name
       AND CASE WHEN conrelid <> 0 THEN conrelid = to_regclass(owner) ELSE contypid = to_regtype(owner) END;
    IF found IS DISTINCT FROM wanted THEN
      RAISE EXCEPTION 'constraint % of % differs: %', constraint_name, owner, coalesce(found, 'missing');
    END IF;
  END
  $$;

CREATE OR REPLACE FUNCTION pg_temp.check_index(index_name text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    IF pg_get_indexdef(index_name::regclass) IS DISTINCT FROM wanted THEN
      RAISE EXCEPTION 'index % differs: %', index_name, pg_get_indexdef(index_name::regclass);
    END IF;
  END
  $$;

-- An enumeration with exactly these values, in order.
CREATE OR REPLACE FUNCTION pg_temp.check_enumeration(type_name text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) INTO found FROM pg_enum WHERE enumtypid = type_name::regtype;
    IF found IS DISTINCT FROM wanted THEN
      RAISE EXCEPTION 'values of % differ: %', type_name, found;
    END IF;
  END
  $$;

-- Who may do what: of a schema, relation (its columns included) or function, everybody but the owner.
CREATE OR REPLACE FUNCTION pg_temp.check_grants(kind text, object text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    SELECT string_agg(entry, ', ' ORDER BY entry) INTO found
      FROM (SELECT concat(CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, ' ', part,
                          string_agg(privilege_type, '/' ORDER BY privilege_type)) AS entry
              FROM (SELECT nspowner AS owner, '' AS part, coalesce(nspacl, acldefault('n', nspowner)) AS acl
                      FROM pg_namespace WHERE kind = 'schema' AND nspname = object
                     UNION ALL
                    SELECT relowner, '', coalesce(relacl, acldefault('r', relowner))
                      FROM pg_class WHERE kind = 'relation' AND oid = to_regclass(object)
                     UNION ALL
                    SELECT relowner, attname || ' ', attacl
                      FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
                     WHERE kind = 'relation' AND pg_class.oid = to_regclass(object) AND attacl IS NOT NULL
                     UNION ALL
                    SELECT proowner, '', coalesce(proacl, acldefault('f', proowner))
                      FROM pg_proc WHERE kind = 'function' AND oid = to_regprocedure(object)) AS held
             CROSS JOIN LATERAL aclexplode(acl)
             WHERE grantee <> owner
             GROUP BY grantee, part) AS entries;
    IF coalesce(found, '') <> wanted THEN
      RAISE EXCEPTION 'grants on % % differ: %', kind, object, found;
    END IF;
  END
  $$;

-- A function with its owner, whether it is a definer's, its volatility, and a pinned path where it has a body of text; only a procedure that commits, or calls one,
-- can have none, and is no definer's.
CREATE OR REPLACE FUNCTION pg_temp.check_function(signature text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    SELECT concat_ws(' ', proowner::regrole, CASE WHEN prosecdef THEN 'definer' ELSE 'invoker' END,
                     CASE provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END,
                     'returns ' || pg_get_function_result(oid), array_to_string(proconfig, ' '))
      INTO found
      FROM pg_proc WHERE oid = signature::regprocedure;
    IF found IS DISTINCT FROM wanted THEN
      RAISE EXCEPTION 'function % differs: %', signature, found;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_proc WHERE oid = signature::regprocedure AND (prosqlbody IS NOT NULL OR proconfig::text ~ 'search_path'
                                                                                            OR prokind = 'p' AND NOT prosecdef AND prosrc ~ '(COMMIT;|CALL )')) THEN
      RAISE EXCEPTION 'function % has no pinned path', signature;
    END IF;
  END
  $$;

-- A trigger that is enabled, by definition.
CREATE OR REPLACE FUNCTION pg_temp.check_trigger(relation text, trigger_name text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    SELECT pg_get_triggerdef(oid) INTO found
      FROM pg_trigger WHERE tgrelid = relation::regclass AND tgname = trigger_name AND tgenabled = 'O';
    IF found IS DISTINCT FROM wanted THEN
      RAISE EXCEPTION 'trigger % of % differs: %', trigger_name, relation, coalesce(found, 'missing or disabled');
    END IF;
  END
  $$;

-- Row security enabled, with exactly these policies.
CREATE OR REPLACE FUNCTION pg_temp.check_row_security(relation text, wanted text) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    IF NOT (SELECT relrowsecurity AND NOT relforcerowsecurity FROM pg_class WHERE oid = relation::regclass) THEN
      RAISE EXCEPTION 'row security of % is off, or forced', relation;
    END IF;
    SELECT string_agg(concat(format('%s for %s to %s using %s', polname, polcmd,
                                    (SELECT string_agg(role::regrole::text, ',' ORDER BY role::regrole::text) FROM unnest(polroles) AS role),
                                    pg_get_expr(polqual, polrelid)),
                             ' check ' || pg_get_expr(polwithcheck, polrelid)), '; ' ORDER BY polname)
      INTO found
      FROM pg_policy WHERE polrelid = relation::regclass;
    IF coalesce(found, '') <> wanted THEN
      RAISE EXCEPTION 'policies of % differ: %', relation, found;
    END IF;
  END
  $$;

-- Rows that were shipped are there. Parameters: table; row expression over its columns; the rows as text.
-- More rows are fine: a change of law adds one, and at most closes the range of the one before.
CREATE OR REPLACE FUNCTION pg_temp.check_rows(relation text, expression text, VARIADIC wanted text[]) RETURNS void
  LANGUAGE plpgsql AS $$
  DECLARE
    missing text;
  BEGIN
    EXECUTE format('SELECT min(wanted) FROM unnest($1) AS wanted WHERE wanted NOT IN (SELECT (%s)::text FROM %s)', expression, relation)
      INTO missing USING wanted;
    IF missing IS NOT NULL THEN
      RAISE EXCEPTION 'a row of % is missing: %', relation, missing;
    END IF;
  END
  $$;

-- Everything that people meet has a comment.
CREATE OR REPLACE FUNCTION pg_temp.check_comment(kind text, object text) RETURNS void
  LANGUAGE plpgsql AS $$
  BEGIN
    IF (CASE kind
         WHEN 'schema' THEN obj_description(to_regnamespace(object), 'pg_namespace')
         WHEN 'relation' THEN obj_description(to_regclass(object), 'pg_class')
         WHEN 'function' THEN obj_description(to_regprocedure(object), 'pg_proc')
         WHEN 'type' THEN obj_description(to_regtype(object), 'pg_type')
        END) IS NULL THEN
      RAISE EXCEPTION 'no comment on % %', kind, object;
    END IF;
    IF kind = 'relation' AND EXISTS (SELECT FROM pg_attribute
                                      WHERE attrelid = to_regclass(object) AND attnum > 0 AND NOT attisdropped
                                        AND col_description(attrelid, attnum) IS NULL
                                        AND (SELECT relkind FROM pg_class WHERE oid = attrelid) IN ('r', 'p', 'v')) THEN
      RAISE EXCEPTION 'a column of % has no comment', object;
    END IF;
  END
  $$;

-- For test/law_mutations.t: how a mutation is made. Sourced in the transaction in which the tests then run.

-- Replaces every occurrence of a text in a function's definition. Raises when there is none, or not one function of that name.
-- Parameters: the function, as schema.name, or with its types where there are several; the text, as pg_get_functiondef writes it; what takes its place.
CREATE FUNCTION pg_temp.mutate(function_name text, old text, new text) RETURNS void
  LANGUAGE plpgsql
  SET search_path = pg_catalog
  AS $$
  DECLARE
    found regprocedure := CASE WHEN function_name LIKE '%(%' THEN function_name::regprocedure ELSE function_name::regproc::regprocedure END;
    definition text := pg_get_functiondef(found);
  BEGIN
    IF old = new OR position(old IN definition) = 0 THEN
      RAISE EXCEPTION 'nothing to mutate: "%" is not in %', old, found;
    END IF;
    EXECUTE replace(definition, old, new);
  END
  $$;

-- Runs the statements of a mutation. Raises when the last of them concerns no row.
CREATE FUNCTION pg_temp.break_law(statements text) RETURNS void
  LANGUAGE plpgsql
  AS $$
  DECLARE
    concerned bigint;
  BEGIN
    EXECUTE statements;
    GET DIAGNOSTICS concerned = ROW_COUNT;
    IF concerned = 0 AND ltrim(statements) ~* '^(UPDATE|DELETE|INSERT)' THEN
      RAISE EXCEPTION 'nothing to mutate: no row';
    END IF;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
  END
  $$;

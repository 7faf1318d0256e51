/* The install script of the extension welfare, put together from one part per subject. */

-- complain if the script is sourced in psql, rather than through CREATE EXTENSION
\echo Use "CREATE EXTENSION welfare" to load this file. \quit

-- Thai text is UTF-8 throughout; any other encoding would store it broken.
DO $$
BEGIN
  IF pg_catalog.getdatabaseencoding() OPERATOR(pg_catalog.<>) 'UTF8' THEN
    RAISE EXCEPTION 'extension "welfare" needs a database with encoding UTF8, not %', pg_catalog.getdatabaseencoding()
      USING ERRCODE = 'feature_not_supported',
            HINT = 'Create the database with ENCODING ''UTF8'' TEMPLATE template0.';
  END IF;
END
$$;

-- Types are of use to whoever holds a table of them; nothing here gives sight of a row.
GRANT USAGE ON SCHEMA welfare TO PUBLIC;

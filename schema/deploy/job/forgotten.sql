-- QR1, QS4: files that a crash has left in the database's folders and that no table knows.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- PostgreSQL forgets the files of a table that was being made when the server died, and they stay on disk: a month's partition is made and filled in one
-- transaction, so that whoever reads sees all of a month or nothing of it. This names them, by their path in the data directory, with bytes and when they
-- were last written; it removes nothing. What is still being made is never named: only tables older than the server's start are, and none at all while a
-- prepared transaction, which outlives a start, or a standby's recovery may own them. A table that was dropped keeps an empty file until the next checkpoint,
-- therefore CHECKPOINT first.
-- No role is granted it: it reads the data directory as its caller, whom PostgreSQL lets do so only as a superuser.
CREATE FUNCTION job.forgotten_files() RETURNS TABLE (path text, bytes bigint, written_at timestamptz)
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH file AS MATERIALIZED (
      SELECT place.tablespace, place.folder || '/' || listed.name AS path, told.size, told.modification, part.number[1]::oid AS filenode,
             -- a start after a crash makes the files of unlogged tables anew from those that end in _init, which stay as they were
             min(told.modification) FILTER (WHERE part.number[2] IS NULL OR part.number[2] = '_init') OVER (PARTITION BY place.folder, part.number[1]) AS made_at
        FROM (-- where this database has its files: the default tablespace is asked for as 0 when it is the database's own
              SELECT CASE WHEN tablespace.oid = own.dattablespace THEN 0 ELSE tablespace.oid END AS tablespace,
                     CASE tablespace.spcname WHEN 'pg_default' THEN 'base/' ELSE format('pg_tblspc/%s/%s/', tablespace.oid, version.folder) END || own.oid AS folder
                FROM pg_tablespace AS tablespace
                JOIN pg_database AS own ON own.datname = current_database()
                LEFT JOIN LATERAL pg_ls_dir('pg_tblspc/' || tablespace.oid, true, false) AS version (folder)
                  ON version.folder LIKE format('PG\_%s\_%%', current_setting('server_version_num')::integer / 10000)
               WHERE tablespace.spcname = 'pg_default' OR tablespace.spcname <> 'pg_global' AND version.folder IS NOT NULL) AS place
       CROSS JOIN LATERAL pg_ls_dir(place.folder, true, false) AS listed (name)
       CROSS JOIN LATERAL regexp_match(listed.name, '^([0-9]+)(_fsm|_vm|_init)?(?:\.[0-9]+)?$') AS part (number)
       CROSS JOIN LATERAL pg_stat_file(place.folder || '/' || listed.name, true) AS told
       WHERE part.number IS NOT NULL)
    SELECT file.path, file.size, file.modification
      FROM file
     WHERE file.made_at < pg_postmaster_start_time() AND pg_filenode_relation(file.tablespace, file.filenode) IS NULL
       AND NOT pg_is_in_recovery() AND NOT EXISTS (SELECT FROM pg_prepared_xacts AS prepared WHERE prepared.database = current_database())
     ORDER BY file.path
  $$;
COMMENT ON FUNCTION job.forgotten_files() IS 'files that a crash left in the database''s folders and that no table knows; removes nothing; superusers only';
REVOKE ALL ON FUNCTION job.forgotten_files() FROM PUBLIC;

COMMIT;

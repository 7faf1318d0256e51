-- QR1, QS4: files that no table knows are named, and nothing else is.
\ir fixture.psql
GRANT USAGE ON SCHEMA tap TO PUBLIC;
SELECT plan(11);
-- Runs a program in the data directory. Parameters: program; file.
CREATE FUNCTION pg_temp.run(program text, file text) RETURNS void
  LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('COPY (SELECT WHERE false) TO PROGRAM %L', program || ' ' || file); END $$;
CREATE TEMPORARY TABLE before AS SELECT path FROM job.forgotten_files();
CREATE FUNCTION pg_temp.named() RETURNS text
  LANGUAGE sql RETURN (SELECT string_agg(substring(path FROM '[^/]*$') || ' ' || bytes, ', ' ORDER BY path) FROM job.forgotten_files() WHERE path NOT IN (SELECT path FROM before));
SELECT 'base/' || oid AS folder FROM pg_database WHERE datname = current_database() \gset

SELECT is(pg_temp.named(), NULL, 'QR1!: where no file is forgotten none is named');
SELECT pg_temp.run('touch -d @0', pg_relation_filepath('registry.claim') || ' ' || pg_relation_filepath('pg_class') || ' ' || pg_relation_filepath('registry.claim_pkey')) \g /dev/null
SELECT is(pg_temp.named(), NULL, 'QR1!: nor are files of tables and indexes, however old, and of the catalog');
SELECT pg_temp.run('touch', :'folder' || '/4294967290') \g /dev/null
SELECT is(pg_temp.named(), NULL, 'QR1!: a file that is newer than the server''s start may be of a table that is being made');
SELECT pg_temp.run('printf 12345678 >', :'folder' || '/4294967290') \g /dev/null
SELECT pg_temp.run('touch -d @0', format('%1$s/4294967290 %1$s/4294967290.1 %1$s/4294967290_vm %1$s/4294967290_fsm %1$s/4294967290_init', :'folder')) \g /dev/null
SELECT is(pg_temp.named(), '4294967290 8, 4294967290.1 0, 4294967290_fsm 0, 4294967290_init 0, 4294967290_vm 0',
          'QR1: an older one that no table knows is named with its bytes, and every part of it');
SELECT is((SELECT written_at FROM job.forgotten_files() WHERE path = :'folder' || '/4294967290'), to_timestamp(0), 'QR1: with its path in the data directory and when it was written');
SELECT pg_temp.run('touch', format('%1$s/4294967290 %1$s/4294967290.1 %1$s/4294967290_vm', :'folder')) \g /dev/null
SELECT is(pg_temp.named(), '4294967290 8, 4294967290.1 0, 4294967290_fsm 0, 4294967290_init 0, 4294967290_vm 0',
          'QR1: an unlogged one too, whose other parts the start made anew');
SELECT pg_temp.run('touch', :'folder' || '/4294967290_init') \g /dev/null
SELECT is(pg_temp.named(), NULL, 'QR1!: a map alone that is older names nothing');
SELECT pg_temp.run('touch -d @0', format('%1$s/4294967290_init', :'folder')) \g /dev/null
SELECT pg_temp.run('touch -d @0', format('%1$s/t4294967_4294967290 %1$s/pg_unknown', :'folder')) \g /dev/null
SELECT is(pg_temp.named(), '4294967290 8, 4294967290.1 0, 4294967290_fsm 0, 4294967290_init 0, 4294967290_vm 0', 'QR1!: what is no table''s name is left alone');
SELECT pg_temp.run('rm', format('%1$s/4294967290* %1$s/t4294967_4294967290 %1$s/pg_unknown', :'folder')) \g /dev/null
SELECT is(pg_temp.named(), NULL, 'QR1: what was removed is named no more');
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT throws_ok('SELECT * FROM job.forgotten_files()', '42501', NULL, 'QS4!: an administrator does not read the data directory');
RESET ROLE;
SET LOCAL ROLE welfare_job;
SELECT throws_ok('SELECT * FROM job.forgotten_files()', '42501', NULL, 'QS4!: nor do the jobs');
SELECT * FROM finish();
ROLLBACK;

-- QS5: seals. Every day follows from the one before; whatever is altered with the triggers out of the way is found.
\ir fixture.psql
SELECT plan(53);

-- Entries of past days, which only a superuser without triggers can make.
SET LOCAL session_replication_role = replica;
INSERT INTO audit.entry (recorded_at, action, relation, thai_id, after, principal) VALUES
  ('2026-01-10 09:00+07', 'insert', 'a', pg_temp.id(1)::thai_id, '{"name": "หนึ่ง"}', 'tester'),
  -- the day ends in Bangkok, at 17:00 UTC
  ('2026-01-10 16:59:59.999999+00', 'insert', 'b', NULL, NULL, NULL),
  ('2026-01-10 17:00:00+00', 'insert', 'c', NULL, '{}', NULL),
  ('2026-01-11 12:00+07', 'update', 'd', NULL, NULL, NULL),
  -- nothing on the 12th
  ('2026-01-13 12:00+07', 'delete', 'e', pg_temp.id(2)::thai_id, NULL, NULL);
-- more than a block of 4096 on the 14th
INSERT INTO audit.entry (recorded_at, action, relation) SELECT timestamptz '2026-01-14 12:00+07' + number * interval '1 second', 'insert', 'f' FROM generate_series(1, 9000) AS number;
SET LOCAL session_replication_role = origin;

SELECT pg_temp.become('welfare_admin');
SELECT results_eq($$SELECT day, findings, explanation FROM audit.verify(to_day => '2026-01-13')$$,
  $$VALUES (DATE '2026-01-10', '{not_sealed}'::audit.finding[], 'it is over and has not been sealed'), ('2026-01-11', '{not_sealed}', 'it is over and has not been sealed'), ('2026-01-13', '{not_sealed}', 'it is over and has not been sealed')$$,
  'before the first seal each day with entries is reported');
SELECT results_eq($$SELECT sealed_day, sealed_entries FROM audit.seal_day('2026-01-11')$$, $$VALUES (DATE '2026-01-10', 2::bigint), ('2026-01-11', 2)$$,
  'the chain begins with the first entry''s day; 23:59:59.999999 in Bangkok belongs to the day, 24:00 to the next');
SELECT results_eq($$SELECT sealed_day, sealed_entries FROM audit.seal_day('2026-01-14')$$, $$VALUES (DATE '2026-01-12', 0::bigint), ('2026-01-13', 1), ('2026-01-14', 9000)$$, 'missing days are sealed before, an empty one too');
SELECT is_empty($$SELECT * FROM audit.seal_day('2026-01-13')$$, 'a sealed day is left alone');
SELECT throws_ok($$SELECT * FROM audit.seal_day('2026-01-09')$$, 'WF203', '2026-01-09 is before the first day that is sealed (2026-01-10)', 'a day before the first is refused');
SELECT throws_ok($$SELECT * FROM audit.seal_day((clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date)$$, 'WF202', NULL, 'a day that is not over is refused');
SELECT throws_ok($$SELECT * FROM audit.seal_day(NULL)$$, 'WF010', NULL, 'no day is refused');
SELECT set_config('welfare.language', 'th', true) \g /dev/null
SELECT throws_ok($$SELECT * FROM audit.seal_day('2026-01-09')$$, 'WF203', 'วันที่ 2026-01-09 อยู่ก่อนวันแรกที่ผนึก (2026-01-10)', 'in Thai, too');
SELECT set_config('welfare.language', 'en', true) \g /dev/null
SELECT is((SELECT count(*) FROM audit.verify('2026-01-10', '2026-01-14') WHERE findings = '{}' AND explanation IS NULL), 5::bigint, 'five days, nothing found');
RESET ROLE;
CREATE FUNCTION pg_temp.kept() RETURNS bytea LANGUAGE sql SECURITY DEFINER AS $$ SELECT chain FROM audit.seal WHERE day = '2026-01-14' $$;

-- the seal is what this says, worked out by hand
SELECT is((SELECT digest FROM audit.seal WHERE day = '2026-01-12'), sha256(''), 'an empty day is the hash of nothing');
SET LOCAL TimeZone = 'UTC';
SELECT is((SELECT digest FROM audit.seal WHERE day = '2026-01-13'), sha256(sha256(sha256(convert_to(entry::text, 'UTF8')))), 'a day is the hash of its blocks'' hashes, which are of its rows'' hashes') FROM audit.entry WHERE relation = 'e';
SELECT is(later.chain, sha256(earlier.chain || convert_to(ROW(later.day, later.previous_day, later.first_entry, later.last_entry, later.entries, later.digest, later.sealed_at, later.sealed_by)::text, 'UTF8')), 'the chain covers the chain before and the seal')
  FROM audit.seal AS earlier JOIN audit.seal AS later ON later.previous_day = earlier.day WHERE later.day = '2026-01-13';
SELECT is((SELECT sealed_by FROM audit.seal WHERE day = '2026-01-13'), 'tester', 'it says who sealed');
SELECT is(audit.digest_of('2026-01-10')::text, (SELECT (first_entry, last_entry, entries, digest)::text FROM audit.seal WHERE day = '2026-01-10'), 'a digest is stable');
SET LOCAL TimeZone = 'America/New_York'; SET LOCAL DateStyle = 'German'; SET LOCAL bytea_output = 'escape'; SET LOCAL extra_float_digits = -5; SET LOCAL IntervalStyle = 'iso_8601';
SELECT is((SELECT count(*) FROM audit.verify('10.01.2026', '14.01.2026', pg_temp.kept()) WHERE findings = '{}'), 5::bigint, 'whatever the session has set');
SET LOCAL TimeZone = 'Asia/Bangkok'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL bytea_output = 'hex';

-- What verify finds after a statement run without triggers, as day: findings; then everything is as before.
CREATE FUNCTION pg_temp.found_after(statement text, to_day date DEFAULT '2026-01-14', kept bytea DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    found text;
  BEGIN
    BEGIN
      SET LOCAL session_replication_role = replica;
      EXECUTE statement;
      SET LOCAL session_replication_role = origin;
      SELECT string_agg(concat(to_char(day, 'DD'), findings), ' ' ORDER BY day) INTO found FROM audit.verify(NULL, found_after.to_day, found_after.kept) WHERE findings <> '{}';
      RAISE EXCEPTION USING ERRCODE = 'ZZZZZ';
    EXCEPTION WHEN SQLSTATE 'ZZZZZ' THEN
      RETURN found;
    END;
  END $$;
SELECT is(pg_temp.found_after('SELECT 1'), NULL, 'nothing done, nothing found');
SELECT is(pg_temp.found_after(format($$UPDATE audit.entry SET %s = %s WHERE relation = 'a'$$, tried.name, value)), '10{entries_changed}', 'QS5: ' || tried.name || ' changed is found')
  FROM (VALUES ('recorded_at', 'recorded_at + interval ''1 microsecond'''), ('principal', '''somebody'''), ('principal', 'NULL'), ('duty', ''''''), ('role_name', '''x'''), ('login_name', '''x'''), ('client', '''x'''), ('action', '''update'''),
               ('relation', '''aa'''), ('thai_id', 'NULL'), ('key', '''{}'''), ('before', '''null'''), ('after', '''{}'''), ('changed', '''{}'''), ('reason', ''''''), ('row_count', '0'), ('transaction_id', '''3''')) AS tried (name, value);
SELECT is(pg_temp.found_after($$DELETE FROM audit.entry WHERE relation = 'e'$$), '13{entries_missing}', 'QS5: an entry removed is found');
SELECT is(pg_temp.found_after($$INSERT INTO audit.entry (recorded_at, action, relation) VALUES ('2026-01-12 10:00+07', 'call', 'x')$$), '12{entries_added}', 'QS5: an entry added to a sealed day is found');
SELECT is(pg_temp.found_after($$INSERT INTO audit.entry (recorded_at, action, relation) VALUES ('2026-01-01 10:00+07', 'call', 'x')$$), '01{not_sealed}', 'QS5: so is one before the first seal');
SELECT is(pg_temp.found_after($$UPDATE audit.entry SET recorded_at = '2026-01-12 10:00+07' WHERE relation = 'e'$$), '12{entries_added} 13{entries_missing}', 'QS5: one moved to another day is found on both');
SELECT is(pg_temp.found_after($$WITH swapped AS (DELETE FROM audit.entry WHERE relation = 'e' RETURNING recorded_at) INSERT INTO audit.entry (recorded_at, action, relation) SELECT recorded_at, 'delete', 'e' FROM swapped$$), '13{entries_changed}', 'QS5: one put in the place of another');
SELECT is(pg_temp.found_after($$TRUNCATE audit.entry$$), '10{entries_missing} 11{entries_missing} 13{entries_missing} 14{entries_missing}', 'QS5: all removed');
SELECT is(pg_temp.found_after($$UPDATE audit.seal SET sealed_by = 'x' WHERE day = '2026-01-11'$$), '11{chain_broken}', 'QS5: a seal changed is found');
SELECT is(pg_temp.found_after($$DELETE FROM audit.seal WHERE day = '2026-01-12'$$), '12{not_sealed} 13{chain_broken}', 'QS5: a seal removed from the middle');
SELECT is(pg_temp.found_after($$DELETE FROM audit.seal WHERE day = '2026-01-10'$$), '10{not_sealed} 11{chain_broken}', 'QS5: from the beginning');
SELECT is(pg_temp.found_after($$DELETE FROM audit.seal WHERE day = '2026-01-14'$$), '14{not_sealed}', 'QS5: from the end');
SELECT is(pg_temp.found_after($$TRUNCATE audit.seal$$), '10{not_sealed} 11{not_sealed} 13{not_sealed} 14{not_sealed}', 'QS5: all seals removed');
-- an entry altered and its day sealed anew: the next day's seal tells
SELECT is(pg_temp.found_after($$UPDATE audit.entry SET relation = 'x' WHERE relation = 'd';
                                UPDATE audit.seal SET digest = (audit.digest_of(day)).digest WHERE day = '2026-01-11';
                                UPDATE audit.seal SET chain = audit.chain_of((SELECT chain FROM audit.seal WHERE day = '2026-01-10'), seal) WHERE day = '2026-01-11'$$), '12{chain_broken}', 'QS5: a day sealed anew breaks the chain after it');
-- every seal from there on rewritten: consistent in itself, so only the value kept outside tells
SELECT is(pg_temp.found_after(rewritten.statement, '2026-01-14', rewritten.kept), rewritten.found, rewritten.description)
  FROM (SELECT $$UPDATE audit.entry SET relation = 'x' WHERE relation = 'd'; DELETE FROM audit.seal WHERE day >= '2026-01-11'; SELECT audit.seal_day('2026-01-14')$$ AS statement) AS attack
 CROSS JOIN LATERAL (VALUES (attack.statement, NULL::bytea, NULL::text, 'all seals from there on rewritten are not found without a value kept outside'),
                            (attack.statement, pg_temp.kept(), '14{chain_differs}', 'QS5: and are found with it')) AS rewritten (statement, kept, found, description);
SELECT is(pg_temp.found_after($$TRUNCATE audit.entry, audit.seal$$, '2026-01-14', pg_temp.kept()), '14{not_sealed,chain_differs}', 'QS5: nor does removing everything help');

-- isolation and roles
SELECT pg_temp.become('welfare_admin', 5730102);
SELECT throws_ok('SELECT * FROM audit.seal_days()', 'WF004', NULL, 'sealing needs sight of the nation');
SELECT throws_ok('SELECT * FROM audit.verify()', 'WF004', NULL, 'so does verifying');
SELECT pg_temp.become('welfare_authority', 5730102);
SELECT throws_ok('SELECT * FROM audit.verify()', '42501', NULL, 'officers verify nothing');
SELECT pg_temp.become('welfare_admin');
SELECT is((SELECT max(sealed_day) FROM audit.seal_days()), (clock_timestamp() AT TIME ZONE 'Asia/Bangkok')::date - 1, 'every day up to yesterday is sealed at once');
SELECT is((SELECT count(*) FROM audit.verify() WHERE findings <> '{}'), 0::bigint, 'and nothing is found');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;

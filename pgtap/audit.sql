-- QS5, IS9.3: who did what to whose data, when and why; and nobody changes it.
\ir fixture.psql
SELECT plan(62);

-- A table of people with a secret, as the rooms above track theirs.
CREATE SCHEMA audited AUTHORIZATION welfare_owner;
SET LOCAL ROLE welfare_owner;
CREATE TABLE audited.person (thai_id welfare.thai_id PRIMARY KEY, name text, born date, seen timestamptz, valid daterange, password_hash text, changed_at timestamptz DEFAULT now());
CREATE TABLE audited.note (number integer, line integer, body text, PRIMARY KEY (number, line));
SELECT lives_ok($$SELECT audit.track('audited.person', '{thai_id}', '{password_hash}', '{changed_at}')$$, 'a table is tracked');
SELECT lives_ok($$SELECT audit.track('audited.note', '{number,line}')$$, 'so is one without people');
SELECT throws_ok($$SELECT audit.track('audited.note', '{number,lines}')$$, 'WF205', 'table audited.note has no column lines', 'an unknown column is refused');
SELECT throws_ok($$SELECT audit.track('audited.note', '{}')$$, 'WF208', 'a key has one to four columns, not 0', 'a table without a key, too');
GRANT USAGE ON SCHEMA audited TO welfare_writer;
GRANT ALL ON audited.person TO welfare_writer;
RESET ROLE;
-- what an entry says, of the entries made since the last look
CREATE TEMP TABLE mark AS SELECT coalesce(max(entry_id), 0) AS entry_id FROM audit.entry;
CREATE FUNCTION pg_temp.new_entries() RETURNS SETOF audit.entry
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, welfare AS $$
  BEGIN
    RETURN QUERY SELECT * FROM audit.entry WHERE entry_id > (SELECT mark.entry_id FROM pg_temp.mark) ORDER BY entry_id;
    UPDATE pg_temp.mark SET entry_id = (SELECT max(entry.entry_id) FROM audit.entry);
  END $$;

-- who, when, what, why
SELECT pg_temp.become('welfare_writer', 5730102);
SET LOCAL welfare.reason = 'คำสั่งที่ 12/2569';
SET LOCAL TimeZone = 'Asia/Bangkok';
SET LOCAL DateStyle = 'SQL, DMY';
INSERT INTO audited.person (thai_id, name, born, seen, valid, password_hash) VALUES
  (pg_temp.id(1)::thai_id, 'หนึ่ง', DATE '1950-02-13', TIMESTAMPTZ '2026-01-01 00:00+07', daterange('2026-01-02', NULL), 'hash one'),
  (pg_temp.id(2)::thai_id, 'สอง', NULL, NULL, NULL, NULL);
SET LOCAL DateStyle = 'ISO, YMD';
RESET ROLE;
CREATE TEMP TABLE made AS SELECT * FROM pg_temp.new_entries();
SELECT results_eq($$SELECT principal, duty, role_name, login_name, action::text, relation, thai_id::text, key, before, after, changed, reason FROM made ORDER BY entry_id$$,
  format($$VALUES ('tester', 'local_authority', 'welfare_writer', %1$L, 'insert', 'audited.person', %2$L, jsonb_build_object('thai_id', %2$L::text), NULL::jsonb,
            jsonb_build_object('thai_id', %2$L::text, 'name', 'หนึ่ง', 'born', '1950-02-13', 'seen', '2025-12-31T17:00:00+00:00', 'valid', '[2026-01-02,)', 'password_hash', '***'), NULL::text[], 'คำสั่งที่ 12/2569'),
          ('tester', 'local_authority', 'welfare_writer', %1$L, 'insert', 'audited.person', %3$L, jsonb_build_object('thai_id', %3$L::text), NULL, jsonb_build_object('thai_id', %3$L::text, 'name', 'สอง'), NULL, 'คำสั่งที่ 12/2569')$$,
         session_user, pg_temp.id(1), pg_temp.id(2)),
  'QS5: an insert of two rows is two entries: who, what, why; secrets masked, NULLs and untracked columns left out, the session''s date style and time zone without influence');
SELECT ok(bool_and(recorded_at BETWEEN now() AND clock_timestamp() AND recorded_at > now()), 'when: the clock, not the transaction''s beginning') FROM made;
SELECT is(count(DISTINCT transaction_id), 1::bigint, 'entries of one transaction share its number') FROM made;
SELECT ok(bool_and(client LIKE '%' || current_setting('application_name')), 'which client') FROM made;

SELECT pg_temp.become('welfare_writer', 5730102);
SET LOCAL welfare.reason = '';
UPDATE audited.person SET name = name || ' ใหม่', born = NULL, changed_at = clock_timestamp();
RESET ROLE;
SELECT results_eq($$SELECT thai_id::text, before, after, changed, reason FROM pg_temp.new_entries()$$,
  format($$VALUES (%L, '{"name": "หนึ่ง", "born": "1950-02-13"}'::jsonb, '{"name": "หนึ่ง ใหม่"}'::jsonb, '{born,name}'::text[], NULL::text),
                 (%L, '{"name": "สอง"}', '{"name": "สอง ใหม่"}', '{name}', NULL)$$, pg_temp.id(1), pg_temp.id(2)),
  'an update of two rows: the columns changed, before and after, and no reason when none was given');
UPDATE audited.person SET name = name, changed_at = clock_timestamp();
SELECT is((SELECT count(*) FROM pg_temp.new_entries()), 0::bigint, 'an update that changes nothing writes nothing');
UPDATE audited.person SET password_hash = 'hash two';
SELECT results_eq($$SELECT before, after, changed FROM pg_temp.new_entries()$$,
  $$VALUES ('{"password_hash": "***"}'::jsonb, '{"password_hash": "***"}'::jsonb, '{password_hash}'::text[]), (NULL, '{"password_hash": "***"}', '{password_hash}')$$,
  'a secret shows that it changed, not what it is');
SELECT is((SELECT count(*) FROM audit.entry WHERE entry::text ~ 'hash (one|two)'), 0::bigint, 'QS5: the hash is nowhere in the trail');
UPDATE audited.person SET name = NULL WHERE thai_id::text = pg_temp.id(3);
SELECT is((SELECT count(*) FROM pg_temp.new_entries()), 0::bigint, 'an update of no row writes nothing');
INSERT INTO audited.person (thai_id, name) VALUES (pg_temp.id(1)::thai_id, 'อื่น') ON CONFLICT DO NOTHING;
SELECT is((SELECT count(*) FROM pg_temp.new_entries()), 0::bigint, 'nor does a conflict that is passed over');
INSERT INTO audited.person (thai_id, name) VALUES (pg_temp.id(1)::thai_id, 'อื่น'), (pg_temp.id(4)::thai_id, 'สี่') ON CONFLICT (thai_id) DO UPDATE SET name = excluded.name;
SELECT results_eq($$SELECT action::text, thai_id::text, after ->> 'name' FROM pg_temp.new_entries() ORDER BY 1$$,
  format($$VALUES ('insert', %L, 'สี่'), ('update', %L, 'อื่น')$$, pg_temp.id(4), pg_temp.id(1)), 'ON CONFLICT DO UPDATE: what was added and what was changed');
COPY audited.note FROM STDIN;
1	1	ก
1	2	ข
\.
SELECT results_eq($$SELECT action::text, thai_id::text, key, after FROM pg_temp.new_entries()$$,
  $$VALUES ('insert', NULL, '{"number": 1, "line": 1}'::jsonb, '{"number": 1, "line": 1, "body": "ก"}'::jsonb), ('insert', NULL, '{"number": 1, "line": 2}', '{"number": 1, "line": 2, "body": "ข"}')$$,
  'COPY is recorded, a key of two columns whole');
MERGE INTO audited.note USING (VALUES (1, 1, NULL), (1, 2, 'ค'), (1, 3, 'ง')) AS given (number, line, body) ON note.number = given.number AND note.line = given.line
  WHEN MATCHED AND given.body IS NULL THEN DELETE
  WHEN MATCHED THEN UPDATE SET body = given.body
  WHEN NOT MATCHED THEN INSERT VALUES (given.number, given.line, given.body);
SELECT results_eq($$SELECT action::text, key ->> 'line', before ->> 'body', after ->> 'body' FROM pg_temp.new_entries() ORDER BY action$$,
  $$VALUES ('delete', '1', 'ก', NULL), ('insert', '3', NULL, 'ง'), ('update', '2', 'ข', 'ค')$$, 'MERGE: each row by what became of it');
UPDATE audited.note SET line = line + 10 WHERE line = 2;
SELECT results_eq($$SELECT action::text, key ->> 'line', before, after FROM pg_temp.new_entries() ORDER BY entry_id$$,
  $$SELECT * FROM (VALUES ('update', '2', '{"number": 1, "line": 2, "body": "ค"}'::jsonb, NULL::jsonb), ('update', '12', NULL, '{"number": 1, "line": 12, "body": "ค"}')) AS wanted (a, k, b, c) ORDER BY 2 DESC$$,
  'a key that changes in spite of all: one row gone, one come');
DELETE FROM audited.person WHERE thai_id::text = pg_temp.id(4);
SELECT results_eq($$SELECT action::text, thai_id::text, before ->> 'name', after FROM pg_temp.new_entries()$$, format($$VALUES ('delete', %L, 'สี่', NULL::jsonb)$$, pg_temp.id(4)), 'a deletion keeps the row');
TRUNCATE audited.note;
SELECT results_eq($$SELECT action::text, relation, row_count FROM pg_temp.new_entries()$$, $$VALUES ('truncate', 'audited.note', 2::bigint)$$, 'a TRUNCATE tells how many rows were lost');
INSERT INTO audited.person (thai_id, name) SELECT pg_temp.id(number)::thai_id, 'คน ' || number FROM generate_series(1001, 3000) AS number;
SELECT is((SELECT count(*) FROM pg_temp.new_entries()), 2000::bigint, 'two thousand rows, two thousand entries');
UPDATE audited.person SET name = name || '!' WHERE name LIKE 'คน%';
SELECT is((SELECT count(*) FROM pg_temp.new_entries() WHERE before ->> 'name' || '!' = after ->> 'name' AND cardinality(changed) = 1), 2000::bigint, 'each changed row is paired with itself');
SET LOCAL welfare.reason = 'x';
SELECT set_config('welfare.reason', repeat('ก', 600), true) \g /dev/null
UPDATE audited.person SET born = '1940-01-01' WHERE thai_id::text = pg_temp.id(1);
SELECT is((SELECT length(reason) FROM pg_temp.new_entries()), 500, 'a reason is cut at 500 characters');
SET LOCAL welfare.reason = '';
UPDATE reference.local_authority SET telephone = '021234567' WHERE authority_code = 5730102;
SELECT results_eq($$SELECT relation, key, changed FROM pg_temp.new_entries()$$, $$VALUES ('reference.local_authority', '{"authority_code": 5730102}'::jsonb, '{telephone}'::text[])$$, 'places are tracked');
UPDATE reference.rate SET certainty = 'unverified' WHERE rate_id = 1;
SELECT is((SELECT count(*) FROM pg_temp.new_entries() WHERE relation = 'reference.rate'), 1::bigint, 'and the law');
SELECT is_empty($$SELECT pg_class.oid::regclass FROM pg_class WHERE relnamespace = 'reference'::regnamespace AND relkind = 'r'
                   AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = pg_class.oid AND tgname = 'audit_update')$$, 'every table of the reference room');

-- looks and calls
SELECT pg_temp.become('welfare_writer', 5730102);
SELECT lives_ok(format($$SELECT audit.record_look('registry.beneficiary_detail', %L, '{"full": true, "none": null}', 1)$$, pg_temp.id(1)), 'IS9.3: a reading function records the look');
SELECT lives_ok($$SELECT audit.record_call('report.labels', NULL, '{"province_code": 73}')$$, 'and an act that changes no row');
RESET ROLE;
SELECT results_eq($$SELECT action::text, relation, thai_id::text, key, row_count, principal FROM pg_temp.new_entries()$$,
  format($$VALUES ('read', 'registry.beneficiary_detail', %L, '{"full": true}'::jsonb, 1::bigint, 'tester'), ('call', 'report.labels', NULL, '{"province_code": 73}', NULL, 'tester')$$, pg_temp.id(1)), 'with what was asked for');

-- nobody writes, changes or reads it past the functions
SELECT throws_ok(statement, 'WF200', NULL, 'QS5: refused to ' || role_name || ': ' || statement)
  FROM (VALUES ('UPDATE audit.entry SET principal = NULL'), ('UPDATE audit.entry SET principal = NULL WHERE false'), ('DELETE FROM audit.entry'), ('DELETE FROM audit.entry WHERE entry_id = 1'), ('TRUNCATE audit.entry'),
               ('INSERT INTO audit.entry (entry_id, action, relation) OVERRIDING SYSTEM VALUE SELECT max(entry_id), ''call'', ''x'' FROM audit.entry ON CONFLICT (entry_id) DO UPDATE SET relation = ''y'''),
               ('UPDATE audit.seal SET chain = NULL'), ('DELETE FROM audit.seal'), ('TRUNCATE audit.seal')) AS tried (statement)
 CROSS JOIN LATERAL (SELECT 'a superuser'::text) AS asker (role_name);
SET LOCAL ROLE welfare_owner;
SELECT throws_ok(statement, 'WF200', NULL, 'QS5: refused to the owner: ' || statement)
  FROM (VALUES ('UPDATE audit.entry SET principal = NULL'), ('DELETE FROM audit.entry'), ('TRUNCATE audit.entry'), ('DELETE FROM audit.seal')) AS tried (statement);
RESET ROLE;
SELECT throws_ok('DELETE FROM audit.entry', 'WF200', 'audit.entry is append-only: no DELETE', 'QS5: it says what was refused');
SET LOCAL welfare.language = 'th';
SELECT throws_ok('DELETE FROM audit.entry', 'WF200', 'ตาราง audit.entry เพิ่มได้อย่างเดียว แก้ไขหรือลบไม่ได้ (DELETE)', 'in Thai, too');
SET LOCAL welfare.language = 'en';
SELECT throws_ok(format('INSERT INTO audit.entry (action, relation, %I) VALUES (''call'', ''x'', %L)', tried.name, value), 'WF201', NULL, 'QS5: ' || tried.name || ' cannot be forged')
  FROM (VALUES ('recorded_at', (now() - interval '1 day')::text), ('recorded_at', (now() + interval '1 day')::text), ('principal', 'somebody'), ('duty', 'bank'), ('role_name', 'welfare_bank'), ('login_name', 'somebody'), ('transaction_id', '3')) AS tried (name, value);
INSERT INTO audit.entry (action, relation, recorded_at) VALUES ('call', 'x', clock_timestamp() - interval '30 seconds');
SELECT ok(recorded_at > clock_timestamp() - interval '10 seconds', 'a time that is a little off becomes the clock''s') FROM pg_temp.new_entries();
SELECT pg_temp.become('welfare_writer');
SELECT throws_ok('INSERT INTO audit.entry (action, relation) VALUES (''call'', ''x'')', '42501', NULL, 'QS5: the writer inserts through functions only');
SELECT throws_ok('SELECT * FROM audit.entry', '42501', NULL, 'and reads nothing');
SELECT pg_temp.become('welfare_authority', 5730102);
SELECT throws_ok('SELECT audit.record_look(''x'', NULL, NULL, 1)', '42501', NULL, 'an officer records nothing by hand');
SELECT throws_ok('SELECT * FROM audit.trail(recorded_from => ''2020-01-01'')', '42501', NULL, 'and reads no trail');
RESET ROLE;

-- reading the trail
SELECT pg_temp.become('welfare_admin', 5730102);
SELECT throws_ok('SELECT * FROM audit.trail(recorded_from => ''2020-01-01'')', 'WF004', NULL, 'the trail is for administrators who see the nation');
SELECT pg_temp.become('welfare_admin');
SELECT throws_ok('SELECT * FROM audit.trail()', 'WF206', 'give a national ID, or a time from which on', 'nobody reads all of it');
SELECT throws_ok('SELECT * FROM audit.trail(recorded_from => now(), page => 0)', 'WF207', NULL, 'pages count from one');
SELECT results_eq(format($$SELECT total, action::text FROM audit.trail(%L, page_size => 2)$$, pg_temp.id(1)), $$VALUES (6::bigint, 'read'), (6, 'update')$$, 'a person''s trail, the newest first, by pages');
SELECT is((SELECT count(*) FROM audit.trail(pg_temp.id(1)::thai_id, 'audited.person', 'tester', now(), 'infinity')), 5::bigint, 'by table, user and time');
RESET ROLE;
SELECT results_eq($$SELECT action::text, relation, thai_id::text, row_count FROM pg_temp.new_entries()$$,
  format($$VALUES ('read', 'audit.trail', %1$L, 2::bigint), ('read', 'audit.trail', %1$L, 5)$$, pg_temp.id(1)), 'looking at the trail is recorded itself');
SELECT * FROM finish();
ROLLBACK;

-- QS1: what each role may touch, enumerated from the catalogue: an object that grants.psql does not name is refused to everybody.
\ir fixture.psql
SELECT plan(27);
\ir grants.psql
CREATE TEMP TABLE room AS SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('welfare', 'reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job');
-- names are written in full
SET LOCAL search_path = pg_catalog;
CREATE TEMP TABLE relation AS
SELECT pg_class.oid, pg_class.oid::regclass::text AS name, nspname, relkind, relispartition, relrowsecurity, relforcerowsecurity, relowner, relacl, reloptions
  FROM room JOIN pg_class ON relnamespace = room.oid WHERE relkind IN ('r', 'p', 'v', 'm', 'f');
CREATE TEMP TABLE function AS
SELECT pg_proc.oid, pg_proc.oid::regprocedure::text AS name, nspname, prosecdef, proowner, proacl, proconfig, prosqlbody IS NOT NULL AS bound,
       EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e') AS of_extension
  FROM room JOIN pg_proc ON pronamespace = room.oid;
CREATE TEMP TABLE found AS
SELECT role_name, 'schema' AS kind, nspname::text AS object, privilege
  FROM role CROSS JOIN room CROSS JOIN unnest(ARRAY['USAGE', 'CREATE']) AS privilege
 WHERE has_schema_privilege(role_name, oid, privilege)
UNION
SELECT role_name, 'relation', name, privilege
  FROM role CROSS JOIN relation CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
 WHERE has_table_privilege(role_name, oid, privilege)
UNION
SELECT role_name, 'column', name || '.' || quote_ident(attname), privilege
  FROM role CROSS JOIN relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
 CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS privilege
 WHERE has_column_privilege(role_name, attrelid, attname, privilege) AND NOT has_table_privilege(role_name, attrelid, privilege)
UNION
SELECT role_name, 'sequence', pg_class.oid::regclass::text, privilege
  FROM role CROSS JOIN room JOIN pg_class ON relnamespace = room.oid AND relkind = 'S' CROSS JOIN unnest(ARRAY['SELECT', 'USAGE', 'UPDATE']) AS privilege
 WHERE has_sequence_privilege(role_name, pg_class.oid, privilege)
UNION
SELECT role_name, 'function', name, 'EXECUTE'
  FROM role CROSS JOIN function
 WHERE nspname <> 'welfare' AND has_function_privilege(role_name, oid, 'EXECUTE');

-- Columns that identify: by type, wherever they stand; and names, addresses, accounts, numbers of telephones, mail.
CREATE TEMP TABLE identifying AS
SELECT attrelid, attname, name, relkind
  FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
 -- an office's telephone is public
 WHERE (name, attname) <> ('reference.local_authority', 'telephone')
   AND (atttypid IN ('welfare.thai_id'::regtype, 'welfare.birth_date'::regtype, 'reference.address'::regtype)
    OR attname ~ '(^|_)(thai_id|birth_date|full_name|first_name|last_name|telephone|email|user_name|principal|account_number|account_name|house_number|digest|token|hash)(_|$)'
    OR attname ~ '_by$');

SET LOCAL search_path = tap, welfare, pg_catalog;
SELECT is_empty($$SELECT * FROM found EXCEPT SELECT * FROM wanted$$, 'QS1: no role holds a privilege that is not meant');
SELECT is_empty($$SELECT * FROM wanted EXCEPT SELECT * FROM found$$, 'QS1: and none lacks one that is');
SELECT is_empty($$SELECT oid::regrole FROM pg_roles WHERE rolname ~ '^welfare_' EXCEPT SELECT role_name::regrole FROM role WHERE role_name <> 'public' EXCEPT SELECT 'welfare_owner'::regrole$$, 'every role of the project is in the table');
SELECT is_empty($$SELECT nspname FROM pg_namespace WHERE nspowner = 'welfare_owner'::regrole AND nspname NOT IN (SELECT nspname FROM room)$$, 'and every schema');
SELECT is_empty($$SELECT name, grantee::regrole, privilege_type FROM relation CROSS JOIN LATERAL aclexplode(relacl) WHERE is_grantable AND grantee <> relowner
        UNION ALL SELECT name, grantee::regrole, privilege_type FROM function CROSS JOIN LATERAL aclexplode(proacl) WHERE is_grantable AND grantee <> proowner$$, 'nobody may grant on');
SELECT is_empty($$SELECT oid::regtype FROM pg_type WHERE typnamespace IN (SELECT oid FROM room) AND typacl IS NOT NULL$$, 'types and domains may be used by everybody: none holds data');
SELECT is_empty($$SELECT defaclrole::regrole, defaclobjtype FROM pg_default_acl$$, 'nothing is granted on objects to come');
SELECT results_eq($$SELECT rolname::text COLLATE "default" FROM pg_roles WHERE rolname ~ '^welfare_' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication OR rolcanlogin) ORDER BY 1$$, ARRAY['welfare_app', 'welfare_job'],
                  'no role has an attribute beside the logins of apps and of what runs by itself');
SELECT is_empty($$SELECT member::regrole, roleid::regrole FROM pg_auth_members
                   WHERE (member::regrole::text ~ '^welfare_' AND member <> 'welfare_app'::regrole AND (member, roleid) <> ('welfare_job'::regrole, 'welfare_admin'::regrole)) OR (roleid IN ('welfare_owner'::regrole, 'welfare_writer'::regrole) AND member::regrole::text ~ '^welfare_')$$,
                'no role of the project is a member of another, but for the login of apps, and of what runs by itself; nobody acts as the owner or the writer');
SELECT ok(NOT rolinherit, 'and that one inherits nothing') FROM pg_roles WHERE rolname = 'welfare_app';
SELECT is_empty($$SELECT role_name FROM role WHERE role_name <> 'public' AND (has_database_privilege(role_name, current_database(), 'TEMPORARY') OR has_database_privilege(role_name, current_database(), 'CREATE')
                   OR has_schema_privilege(role_name, 'public', 'CREATE'))$$, 'AQ: no application role creates anything, not even temporarily');

-- functions
SELECT is_empty($$SELECT name FROM function WHERE nspname = 'welfare' AND NOT (of_extension AND NOT prosecdef AND has_function_privilege('public', oid, 'EXECUTE'))$$,
                'AQ: in welfare there is nothing but the extension''s arithmetic, which is everybody''s and has nobody else''s rights');
SELECT is_empty($$SELECT name FROM function WHERE prosecdef AND (has_function_privilege('public', oid, 'EXECUTE')
                      OR NOT coalesce('search_path=pg_catalog, welfare, pg_temp' = ANY (proconfig), false))$$, 'QS3: definer functions are pinned and not for the public');
SELECT is_empty($$SELECT name FROM function WHERE prosecdef AND NOT coalesce('client_min_messages=warning' = ANY (proconfig), false)$$,
                'QS4: nor do they print their plans, with estimates of rows that row security hides, to a caller who asks for debug_print_plan');
SELECT is_empty($$SELECT name FROM function WHERE nspname <> 'welfare' AND NOT bound AND NOT coalesce('search_path=pg_catalog, welfare, pg_temp' = ANY (proconfig), false)
                   -- a procedure that commits cannot be; its login's own path is
                   AND name NOT IN ('job.run_task(text,boolean)', 'job.run_due()')$$,
                'QS3: whatever was not bound when it was created is pinned');
SELECT is_empty($$(SELECT name FROM function WHERE proowner = 'welfare_writer'::regrole EXCEPT SELECT object FROM wanted_of_writer)
        UNION ALL (SELECT object FROM wanted_of_writer EXCEPT SELECT name FROM function WHERE proowner = 'welfare_writer'::regrole)
        UNION ALL SELECT name FROM function WHERE nspname <> 'welfare' AND proowner NOT IN ('welfare_owner'::regrole, 'welfare_writer'::regrole)
        UNION ALL SELECT name FROM relation WHERE relowner <> 'welfare_owner'::regrole$$, 'AQ: functions that act for a user are the writer''s, all else is the owner''s');
SELECT is_empty($$SELECT name FROM function WHERE prosecdef AND proowner = 'welfare_owner'::regrole AND name IN (SELECT object FROM wanted WHERE role_name = 'welfare_report')$$, 'BI tools call nothing of the owner''s');

-- relations
SELECT is_empty($$SELECT name, attname, role_name FROM identifying CROSS JOIN role
                   WHERE role_name <> 'welfare_writer' AND has_column_privilege(role_name, attrelid, attname, 'SELECT')
                     -- who prepared a payroll: for administrators
                     AND NOT ((name, attname) = ('payment.payroll', 'prepared_by') AND role_name IN ('welfare_admin', 'welfare_job'))$$, 'AQ: no application role reads a column that identifies anybody');
SELECT ok((SELECT count(DISTINCT name) >= 20 AND count(*) >= 60 FROM identifying), 'and there are such columns to read');
SELECT is_empty($$SELECT name FROM relation WHERE relkind IN ('r', 'p') AND NOT relispartition AND NOT relrowsecurity
                   AND oid IN (SELECT attrelid FROM identifying UNION ALL SELECT attrelid FROM pg_attribute WHERE attname ~ '(^|_)claim_number$')
                   -- staged by COPY, which row security refuses; nobody may read them
                   AND name NOT IN ('registry.import_row', 'registry.import_candidate', 'civil.event_row', 'civil.candidate', 'payment.result_row')$$, 'QS1: row security is on wherever a row identifies a person, a user or a claim');
SELECT is_empty($$SELECT name, role_name FROM relation CROSS JOIN role WHERE name IN ('registry.import_row', 'registry.import_candidate', 'registry.import_mark', 'civil.event_row', 'civil.candidate', 'civil.delivery_mark', 'payment.result_row', 'payment.result_mark') AND has_any_column_privilege(role_name, oid, 'SELECT')$$,
                'and what is staged is read by nobody');
SELECT is_empty($$SELECT name FROM relation WHERE NOT relrowsecurity AND relkind IN ('r', 'p') AND NOT relispartition AND nspname <> 'reference'
                   AND name NOT IN ('registry.import_row', 'registry.import_candidate', 'registry.import_mark', 'civil.event_row', 'civil.candidate', 'civil.delivery_mark', 'civil.finding_transition', 'registry.claim_transition', 'registry.finding_transition', 'registry.recovery_transition', 'registry.submission_transition', 'payment.payroll_transition', 'payment.outcome_word', 'payment.result_row', 'payment.result_mark', 'payment.law', 'payment.tariff')$$,
                'QS1: row security is on in every room but that of the law, save what is listed');
SELECT is_empty($$SELECT name FROM relation WHERE relispartition AND (relacl IS NOT NULL OR relowner <> 'welfare_owner'::regrole)
        UNION ALL SELECT name FROM relation JOIN pg_attribute ON attrelid = relation.oid WHERE relispartition AND attacl IS NOT NULL$$, 'AQ: nobody holds a grant on a partition');
SELECT is_empty($$SELECT name, role_name FROM relation CROSS JOIN role WHERE relkind = 'v' AND has_any_column_privilege(role_name, oid, 'SELECT') AND nspname <> 'reference'
                   AND NOT coalesce(reloptions && ARRAY['security_barrier=true', 'security_barrier=on'], false)$$, 'QS1: views over others'' rows are barriers');
SELECT is_empty($$SELECT polrelid::regclass, polname FROM pg_policy WHERE polrelid IN (SELECT oid FROM relation)
                   -- words for forms, and what was decided of the law, which everybody may read
                   AND polname NOT IN ('duty_words', 'secret_question_words', 'law_confirmation_read', 'interpretation_read')
                   AND (NOT polroles <@ ARRAY['welfare_writer'::regrole::oid, 'welfare_admin'::regrole::oid] OR pg_get_expr(polqual, polrelid) ~ 'current_setting|SELECT')$$,
                'AQ: policies are for the writer or administrators, and compare columns with the extension''s functions');
SELECT is_empty($$SELECT oid::regprocedure FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname IN ('pg_lock_status', 'pg_stat_get_activity', 'pg_stat_get_live_tuples', 'pg_stat_get_tuples_inserted',
                   'pg_stat_get_xact_tuples_fetched', 'pg_stat_get_xact_numscans', 'pg_stat_get_db_tuples_fetched', 'pg_stat_get_wal', 'pg_sequence_last_value')
                   AND EXISTS (SELECT FROM role WHERE has_function_privilege(role_name, pg_proc.oid, 'EXECUTE'))$$, 'QS1: no role sees what the server counts and locks');
SELECT ok(EXISTS (SELECT FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()) AND setrole = 'welfare_app'::regrole
                    AND setconfig @> '{idle_in_transaction_session_timeout=5min}'), 'QR4: what an app forgets to end keeps others waiting for no longer than that');
SELECT * FROM finish();
ROLLBACK;

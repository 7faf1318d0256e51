-- Every PL/pgSQL function of the schemas, with warnings of every kind; what is printed is wrong.
CREATE EXTENSION plpgsql_check;
SELECT format('%s: line %s: %s: %s %s', function.oid::regprocedure, found.lineno, found.level, found.message, found.detail)
  FROM pg_proc AS function
  JOIN pg_language ON pg_language.oid = function.prolang AND lanname = 'plpgsql'
 CROSS JOIN LATERAL plpgsql_check_function_tb(function.oid, other_warnings => true, extra_warnings => true,
                                              performance_warnings => true, security_warnings => true) AS found
 WHERE function.pronamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'payment', 'report', 'portal', 'job')
   AND function.prorettype <> 'trigger'::regtype
   -- of RETURN QUERY EXECUTE it cannot know that the columns are filled
   AND found.message !~ '^OUT variable .* is maybe unmodified$'
   -- pg_cron is not there, and need not be
   AND found.message !~ '^(relation|schema) "cron[."]'
   -- every step of a task is called in the same way
   AND NOT (function.oid::regprocedure::text ~ '^job[.].*[(]date,date[)]$' AND found.message = 'unused parameter "period"')
   -- as is every check of what must always be true
   AND NOT (function.proname ~ '^check_' AND function.oid::regprocedure::text ~ '[(]date[)]$' AND found.message = 'unused parameter "month"');

-- A text body without a pinned path picks up what others plant; a definer that the public may call is a leak.
SELECT format('%s: no pinned path', oid::regprocedure) FROM pg_proc
 WHERE pronamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'payment', 'report', 'portal', 'job')
   AND prosqlbody IS NULL AND NOT coalesce('search_path=pg_catalog, welfare, pg_temp' = ANY (proconfig), false)
   -- a procedure that commits can have none: it holds qualified calls and COMMIT alone
   AND NOT (prokind = 'p' AND prosrc ~ '\mCOMMIT\M' OR oid = to_regprocedure('job.run_due()'));
SELECT format('%s: a definer that the public may call', oid::regprocedure) FROM pg_proc
 WHERE pronamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'payment', 'report', 'portal', 'job')
   AND prosecdef AND has_function_privilege('public', oid, 'EXECUTE');

-- A foreign key without an index on its columns makes every deletion above it a scan.
SELECT format('%s: foreign key %s has no index', conrelid::regclass, conname)
  FROM pg_constraint
 WHERE contype = 'f' AND connamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'payment', 'report', 'portal', 'job')
   AND NOT EXISTS (SELECT FROM pg_index WHERE indrelid = conrelid AND (string_to_array(indkey::text, ' ')::smallint[])[1:cardinality(conkey)] @> conkey)
   -- a key that holds the national ID is found by any index that begins with it: a person has a handful of rows
   AND NOT EXISTS (SELECT FROM pg_index JOIN pg_attribute ON attrelid = conrelid AND attname = 'thai_id' AND attnum = ANY (conkey)
                    WHERE indrelid = conrelid AND indpred IS NULL AND indkey[0] = attnum)
   -- reference rows and vocabularies are never deleted; scanning for it would cost an index on every person
   AND confrelid::regclass::text !~ '^reference\.|_transition$'
   -- nor is evidence, whatever path is taken
   AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = confrelid AND tgfoid = 'registry.refuse_removal()'::regprocedure);

BEGIN;

SELECT pg_catalog.pg_get_object_address('extension', ARRAY[name], '{}')
  FROM pg_catalog.unnest(ARRAY['welfare', 'btree_gist', 'pgcrypto']) AS name;

-- The library answers, and is the one that the extension's script was written for.
SELECT 1 / pg_catalog.count(*)
  FROM pg_catalog.pg_extension
 WHERE extname = 'welfare' AND extversion = welfare.library_version();

ROLLBACK;

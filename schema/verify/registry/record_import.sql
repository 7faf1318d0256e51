BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.review_kind', 'lookalike_id, legacy_unknown_birth');
SELECT pg_temp.check_comment('type', 'registry.review_kind');
SELECT pg_temp.check_columns('registry.review', '
  thai_id welfare.thai_id not null
  opened_at timestamp with time zone not null default clock_timestamp()
  closed_at timestamp with time zone
  kind registry.review_kind not null
  authority_code integer not null
  lookalike welfare.thai_id
  opened_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  closed_by text
  outcome text');
SELECT pg_temp.check_comment('relation', 'registry.review');
SELECT pg_temp.check_constraint('registry.review', 'review_closed_whole', 'CHECK ((num_nonnulls(closed_at, closed_by, outcome) = ANY (ARRAY[0, 3])))');
SELECT pg_temp.check_constraint('registry.review', 'review_person_fkey', 'FOREIGN KEY (thai_id) REFERENCES registry.person(thai_id)');
SELECT pg_temp.check_constraint('registry.review', 'review_pkey', 'PRIMARY KEY (thai_id, kind, opened_at)');
SELECT pg_temp.check_index('registry.review_one_open', 'CREATE UNIQUE INDEX review_one_open ON registry.review USING btree (thai_id, kind) WHERE (closed_at IS NULL)');
SELECT pg_temp.check_index('registry.review_authority_code', 'CREATE INDEX review_authority_code ON registry.review USING btree (authority_code) WHERE (closed_at IS NULL)');
SELECT pg_temp.check_function('registry.lookalikes(welfare.thai_id)',
  'welfare_owner invoker immutable returns SETOF welfare.thai_id');
SELECT pg_temp.check_comment('function', 'registry.lookalikes(welfare.thai_id)');
SELECT pg_temp.check_function('registry.review_lookalikes(bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp enable_hashjoin=off enable_mergejoin=off enable_seqscan=off');
SELECT pg_temp.check_comment('function', 'registry.review_lookalikes(bigint)');
SELECT pg_temp.check_function('registry.record_candidates(bigint)',
  'welfare_owner invoker volatile returns record search_path=pg_catalog, welfare, pg_temp work_mem=64MB');
SELECT pg_temp.check_comment('function', 'registry.record_candidates(bigint)');
SELECT pg_temp.check_trigger('registry.review', 'review_no_removal', 'CREATE TRIGGER review_no_removal BEFORE DELETE OR TRUNCATE ON registry.review FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.review', 'review_change for w to welfare_writer using (authority_code = welfare.authority_code()) check (authority_code = welfare.authority_code()); review_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.review', 'welfare_writer SELECT/UPDATE');
SELECT pg_temp.check_grants('function', 'registry.lookalikes(welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'registry.review_lookalikes(bigint)', '');
SELECT pg_temp.check_grants('function', 'registry.record_candidates(bigint)', '');

ROLLBACK;

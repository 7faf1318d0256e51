BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.finding_kind', 'died, disqualified, waived');
SELECT pg_temp.check_comment('type', 'registry.finding_kind');
SELECT pg_temp.check_enumeration('registry.finding_source', 'own_check, annual_check, civil_registry, treasury, report, person');
SELECT pg_temp.check_comment('type', 'registry.finding_source');
SELECT pg_temp.check_enumeration('registry.removal_path', 'public_notice, good_faith, order');
SELECT pg_temp.check_comment('type', 'registry.removal_path');
SELECT pg_temp.check_enumeration('registry.finding_state', 'recorded, posted, investigated, proposed, verified, removed, kept');
SELECT pg_temp.check_comment('type', 'registry.finding_state');
SELECT pg_temp.check_columns('registry.finding_transition', '
  from_state registry.finding_state not null
  to_state registry.finding_state not null
  offices identity.office_name[] not null
  meaning text not null');
SELECT pg_temp.check_comment('relation', 'registry.finding_transition');
SELECT pg_temp.check_constraint('registry.finding_transition', 'finding_transition_pkey', 'PRIMARY KEY (from_state, to_state)');
SELECT pg_temp.check_columns('registry.finding', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  happened_on date not null
  found_on date not null
  authority_code integer not null
  kind registry.finding_kind not null
  source registry.finding_source not null
  path registry.removal_path not null
  state registry.finding_state not null default ''recorded''::registry.finding_state
  claim_number smallint not null
  finding_number smallint not null
  objection_count smallint not null default 0
  answered_count smallint not null default 0
  sensitive boolean not null
  never_entitled boolean not null default false
  good_faith boolean not null default false
  lost_terms text[]
  facts text not null
  document text
  document_key uuid
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.finding');
SELECT pg_temp.check_constraint('registry.finding', 'finding_answers_objections', 'CHECK (((answered_count >= 0) AND (answered_count <= objection_count)))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.finding', 'finding_document_fkey', 'FOREIGN KEY (thai_id, document_key) REFERENCES registry.document(thai_id, document_key)');
SELECT pg_temp.check_constraint('registry.finding', 'finding_found_after_event', 'CHECK ((found_on >= happened_on))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_good_faith_never_entitled', 'CHECK (((NOT good_faith) OR never_entitled))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_good_faith_path', 'CHECK (((path <> ''good_faith''::registry.removal_path) OR good_faith))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_health_is_not_posted', 'CHECK (((path <> ''public_notice''::registry.removal_path) OR (NOT sensitive)))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_loss_names_terms', 'CHECK ((((kind = ''disqualified''::registry.finding_kind) = (lost_terms IS NOT NULL)) AND (lost_terms <> ''{}''::text[]) AND (array_position(lost_terms, NULL::text) IS NULL)))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_never_entitled_is_loss', 'CHECK (((NOT never_entitled) OR (kind = ''disqualified''::registry.finding_kind)))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_only_loss_is_posted', 'CHECK (((path = ''order''::registry.removal_path) OR (kind = ''disqualified''::registry.finding_kind)))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.finding', 'finding_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.finding', 'finding_stated', 'CHECK ((btrim(facts) <> ''''::text))');
SELECT pg_temp.check_constraint('registry.finding', 'finding_waiver_is_written', 'CHECK (((kind <> ''waived''::registry.finding_kind) OR (document_key IS NOT NULL) OR ((btrim(document) <> ''''::text) AND (document IS NOT NULL))))');
SELECT pg_temp.check_columns('registry.finding_step', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  taken_on date not null
  authority_code integer not null
  to_state registry.finding_state not null
  office identity.office_name
  claim_number smallint not null
  finding_number smallint not null
  step_number smallint not null
  sensitive boolean not null
  document text
  words text
  delegation_document text
  taken_by text not null');
SELECT pg_temp.check_comment('relation', 'registry.finding_step');
SELECT pg_temp.check_constraint('registry.finding_step', 'finding_step_delegation', 'CHECK (((NOT (office IS DISTINCT FROM ''delegate''::identity.office_name)) = (delegation_document IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.finding_step', 'finding_step_finding_fkey', 'FOREIGN KEY (thai_id, programme, claim_number, finding_number) REFERENCES registry.finding(thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.finding_step', 'finding_step_has_document', 'CHECK (((to_state = ''recorded''::registry.finding_state) OR ((btrim(document) <> ''''::text) AND (document IS NOT NULL))))');
SELECT pg_temp.check_constraint('registry.finding_step', 'finding_step_has_office', 'CHECK (((to_state = ''recorded''::registry.finding_state) OR (office IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.finding_step', 'finding_step_has_words', 'CHECK (((to_state = ANY (ARRAY[''recorded''::registry.finding_state, ''posted''::registry.finding_state, ''proposed''::registry.finding_state])) OR ((btrim(words) <> ''''::text) AND (words IS NOT NULL))))');
SELECT pg_temp.check_constraint('registry.finding_step', 'finding_step_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, finding_number, step_number)');
SELECT pg_temp.check_index('registry.finding_one_open', 'CREATE UNIQUE INDEX finding_one_open ON registry.finding USING btree (thai_id, programme, claim_number, kind) WHERE (state <> ALL (ARRAY[''removed''::registry.finding_state, ''kept''::registry.finding_state]))');
SELECT pg_temp.check_index('registry.finding_open', 'CREATE INDEX finding_open ON registry.finding USING btree (authority_code, found_on) WHERE (state <> ALL (ARRAY[''removed''::registry.finding_state, ''kept''::registry.finding_state]))');
SELECT pg_temp.check_row_security('registry.finding', 'finding_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); finding_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.finding_step', 'finding_step_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); finding_step_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.finding_transition', '');
SELECT pg_temp.check_grants('relation', 'registry.finding', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('relation', 'registry.finding_step', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF320)',
  '(WF321)',
  '(WF322)',
  '(WF323)',
  '(WF324)',
  '(WF325)',
  '(WF326)',
  '(WF327)',
  '(WF328)',
  '(WF329)',
  '(WF32A)',
  '(WF32B)',
  '(WF32C)',
  '(WF32D)',
  '(WF32E)',
  '(WF32F)',
  '(WF32G)',
  '(WF32H)',
  '(WF32J)',
  '(WF32T)',
  '(WF32W)');
SELECT pg_temp.check_rows('registry.finding_transition', 'ROW(from_state, to_state, offices)',
  '(investigated,investigated,{clerk})',
  '(investigated,verified,"{executive,delegate}")',
  '(posted,investigated,{clerk})',
  '(posted,proposed,{clerk})',
  '(posted,verified,"{executive,delegate}")',
  '(proposed,investigated,{clerk})',
  '(proposed,verified,"{executive,delegate}")',
  '(recorded,posted,"{officer,clerk}")',
  '(recorded,verified,"{executive,delegate}")',
  '(verified,investigated,{clerk})',
  '(verified,kept,"{executive,delegate}")',
  '(verified,posted,"{officer,clerk}")',
  '(verified,removed,"{executive,delegate}")');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.check_outcome', 'alive_and_eligible, dead, disqualified, moved, not_found');
SELECT pg_temp.check_comment('type', 'registry.check_outcome');
SELECT pg_temp.check_columns('registry.campaign', '
  kind reference.campaign_kind not null
  fiscal_year integer not null
  authority_code integer not null
  programme reference.programme_name not null
  month reference.pay_month not null
  own_procedure boolean not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  recipients bigint not null
  allowance numeric(16,2) not null
  top_up numeric(16,2) not null
  opened_at timestamp with time zone not null default clock_timestamp()
  opened_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  reported_at timestamp with time zone
  reported_by text');
SELECT pg_temp.check_comment('relation', 'registry.campaign');
SELECT pg_temp.check_constraint('registry.campaign', 'campaign_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('registry.campaign', 'campaign_own_procedure_empty', 'CHECK (((NOT own_procedure) OR (recipients = 0)))');
SELECT pg_temp.check_constraint('registry.campaign', 'campaign_pkey', 'PRIMARY KEY (kind, fiscal_year, programme, authority_code)');
SELECT pg_temp.check_constraint('registry.campaign', 'campaign_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.campaign', 'campaign_reported_whole', 'CHECK ((num_nonnulls(reported_at, reported_by) = ANY (ARRAY[0, 2])))');
SELECT pg_temp.check_columns('registry.campaign_recipient', '
  thai_id welfare.thai_id not null
  kind reference.campaign_kind not null
  fiscal_year integer not null
  programme reference.programme_name not null
  authority_code integer not null
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  suspended boolean not null
  allowance reference.baht not null
  top_up reference.baht not null');
SELECT pg_temp.check_comment('relation', 'registry.campaign_recipient');
SELECT pg_temp.check_constraint('registry.campaign_recipient', 'campaign_recipient_pkey', 'PRIMARY KEY (thai_id, programme, kind, fiscal_year)');
SELECT pg_temp.check_columns('registry.campaign_check', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  checked_on date not null
  kind reference.campaign_kind not null
  fiscal_year integer not null
  programme reference.programme_name not null
  authority_code integer not null
  outcome registry.check_outcome not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  how text not null
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.campaign_check');
SELECT pg_temp.check_constraint('registry.campaign_check', 'campaign_check_how', 'CHECK ((btrim(how) <> ''''::text))');
SELECT pg_temp.check_constraint('registry.campaign_check', 'campaign_check_pkey', 'PRIMARY KEY (thai_id, programme, kind, fiscal_year, recorded_at)');
SELECT pg_temp.check_constraint('registry.campaign_check', 'campaign_check_recipient_fkey', 'FOREIGN KEY (thai_id, programme, kind, fiscal_year) REFERENCES registry.campaign_recipient(thai_id, programme, kind, fiscal_year)');
SELECT pg_temp.check_index('registry.campaign_recipient_authority_code', 'CREATE INDEX campaign_recipient_authority_code ON registry.campaign_recipient USING btree (authority_code, kind, fiscal_year)');
SELECT pg_temp.check_function('registry.guard_campaign()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.guard_campaign()');
SELECT pg_temp.check_function('registry.require_office(identity.office_name[])',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.require_office(identity.office_name[])');
SELECT pg_temp.check_trigger('registry.campaign', 'campaign_guard', 'CREATE TRIGGER campaign_guard BEFORE UPDATE ON registry.campaign FOR EACH ROW EXECUTE FUNCTION registry.guard_campaign()');
SELECT pg_temp.check_trigger('registry.campaign', 'campaign_no_removal', 'CREATE TRIGGER campaign_no_removal BEFORE DELETE OR TRUNCATE ON registry.campaign FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.campaign_recipient', 'campaign_recipient_no_change', 'CREATE TRIGGER campaign_recipient_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.campaign_recipient FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.campaign_check', 'campaign_check_no_change', 'CREATE TRIGGER campaign_check_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.campaign_check FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.campaign', 'campaign_change for w to welfare_writer using (authority_code = welfare.authority_code()) check (authority_code = welfare.authority_code()); campaign_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.campaign_recipient', 'campaign_recipient_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.campaign_check', 'campaign_check_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); campaign_check_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.campaign', 'welfare_writer SELECT/UPDATE');
SELECT pg_temp.check_grants('relation', 'registry.campaign_recipient', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'registry.campaign_check', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.guard_campaign()', '');
SELECT pg_temp.check_grants('function', 'registry.require_office(identity.office_name[])', 'welfare_writer EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF336)',
  '(WF33D)',
  '(WF33E)',
  '(WF33F)',
  '(WF33G)',
  '(WF33H)',
  '(WF33J)');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.disposal', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  happened_on date not null
  ordered_on date not null
  claimed_elsewhere_on date
  authority_code integer not null
  cause reference.disposal_cause not null
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  order_number text
  remark text
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.disposal');
SELECT pg_temp.check_columns('registry.tombstone', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  authority_code integer not null
  claim_number smallint not null
  reason text not null
  document text
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  confirmed_by text');
SELECT pg_temp.check_comment('relation', 'registry.tombstone');
SELECT pg_temp.check_constraint('registry.disposal', 'disposal_disqualified_has_remark', 'CHECK (((cause <> ''disqualified''::reference.disposal_cause) OR ((btrim(remark) <> ''''::text) AND (remark IS NOT NULL))))');
SELECT pg_temp.check_constraint('registry.disposal', 'disposal_ordered_after_event', 'CHECK (((ordered_on >= happened_on) OR (cause = ''waived''::reference.disposal_cause)))');
SELECT pg_temp.check_constraint('registry.disposal', 'disposal_claimed_elsewhere_moved', 'CHECK (((claimed_elsewhere_on IS NULL) OR (cause = ''moved''::reference.disposal_cause)))');
SELECT pg_temp.check_constraint('registry.disposal', 'disposal_pkey', 'PRIMARY KEY (thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.disposal', 'disposal_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.tombstone', 'tombstone_has_reason', 'CHECK ((btrim(reason) <> ''''::text))');
SELECT pg_temp.check_constraint('registry.tombstone', 'tombstone_two_users', 'CHECK ((confirmed_by <> recorded_by))');
SELECT pg_temp.check_constraint('registry.tombstone', 'tombstone_pkey', 'PRIMARY KEY (thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.tombstone', 'tombstone_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_trigger('registry.disposal', 'disposal_no_change', 'CREATE TRIGGER disposal_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.disposal FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.tombstone', 'tombstone_no_change', 'CREATE TRIGGER tombstone_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.tombstone FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');

SELECT pg_temp.check_grants('relation', 'registry.disposal', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('relation', 'registry.tombstone', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_row_security('registry.disposal', 'disposal_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); disposal_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.tombstone', 'tombstone_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); tombstone_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

ROLLBACK;

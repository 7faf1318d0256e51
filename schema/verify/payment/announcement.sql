BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.announcement_place', 'office, designated_place, website');
SELECT pg_temp.check_comment('type', 'payment.announcement_place');
SELECT pg_temp.check_enumeration('payment.announcement_part', 'entitled, confirmed');
SELECT pg_temp.check_comment('type', 'payment.announcement_part');
SELECT pg_temp.check_columns('payment.announcement', '
  authority_code integer not null
  announcement_year integer not null
  edition smallint not null
  month reference.pay_month not null
  announced_on date not null
  posted_on date not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  district_code smallint not null
  province_code smallint not null
  corrects_year integer
  corrects_edition smallint
  signed_as identity.office_name not null
  places payment.announcement_place[] not null
  entitled bigint not null
  amount numeric(16,2) not null
  confirmed bigint not null
  number_text text not null
  place_detail text
  correction text
  signed_by text not null
  digest bytea not null');
SELECT pg_temp.check_comment('relation', 'payment.announcement');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_corrected_once', 'UNIQUE (authority_code, corrects_year, corrects_edition)');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_correction_stated', 'CHECK ((((corrects_edition IS NULL) = (correction IS NULL)) AND ((corrects_edition IS NULL) = (corrects_year IS NULL)) AND ((btrim(correction) <> ''''::text) IS NOT FALSE)))');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_corrects_fkey', 'FOREIGN KEY (authority_code, corrects_year, corrects_edition) REFERENCES payment.announcement(authority_code, announcement_year, edition)');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_digest', 'CHECK ((octet_length(digest) = 32))');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_in_order', 'CHECK (((announced_on >= (month)::date) AND (posted_on >= announced_on)))');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_number_key', 'UNIQUE (authority_code, announcement_year, number_text)');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_pkey', 'PRIMARY KEY (authority_code, announcement_year, edition)');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_signed', 'CHECK ((signed_as = ANY (ARRAY[''executive''::identity.office_name, ''delegate''::identity.office_name])))');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_stated', 'CHECK (((btrim(number_text) <> ''''::text) AND (cardinality(places) > 0) AND (array_position(places, NULL::payment.announcement_place) IS NULL) AND ((''designated_place''::payment.announcement_place <> ALL (places)) OR ((btrim(place_detail) <> ''''::text) AND (place_detail IS NOT NULL)))))');
SELECT pg_temp.check_constraint('payment.announcement', 'announcement_year_of_day', 'CHECK ((announcement_year = welfare.be_year(announced_on)))');
SELECT pg_temp.check_columns('payment.announcement_entry', '
  thai_id welfare.thai_id not null
  authority_code integer not null
  announcement_year integer not null
  edition smallint not null
  part payment.announcement_part not null
  "position" integer not null
  masked_id text not null
  person_name text not null
  amount reference.baht
  confirmed_on date');
SELECT pg_temp.check_comment('relation', 'payment.announcement_entry');
SELECT pg_temp.check_constraint('payment.announcement_entry', 'announcement_entry_announcement_fkey', 'FOREIGN KEY (authority_code, announcement_year, edition) REFERENCES payment.announcement(authority_code, announcement_year, edition)');
SELECT pg_temp.check_constraint('payment.announcement_entry', 'announcement_entry_masked', 'CHECK ((masked_id = welfare.mask_thai_id(thai_id)))');
SELECT pg_temp.check_constraint('payment.announcement_entry', 'announcement_entry_part', 'CHECK ((((part = ''entitled''::payment.announcement_part) = (amount IS NOT NULL)) AND ((part = ''confirmed''::payment.announcement_part) = (confirmed_on IS NOT NULL))))');
SELECT pg_temp.check_constraint('payment.announcement_entry', 'announcement_entry_pkey', 'PRIMARY KEY (thai_id, authority_code, announcement_year, edition, part)');
SELECT pg_temp.check_index('payment.announcement_month', 'CREATE INDEX announcement_month ON payment.announcement USING btree (authority_code, month)');
SELECT pg_temp.check_index('payment.announcement_entry_edition', 'CREATE INDEX announcement_entry_edition ON payment.announcement_entry USING btree (authority_code, announcement_year, edition)');
SELECT pg_temp.check_function('payment.announcements(integer,date)',
  'welfare_owner definer stable returns TABLE(announcement_year integer, edition smallint, number_text text, announced_on date, places payment.announcement_place[], place_detail text, posted_on date, signed_as identity.office_name, entitled bigint, amount numeric, confirmed bigint, correction text, corrects text, digest text, is_intact boolean) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.announcements(integer,date)');
SELECT pg_temp.check_function('payment.freeze_announcement()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.freeze_announcement()');
SELECT pg_temp.check_function('payment.entry_text(payment.announcement_part,integer,text,text,numeric,date)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'payment.entry_text(payment.announcement_part,integer,text,text,numeric,date)');
SELECT pg_temp.check_function('payment.announce(date,text,date,payment.announcement_place[],date,text,text)',
  'welfare_owner definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.announce(date,text,date,payment.announcement_place[],date,text,text)');
SELECT pg_temp.check_function('payment.announcement_list(integer,date,integer)',
  'welfare_owner definer volatile returns TABLE(part payment.announcement_part, place_in_part integer, masked_id text, person_name text, amount numeric, confirmed_on date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.announcement_list(integer,date,integer)');
SELECT pg_temp.check_trigger('payment.announcement', 'announcement_no_change', 'CREATE TRIGGER announcement_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.announcement FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.announcement', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.announcement REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''authority_code,announcement_year,edition'', '''', ''recorded_at'')');
SELECT pg_temp.check_trigger('payment.announcement', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.announcement REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''authority_code,announcement_year,edition'', '''', ''recorded_at'')');
SELECT pg_temp.check_trigger('payment.announcement', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.announcement FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''authority_code,announcement_year,edition'', '''', ''recorded_at'')');
SELECT pg_temp.check_trigger('payment.announcement', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.announcement REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''authority_code,announcement_year,edition'', '''', ''recorded_at'')');
SELECT pg_temp.check_trigger('payment.announcement_entry', 'announcement_entry_no_addition', 'CREATE TRIGGER announcement_entry_no_addition AFTER INSERT ON payment.announcement_entry REFERENCING NEW TABLE AS new_entries FOR EACH STATEMENT EXECUTE FUNCTION payment.freeze_announcement()');
SELECT pg_temp.check_trigger('payment.announcement_entry', 'announcement_entry_no_change', 'CREATE TRIGGER announcement_entry_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.announcement_entry FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.announcement', '');
SELECT pg_temp.check_row_security('payment.announcement_entry', '');

SELECT pg_temp.check_grants('relation', 'payment.announcement', '');
SELECT pg_temp.check_grants('relation', 'payment.announcement_entry', '');
SELECT pg_temp.check_grants('function', 'payment.announcements(integer,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.freeze_announcement()', '');
SELECT pg_temp.check_grants('function', 'payment.entry_text(payment.announcement_part,integer,text,text,numeric,date)', '');
SELECT pg_temp.check_grants('function', 'payment.announce(date,text,date,payment.announcement_place[],date,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.announcement_list(integer,date,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF34A)',
  '(WF34B)',
  '(WF34C)',
  '(WF34D)',
  '(WF34E)',
  '(WF34F)');

ROLLBACK;

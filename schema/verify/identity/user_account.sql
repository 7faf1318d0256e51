BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('identity.user_account', '
  user_name text not null
  user_number bigint not null identity
  duty text not null
  scope identity.scope_kind not null
  authority_code integer
  district_code smallint
  province_code smallint
  agency text not null
  agency_address reference.address
  title text
  first_name text not null
  last_name text not null
  thai_id welfare.thai_id
  sex text
  birth_date welfare.birth_date
  email text not null
  question text not null
  answer_hash text not null
  password_hash text not null
  cleared_passwords bigint not null default 0
  cleared_answers bigint not null default 0
  disabled_at timestamp with time zone
  last_login_at timestamp with time zone
  created_at timestamp with time zone not null default clock_timestamp()
  created_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'identity.user_account');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_name_form', 'CHECK ((user_name ~ ''^[A-Za-z0-9][A-Za-z0-9._@-]{0,59}$''::text))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_not_job', 'CHECK ((lower(user_name) <> ''job''::text))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_authority_scope', 'CHECK (((authority_code IS NOT NULL) = (scope = ''authority''::identity.scope_kind)))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_district_scope', 'CHECK (((district_code IS NOT NULL) = (scope = ANY (ARRAY[''authority''::identity.scope_kind, ''district''::identity.scope_kind]))))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_province_scope', 'CHECK (((province_code IS NOT NULL) = (scope = ANY (ARRAY[''authority''::identity.scope_kind, ''district''::identity.scope_kind, ''province''::identity.scope_kind]))))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_agency', 'CHECK ((agency <> ''''::text))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_title_normal', 'CHECK (((title <> ''''::text) AND (title = welfare.normalise_thai(title))))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_first_name_normal', 'CHECK (((first_name <> ''''::text) AND (first_name = welfare.normalise_thai(first_name))))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_last_name_normal', 'CHECK (((last_name <> ''''::text) AND (last_name = welfare.normalise_thai(last_name))))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_thai_id_of_person', 'CHECK (((welfare.thai_id_category(thai_id) >= 1) AND (welfare.thai_id_category(thai_id) <= 8)))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_sex', 'CHECK ((sex = ANY (ARRAY[''male''::text, ''female''::text])))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_email_form', 'CHECK ((email ~ ''^[^@[:space:]<>,;"]{1,64}@[A-Za-z0-9.-]{1,180}\.[A-Za-z]{2,24}$''::text))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_answer_hashed', 'CHECK ((answer_hash ~ ''^\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}$''::text))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_password_hashed', 'CHECK ((password_hash ~ ''^\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}$''::text))');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_pkey', 'PRIMARY KEY (user_name)');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_number_key', 'UNIQUE (user_number)');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_duty_fkey', 'FOREIGN KEY (duty, scope) REFERENCES identity.duty(duty, scope)');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_authority_fkey', 'FOREIGN KEY (authority_code, district_code, province_code) REFERENCES reference.local_authority(authority_code, district_code, province_code)');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_district_fkey', 'FOREIGN KEY (district_code, province_code) REFERENCES reference.district(district_code, province_code)');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_province_fkey', 'FOREIGN KEY (province_code) REFERENCES reference.province(province_code)');
SELECT pg_temp.check_constraint('identity.user_account', 'user_account_question_fkey', 'FOREIGN KEY (question) REFERENCES identity.secret_question(question)');
SELECT pg_temp.check_index('identity.user_account_duty', 'CREATE INDEX user_account_duty ON identity.user_account USING btree (duty, scope)');
SELECT pg_temp.check_index('identity.user_account_name_any_case', 'CREATE UNIQUE INDEX user_account_name_any_case ON identity.user_account USING btree (lower(user_name))');
SELECT pg_temp.check_index('identity.user_account_place', 'CREATE INDEX user_account_place ON identity.user_account USING btree (province_code, district_code, authority_code)');
SELECT pg_temp.check_index('identity.user_account_question', 'CREATE INDEX user_account_question ON identity.user_account USING btree (question)');
SELECT pg_temp.check_index('identity.user_account_thai_id', 'CREATE INDEX user_account_thai_id ON identity.user_account USING btree (thai_id)');
SELECT pg_temp.check_function('identity.guard_user_account()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.guard_user_account()');
SELECT pg_temp.check_trigger('identity.user_account', 'user_account_guard', 'CREATE TRIGGER user_account_guard BEFORE DELETE OR UPDATE ON identity.user_account FOR EACH ROW EXECUTE FUNCTION identity.guard_user_account()');
SELECT pg_temp.check_trigger('identity.user_account', 'user_account_guard_truncate', 'CREATE TRIGGER user_account_guard_truncate BEFORE TRUNCATE ON identity.user_account FOR EACH STATEMENT EXECUTE FUNCTION identity.guard_user_account()');

SELECT pg_temp.check_grants('relation', 'identity.user_account', 'welfare_writer agency SELECT, welfare_writer agency_address SELECT/UPDATE, welfare_writer answer_hash UPDATE, welfare_writer authority_code SELECT, welfare_writer birth_date SELECT/UPDATE, welfare_writer created_at SELECT, welfare_writer created_by SELECT, welfare_writer disabled_at SELECT, welfare_writer district_code SELECT, welfare_writer duty SELECT, welfare_writer email SELECT/UPDATE, welfare_writer first_name SELECT/UPDATE, welfare_writer last_login_at SELECT, welfare_writer last_name SELECT/UPDATE, welfare_writer province_code SELECT, welfare_writer question SELECT/UPDATE, welfare_writer scope SELECT, welfare_writer sex SELECT/UPDATE, welfare_writer thai_id SELECT/UPDATE, welfare_writer title SELECT/UPDATE, welfare_writer user_name SELECT, welfare_writer user_number SELECT');
SELECT pg_temp.check_grants('function', 'identity.guard_user_account()', '');
SELECT pg_temp.check_row_security('identity.user_account', 'user_account_administrator for r to welfare_writer using (welfare.nation() AND (welfare.duty() = ''administrator''::text)); user_account_department for r to welfare_writer using (welfare.nation() AND (welfare.duty() = ''department''::text) AND (duty = ANY (ARRAY[''department''::text, ''province''::text, ''district''::text, ''local_authority''::text]))); user_account_edit_own for w to welfare_writer using (user_name = welfare.principal()) check (user_name = welfare.principal()); user_account_own for r to welfare_writer using (user_name = welfare.principal()); user_account_province for r to welfare_writer using ((province_code = welfare.province_code()) AND (welfare.duty() = ''province''::text))');

ROLLBACK;

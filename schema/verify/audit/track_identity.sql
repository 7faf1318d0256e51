BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_trigger('identity.duty', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON identity.duty REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''duty'', '''', '''')');
SELECT pg_temp.check_trigger('identity.duty', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON identity.duty REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''duty'', '''', '''')');
SELECT pg_temp.check_trigger('identity.duty', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON identity.duty FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''duty'', '''', '''')');
SELECT pg_temp.check_trigger('identity.duty', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON identity.duty REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''duty'', '''', '''')');
SELECT pg_temp.check_trigger('identity.office', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON identity.office REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,office,recorded_at'', '''', '''')');
SELECT pg_temp.check_trigger('identity.office', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON identity.office REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,office,recorded_at'', '''', '''')');
SELECT pg_temp.check_trigger('identity.office', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON identity.office FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,office,recorded_at'', '''', '''')');
SELECT pg_temp.check_trigger('identity.office', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON identity.office REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name,office,recorded_at'', '''', '''')');
SELECT pg_temp.check_trigger('identity.policy', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON identity.policy REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''valid'', '''', '''')');
SELECT pg_temp.check_trigger('identity.policy', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON identity.policy REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''valid'', '''', '''')');
SELECT pg_temp.check_trigger('identity.policy', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON identity.policy FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''valid'', '''', '''')');
SELECT pg_temp.check_trigger('identity.policy', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON identity.policy REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''valid'', '''', '''')');
SELECT pg_temp.check_trigger('identity.user_account', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON identity.user_account REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name'', ''password_hash,answer_hash'', ''last_login_at'')');
SELECT pg_temp.check_trigger('identity.user_account', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON identity.user_account REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name'', ''password_hash,answer_hash'', ''last_login_at'')');
SELECT pg_temp.check_trigger('identity.user_account', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON identity.user_account FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name'', ''password_hash,answer_hash'', ''last_login_at'')');
SELECT pg_temp.check_trigger('identity.user_account', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON identity.user_account REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''user_name'', ''password_hash,answer_hash'', ''last_login_at'')');


ROLLBACK;

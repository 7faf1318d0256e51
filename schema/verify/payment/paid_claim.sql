BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.inherited_month', '
  thai_id welfare.thai_id not null
  month reference.pay_month not null
  programme reference.programme_name not null
  paid_under welfare.thai_id not null');
SELECT pg_temp.check_comment('relation', 'payment.inherited_month');
SELECT pg_temp.check_constraint('payment.inherited_month', 'inherited_month_pkey', 'PRIMARY KEY (thai_id, programme, month)');
SELECT pg_temp.check_function('payment.keep_paid_right()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.keep_paid_right()');
SELECT pg_temp.check_function('payment.guard_partition(name,name)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.guard_partition(name,name)');
SELECT pg_temp.check_function('payment.refuse_change_of_line()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.refuse_change_of_line()');
SELECT pg_temp.check_function('payment.inherit_months()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.inherit_months()');
SELECT pg_temp.check_function('payment.keep_paid_claim()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.keep_paid_claim()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_inherit_months', 'CREATE TRIGGER claim_inherit_months AFTER INSERT ON registry.claim REFERENCING NEW TABLE AS new_claims FOR EACH STATEMENT EXECUTE FUNCTION payment.inherit_months()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_keep_paid', 'CREATE CONSTRAINT TRIGGER claim_keep_paid AFTER UPDATE OF state ON registry.claim DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW WHEN (((new.state = ''deleted''::registry.claim_state) AND (old.state <> ''deleted''::registry.claim_state))) EXECUTE FUNCTION payment.keep_paid_claim()');
SELECT pg_temp.check_trigger('registry.disposal', 'disposal_keep_paid', 'CREATE TRIGGER disposal_keep_paid AFTER INSERT ON registry.disposal FOR EACH ROW WHEN ((new.cause = ''disqualified''::reference.disposal_cause)) EXECUTE FUNCTION payment.keep_paid_right()');
SELECT pg_temp.check_trigger('payment.line', 'line_no_change', 'CREATE TRIGGER line_no_change BEFORE DELETE OR UPDATE ON payment.line FOR EACH ROW EXECUTE FUNCTION payment.refuse_change_of_line()');
SELECT pg_temp.check_trigger('payment.line', 'line_no_removal', 'CREATE TRIGGER line_no_removal BEFORE TRUNCATE ON payment.line FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change_of_line()');
SELECT pg_temp.check_row_security('payment.inherited_month', '');

SELECT pg_temp.check_grants('relation', 'payment.inherited_month', '');
SELECT pg_temp.check_grants('function', 'payment.keep_paid_right()', '');
SELECT pg_temp.check_grants('function', 'payment.guard_partition(name,name)', '');
SELECT pg_temp.check_grants('function', 'payment.refuse_change_of_line()', '');
SELECT pg_temp.check_grants('function', 'payment.inherit_months()', '');
SELECT pg_temp.check_grants('function', 'payment.keep_paid_claim()', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF080)');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('reference.set_rate(reference.programme_name,reference.rate_component,daterange,welfare.rate_ladder,text,welfare.eligibility_rule,reference.payer_name,reference.certainty)',
  'welfare_owner definer volatile returns smallint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'reference.set_rate(reference.programme_name,reference.rate_component,daterange,welfare.rate_ladder,text,welfare.eligibility_rule,reference.payer_name,reference.certainty)');

SELECT pg_temp.check_grants('function', 'reference.set_rate(reference.programme_name,reference.rate_component,daterange,welfare.rate_ladder,text,welfare.eligibility_rule,reference.payer_name,reference.certainty)', 'welfare_admin EXECUTE');

ROLLBACK;

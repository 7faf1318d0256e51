BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.reference_of(text)',
  'welfare_owner invoker immutable returns bigint');
SELECT pg_temp.check_comment('function', 'payment.reference_of(text)');
SELECT pg_temp.check_function('payment.baht_of(text)',
  'welfare_owner invoker immutable returns numeric');
SELECT pg_temp.check_comment('function', 'payment.baht_of(text)');
SELECT pg_temp.check_function('payment.payroll_numbered(bigint)',
  'welfare_owner invoker stable returns SETOF payment.authority_payroll search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.payroll_numbered(bigint)');
SELECT pg_temp.check_function('payment.bank_reason_of(text)',
  'welfare_owner invoker immutable returns text');
SELECT pg_temp.check_comment('function', 'payment.bank_reason_of(text)');
SELECT pg_temp.check_function('payment.problems_of_result(payment.result_row,bigint,payment.bank_outcome,numeric,date,numeric,boolean,date,boolean,boolean,text,bigint,text,date)',
  'welfare_owner invoker stable returns text[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.problems_of_result(payment.result_row,bigint,payment.bank_outcome,numeric,date,numeric,boolean,date,boolean,boolean,text,bigint,text,date)');
SELECT pg_temp.check_function('payment.judge_results(name,bigint,date[],smallint[],date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off max_parallel_workers_per_gather=0 enable_hashjoin=on enable_nestloop=on');
SELECT pg_temp.check_comment('function', 'payment.judge_results(name,bigint,date[],smallint[],date)');
SELECT pg_temp.check_function('payment.is_repeated(name)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.is_repeated(name)');
SELECT pg_temp.check_function('payment.judge_repeated(name)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.judge_repeated(name)');
SELECT pg_temp.check_function('payment.sum_results(name)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off parallel_tuple_cost=0.01');
SELECT pg_temp.check_comment('function', 'payment.sum_results(name)');
SELECT pg_temp.check_function('payment.cycles_missed(name,date[])',
  'welfare_owner invoker stable returns date[] search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.cycles_missed(name,date[])');
SELECT pg_temp.check_function('payment.write_results(name,bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.write_results(name,bigint)');
SELECT pg_temp.check_function('payment.keep_refused(name,bigint,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.keep_refused(name,bigint,date)');
SELECT pg_temp.check_function('payment.finish_results(bigint)',
  'welfare_owner definer volatile returns TABLE(row_count integer, credited integer, failed integer, returned integer, unchanged integer, refused integer) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.finish_results(bigint)');

SELECT pg_temp.check_grants('function', 'payment.reference_of(text)', '');
SELECT pg_temp.check_grants('function', 'payment.baht_of(text)', '');
SELECT pg_temp.check_grants('function', 'payment.payroll_numbered(bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.bank_reason_of(text)', '');
SELECT pg_temp.check_grants('function', 'payment.problems_of_result(payment.result_row,bigint,payment.bank_outcome,numeric,date,numeric,boolean,date,boolean,boolean,text,bigint,text,date)', '');
SELECT pg_temp.check_grants('function', 'payment.judge_results(name,bigint,date[],smallint[],date)', '');
SELECT pg_temp.check_grants('function', 'payment.is_repeated(name)', '');
SELECT pg_temp.check_grants('function', 'payment.judge_repeated(name)', '');
SELECT pg_temp.check_grants('function', 'payment.sum_results(name)', '');
SELECT pg_temp.check_grants('function', 'payment.cycles_missed(name,date[])', '');
SELECT pg_temp.check_grants('function', 'payment.write_results(name,bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.keep_refused(name,bigint,date)', '');
SELECT pg_temp.check_grants('function', 'payment.finish_results(bigint)', 'welfare_admin EXECUTE, welfare_bank EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;

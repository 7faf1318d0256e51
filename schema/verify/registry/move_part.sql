BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.close_finished_moves(welfare.thai_id[])',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.close_finished_moves(welfare.thai_id[])');
SELECT pg_temp.check_function('registry.is_hidden_move(welfare.thai_id,smallint)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.is_hidden_move(welfare.thai_id,smallint)');
SELECT pg_temp.check_function('registry.settle_moves(welfare.thai_id[])',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.settle_moves(welfare.thai_id[])');
SELECT pg_temp.check_function('registry.move_out(welfare.thai_id,integer,date,text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.move_out(welfare.thai_id,integer,date,text)');
SELECT pg_temp.check_function('registry.move_to_successor(integer,integer)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.move_to_successor(integer,integer)');
SELECT pg_temp.check_function('registry.set_last_months(welfare.thai_id,integer,date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.set_last_months(welfare.thai_id,integer,date)');
SELECT pg_temp.check_function('registry.open_move(welfare.thai_id,integer,integer,date,text,boolean)',
  'welfare_owner invoker volatile returns smallint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.open_move(welfare.thai_id,integer,integer,date,text,boolean)');
SELECT pg_temp.check_function('registry.take_person(jsonb)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.take_person(jsonb)');
SELECT pg_temp.check_function('registry.dispose_moved(welfare.thai_id,integer,reference.programme_name,smallint,date,date,date,date,boolean,text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.dispose_moved(welfare.thai_id,integer,reference.programme_name,smallint,date,date,date,date,boolean,text)');
SELECT pg_temp.check_function('registry.hand_over(welfare.thai_id,integer,integer,reference.programme_name,smallint,jsonb)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.hand_over(welfare.thai_id,integer,integer,reference.programme_name,smallint,jsonb)');

SELECT pg_temp.check_grants('function', 'registry.close_finished_moves(welfare.thai_id[])', '');
SELECT pg_temp.check_grants('function', 'registry.is_hidden_move(welfare.thai_id,smallint)', '');
SELECT pg_temp.check_grants('function', 'registry.settle_moves(welfare.thai_id[])', '');
SELECT pg_temp.check_grants('function', 'registry.move_out(welfare.thai_id,integer,date,text)', '');
SELECT pg_temp.check_grants('function', 'registry.move_to_successor(integer,integer)', '');
SELECT pg_temp.check_grants('function', 'registry.set_last_months(welfare.thai_id,integer,date)', '');
SELECT pg_temp.check_grants('function', 'registry.open_move(welfare.thai_id,integer,integer,date,text,boolean)', '');
SELECT pg_temp.check_grants('function', 'registry.take_person(jsonb)', '');
SELECT pg_temp.check_grants('function', 'registry.dispose_moved(welfare.thai_id,integer,reference.programme_name,smallint,date,date,date,date,boolean,text)', '');
SELECT pg_temp.check_grants('function', 'registry.hand_over(welfare.thai_id,integer,integer,reference.programme_name,smallint,jsonb)', '');

ROLLBACK;

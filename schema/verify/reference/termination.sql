BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.notice_place', 'office, designated_place, website');
SELECT pg_temp.check_comment('type', 'reference.notice_place');
SELECT pg_temp.check_columns('reference.notice_rule', '
  notice_rule_id smallint not null identity
  programme reference.programme_name not null
  ordered daterange not null
  places reference.notice_place[] not null
  needs_proposal boolean not null
  good_faith_keeps boolean not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.notice_rule');
SELECT pg_temp.check_constraint('reference.notice_rule', 'notice_rule_aids_is_not_posted', 'CHECK (((programme <> ''aids''::reference.programme_name) OR (places = ''{}''::reference.notice_place[])))');
SELECT pg_temp.check_constraint('reference.notice_rule', 'notice_rule_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, ordered WITH &&)');
SELECT pg_temp.check_constraint('reference.notice_rule', 'notice_rule_ordered_not_empty', 'CHECK ((NOT isempty(ordered)))');
SELECT pg_temp.check_constraint('reference.notice_rule', 'notice_rule_pkey', 'PRIMARY KEY (notice_rule_id)');
SELECT pg_temp.check_constraint('reference.notice_rule', 'notice_rule_places_are_known', 'CHECK ((array_position(places, NULL::reference.notice_place) IS NULL))');
SELECT pg_temp.check_constraint('reference.notice_rule', 'notice_rule_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_columns('reference.payee_rule', '
  payee_rule_id smallint not null identity
  programme reference.programme_name not null
  months reference.months not null
  capacities text[] not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.payee_rule');
SELECT pg_temp.check_constraint('reference.payee_rule', 'payee_rule_capacities_are_known', 'CHECK (((capacities <@ ''{proxy,prison_officer,caregiver,legal_representative,curator,guardian}''::text[]) AND (array_position(capacities, NULL::text) IS NULL)))');
SELECT pg_temp.check_constraint('reference.payee_rule', 'payee_rule_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, months WITH &&)');
SELECT pg_temp.check_constraint('reference.payee_rule', 'payee_rule_pkey', 'PRIMARY KEY (payee_rule_id)');
SELECT pg_temp.check_constraint('reference.payee_rule', 'payee_rule_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');

SELECT pg_temp.check_grants('relation', 'reference.notice_rule', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.payee_rule', 'PUBLIC SELECT');
SELECT pg_temp.check_rows('reference.notice_rule', 'ROW(programme, lower(ordered), places, needs_proposal, good_faith_keeps)',
  '(aids,2005-10-01,{},f,f)',
  '(disability,2010-04-01,"{office,designated_place}",f,f)',
  '(elderly,2023-08-12,"{office,designated_place,website}",t,t)');
SELECT pg_temp.check_rows('reference.payee_rule', 'ROW(programme, lower(months), capacities)',
  '(aids,,"{proxy,legal_representative,curator,guardian}")',
  '(disability,,"{caregiver,legal_representative,curator,guardian}")',
  '(elderly,,"{proxy,prison_officer,legal_representative,curator,guardian}")');

ROLLBACK;

BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.deadline_kind', 'public_notice, move_acknowledgement, death_verification, registrar_report, finding_verification, notice_recording');
SELECT pg_temp.check_comment('type', 'reference.deadline_kind');
SELECT pg_temp.check_columns('reference.deadline', '
  kind reference.deadline_kind not null
  valid daterange not null
  days smallint not null
  legal_basis text not null
  certainty reference.certainty not null
  interpretation_id integer');
SELECT pg_temp.check_comment('relation', 'reference.deadline');
SELECT pg_temp.check_constraint('reference.deadline', 'deadline_days_positive', 'CHECK (((days >= 1) AND (days <= 366)))');
SELECT pg_temp.check_constraint('reference.deadline', 'deadline_interpretation_fkey', 'FOREIGN KEY (interpretation_id) REFERENCES reference.interpretation(interpretation_id)');
SELECT pg_temp.check_constraint('reference.deadline', 'deadline_one_at_a_time', 'EXCLUDE USING gist (kind WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.deadline', 'deadline_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_function('reference.deadline_after(reference.deadline_kind,date)',
  'welfare_owner invoker stable returns date');
SELECT pg_temp.check_comment('function', 'reference.deadline_after(reference.deadline_kind,date)');

SELECT pg_temp.check_grants('relation', 'reference.deadline', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.deadline_after(reference.deadline_kind,date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.deadline', 'ROW(kind, lower(valid), days)',
  '(death_verification,,7)',
  '(finding_verification,,30)',
  '(move_acknowledgement,,15)',
  '(notice_recording,,3)',
  '(public_notice,,15)',
  '(registrar_report,,7)');

ROLLBACK;

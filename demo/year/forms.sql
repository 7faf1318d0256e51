-- October: somebody who reaches 60 in February files the form, which waits for its month; a job starts the claim. Parameters: month.
\ir staff.psql
\ir people.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
DECLARE
  person CONSTANT welfare.thai_id := pg_temp.id(101);
  form bigint;
  step record;
BEGIN
  IF current_setting('demo.month') <> '2026-10-01' OR EXISTS (SELECT FROM registry.submission WHERE thai_id = person) THEN
    RETURN;
  END IF;
  PERFORM pg_temp.act('demo.officer', '2026-10-02', 5730102);
  PERFORM registry.submit(jsonb_build_object('programme', 'elderly', 'channel', 'in_person', 'wants_allowance', true, 'certified', true, 'consented', true,
    'written_at', 'สำนักงานเทศบาล', 'evidence', '["confirmation_form", "bank_book"]'::jsonb, 'beneficiary', pg_temp.form(101, of_note.form) - 'programme'))
     FROM of_note WHERE of_note.number = 101;
  RESET ROLE;
  form := (SELECT max(submission_number) FROM registry.submission WHERE thai_id = person);
  PERFORM pg_temp.act('demo.second', '2026-10-05', 5730102);
  PERFORM registry.opine(person, 'elderly', form, 'complete');
  FOR step IN SELECT 'demo.member' || number AS member FROM generate_series(1, 3) AS number LOOP
    PERFORM pg_temp.act(step.member, '2026-10-12', 5730102);
    PERFORM registry.consider(person, 'elderly', form, 'should_accept');
  END LOOP;
  PERFORM pg_temp.act('demo.executive', '2026-10-14', 5730102);
  PERFORM registry.order_submission(person, 'elderly', form, 'accept', '60/2570');
  RESET ROLE;
END
$$;

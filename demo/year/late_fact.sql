-- February: a birth date turns out to have been keyed wrong. What it makes of the months behind is recorded on the 1st of March. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
BEGIN
  IF current_setting('demo.month') = '2027-02-01' THEN
    PERFORM pg_temp.act('demo.officer', '2027-02-02', 5730102);
    PERFORM registry.edit_beneficiary(pg_temp.id(110), '{"birth_date": "10/05/2480"}');
    RESET ROLE;
  END IF;
END
$$;

-- The 2nd: the authorities verify the deaths that the sweep found, and dispose; those that work on paper tell no more than that. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
DECLARE
  day CONSTANT date := current_setting('demo.month')::date + 1;
  found record;
BEGIN
  -- one authority each: a person has one
  FOR found IN SELECT DISTINCT finding.thai_id, finding.event_number, finding.happened_on, finding.authority_code
                 FROM civil.finding WHERE finding.kind = 'death' AND finding.state = 'open' AND finding.opened_on <= day
                ORDER BY finding.thai_id LOOP
    PERFORM pg_temp.act(pg_temp.officer_of(found.authority_code), day, found.authority_code);
    IF found.authority_code IN (5730102, 6730213) THEN
      PERFORM civil.settle_finding(found.thai_id, found.event_number, true, 'มรณบัตร', day);
    END IF;
    PERFORM registry.dispose(found.thai_id, 'died', found.happened_on, day, order_number => 'ต ' || found.event_number);
  END LOOP;
  RESET ROLE;
END
$$;

-- QR8: what must always be true, asked where whoever keeps the database looks after it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Asks everything that must always be true (payment.check_invariants), as of one moment: a row for each check, whether it is so, how many rows break it and
-- where one of them lies, without personal data. Parameters: first of month, NULL for every month on record; name of one check, NULL for all.
-- Errors: WF001, WF004 neither an administrator nor who keeps the database, WF034, WF464. Belongs to the owner: this room reads no payments.
CREATE FUNCTION job.check_invariants(month date DEFAULT NULL, only_check text DEFAULT NULL)
  RETURNS TABLE (name text, ok boolean, found bigint, example text, meaning text)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$ SELECT * FROM payment.check_invariants(check_invariants.month, check_invariants.only_check) $$;
COMMENT ON FUNCTION job.check_invariants(date, text) IS 'asks everything that must always be true (QR8): a row for each check';
REVOKE ALL ON FUNCTION job.check_invariants(date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.check_invariants(date, text) TO welfare_admin;

COMMIT;

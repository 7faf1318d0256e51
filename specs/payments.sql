-- What the specs of payments share: an officer and an executive of 5730102, a month prepared and drafted, and what became of it. Run by fixture.sql.
CREATE PROCEDURE isolation.draft_month()
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare
  AS $$
  BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    UPDATE payment.counter SET last_number = 0;
    UPDATE identity.policy SET bcrypt_cost = 4;
    TRUNCATE identity.user_account, identity.office, identity.session, identity.attempt, identity.password_change, identity.reset_token,
      identity.outgoing_mail RESTART IDENTITY;
    PERFORM set_config('session_replication_role', 'origin', true);
    PERFORM identity.add_user(jsonb_build_object('user_name', office, 'duty', 'local_authority', 'authority_code', 5730102, 'first_name', 'ทดสอบ', 'last_name', 'ทดสอบ', 'email', 'a@example.go.th'))
       FROM unnest('{officer,executive}'::text[]) AS office;
    INSERT INTO identity.office (user_name, office, authority_code, valid)
    SELECT office::text, office, 5730102, '[2009-01-01,)' FROM unnest('{officer,executive}'::identity.office_name[]) AS office;
    INSERT INTO reference.government_holiday VALUES ('2026-12-31', 'ทดสอบ', 'ทดสอบ') ON CONFLICT DO NOTHING;
    INSERT INTO reference.bank_holiday VALUES ('2026-12-31', 'ทดสอบ', 'ทดสอบ') ON CONFLICT DO NOTHING;
    CALL isolation.add('1000000001005', 'elderly', '5730102');
    PERFORM payment.prepare('2026-10-01');
    PERFORM payment.draft_payrolls('2026-10-01');
  END
  $$;

-- Says that the officer has looked at it.
CREATE PROCEDURE isolation.review_month()
  LANGUAGE plpgsql
  SET welfare.principal = 'officer'
  SET welfare.duty = 'local_authority'
  SET welfare.authority_code = 5730102
  AS $$
  BEGIN
    PERFORM payment.review_payroll('2026-10-01', 'elderly');
  END
  $$;

-- Approves it as the caller, by the digest that is on record.
CREATE FUNCTION isolation.digest() RETURNS text
  LANGUAGE sql VOLATILE SECURITY DEFINER
  AS $$ SELECT encode(digest, 'hex') FROM payment.authority_payroll WHERE state IN ('drafted', 'reviewed') $$;

-- How payrolls and payments stand.
CREATE FUNCTION isolation.payments() RETURNS TABLE (payrolls text, instructions bigint, set_aside bigint, posted numeric, disbursements text)
  LANGUAGE sql VOLATILE SECURITY DEFINER
  AS $$
    SELECT (SELECT string_agg(round || ' ' || state, ', ' ORDER BY round) FROM payment.authority_payroll),
           (SELECT count(*) FROM payment.instruction), (SELECT count(*) FROM payment.set_aside),
           (SELECT sum(amount) FROM payment.ledger_entry WHERE credit = 'budget'),
           (SELECT string_agg(disbursement_number || ' ' || state, ', ' ORDER BY disbursement_number) FROM payment.disbursement)
  $$;

-- October of two people at 5730102, one of whom the Comptroller General's Department holds, drafted, and reviewed on paper.
CREATE PROCEDURE isolation.dead_in_payroll()
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare
  AS $$
  BEGIN
    PERFORM payment.hold_line('1000000001005', '2026-10-01', 'x', 'x', 'elderly');
    CALL isolation.add('3000000004001', 'elderly', '5730102');
    CALL isolation.draft_month();
    PERFORM set_config('welfare.principal', 'administrator one', true), set_config('welfare.duty', 'administrator', true), set_config('welfare.nation', 'on', true);
    PERFORM payment.review_on_paper('2026-10-01', 'x');
  END
  $$;

-- How many are paid, set aside and cancelled, and the ledger's balances.
CREATE FUNCTION isolation.cancelled() RETURNS TABLE (payrolls text, paid bigint, set_aside bigint, cancelled bigint, ledger text)
  LANGUAGE sql VOLATILE SECURITY DEFINER
  AS $$
    SELECT (SELECT string_agg(round || ' ' || state, ', ' ORDER BY round) FROM payment.authority_payroll), (SELECT count(*) FROM payment.instruction),
           (SELECT count(*) FROM payment.set_aside), (SELECT count(*) FROM payment.cancellation),
           (SELECT string_agg(account || ' ' || trim_scale(balance), ', ' ORDER BY account)
              FROM (SELECT leg.account, sum(leg.amount) AS balance
                      FROM payment.ledger_entry CROSS JOIN LATERAL (VALUES (debit, amount), (credit, -amount)) AS leg (account, amount)
                     GROUP BY leg.account HAVING sum(leg.amount) <> 0) AS balance)
  $$;

-- A month of two people paid to accounts, handed over.
CREATE PROCEDURE isolation.hand_over()
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare
  AS $$
  DECLARE
    sealed record;
  BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    UPDATE payment.counter SET last_number = 0;
    PERFORM set_config('session_replication_role', 'origin', true);
    INSERT INTO reference.government_holiday VALUES ('2026-12-31', 'ทดสอบ', 'ทดสอบ') ON CONFLICT DO NOTHING;
    INSERT INTO reference.bank_holiday VALUES ('2026-12-31', 'ทดสอบ', 'ทดสอบ') ON CONFLICT DO NOTHING;
    CALL isolation.add('1000000001005', 'elderly', '5730102');
    CALL isolation.add('3000000004001', 'elderly', '5730102');
    UPDATE registry.claim SET way_of_payment = 'own_account', bank_code = 6, bank_branch = 'x', account_number = '1', account_name = 'x';
    PERFORM payment.prepare('2026-10-01');
    PERFORM payment.draft_payrolls('2026-10-01');
    PERFORM set_config('welfare.duty', 'administrator', true), set_config('welfare.nation', 'on', true), set_config('welfare.principal', 'one', true);
    PERFORM payment.review_on_paper('2026-10-01', 'x');
    PERFORM set_config('welfare.principal', 'two', true);
    PERFORM payment.approve_on_paper('2026-10-01', 'x');
    SELECT * INTO sealed FROM payment.seal_disbursement('2026-10-01');
    PERFORM set_config('welfare.principal', 'three', true);
    PERFORM payment.send_disbursement(sealed.disbursement_number, sealed.digest);
    PERFORM set_config('welfare.duty', '', true), set_config('welfare.nation', 'off', true), set_config('welfare.principal', '', true);
  END
  $$;

-- Opens a delivery of results as the caller, of payments of 800 or 700 baht booked today, all with one outcome; the caller's session keeps its number.
CREATE PROCEDURE isolation.stage_results(outcome text, VARIADIC numbers bigint[])
  LANGUAGE plpgsql
  AS $$
  BEGIN
    PERFORM set_config('isolation.delivery', payment.begin_results('isolation.csv', 'bank')::text, false);
    INSERT INTO payment.result_row (delivery_number, line_number, reference, outcome, amount, booked_on)
    SELECT current_setting('isolation.delivery')::bigint, 1 + row.place, row.number::text, outcome, isolation.amount_of(row.number), '2026-10-01'
      FROM unnest(numbers) WITH ORDINALITY AS row (number, place);
  END
  $$;
CREATE FUNCTION isolation.amount_of(number bigint) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER
  AS $$ SELECT amount::text FROM payment.instruction WHERE reference = number $$;
CREATE FUNCTION isolation.finish_results() RETURNS TABLE (row_count integer, credited integer, failed integer, unchanged integer, refused integer)
  LANGUAGE sql VOLATILE
  AS $$ SELECT row_count, credited, failed, unchanged, refused FROM payment.finish_results(current_setting('isolation.delivery')::bigint) $$;

-- What arrived and failed, and what the ledger has of it.
CREATE FUNCTION isolation.settled() RETURNS TABLE (arrived bigint, failed bigint, paid numeric, returned numeric, under_way numeric, staged bigint)
  LANGUAGE sql VOLATILE SECURITY DEFINER
  AS $$
    SELECT (SELECT count(*) FROM payment.credit), (SELECT count(*) FROM payment.failure), sum(amount) FILTER (WHERE debit = 'paid'),
           sum(amount) FILTER (WHERE debit = 'returned'), sum(CASE WHEN debit = 'sent' THEN amount WHEN credit = 'sent' THEN -amount END),
           (SELECT count(*) FROM payment.result_row)
      FROM payment.ledger_entry
  $$;

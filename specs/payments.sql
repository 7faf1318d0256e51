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

-- A month prepared and not drafted, with a person at each of two authorities.
CREATE PROCEDURE isolation.prepare_month()
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare
  AS $$
  BEGIN
    PERFORM set_config('session_replication_role', 'replica', true);
    UPDATE payment.counter SET last_number = 0;
    PERFORM set_config('session_replication_role', 'origin', true);
    CALL isolation.add('1000000001005', 'elderly', '5730102');
    CALL isolation.add('3000000004001', 'elderly', '6730213');
    PERFORM payment.prepare('2026-10-01');
  END
  $$;

-- Drafts it, and says that paper has been looked at.
CREATE PROCEDURE isolation.draft_and_review()
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare
  AS $$
  BEGIN
    INSERT INTO reference.government_holiday VALUES ('2026-12-31', 'ทดสอบ', 'ทดสอบ') ON CONFLICT DO NOTHING;
    INSERT INTO reference.bank_holiday VALUES ('2026-12-31', 'ทดสอบ', 'ทดสอบ') ON CONFLICT DO NOTHING;
    PERFORM payment.draft_payrolls('2026-10-01');
    PERFORM set_config('welfare.duty', 'administrator', true), set_config('welfare.nation', 'on', true), set_config('welfare.principal', 'one', true);
    PERFORM payment.review_on_paper('2026-10-01', 'x');
    PERFORM set_config('welfare.duty', '', true), set_config('welfare.nation', 'off', true), set_config('welfare.principal', '', true);
  END
  $$;

-- Payrolls with the numbers of their payments.
CREATE FUNCTION isolation.payrolls() RETURNS TABLE (authority_code integer, items bigint, first_reference bigint)
  LANGUAGE sql STABLE SECURITY DEFINER
  AS $$ SELECT payroll.authority_code, payroll.items, payroll.first_reference FROM payment.authority_payroll AS payroll ORDER BY payroll.authority_code $$;

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

-- September of one person, approved; 200 baht found lacking in it and 200 too much; October with them, drafted, and reviewed on paper.
CREATE PROCEDURE isolation.recovery_in_payroll()
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare
  AS $$
  BEGIN
    CALL isolation.draft_month();
    PERFORM set_config('welfare.principal', 'administrator one', true), set_config('welfare.duty', 'administrator', true), set_config('welfare.nation', 'on', true);
    PERFORM payment.prepare('2026-09-01');
    PERFORM payment.draft_payrolls('2026-09-01');
    PERFORM payment.review_on_paper('2026-09-01', 'x');
    PERFORM set_config('welfare.principal', 'administrator two', true);
    PERFORM payment.approve_on_paper('2026-09-01', '1/2569', late_reason => 'x');
    INSERT INTO payment.adjustment (thai_id, recorded_at, month, authority_code, programme, kind, cause, adjustment_number, claim_number, district_code, province_code,
                                    sensitive, allowance, top_up, other_payers, rule, recorded_by)
    SELECT line.thai_id, clock_timestamp(), line.month, line.authority_code, line.programme, found.kind::payment.adjustment_kind, 'rate_changed', found.number, line.claim_number,
           line.district_code, line.province_code, false, found.baht, 0, 0, '{}', 'x'
      FROM payment.line CROSS JOIN (VALUES (1::smallint, 'arrears', 200), (2, 'recovery', -200)) AS found (number, kind, baht)
     WHERE line.month = '2026-09-01';
    PERFORM payment.draft_payrolls('2026-10-01');
    PERFORM set_config('welfare.principal', 'administrator one', true);
    PERFORM payment.review_on_paper('2026-10-01', 'x');
  END
  $$;

-- What of September's recovery was decided, offset, and is still asked; and what October pays.
CREATE FUNCTION isolation.recovered() RETURNS TABLE (october text, decided text, offset_baht numeric, asked numeric, arrears_paid numeric)
  LANGUAGE sql VOLATILE SECURITY DEFINER
  AS $$
    SELECT (SELECT string_agg(state || ' ' || items || ' ' || amount, ', ') FROM payment.authority_payroll WHERE cycle_month = '2026-10-01'),
           (SELECT string_agg(outcome::text, ', ') FROM payment.recovery_decision), (SELECT sum(amount) FROM payment.set_aside WHERE reason = 'offset'),
           (SELECT sum(amount) FROM payment.asked_back()), (SELECT sum(amount) FROM payment.instruction WHERE adjustment_number = 1)
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
    INSERT INTO payment.bank_user (user_name, bank_code, why) VALUES ('baac', 6, 'x'), ('gsb', 6, 'x') ON CONFLICT DO NOTHING;
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

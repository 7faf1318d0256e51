-- QS1, IS9.1–IS9.3, AR2: what each duty gets from each function that a role may call: by rows and by counts inside its scope, refused
-- otherwise; the same whatever group's role it takes on afterwards; and nothing when nobody is signed in.
\ir identity.psql
SELECT plan(65);
\ir grants.psql
\ir form.psql
DROP FUNCTION pg_temp.act_as(text, integer, text), pg_temp.add(integer, jsonb[]);
SELECT pg_temp.add('civil', 'civil_registry'), pg_temp.add('baac', 'bank'), pg_temp.add('kamphaengsaen', 'district', '{"district_code": 7302}'),
       pg_temp.add('3730101', 'local_authority', '{"authority_code": 3730101}') \g /dev/null
INSERT INTO payment.bank_user (user_name, bank_code, why) VALUES ('baac', 34, 'ทดสอบ');
SELECT pg_temp.act_as('admin') \g /dev/null

-- In one district: 1 elderly, 2 elderly and AIDS, 3 AIDS alone, 9 a wrong entry, at 5730102; 4 elderly at 3730101, its neighbour.
-- In the next district: 5 disability, 6 AIDS alone, at 6730213. In the next province: 7 elderly, 8 AIDS and disability, at 3500101.
SELECT pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1)), jsonb_build_object('thai_id', pg_temp.id(9)),
  jsonb_build_object('thai_id', pg_temp.id(2)), jsonb_build_object('thai_id', pg_temp.id(2)) || aids, jsonb_build_object('thai_id', pg_temp.id(3)) || aids,
  jsonb_build_object('thai_id', pg_temp.id(4), 'authority_code', '3730101'),
  jsonb_build_object('thai_id', pg_temp.id(5), 'authority_code', '6730213') || disability, jsonb_build_object('thai_id', pg_temp.id(6), 'authority_code', '6730213') || aids,
  jsonb_build_object('thai_id', pg_temp.id(7), 'authority_code', '3500101'), jsonb_build_object('thai_id', pg_temp.id(8), 'authority_code', '3500101') || aids,
  jsonb_build_object('thai_id', pg_temp.id(8), 'authority_code', '3500101') || disability)
  FROM (VALUES ('{"programme": "aids", "facts": "{in_house_register, aids_certified, poor}"}'::jsonb,
                '{"programme": "disability", "facts": "{disability_card, thai_nationality, in_house_register, !state_shelter}"}'::jsonb)) AS given (aids, disability) \g /dev/null
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT registry.delete_beneficiary(pg_temp.id(9)::thai_id, 'ผิดคน', true, NULL) \g /dev/null
SELECT pg_temp.act_as('admin') \g /dev/null
SELECT payment.prepare('2026-09-01') \g /dev/null
SELECT report.compile(2569) \g /dev/null

SELECT pg_temp.act_as_nobody() \g /dev/null
-- IS9.1: whom each user finds, with the programmes shown; the total in every row agrees.
CREATE FUNCTION pg_temp.finds(criteria text DEFAULT '') RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    EXECUTE format($q$SELECT CASE WHEN count(*) = coalesce(max(total), 0) THEN coalesce(string_agg(concat(right(national_id::text, 2)::integer / 10, CASE WHEN elderly THEN 'e' END,
                               CASE WHEN disability THEN 'd' END, CASE WHEN aids THEN 'a' END), ' ' ORDER BY national_id), 'nobody') ELSE 'total differs' END
                        FROM registry.find_beneficiaries(%s)$q$, criteria) INTO answer;
    RETURN answer;
  EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
  END
  $$;
-- Every beneficiary there is, and one who is none, by beneficiary_detail: the numbers of those shown, with the programmes of their claims.
CREATE FUNCTION pg_temp.details() RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
    detail jsonb;
  BEGIN
    FOR number IN 1 .. 10 LOOP
      BEGIN
        detail := registry.beneficiary_detail(pg_temp.id(number)::thai_id);
        answer := concat_ws(' ', answer, number || (SELECT string_agg(left(claim ->> 'programme', 1), '' ORDER BY array_position(ARRAY['elderly', 'disability', 'aids'], claim ->> 'programme')) FROM jsonb_array_elements(detail -> 'claims') AS claim)
                            || CASE WHEN detail::text ~ 'aids|remark|facts' AND welfare.duty() IN ('department', 'province', 'district') THEN '!' ELSE '' END);
      EXCEPTION WHEN OTHERS THEN
        IF SQLSTATE <> 'WF066' THEN
          RETURN SQLSTATE;
        END IF;
      END;
    END LOOP;
    RETURN coalesce(answer, 'nobody');
  END
  $$;
CREATE FUNCTION pg_temp.summary() RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    answer text;
  BEGIN
    SELECT coalesce(string_agg(concat_ws('/', local_authority_code, elderly, aids, disability, claims, amount::integer), ' ' ORDER BY local_authority_code), 'nothing') INTO answer
      FROM report.summary_by_programme(2569);
    RETURN answer;
  EXCEPTION WHEN OTHERS THEN
    RETURN SQLSTATE;
  END
  $$;
CREATE TEMP TABLE expected (user_name text PRIMARY KEY, finds text, details text, summary text);
INSERT INTO expected VALUES
  ('admin', '1e 2ea 3a 4e 5d 6a 7e 8da', '1e 2ea 3a 4e 5d 6a 7e 8da', '3500101/1/1/1/3/2000 3730101/1/0/0/1/700 5730102/2/2/0/4/2400 6730213/0/1/1/2/1300'),
  ('dla', '1e 2e 4e 5d 7e 8d', '1e 2e 4e 5d 7e 8d', '3500101/1/1/1/3/2000 3730101/1/0/0/1/700 5730102/2/2/0/4/2400 6730213/0/1/1/2/1300'),
  ('nakhonpathom', '1e 2e 4e 5d', '1e 2e 4e 5d', '3730101/1/0/0/1/700 5730102/2/2/0/4/2400 6730213/0/1/1/2/1300'),
  ('chiangmai', '7e 8d', '7e 8d', '3500101/1/1/1/3/2000'),
  ('mueang', '1e 2e 4e', '1e 2e 4e', '3730101/1/0/0/1/700 5730102/2/2/0/4/2400'),
  ('kamphaengsaen', '5d', '5d', '6730213/0/1/1/2/1300'),
  ('5730102', '1e 2ea 3a', '1e 2ea 3a', '5730102/2/2/0/4/2400'),
  ('3730101', '4e', '4e', '3730101/1/0/0/1/700'),
  ('6730213', '5d 6a', '5d 6a', '6730213/0/1/1/2/1300'),
  ('3500101', '7e 8da', '7e 8da', '3500101/1/1/1/3/2000'),
  ('cgd', '42501', '42501', '42501'), ('civil', '42501', '42501', '42501'), ('baac', '42501', '42501', '42501'), ('mail', '42501', '42501', '42501');

-- Tried as each user, in the role of the duty and in every other.
CREATE TEMP TABLE tried (user_name text, duty text, own_role text, role_name text, call text, outcome text);
CREATE TEMP TABLE probe (call text, duties text[]);
GRANT SELECT ON expected, probe, group_of_roles TO PUBLIC;
-- Every function that users may call, with the duties that it serves; the answer is told, and undone.
INSERT INTO probe VALUES
  ('registry.find_beneficiaries()', '{local_authority,district,province,department,administrator}'),
  ('registry.find_beneficiaries(programme => ''aids'')', '{local_authority,district,province,department,administrator}'),
  ('registry.beneficiary_detail(pg_temp.id(1)::thai_id)', '{local_authority,district,province,department,administrator}'),
  ('registry.beneficiary_detail(pg_temp.id(3)::thai_id)', '{local_authority,district,province,department,administrator}'),
  ('registry.person_as_of(pg_temp.id(3)::thai_id, ''2026-10-01'')', '{local_authority,administrator}'),
  ('registry.claims_as_of(pg_temp.id(2)::thai_id, ''2026-10-01'')', '{local_authority,administrator}'),
  ('registry.entitlement(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'')', '{local_authority,district,province,department,administrator}'),
  ('registry.entitlement(pg_temp.id(3)::thai_id, ''aids'', ''2026-09-01'')', '{local_authority,administrator,district,province,department}'),
  ('registry.explain(pg_temp.id(2)::thai_id, ''elderly'', ''2026-09-01'')', '{local_authority,district,province,department,administrator}'),
  ('registry.explain(pg_temp.id(2)::thai_id, ''aids'', ''2026-09-01'')', '{local_authority,district,province,department,administrator}'),
  ('registry.entitlements_of_authority(''2026-09-01'')', '{local_authority}'),
  ('registry.open_reviews()', '{local_authority,administrator}'),
  ('registry.close_review(pg_temp.id(1)::thai_id, ''lookalike_id'', ''x'')', '{local_authority}'),
  ('registry.begin_import(''x'')', '{local_authority,administrator}'),
  ('registry.finish_import(1)', '{local_authority,administrator}'),
  ('registry.import_refusals(1)', '{local_authority,administrator}'),
  ('registry.follow_successor(5730102)', '{administrator}'),
  ('registry.notify_move(pg_temp.id(1)::thai_id, ''2026-09-15'', 3730101, ''x'')', '{local_authority}'),
  ('registry.confirm_move(pg_temp.id(1)::thai_id, pg_temp.form(1))', '{local_authority}'),
  ('registry.acknowledge_move(pg_temp.id(1)::thai_id, ''elderly'')', '{local_authority}'),
  ('registry.cancel_move(pg_temp.id(1)::thai_id, ''2026-09-16'', ''x'')', '{local_authority}'),
  ('registry.withdraw_confirmation(pg_temp.id(1)::thai_id, ''elderly'', ''x'')', '{local_authority}'),
  ('registry.open_moves()', '{local_authority}'),
  ('registry.overdue_moves()', '{district,province,department,administrator}'),
  ('registry.escalate_moves()', '{administrator}'),
  ('registry.close_unconfirmed_moves()', '{administrator}'),
  ('registry.moves_of_month(''2026-09-01'')', '{department,treasury,administrator}'),
  ('registry.move_totals(''2026-09-01'')', '{department,treasury,administrator}'),
  ('registry.add_beneficiary(pg_temp.form(20))', '{local_authority}'),
  ('registry.edit_beneficiary(pg_temp.id(1)::thai_id, ''{"occupation": "ขายของ"}'')', '{local_authority}'),
  ('registry.dispose(pg_temp.id(1)::thai_id, ''died'', ''2026-09-01'', ''2026-09-02'')', '{local_authority}'),
  ('registry.suspend(pg_temp.id(1)::thai_id, ''{elderly}'', ''2026-09-02'', ''1'', ''x'')', '{local_authority}'),
  ('registry.resume(pg_temp.id(1)::thai_id, ''{elderly}'', ''2026-09-02'', ''1'', ''x'')', '{local_authority}'),
  ('registry.delete_beneficiary(pg_temp.id(2)::thai_id, ''x'', true, NULL)', '{local_authority}'),
  ('registry.re_enter(pg_temp.id(2)::thai_id, ''elderly'', ''x'', ''x'')', '{local_authority}'),
  ('registry.correct_id(pg_temp.id(2)::thai_id, pg_temp.id(21)::thai_id, ''x'', ''x'')', '{local_authority}'),
  ('registry.add_representative(pg_temp.id(1)::thai_id, pg_temp.id(22)::thai_id, ''proxy'', ''ก ข'', ''บุตร'', ''x'', ''2026-09-01'')', '{local_authority}'),
  ('registry.end_representative(pg_temp.id(1)::thai_id, pg_temp.id(22)::thai_id, ''proxy'', ''2026-09-01'', ''x'')', '{local_authority}'),
  ('registry.add_document(pg_temp.id(1)::thai_id, ''other'', ''x'', sha256(''x''))', '{local_authority}'),
  ('registry.submit(jsonb_build_object(''programme'', ''elderly''))', '{local_authority}'),
  ('registry.opine(pg_temp.id(1)::thai_id, ''elderly'', 1, ''complete'')', '{local_authority}'),
  ('registry.consider(pg_temp.id(1)::thai_id, ''elderly'', 1, ''should_accept'')', '{local_authority}'),
  ('registry.order_submission(pg_temp.id(1)::thai_id, ''elderly'', 1, ''accept'', ''1'')', '{local_authority}'),
  ('registry.supply_facts(pg_temp.id(1)::thai_id, ''elderly'', 1, ''{poor}'', ''x'')', '{local_authority}'),
  ('registry.lapse_submission(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'')', '{local_authority}'),
  ('registry.submissions()', '{local_authority,administrator}'),
  ('registry.submission_path(pg_temp.id(1)::thai_id, ''elderly'', 1)', '{local_authority,administrator}'),
  ('registry.slip(pg_temp.id(1)::thai_id, ''elderly'', 1)', '{local_authority,administrator}'),
  ('registry.check_waiting(''2026-10-01'')', '{administrator}'),
  ('report.summary_by_programme(2569)', '{local_authority,district,province,department,administrator}'),
  ('report.compile(2569)', '{administrator}'),
  ('report.cost_of(''60:700'', ''elderly'', ''2026-10-01'', ''2026-10-01'')', '{administrator,department}'),
  ('payment.prepare(''2026-09-01'')', '{administrator}'),
  ('payment.unpaid_summary(''2026-09-01'')', '{administrator}'),
  ('payment.record_adjustments(''2026-09-01'', ''2026-09-01'')', '{administrator}'),
  ('payment.adjustments(''2026-09-01'', ''2026-09-01'')', '{local_authority,district,province,department,administrator}'),
  ('payment.outstanding(''2026-09-01'', ''2026-09-01'')', '{local_authority,district,province,department,administrator}'),
  ('payment.adjustment_totals(''2026-09-01'', ''2026-09-01'')', '{local_authority,district,province,department,administrator,treasury}'),
  ('payment.decide_recovery(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', 1, ''due'', ''1'', ''x'')', '{local_authority}'),
  ('payment.what_would_change(jsonb_build_object(''edit'', jsonb_build_object(''thai_id'', pg_temp.id(1), ''form'', ''{"birth_date": "15/06/2480"}''::jsonb)), ''2026-09-01'', ''2026-09-01'')', '{local_authority}'),
  ('payment.what_would_change(''{"rate": {"programme": "aids", "component": "additional", "valid": "[2026-09-01,2026-10-01)", "ladder": "0:1", "legal_basis": "x"}}'', ''2026-09-01'', ''2026-09-01'')', '{administrator}'),
  ('reference.set_rate(''elderly'', ''additional'', ''[2027-01-01,2027-02-01)'', ''60:1'', ''x'')', '{administrator}'),
  ('payment.announce(''2026-09-01'', ''1'', ''2026-09-02'', ''{office}'', ''2026-09-02'')', '{local_authority}'),
  ('payment.announcements(5730102, ''2026-09-01'')', '{local_authority,district,province,department,administrator,portal}'),
  ('payment.announcement_list(5730102, ''2026-09-01'')', '{local_authority,district,province,department,administrator,portal}'),
  ('registry.record_publicity(''elderly'', ''{papers}'', ''{office}'', ''2026-09-01'', ''2026-09-30'', ''x'')', '{local_authority}'),
  ('registry.publicity_of(2569)', '{local_authority,district,province,department,administrator}'),
  ('reference.confirm_law(2571, ''aids'', ''x'')', '{administrator}'),
  ('reference.set_entry_window(2575, ''elderly'', ''2031-10-01'', ''2031-11-30'', ''x'')', '{administrator}'),
  ('audit.trail(pg_temp.id(3)::thai_id)', '{administrator}'),
  ('audit.verify()', '{administrator}'),
  ('audit.seal_days()', '{administrator}'),
  ('audit.seal_day(''2026-01-01'')', '{administrator}'),
  ('registry.open_campaign(''disability_october_check'', 2570)', '{administrator}'),
  ('registry.campaign_progress(''disability_october_check'', 2570)', '{local_authority,district,province,department,administrator}'),
  ('registry.outstanding_checks(''disability_october_check'', 2570)', '{local_authority,district,province,department,administrator}'),
  ('registry.record_check(''disability_october_check'', 2570, pg_temp.id(5)::thai_id, ''alive_and_eligible'', ''x'')', '{local_authority}'),
  ('registry.report_list(''disability_october_check'', 2570)', '{local_authority}'),
  ('registry.monthly_checks(''2026-10-01'')', '{local_authority,district,province,department,administrator}'),
  ('registry.record_monthly_check(''2026-10-01'')', '{local_authority}'),
  ('civil.begin_delivery(''x'')', '{civil_registry,administrator}'),
  ('civil.finish_delivery(1)', '{civil_registry,administrator}'),
  ('civil.refused_rows(1)', '{civil_registry,administrator}'),
  ('civil.sweep()', '{administrator}'),
  ('civil.registrar_reports(''2026-10-01'', ''2026-10-01'')', '{civil_registry,department,administrator}'),
  ('civil.moves_found(''2026-10-01'')', '{department,treasury,administrator}'),
  ('civil.findings()', '{local_authority,administrator}'),
  ('civil.finding_counts()', '{local_authority,district,province,department,treasury,administrator}'),
  ('civil.settle_finding(pg_temp.id(1)::thai_id, 1, true, ''x'')', '{local_authority}'),
  ('payment.hold_the_dead()', '{administrator}'),
  ('payment.hold_awaiting(''2026-09-01'')', '{administrator}'),
  ('payment.hold_line(pg_temp.id(1)::thai_id, ''2026-09-01'', ''x'', ''x'')', '{treasury}'),
  ('payment.release_hold(pg_temp.id(1)::thai_id, ''x'')', '{treasury}'),
  ('payment.lift_hold(pg_temp.id(1)::thai_id, ''2026-10-01'', ''1'', ''x'')', '{local_authority}'),
  ('payment.held_lines(''2026-09-01'')', '{local_authority,treasury,administrator}'),
  ('payment.draft_payrolls(''2026-09-01'')', '{administrator}'),
  ('payment.hold_own(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', ''x'')', '{local_authority}'),
  ('payment.release_own(pg_temp.id(1)::thai_id, ''elderly'', ''x'')', '{local_authority}'),
  ('payment.payout_list(''2026-09-01'')', '{local_authority}'),
  ('payment.record_payout(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'')', '{local_authority}'),
  ('payment.record_payouts(''2026-09-01'', ''[]'')', '{local_authority}'),
  ('payment.return_cash(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', 0, ''x'')', '{local_authority}'),
  ('payment.repair_payment(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', document => ''x'')', '{local_authority}'),
  ('payment.repair_payments(pg_temp.id(1)::thai_id, ''x'')', '{local_authority}'),
  ('payment.cancel_dead(pg_temp.id(1)::thai_id, ''x'', ''x'')', '{treasury}'),
  ('payment.cancel_all_dead(''2026-09-01'', ''x'', ''x'')', '{treasury}'),
  ('payment.record_receipt(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', 1, ''local_authority'', 1, ''2026-09-01'', ''x'')', '{local_authority}'),
  ('payment.settle_recoveries()', '{administrator}'),
  ('payment.late_payments(''2026-09-01'')', '{local_authority,district,province,department,treasury,administrator}'),
  ('payment.review_on_paper(''2026-09-01'', ''x'')', '{administrator}'),
  ('payment.approve_on_paper(''2026-09-01'', ''x'')', '{administrator}'),
  ('payment.repair_on_paper(5730102, pg_temp.id(1)::thai_id, ''x'')', '{administrator}'),
  ('payment.record_payouts_on_paper(5730102, ''2026-09-01'', ''x'', ''[]'')', '{administrator}'),
  ('payment.return_cash_on_paper(5730102, ''x'', pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', 0, ''x'')', '{administrator}'),
  ('payment.decide_recovery_on_paper(5730102, pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', 1, ''due'', ''1'', ''x'')', '{administrator}'),
  ('payment.record_receipt_on_paper(5730102, pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', 1, ''local_authority'', 1, ''2026-09-01'', ''x'')', '{administrator}'),
  ('payment.draft_own_payroll(''2026-09-01'')', '{local_authority}'),
  ('payment.review_payroll(''2026-09-01'', ''elderly'')', '{local_authority}'),
  ('payment.approve_payroll(''2026-09-01'', ''elderly'', ''x'', ''x'')', '{local_authority}'),
  ('payment.payroll_items(''2026-09-01'', ''aids'')', '{local_authority}'),
  ('payment.list_payrolls(''2026-09-01'')', '{local_authority,district,province,department,administrator}'),
  ('payment.payroll_progress(''2026-09-01'')', '{treasury,administrator}'),
  ('payment.seal_disbursement(''2026-09-01'')', '{treasury,administrator}'),
  ('payment.send_disbursement(1, ''x'')', '{local_authority,treasury,administrator}'),
  ('payment.break_seal(1, ''x'')', '{local_authority,treasury,administrator}'),
  ('payment.list_disbursements()', '{local_authority,treasury,administrator}'),
  ('payment.list_batches()', '{local_authority,treasury,administrator}'),
  ('payment.file_header(1, 1)', '{local_authority,treasury,administrator}'),
  ('payment.file_lines(1, 1)', '{local_authority,treasury,administrator}'),
  ('payment.ledger_balances(''2026-09-01'', ''2026-09-01'')', '{local_authority,treasury,administrator}'),
  ('payment.trial_balance(''2026-09-01'')', '{local_authority,treasury,administrator}'),
  ('payment.subledger(''2026-09-01'')', '{administrator}'),
  ('payment.ledger_differences(''2026-09-01'')', '{administrator}'),
  ('payment.correct_entry(1, 1, ''x'')', '{administrator}'),
  ('payment.check_invariants(NULL, ''line_claims'')', '{administrator}'),
  ('job.check_invariants(NULL, ''line_claims'')', '{administrator}'),
  ('payment.let_report(''baac'', ARRAY[34], ''x'')', '{administrator}'),
  ('payment.concerns()', '{treasury,administrator}'),
  ('payment.answer_concern(1, ''paid_once'', ''x'')', '{treasury,administrator}'),
  ('payment.begin_results(''x'', ''x'')', '{bank,treasury,administrator}'),
  ('payment.finish_results(1)', '{bank,treasury,administrator}'),
  ('payment.refused_results(1)', '{bank,treasury,administrator}'),
  ('payment.discard_results(1)', '{bank,treasury,administrator}'),
  ('payment.close_payrolls()', '{treasury,administrator}'),
  ('payment.compare_with_bank(1)', '{treasury,administrator}'),
  ('payment.payments_of(pg_temp.id(1)::thai_id)', '{local_authority,administrator}'),
  ('payment.failed_payments(''2026-09-01'')', '{local_authority,administrator}'),
  ('payment.settlement_status(''2026-09-01'')', '{local_authority,treasury,administrator}'),
  ('identity.find_users()', '{administrator,department,province}'),
  ('identity.user_detail(''5730102'')', '{administrator,department,province}'),
  ('identity.add_user(''{"user_name": "x1", "duty": "department", "agency": "x", "first_name": "ก", "last_name": "ข", "email": "x@example.go.th"}'')', '{administrator}'),
  ('identity.edit_user(''6730213'', ''{"duty": "department"}'')', '{administrator}'),
  ('identity.disable_user(''6730213'')', '{administrator}'),
  ('identity.enable_user(''6730213'')', '{administrator}'),
  ('identity.unlock_user(''6730213'')', '{administrator}'),
  ('identity.send_reset(''6730213'')', '{administrator}'),
  ('identity.assign_office(''6730213'', ''clerk'', ''2026-01-01'', NULL, NULL)', '{administrator}'),
  ('identity.end_office(''6730213'', ''clerk'', ''2026-01-01'')', '{administrator}'),
  ('identity.purge_sessions()', '{administrator}'),
  ('portal.publish_changes()', '{portal,administrator}'),
  ('portal.payment_changes(0)', '{portal,administrator}'),
  ('portal.change_status()', '{portal,administrator}'),
  ('portal.make_payment_list(''2026-09-01'')', '{portal,administrator}'),
  ('portal.make_payment_lists()', '{administrator}'),
  ('portal.list_payments()', '{portal,administrator}'),
  ('portal.payment_list_lines(''2026-09-01'', 1)', '{portal,administrator}'),
  ('portal.purge_changes(''2020-01-01'')', '{administrator}'),
  ('identity.take_mail(10)', '{portal}');
INSERT INTO probe VALUES
  ('registry.open_proceedings()', '{local_authority,administrator}'),
  ('registry.posted_notices(5730102)', '{local_authority,district,province,department,administrator}'),
  ('registry.record_finding(pg_temp.id(1)::thai_id, ''elderly'', ''died'', ''2026-09-01'', ''report'', ''x'')', '{local_authority}'),
  ('registry.post_notice(''elderly'', ARRAY[pg_temp.id(1)::thai_id], ''1'', ''{office}'')', '{local_authority}'),
  ('registry.record_objection(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'')', '{local_authority}'),
  ('registry.report_objections(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'', ''x'')', '{local_authority}'),
  ('registry.propose_removal(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'')', '{local_authority}'),
  ('registry.verify_finding(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'', ''x'')', '{local_authority}'),
  ('registry.order_removal(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'', ''x'')', '{local_authority}'),
  ('registry.order_keep(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'', ''x'')', '{local_authority}'),
  ('registry.record_telling(pg_temp.id(1)::thai_id, ''elderly'', 1, ''x'')', '{local_authority}'),
  ('registry.decide_recovery(pg_temp.id(1)::thai_id, ''elderly'', 1, true, ''x'', ''x'')', '{local_authority}'),
  ('registry.verify_proxy(pg_temp.id(1)::thai_id, ''elderly'', ''2026-09-01'', pg_temp.id(22)::thai_id, ''proxy'', ''x'', ''x'')', '{local_authority}'),
  ('registry.find_payee_after_death(pg_temp.id(3)::thai_id, ''aids'')', '{local_authority}'),
  ('registry.record_earned_month(pg_temp.id(1)::thai_id, ''elderly'', ''own_account'')', '{local_authority}'),
  ('registry.record_status_check(''aids'', ''x'')', '{local_authority}'),
  ('registry.unchecked_status(''2026-09-01'')', '{local_authority}'),
  ('job.allow_retry(''audit_seal'', ''2026-10-01'', ''x'')', '{administrator}'),
  ('job.begin_tasks()', '{administrator}'),
  ('job.enable_task(''audit_seal'', false, ''x'')', '{administrator}'),
  ('job.health()', '{administrator}'),
  ('identity.purge_outbox()', '{administrator}'),
  ('registry.age_notices()', '{local_authority,administrator}'),
  ('report.count_open_work(''2026-10-01'', 1, ''age_step'')', '{administrator}'),
  ('report.summarise_month(''2026-09-01'')', '{administrator}'),
  ('report.summarise_moves(''2026-09-01'')', '{administrator}'),
  ('report.month_totals(''2026-09-01'', ''2026-09-01'')', '{local_authority,district,province,department,administrator}'),
  ('report.open_work()', '{local_authority,district,province,department,administrator}'),
  ('report.moves_of_month(''2026-09-01'')', '{department,treasury,administrator}'),
  ('job.skip_period(''audit_seal'', ''2026-10-01'', ''x'')', '{administrator}');
-- Answers what a call gives, sorted, or how it is refused; undoes what it did.
CREATE FUNCTION pg_temp.outcome(call text) RETURNS text
  LANGUAGE plpgsql AS $$
  DECLARE
    state text;
    answer text;
  BEGIN
    BEGIN
      EXECUTE format('SELECT count(*) || '' rows '' || md5(coalesce(string_agg(row_text, '','' ORDER BY row_text), ''''))
                        FROM (SELECT regexp_replace(regexp_replace(to_jsonb(answer)::text, ''[0-9]{4}-[0-9]{2}-[0-9]{2}T[^"]*'', ''time'', ''g''), ''"(entry_id|transaction_id)": [0-9]+'', '''', ''g'') AS row_text FROM %s AS answer) AS told', call) INTO answer;
      RAISE EXCEPTION USING ERRCODE = 'XX999';
    EXCEPTION WHEN OTHERS THEN
      GET STACKED DIAGNOSTICS state = RETURNED_SQLSTATE;
      RETURN CASE state WHEN 'XX999' THEN answer ELSE state END;
    END;
  END
  $$;
DO $$
DECLARE
  actor record;
  taken record;
  asked record;
BEGIN
  CREATE TEMP TABLE collected (user_name text, role_name text, call text, outcome text) ON COMMIT DROP;
  GRANT INSERT ON collected TO PUBLIC;
  FOR actor IN SELECT user_name FROM expected UNION ALL SELECT NULL LOOP
    -- the login of apps may take these on, and no other
    FOR taken IN SELECT role_name FROM group_of_roles WHERE group_name = 'duties' UNION ALL SELECT 'welfare_app' LOOP
      RESET SESSION AUTHORIZATION;
      IF actor.user_name IS NULL THEN
        PERFORM pg_temp.act_as_nobody();
      ELSE
        PERFORM pg_temp.act_as(actor.user_name);
      END IF;
      SET LOCAL SESSION AUTHORIZATION welfare_app;
      EXECUTE format('SET LOCAL ROLE %I', taken.role_name);
      FOR asked IN SELECT probe.call FROM probe UNION ALL SELECT 'pg_temp.finds()' UNION ALL SELECT 'pg_temp.details()' UNION ALL SELECT 'pg_temp.summary()' UNION ALL SELECT '(SELECT * FROM payment.payroll)' LOOP
        INSERT INTO collected VALUES (actor.user_name, taken.role_name, asked.call,
          CASE asked.call WHEN 'pg_temp.finds()' THEN pg_temp.finds() WHEN 'pg_temp.details()' THEN pg_temp.details() WHEN 'pg_temp.summary()' THEN pg_temp.summary()
                          ELSE pg_temp.outcome(asked.call) END);
      END LOOP;
    END LOOP;
  END LOOP;
  RESET SESSION AUTHORIZATION;
  PERFORM pg_temp.act_as_nobody();
END
$$;
INSERT INTO tried
SELECT collected.user_name, account.duty, duty.role_name, collected.role_name, collected.call, collected.outcome
  FROM collected LEFT JOIN identity.user_account AS account USING (user_name) LEFT JOIN identity.duty USING (duty);
-- what a role may execute
CREATE TEMP VIEW may AS
SELECT probe.call, role.role_name, EXISTS (SELECT FROM wanted WHERE wanted.role_name = role.role_name AND kind = 'function' AND object LIKE split_part(probe.call, '(', 1) || '(%') AS execute
  FROM probe CROSS JOIN role;

SELECT is((SELECT outcome FROM tried WHERE tried.user_name = expected.user_name AND role_name = own_role AND call = 'pg_temp.finds()'), finds, 'IS9.1: ' || user_name || ' finds the scope''s, each with what may be shown')
  FROM expected ORDER BY user_name;
SELECT is((SELECT outcome FROM tried WHERE tried.user_name = expected.user_name AND role_name = own_role AND call = 'pg_temp.details()'), details, 'IS9.3, AR2: ' || user_name || ' sees details of the same, and no trace of AIDS above the authority')
  FROM expected ORDER BY user_name;
SELECT is((SELECT outcome FROM tried WHERE tried.user_name = expected.user_name AND role_name = own_role AND call = 'pg_temp.summary()'), summary, 'IS10.3, AR2: ' || user_name || ' reads true counts and sums of the scope')
  FROM expected ORDER BY user_name;
SELECT is_empty($$SELECT object FROM wanted WHERE kind = 'function' AND role_name IN (SELECT role_name FROM group_of_roles WHERE group_name = 'duties')
                     AND object NOT LIKE 'reference.%' AND split_part(object, '(', 1) NOT IN (SELECT split_part(call, '(', 1) FROM probe)
                     -- what everybody does with oneself alone: identity_sign_in.sql, identity_profile.sql
                     AND object !~ '^job[.](business_date_at|period_of|period_plus|may_look)\('
                     AND object !~ '^identity[.](attach|check_token|logout|whoami|profile|update_profile|change_password|confirm_password)\('$$, 'every function that a duty may call is tried');
SELECT ok((SELECT count(*) FROM tried) = 15 * 10 * (4 + (SELECT count(*) FROM probe)), 'as every user, in every role');
SELECT is_empty($$SELECT tried.* FROM tried JOIN may USING (call, role_name) WHERE NOT may.execute AND outcome <> '42501'$$, 'QS1: what a role may not call is refused');
SELECT is_empty($$SELECT tried.* FROM tried JOIN may USING (call, role_name) JOIN probe USING (call) WHERE may.execute AND user_name IS NOT NULL AND NOT duty = ANY (probe.duties) AND outcome !~ '^WF00[1347]$'$$,
                'QS1: a function refuses the duties that it does not serve, whatever role they have taken');
SELECT is_empty($$SELECT tried.* FROM tried JOIN may USING (call, role_name) JOIN tried AS own USING (user_name, call)
                   WHERE may.execute AND own.role_name = own.own_role AND own.outcome <> tried.outcome AND own.outcome <> '42501' AND call NOT LIKE '%begin_import%' AND call NOT LIKE '%begin_delivery%' AND call NOT LIKE '%begin_results%'$$,
                'QS1: who takes another group''s role gets what one''s own duty gets, no more');
SELECT is_empty($$SELECT tried.* FROM tried JOIN may USING (call, role_name) WHERE may.execute AND user_name IS NULL AND outcome !~ '^WF00[1347]$'$$, 'QS1: nobody signed in, everything is refused');
SELECT is_empty($$SELECT tried.* FROM tried WHERE call ~ '^pg_temp' AND outcome NOT IN ('42501', 'WF001', 'WF007')
                   AND outcome IS DISTINCT FROM (SELECT CASE call WHEN 'pg_temp.finds()' THEN finds WHEN 'pg_temp.details()' THEN details ELSE summary END FROM expected WHERE expected.user_name = tried.user_name)$$,
                'QS1: in whatever role, the scope''s rows or a refusal');
SELECT is_empty($$SELECT tried.* FROM tried WHERE call LIKE '(SELECT%' AND outcome <> '42501' AND outcome NOT LIKE '0 rows%' AND duty IS DISTINCT FROM 'administrator'$$, 'AR2: totals of payrolls show to administrators alone, whoever takes their role');
SELECT matches(outcome, '^3 rows', 'who see them') FROM tried WHERE user_name = 'admin' AND role_name = 'welfare_admin' AND call LIKE '(SELECT%';
SELECT is_empty($$SELECT probe.call FROM probe CROSS JOIN LATERAL unnest(duties) AS served
                   WHERE NOT EXISTS (SELECT FROM tried WHERE tried.call = probe.call AND duty = served AND role_name = own_role AND outcome !~ '^(42501|WF00[147])$')$$,
                'and what a duty is served is not refused it');

SET LOCAL SESSION AUTHORIZATION welfare_app;
SELECT throws_ok(format('SET LOCAL ROLE %I', role_name), '42501', NULL, 'apps do not become ' || role_name)
  FROM unnest(ARRAY['welfare_owner', 'welfare_writer', 'welfare_report', 'welfare_card_team', 'welfare_finance', 'welfare_job', 'pg_monitor', 'postgres']) AS role_name;
RESET SESSION AUTHORIZATION;

-- another authority's, another district's and another province's, by name and by every filter
SELECT pg_temp.act_as('5730102') \g /dev/null
SELECT is((SELECT string_agg(pg_temp.finds(criteria), ' | ') FROM unnest(ARRAY['authority_code => 3730101', 'district_code => 7302', 'province_code => 50', 'thai_id => pg_temp.id(4)::thai_id']) AS criteria),
          'nobody | nobody | nobody | nobody', 'an authority asks for its neighbours in vain');
SELECT pg_temp.act_as('mueang') \g /dev/null
SELECT is((SELECT string_agg(pg_temp.finds(criteria), ' | ') FROM unnest(ARRAY['authority_code => 6730213', 'district_code => 7302', 'province_code => 50', 'thai_id => pg_temp.id(5)::thai_id', 'programme => ''aids''', 'thai_id => pg_temp.id(3)::thai_id']) AS criteria),
          'nobody | nobody | nobody | nobody | nobody | nobody', 'a district, too');
SELECT pg_temp.act_as('nakhonpathom') \g /dev/null
SELECT is((SELECT string_agg(pg_temp.finds(criteria), ' | ') FROM unnest(ARRAY['authority_code => 3500101', 'district_code => 5001', 'province_code => 50', 'thai_id => pg_temp.id(7)::thai_id', 'programme => ''aids''', 'thai_id => pg_temp.id(6)::thai_id']) AS criteria),
          'nobody | nobody | nobody | nobody | nobody | nobody', 'and a province');
SELECT pg_temp.act_as('dla') \g /dev/null
SELECT is(pg_temp.finds('programme => ''aids''') || ' ' || pg_temp.finds('thai_id => pg_temp.id(8)::thai_id'), 'nobody 8d', 'AR2: the department finds nobody by that programme');
SELECT is(pg_temp.refusal_of(format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(3))), replace(pg_temp.refusal_of(format('SELECT registry.beneficiary_detail(%L)', pg_temp.id(10))), pg_temp.id(10)::thai_id::text, pg_temp.id(3)::thai_id::text),
          'AR2: of a person with that allowance alone as of a person whom nobody knows');
SELECT * FROM finish();
ROLLBACK;

-- QS5, IS9.3: changes of the law of notices and payees, of proceedings, recoveries and who is paid for others are recorded.
BEGIN;
SET LOCAL ROLE welfare_owner;

DO $$
BEGIN
  PERFORM audit.track('reference.notice_rule', '{notice_rule_id}');
  PERFORM audit.track('reference.payee_rule', '{payee_rule_id}');
  PERFORM audit.track('registry.finding', '{thai_id,programme,claim_number,finding_number}', untracked_columns => '{recorded_at,recorded_by,sensitive}');
  PERFORM audit.track('registry.finding_step', '{thai_id,programme,claim_number,recorded_at}', untracked_columns => '{taken_by,sensitive}');
  PERFORM audit.track('registry.notice', '{thai_id,programme,claim_number,finding_number}', untracked_columns => '{recorded_at,posted_by,sensitive}');
  PERFORM audit.track('registry.objection', '{thai_id,programme,claim_number,recorded_at}', untracked_columns => '{recorded_by}');
  PERFORM audit.track('registry.told_person', '{thai_id,programme,claim_number,finding_number}', untracked_columns => '{recorded_at,recorded_by,sensitive}');
  PERFORM audit.track('registry.recovery_case', '{thai_id,programme,claim_number,finding_number}', untracked_columns => '{opened_at,opened_by,sensitive}');
  PERFORM audit.track('registry.proxy_verification', '{thai_id,programme,month,representative_id}', untracked_columns => '{recorded_at,verified_by,sensitive}');
  PERFORM audit.track('registry.earned_month_payment', '{thai_id,programme,claim_number,month}', untracked_columns => '{recorded_at,recorded_by,sensitive}');
  PERFORM audit.track('registry.status_check', '{authority_code,month,programme}', untracked_columns => '{recorded_at,checked_by,sensitive}');
END
$$;

COMMIT;

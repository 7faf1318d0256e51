-- QS5: changes of law and places are recorded. What the deployment itself ships is not.
BEGIN;
SET LOCAL ROLE welfare_owner;

DO $$
BEGIN
  PERFORM audit.track('reference.province', '{province_code}');
  PERFORM audit.track('reference.district', '{district_code}');
  PERFORM audit.track('reference.authority_type', '{authority_type}');
  PERFORM audit.track('reference.local_authority', '{authority_code}');
  PERFORM audit.track('reference.label', '{kind,value}');
  PERFORM audit.track('reference.bank', '{bank_code}');
  PERFORM audit.track('reference.programme', '{programme}');
  PERFORM audit.track('reference.rate', '{rate_id}');
  PERFORM audit.track('reference.criterion', '{criterion_id}');
  PERFORM audit.track('reference.message', '{code}');
  PERFORM audit.track('reference.income_band', '{income_band}');
  PERFORM audit.track('reference.entry_window', '{fiscal_year,programme}');
  PERFORM audit.track('reference.ending', '{ending_id}');
  PERFORM audit.track('reference.law_confirmation', '{fiscal_year,programme}', untracked_columns => '{recorded_at}');
  PERFORM audit.track('reference.government_holiday', '{holiday}');
  PERFORM audit.track('reference.bank_holiday', '{holiday}');
  PERFORM audit.track('reference.interpretation', '{interpretation_id}', untracked_columns => '{recorded_at,recorded_by}');
  -- These have no key but programme and range. A range is closed when the law changes, which shows as one row gone and one come.
  PERFORM audit.track('reference.age_rule', '{programme,valid}');
  PERFORM audit.track('reference.commencement', '{programme,claimed}');
  PERFORM audit.track('reference.campaign_rule', '{kind,programme,valid}');
  PERFORM audit.track('reference.deadline', '{kind,valid}');
  PERFORM audit.track('reference.disbursement_rule', '{payer,valid}');
  PERFORM audit.track('reference.bank_reason', '{reason_code,valid}');
  PERFORM audit.track('reference.paying_account', '{executing_agency,payer,authority_code,valid}');
  PERFORM audit.track('reference.fact_timing', '{term,valid}');
  PERFORM audit.track('reference.continuation', '{programme,valid}');
  PERFORM audit.track('reference.disclosure_rule', '{valid}');
  PERFORM audit.track('reference.submission_procedure', '{programme,valid}');
  PERFORM audit.track('reference.early_confirmation', '{programme,valid}');
  PERFORM audit.track('reference.submission_channel', '{programme,channel,valid}');
  PERFORM audit.track('reference.statement_wording', '{programme,kind,version}');
END
$$;

COMMIT;

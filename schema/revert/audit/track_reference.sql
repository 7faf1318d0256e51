BEGIN;

DO $$
BEGIN
  PERFORM audit.untrack('reference.statement_wording');
  PERFORM audit.untrack('reference.submission_channel');
  PERFORM audit.untrack('reference.early_confirmation');
  PERFORM audit.untrack('reference.submission_procedure');
  PERFORM audit.untrack('reference.disclosure_rule');
  PERFORM audit.untrack('reference.continuation');
  PERFORM audit.untrack('reference.fact_timing');
  PERFORM audit.untrack('reference.paying_account');
  PERFORM audit.untrack('reference.bank_reason');
  PERFORM audit.untrack('reference.disbursement_rule');
  PERFORM audit.untrack('reference.deadline');
  PERFORM audit.untrack('reference.campaign_rule');
  PERFORM audit.untrack('reference.commencement');
  PERFORM audit.untrack('reference.age_rule');
  PERFORM audit.untrack('reference.interpretation');
  PERFORM audit.untrack('reference.bank_holiday');
  PERFORM audit.untrack('reference.government_holiday');
  PERFORM audit.untrack('reference.law_confirmation');
  PERFORM audit.untrack('reference.ending');
  PERFORM audit.untrack('reference.entry_window');
  PERFORM audit.untrack('reference.income_band');
  PERFORM audit.untrack('reference.message');
  PERFORM audit.untrack('reference.criterion');
  PERFORM audit.untrack('reference.rate');
  PERFORM audit.untrack('reference.programme');
  PERFORM audit.untrack('reference.bank');
  PERFORM audit.untrack('reference.label');
  PERFORM audit.untrack('reference.local_authority');
  PERFORM audit.untrack('reference.authority_type');
  PERFORM audit.untrack('reference.district');
  PERFORM audit.untrack('reference.province');
END
$$;

COMMIT;

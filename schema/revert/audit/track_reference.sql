BEGIN;

DO $$
BEGIN
  PERFORM audit.untrack('reference.disclosure_rule');
  PERFORM audit.untrack('reference.commencement');
  PERFORM audit.untrack('reference.age_rule');
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

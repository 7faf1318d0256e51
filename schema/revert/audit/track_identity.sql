BEGIN;

SELECT audit.untrack(relation::regclass)
  FROM unnest(ARRAY['identity.user_account', 'identity.office', 'identity.policy', 'identity.duty']) AS relation;

COMMIT;

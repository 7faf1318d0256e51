BEGIN;

SELECT audit.untrack(relation::regclass)
  FROM unnest(ARRAY['reference.notice_rule', 'reference.payee_rule', 'registry.finding', 'registry.finding_step', 'registry.notice', 'registry.objection', 'registry.told_person', 'registry.recovery_case',
                    'registry.proxy_verification', 'registry.earned_month_payment', 'registry.status_check']) AS relation;

COMMIT;

BEGIN;

SELECT audit.untrack(relation::regclass)
  FROM unnest(ARRAY['registry.person', 'registry.claim', 'registry.disposal', 'registry.tombstone', 'registry.suspension_order',
                    'registry.correction', 'registry.representative', 'registry.document', 'registry.review', 'registry.publicity',
                    'registry.campaign', 'registry.campaign_check', 'registry.monthly_check']) AS relation;

COMMIT;

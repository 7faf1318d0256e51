-- QS5, IS9.3: changes of persons, claims and everything about them are recorded; what only says when and by whom is the entry's.
BEGIN;
SET LOCAL ROLE welfare_owner;

DO $$
BEGIN
  PERFORM audit.track('registry.person', '{thai_id}', untracked_columns => '{recorded_at,created_at,recorded_by}');
  PERFORM audit.track('registry.claim', '{thai_id,programme,claim_number}',
                      untracked_columns => '{recorded_at,created_at,recorded_by,live_authority_code,sensitive}');
  PERFORM audit.track('registry.disposal', '{thai_id,programme,claim_number}', untracked_columns => '{recorded_at,recorded_by}');
  PERFORM audit.track('registry.tombstone', '{thai_id,programme,claim_number}', untracked_columns => '{recorded_at}');
  PERFORM audit.track('registry.suspension_order', '{thai_id,programme,claim_number,recorded_at}', untracked_columns => '{recorded_by}');
  PERFORM audit.track('registry.correction', '{thai_id,requested_at}');
  PERFORM audit.track('registry.representative', '{thai_id,representative_id,kind,recorded_at}', untracked_columns => '{recorded_by}');
  PERFORM audit.track('registry.document', '{thai_id,document_key}', untracked_columns => '{recorded_at,recorded_by}');
  PERFORM audit.track('registry.review', '{thai_id,kind,opened_at}');
END
$$;

COMMIT;

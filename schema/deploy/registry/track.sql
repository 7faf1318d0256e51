-- QS5, IS9.3: changes of persons, claims and everything about them are recorded; what only says when and by whom is the entry's.
BEGIN;
SET LOCAL ROLE welfare_owner;

DO $$
BEGIN
  PERFORM audit.track('registry.person', '{thai_id}', untracked_columns => '{recorded_at,created_at,recorded_by}');
  PERFORM audit.track('registry.claim', '{thai_id,programme,claim_number}',
                      untracked_columns => '{recorded_at,created_at,recorded_by,live_authority_code,sensitive,varied_from}');
  PERFORM audit.track('registry.disposal', '{thai_id,programme,claim_number}', untracked_columns => '{recorded_at,recorded_by}');
  PERFORM audit.track('registry.tombstone', '{thai_id,programme,claim_number}', untracked_columns => '{recorded_at}');
  PERFORM audit.track('registry.suspension_order', '{thai_id,programme,claim_number,recorded_at}', untracked_columns => '{recorded_by}');
  PERFORM audit.track('registry.correction', '{thai_id,requested_at}');
  PERFORM audit.track('registry.representative', '{thai_id,representative_id,kind,recorded_at}', untracked_columns => '{recorded_by}');
  PERFORM audit.track('registry.document', '{thai_id,document_key}', untracked_columns => '{recorded_at,recorded_by}');
  PERFORM audit.track('registry.move', '{thai_id,move_number}');
  PERFORM audit.track('registry.move_claim', '{thai_id,move_number,programme}', secret_columns => '{form,details}');
  PERFORM audit.track('registry.review', '{thai_id,kind,opened_at}');
  PERFORM audit.track('registry.publicity', '{publicity_id}', untracked_columns => '{recorded_at,recorded_by}');
  PERFORM audit.track('registry.submission', '{thai_id,programme,submission_number}', untracked_columns => '{created_at,sensitive}');
  PERFORM audit.track('registry.submission_step', '{thai_id,programme,submission_number,step_number}', untracked_columns => '{recorded_at,user_name}');
  -- whom a campaign is about is frozen by it, and its own record
  PERFORM audit.track('registry.campaign', '{kind,fiscal_year,programme,authority_code}');
  PERFORM audit.track('registry.campaign_check', '{thai_id,programme,kind,fiscal_year}', untracked_columns => '{recorded_by}');
  PERFORM audit.track('registry.monthly_check', '{authority_code,month}');
END
$$;

COMMIT;

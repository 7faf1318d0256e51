-- QS5, QS2: changes of users, their offices and the rules of sign-in are recorded; passwords and answers never, not even hashed.
BEGIN;
SET LOCAL ROLE welfare_owner;

DO $$
BEGIN
  PERFORM audit.track('identity.user_account', '{user_name}', secret_columns => '{password_hash,answer_hash}',
                      untracked_columns => '{last_login_at}');
  PERFORM audit.track('identity.office', '{user_name,office,recorded_at}');
  PERFORM audit.track('identity.policy', '{valid}');
  PERFORM audit.track('identity.duty', '{duty}');
END
$$;

COMMIT;

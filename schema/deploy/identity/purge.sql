-- QS2: what sign-in writes does not grow for ever, whatever names and tokens are tried.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Deletes the mails whose code has ended, sent or not. Answers how many. Errors: WF001, WF004.
CREATE FUNCTION identity.purge_outbox() RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    deleted bigint;
  BEGIN
    PERFORM reference.require_administrator();
    DELETE FROM identity.outgoing_mail WHERE outgoing_mail.expires_at <= clock_timestamp();
    GET DIAGNOSTICS deleted = ROW_COUNT;
    RETURN deleted;
  END
  $$;
COMMENT ON FUNCTION identity.purge_outbox() IS 'deletes mails whose code has ended';

-- Deletes what no longer decides anything: sessions, codes and mails that have ended, changes of password never confirmed,
-- tries that do not count, and of each user's all but the last ten of a kind (identity.policy allows no more to lock).
-- The time of the last sign-in stays with the user. Answers the number of rows deleted. Errors: WF001, WF004.
CREATE FUNCTION identity.purge_sessions() RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    policy identity.policy := identity.policy_today();
    moment timestamptz := clock_timestamp();
    purged bigint := 0::bigint;
    deleted bigint;
  BEGIN
    PERFORM reference.require_administrator();
    UPDATE identity.user_account AS account SET last_login_at = ended.last_login_at
      FROM (SELECT session.user_number, max(session.created_at) AS last_login_at
              FROM identity.session WHERE session.is_good AND session.expires_at <= moment GROUP BY session.user_number) AS ended
     WHERE account.user_number = ended.user_number AND (account.last_login_at IS NULL OR account.last_login_at < ended.last_login_at);
    DELETE FROM identity.session WHERE session.expires_at <= moment;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM identity.attempt
     WHERE NOT attempt.counts AND attempt.made_at <= moment - policy.session_lifetime;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM identity.attempt
     USING (SELECT counted.attempt_number,
                   row_number() OVER (PARTITION BY counted.user_number, counted.kind ORDER BY counted.attempt_number DESC) AS place
              FROM identity.attempt AS counted WHERE counted.counts) AS ranked
     WHERE attempt.attempt_number = ranked.attempt_number AND ranked.place > 10;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM identity.password_change WHERE password_change.requested_at <= moment - policy.reset_lifetime;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM identity.reset_token WHERE reset_token.expires_at <= moment;
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    RETURN purged + identity.purge_outbox();
  END
  $$;
COMMENT ON FUNCTION identity.purge_sessions() IS 'deletes ended sessions, codes, mails and tries that decide nothing any more';

REVOKE ALL ON FUNCTION identity.purge_outbox(), identity.purge_sessions() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.purge_outbox(), identity.purge_sessions() TO welfare_admin;

COMMIT;

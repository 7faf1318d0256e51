-- IS3, IS6: changing a password, and setting a new one through the secret question.
--
-- As with sign-in, whoever guesses may roll back. So a change is asked for in one transaction, where a right old password
-- and a wrong one look the same, and confirmed in a later one; a request for a reset always queues a mail, which is
-- sent only when the answer was right.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE identity.password_change (
  user_number bigint NOT NULL,
  requested_at timestamptz NOT NULL,
  transaction_id xid8 NOT NULL,
  is_good boolean NOT NULL,
  password_hash text COLLATE "C" NOT NULL,
  CONSTRAINT password_change_pkey PRIMARY KEY (user_number),
  CONSTRAINT password_change_hashed CHECK (password_hash ~ '^\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}$')
);
COMMENT ON TABLE identity.password_change IS 'changes of password that await confirmation, the last of each user';
COMMENT ON COLUMN identity.password_change.user_number IS 'the user';
COMMENT ON COLUMN identity.password_change.requested_at IS 'when it was asked for';
COMMENT ON COLUMN identity.password_change.transaction_id IS 'the transaction that asked, which may not confirm';
COMMENT ON COLUMN identity.password_change.is_good IS 'whether the old password was right';
COMMENT ON COLUMN identity.password_change.password_hash IS 'the new password, hashed';

CREATE TABLE identity.reset_token (
  token_digest bytea NOT NULL,
  user_number bigint NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  is_good boolean NOT NULL,
  used_at timestamptz,
  CONSTRAINT reset_token_pkey PRIMARY KEY (token_digest),
  CONSTRAINT reset_token_digest_sha256 CHECK (octet_length(token_digest) = 32),
  CONSTRAINT reset_token_expires_later CHECK (expires_at > created_at)
);
COMMENT ON TABLE identity.reset_token IS 'codes for setting a new password, as digests';
COMMENT ON COLUMN identity.reset_token.token_digest IS 'SHA-256 of the code';
COMMENT ON COLUMN identity.reset_token.user_number IS 'the user';
COMMENT ON COLUMN identity.reset_token.created_at IS 'when it was made';
COMMENT ON COLUMN identity.reset_token.expires_at IS 'when it ends';
COMMENT ON COLUMN identity.reset_token.is_good IS 'false after a wrong answer: never sent, never taken';
COMMENT ON COLUMN identity.reset_token.used_at IS 'when it was used, or another was; NULL while it can be';
CREATE INDEX reset_token_user_number ON identity.reset_token (user_number);

CREATE TABLE identity.outgoing_mail (
  mail_number bigint GENERATED ALWAYS AS IDENTITY,
  user_number bigint NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  is_good boolean NOT NULL,
  token text COLLATE "C",
  taken_at timestamptz,
  CONSTRAINT outgoing_mail_pkey PRIMARY KEY (mail_number),
  CONSTRAINT outgoing_mail_blank_once_taken CHECK ((taken_at IS NULL) = (token IS NOT NULL))
);
COMMENT ON TABLE identity.outgoing_mail IS 'mails with a code for a new password, until the portal takes them';
COMMENT ON COLUMN identity.outgoing_mail.mail_number IS 'number of the mail';
COMMENT ON COLUMN identity.outgoing_mail.user_number IS 'to whom';
COMMENT ON COLUMN identity.outgoing_mail.created_at IS 'when it was queued';
COMMENT ON COLUMN identity.outgoing_mail.expires_at IS 'when the code ends';
COMMENT ON COLUMN identity.outgoing_mail.is_good IS 'false after a wrong answer: never sent';
COMMENT ON COLUMN identity.outgoing_mail.token IS 'the code, blanked when the mail is taken';
COMMENT ON COLUMN identity.outgoing_mail.taken_at IS 'when the portal took it';
CREATE INDEX outgoing_mail_waiting ON identity.outgoing_mail (mail_number) WHERE taken_at IS NULL;

ALTER TABLE identity.password_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.reset_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.outgoing_mail ENABLE ROW LEVEL SECURITY;

-- Refuses a new password that the rules do not allow, never saying it.
-- Parameters: the new password; the same again; user name.
-- Errors: WF010 none, WF108 not the same twice, WF105 too short, WF106 too long for bcrypt, WF107 the user name.
CREATE FUNCTION identity.refuse_password(new_password text, again text, user_name text) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    policy identity.policy := identity.policy_today();
  BEGIN
    IF coalesce(new_password, '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'new_password');
    ELSIF new_password IS DISTINCT FROM again THEN
      PERFORM reference.refuse('WF108', NULL);
    ELSIF char_length(new_password) < policy.least_password_length THEN
      PERFORM reference.refuse('WF105', NULL, policy.least_password_length::text);
    ELSIF octet_length(new_password) > 72 THEN
      PERFORM reference.refuse('WF106', NULL, '72');
    ELSIF lower(new_password COLLATE "C") = lower(user_name COLLATE "C") THEN
      PERFORM reference.refuse('WF107', NULL);
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.refuse_password(text, text, text) IS 'refuses a new password that the rules do not allow';

-- IS6: asks for a change of one's own password. A wrong old one counts as a wrong sign-in does; confirm_password tells.
-- Parameters: old password; new one; new one again. Answers that it is to be confirmed.
-- Errors: WF001 nobody is signed in, WF104, WF109 the new is the old, those of identity.refuse_password.
CREATE FUNCTION identity.change_password(old_password text, new_password text, again text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    policy identity.policy := identity.policy_today();
    account identity.user_account;
    hashed text;
    new_hash text;
    failed integer;
    may_try boolean;
    is_good boolean;
  BEGIN
    account := identity.own_account();
    PERFORM identity.refuse_password(new_password, again, account.user_name);
    IF new_password = old_password THEN
      PERFORM reference.refuse('WF109', NULL);
    END IF;
    PERFORM identity.take_turn(account.user_name);
    -- Read again: whoever had the turn before may have changed it.
    account := identity.own_account();
    hashed := public.crypt(coalesce(old_password, ''), account.password_hash);
    new_hash := public.crypt(new_password, public.gen_salt('bf', policy.bcrypt_cost));
    SELECT found.failed INTO failed
      FROM identity.failures(account.user_number, 'password', account.cleared_passwords, policy.failures_allowed) AS found;
    may_try := failed < policy.failures_allowed AND account.disabled_at IS NULL;
    is_good := may_try AND hashed = account.password_hash AND coalesce(octet_length(old_password) <= 72, false);
    INSERT INTO identity.attempt (user_number, kind, counts, is_good) VALUES (account.user_number, 'password', may_try, is_good);
    DELETE FROM identity.password_change WHERE password_change.user_number = account.user_number;
    INSERT INTO identity.password_change (user_number, requested_at, transaction_id, is_good, password_hash)
    VALUES (account.user_number, clock_timestamp(), pg_current_xact_id(), is_good, new_hash);
    RETURN reference.message_text('WF10K');
  END
  $$;
COMMENT ON FUNCTION identity.change_password(text, text, text) IS 'asks for a change of one''s own password; confirm_password does it (IS6)';

-- The account of who is signed in. Errors: WF001 nobody is, WF104 the user is not on record.
CREATE FUNCTION identity.own_account() RETURNS identity.user_account
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    SELECT * INTO account FROM identity.user_account WHERE user_account.user_name = welfare.principal();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF104', NULL, welfare.principal());
    END IF;
    RETURN account;
  END
  $$;
COMMENT ON FUNCTION identity.own_account() IS 'the account of who is signed in';

-- IS6: does the change of password that an earlier transaction asked for, and ends the user's other sessions.
-- Parameters: token of the session to keep; NULL ends them all.
-- Errors: WF001, WF10M nothing awaits, or not from an earlier transaction, or it is too old; WF10L the old password was wrong.
CREATE FUNCTION identity.confirm_password(token text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    policy identity.policy := identity.policy_today();
    account identity.user_account;
    change identity.password_change;
  BEGIN
    account := identity.own_account();
    PERFORM identity.take_turn(account.user_name);
    SELECT * INTO change FROM identity.password_change WHERE password_change.user_number = account.user_number;
    IF NOT FOUND OR change.transaction_id = pg_current_xact_id_if_assigned()
       OR change.requested_at + policy.reset_lifetime < clock_timestamp() THEN
      PERFORM reference.refuse('WF10M', NULL);
    ELSIF NOT change.is_good THEN
      PERFORM reference.refuse('WF10L', NULL);
    END IF;
    UPDATE identity.user_account SET password_hash = change.password_hash WHERE user_account.user_number = account.user_number;
    DELETE FROM identity.password_change WHERE password_change.user_number = account.user_number;
    PERFORM identity.revoke_sessions(account.user_number, confirm_password.token);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.confirm_password(text) IS 'does the change of password that an earlier transaction asked for (IS6)';

-- Makes a code for a new password and queues the mail that carries it.
-- Parameters: the user's number; whether it may be sent.
CREATE FUNCTION identity.queue_reset(user_number bigint, is_good boolean) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    token text := encode(public.gen_random_bytes(32), 'hex');
    made_at timestamptz := clock_timestamp();
    ends_at timestamptz := made_at + (identity.policy_today()).reset_lifetime;
  BEGIN
    INSERT INTO identity.reset_token (token_digest, user_number, created_at, expires_at, is_good)
    VALUES (sha256(convert_to(token, 'UTF8')), queue_reset.user_number, made_at, ends_at, queue_reset.is_good);
    INSERT INTO identity.outgoing_mail (user_number, created_at, expires_at, is_good, token)
    VALUES (queue_reset.user_number, made_at, ends_at, queue_reset.is_good, token);
  END
  $$;
COMMENT ON FUNCTION identity.queue_reset(bigint, boolean) IS 'makes a code for a new password and queues its mail';

-- IS3: asks for a code for a new password. The answer is the same whatever is wrong, and for unknown users.
-- Parameters: user name; the question chosen, by code or words; its answer.
CREATE FUNCTION identity.request_reset(user_name text, question text, answer text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    policy identity.policy := identity.policy_today();
    account identity.user_account;
    hashed text;
    failed integer;
    is_known boolean;
    may_try boolean;
    is_good boolean;
  BEGIN
    PERFORM identity.take_turn(request_reset.user_name);
    account := identity.account_or_next(request_reset.user_name);
    hashed := identity.answer_hash(request_reset.answer, account.answer_hash);
    SELECT found.failed INTO failed
      FROM identity.failures(account.user_number, 'answer', account.cleared_answers, policy.failures_allowed) AS found;
    is_known := coalesce(lower(account.user_name) = lower(request_reset.user_name COLLATE "C"), false);
    may_try := is_known AND failed < policy.failures_allowed AND account.disabled_at IS NULL;
    is_good := may_try AND hashed = account.answer_hash
               AND coalesce(identity.question_named(request_reset.question) = account.question, false);
    INSERT INTO identity.attempt (user_number, kind, counts, is_good) VALUES (account.user_number, 'answer', may_try, is_good);
    PERFORM identity.queue_reset(account.user_number, is_good);
    RETURN reference.message_text('WF10N');
  END
  $$;
COMMENT ON FUNCTION identity.request_reset(text, text, text) IS 'asks for a code for a new password by the secret question (IS3)';

-- Hands out queued mails, each once, for the portal to send. The code stands in clear here and nowhere else.
-- Parameters: how many at most. Errors: WF001, WF007 not the portal.
CREATE FUNCTION identity.take_mail(most integer DEFAULT 100)
  RETURNS TABLE (mail_number bigint, email text, user_name text, full_name text, token text, expires_at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('portal');
    RETURN QUERY
      WITH waiting AS (
        SELECT mail.mail_number, mail.token
          FROM identity.outgoing_mail AS mail
         WHERE mail.taken_at IS NULL AND mail.is_good AND mail.expires_at > clock_timestamp()
         ORDER BY mail.mail_number
         LIMIT least(greatest(most, 0), 1000)
           FOR UPDATE SKIP LOCKED),
      taken AS (
        UPDATE identity.outgoing_mail AS mail SET token = NULL, taken_at = clock_timestamp()
          FROM waiting WHERE mail.mail_number = waiting.mail_number
        RETURNING mail.mail_number, mail.user_number, waiting.token, mail.expires_at)
      SELECT taken.mail_number, account.email, account.user_name, concat(account.title, account.first_name, ' ', account.last_name),
             taken.token, taken.expires_at
        FROM taken
        JOIN identity.user_account AS account USING (user_number)
       ORDER BY taken.mail_number;
  END
  $$;
COMMENT ON FUNCTION identity.take_mail(integer) IS 'hands out queued mails with codes for a new password, each once, for the portal to send';

-- IS3: sets a new password by a code, once; unlocks the user and ends all sessions.
-- Parameters: the code; new password; the same again. Errors: WF10H, those of identity.refuse_password.
CREATE FUNCTION identity.reset_password(token text, new_password text, again text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    policy identity.policy := identity.policy_today();
    user_name text;
    reset identity.reset_token;
    account identity.user_account;
  BEGIN
    -- The user's turn comes before the code's row: two codes of one user then do not wait for each other.
    SELECT user_account.user_name INTO user_name
      FROM identity.reset_token JOIN identity.user_account USING (user_number)
     WHERE reset_token.token_digest = sha256(convert_to(reset_password.token, 'UTF8'));
    PERFORM identity.take_turn(user_name);
    SELECT * INTO reset FROM identity.reset_token
     WHERE reset_token.token_digest = sha256(convert_to(reset_password.token, 'UTF8'));
    SELECT * INTO account FROM identity.user_account WHERE user_account.user_number = reset.user_number;
    IF (reset.is_good AND reset.used_at IS NULL AND reset.expires_at > clock_timestamp() AND account.user_number IS NOT NULL
        AND account.disabled_at IS NULL) IS NOT TRUE THEN
      PERFORM reference.refuse('WF10H', NULL);
    END IF;
    PERFORM identity.refuse_password(new_password, again, account.user_name);
    UPDATE identity.user_account
       SET password_hash = public.crypt(new_password, public.gen_salt('bf', policy.bcrypt_cost)),
           cleared_passwords = (SELECT coalesce(max(attempt.attempt_number), 0) FROM identity.attempt)
     WHERE user_account.user_number = account.user_number;
    UPDATE identity.reset_token SET used_at = clock_timestamp()
     WHERE reset_token.user_number = account.user_number AND reset_token.used_at IS NULL;
    DELETE FROM identity.password_change WHERE password_change.user_number = account.user_number;
    PERFORM identity.revoke_sessions(account.user_number);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.reset_password(text, text, text) IS 'sets a new password by a code, once, and unlocks the user (IS3)';

REVOKE ALL ON FUNCTION identity.refuse_password(text, text, text), identity.change_password(text, text, text), identity.own_account(),
  identity.confirm_password(text), identity.queue_reset(bigint, boolean), identity.request_reset(text, text, text),
  identity.take_mail(integer), identity.reset_password(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.request_reset(text, text, text), identity.reset_password(text, text, text) TO welfare_app;
GRANT EXECUTE ON FUNCTION identity.take_mail(integer) TO welfare_portal;
GRANT EXECUTE ON FUNCTION identity.change_password(text, text, text), identity.confirm_password(text)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority,
     welfare_treasury, welfare_civil, welfare_bank, welfare_portal;

COMMIT;

-- IS2, IS4: signing in, acting as a user for a transaction, and what a user may do.
--
-- Who signs in runs the statements, and may roll them back. So nothing that can be seen before the commit depends on
-- whether the password was right: login always answers a token, runs the same statements and writes rows of the same
-- size. Only attach, in a later transaction, tells; by then the failure is counted.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Whoever tries a name takes its turn. The row is updated, not locked alone: a transaction with an old snapshot,
-- which would not see the failures of others, fails instead. Names share the rows by a digest, so that waiting
-- for a turn does not tell whether a name is known.
CREATE TABLE identity.turn (
  bucket integer NOT NULL,
  taken bigint NOT NULL DEFAULT 0,
  CONSTRAINT turn_pkey PRIMARY KEY (bucket)
) WITH (fillfactor = 50);
COMMENT ON TABLE identity.turn IS 'turns that tries of one user name take, one after the other';
COMMENT ON COLUMN identity.turn.bucket IS 'digest of the name, modulo the number of rows';
COMMENT ON COLUMN identity.turn.taken IS 'how often it was taken';
INSERT INTO identity.turn (bucket) SELECT generate_series(0, 1023);

-- No foreign keys here: a user is never deleted, and the key's row lock would be seen by others.
CREATE TABLE identity.attempt (
  attempt_number bigint GENERATED ALWAYS AS IDENTITY,
  user_number bigint NOT NULL,
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  kind identity.attempt_kind NOT NULL,
  counts boolean NOT NULL,
  is_good boolean NOT NULL,
  CONSTRAINT attempt_pkey PRIMARY KEY (attempt_number)
);
COMMENT ON TABLE identity.attempt IS 'passwords and answers tried; the last of each user decide whether the user is locked (IS2.2)';
COMMENT ON COLUMN identity.attempt.attempt_number IS 'order of the tries';
COMMENT ON COLUMN identity.attempt.user_number IS 'the user; for an unknown name the next one, and then it does not count';
COMMENT ON COLUMN identity.attempt.made_at IS 'when';
COMMENT ON COLUMN identity.attempt.kind IS 'what was tried';
COMMENT ON COLUMN identity.attempt.counts IS 'false for unknown names, and for tries of who was locked already';
COMMENT ON COLUMN identity.attempt.is_good IS 'whether it was right';
CREATE INDEX attempt_of_user ON identity.attempt (user_number, kind, counts, attempt_number);

CREATE TABLE identity.session (
  token_digest bytea NOT NULL,
  user_number bigint NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  transaction_id xid8 NOT NULL,
  is_good boolean NOT NULL,
  client inet,
  revoked_at timestamptz,
  CONSTRAINT session_pkey PRIMARY KEY (token_digest),
  CONSTRAINT session_token_digest_sha256 CHECK (octet_length(token_digest) = 32),
  CONSTRAINT session_expires_later CHECK (expires_at > created_at)
);
COMMENT ON TABLE identity.session IS 'sign-ins, the failed ones too; tokens are stored as digests only';
COMMENT ON COLUMN identity.session.token_digest IS 'SHA-256 of the token';
COMMENT ON COLUMN identity.session.user_number IS 'the user; for an unknown name the next one, and then it is not good';
COMMENT ON COLUMN identity.session.created_at IS 'when it was signed in';
COMMENT ON COLUMN identity.session.expires_at IS 'when it ends';
COMMENT ON COLUMN identity.session.transaction_id IS 'the transaction that signed in, which may not use it';
COMMENT ON COLUMN identity.session.is_good IS 'whether the password was right and the user might sign in';
COMMENT ON COLUMN identity.session.client IS 'address of the client; NULL for a socket';
COMMENT ON COLUMN identity.session.revoked_at IS 'when it was signed out or revoked; NULL while it lasts';
CREATE INDEX session_user_number ON identity.session (user_number);

ALTER TABLE identity.turn ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity.session ENABLE ROW LEVEL SECURITY;

-- Waits until nobody else tries this user name. Errors: serialization_failure for a snapshot older than the last try.
CREATE FUNCTION identity.take_turn(user_name text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    digest bytea := sha256(convert_to(lower(coalesce(user_name, '') COLLATE "C"), 'UTF8'));
  BEGIN
    UPDATE identity.turn SET taken = taken + 1 WHERE bucket = (get_byte(digest, 0) * 256 + get_byte(digest, 1)) % 1024;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'identity.turn has lost a row' USING ERRCODE = 'data_corrupted';
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.take_turn(text) IS 'waits until nobody else tries this user name';

-- The account of a name in any case or, for an unknown name, the next one in order: whoever tries an unknown name
-- is taken through the same steps with rows of the same kind. Before there is any user, one that cannot sign in.
CREATE FUNCTION identity.account_or_next(user_name text) RETURNS identity.user_account
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    account identity.user_account;
  BEGIN
    SELECT * INTO account FROM identity.user_account
     WHERE lower(user_account.user_name) >= lower(coalesce(account_or_next.user_name, '') COLLATE "C")
     ORDER BY lower(user_account.user_name) LIMIT 1;
    IF NOT FOUND THEN
      SELECT * INTO account FROM identity.user_account ORDER BY lower(user_account.user_name) LIMIT 1;
    END IF;
    IF NOT FOUND THEN
      account.user_number := 0;
      account.cleared_passwords := 0;
      account.cleared_answers := 0;
      account.password_hash := public.gen_salt('bf', (identity.policy_today()).bcrypt_cost);
      account.answer_hash := account.password_hash;
    END IF;
    RETURN account;
  END
  $$;
COMMENT ON FUNCTION identity.account_or_next(text) IS 'account of a user name or, for an unknown one, the next in order';

-- How many tries in a row went wrong at last, up to the number that locks, and when the last of them was made.
-- Parameters: user; kind; number of the last try that was forgiven; number that locks.
CREATE FUNCTION identity.failures(user_number bigint, kind identity.attempt_kind, cleared bigint, allowed integer,
    OUT failed integer, OUT failed_at timestamptz)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH latest AS (
      SELECT attempt.attempt_number, attempt.made_at, attempt.is_good
        FROM identity.attempt
       WHERE attempt.user_number = failures.user_number AND attempt.kind = failures.kind AND attempt.counts
         AND attempt.attempt_number > cleared
       ORDER BY attempt.attempt_number DESC
       LIMIT allowed)
    SELECT count(*)::integer, max(latest.made_at)
      FROM latest
     WHERE latest.attempt_number > (SELECT coalesce(max(good.attempt_number), 0) FROM latest AS good WHERE good.is_good)
  $$;
COMMENT ON FUNCTION identity.failures(bigint, identity.attempt_kind, bigint, integer) IS 'tries in a row that went wrong at last, up to the number that locks';

-- How a user stands: failures in a row, since when locked (NULL: not), and the last sign-in.
-- Parameters: number of the user.
CREATE FUNCTION identity.standing(user_number bigint, OUT failed_passwords integer, OUT locked_at timestamptz,
    OUT failed_answers integer, OUT reset_locked_at timestamptz, OUT last_login_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    SELECT password.failed, CASE WHEN password.failed >= policy.failures_allowed THEN password.failed_at END,
           answer.failed, CASE WHEN answer.failed >= policy.failures_allowed THEN answer.failed_at END,
           greatest(account.last_login_at, (SELECT max(session.created_at) FROM identity.session
                                             WHERE session.user_number = account.user_number AND session.is_good))
      FROM identity.user_account AS account
     CROSS JOIN identity.policy_today() AS policy
     CROSS JOIN LATERAL identity.failures(account.user_number, 'password', account.cleared_passwords, policy.failures_allowed) AS password
     CROSS JOIN LATERAL identity.failures(account.user_number, 'answer', account.cleared_answers, policy.failures_allowed) AS answer
     WHERE account.user_number = standing.user_number
  $$;
COMMENT ON FUNCTION identity.standing(bigint) IS 'failures in a row of a user, since when the user is locked, and the last sign-in';

-- Signs in: answers a token, always. Whether it is any good, attach tells after the commit.
-- Parameters: user name, in any case; password.
CREATE FUNCTION identity.login(user_name text, password text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    policy identity.policy := identity.policy_today();
    token text := encode(public.gen_random_bytes(32), 'hex');
    account identity.user_account;
    hashed text;
    failed integer;
    is_known boolean;
    may_try boolean;
    is_good boolean;
  BEGIN
    PERFORM identity.take_turn(login.user_name);
    account := identity.account_or_next(login.user_name);
    -- bcrypt looks at 72 bytes; what is longer was never set.
    hashed := public.crypt(coalesce(login.password, ''), account.password_hash);
    SELECT found.failed INTO failed
      FROM identity.failures(account.user_number, 'password', account.cleared_passwords, policy.failures_allowed) AS found;
    is_known := coalesce(lower(account.user_name) = lower(login.user_name COLLATE "C"), false);
    may_try := is_known AND failed < policy.failures_allowed AND account.disabled_at IS NULL;
    is_good := may_try AND hashed = account.password_hash AND coalesce(octet_length(login.password) <= 72, false);
    INSERT INTO identity.attempt (user_number, kind, counts, is_good)
    VALUES (account.user_number, 'password', may_try, is_good);
    INSERT INTO identity.session (token_digest, user_number, created_at, expires_at, transaction_id, is_good, client)
    VALUES (sha256(convert_to(token, 'UTF8')), account.user_number, clock_timestamp(), clock_timestamp() + policy.session_lifetime,
            pg_current_xact_id(), is_good, inet_client_addr());
    RETURN token;
  END
  $$;
COMMENT ON FUNCTION identity.login(text, text) IS 'signs in: answers a token always; after the commit attach tells whether it is good';

-- Makes the transaction act for a token's user: who, duty and scope, and no other scope. Answers the duty's role.
-- Parameters: token. Errors: WF101 signed in by this very transaction, WF100 the sign-in failed, WF102 the session is over.
CREATE FUNCTION identity.check_token(token text) RETURNS name
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    found_session identity.session;
    account identity.user_account;
    found_duty identity.duty;
    policy identity.policy;
    failed integer;
  BEGIN
    -- Loads the library: before that anybody could have planted settings of these names.
    PERFORM welfare.principal();
    SELECT * INTO found_session FROM identity.session
     WHERE session.token_digest = sha256(convert_to(check_token.token, 'UTF8'));
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF102', NULL);
    ELSIF found_session.transaction_id = pg_current_xact_id_if_assigned() THEN
      PERFORM reference.refuse('WF101', NULL);
    ELSIF NOT found_session.is_good THEN
      PERFORM reference.refuse('WF100', NULL);
    END IF;
    policy := identity.policy_today();
    SELECT * INTO account FROM identity.user_account WHERE user_account.user_number = found_session.user_number;
    SELECT found.failed INTO failed
      FROM identity.failures(account.user_number, 'password', account.cleared_passwords, policy.failures_allowed) AS found;
    IF (found_session.revoked_at IS NULL AND found_session.expires_at > clock_timestamp() AND account.disabled_at IS NULL
        AND failed < policy.failures_allowed) IS NOT TRUE THEN
      PERFORM reference.refuse('WF102', NULL);
    END IF;
    SELECT * INTO found_duty FROM identity.duty WHERE duty.duty = account.duty;
    PERFORM set_config('welfare.principal', account.user_name, true),
            set_config('welfare.duty', account.duty, true),
            set_config('welfare.nation', CASE found_duty.scope WHEN 'nation' THEN 'on' ELSE 'off' END, true),
            set_config('welfare.province_code', CASE found_duty.scope WHEN 'province' THEN account.province_code::text ELSE '0' END, true),
            set_config('welfare.district_code', CASE found_duty.scope WHEN 'district' THEN account.district_code::text ELSE '0' END, true),
            set_config('welfare.authority_code', CASE found_duty.scope WHEN 'authority' THEN account.authority_code::text ELSE '0' END, true);
    RETURN found_duty.role_name;
  END
  $$;
COMMENT ON FUNCTION identity.check_token(text) IS 'makes the transaction act for a token''s user; answers the duty''s role. Called by identity.attach';

-- Makes the rest of the transaction act as the token's user, in the role of the duty. Lasts until the transaction ends.
-- Parameters: token. Errors: those of identity.check_token; insufficient_privilege for a login that may not take the role.
CREATE FUNCTION identity.attach(token text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    role_name name := identity.check_token(attach.token);
  BEGIN
    EXECUTE format('SET LOCAL ROLE %I', role_name);
  END
  $$;
COMMENT ON FUNCTION identity.attach(text) IS 'makes the rest of the transaction act as the token''s user';

-- Signs out. Parameters: token. Answers the same for any token.
CREATE FUNCTION identity.logout(token text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    UPDATE identity.session SET revoked_at = clock_timestamp()
     WHERE session.token_digest = sha256(convert_to(logout.token, 'UTF8')) AND session.revoked_at IS NULL;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.logout(text) IS 'signs a session out';

-- Ends sessions of a user. Parameters: the user's number; token of a session to keep, or NULL.
CREATE FUNCTION identity.revoke_sessions(user_number bigint, kept_token text DEFAULT NULL) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    UPDATE identity.session SET revoked_at = clock_timestamp()
     WHERE session.user_number = revoke_sessions.user_number AND session.revoked_at IS NULL
       AND session.token_digest IS DISTINCT FROM sha256(convert_to(kept_token, 'UTF8'))
  $$;
COMMENT ON FUNCTION identity.revoke_sessions(bigint, text) IS 'ends sessions of a user';

-- IS4: who is signed in: name, agency, places, offices held today, and the functions that the duty's role may call.
-- Errors: WF001 nobody is signed in, WF104 the user is not on record.
CREATE FUNCTION identity.whoami()
  RETURNS TABLE (user_name text, title text, first_name text, last_name text, duty text, duty_name text, agency text,
                 authority_code integer, authority text, district_code integer, district text, province_code integer, province text,
                 offices text[], functions text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    RETURN QUERY
      SELECT account.user_name, account.title, account.first_name, account.last_name, account.duty,
             CASE welfare.language() WHEN 'en' THEN duty.name_english ELSE duty.name_thai END, account.agency,
             account.authority_code, local_authority.name_thai,
             account.district_code::integer, CASE welfare.language() WHEN 'en' THEN district.name_english ELSE district.name_thai END,
             account.province_code::integer, CASE welfare.language() WHEN 'en' THEN province.name_english ELSE province.name_thai END,
             identity.offices_of(account.user_name),
             (SELECT array_agg(DISTINCT (room.nspname || '.' || function.proname) COLLATE "C" ORDER BY (room.nspname || '.' || function.proname) COLLATE "C")
                FROM pg_proc AS function
                JOIN pg_namespace AS room ON room.oid = function.pronamespace
               WHERE room.nspname IN ('identity', 'audit', 'registry', 'civil', 'payment', 'card', 'portal', 'report', 'job')
                 AND function.prorettype <> 'trigger'::regtype
                 AND has_function_privilege(duty.role_name, function.oid, 'EXECUTE'))
        FROM identity.user_account AS account
        JOIN identity.duty ON duty.duty = account.duty
        LEFT JOIN reference.local_authority ON local_authority.authority_code = account.authority_code
        LEFT JOIN reference.district ON district.district_code = account.district_code
        LEFT JOIN reference.province ON province.province_code = account.province_code
       WHERE account.user_name = welfare.principal();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF104', NULL, welfare.principal());
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.whoami() IS 'who is signed in, over which places, and what they may do (IS4)';

RESET ROLE;
ALTER FUNCTION identity.whoami() OWNER TO welfare_writer;
REVOKE ALL ON FUNCTION identity.take_turn(text), identity.account_or_next(text),
  identity.failures(bigint, identity.attempt_kind, bigint, integer), identity.standing(bigint), identity.login(text, text),
  identity.check_token(text), identity.attach(text), identity.logout(text), identity.revoke_sessions(bigint, text),
  identity.whoami() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.standing(bigint) TO welfare_writer;
GRANT EXECUTE ON FUNCTION identity.login(text, text) TO welfare_app;
-- Whoever is a user already may become another in the same transaction, given that one's token.
GRANT EXECUTE ON FUNCTION identity.check_token(text), identity.attach(text), identity.logout(text)
  TO welfare_app, welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority,
     welfare_treasury, welfare_civil, welfare_bank, welfare_portal;
GRANT EXECUTE ON FUNCTION identity.whoami()
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority,
     welfare_treasury, welfare_civil, welfare_bank, welfare_portal;

COMMIT;

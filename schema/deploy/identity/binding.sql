-- AQ: BI tools and other programs that log in with a database role of their own, bound to a user.
-- A DBA runs these: they alter roles, with the DBA's own rights.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The setting of every kind of scope, and of who is asking, that a bound role carries.
-- Parameters: user. Answers no row for an unknown or disabled one.
CREATE FUNCTION identity.settings_of(user_name text) RETURNS TABLE (setting text, value text)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT wanted.setting, wanted.value
      FROM identity.user_account AS account
     CROSS JOIN LATERAL (VALUES
       ('welfare.principal', account.user_name),
       ('welfare.duty', account.duty),
       ('welfare.nation', CASE account.scope WHEN 'nation' THEN 'on' END),
       ('welfare.province_code', CASE account.scope WHEN 'province' THEN account.province_code::text END),
       ('welfare.district_code', CASE account.scope WHEN 'district' THEN account.district_code::text END),
       ('welfare.authority_code', CASE account.scope WHEN 'authority' THEN account.authority_code::text END)) AS wanted (setting, value)
     WHERE lower(account.user_name) = lower(settings_of.user_name COLLATE "C") AND account.disabled_at IS NULL
  $$;
COMMENT ON FUNCTION identity.settings_of(text) IS 'settings that a database role bound to a user carries';

-- Takes the user away from a database role: its settings, in this database and elsewhere, and its duty's role.
-- Parameters: role. Errors: those of ALTER ROLE and REVOKE.
CREATE FUNCTION identity.unbind_role(role_name name) RETURNS text
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    setting text;
    held name;
  BEGIN
    -- Two at once would fail on each other's rows in the catalogue.
    LOCK TABLE identity.duty IN SHARE ROW EXCLUSIVE MODE;
    FOREACH setting IN ARRAY ARRAY['welfare.principal', 'welfare.duty', 'welfare.nation', 'welfare.province_code',
                                   'welfare.district_code', 'welfare.authority_code'] LOOP
      EXECUTE format('ALTER ROLE %I RESET %I', unbind_role.role_name, setting);
      EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET %I', unbind_role.role_name, current_database(), setting);
    END LOOP;
    FOR held IN
      SELECT DISTINCT duty.role_name FROM identity.duty
        JOIN pg_roles AS held_role ON held_role.rolname = duty.role_name
        JOIN pg_auth_members AS membership ON membership.roleid = held_role.oid
        JOIN pg_roles AS member_role ON member_role.oid = membership.member
       WHERE member_role.rolname = unbind_role.role_name
    LOOP
      EXECUTE format('REVOKE %I FROM %I', held, unbind_role.role_name);
    END LOOP;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.unbind_role(name) IS 'takes the user away from a database role; run by a DBA';

-- Binds a database role to a user: from its next session on it acts as that user, over the user's scope, in the duty's role.
-- What it was bound to before is taken away. A change of the user's duty or scope needs binding anew (identity.bound_roles).
-- Parameters: role; user. Errors: WF10S a role that must not be bound, WF104 no such user or disabled, those of ALTER ROLE and GRANT.
CREATE FUNCTION identity.bind_role(role_name name, user_name text) RETURNS text
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    wanted record;
    granted name;
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles
                    WHERE rolname = bind_role.role_name AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls AND rolname !~ '^(welfare|pg)_') THEN
      PERFORM reference.refuse('WF10S', NULL, coalesce(bind_role.role_name::text, 'NULL'));
    END IF;
    SELECT duty.role_name INTO granted
      FROM identity.settings_of(bind_role.user_name) AS known
      JOIN identity.duty ON duty.duty = known.value
     WHERE known.setting = 'welfare.duty';
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF104', NULL, coalesce(left(bind_role.user_name, 60), 'NULL'));
    END IF;
    PERFORM identity.unbind_role(bind_role.role_name);
    FOR wanted IN SELECT known.setting, known.value FROM identity.settings_of(bind_role.user_name) AS known WHERE known.value IS NOT NULL LOOP
      EXECUTE format('ALTER ROLE %I IN DATABASE %I SET %I = %L', bind_role.role_name, current_database(), wanted.setting, wanted.value);
    END LOOP;
    EXECUTE format('GRANT %I TO %I', granted, bind_role.role_name);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION identity.bind_role(name, text) IS 'binds a database role to a user; run by a DBA';

-- Roles that are bound in this database, and whether each still carries what its user has: false after a change of
-- the user's duty or scope, or once the user is disabled.
CREATE FUNCTION identity.bound_roles() RETURNS TABLE (role_name name, user_name text, is_current boolean)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH carried AS (
      SELECT pg_roles.rolname, split_part(entry, '=', 1) AS setting, substr(entry, strpos(entry, '=') + 1) AS value
        FROM pg_db_role_setting
        JOIN pg_roles ON pg_roles.oid = pg_db_role_setting.setrole
       CROSS JOIN LATERAL unnest(pg_db_role_setting.setconfig) AS entry
       WHERE pg_db_role_setting.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND entry LIKE 'welfare.%'
         -- the login of what runs by itself is bound to no user
         AND pg_roles.rolname <> 'welfare_job'),
    bound AS (
      SELECT carried.rolname, carried.value AS user_name FROM carried WHERE carried.setting = 'welfare.principal')
    SELECT bound.rolname, bound.user_name,
           EXISTS (SELECT FROM identity.settings_of(bound.user_name))
           AND NOT EXISTS (SELECT FROM identity.settings_of(bound.user_name) AS wanted
                             FULL JOIN (SELECT * FROM carried WHERE carried.rolname = bound.rolname
                                           AND carried.setting NOT IN ('welfare.language', 'welfare.reason')) AS has ON has.setting = wanted.setting
                            WHERE wanted.value IS DISTINCT FROM has.value)
      FROM bound
     ORDER BY bound.rolname
  $$;
COMMENT ON FUNCTION identity.bound_roles() IS 'database roles bound to users, and whether each carries what its user has';

REVOKE ALL ON FUNCTION identity.settings_of(text), identity.unbind_role(name), identity.bind_role(name, text), identity.bound_roles() FROM PUBLIC;

COMMIT;

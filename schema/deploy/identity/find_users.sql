-- IS7: looking for users, each office below itself; looking never edits.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE identity.found_user AS (
  row_number bigint,
  user_name text,
  thai_id welfare.thai_id,
  full_name text,
  authority text,
  district text,
  province text,
  status text,
  last_login_at timestamptz,
  total bigint
);
COMMENT ON TYPE identity.found_user IS 'a row of a list of users (IS7)';

CREATE TYPE identity.shown_user AS (
  user_name text,
  duty text,
  duty_name text,
  agency text,
  authority_code integer,
  authority text,
  district_code integer,
  district text,
  province_code integer,
  province text,
  title text,
  first_name text,
  last_name text,
  thai_id welfare.thai_id,
  sex text,
  birth_date welfare.birth_date,
  email text,
  agency_address reference.address,
  offices text[],
  status text,
  locked_at timestamptz,
  reset_locked_at timestamptz,
  disabled_at timestamptz,
  last_login_at timestamptz,
  created_at timestamptz,
  created_by text
);
COMMENT ON TYPE identity.shown_user IS 'a user in full but for secrets';

-- Refuses sort keys that are not known, and pages that cannot be.
-- Parameters: keys in order, a leading - for descending; known keys; page; rows of a page. Errors: WF011, WF10P.
CREATE FUNCTION identity.refuse_paging(sort text[], known text[], page integer, page_size integer) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    key text;
  BEGIN
    FOREACH key IN ARRAY coalesce(sort, '{}') LOOP
      IF coalesce(key, '') <> ALL (known) THEN
        PERFORM reference.refuse('WF011', NULL, 'sort', left(coalesce(key, 'NULL'), 60), array_to_string(known, ', '));
      END IF;
    END LOOP;
    IF (page >= 1 AND page_size BETWEEN 1 AND 1000) IS NOT TRUE THEN
      PERFORM reference.refuse('WF10P', NULL, '1000');
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.refuse_paging(text[], text[], integer, integer) IS 'refuses unknown sort keys and impossible pages';

-- Users that match everything given, inside what the asker sees: administrators all, the department itself and below,
-- a province itself and what lies in it.
-- Parameters: beginning of the first name, of the surname; national ID; duty; codes of places; sort keys in order
-- (user_name, name, thai_id, each with - for descending), default by name; page, from 1; rows of a page, up to 1000.
-- Answers rows with the total of all pages; none when nothing is found (message WF009).
-- Errors: WF001, WF007 another duty, WF011 unknown sort key, WF10P.
CREATE FUNCTION identity.find_users(
    name text DEFAULT NULL,
    surname text DEFAULT NULL,
    thai_id welfare.thai_id DEFAULT NULL,
    duty text DEFAULT NULL,
    authority_code integer DEFAULT NULL,
    district_code integer DEFAULT NULL,
    province_code integer DEFAULT NULL,
    sort text[] DEFAULT '{}',
    page integer DEFAULT 1,
    page_size integer DEFAULT 20)
  RETURNS SETOF identity.found_user
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('administrator', 'department', 'province');
    PERFORM identity.refuse_paging(find_users.sort, ARRAY['user_name', '-user_name', 'name', '-name', 'thai_id', '-thai_id'],
                                   find_users.page, find_users.page_size);
    RETURN QUERY
      WITH matching AS (
        SELECT account.user_name, account.user_number, account.thai_id, account.title, account.first_name, account.last_name,
               account.authority_code, account.district_code, account.province_code, account.disabled_at,
               dense_rank() OVER (ORDER BY account.user_name) AS by_user_name,
               dense_rank() OVER (ORDER BY account.first_name COLLATE reference.thai, account.last_name COLLATE reference.thai) AS by_name,
               dense_rank() OVER (ORDER BY account.thai_id) AS by_thai_id,
               count(*) OVER () AS total
          FROM identity.user_account AS account
         WHERE (welfare.nation() IS NOT NULL OR account.province_code = welfare.province_code())
           AND (find_users.name IS NULL OR starts_with(account.first_name, welfare.normalise_thai(find_users.name)))
           AND (find_users.surname IS NULL OR starts_with(account.last_name, welfare.normalise_thai(find_users.surname)))
           AND (find_users.thai_id IS NULL OR account.thai_id = find_users.thai_id)
           AND (find_users.duty IS NULL OR account.duty = find_users.duty)
           AND (find_users.authority_code IS NULL OR account.authority_code = find_users.authority_code)
           AND (find_users.district_code IS NULL OR account.district_code = find_users.district_code)
           AND (find_users.province_code IS NULL OR account.province_code = find_users.province_code)),
      ordered AS (
        SELECT matching.*,
               row_number() OVER (ORDER BY
                 (SELECT array_agg(CASE key WHEN 'user_name' THEN matching.by_user_name WHEN '-user_name' THEN -matching.by_user_name
                                            WHEN 'name' THEN matching.by_name WHEN '-name' THEN -matching.by_name
                                            WHEN 'thai_id' THEN matching.by_thai_id WHEN '-thai_id' THEN -matching.by_thai_id END
                                   ORDER BY place)
                    FROM unnest(find_users.sort) WITH ORDINALITY AS wanted (key, place)),
                 matching.by_name, matching.by_user_name) AS row_number
          FROM matching),
      shown AS (
        SELECT * FROM ordered
         WHERE ordered.row_number > (find_users.page - 1)::bigint * find_users.page_size
           AND ordered.row_number <= find_users.page::bigint * find_users.page_size)
      SELECT shown.row_number, shown.user_name, shown.thai_id, concat(shown.title, shown.first_name, ' ', shown.last_name),
             local_authority.name_thai, district.name_thai, province.name_thai,
             identity.status_name(shown.disabled_at, standing.locked_at), standing.last_login_at, shown.total
        FROM shown
       CROSS JOIN LATERAL identity.standing(shown.user_number) AS standing
        LEFT JOIN reference.local_authority ON local_authority.authority_code = shown.authority_code
        LEFT JOIN reference.district ON district.district_code = shown.district_code
        LEFT JOIN reference.province ON province.province_code = shown.province_code
       ORDER BY shown.row_number;
  END
  $$;
COMMENT ON FUNCTION identity.find_users(text, text, welfare.thai_id, text, integer, integer, integer, text[], integer, integer) IS 'users that match, below who asks, by pages (IS7)';

-- What lists call a user's state, in the session's language. Parameters: since when disabled, since when locked; NULL: not.
CREATE FUNCTION identity.status_name(disabled_at timestamptz, locked_at timestamptz) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE welfare.language() WHEN 'en' THEN label.name_english ELSE label.name_thai END
      FROM reference.label
     WHERE label.kind = 'user_status'
       AND label.value = CASE WHEN disabled_at IS NOT NULL THEN 'disabled' WHEN locked_at IS NOT NULL THEN 'locked' ELSE 'ready' END
  $$;
COMMENT ON FUNCTION identity.status_name(timestamptz, timestamptz) IS 'what lists call a user''s state';

-- A user whom find_users finds, in full but for secrets, to look at.
-- Parameters: user. Errors: WF001, WF007 another duty, WF104 no such user in the asker's sight.
CREATE FUNCTION identity.user_detail(user_name text)
  RETURNS SETOF identity.shown_user
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('administrator', 'department', 'province');
    RETURN QUERY
      SELECT account.user_name, account.duty, CASE welfare.language() WHEN 'en' THEN duty.name_english ELSE duty.name_thai END,
             account.agency, account.authority_code, local_authority.name_thai, account.district_code::integer, district.name_thai,
             account.province_code::integer, province.name_thai, account.title, account.first_name, account.last_name,
             account.thai_id, account.sex, account.birth_date, account.email, account.agency_address,
             identity.offices_of(account.user_name), identity.status_name(account.disabled_at, standing.locked_at),
             standing.locked_at, standing.reset_locked_at, account.disabled_at, standing.last_login_at, account.created_at, account.created_by
        FROM identity.user_account AS account
        JOIN identity.duty ON duty.duty = account.duty
       CROSS JOIN LATERAL identity.standing(account.user_number) AS standing
        LEFT JOIN reference.local_authority ON local_authority.authority_code = account.authority_code
        LEFT JOIN reference.district ON district.district_code = account.district_code
        LEFT JOIN reference.province ON province.province_code = account.province_code
       WHERE lower(account.user_name) = lower(user_detail.user_name COLLATE "C")
         AND (welfare.nation() IS NOT NULL OR account.province_code = welfare.province_code());
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF104', NULL, coalesce(left(user_detail.user_name, 60), 'NULL'));
    END IF;
  END
  $$;
COMMENT ON FUNCTION identity.user_detail(text) IS 'a user below who asks, to look at';

RESET ROLE;
ALTER FUNCTION identity.find_users(text, text, welfare.thai_id, text, integer, integer, integer, text[], integer, integer) OWNER TO welfare_writer;
ALTER FUNCTION identity.user_detail(text) OWNER TO welfare_writer;
REVOKE ALL ON FUNCTION identity.refuse_paging(text[], text[], integer, integer), identity.status_name(timestamptz, timestamptz),
  identity.find_users(text, text, welfare.thai_id, text, integer, integer, integer, text[], integer, integer), identity.user_detail(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION identity.refuse_paging(text[], text[], integer, integer), identity.status_name(timestamptz, timestamptz) TO welfare_writer;
GRANT EXECUTE ON FUNCTION identity.find_users(text, text, welfare.thai_id, text, integer, integer, integer, text[], integer, integer),
  identity.user_detail(text) TO welfare_admin, welfare_department, welfare_province;

COMMIT;

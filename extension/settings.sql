
-- settings: who is asking, in which language, on which date

CREATE FUNCTION library_version() RETURNS text
  LANGUAGE C IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_library_version';
COMMENT ON FUNCTION library_version() IS 'version that the loaded library was built as; differs from the extension''s version until ALTER EXTENSION welfare UPDATE';

CREATE FUNCTION principal() RETURNS text
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_principal';
COMMENT ON FUNCTION principal() IS 'user on whose behalf the session acts, as a privileged role has set it; NULL when not set';

CREATE FUNCTION duty() RETURNS text
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_duty';
COMMENT ON FUNCTION duty() IS 'duty in which the user acts, as a privileged role has set it; NULL when not set';

CREATE FUNCTION reason() RETURNS text
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_reason';
COMMENT ON FUNCTION reason() IS 'order or request for which the session acts (setting welfare.reason), for the audit; NULL when none';

CREATE FUNCTION authority_code() RETURNS integer
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_authority_code';
COMMENT ON FUNCTION authority_code() IS 'seven-digit code of the local authority whose rows are seen, as a privileged role has set it; NULL when not set';

CREATE FUNCTION district_code() RETURNS integer
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_district_code';
COMMENT ON FUNCTION district_code() IS 'four-digit code of the district whose rows are seen, as a privileged role has set it; NULL when not set';

CREATE FUNCTION province_code() RETURNS integer
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_province_code';
COMMENT ON FUNCTION province_code() IS 'two-digit code of the province whose rows are seen, as a privileged role has set it; NULL when not set';

CREATE FUNCTION nation() RETURNS boolean
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_nation';
COMMENT ON FUNCTION nation() IS 'true when a privileged role has given sight of the whole nation; NULL when not';

CREATE FUNCTION language() RETURNS text
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_language_name';
COMMENT ON FUNCTION language() IS 'language of messages: th or en (setting welfare.language)';

CREATE FUNCTION business_date() RETURNS date
  LANGUAGE C STABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_business_date';
COMMENT ON FUNCTION business_date() IS 'date that rules and jobs take for today: the setting welfare.business_date, or today in Asia/Bangkok';

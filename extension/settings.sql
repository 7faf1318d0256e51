CREATE FUNCTION library_version() RETURNS text
  LANGUAGE C IMMUTABLE PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_library_version';

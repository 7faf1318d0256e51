
-- reading words of a form without raising

CREATE FUNCTION try_birth_date(text) RETURNS birth_date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_try_birth_date';
COMMENT ON FUNCTION try_birth_date(text) IS 'birth date that a text means; NULL where the type would refuse it';

CREATE FUNCTION try_thai_date(text) RETURNS date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_try_thai_date';
COMMENT ON FUNCTION try_thai_date(text) IS 'date that a text means; NULL where parse_thai_date would refuse it';

CREATE FUNCTION try_facts(text) RETURNS facts
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_try_facts';
COMMENT ON FUNCTION try_facts(text) IS 'facts that a text means; NULL where the type would refuse it';


-- birth_date: a birth date of which the day, or day and month, may be unknown

CREATE TYPE birth_date;

CREATE FUNCTION birth_date_in(cstring) RETURNS birth_date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_birth_date_in';

CREATE FUNCTION birth_date_out(birth_date) RETURNS cstring
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_birth_date_out';

CREATE FUNCTION birth_date_recv(internal) RETURNS birth_date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_birth_date_recv';

CREATE FUNCTION birth_date_send(birth_date) RETURNS bytea
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE
  AS 'int4send';

CREATE TYPE birth_date (
  INPUT = birth_date_in,
  OUTPUT = birth_date_out,
  RECEIVE = birth_date_recv,
  SEND = birth_date_send,
  LIKE = pg_catalog.int4
);

COMMENT ON TYPE birth_date IS
  'birth date, possibly without day or without day and month: ''1936-02-15'', ''1947-07-XX'', ''00/00/2480''';
COMMENT ON FUNCTION birth_date_in(cstring) IS 'I/O';
COMMENT ON FUNCTION birth_date_out(birth_date) IS 'I/O';
COMMENT ON FUNCTION birth_date_recv(internal) IS 'I/O';
COMMENT ON FUNCTION birth_date_send(birth_date) IS 'I/O';

-- The number that is stored sorts by year, month and day, so integer's own functions
-- compare and hash it. They reveal nothing about it, hence LEAKPROOF.

CREATE FUNCTION birth_date_lt(birth_date, birth_date) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'int4lt';

CREATE FUNCTION birth_date_le(birth_date, birth_date) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'int4le';

CREATE FUNCTION birth_date_eq(birth_date, birth_date) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'int4eq';

CREATE FUNCTION birth_date_ne(birth_date, birth_date) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'int4ne';

CREATE FUNCTION birth_date_ge(birth_date, birth_date) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'int4ge';

CREATE FUNCTION birth_date_gt(birth_date, birth_date) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'int4gt';

CREATE FUNCTION birth_date_cmp(birth_date, birth_date) RETURNS integer
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'btint4cmp';

CREATE FUNCTION birth_date_hash(birth_date) RETURNS integer
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'hashint4';

CREATE FUNCTION birth_date_hash_extended(birth_date, bigint) RETURNS bigint
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF
  AS 'hashint4extended';

CREATE FUNCTION birth_date_smaller(birth_date, birth_date) RETURNS birth_date
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE
  AS 'int4smaller';

CREATE FUNCTION birth_date_larger(birth_date, birth_date) RETURNS birth_date
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE
  AS 'int4larger';

COMMENT ON FUNCTION birth_date_lt(birth_date, birth_date) IS 'implementation of < operator';
COMMENT ON FUNCTION birth_date_le(birth_date, birth_date) IS 'implementation of <= operator';
COMMENT ON FUNCTION birth_date_eq(birth_date, birth_date) IS 'implementation of = operator';
COMMENT ON FUNCTION birth_date_ne(birth_date, birth_date) IS 'implementation of <> operator';
COMMENT ON FUNCTION birth_date_ge(birth_date, birth_date) IS 'implementation of >= operator';
COMMENT ON FUNCTION birth_date_gt(birth_date, birth_date) IS 'implementation of > operator';
COMMENT ON FUNCTION birth_date_cmp(birth_date, birth_date) IS 'less-equal-greater';
COMMENT ON FUNCTION birth_date_hash(birth_date) IS 'hash';
COMMENT ON FUNCTION birth_date_hash_extended(birth_date, bigint) IS 'hash';
COMMENT ON FUNCTION birth_date_smaller(birth_date, birth_date) IS 'smaller of two';
COMMENT ON FUNCTION birth_date_larger(birth_date, birth_date) IS 'larger of two';

CREATE OPERATOR < (
  LEFTARG = birth_date,
  RIGHTARG = birth_date,
  FUNCTION = birth_date_lt,
  COMMUTATOR = >,
  NEGATOR = >=,
  RESTRICT = scalarltsel,
  JOIN = scalarltjoinsel
);

CREATE OPERATOR <= (
  LEFTARG = birth_date,
  RIGHTARG = birth_date,
  FUNCTION = birth_date_le,
  COMMUTATOR = >=,
  NEGATOR = >,
  RESTRICT = scalarlesel,
  JOIN = scalarlejoinsel
);

CREATE OPERATOR = (
  LEFTARG = birth_date,
  RIGHTARG = birth_date,
  FUNCTION = birth_date_eq,
  COMMUTATOR = =,
  NEGATOR = <>,
  RESTRICT = eqsel,
  JOIN = eqjoinsel,
  HASHES,
  MERGES
);

CREATE OPERATOR <> (
  LEFTARG = birth_date,
  RIGHTARG = birth_date,
  FUNCTION = birth_date_ne,
  COMMUTATOR = <>,
  NEGATOR = =,
  RESTRICT = neqsel,
  JOIN = neqjoinsel
);

CREATE OPERATOR >= (
  LEFTARG = birth_date,
  RIGHTARG = birth_date,
  FUNCTION = birth_date_ge,
  COMMUTATOR = <=,
  NEGATOR = <,
  RESTRICT = scalargesel,
  JOIN = scalargejoinsel
);

CREATE OPERATOR > (
  LEFTARG = birth_date,
  RIGHTARG = birth_date,
  FUNCTION = birth_date_gt,
  COMMUTATOR = <,
  NEGATOR = <=,
  RESTRICT = scalargtsel,
  JOIN = scalargtjoinsel
);

COMMENT ON OPERATOR < (birth_date, birth_date) IS 'less than';
COMMENT ON OPERATOR <= (birth_date, birth_date) IS 'less than or equal';
COMMENT ON OPERATOR = (birth_date, birth_date) IS 'equal';
COMMENT ON OPERATOR <> (birth_date, birth_date) IS 'not equal';
COMMENT ON OPERATOR >= (birth_date, birth_date) IS 'greater than or equal';
COMMENT ON OPERATOR > (birth_date, birth_date) IS 'greater than';

CREATE OPERATOR CLASS birth_date_ops DEFAULT FOR TYPE birth_date USING btree AS
  OPERATOR 1 <,
  OPERATOR 2 <=,
  OPERATOR 3 =,
  OPERATOR 4 >=,
  OPERATOR 5 >,
  FUNCTION 1 birth_date_cmp(birth_date, birth_date),
  FUNCTION 2 pg_catalog.btint4sortsupport(internal),
  FUNCTION 4 pg_catalog.btequalimage(oid);

CREATE OPERATOR CLASS birth_date_ops DEFAULT FOR TYPE birth_date USING hash AS
  OPERATOR 1 =,
  FUNCTION 1 birth_date_hash(birth_date),
  FUNCTION 2 birth_date_hash_extended(birth_date, bigint);

COMMENT ON OPERATOR CLASS birth_date_ops USING btree IS
  'order by stored year, month and day, an unknown part before the known ones';
COMMENT ON OPERATOR CLASS birth_date_ops USING hash IS
  'hash of stored year, month and day';
COMMENT ON OPERATOR FAMILY birth_date_ops USING btree IS
  'order by stored year, month and day, an unknown part before the known ones';
COMMENT ON OPERATOR FAMILY birth_date_ops USING hash IS
  'hash of stored year, month and day';

CREATE AGGREGATE min(birth_date) (
  SFUNC = birth_date_smaller,
  STYPE = birth_date,
  COMBINEFUNC = birth_date_smaller,
  SORTOP = <,
  PARALLEL = SAFE
);

CREATE AGGREGATE max(birth_date) (
  SFUNC = birth_date_larger,
  STYPE = birth_date,
  COMBINEFUNC = birth_date_larger,
  SORTOP = >,
  PARALLEL = SAFE
);

COMMENT ON AGGREGATE min(birth_date) IS 'minimum value of all birth_date input values';
COMMENT ON AGGREGATE max(birth_date) IS 'maximum value of all birth_date input values';

CREATE FUNCTION birth_date(date) RETURNS birth_date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_birth_date_of_date';

CREATE CAST (date AS birth_date) WITH FUNCTION birth_date(date);

COMMENT ON FUNCTION birth_date(date) IS 'convert date to birth_date';
COMMENT ON CAST (date AS birth_date) IS 'convert date to birth_date';

-- What depends on the setting welfare.unknown_birth_before_2484 is STABLE; with the rule as
-- last argument, 'april' or 'january', it depends on its arguments alone.

CREATE FUNCTION legal_birth_date(birth_date) RETURNS date
  LANGUAGE C STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_legal_birth_date';

CREATE FUNCTION legal_birth_date(birth_date, unknown_rule text) RETURNS date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_legal_birth_date_by_rule';

CREATE FUNCTION completes_age_on(birth_date, age integer) RETURNS date
  LANGUAGE C STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_completes_age_on';

CREATE FUNCTION completes_age_on(birth_date, age integer, unknown_rule text) RETURNS date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_completes_age_on_by_rule';

CREATE FUNCTION first_month(birth_date, age integer) RETURNS date
  LANGUAGE C STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_first_month';

CREATE FUNCTION first_month(birth_date, age integer, unknown_rule text) RETURNS date
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_first_month_by_rule';

CREATE FUNCTION age_on(birth_date, date) RETURNS integer
  LANGUAGE C STABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_age_on';

CREATE FUNCTION age_on(birth_date, date, unknown_rule text) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_age_on_by_rule';

COMMENT ON FUNCTION legal_birth_date(birth_date) IS
  'day that counts as the day of birth';
COMMENT ON FUNCTION legal_birth_date(birth_date, text) IS
  'day that counts as the day of birth; a year alone before B.E. 2484 begins in april or january';
COMMENT ON FUNCTION completes_age_on(birth_date, integer) IS
  'day at whose end an age in years is complete: the day before the birthday';
COMMENT ON FUNCTION completes_age_on(birth_date, integer, text) IS
  'day at whose end an age in years is complete: the day before the birthday; a year alone before B.E. 2484 begins in april or january';
COMMENT ON FUNCTION first_month(birth_date, integer) IS
  'first day of the month after an age in years is complete';
COMMENT ON FUNCTION first_month(birth_date, integer, text) IS
  'first day of the month after an age in years is complete; a year alone before B.E. 2484 begins in april or january';
COMMENT ON FUNCTION age_on(birth_date, date) IS
  'age in years complete at the end of a day, null before the legal day of birth';
COMMENT ON FUNCTION age_on(birth_date, date, text) IS
  'age in years complete at the end of a day, null before the legal day of birth; a year alone before B.E. 2484 begins in april or january';

CREATE FUNCTION birth_date_precision(birth_date) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_birth_date_precision';

CREATE FUNCTION be_birth_year(birth_date) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_be_birth_year';

CREATE FUNCTION format_birth_date(birth_date, style text) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_format_birth_date';

CREATE FUNCTION format_birth_date(birth_date) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_format_birth_date_long';

COMMENT ON FUNCTION birth_date_precision(birth_date) IS
  'what is known of a birth date: day, month or year';
COMMENT ON FUNCTION be_birth_year(birth_date) IS
  'Buddhist-era year of birth, by the calendar then in force';
COMMENT ON FUNCTION format_birth_date(birth_date, text) IS
  'format birth date in Thai and the Buddhist era; styles long, long_thai, short, numeric, numeric_thai';
COMMENT ON FUNCTION format_birth_date(birth_date) IS
  'format birth date in Thai and the Buddhist era, in full';


-- ---------------------------------------------------------------------------
-- rate_ladder: the monthly amount from each age on (RC8)
-- ---------------------------------------------------------------------------

CREATE TYPE rate_ladder;

CREATE FUNCTION rate_ladder_in(cstring) RETURNS rate_ladder
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_in';
CREATE FUNCTION rate_ladder_out(rate_ladder) RETURNS cstring
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_out';
CREATE FUNCTION rate_ladder_recv(internal) RETURNS rate_ladder
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_recv';
CREATE FUNCTION rate_ladder_send(rate_ladder) RETURNS bytea
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_send';

-- Plain storage: a ladder is small, and is then read where it lies.
CREATE TYPE rate_ladder (
  INPUT = rate_ladder_in,
  OUTPUT = rate_ladder_out,
  RECEIVE = rate_ladder_recv,
  SEND = rate_ladder_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = double,
  STORAGE = plain
);

COMMENT ON TYPE rate_ladder IS 'monthly amount in baht from each age on, ''60:600,70:700,80:800,90:1000''';
COMMENT ON FUNCTION rate_ladder_in(cstring) IS 'I/O';
COMMENT ON FUNCTION rate_ladder_out(rate_ladder) IS 'I/O';
COMMENT ON FUNCTION rate_ladder_recv(internal) IS 'I/O';
COMMENT ON FUNCTION rate_ladder_send(rate_ladder) IS 'I/O';

CREATE FUNCTION ladder_amount(ladder rate_ladder, age integer) RETURNS numeric
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_amount';
CREATE FUNCTION ladder_step(ladder rate_ladder, age integer) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_step';
CREATE FUNCTION ladder_steps(ladder rate_ladder) RETURNS TABLE (from_age integer, amount numeric)
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 4 AS 'MODULE_PATHNAME', 'rate_ladder_steps';

COMMENT ON FUNCTION ladder_amount(rate_ladder, integer) IS 'baht a month at an age in complete years; NULL below the first step';
COMMENT ON FUNCTION ladder_step(rate_ladder, integer) IS 'age at which the step in force at an age begins; NULL below the first step';
COMMENT ON FUNCTION ladder_steps(rate_ladder) IS 'steps of a ladder, by age';

CREATE OPERATOR @ (LEFTARG = rate_ladder, RIGHTARG = integer, FUNCTION = ladder_amount);
COMMENT ON OPERATOR @ (rate_ladder, integer) IS 'baht a month at an age in complete years';

CREATE FUNCTION rate_ladder_eq(rate_ladder, rate_ladder) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_eq';
CREATE FUNCTION rate_ladder_ne(rate_ladder, rate_ladder) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_ne';
CREATE FUNCTION rate_ladder_lt(rate_ladder, rate_ladder) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_lt';
CREATE FUNCTION rate_ladder_le(rate_ladder, rate_ladder) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_le';
CREATE FUNCTION rate_ladder_gt(rate_ladder, rate_ladder) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_gt';
CREATE FUNCTION rate_ladder_ge(rate_ladder, rate_ladder) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_ge';
CREATE FUNCTION rate_ladder_cmp(rate_ladder, rate_ladder) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_cmp';
CREATE FUNCTION rate_ladder_hash(rate_ladder) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_hash';
CREATE FUNCTION rate_ladder_hash_extended(rate_ladder, bigint) RETURNS bigint
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'rate_ladder_hash_extended';

COMMENT ON FUNCTION rate_ladder_eq(rate_ladder, rate_ladder) IS 'implementation of = operator';
COMMENT ON FUNCTION rate_ladder_ne(rate_ladder, rate_ladder) IS 'implementation of <> operator';
COMMENT ON FUNCTION rate_ladder_lt(rate_ladder, rate_ladder) IS 'implementation of < operator';
COMMENT ON FUNCTION rate_ladder_le(rate_ladder, rate_ladder) IS 'implementation of <= operator';
COMMENT ON FUNCTION rate_ladder_gt(rate_ladder, rate_ladder) IS 'implementation of > operator';
COMMENT ON FUNCTION rate_ladder_ge(rate_ladder, rate_ladder) IS 'implementation of >= operator';
COMMENT ON FUNCTION rate_ladder_cmp(rate_ladder, rate_ladder) IS 'less-equal-greater';
COMMENT ON FUNCTION rate_ladder_hash(rate_ladder) IS 'hash';
COMMENT ON FUNCTION rate_ladder_hash_extended(rate_ladder, bigint) IS 'hash';

CREATE OPERATOR = (
  LEFTARG = rate_ladder, RIGHTARG = rate_ladder, FUNCTION = rate_ladder_eq,
  COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
  LEFTARG = rate_ladder, RIGHTARG = rate_ladder, FUNCTION = rate_ladder_ne,
  COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
  LEFTARG = rate_ladder, RIGHTARG = rate_ladder, FUNCTION = rate_ladder_lt,
  COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
  LEFTARG = rate_ladder, RIGHTARG = rate_ladder, FUNCTION = rate_ladder_le,
  COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
  LEFTARG = rate_ladder, RIGHTARG = rate_ladder, FUNCTION = rate_ladder_gt,
  COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
  LEFTARG = rate_ladder, RIGHTARG = rate_ladder, FUNCTION = rate_ladder_ge,
  COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

COMMENT ON OPERATOR = (rate_ladder, rate_ladder) IS 'equal';
COMMENT ON OPERATOR <> (rate_ladder, rate_ladder) IS 'not equal';
COMMENT ON OPERATOR < (rate_ladder, rate_ladder) IS 'less than';
COMMENT ON OPERATOR <= (rate_ladder, rate_ladder) IS 'less than or equal';
COMMENT ON OPERATOR > (rate_ladder, rate_ladder) IS 'greater than';
COMMENT ON OPERATOR >= (rate_ladder, rate_ladder) IS 'greater than or equal';

CREATE OPERATOR CLASS rate_ladder_ops DEFAULT FOR TYPE rate_ladder USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 rate_ladder_cmp(rate_ladder, rate_ladder),
  FUNCTION 4 btequalimage(oid);
CREATE OPERATOR CLASS rate_ladder_ops DEFAULT FOR TYPE rate_ladder USING hash AS
  OPERATOR 1 =,
  FUNCTION 1 rate_ladder_hash(rate_ladder),
  FUNCTION 2 rate_ladder_hash_extended(rate_ladder, bigint);

COMMENT ON OPERATOR CLASS rate_ladder_ops USING btree IS 'order for sorting rate_ladder, step by step';
COMMENT ON OPERATOR CLASS rate_ladder_ops USING hash IS 'equality of rate_ladder';
COMMENT ON OPERATOR FAMILY rate_ladder_ops USING btree IS 'order for sorting rate_ladder, step by step';
COMMENT ON OPERATOR FAMILY rate_ladder_ops USING hash IS 'equality of rate_ladder';

/* thai_id: the national ID of 13 digits (RC1, DC5) */

CREATE TYPE thai_id;

CREATE FUNCTION thai_id_in(cstring) RETURNS thai_id
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_id_in';
COMMENT ON FUNCTION thai_id_in(cstring) IS 'I/O';

CREATE FUNCTION thai_id_out(thai_id) RETURNS cstring
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_id_out';
COMMENT ON FUNCTION thai_id_out(thai_id) IS 'I/O';

CREATE FUNCTION thai_id_recv(internal) RETURNS thai_id
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_id_recv';
COMMENT ON FUNCTION thai_id_recv(internal) IS 'I/O';

CREATE FUNCTION thai_id_send(thai_id) RETURNS bytea
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE
  AS 'int8send';
COMMENT ON FUNCTION thai_id_send(thai_id) IS 'I/O';

CREATE TYPE thai_id (
  INPUT = thai_id_in,
  OUTPUT = thai_id_out,
  RECEIVE = thai_id_recv,
  SEND = thai_id_send,
  LIKE = pg_catalog.int8
);
COMMENT ON TYPE thai_id IS 'national ID of 13 digits with a right check digit, 8-byte storage';

-- thai_id: casts. Those to and from text replace the automatic ones, of which the first
-- would also be taken in assignments.

CREATE CAST (thai_id AS text) WITH INOUT;
COMMENT ON CAST (thai_id AS text) IS 'convert thai_id to text';

CREATE CAST (text AS thai_id) WITH INOUT;
COMMENT ON CAST (text AS thai_id) IS 'convert text to thai_id';

CREATE CAST (thai_id AS bigint) WITHOUT FUNCTION;
COMMENT ON CAST (thai_id AS bigint) IS 'convert thai_id to bigint';

CREATE FUNCTION thai_id_from_bigint(bigint) RETURNS thai_id
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_id_from_bigint';
COMMENT ON FUNCTION thai_id_from_bigint(bigint) IS 'convert bigint to thai_id; leading zeros are implied';

CREATE CAST (bigint AS thai_id) WITH FUNCTION thai_id_from_bigint(bigint);
COMMENT ON CAST (bigint AS thai_id) IS 'convert bigint to thai_id';

-- thai_id: comparison. LEAKPROOF, or row security would keep equality off the index.

CREATE FUNCTION thai_id_eq(thai_id, thai_id) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'int8eq';
COMMENT ON FUNCTION thai_id_eq(thai_id, thai_id) IS 'implementation of = operator';

CREATE FUNCTION thai_id_ne(thai_id, thai_id) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'int8ne';
COMMENT ON FUNCTION thai_id_ne(thai_id, thai_id) IS 'implementation of <> operator';

CREATE FUNCTION thai_id_lt(thai_id, thai_id) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'int8lt';
COMMENT ON FUNCTION thai_id_lt(thai_id, thai_id) IS 'implementation of < operator';

CREATE FUNCTION thai_id_le(thai_id, thai_id) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'int8le';
COMMENT ON FUNCTION thai_id_le(thai_id, thai_id) IS 'implementation of <= operator';

CREATE FUNCTION thai_id_gt(thai_id, thai_id) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'int8gt';
COMMENT ON FUNCTION thai_id_gt(thai_id, thai_id) IS 'implementation of > operator';

CREATE FUNCTION thai_id_ge(thai_id, thai_id) RETURNS boolean
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'int8ge';
COMMENT ON FUNCTION thai_id_ge(thai_id, thai_id) IS 'implementation of >= operator';

CREATE FUNCTION thai_id_cmp(thai_id, thai_id) RETURNS integer
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'btint8cmp';
COMMENT ON FUNCTION thai_id_cmp(thai_id, thai_id) IS 'less-equal-greater';

CREATE FUNCTION thai_id_hash(thai_id) RETURNS integer
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'hashint8';
COMMENT ON FUNCTION thai_id_hash(thai_id) IS 'hash';

CREATE FUNCTION thai_id_hash_extended(thai_id, bigint) RETURNS bigint
  LANGUAGE internal IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE
  AS 'hashint8extended';
COMMENT ON FUNCTION thai_id_hash_extended(thai_id, bigint) IS 'hash';

CREATE OPERATOR = (
  FUNCTION = thai_id_eq,
  LEFTARG = thai_id,
  RIGHTARG = thai_id,
  COMMUTATOR = =,
  NEGATOR = <>,
  RESTRICT = eqsel,
  JOIN = eqjoinsel,
  HASHES,
  MERGES
);
COMMENT ON OPERATOR = (thai_id, thai_id) IS 'equal';

CREATE OPERATOR <> (
  FUNCTION = thai_id_ne,
  LEFTARG = thai_id,
  RIGHTARG = thai_id,
  COMMUTATOR = <>,
  NEGATOR = =,
  RESTRICT = neqsel,
  JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (thai_id, thai_id) IS 'not equal';

CREATE OPERATOR < (
  FUNCTION = thai_id_lt,
  LEFTARG = thai_id,
  RIGHTARG = thai_id,
  COMMUTATOR = >,
  NEGATOR = >=,
  RESTRICT = scalarltsel,
  JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (thai_id, thai_id) IS 'less than';

CREATE OPERATOR <= (
  FUNCTION = thai_id_le,
  LEFTARG = thai_id,
  RIGHTARG = thai_id,
  COMMUTATOR = >=,
  NEGATOR = >,
  RESTRICT = scalarlesel,
  JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (thai_id, thai_id) IS 'less than or equal';

CREATE OPERATOR > (
  FUNCTION = thai_id_gt,
  LEFTARG = thai_id,
  RIGHTARG = thai_id,
  COMMUTATOR = <,
  NEGATOR = <=,
  RESTRICT = scalargtsel,
  JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (thai_id, thai_id) IS 'greater than';

CREATE OPERATOR >= (
  FUNCTION = thai_id_ge,
  LEFTARG = thai_id,
  RIGHTARG = thai_id,
  COMMUTATOR = <=,
  NEGATOR = <,
  RESTRICT = scalargesel,
  JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (thai_id, thai_id) IS 'greater than or equal';

-- thai_id: access methods

CREATE OPERATOR CLASS btree_thai_id_ops DEFAULT FOR TYPE thai_id USING btree AS
  OPERATOR 1 <,
  OPERATOR 2 <=,
  OPERATOR 3 =,
  OPERATOR 4 >=,
  OPERATOR 5 >,
  FUNCTION 1 thai_id_cmp(thai_id, thai_id),
  FUNCTION 2 btint8sortsupport(internal),
  FUNCTION 4 btequalimage(oid);
COMMENT ON OPERATOR CLASS btree_thai_id_ops USING btree IS 'thai_id operators for btree';
COMMENT ON OPERATOR FAMILY btree_thai_id_ops USING btree IS 'thai_id operators for btree';

-- Also what makes hash joins, hash aggregates and hash partitions possible; it must never
-- change, or rows would be looked for in other partitions.
CREATE OPERATOR CLASS hash_thai_id_ops DEFAULT FOR TYPE thai_id USING hash AS
  OPERATOR 1 =,
  FUNCTION 1 thai_id_hash(thai_id),
  FUNCTION 2 thai_id_hash_extended(thai_id, bigint);
COMMENT ON OPERATOR CLASS hash_thai_id_ops USING hash IS 'thai_id operators for hash';
COMMENT ON OPERATOR FAMILY hash_thai_id_ops USING hash IS 'thai_id operators for hash';

CREATE OPERATOR CLASS thai_id_minmax_ops DEFAULT FOR TYPE thai_id USING brin AS
  OPERATOR 1 <,
  OPERATOR 2 <=,
  OPERATOR 3 =,
  OPERATOR 4 >=,
  OPERATOR 5 >,
  FUNCTION 1 brin_minmax_opcinfo(internal),
  FUNCTION 2 brin_minmax_add_value(internal, internal, internal, internal),
  FUNCTION 3 brin_minmax_consistent(internal, internal, internal),
  FUNCTION 4 brin_minmax_union(internal, internal, internal);
COMMENT ON OPERATOR CLASS thai_id_minmax_ops USING brin IS 'thai_id operators for BRIN minmax';
COMMENT ON OPERATOR FAMILY thai_id_minmax_ops USING brin IS 'thai_id operators for BRIN minmax';

-- thai_id: aggregates

CREATE FUNCTION thai_id_smaller(thai_id, thai_id) RETURNS thai_id
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE
  AS 'int8smaller';
COMMENT ON FUNCTION thai_id_smaller(thai_id, thai_id) IS 'smaller of two';

CREATE AGGREGATE min(thai_id) (
  SFUNC = thai_id_smaller,
  STYPE = thai_id,
  COMBINEFUNC = thai_id_smaller,
  SORTOP = <,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE min(thai_id) IS 'minimum value of all thai_id input values';

CREATE FUNCTION thai_id_larger(thai_id, thai_id) RETURNS thai_id
  LANGUAGE internal IMMUTABLE STRICT PARALLEL SAFE
  AS 'int8larger';
COMMENT ON FUNCTION thai_id_larger(thai_id, thai_id) IS 'larger of two';

CREATE AGGREGATE max(thai_id) (
  SFUNC = thai_id_larger,
  STYPE = thai_id,
  COMBINEFUNC = thai_id_larger,
  SORTOP = >,
  PARALLEL = SAFE
);
COMMENT ON AGGREGATE max(thai_id) IS 'maximum value of all thai_id input values';

-- thai_id: functions

CREATE FUNCTION format_thai_id(id thai_id) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_format_thai_id';
COMMENT ON FUNCTION format_thai_id(thai_id) IS 'national ID with dashes: 1-2345-67890-12-1';

CREATE FUNCTION mask_thai_id(id thai_id) RETURNS text
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_mask_thai_id';
COMMENT ON FUNCTION mask_thai_id(thai_id) IS 'national ID of which only the last four digits show: X-XXXX-XXXX0-12-1';

CREATE FUNCTION is_valid_thai_id(value text) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_is_valid_thai_id';
COMMENT ON FUNCTION is_valid_thai_id(text) IS 'is the text a national ID in any spelling that thai_id takes?';

CREATE FUNCTION try_thai_id(value text) RETURNS thai_id
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_try_thai_id';
COMMENT ON FUNCTION try_thai_id(text) IS 'convert text to thai_id, NULL where thai_id would refuse it';

CREATE FUNCTION thai_id_check_digit(digits text) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_id_check_digit';
COMMENT ON FUNCTION thai_id_check_digit(text) IS 'check digit that 12 digits ask for; of 13 the last is ignored';

CREATE FUNCTION thai_id_category(id thai_id) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_thai_id_category';
COMMENT ON FUNCTION thai_id_category(thai_id) IS
  'first digit of a national ID: 1 born Thai, registered in time; 2 born Thai, registered late; '
  '3 in a house register at the start in B.E. 2527; 4 moved during that start, without a number; '
  '5 added to the register later; 6 entered unlawfully or for a time; 7 child of category 6, born in Thailand; '
  '8 lawful alien or naturalised since; 0 juristic person, or person without civil status; 9 reserved. '
  'Tells how the number was given, never nationality or domicile';

CREATE FUNCTION thai_id_lookalikes(id thai_id) RETURNS SETOF thai_id
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 9
  AS 'MODULE_PATHNAME', 'welfare_thai_id_lookalikes';
COMMENT ON FUNCTION thai_id_lookalikes(thai_id) IS 'the nine other national IDs that differ only in the third digit, which the check digit never catches';


-- ---------------------------------------------------------------------------
-- facts: what is known of a person, true or false; everything else is unknown
-- ---------------------------------------------------------------------------

CREATE TYPE facts;

CREATE FUNCTION facts_in(cstring) RETURNS facts
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_in';
CREATE FUNCTION facts_out(facts) RETURNS cstring
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_out';
CREATE FUNCTION facts_recv(internal) RETURNS facts
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_recv';
CREATE FUNCTION facts_send(facts) RETURNS bytea
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_send';

CREATE TYPE facts (
  INPUT = facts_in,
  OUTPUT = facts_out,
  RECEIVE = facts_recv,
  SEND = facts_send,
  INTERNALLENGTH = 16,
  ALIGNMENT = double,
  STORAGE = plain
);

COMMENT ON TYPE facts IS 'what is known of a person, ''{thai_nationality,aged_60,!state_pension}''';
COMMENT ON FUNCTION facts_in(cstring) IS 'I/O';
COMMENT ON FUNCTION facts_out(facts) IS 'I/O';
COMMENT ON FUNCTION facts_recv(internal) IS 'I/O';
COMMENT ON FUNCTION facts_send(facts) IS 'I/O';

-- Called for NULL too: array_agg() over no row answers NULL, and means no term.
CREATE FUNCTION facts(known_true text[], known_false text[]) RETURNS facts
  LANGUAGE C IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_make';
CREATE FUNCTION merge_facts(earlier facts, later facts) RETURNS facts
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_merged';
CREATE FUNCTION holds(facts facts, term text) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_hold';
CREATE FUNCTION forget_term(facts facts, term text) RETURNS facts
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_forget';
CREATE FUNCTION known_terms(facts facts) RETURNS TABLE (term text, held boolean)
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 8 AS 'MODULE_PATHNAME', 'facts_known_terms';
CREATE FUNCTION eligibility_terms() RETURNS TABLE ("position" integer, term text, meaning_thai text, meaning_english text, rules text)
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE ROWS 30 AS 'MODULE_PATHNAME', 'facts_vocabulary';

COMMENT ON FUNCTION facts(text[], text[]) IS 'facts from the terms known to be true and those known to be false';
COMMENT ON FUNCTION merge_facts(facts, facts) IS 'what both know; where they differ, what the later one knows';
COMMENT ON FUNCTION holds(facts, text) IS 'is the term true? NULL where it is unknown';
COMMENT ON FUNCTION forget_term(facts, text) IS 'facts without what is known of the term';
COMMENT ON FUNCTION known_terms(facts) IS 'terms that are known, and whether they hold';
COMMENT ON FUNCTION eligibility_terms() IS 'vocabulary of facts and rules: bit, term, meaning, rules served';

CREATE OPERATOR || (LEFTARG = facts, RIGHTARG = facts, FUNCTION = merge_facts);
CREATE OPERATOR ? (LEFTARG = facts, RIGHTARG = text, FUNCTION = holds);
CREATE OPERATOR - (LEFTARG = facts, RIGHTARG = text, FUNCTION = forget_term);

COMMENT ON OPERATOR || (facts, facts) IS 'merge; where they differ, the right side';
COMMENT ON OPERATOR ? (facts, text) IS 'is the term true? NULL where it is unknown';
COMMENT ON OPERATOR - (facts, text) IS 'forget the term';

CREATE FUNCTION facts_eq(facts, facts) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_eq';
CREATE FUNCTION facts_ne(facts, facts) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_ne';
CREATE FUNCTION facts_lt(facts, facts) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_lt';
CREATE FUNCTION facts_le(facts, facts) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_le';
CREATE FUNCTION facts_gt(facts, facts) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_gt';
CREATE FUNCTION facts_ge(facts, facts) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_ge';
CREATE FUNCTION facts_cmp(facts, facts) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_cmp';
CREATE FUNCTION facts_hash(facts) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_hash';
CREATE FUNCTION facts_hash_extended(facts, bigint) RETURNS bigint
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'facts_hash_extended';

COMMENT ON FUNCTION facts_eq(facts, facts) IS 'implementation of = operator';
COMMENT ON FUNCTION facts_ne(facts, facts) IS 'implementation of <> operator';
COMMENT ON FUNCTION facts_lt(facts, facts) IS 'implementation of < operator';
COMMENT ON FUNCTION facts_le(facts, facts) IS 'implementation of <= operator';
COMMENT ON FUNCTION facts_gt(facts, facts) IS 'implementation of > operator';
COMMENT ON FUNCTION facts_ge(facts, facts) IS 'implementation of >= operator';
COMMENT ON FUNCTION facts_cmp(facts, facts) IS 'less-equal-greater';
COMMENT ON FUNCTION facts_hash(facts) IS 'hash';
COMMENT ON FUNCTION facts_hash_extended(facts, bigint) IS 'hash';

CREATE OPERATOR = (
  LEFTARG = facts, RIGHTARG = facts, FUNCTION = facts_eq,
  COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
  LEFTARG = facts, RIGHTARG = facts, FUNCTION = facts_ne,
  COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
  LEFTARG = facts, RIGHTARG = facts, FUNCTION = facts_lt,
  COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
  LEFTARG = facts, RIGHTARG = facts, FUNCTION = facts_le,
  COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
  LEFTARG = facts, RIGHTARG = facts, FUNCTION = facts_gt,
  COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
  LEFTARG = facts, RIGHTARG = facts, FUNCTION = facts_ge,
  COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

COMMENT ON OPERATOR = (facts, facts) IS 'equal';
COMMENT ON OPERATOR <> (facts, facts) IS 'not equal';
COMMENT ON OPERATOR < (facts, facts) IS 'less than';
COMMENT ON OPERATOR <= (facts, facts) IS 'less than or equal';
COMMENT ON OPERATOR > (facts, facts) IS 'greater than';
COMMENT ON OPERATOR >= (facts, facts) IS 'greater than or equal';

CREATE OPERATOR CLASS facts_ops DEFAULT FOR TYPE facts USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 facts_cmp(facts, facts),
  FUNCTION 4 btequalimage(oid);
CREATE OPERATOR CLASS facts_ops DEFAULT FOR TYPE facts USING hash AS
  OPERATOR 1 =,
  FUNCTION 1 facts_hash(facts),
  FUNCTION 2 facts_hash_extended(facts, bigint);

COMMENT ON OPERATOR CLASS facts_ops USING btree IS 'order for sorting facts, without meaning of its own';
COMMENT ON OPERATOR CLASS facts_ops USING hash IS 'equality of facts';
COMMENT ON OPERATOR FAMILY facts_ops USING btree IS 'order for sorting facts, without meaning of its own';
COMMENT ON OPERATOR FAMILY facts_ops USING hash IS 'equality of facts';

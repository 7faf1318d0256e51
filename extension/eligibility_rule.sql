
-- ---------------------------------------------------------------------------
-- eligibility_rule: an expression over the vocabulary with & | ! ( )
-- ---------------------------------------------------------------------------

CREATE TYPE eligibility_rule;

CREATE FUNCTION eligibility_rule_in(cstring) RETURNS eligibility_rule
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_in';
CREATE FUNCTION eligibility_rule_out(eligibility_rule) RETURNS cstring
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_out';
CREATE FUNCTION eligibility_rule_recv(internal) RETURNS eligibility_rule
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_recv';
CREATE FUNCTION eligibility_rule_send(eligibility_rule) RETURNS bytea
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_send';

-- Plain storage: a rule has at most 512 bytes, and is then read where it lies.
CREATE TYPE eligibility_rule (
  INPUT = eligibility_rule_in,
  OUTPUT = eligibility_rule_out,
  RECEIVE = eligibility_rule_recv,
  SEND = eligibility_rule_send,
  INTERNALLENGTH = VARIABLE,
  ALIGNMENT = int4,
  STORAGE = plain
);

COMMENT ON TYPE eligibility_rule IS 'expression over eligibility terms, ''aged_60 & (poor | !state_pension)''';
COMMENT ON FUNCTION eligibility_rule_in(cstring) IS 'I/O';
COMMENT ON FUNCTION eligibility_rule_out(eligibility_rule) IS 'I/O';
COMMENT ON FUNCTION eligibility_rule_recv(internal) IS 'I/O';
COMMENT ON FUNCTION eligibility_rule_send(eligibility_rule) IS 'I/O';

CREATE FUNCTION satisfies(facts facts, rule eligibility_rule) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_match';
CREATE FUNCTION satisfied_by(rule eligibility_rule, facts facts) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_matched';
CREATE FUNCTION unmet(facts facts, rule eligibility_rule) RETURNS text[]
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_unmet';
CREATE FUNCTION undecided(facts facts, rule eligibility_rule) RETURNS text[]
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_undecided';
CREATE FUNCTION rule_terms(rule eligibility_rule) RETURNS text[]
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_terms';
CREATE FUNCTION restrict_facts(facts facts, rule eligibility_rule) RETURNS facts
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_restrict_facts';
CREATE FUNCTION rule_and(eligibility_rule, eligibility_rule) RETURNS eligibility_rule
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_and';
CREATE FUNCTION rule_or(eligibility_rule, eligibility_rule) RETURNS eligibility_rule
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_or';
CREATE FUNCTION rule_not(eligibility_rule) RETURNS eligibility_rule
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_not';

COMMENT ON FUNCTION satisfies(facts, eligibility_rule) IS 'do the facts satisfy the rule? NULL when they do not decide it';
COMMENT ON FUNCTION satisfied_by(eligibility_rule, facts) IS 'do the facts satisfy the rule? NULL when they do not decide it';
COMMENT ON FUNCTION unmet(facts, eligibility_rule) IS 'terms that make the rule false; empty unless it is false';
COMMENT ON FUNCTION undecided(facts, eligibility_rule) IS 'unknown terms that leave the rule undecided; empty unless it is undecided';
COMMENT ON FUNCTION rule_terms(eligibility_rule) IS 'terms that the rule names';
COMMENT ON FUNCTION restrict_facts(facts, eligibility_rule) IS 'what is known of the terms that the rule names';
COMMENT ON FUNCTION rule_and(eligibility_rule, eligibility_rule) IS 'implementation of & operator';
COMMENT ON FUNCTION rule_or(eligibility_rule, eligibility_rule) IS 'implementation of | operator';
COMMENT ON FUNCTION rule_not(eligibility_rule) IS 'implementation of ! operator';

-- No negator: of an undecided rule the opposite is undecided too.
CREATE OPERATOR @@ (
  LEFTARG = facts, RIGHTARG = eligibility_rule, FUNCTION = satisfies,
  COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
CREATE OPERATOR @@ (
  LEFTARG = eligibility_rule, RIGHTARG = facts, FUNCTION = satisfied_by,
  COMMUTATOR = @@, RESTRICT = matchingsel, JOIN = matchingjoinsel
);
-- No commutators: "a & b" and "b & a" are different texts, hence different rules.
CREATE OPERATOR & (LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = rule_and);
CREATE OPERATOR | (LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = rule_or);
CREATE OPERATOR ! (RIGHTARG = eligibility_rule, FUNCTION = rule_not);

COMMENT ON OPERATOR @@ (facts, eligibility_rule) IS 'facts satisfy rule; NULL when they do not decide it';
COMMENT ON OPERATOR @@ (eligibility_rule, facts) IS 'rule is satisfied by facts; NULL when they do not decide it';
COMMENT ON OPERATOR & (eligibility_rule, eligibility_rule) IS 'both rules';
COMMENT ON OPERATOR | (eligibility_rule, eligibility_rule) IS 'either rule';
COMMENT ON OPERATOR ! (NONE, eligibility_rule) IS 'not the rule';

CREATE FUNCTION eligibility_rule_eq(eligibility_rule, eligibility_rule) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_eq';
CREATE FUNCTION eligibility_rule_ne(eligibility_rule, eligibility_rule) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_ne';
CREATE FUNCTION eligibility_rule_lt(eligibility_rule, eligibility_rule) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_lt';
CREATE FUNCTION eligibility_rule_le(eligibility_rule, eligibility_rule) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_le';
CREATE FUNCTION eligibility_rule_gt(eligibility_rule, eligibility_rule) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_gt';
CREATE FUNCTION eligibility_rule_ge(eligibility_rule, eligibility_rule) RETURNS boolean
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_ge';
CREATE FUNCTION eligibility_rule_cmp(eligibility_rule, eligibility_rule) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_cmp';
CREATE FUNCTION eligibility_rule_hash(eligibility_rule) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_hash';
CREATE FUNCTION eligibility_rule_hash_extended(eligibility_rule, bigint) RETURNS bigint
  LANGUAGE C IMMUTABLE STRICT LEAKPROOF PARALLEL SAFE AS 'MODULE_PATHNAME', 'eligibility_rule_hash_extended';

COMMENT ON FUNCTION eligibility_rule_eq(eligibility_rule, eligibility_rule) IS 'implementation of = operator';
COMMENT ON FUNCTION eligibility_rule_ne(eligibility_rule, eligibility_rule) IS 'implementation of <> operator';
COMMENT ON FUNCTION eligibility_rule_lt(eligibility_rule, eligibility_rule) IS 'implementation of < operator';
COMMENT ON FUNCTION eligibility_rule_le(eligibility_rule, eligibility_rule) IS 'implementation of <= operator';
COMMENT ON FUNCTION eligibility_rule_gt(eligibility_rule, eligibility_rule) IS 'implementation of > operator';
COMMENT ON FUNCTION eligibility_rule_ge(eligibility_rule, eligibility_rule) IS 'implementation of >= operator';
COMMENT ON FUNCTION eligibility_rule_cmp(eligibility_rule, eligibility_rule) IS 'less-equal-greater';
COMMENT ON FUNCTION eligibility_rule_hash(eligibility_rule) IS 'hash';
COMMENT ON FUNCTION eligibility_rule_hash_extended(eligibility_rule, bigint) IS 'hash';

CREATE OPERATOR = (
  LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = eligibility_rule_eq,
  COMMUTATOR = =, NEGATOR = <>, RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
CREATE OPERATOR <> (
  LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = eligibility_rule_ne,
  COMMUTATOR = <>, NEGATOR = =, RESTRICT = neqsel, JOIN = neqjoinsel
);
CREATE OPERATOR < (
  LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = eligibility_rule_lt,
  COMMUTATOR = >, NEGATOR = >=, RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
CREATE OPERATOR <= (
  LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = eligibility_rule_le,
  COMMUTATOR = >=, NEGATOR = >, RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
CREATE OPERATOR > (
  LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = eligibility_rule_gt,
  COMMUTATOR = <, NEGATOR = <=, RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
CREATE OPERATOR >= (
  LEFTARG = eligibility_rule, RIGHTARG = eligibility_rule, FUNCTION = eligibility_rule_ge,
  COMMUTATOR = <=, NEGATOR = <, RESTRICT = scalargesel, JOIN = scalargejoinsel
);

COMMENT ON OPERATOR = (eligibility_rule, eligibility_rule) IS 'equal';
COMMENT ON OPERATOR <> (eligibility_rule, eligibility_rule) IS 'not equal';
COMMENT ON OPERATOR < (eligibility_rule, eligibility_rule) IS 'less than';
COMMENT ON OPERATOR <= (eligibility_rule, eligibility_rule) IS 'less than or equal';
COMMENT ON OPERATOR > (eligibility_rule, eligibility_rule) IS 'greater than';
COMMENT ON OPERATOR >= (eligibility_rule, eligibility_rule) IS 'greater than or equal';

CREATE OPERATOR CLASS eligibility_rule_ops DEFAULT FOR TYPE eligibility_rule USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >,
  FUNCTION 1 eligibility_rule_cmp(eligibility_rule, eligibility_rule),
  FUNCTION 4 btequalimage(oid);
CREATE OPERATOR CLASS eligibility_rule_ops DEFAULT FOR TYPE eligibility_rule USING hash AS
  OPERATOR 1 =,
  FUNCTION 1 eligibility_rule_hash(eligibility_rule),
  FUNCTION 2 eligibility_rule_hash_extended(eligibility_rule, bigint);

COMMENT ON OPERATOR CLASS eligibility_rule_ops USING btree IS 'order for sorting eligibility_rule, without meaning of its own';
COMMENT ON OPERATOR CLASS eligibility_rule_ops USING hash IS 'equality of eligibility_rule';
COMMENT ON OPERATOR FAMILY eligibility_rule_ops USING btree IS 'order for sorting eligibility_rule, without meaning of its own';
COMMENT ON OPERATOR FAMILY eligibility_rule_ops USING hash IS 'equality of eligibility_rule';

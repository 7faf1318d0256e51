
-- facts_case: people of the same case, found by one integer

CREATE FUNCTION facts_case(facts facts, rule eligibility_rule) RETURNS integer
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE
  AS 'MODULE_PATHNAME', 'welfare_facts_case';
COMMENT ON FUNCTION facts_case(facts, eligibility_rule) IS 'what is known of a rule''s terms as one number: digits of base three in the vocabulary''s order, 0 unknown, 1 true, 2 false';

-- Reading words of a form without raising, and the cases of a rule's terms as one number.
SET welfare.language = 'en';
SET search_path = welfare, public;

-- NULL exactly where the type refuses: every word is tried both ways
CREATE FUNCTION pg_temp.literal(word text, type_name text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE read text;
  BEGIN
    IF type_name = 'date' THEN
      read := welfare.parse_thai_date(word)::text;
    ELSE
      EXECUTE format('SELECT %L::welfare.%I::text', word, type_name) INTO read;
    END IF;
    RETURN read;
  EXCEPTION WHEN data_exception THEN
    RETURN NULL;
  END $$;
SELECT word,
       try_birth_date(word) AS birth_date, try_birth_date(word)::text IS DISTINCT FROM pg_temp.literal(word, 'birth_date') AS differs,
       try_thai_date(word) AS date, try_thai_date(word)::text IS DISTINCT FROM pg_temp.literal(word, 'date') AS differs,
       try_facts(word) AS facts, try_facts(word)::text IS DISTINCT FROM pg_temp.literal(word, 'facts') AS differs
  FROM unnest(ARRAY['15/02/2478', '15/02/2483', '00/00/2480', '01/10/2569', '1 ต.ค. 69', '2026-10-01', '2569-10-01', '31/02/2569', '25691001',
                    '{}', '{poor, !abandoned}', '{poor, !poor}', '{por}', '', ' ', 'x']) AS word;
SELECT try_birth_date(NULL) IS NULL AND try_thai_date(NULL) IS NULL AND try_facts(NULL) IS NULL AS null_is_null;

-- each state of each term is a number of its own: 3 to the power of the terms
SELECT facts, facts_case(facts, 'welfare_card & disability_card')
  FROM unnest(ARRAY['{}', '{disability_card}', '{!disability_card}', '{welfare_card}', '{disability_card, welfare_card}', '{!disability_card, welfare_card}',
                    '{!welfare_card}', '{disability_card, !welfare_card}', '{!disability_card, !welfare_card}']::facts[]) AS facts
 ORDER BY 2;
-- terms that the rule does not name do not matter
SELECT facts_case('{poor, welfare_card, !state_pension}', 'welfare_card') = facts_case('{welfare_card}', '!welfare_card') AS same_case;
-- nineteen terms fit an integer, twenty do not
SELECT facts_case('{}', string_agg(term, ' & ')::eligibility_rule) AS nineteen FROM eligibility_terms() WHERE position < 19;
SELECT facts_case('{}', string_agg(term, ' & ')::eligibility_rule) AS twenty FROM eligibility_terms() WHERE position < 20;

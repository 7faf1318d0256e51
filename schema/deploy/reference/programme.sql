-- AR3, README's vocabulary: the programmes. One person may hold all three at once.
BEGIN;
SET LOCAL ROLE welfare_owner;

CREATE TABLE reference.programme (
  programme reference.programme_name NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  sensitive boolean NOT NULL,
  claim_facts welfare.facts NOT NULL,
  receipt_facts welfare.facts NOT NULL,
  CONSTRAINT programme_pkey PRIMARY KEY (programme),
  CONSTRAINT programme_name_thai_key UNIQUE (name_thai),
  -- for the claims, whose row security may read no other table
  CONSTRAINT programme_sensitive_key UNIQUE (programme, sensitive)
);
COMMENT ON TABLE reference.programme IS 'programmes (ประเภทเบี้ยยังชีพ)';
COMMENT ON COLUMN reference.programme.programme IS 'programme';
COMMENT ON COLUMN reference.programme.name_thai IS 'name in Thai, as the reports print it (IS10.3)';
COMMENT ON COLUMN reference.programme.name_english IS 'name in English';
COMMENT ON COLUMN reference.programme.sensitive IS 'true where receiving it is health data (AR2)';
COMMENT ON COLUMN reference.programme.claim_facts IS 'facts that a live claim itself proves: it was confirmed, applied for, ordered';
COMMENT ON COLUMN reference.programme.receipt_facts IS 'facts that receiving the allowance proves of the person in other programmes (ER18)';
GRANT SELECT ON reference.programme TO PUBLIC;

INSERT INTO reference.programme (programme, name_thai, name_english, sensitive, claim_facts, receipt_facts) VALUES
  ('elderly', 'ผู้สูงอายุ', 'elderly', false, '{confirmed}', '{}'),
  ('disability', 'ผู้พิการ', 'disability', false, '{applied}', '{disability_allowance}'),
  ('aids', 'ผู้ป่วยโรคเอดส์', 'AIDS', true, '{applied, executive_order}', '{aids_allowance}');

-- A programme's name in the session's language. Parameters: programme.
CREATE FUNCTION reference.programme_text(programme reference.programme_name) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT CASE welfare.language() WHEN 'en' THEN programme.name_english ELSE programme.name_thai END
      FROM reference.programme
     WHERE programme.programme = programme_text.programme;
  END;
COMMENT ON FUNCTION reference.programme_text(reference.programme_name) IS 'name of a programme in the session''s language';

COMMIT;

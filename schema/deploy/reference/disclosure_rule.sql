-- AR2: from which count on a public total is shown.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE reference.disclosure_rule (
  valid daterange NOT NULL,
  least_count integer NOT NULL,
  legal_basis text NOT NULL,
  CONSTRAINT disclosure_rule_no_overlap EXCLUDE USING gist (valid WITH &&),
  CONSTRAINT disclosure_rule_least_count_positive CHECK (least_count >= 1)
);
COMMENT ON TABLE reference.disclosure_rule IS 'from which count on a total is shown to those who may not know whom it counts, by day of compilation';
COMMENT ON COLUMN reference.disclosure_rule.valid IS 'days of compilation to which the rule applies';
COMMENT ON COLUMN reference.disclosure_rule.least_count IS 'smallest count that is shown; 1: every count';
COMMENT ON COLUMN reference.disclosure_rule.legal_basis IS 'legal basis';
GRANT SELECT ON reference.disclosure_rule TO PUBLIC;

INSERT INTO reference.disclosure_rule (valid, least_count, legal_basis) VALUES
  ('[,]', 5, 'พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562: จำนวนที่น้อยกว่าห้าอาจระบุตัวบุคคลได้');

COMMIT;

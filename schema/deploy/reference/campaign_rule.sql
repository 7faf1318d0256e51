-- DR9, DR10: which lists and checks of recipients the law asks local authorities for each year, by date.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE reference.campaign_kind AS ENUM ('disability_october_check', 'january_list');
COMMENT ON TYPE reference.campaign_kind IS 'what is done once a year: the check of disability and liveness (DR10), the list of entitled people for the budget request (DR9)';

CREATE TABLE reference.campaign_rule (
  kind reference.campaign_kind NOT NULL,
  valid daterange NOT NULL,
  programme reference.programme_name NOT NULL,
  month_of_year smallint NOT NULL,
  each_is_checked boolean NOT NULL,
  own_procedure reference.authority_type_name[] NOT NULL DEFAULT '{}',
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT campaign_rule_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT campaign_rule_one_at_a_time EXCLUDE USING gist (kind WITH =, programme WITH =, valid WITH &&),
  CONSTRAINT campaign_rule_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT campaign_rule_month CHECK (month_of_year BETWEEN 1 AND 12)
);
COMMENT ON TABLE reference.campaign_rule IS 'which lists and checks of recipients the law asks for each year';
COMMENT ON COLUMN reference.campaign_rule.kind IS 'what is done';
COMMENT ON COLUMN reference.campaign_rule.valid IS 'days of its beginning to which the row applies';
COMMENT ON COLUMN reference.campaign_rule.programme IS 'programme whose recipients it is about';
COMMENT ON COLUMN reference.campaign_rule.month_of_year IS 'month in which it is done, 1 January to 12 December';
COMMENT ON COLUMN reference.campaign_rule.each_is_checked IS 'true: each recipient is checked; false: the list is recorded and reported';
COMMENT ON COLUMN reference.campaign_rule.own_procedure IS 'kinds of authority that set their own procedure, and for which nothing is opened';
COMMENT ON COLUMN reference.campaign_rule.legal_basis IS 'regulation, or that it is ours to set';
COMMENT ON COLUMN reference.campaign_rule.certainty IS 'how sure the fact is';
GRANT SELECT ON reference.campaign_rule TO PUBLIC;

INSERT INTO reference.campaign_rule (kind, valid, programme, month_of_year, each_is_checked, own_procedure, legal_basis, certainty) VALUES
  ('disability_october_check', '(,)', 'disability', 10, true, '{}', 'ระเบียบ พ.ศ. 2553 ข้อ 10: ตรวจสอบสภาพความพิการและการดำรงชีวิตภายในเดือนตุลาคมของทุกปี', 'sure'),
  ('january_list', '(,)', 'disability', 1, false, '{pattaya}', 'ระเบียบ พ.ศ. 2553 ข้อ 9: จัดทำบัญชีรายชื่อภายในเดือนมกราคมของทุกปี เมืองพัทยากำหนดวิธีการเอง', 'sure');

COMMIT;

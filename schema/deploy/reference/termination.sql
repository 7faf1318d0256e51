-- ER13, ER14, ER16, EG7, DR13, DR16, AR2: how a right is taken away, and who is paid for somebody else, by date.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE reference.notice_place AS ENUM ('office', 'designated_place', 'website');
COMMENT ON TYPE reference.notice_place IS 'where a public notice (ปิดประกาศ) is posted: at the authority''s office, at a place that it designates, on its website';

CREATE TABLE reference.notice_rule (
  notice_rule_id smallint GENERATED ALWAYS AS IDENTITY,
  programme reference.programme_name NOT NULL,
  ordered daterange NOT NULL,
  places reference.notice_place[] NOT NULL,
  needs_proposal boolean NOT NULL,
  good_faith_keeps boolean NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT notice_rule_pkey PRIMARY KEY (notice_rule_id),
  CONSTRAINT notice_rule_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT notice_rule_one_at_a_time EXCLUDE USING gist (programme WITH =, ordered WITH &&),
  CONSTRAINT notice_rule_ordered_not_empty CHECK (NOT isempty(ordered)),
  CONSTRAINT notice_rule_places_are_known CHECK (array_position(places, NULL) IS NULL),
  CONSTRAINT notice_rule_aids_is_not_posted CHECK (programme <> 'aids' OR places = '{}')
);
COMMENT ON TABLE reference.notice_rule IS 'how a claim is removed because the person has lost a qualification, by day of the finding and of the order; before the first row an order on paper suffices';
COMMENT ON COLUMN reference.notice_rule.notice_rule_id IS 'number of the row';
COMMENT ON COLUMN reference.notice_rule.programme IS 'the programme';
COMMENT ON COLUMN reference.notice_rule.ordered IS 'days for which the row holds';
COMMENT ON COLUMN reference.notice_rule.places IS 'places of which a notice needs one at least; none: nothing is posted (AR2)';
COMMENT ON COLUMN reference.notice_rule.needs_proposal IS 'whether, where nobody objects, the clerk proposes the names (ER16)';
COMMENT ON COLUMN reference.notice_rule.good_faith_keeps IS 'whether what was received in good faith is kept, and the claim ends without a notice (guideline 7.3)';
COMMENT ON COLUMN reference.notice_rule.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.notice_rule.certainty IS 'how sure the fact is';

INSERT INTO reference.notice_rule (programme, ordered, places, needs_proposal, good_faith_keeps, legal_basis, certainty) VALUES
  ('elderly', '[2023-08-12,)', '{office,designated_place,website}', true, true, 'ระเบียบ พ.ศ. 2566 ข้อ 14 และข้อ 16 แนวทางข้อ 7.2 และ 7.3', 'sure'),
  ('disability', '[2010-04-01,)', '{office,designated_place}', false, false, 'ระเบียบ พ.ศ. 2553 ข้อ 16', 'sure'),
  ('aids', '[2005-10-01,)', '{}', false, false, 'ระเบียบ พ.ศ. 2548: ข้อมูลสุขภาพไม่ปิดประกาศ', 'unverified');

CREATE TABLE reference.payee_rule (
  payee_rule_id smallint GENERATED ALWAYS AS IDENTITY,
  programme reference.programme_name NOT NULL,
  months reference.months NOT NULL,
  capacities text[] COLLATE "C" NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT payee_rule_pkey PRIMARY KEY (payee_rule_id),
  CONSTRAINT payee_rule_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT payee_rule_one_at_a_time EXCLUDE USING gist (programme WITH =, months WITH &&),
  CONSTRAINT payee_rule_capacities_are_known CHECK (capacities <@ '{proxy,prison_officer,caregiver,legal_representative,curator,guardian}'
                                                    AND array_position(capacities, NULL) IS NULL)
);
COMMENT ON TABLE reference.payee_rule IS 'in what capacity somebody may be paid for a person, by month';
COMMENT ON COLUMN reference.payee_rule.payee_rule_id IS 'number of the row';
COMMENT ON COLUMN reference.payee_rule.programme IS 'the programme';
COMMENT ON COLUMN reference.payee_rule.months IS 'months for which the row holds';
COMMENT ON COLUMN reference.payee_rule.capacities IS 'capacities (registry.representative_kind) that may be paid; no other may';
COMMENT ON COLUMN reference.payee_rule.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.payee_rule.certainty IS 'how sure the fact is';

INSERT INTO reference.payee_rule (programme, months, capacities, legal_basis, certainty) VALUES
  ('elderly', '(,)', '{proxy,prison_officer,legal_representative,curator,guardian}', 'ระเบียบ พ.ศ. 2566 ข้อ 13: ผู้ได้รับมอบอำนาจเป็นหนังสือ', 'likely'),
  ('disability', '(,)', '{caregiver,legal_representative,curator,guardian}', 'ระเบียบ พ.ศ. 2553 ข้อ 13: ผู้ดูแลคนพิการ หรือผู้แทนโดยชอบธรรม ผู้พิทักษ์ ผู้อนุบาล', 'sure'),
  ('aids', '(,)', '{proxy,legal_representative,curator,guardian}', 'ระเบียบ พ.ศ. 2548: แนวเดียวกับเบี้ยยังชีพผู้สูงอายุ', 'unverified');
GRANT SELECT ON reference.notice_rule, reference.payee_rule TO PUBLIC;

COMMIT;

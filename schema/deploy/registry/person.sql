-- IS8.2, RC1, RC5: one row per human being, keyed by national ID, which never changes (IS9.6).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.person (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  birth_date welfare.birth_date NOT NULL,
  sex registry.sex NOT NULL,
  title text NOT NULL,
  first_name text NOT NULL,
  last_name text NOT NULL,
  CONSTRAINT person_pkey PRIMARY KEY (thai_id),
  CONSTRAINT person_thai_id_of_person CHECK (welfare.thai_id_category(thai_id) BETWEEN 1 AND 8),
  CONSTRAINT person_title_normal CHECK (title <> '' AND title = welfare.normalise_thai(title)),
  CONSTRAINT person_first_name_normal CHECK (first_name <> '' AND first_name = welfare.normalise_thai(first_name)),
  CONSTRAINT person_last_name_normal CHECK (last_name <> '' AND last_name = welfare.normalise_thai(last_name))
);
COMMENT ON TABLE registry.person IS 'persons (บุคคล)';
COMMENT ON COLUMN registry.person.thai_id IS 'national ID; first digit 1 to 8 (DC5)';
COMMENT ON COLUMN registry.person.recorded_at IS 'when the row was recorded';
COMMENT ON COLUMN registry.person.birth_date IS 'birth date, with what of it is known (RC5)';
COMMENT ON COLUMN registry.person.sex IS 'sex';
COMMENT ON COLUMN registry.person.title IS 'title (คำนำหน้า)';
COMMENT ON COLUMN registry.person.first_name IS 'first name, normalised (RC10)';
COMMENT ON COLUMN registry.person.last_name IS 'last name, normalised (RC10)';

-- Nobody reads or writes persons but through functions; the owner of those functions is subject to this.
ALTER TABLE registry.person ENABLE ROW LEVEL SECURITY;

COMMIT;

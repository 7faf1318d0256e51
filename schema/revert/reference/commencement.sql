BEGIN;

DROP FUNCTION reference.first_month_taking_over(reference.programme_name, date, date);
DROP FUNCTION reference.first_month(reference.programme_name, welfare.birth_date, date, date);
DROP FUNCTION reference.first_month_parts(reference.programme_name, welfare.birth_date, date, date);
DROP FUNCTION reference.fiscal_year_start_from(date);
DROP FUNCTION reference.month_after(date);
DROP TABLE reference.commencement;
DROP TYPE reference.commencement_age;
DROP TYPE reference.commencement_way;

COMMIT;

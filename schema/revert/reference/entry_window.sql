BEGIN;

DROP FUNCTION reference.entry_problem(reference.programme_name, date);
DROP FUNCTION reference.set_entry_window(integer, reference.programme_name, date, date, text);
DROP TABLE reference.entry_window;

COMMIT;

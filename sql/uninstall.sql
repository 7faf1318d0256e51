-- DROP EXTENSION is refused while data depend on the types: nothing is lost.
SET client_min_messages = warning;
CREATE TABLE uninstall_person (thai_id welfare.thai_id PRIMARY KEY, birth_date welfare.birth_date);
INSERT INTO uninstall_person VALUES ('1000000001005', '15/02/2478');
\set VERBOSITY terse
DROP EXTENSION welfare;
\set VERBOSITY default
SELECT count(*) AS people_still_there FROM uninstall_person;

DROP TABLE uninstall_person;
DROP EXTENSION welfare;
SELECT count(*) AS objects_left FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace;
DROP SCHEMA welfare;

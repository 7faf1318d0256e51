BEGIN;

DROP FUNCTION registry.publicity_of(integer, integer);
DROP FUNCTION registry.record_publicity(reference.programme_name, registry.publicity_subject[], registry.publicity_place[], date, date, text, text);
DROP TABLE registry.publicity;
DROP TYPE registry.publicity_place;
DROP TYPE registry.publicity_subject;
DELETE FROM reference.message WHERE code = 'WF349';

COMMIT;

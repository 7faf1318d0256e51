-- AQ: types, operators and calendars come from the extension, which owns no table.
BEGIN;

CREATE EXTENSION btree_gist WITH SCHEMA public;
CREATE EXTENSION pgcrypto WITH SCHEMA public;
CREATE EXTENSION welfare;

COMMENT ON SCHEMA welfare IS 'types, functions and operators of the extension welfare';

COMMIT;

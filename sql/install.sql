-- The extension installs, answers for one version, and declares its objects as it should.
SET client_min_messages = warning;
CREATE EXTENSION welfare;
RESET client_min_messages;

-- control file, install script and library are of one version
SELECT extversion = welfare.library_version() AS one_version,
       extversion = default_version AS of_the_control_file
  FROM pg_extension JOIN pg_available_extensions ON name = extname
 WHERE extname = 'welfare';

-- AQ: it owns no table and no other data
SELECT count(*) AS relations
  FROM pg_depend
 WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e' AND classid = 'pg_class'::regclass
   AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'welfare')
   AND (SELECT relkind FROM pg_class WHERE oid = objid) NOT IN ('c');

-- everything that a person can meet has a comment; a cast or operator class is named by its members
SELECT pg_describe_object(classid, objid, 0) AS without_comment
  FROM pg_depend
 WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
   AND refobjid = (SELECT oid FROM pg_extension WHERE extname = 'welfare')
   AND classid IN ('pg_type'::regclass, 'pg_proc'::regclass, 'pg_operator'::regclass, 'pg_cast'::regclass, 'pg_opclass'::regclass)
   AND NOT (classid = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type WHERE oid = objid AND typcategory = 'A'))
   AND obj_description(objid, classid::regclass::text) IS NULL
 ORDER BY 1;

-- every function may run in parallel, and none is volatile
SELECT oid::regprocedure AS not_parallel_safe_or_volatile
  FROM pg_proc
 WHERE pronamespace = 'welfare'::regnamespace AND (proparallel <> 's' OR provolatile = 'v')
 ORDER BY 1;

-- every base type is read and written in text and in binary
SELECT typname AS without_binary
  FROM pg_type
 WHERE typnamespace = 'welfare'::regnamespace AND typtype = 'b' AND typelem = 0
   AND (typreceive = 0 OR typsend = 0)
 ORDER BY 1;

-- every operator class of its types is valid
SELECT opcname AS invalid_operator_class
  FROM pg_opclass
 WHERE opcnamespace = 'welfare'::regnamespace AND NOT amvalidate(oid)
 ORDER BY 1;

-- anybody may use the types, nobody may add to the schema
CREATE ROLE regress_welfare_anybody;
SELECT has_schema_privilege('regress_welfare_anybody', 'welfare', 'USAGE') AS may_use,
       has_schema_privilege('regress_welfare_anybody', 'welfare', 'CREATE') AS may_create;
DROP ROLE regress_welfare_anybody;

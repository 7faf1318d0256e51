BEGIN;

DROP FUNCTION reference.acts_for(integer, date);
DROP FUNCTION reference.pays(integer);
DROP TABLE reference.local_authority;
DROP TABLE reference.authority_type;
DROP TYPE reference.authority_type_name;
DROP TABLE reference.district;
DROP TABLE reference.province;

COMMIT;

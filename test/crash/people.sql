-- Once people are on record: some are paid to the account of a proxy. As a superuser.
SELECT set_config('welfare.principal', 'crash_first', false), set_config('search_path', 'pg_catalog, welfare, pg_temp', false) \g /dev/null
UPDATE registry.claim SET way_of_payment = 'proxy_account' WHERE programme = 'elderly' AND way_of_payment = 'own_account' AND hashtextextended(thai_id::text, 7) % 10 = 0;
INSERT INTO registry.representative (thai_id, representative_id, acts, authority_code, kind, full_name, relation, authority_document)
SELECT person.thai_id, person.other, '[2026-01-01,)', person.authority_code, 'proxy', 'ทดสอบ ระบบ', 'บุตร', 'ทดสอบ'
  FROM (SELECT person.*, lead(person.thai_id, 1, welfare.thai_id '1000000001005') OVER (ORDER BY person.thai_id) AS other FROM registry.person) AS person
 WHERE EXISTS (SELECT FROM registry.claim WHERE claim.thai_id = person.thai_id AND claim.way_of_payment = 'proxy_account');

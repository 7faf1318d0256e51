-- For test/crash.t: who acts, the calendar and the accounts. Run as a superuser, after demo/places.sql.
SET ROLE welfare_owner;
\ir ../confirmed_law.sql
INSERT INTO reference.government_holiday (holiday, name_thai, document)
SELECT make_date(year, 12, 31), 'วันสิ้นปี', 'ทดสอบ' FROM generate_series(2019, 2030) AS year ON CONFLICT DO NOTHING;
INSERT INTO reference.bank_holiday (holiday, name_thai, document)
SELECT make_date(year, 12, 31), 'วันสิ้นปี', 'ทดสอบ' FROM generate_series(2019, 2030) AS year ON CONFLICT DO NOTHING;
INSERT INTO reference.paying_account (executing_agency, payer, valid, authority_code, bank_code, account_number, account_name, legal_basis) VALUES
  ('treasury', 'local_authority', '(,)', NULL, 6, '0000000001', 'กรมบัญชีกลาง', 'ทดสอบ'),
  ('treasury', 'welfare_card_fund', '(,)', NULL, 6, '0000000002', 'กองทุนประชารัฐสวัสดิการ', 'ทดสอบ');
INSERT INTO payment.bank_user (user_name, bank_code, why) SELECT 'crash_bank', bank.bank_code, 'ทดสอบ' FROM reference.bank;
-- a few authorities, so that each has something of everything
DELETE FROM reference.local_authority WHERE authority_code NOT IN (3730101, 5730102, 5730201, 6730213, 5730301, 4730601);
RESET ROLE;

DO $$
DECLARE
  login record;
BEGIN
  FOR login IN
    SELECT list.role_name, list.member_of, list.duty
      FROM (VALUES ('crash_first', 'welfare_admin', 'administrator'), ('crash_second', 'welfare_admin', 'administrator'),
                   ('crash_sealer', 'welfare_treasury', 'treasury'), ('crash_sender', 'welfare_treasury', 'treasury'),
                   ('crash_bank', 'welfare_bank', 'bank'), ('crash_registry', 'welfare_civil', 'civil_registry')) AS list (role_name, member_of, duty)
  LOOP
    EXECUTE format('CREATE ROLE %I LOGIN IN ROLE %I', login.role_name, login.member_of);
    EXECUTE format('ALTER ROLE %I SET welfare.principal = %L', login.role_name, login.role_name);
    EXECUTE format('ALTER ROLE %I SET welfare.duty = %L', login.role_name, login.duty);
    EXECUTE format('ALTER ROLE %I SET welfare.nation = on', login.role_name);
  END LOOP;
  FOR login IN SELECT 'crash_officer_' || authority.authority_code AS role_name, authority.* FROM reference.local_authority AS authority LOOP
    EXECUTE format('CREATE ROLE %I LOGIN IN ROLE welfare_authority', login.role_name);
    EXECUTE format('ALTER ROLE %I SET welfare.principal = %L', login.role_name, login.role_name);
    EXECUTE format('ALTER ROLE %I SET welfare.duty = %L', login.role_name, 'local_authority');
    EXECUTE format('ALTER ROLE %I SET welfare.authority_code = %L', login.role_name, login.authority_code);
    EXECUTE format('ALTER ROLE %I SET welfare.district_code = %L', login.role_name, login.district_code);
    EXECUTE format('ALTER ROLE %I SET welfare.province_code = %L', login.role_name, login.province_code);
  END LOOP;
END
$$;

-- What asks for every row of a table as text, one to one: without moments, and without numbers of an identity, of which a crash leaves gaps, also where
-- one is told in words. Nothing when the table counts attempts: runs, and deliveries that were begun.
CREATE FUNCTION public.crash_query(relation regclass) RETURNS text
  LANGUAGE sql STABLE AS $$
    SELECT format('SELECT regexp_replace(ROW(%s)::text, %L, %L, %L) AS row FROM %s',
                  string_agg(CASE WHEN (crash_query.relation::text, attribute.attname) = ('portal.payment_change', 'change_number')
                                  -- which of two payments is told first follows no order; what happened to one payment does. That no number is missing is asked
                                  -- beside the digests
                                  THEN '(row_number() OVER (PARTITION BY thai_id, programme, month, adjustment_number, payer ORDER BY change_number))::text'
                                  ELSE format('%I::text', attribute.attname) END, ', ' ORDER BY attribute.attnum),
                  'event [0-9]+', 'event', 'g', crash_query.relation)
      FROM pg_attribute AS attribute
     WHERE attribute.attrelid = crash_query.relation AND attribute.attnum > 0 AND NOT attribute.attisdropped
       AND crash_query.relation::text NOT IN ('job.run', 'job.run_step', 'registry.import', 'registry.import_refusal', 'civil.delivery', 'civil.refused_row',
                                              'payment.bank_delivery', 'payment.refused_result')
       AND attribute.atttypid <> 'timestamptz'::regtype AND attribute.attname <> 'pending_number'
       AND attribute.attname NOT IN (SELECT numbered.attname FROM pg_attribute AS numbered WHERE numbered.attidentity <> '')
       -- A file whose rows were judged when the server died is delivered again: nothing of it is new, and the sweep has seen one delivery more. That the
       -- sweeps' numbers of deliveries are those of the deliveries that were swept is asked beside the digests.
       AND (crash_query.relation::text, attribute.attname) <> ('civil.sweep_run', 'deliveries')
    HAVING count(*) > 0
  $$;

-- Every row of what pays and of whom it pays, table by table, as one digest each.
CREATE FUNCTION public.crash_digests() RETURNS TABLE (relation text, rows bigint, digest text)
  LANGUAGE plpgsql AS $$
  DECLARE
    told record;
  BEGIN
    FOR told IN
      SELECT class.oid::regclass::text || CASE WHEN class.relispartition THEN ' (partition)' ELSE '' END AS name, public.crash_query(class.oid) AS query
        FROM pg_class AS class
       WHERE class.relkind = 'r' AND class.relpersistence = 'p' AND class.relnamespace::regnamespace::text IN ('payment', 'portal', 'registry', 'civil', 'job')
         AND public.crash_query(class.oid) IS NOT NULL
       ORDER BY 1
    LOOP
      RETURN QUERY EXECUTE format($query$SELECT %L, count(*), coalesce(md5(string_agg(told.digest, '' ORDER BY told.digest COLLATE "C")), '')
                                           FROM (SELECT md5(every.row) AS digest FROM (%s) AS every) AS told$query$, told.name, told.query);
    END LOOP;
    -- the trail has every change once: what was undone by a crash is not in it
    RETURN QUERY
      SELECT 'changes of ' || entry.relation || ': ' || entry.action, count(*), ''::text
        FROM audit.entry
       WHERE entry.action::text IN ('insert', 'update', 'delete') AND entry.relation NOT IN ('registry.import', 'civil.delivery', 'payment.bank_delivery')
       GROUP BY entry.relation, entry.action ORDER BY 1;
  END
  $$;

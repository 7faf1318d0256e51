-- Who can log in to the demonstration, each bound to a user and a scope; and the demonstration's today.
SELECT set_config('demo.today', :'today', false) \g /dev/null

DO $$
DECLARE
  login record;
BEGIN
  FOR login IN
    SELECT role_name, member_of, duty, setting, value
      FROM (VALUES
        ('demo_admin', 'welfare_admin', 'administrator', 'welfare.nation', 'on'),
        ('demo_officer', 'welfare_authority', 'local_authority', 'welfare.authority_code', '5730102'),
        ('demo_registry', 'welfare_civil', 'civil_registry', 'welfare.nation', 'on'),
        ('demo_treasury', 'welfare_treasury', 'treasury', 'welfare.nation', 'on'),
        ('demo_bank', 'welfare_bank', 'bank', 'welfare.nation', 'off'),
        ('demo_bi', 'welfare_report', '', 'welfare.nation', 'off')
      ) AS list (role_name, member_of, duty, setting, value)
  LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = login.role_name) THEN
      EXECUTE format('CREATE ROLE %I LOGIN IN ROLE %I', login.role_name, login.member_of);
    END IF;
    EXECUTE format('ALTER ROLE %I SET welfare.principal = %L', login.role_name, login.role_name);
    EXECUTE format('ALTER ROLE %I SET welfare.duty = %L', login.role_name, login.duty);
    EXECUTE format('ALTER ROLE %I SET %s = %L', login.role_name, login.setting, login.value);
  END LOOP;
  EXECUTE format('ALTER DATABASE %I SET welfare.business_date = %L', current_database(), current_setting('demo.today'));
END
$$;

-- the demonstration's bank speaks for every bank
INSERT INTO payment.bank_user (user_name, bank_code, why)
SELECT 'demo_bank', bank.bank_code, 'demonstration' FROM reference.bank ON CONFLICT DO NOTHING;

-- The fast path against the oracle, month by month, both ways: compare.difference holds every line that one of them has and the
-- other has not. Needs the schemas oracle and load. Parameter (psql variable): drawn, how many months are compared, or 0 for every one;
-- those in which the law changes are always among them, the others depend on the seed.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
SET search_path = pg_catalog, welfare, pg_temp;
DROP SCHEMA IF EXISTS compare CASCADE;
CREATE SCHEMA compare;
CREATE TABLE compare.difference (
  side text, thai_id welfare.thai_id, programme text, month date, authority_code integer, allowance numeric, other_payers numeric, pending_removal boolean);
-- Compares a month. Parameters: its first day.
CREATE FUNCTION compare.month(month date) RETURNS bigint LANGUAGE plpgsql AS $$
  #variable_conflict use_column
  DECLARE
    compared bigint;
  BEGIN
    CREATE TEMP TABLE fast ON COMMIT DROP AS
    SELECT thai_id, programme::text, authority_code, allowance::numeric, other_payers::numeric, pending_removal
      FROM registry.entitlements(month.month) WHERE state = 'payable';
    CREATE TEMP TABLE slow ON COMMIT DROP AS
    SELECT thai_id, programme, authority_code, allowance, other_payers, pending_removal
      FROM oracle.entitled JOIN load.person USING (number) WHERE entitled.month = month.month;
    INSERT INTO compare.difference
    SELECT 'fast', thai_id, programme, month.month, authority_code, allowance, other_payers, pending_removal FROM (TABLE fast EXCEPT ALL TABLE slow) AS only_fast;
    INSERT INTO compare.difference
    SELECT 'oracle', thai_id, programme, month.month, authority_code, allowance, other_payers, pending_removal FROM (TABLE slow EXCEPT ALL TABLE fast) AS only_slow;
    SELECT count(*) INTO compared FROM slow;
    DROP TABLE fast, slow;
    RETURN compared;
  END
  $$;
CREATE TABLE compare.compared AS
SELECT month, compare.month(month) AS lines
  FROM (SELECT month::date AS month, month::date IN ('2009-04-01', '2009-10-01', '2010-04-01', '2011-10-01', '2014-10-01', '2018-11-01', '2020-10-01', '2022-04-01', '2022-09-01', '2022-10-01',
                                                     '2023-08-01', '2023-09-01', '2023-10-01') AS turning
          FROM generate_series(DATE '2009-04-01', DATE '2032-09-01', interval '1 month') AS month
         ORDER BY turning DESC, hashint8extended(extract(epoch FROM month)::bigint, (SELECT seed FROM generated.setting))
         LIMIT nullif(:drawn, 0)) AS asked;
SELECT format('# %s lines of %s months compared, %s differ', sum(lines), count(*), (SELECT count(*) FROM compare.difference)) FROM compare.compared;
-- each difference with what both say
SELECT format('# difference: %s %s %s: fast path %s, oracle %s', coalesce(fast.thai_id, slow.thai_id), coalesce(fast.programme, slow.programme),
              to_char(coalesce(fast.month, slow.month), 'YYYY-MM'),
              coalesce(format('%s baht and %s of others at %s%s', fast.allowance, fast.other_payers, fast.authority_code, CASE WHEN fast.pending_removal THEN ' pending removal' END), 'nothing'),
              coalesce(format('%s baht and %s of others at %s%s', slow.allowance, slow.other_payers, slow.authority_code, CASE WHEN slow.pending_removal THEN ' pending removal' END), 'nothing'))
  FROM (SELECT * FROM compare.difference WHERE side = 'fast') AS fast
  FULL JOIN (SELECT * FROM compare.difference WHERE side = 'oracle') AS slow USING (thai_id, programme, month)
 ORDER BY 1 LIMIT 40;

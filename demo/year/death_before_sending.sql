-- March: on the day after the seal a death of February is told. What is sealed is not handed over: the seal is broken, and the payment held back from the
-- next one. Parameters: month.
\ir staff.psql
RESET ROLE;
SELECT :'month' = '2027-03-01' AND NOT EXISTS (SELECT FROM civil.event WHERE thai_id = pg_temp.id(116)) AS is_now \gset
\if :is_now
SELECT set_config('welfare.business_date', '2027-03-06', false), set_config('welfare.principal', 'demo_registry', false),
       set_config('welfare.duty', 'civil_registry', false), set_config('welfare.nation', 'on', false) \g /dev/null
SET ROLE welfare_civil;
BEGIN;
SELECT civil.begin_delivery('demonstration') AS delivery \gset
INSERT INTO civil.event_row (delivery_number, line_number, thai_id, kind, happened_on, registered_on, birth_date, first_name, last_name, event_reference)
VALUES (:delivery, 2, pg_temp.id(116)::text, 'death', '27/02/2570', '05/03/2570', '15/06/2490', 'สมศรี', 'ใจดี', 'D-2570-000116');
SELECT 1 / added AS told FROM (SELECT events_added AS added FROM civil.finish_delivery(:delivery)) AS finished \gset
COMMIT;
SELECT pg_temp.act('demo_admin', '2027-03-06') \g /dev/null
SELECT count(*) FROM civil.sweep() CROSS JOIN payment.hold_the_dead() \g /dev/null
SELECT pg_temp.act_treasury('demo.treasurer.second', '2027-03-06') \g /dev/null
SELECT disbursement_number AS sealed FROM payment.list_disbursements(:'month') WHERE state = 'sealed' \gset
DO $$
BEGIN
  PERFORM payment.send_disbursement(disbursement_number, digest) FROM payment.list_disbursements('2027-03-01') WHERE state = 'sealed';
  RAISE EXCEPTION 'a payment to a dead person was handed over';
EXCEPTION WHEN SQLSTATE 'WF40B' THEN
  NULL;
END
$$;
SELECT payment.break_seal(:sealed, 'ทราบการตายหลังปิดผนึก') \g /dev/null
SELECT pg_temp.act_treasury('demo.treasurer', '2027-03-06') \g /dev/null
SELECT count(*) FROM payment.seal_disbursement(:'month') \g /dev/null
\endif

BEGIN;

DROP TYPE job.run_state;
DROP TYPE job.catch_up;
DROP TYPE job.period_kind;
DROP SCHEMA job;
DELETE FROM reference.message WHERE code IN ('WF700', 'WF701', 'WF702', 'WF703', 'WF704', 'WF705', 'WF706', 'WF707', 'WF708', 'WF709', 'WF710', 'WF711');

COMMIT;

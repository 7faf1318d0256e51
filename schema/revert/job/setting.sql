BEGIN;

DROP FUNCTION job.setting_on(job.setting_name, date);
DROP TABLE job.setting;
DROP TYPE job.setting_name;

COMMIT;

BEGIN;

DROP TRIGGER finding_step_no_removal ON registry.finding_step;
DROP TRIGGER finding_step_no_change ON registry.finding_step;
DROP TRIGGER finding_step_advance ON registry.finding_step;
DROP TRIGGER finding_step_check ON registry.finding_step;
DROP TRIGGER finding_no_removal ON registry.finding;
DROP TRIGGER finding_only_steps ON registry.finding;
DROP TRIGGER finding_begin ON registry.finding;
DROP TRIGGER finding_check_new ON registry.finding;
DROP FUNCTION registry.refuse_change_but_authority();
DROP FUNCTION registry.refuse_change_of_finding();
DROP FUNCTION registry.advance_finding();
DROP FUNCTION registry.check_finding_step();
DROP FUNCTION registry.begin_finding();
DROP FUNCTION registry.check_new_finding();

COMMIT;

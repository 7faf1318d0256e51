BEGIN;

DROP FUNCTION report.summary_by_programme(integer, integer, integer, integer, reference.authority_type_name);
DROP FUNCTION report.totals_in_scope(integer);

COMMIT;

#!/usr/bin/env bash
# ER6 to ER18, EG4.1, EO1–EO3, DR6–DR17, AR1, AR3, RC3–RC8, DE1–DE20: monthly entitlement against an independent, slow oracle, which
# uses nothing of the schemas welfare, registry and reference, over April 2552 to September 2575 (oracle/README.md).
# Environment: ORACLE_PEOPLE (100000), ORACLE_SEED (2569), ORACLE_MONTHS (24; 0: every month) for all of them; ORACLE_SAMPLE (3000)
# other people are compared in every month.
cd "$(dirname "$0")/.." || exit 1
. test/tap.sh
unset PGOPTIONS PGSERVICE
people=${ORACLE_PEOPLE:-100000} seed=${ORACLE_SEED:-2569} months=${ORACLE_MONTHS:-24} sample=${ORACLE_SAMPLE:-3000}
base=welfare_oracle
remove() { for name in $base ${base}_sample ${base}_drawn ${base}_altered; do dropdb --if-exists "$name" 2>/dev/null; done; }
trap remove EXIT
trap 'exit 130' INT TERM
remove

run() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }
# A database with the schema, the places, generated people and what the oracle says of them. Parameters: name; people; seed.
prepare() {
  test/deploy "$1" && run -d "$1" -c 'SET ROLE welfare_owner' -f demo/places.sql &&
    run -d "$1" -v people="$2" -v seed="$3" -f test/oracle/generate.sql && run -d "$1" -f test/oracle/oracle.sql
}
# Seconds that a step took, as a diagnostic. Parameters: words; command.
timed() {
  local words=$1 begun=$SECONDS
  shift
  "$@" | grep . || return 1
  echo "# $words: $((SECONDS - begun)) s"
}
differences() { run -d "$1" -c 'SELECT count(*) FROM compare.difference'; }

timed "people drawn and the oracle's answer" prepare $base "$people" "$seed" || { echo "not ok 1 - the oracle answers"; exit 1; }
# fewer people exercise each rule by fewer
least=$(((100 * people + 99999) / 100000))
run -d $base -v least=$least -f test/oracle/exercised.sql
is "$(run -d $base -c "SELECT rule, meaning, people FROM oracle.exercised WHERE people < $least")" "" "every rule is exercised by $least people or more"
timed "people put on record" run -d $base -f test/oracle/load.sql
timed "months compared" run -d $base -v drawn="$months" -f test/oracle/compare.sql
is "$(differences $base)" 0 "ER12, ER13, DR12, AR1: $people people, drawn months: the fast path and the oracle say the same, both ways"
ok "months were compared" test "$(run -d $base -c 'SELECT min(lines) > 0 AND count(*) > 0 FROM compare.compared')" = t

timed "the sample's people and the oracle's answer" prepare ${base}_sample "$sample" $((seed + 1))
copy() { dropdb --if-exists ${base}_altered 2>/dev/null; createdb -T ${base}_drawn ${base}_altered; }
createdb -T ${base}_sample ${base}_drawn
run -d ${base}_sample -f test/oracle/load.sql
timed "every month of the sample compared" run -d ${base}_sample -v drawn=0 -f test/oracle/compare.sql
is "$(differences ${base}_sample)" 0 "ER12, ER13, DR12, AR1: $sample people, every month: the same"

# The comparison can fail: with the law on record altered, it does. Each alteration is made in a copy before anything is put on record.
altered() {
  local description=$1 statement=$2 drawn=24 unaltered=$unaltered_drawn after
  # what shows in single months only is looked for in every one
  if [[ $description = DE1,* ]]; then drawn=0 unaltered=$unaltered_every; fi
  copy
  run -d ${base}_altered -c 'SET session_replication_role = replica' -c 'SET search_path = pg_catalog, welfare' -c "$statement" || return 1
  run -d ${base}_altered -f test/oracle/load.sql >/dev/null && run -d ${base}_altered -v drawn=$drawn -f test/oracle/compare.sql >/dev/null || return 1
  after=$(differences ${base}_altered)
  echo "# $description: $after differences"
  [ "$after" -gt "$unaltered" ]
}
copy
run -d ${base}_altered -f test/oracle/load.sql >/dev/null
run -d ${base}_altered -v drawn=24 -f test/oracle/compare.sql >/dev/null
unaltered_drawn=$(differences ${base}_altered) unaltered_every=$(differences ${base}_sample)
while IFS='|' read -r description statement; do
  ok "the comparison finds an alteration: $description" altered "$description" "$statement"
done <<'SQL'
RC8.1, a ladder one baht higher|UPDATE reference.rate SET ladder = '60:601,70:700,80:800,90:1000' WHERE programme = 'elderly' AND component = 'base' AND lower(valid) = '2011-10-01'
RC8.1, no temporary addition|DELETE FROM reference.rate WHERE programme = 'elderly' AND component = 'additional'
RC8.2, no component of the card's fund|DELETE FROM reference.rate WHERE component = 'welfare_card'
RC7, the step by the fiscal year for ever|UPDATE reference.age_rule SET basis = 'fiscal_year_start' WHERE programme = 'elderly'
ER18, a salary of a local authority is no bar|UPDATE reference.criterion SET rule = replace(rule::text, ' | local_authority_salary', '')::welfare.eligibility_rule WHERE programme = 'elderly'
ER18, the disability allowance lifts no bar|UPDATE reference.programme SET receipt_facts = '{}'
DE1, a qualification counts by the 1st alone|DELETE FROM reference.fact_timing
DE7, payment stops without an order|UPDATE reference.continuation SET until_order = false
DE18, disability from the next fiscal year for ever|UPDATE reference.commencement SET way = 'next_fiscal_year' WHERE programme = 'disability' AND lower(claimed) = '2015-10-01'
EG3.1, nobody falls under the new regulation in September 2566|UPDATE reference.commencement SET superseded_from = NULL
ER8.3, a move ends payment at once|UPDATE reference.ending SET last_month = 'month_of_event' WHERE cause = 'moved' AND programme = 'elderly'
DE6, a removal ends payment by the day of the finding|UPDATE reference.ending SET last_month = 'fiscal_year_of_event' WHERE cause = 'disqualified'
SQL
done_testing

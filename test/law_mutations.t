#!/usr/bin/env bash
# Each rule of law is broken in turn, as the lists of test/law_mutations/ say, and a test whose description begins with that rule's identifier
# must notice: fail, or run no longer.
#
# A list's line is "RULE[, RULE…]: SQL"; lines that begin with two spaces go on with it, those with # say something. Every rule that a
# line names must be noticed. The tests are found by their descriptions in pgtap/; each file is a transaction that rolls back, and
# so does the mutation, made in the same one. A line "@ FILE[ FILE…]" names files of pgtap/, without ".sql", that are tried first for
# the lines after it, where they have tests of the rule: it saves time and decides nothing. Arguments: only lines that contain one of these texts.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

base=welfare_law_mutations jobs=2
place=$(mktemp -d "${TMPDIR:-/tmp}/welfare-mutations.XXXXXX")
remove() { for number in $(seq "$jobs"); do dropdb --if-exists "${base}_$number" 2>/dev/null; done; }
trap 'remove; rm -rf "$place"' EXIT
trap 'exit 130' INT TERM

# Files whose text has a test of a rule: those named first, those that prove rules one by one, then by their size; the random comparison last.
# Parameters: rule; files to be tried first.
files_of() {
  local file name
  grep -lE -- "'([a-z_]+: )?([A-Z]{2}[0-9.]+!?, )*${1//./\\.}!?(, [A-Z]{2}[0-9.]+!?)*:" pgtap/*.sql pgtap/specification/*.sql |
    while read -r file; do
      name=${file#pgtap/}
      case " $2 " in *" ${name%.sql} "*) echo "-1 $file"; continue ;; esac
      case $file in pgtap/rules_*) echo "0 $file" ;; *oracle* | *sight_matrix*) echo "99999999 $file" ;; *) echo "$(stat -c %s "$file") $file" ;; esac
    done | sort -n | cut -d' ' -f2-
}

# Runs a file in a database after a mutation, both in one transaction. Parameters: database; mutation; file.
run() {
  psql -X -q -At -v ON_ERROR_STOP=1 -d "$1" -c 'BEGIN' -f test/law_mutations.sql -c "SELECT pg_temp.break_law(\$mutation\$$2\$mutation\$)" \
    -c "\\echo mutated" -f "$3" 2>&1
}

# Tests of a rule in a file's output: how many failed, how many passed. What is still to do counts for nothing. Parameters: rule. Reads TAP.
tests_of() {
  perl -CSD -e '
    my ($rule, $failed, $passed) = ($ARGV[0], 0, 0);
    while (<STDIN>) {
      next unless /^\s*(not )?ok \d+ - (.*)$/;
      my ($bad, $said) = ($1, $2);
      next if $said =~ /(?<!\\)#\s*(skip|todo)/i;
      $said =~ s/^[a-z_]+: //;
      next unless $said =~ /^((?:[A-Z]{2}\d+(?:\.\d+)?!?)(?:, [A-Z]{2}\d+(?:\.\d+)?!?)*): /;
      next unless grep { s/!$//r eq $rule } split /, /, $1;
      if ($bad) { $failed++ } else { $passed++ }
    }
    print "$failed $passed\n";' "$1"
}

# Whether tests of a rule notice a mutation. Prints which; fails, and says why, when none does.
# Parameters: database; rule; mutation; files to be tried first.
# A file runs once for all rules of a mutation.
noticed() {
  local file failed passed before log here=$place/$1 ran=' no test'
  mkdir -p "$here"
  if [ "$(cat "$here/mutation" 2>/dev/null)" != "$3" ]; then
    rm -f "$here"/*.log
    printf '%s' "$3" > "$here/mutation"
  fi
  for file in $(files_of "$2" "${4:-}"); do
    log=$here/$(tr / _ <<< "$file").log
    [ -e "$log" ] || run "$1" "$3" "$file" > "$log"
    # the mutation itself must work
    if ! grep -qx mutated "$log"; then
      echo "not made: $(grep -m 1 ERROR "$log")"
      return 1
    fi
    read -r failed passed < <(tests_of "$2" < "$log")
    if [ "$failed" -gt 0 ]; then echo "by $file"; return 0; fi
    ran="${ran# no test} $file"
    if grep -q 'ERROR:' "$log"; then
      before=$here/$(tr / _ <<< "$file").$2
      [ -s "$before" ] || run "$1" 'SELECT 1' "$file" | tests_of "$2" > "$before"
      if [ "$passed" -lt "$(cut -d' ' -f2 "$before")" ]; then echo "by $file, which died"; return 0; fi
    fi
  done
  echo "not noticed by:$ran"
  return 1
}

# Mutations of some lists, one a line: rules, SQL, files to be tried first, with tabs between. Parameters: files.
mutations() {
  perl -CSD -ne '
    chomp;
    $first = "" if $. == 1;
    next if /^#|^\s*$/;
    if (s/^  +/ /) { $line .= $_; next }
    print "$line\t$files\n" if defined $line;
    undef $line;
    if (/^@ (.+)$/) { $first = $1; next }
    /^((?:[A-Z]{2}\d+(?:\.\d+)?)(?:, [A-Z]{2}\d+(?:\.\d+)?)*): (.+)$/ or die "$ARGV: $_\n";
    $line = "$1\t$2";
    $files = $first;
    END { print "$line\t$files\n" if defined $line }
    close ARGV if eof' "$@"
}

# Every so-many-th mutation, in a database. Parameters: number of the job.
job() {
  local rules sql first rule said
  awk -v jobs="$jobs" -v job="$1" 'NR % jobs == job - 1' "$place/list" | while IFS=$'\t' read -r rules sql first; do
    for rule in ${rules//,/ }; do
      if said=$(noticed "${base}_$1" "$rule" "$sql" "$first"); then echo "ok"; else echo "not ok"; fi
      # no colon behind the rule: this proves that a test notices, and not the rule
      printf '%s is noticed broken by %.150s\n%s\n' "$rule" "$sql" "$said"
    done
  done > "$place/job$1"
}

# Passwords are hashed at the least cost: the law does not ask for them, and every file that adds users would wait for it.
remove
if ! { test/deploy "${base}_1" &&
       psql -X -q -d "${base}_1" -c 'CREATE SCHEMA tap' -c 'CREATE EXTENSION pgtap SCHEMA tap' -c 'GRANT USAGE ON SCHEMA tap TO PUBLIC' \
         -c 'UPDATE identity.policy SET bcrypt_cost = 4'; }; then
  echo "not ok 1 - the schema deploys"
  exit 1
fi
for number in $(seq 2 "$jobs"); do createdb -T "${base}_1" "${base}_$number" || exit 1; done

# what notices must be able not to
unnoticed() { ! noticed "${base}_1" "$@"; }
ok "a mutation that changes nothing is not noticed" unnoticed ER9 "UPDATE reference.rate SET valid = valid"
like "$(noticed "${base}_1" ER9 'UPDATE reference.rate SET valid = valid WHERE false')" '^not made: .*no row' "one that concerns no row is not made"
like "$(noticed "${base}_1" ER9 "SELECT pg_temp.mutate('reference.month_after', 'no such text', 'x')")" '^not made: .*no such text' "nor one of a text that is not there"
like "$(noticed "${base}_1" ZZ9 'DELETE FROM reference.rate')" '^not noticed by: no test' "a rule without tests notices nothing"
like "$(noticed "${base}_1" ER9 'DELETE FROM reference.rate')" '^by pgtap/rules_elderly.sql' "and what breaks a rule is noticed"
is "$(printf 'ok 1 - ER9: a\nnot ok 2 - ER9!, RC6: b\nnot ok 3 - RC6: c ER9: d\nnot ok 4 - ER9: e # todo f\nnot ok 5 - moves: ER9!: g\n' | tests_of ER9)" "2 1" "tests are told by the identifiers at their heads"

mutations test/law_mutations/*.txt > "$place/all" || { echo "not ok - the lists are read"; exit 1; }
if [ $# = 0 ]; then cp "$place/all" "$place/list"; else printf '%s\n' "$@" > "$place/wanted"; grep -F -f "$place/wanted" "$place/all" > "$place/list"; fi
for number in $(seq "$jobs"); do job "$number" & done
wait
while read -r result && IFS= read -r description && IFS= read -r said; do
  tests=$((tests + 1))
  echo "$result $tests - ${description//#/}"
  [ "$result" = ok ] || broken=$((broken + 1))
  echo "# $said"
done < <(for number in $(seq "$jobs"); do cat "$place/job$number"; done)
ok "there are mutations" test -s "$place/list"
ok "every mutation of the lists was tried" test "$(tr -cd ',\n' < <(cut -f1 "$place/list") | wc -c)" = "$(($(for number in $(seq "$jobs"); do cat "$place/job$number"; done | wc -l) / 3))"
done_testing

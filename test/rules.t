#!/usr/bin/env bash
# Every rule of test/rules.txt is proved by tests that ran and passed: at least one whose description begins with "ID: " says what the rule
# gives, one that begins with "ID!: " says what it refuses or does not give. A description may begin with several: "ER14, DR14!: …".
#
# Reads the logs (*.log) of the suites that ran before it, in $WELFARE_TEST_LOGS. Without logs it fails. Arguments: identifiers to ask
# about, instead of those of the list.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

logs=${WELFARE_TEST_LOGS:-}
rules=${*:-$(grep -v '^#' test/rules.txt)}

# The identifiers that stand at the head of descriptions of tests that passed, as they stand there. Reads TAP. What is skipped or still to do
# proves nothing; subtests are indented. Before the identifiers there may be the name of a spec.
proved() {
  perl -CSD -ne '
    next unless /^\s*ok \d+ - (.*)$/;
    my $said = $1;
    next if $said =~ /(?<!\\)#\s*(skip|todo)/i;
    $said =~ s/^[a-z_]+: //;
    next unless $said =~ /^((?:[A-Z]{2}\d+(?:\.\d+)?!?)(?:, [A-Z]{2}\d+(?:\.\d+)?!?)*): /;
    print "$_\n" for split /, /, $1;' "$@" | sort -u
}

# Rules that lack one of the two. Parameters: mark ("" or "!"); file of what is proved; identifiers.
unproved() {
  local mark=$1 known=$2
  shift 2
  for rule in "$@"; do grep -qxF -- "$rule$mark" "$known" || echo "$rule"; done
}

place=$(mktemp -d "${TMPDIR:-/tmp}/welfare-rules.XXXXXX")
trap 'rm -rf "$place"' EXIT

# the reader itself: what counts, and what does not
cat > "$place/sample.log" <<'TAP'
ok 1 - ER1: given
ok 2 - ER2!: refused
ok 3 - ER3, ER4!, RC8.1: several
ok 4 - moves: ER5: a spec
    ok 5 - ER6: a subtest
not ok 6 - ER7: failed
ok 7 - ER8: skipped # SKIP no time
ok 8 - ER9: later # todo not yet
not ok 9 - ER9!: nor this # todo not yet
ok 10 - ER10 without its colon
ok 11 - about ER11: not at its head
ok 12 - ER12
TAP
is "$(proved "$place/sample.log" | tr '\n' ' ')" "ER1 ER2! ER3 ER4! ER5 ER6 RC8.1 " "the reader takes identifiers at the head of what passed, and nothing else"
proved "$place/sample.log" > "$place/sample"
is "$(unproved '' "$place/sample" ER1 ER2 ER7) / $(unproved '!' "$place/sample" ER1 ER2)" "ER2
ER7 / ER1" "and a rule that lacks a test is named"
listed=$(grep -v '^#' test/rules.txt | tr -s ' ' '\n' | grep .)
is "$(sort <<< "$listed" | uniq -d)$(grep -vE '^[A-Z]{2}[0-9]+(\.[0-9]+)?$' <<< "$listed")" "" "test/rules.txt names each rule once"

ok "the suites that ran left their logs" test -n "$(find "${logs:-/nonexistent}" -maxdepth 1 -name '*.log' -size +0 2>/dev/null)"
if [ -n "$logs" ]; then
  find "$logs" -maxdepth 1 -name '*.log' -exec cat {} + > "$place/all" 2>/dev/null
  proved "$place/all" > "$place/proved"
else
  : > "$place/proved"
fi
# shellcheck disable=SC2086
for rule in $rules; do
  for mark in '' '!'; do
    case $mark in '') what="what it gives" ;; *) what="what it refuses" ;; esac
    ok "a test that passed says of $rule $what" grep -qxF -- "$rule$mark" "$place/proved"
  done
done
done_testing

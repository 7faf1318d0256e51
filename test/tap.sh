# Sourced by the shell tests: numbered results in TAP. Each test says the rule it proves.
tests=0 broken=0

# Parameters: description, then a command that must succeed; what it prints goes to standard error.
ok() {
  local description=$1
  shift
  tests=$((tests + 1))
  if "$@" >&2; then
    echo "ok $tests - $description"
  else
    broken=$((broken + 1))
    echo "not ok $tests - $description"
  fi
}

# Parameters: what was got, what is wanted, description.
is() {
  tests=$((tests + 1))
  if [ "$1" = "$2" ]; then
    echo "ok $tests - $3"
  else
    broken=$((broken + 1))
    echo "not ok $tests - $3"
    diff <(printf '%s\n' "$2") <(printf '%s\n' "$1") | head -n 40 | sed -e 's/^</wanted:/' -e 's/^>/got:   /' -e 's/^/# /'
  fi
}

# Parameters: what was got, extended regular expression, description.
like() {
  tests=$((tests + 1))
  if grep -qE -- "$2" <<< "$1"; then
    echo "ok $tests - $3"
  else
    broken=$((broken + 1))
    echo "not ok $tests - $3"
    printf '%s\n' "got:    $1" "wanted: $2" | sed 's/^/# /'
  fi
}

# Ends the script: the plan, and the exit status.
done_testing() {
  echo "1..$tests"
  [ "$broken" = 0 ] && [ "$tests" != 0 ]
  exit
}

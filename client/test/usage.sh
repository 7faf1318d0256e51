# The command line: what is said, in which language, with which status.

run
is "$status" 2 "without a command: status 2"
like "$err" 'no command was given' "without a command: the reason"
like "$err" 'HINT: Try "welfare --help"' "and where to look"
run conjure
is "$status" 2 "an unknown command: status 2"
like "$err" 'unknown command "conjure"' "an unknown command is named"
run import
is "$status" 2 "half a command: status 2"
like "$err" 'known: persons' "half a command: what it could go on with"
run import cattle
like "$err" 'unknown command "import cattle"' "an unknown second word is named"
run --frobnicate check
is "$status" 2 "an unknown option: status 2"
like "$err" 'unknown option "--frobnicate"' "an unknown option is named"
run check -Z
like "$err" 'unknown option "-Z"' "so is one of a single letter"
run check --host
like "$err" 'option "--host" needs a value' "an option without its value is named"
run check --json
is "$status" 2 "an option of another command: status 2"
like "$err" 'option "--json" does not belong to the command "check"' "an option of another command is named"
run report summary-by-programme --fiscal-year 2553 --json --format csv
is "$status" 2 "two formats at once: status 2"
run report summary-by-programme --fiscal-year 2553 --format pdf
like "$err" 'unknown format "pdf"' "an unknown format is named"
run import persons
like "$err" 'which file' "an import without a file"
run import persons one.csv two.csv
like "$err" 'too many arguments: "two.csv"' "an argument too many is named"
run payfile --batch 2
like "$status $err" '^2 .*option "--batch" needs option "--disbursement"' "the number of a batch alone says nothing"
run payfile --disbursement 12x
like "$status $err" '^2 .*"12x" of option "--disbursement" is no whole number' "a disbursement is a number"
run payfile --format pain.001,mt101
like "$status $err" '^2 .*unknown format "pain.001,mt101"' "an unknown format of files is named"
run payfile --list --output here
like "$status $err" '^2 .*"--list" and "--output" exclude each other' "a list writes no files"
run payfile out
like "$status $err" '^2 .*too many arguments: "out"' "a folder is an option"
run import bank-results
like "$status $err" '^2 .*which file' "results without a file"
run report summary-by-programme --fiscal-year 2553 --format csv,pain.001
like "$status $err" '^2 .*unknown format' "formats of files are none of a report"
run check --language fr
is "$status" 2 "an unknown language: status 2"
like "$err" 'unknown language "fr"' "an unknown language is named"

run --version
is "$out" "welfare $(sed -n "s/^default_version *= *'\([^']*\)'.*/\1/p" "$top/welfare.control")" "--version says that of welfare.control"
run --help
is "$status" 0 "--help: status 0"
like "$out" '^Options:' "--help lists options"
like "$out" '^Connection options:' "and, apart from them, connection options"
run -?
like "$out" '^Usage:' "-? is --help"
for command in "import persons" import "import bank-results" "report summary-by-programme" payfile check jobs; do
  # shellcheck disable=SC2086
  run $command --help
  like "$status $out" "^0 welfare ${command%% *}" "welfare $command --help tells of that command"
done
run import persons --help
like "$out" 'way_of_payment, bank_code, bank_branch, account_number, account_name, remark$' "help on imports lists the columns"
run import bank-results --help
like "$out" 'reference, outcome, reason_code, amount, booked_on, bank_text$' "so does help on results of a bank"
run payfile --help --language th
like "$out" 'สร้างแฟ้มโอนเงินสำหรับธนาคาร' "help in Thai for who reads Thai"

# language: --language, else LC_ALL, LC_MESSAGES, LANG; Thai unless it starts with en
says() { env -u LC_ALL -u LC_MESSAGES -u LANG "$@" "$welfare" conjure 2>&1; }
thai='ไม่รู้จักคำสั่ง' english='unknown command'
like "$(says LANG=en_US.UTF-8)" "$english" "LANG=en_US: English"
like "$(says LANG=en_US.UTF-8 LC_MESSAGES=th_TH.UTF-8)" "$thai" "LC_MESSAGES counts before LANG"
like "$(says LC_MESSAGES=th_TH.UTF-8 LC_ALL=en_GB.UTF-8)" "$english" "LC_ALL counts before LC_MESSAGES"
like "$(says LANG=C)" "$thai" "any other locale: Thai"
like "$(says)" "$thai" "no locale: Thai"
like "$("$welfare" --language en conjure 2>&1)" "$english" "--language counts before all"
like "$(LC_ALL=en_US.UTF-8 "$welfare" conjure --language th 2>&1)" "$thai" "and may stand after the command"

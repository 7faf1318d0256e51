#!/usr/bin/env bash
# One version number, everywhere.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

version=$(sed -n "s/^default_version *= *'\([^']*\)'.*/\1/p" welfare.control)
like "$version" '^[0-9]+\.[0-9]+\.[0-9]+$' "welfare.control states a version"
is "$(python3 -c 'import json; d = json.load(open("META.json")); print(d["version"], d["provides"]["welfare"]["version"])')" \
   "$version $version" "META.json states it twice"
is "$(sed -n 's/^## \[\([0-9.]*\)\].*/\1/p' CHANGELOG.md | head -n 1)" "$version" "CHANGELOG.md's newest section is it"
is "$(client/welfare --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)" "$version" "the client says it"
is "$(strings welfare.so | grep -Fx "$version" | head -n 1)" "$version" "the library was built as it"
is "$(python3 - <<'PYTHON'
import json
meta = json.load(open("META.json"))
required = ["name", "version", "abstract", "maintainer", "license", "provides", "meta-spec"]
known = required + ["description", "generated_by", "tags", "no_index", "prereqs", "release_status", "resources"]
print([key for key in required if key not in meta], [key for key in meta if key not in known and not key.startswith("x_")],
      meta["meta-spec"]["version"], [key for key in ("file", "docfile", "version", "abstract") if key not in meta["provides"]["welfare"]])
PYTHON
)" "[] [] 1.0.0 []" "META.json has what PGXN's specification 1.0.0 requires and nothing unknown"
for file in $(python3 -c 'import json; p = json.load(open("META.json"))["provides"]["welfare"]; print(p["docfile"])'); do
  ok "META.json's $file exists" test -f "$file"
done
done_testing

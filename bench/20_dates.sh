# shellcheck shell=bash disable=SC2154
# QP3: dates in Thai words. The floor is date::text; the peers are ICU and what people write in PL/pgSQL.
# ICU twice: as the extension icu_ext (1.8 and later) calls it, which opens a formatter for every value, and with the
# formatter kept, the most that a wrapper around ICU could reach. Per row, on one core, without the scan that
# all of them share.

database=bench_dates
createdb "$database"
export PGDATABASE=$database
sql -f bench/dates.sql
sql -v count="$ROWS" <<'SQL'
-- From 1941, when the year began to begin in January, to 2069, in no order.
CREATE TABLE day AS SELECT DATE '1941-01-01' + (number * 7919 % 47000)::integer AS day FROM generate_series(1::bigint, :count) AS number;
VACUUM ANALYZE day;
SQL

# A peer that writes something else is no peer.
# Parameters: expression of the peer. Stops the run when it and format_thai_date differ.
agrees() {
  local wrong
  wrong=$(sql -At -c "SELECT count(*) FROM (SELECT day FROM day LIMIT 50000) AS sampled
                       WHERE $1 IS DISTINCT FROM welfare.format_thai_date(day, 'long')")
  [ "$wrong" = 0 ] || { echo "$1 differs from format_thai_date in $wrong of 50,000 dates" >&2; return 1; }
}

# Opening a formatter takes microseconds: a tenth of the rows is enough.
few=$((ROWS / 10 > 0 ? ROWS / 10 : 1))
icu=
if pkg-config --exists icu-i18n 2> /dev/null; then
  # shellcheck disable=SC2046
  ${CC:-cc} -O2 -fPIC -shared -isystem "$("$PG_CONFIG" --includedir-server)" -o "$place/icu_peer.so" bench/icu_peer.c $(pkg-config --cflags --libs icu-i18n)
  sql -v library="$place/icu_peer" <<'SQL'
CREATE FUNCTION icu_opened(date) RETURNS text LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS :'library';
CREATE FUNCTION icu_kept(date) RETURNS text LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS :'library';
SQL
  icu=yes
  agrees "icu_opened(day)"
  agrees "icu_kept(day)"
fi
# Debian 12 has icu_ext 1.6, which has no function for dates.
icu_ext=$(sql -At <<'SQL'
SELECT 'CREATE EXTENSION icu_ext' FROM pg_available_extensions WHERE name = 'icu_ext' \gexec
SELECT to_regprocedure('icu_format_date(timestamptz,text,text)') IS NOT NULL;
SQL
)
icu_ext_call="icu_format_date(day::timestamptz, 'd MMMM y', 'th@calendar=buddhist')"
[ "${icu_ext##*$'\n'}" = t ] && agrees "$icu_ext_call"
agrees "plain_thai_date(day)"

# Parameters: series; expression; rows.
format() {
  sample "$1" "SET max_parallel_workers_per_gather = 0; SET work_mem = '256MB';" \
    "SELECT count($2) FROM (SELECT day FROM day LIMIT $3) AS sampled;"
}
format_all() {
  format scan "day" "$ROWS"
  format text "day::text" "$ROWS"
  format thai "welfare.format_thai_date(day, 'long')" "$ROWS"
  format plain "plain_thai_date(day)" "$ROWS"
  format scan_few "day" "$few"
  if [ -n "$icu" ]; then
    format icu_opened "icu_opened(day)" "$few"
    format icu_kept "icu_kept(day)" "$few"
  fi
  if [ "${icu_ext##*$'\n'}" = t ]; then format icu_ext "$icu_ext_call" "$few"; fi
}
rounds format_all

for series in text thai plain; do per_row "$series" "${series}_ns" "$ROWS" scan; done
row "QP3 format_thai_date / date::text" thai_ns text_ns ns "<= 1.2"
if [ "${icu_ext##*$'\n'}" = t ]; then
  per_row icu_ext icu_ext_ns "$few" scan_few
  row "QP3 format_thai_date / icu_ext" thai_ns icu_ext_ns ns ">= 100x"
else
  row_without "QP3 format_thai_date / icu_ext" ">= 100x" "this system's icu_ext has no icu_format_date (1.8 has)"
fi
if [ -n "$icu" ]; then
  for series in icu_opened icu_kept; do per_row "$series" "${series}_ns" "$few" scan_few; done
  row "QP3 format_thai_date / ICU, formatter opened per value as icu_ext does" thai_ns icu_opened_ns ns ">= 100x"
  row "QP3 format_thai_date / ICU, formatter kept" thai_ns icu_kept_ns ns "-"
else
  row_without "QP3 format_thai_date / ICU" ">= 100x" "no libicu-dev"
fi
row "QP3 format_thai_date / PL/pgSQL" thai_ns plain_ns ns ">= 8x"
export PGDATABASE=postgres
dropdb "$database"

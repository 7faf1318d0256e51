# shellcheck shell=bash disable=SC2154
# QP1, QP2: national IDs. The floor is bigint with the same digits; the peers are contrib's isn, whose type
# ean13 has thirteen digits with a check digit too, and what people write without a type: text with a CHECK in
# PL/pgSQL. Server-side COPY of one column from a file that is in the system's cache.

database=bench_ids
createdb "$database"
export PGDATABASE=$database
sql -f bench/ids.sql
small=$((IDS / 10 > 0 ? IDS / 10 : 1))

note "  writing $(commas "$IDS") numbers"
# Parameters: generator; how many; file.
write_numbers() { sql -c "COPY (SELECT $1(number) FROM generate_series(0, $2 - 1) AS number) TO STDOUT" > "$place/ids.$3"; }
write_numbers national_id "$IDS" thai_id
write_numbers national_id "$small" small
write_numbers article_number "$IDS" ean13

# Parameters: series; table; column definition; file.
load() { sample "$1" "DROP TABLE IF EXISTS $2; CREATE TABLE $2 (id $3);" "COPY $2 FROM '$place/ids.$4';"; }
load_all() {
  load copy_bigint by_bigint bigint thai_id
  load copy_thai_id by_thai_id welfare.thai_id thai_id
  load copy_ean13 by_ean13 ean13 ean13
  load copy_text by_text "text CHECK (is_national_id(id))" small
  load copy_thai_id_small by_thai_id_small welfare.thai_id small
}
rounds load_all

# The first scan after a load writes to every page; that is no part of building an index.
sql -c 'VACUUM by_bigint' -c 'VACUUM by_thai_id' -c 'VACUUM by_ean13'
index() { sample "index_$1" "DROP INDEX IF EXISTS by_$1_id;" "CREATE INDEX by_$1_id ON by_$1 (id);"; }
index_all() { index bigint; index thai_id; index ean13; }
rounds index_all

for type in bigint thai_id ean13; do
  sample_value "heap_size_$type" "$(sql -At -c "SELECT pg_relation_size('by_$type')")"
  sample_value "index_size_$type" "$(sql -At -c "SELECT pg_relation_size('by_${type}_id')")"
done

many=$(commas "$IDS")
row "QP1 COPY of $many thai_id / bigint" copy_thai_id copy_bigint ms "<= 1.05"
row "QP1 COPY of $many thai_id / isn ean13" copy_thai_id copy_ean13 ms "-"
row "QP1 COPY of $(commas "$small") thai_id / text, PL/pgSQL CHECK" copy_thai_id_small copy_text ms "-"
row "QP2 heap, thai_id / bigint" heap_size_thai_id heap_size_bigint bytes "<= 1.00"
row "QP2 b-tree, thai_id / bigint" index_size_thai_id index_size_bigint bytes "<= 1.00"
row "QP2 b-tree, thai_id / isn ean13" index_size_thai_id index_size_ean13 bytes "-"
row "QP2 building the b-tree, thai_id / bigint" index_thai_id index_bigint ms "<= 1.05"
row "QP2 building the b-tree, thai_id / isn ean13" index_thai_id index_ean13 ms "-"
export PGDATABASE=postgres
dropdb "$database"
rm -f "$place"/ids.*

/*
 * import_outcome.c
 *    What an import tells of itself: its counts, as a summary or as JSON, and
 *    what is on record when it stopped.
 */
#include "import.h"

#include "connection.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "number.h"
#include "table.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum
{
    STATEMENT_SIZE = 1024
};

/* The numbers of the imports, as an array's literal; to be freed. */
char *
import_ids_literal(const Import *import)
{
    char *literal;

    if (asprintf(&literal, "%s}", import->import_ids) < 0)
        message_out_of_memory();
    return literal;
}

/* How many rows were refused. */
int64_t
import_refused(const Import *import, const Counts *counts)
{
    return counts->of[import->kind->count_count - 1];
}

/* Has the database write the outcome as JSON, whose quoting it knows. */
bool
import_make_json(Import *import)
{
    const ImportKind *kind = import->kind;
    char numbers[COUNTS_MOST][NUMBER_TEXT_SIZE];
    const char *values[COUNTS_MOST + 3];
    char statement[STATEMENT_SIZE];
    size_t used;
    char *import_ids;
    PGresult *result;

    if (import->options->format != FORMAT_JSON)
        return true;
    import_ids = import_ids_literal(import);
    values[0] = import_ids;
    values[1] = import->source.path;
    used = (size_t)snprintf(statement, sizeof(statement),
                            "SELECT pg_catalog.json_build_object('%s', $1::pg_catalog.int8[],"
                            " 'file', $2::pg_catalog.text",
                            kind->numbers);
    for (size_t i = 0; i < kind->count_count; i++)
    {
        snprintf(numbers[i], NUMBER_TEXT_SIZE, "%" PRId64, import->counts.of[i]);
        values[i + 2] = numbers[i];
        /* all rows are called so */
        used += (size_t)snprintf(statement + used, sizeof(statement) - used,
                                 ", '%s', $%zu::pg_catalog.int8",
                                 i == 0 ? "rows" : kind->counts[i].column, i + 3);
    }
    values[kind->count_count + 2] =
        import_refused(import, &import->counts) > 0 ? import->rejected.path : NULL;
    snprintf(statement + used, sizeof(statement) - used,
             ", 'rejected_file', $%zu::pg_catalog.text)", kind->count_count + 3);
    result = connection_query(import->connection, statement, (int)kind->count_count + 3, values);
    free(import_ids);
    if (result == NULL)
        return false;
    import->json = strdup(PQgetvalue(result, 0, 0));
    PQclear(result);
    if (import->json == NULL)
        message_out_of_memory();
    return true;
}

/* Prints one line of the summary. */
static void
print_count(const char *label, int width, int64_t count)
{
    char number[NUMBER_SIZE];

    number_with_commas(number, count);
    print_padded(stdout, label, width, false);
    printf("  %11s\n", number);
}

void
import_print_summary(const Import *import)
{
    const ImportKind *kind = import->kind;
    const char *labels[COUNTS_MOST];
    int width = 0;

    for (size_t i = 0; i < kind->count_count; i++)
    {
        labels[i] = SAY(kind->counts[i].label_english, kind->counts[i].label_thai);
        if (display_width(labels[i]) > width)
            width = display_width(labels[i]);
    }
    for (size_t i = 0; i < kind->count_count; i++)
        print_count(labels[i], width, import->counts.of[i]);
    if (import_refused(import, &import->counts) > 0)
        printf(SAY("Refused rows, with their reasons: %s\n", "แถวที่ถูกปฏิเสธ พร้อมเหตุผล: %s\n"),
               import->rejected.path);
}

/* Says what is on record after an import that was stopped, and how it goes on. */
void
import_report_stop(const Import *import, ChunkOutcome outcome)
{
    const bool is_cancelled = interrupt_count() > 0;

    if (outcome == CHUNK_IN_DOUBT)
        message_error("%s", SAY("the connection ended while the import was being recorded; it is "
                                "not known whether it was",
                                "การเชื่อมต่อสิ้นสุดลงขณะบันทึก จึงไม่ทราบว่าบันทึกแล้วหรือไม่"));
    else if (import->recorded_line == 0)
        message_error(
            "%s", is_cancelled ? SAY("cancelled; nothing was recorded", "ยกเลิกแล้ว ไม่มีการบันทึกข้อมูลใด")
                               : SAY("nothing was recorded", "ไม่มีการบันทึกข้อมูลใด"));
    if (import->recorded_line > 0)
    {
        char rows[NUMBER_SIZE], added[NUMBER_SIZE], refused[NUMBER_SIZE];

        number_with_commas(rows, import->recorded.of[0]);
        number_with_commas(added, import->recorded.of[import->kind->added]);
        number_with_commas(refused, import_refused(import, &import->recorded));
        if (is_cancelled && outcome != CHUNK_IN_DOUBT)
            message_error("%s", SAY("cancelled", "ยกเลิกแล้ว"));
        message_error(SAY("the import stopped after line %" PRId64
                          ": %s rows are done (%s %s, %s refused), those after them are not",
                          "การนำเข้าหยุดหลังบรรทัดที่ %" PRId64
                          ": เสร็จแล้ว %s แถว (%s %s แถว ถูกปฏิเสธ %s แถว) แถวหลังจากนั้นยังไม่ได้บันทึก"),
                      import->recorded_line, rows, SAY(added, import->kind->added_thai),
                      SAY(import->kind->added_english, added), refused);
        message_hint("%s", SAY("Give the same command again: it finds unchanged what is recorded, "
                               "goes on with the rest, and lists every refused row.",
                               "ให้สั่งคำสั่งเดิมอีกครั้ง ข้อมูลที่บันทึกแล้วจะไม่ถูกเพิ่มซ้ำ "
                               "ส่วนที่เหลือจะนำเข้าต่อ และแถวที่ถูกปฏิเสธทุกแถวจะอยู่ในแฟ้ม"));
    }
    else if (outcome == CHUNK_IN_DOUBT)
        message_hint("%s", SAY("Import the file again: what is on record is not added twice.",
                               "ให้นำเข้าแฟ้มเดิมอีกครั้ง ข้อมูลที่บันทึกแล้วจะไม่ถูกเพิ่มซ้ำ"));
}

/*
 * results.c
 *    Results of a bank: a message of ISO 20022 becomes CSV in a file without a
 *    name, so that all that follows reads one format.
 *
 * The first field of a converted record is a letter that says why it is the
 * result of no transfer. A record's number takes the place of a line's.
 */
#include "results.h"

#include "csv_reader.h"
#include "language.h"
#include "message.h"
#include "number.h"

#include <csv.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char converted_header[] =
    "problem,reference,outcome,reason_code,amount,booked_on,bank_text\n";

/* The word in a CSV file's column reference that makes a record its totals. */
static const char trailer_word[] = "TOTAL";

void
results_begin_record(ResultRecord *record)
{
    for (int field = 0; field < RESULT_FIELDS; field++)
        record->fields[field][0] = '\0';
    record->problem = RESULT_READABLE;
}

/*
 * Adds a text to a field, its white space made single spaces. What does not
 * fit is cut between characters, and the record has a problem.
 */
void
results_append(ResultRecord *record, int field, const char *text, bool is_cut)
{
    char *to = record->fields[field];
    size_t used = strlen(to);
    bool has_space = used > 0;

    for (; *text != '\0' && !is_cut; text++)
    {
        if (strchr(" \t\r\n", *text) != NULL)
        {
            has_space = used > 0;
            continue;
        }
        if (used + 2 >= RESULT_FIELD_SIZE)
        {
            is_cut = true;
            while (used > 0 && ((unsigned char)*text & 0xC0) == 0x80)
                text = &to[--used];
            break;
        }
        if (has_space)
            to[used++] = ' ';
        to[used++] = *text;
        has_space = false;
    }
    to[used] = '\0';
    if (is_cut)
        record->problem = RESULT_TOO_LONG;
}

void
results_set(ResultRecord *record, int field, const char *text, bool is_cut)
{
    record->fields[field][0] = '\0';
    results_append(record, field, text, is_cut);
}

/* Takes the day of a date, or of a date with a time. */
void
results_set_day(ResultRecord *record, const char *text)
{
    char day[sizeof("2026-10-09")];

    snprintf(day, sizeof(day), "%s", text);
    results_set(record, RESULT_BOOKED_ON, day, false);
}

static void
write_field(FILE *stream, const char *text)
{
    if (strpbrk(text, ",\"") != NULL)
        csv_fwrite(stream, text, strlen(text));
    else
        fputs(text, stream);
}

/* Writes a record to the converted file. */
void
results_send(ResultsWalk *walk, const ResultRecord *record)
{
    fputc(record->problem, walk->stream);
    for (int field = 0; field < RESULT_FIELDS; field++)
    {
        fputc(',', walk->stream);
        write_field(walk->stream, record->fields[field]);
    }
    fputc('\n', walk->stream);
    walk->records++;
}

/* Adds to the rows that the file states. Answers whether it was a number. */
bool
results_add_rows(ResultsWalk *walk, const char *text)
{
    size_t size = strlen(text);

    if (size == 0 || size > 15 || strspn(text, "0123456789") != size)
    {
        walk->wrong_total = SAY("number of results", "จำนวนรายการ");
        return false;
    }
    walk->stated_rows += strtoll(text, NULL, 10);
    walk->has_rows = true;
    return true;
}

/* Adds to the sum that the file states. Answers whether it was an amount. */
bool
results_add_sum(ResultsWalk *walk, const char *text)
{
    int64_t satang;

    if (!baht_parse(text, &satang) || satang < 0 ||
        __builtin_add_overflow(walk->stated_satang, satang, &walk->stated_satang))
    {
        walk->wrong_total = SAY("sum", "ยอดรวม");
        return false;
    }
    walk->has_sum = true;
    return true;
}

/* Tells what the message stated of itself. Answers false when that is no total. */
static bool
take_stated(const ResultsWalk *walk, const Source *source)
{
    if (walk->wrong_total != NULL)
    {
        message_error(SAY("the %s that \"%s\" states cannot be read", "%sที่ \"%s\" ระบุไม่ถูกต้อง"),
                      walk->wrong_total, source->path);
        return false;
    }
    if (walk->has_rows)
        snprintf(walk->stated->rows, RESULT_NUMBER_SIZE, "%" PRId64, walk->stated_rows);
    if (walk->has_sum)
        snprintf(walk->stated->sum, RESULT_NUMBER_SIZE, "%" PRId64 ".%02d",
                 walk->stated_satang / 100, (int)(walk->stated_satang % 100));
    return true;
}

/* Converts a message; from then on the source is what came of it. */
static bool
convert(Source *source, ResultsStated *stated)
{
    static const XmlHandler *const handlers[] = {&results_pain002, &results_camt053, NULL};
    static ResultsWalk walk;
    const XmlHandler *handler;

    walk = (ResultsWalk){.stream = source_unnamed_stream(), .stated = stated};
    if (walk.stream == NULL)
        return false;
    fputs(converted_header, walk.stream);
    handler = xml_walk(source->descriptor, source->path, handlers, &walk);
    if (handler == NULL || !take_stated(&walk, source))
    {
        fclose(walk.stream);
        return false;
    }
    stated->format = handler->message;
    return source_replace(source, walk.stream);
}

/* The field of a header that has a name; -1: none has. */
static int
field_of(const CsvRecord *header, const char *name)
{
    for (size_t i = 0; i < header->field_count && i < CSV_FIELDS_KEPT; i++)
    {
        if (strcmp(header->fields[i].text, name) == 0)
            return (int)i;
    }
    return -1;
}

/* Takes the totals of a CSV file, if its last record is theirs; then it is no result. */
static bool
find_trailer(const Source *source, ResultsStated *stated)
{
    off_t start = lseek(source->descriptor, 0, SEEK_CUR);
    CsvReader *reader = csv_reader_open(source->descriptor);
    CsvRecord record;
    CsvStep step;
    int reference, rows, sum;

    if (reader == NULL || csv_reader_next(reader, &record) != CSV_RECORD)
    {
        /* What is wrong with the header is said where it is read. */
        if (reader != NULL)
            csv_reader_close(reader);
        return lseek(source->descriptor, start, SEEK_SET) >= 0;
    }
    reference = field_of(&record, "reference");
    rows = field_of(&record, "outcome");
    sum = field_of(&record, "amount");
    csv_reader_expect_fields(reader, record.field_count);
    while ((step = csv_reader_next(reader, &record)) == CSV_RECORD)
    {
        stated->trailer_line = 0;
        if (record.fault != CSV_READABLE || reference < 0 ||
            strcmp(record.fields[reference].text, trailer_word) != 0)
            continue;
        stated->trailer_line = record.line_number;
        snprintf(stated->rows, RESULT_NUMBER_SIZE, "%s", rows < 0 ? "" : record.fields[rows].text);
        snprintf(stated->sum, RESULT_NUMBER_SIZE, "%s", sum < 0 ? "" : record.fields[sum].text);
    }
    csv_reader_close(reader);
    if (stated->trailer_line == 0)
        stated->rows[0] = stated->sum[0] = '\0';
    return step == CSV_END && lseek(source->descriptor, start, SEEK_SET) >= 0;
}

/* Answers whether the totals of a CSV file are numbers. */
static bool
check_trailer(const Source *source, const ResultsStated *stated)
{
    ResultsWalk walk = {.stream = NULL};

    if ((stated->rows[0] == '\0' || results_add_rows(&walk, stated->rows)) &&
        (stated->sum[0] == '\0' || results_add_sum(&walk, stated->sum)))
        return true;
    message_error(SAY("the %s that \"%s\" states cannot be read", "%sที่ \"%s\" ระบุไม่ถูกต้อง"),
                  walk.wrong_total, source->path);
    message_hint("%s",
                 SAY("Its last record has TOTAL as reference, the number of results as outcome, "
                     "and their sum as amount.",
                     "รายการสุดท้ายมี TOTAL ในคอลัมน์ reference จำนวนรายการในคอลัมน์ outcome "
                     "และยอดรวมในคอลัมน์ amount"));
    return false;
}

/* Answers whether a file looks like XML in any encoding. */
static bool
looks_like_xml(int descriptor)
{
    char start[64];
    ssize_t got = pread(descriptor, start, sizeof(start), lseek(descriptor, 0, SEEK_CUR));

    for (ssize_t i = 0; i < got; i++)
    {
        if (start[i] == '<')
            return true;
        if (strchr(" \t\r\n\xEF\xBB\xBF\xFE\xFF", start[i]) == NULL && start[i] != '\0')
            return false;
    }
    return false;
}

/*
 * Sees what a file of results is, and makes it readable as CSV. Parameters:
 * source, open (in and out); what it states of itself (out). Answers false,
 * having said why, when it is nothing that can be read.
 */
bool
results_prepare(Source *source, ResultsStated *stated)
{
    *stated = (ResultsStated){.format = "csv"};
    if (looks_like_xml(source->descriptor))
        return convert(source, stated);
    if (find_trailer(source, stated))
        return check_trailer(source, stated);
    message_error(SAY("could not read \"%s\": %s", "อ่านแฟ้ม \"%s\" ไม่ได้: %s"), source->path,
                  strerror(errno));
    return false;
}

/* Why a converted record is the result of no transfer, by its letter; NULL when it is one. */
const char *
results_problem(const char *letter)
{
    switch ((ResultProblem)letter[0])
    {
        case RESULT_READABLE:
            break;
        case RESULT_OF_GROUP:
            return SAY("it is the status of a whole message or payment and names no transfer",
                       "เป็นสถานะของทั้งข้อความหรือทั้งชุด ไม่ระบุรายการโอน");
        case RESULT_WITHOUT_TRANSFERS:
            return SAY("it is an entry of the account that names no transfer",
                       "เป็นรายการเดินบัญชีที่ไม่ระบุรายการโอน");
        case RESULT_OTHER_INCOME:
            return SAY("it is money that came in and returns no transfer", "เป็นเงินเข้าที่มิใช่เงินโอนคืน");
        case RESULT_NOT_BOOKED:
            return SAY("its entry is not booked", "รายการเดินบัญชียังไม่ลงบัญชี (BOOK)");
        case RESULT_REVERSAL:
            return SAY("its entry takes another one back", "เป็นรายการกลับรายการ (RvslInd)");
        case RESULT_NO_DIRECTION:
            return SAY("it does not tell whether the money went out or came back",
                       "ไม่ชัดเจนว่าเงินออกหรือเงินคืน");
        case RESULT_OTHER_SUM:
            return SAY("the amount of the entry is not the sum of its transfers",
                       "จำนวนเงินของรายการเดินบัญชีไม่เท่ากับผลรวมของรายการโอน");
        case RESULT_OTHER_CURRENCY:
            return SAY("its amount is not in baht", "จำนวนเงินมิใช่สกุลบาท");
        case RESULT_TOO_LONG:
            return SAY("one of its texts is too long", "ข้อความยาวเกินไป");
    }
    return NULL;
}

/*
 * file_columns.c
 *    Columns of a file: those of what is imported.
 */
#include "file_columns.h"

#include "language.h"
#include "message.h"

#include <stdio.h>
#include <string.h>

/* The known column of a name, which may have spaces around it; NULL when there is none. */
static const char *
find_column(const ImportKind *kind, const CsvField *field)
{
    const char *text = field->text;
    size_t size = field->size;

    while (size > 0 && *text == ' ')
        text++, size--;
    while (size > 0 && text[size - 1] == ' ')
        size--;
    for (size_t i = 0; i < kind->column_count; i++)
    {
        if (strlen(kind->columns[i]) == size && memcmp(kind->columns[i], text, size) == 0)
            return kind->columns[i];
    }
    return NULL;
}

static bool
has_column(const FileColumns *columns, const char *name)
{
    for (size_t i = 0; i < columns->count; i++)
    {
        if (columns->names[i] == name || strcmp(columns->names[i], name) == 0)
            return true;
    }
    return false;
}

/* All columns that a file of a kind may have, for messages and help. */
const char *
file_columns_list(const ImportKind *kind)
{
    static char list[1024];

    list[0] = '\0';
    for (size_t i = 0; i < kind->column_count; i++)
    {
        if (i > 0)
            strcat(list, ", ");
        strcat(list, kind->columns[i]);
    }
    return list;
}

/* Says what to do about a column that is not known. */
static void
hint_unknown(const ImportKind *kind, const CsvRecord *header)
{
    const CsvField *first = &header->fields[0];

    if (header->field_count == 1 && strpbrk(first->text, ";\t") != NULL)
        message_hint("%s",
                     SAY("Columns are separated by commas.", "ต้องคั่นคอลัมน์ด้วยเครื่องหมายจุลภาค (,)"));
    else if (header->field_count > 1 && strcmp(first->text, "line") == 0 &&
             strcmp(header->fields[1].text, "reason") == 0)
        message_hint(
            "%s",
            SAY("Mended rows are imported without the columns line and reason: take these two out.",
                "เมื่อแก้แถวที่ถูกปฏิเสธแล้ว ให้ลบคอลัมน์ line และ reason ออกก่อนนำเข้า"));
    else
        message_hint(SAY("Columns may be, in any order: %s.", "คอลัมน์ที่ใช้ได้ เรียงอย่างไรก็ได้: %s"),
                     file_columns_list(kind));
}

/*
 * Reads the header. Parameters: what is imported; first record of the file; its columns (out; how
 * many fields come before them is known).
 * Answers false, having named every column that is wrong, unless all are known,
 * none comes twice, and those that every row needs are there.
 */
bool
file_columns_from_header(const ImportKind *kind, const CsvRecord *header, FileColumns *columns)
{
    bool is_good = true, has_unknown = false;

    columns->count = 0;
    for (size_t i = columns->first; i < header->field_count && i < CSV_FIELDS_KEPT; i++)
    {
        const CsvField *field = &header->fields[i];
        const char *name = find_column(kind, field);

        if (name != NULL && !has_column(columns, name))
        {
            columns->names[columns->count++] = name;
            continue;
        }
        is_good = false;
        if (name != NULL)
            message_error(
                SAY("column \"%s\" comes twice in the header", "คอลัมน์ \"%s\" ซ้ำกันในหัวตาราง"), name);
        else if (field->size == 0)
            message_error(SAY("column %zu of the header has no name", "คอลัมน์ที่ %zu ของหัวตารางไม่มีชื่อ"),
                          i + 1);
        else
            message_error(SAY("unknown column \"%s\" in the header", "ไม่รู้จักคอลัมน์ \"%s\" ในหัวตาราง"),
                          field->text);
        has_unknown = has_unknown || name == NULL;
    }
    if (header->field_count > CSV_FIELDS_KEPT)
    {
        is_good = false;
        message_error(SAY("the header has %zu columns", "หัวตารางมี %zu คอลัมน์"), header->field_count);
    }
    for (size_t i = 0; i < kind->required_count; i++)
    {
        if (!has_column(columns, kind->required[i]))
        {
            is_good = false;
            message_error(SAY("the header lacks the column \"%s\"", "หัวตารางไม่มีคอลัมน์ \"%s\""),
                          kind->required[i]);
        }
    }
    if (has_unknown)
        hint_unknown(kind, header);
    return is_good;
}

/*
 * table.c
 *    Tables on a terminal, aligned by display width.
 */
#include "table.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

typedef enum
{
    ENTRY_ROW,
    ENTRY_LINE,
    ENTRY_RULE
} EntryKind;

typedef struct
{
    EntryKind kind;
    char *cells[TABLE_COLUMNS_MOST]; /* of a line only the first */
} Entry;

struct Table
{
    TableColumn columns[TABLE_COLUMNS_MOST];
    int column_count;
    int widths[TABLE_COLUMNS_MOST];
    Entry *entries;
    size_t count;
    size_t room;
};

/*
 * Columns that a UTF-8 text takes on a terminal. Needs a UTF-8 locale. What is
 * no character, or has no width, counts 0.
 */
int
display_width(const char *text)
{
    mbstate_t state = {0};
    int width = 0;

    while (*text != '\0')
    {
        wchar_t character;
        size_t size = mbrtowc(&character, text, strlen(text), &state);

        if (size == (size_t)-1 || size == (size_t)-2)
        {
            memset(&state, 0, sizeof(state));
            text++;
            continue;
        }
        if (wcwidth(character) > 0)
            width += wcwidth(character);
        text += size;
    }
    return width;
}

/* Prints a text with spaces up to a width, before or after it. */
void
print_padded(FILE *stream, const char *text, int width, bool at_right)
{
    int spaces = width - display_width(text);

    if (spaces < 0)
        spaces = 0;
    if (at_right)
        fprintf(stream, "%*s%s", spaces, "", text);
    else
        fprintf(stream, "%s%*s", text, spaces, "");
}

/* Begins a table. Parameters: its columns (headings must outlive it), at most TABLE_COLUMNS_MOST.
 */
Table *
table_create(const TableColumn *columns, int count)
{
    Table *table = calloc(1, sizeof(Table));

    if (table == NULL)
        message_out_of_memory();
    table->column_count = count;
    for (int i = 0; i < count; i++)
    {
        table->columns[i] = columns[i];
        table->widths[i] = display_width(columns[i].heading);
    }
    return table;
}

static Entry *
add_entry(Table *table, EntryKind kind)
{
    if (table->count == table->room)
    {
        table->room = table->room == 0 ? 64 : table->room * 2;
        table->entries = reallocarray(table->entries, table->room, sizeof(Entry));
        if (table->entries == NULL)
            message_out_of_memory();
    }
    table->entries[table->count] = (Entry){.kind = kind};
    return &table->entries[table->count++];
}

static char *
copy_text(const char *text)
{
    char *copy = strdup(text);

    if (copy == NULL)
        message_out_of_memory();
    return copy;
}

/* Adds a row. Parameters: one text per column, copied. */
void
table_add_row(Table *table, const char *const *cells)
{
    Entry *entry = add_entry(table, ENTRY_ROW);

    for (int i = 0; i < table->column_count; i++)
    {
        int width = display_width(cells[i]);

        entry->cells[i] = copy_text(cells[i]);
        if (width > table->widths[i])
            table->widths[i] = width;
    }
}

/* Adds a line of text across the columns, which take no notice of it. */
void
table_add_line(Table *table, const char *text)
{
    add_entry(table, ENTRY_LINE)->cells[0] = copy_text(text);
}

/* Adds a rule across all columns. */
void
table_add_rule(Table *table)
{
    add_entry(table, ENTRY_RULE);
}

static void
print_rule(const Table *table, FILE *stream)
{
    for (int i = 0; i < table->column_count; i++)
    {
        if (i > 0)
            fputc('+', stream);
        for (int dashes = table->widths[i] + 2; dashes > 0; dashes--)
            fputc('-', stream);
    }
    fputc('\n', stream);
}

static void
print_row(const Table *table, FILE *stream, char *const *cells)
{
    for (int i = 0; i < table->column_count; i++)
    {
        bool is_last = i == table->column_count - 1;

        fputs(i == 0 ? " " : " | ", stream);
        /* No spaces at the end of a line. */
        print_padded(stream, cells[i],
                     is_last && !table->columns[i].is_number ? 0 : table->widths[i],
                     table->columns[i].is_number);
    }
    fputc('\n', stream);
}

/* Prints headings, a rule, and every entry in its order. */
void
table_print(const Table *table, FILE *stream)
{
    char *headings[TABLE_COLUMNS_MOST];

    for (int i = 0; i < table->column_count; i++)
        headings[i] = copy_text(table->columns[i].heading);
    print_row(table, stream, headings);
    for (int i = 0; i < table->column_count; i++)
        free(headings[i]);
    print_rule(table, stream);
    for (size_t i = 0; i < table->count; i++)
    {
        const Entry *entry = &table->entries[i];

        if (entry->kind == ENTRY_ROW)
            print_row(table, stream, entry->cells);
        else if (entry->kind == ENTRY_RULE)
            print_rule(table, stream);
        else
            fprintf(stream, "%s\n", entry->cells[0]);
    }
}

void
table_free(Table *table)
{
    for (size_t i = 0; i < table->count; i++)
    {
        for (int column = 0; column < TABLE_COLUMNS_MOST; column++)
            free(table->entries[i].cells[column]);
    }
    free(table->entries);
    free(table);
}

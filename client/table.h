/*
 * table.h
 *    Tables on a terminal, aligned by the width that each character takes
 *    there: Thai vowels and tone marks above and below take none.
 */
#ifndef CLIENT_TABLE_H
#define CLIENT_TABLE_H

#include <stdbool.h>
#include <stdio.h>

enum
{
    TABLE_COLUMNS_MOST = 8
};

typedef struct
{
    const char *heading;
    bool is_number; /* aligned at the right */
} TableColumn;

typedef struct Table Table;

int display_width(const char *text);
void print_padded(FILE *stream, const char *text, int width, bool at_right);
Table *table_create(const TableColumn *columns, int count);
void table_add_row(Table *table, const char *const *cells);
void table_add_line(Table *table, const char *text);
void table_add_rule(Table *table);
void table_print(const Table *table, FILE *stream);
void table_free(Table *table);

#endif /* CLIENT_TABLE_H */

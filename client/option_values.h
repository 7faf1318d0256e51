/*
 * option_values.h
 *    Values of options: each is taken, or refused with the reason.
 */
#ifndef CLIENT_OPTION_VALUES_H
#define CLIENT_OPTION_VALUES_H

#include <stdbool.h>

#include "options.h"

bool option_format(const char *text, OutputFormat *format);
bool option_payfile_kinds(const char *text, unsigned *kinds);
bool option_chunk(const char *text, long *rows);
bool option_number(const char *option, const char *text);

#endif /* CLIENT_OPTION_VALUES_H */

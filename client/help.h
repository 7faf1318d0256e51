/*
 * help.h
 *    Parts of what --help prints.
 */
#ifndef CLIENT_HELP_H
#define CLIENT_HELP_H

#include "import_kind.h"

void help_print_columns(const ImportKind *kind);
void help_print_common_options(void);
void help_print_payfile(void);
void help_print_bank_results(void);

#endif /* CLIENT_HELP_H */

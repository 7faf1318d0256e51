/*
 * commands.h
 *    What the program does. Each answers the program's exit status.
 */
#ifndef CLIENT_COMMANDS_H
#define CLIENT_COMMANDS_H

#include "options.h"

int import_persons(const Options *options);
int import_registry_feed(const Options *options);
int import_bank_results(const Options *options);
int payfile(const Options *options);
int report_summary_by_programme(const Options *options);
int check(const Options *options);
int jobs(const Options *options);

#endif /* CLIENT_COMMANDS_H */

/*
 * progress.h
 *    How far a long piece of work is, on a terminal; silence everywhere else.
 */
#ifndef CLIENT_PROGRESS_H
#define CLIENT_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

void progress_enable(bool wanted);
void progress_begin_file(const char *label, int64_t bytes);
void progress_of_file(int64_t bytes, int64_t rows);
void progress_begin_rows(const char *label, int64_t rows);
void progress_of_rows(int64_t rows);
void progress_begin_phase(const char *label);
void progress_tick(void);
void progress_clear(void);
void progress_end(void);

#endif /* CLIENT_PROGRESS_H */

/*
 * message.h
 *    What people are told when something is wrong: always on standard error,
 *    as a message, a DETAIL and a HINT.
 */
#ifndef CLIENT_MESSAGE_H
#define CLIENT_MESSAGE_H

#include <libpq-fe.h>

void message_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
void message_warning(const char *format, ...) __attribute__((format(printf, 1, 2)));
void message_detail(const char *format, ...) __attribute__((format(printf, 1, 2)));
void message_hint(const char *format, ...) __attribute__((format(printf, 1, 2)));
void message_server_error(const PGresult *result);
void message_connection_error(const PGconn *connection);
void message_server_notice(void *unused, const PGresult *result);
void message_out_of_memory(void) __attribute__((noreturn));

#endif /* CLIENT_MESSAGE_H */

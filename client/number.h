/*
 * number.h
 *    Numbers as people read them, and amounts of baht counted exactly.
 */
#ifndef CLIENT_NUMBER_H
#define CLIENT_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

enum
{
    NUMBER_SIZE = 40 /* bytes that any number of these functions takes */
};

void number_with_commas(char *text, int64_t number);
bool baht_parse(const char *text, int64_t *satang);
void baht_with_commas(char *text, int64_t satang);

#endif /* CLIENT_NUMBER_H */

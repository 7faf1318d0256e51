/*
 * source.h
 *    The file that is imported: opened once, read twice.
 */
#ifndef CLIENT_SOURCE_H
#define CLIENT_SOURCE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>

typedef struct
{
    const char *path;
    const char *name;    /* without its folder; "-" for standard input */
    int descriptor;      /* can be read from its beginning again */
    int converted;       /* the file itself, when what is read was made from it; else -1 */
    bool is_copy;        /* of a pipe */
    struct stat at_open; /* to see whether it changed meanwhile */
    int64_t size;        /* bytes that are read */
} Source;

bool source_open(Source *source, const char *path);
FILE *source_unnamed_stream(void);
bool source_replace(Source *source, FILE *stream);
bool source_is_unchanged(const Source *source);
void source_close(Source *source);

#endif /* CLIENT_SOURCE_H */

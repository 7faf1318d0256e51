/*
 * output_file.h
 *    A file that is there whole or not at all: written under a temporary name,
 *    brought to the disk, then renamed.
 */
#ifndef CLIENT_OUTPUT_FILE_H
#define CLIENT_OUTPUT_FILE_H

#include <stdbool.h>
#include <stdio.h>

typedef struct
{
    char *path;
    char *temporary; /* NULL: nothing is written under another name */
    FILE *stream;
    bool was_there; /* with the same bytes, so it stays */
    bool is_kept;
} OutputFile;

bool output_open(OutputFile *file, const char *folder, const char *name, const char *suffix);
bool output_store(OutputFile *file);
bool output_keep(OutputFile *file);
void output_discard(OutputFile *file, bool is_wanted);

#endif /* CLIENT_OUTPUT_FILE_H */

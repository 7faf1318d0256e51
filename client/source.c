/*
 * source.c
 *    The file that is imported: opened once, read twice.
 */
#include "source.h"

#include "language.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum
{
    BLOCK_SIZE = 64 * 1024
};

static bool
cannot_read(const char *path)
{
    message_error(SAY("could not read \"%s\": %s", "อ่านแฟ้ม \"%s\" ไม่ได้: %s"), path,
                  strerror(errno));
    return false;
}

static bool
write_all(int descriptor, const char *data, size_t size)
{
    while (size > 0)
    {
        ssize_t written = write(descriptor, data, size);

        if (written < 0)
            return false;
        data += written;
        size -= (size_t)written;
    }
    return true;
}

/* Opens a temporary file that has no name. Answers -1 when that failed. */
static int
open_unnamed(void)
{
    const char *folder = getenv("TMPDIR");
    char *path;
    int descriptor;

    if (asprintf(&path, "%s/welfare-import.XXXXXX",
                 folder != NULL && folder[0] != '\0' ? folder : "/tmp") < 0)
        message_out_of_memory();
    descriptor = mkostemp(path, O_CLOEXEC);
    if (descriptor < 0)
        message_error(
            SAY("could not create a temporary file \"%s\": %s", "สร้างแฟ้มชั่วคราว \"%s\" ไม่ได้: %s"),
            path, strerror(errno));
    else
        unlink(path);
    free(path);
    return descriptor;
}

/*
 * Copies a pipe into a temporary file that has no name, as its rows are read
 * twice. Takes the place of the source's descriptor.
 */
static bool
copy_pipe(Source *source)
{
    char block[BLOCK_SIZE];
    ssize_t got;
    int copy = open_unnamed();

    if (copy < 0)
        return false;
    while ((got = read(source->descriptor, block, sizeof(block))) > 0)
    {
        if (!write_all(copy, block, (size_t)got))
        {
            message_error(SAY("could not write the temporary copy of \"%s\": %s",
                              "เขียนสำเนาชั่วคราวของ \"%s\" ไม่ได้: %s"),
                          source->path, strerror(errno));
            close(copy);
            return false;
        }
    }
    if (got < 0)
    {
        close(copy);
        return cannot_read(source->path);
    }
    close(source->descriptor);
    source->descriptor = copy;
    source->is_copy = true;
    return lseek(copy, 0, SEEK_SET) == 0 && fstat(copy, &source->at_open) == 0;
}

/* Opens a file, or "-" for standard input. Answers false, having said why, when it cannot be read.
 */
bool
source_open(Source *source, const char *path)
{
    const char *slash = strrchr(path, '/');
    bool is_input = strcmp(path, "-") == 0;
    off_t begin;

    *source = (Source){.path = path, .name = slash != NULL ? slash + 1 : path, .converted = -1};
    source->descriptor = is_input ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    if (source->descriptor < 0 || fstat(source->descriptor, &source->at_open) != 0)
        return cannot_read(path);
    if (S_ISDIR(source->at_open.st_mode))
    {
        errno = EISDIR;
        return cannot_read(path);
    }
    if (!S_ISREG(source->at_open.st_mode) && !copy_pipe(source))
        return false;
    begin = lseek(source->descriptor, 0, SEEK_CUR);
    source->size = source->at_open.st_size - (begin > 0 ? begin : 0);
    return true;
}

/* Opens a temporary file that has no name, to write what a source is converted to. Answers NULL,
 * having said why, when that failed. */
FILE *
source_unnamed_stream(void)
{
    int descriptor = open_unnamed();
    FILE *stream = descriptor < 0 ? NULL : fdopen(descriptor, "w+");

    if (stream == NULL && descriptor >= 0)
        message_out_of_memory();
    return stream;
}

/* Has what was written to a stream be read in place of the file. Closes the stream. */
bool
source_replace(Source *source, FILE *stream)
{
    bool is_good = fflush(stream) == 0 && !ferror(stream);
    int copy = is_good ? fcntl(fileno(stream), F_DUPFD_CLOEXEC, 0) : -1;

    source->size = ftell(stream);
    fclose(stream);
    if (copy < 0 || lseek(copy, 0, SEEK_SET) != 0)
    {
        message_error(SAY("could not write the temporary copy of \"%s\": %s",
                          "เขียนสำเนาชั่วคราวของ \"%s\" ไม่ได้: %s"),
                      source->path, strerror(errno));
        if (copy >= 0)
            close(copy);
        return false;
    }
    source->converted = source->descriptor;
    source->descriptor = copy;
    return true;
}

/* Answers whether the file is still as it was when it was opened. */
bool
source_is_unchanged(const Source *source)
{
    struct stat status;
    int file = source->converted >= 0 ? source->converted : source->descriptor;

    return fstat(file, &status) == 0 && status.st_size == source->at_open.st_size &&
           status.st_mtim.tv_sec == source->at_open.st_mtim.tv_sec &&
           status.st_mtim.tv_nsec == source->at_open.st_mtim.tv_nsec;
}

void
source_close(Source *source)
{
    if (source->descriptor >= 0)
        close(source->descriptor);
    if (source->converted >= 0)
        close(source->converted);
    source->descriptor = source->converted = -1;
}

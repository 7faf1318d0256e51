/*
 * output_file.c
 *    A file that is there whole or not at all.
 *
 * Only its owner reads it: it holds accounts and names of people.
 */
#include "output_file.h"

#include "language.h"
#include "message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum
{
    BLOCK_SIZE = 64 * 1024
};

static bool
cannot_write(const char *path)
{
    message_error(SAY("could not write \"%s\": %s", "เขียนแฟ้ม \"%s\" ไม่ได้: %s"), path,
                  strerror(errno));
    return false;
}

/* Opens a file under a temporary name. Parameters: folder; name and suffix that it will have. */
bool
output_open(OutputFile *file, const char *folder, const char *name, const char *suffix)
{
    int descriptor;

    *file = (OutputFile){.path = NULL};
    if (asprintf(&file->path, "%s/%s%s", folder, name, suffix) < 0 ||
        asprintf(&file->temporary, "%s/.%s%s.XXXXXX", folder, name, suffix) < 0)
        message_out_of_memory();
    descriptor = mkostemp(file->temporary, O_CLOEXEC);
    if (descriptor >= 0)
        file->stream = fdopen(descriptor, "w");
    if (file->stream != NULL)
        return true;
    message_error(SAY("no file can be made in \"%s\": %s", "สร้างแฟ้มในโฟลเดอร์ \"%s\" ไม่ได้: %s"),
                  folder, strerror(errno));
    free(file->temporary);
    file->temporary = NULL;
    return false;
}

/* Answers whether two files have the same bytes. */
static bool
same_bytes(const char *path, const char *other)
{
    static char blocks[2][BLOCK_SIZE];
    FILE *first = fopen(path, "re"), *second = fopen(other, "re");
    bool is_same = first != NULL && second != NULL;

    while (is_same)
    {
        size_t got = fread(blocks[0], 1, BLOCK_SIZE, first);

        is_same = fread(blocks[1], 1, BLOCK_SIZE, second) == got && !ferror(first) &&
                  !ferror(second) && memcmp(blocks[0], blocks[1], got) == 0;
        if (got < BLOCK_SIZE)
            break;
    }
    if (first != NULL)
        fclose(first);
    if (second != NULL)
        fclose(second);
    return is_same;
}

/*
 * Brings what was written to the disk, still under the temporary name. A file
 * of that name with other bytes is evidence of something gone wrong, and is
 * left as it is. Answers false, having said why, when the file cannot be kept.
 */
bool
output_store(OutputFile *file)
{
    struct stat status;
    bool is_stored =
        fflush(file->stream) == 0 && !ferror(file->stream) && fsync(fileno(file->stream)) == 0;

    if (fclose(file->stream) != 0)
        is_stored = false;
    file->stream = NULL;
    if (!is_stored)
        return cannot_write(file->temporary);
    if (lstat(file->path, &status) != 0)
        return errno == ENOENT || cannot_write(file->path);
    file->was_there = S_ISREG(status.st_mode) && same_bytes(file->path, file->temporary);
    if (file->was_there)
        return true;
    message_error(SAY("\"%s\" is there and holds something else, so it is not written over",
                      "มี \"%s\" อยู่แล้วและมีเนื้อหาต่างไป จึงไม่เขียนทับ"),
                  file->path);
    message_hint("%s",
                 SAY("A batch has the same bytes each time it is written. Find out who changed "
                     "that file, or name another folder: --output DIR.",
                     "แฟ้มของชุดเดียวกันต้องเหมือนเดิมทุกครั้ง ให้ตรวจสอบว่าผู้ใดแก้ไขแฟ้มนั้น "
                     "หรือระบุโฟลเดอร์อื่น: --output โฟลเดอร์"));
    return false;
}

/* Brings the folder's list of names to the disk. */
static void
store_folder(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = strndup(path, (size_t)(slash - path) + 1);
    int descriptor;

    if (folder == NULL)
        message_out_of_memory();
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0 || fsync(descriptor) != 0)
        message_warning(SAY("could not bring the folder \"%s\" to the disk: %s",
                            "บันทึกโฟลเดอร์ \"%s\" ลงดิสก์ไม่ได้: %s"),
                        folder, strerror(errno));
    if (descriptor >= 0)
        close(descriptor);
    free(folder);
}

/* Gives a stored file its name. */
bool
output_keep(OutputFile *file)
{
    if (file->was_there)
        return true;
    if (rename(file->temporary, file->path) != 0)
        return cannot_write(file->path);
    free(file->temporary);
    file->temporary = NULL;
    file->is_kept = true;
    store_folder(file->path);
    return true;
}

/* Removes what has not got its name, and frees. Parameters: file; whether one that has its name by
 * now is wanted, which it is not when another of the same batch failed. */
void
output_discard(OutputFile *file, bool is_wanted)
{
    if (file->stream != NULL)
        fclose(file->stream);
    if (file->temporary != NULL)
        unlink(file->temporary);
    if (file->is_kept && !is_wanted)
        unlink(file->path);
    free(file->temporary);
    free(file->path);
    *file = (OutputFile){.path = NULL};
}

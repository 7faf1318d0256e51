/*
 * xml_walk.h
 *    An XML file of ISO 20022 from its beginning to its end, element after
 *    element, in constant memory.
 */
#ifndef CLIENT_XML_WALK_H
#define CLIENT_XML_WALK_H

#include <stdbool.h>

enum
{
    XML_TEXT_MOST = 4096 /* bytes of an element's text that are kept */
};

/*
 * What is done with elements. Paths are local names below Document, with
 * slashes between them.
 */
typedef struct
{
    const char *message; /* pain.002.001.10: the namespace's last part */
    const char *root;    /* Document's only child */
    void (*open)(void *state, const char *path);
    /* Parameters: state; path; text, and whether it was cut; attribute Ccy, or NULL. */
    void (*close)(void *state, const char *path, const char *text, bool is_cut,
                  const char *currency);
} XmlHandler;

/* Answers which of some handlers a file is for, having handed all of it to that one; NULL, having
 * said why, when it is for none or is not well-formed. */
const XmlHandler *xml_walk(int descriptor, const char *file_name, const XmlHandler *const *handlers,
                           void *state);

#endif /* CLIENT_XML_WALK_H */

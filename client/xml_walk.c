/*
 * xml_walk.c
 *    An XML file of ISO 20022 from its beginning to its end.
 *
 * The file comes from outside, so nothing in it may reach anything else: a
 * document type is refused before the parser sees it, and with it every entity;
 * the network is off; texts, names and depth have limits.
 */
#include "xml_walk.h"

#include "language.h"
#include "message.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <libxml/xmlreader.h>

enum
{
    BLOCK_SIZE = 64 * 1024,
    PATH_SIZE = 512,
    DECLARATION_MOST = 256,
    CURRENCY_SIZE = 8,
    REASON_SIZE = 256
};

static const char namespaces[] = "urn:iso:std:iso:20022:tech:xsd:";
static const char document_type[] = "<!DOCTYPE";

typedef struct
{
    int descriptor;
    const char *file_name;
    const char *refusal; /* why the file is not even parsed; NULL: it is */
    int64_t bytes;
    char block[BLOCK_SIZE]; /* of the file, and how much of it the parser had */
    size_t block_size;
    size_t block_used;
    char tail[sizeof(document_type)]; /* end of the last block, in which a word may begin */
    size_t tail_size;
    char reason[REASON_SIZE]; /* the parser's first */
    int line;

    const XmlHandler *handler;
    void *state;
    char path[PATH_SIZE];
    char text[XML_TEXT_MOST + 1];
    size_t text_size;
    bool is_cut;
    char currency[CURRENCY_SIZE];
} Walk;

/* Keeps the parser's first complaint. */
static void
take_error(void *data, xmlErrorPtr error)
{
    Walk *walk = data;

    if (walk->reason[0] != '\0' || error->level < XML_ERR_ERROR || error->message == NULL)
        return;
    walk->line = error->line;
    /* All that the parser says of a file that was cut off is that something is amiss at its end. */
    if (error->code == XML_ERR_DOCUMENT_END)
        snprintf(walk->reason, REASON_SIZE, "%s", SAY("it ends early", "แฟ้มไม่ครบ"));
    else
        snprintf(walk->reason, REASON_SIZE, "%.*s", (int)strcspn(error->message, "\n"),
                 error->message);
}

/* Answers whether a file's first bytes promise UTF-8. */
static bool
promises_utf8(const char *start, size_t size)
{
    char declaration[DECLARATION_MOST];
    const char *encoding, *end;
    char quote;

    if (size >= 2 &&
        (start[0] == '\0' || start[1] == '\0' || start[0] == '\xFE' || start[0] == '\xFF'))
        return false;
    snprintf(declaration, sizeof(declaration), "%.*s", (int)size, start);
    end = strstr(declaration, "?>");
    encoding = strstr(declaration, "encoding");
    if (strstr(declaration, "<?xml") == NULL || encoding == NULL || end == NULL || encoding > end)
        return true;
    encoding += strcspn(encoding, "\"'");
    quote = *encoding;
    return quote != '\0' && strncasecmp(encoding + 1, "utf-8", strlen("utf-8")) == 0 &&
           encoding[1 + strlen("utf-8")] == quote;
}

/* Answers whether a block, after the end of the one before, holds a document type. */
static bool
has_document_type(Walk *walk, const char *block, size_t size)
{
    const size_t length = strlen(document_type);
    char joint[2 * sizeof(document_type)];
    size_t first = size < length ? size : length;
    bool answer;

    memcpy(joint, walk->tail, walk->tail_size);
    memcpy(joint + walk->tail_size, block, first);
    answer = memmem(joint, walk->tail_size + first, document_type, length) != NULL ||
             memmem(block, size, document_type, length) != NULL;
    if (size >= length)
    {
        walk->tail_size = length - 1;
        memcpy(walk->tail, block + size - walk->tail_size, walk->tail_size);
    }
    else
    {
        size_t kept = walk->tail_size + size;
        size_t dropped = kept > length - 1 ? kept - (length - 1) : 0;

        memmove(walk->tail, joint + dropped, kept - dropped);
        walk->tail_size = kept - dropped;
    }
    return answer;
}

/* Reads the next block, and sees that it is harmless. Answers false when it is not. */
static bool
next_block(Walk *walk)
{
    ssize_t got = read(walk->descriptor, walk->block, BLOCK_SIZE);

    if (got < 0)
        walk->refusal = strerror(errno);
    else if (walk->bytes == 0 && !promises_utf8(walk->block, (size_t)got))
        walk->refusal = SAY("it is not UTF-8", "มิใช่รหัส UTF-8");
    else if (has_document_type(walk, walk->block, (size_t)got))
        walk->refusal = SAY("it has a document type (DOCTYPE), which no message of a bank has",
                            "มีการประกาศชนิดเอกสาร (DOCTYPE) ซึ่งข้อความของธนาคารไม่มี");
    if (walk->refusal != NULL)
        return false;
    walk->block_size = (size_t)got;
    walk->block_used = 0;
    walk->bytes += got;
    return true;
}

/* Hands the parser its next bytes. It asks for few at first, so that blocks are kept here. */
static int
read_block(void *data, char *to, int most)
{
    Walk *walk = data;
    size_t size;

    if (walk->block_used == walk->block_size && !next_block(walk))
        return -1;
    size = walk->block_size - walk->block_used;
    if (size > (size_t)most)
        size = (size_t)most;
    memcpy(to, walk->block + walk->block_used, size);
    walk->block_used += size;
    return (int)size;
}

/* Finds the handler of a document by its namespace. */
static const XmlHandler *
find_handler(Walk *walk, xmlTextReaderPtr reader, const XmlHandler *const *handlers)
{
    const char *name = (const char *)xmlTextReaderConstLocalName(reader);
    const char *space = (const char *)xmlTextReaderConstNamespaceUri(reader);
    bool is_iso = space != NULL && strncmp(space, namespaces, strlen(namespaces)) == 0 &&
                  strcmp(name, "Document") == 0;

    for (; is_iso && *handlers != NULL; handlers++)
    {
        if (strcmp(space + strlen(namespaces), (*handlers)->message) == 0)
            return *handlers;
    }
    message_error(SAY("\"%s\" holds no results of a bank: it begins with <%s> of \"%s\"",
                      "\"%s\" ไม่มีผลการโอนของธนาคาร: ขึ้นต้นด้วย <%s> ของ \"%s\""),
                  walk->file_name, name,
                  is_iso          ? space + strlen(namespaces)
                  : space != NULL ? space
                                  : "");
    message_hint("%s", SAY("Messages that are read: pain.002.001.10 and camt.053.001.08.",
                           "ข้อความที่อ่านได้คือ pain.002.001.10 และ camt.053.001.08"));
    return NULL;
}

/* Takes the text of an element; what is beyond the limit is dropped and told. */
static void
take_text(Walk *walk, const char *text)
{
    size_t size = strlen(text);

    if (size > XML_TEXT_MOST - walk->text_size)
    {
        size = XML_TEXT_MOST - walk->text_size;
        /* no part of a character */
        while (size > 0 && ((unsigned char)text[size] & 0xC0) == 0x80)
            size--;
        walk->is_cut = true;
    }
    memcpy(walk->text + walk->text_size, text, size);
    walk->text_size += size;
    walk->text[walk->text_size] = '\0';
}

static void
begin_text(Walk *walk)
{
    walk->text_size = 0;
    walk->text[0] = '\0';
    walk->is_cut = false;
}

/* An element ends: its handler has its text, and the path is its parent's again. */
static void
close_element(Walk *walk)
{
    char *slash = strrchr(walk->path, '/');

    walk->handler->close(walk->state, walk->path, walk->text, walk->is_cut,
                         walk->currency[0] != '\0' ? walk->currency : NULL);
    *(slash != NULL ? slash : walk->path) = '\0';
    begin_text(walk);
    walk->currency[0] = '\0';
}

/* An element begins. Answers false when it is too deep, or not what the message may hold. */
static bool
open_element(Walk *walk, xmlTextReaderPtr reader)
{
    const char *name = (const char *)xmlTextReaderConstLocalName(reader);
    size_t used = strlen(walk->path);
    bool is_empty = xmlTextReaderIsEmptyElement(reader) == 1;
    xmlChar *currency = xmlTextReaderGetAttribute(reader, BAD_CAST "Ccy");

    if (used == 0 && strcmp(name, walk->handler->root) != 0)
        walk->refusal =
            SAY("its first element is not that of its message", "องค์ประกอบแรกไม่ตรงกับข้อความ");
    else if (used + strlen(name) + 2 > PATH_SIZE)
        walk->refusal = SAY("its elements are nested too deeply", "องค์ประกอบซ้อนกันลึกเกินไป");
    else
    {
        snprintf(walk->path + used, PATH_SIZE - used, "%s%s", used > 0 ? "/" : "", name);
        begin_text(walk);
        snprintf(walk->currency, CURRENCY_SIZE, "%s",
                 currency != NULL ? (const char *)currency : "");
        walk->handler->open(walk->state, walk->path);
        if (is_empty)
            close_element(walk);
    }
    xmlFree(currency);
    return walk->refusal == NULL;
}

/* Takes one node. Answers false when the file is refused for it. */
static bool
take_node(Walk *walk, xmlTextReaderPtr reader, const XmlHandler *const *handlers)
{
    int depth = xmlTextReaderDepth(reader);

    switch (xmlTextReaderNodeType(reader))
    {
        case XML_READER_TYPE_ELEMENT:
            if (depth > 0)
                return open_element(walk, reader);
            walk->handler = find_handler(walk, reader, handlers);
            return walk->handler != NULL;
        case XML_READER_TYPE_END_ELEMENT:
            if (depth > 0)
                close_element(walk);
            return true;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            take_text(walk, (const char *)xmlTextReaderConstValue(reader));
            return true;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
            walk->refusal = SAY("it refers to entities", "มีการอ้างถึง entity");
            return false;
        default:
            return true;
    }
}

/* Says why a file could not be read to its end. */
static void
report(const Walk *walk)
{
    if (walk->refusal != NULL)
        message_error(SAY("\"%s\" is refused: %s", "ไม่รับแฟ้ม \"%s\": %s"), walk->file_name,
                      walk->refusal);
    else
        message_error(
            SAY("\"%s\" is no well-formed XML, line %d: %s", "\"%s\" มิใช่ XML ที่ถูกต้อง บรรทัดที่ %d: %s"),
            walk->file_name, walk->line, walk->reason);
    message_hint("%s",
                 SAY("Nothing of it was read. Ask the bank for the file again, as it was sent.",
                     "ไม่มีการอ่านข้อมูลใด ให้ขอแฟ้มจากธนาคารใหม่ตามที่ส่งจริง"));
}

const XmlHandler *
xml_walk(int descriptor, const char *file_name, const XmlHandler *const *handlers, void *state)
{
    static Walk walk;
    xmlTextReaderPtr reader;
    int step = 1;
    bool is_good = true;

    memset(&walk, 0, sizeof(walk));
    walk.descriptor = descriptor;
    walk.file_name = file_name;
    walk.state = state;
    reader = xmlReaderForIO(read_block, NULL, &walk, NULL, NULL, XML_PARSE_NONET);
    if (reader == NULL)
    {
        report(&walk);
        return NULL;
    }
    xmlTextReaderSetStructuredErrorHandler(reader, take_error, &walk);
    while (is_good && (step = xmlTextReaderRead(reader)) == 1)
        is_good = take_node(&walk, reader, handlers);
    xmlFreeTextReader(reader);
    if (is_good && step == 0 && walk.reason[0] == '\0' && walk.refusal == NULL)
        return walk.handler;
    if (is_good || walk.refusal != NULL)
        report(&walk);
    return NULL;
}

/*
 * pain001.c
 *    A batch as ISO 20022 pain.001.001.09: one payment of many transfers.
 *
 * Nothing in it names a programme (AR2): no category, purpose or remittance
 * text, and references are the opaque numbers of the transfers. Each transfer
 * stands on its own line, so that two files can be compared.
 */
#include "payfile.h"

#include "message.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlwriter.h>

struct Pain001Writer
{
    xmlTextWriterPtr xml;
    bool has_failed;
};

static void
open_element(Pain001Writer *writer, const char *name)
{
    if (xmlTextWriterStartElement(writer->xml, BAD_CAST name) < 0)
        writer->has_failed = true;
}

static void
close_elements(Pain001Writer *writer, int count)
{
    while (count-- > 0)
    {
        if (xmlTextWriterEndElement(writer->xml) < 0)
            writer->has_failed = true;
    }
}

static void
put_element(Pain001Writer *writer, const char *name, const char *text)
{
    if (xmlTextWriterWriteElement(writer->xml, BAD_CAST name, BAD_CAST text) < 0)
        writer->has_failed = true;
}

static void
put_line_end(Pain001Writer *writer)
{
    if (xmlTextWriterWriteString(writer->xml, BAD_CAST "\n") < 0)
        writer->has_failed = true;
}

/* The number and sum of the transfers, which group and payment both state. */
static void
put_totals(Pain001Writer *writer, const PayfileHeader *header)
{
    char transfers[24];

    snprintf(transfers, sizeof(transfers), "%" PRId64, header->transfers);
    put_element(writer, "NbOfTxs", transfers);
    put_element(writer, "CtrlSum", header->control_sum);
}

static void
put_account(Pain001Writer *writer, const char *element, const char *number)
{
    open_element(writer, element);
    open_element(writer, "Id");
    open_element(writer, "Othr");
    put_element(writer, "Id", number);
    close_elements(writer, 3);
}

static void
put_party(Pain001Writer *writer, const char *element, const char *name)
{
    open_element(writer, element);
    put_element(writer, "Nm", name);
    close_elements(writer, 1);
}

/* A bank by its code of the Bank of Thailand, THCBC in the standard's list of clearing systems. */
static void
put_agent(Pain001Writer *writer, const char *element, const char *bank_code, const char *branch)
{
    open_element(writer, element);
    open_element(writer, "FinInstnId");
    open_element(writer, "ClrSysMmbId");
    open_element(writer, "ClrSysId");
    put_element(writer, "Cd", "THCBC");
    close_elements(writer, 1);
    put_element(writer, "MmbId", bank_code);
    close_elements(writer, 2);
    if (branch[0] != '\0')
    {
        open_element(writer, "BrnchId");
        put_element(writer, strspn(branch, "0123456789") == strlen(branch) ? "Id" : "Nm", branch);
        close_elements(writer, 1);
    }
    close_elements(writer, 1);
}

static void
put_group_header(Pain001Writer *writer, const PayfileHeader *header)
{
    open_element(writer, "GrpHdr");
    put_element(writer, "MsgId", header->message_id);
    put_element(writer, "CreDtTm", header->created_at);
    put_totals(writer, header);
    put_party(writer, "InitgPty", header->agency_name);
    close_elements(writer, 1);
    put_line_end(writer);
}

/* Everything of the payment before its transfers; the element stays open. */
static void
put_payment(Pain001Writer *writer, const PayfileHeader *header)
{
    open_element(writer, "PmtInf");
    put_element(writer, "PmtInfId", header->message_id);
    put_element(writer, "PmtMtd", "TRF");
    put_element(writer, "BtchBookg", "true");
    put_totals(writer, header);
    open_element(writer, "ReqdExctnDt");
    put_element(writer, "Dt", header->value_date);
    close_elements(writer, 1);
    put_party(writer, "Dbtr", header->debtor_account_name);
    put_account(writer, "DbtrAcct", header->debtor_account);
    put_agent(writer, "DbtrAgt", header->debtor_bank_code, "");
    put_line_end(writer);
}

/* Begins a file. Parameters: where to; its batch. Answers NULL when it cannot be written. */
Pain001Writer *
pain001_begin(FILE *stream, const PayfileHeader *header)
{
    Pain001Writer *writer = calloc(1, sizeof(*writer));
    xmlOutputBufferPtr buffer = xmlOutputBufferCreateFile(stream, NULL);

    if (writer == NULL || buffer == NULL || (writer->xml = xmlNewTextWriter(buffer)) == NULL)
        message_out_of_memory();
    if (xmlTextWriterStartDocument(writer->xml, "1.0", "UTF-8", NULL) < 0)
        writer->has_failed = true;
    open_element(writer, "Document");
    if (xmlTextWriterWriteAttribute(writer->xml, BAD_CAST "xmlns",
                                    BAD_CAST "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09") < 0)
        writer->has_failed = true;
    open_element(writer, "CstmrCdtTrfInitn");
    put_line_end(writer);
    put_group_header(writer, header);
    put_payment(writer, header);
    if (!writer->has_failed)
        return writer;
    pain001_discard(writer);
    return NULL;
}

/* Writes a transfer. */
bool
pain001_line(Pain001Writer *writer, const PayfileLine *line)
{
    open_element(writer, "CdtTrfTxInf");
    open_element(writer, "PmtId");
    put_element(writer, "EndToEndId", line->reference);
    close_elements(writer, 1);
    open_element(writer, "Amt");
    open_element(writer, "InstdAmt");
    if (xmlTextWriterWriteAttribute(writer->xml, BAD_CAST "Ccy", BAD_CAST "THB") < 0 ||
        xmlTextWriterWriteString(writer->xml, BAD_CAST line->amount) < 0)
        writer->has_failed = true;
    close_elements(writer, 2);
    put_agent(writer, "CdtrAgt", line->bank_code, line->bank_branch);
    put_party(writer, "Cdtr", line->account_name);
    put_account(writer, "CdtrAcct", line->account_number);
    close_elements(writer, 1);
    put_line_end(writer);
    return !writer->has_failed;
}

/* Ends the file. Answers whether all of it was written. */
bool
pain001_end(Pain001Writer *writer)
{
    bool is_good;

    close_elements(writer, 3);
    is_good = !writer->has_failed && xmlTextWriterEndDocument(writer->xml) >= 0 &&
              xmlTextWriterFlush(writer->xml) >= 0;
    pain001_discard(writer);
    return is_good;
}

/* Frees a writer whose file is not wanted; the stream stays open. */
void
pain001_discard(Pain001Writer *writer)
{
    if (writer == NULL)
        return;
    xmlFreeTextWriter(writer->xml);
    free(writer);
}

/*
 * import_kind.c
 *    What can be imported: persons with their claims, the civil registry's feed,
 *    and the results of a bank.
 */
#include "import_kind.h"

#define COUNT_OF(list) (sizeof(list) / sizeof((list)[0]))

/* The columns of registry.import_row. */
static const char *const person_columns[] = {
    /* the person */
    "thai_id", "title", "first_name", "last_name", "sex", "birth_date", "marital_status",
    "telephone", "income_band", "monthly_income", "occupation",
    /* address in the house register, and where the person is reached */
    "house_number", "village_number", "building", "lane", "road", "subdistrict", "district",
    "province", "postcode", "contact_house_number", "contact_village_number", "contact_building",
    "contact_lane", "contact_road", "contact_subdistrict", "contact_district", "contact_province",
    "contact_postcode",
    /* the claim */
    "programme", "facts", "authority_code", "claimed_on", "ordered_on", "budget_type", "top_up",
    /* payment */
    "received_since", "way_of_payment", "bank_code", "bank_branch", "account_number",
    "account_name", "remark"};
static const char *const person_required[] = {"thai_id", "programme"};

const ImportKind import_kind_persons = {
    .columns = person_columns,
    .column_count = COUNT_OF(person_columns),
    .required = person_required,
    .required_count = COUNT_OF(person_required),
    .staging = "registry.import_row (import_id, line_number, problem",
    .begin = "SELECT registry.begin_import($1, $2)",
    .begin_parameters = 2,
    .finish = "SELECT row_count, persons_added, claims_added, unchanged, refused"
              " FROM registry.finish_import($1)",
    .refusals = "SELECT refusal.line_number, refusal.reason"
                " FROM pg_catalog.unnest($1::pg_catalog.int8[]) AS import (import_id)"
                " CROSS JOIN LATERAL registry.import_refusals(import.import_id) AS refusal"
                " ORDER BY refusal.line_number",
    .numbers = "imports",
    .counts = {{"row_count", "Rows read", "อ่าน (แถว)"},
               {"persons_added", "Persons added", "เพิ่มบุคคล (คน)"},
               {"claims_added", "Claims added", "เพิ่มสิทธิ (แถว)"},
               {"unchanged", "Unchanged", "ตรงกับที่มีอยู่ (แถว)"},
               {"refused", "Refused", "ถูกปฏิเสธ (แถว)"}},
    .count_count = 5,
    .added = 2,
    .added_english = "claims added",
    .added_thai = "เพิ่มสิทธิ",
};

/* The columns of civil.event_row. */
static const char *const feed_columns[] = {
    "thai_id",        "kind",          "happened_on",        "registered_on",
    "reported_on",    "birth_date",    "first_name",         "last_name",
    "new_first_name", "new_last_name", "new_authority_code", "new_place",
    "event_reference"};
static const char *const feed_required[] = {
    "thai_id", "kind", "happened_on", "registered_on", "birth_date", "first_name", "last_name"};

const ImportKind import_kind_registry_feed = {
    .columns = feed_columns,
    .column_count = COUNT_OF(feed_columns),
    .required = feed_required,
    .required_count = COUNT_OF(feed_required),
    .staging = "civil.event_row (delivery_number, line_number, problem",
    .begin = "SELECT civil.begin_delivery($1)",
    .begin_parameters = 1,
    .finish = "SELECT row_count, events_added, unchanged, refused FROM civil.finish_delivery($1)",
    .refusals = "SELECT refusal.line_number, refusal.reason"
                " FROM pg_catalog.unnest($1::pg_catalog.int8[]) AS delivery (delivery_number)"
                " CROSS JOIN LATERAL civil.refused_rows(delivery.delivery_number) AS refusal"
                " ORDER BY refusal.line_number",
    .numbers = "deliveries",
    .counts = {{"row_count", "Rows read", "อ่าน (แถว)"},
               {"events_added", "Events added", "เพิ่มเหตุการณ์ (แถว)"},
               {"unchanged", "Unchanged", "ตรงกับที่มีอยู่ (แถว)"},
               {"refused", "Refused", "ถูกปฏิเสธ (แถว)"}},
    .count_count = 4,
    .added = 1,
    .added_english = "events added",
    .added_thai = "เพิ่มเหตุการณ์",
};

/* The columns of payment.result_row. */
static const char *const result_columns[] = {"reference", "outcome",   "reason_code",
                                             "amount",    "booked_on", "bank_text"};
static const char *const result_required[] = {"reference", "outcome"};

const ImportKind import_kind_bank_results = {
    .columns = result_columns,
    .column_count = COUNT_OF(result_columns),
    .required = result_required,
    .required_count = COUNT_OF(result_required),
    .staging = "payment.result_row (delivery_number, line_number, problem",
    .begin = "SELECT payment.begin_results($1, $2, $3, $4::pg_catalog.int8,"
             " $5::pg_catalog.\"numeric\")",
    .begin_parameters = 5,
    .is_stated = true,
    .finish = "SELECT row_count, credited, failed, returned, unchanged, refused"
              " FROM payment.finish_results($1)",
    .refusals = "SELECT refusal.line_number, refusal.reason"
                " FROM pg_catalog.unnest($1::pg_catalog.int8[]) AS delivery (delivery_number)"
                " CROSS JOIN LATERAL payment.refused_results(delivery.delivery_number) AS refusal"
                " ORDER BY refusal.line_number",
    .numbers = "deliveries",
    .counts = {{"row_count", "Rows read", "อ่าน (แถว)"},
               {"credited", "Credited", "เงินเข้าบัญชี (รายการ)"},
               {"failed", "Failed", "โอนไม่สำเร็จ (รายการ)"},
               {"returned", "Returned", "เงินโอนคืน (รายการ)"},
               {"unchanged", "Unchanged", "ตรงกับที่มีอยู่ (แถว)"},
               {"refused", "Refused", "ถูกปฏิเสธ (แถว)"}},
    .count_count = 6,
    .added = 1,
    .added_english = "credited",
    .added_thai = "เงินเข้าบัญชี",
};

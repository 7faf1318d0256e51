/*
 * help_payments.c
 *    What --help prints of the commands between the payroll and the banks.
 */
#include "help.h"

#include "language.h"

#include <stdio.h>

/* welfare payfile --help */
void
help_print_payfile(void)
{
    fputs(SAY("welfare payfile writes batches of transfers as files for a bank.\n"
              "\n"
              "Usage:\n"
              "  welfare payfile [OPTION]...\n"
              "  welfare payfile --list [--disbursement=N] [--json]\n"
              "\n"
              "Each batch becomes DIR/MESSAGE-ID.xml (ISO 20022 pain.001.001.09) or .csv, readable "
              "by "
              "its owner only.\n"
              "Number, sum and digest of what is written are compared with what was sealed; when "
              "they "
              "differ, and after\n"
              "any error, no file is left. Writing a batch again gives the same bytes.\n"
              "\n"
              "Exit status: 0 all files are there, 1 an error (files written before it stay), 2 "
              "wrong "
              "usage.\n"
              "\n"
              "Options:\n"
              "      --disbursement=N      this disbursement; else what no file was made of yet\n"
              "      --batch=N             only this batch of it\n"
              "      --format=FORMAT       pain.001 (default), csv, or pain.001,csv\n"
              "      --output=DIR          folder for the files (default: the current one)\n"
              "      --list                list batches, and write nothing\n"
              "      --json                print what was written, or the list, as JSON\n"
              "  -q, --quiet               no progress bar and no summary\n",
              "welfare payfile สร้างแฟ้มโอนเงินสำหรับธนาคาร\n"
              "\n"
              "วิธีใช้:\n"
              "  welfare payfile [ตัวเลือก]...\n"
              "  welfare payfile --list [--disbursement=N] [--json]\n"
              "\n"
              "แต่ละชุดเป็นแฟ้ม DIR/MESSAGE-ID.xml (ISO 20022 pain.001.001.09) หรือ .csv "
              "ซึ่งอ่านได้เฉพาะเจ้าของ\n"
              "จำนวนรายการ ยอดรวม และค่าแฮชของแฟ้มต้องตรงกับที่ปิดผนึกไว้ "
              "หากไม่ตรงหรือเกิดข้อผิดพลาดจะไม่มีแฟ้มเหลืออยู่\n"
              "เมื่อสร้างชุดเดิมอีกครั้ง แฟ้มจะเหมือนเดิมทุกไบต์\n"
              "\n"
              "สถานะเมื่อจบ: 0 ได้แฟ้มครบ, 1 ผิดพลาด (แฟ้มที่สร้างก่อนหน้ายังอยู่), 2 ใช้ผิดวิธี\n"
              "\n"
              "ตัวเลือก:\n"
              "      --disbursement=N      เฉพาะการเบิกจ่ายนี้ หากไม่ระบุ: ชุดที่ยังไม่เคยสร้างแฟ้ม\n"
              "      --batch=N             เฉพาะชุดนี้ของการเบิกจ่าย\n"
              "      --format=FORMAT       pain.001 (หากไม่ระบุ), csv หรือ pain.001,csv\n"
              "      --output=DIR          โฟลเดอร์ของแฟ้ม (หากไม่ระบุ: โฟลเดอร์ปัจจุบัน)\n"
              "      --list                แสดงรายการชุด โดยไม่สร้างแฟ้ม\n"
              "      --json                แสดงแฟ้มที่สร้าง หรือรายการชุด เป็น JSON\n"
              "  -q, --quiet               ไม่แสดงความคืบหน้าและสรุป\n"),
          stdout);
    help_print_common_options();
}

/* welfare import bank-results --help */
void
help_print_bank_results(void)
{
    fputs(
        SAY("welfare import bank-results takes what a bank says became of transfers.\n"
            "\n"
            "Usage:\n"
            "  welfare import bank-results [OPTION]... FILE\n"
            "\n"
            "The file is CSV (UTF-8, with a header), ISO 20022 pain.002.001.10 or camt.053.001.08; "
            "its content tells\n"
            "which. \"-\" is standard input. Each result is recorded, found unchanged, or refused; "
            "refused ones go to\n"
            "FILE.rejected.csv with line (of a message: the record's number) and reason. A file "
            "given again adds nothing.\n"
            "\n"
            "outcome is credited, failed or returned, or a code of ISO 20022 (ACSC, ACCC, RJCT); "
            "reason_code a code such\n"
            "as AC01 or AC04. A last record TOTAL,ROWS,,SUM,, states what the CSV file comes to. "
            "An "
            "XML file with a\n"
            "document type, in another encoding, or cut off is refused as a whole.\n"
            "\n"
            "Exit status: 0 all results taken, 1 an error (nothing was recorded), 2 wrong usage, 3 "
            "some were refused.\n",
            "welfare import bank-results รับผลการโอนเงินจากธนาคาร\n"
            "\n"
            "วิธีใช้:\n"
            "  welfare import bank-results [ตัวเลือก]... FILE\n"
            "\n"
            "แฟ้มเป็น CSV (UTF-8 มีหัวตาราง) หรือ ISO 20022 pain.002.001.10 หรือ camt.053.001.08 "
            "โปรแกรมดูจากเนื้อหา\n"
            "\"-\" คืออินพุตมาตรฐาน แต่ละรายการจะถูกบันทึก พบว่าตรงกับที่มีอยู่ หรือถูกปฏิเสธ "
            "รายการที่ถูกปฏิเสธอยู่ใน\n"
            "FILE.rejected.csv พร้อมบรรทัด (ของข้อความ XML คือลำดับรายการ) และเหตุผล "
            "นำเข้าแฟ้มเดิมซ้ำไม่เพิ่มข้อมูล\n"
            "\n"
            "outcome คือ credited, failed หรือ returned หรือรหัส ISO 20022 (ACSC, ACCC, RJCT) "
            "ส่วน reason_code คือรหัส\n"
            "เช่น AC01 หรือ AC04 บรรทัดสุดท้ายของ CSV อาจเป็น TOTAL,จำนวน,,ยอดรวม,, "
            "แฟ้ม XML ที่มี DOCTYPE\n"
            "ใช้รหัสอักขระอื่น หรือไม่ครบ จะไม่รับทั้งแฟ้ม\n"
            "\n"
            "สถานะเมื่อจบ: 0 รับทุกรายการ, 1 ผิดพลาด (ไม่มีการบันทึก), 2 ใช้ผิดวิธี, "
            "3 มีรายการที่ถูกปฏิเสธ\n"),
        stdout);
    fputs(SAY("\nColumns of CSV, in any order; reference and outcome must be there:\n",
              "\nคอลัมน์ของ CSV เรียงอย่างไรก็ได้ ต้องมี reference และ outcome:\n"),
          stdout);
    help_print_columns(&import_kind_bank_results);
    fputs(SAY("\nOptions:\n"
              "      --json                print the outcome as a JSON object\n"
              "  -q, --quiet               no progress bar and no summary\n"
              "      --rejected=FILE       where refused rows go\n",
              "\nตัวเลือก:\n"
              "      --json                แสดงผลเป็น JSON\n"
              "  -q, --quiet               ไม่แสดงความคืบหน้าและสรุป\n"
              "      --rejected=FILE       แฟ้มสำหรับแถวที่ถูกปฏิเสธ\n"),
          stdout);
    help_print_common_options();
}

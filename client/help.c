/*
 * help.c
 *    What --help prints: for the program and for each command.
 */
#include "help.h"

#include "file_columns.h"
#include "language.h"
#include "options.h"

#include <stdio.h>
#include <string.h>

enum
{
    COLUMNS_WIDTH = 96
};

static void
print_connection_options(void)
{
    fputs(SAY("\nConnection options:\n"
              "  -h, --host=HOSTNAME       database server host or socket directory\n"
              "  -p, --port=PORT           database server port\n"
              "  -U, --username=USERNAME   database user name\n"
              "  -d, --dbname=DBNAME       database name, or a connection string or URI\n"
              "  -w, --no-password         never prompt for a password\n"
              "  -W, --password            force a password prompt\n"
              "\n"
              "PGHOST, PGPORT, PGUSER, PGDATABASE and libpq's other environment variables count as "
              "in psql.\n",
              "\nตัวเลือกการเชื่อมต่อ:\n"
              "  -h, --host=HOSTNAME       เครื่องแม่ข่ายฐานข้อมูล หรือโฟลเดอร์ของซ็อกเก็ต\n"
              "  -p, --port=PORT           พอร์ตของแม่ข่าย\n"
              "  -U, --username=USERNAME   ชื่อผู้ใช้ฐานข้อมูล\n"
              "  -d, --dbname=DBNAME       ชื่อฐานข้อมูล หรือข้อความเชื่อมต่อ หรือ URI\n"
              "  -w, --no-password         ไม่ถามรหัสผ่าน\n"
              "  -W, --password            ถามรหัสผ่านเสมอ\n"
              "\n"
              "ใช้ PGHOST, PGPORT, PGUSER, PGDATABASE และตัวแปรอื่นของ libpq ได้เช่นเดียวกับ psql\n"),
          stdout);
}

/* Prints the options that every command has. */
void
help_print_common_options(void)
{
    fputs(SAY("      --language=en|th      language of messages (default: of the environment, else "
              "th)\n"
              "  -?, --help                show this help, then exit\n",
              "      --language=en|th      ภาษาของข้อความ (หากไม่ระบุ: ตามสภาพแวดล้อม มิฉะนั้น th)\n"
              "  -?, --help                แสดงวิธีใช้นี้\n"),
          stdout);
}

static void
print_program(void)
{
    fputs(
        SAY("welfare is the command-line client of the allowance database.\n"
            "\n"
            "Usage:\n"
            "  welfare [OPTION]... COMMAND\n"
            "\n"
            "Commands:\n"
            "  import persons FILE.csv        import persons and their claims\n"
            "  import registry-feed FILE.csv  take a delivery of the civil registry\n"
            "  import bank-results FILE       take what a bank says became of transfers\n"
            "  payfile                        write batches of transfers as files for a bank\n"
            "  report summary-by-programme    claims and baht by programme and local authority\n"
            "  check                          say whether this client can work with the database\n"
            "  jobs                           what runs by itself, and what of it is late\n"
            "\n"
            "\"welfare COMMAND --help\" tells more of each.\n"
            "\n"
            "Options:\n",
            "welfare คือโปรแกรมบรรทัดคำสั่งของฐานข้อมูลเบี้ยยังชีพ\n"
            "\n"
            "วิธีใช้:\n"
            "  welfare [ตัวเลือก]... คำสั่ง\n"
            "\n"
            "คำสั่ง:\n"
            "  import persons FILE.csv        นำเข้าบุคคลและสิทธิรับเบี้ย\n"
            "  import registry-feed FILE.csv  รับข้อมูลจากทะเบียนราษฎร\n"
            "  import bank-results FILE       รับผลการโอนเงินจากธนาคาร\n"
            "  payfile                        สร้างแฟ้มโอนเงินสำหรับธนาคาร\n"
            "  report summary-by-programme    รายงานจำนวนผู้ได้รับเบี้ยยังชีพแต่ละประเภท\n"
            "  check                          ตรวจว่าใช้งานกับฐานข้อมูลนี้ได้หรือไม่\n"
            "  jobs                           งานอัตโนมัติ และงานที่ล่าช้าหรือไม่สำเร็จ\n"
            "\n"
            "ดูรายละเอียดของแต่ละคำสั่ง: welfare คำสั่ง --help\n"
            "\n"
            "ตัวเลือก:\n"),
        stdout);
    help_print_common_options();
    fputs(SAY("  -V, --version             show the version, then exit\n",
              "  -V, --version             แสดงรุ่นของโปรแกรม\n"),
          stdout);
}

/* Prints the columns of a file of a kind, a few on each line. */
void
help_print_columns(const ImportKind *kind)
{
    const char *list = file_columns_list(kind);

    while (*list != '\0')
    {
        int size = (int)strlen(list);

        if (size > COLUMNS_WIDTH)
        {
            for (size = COLUMNS_WIDTH; list[size] != ' ';)
                size--;
        }
        printf("  %.*s\n", size, list);
        list += size;
        list += strspn(list, " ");
    }
}

static void
print_import(void)
{
    fputs(SAY("welfare import persons imports persons and their claims from a CSV file.\n"
              "\n"
              "Usage:\n"
              "  welfare import persons [OPTION]... FILE.csv\n"
              "\n"
              "The file is UTF-8 and has a header; \"-\" is standard input. Each row is added, "
              "found unchanged, or\n"
              "refused; refused rows go to FILE.rejected.csv with line and reason. Importing a "
              "file again adds nothing.\n"
              "\n"
              "The whole file is one transaction; with --chunk each chunk is one. After an "
              "interruption the same command\n"
              "goes on: what is recorded is found unchanged.\n"
              "\n"
              "Exit status: 0 all rows taken or unchanged, 1 error (without --chunk nothing was "
              "recorded), 2 wrong usage,\n"
              "3 some rows refused.\n",
              "welfare import persons นำเข้าบุคคลและสิทธิรับเบี้ยจากแฟ้ม CSV\n"
              "\n"
              "วิธีใช้:\n"
              "  welfare import persons [ตัวเลือก]... FILE.csv\n"
              "\n"
              "แฟ้มเป็นรหัส UTF-8 และมีหัวตาราง; \"-\" คือข้อมูลเข้ามาตรฐาน แต่ละแถวถูกเพิ่ม ตรงกับที่มีอยู่ "
              "หรือถูกปฏิเสธ\n"
              "แถวที่ถูกปฏิเสธอยู่ใน FILE.rejected.csv พร้อมเลขบรรทัดและเหตุผล นำเข้าแฟ้มเดิมซ้ำไม่มีอะไรเพิ่ม\n"
              "\n"
              "ทั้งแฟ้มเป็นธุรกรรมเดียว หากใช้ --chunk แต่ละชุดเป็นหนึ่งธุรกรรม เมื่อหยุดกลางคันให้สั่งคำสั่งเดิมอีกครั้ง\n"
              "ระบบจะทำต่อ โดยข้อมูลที่บันทึกแล้วไม่ถูกเพิ่มซ้ำ\n"
              "\n"
              "สถานะเมื่อจบ: 0 รับทุกแถว, 1 ผิดพลาด (หากไม่ใช้ --chunk ไม่มีการบันทึก), 2 ใช้ผิดวิธี, "
              "3 มีแถวที่ถูกปฏิเสธ\n"),
          stdout);
    fputs(SAY("\nColumns, in any order; thai_id and programme must be there:\n",
              "\nคอลัมน์ เรียงอย่างไรก็ได้ ต้องมี thai_id และ programme:\n"),
          stdout);
    help_print_columns(&import_kind_persons);
    fputs(SAY("\nOptions:\n"
              "      --json                print the outcome as a JSON object\n"
              "  -q, --quiet               no progress bar and no summary\n"
              "      --rejected=FILE       where refused rows go\n"
              "      --chunk=ROWS          record ROWS rows at a time, each chunk for good\n"
              "      --legacy-unknown-birth\n"
              "                            1 January of a birth date stands for an unknown day and "
              "month, as the old\n"
              "                            system had it: read so for 2483 and before, listed for "
              "review always\n",
              "\nตัวเลือก:\n"
              "      --json                แสดงผลเป็น JSON\n"
              "  -q, --quiet               ไม่แสดงความคืบหน้าและสรุป\n"
              "      --rejected=FILE       แฟ้มสำหรับแถวที่ถูกปฏิเสธ\n"
              "      --chunk=ROWS          บันทึกทีละ ROWS แถว แต่ละชุดบันทึกถาวร\n"
              "      --legacy-unknown-birth\n"
              "                            วันเกิด 1 มกราคม หมายถึงไม่ทราบวันและเดือนตามคู่มือระบบเดิม: "
              "ปี 2483 และก่อนหน้านั้น\n"
              "                            อ่านตามนั้น และส่งให้ตรวจสอบทุกราย\n"),
          stdout);
    help_print_common_options();
}

static void
print_import_registry_feed(void)
{
    fputs(
        SAY("welfare import registry-feed takes a delivery of the civil registry from a CSV file.\n"
            "\n"
            "Usage:\n"
            "  welfare import registry-feed [OPTION]... FILE.csv\n"
            "\n"
            "The file is UTF-8 and has a header; \"-\" is standard input. Each row is kept as an "
            "event, found delivered\n"
            "already, or refused; refused rows go to FILE.rejected.csv with line and reason. A "
            "delivery that comes again, or\n"
            "late, changes nothing. No claim changes: the sweep opens findings for the "
            "authorities to verify.\n"
            "\n"
            "kind: death, death_cancelled, moved_out, moved_in, name_changed, nationality_lost, "
            "nationality_gained,\n"
            "struck_off, or their Thai names.\n"
            "\n"
            "Exit status: 0 all rows taken or unchanged, 1 error (without --chunk nothing was "
            "recorded), 2 wrong usage,\n"
            "3 some rows refused.\n",
            "welfare import registry-feed รับข้อมูลจากทะเบียนราษฎรด้วยแฟ้ม CSV\n"
            "\n"
            "วิธีใช้:\n"
            "  welfare import registry-feed [ตัวเลือก]... FILE.csv\n"
            "\n"
            "แฟ้มเป็นรหัส UTF-8 และมีหัวตาราง; \"-\" คือข้อมูลเข้ามาตรฐาน แต่ละแถวถูกเก็บเป็นเหตุการณ์ "
            "ตรงกับที่ส่งแล้ว หรือถูกปฏิเสธ\n"
            "แถวที่ถูกปฏิเสธอยู่ใน FILE.rejected.csv พร้อมเลขบรรทัดและเหตุผล "
            "ส่งซ้ำหรือส่งช้าไม่มีผลเปลี่ยนแปลง\n"
            "ไม่มีสิทธิใดเปลี่ยน ระบบเปิดเรื่องให้ อปท. ตรวจสอบ\n"
            "\n"
            "kind: death, death_cancelled, moved_out, moved_in, name_changed, nationality_lost, "
            "nationality_gained,\n"
            "struck_off หรือชื่อภาษาไทย\n"
            "\n"
            "สถานะเมื่อจบ: 0 รับทุกแถว, 1 ผิดพลาด (หากไม่ใช้ --chunk ไม่มีการบันทึก), 2 ใช้ผิดวิธี, "
            "3 มีแถวที่ถูกปฏิเสธ\n"),
        stdout);
    fputs(
        SAY("\nColumns, in any order; all but reported_on, the new_ ones and event_reference must "
            "be there:\n",
            "\nคอลัมน์ เรียงอย่างไรก็ได้ ต้องมีทุกคอลัมน์ ยกเว้น reported_on, new_… และ event_reference:\n"),
        stdout);
    help_print_columns(&import_kind_registry_feed);
    fputs(SAY("\nOptions:\n"
              "      --json                print the outcome as a JSON object\n"
              "  -q, --quiet               no progress bar and no summary\n"
              "      --rejected=FILE       where refused rows go\n"
              "      --chunk=ROWS          record ROWS rows at a time, each chunk for good\n",
              "\nตัวเลือก:\n"
              "      --json                แสดงผลเป็น JSON\n"
              "  -q, --quiet               ไม่แสดงความคืบหน้าและสรุป\n"
              "      --rejected=FILE       แฟ้มสำหรับแถวที่ถูกปฏิเสธ\n"
              "      --chunk=ROWS          บันทึกทีละ ROWS แถว แต่ละชุดบันทึกถาวร\n"),
          stdout);
    help_print_common_options();
}

static void
print_report(void)
{
    fputs(SAY("welfare report summary-by-programme prints the report\n"
              "รายงาน แสดง จำนวนผู้ได้รับเบี้ยยังชีพ แต่ละประเภท of a compiled fiscal year.\n"
              "\n"
              "Usage:\n"
              "  welfare report summary-by-programme --fiscal-year=YEAR [OPTION]...\n"
              "\n"
              "Options:\n"
              "      --fiscal-year=YEAR    fiscal year, B.E. (required)\n"
              "      --province=CODE       only this province, two digits\n"
              "      --district=CODE       only this district, four digits\n"
              "      --authority=CODE      only this local authority, seven digits\n"
              "      --authority-type=TYPE only city_municipality, town_municipality, "
              "subdistrict_municipality,\n"
              "                            subdistrict_administrative_organization or pattaya\n"
              "      --format=table|csv    table for people (default), or CSV\n"
              "      --json                print a JSON array\n",
              "welfare report summary-by-programme แสดงรายงาน\n"
              "จำนวนผู้ได้รับเบี้ยยังชีพ แต่ละประเภท ของปีงบประมาณที่ประมวลผลแล้ว\n"
              "\n"
              "วิธีใช้:\n"
              "  welfare report summary-by-programme --fiscal-year=YEAR [ตัวเลือก]...\n"
              "\n"
              "ตัวเลือก:\n"
              "      --fiscal-year=YEAR    ปีงบประมาณ พ.ศ. (ต้องระบุ)\n"
              "      --province=CODE       เฉพาะจังหวัด รหัสสองหลัก\n"
              "      --district=CODE       เฉพาะอำเภอ รหัสสี่หลัก\n"
              "      --authority=CODE      เฉพาะ อปท. รหัสเจ็ดหลัก\n"
              "      --authority-type=TYPE เฉพาะ city_municipality, town_municipality, "
              "subdistrict_municipality,\n"
              "                            subdistrict_administrative_organization หรือ pattaya\n"
              "      --format=table|csv    ตาราง (หากไม่ระบุ) หรือ CSV\n"
              "      --json                แสดงผลเป็น JSON\n"),
          stdout);
    help_print_common_options();
}

static void
print_check(void)
{
    fputs(SAY("welfare check says whether this client can work with the database, and as whom.\n"
              "\n"
              "Usage:\n"
              "  welfare check [OPTION]...\n"
              "\n"
              "Exit status: 0 all is there, 1 something is missing (a hint says what to do), 2 "
              "wrong usage.\n"
              "\n"
              "Options:\n",
              "welfare check ตรวจว่าใช้งานกับฐานข้อมูลนี้ได้หรือไม่ และในนามผู้ใด\n"
              "\n"
              "วิธีใช้:\n"
              "  welfare check [ตัวเลือก]...\n"
              "\n"
              "สถานะเมื่อจบ: 0 พร้อมใช้งาน, 1 ขาดบางอย่าง (มีคำแนะนำ), 2 ใช้ผิดวิธี\n"
              "\n"
              "ตัวเลือก:\n"),
          stdout);
    help_print_common_options();
}

static void
print_jobs(void)
{
    fputs(SAY("welfare jobs lists what runs by itself: what it last did, what it does next and "
              "when that is due,\n"
              "how late it is; and says below whether all is well. For administrators and "
              "monitoring.\n"
              "\n"
              "Usage:\n"
              "  welfare jobs [OPTION]...\n"
              "\n"
              "Exit status: 0 all is well, 1 error, 2 wrong usage, 3 something is late, failed, "
              "stuck or not begun,\n"
              "or needs looking after.\n"
              "\n"
              "Options:\n"
              "      --json                print one JSON object: health, and the tasks\n",
              "welfare jobs แสดงงานอัตโนมัติ: ทำล่าสุดเมื่อใด รอบต่อไปกำหนดเมื่อใด ล่าช้าเท่าใด "
              "และบอกว่าทุกงานเรียบร้อยหรือไม่\n"
              "สำหรับผู้ดูแลระบบและระบบเฝ้าระวัง\n"
              "\n"
              "วิธีใช้:\n"
              "  welfare jobs [ตัวเลือก]...\n"
              "\n"
              "สถานะเมื่อจบ: 0 เรียบร้อย, 1 ผิดพลาด, 2 ใช้ผิดวิธี, 3 มีงานล่าช้า ไม่สำเร็จ ค้าง "
              "ยังไม่เริ่มใช้ หรือต้องดูแล\n"
              "\n"
              "ตัวเลือก:\n"
              "      --json                แสดงเป็น JSON หนึ่งรายการ: สุขภาพของระบบ และงานทั้งหมด\n"),
          stdout);
    help_print_common_options();
}

/* Prints the help of a command, or of the program. */
void
help_print(Command command)
{
    switch (command)
    {
        case COMMAND_NONE:
            print_program();
            break;
        case COMMAND_IMPORT_PERSONS:
            print_import();
            break;
        case COMMAND_IMPORT_REGISTRY_FEED:
            print_import_registry_feed();
            break;
        case COMMAND_IMPORT_BANK_RESULTS:
            help_print_bank_results();
            break;
        case COMMAND_PAYFILE:
            help_print_payfile();
            break;
        case COMMAND_REPORT_SUMMARY:
            print_report();
            break;
        case COMMAND_CHECK:
            print_check();
            break;
        case COMMAND_JOBS:
            print_jobs();
            break;
    }
    print_connection_options();
}

-- Drafts, reviews and approves a month's payrolls, programme by programme. Done again it does what is left. Parameter: month.
\connect - crash_first
SELECT * FROM payment.draft_payrolls(:'month');
SELECT payment.review_on_paper(:'month', 'ทดสอบ');
\connect - crash_second
SELECT payment.approve_on_paper(:'month', 'ทดสอบ', programme => 'elderly', late_reason => 'ทดสอบ');
SELECT payment.approve_on_paper(:'month', 'ทดสอบ', programme => 'disability', late_reason => 'ทดสอบ');
SELECT payment.approve_on_paper(:'month', 'ทดสอบ', programme => 'aids', late_reason => 'ทดสอบ');

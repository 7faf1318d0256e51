BEGIN;

DROP FUNCTION payment.announcement_list(integer, date, integer);
DROP FUNCTION payment.announcements(integer, date);
DROP FUNCTION payment.announce(date, text, date, payment.announcement_place[], date, text, text);
DROP FUNCTION payment.entry_text(payment.announcement_part, integer, text, text, numeric, date);
DROP TABLE payment.announcement_entry;
DROP FUNCTION payment.freeze_announcement();
DROP TABLE payment.announcement;
DROP TYPE payment.announcement_part;
DROP TYPE payment.announcement_place;
DELETE FROM reference.message WHERE code IN ('WF34A', 'WF34B', 'WF34C', 'WF34D', 'WF34E', 'WF34F');

COMMIT;

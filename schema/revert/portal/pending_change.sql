BEGIN;

DROP TRIGGER cancellation_note_change ON payment.cancellation;
DROP TRIGGER set_aside_note_change ON payment.set_aside;
DROP TRIGGER payout_note_change ON payment.payout;
DROP TRIGGER failure_note_change ON payment.failure;
DROP TRIGGER bank_delivery_note_change ON payment.bank_delivery;
DROP TRIGGER disbursement_note_change ON payment.disbursement;
DROP FUNCTION portal.note_cancellations();
DROP FUNCTION portal.note_set_aside();
DROP FUNCTION portal.note_payouts();
DROP FUNCTION portal.note_failures();
DROP FUNCTION portal.note_packet();
DROP FUNCTION portal.may_be_told(bigint);
DROP TABLE portal.pending_change;
DROP TABLE portal.pending_packet;
DROP SEQUENCE portal.pending_number;

COMMIT;

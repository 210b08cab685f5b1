DROP TABLE "mail_events";--> statement-breakpoint
DROP TABLE "mail_suppressions";--> statement-breakpoint
DROP INDEX "outbox_mails_status_created_at_index";--> statement-breakpoint
DROP INDEX "outbox_mails_status_recipient_index";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP CONSTRAINT "outbox_mails_status";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "status";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "status_at";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "provider_id";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "problem";

DROP INDEX "outbox_mails_links_expire_at_index";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "links_removed_at";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "links_expire_at";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "headers";--> statement-breakpoint
ALTER TABLE "outbox_mails" DROP COLUMN "reason";--> statement-breakpoint
DROP INDEX "mail_suppressions_recipient_trigram_index";--> statement-breakpoint
DROP INDEX "mail_suppressions_recipient_prefix_index";--> statement-breakpoint
DROP INDEX "mail_suppressions_recipient_index";--> statement-breakpoint
DROP INDEX "mail_suppressions_reason_recipient_index";--> statement-breakpoint
DROP INDEX "mail_suppressions_reason_created_at_index";--> statement-breakpoint
DROP INDEX "mail_suppressions_created_at_index";--> statement-breakpoint
DROP INDEX "mail_suppressions_id_index";--> statement-breakpoint
ALTER TABLE "mail_suppressions" DROP COLUMN "id";--> statement-breakpoint
ALTER TABLE "mail_events" DROP COLUMN "reason";

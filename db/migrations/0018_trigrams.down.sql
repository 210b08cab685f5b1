DROP INDEX "users_name_trigram_index";--> statement-breakpoint
DROP INDEX "outbox_mails_recipient_trigram_index";

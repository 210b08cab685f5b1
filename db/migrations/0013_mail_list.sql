DROP INDEX "outbox_mails_recipient_index";--> statement-breakpoint
CREATE INDEX "outbox_mails_recipient_prefix_index" ON "outbox_mails" USING btree ("recipient" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "outbox_mails_template_created_at_index" ON "outbox_mails" USING btree ("template","created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_mails_template_recipient_index" ON "outbox_mails" USING btree ("template","recipient","id");--> statement-breakpoint
CREATE INDEX "outbox_mails_search_index" ON "outbox_mails" USING gin (lower("recipient" || ' ' || "subject") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "outbox_mails_recipient_index" ON "outbox_mails" USING btree ("recipient","id");
ALTER TABLE "mail_events" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "mail_suppressions" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "headers" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "links_expire_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "links_removed_at" timestamp(3) with time zone;--> statement-breakpoint
CREATE UNIQUE INDEX "mail_suppressions_id_index" ON "mail_suppressions" USING btree ("id");--> statement-breakpoint
CREATE INDEX "mail_suppressions_created_at_index" ON "mail_suppressions" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "mail_suppressions_reason_created_at_index" ON "mail_suppressions" USING btree ("reason","created_at","id");--> statement-breakpoint
CREATE INDEX "mail_suppressions_reason_recipient_index" ON "mail_suppressions" USING btree ("reason","recipient","id");--> statement-breakpoint
CREATE INDEX "mail_suppressions_recipient_index" ON "mail_suppressions" USING btree ("recipient","id");--> statement-breakpoint
CREATE INDEX "mail_suppressions_recipient_prefix_index" ON "mail_suppressions" USING btree ("recipient" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "mail_suppressions_recipient_trigram_index" ON "mail_suppressions" USING gin ("recipient" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "outbox_mails_links_expire_at_index" ON "outbox_mails" USING btree ("links_expire_at") WHERE "outbox_mails"."links_removed_at" is null and "outbox_mails"."links_expire_at" is not null;--> statement-breakpoint
UPDATE "outbox_mails" SET "links_expire_at" = "created_at" + CASE "template" WHEN 'invitation' THEN interval '7 days' WHEN 'password-reset' THEN interval '1 hour' ELSE interval '1 day' END
WHERE "template" IN ('invitation', 'registration', 'email-verification', 'email-change-current', 'email-change-new', 'password-reset');

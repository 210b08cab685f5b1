CREATE TABLE "mail_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mail_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"detail" text,
	"report_id" text,
	CONSTRAINT "mail_events_reportId_unique" UNIQUE("report_id")
);
--> statement-breakpoint
CREATE TABLE "mail_suppressions" (
	"recipient" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"created_by_name" text
);
--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "status" text DEFAULT 'kept' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "status_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "provider_id" text;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "mail_events" ADD CONSTRAINT "mail_events_mail_id_outbox_mails_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."outbox_mails"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_events_mail_id_at_index" ON "mail_events" USING btree ("mail_id","at");--> statement-breakpoint
CREATE INDEX "outbox_mails_status_created_at_index" ON "outbox_mails" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "outbox_mails_status_recipient_index" ON "outbox_mails" USING btree ("status","recipient","id");--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_providerId_unique" UNIQUE("provider_id");--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_status" CHECK ("outbox_mails"."status" in ('kept', 'queued', 'sent', 'delivered', 'bounced', 'complained', 'failed', 'suppressed'));--> statement-breakpoint
SELECT watch_table('mail_suppressions', 'suppression', 'suppression', 'recipient');

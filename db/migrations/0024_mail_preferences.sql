CREATE TABLE "mail_preferences" (
	"recipient" text NOT NULL,
	"category" text NOT NULL,
	"is_wanted" boolean NOT NULL,
	"token" text NOT NULL,
	"changed_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "mail_preferences_recipient_category_pk" PRIMARY KEY("recipient","category"),
	CONSTRAINT "mail_preferences_token_unique" UNIQUE("token")
);
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "locale" text;--> statement-breakpoint
CREATE INDEX "mail_preferences_category_recipient_index" ON "mail_preferences" USING btree ("category","recipient") WHERE "mail_preferences"."is_wanted";--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_locale" CHECK ("users"."locale" in ('en', 'de', 'fr', 'ja'));
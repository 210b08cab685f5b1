CREATE TABLE "sign_in_failures" (
	"hour" timestamp(3) with time zone PRIMARY KEY NOT NULL,
	"refused" integer NOT NULL,
	"throttled" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sign_in_throttles" ADD COLUMN "user_id" uuid;--> statement-breakpoint
ALTER TABLE "sign_in_throttles" ADD CONSTRAINT "sign_in_throttles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_sign_ins_index" ON "audit_entries" USING btree ("at") WHERE "audit_entries"."action" = 'session.created';--> statement-breakpoint
CREATE INDEX "audit_entries_changes_index" ON "audit_entries" USING btree ("id") WHERE "audit_entries"."action" not like 'session%';--> statement-breakpoint
CREATE INDEX "sign_in_throttles_window_index" ON "sign_in_throttles" USING btree ("window_started_at");--> statement-breakpoint
CREATE INDEX "sign_in_throttles_user_index" ON "sign_in_throttles" USING btree ("user_id");
CREATE TABLE "audit_verdicts" (
	"id" integer PRIMARY KEY NOT NULL,
	"checked_at" timestamp(3) with time zone NOT NULL,
	"is_intact" boolean NOT NULL,
	"problem_count" integer NOT NULL,
	"entry_count" bigint NOT NULL,
	"duration_ms" double precision NOT NULL,
	CONSTRAINT "audit_verdicts_one_row" CHECK ("audit_verdicts"."id" = 1)
);
--> statement-breakpoint
CREATE INDEX "audit_entries_impersonator_index" ON "audit_entries" USING btree ("impersonator_id","id") WHERE "audit_entries"."impersonator_id" is not null;
--> statement-breakpoint
SELECT watch_table('audit_verdicts', 'verdict', 'system', 'id');

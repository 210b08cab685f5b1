CREATE TABLE "error_counts" (
	"group_id" uuid NOT NULL,
	"hour" timestamp(3) with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "error_counts_group_id_hour_pk" PRIMARY KEY("group_id","hour")
);
--> statement-breakpoint
CREATE TABLE "error_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fingerprint" text NOT NULL,
	"kind" text NOT NULL,
	"place" text NOT NULL,
	"name" text NOT NULL,
	"message" text NOT NULL,
	"count" integer NOT NULL,
	"first_seen_at" timestamp(3) with time zone NOT NULL,
	"last_seen_at" timestamp(3) with time zone NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"settled_by_name" text,
	"settled_at" timestamp(3) with time zone,
	"came_back_at" timestamp(3) with time zone,
	CONSTRAINT "error_groups_fingerprint_unique" UNIQUE("fingerprint"),
	CONSTRAINT "error_groups_kind" CHECK ("error_groups"."kind" in ('procedure', 'request', 'page', 'job')),
	CONSTRAINT "error_groups_status" CHECK ("error_groups"."status" in ('open', 'resolved', 'ignored'))
);
--> statement-breakpoint
CREATE TABLE "error_samples" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"message" text NOT NULL,
	"stack" text,
	"request_id" text,
	"job_id" uuid,
	"actor_name" text
);
--> statement-breakpoint
ALTER TABLE "error_counts" ADD CONSTRAINT "error_counts_group_id_error_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."error_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "error_samples" ADD CONSTRAINT "error_samples_group_id_error_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."error_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "error_groups_last_seen_at_id_index" ON "error_groups" USING btree ("last_seen_at","id");--> statement-breakpoint
CREATE INDEX "error_groups_status_last_seen_at_id_index" ON "error_groups" USING btree ("status","last_seen_at","id");--> statement-breakpoint
CREATE INDEX "error_groups_first_seen_at_id_index" ON "error_groups" USING btree ("first_seen_at","id");--> statement-breakpoint
CREATE INDEX "error_groups_count_id_index" ON "error_groups" USING btree ("count","id");--> statement-breakpoint
CREATE INDEX "error_samples_group_id_id_index" ON "error_samples" USING btree ("group_id","id");
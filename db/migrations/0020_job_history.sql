CREATE TABLE "job_alert_states" (
	"alert_id" uuid PRIMARY KEY NOT NULL,
	"firing_since" timestamp(3) with time zone,
	"queue" text,
	"value" double precision,
	"checked_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"queue" text,
	"metric" text NOT NULL,
	"threshold" double precision NOT NULL,
	"recipients" text[] NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "job_alerts_metric" CHECK ("job_alerts"."metric" in ('depth', 'age', 'failure-rate')),
	CONSTRAINT "job_alerts_threshold" CHECK ("job_alerts"."threshold" >= 0),
	CONSTRAINT "job_alerts_recipients" CHECK (cardinality("job_alerts"."recipients") between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "job_history" (
	"queue" text NOT NULL,
	"worker" text NOT NULL,
	"since" timestamp(3) with time zone NOT NULL,
	"span_seconds" integer NOT NULL,
	"completed" integer NOT NULL,
	"failed" integer NOT NULL,
	"waits" integer[] NOT NULL,
	"runs" integer[] NOT NULL,
	CONSTRAINT "job_history_queue_worker_since_span_seconds_pk" PRIMARY KEY("queue","worker","since","span_seconds")
);
--> statement-breakpoint
CREATE TABLE "job_misfits" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"queue" text NOT NULL,
	"problems" text[] NOT NULL,
	"found_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "worker_heartbeats" ADD COLUMN "queues" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "worker_heartbeats" ADD COLUMN "running" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "job_alert_states" ADD CONSTRAINT "job_alert_states_alert_id_job_alerts_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."job_alerts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_history_since_index" ON "job_history" USING btree ("since");--> statement-breakpoint
SELECT watch_table('job_alerts', 'job-alert', 'alert', 'id');
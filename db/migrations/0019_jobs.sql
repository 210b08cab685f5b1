CREATE TABLE "job_attempts" (
	"job_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"queue" text NOT NULL,
	"worker" text NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"ended_at" timestamp(3) with time zone NOT NULL,
	"error" jsonb NOT NULL,
	CONSTRAINT "job_attempts_job_id_attempt_pk" PRIMARY KEY("job_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "job_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"job_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"line" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_progress" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"attempt" integer NOT NULL,
	"done" integer NOT NULL,
	"total" integer NOT NULL,
	"note" text,
	"at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_queues" (
	"name" text PRIMARY KEY NOT NULL,
	"concurrency" integer,
	"paused_at" timestamp(3) with time zone,
	"paused_by_name" text,
	"pause_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "job_queues_concurrency" CHECK ("job_queues"."concurrency" between 1 and 1000),
	CONSTRAINT "job_queues_pause" CHECK (("job_queues"."paused_at" is null) = ("job_queues"."paused_by_name" is null))
);
--> statement-breakpoint
CREATE TABLE "job_schedule_runs" (
	"schedule_id" uuid PRIMARY KEY NOT NULL,
	"next_at" timestamp(3) with time zone,
	"last_at" timestamp(3) with time zone,
	"last_job_id" uuid
);
--> statement-breakpoint
CREATE TABLE "job_schedules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"queue" text NOT NULL,
	"payload" jsonb NOT NULL,
	"description" text NOT NULL,
	"cron" text,
	"every_seconds" integer,
	"once_at" timestamp(3) with time zone,
	"time_zone" text,
	"is_from_code" boolean NOT NULL,
	"is_edited" boolean DEFAULT false NOT NULL,
	"timing_in_code" text,
	"paused_at" timestamp(3) with time zone,
	"paused_by_name" text,
	"pause_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "job_schedules_name_unique" UNIQUE("name"),
	CONSTRAINT "job_schedules_timing" CHECK (num_nonnulls("job_schedules"."cron", "job_schedules"."every_seconds", "job_schedules"."once_at") = 1),
	CONSTRAINT "job_schedules_every" CHECK ("job_schedules"."every_seconds" between 1 and 31622400),
	CONSTRAINT "job_schedules_time_zone" CHECK (("job_schedules"."cron" is null) = ("job_schedules"."time_zone" is null)),
	CONSTRAINT "job_schedules_pause" CHECK (("job_schedules"."paused_at" is null) = ("job_schedules"."paused_by_name" is null)),
	CONSTRAINT "job_schedules_code" CHECK ("job_schedules"."is_from_code" = ("job_schedules"."timing_in_code" is not null))
);
--> statement-breakpoint
CREATE TABLE "job_steps" (
	"job_id" uuid NOT NULL,
	"step" text NOT NULL,
	"value" jsonb,
	"done_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "job_steps_job_id_step_pk" PRIMARY KEY("job_id","step")
);
--> statement-breakpoint
ALTER TABLE "job_schedule_runs" ADD CONSTRAINT "job_schedule_runs_schedule_id_job_schedules_id_fk" FOREIGN KEY ("schedule_id") REFERENCES "public"."job_schedules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "job_attempts_queue_ended_at_index" ON "job_attempts" USING btree ("queue","ended_at");--> statement-breakpoint
CREATE INDEX "job_lines_job_id_id_index" ON "job_lines" USING btree ("job_id","id");--> statement-breakpoint
CREATE INDEX "job_schedule_runs_next_at_index" ON "job_schedule_runs" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "job_steps_done_at_index" ON "job_steps" USING btree ("done_at");--> statement-breakpoint
SELECT watch_table('job_queues', 'queue', 'queue', 'name');--> statement-breakpoint
SELECT watch_table('job_schedules', 'schedule', 'schedule', 'name');
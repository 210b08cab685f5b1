ALTER TABLE "job_attempts" ALTER COLUMN "error" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "job_alert_states" ADD COLUMN "calm_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "job_attempts" ADD COLUMN "outcome" text DEFAULT 'failed' NOT NULL;--> statement-breakpoint
ALTER TABLE "job_schedules" ADD COLUMN "dropped_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "worker_heartbeats" ADD COLUMN "job_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "worker_heartbeats" ADD COLUMN "leaves_mail_alone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "job_attempts" ADD CONSTRAINT "job_attempts_outcome" CHECK ("job_attempts"."outcome" in ('failed', 'cancelled') and ("job_attempts"."outcome" = 'failed') = ("job_attempts"."error" is not null));--> statement-breakpoint
ALTER TABLE "job_schedules" ADD CONSTRAINT "job_schedules_dropped" CHECK ("job_schedules"."dropped_at" is null or "job_schedules"."is_from_code");
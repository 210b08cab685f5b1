ALTER TABLE "job_alert_states" ADD COLUMN "calm_since" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "job_schedules" ADD COLUMN "dropped_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "job_schedules" ADD CONSTRAINT "job_schedules_dropped" CHECK ("job_schedules"."dropped_at" is null or "job_schedules"."is_from_code");
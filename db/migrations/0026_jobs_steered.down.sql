ALTER TABLE "job_schedules" DROP CONSTRAINT "job_schedules_dropped";--> statement-breakpoint
ALTER TABLE "job_schedules" DROP COLUMN "dropped_at";--> statement-breakpoint
ALTER TABLE "job_alert_states" DROP COLUMN "calm_since";

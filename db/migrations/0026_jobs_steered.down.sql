ALTER TABLE "job_schedules" DROP CONSTRAINT "job_schedules_dropped";--> statement-breakpoint
ALTER TABLE "job_attempts" DROP CONSTRAINT "job_attempts_outcome";--> statement-breakpoint
ALTER TABLE "worker_heartbeats" DROP COLUMN "leaves_mail_alone";--> statement-breakpoint
ALTER TABLE "worker_heartbeats" DROP COLUMN "job_ids";--> statement-breakpoint
ALTER TABLE "job_schedules" DROP COLUMN "dropped_at";--> statement-breakpoint
DELETE FROM "job_attempts" WHERE "outcome" = 'cancelled';--> statement-breakpoint
ALTER TABLE "job_attempts" DROP COLUMN "outcome";--> statement-breakpoint
ALTER TABLE "job_alert_states" DROP COLUMN "calm_since";--> statement-breakpoint
ALTER TABLE "job_attempts" ALTER COLUMN "error" SET NOT NULL;

DROP TABLE "job_alert_states";--> statement-breakpoint
DROP TABLE "job_alerts";--> statement-breakpoint
DROP TABLE "job_history";--> statement-breakpoint
DROP TABLE "job_misfits";--> statement-breakpoint
ALTER TABLE "worker_heartbeats" DROP COLUMN "queues";--> statement-breakpoint
ALTER TABLE "worker_heartbeats" DROP COLUMN "running";

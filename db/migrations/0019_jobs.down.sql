DROP TABLE "job_schedule_runs";--> statement-breakpoint
DROP TABLE "job_schedules";--> statement-breakpoint
DROP TABLE "job_steps";--> statement-breakpoint
DROP TABLE "job_attempts";--> statement-breakpoint
DROP TABLE "job_lines";--> statement-breakpoint
DROP TABLE "job_progress";--> statement-breakpoint
DROP TABLE "job_queues";

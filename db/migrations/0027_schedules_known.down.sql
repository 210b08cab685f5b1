ALTER TABLE "job_schedule_runs" DROP COLUMN "known_at";

DROP TABLE "job_progress";
DROP TABLE "job_lines";
DROP TABLE "job_attempts";
DROP TABLE "job_steps";
DROP TABLE "job_queues";

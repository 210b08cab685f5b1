import type { Tone } from "#components/display/pill.tsx";
import type { HealthCheck, HealthStatus } from "#server/domains/health/schema.ts";

export const STATUS_WORDS: Record<HealthStatus, { label: string; sentence: string; tone: Tone }> = {
  ok: { label: "Healthy", sentence: "All systems are healthy", tone: "green" },
  degraded: { label: "Degraded", sentence: "Something needs attention", tone: "amber" },
  down: { label: "Down", sentence: "Something is down", tone: "red" },
};

export const CHECK_WORDS: Record<HealthCheck["name"], string> = {
  database: "Database",
  replicas: "Read replicas",
  migrations: "Migrations",
  workers: "Workers",
  "audit-log": "Audit log",
  disk: "Disk",
  memory: "Memory",
  "event-loop": "Event loop",
};

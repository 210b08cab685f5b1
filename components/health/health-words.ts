import type { Tone } from "#components/display/pill.tsx";
import type { Message } from "#components/i18n/text.ts";
import type { HealthCheck, HealthStatus } from "#server/domains/health/schema.ts";

export const STATUS_WORDS: Record<HealthStatus, { label: Message; sentence: Message; tone: Tone }> =
  {
    ok: { label: "health|Healthy", sentence: "All systems are healthy", tone: "green" },
    degraded: { label: "health|Degraded", sentence: "Something needs attention", tone: "amber" },
    down: { label: "health|Down", sentence: "Something is down", tone: "red" },
  };

export const CHECK_WORDS: Record<HealthCheck["name"], Message> = {
  database: "Database",
  replicas: "Read replicas",
  migrations: "Migrations",
  workers: "Workers",
  "audit-log": "Audit log",
  mail: "Mail",
  live: "Live updates",
  disk: "Disk",
  memory: "Memory",
  "event-loop": "Event loop",
};

import type { ScheduledJob } from "#server/platform/queue/catalog.ts";

/** Removes sessions, links, sign-in throttles and kept outcomes whose time is over. */
export const PURGE_EXPIRED = {
  name: "sessions.purge-expired",
  cron: "*/15 * * * *",
  description: "Removes expired sessions, links and sign-in throttles",
  expireInSeconds: 300,
  retryLimit: 3,
} as const satisfies ScheduledJob;

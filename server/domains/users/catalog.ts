import type { ScheduledJob } from "#server/platform/queue/catalog.ts";

/** Ends suspensions whose time is over; until it runs, every check goes by the time. */
export const REINSTATE_LAPSED = {
  name: "users.reinstate-lapsed",
  cron: "* * * * *",
  description: "Reinstates users whose suspension has ended",
  expireInSeconds: 300,
  retryLimit: 1,
} as const satisfies ScheduledJob;

/** Purges users who have been in the trash for as long as the settings say. */
export const PURGE_TRASH = {
  name: "users.purge-trash",
  cron: "25 * * * *",
  description: "Purges users whose time in the trash is over",
  expireInSeconds: 1_800,
  retryLimit: 1,
} as const satisfies ScheduledJob;

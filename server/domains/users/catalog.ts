import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";

/** Ends suspensions whose time is over; until it runs, every check goes by the time. */
export const REINSTATE_LAPSED = defineJob({
  name: "users.reinstate-lapsed",
  description: "Reinstates users whose suspension has ended",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 300,
  retryLimit: 1,
});

/** Purges users who have been in the trash for as long as the settings say. */
export const PURGE_TRASH = defineJob({
  name: "users.purge-trash",
  description: "Purges users whose time in the trash is over",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 1_800,
  retryLimit: 1,
});

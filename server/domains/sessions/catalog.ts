import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";

/** Removes sessions, links, sign-in throttles and kept outcomes whose time is over. */
export const PURGE_EXPIRED = defineJob({
  name: "sessions.purge-expired",
  description: "Removes expired sessions, links and sign-in throttles",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 300,
  retryLimit: 3,
});

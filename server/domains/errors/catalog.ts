import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";

/** Removes errors that have not occurred for long. */
export const PURGE_ERRORS = defineJob({
  name: "errors.purge",
  description: "Removes errors that have not occurred for 90 days",
  payload: NoPayload,
  policy: "singleton",
  retryLimit: 1,
});

import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";

/** Removes steps, attempts, lines and progress of jobs that pg-boss has deleted. */
export const PURGE_TRACES = defineJob({
  name: "jobs.purge-traces",
  description: "Removes what is kept of jobs that are gone",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 1_800,
  retryLimit: 1,
});

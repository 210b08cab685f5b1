import { z } from "zod";
import { defineJob, type JobDefinition, NoPayload } from "#server/platform/queue/catalog.ts";
import type { SteeringName } from "./bulk/schema.ts";

/** Removes steps, attempts, lines and progress of jobs that pg-boss has deleted. */
export const PURGE_TRACES = defineJob({
  name: "jobs.purge-traces",
  description: "Removes what is kept of jobs that are gone",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 1_800,
  retryLimit: 1,
});

const SteerMany = z.strictObject({
  /** As superjson writes it, so that times stay times. */
  selection: z.record(z.string(), z.unknown()),
});
export type SteerMany = z.infer<typeof SteerMany>;

const steerMany = (name: string, description: string) =>
  defineJob({ name, description, payload: SteerMany, expireInSeconds: 7_200, retryLimit: 5 });

/** What an operator does to many jobs at once. */
export const STEER_MANY: Record<SteeringName, JobDefinition<SteerMany>> = {
  retry: steerMany("jobs.retry-many", "Tries many jobs again"),
  cancel: steerMany("jobs.cancel-many", "Cancels many jobs"),
  delete: steerMany("jobs.delete-many", "Deletes many jobs"),
};

/** Looks for queued jobs whose payload was written for other code. */
export const CHECK_PAYLOADS = defineJob({
  name: "jobs.check-payloads",
  description: "Finds queued jobs whose payload does not fit the code of today",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 1_800,
  retryLimit: 1,
});

/** Makes hours of the minutes in the history. */
export const ROLL_UP_HISTORY = defineJob({
  name: "jobs.roll-up-history",
  description: "Sums up the history of jobs by the hour",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 1_800,
  retryLimit: 1,
});

/** Measures what operators want a mail about. */
export const CHECK_ALERTS = defineJob({
  name: "jobs.check-alerts",
  description: "Sends mail when a queue passes a threshold",
  payload: NoPayload,
  policy: "singleton",
  expireInSeconds: 60,
  retryLimit: 1,
});

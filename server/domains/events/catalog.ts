import { z } from "zod";
import { defineJob, NoPayload } from "#server/platform/queue/catalog.ts";

/** What jobs get that follow from an event: where it can be looked up. */
export const HappeningPayload = z.strictObject({
  name: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  entryId: z.uuid(),
});

/** Removes events that nobody can still be waiting for. */
export const PURGE_EVENTS = defineJob({
  name: "events.purge",
  description: "Removes events older than a week",
  payload: NoPayload,
  policy: "singleton",
  retryLimit: 1,
});

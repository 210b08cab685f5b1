import { permitted } from "#server/api/trpc.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { listMisfits } from "../misfits/queries.ts";
import { Misfits, MisfitsInput } from "../misfits/schema.ts";
import { schemaOf } from "../payload.ts";
import { JobKinds } from "../schema.ts";
import { listWorkers, readActivity } from "./queries.ts";
import { Activity, ActivityInput, Workers } from "./schema.ts";

/** What can be seen of the queues as a whole. */
export function insightProcedures(definitions: readonly JobDefinition[]) {
  return {
    activity: permitted("jobs.read", {
      description: "What ran within an hour, a day or a week: counts by time, waits and durations",
      example: { period: "day", queue: "audit.verify" },
    })
      .input(ActivityInput)
      .output(Activity)
      .query(({ ctx, input }) => readActivity(ctx, input)),

    workers: permitted("jobs.read", {
      description: "The worker processes, and when each was last heard of",
    })
      .output(Workers)
      .query(({ ctx }) => listWorkers(ctx)),

    kinds: permitted("jobs.read", {
      description: "Every kind of job that code runs, with the shape of its payload",
    })
      .output(JobKinds)
      .query(() =>
        definitions.map((definition) => ({
          queue: definition.name,
          description: definition.description,
          payloadSchema: schemaOf(definition),
        })),
      ),

    misfits: permitted("jobs.read", {
      description: "Queued jobs whose payload no longer fits what the code expects",
      example: { limit: 50 },
    })
      .input(MisfitsInput)
      .output(Misfits)
      .query(({ ctx, input }) => listMisfits(ctx, input)),
  };
}

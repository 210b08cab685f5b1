import { createRouter, permitted } from "#server/api/trpc.ts";
import { insightProcedures } from "./activity/router.ts";
import { createAlertsRouter } from "./alerts/router.ts";
import { jobProcedures } from "./list/router.ts";
import { listQueues } from "./queries.ts";
import { createSchedulesRouter, type JobRegistry } from "./schedules/router.ts";
import {
  PauseQueueInput,
  Queues,
  RedriveInput,
  ResumeQueueInput,
  SetConcurrencyInput,
} from "./schema.ts";
import { createQueueService } from "./service.ts";

/** What there is is handed in, because jobs belong to every domain. */
export function createJobsRouter(registry: JobRegistry) {
  const { definitions } = registry;
  const queues = createQueueService(definitions);
  return createRouter({
    queues: permitted("jobs.read", {
      description: "Every queue: what it does, its jobs by state, pause and concurrency",
    })
      .output(Queues)
      .query(({ ctx }) => listQueues(ctx, definitions)),

    pauseQueue: permitted("jobs.manage", {
      description: "Workers of all processes fetch no more of it within two seconds",
      example: { name: "audit.verify", reason: "The database is being moved" },
    })
      .input(PauseQueueInput)
      .output(Queues)
      .mutation(async ({ ctx, input }) => {
        await queues.pause(ctx, input);
        return listQueues(ctx, definitions);
      }),

    resumeQueue: permitted("jobs.manage", {
      description: "Lets workers fetch from a paused queue again",
      example: { name: "audit.purge" },
    })
      .input(ResumeQueueInput)
      .output(Queues)
      .mutation(async ({ ctx, input }) => {
        await queues.resume(ctx, input);
        return listQueues(ctx, definitions);
      }),

    redrive: permitted("jobs.manage", {
      description: "Puts jobs that have failed for good back from the dead letter queue",
      example: { name: "audit.verify" },
    })
      .input(RedriveInput)
      .output(Queues)
      .mutation(async ({ ctx, input }) => {
        await queues.redrive(ctx, input);
        return listQueues(ctx, definitions);
      }),

    setConcurrency: permitted("jobs.manage", {
      description:
        "How many of its jobs each worker process runs at once; the default without a number",
      example: { name: "audit.verify", concurrency: 2 },
    })
      .input(SetConcurrencyInput)
      .output(Queues)
      .mutation(async ({ ctx, input }) => {
        await queues.setConcurrency(ctx, input);
        return listQueues(ctx, definitions);
      }),

    ...insightProcedures(definitions),
    ...jobProcedures(definitions),
    schedules: createSchedulesRouter(registry),
    alerts: createAlertsRouter(definitions),
  });
}

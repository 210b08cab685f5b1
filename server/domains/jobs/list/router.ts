import { permitted } from "#server/api/trpc.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { SteerManyInput } from "../bulk/schema.ts";
import { steerMany } from "../bulk/service.ts";
import { listJobs } from "./list-jobs.ts";
import { getJob } from "./queries.ts";
import { rerunJob } from "./rerun.ts";
import { JobDetail, JobId, JobPage, ListJobsInput, RerunJobInput } from "./schema.ts";
import { cancelJob, deleteJob, retryJob } from "./service.ts";

const NO_JOB = { jobId: "0192f0c0-7c1e-7000-8000-000000000001" };

/** The procedures about single jobs. */
export function jobProcedures(definitions: readonly JobDefinition[]) {
  return {
    list: permitted("jobs.read", {
      description: "One page of the jobs of every queue, filtered by payload too",
      example: {
        filter: { field: "data", operator: "has", value: "payload.userId = 42" },
        sort: [{ field: "createdAt", direction: "desc" }],
        limit: 50,
      },
    })
      .input(ListJobsInput)
      .output(JobPage)
      .query(({ ctx, input }) => listJobs(ctx, input)),

    get: permitted("jobs.read", {
      description: "One job: payload, cause, output, attempts, lines and progress",
      example: NO_JOB,
    })
      .input(JobId)
      .output(JobDetail)
      .query(({ ctx, input }) => getJob(ctx, input.jobId, definitions)),

    retry: permitted("jobs.manage", {
      description: "Gives a failed job one more attempt, or lets a cancelled one go on",
      example: NO_JOB,
    })
      .input(JobId)
      .output(JobDetail)
      .mutation(async ({ ctx, input }) => {
        await retryJob(ctx, input);
        return getJob(ctx, input.jobId, definitions);
      }),

    rerun: permitted("jobs.manage", {
      description: "Enqueues a new job like this one, with an edited payload",
      example: { ...NO_JOB, payload: {} },
    })
      .input(RerunJobInput)
      .output(JobDetail)
      .mutation(async ({ ctx, input }) => {
        const jobId = await rerunJob(ctx, input, definitions);
        return getJob(ctx, jobId, definitions);
      }),

    cancel: permitted("jobs.manage", {
      description: "Takes a waiting job out of its queue; a running one is aborted",
      example: NO_JOB,
    })
      .input(JobId)
      .output(JobDetail)
      .mutation(async ({ ctx, input }) => {
        await cancelJob(ctx, input);
        return getJob(ctx, input.jobId, definitions);
      }),

    steerMany: permitted("jobs.manage", {
      description: "Retries, cancels or deletes many jobs, as a job whose progress can be followed",
      example: {
        action: "retry",
        selection: {
          matching: { filter: { field: "state", operator: "isAnyOf", value: ["failed"] } },
        },
      },
    })
      .input(SteerManyInput)
      .output(JobId)
      .mutation(async ({ ctx, input }) => ({ jobId: await steerMany(ctx, input) })),

    delete: permitted("jobs.manage", {
      description: "Deletes a job that is not running",
      example: NO_JOB,
    })
      .input(JobId)
      .output(JobId)
      .mutation(async ({ ctx, input }) => {
        await deleteJob(ctx, input);
        return input;
      }),
  };
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { SteerAction } from "#server/platform/queue/queue.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { JobId, JobState } from "./schema.ts";

/** What may be done to a job, by its state. */
interface Steering {
  audit: AuditAction;
  actions: Partial<Record<JobState, SteerAction>>;
  /** None when the job is gone. */
  becomes?: "retry" | "cancelled";
  refusal: string;
}

const RETRY: Steering = {
  audit: "job.retried",
  actions: { failed: "retry", cancelled: "resume" },
  becomes: "retry",
  refusal: "Only a job that has failed or was cancelled can be tried again.",
};
const CANCEL: Steering = {
  audit: "job.cancelled",
  actions: { created: "cancel", retry: "cancel", active: "cancel" },
  becomes: "cancelled",
  refusal: "The job has ended already.",
};
const DELETE: Steering = {
  audit: "job.deleted",
  actions: {
    created: "deleteJob",
    retry: "deleteJob",
    completed: "deleteJob",
    failed: "deleteJob",
    cancelled: "deleteJob",
  },
  refusal: "A running job is cancelled before it is deleted.",
};

/** A failed job gets one more attempt, a cancelled one goes on where it was. @throws AppError NOT_FOUND, CONFLICT */
export const retryJob = (ctx: Context, { jobId }: JobId) => steer(ctx, jobId, RETRY);
/** One that runs is aborted within two seconds. @throws AppError NOT_FOUND, CONFLICT */
export const cancelJob = (ctx: Context, { jobId }: JobId) => steer(ctx, jobId, CANCEL);
/** @throws AppError NOT_FOUND, CONFLICT */
export const deleteJob = (ctx: Context, { jobId }: JobId) => steer(ctx, jobId, DELETE);

function steer(ctx: Context, jobId: string, steering: Steering): Promise<void> {
  const { audit, actions, becomes, refusal } = steering;
  return inTransaction(ctx, async (tx) => {
    const { queue, state } = await lockJob(tx, jobId);
    const action = actions[state];
    const isDone = action && (await ctx.queue.steer(tx, action, { queue, jobId }));
    if (!isDone) throw new AppError("CONFLICT", refusal);
    await record(tx, ctx, {
      action: audit,
      subject: { type: "job", id: jobId },
      before: { queue, state },
      ...(becomes && { after: { queue, state: becomes } }),
    });
  });
}

/** Nobody else changes its state until the transaction ends. */
async function lockJob(
  tx: Transaction,
  jobId: string,
): Promise<{ queue: string; state: JobState }> {
  const [job] = await tx.execute<{ queue: string; state: JobState }>(sql`
    select name as queue, state from pgboss.job
    where id = ${jobId} and name in (select name from pgboss.queue) for update of job`);
  if (!job) throw new AppError("NOT_FOUND", "There is no such job.");
  return job;
}

import { sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { SteerAction } from "#server/platform/queue/queue.ts";
import { isUniqueViolation } from "#server/platform/retry.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { JobId, JobState } from "./schema.ts";

/** What may be done to a job, by its state. */
export interface Steering {
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

export const STEERING = { retry: RETRY, cancel: CANCEL, delete: DELETE } as const;

/** A failed job gets one more attempt and leaves its dead letter queue, a cancelled one goes on where it was. @throws AppError NOT_FOUND, CONFLICT */
export const retryJob = (ctx: Context, { jobId }: JobId) => steer(ctx, jobId, RETRY);
/** One that runs is aborted within two seconds. @throws AppError NOT_FOUND, CONFLICT */
export const cancelJob = (ctx: Context, { jobId }: JobId) => steer(ctx, jobId, CANCEL);
/** @throws AppError NOT_FOUND, CONFLICT */
export const deleteJob = (ctx: Context, { jobId }: JobId) => steer(ctx, jobId, DELETE);

async function steer(ctx: Context, jobId: string, steering: Steering): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [job] = await lockJobs(tx, [jobId]);
    if (!job) throw new AppError("NOT_FOUND", "There is no such job.");
    if (!steering.actions[job.state]) throw new AppError("CONFLICT", steering.refusal);
    if ((await steerLocked(tx, ctx, { steering, jobs: [job] })) === 0) {
      throw new AppError("CONFLICT", "Such a job is in the queue already.");
    }
  });
}

/**
 * Steers those of the jobs whose state allows it, each with its entry in the log.
 * @returns how many
 */
export async function steerAllowed(
  tx: Transaction,
  ctx: Context,
  { steering, ids }: { steering: Steering; ids: string[] },
): Promise<number> {
  if (ids.length === 0) return 0;
  return steerLocked(tx, ctx, { steering, jobs: await lockJobs(tx, ids) });
}

interface LockedJob {
  [column: string]: unknown;
  id: string;
  queue: string;
  state: JobState;
}

async function steerLocked(
  tx: Transaction,
  ctx: Context,
  { steering, jobs }: { steering: Steering; jobs: LockedJob[] },
): Promise<number> {
  const allowed = jobs.filter(({ state }) => steering.actions[state]);
  const groups = Map.groupBy(allowed, ({ queue, state }) => `${steering.actions[state]} ${queue}`);
  let done = 0;
  for (const group of groups.values()) {
    for (const job of await steerFitting(tx, ctx, { steering, jobs: group })) {
      await recordSteered(tx, ctx, { steering, job });
      done += 1;
    }
  }
  return done;
}

/**
 * Jobs of one queue and for one action. One whose key another job has taken meanwhile is passed over.
 * @returns those that were steered
 */
async function steerFitting(
  tx: Transaction,
  ctx: Context,
  { steering, jobs }: { steering: Steering; jobs: LockedJob[] },
): Promise<LockedJob[]> {
  try {
    await tx.transaction((savepoint) => steerGroup(savepoint, ctx, { steering, jobs }));
    return jobs;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if (jobs.length === 1) return [];
    const fitting: LockedJob[] = [];
    for (const job of jobs) {
      fitting.push(...(await steerFitting(tx, ctx, { steering, jobs: [job] })));
    }
    return fitting;
  }
}

async function steerGroup(
  tx: Transaction,
  ctx: Context,
  { steering, jobs }: { steering: Steering; jobs: LockedJob[] },
): Promise<void> {
  const [first] = jobs;
  const action = first && steering.actions[first.state];
  if (!action) return;
  const jobIds = jobs.map(({ id }) => id);
  const done = await ctx.queue.steer(tx, action, { queue: first.queue, jobIds });
  if (done !== jobIds.length) throw new Error("A locked job has changed its state");
}

async function recordSteered(
  tx: Transaction,
  ctx: Context,
  { steering: { audit, becomes }, job }: { steering: Steering; job: LockedJob },
): Promise<void> {
  const { id, queue, state } = job;
  await record(tx, ctx, {
    action: audit,
    subject: { type: "job", id },
    before: { queue, state },
    ...(becomes && { after: { queue, state: becomes } }),
  });
}

/** Nobody else changes their state until the transaction ends; in one order, so that none waits for ever. */
function lockJobs(tx: Transaction, ids: string[]): Promise<LockedJob[]> {
  return tx.execute<LockedJob>(sql`
    select id, name as queue, state from pgboss.job
    where id = any(${sql.param(ids)}::uuid[]) and name in (select name from pgboss.queue)
    order by id for update of job`);
}

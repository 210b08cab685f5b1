import { sql } from "drizzle-orm";
import type { Context } from "#server/platform/context.ts";

/** Each kept of jobs, with the time by which its rows age. */
const TRACES = {
  job_steps: "done_at",
  job_attempts: "ended_at",
  job_lines: "at",
  job_progress: "at",
} as const;
type Trace = keyof typeof TRACES;

const BATCH_SIZE = 10_000;
/** A job that is being made or deleted right now is left alone. */
const MIN_AGE_MS = 3_600_000;

/**
 * Deletes what is kept of jobs that are gone, in batches, so that it may be stopped anywhere.
 * @returns how many rows of each kind
 */
export async function purgeTraces(
  ctx: Context,
  signal?: AbortSignal,
): Promise<Record<Trace, number>> {
  const purged = { job_steps: 0, job_attempts: 0, job_lines: 0, job_progress: 0 };
  for (const trace of Object.keys(TRACES) as Trace[]) {
    for (let deleted = BATCH_SIZE; deleted === BATCH_SIZE; ) {
      signal?.throwIfAborted();
      deleted = await deleteSome(ctx, trace);
      purged[trace] += deleted;
    }
  }
  return purged;
}

async function deleteSome({ db, now }: Context, trace: Trace): Promise<number> {
  const table = sql.identifier(trace);
  const before = new Date(now().getTime() - MIN_AGE_MS).toISOString();
  const result = await db.execute(sql`
    delete from ${table} where ctid in (
      select kept.ctid from ${table} as kept
      where kept.${sql.identifier(TRACES[trace])} < ${before}
        and not exists (select 1 from pgboss.job where job.id = kept.job_id)
      limit ${BATCH_SIZE})`);
  return result.count;
}

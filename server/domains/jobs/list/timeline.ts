import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { jobAttempts } from "#db/schema/jobs.ts";
import { workerHeartbeats } from "#db/schema/workers.ts";
import { findJobErrorGroup } from "#server/domains/errors/queries.ts";
import type { Context } from "#server/platform/context.ts";
import { factsOf } from "#server/platform/error-reports/fingerprint.ts";
import { ALIVE_MS } from "#server/platform/queue/heartbeat.ts";
import { AttemptShown, type Job } from "./schema.ts";

type Db = Pick<Context, "db" | "now">;

/** The attempts at a job that have ended without success, in their order. */
export async function readEnded(
  { db }: Pick<Context, "db">,
  jobId: string,
): Promise<AttemptShown[]> {
  const rows = await db
    .select()
    .from(jobAttempts)
    .where(eq(jobAttempts.jobId, jobId))
    .orderBy(asc(jobAttempts.attempt));
  return Promise.all(
    rows.map(async ({ attempt, queue, worker, startedAt, endedAt, outcome, error }) => ({
      attempt,
      outcome: outcome as AttemptShown["outcome"],
      worker: worker || null,
      startedAt,
      seconds: endedAt > startedAt ? (endedAt.getTime() - startedAt.getTime()) / 1000 : null,
      error: error as AttemptShown["error"],
      errorGroupId: error ? await findJobErrorGroup({ db }, queue, factsOf(error)) : null,
    })),
  );
}

/** The attempt that the job itself tells of, unless that has ended without success. */
export async function readNewest(
  { db, now }: Db,
  job: Pick<Job, "id" | "attempts" | "startedAt" | "seconds"> & { state: string },
  ended: AttemptShown[],
): Promise<AttemptShown[]> {
  const attempt = job.attempts - 1;
  const outcome = AttemptShown.shape.outcome.safeParse(job.state).data;
  const { startedAt, seconds } = job;
  if (!outcome || !startedAt || ended.some((one) => one.attempt === attempt)) return [];
  const worker = outcome === "active" ? await findWorker({ db, now }, job.id) : null;
  return [{ attempt, outcome, worker, startedAt, seconds, error: null, errorGroupId: null }];
}

/** The worker that was at it with its last heartbeat, named as in the attempts that it ends. */
async function findWorker({ db, now }: Db, jobId: string): Promise<string | null> {
  const [worker] = await db
    .select({ host: workerHeartbeats.host, pid: workerHeartbeats.pid })
    .from(workerHeartbeats)
    .where(
      and(
        sql`${jobId}::uuid = any(${workerHeartbeats.jobIds})`,
        gt(workerHeartbeats.seenAt, new Date(now().getTime() - ALIVE_MS)),
      ),
    )
    .orderBy(desc(workerHeartbeats.seenAt))
    .limit(1);
  return worker ? `${worker.host}:${worker.pid}` : null;
}

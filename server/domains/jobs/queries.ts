import { gt, sql } from "drizzle-orm";
import { jobQueues } from "#db/schema/jobs.ts";
import { workerHeartbeats } from "#db/schema/workers.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { ALIVE_MS } from "#server/platform/queue/heartbeat.ts";
import type { Queue, Queues } from "./schema.ts";

type Counts = Pick<
  Queue,
  "waiting" | "delayed" | "active" | "completed" | "failed" | "waitingSince"
>;

/** Every queue with its jobs counted by state, in the order of the registry; then those that no code knows. */
export async function listQueues(
  ctx: Context,
  definitions: readonly JobDefinition[],
): Promise<Queues> {
  const [counts, dead, settings, workers] = await Promise.all([
    countJobs(ctx),
    countDead(ctx, definitions),
    ctx.db.select().from(jobQueues),
    ctx.db
      .select({ queues: workerHeartbeats.queues })
      .from(workerHeartbeats)
      .where(gt(workerHeartbeats.seenAt, new Date(ctx.now().getTime() - ALIVE_MS))),
  ]);
  const known = definitions.map(({ name, description, concurrency }) => {
    const set = settings.find((row) => row.name === name);
    return {
      name,
      description,
      definedConcurrency: concurrency,
      concurrency: set?.concurrency ?? null,
      pausedAt: set?.pausedAt ?? null,
      pausedByName: set?.pausedByName ?? null,
      pauseReason: set?.pauseReason ?? null,
      ...(counts.get(name) ?? NO_JOBS),
      dead: dead.get(name) ?? 0,
      workers: workers.filter((worker) => worker.queues.includes(name)).length,
    };
  });
  const left = namesLeft(counts, definitions).map((name) => ({
    ...LEFT,
    name,
    ...(counts.get(name) ?? NO_JOBS),
  }));
  return { queues: [...known, ...left], workers: workers.length };
}

const NO_JOBS: Counts = {
  waiting: 0,
  delayed: 0,
  active: 0,
  completed: 0,
  failed: 0,
  waitingSince: null,
};

const LEFT = {
  description: null,
  definedConcurrency: 0,
  concurrency: null,
  pausedAt: null,
  pausedByName: null,
  pauseReason: null,
  dead: 0,
  workers: 0,
};

/** Queues of older or newer builds that hold jobs. */
function namesLeft(
  counts: ReadonlyMap<string, Counts>,
  definitions: readonly JobDefinition[],
): string[] {
  const known = new Set(definitions.flatMap(({ name, deadLetter }) => [name, deadLetter ?? ""]));
  return [...counts]
    .filter(
      ([name, { waiting, delayed, active }]) => !known.has(name) && waiting + delayed + active > 0,
    )
    .map(([name]) => name)
    .toSorted();
}

/** Jobs that wait in dead letter queues, by the queue that they failed in. */
async function countDead(
  { db }: Context,
  definitions: readonly JobDefinition[],
): Promise<Map<string, number>> {
  const names = definitions.flatMap(({ deadLetter }) => deadLetter ?? []);
  if (names.length === 0) return new Map();
  const rows = await db.execute<{ queue: string; count: number }>(sql`
    select source_name as queue, count(*)::int as count from pgboss.job
    where name = any(${sql.param(names)}::text[]) and state < 'active' group by 1`);
  return new Map(rows.map(({ queue, count }) => [queue, count]));
}

interface CountRow extends Omit<Counts, "waitingSince"> {
  [column: string]: unknown;
  name: string;
  waitingSince: string | null;
}

/** By the indexes of pg-boss: jobs that are over stay for days, and are many. */
async function countJobs({ db }: Context): Promise<Map<string, Counts>> {
  const rows = await db.execute<CountRow>(sql`
    select queue.name, live.*, over.*
    from pgboss.queue cross join lateral (
      select
        count(*) filter (where state <> 'active' and not blocked and start_after <= now())::int as waiting,
        count(*) filter (where state <> 'active' and (blocked or start_after > now()))::int as delayed,
        count(*) filter (where state = 'active')::int as active,
        min(start_after) filter (where state <> 'active' and not blocked and start_after <= now())
          as "waitingSince"
      from pgboss.job where job.name = queue.name and state in ('created', 'retry', 'active')
    ) as live cross join lateral (
      select
        count(*) filter (where state = 'completed')::int as completed,
        count(*) filter (where state = 'failed')::int as failed
      from pgboss.job where job.name = queue.name and completed_on > now() - interval '1 day'
    ) as over`);
  return new Map(
    rows.map(({ name, waitingSince, waiting, delayed, active, completed, failed }) => [
      name,
      {
        waiting,
        delayed,
        active,
        completed,
        failed,
        waitingSince: waitingSince === null ? null : new Date(waitingSince),
      },
    ]),
  );
}

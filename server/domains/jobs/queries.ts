import { sql } from "drizzle-orm";
import { jobQueues } from "#db/schema/jobs.ts";
import { workerHeartbeats } from "#db/schema/workers.ts";
import type { Context } from "#server/platform/context.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { Queue, Queues } from "./schema.ts";

/** Workers beat every few seconds. */
const ALIVE_MS = 30_000;

type Counts = Pick<
  Queue,
  "waiting" | "delayed" | "active" | "completed" | "failed" | "waitingSince"
>;

/** Every queue with its jobs counted by state, in the order of the registry. */
export async function listQueues(
  ctx: Context,
  definitions: readonly JobDefinition[],
): Promise<Queues> {
  const [counts, settings, workers] = await Promise.all([
    countJobs(ctx),
    ctx.db.select().from(jobQueues),
    ctx.db.$count(
      workerHeartbeats,
      sql`${workerHeartbeats.seenAt} > ${new Date(ctx.now().getTime() - ALIVE_MS).toISOString()}`,
    ),
  ]);
  const queues = definitions.map(({ name, description, concurrency }) => {
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
    };
  });
  return { queues, workers };
}

const NO_JOBS: Counts = {
  waiting: 0,
  delayed: 0,
  active: 0,
  completed: 0,
  failed: 0,
  waitingSince: null,
};

interface CountRow extends Omit<Counts, "waitingSince"> {
  [column: string]: unknown;
  name: string;
  waitingSince: string | null;
}

async function countJobs({ db }: Context): Promise<Map<string, Counts>> {
  const rows = await db.execute<CountRow>(sql`
    select name,
      count(*) filter (where state in ('created', 'retry') and start_after <= now())::int as waiting,
      count(*) filter (where state in ('created', 'retry') and start_after > now())::int as delayed,
      count(*) filter (where state = 'active')::int as active,
      count(*) filter (where state = 'completed' and completed_on > now() - interval '1 day')::int as completed,
      count(*) filter (where state = 'failed' and completed_on > now() - interval '1 day')::int as failed,
      min(start_after) filter (where state in ('created', 'retry') and start_after <= now()) as "waitingSince"
    from pgboss.job group by name`);
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

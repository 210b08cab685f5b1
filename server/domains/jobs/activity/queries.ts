import { and, desc, eq, getTableColumns, gte, type SQL, sql } from "drizzle-orm";
import { jobHistory } from "#db/schema/jobs.ts";
import { workerHeartbeats } from "#db/schema/workers.ts";
import type { Context } from "#server/platform/context.ts";
import { ALIVE_MS } from "#server/platform/queue/heartbeat.ts";
import { percentile, type Spread } from "#server/platform/queue/history/spread.ts";
import {
  type Activity,
  type ActivityInput,
  PERIODS,
  type Percentiles,
  type Workers,
} from "./schema.ts";

/** What ran in the period, step by step, and how long jobs waited and ran. */
export async function readActivity(
  { db, now }: Pick<Context, "db" | "now">,
  { period, queue }: ActivityInput,
): Promise<Activity> {
  const { seconds, stepSeconds } = PERIODS[period];
  const stepMs = stepSeconds * 1000;
  const last = Math.floor(now().getTime() / stepMs) * stepMs;
  const first = last - seconds * 1000 + stepMs;
  const within = and(
    gte(jobHistory.since, new Date(first)),
    queue === undefined ? undefined : eq(jobHistory.queue, queue),
  );
  const step = sql<number>`floor(extract(epoch from ${jobHistory.since}) / ${stepSeconds})::int`;
  const [counts, waits, runs] = await Promise.all([
    db
      .select({
        step,
        completed: sql<number>`sum(${jobHistory.completed})::int`,
        failed: sql<number>`sum(${jobHistory.failed})::int`,
      })
      .from(jobHistory)
      .where(within)
      .groupBy(sql`1`),
    readSpread(db, jobHistory.waits, within),
    readSpread(db, jobHistory.runs, within),
  ]);
  const byStep = new Map(counts.map((row) => [row.step, row]));
  const points = Array.from({ length: seconds / stepSeconds }, (_, index) => {
    const at = first + index * stepMs;
    const { completed = 0, failed = 0 } = byStep.get(at / stepMs) ?? {};
    return { at: new Date(at), completed, failed };
  });
  return {
    points,
    completed: points.reduce((sum, point) => sum + point.completed, 0),
    failed: points.reduce((sum, point) => sum + point.failed, 0),
    wait: percentilesOf(waits),
    run: percentilesOf(runs),
  };
}

async function readSpread(
  db: Context["db"],
  column: typeof jobHistory.waits | typeof jobHistory.runs,
  within: SQL | undefined,
): Promise<Spread> {
  const rows = await db.execute<{ place: number; amount: number }>(sql`
    select class.place::int as place, sum(class.amount)::int as amount
    from ${jobHistory}, unnest(${column}) with ordinality as class (amount, place)
    where ${within} group by 1`);
  const spread: Spread = [];
  for (const { place, amount } of rows) spread[place - 1] = amount;
  return Array.from(spread, (amount) => amount ?? 0);
}

function percentilesOf(spread: Spread): Percentiles {
  const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(spread, percent));
  if (p50 == null || p95 == null || p99 == null) return null;
  return { p50, p95, p99 };
}

/** The worker processes that were heard of within a day, the youngest first. */
export async function listWorkers({ db, now }: Pick<Context, "db" | "now">): Promise<Workers> {
  const { jobIds: _, leavesMailAlone: __, ...columns } = getTableColumns(workerHeartbeats);
  const rows = await db
    .select(columns)
    .from(workerHeartbeats)
    .orderBy(desc(workerHeartbeats.startedAt));
  const alive = now().getTime() - ALIVE_MS;
  return rows.map((row) => ({
    ...row,
    queues: row.queues.length,
    isAlive: row.seenAt.getTime() > alive,
  }));
}

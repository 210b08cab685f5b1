import { gte, sql } from "drizzle-orm";
import { jobHistory } from "#db/schema/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import type { AlertMetric } from "./schema.ts";

const WINDOW_MS = 15 * 60_000;
/** Of fewer attempts no rate is told: one that failed of one is no alarm, one that fails again is. */
const FEWEST_ATTEMPTS = 2;

/** What is measured of one queue. */
export type Measures = Record<AlertMetric, number>;

/** Of each queue that has something to measure. */
export async function measureQueues({ db, now }: Pick<Context, "db" | "now">) {
  const at = now();
  const [waiting, finished] = await Promise.all([
    db.execute<{ queue: string; depth: number; age: number }>(sql`
      select name as queue, count(*)::int as depth,
        extract(epoch from ${at.toISOString()}::timestamptz - min(start_after))::float8 as age
      from pgboss.job
      where state < 'active' and not blocked and start_after <= ${at.toISOString()}::timestamptz
      group by name`),
    db
      .select({
        queue: jobHistory.queue,
        failed: sql<number>`sum(${jobHistory.failed})::int`,
        all: sql<number>`sum(${jobHistory.failed} + ${jobHistory.completed})::int`,
      })
      .from(jobHistory)
      .where(gte(jobHistory.since, new Date(at.getTime() - WINDOW_MS)))
      .groupBy(jobHistory.queue),
  ]);
  const measures = new Map<string, Measures>();
  const of = (queue: string): Measures => {
    const found = measures.get(queue) ?? { depth: 0, age: 0, "failure-rate": 0 };
    measures.set(queue, found);
    return found;
  };
  for (const { queue, depth, age } of waiting) Object.assign(of(queue), { depth, age });
  for (const { queue, failed, all } of finished) {
    of(queue)["failure-rate"] = all < FEWEST_ATTEMPTS ? 0 : (100 * failed) / all;
  }
  return measures;
}

import { and, lt, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobHistory } from "#db/schema/jobs.ts";
import type { Context } from "../../context.ts";
import { inTransaction } from "../../transaction.ts";
import { addSpreads } from "./spread.ts";

const HOUR_MS = 3_600_000;
const HOUR_SECONDS = 3_600;
/** Charts of a day are drawn from minutes. */
const MINUTES_KEPT_MS = 26 * HOUR_MS;

type Row = typeof jobHistory.$inferSelect;

interface RolledUp {
  /** Hours made. */
  hours: number;
  purged: number;
}

/** Makes one row an hour of the minutes of all workers that are older than a day, and drops what is older than asked. */
export async function rollUpHistory(
  ctx: Context,
  keepDays: number,
  signal?: AbortSignal,
): Promise<RolledUp> {
  const { db, now } = ctx;
  const before = new Date(now().getTime() - MINUTES_KEPT_MS);
  let hours = 0;
  for (let hour = await oldestHour(ctx, before); hour; hour = await oldestHour(ctx, before)) {
    signal?.throwIfAborted();
    const since = hour;
    await inTransaction(ctx, (tx) => rollUpHour(tx, since));
    hours += 1;
  }
  const oldest = new Date(now().getTime() - keepDays * 24 * HOUR_MS);
  const purged = await db.delete(jobHistory).where(lt(jobHistory.since, oldest));
  return { hours, purged: purged.count };
}

/** The oldest hour that still has minutes. */
async function oldestHour({ db }: Context, before: Date): Promise<Date | null> {
  const [row] = await db
    .select({ since: jobHistory.since })
    .from(jobHistory)
    .where(and(lt(jobHistory.since, before), lt(jobHistory.spanSeconds, HOUR_SECONDS)))
    .orderBy(jobHistory.since)
    .limit(1);
  return row ? new Date(Math.floor(row.since.getTime() / HOUR_MS) * HOUR_MS) : null;
}

/** An hour that is there already takes in the minutes that came late. */
async function rollUpHour(tx: Transaction, since: Date): Promise<void> {
  const until = new Date(since.getTime() + HOUR_MS);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('binnacle.job_history'))`);
  const rows = await tx
    .delete(jobHistory)
    .where(and(sql`${jobHistory.since} >= ${since.toISOString()}`, lt(jobHistory.since, until)))
    .returning();
  const queues = [...Map.groupBy(rows, ({ queue }) => queue)];
  if (queues.length === 0) return;
  await tx.insert(jobHistory).values(queues.map(([queue, some]) => sumOf(queue, since, some)));
}

const sumOf = (queue: string, since: Date, rows: Row[]): Row => ({
  queue,
  worker: "",
  since,
  spanSeconds: HOUR_SECONDS,
  completed: rows.reduce((sum, row) => sum + row.completed, 0),
  failed: rows.reduce((sum, row) => sum + row.failed, 0),
  waits: addSpreads(rows.map(({ waits }) => waits)),
  runs: addSpreads(rows.map(({ runs }) => runs)),
});

import { sql } from "drizzle-orm";
import { jobHistory } from "#db/schema/jobs.ts";
import type { Services } from "../../context.ts";
import { count } from "./spread.ts";

export const MINUTE_SECONDS = 60;
const FLUSH_MS = 5_000;

export interface Outcome {
  queue: string;
  isFailed: boolean;
  /** Null when nobody knows. */
  waitedMs: number | null;
  ranMs: number | null;
}

type Row = typeof jobHistory.$inferInsert;

export type History = ReturnType<typeof createHistory>;

/**
 * What this worker has run, by queue and minute, for charts. A row is this worker's alone and written
 * whole, so that writing it again changes nothing; what a worker that is killed has not written is at
 * most five seconds of figures.
 */
export function createHistory({ db, log, now, newId }: Services) {
  const worker = newId();
  const rows = new Map<string, Row & { isWritten: boolean }>();
  let writing = Promise.resolve();
  const timer = setInterval(flush, FLUSH_MS);

  function rowOf(queue: string): Row & { isWritten: boolean } {
    const minuteMs = MINUTE_SECONDS * 1000;
    const since = new Date(Math.floor(now().getTime() / minuteMs) * minuteMs);
    const key = `${queue} ${since.getTime()}`;
    const row = rows.get(key) ?? {
      ...{ queue, worker, since, spanSeconds: MINUTE_SECONDS, isWritten: false },
      ...{ completed: 0, failed: 0, waits: [], runs: [] },
    };
    rows.set(key, row);
    return row;
  }

  function flush(): void {
    writing = writing.then(write).catch((err: unknown) => log.warn({ err }, "history not written"));
  }

  async function write(): Promise<void> {
    const startedAt = now().getTime();
    const changed = [...rows].filter(([, row]) => !row.isWritten);
    if (changed.length > 0) {
      for (const [, row] of changed) row.isWritten = true;
      await db
        .insert(jobHistory)
        .values(changed.map(([, { isWritten: _, ...row }]) => row))
        .onConflictDoUpdate({
          target: [jobHistory.queue, jobHistory.worker, jobHistory.since, jobHistory.spanSeconds],
          set: {
            completed: sql`excluded.completed`,
            failed: sql`excluded.failed`,
            waits: sql`excluded.waits`,
            runs: sql`excluded.runs`,
          },
        })
        .catch((error: unknown) => {
          for (const [, row] of changed) row.isWritten = false;
          throw error;
        });
    }
    for (const [key, row] of rows) {
      const isOver = row.since.getTime() + MINUTE_SECONDS * 1000 < startedAt;
      if (isOver && row.isWritten) rows.delete(key);
    }
  }

  return {
    note({ queue, isFailed, waitedMs, ranMs }: Outcome): void {
      const row = rowOf(queue);
      if (isFailed) row.failed += 1;
      else row.completed += 1;
      if (waitedMs !== null) count(row.waits, waitedMs);
      if (ranMs !== null) count(row.runs, ranMs);
      row.isWritten = false;
    },
    /** Writes what is left. */
    async stop(): Promise<void> {
      clearInterval(timer);
      flush();
      await writing;
    },
  };
}

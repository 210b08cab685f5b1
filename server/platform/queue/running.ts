import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import type { Services } from "../context.ts";
import { attemptOf, type FetchedJob } from "./attempts.ts";
import type { Begun } from "./failures.ts";
import { type Attempt, JobTakenOver } from "./job-run.ts";

interface Run extends Begun {
  abort: AbortController;
  done: Promise<void>;
}

const keyOf = ({ jobId, number }: Attempt) => `${jobId}/${number}`;

/** The attempts that this process is at, of one queue. */
export function createRunning(
  { db, now }: Pick<Services, "db" | "now">,
  boss: PgBoss,
  queue: string,
) {
  const runs = new Map<string, Run>();
  let handling = 0;
  let isBeating = false;

  async function touch(held: Run[]): Promise<void> {
    const claims = held.map(({ attempt }) => ({ id: attempt.jobId, retryCount: attempt.number }));
    const { affected } = (await boss.touch(queue, claims)) as { affected: number };
    if (affected < claims.length) await abortLost(held);
  }

  async function abortLost(held: Run[]): Promise<void> {
    const ids = held.map(({ attempt }) => attempt.jobId);
    const rows = await db.execute<{ id: string; retry_count: number }>(
      sql`select id, retry_count from pgboss.job
        where name = ${queue} and state = 'active' and id in ${ids}`,
    );
    const alive = new Set(
      rows.map((row) => keyOf({ queue, jobId: row.id, number: row.retry_count })),
    );
    for (const { attempt, abort } of held) {
      if (alive.has(keyOf(attempt))) continue;
      abort.abort(new JobTakenOver(`Attempt ${attempt.number} no longer holds ${attempt.jobId}`));
    }
  }

  return {
    /** Those whose handler is at work. */
    count: () => handling,
    /** All, with those whose completion is on its way. */
    size: () => runs.size,
    /**
     * Ends the run with `signal` when it takes longer than its job may; calls `onFree` when its handler
     * is through, and again when it is settled.
     */
    start(
      fetched: FetchedJob,
      run: (signal: AbortSignal, onHandled: () => void) => Promise<void>,
      onFree: () => void,
    ): void {
      const attempt = attemptOf(fetched);
      const abort = new AbortController();
      const seconds = fetched.expireInSeconds;
      const expiry = setTimeout(
        () => abort.abort(new Error(`Took longer than ${seconds} s`)),
        seconds * 1000,
      );
      handling += 1;
      let isHandling = true;
      const onHandled = () => {
        if (!isHandling) return;
        isHandling = false;
        handling -= 1;
        onFree();
      };
      const done = run(abort.signal, onHandled).finally(() => {
        clearTimeout(expiry);
        runs.delete(keyOf(attempt));
        onHandled();
        onFree();
      });
      runs.set(keyOf(attempt), { attempt, startedAt: now(), abort, done });
    },
    /**
     * Tells the database that they are being worked on; aborts those that are no longer its own. While
     * one beat is on its way there is no other, so that a slow database is not asked ever more.
     */
    async beat(): Promise<void> {
      if (isBeating || runs.size === 0) return;
      isBeating = true;
      try {
        await touch([...runs.values()]);
      } finally {
        isBeating = false;
      }
    },
    /** Those that have not ended yet. */
    held: (): Begun[] => [...runs.values()],
    async settled(): Promise<void> {
      await Promise.all([...runs.values()].map(({ done }) => done));
    },
    abort(reason: Error): void {
      for (const { abort } of runs.values()) abort.abort(reason);
    },
  };
}

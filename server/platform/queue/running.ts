import { sql } from "drizzle-orm";
import type { Job, PgBoss } from "pg-boss";
import type { Services } from "../context.ts";
import { attemptOf } from "./attempts.ts";
import type { Envelope } from "./envelope.ts";
import { type Attempt, JobTakenOver } from "./job-run.ts";

interface Run {
  attempt: Attempt;
  abort: AbortController;
  done: Promise<void>;
}

const keyOf = ({ jobId, number }: Attempt) => `${jobId}/${number}`;

/** The attempts that this process is at, of one queue. */
export function createRunning({ db }: Pick<Services, "db">, boss: PgBoss, queue: string) {
  const runs = new Map<string, Run>();

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
    count: () => runs.size,
    /** Ends the run with `signal` when it takes longer than its job may; calls `onEnd` after it. */
    start(
      fetched: Job<Envelope>,
      run: (signal: AbortSignal) => Promise<void>,
      onEnd: () => void,
    ): void {
      const attempt = attemptOf(fetched);
      const abort = new AbortController();
      const seconds = fetched.expireInSeconds;
      const expiry = setTimeout(
        () => abort.abort(new Error(`Took longer than ${seconds} s`)),
        seconds * 1000,
      );
      const done = run(abort.signal).finally(() => {
        clearTimeout(expiry);
        runs.delete(keyOf(attempt));
        onEnd();
      });
      runs.set(keyOf(attempt), { attempt, abort, done });
    },
    /** Tells the database that they are being worked on; aborts those that are no longer its own. */
    async beat(): Promise<void> {
      if (runs.size === 0) return;
      const held = [...runs.values()];
      const claims = held.map(({ attempt }) => ({ id: attempt.jobId, retryCount: attempt.number }));
      const { affected } = (await boss.touch(queue, claims)) as { affected: number };
      if (affected < claims.length) await abortLost(held);
    },
    async settled(): Promise<void> {
      await Promise.all([...runs.values()].map(({ done }) => done));
    },
    abort(reason: Error): void {
      for (const { abort } of runs.values()) abort.abort(reason);
    },
  };
}

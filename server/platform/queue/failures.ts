import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import type { Transaction } from "#db/client.ts";
import { jobAttempts } from "#db/schema/jobs.ts";
import type { Services } from "../context.ts";
import { type ErrorFacts, factsOf, likenessOf } from "../error-reports/fingerprint.ts";
import type { Attempt, WorkerStopped } from "./job-run.ts";
import { statementsOn } from "./statements.ts";

interface FailureOptions {
  services: Pick<Services, "db" | "now">;
  boss: PgBoss;
  worker: string;
}

/** An attempt, and since when it runs. */
export interface Begun {
  attempt: Attempt;
  startedAt: Date;
}

/** What is kept of an error with its attempt; the fingerprint is that of its group. */
export interface KeptError extends Pick<ErrorFacts, "name" | "message"> {
  stack?: string;
  fingerprint: string;
}

/** Settles attempts that have not succeeded, each with its record in one transaction; neither when it no longer holds its job. */
export function createFailures({ services: { db, now }, boss, worker }: FailureOptions) {
  function settle(
    begun: Begun,
    error: KeptError,
    giveUp: (tx: Transaction) => Promise<boolean>,
  ): Promise<boolean> {
    return db.transaction(async (tx) => {
      if (!(await giveUp(tx))) return false;
      const { jobId, number, queue } = begun.attempt;
      const { startedAt } = begun;
      await tx
        .insert(jobAttempts)
        .values({ jobId, attempt: number, queue, worker, startedAt, endedAt: now(), error })
        .onConflictDoNothing();
      return true;
    });
  }

  return {
    /** @returns whether it held its job */
    fail(begun: Begun, error: unknown): Promise<boolean> {
      const { jobId, number, queue } = begun.attempt;
      const kept = toKept(queue, error);
      return settle(begun, kept, async (tx) => {
        const claim = { id: jobId, retryCount: number };
        const settled = await boss.fail(queue, claim, kept, { db: statementsOn(tx) });
        return (settled as { affected?: number }).affected !== 0;
      });
    },
    /** Of an attempt whose job was cancelled while it ran. @returns whether it was */
    async noteCancelled({ attempt: { jobId, number, queue }, startedAt }: Begun): Promise<boolean> {
      const noted = await db.execute(sql`
        insert into job_attempts (job_id, attempt, queue, worker, started_at, ended_at, outcome)
        select id, retry_count, name, ${worker}, ${startedAt.toISOString()}::timestamptz,
          ${now().toISOString()}::timestamptz, 'cancelled'
        from pgboss.job where name = ${queue} and id = ${jobId} and retry_count = ${number}
          and state in ('cancelled', 'created')
        on conflict do nothing`);
      return noted.count > 0;
    },
    /** The job runs again at once, elsewhere; it has not failed, so that costs it no retry. */
    handBack(begun: Begun, reason: WorkerStopped): Promise<boolean> {
      const { jobId, number, queue } = begun.attempt;
      const kept = toKept(queue, reason);
      return settle(begun, kept, async (tx) => {
        const result = await tx.execute(sql`
          update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, start_after = now(),
            heartbeat_on = null, output = ${JSON.stringify(kept)}::text::jsonb
          where name = ${queue} and id = ${jobId} and state = 'active' and retry_count = ${number}`);
        return result.count > 0;
      });
    },
  };
}

export function toKept(queue: string, error: unknown): KeptError {
  const { name, message, stack } = factsOf(error);
  const { fingerprint } = likenessOf({ kind: "job", place: queue }, { name, message, stack });
  return { name, message, ...(stack && { stack }), fingerprint };
}

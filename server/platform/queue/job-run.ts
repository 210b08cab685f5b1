import { and, eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobLines, jobProgress, jobSteps } from "#db/schema/jobs.ts";
import type { Context } from "../context.ts";
import { toStorable } from "../error-reports/storable.ts";
import { inTransaction } from "../transaction.ts";
import type { JobDefinition } from "./catalog.ts";

/** One attempt at one job. */
export interface Attempt {
  queue: string;
  jobId: string;
  /** 0 for the first. */
  number: number;
}

/** What a handler works with. */
export interface JobRun<Payload = unknown> extends Attempt {
  payload: Payload;
  /** Aborted when the run expires, is cancelled, has been taken over, or the worker stops. */
  signal: AbortSignal;
  /**
   * Does a piece of the work that must have its effect once. `work` commits together with the note
   * that the step is done: a later run of the job gets the kept value instead of doing it again, and
   * a run that has been taken over cannot commit.
   * @param step unique within the job
   * @param work returns JSON, or nothing
   * @throws JobTakenOver
   */
  once<T>(step: string, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Shown beside the job; the newest stands. */
  progress(done: number, total: number, note?: string): Promise<void>;
  /** Kept with the job, in order; after the first thousand of an attempt they are dropped, and one more says so. */
  log(line: string): Promise<void>;
}

export type JobHandler<Payload = unknown> = (
  ctx: Context,
  run: JobRun<Payload>,
) => Promise<unknown>;

export interface RegisteredJob<Payload = unknown> {
  definition: JobDefinition<Payload>;
  run: JobHandler<Payload>;
}

/** The job was given to another worker, cancelled or deleted while this attempt was at it. */
export class JobTakenOver extends Error {
  override name = "JobTakenOver";
}

/** The worker's time to stop was over before the job was. */
export class WorkerStopped extends Error {
  override name = "WorkerStopped";
}

const MAX_LINE_LENGTH = 4_000;
/** A handler that writes in a loop does not fill the database. */
const MAX_LINES = 1_000;
const LAST_LINE = "No more lines of this attempt are kept.";
const MAX_NOTE_LENGTH = 500;

interface Given<Payload> {
  attempt: Attempt;
  /** The job whose steps these are: itself, or the one that it goes on from. */
  stepsOf: string;
  payload: Payload;
  signal: AbortSignal;
}

export function createJobRun<P>(ctx: Context, given: Given<P>): JobRun<P> {
  const { attempt, stepsOf, payload, signal } = given;
  const { jobId, number } = attempt;
  let lines = 0;
  return {
    ...attempt,
    payload,
    signal,
    once: async (step, work) => {
      signal.throwIfAborted();
      return inTransaction(ctx, async (tx) => {
        await assertHeld(tx, attempt);
        const [done] = await tx
          .select({ value: jobSteps.value })
          .from(jobSteps)
          .where(and(eq(jobSteps.jobId, stepsOf), eq(jobSteps.step, step)));
        if (done) return done.value as Awaited<ReturnType<typeof work>>;
        const value = await work(tx);
        await tx.insert(jobSteps).values({ jobId: stepsOf, step, value, doneAt: ctx.now() });
        return value;
      });
    },
    async progress(done, total, note) {
      const told = note === undefined ? null : toStorable(note, MAX_NOTE_LENGTH);
      const row = { attempt: number, done, total, note: told, at: ctx.now() };
      await ctx.db
        .insert(jobProgress)
        .values({ jobId, ...row })
        .onConflictDoUpdate({
          target: jobProgress.jobId,
          set: row,
          setWhere: sql`${jobProgress.attempt} <= ${number}`,
        });
    },
    async log(line) {
      lines += 1;
      if (lines > MAX_LINES + 1) return;
      const text = lines > MAX_LINES ? LAST_LINE : toStorable(line, MAX_LINE_LENGTH);
      await ctx.db
        .insert(jobLines)
        .values({ id: ctx.newId(), jobId, attempt: number, at: ctx.now(), line: text });
    },
  };
}

/**
 * Keeps the job with this attempt until the transaction ends: whoever fails, deletes or fetches it waits
 * for that. Its heartbeat, which changes no key, does not.
 */
async function assertHeld(tx: Transaction, { queue, jobId, number }: Attempt): Promise<void> {
  const held = await tx.execute(
    sql`select 1 from pgboss.job
      where name = ${queue} and id = ${jobId} and state = 'active' and retry_count = ${number}
      for key share`,
  );
  if (held.length === 0) throw new JobTakenOver(`Attempt ${number} no longer holds job ${jobId}`);
}

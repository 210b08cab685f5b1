import type { Job, PgBoss } from "pg-boss";
import { jobAttempts } from "#db/schema/jobs.ts";
import { createSystemContext, type Services } from "../context.ts";
import { runInRequestScope } from "../request-scope.ts";
import { createCompletions } from "./completions.ts";
import type { Envelope } from "./envelope.ts";
import { type Attempt, createJobRun, JobTakenOver, type RegisteredJob } from "./job-run.ts";
import { statementsOn } from "./statements.ts";

export interface AttemptOptions {
  services: Services;
  boss: PgBoss;
  job: RegisteredJob;
  /** Names this process in the attempts. */
  worker: string;
}

export const attemptOf = ({ name, id, retryCount }: Job<Envelope>): Attempt => ({
  queue: name,
  jobId: id,
  number: retryCount,
});

/** Runs fetched jobs of one queue, each to its end: completed, failed, or somebody else's by now. */
export function createAttempts({ services, boss, job, worker }: AttemptOptions) {
  const { definition } = job;
  const log = services.log.child({ queue: definition.name });
  const completions = createCompletions(boss, definition.name, (err) =>
    log.error({ err }, "jobs not completed; they will run again"),
  );

  async function run(fetched: Job<Envelope>, signal: AbortSignal): Promise<void> {
    const startedAt = services.now();
    const attempt = attemptOf(fetched);
    try {
      const output = await runHandler(fetched.data, attempt, signal);
      await completions.add(attempt, output);
    } catch (error) {
      if (error instanceof JobTakenOver) log.warn({ err: error }, "job taken over");
      else await fail(attempt, startedAt, error).catch(reportUnsettled);
    }
  }

  async function runHandler(
    { payload, cause }: Envelope,
    attempt: Attempt,
    signal: AbortSignal,
  ): Promise<unknown> {
    const base = createSystemContext(services, definition.name);
    const id = cause?.requestId ?? base.request.id;
    const ctx = { ...base, request: { ...base.request, id, jobId: attempt.jobId } };
    const parsed = definition.payload.parse(payload);
    const jobRun = createJobRun(ctx, { attempt, payload: parsed, signal });
    const output = await runInRequestScope(ctx.request, () => job.run(ctx, jobRun));
    signal.throwIfAborted();
    return output;
  }

  /** The failure and its record in one transaction; neither when the attempt no longer holds the job. */
  async function fail(attempt: Attempt, startedAt: Date, error: unknown): Promise<void> {
    const { jobId, number, queue } = attempt;
    log.warn({ err: error, jobId, attempt: number }, "job failed");
    const kept = toRecord(error);
    await services.db.transaction(async (tx) => {
      const claim = { id: jobId, retryCount: number };
      const settled = await boss.fail(queue, claim, kept, { db: statementsOn(tx) });
      if ((settled as { affected?: number }).affected === 0) return;
      const endedAt = services.now();
      await tx
        .insert(jobAttempts)
        .values({ jobId, attempt: number, queue, worker, startedAt, endedAt, error: kept })
        .onConflictDoNothing();
    });
  }

  function reportUnsettled(err: unknown): void {
    log.error({ err }, "failure not recorded; the job will run again");
  }

  return { run };
}

function toRecord(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...(stack && { stack }) };
}

import type { JobWithMetadata, PgBoss } from "pg-boss";
import { jobAttempts } from "#db/schema/jobs.ts";
import { createSystemContext, type Services } from "../context.ts";
import { factsOf } from "../error-reports/fingerprint.ts";
import { runInRequestScope } from "../request-scope.ts";
import { createCompletions } from "./completions.ts";
import type { Envelope } from "./envelope.ts";
import type { History } from "./history/history.ts";
import {
  type Attempt,
  createJobRun,
  JobTakenOver,
  type RegisteredJob,
  WorkerStopped,
} from "./job-run.ts";
import { statementsOn } from "./statements.ts";

export interface AttemptOptions {
  services: Services;
  boss: PgBoss;
  job: RegisteredJob;
  /** Names this process in the attempts. */
  worker: string;
  history: Pick<History, "note">;
}

/** As the runner fetches them. */
export type FetchedJob = JobWithMetadata<Envelope>;

export const attemptOf = ({ name, id, retryCount }: FetchedJob): Attempt => ({
  queue: name,
  jobId: id,
  number: retryCount,
});

/** Runs fetched jobs of one queue, each to its end: completed, failed, or somebody else's by now. */
export function createAttempts({ services, boss, job, worker, history }: AttemptOptions) {
  const { definition } = job;
  const log = services.log.child({ queue: definition.name });
  const completions = createCompletions(boss, definition.name, (err) =>
    log.error({ err }, "jobs not completed; they will run again"),
  );

  /** `onHandled` is called when the handler has succeeded, before the database knows. */
  async function run(
    fetched: FetchedJob,
    signal: AbortSignal,
    onHandled: () => void,
  ): Promise<void> {
    const startedAt = services.now();
    const attempt = attemptOf(fetched);
    const note = (isFailed: boolean) => {
      const waitedMs = startedAt.getTime() - fetched.startAfter.getTime();
      const ranMs = services.now().getTime() - startedAt.getTime();
      const outcome = isFailed ? "failed" : "completed";
      services.metrics.jobs.observe({ queue: definition.name, outcome }, ranMs / 1000);
      history.note({ queue: definition.name, isFailed, waitedMs, ranMs });
    };
    try {
      const output = await runHandler(fetched.data, attempt, signal);
      note(false);
      onHandled();
      await completions.add(attempt, output);
    } catch (error) {
      if (error instanceof JobTakenOver) {
        log.warn({ err: error }, "job taken over");
        return;
      }
      note(true);
      await fail(attempt, startedAt, error).catch(reportUnsettled);
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
    const isOurs = await services.db.transaction(async (tx) => {
      const claim = { id: jobId, retryCount: number };
      const settled = await boss.fail(queue, claim, kept, { db: statementsOn(tx) });
      if ((settled as { affected?: number }).affected === 0) return false;
      const endedAt = services.now();
      await tx
        .insert(jobAttempts)
        .values({ jobId, attempt: number, queue, worker, startedAt, endedAt, error: kept })
        .onConflictDoNothing();
      return true;
    });
    if (!isOurs || error instanceof WorkerStopped) return;
    services.errors.report(error, { kind: "job", place: queue, jobId });
  }

  function reportUnsettled(err: unknown): void {
    log.error({ err }, "failure not recorded; the job will run again");
  }

  return { run };
}

/** Without the values of a failed query, which are anybody's data. */
function toRecord(error: unknown): object {
  const { name, message, stack } = factsOf(error);
  return { name, message, ...(stack && { stack }) };
}

import type { JobWithMetadata, PgBoss } from "pg-boss";
import { createSystemContext, type Services } from "../context.ts";
import { runInRequestScope } from "../request-scope.ts";
import { createCompletions } from "./completions.ts";
import type { Envelope } from "./envelope.ts";
import { type Begun, createFailures } from "./failures.ts";
import type { History } from "./history/history.ts";
import {
  type Attempt,
  createJobRun,
  JobTakenOver,
  type RegisteredJob,
  WorkerStopped,
} from "./job-run.ts";
import { isLost, noteLost } from "./lost.ts";
import { toStorableJson } from "./storable-json.ts";

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
  const failures = createFailures({ services, boss, worker });
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
    if (isLost(fetched)) await noteLost({ services, history }, fetched);
    try {
      const output = await runHandler(fetched, signal);
      note(false);
      onHandled();
      await completions.add(attempt, output);
    } catch (error) {
      // What an aborted handler throws is of its own making; why it was aborted is known better.
      const reason: unknown = signal.aborted ? signal.reason : error;
      const isFailed = await settle({ attempt, startedAt }, reason).catch(reportUnsettled);
      if (isFailed) note(true);
    }
  }

  async function runHandler(fetched: FetchedJob, signal: AbortSignal): Promise<unknown> {
    const { payload, cause } = fetched.data;
    const attempt = attemptOf(fetched);
    const base = createSystemContext(services, definition.name);
    const { requestId: id = base.request.id, traceId } = cause ?? {};
    const ctx = { ...base, request: { ...base.request, id, traceId, jobId: attempt.jobId } };
    const parsed = definition.payload.parse(payload);
    const stepsOf = stepsKeyOf(fetched);
    const jobRun = createJobRun(ctx, { attempt, stepsOf, payload: parsed, signal });
    const output = await runInRequestScope(ctx.request, () => job.run(ctx, jobRun));
    signal.throwIfAborted();
    return toStorableJson(output);
  }

  /** Whether the attempt has failed and held its job until then. */
  async function settle(begun: Begun, reason: unknown): Promise<boolean> {
    const { jobId, number } = begun.attempt;
    if (reason instanceof JobTakenOver) {
      const isCancelled = await failures.noteCancelled(begun);
      if (!isCancelled) log.warn({ err: reason }, "job taken over");
      return false;
    }
    if (reason instanceof WorkerStopped) {
      await failures.handBack(begun, reason);
      return false;
    }
    log.warn({ err: reason, jobId, attempt: number }, "job failed");
    const isOurs = await failures.fail(begun, reason);
    if (isOurs) services.errors.report(reason, { kind: "job", place: definition.name, jobId });
    return isOurs;
  }

  function reportUnsettled(err: unknown): boolean {
    log.error({ err }, "failure not recorded; the job will run again");
    return false;
  }

  return { run, handBack: failures.handBack };
}

/** One that was put back from a dead letter queue goes on where its original has failed. */
function stepsKeyOf({ id, sourceId, sourceRootId }: FetchedJob): string {
  return sourceId ? id : (sourceRootId ?? id);
}

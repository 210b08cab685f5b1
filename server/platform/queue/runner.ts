import { sql } from "drizzle-orm";
import type { Job, PgBoss } from "pg-boss";
import { jobAttempts } from "#db/schema/jobs.ts";
import { createSystemContext, type Services } from "../context.ts";
import { runInRequestScope } from "../request-scope.ts";
import { createCompletions } from "./completions.ts";
import type { QueueControl } from "./controls.ts";
import type { Envelope } from "./envelope.ts";
import { type Attempt, createJobRun, JobTakenOver, type RegisteredJob } from "./job-run.ts";
import { statementsOn } from "./statements.ts";

interface Running {
  attempt: Attempt;
  abort: AbortController;
  done: Promise<void>;
}

interface RunnerOptions {
  services: Services;
  boss: PgBoss;
  job: RegisteredJob;
  /** Names this process in the attempts. */
  worker: string;
}

export interface QueueRunner {
  readonly name: string;
  control(control: QueueControl | undefined): void;
  /** Looks for jobs now. */
  wake(): void;
  /** Tells the database that its jobs are being worked on; aborts those that are no longer its own. */
  beat(): Promise<void>;
  /** Fetches no more and waits for what runs. */
  drain(): Promise<void>;
  /** Aborts what runs; the jobs count as failed and are run again. */
  abort(reason: Error): void;
}

const MAX_FETCH = 100;
const POLL_MS = 2_000;

/** Works off one queue in this process. */
export function createQueueRunner({ services, boss, job, worker }: RunnerOptions): QueueRunner {
  const { definition } = job;
  const { name } = definition;
  const running = new Map<string, Running>();
  const log = services.log.child({ queue: name });
  const completions = createCompletions(boss, name, (err) =>
    log.error({ err }, "jobs not completed; they will run again"),
  );
  let control: QueueControl = { isPaused: false, concurrency: null };
  let isStopped = false;
  let isFetching = false;
  let isWanted = false;
  const poll = setInterval(wake, POLL_MS);

  const free = () => (control.concurrency ?? definition.concurrency) - running.size;

  function wake(): void {
    isWanted = true;
    if (!isFetching) void fetchAll();
  }

  async function fetchAll(): Promise<void> {
    isFetching = true;
    try {
      while (isWanted && !isStopped && !control.isPaused && free() > 0) {
        const batchSize = Math.min(free(), MAX_FETCH);
        isWanted = false;
        const jobs = await boss.fetch<Envelope>(name, { batchSize });
        for (const one of jobs) start(one);
        if (jobs.length === batchSize) isWanted = true;
      }
    } catch (err) {
      log.error({ err }, "jobs not fetched");
    } finally {
      isFetching = false;
    }
  }

  function start(fetched: Job<Envelope>): void {
    const attempt = { queue: name, jobId: fetched.id, number: fetched.retryCount };
    const abort = new AbortController();
    const expiry = setTimeout(
      () => abort.abort(new Error(`Took longer than ${fetched.expireInSeconds} s`)),
      fetched.expireInSeconds * 1000,
    );
    const key = `${fetched.id}/${fetched.retryCount}`;
    const done = work(fetched, attempt, abort.signal).finally(() => {
      clearTimeout(expiry);
      running.delete(key);
      wake();
    });
    running.set(key, { attempt, abort, done });
  }

  async function work(
    fetched: Job<Envelope>,
    attempt: Attempt,
    signal: AbortSignal,
  ): Promise<void> {
    const startedAt = services.now();
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
    const base = createSystemContext(services, name);
    const ctx = {
      ...base,
      request: { ...base.request, id: cause?.requestId ?? base.request.id, jobId: attempt.jobId },
    };
    const parsed = definition.payload.parse(payload);
    const run = createJobRun(ctx, { attempt, payload: parsed, signal });
    const output = await runInRequestScope(ctx.request, () => job.run(ctx, run));
    signal.throwIfAborted();
    return output;
  }

  /** The failure and its record in one transaction; neither when the attempt no longer holds the job. */
  async function fail(attempt: Attempt, startedAt: Date, error: unknown): Promise<void> {
    const kept = describe(error);
    log.warn({ err: error, jobId: attempt.jobId, attempt: attempt.number }, "job failed");
    await services.db.transaction(async (tx) => {
      const claim = { id: attempt.jobId, retryCount: attempt.number };
      const settled = await boss.fail(name, claim, kept, { db: statementsOn(tx) });
      if ((settled as { affected?: number }).affected === 0) return;
      await tx
        .insert(jobAttempts)
        .values({
          jobId: attempt.jobId,
          attempt: attempt.number,
          queue: name,
          worker,
          startedAt,
          endedAt: services.now(),
          error: kept,
        })
        .onConflictDoNothing();
    });
  }

  function reportUnsettled(err: unknown): void {
    log.error({ err }, "failure not recorded; the job will run again");
  }

  async function beat(): Promise<void> {
    if (running.size === 0) return;
    const held = [...running.values()];
    const claims = held.map(({ attempt }) => ({ id: attempt.jobId, retryCount: attempt.number }));
    const { affected } = (await boss.touch(name, claims)) as { affected: number };
    if (affected < claims.length) await abortLost(held);
  }

  async function abortLost(held: Running[]): Promise<void> {
    const ids = held.map(({ attempt }) => attempt.jobId);
    const rows = await services.db.execute<{ id: string; retry_count: number }>(
      sql`select id, retry_count from pgboss.job
        where name = ${name} and state = 'active' and id in ${ids}`,
    );
    const alive = new Set(rows.map((row) => `${row.id}/${row.retry_count}`));
    for (const { attempt, abort } of held) {
      if (alive.has(`${attempt.jobId}/${attempt.number}`)) continue;
      abort.abort(new JobTakenOver(`Attempt ${attempt.number} no longer holds ${attempt.jobId}`));
    }
  }

  return {
    name,
    control(next) {
      control = next ?? { isPaused: false, concurrency: null };
      wake();
    },
    wake,
    beat,
    async drain() {
      isStopped = true;
      clearInterval(poll);
      await Promise.all([...running.values()].map(({ done }) => done));
    },
    abort(reason) {
      for (const { abort } of running.values()) abort.abort(reason);
    },
  };
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  return { name, message, ...(stack && { stack }) };
}

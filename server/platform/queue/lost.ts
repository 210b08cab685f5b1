import { sql } from "drizzle-orm";
import { jobAttempts } from "#db/schema/jobs.ts";
import type { Services } from "../context.ts";
import type { FetchedJob } from "./attempts.ts";
import { type KeptError, toKept } from "./failures.ts";
import type { History } from "./history/history.ts";
import type { Attempt } from "./job-run.ts";

interface LostOptions {
  services: Pick<Services, "db" | "log" | "errors" | "now">;
  history: Pick<History, "note">;
}

interface LostAttempt extends Attempt {
  startedAt: Date;
  endedAt: Date;
  error: KeptError;
  /** Null when it is not known any more. */
  ranMs: number | null;
}

/** What pg-boss writes when it takes a job from an attempt that has not ended, and what that means. */
const MEANINGS: Readonly<Record<string, string>> = {
  "job heartbeat timeout": "Its worker was not heard of any more",
  "job timed out": "It took longer than it may, and did not end when it was told to",
};
const LOOK_MS = 10_000;
/** Which attempts that were the last of their jobs a worker looks for; after a day nobody was there. */
const LOOK_BACK_HOURS = 24;
const MOST_AT_ONCE = 500;

/** What became of an attempt whose worker did not live to tell; null when `output` says something else. */
export function lostErrorOf(queue: string, output: unknown): KeptError | null {
  const message = messageOf(output);
  const meaning = MEANINGS[message];
  return meaning ? toKept(queue, { name: "WorkerLost", message: meaning }) : null;
}

function messageOf(output: unknown): string {
  const { value } = (output ?? {}) as { value?: { message?: unknown } | null };
  return typeof value?.message === "string" ? value.message : "";
}

/** Whether the attempt before this one was lost. */
export const isLost = ({ retryCount, output }: FetchedJob): boolean =>
  retryCount > 0 && messageOf(output) in MEANINGS;

/** Records the attempt before the one that was just fetched. The output goes, so that it is told once. */
export async function noteLost(options: LostOptions, fetched: FetchedJob): Promise<void> {
  const { name: queue, id: jobId, retryCount, startAfter } = fetched;
  const { db, log } = options.services;
  const error = lostErrorOf(queue, fetched.output);
  if (!error) return;
  // Of its times only that is left when it was found, which is about when the next one could begin.
  const times = { startedAt: startAfter, endedAt: startAfter, ranMs: null };
  try {
    await keep(options, [{ queue, jobId, number: retryCount - 1, ...times, error }]);
    await db.execute(sql`
      update pgboss.job set output = null
      where name = ${queue} and id = ${jobId} and state = 'active' and retry_count = ${retryCount}`);
  } catch (err) {
    log.warn({ err, jobId }, "a lost attempt was not recorded");
  }
}

/** Looks for lost attempts again and again, also for the last ones of their jobs, which nobody fetches. */
export function watchLost(options: LostOptions, queues: string[]): { stop(): void } {
  const timer = setInterval(() => {
    recordLost(options, queues).catch((err: unknown) =>
      options.services.log.warn({ err }, "lost attempts not looked for"),
    );
  }, LOOK_MS);
  return { stop: () => clearInterval(timer) };
}

/** Any number of processes may do so at once: each attempt is recorded and counted by one. */
export async function recordLost(options: LostOptions, queues: string[]): Promise<void> {
  const { db, now } = options.services;
  const rows = await db.execute<{
    queue: string;
    jobId: string;
    number: number;
    startedAt: string;
    endedAt: string | null;
    output: unknown;
  }>(sql`
    select name as queue, id as "jobId", retry_count as number, started_on as "startedAt",
      completed_on as "endedAt", output
    from pgboss.job where name = any(${sql.param(queues)}::text[]) and state in ('retry', 'failed')
      and output -> 'value' ->> 'message' = any(${sql.param(Object.keys(MEANINGS))}::text[])
      and (state = 'retry' or completed_on > now() - interval '1 hour' * ${LOOK_BACK_HOURS})
      and not exists (select 1 from job_attempts
        where job_attempts.job_id = job.id and job_attempts.attempt = job.retry_count)
    limit ${MOST_AT_ONCE}`);
  const lost = rows.flatMap(({ queue, jobId, number, output, ...times }) => {
    const error = lostErrorOf(queue, output);
    const startedAt = new Date(times.startedAt);
    const endedAt = times.endedAt ? new Date(times.endedAt) : now();
    const ranMs = endedAt.getTime() - startedAt.getTime();
    return error ? [{ queue, jobId, number, startedAt, endedAt, ranMs, error }] : [];
  });
  if (lost.length > 0) await keep(options, lost);
}

/** Those that nobody has kept yet count as failures. */
async function keep({ services, history }: LostOptions, lost: LostAttempt[]): Promise<void> {
  const rows = lost.map(({ number, ranMs: _, ...row }) => ({
    ...row,
    attempt: number,
    worker: "",
  }));
  const kept = await services.db
    .insert(jobAttempts)
    .values(rows)
    .onConflictDoNothing()
    .returning({ jobId: jobAttempts.jobId });
  const isNew = new Set(kept.map(({ jobId }) => jobId));
  for (const { queue, jobId, ranMs, error } of lost) {
    if (!isNew.has(jobId)) continue;
    history.note({ queue, isFailed: true, waitedMs: null, ranMs });
    services.errors.report(error, { kind: "job", place: queue, jobId });
  }
}

import { asc, desc, eq, sql } from "drizzle-orm";
import { jobAttempts, jobLines, jobProgress } from "#db/schema/jobs.ts";
import { findJobErrorGroup } from "#server/domains/errors/queries.ts";
import type { Context } from "#server/platform/context.ts";
import { factsOf } from "#server/platform/error-reports/fingerprint.ts";
import { AppError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { Envelope } from "#server/platform/queue/envelope.ts";
import { jobList } from "#server/platform/queue/job-list.ts";
import { problemsOf, schemaOf } from "../payload.ts";
import { jobColumns } from "./list-jobs.ts";
import { AttemptShown, type Job, type JobDetail } from "./schema.ts";

const MAX_LINES = 1_000;

/** Of pg-boss's jobs, whose key begins with the queue. */
export const hasJobId = (jobId: string) =>
  sql`${jobList.id} = ${jobId} and ${jobList.queue} in (select name from pgboss.queue)`;

/** @throws AppError NOT_FOUND */
export async function getJob(
  { db }: Pick<Context, "db">,
  jobId: string,
  definitions: readonly JobDefinition[],
): Promise<JobDetail> {
  const [[job], failures, lines, [progress]] = await Promise.all([
    db
      .select({
        ...jobColumns,
        retryLimit: jobList.retryLimit,
        data: jobList.data,
        output: jobList.output,
      })
      .from(jobList)
      .where(hasJobId(jobId)),
    db
      .select()
      .from(jobAttempts)
      .where(eq(jobAttempts.jobId, jobId))
      .orderBy(asc(jobAttempts.attempt)),
    db
      .select()
      .from(jobLines)
      .where(eq(jobLines.jobId, jobId))
      .orderBy(desc(jobLines.id))
      .limit(MAX_LINES),
    db.select().from(jobProgress).where(eq(jobProgress.jobId, jobId)),
  ]);
  if (!job) throw new AppError("NOT_FOUND", "There is no such job.");
  const { data, output, ...summary } = job;
  const { payload, cause } = (data ?? {}) as Partial<Envelope>;
  const definition = definitions.find(({ name }) => name === job.queue);
  const { done, total, note, at } = progress ?? {};
  const groups = await Promise.all(
    failures.map(({ queue, error }) => findJobErrorGroup({ db }, queue, factsOf(error))),
  );
  return {
    ...summary,
    state: summary.state as JobDetail["state"],
    description: definition?.description ?? null,
    payload,
    payloadProblems: definition ? problemsOf(definition, payload) : [],
    payloadSchema: definition ? schemaOf(definition) : null,
    cause: toCause(cause),
    output: summary.state === "completed" ? output : null,
    timeline: [
      ...failures.map((failure, index) => toShown(failure, groups[index] ?? null)),
      ...newestOf(summary, failures),
    ],
    lines: lines
      .reverse()
      .map(({ id, attempt, at: writtenAt, line }) => ({ id, attempt, at: writtenAt, line })),
    progress:
      done === undefined || total === undefined || !at
        ? null
        : { done, total, note: note ?? null, at },
  };
}

type Failure = typeof jobAttempts.$inferSelect;

function toShown(
  { attempt, worker, startedAt, endedAt, error }: Failure,
  errorGroupId: string | null,
): AttemptShown {
  const isTimed = endedAt > startedAt;
  return {
    attempt,
    outcome: "failed",
    worker: worker || null,
    startedAt,
    endedAt: isTimed ? endedAt : null,
    error: error as AttemptShown["error"],
    errorGroupId,
  };
}

/** The attempt that the job itself tells of, unless it has failed. */
function newestOf(
  {
    state,
    attempts,
    startedAt,
    endedAt,
  }: Pick<Job, "attempts" | "startedAt" | "endedAt"> & { state: string },
  failures: Failure[],
): AttemptShown[] {
  const attempt = attempts - 1;
  const outcome = AttemptShown.shape.outcome.safeParse(state).data;
  if (!outcome || !startedAt || failures.some((failure) => failure.attempt === attempt)) return [];
  return [{ attempt, outcome, worker: null, startedAt, endedAt, error: null, errorGroupId: null }];
}

function toCause(cause: Envelope["cause"] | undefined): JobDetail["cause"] {
  const actor = cause?.actor ?? null;
  return {
    requestId: cause?.requestId ?? null,
    actorName: actor?.name ?? null,
    userId: actor?.kind === "user" ? actor.id : null,
    jobId: cause?.jobId ?? null,
  };
}

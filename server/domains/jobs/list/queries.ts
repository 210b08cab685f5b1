import { desc, eq, sql } from "drizzle-orm";
import { jobLines, jobProgress } from "#db/schema/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import type { Envelope } from "#server/platform/queue/envelope.ts";
import { jobList } from "#server/platform/queue/job-list.ts";
import { problemsOf, schemaOf } from "../payload.ts";
import { jobColumns } from "./list-jobs.ts";
import type { JobDetail } from "./schema.ts";
import { readEnded, readNewest } from "./timeline.ts";

const MAX_LINES = 1_000;

/** Of pg-boss's jobs, whose key begins with the queue. */
export const hasJobId = (jobId: string) =>
  sql`${jobList.id} = ${jobId} and ${jobList.queue} in (select name from pgboss.queue)`;

/** @throws AppError NOT_FOUND */
export async function getJob(
  { db, now }: Pick<Context, "db" | "now">,
  jobId: string,
  definitions: readonly JobDefinition[],
): Promise<JobDetail> {
  const [[job], ended, lines, [progress]] = await Promise.all([
    db
      .select({
        ...jobColumns,
        retryLimit: jobList.retryLimit,
        data: jobList.data,
        output: jobList.output,
      })
      .from(jobList)
      .where(hasJobId(jobId)),
    readEnded({ db }, jobId),
    db
      .select()
      .from(jobLines)
      .where(eq(jobLines.jobId, jobId))
      .orderBy(desc(jobLines.id))
      .limit(MAX_LINES + 1),
    db.select().from(jobProgress).where(eq(jobProgress.jobId, jobId)),
  ]);
  if (!job) throw new AppError("NOT_FOUND", "There is no such job.");
  const { data, output, ...kept } = job;
  const summary = { ...kept, seconds: secondsOf(kept, now()) };
  const { payload, cause } = (data ?? {}) as Partial<Envelope>;
  const definition = definitions.find(({ name }) => name === job.queue);
  const { done, total, note, at } = progress ?? {};
  return {
    ...summary,
    state: summary.state as JobDetail["state"],
    description: definition?.description ?? null,
    payload,
    payloadProblems: definition ? problemsOf(definition, payload) : [],
    payloadSchema: definition ? schemaOf(definition) : null,
    cause: toCause(cause),
    output: summary.state === "completed" ? output : null,
    timeline: [...ended, ...(await readNewest({ db, now }, summary, ended))],
    hasMoreLines: lines.length > MAX_LINES,
    lines: lines
      .slice(0, MAX_LINES)
      .reverse()
      .map(({ id, attempt, at: writtenAt, line }) => ({ id, attempt, at: writtenAt, line })),
    progress:
      done === undefined || total === undefined || !at
        ? null
        : { done, total, note: note ?? null, at },
  };
}

/** Of a job that runs, until now. */
function secondsOf(
  { state, startedAt, seconds }: Pick<JobDetail, "startedAt" | "seconds"> & { state: string },
  now: Date,
): number | null {
  if (state !== "active" || !startedAt) return seconds;
  return Math.max(0, (now.getTime() - startedAt.getTime()) / 1000);
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

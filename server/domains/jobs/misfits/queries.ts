import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { jobMisfits } from "#db/schema/jobs.ts";
import type { Context } from "#server/platform/context.ts";
import { jobList } from "#server/platform/queue/job-list.ts";
import type { Misfits } from "./schema.ts";

/** Queued jobs that today's code could not run, as far as the last check has found them. */
export async function listMisfits(
  { db }: Pick<Context, "db">,
  { limit }: { limit: number },
): Promise<Misfits> {
  const isSameJob = and(
    eq(jobList.id, jobMisfits.jobId),
    eq(jobList.queue, jobMisfits.queue),
    inArray(jobList.state, ["created", "retry"]),
  );
  const rows = await db
    .select({
      jobId: jobMisfits.jobId,
      queue: jobMisfits.queue,
      problems: jobMisfits.problems,
      createdAt: jobList.createdAt,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(jobMisfits)
    .innerJoin(jobList, isSameJob)
    .orderBy(asc(jobMisfits.jobId))
    .limit(limit);
  return { total: rows[0]?.total ?? 0, jobs: rows.map(({ total: _, ...job }) => job) };
}

import { sql } from "drizzle-orm";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { assertPayload } from "../payload.ts";
import type { RerunJobInput } from "./schema.ts";

/**
 * Puts a new job beside an old one, with the payload as it has been edited; the old one stays as it is.
 * @returns the id of the new job
 * @throws AppError NOT_FOUND, VALIDATION with the payload's fields, CONFLICT when its queue takes no second one now
 */
export async function rerunJob(
  ctx: Context,
  { jobId, payload }: RerunJobInput,
  definitions: readonly JobDefinition[],
): Promise<string> {
  const [job] = await ctx.db.execute<{ queue: string; priority: number }>(sql`
    select name as queue, priority from pgboss.job
    where id = ${jobId} and name in (select name from pgboss.queue)`);
  if (!job) throw new AppError("NOT_FOUND", "There is no such job.");
  const definition = definitions.find(({ name }) => name === job.queue);
  if (!definition) throw new AppError("CONFLICT", "No code runs the jobs of this queue any more.");
  assertPayload(definition, payload);
  const cause = { ...ctx, request: { ...ctx.request, jobId } };
  return inTransaction(ctx, async (tx) => {
    const { priority } = job;
    const id = await ctx.queue.enqueue(tx, cause, { definition, payload, priority });
    if (!id) throw new AppError("CONFLICT", "Such a job is in the queue already.");
    await record(tx, ctx, {
      action: "job.rerun",
      subject: { type: "job", id },
      after: { queue: job.queue, parentJob: jobId, payload },
    });
    return id;
  });
}

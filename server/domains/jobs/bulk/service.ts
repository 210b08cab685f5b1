import superjson from "superjson";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { STEER_MANY } from "../catalog.ts";
import type { SteerManyInput } from "./schema.ts";

/**
 * Enqueues the job that does it, which shows its progress and can be cancelled like any other.
 * @returns the id of that job
 */
export function steerMany(ctx: Context, { action, selection }: SteerManyInput): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const payload = { selection: { ...superjson.serialize(selection) } };
    const definition = STEER_MANY[action];
    const jobId = await ctx.queue.enqueue(tx, ctx, { definition, payload });
    if (!jobId) throw new Error("A job without a key is always taken");
    await record(tx, ctx, {
      action: "jobs.steered",
      subject: { type: "job", id: jobId },
      after: { action, selection },
    });
    return jobId;
  });
}

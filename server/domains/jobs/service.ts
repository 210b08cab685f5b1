import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { jobQueues } from "#db/schema/jobs.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { record } from "#server/domains/audit/service.ts";
import { type Context, nameOfActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { PauseQueueInput, RedriveInput, SetConcurrencyInput } from "./schema.ts";

const MAX_REDRIVEN = 10_000;

type QueueRow = typeof jobQueues.$inferSelect;
type Settings = Partial<
  Pick<QueueRow, "concurrency" | "pausedAt" | "pausedByName" | "pauseReason">
>;

/** What operators do to the queues of these definitions; workers follow within two seconds. */
export function createQueueService(definitions: readonly JobDefinition[]) {
  const names = new Set(definitions.map(({ name }) => name));

  /** @throws AppError NOT_FOUND for a queue that no job has */
  async function changeQueue(
    ctx: Context,
    name: string,
    work: (before: QueueRow) => { action: AuditAction; set: Settings } | null,
  ): Promise<void> {
    if (!names.has(name)) throw new AppError("NOT_FOUND", "There is no such queue.");
    await inTransaction(ctx, async (tx) => {
      const before = await lockQueue(tx, name);
      const change = work(before);
      if (!change) return;
      const { action, set } = change;
      await tx
        .update(jobQueues)
        .set({ ...set, version: before.version + 1 })
        .where(eq(jobQueues.name, name));
      await record(tx, ctx, {
        action,
        subject: { type: "queue", id: name },
        before: { ...before },
        after: { ...before, ...set },
      });
    });
  }

  return {
    /** One that is paused is so in the name and for the reason of whoever was last. */
    pause: (ctx: Context, { name, reason }: PauseQueueInput) =>
      changeQueue(ctx, name, () => {
        const pausedByName = nameOfActor(ctx);
        const set = { pausedAt: ctx.now(), pausedByName, pauseReason: reason ?? null };
        return { action: "queue.paused", set };
      }),
    /** One that runs goes on running. */
    resume: (ctx: Context, { name }: Pick<PauseQueueInput, "name">) =>
      changeQueue(ctx, name, ({ pausedAt }) => {
        if (!pausedAt) return null;
        const set = { pausedAt: null, pausedByName: null, pauseReason: null };
        return { action: "queue.resumed", set };
      }),
    /**
     * Puts what has failed for good back into its queue.
     * @returns how many
     * @throws AppError NOT_FOUND
     */
    redrive: (ctx: Context, { name }: RedriveInput): Promise<number> =>
      inTransaction(ctx, async (tx) => {
        const definition = definitions.find((one) => one.name === name);
        if (!definition) throw new AppError("NOT_FOUND", "There is no such queue.");
        const moved = await ctx.queue.redrive(tx, definition, MAX_REDRIVEN);
        const subject = { type: "queue" as const, id: name };
        if (moved > 0)
          await record(tx, ctx, { action: "queue.redriven", subject, after: { moved } });
        return moved;
      }),
    setConcurrency: (ctx: Context, { name, concurrency }: SetConcurrencyInput) =>
      changeQueue(ctx, name, () => ({
        action: "queue.concurrency-changed",
        set: { concurrency: concurrency ?? null },
      })),
  };
}

/** Made when there is none, and nobody else's until the transaction ends. */
async function lockQueue(tx: Transaction, name: string): Promise<QueueRow> {
  await tx.insert(jobQueues).values({ name }).onConflictDoNothing();
  const [row] = await tx.select().from(jobQueues).where(eq(jobQueues.name, name)).for("update");
  if (!row) throw new Error("The row that was just made is gone");
  return row;
}

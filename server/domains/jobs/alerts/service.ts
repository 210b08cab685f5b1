import { eq } from "drizzle-orm";
import { jobAlerts } from "#db/schema/jobs.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { AlertId, AlertInput } from "./schema.ts";

/** @throws AppError VALIDATION for a queue that no job has */
export async function createAlert(
  ctx: Context,
  { queue, ...input }: AlertInput,
  definitions: readonly JobDefinition[],
): Promise<void> {
  if (queue !== undefined && !definitions.some(({ name }) => name === queue)) {
    throw fieldError("queue", "unknown", "There is no such queue.");
  }
  const row = { id: ctx.newId(), queue: queue ?? null, ...input, createdAt: ctx.now() };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(jobAlerts).values(row);
    const subject = { type: "alert" as const, id: row.id };
    await record(tx, ctx, { action: "job-alert.created", subject, after: row });
  });
}

/** @throws AppError NOT_FOUND */
export async function deleteAlert(ctx: Context, { alertId }: AlertId): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [before] = await tx.delete(jobAlerts).where(eq(jobAlerts.id, alertId)).returning();
    if (!before) throw new AppError("NOT_FOUND", "There is no such alert.");
    const subject = { type: "alert" as const, id: alertId };
    await record(tx, ctx, { action: "job-alert.deleted", subject, before });
  });
}

import { eq } from "drizzle-orm";
import { jobAlertStates, jobAlerts } from "#db/schema/jobs.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import type { JobDefinition } from "#server/platform/queue/catalog.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { AlertId, AlertInput, UpdateAlertInput } from "./schema.ts";

/** @throws AppError VALIDATION for a queue that no job has */
export async function createAlert(
  ctx: Context,
  { queue, ...input }: AlertInput,
  definitions: readonly JobDefinition[],
): Promise<void> {
  assertQueue(queue, definitions);
  const row = { id: ctx.newId(), queue: queue ?? null, ...input, createdAt: ctx.now() };
  await inTransaction(ctx, async (tx) => {
    await tx.insert(jobAlerts).values(row);
    const subject = { type: "alert" as const, id: row.id };
    await record(tx, ctx, { action: "job-alert.created", subject, after: row });
  });
}

function assertQueue(queue: string | undefined, definitions: readonly JobDefinition[]): void {
  if (queue !== undefined && !definitions.some(({ name }) => name === queue)) {
    throw fieldError("queue", "unknown", "There is no such queue.");
  }
}

/**
 * What another queue or another measure was at the last look is forgotten.
 * @throws AppError VALIDATION for a queue that no job has, NOT_FOUND, CONFLICT
 */
export async function updateAlert(
  ctx: Context,
  { alertId, version, queue, ...rule }: UpdateAlertInput,
  definitions: readonly JobDefinition[],
): Promise<void> {
  assertQueue(queue, definitions);
  await inTransaction(ctx, async (tx) => {
    const isIt = eq(jobAlerts.id, alertId);
    const [before] = await tx.select().from(jobAlerts).where(isIt).for("update");
    if (!before) throw new AppError("NOT_FOUND", "There is no such alert.");
    if (before.version !== version) {
      throw new AppError("CONFLICT", "Somebody else has changed the alert in the meantime.");
    }
    const after = { ...before, ...rule, queue: queue ?? null, version: version + 1 };
    await tx.update(jobAlerts).set(after).where(isIt);
    if (after.queue !== before.queue || after.metric !== before.metric) {
      await tx.delete(jobAlertStates).where(eq(jobAlertStates.alertId, alertId));
    }
    const subject = { type: "alert" as const, id: alertId };
    await record(tx, ctx, { action: "job-alert.updated", subject, before, after });
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

import { and, eq, ne, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { mailSuppressions } from "#db/schema/mail.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { SuppressionReason } from "../catalog.ts";
import type { SuppressInput } from "./schema.ts";

const columns = {
  recipient: mailSuppressions.recipient,
  reason: mailSuppressions.reason,
  createdAt: mailSuppressions.createdAt,
  createdByName: mailSuppressions.createdByName,
};

/** No more mail goes there; what waits is held back. One that gets none already is left as it is. */
export function suppress(ctx: Context, { recipient }: SuppressInput): Promise<void> {
  return inTransaction(ctx, (tx) => addSuppression(tx, ctx, { recipient, reason: "manual" }));
}

/** A complaint, which holds less back, makes way for any other reason. */
export async function addSuppression(
  tx: Transaction,
  ctx: Context,
  { recipient, reason }: { recipient: string; reason: SuppressionReason },
): Promise<void> {
  const row = {
    recipient: recipient.toLowerCase(),
    reason,
    createdAt: ctx.now(),
    createdByName: ctx.actor?.kind === "user" ? ctx.actor.name : null,
  };
  const isComplaint = eq(mailSuppressions.reason, "complained");
  const added = await tx
    .insert(mailSuppressions)
    .values({ id: ctx.newId(), ...row })
    .onConflictDoUpdate({
      target: mailSuppressions.recipient,
      set: row,
      setWhere: and(isComplaint, ne(sql`excluded.reason`, "complained")),
    })
    .returning({ recipient: mailSuppressions.recipient });
  if (added.length === 0) return;
  await record(tx, ctx, {
    action: "suppression.added",
    subject: { type: "suppression", id: row.recipient },
    after: row,
  });
}

/** @throws AppError NOT_FOUND */
export async function unsuppress(ctx: Context, { recipient }: SuppressInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [before] = await tx
      .delete(mailSuppressions)
      .where(eq(mailSuppressions.recipient, recipient.toLowerCase()))
      .returning(columns);
    if (!before) throw new AppError("NOT_FOUND", "This address is not held back.");
    await record(tx, ctx, {
      action: "suppression.removed",
      subject: { type: "suppression", id: before.recipient },
      before,
    });
  });
}

import { and, eq, lte } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { mailPreferences } from "#db/schema/mail.ts";
import { users } from "#db/schema/users.ts";
import type { AuditAction } from "#server/domains/audit/catalog.ts";
import { record } from "#server/domains/audit/service.ts";
import type { Context } from "#server/platform/context.ts";
import { fieldError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { subjectOf } from "../change/service.ts";
import { userColumns } from "../queries.ts";
import type { User } from "../schema.ts";
import type { PurgeUserInput } from "../trash/schema.ts";
import { lockTrashed } from "../trash.ts";

const BATCH = 100;
const DAY_MS = 86_400_000;

/**
 * Deletes a user in the trash for good; their address is free again.
 * @throws AppError CONFLICT for one who is not in the trash, VALIDATION for another address
 */
export function purgeUser(ctx: Context, { userId, email }: PurgeUserInput): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const user = await lockTrashed(tx, ctx, userId);
    if (user.email !== email) throw fieldError("email", "wrong", "This is not their address");
    await eraseUser(tx, ctx, { user, action: "user.purged" });
  });
}

/**
 * Deletes a locked user with all that is theirs alone: password, sessions, links, saved views. The
 * audit log and the mail outbox keep theirs, and what mail the address has given up stays given up.
 */
export async function eraseUser(
  tx: Transaction,
  ctx: Context,
  { user, action }: { user: User; action: AuditAction },
): Promise<void> {
  await tx.delete(users).where(eq(users.id, user.id));
  const { recipient, isWanted } = mailPreferences;
  await tx.delete(mailPreferences).where(and(eq(recipient, user.email), eq(isWanted, true)));
  await record(tx, ctx, { action, subject: subjectOf(user), before: user });
}

/**
 * Purges everybody whose time in the trash is over, in batches, so that it may be stopped anywhere
 * and run again. Whom somebody is just restoring waits for the next run. Tells how many.
 */
export async function purgeExpiredTrash(ctx: Context): Promise<number> {
  let count = 0;
  for (;;) {
    const purged = await inTransaction(ctx, (tx) => purgeBatch(tx, ctx));
    count += purged;
    if (purged < BATCH) return count;
  }
}

async function purgeBatch(tx: Transaction, ctx: Context): Promise<number> {
  const { keptDays } = ctx.settings.current.trash;
  const latest = new Date(ctx.now().getTime() - keptDays * DAY_MS);
  const due = await tx
    .select(userColumns)
    .from(users)
    .where(and(eq(users.status, "deleted"), lte(users.deletedAt, latest)))
    .orderBy(users.deletedAt)
    .limit(BATCH)
    .for("update", { skipLocked: true });
  for (const user of due) await eraseUser(tx, ctx, { user, action: "user.purged" });
  return due.length;
}

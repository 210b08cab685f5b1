import { eq, sql } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { emailChanges } from "#db/schema/auth.ts";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { endAllLinks } from "#server/domains/auth/links/service.ts";
import { deleteSessionsOf } from "#server/domains/sessions/service.ts";
import type { Context } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { changeUser, lockFor, settleSuspension, subjectOf } from "./change/service.ts";
import { assertInScope, assertMayActOn, assertNotSelf, assertOwnerRemains } from "./policy.ts";
import { findUserLocked, refuseUser } from "./queries.ts";
import type { User, UserId } from "./schema.ts";

/**
 * Puts a user into the trash. Their sessions and every link mailed to them end at once; address,
 * password and all else stay for a restoration.
 * @throws AppError CONFLICT for the last owner and for one in the trash already
 */
export function deleteUser(ctx: Context, { userId }: UserId): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockFor(tx, ctx, { permission: "users.delete", userId });
    assertNotSelf(ctx.actor, before, "You cannot delete yourself.");
    await assertMayActOn(tx, ctx.actor, before);
    await assertOwnerRemains(tx, before);
    const after = await changeUser(tx, ctx, {
      before,
      set: {
        status: "deleted",
        statusBeforeDeletion: before.status,
        deletedAt: ctx.now(),
        deletedBy: ctx.actor?.kind === "user" ? ctx.actor.userId : null,
      },
    });
    await deleteSessionsOf(tx, ctx, userId);
    await endAllLinks(tx, ctx, userId);
    await tx.delete(emailChanges).where(eq(emailChanges.userId, userId));
    await record(tx, ctx, { action: "user.trashed", subject: subjectOf(after), before, after });
    return after;
  });
}

/**
 * Takes a user out of the trash, as they were before: suspended with the same reason and end, or
 * invited, but then without a link.
 */
export function restoreUser(ctx: Context, { userId }: UserId): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockTrashed(tx, ctx, userId);
    const after = await changeUser(tx, ctx, {
      before,
      set: {
        status: sql`${users.statusBeforeDeletion}`,
        statusBeforeDeletion: null,
        deletedAt: null,
        deletedBy: null,
      },
    });
    await record(tx, ctx, { action: "user.restored", subject: subjectOf(after), before, after });
    return settleSuspension(tx, ctx, after);
  });
}

/**
 * A user in the trash whom the actor may bring back or purge, for change.
 * @throws AppError NOT_FOUND, FORBIDDEN, CONFLICT for one who is not in the trash
 */
export async function lockTrashed(tx: Transaction, ctx: Context, userId: string): Promise<User> {
  const user = (await findUserLocked(tx, eq(users.id, userId))) ?? refuseUser();
  assertInScope(ctx.actor, "users.delete", user);
  await assertMayActOn(tx, ctx.actor, user);
  if (user.status !== "deleted")
    throw new AppError("CONFLICT", `${user.name} is not in the trash.`);
  return user;
}

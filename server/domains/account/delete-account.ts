import type { Transaction } from "#db/client.ts";
import {
  assertPasswordUnchanged,
  verifyCurrentPassword,
} from "#server/domains/auth/current-password/service.ts";
import { enqueueMail, findReaderLocale } from "#server/domains/mail/service.ts";
import { deleteSessionsOf, endCurrentSession } from "#server/domains/sessions/service.ts";
import { assertOwnerRemains } from "#server/domains/users/policy.ts";
import { eraseUser } from "#server/domains/users/purge/service.ts";
import { lockUser } from "#server/domains/users/queries.ts";
import type { User } from "#server/domains/users/schema.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import type { DeleteAccountInput } from "./schema.ts";

/**
 * Deletes the signed-in user for good and tells the address: credentials, sessions and links go with
 * the row, the audit log and the mail outbox keep theirs.
 * @throws AppError VALIDATION on the field, RATE_LIMITED after too many wrong passwords, CONFLICT for
 * the last owner
 */
export async function deleteAccount(
  ctx: Context & { actor: UserActor },
  { password }: DeleteAccountInput,
): Promise<void> {
  const { userId } = ctx.actor;
  const verifiedHash = await verifyCurrentPassword(ctx, { field: "password", password });
  await inTransaction(ctx, async (tx) => {
    const before = await lockLeaver(tx, userId);
    await assertPasswordUnchanged(tx, { userId, verifiedHash });
    await deleteSessionsOf(tx, ctx, userId);
    const locale = await findReaderLocale(tx, before.email);
    await eraseUser(tx, ctx, { user: before, action: "user.deleted" });
    await enqueueMail(tx, ctx, {
      template: "account-deleted",
      to: before.email,
      name: before.name,
      at: ctx.now(),
      address: ctx.request.address,
      locale,
    });
  });
  // The session went with its owner; what is left of it is the cookie.
  await endCurrentSession({ ...ctx, actor: undefined });
}

async function lockLeaver(tx: Transaction, userId: string): Promise<User> {
  const user = await lockUser(tx, userId);
  if (user.status !== "active") throw new AppError("UNAUTHENTICATED", "Sign in to continue.");
  await assertOwnerRemains(tx, user);
  return user;
}

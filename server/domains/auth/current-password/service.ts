import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { credentials } from "#db/schema/auth.ts";
import { lockUser } from "#server/domains/users/queries.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError, fieldError } from "#server/platform/errors.ts";
import { verifyPassword } from "../passwords/hash.ts";
import { findCredential } from "../queries.ts";
import { attempting } from "../throttles/service.ts";

interface Entered {
  /** The form field that a refusal is shown at. */
  field: string;
  password: string;
}

/**
 * Has the signed-in user prove that they know their password. Answers with the hash that it matched,
 * for {@link assertPasswordUnchanged}. Slow on purpose: call it before the transaction opens.
 * @throws AppError VALIDATION on the field, RATE_LIMITED after too many wrong passwords
 */
export function verifyCurrentPassword(
  ctx: Context & { actor: UserActor },
  { field, password }: Entered,
): Promise<string> {
  const account = ctx.actor.email;
  return attempting(
    ctx,
    { purpose: "sign-in", account, byAddress: false, counted: ["VALIDATION"] },
    async () => {
      const stored = (await findCredential(ctx.db, account))?.passwordHash ?? null;
      const { isCorrect } = await verifyPassword(password, stored);
      if (stored === null || !isCorrect) {
        throw fieldError(field, "wrong", "This is not your current password");
      }
      return stored;
    },
  );
}

/**
 * Somebody may have replaced the password while it was being checked, or deleted the account. Locks
 * the user, then the password.
 * @throws AppError CONFLICT, NOT_FOUND
 */
export async function assertPasswordUnchanged(
  tx: Transaction,
  { userId, verifiedHash }: { userId: string; verifiedHash: string },
): Promise<void> {
  await lockUser(tx, userId);
  const [current] = await tx
    .select({ passwordHash: credentials.passwordHash })
    .from(credentials)
    .where(eq(credentials.userId, userId))
    .for("update");
  if (current?.passwordHash !== verifiedHash) {
    throw new AppError("CONFLICT", "Your password was changed meanwhile. Sign in again.");
  }
}

import { eq } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import { settleSuspension } from "#server/domains/users/change/service.ts";
import { findUser, findUserLocked } from "#server/domains/users/queries.ts";
import type { Context } from "#server/platform/context.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { actingAs } from "../acting-as.ts";
import { runInBackground } from "../background.ts";
import { issueToken, peekToken, redeemLink, refuse, withLinkThrottle } from "../links/service.ts";
import { hashNewPassword } from "../passwords/service.ts";
import type { RequestPasswordResetInput, ResetPasswordInput } from "../schema.ts";
import { replacePassword } from "../service.ts";
import { reserveAttempt } from "../throttles/service.ts";

/**
 * Mails a link to choose a new password, if the address belongs to an active account. The answer
 * is given before anybody looks.
 * @throws AppError RATE_LIMITED
 */
export async function requestPasswordReset(
  ctx: Context,
  { email }: RequestPasswordResetInput,
): Promise<void> {
  await reserveAttempt(ctx, { purpose: "password-reset", account: email, byAddress: true });
  runInBackground(ctx, () => sendResetLink(ctx, email));
}

async function sendResetLink(ctx: Context, email: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const found = await findUserLocked(tx, eq(users.email, email));
    const user = found && (await settleSuspension(tx, ctx, found));
    if (user?.status !== "active") return;
    const purpose = "password-reset";
    const { url, expiresAt } = await issueToken(tx, ctx, { purpose, userId: user.id });
    await enqueueMail(tx, ctx, {
      template: purpose,
      to: user.email,
      name: user.name,
      url,
      expiresAt,
    });
    await record(tx, ctx, {
      action: "password.reset-requested",
      subject: { type: "user", id: user.id },
    });
  });
}

/**
 * Chooses a new password with a mailed link. Every session of the account ends.
 * @throws AppError NOT_FOUND, VALIDATION
 */
export function resetPassword(ctx: Context, input: ResetPasswordInput): Promise<void> {
  const link = { purpose: "password-reset", token: input.token } as const;
  return withLinkThrottle(ctx, async () => {
    const { userId } = await peekToken(ctx, link);
    if (!userId) return refuse();
    const owner = (await findUser(ctx.db, userId)) ?? refuse();
    const { password } = input;
    const passwordHash = await hashNewPassword({ field: "password", password, owner });
    await inTransaction(ctx, async (tx) => {
      const user = await redeemLink(tx, ctx, link);
      if (user.status !== "active") return refuse();
      const acting = actingAs(ctx, user);
      if (!user.emailVerifiedAt) {
        await tx.update(users).set({ emailVerifiedAt: ctx.now() }).where(eq(users.id, userId));
      }
      await replacePassword(tx, acting, { user, passwordHash });
    });
  });
}

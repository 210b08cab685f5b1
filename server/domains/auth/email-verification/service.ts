import { eq } from "drizzle-orm";
import { users } from "#db/schema/users.ts";
import { record } from "#server/domains/audit/service.ts";
import { enqueueMail } from "#server/domains/mail/service.ts";
import { userColumns } from "#server/domains/users/queries.ts";
import type { Context, UserActor } from "#server/platform/context.ts";
import { AppError } from "#server/platform/errors.ts";
import { inTransaction } from "#server/platform/transaction.ts";
import { actingAs } from "../acting-as.ts";
import { issueToken, redeemLink, refuse, withLinkThrottle } from "../links/service.ts";
import type { LinkInput } from "../schema.ts";
import { reserveAttempt } from "../throttles/service.ts";

/**
 * Mails the signed-in user a link that confirms their address.
 * @throws AppError CONFLICT when it is confirmed already, RATE_LIMITED
 */
export async function requestEmailVerification(ctx: Context & { actor: UserActor }): Promise<void> {
  const { userId, email, name, emailVerifiedAt } = ctx.actor;
  if (emailVerifiedAt) throw new AppError("CONFLICT", "Your address is confirmed already.");
  await reserveAttempt(ctx, { purpose: "email-verification", account: email, byAddress: false });
  await inTransaction(ctx, async (tx) => {
    const purpose = "email-verification";
    const { url, expiresAt } = await issueToken(tx, ctx, { purpose, userId });
    await enqueueMail(tx, ctx, { template: purpose, to: email, name, url, expiresAt });
    await record(tx, ctx, {
      action: "user.email-verification-requested",
      subject: { type: "user", id: userId },
    });
  });
}

/** Confirms an address with a mailed link, whoever is signed in. @throws AppError NOT_FOUND */
export function verifyEmail(ctx: Context, { token }: LinkInput): Promise<void> {
  return withLinkThrottle(ctx, () =>
    inTransaction(ctx, async (tx) => {
      const before = await redeemLink(tx, ctx, { purpose: "email-verification", token });
      if (before.status !== "active") return refuse();
      const [after] = await tx
        .update(users)
        .set({ emailVerifiedAt: ctx.now(), updatedAt: ctx.now(), version: before.version + 1 })
        .where(eq(users.id, before.id))
        .returning(userColumns);
      await record(tx, actingAs(ctx, before), {
        action: "user.email-verified",
        subject: { type: "user", id: before.id },
        before,
        after,
      });
    }),
  );
}
